//! `recoup variants`.

use clap::Args;

use crate::ask::variants::VariantsQuestion;
use crate::cli::ask::{AskOptions, SubjectOptions};
use crate::cli::options::Done;
use crate::output::answer::variants::model_variants;

#[derive(Args, Debug)]
pub(super) struct Options {
    #[command(flatten)]
    subject: SubjectOptions,
    #[command(flatten)]
    asking: AskOptions,
}

pub(super) fn run(options: &Options) -> Done {
    options.asking.ask(&options.subject.study, options.subject.scenario.name(), &VariantsQuestion, model_variants)
}
