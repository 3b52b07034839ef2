//! What keys mean.

use crate::evidence::ledger::{Entry, NAME};
use crate::evidence::search::Hits;
use crate::evidence::words;
use crate::language::{Language, Locale, tr};
use crate::output::answer::document;
use crate::output::figures::{Column, Figure, Figures, Kind, Line};
use crate::output::label::label;
use crate::output::report::document::{Block, Document, Section};
use crate::scenario::key::Key;

/// Keys that are listed for a word at most; a whole table is listed in full.
const LISTED: usize = 8;

/// What was found for a word: the keys in short, and the best one in full where it is clear.
pub fn found(asked: &str, hits: &Hits, locale: &Locale) -> Document {
    let Hits { entries, is_clear } = hits;
    if let [entry] = &entries[..] {
        return document(&entry.path, Vec::new(), vec![facts(entry, String::new(), locale)]);
    }
    let table = format!("{}.", asked.trim());
    let in_table = entries.iter().take_while(|entry| entry.path.starts_with(&table)).count();
    let most = if in_table > 0 { in_table } else { LISTED };
    let mut sections = vec![short_list(&entries[..most.min(entries.len())], locale)];
    if entries.len() > most {
        sections[0].text(tr!(locale, "explain-more", number = entries.len() - most));
    }
    sections.extend(entries.first().filter(|_| *is_clear).map(|best| facts(best, best.path.clone(), locale)));
    document("", Vec::new(), sections)
}

/// Everything known of a key.
fn facts(entry: &Entry, title: String, locale: &Locale) -> Section {
    let fact = |(name, value)| (tr!(locale, "explain-fact", fact = short(name)), value);
    let mut section = Section::new("facts", title);
    section.blocks.push(Block::Terms(words::facts(entry).into_iter().map(fact).collect()));
    section
}

/// Keys, each with what it means in short, and its range.
fn short_list(found: &[&Entry], locale: &Locale) -> Section {
    let columns = vec![
        Column::new(tr!(locale, "head-key"), Kind::Key),
        Column::new(tr!(locale, "head-meaning"), Kind::Prose),
        Column::new(tr!(locale, "head-range"), Kind::Words),
    ];
    let row = |entry: &&Entry| Line::of(&entry.path, [meaning(entry, locale), words::range(entry)].map(Figure::Text));
    Section::of_figures("keys", Figures::new(String::new(), columns, found.iter().map(row).collect()))
}

/// The meaning in short, which the ledger has in English; in another language what the key is called stands before it.
fn meaning(entry: &Entry, locale: &Locale) -> String {
    let meaning = words::short_meaning(entry).to_string();
    if locale.language == Language::English {
        return meaning;
    }
    let key = Key::from_parts(entry.parts().filter(|part| *part != NAME));
    tr!(locale, "explain-meaning", name = label(&key, locale), meaning = meaning)
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
        let meaning = words::short_meaning(entry).to_string();
        Line::of(&entry.path, [words::default(entry), entry.status.to_string(), meaning].map(Figure::Text))
    };
    let figures = Figures::new(String::new(), columns, found.iter().map(row).collect());
    document("", Vec::new(), vec![Section::of_figures("keys", figures)])
}
