// Cumulative discounted difference to the reference over time.

import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { Band, Explored } from "../answers";
import { amount, signed, whole } from "../format";
import { AxisX, AxisY, Chart, colour, cut, spoken, spread } from "./frame";

/** The points after a quarter, a half, three quarters and all of the time. */
const quarters = (points: [number, Band][]): [number, Band][] => [...new Set([1, 2, 3, 4].map((quarter) => Math.ceil((points.length * quarter) / 4) - 1))].flatMap((i) => points.slice(i, i + 1));

export function Cumulative(props: { rows: Explored["pictures"]["cumulative"]; best: string; title: string; label: string; name: (name: string) => string }) {
  return (
    <Chart
      name="cumulative-difference"
      title={props.title}
      text={spoken(props.title, props.rows.map((row) => `${props.name(row.strategy)}: ${quarters(row.points).map(([period, band]) => `${props.label} ${whole(period)} ${signed(band.mean)}`).join(", ")}`))}
      height={290}
      draw={(width, height) => {
        const left = 62;
        const right = width - Math.min(130, width * 0.3);
        const bottom = height - 48;
        const shown = props.rows.find((row) => row.strategy === props.best);
        const all = props.rows.flatMap((row) => row.points.map(([, band]) => band.mean)).concat(0, shown?.points.flatMap(([, band]) => [band.p05, band.p95]) ?? []);
        const last = props.rows[0]?.points.length ?? 1;
        const x = scaleLinear().domain([0, last]).range([left, right]);
        const y = scaleLinear().domain([Math.min(...all), Math.max(...all)]).nice(4).range([bottom, 12]);
        const mean = line<[number, Band]>(([period]) => x(period), ([, band]) => y(band.mean));
        const band = area<[number, Band]>(([period]) => x(period), ([, it]) => y(it.p05), ([, it]) => y(it.p95));
        const ends = props.rows.map((row) => y(row.points[row.points.length - 1]?.[1].mean ?? 0));
        const labels = spread(ends, 15, 12, bottom);
        return (
          <>
            <AxisY y={y} ticks={y.ticks(4)} from={left} to={right} format={amount} />
            {props.rows.map((row, i) => (
              <g key={row.strategy}>
                {row.strategy === props.best && <path d={band(row.points) ?? ""} fill={colour(i + 1)} opacity="0.18" />}
                <path d={mean([[0, { mean: 0, p05: 0, p50: 0, p95: 0 }], ...row.points]) ?? ""} fill="none" stroke={colour(i + 1)} stroke-width={row.strategy === props.best ? 3 : 1.8} />
                <text x={right + 6} y={labels[i]} dy="0.32em" class={row.strategy === props.best ? "strong" : ""}>{cut(props.name(row.strategy), Math.floor((width - right) / 8))}</text>
              </g>
            ))}
            <AxisX x={x} ticks={x.ticks(Math.max(2, Math.floor(width / 120))).filter(Number.isInteger)} y={bottom} format={whole} label={props.label} width={right} />
          </>
        );
      }}
    />
  );
}
