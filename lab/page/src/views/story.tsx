// Story: one customer under every strategy, period by period.

import { useEffect, useState } from "preact/hooks";
import type { Described } from "../answers";
import { Scroll } from "../charts/frame";
import { Timeline } from "../charts/timeline";
import { capital, joined, listed, money, share, whole } from "../format";
import { t } from "../language";
import { described, shown as name, state } from "../state";
import { busy, type CustomerEvent, type CustomerStory, different, type Fate, type Market, marketOf, search, stop, tell, told, trouble } from "../story";
import { Refusal, Scenarios } from "./explore";

/** Milliseconds for which a period is shown while the story runs. */
const PACE = 1100;

const quoted = (of: string): string => `\`${name(of)}\``;

/** What happened, in a sentence. */
function sentence(event: CustomerEvent, period: string): string {
  if (event.what !== "failure") return t(`story-${event.what}`);
  return t("story-failed", {
    failure: capital(event.failure ? name(event.failure) : t("story-some-failure")),
    route: event.route ?? "",
    outcome: event.outcome ?? "",
    told: event.told ?? 0,
    period,
    stay: share(event.stay ?? 0),
    without: share(event.stay_without ?? 0),
  });
}

/** Everything that happened in a period under a strategy. */
function momentOf(fate: Fate, number: number, period: string): string {
  const bought = fate.purchases[number - 1];
  const events = fate.happenings.filter((it) => it.period === number).map((it) => sentence(it, period));
  // Who meets a failure without a purchase is told by the failure.
  const purchases = bought === null || bought === undefined ? [t("lab-story-absent")] : bought === 0 && events.length > 0 ? [] : [t("lab-story-bought", { number: bought })];
  return joined(...purchases, ...events);
}

/** Strategies with the same words, named together; `all` is how many strategies there are. */
function together(fates: Fate[], all: number, words: (fate: Fate) => string): { who: string; what: string }[] {
  const found: { names: string[]; what: string }[] = [];
  for (const fate of fates) {
    const what = words(fate);
    const same = found.find((it) => it.what === what);
    if (same) same.names.push(name(fate.strategy));
    else found.push({ names: [name(fate.strategy)], what });
  }
  return found.map(({ names, what }) => {
    if (names.length === all && all > 1) return { who: capital(t("story-everyone")), what };
    return { who: listed(names), what };
  });
}

/** Who keeps the customer longest, and what that is worth. */
function finding(story: CustomerStory, study: Described): string {
  const ranked = [...story.fates].sort((a, b) => b.worth - a.worth);
  const best = ranked[0];
  const worst = ranked[ranked.length - 1];
  if (!best || !worst) return "";
  const customer = String(story.customer);
  const when = best.left === null ? "" : t("period-at", { period: study.period, number: String(best.left) });
  if (best.left === worst.left) return t(when ? "chart-story-leaves-anyway" : "chart-story-stays-anyway", { customer, when });
  const because = [...worst.happenings].reverse().find((it) => it.what === "failure" && it.period === worst.left)?.outcome ?? "";
  return t("chart-story-better", { name: quoted(best.strategy), customer, end: when ? "leaves" : "stays", when, amount: money(best.worth - worst.worth, study.currency), other: quoted(worst.strategy), because });
}

function Looking({ market }: { market: Market }) {
  if (!busy.value) return null;
  return (
    <p class="quiet progress">
      <span role="status">{busy.value === "search" ? t("lab-story-looking", { customers: whole(market.customers) }) : t("computing")}</span>{" "}
      <progress aria-label={t("computing")} /> <button type="button" class="small" onClick={stop}>{t("lab-story-stop")}</button>
    </p>
  );
}

/** Which customer is shown, and the next. */
function Choice({ market }: { market: Market }) {
  const of = state.value;
  const [asked, setAsked] = useState("");
  const found = different.value?.state === of ? different.value.stories : undefined;
  const now = told.value?.state === of ? told.value.story.customer : undefined;
  const place = found?.findIndex((it) => it.customer === now) ?? -1;
  const next = found && found.length > 0 ? found[(place + 1) % found.length] : undefined;
  const number = Number(asked);
  const isNumber = asked.trim() !== "" && Number.isInteger(number) && number >= 0 && number < market.customers;
  const random = () => void tell(of, market, Math.floor(Math.random() * market.customers));
  return (
    <>
      <div class="choice customers">
        <button type="button" disabled={busy.value === "search" || (!!found && !next)} onClick={() => (next ? (told.value = { state: of, story: next }) : void search(of, market))}>
          {found ? t("lab-story-next") : t("lab-story-search")}
        </button>
        <button type="button" onClick={random}>{t("lab-story-random")}</button>
        <form
          class="choice"
          onSubmit={(event) => {
            event.preventDefault();
            if (isNumber) void tell(of, market, number);
          }}
        >
          <label for="customer">{t("lab-story-number", { last: String(market.customers - 1) })}</label>
          <input id="customer" type="number" min={0} max={market.customers - 1} step={1} value={asked} onInput={(event) => setAsked(event.currentTarget.value)} />
          <button type="submit" disabled={!isNumber}>{t("lab-story-show")}</button>
        </form>
      </div>
      {found && found.length > 0 && <p class="quiet">{place >= 0 ? t("lab-story-place", { place: place + 1, number: found.length }) : t("lab-story-elsewhere", { number: found.length })}</p>}
    </>
  );
}

/** The story of one customer. */
function Told({ story, study }: { story: CustomerStory; study: Described }) {
  const periods = story.fates[0]?.purchases.length ?? 1;
  const first = Math.min(periods, ...story.fates.flatMap((fate) => fate.happenings.map((it) => it.period)));
  const [now, setNow] = useState(first);
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => setNow((period) => Math.min(periods, period + 1)), PACE);
    return () => clearInterval(timer);
  }, [isPlaying, periods]);
  const isRunning = isPlaying && now < periods;
  useEffect(() => {
    if (isPlaying && now >= periods) setPlaying(false);
  }, [isPlaying, now, periods]);
  const go = (to: number) => {
    setPlaying(false);
    setNow(Math.min(periods, Math.max(1, to)));
  };
  const label = (number: number) => t("story-period", { period: study.period, number: String(number) });
  const events = Array.from({ length: periods }, (_, i) => i + 1).flatMap((number) =>
    together(
      story.fates.filter((fate) => fate.happenings.some((it) => it.period === number)),
      story.fates.length,
      (fate) => joined(...fate.happenings.filter((it) => it.period === number).map((it) => sentence(it, study.period))),
    ).map((it) => ({ ...it, number })),
  );
  const horizon = t("periods", { period: study.period, number: periods });
  return (
    <>
      <p class="answer" aria-live="polite">{t("sentence", { text: finding(story, study) })}</p>
      <p class="quiet">{t("story-head", { customer: String(story.customer), segment: name(story.segment), horizon, number: story.fates.length })}</p>
      <Timeline story={story} now={now} title={t("lab-story-lanes", { customer: String(story.customer) })} note={t("chart-story-subtitle", { customer: String(story.customer), segment: name(story.segment), currency: study.currency })} currency={study.currency} period={study.period} name={name} onChoose={go} />
      <section class="moments" aria-label={t("lab-story-steps")}>
        <div class="choice step">
          <button type="button" disabled={now <= 1} onClick={() => go(now - 1)} aria-label={t("lab-story-before")} title={t("lab-story-before")}>◀</button>
          <button type="button" onClick={() => (isRunning ? setPlaying(false) : (now >= periods && setNow(1), setPlaying(true)))}>{isRunning ? t("lab-story-pause") : t("lab-story-play")}</button>
          <button type="button" disabled={now >= periods} onClick={() => go(now + 1)} aria-label={t("lab-story-after")} title={t("lab-story-after")}>▶</button>
          <input type="range" min={1} max={periods} step={1} value={now} aria-label={t("lab-story-period")} aria-valuetext={label(now)} onInput={(event) => go(event.currentTarget.valueAsNumber)} />
        </div>
        <div class="moment-text" aria-live={isRunning ? "off" : "polite"} aria-atomic="true">
          <h2>{label(now)}</h2>
          <ul>{together(story.fates, story.fates.length, (fate) => momentOf(fate, now, study.period)).map(({ who, what }) => <li key={who}><b>{who}</b>{t("story-who", { who: "", what })}</li>)}</ul>
        </div>
      </section>
      <section>
        <Scroll label={t("lab-story-worths")}>
          <table>
            <caption>{t("lab-story-worths")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("strategy")}</th>
                <th scope="col" class="number">{t("lab-story-worth", { currency: study.currency })}</th>
                <th scope="col">{t("lab-story-end")}</th>
                <th scope="col" class="number">{t("lab-story-purchases")}</th>
                <th scope="col" class="number">{t("lab-story-failures")}</th>
                <th scope="col" class="number">{t("lab-story-people")}</th>
              </tr>
            </thead>
            <tbody>
              {story.fates.map((fate) => (
                <tr key={fate.strategy}>
                  <th scope="row">{name(fate.strategy)}</th>
                  <td class="number">{money(fate.worth, "").trim()}</td>
                  <td class="when">{fate.left === null ? t("chart-story-stayed") : t("chart-story-left-in", { when: t("period-at", { period: study.period, number: String(fate.left) }) })}</td>
                  <td class="number">{whole(fate.purchases.reduce<number>((sum, it) => sum + (it ?? 0), 0))}</td>
                  <td class="number">{fate.happenings.filter((it) => it.what === "failure").length}</td>
                  <td class="number">{whole(fate.happenings.reduce((sum, it) => sum + (it.told ?? 0), 0))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </section>
      <section>
        <Scroll label={t("lab-story-events")}>
          <table>
            <caption>{t("lab-story-events")}</caption>
            <thead><tr><th scope="col">{t("lab-story-period")}</th><th scope="col">{t("strategy")}</th><th scope="col">{t("lab-story-event")}</th></tr></thead>
            <tbody>
              {events.map((it, i) => (
                <tr key={i} class={it.number === now ? "best" : ""}>
                  <th scope="row" class="when">{label(it.number)}</th>
                  <td class="who">{it.who}</td>
                  <td>{it.what}</td>
                </tr>
              ))}
              {events.length === 0 && <tr><td colSpan={3}>{t("lab-story-uneventful")}</td></tr>}
            </tbody>
          </table>
        </Scroll>
      </section>
    </>
  );
}

export function Story() {
  const study = described.value;
  const of = state.value;
  useEffect(() => {
    if (!study) return;
    const isKnown = different.value?.state === of || told.value?.state === of;
    if (isKnown) trouble.value = undefined;
    else void search(of, marketOf(of, study));
    return stop;
  }, [of, study?.hash]);
  if (!study) return <p>{t("computing")}</p>;
  const market = marketOf(of, study);
  const story = told.value?.state === of ? told.value.story : undefined;
  const isEmpty = different.value?.state === of && different.value.stories.length === 0;
  return (
    <div class="story" data-busy={busy.value}>
      <Refusal error={trouble.value} />
      <div class="choice"><Scenarios study={study} /></div>
      <p>{t("lab-story-lead")}</p>
      {market.customers < market.all && <p class="quiet">{t("lab-story-copy", { all: whole(market.all), customers: whole(market.customers) })}</p>}
      {market.customers > 0 && <Choice market={market} />}
      <Looking market={market} />
      {isEmpty && !story && <p class="answer">{t("lab-story-nobody")}</p>}
      {story && <Told key={story.customer} story={story} study={study} />}
    </div>
  );
}
