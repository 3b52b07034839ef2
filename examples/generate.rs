//! Writes the generated documents: `cargo run --example generate`; with `charts` after `--`, the charts of the
//! cases too.

use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let runs = recoup::cases::run_all()?;
    let documents = recoup::cli::generated_documents(&runs)?;
    let mut files: Vec<(String, Vec<u8>)> =
        documents.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    if std::env::args().any(|argument| argument == "charts") {
        files.extend(recoup::cli::case_charts(&runs)?);
    }
    for (name, bytes) in files {
        let path = root.join(&name);
        fs::create_dir_all(path.parent().unwrap_or(root))?;
        fs::write(path, bytes)?;
        println!("{name}");
    }
    Ok(())
}
