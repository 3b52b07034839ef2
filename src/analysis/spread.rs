//! How the histories of a strategy spread: quantiles, tails, counts in equal cells.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::decision::conditional_value_at_risk;
use crate::analysis::paired::subtract;
use crate::engine::simulate::ScenarioResults;
use crate::scenario::study::Scenario;
use crate::stats::moments::Moments;
use crate::stats::quantile::{quantile_of_sorted, sort};

/// The quantiles of a [`Sample`].
pub const LEVELS: [f64; 9] = [0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99];
/// Cells in which differences are counted.
const CELLS: usize = 40;

/// A sample in few numbers, in money.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// Mean.
    pub mean: f64,
    /// Standard deviation.
    pub sd: f64,
    /// Least value.
    pub least: f64,
    /// The quantiles at [`LEVELS`].
    pub quantiles: [f64; LEVELS.len()],
    /// Greatest value.
    pub greatest: f64,
}

impl Sample {
    /// Of numbers, which are sorted on the way; zeros for none.
    pub fn of(numbers: &mut [f64]) -> Self {
        sort(numbers);
        let (Some(&least), Some(&greatest)) = (numbers.first(), numbers.last()) else { return Sample::default() };
        let moments: Moments = numbers.iter().copied().collect();
        // A constant sample keeps its value to the last bit.
        let mean = if least == greatest { least } else { moments.mean() };
        let quantiles = LEVELS.map(|level| quantile_of_sorted(numbers, level));
        Sample { mean, sd: moments.sd(), least, quantiles, greatest }
    }
}

/// The histories of one strategy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Its name.
    pub strategy: Arc<str>,
    /// Histories.
    pub histories: u64,
    /// Net present value.
    pub npv: Sample,
    /// The same less the reference's, history by history.
    pub difference: Sample,
    /// Share of histories whose difference is below 0.
    pub p_loss: f64,
    /// Mean difference of the worst 5 % of histories.
    pub worst_twentieth: f64,
    /// Histories in each cell of [`Spreads::edges`]; what lies outside is in the first and last.
    pub counts: Vec<u64>,
}

/// The histories of the strategies of one scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Spreads {
    /// By strategy, the reference first.
    pub strategies: Vec<Spread>,
    /// Edges of the cells in which the differences are counted, rising, money; empty where nothing differs.
    pub edges: Vec<f64>,
}

/// The spread of every strategy of a scenario, from its results.
pub fn spreads(scenario: &Scenario, results: &ScenarioResults) -> Spreads {
    let reference = &results.strategies[0].histories.records;
    let mut strategies = Vec::with_capacity(results.strategies.len());
    for (strategy, result) in scenario.strategies.iter().zip(&results.strategies) {
        let records = &result.histories.records;
        let mut npv: Vec<f64> = records.iter().map(|record| record.npv()).collect();
        let mut difference: Vec<f64> = subtract(records, reference).map(|record| record.npv()).collect();
        let below = difference.iter().filter(|d| **d < 0.0).count();
        strategies.push(Spread {
            strategy: strategy.name.clone(),
            histories: records.len() as u64,
            npv: Sample::of(&mut npv),
            p_loss: below as f64 / difference.len().max(1) as f64,
            difference: Sample::of(&mut difference),
            worst_twentieth: conditional_value_at_risk(difference),
            counts: Vec::new(),
        });
    }
    // From the lowest 1 % to the highest 99 % quantile of all.
    let others = || strategies.iter().skip(1);
    let low = others().map(|s| s.difference.quantiles[0]).fold(f64::INFINITY, f64::min);
    let high = others().map(|s| s.difference.quantiles[LEVELS.len() - 1]).fold(f64::NEG_INFINITY, f64::max);
    if !(low < high) {
        return Spreads { strategies, edges: Vec::new() };
    }
    let step = (high - low) / CELLS as f64;
    for (spread, result) in strategies.iter_mut().zip(&results.strategies).skip(1) {
        spread.counts = vec![0; CELLS];
        for record in subtract(&result.histories.records, reference) {
            let cell = ((record.npv() - low) / step).floor().clamp(0.0, (CELLS - 1) as f64);
            spread.counts[cell as usize] += 1;
        }
    }
    Spreads { strategies, edges: (0..=CELLS).map(|i| low + step * i as f64).collect() }
}

#[cfg(test)]
mod tests {
    use crate::analysis::spread::Sample;

    #[test]
    fn a_sample_is_told_by_hand() {
        let mut numbers: Vec<f64> = (0..=100).rev().map(f64::from).collect();
        let sample = Sample::of(&mut numbers);
        assert_eq!((sample.mean, sample.least, sample.greatest), (50.0, 0.0, 100.0));
        assert_eq!(sample.quantiles, [1.0, 5.0, 10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 99.0]);
        // Variance of 0..=100: (101^2 - 1) / 12 * 101 / 100.
        assert!((sample.sd - 858.5_f64.sqrt()).abs() < 1e-9);
        assert_eq!(Sample::of(&mut [0.1, 0.1, 0.1]).mean, 0.1);
        assert_eq!(Sample::of(&mut []), Sample::default());
    }
}
