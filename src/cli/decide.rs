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
    /// Value of knowing these inputs together: keys or tables of keys, separated by commas (repeatable)
    #[arg(long = "group", value_name = "KEY,KEY")]
    groups: Vec<String>,
    /// Value of a survey of N customers about an uncertain share, e.g. severity.minor.complain=400 (repeatable)
    #[arg(long = "survey", value_name = "KEY=N")]
    surveys: Vec<String>,
    /// Cost of each survey
    #[arg(long, value_name = "MONEY", requires = "surveys")]
    survey_cost: Option<f64>,
    /// Show every model variant at the point values: does the choice hold in other models?
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
