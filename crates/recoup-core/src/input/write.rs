//! From a tree back to TOML text.

use crate::input::leaf;
use crate::input::shape::{Shape, TableShape};
use crate::input::tree::{Node, Value};
use crate::scenario::key::Key;

/// The text of a tree under its shape: runnable, and the same tree when read again.
pub(crate) fn toml_text(tree: &Node, shape: &TableShape) -> String {
    let mut out = String::new();
    table(&mut Vec::new(), tree, shape, &mut out);
    out
}

/// What an overlay sets, in one line: `key = value, key = value`, by key. Its name, summary and weight are no settings.
pub(crate) fn settings(overlay: &Node) -> String {
    let is_setting = |key: &Key| !matches!(&key.0[..], [only] if ["name", "summary", "weight"].contains(&&**only));
    let shown = |node: &Node| match &node.value {
        Value::Number(x) => Some(leaf::shown(*x)),
        other => value(other),
    };
    let setting = |(key, node): (Key, &Node)| is_setting(&key).then(|| Some(format!("{key} = {}", shown(node)?)))?;
    let mut settings: Vec<String> = overlay.leaves().into_iter().filter_map(setting).collect();
    // A resolved study has the same keys in the order of the schema.
    settings.sort_unstable();
    settings.join(", ")
}

/// The values of a table, then the tables in it.
fn table(path: &mut Vec<String>, node: &Node, shape: &TableShape, out: &mut String) {
    let Some(entries) = node.entries() else { return };
    let mut inner = Vec::new();
    for (&key, shape) in &shape.keys {
        let Some(node) = entries.get(key) else { continue };
        match value(&node.value) {
            Some(text) => out.push_str(&format!("{key} = {text}\n")),
            None => inner.push((key, node, shape)),
        }
    }
    for (key, node, shape) in inner {
        path.push(key.to_string());
        match (shape, &node.value) {
            (Shape::Table(shape), Value::Table(entries)) => {
                let plain = entries.values().any(|node| value(&node.value).is_some());
                if plain || shape.removable {
                    out.push_str(&format!("\n[{}]\n", Key(path.clone())));
                }
                table(path, node, shape, out);
            }
            (Shape::Named(named), Value::Table(entries)) => {
                for (name, node) in entries {
                    if named.listed {
                        let name = toml::Value::String(name.clone());
                        out.push_str(&format!("\n[[{}]]\nname = {name}\n", Key(path.clone())));
                        table(path, node, &named.element, out);
                    } else {
                        path.push(name.clone());
                        out.push_str(&format!("\n[{}]\n", Key(path.clone())));
                        table(path, node, &named.element, out);
                        path.pop();
                    }
                }
            }
            (Shape::Rows(shape), Value::Rows(rows)) => {
                for row in rows {
                    out.push_str(&format!("\n[[{}]]\n", Key(path.clone())));
                    table(path, row, shape, out);
                }
            }
            _ => {}
        }
        path.pop();
    }
}

/// A value as TOML; nothing for tables.
fn value(value: &Value) -> Option<String> {
    Some(match value {
        Value::Number(x) => format!("{x:?}"),
        Value::Whole(n) => n.to_string(),
        Value::Uncertain(form) => form.text.clone(),
        Value::Text(text) => toml::Value::String(text.clone()).to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::List(items) => {
            let items: Vec<String> = items.iter().filter_map(|item| self::value(&item.value)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Table(_) | Value::Rows(_) | Value::Broken => return None,
    })
}
