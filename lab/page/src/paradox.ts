// The answer to `paradox`: what it holds, and how it is asked of a state.

import { signal } from "@preact/signals";
import type { Band } from "./answers";
import { Superseded } from "./engine";
import { desks, type State, studyOf } from "./state";

export type Meaning = "conditional" | "complainers" | "population";
export type Measure = "satisfaction" | "repurchase";
export const MEANINGS: Meaning[] = ["conditional", "complainers", "population"];
export const MEASURES: Measure[] = ["satisfaction", "repurchase"];

/** Where between 0 and 1 a claim holds. */
interface Crossing {
  at: number | null;
  reach: { holds: "always" | "never" | "above" | "below"; at?: number };
}

export interface Claim {
  meaning: Meaning;
  measure: Measure;
  value: number;
  base: number;
  holds: boolean;
  gap: Band;
  probability: number;
  gap_otherwise: number | null;
}

export interface Threshold {
  meaning: Meaning;
  measure: Measure;
  moved: { dial: "complaint_rate" | "resolution" | "quick_share" } | "base_loyalty" | "drop" | "quality";
  others: "best" | "as_they_are";
  today: number;
  crossing: Crossing;
}

/** A kind of failure under a strategy; all kinds as they are met where it has no name. */
export interface Subject {
  failure: string | null;
  severity: string | null;
  claims: Claim[];
  thresholds: Threshold[];
}

/** From where upward a claim holds, by the place across. */
export interface Frontier {
  meaning: Meaning;
  measure: Measure;
  points: [number, number | null][];
  edge: number | null;
}

export interface ParadoxMap {
  failure: string | null;
  across: [number, number];
  frontiers: Frontier[];
  marks: { name: string; x: number; y: number | null }[];
  driven: boolean;
}

export interface Caused {
  strategy: string;
  failure: string;
  npv: Band;
  failures: number;
  npv_per_failure: number | null;
  loses: number;
  npv_per_failure_at_best: number | null;
}

export interface ParadoxFound {
  draws: number;
  driven: boolean;
  strategies: { strategy: string; dials: [number, number, number][]; subjects: Subject[] }[];
  caused: Caused[];
  severity_map: ParadoxMap;
  complaint_maps: ParadoxMap[];
}

/** The last answer, and the state that it is about. */
export const found = signal<{ state: State; answer: ParadoxFound } | undefined>(undefined);
export const trouble = signal<Error | undefined>(undefined);

/** Draws of the stages: closed forms need none, probabilities many. */
const STAGES = [20, 200, 1000];
/** Draws of the last stage. */
export const MOST = 1000;
/** Milliseconds for which a slider must rest. */
const REST = 120;

/** Asks of a state, in stages; the function that comes back stops it. A study that its engine cannot read is refused. */
export function follow(state: State, engine: string): () => void {
  let isOver = false;
  trouble.value = undefined;
  const waiting = setTimeout(async () => {
    for (const draws of STAGES) {
      if (found.value?.state === state && found.value.answer.draws >= draws) continue;
      try {
        const answer = await desks.slow.ask<ParadoxFound>("paradox", "paradox", studyOf(state, draws, engine), state.scenario);
        if (isOver) return;
        [found.value, trouble.value] = [{ state, answer }, undefined];
      } catch (error) {
        if (!isOver && !(error instanceof Superseded)) trouble.value = error as Error;
        return;
      }
    }
  }, REST);
  return () => {
    isOver = true;
    clearTimeout(waiting);
    desks.slow.cancel("paradox");
  };
}

/** One of the six claims. */
export function claimOf(subject: Subject, meaning: Meaning, measure: Measure): Claim {
  const claim = subject.claims.find((it) => it.meaning === meaning && it.measure === measure);
  if (!claim) throw new Error(`no claim ${meaning} ${measure}`);
  return claim;
}

/** The threshold of a dial while everything else is at its best. */
export function bestThreshold(subject: Subject, meaning: Meaning, measure: Measure, dial: string): Threshold | undefined {
  return subject.thresholds.find((it) => it.meaning === meaning && it.measure === measure && it.others === "best" && typeof it.moved === "object" && it.moved.dial === dial);
}

/** Whether a claim holds somewhere on its map. */
export const exists = (frontier: Frontier): boolean => frontier.points.some(([, from]) => from !== null && from < 1);

/** From where upward a claim holds at a place across; none where it does not. */
export function heldFrom(frontier: Frontier, x: number): number | undefined {
  const after = frontier.points.findIndex(([at]) => at >= x);
  const next = frontier.points[after];
  const last = frontier.points[Math.max(0, after - 1)];
  if (!next || !last || next[1] === null) return undefined;
  if (next[0] === x || next === last) return next[1];
  if (last[1] === null) return undefined;
  return last[1] + ((next[1] - last[1]) * (x - last[0])) / (next[0] - last[0]);
}

/**
 * What a failure leaves of a measure by its ending, out of the answer: the threshold of a share is where the straight line
 * between the values at 0 and at 1 meets the base, and the value at 1 is known. None where that value is the base itself.
 */
export function endings(subject: Subject, measure: Measure): { silent: number; resolved: number; quick: number } | undefined {
  const { value: quick, base } = claimOf(subject, "conditional", measure);
  const atZero = (threshold: Threshold | undefined): number | undefined => {
    if (!threshold) return undefined;
    const { at } = threshold.crossing;
    if (at === null) return quick;
    return Math.abs(at - 1) < 1e-9 ? undefined : (base - at * quick) / (1 - at);
  };
  const silent = atZero(bestThreshold(subject, "population", measure, "complaint_rate"));
  const resolved = atZero(bestThreshold(subject, "complainers", measure, "quick_share"));
  return silent === undefined || resolved === undefined ? undefined : { silent, resolved, quick };
}
