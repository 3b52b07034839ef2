//! Locks: one writer of a folder at a time, also on network file systems and across machines where these lock files.

use std::fs::{self, File, OpenOptions, TryLockError};
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
    /// The file that is locked.
    pub(super) fn path_of(folder: &Path, key: &str) -> PathBuf {
        folder.join(format!(".recoup-{key}.lock"))
    }

    /// Takes a lock; `None` where another process has it.
    ///
    /// # Errors
    /// The file cannot be made.
    pub(super) fn take(folder: &Path, key: &str) -> io::Result<Option<Self>> {
        let path = Lock::path_of(folder, key);
        loop {
            let file = match opened(&path, File::options().create(true).append(true)) {
                // Somebody else's, who may not live any more; on a local disk it can be locked all the same.
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                    opened(&path, File::options().read(true)).map_err(|_| error)
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

/// The file of the lock of a batch in its folder; made where it is missing.
///
/// # Errors
/// It cannot be made, or something else has its name.
pub fn batch_lock(folder: &Path) -> io::Result<File> {
    opened(&folder.join(BATCH_LOCK), File::options().create(true).append(true))
}

/// A file to lock. What somebody else may have put there is neither followed nor waited for.
fn opened(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits() as i32);
    }
    let file = options.open(path)?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no regular file")),
    }
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
    let Ok(file) = opened(&folder.join(BATCH_LOCK), File::options().append(true)) else { return false };
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
    #[cfg(unix)]
    fn neither_a_pipe_nor_a_link_is_a_lock() {
        use crate::output::lock::{BATCH_LOCK, batch_lock, has_batch};
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join(BATCH_LOCK);
        let mode = rustix::fs::Mode::from_raw_mode(0o644);
        rustix::fs::mknodat(rustix::fs::CWD, &path, rustix::fs::FileType::Fifo, mode, 0).unwrap();
        assert!(!has_batch(home.path()) && batch_lock(home.path()).is_err());
        fs::remove_file(&path).unwrap();
        std::os::unix::fs::symlink(home.path().join("elsewhere"), &path).unwrap();
        assert!(batch_lock(home.path()).is_err() && !home.path().join("elsewhere").exists());
    }

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
