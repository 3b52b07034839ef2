//! What an answer rests on.

use crate::analysis::assumptions::{Assumption, Basis, Origin};
use crate::analysis::sweep::unit;
use crate::evidence::ledger::{Entry, entry_for};
use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, Medium};
use crate::output::label::meaning;
use crate::output::report::evidence::evidence;
use crate::scenario::key::Key;
use crate::scenario::report::InputNote;

/// Numbers of the study, as their author describes them in `notes`, how well each is known, over which range it is moved, and what the NPV difference is at its ends.
/// Without a caption.
pub fn assumptions<'a>(
    locale: &Locale,
    rows: impl IntoIterator<Item = &'a Assumption>,
    notes: &[InputNote],
) -> Figures {
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
    Figures::new(String::new(), columns, rows.into_iter().map(|row| line(locale, row, notes)).collect())
}

/// What the author says of a number, if anything.
pub fn note_of<'a>(notes: &'a [InputNote], key: &Key) -> Option<&'a InputNote> {
    notes.iter().find(|note| note.key == *key)
}

fn line(locale: &Locale, row: &Assumption, notes: &[InputNote]) -> Line {
    let said = note_of(notes, &row.key);
    let entry = entry_for(&row.key);
    let text = |text: String| if text.is_empty() { Figure::Nothing } else { Figure::Text(text) };
    let of_entry = |part: fn(&Entry) -> String| text(entry.map(part).unwrap_or_default());
    let found = entry.map(|entry| evidence(locale, row, entry));
    let (status, source) = found.map_or_else(Default::default, |found| (found.status, found.source));
    // The author's own source stands in place of the program's, and a remark beside it.
    let source = said.and_then(|said| said.source.clone()).unwrap_or(source);
    let remark = said.and_then(|said| said.note.clone()).unwrap_or_default();
    let source = [source, remark].into_iter().filter(|part| !part.is_empty()).collect::<Vec<String>>().join(" · ");
    let label = said.and_then(|said| said.label.clone()).unwrap_or_default();
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
        text(status),
        text(source),
        level(row.value),
        if is_default { text(tr!(locale, "run-default")) } else { Figure::Nothing },
        of_entry(|entry| entry.unit.clone()),
        Figure::Interval(Box::new(row.ends.map(level))),
        text(tr!(locale, "run-basis", basis = basis)),
        differences.unwrap_or(Figure::Nothing),
        if row.turns { text(tr!(locale, "changes-decision")) } else { Figure::Nothing },
        match label.as_str() {
            "" => of_entry(|entry| entry.meaning.clone()),
            label => Figure::Text(label.to_string()),
        },
        of_entry(|entry| entry.note.clone()),
    ];
    let note = if label.is_empty() { meaning(&row.key, locale) } else { label.clone() };
    Line { note, label, ..Line::new(cells) }
}
