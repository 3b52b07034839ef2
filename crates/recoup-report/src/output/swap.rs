//! Moving finished results to their place, in the stead of earlier ones.
//!
//! `new` is a folder with results and their manifest, `old` a name for the earlier ones, `target` the place. There are three ways,
//! tried in this order: to exchange both folders in one step; to move the old one away and the new one in; to move file after file,
//! the manifest last, where the folder itself cannot be moved. Once `old` is there a move is under way, and [`resume`] ends it.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::output::disk;
use crate::output::finished::{Finished, MANIFEST};

/// Why results were not moved, and how things stand.
#[derive(Debug)]
pub(super) enum Failure {
    /// As before: the new results are whole in `new`.
    Unmoved(io::Error),
    /// The new results are in place; whether the disk has them is not known.
    Unconfirmed(io::Error),
    /// In between: [`resume`] can end it.
    Between(io::Error),
}

/// Moves results to their place; file after file unless the folder can be moved as one.
///
/// # Errors
/// The system refuses a step.
pub(super) fn swap(new: &Path, old: &Path, target: &Path, as_one: bool) -> Result<(), Failure> {
    let unmoved = Failure::Unmoved;
    sync_above(new).and_then(|()| sync_above(target)).map_err(unmoved)?;
    if as_one {
        let confirmed = || sync_above(target).and_then(|()| sync_above(new)).map_err(Failure::Unconfirmed);
        if fs::symlink_metadata(target).is_err() {
            disk::rename_new(new, target).map_err(unmoved)?;
            return confirmed();
        }
        if disk::exchange(new, target).is_ok() {
            return confirmed();
        }
        let above = old.parent().unwrap_or(old);
        disk::create_folders(above).and_then(|()| sync_above(above)).map_err(unmoved)?;
        if disk::rename_new(target, old).is_ok() {
            return match disk::rename_new(new, target) {
                Ok(()) => confirmed(),
                Err(error) => Err(match disk::rename_new(old, target) {
                    Ok(()) => Failure::Unmoved(error),
                    Err(_) => Failure::Between(error),
                }),
            };
        }
    }
    let mut moved = Vec::new();
    let done = disk::create_folders(old)
        .and_then(|()| sync_above(old))
        .and_then(|()| move_files(new, old, target, &mut moved));
    done.map_err(|error| {
        let undone = moved.iter().rev().try_for_each(|(from, to)| disk::rename_new(to, from));
        match undone.and_then(|()| prune(old)) {
            Ok(()) => Failure::Unmoved(error),
            Err(_) => Failure::Between(error),
        }
    })
}

/// Ends a move that a killed program began, if it did: with the new results, or with the old ones where the new are not whole.
///
/// # Errors
/// The system refuses a step, or neither results are whole.
pub(super) fn resume(new: &Path, old: &Path, target: &Path, as_one: bool) -> io::Result<()> {
    if !disk::is_folder(old) {
        return Ok(());
    }
    if as_one && fs::symlink_metadata(target).is_err() {
        let whole = if is_whole(&[new]) { new } else { old };
        disk::rename_new(whole, target)?;
        return sync_above(target);
    }
    if !new.join(MANIFEST).is_file() {
        return Ok(());
    }
    if !is_whole(&[new, target]) {
        let message = "results were being moved there when the program ended, and not all of them are there";
        return Err(io::Error::new(io::ErrorKind::InvalidData, message));
    }
    move_files(new, old, target, &mut Vec::new())
}

/// Moves the old files from `target` to `old`, their manifest first, then the new ones to `target`, their manifest last. Goes on
/// where it was ended. `moved` says what was moved from where.
fn move_files(new: &Path, old: &Path, target: &Path, moved: &mut Vec<(PathBuf, PathBuf)>) -> io::Result<()> {
    let invalid = || io::Error::from(io::ErrorKind::InvalidData);
    let coming = Finished::read(new).ok_or_else(invalid)?.files;
    let going = Finished::read(old).or_else(|| Finished::read(target)).map(|finished| finished.files);
    let mut to_move = |from: PathBuf, to: PathBuf| {
        to.parent().map_or(Ok(()), disk::create_folders)?;
        disk::rename_new(&from, &to)?;
        moved.push((from, to));
        Ok::<(), io::Error>(())
    };
    let is_there = |path: &Path| fs::symlink_metadata(path).is_ok();
    let mut emptied: BTreeSet<PathBuf> = BTreeSet::new();
    if let Some(going) = &going {
        let came: BTreeSet<&str> =
            coming.iter().map(|file| &*file.name).filter(|name| !is_there(&new.join(name))).collect();
        for name in [MANIFEST].into_iter().chain(going.iter().map(|file| &*file.name)) {
            let (from, to) = (target.join(name), old.join(name));
            if is_there(&from) && !is_there(&to) && !came.contains(name) {
                emptied.extend(folders_between(&from, target));
                to_move(from, to)?;
            }
        }
        disk::sync_folder(target)?;
    }
    let mut filled: BTreeSet<PathBuf> = BTreeSet::from([target.to_path_buf()]);
    for file in &coming {
        let (from, to) = (new.join(&file.name), target.join(&file.name));
        filled.extend(folders_between(&to, target));
        if is_there(&from) {
            to_move(from, to)?;
        }
    }
    filled.iter().rev().try_for_each(|folder| disk::sync_folder(folder))?;
    to_move(new.join(MANIFEST), target.join(MANIFEST))?;
    // Folders that only the old results needed; others hold something.
    let emptied: Vec<&PathBuf> = emptied.difference(&filled).collect();
    emptied.into_iter().rev().for_each(|folder| drop(disk::remove_empty(folder)));
    disk::sync_folder(target)
}

/// Whether every file that the manifest of the first folder lists stands as it was written in one of them.
fn is_whole(folders: &[&Path]) -> bool {
    let Some(finished) = folders.first().and_then(|folder| Finished::read(folder)) else { return false };
    let stands = |folder: &&Path, file: &crate::output::finished::Listed| file.is_as_written(folder).unwrap_or(false);
    finished.files.iter().all(|file| folders.iter().any(|folder| stands(folder, file)))
}

/// The folders between a file and the folder of all.
fn folders_between(file: &Path, folder: &Path) -> Vec<PathBuf> {
    let above = file.ancestors().skip(1);
    above.take_while(|path| *path != folder).map(Path::to_path_buf).collect()
}

fn sync_above(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), disk::sync_folder)
}

/// Removes folders in which there is no file, the folder itself last.
///
/// # Errors
/// The folder cannot be read, or there is a file.
pub(super) fn prune(folder: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            // Should there be a file, the folder above stays as well.
            drop(prune(&entry.path()));
        }
    }
    disk::remove_empty(folder)
}
