//! `recoup batch`.

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Args;

use crate::batch::list::{Item, items};
use crate::batch::record::{Record, Split, State};
use crate::batch::run::{self as batch, parts_of, run_batch, validate};
use crate::batch::slurm::{Array, SUBMIT, quoted};
use crate::batch::summary::{as_json, summary};
use crate::cli::batch_progress::BatchProgress;
use crate::cli::options::{ContentsOptions, Done, StudyOptions};
use crate::cli::program::program;
use crate::cli::terminal;
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
    /// Folder for the results [default: output/NAME of the path, or output/batch for several paths]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Run all studies, including those with a complete result
    #[arg(long)]
    force: bool,
    /// Stop at the first study that fails
    #[arg(long)]
    fail_fast: bool,
    /// Run one part of N, into output/NAME.parts; `recoup merge` joins them
    #[arg(long, value_name = "I/N", conflicts_with_all = ["slurm", "submit"])]
    shard: Option<Shard>,
    /// Split by studies or by draws [default: draws if there are fewer studies than shards]
    #[arg(long, value_enum)]
    split: Option<SplitBy>,
    /// Write the scripts of a Slurm job array without running the batch
    #[arg(long)]
    slurm: bool,
    /// Write the scripts and submit them with `sbatch`
    #[arg(long)]
    submit: bool,
    /// Number of tasks of the job array [default: one per study, at most 16]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_SHARDS)))]
    shards: Option<u32>,
    /// An option for `sbatch`, as in --sbatch=--partition=long (repeatable)
    #[arg(long, value_name = "OPTION", allow_hyphen_values = true)]
    sbatch: Vec<String>,
    /// Threads [default: one per core; 2 per Slurm task]; results do not depend on it
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print one JSON object instead of text
    #[arg(long, conflicts_with_all = ["slurm", "submit"])]
    json: bool,
    /// Print only errors
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

/// The end of a batch: an error where a study went wrong.
fn outcome(record: &Record) -> Done {
    match record.count(State::is_bad) {
        0 => Ok(()),
        failed => Err(Error::Failed { failed, of: record.lines.len() }),
    }
}

/// Checks the studies, writes the scripts of a job array, and submits them where asked.
fn slurm(options: &Options, items: &[Item], how: &batch::Options, progress: &BatchProgress) -> Done {
    let here = std::env::current_dir().map_err(Error::file("use", "."))?;
    let out = how.out.clone();
    let shards = options.shards.unwrap_or_else(|| u32::try_from(items.len()).unwrap_or(u32::MAX).clamp(1, 16));
    let folder = parts_of(&out).join("slurm");
    let array = Array {
        program: program()?,
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
        return Err(Error::Usage(trouble.join("\nerror[U002]: ")));
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
        let script = quoted(&submit);
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
