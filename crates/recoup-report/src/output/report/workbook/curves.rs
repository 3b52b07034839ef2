//! The curves of the levers.

use rust_xlsxwriter::{ChartType, Worksheet, XlsxError};

use crate::language::tr;
use crate::output::figures::{Column, Kind};
use crate::output::label::label_of;
use crate::output::report::document::paragraph;
use crate::output::report::sheet::{Value, fill, set_up};
use crate::output::report::workbook::book::Book;
use crate::output::report::workbook::chart::{Block, MOST_SERIES};

impl Book<'_> {
    pub(super) fn curves(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let locale = self.locale;
        let mut columns = vec![
            self.scenario(),
            self.strategy(),
            Column::new(tr!(locale, "head-lever"), Kind::Key),
            Column::new(tr!(locale, "book-lever-value"), Kind::Number),
        ];
        columns.extend(self.banded(tr!(locale, "npv-difference"), Kind::Amount));
        columns.push(Column::new(tr!(locale, "head-roi"), Kind::Share));
        let curves = &self.data.findings.curves;
        let rows = curves.iter().flat_map(|(scenario, curve)| {
            curve.points.iter().map(move |point| {
                let band = &point.npv_difference;
                let mut row =
                    vec![Value::from(scenario.as_str()), curve.strategy.as_str().into(), curve.key.as_str().into()];
                row.extend([point.x, band.mean, band.p05, band.p95].map(Value::from));
                row.push(point.roi.into());
                row
            })
        });
        let last = fill(sheet, 0, &columns, rows, &self.cut("result.json"))?;
        set_up(sheet, 0, 4, &columns)?;
        // One chart for every lever of the first scenario.
        let mut levers: Vec<(&str, Vec<Block>)> = Vec::new();
        let mut first = 1;
        let strategies = &self.data.findings.comparisons[0].strategies;
        for (scenario, curve) in curves {
            let length = curve.points.len() as u32;
            if **scenario == *self.data.findings.comparisons[0].scenario && length > 0 && first + length <= last {
                let place = strategies.iter().position(|s| *s.name == *curve.strategy).unwrap_or(0);
                let block = Block { name: (first, 1), place, first, last: first + length - 1 };
                match levers.iter_mut().find(|(key, _)| *key == curve.key) {
                    Some((_, blocks)) => blocks.push(block),
                    None => levers.push((&curve.key, vec![block])),
                }
            }
            first += length;
        }
        for (i, (key, blocks)) in levers.iter().enumerate() {
            let title = tr!(locale, "run-curve-question", lever = locale.quoted(&label_of(&paragraph(key), locale)));
            let across = format!("({})", label_of(&paragraph(key), locale));
            let column = columns.len() as u16 + 1 + 13 * i as u16;
            let shown = &blocks[..blocks.len().min(MOST_SERIES)];
            let name = sheet.name();
            if let Some(chart) = self.lines(&name, shown, [3, 4], (title, across), ChartType::ScatterStraight) {
                sheet.insert_chart(1, column, &chart)?;
            }
        }
        Ok(())
    }
}
