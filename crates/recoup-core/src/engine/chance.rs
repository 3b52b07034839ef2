//! How a group of exchangeable people splits: by multiplication, or by chance.

use crate::random::address::CommonNumbers;
use crate::random::binomial::binomial;
use crate::random::negative_binomial::negative_binomial_sum;
use crate::random::poisson::poisson;

/// Where in a period a split happens.
#[derive(Clone, Copy, Debug)]
pub struct Site {
    /// The period.
    pub t: u32,
    /// Which decision.
    pub decision: u8,
    /// About whom.
    pub who: u64,
}

/// A way to split groups.
pub trait Chance {
    /// Whether a split is its mean, without chance.
    const EXACT: bool;

    /// How many of `n` go the way of probability `p`.
    fn split(&self, n: f64, p: f64, site: Site) -> f64;

    /// How many messages `senders` send, each `mean` on average with that dispersion.
    fn messages(&self, senders: f64, mean: f64, dispersion: f64, site: Site) -> f64;

    /// How many events happen when `mean` are expected.
    fn events(&self, mean: f64, site: Site) -> f64;

    /// `people` as can be: rounded down where people are whole.
    fn whole(&self, people: f64) -> f64;
}

/// The mean-field limit: every split is its mean.
#[derive(Clone, Copy, Debug)]
pub struct MeanField;

impl Chance for MeanField {
    const EXACT: bool = true;

    #[inline]
    fn split(&self, n: f64, p: f64, _: Site) -> f64 {
        n * p
    }

    #[inline]
    fn messages(&self, senders: f64, mean: f64, _: f64, _: Site) -> f64 {
        senders * mean
    }

    #[inline]
    fn events(&self, mean: f64, _: Site) -> f64 {
        mean
    }

    #[inline]
    fn whole(&self, people: f64) -> f64 {
        people
    }
}

impl Chance for CommonNumbers {
    const EXACT: bool = false;

    #[inline]
    fn split(&self, n: f64, p: f64, site: Site) -> f64 {
        binomial(&mut self.at(site.t, site.decision, site.who), n, p)
    }

    #[inline]
    fn messages(&self, senders: f64, mean: f64, dispersion: f64, site: Site) -> f64 {
        negative_binomial_sum(&mut self.at(site.t, site.decision, site.who), senders, mean, dispersion)
    }

    #[inline]
    fn events(&self, mean: f64, site: Site) -> f64 {
        poisson(&mut self.at(site.t, site.decision, site.who), mean)
    }

    #[inline]
    fn whole(&self, people: f64) -> f64 {
        people.floor()
    }
}
