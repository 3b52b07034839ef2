//! Section 4, remedies: what is paid on a case, what it does, and which cases the front line may settle.

use crate::dist::standard_normal_cdf;
use crate::math::{exp, exp_m1, ln, pow};
use crate::scenario::failure::Severity;
use crate::scenario::parameters::Parameters;
use crate::scenario::ramp::Views;
use crate::scenario::recovery::{CompensationCurve, Desk};

/// G(x): the effect of paying share `x` of the loss, 0 at 0, 1 at 1.5, falling beyond.
pub fn compensation_effect(curve: CompensationCurve, x: f64) -> f64 {
    let within = x.min(1.5);
    let shape = match curve {
        CompensationCurve::Concave => exp_m1(-3.0 * within) / exp_m1(-4.5),
        CompensationCurve::SShaped => {
            let logistic = |z: f64| 1.0 / (1.0 + exp(-z));
            let (low, high) = (logistic(-5.4), logistic(3.6));
            (logistic(6.0 * (within - 0.9)) - low) / (high - low)
        }
    };
    (shape - 0.5 * (x - 1.5).max(0.0)).max(0.0)
}

/// G(x_s'): what the compensation of `severity` does for resolution, 0 to 1.
///
/// Fair treatment lowers the compensation asked, so the same money does more: x' = x / (1 - saves * fairness), up to the best
/// compensation, 1.5; money beyond that hurts as before. The sign is evidence (process and treatment count beside the outcome:
/// Orsingher et al. 2010), the form is an assumption.
pub fn effect(parameters: &Parameters, severity: usize) -> f64 {
    let recovery = &parameters.recovery;
    let x = parameters.compensation(severity);
    let asked = 1.0 - recovery.fair_treatment_saves * recovery.fair_treatment;
    compensation_effect(recovery.compensation_curve, x.max((x / asked).min(1.5)))
}

/// The cases that a limit in money leaves to the front line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WithinLimit {
    /// Their share of all cases.
    pub share: f64,
    /// Their mean loss, as a multiple of the mean loss of all.
    pub mean: f64,
}

/// The cases of which `share` of the loss costs at most `limit`, losses being lognormal with the mean and sigma of `severity`:
/// P = Phi(d) and mean loss loss * Phi(d - sigma) / Phi(d), d = ln(limit / (share * loss)) / sigma + sigma / 2.
///
/// An amount of money is the same for every case: all of them are within the limit, or none is.
pub fn within_limit(limit: Option<f64>, share: f64, severity: &Severity) -> WithinLimit {
    let all = WithinLimit { share: 1.0, mean: 1.0 };
    let (mean_cost, sigma) = match severity.compensation_amount {
        Some(amount) => (amount, 0.0),
        None => (share * severity.loss, severity.loss_sigma),
    };
    let Some(limit) = limit.filter(|_| mean_cost > 0.0) else { return all };
    let none = WithinLimit { share: 0.0, mean: 1.0 };
    if sigma == 0.0 {
        return if mean_cost <= limit { all } else { none };
    }
    let d = ln(limit / mean_cost) / sigma + 0.5 * sigma;
    let share = standard_normal_cdf(d);
    if share > 0.0 { WithinLimit { share, mean: standard_normal_cdf(d - sigma) / share } } else { none }
}

/// Days by which a resolution that is late (not quick) is late: with a desk the median of its log-logistic times beyond
/// `quick_hours`, t50 (1 + 2 (quick/t50)^h)^(1/h) less `quick_hours`; the mean need not be finite.
pub fn days_late(parameters: &Parameters) -> f64 {
    let late = |desk: &Desk| {
        let reached = pow(desk.quick_hours / desk.resolve_median_hours, desk.resolve_shape);
        let median = desk.resolve_median_hours * pow(1.0 + 2.0 * reached, 1.0 / desk.resolve_shape);
        (median - desk.quick_hours).max(0.0) / 24.0
    };
    parameters.recovery.desk.as_ref().map_or(parameters.recovery.late_days, late)
}

/// What one resolved case of a kind costs the firm, by who settles it and when; in money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Remedy {
    /// On the spot.
    pub on_spot: f64,
    /// By the desk, quickly.
    pub quick: f64,
    /// By the desk, late.
    pub late: f64,
}

impl Remedy {
    /// What is paid on that many cases: settled on the spot, resolved by the desk, and of these quickly.
    #[inline]
    pub(crate) fn paid(&self, on_spot: f64, by_desk: f64, quick: f64) -> f64 {
        if self.on_spot == self.quick && self.quick == self.late {
            (on_spot + by_desk) * self.quick
        } else {
            on_spot * self.on_spot + quick * self.quick + (by_desk - quick) * self.late
        }
    }
}

/// What every kind of failure costs to put right, by view and kind.
#[derive(Clone, Debug)]
pub struct RemedyRules {
    /// e: the probability that the front line settles a case on the spot.
    pub settled_on_spot: Vec<f64>,
    /// r: the probability that the desk resolves a case that it serves.
    pub resolves: Vec<f64>,
    /// What is paid.
    pub kinds: Vec<Remedy>,
    /// Cases that the firm works on and pays for, per voiced or solicited one: false claims are on top.
    pub claims: Vec<f64>,
}

impl RemedyRules {
    /// The rules of a set of parameters as each segment meets it.
    pub fn new(views: &Views) -> Self {
        let entries = views.all().count() * views.study().failures.len();
        let mut rules = RemedyRules {
            settled_on_spot: Vec::with_capacity(entries),
            resolves: Vec::with_capacity(entries),
            kinds: Vec::with_capacity(entries),
            claims: Vec::with_capacity(entries),
        };
        for parameters in views.all() {
            rules.add(parameters);
        }
        rules
    }

    fn add(&mut self, parameters: &Parameters) {
        let recovery = &parameters.recovery;
        let most = recovery.resolves_max.unwrap_or(recovery.resolves);
        let most_on_spot = recovery.front_line_resolves_max.unwrap_or(recovery.front_line_resolves);
        let late = if recovery.late_compensation_per_day > 0.0 {
            recovery.late_compensation_per_day * days_late(parameters)
        } else {
            0.0
        };
        for failure in &parameters.failures {
            let severity = &parameters.severities[failure.severity];
            let x = parameters.compensation(failure.severity);
            let effect = effect(parameters, failure.severity);
            let may = within_limit(recovery.front_line_limit, x, severity);
            let on_spot = recovery.front_line_resolves + (most_on_spot - recovery.front_line_resolves) * effect;
            let e = recovery.front_line_share * on_spot * may.share;
            self.settled_on_spot.push(e);
            self.resolves.push(recovery.resolves + (most - recovery.resolves) * effect);
            let paid = if x * severity.loss > 0.0 { x.min(1.5) } else { 0.0 };
            self.claims.push(1.0 + recovery.false_claims * paid);
            // The desk has what the front line left: all cases together have the mean loss.
            let of_desk = if may.mean == 1.0 || e >= 1.0 { 1.0 } else { ((1.0 - e * may.mean) / (1.0 - e)).max(0.0) };
            let unit = severity.loss * recovery.compensation_cost;
            self.kinds.push(Remedy {
                on_spot: unit * may.mean * x,
                quick: unit * of_desk * x,
                late: unit * of_desk * (x + late),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::remedy::compensation_effect;
    use crate::scenario::recovery::CompensationCurve;

    #[test]
    fn compensation_works_fully_at_one_and_a_half_losses_and_hurts_beyond() {
        for curve in [CompensationCurve::Concave, CompensationCurve::SShaped] {
            assert!(compensation_effect(curve, 0.0).abs() < 1e-15);
            assert!((compensation_effect(curve, 1.5) - 1.0).abs() < 1e-15);
            assert!((compensation_effect(curve, 2.5) - 0.5).abs() < 1e-15);
            assert_eq!(compensation_effect(curve, 9.0), 0.0);
            let gain = |a: f64, b: f64| compensation_effect(curve, b) - compensation_effect(curve, a);
            assert!(gain(0.9, 1.2) > gain(1.2, 1.5), "less beyond 120 % of the loss");
        }
    }
}
