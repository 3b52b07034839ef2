//! An answer as people see it: a document, its charts, and the tables of its folder.

use std::borrow::Cow;

use crate::error::Error;
use crate::output::chart::{Chart, ChartError};
use crate::output::folder::Folder;
use crate::output::report::document::Document;
use crate::output::table::{Chunk, Values, write_table};

/// An answer as people see it.
pub struct Rendered {
    /// Sentences and tables.
    pub document: Document,
    /// Charts by name.
    pub charts: Vec<NamedChart>,
    /// Tables of the folder by name.
    pub tables: Vec<NamedTable>,
}

impl Rendered {
    /// Document and charts of `shown` with the tables, rows and names of files of this one.
    pub fn shown_as(self, shown: Rendered) -> Rendered {
        let charts = self.charts.into_iter().zip(shown.charts);
        let charts = charts.map(|(named, shown)| NamedChart { chart: shown.chart, ..named }).collect();
        Rendered { document: shown.document, charts, tables: self.tables }
    }
}

/// A chart, its name, and the rows behind it where no table of the folder has them.
pub struct NamedChart {
    pub(super) name: Cow<'static, str>,
    pub(super) chart: Result<Chart, ChartError>,
    pub(super) rows: Option<Chunk>,
    /// The section of the document that it opens.
    pub(super) section: Option<&'static str>,
}

impl NamedChart {
    /// A chart whose rows are in the tables.
    pub fn new(name: impl Into<Cow<'static, str>>, chart: Result<Chart, ChartError>) -> Self {
        NamedChart { name: name.into(), chart, rows: None, section: None }
    }

    /// A chart with its rows.
    pub fn with_rows(name: impl Into<Cow<'static, str>>, chart: Result<Chart, ChartError>, rows: Chunk) -> Self {
        NamedChart { rows: Some(rows), ..NamedChart::new(name, chart) }
    }

    /// Its name, the section of the document that it opens, and the chart; nothing where there is nothing to show.
    ///
    /// # Errors
    /// It cannot be drawn.
    pub fn into_chart(self) -> Result<Option<DrawnChart>, Error> {
        let chart = match self.chart {
            Err(ChartError::Empty { .. }) => return Ok(None),
            Err(error) => return Err(Error::Chart { chart: self.name.into_owned(), reason: error.to_string() }),
            Ok(chart) => chart,
        };
        Ok(Some(DrawnChart { name: self.name, section: self.section, chart }))
    }

    /// The same, opening the section of that name.
    pub fn opening(self, section: &'static str) -> Self {
        NamedChart { section: Some(section), ..self }
    }
}

/// A chart that is drawn, and its name.
pub struct DrawnChart {
    /// Its name.
    pub name: Cow<'static, str>,
    /// The section of the document that it opens.
    pub section: Option<&'static str>,
    /// The picture.
    pub chart: Chart,
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

    /// Its name and its chunks.
    pub fn into_chunks(self) -> (Cow<'static, str>, Vec<Chunk>) {
        (self.name, self.chunks)
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

fn rows(chunk: &Chunk) -> usize {
    chunk.first().map_or(0, |(_, values)| match values {
        Values::Text(values) => values.len(),
        Values::MaybeText(values) => values.len(),
        Values::MaybeWhole(values) => values.len(),
        Values::Whole(values) => values.len(),
        Values::Number(values) => values.len(),
        Values::Maybe(values) => values.len(),
    })
}
