//! Everything that the analysis says of a study's results.

use crate::analysis::cautions::cautions;
use crate::analysis::compare::compare;
use crate::analysis::decision::{Decision, DecisionOptions, decide};
use crate::analysis::picture::{Pictures, pictures};
use crate::analysis::scenarios::{AcrossScenarios, across_scenarios};
use crate::analysis::summary::Comparison;
use crate::analysis::sweep::roi_curves;
use crate::analysis::view::RoiCurve;
use crate::diagnostic::Diagnostic;
use crate::engine::simulate::Results;
use crate::engine::watch::Unwatched;
use crate::scenario::study::Study;

/// What the analysis found.
#[derive(Clone, Debug)]
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
    /// What a reader should be told; what the author of the study allows is left out.
    pub cautions: Vec<Diagnostic>,
}

/// All figures of a study's results.
pub fn analyse(study: &Study, results: &Results) -> Findings {
    let scenarios = || study.scenarios.iter().zip(&results.scenarios);
    let comparisons: Vec<Comparison> = scenarios().map(|(scenario, results)| compare(scenario, results)).collect();
    let with_comparison = || scenarios().zip(&comparisons);
    let is_allowed = |caution: &Diagnostic| study.allow.iter().any(|code| code == caution.code);
    Findings {
        across: across_scenarios(&comparisons),
        curves: roi_curves(study, results),
        pictures: with_comparison().map(|((s, r), c)| pictures(study, s, r, c)).collect(),
        cautions: with_comparison()
            .flat_map(|((s, r), c)| cautions(study, s, r, c))
            .filter(|caution| !is_allowed(caution))
            .collect(),
        decisions: decisions(study),
        comparisons,
    }
}

/// Draws that the decision analysis of a run takes at most.
const DECIDING: u64 = 1_000;

/// The decision analysis that every run gets unasked: `recoup decide` with what it does by default.
fn decisions(study: &Study) -> Vec<Decision> {
    if !study.is_uncertain() || study.has_contagion() || study.scenarios[0].strategies.len() < 2 {
        return Vec::new();
    }
    let mut study = study.clone();
    study.settings.draws = study.settings.draws.min(DECIDING);
    let options = DecisionOptions::default();
    study.scenarios.iter().filter_map(|scenario| decide(&study, scenario, &options, &Unwatched).ok()).collect()
}
