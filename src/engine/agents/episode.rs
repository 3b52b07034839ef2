//! One customer's failure, from its kind to what he tells: sections 3 to 6 for a single person.

use crate::engine::agents::happening::What;
use crate::engine::agents::luck;
use crate::engine::agents::person::{Differences, Person};
use crate::model::incidence::Incidence;
use crate::model::loyalty::{CaseRoute, Standing};
use crate::model::period::Kernel;
use crate::model::population::{Met, Settled};
use crate::model::route::Service;
use crate::model::word_of_mouth::Hearing;
use crate::random::address::{HistoryLuck, unit, yes_below};
use crate::random::counts::CountTable;
use crate::random::negative_binomial::negative_binomial_sum;
use crate::units::{Outcome, Route};

/// A failure that the desk has not yet seen.
#[derive(Clone, Copy, Debug)]
pub struct Episode {
    /// Where the customer is in his array.
    pub place: u32,
    /// The word that decides whether he stays: the lowest ones stay.
    pub stay: u32,
    /// Kind of failure.
    pub kind: u8,
    /// How the firm comes to know.
    pub route: Route,
    /// Who settled it at once.
    pub at_once: AtOnce,
    /// His state: what he remembered, and his tenure.
    pub state: u8,
}

/// Who settles a case there and then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtOnce {
    /// Nobody: silent, or a case for the desk.
    Nobody,
    /// The front line.
    FrontLine,
    /// The guarantee.
    Guarantee,
}

/// When and where everything of a period happens.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// The rules.
    pub kernel: &'a Kernel,
    /// The history's luck.
    pub luck: &'a HistoryLuck,
    /// The period.
    pub t: u32,
}

/// Who is hit by a failure, and with what.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// Where the customer is in his array.
    pub place: u32,
    /// The word that decides whether he stays.
    pub stay: u32,
    /// His state: what he remembers, and his tenure.
    pub state: u8,
}

/// The customer who meets it.
#[derive(Clone, Copy, Debug)]
pub struct Customer<'a> {
    /// His seat.
    pub seat: u64,
    /// His segment.
    pub segment: usize,
    /// What makes him differ from others; nothing where all are alike.
    pub own: Option<(&'a Differences, &'a Person)>,
}

impl Episode {
    /// What kind of failure it is, and who hears of it.
    pub fn meet(moment: Moment<'_>, incidence: &Incidence, customer: &Customer<'_>, hit: Hit, met: &mut Met) -> Self {
        let Moment { kernel, luck, t } = moment;
        let Hit { place, stay, state } = hit;
        let [kind, route, on_spot, _] = luck.words(0, t, luck::EPISODE, customer.seat);
        let kind = pick_kind(kernel, incidence, customer.segment, unit(kind));
        let routes = &kernel.routes[kind];
        let complains = match customer.own {
            Some((differences, person)) => differences.complains(kind, routes.complains, person),
            None => routes.complains,
        };
        // One uniform number over adjoining intervals: more of one route takes from its neighbour only.
        let (d, u) = (routes.detected, unit(route));
        let (invoked, open) = (d + (1.0 - d) * routes.invokes, (1.0 - d) * (1.0 - routes.invokes));
        let voiced = invoked + open * complains;
        let solicited = voiced + open * (1.0 - complains) * routes.prompted;
        let route = if u < d {
            Route::Detected
        } else if u < voiced {
            Route::Voiced
        } else if u < solicited {
            Route::Solicited
        } else {
            Route::Silent
        };
        met.episodes += 1.0;
        let at_once = if route == Route::Silent {
            AtOnce::Nobody
        } else if u >= d && u < invoked {
            met.invocations += 1.0;
            AtOnce::Guarantee
        } else {
            met.cases += 1.0;
            if unit(on_spot) < kernel.remedies.settled_on_spot[kind] {
                AtOnce::FrontLine
            } else {
                met.desk_cases += 1.0;
                AtOnce::Nobody
            }
        };
        Episode { place, stay, kind: kind as u8, route, at_once, state }
    }

    /// How it ends, and whether the customer stays.
    pub fn settle(
        &self,
        moment: Moment<'_>,
        tables: &Tables,
        customer: &Customer<'_>,
        service: Service,
        hearing: &Hearing,
        settled: &mut Settled,
    ) -> End {
        let Moment { kernel, luck, t } = moment;
        let kind = usize::from(self.kind);
        let [_, _, _, resolved] = luck.words(0, t, luck::EPISODE, customer.seat);
        let [quick, public, told_high, told_low] = luck.words(1, t, luck::EPISODE, customer.seat);
        let outcome = if self.route == Route::Silent {
            Outcome::Silent
        } else if self.at_once != AtOnce::Nobody {
            Outcome::Quick
        } else if !(unit(resolved) < service.served * kernel.remedies.resolves[kind]) {
            Outcome::Unresolved
        } else if unit(quick) < service.quick {
            Outcome::Quick
        } else {
            Outcome::Resolved
        };
        let state = usize::from(self.state);
        let remembered = kernel.customer.remembered(state);
        let standing = Standing::of(remembered);
        let endings = kernel.loyalty.endings(customer.segment, kind, standing);
        let mut ending = match self.route {
            Route::Silent => endings.silent(),
            _ if self.at_once == AtOnce::Guarantee => endings.invoked(),
            Route::Voiced => endings.case(CaseRoute::Voiced, outcome),
            Route::Solicited | Route::Detected => endings.case(CaseRoute::Prompted, outcome),
        };
        let mut quiet_stay = kernel.loyalty.quiet_stay(customer.segment, remembered);
        if let Some((differences, person)) = customer.own {
            let own = kernel.loyalty.own(customer.segment, differences.shift(person));
            ending = own.ending(ending, outcome, kind, standing);
            quiet_stay = own.quiet_stay(remembered);
        }
        let stay = hearing.stay(ending.stay);
        let stays = u64::from(self.stay) < yes_below(stay);
        settled.outcomes[outcome as usize] += 1.0;
        settled.lost_by_outcome[outcome as usize] += quiet_stay - ending.stay;
        settled.lost_word_of_mouth += ending.stay - stay;
        settled.lost_natural += 1.0 - quiet_stay + stay - f64::from(u8::from(stays));
        settled.tree.add(self.route, outcome, 1.0, f64::from(u8::from(stays)));
        let remedy = &kernel.remedies.kinds[kind];
        settled.remedies += match (outcome, self.at_once) {
            (Outcome::Silent | Outcome::Unresolved, _) | (_, AtOnce::Guarantee) => 0.0,
            (Outcome::Quick, AtOnce::FrontLine) => remedy.on_spot,
            (Outcome::Quick, AtOnce::Nobody) => remedy.quick,
            (Outcome::Resolved, _) => remedy.late,
        };
        let told = tables.told(outcome, u64::from(told_high) << 32 | u64::from(told_low), luck, t, customer.seat);
        let mut posts = 0.0;
        if outcome.is_recovered() {
            settled.positive_messages += f64::from(told);
        } else {
            posts = if unit(public) < kernel.public_share { kernel.public_audience } else { 0.0 };
            settled.negative_messages += f64::from(told) + posts;
        }
        End {
            outcome,
            told,
            posts,
            state: (kernel.customer.tenure_start(state) + ending.remembers) as u8,
            stays,
            stay,
            stay_without: hearing.stay(quiet_stay),
            remembered: remembered as u8,
            remembers: ending.remembers as u8,
        }
    }
}

/// How an episode ended.
#[derive(Clone, Copy, Debug)]
pub struct End {
    /// Its outcome.
    pub outcome: Outcome,
    /// People told along ties.
    pub told: u32,
    /// People reached in public.
    pub posts: f64,
    /// His state afterwards: what he remembers, and his tenure as before.
    pub state: u8,
    /// Whether he stays.
    pub stays: bool,
    /// With what probability he did.
    pub stay: f64,
    /// With what probability he would have without the episode.
    pub stay_without: f64,
    /// What he remembered.
    pub remembered: u8,
    /// What he remembers if he stays.
    pub remembers: u8,
}

impl End {
    /// The episode as a story tells it.
    pub fn as_happening(&self, episode: &Episode) -> What {
        What::Failed {
            kind: episode.kind,
            remembered: self.remembered,
            route: episode.route,
            outcome: self.outcome,
            told: self.told,
            stay_without: self.stay_without,
            stay: self.stay,
            remembers: self.remembers,
        }
    }
}

/// The state of a customer of that state who stayed to the end of the period: a newcomer may be established.
#[inline]
pub fn established(moment: Moment<'_>, seat: u64, state: usize) -> usize {
    let Moment { kernel, luck, t } = moment;
    match &kernel.customer.tenure {
        Some(tenure) if kernel.customer.tenure_start(state) > 0 => {
            let [word, ..] = luck.words(1, t, luck::PERIOD, seat);
            if unit(word) < tenure.established { kernel.customer.remembered(state) } else { state }
        }
        _ => state,
    }
}

fn pick_kind(kernel: &Kernel, incidence: &Incidence, segment: usize, u: f64) -> usize {
    let (mut left, mut below) = (1.0, 0.0);
    let mut last = 0;
    for kind in 0..kernel.kinds {
        let share = left * incidence.kind(segment, kind);
        below += share;
        left -= share;
        if share > 0.0 {
            last = kind;
            if u < below {
                return kind;
            }
        }
    }
    // What rounding left over belongs to the last kind in force.
    last
}

/// What does not change over the periods of one history.
#[derive(Clone, Debug)]
pub struct Tables {
    told: [Option<CountTable>; 4],
    means: [f64; 4],
    dispersion: f64,
}

impl Tables {
    /// The tables of a case.
    pub fn new(kernel: &Kernel) -> Self {
        let told = &kernel.told;
        let means = [told.silent, told.unresolved, told.resolved, told.quick];
        let dispersion = kernel.dispersion;
        Tables { told: means.map(|mean| CountTable::negative_binomial(mean, dispersion)), means, dispersion }
    }

    /// How many people a customer tells.
    fn told(&self, outcome: Outcome, bits: u64, luck: &HistoryLuck, t: u32, seat: u64) -> u32 {
        match &self.told[outcome as usize] {
            Some(table) => table.count(crate::random::address::unit_interval(bits)),
            None => self.told_by_many(outcome, luck, t, seat),
        }
    }

    /// A negative binomial as a Poisson number with a gamma mean, for tails too long for a table.
    fn told_by_many(&self, outcome: Outcome, luck: &HistoryLuck, t: u32, seat: u64) -> u32 {
        let mut stream = luck.at(t, luck::TOLD, seat);
        negative_binomial_sum(&mut stream, 1.0, self.means[outcome as usize], self.dispersion).min(f64::from(u32::MAX))
            as u32
    }
}
