//! Tables as Parquet and CSV, in chunks. The only room that knows polars.
//!
//! Small chunks share a row group: each column of a row group has a page and statistics of its own, which take more room and time
//! than some tens of numbers.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use polars::io::parquet::write::BatchedWriter;
use polars::prelude::{
    Column, CsvWriter, DataFrame, NamedFrom, ParquetCompression, ParquetWriter, PolarsError, SerWriter, Series,
};
use recoup_data::panic::without_panic;

use crate::error::Error;
use crate::output::folder::Folder;

/// Rows of a full chunk, and of a full row group of Parquet.
pub const CHUNK: usize = 50_000;
/// Tables with more rows are written as Parquet only.
pub const CSV_ROWS: usize = 100_000;

/// A column of one chunk.
#[derive(Clone, Debug)]
pub enum Values {
    /// Words.
    Text(Vec<String>),
    /// Words that may not exist.
    MaybeText(Vec<Option<String>>),
    /// Whole numbers.
    Whole(Vec<u64>),
    /// Whole numbers that may not exist.
    MaybeWhole(Vec<Option<u64>>),
    /// Numbers.
    Number(Vec<f64>),
    /// Numbers that may not exist.
    Maybe(Vec<Option<f64>>),
}

impl Values {
    fn len(&self) -> usize {
        match self {
            Values::Text(values) => values.len(),
            Values::MaybeText(values) => values.len(),
            Values::Whole(values) => values.len(),
            Values::MaybeWhole(values) => values.len(),
            Values::Number(values) => values.len(),
            Values::Maybe(values) => values.len(),
        }
    }
}

/// A chunk of a table: columns of equal length, by name.
pub type Chunk = Vec<(String, Values)>;

/// What a spreadsheet takes for the beginning of a formula, in full width too.
const FORMULAS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// What divides the columns of a CSV for some spreadsheet, and does not make the writer quote a text.
const OTHER_SEPARATORS: [char; 3] = [';', '\t', '|'];

/// Text that a spreadsheet would take for a formula gets an apostrophe before it, and so does a part of it that a
/// spreadsheet with another separator would take for a cell.
pub fn neutralise(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 1);
    let mut begins = true;
    for c in text.chars() {
        if begins && FORMULAS.contains(&c) {
            safe.push('\'');
        }
        begins = OTHER_SEPARATORS.contains(&c);
        safe.push(c);
    }
    safe
}

/// Writes `tables/NAME.parquet` of all chunks, and `tables/NAME.csv` where `rows` is at most
/// [`CSV_ROWS`].
pub fn write_table(
    folder: &mut Folder,
    name: &str,
    rows: usize,
    chunks: impl Iterator<Item = Chunk>,
) -> Result<(), Error> {
    write(folder, name, rows, chunks, false)
}

/// The same, the CSV with the byte order mark by which spreadsheets know that it is UTF-8.
pub fn write_table_for_spreadsheets(
    folder: &mut Folder,
    name: &str,
    rows: usize,
    chunks: impl Iterator<Item = Chunk>,
) -> Result<(), Error> {
    write(folder, name, rows, chunks, true)
}

fn write(
    folder: &mut Folder,
    name: &str,
    rows: usize,
    chunks: impl Iterator<Item = Chunk>,
    has_mark: bool,
) -> Result<(), Error> {
    let mut sinks = Vec::new();
    // The library panics where the system has no thread left for it.
    let written =
        without_panic(|| write_chunks(folder, name, rows, chunks, has_mark, &mut sinks)).unwrap_or_else(|| {
            Err(Error::Table { table: name.to_string(), reason: "the system may have no threads left".into() })
        });
    for (path, mut sink) in sinks {
        // What a writer leaves in its buffer would be lost without a word where the disk is full, and what it makes of
        // that says neither file nor cause.
        let flushed = sink.flush();
        sink.failure().map_or(flushed, Err).map_err(Error::file("write", path))?;
    }
    written
}

fn write_chunks(
    folder: &mut Folder,
    name: &str,
    rows: usize,
    chunks: impl Iterator<Item = Chunk>,
    has_mark: bool,
    sinks: &mut Vec<(PathBuf, Sink)>,
) -> Result<(), Error> {
    let failed = |error: PolarsError| Error::Table { table: name.to_string(), reason: error.to_string() };
    let mut parquet: Option<BatchedWriter<Sink>> = None;
    let mut csv = None;
    let mut open = |folder: &mut Folder, name: String| -> Result<Sink, Error> {
        let path = folder.file(&name)?;
        let sink = Sink::create(&path).map_err(Error::file("write", &path))?;
        sinks.push((path, sink.clone()));
        Ok(sink)
    };
    for group in row_groups(chunks) {
        let frame = frame(&group, false).map_err(failed)?;
        let writer = match &mut parquet {
            Some(writer) => writer,
            none => {
                let writer = ParquetWriter::new(open(folder, format!("tables/{name}.parquet"))?)
                    .with_compression(ParquetCompression::Snappy)
                    .set_parallel(false)
                    .batched(frame.schema())
                    .map_err(failed)?;
                none.insert(writer)
            }
        };
        writer.write_batch(&frame).map_err(failed)?;
        if rows <= CSV_ROWS {
            let frame = self::frame(&group, true).map_err(failed)?;
            let writer = match &mut csv {
                Some(writer) => writer,
                none => {
                    let writer = CsvWriter::new(open(folder, format!("tables/{name}.csv"))?)
                        .n_threads(1)
                        .include_bom(has_mark)
                        .batched(frame.schema())
                        .map_err(failed)?;
                    none.insert(writer)
                }
            };
            writer.write_batch(&frame).map_err(failed)?;
        }
    }
    if let Some(writer) = parquet {
        writer.finish().map_err(failed)?;
    }
    if let Some(mut writer) = csv {
        writer.finish().map_err(failed)?;
    }
    Ok(())
}

/// Chunks in their order, as many together as a row group has room for.
fn row_groups(chunks: impl Iterator<Item = Chunk>) -> impl Iterator<Item = Vec<Chunk>> {
    let mut chunks = chunks.peekable();
    std::iter::from_fn(move || {
        let first = chunks.next()?;
        let mut rows = rows_of(&first);
        let mut group = vec![first];
        while let Some(next) = chunks.next_if(|next| rows + rows_of(next) <= CHUNK) {
            rows += rows_of(&next);
            group.push(next);
        }
        Some(group)
    })
}

/// Rows of a chunk.
pub fn rows_of(chunk: &Chunk) -> usize {
    chunk.first().map_or(0, |(_, values)| values.len())
}

/// A file that can be asked, after its writer is gone, whether all was written.
#[derive(Clone)]
struct Sink(Arc<Mutex<Written>>);

struct Written {
    file: BufWriter<File>,
    /// The first thing that went wrong.
    failure: Option<(io::ErrorKind, Option<i32>)>,
}

impl Sink {
    fn create(path: &Path) -> io::Result<Self> {
        let file = BufWriter::new(File::create(path)?);
        Ok(Sink(Arc::new(Mutex::new(Written { file, failure: None }))))
    }

    fn act<T>(&self, act: impl FnOnce(&mut BufWriter<File>) -> io::Result<T>) -> io::Result<T> {
        let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let result = act(&mut written.file);
        if let Err(error) = &result {
            written.failure.get_or_insert((error.kind(), error.raw_os_error()));
        }
        result
    }

    /// What went wrong first, if anything.
    fn failure(&self) -> Option<io::Error> {
        let (kind, code) = self.0.lock().unwrap_or_else(PoisonError::into_inner).failure?;
        Some(code.map_or_else(|| kind.into(), io::Error::from_raw_os_error))
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.act(|file| file.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.act(BufWriter::flush)
    }
}

/// A small table as CSV text, formulas neutralised.
pub fn csv_text(name: &str, chunk: &Chunk) -> Result<Vec<u8>, Error> {
    let failed = |error: PolarsError| Error::Table { table: name.to_string(), reason: error.to_string() };
    let frame = frame_of(chunk, true).map_err(failed)?;
    let mut bytes = Vec::new();
    let mut writer = CsvWriter::new(&mut bytes).n_threads(1).batched(frame.schema()).map_err(failed)?;
    writer.write_batch(&frame).and_then(|()| writer.finish()).map_err(failed)?;
    Ok(bytes)
}

/// A table as the bytes of a Parquet file.
pub fn parquet_bytes(name: &str, chunk: &Chunk) -> Result<Vec<u8>, Error> {
    let failed = |error: PolarsError| Error::Table { table: name.to_string(), reason: error.to_string() };
    let mut frame = frame_of(chunk, false).map_err(failed)?;
    let mut bytes = Vec::new();
    let writer = ParquetWriter::new(&mut bytes).with_compression(ParquetCompression::Snappy).set_parallel(false);
    writer.with_row_group_size(Some(CHUNK)).finish(&mut frame).map_err(failed)?;
    Ok(bytes)
}

/// The rows of several chunks, one after the other.
fn frame(chunks: &[Chunk], for_spreadsheets: bool) -> Result<DataFrame, PolarsError> {
    let mut frames = chunks.iter().map(|chunk| frame_of(chunk, for_spreadsheets));
    let mut all = frames.next().unwrap_or_else(|| Ok(DataFrame::empty()))?;
    for frame in frames {
        all.vstack_mut_owned(frame?)?;
    }
    all.rechunk_mut();
    Ok(all)
}

fn frame_of(chunk: &Chunk, for_spreadsheets: bool) -> Result<DataFrame, PolarsError> {
    let columns = chunk.iter().map(|(name, values)| {
        let name = if for_spreadsheets { neutralise(name) } else { name.clone() };
        let series = match values {
            Values::Text(texts) if for_spreadsheets => {
                Series::new(name.into(), texts.iter().map(|text| neutralise(text)).collect::<Vec<_>>())
            }
            Values::Text(texts) => Series::new(name.into(), texts),
            Values::MaybeText(texts) if for_spreadsheets => {
                let text = |text: &Option<String>| text.as_deref().map(neutralise);
                Series::new(name.into(), texts.iter().map(text).collect::<Vec<_>>())
            }
            Values::MaybeText(texts) => Series::new(name.into(), texts),
            Values::MaybeWhole(numbers) => Series::new(name.into(), numbers),
            Values::Whole(numbers) => Series::new(name.into(), numbers),
            Values::Number(numbers) => Series::new(name.into(), numbers),
            Values::Maybe(numbers) => Series::new(name.into(), numbers),
        };
        Column::from(series)
    });
    DataFrame::new_infer_height(columns.collect())
}

#[cfg(test)]
mod tests {
    use crate::output::table::{CHUNK, Chunk, Values, csv_text, frame, neutralise, row_groups, rows_of};

    #[test]
    fn small_chunks_share_a_row_group_and_keep_their_order() {
        let chunk =
            |range: std::ops::Range<u64>| -> Chunk { vec![("draw".to_string(), Values::Whole(range.collect()))] };
        let half = CHUNK as u64 / 2;
        let chunks = vec![chunk(0..10), chunk(10..half), chunk(half..2 * half), chunk(2 * half..2 * half + 1)];
        let groups: Vec<Vec<Chunk>> = row_groups(chunks.into_iter()).collect();
        assert_eq!(groups.iter().map(Vec::len).collect::<Vec<_>>(), [3, 1]);
        assert_eq!(groups.iter().map(|group| group.iter().map(rows_of).sum()).collect::<Vec<usize>>(), [CHUNK, 1]);
        let frame = frame(&groups[0], false).unwrap();
        let column = frame.column("draw").unwrap().u64().unwrap();
        assert!(column.cont_slice().unwrap().iter().copied().eq(0..CHUNK as u64));
        assert_eq!(row_groups(std::iter::empty()).count(), 0);
    }

    #[test]
    fn text_that_a_spreadsheet_would_run_is_neutralised() {
        assert_eq!(neutralise("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(neutralise("@x"), "'@x");
        assert_eq!(neutralise("today"), "today");
        let chunk = vec![
            ("strategy".to_string(), Values::Text(vec!["=1+1".into(), "a,b".into()])),
            ("npv".to_string(), Values::Maybe(vec![Some(-1.5), None])),
        ];
        let text = String::from_utf8(csv_text("t", &chunk).unwrap()).unwrap();
        assert_eq!(text, "strategy,npv\n'=1+1,-1.5\n\"a,b\",\n");
    }
}
