// Which uncertain input moves the NPV difference of the best strategy, and where another becomes the best.

import { scaleLinear } from "d3-scale";
import type { Tornado as Found } from "../answers";
import { amount, level, signed } from "../format";
import { t } from "../language";
import { AxisX, Chart, cut, EDGE, spoken } from "./frame";
import { Legend, legendHeight } from "./legend";

export function Tornado(props: { found: Found; rows: number; title: string; label: string; keyName: (key: string) => string; form: (key: string) => string; name: (name: string) => string }) {
  const { found } = props;
  const difference = (npv: Record<string, number>) => (npv[found.contender] ?? 0) - (npv[found.reference] ?? 0);
  const bars = found.tornado.slice(0, props.rows);
  const row = 44;
  const point = difference(found.point_values.npv);
  const entries = [
    { text: t("chart-tornado-low"), mark: <rect x="-10" y="-7" width="20" height="14" fill="var(--low)" /> },
    { text: t("chart-tornado-high"), mark: <rect x="-10" y="-7" width="20" height="14" fill="var(--high)" /> },
    { text: t("chart-tornado-point", { amount: amount(point) }), mark: <line class="mark" y1="-9" y2="9" /> },
    ...(bars.some((bar) => bar.flips.length > 0) ? [{ text: t("chart-tornado-turns"), mark: <path class="flip" d="M0,-8L5,0L0,8L-5,0Z" /> }] : []),
  ];
  const texts = entries.map((it) => it.text);
  return (
    <Chart
      name="tornado"
      title={props.title}
      text={spoken(props.title, bars.map((bar) => `${props.keyName(bar.key)}: ${[bar.low, bar.high].map((end) => `${level(end.value, props.form(bar.key))} ${signed(difference(end.npv))}`).join(", ")}`))}
      height={(width) => bars.length * row + 46 + legendHeight(texts, width)}
      draw={(width) => {
        const all = bars.flatMap((bar) => [difference(bar.low.npv), difference(bar.high.npv)]).concat(0, point);
        const x = scaleLinear().domain([Math.min(...all), Math.max(...all)]).nice(4).range([EDGE, width - EDGE]);
        const bottom = bars.length * row + 4;
        return (
          <>
            <line class="zero" x1={x(0)} x2={x(0)} y1={0} y2={bottom} />
            <line class="mark" x1={x(point)} x2={x(point)} y1={0} y2={bottom} />
            {bars.map((bar, i) => {
              const low = difference(bar.low.npv);
              const high = difference(bar.high.npv);
              const form = props.form(bar.key);
              const flip = bar.flips[0];
              // Where the bar stands at the flip, on a straight line from the point value to the end.
              const end = flip && (flip.value < bar.point) === (bar.low.value < bar.point) ? { value: bar.low.value, to: low } : { value: bar.high.value, to: high };
              const at = flip ? point + ((end.to - point) * (flip.value - bar.point)) / (end.value - bar.point || 1) : 0;
              return (
                <g key={bar.key} transform={`translate(0,${i * row})`}>
                  <text class="halo" x={2} y={14}>
                    {cut(props.keyName(bar.key), Math.floor(width / 9))}
                    {flip && width > 480 && <tspan class="quiet" dx="8">{t("tornado-flip", { level: level(flip.value, form), name: props.name(flip.best) })}</tspan>}
                  </text>
                  <rect x={Math.min(x(low), x(point))} width={Math.abs(x(low) - x(point))} y={20} height={14} fill="var(--low)"><title>{`${level(bar.low.value, form)}: ${amount(low)}`}</title></rect>
                  <rect x={Math.min(x(high), x(point))} width={Math.abs(x(high) - x(point))} y={20} height={14} fill="var(--high)"><title>{`${level(bar.high.value, form)}: ${amount(high)}`}</title></rect>
                  {flip && <path class="flip" transform={`translate(${x(at)},27)`} d="M0,-8L5,0L0,8L-5,0Z" />}
                </g>
              );
            })}
            <AxisX x={x} ticks={x.ticks(Math.max(2, Math.floor(width / 110)))} y={bottom} format={amount} label={props.label} width={width - EDGE} />
            <Legend entries={entries} width={width} top={bottom + 42} />
          </>
        );
      }}
    />
  );
}
