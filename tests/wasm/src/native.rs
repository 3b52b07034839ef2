//! The same on this machine: without an argument the names of all runs, with a number what that run computes.

use std::io::{self, Write};

fn main() -> io::Result<()> {
    let text = match std::env::args().nth(1).and_then(|i| i.parse().ok()) {
        Some(i) => recoup_wasm::compute(i),
        None => recoup_wasm::names(),
    };
    io::stdout().write_all(text.as_bytes())
}
