// Explore: sliders, and the answer beside them.

import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Described, StudyNumber } from "../answers";
import { curve, explored, isFresh, isSettled, lever, pin, pinnedAnswer, progress, tornado, trouble, variants } from "../answering";
import { Cumulative } from "../charts/cumulative";
import { Curve } from "../charts/curve";
import { Differences } from "../charts/differences";
import { colour, Scroll } from "../charts/frame";
import { Losses } from "../charts/losses";
import { Tornado } from "../charts/tornado";
import { Tree } from "../charts/tree";
import { Refused } from "../engine";
import { keyName, level, money, probability, share, signed, whole } from "../format";
import { t } from "../language";
import { allowed, change, described, fieldValue, move, original, pinned, putAllBack, shown as name, state, typed, valueIn } from "../state";

/** The numbers that have a slider, by what `--set` takes; none yet: those that the page chooses. */
export const controls = signal<string[] | undefined>(undefined);

/** How many sliders the tornado chooses. */
const INFLUENTIAL = 5;

/** The numbers that get a slider unasked: the levers of the study's sweeps, then the most influential inputs. */
export function chosen(study: Described): string[] {
  if (controls.value) return controls.value;
  const levers = study.sweeps.map(({ key, strategy }) => study.numbers.find((n) => n.key === key && n.strategy === strategy) ?? study.numbers.find((n) => n.key === key));
  const influential = (tornado.value?.tornado ?? []).slice(0, INFLUENTIAL).map(({ key }) => study.numbers.find((n) => n.key === key));
  const keys = [...levers, ...influential].flatMap((number) => (number ? [number.set] : []));
  return [...new Set(keys)];
}

/** Where a slider ends. */
function ends(number: StudyNumber, study: Described): [number, number] {
  const swept = study.sweeps.find(({ key, strategy }) => key === number.key && (number.strategy === null || strategy === number.strategy));
  if (swept) return [swept.from, swept.to];
  const values = [number.value, ...(number.interval ?? []), ...(number.range ?? [])];
  let low = Math.min(...values);
  let high = Math.max(...values);
  const span = high - low;
  if (span === 0) {
    if (number.form === "share" && number.value > 0.2) [low, high] = [0, 1];
    else [low, high] = [Math.min(0, 3 * number.value), Math.max(0, 3 * number.value) || 1];
  } else if (!number.range) {
    [low, high] = [low - span / 2, high + span / 2];
    if (low < 0 && number.bounds[0] >= 0) low = 0;
  }
  return [Math.max(low, number.bounds[0]), Math.min(high, number.bounds[1])];
}

/** A step that a finger can hit and a reader can read. */
function stepOf([low, high]: [number, number], number: StudyNumber): number {
  const rough = (high - low) / 200;
  const step = 10 ** Math.floor(Math.log10(rough || 1));
  return number.form === "whole" ? Math.max(1, Math.round(step)) : step * (rough / step >= 5 ? 5 : rough / step >= 2 ? 2 : 1);
}

const rounded = (value: number): number => Number(value.toPrecision(6));

/** A slider for a number, with its meaning and source. */
export function Control({ number, study }: { number: StudyNumber; study: Described }) {
  const [open, setOpen] = useState(false);
  const value = valueIn(state.value, number);
  const isMoved = state.value.moved.some(([key]) => key === number.set);
  const range = ends(number, study);
  const step = stepOf(range, number);
  const label = keyName(number.parts, number.is_name);
  const id = `n-${number.set}`;
  const percent = number.form === "share";
  // A move of the slider is one step back, however many values it goes through.
  const isFirst = useRef(true);
  const set = (to: number, isStep: boolean) => {
    const value = allowed(number, to);
    if (value !== undefined) move(number.set, value, isStep);
  };
  return (
    <div class={`control${isMoved ? " moved" : ""}`}>
      <div class="head">
        <label for={id}>
          {label}
          {number.strategy && <span class="quiet"> · {name(number.strategy)}</span>}
        </label>
        <button type="button" class="small" aria-expanded={open} aria-label={t("about", { what: label })} onClick={() => setOpen(!open)}>?</button>
      </div>
      <div class="row">
        <input
          id={id}
          type="range"
          min={Math.min(range[0], value)}
          max={Math.max(range[1], value)}
          step={step}
          value={value}
          aria-valuetext={level(value, number.form)}
          onPointerDown={() => (isFirst.current = true)}
          onKeyDown={(event) => {
            if (!event.repeat) isFirst.current = true;
          }}
          onInput={(event) => {
            set(Number(event.currentTarget.value), isFirst.current);
            isFirst.current = false;
          }}
        />
        <span class="field">
          <input
            type="number"
            step="any"
            aria-label={t("value-of", { what: label })}
            value={fieldValue(number, value)}
            onChange={(event) => {
              const value = typed(number, event.currentTarget);
              if (value !== undefined) move(number.set, value, true);
            }}
          />
          <span class="unit">{percent ? "%" : number.form === "money" ? study.currency : ""}</span>
        </span>
        <button type="button" class="small" disabled={!isMoved} aria-label={t("put-back", { what: label })} title={t("put-back", { what: label })} onClick={() => move(number.set, undefined, true)}>↺</button>
      </div>
      {open && (
        <div class="about">
          <p lang="en">{number.meaning}</p>
          <p class="quiet">
            {number.interval && <>{t("about-interval", { value: level(number.value, number.form), low: level(number.interval[0], number.form), high: level(number.interval[1], number.form) })} </>}
            {number.range && <>{t("about-range", { low: level(number.range[0], number.form), high: level(number.range[1], number.form) })} </>}
            {number.source && <span lang="en">{number.source}. </span>}
            {t("about-status", { status: t("status", { status: number.status }) })}
          </p>
          <p class="quiet"><code>--set {number.set}={rounded(value)}</code></p>
          {number.interval && <p class="quiet">{t("about-moved")}</p>}
          <button type="button" class="small" onClick={() => (controls.value = chosen(study).filter((key) => key !== number.set))}>{t("hide")}</button>
        </div>
      )}
    </div>
  );
}

/** Looks over all numbers of the study. */
function Search({ study }: { study: Described }) {
  const [asked, setAsked] = useState("");
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const have = chosen(study);
  const text = (n: StudyNumber) => `${keyName(n.parts, n.is_name)} ${n.set} ${n.meaning} ${n.strategy ? name(n.strategy) : ""}`.toLowerCase();
  const found = words.length === 0 ? [] : study.numbers.filter((n) => !have.includes(n.set) && words.every((word) => text(n).includes(word)));
  return (
    <div class="search">
      <label for="search">{t("search")}</label>
      <input id="search" type="search" value={asked} onInput={(event) => setAsked(event.currentTarget.value)} autocomplete="off" />
      {words.length > 0 && (
        <ul>
          {found.slice(0, 8).map((n) => (
            <li key={n.set}>
              <button
                type="button"
                onClick={() => {
                  controls.value = [...have, n.set];
                  setAsked("");
                }}
              >
                {keyName(n.parts, n.is_name)}
                {n.strategy && <span class="quiet"> · {name(n.strategy)}</span>} <span class="quiet">{level(valueIn(state.value, n), n.form)}</span>
              </button>
            </li>
          ))}
          {found.length === 0 && <li class="quiet">{t("search-nothing")}</li>}
          {found.length > 8 && <li class="quiet">{t("search-more", { number: found.length - 8 })}</li>}
        </ul>
      )}
    </div>
  );
}

/** The answer in a sentence. */
export function Headline({ study }: { study: Described }) {
  const found = explored.value;
  if (!found) return <p class="answer">{t("computing")}</p>;
  const all = found.comparison.strategies;
  const best = all[found.best];
  const reference = all[0];
  if (!best || !reference) return null;
  const horizon = t("periods", { period: study.period, number: study.periods });
  const ranked = all.slice(1).sort((a, b) => b.worth.npv.mean - a.worth.npv.mean);
  const about = found.best > 0 ? best : ranked[0];
  // A few draws say little about how often a strategy is the best.
  if (!about) return <p class="answer">{t("answer-alone", { name: name(reference.name), amount: money(reference.worth.npv.mean, study.currency), horizon })}</p>;
  const { npv } = about.difference;
  // Where nothing is uncertain or left to chance, every draw says the same.
  const isCertain = isSettled.value && all.every((it) => it.worth.npv.p05 === it.worth.npv.p95);
  const args = {
    name: name(about.name),
    who: name(best.name),
    reference: name(reference.name),
    amount: money(Math.abs(npv.mean), study.currency),
    low: signed(npv.p05),
    high: signed(npv.p95),
    horizon,
    certain: isCertain ? "yes" : "no",
    best: probability(found.best > 0 ? best.p_best : reference.p_best),
    roi: about.roi.value === null ? "none" : share(about.roi.value),
  };
  return (
    <p class={isSettled.value ? "answer" : "answer early"} aria-live="polite">
      {t(found.best > 0 ? "answer-pays" : "answer-stays", args)}
      {found.best > 0 && about.roi.value !== null && ` ${t("answer-roi", args)}`}
      {isSettled.value && !isCertain && ` ${t("answer-best", args)}`}
    </p>
  );
}

/** Draws behind the answer. */
export function Progress() {
  const { done, of } = progress.value;
  const engine = explored.value?.engine ?? "expected";
  return (
    <p class="quiet progress">
      <progress max={of} value={done} aria-label={t("draws-done", { done, of })} /> {t("draws-of", { done, of, engine })}
    </p>
  );
}

/** Everything that is wrong, in place of an answer. */
export function Refusal({ error }: { error: Error | undefined }) {
  if (!error) return null;
  const list = error instanceof Refused ? error.diagnostics : [];
  return (
    <div class="trouble" role="alert">
      <p>{t("refused")}</p>
      <ul lang="en">
        {list.length === 0 && <li>{error.message}</li>}
        {list.map((one, i) => (
          <li key={i}><code>{one.code}</code> {one.message}{one.help && ` (${one.help})`}</li>
        ))}
      </ul>
    </div>
  );
}

/** What is wrong with the answer that all views share. */
export const Trouble = () => <Refusal error={trouble.value} />;

/** What was changed since the study came. */
function Changes({ study, came }: { study: Described; came: Described }) {
  const moved = study.numbers.flatMap((number) => {
    const before = came.numbers.find((n) => n.set === number.set)?.value;
    const now = valueIn(state.value, number);
    return before === undefined || before === now ? [] : [{ number, before, now }];
  });
  const names = (of: Described) => of.strategies.map((it) => it.name);
  const added = names(study).filter((it) => !names(came).includes(it));
  const gone = names(came).filter((it) => !names(study).includes(it));
  const count = moved.length + added.length + gone.length;
  if (count === 0) return null;
  return (
    <details class="changes">
      <summary>{t("changed", { number: count })}</summary>
      <ul>
        {moved.map(({ number, before, now }) => (
          <li key={number.set}>
            {t("changed-number", { what: keyName(number.parts, number.is_name), from: level(before, number.form), to: level(now, number.form) })}
            {number.strategy && <span class="quiet"> · {name(number.strategy)}</span>}
          </li>
        ))}
        {added.map((it) => <li key={it}>{t("changed-added", { name: name(it) })}</li>)}
        {gone.map((it) => <li key={it}>{t("changed-gone", { name: name(it) })}</li>)}
      </ul>
      <button type="button" onClick={putAllBack}>{t("put-all-back")}</button>
    </details>
  );
}

function Pinned({ study }: { study: Described }) {
  const answer = pinnedAnswer.value;
  const now = explored.value;
  if (!answer || !now) return <button type="button" onClick={pin} disabled={!isSettled.value}>{t("pin")}</button>;
  const a = answer.explored.comparison.strategies;
  const b = now.comparison.strategies;
  return (
    <div class="pinned">
      <table>
        <caption>{t("pinned-title")}</caption>
        <thead><tr><th scope="col">{t("strategy")}</th><th scope="col" class="number">{t("pinned-a")}</th><th scope="col" class="number">{t("pinned-b")}</th><th scope="col" class="number">{t("pinned-change")}</th></tr></thead>
        <tbody>
          {b.slice(1).map((it) => {
            const was = a.find((other) => other.name === it.name)?.difference.npv.mean;
            return (
              <tr key={it.name}>
                <th scope="row">{name(it.name)}</th>
                <td class="number">{was === undefined ? "–" : signed(was)}</td>
                <td class="number">{signed(it.difference.npv.mean)}</td>
                <td class="number">{was === undefined ? "–" : signed(it.difference.npv.mean - was)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="quiet">{t("pinned-note", { currency: study.currency })}</p>
      <button type="button" onClick={() => pinned.value && change(pinned.value)}>{t("pin-return")}</button>{" "}
      <button type="button" onClick={pin} disabled={!isSettled.value}>{t("pin-again")}</button>{" "}
      <button type="button" onClick={() => (pinned.value = undefined)}>{t("unpin")}</button>
    </div>
  );
}

/** Names of the built-in model variants in the catalogue, in their order; those of the study's author are not there. */
const VARIANTS = [
  "no-replacement", "dear-replacement", "beyond-horizon", "no-replacement-beyond-horizon", "cash-at-start", "asked-react-half", "loyal-speak",
  "unresolved-below-silent", "failures-matter-half", "half-complain", "no-word-of-mouth", "strong-word-of-mouth", "replacing-half-as-dear", "replacing-twice-as-dear",
];
function variantName(of: string): string {
  const id = VARIANTS[described.value?.built_in_variants.indexOf(of) ?? -1];
  return id === undefined ? of : t(`variant-${id}`);
}

function Variants() {
  const found = variants.value;
  if (!found) return null;
  const holding = found.variants.filter((variant) => variant.best === found.best).length;
  const title = t("variants-title", { name: name(found.best), holding, all: found.variants.length });
  return (
    <section>
      <h3>{title}</h3>
      <Scroll label={title}>
        <table>
          <thead><tr><th scope="col">{t("variant")}</th><th scope="col">{t("variant-best")}</th><th scope="col" class="number">{t("variant-difference", { name: name(found.best) })}</th></tr></thead>
          <tbody>
            {found.variants.map((variant) => (
              <tr key={variant.name} class={variant.best === found.best ? "" : "turned"}>
                <th scope="row">{variantName(variant.name)}</th>
                <td>{name(variant.best)}</td>
                <td class="number">{signed(variant.differences[found.best] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

/** The choice of the scenario, where there are several. */
export function Scenarios({ study }: { study: Described }) {
  if (study.scenarios.length < 2) return null;
  return (
    <p class="choice">
      <label for="scenario">{t("scenario")}</label>
      <select id="scenario" value={state.value.scenario} onChange={(event) => change({ scenario: event.currentTarget.value })}>
        {study.scenarios.map((scenario) => <option key={scenario.name} value={scenario.name}>{name(scenario.name)}</option>)}
      </select>
    </p>
  );
}

export function Explore() {
  const study = described.value;
  if (!study) return <p>{t("computing")}</p>;
  const found = explored.value;
  const numbers = chosen(study).flatMap((key) => study.numbers.find((n) => n.set === key) ?? []);
  const strategies = found?.comparison.strategies ?? [];
  const bestName = found ? strategies[found.best]?.name ?? "" : "";
  const label = (key: string) => {
    const number = study.numbers.find((n) => n.key === key);
    return number ? keyName(number.parts, number.is_name) : key;
  };
  const form = (key: string) => study.numbers.find((n) => n.key === key)?.form ?? "number";
  const levers = [...study.sweeps];
  for (const number of numbers) {
    const strategy = number.strategy ?? (found && found.best > 0 ? bestName : study.strategies[1]?.name);
    if (strategy === undefined || levers.some((it) => it.key === number.key && it.strategy === strategy) || study.strategies[0]?.name === strategy) continue;
    const [from, to] = ends(number, study);
    levers.push({ key: number.key, from, to, steps: 21, strategy });
  }
  // A lever of a strategy that is no longer there gives way to the first.
  const over = levers.find((it) => it.key === lever.value?.key && it.strategy === lever.value.strategy) ?? levers[0];
  useEffect(() => {
    if (over?.key !== lever.value?.key || over?.strategy !== lever.value?.strategy) lever.value = over;
  }, [over?.key, over?.strategy]);
  const overNumber = over && (study.numbers.find((n) => n.key === over.key && n.strategy === over.strategy) ?? study.numbers.find((n) => n.key === over.key));
  const excess = (row: { silent: number; unresolved: number; resolved: number; quick: number; word_of_mouth: number }) => row.silent + row.unresolved + row.resolved + row.quick + row.word_of_mouth;
  return (
    <div class="explore">
      <aside aria-label={t("controls")}>
        <h2>{t("controls")}</h2>
        <Scenarios study={study} />
        {numbers.map((number) => <Control key={number.set} number={number} study={study} />)}
        <Search study={study} />
        <p class="choice">
          <label for="reading">{t("engine")}</label>
          <select id="reading" value={state.value.engine} onChange={(event) => change({ engine: event.currentTarget.value as "expected" })}>
            {(["expected", "cohort", "agents"] as const).map((engine) => <option key={engine} value={engine} disabled={study.has_contagion && engine !== "agents"}>{t("engine-name", { engine })}</option>)}
          </select>
        </p>
        <Changes study={study} came={original.value ?? study} />
      </aside>
      <div class="results">
        <Trouble />
        <div class="top">
          <Headline study={study} />
          <Progress />
        </div>
        {found && strategies.length > 1 && (
          <>
            <Pinned study={study} />
            <Differences strategies={strategies} before={pinnedAnswer.value?.explored.comparison.strategies} name={name} currency={study.currency} title={t("differences-title", { reference: name(strategies[0]?.name ?? ""), currency: study.currency })} />
          </>
        )}
        {strategies.length > 1 && over && !study.has_contagion && (
          <section>
            <p class="choice">
              <label for="lever">{t("lever")}</label>
              <select id="lever" value={levers.findIndex((it) => it.key === over.key && it.strategy === over.strategy)} onChange={(event) => (lever.value = levers[Number(event.currentTarget.value)])}>
                {levers.map((it, i) => <option key={i} value={i}>{`${name(it.strategy)}: ${label(it.key)}`}</option>)}
              </select>
            </p>
            {curve.value && curve.value.key === over.key && curve.value.strategy === over.strategy && (
              <Curve
                curve={curve.value}
                before={pinnedAnswer.value?.curve?.strategy === curve.value.strategy && pinnedAnswer.value.curve.key === over.key ? pinnedAnswer.value.curve : undefined}
                form={form(over.key)}
                colour={colour(Math.max(1, study.strategies.findIndex((it) => it.name === curve.value?.strategy)))}
                label={label(over.key)}
                now={overNumber ? valueIn(state.value, overNumber) : undefined}
                title={t(curve.value.over_investment !== null ? "curve-title-over" : curve.value.break_even !== null ? "curve-title-break-even" : "curve-title", {
                  name: name(curve.value.strategy),
                  lever: label(over.key),
                  break: level(curve.value.break_even ?? 0, form(over.key)),
                  over: level(curve.value.over_investment ?? 0, form(over.key)),
                })}
              />
            )}
          </section>
        )}
        {found && (
          <>
            {strategies.length > 1 && <Cumulative rows={found.pictures.cumulative} best={bestName} name={name} label={t("cumulative-label", { period: t("period-name", { period: study.period }) })} title={cumulativeTitle(found.pictures.cumulative, found.best > 0 ? bestName : "", study)} />}
            <div class="pair">
              {found.pictures.trees.map((tree) => {
                const left = tree.branches.reduce((sum, branch) => sum + branch.left, 0);
                const all = tree.branches.reduce((sum, branch) => sum + branch.left + branch.stayed, 0);
                return <Tree key={tree.strategy} name={String(study.strategies.findIndex((it) => it.name === tree.strategy))} branches={tree.branches} title={t("tree-title", { name: name(tree.strategy), customers: whole(all), left: all > 0 ? share(left / all, 2) : "0" })} />;
              })}
            </div>
            <Losses rows={found.pictures.losses} name={name} label={t("customers")} title={t(strategies.length > 1 && found.best > 0 ? "losses-title" : "losses-title-alone", { name: name(bestName), reference: name(strategies[0]?.name ?? ""), here: whole(excess(found.pictures.losses[found.best] ?? NOBODY)), there: whole(excess(found.pictures.losses[0] ?? NOBODY)) })} />
          </>
        )}
        <div class={isFresh.value ? "" : "early"} aria-busy={!isFresh.value}>
        {strategies.length > 1 && tornado.value && tornado.value.tornado.length > 0 && (
          <Tornado found={tornado.value} rows={10} keyName={label} form={form} name={name} label={study.currency} title={t("tornado-title", { what: label(tornado.value.tornado[0]?.key ?? ""), name: name(tornado.value.contender), reference: name(tornado.value.reference), spread: money(widest(tornado.value), study.currency) })} />
        )}
        {strategies.length > 1 && <Variants />}
        </div>
      </div>
    </div>
  );
}

const NOBODY = { silent: 0, unresolved: 0, resolved: 0, quick: 0, word_of_mouth: 0 };

function widest(found: NonNullable<typeof tornado.value>): number {
  const bar = found.tornado[0];
  if (!bar) return 0;
  const difference = (npv: Record<string, number>) => (npv[found.contender] ?? 0) - (npv[found.reference] ?? 0);
  return Math.abs(difference(bar.high.npv) - difference(bar.low.npv));
}

function cumulativeTitle(rows: { strategy: string; payback: number | null }[], best: string, study: Described): string {
  const row = rows.find((it) => it.strategy === best);
  if (!row) return t("cumulative-title");
  const at = row.payback === null ? "" : t("period-at", { period: study.period, number: row.payback });
  if (row.payback === null) return t("cumulative-never", { name: name(best) });
  return row.payback === 1 ? t("cumulative-always", { name: name(best), at }) : t("cumulative-payback", { name: name(best), at });
}
