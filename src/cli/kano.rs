//! `recoup kano`: what kind of need each item meets.

use clap::Args;
use recoup_data::answers::{Kano, read_kano};
use recoup_fit::kano::{Asked, questionnaire};

use crate::cli::options::Done;
use crate::cli::stop::is_stopped;
use crate::cli::survey::{SurveyOptions, Surveyed};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::input::guard::Stop;
use crate::input::hint::nearest;
use crate::output::answer::kano::{KanoFound, kano};

#[derive(Args, Debug)]
pub(super) struct Options {
    #[command(flatten)]
    survey: SurveyOptions,
    /// The failure that the absence of an item is: its name in the overlay, which then has these items alone (repeatable) [default: all
    /// items, by their own names]
    #[arg(long, value_name = "ITEM=NAME")]
    failure: Vec<String>,
}

pub(super) fn run(options: &Options) -> Done {
    let survey = &options.survey;
    let folder = survey.folder("kano")?;
    let Kano { items, .. } =
        read_kano(&survey.answers, survey.map.as_deref(), Stop(is_stopped)).map_err(Error::Refused)?;
    let asked: Vec<Asked> = items
        .into_iter()
        .map(|item| Asked { name: item.name, functional: item.functional, dysfunctional: item.dysfunctional })
        .collect();
    let failures = failures(&options.failure, &asked).map_err(Error::Refused)?;
    let found = KanoFound::new(&survey.name(), questionnaire(&asked));
    let overlay = found.overlay(survey.extends.as_deref(), &failures).ok_or("needs");
    let rendered = kano(&found, survey.language.locale());
    let respondents = found.found.respondents;
    survey.answer(Surveyed { found: &found, respondents, seed: 0, rendered, overlay }, folder)
}

/// Items and the failures that they are, as the options say.
fn failures(options: &[String], asked: &[Asked]) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
    let names = || asked.iter().map(|item| item.name.as_str()).collect::<Vec<_>>();
    let failure = |text: &String| {
        let Some((item, name)) = text.split_once('=').map(|(item, name)| (item.trim(), name.trim())) else {
            let wrong = Diagnostic::error("S022", format!("--failure `{text}` is not ITEM=NAME"));
            return Err(wrong.with_help("write it as --failure 'quiet room=noise'"));
        };
        if name.is_empty() || !names().contains(&item) {
            let mut wrong = Diagnostic::error("S022", format!("--failure `{text}`: there is no item `{item}`"));
            wrong.help = nearest(item, names()).map(|item| format!("did you mean `{item}`?"));
            return Err(wrong);
        }
        Ok((item.to_string(), name.to_string()))
    };
    crate::ask::all(options.iter().map(failure))
}
