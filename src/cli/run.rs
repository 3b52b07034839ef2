//! `recoup run`.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::analysis::selection::Limit;
use crate::cli::options::{ContentsOptions, Done, StudyOptions};
use crate::cli::progress::TerminalProgress;
use crate::cli::terminal::Screen;
use crate::cli::wrap::lines;
use crate::cli::{render, terminal};
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::input::render::visible_lines;
use crate::language::{Locale, tr};
use crate::output::answer::run::document;
use crate::output::report::PAGE;
use crate::output::standing::Replaces;
use crate::pipeline::{Place, Stage, run_until_settled, run_with as run_study};

/// Commands that go on from the answer of a run.
const QUESTIONS: [&str; 6] = ["`recoup decide`", "`sensitivity`", "`why`", "`breakeven`", "`sweep`", "`optimize`"];

#[derive(Args, Debug)]
pub(super) struct Options {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "city-hotel")]
    study: String,
    #[command(flatten)]
    study_options: StudyOptions,
    /// Draw until the best strategy is settled. LIMIT below 1: probability that another strategy is better on
    /// average; LIMIT from 1: expected loss of stopping, in money [default: 0.01]
    #[arg(long, value_name = "LIMIT", num_args = 0..=1, default_missing_value = "0.01", value_parser = limit, conflicts_with = "draws")]
    until_settled: Option<Limit>,
    #[command(flatten)]
    contents: ContentsOptions,
    /// Folder for the results [default: output/STUDY]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Replace results of another command or study in that folder, and files of results that were changed
    #[arg(long)]
    force: bool,
    /// Threads [default: one per core]; results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
    /// Print the whole argument: losses, segments, the desk, other scenarios, errors, and all columns of tables
    #[arg(long)]
    details: bool,
    /// Print only errors (and the JSON, if requested)
    #[arg(long)]
    quiet: bool,
}

pub(super) fn run(options: &Options) -> Done {
    use_threads(options.threads.map(usize::from)).map_err(Error::Usage)?;
    let progress = TerminalProgress::new(options.quiet).with_lines(options.quiet, options.study_options.locale());
    let request = options.study_options.request(&options.study);
    let out = Place { out: options.out.as_deref(), replaces: Replaces::forced(options.force) };
    let locale = options.study_options.locale();
    let stage = |stage: Stage<'_>| {
        let name = match stage {
            Stage::Ready(study) => return progress.preview(study),
            Stage::Simulating => "simulating",
            Stage::Analysing => "analysing",
            Stage::Writing => "writing",
        };
        progress.stage(tr!(locale, "progress-stage", stage = name));
    };
    let run = match options.until_settled {
        Some(limit) => run_until_settled(&request, limit, &options.contents.contents(), out, &progress, stage),
        None => run_study(&request, &options.contents.contents(), out, &progress, stage),
    }?;
    progress.finish();
    if options.json {
        terminal::print_data(&format!("{:#}\n", run.json))?;
    } else if !options.quiet {
        let locale = Locale::of(run.study.language);
        let document = document(&run.data.shown_in(run.study.language), &[], run.settling.as_ref(), locale);
        let screen = Screen::stdout().with_details(options.details);
        let answer = render::document(&document, &screen, locale);
        let mut more = files(&run.folder, &run.files, locale);
        more.push_str(&format!("\n{}", tr!(locale, "run-more", commands = locale.series(&QUESTIONS))));
        let lines = more.lines().flat_map(|line| lines(&visible_lines(line), screen.width));
        terminal::print_data(&format!("\n{answer}\n{}\n", lines.collect::<Vec<_>>().join("\n")))?;
    }
    if !options.quiet {
        let locale = Locale::of(run.study.language);
        terminal::say_after_answer(&terminal::beside_an_answer(run.diagnostics), locale);
    }
    Ok(())
}

/// What a result folder holds, as people read it.
pub(super) fn files(folder: &Path, files: &[String], locale: &Locale) -> String {
    let here = std::env::current_dir().ok();
    let shown = here.and_then(|here| folder.strip_prefix(here).ok()).unwrap_or(folder);
    tr!(
        locale,
        "run-files",
        folder = shown.display().to_string(),
        report = if files.iter().any(|name| name == PAGE) { "yes" } else { "no" },
        number = files.iter().filter(|name| name.ends_with(".png")).count()
    )
}

fn limit(text: &str) -> Result<Limit, String> {
    let number = text.replace('_', "").parse().ok();
    number.and_then(Limit::from_number).ok_or_else(|| {
        "it is a probability below 1, or an amount of money from 1 on; a study goes before the option".to_string()
    })
}
