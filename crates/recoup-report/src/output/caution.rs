//! Cautions about a result, in words.

use crate::analysis::cautions::{Caution, Concern, GapRemedy, UnusualReturn};
use crate::diagnostic::Diagnostic;
use crate::language::{Words, say};
use crate::scenario::study::Study;

/// Cautions as they are shown beside an answer, without those that the author of the study allows.
pub fn shown(cautions: impl IntoIterator<Item = Caution>, study: &Study) -> impl Iterator<Item = Diagnostic> {
    let words = Words::of(study.language);
    let cautions = cautions.into_iter().filter(|caution| !caution.is_allowed(study));
    cautions.map(move |caution| diagnostic(&caution, words, &study.currency))
}

/// A caution as it is shown; money is in `currency`.
pub fn diagnostic(caution: &Caution, words: &Words, currency: &str) -> Diagnostic {
    let concern = &caution.concern;
    let message = message(caution, words, currency);
    let message = match (&caution.scenario, concern) {
        // It says where in its own sentence.
        (_, Concern::PopulationParadox { .. }) | (None, _) => message,
        (Some(scenario), _) => say!(words, "caution-in-scenario", text = message, scenario = &**scenario),
    };
    let shown = Diagnostic::new(concern.level(), concern.code(), message);
    match help(concern, words) {
        Some(help) => shown.with_help(help),
        None => shown,
    }
}

fn message(caution: &Caution, words: &Words, currency: &str) -> String {
    match &caution.concern {
        Concern::Identical { first, second } => {
            say!(words, "caution-twins", first = &**first, second = &**second)
        }
        Concern::Close { first, second, share, loss } => say!(
            words,
            "caution-close",
            first = &**first,
            second = &**second,
            share = words.share_whole(*share),
            loss = words.money(*loss, currency),
        ),
        Concern::NoisyFirst { name } => say!(words, "caution-noise-first", name = &**name),
        Concern::NoisySign { name, difference, standard_error } => say!(
            words,
            "caution-noise-sign",
            name = &**name,
            difference = words.count(*difference),
            error = words.count(*standard_error),
        ),
        Concern::Noisier { first, second, factor } => {
            say!(words, "caution-noisier", first = &**first, second = &**second, factor = words.fixed(*factor, 1),)
        }
        Concern::TimeStep { first, second, difference, halved } => say!(
            words,
            "caution-time-step",
            first = &**first,
            second = &**second,
            difference = words.count(*difference),
            halved = words.count(*halved),
        ),
        Concern::Overload { name, first, periods } => {
            say!(words, "caution-overload", name = &**name, first = words.count(*first as f64), periods = *periods,)
        }
        Concern::Individuals => say!(words, "caution-individuals"),
        Concern::ChanceAsKnowledge { seeming, worth } => {
            say!(words, "caution-luck", seeming = words.count(*seeming), worth = words.count(*worth))
        }
        Concern::PopulationParadox { failure, name } => {
            let place = caution.scenario.as_ref();
            let place = place.map_or(String::new(), |scenario| say!(words, "caution-where", scenario = &**scenario));
            say!(words, "caution-paradox", failure = &**failure, name = &**name, place = place)
        }
        Concern::Gap { name, against, gap, simulations, .. } => say!(
            words,
            "caution-gap",
            name = &**name,
            against = &**against,
            simulated = words.signed_count(gap.simulated),
            number = *simulations,
            expected = words.signed_count(gap.expected()),
        ),
        Concern::Column { column, name, simulated, expected, period } => say!(
            words,
            "caution-oracle",
            column = column.as_str(),
            name = &**name,
            simulated = words.fixed(*simulated, 1),
            expected = words.fixed(*expected, 1),
            period = words.count(*period as f64),
        ),
        Concern::FreeLever { key } => say!(words, "caution-free-lever", key = key.as_str()),
        Concern::Disagreement { failure, measure } => {
            say!(words, "caution-disagreement", failure = failure.as_str(), measure = measure.as_str())
        }
        Concern::ForeverLoyal { segments } => {
            let names: Vec<String> = segments.iter().map(|name| format!("`{name}`")).collect();
            say!(words, "caution-forever-loyal", segments = words.series(&names))
        }
    }
}

fn help(concern: &Concern, words: &Words) -> Option<String> {
    Some(match concern {
        Concern::Identical { .. } => say!(words, "caution-twins-help"),
        Concern::Close { .. } => say!(words, "caution-close-help"),
        Concern::NoisyFirst { .. } | Concern::Noisier { .. } => say!(words, "caution-raise-replicates"),
        Concern::NoisySign { .. } => say!(words, "caution-raise-draws"),
        Concern::TimeStep { .. } => say!(words, "caution-time-step-help"),
        Concern::Overload { .. } => say!(words, "caution-overload-help"),
        Concern::ChanceAsKnowledge { .. } => say!(words, "caution-luck-help"),
        Concern::PopulationParadox { .. } => say!(words, "caution-paradox-help"),
        Concern::Gap { remedy: GapRemedy::Corrected, .. } => say!(words, "caution-gap-corrected"),
        Concern::Gap { remedy: GapRemedy::Uncorrected, .. } => say!(words, "caution-gap-uncorrected"),
        Concern::Gap { remedy: GapRemedy::ExpectedAlone, .. } => say!(words, "caution-gap-expected"),
        Concern::FreeLever { .. } => say!(words, "caution-free-lever-help"),
        Concern::Disagreement { .. } => say!(words, "caution-disagreement-help"),
        Concern::ForeverLoyal { .. } => say!(words, "caution-forever-loyal-help"),
        Concern::Individuals | Concern::Column { .. } => return None,
    })
}

/// Why a return lies outside the published range.
pub fn unusual_return(why: UnusualReturn, words: &Words) -> String {
    match why {
        UnusualReturn::TooDear { kept } => say!(words, "caution-roi-too-dear", customers = words.count(kept)),
        UnusualReturn::KeepsNone => say!(words, "caution-roi-keeps-none"),
        UnusualReturn::Little { kept } => say!(words, "caution-roi-little", customers = words.count(kept)),
        UnusualReturn::Replacement => say!(words, "caution-roi-replacement"),
        UnusualReturn::Cheap => say!(words, "caution-roi-cheap"),
    }
}
