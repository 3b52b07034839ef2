//! Every period of every strategy, and the cumulative differences as a chart.

use rust_xlsxwriter::{Chart, ChartType, Worksheet, XlsxError};

use crate::language::tr;
use crate::model::row::COLUMN_NAMES;
use crate::output::figures::{Column, Kind};
use crate::output::report::sheet::{Value, fill, set_up};
use crate::output::report::workbook::book::Book;
use crate::output::report::workbook::chart::{Block, MOST_SERIES};
use crate::stats::band::Band;
use crate::units::period_number;

/// How a column of the periods is written.
fn kind_of(column: &str) -> Kind {
    match column {
        "desk_load" => Kind::Number,
        "desk_utilisation" | "desk_served" | "desk_in_time" => Kind::Share,
        _ => Kind::Amount,
    }
}

impl Book<'_> {
    /// Gives the chart of its cumulative differences.
    pub(super) fn periods(&self, sheet: &mut Worksheet) -> Result<Option<Chart>, XlsxError> {
        let locale = self.locale;
        let mut columns = vec![self.scenario(), self.strategy(), Column::new(tr!(locale, "book-period"), Kind::Amount)];
        columns.extend(self.banded(tr!(locale, "book-cumulative"), Kind::Amount));
        columns.extend(
            COLUMN_NAMES.map(|column| Column::new(tr!(locale, "book-column", column = column), kind_of(column))),
        );
        let findings = &self.data.findings;
        let rows = self.each().flat_map(|(s, comparison, summary)| {
            let cumulative = findings.pictures[s].cumulative.iter().find(|c| *c.strategy == *summary.name);
            summary.periods.iter().enumerate().map(move |(t, period)| {
                let mut row = vec![
                    Value::from(&*comparison.scenario),
                    Value::from(&*summary.name),
                    (period_number(t) as f64).into(),
                ];
                let band = cumulative.and_then(|c| c.points.get(t)).map(|(_, band)| *band);
                let parts: [fn(Band) -> f64; 3] = [|b| b.mean, |b| b.p05, |b| b.p95];
                row.extend(parts.map(|part| Value::from(band.map(part))));
                let shown = |column: usize| (!period.lacks(column)).then_some(period.0[column]);
                row.extend((0..period.0.len()).map(|column| Value::from(shown(column))));
                row
            })
        });
        let last = fill(sheet, 0, &columns, rows, &self.cut("tables/periods.parquet"))?;
        set_up(sheet, 0, 3, &columns)?;
        // The blocks of the first scenario's strategies, one after the other.
        let mut blocks = Vec::new();
        let mut first = 1;
        for (place, summary) in findings.comparisons[0].strategies.iter().enumerate() {
            let length = summary.periods.len() as u32;
            if length > 0 && first + length <= last {
                blocks.push(Block { name: (first, 1), place, first, last: first + length - 1 });
            }
            first += length;
        }
        let blocks: Vec<Block> = blocks.into_iter().skip(1).take(MOST_SERIES).collect();
        let title = tr!(locale, "book-cumulative");
        let across = tr!(locale, "book-period");
        Ok(self.lines(&sheet.name(), &blocks, [2, 3], (title, across), ChartType::Line))
    }
}
