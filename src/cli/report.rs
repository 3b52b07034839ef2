//! `recoup report`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::progress::Progress;
use crate::cli::{Done, LanguageOption, terminal};
use crate::language::{Words, say};
use crate::pipeline::report;

#[derive(Args, Debug)]
pub struct Options {
    /// The folder of a finished run
    dir: PathBuf,
    #[command(flatten)]
    language: LanguageOption,
    /// Folder for the whole, and leave DIR as it is [default: DIR itself]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Print nothing but errors
    #[arg(long)]
    quiet: bool,
}

pub fn run(options: &Options) -> Done {
    let progress = Progress::new(options.quiet);
    progress.stage(say!(options.language.words(), "progress-stage", stage = "writing"));
    let told = report(&options.dir, options.language.lang, options.out.as_deref(), &progress)?;
    progress.finish();
    if options.quiet {
        return Ok(());
    }
    let charts = told.files.iter().filter(|name| name.ends_with(".png")).count();
    let words = Words::of(told.language);
    let folder = told.folder.display().to_string();
    terminal::print(&say!(words, "report-told", folder = folder, number = charts))
}
