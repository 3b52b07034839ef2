//! `recoup sweep`.

use clap::Args;

use crate::ask::all;
use crate::ask::sweep::{Levels, MapQuestion, SweepQuestion};
use crate::cli::ask::{AskOptions, SubjectOptions, key_and_numbers};
use crate::cli::options::Done;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::output::answer::sweep::{curves, lever_map};

#[derive(Args, Debug)]
pub(super) struct Options {
    #[command(flatten)]
    subject: SubjectOptions,
    #[command(flatten)]
    asking: AskOptions,
    /// A lever and its levels; two levers give a map of the best strategy
    #[arg(long, value_name = "KEY=FROM:TO:STEPS", required = true)]
    over: Vec<String>,
    /// The strategy whose lever is varied [default: all except the reference]
    #[arg(long, value_name = "NAME")]
    strategy: Option<String>,
}

pub(super) fn run(options: &Options) -> Done {
    let levels = all(options.over.iter().map(|text| levels(text))).map_err(Error::Refused)?;
    let strategy = options.strategy.clone();
    match <[Levels; 2]>::try_from(levels) {
        Ok(levers) => options.asking.ask(
            &options.subject.study,
            options.subject.scenario.name(),
            &MapQuestion { levers, strategy },
            lever_map,
        ),
        Err(mut levels) if levels.len() == 1 => {
            let lever = levels.remove(0);
            options.asking.ask(
                &options.subject.study,
                options.subject.scenario.name(),
                &SweepQuestion { lever, strategy },
                curves,
            )
        }
        Err(_) => {
            let diagnostic = Diagnostic::error("S022", format!("--over is given {} times", options.over.len()));
            Err(Error::Refused(vec![diagnostic.with_help("give it once for a curve, twice for a map")]))
        }
    }
}

fn levels(text: &str) -> Result<Levels, Diagnostic> {
    let (key, numbers) = key_and_numbers("--over", text, "KEY=FROM:TO:STEPS")?;
    let (from, to, steps) = (numbers[0], numbers[1], numbers[2]);
    // A number of steps that is none is refused with those that are too few or too many.
    let steps = if steps.fract() == 0.0 && steps > 0.0 { steps as usize } else { 0 };
    Ok(Levels { key, from, to, steps })
}
