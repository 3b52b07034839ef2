//! The sheet of cash by period, from which years and answer are summed, and the sheet of what the levels of levers change.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::language::tr;
use crate::model::money::Account;
use crate::output::figures::{Column, Kind};
use crate::output::report::sheet::{Value, fill, format, set_up, write};
use crate::output::report::workbook::living::model::{Case, HEAD, Lever, Living, MARGIN, PROGRAMME, signed};
use crate::output::report::workbook::living::place::here;
use crate::units::period_number;

/// Columns of the sheet of periods.
pub(super) const PERIOD: u16 = 3;
const AS_RUN: u16 = 4;
const FACTOR: u16 = 8;
const SETUP_FACTOR: u16 = 9;
pub(super) const LIVE: u16 = 10;
pub(super) const NET: u16 = 14;
pub(super) const CONTRIBUTION: u16 = 15;
pub(super) const COST: u16 = 16;
pub(super) const WORTH: u16 = 17;
pub(super) const DIFFERENCE: u16 = 18;
const CUMULATIVE: u16 = 19;
pub(super) const BELOW: u16 = 20;

impl Living<'_> {
    /// Heads of the four parts of cash.
    pub(super) fn parts(&self) -> [String; 4] {
        let account = |account: Account| tr!(self.locale, "account-name", account = account.name());
        [
            account(Account::Margin),
            tr!(self.locale, "live-customers"),
            tr!(self.locale, "cash-running"),
            account(Account::Setup),
        ]
    }

    /// Heads of present values: contribution, programme cost, both together.
    pub(super) fn worths(&self) -> [String; 3] {
        let locale = self.locale;
        [tr!(locale, "live-contribution"), tr!(locale, "live-programme-worth"), tr!(locale, "head-present-value")]
    }

    /// The head of a figure as it was simulated.
    pub(super) fn as_run(&self, what: &str) -> String {
        tr!(self.locale, "live-as-run", what = what)
    }

    pub(super) fn names(&self) -> Vec<Column> {
        let heads = [tr!(self.locale, "head-scenario"), tr!(self.locale, "head-strategy")];
        heads.map(|head| Column::new(head, Kind::Words)).to_vec()
    }

    pub(crate) fn write_periods(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let locale = self.locale;
        let amount = |head: String| Column::new(head, Kind::Amount);
        let mut columns = self.names();
        columns.push(amount(tr!(locale, "head-year")));
        columns.push(amount(tr!(locale, "book-period")));
        columns.extend(self.parts().map(|part| amount(self.as_run(&part))));
        columns.push(Column::new(tr!(locale, "live-factor"), Kind::Number));
        columns.push(Column::new(tr!(locale, "live-factor-setup"), Kind::Number));
        columns.extend(self.parts().map(amount));
        columns.push(amount(tr!(locale, "cash-net")));
        columns.extend(self.worths().map(amount));
        columns.push(amount(tr!(locale, "live-difference")));
        columns.push(amount(tr!(locale, "book-cumulative")));
        columns.push(amount(tr!(locale, "live-below")));
        let rows = self.cases.iter().flat_map(|case| (case.first..=case.rows()).map(|row| self.period(case, row)));
        sheet.write_string_with_format(0, 0, tr!(locale, "live-periods", currency = self.currency), &plain())?;
        fill(sheet, HEAD, &columns, rows, "")?;
        set_up(sheet, HEAD, 4, &columns)
    }

    /// A row of the sheet: a period of a case, or what lies beyond its horizon.
    fn period(&self, case: &Case<'_>, row: u32) -> Vec<Value> {
        let is_beyond = Some(row) == case.beyond;
        let horizon = case.horizon();
        let t = row - case.first;
        let cash = signed(&case.parts(row));
        let at = |column: u16| here(row, column);
        let [factor, setup_factor] = match is_beyond {
            true => [1.0, 1.0],
            false => [horizon.discount_cash(t), horizon.discount(t)],
        };
        let mut cells = vec![Value::from(&*case.comparison.scenario), Value::from(&*case.summary.name)];
        cells.extend(match is_beyond {
            true => [Value::from(tr!(self.locale, "cash-beyond")), Value::Nothing],
            false => [horizon.year(t as usize) as f64 + 1.0, period_number(t as usize) as f64].map(Value::from),
        });
        cells.extend(cash.map(Value::from));
        let rate = &self.rates[case.rate].name;
        let discounted = |shift: f64| {
            let (period, per_year) = (at(PERIOD), horizon.per_year());
            format!("(1+{rate})^(-({period}-1+{shift})/{per_year})")
        };
        cells.push(match is_beyond {
            true => Value::formula(self.rescaled(case), factor),
            false => Value::formula(discounted(horizon.cash.delta()), factor),
        });
        cells.push(if is_beyond { Value::Nothing } else { Value::formula(discounted(0.0), setup_factor) });
        for (part, amount) in cash.into_iter().enumerate() {
            let times =
                ["*".to_string() + MARGIN, String::new(), "*".to_string() + PROGRAMME, "*".to_string() + PROGRAMME];
            let changes = self.changes(case, row, part);
            cells.push(Value::formula(format!("({}{changes}){}", at(AS_RUN + part as u16), times[part]), amount));
        }
        let [margin, customers, running, setup] = [0, 1, 2, 3].map(|part| at(LIVE + part));
        let contribution = (cash[0] + cash[1]) * factor;
        let cost = cash[2] * factor + cash[3] * setup_factor;
        cells.push(match is_beyond {
            true => Value::Nothing,
            false => Value::formula(format!("SUM({}:{})", at(LIVE), at(LIVE + 3)), cash.iter().sum::<f64>()),
        });
        cells.push(Value::formula(format!("({margin}+{customers})*{}", at(FACTOR)), contribution));
        cells.push(match is_beyond {
            true => Value::formula(format!("{running}*{}", at(FACTOR)), cost),
            false => Value::formula(format!("{running}*{}+{setup}*{}", at(FACTOR), at(SETUP_FACTOR)), cost),
        });
        cells.push(Value::formula(format!("{}+{}", at(CONTRIBUTION), at(COST)), contribution + cost));
        if !is_beyond && !case.is_reference() {
            let reference = here(self.cases[case.reference].first + t, WORTH);
            let differences = &case.summary.discounted_difference;
            let difference = differences.get(t as usize).copied().unwrap_or(0.0);
            let cumulative: f64 = differences.iter().take(t as usize + 1).sum();
            cells.push(Value::formula(format!("{}-{reference}", at(WORTH)), difference));
            let before = if t == 0 { String::new() } else { here(row - 1, CUMULATIVE) + "+" };
            cells.push(Value::formula(format!("{before}{}", at(DIFFERENCE)), cumulative));
            let below = if cumulative < 0.0 { period_number(t as usize) as f64 } else { 0.0 };
            cells.push(Value::formula(format!("IF({}<0,{},0)", at(CUMULATIVE), at(PERIOD)), below));
        }
        cells
    }

    /// What the levels of all levers change in a part of the cash of a row.
    fn changes(&self, case: &Case<'_>, row: u32, part: usize) -> String {
        let moving = self
            .levers
            .iter()
            .filter(|lever| lever.changes.iter().any(|(moved, _)| std::ptr::eq(&raw const self.cases[*moved], case)));
        let change = |lever: &Lever<'_>| {
            let (level, first) = (lever.level(), lever.part(part));
            let changes = self.moves.range((row, first), (row, first + lever.levels.len() as u16 - 1));
            format!("+IF({level}=0,0,INDEX({changes},{level}))")
        };
        moving.map(change).collect()
    }

    /// By what the worth beyond the horizon is multiplied at another discount rate: v^(T + delta) / (1 - s v) over the same at
    /// the rate of the study.
    fn rescaled(&self, case: &Case<'_>) -> String {
        let horizon = case.horizon();
        let (rate, stays, per_year) = (&self.rates[case.rate].name, case.stays(), horizon.per_year());
        let span = f64::from(horizon.periods) + horizon.cash.delta();
        let own = horizon.discount_cash(horizon.periods) / (1.0 - stays * horizon.discount(1));
        let lasting = format!("(1-{stays}*(1+{rate})^(-1/{per_year}))");
        format!("IF({lasting}>0,(1+{rate})^(-{span}/{per_year})/{lasting}/{own},NA())")
    }

    /// The sheet of what levels change: row by row as on the sheet of periods, lever by lever and part by part.
    pub(crate) fn write_levers(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        if self.levers.is_empty() {
            return Ok(());
        }
        let sheet = book.add_worksheet().set_name(tr!(self.locale, "book-levers"))?;
        let (amount, number) = (format(Kind::Amount), format(Kind::Number));
        for lever in &self.levers {
            let levels = &lever.levels;
            let middles = levels.windows(2).map(|pair| 0.5 * (pair[0] + pair[1]));
            for (i, middle) in (0..).zip(middles) {
                write(sheet, (0, lever.column + 1 + i), middle.into(), &number)?;
            }
            let last = lever.column + levels.len() as u16;
            let middles = self.moves.range((0, lever.column + 1), (0, last - 1));
            let above =
                if levels.len() > 1 { format!("+SUMPRODUCT(({middles}<{})*1)", lever.name) } else { String::new() };
            let number_of = format!("IF(ISNUMBER({}),1{above},0)", lever.name);
            write(sheet, (0, lever.column), Value::formula(number_of, 0.0), &number)?;
            write(sheet, (HEAD, lever.column), tr!(self.locale, "live-as-in-study").into(), &plain())?;
            for part in 0..4 {
                for (i, level) in (0..).zip(levels) {
                    write(sheet, (HEAD, lever.part(part) + i), (*level).into(), &number)?;
                }
            }
            for (moved, changes) in &lever.changes {
                let case = &self.cases[*moved];
                for row in case.first..=case.rows() {
                    for (level, change) in (0..).zip(*changes) {
                        let change = change.periods.get((row - case.first) as usize).unwrap_or(&change.beyond);
                        for (part, amount_of) in signed(change).into_iter().enumerate() {
                            write(sheet, (row, lever.part(part) + level), amount_of.into(), &amount)?;
                        }
                    }
                }
            }
        }
        sheet.set_hidden(true);
        Ok(())
    }
}

pub(super) fn plain() -> Format {
    Format::new().set_quote_prefix()
}
