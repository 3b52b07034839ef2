//! `recoup new`.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::options::{Done, LanguageOption};
use crate::cli::terminal;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::evidence::schema::{SCHEMA_FILE, schema_line, schema_text};
use crate::input::full_starter::full_starter;
use crate::input::shipped::{CASES, PRESETS, RECIPES, case_name, find, recipe_name};
use crate::input::source::not_shipped;
use crate::input::starter::starter;
use crate::language::tr;

#[derive(Args, Debug)]
pub(super) struct Options {
    /// The file to write; an existing file is never overwritten
    file: PathBuf,
    #[command(flatten)]
    language: LanguageOption,
    /// The preset to extend (see `recoup presets`), `case:NAME` to copy a case (see `recoup cases`), or `recipe:NAME` to copy a
    /// recipe of the cookbook
    #[arg(long, value_name = "NAME", default_value = "tarp-major")]
    from: String,
    /// Write every key, commented out, with its meaning, unit, range, default and source
    #[arg(long)]
    full: bool,
}

pub(super) fn run(options: &Options) -> Done {
    let text = text(options).map_err(|diagnostic| Error::Refused(vec![diagnostic]))?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(&options.file).map_err(|error| {
        if error.kind() == ErrorKind::AlreadyExists {
            Error::Usage(format!("`{}` exists; it was left as it is", options.file.display()))
        } else {
            Error::file("write", &options.file)(error)
        }
    })?;
    let text = format!("{}\n{text}", schema_line());
    file.write_all(text.as_bytes()).map_err(Error::file("write", &options.file))?;
    write_schema(&options.file);
    let file = options.file.display().to_string();
    terminal::print(&tr!(options.language.locale(), "new-wrote", file = file))
}

/// Writes the schema that the study names beside it, for editors. One that is there stays, and a study is good without it.
fn write_schema(study: &Path) {
    let file = OpenOptions::new().write(true).create_new(true).open(study.with_file_name(SCHEMA_FILE));
    let _ = file.and_then(|mut file| file.write_all(schema_text().as_bytes()));
}

/// A case study without the order of its strategies, which is a claim about these strategies alone: a copy may have others.
fn without_ranking(text: &str) -> String {
    let Some((before, rest)) = text.split_once("\nranking = [\n") else { return text.to_string() };
    let after = rest.split_once("\n]\n").map_or("", |(_, after)| after);
    format!("{before}\n{after}")
}

/// The text of the study.
fn text(options: &Options) -> Result<String, Diagnostic> {
    let Options { from, full, .. } = options;
    let copied = case_name(from).map(|name| ("case", CASES, name));
    let copied = copied.or(recipe_name(from).map(|name| ("recipe", RECIPES, name)));
    match copied {
        Some((kind, _, _)) if *full => {
            let message = format!("--full builds on a preset, and `{from}` is a {kind}");
            Err(Diagnostic::error("S066", message)
                .with_help("leave out --full to copy it, or name a preset after --from"))
        }
        Some((kind, list, name)) => find(list, name).map(without_ranking).ok_or_else(|| not_shipped(kind, name, list)),
        None => {
            let name = from.strip_prefix("preset:").unwrap_or(from);
            let text = if *full { full_starter(name) } else { starter(name) };
            text.ok_or_else(|| not_shipped("preset", name, PRESETS))
        }
    }
}
