//! Section 3, incidence: who meets a failure, and of which kind.

use crate::math::{exp_m1, pow};
use crate::scenario::case::{Case, Per};

/// A kind of failure as incidence sees it.
#[derive(Clone, Debug)]
struct Kind {
    /// Exposures of a customer of each segment per period and unit of rate.
    occasions: Vec<f64>,
    first_period: u32,
    last_period: u32,
    /// Factor on the underlying rate after a period in force: what was heard of is partly mended.
    learned: f64,
}

/// What stays the same over periods.
#[derive(Clone, Debug)]
pub struct IncidenceRules {
    kinds: Vec<Kind>,
    segments: usize,
    initial_rates: Vec<f64>,
}

/// The probabilities of one period.
#[derive(Clone, Debug)]
pub struct Incidence {
    kinds: usize,
    /// p_g: probability of an episode, by segment.
    pub episode: Vec<f64>,
    /// By segment and kind: probability of the kind, given an episode that is of no earlier kind.
    kind_given_no_earlier: Vec<f64>,
}

impl Incidence {
    /// The probability of kind `kind` for an episode of `segment` that is of no earlier kind.
    #[inline]
    pub fn kind(&self, segment: usize, kind: usize) -> f64 {
        self.kind_given_no_earlier[segment * self.kinds + kind]
    }
}

/// The underlying rates of failure, phi, which learning lowers.
#[derive(Clone, Debug)]
pub struct Rates(Vec<f64>);

impl IncidenceRules {
    /// The rules of a case; `heard` is the share of each kind's episodes that the firm hears of.
    pub fn new(case: &Case, heard: &[f64]) -> Self {
        let per_year = case.horizon.period.per_year();
        let kinds = case.failures.iter().zip(heard).map(|(failure, heard)| Kind {
            occasions: case
                .segments
                .iter()
                .map(|segment| match failure.per {
                    Per::Purchase => segment.purchases_per_year / per_year,
                    Per::Year => 1.0 / per_year,
                })
                .collect(),
            first_period: failure.first_period,
            last_period: failure.last_period,
            learned: pow(1.0 - case.learning.rate, heard / per_year),
        });
        IncidenceRules {
            kinds: kinds.collect(),
            segments: case.segments.len(),
            initial_rates: case.failures.iter().map(|failure| failure.rate).collect(),
        }
    }

    /// phi at the start.
    pub fn rates(&self) -> Rates {
        Rates(self.initial_rates.clone())
    }

    /// Room for the probabilities of a period.
    pub fn incidence(&self) -> Incidence {
        Incidence {
            kinds: self.kinds.len(),
            episode: vec![0.0; self.segments],
            kind_given_no_earlier: vec![0.0; self.segments * self.kinds.len()],
        }
    }

    /// Fills in the probabilities of period `t`: p_g = 1 - exp(-sum of x_gk).
    pub fn read(&self, rates: &Rates, t: u32, incidence: &mut Incidence) {
        let kinds = self.kinds.len();
        for segment in 0..self.segments {
            let row = &mut incidence.kind_given_no_earlier[segment * kinds..][..kinds];
            // From the last kind to the first: what is left for this kind and the later ones.
            let mut remaining = 0.0;
            for k in (0..kinds).rev() {
                let exposure = self.exposure(rates, segment, k, t);
                remaining += exposure;
                row[k] = if exposure > 0.0 { exposure / remaining } else { 0.0 };
            }
            incidence.episode[segment] = if remaining > 0.0 { -exp_m1(-remaining) } else { 0.0 };
        }
    }

    /// x_gk: the exposure of a customer of `segment` to kind `k` in period `t`.
    pub fn exposure(&self, rates: &Rates, segment: usize, k: usize, t: u32) -> f64 {
        let kind = &self.kinds[k];
        if kind.in_force(t) { rates.0[k] * kind.occasions[segment] } else { 0.0 }
    }

    /// Lets learning act after period `t`.
    pub fn learn(&self, rates: &mut Rates, t: u32) {
        for (rate, kind) in rates.0.iter_mut().zip(&self.kinds) {
            if kind.in_force(t) {
                *rate *= kind.learned;
            }
        }
    }
}

impl Kind {
    fn in_force(&self, t: u32) -> bool {
        (self.first_period..=self.last_period).contains(&t)
    }
}
