//! The oracle column: simulated means beside those of the expected engine.

use crate::engine::simulate::StrategyResults;
use crate::model::row::{COLUMN_NAMES, COLUMNS, Row};

/// One column over the horizon: simulated against expected.
#[derive(Clone, Debug, PartialEq)]
pub struct OracleGap {
    /// Name of the column.
    pub column: &'static str,
    /// Period in which the gap is widest, in standard errors.
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

/// For every column the period in which simulation and expectation are furthest apart.
///
/// The expected engine is the fluid limit: a gap of order 1/N, greater near a clamp, is no error.
pub fn oracle_gaps(results: &StrategyResults) -> Vec<OracleGap> {
    (0..COLUMNS)
        .map(|column| {
            let mut worst = OracleGap {
                column: COLUMN_NAMES[column],
                period: 0,
                simulated: 0.0,
                expected: 0.0,
                standard_error: 0.0,
                z: 0.0,
            };
            for (t, (simulated, expected)) in results.histories.rows.iter().zip(&results.expected.rows).enumerate() {
                let value = |Row(columns): Row| columns[column];
                let (s, e) = (value(simulated.means()), value(expected.means()));
                let se = simulated.sd_at(column) / simulated.count().max(1.0).sqrt();
                let z = if se > 0.0 { (s - e) / se } else { 0.0 };
                if t == 0 || z.abs() > worst.z.abs() {
                    worst = OracleGap { period: t as u32, simulated: s, expected: e, standard_error: se, z, ..worst };
                }
            }
            worst
        })
        .collect()
}
