//! What `recoup kano` and `recoup servqual` share: answers in, a document out, a report folder and an overlay where asked for.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use crate::cli::beside::{apart_from, keep, write_beside};
use crate::cli::options::{Done, LanguageOption};
use crate::cli::render;
use crate::cli::terminal::{self, Screen};
use crate::error::Error;
use crate::input::render::visible_lines;
use crate::language::tr;
use crate::output::answer::Rendered;
use crate::output::answer_folder::{WrittenFileAnswer, write_file_answer};
use crate::output::folder::Folder;
use crate::output::json::json_text;
use crate::output::standing::{Claim, Replaces};
use crate::pipeline::left_behind;

/// Options of a command that reads the answers of a survey.
#[derive(Args, Debug)]
pub(super) struct SurveyOptions {
    /// File with the answers: CSV, XLSX or Parquet
    pub(super) answers: PathBuf,
    /// File that says which column is what, and how numbers are written
    #[arg(long, value_name = "FILE")]
    pub(super) map: Option<PathBuf>,
    /// File for the overlay; an existing file is only replaced with --force
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Study that the overlay extends: a file, preset:NAME or case:NAME [default: a line to fill in]
    #[arg(long, value_name = "STUDY", requires = "out")]
    pub(super) extends: Option<String>,
    /// Folder for page, workbook, tables and charts [default: none]
    #[arg(long, value_name = "DIR")]
    report: Option<PathBuf>,
    /// Replace the overlay, and results of another command or file in that folder
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub(super) language: LanguageOption,
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
    /// Print the details too, and all columns of tables
    #[arg(long)]
    details: bool,
    /// Print only errors (and the JSON, if requested)
    #[arg(long)]
    quiet: bool,
}

/// What a survey says.
pub(super) struct Surveyed<'a, T> {
    /// The answer.
    pub found: &'a T,
    /// Respondents.
    pub respondents: u64,
    /// Seed of what is resampled.
    pub seed: u64,
    /// The answer as people see it.
    pub rendered: Rendered,
    /// The overlay, or why there is none.
    pub overlay: Result<String, &'static str>,
}

impl SurveyOptions {
    /// The name of the file with the answers.
    pub(super) fn name(&self) -> String {
        self.answers.file_name().map_or(String::new(), |name| name.to_string_lossy().into_owned())
    }

    /// Opens the report folder, before the work.
    pub(super) fn folder(&self, command: &'static str) -> Result<Option<Folder>, Error> {
        if let Some(out) = &self.out {
            let map = self.map.as_deref().unwrap_or(&self.answers);
            let extends = self.extends.as_deref().map_or(map, Path::new);
            apart_from(out, &[&self.answers, map, extends])?;
        }
        let claim = || Claim { command, study: self.name(), replaces: Replaces::forced(self.force) };
        self.report.as_deref().map(|report| Folder::open(report, claim())).transpose()
    }

    /// Prints what was found, and writes overlay and report where asked to.
    pub(super) fn answer<T: Serialize>(&self, surveyed: Surveyed<'_, T>, folder: Option<Folder>) -> Done {
        let locale = self.language.locale();
        let Surveyed { found, respondents, seed, rendered, overlay } = surveyed;
        let json = json_text(found)?;
        let screen = Screen::stdout().with_details(self.details);
        let mut text = format!("\n{}", render::document(&rendered.document, &screen, locale));
        let mut said = Vec::new();
        if let Some(out) = &self.out {
            let line = match &overlay {
                Ok(overlay) => {
                    keep(write_beside(overlay, out)?, out, self.force)?;
                    tr!(locale, "survey-overlay", file = shown(out))
                }
                Err(why) => tr!(locale, "survey-no-overlay", why = *why),
            };
            text.push_str(&format!("\n{line}\n"));
        }
        if let Some(folder) = folder {
            let name = self.name();
            let version = env!("CARGO_PKG_VERSION");
            let run = tr!(locale, "chart-footer-survey", number = respondents, version = version);
            let placed =
                write_file_answer(folder, WrittenFileAnswer { name: &name, run, seed, json: &json, rendered }, locale)?;
            said.extend(left_behind(&placed.left, locale.language));
            text.push_str(&format!("\n{}\n", tr!(locale, "files-asked", folder = shown(&placed.folder))));
        }
        if self.json {
            terminal::print_data(&json)?;
        } else if !self.quiet {
            terminal::print_data(&text)?;
        }
        if !self.quiet {
            terminal::say_after_answer(&said, locale);
        }
        Ok(())
    }
}

fn shown(path: &Path) -> String {
    visible_lines(&path.display().to_string())
}
