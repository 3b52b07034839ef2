//! Counts by inversion from a table: one word in, one count out, monotone in the word and in the mean,
//! so that the same random number under another strategy gives the nearest count.

use crate::math::factorial::poisson_chance;
use crate::math::{exp, ln_1p};

/// The longest table; distributions with longer tails are sampled otherwise.
const LONGEST: usize = 1 << 14;
/// Chances below this are left out at both ends.
const NEGLIGIBLE: f64 = 1e-18;

/// The cumulative distribution of a count, from its first count of any chance.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CountTable {
    first: u32,
    /// P(N <= first + i).
    cumulative: Vec<f64>,
}

impl CountTable {
    /// The Poisson distribution of that mean.
    pub(crate) fn poisson(mean: f64) -> Option<Self> {
        if !(mean > 0.0) {
            return Some(CountTable { first: 0, cumulative: Vec::new() });
        }
        let first = (mean - 10.0 * mean.sqrt() - 10.0).floor().max(0.0);
        CountTable::from(first, poisson_chance(first, mean), mean, |count| mean / (count + 1.0))
    }

    /// The negative-binomial distribution of that mean, with dispersion k: variance mean + mean^2/k.
    pub(crate) fn negative_binomial(mean: f64, dispersion: f64) -> Option<Self> {
        if !(mean > 0.0) {
            return Some(CountTable { first: 0, cumulative: Vec::new() });
        }
        let none = exp(-dispersion * ln_1p(mean / dispersion));
        let more = mean / (mean + dispersion);
        CountTable::from(0.0, none, mean, |count| (count + dispersion) / (count + 1.0) * more)
    }

    /// From the chance of the first count and the ratio of each chance to the one before.
    fn from(first: f64, mut chance: f64, mean: f64, ratio: impl Fn(f64) -> f64) -> Option<Self> {
        if !(chance > 1e-280) || first >= f64::from(u32::MAX) {
            return None;
        }
        let mut cumulative = Vec::new();
        let (mut count, mut sum) = (first, 0.0);
        while count <= mean || chance > NEGLIGIBLE {
            sum += chance;
            cumulative.push(sum);
            if cumulative.len() > LONGEST {
                return None;
            }
            chance *= ratio(count);
            count += 1.0;
        }
        Some(CountTable { first: first as u32, cumulative })
    }

    /// The count at `u`, between 0 and 1.
    #[inline]
    pub(crate) fn count(&self, u: f64) -> u32 {
        // Most counts are small: look there before halving.
        let near = self.cumulative.len().min(4);
        for (i, &below) in self.cumulative[..near].iter().enumerate() {
            if u <= below {
                return self.first + i as u32;
            }
        }
        let beyond = self.cumulative[near..].partition_point(|&below| below < u);
        self.first + (near + beyond).min(self.cumulative.len().saturating_sub(1)) as u32
    }

    /// By count 1, 2, ... N: the lowest word of 32 bits from which the count is at least that.
    pub(crate) fn steps<const N: usize>(&self) -> [u32; N] {
        std::array::from_fn(|i| {
            let below = |count: usize| match count.checked_sub(self.first as usize) {
                None => 0.0,
                Some(i) => self.cumulative.get(i).copied().unwrap_or(1.0),
            };
            // The first word whose midpoint lies above.
            (below(i) * 4_294_967_296.0 + 0.5).floor().min(f64::from(u32::MAX)) as u32
        })
    }
}

#[cfg(test)]
mod tests {
    use statrs::distribution::{DiscreteCDF, NegativeBinomial, Poisson};

    use crate::random::address::{CommonNumbers, unit};
    use crate::random::counts::CountTable;
    use crate::stats::goodness::assert_discrete_fit;

    #[test]
    fn tables_follow_their_distributions() {
        let numbers = CommonNumbers::new(5, 0, 0);
        let draw = |table: &CountTable| -> Vec<f64> {
            (0..100_000).map(|i| f64::from(table.count(unit(numbers.words(0, 0, 0, i)[0])))).collect()
        };
        for mean in [0.05, 1.0, 33.3, 1000.0] {
            let exact = Poisson::new(mean).unwrap();
            assert_discrete_fit(&draw(&CountTable::poisson(mean).unwrap()), |k| exact.cdf(k), &format!("{mean}"));
        }
        for (mean, k) in [(9.5, 0.84), (0.2, 3.0), (40.0, 0.5)] {
            let exact = NegativeBinomial::new(k, k / (k + mean)).unwrap();
            let table = CountTable::negative_binomial(mean, k).unwrap();
            assert_discrete_fit(&draw(&table), |n| exact.cdf(n), &format!("{mean}, {k}"));
        }
    }

    #[test]
    fn steps_are_where_counts_change() {
        for mean in [0.02, 0.17, 2.0, 300.0] {
            let table = CountTable::poisson(mean).unwrap();
            for (i, step) in table.steps::<4>().into_iter().enumerate() {
                assert!(table.count(unit(step)) > i as u32 || step == u32::MAX, "{mean} {i}");
                assert!(step == 0 || table.count(unit(step - 1)) <= i as u32, "{mean} {i}");
            }
        }
    }

    #[test]
    fn what_no_table_holds_is_refused() {
        assert_eq!(CountTable::negative_binomial(1e9, 0.5), None);
        assert_eq!(CountTable::poisson(0.0).unwrap().count(0.99), 0);
    }
}
