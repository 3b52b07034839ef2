// A curve that is drawn: by pointer across the chart, by arrow keys on its points, or typed in fields beside it. Once the answer is
// shown, the right curve stands beside the drawn one.

import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useRef } from "preact/hooks";
import { t } from "../language";
import { AxisX, AxisY, EDGE, useWidth } from "./frame";

const HEIGHT = 300;
const LEFT = 56;
const TOP = 16;
const BOTTOM = HEIGHT - 48;

export function Drawing(props: {
  x: number[];
  y: (number | null)[];
  base: number;
  right?: number[];
  percent: (value: number) => string;
  label: string;
  /** Takes points by their places. */
  onDraw?: (points: [number, number][]) => void;
}) {
  const [watch, width] = useWidth();
  const svg = useRef<SVGSVGElement>(null);
  /** Where the stroke of the pointer is. */
  const stroke = useRef<[number, number] | undefined>(undefined);
  const x = scaleLinear().domain([0, 1]).range([LEFT, Math.max(LEFT + 1, width - EDGE)]);
  const y = scaleLinear().domain([0, 1]).range([BOTTOM, TOP]).clamp(true);
  const rounded = (value: number): number => Math.min(1, Math.max(0, Math.round(100 * value) / 100));
  // A stroke takes every point between the last event and this one, however quick it is.
  const draw = (event: PointerEvent): void => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return;
    const [at, value] = [x.invert(event.clientX - box.left), y.invert(event.clientY - box.top)];
    const [from, of] = stroke.current ?? [at, value];
    stroke.current = [at, value];
    const nearest = props.x.reduce((best, place, i) => (Math.abs(place - at) < Math.abs((props.x[best] ?? 0) - at) ? i : best), 0);
    const passed = props.x.flatMap((place, i): [number, number][] => {
      if (i === nearest) return [[i, rounded(value)]];
      const share = (place - from) / (at - from);
      return share >= 0 && share <= 1 ? [[i, rounded(of + share * (value - of))]] : [];
    });
    props.onDraw?.(passed);
  };
  const press = (event: KeyboardEvent, place: number): void => {
    const now = props.y[place] ?? 0.5;
    const step = event.shiftKey ? 0.1 : 0.01;
    const to: Record<string, number> = { ArrowUp: now + step, ArrowRight: now + step, ArrowDown: now - step, ArrowLeft: now - step, PageUp: now + 0.1, PageDown: now - 0.1, Home: 0, End: 1 };
    const value = to[event.key];
    if (value === undefined) return;
    event.preventDefault();
    props.onDraw?.([[place, rounded(value)]]);
  };
  const path = line<[number, number]>((point) => x(point[0]), (point) => y(point[1]));
  const points = (values: (number | null)[]): [number, number][] => values.flatMap((value, i): [number, number][] => (value === null ? [] : [[props.x[i] ?? 0, value]]));
  const isOpen = props.onDraw !== undefined;
  return (
    <div ref={watch} class={isOpen ? "picture drawing" : "picture"}>
      {width > 0 && (
        <svg
          ref={svg}
          viewBox={`0 0 ${width} ${HEIGHT}`}
          width={width}
          height={HEIGHT}
          role={isOpen ? "group" : "img"}
          aria-label={props.label}
          onPointerDown={(event) => {
            if (!isOpen) return;
            stroke.current = undefined;
            svg.current?.setPointerCapture(event.pointerId);
            draw(event);
          }}
          onPointerMove={(event) => isOpen && stroke.current && draw(event)}
          onPointerUp={() => (stroke.current = undefined)}
          onPointerCancel={() => (stroke.current = undefined)}
        >
          <AxisY y={y} ticks={[0, 0.2, 0.4, 0.6, 0.8, 1]} from={LEFT} to={width - EDGE} format={props.percent} />
          <AxisX x={x} ticks={props.x} y={BOTTOM} format={props.percent} label={t("class-axis-rate")} width={width - EDGE} />
          <line class="now" x1={LEFT} x2={width - EDGE} y1={y(props.base)} y2={y(props.base)} />
          <text x={LEFT + 6} y={y(props.base) - 6}>{t("class-axis-base", { base: props.percent(props.base) })}</text>
          {props.right && <path d={path(points(props.right)) ?? ""} fill="none" stroke="var(--c3)" stroke-width="3" />}
          <path d={path(points(props.y)) ?? ""} fill="none" stroke="var(--c2)" stroke-width="2.5" stroke-dasharray={props.right ? "6 4" : undefined} />
          {props.y.map((value, i) => {
            const place = props.x[i] ?? 0;
            const circle = <circle cx={x(place)} cy={y(value ?? 0.5)} r={isOpen ? 9 : 4} fill={value === null ? "var(--paper)" : "var(--c2)"} stroke="var(--c2)" stroke-width="2" stroke-dasharray={value === null ? "3 3" : undefined} />;
            if (!isOpen) return value === null ? null : <g key={place}>{circle}</g>;
            return (
              <g
                key={place}
                role="slider"
                tabindex={0}
                aria-label={t("class-point", { rate: props.percent(place) })}
                aria-orientation="vertical"
                aria-valuemin={0}
                aria-valuemax={100}
                aria-valuenow={Math.round(100 * (value ?? 0.5))}
                aria-valuetext={value === null ? t("class-point-open") : props.percent(value)}
                onKeyDown={(event) => press(event, i)}
              >
                {circle}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
