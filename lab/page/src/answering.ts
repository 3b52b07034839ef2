// From a state to its answers, in stages: first what fits between two frames, then what takes longer, with more draws.

import { computed, effect, signal } from "@preact/signals";
import type { Described, Explored, Sweep, Sweepable, SweptStrategy, Tornado } from "./answers";
import { type Desk, Refused, Superseded } from "./engine";
import { type State, describe, described, describedText, desks, pinned, state, studyOf } from "./state";

/** Draws of the last stage. */
export const DRAWS = 200;
/** Levels of a curve, while a slider moves and afterwards. */
const STEPS = [11, 25] as const;
/** Milliseconds of the first stage below which it takes more draws, and above which it takes fewer. */
const QUICK = [20, 50] as const;

export interface Variants {
  best: string;
  reference: string;
  differences: Record<string, number>;
  holding: number;
  variants: { name: string; best: string; differences: Record<string, number> }[];
}

export const explored = signal<Explored | undefined>(undefined);
/** The curve of a lever, with the key of the lever. */
export type LeverCurve = SweptStrategy & { key: string };
export const curve = signal<LeverCurve | undefined>(undefined);
export const tornado = signal<Tornado | undefined>(undefined);
export const variants = signal<Variants | undefined>(undefined);
/** The answers of the state that is kept to compare with. */
export const pinnedAnswer = signal<{ explored: Explored; curve: LeverCurve | undefined } | undefined>(undefined);
/** Why the engine has no answer; the last good answers stay. */
export const trouble = signal<Error | undefined>(undefined);
/** Whether tornado and variants belong to the state shown; those of an older state stay until then. */
export const isFresh = signal(false);
/** Draws behind the answer, and draws that it is on its way to. */
export const progress = signal<{ done: number; of: number }>({ done: 0, of: DRAWS });
/** The lever of the ROI curve: its place among the study's sweeps, and other levers that were chosen. */
export const lever = signal<Sweepable | undefined>(undefined);
/** Milliseconds from a change to its first answer: the last ones. */
export const latencies: number[] = [];

/** Draws of the first stage here: more where they take little time. */
let quickDraws = 16;

/** Takes more draws, or fewer, from what the last ones took in milliseconds. */
function adapt(took: number): void {
  if (took < QUICK[0]) quickDraws = Math.min(64, 2 * quickDraws);
  if (took > QUICK[1]) quickDraws = Math.max(8, quickDraws / 2);
}

/** Waits for a promise; what was superseded gives nothing, and what is refused is shown. */
async function answer<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    const found = await asked;
    trouble.value = undefined;
    return found;
  } catch (error) {
    if (error instanceof Superseded) return undefined;
    trouble.value = error as Error;
    return undefined;
  }
}

/** Like `answer`, for a part of the page that may have none. */
async function part<T>(asked: Promise<T>): Promise<T | undefined | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Superseded) return undefined;
    if (error instanceof Refused) return null;
    trouble.value = error as Error;
    return null;
  }
}

let running = 0;
/** What the last answers were asked of: another text or scenario leaves nothing of them. */
let last = { text: "", scenario: "" };

/** The curve of the lever, from few levels and draws or from more. */
async function sweep(of: State, desk: Desk, channel: string, draws: number, steps: number, isOver: () => boolean): Promise<void> {
  const over = lever.value;
  if (!over) return;
  const parameters = { lever: { key: over.key, from: over.from, to: over.to, steps }, strategy: over.strategy };
  const found = await part(desk.ask<Sweep>(channel, "sweep", studyOf(of, DRAWS), of.scenario, parameters, draws));
  if (isOver() || found === undefined) return;
  const [first] = found?.curves ?? [];
  curve.value = first && { ...first, key: over.key };
}

async function run(of: State, known: Described): Promise<void> {
  const run = ++running;
  const isOver = () => run !== running;
  const began = performance.now();
  const { quick, slow } = desks;
  slow.cancel("explore");
  isFresh.value = false;
  progress.value = { done: 0, of: DRAWS };
  if (last.text !== of.text || last.scenario !== of.scenario) {
    curve.value = tornado.value = variants.value = undefined;
    last = { text: of.text, scenario: of.scenario };
  }
  // What only the whole answer needs takes as long to read as all else.
  const light = { ...of, text: known.light_text };
  const show = (found: Explored) => {
    explored.value = found;
    progress.value = { done: found.draws, of: DRAWS };
  };
  if (!known.has_contagion) {
    const early = await answer(quick.ask<Explored>("explore", "explore", studyOf(light, quickDraws), of.scenario));
    if (isOver() || !early) return;
    adapt(performance.now() - began);
    show(early);
    requestAnimationFrame(() => {
      latencies.push(performance.now() - began);
      if (latencies.length > 5000) latencies.splice(0, 2500);
    });
    await sweep(light, quick, "sweep", 2, STEPS[0], isOver);
  }
  // Then with more draws, as long as nothing moves.
  await new Promise((resolve) => setTimeout(resolve, 150));
  if (isOver()) return;
  // The mean field knows no contagion: such a study is simulated, and has no curve, tornado or variants.
  if (!known.has_contagion) {
    if (of.engine === "expected") {
      const more = await answer(slow.ask<Explored>("explore", "explore", studyOf(light, DRAWS), of.scenario));
      if (isOver() || !more) return;
      show(more);
    }
    await sweep(light, slow, "explore", 40, STEPS[1], isOver);
    if (isOver()) return;
    const foundVariants = await part(slow.ask<Variants>("explore", "variants", studyOf(of, 1), of.scenario));
    if (isOver()) return;
    variants.value = foundVariants ?? undefined;
    const foundTornado = await part(slow.ask<Tornado>("explore", "tornado", studyOf(of, DRAWS), of.scenario));
    if (isOver()) return;
    tornado.value = foundTornado ?? undefined;
    isFresh.value = true;
    if (of.engine === "expected") return;
  }
  for (let draws = known.has_contagion ? 1 : 25; ; draws *= 2) {
    const more = await answer(slow.ask<Explored>("explore", "explore", studyOf(light, Math.min(draws, DRAWS), of.engine), of.scenario));
    if (isOver() || !more) return;
    show(more);
    if (draws >= DRAWS) return;
  }
}

/** Keeps the answers in step with the state from now on. */
export function follow(): void {
  let asked = describedText();
  effect(() => {
    const of = state.value;
    const known = described.value;
    // Read here, so that another lever is answered too.
    void lever.value;
    if (of.text === describedText()) {
      if (known) void run(of, known);
      return;
    }
    // Answers to another text are over.
    running++;
    desks.slow.cancel("explore");
    if (of.text === asked) return;
    asked = of.text;
    describe(of).catch((error: Error) => {
      if (!(error instanceof Superseded)) trouble.value = error;
    });
  });
  effect(() => {
    if (!pinned.value) pinnedAnswer.value = undefined;
  });
}

/** Whether the answer shown is the whole answer to the state shown. */
export const isSettled = computed(() => progress.value.done >= progress.value.of && !trouble.value);

/** Keeps the state shown, and its answers, to compare with. */
export function pin(): void {
  if (!explored.value || !isSettled.value) return;
  pinnedAnswer.value = { explored: explored.value, curve: curve.value };
  pinned.value = state.value;
}
