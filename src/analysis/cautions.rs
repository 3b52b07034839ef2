//! What a reader should be told about a result before he acts on it.

use crate::analysis::oracle::oracle_gaps;
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::diagnostic::Diagnostic;
use crate::engine::chance::Fluid;
use crate::engine::groups::Groups;
use crate::engine::simulate::ScenarioResults;
use crate::model::period::{Kernel, live};
use crate::scenario::case::Case;
use crate::scenario::study::{Scenario, Study};

/// The range of returns published for service recovery: 30 to 150 %.
pub const PUBLISHED_ROI: [f64; 2] = [0.30, 1.50];

/// Why the ROI of a strategy lies outside the published range, in words; `None` where it lies inside
/// or where there is none.
pub fn roi_outside_published(summary: &StrategySummary) -> Option<String> {
    let roi = summary.roi.value?;
    let reason = if roi < PUBLISHED_ROI[0] {
        let kept = summary.customers_kept.mean;
        if summary.difference.npv.mean < 0.0 && kept > 0.0 {
            format!("it keeps {kept:.0} customers, at a cost above what they bring in the horizon")
        } else if kept <= 0.0 {
            "it keeps no customers".to_string()
        } else {
            format!("the {kept:.0} customers kept bring little more than the programme costs")
        }
    } else if roi > PUBLISHED_ROI[1] {
        let saved = -summary.account_differences[2];
        if saved > 0.5 * summary.difference.contribution.mean {
            "most of it is replacement cost saved, which published figures seldom count".to_string()
        } else {
            "the programme is cheap beside the customers at stake; published figures come from dearer ones".to_string()
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
) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    let best = comparison.best();
    let summaries = &comparison.strategies;
    let place = if study.scenarios.len() > 1 { format!(" (scenario `{}`)", scenario.name) } else { String::new() };
    // Two strategies that are the same.
    for twin in 1..summaries.len() {
        if let Some(&first) = comparison.equals(twin).first().filter(|first| **first < twin) {
            said.push(
                Diagnostic::warning(
                    "A010",
                    format!(
                        "`{}` and `{}` come to the same in contribution and programme cost{place}",
                        summaries[first].name, summaries[twin].name
                    ),
                )
                .with_help(
                    "nothing that differs between them acts: change a number that does, or leave one of them out",
                ),
            );
        }
    }
    // Two strategies that cannot be told apart.
    if let Some(second) = (0..summaries.len())
        .filter(|&i| i != best)
        .max_by(|&a, &b| summaries[a].worth.npv.mean.total_cmp(&summaries[b].worth.npv.mean))
    {
        let (a, b) = (&summaries[best], &summaries[second]);
        if study.is_uncertain() && a.p_best < 0.60 && a.worth.npv.mean > b.worth.npv.mean {
            said.push(
                Diagnostic::warning(
                    "A001",
                    format!(
                        "`{}` and `{}` cannot be told apart with what is known: the first is best in {:.0} % of draws{place}",
                        a.name, b.name, 100.0 * a.p_best
                    ),
                )
                .with_help("narrow the inputs that are least known before choosing between them"),
            );
        }
    }
    if !study.is_uncertain() && summaries[best].p_best < 0.5 {
        said.push(
            Diagnostic::warning(
                "A002",
                format!(
                    "that `{}` comes first is Monte Carlo noise: the expected engine has another{place}",
                    summaries[best].name
                ),
            )
            .with_help("raise `study.replicates`"),
        );
    }
    for summary in &summaries[1..] {
        // Monte Carlo noise that drives a result.
        let difference = summary.difference.npv.mean.abs();
        if summary.difference_standard_error > 0.0 && difference < 2.0 * summary.difference_standard_error {
            said.push(
                Diagnostic::warning(
                    "A002",
                    format!(
                        "the sign of the NPV difference of `{}` is within Monte Carlo noise ({:.0} with a standard error of {:.0}){place}",
                        summary.name, summary.difference.npv.mean, summary.difference_standard_error
                    ),
                )
                .with_help("raise `study.draws`"),
            );
        }
    }
    for pair in &comparison.pairs {
        if let Some(factor) = pair.variance_reduction.filter(|factor| *factor < 0.9) {
            let [a, b] = pair.strategies.map(|i| &summaries[i].name);
            said.push(
                Diagnostic::warning(
                    "A009",
                    format!(
                        "that `{a}` and `{b}` share their draws makes their difference noisier: {:.1} times the variance{place}",
                        1.0 / factor
                    ),
                )
                .with_help("raise `study.replicates`"),
            );
        }
    }
    // The fluid limit leaves out what only agents know.
    if study.has_individuality() && !study.has_contagion() {
        said.push(Diagnostic::note(
            "A008",
            format!("P(best), the failure tree and the oracle column come from the expected engine, which knows no network and no differences between customers{place}"),
        ));
    }
    // Luck taken for knowledge.
    if let Some(by) = comparison.by_histories.as_ref().filter(|by| by.evpi_uncorrected > 1.1 * by.evpi) {
        said.push(
            Diagnostic::note(
                "A006",
                format!(
                    "perfect information seems worth {:.0} by plain means of histories, {:.0} with the luck of customers taken out{place}",
                    by.evpi_uncorrected, by.evpi
                ),
            )
            .with_help("P(best) here is the expected engine's, which has no luck; decide by that, or by more replicates"),
        );
    }
    // The population paradox: one more failure would pay.
    let fluid = scenario.strategies.iter().zip(summaries).filter(|_| !study.has_contagion());
    for (strategy, summary) in fluid {
        let case = strategy.case.with_point_values();
        let npv = npv(&case);
        for k in 0..case.failures.len() {
            let mut worse = case.clone();
            worse.failures[k].rate *= 1.001;
            if case.failures[k].rate > 0.0 && self::npv(&worse) > npv {
                said.push(
                    Diagnostic::warning(
                        "A003",
                        format!(
                            "one more failure `{}` would raise the NPV of `{}`{place}: true to the inputs, seldom to life",
                            case.failures[k].name, summary.name
                        ),
                    )
                    .with_help("look at quick recovery above base loyalty, positive word of mouth, and customers replaced for free"),
                );
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
            said.push(Diagnostic::note(
                "A004",
                format!(
                    "few customers or a clamp: `{}` of `{}` is {:.1} simulated, {:.1} in the fluid limit (period {}){place}",
                    gap.column, summary.name, gap.simulated, gap.expected, gap.period
                ),
            ));
        }
    }
    said
}

fn npv(case: &Case) -> f64 {
    let kernel = Kernel::new(case);
    let life = live(&kernel, &mut Groups::new(&kernel, Fluid), |_, _| ());
    life.worth.contribution() - life.worth.programme()
}
