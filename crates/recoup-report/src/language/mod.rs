//! The languages that people are spoken to in: messages from catalogues, and how numbers are written.
//!
//! Catalogues are Project Fluent files, one a room, in `en/`, `zh/` and `es/`; [`Locale`] is all of them in one
//! language. A message is formatted with `tr!`:
//!
//! ```text
//! tr!(locale, "chart-more-in-tables", number = left_out)
//! ```
//!
//! Its id is a literal, and a test holds every id and its arguments against all three catalogues. Numbers are
//! passed as they should be read (`words.signed(x)`); a whole number that chooses a plural is passed raw and is
//! written as [`Locale::count`] writes it.

pub mod catalogue;
mod number;
mod number_formats;

pub use crate::language::catalogue::{Arguments, Locale, tr};
pub use crate::language::number::TickFormat;
pub use crate::language::number_formats::MINUS;
pub use crate::scenario::language::Language;
