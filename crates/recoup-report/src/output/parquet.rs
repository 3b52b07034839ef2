//! Networks that are Parquet files.

use std::path::Path;

use polars::prelude::{DataType, ParquetReader, PolarsError, SerReader};

use crate::input::edges::{Columns, ReadParquet};

/// What a request needs to read them.
pub const READ_PARQUET: ReadParquet = ReadParquet(read);

fn read(path: &Path) -> Result<Columns, String> {
    let first_line = |error: PolarsError| error.to_string().lines().next().unwrap_or_default().to_string();
    let file = std::fs::File::open(path).map_err(|error| error.to_string().to_lowercase())?;
    let frame = ParquetReader::new(file).finish().map_err(first_line)?;
    let [first, second] = match frame.columns() {
        [first, second, ..] => [first, second],
        fewer => return Err(format!("it has {} columns", fewer.len())),
    };
    let numbers = |column: &polars::prelude::Column| {
        if !column.dtype().is_integer() {
            return Err(format!("column `{}` holds something else than whole numbers", column.name()));
        }
        let numbers = column.as_materialized_series().strict_cast(&DataType::UInt32).map_err(first_line)?;
        Ok(numbers.u32().map_err(first_line)?.iter().collect::<Vec<Option<u32>>>())
    };
    let (a, b) = (numbers(first)?, numbers(second)?);
    let names = [first, second].map(|column| column.name().to_string());
    Ok(Columns { names, rows: a.into_iter().zip(b).map(|(a, b)| [a, b]).collect() })
}
