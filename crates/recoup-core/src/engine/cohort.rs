//! A population of exchangeable customers, as counts by segment and memory: the engines `expected`
//! (with [`MeanField`](crate::engine::chance::MeanField)) and `cohort` (with random numbers).

use crate::engine::chance::{Chance, Site};
use crate::engine::decision;
use crate::engine::observer::{Ended, NoObserver, Observer};
use crate::model::acquisition::largest_remainder;
use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::loyalty::{CaseRoute, Ending, EndingTable, Standing};
use crate::model::population::{Flow, Met, Population, Settled, Stay, Told};
use crate::model::remedy::Remedy;
use crate::model::route::{CaseSplit, Service};
use crate::model::word_of_mouth::Hearing;
use crate::units::{KindIdx, Outcome, Route, memory};

/// The episodes of one class, tenure and standing, before their kinds are distinguished.
#[derive(Clone, Copy, Debug, Default)]
struct Hit {
    episodes: f64,
    /// Their mean stay had they had none.
    quiet_stay: f64,
}

/// The episodes of one class, tenure, standing and kind, before the desk.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    silent: f64,
    invoked: f64,
    cases: [f64; CaseRoute::COUNT],
    on_spot: [f64; CaseRoute::COUNT],
}

/// Counts of customers by class and state.
#[derive(Clone, Debug)]
pub struct CohortPopulation<C, O = NoObserver> {
    chance: C,
    observer: O,
    states: usize,
    kinds: usize,
    active: Vec<f64>,
    /// The customers at the start of the period, once it has been settled.
    before: Vec<f64>,
    quiet: Vec<f64>,
    hits: Vec<Hit>,
    cells: Vec<Cell>,
}

/// Address of a group: `class` by its address, `state` one of a customer, or tenure and standing where kinds are told
/// apart.
fn who(class: u64, state: usize, kind: KindIdx) -> u64 {
    class << 32 | (state as u64) << 16 | kind.0 as u64
}

impl<C: Chance> CohortPopulation<C> {
    /// The customers at the start: all clean.
    pub fn new(kernel: &Kernel, chance: C) -> Self {
        CohortPopulation::observed_by(kernel, chance, NoObserver)
    }
}

impl<C: Chance, O: Observer> CohortPopulation<C, O> {
    /// The customers at the start, all clean, with an observer of how their failures end.
    pub(crate) fn observed_by(kernel: &Kernel, chance: C, observer: O) -> Self {
        let (states, tenures) = (kernel.customer.states(), kernel.customer.tenures());
        let classes = kernel.classes.len();
        let groups = classes * states;
        let mut active = vec![0.0; groups];
        let shares = kernel.acquisition.shares();
        let start = if C::EXACT {
            shares.iter().map(|share| share * kernel.customers).collect()
        } else {
            largest_remainder(kernel.customers, shares)
        };
        for (class, customers) in start.into_iter().enumerate() {
            active[class * states + memory::CLEAN] = customers;
        }
        CohortPopulation {
            chance,
            observer,
            states,
            kinds: kernel.kinds,
            active,
            before: vec![0.0; groups],
            quiet: vec![0.0; groups],
            hits: vec![Hit::default(); classes * tenures * Standing::COUNT],
            cells: vec![Cell::default(); classes * tenures * Standing::COUNT * kernel.kinds],
        }
    }

    /// The observer, with what it observed.
    pub(crate) fn into_observer(self) -> O {
        self.observer
    }

    #[inline]
    fn split(&self, n: f64, p: f64, t: u32, decision: u8, who: u64) -> f64 {
        decision::split(&self.chance, n, p, t, decision, who)
    }

    /// What customers tell, by way of talking, from the outcomes of each class.
    fn tell(&self, kernel: &Kernel, t: u32, settled: &[Settled], told: &mut Told) {
        for (number, talk) in kernel.talk.talks.iter().enumerate() {
            let mut outcomes = [0.0; 4];
            for (class, settled) in settled.iter().enumerate() {
                if kernel.talk.of_segment(kernel.segment(class)) == number {
                    outcomes.iter_mut().zip(settled.outcomes).for_each(|(sum, n)| *sum += n);
                }
            }
            let who = number as u64;
            let means = &talk.told;
            let [silent, unresolved, resolved, quick] = outcomes;
            let send = |senders: f64, mean: f64, outcome: Outcome| {
                let site = Site { t, decision: decision::TOLD + outcome as u8, who };
                self.chance.messages(senders, mean, kernel.dispersion, site)
            };
            // Sums of like negative binomials are negative binomial: one draw where the means agree.
            told.negative += if means.silent == means.unresolved {
                send(silent + unresolved, means.silent, Outcome::Silent)
            } else {
                send(silent, means.silent, Outcome::Silent) + send(unresolved, means.unresolved, Outcome::Unresolved)
            };
            told.positive += if means.resolved == means.quick {
                send(resolved + quick, means.quick, Outcome::Quick)
            } else {
                send(resolved, means.resolved, Outcome::Resolved) + send(quick, means.quick, Outcome::Quick)
            };
            let posts = self.split(silent + unresolved, talk.public_share, t, decision::PUBLIC, who);
            told.negative += posts * talk.public_audience;
        }
        if kernel.praise > 0.0 {
            let content = |(group, quiet): (usize, &f64)| {
                let bears_grudge = kernel.customer.remembered(group % self.states) == memory::AGGRIEVED;
                if bears_grudge { 0.0 } else { *quiet }
            };
            let content: f64 = self.quiet.iter().enumerate().map(content).sum();
            told.positive += decision::praise(&self.chance, kernel, t, content);
        }
    }
}

/// What a group of the same class, standing and kind goes through.
struct Group<'a> {
    t: u32,
    who: u64,
    kind: KindIdx,
    standing: Standing,
    quiet_stay: f64,
    hearing: &'a Hearing,
    endings: &'a EndingTable,
    /// Where the states of this class and tenure begin.
    start: usize,
    /// How cases are distinguished.
    case_split: &'a CaseSplit,
    /// r of the desk, and what cases cost.
    resolves: f64,
    remedy: &'a Remedy,
    /// q of the desk.
    quick: f64,
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
            Way::Case(CaseRoute::Detected, outcome) => (outcome, decision::DETECTED_STAY + outcome as u8),
            Way::Case(route, outcome) => (outcome, decision::STAY + 3 * route as u8 + outcome as u8),
        }
    }
}

/// What the endings of a period add up to.
struct Ends<'a> {
    settled: &'a mut Settled,
    told: &'a mut Told,
}

impl<C: Chance, O: Observer> CohortPopulation<C, O> {
    /// Lets `n` customers with that ending stay or go.
    #[inline]
    fn end(&mut self, group: &Group<'_>, n: f64, way: Way, ending: Ending, ends: &mut Ends<'_>) {
        if !(n > 0.0) {
            return;
        }
        let settled = &mut *ends.settled;
        let (outcome, decision) = way.outcome();
        let stay = Stay::after_episode(group.quiet_stay, ending.stay, group.hearing);
        settled.end(outcome, n, stay);
        let Group { t, who, kind, standing, .. } = *group;
        self.observer.observe(&Ended { t, kind, standing, outcome, customers: n, who, way: decision });
        let stayed = self.split(n, stay.heard, group.t, decision, group.who);
        self.active[group.start + ending.remembers] += stayed;
        settled.lose(n, stay);
        if !C::EXACT {
            settled.lose_by_chance(n * stay.heard, stayed);
        } else if O::WANTS_TREE {
            let tree = &mut ends.told.tree;
            match way {
                Way::Silent => tree.add(Route::Silent, outcome, n, stayed),
                Way::Invoked => tree.add(Route::Voiced, outcome, n, stayed),
                Way::Case(route, outcome) => {
                    for (route, share) in Route::CASES.into_iter().zip(group.case_split.shares[route as usize]) {
                        tree.add(route, outcome, n * share, stayed * share);
                    }
                }
            }
        }
    }

    /// Lets the cases of one cell end.
    fn end_cell(&mut self, group: &Group<'_>, cell: Cell, service: Service, ends: &mut Ends<'_>) {
        let endings = group.endings;
        self.end(group, cell.silent, Way::Silent, endings.silent, ends);
        self.end(group, cell.invoked, Way::Invoked, endings.invoked, ends);
        for route in CaseRoute::ALL {
            let (cases, on_spot) = (cell.cases[route as usize], cell.on_spot[route as usize]);
            if !(cases > 0.0) {
                continue;
            }
            let at_desk = cases - on_spot;
            let [_, resolving, quickly] = decision::of_cases(route);
            let by_desk = self.split(at_desk, service.served * group.resolves, group.t, resolving, group.who);
            let quick_by_desk = self.split(by_desk, group.quick, group.t, quickly, group.who);
            let claims = group.case_split.claims[route as usize];
            ends.settled.remedies += claims * group.remedy.paid(on_spot, by_desk, quick_by_desk);
            for (outcome, n) in [
                (Outcome::Unresolved, at_desk - by_desk),
                (Outcome::Resolved, by_desk - quick_by_desk),
                (Outcome::Quick, on_spot + quick_by_desk),
            ] {
                self.end(group, n, Way::Case(route, outcome), endings.case(route, outcome), ends);
            }
        }
    }
}

impl<C: Chance, O: Observer> CohortPopulation<C, O> {
    /// Splits the episodes of a class, tenure and standing by kind, route and front line.
    fn tell_kinds_apart(
        &mut self,
        kernel: &Kernel,
        t: u32,
        incidence: &Incidence,
        (class, hit): (usize, usize),
        met: &mut Met,
    ) {
        let segment = kernel.segment(class);
        let mut left = self.hits[hit].episodes;
        for kind in (0..self.kinds).map(KindIdx) {
            let at = self.who_hit(kernel, class, hit, kind);
            let mut cell = Cell::default();
            let n = self.split(left, incidence.kind(class, kind), t, decision::KIND, at);
            left -= n;
            if n > 0.0 {
                let (invoked, case_split) = (kernel.routes(segment, kind).invoked, kernel.split(segment, kind));
                cell.invoked = if invoked > 0.0 { self.split(n, invoked, t, decision::INVOKED, at) } else { 0.0 };
                met.invocations += cell.invoked;
                let open = n - cell.invoked;
                let cases = self.split(open, case_split.case_unless_invoked, t, decision::CASE, at);
                cell.silent = open - cases;
                let prompted = if case_split.prompted > 0.0 {
                    self.split(cases, case_split.prompted, t, decision::PROMPTED, at)
                } else {
                    0.0
                };
                cell.cases = [cases - prompted, prompted, 0.0];
                if case_split.detected > 0.0 {
                    let from = &mut cell.cases[case_split.detected_from as usize];
                    let detected = decision::split(&self.chance, *from, case_split.detected, t, decision::DETECTED, at);
                    *from -= detected;
                    cell.cases[CaseRoute::Detected as usize] = detected;
                }
                let e = kernel.settled_on_spot(segment, kind);
                for route in CaseRoute::ALL {
                    let i = route as usize;
                    if cell.cases[i] > 0.0 {
                        let [on_spot, ..] = decision::of_cases(route);
                        cell.on_spot[i] = self.split(cell.cases[i], e, t, on_spot, at);
                        met.cases += case_split.claims[i] * cell.cases[i];
                        met.desk_cases += case_split.claims[i] * (cell.cases[i] - cell.on_spot[i]);
                    }
                }
            }
            self.cells[hit * self.kinds + kind.0] = cell;
        }
    }

    /// Address of the episodes of a kind: established customers' are numbered by standing, newcomers' go on from there.
    fn who_hit(&self, kernel: &Kernel, class: usize, hit: usize, kind: KindIdx) -> u64 {
        let state = hit - class * kernel.customer.tenures() * Standing::COUNT;
        who(kernel.classes[class].address, state, kind)
    }

    /// Lets the customers of a class and state without an episode stay or go, and forget.
    fn stay_quietly(
        &mut self,
        kernel: &Kernel,
        t: u32,
        (class, state): (usize, usize),
        hearing: &Hearing,
        settled: &mut Settled,
    ) {
        let (class_start, remembered) = (class * self.states, kernel.customer.remembered(state));
        let quiet = self.quiet[class_start + state];
        if !(quiet > 0.0) {
            return;
        }
        let stay = Stay::without_episode(kernel.loyalty.quiet_stay(kernel.segment(class), remembered), hearing);
        let at = who(kernel.classes[class].address, state, KindIdx(0));
        let stayed = self.split(quiet, stay.heard, t, decision::QUIET_STAY, at);
        settled.lose(quiet, stay);
        if !C::EXACT {
            settled.lose_by_chance(quiet * stay.heard, stayed);
        }
        let faded = if remembered == memory::CLEAN {
            0.0
        } else {
            self.split(stayed, kernel.loyalty.fade, t, decision::FADE, at)
        };
        self.active[class_start + state] += stayed - faded;
        self.active[class_start + kernel.customer.tenure_start(state) + memory::CLEAN] += faded;
    }

    /// Lets newcomers who stayed become established customers.
    fn establish(&mut self, kernel: &Kernel, t: u32, class: usize) {
        let Some(tenure) = &kernel.customer.tenure else { return };
        for state in self.states / 2..self.states {
            let newcomer = class * self.states + state;
            let at = who(kernel.classes[class].address, state, KindIdx(0));
            let established = self.split(self.active[newcomer], tenure.established, t, decision::ESTABLISHED, at);
            self.active[newcomer] -= established;
            self.active[newcomer - self.states / 2] += established;
        }
    }
}

impl<C: Chance, O: Observer> Population for CohortPopulation<C, O> {
    fn adopt(&mut self, _: &Kernel) {}

    fn active(&self, class: usize) -> f64 {
        self.active[class * self.states..][..self.states].iter().sum()
    }

    fn newcomers(&self, _: &Kernel, class: usize) -> f64 {
        self.active[class * self.states..][self.states / 2..self.states].iter().sum()
    }

    fn meet_failures(&mut self, kernel: &Kernel, t: u32, incidence: &Incidence, _: &Hearing, met: &mut [Met]) {
        self.hits.fill(Hit::default());
        for (class, met) in met.iter_mut().enumerate() {
            let segment = kernel.segment(class);
            let first_hit = class * kernel.customer.tenures() * Standing::COUNT;
            for state in 0..self.states {
                let (group, remembered) = (class * self.states + state, kernel.customer.remembered(state));
                let customers = self.active[group];
                let at = who(kernel.classes[class].address, state, KindIdx(0));
                let episodes = self.split(customers, incidence.episode[class], t, decision::EPISODE, at);
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
                // Cells of nobody are not looked at either.
                if self.hits[hit].episodes > 0.0 {
                    self.tell_kinds_apart(kernel, t, incidence, (class, hit), met);
                }
            }
        }
    }

    fn settle(
        &mut self,
        kernel: &Kernel,
        t: u32,
        service: Service,
        hearing: &Hearing,
        settled: &mut [Settled],
    ) -> Told {
        let mut told = Told::default();
        std::mem::swap(&mut self.active, &mut self.before);
        self.active.fill(0.0);
        for (class, settled) in settled.iter_mut().enumerate() {
            let segment = kernel.segment(class);
            let quick = kernel.quick(segment, &service);
            for tenure in 0..kernel.customer.tenures() {
                for standing in Standing::ALL {
                    let hit = (class * kernel.customer.tenures() + tenure) * Standing::COUNT + standing as usize;
                    if !(self.hits[hit].episodes > 0.0) {
                        continue;
                    }
                    for kind in (0..self.kinds).map(KindIdx) {
                        let group = Group {
                            t,
                            who: self.who_hit(kernel, class, hit, kind),
                            kind,
                            standing,
                            quiet_stay: self.hits[hit].quiet_stay,
                            hearing,
                            endings: kernel.loyalty.endings(segment, kind, standing),
                            start: class * self.states + tenure * (self.states / 2),
                            case_split: kernel.split(segment, kind),
                            resolves: kernel.resolves(segment, kind),
                            remedy: kernel.remedy(segment, kind),
                            quick,
                        };
                        let cell = self.cells[hit * self.kinds + kind.0];
                        self.end_cell(&group, cell, service, &mut Ends { settled: &mut *settled, told: &mut told });
                    }
                }
            }
            for state in 0..self.states {
                self.stay_quietly(kernel, t, (class, state), hearing, settled);
            }
            self.establish(kernel, t, class);
        }
        self.tell(kernel, t, settled, &mut told);
        told
    }

    fn flow(&mut self, t: u32, of: Flow, people: f64, p: f64) -> f64 {
        decision::flow(&self.chance, t, of, people, p)
    }

    fn split_organic(&mut self, t: u32, organic: f64, kernel: &Kernel, parts: &mut [f64]) {
        decision::split_organic(&self.chance, t, organic, kernel, parts);
    }

    fn whole(&self, people: f64) -> f64 {
        self.chance.whole(people)
    }

    fn welcome(&mut self, kernel: &Kernel, _: u32, class: usize, newcomers: f64) {
        self.active[class * self.states + kernel.customer.joining()] += newcomers;
    }

    fn purchases(&mut self, kernel: &Kernel, t: u32, class: usize) -> f64 {
        let each = kernel.money.purchases[class];
        let address = kernel.classes[class].address;
        let site = |state: usize| Site { t, decision: decision::PURCHASES, who: (state as u64) << 32 | address };
        let states = class * self.states..(class + 1) * self.states;
        let (before, after) = (&self.before[states.clone()], &self.active[states]);
        let counted = kernel.money.counted;
        if kernel.customer.all_spend_alike() {
            let customers = counted.of(before.iter().sum(), after.iter().sum());
            return self.chance.events(customers * each, site(0));
        }
        let of_state = |(state, (&before, &after)): (usize, (&f64, &f64))| {
            kernel.customer.spend(state) * self.chance.events(counted.of(before, after) * each, site(state))
        };
        before.iter().zip(after).enumerate().map(of_state).sum()
    }
}
