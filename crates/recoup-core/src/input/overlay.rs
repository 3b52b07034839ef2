//! Laying one tree over another, and filling in defaults.
//!
//! Tables merge key by key; values, lists and uncertain numbers replace whole; elements of arrays merge by
//! name and unknown ones are appended; `recovery.desk = false` removes the desk, and a later table brings a
//! new one.

use indexmap::IndexMap;
use indexmap::map::Entry as Slot;

use crate::diagnostic::{Diagnostic, Place};
use crate::evidence::ledger::{Entry, Kind};
use crate::input::findings::Findings;
use crate::input::hint::{did_you_mean, listed};
use crate::input::shape::{Shape, TableShape};
use crate::input::shipped::POLICIES;
use crate::input::tree::{Node, Value};
use crate::scenario::key::Key;

/// What happens to an element whose name is not there yet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// It is appended.
    Append,
    /// It is appended when it is complete, and else left out.
    AppendComplete,
    /// It is left out.
    Skip,
}

/// Lays `over` on `base`; `left_out` is called with the path of every element left out.
pub(crate) fn overlay(
    base: &mut Node,
    over: &Node,
    shape: &TableShape,
    unknown: Unknown,
    left_out: &mut dyn FnMut(Key),
) {
    Merger { unknown, left_out, path: Vec::new() }.table(base, over, shape);
}

/// Lays `over` on `base`, unknown elements appended.
pub(crate) fn overlay_all(base: &mut Node, over: &Node, shape: &TableShape) {
    overlay(base, over, shape, Unknown::Append, &mut |_| {});
}

/// Merges tables, and keeps the path of the one that it works on.
struct Merger<'a> {
    unknown: Unknown,
    left_out: &'a mut dyn FnMut(Key),
    path: Vec<String>,
}

impl Merger<'_> {
    /// Lays the table `over` on `base`; anything else replaces it.
    fn table(&mut self, base: &mut Node, over: &Node, shape: &TableShape) {
        let Some(over_entries) = over.entries() else {
            *base = over.clone();
            return;
        };
        if let Value::Flag(false) = base.value {
            // The desk was removed: a new one starts from its defaults.
            base.value = Value::Table(Default::default());
            base.place.clone_from(&over.place);
            fill_table(base, shape);
        }
        let Some(entries) = base.entries_mut() else {
            *base = over.clone();
            return;
        };
        for (key, node) in over_entries {
            self.path.push(key.clone());
            match shape.keys.get(key.as_str()) {
                Some(Shape::Table(inner)) => self.inner_table(entries.entry(key.clone()), node, inner),
                Some(Shape::Named(named)) => self.elements(entries.entry(key.clone()), node, &named.element),
                shape => {
                    if let Some(Shape::Leaf(entry)) = shape {
                        remove_excluded(entries, over_entries, entry);
                    }
                    entries.insert(key.clone(), node.clone());
                }
            }
            self.path.pop();
        }
    }

    /// Lays a table inside another on what is in its `slot`.
    fn inner_table(&mut self, slot: Slot<'_, String, Node>, over: &Node, shape: &TableShape) {
        match slot {
            Slot::Occupied(mut slot) => self.table(slot.get_mut(), over, shape),
            Slot::Vacant(slot) if over.entries().is_some() => {
                let table = slot.insert(Node::new(Value::Table(Default::default()), over.place.clone()));
                self.table(table, over, shape);
            }
            Slot::Vacant(slot) => {
                slot.insert(over.clone());
            }
        }
    }

    /// Lays named elements on those in their `slot`.
    fn elements(&mut self, slot: Slot<'_, String, Node>, over: &Node, shape: &TableShape) {
        let base = slot.or_insert_with(|| Node::new(Value::Table(Default::default()), over.place.clone()));
        let (Some(elements), Some(over_elements)) = (base.entries_mut(), over.entries()) else {
            *base = over.clone();
            return;
        };
        for (name, element) in over_elements {
            self.path.push(name.clone());
            match elements.entry(name.clone()) {
                Slot::Occupied(mut slot) => self.table(slot.get_mut(), element, shape),
                Slot::Vacant(slot) if self.keeps(element, shape) => {
                    slot.insert(element.clone());
                }
                Slot::Vacant(_) => (self.left_out)(Key(self.path.clone())),
            }
            self.path.pop();
        }
    }

    /// Whether an element whose name is not there yet is appended.
    fn keeps(&self, element: &Node, shape: &TableShape) -> bool {
        match self.unknown {
            Unknown::Append => true,
            Unknown::AppendComplete => lacking(element, shape).is_empty(),
            Unknown::Skip => false,
        }
    }
}

/// Removes the number that `entry` excludes, and with it what that one counted.
fn remove_excluded(entries: &mut IndexMap<String, Node>, over: &IndexMap<String, Node>, entry: &Entry) {
    if let Some(instead) = &entry.instead
        && entries.shift_remove(instead.as_str()).is_some()
        && !over.contains_key("per")
    {
        entries.shift_remove("per");
    }
}

/// Required keys that a table lacks.
pub(crate) fn lacking(table: &Node, shape: &TableShape) -> Vec<String> {
    if table.entries().is_none() {
        return Vec::new();
    }
    let missing = |path: &String| {
        let parts: Vec<&str> = path.split('.').collect();
        // Inside something broken nothing more is missed.
        let broken = (1..parts.len()).any(|n| table.at(&parts[..n]).is_some_and(|node| node.entries().is_none()));
        let instead = shape.entry_at(&parts).and_then(|entry| entry.instead.as_deref());
        let has_other = instead.is_some_and(|other| {
            let (_, around) = parts.split_last().unwrap_or((&"", &[]));
            table.at(&[around, &[other]].concat()).is_some()
        });
        !broken && !has_other && table.at(&parts).is_none()
    };
    shape.required().into_iter().filter(missing).collect()
}

/// Writes the defaults of a table into it, tables inside included; not those that are there or not by a switch.
pub(crate) fn fill_table(table: &mut Node, shape: &TableShape) {
    let Some(entries) = table.entries_mut() else { return };
    for (&key, shape) in &shape.keys {
        match shape {
            Shape::Leaf(entry) => {
                if let Some(value) = default_of(entry)
                    && !entries.contains_key(key)
                {
                    entries.insert(key.to_string(), Node::new(value, None));
                }
            }
            Shape::Table(inner) if inner.removable => {
                if entries.get(key).is_some_and(|node| node.value == Value::Flag(false)) {
                    entries.shift_remove(key);
                } else if let Some(node) = entries.get_mut(key) {
                    fill_table(node, inner);
                }
            }
            Shape::Table(inner) => {
                let mut table = entries.get(key).cloned().unwrap_or_else(Node::table);
                fill_table(&mut table, inner);
                // A table in which nothing has a default stays away.
                if entries.contains_key(key) || table.entries().is_some_and(|entries| !entries.is_empty()) {
                    entries.insert(key.to_string(), table);
                }
            }
            Shape::Named(named) => {
                let elements = entries.get_mut(key).and_then(Node::entries_mut);
                for element in elements.into_iter().flat_map(|elements| elements.values_mut()) {
                    fill_table(element, &named.element);
                }
            }
            Shape::Rows(_) => {}
        }
    }
}

fn default_of(entry: &Entry) -> Option<Value> {
    Some(match (entry.kind, entry.default.as_ref()?) {
        (Kind::Number, value) => Value::Number(value.as_float().or(value.as_integer().map(|n| n as f64))?),
        (Kind::Whole, value) => Value::Whole(value.as_integer()?),
        (Kind::Flag, value) => Value::Flag(value.as_bool()?),
        (Kind::Text | Kind::Choice, value) => Value::Text(value.as_str()?.to_string()),
        (Kind::List | Kind::Texts, _) => return None,
    })
}

/// What a complete set of parameters still lacks.
pub(crate) fn missing(tree: &Node, shape: &TableShape) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (&list, shape) in &shape.keys {
        let Shape::Named(named) = shape else { continue };
        for (name, element) in tree.named(list) {
            let keys = lacking(element, &named.element);
            if keys.is_empty() {
                continue;
            }
            let full = Key::from_parts([list, name]);
            let message = format!("`{full}` lacks {}", listed(keys.iter().map(|key| format!("`{key}`"))));
            diagnostics.push(Diagnostic::error("S013", message).with_place(element.place.clone()));
        }
    }
    diagnostics
}

/// Reports that an element of the overlay `over` by `by` names nothing in `base`.
pub(crate) fn names_nothing(
    key: &Key,
    over: &Node,
    base: &Node,
    shape: &TableShape,
    by: &str,
    diagnostics: &mut Findings,
) {
    let (list, name) = match key.0.as_slice() {
        [list, name, ..] => (list.as_str(), name.as_str()),
        _ => ("entry", ""),
    };
    let nothing = Diagnostic::error("S021", format!("{by} names no {list} `{name}`")).with_place(over.place(&key.0));
    diagnostics.push_helped(nothing, || {
        let known: Vec<&str> = base.named(list).map(|(name, _)| name).collect();
        if let Some(policy) = over.place(&key.0).and_then(|place| policy_of(&place)) {
            return Some(needed_by(policy, list, over, &known));
        }
        did_you_mean(name, known).or_else(|| match (shape.keys.get(list), over.at(&key.0)) {
            (Some(Shape::Named(named)), Some(element)) => {
                let keys = lacking(element, &named.element);
                Some(format!("a new one needs {} too", listed(keys.iter().map(|key| format!("`{key}`")))))
            }
            _ => None,
        })
    });
}

/// The shipped policy that a place stands in.
fn policy_of(place: &Place) -> Option<&'static str> {
    let name = place.source.name.strip_prefix("strategy:")?;
    POLICIES.iter().map(|(policy, _)| *policy).find(|policy| *policy == name)
}

/// What a policy needs of the study that it is laid over: elements of `list` under the names that it gives them.
fn needed_by(policy: &str, list: &str, over: &Node, known: &[&str]) -> String {
    let from_it = |node: &Node| node.place.as_ref().and_then(policy_of) == Some(policy);
    let quoted = |name: &str| format!("`{name}`");
    let needed = listed(over.named(list).filter(|(_, element)| from_it(element)).map(|(name, _)| quoted(name)));
    let there = match known {
        [] => "none".to_string(),
        known => listed(known.iter().map(|name| quoted(name))),
    };
    format!(
        "`strategy:{policy}` is for studies whose {list} tables are named {needed}, and this one has {there}: use those names, \
         or copy what `recoup presets strategy:{policy}` prints and put your own"
    )
}
