//! How the simulations of a strategy spread: quantiles, tails, counts in equal cells.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::decision::TAIL;
use crate::analysis::paired::{Differences, numbers, subtract};
use crate::engine::records::Record;
use crate::engine::simulate::ScenarioResults;
use crate::scenario::study::Scenario;
use crate::stats::moments::Moments;
use crate::stats::series::{Series, order_statistic, quantiles};

/// The quantiles of a [`Sample`].
pub const LEVELS: [f64; 9] = [0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99];
/// The same between the least and the greatest.
const WITH_ENDS: [f64; LEVELS.len() + 2] = [0.0, 0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99, 1.0];
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
    /// Of numbers that need not be in memory together; zeros for none.
    pub(crate) fn of(numbers: &(impl Series + ?Sized)) -> Self {
        let moments: Moments = numbers.numbers().collect();
        if moments.count() == 0.0 {
            return Sample::default();
        }
        let [least, quantiles @ .., greatest] = quantiles(numbers, WITH_ENDS);
        // A constant sample keeps its value to the last bit.
        let mean = if least == greatest { least } else { moments.mean() };
        Sample { mean, sd: moments.sd(), least, quantiles, greatest }
    }
}

/// The simulations of one strategy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Its name.
    pub strategy: Arc<str>,
    /// Simulations.
    pub simulations: u64,
    /// Net present value.
    pub npv: Sample,
    /// The same less the reference's, simulation by simulation.
    pub difference: Sample,
    /// Share of simulations whose difference is below 0.
    pub p_loss: f64,
    /// Mean difference of the worst 5 % of simulations.
    pub worst_twentieth: f64,
    /// Simulations in each cell of [`Spreads::edges`]; what lies outside is in the first and last.
    pub counts: Vec<u64>,
}

/// The simulations of the strategies of one scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Spreads {
    /// By strategy, the reference first.
    pub strategies: Vec<Spread>,
    /// Edges of the cells in which the differences are counted, rising, money; empty where nothing differs.
    pub edges: Vec<f64>,
}

/// The spread of every strategy of a scenario, from its results.
pub(crate) fn spreads(scenario: &Scenario, results: &ScenarioResults) -> Spreads {
    let reference = &results.strategies[0].simulations.records;
    let mut strategies = Vec::with_capacity(results.strategies.len());
    for (strategy, result) in scenario.strategies.iter().zip(&results.strategies) {
        let records = &result.simulations.records;
        let pairs = Differences { strategy: records, reference };
        let difference = numbers(&pairs, Record::npv);
        let below = difference.numbers().filter(|d| *d < 0.0).count();
        strategies.push(Spread {
            strategy: strategy.name.clone(),
            simulations: records.len() as u64,
            npv: Sample::of(&numbers(records, Record::npv)),
            p_loss: below as f64 / difference.count().max(1) as f64,
            difference: Sample::of(&difference),
            worst_twentieth: worst_twentieth(&difference),
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
        for record in subtract(&result.simulations.records, reference) {
            let cell = ((record.npv() - low) / step).floor().clamp(0.0, (CELLS - 1) as f64);
            spread.counts[cell as usize] += 1;
        }
    }
    Spreads { strategies, edges: (0..=CELLS).map(|i| low + step * i as f64).collect() }
}

/// [`conditional_value_at_risk`](crate::analysis::decision::conditional_value_at_risk) of numbers that need not be in
/// memory together.
fn worst_twentieth(numbers: &impl Series) -> f64 {
    let tail = TAIL * numbers.count() as f64;
    if !(tail > 0.0) {
        return 0.0;
    }
    // The first number that counts in part.
    let last = order_statistic(numbers, tail.floor() as usize);
    let (mut below, mut sum) = (0.0, 0.0);
    for x in numbers.numbers().filter(|x| *x < last) {
        below += 1.0;
        sum += x;
    }
    (sum + (tail - below) * last) / tail
}

#[cfg(test)]
mod tests {
    use crate::analysis::decision::conditional_value_at_risk;
    use crate::analysis::spread::{Sample, worst_twentieth};

    #[test]
    fn the_worst_are_those_of_sorting() {
        for n in [1, 7, 20, 42, 1000] {
            let numbers: Vec<f64> = (0..n).map(|i| f64::from(i * 7919 % 101) - 50.0).collect();
            let sorted = conditional_value_at_risk(numbers.clone());
            assert!((worst_twentieth(&numbers) - sorted).abs() < 1e-9, "{n}");
        }
    }

    #[test]
    fn a_sample_is_told_by_hand() {
        let numbers: Vec<f64> = (0..=100).rev().map(f64::from).collect();
        let sample = Sample::of(&numbers);
        assert_eq!((sample.mean, sample.least, sample.greatest), (50.0, 0.0, 100.0));
        assert_eq!(sample.quantiles, [1.0, 5.0, 10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 99.0]);
        // Variance of 0..=100: (101^2 - 1) / 12 * 101 / 100.
        assert!((sample.sd - 858.5_f64.sqrt()).abs() < 1e-9);
        assert_eq!(Sample::of(&vec![0.1, 0.1, 0.1]).mean, 0.1);
        assert_eq!(Sample::of(&Vec::new()), Sample::default());
    }
}
