//! The files that a firm would have of its customers, purchases, failures and cases, from a simulation person by person.
//!
//! The model knows periods; days within them are drawn, each from the random numbers of its own address (seed, period, seat and
//! what it is): uniform, and in an order that can be. A failure is anywhere in its period and opens its case at once. Whoever
//! leaves does so between a failure of that period, if they met one, and its end. Purchases of the first and the second half of
//! a period are in that half; those of somebody who leaves or joins in the period are before or after that.

pub mod calendar;
mod case;
pub mod files;

use std::collections::HashMap;

use crate::analysis::synth::calendar::{Calendar, Minute};
use crate::analysis::synth::case::{Surroundings, work};
use crate::analysis::synth::files::{Channel, Complaints, Customers, Failures, Files, Purchases};
use crate::engine::agents::happening::AtOnce;
use crate::engine::agents::panel::{Bought, Dated, Member, Met, Panel};
use crate::random::address::Stream;
use crate::scenario::parameters::Parameters;
use crate::units::{Outcome, Route};

/// The files of a panel that lives under `parameters`.
pub(crate) fn files(panel: &Panel, parameters: &Parameters, calendar: &Calendar) -> Files {
    let moves = Moves::of(panel);
    let kind = |kind: usize| {
        let failure = &parameters.failures[kind];
        (failure.name.to_string(), parameters.severities[failure.severity].name.to_string())
    };
    let (kinds, severities) = (0..parameters.failures.len()).map(kind).unzip();
    let (failures, complaints) = failures(panel, parameters, calendar);
    Files {
        segments: parameters.segments.iter().map(|segment| segment.name.to_string()).collect(),
        kinds,
        severities,
        window: [calendar.start(), calendar.end()],
        customers: customers(panel, &moves, calendar),
        purchases: purchases(panel, &moves, calendar),
        failures,
        complaints,
    }
}

/// When in their periods customers joined and left, as parts of the period that are over.
struct Moves {
    joined: Vec<f64>,
    left: Vec<f64>,
}

impl Moves {
    fn of(panel: &Panel) -> Self {
        // The part of the last period in which a customer met a failure.
        let failed: HashMap<(usize, u32), f64> =
            panel.failures.iter().map(|met| ((met.customer, met.t), failed_at(&mut case_stream(panel, met)))).collect();
        let joined =
            |member: &Member| member.joined.map_or(0.0, |t| panel.dates(t, Dated::Joining, member.seat).uniform());
        let left = |(customer, member): (usize, &Member)| {
            member.left.map_or(1.0, |t| {
                let from = failed.get(&(customer, t)).copied().unwrap_or(0.0);
                from + (1.0 - from) * panel.dates(t, Dated::Leaving, member.seat).uniform()
            })
        };
        Moves {
            joined: panel.customers.iter().map(joined).collect(),
            left: panel.customers.iter().enumerate().map(left).collect(),
        }
    }
}

/// The numbers of a failure and its case.
fn case_stream(panel: &Panel, met: &Met) -> Stream {
    panel.dates(met.t, Dated::Failure, panel.customers[met.customer].seat)
}

/// The first of them: the part of its period that is over.
fn failed_at(stream: &mut Stream) -> f64 {
    stream.uniform()
}

fn customers(panel: &Panel, moves: &Moves, calendar: &Calendar) -> Customers {
    let mut found = Customers::default();
    for (customer, member) in panel.customers.iter().enumerate() {
        found.segment.push(member.segment.0 as u32);
        found.since.push(member.joined.map(|t| calendar.minute(t, moves.joined[customer]).day()));
        let left = member.left.map(|t| calendar.minute(t, moves.left[customer]).day());
        // The day after all that they did. On the last day of the files they are customers still.
        let left = left.map(|mut day| {
            day.0 += 1;
            day
        });
        found.left.push(left.filter(|&day| day < calendar.end()));
    }
    found
}

fn purchases(panel: &Panel, moves: &Moves, calendar: &Calendar) -> Purchases {
    let mut dated: Vec<(Minute, &Bought)> = Vec::with_capacity(panel.purchases.len());
    let mut last: Option<((u32, bool, u64), Stream)> = None;
    for bought in &panel.purchases {
        let Bought { customer, t, is_late, .. } = *bought;
        let member = &panel.customers[customer];
        let address = (t, is_late, member.seat);
        // Those of one seat and half follow each other.
        if last.as_ref().is_none_or(|(of, _)| *of != address) {
            let what = if is_late { Dated::Late } else { Dated::Early };
            last = Some((address, panel.dates(t, what, member.seat)));
        }
        let Some((_, stream)) = &mut last else { continue };
        let (from, to) = match (member.joined == Some(t), member.left == Some(t)) {
            (true, _) => (moves.joined[customer], 1.0),
            (_, true) => (0.0, moves.left[customer]),
            _ if is_late => (0.5, 1.0),
            _ => (0.0, 0.5),
        };
        dated.push((calendar.minute(t, from + (to - from) * stream.uniform()), bought));
    }
    dated.sort_by_key(|(minute, bought)| (*minute, bought.customer));
    let mut found = Purchases::default();
    for (minute, bought) in dated {
        let kernel = panel.schedule.at(bought.t);
        found.customer.push(bought.customer as u32);
        found.day.push(minute.day());
        found.margin.push(to_hundredth(bought.worth * kernel.money.margin[panel.customers[bought.customer].segment.0]));
    }
    found
}

fn failures(panel: &Panel, parameters: &Parameters, calendar: &Calendar) -> (Failures, Complaints) {
    let mut dated: Vec<(Minute, &Met, Stream)> = Vec::with_capacity(panel.failures.len());
    for met in &panel.failures {
        let mut stream = case_stream(panel, met);
        dated.push((calendar.minute(met.t, failed_at(&mut stream)), met, stream));
    }
    dated.sort_by_key(|(minute, met, _)| (*minute, met.customer));
    let (mut failures, mut complaints) = (Failures::default(), Complaints::default());
    for (minute, met, mut stream) in dated {
        failures.customer.push(met.customer as u32);
        failures.day.push(minute.day());
        failures.kind.push(met.kind.0 as u32);
        failures.noticed.push(met.route == Route::Detected);
        if let Some(channel) = channel(met) {
            let around = Surroundings {
                parameters: in_force(parameters, met.t),
                kernel: panel.schedule.at(met.t),
                service: &panel.services[met.t as usize],
                segment: panel.customers[met.customer].segment,
            };
            let work = work(around, met, &mut stream);
            add_case(&mut complaints, (minute, met, channel), work, Minute::of(calendar.end()));
        }
    }
    (failures, complaints)
}

/// The parameters that apply in a period; while a strategy ramps up, those that it ramps up to.
fn in_force(parameters: &Parameters, t: u32) -> &Parameters {
    parameters.before.as_deref().filter(|_| t < parameters.timing.starts).unwrap_or(parameters)
}

/// How the case of a failure came to the firm; none where it did not.
fn channel(met: &Met) -> Option<Channel> {
    Some(match (met.route, met.at_once) {
        (Route::Silent, _) => return None,
        (_, AtOnce::Guarantee) => Channel::Guarantee,
        (Route::Solicited, _) => Channel::Survey,
        (Route::Detected, _) => Channel::Monitoring,
        (Route::Voiced, AtOnce::FrontLine) => Channel::FrontLine,
        (Route::Voiced, AtOnce::Nobody) => Channel::Desk,
    })
}

/// Adds a case as it is known at the end of the files.
fn add_case(cases: &mut Complaints, (opened, met, channel): (Minute, &Met, Channel), work: case::Work, end: Minute) {
    let closed = work.closed.map(|minutes| opened.after(minutes)).filter(|&closed| closed < end);
    let is_resolved = matches!(met.outcome, Outcome::Resolved | Outcome::Quick);
    cases.customer.push(met.customer as u32);
    cases.kind.push(met.kind.0 as u32);
    cases.opened.push(opened);
    cases.first_answer.push(work.answered.map(|minutes| opened.after(minutes)).filter(|&answered| answered < end));
    cases.closed.push(closed);
    cases.resolved.push(closed.map(|_| is_resolved));
    cases.contacts.push(work.contacts.filter(|_| closed.is_some()));
    cases.minutes.push(work.minutes.filter(|_| closed.is_some()).map(|minutes| (10.0 * minutes).round() / 10.0));
    cases.compensation.push(work.compensation.filter(|_| closed.is_some()).map(to_hundredth));
    cases.channel.push(channel);
}

fn to_hundredth(money: f64) -> f64 {
    (100.0 * money).round() / 100.0
}
