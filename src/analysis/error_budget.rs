//! What spreads the difference of two strategies: what is not known, the luck of customers, and how few
//! histories there are.

use serde::{Deserialize, Serialize};

use crate::stats::anova::Anova;
use crate::stats::moments::Moments;
use crate::stats::series::Series;

/// How the spread was split.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Split {
    /// By analysis of variance of draws and their replicates.
    Replicates,
    /// By the variance of the expected engine over the draws.
    ExpectedEngine,
}

impl Split {
    /// The words in `result.json`.
    pub fn name(self) -> &'static str {
        match self {
            Split::Replicates => "replicates",
            Split::ExpectedEngine => "expected engine",
        }
    }
}

/// The error budget of the NPV difference of a strategy.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ErrorBudget {
    /// Variance of one market's difference that comes from uncertain inputs, in money squared.
    pub parameters: f64,
    /// Variance that comes from the luck of customers.
    pub customers: f64,
    /// Standard error of the mean difference, in money: the part that more draws take away.
    pub standard_error: f64,
    /// How inputs and customers were told apart.
    pub split: Split,
}

impl ErrorBudget {
    /// Of the differences of all histories, draw by draw, and of the expected engine's, one a draw; a single
    /// one where nothing is uncertain.
    pub fn of(differences: &(impl Series + ?Sized), expected: &(impl Series + ?Sized)) -> Self {
        if let Some(anova) = anova(differences, expected.count()) {
            return ErrorBudget {
                parameters: anova.between_variance(),
                customers: anova.within_variance(),
                standard_error: anova.standard_error(),
                split: Split::Replicates,
            };
        }
        let all: Moments = differences.numbers().collect();
        let known: Moments = expected.numbers().collect();
        let parameters = known.variance().min(all.variance());
        ErrorBudget {
            parameters,
            customers: all.variance() - parameters,
            standard_error: all.standard_error(),
            split: Split::ExpectedEngine,
        }
    }

    /// The part of the spread that is knowledge and not luck; `None` where there is no spread, or one below a
    /// millionth of a unit of money, which is rounding.
    pub fn knowledge_share(&self) -> Option<f64> {
        let all = self.parameters + self.customers;
        (all > 1e-12).then(|| self.parameters / all)
    }
}

/// The analysis of variance of histories of `draws` draws, where draws differ and have replicates.
pub fn anova(histories: &(impl Series + ?Sized), draws: usize) -> Option<Anova> {
    if draws < 2 || !histories.count().is_multiple_of(draws) {
        return None;
    }
    Anova::of(histories, histories.count() / draws)
}

/// The mean of histories of `draws` draws and its standard error; replicates of one draw are no
/// independent histories.
pub fn mean_and_error(histories: &(impl Series + ?Sized), draws: usize) -> (f64, f64) {
    let all: Moments = histories.numbers().collect();
    (all.mean(), anova(histories, draws).map_or(all.standard_error(), |anova| anova.standard_error()))
}

#[cfg(test)]
mod tests {
    use crate::analysis::error_budget::{ErrorBudget, Split, mean_and_error};

    #[test]
    fn replicates_split_by_analysis_of_variance() {
        let budget = ErrorBudget::of(&vec![1.0, 3.0, 5.0, 7.0, 9.0, 11.0], &vec![2.0, 6.0, 10.0]);
        assert_eq!((budget.parameters, budget.customers, budget.split), (15.0, 2.0, Split::Replicates));
        assert_eq!(budget.knowledge_share(), Some(15.0 / 17.0));
    }

    #[test]
    fn single_histories_split_by_the_expected_engine() {
        let budget = ErrorBudget::of(&vec![0.0, 4.0, 8.0], &vec![2.0, 4.0, 6.0]);
        assert_eq!((budget.parameters, budget.customers, budget.split), (4.0, 12.0, Split::ExpectedEngine));
    }

    #[test]
    fn where_nothing_is_uncertain_all_is_luck() {
        let budget = ErrorBudget::of(&vec![1.0, 3.0, 5.0, 7.0], &vec![4.0]);
        assert_eq!((budget.parameters, budget.knowledge_share()), (0.0, Some(0.0)));
        assert_eq!(mean_and_error(&vec![3.0], 1), (3.0, 0.0));
        assert_eq!(ErrorBudget::of(&vec![2.0], &vec![2.0]).knowledge_share(), None);
    }
}
