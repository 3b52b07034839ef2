//! The main job as one sentence: load, open, simulate, analyse, write.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::analysis::cautions::{Caution, GapRemedy, gap_concern, uncorrected};
use crate::analysis::compare::selection_of;
use crate::analysis::decision::{Decision, DecisionOptions, across, decide as decide_in, refusals};
use crate::analysis::findings::{Findings, analyse};
use crate::analysis::gap::{CORRECTING, Correction, gaps, paired_simulations, widest};
use crate::analysis::json::result_json;
use crate::analysis::scenarios::AcrossScenarios;
use crate::analysis::selection::{Limit, Selection, SelectionRisk};
use crate::analysis::sensitivity::{
    Sensitivity, SensitivityOptions, nothing_uncertain, sensitivity as sensitivity_in, with_draws,
};
use crate::analysis::variants::{Variants, variants as variants_in};
use crate::diagnostic::Diagnostic;
use crate::engine::progress::Progress;
use crate::engine::records::Store;
use crate::engine::simulate::{Interrupted, Results, Simulation};
use crate::error::Error;
use crate::input::{Loaded, Request, load, refuse_contagion};
use crate::language::{Language, Locale, tr};
use crate::output::caution::shown;
use crate::output::charts::{draw_charts, missing, write_charts};
use crate::output::contents::Contents;
use crate::output::decision::{decision_json, write_decision_tables, write_decisions};
use crate::output::folder::{Folder, file_name};
use crate::output::manifest::{address, read_files, write_identity, write_manifest};
use crate::output::report::data::{REPORT_DATA, ReportData};
use crate::output::report::{PAGE, WORKBOOK, write_report};
use crate::output::sensitivity::{sensitivity_json, write_sensitivity};
use crate::output::tables::write_tables;
use crate::scenario::study::{Scenario, Study};

/// A finished run.
#[derive(Clone, Debug)]
pub struct Run {
    /// The study.
    pub study: Study,
    /// All figures.
    pub findings: Findings,
    /// Warnings and notes about the study and its result.
    pub diagnostics: Vec<Diagnostic>,
    /// The one object for other programs.
    pub json: Value,
    /// Where the results are.
    pub folder: PathBuf,
    /// The files there.
    pub files: Vec<String>,
    /// How it was settled, where the run was to go on until it is.
    pub settling: Option<Settling>,
}

/// How a run that goes on until its best strategy is settled came to its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settling {
    /// What was asked for.
    pub limit: Limit,
    /// Looks that such a run may take at most: the limit is spent over them.
    pub looks: u32,
    /// Whether the limit was kept in the end, in every scenario.
    pub is_settled: bool,
    /// The probability, at most, that another strategy is better on average; the greatest of all scenarios.
    pub probability_wrong: f64,
    /// The expected loss of stopping, at most, in money; the greatest of all scenarios.
    pub expected_loss: f64,
}

/// Draws of the first round; every further round doubles them. A power of two, so that rounds end with
/// whole batches and quasi-random draws are evenly spread.
const FIRST_ROUND: u64 = 256;
/// Most draws of a run that goes on until it is settled.
const MOST_DRAWS: u64 = 1 << 18;
/// Most histories of such a run: their records stay in memory.
const MOST_HISTORIES: u64 = 1 << 22;
/// Bytes of records that a run keeps in memory; what is beyond goes into a nameless file.
pub const RECORDS_IN_MEMORY: usize = 256 << 20;

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
pub fn run(
    request: &Request,
    out: Option<&Path>,
    progress: &impl Progress,
    stage: impl Fn(Stage),
) -> Result<Run, Error> {
    run_with(request, &Contents::default(), out, progress, stage)
}

/// [`run`] with a folder that holds what `contents` says.
///
/// # Errors
/// Those of [`run`].
pub fn run_with(
    request: &Request,
    contents: &Contents,
    out: Option<&Path>,
    progress: &impl Progress,
    stage: impl Fn(Stage),
) -> Result<Run, Error> {
    let loaded = load(request).map_err(Error::Refused)?;
    let folder = open(&loaded.study, out)?;
    run_loaded(loaded, contents, folder, RECORDS_IN_MEMORY, progress, stage)
}

/// Runs a loaded study into its folder, with at most `bytes` of records in memory.
///
/// # Errors
/// Those of [`run`], but for refusals.
pub fn run_loaded(
    loaded: Loaded,
    contents: &Contents,
    folder: Folder,
    bytes: usize,
    progress: &impl Progress,
    stage: impl Fn(Stage),
) -> Result<Run, Error> {
    stage(Stage::Simulating);
    let store = Store::with_budget(bytes, &folder.path_aside(""));
    let mut simulation = Simulation::kept_in(&loaded.study, &store);
    simulation.run_to(loaded.study.settings.draws, progress).map_err(|_| stopped(&store))?;
    let results = simulation.results();
    finish(loaded, &results, folder, contents, &store, progress, stage)
}

/// Why a run ended early: its records could not be kept, or somebody asked to stop.
pub fn stopped(store: &Store) -> Error {
    match store.failure() {
        Some((folder, source)) => Error::file("keep records in", folder)(source),
        None => Error::Interrupted,
    }
}

/// Runs a study with more and more draws, 256 and then twice as many each round, until its best strategy is
/// settled in every scenario; writes what a run with that many draws writes.
///
/// All strategies get all draws: they stay paired.
///
/// # Errors
/// Those of [`run`].
pub fn run_until_settled(
    request: &Request,
    limit: Limit,
    contents: &Contents,
    out: Option<&Path>,
    progress: &impl Progress,
    stage: impl Fn(Stage),
) -> Result<Run, Error> {
    let with_draws = |draws: u64| load(&Request { draws: Some(draws), ..request.clone() }).map_err(Error::Refused);
    let Loaded { study, .. } = with_draws(FIRST_ROUND)?;
    let folder = open(&study, out)?;
    stage(Stage::Simulating);
    let most = MOST_DRAWS.min(MOST_HISTORIES / study.settings.replicates).max(FIRST_ROUND);
    let looks = (most / FIRST_ROUND).ilog2() + 1;
    let store = Store::with_budget(RECORDS_IN_MEMORY, &folder.path_aside(""));
    let mut simulation = Simulation::kept_in(&study, &store);
    let mut draws = FIRST_ROUND;
    let settling = loop {
        simulation.run_to(draws, progress).map_err(|_| stopped(&store))?;
        let selections: Vec<Selection> = simulation.records().iter().map(|records| selection_of(records)).collect();
        let worst = |part: fn(&SelectionRisk) -> f64| {
            selections.iter().filter_map(|selection| selection.risk.as_ref()).map(part).fold(0.0, f64::max)
        };
        let is_settled = selections.iter().all(|selection| limit.is_kept_by(selection, looks));
        if is_settled || draws * 2 > most {
            let probability_wrong = worst(|risk| risk.probability_wrong);
            break Settling {
                limit,
                looks,
                is_settled,
                probability_wrong,
                expected_loss: worst(|risk| risk.expected_loss),
            };
        }
        draws *= 2;
    };
    let results = simulation.results();
    let mut loaded = with_draws(draws)?;
    if !settling.is_settled {
        let locale = Locale::of(loaded.study.language);
        let diagnostic =
            Diagnostic::warning("A007", tr!(locale, "caution-unsettled", draws = locale.count(draws as f64)));
        loaded.diagnostics.push(diagnostic.with_help(tr!(locale, "caution-unsettled-help")));
    }
    let run = finish(loaded, &results, folder, contents, &store, progress, stage)?;
    Ok(Run { settling: Some(settling), ..run })
}

/// The folder of a study's results.
fn open(study: &Study, out: Option<&Path>) -> Result<Folder, Error> {
    let default_folder = Path::new("output").join(file_name(&study.name));
    Folder::open(out.unwrap_or(&default_folder))
}

/// Analyses results, whose records are in `store`, and writes them.
///
/// # Errors
/// The folder cannot be written, or somebody asked to stop.
pub fn finish(
    loaded: Loaded,
    results: &Results,
    mut folder: Folder,
    contents: &Contents,
    store: &Store,
    progress: &impl Progress,
    stage: impl Fn(Stage),
) -> Result<Run, Error> {
    let Loaded { study, mut diagnostics } = loaded;
    stage(Stage::Analysing);
    let findings = analyse(&study, results);
    diagnostics.extend(shown(findings.cautions.iter().cloned(), &study));
    diagnostics.extend(missing(&study).filter(|_| contents.charts));

    stage(Stage::Writing);
    let json = result_json(&study, &findings);
    write_tables(&mut folder, &study, results, &findings.comparisons, contents.keep)?;
    write_decision_tables(&mut folder, &findings.decisions)?;
    let mut data = ReportData::new(&study, findings, &diagnostics);
    data.about.identity.address = Some(address(&study, contents));
    if contents.charts {
        data.write(&mut folder)?;
        render_report(&mut folder, &data, study.language, progress)?;
    }
    folder.write("study.toml", study.resolved.as_bytes())?;
    folder.write("result.json", format!("{json:#}\n").as_bytes())?;
    if progress.is_stopped() || store.has_failed() {
        return Err(stopped(store));
    }
    write_identity(&mut folder, &data.about.identity)?;
    let files = folder.files();
    let folder = folder.finish()?;
    Ok(Run { study, findings: data.findings, diagnostics, json, folder, files, settling: None })
}

/// Writes what people read: charts, page and workbook, in a language.
fn render_report(
    folder: &mut Folder,
    data: &ReportData,
    language: Language,
    progress: &impl Progress,
) -> Result<(), Error> {
    let charts = draw_charts(&data.findings, progress)?;
    write_charts(folder, &charts)?;
    write_report(folder, data, &charts, language)
}

/// A report told again.
#[derive(Clone, Debug)]
pub struct RegeneratedReport {
    /// Where it is.
    pub folder: PathBuf,
    /// The files there.
    pub files: Vec<String>,
    /// In which language.
    pub language: Language,
}

/// Tells the report of a result folder again, charts included, from what the folder holds: into `out`, or in place. In the
/// language of the run, or another.
///
/// # Errors
/// The folder is no finished run of this version or was changed, `out` cannot be used, or somebody asked to stop; then
/// nothing is written.
pub fn report(
    dir: &Path,
    language: Option<Language>,
    out: Option<&Path>,
    progress: &impl Progress,
) -> Result<RegeneratedReport, Error> {
    let is_rendered = |name: &str| name.starts_with("charts/") || name == PAGE || name == WORKBOOK;
    let files = read_files(dir, is_rendered).map_err(Error::Refused)?;
    let nothing = |reason: String| {
        let message = format!("`{}` has no `{REPORT_DATA}` that can be read: {reason}", dir.display());
        Error::Refused(vec![Diagnostic::error("R004", message).with_help("run the study again")])
    };
    if !files.iter().any(|name| name == REPORT_DATA) {
        let message =
            format!("`{}` has no `{REPORT_DATA}`: `run --no-charts` and other commands write none", dir.display());
        let help = "run the study again with `recoup run`, without `--no-charts`";
        return Err(Error::Refused(vec![Diagnostic::error("R004", message).with_help(help)]));
    }
    let path = dir.join(REPORT_DATA);
    let text = fs::read(&path).map_err(Error::file("read", &path))?;
    let data = ReportData::read(&text).map_err(|error| nothing(error.to_string()))?;
    let spoken = data.language();
    let language = language.unwrap_or(spoken);
    let data = data.in_language(language);
    if let Some(out) = out
        && lies_below(out, dir)
    {
        let message = format!("`{}` lies inside `{}`, whose results it would spoil", out.display(), dir.display());
        return Err(Error::Usage(message));
    }
    let mut folder = Folder::open(out.unwrap_or(dir))?;
    for name in files.iter().filter(|name| !is_rendered(name)) {
        folder.keep(dir, name, out.is_none())?;
    }
    render_report(&mut folder, &data, language, progress)?;
    if progress.is_stopped() {
        return Err(Error::Interrupted);
    }
    // In another language the folder is no longer what a batch would find at that address.
    let mut identity = data.about.identity.clone();
    identity.address = identity.address.filter(|_| language == spoken);
    write_identity(&mut folder, &identity)?;
    let files = folder.files();
    Ok(RegeneratedReport { folder: folder.finish()?, files, language })
}

/// Whether `path` lies below `folder`, both followed from where they are.
fn lies_below(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else { return false };
    let Ok(path) = std::path::absolute(path) else { return false };
    // The path itself may not be there yet: its nearest ancestor is.
    let there = path.ancestors().skip(1).find_map(|ancestor| ancestor.canonicalize().ok());
    there.is_some_and(|there| there.starts_with(&folder))
}

/// What matters in a study.
#[derive(Clone, Debug)]
pub struct SensitivityRun {
    /// The study.
    pub study: Study,
    /// What matters in the scenario asked for.
    pub found: Sensitivity,
    /// Warnings and notes about the study.
    pub diagnostics: Vec<Diagnostic>,
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
    progress: &impl Progress,
) -> Result<SensitivityRun, Error> {
    let Loaded { study, mut diagnostics } = load(request).map_err(Error::Refused)?;
    diagnostics.extend(missing(&study).filter(|_| out.is_some()));
    refuse_contagion(&study).map_err(Error::Refused)?;
    let study = with_draws(&study);
    let named = study.scenarios.iter().find(|s| scenario.is_none_or(|name| &*s.name == name));
    let Some(scenario) = named else {
        let names: Vec<String> = study.scenarios.iter().map(|s| format!("`{}`", s.name)).collect();
        let message = format!("no scenario `{}`", scenario.unwrap_or_default());
        let help = format!("there are {}", names.join(", "));
        return Err(Error::Refused(vec![Diagnostic::error("S064", message).with_help(help)]));
    };
    if scenario.strategies.iter().all(|s| s.parameters.uncertain.is_empty()) {
        return Err(Error::Refused(vec![nothing_uncertain()]));
    }
    let mut folder = out.map(Folder::open).transpose()?;
    let found = sensitivity_in(&study, scenario, options, progress).map_err(|_| Error::Interrupted)?;
    if scenario.strategies.len() > 1 {
        let pairs = [[found.contender, 0]];
        let caution = uncorrected(&study, scenario, &pairs, progress).map_err(|_| Error::Interrupted)?;
        diagnostics.extend(shown(caution, &study));
    }
    let json = sensitivity_json(&study, &found);
    if let Some(folder) = &mut folder {
        write_sensitivity(folder, &study, scenario, &found)?;
    }
    let folder = close(folder, &study, "sensitivity.json", &json)?;
    Ok(SensitivityRun { study, found, diagnostics, json, folder })
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
    /// Whether the choice holds in other models, by scenario; none unless asked for.
    pub variants: Vec<Variants>,
    /// Warnings and notes about the study.
    pub diagnostics: Vec<Diagnostic>,
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
    progress: &impl Progress,
) -> Result<DecisionRun, Error> {
    let Loaded { study, mut diagnostics } = load(request).map_err(Error::Refused)?;
    diagnostics.extend(missing(&study).filter(|_| out.is_some()));
    refuse_contagion(&study).map_err(Error::Refused)?;
    let mut wrong = refusals(&study, &study.scenarios[0], options);
    // Variants stand at the point values, and ask for no draws.
    if !study.is_uncertain() && !options.variants {
        let strategies = || study.scenarios.iter().flat_map(|scenario| &scenario.strategies);
        let is_spread = strategies().any(|strategy| !strategy.parameters.uncertain.is_empty());
        let help = "its uncertain numbers stand at their means: take more than one draw, with `--draws 2000`";
        wrong.push(if is_spread { nothing_uncertain().with_help(help) } else { nothing_uncertain() });
    }
    if !wrong.is_empty() {
        return Err(Error::Refused(wrong));
    }
    let mut folder = out.map(Folder::open).transpose()?;
    let mut decisions = Vec::with_capacity(study.scenarios.len());
    for scenario in &study.scenarios {
        let (decision, caution) = corrected(&study, scenario, options, progress).map_err(|_| Error::Interrupted)?;
        decisions.push(decision);
        diagnostics.extend(shown(caution, &study));
    }
    let across = across(&study, &decisions);
    let variants: Vec<Variants> = match options.variants {
        true => study.scenarios.iter().map(variants_in).collect(),
        false => Vec::new(),
    };
    let json = decision_json(&study, &decisions, &variants, &across);
    if let Some(folder) = &mut folder {
        write_decisions(folder, &study, &decisions, &variants)?;
    }
    let folder = close(folder, &study, "decision.json", &json)?;
    Ok(DecisionRun { study, decisions, across, variants, diagnostics, json, folder })
}

/// What to do in one scenario, corrected by simulations for what the expected engine misses, where that matters; then with
/// the caution that says so.
fn corrected(
    study: &Study,
    scenario: &Scenario,
    options: &DecisionOptions,
    progress: &impl Progress,
) -> Result<(Decision, Option<Caution>), Interrupted> {
    let draws = study.settings.draws.min(CORRECTING);
    let replicates = study.settings.replicates.min(CORRECTING / draws).max(1);
    let simulated = paired_simulations(study, scenario, [draws, replicates], progress)?;
    let correction = Correction::of(scenario, &simulated);
    let decision = decide_in(study, scenario, options, correction.as_ref(), progress)?;
    let found = gaps(&simulated);
    let caution = widest(&found, decision.best).map(|s| {
        let concern = gap_concern(scenario, [s, 0], &found[s], draws * replicates, GapRemedy::Corrected);
        concern.in_scenario(study, scenario)
    });
    Ok((decision, caution))
}

/// Adds the study, the result and the manifest to a folder and moves it into place.
fn close(folder: Option<Folder>, study: &Study, name: &str, json: &Value) -> Result<Option<PathBuf>, Error> {
    let Some(mut folder) = folder else { return Ok(None) };
    folder.write("study.toml", study.resolved.as_bytes())?;
    folder.write(name, format!("{json:#}\n").as_bytes())?;
    write_manifest(&mut folder, study)?;
    folder.finish().map(Some)
}
