//! The TARP tree in closed form: repurchase after a failure, and what switches the paradox.

use crate::model::loyalty::{Conditions, repurchase};
use crate::model::remedy::RemedyRules;
use crate::model::route::{DeskRules, Routes};
use crate::scenario::case::{ByOutcome, Case};
use crate::units::Outcome;

/// Mean repurchase over the window after a first failure of kind `failure`, for a customer of base
/// loyalty `base`, when the desk has nothing else to do:
/// R = (1-c) n + c [(1-r) u + r ((1-q) s + q f)], with the routes and the front line of the case.
pub fn mean_repurchase(case: &Case, failure: usize, base: f64) -> f64 {
    let kind = &case.failures[failure];
    let routes = Routes::new(case, kind);
    let remedies = RemedyRules::new(case);
    let service = DeskRules::new(case).service(0.0);
    let e = remedies.settled_on_spot[failure];
    let (resolved, quick) = (service.served * remedies.resolves[failure], service.quick);
    let outcomes = [
        (Outcome::Unresolved, (1.0 - e) * (1.0 - resolved)),
        (Outcome::Resolved, (1.0 - e) * resolved * (1.0 - quick)),
        (Outcome::Quick, e + (1.0 - e) * resolved * quick),
    ];
    let seen = Conditions {
        stability: kind.stability,
        control: kind.control,
        forewarned: kind.forewarned,
        ..Conditions::default()
    };
    let rho = |outcome, prompted| repurchase(case, kind.severity, outcome, base, Conditions { prompted, ..seen });
    let cases = |prompted| outcomes.iter().map(|&(outcome, share)| share * rho(outcome, prompted)).sum::<f64>();
    let invoked = repurchase(case, kind.severity, Outcome::Quick, base, Conditions { invoked: true, ..seen });
    routes.silent * rho(Outcome::Silent, false)
        + routes.invoked * invoked
        + routes.voiced * cases(false)
        + (routes.solicited + routes.detected) * cases(true)
}

/// q*: the quick share above which complainers return more than customers without a failure, when all
/// complain and all are resolved; above 1 where none can.
pub fn quick_share_threshold(table: &ByOutcome, base: f64) -> f64 {
    (base - table.resolved) / (table.quick - table.resolved)
}

/// c*: the complaint rate above which customers with a failure return more than those without, when all
/// cases are resolved quickly; above 1 where they never do.
pub fn complaint_rate_threshold(table: &ByOutcome, base: f64) -> f64 {
    (base - table.silent) / (table.quick - table.silent)
}
