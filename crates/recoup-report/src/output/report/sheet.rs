//! A sheet of the workbook: columns with their kinds, rows, print set-up. With the workbooks the only user of rust_xlsxwriter.

use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Table, TableColumn, TableStyle,
    Workbook, Worksheet, XlsxError,
};
use zip::read::ZipArchive;
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::output::chart::clean::clean_to;
use crate::output::figures::{Column, Kind};
use crate::output::report::document::paragraph;

/// Rows of a sheet beyond which the tables have the rest.
pub const MOST_ROWS: usize = 50_000;
/// Widths of columns that a printed page has room for, in characters, so that small print stays readable.
const PAGE_WIDTH: f64 = 230.0;
/// Characters of a cell.
const LONGEST: usize = 4_000;

/// A workbook without sheets yet.
pub fn new_workbook(title: &str, version: &str) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let (date, author) = (ExcelDateTime::from_ymd(2000, 1, 1)?, format!("recoup {version}"));
    let properties = DocProperties::new().set_title(paragraph(title)).set_author(author);
    book.set_properties(&properties.set_creation_datetime(&date));
    Ok(book)
}

/// The bytes of a workbook, without the date of its creation: the same figures give the same bytes, and no date is better than a
/// wrong one.
pub fn save(mut book: Workbook) -> Result<Vec<u8>, XlsxError> {
    without_date(&book.save_to_buffer()?).map_err(XlsxError::ZipError)
}

fn without_date(book: &[u8]) -> Result<Vec<u8>, ZipError> {
    const PROPERTIES: &str = "docProps/core.xml";
    let mut parts = ZipArchive::new(Cursor::new(book))?;
    let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(book.len())));
    for i in 0..parts.len() {
        if parts.by_index_raw(i)?.name()? != PROPERTIES {
            out.raw_copy_file(parts.by_index_raw(i)?)?;
            continue;
        }
        let mut text = String::new();
        parts.by_index(i)?.read_to_string(&mut text)?;
        for date in ["dcterms:created", "dcterms:modified"] {
            let end = format!("</{date}>");
            if let (Some(from), Some(to)) = (text.find(&format!("<{date}")), text.find(&end)) {
                text.replace_range(from..to + end.len(), "");
            }
        }
        out.start_file(PROPERTIES, SimpleFileOptions::DEFAULT)?;
        out.write_all(text.as_bytes())?;
    }
    Ok(out.finish()?.into_inner())
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words; never a formula.
    Words(String),
    /// A number.
    Number(f64),
    /// A formula of the program, which holds no text of a study, and what it gives at the study's inputs.
    Formula(String, Box<Value>),
    /// Nothing.
    Nothing,
}

impl Value {
    /// A formula and what it gives.
    pub fn formula(formula: String, result: impl Into<Value>) -> Self {
        Value::Formula(formula, Box::new(result.into()))
    }

    /// What a program that does not calculate shows.
    fn result(&self) -> String {
        match self {
            Value::Words(text) => text.clone(),
            Value::Number(number) if number.is_finite() => number.to_string(),
            Value::Number(_) | Value::Nothing => String::new(),
            Value::Formula(_, result) => result.result(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Words(text.to_string())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Words(text)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}

impl From<Option<f64>> for Value {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Value::Nothing, Value::Number)
    }
}

/// Writes head and rows from row `first` on; gives the row after the last. `more` is said where rows are left out.
pub fn fill(
    sheet: &mut Worksheet,
    first: u32,
    columns: &[Column],
    rows: impl Iterator<Item = Vec<Value>>,
    more: &str,
) -> Result<u32, XlsxError> {
    for (i, column) in columns.iter().enumerate() {
        sheet.write_string_with_format(first, i as u16, clean_to(&column.title(), LONGEST), &head(column.kind))?;
    }
    let formats: Vec<Format> = columns.iter().map(|column| format(column.kind)).collect();
    let mut at = first + 1;
    for (written, row) in rows.enumerate() {
        if written == MOST_ROWS {
            sheet.write_string_with_format(at, 0, more, &Format::new().set_italic())?;
            return Ok(at + 1);
        }
        for (i, (value, format)) in row.into_iter().zip(&formats).enumerate() {
            write(sheet, (at, i as u16), value, format)?;
        }
        at += 1;
    }
    Ok(at)
}

/// Writes a cell.
pub fn write(sheet: &mut Worksheet, (row, column): (u32, u16), value: Value, format: &Format) -> Result<(), XlsxError> {
    match value {
        Value::Words(text) => {
            sheet.write_string_with_format(row, column, clean_to(&text, LONGEST), format)?;
        }
        Value::Number(number) if number.is_finite() => {
            sheet.write_number_with_format(row, column, number, format)?;
        }
        Value::Formula(ref formula, _) => {
            let formula = Formula::new(formula).set_result(value.result());
            sheet.write_formula_with_format(row, column, formula, format)?;
        }
        Value::Number(_) | Value::Nothing => {}
    }
    Ok(())
}

/// Makes an Excel table of what [`fill`] wrote; `name` is its name in formulas, `after` the row after its last.
pub fn make_table(
    sheet: &mut Worksheet,
    name: &str,
    first: u32,
    after: u32,
    columns: &[Column],
) -> Result<(), XlsxError> {
    let heads = columns.iter().map(|column| {
        TableColumn::new().set_header(clean_to(&column.title(), LONGEST)).set_header_format(head(column.kind))
    });
    let table = Table::new()
        .set_name(name)
        .set_style(TableStyle::None)
        .set_autofilter(false)
        .set_columns(&heads.collect::<Vec<_>>());
    sheet.add_table(first, 0, after - 1, columns.len() as u16 - 1, &table)?;
    Ok(())
}

/// The head of a column.
fn head(kind: Kind) -> Format {
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Bottom)
        .set_background_color(Color::RGB(0xE8_F1_F8))
        .set_border_bottom(FormatBorder::Medium);
    if kind.is_words() { head } else { head.set_align(FormatAlign::Right) }
}

/// Sets widths and how the sheet is printed; `first` is the row of the head, which stays in sight.
pub fn set_up(sheet: &mut Worksheet, first: u32, frozen_columns: u16, columns: &[Column]) -> Result<(), XlsxError> {
    for (i, column) in columns.iter().enumerate() {
        sheet.set_column_width(i as u16, width(column.kind))?;
    }
    let heads: Vec<(String, f64)> = columns.iter().map(|column| (column.title(), width(column.kind))).collect();
    set_height(sheet, first, heads.iter().map(|(head, width)| (head.as_str(), *width)))?;
    sheet.set_freeze_panes(first + 1, frozen_columns)?;
    sheet.set_repeat_rows(first, first)?;
    let widths = |columns: &[Column]| columns.iter().map(|column| width(column.kind)).sum::<f64>();
    let (named, figures) = columns.split_at(columns.len().min(usize::from(frozen_columns)));
    // The named columns stand on every page.
    let pages = (widths(figures) / (PAGE_WIDTH - widths(named)).max(60.0)).ceil().max(1.0) as u16;
    if pages > 1 && frozen_columns > 0 {
        sheet.set_repeat_columns(0, frozen_columns - 1)?;
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(pages, 0).set_footer("&L&A&R&P / &N");
    Ok(())
}

/// Sets the height of a row to that of its highest text, as wrapped in columns of `widths`; programs that open a workbook do not
/// all do so.
pub fn set_height<'a>(
    sheet: &mut Worksheet,
    row: u32,
    texts: impl IntoIterator<Item = (&'a str, f64)>,
) -> Result<(), XlsxError> {
    // A word at the end of a line leaves some of it empty; Chinese characters are twice as wide.
    let lines = |(text, width): (&str, f64)| {
        let length: f64 = text.chars().map(|letter| if letter > '\u{2e7f}' { 2.0 } else { 1.0 }).sum();
        (1.15 * length / width).ceil().max(1.0)
    };
    let most = texts.into_iter().map(lines).fold(1.0, f64::max);
    sheet.set_row_height(row, 15.0 * most)?;
    Ok(())
}

fn width(kind: Kind) -> f64 {
    match kind {
        Kind::Words => 20.0,
        Kind::Prose => 60.0,
        Kind::Key => 38.0,
        Kind::Amount => 14.5,
        Kind::Share | Kind::Number => 11.5,
    }
}

/// How a cell of a column is written.
pub fn format(kind: Kind) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    match kind {
        // What begins like a formula stays text, also when somebody edits the cell.
        Kind::Words | Kind::Key => format.set_quote_prefix(),
        Kind::Prose => format.set_quote_prefix().set_text_wrap(),
        // To the right, words in place of a number too.
        Kind::Amount => format.set_align(FormatAlign::Right).set_num_format("#,##0"),
        Kind::Share => format.set_align(FormatAlign::Right).set_num_format("0.0%"),
        Kind::Number => format.set_align(FormatAlign::Right).set_num_format("#,##0.00##"),
    }
}
