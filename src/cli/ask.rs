//! What all questions share: which study and scenario, how the answer is computed, and where it goes.

use std::path::PathBuf;

use clap::Args;

use crate::ask::class::RollQuestion;
use crate::ask::{Answer, Question, Subject};
use crate::cli::options::{Done, StudyOptions};
use crate::cli::progress::TerminalProgress;
use crate::cli::terminal::Screen;
use crate::cli::{render, terminal};
use crate::diagnostic::Diagnostic;
use crate::engine::progress::Progress;
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::input::render::visible_lines;
use crate::input::{Loaded, Request, load};
use crate::language::{Locale, tr};
use crate::output::answer::Rendered;
use crate::output::answer_folder::{WrittenAnswer, write_answer};
use crate::output::caution::shown;
use crate::output::charts::missing;
use crate::output::folder::{Folder, Placed};
use crate::output::json::json_text;
use crate::output::standing::{Claim, Replaces};
use crate::pipeline::{fits_memory, left_behind, refused, rendered_in_language};
use crate::scenario::study::Study;

/// The study and the scenario that a question is asked of.
#[derive(Args, Debug)]
pub(super) struct SubjectOptions {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "city-hotel")]
    pub study: String,
    #[command(flatten)]
    pub scenario: ScenarioOption,
}

/// The scenario that a question is asked of.
#[derive(Args, Debug)]
pub(super) struct ScenarioOption {
    /// Scenario of the study [default: the first]
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
}

impl ScenarioOption {
    /// Its name, where one is asked for.
    pub(super) fn name(&self) -> Option<&str> {
        self.scenario.as_deref()
    }
}

/// Options of every question: how its study is read, how the answer is computed and where it goes.
#[derive(Args, Debug)]
pub(super) struct AskOptions {
    #[command(flatten)]
    pub(super) study_options: StudyOptions,
    /// Folder for page, workbook, tables and charts of the answer [default: none]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Replace results of another command or study in that folder, and files of results that were changed
    #[arg(long, requires = "out")]
    pub(super) force: bool,
    /// Threads [default: one per core]; results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) threads: Option<u16>,
    /// Print the answer as JSON
    #[arg(long)]
    pub(super) json: bool,
    /// Print the details too, and all columns of tables
    #[arg(long)]
    pub(super) details: bool,
    /// Print only errors (and the JSON, if requested)
    #[arg(long)]
    pub(super) quiet: bool,
}

impl AskOptions {
    /// Asks a question of a study, in one scenario or in all; prints the answer, and writes its folder where asked to.
    pub(super) fn ask<Q: Question>(
        &self,
        study: &str,
        scenario: Option<&str>,
        question: &Q,
        rendered: impl Fn(&Answer<Q::Found>, &Subject<'_>, &'static Locale) -> Rendered,
    ) -> Done {
        let request = self.study_options.request(study);
        self.ask_and_write(request, scenario, question, rendered, |folder, _, written, locale| {
            write_answer(folder, written, locale)
        })
    }

    /// The same of the study of a request; `write` writes the folder.
    pub(super) fn ask_and_write<Q: Question>(
        &self,
        mut request: Request,
        scenario: Option<&str>,
        question: &Q,
        rendered: impl Fn(&Answer<Q::Found>, &Subject<'_>, &'static Locale) -> Rendered,
        write: impl FnOnce(Folder, &Answer<Q::Found>, WrittenAnswer<'_>, &'static Locale) -> Result<Placed, Error>,
    ) -> Done {
        use_threads(self.threads.map(usize::from)).map_err(Error::Usage)?;
        let locale = self.study_options.locale();
        let progress = TerminalProgress::new(self.quiet).with_lines(self.quiet, locale);
        progress.stage(tr!(locale, "progress-stage", stage = "evaluating"));
        request.engine = request.engine.or(question.engine());
        let Loaded { study, diagnostics } = load(&request).map_err(|wrong| refused(wrong, &progress))?;
        let locale = Locale::of(study.language);
        let subject = Subject::new(&study, scenario)?.with_draws(self.study_options.draws).with_progress(&progress);
        fits_memory(question, &subject, request.memory)?;
        // A folder that cannot be used is refused before the work.
        let claim = || Claim { command: Q::COMMAND, study: study.name.clone(), replaces: Replaces::forced(self.force) };
        let folder = self.out.as_deref().map(|out| Folder::open(out, claim())).transpose()?;
        let answer = question.ask(&subject)?;
        let rendered = rendered_in_language(&answer, &subject, |answer, subject| rendered(answer, subject, locale));
        if progress.is_stopped() {
            return Err(Error::Interrupted);
        }
        let unused = match question.engine() {
            Some(_) => Vec::new(),
            None => self.study_options.without_use(&study, Q::IS_AT_POINT_VALUES),
        };
        let mut said = terminal::beside_an_answer(diagnostics);
        said.extend(unused.into_iter().chain(shown(answer.cautions.iter().cloned(), &study)));
        let json = json_text(&answer)?;
        let screen = Screen::stdout().with_details(self.details);
        let mut text = format!("\n{}", render::document(&rendered.document, &screen, locale));
        if let Some(folder) = folder {
            said.extend(missing_font(&study));
            let scenario = answer.scenario.as_deref();
            let written = WrittenAnswer { study: &study, scenario, json: &json, rendered, diagnostics: &said };
            let placed = write(folder, &answer, written, locale)?;
            said.extend(left_behind(&placed.left, study.language));
            let folder = visible_lines(&placed.folder.display().to_string());
            let files = match Q::COMMAND {
                "synth" => tr!(locale, "synth-files", folder = folder),
                RollQuestion::COMMAND => tr!(locale, "class-files", folder = folder),
                _ => tr!(locale, "files-asked", folder = folder),
            };
            text.push_str(&format!("\n{files}\n"));
        }
        progress.finish();
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

/// The warning about characters that the chart font lacks, unless the study allows it.
fn missing_font(study: &Study) -> Option<Diagnostic> {
    missing(study).filter(|font| study.allow.iter().all(|code| code != font.code))
}

/// `KEY=A:B` or `KEY=A:B:C` in its parts.
pub(super) fn key_and_numbers(option: &str, text: &str, form: &str) -> Result<(String, Vec<f64>), Diagnostic> {
    let refused = || {
        Diagnostic::error("S022", format!("{option} `{text}` is not {form}")).with_help(format!(
            "write {form}, as in voice.solicit=0:1{}",
            if form.ends_with("STEPS") { ":21" } else { "" }
        ))
    };
    let (key, numbers) = text.rsplit_once('=').ok_or_else(refused)?;
    let numbers: Vec<f64> = numbers
        .split(':')
        .map(|n| n.trim().replace('_', "").parse::<f64>())
        .collect::<Result<_, _>>()
        .map_err(|_| refused())?;
    let wanted = form.matches(':').count() + 1;
    if numbers.len() != wanted || numbers.iter().any(|n| !n.is_finite()) {
        return Err(refused());
    }
    Ok((key.trim().to_string(), numbers))
}
