//! A sheet of the workbook: columns with their kinds, rows, print set-up. With the workbooks the only user of rust_xlsxwriter.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::output::chart::clean::clean_to;
use crate::output::figures::{Column, Kind};
use crate::output::report::document::paragraph;

/// Rows of a sheet beyond which the tables have the rest.
pub const MOST_ROWS: usize = 50_000;
/// Columns beyond which a sheet is printed two pages wide.
const WIDE: usize = 20;
/// Characters of a cell.
const LONGEST: usize = 4_000;

/// A workbook without sheets yet; its properties hold no clock.
pub fn new_workbook(title: &str, version: &str) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let (date, author) = (ExcelDateTime::from_ymd(2000, 1, 1)?, format!("recoup {version}"));
    let properties = DocProperties::new().set_title(paragraph(title)).set_author(author);
    book.set_properties(&properties.set_creation_datetime(&date));
    Ok(book)
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words; never a formula.
    Words(String),
    /// A number.
    Number(f64),
    /// Nothing.
    Nothing,
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
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Bottom)
        .set_background_color(Color::RGB(0xE8_F1_F8))
        .set_border_bottom(FormatBorder::Medium);
    let figures = head.clone().set_align(FormatAlign::Right);
    for (i, column) in columns.iter().enumerate() {
        sheet.write_string_with_format(
            first,
            i as u16,
            clean_to(&column.title(), LONGEST),
            if column.kind.is_words() { &head } else { &figures },
        )?;
    }
    let formats: Vec<Format> = columns.iter().map(|column| format(column.kind)).collect();
    let mut at = first + 1;
    for (written, row) in rows.enumerate() {
        if written == MOST_ROWS {
            sheet.write_string_with_format(at, 0, more, &Format::new().set_italic())?;
            return Ok(at + 1);
        }
        for (i, (value, format)) in row.into_iter().zip(&formats).enumerate() {
            match value {
                Value::Words(text) => {
                    sheet.write_string_with_format(at, i as u16, clean_to(&text, LONGEST), format)?;
                }
                Value::Number(number) if number.is_finite() => {
                    sheet.write_number_with_format(at, i as u16, number, format)?;
                }
                Value::Number(_) | Value::Nothing => {}
            }
        }
        at += 1;
    }
    Ok(at)
}

/// Sets widths and how the sheet is printed; `first` is the row of the head, which stays in sight.
pub fn set_up(sheet: &mut Worksheet, first: u32, frozen_columns: u16, columns: &[Column]) -> Result<(), XlsxError> {
    for (i, column) in columns.iter().enumerate() {
        let width = match column.kind {
            Kind::Words => 20.0,
            Kind::Prose => 60.0,
            Kind::Key => 38.0,
            Kind::Amount => 14.5,
            Kind::Share | Kind::Number => 11.5,
        };
        sheet.set_column_width(i as u16, width)?;
    }
    sheet.set_freeze_panes(first + 1, frozen_columns)?;
    sheet.set_repeat_rows(first, first)?;
    let pages = if columns.len() > WIDE { 2 } else { 1 };
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(pages, 0).set_footer("&L&A&R&P / &N");
    Ok(())
}

fn format(kind: Kind) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    match kind {
        // What begins like a formula stays text, also when somebody edits the cell.
        Kind::Words | Kind::Key => format.set_quote_prefix(),
        Kind::Prose => format.set_quote_prefix().set_text_wrap(),
        Kind::Amount => format.set_num_format("#,##0"),
        Kind::Share => format.set_num_format("0.0%"),
        Kind::Number => format.set_num_format("#,##0.00##"),
    }
}
