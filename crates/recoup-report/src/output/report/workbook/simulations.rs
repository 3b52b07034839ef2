//! The spread of the simulations.

use rust_xlsxwriter::{Chart, ChartFormat, ChartType, Worksheet, XlsxError};

use crate::analysis::spread::{LEVELS, Sample};
use crate::language::tr;
use crate::output::figures::{Column, Kind, capital};
use crate::output::report::sheet::{Value, fill, set_up};
use crate::output::report::workbook::book::Book;
use crate::output::report::workbook::chart::{MOST_SERIES, line_of};

impl Book<'_> {
    pub(super) fn simulations(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let locale = self.locale;
        let mut columns = vec![
            self.scenario(),
            self.strategy(),
            Column::new(tr!(locale, "book-measure"), Kind::Words),
            Column::new(tr!(locale, "book-histories-number"), Kind::Amount),
            Column::new(tr!(locale, "book-mean"), Kind::Amount),
            Column::new(tr!(locale, "book-sd"), Kind::Amount),
            Column::new(tr!(locale, "book-p", level = 0), Kind::Amount),
        ];
        columns.extend(
            LEVELS.map(|level| Column::new(tr!(locale, "book-p", level = (level * 100.0).round()), Kind::Amount)),
        );
        columns.extend([
            Column::new(tr!(locale, "book-p", level = 100), Kind::Amount),
            Column::new(tr!(locale, "head-chance-of-loss"), Kind::Share),
            Column::new(tr!(locale, "book-worst"), Kind::Amount),
        ]);
        let findings = &self.data.findings;
        let mut rows = Vec::new();
        for (comparison, spreads) in findings.comparisons.iter().zip(&findings.spreads) {
            for (place, spread) in spreads.strategies.iter().enumerate() {
                let sample = |what: String, sample: &Sample| {
                    let mut row = vec![Value::from(&*comparison.scenario), Value::from(&*spread.strategy), what.into()];
                    row.extend([spread.simulations as f64, sample.mean, sample.sd, sample.least].map(Value::from));
                    row.extend(sample.quantiles.map(Value::from));
                    row.push(sample.greatest.into());
                    row
                };
                rows.push(sample(capital(&tr!(locale, "head-npv")), &spread.npv));
                if place > 0 {
                    let mut row = sample(capital(&tr!(locale, "npv-difference")), &spread.difference);
                    row.extend([spread.p_loss, spread.worst_twentieth].map(Value::from));
                    rows.push(row);
                }
            }
        }
        let after = fill(sheet, 0, &columns, rows.into_iter(), &self.cut("tables/histories.parquet"))?;
        set_up(sheet, 0, 3, &columns)?;
        let spreads = &findings.spreads[0];
        if spreads.edges.len() < 2 {
            return Ok(());
        }
        // How often which difference came out, below: the chart's rows.
        let head = after + 28;
        let others = || spreads.strategies.iter().skip(1);
        let mut cells = vec![
            Column::new(tr!(locale, "book-cell-from"), Kind::Amount),
            Column::new(tr!(locale, "book-cell-to"), Kind::Amount),
        ];
        cells.extend(others().map(|spread| Column::of_name(&spread.strategy, Kind::Amount)));
        let rows = spreads.edges.windows(2).enumerate().map(|(i, edges)| {
            let counts = others().map(|spread| Value::from(spread.counts.get(i).map_or(0.0, |&n| n as f64)));
            [edges[0].into(), edges[1].into()].into_iter().chain(counts).collect()
        });
        let last = fill(sheet, head, &cells, rows, "")? - 1;
        let name = sheet.name();
        let mut chart = Chart::new(ChartType::Line);
        for i in 0..others().count().min(MOST_SERIES) {
            let column = i as u16 + 2;
            chart
                .add_series()
                .set_name((name.as_str(), head, column))
                .set_categories((name.as_str(), head + 1, 0, last, 0))
                .set_values((name.as_str(), head + 1, column, last, column))
                .set_format(ChartFormat::new().set_line(&line_of(i + 1)));
        }
        let title = tr!(locale, "book-counts");
        self.dress(
            &mut chart,
            &title,
            &format!("{} {}", capital(&tr!(locale, "npv-difference")), self.currency_title()),
        );
        chart.y_axis().set_name(&tr!(locale, "book-histories-number"));
        chart.x_axis().set_num_format("#,##0");
        sheet.insert_chart(after + 2, 0, &chart)?;
        Ok(())
    }
}
