//! Addresses of cells in formulas.

use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};

/// A sheet, as formulas name it.
#[derive(Clone, Debug)]
pub(super) struct Place(String);

impl Place {
    pub(super) fn new(sheet: &str) -> Self {
        Place(format!("'{}'", sheet.replace('\'', "''")))
    }

    /// A cell.
    pub(super) fn cell(&self, row: u32, column: u16) -> String {
        format!("{}!{}", self.0, row_col_to_cell_absolute(row, column))
    }

    /// A block of cells, from the first to the last.
    pub(super) fn range(&self, first: (u32, u16), last: (u32, u16)) -> String {
        let corner = |(row, column)| row_col_to_cell_absolute(row, column);
        format!("{}!{}:{}", self.0, corner(first), corner(last))
    }

    /// Rows `first` to `last` of a column.
    pub(super) fn rows(&self, first: u32, last: u32, column: u16) -> String {
        self.range((first, column), (last, column))
    }
}

/// A cell of the same sheet.
pub(super) fn here(row: u32, column: u16) -> String {
    row_col_to_cell(row, column)
}

/// Words of the catalogues inside a formula.
pub(super) fn words(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
