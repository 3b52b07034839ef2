//! `recoup new`.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use clap::Args;

use crate::cli::options::{Done, LanguageOption};
use crate::cli::terminal;
use crate::error::Error;
use crate::input::shipped::{CASES, PRESETS, case_name, find};
use crate::input::source::not_shipped;
use crate::input::starter::starter;
use crate::language::tr;

#[derive(Args, Debug)]
pub(super) struct Options {
    /// The file to write; an existing file is never overwritten
    file: PathBuf,
    #[command(flatten)]
    language: LanguageOption,
    /// The preset to extend (see `recoup presets`), or `case:NAME` to copy a case (see `recoup cases`)
    #[arg(long, value_name = "NAME", default_value = "tarp-major")]
    from: String,
}

pub(super) fn run(options: &Options) -> Done {
    let text = match case_name(&options.from) {
        Some(name) => find(CASES, name).map(str::to_string).ok_or_else(|| not_shipped("case", name, CASES)),
        None => {
            let name = options.from.strip_prefix("preset:").unwrap_or(&options.from);
            starter(name).ok_or_else(|| not_shipped("preset", name, PRESETS))
        }
    }
    .map_err(|diagnostic| Error::Refused(vec![diagnostic]))?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(&options.file).map_err(|error| {
        if error.kind() == ErrorKind::AlreadyExists {
            Error::Usage(format!("`{}` exists; it was left as it is", options.file.display()))
        } else {
            Error::file("write", &options.file)(error)
        }
    })?;
    file.write_all(text.as_bytes()).map_err(Error::file("write", &options.file))?;
    let file = options.file.display().to_string();
    terminal::print(&tr!(options.language.locale(), "new-wrote", file = file))
}
