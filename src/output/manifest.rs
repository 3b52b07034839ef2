//! `manifest.toml`: what a finished run was, and every file with its hash.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::output::contents::Contents;
use crate::output::folder::{Folder, MANIFEST};
use crate::random::address::STREAM;
use crate::scenario::study::Study;

/// The address of a run: BLAKE3 of all that its result folder depends on. Equal addresses, equal bytes.
///
/// That is the resolved study and its network files, engine, seed, draws and replicates, name and language, what is
/// kept, the stream contract and the version of the program.
pub fn address(study: &Study, contents: &Contents) -> String {
    let settings = &study.settings;
    let text = format!(
        "recoup run\nversion {}\nstream {STREAM}\nstudy {}\nengine {}\nseed {}\ndraws {}\nreplicates {}\nkeep {}\ncharts {}\nlanguage {}\nname {}\n",
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
    /// Histories per draw.
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
    line("engine", run.engine.clone().into());
    line("seed", whole(run.seed));
    line("draws", whole(run.draws));
    line("replicates", whole(run.replicates));
    for (key, value) in more {
        line(key, value.clone().into());
    }
    for name in folder.files() {
        let path = folder.path_aside(&name);
        let (bytes, hash) = measure(&path).map_err(Error::file("read", &path))?;
        let name = toml::Value::String(name);
        text.push_str(&format!("\n[[file]]\nname = {name}\nbytes = {bytes}\nblake3 = \"{hash}\"\n"));
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
        let said = Diagnostic::error("R001", format!("`{place}` holds no finished run"));
        vec![said.with_help("name the folder that `recoup run` wrote: it has a `manifest.toml`")]
    };
    let text = fs::read_to_string(folder.join(MANIFEST)).map_err(|_| no_run())?;
    let manifest: toml::Table = text.parse().map_err(|_| no_run())?;
    let word = |key: &str| manifest.get(key).and_then(toml::Value::as_str);
    if word("program") != Some("recoup") {
        return Err(no_run());
    }
    let ours = env!("CARGO_PKG_VERSION");
    let stream = manifest.get("stream").and_then(toml::Value::as_integer);
    if word("version") != Some(ours) || stream != Some(i64::from(STREAM)) {
        let theirs = word("version").unwrap_or("unknown");
        let message = format!("`{place}` was made by recoup {theirs}, and this is {ours}");
        let study = folder.join("study.toml");
        let help = format!("run it again with `recoup run {} --out {place}`, or take that version", study.display());
        return Err(vec![Diagnostic::error("R002", message).with_help(help)]);
    }
    let listed = manifest.get("file").and_then(toml::Value::as_array).ok_or_else(no_run)?;
    let mut names = Vec::new();
    let mut wrong = Vec::new();
    for file in listed {
        let part = |key: &str| file.get(key).and_then(toml::Value::as_str);
        let (Some(name), Some(hash)) = (part("name"), part("blake3")) else { return Err(no_run()) };
        // A manifest leads to files inside its folder alone.
        if !is_inside(name) {
            return Err(no_run());
        }
        match fs::read(folder.join(name)) {
            Ok(bytes) if blake3::hash(&bytes).to_hex().as_str() == hash => names.push(name.to_string()),
            Ok(_) => {
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

fn is_inside(name: &str) -> bool {
    Path::new(name).components().all(|part| matches!(part, std::path::Component::Normal(_)))
}

/// Length and BLAKE3 of a file.
fn measure(path: &Path) -> io::Result<(u64, String)> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok((hasher.count(), hasher.finalize().to_hex().to_string()))
}

/// Whether a folder is a finished run whose manifest has these lines, every file as it was written.
pub fn is_whole(folder: &Path, lines: &[(&str, &str)]) -> bool {
    let Ok(text) = fs::read_to_string(folder.join(MANIFEST)) else { return false };
    let Ok(manifest) = text.parse::<toml::Table>() else { return false };
    let says = |key: &str, value: &str| manifest.get(key).and_then(toml::Value::as_str) == Some(value);
    let is_as_written = |file: &toml::Value| {
        let name = file.get("name")?.as_str()?;
        let bytes = file.get("bytes")?.as_integer()?;
        let path = folder.join(name);
        // The cheap question first.
        (i64::try_from(fs::metadata(&path).ok()?.len()).ok()? == bytes).then_some(())?;
        (measure(&path).ok()?.1 == file.get("blake3")?.as_str()?).then_some(())
    };
    says("program", "recoup")
        && lines.iter().all(|(key, value)| says(key, value))
        && manifest.get("shard").is_some() == lines.iter().any(|(key, _)| *key == "shard")
        && manifest
            .get("file")
            .and_then(toml::Value::as_array)
            .is_some_and(|files| files.iter().all(|file| is_as_written(file).is_some()))
}

/// The names of the files of a finished run, without the manifest.
pub fn files_of(folder: &Path) -> Vec<String> {
    let text = fs::read_to_string(folder.join(MANIFEST)).unwrap_or_default();
    let manifest = text.parse::<toml::Table>().unwrap_or_default();
    let files = manifest.get("file").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    files.iter().filter_map(|file| Some(file.get("name")?.as_str()?.to_string())).collect()
}
