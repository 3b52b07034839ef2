//! What stands where results should go, and what of it may be replaced.

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::aside::is_aside;
use crate::output::finished::{Finished, MANIFEST};

/// Whose results a folder gets, and what they may replace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// The command that makes them, such as `run`.
    pub command: &'static str,
    /// The study's name.
    pub study: String,
    /// What may be replaced.
    pub replaces: Replaces,
}

/// Which earlier results may be replaced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Replaces {
    /// Those of the same command and study, as they were written.
    #[default]
    Same,
    /// Those of the same command and study; files that were changed since are moved aside and not removed.
    Damaged,
    /// All that Recoup wrote, also files that were changed since.
    Any,
}

impl Replaces {
    /// As `--force` says.
    pub fn forced(force: bool) -> Self {
        if force { Replaces::Any } else { Replaces::Same }
    }
}

/// The results in a folder.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// The folder's own data; `None` where there is none.
    pub(super) folder: Option<Metadata>,
    /// The files that are removed when they are replaced, as they were found; the manifest last.
    pub(super) files: Vec<(String, Metadata)>,
}

impl Standing {
    /// Looks at what stands at `target`.
    ///
    /// # Errors
    /// It is no folder, holds anything but results of Recoup, or results that `claim` may not replace.
    pub(super) fn look(target: &Path, claim: &Claim) -> Result<Self, Error> {
        let folder = match fs::symlink_metadata(target) {
            Ok(found) => found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Standing::default()),
            Err(error) => return Err(Error::file("use", target)(error)),
        };
        let foreign = |why: String| Err(Error::Foreign { path: target.to_path_buf(), why });
        if folder.is_symlink() {
            return foreign("it is a link; name the folder that it leads to".into());
        }
        if !folder.is_dir() {
            return foreign("it is no folder".into());
        }
        let finished = Finished::read(target);
        let mut ours = BTreeSet::new();
        if let Some(finished) = &finished {
            ours.extend(finished.files.iter().map(|file| target.join(&file.name)));
            ours.insert(target.join(MANIFEST));
        }
        let other = other_than(target, &ours).map_err(Error::file("read", target))?;
        match (other, finished) {
            (None, None) => Ok(Standing { folder: Some(folder), files: Vec::new() }),
            (None, Some(finished)) => {
                let files = removable(target, &finished, claim)?;
                Ok(Standing { folder: Some(folder), files })
            }
            (Some(_), None) => {
                foreign(format!("it holds files, and no `{MANIFEST}` that says that a run of recoup wrote them"))
            }
            (Some(path), Some(_)) => {
                let name = path.strip_prefix(target).unwrap_or(&path);
                foreign(format!("no run of recoup wrote `{}`, which is in it", name.display()))
            }
        }
    }

    /// Whether there are results.
    pub(super) fn has_results(&self) -> bool {
        !self.files.is_empty()
    }
}

/// The files of a finished folder that may be removed when it is replaced.
fn removable(target: &Path, finished: &Finished, claim: &Claim) -> Result<Vec<(String, Metadata)>, Error> {
    let occupied = |why: String| Err(Error::Occupied { path: target.to_path_buf(), why });
    if claim.replaces != Replaces::Any {
        let (command, study) = (finished.command(), finished.word("study"));
        let is_same = command.is_none_or(|command| command == claim.command) && study == Some(&*claim.study);
        if !is_same {
            let what = command.map_or("results".to_string(), |command| format!("the `{command}`"));
            let study = study.unwrap_or_default();
            let number = finished.files.len();
            let (mine, my_study) = (claim.command, &claim.study);
            return occupied(format!(
                "it holds {what} of study `{study}`, {number} files, and this is the `{mine}` of `{my_study}`"
            ));
        }
    }
    let mut files = Vec::new();
    let mut changed = Vec::new();
    for file in &finished.files {
        let Ok(found) = fs::symlink_metadata(target.join(&file.name)) else { continue };
        if claim.replaces == Replaces::Any || file.is_as_written(target).unwrap_or(false) {
            files.push((file.name.clone(), found));
        } else {
            changed.push(&*file.name);
        }
    }
    if let (Replaces::Same, [first, more @ ..]) = (claim.replaces, &changed[..]) {
        let (more, were) = match more.len() {
            0 => (String::new(), "was"),
            number => (format!(" and {number} more"), "were"),
        };
        return occupied(format!("`{first}`{more} in it {were} changed since they were written"));
    }
    let manifest = fs::symlink_metadata(target.join(MANIFEST)).map_err(Error::file("read", target))?;
    files.push((MANIFEST.to_string(), manifest));
    Ok(files)
}

/// A file in the folder that is none of `ours`; a folder counts by what is in it, and what is in the making does not count.
pub(super) fn other_than(folder: &Path, ours: &BTreeSet<PathBuf>) -> io::Result<Option<PathBuf>> {
    let mut paths: Vec<(PathBuf, bool)> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !is_aside(&entry.file_name()) {
            paths.push((entry.path(), entry.file_type()?.is_dir()));
        }
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
