//! Networks from files: the ties of `[network] kind = "edges"`.

use std::io::{self, BufRead, BufReader, Cursor, Read};
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
        Ok(Ties { edges, from_one }) => {
            if from_one {
                diagnostics.push(
                    Diagnostic::note("N008", format!("the network `{written}` counts people from 1"))
                        .with_place(file.place.clone())
                        .with_label("nobody in it is 0, and somebody is 1"),
                );
            }
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
            let form = "a table in CSV or Parquet whose first two columns are numbers of people";
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

/// The ties of a file.
#[derive(Debug, PartialEq, Eq)]
struct Ties {
    /// The ends, counted from 0: each tie once, the lower number first.
    edges: Vec<[u32; 2]>,
    /// Whether the file counts from 1.
    from_one: bool,
}

fn read_edges(path: &Path, reading: Reading<'_>) -> Result<Ties, Unusable> {
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

/// The ties of a table. Where the least number is 1, people are counted from 1.
fn ties(columns: &Columns) -> Result<Ties, String> {
    let mut edges = Vec::with_capacity(columns.rows.len());
    for row in &columns.rows {
        if let Some(gap) = row.iter().position(Option::is_none) {
            return Err(format!("column `{}` has gaps", columns.names[gap]));
        }
        let [a, b] = row.map(Option::unwrap_or_default);
        edges.push([a.min(b), a.max(b)]);
    }
    let from_one = edges.iter().flatten().min() == Some(&1);
    edges.retain(|[a, b]| a != b);
    // A tie named twice, from either end, is one.
    edges.sort_unstable();
    edges.dedup();
    if from_one {
        edges.iter_mut().flatten().for_each(|person| *person -= 1);
    }
    if edges.is_empty() { Err("it has no ties".to_string()) } else { Ok(Ties { edges, from_one }) }
}

fn is_parquet(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "parquet")
}

/// The first two columns of a table whose columns are divided by commas, semicolons, tabs or blanks. Names of the columns may stand
/// above them, remarks begin with `#` or `%`.
fn read_csv(text: impl Read) -> Result<Columns, Unusable> {
    let unusable = |error: csv::Error| match error.into_kind() {
        csv::ErrorKind::Io(error) => Unusable::from(Unread::from(error)),
        csv::ErrorKind::Utf8 { pos, err } => {
            let (byte, line) = pos.map_or((0, 0), |pos| (pos.byte(), pos.line()));
            Unread::NotText(byte as usize + err.valid_up_to(), line as usize).into()
        }
        csv::ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let line = pos.map_or(0, |pos| pos.line());
            format!("line {line} and the first differ in length: {len} and {expected_len} cells").into()
        }
        other => format!("{other:?}").into(),
    };
    let mut text = BufReader::new(ShortLines { text, length: 0 });
    let Start { read, separator, remark } = start(&mut text).map_err(Unread::from)?;
    let is_blanks = separator == b' ';
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .comment(Some(remark))
        .trim(csv::Trim::All)
        .has_headers(false)
        .flexible(is_blanks)
        .from_reader(Cursor::new(read).chain(text));
    let mut record = csv::StringRecord::new();
    let mut names = None;
    let mut rows = Vec::new();
    while reader.read_record(&mut record).map_err(unusable)? {
        // Several blanks divide as one does.
        let mut cells = record.iter().filter(|cell| !(is_blanks && cell.is_empty()));
        let (first, second) = (cells.next(), cells.next());
        let (Some(first), Some(second)) = (first, second) else {
            return Err("it has 1 column".to_string().into());
        };
        let ends = [first, second];
        let names = match &names {
            Some(names) => names,
            // A first line without numbers names the columns.
            None if ends.iter().all(|end| end.parse::<i128>().is_err()) => {
                names = Some(ends.map(str::to_string));
                continue;
            }
            None => names.insert(["1", "2"].map(str::to_string)),
        };
        let mut row = [None; 2];
        for (i, end) in ends.into_iter().enumerate().filter(|(_, end)| !end.is_empty()) {
            let number = end.parse::<u32>().map_err(|_| match end.parse::<i128>() {
                Ok(_) => format!("column `{}` holds {end}, which numbers nobody", names[i]),
                Err(_) => format!("column `{}` holds something else than whole numbers", names[i]),
            });
            row[i] = Some(number?);
        }
        rows.push(row);
    }
    Ok(Columns { names: names.unwrap_or_default(), rows })
}

/// How a table begins.
struct Start {
    /// What was read of it, without marks for spreadsheets.
    read: Vec<u8>,
    /// What divides its columns.
    separator: u8,
    /// What remarks begin with.
    remark: u8,
}

/// Reads up to the first line that is neither empty nor a remark.
fn start(text: &mut impl BufRead) -> io::Result<Start> {
    let mut read = Vec::new();
    let mut remark = b'#';
    loop {
        let from = read.len();
        text.read_until(b'\n', &mut read)?;
        if from == 0 && read.starts_with("\u{feff}".as_bytes()) {
            read.drain(..'\u{feff}'.len_utf8());
        }
        let line = read[from.min(read.len())..].trim_ascii();
        match line.first() {
            Some(first @ (b'#' | b'%')) => remark = *first,
            // Some spreadsheets say in a first line what divides the columns. It stays an empty line, for the count.
            Some(_) if line.starts_with(b"sep=") => {
                read.truncate(from);
                read.push(b'\n');
            }
            None if read.len() > from => {}
            first => {
                let divides = |byte: &&u8| b",;\t".contains(byte);
                let separator = line.iter().find(divides).copied();
                // Without any, a line of several words is divided by blanks.
                let other = if first.is_some() && line.contains(&b' ') { b' ' } else { b',' };
                return Ok(Start { read, separator: separator.unwrap_or(other), remark });
            }
        }
    }
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
            Ok(columns) => ties(&columns).map(|ties| ties.edges),
            Err(Unusable::Unread(unread)) => Err(unread.to_string()),
            Err(Unusable::Content(reason)) => Err(reason),
        }
    }

    #[test]
    fn ties_are_read_once_each() {
        assert_eq!(read(b"\xef\xbb\xbfa,b,c\r\n1,0,x\r\n0,1,y\r\n2, 2,\n3,2,\"z\"\n"), Ok(vec![[0, 1], [2, 3]]));
    }

    #[test]
    fn ties_are_read_as_people_write_them() {
        for text in [
            "a;b;weight\n0;1;0,5\n2;3;1,5\n",
            "0\t1\n3\t2\n",
            "from to\n0 1\n2   3 \n",
            "0 1\n2 3 friends\n",
            "# SNAP\n# from\tto\n0\t1\n2\t3\n",
            "% konect\n\n0 1 2.5\n2 3 0.1\n",
            "sep=;\r\na;b\r\n0;1\r\n2;3\r\n",
            "\u{feff}0,1\n2,3\n",
            // From 1.
            "1,2\n4,3\n",
            "a,b\n2,1\n3,4\n",
        ] {
            assert_eq!(read(text.as_bytes()), Ok(vec![[0, 1], [2, 3]]), "{text}");
        }
        // Nobody is 1.
        assert_eq!(read(b"2,3\n"), Ok(vec![[2, 3]]));
    }

    #[test]
    fn what_is_no_table_of_ties_is_refused_in_few_words() {
        let zeros = [b"a,b\n0,1\n".as_slice(), &vec![0; 3 << 20]].concat();
        let long = [b"a,b\n1,".as_slice(), &vec![b'0'; 2 << 20]].concat();
        for text in [
            b"".as_slice(),
            b"a\n1\n",
            b"0\n1\n",
            b"0.5,1.5\n",
            b"0;x\n",
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
