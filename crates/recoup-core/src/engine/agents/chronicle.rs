//! One simulation customer by customer, under every strategy, with common random numbers.
//!
//! What happens to a customer follows from their addresses and from the service and the talk of each period. A first pass
//! over all keeps only the latter; the lives of some customers are then simulated again, a few at a time. On a network
//! lives depend on each other: all are simulated again, and the log keeps those who are followed.

use std::ops::Range;
use std::sync::Arc;

use crate::engine::agents::graph::Graph;
use crate::engine::agents::happening::{Happening, Seat};
use crate::engine::agents::mixing::MixingPopulation;
use crate::engine::agents::network::NetworkPopulation;
use crate::engine::agents::numbers;
use crate::engine::agents::person::Differences;
use crate::engine::agents::points::{BLOCK, Points, block_of, extent};
use crate::engine::evaluate::each;
use crate::engine::progress::Progress;
use crate::engine::simulate::Interrupted;
use crate::model::acquisition::largest_remainder;
use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::period::live;
use crate::model::population::{Flow, Met, Population, Settled, Told};
use crate::model::route::Service;
use crate::model::row::{Column, Row};
use crate::model::schedule::Schedule;
use crate::model::word_of_mouth::Hearing;
use crate::random::address::CommonNumbers;
use crate::scenario::study::{Scenario, Study};
use crate::units::{SegmentIdx, StrategyIdx};

/// Bytes of what happens to the customers of a part, at most.
pub(in crate::engine) const PART_BYTES: f64 = 256.0 * 1024.0 * 1024.0;
/// Parts of a window: they are followed at once, and their results put together.
const WINDOW: usize = 64;

/// The simulation of the point values, under every strategy of a scenario.
#[derive(Debug)]
pub struct Chronicle {
    /// By strategy, the reference first.
    pub strategies: Vec<StrategyRun>,
    graph: Option<Arc<Graph>>,
    numbers: CommonNumbers,
    /// Customers at the start, by strategy and class.
    starting: Vec<Vec<u64>>,
    /// Customers of a part.
    part: u64,
}

/// What is kept of the simulation under one strategy.
#[derive(Debug)]
pub struct StrategyRun {
    /// Its kernels, by period.
    pub schedule: Schedule,
    /// What every period was like; empty on a network.
    periods: Vec<Circumstances>,
    /// By phase of the schedule: how customers differ.
    differences: Vec<Option<Differences>>,
}

/// What the customers of a period live under.
#[derive(Clone, Debug)]
pub(super) struct Circumstances {
    incidence: Arc<Incidence>,
    hearing: Hearing,
    pub(super) service: Service,
}

/// What happened to some customers: by strategy, by seat and then in order of time.
pub(crate) type Lives = Vec<Vec<Happening>>;

impl StrategyRun {
    fn new(schedule: Schedule, periods: Vec<Circumstances>) -> Self {
        let differences = schedule.phases().iter().map(|phase| Differences::of(&phase.kernel)).collect();
        StrategyRun { schedule, periods, differences }
    }

    /// The kernel of the first period: people, segments and kinds are the same in all.
    fn kernel(&self) -> &Kernel {
        self.schedule.first()
    }

    /// The class of whoever has a seat with that address; none where there is no such class.
    fn class_at(&self, seat: Seat) -> Option<usize> {
        self.kernel().classes.iter().position(|class| class.address == seat >> 32)
    }
}

impl Chronicle {
    /// Runs the first simulation of `study` under every strategy of `scenario`, at the point values.
    ///
    /// # Errors
    /// A stop was requested.
    pub fn new(study: &Study, scenario: &Scenario, progress: &dyn Progress) -> Result<Self, Interrupted> {
        let seed = study.settings.seed;
        let numbers = CommonNumbers::new(seed, 0, 0);
        let parameters = scenario.strategies[0].parameters.with_point_values();
        let graph = Graph::new(&parameters, seed, 0).map(Arc::new);
        let schedules = scenario.strategies.iter().map(|s| Schedule::new(&s.parameters.with_point_values()));
        let schedules: Vec<Schedule> = schedules.collect();
        let starting = schedules.iter().map(|schedule| {
            let kernel = schedule.first();
            largest_remainder(kernel.customers, kernel.acquisition.shares()).iter().map(|&n| n as u64).collect()
        });
        let starting: Vec<Vec<u64>> = starting.collect();
        let customers: u64 = starting[0].iter().sum();
        let periods = schedules.iter().map(|schedule| u64::from(schedule.first().periods)).sum();
        // A failure in every period, and an end to it.
        let most_of_one = 2.0 * periods as f64 * size_of::<Happening>() as f64;
        let mut part = (PART_BYTES / most_of_one) as u64;
        let mut strategies = Vec::new();
        if let Some(graph) = &graph {
            // Every part costs a life of all: where there are several, a first one shows how much happens.
            if part < customers {
                progress.begins(u64::from(schedules[0].first().periods));
                let mut people = NetworkPopulation::new(schedules[0].first(), graph.clone(), numbers, true);
                let mut failures = 0.0;
                let watched = &mut Watched::new(&mut people, progress);
                live_in_pool(&schedules[0], watched, |_, row| failures += row.get(Column::Episodes));
                part = part.max(part_for(failures / customers.max(1) as f64, schedules.len()));
            }
            strategies.extend(schedules.into_iter().map(|schedule| StrategyRun::new(schedule, Vec::new())));
        } else {
            progress.begins(periods);
            let (number, mut most_failures) = (schedules.len(), 0.0_f64);
            for schedule in schedules {
                let mut mixing = MixingPopulation::new(schedule.first(), numbers, true);
                let mut watched = Watched::new(&mut mixing, progress);
                let mut failures = 0.0;
                live_in_pool(&schedule, &mut watched, |_, row| failures += row.get(Column::Episodes));
                let periods = watched.periods;
                strategies.push(StrategyRun::new(schedule, periods));
                most_failures = most_failures.max(failures);
            }
            // Every part of a block costs the whole block.
            part = part.max(part_for(most_failures / customers.max(1) as f64, number));
        }
        if progress.is_stopped() {
            Err(Interrupted)
        } else {
            Ok(Chronicle { strategies, graph, numbers, starting, part: part.max(1) })
        }
    }

    /// Whether people are on a network, where who left may come back.
    pub(crate) fn on_network(&self) -> bool {
        self.graph.is_some()
    }

    /// What happened to those customers of the reference, by their numbers; `customers` are in order. Of a stopped work
    /// nothing is of use.
    pub fn lives(&self, customers: &[Range<u64>], progress: &dyn Progress) -> Lives {
        match &self.graph {
            Some(graph) => {
                let followed: Arc<[Range<u64>]> = customers.into();
                let of = |run: &StrategyRun| {
                    let mut people = NetworkPopulation::new(run.kernel(), graph.clone(), self.numbers, true);
                    people.follow(&followed);
                    live_in_pool(&run.schedule, &mut Watched::new(&mut people, progress), |_, _| ());
                    sorted(people.take_happenings())
                };
                self.strategies.iter().map(of).collect()
            }
            None => {
                let of = |strategy: StrategyIdx| {
                    let ranges = customers.iter().flat_map(|range| self.seats(strategy, range.clone()));
                    let lives = ranges.flat_map(|(class, places)| self.live_again(strategy, class, places, progress));
                    sorted(lives.collect())
                };
                (0..self.strategies.len()).map(StrategyIdx).map(of).collect()
            }
        }
    }

    /// The seats of customers of the reference, by class under `strategy`, as far as somebody sits there at the start.
    fn seats(&self, strategy: StrategyIdx, customers: Range<u64>) -> Vec<(usize, Range<u64>)> {
        let mut first = 0;
        let mut found = Vec::new();
        for (class, &there) in self.starting[0].iter().enumerate() {
            let places = customers.start.max(first) - first..customers.end.min(first + there).saturating_sub(first);
            first += there;
            let address = self.strategies[0].kernel().classes[class].address;
            if places.start < places.end
                && let Some(class) = self.strategies[strategy.0].class_at(address << 32)
                && let Some(&there) = self.starting[strategy.0].get(class)
            {
                found.push((class, places.start..places.end.min(there)));
            }
        }
        found
    }

    /// Lives the first customers of those seats again.
    fn live_again(
        &self,
        strategy: StrategyIdx,
        class: usize,
        places: Range<u64>,
        progress: &dyn Progress,
    ) -> Vec<Happening> {
        let run = &self.strategies[strategy.0];
        let mut mixing = MixingPopulation::of_seats(run.kernel(), self.numbers, class, places);
        let classes = run.kernel().classes.len();
        let (mut met, mut settled) = (vec![Met::default(); classes], vec![Settled::default(); classes]);
        let mut phases = run.schedule.phases().iter().skip(1).peekable();
        let mut kernel = run.kernel();
        for (t, Circumstances { incidence, hearing, service }) in (0..).zip(&run.periods) {
            if progress.is_stopped() {
                break;
            }
            if let Some(phase) = phases.next_if(|phase| phase.first == t) {
                kernel = &phase.kernel;
                mixing.adopt(kernel);
            }
            mixing.meet_failures(kernel, t, incidence, hearing, &mut met);
            mixing.settle(kernel, t, *service, hearing, &mut settled);
            progress.advances();
        }
        mixing.take_happenings()
    }

    /// Follows all customers, part by part and several parts at once, and puts what `of_part` finds into `all`, in their
    /// order.
    ///
    /// # Errors
    /// A stop was requested.
    pub(crate) fn follow<T: Send>(
        &self,
        progress: &dyn Progress,
        of_part: impl Fn(Range<u64>, &Lives) -> T + Sync,
        mut all: impl FnMut(T),
    ) -> Result<(), Interrupted> {
        let parts = self.parts();
        let periods: u64 = self.strategies.iter().map(|run| u64::from(run.kernel().periods)).sum();
        progress.begins(periods * parts.len() as u64);
        let follow = |part: &Range<u64>| {
            let lives = self.lives(std::slice::from_ref(part), progress);
            (!progress.is_stopped()).then(|| of_part(part.clone(), &lives)).ok_or(Interrupted)
        };
        for window in parts.chunks(WINDOW) {
            let found: Vec<Result<T, Interrupted>> = if self.on_network() {
                window.iter().map(follow).collect()
            } else {
                each(window.len(), |i| follow(&window[i]))
            };
            for part in found {
                all(part?);
            }
        }
        if progress.is_stopped() { Err(Interrupted) } else { Ok(()) }
    }

    /// The customers in parts: blocks of a class, or as many as can be noted at once.
    fn parts(&self) -> Vec<Range<u64>> {
        let cut = |range: Range<u64>, size: u64| {
            let starts = range.clone().step_by(size as usize);
            starts.map(move |start| start..range.end.min(start + size)).collect::<Vec<_>>()
        };
        if self.on_network() {
            return cut(0..self.customers(), self.part);
        }
        // Blocks that are smaller follow each other up to a whole one.
        let size = self.part.min(BLOCK as u64);
        let mut first = 0;
        let mut parts = Vec::new();
        for &there in &self.starting[0] {
            parts.extend(cut(first..first + there, size));
            first += there;
        }
        parts
    }

    /// Customers at the start: they are numbered from 0, segment by segment.
    pub fn customers(&self) -> u64 {
        self.starting[0].iter().sum()
    }

    /// Segment and seat of customer number `customer` of the reference, below
    /// [`customers`](Chronicle::customers).
    pub(crate) fn seat(&self, customer: u64) -> (SegmentIdx, Seat) {
        let (class, place) = place_in(&self.starting[0], customer);
        let class = self.strategies[0].kernel().classes[class];
        (class.segment, if self.on_network() { customer } else { class.address << 32 | place })
    }

    /// Segment of whoever sits at `seat` at the start under a strategy, if somebody does: strategies may
    /// have other shares.
    pub(crate) fn segment(&self, strategy: StrategyIdx, seat: Seat) -> Option<SegmentIdx> {
        self.class(strategy, seat).map(|class| self.strategies[strategy.0].kernel().segment(class))
    }

    fn class(&self, strategy: StrategyIdx, seat: Seat) -> Option<usize> {
        let starting = &self.starting[strategy.0];
        if self.on_network() {
            return Some(place_in(starting, seat).0);
        }
        let class = self.strategies[strategy.0].class_at(seat)?;
        (seat & u64::from(u32::MAX) < *starting.get(class)?).then_some(class)
    }

    /// Purchases of whoever sits at `seat` in the whole of period `t`, and what each brings as a multiple of the
    /// margin: the same under every strategy.
    pub(crate) fn purchases(&self, strategy: StrategyIdx, segment: SegmentIdx, seat: Seat, t: u32) -> (f64, f64) {
        let run = &self.strategies[strategy.0];
        let phase = run.schedule.phases().partition_point(|phase| phase.first <= t).saturating_sub(1);
        let kernel = &run.schedule.phases()[phase].kernel;
        let differences = &run.differences[phase];
        let of_segment = || kernel.classes.iter().position(|class| class.segment == segment);
        let class = if self.on_network() { of_segment() } else { run.class_at(seat).or_else(of_segment) };
        let purchases = class.map_or(0.0, |class| {
            let each = kernel.money.purchases[class];
            if self.on_network() {
                self.purchases_at(each, seat, class as u64, t)
            } else {
                self.purchases_at(each, seat & u64::from(u32::MAX), seat >> 32, t)
            }
        });
        let person = differences.as_ref().map(|d| d.person(kernel, &self.numbers, seat, 0, segment));
        (purchases, person.map_or(1.0, |person| f64::from(person.spend)))
    }
}

impl Chronicle {
    /// Purchases at a seat of a class in both halves of a period, if `each` is their mean in a whole one.
    fn purchases_at(&self, each: f64, seat: u64, class: u64, t: u32) -> f64 {
        let (first, seats) = extent(block_of(seat));
        let place = (seat - first) as usize;
        let mut purchases = 0.0;
        for decision in [numbers::EARLY, numbers::LATE] {
            let points = Points { numbers: &self.numbers, t, decision, first, seats }.of_class(class);
            points.each_of(points.number(0.5 * each), |at| purchases += f64::from(u8::from(at == place)));
        }
        purchases
    }
}

/// Customers whose happenings can be noted at once, if each meets so many failures under each of some strategies.
fn part_for(failures: f64, strategies: usize) -> u64 {
    let of_one = (failures + 1.0) * 2.0 * strategies as f64;
    (PART_BYTES / (of_one * size_of::<Happening>() as f64)) as u64
}

/// By seat, and in order of time.
fn sorted(mut happenings: Vec<Happening>) -> Vec<Happening> {
    happenings.sort_by_key(|happening| (happening.seat, happening.t));
    happenings
}

/// A population whose periods are noted. After a request to stop nothing happens in it any more.
pub(super) struct Watched<'a, P> {
    population: &'a mut P,
    progress: &'a dyn Progress,
    pub(super) periods: Vec<Circumstances>,
}

impl<'a, P> Watched<'a, P> {
    pub(super) fn new(population: &'a mut P, progress: &'a dyn Progress) -> Self {
        Watched { population, progress, periods: Vec::new() }
    }
}

impl<P: Population> Population for Watched<'_, P> {
    fn adopt(&mut self, kernel: &Kernel) {
        self.population.adopt(kernel);
    }

    fn active(&self, class: usize) -> f64 {
        self.population.active(class)
    }

    fn meet_failures(&mut self, kernel: &Kernel, t: u32, incidence: &Incidence, hearing: &Hearing, met: &mut [Met]) {
        if self.progress.is_stopped() {
            return;
        }
        let last = self.periods.last().map(|period| &period.incidence);
        let incidence = match last.filter(|last| ***last == *incidence) {
            Some(same) => same.clone(),
            None => Arc::new(incidence.clone()),
        };
        self.population.meet_failures(kernel, t, &incidence, hearing, met);
        self.periods.push(Circumstances { incidence, hearing: *hearing, service: Service::WITHOUT_DESK });
    }

    fn newcomers(&self, kernel: &Kernel, class: usize) -> f64 {
        self.population.newcomers(kernel, class)
    }

    fn settle(
        &mut self,
        kernel: &Kernel,
        t: u32,
        service: Service,
        hearing: &Hearing,
        settled: &mut [Settled],
    ) -> Told {
        if self.progress.is_stopped() {
            return Told::default();
        }
        if let Some(period) = self.periods.last_mut() {
            period.service = service;
        }
        self.progress.advances();
        self.population.settle(kernel, t, service, hearing, settled)
    }

    fn flow(&mut self, t: u32, flow: Flow, people: f64, p: f64) -> f64 {
        self.population.flow(t, flow, people, p)
    }

    fn split_organic(&mut self, t: u32, organic: f64, kernel: &Kernel, parts: &mut [f64]) {
        self.population.split_organic(t, organic, kernel, parts);
    }

    fn whole(&self, people: f64) -> f64 {
        self.population.whole(people)
    }

    fn welcome(&mut self, kernel: &Kernel, t: u32, class: usize, newcomers: f64) {
        if !self.progress.is_stopped() {
            self.population.welcome(kernel, t, class, newcomers);
        }
    }

    fn purchases(&mut self, kernel: &Kernel, t: u32, class: usize) -> f64 {
        // After a stop nobody has met this period.
        if self.progress.is_stopped() { 0.0 } else { self.population.purchases(kernel, t, class) }
    }
}

/// [`live`] on a thread of the pool. Where passes over the customers go over all threads, any other thread would have to wake the
/// pool for each.
pub(super) fn live_in_pool(
    schedule: &Schedule,
    population: &mut (impl Population + Send),
    tell: impl FnMut(u32, &Row) + Send,
) {
    rayon::scope(|_| live(schedule, population, tell));
}

/// Class and place in it of customer number `customer`.
pub(super) fn place_in(starting: &[u64], customer: u64) -> (usize, u64) {
    let (mut class, mut place) = (0, customer);
    while class + 1 < starting.len() && place >= starting[class] {
        place -= starting[class];
        class += 1;
    }
    (class, place)
}
