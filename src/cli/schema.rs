//! `recoup schema`.

use crate::cli::options::Done;
use crate::cli::terminal;
use crate::evidence::schema::schema_text;

pub(super) fn run() -> Done {
    terminal::print_data(&schema_text())
}
