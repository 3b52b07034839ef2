//! One file as one table: its columns are found, how it writes dates and numbers is settled, then its rows are read.

use std::borrow::Cow;
use std::path::Path;

use recoup_core::diagnostic::Diagnostic;
use recoup_core::input::guard::Stop;
use recoup_core::input::hint::nearest;
use recoup_fit::log::Day;
use serde::Serialize;

use crate::date::{DAYS, DateEvidence, DateFormat, NEVER, NoFormat, Written};
use crate::encoding::Encoding;
use crate::map::{FileOptions, Map};
use crate::problem::{Dropped, Effect, Policy, Problem, Problems, Reason};
use crate::source::{Cell, Content, Format, Source, serial};
use crate::tables::{Spec, Type, folded};
use crate::value::{Decimal, DecimalEvidence, NoDecimal, is_blank, number, yes_no};

/// A column of a file that is used.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ColumnReport {
    /// Our name of it.
    pub name: &'static str,
    /// Its heading in the file.
    pub heading: String,
    /// Whether a map stated it; otherwise it was found by its heading.
    pub is_mapped: bool,
    /// How its dates are written, if they are texts.
    pub date_format: Option<DateFormat>,
    /// Its decimal sign, if its numbers are texts.
    pub decimal: Option<Decimal>,
}

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FileReport {
    /// The table: `customers`, `purchases`, `failures`, `complaints`, `kano` or `servqual`.
    pub table: &'static str,
    /// The path.
    pub path: String,
    /// The format.
    pub format: Format,
    /// The encoding of a CSV file.
    pub encoding: Option<Encoding>,
    /// Whether bytes belong to no character of that encoding, and were replaced.
    pub has_replaced: bool,
    /// The delimiter of a CSV file.
    pub delimiter: Option<char>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// Rows below the headings that are not empty.
    pub rows: u64,
    /// Rows that count.
    pub kept: u64,
    /// Of these, rows whose day is outside the window: they do not count for the estimators.
    pub outside_window: u64,
    /// Columns that are used.
    pub columns: Vec<ColumnReport>,
    /// Headings of the columns that are not used.
    pub unused: Vec<String>,
    /// What is wrong with rows.
    pub problems: Vec<Problem>,
}

/// A value of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value<T> {
    Missing,
    Unreadable,
    Is(T),
}

impl<T> Value<T> {
    /// The value that a row needs.
    pub(crate) fn required(self, column: &'static str) -> Result<T, Dropped> {
        self.meaningful(column)?.ok_or((Reason::Missing, Some(column)))
    }

    /// The value of a column in which nothing means something: a row with an unreadable one does not count.
    pub(crate) fn meaningful(self, column: &'static str) -> Result<Option<T>, Dropped> {
        match self {
            Value::Missing => Ok(None),
            Value::Unreadable => Err((Reason::Unreadable, Some(column))),
            Value::Is(value) => Ok(Some(value)),
        }
    }

    /// The value that a row may lack.
    pub(crate) fn optional(self, column: &'static str, row: &mut Row<'_, '_>) -> Option<T> {
        match self {
            Value::Missing => None,
            Value::Unreadable => {
                row.note((Reason::Unreadable, Some(column)), Effect::ValueDropped);
                None
            }
            Value::Is(value) => Some(value),
        }
    }
}

/// How the columns of a file are read.
struct Reading {
    spec: &'static Spec,
    /// Columns of the file that are read.
    wanted: Vec<usize>,
    /// By field: its place among the wanted.
    places: Vec<Option<usize>>,
    /// By field.
    dates: Vec<Option<DateFormat>>,
    /// By field.
    decimals: Vec<Decimal>,
}

/// A file as a table.
pub(crate) struct File {
    source: Source,
    reading: Reading,
    problems: Problems,
    report: FileReport,
}

/// A row of a file.
pub(crate) struct Row<'a, 'b> {
    /// Its number in the file.
    pub(crate) at: u64,
    reading: &'a Reading,
    content: Content<'b>,
    problems: &'a mut Problems,
}

impl<'b> Row<'_, 'b> {
    /// Counts a problem of the row.
    pub(crate) fn note(&mut self, problem: Dropped, effect: Effect) {
        self.problems.add(problem, effect, self.at);
    }

    pub(crate) fn cell(&self, field: usize) -> Cell<'b> {
        self.reading.places[field].map_or(Cell::Empty, |place| self.content.cell(place))
    }

    /// The text of a cell, also that of a number.
    pub(crate) fn text(&self, field: usize) -> Option<Cow<'b, str>> {
        match self.cell(field) {
            Cell::Text(text) => Some(text),
            Cell::Integer(number) => Some(number.to_string().into()),
            Cell::Number(number) => Some(number.to_string().into()),
            Cell::YesNo(value) => Some(if value { "true" } else { "false" }.into()),
            Cell::Moment(..) | Cell::Empty => None,
        }
    }

    /// A day from 1970, and the minute of the day if it is known.
    pub(crate) fn moment(&self, field: usize) -> Value<(Day, Option<u16>)> {
        let moment = match self.cell(field) {
            Cell::Empty => return Value::Missing,
            Cell::Text(text) if is_blank(&text) => return Value::Missing,
            Cell::Text(text) => {
                let date = |written: &Written| written.date(self.reading.dates[field]?);
                Written::parse(&text).and_then(|written| Some((date(&written)?.days(), written.minute)))
            }
            Cell::Moment(day, minute) => Some((day, minute)),
            Cell::Integer(number) => of_number(number as f64),
            Cell::Number(number) => of_number(number),
            Cell::YesNo(_) => None,
        };
        match moment {
            Some((day, _)) if day >= NEVER => Value::Missing,
            Some((day, minute)) if DAYS.contains(&day) => Value::Is((day, minute)),
            _ => Value::Unreadable,
        }
    }

    pub(crate) fn number(&self, field: usize) -> Value<f64> {
        let number = match self.cell(field) {
            Cell::Empty => return Value::Missing,
            Cell::Integer(number) => Some(number as f64),
            Cell::Number(number) => Some(number),
            Cell::Text(text) if is_blank(&text) => return Value::Missing,
            Cell::Text(text) => number(&text, self.reading.decimals[field]),
            Cell::YesNo(_) | Cell::Moment(..) => None,
        };
        number.filter(|number| number.is_finite()).map_or(Value::Unreadable, Value::Is)
    }

    /// A number of at least 0; a negative one is noted.
    pub(crate) fn positive(&mut self, field: usize) -> Option<f64> {
        let column = self.reading.spec.fields[field].name;
        let number = self.number(field).optional(column, self)?;
        if number < 0.0 {
            self.note((Reason::Negative, Some(column)), Effect::ValueDropped);
            return None;
        }
        Some(number)
    }

    pub(crate) fn yes_no(&self, field: usize) -> Value<bool> {
        let value = match self.cell(field) {
            Cell::Empty => return Value::Missing,
            Cell::YesNo(value) => Some(value),
            Cell::Integer(number) => yes_no(&number.to_string()),
            Cell::Number(number) => yes_no(&number.to_string()),
            Cell::Text(text) if is_blank(&text) => return Value::Missing,
            Cell::Text(text) => yes_no(&text),
            Cell::Moment(..) => None,
        };
        value.map_or(Value::Unreadable, Value::Is)
    }
}

/// A date as a plain number: a date of Excel, or year, month and day in one.
fn of_number(number: f64) -> Option<(Day, Option<u16>)> {
    if number < 200_000.0 {
        return serial(number, false);
    }
    let written = Written::parse(&number.to_string())?;
    written.date(DateFormat::Compact).map(|date| (date.days(), None))
}

/// A heading as messages show it. Where a file has no headings its first row is data, which no message shows.
pub(crate) fn shown(heading: &str, column: usize) -> String {
    let digits = heading.chars().filter(char::is_ascii_digit).count();
    if digits > 2 || heading.contains('@') || heading.is_empty() || heading.chars().count() > 60 {
        format!("column {}", column + 1)
    } else {
        format!("`{heading}`")
    }
}

impl File {
    /// Opens the file of a table and finds its columns.
    pub(crate) fn open(spec: &'static Spec, path: &Path, map: &Map, stop: Stop) -> Result<File, Vec<Diagnostic>> {
        let source = Source::open(path, &map.options(spec), stop).map_err(|diagnostic| vec![diagnostic])?;
        File::of(spec, source, map)
    }

    /// The same of a file that is open.
    pub(crate) fn of(spec: &'static Spec, source: Source, map: &Map) -> Result<File, Vec<Diagnostic>> {
        let mut errors = Vec::new();
        let columns: Vec<Option<usize>> = (0..spec.fields.len())
            .map(|field| {
                find(spec, field, &source, map).unwrap_or_else(|diagnostic| {
                    errors.push(diagnostic);
                    None
                })
            })
            .collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        let mut reading = Reading {
            spec,
            wanted: Vec::new(),
            places: vec![None; spec.fields.len()],
            dates: vec![None; spec.fields.len()],
            decimals: vec![Decimal::Point; spec.fields.len()],
        };
        for (place, column) in reading.places.iter_mut().zip(&columns) {
            *place = column.map(|column| {
                reading.wanted.push(column);
                reading.wanted.len() - 1
            });
        }
        let used = spec.fields.iter().zip(&columns).filter_map(|(field, column)| Some((field.name, (*column)?)));
        let report = report(spec, &source, &used.collect::<Vec<_>>(), map);
        let mut file = File { source, reading, problems: Problems::default(), report };
        file.settle(&map.options(spec))?;
        Ok(file)
    }

    /// Whether the file has the column.
    pub(crate) fn has(&self, field: usize) -> bool {
        self.reading.places[field].is_some()
    }

    /// Rows below the headings.
    pub(crate) fn rows(&self) -> u64 {
        self.report.rows
    }

    /// Reads the dates and numbers that are texts, and settles how each column writes them.
    fn settle(&mut self, options: &FileOptions) -> Result<(), Vec<Diagnostic>> {
        let fields = self.reading.spec.fields;
        let of_kind = |kind: Type| -> Vec<(usize, usize)> {
            let places = self.reading.places.iter().enumerate();
            places
                .filter_map(|(field, place)| Some((field, (*place)?)))
                .filter(|(f, _)| fields[*f].kind == kind)
                .collect()
        };
        let (dates, numbers) = (of_kind(Type::Date), of_kind(Type::Number));
        let mut by_date: Vec<DateEvidence> = dates.iter().map(|_| DateEvidence::default()).collect();
        let mut by_number: Vec<DecimalEvidence> = numbers.iter().map(|_| DecimalEvidence::default()).collect();
        let mut rows = 0;
        let read = self.source.each(&self.reading.wanted, &mut |row, _, content| {
            rows += 1;
            for ((_, place), evidence) in dates.iter().zip(&mut by_date) {
                if let Cell::Text(text) = content.cell(*place)
                    && !is_blank(&text)
                {
                    evidence.add(&text, row);
                }
            }
            for ((_, place), evidence) in numbers.iter().zip(&mut by_number) {
                if let Cell::Text(text) = content.cell(*place) {
                    evidence.add(&text, row);
                }
            }
        });
        read.map_err(|diagnostic| vec![diagnostic])?;
        self.report.rows = rows;
        let path = self.source.path.clone();
        let mut errors = Vec::new();
        if rows == 0 {
            let help = "the first row names the columns, and every row below is one entry";
            errors.push(Diagnostic::error("D001", format!("`{path}` has no rows below its headings")).with_help(help));
        }
        let format = single(by_date.iter().map(DateEvidence::only));
        for ((field, _), evidence) in dates.iter().zip(&by_date) {
            let settled = match options.date_format {
                Some(format) => Ok(Some(format)),
                None => evidence.settle(format),
            };
            let settled = settled.unwrap_or_else(|reason| {
                errors.push(no_format(&path, self.reading.spec, *field, reason));
                None
            });
            self.reading.dates[*field] = settled;
            self.report_of(*field, |column| column.date_format = settled.filter(|_| !evidence.is_empty()));
        }
        let sign = single(by_number.iter().map(DecimalEvidence::only));
        for ((field, _), evidence) in numbers.iter().zip(&by_number) {
            let settled = options.decimal.map_or_else(|| evidence.settle(sign), Ok);
            let settled = settled.unwrap_or_else(|reason| {
                errors.push(no_decimal(&path, self.reading.spec, *field, reason));
                Decimal::Point
            });
            self.reading.decimals[*field] = settled;
            self.report_of(*field, |column| column.decimal = (!evidence.is_empty()).then_some(settled));
        }
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    fn report_of(&mut self, field: usize, change: impl FnOnce(&mut ColumnReport)) {
        let name = self.reading.spec.fields[field].name;
        if let Some(column) = self.report.columns.iter_mut().find(|column| column.name == name) {
            change(column);
        }
    }

    /// Reads all rows; a row for which `take` gives a reason does not count. `progress` gets the rows read so far.
    pub(crate) fn read(
        &mut self,
        progress: &mut dyn FnMut(u64),
        mut take: impl FnMut(&mut Row<'_, '_>) -> Result<(), Dropped>,
    ) -> Result<(), Diagnostic> {
        /// Rows between two calls of `progress`.
        const OFTEN: u64 = 1 << 18;
        let File { source, reading, problems, report } = self;
        let (mut rows, mut kept) = (0, 0);
        progress(0);
        source.each(&reading.wanted, &mut |number, is_overlong, content| {
            rows += 1;
            if rows % OFTEN == 0 {
                progress(rows);
            }
            if is_overlong {
                problems.add((Reason::Malformed, None), Effect::RowDropped, number);
                return;
            }
            let mut row = Row { at: number, reading, content, problems };
            match take(&mut row) {
                Ok(()) => kept += 1,
                Err(problem) => problems.add(problem, Effect::RowDropped, number),
            }
        })?;
        progress(rows);
        report.kept = kept;
        if let Some(file) = source.delimited() {
            report.has_replaced = file.has_replaced;
        }
        Ok(())
    }

    /// Counts a problem that shows after all rows are read.
    pub(crate) fn note(&mut self, problem: Dropped, row: u64) {
        self.problems.add(problem, Effect::Noted, row);
    }

    /// The report; or what is wrong, if it is to be refused or no row is left.
    pub(crate) fn finish(self, policy: Policy) -> Result<FileReport, Vec<Diagnostic>> {
        self.report.finish(self.problems, policy)
    }
}

impl FileReport {
    /// The report with its problems; or what is wrong, if it is to be refused or no row is left.
    pub(crate) fn finish(mut self, problems: Problems, policy: Policy) -> Result<FileReport, Vec<Diagnostic>> {
        self.problems = problems.listed();
        let problems = self.problems.iter();
        let refused: Vec<Diagnostic> = problems
            .filter(|problem| policy == Policy::Refuse && problem.effect != Effect::Noted)
            .map(|problem| problem.refusal(&self.path))
            .collect();
        if !refused.is_empty() {
            return Err(refused);
        }
        if self.kept == 0 {
            let most = self.problems.iter().max_by_key(|problem| problem.rows.count);
            let most = most.map_or_else(String::new, |problem| format!(": {}", problem.described()));
            return Err(vec![
                Diagnostic::error("D001", format!("no row of `{}` can be used{most}", self.path))
                    .with_help("check that its columns are the right ones, or name them in a map"),
            ]);
        }
        Ok(self)
    }
}

/// The only value, if all that are known agree.
fn single<T: PartialEq>(values: impl Iterator<Item = Option<T>>) -> Option<T> {
    let mut found = None;
    for value in values.flatten() {
        match &found {
            Some(before) if *before != value => return None,
            _ => found = Some(value),
        }
    }
    found
}

/// The column of a field: by the map, or by its headings.
fn find(spec: &'static Spec, field: usize, source: &Source, map: &Map) -> Result<Option<usize>, Diagnostic> {
    let (field, headings, path) = (&spec.fields[field], source.headings(), &source.path);
    let matching = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        headings.iter().enumerate().filter(|(_, heading)| fits(heading)).map(|(column, _)| column).collect()
    };
    let seen = || {
        let all: Vec<String> = headings.iter().enumerate().take(20).map(|(i, heading)| shown(heading, i)).collect();
        format!("the file has {}", all.join(", "))
    };
    if let Some(mapped) = map.heading(spec, field.name) {
        let wanted = folded(&mapped.heading);
        let mut found = matching(&|heading| heading == mapped.heading);
        if found.is_empty() {
            found = matching(&|heading| folded(heading) == wanted);
        }
        if let [column] = found[..] {
            return Ok(Some(column));
        }
        let near = nearest(&mapped.heading, headings.iter().map(String::as_str));
        let near = near.filter(|near| shown(near, 0).starts_with('`'));
        let help = near.map_or_else(seen, |near| format!("did you mean `{near}`?"));
        let count = if found.is_empty() { "no column" } else { "more than one column" };
        let message = format!("`{path}` has {count} `{}`, which the map names as `{}`", mapped.heading, field.name);
        return Err(Diagnostic::error("D001", message).with_place(Some(mapped.place.clone())).with_help(help));
    }
    // A column that the map gives to another field is that field's alone.
    let is_taken = |heading: &str| {
        let others = spec.fields.iter().filter_map(|other| map.heading(spec, other.name));
        others.into_iter().any(|mapped| folded(&mapped.heading) == folded(heading))
    };
    let exact = matching(&|heading| folded(heading) == folded(field.name) && !is_taken(heading));
    let found =
        if exact.len() == 1 { exact } else { matching(&|heading| field.is_named(heading) && !is_taken(heading)) };
    match found[..] {
        [column] => Ok(Some(column)),
        [] if !field.is_required => Ok(None),
        [] => {
            let near = headings.iter().enumerate().find(|(_, heading)| nearest(heading, field.headings()).is_some());
            let near = near.map_or_else(String::new, |(i, heading)| format!("; the nearest is {}", shown(heading, i)));
            let accepted: Vec<String> = field.headings().take(12).map(|name| format!("`{name}`")).collect();
            let message = format!("`{path}` has no column `{}`: {}{near}", field.name, seen());
            Err(Diagnostic::error("D001", message).with_help(format!(
                "name it `{}`, {} or alike, or state it in a map: [{}] {} = \"its heading\"",
                field.name,
                accepted.join(", "),
                spec.name,
                field.name
            )))
        }
        _ => {
            let all: Vec<String> = found.iter().map(|column| shown(&headings[*column], *column)).collect();
            let message =
                format!("`{path}` has {} columns that may be `{}`: {}", all.len(), field.name, all.join(", "));
            let help = format!("state one of them in a map: [{}] {} = \"its heading\"", spec.name, field.name);
            Err(Diagnostic::error("D001", message).with_help(help))
        }
    }
}

/// The report of a file before its rows are read, with the columns that are used.
pub(crate) fn report(spec: &Spec, source: &Source, columns: &[(&'static str, usize)], map: &Map) -> FileReport {
    let heading = |column: usize| source.headings()[column].clone();
    let used = columns.iter().map(|(name, column)| ColumnReport {
        name,
        heading: heading(*column),
        is_mapped: map.heading(spec, name).is_some(),
        date_format: None,
        decimal: None,
    });
    let unused = (0..source.headings().len()).filter(|column| !columns.iter().any(|(_, used)| used == column));
    let delimited = source.delimited();
    FileReport {
        table: spec.name,
        path: source.path.clone(),
        format: source.format(),
        encoding: delimited.map(|file| file.encoding),
        has_replaced: false,
        delimiter: delimited.map(|file| file.delimiter.into()),
        sheet: source.sheet().map(str::to_string),
        rows: 0,
        kept: 0,
        outside_window: 0,
        columns: used.collect(),
        unused: unused.map(|column| shown(&heading(column), column).trim_matches('`').to_string()).collect(),
        problems: Vec::new(),
    }
}

fn no_format(path: &str, spec: &Spec, field: usize, reason: NoFormat) -> Diagnostic {
    let name = spec.fields[field].name;
    let state = |format: DateFormat| format!("[{}] date_format = \"{}\"", spec.name, format.pattern());
    match reason {
        NoFormat::NoDates => {
            Diagnostic::error("D001", format!("`{path}`, column `{name}`: no value is a date that can be read"))
                .with_help("write dates as 2025-12-31, or state the right column in a map")
        }
        NoFormat::Ambiguous(formats) => {
            let names: Vec<String> = formats.iter().map(|format| format!("`{}`", format.pattern())).collect();
            let message =
                format!("`{path}`, column `{name}`: its dates are ambiguous: all fit {}", names.join(" and "));
            let help: Vec<String> = formats.into_iter().map(state).collect();
            Diagnostic::error("D001", message).with_help(format!("state in a map: {}", help.join(", or ")))
        }
        NoFormat::Contradiction(format, rows) => {
            let message = format!(
                "`{path}`, column `{name}`: most dates are written as `{}`, but not those of {}",
                format.pattern(),
                rows.listed()
            );
            let help = format!("correct those rows; or state {} in a map, which drops them", state(format));
            Diagnostic::error("D001", message).with_help(help)
        }
    }
}

fn no_decimal(path: &str, spec: &Spec, field: usize, reason: NoDecimal) -> Diagnostic {
    let name = spec.fields[field].name;
    let sign = |decimal: Decimal| if decimal == Decimal::Point { "." } else { "," };
    match reason {
        NoDecimal::Ambiguous(count) => {
            let message = format!(
                "`{path}`, column `{name}`: it is ambiguous whether point or comma is the decimal sign, as in 1,234 ({count} numbers)"
            );
            let help = format!("state in a map: [{0}] decimal = \".\", or [{0}] decimal = \",\"", spec.name);
            Diagnostic::error("D001", message).with_help(help)
        }
        NoDecimal::Contradiction(decimal, rows) => {
            let message = format!(
                "`{path}`, column `{name}`: most numbers have the decimal sign `{}`, but not those of {}",
                sign(decimal),
                rows.listed()
            );
            let help = format!("correct those rows; or state [{}] decimal = \"{}\" in a map", spec.name, sign(decimal));
            Diagnostic::error("D001", message).with_help(help)
        }
    }
}
