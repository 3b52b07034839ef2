//! Words that every room shares: outcomes, memories, and how they are numbered.

/// How a failure ends for the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Nobody was told who could act.
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

/// What a customer remembers: numbers of the states. State `DELIGHTED + s` is delight after a
/// failure of severity `s`.
pub mod memory {
    /// Nothing.
    pub const CLEAN: usize = 0;
    /// A failure that was put right.
    pub const RECOVERED: usize = 1;
    /// A failure that was not.
    pub const AGGRIEVED: usize = 2;
    /// The first of the delighted states, one per severity.
    pub const DELIGHTED: usize = 3;

    /// How many states there are with that many severities.
    pub fn states(severities: usize) -> usize {
        DELIGHTED + severities
    }
}
