//! Customers who talk to anybody (mixing): records in seats, segment by segment.
//!
//! A pass over the seats draws four words for each, sixteen seats at a time, and stops only where
//! something may have happened; what happened is then decided exactly. The words of a seat do not depend
//! on who sits there or on the strategy.

mod block;
mod period;
mod seats;

pub(in crate::engine) use crate::engine::agents::mixing::seats::BLOCK;

use std::ops::Range;

use rayon::prelude::*;

use crate::engine::agents::episode::{Moment, Tables};
use crate::engine::agents::happening::Happening;
use crate::engine::agents::mixing::block::Block;
use crate::engine::agents::mixing::period::{Joining, MixingView, Period, Settling};
use crate::engine::agents::mixing::seats::Seats;
use crate::engine::agents::person::Differences;
use crate::engine::agents::purchases::{PurchaseTable, Purchases};
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
    purchase_tables: Vec<PurchaseTable>,
    differences: Option<Differences>,
    /// Whether blocks are shared out over threads. Moves no result.
    parallel: bool,
}

impl MixingPopulation {
    /// The customers at the start: all clean. `parallel` shares one simulation out over threads.
    pub fn new(kernel: &Kernel, numbers: CommonNumbers, parallel: bool) -> Self {
        MixingPopulation::with_log(kernel, numbers, parallel, false)
    }

    /// The same with a log of what happens to each if `keeps_log`.
    pub(crate) fn with_log(kernel: &Kernel, numbers: CommonNumbers, parallel: bool, keeps_log: bool) -> Self {
        let mut mixing = MixingPopulation::empty(kernel, numbers, parallel);
        let customers = largest_remainder(kernel.customers, kernel.acquisition.shares());
        for (class, customers) in customers.into_iter().enumerate() {
            mixing.seat(kernel, class, 0..customers as u64, keeps_log);
        }
        mixing
    }

    /// Some customers of one class at the start, by the numbers of their seats, with a log of what happens to each: their
    /// lives if the service and what is heard are given. The first seat is the first of a row.
    pub(in crate::engine::agents) fn of_seats(
        kernel: &Kernel,
        numbers: CommonNumbers,
        class: usize,
        places: Range<u64>,
    ) -> Self {
        let mut mixing = MixingPopulation::empty(kernel, numbers, false);
        mixing.seat(kernel, class, places, true);
        mixing
    }

    fn empty(kernel: &Kernel, numbers: CommonNumbers, parallel: bool) -> Self {
        MixingPopulation {
            numbers,
            seats: Vec::new(),
            tables: Tables::new(kernel),
            purchase_tables: PurchaseTable::of(kernel),
            differences: Differences::of(kernel),
            parallel,
        }
    }

    /// Seats customers of a class at the start.
    fn seat(&mut self, kernel: &Kernel, class: usize, places: Range<u64>, keeps_log: bool) {
        let mut seats = Seats {
            class,
            segment: kernel.segment(class),
            start: kernel.classes[class].address << 32 | places.start,
            blocks: Vec::new(),
            active: 0,
            vacant: 0,
            before: vec![0.0; kernel.customer.states()],
        };
        let customers = places.end.saturating_sub(places.start);
        seats.add(customers, kernel, &self.numbers, self.differences.as_ref(), keeps_log, None);
        self.seats.push(seats);
    }

    /// All that happened so far, seat by seat within a period; empty where no log is kept.
    pub(crate) fn take_happenings(&mut self) -> Vec<Happening> {
        let blocks = self.seats.iter_mut().flat_map(|seats| &mut seats.blocks);
        blocks.flat_map(|block| block.log.take()).collect()
    }
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
        self.purchase_tables = PurchaseTable::of(kernel);
        self.differences = Differences::of(kernel);
        let Some(differences) = &self.differences else { return };
        for seats in &mut self.seats {
            let segment = seats.segment;
            let people = seats.blocks.iter_mut().flat_map(|block| &mut block.people);
            people.for_each(|person| differences.adopt(kernel, person, segment));
        }
    }

    fn active(&self, class: usize) -> f64 {
        self.seats[class].active as f64
    }

    fn newcomers(&self, kernel: &Kernel, class: usize) -> f64 {
        self.seats[class].by_state(kernel.customer.states())[kernel.customer.joining()..].iter().sum()
    }

    fn meet_failures(&mut self, kernel: &Kernel, t: u32, incidence: &Incidence, hearing: &Hearing, met: &mut [Met]) {
        let view = MixingView {
            numbers: &self.numbers,
            differences: self.differences.as_ref(),
            purchase_tables: &self.purchase_tables,
        };
        for (seats, met) in self.seats.iter_mut().zip(met) {
            let period = Period::new(&view, kernel, incidence, hearing, t, seats.class);
            if period.purchase_table.whole.is_none() {
                seats.before = seats.by_state(kernel.customer.states());
            }
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
        let purchases = Purchases { numbers: &self.numbers, t, counted: kernel.money.counted };
        for (seats, settled) in self.seats.iter_mut().zip(settled) {
            let settling = Settling {
                moment: Moment { kernel, numbers: &self.numbers, t },
                tables: &self.tables,
                differences: self.differences.as_ref(),
                service,
                hearing,
                class: (seats.class, seats.segment),
                joining: Joining { purchases, table: &self.purchase_tables[seats.class] },
            };
            each_block(&mut seats.blocks, self.parallel, |block| block.settle(&settling));
            for block in &seats.blocks {
                settled.add(&block.pass.settled);
                told.add(&block.pass.told);
                seats.active -= block.pass.left;
                seats.vacant += block.pass.left;
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
        let (numbers, differences) = (self.numbers, self.differences.as_ref());
        let purchases = Purchases { numbers: &numbers, t, counted: kernel.money.counted };
        let joining = Joining { purchases, table: &self.purchase_tables[class] };
        self.seats[class].welcome(newcomers as u64, joining, kernel, &numbers, differences);
    }

    fn purchases(&mut self, kernel: &Kernel, _: u32, class: usize) -> f64 {
        let (seats, table) = (&self.seats[class], &self.purchase_tables[class]);
        if table.whole.is_none() {
            // No table holds so many purchases; chance does not matter in them either.
            return seats.expected_purchases(kernel, table.each);
        }
        seats.blocks.iter().map(|block| block.pass.purchases).sum()
    }
}
