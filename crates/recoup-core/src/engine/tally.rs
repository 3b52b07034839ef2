//! Tallies: what is kept of many simulations, merged in batch order.

use crate::engine::records::{Record, Records};
use crate::model::money::{ACCOUNTS, Account, Accounts};
use crate::model::period::Life;
use crate::model::row::{COLUMNS, Column, Row};
use crate::model::segment::{SEGMENT_COLUMNS, SegmentRow};
use crate::stats::moments::Moments;
use crate::units::{Branch, Tree};

/// Moments of every column of one period over simulations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowMoments {
    count: f64,
    mean: [f64; COLUMNS],
    squares: [f64; COLUMNS],
}

impl Default for RowMoments {
    fn default() -> Self {
        RowMoments { count: 0.0, mean: [0.0; COLUMNS], squares: [0.0; COLUMNS] }
    }
}

impl RowMoments {
    /// Adds a row.
    #[inline]
    pub fn add(&mut self, row: &Row) {
        self.count += 1.0;
        let share = 1.0 / self.count;
        for i in 0..COLUMNS {
            let delta = row.0[i] - self.mean[i];
            self.mean[i] += delta * share;
            self.squares[i] += delta * (row.0[i] - self.mean[i]);
        }
    }

    /// Adds all that `other` holds.
    pub fn merge(&mut self, other: &RowMoments) {
        if other.count == 0.0 {
            return;
        }
        let count = self.count + other.count;
        for i in 0..COLUMNS {
            let delta = other.mean[i] - self.mean[i];
            self.mean[i] += delta * (other.count / count);
            self.squares[i] += other.squares[i] + delta * delta * (self.count * other.count / count);
        }
        self.count = count;
    }

    /// Simulations added.
    pub fn count(&self) -> f64 {
        self.count
    }

    /// Mean of a column.
    pub fn mean(&self, column: Column) -> f64 {
        self.mean[column as usize]
    }

    /// The means of all columns.
    pub fn means(&self) -> Row {
        Row(self.mean)
    }

    /// Sample standard deviation of the column numbered `column`; 0 for fewer than two simulations.
    pub fn sd_at(&self, column: usize) -> f64 {
        if self.count > 1.0 { (self.squares[column] / (self.count - 1.0)).max(0.0).sqrt() } else { 0.0 }
    }
}

/// Active customers and money by period of the first simulations: what bands over time are made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Traces {
    /// Customers at the start of each period and after the last, one simulation after the other.
    pub active: Vec<f64>,
    /// Contribution less programme cost of each period, as present value.
    pub worth: Vec<f64>,
}

/// Cash by account, summed over simulations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CashSums {
    /// By period, undiscounted.
    pub periods: Vec<Accounts>,
    /// The worth beyond the horizon in the accounts that it is made of, as present value.
    pub beyond: Accounts,
}

impl CashSums {
    /// Nothing yet, of that many periods.
    pub fn new(periods: u32) -> Self {
        CashSums { periods: vec![Accounts::default(); periods as usize], ..CashSums::default() }
    }

    /// Adds all that `other` holds.
    pub fn merge(&mut self, other: &CashSums) {
        self.periods.iter_mut().zip(&other.periods).for_each(|(sum, part)| sum.add_all(part));
        self.beyond.add_all(&other.beyond);
    }

    /// All numbers, in a fixed order.
    pub fn numbers(&self) -> impl Iterator<Item = f64> + '_ {
        self.periods.iter().chain([&self.beyond]).flat_map(|accounts| accounts.0)
    }

    /// The sums over `periods` periods of those numbers; `None` where there are too few.
    pub fn from_numbers(periods: usize, numbers: &mut impl Iterator<Item = f64>) -> Option<Self> {
        let mut accounts = || {
            let mut accounts = Accounts::default();
            for place in &mut accounts.0 {
                *place = numbers.next()?;
            }
            Some(accounts)
        };
        let periods = (0..periods).map(|_| accounts()).collect::<Option<_>>()?;
        Some(CashSums { periods, beyond: accounts()? })
    }
}

/// Everything kept of the simulations of one strategy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// Every simulation, by id: draw-major.
    pub records: Records,
    /// Moments by period.
    pub rows: Vec<RowMoments>,
    /// Cash by account and period.
    pub cash: CashSums,
    /// Moments of present values by account.
    pub accounts: [Moments; ACCOUNTS],
    /// Moments of the yearly margin of customers lost in excess.
    pub lost_yearly_margin: Moments,
    /// Sum of the trees of all simulations.
    pub trees: Tree,
    /// The first simulations, period by period.
    pub traces: Traces,
    /// By segment: moments of what it came to.
    pub segments: Vec<[Moments; SEGMENT_COLUMNS]>,
}

impl Tally {
    /// An empty tally of `periods` periods and that many segments.
    pub fn new(periods: u32, segments: usize) -> Self {
        Tally {
            rows: vec![RowMoments::default(); periods as usize],
            cash: CashSums::new(periods),
            segments: vec![[Moments::default(); SEGMENT_COLUMNS]; segments],
            ..Tally::default()
        }
    }

    /// Adds the totals of a life whose rows and cash were added already.
    pub fn close(&mut self, life: &Life) {
        self.records.push(Record::of(life));
        self.cash.beyond.add_all(&life.beyond);
        for (moments, &worth) in self.accounts.iter_mut().zip(&life.worth.0) {
            moments.add(worth);
        }
        self.lost_yearly_margin.add(life.lost_yearly_margin);
        self.trees.add_all(&life.tree, 1.0);
        for (moments, row) in self.segments.iter_mut().zip(&life.segments) {
            moments.iter_mut().zip(row.0).for_each(|(moments, amount)| moments.add(amount));
        }
    }

    /// Appends what comes next. Sums of floats depend on how they are bracketed: who appends keeps to
    /// [`Part`](crate::engine::shard::Part)'s order.
    pub fn append(&mut self, next: Tally) {
        self.records.append(&next.records);
        for (all, part) in self.rows.iter_mut().zip(&next.rows) {
            all.merge(part);
        }
        self.cash.merge(&next.cash);
        for (all, part) in self.accounts.iter_mut().zip(&next.accounts) {
            all.merge(part);
        }
        self.lost_yearly_margin.merge(&next.lost_yearly_margin);
        self.trees.add_all(&next.trees, 1.0);
        self.traces.active.extend(next.traces.active);
        self.traces.worth.extend(next.traces.worth);
        for (all, part) in self.segments.iter_mut().flatten().zip(next.segments.iter().flatten()) {
            all.merge(part);
        }
    }

    /// All numbers but the records, in a fixed order: what a part of a run writes down.
    pub fn numbers(&self) -> Vec<f64> {
        let mut all = vec![self.rows.len() as f64];
        for row in &self.rows {
            all.push(row.count);
            all.extend(row.mean.iter().chain(&row.squares));
        }
        all.extend(self.cash.numbers());
        for moments in self.accounts.iter().chain([&self.lost_yearly_margin]) {
            all.extend(moments.parts());
        }
        all.extend(self.trees.branches().iter().flatten().flat_map(|branch| [branch.customers, branch.stayed]));
        for trace in [&self.traces.active, &self.traces.worth] {
            all.push(trace.len() as f64);
            all.extend(trace);
        }
        all.push(self.segments.len() as f64);
        all.extend(self.segments.iter().flatten().flat_map(Moments::parts));
        all
    }

    /// The tally of those numbers, without records; `None` where there are too few.
    pub fn from_numbers(numbers: &mut impl Iterator<Item = f64>) -> Option<Self> {
        let mut tally = Tally::default();
        for _ in 0..numbers.next()? as usize {
            let mut row = RowMoments { count: numbers.next()?, ..RowMoments::default() };
            for place in row.mean.iter_mut().chain(&mut row.squares) {
                *place = numbers.next()?;
            }
            tally.rows.push(row);
        }
        tally.cash = CashSums::from_numbers(tally.rows.len(), numbers)?;
        for moments in tally.accounts.iter_mut().chain([&mut tally.lost_yearly_margin]) {
            *moments = Moments::from_parts([numbers.next()?, numbers.next()?, numbers.next()?]);
        }
        let mut branches = [[Branch::default(); 4]; 4];
        for branch in branches.iter_mut().flatten() {
            *branch = Branch { customers: numbers.next()?, stayed: numbers.next()? };
        }
        tally.trees = Tree::from_branches(branches);
        for trace in [&mut tally.traces.active, &mut tally.traces.worth] {
            let length = numbers.next()? as usize;
            trace.extend(numbers.take(length));
            if trace.len() < length {
                return None;
            }
        }
        for _ in 0..numbers.next()? as usize {
            let mut columns = [Moments::default(); SEGMENT_COLUMNS];
            for moments in &mut columns {
                *moments = Moments::from_parts([numbers.next()?, numbers.next()?, numbers.next()?]);
            }
            tally.segments.push(columns);
        }
        Some(tally)
    }

    /// The mean tree of a simulation.
    pub fn tree(&self) -> Tree {
        let mut mean = Tree::default();
        mean.add_all(&self.trees, 1.0 / self.records.len().max(1) as f64);
        mean
    }

    /// By segment, the mean of what it came to.
    pub fn segments(&self) -> Vec<SegmentRow> {
        self.segments.iter().map(|columns| SegmentRow(columns.each_ref().map(Moments::mean))).collect()
    }

    /// Mean present value of an account.
    pub fn account(&self, account: Account) -> f64 {
        self.accounts[account as usize].mean()
    }
}
