//! What a reader should be told about a result before they act on it.

use crate::analysis::decision::Decision;
use crate::analysis::gap::{Gap, LOOK, MANY, gaps, paired_simulations, widest};
use crate::analysis::oracle::oracle_gaps;
use crate::analysis::ranking::NOISE;
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::analysis::time_step::TimeStep;
use crate::diagnostic::Diagnostic;
use crate::engine::evaluate::expected_record;
use crate::engine::simulate::ScenarioResults;
use crate::engine::watch::Unwatched;
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

/// A strategy better than another in fewer draws than this share cannot be told apart from it ...
const APART: f64 = 0.60;
/// ... unless there is little to lose: choosing now costs less than this share of what the best gains over the reference ...
const LITTLE_OF_GAIN: f64 = 0.05;
/// ... or of its NPV.
const LITTLE_OF_NPV: f64 = 1e-4;

/// What the expected engine misses of the difference between strategy `of` and `against`, `simulations` of which were made.
pub fn gap_caution(
    words: &Words,
    [of, against]: [&str; 2],
    gap: &Gap,
    simulations: u64,
    here: impl Fn(String) -> String,
) -> Diagnostic {
    let message = say!(
        words,
        "caution-gap",
        name = of,
        against = against,
        simulated = words.signed_count(gap.simulated),
        number = simulations,
        expected = words.signed_count(gap.expected()),
    );
    Diagnostic::warning("A004", here(message))
}

/// The caution about what the expected engine, which answers alone, misses in a scenario of few customers.
pub fn expected_alone(study: &Study, scenario: &Scenario, best: usize) -> Option<Diagnostic> {
    let customers = scenario.strategies[0].case.point.market.customers;
    if study.has_luck() || study.has_contagion() || scenario.strategies.len() < 2 || customers > MANY {
        return None;
    }
    let found = gaps(&paired_simulations(study, scenario, [LOOK, 1], &Unwatched).ok()?);
    let s = widest(&found, best)?;
    let words = Words::of(study.language);
    let names = [s, 0].map(|s| &*scenario.strategies[s].name);
    let here = |text: String| match study.scenarios.len() > 1 {
        true => say!(words, "caution-in-scenario", text = text, scenario = &*scenario.name),
        false => text,
    };
    Some(gap_caution(words, names, &found[s], LOOK, here).with_help(say!(words, "caution-gap-expected")))
}

/// The best strategy and the one that beats it most often, with the share of draws in which the best is the better one, where
/// that share is low and choosing now may cost something.
fn close_rival(comparison: &Comparison, decision: &Decision) -> Option<(usize, f64)> {
    let best = comparison.best();
    let strategies = &comparison.strategies;
    let equals = comparison.equals(best);
    let share = |rival: usize| {
        let pair =
            decision.pairs.iter().find(|pair| [pair.first, pair.second].iter().all(|s| [best, rival].contains(s)));
        pair.map(|pair| if pair.first == best { pair.p_first } else { 1.0 - pair.p_first })
    };
    let rivals = (0..strategies.len()).filter(|rival| *rival != best && !equals.contains(rival));
    let shares = rivals.filter_map(|rival| Some((rival, share(rival)?)));
    let (rival, share) = shares.min_by(|a, b| a.1.total_cmp(&b.1))?;
    let loss = decision.perfect.value;
    let gain = strategies[best].difference.npv.mean;
    let is_little = loss <= LITTLE_OF_GAIN * gain || loss <= LITTLE_OF_NPV * strategies[best].worth.npv.mean.abs();
    (share < APART && !is_little).then_some((rival, share))
}

/// The cautions of one scenario; `decision` is what its inputs leave open, where they do.
pub fn cautions(
    study: &Study,
    scenario: &Scenario,
    results: &ScenarioResults,
    comparison: &Comparison,
    decision: Option<&Decision>,
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
    if let Some((decision, (rival, share))) = decision.and_then(|d| Some((d, close_rival(comparison, d)?))) {
        let message = here(say!(
            words,
            "caution-close",
            first = &*summaries[best].name,
            second = &*summaries[rival].name,
            share = words.share_whole(share),
            loss = words.money(decision.perfect.value, &study.currency),
        ));
        said.push(Diagnostic::warning("A001", message).with_help(say!(words, "caution-close-help")));
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
    // The simulations and the expected engine: a difference that they do not share, of the best strategy rather than of
    // others, or else a column.
    let apart = widest(&summaries.iter().map(|s| s.gap).collect::<Vec<Gap>>(), best);
    if let Some(s) = apart {
        let names = [s, 0].map(|s| &*summaries[s].name);
        let simulations = results.strategies[s].histories.records.len() as u64;
        let caution = gap_caution(words, names, &summaries[s].gap, simulations, here);
        said.push(caution.with_help(say!(words, "caution-gap-corrected")));
    }
    let fluid = summaries.iter().zip(&results.strategies).filter(|_| apart.is_none() && !study.has_individuality());
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
