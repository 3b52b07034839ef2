//! Writing to the terminal: results to stdout, everything else to stderr.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicU8, Ordering};

use clap::ValueEnum;

use crate::cli::options::Done;
use crate::cli::wrap;
use crate::diagnostic::{Diagnostic, Level};
use crate::error::Error;
use crate::input::render::{visible, visible_lines};
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
    is_able_terminal(&io::stderr())
}

fn is_able_terminal(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// When colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// In a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What `--color` says, for all that is printed.
static COLOUR: AtomicU8 = AtomicU8::new(Colour::Auto as u8);

/// Sets when colours are used.
pub(super) fn use_colour(colour: Colour) {
    COLOUR.store(colour as u8, Ordering::Relaxed);
}

/// Whether a stream takes colours.
fn has_colour(stream: &impl IsTerminal) -> bool {
    match COLOUR.load(Ordering::Relaxed) {
        colour if colour == Colour::Always as u8 => true,
        colour if colour == Colour::Never as u8 => false,
        _ => is_able_terminal(stream) && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}

/// Columns where the width is not known.
const WIDTH: usize = 100;
/// Fewest columns that texts are wrapped to.
const LEAST_WIDTH: usize = 40;

/// Columns of what is printed: those of COLUMNS, of the terminal, or 100.
pub(super) fn width() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    let own = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    asked.or_else(own).filter(|columns| *columns > 0).unwrap_or(WIDTH).max(LEAST_WIDTH)
}

/// Where answers are printed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Screen {
    /// Columns.
    pub width: usize,
    /// Whether it takes colours.
    pub has_colour: bool,
    /// Whether details are asked for.
    pub is_detailed: bool,
}

impl Screen {
    /// That of stdout.
    pub(super) fn stdout() -> Self {
        Screen { width: width(), has_colour: has_colour(&io::stdout()), is_detailed: false }
    }

    /// The same, with details where they are asked for.
    pub(super) fn with_details(self, is_detailed: bool) -> Self {
        Screen { is_detailed, ..self }
    }

    /// A heading, or the sentence to read first.
    pub(super) fn strong(&self, text: &str) -> String {
        self.painted(text, "1")
    }

    /// The row of the best strategy.
    pub(super) fn best(&self, text: &str) -> String {
        self.painted(text, "1;32")
    }

    /// Every line of the text in that style.
    fn painted(&self, text: &str, style: &str) -> String {
        if !self.has_colour {
            return text.to_string();
        }
        let line = |line: &str| match line.trim_end_matches('\n') {
            "" => line.to_string(),
            words => format!("\u{1b}[{style}m{words}\u{1b}[0m{}", &line[words.len()..]),
        };
        text.split_inclusive('\n').map(line).collect()
    }
}

/// What is said beside an answer: warnings, and notes on what the user has set.
pub(super) fn beside_an_answer(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.into_iter().filter(|diagnostic| diagnostic.level > Level::Note || diagnostic.code == KEPT).collect()
}

/// Says diagnostics after an answer, parted from it where both are seen.
pub(super) fn say_after_answer(diagnostics: &[Diagnostic], locale: &Locale) {
    if !diagnostics.is_empty() && io::stdout().is_terminal() && io::stderr().is_terminal() {
        say("");
    }
    say_all(diagnostics, locale);
}

/// Says diagnostics on stderr, in a language.
pub(super) fn say_all(diagnostics: &[Diagnostic], locale: &Locale) {
    let width = width();
    for diagnostic in diagnostics {
        // What it quotes is clean already, and colours are to stay.
        let text = one(diagnostic, locale, has_colour(&io::stderr()));
        let lines: Vec<String> = text.lines().map(|line| wrapped_diagnostic(line, width)).collect();
        let _ = writeln!(io::stderr().lock(), "{}\n", lines.join("\n"));
    }
}

/// A line of a diagnostic in lines of that width: sentences are wrapped, the lines of a file are not.
fn wrapped_diagnostic(line: &str, most: usize) -> String {
    const HELP: &str = "= help: ";
    let plain = visible(line);
    let indent = match plain.find(HELP) {
        Some(_) => wrap::width(&line[..line.find("help: ").map_or(0, |at| at + "help: ".len())]),
        None if plain.starts_with(|c: char| c == '\u{fffd}' || c.is_alphabetic()) => 2,
        None => return line.to_string(),
    };
    if wrap::width(line) <= most {
        return line.to_string();
    }
    let words = line.trim_start_matches(' ');
    let before = line.len() - words.len();
    let (first, rest) = match wrap::lines(words, most - before).split_first() {
        // Lines after the first are set in, so that they are wrapped again with less room.
        Some((first, rest)) if !rest.is_empty() => (first.clone(), rest.join(" ")),
        _ => return line.to_string(),
    };
    let joint = format!("\n{}", " ".repeat(indent));
    let rest = wrap::lines(&rest, most.saturating_sub(indent)).join(&joint);
    format!("{}{first}{joint}{rest}", " ".repeat(before))
}

/// Says what went wrong.
pub(super) fn complain(error: &Error, locale: &Locale) {
    if let Error::Refused(diagnostics) = error {
        say_all(diagnostics, locale);
        let errors = diagnostics.iter().filter(|d| d.level == Level::Error).count();
        say(&tr!(locale, "diagnostic-refused", number = errors));
    } else {
        let code = error.code().map_or_else(String::new, |code| format!("[{code}]"));
        say(&format!("{}{code}: {error}", tr!(locale, "diagnostic-level", level = "error")));
    }
}

/// The code of what the parser of the command line refuses.
const REFUSED: &str = "U001";

/// Says what is wrong with the command line, or helps.
pub(super) fn say_usage(error: &clap::Error) {
    let plain = error.render().to_string();
    let is_clean = visible_lines(&plain) == plain;
    if !error.use_stderr() && is_clean {
        // A closed pipe is no error.
        let _ = error.print();
        return;
    }
    let text =
        if is_clean && has_colour(&io::stderr()) { error.render().ansi().to_string() } else { visible_lines(&plain) };
    let _ = writeln!(io::stderr().lock(), "{}", text.trim_end().replacen("error:", &format!("error[{REFUSED}]:"), 1));
}

#[cfg(test)]
mod tests {
    use crate::cli::terminal::{Screen, wrapped_diagnostic};
    use crate::cli::wrap::width;

    #[test]
    fn diagnostics_are_wrapped_and_lines_of_files_are_not() {
        let long = format!("warning[A001]: {}", "word ".repeat(30));
        let text = wrapped_diagnostic(long.trim_end(), 60);
        assert!(text.lines().count() == 3 && text.lines().all(|line| width(line) <= 60), "{text}");
        assert!(text.lines().skip(1).all(|line| line.starts_with("  word")), "{text}");
        let help = wrapped_diagnostic(&format!("  = help: {}", "word ".repeat(20)), 60);
        assert!(help.lines().skip(1).all(|line| line.starts_with("          word")), "{help}");
        let quoted = format!("12 | {}", "word ".repeat(30));
        assert_eq!(wrapped_diagnostic(&quoted, 60), quoted);
    }

    #[test]
    fn every_line_is_painted_on_its_own() {
        let screen = Screen { width: 80, has_colour: true, is_detailed: false };
        assert_eq!(screen.strong("a\n\nb"), "\u{1b}[1ma\u{1b}[0m\n\n\u{1b}[1mb\u{1b}[0m");
        assert_eq!(Screen { has_colour: false, ..screen }.best("a\n"), "a\n");
    }
}
