//! A finished folder as its manifest tells it: one reader for everybody who asks what stands there.

use std::collections::BTreeSet;
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
    /// Reads the manifest of a folder; `None` where it has none, or one that this program did not write: it names a file
    /// twice, itself, or one that a link leads to outside the folder.
    pub fn read(folder: &Path) -> Option<Self> {
        let lines: toml::Table = read_text(&folder.join(MANIFEST), TABLE_BYTES, Stop::NEVER).ok()?.parse().ok()?;
        let files = Listed::all(&lines)?;
        let names: BTreeSet<&str> = files.iter().map(|file| &*file.name).collect();
        if names.len() < files.len() || names.contains(MANIFEST) || names.iter().any(|name| is_linked(folder, name)) {
            return None;
        }
        let finished = Finished { lines, files };
        (finished.word("program") == Some("recoup")).then_some(finished)
    }

    /// The text of a line.
    pub fn word(&self, key: &str) -> Option<&str> {
        self.lines.get(key).and_then(toml::Value::as_str)
    }

    /// The command that wrote the folder; `None` where its version did not say.
    pub fn command(&self) -> Option<&str> {
        // Up to version 0.2 only runs have an address.
        self.word("command").or(self.word("address").filter(|_| self.word("shard").is_none()).map(|_| "run"))
    }

    /// The whole number of a line.
    pub fn whole(&self, key: &str) -> Option<i64> {
        self.lines.get(key).and_then(toml::Value::as_integer)
    }
}

impl Listed {
    /// A file as it stands in `folder`.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn of(folder: &Path, name: &str) -> io::Result<Self> {
        Ok(Listed { name: name.to_string(), measured: Some(measure(&folder.join(name))?) })
    }

    /// The entry of a manifest.
    pub fn text(&self) -> String {
        let (bytes, hash) = self.measured.clone().unwrap_or_default();
        let name = toml::Value::String(self.name.clone());
        format!("\n[[file]]\nname = {name}\nbytes = {bytes}\nblake3 = \"{hash}\"\n")
    }

    /// The entries of a manifest; `None` where one is none.
    pub fn all(manifest: &toml::Table) -> Option<Vec<Self>> {
        let listed = manifest.get("file").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
        listed.iter().map(Listed::read).collect()
    }

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
        let found = fs::symlink_metadata(&path)?;
        // The cheap questions first.
        match &self.measured {
            Some((bytes, hash)) if found.is_file() && *bytes == found.len() => Ok(measure(&path)?.1 == *hash),
            _ => Ok(false),
        }
    }
}

/// Length and BLAKE3 of a file.
fn measure(path: &Path) -> io::Result<(u64, String)> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(Guarded::open(path, u64::MAX, Stop::NEVER)?)?;
    Ok((hasher.count(), hasher.finalize().to_hex().to_string()))
}

/// Whether a name is a path below a folder, written in the one way that the program writes it.
pub fn is_inside(name: &str) -> bool {
    let parts: Option<Vec<&str>> = Path::new(name)
        .components()
        .map(|part| match part {
            Component::Normal(part) => part.to_str(),
            _ => None,
        })
        .collect();
    parts.is_some_and(|parts| !parts.is_empty() && parts.join("/") == name)
}

/// Whether one of the folders between `folder` and a file in it is a link.
fn is_linked(folder: &Path, name: &str) -> bool {
    let between = Path::new(name).ancestors().skip(1).filter(|part| !part.as_os_str().is_empty());
    between.map(|part| folder.join(part)).any(|path| fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::output::finished::{Finished, MANIFEST};

    #[test]
    fn a_manifest_names_every_file_once_and_inside_its_folder() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("a");
        fs::create_dir_all(folder.join("b")).unwrap();
        let reads = |names: &[&str]| {
            let entry = |name: &&str| format!("[[file]]\nname = '{name}'\nbytes = 0\nblake3 = ''\n");
            let entries: String = names.iter().map(entry).collect();
            fs::write(folder.join(MANIFEST), format!("program = 'recoup'\n{entries}")).unwrap();
            Finished::read(&folder).is_some()
        };
        assert!(reads(&[]) && reads(&["x", "b/x"]));
        for names in [&["x", "x"][..], &[""], &["/x"], &["../x"], &["b//x"], &["b/./x"], &["manifest.toml"]] {
            assert!(!reads(names), "{names:?}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(home.path(), folder.join("link")).unwrap();
            assert!(reads(&["link"]) && !reads(&["link/x"]), "a link is a file of its own and leads nowhere");
        }
    }
}
