//! What is written down of a period.

use serde::{Deserialize, Serialize};

use crate::scenario::horizon::Horizon;

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
    /// Money: the part of programme cost that is paid once, when a strategy starts.
    Setup,
    /// Load of the desk, in erlang; 0 without one.
    DeskLoad,
    /// Load of the desk by position.
    DeskUtilisation,
    /// Share of desk cases that are served.
    DeskServed,
    /// Share of contacts answered in time.
    DeskInTime,
}

/// How many columns a [`Row`] has.
pub(crate) const COLUMNS: usize = Column::DeskInTime as usize + 1;

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
    "setup",
    "desk_load",
    "desk_utilisation",
    "desk_served",
    "desk_in_time",
];

/// One period of one simulation: counts in customers, money undiscounted.
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
    pub(crate) fn set(&mut self, column: Column, value: f64) {
        self.0[column as usize] = value;
    }

    /// Whether the column numbered `column` is a share of nothing here: of a desk without work.
    pub fn lacks(&self, column: usize) -> bool {
        let is_share = [Column::DeskServed, Column::DeskInTime].iter().any(|share| *share as usize == column);
        is_share && self.get(Column::DeskLoad) == 0.0
    }

    /// Contribution less programme cost without setup: what falls when the period's cash falls.
    pub(crate) fn cash(&self) -> f64 {
        self.get(Column::Contribution) - (self.get(Column::Programme) - self.get(Column::Setup))
    }

    /// The worth today of contribution less programme cost of period `t`: setup falls at its start, all else when the
    /// period's cash falls.
    pub(crate) fn worth(&self, horizon: &Horizon, t: u32) -> f64 {
        horizon.discount_cash(t) * self.cash() - horizon.discount(t) * self.get(Column::Setup)
    }

    /// Customers lost, all causes together.
    pub fn lost(&self) -> f64 {
        self.0[Column::LostNatural as usize..=Column::LostWordOfMouth as usize].iter().sum()
    }
}
