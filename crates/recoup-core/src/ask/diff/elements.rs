//! Studies as values by their paths, and the named elements that only one of two has.

use indexmap::IndexMap;
use serde::Serialize;
use toml::{Table, Value};

use crate::evidence::ledger::{Kind, entry_for};
use crate::input::leaf::shown;
use crate::scenario::key::Key;

/// A named element that only one run has, or that has another name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ElementChange {
    /// Its table, such as `strategy`.
    pub table: String,
    /// Its name in the earlier run; `None` where it was added.
    pub old: Option<String>,
    /// Its name in the later run; `None` where it was removed.
    pub new: Option<String>,
}

/// Named elements.
const NAMED: [&str; 8] =
    ["segment", "failure", "severity", "touchpoint", "response", "strategy", "scenario", "variant"];
/// What moves no number.
const WORDS: [&str; 8] = ["title", "summary", "language", "allow", "report", "input", "translation", "case"];

/// Values by their paths.
pub(super) type Leaves = IndexMap<Vec<String>, String>;

/// Every value of a study by its path, elements by name.
pub(super) fn leaves(study: &Table) -> Leaves {
    fn walk(path: &mut Vec<String>, value: &Value, leaves: &mut Leaves) {
        match value {
            Value::Table(table) if !is_number(path) => {
                for (key, inner) in table {
                    path.push(key.clone());
                    walk(path, inner, leaves);
                    path.pop();
                }
            }
            Value::Array(elements) if elements.iter().any(Value::is_table) => {
                for (i, element) in elements.iter().enumerate() {
                    let name = element.get("name").and_then(Value::as_str);
                    path.push(name.map_or_else(|| (i + 1).to_string(), str::to_string));
                    // An element that sets nothing is there too.
                    leaves.insert([&path[..], &["name".to_string()]].concat(), String::new());
                    for (key, inner) in element.as_table().into_iter().flatten().filter(|(key, _)| *key != "name") {
                        path.push(key.clone());
                        walk(path, inner, leaves);
                        path.pop();
                    }
                    path.pop();
                }
            }
            Value::Float(x) => {
                leaves.insert(path.clone(), shown(*x));
            }
            value => {
                leaves.insert(path.clone(), value.to_string());
            }
        }
    }
    let mut found = Leaves::new();
    for (key, value) in study.iter().filter(|(key, _)| !WORDS.contains(&key.as_str())) {
        walk(&mut vec![key.clone()], value, &mut found);
    }
    found.retain(|path, _| path.last().is_none_or(|last| last != "summary"));
    found
}

/// Whether a number stands at the path, which may be an inline table; in an overlay too.
fn is_number(path: &[String]) -> bool {
    let overlaid = ["strategy", "scenario", "variant"].contains(&path[0].as_str()) && path.len() > 2;
    let path = if overlaid { &path[2..] } else { path };
    entry_for(&Key(path.to_vec())).is_some_and(|entry| matches!(entry.kind, Kind::Number | Kind::Whole))
}

/// The elements that were added, removed or renamed: renamed is what sets the same under another name.
pub(super) fn elements(leaves: &[Leaves; 2]) -> Vec<ElementChange> {
    let mut changes = Vec::new();
    for table in NAMED {
        let names = |side: usize| -> Vec<&String> {
            let mut names: Vec<&String> =
                leaves[side].keys().filter(|path| path.len() > 1 && path[0] == table).map(|path| &path[1]).collect();
            names.dedup();
            names
        };
        let sets = |side: usize, name: &String| -> Vec<(&[String], &String)> {
            let own = leaves[side].iter().filter(|(path, _)| path.len() > 1 && path[0] == table && path[1] == *name);
            own.map(|(path, value)| (&path[2..], value)).collect()
        };
        let (old, new) = (names(0), names(1));
        let mut added: Vec<&String> = new.iter().filter(|name| !old.contains(name)).copied().collect();
        for name in old.iter().filter(|name| !new.contains(name)) {
            let twin = added.iter().position(|other| sets(1, other) == sets(0, name));
            let twin = twin.map(|at| added.remove(at).clone());
            changes.push(ElementChange { table: table.to_string(), old: Some((*name).clone()), new: twin });
        }
        let added = added.into_iter().map(|name| (None, Some(name.clone())));
        changes.extend(added.map(|(old, new)| ElementChange { table: table.to_string(), old, new }));
    }
    changes
}

/// The name that an element of the earlier run has in the later one.
pub(super) fn name_now<'a>(elements: &'a [ElementChange], table: &str, name: &'a str) -> &'a str {
    let renamed = elements.iter().find(|element| element.table == table && element.old.as_deref() == Some(name));
    renamed.and_then(|element| element.new.as_deref()).unwrap_or(name)
}
