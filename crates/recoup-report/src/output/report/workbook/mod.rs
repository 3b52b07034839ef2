//! The workbook: the figures of the report as sheets, with charts of the program that opens it, and the answer once more as
//! formulas of its inputs ([`living`]). Every text of a study is a text cell and in no formula; there is no clock: the same run
//! gives the same bytes.

mod answer;
pub(super) mod book;
mod chart;
mod curves;
mod living;
mod periods;
mod simulations;

use rust_xlsxwriter::XlsxError;

use crate::error::Error;
use crate::language::{Locale, tr};
use crate::output::figures::{self, Turned};
use crate::output::report::data::ReportData;
use crate::output::report::document::paragraph;
use crate::output::report::sheet::{new_workbook, save};
use crate::output::report::workbook::answer::side_by_side;
use crate::output::report::workbook::book::Book;
use crate::output::report::workbook::living::Living;

/// The bytes of the workbook.
pub(super) fn workbook(data: &ReportData, locale: &Locale) -> Result<Vec<u8>, Error> {
    let failed = |error: XlsxError| Error::Report { what: "workbook", reason: error.to_string() };
    Book { data, locale, currency: paragraph(&data.about.currency) }.bytes().map_err(failed)
}

impl Book<'_> {
    fn bytes(&self) -> Result<Vec<u8>, XlsxError> {
        let locale = self.locale;
        let about = &self.data.about;
        let mut book = new_workbook(&about.title, &about.identity.version)?;
        let charts_from = self.summary(book.add_worksheet().set_name(tr!(locale, "book-summary"))?)?;
        let living = Living::new(self.data, locale, &self.currency);
        if let Some(living) = &living {
            living.write_answer(book.add_worksheet().set_name(tr!(locale, "book-answer"))?)?;
            living.write_inputs(book.add_worksheet().set_name(tr!(locale, "book-inputs"))?)?;
            living.write_years(book.add_worksheet().set_name(tr!(locale, "book-cash"))?)?;
        }
        let cumulative = self.periods(book.add_worksheet().set_name(tr!(locale, "book-periods"))?)?;
        self.simulations(book.add_worksheet().set_name(tr!(locale, "book-histories"))?)?;
        self.losses(book.add_worksheet().set_name(tr!(locale, "book-losses"))?)?;
        self.figures(&mut book, tr!(locale, "book-accounts"), "tables/summary.parquet", 2, |_, comparison| {
            Some(figures::accounts(locale, comparison))
        })?;
        if !self.data.findings.curves.is_empty() {
            self.curves(book.add_worksheet().set_name(tr!(locale, "book-curves"))?)?;
        }
        self.figures(&mut book, tr!(locale, "book-segments"), "tables/segments.parquet", 3, |_, comparison| {
            figures::segments(locale, comparison, &self.currency).map(|tables| side_by_side(locale, tables))
        })?;
        self.figures(&mut book, tr!(locale, "book-desk"), "result.json", 2, |_, comparison| {
            figures::desk(locale, comparison, "")
        })?;
        let found = &self.data.findings.variants;
        self.figures(&mut book, tr!(locale, "book-variants"), "result.json", 2, |scenario, _| {
            figures::variants(locale, found.get(scenario)?, Turned::AndOthers, usize::MAX, &self.currency)
        })?;
        self.figures(&mut book, tr!(locale, "book-errors"), "tables/summary.parquet", 2, |_, comparison| {
            let mut table = figures::error_budget(locale, &self.data.about, comparison)?;
            table.remarks = vec![std::mem::take(&mut table.caption)];
            Some(table)
        })?;
        self.assumptions(book.add_worksheet().set_name(tr!(locale, "book-assumptions"))?)?;
        if let Some(living) = &living {
            living.write_periods(book.add_worksheet().set_name(tr!(locale, "book-cash-periods"))?)?;
            living.write_levers(&mut book)?;
            living.define_names(&mut book)?;
        }
        // The chart of the periods stands where it is read: under the summary.
        if let Some(chart) = cumulative {
            book.worksheet_from_index(0)?.insert_chart(charts_from, 0, &chart)?;
        }
        save(book)
    }
}
