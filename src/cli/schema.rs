//! `recoup schema`.

use crate::cli::options::Done;
use crate::cli::terminal;
use crate::evidence::schema::schema;

pub fn run() -> Done {
    terminal::print(&format!("{:#}\n", schema().to_value()))
}
