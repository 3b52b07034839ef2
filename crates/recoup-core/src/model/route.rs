//! Section 4, route and outcome: who speaks or is found, and what the firm makes of the case.

use crate::math::{exp, pow};
use crate::model::loyalty::CaseRoute;
use crate::scenario::failure::Failure;
use crate::scenario::parameters::Parameters;
use crate::scenario::ramp::Views;
use crate::scenario::recovery::Desk;
use crate::stats::erlang::erlang_c;

/// How an episode of one kind reaches the firm, or does not; the five sum to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Routes {
    /// The firm noticed first.
    pub detected: f64,
    /// The customer invoked the guarantee.
    pub invoked: f64,
    /// The customer spoke.
    pub voiced: f64,
    /// The customer was brought to speak.
    pub solicited: f64,
    /// The customer stayed silent.
    pub silent: f64,
    /// i: probability to invoke the guarantee, of those whose failure the firm did not notice.
    pub invokes: f64,
    /// c: probability to speak, of those whose failure the firm did not notice and who did not invoke.
    pub complains: f64,
    /// sigma: probability to be brought to speak, of those who would not.
    pub prompted: f64,
}

impl Routes {
    /// The routes of a kind of failure.
    pub(crate) fn new(parameters: &Parameters, failure: &Failure) -> Self {
        let (d, c) = (failure.detected, parameters.severities[failure.severity].complain);
        let (i, sigma) = (parameters.guarantee.invoked * failure.guaranteed, parameters.voice.solicit);
        let open = (1.0 - d) * (1.0 - i);
        Routes {
            detected: d,
            invoked: (1.0 - d) * i,
            voiced: open * c,
            solicited: open * (1.0 - c) * sigma,
            silent: open * (1.0 - c) * (1.0 - sigma),
            invokes: i,
            complains: c,
            prompted: sigma,
        }
    }

    /// The share the firm hears of: all but the silent.
    pub(crate) fn heard(&self) -> f64 {
        self.cases() + self.invoked
    }

    /// The share that becomes cases: heard of, and not settled by the guarantee.
    pub(crate) fn cases(&self) -> f64 {
        self.detected + self.voiced + self.solicited
    }

    /// The share of cases among those who did not invoke the guarantee.
    fn case_unless_invoked(&self) -> f64 {
        let left = 1.0 - self.invoked;
        if left > 0.0 { (self.cases() / left).min(1.0) } else { 0.0 }
    }

    /// The share of cases that the customer did not bring themselves (detected or solicited).
    fn prompted_given_case(&self) -> f64 {
        let prompted = self.detected + self.solicited;
        if prompted > 0.0 { prompted / self.cases() } else { 0.0 }
    }
}

/// How the cases of one kind are distinguished: by route, as far as route has a consequence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct CaseSplit {
    /// Share of cases among those who did not invoke the guarantee.
    pub case_unless_invoked: f64,
    /// Share of cases that count as prompted; 0 where voiced and prompted cases fare alike.
    pub prompted: f64,
    /// Detected cases as a share of the route from which they are split off; 0 where they are not.
    pub detected: f64,
    /// The route from which detected cases are split off.
    pub detected_from: CaseRoute,
    /// By case route: shares voiced, solicited, detected.
    pub shares: [[f64; 3]; CaseRoute::COUNT],
    /// By case route: cases that the firm works on and pays for, per genuine case.
    pub claims: [f64; CaseRoute::COUNT],
}

impl CaseSplit {
    /// The split of a kind whose voiced and prompted cases fare `alike` in loyalty, with `claims` cases per voiced or
    /// solicited one, false ones included.
    pub(crate) fn new(routes: &Routes, alike: bool, claims: f64) -> Self {
        let parts = |voiced: f64, solicited: f64, detected: f64| {
            let all = voiced + solicited + detected;
            if all > 0.0 { [voiced / all, solicited / all, detected / all] } else { [1.0, 0.0, 0.0] }
        };
        let apart = claims != 1.0 && routes.detected > 0.0;
        let [voiced, solicited] = [routes.voiced, routes.solicited];
        let detected = if apart { 0.0 } else { routes.detected };
        let from = if alike { routes.cases() } else { routes.solicited + routes.detected };
        CaseSplit {
            case_unless_invoked: routes.case_unless_invoked(),
            prompted: if alike { 0.0 } else { routes.prompted_given_case() },
            detected: if apart { routes.detected / from } else { 0.0 },
            detected_from: if alike { CaseRoute::Voiced } else { CaseRoute::Prompted },
            shares: [
                if alike { parts(voiced, solicited, detected) } else { [1.0, 0.0, 0.0] },
                parts(0.0, solicited, detected),
                [0.0, 0.0, 1.0],
            ],
            claims: [claims, claims, 1.0],
        }
    }
}

/// What becomes of a case that goes to the desk, in one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Service {
    /// gamma: served.
    pub served: f64,
    /// q: quick, given resolved; none without a desk, where each segment has its own.
    pub quick: Option<f64>,
    /// a: the load, in erlang.
    pub load: f64,
    /// a / c: the load by position.
    pub utilisation: f64,
    /// omega: contacts answered in time.
    pub in_time: f64,
}

impl Service {
    /// What a case meets where there is no desk.
    pub(crate) const WITHOUT_DESK: Service =
        Service { served: 1.0, quick: None, load: 0.0, utilisation: 0.0, in_time: 1.0 };
}

/// The desk: what becomes of the cases that the front line did not settle.
#[derive(Clone, Debug)]
pub struct DeskRules {
    desk: Option<Desk>,
    /// (median / quick hours)^shape: the odds that a case of the desk is resolved too late to be quick.
    slowness: f64,
    /// Working hours of a position per period.
    desk_hours: f64,
    /// By view: share of resolutions that are quick without a desk.
    quick_without_desk: Vec<f64>,
}

impl DeskRules {
    /// The rules of a set of parameters as each segment meets it.
    pub(crate) fn new(views: &Views) -> Self {
        let parameters = views.study();
        let desk = parameters.recovery.desk.clone();
        DeskRules {
            desk_hours: desk.as_ref().map_or(0.0, |desk| desk.hours_per_week * 52.0 / parameters.horizon.per_year()),
            slowness: desk
                .as_ref()
                .map_or(0.0, |desk| pow(desk.resolve_median_hours / desk.quick_hours, desk.resolve_shape)),
            desk,
            quick_without_desk: views.all().map(|parameters| parameters.recovery.quick).collect(),
        }
    }

    /// The desk, if there is one.
    pub(crate) fn desk(&self) -> Option<&Desk> {
        self.desk.as_ref()
    }

    /// q of customers with that view.
    #[inline]
    pub(crate) fn quick(&self, service: &Service, view: usize) -> f64 {
        service.quick.unwrap_or_else(|| self.quick_without_desk[view])
    }

    /// What the desk makes of this period's `cases`: capacity shared by all, speed by Erlang C.
    pub(crate) fn service(&self, cases: f64) -> Service {
        let Some(desk) = &self.desk else { return Service::WITHOUT_DESK };
        let load = cases * desk.contacts_per_case / self.desk_hours * desk.handle_minutes / 60.0;
        let positions = desk.agents.floor();
        let (served, in_time) = if !(load > 0.0) {
            (1.0, 1.0)
        } else if load < positions {
            let wait = erlang_c(positions, load);
            (1.0, 1.0 - wait * exp(-(positions - load) * desk.answer_within_minutes / desk.handle_minutes))
        } else {
            (positions / load, 0.0)
        };
        let quick = Some(in_time / (1.0 + self.slowness));
        Service { served, quick, load, utilisation: load / positions, in_time }
    }
}
