// The class mode: predict, reveal, explain. A student has numbers of their own; their answers leave the page only as a file that they
// download.

import { useEffect, useRef, useState } from "preact/hooks";
import { Drawing } from "../charts/drawing";
import { Scroll } from "../charts/frame";
import { said, type Unit, written } from "../fields";
import { fixed, number, share, whole } from "../format";
import { t } from "../language";
import { change, described, shown, start, view } from "../state";
import { type Answer, again, answers, begin, download, given, isStudent, isUnsaved, isWhole, type Lesson, lesson, MOST_STUDENTS, marks, name, numberTyped, type Question, reveal, risesTo, student, trouble } from "../lesson";

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
  const [drop, gain] = [kind.satisfaction_drop, kind.satisfaction_gain];
  const ends = { silent: percent(silent), quick: percent(quick), base: percent(given.base) };
  const [complaints, resolution, speed] = reasons.worth.map((worth) => fixed(worth, 3)) as [string, string, string];
  const each = reasons.failures > 0 ? reasons.npv / reasons.failures : 0;
  return [
    t("class-why-quick", { after: fixed(reasons.satisfaction_quick, 2), before: fixed(reasons.satisfaction_before, 2), drop: fixed(drop, 2), gain: fixed(gain, 2), quick: percent(quick), base: percent(given.base), table: reasons.from_table ? "yes" : "no" }),
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
    if (isReady && isStudent(student.value)) void begin(student.value);
  }, [isReady, student.value]);
  return (
    <div class="class">
      <h2>{t("class-title")}</h2>
      <p>{t("class-lead")}</p>
      <Who />
      {isStudent(student.value) && !of && !trouble.value && <p class="quiet">{t("computing")}</p>}
      {trouble.value && <p class="trouble" role="alert" lang="en">{trouble.value}</p>}
      {of && <Lecture of={of} key={of.student} />}
    </div>
  );
}

function Who() {
  /** Whether they went on without a number. */
  const [isMissing, setMissing] = useState(false);
  const text = numberTyped.value ?? (student.value === undefined ? "" : String(student.value));
  const plain = text.normalize("NFKC").trim();
  const number = /^\d+$/.test(plain) ? Number(plain) : undefined;
  const isWrong = !isStudent(number) && (plain !== "" || isMissing);
  const of = lesson.value;
  return (
    <form
      class="choice"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isStudent(number)) {
          student.value = number;
          void begin(number);
        } else {
          setMissing(true);
          document.getElementById("student")?.focus();
        }
      }}
    >
      <label for="student">{t("class-number")}</label>
      <input
        id="student"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        value={text}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? "student-wrong" : undefined}
        onInput={(event) => {
          setMissing(false);
          numberTyped.value = event.currentTarget.value;
        }}
      />
      <button type="submit" disabled={!described.value || (of !== undefined && number === of.student)}>{t("class-begin")}</button>
      {isWrong && <span class="wrong" id="student-wrong" role="alert">{t("class-wrong-student", { most: whole(MOST_STUDENTS) })}</span>}
      {of && Object.keys(answers.value).length > 0 && number !== of.student && <span class="quiet">{t("class-forgets")}</span>}
    </form>
  );
}

/** Gives the study the numbers of the student, and opens the view that explains them. */
function explain(of: Lesson): void {
  change({ text: start.value.text, moved: of.settings.map(({ key, value }) => [key, value]), scenario: of.scenario });
  view.value = "paradox";
  scrollTo(0, 0);
  document.getElementById("main")?.focus({ preventScroll: true });
}

function Lecture({ of }: { of: Lesson }) {
  const why = reasons(of);
  const all = of.questions.length;
  const done = of.questions.filter((question) => isWhole(answers.value[question.asked])).length;
  const total = marks.value?.reduce<number>((sum, mark) => sum + (mark ?? 0), 0);
  const result = useRef<HTMLParagraphElement>(null);
  const wasShown = useRef(marks.value !== undefined);
  useEffect(() => {
    if (marks.value && !wasShown.current) {
      result.current?.scrollIntoView({ block: "start" });
      result.current?.focus({ preventScroll: true });
    }
    wasShown.current = marks.value !== undefined;
  }, [marks.value]);
  return (
    <>
      <section aria-labelledby="class-given">
        <h2 id="class-given">
          {t("class-student", { number: String(of.student) })} <span class="digest">{t("class-digest", { digest: of.digest.slice(0, 8) })}</span>
        </h2>
        <Given of={of} />
      </section>
      <section aria-labelledby="class-predict">
        <h2 id="class-predict">{t("class-predict")}</h2>
        {total === undefined ? <p class="quiet">{t("class-keep")}</p> : <p class="answer result" ref={result} tabIndex={-1}>{t("class-total", { total: number(total), all })}</p>}
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
        {total === undefined ? (
          <>
            <p aria-live="polite">{t("class-answered", { done, all })}</p>
            <p class="quiet">{t("class-reveal-early")}</p>
            <Reveal done={done} all={all} />
          </>
        ) : (
          <p class="choice">
            <button type="button" onClick={() => explain(of)}>{t("class-explain")}</button>
            <button
              type="button"
              onClick={() => {
                again();
                document.getElementById("student")?.focus();
              }}
            >
              {t("class-again")}
            </button>
            {isUnsaved.value && <span class="quiet">{t("class-forgets")}</span>}
          </p>
        )}
        <p class="choice">
          <label for="class-name">{t("class-name")}</label>
          <input id="class-name" type="text" maxLength={200} autocomplete="off" value={name.value} onInput={(event) => (name.value = event.currentTarget.value)} />
          <button type="button" disabled={Object.keys(given()).length === 0} onClick={() => download(of)}>{t("class-download")}</button>
        </p>
        <p class="note">{t("class-download-note")}</p>
        {isUnsaved.value && <p class="note">{t("class-keep")}</p>}
      </section>
    </>
  );
}

/** Shows the right answers; where some questions are not answered, it asks once more. */
function Reveal({ done, all }: { done: number; all: number }) {
  /** How many questions were answered when it asked: another answer takes the question back. */
  const [asked, setAsked] = useState<number | undefined>();
  if (asked !== done) {
    return (
      <p class="choice">
        <button type="button" disabled={done === 0} onClick={() => (done < all ? setAsked(done) : void reveal())}>{t("class-reveal")}</button>
      </p>
    );
  }
  return (
    <p class="choice">
      <span role="alert">{t("class-reveal-sure", { number: all - done })}</span>
      <button type="button" onClick={() => void reveal()}>{t("class-reveal-yes")}</button>
      <button type="button" onClick={() => setAsked(undefined)}>{t("class-reveal-no")}</button>
    </p>
  );
}

/** A table of the student's numbers, one row for each kind of failure; on a phone, each row is a card. */
function Numbers({ of, title, columns, row }: { of: Lesson; title: string; columns: string[]; row: (kind: Lesson["given"]["kinds"][number]) => string[] }) {
  const head = (column: string): string => t("class-head", { column });
  return (
    <Scroll label={title}>
      <table role="table">
        <caption>{title}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{head("failure")}</th>
            {columns.map((column) => <th role="columnheader" scope="col" class="number" key={column}>{head(column)}</th>)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {of.given.kinds.map((kind) => (
            <tr role="row" key={kind.failure}>
              <th role="rowheader" scope="row">{shown(kind.failure)}</th>
              {row(kind).map((text, i) => <td role="cell" class="number" data-label={head(columns[i] ?? "")} key={columns[i]}>{text}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Given({ of }: { of: Lesson }) {
  const { given } = of;
  return (
    <>
      <p>{t("class-story", { customers: whole(given.customers), purchases: number(given.purchases_per_year), base: percent(given.base), satisfaction: fixed(given.satisfaction, 2) })}</p>
      <Numbers
        of={of}
        title={t("class-given")}
        columns={["rate", "complain", "resolved", "quick", "drop", "gain"]}
        row={(kind) => [kind.per_purchase === null ? "–" : number(1000 * kind.per_purchase), percent(kind.complain), percent(kind.resolved), percent(kind.quick), fixed(kind.satisfaction_drop, 2), fixed(kind.satisfaction_gain, 2)]}
      />
      <Numbers of={of} title={t("class-returns")} columns={["silent", "unresolved", "resolved_after", "quick_after"]} row={(kind) => kind.repurchase.map(percent)} />
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
  const text = t("class-question", { question: question.asked, failure: shown(of.failure), base: percent(of.given.base), horizon: t("periods", { number: of.given.periods, period: of.given.period }) });
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
    return (
      <>
        <label for={id}>{text}</label>
        <NumberField
          id={id}
          unit={question.unit}
          currency={of.currency}
          least={question.least}
          most={question.most}
          value={typeof answer === "number" ? answer : null}
          disabled={!isOpen}
          onTake={(value) => set(question.asked, value ?? undefined)}
        />
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
            <NumberField
              id={`${id}-${i}`}
              label={t("class-point", { rate: percent(x) })}
              unit="share"
              currency={of.currency}
              least={0}
              most={1}
              value={drawn[i] ?? null}
              disabled={!isOpen}
              onTake={(value) => draw(question.x.length, [[i, value]])}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A field for a number. What is typed stays as it is until the field is left; what cannot be taken stays too, and the field says so. */
function NumberField(props: {
  id: string;
  label?: string;
  unit: Unit;
  currency: string;
  least: number;
  most: number;
  value: number | null;
  disabled: boolean;
  onTake: (value: number | null) => void;
}) {
  /** The text, as long as the value is still what the text gave. */
  const [typed, setTyped] = useState<{ text: string; gave: number | null; isLeft: boolean } | undefined>();
  const held = !props.disabled && typed?.gave === props.value ? typed : undefined;
  // A sign alone is a number that is just begun.
  const isWrong = held !== undefined && held.gave === null && held.text.trim() !== "" && (held.isLeft || !/^[-+\u2212]$/.test(held.text.trim()));
  const wrong = `${props.id}-wrong`;
  return (
    <>
      <span class="field">
        <input
          id={props.id}
          type="text"
          inputmode={props.least < 0 ? "text" : "decimal"}
          autocomplete="off"
          aria-label={props.label}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? wrong : undefined}
          disabled={props.disabled}
          value={held?.text ?? written(props.value, props.unit)}
          onInput={(event) => {
            const { value: text } = event.currentTarget;
            const value = said(text, props.unit);
            const gave = value !== null && value >= props.least && value <= props.most ? value : null;
            setTyped({ text, gave, isLeft: false });
            props.onTake(gave);
          }}
          onBlur={() => setTyped(held?.gave === null ? { ...held, isLeft: true } : undefined)}
        />
        <span class="unit">{props.unit === "share" ? "%" : props.currency}</span>
      </span>
      {isWrong && (
        <span class="wrong" id={wrong} role="alert">
          {props.unit === "share" ? t("class-wrong-share") : t("class-wrong-money", { least: whole(props.least), most: whole(props.most) })}
        </span>
      )}
    </>
  );
}

const SIGNS = { right: "✓", part: "◐", wrong: "✗", none: "–" };

function verdict(isAnswered: boolean, mark: number | null): keyof typeof SIGNS {
  if (!isAnswered) return "none";
  return mark === 1 ? "right" : mark ? "part" : "wrong";
}

function Shown({ question, mark, reason, currency }: { question: Question; mark: number | null; reason: string; currency: string }) {
  const answer = answers.value[question.asked];
  const isAnswered = isWhole(answer);
  const found = verdict(isAnswered, mark);
  return (
    <div class="shown" data-mark={mark ?? 0}>
      <p class="verdict"><span aria-hidden="true">{SIGNS[found]}</span> {t("class-verdict", { verdict: found })}</p>
      <dl>
        <div><dt>{t("class-your-answer")}</dt><dd>{isAnswered ? told(question, answer as Answer, currency) : t("class-no-answer")}</dd></div>
        <div><dt>{t("class-head", { column: "answer" })}</dt><dd>{told(question, question.right, currency)}</dd></div>
        <div><dt>{t("class-mark")}</dt><dd>{number(mark ?? 0)}</dd></div>
      </dl>
      <p>{reason}</p>
    </div>
  );
}
