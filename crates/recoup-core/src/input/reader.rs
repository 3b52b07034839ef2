//! Where a reading of a text stands, and how it reports what is wrong.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, Source};
use crate::input::findings::Findings;
use crate::scenario::key::Key;

/// Where a reading stands in one text, and what it has found wrong.
pub(crate) struct Reader<'a> {
    /// The text.
    pub source: &'a Arc<Source>,
    /// Whether elements of arrays may also stand as tables by name.
    pub by_name: bool,
    /// What is wrong.
    pub diagnostics: &'a mut Findings,
    /// The tables that what is read now stands in.
    pub path: Vec<String>,
}

impl Reader<'_> {
    /// The place of those bytes.
    pub(crate) fn place(&self, span: Range<usize>) -> Option<Place> {
        Some(Place::of(self.source, span))
    }

    /// The path of what is read now, with `last` at its end.
    pub(crate) fn key(&self, last: &str) -> Key {
        Key::from_parts(self.path.iter().map(String::as_str).chain([last]))
    }

    /// Whether what is read now overlays the study: a strategy, scenario or variant, whose elements may stand as tables by
    /// name, as in `[strategy.failure."late delivery"]`.
    pub(crate) fn is_overlay(&self) -> bool {
        matches!(self.path.as_slice(), [list, _, ..] if matches!(list.as_str(), "strategy" | "scenario" | "variant"))
    }

    /// An error at those bytes.
    pub(crate) fn error(&mut self, code: &'static str, message: String, span: Range<usize>) -> Diagnostic {
        Diagnostic::error(code, message).with_place(self.place(span))
    }
}
