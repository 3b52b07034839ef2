//! The command `recoup`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use pyo3::prelude::*;
use recoup::cli::{main_of, use_program};

/// Runs the program with `arguments`, of which the first is the file that started it; gives its exit code.
#[pyfunction]
pub(crate) fn main(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    if let Some(file) = arguments.first().and_then(|file| absolute(Path::new(file))) {
        use_program(file);
    }
    let named = std::iter::once(OsString::from("recoup")).chain(arguments.into_iter().skip(1));
    py.detach(|| main_of(named.collect()))
}

fn absolute(file: &Path) -> Option<PathBuf> {
    std::path::absolute(file).ok().filter(|file| file.is_file())
}
