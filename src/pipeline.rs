//! The main job as one sentence: load, open, simulate, analyse, write.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::analysis::decision::{Decision, DecisionOptions, across, decide as decide_in, refusals};
use crate::analysis::findings::{Findings, analyse};
use crate::analysis::scenarios::AcrossScenarios;
use crate::analysis::sensitivity::{
    Sensitivity, SensitivityOptions, nothing_uncertain, sensitivity as sensitivity_in, with_draws,
};
use crate::diagnostic::Diagnostic;
use crate::engine::simulate::simulate;
use crate::engine::watch::Watch;
use crate::error::Error;
use crate::input::{Loaded, Request, load};
use crate::output::charts::write_charts;
use crate::output::decision::{decision_json, write_decisions};
use crate::output::folder::{Folder, file_name};
use crate::output::json::result_json;
use crate::output::manifest::write_manifest;
use crate::output::sensitivity::{sensitivity_json, write_sensitivity};
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
    said.extend(findings.cautions.iter().cloned());

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

/// What matters in a study.
#[derive(Clone, Debug)]
pub struct SensitivityRun {
    /// The study.
    pub study: Study,
    /// What matters in the scenario asked for.
    pub found: Sensitivity,
    /// Warnings and notes about the study.
    pub said: Vec<Diagnostic>,
    /// The one object for other programs.
    pub json: Value,
    /// Where tables and charts are, when asked for.
    pub folder: Option<PathBuf>,
}

/// Says what matters in one scenario of a study, the first unless named; writes into `out` when there is one.
///
/// # Errors
/// The study is refused or has nothing uncertain, the folder cannot be used, or somebody asked to stop.
pub fn sensitivity(
    request: &Request,
    scenario: Option<&str>,
    options: &SensitivityOptions,
    out: Option<&Path>,
    watch: &impl Watch,
) -> Result<SensitivityRun, Error> {
    let Loaded { study, said } = load(request).map_err(Error::Refused)?;
    let study = with_draws(&study);
    let named = study.scenarios.iter().find(|s| scenario.is_none_or(|name| &*s.name == name));
    let Some(scenario) = named else {
        let names: Vec<String> = study.scenarios.iter().map(|s| format!("`{}`", s.name)).collect();
        let message = format!("no scenario `{}`", scenario.unwrap_or_default());
        let help = format!("there are {}", names.join(", "));
        return Err(Error::Refused(vec![Diagnostic::error("S064", message).with_help(help)]));
    };
    if scenario.strategies.iter().all(|s| s.case.uncertain.is_empty()) {
        return Err(Error::Refused(vec![nothing_uncertain()]));
    }
    let mut folder = out.map(Folder::open).transpose()?;
    let found = sensitivity_in(&study, scenario, options, watch).map_err(|_| Error::Interrupted)?;
    let json = sensitivity_json(&study, &found);
    if let Some(folder) = &mut folder {
        write_sensitivity(folder, &study, scenario, &found)?;
    }
    let folder = close(folder, &study, "sensitivity.json", &json)?;
    Ok(SensitivityRun { study, found, said, json, folder })
}

/// What to do, by scenario.
#[derive(Clone, Debug)]
pub struct DecisionRun {
    /// The study.
    pub study: Study,
    /// By scenario.
    pub decisions: Vec<Decision>,
    /// By strategy, over the scenarios.
    pub across: Vec<AcrossScenarios>,
    /// Warnings and notes about the study.
    pub said: Vec<Diagnostic>,
    /// The one object for other programs.
    pub json: Value,
    /// Where tables and charts are, when asked for.
    pub folder: Option<PathBuf>,
}

/// Says what to do in every scenario of a study; writes into `out` when there is one.
///
/// # Errors
/// The study or what is asked of it is refused, the folder cannot be used, or somebody asked to stop.
pub fn decide(
    request: &Request,
    options: &DecisionOptions,
    out: Option<&Path>,
    watch: &impl Watch,
) -> Result<DecisionRun, Error> {
    let Loaded { study, said } = load(request).map_err(Error::Refused)?;
    let mut wrong = refusals(&study, &study.scenarios[0], options);
    if !study.is_uncertain() {
        let help = "take more than one draw, with `--draws 2000`";
        let only_one_draw = study.settings.draws == 1;
        wrong.push(if only_one_draw { nothing_uncertain().with_help(help) } else { nothing_uncertain() });
    }
    if !wrong.is_empty() {
        return Err(Error::Refused(wrong));
    }
    let mut folder = out.map(Folder::open).transpose()?;
    let decided = study.scenarios.iter().map(|scenario| decide_in(&study, scenario, options, watch));
    let decisions: Vec<Decision> = decided.collect::<Result<_, _>>().map_err(|_| Error::Interrupted)?;
    let across = across(&study, &decisions);
    let json = decision_json(&study, &decisions, &across);
    if let Some(folder) = &mut folder {
        write_decisions(folder, &study, &decisions)?;
    }
    let folder = close(folder, &study, "decision.json", &json)?;
    Ok(DecisionRun { study, decisions, across, said, json, folder })
}

/// Adds the study, the result and the manifest to a folder and moves it into place.
fn close(folder: Option<Folder>, study: &Study, name: &str, json: &Value) -> Result<Option<PathBuf>, Error> {
    let Some(mut folder) = folder else { return Ok(None) };
    folder.write("study.toml", study.resolved.as_bytes())?;
    folder.write(name, format!("{json:#}\n").as_bytes())?;
    write_manifest(&mut folder, study)?;
    folder.finish().map(Some)
}
