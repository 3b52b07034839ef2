//! `recoup check`.

use clap::Args;

use crate::cli::options::{Done, StudyOptions};
use crate::cli::terminal;
use crate::diagnostic::{Diagnostic, Level};
use crate::engine::estimate::{Estimate, size};
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
        let request = options.study_options.request(study);
        match load(&request) {
            Ok(loaded) => {
                let locale = Locale::of(loaded.study.language);
                terminal::say_all(&loaded.diagnostics, locale);
                let estimate = Estimate::of_run(&loaded.study);
                let beyond = estimate.within(request.memory).map_err(|beyond| of_study(beyond, study)).err();
                let is_refused = beyond.is_some();
                refused.extend(beyond);
                if !options.quiet && !is_refused {
                    let count = |level| loaded.diagnostics.iter().filter(|d| d.level == level).count();
                    let (warnings, notes) = (count(Level::Warning), count(Level::Note));
                    let good = tr!(locale, "check-good", study = study, warnings = warnings, notes = notes);
                    terminal::print(&format!("{good}\n  {}", estimated(&estimate, locale)))?;
                }
            }
            Err(diagnostic) => refused.extend(diagnostic),
        }
    }
    if refused.is_empty() { Ok(()) } else { Err(Error::Refused(refused)) }
}

/// What a run will take, in words.
pub(super) fn estimated(estimate: &Estimate, locale: &Locale) -> String {
    let periods = locale.compact(estimate.periods);
    let of = if estimate.of_customers { "customers" } else { "strategies" };
    tr!(locale, "check-estimate", memory = size(estimate.memory), periods = periods, of = of)
}

fn of_study(beyond: Diagnostic, study: &str) -> Diagnostic {
    Diagnostic { message: format!("`{study}`: {}", beyond.message), ..beyond }
}
