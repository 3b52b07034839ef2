//! Section 10, satisfaction: what a failure and its recovery do to how customers feel, on 1..7.

use crate::model::route::compensation_effect;
use crate::scenario::case::Case;
use crate::units::Outcome;

/// Mean satisfaction after a failure of `severity` that ended in `outcome`, seen with that `stability`
/// and `control`, when `earlier` failures are remembered.
///
/// S1 = S0 - drop + recovered * gain * (0.5 D + 0.3 I + 0.1 P) / 0.9 * A. The form and its constants
/// are assumptions, the signs are evidence (Smith, Bolton and Wagner 1999; Maxham and Netemeyer 2002;
/// Magnini et al. 2007).
pub fn satisfaction_after(
    case: &Case,
    severity: usize,
    outcome: Outcome,
    stability: f64,
    control: f64,
    earlier: u32,
) -> f64 {
    let satisfaction = &case.satisfaction;
    let fallen = satisfaction.mean - case.severities[severity].satisfaction_drop;
    if !outcome.is_recovered() {
        return fallen;
    }
    let distributive = compensation_effect(case.recovery.compensation_curve, case.recovery.compensation);
    let interactional = case.recovery.apology;
    let procedural = if outcome == Outcome::Quick { 1.0 } else { 0.0 };
    let attenuation = satisfaction.repeat_attenuation.powi(earlier.min(1000) as i32)
        * (1.0 - 0.5 * stability)
        * (1.0 - 0.5 * control);
    fallen + satisfaction.gain * (0.5 * distributive + 0.3 * interactional + 0.1 * procedural) / 0.9 * attenuation
}
