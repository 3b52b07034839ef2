//! `manifest.toml`: what a finished run was, and every file with its hash.

use std::fs::{self, File};
use std::io;
use std::path::Path;

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

/// Writes the manifest, the last file of a folder. It holds no clock, host or thread count.
pub fn write_manifest(folder: &mut Folder, study: &Study) -> Result<(), Error> {
    write_manifest_with(folder, study, &[])
}

/// The same with further lines: names and texts.
pub fn write_manifest_with(folder: &mut Folder, study: &Study, more: &[(&str, String)]) -> Result<(), Error> {
    let mut text = String::from("# A finished run of recoup. Made by the program; the last file to be written.\n");
    let mut line = |key: &str, value: toml::Value| text.push_str(&format!("{key} = {value}\n"));
    let whole = |n: u64| i64::try_from(n).map_or_else(|_| toml::Value::String(n.to_string()), toml::Value::Integer);
    line("program", "recoup".into());
    line("version", env!("CARGO_PKG_VERSION").into());
    line("stream", i64::from(STREAM).into());
    line("study", study.name.clone().into());
    line("study_blake3", study.hash().into());
    line("engine", study.settings.engine.name().into());
    line("seed", whole(study.settings.seed));
    line("draws", whole(study.settings.draws));
    line("replicates", whole(study.settings.replicates));
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
