//! Customers lost, by cause.

use crate::analysis::summary::{Comparison, StrategySummary};
use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, Medium, strategy};
use crate::units::Outcome;

/// The customers that a scenario's strategies lose, by cause, and the yearly margin that goes with them.
pub fn losses(locale: &Locale, comparison: &Comparison) -> Figures {
    let cause = |cause: &str| Column::new(tr!(locale, "cause-name", cause = cause), Kind::Amount);
    let mut columns = vec![strategy(locale), cause("natural")];
    columns.extend(Outcome::ALL.map(|outcome| cause(outcome.name())));
    columns.extend([
        cause("word-of-mouth"),
        Column::new(tr!(locale, "head-total"), Kind::Amount).from(Medium::Workbook),
        Column::new(tr!(locale, "head-damage"), Kind::Amount),
        Column::new(tr!(locale, "head-yearly-margin"), Kind::Amount),
    ]);
    let row = |s: &StrategySummary| {
        let customers = [s.lost.natural].into_iter().chain(s.lost.by_outcome);
        let all = customers.chain([s.lost.word_of_mouth, s.lost.total(), s.lost.excess()]);
        Line::of(&s.name, all.map(Figure::Amount).chain([Figure::Short(s.lost_yearly_margin)]))
    };
    let rows = comparison.strategies.iter().map(row).collect();
    Figures::new(tr!(locale, "losses-caption"), columns, rows)
}
