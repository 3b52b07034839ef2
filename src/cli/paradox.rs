//! `recoup paradox`.

use clap::Args;

use crate::ask::paradox::ParadoxQuestion;
use crate::cli::ask::{AskOptions, ScenarioOption};
use crate::cli::options::Done;
use crate::output::answer::paradox::paradox;

#[derive(Args, Debug)]
pub(super) struct Options {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "paradox-class")]
    study: String,
    #[command(flatten)]
    scenario: ScenarioOption,
    #[command(flatten)]
    asking: AskOptions,
}

pub(super) fn run(options: &Options) -> Done {
    options.asking.ask(&options.study, options.scenario.name(), &ParadoxQuestion, paradox)
}
