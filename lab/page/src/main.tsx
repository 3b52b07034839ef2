// The page: reads what it carries, starts the engine, shows one view.

import { effect, signal } from "@preact/signals";
import { render } from "preact";
import { useEffect } from "preact/hooks";
import { read, written } from "./address";
import { explored, follow, latencies, lever, progress } from "./answering";
import { compile, Desk } from "./engine";
import { answers, isUnsaved, lesson, marks, student } from "./lesson";
import { LANGUAGES, type Language, language, t, tag } from "./language";
import { canRedo, canUndo, change, describe, described, desks, isSettable, putAllBack, redo, type Start, start, state, undo, view } from "./state";
import { VIEWS } from "./views";
import { exported } from "./views/compare";

const failure = signal<string | undefined>(undefined);
/** Whether the link had a study that cannot be read. */
const isLinkRefused = signal(false);

const carried = (id: string): string => document.getElementById(id)?.textContent ?? "";

function views() {
  return VIEWS.filter((it) => !it.forClass || start.value.class);
}

function Page() {
  const study = described.value;
  const title = (study?.translations[language.value]?.title ?? study?.title) || "Recoup";
  // The summary says what the students are to predict.
  const isSecret = view.value === "class" && !marks.value;
  const summary = isSecret ? t("class-first") : (study?.translations[language.value]?.summary ?? study?.summary);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const Shown = views().find((it) => it.id === view.value)?.component ?? VIEWS[0]?.component;
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {t("skip")}
      </a>
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
        {study && state.value.text !== start.value.text && (
          <p class="differs">{t("differs")} <button type="button" class="small" onClick={putAllBack}>{t("differs-back")}</button></p>
        )}
        {isLinkRefused.value && <p class="trouble" role="alert">{t("link-refused")}</p>}
        <nav aria-label={t("views")}>
          {views().map((it) => (
            <button key={it.id} type="button" data-view={it.id} aria-current={view.value === it.id ? "page" : undefined} onClick={() => (view.value = it.id)}>
              {t(`view-${it.id}`)}
            </button>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {failure.value ? <p class="trouble" role="alert">{t("failure", { message: failure.value })}</p> : study && Shown ? <Shown key={view.value} /> : <p class="answer early">{t("computing")}</p>}
      </main>
      <footer>
        <p>
          {t("footer", { version: start.value.version })} {study && t("footer-study", { hash: study.hash.slice(0, 8), seed: study.seed })}
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
  if (start.value.class) view.value = "class";
  keepPlace();
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
  const text = from.state?.text;
  let linked = study;
  if (typeof text === "string" && text !== came.text) {
    try {
      await describe({ ...came, text });
      linked = described.value ?? study;
    } catch {
      isLinkRefused.value = true;
    }
  }
  lever.value = linked.sweeps[0];
  const engines = ["expected", "cohort", "agents"] as const;
  const moved = (Array.isArray(from.state?.moved) ? from.state.moved : []).filter((it) => Array.isArray(it) && isSettable(it[0]) && Number.isFinite(it[1]));
  state.value = {
    text: isLinkRefused.value || typeof text !== "string" ? came.text : text,
    moved: [...new Map(moved)],
    scenario: linked.scenarios.find((it) => it.name === from.state?.scenario)?.name ?? linked.scenarios[0]?.name ?? "",
    engine: linked.has_contagion ? "agents" : (engines.find((it) => it === from.state?.engine) ?? came.engine),
  };
  follow();
  addEventListener("hashchange", () => location.reload());
  addEventListener("beforeunload", (event) => {
    if (isUnsaved.value) event.preventDefault();
  });
  carry();
}

/** Keeps the place of the keyboard and the screen reader: where the element in focus is taken away, what was around it gets the focus. */
function keepPlace(): void {
  let around: HTMLElement[] = [];
  document.addEventListener("focusin", ({ target }) => {
    around = [];
    for (let it = (target as HTMLElement).parentElement; it && it !== document.body; it = it.parentElement) around.push(it);
  });
  new MutationObserver(() => {
    if (around.length === 0 || (document.activeElement && document.activeElement !== document.body)) return;
    const place = around.find((it) => it.isConnected);
    around = [];
    if (!place) return;
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
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
