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
}

/// The episodes of one segment and standing, before their kinds are told apart.
#[derive(Clone, Copy, Debug, Default)]
struct Hit {
    episodes: f64,
    /// Their mean stay had they had none.
    quiet_stay: f64,
}

/// The episodes of one segment, standing and kind, as far as the desk's door.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    silent: f64,
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
    /// Route and outcome: 0 silent, then three by case route.
    pub slot: u8,
}

/// Is told how failures end, group by group. It sees, and moves nothing.
pub trait Witness {
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

/// Counts of customers by segment and memory.
#[derive(Clone, Debug)]
pub struct Groups<C, W = Unseen> {
    chance: C,
    witness: W,
    memories: usize,
    kinds: usize,
    active: Vec<f64>,
    stayed: Vec<f64>,
    quiet: Vec<f64>,
    hits: Vec<Hit>,
    cells: Vec<Cell>,
}

/// Address of a group: `state` is a memory, or a standing where kinds are told apart.
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
        let groups = kernel.segments * kernel.memories;
        let mut active = vec![0.0; groups];
        let shares = kernel.acquisition.shares();
        let start = if C::EXACT {
            shares.iter().map(|share| share * kernel.customers).collect()
        } else {
            largest_remainder(kernel.customers, shares)
        };
        for (segment, customers) in start.into_iter().enumerate() {
            active[segment * kernel.memories + memory::CLEAN] = customers;
        }
        Groups {
            chance,
            witness,
            memories: kernel.memories,
            kinds: kernel.kinds,
            active,
            stayed: vec![0.0; groups],
            quiet: vec![0.0; groups],
            hits: vec![Hit::default(); kernel.segments * Standing::COUNT],
            cells: vec![Cell::default(); kernel.segments * Standing::COUNT * kernel.kinds],
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
    segment_start: usize,
    /// By case route: shares voiced, solicited, detected.
    case_shares: &'a [[f64; 3]; 2],
}

impl<C: Chance, W: Witness> Groups<C, W> {
    /// Lets `n` customers with that ending stay or go.
    #[inline]
    fn end(&mut self, group: &Group<'_>, n: f64, outcome: Outcome, ending: Ending, slot: u8, settled: &mut Settled) {
        if !(n > 0.0) {
            return;
        }
        settled.outcomes[outcome as usize] += n;
        let Group { t, who, kind, standing, .. } = *group;
        self.witness.sees(&Ended { t, kind, standing, outcome, customers: n, who, slot });
        let stay = group.hearing.stay(ending.stay);
        let stayed = self.split(n, stay, group.t, decision::STAY + slot, group.who);
        self.stayed[group.segment_start + ending.remembers] += stayed;
        settled.lost_by_outcome[outcome as usize] += n * (group.quiet_stay - ending.stay);
        settled.lost_word_of_mouth += n * (ending.stay - stay);
        settled.lost_natural += n * (1.0 - group.quiet_stay);
        if C::EXACT {
            if outcome == Outcome::Silent {
                settled.tree.add(Route::Silent, outcome, n, stayed);
            } else {
                let shares = group.case_shares[usize::from(slot > 3)];
                for (route, share) in Route::CASES.into_iter().zip(shares) {
                    settled.tree.add(route, outcome, n * share, stayed * share);
                }
            }
        } else {
            settled.lost_natural += n * stay - stayed;
        }
    }

    /// Lets the cases of one cell end.
    fn end_cell(&mut self, kernel: &Kernel, group: &Group<'_>, cell: Cell, service: Service, settled: &mut Settled) {
        let endings = group.endings;
        self.end(group, cell.silent, Outcome::Silent, endings.silent(), 0, settled);
        for route in CaseRoute::ALL {
            let (cases, on_spot) = (cell.cases[route as usize], cell.on_spot[route as usize]);
            if !(cases > 0.0) {
                continue;
            }
            let at_desk = cases - on_spot;
            let by_desk = self.split(at_desk, service.resolved, group.t, decision::RESOLVED + route as u8, group.who);
            let quick_by_desk = self.split(by_desk, service.quick, group.t, decision::QUICK + route as u8, group.who);
            settled.recovered_loss += (on_spot + by_desk) * kernel.loss[group.kind];
            for (outcome, n) in [
                (Outcome::Unresolved, at_desk - by_desk),
                (Outcome::Resolved, by_desk - quick_by_desk),
                (Outcome::Quick, on_spot + quick_by_desk),
            ] {
                let slot = 3 * route as u8 + outcome as u8;
                self.end(group, n, outcome, endings.case(route, outcome), slot, settled);
            }
        }
    }
}

impl<C: Chance, W: Witness> Groups<C, W> {
    /// Splits the episodes of a segment and standing by kind, route and front line.
    fn tell_kinds_apart(
        &mut self,
        kernel: &Kernel,
        t: u32,
        incidence: &Incidence,
        segment: usize,
        standing: Standing,
        met: &mut Met,
    ) {
        let hit = segment * Standing::COUNT + standing as usize;
        let e = kernel.recovery.settled_on_spot;
        let mut left = self.hits[hit].episodes;
        for kind in 0..self.kinds {
            let at = who(segment, standing as usize, kind);
            let mut cell = Cell::default();
            let n = self.split(left, incidence.kind(segment, kind), t, decision::KIND, at);
            left -= n;
            if n > 0.0 {
                let routes = &kernel.routes[kind];
                let cases = self.split(n, routes.heard(), t, decision::CASE, at);
                cell.silent = n - cases;
                let prompted = if kernel.loyalty.routes_alike(kind) {
                    0.0
                } else {
                    self.split(cases, routes.prompted_given_case(), t, decision::PROMPTED, at)
                };
                cell.cases = [cases - prompted, prompted];
                met.cases += cases;
                for route in CaseRoute::ALL {
                    let i = route as usize;
                    cell.on_spot[i] = self.split(cell.cases[i], e, t, decision::ON_SPOT + route as u8, at);
                    met.desk_cases += cell.cases[i] - cell.on_spot[i];
                }
            }
            self.cells[hit * self.kinds + kind] = cell;
        }
    }

    /// Lets the customers of a segment and memory without an episode stay or go, and forget.
    fn stay_quietly(
        &mut self,
        kernel: &Kernel,
        t: u32,
        segment: usize,
        remembered: usize,
        hearing: &Hearing,
        settled: &mut Settled,
    ) {
        let segment_start = segment * self.memories;
        let quiet = self.quiet[segment_start + remembered];
        if !(quiet > 0.0) {
            return;
        }
        let quiet_stay = kernel.loyalty.quiet_stay(segment, remembered);
        let stay = hearing.stay(quiet_stay);
        let at = who(segment, remembered, 0);
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
        self.stayed[segment_start + remembered] += stayed - faded;
        self.stayed[segment_start + memory::CLEAN] += faded;
    }
}

impl<C: Chance, W: Witness> Population for Groups<C, W> {
    fn active(&self, segment: usize) -> f64 {
        self.active[segment * self.memories..][..self.memories].iter().sum()
    }

    fn purchases(&mut self, t: u32, segment: usize, each: f64) -> f64 {
        let site = Site { t, decision: decision::PURCHASES, who: segment as u64 };
        self.chance.events(self.active(segment) * each, site)
    }

    fn meet_failures(&mut self, kernel: &Kernel, t: u32, incidence: &Incidence, _: &Hearing) -> Met {
        let mut met = Met::default();
        self.hits.fill(Hit::default());
        for segment in 0..kernel.segments {
            for remembered in 0..self.memories {
                let group = segment * self.memories + remembered;
                let customers = self.active[group];
                let at = who(segment, remembered, 0);
                let episodes = self.split(customers, incidence.episode[segment], t, decision::EPISODE, at);
                self.quiet[group] = customers - episodes;
                if episodes > 0.0 {
                    met.episodes += episodes;
                    let hit = &mut self.hits[segment * Standing::COUNT + Standing::of(remembered) as usize];
                    hit.episodes += episodes;
                    let quiet_stay = kernel.loyalty.quiet_stay(segment, remembered);
                    hit.quiet_stay += (quiet_stay - hit.quiet_stay) * (episodes / hit.episodes);
                }
            }
            for standing in Standing::ALL {
                self.tell_kinds_apart(kernel, t, incidence, segment, standing, &mut met);
            }
        }
        met
    }

    fn settle(&mut self, kernel: &Kernel, t: u32, service: Service, hearing: &Hearing) -> Settled {
        let mut settled = Settled::default();
        self.stayed.fill(0.0);
        for segment in 0..kernel.segments {
            let segment_start = segment * self.memories;
            let excess_before = settled.excess();
            for standing in Standing::ALL {
                let hit = segment * Standing::COUNT + standing as usize;
                if !(self.hits[hit].episodes > 0.0) {
                    continue;
                }
                for kind in 0..self.kinds {
                    let group = Group {
                        t,
                        who: who(segment, standing as usize, kind),
                        kind,
                        standing,
                        quiet_stay: self.hits[hit].quiet_stay,
                        hearing,
                        endings: kernel.loyalty.endings(segment, kind, standing),
                        segment_start,
                        case_shares: &kernel.case_shares[kind],
                    };
                    let cell = self.cells[hit * self.kinds + kind];
                    self.end_cell(kernel, &group, cell, service, &mut settled);
                }
            }
            for remembered in 0..self.memories {
                self.stay_quietly(kernel, t, segment, remembered, hearing, &mut settled);
            }
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

    fn welcome(&mut self, _: &Kernel, _: u32, segment: usize, newcomers: f64) {
        self.active[segment * self.memories + memory::CLEAN] += newcomers;
    }
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
