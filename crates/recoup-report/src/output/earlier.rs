//! The run of a result folder, as it was: what `recoup diff` compares.

use std::io;
use std::path::Path;

use crate::ask::diff::Side;
use crate::diagnostic::Diagnostic;
use crate::input::guard::{REPORT_BYTES, Stop, read_text};
use crate::output::finished::Finished;

/// The study, resolved.
const STUDY: &str = "study.toml";
/// The figures.
const RESULT: &str = "result.json";

/// The run that wrote a folder, of this version of the program or another. Only the files that are compared must be as they
/// were written.
///
/// # Errors
/// Everything that is wrong with the folder: no finished run, a file that is gone, changed or cannot be read.
pub fn earlier_run(folder: &Path) -> Result<Side, Vec<Diagnostic>> {
    let place = folder.display();
    let Some(finished) = Finished::read(folder) else {
        let diagnostic = Diagnostic::error("R001", format!("`{place}` holds no finished run"));
        let help = "name a folder that `recoup run` wrote: it has a `manifest.toml`; a batch has one for each study";
        return Err(vec![diagnostic.with_help(help)]);
    };
    let mut wrong = Vec::new();
    let [study, result] = [STUDY, RESULT].map(|name| match text(folder, &finished, name) {
        Ok(text) => Some(text),
        Err(diagnostic) => {
            wrong.push(diagnostic);
            None
        }
    });
    let (Some(study), Some(result)) = (study, result) else { return Err(wrong) };
    Side::finished(&place.to_string(), &study, &result).map_err(|reason| {
        let message = format!("the results in `{place}` cannot be read: {reason}");
        vec![Diagnostic::error("R004", message).with_help("run the study again")]
    })
}

/// A file of the folder, as it was written.
fn text(folder: &Path, finished: &Finished, name: &str) -> Result<String, Diagnostic> {
    let place = folder.display();
    let Some(listed) = finished.files.iter().find(|file| file.name == name) else {
        let message = format!("`{place}` has no `{name}`: it holds no run of a study");
        return Err(Diagnostic::error("R004", message).with_help("name a folder that `recoup run` wrote"));
    };
    let gone = |_: io::Error| {
        Diagnostic::error("R003", format!("`{name}` is missing from `{place}`")).with_help("run the study again")
    };
    if !listed.is_as_written(folder).map_err(gone)? {
        let message = format!("`{name}` in `{place}` is not the file that the run wrote");
        return Err(Diagnostic::error("R003", message).with_help("run the study again"));
    }
    read_text(&folder.join(name), REPORT_BYTES, Stop::NEVER).map_err(|unread| gone(unread.into()))
}
