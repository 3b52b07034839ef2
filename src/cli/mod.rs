//! The command line: the only module that uses clap, terminal tables and progress bars.

mod answer;
mod ask;
mod batch;
mod breakeven;
mod cases;
mod check;
mod completions;
mod decide;
mod documents;
mod explain;
mod merge;
mod new;
mod optimize;
mod paradox;
mod presets;
mod progress;
mod published;
mod render;
mod report;
mod run;
mod schema;
mod sensitivity;
mod story;
mod sweep;
mod table;
mod terminal;
mod verify;
mod why;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

pub use crate::cli::documents::{case_charts, generated_documents};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::input::Request;
use crate::language::{Language, Locale, tr};
use crate::output::contents::{Contents, Keep};
use crate::output::parquet::READ_PARQUET;
use crate::scenario::study::{EngineKind, Study};

/// What service recovery pays back, and how certain that is.
#[derive(Parser, Debug)]
#[command(name = "recoup", version, about, max_term_width = 100, after_help = AFTER_HELP)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

const AFTER_HELP: &str = "Start with `recoup run`: it runs the built-in city hotel and says which strategy pays.
Then `recoup new my-study.toml`, edit it, and `recoup run my-study.toml`.";

#[derive(Subcommand, Debug)]
enum Command {
    /// Simulate a study and compare its strategies
    Run(run::Options),
    /// Rebuild the report of a result folder without running the study, in the same or another language
    Report(report::Options),
    /// Follow one customer under every strategy, with common random numbers
    Story(story::Options),
    /// Which inputs matter: tornado, and the share of variance that each uncertain input causes
    Sensitivity(sensitivity::Options),
    /// Which strategy to choose, and what more information is worth
    Decide(decide::Options),
    /// Move one or two levers and see what the next unit is worth
    Sweep(sweep::Options),
    /// The value of a key at which two strategies tie
    Breakeven(breakeven::Options),
    /// Split a budget over levers
    Optimize(optimize::Options),
    /// Where the difference between two strategies comes from, and what would reverse it
    Why(why::Options),
    /// The recovery paradox: its three meanings, where each holds, and what it would cost to act on it
    Paradox(paradox::Options),
    /// Run many studies: resumable, in shards, on a cluster
    Batch(batch::Options),
    /// Join the parts of a batch that ran in shards
    Merge(merge::Options),
    /// Check studies and report every problem at once
    Check(check::Options),
    /// Write a commented starter study
    New(new::Options),
    /// What a key means: unit, default, range, source, status of the evidence
    Explain(explain::Options),
    /// The shipped case studies: firms and practices, and their results
    Cases(cases::Options),
    /// The shipped presets and policies, and their sources
    Presets(presets::Options),
    /// The JSON Schema of scenario files, for editors
    Schema,
    /// The engines against closed forms and against each other
    Verify(verify::Options),
    /// A completion script for your shell
    Completions(completions::Options),
}

/// Settings of a study from the command line.
#[derive(Args, Debug, Default)]
struct StudyOptions {
    /// Edit the study as if the file said so, e.g. market.customers=80_000 or strategy.ask.voice.solicit=0.5 (repeatable)
    #[arg(long = "set", value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// Seed of all random numbers
    #[arg(long)]
    seed: Option<u64>,
    /// Engine that runs the model
    #[arg(long, value_enum)]
    engine: Option<Engine>,
    /// Parameter draws; 1 = the point values
    #[arg(long)]
    draws: Option<u64>,
    /// Simulations per parameter draw
    #[arg(long)]
    replicates: Option<u64>,
    #[command(flatten)]
    language: LanguageOption,
}

/// The language of answers.
#[derive(Args, Clone, Copy, Debug, Default)]
struct LanguageOption {
    /// Language of answers, charts and reports: en, zh or es [default: the study's]
    #[arg(long, value_name = "LANG", value_parser = language)]
    lang: Option<Language>,
}

impl LanguageOption {
    /// The words to speak in where there is no study.
    fn locale(self) -> &'static Locale {
        Locale::of(self.lang.unwrap_or_default())
    }
}

fn language(tag: &str) -> Result<Language, String> {
    Language::of_tag(tag).ok_or_else(|| "there is `en`, `zh` and `es`".to_string())
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Engine {
    /// Expected values: the mean-field limit, without chance
    Expected,
    /// Whole numbers of exchangeable customers, drawn at random
    Cohort,
    /// Every customer a record, on a network if the study has one
    Agents,
}

/// What a result folder holds.
#[derive(Args, Debug)]
struct ContentsOptions {
    /// Tables to keep: one row per strategy; also one per period; also one per simulation
    #[arg(
        long,
        value_enum,
        default_value = "histories",
        hide_possible_values = true,
        value_name = "summary|periods|histories"
    )]
    keep: KeepLevel,
    /// No charts
    #[arg(long)]
    no_charts: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum KeepLevel {
    Summary,
    Periods,
    Histories,
}

impl ContentsOptions {
    fn contents(&self) -> Contents {
        let keep = match self.keep {
            KeepLevel::Summary => Keep::Summary,
            KeepLevel::Periods => Keep::Periods,
            KeepLevel::Histories => Keep::Histories,
        };
        Contents { keep, charts: !self.no_charts }
    }
}

impl StudyOptions {
    /// The request for a study: a file, or the name of one that the program carries.
    fn request(&self, study: &str) -> Request {
        let mut request = Request::named(study);
        request.set = self.set.clone();
        request.parquet = Some(READ_PARQUET);
        request.language = self.language.lang;
        request.seed = self.seed;
        request.draws = self.draws;
        request.replicates = self.replicates;
        request.engine = self.engine.map(|engine| match engine {
            Engine::Expected => EngineKind::Expected,
            Engine::Cohort => EngineKind::Cohort,
            Engine::Agents => EngineKind::Agents,
        });
        request
    }

    /// The words to speak in before a study is read.
    fn locale(&self) -> &'static Locale {
        self.language.locale()
    }

    /// The warning about options that have no effect on a question about the inputs.
    fn without_use(&self, study: &Study) -> Option<Diagnostic> {
        let option = match (self.engine, self.replicates) {
            (Some(Engine::Cohort | Engine::Agents), _) => "--engine",
            (_, Some(_)) => "--replicates",
            _ => return None,
        };
        let locale = Locale::of(study.language);
        let message = tr!(locale, "caution-option-unused", option = option);
        Some(Diagnostic::warning("W011", message).with_help(tr!(locale, "caution-option-unused-help")))
    }
}

/// Runs the program; returns its exit code.
pub fn main() -> u8 {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // A closed pipe is no error; help and version are no failures.
            let _ = error.print();
            return if error.use_stderr() { 2 } else { 0 };
        }
    };
    let done = match cli.command {
        None => terminal::print(&Cli::command().render_help().to_string()),
        Some(Command::Run(options)) => run::run(&options),
        Some(Command::Report(options)) => report::run(&options),
        Some(Command::Story(options)) => story::run(&options),
        Some(Command::Sensitivity(options)) => sensitivity::run(&options),
        Some(Command::Decide(options)) => decide::run(&options),
        Some(Command::Sweep(options)) => sweep::run(&options),
        Some(Command::Breakeven(options)) => breakeven::run(&options),
        Some(Command::Optimize(options)) => optimize::run(&options),
        Some(Command::Why(options)) => why::run(&options),
        Some(Command::Paradox(options)) => paradox::run(&options),
        Some(Command::Batch(options)) => batch::run(&options),
        Some(Command::Merge(options)) => merge::run(&options),
        Some(Command::Check(options)) => check::run(&options),
        Some(Command::New(options)) => new::run(&options),
        Some(Command::Explain(options)) => explain::run(&options),
        Some(Command::Cases(options)) => cases::run(&options),
        Some(Command::Presets(options)) => presets::run(&options),
        Some(Command::Schema) => schema::run(),
        Some(Command::Verify(options)) => verify::run(&options),
        Some(Command::Completions(options)) => completions::run(&options, &mut Cli::command()),
    };
    match done {
        Ok(()) => 0,
        Err(error) => {
            terminal::complain(&error);
            error.exit_code()
        }
    }
}

type Done = Result<(), Error>;
