//! `recoup schema`.

use crate::cli::options::Done;
use crate::cli::terminal;
use crate::evidence::schema::schema;

pub(super) fn run() -> Done {
    terminal::print_data(&format!("{:#}\n", schema()))
}
