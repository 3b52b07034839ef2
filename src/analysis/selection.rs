//! How sure it is that the strategy with the highest mean NPV has it: what more draws could change.

use serde::{Deserialize, Serialize};

use crate::analysis::error_budget::mean_and_error;
use crate::dist::{standard_normal_cdf, standard_normal_density};
use crate::stats::series::{Less, Series};

/// The strategy with the highest mean, and the risk that Monte Carlo error, not knowledge, put it there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Selection {
    /// Its place among the strategies.
    pub best: usize,
    /// Probability that another has the higher true mean, at most: the sum over rivals (Bonferroni).
    pub probability_wrong: f64,
    /// What is lost on average by stopping now and taking it, at most, in money: the sum over rivals of
    /// s (phi(z) - z Phi(-z)), z = d / s, d the mean difference and s its standard error.
    pub expected_loss: f64,
}

/// The selection among strategies, each with the NPV of all its histories; `draws` that differ.
///
/// Histories are paired, so that the error is that of differences. The bounds are those of Chick and
/// Inoue, "New two-stage and sequential procedures for selecting the best simulated system", Operations
/// Research 49(5), 2001, for known variances. Rivals whose every history is the same as the best one's
/// are no risk.
pub fn selection<S: Series>(npv: &[S], draws: usize) -> Selection {
    let means: Vec<f64> = npv.iter().map(|histories| mean_and_error(histories, draws).0).collect();
    let mut best = 0;
    for (i, &mean) in means.iter().enumerate() {
        if mean > means[best] {
            best = i;
        }
    }
    let mut selection = Selection { best, probability_wrong: 0.0, expected_loss: 0.0 };
    for (_, rival) in npv.iter().enumerate().filter(|(i, _)| *i != best) {
        let (difference, error) = mean_and_error(&Less(&npv[best], rival), draws);
        if error > 0.0 {
            let z = difference / error;
            selection.probability_wrong += standard_normal_cdf(-z);
            selection.expected_loss += error * (standard_normal_density(z) - z * standard_normal_cdf(-z)).max(0.0);
        }
    }
    selection.probability_wrong = selection.probability_wrong.min(1.0);
    selection
}

/// When a run may stop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// The probability that another strategy is better on average is at most this.
    ProbabilityWrong(f64),
    /// The expected loss of stopping is at most this much money.
    ExpectedLoss(f64),
}

impl Limit {
    /// Reads a number: below 1 a probability, from 1 on money; `None` where it is neither.
    pub fn from_number(limit: f64) -> Option<Self> {
        match limit {
            x if x > 0.0 && x < 1.0 => Some(Limit::ProbabilityWrong(x)),
            x if x >= 1.0 && x.is_finite() => Some(Limit::ExpectedLoss(x)),
            _ => None,
        }
    }

    /// Whether a selection keeps the limit.
    pub fn is_kept_by(self, selection: &Selection) -> bool {
        match self {
            Limit::ProbabilityWrong(most) => selection.probability_wrong <= most,
            Limit::ExpectedLoss(most) => selection.expected_loss <= most,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::selection::{Limit, selection};

    /// Numbers of mean `mean` and standard error 1 of the mean.
    fn histories(mean: f64) -> Vec<f64> {
        let n = 400;
        let sd = (f64::from(n - 1) / f64::from(n)).sqrt() * f64::from(n).sqrt();
        (0..n).map(|i| if i % 2 == 0 { mean + sd } else { mean - sd }).collect()
    }

    #[test]
    fn known_risks_come_out() {
        // One rival, two standard errors behind: Phi(-2) = .022750, unit normal loss at 2 = .0084907.
        let zero = vec![0.0; 400];
        let found = selection(&[zero.clone(), histories(2.0)], 400);
        assert_eq!(found.best, 1);
        assert!((found.probability_wrong - 0.022_750).abs() < 1e-6, "{found:?}");
        assert!((found.expected_loss - 0.008_490_7).abs() < 1e-6, "{found:?}");
        // A tie: the coin, and phi(0).
        let tie = selection(&[zero.clone(), histories(0.0)], 400);
        assert!((tie.probability_wrong - 0.5).abs() < 1e-9 && (tie.expected_loss - 0.398_942).abs() < 1e-6);
        // Two alike are no choice.
        assert_eq!(selection(&[zero.clone(), zero], 400).probability_wrong, 0.0);
    }

    #[test]
    fn a_limit_is_a_probability_or_money() {
        assert_eq!(Limit::from_number(0.01), Some(Limit::ProbabilityWrong(0.01)));
        assert_eq!(Limit::from_number(500.0), Some(Limit::ExpectedLoss(500.0)));
        for wrong in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Limit::from_number(wrong), None);
        }
    }
}
