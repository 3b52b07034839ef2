//! Checks of the study as a whole: what it must have, weights of scenarios.

use crate::diagnostic::Diagnostic;
use crate::evidence::ledger::{Entry, NAME, entries};
use crate::input::draft::Draft;
use crate::input::findings::Findings;
use crate::input::tree::Node;

/// Checks the study.
pub(crate) fn check(draft: &Draft, diagnostics: &mut Findings) {
    weights(draft, diagnostics);
    default_prices(draft, diagnostics);
}

/// The currency of default prices.
const CURRENCY_OF_DEFAULTS: &str = "USD";

/// Default prices are in US dollars: noted where a study in another currency takes them.
fn default_prices(draft: &Draft, diagnostics: &mut Findings) {
    let Some(currency) = draft.study.text(&["currency"]).filter(|currency| *currency != CURRENCY_OF_DEFAULTS) else {
        return;
    };
    let has_price = |entry: &&Entry| {
        let price = entry.default.as_ref().and_then(toml::Value::as_float).unwrap_or_default();
        let parts: Vec<&str> = entry.parts().collect();
        entry.is_money() && price != 0.0 && !entry.path.contains(NAME) && draft.study.at(&parts).is_none()
    };
    for entry in entries().iter().filter(|entry| !entry.unit.starts_with("currency per unit")).filter(has_price) {
        let price = entry.default.as_ref().map(ToString::to_string).unwrap_or_default();
        let short: String = currency.chars().take(20).collect();
        let message = format!("`{}` is {price} by default, a price in US dollars, in a study in {short}", entry.path);
        let place = draft.study.place(&["currency"]);
        let note = Diagnostic::note("N007", message).with_place(place);
        diagnostics.push(note.with_help(format!("write `{}` in {short}", entry.path)));
    }
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
