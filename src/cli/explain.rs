//! `recoup explain`.

use clap::Args;

use crate::cli::options::{Done, LanguageOption};
use crate::cli::{render, terminal};
use crate::error::Error;
use crate::evidence::ledger::entries;
use crate::evidence::words;
use crate::output::answer::explain::{list, one};
use crate::output::report::document::Show;

#[derive(Args, Debug)]
pub(super) struct Options {
    /// A key such as voice.solicit, or part of one [default: lists all keys]
    key: Option<String>,
    #[command(flatten)]
    language: LanguageOption,
}

pub(super) fn run(options: &Options) -> Done {
    let locale = options.language.locale();
    let found = match &options.key {
        Some(asked) => words::find(asked),
        None => entries().iter().collect(),
    };
    let document = match (&options.key, &found[..]) {
        (Some(asked), []) => {
            let near = words::nearest(asked).map(|entry| format!("; did you mean `{}`?", entry.path));
            return Err(Error::Usage(format!("no key `{asked}`{}", near.unwrap_or_default())));
        }
        (_, [entry]) => one(entry, locale),
        (_, found) => list(found, locale),
    };
    terminal::print(&render::document(&document, Show::Answer, locale))
}
