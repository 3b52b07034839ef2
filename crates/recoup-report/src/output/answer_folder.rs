//! The folder of a question's answer: tables, charts, `result.json`, the study, the manifest.

use std::borrow::Cow;

use crate::error::Error;
use crate::output::chart::{Chart, ChartError};
use crate::output::chart_file::write_chart;
use crate::output::folder::{Folder, Placed};
use crate::output::manifest::write_manifest;
use crate::output::table::{Chunk, Values, write_table};
use crate::scenario::study::Study;

/// A chart, its name, and the rows behind it where no table of the folder has them.
pub struct NamedChart {
    name: Cow<'static, str>,
    chart: Result<Chart, ChartError>,
    rows: Option<Chunk>,
}

impl NamedChart {
    /// A chart whose rows are in the tables.
    pub fn new(name: impl Into<Cow<'static, str>>, chart: Result<Chart, ChartError>) -> Self {
        NamedChart { name: name.into(), chart, rows: None }
    }

    /// A chart with its rows.
    pub fn with_rows(name: impl Into<Cow<'static, str>>, chart: Result<Chart, ChartError>, rows: Chunk) -> Self {
        NamedChart { rows: Some(rows), ..NamedChart::new(name, chart) }
    }
}

/// A table and its name.
pub struct NamedTable {
    name: Cow<'static, str>,
    chunks: Vec<Chunk>,
}

impl NamedTable {
    /// A table of one chunk.
    pub fn new(name: impl Into<Cow<'static, str>>, rows: Chunk) -> Self {
        NamedTable::of_chunks(name, vec![rows])
    }

    /// A table of chunks with the same columns.
    pub fn of_chunks(name: impl Into<Cow<'static, str>>, chunks: Vec<Chunk>) -> Self {
        NamedTable { name: name.into(), chunks }
    }

    /// Writes it as Parquet and CSV.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(self, folder: &mut Folder) -> Result<(), Error> {
        let number = self.chunks.iter().map(rows).sum();
        write_table(folder, &self.name, number, self.chunks.into_iter())
    }
}

/// Writes the folder whole; a chart with nothing to show is left out.
///
/// # Errors
/// When the folder cannot be used, or a table or a chart cannot be made.
pub fn write_answer(
    mut folder: Folder,
    study: &Study,
    json: &str,
    tables: Vec<NamedTable>,
    charts: Vec<NamedChart>,
) -> Result<Placed, Error> {
    for table in tables {
        table.write(&mut folder)?;
    }
    for NamedChart { name, chart, rows } in charts {
        write_chart(&mut folder, &name, chart, rows.as_ref())?;
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
