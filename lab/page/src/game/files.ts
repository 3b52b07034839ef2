// Plans and games as files: {"format": "recoup-game", "version": 1, ...}.

import type { Lever } from "./answers";
import { LONGEST_NAME, MOST_TEAMS, QUARTERS, type Team, type World } from "./play";

const FORMAT = "recoup-game";
const VERSION = 1;
/** Larger files are no plans. */
export const MOST_BYTES = 200_000;

export interface GameFile {
  teams: Team[];
  /** Where the file is a game under way: the quarters revealed, and the chance. The plan of a team alone has none. */
  game?: { revealed: number; seed: number; budget: number };
}

/** What can be wrong with a file: a message of the catalogue, and its arguments. */
export class Unfit extends Error {
  constructor(
    readonly id: string,
    readonly args: Record<string, string | number> = {},
  ) {
    super(id);
  }
}

/** What a game must agree in for its files to be exchanged. */
const rules = (world: World, levers: Lever[]) => ({
  study: { name: world.study.name, hash: world.hash, set: world.study.set },
  scenario: world.scenario,
  levers: levers.map((lever) => lever.id),
});

/** The text of a file with these teams; with the quarters revealed and the seed, where it is a game. */
export function written(world: World, levers: Lever[], teams: Team[], revealed?: number): string {
  const game = revealed === undefined ? {} : { revealed, seed: world.seed };
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...rules(world, levers), budget: world.budget, ...game, teams }, null, 1)}\n`;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isWhole = (value: unknown, most: number): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;

/** Reads a file, and checks that it belongs to the game. What its plans spend is for the engine to check. */
export function read(text: string, world: World, levers: Lever[]): GameFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Unfit("game-file-not-json");
  }
  if (!isObject(value) || value["format"] !== FORMAT) throw new Unfit("game-file-other");
  if (value["version"] !== VERSION) throw new Unfit("game-file-version", { version: String(value["version"]).slice(0, 20) });
  const own = rules(world, levers);
  for (const part of ["study", "scenario", "levers"] as const) {
    if (JSON.stringify(value[part]) !== JSON.stringify(own[part])) throw new Unfit("game-file-differs", { part });
  }
  const { revealed, seed, budget, teams } = value;
  if (typeof budget !== "number" || !(budget > 0) || !Number.isFinite(budget)) throw new Unfit("game-file-broken", { part: "budget" });
  if (!Array.isArray(teams) || teams.length < 1 || teams.length > MOST_TEAMS) throw new Unfit("game-file-broken", { part: "teams" });
  const found: GameFile = { teams: teams.map((team, i) => readTeam(team, i, levers.length)) };
  if (revealed === undefined && seed === undefined) {
    if (budget !== world.budget) throw new Unfit("game-file-differs", { part: "budget" });
    return found;
  }
  if (!isWhole(revealed, QUARTERS)) throw new Unfit("game-file-broken", { part: "revealed" });
  if (!isWhole(seed, Number.MAX_SAFE_INTEGER)) throw new Unfit("game-file-broken", { part: "seed" });
  if (found.teams.some((team) => team.plan.length < revealed)) throw new Unfit("game-file-broken", { part: "revealed" });
  return { ...found, game: { revealed, seed, budget } };
}

function readTeam(value: unknown, i: number, width: number): Team {
  const broken = () => new Unfit("game-file-broken", { part: `teams[${i}]` });
  if (!isObject(value)) throw broken();
  const { name, plan } = value;
  if (typeof name !== "string" || !isName(name)) throw new Unfit("game-file-name", { number: i + 1, most: LONGEST_NAME });
  if (!Array.isArray(plan) || plan.length > QUARTERS) throw broken();
  const isRow = (row: unknown): row is number[] => Array.isArray(row) && row.length === width && row.every((money) => typeof money === "number" && Number.isFinite(money) && money >= 0);
  if (!plan.every(isRow)) throw new Unfit("game-file-plan", { name });
  return { name, plan };
}

/** Whether a text can be the name of a team. */
export const isName = (text: string): boolean => text.trim().length > 0 && [...text].length <= LONGEST_NAME && !/\p{Cc}/u.test(text);

/** The name of a file for a team. */
export function fileName(team: string): string {
  const plain = team.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return `recoup-game-${plain || "team"}.json`;
}
