// What the page knows: the study as it came, what was changed, and what is shown. A change is a new state; the old ones can be
// taken back.

import { computed, signal } from "@preact/signals";
import type { Described, StudyNumber } from "./answers";
import { Desk, type StudyText } from "./engine";
import { language } from "./language";

/** The study and what was changed in it. */
export interface State {
  /** The whole study as one text. */
  text: string;
  /** Values in place of the study's, by the key that `--set` takes, in the order in which they were moved. */
  moved: [string, number][];
  /** Name of the scenario. */
  scenario: string;
  /** Which reading of the model runs once the sliders rest. */
  engine: "expected" | "cohort" | "agents";
}

/** What the page starts from. */
export interface Start {
  name: string;
  text: string;
  language: string;
  class: boolean;
  version: string;
}

/** The view shown, by its id. */
export const view = signal("explore");
export const start = signal<Start>({ name: "", text: "", language: "en", class: false, version: "" });
export const desks: { quick: Desk; slow: Desk; aside: Desk } = {} as never;

/** The state shown. */
export const state = signal<State>({ text: "", moved: [], scenario: "", engine: "expected" });
const past = signal<State[]>([]);
const future = signal<State[]>([]);
/** A state that is kept to compare with. */
export const pinned = signal<State | undefined>(undefined);
/** The study of the state as it was read last, with the numbers of all scenarios. */
const read = signal<Described | undefined>(undefined);
const first = signal<Described | undefined>(undefined);
let readText = "";
/** The text that `described` belongs to. */
export const describedText = (): string => readText;
const scenario = computed(() => state.value.scenario);

/** A study with the numbers that hold in the scenario shown. */
function inScenario(study: Described | undefined): Described | undefined {
  if (!study) return undefined;
  const own = new Set(study.numbers.filter((n) => n.scenario === scenario.value).map((n) => n.key));
  const holds = (n: StudyNumber) => n.scenario === scenario.value || (n.scenario === null && (n.strategy !== null || !own.has(n.key)));
  return { ...study, numbers: study.numbers.filter(holds) };
}

/** The study of the state: names, numbers of the scenario shown, texts. Moves of numbers do not change it. */
export const described = computed(() => inScenario(read.value));
/** What the page came with, described. */
export const original = computed(() => inScenario(first.value));
/** Whether a key is one that `--set` takes in the study of the state, in whatever scenario. */
export const isSettable = (key: string): boolean => read.value?.numbers.some((n) => n.set === key) ?? false;

export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);

/** Changes the state. Moves of one number one after another are one step back. */
export function change(next: Partial<State>, step = true): void {
  if (step) past.value = [...past.value.slice(-199), state.value];
  future.value = [];
  state.value = { ...state.value, ...next };
}

export function undo(): void {
  const last = past.value[past.value.length - 1];
  if (!last) return;
  future.value = [state.value, ...future.value];
  past.value = past.value.slice(0, -1);
  state.value = last;
}

export function redo(): void {
  const next = future.value[0];
  if (!next) return;
  past.value = [...past.value, state.value];
  future.value = future.value.slice(1);
  state.value = next;
}

/** Moves a number; `undefined` puts the study's own value back. */
export function move(key: string, value: number | undefined, step: boolean): void {
  const others = state.value.moved.filter(([other]) => other !== key);
  change({ moved: value === undefined ? others : [...others, [key, value]] }, step);
}

/** The value of a number in a state. */
export function valueIn(of: State, number: StudyNumber): number {
  return of.moved.find(([key]) => key === number.set)?.[1] ?? number.value;
}

/** What a number becomes that a reader typed or a slider gave: inside its limits, whole where it counts something. */
export function allowed(number: StudyNumber, value: number): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  const inside = Math.min(number.bounds[1], Math.max(number.bounds[0], value));
  return number.form === "whole" ? Math.round(inside) : Number(inside.toPrecision(9));
}

/** A number as a field shows it: shares in per cent. */
export function fieldValue(number: StudyNumber, value: number): string {
  const shown = number.form === "share" ? 100 * value : value;
  return number.form === "whole" ? String(shown) : String(Number(shown.toPrecision(Math.abs(shown) >= 1e4 ? 9 : 5)));
}

/** What was typed into the field of a number; nothing where it is none. The field then shows what holds. */
export function typed(number: StudyNumber, field: HTMLInputElement): number | undefined {
  const value = allowed(number, number.form === "share" ? field.valueAsNumber / 100 : field.valueAsNumber);
  field.value = fieldValue(number, value ?? valueIn(state.value, number));
  return value;
}

/** Puts the study back that the page came with. */
export const putAllBack = (): void => change({ text: start.value.text, moved: [] });

/** A state as the engine reads it, with the expected engine unless another is asked for. */
export function studyOf(of: State, draws: number, engine: string = "expected"): StudyText {
  const set = of.moved.map(([key, value]) => `${key} = ${tomlNumber(value)}`);
  return { name: start.value.name, text: of.text, set, engine, draws };
}

/** The shortest text that reads back as the same number. */
export function tomlNumber(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A name as the language of the page shows it. */
export function shown(name: string): string {
  const names = described.value?.translations[language.value]?.names;
  return names && Object.hasOwn(names, name) ? (names[name] ?? name) : name;
}

/** Reads the study of a state anew, after its text has changed. */
export async function describe(of: State): Promise<void> {
  const text: StudyText = { name: start.value.name, text: of.text, set: [] };
  const found = await desks.aside.ask<Described>("study", "study", text, null);
  readText = of.text;
  read.value = found;
  first.value ??= found;
}
