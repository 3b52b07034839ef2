//! The single steps by which results reach the disk. Each is done whole or fails.
//!
//! In builds with debug assertions, `RECOUP_FAULT` makes a step go wrong, so that tests can go through all of them: `end:N` ends
//! the program before step N as `kill -9` does, `fail:N` lets step N fail, `stuck:N` that step and all after it.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Whether there is a folder of that name, and no link to one.
pub(super) fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

/// Creates a folder, and those above it.
pub(super) fn create_folders(path: &Path) -> io::Result<()> {
    fault::step()?;
    fs::create_dir_all(path)
}

/// Writes a file. It may not be on the disk yet.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fault::step()?;
    fs::write(path, bytes)
}

/// Copies a file to a name that is free.
pub(super) fn copy_new(from: &Path, to: &Path) -> io::Result<()> {
    fault::step()?;
    let mut source = File::open(from)?;
    let mut copy = File::options().write(true).create_new(true).open(to)?;
    io::copy(&mut source, &mut copy).map(|_| ())
}

/// Waits until a file that was written is on the disk.
pub(super) fn sync(path: &Path) -> io::Result<()> {
    fault::step()?;
    // Windows wants a file open for writing.
    let file = if cfg!(windows) { File::options().write(true).open(path) } else { File::open(path) };
    file?.sync_all()
}

/// Waits until the names in a folder are on the disk. Some file systems have no such thing.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    fault::step()?;
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(path)?.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}

/// Moves a file or folder to a name that is free.
pub(super) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    fault::step()?;
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE).map_err(io::Error::from) {
            Err(error) if is_unknown(&error) => {}
            done => return done,
        }
    }
    match fs::symlink_metadata(to) {
        Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

/// Moves a file over another one.
pub(super) fn rename_over(from: &Path, to: &Path) -> io::Result<()> {
    fault::step()?;
    fs::rename(from, to)
}

/// Exchanges two folders in one step.
///
/// # Errors
/// They cannot be moved, or the system has no such step.
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    fault::step()?;
    if fault::has_no_exchange() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(io::Error::from)
    }
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    {
        let _ = (one, other);
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Removes a file.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    fault::step()?;
    fs::remove_file(path)
}

/// Removes a folder if nothing is in it.
pub(super) fn remove_empty(path: &Path) -> io::Result<()> {
    fault::step()?;
    fs::remove_dir(path)
}

/// Whether a file system does not know what it was asked for.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn is_unknown(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported)
}

/// Whether something is mounted at a folder: it cannot be moved.
#[cfg(unix)]
pub(super) fn is_mount_point(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
        if let Ok(found) = statx(CWD, folder, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::TYPE)
            && found.stx_attributes_mask.contains(StatxAttributes::MOUNT_ROOT)
        {
            return found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT);
        }
    }
    let device = |path: &Path| fs::symlink_metadata(path).map(|found| found.dev()).ok();
    folder.parent().is_none_or(|parent| device(parent) != device(folder))
}

#[cfg(not(unix))]
pub(super) fn is_mount_point(_: &Path) -> bool {
    false
}

/// Whether files can be made in a folder, and moved out of it.
///
/// # Errors
/// They cannot, and why.
#[cfg(unix)]
pub(super) fn can_be_written_to(folder: &Path) -> io::Result<()> {
    use rustix::fs::{Access, access};
    access(folder, Access::WRITE_OK | Access::EXEC_OK).map_err(io::Error::from)
}

#[cfg(not(unix))]
pub(super) fn can_be_written_to(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether a folder belongs to who runs the program, and nobody else writes to it.
#[cfg(unix)]
pub(super) fn is_private(folder: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    folder.uid() == rustix::process::geteuid().as_raw() && folder.mode() & 0o022 == 0
}

#[cfg(not(unix))]
pub(super) fn is_private(_: &fs::Metadata) -> bool {
    true
}

/// Lets a folder that replaces another one be no more open than that; the group of its files stays, where folders pass it on.
#[cfg(unix)]
pub(super) fn narrow(folder: &Path, replaced: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let (new, old) = (fs::symlink_metadata(folder)?.permissions().mode(), replaced.permissions().mode());
    let mode = (new & old & 0o777) | 0o700 | ((new | old) & 0o2000);
    if mode == new & 0o7777 { Ok(()) } else { fs::set_permissions(folder, fs::Permissions::from_mode(mode)) }
}

#[cfg(not(unix))]
pub(super) fn narrow(_: &Path, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(debug_assertions)]
mod fault {
    use std::io;
    use std::sync::LazyLock;
    use std::sync::atomic::{AtomicU64, Ordering};

    static FAULT: LazyLock<Option<(String, u64)>> = LazyLock::new(|| {
        let text = std::env::var("RECOUP_FAULT").ok()?;
        let (kind, step) = text.split_once(':')?;
        Some((kind.to_string(), step.parse().ok()?))
    });
    static STEPS: AtomicU64 = AtomicU64::new(0);

    /// One more step.
    pub(super) fn step() -> io::Result<()> {
        let Some((kind, at)) = &*FAULT else { return Ok(()) };
        let step = STEPS.fetch_add(1, Ordering::SeqCst) + 1;
        match &**kind {
            "end" if step == *at => end(),
            "fail" if step == *at => Err(io::ErrorKind::StorageFull.into()),
            "stuck" if step >= *at => Err(io::ErrorKind::StorageFull.into()),
            _ => Ok(()),
        }
    }

    /// Whether the system is to be taken for one that cannot exchange folders.
    pub(super) fn has_no_exchange() -> bool {
        std::env::var_os("RECOUP_NO_EXCHANGE").is_some()
    }

    fn end() -> ! {
        #[cfg(unix)]
        let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
        std::process::abort()
    }
}

#[cfg(not(debug_assertions))]
mod fault {
    pub(super) fn step() -> std::io::Result<()> {
        Ok(())
    }

    pub(super) fn has_no_exchange() -> bool {
        false
    }
}
