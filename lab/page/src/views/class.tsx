// The class mode: predict, reveal, explain. A student has numbers of their own; their answers leave the page only as a file that they
// download.

import { useEffect, useState } from "preact/hooks";
import { Drawing } from "../charts/drawing";
import { Scroll } from "../charts/frame";
import { save } from "../files";
import { fixed, number, share, whole } from "../format";
import { t } from "../language";
import { described, shown } from "../state";
import { type Answer, again, answers, answersFile, begin, given, isWhole, type Lesson, lesson, MOST_STUDENTS, marks, name, type Question, reveal, risesTo, student, trouble } from "../lesson";

/** Whole per cent where it is that, one decimal otherwise. */
function percent(value: number): string {
  const points = 100 * value;
  return Math.abs(points - Math.round(points)) < 1e-9 ? share(value, 6) : share(Math.round(10 * points) / 1000, 6);
}

const money = (value: number, currency: string): string => `${whole(value)}\u00a0${currency}`;

function set(asked: Question["asked"], answer: Answer | undefined): void {
  const { [asked]: _, ...others } = answers.value;
  answers.value = answer === undefined ? others : { ...others, [asked]: answer };
}

/** Changes points of the curve, as it is by now. */
function draw(length: number, points: [number, number | null][]): void {
  const drawn = Array.isArray(answers.value.curve) ? [...answers.value.curve] : new Array<number | null>(length).fill(null);
  for (const [place, value] of points) drawn[place] = value;
  set("curve", drawn);
}

/** A short text of an answer or of the right one. */
function told(question: Question, answer: Answer, currency: string): string {
  if (question.form === "choice") return t("class-option", { option: String(answer) });
  if (question.form === "number") return question.unit === "share" ? percent(Number(answer)) : money(Number(answer), currency);
  const crossing = risesTo(question.x, answer as number[], question.line);
  return crossing === null ? t("class-reaches-not") : t("class-reaches", { rate: percent(crossing) });
}

function reasons(of: Lesson): string[] {
  const { reasons, given, currency } = of;
  const kind = given.kinds[0];
  if (!kind) return [];
  const [silent, unresolved, resolved, quick] = kind.repurchase;
  const [ends_unresolved, ends_slow, ends_quick] = reasons.endings;
  const ends = { silent: percent(silent), quick: percent(quick), base: percent(given.base) };
  const [complaints, resolution, speed] = reasons.worth.map((worth) => fixed(worth, 3)) as [string, string, string];
  const each = reasons.failures > 0 ? reasons.npv / reasons.failures : 0;
  return [
    t("class-why-quick", { after: fixed(reasons.satisfaction_quick, 2), before: fixed(reasons.satisfaction_before, 2), quick: percent(quick), base: percent(given.base), table: reasons.from_table ? "yes" : "no" }),
    t("class-why-complainers", {
      unresolved: percent(ends_unresolved),
      after_unresolved: percent(unresolved),
      slow: percent(ends_slow),
      after_slow: percent(resolved),
      fast: percent(ends_quick),
      after_fast: percent(quick),
      complainers: percent(reasons.complainers),
    }),
    t("class-why-everyone", { complain: percent(reasons.complain), complainers: percent(reasons.complainers), quiet: percent(1 - reasons.complain), silent: percent(silent), everyone: percent(reasons.everyone) }),
    reasons.crossing === null ? t("class-why-curve-not", ends) : t("class-why-curve", { ...ends, rate: percent(reasons.crossing) }),
    t("class-why-consultant", { failures: whole(reasons.failures), npv: money(reasons.npv, currency), each: `${fixed(each, 2)}\u00a0${currency}`, fast: percent(reasons.complain * ends_quick) }),
    t("class-why-lever", { complaints, resolution, speed }),
  ];
}

export function Class() {
  const of = lesson.value;
  // The number in the address is known before the engine is.
  const isReady = described.value !== undefined;
  useEffect(() => {
    if (isReady && student.value !== undefined) void begin(student.value);
  }, [isReady, student.value]);
  return (
    <div class="class">
      <h2>{t("class-title")}</h2>
      <p>{t("class-lead")}</p>
      <Who />
      {student.value !== undefined && !of && !trouble.value && <p class="quiet">{t("computing")}</p>}
      {trouble.value && <p class="trouble" role="alert" lang="en">{trouble.value}</p>}
      {of && <Lecture of={of} key={of.student} />}
    </div>
  );
}

function Who() {
  const [own, setOwn] = useState<number | undefined>();
  const typed = own ?? lesson.value?.student ?? student.value;
  const isNumber = typed !== undefined && Number.isInteger(typed) && typed >= 1 && typed <= MOST_STUDENTS;
  return (
    <form
      class="choice"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isNumber) return;
        student.value = typed;
        void begin(typed);
      }}
    >
      <label for="student">{t("class-number")}</label>
      <input id="student" type="number" min={1} max={MOST_STUDENTS} step={1} value={Number.isNaN(typed) ? "" : typed} onInput={(event) => setOwn(event.currentTarget.valueAsNumber)} />
      <button type="submit" disabled={!isNumber || !described.value || typed === lesson.value?.student}>{t("class-begin")}</button>
      {lesson.value && Object.keys(answers.value).length > 0 && typed !== lesson.value.student && <span class="quiet">{t("class-forgets")}</span>}
    </form>
  );
}

function Lecture({ of }: { of: Lesson }) {
  const why = reasons(of);
  const done = of.questions.filter((question) => isWhole(answers.value[question.asked])).length;
  const total = marks.value?.reduce<number>((sum, mark) => sum + (mark ?? 0), 0);
  return (
    <>
      <section aria-labelledby="class-given">
        <h2 id="class-given">{t("class-student", { number: String(of.student) })}</h2>
        <Given of={of} />
      </section>
      <section aria-labelledby="class-predict">
        <h2 id="class-predict">{t("class-predict")}</h2>
        <ol class="questions">
          {of.questions.map((question, i) => (
            <li key={question.asked}>
              <Asked of={of} question={question} />
              {marks.value && <Shown question={question} mark={marks.value[i] ?? null} reason={why[i] ?? ""} currency={of.currency} />}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="class-reveal">
        <h2 id="class-reveal">{t("class-reveal-title")}</h2>
        <p aria-live="polite">
          {total === undefined ? t("class-answered", { done, all: of.questions.length }) : t("class-total", { total: number(total), all: of.questions.length })}
        </p>
        {marks.value === undefined && done < of.questions.length && <p class="quiet">{t("class-reveal-early")}</p>}
        <p class="choice">
          {marks.value === undefined ? (
            <button type="button" disabled={done === 0} onClick={() => void reveal()}>{t("class-reveal")}</button>
          ) : (
            <button type="button" onClick={again}>{t("class-again")}</button>
          )}
        </p>
        <p class="choice">
          <label for="class-name">{t("class-name")}</label>
          <input id="class-name" type="text" maxLength={200} autocomplete="off" value={name.value} onInput={(event) => (name.value = event.currentTarget.value)} />
          <button type="button" disabled={Object.keys(given()).length === 0} onClick={() => save(`answers-${of.student}.json`, "application/json", answersFile(of))}>{t("class-download")}</button>
        </p>
        <p class="note">{t("class-download-note")}</p>
      </section>
    </>
  );
}

function Given({ of }: { of: Lesson }) {
  const { given } = of;
  const head = (column: string) => <th scope="col" class={column === "failure" ? "" : "number"}>{t("class-head", { column })}</th>;
  return (
    <>
      <p>{t("class-story", { customers: whole(given.customers), purchases: number(given.purchases_per_year), base: percent(given.base) })}</p>
      <Scroll label={t("class-given")}>
        <table>
          <caption>{t("class-given")}</caption>
          <thead><tr>{["failure", "rate", "complain", "resolved", "quick", "drop"].map(head)}</tr></thead>
          <tbody>
            {given.kinds.map((kind) => (
              <tr key={kind.failure}>
                <th scope="row">{shown(kind.failure)}</th>
                <td class="number">{kind.per_purchase === null ? "–" : number(1000 * kind.per_purchase)}</td>
                <td class="number">{percent(kind.complain)}</td>
                <td class="number">{percent(kind.resolved)}</td>
                <td class="number">{percent(kind.quick)}</td>
                <td class="number">{number(kind.satisfaction_drop)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Scroll label={t("class-returns")}>
        <table>
          <caption>{t("class-returns")}</caption>
          <thead><tr>{["failure", "silent", "unresolved", "resolved_after", "quick_after"].map(head)}</tr></thead>
          <tbody>
            {given.kinds.map((kind) => (
              <tr key={kind.failure}>
                <th scope="row">{kind.failure}</th>
                {kind.repurchase.map((value, i) => <td class="number" key={i}>{percent(value)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <details>
        <summary>{t("class-settings")}</summary>
        <pre lang="en"><code>{of.settings.map((setting) => setting.set).join("\n")}</code></pre>
      </details>
    </>
  );
}

function Asked({ of, question }: { of: Lesson; question: Question }) {
  const isOpen = marks.value === undefined;
  const answer = answers.value[question.asked];
  const text = t("class-question", { question: question.asked, failure: of.failure, base: percent(of.given.base), horizon: t("periods", { number: of.given.periods, period: of.given.period }) });
  const id = `class-${question.asked}`;
  if (question.form === "choice") {
    return (
      <fieldset disabled={!isOpen}>
        <legend>{text}</legend>
        {question.options.map((option) => (
          <label class="option" key={option}>
            <input type="radio" name={id} value={option} checked={answer === option} onChange={() => set(question.asked, option)} /> {t("class-option", { option })}
          </label>
        ))}
      </fieldset>
    );
  }
  if (question.form === "number") {
    const scale = question.unit === "share" ? 100 : 1;
    return (
      <>
        <label for={id}>{text}</label>
        <span class="field">
          <input
            id={id}
            type="number"
            step="any"
            min={scale * question.least}
            max={scale * question.most}
            disabled={!isOpen}
            value={answer === undefined ? "" : Number((scale * Number(answer)).toPrecision(12))}
            onInput={(event) => {
              const typed = event.currentTarget.valueAsNumber / scale;
              set(question.asked, typed >= question.least && typed <= question.most ? typed : undefined);
            }}
          />
          <span class="unit">{question.unit === "share" ? "%" : of.currency}</span>
        </span>
      </>
    );
  }
  const drawn = (answer as (number | null)[] | undefined) ?? question.x.map(() => null);
  return (
    <fieldset disabled={!isOpen}>
      <legend>{text}</legend>
      <p class="quiet">{t("class-draw")}</p>
      <Drawing
        x={question.x}
        y={drawn}
        base={question.line}
        right={isOpen ? undefined : question.right}
        percent={percent}
        label={isOpen ? t("class-drawing") : t("class-drawing-shown", { right: told(question, question.right, of.currency) })}
        onDraw={isOpen ? (points) => draw(question.x.length, points) : undefined}
      />
      {!isOpen && <p class="legend"><span class="mine">{t("class-mine")}</span> <span class="right">{t("class-right-curve")}</span></p>}
      <div class="points">
        {question.x.map((x, i) => (
          <label key={x}>
            {t("class-at", { rate: percent(x) })}
            <span class="field">
              <input
                type="number"
                min={0}
                max={100}
                step={1}
                aria-label={t("class-point", { rate: percent(x) })}
                value={drawn[i] === null ? "" : Math.round(1e4 * (drawn[i] ?? 0)) / 100}
                onInput={(event) => {
                  const typed = event.currentTarget.valueAsNumber / 100;
                  draw(question.x.length, [[i, typed >= 0 && typed <= 1 ? typed : null]]);
                }}
              />
              <span class="unit">%</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Shown({ question, mark, reason, currency }: { question: Question; mark: number | null; reason: string; currency: string }) {
  const answer = answers.value[question.asked];
  return (
    <div class="shown" data-mark={mark ?? undefined}>
      <dl>
        <div><dt>{t("class-your-answer")}</dt><dd>{isWhole(answer) ? told(question, answer as Answer, currency) : t("class-no-answer")}</dd></div>
        <div><dt>{t("class-head", { column: "answer" })}</dt><dd>{told(question, question.right, currency)}</dd></div>
        <div><dt>{t("class-mark")}</dt><dd>{mark === null ? "–" : number(mark)}</dd></div>
      </dl>
      <p>{reason}</p>
    </div>
  );
}
