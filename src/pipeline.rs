//! The main job as one sentence: load, open, simulate, analyse, write.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::analysis::findings::{Findings, analyse};
use crate::diagnostic::Diagnostic;
use crate::engine::simulate::simulate;
use crate::engine::watch::Watch;
use crate::error::Error;
use crate::input::{Loaded, Request, load};
use crate::output::charts::write_charts;
use crate::output::folder::{Folder, file_name};
use crate::output::json::result_json;
use crate::output::manifest::write_manifest;
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
