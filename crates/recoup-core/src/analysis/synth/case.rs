//! The work on one case: when it is answered and closed, with how many contacts, and what is paid.
//!
//! The engine says how a case ends. Its times are drawn from what the model has, given that end: the wait for an answer is that
//! of a queue with several positions (Erlang C: none, or exponential), the time from there to the resolution is log-logistic,
//! work per contact is exponential, and contacts beyond the first are Poisson.

use crate::engine::agents::happening::AtOnce;
use crate::engine::agents::panel::Met;
use crate::math::{exp, ln, pow};
use crate::model::kernel::Kernel;
use crate::model::route::Service;
use crate::random::address::Stream;
use crate::random::gamma::gamma;
use crate::random::normal::standard_normal;
use crate::random::poisson::poisson;
use crate::scenario::parameters::Parameters;
use crate::scenario::recovery::Desk;
use crate::stats::erlang::erlang_c;
use crate::units::{Outcome, SegmentIdx};

/// Hours within which a case is closed where there is no desk, and a resolution counts as quick.
const QUICK_HOURS: f64 = 24.0;

/// The work on a case.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Work {
    /// Minutes from the opening to the first answer.
    pub answered: Option<f64>,
    /// Minutes from the opening to the end of the case; `None`: it has none.
    pub closed: Option<f64>,
    /// Contacts at the desk.
    pub contacts: Option<u32>,
    /// Minutes of work at the desk.
    pub minutes: Option<f64>,
    /// Money paid to the customer.
    pub compensation: Option<f64>,
}

/// What a case meets.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub parameters: &'a Parameters,
    pub kernel: &'a Kernel,
    pub service: &'a Service,
    pub segment: SegmentIdx,
}

/// The work on the case of a failure of which the firm heard.
pub(super) fn work(around: Surroundings<'_>, failure: &Met, stream: &mut Stream) -> Work {
    let compensation = compensation(around, failure, stream);
    if failure.at_once != AtOnce::Nobody {
        return Work { answered: Some(0.0), closed: Some(0.0), compensation, ..Work::default() };
    }
    let work = match around.kernel.desk.desk() {
        None => without_desk(around.parameters, failure.outcome, stream),
        Some(_) if is_unserved(around, failure, stream) => Work::default(),
        Some(desk) => AtDesk { desk, service: around.service }.work(failure.outcome, stream),
    };
    Work { compensation, ..work }
}

/// Whether the desk had no time for a case that was not resolved.
fn is_unserved(around: Surroundings<'_>, failure: &Met, stream: &mut Stream) -> bool {
    let served = around.service.served;
    let unresolved = 1.0 - served * around.kernel.resolves(around.segment, failure.kind);
    failure.outcome == Outcome::Unresolved && stream.uniform() * unresolved < 1.0 - served
}

/// Without a desk the model has no times: quick cases are closed within a day, others on average `late_days`, one at least,
/// after that.
fn without_desk(parameters: &Parameters, outcome: Outcome, stream: &mut Stream) -> Work {
    let hours = match outcome {
        Outcome::Quick => QUICK_HOURS * stream.uniform(),
        _ => QUICK_HOURS * (1.0 - parameters.recovery.late_days.max(1.0) * ln(stream.uniform())),
    };
    Work { closed: Some(60.0 * hours), ..Work::default() }
}

struct AtDesk<'a> {
    desk: &'a Desk,
    service: &'a Service,
}

impl AtDesk<'_> {
    fn work(&self, outcome: Outcome, stream: &mut Stream) -> Work {
        let (desk, in_time) = (self.desk, self.service.in_time);
        let quick = self.resolved_within(desk.quick_hours);
        let (is_in_time, at) = match outcome {
            Outcome::Quick => (true, [0.0, quick]),
            Outcome::Resolved => {
                // Too late in one way or the other.
                let is_late = stream.uniform() * (1.0 - in_time * quick) < 1.0 - in_time;
                (!is_late, if is_late { [0.0, 1.0] } else { [quick, 1.0] })
            }
            Outcome::Silent | Outcome::Unresolved => (stream.uniform() < in_time, [0.0, 1.0]),
        };
        let answered = if is_in_time { self.wait_in_time(stream) } else { self.wait_too_long(stream) };
        let closed = answered + 60.0 * self.hours_at(at[0] + (at[1] - at[0]) * stream.uniform());
        let contacts = 1.0 + poisson(stream, desk.contacts_per_case - 1.0);
        Work {
            answered: Some(answered),
            closed: Some(closed),
            contacts: Some(contacts as u32),
            minutes: Some(desk.handle_minutes * gamma(stream, contacts)),
            compensation: None,
        }
    }

    /// The share of cases that are resolved within so many hours of their answer.
    fn resolved_within(&self, hours: f64) -> f64 {
        1.0 / (1.0 + pow(self.desk.resolve_median_hours / hours, self.desk.resolve_shape))
    }

    /// The hours within which that share is.
    fn hours_at(&self, share: f64) -> f64 {
        self.desk.resolve_median_hours * pow(share / (1.0 - share), 1.0 / self.desk.resolve_shape)
    }

    /// Contacts that leave the queue per minute.
    fn rate(&self) -> f64 {
        (self.desk.agents.floor() - self.service.load) / self.desk.handle_minutes
    }

    /// Minutes to an answer that comes in time: mostly none.
    fn wait_in_time(&self, stream: &mut Stream) -> f64 {
        let (load, positions) = (self.service.load, self.desk.agents.floor());
        let waits = if load > 0.0 { erlang_c(positions, load) } else { 0.0 };
        let u = self.service.in_time * stream.uniform();
        if u <= 1.0 - waits { 0.0 } else { (-ln((1.0 - u) / waits) / self.rate()).min(self.desk.answer_within_minutes) }
    }

    /// Minutes to an answer that does not. The model has no wait at a desk with more work than time: there it exceeds the hours
    /// within which a case is quick.
    fn wait_too_long(&self, stream: &mut Stream) -> f64 {
        let further = -ln(stream.uniform());
        if self.rate() > 0.0 {
            self.desk.answer_within_minutes + further / self.rate()
        } else {
            60.0 * self.desk.quick_hours * (1.0 + further)
        }
    }
}

/// What is paid: in the mean what the model says, spread as the losses are.
fn compensation(around: Surroundings<'_>, failure: &Met, stream: &mut Stream) -> Option<f64> {
    let Surroundings { parameters, kernel, segment, .. } = around;
    let remedy = kernel.remedy(segment, failure.kind);
    let mean = match (failure.outcome, failure.at_once) {
        (Outcome::Silent | Outcome::Unresolved, _) => return None,
        (_, AtOnce::Guarantee) => return Some(parameters.guarantee.refund),
        (Outcome::Quick, AtOnce::FrontLine) => remedy.on_spot,
        (Outcome::Quick, AtOnce::Nobody) => remedy.quick,
        (Outcome::Resolved, _) => remedy.late,
    };
    let severity = &parameters.severities[parameters.failures[failure.kind.0].severity];
    let sigma = if severity.compensation_amount.is_none() { severity.loss_sigma } else { 0.0 };
    let spread = if sigma > 0.0 { exp(sigma * standard_normal(stream) - 0.5 * sigma * sigma) } else { 1.0 };
    // The model counts what it costs the firm, the files what the customer gets.
    let cost = parameters.recovery.compensation_cost;
    Some(if cost > 0.0 { mean / cost * spread } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use crate::analysis::synth::case::{AtDesk, Work};
    use crate::input::build::StudyBuilder;
    use crate::model::route::{DeskRules, Service};
    use crate::random::address::CommonNumbers;
    use crate::scenario::ramp::Views;
    use crate::scenario::recovery::Desk;
    use crate::units::Outcome;

    fn desk(agents: u32) -> (Desk, DeskRules) {
        let study = StudyBuilder::builtin("city-hotel").set("recovery.desk.agents", agents).study();
        let parameters = study.scenarios[0].strategies[0].parameters.with_point_values();
        let desk = parameters.recovery.desk.clone().expect("the hotel has a desk");
        (desk, DeskRules::new(&Views::of(parameters)))
    }

    /// The work on many resolved cases at a desk with so many cases in a month, as the model mixes quick and late ones.
    fn resolved(desk: &Desk, service: &Service, number: u64) -> Vec<Work> {
        let numbers = CommonNumbers::new(31, 0, 0);
        let quick = service.quick.expect("there is a desk");
        let one = |i: u64| {
            let mut stream = numbers.at(0, 0, i);
            let outcome = if stream.uniform() < quick { Outcome::Quick } else { Outcome::Resolved };
            AtDesk { desk, service }.work(outcome, &mut stream)
        };
        (0..number).map(one).collect()
    }

    #[test]
    fn times_have_the_distributions_of_the_model_whatever_the_outcomes() {
        let (desk, rules) = desk(3);
        let service = rules.service(300.0);
        assert!(service.in_time > 0.5 && service.in_time < 0.95, "{service:?}");
        let n = 40_000;
        let all = resolved(&desk, &service, n);
        // Shares of 40,000: 4 standard errors are at most .01.
        let share = |is: &dyn Fn(&Work) -> bool| all.iter().filter(|work| is(work)).count() as f64 / n as f64;
        let answered = |work: &Work| work.answered.unwrap();
        let in_time = share(&|work| answered(work) <= desk.answer_within_minutes);
        assert!((in_time - service.in_time).abs() < 0.01, "{in_time}");
        // Erlang C: of those who wait, the share e^(-rate x) waits longer than x.
        let rate = (desk.agents - service.load) / desk.handle_minutes;
        let waits = share(&|work| answered(work) > 0.0);
        for x in [2.0, 10.0, 25.0] {
            let longer = share(&|work| answered(work) > x);
            assert!((longer - waits * (-rate * x).exp()).abs() < 0.01, "{x}: {longer}");
        }
        for hours in [6.0_f64, 24.0, 36.0, 100.0] {
            let within = share(&|work| work.closed.unwrap() - answered(work) <= 60.0 * hours);
            let expected = 1.0 / (1.0 + (desk.resolve_median_hours / hours).powf(desk.resolve_shape));
            assert!((within - expected).abs() < 0.01, "{hours}: {within}, {expected}");
        }
        let mean = |of: &dyn Fn(&Work) -> f64| all.iter().map(of).sum::<f64>() / n as f64;
        let contacts = mean(&|work| f64::from(work.contacts.unwrap()));
        assert!((contacts - desk.contacts_per_case).abs() < 0.03, "{contacts}");
        let minutes = mean(&|work| work.minutes.unwrap());
        assert!((minutes - desk.contacts_per_case * desk.handle_minutes).abs() < 1.5, "{minutes}");
    }

    #[test]
    fn an_overloaded_desk_answers_nobody_in_time_and_nobody_is_quick() {
        let (desk, rules) = desk(1);
        let service = rules.service(5_000.0);
        assert!(service.served < 1.0 && service.in_time == 0.0);
        let all = resolved(&desk, &service, 500);
        assert!(all.iter().all(|work| work.closed.unwrap() > 60.0 * desk.quick_hours));
    }
}
