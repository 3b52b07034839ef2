//! One customer's failure, from its kind to what they tell: sections 3 to 6 for a single person.

use crate::engine::agents::happening::{AtOnce, What};
use crate::engine::agents::numbers;
use crate::engine::agents::person::{Differences, Person};
use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::loyalty::{CaseRoute, Standing};
use crate::model::population::{Met, Settled, Stay, Told};
use crate::model::route::Service;
use crate::model::word_of_mouth::{Hearing, Talk};
use crate::random::address::{CommonNumbers, unit};
use crate::random::counts::CountTable;
use crate::random::negative_binomial::negative_binomial_sum;
use crate::units::{KindIdx, Outcome, Route, SegmentIdx};

/// A failure that the desk has not yet seen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Episode {
    /// Where the customer is in their array.
    pub place: u32,
    /// Kind of failure.
    pub kind: u8,
    /// How the firm comes to know.
    pub route: Route,
    /// Who settled it at once.
    pub at_once: AtOnce,
    /// Their state: what they remembered, and their tenure.
    pub state: u8,
    /// The words that decide how it ends: resolved, quick, public, told, stay.
    end: [u32; 5],
}

/// When and where everything of a period happens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment<'a> {
    /// The rules.
    pub kernel: &'a Kernel,
    /// The random numbers of the simulation.
    pub numbers: &'a CommonNumbers,
    /// The period.
    pub t: u32,
}

/// Who is hit by a failure, and with what.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// Where the customer is in their array.
    pub place: u32,
    /// Their state: what they remember, and their tenure.
    pub state: u8,
    /// The words of the failure: kind, route, front line, resolved; quick, public, told, stay.
    pub words: [[u32; 4]; 2],
}

/// The kinds of failure that customers of a class may meet in a period.
#[derive(Clone, Debug)]
pub(crate) struct Kinds {
    /// By kind: the probability that a failure is of it or of an earlier one.
    below: Vec<f64>,
    /// The last one in force.
    last: usize,
}

impl Kinds {
    /// Those of a class.
    pub(crate) fn of(kernel: &Kernel, incidence: &Incidence, class: usize) -> Self {
        let (mut left, mut last) = (1.0, 0);
        let below = (0..kernel.kinds).map(|kind| {
            let share = left * incidence.kind(class, KindIdx(kind));
            left -= share;
            if share > 0.0 {
                last = kind;
            }
            1.0 - left
        });
        Kinds { below: below.collect(), last }
    }

    /// The kind that a uniform number picks. What rounding left over belongs to the last one in force.
    #[inline(always)]
    fn pick(&self, u: f64) -> KindIdx {
        let earlier: usize = self.below.iter().map(|&below| usize::from(u >= below)).sum();
        KindIdx(earlier.min(self.last))
    }
}

/// The customer who meets it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Customer<'a> {
    /// Their seat.
    pub seat: u64,
    /// Their segment.
    pub segment: SegmentIdx,
    /// What makes them differ from others; nothing where all are alike.
    pub own: Option<(&'a Differences, &'a Person)>,
}

impl Episode {
    /// What kind of failure it is, and who hears of it.
    #[inline(always)]
    pub(crate) fn meet(kernel: &Kernel, kinds: &Kinds, customer: &Customer<'_>, hit: Hit, met: &mut Met) -> Self {
        let Hit { place, state, words: [[kind, route, on_spot, resolved], [quick, public, told, stay]] } = hit;
        let kind = kinds.pick(unit(kind));
        let routes = kernel.routes(customer.segment, kind);
        let complains = match customer.own {
            Some((differences, person)) => differences.complains(routes.complains, person),
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
            let claims = claims(kernel, customer.segment, kind, route);
            met.cases += claims;
            if unit(on_spot) < kernel.settled_on_spot(customer.segment, kind) {
                AtOnce::FrontLine
            } else {
                met.desk_cases += claims;
                AtOnce::Nobody
            }
        };
        Episode { place, kind: kind.0 as u8, route, at_once, state, end: [resolved, quick, public, told, stay] }
    }

    /// How it ends, and whether the customer stays.
    #[inline(always)]
    pub(crate) fn settle(
        &self,
        moment: Moment<'_>,
        tables: &Tables,
        customer: &Customer<'_>,
        service: Service,
        hearing: &Hearing,
        Counts { settled, told }: Counts<'_>,
    ) -> End {
        let Moment { kernel, numbers, t } = moment;
        let kind = KindIdx(self.kind.into());
        let [resolved, quick, public, told_word, stay_word] = self.end;
        let outcome = if self.route == Route::Silent {
            Outcome::Silent
        } else if self.at_once != AtOnce::Nobody {
            Outcome::Quick
        } else if !(unit(resolved) < service.served * kernel.resolves(customer.segment, kind)) {
            Outcome::Unresolved
        } else if unit(quick) < kernel.quick(customer.segment, &service) {
            Outcome::Quick
        } else {
            Outcome::Resolved
        };
        let state = usize::from(self.state);
        let remembered = kernel.customer.remembered(state);
        let standing = Standing::of(remembered);
        let endings = kernel.loyalty.endings(customer.segment, kind, standing);
        let mut ending = match self.route {
            Route::Silent => endings.silent,
            _ if self.at_once == AtOnce::Guarantee => endings.invoked,
            Route::Voiced => endings.case(CaseRoute::Voiced, outcome),
            Route::Solicited | Route::Detected => endings.case(CaseRoute::Prompted, outcome),
        };
        let mut quiet_stay = kernel.loyalty.quiet_stay(customer.segment, remembered);
        if let Some((differences, person)) = customer.own {
            let own = kernel.loyalty.own(customer.segment, differences.shift(person));
            ending = own.ending(ending, outcome, kind, standing);
            quiet_stay = own.quiet_stay(remembered);
        }
        let stay = Stay::after_episode(quiet_stay, ending.stay, hearing);
        let stays = unit(stay_word) < stay.heard;
        settled.end(outcome, 1.0, stay);
        settled.lose_one(stay, stays);
        told.tree.add(self.route, outcome, 1.0, f64::from(u8::from(stays)));
        let remedy = kernel.remedy(customer.segment, kind);
        let paid = match (outcome, self.at_once) {
            (Outcome::Silent | Outcome::Unresolved, _) | (_, AtOnce::Guarantee) => 0.0,
            (Outcome::Quick, AtOnce::FrontLine) => remedy.on_spot,
            (Outcome::Quick, AtOnce::Nobody) => remedy.quick,
            (Outcome::Resolved, _) => remedy.late,
        };
        settled.remedies += claims(kernel, customer.segment, kind, self.route) * paid;
        let talk = kernel.talk.of_segment(customer.segment);
        let messages = tables.told(talk, outcome, told_word, numbers, t, customer.seat);
        let mut posts = 0.0;
        if outcome.is_recovered() {
            told.positive += f64::from(messages);
        } else {
            let talk = &kernel.talk.talks[talk];
            posts = if unit(public) < talk.public_share { talk.public_audience } else { 0.0 };
            told.negative += f64::from(messages) + posts;
        }
        End {
            outcome,
            told: messages,
            posts,
            state: (kernel.customer.tenure_start(state) + ending.remembers) as u8,
            stays,
            stay: stay.heard,
            stay_without: hearing.stay(quiet_stay),
            remembered: remembered as u8,
            remembers: ending.remembers as u8,
        }
    }
}

/// Where the ends of episodes are counted.
#[derive(Debug)]
pub(crate) struct Counts<'a> {
    /// What became of failures.
    pub settled: &'a mut Settled,
    /// The messages about them.
    pub told: &'a mut Told,
}

/// How an episode ended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End {
    /// Its outcome.
    pub outcome: Outcome,
    /// People told along ties.
    pub told: u32,
    /// People reached in public.
    pub posts: f64,
    /// Their state afterwards: what they remember, and their tenure as before.
    pub state: u8,
    /// Whether they stay.
    pub stays: bool,
    /// With what probability they did.
    pub stay: f64,
    /// With what probability they would have without the episode.
    pub stay_without: f64,
    /// What they remembered.
    pub remembered: u8,
    /// What they remember if they stay.
    pub remembers: u8,
}

impl End {
    /// The episode as an event of a story.
    pub(crate) fn as_happening(&self, episode: &Episode) -> What {
        What::Failed {
            kind: episode.kind,
            remembered: self.remembered,
            route: episode.route,
            at_once: episode.at_once,
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
pub(crate) fn established(moment: Moment<'_>, seat: u64, state: usize) -> usize {
    let Moment { kernel, numbers, t } = moment;
    match &kernel.customer.tenure {
        Some(tenure) if kernel.customer.tenure_start(state) > 0 => {
            let [word, ..] = numbers.words(1, t, numbers::PERIOD, seat);
            if unit(word) < tenure.established { kernel.customer.remembered(state) } else { state }
        }
        _ => state,
    }
}

/// Cases that the firm works on and pays for, per case that came by that route.
#[inline(always)]
fn claims(kernel: &Kernel, segment: SegmentIdx, kind: KindIdx, route: Route) -> f64 {
    let claims = &kernel.split(segment, kind).claims;
    claims[if route == Route::Detected { CaseRoute::Detected } else { CaseRoute::Voiced } as usize]
}

/// What does not change while one kernel holds.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    /// By way of talking: messages after each outcome.
    talks: Vec<TalkTables>,
    dispersion: f64,
}

#[derive(Clone, Debug)]
struct TalkTables {
    told: [Option<CountTable>; 4],
    means: [f64; 4],
}

impl Tables {
    /// The tables of a kernel.
    pub(crate) fn new(kernel: &Kernel) -> Self {
        let dispersion = kernel.dispersion;
        let talk = |talk: &Talk| {
            let means = Outcome::ALL.map(|outcome| talk.told.after(outcome));
            TalkTables { told: means.map(|mean| CountTable::negative_binomial(mean, dispersion)), means }
        };
        Tables { talks: kernel.talk.talks.iter().map(talk).collect(), dispersion }
    }

    /// How many people a customer with that way of talking tells.
    #[inline(always)]
    fn told(&self, talk: usize, outcome: Outcome, word: u32, numbers: &CommonNumbers, t: u32, seat: u64) -> u32 {
        let talk = &self.talks[talk];
        match &talk.told[outcome as usize] {
            Some(table) => table.count(unit(word)),
            None => self.told_by_many(talk.means[outcome as usize], numbers, t, seat),
        }
    }

    /// A negative binomial as a Poisson number with a gamma mean, for tails too long for a table.
    fn told_by_many(&self, mean: f64, numbers: &CommonNumbers, t: u32, seat: u64) -> u32 {
        let mut stream = numbers.at(t, numbers::TOLD, seat);
        negative_binomial_sum(&mut stream, 1.0, mean, self.dispersion).min(f64::from(u32::MAX)) as u32
    }
}
