//! Terms that all modules share: outcomes, routes and memories, and how they are numbered.

use serde::{Deserialize, Serialize};

/// How a failure ends for the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// The customer did not speak to anyone who could act.
    Silent = 0,
    /// A case that was not resolved.
    Unresolved = 1,
    /// A case resolved, slowly.
    Resolved = 2,
    /// A case resolved quickly.
    Quick = 3,
}

impl Outcome {
    /// All four, in the order of their numbers.
    pub const ALL: [Outcome; 4] = [Outcome::Silent, Outcome::Unresolved, Outcome::Resolved, Outcome::Quick];

    /// The word in tables and files.
    pub fn name(self) -> &'static str {
        ["silent", "unresolved", "resolved", "quick"][self as usize]
    }

    /// Whether the customer was helped.
    pub fn is_recovered(self) -> bool {
        matches!(self, Outcome::Resolved | Outcome::Quick)
    }
}

/// How the firm comes to know of a failure, or does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Route {
    /// The customer stayed silent.
    Silent = 0,
    /// The customer spoke.
    Voiced = 1,
    /// The customer was brought to speak.
    Solicited = 2,
    /// The firm noticed first.
    Detected = 3,
}

impl Route {
    /// All four, in the order of their numbers.
    pub const ALL: [Route; 4] = [Route::Silent, Route::Voiced, Route::Solicited, Route::Detected];

    /// The three ways in which a case comes about.
    pub(crate) const CASES: [Route; 3] = [Route::Voiced, Route::Solicited, Route::Detected];

    /// The word in tables.
    pub fn name(self) -> &'static str {
        ["silent", "voiced", "solicited", "detected"][self as usize]
    }
}

/// The number of the period at place `t`, as people write and read it: places count from 0, people from 1.
pub fn period_number(t: usize) -> u64 {
    t as u64 + 1
}

/// A strategy, by its place in the list of strategies of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StrategyIdx(pub usize);

/// A segment, by its place in the list of segments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SegmentIdx(pub usize);

/// A kind of failure, by its place in the list of failures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindIdx(pub usize);

/// Customers by route and outcome: the tree from failure to stay or leave.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tree([[Branch; 4]; 4]);

/// One way through a [`Tree`], in customers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Branch {
    /// Who went this way.
    pub customers: f64,
    /// Who of them stayed in that period.
    pub stayed: f64,
}

impl Tree {
    /// Adds customers to a branch.
    #[inline]
    pub(crate) fn add(&mut self, route: Route, outcome: Outcome, customers: f64, stayed: f64) {
        let branch = &mut self.0[route as usize][outcome as usize];
        branch.customers += customers;
        branch.stayed += stayed;
    }

    /// Adds another tree, `weight` times.
    pub(crate) fn add_all(&mut self, other: &Tree, weight: f64) {
        for (route, others) in self.0.iter_mut().zip(&other.0) {
            for (branch, other) in route.iter_mut().zip(others) {
                branch.customers += weight * other.customers;
                branch.stayed += weight * other.stayed;
            }
        }
    }

    /// All branches, by route and outcome.
    pub(crate) fn branches(&self) -> &[[Branch; 4]; 4] {
        &self.0
    }

    /// The tree of those branches.
    pub(crate) fn from_branches(branches: [[Branch; 4]; 4]) -> Self {
        Tree(branches)
    }

    /// One branch.
    pub fn branch(&self, route: Route, outcome: Outcome) -> Branch {
        self.0[route as usize][outcome as usize]
    }
}

/// What a customer remembers: numbers of the states. State `DELIGHTED + s` is delight after a
/// failure of severity `s`.
pub(crate) mod memory {
    /// Nothing.
    pub(crate) const CLEAN: usize = 0;
    /// A failure that was put right.
    pub(crate) const RECOVERED: usize = 1;
    /// A failure that was not.
    pub(crate) const AGGRIEVED: usize = 2;
    /// The first of the delighted states, one per severity.
    pub(crate) const DELIGHTED: usize = 3;

    /// How many states there are with that many severities.
    pub(crate) fn states(severities: usize) -> usize {
        DELIGHTED + severities
    }
}
