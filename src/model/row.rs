//! What is written down of a period.

use serde::{Deserialize, Serialize};

/// The columns of a [`Row`], in order; names as in tables and `result.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Customers at the start of the period.
    Active = 0,
    /// Prospects at the start of the period.
    Prospects,
    /// Lapsed customers at the start of the period.
    Lapsed,
    /// Customers who met a failure.
    Episodes,
    /// ... and stayed silent.
    Silent,
    /// ... whose case was not resolved.
    Unresolved,
    /// ... whose case was resolved slowly.
    Resolved,
    /// ... whose case was resolved quickly.
    Quick,
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
    /// Customers who came of their own accord.
    Organic,
    /// Customers who were bought.
    Bought,
    /// Negative messages sent.
    Nwom,
    /// Positive messages sent.
    Pwom,
    /// Money: contribution after retention and acquisition cost.
    Contribution,
    /// Money: programme cost.
    Programme,
}

/// How many columns a [`Row`] has.
pub const COLUMNS: usize = Column::Programme as usize + 1;

/// The names of the columns.
pub const COLUMN_NAMES: [&str; COLUMNS] = [
    "active",
    "prospects",
    "lapsed",
    "episodes",
    "silent",
    "unresolved",
    "resolved",
    "quick",
    "lost_natural",
    "lost_silent",
    "lost_unresolved",
    "lost_resolved",
    "lost_quick",
    "lost_word_of_mouth",
    "organic",
    "bought",
    "nwom",
    "pwom",
    "contribution",
    "programme",
];

/// One period of one history: counts in customers, money undiscounted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row(pub [f64; COLUMNS]);

impl Row {
    /// The value of a column.
    #[inline]
    pub fn get(&self, column: Column) -> f64 {
        self.0[column as usize]
    }

    /// Sets the value of a column.
    #[inline]
    pub fn set(&mut self, column: Column, value: f64) {
        self.0[column as usize] = value;
    }

    /// Customers lost, all causes together.
    pub fn lost(&self) -> f64 {
        self.0[Column::LostNatural as usize..=Column::LostWordOfMouth as usize].iter().sum()
    }
}
