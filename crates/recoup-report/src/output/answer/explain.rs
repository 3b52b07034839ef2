//! What keys mean.

use crate::evidence::ledger::Entry;
use crate::evidence::words;
use crate::language::{Locale, tr};
use crate::output::answer::document;
use crate::output::figures::{Column, Figure, Figures, Kind, Line};
use crate::output::report::document::{Block, Document, Section};

/// Everything known of a key.
pub fn one(entry: &Entry, locale: &Locale) -> Document {
    let fact = |(name, value)| (tr!(locale, "explain-fact", fact = short(name)), value);
    let mut section = Section::new("facts", String::new());
    section.blocks.push(Block::Terms(words::facts(entry).into_iter().map(fact).collect()));
    document(&entry.path, Vec::new(), vec![section])
}

/// The name of a heading in messages.
fn short(fact: &str) -> &str {
    match fact {
        "published range" => "range",
        "plausible range" => "plausible",
        "may be uncertain" => "uncertain",
        fact => fact,
    }
}

/// Keys with their defaults and the first sentence of their meanings.
pub fn list(found: &[&Entry], locale: &Locale) -> Document {
    let columns = vec![
        Column::new(tr!(locale, "head-key"), Kind::Key),
        Column::new(tr!(locale, "head-default"), Kind::Words),
        Column::new(tr!(locale, "head-status"), Kind::Words),
        Column::new(tr!(locale, "head-meaning"), Kind::Prose),
    ];
    let row = |entry: &&Entry| {
        let meaning = entry.meaning.split(". ").next().unwrap_or_default().trim_end_matches('.').to_string();
        Line::of(&entry.path, [words::default(entry), entry.status.to_string(), meaning].map(Figure::Text))
    };
    let figures = Figures::new(String::new(), columns, found.iter().map(row).collect());
    document("", Vec::new(), vec![Section::of_figures("keys", figures)])
}
