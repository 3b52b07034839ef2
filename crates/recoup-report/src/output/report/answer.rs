//! The page and the workbook of an answer: its document with charts and cautions.

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::language::{Locale, tr};
use crate::output::chart::Chart;
use crate::output::folder::Folder;
use crate::output::report::answer_workbook::workbook;
use crate::output::report::cautions::cautions;
use crate::output::report::data::Caution;
use crate::output::report::document::{Block, ChartBlock, Document, Section, paragraph};
use crate::output::report::page::page;
use crate::scenario::study::Study;

/// The page of an answer.
const PAGE: &str = "answer.html";
/// The workbook of an answer.
const WORKBOOK: &str = "answer.xlsx";

/// Everything that page and workbook of an answer show.
pub struct AnswerReport<'a> {
    /// The study.
    pub study: &'a Study,
    /// Name of the scenario; `None` where the answer is for all.
    pub scenario: Option<&'a str>,
    /// Sentences and tables.
    pub document: Document,
    /// Charts, each with the section that it opens; the others stand before all sections.
    pub charts: Vec<(Option<&'static str>, Chart)>,
    /// What was said of study and answer.
    pub diagnostics: &'a [Diagnostic],
}

/// Writes page and workbook.
///
/// # Errors
/// When one of them cannot be made or written.
pub fn write_answer_report(folder: &mut Folder, report: AnswerReport<'_>, locale: &Locale) -> Result<(), Error> {
    let study = paragraph(&report.study.name);
    let document = whole(report, locale);
    write_pages(folder, &document, &study, locale)
}

/// The text of the page of an answer.
///
/// # Errors
/// When it cannot be made.
pub fn answer_page(report: AnswerReport<'_>, locale: &Locale) -> Result<String, Error> {
    let study = paragraph(&report.study.name);
    page(&whole(report, locale), &study, locale)
}

/// Writes page and workbook of an answer that is of no study: of a file with that name, in `run` in words.
///
/// # Errors
/// When one of them cannot be made or written.
pub fn write_file_report(
    folder: &mut Folder,
    name: &str,
    run: String,
    mut document: Document,
    charts: Vec<(Option<&'static str>, Chart)>,
    locale: &Locale,
) -> Result<(), Error> {
    document.run = run;
    with_charts(&mut document, charts);
    document.sections.retain(|section| !section.blocks.is_empty());
    write_pages(folder, &document, &paragraph(name), locale)
}

fn write_pages(folder: &mut Folder, document: &Document, name: &str, locale: &Locale) -> Result<(), Error> {
    folder.write(WORKBOOK, &workbook(document, locale)?)?;
    folder.write(PAGE, page(document, name, locale)?.as_bytes())
}

/// Puts each chart before the section that it opens, the others before all sections.
fn with_charts(document: &mut Document, charts: Vec<(Option<&'static str>, Chart)>) {
    let mut first = Section::new("charts", String::new());
    for (place, chart) in charts.into_iter().rev() {
        let block = Block::Chart(ChartBlock::of(&chart, String::new(), String::new()));
        let section = document.sections.iter_mut().find(|section| Some(section.id) == place);
        section.unwrap_or(&mut first).blocks.insert(0, block);
    }
    document.sections.insert(0, first);
}

/// The document with all that stands beside it.
fn whole(report: AnswerReport<'_>, locale: &Locale) -> Document {
    let AnswerReport { study, scenario, mut document, charts, diagnostics } = report;
    let seed = study.settings.seed.to_string();
    let (version, count) = (env!("CARGO_PKG_VERSION"), if scenario.is_some() { "one" } else { "all" });
    let scenario = scenario.unwrap_or_default();
    let translation = study.translations.get(locale.language.code());
    let scenario = paragraph(translation.map_or(scenario, |translation| translation.name(scenario)));
    if document.run.is_empty() {
        document.run =
            tr!(locale, "answer-run", scenarios = count, scenario = scenario, seed = seed, version = version);
    }
    with_charts(&mut document, charts);
    let all: Vec<Caution> = diagnostics.iter().map(Caution::from).collect();
    document.sections.push(cautions(locale, &all));
    document.sections.retain(|section| !section.blocks.is_empty());
    document
}
