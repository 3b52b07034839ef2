//! `recoup sensitivity`.

use clap::{Args, ValueEnum};

use crate::analysis::sensitivity::{Method, SensitivityOptions};
use crate::cli::ask::{AskOptions, SubjectOptions};
use crate::cli::options::Done;
use crate::output::answer::sensitivity::sensitivity;

#[derive(Args, Debug)]
pub(super) struct Options {
    #[command(flatten)]
    subject: SubjectOptions,
    #[command(flatten)]
    asking: AskOptions,
    /// Method
    #[arg(long, value_enum, default_value = "auto")]
    method: MethodName,
    /// Rows of the Sobol design; each takes two evaluations plus one per input
    #[arg(long, default_value_t = 4096, value_parser = clap::value_parser!(u64).range(64..=1 << 24))]
    rows: u64,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum MethodName {
    /// Sobol indices; elementary effects with more than 20 inputs
    Auto,
    /// Sobol indices: shares of variance
    Sobol,
    /// Elementary effects (Morris): quick screening of many inputs
    Morris,
}

pub(super) fn run(options: &Options) -> Done {
    let method = match options.method {
        MethodName::Auto => Method::Auto,
        MethodName::Sobol => Method::Sobol,
        MethodName::Morris => Method::Morris,
    };
    let question = SensitivityOptions { method, rows: options.rows };
    options.asking.ask(&options.subject.study, options.subject.scenario.name(), &question, sensitivity)
}
