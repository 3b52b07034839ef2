//! `recoup merge`.

use std::path::PathBuf;

use clap::Args;

use crate::batch::merge::{Options as Joining, merge};
use crate::cli::batch::told;
use crate::cli::batch_progress::BatchProgress;
use crate::cli::options::Done;
use crate::cli::terminal;
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::language::{Language, Locale, tr};

#[derive(Args, Debug)]
pub(super) struct Options {
    /// Folders of parts, or folders that contain them, such as output/NAME.parts
    #[arg(required = true)]
    parts: Vec<PathBuf>,
    /// Folder for the joined results [default: NAME next to NAME.parts]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Join all studies, including those with a complete result
    #[arg(long)]
    force: bool,
    /// Threads [default: one per core]; results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON object instead of text
    #[arg(long)]
    json: bool,
    /// Print only errors
    #[arg(long)]
    quiet: bool,
}

pub(super) fn run(options: &Options) -> Done {
    use_threads(options.threads.map(usize::from)).map_err(Error::Usage)?;
    let progress = BatchProgress::new(options.quiet, Language::default(), true);
    let how = Joining { parts: options.parts.clone(), out: options.out.clone(), force: options.force };
    let joined = merge(&how, &progress)?;
    progress.finish();
    if !joined.left_out.is_empty() && !options.quiet {
        let folders: Vec<String> = joined.left_out.iter().map(|folder| folder.display().to_string()).collect();
        let folders = folders.join(", ");
        terminal::say(&tr!(Locale::of(joined.record.language), "batch-left-out", folders = folders));
    }
    told(&joined.record, &joined.folder, options.json, options.quiet)
}
