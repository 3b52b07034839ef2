//! A table of runs: CSV or TOML, a row a run. What is wrong with a row is that run's alone.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Place, Source};
use crate::input::guard::{STUDY_BYTES, Stop, TABLE_BYTES, Unread, read_text};
use crate::input::hint::nearest;
use crate::input::written::cell;
use crate::scenario::key::Key;

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The row's number, from 1.
    pub number: usize,
    /// The line of the file it begins in, from 1.
    pub line: usize,
    /// Name of the run.
    pub name: Option<String>,
    /// The study, as it is written.
    pub study: Option<String>,
    /// `KEY=VALUE`, in order.
    pub set: Vec<String>,
    /// What is wrong with it.
    pub wrong: Vec<Diagnostic>,
}

/// What a row may say.
const COLUMNS: [&str; 6] = ["study", "name", "seed", "draws", "replicates", "set"];

const HELP: &str = "a run has `study`, and may have `name`, `seed`, `draws`, `replicates` and `set`";

/// What divides the columns of a CSV file: spreadsheets write semicolons where the comma is the decimal mark.
const SEPARATORS: [u8; 3] = *b",;\t";

impl Row {
    fn new(number: usize, line: usize) -> Self {
        Row { number, line, ..Row::default() }
    }

    /// Takes a cell of a table in CSV, whose numbers may be written as spreadsheets write them.
    fn take_cell(&mut self, column: &str, text: &str, separator: u8, place: Place) {
        if COLUMNS.contains(&column) {
            return self.take(column, text, place);
        }
        match cell(text, separator == b',') {
            Ok(value) => self.take(column, &value, place),
            Err(help) => {
                let message = format!("`{column}` is `{text}`, which can be read in two ways");
                self.wrong.push(Diagnostic::error("S071", message).with_place(Some(place)).with_help(help));
            }
        }
    }

    /// Takes a cell or value that is written as a text, a number or a flag; an empty one says nothing.
    fn take(&mut self, column: &str, text: &str, place: Place) {
        if text.is_empty() {
            return;
        }
        match column {
            "name" => self.name = Some(text.to_string()),
            "study" => self.study = Some(text.to_string()),
            "seed" | "draws" | "replicates" => match text.replace('_', "").parse::<u64>() {
                Ok(number) => self.set.push(format!("study.{column}={number}")),
                Err(_) => {
                    let message = format!("`{column}` is `{text}`, and must be a whole number from 0");
                    self.wrong.push(Diagnostic::error("S071", message).with_place(Some(place)));
                }
            },
            "set" => self.set.extend(text.split(';').map(str::trim).filter(|s| !s.is_empty()).map(str::to_string)),
            key => self.set.push(format!("{key}={text}")),
        }
    }

    /// The row, or what it lacks.
    fn ended(mut self, place: Place) -> Self {
        if self.study.is_none() {
            let message = format!("run {} names no study", self.number);
            self.wrong.push(Diagnostic::error("S071", message).with_place(Some(place)).with_help(HELP));
        }
        self
    }
}

/// Whether a column is for readers alone: `comment`, `note`, or a name that begins with `#`; an unnamed one too.
fn is_remark(column: &str) -> bool {
    column.is_empty() || column.starts_with('#') || ["comment", "note"].iter().any(|r| r.eq_ignore_ascii_case(column))
}

/// The columns that stand in a table more than once, each once.
fn doubled(head: &[String]) -> impl Iterator<Item = &String> {
    let is_key = |column: &&String| !is_remark(column);
    let often = |(i, column): (usize, &String)| head[..i].iter().filter(|before| *before == column).count() == 1;
    head.iter().enumerate().filter(move |(i, column)| often((*i, column))).map(|(_, column)| column).filter(is_key)
}

/// Whether the file is a table in CSV, by its name.
pub fn is_csv(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv") || ending.eq_ignore_ascii_case("tsv"))
}

/// The rows of a table in CSV: the columns `study`, `name`, `seed`, `draws`, `replicates`, `set` (settings divided
/// by `;`), one column a key, and columns for readers alone (`comment`, `note`, `#...`). Columns are divided by commas,
/// semicolons or tabs; where it is not commas, a comma may be the decimal mark.
///
/// # Errors
/// The file cannot be read, or has no column `study`.
pub fn rows_of_csv(path: &str) -> Result<Vec<Row>, Vec<Diagnostic>> {
    let text =
        read_text(Path::new(path), TABLE_BYTES, Stop::NEVER).map_err(|unread| vec![unreadable(path, &unread)])?;
    let source = Arc::new(Source { name: path.to_string(), text });
    let text = &source.text;
    let line_end = |start: usize| text[start..].find('\n').map_or(text.len(), |length| start + length);
    // Some spreadsheets say in a first line what divides the columns.
    let head_start = if text.trim_start_matches('\u{feff}').starts_with("sep=") { line_end(0) } else { 0 };
    let table = &text[head_start..];
    let read = |separator: u8| {
        csv::ReaderBuilder::new().delimiter(separator).trim(csv::Trim::All).flexible(true).from_reader(table.as_bytes())
    };
    let heads = |separator: u8| -> Vec<String> {
        let mut reader = read(separator);
        let known = |name: &str| COLUMNS.iter().find(|column| column.eq_ignore_ascii_case(name)).copied();
        let column = |name: &str| known(name).unwrap_or(name).to_string();
        reader.headers().map_or_else(|_| Vec::new(), |head| head.iter().map(column).collect())
    };
    let Some((separator, head)) =
        SEPARATORS.iter().map(|s| (*s, heads(*s))).find(|(_, head)| head.iter().any(|column| column == "study"))
    else {
        let slips = SEPARATORS.iter().flat_map(|separator| heads(*separator));
        let help = match slips.into_iter().find_map(|column| Some((nearest(&column, COLUMNS)?, column))) {
            Some((meant, column)) => format!("did you mean `{meant}` by `{column}`?"),
            None => format!("its first line names the columns, divided by commas; {HELP}"),
        };
        let diagnostic = Diagnostic::error("S071", format!("`{path}` has no column `study`"));
        return Err(vec![
            diagnostic.with_place(Some(Place::of(&source, head_start..line_end(head_start)))).with_help(help),
        ]);
    };
    let doubled: Vec<Diagnostic> = doubled(&head)
        .map(|column| {
            let diagnostic = Diagnostic::error("S071", format!("`{path}` has two columns `{column}`"));
            let head = Place::of(&source, head_start..line_end(head_start));
            diagnostic.with_place(Some(head)).with_help("leave one of them")
        })
        .collect();
    if !doubled.is_empty() {
        return Err(doubled);
    }
    let mut rows = Vec::new();
    let mut number = 0;
    let mut reader = read(separator);
    // Past the head.
    let _ = reader.headers();
    let mut record = csv::StringRecord::new();
    loop {
        let start = head_start + reader.position().byte() as usize;
        // In a text in UTF-8, rows of any length can be read.
        if !reader.read_record(&mut record).unwrap_or(false) {
            return Ok(rows);
        }
        number += 1;
        if record.iter().all(str::is_empty) {
            continue;
        }
        let end = (head_start + reader.position().byte() as usize).min(text.len());
        let written = &text[start.min(end)..end];
        let place = || {
            let before = written.len() - written.trim_start().len();
            Place::of(&source, start + before..start + before + written.trim().len())
        };
        let mut row = Row::new(number, place().line_and_column().0);
        if record.len() == head.len() {
            let cells = head.iter().zip(&record).filter(|(column, _)| !is_remark(column));
            cells.for_each(|(column, cell)| row.take_cell(column, cell, separator, place()));
            rows.push(row.ended(place()));
        } else {
            let (cells, columns) = (record.len(), head.len());
            let message = format!("run {number} and the head differ in length: {cells} and {columns} cells");
            let help = "a cell that holds the separator stands in quotes, and every quote is closed";
            row.wrong.push(Diagnostic::error("S071", message).with_place(Some(place())).with_help(help));
            rows.push(row);
        }
    }
}

/// The rows of a table in TOML: `[[run]]` with `study`, `name`, `seed`, `draws`, `replicates`, `set` (a list of
/// settings, or a table of keys). `None` where the file is none, but a study.
///
/// # Errors
/// Something stands beside the runs.
pub fn rows_of_toml(path: &str) -> Option<Result<Vec<Row>, Vec<Diagnostic>>> {
    // What cannot be read, or is no TOML, is told when it is loaded as a study.
    let text = read_text(Path::new(path), STUDY_BYTES, Stop::NEVER).ok()?;
    if !text.contains("run") {
        return None;
    }
    let source = Arc::new(Source { name: path.to_string(), text });
    let table = DeTable::parse(&source.text).ok()?;
    let DeValue::Array(runs) = table.get_ref().get("run")?.get_ref() else { return None };
    let others = table.get_ref().keys().filter(|key| key.get_ref() != "run");
    let wrong: Vec<Diagnostic> = others
        .map(|key| {
            let diagnostic = Diagnostic::error("S071", format!("`{}` has no place in a table of runs", key.get_ref()));
            diagnostic
                .with_place(Some(Place::of(&source, key.span())))
                .with_help("every run is a [[run]], and all else stands in one")
        })
        .collect();
    if !wrong.is_empty() {
        return Some(Err(wrong));
    }
    let read = |(i, run): (usize, &Spanned<DeValue<'_>>)| row_of_toml(i + 1, run, &source);
    Some(Ok(runs.iter().enumerate().map(read).collect()))
}

/// `KEY=VALUE` for every value of a table of keys. What is written as dotted keys or headers is taken apart, an inline
/// table is a value.
fn settings_of(table: &DeTable<'_>, above: &str, text: &str, settings: &mut Vec<String>) {
    for (key, value) in table {
        let name: &str = key.get_ref();
        let name = if Key::parse(name).is_some() { name.to_string() } else { Key::from_parts([name]).to_string() };
        let path = if above.is_empty() { name } else { format!("{above}.{name}") };
        let written = text.get(value.span()).unwrap_or_default();
        match value.get_ref() {
            DeValue::Table(inner) if !written.starts_with('{') => settings_of(inner, &path, text, settings),
            _ => settings.push(format!("{path}={written}")),
        }
    }
}

fn row_of_toml(number: usize, run: &Spanned<DeValue<'_>>, source: &Arc<Source>) -> Row {
    let place = |bytes: Range<usize>| Place::of(source, bytes);
    let mut row = Row::new(number, place(run.span()).line_and_column().0);
    let DeValue::Table(table) = run.get_ref() else {
        let diagnostic =
            Diagnostic::error("S071", format!("run {number} is no table")).with_place(Some(place(run.span())));
        row.wrong.push(diagnostic.with_help("write [[run]], and its keys below"));
        return row;
    };
    let mut meant_study = false;
    let written = |value: &Spanned<DeValue<'_>>| source.text.get(value.span()).unwrap_or_default().to_string();
    for (key, value) in table {
        let (name, at): (&str, Place) = (key.get_ref(), place(value.span()));
        match (name, value.get_ref()) {
            ("set", DeValue::Array(settings)) => {
                for setting in settings {
                    match setting.get_ref() {
                        DeValue::String(text) => row.set.push(text.to_string()),
                        _ => row.wrong.push(of_wrong_kind(name, place(setting.span()))),
                    }
                }
            }
            ("set", DeValue::Table(settings)) => {
                settings_of(settings, "", &source.text, &mut row.set);
            }
            ("seed" | "draws" | "replicates", DeValue::Integer(_)) => row.take(name, &written(value), at),
            ("name" | "study" | "seed" | "draws" | "replicates", DeValue::String(text)) => row.take(name, text, at),
            (known, _) if COLUMNS.contains(&known) => row.wrong.push(of_wrong_kind(name, at)),
            _ => {
                let diagnostic = Diagnostic::error("S071", format!("`{name}` is no key of a run"));
                let meant = nearest(name, COLUMNS);
                meant_study |= meant == Some("study");
                let help = meant.map(|meant| format!("did you mean `{meant}`?"));
                let help = help.unwrap_or_else(|| format!("{HELP}; other keys go into `set`"));
                row.wrong.push(diagnostic.with_place(Some(place(key.span()))).with_help(help));
            }
        }
    }
    // A slip of the pen is told once.
    if meant_study { row } else { row.ended(place(run.span())) }
}

fn of_wrong_kind(name: &str, place: Place) -> Diagnostic {
    let kind = match name {
        "set" => "a list of texts as \"voice.solicit=0.5\", or a table of keys",
        "name" | "study" => "a text",
        _ => "a whole number from 0",
    };
    Diagnostic::error("S071", format!("`{name}` of a run must be {kind}")).with_place(Some(place))
}

fn unreadable(path: &str, unread: &Unread) -> Diagnostic {
    let code = if matches!(unread, Unread::Missing) { "S001" } else { "S071" };
    let mut diagnostic = Diagnostic::error(code, format!("cannot read `{path}`: {unread}"));
    diagnostic.help = unread.help().map(str::to_string);
    diagnostic
}
