//! One history told customer by customer, under every strategy with the same luck.

use std::sync::Arc;

use crate::engine::agents::crowd::Crowd;
use crate::engine::agents::graph::Graph;
use crate::engine::agents::happening::{Happening, Seat};
use crate::engine::agents::luck;
use crate::engine::agents::person::Differences;
use crate::engine::agents::society::Society;
use crate::model::acquisition::largest_remainder;
use crate::model::period::{Kernel, live};
use crate::random::address::{HistoryLuck, unit};
use crate::random::counts::CountTable;
use crate::scenario::study::{Scenario, Study};

/// The history of the point values, under every strategy of a scenario.
#[derive(Debug)]
pub struct Chronicle {
    /// By strategy, the reference first.
    pub strategies: Vec<Told>,
    /// Whether people are on a network, where who left may come back.
    pub on_network: bool,
    luck: HistoryLuck,
    /// Customers at the start, by strategy and segment.
    starting: Vec<Vec<u64>>,
}

/// What happened under one strategy.
#[derive(Debug)]
pub struct Told {
    /// Its kernel.
    pub kernel: Kernel,
    /// Everything that happened, by seat and then in order of time.
    pub happenings: Vec<Happening>,
}

impl Chronicle {
    /// Lives the first history of `study` under every strategy of `scenario`, at the point values.
    pub fn new(study: &Study, scenario: &Scenario) -> Self {
        let seed = study.settings.seed;
        let luck = HistoryLuck::new(seed, 0, 0);
        let case = scenario.strategies[0].case.with_point_values();
        let graph = Graph::new(&case, seed, 0).map(Arc::new);
        let strategies = scenario.strategies.iter().map(|strategy| {
            let kernel = Kernel::new(&strategy.case.with_point_values());
            let mut happenings = match &graph {
                None => {
                    let mut crowd = Crowd::with_happenings(&kernel, luck, true, true);
                    live(&kernel, &mut crowd, |_, _| ());
                    crowd.take_happenings()
                }
                Some(graph) => {
                    let mut society = Society::new(&kernel, graph.clone(), luck, true, true);
                    live(&kernel, &mut society, |_, _| ());
                    society.take_happenings()
                }
            };
            happenings.sort_by_key(|happening| (happening.seat, happening.t));
            Told { kernel, happenings }
        });
        let strategies: Vec<Told> = strategies.collect();
        let starting = strategies.iter().map(|Told { kernel, .. }| {
            largest_remainder(kernel.customers, kernel.acquisition.shares()).iter().map(|&n| n as u64).collect()
        });
        Chronicle { starting: starting.collect(), strategies, on_network: graph.is_some(), luck }
    }

    /// Customers at the start: they are numbered from 0, segment by segment.
    pub fn customers(&self) -> u64 {
        self.starting[0].iter().sum()
    }

    /// Segment and seat of customer number `customer` of the reference, below
    /// [`customers`](Chronicle::customers).
    pub fn seat(&self, customer: u64) -> (usize, Seat) {
        let (segment, place) = place_in(&self.starting[0], customer);
        (segment, if self.on_network { customer } else { (segment as u64) << 32 | place })
    }

    /// Segment of whoever sits at `seat` at the start under a strategy, if somebody does: strategies may
    /// have other shares.
    pub fn segment(&self, strategy: usize, seat: Seat) -> Option<usize> {
        let starting = &self.starting[strategy];
        if self.on_network {
            return Some(place_in(starting, seat).0);
        }
        let (segment, place) = ((seat >> 32) as usize, seat & u64::from(u32::MAX));
        starting.get(segment).filter(|&&customers| place < customers).map(|_| segment)
    }

    /// The number of the customer who sat there at the start, if one did.
    pub fn customer(&self, seat: Seat) -> Option<u64> {
        if self.on_network {
            return Some(seat).filter(|&person| person < self.customers());
        }
        let (segment, place) = ((seat >> 32) as usize, seat & u64::from(u32::MAX));
        let before: u64 = self.starting[0].get(..segment)?.iter().sum();
        (place < *self.starting[0].get(segment)?).then_some(before + place)
    }

    /// Purchases of whoever sits at `seat` in period `t`, and what each brings as a multiple of the
    /// margin: the same under every strategy.
    pub fn purchases(&self, strategy: usize, segment: usize, seat: Seat, t: u32) -> (f64, f64) {
        let kernel = &self.strategies[strategy].kernel;
        let each = kernel.money.purchases[segment];
        let word = self.luck.words(0, t, luck::PERIOD, seat)[0];
        let purchases = CountTable::poisson(each).map_or(each, |table| f64::from(table.count(unit(word))));
        let person = Differences::of(kernel).map(|d| d.person(kernel, &self.luck, seat, 0, segment));
        (purchases, person.map_or(1.0, |person| f64::from(person.spend)))
    }
}

/// Segment and place in it of customer number `customer`.
fn place_in(starting: &[u64], customer: u64) -> (usize, u64) {
    let (mut segment, mut place) = (0, customer);
    while segment + 1 < starting.len() && place >= starting[segment] {
        place -= starting[segment];
        segment += 1;
    }
    (segment, place)
}
