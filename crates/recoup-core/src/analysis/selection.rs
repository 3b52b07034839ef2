//! How sure it is that the strategy with the highest mean NPV has it: what more draws could change.

use serde::{Deserialize, Serialize};

use crate::analysis::means::{MeanEstimate, Means};
use crate::engine::records::Record;
use crate::stats::student::Student;

/// Fewest independent simulations for which a risk is given: of fewer not even their scatter is known.
pub const LEAST: usize = 10;

/// The strategy with the highest mean, and the risk that Monte Carlo error, not knowledge, put it there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Selection {
    /// Its place among the strategies.
    pub best: usize,
    /// The risk; `None` with fewer than [`LEAST`] independent simulations.
    pub risk: Option<SelectionRisk>,
}

/// Bounds on the risk of a choice by means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SelectionRisk {
    /// Probability that another has the higher true mean, at most: the sum over rivals (Bonferroni).
    pub probability_wrong: f64,
    /// What is lost on average by stopping now and taking it, at most, in money: the sum over rivals of s times the loss of
    /// Student's t at d / s, d the mean difference and s its standard error.
    pub expected_loss: f64,
}

/// The selection among strategies by their mean NPVs.
///
/// Simulations are paired, so that the error is that of differences. The bounds are those of Chick and
/// Inoue, "New two-stage and sequential procedures for selecting the best simulated system", Operations
/// Research 49(5), 2001, for unknown variances. Rivals whose every simulation is the same as the best one's
/// are no risk.
pub(crate) fn selection(means: &Means<'_>, strategies: usize) -> Selection {
    let npv: Vec<f64> = (0..strategies).map(|strategy| means.mean(strategy, Record::npv).mean).collect();
    selection_by(&npv, &|best, rival| means.difference(best, rival, Record::npv))
}

/// The selection by the means of strategies and the differences of two of them.
fn selection_by(means: &[f64], less: &dyn Fn(usize, usize) -> MeanEstimate) -> Selection {
    let mut best = 0;
    for (i, &mean) in means.iter().enumerate() {
        if mean > means[best] {
            best = i;
        }
    }
    let mut risk = SelectionRisk::default();
    let mut fewest = usize::MAX;
    for rival in (0..means.len()).filter(|rival| *rival != best) {
        let MeanEstimate { mean: difference, standard_error: error, freedom, independent } = less(best, rival);
        if difference != 0.0 || error > 0.0 {
            fewest = fewest.min(independent);
        }
        if error > 0.0 {
            let student = Student::new(freedom);
            let t = difference / error;
            risk.probability_wrong += student.below(-t);
            risk.expected_loss += error * student.loss(t);
        }
    }
    risk.probability_wrong = risk.probability_wrong.min(1.0);
    Selection { best, risk: (fewest >= LEAST).then_some(risk) }
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

    /// Whether a selection keeps the limit at one of so many `looks`.
    ///
    /// A run that looks again and again, and stops at the first look that pleases, errs more often than one look would: up to
    /// seven times as often with eleven looks at nearly equal strategies. The probability is therefore spent over the looks in
    /// equal parts, so that the chance of a wrong stop at any of them is at most the limit. An expected loss is not spent:
    /// strategies that chance could confuse have little to lose, and its mean at the stop stayed below 1.4 times the limit for
    /// every true difference tried.
    pub fn is_kept_by(self, selection: &Selection, looks: u32) -> bool {
        let Some(risk) = selection.risk else { return false };
        match self {
            Limit::ProbabilityWrong(most) => risk.probability_wrong <= most / f64::from(looks.max(1)),
            Limit::ExpectedLoss(most) => risk.expected_loss <= most,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::error_budget::{independent, mean_and_error};
    use crate::analysis::means::MeanEstimate;
    use crate::analysis::selection::{Limit, Selection, SelectionRisk, selection_by};
    use crate::dist::standard_normal_quantile;
    use crate::random::address::parameter_uniform;
    use crate::stats::series::{Less, Series};

    /// The selection by the simulations of strategies, `draws` of which differ.
    fn selection<S: Series>(npv: &[S], draws: usize) -> Selection {
        let means: Vec<f64> = npv.iter().map(|simulations| mean_and_error(simulations, draws).0).collect();
        selection_by(&means, &|best, rival| {
            let differences = Less(&npv[best], &npv[rival]);
            let (mean, standard_error) = mean_and_error(&differences, draws);
            let independent = independent(&differences, draws);
            MeanEstimate { mean, standard_error, freedom: independent as f64 - 1.0, independent }
        })
    }

    /// Numbers of mean `mean` and standard error 1 of the mean.
    fn simulations(mean: f64) -> Vec<f64> {
        let n = 400;
        let sd = (f64::from(n - 1) / f64::from(n)).sqrt() * f64::from(n).sqrt();
        (0..n).map(|i| if i % 2 == 0 { mean + sd } else { mean - sd }).collect()
    }

    #[test]
    fn known_risks_come_out() {
        // One rival, two standard errors behind: with 399 degrees of freedom T(-2) = .023089, loss .0087296 (by SciPy).
        let zero = vec![0.0; 400];
        let found = selection(&[zero.clone(), simulations(2.0)], 400);
        let risk = found.risk.unwrap();
        assert_eq!(found.best, 1);
        assert!((risk.probability_wrong - 0.023_089).abs() < 2e-6, "{found:?}");
        assert!((risk.expected_loss - 0.008_729_6).abs() < 2e-6, "{found:?}");
        // A tie: the coin.
        let tie = selection(&[zero.clone(), simulations(0.0)], 400).risk.unwrap();
        assert!((tie.probability_wrong - 0.5).abs() < 1e-9 && (tie.expected_loss - 0.399_694).abs() < 2e-6, "{tie:?}");
        // Two alike are no choice.
        assert_eq!(selection(&[zero.clone(), zero], 400).risk, Some(SelectionRisk::default()));
    }

    /// How often a selection gives a chance of at most `most`, and how often it is wrong then, of 20,000 runs of `n` normal
    /// differences of mean 0: whichever is ahead is wrong half of the time.
    fn claims(n: u64, most: f64) -> (f64, f64) {
        let (mut claimed, mut runs) = (0.0, 0.0);
        for run in 0..20_000 {
            let differences: Vec<f64> =
                (0..n).map(|i| standard_normal_quantile(parameter_uniform(7, run, i))).collect();
            let zero = vec![0.0; n as usize];
            runs += 1.0;
            claimed += match selection(&[zero, differences], n as usize).risk {
                Some(risk) if risk.probability_wrong <= most => 1.0,
                _ => 0.0,
            };
        }
        (claimed, runs)
    }

    #[test]
    fn claims_of_one_in_a_hundred_are_wrong_that_often() {
        // With equal means a claim at most .01 is made in .02 of runs, half of them wrong. Five standard errors of 400.
        let (claimed, _) = claims(10, 0.01);
        assert!((claimed - 400.0).abs() < 5.0 * 20.0, "{claimed}");
        // Three simulations say nothing; a normal tail said it in 14 % of runs.
        assert_eq!(claims(3, 0.01).0, 0.0);
    }

    #[test]
    fn a_run_that_looks_again_and_again_errs_no_more_often_than_its_limit() {
        // Nearly equal strategies, looks at 16, 32, ... 2,048 simulations: how often one look claims, rightly or not. One in
        // a hundred is allowed; the same limit at every look errs five times as often.
        let runs = 3_000_u64;
        let looks = [16, 32, 64, 128, 256, 512, 1024, 2048_usize];
        let (mut spent, mut plain) = (0, 0);
        let limit = Limit::ProbabilityWrong(0.01);
        let zero = vec![0.0; 2048];
        for run in 0..runs {
            let differences: Vec<f64> =
                (0..2048).map(|i| standard_normal_quantile(parameter_uniform(8, run, i)) + 1e-3).collect();
            let errs = |parts: u32| {
                let first = looks.iter().map(|&n| selection(&[&zero[..n], &differences[..n]].map(Part), n));
                // Of equal means all are wrong with probability one half; here the second is better.
                first.into_iter().find(|found| limit.is_kept_by(found, parts)).is_some_and(|found| found.best == 0)
            };
            spent += u64::from(errs(looks.len() as u32));
            plain += u64::from(errs(1));
        }
        // 30 expected at most, five standard errors above: 57.
        assert!(spent <= 57, "{spent} of {runs}");
        assert!(plain > 57, "{plain} of {runs} without spending");
    }

    /// Numbers that stand in another place.
    #[derive(Clone, Copy)]
    struct Part<'a>(&'a [f64]);

    impl Series for Part<'_> {
        fn count(&self) -> usize {
            self.0.len()
        }

        fn numbers(&self) -> impl Iterator<Item = f64> + '_ {
            self.0.iter().copied()
        }
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
