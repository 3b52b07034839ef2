//! Purchases of single customers: a whole period's for who stays as they are, part of it for who leaves, joins or changes.
//!
//! Who is counted for half a period buys a Poisson number with half the mean, by the word that decides on a whole
//! period's; who joins has a word of their own. Sums over customers have the distribution of the cohort engine.

use crate::engine::agents::numbers;
use crate::model::kernel::Kernel;
use crate::random::address::{CommonNumbers, unit};
use crate::random::binomial::binomial;
use crate::random::counts::CountTable;
use crate::scenario::horizon::Counted;

/// Purchases of a customer of one class.
#[derive(Clone, Debug)]
pub(crate) struct PurchaseTable {
    /// In the mean of a period.
    pub each: f64,
    /// In a whole period; none where no table holds so many.
    pub whole: Option<CountTable>,
    half: Option<CountTable>,
}

impl PurchaseTable {
    /// The tables of every class.
    pub(crate) fn of(kernel: &Kernel) -> Vec<PurchaseTable> {
        let table = |&each: &f64| PurchaseTable {
            each,
            whole: CountTable::poisson(each),
            half: CountTable::poisson(0.5 * each),
        };
        kernel.money.purchases.iter().map(table).collect()
    }

    /// Purchases of a whole period, by a uniform number.
    pub(crate) fn whole_at(&self, u: f64) -> f64 {
        self.whole.as_ref().map_or(self.each, |table| f64::from(table.count(u)))
    }

    fn half_at(&self, u: f64) -> f64 {
        self.half.as_ref().map_or(0.5 * self.each, |table| f64::from(table.count(u)))
    }
}

/// Purchases in one period.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Purchases<'a> {
    /// The random numbers of the simulation.
    pub numbers: &'a CommonNumbers,
    /// The period.
    pub t: u32,
    /// Which customers of a period buy.
    pub counted: Counted,
}

impl Purchases<'_> {
    /// What is to be added to a whole period's purchases of the customer on `seat`, who was in state `before` and is in
    /// state `after` now, or left; `own` is what a purchase brings by their own spend.
    pub(crate) fn recount(
        &self,
        kernel: &Kernel,
        table: &PurchaseTable,
        seat: u64,
        own: f64,
        (before, after): (usize, Option<usize>),
    ) -> f64 {
        let factor = |state: usize| kernel.customer.spend(state) * own;
        self.change(table, seat, factor(before), after.map(factor))
    }

    /// Purchases, in the period in which they join, of the customer on `seat` who joined; `own` as above.
    pub(crate) fn of_newcomer(&self, kernel: &Kernel, table: &PurchaseTable, seat: u64, own: f64) -> f64 {
        self.joining(table, seat, kernel.customer.spend(kernel.customer.joining()) * own)
    }

    /// What is to be added to a whole period's purchases, each worth `factor`, of a customer who left, or whose
    /// purchases are worth another factor after the period.
    fn change(&self, table: &PurchaseTable, seat: u64, factor: f64, after: Option<f64>) -> f64 {
        if self.counted == Counted::Start || after == Some(factor) {
            return 0.0;
        }
        let u = unit(self.numbers.words(0, self.t, numbers::PERIOD, seat)[0]);
        let whole = table.whole_at(u);
        match (self.counted, after) {
            (Counted::End, None) => -whole * factor,
            (_, None) => (table.half_at(u) - whole) * factor,
            (Counted::End, Some(after)) => whole * (after - factor),
            (_, Some(after)) => {
                let late = binomial(&mut self.numbers.at(self.t, numbers::LATE_PURCHASES, seat), whole.floor(), 0.5);
                late * (after - factor)
            }
        }
    }

    /// Purchases of a customer who joined in the period, each worth `factor`.
    fn joining(&self, table: &PurchaseTable, seat: u64, factor: f64) -> f64 {
        let u = || unit(self.numbers.words(0, self.t, numbers::FIRST_PURCHASES, seat)[0]);
        match self.counted {
            Counted::Start => 0.0,
            Counted::Average => table.half_at(u()) * factor,
            Counted::End => table.whole_at(u()) * factor,
        }
    }
}
