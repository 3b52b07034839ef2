//! `recoup why`.

use clap::{Args, ValueEnum};

use crate::analysis::why::Grouping;
use crate::ask::why::WhyQuestion;
use crate::cli::ask::{AskOptions, SubjectOptions};
use crate::cli::options::Done;
use crate::output::answer::why::why;

#[derive(Args, Debug)]
pub(super) struct Options {
    #[command(flatten)]
    subject: SubjectOptions,
    #[command(flatten)]
    asking: AskOptions,
    /// The strategy to explain [default: the best one other than the reference]
    #[arg(long, value_name = "NAME")]
    strategy: Option<String>,
    /// The strategy that it is compared with [default: the reference]
    #[arg(long, value_name = "NAME")]
    against: Option<String>,
    /// Split by single keys or by tables of keys
    #[arg(long, value_enum, default_value = "table")]
    by: By,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum By {
    /// Each key separately
    Key,
    /// The keys of one table together
    Table,
}

pub(super) fn run(options: &Options) -> Done {
    let question = WhyQuestion {
        strategy: options.strategy.clone(),
        against: options.against.clone(),
        grouping: match options.by {
            By::Key => Grouping::Key,
            By::Table => Grouping::Table,
        },
    };
    options.asking.ask(&options.subject.study, options.subject.scenario.name(), &question, why)
}
