//! The workbook of an answer: its sentences on the first sheet, then a sheet for each table. Every text is a text cell; there is
//! no formula in it, and no clock: the same answer gives the same bytes.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::error::Error;
use crate::language::{Locale, tr};
use crate::output::figures::{Column, Figures, Kind};
use crate::output::report::document::{Block, Document, paragraph, requoted};
use crate::output::report::sheet::{Value, fill, new_workbook, save, set_up};
use crate::output::report::workbook::book::{columns, values};

/// The bytes of the workbook of a document.
pub(crate) fn workbook(document: &Document, locale: &Locale) -> Result<Vec<u8>, Error> {
    bytes(document, locale).map_err(|error| Error::Report { what: "workbook", reason: error.to_string() })
}

fn bytes(document: &Document, locale: &Locale) -> Result<Vec<u8>, XlsxError> {
    let mut book = new_workbook(&document.title, env!("CARGO_PKG_VERSION"))?;
    sentences(book.add_worksheet().set_name(tr!(locale, "book-summary"))?, document, locale)?;
    for (i, table) in tables(document, locale).into_iter().enumerate() {
        let sheet = book.add_worksheet().set_name(tr!(locale, "book-table", number = i + 1))?;
        table.write(sheet, locale)?;
    }
    save(book)
}

/// A line of text.
fn say(sheet: &mut Worksheet, row: &mut u32, text: &str, format: &Format) -> Result<(), XlsxError> {
    sheet.write_string_with_format(*row, 0, text, format)?;
    *row += 1;
    Ok(())
}

/// Everything that is no table, in its order; tables by their numbers.
fn sentences(sheet: &mut Worksheet, document: &Document, locale: &Locale) -> Result<(), XlsxError> {
    let plain = Format::new().set_quote_prefix().set_text_wrap();
    let quoted = |text: &str| requoted(locale, &paragraph(text));
    let bold = plain.clone().set_bold();
    sheet.set_column_width(0, 120.0)?;
    let mut row = 0;
    say(sheet, &mut row, &paragraph(&document.title), &bold.clone().set_font_size(16))?;
    say(sheet, &mut row, &document.run, &plain.clone().set_italic())?;
    for sentence in &document.answer {
        say(sheet, &mut row, &quoted(sentence), &plain)?;
    }
    let mut table = 0;
    for section in &document.sections {
        row += 1;
        if !section.title.is_empty() {
            say(sheet, &mut row, &quoted(&section.title), &bold)?;
        }
        for block in &section.blocks {
            match block {
                Block::Text(text) => say(sheet, &mut row, &quoted(text), &plain)?,
                Block::List(items) => {
                    for item in items {
                        say(sheet, &mut row, &quoted(item), &plain)?;
                    }
                }
                Block::Terms(terms) => {
                    for (term, text) in terms {
                        say(sheet, &mut row, &quoted(&format!("{term}: {text}")), &plain)?;
                    }
                }
                Block::Code(lines) | Block::Letters(lines) => {
                    for line in lines.lines() {
                        say(sheet, &mut row, &paragraph(line), &plain.clone().set_font_name("Courier New"))?;
                    }
                }
                Block::Figures(Figures { caption, .. }) => {
                    table += 1;
                    let caption = quoted(caption);
                    let text = match caption.is_empty() {
                        true => tr!(locale, "book-table", number = table),
                        false => tr!(locale, "book-table-caption", number = table, caption = caption),
                    };
                    say(sheet, &mut row, &text, &plain)?;
                }
                Block::Chart(chart) => say(sheet, &mut row, &chart.finding, &plain)?,
                // An answer has figures; tables come of laying them out.
                Block::Table(_) => {}
            }
        }
    }
    Ok(())
}

/// A table as its sheet has it.
struct SheetTable {
    caption: String,
    columns: Vec<Column>,
    rows: Vec<Vec<Value>>,
    remarks: Vec<String>,
}

fn tables(document: &Document, locale: &Locale) -> Vec<SheetTable> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let quoted = |text: &String| requoted(locale, &paragraph(text));
    let table = |block: &Block| match block {
        Block::Figures(figures) => {
            let head = figures.notes.clone().unwrap_or_else(|| tr!(locale, "book-note"));
            let has_notes = figures.rows.iter().any(|line| !line.note.is_empty());
            let mut columns = columns(locale, figures);
            let mut rows: Vec<Vec<Value>> = figures.rows.iter().map(|line| values(&figures.columns, line)).collect();
            if has_notes {
                columns.push(Column::new(head, Kind::Prose));
                rows.iter_mut().zip(&figures.rows).for_each(|(row, line)| row.push(line.note.as_str().into()));
            }
            let remarks = figures.remarks.iter().map(quoted).collect();
            Some(SheetTable { caption: quoted(&figures.caption), columns, rows, remarks })
        }
        _ => None,
    };
    blocks.filter_map(table).collect()
}

impl SheetTable {
    fn write(self, sheet: &mut Worksheet, locale: &Locale) -> Result<(), XlsxError> {
        let SheetTable { caption, columns, rows, remarks } = self;
        let quote = Format::new().set_quote_prefix();
        let mut head = 0;
        if !caption.is_empty() {
            say(sheet, &mut head, &caption, &quote.clone().set_bold())?;
        }
        let more = tr!(locale, "book-cut", file = "answer.html");
        let mut after = fill(sheet, head, &columns, rows.into_iter(), &more)?;
        set_up(sheet, head, 1, &columns)?;
        after += 1;
        for remark in &remarks {
            say(sheet, &mut after, remark, &quote.clone().set_italic())?;
        }
        Ok(())
    }
}
