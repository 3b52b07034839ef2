//! The door: a request in, a checked study or everything that is wrong with it out.
//!
//! 1. [`source`] opens the file and follows `extends`; [`read`] makes trees of the texts, held against the
//!    [`shape`] that the evidence ledger gives; [`draft`] lays them over each other, and lays on them what was
//!    [`set`].
//! 2. For every scenario and strategy [`overlay`] makes one tree, [`resolve`] a typed case of it, and
//!    [`check`] looks whether it can be meant.
//! 3. What was found is told all at once ([`findings`]), as text by [`render`].

pub mod build;
pub mod build_study;
pub mod case_study;
pub mod check;
pub mod code;
pub mod coupling;
pub mod draft;
pub mod edges;
pub mod extend;
pub mod findings;
pub mod hint;
pub mod leaf;
pub mod overlay;
pub mod question;
pub mod read;
pub mod render;
pub mod resolve;
pub mod set;
pub mod shape;
pub mod shipped;
pub mod source;
pub mod starter;
pub mod tree;
pub mod uncertain;
pub mod value;
pub mod write;

use std::path::PathBuf;

use crate::diagnostic::Diagnostic;
use crate::input::draft::Draft;
use crate::input::edges::ReadParquet;
use crate::input::findings::Findings;
use crate::input::source::Origin;
use crate::scenario::language::Language;
use crate::scenario::study::{EngineKind, Study};

/// What to load, and what to change in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The study.
    pub origin: Origin,
    /// What a table of runs sets before that.
    pub row: Option<RowSettings>,
    /// `KEY=VALUE`, in order: edits the study as if its text said so; strategies and scenarios that say a key
    /// themselves keep their own. `strategy.NAME.KEY` and `scenario.NAME.KEY` edit one of them.
    pub set: Vec<String>,
    /// In place of `language`.
    pub language: Option<Language>,
    /// In place of `study.engine`.
    pub engine: Option<EngineKind>,
    /// In place of `study.seed`.
    pub seed: Option<u64>,
    /// In place of `study.draws`.
    pub draws: Option<u64>,
    /// In place of `study.replicates`.
    pub replicates: Option<u64>,
    /// Reads networks that are Parquet files.
    pub parquet: Option<ReadParquet>,
}

/// Settings that stand in a row of a table of runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowSettings {
    /// Which row, for people.
    pub place: String,
    /// `KEY=VALUE`, in order.
    pub set: Vec<String>,
}

impl Request {
    /// That study as it is.
    pub fn new(origin: Origin) -> Self {
        Request {
            origin,
            row: None,
            set: Vec::new(),
            language: None,
            engine: None,
            seed: None,
            draws: None,
            replicates: None,
            parquet: None,
        }
    }

    /// The study in that file.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Request::new(Origin::File(path.into()))
    }

    /// The study a user means by `name`: a file, or a study that the program carries.
    ///
    /// What looks like a path is a file; a bare word, or `case:NAME`, is a file only where one of that name exists.
    pub fn named(name: &str) -> Self {
        let looks_like_path = name.contains(['/', '\\']) || name.ends_with(".toml");
        if looks_like_path || std::path::Path::new(name).exists() {
            Request::file(name)
        } else {
            Request::builtin(name)
        }
    }

    /// The study of that name that the program carries.
    pub fn builtin(name: &str) -> Self {
        Request::new(Origin::Builtin(name.into()))
    }

    /// Every setting as an option and its `KEY=VALUE`.
    fn settings(&self) -> Vec<(&str, String)> {
        let row = self.row.iter().flat_map(|row| row.set.iter().map(|text| (row.place.as_str(), text.clone())));
        let mut settings: Vec<(&str, String)> =
            row.chain(self.set.iter().map(|text| ("--set", text.clone()))).collect();
        if let Some(language) = self.language {
            settings.push(("--lang", format!("language = \"{}\"", language.code())));
        }
        if let Some(engine) = self.engine {
            settings.push(("--engine", format!("study.engine = \"{}\"", engine.name())));
        }
        for (option, key, value) in [
            ("--seed", "seed", self.seed),
            ("--draws", "draws", self.draws),
            ("--replicates", "replicates", self.replicates),
        ] {
            if let Some(value) = value {
                settings.push((option, format!("study.{key} = {value}")));
            }
        }
        settings
    }
}

/// A checked study, and what was said about it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The study.
    pub study: Study,
    /// Warnings and notes.
    pub diagnostics: Vec<Diagnostic>,
}

/// The refusal of a study by what reads the expected engine alone, which knows no contagion.
pub fn refuse_contagion(study: &Study) -> Result<(), Vec<Diagnostic>> {
    if !study.has_contagion() {
        return Ok(());
    }
    let diagnostic =
        Diagnostic::error("S052", "the question is asked of the expected engine, which knows no contagion")
            .with_help("`recoup run` simulates it, and compares its strategies");
    Err(vec![diagnostic])
}

/// Loads and checks a study: all errors and warnings at once when it is refused.
pub fn load(request: &Request) -> Result<Loaded, Vec<Diagnostic>> {
    let mut diagnostics = Findings::default();
    let Some(draft) = Draft::read(request, &mut diagnostics) else {
        return Err(diagnostics.told(&[], &[]));
    };
    let study = build_study::study(&draft, &mut diagnostics);
    let scenarios: Vec<&str> = draft.scenarios.keys().map(String::as_str).collect();
    let strategies: Vec<&str> = draft.strategies.keys().map(String::as_str).collect();
    let refused = diagnostics.has_errors();
    let told = diagnostics.told(&scenarios, &strategies);
    match study {
        Some(study) if !refused => Ok(Loaded { study, diagnostics: told }),
        _ => Err(told.into_iter().filter(|diagnostic| diagnostic.level > crate::diagnostic::Level::Note).collect()),
    }
}
