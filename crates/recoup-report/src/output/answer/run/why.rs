//! Whether it pays, and why: where customers are lost, where the money comes from, by segment and at the desk.

use crate::analysis::decision::StrategyDecision;
use crate::analysis::frontier::Standing;
use crate::language::tr;
use crate::output::answer::run::builder::{ReportBuilder, ticked};
use crate::output::answer::run::strategies::has_value_beyond;
use crate::output::charts::{ACTIVE_CHART, DESK_CHART, KEPT_CHART};
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
        true => locale.joined([reading, tr!(locale, "run-beyond-horizon")]),
        false => reading,
    };
    builder.chart(&mut section, "2-cumulative-difference", question, reading);
    let (question, reading) = (tr!(locale, "run-distribution"), tr!(locale, "run-distribution-reading"));
    builder.chart(&mut section, "6-npv-difference", question, reading);
    let steps = increments(builder);
    if !steps.is_empty() {
        section.text(tr!(locale, "run-increments"));
        section.list(steps);
    }
    vec![section]
}

/// What each costlier strategy brings beyond the next cheaper one that is worth its cost.
fn increments(builder: &ReportBuilder<'_>) -> Vec<String> {
    let locale = builder.locale;
    let Some(found) = builder.data.findings.decisions.first() else { return Vec::new() };
    let mut order: Vec<&StrategyDecision> = found.strategies.iter().collect();
    order.sort_by(|a, b| a.programme.total_cmp(&b.programme));
    let step = |costlier: &&StrategyDecision| match costlier.standing {
        Standing::Efficient { incremental_roi: Some(roi), after: Some(after) } => {
            let cheaper = &found.strategies[after];
            let money = |amount: f64| locale.compact_money(amount, &builder.about().currency);
            Some(tr!(
                locale,
                "run-increment",
                name = &*costlier.name,
                before = &*cheaper.name,
                cost = money(costlier.programme - cheaper.programme),
                gain = money(costlier.contribution - cheaper.contribution),
                roi = locale.share(roi),
                pays = if roi > 0.0 { "yes" } else { "no" },
            ))
        }
        _ => None,
    };
    order.iter().filter_map(step).collect()
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
    builder.chart(&mut section, ACTIVE_CHART, question, reading);
    let (question, reading) = (tr!(locale, "run-kept"), tr!(locale, "run-kept-reading"));
    builder.chart(&mut section, KEPT_CHART, question, reading);
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
