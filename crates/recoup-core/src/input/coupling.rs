//! Uncertain numbers that belong together: correlations and orders.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::diagnostic::Diagnostic;
use crate::input::check;
use crate::input::findings::Findings;
use crate::input::hint::{key_of, unknown_key};
use crate::input::tree::{Node, Value};
use crate::scenario::key::Key;
use crate::scenario::study::{Correlation, Order};

/// Fewest and most keys of an order.
const ORDERED: RangeInclusive<usize> = 2..=64;

/// What the keys of correlations and orders are held against.
pub(crate) struct Numbers<'a> {
    /// Keys that are uncertain in some case.
    pub uncertain: &'a BTreeSet<Key>,
    /// A tree of all that stands in any set of parameters.
    pub known: &'a Node,
    /// What `--set` sets, in the study or an overlay: it may make a number certain without a word.
    pub set: &'a Node,
}

/// The `[[correlation]]` tables.
pub(crate) fn correlations(study: &Node, numbers: &Numbers<'_>, diagnostics: &mut Findings) -> Vec<Correlation> {
    let mut correlations = Vec::new();
    for row in study.rows("correlation").iter().filter(|row| row.entries().is_some()) {
        if row.at(&["rho"]).is_none() {
            diagnostics.push(Diagnostic::error("S013", "a correlation lacks `rho`").with_place(row.place.clone()));
        }
        let Some(keys) = keys(row, "a correlation", 2..=2, numbers, diagnostics) else { continue };
        if keys.iter().any(|key| numbers.is_certain(key)) {
            without_effect(row, "a correlation of a certain number", diagnostics);
        }
        let is_same = |known: &Correlation| known.keys.iter().all(|key| keys.contains(key));
        if correlations.iter().any(is_same) {
            let message = format!("the correlation of `{}` and `{}` is specified twice", keys[0], keys[1]);
            diagnostics.push(Diagnostic::error("S044", message).with_place(row.place(&["keys"])));
        } else if let Ok(keys) = <[Key; 2]>::try_from(keys) {
            correlations.push(Correlation { keys, rho: row.number(&["rho"]) });
        }
    }
    check::coupling::correlations(study, &correlations, diagnostics);
    correlations
}

/// The `[[order]]` tables. A certain number among them is a bound.
pub(crate) fn orders(study: &Node, numbers: &Numbers<'_>, diagnostics: &mut Findings) -> Vec<Order> {
    let mut orders = Vec::new();
    for row in study.rows("order").iter().filter(|row| row.entries().is_some()) {
        let Some(keys) = keys(row, "an order", ORDERED, numbers, diagnostics) else { continue };
        if keys.iter().all(|key| numbers.is_certain(key)) {
            without_effect(row, "an order of certain numbers", diagnostics);
        }
        orders.push(Order { keys });
    }
    orders
}

impl Numbers<'_> {
    fn is_certain(&self, key: &Key) -> bool {
        let overlays = ["scenario", "strategy"].into_iter().flat_map(|list| self.set.named(list));
        let is_set = self.set.at(&key.0).is_some() || overlays.into_iter().any(|(_, over)| over.at(&key.0).is_some());
        !self.uncertain.contains(key) && !is_set
    }
}

fn without_effect(row: &Node, what: &str, diagnostics: &mut Findings) {
    diagnostics.push(
        Diagnostic::warning("W009", format!("{what} is without effect"))
            .with_place(row.place(&["keys"]))
            .with_help("write what is uncertain as { mean = ..., sd = ... }"),
    );
}

/// The keys of one row; `None` when any of them is wrong, which is reported.
fn keys(
    row: &Node,
    what: &str,
    many: RangeInclusive<usize>,
    numbers: &Numbers<'_>,
    diagnostics: &mut Findings,
) -> Option<Vec<Key>> {
    let Some(list) = row.at(&["keys"]) else {
        diagnostics.push(Diagnostic::error("S013", format!("{what} lacks `keys`")).with_place(row.place.clone()));
        return None;
    };
    let Value::List(items) = &list.value else { return None };
    if !many.contains(&items.len()) {
        let (least, most) = (many.start(), many.end());
        let count = if least == most { least.to_string() } else { format!("{least} to {most}") };
        let message = format!("{what} has {count} keys, not {}", items.len());
        diagnostics.push(Diagnostic::error("S044", message).with_place(list.place.clone()));
        return None;
    }
    let mut keys = Vec::new();
    for node in items {
        let text = node.as_text().unwrap_or_default();
        let Some(key) = diagnostics.take(key_of(text, what, node.place.clone())) else { continue };
        if keys.contains(&key) {
            let message = format!("`{key}` is specified twice in {what}");
            diagnostics.push(Diagnostic::error("S044", message).with_place(node.place.clone()));
        } else if numbers.known.at(&key.0).is_some_and(|node| node.as_number().is_some()) {
            keys.push(key);
        } else if !numbers.known.is_broken(&key.0) {
            diagnostics.push(unknown_key(&key, what, node.place.clone(), Some(numbers.known)));
        }
    }
    if keys.len() == items.len() { Some(keys) } else { None }
}
