//! Simulation against expectation.

use crate::language::tr;
use crate::output::answer::run::builder::{ReportBuilder, ticked};
use crate::output::figures::capital;
use crate::output::report::document::{Cell, Section, Show, Table};
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
    let head = vec![
        capital(&tr!(locale, "head-strategy")),
        tr!(locale, "run-quantity"),
        capital(&tr!(locale, "head-simulated")),
        capital(&tr!(locale, "head-expected")),
        tr!(locale, "run-gap"),
        capital(&tr!(locale, "head-standard-error")),
        tr!(locale, "run-z"),
    ];
    let mut table = Table::new(tr!(locale, "run-oracle-caption"), 2, head);
    let oracles = &builder.data.findings.oracles[0];
    let shown = [0, first.best()];
    for &s in if shown[1] == 0 { &shown[..1] } else { &shown[..] } {
        for (quantity, total) in ["npv", "contribution", "programme", "lost"].into_iter().zip(&oracles[s].totals) {
            table.row(vec![
                Cell::words(&first.strategies[s].name),
                Cell::words(&tr!(locale, "run-oracle-quantity", quantity = quantity)),
                Cell::figure(locale.count(total.simulated)),
                Cell::figure(locale.count(total.expected)),
                Cell::figure(locale.signed_count(total.simulated - total.expected)),
                Cell::figure(locale.people(total.standard_error)),
                Cell::figure(locale.fixed(total.z, 1)),
            ]);
        }
    }
    section.table(table);
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
