//! Tables of figures in Markdown, for the generated documents.

use crate::language::Locale;
use crate::output::figures::{Column, Figures, Medium};

/// The table as the terminal has it, notes below first cells, marked rows bold, its remarks below. Texts are taken as they are:
/// those that are no Markdown go through [`plain`] first.
pub fn table(locale: &Locale, figures: &Figures) -> String {
    let Figures { columns, rows, remarks, .. } = figures.clone().on(Medium::Terminal);
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let rule = |column: &Column| if column.kind.is_words() { "---" } else { "--:" };
    let mut text = line(columns.iter().map(|column| column.head.clone()).collect());
    text.push_str(&format!("|{}|\n", columns.iter().map(rule).collect::<Vec<&str>>().join("|")));
    for row in &rows {
        let mut cells: Vec<String> = row.cells.iter().map(|cell| cell.text(locale)).collect();
        if let Some(first) = cells.first_mut() {
            if row.is_marked {
                *first = format!("**{first}**");
            }
            if !row.note.is_empty() {
                first.push_str(&format!("<br>{}", row.note));
            }
        }
        text.push_str(&line(cells));
    }
    remarks.iter().for_each(|remark| text.push_str(&format!("\n{remark}\n")));
    text
}

/// Text that Markdown does not take for marks.
pub fn plain(line: &str) -> String {
    let mut out = String::new();
    for c in line.chars() {
        if matches!(c, '*' | '_' | '<' | '|' | '[' | ']' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::language::{Language, Locale};
    use crate::output::figures::{Column, Figure, Figures, Kind, Line};
    use crate::output::markdown::{plain, table};

    #[test]
    fn numbers_stand_to_the_right_and_marked_rows_are_bold() {
        let columns = vec![Column::new("name".into(), Kind::Words), Column::new("NPV".into(), Kind::Amount)];
        let ask = Line { is_marked: true, note: "later".into(), ..Line::of(&plain("a_b"), [Figure::Amount(1200.0)]) };
        let figures = Figures::new(String::new(), columns, vec![ask, Line::of("today", [Figure::Nothing])]);
        let text = table(Locale::of(Language::English), &figures);
        assert_eq!(text, "| name | NPV |\n|---|--:|\n| **a\\_b**<br>later | 1,200 |\n| today | – |\n");
    }
}
