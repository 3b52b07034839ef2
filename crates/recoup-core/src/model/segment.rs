//! What one segment came to over the horizon.

use serde::{Deserialize, Serialize};

use crate::model::money::Accounts;
use crate::model::population::{Met, Settled};

/// The columns of a [`SegmentRow`], in order; names as in tables and `result.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentColumn {
    /// Customers at the start of the first period.
    CustomersStart = 0,
    /// Customers after the last period.
    CustomersEnd,
    /// Customers who met a failure.
    Episodes,
    /// Customers lost without a cause in the model.
    LostNatural,
    /// Customers lost, in excess, after silence.
    LostSilent,
    /// ... after an unresolved case.
    LostUnresolved,
    /// ... after a slow resolution.
    LostResolved,
    /// ... after a quick resolution (may be negative).
    LostQuick,
    /// ... by what they heard (may be negative).
    LostWordOfMouth,
    /// Money, present value: contribution after retention and acquisition cost, without worth beyond the horizon.
    Contribution,
    /// Money, present value: programme cost per customer and per case; what all segments share is not split.
    Programme,
}

/// How many columns a [`SegmentRow`] has.
pub(crate) const SEGMENT_COLUMNS: usize = SegmentColumn::Programme as usize + 1;

/// The names of the columns.
pub const SEGMENT_COLUMN_NAMES: [&str; SEGMENT_COLUMNS] = [
    "customers_start",
    "customers_end",
    "episodes",
    "lost_natural",
    "lost_silent",
    "lost_unresolved",
    "lost_resolved",
    "lost_quick",
    "lost_word_of_mouth",
    "contribution",
    "programme",
];

/// One segment over the horizon of one simulation: counts in customers, money as present values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SegmentRow(pub [f64; SEGMENT_COLUMNS]);

impl SegmentRow {
    /// The value of a column.
    pub fn get(&self, column: SegmentColumn) -> f64 {
        self.0[column as usize]
    }

    /// Adds to a column.
    #[inline]
    pub(crate) fn add(&mut self, column: SegmentColumn, amount: f64) {
        self.0[column as usize] += amount;
    }

    /// Customers lost, all causes together.
    pub fn lost(&self) -> f64 {
        self.0[SegmentColumn::LostNatural as usize..=SegmentColumn::LostWordOfMouth as usize].iter().sum()
    }

    /// Adds what a class of the segment met in period `t`, of `active` customers at its start.
    pub(crate) fn add_period(&mut self, t: u32, active: f64, met: &Met, settled: &Settled) {
        if t == 0 {
            self.add(SegmentColumn::CustomersStart, active);
        }
        self.add(SegmentColumn::Episodes, met.episodes);
        self.add(SegmentColumn::LostNatural, settled.lost_natural);
        for (i, lost) in settled.lost_by_outcome.into_iter().enumerate() {
            self.0[SegmentColumn::LostSilent as usize + i] += lost;
        }
        self.add(SegmentColumn::LostWordOfMouth, settled.lost_word_of_mouth);
    }

    /// Adds the worth today of the segment's accounts of a period.
    pub(crate) fn add_money(&mut self, accounts: &Accounts, discount: f64) {
        self.add(SegmentColumn::Contribution, discount * accounts.contribution());
        self.add(SegmentColumn::Programme, discount * accounts.programme());
    }
}
