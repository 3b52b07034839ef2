// Paradox: three claims in two measures, where each holds, and what it would cost to cause failures.

import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Described, StudyNumber } from "../answers";
import { Scroll } from "../charts/frame";
import { frontierWords, holdsAt, ParadoxMap, type Place } from "../charts/paradox-map";
import { amount, capital, fixed, joined, money, number as plainNumber, probability, share, signed, signedFixed, whole } from "../format";
import { t } from "../language";
import { bestThreshold, type Caused, type Claim, claimOf, endings, exists, follow, found, heldFrom, MEANINGS, MEASURES, MOST, type Measure, type ParadoxFound, type ParadoxMap as Map, type Subject, type Threshold, trouble } from "../paradox";
import { described, shown as name, state } from "../state";
import { Control, Refusal, Scenarios } from "./explore";

/** What was chosen: a kind of failure and a strategy, by name; none: the mildest, and the reference. */
const chosenKind = signal<string | undefined>(undefined);
const chosenStrategy = signal<string | undefined>(undefined);

/** Failures are added to so many purchases. */
const PURCHASES = 1000;
/** A threshold beyond this says nothing that "never" does not. */
const FAR = 2;

/** A name in quotation marks inside a sentence that has none around it. */
const quoted = (of: string): string => `\`${name(of)}\``;
/** The head of a column. */
const head = (id: string, args: Record<string, string> = {}): string => capital(t(id, args));

/** A value of a measure. */
const valueOf = (measure: Measure, value: number): string => (measure === "satisfaction" ? fixed(value, 2) : share(value));
/** A difference in a measure: points of satisfaction, or percentage points. */
const gapOf = (measure: Measure, value: number): string => (measure === "satisfaction" ? signedFixed(value, 2) : t("lab-paradox-points", { number: signedFixed(100 * value, 1) }));

/** The numbers that move the paradox of a kind of failure under a strategy. */
function controls(study: Described, severity: string, strategy: string): StudyNumber[] {
  const paths = [
    ["severity", severity, "complain"],
    ["recovery", "resolves"],
    ["recovery", "quick"],
    ["recovery", "desk", "resolve_median_hours"],
    ["recovery", "compensation"],
    ["recovery", "apology"],
    ["severity", severity, "satisfaction_drop"],
    ["satisfaction", "gain"],
    ["severity", severity, "repurchase", "quick"],
    ["severity", severity, "repurchase", "silent"],
  ];
  const at = (path: string[], of: string | null) => study.numbers.find((n) => n.strategy === of && n.parts.length === path.length && n.parts.every((part, i) => part === path[i]));
  // With a desk, the quick share follows from its load.
  const hasDesk = /^\[recovery\.desk\]/m.test(study.text);
  return paths.flatMap((path) => (hasDesk && path.join(".") === "recovery.quick" ? [] : (at(path, strategy) ?? at(path, null) ?? [])));
}

function mildest(answer: ParadoxFound): number {
  const drops = answer.severity_map.marks.map((mark) => mark.x);
  return Math.max(0, drops.indexOf(Math.min(...drops)));
}

/** Which claims hold, in a sentence. */
function verdict(subject: Subject, strategy: string): string {
  const [satisfaction, repurchase] = MEASURES.map((measure) => {
    const holding = MEANINGS.filter((meaning) => claimOf(subject, meaning, measure).holds);
    return t("lab-paradox-holding", { number: holding.length, list: holding.map((it) => ["(i)", "(ii)", "(iii)"][MEANINGS.indexOf(it)]).join(", ") });
  });
  return t("lab-paradox-verdict", { failure: name(subject.failure ?? ""), strategy: name(strategy), satisfaction: satisfaction ?? "", repurchase: repurchase ?? "" });
}

/** The comparison of customers who were helped quickly, and of all with a failure. */
function comparison(answer: ParadoxFound, subject: Subject, strategy: string, mix: Subject): string {
  const [feels, returns] = [claimOf(subject, "conditional", "satisfaction"), claimOf(subject, "conditional", "repurchase")];
  const all = claimOf(mix, "population", "repurchase");
  const yes = (holds: boolean) => (holds ? "yes" : "no");
  const first = t("paradox-answer-feels", { strategy: name(strategy), failure: name(subject.failure ?? ""), happier: yes(feels.holds), after: fixed(feels.value, 2), before: fixed(feels.base, 2), p: probability(feels.probability) });
  const isSame = Math.abs(returns.value - returns.base) < 1e-12;
  const text = t("paradox-answer-returns", {
    feels: first,
    agrees: yes(feels.holds === returns.holds),
    more: isSame ? "same" : yes(returns.holds),
    after: share(returns.value),
    before: share(returns.base),
    p: probability(returns.probability),
    source: answer.driven ? "satisfaction" : "table",
  });
  return t("paradox-answer-all", { text, after: share(all.value), before: share(all.base), pay: yes(all.holds) });
}

function Claims({ subject, strategy }: { subject: Subject; strategy: string }) {
  const row = (claim: Claim) => (
    <tr key={claim.meaning} class={claim.holds ? "best" : ""}>
      <th scope="row">{t("paradox-meaning", { meaning: claim.meaning })}</th>
      <td class="when">{claim.holds ? `✓ ${t("lab-paradox-holds")}` : `✗ ${t("lab-paradox-fails")}`}</td>
      <td class="number">{valueOf(claim.measure, claim.value)}</td>
      <td class="number">{valueOf(claim.measure, claim.base)}</td>
      <td class="number">{gapOf(claim.measure, claim.value - claim.base)}</td>
      <td class="number">{gapOf(claim.measure, claim.gap.p05)} … {gapOf(claim.measure, claim.gap.p95)}</td>
      <td class="number">{probability(claim.probability)}</td>
    </tr>
  );
  return (
    <Scroll label={t("lab-paradox-claims", { failure: name(subject.failure ?? ""), strategy: name(strategy) })}>
      <table>
        <caption>{t("lab-paradox-claims", { failure: name(subject.failure ?? ""), strategy: name(strategy) })}</caption>
        <thead>
          <tr>
            <th scope="col">{head("lab-paradox-claim")}</th>
            <th scope="col">{head("lab-paradox-verdict-head")}</th>
            <th scope="col" class="number">{head("lab-paradox-value")}</th>
            <th scope="col" class="number">{head("lab-paradox-without")}</th>
            <th scope="col" class="number">{head("lab-paradox-difference")}</th>
            <th scope="col" class="number">{head("head-interval")}</th>
            <th scope="col" class="number">{t("paradox-head-p")}</th>
          </tr>
        </thead>
        {MEASURES.map((measure) => (
          <tbody key={measure}>
            <tr class="group"><th scope="rowgroup" colSpan={7}>{head("paradox-measure", { measure })}</th></tr>
            {MEANINGS.map((meaning) => row(claimOf(subject, meaning, measure)))}
          </tbody>
        ))}
      </table>
      <p class="note">{t("lab-paradox-claims-note")}</p>
    </Scroll>
  );
}

function severityTitle(map: Map): string {
  const [feels, returns] = MEASURES.map((measure) => {
    const frontier = map.frontiers.find((it) => it.measure === measure);
    return frontier && exists(frontier) ? t("paradox-map-reach", { points: frontier.edge === null ? "any" : fixed(frontier.edge, 1) }) : undefined;
  });
  if (feels && returns) return t(map.driven ? "paradox-map-title-driven" : "paradox-map-title-both", { at: feels });
  if (feels) return t("paradox-map-title-happier", { at: feels });
  return returns ? t("paradox-map-title-returns", { at: returns }) : t("paradox-map-title-none");
}

function complaintsTitle(map: Map): string {
  const failure = quoted(map.failure ?? "");
  const of = (meaning: string) => map.frontiers.find((it) => it.meaning === meaning && it.measure === "repurchase" && exists(it));
  const all = of("population");
  if (all) {
    if (all.edge === null) return t("paradox-complaints-title-always", { failure });
    return t("paradox-complaints-title-needs", { failure, share: probability(all.edge), today: probability(map.marks[0]?.x ?? 0) });
  }
  return t(of("complainers") ? "paradox-complaints-title-complainers" : "paradox-complaints-title-never", { failure });
}

function complaintsNote(map: Map): string {
  const text = t("paradox-complaints-subtitle", { failure: quoted(map.failure ?? "") });
  const missing = map.frontiers.filter((it) => !exists(it)).map((it) => frontierWords(it, map));
  if (missing.length === 0) return text;
  return t("paradox-complaints-nowhere", { text, list: missing.reduce((first, second) => t("paradox-and", { first, second })) });
}

interface MapShown {
  id: string;
  map: Map;
  title: string;
  note: string;
  across: string;
  up: string;
  /** Names of the sliders: across and up. */
  names: [string, string];
  label: string;
  format: (value: number) => string;
  start: Place;
  /** What there is to say of a claim at a place. */
  detail: (place: Place, index: number) => string;
}

/** A map and what holds at the point that is looked at. */
function Looked(props: MapShown) {
  const { map, id } = props;
  const [moved, setMoved] = useState<Place | undefined>();
  const at = moved ?? props.start;
  const [low, high] = map.across;
  const percent = (value: number) => share(value, 3);
  return (
    <div class="looked">
      <ParadoxMap
        name={id}
        map={map}
        at={at}
        title={props.title}
        note={props.note}
        across={props.across}
        up={props.up}
        format={props.format}
        label={props.label}
        readout={`${id}-readout`}
        shownName={name}
        onMove={(to) => setMoved({ x: Number(to.x.toPrecision(3)), y: Number(to.y.toFixed(3)) })}
      />
      <div class="dials">
        <label for={`${id}-across`}>{props.names[0]}</label>
        <input id={`${id}-across`} type="range" min={low} max={high} step={(high - low) / 100} value={at.x} aria-valuetext={props.format(at.x)} onInput={(event) => setMoved({ ...at, x: event.currentTarget.valueAsNumber })} />
        <output for={`${id}-across`}>{props.format(at.x)}</output>
        <label for={`${id}-up`}>{props.names[1]}</label>
        <input id={`${id}-up`} type="range" min={0} max={1} step={0.01} value={at.y} aria-valuetext={percent(at.y)} onInput={(event) => setMoved({ ...at, y: event.currentTarget.valueAsNumber })} />
        <output for={`${id}-up`}>{percent(at.y)}</output>
      </div>
      <div id={`${id}-readout`} class="readout" aria-live="polite" aria-atomic="true">
        <p>{t("lab-paradox-here", { across: props.names[0], x: props.format(at.x), up: props.names[1], y: percent(at.y) })}</p>
        <ul>
          {map.frontiers.map((frontier, i) => {
            const holds = holdsAt(frontier, at);
            return (
              <li key={frontier.meaning + frontier.measure} class={holds ? "holds" : ""}>
                <span aria-hidden="true">{holds ? "✓" : "✗"}</span> {t("lab-paradox-here-claim", { claim: frontierWords(frontier, map), holds: holds ? "yes" : "no" })}
                {props.detail(at, i)}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

function Maps({ answer, kind }: { answer: ParadoxFound; kind: number }) {
  const severity = answer.severity_map;
  const complaints = answer.complaint_maps[kind];
  const subject = answer.strategies[0]?.subjects[kind];
  const drop = severity.marks[kind]?.x ?? 0;
  const needs = (place: Place, i: number): string => {
    const frontier = severity.frontiers[i];
    const from = frontier && heldFrom(frontier, place.x);
    return t("lab-paradox-needs", { from: from === undefined ? "never" : from === 0 ? "any" : share(from) });
  };
  const compared = (place: Place, i: number): string => {
    const frontier = complaints?.frontiers[i];
    const left = frontier && subject && endings(subject, frontier.measure);
    if (!frontier || !subject || !left) return "";
    const complainers = left.resolved + place.y * (left.quick - left.resolved);
    const value = frontier.meaning === "complainers" ? complainers : (1 - place.x) * left.silent + place.x * complainers;
    return t("lab-paradox-compared", { value: valueOf(frontier.measure, value), base: valueOf(frontier.measure, claimOf(subject, "population", frontier.measure).base) });
  };
  const subtitle = t("paradox-map-subtitle");
  return (
    <div class="pair">
      <Looked
        key={`severity-${drop}`}
        id="paradox-map"
        map={severity}
        title={severityTitle(severity)}
        note={severity.driven ? subtitle : t("paradox-map-subtitle-tables", { text: subtitle })}
        across={t("paradox-map-across")}
        up={t("paradox-map-up")}
        names={[t("lab-paradox-severity"), t("paradox-map-up")]}
        label={t("lab-paradox-map-keys", { map: t("lab-paradox-severity-map") })}
        format={(value) => plainNumber(value, 3)}
        start={{ x: drop, y: 0.5 }}
        detail={needs}
      />
      {complaints && (
        <Looked
          key={`complaints-${kind}`}
          id="paradox-complaints"
          map={complaints}
          title={complaintsTitle(complaints)}
          note={complaintsNote(complaints)}
          across={t("paradox-head-rate")}
          up={t("paradox-complaints-up")}
          names={[t("paradox-head-rate"), t("lab-paradox-quick-share")]}
          label={t("lab-paradox-map-keys", { map: t("lab-paradox-complaint-map") })}
          format={(value) => share(value)}
          start={{ x: complaints.marks[0]?.x ?? 0, y: complaints.marks[0]?.y ?? 0 }}
          detail={compared}
        />
      )}
    </div>
  );
}

function movedName(threshold: Threshold): string {
  const { moved } = threshold;
  const word = typeof moved === "object" ? moved.dial : { base_loyalty: "base_loyalty", drop: "satisfaction_drop", quality: "recovery_quality" }[moved];
  const text = t("paradox-moved", { moved: word });
  return threshold.others === "best" ? t("paradox-moved-best", { moved: text }) : text;
}

function Thresholds({ subject, strategy }: { subject: Subject; strategy: string }) {
  const sentences = MEASURES.flatMap((measure) => {
    const threshold = bestThreshold(subject, "population", measure, "complaint_rate");
    if (!threshold) return [];
    const { holds, at } = threshold.crossing.reach;
    return t("lab-paradox-needs-complaints", { failure: name(subject.failure ?? ""), measure, reach: holds, share: share(at ?? 0), today: share(threshold.today) });
  });
  return (
    <section>
      <h2>{t("lab-paradox-thresholds")}</h2>
      <ul>{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
      <details>
        <summary>{t("lab-paradox-all-thresholds")}</summary>
        <Scroll label={t("lab-paradox-all-thresholds")}>
          <table>
            <caption>{t("lab-paradox-thresholds-caption", { failure: name(subject.failure ?? ""), strategy: name(strategy) })}</caption>
            <thead>
              <tr>
                <th scope="col">{head("paradox-head-measure")}</th>
                <th scope="col">{head("lab-paradox-claim")}</th>
                <th scope="col">{head("paradox-head-moved")}</th>
                <th scope="col" class="number">{head("paradox-head-today")}</th>
                <th scope="col" class="number">{head("paradox-head-switches")}</th>
                <th scope="col">{head("paradox-head-holds")}</th>
              </tr>
            </thead>
            <tbody>
              {subject.thresholds.map((threshold, i) => {
                const level = (value: number) => (threshold.moved === "drop" ? fixed(value, 2) : share(value));
                const { at } = threshold.crossing;
                return (
                  <tr key={i}>
                    <td>{t("paradox-measure", { measure: threshold.measure })}</td>
                    <td>{t("paradox-meaning", { meaning: threshold.meaning })}</td>
                    <td>{movedName(threshold)}</td>
                    <td class="number">{level(threshold.today)}</td>
                    <td class="number">{at === null || Math.abs(at) > FAR ? "–" : level(at)}</td>
                    <td>{t("paradox-holds", { reach: threshold.crossing.reach.holds })}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      </details>
    </section>
  );
}

function causedSentence(caused: Caused, study: Described): string {
  // What it costs is told as a cost, the interval too.
  const isCost = caused.npv.mean < 0;
  const factor = isCost ? -1 : 1;
  const [low, high] = isCost ? [caused.npv.p95, caused.npv.p05] : [caused.npv.p05, caused.npv.p95];
  const text = t("paradox-answer-cause", {
    failure: name(caused.failure),
    purchases: whole(PURCHASES),
    sign: isCost ? "cost" : "bring",
    amount: money(factor * caused.npv.mean, study.currency),
    span: t("periods", { period: study.period, number: study.periods }),
    low: isCost ? amount(-low) : signed(low),
    high: isCost ? amount(-high) : signed(high),
  });
  return caused.npv_per_failure === null ? text : t("paradox-answer-each", { text, amount: `${fixed(factor * caused.npv_per_failure, 2)}\u00a0${study.currency}` });
}

function Causes({ answer, failure, strategy, study }: { answer: ParadoxFound; failure: string; strategy: string; study: Described }) {
  const rows = answer.caused.filter((it) => it.failure === failure);
  const own = rows.find((it) => it.strategy === strategy);
  const each = (value: number | null) => (value === null ? "–" : signedFixed(value, 2));
  return (
    <section>
      <h2>{t("lab-paradox-causes")}</h2>
      {own && <p>{joined(t("lab-paradox-under", { strategy: name(strategy) }), causedSentence(own, study), t("lab-paradox-smaller-loss"))}</p>}
      <Scroll label={t("lab-paradox-causes")}>
        <table>
          <caption>{t("lab-paradox-causes-caption", { failure: name(failure), purchases: whole(PURCHASES), currency: study.currency })}</caption>
          <thead>
            <tr>
              <th scope="col">{head("head-strategy")}</th>
              <th scope="col" class="number">{t("head-npv-in", { currency: study.currency })}</th>
              <th scope="col" class="number">{head("head-interval")}</th>
              <th scope="col" class="number">{head("paradox-head-each")}</th>
              <th scope="col" class="number">{head("paradox-head-loses")}</th>
              <th scope="col" class="number">{head("paradox-head-perfect")}</th>
              <th scope="col" class="number">{head("paradox-head-failures")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((it) => (
              <tr key={it.strategy} class={it.strategy === strategy ? "best" : ""}>
                <th scope="row">{name(it.strategy)}</th>
                <td class="number">{signed(it.npv.mean)}</td>
                <td class="number">{signed(it.npv.p05)} … {signed(it.npv.p95)}</td>
                <td class="number">{each(it.npv_per_failure)}</td>
                <td class="number">{probability(it.loses)}</td>
                <td class="number">{each(it.npv_per_failure_at_best)}</td>
                <td class="number">{whole(it.failures)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="note">{t("lab-paradox-perfect")}</p>
    </section>
  );
}

/** Whether the claim in repurchase is a result or repeats an input. */
function InputOrResult({ answer, subject }: { answer: ParadoxFound; subject: Subject }) {
  const claim = claimOf(subject, "conditional", "repurchase");
  const { gap_otherwise: otherwise } = claim;
  return (
    <section>
      <h2>{t("lab-paradox-input")}</h2>
      <p>{answer.driven ? t("lab-paradox-input-driven") : t("lab-paradox-input-table", { value: share(claim.value), base: share(claim.base) })}</p>
      {otherwise !== null && (
        <p>
          {t("paradox-otherwise", {
            driven: answer.driven ? "yes" : "no",
            failure: name(subject.failure ?? ""),
            gap: signedFixed(100 * otherwise, 1),
            now: signedFixed(100 * (claim.value - claim.base), 1),
          })}
        </p>
      )}
    </section>
  );
}

export function Paradox() {
  const study = described.value;
  const of = state.value;
  const isReady = study !== undefined;
  // On a phone, the answer comes before the sliders.
  const [isWide] = useState(() => matchMedia("(min-width: 52rem)").matches);
  useEffect(() => (study ? follow(of, study.has_contagion ? "agents" : "expected") : undefined), [of, isReady]);
  const answer = found.value?.answer;
  const isBusy = found.value?.state !== of && !trouble.value;
  if (!study) return <p>{t("computing")}</p>;
  if (!answer) {
    return (
      <>
        <Refusal error={trouble.value} />
        {isBusy && <p class="answer" role="status" data-busy>{t("computing")}</p>}
      </>
    );
  }
  const kinds = answer.strategies[0]?.subjects.flatMap(({ failure }) => failure ?? []) ?? [];
  const kind = kinds.includes(chosenKind.value ?? "") ? kinds.indexOf(chosenKind.value ?? "") : mildest(answer);
  const failure = kinds[kind] ?? "";
  const under = answer.strategies.find((it) => it.strategy === chosenStrategy.value) ?? answer.strategies[0];
  const subject = under?.subjects[kind];
  const mix = under?.subjects[under.subjects.length - 1];
  if (!under || !subject || !mix) return null;
  const { strategy } = under;
  const [complain, resolved, quick] = under.dials[kind] ?? [0, 0, 0];
  return (
    <div class="explore" data-busy={isBusy || undefined}>
      <aside aria-label={t("controls")}>
        <h2>{t("controls")}</h2>
        <Scenarios study={study} />
        <p class="choice">
          <label for="paradox-failure">{head("paradox-head-failure")}</label>
          <select id="paradox-failure" value={failure} onChange={(event) => (chosenKind.value = event.currentTarget.value)}>
            {kinds.map((it) => <option key={it} value={it}>{name(it)}</option>)}
          </select>
        </p>
        <p class="choice">
          <label for="paradox-strategy">{t("strategy")}</label>
          <select id="paradox-strategy" value={strategy} onChange={(event) => (chosenStrategy.value = event.currentTarget.value)}>
            {answer.strategies.map((it) => <option key={it.strategy} value={it.strategy}>{name(it.strategy)}</option>)}
          </select>
        </p>
        <p class="quiet">{t("lab-paradox-dials", { complain: share(complain), resolved: share(resolved), quick: share(quick) })}</p>
        <details open={isWide}>
          <summary>{t("lab-paradox-move")}</summary>
          {controls(study, subject.severity ?? "", strategy).map((number) => <Control key={number.set} number={number} study={study} />)}
        </details>
      </aside>
      <div class="results">
        <Refusal error={trouble.value} />
        <div class="top">
          <p class="answer" aria-live="polite">{verdict(subject, strategy)}</p>
          <p class="quiet progress">
            <progress max={MOST} value={answer.draws} aria-label={t("draws-done", { done: answer.draws, of: MOST })} /> {t("draws-done", { done: answer.draws, of: MOST })}
          </p>
        </div>
        <p>{comparison(answer, subject, strategy, mix)}</p>
        <Claims subject={subject} strategy={strategy} />
        <InputOrResult answer={answer} subject={subject} />
        <section>
          <h2>{t("lab-paradox-maps")}</h2>
          <p>{t("lab-paradox-maps-lead", { reference: name(answer.strategies[0]?.strategy ?? "") })}</p>
          <Maps answer={answer} kind={kind} />
        </section>
        <Thresholds subject={subject} strategy={strategy} />
        <Causes answer={answer} failure={failure} strategy={strategy} study={study} />
      </div>
    </div>
  );
}
