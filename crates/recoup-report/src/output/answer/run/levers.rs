//! How much to invest: the levers that a study sweeps.

use crate::analysis::view::RoiCurve;
use crate::language::{Locale, tr};
use crate::output::answer::run::builder::{ReportBuilder, ticked};
use crate::output::label::named;
use crate::output::level::level;
use crate::output::report::document::{Section, Show};
use crate::output::table::Values;

/// The curves, with their charts.
pub(super) fn levers(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let locale = builder.locale;
    let mut titled = Section::new("levers", tr!(locale, "run-levers")).shown(Show::Details);
    for drawn in builder.charts.iter().filter(|drawn| drawn.name.starts_with("1-roi-curve")) {
        let key = drawn.rows.iter().find_map(|(name, values)| match values {
            Values::Text(keys) if name == "key" => keys.first(),
            _ => None,
        });
        let lever = key.map_or(String::new(), |key| ticked(&builder.label(key)));
        let question = tr!(locale, "run-curve-question", lever = lever);
        builder.chart(&mut titled, &drawn.name, question, tr!(locale, "run-curve-reading"));
    }
    let mut section = Section::new("levers", String::new());
    let curves = builder.data.findings.curves.iter();
    let first = curves.filter(|(scenario, _)| **scenario == *builder.first().scenario);
    first.for_each(|(_, curve)| section.text(sentence(locale, curve)));
    vec![titled, section]
}

/// Where the next unit loses money, and where the strategy breaks even.
fn sentence(locale: &Locale, curve: &RoiCurve) -> String {
    let level = |x: f64| level(locale, x, curve.unit);
    let text = tr!(
        locale,
        "run-curve",
        name = &curve.strategy,
        key = named(&curve.key, locale),
        peak = if curve.over_investment.is_some() { "inside" } else { "none" },
        level = curve.over_investment.map(level).unwrap_or_default(),
    );
    locale.sentence(match curve.break_even {
        Some(x) => tr!(locale, "run-curve-break-even", text = text, level = level(x)),
        None => text,
    })
}
