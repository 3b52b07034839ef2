//! Where results stand while they are made, and what becomes of them when a program ends before its work.
//!
//! A folder aside is called `.recoup-KEY-XXXXXX.partial` beside the target, or `.recoup-KEY-XXXXXX.inside` within it, and is the
//! user's alone. Results are made in its folder `new`; `old` has the earlier ones while they are moved, `gone` those that are
//! removed. Who holds the lock of the key may use it: a folder aside whose lock is free was left by a program that was killed.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs::{self, DirEntry, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::disk;
use crate::output::finished::{Finished, Listed, MANIFEST};
use crate::output::lock::Lock;
use crate::output::swap::{prune, resume};

const PREFIX: &str = ".recoup-";
const BESIDE: &str = ".partial";
const INSIDE: &str = ".inside";

/// The key of results that are written into a folder.
pub(super) const RESULTS: &str = "results";
/// How the keys of files begin that are spread over a folder.
pub(super) const FILES: &str = "files-";

/// Whether a name is that of a folder aside, or of a lock.
pub(super) fn is_aside(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with(PREFIX) && [BESIDE, INSIDE, ".lock"].iter().any(|ending| name.ends_with(ending))
}

/// Whether a folder holds nothing but what stands aside, and entries of which `may_stand` says so.
///
/// # Errors
/// It cannot be read.
pub fn holds_nothing_but(folder: &Path, may_stand: impl Fn(&DirEntry) -> io::Result<bool>) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !is_aside(&entry.file_name()) && !may_stand(&entry)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What the lock of a target is called.
pub(super) fn key_of(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default();
    blake3::hash(name.as_encoded_bytes()).to_hex()[..16].to_string()
}

/// Whether a lock can have that name: a target's, the results' inside a folder, or that of files to be spread.
fn is_key(key: &str) -> bool {
    let is_hash = key.len() == 16 && key.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_hash || key == RESULTS || key.starts_with(FILES)
}

/// A folder aside. Dropped before anything was moved, it is gone with all that is in it.
#[derive(Debug)]
pub(super) struct Aside {
    folder: PathBuf,
    /// The name that the results will have; `None` where their files go into the folder above.
    name: Option<OsString>,
    is_disposable: bool,
    _lock: Option<Lock>,
}

impl Aside {
    /// Makes one for `target`, beside or inside it.
    ///
    /// # Errors
    /// It cannot be made there, or nothing there can have that name.
    pub(super) fn make(target: &Path, is_inside: bool, key: &str, lock: Lock) -> Result<Self, Error> {
        let (above, ending) = if is_inside { (target, INSIDE) } else { (above(target), BESIDE) };
        let mut builder = tempfile::Builder::new();
        let folder = builder.prefix(&format!("{PREFIX}{key}-")).suffix(ending).tempdir_in(above);
        let folder = folder.map_err(Error::file("write to", above))?.keep();
        let name = if is_inside { None } else { target.file_name().map(OsStr::to_os_string) };
        let aside = Aside { folder, name, is_disposable: true, _lock: Some(lock) };
        disk::create_folders(&aside.new_results()).map_err(Error::file("use", target))?;
        Ok(aside)
    }

    /// One that a killed program left.
    fn found(folder: &Path) -> Self {
        let is_inside = folder.as_os_str().to_string_lossy().ends_with(INSIDE);
        let first = |kind: &&str| Some(fs::read_dir(folder.join(kind)).ok()?.next()?.ok()?.file_name());
        let name = if is_inside { None } else { ["old", "gone", "new"].iter().find_map(first).or(Some("none".into())) };
        Aside { folder: folder.to_path_buf(), name, is_disposable: false, _lock: None }
    }

    fn results(&self, kind: &str) -> PathBuf {
        let folder = self.folder.join(kind);
        self.name.as_ref().map_or(folder.clone(), |name| folder.join(name))
    }

    /// Where results are made.
    pub(super) fn new_results(&self) -> PathBuf {
        self.results("new")
    }

    /// Where earlier results stand while they are moved.
    pub(super) fn old_results(&self) -> PathBuf {
        self.results("old")
    }

    /// Where results stand that are removed.
    pub(super) fn gone_results(&self) -> PathBuf {
        self.results("gone")
    }

    /// Where the results go.
    pub(super) fn target(&self) -> PathBuf {
        let above = above(&self.folder);
        self.name.as_ref().map_or(above.to_path_buf(), |name| above.join(name))
    }

    /// Whether all of its folders are folders, and none a link that leads elsewhere.
    fn has_no_links(&self) -> bool {
        let is_link = |path: PathBuf| fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
        !["new", "old", "gone"].iter().any(|kind| is_link(self.folder.join(kind)) || is_link(self.results(kind)))
    }

    /// Whether the folder stands inside the target.
    pub(super) fn is_inside(&self) -> bool {
        self.name.is_none()
    }

    /// From here on it is not removed with all that is in it.
    pub(super) fn hold(&mut self) {
        self.is_disposable = false;
    }

    /// The folder's own path.
    pub(super) fn path(&self) -> &Path {
        &self.folder
    }

    /// A name that people see, beside the folder.
    fn seen(&self) -> PathBuf {
        let name = self.folder.file_name().unwrap_or_default().to_string_lossy();
        let stem = name.trim_end_matches(INSIDE).trim_end_matches(BESIDE);
        above(&self.folder).join(format!("recoup-{}", stem.rsplit('-').next().unwrap_or_default()))
    }

    /// Gives the finished results a name that people see, since they cannot be moved to their place; says where they are.
    pub(super) fn keep(mut self) -> PathBuf {
        self.hold();
        let (new, seen) = (self.new_results(), self.seen());
        if disk::rename_new(&new, &seen).is_err() {
            return new;
        }
        drop(disk::sync_folder(above(&seen)));
        drop(prune(&self.folder));
        seen
    }

    /// Removes the folder and the results in it: of finished ones the files that `may_go` and the manifest lists, and
    /// unless the new results are in place (`is_placed`), those in the making. Should anything else be there, the folder
    /// gets a name that people see, and is returned.
    ///
    /// # Errors
    /// Something cannot be removed; the folder stays as it is.
    pub(super) fn clear(
        &self,
        is_placed: bool,
        may_go: impl Fn(&Path, &Listed) -> bool,
    ) -> io::Result<Option<PathBuf>> {
        let mut is_all = true;
        for kind in ["new", "old", "gone"] {
            // Once the new results are in place, `new` is the folder that stood there before.
            is_all &= remove_results(&self.results(kind), kind == "new" && !is_placed, &may_go)?;
        }
        if is_all {
            prune(&self.folder)?;
            return Ok(None);
        }
        let seen = self.seen();
        disk::rename_new(&self.folder, &seen)?;
        for kind in ["new", "old", "gone"] {
            let folder = seen.join(self.results(kind).strip_prefix(&self.folder).unwrap_or(Path::new(kind)));
            drop(fs::remove_file(folder.join(MANIFEST)));
        }
        drop(prune(&seen));
        Ok(Some(seen))
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        if self.is_disposable {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// Removes results, those in the making whole; says whether nothing is left of them.
fn remove_results(folder: &Path, in_the_making: bool, may_go: &impl Fn(&Path, &Listed) -> bool) -> io::Result<bool> {
    if !disk::is_folder(folder) {
        return Ok(true);
    }
    let finished = Finished::read(folder);
    if finished.is_none() && in_the_making {
        return fs::remove_dir_all(folder).map(|()| true);
    }
    for file in finished.iter().flat_map(|finished| &finished.files) {
        if may_go(folder, file) {
            disk::remove(&folder.join(&file.name))?;
        }
    }
    let manifest = folder.join(MANIFEST);
    if holds_more_than(folder, &BTreeSet::from([manifest.clone()]))? {
        return Ok(false);
    }
    match disk::remove(&manifest) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => prune(folder).map(|()| true),
    }
}

/// Whether there are files in a folder besides these.
fn holds_more_than(folder: &Path, files: &BTreeSet<PathBuf>) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let (path, is_folder) = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?.is_dir())))?;
        if if is_folder { holds_more_than(&path, files)? } else { !files.contains(&path) } {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What was found in a folder.
#[derive(Debug, Default)]
pub(super) struct Swept {
    /// Keys whose programs live.
    pub(super) living: Vec<String>,
    /// Folders with files that no run wrote, under their new names.
    pub(super) left: Vec<PathBuf>,
}

/// Ends what killed programs began in a folder, and removes what they left. `mine` is the key whose lock the caller holds.
///
/// # Errors
/// What was begun for the caller's own target cannot be ended.
pub(super) fn sweep(folder: &Path, mine: Option<&str>) -> Result<Swept, Error> {
    let mut keys: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(stem) = name.strip_prefix(PREFIX) else { continue };
        let is_private = |path: &Path| fs::symlink_metadata(path).is_ok_and(|f| f.is_dir() && disk::is_private(&f));
        if let Some(key) = stem.strip_suffix(".lock").filter(|key| is_key(key)) {
            keys.entry(key.to_string()).or_default();
        } else if let Some(stem) = stem.strip_suffix(BESIDE).or_else(|| stem.strip_suffix(INSIDE))
            && is_private(&entry.path())
        {
            match stem.rsplit_once('-') {
                Some((key, _)) if is_key(key) => keys.entry(key.to_string()).or_default().push(entry.path()),
                Some(_) => {}
                None => remove_of_before(&entry.path()),
            }
        }
    }
    let mut swept = Swept::default();
    for (key, asides) in keys {
        let is_mine = mine == Some(&*key);
        let lock = if is_mine { None } else { Lock::take(folder, &key).ok() };
        match &lock {
            Some(None) => {
                swept.living.push(key);
                continue;
            }
            Some(Some(lock)) if lock.is_real => {}
            _ if is_mine => {}
            _ => continue,
        }
        for aside in asides.iter().map(|path| Aside::found(path)).filter(Aside::has_no_links) {
            match settle(&aside) {
                Ok(left) => swept.left.extend(left),
                Err(error) if is_mine => return Err(Error::file("finish moving results to", aside.target())(error)),
                Err(_) => {}
            }
        }
    }
    Ok(swept)
}

/// Ends a move that was begun, and removes the folder.
fn settle(aside: &Aside) -> io::Result<Option<PathBuf>> {
    resume(&aside.new_results(), &aside.old_results(), &aside.target(), !aside.is_inside())?;
    // What cannot be removed now is tried again by the next start.
    Ok(aside.clear(false, |folder, file| file.is_as_written(folder).unwrap_or(false)).unwrap_or_default())
}

/// Removes what a killed run of version 0.2 left: such folders were locked themselves.
fn remove_of_before(folder: &Path) {
    if File::open(folder).is_ok_and(|folder| folder.try_lock().is_ok()) {
        let _ = fs::remove_dir_all(folder);
    }
}

/// Whether a file is still as it was found.
pub(super) fn is_as_found(path: &Path, found: &Metadata) -> bool {
    fs::symlink_metadata(path).is_ok_and(|now| {
        now.len() == found.len() && now.modified().ok() == found.modified().ok() && now.file_type() == found.file_type()
    })
}

pub(super) fn above(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("/"))
}
