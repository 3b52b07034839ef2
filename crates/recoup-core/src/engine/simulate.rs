//! Draws x strategies over all cores, in fixed batches merged in their order.

use std::ops::Range;
use std::sync::Arc;

use crate::engine::agents::graph::Graph;
use crate::engine::agents::mixing::MixingPopulation;
use crate::engine::agents::network::NetworkPopulation;
use crate::engine::chance::MeanField;
use crate::engine::cohort::CohortPopulation;
use crate::engine::control::{FurtherDraws, draws_for_each};
use crate::engine::evaluate::{each, expected_record_and_cash, expected_record_of};
use crate::engine::inputs::{PlannedParameters, UncertainInputs};
use crate::engine::progress::Progress;
use crate::engine::records::{Records, Store};
use crate::engine::shard::{Batch, Part, Shard};
use crate::engine::tally::{CashSums, Tally};
use crate::model::period::live_by_account;
use crate::model::population::Population;
use crate::model::row::Column;
use crate::model::schedule::Schedule;
use crate::random::address::CommonNumbers;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{EngineKind, Sampling, Strategy, Study, SweptStrategy};
use crate::scenario::word_of_mouth::NetworkKind;

/// Simulations in a batch. Part of the stream contract: sums are taken batch by batch, then as a tree of them.
pub(crate) const BATCH: u64 = 64;
/// Batches in flight between merges: bounds memory, moves no result.
pub(super) const WINDOW: usize = 32;
/// Simulations whose periods are kept for bands over time, at most.
pub(super) const TRACED: u64 = 1000;
/// Numbers kept for bands over time, at most, over all strategies.
pub(super) const TRACED_NUMBERS: u64 = 8_000_000;

/// Periods of all swept values together beyond which their cash is not kept: no workbook has room for it.
const MOST_SWEPT_PERIODS: u64 = 20_000;

/// The periods of every swept value, where their cash is kept; else none.
pub(super) fn kept_swept_periods(study: &Study) -> Vec<u32> {
    let periods: Vec<u32> = study.swept_periods().collect();
    let all = periods.iter().map(|&periods| u64::from(periods)).sum::<u64>();
    if all > MOST_SWEPT_PERIODS { Vec::new() } else { periods }
}

/// Further draws of the expected engine at once.
const AT_ONCE: u64 = 1024;

/// People beyond whom one simulation of the agents engine is shared out over threads.
const MANY: f64 = 500_000.0;

/// Records that a simulation of the agents engine holds at the start.
pub(super) fn people(parameters: &Parameters) -> f64 {
    match parameters.network.kind {
        NetworkKind::Mixing => parameters.market.customers,
        _ => parameters.market.customers + parameters.market.prospects,
    }
}

/// Whether simulations are so large that each is shared out over threads, one after the other.
pub(super) fn shares_out(study: &Study) -> bool {
    let people = study.scenarios.iter().map(|s| people(&s.strategies[0].parameters.point)).fold(0.0, f64::max);
    study.settings.engine == EngineKind::Agents && people > MANY
}

/// The run was asked to stop before it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interrupted;

/// All that was simulated.
#[derive(Clone, Debug)]
pub struct Results {
    /// The uncertain numbers and their draws.
    pub inputs: UncertainInputs,
    /// By scenario.
    pub scenarios: Vec<ScenarioResults>,
    /// By sweep, scenario and swept strategy: see `SweptResults`.
    pub sweeps: Vec<Vec<Vec<SweptResults>>>,
    /// The cash behind the records of `sweeps`, one after the other; none where there would be too much of it.
    pub swept_cash: Vec<CashSums>,
}

/// One scenario's results.
#[derive(Clone, Debug)]
pub struct ScenarioResults {
    /// How the parameter draws are spread.
    pub sampling: Sampling,
    /// Simulations of each draw.
    pub replicates: u64,
    /// By strategy, the reference first.
    pub strategies: Vec<StrategyResults>,
}

impl ScenarioResults {
    /// The records behind them.
    pub fn records(&self) -> ScenarioRecords<'_> {
        let strategies = self.strategies.iter().map(|strategy| StrategyRecords {
            simulated: &strategy.simulations.records,
            expected: &strategy.expected.records,
            further: strategy.further.as_ref(),
        });
        let ScenarioResults { sampling, replicates, .. } = *self;
        ScenarioRecords { sampling, replicates, strategies: strategies.collect() }
    }
}

/// The records of one strategy.
#[derive(Clone, Copy, Debug)]
pub struct StrategyRecords<'a> {
    /// Of the engine's simulations.
    pub simulated: &'a Records,
    /// Of the expected engine at the same parameter draws; one where no number of the strategy is uncertain.
    pub expected: &'a Records,
    /// Of the expected engine at the draws after them, where it is the control variate of the study; none of them where no
    /// number of the strategy is uncertain.
    pub further: Option<&'a Records>,
}

/// The records of one scenario.
#[derive(Clone, Debug)]
pub struct ScenarioRecords<'a> {
    /// How the parameter draws are spread.
    pub sampling: Sampling,
    /// Simulations of each draw.
    pub replicates: u64,
    /// By strategy, the reference first.
    pub strategies: Vec<StrategyRecords<'a>>,
}

/// One strategy's results.
#[derive(Clone, Debug)]
pub struct StrategyResults {
    /// The engine's simulations.
    pub simulations: Tally,
    /// The expected engine over the parameter draws: what simulations are checked against, and the spread of the inputs alone.
    /// One entry where nothing is uncertain.
    pub expected: Tally,
    /// The expected engine over further draws, where it is the control variate of the study; none of them where no number of
    /// the strategy is uncertain.
    pub further: Option<Records>,
}

/// A swept strategy: by value of the lever, the expected engine's record of every parameter draw.
pub(crate) type SweptResults = Vec<Records>;

/// What is swept: the planned cases by sweep, scenario, strategy and value.
type PlannedSweeps<'a> = Vec<Vec<Vec<Vec<PlannedParameters<'a>>>>>;

/// The work of a study, cut into batches.
struct Plan<'a> {
    study: &'a Study,
    inputs: UncertainInputs,
    cases: Vec<Vec<PlannedParameters<'a>>>,
    sweeps: PlannedSweeps<'a>,
    traced: u64,
    /// Whether the draws differ at all.
    certain: bool,
    /// Whether simulations are so large that each is shared out over threads, one after the other.
    one_by_one: bool,
}

impl<'a> Plan<'a> {
    fn new(study: &'a Study) -> Self {
        let mut inputs = UncertainInputs::new(study);
        let mut cases = Vec::new();
        for scenario in &study.scenarios {
            let owner = |name: &str| {
                if study.scenarios.len() > 1 { format!("{}, {name}", scenario.name) } else { name.to_string() }
            };
            cases.push(
                scenario.strategies.iter().map(|s| inputs.plan(&s.parameters, &owner(&s.name))).collect::<Vec<_>>(),
            );
        }
        let mut sweeps = Vec::new();
        for sweep in &study.sweeps {
            let mut by_scenario = Vec::new();
            for (scenario, swept) in study.scenarios.iter().zip(&sweep.scenarios) {
                let plan = |strategy: &'a SweptStrategy, inputs: &mut UncertainInputs| {
                    let name = &scenario.strategies[strategy.strategy].name;
                    let owner = format!("{}, {name}, {} swept", scenario.name, sweep.key);
                    strategy.cases.iter().map(|parameters| inputs.plan(parameters, &owner)).collect::<Vec<_>>()
                };
                by_scenario.push(swept.iter().map(|s| plan(s, &mut inputs)).collect::<Vec<_>>());
            }
            sweeps.push(by_scenario);
        }
        let strategies: u64 = cases.iter().map(|c| c.len() as u64).sum();
        let periods =
            study.scenarios.iter().map(|s| s.strategies[0].parameters.point.horizon.periods).max().unwrap_or(1);
        let traced = (TRACED_NUMBERS / (2 * strategies * u64::from(periods)).max(1)).clamp(20, TRACED);
        let certain = inputs.numbers().is_empty() || study.settings.draws == 1;
        Plan { study, inputs, cases, sweeps, traced, certain, one_by_one: shares_out(study) }
    }

    /// Replicates of a draw: without chance they would all be alike.
    fn replicates(&self) -> u64 {
        match self.study.settings.engine {
            EngineKind::Expected => 1,
            _ => self.study.settings.replicates,
        }
    }

    /// Simulations of a strategy in that many draws.
    fn simulations(&self, draws: u64) -> u64 {
        match self.study.settings.engine {
            EngineKind::Expected if self.certain => 1,
            _ => draws * self.replicates(),
        }
    }

    /// Simulations from `first` up to `end`; `None` after a request to stop.
    fn simulate(&self, first: u64, end: u64, progress: &dyn Progress) -> Option<Batch> {
        let mut batch = self.empty_batch();
        let mut next = first;
        while next < end {
            if progress.is_stopped() {
                return None;
            }
            let draw = next / self.replicates();
            let last = ((draw + 1) * self.replicates()).min(end);
            self.simulate_draw(draw, next..last, &mut batch);
            next = last;
        }
        Some(batch)
    }

    /// The simulations numbered `ids`, all of the parameter draw `draw`.
    fn simulate_draw(&self, draw: u64, ids: Range<u64>, batch: &mut Batch) {
        let values = self.inputs.values(draw);
        // The expected engine runs once a draw, and once for all draws where they are alike.
        let expects = ids.start == draw * self.replicates() && (draw == 0 || !self.certain);
        for (planned, out) in self.cases.iter().zip(&mut batch.cases) {
            // Strategies share the network: none of them can change it.
            let mut graph: Option<Arc<Graph>> = None;
            for (parameters, (simulated, expected)) in planned.iter().zip(out) {
                let valued = parameters.with_values(&values);
                let schedule = Schedule::new(&valued);
                if self.study.settings.engine == EngineKind::Agents && graph.is_none() {
                    graph = Graph::new(&valued, self.study.settings.seed, draw).map(Arc::new);
                }
                if expects && (draw == 0 || !parameters.is_certain()) {
                    self.tally(&schedule, CohortPopulation::new(schedule.first(), MeanField), draw, expected);
                }
                for id in ids.clone() {
                    self.simulate_one(&schedule, graph.as_ref(), draw, id, simulated);
                }
            }
        }
        if expects {
            let mut cash = batch.swept_cash.iter_mut();
            for (planned, out) in self.sweeps.iter().zip(&mut batch.sweeps) {
                self.sweep(planned, draw, &values, out, &mut cash);
            }
        }
    }

    /// The simulation `id` of one strategy, with chance; the agents engine takes the `graph` of the draw, if it has one.
    fn simulate_one(&self, schedule: &Schedule, graph: Option<&Arc<Graph>>, draw: u64, id: u64, tally: &mut Tally) {
        let settings = &self.study.settings;
        let numbers = CommonNumbers::new(settings.seed, draw, id - draw * self.replicates());
        let first = schedule.first();
        match (settings.engine, graph) {
            (EngineKind::Expected, _) => (),
            (EngineKind::Cohort, _) => self.tally(schedule, CohortPopulation::new(first, numbers), id, tally),
            (EngineKind::Agents, None) => {
                self.tally(schedule, MixingPopulation::new(first, numbers, self.one_by_one), id, tally);
            }
            (EngineKind::Agents, Some(graph)) => {
                let people = NetworkPopulation::new(first, graph.clone(), numbers, self.one_by_one);
                self.tally(schedule, people, id, tally);
            }
        }
    }

    /// Simulates one population and tallies it; `id` is its number, or that of its draw.
    fn tally(&self, schedule: &Schedule, mut population: impl Population, id: u64, tally: &mut Tally) {
        let traced = id < self.traced;
        let mut traces = std::mem::take(&mut tally.traces);
        let horizon = schedule.first().money.horizon();
        let life = live_by_account(schedule, &mut population, |t, row, accounts| {
            tally.rows[t as usize].add(row);
            tally.cash.periods[t as usize].add_all(accounts);
            if traced {
                traces.active.push(row.get(Column::Active));
                traces.worth.push(row.worth(horizon, t));
            }
        });
        if traced {
            traces.active.push(life.active_after);
        }
        tally.traces = traces;
        tally.close(&life);
    }

    fn sweep(
        &self,
        planned: &[Vec<Vec<PlannedParameters<'a>>>],
        draw: u64,
        values: &[f64],
        out: &mut [Vec<SweptResults>],
        cash: &mut std::slice::IterMut<'_, CashSums>,
    ) {
        for (strategies, out) in planned.iter().zip(out) {
            for (cases, out) in strategies.iter().zip(out) {
                for (parameters, out) in cases.iter().zip(out) {
                    let cash = cash.next();
                    if draw == 0 || !parameters.is_certain() {
                        let parameters = parameters.with_values(values);
                        out.push(match cash {
                            Some(cash) => expected_record_and_cash(parameters, cash),
                            None => expected_record_of(&Schedule::of(parameters)),
                        });
                    }
                }
            }
        }
    }

    fn empty_batch(&self) -> Batch {
        let cases = self.study.scenarios.iter().map(|scenario| {
            let tally = |strategy: &Strategy| {
                let parameters = &strategy.parameters.point;
                Tally::new(parameters.horizon.periods, parameters.segments.len())
            };
            scenario.strategies.iter().map(|s| (tally(s), tally(s))).collect()
        });
        let sweeps = self.sweeps.iter().map(|scenarios| {
            let empty = |cases: &Vec<PlannedParameters<'_>>| vec![Records::default(); cases.len()];
            scenarios.iter().map(|strategies| strategies.iter().map(empty).collect()).collect()
        });
        Batch { cases: cases.collect(), sweeps: sweeps.collect(), swept_cash: self.empty_swept_cash() }
    }

    fn empty_swept_cash(&self) -> Vec<CashSums> {
        kept_swept_periods(self.study).into_iter().map(CashSums::new).collect()
    }
}

/// A run that can be carried on, in its own process or another: more draws of the same study.
pub struct Simulation<'a> {
    plan: Plan<'a>,
    store: Arc<Store>,
    part: Part,
    /// The draws of the control variate; none where there is no such.
    further: Option<FurtherDraws>,
}

impl<'a> Simulation<'a> {
    /// A run of `study` that has not begun; its records stay in memory.
    pub fn new(study: &'a Study) -> Self {
        Simulation::kept_in(study, &Store::in_memory())
    }

    /// A run of `study` that has not begun; its records go to `store`.
    pub fn kept_in(study: &'a Study, store: &Arc<Store>) -> Self {
        let plan = Plan::new(study);
        let part = Part::new(0, plan.empty_batch(), store);
        Simulation { plan, store: store.clone(), part, further: None }
    }

    /// Batches of the whole study.
    pub(crate) fn batches(&self) -> u64 {
        self.plan.simulations(self.plan.study.settings.draws).div_ceil(BATCH)
    }

    /// Runs on until there are `draws` draws. Rounds give the bits of one run as long as every round but the
    /// last ends with a whole batch: draws times replicates a multiple of `BATCH`.
    pub fn run_to(&mut self, draws: u64, progress: &dyn Progress) -> Result<(), Interrupted> {
        let simulations = self.plan.simulations(draws);
        self.run_batches(simulations.div_ceil(BATCH), simulations, progress)?;
        self.control(progress)
    }

    /// Draws on by the expected engine alone where it is the control variate of the study: as many draws as what was
    /// simulated so far calls for, whatever was drawn on before. [`run_to`](Simulation::run_to) ends with it; who
    /// [`join`](Simulation::join)s parts calls it after the last.
    ///
    /// # Errors
    /// A stop was requested, or records could not be kept.
    pub fn control(&mut self, progress: &dyn Progress) -> Result<(), Interrupted> {
        let records = self.part.records();
        let simulations = records.iter().flatten().map(|(simulated, _)| simulated.len()).max().unwrap_or(0) as u64;
        let draws = simulations / self.plan.replicates();
        if !self.plan.study.is_controlled() || draws < 2 {
            return Ok(());
        }
        // Quasi-random sequences end there.
        let end = (draws * draws_for_each(self.plan.study, records, draws)).min(1 << 32);
        let none = || FurtherDraws::new(self.plan.cases.iter().map(Vec::len), &self.store);
        let mut further = self.further.take().unwrap_or_else(none);
        further.keep(draws..end, &self.store);
        progress.begins((end - further.end()).div_ceil(AT_ONCE));
        while further.end() < end {
            let count = AT_ONCE.min(end - further.end());
            further.extend(&self.plan.inputs, &self.plan.cases, count);
            progress.advances();
            if progress.is_stopped() || self.store.has_failed() {
                return Err(Interrupted);
            }
        }
        self.further = Some(further);
        Ok(())
    }

    /// Runs one shard of the study, and nothing else of it.
    pub fn run_shard(mut self, shard: Shard, progress: &dyn Progress) -> Result<Part, Interrupted> {
        let batches = shard.share_of(self.batches());
        self.part = Part::new(batches.start, self.plan.empty_batch(), &self.store);
        let simulations = self.plan.simulations(self.plan.study.settings.draws);
        self.run_batches(batches.end, simulations, progress)?;
        Ok(self.part)
    }

    /// An empty part of this run that begins with batch `start`; to be filled and [`join`](Simulation::join)ed.
    pub fn empty_part(&self, start: u64) -> Part {
        Part::new(start, self.plan.empty_batch(), &self.store)
    }

    /// Appends the part that comes next; refuses, with the batch that it should begin with, any other.
    pub fn join(&mut self, next: Part) -> Result<(), u64> {
        self.part.append(next)
    }

    /// Runs on up to batch `end`, not included; the last one ends with simulation number `simulations`.
    fn run_batches(&mut self, end: u64, simulations: u64, progress: &dyn Progress) -> Result<(), Interrupted> {
        let mut next = self.part.end();
        progress.begins(end.saturating_sub(next));
        while next < end {
            let window: Vec<u64> = (next..end.min(next + WINDOW as u64)).collect();
            next += window.len() as u64;
            let plan = &self.plan;
            let simulate = |batch: u64| {
                let part = plan.simulate(batch * BATCH, ((batch + 1) * BATCH).min(simulations), progress);
                progress.advances();
                part
            };
            let batches: Vec<Option<Batch>> = if plan.one_by_one {
                // On a thread of the pool: any other thread would have to wake the pool for every pass over the customers.
                window.into_iter().map(|batch| rayon::scope(|_| simulate(batch))).collect()
            } else {
                each(window.len(), |i| simulate(window[i]))
            };
            for batch in batches {
                self.part.push(batch.ok_or(Interrupted)?);
            }
            if self.store.has_failed() {
                return Err(Interrupted);
            }
        }
        Ok(())
    }

    /// The records so far, by scenario.
    pub fn records(&self) -> Vec<ScenarioRecords<'_>> {
        let settings = &self.plan.study.settings;
        let expected_only = settings.engine == EngineKind::Expected;
        let mut scenarios = Vec::new();
        for (i, strategies) in self.part.records().iter().enumerate() {
            let strategy = |(s, (simulated, expected))| StrategyRecords {
                simulated: if expected_only { expected } else { simulated },
                expected,
                further: self.further.as_ref().map(|further| &further.records[i][s]),
            };
            scenarios.push(ScenarioRecords {
                sampling: settings.sampling,
                replicates: self.plan.replicates(),
                strategies: strategies.iter().enumerate().map(|(s, (a, b))| strategy((s, (a, b)))).collect(),
            });
        }
        scenarios
    }

    /// All that was simulated.
    pub fn results(self) -> Results {
        let expected_only = self.plan.study.settings.engine == EngineKind::Expected;
        // The mean-field limit has no contagion: the simulations stand in for it.
        let simulated_only = self.plan.study.has_contagion();
        let strategy = |(simulated, expected): (Tally, Tally), further: Option<Records>| StrategyResults {
            expected: if simulated_only { simulated.clone() } else { expected.clone() },
            simulations: if expected_only { expected } else { simulated },
            further,
        };
        let mut further = self.further.map(|further| further.records.into_iter().flatten());
        let mut scenario = |strategies: Vec<(Tally, Tally)>| ScenarioResults {
            sampling: self.plan.study.settings.sampling,
            replicates: self.plan.replicates(),
            strategies: strategies
                .into_iter()
                .map(|tallies| strategy(tallies, further.as_mut().and_then(Iterator::next)))
                .collect(),
        };
        let all = self.part.whole(self.plan.empty_batch());
        Results {
            scenarios: all.cases.into_iter().map(&mut scenario).collect(),
            sweeps: all.sweeps,
            swept_cash: all.swept_cash,
            inputs: self.plan.inputs,
        }
    }
}

/// Runs a study. The same study gives the same results to the last bit, however many threads there are.
pub fn simulate(study: &Study, progress: &dyn Progress) -> Result<Results, Interrupted> {
    let mut simulation = Simulation::new(study);
    simulation.run_to(study.settings.draws, progress)?;
    Ok(simulation.results())
}

/// Uses that many threads for everything, `None` for one a core. Moves no result. Where the system has none left, one
/// does all.
///
/// # Errors
/// When the threads asked for cannot be had, or were fixed already.
pub fn use_threads(threads: Option<usize>) -> Result<(), String> {
    let threads = threads.unwrap_or(0);
    let pool = || rayon::ThreadPoolBuilder::new().num_threads(threads);
    // A global pool that fails cannot be asked for again: another one tells whether there are threads.
    match pool().build() {
        Ok(_) => pool().build_global().map_err(|error| error.to_string()),
        Err(_) if threads < 2 => {
            let alone = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread();
            alone.build_global().map_err(|error| error.to_string())
        }
        Err(error) => Err(format!("{threads} threads cannot be had: {error}; take fewer with `--threads`")),
    }
}
