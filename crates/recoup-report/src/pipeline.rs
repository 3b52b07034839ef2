//! The main job as one sentence: load, open, simulate, analyse, write.

use std::path::{Path, PathBuf};

use recoup_data::panic::without_panic;
use serde_json::Value;

use crate::analysis::compare::selection_of;
use crate::analysis::findings::analyse;
use crate::analysis::json::result_json;
use crate::analysis::selection::{Limit, Selection, SelectionRisk};
use crate::ask::{Answer, Question, Subject};
use crate::diagnostic::Diagnostic;
use crate::engine::estimate::Estimate;
use crate::engine::progress::Progress;
use crate::engine::records::{RECORDS_IN_MEMORY, Store};
use crate::engine::simulate::{Results, Simulation};
use crate::error::Error;
use crate::input::guard::{Guarded, REPORT_BYTES, Stop, TABLE_BYTES, read_text};
use crate::input::{Loaded, Request, load};
use crate::language::{Language, Locale, tr};
use crate::output::answer::Rendered;
use crate::output::answer::run::Settling;
use crate::output::caution::shown;
use crate::output::charts::{draw_charts_beside, missing, write_charts};
use crate::output::contents::Contents;
use crate::output::decision;
use crate::output::finished::MANIFEST;
use crate::output::folder::{Folder, Placed, file_name};
use crate::output::manifest::{address, read_files, write_identity};
use crate::output::report::data::{REPORT_DATA, ReportData};
use crate::output::report::{PAGE, WORKBOOK, write_page, write_workbook};
use crate::output::standing::{Claim, Replaces};
use crate::output::tables::write_tables;
use crate::scenario::study::{EngineKind, Study};
use crate::scenario::translation::Translated;

/// A finished run.
#[derive(Clone, Debug)]
pub struct Run {
    /// The study.
    pub study: Study,
    /// All figures, and what is said of the study.
    pub data: ReportData,
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

/// Draws of the first round; every further round doubles them. A power of two, so that rounds end with
/// whole batches and quasi-random draws are evenly spread.
const FIRST_ROUND: u64 = 256;
/// Most draws of a run that goes on until it is settled.
const MOST_DRAWS: u64 = 1 << 18;
/// Most simulations of such a run: their records stay in memory.
const MOST_SIMULATIONS: u64 = 1 << 22;

/// Where results go, and what they may replace there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place<'a> {
    /// The folder; `output/NAME` in the current folder where there is none.
    pub out: Option<&'a Path>,
    /// What may be replaced.
    pub replaces: Replaces,
}

impl<'a, P: AsRef<Path> + ?Sized> From<Option<&'a P>> for Place<'a> {
    fn from(out: Option<&'a P>) -> Self {
        Place { out: out.map(AsRef::as_ref), ..Place::default() }
    }
}

/// The claim of the run of a study.
pub fn claim_of_run(study: &Study, replaces: Replaces) -> Claim {
    Claim { command: RUN, study: study.name.clone(), replaces }
}

/// The command whose results a report is told of.
const RUN: &str = "run";

/// What a run does next.
#[derive(Clone, Copy, Debug)]
pub enum Stage<'a> {
    /// The study is read and its folder open.
    Ready(&'a Study),
    /// Draws and simulations.
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
pub fn run<'a>(
    request: &Request,
    out: impl Into<Place<'a>>,
    progress: &dyn Progress,
    stage: impl Fn(Stage<'_>),
) -> Result<Run, Error> {
    run_with(request, &Contents::default(), out, progress, stage)
}

/// A study that is refused; an interruption where a stop was requested while it was read.
pub fn refused(wrong: Vec<Diagnostic>, progress: &dyn Progress) -> Error {
    if progress.is_stopped() { Error::Interrupted } else { Error::Refused(wrong) }
}

/// [`run`] with a folder that holds what `contents` says.
///
/// # Errors
/// Those of [`run`].
pub fn run_with<'a>(
    request: &Request,
    contents: &Contents,
    out: impl Into<Place<'a>>,
    progress: &dyn Progress,
    stage: impl Fn(Stage<'_>),
) -> Result<Run, Error> {
    let loaded = load(request).map_err(|wrong| refused(wrong, progress))?;
    Estimate::of_run(&loaded.study).within(request.memory).map_err(|beyond| Error::Refused(vec![beyond]))?;
    let folder = open(&loaded.study, out.into())?;
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
    progress: &dyn Progress,
    stage: impl Fn(Stage<'_>),
) -> Result<Run, Error> {
    stage(Stage::Ready(&loaded.study));
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
pub fn run_until_settled<'a>(
    request: &Request,
    limit: Limit,
    contents: &Contents,
    out: impl Into<Place<'a>>,
    progress: &dyn Progress,
    stage: impl Fn(Stage<'_>),
) -> Result<Run, Error> {
    let with_draws = |draws: u64| load(&Request { draws: Some(draws), ..request.clone() }).map_err(Error::Refused);
    let Loaded { study, .. } = with_draws(FIRST_ROUND)?;
    let folder = open(&study, out.into())?;
    stage(Stage::Ready(&study));
    stage(Stage::Simulating);
    let most = MOST_DRAWS.min(MOST_SIMULATIONS / study.settings.replicates).max(FIRST_ROUND);
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
            Diagnostic::warning("A007", tr!(locale, "caution-unsettled", draws = locale.count(draws as f64)))
                .translated();
        loaded.diagnostics.push(diagnostic.with_help(tr!(locale, "caution-unsettled-help")));
    }
    let run = finish(loaded, &results, folder, contents, &store, progress, stage)?;
    Ok(Run { settling: Some(settling), ..run })
}

/// The folder of a study's results.
fn open(study: &Study, place: Place<'_>) -> Result<Folder, Error> {
    let default_folder = Path::new("output").join(file_name(&study.name));
    Folder::open(place.out.unwrap_or(&default_folder), claim_of_run(study, place.replaces))
}

/// What the results of a study come to.
#[derive(Clone, Debug)]
pub struct Analysed {
    /// The study.
    pub study: Study,
    /// All figures, and what is said of the study.
    pub data: ReportData,
    /// Warnings and notes about the study and its result.
    pub diagnostics: Vec<Diagnostic>,
    /// The one object for other programs.
    pub json: Value,
}

/// Analyses the results of a study; `has_charts` says whether charts show its names.
pub fn analysed(loaded: Loaded, results: &Results, has_charts: bool) -> Analysed {
    let Loaded { study, mut diagnostics } = loaded;
    let findings = analyse(&study, results);
    diagnostics.extend(shown(findings.cautions.iter().cloned(), &study));
    diagnostics.extend(missing(&study).filter(|_| has_charts));
    let json = result_json(&study, &findings);
    let data = ReportData::new(&study, findings, &diagnostics);
    Analysed { study, data, diagnostics, json }
}

/// Refuses a question that takes more memory than `most` bytes.
///
/// # Errors
/// By the estimate it does.
pub fn fits_memory<Q: Question>(question: &Q, subject: &Subject<'_>, most: Option<u64>) -> Result<(), Error> {
    let estimate = match question.engine() {
        Some(EngineKind::Agents) if subject.study().settings.engine == EngineKind::Agents => {
            Estimate::of_story(subject.scenario())
        }
        _ => Estimate::of_question(subject.study()),
    };
    estimate.within(most).map_err(|beyond| Error::Refused(vec![beyond]))
}

/// An answer with title and names as the study translates them into its language. Tables keep the names as written.
pub fn rendered_in_language<T: Clone + Translated>(
    answer: &Answer<T>,
    subject: &Subject<'_>,
    rendered: impl Fn(&Answer<T>, &Subject<'_>) -> Rendered,
) -> Rendered {
    let study = subject.study();
    let as_written = rendered(answer, subject);
    let Some(translation) = study.translations.get(study.language.code()) else { return as_written };
    let mut answer = answer.clone();
    answer.translate(translation);
    let study = study.in_language(study.language);
    as_written.shown_as(rendered(&answer, &subject.in_language(&study)))
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
    progress: &dyn Progress,
    stage: impl Fn(Stage<'_>),
) -> Result<Run, Error> {
    stage(Stage::Analysing);
    let Analysed { study, mut data, mut diagnostics, json } = analysed(loaded, results, contents.charts);

    stage(Stage::Writing);
    let decided = decision::tables(&data.findings.decisions);
    data.about.identity.address = Some(address(&study, contents));
    let tables = |folder: &mut Folder| {
        write_tables(folder, &study, results, &data.findings.comparisons, contents.keep)?;
        decided.into_iter().try_for_each(|table| table.write(folder))
    };
    if contents.charts {
        render_report(&mut folder, &data, study.language, progress, |folder| {
            tables(folder)?;
            data.write(folder)
        })?;
    } else {
        tables(&mut folder)?;
    }
    folder.write("study.toml", study.resolved.as_bytes())?;
    folder.write("result.json", format!("{json:#}\n").as_bytes())?;
    if progress.is_stopped() || store.has_failed() {
        return Err(stopped(store));
    }
    write_identity(&mut folder, &data.about.identity)?;
    let files = folder.files();
    let Placed { folder, left } = folder.finish()?;
    diagnostics.extend(left_behind(&left, study.language));
    Ok(Run { study, data, diagnostics, json, folder, files, settling: None })
}

/// The code of [`left_behind`].
pub const LEFT_BEHIND: &str = "R005";

/// The warning about files of earlier results that were not removed.
pub fn left_behind(left: &[PathBuf], language: Language) -> Option<Diagnostic> {
    let locale = Locale::of(language);
    let folders: Vec<String> = left.iter().map(|folder| format!("`{}`", folder.display())).collect();
    let message = tr!(locale, "left-behind", folders = locale.series(&folders));
    let warning = || Diagnostic::warning(LEFT_BEHIND, message).translated();
    (!left.is_empty()).then(|| warning().with_help(tr!(locale, "left-behind-help")))
}

/// Writes what people read: charts, page and workbook, in a language. While charts are drawn, `beside` writes the rest.
fn render_report(
    folder: &mut Folder,
    data: &ReportData,
    language: Language,
    progress: &dyn Progress,
    beside: impl FnOnce(&mut Folder) -> Result<(), Error> + Send,
) -> Result<(), Error> {
    let shown = data.shown_in(language);
    let (charts, rest) = draw_charts_beside(&data.findings, &shown.findings, progress, || {
        beside(folder)?;
        write_workbook(folder, &shown, language)
    });
    rest?;
    let charts = charts?;
    write_charts(folder, &charts)?;
    write_page(folder, &shown, &charts, language)
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
    /// Warnings.
    pub diagnostics: Vec<Diagnostic>,
}

/// Tells the report of a result folder again, charts included, from what the folder holds: into `out`, or in place. In the
/// language of the run, or another.
///
/// # Errors
/// The folder is no finished run of this version or was changed, `out` cannot be used, or somebody asked to stop; then
/// nothing is written.
pub fn report<'a>(
    dir: &Path,
    language: Option<Language>,
    out: impl Into<Place<'a>>,
    progress: &dyn Progress,
) -> Result<RegeneratedReport, Error> {
    let Place { out, replaces } = out.into();
    Folder::recover(dir);
    let manifest_text = || read_text(&dir.join(MANIFEST), TABLE_BYTES, Stop::NEVER).ok();
    let manifest = manifest_text();
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
    let file = Guarded::open(&path, REPORT_BYTES, Stop::NEVER).and_then(Guarded::bytes);
    let data = file.map_err(|unread| unread.to_string()).and_then(|text| ReportData::read(&text)).map_err(nothing)?;
    let spoken = data.language();
    let language = language.unwrap_or(spoken);
    let data = data.in_language(language);
    if let Some(out) = out
        && lies_below(out, dir)
    {
        let message = format!("`{}` lies inside `{}`, and would overwrite results there", out.display(), dir.display());
        return Err(Error::Usage(message));
    }
    let claim = Claim { command: RUN, study: data.about.identity.study.clone(), replaces };
    let mut folder = Folder::open(out.unwrap_or(dir), claim)?;
    // Until now another run could have replaced what was read.
    if manifest_text() != manifest {
        return Err(Error::Busy(dir.to_path_buf()));
    }
    for name in files.iter().filter(|name| !is_rendered(name)) {
        folder.keep(dir, name, out.is_none())?;
    }
    // What contradicts itself in a way that reading did not find is refused too.
    let rendered = without_panic(|| render_report(&mut folder, &data, language, progress, |_| Ok(())));
    rendered.ok_or_else(|| nothing("its figures contradict each other".to_string()))??;
    if progress.is_stopped() {
        return Err(Error::Interrupted);
    }
    // In another language the folder is no longer what a batch would find at that address.
    let mut identity = data.about.identity.clone();
    identity.address = identity.address.filter(|_| language == spoken);
    write_identity(&mut folder, &identity)?;
    let files = folder.files();
    let Placed { folder, left } = folder.finish()?;
    let diagnostics = left_behind(&left, language).into_iter().collect();
    Ok(RegeneratedReport { folder, files, language, diagnostics })
}

/// Whether `path` lies below `folder`, both followed from where they are.
fn lies_below(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else { return false };
    let Ok(path) = std::path::absolute(path) else { return false };
    // The path itself may not be there yet: its nearest ancestor is.
    let there = path.ancestors().skip(1).find_map(|ancestor| ancestor.canonicalize().ok());
    there.is_some_and(|there| there.starts_with(&folder))
}
