//! A file that is written beside its name first, so that it is there whole or not at all.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::cli::options::Done;
use crate::error::Error;

/// Refuses a file to write that is one of those to read.
pub(super) fn apart_from(out: &Path, inputs: &[&Path]) -> Done {
    let Ok(written) = out.canonicalize() else { return Ok(()) };
    match inputs.iter().find(|input| input.canonicalize().is_ok_and(|read| read == written)) {
        Some(_) => {
            let message = format!("`{}` is read, so it cannot be written too: choose another --out", out.display());
            Err(Error::Usage(message))
        }
        None => Ok(()),
    }
}

/// The error about a file that is there and may not be replaced.
pub(super) fn exists(out: &Path) -> Error {
    Error::Usage(format!("`{}` exists; it was left as it is (--force replaces it)", out.display()))
}

/// The folder of a file.
pub(super) fn folder_of(out: &Path) -> PathBuf {
    out.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// Writes a text beside `out`, under a name that vanishes unless it is kept.
pub(super) fn write_beside(text: &str, out: &Path) -> Result<NamedTempFile, Error> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".recoup-").suffix(".toml");
    // As any file that a program writes: the umask decides.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder_of(out)).map_err(Error::file("write", out))?;
    file.write_all(text.as_bytes()).and_then(|()| file.as_file().sync_all()).map_err(Error::file("write", out))?;
    Ok(file)
}

/// Gives a file its name; one that is there is only replaced where `force` says so.
pub(super) fn keep(file: NamedTempFile, out: &Path, force: bool) -> Done {
    let kept = if force { file.persist(out) } else { file.persist_noclobber(out) };
    kept.map(drop).map_err(|error| match error.error.kind() {
        ErrorKind::AlreadyExists => exists(out),
        _ => Error::file("write", out)(error.error),
    })
}
