//! The shipped cases, run: the result of each, its page, its chart, and all of them side by side.

pub mod cookbook;
pub mod page;

use crate::analysis::assumptions::{Change, changes};
use crate::analysis::compare::compare;
use crate::analysis::picture::{Pictures, pictures};
use crate::analysis::summary::Comparison;
use crate::analysis::sweep::roi_curves;
use crate::analysis::view::{CaseReturn, ChartFrame, RoiCurve};
use crate::engine::progress::NoProgress;
use crate::engine::simulate::{Results, simulate};
use crate::error::Error;
use crate::input::shipped::CASES;
use crate::input::{Request, load};
use crate::language::{Language, Locale, tr};
use crate::output::chart::{Chart, ChartError, cumulative, distribution, losses, returns, roi_curve, tree};
use crate::scenario::case_study::{CaseChart, CaseStudy};
use crate::scenario::study::Study;

/// A case and what came out.
#[derive(Clone, Debug)]
pub struct CaseRun {
    /// Its study; the name is that of the case.
    pub study: Study,
    /// What is told of it.
    pub told: CaseStudy,
    /// What was simulated.
    pub results: Results,
    /// Its strategies side by side, by scenario.
    pub comparisons: Vec<Comparison>,
    /// What the strategies of the first scenario change.
    changes: Vec<Change>,
    /// Rows behind the charts of the first scenario.
    pictures: Pictures,
    /// ROI curves of the first scenario.
    curves: Vec<RoiCurve>,
}

impl CaseRun {
    /// The case as people call it: its title up to the colon.
    pub fn short_title(&self) -> &str {
        self.study.title.split(':').next().unwrap_or(&self.study.title).trim()
    }

    /// What the best strategy of the first scenario returns.
    pub fn best_return(&self) -> CaseReturn {
        let comparison = &self.comparisons[0];
        let best = &comparison.strategies[comparison.best()];
        CaseReturn {
            case: self.short_title().to_string(),
            strategy: best.name.to_string(),
            is_reference: comparison.best() == 0,
            roi: best.roi.value,
            interval: best.roi.interval.map(|[low, _, high]| [low, high]),
        }
    }

    /// The chart of its page.
    ///
    /// # Errors
    /// There is nothing to show, or it cannot be drawn.
    pub fn chart(&self) -> Result<Chart, ChartError> {
        let Pictures { frame, cumulative, trees, losses, distributions, .. } = &self.pictures;
        match self.told.chart {
            CaseChart::Difference => distribution::draw(frame, distributions),
            CaseChart::Payback => cumulative::draw(frame, cumulative),
            CaseChart::Losses => losses::draw(frame, losses, self.pictures.best()),
            CaseChart::Tree => {
                trees.last().map_or(Err(ChartError::Empty { chart: "tree" }), |last| tree::draw(frame, last))
            }
            CaseChart::Lever => roi_curve::draw(frame, self.curves.get(..1).unwrap_or_default()),
        }
    }
}

/// Runs one shipped case as its study says; its sweeps only where its chart shows one.
///
/// # Errors
/// There is no such case, or its study is refused.
pub fn run(name: &str) -> Result<CaseRun, Error> {
    let mut study = load(&Request::builtin(&format!("case:{name}"))).map_err(Error::Refused)?.study;
    let told = study.case_study.clone().unwrap_or_default();
    let swept = usize::from(told.chart == CaseChart::Lever);
    study.sweeps.truncate(swept);
    let results = simulate(&study, &NoProgress).map_err(|_| Error::Interrupted)?;
    let scenarios = || study.scenarios.iter().zip(&results.scenarios);
    let comparisons: Vec<Comparison> = scenarios().map(|(scenario, results)| compare(scenario, results)).collect();
    let pictures = pictures(&study, &study.scenarios[0], &results.scenarios[0], &comparisons[0]);
    let first = &study.scenarios[0].name;
    let curves = roi_curves(&study, &results).into_iter().filter(|(scenario, _)| **scenario == **first);
    let curves = curves.map(|(_, curve)| curve).collect();
    let changes = changes(&study.scenarios[0]);
    Ok(CaseRun { told, results, comparisons, changes, pictures, curves, study })
}

/// Runs every shipped case.
///
/// # Errors
/// A case is refused.
pub fn run_all() -> Result<Vec<CaseRun>, Error> {
    CASES.iter().map(|(name, _)| run(name)).collect()
}

/// The chart of what the cases return.
///
/// # Errors
/// There is no case, or it cannot be drawn.
pub fn overview(runs: &[CaseRun], language: Language) -> Result<Chart, ChartError> {
    let Some(first) = runs.first() else { return Err(ChartError::Empty { chart: "returns" }) };
    let locale = Locale::of(language);
    let draws = || runs.iter().map(|run| run.study.settings.draws);
    let frame = ChartFrame {
        study: tr!(locale, "returns-frame"),
        scenario: tr!(locale, "returns-frame-scenario"),
        draws: draws().max().unwrap_or_default(),
        fewest_draws: draws().min(),
        digest: None,
        language,
        ..first.pictures.frame.clone()
    };
    returns::draw(&frame, &runs.iter().map(CaseRun::best_return).collect::<Vec<_>>())
}
