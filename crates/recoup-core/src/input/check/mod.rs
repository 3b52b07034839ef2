//! Whether a study makes sense: checks of values together.
//!
//! What one value may be by itself is held against the ledger where it is read ([`crate::input::leaf`]).
//! Checks here let NaN pass: it stands for something missing or broken, which has been reported.

pub(crate) mod agents;
pub(crate) mod allow;
pub(crate) mod coupling;
pub(crate) mod failure;
pub(crate) mod lever;
pub(crate) mod loyalty;
pub(crate) mod market;
pub(crate) mod recovery;
pub(crate) mod response;
pub(crate) mod size;
pub(crate) mod study;
pub(crate) mod timing;

use crate::diagnostic::Diagnostic;
use crate::input::tree::Node;
use crate::scenario::parameters::Parameters;

/// Everything that a set of parameters is checked for: its filled tree, and the same at its point values.
pub(crate) fn parameters(tree: &Node, point: &Parameters) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    // Responses act last: what has to hold together has to hold after them.
    let mut moved = point.clone();
    moved.apply_responses();
    market::check(tree, point, &mut diagnostics);
    failure::check(tree, &moved, &mut diagnostics);
    recovery::check(tree, &moved, &mut diagnostics);
    response::check(tree, point, &mut diagnostics);
    diagnostics
}
