//! Generated documents are what the program would write now.

use std::path::Path;

#[test]
fn generated_documents_are_fresh() {
    for (name, text) in recoup::cli::generated_documents().expect("every case runs") {
        let found = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&name)).unwrap_or_default();
        assert!(found == text, "{name} is stale: run `cargo run --example generate`");
    }
}
