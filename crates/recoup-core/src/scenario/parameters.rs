//! Every number that the model reads for one strategy in one scenario, plain and checked.
//!
//! The meaning, unit, default and source of each number stand in the evidence ledger
//! (`recoup explain KEY`); the equations in `docs/model.md`.

use std::sync::Arc;

use crate::math::exp2;
use crate::scenario::acquisition::Acquisition;
use crate::scenario::costs::{Costs, Learning, Response};
use crate::scenario::failure::{Failure, Severity};
use crate::scenario::horizon::{Horizon, Timing};
use crate::scenario::key::Key;
use crate::scenario::loyalty::{Loyalty, Satisfaction};
use crate::scenario::market::{Individuals, Market, Segment, Tenure};
use crate::scenario::recovery::{Guarantee, Recovery, Voice};
use crate::scenario::word_of_mouth::{Contagion, Network, WordOfMouth};

/// Every number that the model reads, for one strategy in one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// The span.
    pub horizon: Horizon,
    /// Who is there.
    pub market: Market,
    /// Groups of customers; at least one.
    pub segments: Vec<Segment>,
    /// Kinds of failure; at least one.
    pub failures: Vec<Failure>,
    /// Degrees of failure.
    pub severities: Vec<Severity>,
    /// How failures move loyalty.
    pub loyalty: Loyalty,
    /// How newcomers differ.
    pub tenure: Tenure,
    /// Bringing customers to speak.
    pub voice: Voice,
    /// What happens to cases.
    pub recovery: Recovery,
    /// What is promised.
    pub guarantee: Guarantee,
    /// What customers tell others.
    pub word_of_mouth: WordOfMouth,
    /// Where new customers come from.
    pub acquisition: Acquisition,
    /// What is learned.
    pub learning: Learning,
    /// Money that moves numbers, in file order.
    pub responses: Vec<Response>,
    /// What it costs.
    pub costs: Costs,
    /// The satisfaction layer.
    pub satisfaction: Satisfaction,
    /// How customers differ.
    pub individuals: Individuals,
    /// Who talks to whom.
    pub network: Network,
    /// How adoption spreads.
    pub contagion: Contagion,
    /// When it acts.
    pub timing: Timing,
    /// What the firm does until then, responses applied: the reference's parameters. None where it acts at once.
    pub before: Option<Arc<Parameters>>,
}

impl Parameters {
    /// The number that `key` names; `None` when it names none here, or one that is absent.
    pub fn number_mut(&mut self, key: &Key) -> Option<&mut f64> {
        match key.parts().as_slice() {
            ["horizon", "discount_rate"] => Some(&mut self.horizon.discount_rate),
            ["market", number] => self.market.number_mut(number),
            ["segment", name, number] => named(&mut self.segments, |s| &s.name, name)?.number_mut(number),
            ["segment", name, own @ ..] => named(&mut self.segments, |s| &s.name, name)?.own_mut(own),
            ["failure", name, "rate"] => named(&mut self.failures, |f| &f.name, name)?.rate.as_mut(),
            ["failure", name, "share"] => named(&mut self.failures, |f| &f.name, name)?.share.as_mut(),
            ["failure", name, number] => named(&mut self.failures, |f| &f.name, name)?.number_mut(number),
            ["severity", name, "repurchase", outcome] => {
                named(&mut self.severities, |s| &s.name, name)?.repurchase.number_mut(outcome)
            }
            ["severity", name, "compensation"] => named(&mut self.severities, |s| &s.name, name)?.compensation.as_mut(),
            ["severity", name, "compensation_amount"] => {
                named(&mut self.severities, |s| &s.name, name)?.compensation_amount.as_mut()
            }
            ["severity", name, number] => named(&mut self.severities, |s| &s.name, name)?.number_mut(number),
            ["loyalty", "spend", remembered] => self.loyalty.spend.number_mut(remembered),
            ["tenure", number] => self.tenure.number_mut(number),
            ["loyalty", number] => self.loyalty.number_mut(number),
            ["voice", number] => self.voice.number_mut(number),
            ["recovery", "desk", number] => self.recovery.desk.as_mut()?.number_mut(number),
            ["recovery", "resolves_max"] => self.recovery.resolves_max.as_mut(),
            ["recovery", "front_line_limit"] => self.recovery.front_line_limit.as_mut(),
            ["recovery", "front_line_resolves_max"] => self.recovery.front_line_resolves_max.as_mut(),
            ["recovery", number] => self.recovery.number_mut(number),
            ["guarantee", "repurchase"] => self.guarantee.repurchase.as_mut(),
            ["guarantee", number] => self.guarantee.number_mut(number),
            ["word_of_mouth", "told", outcome] => self.word_of_mouth.told.number_mut(outcome),
            ["word_of_mouth", number] => self.word_of_mouth.number_mut(number),
            ["acquisition", "cost"] => self.acquisition.cost.as_mut(),
            ["acquisition", "budget_per_year"] => self.acquisition.budget_per_year.as_mut(),
            ["acquisition", number] => self.acquisition.number_mut(number),
            ["learning", number] => self.learning.number_mut(number),
            ["response", name, number] => named(&mut self.responses, |r| &r.name, name)?.number_mut(number),
            ["costs", number] => self.costs.number_mut(number),
            ["satisfaction", number] => self.satisfaction.number_mut(number),
            ["individuals", number] => self.individuals.number_mut(number),
            ["network", number] => self.network.number_mut(number),
            ["contagion", number] => self.contagion.number_mut(number),
            _ => None,
        }
    }

    /// Sets the number that `key` names, also one that may be absent; `false` where there is none of
    /// that name. People stay whole.
    pub fn set_number(&mut self, key: &Key, value: f64) -> bool {
        match key.parts().as_slice() {
            ["market", "customers"] => self.market.customers = value.round(),
            ["market", "prospects"] => self.market.prospects = value.round(),
            ["segment", name, own @ ..] if own.len() > 1 => {
                let known = self.clone().set_number(&Key::from_parts(own.iter().copied()), value);
                match named(&mut self.segments, |s| &s.name, name).filter(|_| known) {
                    Some(segment) => segment.set_own(Key::from_parts(own.iter().copied()), value),
                    None => return false,
                }
            }
            ["failure", name, number @ ("rate" | "share")] => match named(&mut self.failures, |f| &f.name, name) {
                Some(failure) => failure.set_incidence(*number == "share", value),
                None => return false,
            },
            ["severity", name, number @ ("compensation" | "compensation_amount")] => {
                match named(&mut self.severities, |s| &s.name, name) {
                    Some(severity) => {
                        let is_share = *number == "compensation";
                        severity.compensation = is_share.then_some(value);
                        severity.compensation_amount = (!is_share).then_some(value);
                    }
                    None => return false,
                }
            }
            ["recovery", "resolves_max"] => self.recovery.resolves_max = Some(value),
            ["recovery", "front_line_resolves_max"] => self.recovery.front_line_resolves_max = Some(value),
            ["recovery", "front_line_limit"] => self.recovery.front_line_limit = Some(value),
            ["guarantee", "repurchase"] => self.guarantee.repurchase = Some(value),
            ["acquisition", "cost"] => self.acquisition.cost = Some(value),
            ["acquisition", "budget_per_year"] => self.acquisition.budget_per_year = Some(value),
            _ => match self.number_mut(key) {
                Some(number) => *number = value,
                None => return false,
            },
        }
        true
    }

    /// Sets every number of a list.
    pub(crate) fn set_numbers(&mut self, numbers: &[(Arc<Key>, f64)]) {
        for (key, value) in numbers {
            self.set_number(key, *value);
        }
    }

    /// Sets a number for all segments, or takes away one that may be absent: none keeps one of its own.
    pub(crate) fn set_everywhere(&mut self, key: &[&str], value: Option<f64>) {
        for segment in &mut self.segments {
            segment.own.retain(|(own, _)| own.0 != key);
        }
        let key = Key::from_parts(key.iter().copied());
        match value {
            Some(value) => {
                self.set_number(&key, value);
            }
            None => self.unset(&key),
        }
    }

    /// Takes a number away that may be absent.
    pub(crate) fn unset(&mut self, key: &Key) {
        match key.parts().as_slice() {
            ["segment", name, own @ ..] => {
                if let Some(segment) = named(&mut self.segments, |s| &s.name, name) {
                    segment.own.retain(|(key, _)| key.0 != own);
                }
            }
            ["recovery", "resolves_max"] => self.recovery.resolves_max = None,
            ["recovery", "front_line_resolves_max"] => self.recovery.front_line_resolves_max = None,
            ["recovery", "front_line_limit"] => self.recovery.front_line_limit = None,
            ["guarantee", "repurchase"] => self.guarantee.repurchase = None,
            ["acquisition", "cost"] => self.acquisition.cost = None,
            ["acquisition", "budget_per_year"] => self.acquisition.budget_per_year = None,
            _ => (),
        }
    }

    /// x_s: the share of the loss paid on a resolved case of severity number `severity`.
    pub fn compensation(&self, severity: usize) -> f64 {
        let severity = &self.severities[severity];
        match severity.compensation_amount {
            Some(amount) if severity.loss > 0.0 => amount / severity.loss,
            Some(_) => 0.0,
            None => severity.compensation.unwrap_or(self.recovery.compensation),
        }
    }

    /// The mean of the segments' base loyalty, weighted by share; exactly the common value where all are equal.
    pub(crate) fn mean_base_loyalty(&self) -> f64 {
        let Some(first) = self.segments.first() else { return f64::NAN };
        if self.segments.iter().all(|segment| segment.base_loyalty == first.base_loyalty) {
            return first.base_loyalty;
        }
        self.segments.iter().map(|segment| segment.share * segment.base_loyalty).sum()
    }

    /// The parameters as the customers of segment number `segment` meet them: with the segment's own numbers in place of the
    /// study's.
    pub(crate) fn for_segment(&self, segment: usize) -> Parameters {
        let mut parameters = self.clone();
        parameters.set_numbers(&self.segments[segment].own);
        parameters
    }

    /// The same parameters in periods of half the length.
    pub fn halved(&self) -> Parameters {
        let mut parameters = self.clone();
        parameters.horizon.parts *= 2;
        parameters.horizon.periods *= 2;
        for failure in &mut parameters.failures {
            failure.first_period = failure.first_period.saturating_mul(2);
            failure.last_period = failure.last_period.saturating_mul(2).saturating_add(1);
        }
        parameters.timing.starts *= 2;
        parameters.timing.ramp_periods *= 2;
        parameters.before = parameters.before.map(|before| Arc::new(before.halved()));
        parameters
    }

    /// Lets every response act, in file order: `limit + (plain - limit) * 2^(-spend/half)`.
    pub(crate) fn apply_responses(&mut self) {
        for i in 0..self.responses.len() {
            let Response { key, spend_per_year, limit, half, .. } = &self.responses[i];
            let (key, limit, left) = (key.clone(), *limit, exp2(-spend_per_year / half));
            if let Some(number) = self.number_mut(&key) {
                *number = limit + (*number - limit) * left;
            }
        }
    }
}

fn named<'a, T>(list: &'a mut [T], name_of: impl Fn(&T) -> &Arc<str>, name: &str) -> Option<&'a mut T> {
    list.iter_mut().find(|item| &**name_of(item) == name)
}
