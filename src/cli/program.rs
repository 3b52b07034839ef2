//! The file of the program, for scripts that start it.

use std::path::PathBuf;
use std::sync::OnceLock;

use crate::error::Error;

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Names the file that scripts start, where it is not the file of this process. The first name counts.
pub fn use_program(path: PathBuf) {
    let _ = PROGRAM.set(path);
}

/// The file that scripts start.
pub(super) fn program() -> Result<PathBuf, Error> {
    PROGRAM.get().cloned().map_or_else(|| std::env::current_exe().map_err(Error::file("find", "recoup")), Ok)
}
