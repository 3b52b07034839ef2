//! Writes the generated documents: `cargo run --example generate`.

use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, text) in recoup::cli::generated_documents() {
        fs::write(root.join(name), text)?;
        println!("{name}");
    }
    Ok(())
}
