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
}

pub(super) fn run(options: &Options) -> Done {
    let found = verify_all();
    let locale = options.language.locale();
    render::print(options.json, &found, || verify(&found, locale), locale)?;
    match found.failed() {
        0 => Ok(()),
        failed => Err(Error::Drift(failed)),
    }
}
