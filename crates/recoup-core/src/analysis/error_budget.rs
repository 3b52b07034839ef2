//! What spreads the difference of two strategies: what is not known, what chance does to customers, and how few
//! simulations there are.

use serde::{Deserialize, Serialize};

use crate::stats::anova::Anova;
use crate::stats::moments::Moments;
use crate::stats::series::Series;

/// How the spread was split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Split {
    /// By analysis of variance of draws and their replicates.
    Replicates,
    /// Inputs by the variance of the expected engine over the draws, chance by that of the simulations less the expectation
    /// at their own draws.
    ExpectedEngine,
    /// Not at all: the expected engine does not apply, and all stands under inputs.
    Nothing,
}

impl Split {
    /// The words in `result.json`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Split::Replicates => "replicates",
            Split::ExpectedEngine => "expected engine",
            Split::Nothing => "nothing",
        }
    }
}

/// The error budget of the NPV difference of a strategy.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ErrorBudget {
    /// Variance of one market's difference that comes from uncertain inputs, in money squared.
    pub parameters: f64,
    /// Variance that comes from chance among customers, both strategies meeting the same chance events.
    pub customers: f64,
    /// Standard error of the mean difference, in money: the part that more draws take away.
    pub standard_error: f64,
    /// How inputs and customers were separated.
    pub split: Split,
}

impl ErrorBudget {
    /// Of the differences of all simulations, draw by draw; of the expected engine's, one a draw, a single one where
    /// nothing is uncertain; and of the residuals, the simulations less the expectation at the draw of each.
    ///
    /// No part is a difference of two estimated variances, which would be cut off at 0 where it is small: chance is the
    /// variance of the residuals, or that within draws. The analysis of variance tells the inputs where they have half of the
    /// variance of the draws' means or more.
    pub(crate) fn of(
        differences: &(impl Series + ?Sized),
        expected: &(impl Series + ?Sized),
        residuals: &(impl Series + ?Sized),
    ) -> Self {
        let known: Moments = expected.numbers().collect();
        let residuals: Moments = residuals.numbers().collect();
        let (parameters, split) = (known.variance(), Split::ExpectedEngine);
        match anova(differences, expected.count()) {
            Some(anova) if anova.reliability() >= 0.5 => ErrorBudget {
                parameters: anova.between_variance(),
                customers: anova.within_variance(),
                standard_error: anova.standard_error(),
                split: Split::Replicates,
            },
            Some(anova) => ErrorBudget {
                parameters,
                customers: anova.within_variance(),
                standard_error: anova.standard_error(),
                split,
            },
            None => {
                let all: Moments = differences.numbers().collect();
                let customers = residuals.variance();
                ErrorBudget { parameters, customers, standard_error: all.standard_error(), split }
            }
        }
    }

    /// Where the expected engine does not apply: the spread of the simulations is not split.
    pub(crate) fn unsplit(differences: &(impl Series + ?Sized)) -> Self {
        let all: Moments = differences.numbers().collect();
        let standard_error = all.standard_error();
        ErrorBudget { parameters: all.variance(), customers: 0.0, standard_error, split: Split::Nothing }
    }

    /// The variances that come from inputs and from chance; `None` where they are not separated.
    pub fn parts(&self) -> Option<[f64; 2]> {
        (self.split != Split::Nothing).then_some([self.parameters, self.customers])
    }

    /// The part of the spread that is knowledge and not chance; `None` where there is no spread, or one below a
    /// millionth of a unit of money, which is rounding, or where the two are not separated.
    pub fn knowledge_share(&self) -> Option<f64> {
        let [parameters, customers] = self.parts()?;
        let all = parameters + customers;
        (all > 1e-12).then(|| parameters / all)
    }
}

/// The analysis of variance of simulations of `draws` draws, where draws differ and have replicates.
pub(crate) fn anova(simulations: &(impl Series + ?Sized), draws: usize) -> Option<Anova> {
    if draws < 2 || !simulations.count().is_multiple_of(draws) {
        return None;
    }
    Anova::of(simulations, simulations.count() / draws)
}

/// How many independent numbers simulations of `draws` draws are: replicates of one draw are none.
pub(crate) fn independent(simulations: &(impl Series + ?Sized), draws: usize) -> usize {
    if anova(simulations, draws).is_some() { draws } else { simulations.count() }
}

/// The mean of simulations of `draws` draws and its standard error; replicates of one draw are no
/// independent simulations.
pub(crate) fn mean_and_error(simulations: &(impl Series + ?Sized), draws: usize) -> (f64, f64) {
    let all: Moments = simulations.numbers().collect();
    (all.mean(), anova(simulations, draws).map_or(all.standard_error(), |anova| anova.standard_error()))
}

#[cfg(test)]
mod tests {
    use crate::analysis::error_budget::{ErrorBudget, Split, mean_and_error};
    use crate::dist::standard_normal_quantile;
    use crate::random::address::parameter_uniform;

    #[test]
    fn replicates_split_by_analysis_of_variance() {
        let residuals = vec![-1.0, 1.0, -1.0, 1.0, -1.0, 1.0];
        let budget = ErrorBudget::of(&vec![1.0, 3.0, 5.0, 7.0, 9.0, 11.0], &vec![2.0, 6.0, 10.0], &residuals);
        assert_eq!((budget.parameters, budget.customers, budget.split), (15.0, 2.0, Split::Replicates));
        assert_eq!(budget.knowledge_share(), Some(15.0 / 17.0));
    }

    #[test]
    fn single_simulations_split_by_the_expected_engine() {
        let budget = ErrorBudget::of(&vec![0.0, 4.0, 8.0], &vec![2.0, 4.0, 6.0], &vec![-2.0, 0.0, 2.0]);
        assert_eq!((budget.parameters, budget.customers, budget.split), (4.0, 4.0, Split::ExpectedEngine));
    }

    #[test]
    fn little_chance_beside_wide_inputs_is_not_cut_to_nothing() {
        // Inputs N(0, 100^2), chance N(0, 1): the difference of the two variances would be noise of some 1,400 about 1.
        let normal = |draw, address| standard_normal_quantile(parameter_uniform(5, draw, address));
        for first in (0..20_000).step_by(200) {
            let expected: Vec<f64> = (first..first + 200).map(|draw| 100.0 * normal(draw, 0)).collect();
            let chance: Vec<f64> = (first..first + 200).map(|draw| normal(draw, 1)).collect();
            let simulated: Vec<f64> = expected.iter().zip(&chance).map(|(e, c)| e + c).collect();
            // A variance of 200 numbers is known to a tenth; five of them.
            let customers = ErrorBudget::of(&simulated, &expected, &chance).customers;
            assert!((0.5..1.5).contains(&customers), "{customers}");
        }
    }

    #[test]
    fn much_chance_beside_narrow_inputs_is_not_cut_either() {
        // Two replicates of chance N(0, 100^2) about inputs N(0, 1): the analysis of variance would often say 0.
        let normal = |draw, address| standard_normal_quantile(parameter_uniform(5, draw, address));
        let expected: Vec<f64> = (0..400).map(|draw| normal(draw, 0)).collect();
        let chance: Vec<f64> = (0..400).flat_map(|draw| [100.0 * normal(draw, 1), 100.0 * normal(draw, 2)]).collect();
        let simulated: Vec<f64> = chance.iter().zip(expected.iter().flat_map(|e| [e; 2])).map(|(c, e)| c + e).collect();
        let budget = ErrorBudget::of(&simulated, &expected, &chance);
        assert!((0.7..1.4).contains(&budget.parameters) && budget.split == Split::ExpectedEngine, "{budget:?}");
        assert!((7_000.0..13_000.0).contains(&budget.customers), "{budget:?}");
    }

    #[test]
    fn where_nothing_is_uncertain_all_is_luck() {
        let budget = ErrorBudget::of(&vec![1.0, 3.0, 5.0, 7.0], &vec![4.0], &vec![-3.0, -1.0, 1.0, 3.0]);
        assert_eq!((budget.parameters, budget.knowledge_share()), (0.0, Some(0.0)));
        assert_eq!(mean_and_error(&vec![3.0], 1), (3.0, 0.0));
        assert_eq!(ErrorBudget::of(&vec![2.0], &vec![2.0], &vec![0.0]).knowledge_share(), None);
    }
}
