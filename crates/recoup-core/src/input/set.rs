//! `--set KEY=VALUE` and the other settings of a request: edits of the study, as if they were written in its text.

use std::sync::Arc;

use indexmap::IndexMap;

use crate::diagnostic::{Diagnostic, Place, Source};
use crate::input::draft::Draft;
use crate::input::findings::Findings;
use crate::input::hint::{did_you_mean, listed};
use crate::input::overlay::{Unknown, names_nothing, overlay, overlay_all};
use crate::input::read::read;
use crate::input::shape;
use crate::input::tree::{Node, Value};
use crate::input::written::share_of_percentage;
use crate::scenario::key::Key;

/// One tree of all settings, the last word on a key counting.
pub(crate) fn read_all(settings: &[(&str, String)], diagnostics: &mut Findings) -> Node {
    let mut all = Node::table();
    for (option, text) in settings {
        if let Some(tree) = read_one(option, text, diagnostics) {
            overlay_all(&mut all, &tree, shape::set());
        }
    }
    all
}

fn read_one(option: &str, text: &str, diagnostics: &mut Findings) -> Option<Node> {
    let source = |text: String| Arc::new(Source { name: option.to_string(), text });
    let refuse = |diagnostics: &mut Findings, message: &str| {
        let source = source(text.to_string());
        let place = Place { start: 0, end: source.text.len(), source };
        diagnostics.push(
            Diagnostic::error("S022", message)
                .with_place(Some(place))
                .with_help("write KEY=VALUE, as in voice.solicit=0.5 or 'failure.\"room not ready\".rate=0.04'"),
        );
    };
    if text.contains(['\n', '\r']) {
        refuse(diagnostics, "a setting must be one line");
        return None;
    }
    // The key ends at the first `=` that leaves a key before it: names in quotes may hold others.
    let split = text.match_indices('=').find_map(|(at, _)| Some((Key::parse(text[..at].trim())?, &text[at + 1..])));
    let Some((key, value)) = split else {
        refuse(diagnostics, "a setting must be KEY=VALUE");
        return None;
    };
    let value = value.trim();
    if value.is_empty() {
        refuse(diagnostics, "a setting must be KEY=VALUE");
        return None;
    }
    let is_toml = toml::de::DeTable::parse(text).is_ok_and(|table| table.get_ref().len() == 1);
    let written = if is_toml {
        text.to_string()
    } else if let Some(share) = share_of_percentage(value) {
        format!("{key} = {share}")
    } else {
        format!("{key} = {}", toml::Value::String(value.into()))
    };
    let mut tree = read(&source(written), shape::set(), true, diagnostics)?;
    tree.place = None;
    Some(tree)
}

/// The code of the note that a setting does not reach all.
pub const KEPT: &str = "N004";

/// The lists of overlays, of which a setting can name one.
const OVERLAYS: [&str; 2] = ["scenario", "strategy"];

/// Edits the study, its scenarios and strategies still in it, as if its text contained what is set; reported when there is no
/// such scenario or strategy. Gives the elements that the study does not have, which are left out.
pub(crate) fn edit(study: &mut Node, set: &Node, diagnostics: &mut Findings) -> Vec<Key> {
    let (mut own, mut overlays) = (set.clone(), Node::table());
    for list in OVERLAYS {
        let Some(mut named) = own.take(list) else { continue };
        // What is broken has been reported, and edits nothing.
        if let (Some(entries), Some(overlays)) = (named.entries_mut(), overlays.entries_mut()) {
            entries.retain(|name, over| over.value != Value::Broken && is_there(study, list, name, over, diagnostics));
            overlays.insert(list.into(), named);
        }
    }
    overlay_all(study, &overlays, shape::set());
    let mut left_out = Vec::new();
    overlay(study, &own, shape::set(), Unknown::AppendComplete, &mut |key| left_out.push(key));
    left_out
}

/// Whether the study has that scenario or strategy; reported when it has not.
fn is_there(study: &Node, list: &str, name: &str, over: &Node, diagnostics: &mut Findings) -> bool {
    let there = study.at(&[list, name]).is_some();
    if !there {
        let known: Vec<&str> = study.named(list).map(|(name, _)| name).collect();
        let none = format!("the study has no [[{list}]]: name the key alone");
        let nothing = Diagnostic::error("S021", format!("a setting names no {list} `{name}`"));
        diagnostics.push(nothing.with_place(over.place.clone()).with_help(did_you_mean(name, known).unwrap_or(none)));
    }
    there
}

/// Tells which elements a setting names in vain, and notes who keeps their own value of what is set.
pub(crate) fn check(draft: &Draft, left_out: &[Key], diagnostics: &mut Findings) {
    if !left_out.is_empty() {
        let mut known = draft.study.clone();
        for level in draft.scenarios.values().chain(draft.strategies.values()) {
            overlay_all(&mut known, level, shape::parameters());
        }
        for key in left_out {
            names_no_element(key, draft, &known, diagnostics);
        }
    }
    let (mut own, [scenarios, strategies]) = (draft.set.clone(), [&draft.scenarios, &draft.strategies]);
    OVERLAYS.iter().for_each(|list| drop(own.take(list)));
    note_kept(&own, &[("scenario", scenarios), ("strategy", strategies)], diagnostics);
    for (_, scenario) in draft.set.named("scenario") {
        note_kept(scenario, &[("strategy", strategies)], diagnostics);
    }
}

/// Tells that the study has no element that a setting names.
fn names_no_element(key: &Key, draft: &Draft, known: &Node, diagnostics: &mut Findings) {
    let levels = [("scenario", &draft.scenarios), ("strategy", &draft.strategies)];
    let mut levels =
        levels.iter().flat_map(|(list, levels)| levels.iter().map(move |(name, level)| (*list, name, level)));
    let Some((list, name, _)) = levels.find(|(_, _, level)| level.at(&key.0).is_some()) else {
        return names_nothing(key, &draft.set, known, shape::parameters(), "a setting", diagnostics);
    };
    let of_element = |leaf: &Key| leaf.0.starts_with(&key.0);
    let leaf = draft.set.leaves().into_iter().map(|(leaf, _)| leaf).find(of_element).unwrap_or_else(|| key.clone());
    let message = format!("a setting names `{key}`, which only {list} `{name}` has");
    let meant = Key::from_parts([list, name].into_iter().map(String::from).chain(leaf.0));
    let nothing = Diagnostic::error("S021", message).with_place(draft.set.place(&key.0));
    diagnostics.push(nothing.with_help(format!("write {meant}=...")));
}

/// Overlays by name, and what each of them is.
type Levels<'a> = (&'static str, &'a IndexMap<String, Node>);

/// Notes the overlays that have other values than those set below them, and keep theirs.
fn note_kept(set: &Node, levels: &[Levels<'_>], diagnostics: &mut Findings) {
    let of_parameters =
        |key: &Key| key.0.first().is_some_and(|first| shape::parameters().keys.contains_key(first.as_str()));
    for (key, node) in set.leaves().into_iter().filter(|(key, _)| of_parameters(key)) {
        let keeps =
            |level: &&Node| setting_of(level, &key).is_some_and(|own| *own != node.value && *own != Value::Broken);
        let mut who = Vec::new();
        let mut count = 0;
        let mut meant = None;
        for (what, levels) in levels {
            let names: Vec<&String> = levels.iter().filter(|(_, level)| keeps(level)).map(|(name, _)| name).collect();
            let Some(first) = names.first() else { continue };
            meant.get_or_insert_with(|| {
                Key::from_parts([*what, first].into_iter().map(String::from).chain(key.0.clone()))
            });
            count += names.len();
            who.push(named(what, &names, levels.len()));
        }
        let Some(meant) = meant else { continue };
        let keep = if count == 1 { "keeps its" } else { "keep their" };
        let message = format!("{} {keep} own `{key}`", who.join(" and "));
        let place = node.place.clone();
        diagnostics.push(
            Diagnostic::note(KEPT, message).with_place(place).with_help(format!("write `{meant}` to set it there")),
        );
    }
}

/// "strategies `a` and `b`".
fn named(what: &str, names: &[&String], of: usize) -> String {
    let many = if what == "strategy" { "strategies" } else { "scenarios" };
    match names {
        [name] => format!("{what} `{name}`"),
        all if all.len() == of => format!("all {of} {many}"),
        all => format!("{many} {}", listed(all.iter().map(|name| format!("`{name}`")))),
    }
}

/// What an overlay sets for a key itself, or for a table that the key is in, which it takes away.
fn setting_of<'a>(level: &'a Node, key: &Key) -> Option<&'a Value> {
    let mut node = level;
    for part in &key.0 {
        match node.entries() {
            Some(entries) => node = entries.get(part)?,
            None => break,
        }
    }
    Some(&node.value)
}
