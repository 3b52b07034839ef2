// Game: teams spend a budget on service recovery, quarter by quarter, in the same world with the same chance.

import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Described } from "../answers";
import { Scroll } from "../charts/frame";
import { Teams } from "../charts/teams";
import { Superseded } from "../engine";
import { csv, save } from "../files";
import { amount, keyName, level, listed, money, share, signed, whole } from "../format";
import { CAUSES, type Game as Found, type Lever, type Played } from "../game/answers";
import { type GameFile, MOST_BYTES, Unfit, fileName, isName, read, written } from "../game/files";
import { type Course, LONGEST_NAME, MOST_TEAMS, QUARTERS, type Team, type World, ask, course, effective, lines, moneyAt, proceed, room, spent, stepsOf } from "../game/play";
import { t } from "../language";
import { described, shown as name, state, studyOf } from "../state";

/** What went wrong last: texts, and whether they are in the language of the page. */
const trouble = signal<{ texts: string[]; own: boolean }>({ texts: [], own: true });
const busy = signal(false);
const note = signal("");

/** The game as it can be set up, and the state of the page that this is for. */
const offered = signal<{ of: string; world: World; found: Found } | undefined>(undefined);
const anySeed = (): number => Math.floor(Math.random() * 1_000_000);
/** What was typed into the form. A seed that nobody chose cannot be tried out before. */
const form = signal<{ teams: string[]; budget?: number; seed: number }>({ teams: [], seed: anySeed() });

/** Runs what may be refused; nothing where it was. */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  busy.value = true;
  try {
    const found = await work();
    trouble.value = { texts: [], own: true };
    return found;
  } catch (error) {
    if (error instanceof Superseded) return undefined;
    trouble.value = error instanceof Unfit ? { texts: [t(error.id, error.args)], own: true } : { texts: lines(error), own: false };
    return undefined;
  } finally {
    busy.value = false;
  }
}

export function leverName(lever: Lever): string {
  return t("game-lever", { kind: lever.kind, name: lever.response ?? (lever.strategy === null ? "" : name(lever.strategy)) });
}

/** What a lever does at the most money, number by number. */
function effects(lever: Lever): string[] {
  return lever.moves.map(({ key, from, to }) => {
    const number = described.value?.numbers.find((it) => it.key === key);
    const say = (value: number) => level(value, number?.form ?? "number");
    return t("changed-number", { what: number ? keyName(number.parts, number.is_name) : key, from: say(from), to: say(to) });
  });
}

/** A heading that takes the focus when its step begins, so that keyboard and screen reader follow. */
function Step(props: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [props.title]);
  return <h2 ref={heading} tabIndex={-1}>{props.title}</h2>;
}

function Trouble() {
  const { texts, own } = trouble.value;
  if (texts.length === 0) return null;
  return (
    <div class="trouble" role="alert" lang={own ? undefined : "en"}>
      <ul>{texts.map((text, i) => <li key={i}>{text}</li>)}</ul>
    </div>
  );
}

export function Game() {
  const study = described.value;
  const key = JSON.stringify([state.value.moved, state.value.scenario, study?.hash]);
  const isWaiting = study !== undefined && course.value === undefined && offered.value?.of !== key;
  useEffect(() => {
    if (!study || !isWaiting) return;
    const world = { study: studyOf(state.value, 1), hash: study.hash, scenario: state.value.scenario, seed: study.seed };
    void attempt(() => ask(world, [], 0)).then((found) => {
      if (found) offered.value = { of: key, found, world: { ...world, budget: found.budget, seed: found.game_seed } };
    });
  }, [key, isWaiting]);
  if (!study) return <p>{t("computing")}</p>;
  const of = course.value;
  return (
    <div class="game" data-busy={busy.value ? "" : undefined}>
      <Trouble />
      <p class="hidden" role="status">{busy.value ? t("computing") : note.value}</p>
      {of ? <Under of={of} study={study} /> : offered.value?.of === key ? <Setup key={key} {...offered.value} study={study} /> : busy.value && <p>{t("computing")}</p>}
    </div>
  );
}

function Setup({ world, found, study }: { world: World; found: Found; study: Described }) {
  const typed = form.value;
  const teams = typed.teams.length > 0 ? typed.teams : [1, 2].map((number) => t("game-team", { number }));
  const budget = typed.budget ?? found.budget;
  const { seed } = typed;
  const set = (next: Partial<typeof typed>) => (form.value = { ...form.value, teams, ...next });
  const names = teams.map((it) => it.trim());
  const wrongName = (i: number) => !isName(names[i] ?? "") || names.indexOf(names[i] ?? "") !== i;
  const isReady = names.every((_, i) => !wrongName(i)) && budget > 0 && Number.isFinite(budget) && Number.isSafeInteger(seed) && seed >= 0;
  const begin = async (own: World, chosen: Team[], revealed: number) => {
    const start = await attempt(() => ask(own, chosen, revealed));
    if (!start) return;
    const begun: Course = { world: own, teams: chosen, levers: start.levers, revealed, found: start, phase: "results", turn: 0 };
    course.value = revealed > 0 ? begun : proceed(begun);
  };
  const load = (files: FileList | null) =>
    void attempt(async () => {
      const own: World = { ...world, budget, seed };
      const all = await Promise.all([...(files ?? [])].map(async (file) => read(await textOf(file), own, found.levers)));
      const games = all.flatMap((it) => it.game ?? []);
      if (games.length > 0 && all.length > 1) throw new Unfit("game-file-alone");
      return { own: { ...own, ...(games[0] && { seed: games[0].seed, budget: games[0].budget }) }, teams: all.reduce(merged, []), revealed: games[0]?.revealed ?? 0 };
    }).then((it) => (it && it.teams.length > 0 ? begin(it.own, it.teams, it.revealed) : undefined));
  return (
    <>
      <h2>{t("game-title")}</h2>
      <p>{t("game-lead", { reference: name(found.reference), customers: whole(found.customers), scenario: name(world.scenario) })}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void begin({ ...world, budget, seed }, names.map((team) => ({ name: team, plan: [] })), 0);
        }}
      >
        <fieldset>
          <legend>{t("game-teams")}</legend>
          <ul class="plain">
            {teams.map((team, i) => (
              <li key={i}>
                <input type="text" maxLength={LONGEST_NAME} aria-label={t("game-team-name", { number: i + 1 })} aria-invalid={wrongName(i)} value={team} onInput={(event) => set({ teams: teams.map((it, j) => (j === i ? event.currentTarget.value : it)) })} />
                {teams.length > 1 && <button type="button" class="small" aria-label={t("game-team-remove", { name: team })} onClick={() => set({ teams: teams.filter((_, j) => j !== i) })}>{t("remove")}</button>}
              </li>
            ))}
          </ul>
          {teams.length < MOST_TEAMS && <button type="button" onClick={() => set({ teams: [...teams, newName(teams)] })}>{t("game-team-add")}</button>}
          {names.some((_, i) => wrongName(i)) && <p class="quiet" role="alert">{t("game-names", { most: LONGEST_NAME })}</p>}
        </fieldset>
        <p class="choice">
          <label for="game-budget">{t("game-budget", { currency: study.currency })}</label>
          <input id="game-budget" type="number" min="0" step="any" required value={budget} onChange={(event) => set({ budget: event.currentTarget.valueAsNumber })} />
        </p>
        <p class="choice">
          <label for="game-seed">{t("game-seed")}</label>
          <input id="game-seed" type="number" min="0" step="1" required value={seed} onChange={(event) => set({ seed: event.currentTarget.valueAsNumber })} />
          <button type="button" onClick={() => set({ seed: anySeed() })}>{t("game-seed-other")}</button>
        </p>
        <p><button type="submit" class="main" disabled={!isReady || busy.value}>{t("game-begin")}</button></p>
      </form>
      <section>
        <h3>{t("game-files")}</h3>
        <p>{t("game-files-lead")}</p>
        <Load label={t("game-load")} load={load} />
      </section>
      <section>
        <h3>{t("game-levers")}</h3>
        <Levers levers={found.levers} currency={study.currency} />
      </section>
    </>
  );
}

/** A name that no team has yet. */
function newName(teams: string[]): string {
  let number = teams.length + 1;
  while (teams.includes(t("game-team", { number }))) number++;
  return t("game-team", { number });
}

async function textOf(file: File): Promise<string> {
  if (file.size > MOST_BYTES) throw new Unfit("game-file-large", { name: file.name });
  return file.text();
}

/** Teams with those of a file: a team of the same name gets the plan of the file. */
function merged(all: Team[], file: GameFile): Team[] {
  const others = all.map((team) => file.teams.find((it) => it.name === team.name) ?? team);
  const teams = [...others, ...file.teams.filter((team) => !all.some((it) => it.name === team.name))];
  if (teams.length > MOST_TEAMS) throw new Unfit("game-file-many", { most: MOST_TEAMS });
  return teams;
}

function Load(props: { label: string; load: (files: FileList | null) => void }) {
  return (
    <p class="choice">
      <label>
        {props.label}{" "}
        <input
          type="file"
          multiple
          accept=".json,application/json"
          disabled={busy.value}
          onChange={(event) => {
            props.load(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
      </label>
    </p>
  );
}

function Levers({ levers, currency }: { levers: Lever[]; currency: string }) {
  return (
    <dl class="levers">
      {levers.map((lever) => (
        <div key={lever.id}>
          <dt>{leverName(lever)}</dt>
          <dd>
            {t(lever.step === null ? "game-lever-price" : "game-lever-step", { most: money(lever.most, currency), step: money(lever.step ?? 0, currency) })}
            {lever.paid_by_case && ` ${t("game-lever-by-case")}`}
            <ul>{effects(lever).map((text) => <li key={text}>{text}</li>)}</ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A game that has begun. */
function Under({ of, study }: { of: Course; study: Described }) {
  const team = of.teams[of.turn];
  return (
    <>
      {of.phase === "pass" && team && <Pass of={of} team={team} />}
      {of.phase === "plan" && team && <Plan key={`${of.turn}-${of.revealed}`} of={of} team={team} study={study} />}
      {of.phase === "ready" && <Ready of={of} />}
      {of.phase === "results" && <Results of={of} study={study} />}
      <section class="choice keep-game">
        <button type="button" onClick={() => save("recoup-game.json", "application/json", written(of.world, of.levers, of.teams, of.revealed))}>{t("game-save")}</button>
        <End />
      </section>
    </>
  );
}

/** Ends the game, once it was asked twice. */
function End() {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) return <button type="button" onClick={() => setAsked(true)}>{t("game-end")}</button>;
  return (
    <>
      <span>{t("game-end-sure")}</span>
      <button
        type="button"
        onClick={() => {
          course.value = undefined;
          trouble.value = { texts: [], own: true };
        }}
      >
        {t("game-end-yes")}
      </button>
      <button type="button" onClick={() => setAsked(false)}>{t("game-end-no")}</button>
    </>
  );
}

/** The device goes to a team: nobody sees what another plans. */
function Pass({ of, team }: { of: Course; team: Team }) {
  const told = (plan: number[][]) => JSON.stringify(plan.slice(0, of.revealed));
  const load = (files: FileList | null) =>
    void attempt(async () => {
      const all = await Promise.all([...(files ?? [])].map(async (file) => read(await textOf(file), of.world, of.levers)));
      if (all.some((it) => it.game)) throw new Unfit("game-file-alone");
      for (const one of all.flatMap((it) => it.teams)) {
        const known = of.teams.find((it) => it.name === one.name);
        if (of.revealed > 0 && (!known || told(known.plan) !== told(one.plan))) throw new Unfit("game-file-late", { name: one.name, quarter: of.revealed });
      }
      const teams = all.reduce(merged, of.teams);
      // The engine checks what the plans spend.
      await ask(of.world, teams, of.revealed);
      return teams;
    }).then((teams) => {
      if (!teams) return;
      note.value = t("game-loaded");
      course.value = proceed({ ...of, teams });
    });
  return (
    <>
      <Step title={t("game-pass", { name: team.name, quarter: of.revealed + 1, quarters: QUARTERS })} />
      <p>{t("game-pass-lead")}</p>
      <p><button type="button" class="main" onClick={() => (course.value = { ...of, phase: "plan" })}>{t("game-turn", { name: team.name })}</button></p>
      <Load label={t("game-load-plans")} load={load} />
      {of.revealed > 0 && <details><summary>{t("game-so-far")}</summary><Tables of={of} /></details>}
    </>
  );
}

/** All have planned: what happens is revealed at once for all. */
function Ready({ of }: { of: Course }) {
  const quarter = of.revealed + 1;
  const reveal = () =>
    void attempt(() => ask(of.world, of.teams, quarter)).then((found) => {
      // A game that was ended meanwhile stays ended.
      if (found && course.value === of) course.value = { ...of, found, revealed: quarter, phase: "results" };
    });
  return (
    <>
      <Step title={t("game-ready", { quarter })} />
      <p><button type="button" class="main" disabled={busy.value} onClick={reveal}>{t("game-reveal", { quarter })}</button></p>
      {busy.value && quarter === QUARTERS && <p>{t("game-searching")}</p>}
    </>
  );
}

function Plan({ of, team, study }: { of: Course; team: Team; study: Described }) {
  const told = team.plan.slice(0, of.revealed);
  const [row, setRow] = useState<number[]>(told[told.length - 1] ?? of.levers.map(() => 0));
  /** Quarters that the team planned before this one without seeing their results. */
  const [ahead, setAhead] = useState<number[][]>([]);
  const { budget } = of.world;
  const quarter = of.revealed + ahead.length + 1;
  const left = budget - spent(row, of.levers);
  const set = (i: number, value: number): number => {
    const lever = of.levers[i];
    if (!lever || !Number.isFinite(value)) return row[i] ?? 0;
    const money = effective(Math.min(room(row, of.levers, i, budget), Math.max(0, value)), lever);
    setRow(row.map((it, j) => (j === i ? money : it)));
    return money;
  };
  const plan = [...told, ...ahead, row];
  const done = () => {
    const teams = of.teams.map((it, i) => (i === of.turn ? { ...it, plan } : it));
    void attempt(() => ask(of.world, teams, of.revealed)).then((found) => found && course.value === of && (course.value = proceed({ ...of, teams })));
  };
  const onward = () => {
    setAhead([...ahead, row]);
    note.value = t("game-plan", { name: team.name, quarter: quarter + 1, quarters: QUARTERS });
  };
  return (
    <>
      <Step title={t("game-plan", { name: team.name, quarter, quarters: QUARTERS })} />
      <p class="left" aria-live="polite">
        <strong>{t("game-left", { left: money(left, study.currency), budget: money(budget, study.currency) })}</strong>
        <meter min={0} max={budget} value={budget - left} aria-label={t("game-spent")} />
      </p>
      {of.levers.map((lever, i) => {
        const value = row[i] ?? 0;
        const id = `game-${i}`;
        const label = leverName(lever);
        return (
          <div class="control" key={lever.id}>
            <div class="head"><label for={id}>{label}</label></div>
            <div class="row">
              <input id={id} type="range" min={0} max={stepsOf(lever)} step={1} value={(value / lever.most) * stepsOf(lever)} aria-valuetext={amountOf(lever, value, study.currency)} onInput={(event) => {
                // The thumb does not go beyond what the budget allows.
                const money = set(i, moneyAt(lever, Number(event.currentTarget.value)));
                event.currentTarget.value = String((money / lever.most) * stepsOf(lever));
              }} />
              <span class="field">
                <input type="number" min={0} max={lever.most} step={lever.step ?? "any"} aria-label={t("value-of", { what: label })} value={Number(value.toPrecision(6))} onChange={(event) => {
                  event.currentTarget.value = String(Number(set(i, event.currentTarget.valueAsNumber).toPrecision(6)));
                }} />
                <span class="unit">{study.currency}</span>
              </span>
              <span class="quiet">{lever.step ? t("game-steps", { number: Math.round(value / lever.step) }) : share(value / lever.most, 2)}</span>
            </div>
            <details class="about">
              <summary>{t("game-what")}</summary>
              <p>{t(lever.step === null ? "game-lever-price" : "game-lever-step", { most: money(lever.most, study.currency), step: money(lever.step ?? 0, study.currency) })}{lever.paid_by_case && ` ${t("game-lever-by-case")}`}</p>
              <ul>{effects(lever).map((text) => <li key={text}>{text}</li>)}</ul>
            </details>
          </div>
        );
      })}
      <p class="choice">
        <button type="button" class="main" disabled={busy.value} onClick={done}>{t("game-done")}</button>
        {quarter < QUARTERS && <button type="button" disabled={busy.value} onClick={onward}>{t("game-onward", { quarter: quarter + 1 })}</button>}
        <button type="button" onClick={() => save(fileName(team.name), "application/json", written(of.world, of.levers, [{ name: team.name, plan }]))}>{t("game-save-plan", { quarters: plan.length })}</button>
      </p>
      <p class="note">{t("game-save-plan-note")}</p>
    </>
  );
}

const amountOf = (lever: Lever, value: number, currency: string): string => (lever.step ? `${t("game-steps", { number: Math.round(value / lever.step) })}, ${money(value, currency)}` : money(value, currency));

/** What happened, as far as it was revealed. */
function Results({ of, study }: { of: Course; study: Described }) {
  const { found, revealed } = of;
  const last = (played: Played) => played.quarters[revealed - 1];
  const gain = (played: Played, quarter: number) => (played.quarters[quarter]?.happened.npv ?? 0) - (found.nothing.quarters[quarter]?.happened.npv ?? 0);
  const ranked = [...found.teams].sort((a, b) => (last(b)?.happened.npv ?? 0) - (last(a)?.happened.npv ?? 0));
  const leader = ranked[0];
  const nothing = t("game-nothing");
  // Where every leaver is replaced, the number of customers says little: then those who did not have to be replaced are drawn.
  const isReplaced = found.teams.every((team) => team.quarters.every((it, i) => Math.abs(it.happened.active_end - (found.nothing.quarters[i]?.happened.active_end ?? 0)) <= 0.001 * found.customers));
  const active = (played: Played) => [found.customers, ...played.quarters.map((it) => it.happened.active_end)];
  const kept = (played: Played) => {
    let sum = 0;
    return [0, ...played.quarters.map((it, i) => (sum += all(found.nothing.quarters[i]?.happened.lost) - all(it.happened.lost)))];
  };
  const rows = (points: (played: Played) => number[]) => [{ name: nothing, points: points(found.nothing), isPlain: true }, ...found.teams.map((team) => ({ name: team.name, points: points(team) }))];
  const say = (values: { name: string; points: number[] }[], format: (value: number) => string) => values.map((row) => `${row.name}: ${format(row.points[row.points.length - 1] ?? 0)}`).join("; ");
  const customers = rows(isReplaced ? kept : active);
  const customersTitle = t(isReplaced ? "game-kept-title" : "game-customers-title");
  const gains = rows((played) => [0, ...played.quarters.map((_, quarter) => gain(played, quarter))]);
  return (
    <>
      <Step title={revealed === QUARTERS ? t("game-over") : t("game-after", { quarter: revealed, quarters: QUARTERS })} />
      {leader && found.best === null && <p class="answer">{t("game-leads", { name: leader.name, gain: signed(gain(leader, revealed - 1)), currency: study.currency })}</p>}
      {found.best !== null && <Final of={of} study={study} />}
      {revealed < QUARTERS && <p><button type="button" class="main" onClick={() => (course.value = proceed(of))}>{t("game-next", { quarter: revealed + 1 })}</button></p>}
      <div class="pair">
        <Teams name="game-customers" title={customersTitle} text={`${customersTitle}. ${say(customers, isReplaced ? signed : whole)}`} label={t("game-quarter")} rows={customers} quarters={QUARTERS} format={isReplaced ? amount : (value) => amount(value, 4)} />
        <Teams name="game-npv" title={t("game-npv-title", { currency: study.currency })} text={`${t("game-npv-title", { currency: study.currency })}. ${say(gains, signed)}`} label={t("game-quarter")} rows={gains} quarters={QUARTERS} format={amount} />
      </div>
      <Tables of={of} />
    </>
  );
}

/** The quarter revealed last, team by team. */
function Tables({ of }: { of: Course }) {
  const { found, revealed } = of;
  const currency = of.found.currency;
  const [shownQuarter, setQuarter] = useState(revealed);
  useEffect(() => setQuarter(revealed), [revealed]);
  const at = Math.min(shownQuarter, revealed) - 1;
  const shownTeams = [...found.teams.map((team) => ({ name: team.name, played: team as Played })), { name: t("game-nothing"), played: found.nothing }];
  const has = shownTeams.some(({ played }) => played.quarters[at]?.happened.desk_utilisation !== null);
  const cell = (played: Played, of: (quarter: Played["quarters"][number]) => string) => {
    const quarter = played.quarters[at];
    return <td class="number">{quarter ? of(quarter) : "–"}</td>;
  };
  return (
    <>
      {revealed > 1 && (
        <p class="choice">
          <label for="game-shown">{t("game-quarter")}</label>
          <select id="game-shown" value={at + 1} onChange={(event) => setQuarter(Number(event.currentTarget.value))}>
            {Array.from({ length: revealed }, (_, i) => <option key={i} value={i + 1}>{i + 1}</option>)}
          </select>
        </p>
      )}
      <Scroll label={t("game-table", { quarter: at + 1, currency })}>
        <table>
          <caption>{t("game-table", { quarter: at + 1, currency })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("game-team-column")}</th>
              {["spent", "customers", "failures", "complaints", "unresolved", ...(has ? ["desk"] : []), "lost", "cash", "npv"].map((id) => <th scope="col" class="number" key={id}>{t(`game-column-${id}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {shownTeams.map(({ name, played }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cell(played, (it) => amount(it.spent))}
                {cell(played, (it) => whole(it.happened.active_end))}
                {cell(played, (it) => whole(it.happened.failures))}
                {cell(played, (it) => whole(it.happened.complaints))}
                {cell(played, (it) => whole(it.happened.unresolved))}
                {has && cell(played, (it) => (it.happened.desk_utilisation === null ? "–" : share(it.happened.desk_utilisation, 2)))}
                {cell(played, (it) => whole(excess(it.happened.lost)))}
                {cell(played, (it) => amount(it.happened.cash, 4))}
                {cell(played, (it) => amount(it.happened.npv, 5))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <details>
        <summary>{t("game-lost-title")}</summary>
        <Scroll label={t("game-lost-table", { quarter: at + 1 })}>
          <table>
            <caption>{t("game-lost-table", { quarter: at + 1 })}</caption>
            <thead><tr><th scope="col">{t("game-team-column")}</th>{CAUSES.map((cause) => <th scope="col" class="number" key={cause}>{t("game-cause", { cause })}</th>)}</tr></thead>
            <tbody>
              {shownTeams.map(({ name, played }) => (
                <tr key={name}><th scope="row">{name}</th>{CAUSES.map((cause) => <td class="number" key={cause}>{whole(played.quarters[at]?.happened.lost[cause] ?? 0)}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </>
  );
}

/** Customers lost by failures and by what others told. */
const excess = (lost: Record<string, number>): number => Object.entries(lost).reduce((sum, [cause, number]) => (cause === "natural" ? sum : sum + number), 0);

/** All customers who left. */
const all = (lost: Record<string, number> | undefined): number => Object.values(lost ?? {}).reduce((sum, number) => sum + number, 0);

/** The ranking, the regret, the best plan, and what chance did. */
function Final({ of, study }: { of: Course; study: Described }) {
  const { found, levers } = of;
  const best = found.best;
  const nothing = found.nothing.end;
  if (!best?.end || !nothing) return null;
  const rows = found.teams.flatMap((team) => (team.end ? [{ name: team.name, end: team.end }] : [])).sort((a, b) => b.end.npv - a.end.npv);
  const winner = rows[0];
  const deserved = [...rows].sort((a, b) => b.end.npv_expected - a.end.npv_expected);
  if (!winner) return null;
  const isSame = rows.every((row, i) => row.name === deserved[i]?.name);
  const luck = rows.map((row) => row.end.luck);
  const said = { low: signed(Math.min(...luck)), high: signed(Math.max(...luck)) };
  /** The place of a team: one more than teams with a higher NPV. */
  const rank = (npv: number) => 1 + rows.filter((row) => row.end.npv > npv).length;
  const winners = rows.filter((row) => rank(row.end.npv) === 1).map((row) => row.name);
  const args = { name: winner.name, names: listed(winners), gain: signed(winner.end.npv - nothing.npv), regret: amount(winner.end.regret), currency: study.currency };
  const table = () => [
    ["team", "npv", "npv_expected", "luck", "regret"],
    ...rows.map(({ name, end }) => [name, end.npv, end.npv_expected, end.luck, end.regret]),
  ];
  return (
    <>
      <p class="answer">{t(winners.length > 1 ? "game-ties" : "game-wins", args)}</p>
      <Scroll label={t("game-ranking", { currency: study.currency })}>
        <table>
          <caption>{t("game-ranking", { currency: study.currency })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("game-team-column")}</th>
              {["npv", "gain", "expected", "luck", "regret"].map((id) => <th scope="col" class="number" key={id}>{t(`game-column-${id}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, end }) => (
              <tr key={name} class={rank(end.npv) === 1 ? "best" : ""}>
                <th scope="row">{`${rank(end.npv)}. ${name}`}</th>
                <td class="number">{amount(end.npv, 5)}</td>
                <td class="number">{signed(end.npv - nothing.npv)}</td>
                <td class="number">{signed(end.npv_expected - nothing.npv_expected)}</td>
                <td class="number">{signed(end.luck)}</td>
                <td class="number">{amount(end.regret)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t("game-nothing")}</th>
              <td class="number">{amount(nothing.npv, 5)}</td><td class="number">0</td><td class="number">0</td>
              <td class="number">{signed(nothing.luck)}</td><td class="number">{amount(nothing.regret)}</td>
            </tr>
            <tr>
              <th scope="row">{t("game-best-plan")}</th>
              <td class="number">{amount(best.end.npv, 5)}</td>
              <td class="number">{signed(best.end.npv - nothing.npv)}</td>
              <td class="number">{signed(best.end.npv_expected - nothing.npv_expected)}</td>
              <td class="number">{signed(best.end.luck)}</td><td class="number">0</td>
            </tr>
          </tbody>
        </table>
      </Scroll>
      <p class="note">{t("game-ranking-note")}{found.terminal_value && ` ${t("game-terminal")}`}</p>
      <h3>{t("game-chance")}</h3>
      <p>
        {said.low === said.high ? t("game-chance-alike", { amount: said.low, currency: study.currency }) : t("game-chance-range", { ...said, currency: study.currency })}{" "}
        {isSame ? t("game-chance-same") : t("game-chance-other", { order: deserved.map((row) => row.name).join(" > ") })}
      </p>
      <h3>{best.team === null ? t("game-best-title") : t("game-best-team", { name: best.team })}</h3>
      <Scroll label={t("game-best-table", { currency: study.currency })}>
        <table>
          <caption>{t("game-best-table", { currency: study.currency })}</caption>
          <thead><tr><th scope="col">{t("game-lever-column")}</th>{best.plan.map((_, quarter) => <th scope="col" class="number" key={quarter}>{quarter + 1}</th>)}</tr></thead>
          <tbody>
            {levers.map((lever, i) => (
              <tr key={lever.id}><th scope="row">{leverName(lever)}</th>{best.plan.map((row, quarter) => <td class="number" key={quarter}>{amount(row[i] ?? 0)}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="note">{t("game-best-note")}</p>
      {of.teams.map((team) => (
        <details key={team.name}>
          <summary>{t("game-plan-of", { name: team.name })}</summary>
          <Scroll label={t("game-plan-of", { name: team.name })}>
            <table>
              <thead><tr><th scope="col">{t("game-lever-column")}</th>{team.plan.map((_, quarter) => <th scope="col" class="number" key={quarter}>{quarter + 1}</th>)}</tr></thead>
              <tbody>{levers.map((lever, i) => <tr key={lever.id}><th scope="row">{leverName(lever)}</th>{team.plan.map((row, quarter) => <td class="number" key={quarter}>{amount(row[i] ?? 0)}</td>)}</tr>)}</tbody>
            </table>
          </Scroll>
        </details>
      ))}
      <p><button type="button" onClick={() => save("recoup-game.csv", "text/csv", `\ufeff${csv(table())}`)}>{t("take-table")}</button></p>
    </>
  );
}
