//! `--set KEY=VALUE` and the other settings of a request, as overlays.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Source};
use crate::input::findings::Findings;
use crate::input::overlay::overlay_all;
use crate::input::read::read;
use crate::input::shape;
use crate::input::tree::{Node, Value};
use crate::scenario::key::Key;

/// One overlay of all settings, the last word on a key counting.
pub fn read_all(settings: &[(&str, String)], said: &mut Findings) -> Node {
    let mut all = Node::table();
    for (option, text) in settings {
        if let Some(tree) = read_one(option, text, said) {
            overlay_all(&mut all, &tree, shape::set());
        }
    }
    all
}

fn read_one(option: &str, text: &str, said: &mut Findings) -> Option<Node> {
    let source = |text: String| Arc::new(Source { name: option.to_string(), text });
    let refuse = |said: &mut Findings, message: &str| {
        let source = source(text.to_string());
        let place = Place { start: 0, end: source.text.len(), source };
        said.push(
            Diagnostic::error("S022", message)
                .with_place(Some(place))
                .with_help("write KEY=VALUE, as in voice.solicit=0.5 or 'failure.\"room not ready\".rate=0.04'"),
        );
    };
    if text.contains(['\n', '\r']) {
        refuse(said, "a setting must be one line");
        return None;
    }
    // The key ends at the first `=` that leaves a key before it: names in quotes may hold others.
    let split = text.match_indices('=').find_map(|(at, _)| Some((Key::parse(text[..at].trim())?, &text[at + 1..])));
    let Some((key, value)) = split else {
        refuse(said, "a setting must be KEY=VALUE");
        return None;
    };
    let value = value.trim();
    if value.is_empty() {
        refuse(said, "a setting must be KEY=VALUE");
        return None;
    }
    let is_toml = toml::de::DeTable::parse(text).is_ok_and(|table| table.get_ref().len() == 1);
    let written = if is_toml { text.to_string() } else { format!("{key} = {}", toml::Value::String(value.into())) };
    let mut tree = read(&source(written), shape::set(), true, said)?;
    tree.place = None;
    Some(tree)
}

/// The part of `set` that something in the overlay `level` would hide.
pub fn hidden_by(set: &Node, level: &Node) -> Option<Node> {
    let (Some(entries), Some(level_entries)) = (set.entries(), level.entries()) else { return Some(set.clone()) };
    let hidden =
        entries.iter().filter_map(|(key, node)| Some((key.clone(), hidden_by(node, level_entries.get(key)?)?)));
    let hidden: indexmap::IndexMap<String, Node> = hidden.collect();
    if hidden.is_empty() { None } else { Some(Node::new(Value::Table(hidden), set.place.clone())) }
}
