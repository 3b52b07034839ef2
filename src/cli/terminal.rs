//! Writing to the terminal: results to stdout, everything else to stderr.

use std::io::{self, IsTerminal, Write};

use crate::cli::options::Done;
use crate::diagnostic::{Diagnostic, Level};
use crate::error::Error;
use crate::input::render::visible_lines;
use crate::input::set::KEPT;
use crate::language::{Locale, tr};
use crate::output::diagnostic::one;

/// Prints a text for people, with every character that could move the cursor or hide text made visible. A closed pipe is
/// no error.
pub(super) fn print(text: &str) -> Done {
    print_data(&visible_lines(text))
}

/// Prints what other programs read, as it is.
pub(super) fn print_data(text: &str) -> Done {
    let mut out = io::stdout().lock();
    let written =
        out.write_all(text.as_bytes()).and_then(|()| if text.ends_with('\n') { Ok(()) } else { out.write_all(b"\n") });
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Error::file("write to", "stdout")(error)),
        _ => Ok(()),
    }
}

/// Says something on stderr, cleaned as [`print`] does.
pub(super) fn say(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", visible_lines(text));
}

/// Whether stderr is a terminal that can do more than print one line after the other.
pub(super) fn stderr_is_terminal() -> bool {
    io::stderr().is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Whether stderr takes colours.
fn stderr_has_colour() -> bool {
    stderr_is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// What is said beside an answer: warnings, and notes on what the user has set.
pub(super) fn beside_an_answer(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.into_iter().filter(|diagnostic| diagnostic.level > Level::Note || diagnostic.code == KEPT).collect()
}

/// Says diagnostics on stderr, in a language.
pub(super) fn say_all(diagnostics: &[Diagnostic], locale: &Locale) {
    for diagnostic in diagnostics {
        // What it quotes is clean already, and colours are to stay.
        let _ = writeln!(io::stderr().lock(), "{}\n", one(diagnostic, locale, stderr_has_colour()));
    }
}

/// Says what went wrong.
pub(super) fn complain(error: &Error, locale: &Locale) {
    if let Error::Refused(diagnostics) = error {
        say_all(diagnostics, locale);
        let errors = diagnostics.iter().filter(|d| d.level == Level::Error).count();
        say(&tr!(locale, "diagnostic-refused", number = errors));
    } else {
        say(&format!("{}: {error}", tr!(locale, "diagnostic-level", level = "error")));
    }
}

/// Says what is wrong with the command line, or helps.
pub(super) fn say_usage(error: &clap::Error) {
    let plain = error.render().to_string();
    if visible_lines(&plain) == plain {
        // A closed pipe is no error.
        let _ = error.print();
    } else {
        say(&plain);
    }
}

/// Width that texts are wrapped to.
const WIDTH: usize = 100;

/// A text after `head`, wrapped, with every further line set in by as much as the head takes.
pub(super) fn wrapped(head: &str, text: &str) -> String {
    let indent = head.chars().count();
    let (mut out, mut column) = (head.to_string(), indent);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > indent && column + 1 + length > WIDTH {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            column = indent;
        } else if column > indent {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use crate::cli::terminal::wrapped;

    #[test]
    fn long_texts_wrap_and_stay_set_in() {
        let text = wrapped("- ", &"word ".repeat(50));
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
        assert!(text.lines().skip(1).all(|line| line.starts_with("  word")) && text.lines().count() == 3, "{text}");
        assert_eq!(wrapped("- ", "one"), "- one\n");
    }
}
