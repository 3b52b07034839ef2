//! Terminal tables of one style.

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};

/// Rules above and below the head, and at the end; no other lines.
const STYLE: TableStyle = TableStyle::new()
    .top_border(LineStyle::none().fill('─').junction('─'))
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));

/// A table with that head; the columns numbered in `right` are numbers, set flush right.
pub(super) fn table<S: AsRef<str>>(head: &[S], right: impl IntoIterator<Item = usize>) -> Table {
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(head.iter().map(AsRef::as_ref));
    for column in right {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}

/// Characters of a line of a note.
pub(super) const NOTE: usize = 44;

/// The words of a text in lines of about `most` characters.
pub(super) fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut().filter(|line| line.chars().count() + word.chars().count() < most) {
            Some(line) => line.push_str(&format!(" {word}")),
            None => lines.push(word.to_string()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::cli::table::wrapped;

    #[test]
    fn a_note_is_broken_between_words() {
        assert_eq!(wrapped("every rate half of the way", 12), ["every rate", "half of the", "way"]);
        assert_eq!(wrapped("a.long.key.that.does.not.fit = 1", 12), ["a.long.key.that.does.not.fit", "= 1"]);
        assert!(wrapped("", 12).is_empty());
    }
}
