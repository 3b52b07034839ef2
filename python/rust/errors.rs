//! Errors of Recoup as exceptions of Python.

use pyo3::prelude::*;
use recoup::diagnostic::{Diagnostic, Level};
use recoup::error::Error;
use recoup::language::{Language, Locale};
use recoup::output::diagnostic::one;

/// Severity, code, message, help, place (source, line, column) and the whole as text.
pub(crate) type Told = (String, String, String, Option<String>, Option<(String, usize, usize)>, String);

/// Diagnostics as data.
pub(crate) fn told(diagnostics: &[Diagnostic], language: Language) -> Vec<Told> {
    let locale = Locale::of(language);
    let tell = |diagnostic: &Diagnostic| {
        let place = diagnostic.place.as_ref().map(|place| {
            let (line, column) = place.line_and_column();
            (place.source.name.clone(), line, column)
        });
        (
            diagnostic.level.to_string(),
            diagnostic.code.to_string(),
            diagnostic.message.clone(),
            diagnostic.help.clone(),
            place,
            one(diagnostic, locale, false),
        )
    };
    diagnostics.iter().map(tell).collect()
}

/// The exception of an error.
pub(crate) fn exception(py: Python<'_>, error: &Error) -> PyErr {
    let (diagnostics, code) = match error {
        Error::Refused(wrong) => {
            let first = wrong.iter().find(|diagnostic| diagnostic.level == Level::Error);
            (told(wrong, Language::default()), first.map(|diagnostic| diagnostic.code))
        }
        error => (Vec::new(), error.code()),
    };
    let stopped = matches!(error, Error::Interrupted | Error::Halted { .. });
    let made = py.import("recoup._errors").and_then(|module| {
        module.getattr("_made")?.call1((code, error.exit_code(), error.to_string(), diagnostics, stopped))
    });
    made.map_or_else(|failure| failure, PyErr::from_value)
}

/// The exception of an argument that cannot be used.
pub(crate) fn usage(py: Python<'_>, message: String) -> PyErr {
    exception(py, &Error::Usage(message))
}
