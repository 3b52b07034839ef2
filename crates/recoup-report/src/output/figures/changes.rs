//! What every strategy does differently from the reference.

use crate::analysis::assumptions::{Change, Setting};
use crate::analysis::sweep::unit;
use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, Medium};
use crate::output::label::meaning;
use crate::scenario::key::Key;

/// Strategies side by side.
const MOST_ACROSS: usize = 6;

/// Numbers of the study down, strategies across, the reference first; a table for every few strategies.
pub fn changes(locale: &Locale, changes: &[Change], strategies: &[&str]) -> Vec<Figures> {
    let mut keys: Vec<&Key> = Vec::new();
    for change in changes.iter().filter(|change| change.from.is_some() || change.to.is_some()) {
        if !keys.contains(&&change.key) {
            keys.push(&change.key);
        }
    }
    let of = |name: &str, key: &Key| changes.iter().find(|c| c.key == *key && *c.strategy == *name);
    let mut tables = Vec::new();
    for (part, others) in strategies[1..].chunks(MOST_ACROSS).enumerate() {
        let mut columns = vec![Column::new(tr!(locale, "run-key"), Kind::Key)];
        for name in [&strategies[0]].into_iter().chain(others) {
            columns.push(Column::of_name(name, Kind::Number));
            columns.push(Column::interval(locale, Kind::Number).from(Medium::Page));
        }
        let mut rows = Vec::new();
        for key in &keys {
            let Some(any) = others.iter().find_map(|name| of(name, key)) else { continue };
            let mut cells = vec![Figure::Key(key.to_string())];
            cells.extend(setting(key, any.from));
            for name in others {
                cells.extend(match of(name, key) {
                    Some(change) => setting(key, change.to),
                    None => [Figure::Text("·".to_string()), Figure::Nothing],
                });
            }
            rows.push(Line { note: meaning(key, locale), ..Line::new(cells) });
        }
        if !rows.is_empty() {
            tables.push(Figures::new(tr!(locale, "run-changes-caption", part = part + 1), columns, rows));
        }
    }
    tables
}

/// The value, and from where to where it goes.
fn setting(key: &Key, setting: Option<Setting>) -> [Figure; 2] {
    let Some(Setting { value, range }) = setting else { return [Figure::Nothing, Figure::Nothing] };
    let level = |value: f64| Figure::Level(value, unit(key));
    let range = range.map_or(Figure::Nothing, |ends| Figure::Interval(Box::new(ends.map(level))));
    [level(value), range]
}
