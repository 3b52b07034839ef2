//! The result folder: written aside, moved into place whole.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use tempfile::TempDir;

use crate::error::Error;
use crate::output::finished::{Finished, MANIFEST};

/// What a folder in the making is called while it stands aside.
const ASIDE: &str = ".recoup-";
const PARTIAL: &str = ".partial";

/// A result folder in the making. Dropped unfinished, it leaves no trace.
#[derive(Debug)]
pub struct Folder {
    target: PathBuf,
    aside: TempDir,
    files: Vec<String>,
    /// Locked while the folder is in the making, so that nobody takes it for what a killed run left.
    _in_the_making: Option<File>,
}

impl Folder {
    /// Opens a folder beside `target`, where it will stand when it is finished.
    ///
    /// # Errors
    /// When `target` is a file, or a folder that holds anything but an earlier run, or when its parent
    /// cannot be written to.
    pub fn open(target: &Path) -> Result<Self, Error> {
        let target = absolute(target).map_err(Error::file("use", target))?;
        refuse_foreign(&target)?;
        let parent = target.parent().unwrap_or(Path::new("/"));
        fs::create_dir_all(parent).map_err(Error::file("create", parent))?;
        Folder::aside(target.clone(), parent)
    }

    /// A folder inside `target`, whose files will be [`spread`](Folder::spread) there.
    pub fn inside(target: &Path) -> Result<Self, Error> {
        let target = absolute(target).map_err(Error::file("use", target))?;
        Folder::aside(target.clone(), &target)
    }

    fn aside(target: PathBuf, parent: &Path) -> Result<Self, Error> {
        let aside = aside_in(parent)?;
        // Where folders cannot be opened or locked, only the lock of the batch keeps others away.
        let lock = File::open(aside.path()).ok().filter(|folder| folder.try_lock().is_ok());
        Ok(Folder { target, aside, files: Vec::new(), _in_the_making: lock })
    }

    /// Takes away the result folder `target`, if there is one.
    ///
    /// # Errors
    /// When it is a file, or a folder that holds anything but a run, or cannot be moved.
    pub fn remove(target: &Path) -> Result<(), Error> {
        let target = absolute(target).map_err(Error::file("use", target))?;
        if fs::symlink_metadata(&target).is_err() {
            return Ok(());
        }
        refuse_foreign(&target)?;
        let aside = aside_in(target.parent().unwrap_or(Path::new("/")))?;
        // Out of its place at once, then gone: a kill between the two leaves it to `sweep`.
        fs::rename(&target, aside.path().join("old")).map_err(Error::file("remove", &target))?;
        aside.close().map_err(Error::file("remove", &target))
    }

    /// Takes away what killed runs left unfinished in a folder.
    pub fn sweep(parent: &Path) -> Result<(), Error> {
        let entries = fs::read_dir(parent).map_err(Error::file("read", parent))?;
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_aside = name.starts_with(ASIDE) && (name.ends_with(PARTIAL) || name.ends_with(".old"));
            if !is_aside || is_locked(&entry.path()) {
                continue;
            }
            match fs::remove_dir_all(entry.path()) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(Error::file("remove", entry.path())(error));
                }
                _ => (),
            }
        }
        Ok(())
    }

    /// Where the folder will stand.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The files written so far, by their paths inside the folder, sorted.
    pub fn files(&self) -> Vec<String> {
        let mut files = self.files.clone();
        files.sort();
        files
    }

    /// The path of a file to be written now, inside the folder aside; `name` uses `/`.
    pub fn file(&mut self, name: &str) -> Result<PathBuf, Error> {
        let path = self.aside.path().join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(Error::file("create", parent))?;
        }
        self.files.push(name.to_string());
        Ok(path)
    }

    /// Where a file that was written stands until the folder is finished.
    pub fn path_aside(&self, name: &str) -> PathBuf {
        self.aside.path().join(name)
    }

    /// Writes a whole file.
    pub fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.file(name)?;
        let mut file = fs::File::create(&path).map_err(Error::file("write", &path))?;
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(Error::file("write", &path))
    }

    /// Takes over a file of a finished folder as it is. `linked`, it gets a second name where the file system has such: for
    /// folders that are replaced or never written to again. Else it is copied, so that neither can change the other.
    pub fn keep(&mut self, finished: &Path, name: &str, linked: bool) -> Result<(), Error> {
        let from = finished.join(name);
        let path = self.file(name)?;
        if !linked || fs::hard_link(&from, &path).is_err() {
            fs::copy(&from, &path).map_err(Error::file("copy", &from))?;
        }
        Ok(())
    }

    /// Moves every file to its place in the target folder, which may hold others; one after the other, the last
    /// written last.
    pub fn spread(self) -> Result<PathBuf, Error> {
        for name in &self.files {
            let to = self.target.join(name);
            if let Some(parent) = to.parent() {
                fs::create_dir_all(parent).map_err(Error::file("create", parent))?;
            }
            fs::rename(self.aside.path().join(name), &to).map_err(Error::file("write", &to))?;
        }
        Ok(self.target)
    }

    /// Moves the folder into place, in the stead of an earlier run's.
    pub fn finish(self) -> Result<PathBuf, Error> {
        let aside = self.aside.keep();
        // A temporary folder is private; a result folder is like any other.
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let parent = self.target.parent().unwrap_or(Path::new("/"));
            if let Ok(metadata) = fs::metadata(parent) {
                let mode = metadata.permissions().mode() & 0o777;
                let _ = fs::set_permissions(&aside, fs::Permissions::from_mode(mode | 0o700));
            }
        }
        let moved = if fs::symlink_metadata(&self.target).is_ok() {
            let old = aside.with_extension("old");
            fs::rename(&self.target, &old).and_then(|()| match fs::rename(&aside, &self.target) {
                Ok(()) => fs::remove_dir_all(&old),
                Err(error) => fs::rename(&old, &self.target).and(Err(error)),
            })
        } else {
            fs::rename(&aside, &self.target)
        };
        moved.map_err(|error| {
            let _ = fs::remove_dir_all(&aside);
            Error::file("move the results to", &self.target)(error)
        })?;
        Ok(self.target)
    }
}

/// Whether a process that lives makes the folder.
fn is_locked(folder: &Path) -> bool {
    File::open(folder).is_ok_and(|folder| matches!(folder.try_lock(), Err(TryLockError::WouldBlock)))
}

fn aside_in(parent: &Path) -> Result<TempDir, Error> {
    let aside = tempfile::Builder::new().prefix(ASIDE).suffix(PARTIAL).tempdir_in(parent);
    aside.map_err(Error::file("write to", parent))
}

/// `name` as one part of a path: letters, digits and `-_.` stay, the rest becomes `-`.
pub fn file_name(name: &str) -> String {
    let safe: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' })
        .take(80)
        .collect();
    // File systems count bytes.
    let safe = &safe[..safe.floor_char_boundary(180)];
    let name = safe.trim_matches(['.', '-']);
    let stem = name.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let port = stem.strip_prefix("COM").or(stem.strip_prefix("LPT"));
    let is_device = ["CON", "PRN", "AUX", "NUL"].contains(&&*stem) || port.is_some_and(|n| n.len() == 1 && n != "0");
    match name {
        "" => "study".to_string(),
        // Windows keeps these names for devices.
        name if is_device => format!("study-{name}"),
        name => name.to_string(),
    }
}

/// A path from the root; `..` is resolved as text.
pub fn absolute(path: &Path) -> io::Result<PathBuf> {
    let mut absolute = PathBuf::new();
    for component in std::path::absolute(path)?.components() {
        match component {
            Component::ParentDir => {
                absolute.pop();
            }
            other => absolute.push(other),
        }
    }
    Ok(absolute)
}

/// Refuses what stands at `target`, unless it is an empty folder or one that holds an earlier run and nothing else:
/// every file stands in its manifest.
fn refuse_foreign(target: &Path) -> Result<(), Error> {
    let Ok(metadata) = fs::symlink_metadata(target) else { return Ok(()) };
    let foreign = |why: String| Err(Error::Foreign { path: target.to_path_buf(), why });
    if !metadata.is_dir() {
        return foreign("it is no folder".into());
    }
    let mut ours = BTreeSet::new();
    let finished = Finished::read(target);
    if let Some(finished) = &finished {
        ours.extend(finished.files.iter().map(|file| target.join(&file.name)));
        ours.insert(target.join(MANIFEST));
    }
    match other_than(target, &ours).map_err(Error::file("read", target))? {
        None => Ok(()),
        Some(_) if finished.is_none() => {
            foreign(format!("it holds files, and no `{MANIFEST}` that says that a run of recoup wrote them"))
        }
        Some(path) => {
            let name = path.strip_prefix(target).unwrap_or(&path);
            foreign(format!("no run of recoup wrote `{}`, which is in it", name.display()))
        }
    }
}

/// A file in the folder that is none of `ours`; a folder counts by what is in it.
fn other_than(folder: &Path, ours: &BTreeSet<PathBuf>) -> io::Result<Option<PathBuf>> {
    let mut paths: Vec<(PathBuf, bool)> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        paths.push((entry.path(), entry.file_type()?.is_dir()));
    }
    paths.sort();
    for (path, is_folder) in paths {
        let other = if is_folder { other_than(&path, ours)? } else { (!ours.contains(&path)).then_some(path) };
        if other.is_some() {
            return Ok(other);
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use crate::error::Error;
    use crate::output::folder::{Folder, file_name};

    #[test]
    fn a_folder_appears_whole_or_not_at_all() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("a/b");
        let mut folder = Folder::open(&target).unwrap();
        folder.write("tables/x.csv", b"1").unwrap();
        assert!(!target.exists());
        drop(folder);
        assert_eq!(fs::read_dir(home.path().join("a")).unwrap().count(), 0);

        let mut folder = Folder::open(&target).unwrap();
        folder.write("old", b"").unwrap();
        folder.write("manifest.toml", b"program = 'recoup'\n[[file]]\nname = 'old'\n").unwrap();
        folder.finish().unwrap();
        let mut folder = Folder::open(&target).unwrap();
        folder.write("manifest.toml", b"").unwrap();
        folder.finish().unwrap();
        assert!(target.join("manifest.toml").exists() && !target.join("old").exists());
        assert_eq!(fs::read_dir(home.path().join("a")).unwrap().count(), 1, "nothing is left beside");
        fs::write(target.join("manifest.toml"), "program = 'recoup'\n").unwrap();
        Folder::remove(&target).unwrap();
        Folder::remove(&target).unwrap();
        assert_eq!(fs::read_dir(home.path().join("a")).unwrap().count(), 0);
    }

    #[test]
    fn names_are_short_in_bytes_too_and_no_devices() {
        assert!(file_name(&"\u{20000}".repeat(100)).len() <= 180);
        assert_eq!([file_name("con"), file_name("Com1.x"), file_name("comic")], ["study-con", "study-Com1.x", "comic"]);
        assert_eq!(file_name("../a b"), "a-b");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_in_the_making_is_not_swept_away() {
        let home = tempfile::tempdir().unwrap();
        let mut folder = Folder::open(&home.path().join("a")).unwrap();
        folder.write("x", b"1").unwrap();
        fs::create_dir(home.path().join(".recoup-killed.partial")).unwrap();
        Folder::sweep(home.path()).unwrap();
        assert!(!home.path().join(".recoup-killed.partial").exists());
        folder.write("manifest.toml", b"").unwrap();
        folder.finish().unwrap();
        assert!(home.path().join("a/x").is_file());
    }

    #[test]
    fn what_is_not_ours_is_never_replaced() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("thesis.txt"), "x").unwrap();
        let refused = |result: Result<(), Error>, why: &str| match result {
            Err(error @ Error::Foreign { .. }) => assert!(error.to_string().contains(why), "{error}"),
            other => panic!("{other:?}"),
        };
        let open = |path: &Path| Folder::open(path).map(|_| ());
        refused(open(home.path()), "no `manifest.toml`");
        refused(open(&home.path().join("thesis.txt")), "no folder");
        // Neither a manifest of somebody else's, nor one of ours beside files that it does not list.
        for (manifest, why) in [("x", "no `manifest.toml`"), ("program = 'recoup'\n", "wrote `thesis.txt`")] {
            fs::write(home.path().join("manifest.toml"), manifest).unwrap();
            refused(open(home.path()), why);
            refused(Folder::remove(home.path()), why);
        }
        assert!(home.path().join("thesis.txt").is_file());
    }
}
