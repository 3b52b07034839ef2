//! Whether the answer holds in other models.

use crate::language::tr;
use crate::output::answer::run::builder::{ReportBuilder, ticked};
use crate::output::figures::{self, MOST_ACROSS, Turned};
use crate::output::report::document::{Section, Show};
use crate::output::variant::{Subject, holding};
use crate::output::variant_chart::VARIANTS_CHART;

/// Scenarios of which it is said, at most.
const MOST_SCENARIOS: usize = 12;

/// The model variants of the first scenario, and a sentence on each of the others.
pub(super) fn variants(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let locale = builder.locale;
    let findings = &builder.data.findings;
    let Some(found) = findings.variants.first() else { return Vec::new() };
    let table = figures::variants(locale, found, Turned::Alone, MOST_ACROSS, &builder.about().currency);
    let Some(table) = table.filter(|table| !table.rows.is_empty()) else { return Vec::new() };
    let mut section = Section::new("variants", tr!(locale, "run-variants")).shown(Show::Details);
    section.text(tr!(locale, "run-variants-lead"));
    let (question, reading) = (tr!(locale, "run-variants-question"), tr!(locale, "run-variants-reading"));
    builder.chart(&mut section, VARIANTS_CHART, question, reading);
    section.figures(table);
    for (comparison, found) in findings.comparisons.iter().zip(&findings.variants).skip(1).take(MOST_SCENARIOS) {
        let equals = comparison.equals(comparison.best());
        if let Some(text) = holding(locale, found, comparison.best(), &equals, Subject::Named) {
            let scenario = ticked(&comparison.scenario);
            section.text(tr!(locale, "run-variants-elsewhere", scenario = scenario, text = text));
        }
    }
    vec![section]
}
