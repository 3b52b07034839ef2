//! CSV files: the delimiter from their first rows, then row by row.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use csv::{Reader, ReaderBuilder, StringRecord};
use recoup_core::input::guard::{Guarded, Stop, Unread};

use crate::encoding::{Decoded, Encoding, Shared};
use crate::source::{Content, Unusable, Visit};

/// Most bytes of a CSV file.
const MOST_BYTES: u64 = 64 << 30;

/// Bytes of the beginning that decide about the delimiter.
const HEAD: u64 = 1 << 18;

/// Rows of the beginning that decide about it.
const HEAD_ROWS: usize = 100;

/// Delimiters, the most frequent first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A CSV file.
#[derive(Debug)]
pub(crate) struct Delimited {
    path: PathBuf,
    stop: Stop,
    pub(crate) encoding: Encoding,
    pub(crate) delimiter: u8,
    /// Whether bytes belonged to no character.
    pub(crate) has_replaced: bool,
    /// Whether the first line is `sep=;`, as Excel writes it.
    says_delimiter: bool,
    pub(crate) headings: Vec<String>,
}

fn reader<R: Read>(text: R, delimiter: u8) -> Reader<R> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .buffer_capacity(1 << 16)
        .from_reader(text)
}

impl Delimited {
    /// Opens a file; encoding and delimiter are found unless they are stated.
    pub(crate) fn open(
        path: &Path,
        encoding: Option<Encoding>,
        delimiter: Option<u8>,
        stop: Stop,
    ) -> Result<Self, Unusable> {
        let open = || Guarded::open(path, MOST_BYTES, stop);
        let encoding = match encoding {
            Some(encoding) => encoding,
            None => Encoding::detect(open()?).map_err(Unread::from)?,
        };
        let head = head_of(Decoded::new(open()?, encoding, Rc::default()))?;
        let said = head.strip_prefix("sep=").and_then(|rest| rest.bytes().next()).filter(|byte| *byte != b'\n');
        let body = if said.is_some() { head.split_once('\n').map_or("", |(_, rest)| rest) } else { &head };
        let delimiter = delimiter.or(said).unwrap_or_else(|| sniff(body));
        let mut record = StringRecord::new();
        let has_head = reader(body.as_bytes(), delimiter).read_record(&mut record).unwrap_or(false);
        let headings =
            if has_head { record.iter().map(|field| field.trim().to_string()).collect() } else { Vec::new() };
        Ok(Delimited {
            path: path.to_path_buf(),
            stop,
            encoding,
            delimiter,
            has_replaced: false,
            says_delimiter: said.is_some(),
            headings,
        })
    }

    /// Calls `visit` for every row after the headings.
    pub(crate) fn each(&mut self, wanted: &[usize], visit: Visit<'_>) -> Result<(), Unusable> {
        let shared = Rc::new(Shared::default());
        let file = Guarded::open(&self.path, MOST_BYTES, self.stop)?;
        let mut reader = reader(Decoded::new(file, self.encoding, shared.clone()), self.delimiter);
        let mut record = StringRecord::new();
        let width = self.headings.len();
        let mut skipped = 1 + usize::from(self.says_delimiter);
        let mut line = 1;
        while reader.read_record(&mut record).map_err(failed)? {
            shared.row_bytes.set(0);
            let begins = begin(&record, line, reader.position().line());
            line = reader.position().line();
            if skipped > 0 {
                skipped -= 1;
                continue;
            }
            let is_overlong = record.len() > width && record.iter().skip(width).any(|field| !field.trim().is_empty());
            if record.iter().any(|field| !field.trim().is_empty()) {
                visit(begins, is_overlong, Content::Text(&record, wanted));
            }
        }
        self.has_replaced = shared.has_replaced.get();
        Ok(())
    }
}

/// The line on which a record begins, from the lines after the record before it and after itself. Empty lines stand before it,
/// and lines of its own within quotes.
fn begin(record: &StringRecord, before: u64, after: u64) -> u64 {
    if after == before + 1 {
        return before;
    }
    let within = record.iter().map(|field| field.bytes().filter(|byte| *byte == b'\n').count() as u64).sum::<u64>();
    (after - 1).saturating_sub(within)
}

fn failed(error: csv::Error) -> Unusable {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => Unusable::Unread(error.into()),
        _ => Unusable::Content("it is no CSV file".into()),
    }
}

/// The delimiter with which most of the first rows have as many fields as the first one; of several, the one with most fields.
fn sniff(head: &str) -> u8 {
    // The last line may be cut.
    let whole = head.rfind('\n').map_or(head, |end| &head[..=end]);
    let score = |delimiter: u8| {
        let mut rows = reader(whole.as_bytes(), delimiter).into_records().take(HEAD_ROWS).flatten();
        let width = rows.next().map_or(0, |record| record.len());
        let (mut alike, mut all) = (1, 1);
        for record in rows {
            all += 1;
            alike += usize::from(record.len() == width);
        }
        if width < 2 { (0, 0) } else { (usize::from(alike * 10 >= all * 9) + 1, width) }
    };
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b',')
}

/// The beginning of a text, which may end within a character.
fn head_of(text: impl Read) -> Result<String, Unread> {
    let mut bytes = Vec::new();
    text.take(HEAD).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::sniff;

    #[test]
    fn the_delimiter_is_that_of_most_rows() {
        for (head, delimiter) in [
            ("a,b\n1,2\n", b','),
            ("a;b\n1,5;2,5\n3,5;4\n", b';'),
            ("a\tb, c\n1\t2\n", b'\t'),
            ("a|b\n1|2\n", b'|'),
            ("only\n1\n2\n", b','),
            ("a,b\n\"x;y;z\",2\n", b','),
            ("name;text\nx;\"1, 2, 3\n4, 5\"\ny;\"a, b\"\n", b';'),
            ("", b','),
        ] {
            assert_eq!(sniff(head), delimiter, "{head}");
        }
    }
}
