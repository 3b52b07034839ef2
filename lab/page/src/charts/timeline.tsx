// One customer under every strategy: a lane each, with purchases, failures and what became of them.

import { scaleLinear } from "d3-scale";
import { money, whole } from "../format";
import { t } from "../language";
import type { CustomerStory, Fate } from "../story";
import { AxisX, Chart, cut } from "./frame";
import { Legend, legendHeight, lengthOf } from "./legend";

const OUTCOMES = ["silent", "unresolved", "resolved", "quick"];
/** A form for each outcome, so that colour is not needed to tell them apart. */
const FORMS: Record<string, string> = {
  silent: "M-6,0a6,6 0 1,0 12,0a6,6 0 1,0 -12,0Z",
  unresolved: "M-5.5,-5.5H5.5V5.5H-5.5Z",
  resolved: "M0,-7L7,5.5H-7Z",
  quick: "M0,-8L7,0L0,8L-7,0Z",
};
const ROW = 66;
const SIDE = 14;
/** Least distance of two purchases that can be told apart, in pixels. */
const APART = 2.5;

function Mark({ outcome }: { outcome: string }) {
  return <path d={FORMS[outcome] ?? FORMS.silent} fill={`var(--o${Math.max(0, OUTCOMES.indexOf(outcome))})`} stroke="var(--ink)" stroke-width="1.2" />;
}
const Left = () => <path d="M-6,-6L6,6M-6,6L6,-6" stroke="var(--ink)" stroke-width="2.5" fill="none" />;
const Returned = () => <path d="M-5,-7L6,0L-5,7Z" stroke="var(--ink)" stroke-width="2" fill="var(--paper)" />;

/** Stretches of periods in which somebody was a customer. */
function stays(fate: Fate): [number, number][] {
  const found: [number, number][] = [];
  fate.purchases.forEach((bought, i) => {
    const last = found[found.length - 1];
    if (bought === null) return;
    if (last && last[1] === i) last[1] = i + 1;
    else found.push([i, i + 1]);
  });
  return found;
}

export function Timeline(props: { story: CustomerStory; title: string; note: string; currency: string; period: string; now: number; name: (name: string) => string; onChoose: (period: number) => void }) {
  const { story, now, name } = props;
  const periods = story.fates[0]?.purchases.length ?? 1;
  const end = (fate: Fate) => (fate.left === null ? t("chart-story-stayed") : t("chart-story-left-in", { when: t("period-at", { period: props.period, number: String(fate.left) }) }));
  const has = (what: string) => story.fates.some((fate) => fate.happenings.some((it) => it.what === what));
  const isTold = story.fates.some((fate) => fate.happenings.some((it) => (it.told ?? 0) > 0));
  const entries = [
    { text: t("lab-story-purchase"), mark: <path d="M-4,-7V7M2,-7V7" stroke="var(--ink)" stroke-width="1.5" /> },
    ...OUTCOMES.map((outcome) => ({ text: t("chart-story-failure", { outcome }), mark: <Mark outcome={outcome} /> })),
    ...(isTold ? [{ text: t("lab-story-told"), mark: <text text-anchor="middle" dy="0.35em" class="strong">3</text> }] : []),
    { text: t("chart-story-left"), mark: <Left /> },
    ...(has("returned") ? [{ text: t("lab-story-returned"), mark: <Returned /> }] : []),
  ];
  const texts = entries.map((it) => it.text);
  const bottom = story.fates.length * ROW + 4;
  const scale = (width: number) => scaleLinear().domain([0, periods]).range([SIDE, width - SIDE - 8]);
  return (
    <Chart
      name={`customer-${story.customer}`}
      title={props.title}
      note={props.note}
      text={story.fates.map((fate) => `${name(fate.strategy)}: ${end(fate)}, ${money(fate.worth, props.currency)}.`).join(" ")}
      height={(width) => bottom + 50 + legendHeight(texts, width)}
      draw={(width) => {
        const x = scale(width);
        const step = x(1) - x(0);
        return (
          <>
            <rect class="moment" x={x(now - 1)} width={step} y={0} height={bottom} />
            {story.fates.map((fate, i) => {
              const figure = `${money(fate.worth, props.currency)} · ${end(fate)}`;
              const room = Math.floor((width - lengthOf(figure) - 24) / 8.2);
              return (
                <g key={fate.strategy} transform={`translate(0,${i * ROW})`}>
                  <text x={2} y={15} class="strong">{cut(name(fate.strategy), Math.max(4, room))}</text>
                  <text x={width - 2} y={15} text-anchor="end">{figure}</text>
                  <line class="lane" x1={x(0)} x2={x(periods)} y1={46} y2={46} />
                  {stays(fate).map(([from, to]) => <rect key={from} class="stay" x={x(from)} width={x(to) - x(from)} y={35} height={22} />)}
                  <path
                    class="purchases"
                    d={fate.purchases
                      .map((bought, p) => {
                        const strokes = Math.min(bought ?? 0, Math.max(1, Math.floor(step / APART)));
                        return Array.from({ length: Math.floor(strokes) }, (_, k) => `M${(x(p) + (step * (k + 0.5)) / strokes).toFixed(1)},39V53`).join("");
                      })
                      .join("")}
                  />
                  {fate.happenings.map((it, k) => {
                    if (it.what === "failure") {
                      return (
                        <g key={k} transform={`translate(${x(it.period - 0.5)},46)`}>
                          <Mark outcome={it.outcome ?? "silent"} />
                          {(it.told ?? 0) > 0 && <text class="halo" text-anchor="middle" y="-13">{whole(it.told ?? 0)}</text>}
                        </g>
                      );
                    }
                    if (it.what === "left") return <g key={k} transform={`translate(${x(it.period) + 9},46)`}><Left /></g>;
                    if (it.what === "returned") return <g key={k} transform={`translate(${x(it.period) - 2},46)`}><Returned /></g>;
                    return null;
                  })}
                </g>
              );
            })}
            <AxisX x={x} ticks={x.ticks(Math.max(3, Math.floor(width / 90))).filter(Number.isInteger)} y={bottom} format={whole} label={t("period-name", { period: props.period })} width={width - 2} />
            <Legend entries={entries} width={width} top={bottom + 48} />
          </>
        );
      }}
      over={(width) => (
        <div
          class="probe"
          aria-hidden="true"
          onPointerDown={(event) => {
            const period = Math.ceil(scale(width).invert(event.offsetX));
            if (period >= 1 && period <= periods && event.offsetY < bottom) props.onChoose(period);
          }}
        />
      )}
    />
  );
}
