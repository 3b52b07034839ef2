//! `recoup story`: one customer's life under every strategy.

use clap::Args;

use crate::ask::story::StoryQuestion;
use crate::cli::ask::{AskOptions, SubjectOptions};
use crate::cli::options::Done;
use crate::output::answer::story::stories;

#[derive(Args, Debug)]
pub(super) struct Options {
    #[command(flatten)]
    subject: SubjectOptions,
    #[command(flatten)]
    asking: AskOptions,
    /// Follow this customer (numbered from 0, segment by segment)
    #[arg(long, value_name = "ID", conflicts_with = "most_different")]
    customer: Option<u64>,
    /// Follow the N customers whose outcomes differ most between the strategies
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=100))]
    most_different: u64,
}

pub(super) fn run(options: &Options) -> Done {
    let question = StoryQuestion { customer: options.customer, most_different: options.most_different as usize };
    options.asking.ask(&options.subject.study, options.subject.scenario.name(), &question, stories)
}
