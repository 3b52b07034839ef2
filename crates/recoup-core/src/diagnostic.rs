//! Diagnostics of an input: kind, place, message and the way out.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// How grave a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing; nothing is wrong.
    Note,
    /// The study runs, but a reader should think twice.
    Warning,
    /// The study is refused.
    Error,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        })
    }
}

/// A text that was read: a file, a shipped preset, or a `--set` argument.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// The name shown to the user: a path, `preset:NAME`, `--set`.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// Where something stands: a byte range of a [`Source`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The text it stands in.
    pub source: Arc<Source>,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Place {
    /// Those bytes of a text.
    pub fn of(source: &Arc<Source>, bytes: Range<usize>) -> Self {
        Place { source: source.clone(), start: bytes.start, end: bytes.end }
    }

    /// The 1-based line and column, counted in characters.
    pub fn line_and_column(&self) -> (usize, usize) {
        let mut start = self.start.min(self.source.text.len());
        while !self.source.text.is_char_boundary(start) {
            start -= 1;
        }
        let before = &self.source.text[..start];
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
        (line, column)
    }
}

/// One diagnostic of an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How grave it is.
    pub level: Level,
    /// A stable code such as `S014`, listed in `docs/diagnostics.md`.
    pub code: &'static str,
    /// What is wrong: lower case, no full stop, names in backticks.
    pub message: String,
    /// Where, when there is such a place.
    pub place: Option<Place>,
    /// A few words beside the caret.
    pub label: Option<String>,
    /// The way out.
    pub help: Option<String>,
    /// Whether message and help are in the language of the user, not in English.
    pub is_translated: bool,
}

impl Diagnostic {
    /// A diagnostic without place, label or help yet.
    pub fn new(level: Level, code: &'static str, message: impl Into<String>) -> Self {
        Diagnostic {
            level,
            code,
            message: cut(message.into()),
            place: None,
            label: None,
            help: None,
            is_translated: false,
        }
    }

    /// An error: the study is refused.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Diagnostic::new(Level::Error, code, message)
    }

    /// A warning: the study runs.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Diagnostic::new(Level::Warning, code, message)
    }

    /// A note.
    pub(crate) fn note(code: &'static str, message: impl Into<String>) -> Self {
        Diagnostic::new(Level::Note, code, message)
    }

    /// The same, said in the language of the user.
    pub fn translated(self) -> Self {
        Diagnostic { is_translated: true, ..self }
    }

    /// The same at `place`.
    pub fn with_place(mut self, place: Option<Place>) -> Self {
        self.place = place;
        self
    }

    /// The same with a few words beside the caret.
    pub(crate) fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(cut(label.into()));
        self
    }

    /// The same with the way out.
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(cut(help.into()));
        self
    }
}

/// Most characters of a message: a text of a file that is quoted may have millions.
const MOST_CHARACTERS: usize = 2_000;

/// The beginning of a text that is too long to be read.
fn cut(mut text: String) -> String {
    if text.len() > MOST_CHARACTERS
        && let Some((end, _)) = text.char_indices().nth(MOST_CHARACTERS)
    {
        let left = text[end..].chars().count();
        text.truncate(end);
        text.push_str(&format!(" ... ({left} more characters)"));
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostic;

    #[test]
    fn what_is_said_is_short() {
        let long = Diagnostic::error("S001", "\u{e9}".repeat(5_000_000)).with_help("x".repeat(2_000));
        assert!(long.message.ends_with("\u{e9} ... (4998000 more characters)") && long.message.len() < 5_000);
        assert_eq!(long.help.unwrap(), "x".repeat(2_000));
    }
}
