// The lesson of a student as the engine answers it, and what they answered so far. It lives as long as the page is open.

import { computed, signal } from "@preact/signals";
import { Refused, Superseded } from "./engine";
import { save } from "./files";
import { desks, start } from "./state";

export type Asked = "helped_quickly" | "complainers" | "everyone" | "curve" | "consultant" | "lever";

export type Form =
  | { form: "choice"; options: string[]; right: string }
  | { form: "number"; unit: "share" | "money"; right: number; least: number; most: number }
  | { form: "curve"; x: number[]; right: number[]; line: number; crossing: number | null };

export type Question = { asked: Asked } & Form;

export interface GivenKind {
  failure: string;
  per_purchase: number | null;
  complain: number;
  resolved: number;
  quick: number;
  satisfaction_drop: number;
  satisfaction_gain: number;
  repurchase: [number, number, number, number];
}

/** The answer to the question `class`. */
export interface Lesson {
  study: string;
  scenario: string;
  currency: string;
  digest: string;
  student: number;
  failure: string;
  settings: { key: string; value: number; set: string }[];
  given: { customers: number; purchases_per_year: number; base: number; satisfaction: number; periods: number; period: string; kinds: GivenKind[] };
  questions: Question[];
  reasons: {
    from_table: boolean;
    satisfaction_before: number;
    satisfaction_quick: number;
    endings: [number, number, number];
    complain: number;
    complainers: number;
    everyone: number;
    crossing: number | null;
    npv: number;
    failures: number;
    worth: [number, number, number];
  };
  marks: (number | null)[];
}

/** An answer: a choice, a number, or a curve whose points may still be missing. */
export type Answer = string | number | (number | null)[];
export type Answers = Partial<Record<Asked, Answer>>;

export const MOST_STUDENTS = 1000;

/** The number of the student, as they began with it or as the address has it. */
export const student = signal<number | undefined>(undefined);
/** What stands in the field of the number, where that is another. */
export const numberTyped = signal<string | undefined>(undefined);
export const lesson = signal<Lesson | undefined>(undefined);
export const answers = signal<Answers>({});
export const name = signal("");
/** The marks, once the right answers have been shown. */
export const marks = signal<(number | null)[] | undefined>(undefined);
export const trouble = signal<string | undefined>(undefined);

/** Whether a student can have this number. */
export const isStudent = (number: number | undefined): number is number => number !== undefined && Number.isInteger(number) && number >= 1 && number <= MOST_STUDENTS;

/** Whether a question is answered whole. */
export const isWhole = (answer: Answer | undefined): boolean => answer !== undefined && !(Array.isArray(answer) && answer.some((y) => y === null));

/** What is answered, without what is only begun. */
export function given(): Answers {
  return Object.fromEntries(Object.entries(answers.value).filter(([, answer]) => isWhole(answer)));
}

async function ask(parameters: object): Promise<Lesson | undefined> {
  try {
    // The study as the page came with it: what was moved elsewhere belongs to no class.
    const found = await desks.aside.ask<Lesson>("class", "class", { name: start.value.name, text: start.value.text, set: [] }, null, parameters);
    trouble.value = undefined;
    return found;
  } catch (error) {
    if (error instanceof Superseded) return undefined;
    trouble.value = error instanceof Refused ? error.diagnostics.map((one) => one.message + (one.help ? ` (${one.help})` : "")).join("; ") : String(error);
    return undefined;
  }
}

/** Gets the lesson of a student; answers of another are forgotten. */
export async function begin(number: number): Promise<void> {
  if (lesson.value?.student === number) return;
  const found = await ask({ student: number });
  if (!found) return;
  lesson.value = found;
  numberTyped.value = undefined;
  answers.value = {};
  marks.value = undefined;
}

/** Shows the right answers with the marks; what was answered stays as it is. */
export async function reveal(): Promise<void> {
  if (!lesson.value) return;
  const found = await ask({ student: lesson.value.student, answers: given() });
  if (found) marks.value = found.marks;
}

/** Ends the lesson: who has seen the right answers begins with another number. */
export function again(): void {
  lesson.value = undefined;
  student.value = undefined;
  numberTyped.value = undefined;
  answers.value = {};
  marks.value = undefined;
}

/** The file that `recoup class --grade` reads. */
export function answersFile(of: Lesson): string {
  return `${JSON.stringify({ format: "recoup-answers", version: 1, study: of.study, digest: of.digest, student: of.student, name: name.value.trim(), answers: given() }, null, 2)}\n`;
}

/** The file that was downloaded last. */
const kept = signal("");

/** Whether there are answers that no downloaded file has. */
export const isUnsaved = computed(() => lesson.value !== undefined && Object.keys(given()).length > 0 && answersFile(lesson.value) !== kept.value);

/** Downloads the answers. */
export function download(of: Lesson): void {
  const file = answersFile(of);
  save(`answers-${of.student}.json`, "application/json", file);
  kept.value = file;
}

/** Where a curve of straight lines first rises to a line, as the engine marks it. */
export function risesTo(x: number[], y: number[], line: number): number | null {
  for (let i = 1; i < x.length; i++) {
    const [x0, x1, y0, y1] = [x[i - 1] ?? 0, x[i] ?? 0, y[i - 1] ?? 0, y[i] ?? 0];
    if (y0 < line && y1 >= line) return x0 + ((x1 - x0) * (line - y0)) / (y1 - y0);
  }
  return null;
}
