// The game as the engine answers it. Money is in the study's currency.

export interface Lever {
  id: string;
  kind: "asking" | "positions" | "compensation" | "response" | "programme";
  strategy: string | null;
  response: string | null;
  /** Most money a quarter. */
  most: number;
  /** Money a quarter of one step, where it comes in steps. */
  step: number | null;
  paid_by_case: boolean;
  moves: { key: string; from: number; to: number }[];
}

export interface Happened {
  active_start: number;
  active_end: number;
  failures: number;
  complaints: number;
  quick: number;
  resolved: number;
  unresolved: number;
  silent: number;
  lost: Record<Cause, number>;
  joined: number;
  desk_utilisation: number | null;
  contribution: number;
  programme: number;
  cash: number;
  npv: number;
}

export const CAUSES = ["natural", "silent", "unresolved", "resolved", "quick", "word_of_mouth"] as const;
export type Cause = (typeof CAUSES)[number];

export interface End {
  npv: number;
  terminal: number;
  npv_expected: number;
  luck: number;
  regret: number;
}

export interface Played {
  quarters: { quarter: number; spent: number; happened: Happened; expected: Happened }[];
  end: End | null;
}

export interface Game {
  reference: string;
  period: string;
  periods_per_quarter: number;
  customers: number;
  budget: number;
  game_seed: number;
  terminal_value: boolean;
  currency: string;
  levers: Lever[];
  quarters_played: number;
  nothing: Played;
  teams: (Played & { name: string })[];
  best: (Played & { plan: number[][]; team: string | null }) | null;
}
