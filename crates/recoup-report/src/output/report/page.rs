//! The page: one HTML file that needs nothing else. What the study says is escaped by the template.

use askama::Template;

use crate::error::Error;
use crate::language::{Locale, tr};
use crate::output::answer::run;
use crate::output::charts::Drawn;
use crate::output::figures::Medium;
use crate::output::report::data::ReportData;
use crate::output::report::document::{Block, Document, Set, Show, paragraph};
use crate::output::report::font::font_faces;

/// Where the fonts go, once it is known which characters the page has.
const FONTS: &str = "/*fonts*/";

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    tag: &'static str,
    document: &'a Document,
    answer_title: String,
    contents: String,
    footer: String,
}

/// The text of the page.
pub(super) fn page(data: &ReportData, charts: &[Drawn], locale: &Locale) -> Result<String, Error> {
    let document = run::document(data, charts, None, locale);
    let mut document = document.laid_out(Medium::Page, Show::Appendix, locale);
    let mut number = 0;
    for block in document.sections.iter_mut().flat_map(|section| &mut section.blocks) {
        if let Block::Chart(chart) = block {
            number += 1;
            chart.number = number;
            chart.svg = inline(&chart.svg, number, &chart.finding, &chart.reading);
        }
    }
    let id = &data.about.identity;
    let page = Page {
        tag: locale.language.tag(),
        document: &document,
        answer_title: tr!(locale, "report-answer"),
        contents: tr!(locale, "report-contents"),
        footer: tr!(locale, "report-footer", version = id.version.as_str(), study = paragraph(&id.study)),
    };
    let text = page.render().map_err(|error| Error::Report { what: "page", reason: error.to_string() })?;
    Ok(text.replacen(FONTS, &font_faces(&text), 1))
}

/// A chart's SVG for the page: as wide as its box, its title and description named by ids of its own.
fn inline(svg: &str, number: usize, finding: &str, reading: &str) -> String {
    let body = svg.find("</title>").map_or(svg, |end| &svg[end + "</title>".len()..]);
    let view = svg.split_once("viewBox=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(view, _)| view);
    let escape =
        |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    format!(
        "<svg viewBox=\"{view}\" role=\"img\" aria-labelledby=\"chart-{number}-title chart-{number}-text\" \
         stroke-linejoin=\"round\" stroke-linecap=\"round\">\n<title id=\"chart-{number}-title\">{}</title>\
         <desc id=\"chart-{number}-text\">{}</desc>{body}",
        escape(finding),
        escape(reading)
    )
}
