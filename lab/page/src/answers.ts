// Answers of the engine, as far as the page reads them. Money is present value in the study's currency.

export interface Diagnostic {
  code: string;
  level: "note" | "warning" | "error";
  message: string;
  help: string | null;
  place: { source: string; line: number; column: number } | null;
}

/** Mean and 5, 50 and 95 % quantiles. */
export interface Band {
  mean: number;
  p05: number;
  p50: number;
  p95: number;
}

/** One number of a study. */
export interface StudyNumber {
  /** What `--set` takes. */
  set: string;
  key: string;
  parts: string[];
  is_name: boolean[];
  strategy: string | null;
  scenario: string | null;
  value: number;
  interval: [number, number] | null;
  bounds: [number, number];
  range: [number, number] | null;
  form: "share" | "money" | "whole" | "number";
  unit: string;
  meaning: string;
  source: string;
  status: string;
}

export interface Sweepable {
  key: string;
  from: number;
  to: number;
  steps: number;
  strategy: string;
}

export interface Described {
  name: string;
  title: string;
  summary: string | null;
  currency: string;
  engine: string;
  draws: number;
  seed: number;
  language: string;
  hash: string;
  version: string;
  period: "week" | "month" | "quarter" | "year";
  periods: number;
  text: string;
  light_text: string;
  scenarios: { name: string; weight: number | null }[];
  strategies: { name: string; summary: string | null; changes: string[] }[];
  sweeps: Sweepable[];
  numbers: StudyNumber[];
  translations: Record<string, { title: string | null; summary: string | null; names: Record<string, string> }>;
  diagnostics: Diagnostic[];
  has_contagion: boolean;
  built_in_variants: string[];
}

export interface Worth {
  npv: Band;
  contribution: Band;
  programme: Band;
}

export interface StrategySummary {
  name: string;
  worth: Worth;
  difference: Worth;
  roi: { value: number | null; interval: [number, number, number] | null; share: number };
  payback_period: number | null;
  p_best: number;
  customers_kept: Band;
}

export interface TreeBranch {
  route: string;
  outcome: string;
  stayed: number;
  left: number;
}

export interface Losses {
  strategy: string;
  natural: number;
  silent: number;
  unresolved: number;
  resolved: number;
  quick: number;
  word_of_mouth: number;
}

export interface Explored {
  best: number;
  comparison: { scenario: string; strategies: StrategySummary[] };
  pictures: {
    cumulative: { strategy: string; points: [number, Band][]; payback: number | null; beyond: number }[];
    trees: { strategy: string; branches: TreeBranch[] }[];
    fans: { strategy: string; points: [number, Band][] }[];
    losses: Losses[];
  };
  draws: number;
  engine: string;
}

export interface Interval {
  p05: number;
  p50: number;
  p95: number;
  share_of_draws: number;
}

export interface SweptStrategy {
  strategy: string;
  points: { value: number; npv_difference: Band; roi: number | null; marginal_roi: number | null }[];
  break_even: number | null;
  over_investment: number | null;
  over_investment_interval: Interval | null;
  current: number | null;
}

export interface Sweep {
  draws: number;
  key: string;
  is_free: boolean;
  reference: string;
  curves: SweptStrategy[];
}

export interface TornadoEnd {
  value: number;
  npv: Record<string, number>;
}

export interface Tornado {
  strategies: string[];
  best: string;
  contender: string;
  reference: string;
  point_values: { best: string; npv: Record<string, number> };
  tornado: { key: string; point: number; low: TornadoEnd; high: TornadoEnd; flips: { value: number; best: string }[] }[];
}
