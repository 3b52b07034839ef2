//! `recoup check`.

use clap::Args;

use crate::cli::options::{Done, StudyOptions};
use crate::cli::terminal;
use crate::diagnostic::Level;
use crate::error::Error;
use crate::input::load;
use crate::language::{Locale, tr};

#[derive(Args, Debug)]
pub(super) struct Options {
    /// Scenario files, or names of shipped studies
    #[arg(required = true)]
    studies: Vec<String>,
    #[command(flatten)]
    study_options: StudyOptions,
    /// Print only problems
    #[arg(long)]
    quiet: bool,
}

pub(super) fn run(options: &Options) -> Done {
    let mut refused = Vec::new();
    for study in &options.studies {
        match load(&options.study_options.request(study)) {
            Ok(loaded) => {
                terminal::say_all(&loaded.diagnostics);
                if !options.quiet {
                    let count = |level| loaded.diagnostics.iter().filter(|d| d.level == level).count();
                    let locale = Locale::of(loaded.study.language);
                    let (warnings, notes) = (count(Level::Warning), count(Level::Note));
                    terminal::print(&tr!(locale, "check-good", study = study, warnings = warnings, notes = notes))?;
                }
            }
            Err(diagnostic) => refused.extend(diagnostic),
        }
    }
    if refused.is_empty() { Ok(()) } else { Err(Error::Refused(refused)) }
}
