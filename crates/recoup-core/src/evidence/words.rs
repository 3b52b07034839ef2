//! The ledger in words: the texts of `explain` and of the key reference.

use crate::evidence::ledger::{Domain, Entry, Kind, entries, entry_for};
use crate::scenario::key::Key;

/// The entry of the very key, names filled in or not.
pub(crate) fn exact(asked: &str) -> Option<&'static Entry> {
    let by_path = entries().iter().find(|entry| entry.path == asked);
    by_path.or_else(|| Key::parse(asked).and_then(|key| entry_for(&key)))
}

/// The entry whose path or last part is nearest to what was asked.
pub(crate) fn nearest(asked: &str) -> Option<&'static Entry> {
    let likeness =
        |entry: &Entry| strsim::jaro_winkler(asked, &entry.path).max(strsim::jaro_winkler(asked, entry.name()));
    entries().iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b))).filter(|entry| likeness(entry) > 0.85)
}

/// The default in words.
pub fn default(entry: &Entry) -> String {
    match &entry.default {
        Some(value) => value.to_string(),
        None if entry.optional => "none".to_string(),
        None => "required".to_string(),
    }
}

/// The first sentence of the meaning.
pub fn short_meaning(entry: &Entry) -> &str {
    entry.meaning.split(". ").next().unwrap_or_default().trim_end_matches('.')
}

/// The published or plausible range where there is one, else what is allowed.
pub fn range(entry: &Entry) -> String {
    entry.range.map_or_else(|| allowed(entry), |[low, high]| format!("{low} to {high}"))
}

/// What values are allowed, in words.
pub(crate) fn allowed(entry: &Entry) -> String {
    let limits = match (entry.min, entry.max) {
        (Some(min), Some(max)) => Some(format!("{min} to {max}")),
        (Some(min), None) => Some(format!("{min} or above")),
        (None, Some(max)) => Some(format!("up to {max}")),
        (None, None) => None,
    };
    match entry.kind {
        Kind::Choice => entry.choices.join(", "),
        Kind::Flag => "true or false".to_string(),
        Kind::Text => "text".to_string(),
        Kind::List => "a list".to_string(),
        Kind::Texts => "text, or a list of texts".to_string(),
        Kind::Whole => limits.map_or("a whole number".to_string(), |limits| format!("a whole number, {limits}")),
        Kind::Number => limits.unwrap_or_else(|| {
            match entry.domain {
                Domain::Probability => "0 to 1",
                Domain::PositiveProbability => "above 0, up to 1",
                Domain::Positive => "above 0",
                Domain::NonNegative => "0 or above",
                Domain::Real => "any number",
            }
            .to_string()
        }),
    }
}

/// Everything known of a key, by heading.
pub fn facts(entry: &Entry) -> Vec<(&'static str, String)> {
    let mut facts = vec![("meaning", entry.meaning.clone())];
    if !entry.unit.is_empty() {
        facts.push(("unit", entry.unit.clone()));
    }
    facts.push(("default", default(entry)));
    facts.push(("allowed", allowed(entry)));
    if let Some([low, high]) = entry.range {
        let name = if entry.plausible { "plausible range" } else { "published range" };
        facts.push((name, format!("{low} to {high}")));
    }
    if !entry.source.is_empty() {
        facts.push(("source", entry.citation()));
    }
    facts.push(("status", entry.status.to_string()));
    if matches!(entry.kind, Kind::Number | Kind::Whole) {
        facts.push(("may be uncertain", if entry.certain { "no" } else { "yes" }.to_string()));
    }
    if !entry.note.is_empty() {
        facts.push(("note", entry.note.clone()));
    }
    facts
}

/// The key reference as Markdown: `docs/keys.md`.
pub fn key_reference() -> String {
    let mut text = String::from(
        "# Keys of a study\n\nGenerated from the evidence ledger by `cargo run --example generate`; `recoup explain KEY` says the same.\n",
    );
    let mut section = String::new();
    for entry in entries() {
        let here = entry.path.split('.').next().unwrap_or_default().to_string();
        let is_table = entry.path.contains('.');
        let heading = if is_table { format!("[{here}]") } else { "Top level".to_string() };
        if heading != section {
            text.push_str(&format!("\n## {heading}\n"));
            section = heading;
        }
        text.push_str(&format!("\n### `{}`\n\n{}\n\n", entry.path, facts(entry)[0].1));
        for (name, value) in &facts(entry)[1..] {
            text.push_str(&format!("- {name}: {value}\n"));
        }
    }
    text
}
