// The ROI curve: NPV difference as one lever moves, with the break-even and the point beyond which the next unit loses money.

import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { SweptStrategy } from "../answers";
import { amount, level, signed } from "../format";
import { t } from "../language";
import { AxisX, AxisY, Chart, EDGE, spoken } from "./frame";

export function Curve(props: { curve: SweptStrategy; form: string; colour: string; title: string; label: string; now?: number; before?: SweptStrategy }) {
  const points = props.curve.points;
  const first = points[0]?.value ?? 0;
  const last = points[points.length - 1]?.value ?? 1;
  const marks = ([
    [props.now, "curve-now"],
    [props.curve.break_even, "curve-break-even"],
    [props.curve.over_investment, "curve-over-investment"],
  ] as const).flatMap(([at, id]) => (at === null || at === undefined || at < first || at > last ? [] : [{ at, id, text: t(id, { level: level(at, props.form) }) }]));
  // Some points of the curve are enough to hear its way.
  const heard = points.filter((_, i) => i % Math.max(1, Math.floor((points.length - 1) / 5)) === 0);
  return (
    <Chart
      name="roi-curve"
      title={props.title}
      text={spoken(props.title, [...heard.map((p) => `${level(p.value, props.form)}: ${signed(p.npv_difference.mean)}`), ...marks.map((mark) => mark.text)])}
      height={280}
      draw={(width, height) => {
        const left = 62;
        const bottom = height - 48;
        const amounts = points.flatMap((p) => [p.npv_difference.p05, p.npv_difference.p95, p.npv_difference.mean]).concat(0);
        const x = scaleLinear().domain([first, last]).range([left, width - EDGE]);
        const y = scaleLinear().domain([Math.min(...amounts), Math.max(...amounts)]).nice(4).range([bottom, 22]);
        const mean = line<(typeof points)[number]>((p) => x(p.value), (p) => y(p.npv_difference.mean));
        const band = area<(typeof points)[number]>((p) => x(p.value), (p) => y(p.npv_difference.p05), (p) => y(p.npv_difference.p95));
        return (
          <>
            <AxisY y={y} ticks={y.ticks(4)} from={left} to={width - EDGE} format={amount} />
            <path d={band(points) ?? ""} fill={props.colour} opacity="0.18" />
            {props.before && <path d={mean(props.before.points) ?? ""} fill="none" stroke="var(--ink)" stroke-width="1.5" stroke-dasharray="3 3" />}
            <path d={mean(points) ?? ""} fill="none" stroke={props.colour} stroke-width="2.5" />
            {marks.map(({ at, id, text }, i) => (
              <g key={id} transform={`translate(${x(at)},0)`}>
                <line class={id === "curve-now" ? "now" : "mark"} y1={22 + 14 * i} y2={bottom} />
                <text class="halo" y={18 + 14 * i} text-anchor={x(at) > width - 110 ? "end" : x(at) < left + 60 ? "start" : "middle"}>{text}</text>
              </g>
            ))}
            <AxisX x={x} ticks={x.ticks(Math.max(2, Math.floor(width / 110)))} y={bottom} format={(v) => level(v, props.form)} label={props.label} width={width - EDGE} />
          </>
        );
      }}
    />
  );
}
