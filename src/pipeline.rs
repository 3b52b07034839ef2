//! The main job as one sentence: load, open, simulate, analyse, write.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::analysis::cautions::cautions;
use crate::analysis::compare::compare;
use crate::analysis::picture::{Pictures, pictures};
use crate::analysis::scenarios::{AcrossScenarios, across_scenarios};
use crate::analysis::summary::Comparison;
use crate::analysis::sweep::roi_curves;
use crate::analysis::view::RoiCurve;
use crate::diagnostic::Diagnostic;
use crate::engine::simulate::{Results, simulate};
use crate::engine::watch::Watch;
use crate::error::Error;
use crate::input::{Loaded, Request, load};
use crate::output::charts::write_charts;
use crate::output::folder::Folder;
use crate::output::json::result_json;
use crate::output::manifest::{study_hash, write_manifest};
use crate::output::tables::write_tables;
use crate::scenario::study::Study;

/// A finished run.
#[derive(Clone, Debug)]
pub struct Run {
    /// The study.
    pub study: Study,
    /// All figures.
    pub findings: Findings,
    /// Warnings and notes about the study and its result.
    pub said: Vec<Diagnostic>,
    /// The one object for other programs.
    pub json: Value,
    /// Where the results are.
    pub folder: PathBuf,
    /// The files there.
    pub files: Vec<String>,
}

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
    /// What a reader should be told.
    pub cautions: Vec<Diagnostic>,
}

/// What a run does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Draws and histories.
    Simulating,
    /// Figures.
    Analysing,
    /// Tables, charts, texts.
    Writing,
}

/// Runs a study and writes its result folder: `out`, or `output/NAME` in the current folder.
///
/// # Errors
/// The study is refused, the folder cannot be used, or somebody asked to stop; then nothing is written.
pub fn run(request: &Request, out: Option<&Path>, watch: &impl Watch, stage: impl Fn(Stage)) -> Result<Run, Error> {
    let Loaded { study, mut said } = load(request).map_err(Error::Refused)?;
    let default_folder = Path::new("output").join(file_name(&study.name));
    let mut folder = Folder::open(out.unwrap_or(&default_folder))?;

    stage(Stage::Simulating);
    let results = simulate(&study, watch).map_err(|_| Error::Interrupted)?;

    stage(Stage::Analysing);
    let findings = analyse(&study, &results);
    said.extend(findings.cautions.iter().filter(|c| !study.allow.iter().any(|code| code == c.code)).cloned());

    stage(Stage::Writing);
    let json = result_json(&study, &findings.comparisons, &findings.across, &findings.curves);
    write_tables(&mut folder, &study, &results, &findings.comparisons)?;
    said.extend(write_charts(&mut folder, &findings, watch)?);
    folder.write("study.toml", study.resolved.as_bytes())?;
    folder.write("result.json", format!("{json:#}\n").as_bytes())?;
    if watch.is_stopped() {
        return Err(Error::Interrupted);
    }
    write_manifest(&mut folder, &study)?;
    let files = folder.files();
    let folder = folder.finish()?;
    Ok(Run { study, findings, said, json, folder, files })
}

/// All figures of a study's results.
pub fn analyse(study: &Study, results: &Results) -> Findings {
    let digest = study_hash(study);
    let scenarios = || study.scenarios.iter().zip(&results.scenarios);
    let comparisons: Vec<Comparison> = scenarios().map(|(scenario, results)| compare(scenario, results)).collect();
    let with_comparison = || scenarios().zip(&comparisons);
    Findings {
        across: across_scenarios(&comparisons),
        curves: roi_curves(study, results),
        pictures: with_comparison().map(|((s, r), c)| pictures(study, s, r, c, &digest)).collect(),
        cautions: with_comparison().flat_map(|((s, r), c)| cautions(study, s, r, c)).collect(),
        comparisons,
    }
}

/// `name` as one part of a path: letters, digits and `-_.` stay, the rest becomes `-`.
pub fn file_name(name: &str) -> String {
    let safe: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' })
        .take(80)
        .collect();
    match safe.trim_matches(['.', '-']) {
        "" => "study".to_string(),
        name => name.to_string(),
    }
}
