//! The strategies of a scenario side by side.

use crate::analysis::assumptions::Change;
use crate::analysis::findings::Findings;
use crate::analysis::spread::Spreads;
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::language::{Locale, tr};
use crate::output::figures::table::{Column, Figure, Figures, Kind, Line, Medium, strategy};
use crate::output::report::data::About;
use crate::output::strategy::timing;
use crate::stats::band::Band;
use crate::units::period_number;

/// What the strategies of a scenario are worth, alone and against the reference. Without a caption.
pub fn strategies(locale: &Locale, about: &About, findings: &Findings, scenario: usize) -> Figures {
    let spreads = findings.spreads.get(scenario);
    compared(locale, about, &findings.comparisons[scenario], &findings.changes, spreads)
}

/// The same of strategies that differ by those changes; chances of loss are known where the spread of the results is.
pub fn compared(
    locale: &Locale,
    about: &About,
    comparison: &Comparison,
    changes: &[Change],
    spreads: Option<&Spreads>,
) -> Figures {
    let period = tr!(locale, "period-name", period = about.period.as_str());
    let interval = |kind: Kind| Column::interval(locale, kind);
    let columns = vec![
        strategy(locale),
        Column::new(tr!(locale, "npv-difference"), Kind::Amount),
        interval(Kind::Amount),
        Column::new(tr!(locale, "head-programme"), Kind::Amount).from(Medium::Page),
        Column::new(tr!(locale, "head-roi"), Kind::Share),
        interval(Kind::Share).from(Medium::Page),
        Column::new(tr!(locale, "head-bcr"), Kind::Number).from(Medium::Workbook),
        Column::new(tr!(locale, "head-payback", period = period), Kind::Amount).spare(3),
        Column::new(tr!(locale, "head-irr"), Kind::Share).from(Medium::Workbook),
        Column::new(tr!(locale, "head-p-best"), Kind::Share),
        Column::new(tr!(locale, "head-chance-of-loss"), Kind::Share).from(Medium::Workbook),
        Column::new(tr!(locale, "head-kept"), Kind::Amount).spare(1),
        interval(Kind::Amount).from(Medium::Page),
        Column::new(tr!(locale, "head-npv"), Kind::Amount).spare(2),
        interval(Kind::Amount).from(Medium::Page),
    ];
    // A single simulation with luck has no spread to show.
    let ends = |band: &Band, end: fn(f64) -> Figure| match about.is_one_simulation() {
        true => Figure::Nothing,
        false => Figure::interval(band, end),
    };
    let row = |(i, s): (usize, &StrategySummary)| {
        let cost = Figure::Amount(s.worth.programme.mean);
        let mut cells = Vec::new();
        if i == 0 {
            cells.extend([Figure::Text(tr!(locale, "reference")), Figure::Nothing, cost]);
            cells.extend(vec![Figure::Nothing; 5]);
            cells.push(Figure::Chance(s.p_best));
            cells.extend(vec![Figure::Nothing; 3]);
        } else {
            let roi = s.roi.interval.filter(|_| s.roi.value.is_some());
            let payback = match s.payback_period {
                _ if !s.differs() => Figure::Nothing,
                Some(t) => Figure::Amount(period_number(t as usize) as f64),
                None => Figure::Text(tr!(locale, "never")),
            };
            let spread = spreads.and_then(|spreads| spreads.strategies.get(i));
            cells.extend([
                Figure::Signed(s.difference.npv.mean),
                ends(&s.difference.npv, Figure::SignedShort),
                cost,
                s.roi.value.map_or_else(|| Figure::Text(no_roi(locale, s)), Figure::Share),
                roi.map_or(Figure::Nothing, |[low, _, high]| {
                    Figure::Interval(Box::new([Figure::Share(low), Figure::Share(high)]))
                }),
                s.benefit_cost_ratio.value.map_or(Figure::Nothing, |ratio| Figure::Number(ratio, 2)),
                payback,
                s.irr.map_or(Figure::Nothing, |rate| irr(locale, rate)),
                Figure::Chance(s.p_best),
                spread.map_or(Figure::Nothing, |spread| Figure::Share(spread.p_loss)),
                Figure::Signed(s.customers_kept.mean),
                ends(&s.customers_kept, Figure::SignedShort),
            ]);
        }
        cells.extend([Figure::Amount(s.worth.npv.mean), ends(&s.worth.npv, Figure::Amount)]);
        Line {
            note: timing(locale, changes, &s.name, &about.period).unwrap_or_default(),
            is_marked: i == comparison.best(),
            ..Line::of(&s.name, cells)
        }
    };
    Figures::new(String::new(), columns, comparison.strategies.iter().enumerate().map(row).collect())
}

/// Rates of return per year beyond which the figure means nothing: the money is back almost at once.
const MOST_IRR: f64 = 5.0;

fn irr(locale: &Locale, rate: f64) -> Figure {
    if rate > MOST_IRR { Figure::Text(tr!(locale, "not-meaningful")) } else { Figure::Share(rate) }
}

/// Why a strategy has no return on investment.
pub fn no_roi(locale: &Locale, summary: &StrategySummary) -> String {
    if summary.costs_less() { tr!(locale, "costs-less") } else { tr!(locale, "no-cost") }
}
