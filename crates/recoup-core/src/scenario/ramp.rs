//! A strategy on its way: the parameters between the reference's and the strategy's during a ramp.

use std::sync::Arc;

use crate::scenario::blend::{Missing, align_with};
use crate::scenario::failure::{Failure, Severity};
use crate::scenario::parameters::Parameters;
use crate::scenario::table::mixed;

/// Two cases with the same segments, failures and severities, in the same order.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    /// The reference's.
    pub from: Parameters,
    /// The strategy's.
    pub to: Parameters,
}

impl Pair {
    /// The parameters that apply before `to` starts, and `to`; responses have acted on both. A failure that one of them
    /// lacks is there, and never in force.
    pub(crate) fn new(mut from: Parameters, mut to: Parameters) -> Self {
        to.before = None;
        align_with(&mut from, &mut to, Missing::NeverInForce);
        Pair { from, to }
    }
}

/// The parameters `w` of the way: every effect between the two, everything else the strategy's.
///
/// Both sets are aligned, and as the customers of one segment meet them: what is mixed are the values in force.
pub(crate) fn ramped(from: &Parameters, to: &Parameters, w: f64) -> Parameters {
    let mut parameters = to.clone();
    for (segment, old) in parameters.segments.iter_mut().zip(&from.segments) {
        segment.purchases_per_year = mixed(old.purchases_per_year, segment.purchases_per_year, w);
        segment.base_loyalty = mixed(old.base_loyalty, segment.base_loyalty, w);
    }
    for (failure, old) in parameters.failures.iter_mut().zip(&from.failures) {
        ramp_failure(failure, old, w);
    }
    ramp_refunds(&mut parameters, from, w);
    // What is borrowed has no values in force to come from.
    for (severity, old) in parameters.severities.iter_mut().zip(&from.severities).filter(|(_, old)| !old.borrowed) {
        let loss = severity.loss;
        severity.mix(old, w);
        severity.loss = loss;
        severity.repurchase.mix(&old.repurchase, w);
    }
    parameters.loyalty.mix(&from.loyalty, w);
    parameters.loyalty.spend.mix(&from.loyalty.spend, w);
    parameters.tenure.mix(&from.tenure, w);
    parameters.voice.solicit = mixed(from.voice.solicit, parameters.voice.solicit, w);
    ramp_recovery(&mut parameters, from, w);
    parameters.guarantee.invoked = mixed(from.guarantee.invoked, parameters.guarantee.invoked, w);
    parameters.word_of_mouth.mix(&from.word_of_mouth, w);
    parameters.word_of_mouth.told.mix(&from.word_of_mouth.told, w);
    let (ratio, elasticity) = (parameters.acquisition.cost_ratio, parameters.acquisition.cost_elasticity);
    parameters.acquisition.mix(&from.acquisition, w);
    (parameters.acquisition.cost_ratio, parameters.acquisition.cost_elasticity) = (ratio, elasticity);
    parameters.learning.mix(&from.learning, w);
    parameters.satisfaction.mix(&from.satisfaction, w);
    parameters.contagion.mix(&from.contagion, w);
    parameters
}

/// Where the two count otherwise, or one of them lacks the kind, incidence switches.
fn ramp_failure(failure: &mut Failure, old: &Failure, w: f64) {
    if is_lacking(old) || is_lacking(failure) {
        return;
    }
    failure.mix(old, w);
    if failure.per != old.per {
        return;
    }
    for (number, old) in [(&mut failure.rate, old.rate), (&mut failure.share, old.share)] {
        if let (Some(number), Some(old)) = (number.as_mut(), old) {
            *number = mixed(old, *number, w);
        }
    }
}

fn is_lacking(failure: &Failure) -> bool {
    failure.first_period > failure.last_period
}

/// A refund's repurchase, which is that after a quick answer where it is not given.
fn ramp_refunds(parameters: &mut Parameters, from: &Parameters, w: f64) {
    let after = |parameters: &Parameters, severity: &Severity| {
        severity.invoked_repurchase.or(parameters.guarantee.repurchase).unwrap_or(severity.repurchase.quick)
    };
    if (from.guarantee.repurchase, parameters.guarantee.repurchase) == (None, None) {
        return;
    }
    let pairs = parameters.severities.iter().zip(&from.severities);
    let rate = |(new, old): (&Severity, &Severity)| match old.borrowed {
        true => after(parameters, new),
        false => mixed(after(from, old), after(parameters, new), w),
    };
    let rates: Vec<f64> = pairs.map(rate).collect();
    for (severity, rate) in parameters.severities.iter_mut().zip(rates) {
        severity.invoked_repurchase = Some(rate);
    }
}

fn ramp_recovery(parameters: &mut Parameters, from: &Parameters, w: f64) {
    let (recovery, old) = (&mut parameters.recovery, &from.recovery);
    let switched = (recovery.compensation, recovery.compensation_cost, recovery.late_compensation_per_day);
    // A best that is not given is the plain share as it stands.
    recovery.resolves_max = ramp_best((old.resolves, old.resolves_max), (recovery.resolves, recovery.resolves_max), w);
    recovery.front_line_resolves_max = ramp_best(
        (old.front_line_resolves, old.front_line_resolves_max),
        (recovery.front_line_resolves, recovery.front_line_resolves_max),
        w,
    );
    recovery.mix(old, w);
    (recovery.compensation, recovery.compensation_cost, recovery.late_compensation_per_day) = switched;
    if let (Some(desk), Some(old)) = (&mut recovery.desk, &old.desk) {
        let agents = desk.agents;
        desk.mix(old, w);
        desk.agents = agents;
    }
}

fn ramp_best((old, old_best): (f64, Option<f64>), (new, new_best): (f64, Option<f64>), w: f64) -> Option<f64> {
    (old_best.is_some() || new_best.is_some()).then(|| mixed(old_best.unwrap_or(old), new_best.unwrap_or(new), w))
}

/// Parameters as the customers of each segment meet them. Segments without numbers of their own share the study's.
#[derive(Clone, Debug)]
pub struct Views {
    all: Vec<Arc<Parameters>>,
    of_segment: Vec<usize>,
}

impl Views {
    /// The views of a set of parameters.
    pub fn new(parameters: &Parameters) -> Self {
        Views::of(parameters.clone())
    }

    /// The same, and takes the parameters.
    pub(crate) fn of(mut parameters: Parameters) -> Self {
        // A view has the segment's numbers in force, and its lists of them no longer: it is copied at every step of a ramp.
        let own: Vec<_> = parameters.segments.iter_mut().map(|segment| std::mem::take(&mut segment.own)).collect();
        let mut views = Views { all: vec![Arc::new(parameters)], of_segment: vec![0; own.len()] };
        for (g, own) in own.into_iter().enumerate().filter(|(_, own)| !own.is_empty()) {
            let mut view = views.study().clone();
            view.set_numbers(&own);
            views.of_segment[g] = views.all.len();
            views.all.push(Arc::new(view));
        }
        views
    }

    /// The views `w` of the way from one aligned set of parameters to another, pair by pair.
    pub(crate) fn ramped(from: &Views, to: &Views, w: f64) -> Self {
        let mut pairs = vec![(0, 0)];
        let mut all = vec![Arc::new(ramped(&from.all[0], &to.all[0], w))];
        let of_segment = from.of_segment.iter().zip(&to.of_segment).map(|(&old, &new)| {
            pairs.iter().position(|&pair| pair == (old, new)).unwrap_or_else(|| {
                pairs.push((old, new));
                all.push(Arc::new(ramped(&from.all[old], &to.all[new], w)));
                all.len() - 1
            })
        });
        let of_segment = of_segment.collect();
        Views { all, of_segment }
    }

    /// What is the study's alone: horizon, market, failures, desk, acquisition, costs and the like.
    pub(crate) fn study(&self) -> &Parameters {
        &self.all[0]
    }

    /// The different views; the first is the study's.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Parameters> {
        self.all.iter().map(|parameters| &**parameters)
    }

    /// The number of the view that the customers of a segment have.
    pub(crate) fn of_segment(&self, segment: usize) -> usize {
        self.of_segment[segment]
    }

    /// The parameters as the customers of a segment meet them.
    pub(crate) fn for_segment(&self, segment: usize) -> &Parameters {
        &self.all[self.of_segment[segment]]
    }

    /// Changes every view.
    pub(crate) fn edit(&mut self, change: impl Fn(&mut Parameters)) {
        for parameters in &mut self.all {
            change(Arc::make_mut(parameters));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::input::source::Origin;
    use crate::input::{Request, load};
    use crate::scenario::ramp::{Pair, ramped};

    #[test]
    fn a_severity_that_the_reference_lacks_is_the_strategys_at_once() {
        let text = r#"
            [horizon]
            period = "month"
            periods = 12
            [market]
            customers = 1000
            prospects = 4000
            [[segment]]
            name = "all"
            share = 1.0
            purchases_per_year = 4.0
            margin = 50.0
            retention_cost = 5.0
            base_loyalty = 0.8
            [severity.minor]
            loss = 10.0
            complain = 0.3
            repurchase = { silent = 0.5, unresolved = 0.4, resolved = 0.6, quick = 0.7 }
            [[failure]]
            name = "late"
            severity = "minor"
            per = "year"
            rate = 0.3
            [guarantee]
            invoked = 0.2
            repurchase = 0.6
            [[strategy]]
            name = "today"
            [[strategy]]
            name = "new"
            ramp_periods = 6
            guarantee = { repurchase = 0.8 }
            severity = { "new" = { loss = 5.0, complain = 0.1, repurchase = { silent = 0.2, unresolved = 0.1, resolved = 0.3, quick = 0.4 } } }
            failure = [{ name = "other", severity = "new", per = "year", rate = 0.1 }]
        "#;
        let study = load(&Request::new(Origin::Text { name: "new".into(), text: text.into() })).unwrap().study;
        let [from, to] = [0, 1].map(|s: usize| study.scenarios[0].strategies[s].parameters.with_point_values());
        let Pair { mut from, to } = Pair::new(from, to);
        // Whatever an edit made of the borrowed one.
        from.severities[1].repurchase.silent = 0.9;
        let half = ramped(&from, &to, 0.5);
        assert_eq!(half.severities[1].repurchase, to.severities[1].repurchase);
        let refunds: Vec<Option<f64>> = half.severities.iter().map(|severity| severity.invoked_repurchase).collect();
        assert_eq!(refunds, [Some(0.7), Some(0.8)]);
    }
}
