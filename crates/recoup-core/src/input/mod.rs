//! Validation: a request in, a checked study or everything that is wrong with it out.
//!
//! 1. [`source`] opens the file and follows `extends`; `read` makes trees of the texts, held against the
//!    `shape` that the evidence ledger gives; `read_draft` lays them over each other, and lays on them what was
//!    [`set`].
//! 2. For every scenario and strategy `overlay` makes one tree, `resolve` typed parameters of it, and
//!    `check` looks whether it can be meant.
//! 3. What was found is reported all at once (`findings`), as text by [`render`].

pub mod build;
pub(crate) mod build_study;
pub(crate) mod case_study;
pub(crate) mod check;
pub(crate) mod coupling;
pub mod diagnostic_codes;
pub(crate) mod draft;
pub mod edges;
pub(crate) mod extend;
pub(crate) mod findings;
pub mod full_starter;
pub mod guard;
pub mod hint;
pub(crate) mod leaf;
pub(crate) mod lived;
pub mod marks;
pub(crate) mod overlay;
pub(crate) mod question;
pub(crate) mod read;
pub(crate) mod read_draft;
pub(crate) mod reader;
pub mod render;
pub(crate) mod report;
pub(crate) mod request;
pub(crate) mod resolve;
pub mod set;
pub(crate) mod shape;
pub mod shipped;
pub mod source;
pub mod starter;
pub mod translation;
pub(crate) mod tree;
pub(crate) mod uncertain;
pub(crate) mod value;
pub(crate) mod write;
pub mod written;

use crate::diagnostic::Diagnostic;
use crate::input::findings::Findings;
use crate::input::read_draft::read_draft;
use crate::scenario::study::Study;

pub use crate::input::request::{Request, RowSettings};

/// A checked study, and its diagnostics.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The study.
    pub study: Study,
    /// Warnings and notes.
    pub diagnostics: Vec<Diagnostic>,
}

/// The refusal of a study by what reads the expected engine alone, which knows no contagion.
pub(crate) fn refuse_contagion(study: &Study) -> Result<(), Vec<Diagnostic>> {
    if !study.has_contagion() {
        return Ok(());
    }
    let diagnostic =
        Diagnostic::error("S052", "the question is asked of the expected engine, which knows no contagion")
            .with_help("`recoup run` simulates it, and compares its strategies");
    Err(vec![diagnostic])
}

/// Loads and checks a study: all errors and warnings at once when it is refused.
pub fn load(request: &Request) -> Result<Loaded, Vec<Diagnostic>> {
    let mut diagnostics = Findings::default();
    let Some(draft) = read_draft(request, &mut diagnostics) else {
        return Err(diagnostics.ranked(&[], &[]));
    };
    let study = build_study::study(&draft, &mut diagnostics);
    let scenarios: Vec<&str> = draft.scenarios.keys().map(String::as_str).collect();
    let strategies: Vec<&str> = draft.strategies.keys().map(String::as_str).collect();
    let refused = diagnostics.has_errors();
    let ranked = diagnostics.ranked(&scenarios, &strategies);
    match study {
        Some(study) if !refused => Ok(Loaded { study, diagnostics: ranked }),
        _ => Err(ranked.into_iter().filter(|diagnostic| diagnostic.level > crate::diagnostic::Level::Note).collect()),
    }
}
