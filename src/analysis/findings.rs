//! Everything that the analysis says of a study's results.

use crate::analysis::cautions::cautions;
use crate::analysis::compare::compare;
use crate::analysis::picture::{Pictures, pictures};
use crate::analysis::scenarios::{AcrossScenarios, across_scenarios};
use crate::analysis::summary::Comparison;
use crate::analysis::sweep::roi_curves;
use crate::analysis::view::RoiCurve;
use crate::diagnostic::Diagnostic;
use crate::engine::simulate::Results;
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
        comparisons,
    }
}
