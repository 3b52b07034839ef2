//! The sheet of the answer: net present value, return and payback as formulas, beside the simulated figures.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFormat, ChartLegendPosition, ChartSolidFill, ChartType, Color,
    ConditionalFormatFormula, Format, Worksheet, XlsxError,
};

use crate::language::tr;
use crate::output::chart::colour::of_strategy;
use crate::output::figures::{Column, Kind, capital, no_roi};
use crate::output::report::sheet::{Value, fill, make_table, set_up, write};
use crate::output::report::workbook::living::model::{Case, Living};
use crate::output::report::workbook::living::periods::{BELOW, DIFFERENCE, plain};
use crate::output::report::workbook::living::place::{here, words};
use crate::output::report::workbook::living::years::WORTHS;
use crate::units::period_number;

/// The row of the heads.
const HEAD: u32 = 5;
/// Columns of the formulas; those of the simulated figures follow in the same order.
const NPV: u16 = 2;
const GAIN: u16 = 3;
const COST: u16 = 5;
const AS_RUN: u16 = 8;

impl Living<'_> {
    pub(crate) fn write_answer(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let locale = self.locale;
        let period = tr!(locale, "period-name", period = self.data.about.period.as_str());
        let heads = [
            (tr!(locale, "head-npv"), Kind::Amount),
            (tr!(locale, "npv-difference"), Kind::Amount),
            (tr!(locale, "live-contribution"), Kind::Amount),
            (tr!(locale, "live-programme-worth"), Kind::Amount),
            (tr!(locale, "head-roi"), Kind::Share),
            (tr!(locale, "head-payback", period = period), Kind::Amount),
        ];
        let mut columns = self.names();
        columns.extend(heads.iter().map(|(head, kind)| Column::new(head.clone(), *kind)));
        columns.extend(heads.iter().map(|(head, kind)| Column::new(self.as_run(head), *kind)));
        let title = plain().set_bold().set_font_size(16);
        sheet.write_string_with_format(0, 0, tr!(locale, "book-answer"), &title)?;
        sheet.write_string_with_format(1, 0, tr!(locale, "live-answer", currency = self.currency), &plain())?;
        self.write_state(sheet, 2)?;
        let rows = (0..self.cases.len()).map(|case| self.answer(case));
        let after = fill(sheet, HEAD, &columns, rows, "")?;
        make_table(sheet, "answer", HEAD, after, &columns)?;
        set_up(sheet, HEAD, 2, &columns)?;
        self.mark_best(sheet)?;
        self.draw_gains(sheet, after + 1)
    }

    /// Says in two rows whether the inputs are those of the study, and whether several levers are moved.
    pub(super) fn write_state(&self, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
        let locale = self.locale;
        let format = Format::new().set_bold().set_font_color(Color::RGB(0x00_54_80));
        let [same, other] = [tr!(locale, "live-same"), tr!(locale, "live-other")];
        let state = format!("IF({},{},{})", self.is_as_run(), words(&same), words(&other));
        write(sheet, (row, 0), Value::formula(state, same), &format)?;
        if self.levers.len() > 1 {
            let moved: Vec<String> = self.levers.iter().map(|lever| format!("({}>0)", lever.level())).collect();
            let several = format!("IF({}>1,{},\"\")", moved.join("+"), words(&tr!(locale, "live-several")));
            write(sheet, (row + 1, 0), Value::formula(several, ""), &format)?;
        }
        Ok(())
    }

    fn answer(&self, number: usize) -> Vec<Value> {
        let case = &self.cases[number];
        let summary = case.summary;
        let (row, reference) = (HEAD + 1 + number as u32, HEAD + 1 + case.reference as u32);
        let (first, last) = self.rows_of_years(number);
        let sum = |column: u16| format!("SUM({})", self.years.rows(first, last, column));
        let worth = &summary.worth;
        let less = |column: u16| format!("{}-{}", here(row, column), here(reference, column));
        let mut cells = vec![Value::from(&*case.comparison.scenario), Value::from(&*summary.name)];
        cells.push(Value::formula(sum(WORTHS + 2), worth.npv.mean));
        cells.push(match case.is_reference() {
            true => Value::Nothing,
            false => Value::formula(less(NPV), summary.difference.npv.mean),
        });
        cells.push(Value::formula(sum(WORTHS), worth.contribution.mean));
        cells.push(Value::formula(format!("-{}", sum(WORTHS + 1)), worth.programme.mean));
        let [roi, payback] = self.returns(case);
        cells.extend(match case.is_reference() {
            true => [Value::Nothing, Value::Nothing],
            false => {
                [Value::formula(self.roi(&less, row, reference), roi), Value::formula(self.payback(case), payback)]
            }
        });
        cells.push(worth.npv.mean.into());
        cells.push(if case.is_reference() { Value::Nothing } else { summary.difference.npv.mean.into() });
        cells.extend([worth.contribution.mean, worth.programme.mean].map(Value::from));
        cells.extend(match case.is_reference() {
            true => [Value::Nothing, Value::Nothing],
            false => self.returns(case),
        });
        cells
    }

    /// ROI and payback as they were simulated.
    fn returns(&self, case: &Case<'_>) -> [Value; 2] {
        let (locale, summary) = (self.locale, case.summary);
        let payback = match summary.payback_period {
            _ if !summary.differs() => Value::from("–"),
            Some(t) => (period_number(t as usize) as f64).into(),
            None => tr!(locale, "never").into(),
        };
        [summary.roi.value.map_or_else(|| no_roi(locale, summary).into(), Value::from), payback]
    }

    /// Extra contribution less extra programme cost, over the latter, where there is any but for rounding.
    fn roi(&self, less: &dyn Fn(u16) -> String, row: u32, reference: u32) -> String {
        let (extra, gain) = (less(COST), less(NPV));
        let rounding = format!("1E-9*MAX(ABS({}),ABS({}))", here(row, COST), here(reference, COST));
        let [cheaper, free] = [tr!(self.locale, "costs-less"), tr!(self.locale, "no-cost")].map(|text| words(&text));
        format!("IF({extra}>{rounding},({gain})/({extra}),IF({extra}<-{rounding},{cheaper},{free}))")
    }

    /// The first period from the start of the strategy on after which the cumulative difference is never below zero again.
    fn payback(&self, case: &Case<'_>) -> String {
        let rows = |column: u16| self.periods.rows(case.first, case.last, column);
        let (below, differences) = (rows(BELOW), rows(DIFFERENCE));
        let [periods, starts] = [case.last - case.first, case.summary.starts].map(|t| period_number(t as usize));
        let never = words(&tr!(self.locale, "never"));
        format!(
            "IF(SUMPRODUCT(ABS({differences}))=0,\"–\",IF(MAX({below})>={periods},{never},MAX({starts},MAX({below})+1)))"
        )
    }

    /// Marks the strategy with the highest NPV of every scenario.
    fn mark_best(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let format = Format::new().set_bold().set_background_color(Color::RGB(0xE2_F0_D9));
        for (number, case) in self.cases.iter().enumerate().filter(|(_, case)| case.is_reference()) {
            let first = HEAD + 1 + number as u32;
            let last = first + case.comparison.strategies.len() as u32 - 1;
            let column = |row: u32| format!("$C${}", row + 1);
            let best = format!("=$C{}=MAX({}:{})", first + 1, column(first), column(last));
            let rule = ConditionalFormatFormula::new().set_rule(best.as_str()).set_format(&format);
            sheet.add_conditional_format(first, 1, last, COST + 2, &rule)?;
        }
        Ok(())
    }

    /// The NPV differences of the first scenario, as formulas and as run.
    fn draw_gains(&self, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
        let others = self.cases[0].comparison.strategies.len() as u32 - 1;
        if others == 0 {
            return Ok(());
        }
        let (first, last) = (HEAD + 2, HEAD + 1 + others);
        let name = sheet.name();
        let mut chart = Chart::new(ChartType::Column);
        for (column, colour) in [(GAIN, of_strategy(1).0), (AS_RUN + 1, of_strategy(0).0)] {
            let fill = ChartSolidFill::new().set_color(Color::RGB(colour)).clone();
            chart
                .add_series()
                .set_name((name.as_str(), HEAD, column))
                .set_categories((name.as_str(), first, 1, last, 1))
                .set_values((name.as_str(), first, column, last, column))
                .set_format(ChartFormat::new().set_solid_fill(&fill));
        }
        chart.title().set_name(&capital(&tr!(self.locale, "npv-difference")));
        chart.y_axis().set_name(&format!("({})", self.currency)).set_num_format("#,##0");
        chart.x_axis().set_label_position(ChartAxisLabelPosition::Low);
        chart.legend().set_position(ChartLegendPosition::Bottom);
        chart.set_width(800).set_height(400).set_alt_text(&tr!(self.locale, "book-answer"));
        sheet.insert_chart(row, 0, &chart)?;
        Ok(())
    }
}
