// The course of a game: who plays, what they planned, what was revealed. It stays while the page is open, whatever view is shown.

import { signal } from "@preact/signals";
import { Refused, type StudyText } from "../engine";
import { desks } from "../state";
import type { Game, Lever } from "./answers";

export const QUARTERS = 8;
export const MOST_TEAMS = 8;
export const LONGEST_NAME = 60;

export interface Team {
  name: string;
  /** Money by quarter and lever, as far as it was planned. */
  plan: number[][];
}

/** What all teams share. */
export interface World {
  study: StudyText;
  /** BLAKE3 of the study that the page carries. */
  hash: string;
  scenario: string;
  budget: number;
  seed: number;
}

/** A game under way. */
export interface Course {
  world: World;
  teams: Team[];
  levers: Lever[];
  /** Quarters revealed. */
  revealed: number;
  /** What was revealed; its quarters are those revealed. */
  found: Game;
  /** `pass` hands the device to a team, `plan` is its turn, `ready` waits for the reveal, `results` shows what happened. */
  phase: "pass" | "plan" | "ready" | "results";
  /** The team whose turn it is. */
  turn: number;
}

export const course = signal<Course | undefined>(undefined);

/** Asks the engine for a game as far as `quarters` were played; without a budget it states its own. */
export function ask(world: Omit<World, "budget"> & { budget?: number }, teams: Team[], quarters: number): Promise<Game> {
  const { study, scenario, budget, seed } = world;
  return desks.aside.ask<Game>("game", "game", study, scenario, { teams, budget, seed, quarters });
}

/** Everything that is wrong, as lines. */
export function lines(error: unknown): string[] {
  if (error instanceof Refused) return error.diagnostics.map((one) => one.message + (one.help ? ` (${one.help})` : ""));
  return [error instanceof Error ? error.message : String(error)];
}

/** Money that a quarter's plan spends. */
export const spent = (row: number[], levers: Lever[]): number => row.reduce((sum, money, i) => sum + effective(money, levers[i]), 0);

/** The money that has an effect: whole steps, where a lever comes in steps. */
export function effective(money: number, lever: Lever | undefined): number {
  if (!lever?.step) return money;
  return Math.floor(money / lever.step + 1e-9) * lever.step;
}

/** What a lever may get at most when the others of the quarter have theirs. */
export function room(row: number[], levers: Lever[], i: number, budget: number): number {
  const lever = levers[i];
  if (!lever) return 0;
  const others = spent(row, levers) - effective(row[i] ?? 0, lever);
  return effective(Math.max(0, Math.min(lever.most, budget - others)), lever);
}

/** How many steps the slider of a lever has. */
export const stepsOf = (lever: Lever): number => (lever.step ? Math.round(lever.most / lever.step) : 40);

/** The money at a step of the slider: exactly the most at its end. */
export function moneyAt(lever: Lever, step: number): number {
  const steps = stepsOf(lever);
  return step >= steps ? lever.most : (step * lever.most) / steps;
}

/** The course with its phase set by who has to plan the quarter that comes. */
export function proceed(of: Course): Course {
  if (of.revealed >= QUARTERS) return { ...of, phase: "results" };
  const turn = of.teams.findIndex((team) => team.plan.length <= of.revealed);
  return turn < 0 ? { ...of, phase: "ready" } : { ...of, phase: "pass", turn };
}
