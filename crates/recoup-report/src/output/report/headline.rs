//! The answer in sentences, as the terminal and the report tell it.

use crate::analysis::cautions::{PUBLISHED_ROI, unusual_return};
use crate::analysis::findings::Findings;
use crate::analysis::scenarios::AcrossScenarios;
use crate::analysis::summary::best_of;
use crate::language::{Words, say};
use crate::output::caution::unusual_return as unusual_return_reason;
use crate::output::report::data::About;
use crate::output::variant::{Subject, holding};

/// Which strategy pays, by how much, how sure: a sentence a line, names in backticks.
pub fn headline(about: &About, findings: &Findings, words: &Words) -> String {
    let comparison = &findings.comparisons[0];
    let currency = &about.currency;
    let periods = &words.periods(u64::from(about.periods), &about.period);
    let best = &comparison.strategies[comparison.best()];
    let (name, reference) = (&*best.name, &*comparison.strategies[0].name);
    let equals = comparison.equals(comparison.best());
    let same = words.list(&equals.iter().map(|&i| format!("`{}`", comparison.strategies[i].name)).collect::<Vec<_>>());
    let mut text = if comparison.strategies.len() == 1 {
        say!(
            words,
            "run-alone",
            name = name,
            amount = words.money(best.worth.npv.mean, currency),
            horizon = periods,
            low = words.compact(best.worth.npv.p05),
            high = words.compact(best.worth.npv.p95),
        )
    } else if comparison.best() == 0 {
        match (equals.len(), comparison.strategies.len() - 1) {
            (0, _) => say!(words, "run-none-pays", reference = reference, horizon = periods),
            (n, all) if n == all => {
                say!(words, "run-nothing-to-choose", horizon = periods, same = same, reference = reference)
            }
            _ => say!(words, "run-none-pays-some-same", reference = reference, horizon = periods, same = same),
        }
    } else {
        let d = &best.difference.npv;
        let amount = words.money(d.mean, currency);
        let pays = if about.is_one_history() {
            say!(words, "run-pays-once", name = name, amount = amount, reference = reference, horizon = periods)
        } else {
            say!(
                words,
                "run-pays",
                name = name,
                amount = amount,
                reference = reference,
                horizon = periods,
                low = words.signed(d.p05),
                high = words.signed(d.p95),
            )
        };
        let mut text = match best.roi.value {
            Some(roi) => say!(words, "run-pays-return", text = pays, roi = words.share(roi)),
            None => say!(words, "run-pays-no-return", text = pays),
        };
        if !equals.is_empty() {
            text.push(' ');
            text.push_str(&say!(words, "run-pays-not-alone", same = same, name = name));
        }
        text
    };
    if let Some(found) = findings.variants.first() {
        let subject = if comparison.best() == 0 { Subject::Named } else { Subject::It };
        if let Some(holding) = holding(words, found, comparison.best(), &equals, subject) {
            text.push_str(&format!("\n{holding}"));
        }
    }
    let rivals = comparison.strategies.len() > 1 + equals.len();
    let beats = words.share_whole(best.p_beats_reference);
    let known = if best.p_beats_independently.is_some() { "yes" } else { "no" };
    let independent = words.share_whole(best.p_beats_independently.unwrap_or_default());
    if rivals && about.is_uncertain {
        let best_or_equal = equals.iter().map(|&i| comparison.strategies[i].p_best).sum::<f64>() + best.p_best;
        let who = if equals.is_empty() { "alone" } else { "equal" };
        let mut sure = say!(words, "run-sure", who = who, name = name, share = words.share_whole(best_or_equal));
        if about.has_luck && comparison.best() != 0 {
            sure = say!(
                words,
                "run-sure-market",
                text = sure,
                name = name,
                reference = reference,
                share = beats,
                known = known,
                independent = independent,
            );
        }
        text.push_str(&format!("\n{}", words.sentence(sure)));
    } else if about.is_one_history() {
        text.push('\n');
        text.push_str(&say!(words, "run-one-history"));
    } else if rivals && about.has_luck && comparison.best() != 0 {
        let inputs = if about.has_spread { "means" } else { "certain" };
        let error = words.compact(best.difference_standard_error);
        text.push('\n');
        text.push_str(&say!(
            words,
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
        text.push_str(&say!(
            words,
            "run-published",
            low = words.share_whole(PUBLISHED_ROI[0]),
            high = words.share_whole(PUBLISHED_ROI[1]),
            roi = words.share(roi),
            reason = unusual_return_reason(reason, words),
        ));
    }
    if let Some(elsewhere) = elsewhere(
        words,
        &findings.comparisons.iter().map(|c| (&*c.scenario, &*c.strategies[c.best()].name)).collect::<Vec<_>>(),
    ) {
        text.push_str(&format!("\n{elsewhere}"));
    }
    if let Some(weighted) = weighted(words, &findings.across, currency) {
        text.push_str(&format!("\n{weighted}"));
    }
    text.push('\n');
    text
}

/// Which scenario the answer holds in, and what is best in the others; each scenario with its best strategy.
pub fn elsewhere(words: &Words, best: &[(&str, &str)]) -> Option<String> {
    let ((scenario, here), others) = best.split_first()?;
    if others.is_empty() {
        return None;
    }
    let differing: Vec<String> = others
        .iter()
        .filter(|(_, there)| there != here)
        .map(|(scenario, name)| say!(words, "run-elsewhere-one", scenario = *scenario, name = *name))
        .collect();
    Some(match differing.is_empty() {
        true => say!(words, "run-elsewhere-same", scenario = *scenario, name = *here),
        false => say!(words, "run-elsewhere", scenario = *scenario, others = words.series(&differing)),
    })
}

/// Which strategy is best by the weights of the scenarios, where they have weights.
pub fn weighted(words: &Words, across: &[AcrossScenarios], currency: &str) -> Option<String> {
    let by_weight = |a: &AcrossScenarios| a.weighted_difference;
    let amounts: Option<Vec<f64>> = across.iter().map(by_weight).collect();
    let amounts = amounts.filter(|amounts| amounts.len() > 1)?;
    let best = best_of(&amounts);
    let reference = &*across[0].strategy;
    Some(match best {
        0 => say!(words, "run-weighted-none", reference = reference),
        _ => say!(
            words,
            "run-weighted",
            name = &*across[best].strategy,
            amount = words.money(amounts[best], currency),
            reference = reference,
        ),
    })
}
