//! The load of the service desk.

use crate::analysis::summary::{Comparison, DeskTotals, StrategySummary};
use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, strategy};

/// What the desks of a scenario's strategies had to do; none where there is no desk. `horizon` in words.
pub fn desk(locale: &Locale, comparison: &Comparison, horizon: &str) -> Option<Figures> {
    if !comparison.strategies.iter().any(StrategySummary::has_desk) {
        return None;
    }
    let columns = vec![
        strategy(locale),
        Column::new(tr!(locale, "desk-mean-load"), Kind::Number),
        Column::new(tr!(locale, "desk-greatest-load"), Kind::Number),
        Column::new(tr!(locale, "desk-greatest-utilisation"), Kind::Share),
        Column::new(tr!(locale, "desk-served"), Kind::Share),
        Column::new(tr!(locale, "desk-in-time"), Kind::Share),
        Column::new(tr!(locale, "desk-overloaded"), Kind::Amount),
    ];
    let row = |summary: &StrategySummary| {
        let cells = match DeskTotals::of(summary) {
            Some(desk) => vec![
                Figure::Number(desk.mean_load, 2),
                Figure::Number(desk.greatest_load, 2),
                Figure::Share(desk.greatest_utilisation),
                Figure::Share(desk.served),
                Figure::Share(desk.in_time),
                Figure::Amount(desk.overloaded as f64),
            ],
            None => vec![Figure::Nothing; columns.len() - 1],
        };
        Line::of(&summary.name, cells)
    };
    let caption = tr!(locale, "desk-caption", horizon = horizon);
    let rows = comparison.strategies.iter().map(row).collect();
    Some(Figures { remarks: vec![tr!(locale, "desk-remark")], ..Figures::new(caption, columns, rows) })
}
