//! The page: one HTML file that needs nothing else. What the study says is escaped by the template.

use std::collections::BTreeSet;

use askama::Template;

use crate::error::Error;
use crate::language::{Locale, tr};
use crate::output::chart::dark_colour;
use crate::output::figures::Medium;
use crate::output::report::document::{Block, Document, Section, Set, Show};
use crate::output::report::font::font_faces;
use crate::output::report::layout::FENCE;
use crate::output::report::policy::hash;

/// The style of the page, without its fonts.
pub(crate) const STYLE: &str = include_str!("page.css");

/// A section with its address on the page.
#[derive(Clone)]
struct Part<'a> {
    id: String,
    section: &'a Section,
}

#[derive(Clone, Template)]
#[template(path = "page.html")]
struct Page<'a> {
    tag: &'static str,
    document: &'a Document,
    parts: Vec<Part<'a>>,
    answer_title: String,
    figures_title: String,
    contents: String,
    footer: String,
    style: String,
    style_hash: String,
}

impl Page<'_> {
    /// Whether there are headings enough for a list of them.
    fn has_contents(&self) -> bool {
        self.document.sections.iter().filter(|section| !section.title.is_empty()).count() > 2
    }

    /// The page with its fonts, which hold the characters that it has without them.
    fn text(&self) -> Result<String, askama::Error> {
        let body = self.render()?;
        let style = font_faces(&body) + STYLE + &dark_charts(&body);
        let page = Page { style_hash: hash(&style), style, ..self.clone() }.render()?;
        Ok(page.replace(FENCE[0], "<bdi>").replace(FENCE[1], "</bdi>"))
    }
}

/// The rules by which charts have other colours on a dark screen: one for each colour that they name.
fn dark_charts(page: &str) -> String {
    let mut rules = BTreeSet::new();
    for attribute in ["fill", "stroke"] {
        for (at, _) in page.match_indices(&format!(" {attribute}=\"#")) {
            let colour = &page[at + attribute.len() + 3..];
            let Some(colour) = colour.get(..7).filter(|c| c[1..].bytes().all(|b| b.is_ascii_hexdigit())) else {
                continue;
            };
            let dark = dark_colour(colour);
            rules.extend(dark.map(|dark| format!(".chart [{attribute}=\"{colour}\"]{{{attribute}:{dark}}}\n")));
        }
    }
    if rules.is_empty() {
        return String::new();
    }
    let rules: String = rules.into_iter().collect();
    format!("@media screen and (prefers-color-scheme: dark) {{\n{rules}}}\n")
}

/// The text of the page of a document about the study of that name.
pub(crate) fn page(document: &Document, study: &str, locale: &Locale) -> Result<String, Error> {
    let mut document = document.laid_out(Medium::Page, Show::Appendix, locale);
    let charts = document.sections.iter_mut().flat_map(|section| &mut section.blocks);
    let charts = charts.filter_map(|block| if let Block::Chart(chart) = block { Some(chart) } else { None });
    let first = document.brief.as_mut().and_then(|brief| brief.chart.as_mut());
    first.into_iter().chain(charts).zip(1..).for_each(|(chart, number)| chart.number = number);
    let page = Page {
        tag: locale.language.tag(),
        document: &document,
        parts: parts(&document.sections),
        answer_title: tr!(locale, "report-answer"),
        figures_title: tr!(locale, "report-figures"),
        contents: tr!(locale, "report-contents"),
        footer: tr!(locale, "report-footer", version = env!("CARGO_PKG_VERSION"), study = study),
        style: String::new(),
        style_hash: String::new(),
    };
    page.text().map_err(|error| Error::Report { what: "page", reason: error.to_string() })
}

/// The sections with addresses: those that share a name are numbered from the second on.
fn parts(sections: &[Section]) -> Vec<Part<'_>> {
    let part = |(i, section): (usize, &'_ Section)| {
        let before = sections[..i].iter().filter(|other| other.id == section.id).count();
        match before {
            0 => section.id.to_string(),
            before => format!("{}-{}", section.id, before + 1),
        }
    };
    sections.iter().enumerate().map(|(i, section)| Part { id: part((i, section)), section }).collect()
}

#[cfg(test)]
mod tests {
    use crate::language::{Language, Locale};
    use crate::output::report::document::{Document, Section};
    use crate::output::report::page::page;
    use crate::output::report::policy::hash;

    fn text_of(title: &str) -> String {
        let mut section = Section::new("levels", String::new());
        section.text("One.".to_string());
        let other = Section { id: "other", ..section.clone() };
        let document = Document {
            title: title.to_string(),
            run: String::new(),
            summary: None,
            brief: None,
            answer: vec!["Yes.".to_string()],
            cards: Vec::new(),
            sections: vec![section.clone(), other, section],
        };
        page(&document, "study", Locale::of(Language::English)).unwrap()
    }

    #[test]
    fn no_text_is_a_place_for_something_else() {
        for title in ["/*fonts*/", "{{ style }}", "{{ style|safe }}", "{% include \"page.css\" %}"] {
            let page = text_of(title);
            let (head, body) = page.split_once("<style>").unwrap();
            assert!(head.contains(&format!("<title>{}</title>", title.replace('"', "&#34;"))), "{head}");
            assert!(!head.contains("@font-face") && body.starts_with("@font-face"), "{title}");
            assert_eq!(page.matches("@font-face").count(), 2, "{title}");
        }
    }

    #[test]
    fn the_policy_names_the_style() {
        let page = text_of("Ångström");
        let style = page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).unwrap().0;
        assert!(page.contains(&format!("style-src '{}'; font-src data:", hash(style))));
    }

    #[test]
    fn sections_of_one_name_have_addresses_of_their_own() {
        let page = text_of("x");
        assert!(page.contains("id=\"levels\"") && page.contains("id=\"levels-2\""), "{page}");
    }
}
