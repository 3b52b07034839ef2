//! `manifest.toml`: what a finished run was, and every file with its hash.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::model::REVISION;
use crate::output::contents::Contents;
use crate::output::finished::{Finished, Listed, MANIFEST};
use crate::output::folder::Folder;
use crate::random::address::STREAM;
use crate::scenario::study::Study;

/// The address of a run: BLAKE3 of all that its result folder depends on. Equal addresses, equal bytes.
///
/// That is the resolved study and its network files, engine, seed, draws and replicates, name and language, what is
/// kept, the stream contract, the revision of the model and the version of the program.
pub fn address(study: &Study, contents: &Contents) -> String {
    let settings = &study.settings;
    let text = format!(
        "recoup run\nversion {}\nmodel {REVISION}\nstream {STREAM}\nstudy {}\nengine {}\nseed {}\ndraws {}\nreplicates {}\nkeep {}\ncharts {}\nlanguage {}\nname {}\n",
        env!("CARGO_PKG_VERSION"),
        study.hash(),
        settings.engine.name(),
        settings.seed,
        settings.draws,
        settings.replicates,
        contents.keep.name(),
        contents.charts,
        study.language.code(),
        study.name,
    );
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

/// What was run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Identity {
    /// The study's name.
    pub study: String,
    /// BLAKE3 of the resolved study.
    pub hash: String,
    /// Version of the program.
    pub version: String,
    /// Contract that maps addresses to random numbers.
    pub stream: u32,
    /// Name of the engine.
    pub engine: String,
    /// Seed of all luck.
    pub seed: u64,
    /// Parameter draws.
    pub draws: u64,
    /// Simulations per draw.
    pub replicates: u64,
    /// The [`address`] of the run, of a folder that is as that run wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl Identity {
    /// Of a study that this program runs.
    pub fn of(study: &Study) -> Self {
        Identity {
            study: study.name.clone(),
            hash: study.hash(),
            version: env!("CARGO_PKG_VERSION").to_string(),
            stream: STREAM,
            engine: study.settings.engine.name().to_string(),
            seed: study.settings.seed,
            draws: study.settings.draws,
            replicates: study.settings.replicates,
            address: None,
        }
    }
}

/// Writes the manifest of a study's run, the last file of a folder. It holds no clock, host or thread count.
pub fn write_manifest(folder: &mut Folder, study: &Study) -> Result<(), Error> {
    write_manifest_with(folder, study, &[])
}

/// The same with further lines: names and texts.
pub fn write_manifest_with(folder: &mut Folder, study: &Study, more: &[(&str, String)]) -> Result<(), Error> {
    write_lines(folder, &Identity::of(study), more)
}

/// Writes the manifest of a run, the last file of a folder.
pub fn write_identity(folder: &mut Folder, run: &Identity) -> Result<(), Error> {
    let address = run.address.clone().map(|address| ("address", address));
    write_lines(folder, run, address.as_slice())
}

fn write_lines(folder: &mut Folder, run: &Identity, more: &[(&str, String)]) -> Result<(), Error> {
    let mut text = String::from("# A finished run of recoup. Made by the program; the last file to be written.\n");
    let mut line = |key: &str, value: toml::Value| text.push_str(&format!("{key} = {value}\n"));
    let whole = |n: u64| i64::try_from(n).map_or_else(|_| toml::Value::String(n.to_string()), toml::Value::Integer);
    line("program", "recoup".into());
    line("version", run.version.clone().into());
    line("stream", i64::from(run.stream).into());
    line("study", run.study.clone().into());
    line("study_blake3", run.hash.clone().into());
    line("command", folder.command().into());
    line("engine", run.engine.clone().into());
    line("seed", whole(run.seed));
    line("draws", whole(run.draws));
    line("replicates", whole(run.replicates));
    for (key, value) in more {
        line(key, value.clone().into());
    }
    // The manifest says that all else is there.
    folder.sync()?;
    for name in folder.files() {
        let listed = Listed::of(&folder.path_aside(""), &name);
        text.push_str(&listed.map_err(Error::file("read", folder.path_aside(&name)))?.text());
    }
    folder.write(MANIFEST, text.as_bytes())
}

/// The files of a finished run of this program, by their paths inside the folder, once each is found to be as it was
/// written; of those that `is_made_again` names, one that is gone is no loss.
///
/// # Errors
/// Everything that is wrong with the folder: no finished run, another version's, a file that is gone or changed.
pub fn read_files(folder: &Path, is_made_again: impl Fn(&str) -> bool) -> Result<Vec<String>, Vec<Diagnostic>> {
    let place = folder.display();
    let no_run = || {
        let diagnostic = Diagnostic::error("R001", format!("`{place}` holds no finished run"));
        vec![diagnostic.with_help("name the folder that `recoup run` wrote: it has a `manifest.toml`")]
    };
    let finished = Finished::read(folder).filter(|finished| !finished.files.is_empty()).ok_or_else(no_run)?;
    let ours = env!("CARGO_PKG_VERSION");
    if finished.word("version") != Some(ours) || finished.whole("stream") != Some(i64::from(STREAM)) {
        let theirs = finished.word("version").unwrap_or("unknown");
        let message = format!("`{place}` was made by recoup {theirs}, and this is {ours}");
        let study = folder.join("study.toml");
        let help = format!("run it again with `recoup run {} --out {place}`, or take that version", study.display());
        return Err(vec![Diagnostic::error("R002", message).with_help(help)]);
    }
    let mut names = Vec::new();
    let mut wrong = Vec::new();
    for file in &finished.files {
        let name = &file.name;
        match file.is_as_written(folder) {
            Ok(true) => names.push(name.clone()),
            Ok(false) => {
                let message = format!("`{name}` in `{place}` is not the file that the run wrote");
                let help = if is_made_again(name) { "delete it, and it is made again" } else { "run the study again" };
                wrong.push(Diagnostic::error("R003", message).with_help(help));
            }
            Err(_) if is_made_again(name) => {}
            Err(_) => {
                let message = format!("`{name}` is missing from `{place}`");
                wrong.push(Diagnostic::error("R003", message).with_help("run the study again"));
            }
        }
    }
    if wrong.is_empty() { Ok(names) } else { Err(wrong) }
}

/// Whether a folder is a finished run whose manifest has these lines, every file as it was written.
pub fn is_whole(folder: &Path, lines: &[(&str, &str)]) -> bool {
    let Some(finished) = Finished::read(folder) else { return false };
    lines.iter().all(|(key, value)| finished.word(key) == Some(value))
        && finished.word("shard").is_some() == lines.iter().any(|(key, _)| *key == "shard")
        && !finished.files.is_empty()
        && finished.files.iter().all(|file| file.is_as_written(folder).unwrap_or(false))
}
