//! Customers who talk to anybody (mixing): records in seats, segment by segment.
//!
//! A period draws random points over the seats of a block and looks only at the seats where they lie: something may
//! happen there. Points and words of a seat do not depend on who sits there or on the strategy.

mod block;
mod period;
mod seats;

use std::ops::Range;

use rayon::prelude::*;

use crate::engine::agents::episode::Tables;
use crate::engine::agents::happening::{Happening, Log, Purchase};
use crate::engine::agents::mixing::block::Block;
use crate::engine::agents::mixing::period::{Buying, Period, Setting, Settling};
use crate::engine::agents::mixing::seats::Seats;
use crate::engine::agents::person::Differences;
use crate::engine::chance::Chance;
use crate::engine::decision;
use crate::model::acquisition::largest_remainder;
use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::population::{Flow, Met, Population, Settled, Told};
use crate::model::route::Service;
use crate::model::word_of_mouth::Hearing;
use crate::random::address::CommonNumbers;

/// The customers of one simulation.
#[derive(Debug)]
pub struct MixingPopulation {
    numbers: CommonNumbers,
    /// By class.
    seats: Vec<Seats>,
    tables: Tables,
    differences: Option<Differences>,
    /// Whether blocks are shared out over threads. Moves no result.
    parallel: bool,
}

impl MixingPopulation {
    /// The customers at the start: all clean. `parallel` shares one simulation out over threads.
    pub fn new(kernel: &Kernel, numbers: CommonNumbers, parallel: bool) -> Self {
        MixingPopulation::logged(kernel, numbers, parallel, &Log::new(false))
    }

    /// The same with a log of what happens to each.
    pub(crate) fn with_log(kernel: &Kernel, numbers: CommonNumbers, parallel: bool) -> Self {
        MixingPopulation::logged(kernel, numbers, parallel, &Log::new(true))
    }

    /// The same with a log of what happens to each and of what they buy.
    pub(in crate::engine::agents) fn with_purchases(kernel: &Kernel, numbers: CommonNumbers) -> Self {
        MixingPopulation::logged(kernel, numbers, true, &Log::with_purchases())
    }

    fn logged(kernel: &Kernel, numbers: CommonNumbers, parallel: bool, log: &Log) -> Self {
        let mut mixing = MixingPopulation::empty(kernel, numbers, parallel);
        let customers = largest_remainder(kernel.customers, kernel.acquisition.shares());
        for (class, customers) in customers.into_iter().enumerate() {
            mixing.seat(kernel, class, 0..customers as u64, log.clone());
        }
        mixing
    }

    /// Some customers of one class at the start, by the numbers of their places, with a log of what happens to each: their
    /// lives if the service and what is heard are given.
    pub(in crate::engine::agents) fn of_seats(
        kernel: &Kernel,
        numbers: CommonNumbers,
        class: usize,
        places: Range<u64>,
    ) -> Self {
        let mut mixing = MixingPopulation::empty(kernel, numbers, false);
        mixing.seat(kernel, class, places, Log::new(true));
        mixing
    }

    fn empty(kernel: &Kernel, numbers: CommonNumbers, parallel: bool) -> Self {
        MixingPopulation {
            numbers,
            seats: Vec::new(),
            tables: Tables::new(kernel),
            differences: Differences::of(kernel),
            parallel,
        }
    }

    /// Seats customers of a class at the start.
    fn seat(&mut self, kernel: &Kernel, class: usize, places: Range<u64>, log: Log) {
        let seats = Seats::new(kernel, &self.numbers, self.differences.as_ref(), class, places, log);
        self.seats.push(seats);
    }

    /// All that happened so far, seat by seat within a period; empty where no log is kept.
    pub(crate) fn take_happenings(&mut self) -> Vec<Happening> {
        let blocks = self.seats.iter_mut().flat_map(|seats| &mut seats.blocks);
        blocks.flat_map(|block| block.log.take()).collect()
    }

    /// All that was bought so far; empty where that is not kept.
    pub(in crate::engine::agents) fn take_purchases(&mut self) -> Vec<Purchase> {
        let blocks = self.seats.iter_mut().flat_map(|seats| &mut seats.blocks);
        blocks.flat_map(|block| block.log.take_purchases()).collect()
    }
}

/// The setting of period `t` for the customers of a class.
fn setting<'a>(
    kernel: &'a Kernel,
    numbers: &'a CommonNumbers,
    differences: Option<&'a Differences>,
    t: u32,
    seats: &Seats,
) -> Setting<'a> {
    Setting { kernel, numbers, t, differences, class: seats.class, segment: seats.segment }
}

/// Applies `pass` to every block, over all threads where that pays.
fn each_block(blocks: &mut [Block], parallel: bool, pass: impl Fn(&mut Block) + Sync + Send) {
    if parallel {
        blocks.par_iter_mut().for_each(pass);
    } else {
        blocks.iter_mut().for_each(pass);
    }
}

impl Population for MixingPopulation {
    fn adopt(&mut self, kernel: &Kernel) {
        self.tables = Tables::new(kernel);
        self.differences = Differences::of(kernel);
        for seats in &mut self.seats {
            let setting = setting(kernel, &self.numbers, self.differences.as_ref(), 0, seats);
            each_block(&mut seats.blocks, self.parallel, |block| block.adopt(&setting));
        }
    }

    fn active(&self, class: usize) -> f64 {
        self.seats[class].active as f64
    }

    fn newcomers(&self, kernel: &Kernel, class: usize) -> f64 {
        self.seats[class].by_state(kernel.customer.states())[kernel.customer.joining()..].iter().sum()
    }

    fn meet_failures(&mut self, kernel: &Kernel, t: u32, incidence: &Incidence, hearing: &Hearing, met: &mut [Met]) {
        for (seats, met) in self.seats.iter_mut().zip(met) {
            let setting = setting(kernel, &self.numbers, self.differences.as_ref(), t, seats);
            let period = Period::new(setting, incidence, hearing);
            each_block(&mut seats.blocks, self.parallel, |block| block.meet(&period));
            for block in &seats.blocks {
                met.add(&block.pass.met);
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
        for (seats, settled) in self.seats.iter_mut().zip(settled) {
            let setting = setting(kernel, &self.numbers, self.differences.as_ref(), t, seats);
            let settling = Settling { setting, tables: &self.tables, service, hearing };
            each_block(&mut seats.blocks, self.parallel, |block| block.settle(&settling));
            for block in &seats.blocks {
                settled.add(&block.pass.settled);
                told.add(&block.pass.told);
                seats.active -= block.pass.left;
            }
        }
        if kernel.praise > 0.0 {
            let blocks = self.seats.iter().flat_map(|seats| &seats.blocks);
            let content = blocks.map(|block| block.pass.content).sum();
            told.positive += decision::praise(&self.numbers, kernel, t, content);
        }
        told
    }

    fn flow(&mut self, t: u32, of: Flow, people: f64, p: f64) -> f64 {
        decision::flow(&self.numbers, t, of, people, p)
    }

    fn split_organic(&mut self, t: u32, organic: f64, kernel: &Kernel, parts: &mut [f64]) {
        decision::split_organic(&self.numbers, t, organic, kernel, parts);
    }

    fn whole(&self, people: f64) -> f64 {
        self.numbers.whole(people)
    }

    fn welcome(&mut self, kernel: &Kernel, t: u32, class: usize, newcomers: f64) {
        let seats = &mut self.seats[class];
        let setting = setting(kernel, &self.numbers, self.differences.as_ref(), t, seats);
        seats.welcome(newcomers as u64, setting, self.parallel);
    }

    fn purchases(&mut self, kernel: &Kernel, t: u32, class: usize) -> f64 {
        let seats = &mut self.seats[class];
        let setting = setting(kernel, &self.numbers, self.differences.as_ref(), t, seats);
        let buying = Buying::new(&setting);
        if !buying.halves(false).is_empty() {
            each_block(&mut seats.blocks, self.parallel, |block| block.close(&buying, &setting));
        }
        seats.blocks.iter().map(|block| block.pass.purchases).sum()
    }
}
