//! Limits of size: what would take too long or too much memory even to look at.

use crate::diagnostic::{Diagnostic, Place};
use crate::input::draft::{Draft, MOST_OVERLAYS};
use crate::input::findings::Findings;
use crate::input::tree::Node;

/// Most segments, failures, severities or responses.
pub(crate) const MOST_ELEMENTS: usize = 64;

/// Most sweeps, correlations or orders.
const MOST_ROWS: usize = 100;

/// Most draws times replicates.
const MOST_SIMULATIONS: i64 = 100_000_000;

/// Whether the study is small enough to go on; reported when not.
pub(crate) fn check(draft: &Draft, whole: &Node, diagnostics: &mut Findings) -> bool {
    let mut fits = true;
    let mut limit = |what: &str, count: usize, most: usize, place: Option<Place>| {
        if count > most {
            diagnostics.push(Diagnostic::error("S035", format!("{count} {what}: at most {most}")).with_place(place));
            fits = false;
        }
    };
    let first = |overlays: &indexmap::IndexMap<String, Node>| overlays.values().nth(MOST_OVERLAYS)?.place.clone();
    limit("strategies", draft.strategies.len(), MOST_OVERLAYS, first(&draft.strategies));
    limit("scenarios", draft.scenarios.len(), MOST_OVERLAYS, first(&draft.scenarios));
    for (list, what) in LISTS {
        let (count, place) = elements(whole, list);
        limit(what, count, MOST_ELEMENTS, place);
    }
    // What a scenario or strategy adds: it is laid over every case.
    for overlay in draft.scenarios.values().chain(draft.strategies.values()) {
        for (list, what) in LISTS {
            let (count, place) = elements(overlay, list);
            limit(what, count, MOST_ELEMENTS, place);
        }
    }
    limit("variants", draft.variants.len(), MOST_OVERLAYS, first(&draft.variants));
    for list in ["input", "sweep", "correlation", "order"] {
        let rows = whole.rows(list);
        limit(&format!("{list}s"), rows.len(), MOST_ROWS, rows.get(MOST_ROWS).and_then(|row| row.place.clone()));
    }
    if let (Some(draws), Some(replicates)) = (whole.whole(&["study", "draws"]), whole.whole(&["study", "replicates"]))
        && draws.saturating_mul(replicates) > MOST_SIMULATIONS
    {
        let message = format!("{draws} draws of {replicates} replicates are more than 100,000,000 simulations");
        diagnostics.push(Diagnostic::error("S036", message).with_place(whole.place(&["study", "draws"])));
    }
    fits
}

/// The lists that are limited, and their plural.
pub(crate) const LISTS: [(&str, &str); 4] =
    [("segment", "segments"), ("failure", "failures"), ("severity", "severities"), ("response", "responses")];

/// How many elements a list has, and where the first one too many stands.
pub(crate) fn elements(tree: &Node, list: &str) -> (usize, Option<Place>) {
    let mut elements = tree.named(list);
    let count = tree.named(list).count();
    (count, elements.nth(MOST_ELEMENTS).and_then(|(_, node)| node.place.clone()))
}
