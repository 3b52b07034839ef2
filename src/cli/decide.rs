//! `recoup decide`.

use clap::Args;

use crate::analysis::decision::DecisionOptions;
use crate::cli::ask::AskOptions;
use crate::cli::options::Done;
use crate::output::answer::decide::decide;

#[derive(Args, Debug)]
pub(super) struct Options {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "city-hotel")]
    study: String,
    #[command(flatten)]
    asking: AskOptions,
    /// What knowing these inputs together is worth: keys or tables of keys, with commas (repeatable)
    #[arg(long = "group", value_name = "KEY,KEY")]
    groups: Vec<String>,
    /// What asking N customers about an uncertain share is worth, e.g. severity.minor.complain=400 (repeatable)
    #[arg(long = "survey", value_name = "KEY=N")]
    surveys: Vec<String>,
    /// What each survey costs
    #[arg(long, value_name = "MONEY", requires = "surveys")]
    survey_cost: Option<f64>,
    /// Whether the choice holds in other models: every model variant, at the point values
    #[arg(long)]
    variants: bool,
}

pub(super) fn run(options: &Options) -> Done {
    let question = DecisionOptions {
        groups: options.groups.clone(),
        surveys: options.surveys.clone(),
        survey_cost: options.survey_cost,
        variants: options.variants,
    };
    options.asking.ask(&options.study, None, &question, decide)
}
