//! How customers differ: traits that belong to a seat and generation, under every strategy.

use crate::dist::{standard_normal_cdf, standard_normal_quantile};
use crate::engine::agents::numbers;
use crate::model::kernel::Kernel;
use crate::random::address::CommonNumbers;
use crate::random::gamma::gamma;
use crate::random::normal::standard_normal;
use crate::scenario::loyalty::Satisfaction;
use crate::scenario::market::Individuals;
use crate::units::{KindIdx, SegmentIdx};

/// The traits of one customer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Person {
    /// Loyalty in standard deviations.
    pub loyalty: f32,
    /// What a purchase brings, as a multiple of the segment's margin.
    pub spend: f32,
    /// Probability to leave in a period without an episode, remembering nothing, before word of mouth.
    pub leaves: f32,
}

/// S0 ~ N(mean, sd): satisfaction before any failure of whoever is the `generation`-th to sit at `seat`.
pub fn satisfaction_before(numbers: &CommonNumbers, seat: u64, generation: u32, satisfaction: &Satisfaction) -> f64 {
    let z = standard_normal(&mut numbers.at(generation, numbers::SATISFACTION, seat));
    satisfaction.mean + satisfaction.sd * z
}

/// Whether and how customers differ.
#[derive(Clone, Debug)]
pub(crate) struct Differences {
    individuals: Individuals,
    /// Shape of the gamma distribution of spend, of mean 1.
    spend: Option<f64>,
    /// Different probabilities to complain, and for each the standard-normal quantile of not complaining.
    reluctance: Vec<(f64, f64)>,
}

impl Differences {
    /// How customers differ; `None` where they are alike.
    pub(crate) fn of(kernel: &Kernel) -> Option<Self> {
        let individuals = &kernel.individuals;
        if individuals.loyalty_sd == 0.0 && individuals.spend_cv == 0.0 {
            return None;
        }
        let mut reluctance: Vec<(f64, f64)> = Vec::new();
        for c in (0..kernel.segments)
            .flat_map(|g| (0..kernel.kinds).map(move |k| kernel.routes(SegmentIdx(g), KindIdx(k)).complains))
        {
            if reluctance.iter().all(|(known, _)| *known != c) {
                reluctance.push((c, standard_normal_quantile(1.0 - c)));
            }
        }
        let variance = individuals.spend_cv * individuals.spend_cv;
        Some(Differences {
            individuals: individuals.clone(),
            spend: Some(1.0 / variance).filter(|shape| shape.is_finite()),
            reluctance,
        })
    }

    /// The person of that seat and generation, in `segment`.
    pub(crate) fn person(
        &self,
        kernel: &Kernel,
        numbers: &CommonNumbers,
        seat: u64,
        generation: u32,
        segment: SegmentIdx,
    ) -> Person {
        let mut stream = numbers.at(generation, numbers::TRAITS, seat);
        let loyalty = standard_normal(&mut stream);
        let spend = self.spend.map_or(1.0, |shape| gamma(&mut stream, shape) / shape);
        let own = kernel.loyalty.own(segment, self.individuals.loyalty_sd * loyalty);
        Person { loyalty: loyalty as f32, spend: spend as f32, leaves: (1.0 - own.quiet_stay(0)) as f32 }
    }

    /// Lets a person live on under another kernel: the same traits, read anew.
    pub(crate) fn adopt(&self, kernel: &Kernel, person: &mut Person, segment: SegmentIdx) {
        let own = kernel.loyalty.own(segment, self.shift(person));
        person.leaves = (1.0 - own.quiet_stay(0)) as f32;
    }

    /// How far the log-odds of a person's loyalty are above their segment's.
    pub(crate) fn shift(&self, person: &Person) -> f64 {
        self.individuals.loyalty_sd * f64::from(person.loyalty)
    }

    /// The probability that a person complains of a failure that the firm did not notice, where newcomers do with
    /// probability `complains`: a normal copula of loyalty and voice.
    pub(crate) fn complains(&self, complains: f64, person: &Person) -> f64 {
        let rho = self.individuals.voice_loyalty_rho;
        if rho == 0.0 || complains <= 0.0 || complains >= 1.0 {
            return complains;
        }
        let own = (1.0 - rho * rho).sqrt().max(1e-9);
        let known = self.reluctance.iter().find(|(known, _)| *known == complains);
        let reluctance = known.map_or_else(|| standard_normal_quantile(1.0 - complains), |(_, quantile)| *quantile);
        standard_normal_cdf((rho * f64::from(person.loyalty) - reluctance) / own)
    }
}
