//! What an answer rests on.

use crate::analysis::assumptions::{Assumption, Basis, Origin};
use crate::analysis::sweep::unit;
use crate::evidence::ledger::{Entry, entry_for};
use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, Medium};
use crate::output::label::meaning;
use crate::output::report::evidence::evidence;

/// Numbers of the study, how well each is known, over which range it is moved, and what the NPV difference is at its ends.
/// Without a caption.
pub fn assumptions<'a>(locale: &Locale, rows: impl IntoIterator<Item = &'a Assumption>) -> Figures {
    let workbook = |column: Column| column.from(Medium::Workbook);
    let columns = vec![
        Column::new(tr!(locale, "run-key"), Kind::Key),
        Column::new(tr!(locale, "run-evidence"), Kind::Prose),
        Column::new(tr!(locale, "head-source"), Kind::Prose).below(),
        Column::new(tr!(locale, "run-value"), Kind::Number),
        Column::new(tr!(locale, "head-default"), Kind::Words).below(),
        workbook(Column::new(tr!(locale, "book-unit"), Kind::Words)),
        Column::new(tr!(locale, "head-moved"), Kind::Number)
            .with_ends([tr!(locale, "book-low"), tr!(locale, "book-high")]),
        Column::new(tr!(locale, "book-basis"), Kind::Words).below(),
        Column::new(tr!(locale, "run-difference-there"), Kind::Amount)
            .with_ends([tr!(locale, "book-difference-low"), tr!(locale, "book-difference-high")]),
        Column::new(tr!(locale, "changes-decision"), Kind::Words).below(),
        workbook(Column::new(tr!(locale, "head-meaning"), Kind::Prose)),
        workbook(Column::new(tr!(locale, "book-note"), Kind::Prose)),
    ];
    Figures::new(String::new(), columns, rows.into_iter().map(|row| line(locale, row)).collect())
}

fn line(locale: &Locale, row: &Assumption) -> Line {
    let entry = entry_for(&row.key);
    let text = |text: String| if text.is_empty() { Figure::Nothing } else { Figure::Text(text) };
    let of_entry = |part: fn(&Entry) -> String| text(entry.map(part).unwrap_or_default());
    let found = entry.map(|entry| evidence(locale, row, entry));
    let [status, source] =
        found.map_or([Figure::Nothing, Figure::Nothing], |found| [found.status, found.source].map(text));
    // Of an uncertain number the mean may be the default; its spread is the study's.
    let is_default = row.origin == Origin::Default && row.basis != Basis::Uncertain;
    let basis = match row.basis {
        Basis::Uncertain => "uncertain",
        Basis::Published => "published",
        Basis::Plausible => "plausible",
        Basis::Tenth => "tenth",
    };
    let level = |value: f64| Figure::Level(value, unit(&row.key));
    let differences = row.differences.map(|ends| Figure::Interval(Box::new(ends.map(Figure::SignedShort))));
    let cells = vec![
        Figure::Key(row.key.to_string()),
        status,
        source,
        level(row.value),
        if is_default { text(tr!(locale, "run-default")) } else { Figure::Nothing },
        of_entry(|entry| entry.unit.clone()),
        Figure::Interval(Box::new(row.ends.map(level))),
        text(tr!(locale, "run-basis", basis = basis)),
        differences.unwrap_or(Figure::Nothing),
        if row.turns { text(tr!(locale, "changes-decision")) } else { Figure::Nothing },
        of_entry(|entry| entry.meaning.clone()),
        of_entry(|entry| entry.note.clone()),
    ];
    Line { note: meaning(&row.key, locale), ..Line::new(cells) }
}
