//! The report: everything that was found, as a page and as a workbook, both from a [`data::ReportData`] alone.

pub mod data;
pub mod document;
pub(crate) mod evidence;
mod font;
mod layout;
mod page;
pub mod sheet;
mod workbook;

use crate::error::Error;
use crate::language::{Language, Locale};
use crate::output::charts::Drawn;
use crate::output::folder::Folder;
use crate::output::report::data::ReportData;

/// The page.
pub const PAGE: &str = "report.html";
/// The workbook.
pub const WORKBOOK: &str = "report.xlsx";

/// Writes page and workbook in a language; `charts` are those of the folder, in the same language.
///
/// # Errors
/// When one of them cannot be made or written.
pub fn write_report(folder: &mut Folder, data: &ReportData, charts: &[Drawn], language: Language) -> Result<(), Error> {
    let locale = Locale::of(language);
    folder.write(PAGE, page::page(data, charts, locale)?.as_bytes())?;
    folder.write(WORKBOOK, &workbook::workbook(data, locale)?)
}
