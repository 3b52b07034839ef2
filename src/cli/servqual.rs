//! `recoup servqual`: what customers expect, and what they perceive.

use clap::Args;
use recoup_data::answers::{Servqual, read_servqual};

use crate::cli::options::Done;
use crate::cli::stop::is_stopped;
use crate::cli::survey::{SurveyOptions, Surveyed};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::input::guard::Stop;
use crate::output::answer::servqual::{ServqualFound, servqual};

#[derive(Args, Debug)]
pub(super) struct Options {
    #[command(flatten)]
    survey: SurveyOptions,
    /// Severity of the failures in the overlay
    #[arg(long, value_name = "NAME", default_value = "minor")]
    severity: String,
    /// Seed of the resampling of respondents
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u64).range(..=i64::MAX as u64))]
    seed: u64,
}

pub(super) fn run(options: &Options) -> Done {
    let (survey, seed) = (&options.survey, options.seed);
    let folder = survey.folder("servqual")?;
    let read = read_servqual(&survey.answers, survey.map.as_deref(), Stop(is_stopped));
    let Servqual { survey: answers, items, .. } = read.map_err(Error::Refused)?;
    let quality = answers.quality(seed).map_err(|flaws| {
        let message = format!("`{}` has no answers that can be compared: {flaws:?}", survey.name());
        let help = "every item needs an expectation and a perception of some respondent";
        Error::Refused(vec![Diagnostic::error("D001", message).with_help(help)])
    })?;
    let found = ServqualFound::new(&survey.name(), seed, &answers, &items, quality);
    let overlay = found.overlay(&options.severity, survey.extends.as_deref()).ok_or("minimum");
    let rendered = servqual(&found, survey.language.locale());
    let respondents = found.respondents;
    survey.answer(Surveyed { found: &found, respondents, seed, rendered, overlay }, folder)
}
