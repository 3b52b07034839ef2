//! A table in a file of any format, row by row.

use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

use calamine::DataRef;
use csv::StringRecord;
use recoup_core::diagnostic::Diagnostic;
use recoup_core::input::guard::{Guarded, Stop, Unread};
use recoup_fit::log::Day;
use serde::Serialize;

use crate::delimited::Delimited;
use crate::map::FileOptions;
use crate::parquet::{self, Table, Values};
use crate::sheet::{self, Sheet};

/// Most columns of a file.
const COLUMNS: usize = 16_384;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Text with delimiters.
    Csv,
    /// A workbook of Excel.
    Xlsx,
    /// Apache Parquet.
    Parquet,
}

/// Why a file is no table.
pub(crate) enum Unusable {
    /// It cannot be read.
    Unread(Unread),
    /// It says something else.
    Content(String),
}

impl From<Unread> for Unusable {
    fn from(unread: Unread) -> Self {
        Unusable::Unread(unread)
    }
}

impl Unusable {
    fn diagnostic(self, path: &str) -> Diagnostic {
        let (reason, help) = match self {
            Unusable::Unread(unread) => (unread.to_string(), unread.help()),
            Unusable::Content(reason) => (reason, None),
        };
        let diagnostic = Diagnostic::error("D001", format!("`{path}` cannot be read: {reason}"));
        diagnostic.with_help(
            help.unwrap_or("export it as CSV, XLSX or Parquet, with the names of the columns in the first row"),
        )
    }
}

/// Gets every row: its number, whether it has more fields than headings, and what it contains.
pub(crate) type Visit<'a> = &'a mut dyn FnMut(u64, bool, Content<'_>);

/// The wanted cells of a row, as its format has them.
#[derive(Clone, Copy)]
pub(crate) enum Content<'a> {
    /// Of a CSV file, and which are wanted.
    Text(&'a StringRecord, &'a [usize]),
    /// Of a sheet, which are wanted, and whether days count from 1904.
    Cells(&'a [DataRef<'a>], &'a [usize], bool),
    /// Of a Parquet file, which has only those that are wanted, and the place in them.
    Arrays(&'a [Values], usize),
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Integer(i64),
    Number(f64),
    YesNo(bool),
    /// Day from 1970, and the minute of the day if it is known.
    Moment(Day, Option<u16>),
}

fn text(text: &str) -> Cell<'_> {
    let text = text.trim();
    if text.is_empty() { Cell::Empty } else { Cell::Text(Cow::Borrowed(text)) }
}

impl<'a> Content<'a> {
    /// The wanted cell of that place.
    pub(crate) fn cell(&self, place: usize) -> Cell<'a> {
        match self {
            Content::Text(record, wanted) => text(record.get(wanted[place]).unwrap_or_default()),
            Content::Cells(cells, wanted, is_1904) => {
                cells.get(wanted[place]).map_or(Cell::Empty, |cell| of_sheet(cell, *is_1904))
            }
            Content::Arrays(columns, at) => of_values(&columns[place], *at),
        }
    }
}

fn of_values(values: &Values, at: usize) -> Cell<'_> {
    match values {
        Values::Text(values) => values.get(at).map_or(Cell::Empty, text),
        Values::Integer(values) => values[at].map_or(Cell::Empty, Cell::Integer),
        Values::Number(values) => values[at].filter(|x| !x.is_nan()).map_or(Cell::Empty, Cell::Number),
        Values::YesNo(values) => values[at].map_or(Cell::Empty, Cell::YesNo),
        Values::Moment(values) => values[at].map_or(Cell::Empty, |(day, minute)| Cell::Moment(day, minute)),
    }
}

fn of_sheet<'a>(cell: &'a DataRef<'a>, is_1904: bool) -> Cell<'a> {
    match cell {
        DataRef::Empty => Cell::Empty,
        DataRef::String(value) => text(value),
        DataRef::SharedString(value) => text(value),
        DataRef::DateTimeIso(value) | DataRef::DurationIso(value) => text(value),
        DataRef::Int(number) => Cell::Integer(*number),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(value) => Cell::YesNo(*value),
        // A duration counts in minutes.
        DataRef::DateTime(time) if time.is_duration() => Cell::Number(time.as_f64() * 1440.0),
        DataRef::DateTime(time) => serial(time.as_f64(), is_1904)
            .map_or(Cell::Number(time.as_f64()), |(day, minute)| Cell::Moment(day, minute)),
        DataRef::Error(_) => Cell::Text(Cow::Borrowed("#")),
    }
}

/// The day and minute of a date of Excel: days from 30 December 1899, or from 1 January 1904.
pub(crate) fn serial(serial: f64, is_1904: bool) -> Option<(Day, Option<u16>)> {
    // 1970 is day 25,569. Before March 1900 Excel counts a day that was not.
    let days = if is_1904 { serial + 1_462.0 } else { serial };
    if !(61.0..2_958_466.0).contains(&days) {
        return None;
    }
    let minutes = (days * 1440.0).round();
    let day = (minutes / 1440.0).floor();
    Some((day as Day - 25_569, Some((minutes - day * 1440.0) as u16)))
}

enum Kind {
    Delimited(Delimited),
    Sheet(Box<Sheet>),
    Parquet(Table),
}

/// A table in a file.
pub(crate) struct Source {
    pub(crate) path: String,
    kind: Kind,
}

impl Source {
    /// Opens a file: of the format that its first bytes show.
    pub(crate) fn open(path: &Path, options: &FileOptions, stop: Stop) -> Result<Source, Diagnostic> {
        let name = path.display().to_string();
        let kind = open(path, options, stop).map_err(|unusable| unusable.diagnostic(&name))?;
        let source = Source { path: name, kind };
        let (columns, path) = (source.headings().len(), &source.path);
        if columns == 0 {
            return Err(Diagnostic::error("D001", format!("`{path}` is empty"))
                .with_help("the first row names the columns, and every row below is one entry"));
        }
        if columns > COLUMNS {
            return Err(Diagnostic::error("D001", format!("`{path}` has {columns} columns, and may have {COLUMNS}"))
                .with_help("leave out what is not needed"));
        }
        Ok(source)
    }

    pub(crate) fn headings(&self) -> &[String] {
        match &self.kind {
            Kind::Delimited(file) => &file.headings,
            Kind::Sheet(sheet) => &sheet.headings,
            Kind::Parquet(table) => &table.headings,
        }
    }

    pub(crate) fn format(&self) -> Format {
        match &self.kind {
            Kind::Delimited(_) => Format::Csv,
            Kind::Sheet(_) => Format::Xlsx,
            Kind::Parquet(_) => Format::Parquet,
        }
    }

    /// The text of a CSV file.
    pub(crate) fn delimited(&self) -> Option<&Delimited> {
        match &self.kind {
            Kind::Delimited(file) => Some(file),
            _ => None,
        }
    }

    /// The name of the sheet of a workbook.
    pub(crate) fn sheet(&self) -> Option<&str> {
        match &self.kind {
            Kind::Sheet(sheet) => Some(&sheet.name),
            _ => None,
        }
    }

    /// Calls `visit` for every row that is not empty, with the columns `wanted`.
    pub(crate) fn each(&mut self, wanted: &[usize], visit: Visit<'_>) -> Result<(), Diagnostic> {
        let read = match &mut self.kind {
            Kind::Delimited(file) => file.each(wanted, visit),
            Kind::Sheet(sheet) => sheet.each(wanted, visit),
            Kind::Parquet(table) => table.each(wanted, visit),
        };
        read.map_err(|unusable| unusable.diagnostic(&self.path))
    }
}

fn open(path: &Path, options: &FileOptions, stop: Stop) -> Result<Kind, Unusable> {
    let mut magic = Vec::new();
    Guarded::open(path, u64::MAX, stop)?.take(8).read_to_end(&mut magic).map_err(Unread::from)?;
    let bytes = |most| Guarded::open(path, most, stop)?.bytes();
    Ok(match &magic[..] {
        [b'P', b'K', 3, 4, ..] => {
            Kind::Sheet(Box::new(Sheet::open(bytes(sheet::MOST_BYTES)?, options.sheet.as_deref())?))
        }
        [b'P', b'A', b'R', b'1', ..] => Kind::Parquet(Table::open(bytes(parquet::MOST_BYTES)?)?),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            return Err(Unusable::Content("it is a workbook of an old Excel (XLS), or one with a password".into()));
        }
        _ => Kind::Delimited(Delimited::open(path, options.encoding, options.delimiter, stop)?),
    })
}

#[cfg(test)]
mod tests {
    use super::serial;
    use crate::date::Date;

    #[test]
    fn dates_of_excel_are_days() {
        let day = |year, month, day| Date::new(year, month, day).expect("it exists").days();
        assert_eq!(serial(45_000.0, false), Some((day(2023, 3, 15), Some(0))));
        assert_eq!(serial(45_000.75, false), Some((day(2023, 3, 15), Some(1080))));
        assert_eq!(serial(45_000.999_999_9, false), Some((day(2023, 3, 16), Some(0))));
        assert_eq!(serial(43_538.0, true), Some((day(2023, 3, 15), Some(0))));
        assert!(serial(0.5, false).is_none() && serial(f64::NAN, false).is_none() && serial(1e9, false).is_none());
    }
}
