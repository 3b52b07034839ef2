//! Checks of the study as a whole: what it must have, weights of scenarios, what this version does not do yet.

use crate::diagnostic::Diagnostic;
use crate::input::draft::Draft;
use crate::input::findings::Findings;
use crate::input::tree::{Node, Value};

/// Checks the study; `whole` is its filled tree.
pub fn check(draft: &Draft, whole: &Node, said: &mut Findings) {
    weights(draft, said);
    satisfaction(draft, whole, said);
}

/// Satisfaction does not drive repurchase yet, wherever it is asked for.
fn satisfaction(draft: &Draft, whole: &Node, said: &mut Findings) {
    let trees =
        std::iter::once(whole).chain(draft.scenarios.values()).chain(draft.strategies.values()).chain([&draft.set]);
    for node in trees.filter_map(|tree| tree.at(&["satisfaction", "drives_repurchase"])) {
        if matches!(node.value, Value::Flag(true)) {
            said.push(
                Diagnostic::error("S049", "satisfaction driving repurchase is not part of this version")
                    .with_place(node.place.clone())
                    .with_help("leave `drives_repurchase` out: repurchase follows the table of the severity"),
            );
        }
    }
}

/// All scenarios have a weight or none has, and not all are 0.
fn weights(draft: &Draft, said: &mut Findings) {
    let weight = |node: &Node| node.at(&["weight"]).cloned();
    let weights: Vec<Option<Node>> = draft.scenarios.values().map(weight).collect();
    let given: Vec<&Node> = weights.iter().flatten().collect();
    let Some(first) = given.first() else { return };
    if given.len() < weights.len() {
        let without = draft.scenarios.iter().find(|(_, node)| node.at(&["weight"]).is_none());
        if let Some((name, node)) = without {
            said.push(
                Diagnostic::error("S045", format!("scenario `{name}` has no `weight`, but others have"))
                    .with_place(node.place.clone())
                    .with_help("give every scenario a weight, or none"),
            );
        }
    }
    let sum: f64 = given.iter().filter_map(|node| node.as_number()).sum();
    if given.iter().all(|node| node.as_number().is_some()) && sum <= 0.0 {
        said.push(Diagnostic::error("S045", "the weights of all scenarios are 0").with_place(first.place.clone()));
    }
}
