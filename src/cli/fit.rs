//! `recoup fit`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};
use recoup_data::firm::{Request as Files, Stage};
use recoup_data::fit::{FirmFit, FitFiles, USUAL_BASE, fit_files};
use recoup_data::problem::Policy;
use tempfile::NamedTempFile;

use crate::cli::beside::{apart_from, exists, folder_of, keep, write_beside};
use crate::cli::options::{Done, LanguageOption};
use crate::cli::progress::TerminalProgress;
use crate::cli::stop::is_stopped;
use crate::cli::terminal::Screen;
use crate::cli::{render, terminal};
use crate::diagnostic::{Diagnostic, Source};
use crate::engine::progress::Progress;
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::fitted::load_fitted;
use crate::input::guard::Stop;
use crate::input::render::visible_lines;
use crate::input::{Loaded, Request, load};
use crate::language::tr;
use crate::output::answer::fit::fit;
use crate::output::answer_folder::{WrittenAnswer, write_answer};
use crate::output::folder::Folder;
use crate::output::json::json_text;
use crate::output::parquet::READ_PARQUET;
use crate::output::standing::{Claim, Replaces};
use crate::pipeline::{left_behind, refused};

#[derive(Args, Debug)]
pub(super) struct Options {
    /// Customers: customer, segment, since, left (CSV, XLSX or Parquet)
    #[arg(long, value_name = "FILE")]
    customers: PathBuf,
    /// Purchases: customer, date, margin or amount
    #[arg(long, value_name = "FILE")]
    purchases: Option<PathBuf>,
    /// Failures as operations know them: customer, date, kind, severity, noticed
    #[arg(long, value_name = "FILE")]
    failures: Option<PathBuf>,
    /// Complaints: case, customer, opened, first_answer, closed, resolved, contacts, minutes, compensation, channel, kind
    #[arg(long, value_name = "FILE")]
    complaints: PathBuf,
    /// What is stated about the files: columns, formats, severities, losses (TOML)
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// What holds where the data say nothing: preset:NAME, or a study
    #[arg(long, value_name = "BASE", default_value = USUAL_BASE)]
    base: String,
    /// Give a number that the data do not have, e.g. segment.all.retention_cost=12 (repeatable)
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// The study to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Title of the study [default: the name of its file]
    #[arg(long)]
    title: Option<String>,
    /// Folder for page, workbook, tables and charts [default: none]
    #[arg(long, value_name = "DIR")]
    report: Option<PathBuf>,
    /// What happens to rows with a problem [default: as the map says, otherwise drop]
    #[arg(long, value_enum)]
    on_problem: Option<OnProblem>,
    /// Replace the study, and results of another command in the report folder
    #[arg(long)]
    force: bool,
    /// Threads [default: one per core]; results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
    /// Print the details too, and all columns of tables
    #[arg(long)]
    details: bool,
    /// Print only errors (and the JSON, if requested)
    #[arg(long)]
    quiet: bool,
    #[command(flatten)]
    language: LanguageOption,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum OnProblem {
    /// Leave the row or the value out, and report it
    Drop,
    /// Refuse the files
    Refuse,
}

pub(super) fn run(options: &Options) -> Done {
    use_threads(options.threads.map(usize::from)).map_err(Error::Usage)?;
    let locale = options.language.locale();
    let read = [Some(&options.customers), options.purchases.as_ref(), options.failures.as_ref(), options.map.as_ref()];
    let read: Vec<&Path> = read.into_iter().flatten().map(PathBuf::as_path).collect();
    apart_from(&options.out, &[&read[..], &[&options.complaints, Path::new(&options.base)]].concat())?;
    if options.out.exists() && !options.force {
        return Err(exists(&options.out));
    }
    let progress = TerminalProgress::new(options.quiet).with_lines(options.quiet, locale);
    progress.stage(tr!(locale, "progress-stage", stage = "reading"));
    let asked = asked(options);
    // A folder that cannot be used is refused before the work.
    let claim = || Claim { command: "fit", study: study_name(&options.out), replaces: Replaces::forced(options.force) };
    let folder = options.report.as_deref().map(|report| Folder::open(report, claim())).transpose()?;
    let found = fit_files(&asked, &mut |_: Stage| ()).map_err(|wrong| refused(wrong, &progress))?;
    if progress.is_stopped() {
        return Err(Error::Interrupted);
    }
    let Loaded { study, diagnostics } = write_study(&found, options).map_err(|error| match error {
        Error::Refused(wrong) => refused(wrong, &progress),
        error => error,
    })?;
    let mut said = terminal::beside_an_answer(diagnostics);
    let rendered = fit(&found.fit, &found.data, &study, locale);
    let json = json_text(&found)?;
    let screen = Screen::stdout().with_details(options.details);
    let mut text = format!("\n{}", render::document(&rendered.document, &screen, locale));
    let file = visible_lines(&options.out.display().to_string());
    text.push_str(&format!("\n{}\n", tr!(locale, "fit-wrote", file = file)));
    if let Some(folder) = folder {
        let written = WrittenAnswer { study: &study, scenario: None, json: &json, rendered, diagnostics: &said };
        let placed = write_answer(folder, written, locale)?;
        let folder = visible_lines(&placed.folder.display().to_string());
        text.push_str(&format!("{}\n", tr!(locale, "files-asked", folder = folder)));
        said.extend(left_behind(&placed.left, study.language));
    }
    progress.finish();
    if options.json {
        terminal::print_data(&json)?;
    } else if !options.quiet {
        terminal::print_data(&text)?;
    }
    if !options.quiet {
        terminal::say_after_answer(&said, locale);
    }
    Ok(())
}

fn study_name(out: &Path) -> String {
    out.file_stem().map_or_else(|| "study".to_string(), |name| name.to_string_lossy().into_owned())
}

fn asked(options: &Options) -> FitFiles {
    let files = Files {
        customers: options.customers.clone(),
        purchases: options.purchases.clone(),
        failures: options.failures.clone(),
        complaints: options.complaints.clone(),
        map: options.map.clone(),
        on_problem: options.on_problem.map(|policy| match policy {
            OnProblem::Drop => Policy::Drop,
            OnProblem::Refuse => Policy::Refuse,
        }),
        stop: Stop(is_stopped),
    };
    FitFiles {
        files,
        base: options.base.clone(),
        folder: folder_of(&options.out),
        title: options.title.clone().unwrap_or_else(|| study_name(&options.out)),
        set: options.set.clone(),
    }
}

/// Writes the study beside its name first, checks that it loads, and only then gives it its name.
fn write_study(found: &FirmFit, options: &Options) -> Result<Loaded, Error> {
    let out = &options.out;
    let name = out.display().to_string();
    let ((file, mut loaded), _, waived) = load_fitted(&found.fit.study, &name, |text| {
        let file = write_beside(text, out)?;
        let loaded = load_beside(&file, options).map_err(Error::Refused)?;
        Ok((file, loaded))
    })?;
    loaded.diagnostics.extend(waived);
    loaded.study.name = study_name(out);
    keep(file, out, options.force)?;
    // The answer says which numbers lie outside their published range.
    loaded.diagnostics.retain(|diagnostic| diagnostic.code != "W002");
    Ok(loaded)
}

fn load_beside(file: &NamedTempFile, options: &Options) -> Result<Loaded, Vec<Diagnostic>> {
    let mut request = Request::file(file.path());
    request.parquet = Some(READ_PARQUET);
    request.stop = Stop(is_stopped);
    request.language = options.language.lang;
    load(&request)
        .map(|loaded| Loaded { diagnostics: named(loaded.diagnostics, file, &options.out), ..loaded })
        .map_err(|wrong| named(wrong, file, &options.out))
}

/// Diagnostics that name the study as it will be called.
fn named(diagnostics: Vec<Diagnostic>, file: &NamedTempFile, out: &Path) -> Vec<Diagnostic> {
    let written = file.path().file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = |mut diagnostic: Diagnostic| {
        if let Some(place) = diagnostic.place.as_mut().filter(|place| place.source.name.ends_with(&written)) {
            place.source = Arc::new(Source { name: out.display().to_string(), text: place.source.text.clone() });
        }
        diagnostic
    };
    diagnostics.into_iter().map(name).collect()
}
