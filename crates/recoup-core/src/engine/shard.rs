//! A part of a run that another process can go on from: exact, however the run is split.
//!
//! Sums of floats depend on how they are bracketed. So batches are summed as a tree that only their numbers
//! decide: batches 2k and 2k + 1 make a pair, two pairs a four, and so on. A part keeps the branches of that tree
//! that it has whole, at most two for every level, so joined parts have the same sums as one run.

use std::ops::Range;
use std::str::FromStr;
use std::sync::Arc;

use crate::engine::records::{Records, Store};
use crate::engine::tally::{CashSums, Tally};

/// One of several equal parts of the work: the `number`th, from 1, of `of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Which one, from 1.
    pub number: u32,
    /// How many there are.
    pub of: u32,
}

/// Most shards.
pub const MOST_SHARDS: u32 = 10_000;

impl Shard {
    /// The shard's share of `things` in a row: all shards together have each thing once.
    pub(crate) fn share_of(self, things: u64) -> Range<u64> {
        let cut = |at: u32| (u128::from(things) * u128::from(at) / u128::from(self.of)) as u64;
        cut(self.number - 1)..cut(self.number)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        match parts {
            Some((number, of)) if (1..=of).contains(&number) && of <= MOST_SHARDS => Ok(Shard { number, of }),
            _ => Err(format!("a shard is I/N with I from 1 to N and N at most {MOST_SHARDS}, as in 3/8")),
        }
    }
}

impl std::fmt::Display for Shard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

/// One batch, or many summed up.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    /// By scenario and strategy: the engine's simulations and the expected engine.
    pub cases: Vec<Vec<(Tally, Tally)>>,
    /// By sweep, scenario, swept strategy and value.
    pub sweeps: Vec<Vec<Vec<Vec<Records>>>>,
    /// The cash behind those records, one after the other; none where there would be too much of it.
    pub swept_cash: Vec<CashSums>,
}

impl Batch {
    fn tallies(&mut self) -> impl Iterator<Item = &mut Tally> {
        self.cases.iter_mut().flatten().flat_map(|(simulations, expected)| [simulations, expected])
    }
}

/// The sums of 2^level batches, from number `start` on, without their records.
#[derive(Clone, Debug)]
pub struct Branch {
    /// The first batch.
    pub start: u64,
    /// How many batches, as a power of two.
    pub level: u32,
    /// By scenario and strategy: the engine's simulations and the expected engine.
    pub cases: Vec<Vec<(Tally, Tally)>>,
    /// Sums of the cash of swept levels, by curve and level.
    pub swept_cash: Vec<CashSums>,
}

/// Batches in a row: branches of the tree of sums, and all records.
#[derive(Clone, Debug)]
pub struct Part {
    start: u64,
    end: u64,
    branches: Vec<Branch>,
    records: Vec<Vec<(Records, Records)>>,
    sweeps: Vec<Vec<Vec<Vec<Records>>>>,
}

impl Part {
    /// Nothing yet, from batch `start` on, of a run whose batches look like `empty`.
    pub(crate) fn new(start: u64, empty: Batch, store: &Arc<Store>) -> Self {
        let kept = || Records::kept_in(store);
        let records = empty.cases.iter().map(|scenario| scenario.iter().map(|_| (kept(), kept())).collect());
        let mut sweeps = empty.sweeps;
        sweeps.iter_mut().flatten().flatten().flatten().for_each(|records| *records = kept());
        Part { start, end: start, branches: Vec::new(), records: records.collect(), sweeps }
    }

    /// The first batch.
    pub fn start(&self) -> u64 {
        self.start
    }

    /// The batch after the last.
    pub fn end(&self) -> u64 {
        self.end
    }

    /// The branches, in order.
    pub fn branches(&self) -> &[Branch] {
        &self.branches
    }

    /// By scenario and strategy, the records of the engine's simulations and of the expected engine.
    pub fn records(&self) -> &[Vec<(Records, Records)>] {
        &self.records
    }

    /// Every list of records, in a fixed order: simulations and expected by scenario and strategy, then sweeps.
    pub fn lists(&self) -> Vec<&Records> {
        let of_cases = self.records.iter().flatten().flat_map(|(simulations, expected)| [simulations, expected]);
        of_cases.chain(self.sweeps.iter().flatten().flatten().flatten()).collect()
    }

    /// The same lists, to be filled.
    pub fn lists_mut(&mut self) -> Vec<&mut Records> {
        let of_cases = self.records.iter_mut().flatten().flat_map(|(simulations, expected)| [simulations, expected]);
        of_cases.chain(self.sweeps.iter_mut().flatten().flatten().flatten()).collect()
    }

    /// Appends one batch.
    pub(crate) fn push(&mut self, mut batch: Batch) {
        let of_cases = self.records.iter_mut().flatten().flat_map(|(simulations, expected)| [simulations, expected]);
        for (all, tally) in of_cases.zip(batch.tallies()) {
            all.append(&std::mem::take(&mut tally.records));
        }
        let sweeps = self.sweeps.iter_mut().flatten().flatten().flatten();
        for (all, records) in sweeps.zip(batch.sweeps.iter().flatten().flatten().flatten()) {
            all.append(records);
        }
        self.graft(Branch { start: self.end, level: 0, cases: batch.cases, swept_cash: batch.swept_cash });
    }

    /// Appends a branch that begins where the part ends, and joins what belongs together.
    pub fn graft(&mut self, branch: Branch) {
        self.end = branch.start + (1 << branch.level);
        self.branches.push(branch);
        while let [.., left, right] = &self.branches[..]
            && left.level == right.level
            && left.start.is_multiple_of(2 << left.level)
            && let Some(right) = self.branches.pop()
            && let Some(left) = self.branches.last_mut()
        {
            left.append(right);
            left.level += 1;
        }
    }

    /// Appends the part that comes next; refuses, with the batch that it should begin with, any other.
    pub(crate) fn append(&mut self, next: Part) -> Result<(), u64> {
        if next.start != self.end {
            return Err(self.end);
        }
        for (all, part) in self.lists_mut().into_iter().zip(next.lists()) {
            all.append(part);
        }
        next.branches.into_iter().for_each(|branch| self.graft(branch));
        Ok(())
    }

    /// Everything in one, with records; `empty` where there is nothing.
    pub(crate) fn whole(self, empty: Batch) -> Batch {
        let mut branches = self.branches.into_iter();
        let mut sums = branches.next().unwrap_or(Branch {
            start: self.start,
            level: 0,
            cases: empty.cases,
            swept_cash: empty.swept_cash,
        });
        branches.for_each(|branch| sums.append(branch));
        let mut all = Batch { cases: sums.cases, sweeps: self.sweeps, swept_cash: sums.swept_cash };
        let records = self.records.into_iter().flatten().flat_map(|(simulations, expected)| [simulations, expected]);
        for (tally, records) in all.tallies().zip(records) {
            tally.records = records;
        }
        all
    }
}

impl Branch {
    /// Appends the sums of what comes next.
    fn append(&mut self, next: Branch) {
        for (all, next) in self.cases.iter_mut().flatten().zip(next.cases.into_iter().flatten()) {
            all.0.append(next.0);
            all.1.append(next.1);
        }
        for (all, next) in self.swept_cash.iter_mut().zip(&next.swept_cash) {
            all.merge(next);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::records::Record;
    use crate::engine::records::Store;
    use crate::engine::shard::{Batch, Part, Shard};
    use crate::engine::tally::Tally;

    fn empty() -> Batch {
        Batch { cases: vec![vec![(Tally::new(0, 0), Tally::new(0, 0))]], sweeps: Vec::new(), swept_cash: Vec::new() }
    }

    fn batch(i: u64) -> Batch {
        let mut batch = empty();
        let tally = &mut batch.cases[0][0].0;
        tally.records.push(Record { contribution: i as f64, ..Record::default() });
        // Numbers whose sum depends on the order.
        tally.lost_yearly_margin.add((i as f64 * 0.37).sin() * 10_f64.powi((i % 17) as i32));
        batch
    }

    fn part(range: std::ops::Range<u64>) -> Part {
        let mut part = Part::new(range.start, empty(), &Store::in_memory());
        range.for_each(|i| part.push(batch(i)));
        part
    }

    #[test]
    fn however_it_is_split_the_sums_are_the_same_to_the_last_bit() {
        for batches in [1, 2, 7, 64, 101] {
            let one = part(0..batches).whole(empty());
            for of in [1, 2, 3, 8, 101, 150] {
                let mut all = Part::new(0, empty(), &Store::in_memory());
                for number in 1..=of {
                    all.append(part(Shard { number, of }.share_of(batches))).unwrap();
                }
                assert_eq!(all.end(), batches);
                assert!(all.whole(empty()).cases == one.cases, "{batches} batches in {of} shards");
            }
        }
    }

    #[test]
    fn parts_out_of_order_are_refused() {
        let mut first = part(0..5);
        assert_eq!(first.append(part(6..7)), Err(5));
        assert_eq!(first.append(part(5..7)), Ok(()));
    }

    #[test]
    fn a_tally_comes_back_from_its_numbers() {
        let mut tally = Tally::new(2, 1);
        tally.lost_yearly_margin.add(3.5);
        tally.traces.active.extend([1.0, 2.0]);
        let numbers = tally.numbers();
        assert_eq!(Tally::from_numbers(&mut numbers.iter().copied()), Some(tally));
        assert_eq!(Tally::from_numbers(&mut numbers[..numbers.len() - 1].iter().copied()), None);
    }

    #[test]
    fn shards_are_written_as_people_do() {
        assert_eq!("3/8".parse(), Ok(Shard { number: 3, of: 8 }));
        for wrong in ["0/3", "4/3", "3", "1/0", "a/b", "1/10001"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }
}
