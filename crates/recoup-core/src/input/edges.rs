//! Networks from files: the ties of `[network] kind = "edges"`.

use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::input::findings::Findings;
use crate::input::tree::{Node, Value};
use crate::scenario::word_of_mouth::EdgeList;

/// A network file that was read.
#[derive(Clone, Debug)]
pub struct NetworkFile {
    /// Its name in a result folder.
    pub name: String,
    /// Its ties.
    pub edges: Arc<EdgeList>,
}

/// Reads the network that `tree` names, if any, relative to `folder`; the tree names it from then on as
/// a result folder holds it.
pub fn read_network(
    tree: &mut Node,
    (folder, parquet): (Option<&Path>, Option<ReadParquet>),
    found: &mut Vec<NetworkFile>,
    diagnostics: &mut Findings,
) {
    let Some(network) = tree.entries_mut().and_then(|entries| entries.get_mut("network")) else { return };
    let Some(file) = network.entries_mut().and_then(|entries| entries.get_mut("file")) else { return };
    let Value::Text(written) = &file.value else { return };
    let fail = |message: String, help: &str| {
        Diagnostic::error("S053", message).with_place(file.place.clone()).with_help(help.to_string())
    };
    let Some(folder) = folder else {
        diagnostics
            .push(fail(format!("no network file `{written}`"), "a study that is no file cannot name other files"));
        return;
    };
    // Relative to the file that says so, which the study may extend.
    let said_in = file.place.as_ref().map(|place| Path::new(&*place.source.name)).filter(|path| path.is_file());
    let path = said_in.and_then(Path::parent).unwrap_or(folder).join(written);
    let stem = path.file_stem().map_or_else(|| "network".into(), |stem| stem.to_string_lossy().into_owned());
    match read_edges(&path, parquet) {
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
        Err(reason) => {
            diagnostics.push(fail(
                format!("cannot read the network `{written}`: {reason}"),
                "a CSV with a header, or a Parquet file, whose first two columns are numbers of people from 0",
            ));
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

/// Reads a Parquet file: the program's, since the core has no such library.
#[derive(Clone, Copy, Debug)]
pub struct ReadParquet(pub fn(&Path) -> Result<Columns, String>);

impl PartialEq for ReadParquet {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

impl Eq for ReadParquet {}

fn read_edges(path: &Path, parquet: Option<ReadParquet>) -> Result<Vec<[u32; 2]>, String> {
    let columns = match parquet {
        Some(ReadParquet(read)) if is_parquet(path) => read(path)?,
        None if is_parquet(path) => return Err("Parquet files are read by the program alone: write a CSV".to_string()),
        _ => read_csv(path)?,
    };
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

fn read_csv(path: &Path) -> Result<Columns, String> {
    let file = std::fs::File::open(path).map_err(|error| error.to_string().to_lowercase())?;
    let diagnostics = |error: csv::Error| error.to_string().lines().next().unwrap_or_default().to_string();
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(file);
    let head = reader.headers().map_err(diagnostics)?.clone();
    if head.len() < 2 {
        return Err(format!("it has {} column{}", head.len(), if head.len() == 1 { "" } else { "s" }));
    }
    let names = [0, 1].map(|i| head.get(i).unwrap_or_default().trim_start_matches('\u{feff}').to_string());
    if names.iter().all(|name| name.parse::<u32>().is_ok()) {
        return Err("its first line is a tie, where the names of the columns should stand".to_string());
    }
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(diagnostics)? {
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
