//! Observers of how failures end in a population of groups.

use crate::model::loyalty::Standing;
use crate::units::{KindIdx, Outcome};

/// Customers whose failure ended alike.
#[derive(Clone, Copy, Debug)]
pub struct Ended {
    /// In which period.
    pub t: u32,
    /// Kind of failure.
    pub kind: KindIdx,
    /// What an earlier failure left them with.
    pub standing: Standing,
    /// How it ended.
    pub outcome: Outcome,
    /// How many they are.
    pub customers: f64,
    /// The group, as random numbers are addressed: segment, standing and kind.
    pub who: u64,
    /// How their episode went, as the number of the decision of who stays.
    pub way: u8,
}

/// Observes how failures end, group by group. It changes nothing.
pub trait Observer {
    /// Whether the tree of episodes is wanted, which costs time where there are many kinds of failure.
    const WANTS_TREE: bool = true;

    /// Failures of a group ended.
    fn observe(&mut self, ended: &Ended);
}

/// No observer.
#[derive(Clone, Copy, Debug)]
pub struct NoObserver;

impl Observer for NoObserver {
    #[inline(always)]
    fn observe(&mut self, _: &Ended) {}
}

/// No observer, and no tree of episodes: it stays empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WorthAlone;

impl Observer for WorthAlone {
    const WANTS_TREE: bool = false;

    #[inline(always)]
    fn observe(&mut self, _: &Ended) {}
}
