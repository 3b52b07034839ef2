//! Records side by side: strategies with the same luck, number by number.

use crate::engine::records::{RecordSeries, Records};
use crate::engine::tally::Record;
use crate::stats::series::Series;

/// One number of every record.
#[derive(Clone, Copy, Debug)]
pub struct Numbers<'a, R: ?Sized> {
    records: &'a R,
    part: fn(&Record) -> f64,
}

/// One number of every record.
pub fn numbers<R: RecordSeries + ?Sized>(records: &R, part: fn(&Record) -> f64) -> Numbers<'_, R> {
    Numbers { records, part }
}

impl<R: RecordSeries + ?Sized> Series for Numbers<'_, R> {
    fn count(&self) -> usize {
        self.records.count()
    }

    fn numbers(&self) -> impl Iterator<Item = f64> + '_ {
        self.records.each().map(|record| (self.part)(&record))
    }
}

/// Records, the last one repeated until there are `count`.
#[derive(Clone, Copy, Debug)]
pub struct Stretched<'a> {
    /// The records.
    pub records: &'a Records,
    /// How many there should be.
    pub count: usize,
}

impl RecordSeries for Stretched<'_> {
    fn count(&self) -> usize {
        self.count
    }

    fn each(&self) -> impl Iterator<Item = Record> + '_ {
        self.records.stretched(self.count)
    }
}

/// The records of a strategy less the reference's, pair by pair.
#[derive(Debug)]
pub struct Differences<'a, A: ?Sized, B: ?Sized> {
    /// The strategy's.
    pub strategy: &'a A,
    /// The reference's.
    pub reference: &'a B,
}

impl<A: RecordSeries + ?Sized, B: RecordSeries + ?Sized> RecordSeries for Differences<'_, A, B> {
    fn count(&self) -> usize {
        self.strategy.count().max(self.reference.count())
    }

    fn each(&self) -> impl Iterator<Item = Record> + '_ {
        subtract(self.strategy, self.reference)
    }
}

/// Record by record, the strategy's less the reference's; one certain record stands for all.
pub fn subtract<'a>(
    strategy: &'a (impl RecordSeries + ?Sized),
    reference: &'a (impl RecordSeries + ?Sized),
) -> impl Iterator<Item = Record> + 'a {
    let n = strategy.count().max(reference.count());
    strategy.stretched(n).zip(reference.stretched(n)).map(|(a, b)| Record {
        contribution: a.contribution - b.contribution,
        programme: a.programme - b.programme,
        lost: a.lost - b.lost,
    })
}
