//! Whether it pays, and why: where customers are lost, where the money comes from, by segment and at the desk.

use crate::language::tr;
use crate::output::answer::run::builder::{ReportBuilder, ticked};
use crate::output::answer::run::strategies::has_value_beyond;
use crate::output::charts::DESK_CHART;
use crate::output::figures;
use crate::output::report::document::{Section, Show};

/// Prospects lost per unhappy customer, in the literature: [`evidence`](crate::evidence).
const PUBLISHED_LOST: [f64; 2] = [0.07, 0.93];

/// Whether, when and how surely it pays.
pub(super) fn pays(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let locale = builder.locale;
    let mut section = Section::new("pays", tr!(locale, "run-pays-when")).shown(Show::Details);
    let (question, reading) = (tr!(locale, "run-cumulative"), tr!(locale, "run-cumulative-reading"));
    let reading = match has_value_beyond(builder) {
        true => format!("{reading} {}", tr!(locale, "run-beyond-horizon")),
        false => reading,
    };
    builder.chart(&mut section, "2-cumulative-difference", question, reading);
    let (question, reading) = (tr!(locale, "run-distribution"), tr!(locale, "run-distribution-reading"));
    builder.chart(&mut section, "6-npv-difference", question, reading);
    vec![section]
}

/// What happens after failures, and what it comes to.
pub(super) fn why(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let (locale, about, first) = (builder.locale, builder.about(), builder.first());
    let mut section = Section::new("why", tr!(locale, "run-why")).shown(Show::Details);
    for (chart, strategy) in [("3-failure-tree-reference", 0), ("3-failure-tree-best", first.best())] {
        let question = tr!(locale, "run-tree", name = ticked(&first.strategies[strategy].name));
        builder.chart(&mut section, chart, question, tr!(locale, "run-tree-reading"));
    }
    let (question, reading) = (tr!(locale, "run-losses"), tr!(locale, "run-losses-reading"));
    builder.chart(&mut section, "5-losses-by-cause", question, reading);
    section.figures(figures::losses(locale, first));
    let hundredths = |x: f64| locale.fixed(x, 2);
    let [low, high] = PUBLISHED_LOST.map(hundredths);
    let prospects = hundredths(about.lost_per_unhappy);
    section.text(tr!(locale, "run-word-of-mouth", prospects = prospects, low = low, high = high));
    let (question, reading) = (tr!(locale, "run-active"), tr!(locale, "run-active-reading"));
    builder.chart(&mut section, "4-active-customers", question, reading);
    let differences = figures::account_differences(locale, first, &about.currency);
    vec![section, Section::of_figures("why", differences)]
}

/// What each segment came to under every strategy.
pub(super) fn segments(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let locale = builder.locale;
    let mut section = Section::new("segments", tr!(locale, "run-segments")).shown(Show::Details);
    let tables = figures::segments(locale, builder.first(), &builder.about().currency);
    tables.into_iter().flatten().for_each(|table| section.figures(table));
    vec![section]
}

/// What the desk has to do.
pub(super) fn desk(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let locale = builder.locale;
    let mut section = Section::new("desk", tr!(locale, "run-desk")).shown(Show::Details);
    let (question, reading) = (tr!(locale, "run-desk-question"), tr!(locale, "run-desk-reading"));
    builder.chart(&mut section, DESK_CHART, question, reading);
    section.figures(figures::desk(locale, builder.first(), &builder.about().horizon(locale)));
    vec![section]
}
