//! Options that several commands share.

use clap::{Args, ValueEnum};

use crate::cli::memory::free_memory;
use crate::cli::stop::is_stopped;
use crate::diagnostic::Diagnostic;
use crate::engine::estimate::read_size;
use crate::error::Error;
use crate::input::Request;
use crate::input::guard::Stop;
use crate::language::{Language, Locale, tr};
use crate::output::contents::{Contents, Keep};
use crate::output::parquet::READ_PARQUET;
use crate::scenario::study::{EngineKind, Study};

/// What a command comes to.
pub(super) type Done = Result<(), Error>;

/// Settings of a study from the command line.
#[derive(Args, Debug, Default)]
pub(super) struct StudyOptions {
    /// Set a key as if the value were written in the file, e.g. market.customers=80_000 or strategy.ask.voice.solicit=0.5 (repeatable)
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub set: Vec<String>,
    /// Seed of all random numbers
    #[arg(long, value_parser = clap::value_parser!(u64).range(..=i64::MAX as u64))]
    pub seed: Option<u64>,
    /// Engine that runs the model
    #[arg(long, value_enum)]
    pub engine: Option<Engine>,
    /// Parameter draws; 1 = the point values
    #[arg(long)]
    pub draws: Option<u64>,
    /// Simulations per parameter draw
    #[arg(long)]
    pub replicates: Option<u64>,
    /// Most memory to take, by the estimate, as 500M or 16G [default: what the machine has free]
    #[arg(long, value_name = "SIZE", value_parser = read_size)]
    pub memory: Option<u64>,
    #[command(flatten)]
    pub language: LanguageOption,
}

/// The language of answers.
#[derive(Args, Clone, Copy, Debug, Default)]
pub(super) struct LanguageOption {
    /// Language of answers, charts and reports: en, zh or es [default: the study's]
    #[arg(long, value_name = "LANG", value_parser = language)]
    pub lang: Option<Language>,
}

impl LanguageOption {
    /// The words to speak in where there is no study.
    pub(super) fn locale(self) -> &'static Locale {
        Locale::of(self.lang.unwrap_or_default())
    }
}

fn language(tag: &str) -> Result<Language, String> {
    Language::of_tag(tag).ok_or_else(|| "there is `en`, `zh` and `es`".to_string())
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Engine {
    /// Expected values: the mean-field limit, without chance
    Expected,
    /// Whole numbers of exchangeable customers, drawn at random
    Cohort,
    /// Every customer individually, on a network if the study has one
    Agents,
}

/// What a result folder holds.
#[derive(Args, Debug)]
pub(super) struct ContentsOptions {
    /// Tables to keep, with one row per strategy (summary), also per period (periods), also per simulation (histories)
    #[arg(
        long,
        value_enum,
        default_value = "histories",
        hide_possible_values = true,
        value_name = "summary|periods|histories"
    )]
    pub keep: KeepLevel,
    /// Write no charts, report or workbook
    #[arg(long)]
    pub no_charts: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum KeepLevel {
    Summary,
    Periods,
    Histories,
}

impl ContentsOptions {
    pub(super) fn contents(&self) -> Contents {
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
    pub(super) fn request(&self, study: &str) -> Request {
        let mut request = Request::named(study);
        request.set = self.set.clone();
        request.parquet = Some(READ_PARQUET);
        request.memory = self.memory.or_else(free_memory);
        request.stop = Stop(is_stopped);
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
    pub(super) fn locale(&self) -> &'static Locale {
        self.language.locale()
    }

    /// The warnings about options that have no effect on a question about the inputs, or about their point values alone.
    pub(super) fn without_use(&self, study: &Study, is_at_point: bool) -> Vec<Diagnostic> {
        let locale = Locale::of(study.language);
        let engine = matches!(self.engine, Some(Engine::Cohort | Engine::Agents)).then_some("--engine");
        let options = [
            (engine.or(self.replicates.map(|_| "--replicates")), tr!(locale, "caution-option-unused-engine")),
            (self.draws.filter(|_| is_at_point).map(|_| "--draws"), tr!(locale, "caution-option-unused-point")),
        ];
        let unused = options.into_iter().filter_map(|(option, why)| Some((option?, why)));
        let warning = |(option, why): (&str, String)| {
            let message = tr!(locale, "caution-option-unused", option = option, why = why);
            Diagnostic::warning("W011", message).translated().with_help(tr!(locale, "caution-option-unused-help"))
        };
        unused.map(warning).collect()
    }
}
