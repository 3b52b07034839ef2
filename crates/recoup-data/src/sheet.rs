//! Excel workbooks (XLSX): one sheet, cell by cell.

use std::io::{self, Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};
use zip::ZipArchive;

use crate::panic::without_panic;
use crate::source::{Content, Unusable, Visit};

/// Most bytes of a workbook.
pub(crate) const MOST_BYTES: u64 = 512 << 20;

/// Most bytes of a workbook, unpacked.
const UNPACKED: u64 = 4 << 30;

/// Most bytes of its texts, unpacked: they are held in memory.
const TEXTS: u64 = 1 << 30;

/// Most columns of a sheet, as in Excel.
const COLUMNS: usize = 16_384;

const DAMAGED: &str = "it is no workbook of Excel (XLSX), or a damaged one";

/// A sheet of a workbook.
pub(crate) struct Sheet {
    book: Xlsx<Cursor<Vec<u8>>>,
    pub(crate) name: String,
    /// Row of the headings, from 0.
    head: u32,
    pub(crate) headings: Vec<String>,
}

fn damaged() -> Unusable {
    Unusable::Content(DAMAGED.into())
}

impl Sheet {
    /// The sheet of that name, or the first one.
    pub(crate) fn open(bytes: Vec<u8>, name: Option<&str>) -> Result<Self, Unusable> {
        check_sizes(&bytes)?;
        let book = without_panic(|| Xlsx::new(Cursor::new(bytes))).and_then(Result::ok).ok_or_else(damaged)?;
        let names = book.sheet_names();
        let found = match name {
            Some(name) => names.iter().find(|sheet| sheet.as_str() == name),
            None => names.first(),
        };
        let Some(name) = found.cloned() else {
            let names: Vec<String> = names.iter().take(10).map(|name| format!("`{name}`")).collect();
            return Err(Unusable::Content(format!("it has no such sheet; there is {}", names.join(", "))));
        };
        let mut sheet = Sheet { book, name, head: 0, headings: Vec::new() };
        sheet.read_headings()?;
        Ok(sheet)
    }

    /// Takes the first row that is not empty as headings.
    fn read_headings(&mut self) -> Result<(), Unusable> {
        let mut head = None;
        self.rows(COLUMNS, &mut |row, cells| {
            head = Some((row, cells.iter().map(heading).collect::<Vec<_>>()));
            false
        })?;
        (self.head, self.headings) = head.unwrap_or_default();
        while self.headings.last().is_some_and(String::is_empty) {
            self.headings.pop();
        }
        Ok(())
    }

    /// Calls `visit` for every row after the headings.
    pub(crate) fn each(&mut self, wanted: &[usize], visit: Visit<'_>) -> Result<(), Unusable> {
        let (head, width, is_1904) = (self.head, self.headings.len(), self.book.has_1904_epoch());
        self.rows(width, &mut |row, cells| {
            if row > head {
                visit(u64::from(row) + 1, false, Content::Cells(cells, wanted, is_1904));
            }
            true
        })
    }

    /// Calls `visit` for every row that is not empty, with its first cells, until it returns false.
    fn rows(&mut self, width: usize, visit: &mut dyn FnMut(u32, &[DataRef<'_>]) -> bool) -> Result<(), Unusable> {
        let (book, name) = (&mut self.book, &self.name);
        let read = || {
            let mut cells = book.worksheet_cells_reader(name).ok()?;
            let mut row: Vec<DataRef<'_>> = Vec::new();
            let mut number = 0;
            while let Some(cell) = cells.next_cell().ok()? {
                let (at, column) = cell.get_position();
                if at != number {
                    if row.iter().any(|cell| *cell != DataRef::Empty) && !visit(number, &row) {
                        return Some(());
                    }
                    row.clear();
                    number = at;
                }
                let column = column as usize;
                if column < width {
                    if row.len() <= column {
                        row.resize(column + 1, DataRef::Empty);
                    }
                    row[column] = cell.get_value().clone();
                }
            }
            if row.iter().any(|cell| *cell != DataRef::Empty) {
                visit(number, &row);
            }
            Some(())
        };
        without_panic(read).flatten().ok_or_else(damaged)
    }
}

fn heading(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::String(text) => text.trim().to_string(),
        DataRef::SharedString(text) => text.trim().to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        _ => String::new(),
    }
}

/// Refuses a workbook that unpacks to more than memory holds. Its own statements of sizes prove nothing, so it is unpacked once;
/// and the library reserves memory for as many texts as the workbook says it has.
fn check_sizes(bytes: &[u8]) -> Result<(), Unusable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let too_large = || Unusable::Content(format!("it unpacks to more than {} GiB", UNPACKED >> 30));
    let mut left = UNPACKED;
    for i in 0..archive.len() {
        let part = archive.by_index(i).map_err(|_| damaged())?;
        let is_texts = part.name().map_err(|_| damaged())?.to_lowercase().ends_with("sharedstrings.xml");
        let most = if is_texts { left.min(TEXTS) } else { left };
        let mut part = part.take(most + 1);
        let read = if is_texts {
            let mut texts = Vec::new();
            part.read_to_end(&mut texts).map_err(|_| damaged())?;
            if !has_sane_count(&texts) {
                return Err(damaged());
            }
            texts.len() as u64
        } else {
            io::copy(&mut part, &mut io::sink()).map_err(|_| damaged())?
        };
        if read > most {
            return Err(too_large());
        }
        left -= read;
    }
    Ok(())
}

/// Whether every `uniqueCount` is at most the number of bytes: a text has more than one.
fn has_sane_count(texts: &[u8]) -> bool {
    const NAME: &[u8] = b"uniqueCount";
    texts.windows(NAME.len()).enumerate().filter(|(_, window)| *window == NAME).all(|(at, _)| {
        let rest = &texts[at + NAME.len()..];
        let number = rest.iter().skip_while(|byte| !byte.is_ascii_digit()).take_while(|byte| byte.is_ascii_digit());
        let number = number.take(20).fold(0_u128, |number, byte| number * 10 + u128::from(byte - b'0'));
        number <= texts.len() as u128
    })
}
