//! Checks of responses: what they move, and where to.

use crate::diagnostic::Diagnostic;
use crate::evidence::ledger::Kind;
use crate::input::hint::{key_of, unknown_key};
use crate::input::leaf::{outside, shown};
use crate::input::shape;
use crate::input::tree::Node;
use crate::scenario::parameters::Parameters;

/// Checks the responses of a set of parameters at its point values.
pub(crate) fn check(tree: &Node, point: &Parameters, diagnostics: &mut Vec<Diagnostic>) {
    for response in &point.responses {
        let path = ["response", &*response.name, "key"];
        let Some(text) = tree.text(&path) else { continue };
        let place = tree.place(&path);
        let what = format!("response `{}`", response.name);
        let key = match key_of(text, &what, place.clone()) {
            Ok(key) => key,
            Err(trouble) => {
                diagnostics.push(trouble);
                continue;
            }
        };
        let first = key.0.first().map_or("", String::as_str);
        let entry = shape::parameters().entry_at(&key.0);
        if first == "response" || entry.is_some() && shape::SCENARIO_ONLY.contains(&first) {
            let help = match first {
                "response" => "responses act one after the other, on plain numbers",
                _ => "it is a fact of the world that no spending moves",
            };
            let message = format!("{what} cannot move `{key}`");
            diagnostics.push(Diagnostic::error("S040", message).with_place(place).with_help(help));
            continue;
        }
        let number = tree.at(&key.0).is_some_and(|node| node.as_number().is_some());
        match entry.filter(|entry| entry.kind == Kind::Number) {
            Some(entry) if number => {
                if let Some(trouble) = outside(response.limit, entry).filter(|_| !response.limit.is_nan()) {
                    let message =
                        format!("the limit of {what} ({}) is none for `{key}`: it {trouble}", shown(response.limit));
                    diagnostics.push(Diagnostic::error("S043", message).with_place(tree.place(&[
                        "response",
                        &response.name,
                        "limit",
                    ])));
                }
            }
            Some(_) if tree.at(&key.0).is_none() && tree.at(&key.0[..key.0.len() - 1]).is_some() => diagnostics.push(
                Diagnostic::error("S040", format!("{what} moves `{key}`, which has no value"))
                    .with_place(place)
                    .with_help("give the number that it starts from"),
            ),
            _ if tree.is_broken(&key.0) => {}
            _ => diagnostics.push(unknown_key(&key, &what, place, Some(tree))),
        }
    }
}
