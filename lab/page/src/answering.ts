// From a state to its answers, in stages: first what fits between two frames, then what takes longer, with more draws.

import { effect, signal } from "@preact/signals";
import type { Described, Explored, Sweep, Sweepable, SweptStrategy, Tornado } from "./answers";
import { Refused, Superseded } from "./engine";
import { type State, describe, described, desks, pinned, state, studyOf } from "./state";

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
export const curve = signal<SweptStrategy | undefined>(undefined);
export const tornado = signal<Tornado | undefined>(undefined);
export const variants = signal<Variants | undefined>(undefined);
/** The answers of the state that is kept to compare with. */
export const pinnedAnswer = signal<{ explored: Explored; curve: SweptStrategy | undefined } | undefined>(undefined);
/** Why the engine has no answer; the last good answers stay. */
export const trouble = signal<Error | undefined>(undefined);
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

const sweepOf = (of: Sweepable, steps: number) => ({
  lever: { key: of.key, from: of.from, to: of.to, steps },
  strategy: of.strategy,
});

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

async function run(of: State, known: Described): Promise<void> {
  const run = ++running;
  const isOver = () => run !== running;
  const began = performance.now();
  const { quick, slow } = desks;
  const scenario = of.scenario;
  slow.cancel("explore");
  // What only the whole answer needs takes as long to read as all else.
  const light = { ...of, text: known.light_text };
  // The mean field knows no contagion: such a study is simulated at once.
  const first = known.has_contagion ? of.engine : "expected";
  const n = quickDraws;
  const early = await answer(quick.ask<Explored>("explore", "explore", studyOf(light, n, first), scenario));
  if (isOver() || !early) return;
  adapt(performance.now() - began);
  explored.value = early;
  progress.value = { done: n, of: DRAWS };
  requestAnimationFrame(() => {
    latencies.push(performance.now() - began);
    if (latencies.length > 5000) latencies.splice(0, 2500);
  });
  if (known.has_contagion) {
    curve.value = tornado.value = variants.value = undefined;
  } else if (lever.value) {
    const found = await part(quick.ask<Sweep>("sweep", "sweep", studyOf(light, n), scenario, sweepOf(lever.value, STEPS[0]), 2));
    if (isOver()) return;
    if (found !== undefined) curve.value = found?.curves[0];
  }
  // Then with more draws, as long as nothing moves.
  await new Promise((resolve) => setTimeout(resolve, 150));
  for (let draws = of.engine === "expected" && !known.has_contagion ? DRAWS : 25; ; draws *= 2) {
    const n = Math.min(draws, DRAWS);
    if (isOver()) return;
    const more = await answer(slow.ask<Explored>("explore", "explore", studyOf(light, n, of.engine), scenario));
    if (isOver() || !more) return;
    explored.value = more;
    progress.value = { done: n, of: DRAWS };
    if (n === DRAWS) break;
  }
  if (known.has_contagion) return;
  if (lever.value) {
    const found = await part(slow.ask<Sweep>("explore", "sweep", studyOf(light, DRAWS, of.engine), scenario, sweepOf(lever.value, STEPS[1]), 40));
    if (isOver()) return;
    if (found !== undefined) curve.value = found?.curves[0];
  }
  const foundVariants = await part(slow.ask<Variants>("explore", "variants", studyOf(of, 1), scenario));
  if (isOver()) return;
  variants.value = foundVariants ?? undefined;
  const foundTornado = await part(slow.ask<Tornado>("explore", "tornado", studyOf(of, DRAWS), scenario));
  if (isOver()) return;
  tornado.value = foundTornado ?? undefined;
}

/** Keeps the answers in step with the state from now on. */
export function follow(): void {
  let text = state.value.text;
  effect(() => {
    const of = state.value;
    const known = described.value;
    // Read here, so that another lever is answered too.
    void lever.value;
    if (of.text !== text) {
      text = of.text;
      void describe(of).catch((error: Error) => (trouble.value = error));
    } else if (known) {
      void run(of, known);
    }
  });
  effect(() => {
    const of = pinned.value;
    if (!of) pinnedAnswer.value = undefined;
  });
}

/** Keeps the state shown, and its answers, to compare with. */
export function pin(): void {
  if (!explored.value) return;
  pinnedAnswer.value = { explored: explored.value, curve: curve.value };
  pinned.value = state.value;
}
