//! The shipped presets and policies, and how they are taken.

use crate::input::shipped::{POLICIES, PRESETS, Shipped};
use crate::language::{Locale, tr};
use crate::output::answer::document;
use crate::output::figures::{Column, Figure, Figures, Kind, Line};
use crate::output::report::document::{Document, Section};

/// All presets and policies, each with its title and summary.
pub fn presets(locale: &Locale) -> Document {
    let section = |id: &'static str, head: String, list: &[Shipped], how: String| {
        let mut section = Section::of_figures(id, listed(locale, head, list));
        section.text(how);
        section
    };
    let sections = vec![
        section("presets", tr!(locale, "head-preset"), PRESETS, tr!(locale, "presets-how")),
        section("policies", tr!(locale, "cases-head-policy"), POLICIES, tr!(locale, "cases-policies-how")),
    ];
    document("", Vec::new(), sections)
}

fn listed(locale: &Locale, head: String, list: &[Shipped]) -> Figures {
    let columns = vec![Column::new(head, Kind::Key), Column::new(tr!(locale, "head-what-it-is"), Kind::Prose)];
    let row = |(name, text): &Shipped| {
        let values: toml::Table = text.parse().unwrap_or_default();
        let word = |key: &str| values.get(key).and_then(toml::Value::as_str);
        let title = word("title").map(|title| format!("{}. ", title.trim_end_matches('.')));
        Line::of(name, [Figure::Text(title.unwrap_or_default() + word("summary").unwrap_or_default())])
    };
    Figures::new(String::new(), columns, list.iter().map(row).collect())
}
