//! `recoup batch`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::Args;
use serde_json::{Value, json};

use crate::batch::list::{Item, items};
use crate::batch::record::{Record, Split, State};
use crate::batch::run::{self as batch, Follow, left_from_before, parts_of, run_batch, validate};
use crate::batch::slurm::{Array, SUBMIT, quote};
use crate::cli::check::estimated;
use crate::cli::options::{ContentsOptions, Done, StudyOptions};
use crate::cli::progress::TerminalProgress;
use crate::cli::terminal;
use crate::diagnostic::Diagnostic;
use crate::engine::estimate::Estimate;
use crate::engine::progress::Progress;
use crate::engine::shard::{MOST_SHARDS, Shard};
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::input::Request;
use crate::language::{Language, Locale, tr};
use crate::output::folder::{Folder, absolute, file_name};

#[derive(Args, Debug)]
pub(super) struct Options {
    /// Studies, folders of them, globs, or tables of runs (CSV or TOML: study, name, seed, draws, replicates, set)
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<String>,
    #[command(flatten)]
    study_options: StudyOptions,
    #[command(flatten)]
    contents: ContentsOptions,
    /// Folder for the results [default: output/NAME of the path, output/batch of several]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Run everything, also what is there and whole
    #[arg(long)]
    force: bool,
    /// End at the first study that goes wrong
    #[arg(long)]
    fail_fast: bool,
    /// Run one part of N, into output/NAME.parts; `recoup merge` joins them
    #[arg(long, value_name = "I/N", conflicts_with_all = ["slurm", "submit"])]
    shard: Option<Shard>,
    /// What shards are made of [default: draws where there are fewer studies than shards]
    #[arg(long, value_enum)]
    split: Option<SplitBy>,
    /// Write the scripts of a job array for Slurm, and do not run
    #[arg(long)]
    slurm: bool,
    /// Write the scripts and submit them with `sbatch`
    #[arg(long)]
    submit: bool,
    /// Tasks of the job array [default: one a study, 16 at most]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_SHARDS)))]
    shards: Option<u32>,
    /// An option for `sbatch`, as in --sbatch=--partition=long (repeatable)
    #[arg(long, value_name = "OPTION", allow_hyphen_values = true)]
    sbatch: Vec<String>,
    /// Threads [default: one per core; a task of Slurm: 2]; moves no result
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON object instead of text
    #[arg(long, conflicts_with_all = ["slurm", "submit"])]
    json: bool,
    /// Print nothing but errors
    #[arg(long)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum SplitBy {
    Studies,
    Draws,
}

impl From<SplitBy> for Split {
    fn from(by: SplitBy) -> Self {
        match by {
            SplitBy::Studies => Split::Studies,
            SplitBy::Draws => Split::Draws,
        }
    }
}

impl Options {
    fn out(&self) -> PathBuf {
        if let Some(out) = &self.out {
            return out.clone();
        }
        let name = match &self.paths[..] {
            [path] if !path.contains(['*', '?', '[']) => {
                let path = Path::new(path);
                let stem = if path.is_dir() {
                    path.canonicalize().unwrap_or_default().file_name().map(|n| n.to_os_string())
                } else {
                    path.file_stem().map(|n| n.to_os_string())
                };
                stem.map(|stem| file_name(&stem.to_string_lossy()))
            }
            _ => None,
        };
        let name = name.unwrap_or_else(|| "batch".into());
        // A single study keeps its folder; a batch of it stands beside.
        let taken = Path::new("output").join(&name);
        let is_a_run = taken.join(crate::output::finished::MANIFEST).is_file();
        if is_a_run { Path::new("output").join(format!("{name}-batch")) } else { taken }
    }

    fn language(&self) -> Language {
        self.study_options.language.lang.unwrap_or_default()
    }

    fn split(&self, runs: usize, of: u32) -> Split {
        self.split.map_or_else(|| Split::usual(runs, of), Split::from)
    }
}

pub(super) fn run(options: &Options) -> Done {
    use_threads(options.threads.map(usize::from)).map_err(Error::Usage)?;
    let is_slurm = options.slurm || options.submit;
    let items = items(&options.paths, |study| {
        let request = options.study_options.request(study);
        // Tasks run elsewhere, where other memory is free.
        if is_slurm { Request { memory: options.study_options.memory, ..request } } else { request }
    })?;
    if !is_slurm && (options.shards.is_some() || !options.sbatch.is_empty()) {
        return Err(Error::Usage("`--shards` and `--sbatch` go with `--slurm`".into()));
    }
    let how = batch::Options {
        out: absolute(&options.out()).map_err(Error::file("use", "."))?,
        language: options.language(),
        contents: options.contents.contents(),
        force: options.force,
        fail_fast: options.fail_fast,
        shard: options.shard.map(|shard| (shard, options.split(items.len(), shard.of))),
    };
    let progress = BatchProgress::new(options.quiet, how.language, false);
    if is_slurm {
        return slurm(options, &items, &how, &progress);
    }
    let record = run_batch(&items, &how, &progress)?;
    progress.finish();
    told(&record, &how.folder(), options.json, options.quiet)
}

/// Says what came of a batch; an error where a study went wrong.
pub(super) fn told(record: &Record, folder: &Path, json: bool, quiet: bool) -> Done {
    if json {
        terminal::print_data(&format!("{:#}", as_json(record, folder)))?;
    } else if !quiet {
        terminal::print(&summary(record, folder))?;
    }
    outcome(record)
}

/// What came of a batch, for other programs.
fn as_json(record: &Record, folder: &Path) -> Value {
    let studies = record.lines.iter().map(|line| {
        json!({
            "name": line.name,
            "study": line.study,
            "set": line.set,
            "state": line.state.word(),
            "problems": line.state.problems(),
            "address": (!line.address.is_empty()).then_some(&line.address),
            "folder": (line.state == State::Done).then(|| folder.join(&line.name).display().to_string()),
        })
    });
    json!({
        "batch": record.batch,
        "folder": folder.display().to_string(),
        "shard": record.shard.map(|(shard, _)| shard.to_string()),
        "split": record.shard.map(|(_, split)| split.word()),
        "done": record.count(|state| *state == State::Done),
        "failed": record.count(State::is_bad),
        "waiting": record.count(|state| *state == State::Waiting),
        "left_from_before": left_from_before(folder, record),
        "studies": studies.collect::<Vec<Value>>(),
    })
}

/// The end of a batch: an error where a study went wrong.
fn outcome(record: &Record) -> Done {
    match record.count(State::is_bad) {
        0 => Ok(()),
        failed => Err(Error::Failed { failed, of: record.lines.len() }),
    }
}

/// What came of a batch, for the terminal.
fn summary(record: &Record, path: &Path) -> String {
    let locale = Locale::of(record.language);
    let here = std::env::current_dir().unwrap_or_default();
    let folder = path.strip_prefix(&here).unwrap_or(path).display().to_string();
    let studies = |number: usize| tr!(locale, "batch-studies", number = number as u64);
    let (number, bad) = (record.count(|state| *state == State::Done), record.count(State::is_bad));
    let done = studies(number);
    let lines = match (record.shard, bad) {
        (Some((shard, Split::Studies)), 0) => {
            tr!(locale, "batch-part", shard = shard.to_string(), done = done, folder = folder)
        }
        (Some((shard, Split::Draws)), 0) => {
            tr!(locale, "batch-part-draws", shard = shard.to_string(), done = done, folder = folder)
        }
        (Some((shard, _)), bad) => {
            let bad = studies(bad);
            tr!(locale, "batch-part-but", shard = shard.to_string(), done = done, bad = bad, folder = folder)
        }
        (None, bad) => {
            let done = match bad {
                0 => tr!(locale, "batch-done", done = done),
                bad => tr!(locale, "batch-done-but", done = done, bad = studies(bad)),
            };
            let place = match number {
                0 => tr!(locale, "batch-where-why", folder = folder),
                _ => tr!(locale, "batch-where", folder = folder),
            };
            format!("{done}\n{place}")
        }
    };
    let mut text = format!("{lines}\n");
    let waiting = record.count(|state| *state == State::Waiting);
    if record.shard.is_none() && waiting > 0 {
        text.push_str(&format!("{}\n", tr!(locale, "batch-not-run", studies = studies(waiting))));
    }
    let left = left_from_before(path, record);
    if !left.is_empty() {
        let names = match &left[..] {
            [first @ .., _, _] if first.len() > 5 => format!("{}, …", first[..5].join(", ")),
            all => locale.list(all),
        };
        text.push_str(&format!("{}\n", tr!(locale, "batch-left", names = names)));
    }
    text
}

/// Checks the studies, writes the scripts of a job array, and submits them where asked.
fn slurm(options: &Options, items: &[Item], how: &batch::Options, progress: &BatchProgress) -> Done {
    let here = std::env::current_dir().map_err(Error::file("use", "."))?;
    let out = how.out.clone();
    let shards = options.shards.unwrap_or_else(|| u32::try_from(items.len()).unwrap_or(u32::MAX).clamp(1, 16));
    let folder = parts_of(&out).join("slurm");
    let array = Array {
        program: std::env::current_exe().map_err(Error::file("find", "recoup"))?,
        paths: options.paths.clone(),
        arguments: arguments(options, &out),
        here,
        out,
        folder: folder.clone(),
        shards,
        cores: options.threads.unwrap_or(2),
        options: options.sbatch.clone(),
        force: options.force,
    };
    let trouble = array.trouble();
    if !trouble.is_empty() {
        return Err(Error::Usage(trouble.join("\nerror: ")));
    }
    let record = validate(items, how, progress)?;
    progress.finish();
    let good = items.len() - record.count(State::is_bad);
    if good == 0 || (options.fail_fast && good < items.len()) {
        return outcome(&record);
    }
    std::fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
    let mut aside = Folder::inside(&folder)?;
    for (name, text) in array.scripts() {
        aside.write(name, text.as_bytes())?;
    }
    let folder = aside.spread()?;
    let submit = folder.join(SUBMIT);
    let locale = Locale::of(options.language());
    let told = if options.submit {
        let output = Command::new("sh").arg(&submit).output().map_err(Error::file("run", &submit))?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_string();
        if !output.status.success() {
            return Err(Error::Usage(format!("`sbatch` refused the jobs: {}", text(&output.stderr))));
        }
        let (jobs, folder) = (text(&output.stdout), folder.display().to_string());
        tr!(locale, "batch-submitted", jobs = jobs, folder = folder)
    } else {
        let studies = tr!(locale, "batch-studies", number = good as u64);
        let script = quote(&submit.display().to_string());
        tr!(locale, "batch-scripts", tasks = shards, studies = studies, script = script)
    };
    if !options.quiet {
        terminal::print(&told)?;
    }
    outcome(&record)
}

/// The options of `recoup batch` again, for a task.
fn arguments(options: &Options, out: &Path) -> Vec<String> {
    let mut all = Vec::new();
    let mut add = |option: &str, value: Option<String>| {
        if let Some(value) = value {
            all.extend([option.to_string(), value]);
        }
    };
    let study = &options.study_options;
    study.set.iter().for_each(|set| add("--set", Some(set.clone())));
    add("--lang", study.language.lang.map(|language| language.code().to_string()));
    add("--seed", study.seed.map(|n| n.to_string()));
    add("--draws", study.draws.map(|n| n.to_string()));
    add("--replicates", study.replicates.map(|n| n.to_string()));
    add("--memory", study.memory.map(|n| n.to_string()));
    let request = study.request("city-hotel");
    add("--engine", request.engine.map(|engine| engine.name().to_string()));
    add("--keep", Some(options.contents.contents().keep.name().to_string()));
    add("--out", Some(out.display().to_string()));
    add("--split", options.split.map(|split| Split::from(split).word().to_string()));
    let flags = [
        ("--no-charts", !options.contents.contents().charts),
        ("--fail-fast", options.fail_fast),
        ("--quiet", options.quiet),
    ];
    all.extend(flags.into_iter().filter(|(_, is)| *is).map(|(flag, _)| flag.to_string()));
    all
}

/// Follows a batch on stderr: a line at the start, a bar where there is a terminal, what goes wrong at once.
pub(super) struct BatchProgress {
    bar: TerminalProgress,
    quiet: bool,
    locale: &'static Locale,
    is_joining: bool,
    ahead: AtomicUsize,
}

impl BatchProgress {
    /// A follower of runs, or of parts being joined.
    pub(super) fn new(quiet: bool, language: Language, is_joining: bool) -> Self {
        let locale = Locale::of(language);
        BatchProgress { bar: TerminalProgress::of_studies(quiet, locale), quiet, locale, is_joining, ahead: 0.into() }
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish();
    }

    fn is_alone(&self) -> bool {
        self.ahead.load(Ordering::Relaxed) == 1
    }
}

impl Progress for BatchProgress {
    fn begins(&self, steps: u64) {
        if self.is_alone() {
            self.bar.begins(steps);
        }
    }

    fn advances(&self) {
        if self.is_alone() {
            self.bar.advances();
        }
    }

    fn is_stopped(&self) -> bool {
        self.bar.is_stopped()
    }
}

impl Follow for BatchProgress {
    fn checks(&self, runs: usize) {
        self.bar.stage(tr!(self.locale, "batch-checking"));
        self.bar.begins_studies(runs as u64);
    }

    fn checked(&self) {
        self.bar.advances();
    }

    fn notes(&self, names: &[&str], diagnostic: &Diagnostic) {
        let [name, more @ ..] = names else { return };
        if !self.quiet {
            let head = match more.len() {
                0 => tr!(self.locale, "batch-study", name = *name),
                more => tr!(self.locale, "batch-study-and-more", name = *name, more = more as u64),
            };
            self.bar.say_diagnostic(&head, diagnostic);
        }
    }

    fn begins_runs(&self, all: usize, there: usize, ahead: usize) {
        let locale = self.locale;
        self.ahead.store(ahead, Ordering::Relaxed);
        if !self.quiet {
            let (all, ahead) = (tr!(locale, "batch-studies", number = all as u64), ahead as u64);
            self.bar.say(&match there {
                0 => tr!(locale, "batch-begins", all = all, ahead = ahead),
                there => tr!(locale, "batch-goes-on", all = all, there = there as u64, ahead = ahead),
            });
        }
        self.bar.stage(if self.is_joining { tr!(locale, "batch-joining") } else { tr!(locale, "batch-running") });
        self.bar.begins_studies(ahead as u64);
    }

    fn estimates(&self, whole: &Estimate) {
        if !self.quiet && whole.periods > 0.0 {
            self.bar.say(&estimated(whole, self.locale));
        }
    }

    fn ends(&self, name: &str, outcome: Result<(), &Error>) {
        match outcome {
            Ok(()) if self.is_alone() => (),
            Ok(()) => self.bar.advances(),
            Err(error) => {
                self.bar.say_error(&tr!(self.locale, "batch-study", name = name), error);
                self.bar.advances();
            }
        }
    }
}
