//! Documents as text for a terminal.

use crate::cli::table::{NOTE, table, wrapped};
use crate::output::report::document::{Block, Document, Set, Table};

/// The title and the sentences of a document, then its sections. Charts are left out.
pub(super) fn document(document: &Document) -> String {
    let mut text = format!("{}\n", document.title);
    if !document.answer.is_empty() {
        text.push('\n');
    }
    document.answer.iter().for_each(|sentence| text.push_str(&format!("{sentence}\n")));
    for section in &document.sections {
        if !section.title.is_empty() {
            text.push_str(&format!("\n{}\n", section.title));
        }
        let mut is_after_table = false;
        for block in &section.blocks {
            match block {
                Block::Text(line) if is_after_table => text.push_str(&format!("{line}\n")),
                Block::Text(line) => text.push_str(&format!("\n{line}\n")),
                Block::List(items) => items.iter().for_each(|item| text.push_str(&format!("  {item}\n"))),
                Block::Code(lines) => {
                    text.push('\n');
                    lines.lines().for_each(|line| text.push_str(&format!("  {line}\n")));
                }
                Block::Table(table) => text.push_str(&format!("\n{}", table_text(table))),
                Block::Chart(_) => {}
            }
            is_after_table = matches!(block, Block::Table(_));
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
