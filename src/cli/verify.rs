//! `recoup verify`.

use clap::Args;

use crate::cli::options::{Done, LanguageOption};
use crate::cli::render;
use crate::error::Error;
use crate::output::answer::verify::verify;
use crate::verify::all::verify_all;

#[derive(Args, Debug)]
pub(super) struct Options {
    #[command(flatten)]
    language: LanguageOption,
    /// Print the checks as JSON
    #[arg(long)]
    json: bool,
    /// Print only errors (and the JSON, if requested)
    #[arg(long)]
    quiet: bool,
}

pub(super) fn run(options: &Options) -> Done {
    let found = verify_all();
    let locale = options.language.locale();
    if options.json || !options.quiet {
        render::print(options.json, &found, || verify(&found, locale), locale)?;
    }
    match found.failed() {
        0 => Ok(()),
        failed => Err(Error::Drift(failed)),
    }
}
