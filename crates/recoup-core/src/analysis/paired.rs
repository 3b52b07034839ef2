//! Records side by side: strategies with common random numbers, number by number.

use crate::engine::records::Record;
use crate::engine::records::{RecordSeries, Records};
use crate::stats::series::Series;
use crate::stats::tie::is_tie;

/// One number of every record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numbers<'a, R: ?Sized> {
    records: &'a R,
    part: fn(&Record) -> f64,
}

/// One number of every record.
pub(crate) fn numbers<R: RecordSeries + ?Sized>(records: &R, part: fn(&Record) -> f64) -> Numbers<'_, R> {
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
pub(crate) struct Stretched<'a> {
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

/// The expectation of every simulation's draw: each record as often as its draw was simulated, the last one for all that
/// are left.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AtDraws<'a> {
    /// The expectations, one a draw.
    pub records: &'a Records,
    /// Simulations in all.
    pub count: usize,
}

impl RecordSeries for AtDraws<'_> {
    fn count(&self) -> usize {
        self.count
    }

    fn each(&self) -> impl Iterator<Item = Record> + '_ {
        let replicates = (self.count / self.records.len().max(1)).max(1);
        let mut rest = self.records.iter();
        let mut current = rest.next().unwrap_or_default();
        (0..self.count).map(move |i| {
            if i > 0 && i.is_multiple_of(replicates) {
                current = rest.next().unwrap_or(current);
            }
            current
        })
    }
}

/// The records of a strategy less the reference's, pair by pair.
#[derive(Debug)]
pub(crate) struct Differences<'a, A: ?Sized, B: ?Sized> {
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

/// What a strategy's programme costs more than the reference's, money; nothing where the two differ by rounding alone.
pub(crate) fn extra_cost(own: f64, reference: f64) -> f64 {
    if is_tie(own, reference) { 0.0 } else { own - reference }
}

/// Net return on extra programme cost, from the extra contribution; `None` where the programme costs no more.
pub(crate) fn return_on(contribution: f64, extra: f64) -> Option<f64> {
    (extra > 0.0).then(|| (contribution - extra) / extra)
}

/// Record by record, the strategy's less the reference's; one certain record stands for all.
pub(crate) fn subtract<'a>(
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

#[cfg(test)]
mod tests {
    use crate::analysis::paired::{extra_cost, return_on};

    #[test]
    fn rounding_is_no_cost_to_earn_a_return_on() {
        // The same sum in another order: a difference of 1e-9 made a return of 280,244,744,272,846,016 %.
        let cost = 2_056_771.298_4;
        assert_eq!(extra_cost(cost + 1e-9, cost), 0.0);
        assert_eq!(return_on(2_802.4, extra_cost(cost + 1e-9, cost)), None);
        assert_eq!(return_on(30.0, extra_cost(cost + 10.0, cost)), Some(2.0));
        assert_eq!(return_on(30.0, extra_cost(cost - 10.0, cost)), None);
        assert_eq!(extra_cost(0.0, 0.0), 0.0);
    }
}
