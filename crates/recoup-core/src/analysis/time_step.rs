//! The error of the time step: the same study in periods of half the length.

use serde::{Deserialize, Serialize};

use crate::engine::evaluate::{each, expected_record};
use crate::scenario::study::Scenario;

/// An error beyond this share of a difference is worth a caution.
const TOLERATED: f64 = 0.1;

/// NPV by strategy at the point values, by the expected engine, with the study's periods and with halved ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeStep {
    /// With the study's periods, in money.
    pub npv: Vec<f64>,
    /// With halved periods, in money.
    pub halved: Vec<f64>,
}

impl TimeStep {
    /// What halving the periods adds to the NPV difference of strategy `a` over strategy `b`, in money.
    pub(crate) fn error(&self, a: usize, b: usize) -> f64 {
        (self.halved[a] - self.halved[b]) - (self.npv[a] - self.npv[b])
    }

    /// Whether the error of that difference exceeds a tenth of it, or turns its sign.
    pub(crate) fn matters(&self, a: usize, b: usize) -> bool {
        let (difference, error) = (self.npv[a] - self.npv[b], self.error(a, b));
        error != 0.0 && (error.abs() > TOLERATED * difference.abs() || difference * (difference + error) < 0.0)
    }
}

/// The error of the time step of a scenario.
pub(crate) fn time_step(scenario: &Scenario) -> TimeStep {
    let cases: Vec<_> = scenario.strategies.iter().map(|strategy| strategy.parameters.with_point_values()).collect();
    let both = each(2 * cases.len(), |i| {
        let parameters = &cases[i / 2];
        if i % 2 == 0 { expected_record(parameters).npv() } else { expected_record(&parameters.halved()).npv() }
    });
    let of = |part: usize| both.iter().skip(part).step_by(2).copied().collect();
    TimeStep { npv: of(0), halved: of(1) }
}
