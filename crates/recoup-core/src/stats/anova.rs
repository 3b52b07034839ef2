//! One-way analysis of variance of a balanced nested sample: groups of equally many replicates.

use crate::stats::moments::Moments;
use crate::stats::series::Series;

/// Mean squares of groups of `replicates` numbers each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Anova {
    groups: f64,
    replicates: f64,
    between: f64,
    within: f64,
}

impl Anova {
    /// Of numbers that stand group by group; `None` unless there are two whole groups of two numbers.
    pub(crate) fn of(numbers: &(impl Series + ?Sized), replicates: usize) -> Option<Self> {
        let count = numbers.count();
        if replicates < 2 || count < 2 * replicates || !count.is_multiple_of(replicates) {
            return None;
        }
        let (mut means, mut within, mut group) = (Moments::default(), Moments::default(), Moments::default());
        for x in numbers.numbers() {
            group.add(x);
            if group.count() == replicates as f64 {
                means.add(group.mean());
                within.add(group.variance());
                group = Moments::default();
            }
        }
        let (groups, replicates) = (means.count(), replicates as f64);
        Some(Anova { groups, replicates, between: replicates * means.variance(), within: within.mean() })
    }

    /// The variance of one number within its group.
    pub(crate) fn within_variance(&self) -> f64 {
        self.within
    }

    /// The variance of the groups' true means: (MSB - MSW) / r, not below 0 (Searle, Casella and McCulloch,
    /// Variance Components, section 3.5).
    pub(crate) fn between_variance(&self) -> f64 {
        ((self.between - self.within) / self.replicates).max(0.0)
    }

    /// The part of the variance of the groups' observed means that is not chance: 1 - MSW / MSB, not below 0.
    pub(crate) fn reliability(&self) -> f64 {
        if self.between > 0.0 { (1.0 - self.within / self.between).max(0.0) } else { 0.0 }
    }

    /// The standard error of the mean of all: numbers of one group are not independent.
    pub(crate) fn standard_error(&self) -> f64 {
        (self.between / (self.replicates * self.groups)).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use crate::stats::anova::Anova;

    #[test]
    fn a_worked_example_comes_out() {
        // Groups (1, 3), (5, 7), (9, 11): means 2, 6, 10, MSW 2, MSB 32.
        let anova = Anova::of(&vec![1.0, 3.0, 5.0, 7.0, 9.0, 11.0], 2).unwrap();
        assert_eq!((anova.within_variance(), anova.between_variance(), anova.reliability()), (2.0, 15.0, 0.9375));
        assert!((anova.standard_error() - (16.0_f64 / 3.0).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn groups_of_one_and_single_groups_have_no_split() {
        assert_eq!(Anova::of(&vec![1.0, 2.0, 3.0], 1), None);
        assert_eq!(Anova::of(&vec![1.0, 2.0], 2), None);
        assert_eq!(Anova::of(&vec![1.0, 2.0, 3.0, 4.0, 5.0], 2), None);
    }
}
