//! A finished folder as its manifest tells it: one reader for everybody who asks what stands there.

use std::fs;
use std::io;
use std::path::{Component, Path};

use crate::input::guard::{Guarded, Stop, TABLE_BYTES, read_text};

/// The file whose presence says that a folder is a finished run.
pub const MANIFEST: &str = "manifest.toml";

/// What the manifest of a folder says.
#[derive(Clone, Debug)]
pub struct Finished {
    lines: toml::Table,
    /// The files, without the manifest.
    pub files: Vec<Listed>,
}

/// A file of a finished folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its path inside the folder.
    pub name: String,
    /// Length and BLAKE3 as it was written, when the manifest has them.
    measured: Option<(u64, String)>,
}

impl Finished {
    /// Reads the manifest of a folder; `None` where it has none, or one that this program did not write.
    pub fn read(folder: &Path) -> Option<Self> {
        let lines: toml::Table = read_text(&folder.join(MANIFEST), TABLE_BYTES, Stop::NEVER).ok()?.parse().ok()?;
        let listed = lines.get("file").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
        let files = listed.iter().map(Listed::read).collect::<Option<Vec<Listed>>>()?;
        let finished = Finished { lines, files };
        (finished.word("program") == Some("recoup")).then_some(finished)
    }

    /// The text of a line.
    pub fn word(&self, key: &str) -> Option<&str> {
        self.lines.get(key).and_then(toml::Value::as_str)
    }

    /// The whole number of a line.
    pub fn whole(&self, key: &str) -> Option<i64> {
        self.lines.get(key).and_then(toml::Value::as_integer)
    }
}

impl Listed {
    /// An entry of the manifest; it leads to a file inside its folder alone.
    fn read(entry: &toml::Value) -> Option<Self> {
        let text = |key: &str| entry.get(key).and_then(toml::Value::as_str).map(str::to_string);
        let name = text("name").filter(|name| is_inside(name))?;
        let bytes = entry.get("bytes").and_then(toml::Value::as_integer).and_then(|bytes| u64::try_from(bytes).ok());
        Some(Listed { name, measured: bytes.zip(text("blake3")) })
    }

    /// Whether the file in `folder` is as it was written.
    ///
    /// # Errors
    /// It is not there, or cannot be read.
    pub fn is_as_written(&self, folder: &Path) -> io::Result<bool> {
        let path = folder.join(&self.name);
        let length = fs::metadata(&path)?.len();
        // The cheap question first.
        match &self.measured {
            Some((bytes, hash)) if *bytes == length => Ok(measure(&path)?.1 == *hash),
            _ => Ok(false),
        }
    }
}

/// Length and BLAKE3 of a file.
pub fn measure(path: &Path) -> io::Result<(u64, String)> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(Guarded::open(path, u64::MAX, Stop::NEVER)?)?;
    Ok((hasher.count(), hasher.finalize().to_hex().to_string()))
}

fn is_inside(name: &str) -> bool {
    Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}
