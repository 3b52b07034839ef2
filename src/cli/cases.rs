//! `recoup cases`.

use clap::Args;

use crate::ask::cases::{case, cases};
use crate::cli::options::{Done, LanguageOption};
use crate::cli::render;
use crate::error::Error;
use crate::output::answer::cases::{list, one};

#[derive(Args, Debug)]
pub(super) struct Options {
    /// Print this case: story, reported facts, lesson
    name: Option<String>,
    #[command(flatten)]
    language: LanguageOption,
    /// Print the cases as JSON
    #[arg(long)]
    json: bool,
    /// Print only errors (and the JSON, if requested)
    #[arg(long)]
    quiet: bool,
}

pub(super) fn run(options: &Options) -> Done {
    let locale = options.language.locale();
    let print = options.json || !options.quiet;
    match &options.name {
        Some(name) => {
            let found = case(name, locale.language).map_err(Error::Refused)?;
            if print { render::print(options.json, &[&found], || one(&found, locale), locale) } else { Ok(()) }
        }
        None => {
            let found = cases(locale.language).map_err(Error::Refused)?;
            if print { render::print(options.json, &found, || list(&found, locale), locale) } else { Ok(()) }
        }
    }
}
