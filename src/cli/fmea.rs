//! `recoup fmea`.

use clap::Args;

use crate::ask::fmea::FmeaQuestion;
use crate::cli::ask::{AskOptions, SubjectOptions};
use crate::cli::options::Done;
use crate::output::answer::fmea::fmea;

#[derive(Args, Debug)]
pub(super) struct Options {
    #[command(flatten)]
    subject: SubjectOptions,
    #[command(flatten)]
    asking: AskOptions,
    /// The strategy under which the failures occur [default: the reference, what is done now]
    #[arg(long, value_name = "NAME")]
    strategy: Option<String>,
}

pub(super) fn run(options: &Options) -> Done {
    let question = FmeaQuestion { strategy: options.strategy.clone() };
    options.asking.ask(&options.subject.study, options.subject.scenario.name(), &question, fmea)
}
