// The answer to `story`: what it holds, and how it is asked of a state.

import { signal } from "@preact/signals";
import type { Described } from "./answers";
import { Superseded } from "./engine";
import { desks, type State, studyOf, valueIn } from "./state";

export interface CustomerEvent {
  period: number;
  what: "failure" | "forgot" | "left" | "returned";
  failure?: string | null;
  route?: string;
  outcome?: string;
  told?: number;
  stay?: number;
  stay_without?: number;
}

export interface Fate {
  strategy: string;
  left: number | null;
  worth: number;
  /** Purchases by period; none where they were no customer. */
  purchases: (number | null)[];
  happenings: CustomerEvent[];
}

export interface CustomerStory {
  customer: number;
  segment: string;
  fates: Fate[];
}

/** The most customers that are simulated one by one here. */
const MOST = 20_000;
/** How many of the customers whose lives differ most are found in one search. */
const FOUND = 12;

/** The market that is simulated. */
export interface Market {
  /** Customers at the start. */
  customers: number;
  /** Customers of the study. */
  all: number;
  /** Values in place of the study's, by key. */
  set: [string, number][];
}

/**
 * The study's market or, where that is large, a smaller one in which customers fare alike: as many prospects a customer, and
 * a desk that is open for fewer hours, so that its load and its speed stay the same.
 */
export function marketOf(of: State, study: Described): Market {
  const find = (key: string) => study.numbers.find((number) => number.key === key && number.strategy === null);
  const customers = find("market.customers");
  const prospects = find("market.prospects");
  const all = Math.round(customers ? valueIn(of, customers) : 0);
  const whole = { customers: all, all, set: [] };
  // What strategies or scenarios change in the market or at the desk would not shrink along.
  const isChanged = /^\[(scenario|strategy)\.market\]/m.test(study.text) || /^\[(scenario|strategy)\.[^\]]*desk\][^[]*hours_per_week/m.test(study.text);
  const desk = /^\[recovery\.desk\][^[]*/m.exec(study.text)?.[0];
  const hoursOpen = find("recovery.desk.hours_per_week");
  const hours = hoursOpen ? valueIn(of, hoursOpen) : NaN;
  const isMoved = of.moved.some(([key]) => key.endsWith(".hours_per_week") && key !== hoursOpen?.set);
  const hasOtherDesk = !desk && /^\[(scenario|strategy)\.[^\]]*desk\]/m.test(study.text);
  if (!customers || !prospects || all <= MOST || isChanged || isMoved || hasOtherDesk || (desk && !(hours > 0))) return whole;
  const share = MOST / all;
  const set: [string, number][] = [[customers.set, MOST], [prospects.set, Math.round(valueIn(of, prospects) * share)]];
  if (desk) set.push([hoursOpen?.set ?? "recovery.desk.hours_per_week", hours * share]);
  return { customers: MOST, all, set };
}

/** The customers whose lives differ most, and the state that they live in. */
export const different = signal<{ state: State; stories: CustomerStory[] } | undefined>(undefined);
/** The customer who is shown. */
export const told = signal<{ state: State; story: CustomerStory } | undefined>(undefined);
export const trouble = signal<Error | undefined>(undefined);
/** Whether an answer is on its way: the search among all customers, or one of them. */
export const busy = signal<"search" | "one" | undefined>(undefined);

function ask(of: State, market: Market, parameters: object): Promise<{ stories: CustomerStory[] }> {
  const keys = market.set.map(([key]) => key);
  const moved = [...of.moved.filter(([key]) => !keys.includes(key)), ...market.set];
  return desks.slow.ask("story", "story", studyOf({ ...of, moved }, 1), of.scenario, parameters);
}

async function answer(kind: "search" | "one", asked: Promise<{ stories: CustomerStory[] }>): Promise<CustomerStory[] | undefined> {
  busy.value = kind;
  try {
    const { stories } = await asked;
    [busy.value, trouble.value] = [undefined, undefined];
    return stories;
  } catch (error) {
    // What took its place says for itself whether it is under way.
    if (error instanceof Superseded) return undefined;
    [busy.value, trouble.value] = [undefined, error as Error];
    return undefined;
  }
}

/** Looks for the customers whose lives differ most. */
export async function search(of: State, market: Market): Promise<void> {
  const stories = await answer("search", ask(of, market, { most_different: FOUND }));
  if (!stories) return;
  different.value = { state: of, stories };
  const first = stories[0];
  told.value = first && { state: of, story: first };
}

/** Tells the story of the customer of that number. */
export async function tell(of: State, market: Market, customer: number): Promise<void> {
  const stories = await answer("one", ask(of, market, { customer }));
  const story = stories?.[0];
  if (story) told.value = { state: of, story };
}

/** Stops what is under way. */
export function stop(): void {
  desks.slow.cancel("story");
  busy.value = undefined;
}
