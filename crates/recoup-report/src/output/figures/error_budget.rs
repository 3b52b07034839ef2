//! What spreads the differences, and how far computation could move them.

use crate::analysis::summary::{Comparison, StrategySummary};
use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, Medium, strategy};
use crate::output::report::data::About;

/// Amounts below are written as 0.
const LEAST: f64 = 0.5;

/// What the NPV differences of a scenario's strategies owe to inputs, luck, draws and the length of a period; of results
/// without a spread the last alone. None where there is nothing to tell.
pub fn error_budget(locale: &Locale, about: &About, comparison: &Comparison) -> Option<Figures> {
    let amount = |head: String| Column::new(head, Kind::Amount);
    let has_spread = about.has_error_budget();
    let mut columns = vec![strategy(locale), amount(tr!(locale, "npv-difference")).from(Medium::Workbook)];
    if has_spread {
        columns.extend([
            amount(tr!(locale, "head-inputs")),
            amount(tr!(locale, "head-luck")),
            amount(tr!(locale, "head-error-of-mean")),
        ]);
    }
    columns.push(amount(tr!(locale, "head-time-step")));
    if has_spread {
        let head = tr!(locale, "head-variance-reduction");
        columns.push(Column::new(head, Kind::Number).from(Medium::Workbook));
    }
    let row = |s: &StrategySummary| {
        let mut cells = vec![Figure::Signed(s.difference.npv.mean)];
        if has_spread {
            let budget = &s.error_budget;
            let known = budget.knowledge_share();
            let shares = [known, known.map(|share| 1.0 - share)];
            let is_there = [about.is_uncertain, about.has_chance];
            cells.extend([0, 1].map(|part| match budget.parts() {
                Some(parts) if is_there[part] => deviation(locale, s, parts[part].sqrt(), shares[part]),
                _ => Figure::Nothing,
            }));
            cells.push(Figure::Deviation(budget.standard_error, None));
        }
        cells.push(s.time_step.map_or(Figure::Nothing, Figure::Signed));
        if has_spread {
            cells.push(s.variance_reduction.map_or(Figure::Nothing, |factor| Figure::Number(factor, 1)));
        }
        Line::of(&s.name, cells)
    };
    let told = comparison.strategies[1..].iter().filter(|s| has_spread || s.time_step.is_some());
    let rows: Vec<Line> = told.map(row).collect();
    let currency = about.currency.as_str();
    let caption = match has_spread {
        true => tr!(locale, "errors-caption", currency = currency),
        false => tr!(locale, "time-step-caption", currency = currency),
    };
    let remarks = if has_spread { vec![tr!(locale, "errors-remark")] } else { Vec::new() };
    (!rows.is_empty()).then(|| Figures { remarks, ..Figures::new(caption, columns, rows) })
}

/// A part of the spread; one that rounds to nothing, where the strategy differs at all, is too small to measure and not zero.
fn deviation(locale: &Locale, strategy: &StrategySummary, sd: f64, share: Option<f64>) -> Figure {
    match sd < LEAST && strategy.differs() {
        true => Figure::Text(tr!(locale, "too-small")),
        false => Figure::Deviation(sd, share),
    }
}
