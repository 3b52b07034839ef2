//! `recoup diff`.

use std::path::Path;

use clap::Args;

use crate::ask::Subject;
use crate::ask::diff::{Side, diff};
use crate::cli::options::{Done, LanguageOption, StudyOptions};
use crate::cli::progress::TerminalProgress;
use crate::cli::render;
use crate::diagnostic::Diagnostic;
use crate::engine::estimate::Estimate;
use crate::engine::progress::Progress;
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::input::load;
use crate::language::tr;
use crate::output::answer::diff::diff as document;
use crate::output::earlier::earlier_run;
use crate::pipeline::refused;
use crate::scenario::study::Study;

#[derive(Args, Debug)]
pub(super) struct Options {
    /// The earlier run: a result folder, or a study (a file, or the name of a shipped one), which is simulated
    #[arg(value_name = "OLD")]
    old: String,
    /// The later run
    #[arg(value_name = "NEW")]
    new: String,
    /// Seed of the studies that are simulated
    #[arg(long)]
    seed: Option<u64>,
    /// Parameter draws of the studies that are simulated; 1 = the point values
    #[arg(long)]
    draws: Option<u64>,
    /// Threads [default: one per core]; results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
    /// Print only errors (and the JSON, if requested)
    #[arg(long)]
    quiet: bool,
    #[command(flatten)]
    language: LanguageOption,
}

pub(super) fn run(options: &Options) -> Done {
    let locale = options.language.locale();
    use_threads(options.threads.map(usize::from)).map_err(Error::Usage)?;
    let paths = [&options.old, &options.new];
    if paths.iter().all(|path| is_folder(path)) && (options.seed.is_some() || options.draws.is_some()) {
        let diagnostic = Diagnostic::error("S066", "--seed and --draws have no effect on two finished runs");
        let help = "leave them out, or name a study, which is simulated";
        return Err(Error::Refused(vec![diagnostic.with_help(help)]));
    }
    let progress = TerminalProgress::new(options.quiet).with_lines(options.quiet, locale);
    progress.stage(tr!(locale, "progress-stage", stage = "simulating"));
    // What is wrong with either is said at once, before anything is simulated.
    let (old, new) = match (Asked::open(&options.old, options), Asked::open(&options.new, options)) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => {
            return Err(refused(old.err().into_iter().chain(new.err()).flatten().collect(), &progress));
        }
    };
    let (old, new) = (old.side(&progress)?, new.side(&progress)?);
    progress.finish();
    let found = diff(&old, &new);
    if options.quiet && !options.json {
        return Ok(());
    }
    render::print(options.json, &found, || document(&found, locale), locale)
}

/// One of the two, ready to be compared.
enum Asked {
    /// A finished run.
    Finished(Side),
    /// A study to simulate, under the name that it was asked by.
    Study(String, Box<Study>),
}

fn is_folder(name: &str) -> bool {
    Path::new(name).is_dir()
}

impl Asked {
    fn open(name: &str, options: &Options) -> Result<Self, Vec<Diagnostic>> {
        if is_folder(name) {
            return Ok(Asked::Finished(earlier_run(Path::new(name))?));
        }
        let settings = StudyOptions { seed: options.seed, draws: options.draws, ..StudyOptions::default() };
        let request = settings.request(name);
        let mut study = load(&request)?.study;
        // Answers alone are compared.
        study.sweeps.clear();
        Estimate::of_run(&study).within(request.memory).map_err(|beyond| vec![beyond])?;
        Ok(Asked::Study(name.to_string(), Box::new(study)))
    }

    fn side(self, progress: &dyn Progress) -> Result<Side, Error> {
        match self {
            Asked::Finished(side) => Ok(side),
            Asked::Study(name, study) => {
                let subject = Subject::new(&study, None)?.with_progress(progress);
                Ok(Side::simulated(&name, &subject)?)
            }
        }
    }
}
