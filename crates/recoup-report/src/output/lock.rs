//! Locks: one writer of a folder at a time, also on network file systems and across machines where these lock files.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The file that a batch holds locked in its folder while it runs.
pub const BATCH_LOCK: &str = ".lock";

/// What is locked is called `.recoup-KEY.lock`. The file goes with the lock; what a killed program left is nobody's.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    file: File,
    /// Whether the file system has locks at all.
    pub(super) is_real: bool,
}

impl Lock {
    /// Takes a lock; `None` where another process has it.
    ///
    /// # Errors
    /// The file cannot be made.
    pub(super) fn take(folder: &Path, key: &str) -> io::Result<Option<Self>> {
        let path = folder.join(format!(".recoup-{key}.lock"));
        loop {
            let file = match opened(&path, true) {
                // Somebody else's, who may not live any more; on a local disk it can be locked all the same.
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                    opened(&path, false).map_err(|_| error)
                }
                file => file,
            }?;
            let is_real = match file.try_lock() {
                Ok(()) => true,
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(_)) => false,
            };
            // Who had it until now may have taken the file away in between.
            if is_there(&path, &file)? {
                return Ok(Some(Lock { path, file, is_real }));
            }
        }
    }
}

/// A file to lock. Nothing that somebody else may have put there is followed or waited for.
fn opened(path: &Path, is_ours: bool) -> io::Result<File> {
    let mut options = File::options();
    let options = if is_ours { options.create(true).append(true) } else { options.read(true) };
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits() as i32);
    }
    options.open(path)
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
        // By hand: another process may be on its way, and hold the same file for a moment.
        let _ = self.file.unlock();
    }
}

/// Whether the file of that name is this one.
#[cfg(unix)]
fn is_there(path: &Path, file: &File) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let opened = file.metadata()?;
    Ok(fs::symlink_metadata(path).is_ok_and(|found| (found.dev(), found.ino()) == (opened.dev(), opened.ino())))
}

#[cfg(not(unix))]
fn is_there(path: &Path, _: &File) -> io::Result<bool> {
    Ok(path.exists())
}

/// Whether a batch that lives writes into a folder.
pub(super) fn has_batch(folder: &Path) -> bool {
    let Ok(file) = File::options().append(true).open(folder.join(BATCH_LOCK)) else { return false };
    match file.try_lock() {
        Ok(()) => {
            let _ = file.unlock();
            false
        }
        Err(error) => matches!(error, TryLockError::WouldBlock),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::output::lock::Lock;

    #[test]
    fn a_lock_is_one_s_alone_and_leaves_nothing() {
        let home = tempfile::tempdir().unwrap();
        let lock = Lock::take(home.path(), "a").unwrap().unwrap();
        assert!(Lock::take(home.path(), "a").unwrap().is_none());
        assert!(Lock::take(home.path(), "b").unwrap().is_some());
        drop(lock);
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
        fs::write(home.path().join(".recoup-a.lock"), "").unwrap();
        assert!(Lock::take(home.path(), "a").unwrap().is_some(), "what a killed program left is nobody's");
    }
}
