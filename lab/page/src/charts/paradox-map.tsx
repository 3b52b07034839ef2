// A map of the recovery paradox: where it holds, where the study stands, and the point that is looked at.

import { scaleLinear } from "d3-scale";
import type { ComponentChildren } from "preact";
import { share } from "../format";
import { t } from "../language";
import { exists, type Frontier, heldFrom, type ParadoxMap as Found } from "../paradox";
import { AxisX, AxisY, Chart, cut } from "./frame";
import { Legend, legendHeight, lengthOf, lines } from "./legend";

/** A point of a map: across and up. */
export interface Place {
  x: number;
  y: number;
}

/** Share of an axis by which an arrow key moves, alone and with Shift. */
const STEP = 0.02;
const LEAP = 0.1;

const LEFT = 52;
const TOP = 26;
const bottomOf = (width: number): number => TOP + Math.round(Math.min(330, Math.max(210, 0.62 * width)));
const rightOf = (width: number): number => width - 22;

/** Room below the map for the axis and its label. */
const belowOf = (across: string, width: number): number => 34 + 16 * lines(across, width).length;

/** The words of a frontier. */
export function frontierWords(frontier: Frontier, map: Found): string {
  const measure = frontier.measure === "repurchase" && map.driven && frontier.meaning === "conditional" ? "driven" : frontier.measure;
  return t("paradox-frontier", { which: `${frontier.meaning}-${measure}` });
}

/** Colour by measure; complainers are a broken line, all others a full one. */
function look(frontier: Frontier) {
  return {
    colour: frontier.measure === "satisfaction" ? "var(--c1)" : "var(--c5)",
    fill: frontier.measure === "satisfaction" ? "var(--c1)" : "var(--o2)",
    opacity: { conditional: 0.28, complainers: 0.14, population: 0.32 }[frontier.meaning],
    dash: frontier.meaning === "complainers" ? "7 5" : undefined,
  };
}

function Region({ frontier, x, y }: { frontier: Frontier; x: (value: number) => number; y: (value: number) => number }) {
  const on = frontier.points.flatMap(([across, from]) => (from === null ? [] : [[x(across), y(from)] as const]));
  const first = on[0];
  const last = on[on.length - 1];
  if (!first || !last) return null;
  const { colour, fill, opacity, dash } = look(frontier);
  const path = `M${on.map(([across, up]) => `${across},${up}`).join("L")}`;
  return (
    <>
      <path d={`${path}L${last[0]},${y(1)}L${first[0]},${y(1)}Z`} fill={fill} opacity={opacity} />
      <path d={path} fill="none" stroke={colour} stroke-width="3" stroke-dasharray={dash} />
    </>
  );
}

export function ParadoxMap(props: {
  name: string;
  map: Found;
  title: string;
  note: ComponentChildren;
  across: string;
  up: string;
  format: (value: number) => string;
  label: string;
  readout: string;
  at: Place;
  shownName: (name: string) => string;
  onMove: (to: Place) => void;
}) {
  const { map, at } = props;
  const shown = map.frontiers.filter(exists);
  const [low, high] = map.across;
  const entries = shown.map((frontier) => {
    const { colour, fill, opacity, dash } = look(frontier);
    return {
      text: frontierWords(frontier, map),
      mark: (
        <>
          <rect x="-11" y="-8" width="22" height="16" fill={fill} opacity={opacity} />
          <line x1="-11" x2="11" y1="8" y2="8" stroke={colour} stroke-width="3" stroke-dasharray={dash && "5 3"} />
        </>
      ),
    };
  });
  // Two regions that lie over each other are a third one.
  if (shown.length === 2 && shown.every((it) => it.meaning === "conditional")) {
    const layers = shown.map((frontier) => <rect key={frontier.measure} x="-11" y="-8" width="22" height="16" fill={look(frontier).fill} opacity={look(frontier).opacity} />);
    entries.push({ text: t("paradox-both"), mark: <>{layers}</> });
  }
  if (shown.length === 0) entries.push({ text: t("paradox-nowhere"), mark: <></> });
  const texts = entries.map((it) => it.text);
  const clamp = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value));
  const move = (x: number, y: number) => props.onMove({ x: clamp(x, low, high), y: clamp(y, 0, 1) });
  const point = (width: number) => (event: PointerEvent) => {
    const across = (event.offsetX - LEFT) / (rightOf(width) - LEFT);
    const up = (bottomOf(width) - event.offsetY) / (bottomOf(width) - TOP);
    if (across > -0.05 && across < 1.05 && up > -0.05 && up < 1.05) move(low + across * (high - low), up);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.shiftKey ? LEAP : STEP;
    const by: Record<string, [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
    const way = by[event.key];
    if (!way) return;
    event.preventDefault();
    move(at.x + way[0] * (high - low), at.y + way[1]);
  };
  return (
    <Chart
      name={props.name}
      title={props.title}
      note={props.note}
      height={(width) => bottomOf(width) + belowOf(props.across, width) + legendHeight(texts, width)}
      draw={(width) => {
        const bottom = bottomOf(width);
        const right = rightOf(width);
        const x = scaleLinear().domain([low, high]).range([LEFT, right]);
        const y = scaleLinear().domain([0, 1]).range([bottom, TOP]);
        return (
          <>
            <text x={2} y={12}>{props.up}</text>
            <AxisY y={y} ticks={[0, 0.25, 0.5, 0.75, 1]} from={LEFT} to={right} format={(value) => share(value)} />
            {shown.map((frontier) => <Region key={frontier.meaning + frontier.measure} frontier={frontier} x={x} y={y} />)}
            {map.marks.map((mark, i) => {
              if (mark.y === null) {
                const isEnd = x(mark.x) > (LEFT + right) / 2;
                const text = cut(props.shownName(mark.name), 28);
                return (
                  <g key={mark.name}>
                    <line class="now" x1={x(mark.x)} x2={x(mark.x)} y1={TOP} y2={bottom} />
                    <text class="halo" x={x(mark.x) + (isEnd ? -5 : 5)} y={bottom - 8 - 16 * (i % 4)} text-anchor={isEnd ? "end" : "start"}>{text}</text>
                  </g>
                );
              }
              const text = t("paradox-complaints-today", { complain: share(mark.x, 2), quick: share(mark.y, 2) });
              // Beside the dot where there is room, else before it; below it where the map ends above.
              const [after, before] = [x(mark.x) + 10, x(mark.x) - 10 - lengthOf(text)];
              const start = after + lengthOf(text) <= right ? after : Math.max(4, Math.min(before, right - lengthOf(text)));
              const up = y(mark.y) - 9;
              return (
                <g key={mark.name}>
                  <circle cx={x(mark.x)} cy={y(mark.y)} r="6" fill="var(--ink)" stroke="var(--paper)" />
                  <text class="halo strong" x={start} y={up < TOP + 8 ? y(mark.y) + 20 : up}>{text}</text>
                </g>
              );
            })}
            <g class="here">
              <line x1={LEFT} x2={right} y1={y(at.y)} y2={y(at.y)} />
              <line x1={x(at.x)} x2={x(at.x)} y1={TOP} y2={bottom} />
              <circle cx={x(at.x)} cy={y(at.y)} r="7" />
            </g>
            <AxisX x={x} ticks={x.ticks(Math.max(3, Math.floor(width / 110)))} y={bottom} format={props.format} width={right} />
            {lines(props.across, width).map((line, i) => <text key={line} class="quiet" x={width - 2} y={bottom + 36 + 16 * i} text-anchor="end">{line}</text>)}
            <Legend entries={entries} width={width} top={bottom + belowOf(props.across, width) - 2} />
          </>
        );
      }}
      over={(width) => (
        <div class="probe" role="application" tabIndex={0} aria-label={props.label} aria-describedby={props.readout} onPointerMove={point(width)} onPointerDown={point(width)} onKeyDown={press} />
      )}
    />
  );
}

/** Whether a claim holds at a place; on its frontier it does not. */
export function holdsAt(frontier: Frontier, { x, y }: Place): boolean {
  const from = heldFrom(frontier, x);
  return from !== undefined && (from === 0 || y - from > 1e-9);
}
