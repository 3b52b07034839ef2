//! Simulation against expectation.

use crate::language::tr;
use crate::output::answer::run::builder::{ReportBuilder, ticked};
use crate::output::figures::{Column, Figure, Figures, Kind, Line, strategy};
use crate::output::report::document::{Section, Show};
use crate::units::period_number;

/// Every figure simulated and expected, where chance is simulated.
pub(super) fn oracle(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let (locale, about, first) = (builder.locale, builder.about(), builder.first());
    if !about.has_chance {
        return Vec::new();
    }
    let mut section = Section::new("oracle", tr!(locale, "run-oracle")).shown(Show::Appendix);
    section.text(tr!(locale, "run-oracle-lead"));
    if about.has_individuality {
        section.text(tr!(locale, "run-oracle-individuals"));
    }
    let columns = vec![
        strategy(locale),
        Column::new(tr!(locale, "run-quantity"), Kind::Words),
        Column::new(tr!(locale, "head-simulated"), Kind::Amount),
        Column::new(tr!(locale, "head-expected"), Kind::Amount),
        Column::new(tr!(locale, "run-gap"), Kind::Amount),
        Column::new(tr!(locale, "head-standard-error"), Kind::Amount),
        Column::new(tr!(locale, "run-z"), Kind::Number),
    ];
    let mut rows = Vec::new();
    let oracles = &builder.data.findings.oracles[0];
    let shown = [0, first.best()];
    for &s in if shown[1] == 0 { &shown[..1] } else { &shown[..] } {
        for (quantity, total) in ["npv", "contribution", "programme", "lost"].into_iter().zip(&oracles[s].totals) {
            let error = total.standard_error;
            rows.push(Line::of(
                &first.strategies[s].name,
                [
                    Figure::Text(tr!(locale, "run-oracle-quantity", quantity = quantity)),
                    Figure::Amount(total.simulated),
                    Figure::Amount(total.expected),
                    Figure::Signed(total.simulated - total.expected),
                    Figure::Worded(error, locale.people(error)),
                    Figure::Number(total.z, 1),
                ],
            ));
        }
    }
    section.figures(Figures::new(tr!(locale, "run-oracle-caption"), columns, rows));
    let gaps = oracles.iter().enumerate().flat_map(|(s, oracle)| oracle.gaps.iter().map(move |gap| (s, gap)));
    if let Some((s, gap)) = gaps.max_by(|a, b| a.1.z.abs().total_cmp(&b.1.z.abs())) {
        section.text(tr!(
            locale,
            "run-oracle-widest",
            column = tr!(locale, "book-column", column = gap.column.as_str()),
            name = ticked(&first.strategies[s].name),
            period = locale.period(period_number(gap.period as usize), &about.period),
            simulated = locale.fixed(gap.simulated, 1),
            expected = locale.fixed(gap.expected, 1),
            z = locale.fixed(gap.z, 1)
        ));
    }
    vec![section]
}
