//! The sheet of cash by year: sums over the sheet of periods, with what was simulated beside them.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::analysis::cash::{CashYear, Parts};
use crate::language::tr;
use crate::output::figures::{Column, Kind};
use crate::output::report::sheet::{Value, fill, make_table, set_up};
use crate::output::report::workbook::living::model::{Case, Living, signed};
use crate::output::report::workbook::living::periods::{CONTRIBUTION, LIVE, NET, plain};

/// The row of the heads.
const HEAD: u32 = 2;
/// The first of the present values: contribution, programme cost, both together.
pub(super) const WORTHS: u16 = 8;

impl Living<'_> {
    /// Rows of a case on the sheet: its years, and what lies beyond the horizon.
    pub(super) fn rows_of_years(&self, case: usize) -> (u32, u32) {
        let rows = |case: &Case<'_>| self.years_of(case) + u32::from(case.beyond.is_some());
        let first = HEAD + 1 + self.cases[..case].iter().map(rows).sum::<u32>();
        (first, first + rows(&self.cases[case]) - 1)
    }

    fn years_of(&self, case: &Case<'_>) -> u32 {
        case.horizon().year((case.last - case.first) as usize) as u32 + 1
    }

    pub(crate) fn write_years(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let locale = self.locale;
        let amount = |head: String| Column::new(head, Kind::Amount);
        let mut columns = self.names();
        columns.push(amount(tr!(locale, "head-year")));
        columns.extend(self.parts().map(amount));
        let net = tr!(locale, "cash-net");
        columns.push(amount(net.clone()));
        columns.extend(self.worths().map(amount));
        columns.push(amount(self.as_run(&net)));
        columns.push(amount(self.as_run(&tr!(locale, "head-present-value"))));
        let rows = self.cases.iter().flat_map(|case| self.years(case));
        let bold = plain().set_bold().set_font_size(14);
        sheet.write_string_with_format(0, 0, tr!(locale, "live-years", currency = self.currency), &bold)?;
        sheet.write_string_with_format(1, 0, tr!(locale, "live-years-how"), &plain())?;
        let after = fill(sheet, HEAD, &columns, rows, "")?;
        make_table(sheet, "cash_by_year", HEAD, after, &columns)?;
        set_up(sheet, HEAD, 3, &columns)
    }

    fn years(&self, case: &Case<'_>) -> Vec<Vec<Value>> {
        let horizon = case.horizon();
        let years = case.summary.cash.years(horizon);
        let named = || vec![Value::from(&*case.comparison.scenario), Value::from(&*case.summary.name)];
        let year = |(number, year): (usize, &CashYear)| {
            let is_in = |row: &u32| horizon.year((row - case.first) as usize) == number;
            let mut rows = (case.first..=case.last).filter(is_in);
            let first = rows.next().unwrap_or(case.first);
            let last = rows.next_back().unwrap_or(first);
            let sum = |column: u16| format!("SUM({})", self.periods.rows(first, last, column));
            let cash = signed(&Parts::of(&year.cash));
            let worth = [year.discounted.contribution(), 0.0 - year.discounted.programme(), year.discounted.net()];
            let mut cells = named();
            cells.push((number as f64 + 1.0).into());
            cells.extend((LIVE..).zip(cash).map(|(column, amount)| Value::formula(sum(column), amount)));
            cells.push(Value::formula(sum(NET), year.cash.net()));
            cells.extend((CONTRIBUTION..).zip(worth).map(|(column, amount)| Value::formula(sum(column), amount)));
            cells.extend([year.cash.net(), worth[2]].map(Value::from));
            cells
        };
        let mut rows: Vec<Vec<Value>> = years.iter().enumerate().map(year).collect();
        if let Some(row) = case.beyond {
            let beyond = &case.summary.cash.beyond;
            let worth = [beyond.contribution(), 0.0 - beyond.programme(), beyond.net()];
            let mut cells = named();
            cells.push(tr!(self.locale, "cash-beyond").into());
            cells.extend([const { Value::Nothing }; 5]);
            let formula = |(column, amount)| Value::formula(self.periods.cell(row, column), amount);
            cells.extend((CONTRIBUTION..).zip(worth).map(formula));
            cells.extend([Value::Nothing, beyond.net().into()]);
            rows.push(cells);
        }
        rows
    }
}
