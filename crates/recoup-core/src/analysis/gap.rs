//! Simulations held against the expected engine, each at its own draw of the inputs: what the expected engine misses.
//!
//! A simulation less the expectation at the same draw has no uncertain inputs in it. The mean of such residuals is what the
//! limit of many customers misses; their variance is what chance does to customers.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::analysis::error_budget::mean_and_error;
use crate::analysis::paired::{AtDraws, Differences, numbers};
use crate::engine::progress::Progress;
use crate::engine::records::Record;
use crate::engine::records::{RecordSeries, Records};
use crate::engine::simulate::{Interrupted, ScenarioResults, StrategyResults, simulate};
use crate::engine::tally::RowMoments;
use crate::scenario::acquisition::AcquisitionPolicy;
use crate::scenario::study::{Control, EngineKind, Scenario, Study};
use crate::stats::series::Series;

/// A gap above this share of the simulated difference matters ...
pub(crate) const MATERIAL: f64 = 0.05;
/// ... where it is more than so many standard errors from 0.
pub(crate) const SURE: f64 = 3.0;
/// Simulations by which questions to the expected engine look for a gap.
pub(crate) const LOOK: u64 = 200;
/// Simulations by which `decide` corrects for it, at most.
pub(crate) const CORRECTING: u64 = 1_000;
/// Customers beyond whom a run of the expected engine alone does not look for a gap: it falls as 1 / customers, and was
/// 1 % of the difference in a hotel of 50,000.
pub(crate) const MANY: f64 = 1e5;
/// Simulations paired with others to make chance independent, at most.
const PAIRED: usize = 1 << 17;
/// Times that each is paired.
const PAIRINGS: usize = 16;

/// The simulations of a strategy less the expectation at the draw of each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Residuals<'a> {
    simulated: &'a Records,
    expected: AtDraws<'a>,
}

impl<'a> Residuals<'a> {
    /// Of a strategy.
    pub(crate) fn of(result: &'a StrategyResults) -> Self {
        let simulated = &result.simulations.records;
        Residuals { simulated, expected: AtDraws { records: &result.expected.records, count: simulated.len() } }
    }
}

impl RecordSeries for Residuals<'_> {
    fn count(&self) -> usize {
        self.simulated.len()
    }

    fn each(&self) -> impl Iterator<Item = Record> + '_ {
        self.simulated.iter().zip(self.expected.each()).map(|(simulated, expected)| Record {
            contribution: simulated.contribution - expected.contribution,
            programme: simulated.programme - expected.programme,
            lost: simulated.lost - expected.lost,
        })
    }
}

/// Whether the expected engine does not apply to a scenario, so that simulations stand in for it: contagion.
pub(crate) fn is_simulated_only(scenario: &Scenario) -> bool {
    let strategies = scenario.strategies.iter();
    strategies
        .map(|s| &s.parameters.point)
        .any(|parameters| parameters.acquisition.policy == AcquisitionPolicy::Contagion)
}

/// The mean NPV difference of two strategies: simulated, and what the expected engine misses of it. Money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// Mean of the simulations.
    pub simulated: f64,
    /// The same less the expected engine's over the same draws.
    pub missed: f64,
    /// Standard error of `missed`.
    pub standard_error: f64,
}

impl Gap {
    /// Between strategies `of` and `against`.
    pub(crate) fn of(results: &ScenarioResults, of: usize, against: usize) -> Self {
        let [a, b] = [of, against].map(|s| &results.strategies[s]);
        let [residuals, others] = [a, b].map(Residuals::of);
        let residuals = Differences { strategy: &residuals, reference: &others };
        let simulated = Differences { strategy: &a.simulations.records, reference: &b.simulations.records };
        let (simulated, _) = mean_and_error(&numbers(&simulated, Record::npv), 1);
        let (missed, standard_error) = mean_and_error(&numbers(&residuals, Record::npv), draws(results));
        Gap { simulated, missed, standard_error }
    }

    /// The expected engine's mean over the same draws.
    pub fn expected(&self) -> f64 {
        self.simulated - self.missed
    }

    /// Whether what is missed matters: more than [`MATERIAL`] of the difference, and no noise.
    pub fn matters(&self) -> bool {
        let missed = self.missed.abs();
        self.standard_error > 0.0 && missed > MATERIAL * self.simulated.abs() && missed > SURE * self.standard_error
    }
}

/// Draws of the inputs behind the results of a scenario.
fn draws(results: &ScenarioResults) -> usize {
    results.strategies.iter().map(|s| s.expected.records.len()).max().unwrap_or(1)
}

/// What the expected engine misses on average, strategy by strategy: added to it, its means are those of the simulations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Correction {
    /// By strategy.
    pub shifts: Vec<Record>,
    /// By strategy and period: of contribution less programme cost up to its end, discounted money.
    pub cumulative: Vec<Vec<f64>>,
    /// Simulations of each strategy behind it.
    pub simulations: u64,
}

impl Correction {
    /// Of a scenario in which the gap of some strategy's difference to the reference matters; `None` elsewhere.
    pub(crate) fn of(scenario: &Scenario, results: &ScenarioResults) -> Option<Self> {
        let matters = (1..results.strategies.len()).any(|s| Gap::of(results, s, 0).matters());
        if !matters {
            return None;
        }
        let horizon = &scenario.strategies[0].parameters.point.horizon;
        let shift = |result: &StrategyResults| {
            let residuals = Residuals::of(result);
            let mean = |part| mean_and_error(&numbers(&residuals, part), 1).0;
            Record { contribution: mean(|r| r.contribution), programme: mean(|r| r.programme), lost: mean(|r| r.lost) }
        };
        let cumulative = |result: &StrategyResults| {
            let worth = |t: u32, row: &RowMoments| row.means().worth(horizon, t);
            let mut sum = 0.0;
            let periods = result.simulations.rows.iter().zip(&result.expected.rows).enumerate();
            let after = |(t, (simulated, expected)): (usize, (&RowMoments, &RowMoments))| {
                sum += worth(t as u32, simulated) - worth(t as u32, expected);
                sum
            };
            periods.map(after).collect()
        };
        Some(Correction {
            shifts: results.strategies.iter().map(shift).collect(),
            cumulative: results.strategies.iter().map(cumulative).collect(),
            simulations: results.strategies[0].simulations.records.len() as u64,
        })
    }

    /// What is added to the NPV of a strategy, money.
    pub(crate) fn npv(&self, strategy: usize) -> f64 {
        self.shifts[strategy].npv()
    }
}

/// One scenario simulated by cohorts, for what asks the expected engine: `draws` draws of the inputs with `replicates`
/// simulations each, or as many simulations at the point values. Seed and draws are the study's, so that a run meets the
/// same ones.
///
/// # Errors
/// A stop was requested.
pub(crate) fn paired_simulations(
    study: &Study,
    scenario: &Scenario,
    [draws, replicates]: [u64; 2],
    progress: &dyn Progress,
) -> Result<ScenarioResults, Interrupted> {
    let mut small = study.clone();
    small.sweeps.clear();
    small.scenarios = vec![scenario.clone()];
    small.settings.engine = EngineKind::Cohort;
    small.settings.control = Control::None;
    (small.settings.draws, small.settings.replicates) =
        if small.is_uncertain() { (draws, replicates) } else { (1, draws * replicates) };
    let mut results = simulate(&small, progress)?;
    results.scenarios.pop().ok_or(Interrupted)
}

/// The strategy whose difference to the reference the expected engine misses, where that matters: `first` where it does
/// there, else where most is missed.
pub(crate) fn widest(gaps: &[Gap], first: usize) -> Option<usize> {
    let missed = |s: &usize| (*s == first, gaps[*s].missed.abs());
    let matters = (1..gaps.len()).filter(|&s| gaps[s].matters());
    matters.max_by(|a, b| missed(a).partial_cmp(&missed(b)).unwrap_or(Ordering::Equal))
}

/// The difference of every strategy to the reference.
pub(crate) fn gaps(results: &ScenarioResults) -> Vec<Gap> {
    (0..results.strategies.len()).map(|s| Gap::of(results, s, 0)).collect()
}

/// The probability that strategy `of` ends before `against` where each meets its own chance events, as two firms would, or
/// one firm before and after; the inputs are the same for both. `None` where chance cannot be separated from the inputs.
///
/// Simulations of one draw are paired crosswise where a draw has several. Else a simulation is its expectation and a
/// residual, and gets the residual of the other strategy from another draw: sound where what chance does hardly depends on
/// the inputs. Each is paired 16 times.
pub(crate) fn p_beats_independently(results: &ScenarioResults, of: usize, against: usize) -> Option<f64> {
    let draws = draws(results);
    let all = results.strategies[of].simulations.records.len();
    let replicates = (all / draws.max(1)).max(1);
    let n = all.min(PAIRED) / replicates * replicates;
    if n < 2 {
        return None;
    }
    let part = |s: usize| -> (Vec<f64>, Vec<f64>) {
        let residuals = Residuals::of(&results.strategies[s]);
        let pairs = residuals.each().zip(residuals.expected.each()).take(n);
        pairs.map(|(residual, expected)| (expected.npv(), residual.npv())).unzip()
    };
    let ((own, chance), (other, its_chance)) = (part(of), part(against));
    // Within a block of simulations that share their inputs, or nearly: all of them, or those of a draw.
    let block = if replicates > 1 && draws > 1 { replicates } else { n };
    let pairings = (block - 1).min(PAIRINGS);
    let mut won = 0_u64;
    for pairing in 0..pairings {
        let shift = 1 + pairing * (block - 1) / pairings;
        for i in 0..n {
            let j = i / block * block + (i % block + shift) % block;
            won += u64::from(own[i] + chance[i] > other[i] + its_chance[j]);
        }
    }
    Some(won as f64 / (pairings * n) as f64)
}

/// A series with a constant added to each number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shifted<'a, S> {
    /// The series.
    pub series: &'a S,
    /// What is added.
    pub by: f64,
}

impl<S: Series> Series for Shifted<'_, S> {
    fn count(&self) -> usize {
        self.series.count()
    }

    fn numbers(&self) -> impl Iterator<Item = f64> + '_ {
        self.series.numbers().map(|x| x + self.by)
    }
}
