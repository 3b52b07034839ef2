//! Cautions about a result, in words.

use std::sync::Arc;

use crate::analysis::cautions::{Caution, Concern, GapRemedy};
use crate::analysis::unusual_return::UnusualReturn;
use crate::diagnostic::Diagnostic;
use crate::language::{Locale, tr};
use crate::scenario::study::Study;

/// Cautions as they are shown beside an answer, without those that the author of the study allows.
pub fn shown(cautions: impl IntoIterator<Item = Caution>, study: &Study) -> impl Iterator<Item = Diagnostic> {
    let locale = Locale::of(study.language);
    let cautions = cautions.into_iter().filter(|caution| !caution.is_allowed(study));
    by_concern(cautions).into_iter().map(move |(concern, scenarios)| {
        let first = Caution { scenario: scenarios.first().cloned(), concern };
        match scenarios.len() {
            0 | 1 => diagnostic(&first, locale, &study.currency),
            _ => in_scenarios(first, &scenarios, locale, &study.currency),
        }
    })
}

/// Each concern once, with the scenarios that it holds in.
fn by_concern(cautions: impl Iterator<Item = Caution>) -> Vec<(Concern, Vec<Arc<str>>)> {
    let mut all: Vec<(Concern, Vec<Arc<str>>)> = Vec::new();
    for Caution { scenario, concern } in cautions {
        match all.iter_mut().find(|(known, scenarios)| *known == concern && !scenarios.is_empty()) {
            Some((_, scenarios)) => scenarios.extend(scenario),
            None => all.push((concern, scenario.into_iter().collect())),
        }
    }
    all
}

/// A caution that holds in several scenarios.
fn in_scenarios(caution: Caution, scenarios: &[Arc<str>], locale: &Locale, currency: &str) -> Diagnostic {
    let names: Vec<String> = scenarios.iter().map(|scenario| format!("`{scenario}`")).collect();
    let alone = diagnostic(&Caution { scenario: None, ..caution }, locale, currency);
    let message = tr!(locale, "caution-in-scenarios", text = alone.message, scenarios = locale.list(&names));
    Diagnostic { message, ..alone }
}

/// A caution as it is shown; money is in `currency`.
pub fn diagnostic(caution: &Caution, locale: &Locale, currency: &str) -> Diagnostic {
    let concern = &caution.concern;
    let message = message(caution, locale, currency);
    let message = match (&caution.scenario, concern) {
        // It says where in its own sentence.
        (_, Concern::PopulationParadox { .. }) | (None, _) => message,
        (Some(scenario), _) => tr!(locale, "caution-in-scenario", text = message, scenario = &**scenario),
    };
    let shown = Diagnostic::new(concern.level(), concern.code(), message).translated();
    match help(concern, locale) {
        Some(help) => shown.with_help(help),
        None => shown,
    }
}

fn message(caution: &Caution, locale: &Locale, currency: &str) -> String {
    match &caution.concern {
        Concern::Identical { first, second } => {
            tr!(locale, "caution-twins", first = &**first, second = &**second)
        }
        Concern::Close { first, second, share, loss } => tr!(
            locale,
            "caution-close",
            first = &**first,
            second = &**second,
            share = locale.share_whole(*share),
            loss = locale.compact_money(*loss, currency),
        ),
        Concern::NoisyFirst { name } => tr!(locale, "caution-noise-first", name = &**name),
        Concern::NoisySign { name, difference, standard_error } => tr!(
            locale,
            "caution-noise-sign",
            name = &**name,
            difference = locale.compact(*difference),
            error = locale.compact(*standard_error),
        ),
        Concern::Noisier { first, second, factor } => {
            tr!(locale, "caution-noisier", first = &**first, second = &**second, factor = locale.fixed(*factor, 1),)
        }
        Concern::TimeStep { first, second, difference, halved } => tr!(
            locale,
            "caution-time-step",
            first = &**first,
            second = &**second,
            difference = locale.compact(*difference),
            halved = locale.compact(*halved),
        ),
        Concern::Overload { name, first, periods } => {
            tr!(locale, "caution-overload", name = &**name, first = locale.count(*first as f64), periods = *periods,)
        }
        Concern::Individuals => tr!(locale, "caution-individuals"),
        Concern::ChanceAsKnowledge { seeming, worth } => {
            tr!(locale, "caution-luck", seeming = locale.compact(*seeming), worth = locale.compact(*worth))
        }
        Concern::PopulationParadox { failure, name } => {
            let place = caution.scenario.as_ref();
            let place = place.map_or(String::new(), |scenario| tr!(locale, "caution-where", scenario = &**scenario));
            tr!(locale, "caution-paradox", failure = &**failure, name = &**name, place = place)
        }
        Concern::Gap { name, against, gap, simulations, .. } => tr!(
            locale,
            "caution-gap",
            name = &**name,
            against = &**against,
            simulated = locale.signed(gap.simulated),
            number = *simulations,
            expected = locale.signed(gap.expected()),
        ),
        Concern::Column { column, name, simulated, expected, period } => tr!(
            locale,
            "caution-oracle",
            column = column.as_str(),
            name = &**name,
            simulated = locale.fixed(*simulated, 1),
            expected = locale.fixed(*expected, 1),
            period = locale.count(*period as f64),
        ),
        Concern::FreeLever { key } => tr!(locale, "caution-free-lever", key = key.as_str()),
        Concern::Disagreement { failure, measure } => {
            tr!(locale, "caution-disagreement", failure = failure.as_str(), measure = measure.as_str())
        }
        Concern::ForeverLoyal { segments } => {
            let names: Vec<String> = segments.iter().map(|name| format!("`{name}`")).collect();
            tr!(locale, "caution-forever-loyal", segments = locale.series(&names))
        }
    }
}

fn help(concern: &Concern, locale: &Locale) -> Option<String> {
    Some(match concern {
        Concern::Identical { .. } => tr!(locale, "caution-twins-help"),
        Concern::Close { .. } => tr!(locale, "caution-close-help"),
        Concern::NoisyFirst { .. } | Concern::Noisier { .. } => tr!(locale, "caution-raise-replicates"),
        Concern::NoisySign { .. } => tr!(locale, "caution-raise-draws"),
        Concern::TimeStep { .. } => tr!(locale, "caution-time-step-help"),
        Concern::Overload { .. } => tr!(locale, "caution-overload-help"),
        Concern::ChanceAsKnowledge { .. } => tr!(locale, "caution-luck-help"),
        Concern::PopulationParadox { .. } => tr!(locale, "caution-paradox-help"),
        Concern::Gap { remedy: GapRemedy::Corrected, .. } => tr!(locale, "caution-gap-corrected"),
        Concern::Gap { remedy: GapRemedy::Uncorrected, .. } => tr!(locale, "caution-gap-uncorrected"),
        Concern::Gap { remedy: GapRemedy::ExpectedAlone, .. } => tr!(locale, "caution-gap-expected"),
        Concern::FreeLever { .. } => tr!(locale, "caution-free-lever-help"),
        Concern::Disagreement { .. } => tr!(locale, "caution-disagreement-help"),
        Concern::ForeverLoyal { .. } => tr!(locale, "caution-forever-loyal-help"),
        Concern::Individuals | Concern::Column { .. } => return None,
    })
}

/// Why a return lies outside the published range.
pub fn unusual_return(why: UnusualReturn, locale: &Locale) -> String {
    match why {
        UnusualReturn::TooDear { kept } => tr!(locale, "caution-roi-too-dear", customers = locale.count(kept)),
        UnusualReturn::KeepsNone => tr!(locale, "caution-roi-keeps-none"),
        UnusualReturn::Little { kept } => tr!(locale, "caution-roi-little", customers = locale.count(kept)),
        UnusualReturn::Replacement => tr!(locale, "caution-roi-replacement"),
        UnusualReturn::Cheap => tr!(locale, "caution-roi-cheap"),
    }
}
