//! Tables in the terminal, fitted to its width: heads wrap, numbers are shortened, columns that can be spared are left out. What
//! still does not fit goes on below, with the words that begin each row again. No number and no word is broken.

use crate::cli::terminal::Screen;
use crate::cli::wrap::{least, lines, width};
use crate::input::render::visible_lines;
use crate::output::report::document::{Cell, Set, Table};

/// Columns between two columns.
const GAP: usize = 2;
/// Columns before the first.
const INDENT: usize = 1;
/// Columns of a line of what stands below a cell.
const NOTE: usize = 44;
/// What stands where there is nothing to say.
const NOTHING: &str = "–";
/// Columns that words keep where they are wrapped.
const WORDS: usize = 16;

/// The table as text, and the heads of the columns that were left out.
pub(super) fn table(shown: &Table, screen: &Screen) -> (String, Vec<String>) {
    let mut fitted = Fitted::new(shown, screen);
    let mut left_out = Vec::new();
    if !fitted.fits() {
        fitted.shorten();
    }
    if !screen.is_detailed {
        for spare in &shown.spare {
            if fitted.fits() {
                break;
            }
            if let Some(at) = fitted.columns.iter().position(|column| column.number == *spare) {
                left_out.push((*spare, fitted.columns.remove(at).head));
            }
        }
    }
    left_out.sort();
    (fitted.text(shown), left_out.into_iter().map(|(_, head)| head).collect())
}

/// A table whose columns are known in lines.
struct Fitted<'a> {
    columns: Vec<Column>,
    screen: &'a Screen,
}

/// A column: its head and its cells, each in parts that may be wrapped.
struct Column {
    /// Its number in the table.
    number: usize,
    head: String,
    cells: Vec<Text>,
    is_figure: bool,
}

/// A cell: what stands in it, and smaller below.
struct Text {
    text: String,
    short: Option<String>,
    below: String,
}

impl Column {
    /// The width of the cells where none is wrapped.
    fn natural(&self) -> usize {
        self.cells.iter().map(|cell| width(&cell.text)).max().unwrap_or_default()
    }

    /// The least width that breaks nothing. Figures are never wrapped; words in their place are.
    fn least(&self) -> usize {
        let words = |text: &str| least(text).max(width(text).min(WORDS));
        let cell = |cell: &Text| if self.is_wrapped(cell) { words(&cell.text) } else { width(&cell.text) };
        self.cells.iter().map(cell).max().unwrap_or_default().max(least(&self.head))
    }

    /// Whether a cell may be wrapped: words, and what stands in words where there is no figure.
    fn is_wrapped(&self, cell: &Text) -> bool {
        !self.is_figure || cell.text.starts_with(char::is_alphabetic)
    }

    /// The width at which nothing is wrapped, the head neither.
    fn full(&self) -> usize {
        self.natural().max(width(&self.head))
    }
}

impl<'a> Fitted<'a> {
    fn new(shown: &Table, screen: &'a Screen) -> Self {
        let text = |cell: &Cell| Text {
            text: visible_lines(&cell.text),
            short: cell.short.as_deref().map(visible_lines),
            below: visible_lines(&cell.below),
        };
        let column = |(number, head): (usize, &Cell)| Column {
            number,
            head: visible_lines(&head.text),
            cells: shown.rows.iter().filter_map(|row| row.cells.get(number)).map(text).collect(),
            is_figure: head.set == Set::Figure,
        };
        let mut columns: Vec<Column> = shown.head.iter().enumerate().map(column).collect();
        // A column that says nothing is none.
        let says = |cell: &Text| !(cell.text.is_empty() || cell.text == NOTHING) || !cell.below.is_empty();
        columns.retain(|column| column.cells.iter().any(says));
        Fitted { columns, screen }
    }

    fn room(&self, columns: usize) -> usize {
        self.screen.width.saturating_sub(INDENT + GAP * columns.saturating_sub(1))
    }

    /// Whether all columns fit beside each other.
    fn fits(&self) -> bool {
        self.columns.iter().map(Column::least).sum::<usize>() <= self.room(self.columns.len())
    }

    /// Writes numbers in two or three digits.
    fn shorten(&mut self) {
        for cell in self.columns.iter_mut().flat_map(|column| &mut column.cells) {
            if let Some(short) = cell.short.take() {
                cell.text = short;
            }
        }
    }

    /// How many columns say which row it is: the words that a table of figures begins with, where they leave half of the width.
    fn leading(&self) -> usize {
        let words = self.columns.iter().take_while(|column| !column.is_figure).count();
        let taken: usize = self.columns[..words].iter().map(|column| column.least() + GAP).sum();
        if words < self.columns.len() && 2 * taken <= self.screen.width { words.max(1) } else { 1 }
    }

    /// The columns in groups that fit, those that say which row it is in each.
    fn parts(&self) -> Vec<Vec<&Column>> {
        if self.columns.is_empty() {
            return Vec::new();
        }
        let (first, others) = self.columns.split_at(self.leading());
        let mut parts: Vec<Vec<&Column>> = Vec::new();
        for column in others {
            let has_room = |part: &&mut Vec<&Column>| {
                let taken: usize = part.iter().map(|column| column.least()).sum();
                taken + column.least() <= self.room(part.len() + 1)
            };
            match parts.last_mut().filter(has_room) {
                Some(part) => part.push(column),
                None => parts.push(first.iter().chain([column]).collect()),
            }
        }
        if parts.is_empty() { vec![first.iter().collect()] } else { parts }
    }

    /// The widths of columns beside each other: what is over goes to words, then to heads.
    fn widths(&self, columns: &[&Column]) -> Vec<usize> {
        let mut widths: Vec<usize> = columns.iter().map(|column| column.least()).collect();
        let mut over = self.room(columns.len()).saturating_sub(widths.iter().sum());
        for wanted in [Column::natural, Column::full] {
            for (width, column) in widths.iter_mut().zip(columns) {
                let more = wanted(column).saturating_sub(*width).min(over);
                *width += more;
                over -= more;
            }
        }
        widths
    }

    fn text(&self, shown: &Table) -> String {
        let parts = self.parts();
        let text = |(i, columns): (usize, &Vec<&Column>)| self.part(columns, shown, i > 0);
        parts.iter().enumerate().map(text).collect::<Vec<String>>().join("\n")
    }

    /// Columns beside each other; what goes on below leaves out rows that say nothing there.
    fn part(&self, columns: &[&Column], shown: &Table, goes_on: bool) -> String {
        let leading = self.leading();
        let says = |i: usize| {
            let mut cells = columns[leading..].iter().filter_map(|column| column.cells.get(i));
            cells.any(|cell| !(cell.text.is_empty() || cell.text == NOTHING))
        };
        let widths = self.widths(columns);
        let rule = "─".repeat(INDENT + widths.iter().sum::<usize>() + GAP * columns.len().saturating_sub(1));
        let heads: Vec<Vec<String>> =
            columns.iter().zip(&widths).map(|(column, width)| lines(&column.head, *width)).collect();
        let most = heads.iter().map(Vec::len).max().unwrap_or_default();
        // Heads stand on the rule.
        let heads = heads.into_iter().map(|head| {
            let above = most - head.len();
            std::iter::repeat_n(String::new(), above).chain(head).collect()
        });
        let mut text = self.lines(columns, &widths, heads.collect());
        text.push_str(&format!("{rule}\n"));
        for (i, row) in shown.rows.iter().enumerate().filter(|(i, _)| !goes_on || says(*i)) {
            // A note may reach below the cells beside it where these have one line.
            let has_lines = |(column, width): (&&Column, &usize)| {
                let cell = column.cells.get(i).filter(|cell| column.is_wrapped(cell));
                cell.is_some_and(|cell| lines(&cell.text, *width).len() > 1)
            };
            let is_beside_lines = columns.iter().zip(&widths).skip(1).any(has_lines);
            let cells = columns.iter().zip(&widths).map(|(column, width)| match column.cells.get(i) {
                Some(cell) if !column.is_wrapped(cell) => vec![cell.text.clone()],
                Some(cell) => {
                    let room = if is_beside_lines { width.saturating_sub(2).max(WORDS) } else { NOTE };
                    let below = lines(&cell.below, room);
                    let below = below.into_iter().map(|line| format!("  {line}"));
                    lines(&cell.text, *width).into_iter().chain(below).collect()
                }
                None => Vec::new(),
            });
            let row_text = self.lines(columns, &widths, cells.collect());
            text.push_str(&if row.is_best { self.screen.best(&row_text) } else { row_text });
        }
        text.push_str(&format!("{rule}\n"));
        text
    }

    /// A row: its cells in lines beside each other, figures to the right.
    fn lines(&self, columns: &[&Column], widths: &[usize], cells: Vec<Vec<String>>) -> String {
        let height = cells.iter().map(Vec::len).max().unwrap_or_default();
        let mut text = String::new();
        for i in 0..height {
            let mut line = " ".repeat(INDENT);
            for ((column, most), cell) in columns.iter().zip(widths).zip(&cells) {
                let part = cell.get(i).map_or("", String::as_str);
                let pad = " ".repeat(most.saturating_sub(width(part)));
                let (before, after) = if column.is_figure { (pad.as_str(), "") } else { ("", pad.as_str()) };
                line.push_str(&format!("{before}{part}{after}{}", " ".repeat(GAP)));
            }
            text.push_str(&format!("{}\n", line.trim_end()));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::table::table;
    use crate::cli::terminal::Screen;
    use crate::cli::wrap::width;
    use crate::output::report::document::{Cell, Table};

    fn screen(width: usize) -> Screen {
        Screen { width, has_colour: false, is_detailed: false }
    }

    /// Strategies by net present value in full, its interval and customers kept.
    fn shown() -> Table {
        let heads = ["strategy", "net present value", "90 % interval", "customers kept"].map(str::to_string);
        let mut shown = Table::new(String::new(), 1, heads.to_vec());
        for (name, amount, short) in [("today", "28,307,475", "28 M"), ("ask and answer", "28,539,486", "29 M")] {
            shown.row(vec![
                Cell::words(name),
                Cell { short: Some(short.to_string()), ..Cell::figure(amount.to_string()) },
                Cell::figure("−165 k to +925 k".to_string()),
                Cell::figure("+5,404".to_string()),
            ]);
        }
        shown.spare = vec![3, 1];
        shown
    }

    #[test]
    fn a_table_is_fitted_step_by_step_and_breaks_nothing() {
        let (whole, left_out) = table(&shown(), &screen(80));
        assert!(
            left_out.is_empty() && whole.contains(" net present value ") && whole.contains("28,307,475"),
            "{whole}"
        );
        // Heads wrap before numbers are shortened, and those before columns are left out.
        let (wrapped, left_out) = table(&shown(), &screen(60));
        assert!(
            left_out.is_empty() && wrapped.contains("28,307,475") && !wrapped.contains("present value"),
            "{wrapped}"
        );
        let (short, left_out) = table(&shown(), &screen(54));
        assert!(left_out.is_empty() && short.contains("28 M") && !short.contains("28,307"), "{short}");
        let (fewer, left_out) = table(&shown(), &screen(48));
        assert_eq!(left_out, ["customers kept"], "{fewer}");
        let (fewest, left_out) = table(&shown(), &screen(36));
        assert_eq!(left_out, ["net present value", "customers kept"], "{fewest}");
        for most in [36, 48, 54, 60, 80] {
            let (text, _) = table(&shown(), &screen(most));
            assert!(text.lines().all(|line| width(line) <= most), "{most}\n{text}");
            assert!(text.contains("−165 k to +925 k"), "{most}\n{text}");
        }
    }

    #[test]
    fn with_details_what_does_not_fit_goes_on_below() {
        let (text, left_out) = table(&shown(), &Screen { is_detailed: true, ..screen(40) });
        assert!(left_out.is_empty() && text.contains("+5,404") && text.contains("29 M"), "{text}");
        assert!(text.lines().all(|line| width(line) <= 40), "{text}");
        assert_eq!(text.matches("today").count(), 3, "{text}");
    }

    #[test]
    fn what_goes_on_below_has_the_words_of_its_rows_and_no_row_without_a_figure() {
        let heads = ["failure", "meaning", "satisfaction before", "satisfaction after", "repurchase before"];
        let mut shown = Table::new(String::new(), 2, heads.map(str::to_string).to_vec());
        for (failure, meaning, last) in [("late", "quick", "95.0 %"), ("", "voiced", "–"), ("lost", "all", "9.0 %")] {
            let figures = ["5.35", "5.50", last].map(|text| Cell::figure(text.to_string()));
            shown.row([Cell::words(failure), Cell::words(meaning)].into_iter().chain(figures).collect());
        }
        let (text, _) = table(&shown, &screen(48));
        let below = text.split("\n\n").nth(1).unwrap();
        assert!(below.contains("quick") && below.contains("95.0 %") && below.contains("all"), "{text}");
        assert!(!below.contains("voiced") && text.contains("voiced"), "{text}");
    }

    #[test]
    fn a_column_without_a_word_is_left_out() {
        let mut shown = Table::new(String::new(), 2, ["input", "best strategy changes"].map(str::to_string).to_vec());
        shown.row(vec![Cell::words("rate"), Cell::words("")]);
        assert!(!table(&shown, &screen(80)).0.contains("changes"));
    }

    #[test]
    fn the_best_row_stands_out_in_colour_alone() {
        let mut shown = shown();
        shown.rows[1].is_best = true;
        assert!(!table(&shown, &screen(80)).0.contains('\u{1b}'));
        let (text, _) = table(&shown, &Screen { has_colour: true, ..screen(80) });
        let marked: Vec<&str> = text.lines().filter(|line| line.contains('\u{1b}')).collect();
        assert!(marked.len() == 1 && marked[0].contains("ask and answer"), "{text}");
    }
}
