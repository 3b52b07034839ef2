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

mod catalogue;
mod number;

pub use crate::language::catalogue::Locale;
pub use crate::language::number::{MINUS, TickFormat};
pub use crate::scenario::language::Language;

/// Arguments of a message.
pub type Arguments<'a> = fluent_bundle::FluentArgs<'a>;

/// A message of the catalogue with its arguments: `tr!(locale, "id", name = value, …)`, a `String`.
#[macro_export]
macro_rules! tr {
    ($locale:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        #[allow(unused_mut)]
        let mut arguments = $crate::language::Arguments::new();
        $(arguments.set(stringify!($name), $value);)*
        $locale.message($id, &arguments)
    }};
}
pub use tr;
