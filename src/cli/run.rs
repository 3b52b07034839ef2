//! `recoup run`.

use std::path::PathBuf;

use clap::Args;

use crate::analysis::selection::Limit;
use crate::cli::options::{ContentsOptions, Done, StudyOptions};
use crate::cli::progress::TerminalProgress;
use crate::cli::{answer, terminal};
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::language::tr;
use crate::pipeline::{Stage, run_until_settled, run_with as run_study};

#[derive(Args, Debug)]
pub(super) struct Options {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "city-hotel")]
    study: String,
    #[command(flatten)]
    study_options: StudyOptions,
    /// Draw until the best strategy is settled: below 1 the chance that another is better on average, from 1
    /// on the expected loss of stopping in money [default: 0.01]
    #[arg(long, value_name = "LIMIT", num_args = 0..=1, default_missing_value = "0.01", value_parser = limit, conflicts_with = "draws")]
    until_settled: Option<Limit>,
    #[command(flatten)]
    contents: ContentsOptions,
    /// Folder for the results [default: output/STUDY]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Threads [default: one per core]; moves no result
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
    /// Print nothing but errors (and the JSON, if asked for)
    #[arg(long)]
    quiet: bool,
}

pub(super) fn run(options: &Options) -> Done {
    use_threads(options.threads.map(usize::from)).map_err(Error::Usage)?;
    let progress = TerminalProgress::new(options.quiet).with_lines(options.quiet, options.study_options.locale());
    let request = options.study_options.request(&options.study);
    let out = options.out.as_deref();
    let locale = options.study_options.locale();
    let stage = |stage| {
        let name = match stage {
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
        terminal::print(&answer::answer(&run))?;
    }
    if !options.quiet {
        terminal::say_all(&terminal::beside_an_answer(run.diagnostics));
    }
    Ok(())
}

fn limit(text: &str) -> Result<Limit, String> {
    let number = text.replace('_', "").parse().ok();
    number.and_then(Limit::from_number).ok_or_else(|| {
        "it is a probability below 1, or an amount of money from 1 on; a study goes before the option".to_string()
    })
}
