//! How certain the figures are: what spreads the differences, and how far computation could move them.

use crate::analysis::selection::LEAST;
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::language::{Locale, tr};
use crate::output::answer::run::builder::ReportBuilder;
use crate::output::answer::run::settled::bound;
use crate::output::figures;
use crate::output::report::document::{Section, Show};

/// The error budget of the first scenario.
pub(super) fn errors(builder: &ReportBuilder<'_>) -> Vec<Section> {
    let (locale, about, first) = (builder.locale, builder.about(), builder.first());
    let mut section = Section::new("errors", tr!(locale, "run-errors")).shown(Show::Details);
    section.figures(figures::error_budget(locale, about, first));
    if section.blocks.is_empty() || !about.has_error_budget() {
        return vec![section];
    }
    section.text(selection(locale, first, &about.currency));
    section.text(by_simulations(locale, first));
    section.text(control(locale, first, about.identity.draws, &about.currency));
    if about.has_chance {
        section.text(common_random_numbers(locale, first));
    }
    section.text(tr!(locale, "run-errors-rest"));
    vec![section]
}

/// How likely another strategy is better on average, given the draws.
fn selection(locale: &Locale, comparison: &Comparison, currency: &str) -> String {
    let selection = &comparison.selection;
    let risk = selection.risk;
    tr!(
        locale,
        "run-selection",
        known = if risk.is_some() { "yes" } else { "no" },
        name = &*comparison.strategies[selection.best].name,
        chance = bound(locale, risk.map_or(0.0, |risk| risk.probability_wrong)),
        loss = locale.compact_money(risk.map_or(0.0, |risk| risk.expected_loss), currency),
        least = LEAST,
    )
}

/// What simulations alone say, with the chance of customers removed.
fn by_simulations(locale: &Locale, comparison: &Comparison) -> String {
    let Some(by) = &comparison.by_simulations else { return String::new() };
    let best = comparison.selection.best;
    tr!(
        locale,
        "run-by-histories",
        name = &*comparison.strategies[best].name,
        share = locale.share_whole(by.p_best[best]),
        worth = locale.count(by.evpi),
        seeming = locale.count(by.evpi_uncorrected),
    )
}

/// What the expected engine as control variate does to the errors of the mean differences.
fn control(locale: &Locale, comparison: &Comparison, draws: u64, currency: &str) -> String {
    let Some(further) = comparison.further_draws else { return String::new() };
    let error = |s: &StrategySummary| {
        let of = s.control.as_ref()?.difference;
        let [with, without] =
            [of.standard_error, of.simulated_standard_error].map(|error| locale.compact_money(error, currency));
        Some(tr!(locale, "run-controlled-of", name = &*s.name, with = with, without = without))
    };
    let errors: Vec<String> = comparison.strategies[1..].iter().filter_map(error).collect();
    if errors.is_empty() {
        return String::new();
    }
    tr!(
        locale,
        "run-controlled",
        draws = locale.count(draws as f64),
        further = locale.count(further as f64),
        errors = locale.series(&errors),
    )
}

/// What it is worth that strategies share their draws.
fn common_random_numbers(locale: &Locale, comparison: &Comparison) -> String {
    let factor = |s: &StrategySummary| {
        let factor = locale.fixed(s.variance_reduction?.sqrt(), 1);
        Some(tr!(locale, "run-shared-luck-of", factor = factor, name = &*s.name))
    };
    let factors: Vec<String> = comparison.strategies[1..].iter().filter_map(factor).collect();
    if factors.is_empty() {
        return String::new();
    }
    let reference = &*comparison.strategies[0].name;
    tr!(locale, "run-shared-luck", reference = reference, factors = locale.series(&factors))
}
