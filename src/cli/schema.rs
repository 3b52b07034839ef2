//! `recoup schema`.

use crate::cli::{Done, terminal};
use crate::evidence::schema::schema;

pub fn run() -> Done {
    terminal::print(&format!("{:#}\n", schema().to_value()))
}
