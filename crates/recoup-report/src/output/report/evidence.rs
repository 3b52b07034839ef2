//! What is said of a number beside its value: whose it is, how well it is known, and what the literature says of its key.
//!
//! The ledger's status and source are those of the program's default. Of a value that a preset or the study sets itself they
//! say nothing: then only the range of the key is told, with its source.

use crate::analysis::assumptions::{Assumption, Origin};
use crate::evidence::ledger::{Entry, Status};
use crate::language::{Locale, tr};

/// The evidence of one number, in words.
pub(crate) struct Evidence {
    /// Whose the value is, or how well it is known, and the range of its key in the literature.
    pub status: String,
    /// The source: of the value where it is the default, else of the range; empty where there is none.
    pub source: String,
}

/// The evidence of a number whose key has that entry.
pub(crate) fn evidence(locale: &Locale, row: &Assumption, entry: &Entry) -> Evidence {
    let source = entry.citation();
    let of_range = || match entry.range {
        Some(_) if !entry.plausible && !entry.source.is_empty() => {
            tr!(locale, "run-range-source", source = source.as_str())
        }
        _ => String::new(),
    };
    let (status, source) = match &row.origin {
        Origin::Default if entry.status == Status::Input => (tr!(locale, "run-placeholder"), of_range()),
        Origin::Default => (tr!(locale, "run-status", status = entry.status.to_string()), source),
        Origin::Preset(name) => (tr!(locale, "run-of-preset", preset = format!("preset:{name}")), of_range()),
        Origin::Study => (tr!(locale, "run-status", status = "input"), of_range()),
    };
    let status = match range(locale, entry) {
        Some(range) => format!("{status} · {range}"),
        None => status,
    };
    Evidence { status, source }
}

/// The range of a key, and whether it is published.
fn range(locale: &Locale, entry: &Entry) -> Option<String> {
    let level = |value: f64| if entry.is_probability() { locale.share(value) } else { number(locale, value) };
    let [low, high] = entry.range?.map(level);
    let range = tr!(locale, "range", low = low, high = high);
    Some(match entry.plausible {
        true => tr!(locale, "run-plausible", range = range),
        false => tr!(locale, "run-published-range", range = range),
    })
}

/// A plain number in as few digits as it needs.
fn number(locale: &Locale, value: f64) -> String {
    if value.fract() == 0.0 { locale.count(value) } else { locale.fixed(value, if value.abs() < 0.1 { 3 } else { 2 }) }
}
