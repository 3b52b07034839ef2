//! The folder of a question's answer: page, workbook, tables, charts, `result.json`, the study, the manifest.

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::language::Locale;
use crate::output::chart_file::write_chart;
use crate::output::folder::{Folder, Placed};
use crate::output::manifest::write_manifest;
use crate::output::rendered::Rendered;
use crate::output::report::{AnswerReport, write_answer_report};
use crate::scenario::study::Study;

/// An answer, ready to be written.
pub struct WrittenAnswer<'a> {
    /// The study.
    pub study: &'a Study,
    /// Name of the scenario; `None` where the answer is for all.
    pub scenario: Option<&'a str>,
    /// The answer as JSON.
    pub json: &'a str,
    /// The answer as people see it.
    pub rendered: Rendered,
    /// What was said of study and answer.
    pub diagnostics: &'a [Diagnostic],
}

/// Writes the folder whole; a chart with nothing to show is left out.
///
/// # Errors
/// When the folder cannot be used, or a table or a chart cannot be made.
pub fn write_answer(mut folder: Folder, answer: WrittenAnswer<'_>, locale: &Locale) -> Result<Placed, Error> {
    let WrittenAnswer { study, scenario, json, rendered: Rendered { document, charts, tables }, diagnostics } = answer;
    for table in tables {
        table.write(&mut folder)?;
    }
    let mut drawn = Vec::new();
    for named in charts {
        let chart = write_chart(&mut folder, &named.name, named.chart, named.rows.as_ref())?;
        drawn.extend(chart.map(|chart| (named.section, chart)));
    }
    write_answer_report(&mut folder, AnswerReport { study, scenario, document, charts: drawn, diagnostics }, locale)?;
    folder.write("study.toml", study.resolved.as_bytes())?;
    folder.write("result.json", json.as_bytes())?;
    write_manifest(&mut folder, study)?;
    folder.finish()
}
