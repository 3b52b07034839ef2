//! What a reader should be told about a result before he acts on it.

use crate::analysis::oracle::oracle_gaps;
use crate::analysis::ranking::NOISE;
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::analysis::time_step::TimeStep;
use crate::diagnostic::Diagnostic;
use crate::engine::evaluate::expected_record;
use crate::engine::simulate::ScenarioResults;
use crate::language::{Words, say};
use crate::scenario::case::Case;
use crate::scenario::study::{Scenario, Study};
use crate::units::period_number;

/// The range of returns published for service recovery: 30 to 150 %.
pub const PUBLISHED_ROI: [f64; 2] = [0.30, 1.50];

/// Why the ROI of a strategy lies outside the published range, in words; `None` where it lies inside
/// or where there is none.
pub fn roi_outside_published(summary: &StrategySummary, words: &Words) -> Option<String> {
    let roi = summary.roi.value?;
    let kept = summary.customers_kept.mean;
    let reason = if roi < PUBLISHED_ROI[0] {
        if summary.difference.npv.mean < 0.0 && kept > 0.0 {
            say!(words, "caution-roi-too-dear", customers = words.count(kept))
        } else if kept <= 0.0 {
            say!(words, "caution-roi-keeps-none")
        } else {
            say!(words, "caution-roi-little", customers = words.count(kept))
        }
    } else if roi > PUBLISHED_ROI[1] {
        let saved = -summary.account_differences[2];
        if saved > 0.5 * summary.difference.contribution.mean {
            say!(words, "caution-roi-replacement")
        } else {
            say!(words, "caution-roi-cheap")
        }
    } else {
        return None;
    };
    Some(reason)
}

/// The cautions of one scenario.
pub fn cautions(
    study: &Study,
    scenario: &Scenario,
    results: &ScenarioResults,
    comparison: &Comparison,
    time_step: Option<&TimeStep>,
) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    let best = comparison.best();
    let summaries = &comparison.strategies;
    let words = Words::of(study.language);
    let several = study.scenarios.len() > 1;
    let here = |text: String| match several {
        true => say!(words, "caution-in-scenario", text = text, scenario = &*scenario.name),
        false => text,
    };
    // Two strategies that are the same.
    for twin in 1..summaries.len() {
        if let Some(&first) = comparison.equals(twin).first().filter(|first| **first < twin) {
            let (first, second) = (&*summaries[first].name, &*summaries[twin].name);
            let message = here(say!(words, "caution-twins", first = first, second = second));
            said.push(Diagnostic::warning("A010", message).with_help(say!(words, "caution-twins-help")));
        }
    }
    // Two strategies that cannot be told apart.
    if let Some(second) = (0..summaries.len())
        .filter(|&i| i != best)
        .max_by(|&a, &b| summaries[a].worth.npv.mean.total_cmp(&summaries[b].worth.npv.mean))
    {
        let (a, b) = (&summaries[best], &summaries[second]);
        if study.is_uncertain() && a.p_best < 0.60 && a.worth.npv.mean > b.worth.npv.mean {
            let share = words.share_whole(a.p_best);
            let message = here(say!(words, "caution-close", first = &*a.name, second = &*b.name, share = share));
            said.push(Diagnostic::warning("A001", message).with_help(say!(words, "caution-close-help")));
        }
    }
    if !study.is_uncertain() && summaries[best].p_best < 0.5 {
        let message = here(say!(words, "caution-noise-first", name = &*summaries[best].name));
        said.push(Diagnostic::warning("A002", message).with_help(say!(words, "caution-raise-replicates")));
    }
    for summary in &summaries[1..] {
        // Monte Carlo noise that drives a result.
        let difference = summary.difference.npv.mean.abs();
        if summary.difference_standard_error > 0.0 && difference < NOISE * summary.difference_standard_error {
            let message = here(say!(
                words,
                "caution-noise-sign",
                name = &*summary.name,
                difference = words.count(summary.difference.npv.mean),
                error = words.count(summary.difference_standard_error),
            ));
            said.push(Diagnostic::warning("A002", message).with_help(say!(words, "caution-raise-draws")));
        }
    }
    for pair in &comparison.pairs {
        if let Some(factor) = pair.variance_reduction.filter(|factor| *factor < 0.9) {
            let [a, b] = pair.strategies.map(|i| &*summaries[i].name);
            let factor = words.fixed(1.0 / factor, 1);
            let message = here(say!(words, "caution-noisier", first = a, second = b, factor = factor));
            said.push(Diagnostic::warning("A009", message).with_help(say!(words, "caution-raise-replicates")));
        }
    }
    // Periods that are too long, and desks that are too small.
    if let Some(step) = time_step {
        let second = (0..summaries.len()).filter(|&i| i != best).max_by(|&a, &b| step.npv[a].total_cmp(&step.npv[b]));
        let rivals = [(best > 0).then_some(0), second].into_iter().flatten();
        if let Some(rival) = rivals.filter(|&rival| rival != best).find(|&rival| step.matters(best, rival)) {
            let message = here(say!(
                words,
                "caution-time-step",
                first = &*summaries[best].name,
                second = &*summaries[rival].name,
                difference = words.count(step.npv[best] - step.npv[rival]),
                halved = words.count(step.halved[best] - step.halved[rival]),
            ));
            said.push(Diagnostic::warning("A011", message).with_help(say!(words, "caution-time-step-help")));
        }
    }
    for summary in summaries {
        if let Some(first) = summary.overloaded().next() {
            let periods = summary.overloaded().count();
            let message = here(say!(
                words,
                "caution-overload",
                name = &*summary.name,
                first = words.count(period_number(first) as f64),
                periods = periods
            ));
            said.push(Diagnostic::warning("A012", message).with_help(say!(words, "caution-overload-help")));
        }
    }
    // The fluid limit leaves out what only agents know.
    if study.has_individuality() && !study.has_contagion() {
        said.push(Diagnostic::note("A008", here(say!(words, "caution-individuals"))));
    }
    // Luck taken for knowledge.
    if let Some(by) = comparison.by_histories.as_ref().filter(|by| by.evpi_uncorrected > 1.1 * by.evpi) {
        let (seeming, worth) = (words.count(by.evpi_uncorrected), words.count(by.evpi));
        let message = here(say!(words, "caution-luck", seeming = seeming, worth = worth));
        said.push(Diagnostic::note("A006", message).with_help(say!(words, "caution-luck-help")));
    }
    // The population paradox: one more failure would pay.
    let fluid = scenario.strategies.iter().zip(summaries).filter(|_| !study.has_contagion());
    for (strategy, summary) in fluid {
        let case = strategy.case.with_point_values();
        let npv = npv(&case);
        for k in 0..case.failures.len() {
            let mut worse = case.clone();
            worse.failures[k].scale_incidence(1.001);
            if let Some(before) = worse.before.as_mut().map(std::sync::Arc::make_mut) {
                let same = before.failures.iter_mut().find(|failure| failure.name == case.failures[k].name);
                if let Some(failure) = same {
                    failure.scale_incidence(1.001);
                }
            }
            let happens = case.failures[k].rate_in_force(1.0) > 0.0;
            if happens && self::npv(&worse) > npv {
                let at = if several { say!(words, "caution-where", scenario = &*scenario.name) } else { String::new() };
                let failure = &*case.failures[k].name;
                let message = say!(words, "caution-paradox", failure = failure, name = &*summary.name, place = at);
                said.push(Diagnostic::warning("A003", message).with_help(say!(words, "caution-paradox-help")));
            }
        }
    }
    // The simulation and its fluid limit.
    let fluid = summaries.iter().zip(&results.strategies).filter(|_| !study.has_individuality());
    for (summary, result) in fluid {
        let worst = oracle_gaps(result).into_iter().max_by(|a, b| a.z.abs().total_cmp(&b.z.abs()));
        if let Some(gap) =
            worst.filter(|gap| gap.z.abs() > 5.0 && (gap.simulated - gap.expected).abs() > 0.02 * gap.expected.abs())
        {
            let message = say!(
                words,
                "caution-oracle",
                column = gap.column,
                name = &*summary.name,
                simulated = words.fixed(gap.simulated, 1),
                expected = words.fixed(gap.expected, 1),
                period = words.count(period_number(gap.period as usize) as f64),
            );
            said.push(Diagnostic::note("A004", here(message)));
        }
    }
    said
}

fn npv(case: &Case) -> f64 {
    expected_record(case).npv()
}
