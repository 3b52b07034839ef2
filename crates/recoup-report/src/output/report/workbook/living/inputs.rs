//! The sheet of inputs: what may be changed, and what the formulas keep fixed.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet,
    XlsxError,
};

use crate::analysis::view::LeverUnit;
use crate::language::tr;
use crate::output::figures::{Column, Kind};
use crate::output::label::label_of;
use crate::output::report::document::{paragraph, requoted};
use crate::output::report::sheet::{Value, fill, make_table, set_height, set_up, write};
use crate::output::report::workbook::living::model::{HEAD as LEVERS_HEAD, Lever, Living, MARGIN, PROGRAMME};
use crate::output::report::workbook::living::periods::plain;
use crate::scenario::horizon::Cash;

/// The row of the heads.
const HEAD: u32 = 5;
/// The column of the values.
const VALUE: u16 = 1;

/// The width of the column of what an input changes.
const WIDE: f64 = 90.0;

/// A line of the sheet.
struct Input {
    name: String,
    head: String,
    value: Value,
    /// How the value is written.
    number: &'static str,
    own: Value,
    acts: String,
    allowed: DataValidation,
}

impl Living<'_> {
    pub(crate) fn write_inputs(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let locale = self.locale;
        let title = plain().set_bold().set_font_size(16);
        sheet.write_string_with_format(0, 0, tr!(locale, "book-inputs"), &title)?;
        sheet.write_string_with_format(1, 0, tr!(locale, "live-how"), &plain())?;
        self.write_state(sheet, 2)?;
        let columns = [
            Column::new(tr!(locale, "head-input"), Kind::Key),
            Column::new(tr!(locale, "live-value"), Kind::Amount),
            Column::new(tr!(locale, "live-in-study"), Kind::Amount),
            Column::new(tr!(locale, "live-name"), Kind::Words),
            Column::new(tr!(locale, "live-acts"), Kind::Prose),
        ];
        let inputs = self.all_inputs()?;
        let rows = inputs.iter().map(|input| {
            vec![
                input.head.clone().into(),
                input.value.clone(),
                input.own.clone(),
                input.name.clone().into(),
                input.acts.clone().into(),
            ]
        });
        let after = fill(sheet, HEAD, &columns, rows, "")?;
        make_table(sheet, "inputs", HEAD, after, &columns)?;
        set_up(sheet, HEAD, 0, &columns)?;
        sheet
            .set_column_width(0, 62)?
            .set_column_width(VALUE, 18)?
            .set_column_width(2, 18)?
            .set_column_width(4, WIDE)?;
        let shared = || Format::new().set_align(FormatAlign::Top).set_align(FormatAlign::Right);
        for (row, input) in (HEAD + 1..).zip(&inputs) {
            let changed = shared()
                .set_num_format(input.number)
                .set_background_color(Color::RGB(0xFF_F7_CC))
                .set_font_color(Color::RGB(0x00_00_C0))
                .set_border(FormatBorder::Thin)
                .set_unlocked();
            write(sheet, (row, VALUE), input.value.clone(), &changed)?;
            write(sheet, (row, VALUE + 1), input.own.clone(), &shared().set_num_format(input.number))?;
            sheet.write_string_with_format(
                row,
                VALUE + 2,
                &input.name,
                &plain().set_align(FormatAlign::Top).set_align(FormatAlign::Left).set_indent(1),
            )?;
            set_height(sheet, row, [(input.acts.as_str(), WIDE)])?;
            sheet.add_data_validation(row, VALUE, row, VALUE, &input.allowed)?;
        }
        sheet.write_string_with_format(after + 1, 0, tr!(locale, "live-fixed"), &plain().set_bold())?;
        for (row, text) in (after + 2..).zip(self.fixed()) {
            sheet.write_string_with_format(row, 0, paragraph(&requoted(locale, &text)), &plain())?;
        }
        Ok(())
    }

    /// The names of the inputs in formulas.
    pub(crate) fn define_names(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        for (row, input) in (HEAD + 1..).zip(self.all_inputs()?) {
            book.define_name(input.name, &format!("={}", self.inputs.cell(row, VALUE)))?;
        }
        for lever in &self.levers {
            book.define_name(lever.level(), &format!("={}", self.moves.cell(0, lever.column)))?;
        }
        Ok(())
    }

    fn all_inputs(&self) -> Result<Vec<Input>, XlsxError> {
        let locale = self.locale;
        let mut inputs = Vec::new();
        for rate in &self.rates {
            let head = match rate.scenario {
                None => tr!(locale, "live-rate"),
                Some(scenario) => tr!(locale, "live-rate-of", scenario = locale.quoted(&paragraph(scenario))),
            };
            inputs.push(Input {
                name: rate.name.clone(),
                head: requoted(locale, &head),
                value: rate.value.into(),
                number: "0.0##%",
                own: rate.value.into(),
                acts: tr!(locale, "live-rate-acts"),
                allowed: self.between(1.0_f64.max(rate.value))?,
            });
        }
        let factors = [
            (MARGIN, tr!(locale, "live-margin"), tr!(locale, "live-margin-acts")),
            (PROGRAMME, tr!(locale, "live-programme"), tr!(locale, "live-programme-acts")),
        ];
        for (name, head, acts) in factors {
            inputs.push(Input {
                name: name.to_string(),
                head,
                value: 1.0.into(),
                number: "0.0##",
                own: 1.0.into(),
                acts,
                allowed: self.between(10.0)?,
            });
        }
        for lever in &self.levers {
            inputs.push(self.lever(lever)?);
        }
        Ok(inputs)
    }

    fn lever(&self, lever: &Lever<'_>) -> Result<Input, XlsxError> {
        let locale = self.locale;
        let key = paragraph(lever.key);
        let mut strategies: Vec<String> = Vec::new();
        for (moved, _) in &lever.changes {
            let name = format!("`{}`", self.cases[*moved].summary.name);
            if !strategies.contains(&name) {
                strategies.push(name);
            }
        }
        let list =
            self.moves.range((LEVERS_HEAD, lever.column), (LEVERS_HEAD, lever.column + lever.levels.len() as u16));
        let acts = tr!(locale, "live-lever-acts", strategies = locale.list(&strategies));
        Ok(Input {
            name: lever.name.clone(),
            head: format!("{} ({key})", label_of(&key, locale)),
            value: tr!(locale, "live-as-in-study").into(),
            number: match lever.unit {
                LeverUnit::Share => "0.0##%",
                LeverUnit::Money => "#,##0.##",
                LeverUnit::Number => "General",
            },
            own: lever.current.into(),
            acts: requoted(locale, &acts),
            allowed: DataValidation::new()
                .allow_list_formula(Formula::new(format!("={list}")))
                .set_error_title(tr!(locale, "live-refused"))?
                .set_error_message(tr!(locale, "live-refused-level"))?,
        })
    }

    /// A number from 0 to `most`.
    fn between(&self, most: f64) -> Result<DataValidation, XlsxError> {
        let message = tr!(self.locale, "live-refused-number", most = self.locale.count(most));
        DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(0.0, most))
            .set_error_title(tr!(self.locale, "live-refused"))?
            .set_error_message(message)
    }

    /// What the formulas keep fixed, and how they count.
    fn fixed(&self) -> Vec<String> {
        let locale = self.locale;
        let about = &self.data.about;
        let horizon = self.cases[0].horizon();
        let cash = match horizon.cash {
            Cash::Start => "start",
            Cash::Middle => "middle",
            Cash::End => "end",
        };
        let mut fixed = vec![
            tr!(locale, "live-fixed-cash", simulations = about.simulations()),
            tr!(locale, "live-fixed-time", cash = cash, periods = horizon.per_year() as u64),
            tr!(locale, "live-fixed-answer"),
        ];
        if self.cases.iter().any(|case| case.beyond.is_some()) {
            fixed.push(tr!(locale, "live-fixed-beyond"));
        }
        if !self.levers.is_empty() {
            fixed.push(tr!(locale, "live-fixed-levers"));
        }
        if self.data.findings.comparisons.len() > 1 && self.cases.len() == self.cases[0].comparison.strategies.len() {
            fixed.push(tr!(locale, "live-fixed-first"));
        }
        fixed.push(tr!(locale, "live-fixed-rest"));
        fixed
    }
}
