//! The oracle column: simulated means beside those of the expected engine.

use serde::{Deserialize, Serialize};

use crate::analysis::gap::Residuals;
use crate::engine::records::Record;
use crate::engine::records::RecordSeries;
use crate::engine::simulate::StrategyResults;
use crate::model::row::{COLUMN_NAMES, COLUMNS, Column, Row};
use crate::stats::moments::Moments;

/// One column over the horizon: simulated against expected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OracleGap {
    /// Name of the column.
    pub column: String,
    /// Period, counted from 0, in which the gap is widest, in standard errors.
    pub period: u32,
    /// Simulated mean there.
    pub simulated: f64,
    /// Expected mean there.
    pub expected: f64,
    /// Standard error of the simulated mean there.
    pub standard_error: f64,
    /// Gap in standard errors; 0 where the column does not vary.
    pub z: f64,
}

/// Shares whose mean over simulations is not the share at the mean: of those served and answered in time, which bend with
/// the load.
const NO_SUMS: [Column; 2] = [Column::DeskServed, Column::DeskInTime];

/// For every column that is a sum over customers the period in which simulation and expectation are furthest apart.
///
/// The expected engine is the mean-field limit: a gap of order 1/N, greater near a clamp, is no error.
pub(crate) fn oracle_gaps(results: &StrategyResults) -> Vec<OracleGap> {
    (0..COLUMNS)
        .filter(|column| !NO_SUMS.iter().any(|share| *share as usize == *column))
        .map(|column| {
            let mut worst = OracleGap {
                column: COLUMN_NAMES[column].to_string(),
                period: 0,
                simulated: 0.0,
                expected: 0.0,
                standard_error: 0.0,
                z: 0.0,
            };
            for (t, (simulated, expected)) in results.simulations.rows.iter().zip(&results.expected.rows).enumerate() {
                let value = |Row(columns): Row| columns[column];
                let (s, e) = (value(simulated.means()), value(expected.means()));
                let se = simulated.sd_at(column) / simulated.count().max(1.0).sqrt();
                let z = if se > 0.0 { (s - e) / se } else { 0.0 };
                if t == 0 || z.abs() > worst.z.abs() {
                    let column = worst.column;
                    worst = OracleGap { column, period: t as u32, simulated: s, expected: e, standard_error: se, z };
                }
            }
            worst
        })
        .collect()
}

/// One figure of a strategy: simulated against expected, over the whole horizon.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OracleTotal {
    /// Mean over the simulated simulations.
    pub simulated: f64,
    /// Mean of the expected engine over the same draws.
    pub expected: f64,
    /// Standard error of the gap: of simulation less expectation at the same draw.
    pub standard_error: f64,
    /// Gap in standard errors; 0 where it does not vary.
    pub z: f64,
}

/// Net present value, contribution, programme cost (money) and customers lost of a strategy, in this order.
///
/// Every simulation is held against the expectation at its own draw, so that what is not known about the inputs does not
/// blur the comparison.
pub(crate) fn oracle_totals(results: &StrategyResults) -> [OracleTotal; 4] {
    let (simulations, residuals) = (&results.simulations.records, Residuals::of(results));
    let parts: [fn(&Record) -> f64; 4] = [Record::npv, |r| r.contribution, |r| r.programme, |r| r.lost];
    parts.map(|part| {
        let gaps: Moments = residuals.each().map(|record| part(&record)).collect();
        let simulated = simulations.iter().map(|record| part(&record)).sum::<f64>() / simulations.len().max(1) as f64;
        let standard_error = gaps.standard_error();
        let z = if standard_error > 0.0 { gaps.mean() / standard_error } else { 0.0 };
        OracleTotal { simulated, expected: simulated - gaps.mean(), standard_error, z }
    })
}

/// A scenario's simulation beside its mean-field limit, for one strategy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Oracle {
    /// NPV, contribution, programme cost, customers lost.
    pub totals: [OracleTotal; 4],
    /// By column of a period, the widest gap.
    pub gaps: Vec<OracleGap>,
}

/// The oracle column of a strategy.
pub(crate) fn oracle(results: &StrategyResults) -> Oracle {
    Oracle { totals: oracle_totals(results), gaps: oracle_gaps(results) }
}
