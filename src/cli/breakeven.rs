//! `recoup breakeven`.

use clap::Args;

use crate::ask::breakeven::BreakEvenQuestion;
use crate::cli::ask::{AskOptions, SubjectOptions, key_and_numbers};
use crate::cli::options::Done;
use crate::error::Error;
use crate::output::answer::breakeven::breakeven;

#[derive(Args, Debug)]
pub(super) struct Options {
    #[command(flatten)]
    subject: SubjectOptions,
    #[command(flatten)]
    asking: AskOptions,
    /// The key for which the break-even value is computed
    #[arg(long, value_name = "KEY")]
    key: String,
    /// Range to search [default: the domain of the key; where it has no end, up to ten times its range in the evidence, or thirty times its value]
    #[arg(long, value_name = "LO:HI")]
    range: Option<String>,
    /// The strategy [default: the best one other than the reference]
    #[arg(long, value_name = "NAME")]
    strategy: Option<String>,
    /// The strategy that it is compared with [default: the reference]
    #[arg(long, value_name = "NAME")]
    against: Option<String>,
}

pub(super) fn run(options: &Options) -> Done {
    let ends = |text: &String| key_and_numbers("--range", &format!("x={text}"), "LO:HI");
    let range = options.range.as_ref().map(ends).transpose().map_err(|wrong| Error::Refused(vec![wrong]))?;
    let question = BreakEvenQuestion {
        key: options.key.clone(),
        range: range.map(|(_, ends)| [ends[0], ends[1]]),
        strategy: options.strategy.clone(),
        against: options.against.clone(),
    };
    options.asking.ask(&options.subject.study, options.subject.scenario.name(), &question, breakeven)
}
