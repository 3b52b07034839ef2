//! What all sheets of the workbook share: columns, and tables of the answer as rows.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::analysis::summary::{Comparison, StrategySummary};
use crate::language::{Locale, tr};
use crate::output::figures::{Column, Figure, Figures, Kind, Line, capital};
use crate::output::report::data::ReportData;
use crate::output::report::document::{paragraph, requoted};
use crate::output::report::sheet::{Value, fill, set_up};

/// What the sheets are made of.
pub(super) struct Book<'a> {
    pub data: &'a ReportData,
    pub locale: &'a Locale,
    pub currency: String,
}

/// Tables of the answer below each other.
pub(super) struct Stacked {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Value>>,
    pub remarks: Vec<String>,
}

impl Book<'_> {
    /// All strategies of all scenarios.
    pub(super) fn each(&self) -> impl Iterator<Item = (usize, &Comparison, &StrategySummary)> {
        let comparisons = self.data.findings.comparisons.iter().enumerate();
        comparisons
            .flat_map(|(s, comparison)| comparison.strategies.iter().map(move |summary| (s, comparison, summary)))
    }

    pub(super) fn scenario(&self) -> Column {
        Column::new(tr!(self.locale, "head-scenario"), Kind::Words)
    }

    pub(super) fn strategy(&self) -> Column {
        Column::new(tr!(self.locale, "head-strategy"), Kind::Words)
    }

    /// A figure and the ends of its 90 % interval.
    pub(super) fn banded(&self, what: String, kind: Kind) -> [Column; 3] {
        let [lower, upper] = ends(self.locale, &what, kind);
        [Column::new(capital(&what), kind), lower, upper]
    }

    pub(super) fn cut(&self, file: &str) -> String {
        tr!(self.locale, "book-cut", file = file)
    }

    /// Tables of the answer, one a scenario, below each other under one head: what the workbook has room for, an interval as
    /// two columns.
    pub(super) fn stacked(&self, table: impl Fn(usize, &Comparison) -> Option<Figures>) -> Stacked {
        let mut stacked = Stacked { columns: Vec::new(), rows: Vec::new(), remarks: Vec::new() };
        for (scenario, comparison) in self.data.findings.comparisons.iter().enumerate() {
            let Some(table) = table(scenario, comparison) else { continue };
            if stacked.columns.is_empty() {
                stacked.columns = columns(self.locale, &table);
                stacked.columns.insert(0, self.scenario());
                if let Some(notes) = &table.notes {
                    stacked.columns.insert(2, Column::new(notes.clone(), Kind::Prose));
                }
            }
            for line in &table.rows {
                let mut row = values(&table.columns, line);
                row.insert(0, Value::from(&*comparison.scenario));
                if table.notes.is_some() {
                    row.insert(2, line.note.as_str().into());
                }
                stacked.rows.push(row);
            }
            stacked.remarks.extend(table.remarks);
        }
        stacked.remarks.dedup();
        stacked
    }

    /// A sheet of tables of the answer; none where there is nothing to show.
    pub(super) fn figures(
        &self,
        book: &mut Workbook,
        name: String,
        more: &str,
        frozen: u16,
        table: impl Fn(usize, &Comparison) -> Option<Figures>,
    ) -> Result<(), XlsxError> {
        let stacked = self.stacked(table);
        if stacked.rows.is_empty() {
            return Ok(());
        }
        let sheet = book.add_worksheet().set_name(name)?;
        let after = fill(sheet, 0, &stacked.columns, stacked.rows.into_iter(), &self.cut(more))? + 1;
        set_up(sheet, 0, frozen, &stacked.columns)?;
        for (row, remark) in (after..).zip(&stacked.remarks) {
            let text = paragraph(&requoted(self.locale, remark));
            sheet.write_string_with_format(row, 0, text, &Format::new().set_quote_prefix().set_italic())?;
        }
        Ok(())
    }
}

/// The columns of the ends of a 90 % interval.
fn ends(locale: &Locale, what: &str, kind: Kind) -> [Column; 2] {
    let what = capital(what);
    let lower = tr!(locale, "book-lower", what = what.as_str());
    [Column::new(lower, kind), Column::new(tr!(locale, "book-upper", what = what), kind)]
}

/// The columns of a table; an interval has two.
pub(crate) fn columns(locale: &Locale, table: &Figures) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for column in &table.columns {
        match &column.ends {
            Some(ends) => columns.extend(ends.iter().map(|end| Column::new(end.clone(), column.kind))),
            None if column.is_interval => {
                let what = columns.last().map_or(String::new(), |before| before.head.clone());
                columns.extend(ends(locale, &what, column.kind));
            }
            None => columns.push(column.clone()),
        }
    }
    columns
}

/// The values of a row; an interval has two.
pub(crate) fn values(columns: &[Column], line: &Line) -> Vec<Value> {
    let mut row = Vec::new();
    for (column, figure) in columns.iter().zip(&line.cells) {
        match figure {
            Figure::Interval(ends) => row.extend(ends.iter().map(|end| Value::from(end.number()))),
            _ if column.is_two() => row.extend([Value::Nothing, Value::Nothing]),
            Figure::Term(text) => row.push(capital(text).into()),
            Figure::Text(text) | Figure::Key(text) => row.push(text.as_str().into()),
            figure => row.push(figure.number().into()),
        }
    }
    row
}
