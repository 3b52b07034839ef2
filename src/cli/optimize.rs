//! `recoup optimize`.

use clap::{Args, ValueEnum};

use crate::analysis::optimize::Risk;
use crate::ask::all;
use crate::ask::optimize::{LeverRange, OptimizeQuestion};
use crate::cli::ask::{AskOptions, SubjectOptions, key_and_numbers};
use crate::cli::options::Done;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::output::answer::optimize::optimize;

#[derive(Args, Debug)]
pub(super) struct Options {
    #[command(flatten)]
    subject: SubjectOptions,
    #[command(flatten)]
    asking: AskOptions,
    /// Budget per year for all levers together
    #[arg(long)]
    budget: f64,
    /// A lever and its range (repeatable)
    #[arg(long, value_name = "KEY=LO:HI", required = true)]
    lever: Vec<String>,
    /// The strategy whose levers are varied [default: the best one that has all of them]
    #[arg(long, value_name = "NAME")]
    strategy: Option<String>,
    /// Measure by which splits are compared
    #[arg(long, value_enum, default_value = "mean")]
    risk: RiskMeasure,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum RiskMeasure {
    /// The mean NPV over the parameter draws
    Mean,
    /// The mean NPV of the worst 5 % of draws (conditional value at risk, as in `decide`)
    Cvar,
    /// The mean gain over the reference of the worst tenth of draws
    WorstTenth,
}

pub(super) fn run(options: &Options) -> Done {
    let range = |text: &String| -> Result<LeverRange, Diagnostic> {
        let (key, ends) = key_and_numbers("--lever", text, "KEY=LO:HI")?;
        Ok(LeverRange { key, low: ends[0], high: ends[1] })
    };
    let question = OptimizeQuestion {
        budget: options.budget,
        levers: all(options.lever.iter().map(range)).map_err(Error::Refused)?,
        strategy: options.strategy.clone(),
        risk: match options.risk {
            RiskMeasure::Mean => Risk::Mean,
            RiskMeasure::Cvar => Risk::Cvar,
            RiskMeasure::WorstTenth => Risk::WorstTenthOfGain,
        },
    };
    options.asking.ask(&options.subject.study, options.subject.scenario.name(), &question, optimize)
}
