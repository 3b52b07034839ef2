//! The sheets of the answer: its sentences and strategies, losses, segments, assumptions.

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartSolidFill, ChartType, Color, Format, FormatAlign, Worksheet, XlsxError,
};

use crate::language::{Locale, tr};
use crate::model::segment::SEGMENT_COLUMN_NAMES;
use crate::output::answer::run::sentences;
use crate::output::chart::colour::of_causes;
use crate::output::figures::{self, Figures};
use crate::output::report::document::{paragraph, requoted};
use crate::output::report::sheet::{fill, set_height, set_up};
use crate::output::report::workbook::book::{Book, columns, values};
use crate::output::report::workbook::chart::MOST_SERIES;

/// The last column that a sentence of the answer takes, and the width of all that it takes: those of the first printed page.
const SENTENCE: (u16, f64) = (6, 109.0);

/// The tables of customers and of money by segment as one: strategy and segment once.
pub(super) fn side_by_side(locale: &Locale, [mut customers, money]: [Figures; 2]) -> Figures {
    // No caption says here what the columns count.
    for (name, column) in SEGMENT_COLUMN_NAMES.iter().zip(&mut customers.columns[2..]) {
        match *name {
            "customers_start" => column.head = tr!(locale, "book-customers-start"),
            "customers_end" => column.head = tr!(locale, "book-customers-end"),
            lost if lost.starts_with("lost_") => column.head = tr!(locale, "book-column", column = lost),
            _ => {}
        }
    }
    customers.columns.extend(money.columns.into_iter().skip(2));
    for (line, more) in customers.rows.iter_mut().zip(money.rows) {
        line.cells.extend(more.cells.into_iter().skip(2));
    }
    customers.remarks.extend(money.remarks);
    customers
}

impl Book<'_> {
    /// Gives the row after the last.
    pub(super) fn summary(&self, sheet: &mut Worksheet) -> Result<u32, XlsxError> {
        let locale = self.locale;
        let about = &self.data.about;
        let quote = Format::new().set_quote_prefix();
        sheet.write_string_with_format(0, 0, paragraph(&about.title), &quote.clone().set_bold().set_font_size(16))?;
        let mut at = 1;
        let wrapped = quote.clone().set_text_wrap().set_align(FormatAlign::Top);
        for sentence in sentences(self.data, locale) {
            let text = paragraph(&requoted(locale, &sentence));
            sheet.merge_range(at, 0, at, SENTENCE.0, &text, &wrapped)?;
            set_height(sheet, at, [(text.as_str(), SENTENCE.1)])?;
            at += 1;
        }
        let caption = tr!(locale, "strategies-caption", currency = self.currency.as_str());
        sheet.write_string_with_format(at, 0, caption, &quote)?;
        at += 2;
        let findings = &self.data.findings;
        let stacked = self.stacked(|scenario, _| Some(figures::strategies(locale, about, findings, scenario)));
        let after = fill(sheet, at, &stacked.columns, stacked.rows.into_iter(), &self.cut("tables/summary.parquet"))?;
        set_up(sheet, at, 2, &stacked.columns)?;
        Ok(after + 1)
    }

    pub(super) fn losses(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let locale = self.locale;
        let stacked = self.stacked(|_, comparison| Some(figures::losses(locale, comparison)));
        let after = fill(sheet, 0, &stacked.columns, stacked.rows.into_iter(), &self.cut("tables/summary.parquet"))?;
        set_up(sheet, 0, 2, &stacked.columns)?;
        let last = self.data.findings.comparisons[0].strategies.len().min(MOST_SERIES) as u32;
        let name = sheet.name();
        let mut chart = Chart::new(ChartType::ColumnStacked);
        for (column, colour) in (2..).zip(of_causes()) {
            let fill = ChartSolidFill::new().set_color(Color::RGB(colour)).clone();
            chart
                .add_series()
                .set_name((name.as_str(), 0, column))
                .set_categories((name.as_str(), 1, 1, last, 1))
                .set_values((name.as_str(), 1, column, last, column))
                .set_format(ChartFormat::new().set_solid_fill(&fill));
        }
        self.dress(&mut chart, &tr!(locale, "run-losses"), "");
        chart.y_axis().set_name(&tr!(locale, "book-losses"));
        sheet.insert_chart(after + 1, 0, &chart)?;
        Ok(())
    }

    pub(super) fn assumptions(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let found = &self.data.findings.assumptions;
        let table =
            figures::assumptions(self.locale, found.uncertain.iter().chain(&found.certain), &self.data.about.inputs);
        let columns = columns(self.locale, &table);
        let rows = table.rows.iter().map(|line| values(&table.columns, line));
        fill(sheet, 0, &columns, rows, &self.cut("study.toml"))?;
        set_up(sheet, 0, 1, &columns)
    }
}
