//! Generated documents are what the program would write now.

use std::path::Path;

use crate::cases::RUNS;

#[test]
fn generated_documents_are_fresh() {
    for (name, text) in recoup::cli::generated_documents(&RUNS).expect("every recipe runs") {
        let found = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&name)).unwrap_or_default();
        assert!(found == text, "{name} is stale: run `cargo run --example generate`");
    }
}
