//! What is said of a number beside its value: whose it is, how well it is known, and what the literature says of its key.
//!
//! The ledger's status and source are those of the program's default. Of a value that a preset or the study sets itself they
//! say nothing: then only the range of the key is told, with its source.

use crate::analysis::assumptions::{Assumption, Origin};
use crate::evidence::ledger::{Entry, Status};
use crate::language::{Locale, tr};

/// The evidence of one number, in words.
pub(super) struct Evidence {
    /// Whose the value is, or how well it is known.
    pub status: String,
    /// The source: of the value where it is the default, else of the range; empty where there is none.
    pub source: String,
}

/// The evidence of a number whose key has that entry.
pub(super) fn evidence(locale: &Locale, row: &Assumption, entry: &Entry) -> Evidence {
    let source = entry.citation();
    let of_range = || match entry.range {
        Some(_) if !entry.plausible && !entry.source.is_empty() => {
            tr!(locale, "report-range-source", source = source.as_str())
        }
        _ => String::new(),
    };
    match &row.origin {
        Origin::Default if entry.status == Status::Input => {
            Evidence { status: tr!(locale, "report-placeholder"), source: of_range() }
        }
        Origin::Default => Evidence { status: tr!(locale, "report-status", status = entry.status.to_string()), source },
        Origin::Preset(name) => {
            let preset = format!("preset:{name}");
            Evidence { status: tr!(locale, "report-of-preset", preset = preset), source: of_range() }
        }
        Origin::Study => Evidence { status: tr!(locale, "report-status", status = "input"), source: of_range() },
    }
}
