//! The report: everything that was found, as a page and as a workbook, both from a [`data::ReportData`] alone; and the same of
//! the answer to a question.

mod answer;
pub(crate) mod answer_workbook;
pub(crate) mod cautions;
pub mod data;
pub mod document;
pub(crate) mod evidence;
pub(crate) mod font;
mod layout;
pub(crate) mod page;
pub(crate) mod policy;
pub mod sheet;
mod workbook;

use crate::error::Error;
use crate::language::{Language, Locale};
use crate::output::answer::run;
use crate::output::charts::Drawn;
use crate::output::folder::Folder;
pub use crate::output::report::answer::{AnswerReport, answer_page, write_answer_report, write_file_report};
use crate::output::report::data::ReportData;
use crate::output::report::document::paragraph;

/// The page.
pub const PAGE: &str = "report.html";
/// The workbook.
pub const WORKBOOK: &str = "report.xlsx";

/// Writes the page in a language; `charts` are those of the folder, in the same language.
///
/// # Errors
/// When it cannot be made or written.
pub fn write_page(folder: &mut Folder, data: &ReportData, charts: &[Drawn], language: Language) -> Result<(), Error> {
    folder.write(PAGE, page_text(data, charts, language)?.as_bytes())
}

/// The text of the page of a run in a language.
///
/// # Errors
/// When it cannot be made.
pub fn page_text(data: &ReportData, charts: &[Drawn], language: Language) -> Result<String, Error> {
    let locale = Locale::of(language);
    let document = run::document(data, charts, None, locale);
    page::page(&document, &paragraph(&data.about.identity.study), locale)
}

/// Writes the workbook in a language.
///
/// # Errors
/// When it cannot be made or written.
pub fn write_workbook(folder: &mut Folder, data: &ReportData, language: Language) -> Result<(), Error> {
    folder.write(WORKBOOK, &workbook::workbook(data, Locale::of(language))?)
}
