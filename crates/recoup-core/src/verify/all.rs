//! What `recoup verify` finds: the checks, and the published results beside the simulated ones.

use serde::Serialize;

use crate::verify::published::{Published, published};
use crate::verify::{Check, verify};

/// All checks and comparisons.
#[derive(Clone, Debug, Serialize)]
pub struct Verified {
    /// The engines against closed forms and against each other.
    pub checks: Vec<Check>,
    /// Published results beside simulated ones; a result that is missed is no failed check.
    pub published: Vec<Published>,
}

impl Verified {
    /// How many checks failed.
    pub fn failed(&self) -> usize {
        self.checks.iter().filter(|check| !check.holds).count()
    }
}

/// Runs every check and every comparison. Deterministic: the seeds are fixed.
pub fn verify_all() -> Verified {
    Verified { checks: verify(), published: published() }
}
