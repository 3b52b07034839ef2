//! Answers on the terminal: documents as text, data as JSON.

use serde::Serialize;

use crate::cli::options::Done;
use crate::cli::table::table;
use crate::cli::terminal::{self, Screen};
use crate::cli::wrap::{hanging, lines, width};
use crate::input::render::visible_lines;
use crate::language::{Locale, tr};
use crate::output::figures::Medium;
use crate::output::json::json_text;
use crate::output::report::document::{Block, Document, Show};

/// Prints what was found, as JSON or as its document.
pub(super) fn print(
    is_json: bool,
    found: &impl Serialize,
    document: impl FnOnce() -> Document,
    locale: &Locale,
) -> Done {
    if is_json {
        terminal::print_data(&json_text(found)?)
    } else {
        terminal::print_data(&self::document(&document(), &Screen::stdout(), locale))
    }
}

/// The title and the sentences of a document, then its sections, with the details that are asked for. Charts are left out. What the
/// document says is cleaned, so that the text is printed as it is.
pub(super) fn document(document: &Document, screen: &Screen, locale: &Locale) -> String {
    let most = if screen.is_detailed { Show::Details } else { Show::Answer };
    let document = document.laid_out(Medium::Terminal, most, locale);
    let mut page = Page { text: String::new(), screen, left_out: Vec::new() };
    let has_title = !document.title.is_empty();
    if has_title {
        page.heading(&document.title);
    }
    page.paragraph(&document.run);
    if !document.answer.is_empty() {
        page.text.push('\n');
    }
    for (i, sentence) in document.answer.iter().enumerate() {
        if i == 0 { page.heading(sentence) } else { page.paragraph(sentence) }
    }
    for section in &document.sections {
        if !section.title.is_empty() {
            page.text.push('\n');
            page.heading(&section.title);
        }
        // What is said of a table or after a text stays close to it.
        let mut is_close = false;
        for block in &section.blocks {
            match block {
                Block::Text(line) => {
                    page.text.push_str(if is_close { "" } else { "\n" });
                    page.paragraph(line);
                }
                Block::List(items) => items.iter().for_each(|item| page.hanging("- ", item)),
                Block::Terms(terms) => page.terms(terms),
                Block::Code(code) | Block::Letters(code) => {
                    page.text.push('\n');
                    code.lines().for_each(|line| page.text.push_str(&format!("  {}\n", visible_lines(line))));
                }
                Block::Table(shown) => {
                    page.text.push('\n');
                    if !shown.caption.is_empty() {
                        page.heading(&shown.caption);
                    }
                    let (text, left_out) = table(shown, screen);
                    page.text.push_str(&text);
                    page.left_out.extend(left_out);
                }
                Block::Figures(_) | Block::Chart(_) => {}
            }
            is_close = matches!(block, Block::Table(_) | Block::Text(_));
        }
    }
    page.left_out(locale);
    // Without a title the first section begins at once.
    if has_title { page.text } else { page.text.trim_start_matches('\n').to_string() }
}

/// A text that grows, in lines of the screen's width.
struct Page<'a> {
    text: String,
    screen: &'a Screen,
    /// Heads of columns for which there was no room.
    left_out: Vec<String>,
}

impl Page<'_> {
    fn heading(&mut self, text: &str) {
        let text = lines(&visible_lines(text), self.screen.width).join("\n");
        self.text.push_str(&format!("{}\n", self.screen.strong(&text)));
    }

    fn paragraph(&mut self, text: &str) {
        lines(&visible_lines(text), self.screen.width).iter().for_each(|line| self.text.push_str(&format!("{line}\n")));
    }

    fn hanging(&mut self, head: &str, text: &str) {
        self.text.push_str(&hanging(head, &visible_lines(text), self.screen.width));
    }

    /// Terms below each other, what is said of them in a column of its own.
    fn terms(&mut self, terms: &[(String, String)]) {
        let widest = terms.iter().map(|(term, _)| width(term)).max().unwrap_or_default();
        for (term, text) in terms {
            let pad = " ".repeat(widest - width(term));
            self.hanging(&format!("  {}{pad}  ", visible_lines(term)), text);
        }
    }

    /// Says which columns were left out, each once.
    fn left_out(&mut self, locale: &Locale) {
        let mut once: Vec<String> = Vec::new();
        for head in std::mem::take(&mut self.left_out) {
            if !once.contains(&head) {
                once.push(head);
            }
        }
        if !once.is_empty() {
            self.text.push('\n');
            self.paragraph(&tr!(locale, "terminal-left-out", columns = locale.series(&once)));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::render::document;
    use crate::cli::terminal::Screen;
    use crate::language::{Language, Locale};
    use crate::output::report::document::{Block, Cell, Document, Section, Table};

    #[test]
    fn no_text_of_a_study_reaches_the_terminal_as_a_command() {
        let bad = "a\u{1b}[31mb\u{202e}c";
        let mut section = Section::new("s", bad.to_string());
        let mut table = Table::new(bad.to_string(), 1, vec![bad.to_string(), bad.to_string()]);
        table.row(vec![Cell::words(bad).over(bad.to_string()), Cell::figure(bad.to_string())]);
        section.text(bad.to_string());
        section.list(vec![bad.to_string()]);
        section.blocks.extend([Block::Code(bad.to_string()), Block::Terms(vec![(bad.to_string(), bad.to_string())])]);
        section.blocks.push(Block::Table(table));
        let all = Document {
            title: bad.to_string(),
            run: bad.to_string(),
            summary: None,
            answer: vec![bad.to_string(), bad.to_string()],
            brief: None,
            cards: Vec::new(),
            sections: vec![section],
        };
        let screen = Screen { width: 80, has_colour: false, is_detailed: true };
        let text = document(&all, &screen, Locale::of(Language::English));
        assert!(!text.contains(['\u{1b}', '\u{202e}']) && text.matches('c').count() >= 12, "{text}");
    }
}
