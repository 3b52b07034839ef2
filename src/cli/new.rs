//! `recoup new`.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use clap::Args;

use crate::cli::{Done, LanguageOption, terminal};
use crate::error::Error;
use crate::input::shipped::PRESETS;
use crate::input::starter::starter;
use crate::language::say;

#[derive(Args, Debug)]
pub struct Options {
    /// The file to write; an existing one is never overwritten
    file: PathBuf,
    #[command(flatten)]
    language: LanguageOption,
    /// The preset to build on (see `recoup presets`)
    #[arg(long, value_name = "PRESET", default_value = "tarp-major")]
    from: String,
}

pub fn run(options: &Options) -> Done {
    let name = options.from.strip_prefix("preset:").unwrap_or(&options.from);
    let Some(text) = starter(name) else {
        let known: Vec<&str> = PRESETS.iter().map(|(name, _)| *name).collect();
        return Err(Error::Usage(format!("no preset `{name}`; there are {}", known.join(", "))));
    };
    let mut file = OpenOptions::new().write(true).create_new(true).open(&options.file).map_err(|error| {
        if error.kind() == ErrorKind::AlreadyExists {
            Error::Usage(format!("`{}` exists; it was left as it is", options.file.display()))
        } else {
            Error::file("write", &options.file)(error)
        }
    })?;
    file.write_all(text.as_bytes()).map_err(Error::file("write", &options.file))?;
    let file = options.file.display().to_string();
    terminal::print(&say!(options.language.words(), "new-wrote", file = file))
}
