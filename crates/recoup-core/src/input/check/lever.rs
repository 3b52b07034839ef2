//! Levers that cost nothing: their return is a return on no money.

use crate::diagnostic::Diagnostic;
use crate::input::hint::listed;
use crate::input::tree::Node;
use crate::scenario::key::Key;

/// Warns of effects that a strategy has over the reference and pays nothing for.
///
/// Money in `[costs]` and on responses pays for everything; `voice.solicit_cost` for `[voice]`; paid agents
/// and compensation for `[recovery]` and for compensation by severity.
pub(crate) fn at_no_cost(strategy: &str, changes: &[Key], reference: &Node, tree: &Node) -> Vec<Diagnostic> {
    let paid: Vec<&Key> = changes.iter().filter(|key| is_paid(key, reference, tree)).collect();
    let free: Vec<&Key> =
        changes.iter().filter(|key| is_effect(key) && !paid.iter().any(|paid| pays_for(paid, key))).collect();
    let Some(first) = free.first() else { return Vec::new() };
    let place = free.iter().find_map(|key| tree.at(&key.0)?.place.clone()).or_else(|| tree.place(&first.0));
    let keys = listed(free.iter().map(|key| format!("`{key}`")));
    let message = format!("strategy `{strategy}` changes {keys} at no cost");
    vec![
        Diagnostic::warning("W004", message)
            .with_place(place)
            .with_label("an effect that nothing is paid for")
            .with_help("its ROI is not a return on anything: add what it costs under [costs]"),
    ]
}

/// Whether a changed key is money spent.
fn is_paid(key: &Key, reference: &Node, tree: &Node) -> bool {
    let either = |path: &[&str]| [reference, tree].iter().any(|tree| tree.number(path) > 0.0);
    match key.parts().as_slice() {
        ["costs", "agent_per_year"] => either(&["recovery", "desk", "agents"]),
        ["costs", _] | ["voice", "solicit_cost"] => true,
        ["response", _, "spend_per_year"] => true,
        ["recovery", "desk", "agents"] => either(&["costs", "agent_per_year"]),
        ["recovery", "compensation" | "front_line_limit" | "late_compensation_per_day"] => {
            tree.named("severity").any(|(_, severity)| severity.number(&["loss"]) > 0.0)
        }
        ["guarantee", "refund"] => true,
        ["guarantee", "invoked"] => either(&["guarantee", "refund"]),
        ["severity", name, "compensation" | "compensation_amount"] => either(&["severity", name, "loss"]),
        ["segment", _, "voice", "solicit_cost"] => true,
        ["segment", _, "recovery", "compensation" | "front_line_limit"]
        | ["segment", _, "severity", _, "compensation" | "compensation_amount"] => {
            tree.named("severity").any(|(_, severity)| severity.number(&["loss"]) > 0.0)
        }
        _ => false,
    }
}

/// Whether a changed key moves what customers do.
fn is_effect(key: &Key) -> bool {
    !matches!(
        key.parts().as_slice(),
        ["costs", ..]
            | ["response", ..]
            | ["voice", "solicit_cost"]
            | ["segment", _, "voice", "solicit_cost"]
            | ["starts" | "ramp_periods"]
            | [_, _, "cause" | "summary" | "touchpoint"]
            | ["satisfaction", ..]
    )
}

/// Whether money under `paid` may be what brings about `effect`.
fn pays_for(paid: &Key, effect: &Key) -> bool {
    match paid.parts().as_slice() {
        ["costs", ..] | ["response", ..] => true,
        ["voice" | "guarantee", ..] => effect.parts()[0] == paid.parts()[0],
        ["segment", name, "voice", ..] => effect.parts().starts_with(&["segment", *name, "voice"]),
        ["segment", name, ..] => effect.parts().starts_with(&["segment", *name]),
        ["recovery", ..] | ["severity", _, "compensation" | "compensation_amount"] => {
            matches!(
                effect.parts().as_slice(),
                ["recovery", ..] | ["severity", _, "compensation" | "compensation_amount"]
            )
        }
        _ => false,
    }
}
