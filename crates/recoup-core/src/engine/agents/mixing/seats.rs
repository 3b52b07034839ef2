//! The seats of one class: who sits where, and who joins.

use std::ops::Range;

use rayon::prelude::*;

use crate::engine::agents::happening::{Log, Seat};
use crate::engine::agents::mixing::block::Block;
use crate::engine::agents::mixing::period::Setting;
use crate::engine::agents::person::Differences;
use crate::engine::agents::points::{block_of, extent};
use crate::model::kernel::Kernel;
use crate::random::address::CommonNumbers;
use crate::units::SegmentIdx;

/// The seats of one class.
#[derive(Debug)]
pub(super) struct Seats {
    pub(super) class: usize,
    /// The segment of the class.
    pub(super) segment: SegmentIdx,
    /// The first seat of the class: the class where seats are numbered is in the upper half.
    start: Seat,
    pub(super) blocks: Vec<Block>,
    pub(super) active: u64,
    /// An empty log for a new block.
    log: Log,
}

impl Seats {
    /// Customers of a class at the start, by the numbers of their places.
    pub(super) fn new(
        kernel: &Kernel,
        numbers: &CommonNumbers,
        differences: Option<&Differences>,
        class: usize,
        places: Range<u64>,
        log: Log,
    ) -> Self {
        let segment = kernel.segment(class);
        let start = kernel.classes[class].address << 32;
        let mut seats = Seats { class, segment, start, blocks: Vec::new(), active: 0, log };
        if places.is_empty() {
            return seats;
        }
        seats.active = places.end - places.start;
        let setting = Setting { kernel, numbers, t: 0, differences, class, segment };
        for block in block_of(places.start)..=block_of(places.end - 1) {
            let (first, size) = extent(block);
            let taken = places.start.max(first) - first..(places.end - first).min(size as u64);
            let mut block = seats.new_block(block, setting);
            block.fill(taken.start as usize..taken.end as usize, &setting);
            seats.blocks.push(block);
        }
        seats
    }

    fn new_block(&self, block: usize, setting: Setting<'_>) -> Block {
        let (first, size) = extent(block);
        Block::new(self.start + first, size, setting, self.log.clone())
    }

    /// Customers by state.
    pub(super) fn by_state(&self, states: usize) -> Vec<f64> {
        let mut customers = vec![0.0; states];
        for block in &self.blocks {
            customers.iter_mut().zip(&block.counts).for_each(|(sum, &n)| *sum += f64::from(n));
        }
        customers
    }

    /// Lets newcomers take the lowest free seats.
    pub(super) fn welcome(&mut self, mut newcomers: u64, setting: Setting<'_>, parallel: bool) {
        if newcomers == 0 {
            return;
        }
        self.active += newcomers;
        let mut free: u64 = self.blocks.iter().map(|block| u64::from(block.vacant)).sum();
        while free < newcomers {
            let block = self.new_block(self.blocks.len(), setting);
            free += u64::from(block.vacant);
            self.blocks.push(block);
        }
        let mut seated = |block: &Block| {
            let here = newcomers.min(u64::from(block.vacant)) as u32;
            newcomers -= u64::from(here);
            here
        };
        let seated: Vec<u32> = self.blocks.iter().map(&mut seated).collect();
        if parallel {
            self.blocks.par_iter_mut().zip(&seated).for_each(|(block, &seated)| block.welcome(seated, &setting));
        } else {
            self.blocks.iter_mut().zip(&seated).for_each(|(block, &seated)| block.welcome(seated, &setting));
        }
    }
}
