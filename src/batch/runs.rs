//! A table of runs: CSV or TOML, a row a run. What is wrong with a row is that run's alone.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Place, Source};
use crate::input::hint::nearest;

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The row's number, from 1.
    pub number: usize,
    /// Name of the run.
    pub name: Option<String>,
    /// The study, as it is written.
    pub study: Option<String>,
    /// In place of `study.seed`.
    pub seed: Option<u64>,
    /// In place of `study.draws`.
    pub draws: Option<u64>,
    /// In place of `study.replicates`.
    pub replicates: Option<u64>,
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
    fn new(number: usize) -> Self {
        Row { number, ..Row::default() }
    }

    /// Takes a cell or value that is written as a text, a number or a flag; an empty one says nothing.
    fn take(&mut self, column: &str, text: &str, place: Place) {
        if text.is_empty() {
            return;
        }
        match column {
            "name" => self.name = Some(text.to_string()),
            "study" => self.study = Some(text.to_string()),
            "seed" => self.seed = self.whole(column, text, place),
            "draws" => self.draws = self.whole(column, text, place),
            "replicates" => self.replicates = self.whole(column, text, place),
            "set" => self.set.extend(text.split(';').map(str::trim).filter(|s| !s.is_empty()).map(str::to_string)),
            key => self.set.push(format!("{key}={text}")),
        }
    }

    fn whole(&mut self, column: &str, text: &str, place: Place) -> Option<u64> {
        let number = text.replace('_', "").parse().ok();
        if number.is_none() {
            let message = format!("`{column}` is `{text}`, and must be a whole number from 0");
            self.wrong.push(Diagnostic::error("S071", message).with_place(Some(place)));
        }
        number
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

/// The rows of a table in CSV: the columns `study`, `name`, `seed`, `draws`, `replicates`, `set` (settings divided
/// by `;`), and one column a key. Columns are divided by commas, semicolons or tabs.
///
/// # Errors
/// The file cannot be read, or has no column `study`.
pub fn rows_of_csv(path: &str) -> Result<Vec<Row>, Vec<Diagnostic>> {
    let text = fs::read(path).map_err(|error| vec![unreadable(path, &error)])?;
    let Ok(text) = String::from_utf8(text) else {
        return Err(vec![
            Diagnostic::error("S071", format!("`{path}` is no text in UTF-8")).with_help("save it as UTF-8"),
        ]);
    };
    let source = Arc::new(Source { name: path.to_string(), text });
    let text = &source.text;
    let place = |range: Range<usize>| Place { source: source.clone(), start: range.start, end: range.end };
    let first_line = 0..text.find('\n').unwrap_or(text.len());
    let read = |separator: u8| {
        csv::ReaderBuilder::new().delimiter(separator).trim(csv::Trim::All).flexible(true).from_reader(text.as_bytes())
    };
    let heads = |separator: u8| -> Vec<String> {
        let mut reader = read(separator);
        reader.headers().map_or_else(|_| Vec::new(), |head| head.iter().map(str::to_string).collect())
    };
    let Some((separator, head)) =
        SEPARATORS.iter().map(|s| (*s, heads(*s))).find(|(_, head)| head.iter().any(|column| column == "study"))
    else {
        let help =
            match heads(SEPARATORS[0]).iter().find_map(|column| Some((column.clone(), nearest(column, COLUMNS)?))) {
                Some((column, meant)) => format!("did you mean `{meant}` by `{column}`?"),
                None => format!("its first line names the columns, divided by commas; {HELP}"),
            };
        let message = format!("`{path}` has no column `study`");
        return Err(vec![Diagnostic::error("S071", message).with_place(Some(place(first_line))).with_help(help)]);
    };
    let mut rows = Vec::new();
    let mut reader = read(separator);
    // Past the head.
    let _ = reader.headers();
    let mut record = csv::StringRecord::new();
    loop {
        let start = reader.position().byte() as usize;
        // In a text in UTF-8, rows of any length can be read.
        if !reader.read_record(&mut record).unwrap_or(false) {
            return Ok(rows);
        }
        let end = (reader.position().byte() as usize).min(text.len());
        let written = &text[start.min(end)..end];
        let place = || {
            let before = written.len() - written.trim_start().len();
            place(start + before..start + before + written.trim().len())
        };
        let mut row = Row::new(rows.len() + 1);
        if record.len() == head.len() {
            head.iter().zip(&record).for_each(|(column, cell)| row.take(column, cell, place()));
            rows.push(row.ended(place()));
        } else {
            let (cells, columns) = (record.len(), head.len());
            let message = format!("run {} has {cells} cells, and the head has {columns} columns", row.number);
            let help = "a cell that holds the separator stands in quotes";
            row.wrong.push(Diagnostic::error("S071", message).with_place(Some(place())).with_help(help));
            rows.push(row);
        }
    }
}

/// The rows of a table in TOML: `[[run]]` with `study`, `name`, `seed`, `draws`, `replicates`, `set` (a list of
/// settings, or a table of keys). `None` where the file is none, but a study.
pub fn rows_of_toml(path: &str) -> Option<Vec<Row>> {
    // What cannot be read, or is no TOML, is told when it is loaded as a study.
    let text = Path::new(path).is_file().then(|| fs::read_to_string(path).ok())??;
    if !text.contains("run") {
        return None;
    }
    let source = Arc::new(Source { name: path.to_string(), text });
    let table = DeTable::parse(&source.text).ok()?;
    let DeValue::Array(runs) = table.get_ref().get("run")?.get_ref() else { return None };
    let read = |(i, run): (usize, &Spanned<DeValue<'_>>)| row_of_toml(i + 1, run, &source);
    Some(runs.iter().enumerate().map(read).collect())
}

fn row_of_toml(number: usize, run: &Spanned<DeValue<'_>>, source: &Arc<Source>) -> Row {
    let place = |range: Range<usize>| Place { source: source.clone(), start: range.start, end: range.end };
    let mut row = Row::new(number);
    let DeValue::Table(table) = run.get_ref() else {
        let said = Diagnostic::error("S071", format!("run {number} is no table")).with_place(Some(place(run.span())));
        row.wrong.push(said.with_help("write [[run]], and its keys below"));
        return row;
    };
    let mut has_study = false;
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
                row.set.extend(settings.iter().map(|(key, value)| format!("{}={}", key.get_ref(), written(value))));
            }
            ("seed" | "draws" | "replicates", DeValue::Integer(_)) => row.take(name, &written(value), at),
            ("name" | "study" | "seed" | "draws" | "replicates", DeValue::String(text)) => row.take(name, text, at),
            (known, _) if COLUMNS.contains(&known) => row.wrong.push(of_wrong_kind(name, at)),
            _ => {
                let said = Diagnostic::error("S071", format!("`{name}` is no key of a run"));
                let meant = nearest(name, COLUMNS);
                has_study |= meant == Some("study");
                let help = meant.map(|meant| format!("did you mean `{meant}`?"));
                let help = help.unwrap_or_else(|| format!("{HELP}; other keys go into `set`"));
                row.wrong.push(said.with_place(Some(place(key.span()))).with_help(help));
            }
        }
    }
    // A slip of the pen is told once.
    if has_study { row } else { row.ended(place(run.span())) }
}

fn of_wrong_kind(name: &str, place: Place) -> Diagnostic {
    let kind = match name {
        "set" => "a list of texts as \"voice.solicit=0.5\", or a table of keys",
        "name" | "study" => "a text",
        _ => "a whole number from 0",
    };
    Diagnostic::error("S071", format!("`{name}` of a run must be {kind}")).with_place(Some(place))
}

fn unreadable(path: &str, error: &std::io::Error) -> Diagnostic {
    let code = if error.kind() == std::io::ErrorKind::NotFound { "S001" } else { "S071" };
    Diagnostic::error(code, format!("cannot read `{path}`: {}", error.to_string().to_lowercase()))
}
