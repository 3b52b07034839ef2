//! The folder of a question's answer: tables, charts, `result.json`, the study, the manifest.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::chart::{Chart, ChartError, png};
use crate::output::folder::Folder;
use crate::output::manifest::write_manifest;
use crate::output::table::{Chunk, Values, write_table};
use crate::scenario::study::Study;

/// A chart and its name.
pub type NamedChart = (Cow<'static, str>, Result<Chart, ChartError>);

/// A table and its name.
pub type NamedTable = (Cow<'static, str>, Chunk);

/// Writes the folder whole; a chart with nothing to show is left out.
///
/// # Errors
/// When the folder cannot be used, or a table or a chart cannot be made.
pub fn write_answer(
    out: &Path,
    study: &Study,
    json: &str,
    tables: Vec<NamedTable>,
    charts: Vec<NamedChart>,
) -> Result<PathBuf, Error> {
    let mut folder = Folder::open(out)?;
    for (name, chunk) in tables {
        write_table(&mut folder, &name, rows(&chunk), std::iter::once(chunk))?;
    }
    for (name, chart) in charts {
        let failed = |error: ChartError| Error::Chart { chart: name.to_string(), reason: error.to_string() };
        match chart {
            Ok(chart) => {
                folder.write(&format!("charts/{name}.svg"), chart.svg.as_bytes())?;
                folder.write(&format!("charts/{name}.png"), &png(&chart.svg).map_err(failed)?)?;
            }
            Err(ChartError::Empty { .. }) => {}
            Err(error) => return Err(failed(error)),
        }
    }
    folder.write("study.toml", study.resolved.as_bytes())?;
    folder.write("result.json", json.as_bytes())?;
    write_manifest(&mut folder, study)?;
    folder.finish()
}

fn rows(chunk: &Chunk) -> usize {
    chunk.first().map_or(0, |(_, values)| match values {
        Values::Text(values) => values.len(),
        Values::Whole(values) => values.len(),
        Values::Number(values) => values.len(),
        Values::Maybe(values) => values.len(),
    })
}
