//! A table of figures as the page sets it.

use crate::language::Locale;
use crate::output::figures::{Figure, Figures, Kind, Medium, capital};
use crate::output::report::document::{Block, Cell, Row, Table, paragraph, requoted};

/// The table, intervals below what they are of, and its remarks.
pub(super) fn blocks(locale: &Locale, figures: Figures) -> Vec<Block> {
    let Figures { caption, columns, rows, remarks, .. } = figures.on(Medium::Page);
    let quoted = |text: &str| requoted(locale, &paragraph(text));
    let heads = columns.iter().filter(|column| !column.is_interval).map(|column| match column.kind.is_words() {
        true => Cell::words(&column.title()),
        false => Cell::figure(paragraph(&column.title())),
    });
    let mut table = Table { caption: quoted(&caption), head: heads.collect(), rows: Vec::new() };
    for line in rows {
        let mut cells: Vec<Cell> = Vec::new();
        for (column, figure) in columns.iter().zip(&line.cells) {
            let text = match figure {
                Figure::Term(term) => capital(term),
                figure => figure.text(locale),
            };
            match (column.is_interval, column.kind) {
                (true, _) => {
                    if let Some(cell) = cells.last_mut().filter(|_| *figure != Figure::Nothing) {
                        cell.below = text;
                    }
                }
                (_, Kind::Prose) => cells.push(Cell::words(&requoted(locale, &text))),
                (_, Kind::Key) => cells.push(Cell::key(&text)),
                (_, Kind::Words) => cells.push(Cell::words(&text)),
                _ => cells.push(Cell::figure(paragraph(&text))),
            }
        }
        if let Some(first) = cells.first_mut() {
            first.below = paragraph(&line.note);
        }
        table.rows.push(Row { cells, is_best: line.is_marked, is_sum: line.is_sum });
    }
    let remarks = remarks.iter().map(|remark| Block::Text(quoted(remark)));
    [Block::Table(table)].into_iter().chain(remarks).collect()
}
