//! A document as a medium shows it: what is asked for, tables of figures with the columns and rows that there is room for, names
//! as the medium quotes them.

use crate::language::Locale;
use crate::output::figures::{Column, Figure, Figures, Kind, Line, Medium, capital};
use crate::output::label::label_of;
use crate::output::report::document::{
    Block, Brief, BriefPart, Card, Cell, Document, Row, Section, Show, Table, name, paragraph, requoted, with_names,
};

/// What fences off a name of the study on its way to the page, so that a name written from right to left turns nothing around it; the
/// page has elements for them. No text of a study contains them, since they are cleaned away.
pub(crate) const FENCE: [char; 2] = ['\u{2068}', '\u{2069}'];

impl Document {
    /// What a medium shows of it, up to `most`: every section with its title, tables without figures to lay out.
    pub fn laid_out(&self, medium: Medium, most: Show, locale: &Locale) -> Document {
        let layout = Layout { medium, locale };
        let mut sections: Vec<Section> = Vec::new();
        for section in self.sections.iter().filter(|section| section.show <= most) {
            let blocks = section.blocks.iter().flat_map(|block| layout.block(block));
            match sections.last_mut().filter(|last| section.title.is_empty() && last.id == section.id) {
                Some(last) => last.blocks.extend(blocks),
                None => {
                    let title = layout.text(&section.title);
                    sections.push(Section { id: section.id, title, show: section.show, blocks: blocks.collect() });
                }
            }
        }
        sections.retain(|section| !section.blocks.is_empty());
        Document {
            title: if medium == Medium::Page { paragraph(&self.title) } else { self.title.clone() },
            run: self.run.clone(),
            summary: self.summary.clone(),
            brief: self.brief.as_ref().filter(|_| medium == Medium::Page).map(|brief| layout.brief(brief)),
            answer: self.answer.iter().map(|sentence| layout.text(sentence)).collect(),
            cards: self.cards.iter().map(|card| layout.card(card)).collect(),
            sections,
        }
    }
}

struct Layout<'a> {
    medium: Medium,
    locale: &'a Locale,
}

impl Layout<'_> {
    /// Names stand in backticks, and in quotation marks on the page.
    fn text(&self, text: &str) -> String {
        match self.medium {
            Medium::Terminal => text.to_string(),
            Medium::Workbook => requoted(self.locale, &paragraph(text)),
            Medium::Page => {
                with_names(&paragraph(text), |part| format!("{}{}{}", FENCE[0], name(self.locale, part), FENCE[1]))
            }
        }
    }

    fn brief(&self, brief: &Brief) -> Brief {
        let text = |text: &String| with_units_kept(&self.text(text));
        let part = |part: &BriefPart| BriefPart {
            id: part.id,
            title: self.text(&part.title),
            items: part.items.iter().map(|(said, note)| (text(said), text(note))).collect(),
        };
        Brief {
            facts: brief.facts.iter().map(|(head, text)| (head.clone(), paragraph(text))).collect(),
            status: brief.status.as_deref().map(paragraph),
            sure: self.text(&brief.sure),
            parts: brief.parts.iter().map(part).collect(),
            ..brief.clone()
        }
    }

    fn card(&self, card: &Card) -> Card {
        Card { label: self.text(&card.label), value: card.value.clone(), note: self.text(&card.note) }
    }

    fn block(&self, block: &Block) -> Vec<Block> {
        match block {
            Block::Text(text) => vec![Block::Text(self.text(text))],
            Block::List(items) => vec![Block::List(items.iter().map(|item| self.text(item)).collect())],
            Block::Terms(terms) => {
                let said = |(term, text): &(String, String)| (term.clone(), self.text(text));
                vec![Block::Terms(terms.iter().map(said).collect())]
            }
            Block::Table(table) => vec![Block::Table(Table { caption: self.text(&table.caption), ..table.clone() })],
            Block::Figures(figures) => self.figures(figures.clone().on(self.medium)),
            Block::Chart(_) if self.medium == Medium::Terminal => Vec::new(),
            Block::Chart(chart) => {
                let mut chart = chart.clone();
                chart.question = self.text(&chart.question);
                vec![Block::Chart(chart)]
            }
            Block::Letters(_) if self.medium == Medium::Page => Vec::new(),
            Block::Code(_) | Block::Letters(_) => vec![block.clone()],
        }
    }

    /// The table, and its remarks as text.
    fn figures(&self, figures: Figures) -> Vec<Block> {
        let Figures { caption, columns, rows, remarks, .. } = figures;
        if rows.is_empty() {
            return Vec::new();
        }
        let mut head: Vec<Cell> = Vec::new();
        for column in &columns {
            match head.last_mut().filter(|_| self.is_below(column)) {
                Some(_) => {}
                None => head.push(self.head(column)),
            }
        }
        let rows = rows.iter().map(|line| self.row(&columns, line)).collect();
        let mut spare: Vec<(u8, usize)> =
            columns.iter().enumerate().filter_map(|(i, column)| Some((column.spare?, i))).collect();
        spare.sort_unstable();
        let spare = spare.into_iter().map(|(_, column)| column).collect();
        let mut blocks = vec![Block::Table(Table { caption: self.text(&caption), head, rows, spare })];
        blocks.extend(remarks.iter().map(|remark| Block::Text(self.text(remark))));
        blocks
    }

    /// Whether the page sets a column below the one before it.
    fn is_below(&self, column: &Column) -> bool {
        self.medium == Medium::Page && (column.is_interval || column.is_below)
    }

    fn head(&self, column: &Column) -> Cell {
        let text = if self.medium == Medium::Page { column.title() } else { column.head.clone() };
        if column.kind.is_words() { Cell::words(&text) } else { Cell::figure(paragraph(&text)) }
    }

    fn row(&self, columns: &[Column], line: &Line) -> Row {
        let mut cells: Vec<Cell> = Vec::new();
        for (column, figure) in columns.iter().zip(&line.cells) {
            match cells.last_mut().filter(|_| self.is_below(column)) {
                Some(_) if *figure == Figure::Nothing => {}
                Some(before) => before.below = figure.text(self.locale),
                None => cells.push(self.cell(column.kind, figure, if cells.is_empty() { &line.label } else { "" })),
            }
        }
        // A label stands in the cell itself.
        let has_note = !(line.note.is_empty() || self.medium == Medium::Page && line.note == line.label);
        if let Some(first) = cells.first_mut().filter(|_| has_note) {
            let parts = [std::mem::take(&mut first.below), paragraph(&line.note)];
            first.below = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        }
        Row { cells, is_best: line.is_marked, is_sum: line.is_sum }
    }

    /// A cell; `said` is what the author calls a key.
    fn cell(&self, kind: Kind, figure: &Figure, said: &str) -> Cell {
        let text = figure.text(self.locale);
        match figure {
            Figure::Term(_) if self.medium == Medium::Page => Cell::words(&capital(&text)),
            Figure::Key(key) if self.medium == Medium::Page => {
                let label = if said.is_empty() { label_of(key, self.locale) } else { said.to_string() };
                let below = if label == text { String::new() } else { text };
                Cell::key(&label).over(below)
            }
            Figure::Key(_) => Cell::key(&text),
            _ if kind == Kind::Prose => Cell::words(&self.text(&text)),
            _ if kind.is_words() => Cell::words(&text),
            _ => Cell { short: figure.short(self.locale).filter(|short| *short != text), ..Cell::figure(text) },
        }
    }
}

/// A text for a narrow column: no number is parted from its unit.
fn with_units_kept(text: &str) -> String {
    const UNITS: [&str; 5] = ["%", "k", "M", "bn", "tn"];
    let mut kept = String::with_capacity(text.len());
    for part in text.split_inclusive(' ') {
        let before = kept.trim_end_matches(' ');
        let is_number = before.len() < kept.len() && before.ends_with(|c: char| c.is_ascii_digit());
        let word = part.trim_end_matches(|c: char| c.is_whitespace() || ",;.)".contains(c));
        if is_number && UNITS.contains(&word) {
            kept.truncate(before.len());
            kept.push('\u{a0}');
        }
        kept.push_str(part);
    }
    kept
}

#[cfg(test)]
mod tests {
    use crate::language::{Language, Locale};
    use crate::output::figures::{Column, Figure, Figures, Kind, Line, Medium};
    use crate::output::report::document::{Block, Document, Section, Show};
    use crate::output::report::layout::with_units_kept;

    fn document() -> Document {
        let mut titled = Section::new("why", "Why".to_string()).shown(Show::Details);
        titled.text("more of `a`".to_string());
        let mut answer = Section::new("why", String::new());
        let columns = vec![
            Column::new("input".to_string(), Kind::Key),
            Column::new("NPV".to_string(), Kind::Amount),
            Column::interval(Locale::of(Language::English), Kind::Amount),
        ];
        let ends = Figure::Interval(Box::new([Figure::Amount(1.0), Figure::Amount(3.0)]));
        let row = Line::new(vec![Figure::Key("voice.solicit".to_string()), Figure::Amount(2.0), ends]);
        let rows = vec![row.clone(), row.from(Medium::Page)];
        let left_out = Some("one is left out".to_string());
        answer.figures(Figures { left_out, ..Figures::new("of `a`".to_string(), columns, rows) });
        let mut end = Section::new("end", "End".to_string()).shown(Show::Appendix);
        end.text("last".to_string());
        Document {
            title: "t".to_string(),
            run: String::new(),
            summary: None,
            brief: None,
            answer: vec!["`a` pays".to_string()],
            cards: Vec::new(),
            sections: vec![titled, answer, end],
        }
    }

    #[test]
    fn the_terminal_has_the_answer_alone_and_the_page_all_of_it() {
        let locale = Locale::of(Language::English);
        let terminal = document().laid_out(Medium::Terminal, Show::Answer, locale);
        assert_eq!(terminal.sections.len(), 1);
        let section = &terminal.sections[0];
        assert!(section.title.is_empty());
        let [Block::Table(table), Block::Text(remark)] = &section.blocks[..] else { panic!("{section:?}") };
        assert_eq!((table.caption.as_str(), table.head.len(), table.rows.len()), ("of `a`", 3, 1));
        assert_eq!((table.rows[0].cells[0].text.as_str(), remark.as_str()), ("voice.solicit", "one is left out"));
        let details = document().laid_out(Medium::Terminal, Show::Details, locale);
        assert_eq!((details.sections.len(), details.sections[0].blocks.len()), (1, 3));

        let page = document().laid_out(Medium::Page, Show::Appendix, locale);
        assert_eq!(page.sections.iter().map(|section| section.title.as_str()).collect::<Vec<_>>(), ["Why", "End"]);
        assert_eq!(page.answer, ["\u{2068}“a”\u{2069} pays"]);
        let [Block::Text(_), Block::Table(table)] = &page.sections[0].blocks[..] else { panic!("{page:?}") };
        let row = &table.rows[1].cells;
        assert_eq!((table.head.len(), table.rows.len(), row[1].below.as_str()), (2, 2, "1 to 3"));
        assert_eq!((row[0].text.as_str(), row[0].below.as_str()), ("voice: solicit", "voice.solicit"));
    }

    #[test]
    fn no_number_is_parted_from_its_unit_in_a_narrow_column() {
        let kept = with_units_kept("5.0 (at 2.2 to 10.1, −168 k to +1.2 M), 48 %; 37 k USD in 4 models");
        assert_eq!(kept.replace('\u{a0}', "_"), "5.0 (at 2.2 to 10.1, −168_k to +1.2_M), 48_%; 37_k USD in 4 models");
    }
}
