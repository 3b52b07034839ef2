//! Documents as text for a terminal.

use crate::cli::table::{NOTE, table, wrapped};
use crate::language::Locale;
use crate::output::figures::Medium;
use crate::output::report::document::{Block, Document, Set, Show, Table};

/// The title and the sentences of a document, then its sections up to `most`. Charts are left out.
pub(super) fn document(document: &Document, most: Show, locale: &Locale) -> String {
    let document = document.laid_out(Medium::Terminal, most, locale);
    let mut text = format!("{}\n", document.title);
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
                Block::List(items) => items.iter().for_each(|item| text.push_str(&format!("  {item}\n"))),
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
    text
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
