// A figure of several teams by quarter.

import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { whole } from "../format";
import { AxisX, AxisY, Chart, colour, cut, spread } from "./frame";

export interface TeamLine {
  name: string;
  /** At the start, and after each quarter. */
  points: number[];
  /** Whether it is what the teams are compared with. */
  isPlain?: boolean;
}

/** Strokes beside colours: more teams than colours, and readers who see few of them. */
const DASHES = ["", "7 3", "2 3", "10 3 2 3", "", "7 3", "2 3", "10 3 2 3"];

export function Teams(props: { name: string; title: string; text: string; label: string; rows: TeamLine[]; quarters: number; format: (value: number) => string }) {
  return (
    <Chart
      name={props.name}
      title={props.title}
      text={props.text}
      height={270}
      draw={(width, height) => {
        const left = 66;
        const right = width - Math.min(140, width * 0.3);
        const bottom = height - 48;
        const all = props.rows.flatMap((row) => row.points);
        const low = Math.min(...all);
        const high = Math.max(...all);
        const margin = high > low ? 0 : Math.max(1, Math.abs(high) * 0.01);
        const x = scaleLinear().domain([0, props.quarters]).range([left, right]);
        const y = scaleLinear().domain([low - margin, high + margin]).nice(4).range([bottom, 14]);
        const path = line<number>((_, quarter) => x(quarter), (value) => y(value));
        const ends = spread(props.rows.map((row) => y(row.points[row.points.length - 1] ?? 0)), 15, 12, bottom);
        let place = 0;
        return (
          <>
            <AxisY y={y} ticks={y.ticks(4)} from={left} to={right} format={props.format} />
            {props.rows.map((row, i) => {
              const team = row.isPlain ? 0 : ++place;
              const last = row.points.length - 1;
              const end = y(row.points[last] ?? 0);
              return (
                <g key={row.name}>
                  <path d={path(row.points) ?? ""} fill="none" stroke={colour(team)} stroke-width={row.isPlain ? 1.5 : 2.4} stroke-dasharray={row.isPlain ? "3 3" : DASHES[team - 1]} />
                  <line x1={x(last) + 2} y1={end} x2={x(last) + 9} y2={ends[i]} stroke={colour(team)} stroke-width="1" />
                  <text class="halo" x={x(last) + 12} y={ends[i]} dy="0.32em">{cut(row.name, Math.max(4, Math.floor((width - x(last) - 12) / 8)))}</text>
                </g>
              );
            })}
            <AxisX x={x} ticks={x.ticks(Math.min(8, Math.floor(width / 50))).filter(Number.isInteger)} y={bottom} format={whole} label={props.label} width={right} />
          </>
        );
      }}
    />
  );
}
