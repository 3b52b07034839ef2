//! `batch.toml` and `part.toml`: which runs there are, and what came of each.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use crate::batch::list::Item;
use crate::engine::shard::Shard;
use crate::error::Error;
use crate::input::guard::{Stop, TABLE_BYTES, read_text};
use crate::language::Language;
use crate::output::contents::Contents;
use crate::output::finished::{Listed, is_inside};
use crate::output::folder::Folder;
use crate::random::address::STREAM;
use crate::scenario::key::Key;

/// The record of a finished batch.
pub const BATCH: &str = "batch.toml";
/// The first line of both.
pub const HEADER: &str = "# A batch of recoup, or a part of one. Made by the program.\n";
/// The record of a finished part of a batch.
pub const PART: &str = "part.toml";

/// What came of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Not yet begun, or not this shard's.
    Waiting,
    /// Its results are there.
    Done,
    /// The study was refused; what was wrong with it.
    Refused(Vec<String>),
    /// It failed; why.
    Failed(String),
}

impl State {
    /// The word for it.
    pub fn word(&self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Done => "done",
            State::Refused(_) => "refused",
            State::Failed(_) => "failed",
        }
    }

    /// What went wrong.
    pub fn problems(&self) -> &[String] {
        match self {
            State::Waiting | State::Done => &[],
            State::Refused(problems) => problems,
            State::Failed(why) => std::slice::from_ref(why),
        }
    }

    /// Whether something went wrong.
    pub fn is_bad(&self) -> bool {
        matches!(self, State::Refused(_) | State::Failed(_))
    }
}

/// How a batch is dealt out to shards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Split {
    /// Whole studies: every `of`th.
    Studies,
    /// Every study by its draws.
    Draws,
}

impl Split {
    /// By studies, unless there are fewer of them than shards.
    pub fn usual(runs: usize, of: u32) -> Self {
        if runs < of as usize { Split::Draws } else { Split::Studies }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Split::Studies => "studies",
            Split::Draws => "draws",
        }
    }
}

/// One run and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Name of its folder.
    pub name: String,
    /// What it is called, as it is written.
    pub label: String,
    /// The study, as it was named.
    pub study: String,
    /// What was set beside the study's own settings.
    pub set: Vec<String>,
    /// The address of its results; empty where the study was refused.
    pub address: String,
    /// What came of it.
    pub state: State,
}

impl Line {
    /// A run that has not begun.
    pub fn waiting(item: &Item) -> Self {
        let request = &item.request;
        let mut set: Vec<String> = request.row.iter().flat_map(|row| row.set.clone()).collect();
        set.extend(request.set.iter().cloned());
        set.extend(request.engine.map(|engine| format!("study.engine={}", engine.name())));
        for (key, value) in [("seed", request.seed), ("draws", request.draws), ("replicates", request.replicates)] {
            set.extend(value.map(|value| format!("study.{key}={value}")));
        }
        set.extend(request.language.map(|language| format!("language={}", language.code())));
        let (name, label, study) = (item.name.clone(), item.label.clone(), item.study.clone());
        Line { name, label, study, set, address: String::new(), state: State::Waiting }
    }
}

impl Line {
    /// What is set, each as key and value as they are written.
    pub fn settings(&self) -> impl Iterator<Item = (&str, &str)> {
        self.set.iter().filter_map(|setting| {
            // The key ends at the first `=` that leaves a key before it: names in quotes may hold others.
            let is_key = |at: &usize| Key::parse(setting[..*at].trim()).is_some();
            let at = setting.match_indices('=').map(|(at, _)| at).find(is_key)?;
            Some((setting[..at].trim(), setting[at + 1..].trim()))
        })
    }
}

/// A batch, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its name.
    pub batch: String,
    /// Language of its page.
    pub language: Language,
    /// What the folders of its runs hold.
    pub contents: Contents,
    /// Which part this is, and how the batch is split.
    pub shard: Option<(Shard, Split)>,
    /// The runs, all of the batch.
    pub lines: Vec<Line>,
    /// The files of all runs together, as they were written.
    pub files: Vec<Listed>,
}

impl Record {
    /// A hash of what is run: names and addresses of all runs, in order. How a path to a study was spelt does not count.
    pub fn address(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for line in &self.lines {
            for text in [&line.name, "\n", &line.label, "\n", &line.set.join("\n"), "\n", &line.address, "\n"] {
                hasher.update(text.as_bytes());
            }
        }
        hasher.finalize().to_hex().to_string()
    }

    /// How many runs satisfy that.
    pub fn count(&self, is: impl Fn(&State) -> bool) -> usize {
        self.lines.iter().filter(|line| is(&line.state)).count()
    }

    /// The text: no clock, host or thread count.
    pub fn text(&self) -> String {
        let mut text = String::from(HEADER);
        let mut line = |key: &str, value: toml::Value| text.push_str(&format!("{key} = {value}\n"));
        let whole = |n: usize| toml::Value::Integer(i64::try_from(n).unwrap_or(i64::MAX));
        line("program", "recoup".into());
        line("version", env!("CARGO_PKG_VERSION").into());
        line("stream", i64::from(STREAM).into());
        line("batch", self.batch.clone().into());
        line("batch_blake3", self.address().into());
        line("language", self.language.code().into());
        line("keep", self.contents.keep.name().into());
        line("charts", self.contents.charts.into());
        if let Some((shard, split)) = self.shard {
            line("shard", shard.to_string().into());
            line("split", split.word().into());
        }
        line("runs", whole(self.lines.len()));
        line("done", whole(self.count(|state| *state == State::Done)));
        line("failed", whole(self.count(State::is_bad)));
        for run in &self.lines {
            text.push_str("\n[[run]]\n");
            let mut line = |key: &str, value: toml::Value| text.push_str(&format!("{key} = {value}\n"));
            let list = |texts: &[String]| toml::Value::Array(texts.iter().map(|text| text.clone().into()).collect());
            line("name", run.name.clone().into());
            if run.label != run.name {
                line("label", run.label.clone().into());
            }
            line("study", run.study.clone().into());
            if !run.set.is_empty() {
                line("set", list(&run.set));
            }
            line("state", run.state.word().into());
            if !run.address.is_empty() {
                line("address", run.address.clone().into());
            }
            if run.state.is_bad() {
                line("problems", list(run.state.problems()));
            }
        }
        self.files.iter().for_each(|file| text.push_str(&file.text()));
        text
    }

    /// Writes the record into `folder`, whole or not at all.
    pub fn write(&self, folder: &Path) -> Result<(), Error> {
        let mut aside = Folder::inside(folder)?;
        aside.write(if self.shard.is_some() { PART } else { BATCH }, self.text().as_bytes())?;
        aside.spread().map(|_| ())
    }

    /// Reads the record; a sentence where it is none.
    pub fn read(path: &Path) -> Result<Self, String> {
        #[derive(Deserialize)]
        struct Run {
            name: String,
            label: Option<String>,
            study: String,
            #[serde(default)]
            set: Vec<String>,
            state: String,
            #[serde(default)]
            address: String,
            #[serde(default)]
            problems: Vec<String>,
        }
        #[derive(Deserialize)]
        struct File {
            version: String,
            stream: i64,
            batch: String,
            batch_blake3: String,
            language: String,
            keep: String,
            charts: bool,
            shard: Option<String>,
            split: Option<String>,
            #[serde(default)]
            run: Vec<Run>,
        }
        let text = read_text(path, TABLE_BYTES, Stop::NEVER).map_err(|unread| unread.to_string())?;
        let file: File = toml::from_str(&text).map_err(|_| "it is no record of a batch".to_string())?;
        if (&*file.version, file.stream) != (env!("CARGO_PKG_VERSION"), i64::from(STREAM)) {
            return Err(format!("it was made by version {}, this is {}", file.version, env!("CARGO_PKG_VERSION")));
        }
        let shard = match (&file.shard, &file.split) {
            (Some(shard), Some(split)) => {
                let split = if split == Split::Draws.word() { Split::Draws } else { Split::Studies };
                Some((shard.parse::<Shard>()?, split))
            }
            _ => None,
        };
        let lines = file.run.into_iter().map(|run| {
            let state = match &*run.state {
                "done" => State::Done,
                "refused" => State::Refused(run.problems),
                "failed" => State::Failed(run.problems.into_iter().next().unwrap_or_default()),
                _ => State::Waiting,
            };
            let label = run.label.unwrap_or_else(|| run.name.clone());
            Line { name: run.name, label, study: run.study, set: run.set, address: run.address, state }
        });
        let contents = Contents { keep: file.keep.parse()?, charts: file.charts };
        let language = Language::of_tag(&file.language).unwrap_or_default();
        let files = text.parse().ok().and_then(|table| Listed::all(&table)).unwrap_or_default();
        let record = Record { batch: file.batch, language, contents, shard, lines: lines.collect(), files };
        // Runs are folders in the batch's own, each one's alone.
        let names: BTreeSet<&str> = record.lines.iter().map(|line| &*line.name).collect();
        let is_folder = |name: &&str| is_inside(name) && !name.contains(['/', '\\']);
        let are_names = names.len() == record.lines.len() && names.iter().all(is_folder);
        match are_names && record.address() == file.batch_blake3 {
            true => Ok(record),
            false => Err("it was changed by hand".into()),
        }
    }
}
