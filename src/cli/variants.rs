//! `recoup variants`.

use clap::Args;

use crate::ask::variants::VariantsQuestion;
use crate::cli::ask::{AskOptions, ScenarioOption};
use crate::cli::options::Done;
use crate::output::answer::variants::model_variants;

#[derive(Args, Debug)]
pub(super) struct Options {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "city-hotel")]
    study: String,
    #[command(flatten)]
    scenario: ScenarioOption,
    #[command(flatten)]
    asking: AskOptions,
}

pub(super) fn run(options: &Options) -> Done {
    options.asking.ask(&options.study, options.scenario.name(), &VariantsQuestion, model_variants)
}
