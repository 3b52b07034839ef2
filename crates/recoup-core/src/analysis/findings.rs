//! All figures that the analysis derives from a study's results.

use serde::{Deserialize, Serialize};

use crate::analysis::assumptions::{Assumptions, Change, assumptions, changes};
use crate::analysis::caution_checks::{cautions, expected_alone};
use crate::analysis::cautions::Caution;
use crate::analysis::compare::compare;
use crate::analysis::decision::{Decision, DecisionOptions, decide};
use crate::analysis::gap::Correction;
use crate::analysis::oracle::{Oracle, oracle};
use crate::analysis::picture::{Pictures, pictures};
use crate::analysis::scenarios::{AcrossScenarios, across_scenarios};
use crate::analysis::sensitivity::{Sensitivity, one_at_a_time};
use crate::analysis::spread::{Spreads, spreads};
use crate::analysis::summary::Comparison;
use crate::analysis::sweep::roi_curves;
use crate::analysis::time_step::{TimeStep, time_step};
use crate::analysis::variants::{Variants, variants};
use crate::analysis::view::RoiCurve;
use crate::engine::evaluate::Evaluator;
use crate::engine::progress::NoProgress;
use crate::engine::simulate::Results;
use crate::scenario::study::{Scenario, Study};

/// What the analysis found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Findings {
    /// By scenario.
    pub comparisons: Vec<Comparison>,
    /// By strategy, over the scenarios.
    pub across: Vec<AcrossScenarios>,
    /// ROI curves, each with its scenario.
    pub curves: Vec<(String, RoiCurve)>,
    /// Rows behind the charts, by scenario.
    pub pictures: Vec<Pictures>,
    /// What to do, by scenario: none where nothing is uncertain, or there is nothing to choose.
    pub decisions: Vec<Decision>,
    /// One uncertain input at a time, by scenario: none where there is no decision.
    pub tornados: Vec<Sensitivity>,
    /// How simulations spread, by scenario.
    pub spreads: Vec<Spreads>,
    /// Simulation against the expected engine, by scenario and strategy.
    pub oracles: Vec<Vec<Oracle>>,
    /// What the first scenario's answer rests on.
    pub assumptions: Assumptions,
    /// What the strategies do, in the first scenario.
    pub changes: Vec<Change>,
    /// Whether the answer holds in other models, by scenario; none where the expected engine does not apply, or it is not asked.
    pub variants: Vec<Variants>,
    /// The error of the time step, by scenario; none where the expected engine does not apply.
    pub time_steps: Vec<TimeStep>,
    /// The cautions; what the author of the study allows is left out. Not kept in files.
    #[serde(skip)]
    pub cautions: Vec<Caution>,
}

impl Findings {
    /// The names of the scenarios, in their order.
    pub fn scenario_names(&self) -> Vec<&str> {
        self.comparisons.iter().map(|comparison| &*comparison.scenario).collect()
    }
}

/// All figures of a study's results.
pub fn analyse(study: &Study, results: &Results) -> Findings {
    let scenarios = || study.scenarios.iter().zip(&results.scenarios);
    let mut comparisons: Vec<Comparison> = scenarios().map(|(scenario, results)| compare(scenario, results)).collect();
    let applies = !study.has_contagion();
    let time_steps: Vec<TimeStep> = study.scenarios.iter().filter(|_| applies).map(time_step).collect();
    for (comparison, step) in comparisons.iter_mut().zip(&time_steps) {
        for (i, summary) in comparison.strategies.iter_mut().enumerate() {
            summary.time_step = Some(step.error(i, 0));
        }
    }
    let with_comparison = || scenarios().zip(&comparisons);
    let decisions = decisions(study, results);
    let varied = study.scenarios.iter().filter(|_| applies && study.settings.variants);
    let tornados = tornados(study, &decisions);
    let best = comparisons[0].best();
    let rivals = &comparisons[0].strategies;
    // The next best stands in for a reference that is the best itself.
    let next = (1..rivals.len()).max_by(|&a, &b| rivals[a].worth.npv.mean.total_cmp(&rivals[b].worth.npv.mean));
    let contender = if best > 0 { best } else { next.unwrap_or(0) };
    Findings {
        assumptions: assumptions(&study.scenarios[0], contender, tornados.first(), applies),
        changes: changes(&study.scenarios[0]),
        spreads: scenarios().map(|(scenario, results)| spreads(scenario, results)).collect(),
        oracles: scenarios().map(|(_, results)| results.strategies.iter().map(oracle).collect()).collect(),
        tornados,
        across: across_scenarios(&comparisons),
        curves: roi_curves(study, results),
        pictures: with_comparison().map(|((s, r), c)| pictures(study, s, r, c)).collect(),
        cautions: with_comparison()
            .enumerate()
            .flat_map(|(i, ((s, r), c))| {
                let diagnostics = cautions(study, s, r, c, decisions.get(i), time_steps.get(i));
                diagnostics.into_iter().chain(expected_alone(study, s, c.best()))
            })
            .filter(|caution| !caution.is_allowed(study))
            .collect(),
        variants: varied.map(variants).collect(),
        time_steps,
        decisions,
        comparisons,
    }
}

/// Draws that the decision analysis of a run takes at most.
const DECIDING: u64 = 1_000;

/// The decision analysis that every run gets unasked: `recoup decide` with what it does by default.
fn decisions(study: &Study, results: &Results) -> Vec<Decision> {
    if !study.is_uncertain() || study.has_contagion() || study.scenarios[0].strategies.len() < 2 {
        return Vec::new();
    }
    let mut study = study.clone();
    study.settings.draws = study.settings.draws.min(DECIDING);
    let options = DecisionOptions::default();
    let one = |(scenario, results)| {
        let correction = Correction::of(scenario, results);
        decide(&study, scenario, &options, correction.as_ref(), &NoProgress).ok()
    };
    study.scenarios.iter().zip(&results.scenarios).filter_map(one).collect()
}

/// The tornado of every scenario with a decision.
fn tornados(study: &Study, decisions: &[Decision]) -> Vec<Sensitivity> {
    let one = |(scenario, decision): (&Scenario, &Decision)| {
        let means: Vec<f64> = decision.strategies.iter().map(|s| s.npv.mean).collect();
        one_at_a_time(study, scenario, &Evaluator::new(study, scenario), &means, &NoProgress).ok()
    };
    study.scenarios.iter().zip(decisions).filter_map(one).collect()
}
