//! What happens to customers: the events of a story.

use std::ops::Range;
use std::sync::Arc;

use crate::units::{Outcome, Route};

/// The number of a seat, the same in every strategy: with mixing the segment in the upper 32 bits and
/// the place in it below; on a network the number of the person.
pub(crate) type Seat = u64;

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

/// A purchase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Purchase {
    /// The seat of the customer.
    pub(crate) seat: Seat,
    /// In which period.
    pub(crate) t: u32,
    /// Whether it is in the second half of the period.
    pub(crate) is_late: bool,
    /// What it brings, as a multiple of the segment's margin.
    pub(crate) worth: f64,
}

/// What happened so far to those who are followed.
#[derive(Clone, Debug)]
pub(super) struct Log {
    followed: Followed,
    happenings: Vec<Happening>,
    /// The purchases; none where they are only counted.
    purchases: Option<Vec<Purchase>>,
}

/// Whose happenings are kept.
#[derive(Clone, Debug)]
enum Followed {
    Nobody,
    Everybody,
    /// Customers by their seats, in order.
    Some(Arc<[Range<Seat>]>),
}

impl Log {
    /// An empty log of everybody, or of nobody.
    pub(super) fn new(is_kept: bool) -> Self {
        let followed = if is_kept { Followed::Everybody } else { Followed::Nobody };
        Log { followed, happenings: Vec::new(), purchases: None }
    }

    /// An empty log of everybody, with what they buy.
    pub(super) fn with_purchases() -> Self {
        Log { purchases: Some(Vec::new()), ..Log::new(true) }
    }

    /// An empty log of some; `seats` are in order.
    pub(super) fn of(seats: Arc<[Range<Seat>]>) -> Self {
        Log { followed: Followed::Some(seats), ..Log::new(false) }
    }

    /// Adds what happened to the customer on `seat`, if they are followed.
    #[inline]
    pub(super) fn add(&mut self, seat: Seat, t: u32, what: impl FnOnce() -> What) {
        let is_followed = match &self.followed {
            Followed::Nobody => return,
            Followed::Everybody => true,
            Followed::Some(seats) => {
                let after = seats.partition_point(|seats| seats.end <= seat);
                seats.get(after).is_some_and(|seats| seats.contains(&seat))
            }
        };
        if is_followed {
            self.happenings.push(Happening { seat, t, what: what() });
        }
    }

    /// Whether anything is kept.
    pub(super) fn is_kept(&self) -> bool {
        !matches!(self.followed, Followed::Nobody)
    }

    /// Where purchases are kept, if they are.
    pub(super) fn purchases(&mut self) -> Option<&mut Vec<Purchase>> {
        self.purchases.as_mut()
    }

    /// Takes out what happened.
    pub(super) fn take(&mut self) -> Vec<Happening> {
        std::mem::take(&mut self.happenings)
    }

    /// Takes out what was bought.
    pub(super) fn take_purchases(&mut self) -> Vec<Purchase> {
        self.purchases.as_mut().map(std::mem::take).unwrap_or_default()
    }
}

/// Who settles a case there and then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtOnce {
    /// Nobody: silent, or a case for the desk.
    Nobody,
    /// The front line.
    FrontLine,
    /// The guarantee.
    Guarantee,
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
        /// Who settled it at once.
        at_once: AtOnce,
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
