//! The seats of one class: who sits where, and who joins.

use crate::engine::agents::happening::{Seat, What};
use crate::engine::agents::mixing::block::{Block, VACANT};
use crate::engine::agents::mixing::period::Joining;
use crate::engine::agents::person::Differences;
use crate::model::kernel::Kernel;
use crate::random::address::CommonNumbers;
use crate::random::lanes::LANES;
use crate::units::{SegmentIdx, memory};

/// Seats in a block, the unit of work of a thread. Sums are taken block by block.
pub(in crate::engine) const BLOCK: usize = 16_384;

/// The seats of one class.
#[derive(Debug)]
pub(super) struct Seats {
    pub(super) class: usize,
    /// The segment of the class.
    pub(super) segment: SegmentIdx,
    /// The first seat: the class where seats are numbered is in the upper half.
    pub(super) start: Seat,
    pub(super) blocks: Vec<Block>,
    pub(super) active: u64,
    pub(super) vacant: u64,
    /// By state: customers at the start of the period.
    pub(super) before: Vec<f64>,
}

impl Seats {
    /// Adds seats and lets customers sit there; `t` is the period in which they join, none at the start.
    pub(super) fn add(
        &mut self,
        mut customers: u64,
        kernel: &Kernel,
        numbers: &CommonNumbers,
        differences: Option<&Differences>,
        keeps_log: bool,
        joining: Option<Joining<'_>>,
    ) {
        self.active += customers;
        while customers > 0 {
            if self.blocks.last().is_none_or(|block| block.used == BLOCK) {
                let first = self.start + (self.blocks.len() * BLOCK) as u64;
                self.blocks.push(Block::new(first, kernel.customer.states(), keeps_log));
            }
            let Some(block) = self.blocks.last_mut() else { return };
            let room = ((BLOCK - block.used) as u64).min(customers) as usize;
            customers -= room as u64;
            let new = block.used..block.used + room;
            block.used += room;
            // At the start everybody is established; who joins later is not.
            let state = if joining.is_some() { kernel.customer.joining() } else { memory::CLEAN };
            block.state.resize(block.used.next_multiple_of(LANES), VACANT);
            block.generation.resize(block.state.len(), 0);
            block.counts[state] += room as u32;
            for place in new {
                block.state[place] = state as u8;
                if let Some(differences) = differences {
                    let seat = block.first + place as u64;
                    block.people.push(differences.person(kernel, numbers, seat, 0, self.segment));
                }
                if let Some(joining) = joining {
                    block.count_newcomer(place, kernel, joining);
                    let joined = || What::Joined { generation: 0, segment: self.segment.0 as u8 };
                    block.log.add(block.first + place as u64, joining.purchases.t, joined);
                }
            }
        }
    }

    /// Customers by state.
    pub(super) fn by_state(&self, states: usize) -> Vec<f64> {
        let mut customers = vec![0.0; states];
        for block in &self.blocks {
            customers.iter_mut().zip(&block.counts).for_each(|(sum, &n)| *sum += f64::from(n));
        }
        customers
    }

    /// Purchases in the mean of the customers counted in a period that is over, in purchases at the segment's margin.
    pub(super) fn expected_purchases(&self, kernel: &Kernel, each: f64) -> f64 {
        let after = self.by_state(kernel.customer.states());
        let of_state = |(state, (&before, &after)): (usize, (&f64, &f64))| {
            kernel.customer.spend(state) * kernel.money.counted.of(before, after)
        };
        self.before.iter().zip(&after).enumerate().map(of_state).sum::<f64>() * each
    }

    /// Lets newcomers take the lowest free seats, then new ones.
    pub(super) fn welcome(
        &mut self,
        mut newcomers: u64,
        joining: Joining<'_>,
        kernel: &Kernel,
        numbers: &CommonNumbers,
        differences: Option<&Differences>,
    ) {
        let keeps_log = self.blocks.first().is_some_and(|block| block.log.is_kept());
        for block in &mut self.blocks {
            let vacant = block.used as u64 - block.counts.iter().map(|&n| u64::from(n)).sum::<u64>();
            let mut seated = newcomers.min(vacant);
            newcomers -= seated;
            self.vacant -= seated;
            self.active += seated;
            block.counts[kernel.customer.joining()] += seated as u32;
            let mut place = 0;
            while seated > 0 {
                let Some(next) = vacant_from(&block.state, place) else { break };
                place = next;
                block.state[place] = kernel.customer.joining() as u8;
                let generation = block.generation[place].wrapping_add(1);
                block.generation[place] = generation;
                let seat = block.first + place as u64;
                if let Some(differences) = differences {
                    block.people[place] =
                        differences.person(kernel, numbers, seat, u32::from(generation), self.segment);
                }
                block.count_newcomer(place, kernel, joining);
                let joined = || What::Joined { generation: u32::from(generation), segment: self.segment.0 as u8 };
                block.log.add(seat, joining.purchases.t, joined);
                seated -= 1;
            }
            if newcomers == 0 {
                return;
            }
        }
        self.add(newcomers, kernel, numbers, differences, keeps_log, Some(joining));
    }
}

/// The first vacant place from `place` on. Rows of places without one are passed over as a whole.
fn vacant_from(states: &[u8], place: usize) -> Option<usize> {
    let first = place / LANES;
    let rows = states.as_chunks::<LANES>().0.get(first..)?;
    let vacant = |row: &[u8; LANES]| row.iter().fold(false, |any, &state| any | (state == VACANT));
    let place_in = |row: usize| (row * LANES..(row + 1) * LANES).find(|&at| at >= place && states[at] == VACANT);
    rows.iter().enumerate().filter(|(_, row)| vacant(row)).find_map(|(row, _)| place_in(first + row))
}
