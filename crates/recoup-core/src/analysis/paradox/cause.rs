//! What it would cost to cause failures in order to recover from them.

use serde::Serialize;

use crate::engine::evaluate::{Evaluator, each, expected_record_and_failures};
use crate::scenario::failure::Per;
use crate::scenario::parameters::Parameters;
use crate::stats::band::Band;

/// Failures added to every thousand purchases.
const PER_PURCHASE: f64 = 0.001;

/// A strategy with one more failure of a kind in every thousand purchases, less the strategy.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Caused {
    /// Strategy.
    pub strategy: String,
    /// Name of the failure.
    pub failure: String,
    /// NPV over the horizon, money; 90 % interval over the study's draws.
    pub npv: Band,
    /// Mean present value of contribution, money.
    pub contribution: f64,
    /// Mean present value of programme cost, money.
    pub programme: f64,
    /// Mean number of failures more.
    pub failures: f64,
    /// Mean NPV per failure more; none where there are not more.
    pub npv_per_failure: Option<f64>,
    /// Share of draws in which it loses money.
    pub loses: f64,
    /// Mean NPV per failure more if everybody complained and every case were resolved quickly: the best that recovery can do.
    pub npv_per_failure_at_best: Option<f64>,
}

/// By strategy and kind, over the parameter draws, expected engine.
pub(crate) fn caused(evaluator: &Evaluator<'_>, names: &[String], draws: &[Vec<f64>]) -> Vec<Caused> {
    let mut found = Vec::new();
    for (strategy, name) in names.iter().enumerate() {
        let kinds = draws.first().map_or(0, |values| evaluator.parameters_at(strategy, values).failures.len());
        // By draw: as it is, then with more of each kind; the same at best.
        let lives = each(draws.len(), |draw| {
            if evaluator.is_stopped() {
                return [(); 2].map(|()| vec![[0.0; 4]; kinds + 1]);
            }
            evaluator.advances();
            let mut parameters = evaluator.parameters_at(strategy, &draws[draw]);
            parameters.apply_responses();
            let best = at_best(&parameters);
            [parameters, best].map(|parameters| {
                let mut lives = vec![life(&parameters)];
                lives.extend((0..kinds).map(|kind| life(&with_more(&parameters, kind))));
                lives
            })
        });
        let failures =
            draws.first().map(|values| evaluator.parameters_at(strategy, values).failures).unwrap_or_default();
        for (kind, failure) in failures.iter().enumerate() {
            let difference = |world: usize, part: usize| -> Vec<f64> {
                lives.iter().map(|life| life[world][kind + 1][part] - life[world][0][part]).collect()
            };
            let mean = |sample: &[f64]| sample.iter().sum::<f64>() / sample.len().max(1) as f64;
            let per_failure = |world: usize| {
                let [npv, more] = [NPV, FAILURES].map(|part| mean(&difference(world, part)));
                (more > 0.0).then(|| npv / more)
            };
            let npv = difference(0, NPV);
            found.push(Caused {
                strategy: name.clone(),
                failure: failure.name.to_string(),
                loses: npv.iter().filter(|&&x| x < 0.0).count() as f64 / npv.len().max(1) as f64,
                npv: Band::of(npv),
                contribution: mean(&difference(0, CONTRIBUTION)),
                programme: mean(&difference(0, PROGRAMME)),
                failures: mean(&difference(0, FAILURES)),
                npv_per_failure: per_failure(0),
                npv_per_failure_at_best: per_failure(1),
            });
        }
    }
    found
}

/// NPV (money) and number of failures that one more failure of a kind in every thousand purchases adds over the horizon, at these
/// parameters, whose responses have acted.
pub(crate) fn caused_once(parameters: &Parameters, kind: usize) -> [f64; 2] {
    let (before, after) = (life(parameters), life(&with_more(parameters, kind)));
    [NPV, FAILURES].map(|part| after[part] - before[part])
}

const NPV: usize = 0;
const CONTRIBUTION: usize = 1;
const PROGRAMME: usize = 2;
const FAILURES: usize = 3;

/// NPV, contribution, programme cost and failures of a set of parameters.
fn life(parameters: &Parameters) -> [f64; 4] {
    let (record, failures) = expected_record_and_failures(parameters);
    [record.npv(), record.contribution, record.programme, failures]
}

/// The parameters with one more failure of that kind in every thousand purchases.
fn with_more(parameters: &Parameters, kind: usize) -> Parameters {
    let mut more = parameters.clone();
    let purchases: f64 = parameters.segments.iter().map(|segment| segment.share * segment.purchases_per_year).sum();
    let failure = &mut more.failures[kind];
    let rate = failure.rate_in_force(parameters.horizon.period.per_year());
    if failure.per == Per::Purchase {
        failure.rate = Some(rate + PER_PURCHASE);
    } else {
        (failure.rate, failure.share, failure.per) = (Some(rate + PER_PURCHASE * purchases), None, Per::Year);
    }
    more
}

/// The parameters with which everybody complains and every case is resolved quickly, at no cost beyond the contact.
fn at_best(parameters: &Parameters) -> Parameters {
    let mut best = parameters.clone();
    for failure in &mut best.failures {
        failure.detected = 0.0;
    }
    let names: Vec<_> = best.severities.iter().map(|severity| severity.name.clone()).collect();
    for name in &names {
        best.set_everywhere(&["severity", name, "complain"], Some(1.0));
    }
    best.guarantee.invoked = 0.0;
    best.recovery.desk = None;
    best.set_everywhere(&["recovery", "front_line_share"], Some(0.0));
    best.set_everywhere(&["recovery", "resolves"], Some(1.0));
    best.set_everywhere(&["recovery", "resolves_max"], None);
    best.set_everywhere(&["recovery", "quick"], Some(1.0));
    best
}
