//! `recoup merge`.

use std::path::PathBuf;

use clap::Args;

use crate::batch::merge::merge;
use crate::cli::batch::{Night, summary};
use crate::cli::{Done, terminal};
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::language::Language;

#[derive(Args, Debug)]
pub struct Options {
    /// Folders of parts, or folders that hold them, as output/NAME.parts
    #[arg(required = true)]
    parts: Vec<PathBuf>,
    /// Folder for the whole batch [default: NAME beside NAME.parts]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Threads [default: one per core]; moves no result
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print nothing but errors
    #[arg(long)]
    quiet: bool,
}

pub fn run(options: &Options) -> Done {
    use_threads(options.threads.map(usize::from)).map_err(Error::Usage)?;
    let night = Night::new(options.quiet, Language::default(), true);
    let (folder, record) = merge(&options.parts, options.out.as_deref(), &night)?;
    night.finish();
    if !options.quiet {
        terminal::print(&summary(&record, &folder))?;
    }
    crate::cli::batch::outcome(&record)
}
