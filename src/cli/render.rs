//! Answers on the terminal: documents as text, data as JSON.

use serde::Serialize;

use crate::cli::options::Done;
use crate::cli::table::{NOTE, table, wrapped};
use crate::cli::terminal;
use crate::error::Error;
use crate::language::Locale;
use crate::output::figures::Medium;
use crate::output::report::document::{Block, Document, Set, Show, Table};

/// Prints what was found, as JSON or as its document.
pub(super) fn print(
    is_json: bool,
    found: &impl Serialize,
    document: impl FnOnce() -> Document,
    locale: &Locale,
) -> Done {
    if is_json {
        terminal::print_data(&json(found)?)
    } else {
        terminal::print(&self::document(&document(), Show::Answer, locale))
    }
}

/// What was found as JSON.
pub(super) fn json(found: &impl Serialize) -> Result<String, Error> {
    let json = serde_json::to_value(found).map_err(|error| Error::Broken(error.to_string()))?;
    Ok(format!("{json:#}\n"))
}

/// The title and the sentences of a document, then its sections up to `most`. Charts are left out.
pub(super) fn document(document: &Document, most: Show, locale: &Locale) -> String {
    let document = document.laid_out(Medium::Terminal, most, locale);
    let mut text = if document.title.is_empty() { String::new() } else { format!("{}\n", document.title) };
    if !document.run.is_empty() {
        text.push_str(&format!("{}\n", document.run));
    }
    if !document.answer.is_empty() {
        text.push('\n');
    }
    document.answer.iter().for_each(|sentence| text.push_str(&format!("{sentence}\n")));
    for section in &document.sections {
        if !section.title.is_empty() {
            text.push_str(&format!("\n{}\n", section.title));
        }
        // What is said of a table or after a text stays close to it.
        let mut is_close = false;
        for block in &section.blocks {
            match block {
                Block::Text(line) if is_close => text.push_str(&format!("{line}\n")),
                Block::Text(line) => text.push_str(&format!("\n{line}\n")),
                Block::List(items) => items.iter().for_each(|item| text.push_str(&terminal::wrapped("- ", item))),
                Block::Terms(terms) => text.push_str(&terms_text(terms)),
                Block::Code(lines) => {
                    text.push('\n');
                    lines.lines().for_each(|line| text.push_str(&format!("  {line}\n")));
                }
                Block::Table(table) => text.push_str(&format!("\n{}", table_text(table))),
                Block::Figures(_) | Block::Chart(_) => {}
            }
            is_close = matches!(block, Block::Table(_) | Block::Text(_));
        }
    }
    // Without a title the first section begins at once.
    if document.title.is_empty() { text.trim_start_matches('\n').to_string() } else { text }
}

fn table_text(shown: &Table) -> String {
    let head: Vec<&str> = shown.head.iter().map(|cell| cell.text.as_str()).collect();
    let figures = shown.head.iter().enumerate().filter(|(_, cell)| cell.set == Set::Figure).map(|(i, _)| i);
    let mut rows = table(&head, figures);
    for row in &shown.rows {
        rows.add_row(row.cells.iter().map(|cell| {
            let below: String = wrapped(&cell.below, NOTE).iter().map(|line| format!("\n  {line}")).collect();
            format!("{}{below}", cell.text)
        }));
    }
    let caption = if shown.caption.is_empty() { String::new() } else { format!("{}\n", shown.caption) };
    format!("{caption}{rows}\n")
}

/// Terms below each other, what is said of them in a column of its own.
fn terms_text(terms: &[(String, String)]) -> String {
    let widest = terms.iter().map(|(term, _)| term.chars().count()).max().unwrap_or_default();
    let pad = |term: &str| " ".repeat(widest - term.chars().count());
    terms.iter().map(|(term, text)| terminal::wrapped(&format!("  {term}{}  ", pad(term)), text)).collect()
}
