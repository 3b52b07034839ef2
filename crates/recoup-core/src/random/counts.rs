//! Counts by inversion from a table: one word in, one count out, monotone in the word and in the mean,
//! so that the same random number under another strategy gives the nearest count.

use crate::math::factorial::poisson_chance;
use crate::math::{exp, ln_1p};

/// The longest table; distributions with longer tails are sampled otherwise.
const LONGEST: usize = 1 << 14;
/// Parts of the unit interval in which the look-up begins.
const GUIDES: usize = 256;
/// Chances below this are left out at both ends.
const NEGLIGIBLE: f64 = 1e-18;

/// The cumulative distribution of a count, from its first count of any chance.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CountTable {
    first: u32,
    /// P(N <= first + i).
    cumulative: Vec<f64>,
    /// By 256th of the unit interval: where to begin to look.
    guide: Vec<u16>,
}

impl Default for CountTable {
    /// Always 0.
    fn default() -> Self {
        CountTable::of(0, Vec::new())
    }
}

impl CountTable {
    /// The Poisson distribution of that mean.
    pub(crate) fn poisson(mean: f64) -> Option<Self> {
        if !(mean > 0.0) {
            return Some(CountTable::default());
        }
        let first = (mean - 10.0 * mean.sqrt() - 10.0).floor().max(0.0);
        CountTable::from(first, poisson_chance(first, mean), mean, |count| mean / (count + 1.0))
    }

    /// The negative-binomial distribution of that mean, with dispersion k: variance mean + mean^2/k.
    pub(crate) fn negative_binomial(mean: f64, dispersion: f64) -> Option<Self> {
        if !(mean > 0.0) {
            return Some(CountTable::default());
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
        Some(CountTable::of(first as u32, cumulative))
    }

    fn of(first: u32, cumulative: Vec<f64>) -> Self {
        let start = |i: u32| cumulative.partition_point(|&below| below < f64::from(i) / GUIDES as f64) as u16;
        let guide = (0..GUIDES as u32).map(start).collect();
        CountTable { first, cumulative, guide }
    }

    /// The count at `u`, between 0 and 1.
    #[inline(always)]
    pub(crate) fn count(&self, u: f64) -> u32 {
        let mut at = usize::from(self.guide[(u * GUIDES as f64) as usize % GUIDES]);
        while self.cumulative.get(at).is_some_and(|&below| below < u) {
            at += 1;
        }
        self.first + at.min(self.cumulative.len().saturating_sub(1)) as u32
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
    fn what_no_table_holds_is_refused() {
        assert_eq!(CountTable::negative_binomial(1e9, 0.5), None);
        assert_eq!(CountTable::poisson(0.0).unwrap().count(0.99), 0);
    }
}
