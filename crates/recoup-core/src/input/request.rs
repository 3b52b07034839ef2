//! What is asked for: a study, and settings in place of its own.

use std::path::{Path, PathBuf};

use crate::input::edges::ReadParquet;
use crate::input::guard::Stop;
use crate::input::source::Origin;
use crate::scenario::language::Language;
use crate::scenario::study::EngineKind;

/// What to load, and what to change in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The study.
    pub origin: Origin,
    /// What a table of runs sets before that.
    pub row: Option<RowSettings>,
    /// `KEY=VALUE`, in order: edits the study as if it were written in its text; strategies and scenarios that say a key
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
    /// Most memory that a run may take by its estimate, in bytes; no limit where none is given.
    pub memory: Option<u64>,
    /// Whether to stop, asked while files are read.
    pub stop: Stop,
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
            memory: None,
            stop: Stop::NEVER,
        }
    }

    /// The study in that file.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Request::new(Origin::File(path.into()))
    }

    /// The study a user means by `name`: a file, or a study that the program carries.
    ///
    /// What looks like a path is a file; a bare word, `case:NAME` or `recipe:NAME` is a file only where one of that name exists.
    pub fn named(name: &str) -> Self {
        let looks_like_path = name.contains(['/', '\\']) || name.ends_with(".toml");
        if looks_like_path || Path::new(name).exists() { Request::file(name) } else { Request::builtin(name) }
    }

    /// The study of that name that the program carries.
    pub fn builtin(name: &str) -> Self {
        Request::new(Origin::Builtin(name.into()))
    }

    /// Every setting as an option and its `KEY=VALUE`.
    pub(crate) fn settings(&self) -> Vec<(&str, String)> {
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
