//! One simulation customer by customer, under every strategy, with common random numbers.

use std::sync::Arc;

use crate::engine::agents::graph::Graph;
use crate::engine::agents::happening::{Happening, Seat};
use crate::engine::agents::mixing::MixingPopulation;
use crate::engine::agents::network::NetworkPopulation;
use crate::engine::agents::numbers;
use crate::engine::agents::person::Differences;
use crate::model::acquisition::largest_remainder;
use crate::model::kernel::Kernel;
use crate::model::period::live;
use crate::model::schedule::Schedule;
use crate::random::address::{CommonNumbers, unit};
use crate::random::counts::CountTable;
use crate::scenario::study::{Scenario, Study};

/// The simulation of the point values, under every strategy of a scenario.
#[derive(Debug)]
pub struct Chronicle {
    /// By strategy, the reference first.
    pub strategies: Vec<StrategyRun>,
    /// Whether people are on a network, where who left may come back.
    pub on_network: bool,
    numbers: CommonNumbers,
    /// Customers at the start, by strategy and class.
    starting: Vec<Vec<u64>>,
}

/// What happened under one strategy.
#[derive(Debug)]
pub struct StrategyRun {
    /// Its kernels, by period.
    pub schedule: Schedule,
    /// Everything that happened, by seat and then in order of time.
    pub happenings: Vec<Happening>,
}

impl StrategyRun {
    /// The kernel of the first period: people, segments and kinds are the same in all.
    pub fn kernel(&self) -> &Kernel {
        self.schedule.first()
    }

    /// The class of whoever has a seat with that address; none where there is no such class.
    fn class_at(&self, seat: Seat) -> Option<usize> {
        self.kernel().classes.iter().position(|class| class.address == seat >> 32)
    }
}

impl Chronicle {
    /// Lives the first simulation of `study` under every strategy of `scenario`, at the point values.
    pub fn new(study: &Study, scenario: &Scenario) -> Self {
        let seed = study.settings.seed;
        let numbers = CommonNumbers::new(seed, 0, 0);
        let parameters = scenario.strategies[0].parameters.with_point_values();
        let graph = Graph::new(&parameters, seed, 0).map(Arc::new);
        let strategies = scenario.strategies.iter().map(|strategy| {
            let schedule = Schedule::new(&strategy.parameters.with_point_values());
            let first = schedule.first();
            let mut happenings = match &graph {
                None => {
                    let mut mixing = MixingPopulation::with_log(first, numbers, true, true);
                    live(&schedule, &mut mixing, |_, _| ());
                    mixing.take_happenings()
                }
                Some(graph) => {
                    let mut network = NetworkPopulation::new(first, graph.clone(), numbers, true, true);
                    live(&schedule, &mut network, |_, _| ());
                    network.take_happenings()
                }
            };
            happenings.sort_by_key(|happening| (happening.seat, happening.t));
            StrategyRun { schedule, happenings }
        });
        let strategies: Vec<StrategyRun> = strategies.collect();
        let starting = strategies.iter().map(|run| {
            let kernel = run.kernel();
            largest_remainder(kernel.customers, kernel.acquisition.shares()).iter().map(|&n| n as u64).collect()
        });
        Chronicle { starting: starting.collect(), strategies, on_network: graph.is_some(), numbers }
    }

    /// Customers at the start: they are numbered from 0, segment by segment.
    pub fn customers(&self) -> u64 {
        self.starting[0].iter().sum()
    }

    /// Segment and seat of customer number `customer` of the reference, below
    /// [`customers`](Chronicle::customers).
    pub fn seat(&self, customer: u64) -> (usize, Seat) {
        let (class, place) = place_in(&self.starting[0], customer);
        let class = self.strategies[0].kernel().classes[class];
        (class.segment, if self.on_network { customer } else { class.address << 32 | place })
    }

    /// Segment of whoever sits at `seat` at the start under a strategy, if somebody does: strategies may
    /// have other shares.
    pub fn segment(&self, strategy: usize, seat: Seat) -> Option<usize> {
        self.class(strategy, seat).map(|class| self.strategies[strategy].kernel().segment(class))
    }

    fn class(&self, strategy: usize, seat: Seat) -> Option<usize> {
        let starting = &self.starting[strategy];
        if self.on_network {
            return Some(place_in(starting, seat).0);
        }
        let class = self.strategies[strategy].class_at(seat)?;
        (seat & u64::from(u32::MAX) < *starting.get(class)?).then_some(class)
    }

    /// The number of the customer who sat there at the start, if one did.
    pub fn customer(&self, seat: Seat) -> Option<u64> {
        if self.on_network {
            return Some(seat).filter(|&person| person < self.customers());
        }
        let class = self.class(0, seat)?;
        let before: u64 = self.starting[0][..class].iter().sum();
        Some(before + (seat & u64::from(u32::MAX)))
    }

    /// Purchases of whoever sits at `seat` in the whole of period `t`, and what each brings as a multiple of the
    /// margin: the same under every strategy.
    pub fn purchases(&self, strategy: usize, segment: usize, seat: Seat, t: u32) -> (f64, f64) {
        let run = &self.strategies[strategy];
        let kernel = run.schedule.at(t);
        let of_segment = || kernel.classes.iter().position(|class| class.segment == segment);
        let class = if self.on_network { of_segment() } else { run.class_at(seat).or_else(of_segment) };
        let each = class.map_or(0.0, |class| kernel.money.purchases[class]);
        let word = self.numbers.words(0, t, numbers::PERIOD, seat)[0];
        let purchases = CountTable::poisson(each).map_or(each, |table| f64::from(table.count(unit(word))));
        let person = Differences::of(kernel).map(|d| d.person(kernel, &self.numbers, seat, 0, segment));
        (purchases, person.map_or(1.0, |person| f64::from(person.spend)))
    }
}

/// Class and place in it of customer number `customer`.
fn place_in(starting: &[u64], customer: u64) -> (usize, u64) {
    let (mut class, mut place) = (0, customer);
    while class + 1 < starting.len() && place >= starting[class] {
        place -= starting[class];
        class += 1;
    }
    (class, place)
}
