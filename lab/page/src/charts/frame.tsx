// What all charts share: a title that says the finding, a size that fits the page, files to take away.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { png, save, standalone } from "../files";
import { t } from "../language";

/** Colours of strategies by their place (Okabe-Ito): the reference first. */
export const COLOURS = ["var(--c0)", "var(--c1)", "var(--c2)", "var(--c3)", "var(--c4)", "var(--c5)", "var(--c6)"];
export const colour = (place: number): string => COLOURS[place === 0 ? 0 : 1 + ((place - 1) % (COLOURS.length - 1))] ?? "var(--ink)";

/** Room for half a label at both ends of an axis, in pixels. */
export const EDGE = 36;

/** The width of an element in pixels, as the page lays it out. */
export function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver | undefined>(undefined);
  const watch = useRef((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (!element) return;
    observer.current = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    observer.current.observe(element);
  });
  useEffect(() => () => observer.current?.disconnect(), []);
  return [watch.current, width];
}

/** A chart: `draw` gives what stands in the picture for a width; `text` is what a screen reader says of it; `over` lies over the picture. */
export function Chart(props: {
  name: string;
  title: string;
  text?: string;
  height: number | ((width: number) => number);
  note?: ComponentChildren;
  draw: (width: number, height: number) => ComponentChildren;
  over?: (width: number) => ComponentChildren;
}) {
  const [watch, width] = useWidth();
  const svg = useRef<SVGSVGElement>(null);
  const height = typeof props.height === "number" ? props.height : props.height(width);
  const keep = (type: "svg" | "png") => async () => {
    if (!svg.current) return;
    if (type === "svg") save(`${props.name}.svg`, "image/svg+xml", standalone(svg.current));
    else save(`${props.name}.png`, "image/png", await png(svg.current));
  };
  return (
    <figure class="chart" data-chart={props.name}>
      <figcaption>{props.title}</figcaption>
      <div ref={watch} class="picture">
        {width > 0 && (
          <svg ref={svg} viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={props.text ?? props.title}>
            {props.draw(width, height)}
          </svg>
        )}
        {width > 0 && props.over?.(width)}
      </div>
      {props.note && <p class="note">{props.note}</p>}
      <p class="keep">
        <button type="button" class="small" onClick={keep("svg")} aria-label={t("keep-as", { what: props.title, type: "SVG" })}>SVG</button>{" "}
        <button type="button" class="small" onClick={keep("png")} aria-label={t("keep-as", { what: props.title, type: "PNG" })}>PNG</button>
      </p>
    </figure>
  );
}

/** A horizontal axis below the picture. */
export function AxisX(props: { x: (value: number) => number; ticks: number[]; y: number; format: (value: number) => string; label?: string; width: number }) {
  return (
    <g class="axis">
      {props.ticks.map((tick) => (
        <g key={tick} transform={`translate(${props.x(tick)},${props.y})`}>
          <line y2="5" />
          <text y="18" text-anchor="middle">{props.format(tick)}</text>
        </g>
      ))}
      {props.label && <text class="label" x={props.width} y={props.y + 36} text-anchor="end">{props.label}</text>}
    </g>
  );
}

/** A vertical axis with lines across. */
export function AxisY(props: { y: (value: number) => number; ticks: number[]; from: number; to: number; format: (value: number) => string }) {
  return (
    <g class="axis">
      {props.ticks.map((tick) => (
        <g key={tick} transform={`translate(0,${props.y(tick)})`}>
          <line class={tick === 0 ? "zero" : "grid"} x1={props.from} x2={props.to} />
          <text x={props.from - 6} dy="0.32em" text-anchor="end">{props.format(tick)}</text>
        </g>
      ))}
    </g>
  );
}

/** Heights for labels at the ends of lines, near where they belong and at least `gap` apart. */
export function spread(wanted: number[], gap: number, least: number, most: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = new Array<number>(wanted.length).fill(0);
  let last = -Infinity;
  for (const i of order) {
    last = Math.max(wanted[i] ?? 0, last + gap, least);
    placed[i] = last;
  }
  let next = Infinity;
  for (const i of [...order].reverse()) {
    next = Math.min(placed[i] ?? 0, next - gap, most);
    placed[i] = next;
  }
  return placed;
}

/** What a screen reader says of a chart: its title, then its figures. */
export const spoken = (title: string, figures: string[]): string => `${title}. ${figures.join("; ")}`;

/** A text cut to so many characters. */
export const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, Math.max(1, most - 1))}…` : text);

/** A part of the page that scrolls sideways where it is too wide, by keys too; `label` is its name for a screen reader. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return <div class="scroll" role="region" tabIndex={0} aria-label={label}>{children}</div>;
}
