//! Writing to the terminal: results to stdout, everything else to stderr.

use std::io::{self, IsTerminal, Write};

use crate::cli::Done;
use crate::diagnostic::{Diagnostic, Level};
use crate::error::Error;
use crate::input::render::one;

/// Prints a result. A closed pipe is no error.
pub fn print(text: &str) -> Done {
    let mut out = io::stdout().lock();
    let written =
        out.write_all(text.as_bytes()).and_then(|()| if text.ends_with('\n') { Ok(()) } else { out.write_all(b"\n") });
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Error::file("write to", "stdout")(error)),
        _ => Ok(()),
    }
}

/// Says something on stderr.
pub fn say(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Whether stderr takes colours.
pub fn stderr_has_colour() -> bool {
    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Says diagnostics on stderr.
pub fn say_all(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        say(&format!("{}\n", one(diagnostic, stderr_has_colour())));
    }
}

/// Says what went wrong.
pub fn complain(error: &Error) {
    if let Error::Refused(diagnostics) = error {
        say_all(diagnostics);
        let errors = diagnostics.iter().filter(|d| d.level == Level::Error).count();
        say(&format!("refused: {errors} error{}", if errors == 1 { "" } else { "s" }));
    } else {
        say(&format!("error: {error}"));
    }
}
