//! `recoup report`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::options::{Done, LanguageOption};
use crate::cli::progress::TerminalProgress;
use crate::cli::run::files;
use crate::cli::terminal;
use crate::language::{Locale, tr};
use crate::pipeline::report;

#[derive(Args, Debug)]
pub(super) struct Options {
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

pub(super) fn run(options: &Options) -> Done {
    let progress = TerminalProgress::new(options.quiet);
    progress.stage(tr!(options.language.locale(), "progress-stage", stage = "writing"));
    let told = report(&options.dir, options.language.lang, options.out.as_deref(), &progress)?;
    progress.finish();
    if options.quiet {
        return Ok(());
    }
    terminal::print(&files(&told.folder, &told.files, Locale::of(told.language)))
}
