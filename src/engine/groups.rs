//! A population of exchangeable customers, as counts by segment and memory: the engines `expected`
//! (with [`Fluid`](crate::engine::chance::Fluid) chance) and `cohort` (with luck).

use crate::engine::chance::{Chance, Site};
use crate::model::acquisition::largest_remainder;
use crate::model::incidence::Incidence;
use crate::model::loyalty::{CaseRoute, Ending, Endings, Standing};
use crate::model::period::Kernel;
use crate::model::population::{Flow, Met, Population, Settled};
use crate::model::route::Service;
use crate::model::word_of_mouth::Hearing;
use crate::units::{Outcome, Route, memory};

/// Numbers of the decisions, part of the stream contract.
mod decision {
    pub const EPISODE: u8 = 1;
    pub const KIND: u8 = 2;
    pub const CASE: u8 = 3;
    pub const PROMPTED: u8 = 4;
    pub const ON_SPOT: u8 = 5; // and 6, by route
    pub const RESOLVED: u8 = 7; // and 8
    pub const QUICK: u8 = 9; // and 10
    pub const QUIET_STAY: u8 = 11;
    pub const STAY: u8 = 12; // to 18: silent, then three by route
    pub const FADE: u8 = 19;
    pub const TOLD: u8 = 20; // to 23, by outcome
    pub const PUBLIC: u8 = 24;
    pub const PURCHASES: u8 = 25;
    pub const ORGANIC: u8 = 26;
    pub const ORGANIC_SEGMENT: u8 = 27;
    pub const RETURNING: u8 = 28;
    pub const INVOKED: u8 = 29;
    pub const INVOKED_STAY: u8 = 30;
    pub const ESTABLISHED: u8 = 31;
    pub const PRAISE: u8 = 32;
}

/// The episodes of one segment, tenure and standing, before their kinds are told apart.
#[derive(Clone, Copy, Debug, Default)]
struct Hit {
    episodes: f64,
    /// Their mean stay had they had none.
    quiet_stay: f64,
}

/// The episodes of one segment, tenure, standing and kind, as far as the desk's door.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    silent: f64,
    invoked: f64,
    cases: [f64; 2],
    on_spot: [f64; 2],
}

/// Customers whose failure ended alike.
#[derive(Clone, Copy, Debug)]
pub struct Ended {
    /// In which period.
    pub t: u32,
    /// Kind of failure, by its number.
    pub kind: usize,
    /// What an earlier failure left them with.
    pub standing: Standing,
    /// How it ended.
    pub outcome: Outcome,
    /// How many they are.
    pub customers: f64,
    /// The group, as random numbers are addressed: segment, standing and kind.
    pub who: u64,
    /// How they came to it: the number of the decision of who stays.
    pub way: u8,
}

/// Is told how failures end, group by group. It sees, and moves nothing.
pub trait Witness {
    /// Whether the tree of episodes is wanted, which costs time where there are many kinds of failure.
    const WANTS_TREE: bool = true;

    /// Failures of a group ended.
    fn sees(&mut self, ended: &Ended);
}

/// Nobody looks.
#[derive(Clone, Copy, Debug)]
pub struct Unseen;

impl Witness for Unseen {
    #[inline(always)]
    fn sees(&mut self, _: &Ended) {}
}

/// Nobody looks, and nobody asks for the tree of episodes: it stays empty.
#[derive(Clone, Copy, Debug)]
pub struct WorthAlone;

impl Witness for WorthAlone {
    const WANTS_TREE: bool = false;

    #[inline(always)]
    fn sees(&mut self, _: &Ended) {}
}

/// Counts of customers by segment and state.
#[derive(Clone, Debug)]
pub struct Groups<C, W = Unseen> {
    chance: C,
    witness: W,
    states: usize,
    kinds: usize,
    active: Vec<f64>,
    stayed: Vec<f64>,
    quiet: Vec<f64>,
    hits: Vec<Hit>,
    cells: Vec<Cell>,
}

/// Address of a group: `state` is one of a customer, or tenure and standing where kinds are told apart.
fn who(segment: usize, state: usize, kind: usize) -> u64 {
    (segment as u64) << 32 | (state as u64) << 16 | kind as u64
}

impl<C: Chance> Groups<C> {
    /// The customers at the start: all clean.
    pub fn new(kernel: &Kernel, chance: C) -> Self {
        Groups::seen_by(kernel, chance, Unseen)
    }
}

impl<C: Chance, W: Witness> Groups<C, W> {
    /// The customers at the start, all clean, with somebody who sees how their failures end.
    pub fn seen_by(kernel: &Kernel, chance: C, witness: W) -> Self {
        let (states, tenures) = (kernel.customer.states(), kernel.customer.tenures());
        let groups = kernel.segments * states;
        let mut active = vec![0.0; groups];
        let shares = kernel.acquisition.shares();
        let start = if C::EXACT {
            shares.iter().map(|share| share * kernel.customers).collect()
        } else {
            largest_remainder(kernel.customers, shares)
        };
        for (segment, customers) in start.into_iter().enumerate() {
            active[segment * states + memory::CLEAN] = customers;
        }
        Groups {
            chance,
            witness,
            states,
            kinds: kernel.kinds,
            active,
            stayed: vec![0.0; groups],
            quiet: vec![0.0; groups],
            hits: vec![Hit::default(); kernel.segments * tenures * Standing::COUNT],
            cells: vec![Cell::default(); kernel.segments * tenures * Standing::COUNT * kernel.kinds],
        }
    }

    /// Who saw it.
    pub fn into_witness(self) -> W {
        self.witness
    }

    #[inline]
    fn split(&self, n: f64, p: f64, t: u32, decision: u8, who: u64) -> f64 {
        split(&self.chance, n, p, t, decision, who)
    }

    fn tell(&self, kernel: &Kernel, t: u32, settled: &mut Settled) {
        let told = &kernel.told;
        let [silent, unresolved, resolved, quick] = settled.outcomes;
        let send = |senders: f64, mean: f64, outcome: Outcome| {
            let site = Site { t, decision: decision::TOLD + outcome as u8, who: 0 };
            self.chance.messages(senders, mean, kernel.dispersion, site)
        };
        // Sums of like negative binomials are negative binomial: one draw where the means agree.
        settled.negative_messages = if told.silent == told.unresolved {
            send(silent + unresolved, told.silent, Outcome::Silent)
        } else {
            send(silent, told.silent, Outcome::Silent) + send(unresolved, told.unresolved, Outcome::Unresolved)
        };
        settled.positive_messages = if told.resolved == told.quick {
            send(resolved + quick, told.quick, Outcome::Quick)
        } else {
            send(resolved, told.resolved, Outcome::Resolved) + send(quick, told.quick, Outcome::Quick)
        };
        let posts = self.split(silent + unresolved, kernel.public_share, t, decision::PUBLIC, 0);
        settled.negative_messages += posts * kernel.public_audience;
        if kernel.praise > 0.0 {
            let content = |(group, quiet): (usize, &f64)| {
                let bears_grudge = kernel.customer.remembered(group % self.states) == memory::AGGRIEVED;
                if bears_grudge { 0.0 } else { *quiet }
            };
            let content: f64 = self.quiet.iter().enumerate().map(content).sum();
            settled.positive_messages += praise(&self.chance, kernel, t, content);
        }
    }
}

/// What a group of the same segment, standing and kind goes through.
struct Group<'a> {
    t: u32,
    who: u64,
    kind: usize,
    standing: Standing,
    quiet_stay: f64,
    hearing: &'a Hearing,
    endings: Endings<'a>,
    /// Where the states of this segment and tenure begin.
    start: usize,
    /// By case route: shares voiced, solicited, detected.
    case_shares: &'a [[f64; 3]; 2],
}

/// The way by which customers came to the end of their episode.
#[derive(Clone, Copy)]
enum Way {
    Silent,
    Invoked,
    Case(CaseRoute, Outcome),
}

impl Way {
    /// The outcome, and the decision of who stays.
    #[inline]
    fn outcome(self) -> (Outcome, u8) {
        match self {
            Way::Silent => (Outcome::Silent, decision::STAY),
            Way::Invoked => (Outcome::Quick, decision::INVOKED_STAY),
            Way::Case(route, outcome) => (outcome, decision::STAY + 3 * route as u8 + outcome as u8),
        }
    }
}

impl<C: Chance, W: Witness> Groups<C, W> {
    /// Lets `n` customers with that ending stay or go.
    #[inline]
    fn end(&mut self, group: &Group<'_>, n: f64, way: Way, ending: Ending, settled: &mut Settled) {
        if !(n > 0.0) {
            return;
        }
        let (outcome, decision) = way.outcome();
        settled.outcomes[outcome as usize] += n;
        let Group { t, who, kind, standing, .. } = *group;
        self.witness.sees(&Ended { t, kind, standing, outcome, customers: n, who, way: decision });
        let stay = group.hearing.stay(ending.stay);
        let stayed = self.split(n, stay, group.t, decision, group.who);
        self.stayed[group.start + ending.remembers] += stayed;
        settled.lost_by_outcome[outcome as usize] += n * (group.quiet_stay - ending.stay);
        settled.lost_word_of_mouth += n * (ending.stay - stay);
        settled.lost_natural += n * (1.0 - group.quiet_stay);
        if !C::EXACT {
            settled.lost_natural += n * stay - stayed;
        } else if W::WANTS_TREE {
            match way {
                Way::Silent => settled.tree.add(Route::Silent, outcome, n, stayed),
                Way::Invoked => settled.tree.add(Route::Voiced, outcome, n, stayed),
                Way::Case(route, outcome) => {
                    for (route, share) in Route::CASES.into_iter().zip(group.case_shares[route as usize]) {
                        settled.tree.add(route, outcome, n * share, stayed * share);
                    }
                }
            }
        }
    }

    /// Lets the cases of one cell end.
    fn end_cell(&mut self, kernel: &Kernel, group: &Group<'_>, cell: Cell, service: Service, settled: &mut Settled) {
        let endings = group.endings;
        self.end(group, cell.silent, Way::Silent, endings.silent(), settled);
        self.end(group, cell.invoked, Way::Invoked, endings.invoked(), settled);
        for route in CaseRoute::ALL {
            let (cases, on_spot) = (cell.cases[route as usize], cell.on_spot[route as usize]);
            if !(cases > 0.0) {
                continue;
            }
            let at_desk = cases - on_spot;
            let resolved = service.served * kernel.remedies.resolves[group.kind];
            let by_desk = self.split(at_desk, resolved, group.t, decision::RESOLVED + route as u8, group.who);
            let quick_by_desk = self.split(by_desk, service.quick, group.t, decision::QUICK + route as u8, group.who);
            settled.remedies += kernel.remedies.kinds[group.kind].paid(on_spot, by_desk, quick_by_desk);
            for (outcome, n) in [
                (Outcome::Unresolved, at_desk - by_desk),
                (Outcome::Resolved, by_desk - quick_by_desk),
                (Outcome::Quick, on_spot + quick_by_desk),
            ] {
                self.end(group, n, Way::Case(route, outcome), endings.case(route, outcome), settled);
            }
        }
    }
}

impl<C: Chance, W: Witness> Groups<C, W> {
    /// Splits the episodes of a segment, tenure and standing by kind, route and front line.
    fn tell_kinds_apart(
        &mut self,
        kernel: &Kernel,
        t: u32,
        incidence: &Incidence,
        (segment, hit): (usize, usize),
        met: &mut Met,
    ) {
        let mut left = self.hits[hit].episodes;
        for kind in 0..self.kinds {
            let at = self.who_hit(kernel, segment, hit, kind);
            let mut cell = Cell::default();
            let n = self.split(left, incidence.kind(segment, kind), t, decision::KIND, at);
            left -= n;
            if n > 0.0 {
                let routes = &kernel.routes[kind];
                cell.invoked =
                    if routes.invoked > 0.0 { self.split(n, routes.invoked, t, decision::INVOKED, at) } else { 0.0 };
                met.invocations += cell.invoked;
                let open = n - cell.invoked;
                let cases = self.split(open, routes.case_unless_invoked(), t, decision::CASE, at);
                cell.silent = open - cases;
                let prompted = if kernel.loyalty.routes_alike(kind) {
                    0.0
                } else {
                    self.split(cases, routes.prompted_given_case(), t, decision::PROMPTED, at)
                };
                cell.cases = [cases - prompted, prompted];
                met.cases += cases;
                let e = kernel.remedies.settled_on_spot[kind];
                for route in CaseRoute::ALL {
                    let i = route as usize;
                    cell.on_spot[i] = self.split(cell.cases[i], e, t, decision::ON_SPOT + route as u8, at);
                    met.desk_cases += cell.cases[i] - cell.on_spot[i];
                }
            }
            self.cells[hit * self.kinds + kind] = cell;
        }
    }

    /// Address of the episodes of a kind: established customers' are numbered by standing, newcomers' go on from there.
    fn who_hit(&self, kernel: &Kernel, segment: usize, hit: usize, kind: usize) -> u64 {
        who(segment, hit - segment * kernel.customer.tenures() * Standing::COUNT, kind)
    }

    /// Lets the customers of a segment and state without an episode stay or go, and forget.
    fn stay_quietly(
        &mut self,
        kernel: &Kernel,
        t: u32,
        segment: usize,
        state: usize,
        hearing: &Hearing,
        settled: &mut Settled,
    ) {
        let (segment_start, remembered) = (segment * self.states, kernel.customer.remembered(state));
        let quiet = self.quiet[segment_start + state];
        if !(quiet > 0.0) {
            return;
        }
        let quiet_stay = kernel.loyalty.quiet_stay(segment, remembered);
        let stay = hearing.stay(quiet_stay);
        let at = who(segment, state, 0);
        let stayed = self.split(quiet, stay, t, decision::QUIET_STAY, at);
        settled.lost_word_of_mouth += quiet * (quiet_stay - stay);
        settled.lost_natural += quiet * (1.0 - quiet_stay);
        if !C::EXACT {
            settled.lost_natural += quiet * stay - stayed;
        }
        let faded = if remembered == memory::CLEAN {
            0.0
        } else {
            self.split(stayed, kernel.loyalty.fade, t, decision::FADE, at)
        };
        self.stayed[segment_start + state] += stayed - faded;
        self.stayed[segment_start + kernel.customer.tenure_start(state) + memory::CLEAN] += faded;
    }

    /// Lets newcomers who stayed become established customers.
    fn establish(&mut self, kernel: &Kernel, t: u32, segment: usize) {
        let Some(tenure) = &kernel.customer.tenure else { return };
        for state in self.states / 2..self.states {
            let newcomer = segment * self.states + state;
            let at = who(segment, state, 0);
            let established = self.split(self.stayed[newcomer], tenure.established, t, decision::ESTABLISHED, at);
            self.stayed[newcomer] -= established;
            self.stayed[newcomer - self.states / 2] += established;
        }
    }
}

impl<C: Chance, W: Witness> Population for Groups<C, W> {
    fn active(&self, segment: usize) -> f64 {
        self.active[segment * self.states..][..self.states].iter().sum()
    }

    fn newcomers(&self, _: &Kernel, segment: usize) -> f64 {
        self.active[segment * self.states..][self.states / 2..self.states].iter().sum()
    }

    fn purchases(&mut self, kernel: &Kernel, t: u32, segment: usize) -> f64 {
        let each = kernel.money.purchases[segment];
        let site = |state: usize| Site { t, decision: decision::PURCHASES, who: (state as u64) << 32 | segment as u64 };
        if kernel.customer.all_spend_alike() {
            return self.chance.events(self.active(segment) * each, site(0));
        }
        let of_state = |(state, &customers): (usize, &f64)| {
            kernel.customer.spend(state) * self.chance.events(customers * each, site(state))
        };
        self.active[segment * self.states..][..self.states].iter().enumerate().map(of_state).sum()
    }

    fn meet_failures(&mut self, kernel: &Kernel, t: u32, incidence: &Incidence, _: &Hearing) -> Met {
        let mut met = Met::default();
        self.hits.fill(Hit::default());
        for segment in 0..kernel.segments {
            let first_hit = segment * kernel.customer.tenures() * Standing::COUNT;
            for state in 0..self.states {
                let (group, remembered) = (segment * self.states + state, kernel.customer.remembered(state));
                let customers = self.active[group];
                let at = who(segment, state, 0);
                let episodes = self.split(customers, incidence.episode[segment], t, decision::EPISODE, at);
                self.quiet[group] = customers - episodes;
                if episodes > 0.0 {
                    met.episodes += episodes;
                    let of_tenure = if state == remembered { 0 } else { Standing::COUNT };
                    let hit = &mut self.hits[first_hit + of_tenure + Standing::of(remembered) as usize];
                    hit.episodes += episodes;
                    let quiet_stay = kernel.loyalty.quiet_stay(segment, remembered);
                    hit.quiet_stay += (quiet_stay - hit.quiet_stay) * (episodes / hit.episodes);
                }
            }
            for hit in first_hit..first_hit + kernel.customer.tenures() * Standing::COUNT {
                self.tell_kinds_apart(kernel, t, incidence, (segment, hit), &mut met);
            }
        }
        met
    }

    fn settle(&mut self, kernel: &Kernel, t: u32, service: Service, hearing: &Hearing) -> Settled {
        let mut settled = Settled::default();
        self.stayed.fill(0.0);
        for segment in 0..kernel.segments {
            let excess_before = settled.excess();
            for tenure in 0..kernel.customer.tenures() {
                for standing in Standing::ALL {
                    let hit = (segment * kernel.customer.tenures() + tenure) * Standing::COUNT + standing as usize;
                    if !(self.hits[hit].episodes > 0.0) {
                        continue;
                    }
                    for kind in 0..self.kinds {
                        let group = Group {
                            t,
                            who: self.who_hit(kernel, segment, hit, kind),
                            kind,
                            standing,
                            quiet_stay: self.hits[hit].quiet_stay,
                            hearing,
                            endings: kernel.loyalty.endings(segment, kind, standing),
                            start: segment * self.states + tenure * (self.states / 2),
                            case_shares: &kernel.case_shares[kind],
                        };
                        let cell = self.cells[hit * self.kinds + kind];
                        self.end_cell(kernel, &group, cell, service, &mut settled);
                    }
                }
            }
            for state in 0..self.states {
                self.stay_quietly(kernel, t, segment, state, hearing, &mut settled);
            }
            self.establish(kernel, t, segment);
            let margin = kernel.money.margin[segment] * kernel.money.purchases[segment];
            settled.lost_margin += (settled.excess() - excess_before) * margin;
        }
        std::mem::swap(&mut self.active, &mut self.stayed);
        self.tell(kernel, t, &mut settled);
        settled
    }

    fn stayers(&self, segment: usize) -> f64 {
        self.active(segment)
    }

    fn flow(&mut self, t: u32, of: Flow, people: f64, p: f64) -> f64 {
        flow(&self.chance, t, of, people, p)
    }

    fn split_organic(&mut self, t: u32, organic: f64, shares: &[f64], parts: &mut [f64]) {
        split_organic(&self.chance, t, organic, shares, parts);
    }

    fn whole(&self, people: f64) -> f64 {
        self.chance.whole(people)
    }

    fn welcome(&mut self, kernel: &Kernel, _: u32, segment: usize, newcomers: f64) {
        self.active[segment * self.states + kernel.customer.joining()] += newcomers;
    }
}

/// Messages of `content` customers who met no failure and bear no grudge.
pub fn praise<C: Chance>(chance: &C, kernel: &Kernel, t: u32, content: f64) -> f64 {
    chance.events(content * kernel.praise, Site { t, decision: decision::PRAISE, who: 0 })
}

/// How many of a pool flow, each with probability `p`.
pub fn flow<C: Chance>(chance: &C, t: u32, flow: Flow, people: f64, p: f64) -> f64 {
    let decision = match flow {
        Flow::Organic => decision::ORGANIC,
        Flow::Returning => decision::RETURNING,
    };
    split(chance, people, p, t, decision, 0)
}

/// Splits newcomers over segments, one after the other.
pub fn split_organic<C: Chance>(chance: &C, t: u32, organic: f64, shares: &[f64], parts: &mut [f64]) {
    let (mut left, mut share_left) = (organic, 1.0);
    for (segment, (&share, part)) in shares.iter().zip(parts).enumerate() {
        *part = if C::EXACT {
            share * organic
        } else if segment + 1 == shares.len() {
            left
        } else {
            split(chance, left, (share / share_left).min(1.0), t, decision::ORGANIC_SEGMENT, segment as u64)
        };
        left -= *part;
        share_left -= share;
    }
}

#[inline]
fn split<C: Chance>(chance: &C, n: f64, p: f64, t: u32, decision: u8, who: u64) -> f64 {
    if n > 0.0 { chance.split(n, p, Site { t, decision, who }) } else { 0.0 }
}
