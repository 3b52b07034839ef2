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
        let translated = values.get("translation").and_then(|all| all.get(locale.language.code()));
        let word = |key: &str| {
            let shown = translated.and_then(|texts| texts.get(key));
            shown.or_else(|| values.get(key)).and_then(toml::Value::as_str)
        };
        let summary = word("summary").unwrap_or_default();
        let what = match word("title") {
            Some(title) => tr!(locale, "presets-titled", title = title.trim_end_matches('.'), summary = summary),
            None => summary.to_string(),
        };
        Line::of(name, [Figure::Text(what)])
    };
    Figures::new(String::new(), columns, list.iter().map(row).collect())
}
