//! What all questions share: which study and scenario, how the answer is computed, and where it goes.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::ask::{Answer, Question, Subject};
use crate::cli::options::{Done, StudyOptions};
use crate::cli::progress::TerminalProgress;
use crate::cli::{render, terminal};
use crate::diagnostic::Diagnostic;
use crate::engine::estimate::Estimate;
use crate::engine::progress::Progress;
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::input::load;
use crate::language::{Locale, tr};
use crate::output::answer::Rendered;
use crate::output::answer_folder::write_answer;
use crate::output::caution::shown;
use crate::output::charts::missing;
use crate::output::folder::Folder;
use crate::pipeline::refused;
use crate::scenario::study::{EngineKind, Study};

/// Which study, and where the answer goes.
#[derive(Args, Debug)]
pub(super) struct QuestionOptions {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "city-hotel")]
    study: String,
    #[command(flatten)]
    answer: AnswerOptions,
}

/// Options of every question.
#[derive(Args, Debug)]
pub(super) struct AnswerOptions {
    #[command(flatten)]
    study_options: StudyOptions,
    /// Scenario of the study [default: the first]
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    #[command(flatten)]
    output: OutputOptions,
}

/// Options of a question about all scenarios.
#[derive(Args, Debug)]
pub(super) struct StudyAnswerOptions {
    #[command(flatten)]
    study_options: StudyOptions,
    #[command(flatten)]
    output: OutputOptions,
}

/// How an answer is computed and where it goes.
#[derive(Args, Debug)]
pub(super) struct OutputOptions {
    /// Folder for tables and charts of the answer [default: none]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Threads [default: one per core]; results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print the answer as JSON
    #[arg(long)]
    pub json: bool,
    /// Print nothing except errors (and the JSON, if asked for)
    #[arg(long)]
    pub quiet: bool,
}

impl OutputOptions {
    /// Takes the threads and shows progress from here on; `stage` is a word of the message `progress-stage`.
    pub(super) fn begin(&self, locale: &'static Locale, stage: &str) -> Result<TerminalProgress, Error> {
        use_threads(self.threads.map(usize::from)).map_err(Error::Usage)?;
        let progress = TerminalProgress::new(self.quiet).with_lines(self.quiet, locale);
        progress.stage(tr!(locale, "progress-stage", stage = stage));
        Ok(progress)
    }

    /// Prints the answer as JSON or text, then the diagnostics.
    pub(super) fn print(
        &self,
        json: impl FnOnce() -> String,
        text: impl FnOnce() -> String,
        said: Vec<Diagnostic>,
    ) -> Done {
        if self.json {
            terminal::print_data(&json())?;
        } else if !self.quiet {
            terminal::print(&text())?;
        }
        if !self.quiet {
            terminal::say_all(&said);
        }
        Ok(())
    }
}

impl QuestionOptions {
    /// Asks a question of the study and prints, or writes, its answer.
    pub(super) fn ask<Q: Question>(
        &self,
        question: &Q,
        render: impl FnOnce(&Answer<Q::Found>, &Subject<'_>, &'static Locale) -> Rendered,
    ) -> Done {
        self.answer.ask(&self.study, question, render)
    }
}

impl AnswerOptions {
    /// Asks a question of the study of that name and prints, or writes, its answer.
    pub(super) fn ask<Q: Question>(
        &self,
        study: &str,
        question: &Q,
        rendered: impl FnOnce(&Answer<Q::Found>, &Subject<'_>, &'static Locale) -> Rendered,
    ) -> Done {
        self.ask_with(study, None, question, rendered)
    }

    /// The same with an engine that the question needs, unless another one is asked for.
    pub(super) fn ask_with<Q: Question>(
        &self,
        study: &str,
        engine: Option<EngineKind>,
        question: &Q,
        rendered: impl FnOnce(&Answer<Q::Found>, &Subject<'_>, &'static Locale) -> Rendered,
    ) -> Done {
        let AnswerOptions { study_options, scenario, output } = self;
        Asking { study_options, output, scenario: scenario.as_deref(), engine }.answer(study, question, rendered)
    }
}

impl StudyAnswerOptions {
    /// Asks a question about all scenarios of the study of that name and prints, or writes, its answer.
    pub(super) fn ask<Q: Question>(
        &self,
        study: &str,
        question: &Q,
        rendered: impl FnOnce(&Answer<Q::Found>, &Subject<'_>, &'static Locale) -> Rendered,
    ) -> Done {
        let StudyAnswerOptions { study_options, output } = self;
        Asking { study_options, output, scenario: None, engine: None }.answer(study, question, rendered)
    }
}

/// How a question is asked.
struct Asking<'a> {
    study_options: &'a StudyOptions,
    output: &'a OutputOptions,
    scenario: Option<&'a str>,
    engine: Option<EngineKind>,
}

impl Asking<'_> {
    fn answer<Q: Question>(
        &self,
        study: &str,
        question: &Q,
        rendered: impl FnOnce(&Answer<Q::Found>, &Subject<'_>, &'static Locale) -> Rendered,
    ) -> Done {
        let progress = self.output.begin(self.study_options.locale(), "evaluating")?;
        let mut request = self.study_options.request(study);
        request.engine = request.engine.or(self.engine);
        let loaded = load(&request).map_err(|wrong| refused(wrong, &progress))?;
        let locale = Locale::of(loaded.study.language);
        let subject =
            Subject::new(&loaded.study, self.scenario)?.with_draws(self.study_options.draws).with_progress(&progress);
        let estimate = match loaded.study.settings.engine {
            EngineKind::Agents if self.engine == Some(EngineKind::Agents) => Estimate::of_story(subject.scenario()),
            _ => Estimate::of_question(&loaded.study),
        };
        estimate.within(request.memory).map_err(|beyond| Error::Refused(vec![beyond]))?;
        let out = self.output.out.as_deref();
        // A folder that cannot be used is refused before the work.
        let folder = out.map(Folder::open).transpose()?;
        let answer = question.ask(&subject)?;
        let Rendered { document, charts, tables } = rendered(&answer, &subject, locale);
        let json = as_text(&answer)?;
        if progress.is_stopped() {
            return Err(Error::Interrupted);
        }
        let folder = folder.map(|folder| write_answer(folder, &loaded.study, &json, tables, charts)).transpose()?;
        progress.finish();
        let unused = if self.engine.is_none() { self.study_options.without_use(&loaded.study) } else { None };
        let cautions = shown(answer.cautions.iter().cloned(), &loaded.study);
        let before = terminal::beside_an_answer(loaded.diagnostics).into_iter().chain(unused);
        let said = before.chain(cautions).chain(out.and_then(|_| missing_font(&loaded.study))).collect();
        let text = || {
            let files = folder.map(|folder| tr!(locale, "files-asked", folder = folder.display().to_string()));
            let files = files.map(|files| format!("\n{files}\n")).unwrap_or_default();
            format!("\n{}{files}", render::document(&document))
        };
        self.output.print(|| json.clone(), text, said)
    }
}

fn as_text(answer: &impl Serialize) -> Result<String, Error> {
    let json = serde_json::to_value(answer).map_err(|error| Error::Broken(error.to_string()))?;
    Ok(format!("{json:#}\n"))
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
