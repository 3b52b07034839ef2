//! What happens to customers: the events of a story.

use crate::units::{Outcome, Route};

/// The number of a seat, the same in every strategy: with mixing the segment in the upper 32 bits and
/// the place in it below; on a network the number of the person.
pub type Seat = u64;

/// One thing that happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Happening {
    /// The seat of the customer.
    pub seat: Seat,
    /// In which period.
    pub t: u32,
    /// What.
    pub what: What,
}

/// What happened so far, where a log is kept.
#[derive(Debug)]
pub(super) struct Log(Option<Vec<Happening>>);

impl Log {
    /// An empty log, or none.
    pub(super) fn new(is_kept: bool) -> Self {
        Log(is_kept.then(Vec::new))
    }

    /// Whether a log is kept.
    pub(super) fn is_kept(&self) -> bool {
        self.0.is_some()
    }

    /// Adds what happened to the customer on `seat`.
    #[inline]
    pub(super) fn add(&mut self, seat: Seat, t: u32, what: impl FnOnce() -> What) {
        if let Some(happenings) = &mut self.0 {
            happenings.push(Happening { seat, t, what: what() });
        }
    }

    /// Takes out what happened.
    pub(super) fn take(&mut self) -> Vec<Happening> {
        self.0.as_mut().map(std::mem::take).unwrap_or_default()
    }
}

/// What can happen to a customer in a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// They met a failure.
    Failed {
        /// Kind of failure, by its number.
        kind: u8,
        /// What they remembered.
        remembered: u8,
        /// How the firm came to know.
        route: Route,
        /// How it ended.
        outcome: Outcome,
        /// People they told.
        told: u32,
        /// Probability to stay had they met none, what they heard included.
        stay_without: f64,
        /// Probability to stay, what they heard included.
        stay: f64,
        /// What they remember of it if they stay.
        remembers: u8,
    },
    /// Their memory of a failure faded.
    Forgot,
    /// They left.
    Left,
    /// A newcomer took the seat, active from the next period.
    Joined {
        /// Ordinal of the customer on this seat, 0 at the start.
        generation: u32,
        /// Segment of the newcomer, by its number.
        segment: u8,
    },
}
