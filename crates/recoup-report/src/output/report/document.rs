//! What an answer is made of: sections of paragraphs, tables and charts, in the order of an argument. It is built once; terminal
//! and page lay it out ([`laid_out`](Document::laid_out)). Names of the study stand in backticks.

use crate::language::Locale;
use crate::output::chart::Chart;
use crate::output::chart::clean::{clean, clean_to};
use crate::output::figures::Figures;

/// Characters of a paragraph by the author of a study beyond which it is cut.
const LONGEST_PARAGRAPH: usize = 4_000;
/// Rows of a table that is not parted by the end of a page.
const SHORT: usize = 14;

/// A whole answer.
#[derive(Clone, Debug)]
pub struct Document {
    /// Title of the study.
    pub title: String,
    /// How it was run.
    pub run: String,
    /// What the study is about, in its author's words.
    pub summary: Option<String>,
    /// What the first page shows beside the answer, where it stands alone.
    pub brief: Option<Brief>,
    /// The answer, sentence by sentence.
    pub answer: Vec<String>,
    /// The figures that a board asks for.
    pub cards: Vec<Card>,
    /// The argument.
    pub sections: Vec<Section>,
}

/// The first page, for a board: the first sentence of the answer is above it, the figures without their notes are in it.
#[derive(Clone, Debug)]
pub struct Brief {
    /// A picture, as a data URI.
    pub logo: Option<String>,
    /// The status of the report.
    pub status: Option<String>,
    /// For whom, by whom, of when: each with its heading.
    pub facts: Vec<(String, String)>,
    /// How sure the answer is.
    pub sure: String,
    /// One chart.
    pub chart: Option<ChartBlock>,
    /// Its parts, each under a heading: what the answer rests on, what speaks against it, what to do next.
    pub parts: Vec<BriefPart>,
}

/// A part of the first page.
#[derive(Clone, Debug)]
pub struct BriefPart {
    /// Its place in addresses.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What it says, each with a remark that may be empty.
    pub items: Vec<(String, String)>,
}

/// One figure that a board asks for, with its uncertainty.
#[derive(Clone, Debug)]
pub struct Card {
    /// What it is.
    pub label: String,
    /// The figure.
    pub value: String,
    /// How sure it is.
    pub note: String,
}

/// Where a section is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Show {
    /// Everywhere.
    Answer,
    /// On the page, and in the terminal where details are asked for.
    Details,
    /// At the end of the page.
    Appendix,
}

/// A step of the argument, or a part of one: a section without a title goes on with the section before it that has the same
/// id.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its place in addresses.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// Where it is shown.
    pub show: Show,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Clone, Debug)]
pub enum Block {
    /// Plain text.
    Text(String),
    /// Items.
    List(Vec<String>),
    /// A command, or lines of them.
    Code(String),
    /// A drawing in letters of equal width; the page has a chart in its place.
    Letters(String),
    /// Terms, each with what is said of it.
    Terms(Vec<(String, String)>),
    /// A table as a medium lays it out.
    Table(Table),
    /// A table of typed figures, of which each medium shows the columns and rows that it has room for.
    Figures(Figures),
    /// A chart.
    Chart(ChartBlock),
}

/// A table: the first columns are words, the others figures.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Heads of the columns.
    pub head: Vec<Cell>,
    /// Rows.
    pub rows: Vec<Row>,
    /// The columns that may be left out where there is little room, the first to go first.
    pub spare: Vec<usize>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Whether it stands out, as the best strategy does.
    pub is_best: bool,
    /// Whether it is a sum.
    pub is_sum: bool,
}

/// A cell of a table.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// The same in two or three digits, for where there is little room.
    pub short: Option<String>,
    /// What stands smaller below.
    pub below: String,
    /// How it is set.
    pub set: Set,
}

/// How a cell is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// Words.
    Words,
    /// A key of the study.
    Key,
    /// A figure, aligned to the right.
    Figure,
}

/// A chart on the page.
#[derive(Clone, Debug)]
pub struct ChartBlock {
    /// The question it answers.
    pub question: String,
    /// The finding: its title.
    pub finding: String,
    /// How to read it.
    pub reading: String,
    /// Its number on the page, from 1.
    pub number: usize,
    /// The picture.
    pub svg: String,
    /// The same upright and without its title, for a phone.
    pub portrait: String,
}

/// A picture on the page.
pub struct Picture<'a> {
    /// For which screens it is.
    pub class: &'static str,
    svg: &'a str,
}

impl ChartBlock {
    /// The chart as it is, which is not numbered yet.
    pub fn of(chart: &Chart, question: String, reading: String) -> Self {
        ChartBlock {
            question,
            finding: chart.title.clone(),
            reading,
            number: 0,
            svg: chart.svg.clone(),
            portrait: chart.portrait.clone(),
        }
    }

    /// The pictures, of which a page shows one.
    pub fn pictures(&self) -> [Picture<'_>; 2] {
        [Picture { class: "wide", svg: &self.svg }, Picture { class: "upright", svg: &self.portrait }]
    }
}

impl Picture<'_> {
    /// The coordinates of the picture.
    pub fn view_box(&self) -> &str {
        let rest = self.svg.split_once("viewBox=\"").map_or("", |(_, rest)| rest);
        rest.split_once('"').map_or("", |(view, _)| view)
    }

    /// What stands in the picture after its title, to the end of the picture.
    pub fn body(&self) -> &str {
        self.svg.split_once("</title>").map_or(self.svg, |(_, body)| body)
    }
}

impl Section {
    /// A section that is shown everywhere, without anything in it yet.
    pub fn new(id: &'static str, title: String) -> Self {
        Section { id, title, show: Show::Answer, blocks: Vec::new() }
    }

    /// The same, shown elsewhere.
    pub fn shown(self, show: Show) -> Self {
        Section { show, ..self }
    }

    /// A section of one table of figures, without a heading; empty where there is none.
    pub fn of_figures(id: &'static str, figures: impl Into<Option<Figures>>) -> Self {
        let mut section = Section::new(id, String::new());
        section.figures(figures);
        section
    }

    /// Adds plain text; nothing where there is none.
    pub fn text(&mut self, text: String) {
        if !text.is_empty() {
            self.blocks.push(Block::Text(text));
        }
    }

    /// Adds items; nothing where there are none.
    pub fn list(&mut self, items: Vec<String>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// Adds a table of figures, unless there is none or it has no row.
    pub fn figures(&mut self, figures: impl Into<Option<Figures>>) {
        if let Some(figures) = figures.into().filter(|figures| !figures.rows.is_empty()) {
            self.blocks.push(Block::Figures(figures));
        }
    }
}

impl Table {
    /// A table whose first `words` columns are words.
    pub fn new(caption: String, words: usize, head: Vec<String>) -> Self {
        let cell = |(i, text): (usize, String)| if i < words { Cell::words(&text) } else { Cell::figure(text) };
        Table { caption, head: head.into_iter().enumerate().map(cell).collect(), rows: Vec::new(), spare: Vec::new() }
    }

    /// Whether it should stand on one printed page.
    pub fn is_short(&self) -> bool {
        self.rows.len() <= SHORT
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { cells, is_best: false, is_sum: false });
    }
}

impl Cell {
    /// Words, cleaned of what cannot be seen.
    pub fn words(text: &str) -> Self {
        Cell { text: clean(text), short: None, below: String::new(), set: Set::Words }
    }

    /// A key of the study.
    pub fn key(text: &str) -> Self {
        Cell { text: clean(text), short: None, below: String::new(), set: Set::Key }
    }

    /// A figure.
    pub fn figure(text: String) -> Self {
        Cell { text, short: None, below: String::new(), set: Set::Figure }
    }

    /// The same cell with something smaller below.
    pub fn over(self, below: String) -> Self {
        Cell { below: clean_to(&below, LONGEST_PARAGRAPH), ..self }
    }
}

/// A name from the study inside a sentence: cleaned and quoted.
pub fn name(locale: &Locale, text: &str) -> String {
    locale.quoted(&clean(text))
}

/// A paragraph by the author of a study.
pub fn paragraph(text: &str) -> String {
    clean_to(text, LONGEST_PARAGRAPH)
}

/// A text with names in backticks, in quotation marks.
pub fn requoted(locale: &Locale, text: &str) -> String {
    with_names(text, |part| name(locale, part))
}

/// A text with names in backticks, each as `named` writes it.
pub fn with_names(text: &str, named: impl Fn(&str) -> String) -> String {
    let parts = text.split('`').enumerate();
    parts.map(|(i, part)| if i % 2 == 1 { named(part) } else { part.to_string() }).collect()
}
