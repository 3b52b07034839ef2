//! The situation of a set of parameters: the chances of each kind of failure, what it leaves, and how often each kind is met.

use crate::analysis::paradox::tree::{Chances, Meaning, Measure, Values, mean};
use crate::math::exp_m1;
use crate::model::loyalty::Conditions;
use crate::model::remedy::RemedyRules;
use crate::model::route::{DeskRules, Routes, Service};
use crate::scenario::failure::Per;
use crate::scenario::parameters::Parameters;
use crate::scenario::ramp::Views;

/// One kind of failure.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Failures of it that a customer meets in a period.
    pub frequency: f64,
    /// Base loyalties of those who meet it, and how many they are.
    pub bases: Vec<(f64, f64)>,
    /// What can happen to it.
    pub chances: Chances,
    /// What it leaves, by [`Measure`].
    pub values: [Values; 2],
}

/// All kinds of failure, as they are first met.
#[derive(Clone, Debug)]
pub struct Situation {
    /// What the desk makes of a case, at the load of a period in which every kind is in force at its starting rate.
    pub service: Service,
    /// By kind.
    pub kinds: Vec<Kind>,
}

impl Situation {
    /// The situation of parameters whose numbers are drawn and whose responses have acted.
    pub fn of(parameters: &Parameters) -> Self {
        let frequencies = frequencies(parameters);
        // The first view is the study's: numbers that segments have in its place are left out.
        let views = Views::new(parameters);
        let remedies = RemedyRules::new(&views);
        let desk_cases = parameters.failures.iter().enumerate().map(|(k, failure)| {
            let routes = Routes::new(parameters, failure);
            let cases = routes.detected + remedies.claims[k] * (routes.voiced + routes.solicited);
            let met = parameters.market.customers * frequencies[k].iter().sum::<f64>();
            met * cases * (1.0 - remedies.settled_on_spot[k])
        });
        let service = DeskRules::new(&views).service(desk_cases.sum());
        let kinds = frequencies.iter().enumerate().map(|(k, by_segment)| {
            let bases: Vec<(f64, f64)> = parameters
                .segments
                .iter()
                .map(|segment| segment.base_loyalty)
                .zip(by_segment.iter().copied())
                .collect();
            let values = Measure::ALL.map(|measure| Values::of(parameters, k, measure, &bases, Conditions::default()));
            Kind { frequency: by_segment.iter().sum(), bases, chances: Chances::of(parameters, k, service), values }
        });
        Situation { service, kinds: kinds.collect() }
    }

    /// What a meaning compares, over the kind of that number or over all as they are met: the value and the base.
    pub(crate) fn claim(&self, kind: Option<usize>, meaning: Meaning, measure: Measure) -> [f64; 2] {
        let of = |kind: &Kind| {
            let values = &kind.values[measure as usize];
            [values.after(meaning, &kind.chances), values.base]
        };
        if let Some(kind) = kind {
            return of(&self.kinds[kind]);
        }
        let weighted = |part: usize| {
            mean(self.kinds.iter().map(|kind| {
                let [silent, invoked, voiced, prompted] = kind.chances.routes();
                let share = match meaning {
                    Meaning::Conditional => (voiced + prompted) * kind.chances.endings()[2],
                    Meaning::Complainers => voiced,
                    Meaning::Population => silent + invoked + voiced + prompted,
                };
                (of(kind)[part], kind.frequency * share)
            }))
        };
        [weighted(0), weighted(1)]
    }
}

/// By kind and segment: failures that a customer of the whole base meets in a period, every kind in force.
fn frequencies(parameters: &Parameters) -> Vec<Vec<f64>> {
    let per_year = parameters.horizon.per_year();
    let exposures: Vec<Vec<f64>> = parameters
        .failures
        .iter()
        .map(|failure| {
            let occasions = parameters.segments.iter().map(|segment| match failure.per {
                Per::Purchase => segment.purchases_per_year,
                Per::Year | Per::Period => 1.0,
            });
            let rate = failure.rate_in_force(parameters.horizon.period.per_year());
            occasions.map(|number| rate * number / per_year).collect()
        })
        .collect();
    let mut frequencies = exposures.clone();
    for (g, segment) in parameters.segments.iter().enumerate() {
        let all: f64 = exposures.iter().map(|kind| kind[g]).sum();
        let episode = if all > 0.0 { -exp_m1(-all) / all } else { 0.0 };
        for kind in &mut frequencies {
            kind[g] *= segment.share * episode;
        }
    }
    frequencies
}
