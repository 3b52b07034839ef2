// Customers lost by cause under every strategy.

import { scaleLinear } from "d3-scale";
import type { Losses as Row } from "../answers";
import { amount, whole } from "../format";
import { t } from "../language";
import { AxisX, Chart, cut, EDGE } from "./frame";
import { Legend, legendHeight } from "./legend";

const CAUSES = ["silent", "unresolved", "resolved", "quick", "word_of_mouth"] as const;

/** Room for the axis and its label, in pixels. */
const AXIS = 44;

/** Losses that failures cause; natural churn is the same under every strategy and would hide them. */
export function Losses(props: { rows: Row[]; title: string; name: (name: string) => string; label: string }) {
  const row = 46;
  const legend = CAUSES.map((cause) => t("cause-name", { cause: cause.replaceAll("_", "-") }));
  return (
    <Chart
      name="losses-by-cause"
      title={props.title}
      text={props.rows.map((it) => `${props.name(it.strategy)}: ${CAUSES.map((cause, c) => `${legend[c]} ${whole(it[cause])}`).join(", ")}`).join("; ")}
      height={(width) => props.rows.length * row + 4 + AXIS + legendHeight(legend, width)}
      draw={(width) => {
        const sums = props.rows.map((it) => [CAUSES.reduce((sum, cause) => sum + Math.max(0, it[cause]), 0), CAUSES.reduce((sum, cause) => sum + Math.min(0, it[cause]), 0)] as const);
        const x = scaleLinear().domain([Math.min(0, ...sums.map(([, low]) => low)), Math.max(1, ...sums.map(([high]) => high))]).nice(4).range([EDGE, width - EDGE]);
        const bottom = props.rows.length * row + 4;
        return (
          <>
            <line class="zero" x1={x(0)} x2={x(0)} y1={0} y2={bottom} />
            {props.rows.map((it, i) => {
              let plus = 0;
              let minus = 0;
              return (
                <g key={it.strategy} transform={`translate(0,${i * row})`}>
                  <text class="halo" x={2} y={15}>
                    {cut(props.name(it.strategy), Math.floor(width / 11))}
                    <tspan class="quiet" dx="8">{whole(CAUSES.reduce((sum, cause) => sum + it[cause], 0))}</tspan>
                  </text>
                  {CAUSES.map((cause, c) => {
                    const value = it[cause];
                    const from = value >= 0 ? plus : minus + value;
                    if (value >= 0) plus += value;
                    else minus += value;
                    return <rect key={cause} x={x(from)} width={Math.max(0, x(from + Math.abs(value)) - x(from))} y={21} height={16} fill={`var(--o${c})`}><title>{`${legend[c]}: ${whole(value)}`}</title></rect>;
                  })}
                </g>
              );
            })}
            <AxisX x={x} ticks={x.ticks(Math.max(2, Math.floor(width / 110)))} y={bottom} format={amount} label={props.label} width={width - EDGE} />
            <Legend entries={legend.map((text, c) => ({ text, mark: <rect width="12" height="12" x="-6" y="-6" fill={`var(--o${c})`} /> }))} width={width} top={bottom + AXIS} />
          </>
        );
      }}
    />
  );
}
