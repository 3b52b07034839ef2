//! `manifest.toml`: what a finished run was, and every file with its hash.

use std::fs;

use crate::error::Error;
use crate::output::folder::{Folder, MANIFEST};
use crate::random::address::STREAM;
use crate::scenario::study::Study;

/// Writes the manifest, the last file of a folder. It holds no clock, host or thread count.
pub fn write_manifest(folder: &mut Folder, study: &Study) -> Result<(), Error> {
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
    for name in folder.files() {
        let path = folder.path_aside(&name);
        let bytes = fs::read(&path).map_err(Error::file("read", &path))?;
        text.push_str(&format!(
            "\n[[file]]\nname = {}\nbytes = {}\nblake3 = \"{}\"\n",
            toml::Value::String(name.clone()),
            bytes.len(),
            blake3::hash(&bytes).to_hex()
        ));
    }
    folder.write(MANIFEST, text.as_bytes())
}
