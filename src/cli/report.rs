//! `recoup report`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::options::{Done, LanguageOption};
use crate::cli::progress::TerminalProgress;
use crate::cli::run::files;
use crate::cli::terminal;
use crate::language::{Locale, tr};
use crate::output::standing::Replaces;
use crate::pipeline::{Place, report};

#[derive(Args, Debug)]
pub(super) struct Options {
    /// The folder of a finished run
    dir: PathBuf,
    #[command(flatten)]
    language: LanguageOption,
    /// Folder for the regenerated result; DIR of the run remains unchanged [default: the folder of the run]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Replace results of another command or study in the folder of `--out`, and files of results that were changed
    #[arg(long, requires = "out")]
    force: bool,
    /// Print only errors
    #[arg(long)]
    quiet: bool,
}

pub(super) fn run(options: &Options) -> Done {
    let progress = TerminalProgress::new(options.quiet);
    progress.stage(tr!(options.language.locale(), "progress-stage", stage = "writing"));
    let place = Place { out: options.out.as_deref(), replaces: Replaces::forced(options.force) };
    let told = report(&options.dir, options.language.lang, place, &progress)?;
    progress.finish();
    if options.quiet {
        return Ok(());
    }
    terminal::print(&files(&told.folder, &told.files, Locale::of(told.language)))?;
    terminal::say_all(&told.diagnostics, Locale::of(told.language));
    Ok(())
}
