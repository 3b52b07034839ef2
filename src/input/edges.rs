//! Networks from files: the ties of `[network] kind = "edges"`.

use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::input::findings::Findings;
use crate::input::tree::{Node, Value};
use crate::scenario::case::EdgeList;

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
pub fn read_network(tree: &mut Node, folder: Option<&Path>, found: &mut Vec<NetworkFile>, said: &mut Findings) {
    let Some(network) = tree.entries_mut().and_then(|entries| entries.get_mut("network")) else { return };
    let Some(file) = network.entries_mut().and_then(|entries| entries.get_mut("file")) else { return };
    let Value::Text(written) = &file.value else { return };
    let fail = |message: String, help: &str| {
        Diagnostic::error("S053", message).with_place(file.place.clone()).with_help(help.to_string())
    };
    let Some(folder) = folder else {
        said.push(fail(format!("no network file `{written}`"), "a study that is no file cannot name other files"));
        return;
    };
    // Relative to the file that says so, which the study may extend.
    let said_in = file.place.as_ref().map(|place| Path::new(&*place.source.name)).filter(|path| path.is_file());
    let path = said_in.and_then(Path::parent).unwrap_or(folder).join(written);
    let stem = path.file_stem().map_or_else(|| "network".into(), |stem| stem.to_string_lossy().into_owned());
    match read_edges(&path) {
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
            said.push(fail(
                format!("cannot read the network `{written}`: {reason}"),
                "a CSV with a header, or a Parquet file, whose first two columns are numbers of people from 0",
            ));
            // Told once: whoever asks for it later finds nothing in it.
            found.push(NetworkFile { name: written.clone(), edges: Arc::default() });
        }
    }
}

#[cfg(feature = "tables")]
fn read_edges(path: &Path) -> Result<Vec<[u32; 2]>, String> {
    use polars::prelude::{CsvReadOptions, DataType, ParquetReader, PolarsError, SerReader};

    let file = std::fs::File::open(path).map_err(|error| error.to_string().to_lowercase())?;
    let told = |error: PolarsError| error.to_string().lines().next().unwrap_or_default().to_string();
    let frame = if path.extension().is_some_and(|ending| ending == "parquet") {
        ParquetReader::new(file).finish()
    } else {
        CsvReadOptions::default().with_has_header(true).into_reader_with_file_handle(file).finish()
    };
    let frame = frame.map_err(told)?;
    let columns = frame.columns();
    if columns.len() < 2 {
        return Err(format!("it has {} columns", columns.len()));
    }
    if columns[..2].iter().all(|column| column.name().trim().parse::<u32>().is_ok()) {
        return Err("its first line is a tie, where the names of the columns should stand".to_string());
    }
    let mut ends = Vec::new();
    for column in &columns[..2] {
        if !column.dtype().is_integer() {
            return Err(format!("column `{}` holds something else than whole numbers", column.name()));
        }
        let numbers = column.as_materialized_series().strict_cast(&DataType::UInt32).map_err(told)?;
        let numbers: Option<Vec<u32>> = numbers.u32().map_err(told)?.iter().collect();
        ends.push(numbers.ok_or_else(|| format!("column `{}` has gaps", column.name()))?);
    }
    let pairs = ends[0].iter().zip(&ends[1]).filter(|(a, b)| a != b);
    let mut ties: Vec<[u32; 2]> = pairs.map(|(&a, &b)| [a.min(b), a.max(b)]).collect();
    // A tie named twice, from either end, is one.
    ties.sort_unstable();
    ties.dedup();
    if ties.is_empty() { Err("it has no ties".to_string()) } else { Ok(ties) }
}

#[cfg(not(feature = "tables"))]
fn read_edges(_: &Path) -> Result<Vec<[u32; 2]>, String> {
    Err("this build reads no tables".to_string())
}
