//! The answer in sentences, as the terminal and the report tell it.

use crate::analysis::findings::Findings;
use crate::analysis::scenarios::AcrossScenarios;
use crate::analysis::summary::best_of;
use crate::analysis::unusual_return::{PUBLISHED_ROI, unusual_return};
use crate::language::{Locale, tr};
use crate::output::caution::unusual_return as unusual_return_reason;
use crate::output::report::data::About;
use crate::output::variant::{Subject, holding};

/// Which strategy pays, by how much, how sure: a sentence a line, names in backticks.
pub fn headline(about: &About, findings: &Findings, locale: &Locale) -> String {
    let comparison = &findings.comparisons[0];
    let currency = &about.currency;
    let periods = &locale.periods(u64::from(about.periods), &about.period);
    let best = &comparison.strategies[comparison.best()];
    let (name, reference) = (&*best.name, &*comparison.strategies[0].name);
    let equals = comparison.equals(comparison.best());
    let same = locale.list(&equals.iter().map(|&i| format!("`{}`", comparison.strategies[i].name)).collect::<Vec<_>>());
    let mut text = if comparison.strategies.len() == 1 {
        tr!(
            locale,
            "run-alone",
            name = name,
            amount = locale.money(best.worth.npv.mean, currency),
            horizon = periods,
            low = locale.compact(best.worth.npv.p05),
            high = locale.compact(best.worth.npv.p95),
        )
    } else if comparison.best() == 0 {
        match (equals.len(), comparison.strategies.len() - 1) {
            (0, _) => tr!(locale, "run-none-pays", reference = reference, horizon = periods),
            (n, all) if n == all => {
                tr!(locale, "run-nothing-to-choose", horizon = periods, same = same, reference = reference)
            }
            _ => tr!(locale, "run-none-pays-some-same", reference = reference, horizon = periods, same = same),
        }
    } else {
        let d = &best.difference.npv;
        let amount = locale.money(d.mean, currency);
        let pays = if about.is_one_simulation() {
            tr!(locale, "run-pays-once", name = name, amount = amount, reference = reference, horizon = periods)
        } else {
            tr!(
                locale,
                "run-pays",
                name = name,
                amount = amount,
                reference = reference,
                horizon = periods,
                low = locale.signed(d.p05),
                high = locale.signed(d.p95),
            )
        };
        let mut text = match best.roi.value {
            Some(roi) => tr!(locale, "run-pays-return", text = pays, roi = locale.share(roi)),
            None => tr!(locale, "run-pays-no-return", text = pays),
        };
        if !equals.is_empty() {
            text.push(' ');
            text.push_str(&tr!(locale, "run-pays-not-alone", same = same, name = name));
        }
        text
    };
    if let Some(found) = findings.variants.first() {
        let subject = if comparison.best() == 0 { Subject::Named } else { Subject::It };
        if let Some(holding) = holding(locale, found, comparison.best(), &equals, subject) {
            text.push_str(&format!("\n{holding}"));
        }
    }
    let rivals = comparison.strategies.len() > 1 + equals.len();
    let beats = locale.share_whole(best.p_beats_reference);
    let known = if best.p_beats_independently.is_some() { "yes" } else { "no" };
    let independent = locale.share_whole(best.p_beats_independently.unwrap_or_default());
    if rivals && about.is_uncertain {
        let best_or_equal = equals.iter().map(|&i| comparison.strategies[i].p_best).sum::<f64>() + best.p_best;
        let who = if equals.is_empty() { "alone" } else { "equal" };
        let mut sure = tr!(locale, "run-sure", who = who, name = name, share = locale.share_whole(best_or_equal));
        if about.has_chance && comparison.best() != 0 {
            sure = tr!(
                locale,
                "run-sure-market",
                text = sure,
                name = name,
                reference = reference,
                share = beats,
                known = known,
                independent = independent,
            );
        }
        text.push_str(&format!("\n{}", locale.sentence(sure)));
    } else if about.is_one_simulation() {
        text.push('\n');
        text.push_str(&tr!(locale, "run-one-history"));
    } else if rivals && about.has_chance && comparison.best() != 0 {
        let inputs = if about.has_spread { "means" } else { "certain" };
        let error = locale.compact(best.difference_standard_error);
        text.push('\n');
        text.push_str(&tr!(
            locale,
            "run-luck",
            inputs = inputs,
            error = error,
            name = name,
            reference = reference,
            share = beats,
            known = known,
            independent = independent,
        ));
    }
    if let (Some(roi), Some(reason)) = (best.roi.value, unusual_return(best)) {
        text.push('\n');
        text.push_str(&tr!(
            locale,
            "run-published",
            low = locale.share_whole(PUBLISHED_ROI[0]),
            high = locale.share_whole(PUBLISHED_ROI[1]),
            roi = locale.share(roi),
            reason = unusual_return_reason(reason, locale),
        ));
    }
    if let Some(elsewhere) = elsewhere(
        locale,
        &findings.comparisons.iter().map(|c| (&*c.scenario, &*c.strategies[c.best()].name)).collect::<Vec<_>>(),
    ) {
        text.push_str(&format!("\n{elsewhere}"));
    }
    if let Some(weighted) = weighted(locale, &findings.across, currency) {
        text.push_str(&format!("\n{weighted}"));
    }
    text.push('\n');
    text
}

/// Which scenario the answer holds in, and what is best in the others; each scenario with its best strategy.
pub fn elsewhere(locale: &Locale, best: &[(&str, &str)]) -> Option<String> {
    let ((scenario, here), others) = best.split_first()?;
    if others.is_empty() {
        return None;
    }
    let differing: Vec<String> = others
        .iter()
        .filter(|(_, there)| there != here)
        .map(|(scenario, name)| tr!(locale, "run-elsewhere-one", scenario = *scenario, name = *name))
        .collect();
    Some(match differing.is_empty() {
        true => tr!(locale, "run-elsewhere-same", scenario = *scenario, name = *here),
        false => tr!(locale, "run-elsewhere", scenario = *scenario, others = locale.series(&differing)),
    })
}

/// Which strategy is best by the weights of the scenarios, where they have weights.
pub fn weighted(locale: &Locale, across: &[AcrossScenarios], currency: &str) -> Option<String> {
    let by_weight = |a: &AcrossScenarios| a.weighted_difference;
    let amounts: Option<Vec<f64>> = across.iter().map(by_weight).collect();
    let amounts = amounts.filter(|amounts| amounts.len() > 1)?;
    let best = best_of(&amounts);
    let reference = &*across[0].strategy;
    Some(match best {
        0 => tr!(locale, "run-weighted-none", reference = reference),
        _ => tr!(
            locale,
            "run-weighted",
            name = &*across[best].strategy,
            amount = locale.money(amounts[best], currency),
            reference = reference,
        ),
    })
}
