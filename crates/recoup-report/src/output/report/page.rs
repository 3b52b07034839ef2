//! The page: one HTML file that needs nothing else. What the study says is escaped by the template.

use askama::Template;

use crate::error::Error;
use crate::language::{Locale, tr};
use crate::output::charts::Drawn;
use crate::output::report::data::ReportData;
use crate::output::report::document::{Block, Document, Set, paragraph};
use crate::output::report::font::font_faces;
use crate::output::report::policy::hash;
use crate::output::report::section::document;

/// The style of the page, without its fonts.
pub(crate) const STYLE: &str = include_str!("page.css");

#[derive(Clone, Template)]
#[template(path = "page.html")]
struct Page<'a> {
    tag: &'static str,
    document: &'a Document,
    answer_title: String,
    contents: String,
    footer: String,
    style: String,
    style_hash: String,
}

impl Page<'_> {
    /// The page with its fonts, which hold the characters that it has without them.
    fn text(&self) -> Result<String, askama::Error> {
        let style = font_faces(&self.render()?) + STYLE;
        Page { style_hash: hash(&style), style, ..self.clone() }.render()
    }
}

/// The text of the page.
pub(super) fn page(data: &ReportData, charts: &[Drawn], locale: &Locale) -> Result<String, Error> {
    let mut document = document(data, charts, locale);
    let mut number = 0;
    for block in document.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        if let Block::Chart(chart) = block {
            number += 1;
            chart.number = number;
        }
    }
    let id = &data.about.identity;
    let page = Page {
        tag: locale.language.tag(),
        document: &document,
        answer_title: tr!(locale, "report-answer"),
        contents: tr!(locale, "report-contents"),
        footer: tr!(locale, "report-footer", version = id.version.as_str(), study = paragraph(&id.study)),
        style: String::new(),
        style_hash: String::new(),
    };
    page.text().map_err(|error| Error::Report { what: "page", reason: error.to_string() })
}
