//! What the core computes on this machine: without an argument the names of all runs, with a number what that run computes.

#[path = "../../src/runs.rs"]
mod runs;

use std::io::{self, Write};

fn main() -> io::Result<()> {
    let text = match std::env::args().nth(1).and_then(|i| i.parse().ok()) {
        Some(i) => runs::compute(i),
        None => runs::names(),
    };
    io::stdout().write_all(text.as_bytes())
}
