//! Checks of the study as a whole: what it must have, weights of scenarios.

use crate::diagnostic::Diagnostic;
use crate::input::draft::Draft;
use crate::input::findings::Findings;
use crate::input::tree::Node;

/// Checks the study.
pub fn check(draft: &Draft, diagnostics: &mut Findings) {
    weights(draft, diagnostics);
}

/// All scenarios have a weight or none has, and not all are 0.
fn weights(draft: &Draft, diagnostics: &mut Findings) {
    let weight = |node: &Node| node.at(&["weight"]).cloned();
    let weights: Vec<Option<Node>> = draft.scenarios.values().map(weight).collect();
    let given: Vec<&Node> = weights.iter().flatten().collect();
    let Some(first) = given.first() else { return };
    if given.len() < weights.len() {
        let without = draft.scenarios.iter().find(|(_, node)| node.at(&["weight"]).is_none());
        if let Some((name, node)) = without {
            diagnostics.push(
                Diagnostic::error("S045", format!("scenario `{name}` has no `weight`, but others have"))
                    .with_place(node.place.clone())
                    .with_help("give every scenario a weight, or none"),
            );
        }
    }
    let sum: f64 = given.iter().filter_map(|node| node.as_number()).sum();
    if given.iter().all(|node| node.as_number().is_some()) && sum <= 0.0 {
        diagnostics
            .push(Diagnostic::error("S045", "the weights of all scenarios are 0").with_place(first.place.clone()));
    }
}
