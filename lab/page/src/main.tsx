// The page: reads what it carries, starts the engine, shows one view.

import { effect, signal } from "@preact/signals";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { read, written } from "./address";
import { explored, follow, latencies, lever, progress } from "./answering";
import { compile, Desk } from "./engine";
import { answers, lesson, marks, student } from "./lesson";
import { LANGUAGES, type Language, language, t, tag } from "./language";
import { canRedo, canUndo, change, describe, described, desks, isSettable, original, redo, type Start, start, state, undo } from "./state";
import { VIEWS } from "./views";
import { exported } from "./views/compare";

const view = signal("explore");
const failure = signal<string | undefined>(undefined);

const carried = (id: string): string => document.getElementById(id)?.textContent ?? "";

function views() {
  return VIEWS.filter((it) => !it.forClass || start.value.class);
}

function Page() {
  const study = described.value;
  const of = original.value;
  const title = (study?.translations[language.value]?.title ?? study?.title) || "Recoup";
  const summary = study?.translations[language.value]?.summary ?? study?.summary;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const Shown = views().find((it) => it.id === view.value)?.component ?? VIEWS[0]?.component;
  return (
    <>
      <a class="skip" href="#main">{t("skip")}</a>
      <header>
        <div class="line">
          <h1>{title}</h1>
          <div class="tools">
            <button type="button" onClick={undo} disabled={!canUndo.value}>{t("undo")}</button>
            <button type="button" onClick={redo} disabled={!canRedo.value}>{t("redo")}</button>
            <label class="hidden" for="language">{t("language")}</label>
            <select id="language" value={language.value} onChange={(event) => (language.value = event.currentTarget.value as Language)}>
              {LANGUAGES.map(({ code, name, tag }) => <option key={code} value={code} lang={tag}>{name}</option>)}
            </select>
          </div>
        </div>
        {summary && <p class="summary">{summary}</p>}
        <nav aria-label={t("views")}>
          {views().map((it) => (
            <button key={it.id} type="button" data-view={it.id} aria-current={view.value === it.id ? "page" : undefined} onClick={() => (view.value = it.id)}>
              {t(`view-${it.id}`)}
            </button>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {failure.value ? <p class="trouble" role="alert">{t("failure", { message: failure.value })}</p> : Shown && <Shown key={view.value} />}
      </main>
      <footer>
        <p>
          {t("footer", { version: start.value.version })} {of && t("footer-study", { hash: of.hash.slice(0, 8), seed: of.seed })}
        </p>
        <details>
          <summary>{t("licences")}</summary>
          <pre lang="en">{carried("licences")}</pre>
        </details>
      </footer>
    </>
  );
}

async function begin(): Promise<void> {
  start.value = JSON.parse(carried("start")) as Start;
  const known = (code: string | undefined): code is Language => LANGUAGES.some((it) => it.code === code);
  if (known(start.value.language)) language.value = start.value.language;
  render(<Page />, document.getElementById("page") as HTMLElement);
  const from = await read(location.hash);
  if (known(from.language)) language.value = from.language;
  if (typeof from.student === "number") student.value = from.student;
  if (from.view && views().some((it) => it.id === from.view)) view.value = from.view;
  const module = await compile(carried("engine"));
  const worker = carried("worker");
  desks.quick = new Desk(worker, module, true);
  desks.slow = new Desk(worker, module, false);
  desks.aside = new Desk(worker, module, false);
  const came = { text: start.value.text, moved: [], scenario: "", engine: "expected" as const };
  await describe(came);
  const study = described.value;
  if (!study) return;
  lever.value = study.sweeps[0];
  const own = { ...came, scenario: study.scenarios[0]?.name ?? "", engine: study.has_contagion ? ("agents" as const) : came.engine };
  const moved = Array.isArray(from.state?.moved) ? from.state.moved.filter((it) => Array.isArray(it) && typeof it[0] === "string" && typeof it[1] === "number" && isSettable(it[0])) : [];
  const scenario = study.scenarios.find((it) => it.name === from.state?.scenario)?.name ?? own.scenario;
  state.value = { ...own, moved, scenario };
  follow();
  if (typeof from.state?.text === "string") state.value = { ...state.value, text: from.state.text };
  carry();
}

/** Writes the state into the address once it has rested. */
function carry(): void {
  let waiting = 0;
  effect(() => {
    const { text, moved, scenario, engine } = state.value;
    const of = { view: view.value, language: language.value, student: student.value, state: { moved, scenario, engine, ...(text === start.value.text ? {} : { text }) } };
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void written(of).then((hash) => history.replaceState(null, "", `#${hash}`)), 400);
  });
  effect(() => {
    document.documentElement.lang = tag();
  });
}

begin().catch((error: unknown) => {
  failure.value = error instanceof Error ? error.message : String(error);
});

// For tests and for the curious: the state, its answers, and times from a move to its first answer, in milliseconds.
Object.assign(globalThis, { recoup: { latencies, state, change, described, explored, progress, exported, lesson, answers, marks } });
