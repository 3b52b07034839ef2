//! Section 10, satisfaction: what a failure and its recovery do to how customers feel, on 1..7.

use crate::math::powi;
use crate::model::remedy::effect;
use crate::scenario::failure::Need;
use crate::scenario::loyalty::Satisfaction;
use crate::scenario::parameters::Parameters;
use crate::units::Outcome;

/// How good a recovery is, by the three justices; each is 0 for none and 1 for the best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Recovered {
    /// D: what is paid, G(compensation) of the severity.
    pub distributive: f64,
    /// I: the manner, the apology.
    pub interactional: f64,
    /// P: the speed, 1 if quick.
    pub procedural: f64,
}

impl Recovered {
    /// The recovery of a case of `severity` that is resolved, slowly or quickly.
    pub(crate) fn of(parameters: &Parameters, severity: usize, quick: bool) -> Self {
        Recovered {
            distributive: effect(parameters, severity),
            interactional: parameters.recovery.apology,
            procedural: if quick { 1.0 } else { 0.0 },
        }
    }

    /// Quality of the recovery, 0 to 1: (0.5 D + 0.3 I + 0.1 P) / 0.9. The ranking of the three is evidence (Orsingher et
    /// al. 2010), the weights are assumptions.
    pub(crate) fn quality(self) -> f64 {
        (0.5 * self.distributive + 0.3 * self.interactional + 0.1 * self.procedural) / 0.9
    }
}

/// How a failure looks to the customer who meets it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// 0..1: seen as lasting.
    pub stability: f64,
    /// 0..1: seen as the firm's own doing.
    pub control: f64,
    /// Earlier failures that are remembered.
    pub earlier: u32,
    /// Kind of need that it disappoints.
    pub need: Need,
}

impl Default for Seen {
    fn default() -> Self {
        Seen { stability: 0.0, control: 0.0, earlier: 0, need: Need::Performance }
    }
}

/// The drop of satisfaction after a failure that disappoints a kind of need.
pub(crate) fn drop_of(satisfaction: &Satisfaction, drop: f64, need: Need) -> f64 {
    match need {
        Need::Performance => drop,
        Need::MustBe => drop * satisfaction.must_be_factor,
        Need::Attractive => drop * satisfaction.attractive_factor,
    }
}

/// A: what is left of a recovery's gain for a failure seen like that,
/// repeat_attenuation^earlier * (1 - 0.5 stability) * (1 - 0.5 control).
pub(crate) fn attenuation(satisfaction: &Satisfaction, seen: Seen) -> f64 {
    powi(satisfaction.repeat_attenuation, seen.earlier.min(1000) as i32)
        * (1.0 - 0.5 * seen.stability)
        * (1.0 - 0.5 * seen.control)
}

/// S1 - S0: points of satisfaction that a failure with that `drop` costs, less what the recovery gives back; nothing where
/// there was none.
///
/// S1 = S0 - drop + recovered * gain * (0.5 D + 0.3 I + 0.1 P) / 0.9 * A. The form and its constants are assumptions, the
/// signs are evidence (Smith, Bolton and Wagner 1999; Maxham and Netemeyer 2002; Magnini et al. 2007).
pub(crate) fn satisfaction_change(
    satisfaction: &Satisfaction,
    drop: f64,
    recovered: Option<Recovered>,
    seen: Seen,
) -> f64 {
    let lift = recovered.map_or(0.0, |r| satisfaction.gain * r.quality() * attenuation(satisfaction, seen));
    lift - drop_of(satisfaction, drop, seen.need)
}

/// Mean satisfaction after a failure of `severity` that ended in `outcome`; see `satisfaction_change`.
pub fn satisfaction_after(parameters: &Parameters, severity: usize, outcome: Outcome, seen: Seen) -> f64 {
    parameters.satisfaction.mean + change_after(parameters, severity, outcome, seen)
}

/// Points of satisfaction that a failure of `severity` and what came of it add; see [`satisfaction_change`].
pub(crate) fn change_after(parameters: &Parameters, severity: usize, outcome: Outcome, seen: Seen) -> f64 {
    let recovered = outcome.is_recovered().then(|| Recovered::of(parameters, severity, outcome == Outcome::Quick));
    satisfaction_change(&parameters.satisfaction, parameters.severities[severity].satisfaction_drop, recovered, seen)
}
