//! Networks from files: the ties of `[network] kind = "edges"`.

use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::input::findings::Findings;
use crate::input::guard::{Guarded, NETWORK_BYTES, Stop, Unread};
use crate::input::tree::{Node, Value};
use crate::scenario::word_of_mouth::EdgeList;

/// A network file that was read.
#[derive(Clone, Debug)]
pub(crate) struct NetworkFile {
    /// Its name in a result folder.
    pub name: String,
    /// Its ties.
    pub edges: Arc<EdgeList>,
}

/// How networks are read.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    /// The folder that relative paths start from.
    pub folder: Option<&'a Path>,
    /// Reads Parquet files.
    pub parquet: Option<ReadParquet>,
    /// Whether to stop.
    pub stop: Stop,
}

/// Reads the network that `tree` names, if any; the tree names it from then on as a result folder holds it.
pub(crate) fn read_network(
    tree: &mut Node,
    reading: Reading<'_>,
    found: &mut Vec<NetworkFile>,
    diagnostics: &mut Findings,
) {
    let Some(network) = tree.entries_mut().and_then(|entries| entries.get_mut("network")) else { return };
    let Some(file) = network.entries_mut().and_then(|entries| entries.get_mut("file")) else { return };
    let Value::Text(written) = &file.value else { return };
    let fail = |message: String, help: &str| {
        Diagnostic::error("S053", message).with_place(file.place.clone()).with_help(help.to_string())
    };
    let Some(folder) = reading.folder else {
        diagnostics
            .push(fail(format!("no network file `{written}`"), "a study that is no file cannot name other files"));
        return;
    };
    // Relative to the file that says so, which the study may extend.
    let said_in = file.place.as_ref().map(|place| Path::new(&*place.source.name)).filter(|path| path.is_file());
    let path = said_in.and_then(Path::parent).unwrap_or(folder).join(written);
    let stem = path.file_stem().map_or_else(|| "network".into(), |stem| stem.to_string_lossy().into_owned());
    match read_edges(&path, reading) {
        Ok(edges) => {
            let taken = |name: &str| found.iter().any(|file| file.name == name);
            let mut name = format!("network/{stem}.csv");
            for number in 2.. {
                if !taken(&name) {
                    break;
                }
                name = format!("network/{stem}-{number}.csv");
            }
            file.value = Value::Text(name.clone());
            found.push(NetworkFile { name, edges: Arc::new(EdgeList(edges)) });
        }
        Err(unusable) => {
            let (reason, help) = match unusable {
                Unusable::Unread(unread) => (unread.to_string(), unread.help()),
                Unusable::Content(reason) => (reason, None),
            };
            let form = "a CSV with a header, or a Parquet file, whose first two columns are numbers of people from 0";
            let message = format!("cannot read the network `{written}`: {reason}");
            diagnostics.push(fail(message, help.unwrap_or(form)));
            // Told once: whoever asks for it later finds nothing in it.
            found.push(NetworkFile { name: written.clone(), edges: Arc::default() });
        }
    }
}

/// The first two columns of a table, each with its name and its numbers, row by row; `None` where one is missing.
#[derive(Clone, Debug)]
pub struct Columns {
    /// Names of the columns.
    pub names: [String; 2],
    /// The ends of every tie.
    pub rows: Vec<[Option<u32>; 2]>,
}

/// Reads the bytes of a Parquet file: the program's, since the core has no such library.
#[derive(Clone, Copy, Debug)]
pub struct ReadParquet(pub fn(Vec<u8>) -> Result<Columns, String>);

impl PartialEq for ReadParquet {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

impl Eq for ReadParquet {}

/// Why there is no network.
enum Unusable {
    /// The file cannot be read.
    Unread(Unread),
    /// It says something else.
    Content(String),
}

impl From<Unread> for Unusable {
    fn from(unread: Unread) -> Self {
        Unusable::Unread(unread)
    }
}

impl From<String> for Unusable {
    fn from(reason: String) -> Self {
        Unusable::Content(reason)
    }
}

fn read_edges(path: &Path, reading: Reading<'_>) -> Result<Vec<[u32; 2]>, Unusable> {
    let open = || Guarded::open(path, NETWORK_BYTES, reading.stop);
    let columns = match reading.parquet {
        Some(ReadParquet(read)) if is_parquet(path) => read(open()?.bytes()?)?,
        None if is_parquet(path) => {
            return Err("Parquet files are read by the program alone: write a CSV".to_string().into());
        }
        _ => read_csv(open()?)?,
    };
    Ok(ties(&columns)?)
}

/// The ties of a table: each once, the lower number first.
fn ties(columns: &Columns) -> Result<Vec<[u32; 2]>, String> {
    let mut ties = Vec::with_capacity(columns.rows.len());
    for row in &columns.rows {
        if let Some(gap) = row.iter().position(Option::is_none) {
            return Err(format!("column `{}` has gaps", columns.names[gap]));
        }
        let [a, b] = row.map(Option::unwrap_or_default);
        if a != b {
            ties.push([a.min(b), a.max(b)]);
        }
    }
    // A tie named twice, from either end, is one.
    ties.sort_unstable();
    ties.dedup();
    if ties.is_empty() { Err("it has no ties".to_string()) } else { Ok(ties) }
}

fn is_parquet(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "parquet")
}

/// The first two columns of a CSV with a header.
fn read_csv(text: impl Read) -> Result<Columns, Unusable> {
    let unusable = |error: csv::Error| match error.into_kind() {
        csv::ErrorKind::Io(error) => Unusable::from(Unread::from(error)),
        csv::ErrorKind::Utf8 { pos, err } => {
            let (byte, line) = pos.map_or((0, 0), |pos| (pos.byte(), pos.line()));
            Unread::NotText(byte as usize + err.valid_up_to(), line as usize).into()
        }
        csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let line = pos.map_or(0, |pos| pos.line());
            format!("line {line} and the head differ in length: {len} and {expected_len} cells").into()
        }
        other => format!("{other:?}").into(),
    };
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(ShortLines { text, length: 0 });
    let head = reader.headers().map_err(unusable)?.clone();
    if head.len() < 2 {
        return Err(format!("it has {} column{}", head.len(), if head.len() == 1 { "" } else { "s" }).into());
    }
    let names = [0, 1].map(|i| head.get(i).unwrap_or_default().trim_start_matches('\u{feff}').to_string());
    if names.iter().all(|name| name.parse::<u32>().is_ok()) {
        return Err("its first line is a tie, where the names of the columns should stand".to_string().into());
    }
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(unusable)? {
        let mut row = [None; 2];
        for (i, end) in row.iter_mut().enumerate() {
            let text = record.get(i).unwrap_or_default();
            if text.is_empty() {
                continue;
            }
            let number = text.parse::<u32>().map_err(|_| match text.parse::<i128>() {
                Ok(_) => format!("column `{}` holds {text}, which numbers nobody", names[i]),
                Err(_) => format!("column `{}` holds something else than whole numbers", names[i]),
            });
            *end = Some(number?);
        }
        rows.push(row);
    }
    Ok(Columns { names, rows })
}

/// A text without lines so long that they hold no ties, such as the zeros of a damaged disk: each is held in memory.
struct ShortLines<R> {
    text: R,
    /// Bytes of the line so far.
    length: usize,
}

/// Longest line, in bytes.
const LONGEST_LINE: usize = 1 << 20;

impl<R: Read> Read for ShortLines<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.text.read(into)?;
        let bytes = &into[..read];
        self.length += bytes.iter().position(|&byte| byte == b'\n').unwrap_or(read);
        if self.length > LONGEST_LINE {
            return Err(io::Error::other("it has a line of more than 1 MiB, which is no tie"));
        }
        if let Some(last) = bytes.iter().rposition(|&byte| byte == b'\n') {
            self.length = read - last;
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use crate::input::edges::{Unusable, read_csv, ties};

    fn read(text: &[u8]) -> Result<Vec<[u32; 2]>, String> {
        match read_csv(text) {
            Ok(columns) => ties(&columns),
            Err(Unusable::Unread(unread)) => Err(unread.to_string()),
            Err(Unusable::Content(reason)) => Err(reason),
        }
    }

    #[test]
    fn ties_are_read_once_each() {
        assert_eq!(read(b"\xef\xbb\xbfa,b,c\r\n1,0,x\r\n0,1,y\r\n2, 2,\n3,2,\"z\"\n"), Ok(vec![[0, 1], [2, 3]]));
    }

    #[test]
    fn what_is_no_table_of_ties_is_refused_in_few_words() {
        let zeros = [b"a,b\n0,1\n".as_slice(), &vec![0; 3 << 20]].concat();
        let long = [b"a,b\n1,".as_slice(), &vec![b'0'; 2 << 20]].concat();
        for text in [
            b"".as_slice(),
            b"a\n1\n",
            b"0,1\n2,3\n",
            b"a,b\n0,x\n",
            b"a,b\n0,-1\n",
            b"a,b\n0,4294967296\n",
            b"a,b\n0,\n",
            b"a,b\n0,1,2\n",
            b"a,b\n0,\xff\n",
            b"a,b\n",
            &zeros,
            &long,
        ] {
            let refused = read(text).unwrap_err();
            assert!(refused.len() < 200, "{refused}");
        }
    }
}
