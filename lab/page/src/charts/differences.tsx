// NPV difference of every strategy to the reference, with its 90 % interval.

import { scaleLinear } from "d3-scale";
import type { StrategySummary } from "../answers";
import { amount, signed } from "../format";
import { t } from "../language";
import { AxisX, Chart, colour, cut, EDGE } from "./frame";

export function Differences(props: { strategies: StrategySummary[]; name: (name: string) => string; currency: string; title: string; before?: StrategySummary[] }) {
  const rivals = props.strategies.slice(1);
  const row = 46;
  return (
    <Chart
      name="differences"
      title={props.title}
      text={rivals.map((it) => t("difference-text", { name: props.name(it.name), amount: signed(it.difference.npv.mean), low: signed(it.difference.npv.p05), high: signed(it.difference.npv.p95) })).join(" ")}
      height={rivals.length * row + 44}
      draw={(width) => {
        const old = props.before?.flatMap((it) => it.difference.npv.mean) ?? [];
        const all = rivals.flatMap((it) => [it.difference.npv.p05, it.difference.npv.p95, it.difference.npv.mean]).concat(0, old);
        const x = scaleLinear().domain([Math.min(...all), Math.max(...all)]).nice(4).range([EDGE, width - EDGE]);
        const bottom = rivals.length * row + 4;
        return (
          <>
            <line class="zero" x1={x(0)} x2={x(0)} y1={0} y2={bottom} />
            {rivals.map((it, i) => {
              const band = it.difference.npv;
              const y = i * row + 30;
              const was = props.before?.find((other) => other.name === it.name)?.difference.npv.mean;
              return (
                <g key={it.name}>
                  <text class="halo" x={2} y={i * row + 15}>
                    {cut(props.name(it.name), Math.floor(width / 11))}
                    <tspan class="strong" dx="8">{signed(band.mean)}</tspan>
                  </text>
                  <line x1={x(band.p05)} x2={x(band.p95)} y1={y} y2={y} stroke={colour(i + 1)} stroke-width="7" opacity="0.35" />
                  {was !== undefined && <circle cx={x(was)} cy={y} r="6" fill="none" stroke="var(--ink)" stroke-width="1.5" stroke-dasharray="2 2" />}
                  <circle cx={x(band.mean)} cy={y} r="6" fill={colour(i + 1)} />
                </g>
              );
            })}
            <AxisX x={x} ticks={x.ticks(Math.max(2, Math.floor(width / 110)))} y={bottom} format={amount} label={props.currency} width={width - EDGE} />
          </>
        );
      }}
    />
  );
}
