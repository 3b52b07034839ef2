//! The other scenarios, and regret over all of them.

use crate::language::tr;
use crate::output::answer::run::builder::ReportBuilder;
use crate::output::answer::run::strategies::comparison;
use crate::output::figures;
use crate::output::report::document::{Section, Show};

/// Scenarios that have tables of their own, at most.
const MOST_SCENARIOS: usize = 12;

/// Where there are several scenarios.
pub(super) fn scenarios(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let (locale, findings) = (builder.locale, &builder.data.findings);
    let mut section = Section::new("scenarios", tr!(locale, "run-worlds")).shown(Show::Details);
    for scenario in (1..findings.comparisons.len()).take(MOST_SCENARIOS) {
        section.figures(comparison(builder, scenario));
    }
    let currency = &builder.about().currency;
    section.figures(figures::regret(locale, &findings.scenario_names(), &findings.across, currency));
    vec![section]
}
