//! The folder of a question's answer: page, workbook, tables, charts, `result.json`, the study, the manifest.

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::language::Locale;
use crate::output::chart::Chart;
use crate::output::chart_file::write_chart;
use crate::output::folder::{Folder, Placed};
use crate::output::manifest::{Identity, write_identity, write_manifest};
use crate::output::rendered::{NamedChart, Rendered};
use crate::output::report::{AnswerReport, write_answer_report, write_file_report};
use crate::random::address::STREAM;
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
    let drawn = write_charts(&mut folder, charts)?;
    write_answer_report(&mut folder, AnswerReport { study, scenario, document, charts: drawn, diagnostics }, locale)?;
    folder.write("study.toml", study.resolved.as_bytes())?;
    folder.write("result.json", json.as_bytes())?;
    write_manifest(&mut folder, study)?;
    folder.finish()
}

/// Writes the charts; each with the section that it opens.
fn write_charts(folder: &mut Folder, charts: Vec<NamedChart>) -> Result<Vec<(Option<&'static str>, Chart)>, Error> {
    let mut drawn = Vec::new();
    for named in charts {
        let chart = write_chart(folder, &named.name, named.chart, named.rows.as_ref())?;
        drawn.extend(chart.map(|chart| (named.section, chart)));
    }
    Ok(drawn)
}

/// An answer about a file and no study, ready to be written.
pub struct WrittenFileAnswer<'a> {
    /// Name of the file.
    pub name: &'a str,
    /// What it is, in a line: how many answered, the version.
    pub run: String,
    /// Seed of what is resampled.
    pub seed: u64,
    /// The answer as JSON.
    pub json: &'a str,
    /// The answer as people see it.
    pub rendered: Rendered,
}

/// Writes the folder of an answer about a file whole: page, workbook, tables, charts, `result.json` and the manifest, which has the
/// hash of the answer in place of a study's.
///
/// # Errors
/// When the folder cannot be used, or a table or a chart cannot be made.
pub fn write_file_answer(mut folder: Folder, answer: WrittenFileAnswer<'_>, locale: &Locale) -> Result<Placed, Error> {
    let WrittenFileAnswer { name, run, seed, json, rendered: Rendered { document, charts, tables } } = answer;
    for table in tables {
        table.write(&mut folder)?;
    }
    let drawn = write_charts(&mut folder, charts)?;
    write_file_report(&mut folder, name, run, document, drawn, locale)?;
    folder.write("result.json", json.as_bytes())?;
    let identity = Identity {
        study: name.to_string(),
        hash: blake3::hash(json.as_bytes()).to_hex().to_string(),
        version: env!("CARGO_PKG_VERSION").to_string(),
        stream: STREAM,
        engine: "none".to_string(),
        seed,
        draws: 0,
        replicates: 0,
        address: None,
    };
    write_identity(&mut folder, &identity)?;
    folder.finish()
}
