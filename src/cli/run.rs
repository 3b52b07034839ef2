//! `recoup run`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::progress::Progress;
use crate::cli::{Done, StudyOptions, answer, terminal};
use crate::diagnostic::Level;
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::pipeline::{Stage, run as run_study};

#[derive(Args, Debug)]
pub struct Options {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "city-hotel")]
    study: String,
    #[command(flatten)]
    study_options: StudyOptions,
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

pub fn run(options: &Options) -> Done {
    use_threads(options.threads.map(usize::from)).map_err(Error::Usage)?;
    let progress = Progress::new(options.quiet);
    let request = options.study_options.request(&options.study);
    let run = run_study(&request, options.out.as_deref(), &progress, |stage| {
        progress.stage(match stage {
            Stage::Simulating => "simulating",
            Stage::Analysing => "analysing",
            Stage::Writing => "writing",
        });
    })?;
    progress.finish();
    if options.json {
        terminal::print(&format!("{:#}\n", run.json))?;
    } else if !options.quiet {
        terminal::print(&answer::answer(&run))?;
    }
    if !options.quiet {
        let warnings: Vec<_> = run.said.into_iter().filter(|said| said.level >= Level::Warning).collect();
        terminal::say_all(&warnings);
    }
    Ok(())
}
