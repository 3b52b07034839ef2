//! Section 3, incidence: who meets a failure, and of which kind.

use crate::math::{exp_m1, pow};
use crate::model::classes::Class;
use crate::scenario::failure::Per;
use crate::scenario::market::Segment;
use crate::scenario::parameters::Parameters;
use crate::units::{KindIdx, SegmentIdx};

/// A kind of failure as incidence sees it.
#[derive(Clone, Debug)]
struct Kind {
    /// phi(0): its rate without learning.
    rate: f64,
    /// Exposures of a customer of each class per period and unit of rate.
    occasions: Vec<f64>,
    first_period: u32,
    last_period: u32,
    /// Factor on the rate after a period in force: what was heard of is partly mended.
    learned: f64,
}

/// What stays the same over periods.
#[derive(Clone, Debug)]
pub struct IncidenceRules {
    kinds: Vec<Kind>,
    classes: usize,
}

/// The probabilities of one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Incidence {
    kinds: usize,
    /// p_g: probability of an episode, by class.
    pub episode: Vec<f64>,
    /// By class and kind: probability of the kind, given an episode that is of no earlier kind.
    kind_given_no_earlier: Vec<f64>,
}

impl Incidence {
    /// The probability of kind `kind` for an episode of `class` that is of no earlier kind.
    #[inline]
    pub(crate) fn kind(&self, class: usize, kind: KindIdx) -> f64 {
        self.kind_given_no_earlier[class * self.kinds + kind.0]
    }
}

/// L: what learning has left of each kind's rate. It stays when a strategy starts.
#[derive(Clone, Debug)]
pub(crate) struct Learned(Vec<f64>);

impl Learned {
    /// Nothing learned yet of so many kinds.
    pub(crate) fn nothing(kinds: usize) -> Self {
        Learned(vec![1.0; kinds])
    }
}

impl IncidenceRules {
    /// The rules of a set of parameters for `classes`; `heard` is the share of each kind's episodes that the firm hears
    /// of, by segment and kind.
    pub(crate) fn new(parameters: &Parameters, classes: &[Class], heard: impl Fn(SegmentIdx, KindIdx) -> f64) -> Self {
        let per_year = parameters.horizon.per_year();
        let of_file = parameters.horizon.period.per_year();
        let kinds = parameters.failures.iter().enumerate().map(|(k, failure)| Kind {
            rate: failure.rate_in_force(of_file),
            occasions: classes
                .iter()
                .map(|class| match failure.per {
                    Per::Purchase => class.purchases_per_year / per_year,
                    Per::Year | Per::Period => 1.0 / per_year,
                })
                .collect(),
            first_period: failure.first_period,
            last_period: failure.last_period,
            learned: pow(
                1.0 - parameters.learning.rate,
                mean_heard(parameters, failure.per, |segment| heard(segment, KindIdx(k))) / per_year,
            ),
        });
        IncidenceRules { kinds: kinds.collect(), classes: classes.len() }
    }

    /// Buffers for the probabilities of a period.
    pub(crate) fn incidence(&self) -> Incidence {
        Incidence {
            kinds: self.kinds.len(),
            episode: vec![0.0; self.classes],
            kind_given_no_earlier: vec![0.0; self.classes * self.kinds.len()],
        }
    }

    /// Whether the probabilities are the same in every period: nothing is learned, and every kind is always in force.
    pub(crate) fn is_steady(&self, periods: u32) -> bool {
        let kind_is_steady = |kind: &Kind| {
            kind.learned == 1.0 && kind.first_period == 0 && kind.last_period.saturating_add(1) >= periods
        };
        self.kinds.iter().all(kind_is_steady)
    }

    /// Fills in the probabilities of period `t`: p_g = 1 - exp(-sum of x_gk).
    pub(crate) fn read(&self, learned: &Learned, t: u32, incidence: &mut Incidence) {
        let kinds = self.kinds.len();
        for class in 0..self.classes {
            let row = &mut incidence.kind_given_no_earlier[class * kinds..][..kinds];
            // From the last kind to the first: what is left for this kind and the later ones.
            let mut remaining = 0.0;
            for k in (0..kinds).rev() {
                let exposure = self.exposure(learned, class, KindIdx(k), t);
                remaining += exposure;
                row[k] = if exposure > 0.0 { exposure / remaining } else { 0.0 };
            }
            incidence.episode[class] = if remaining > 0.0 { -exp_m1(-remaining) } else { 0.0 };
        }
    }

    /// x_gk: the exposure of a customer of `class` to `kind` in period `t`.
    pub(crate) fn exposure(&self, learned: &Learned, class: usize, kind: KindIdx, t: u32) -> f64 {
        let rules = &self.kinds[kind.0];
        if rules.in_force(t) { rules.rate * learned.0[kind.0] * rules.occasions[class] } else { 0.0 }
    }

    /// Lets learning act after period `t`.
    pub(crate) fn learn(&self, learned: &mut Learned, t: u32) {
        for (rate, kind) in learned.0.iter_mut().zip(&self.kinds) {
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

/// The share of a kind's episodes that the firm hears of: the mean over the segments, weighted by how often their
/// customers can meet it at the start. Shares are fixed, so that learning is one number for all.
fn mean_heard(parameters: &Parameters, per: Per, heard: impl Fn(SegmentIdx) -> f64) -> f64 {
    let first = heard(SegmentIdx(0));
    if (1..parameters.segments.len()).all(|g| heard(SegmentIdx(g)) == first) {
        return first;
    }
    let weigh = |weight: &dyn Fn(&Segment) -> f64| {
        let (mut sum, mut all) = (0.0, 0.0);
        for (g, segment) in parameters.segments.iter().enumerate() {
            sum += weight(segment) * heard(SegmentIdx(g));
            all += weight(segment);
        }
        (all > 0.0).then(|| sum / all)
    };
    let by_purchases = if per == Per::Purchase { weigh(&|s| s.share * s.purchases_per_year) } else { None };
    by_purchases.or_else(|| weigh(&|s| s.share)).unwrap_or(first)
}
