//! One chart of a folder: the picture as SVG and PNG, its rows as CSV.

use crate::error::Error;
use crate::output::chart::{Chart, ChartError, png};
use crate::output::folder::Folder;
use crate::output::table::{Chunk, csv_text};

/// Writes one chart as SVG and PNG with its rows where given, and gives it back; nothing where there is nothing to show.
pub fn write_chart(
    folder: &mut Folder,
    name: &str,
    drawn: Result<Chart, ChartError>,
    rows: Option<&Chunk>,
) -> Result<Option<Chart>, Error> {
    let failed = |error: ChartError| Error::Chart { chart: name.to_string(), reason: error.to_string() };
    let chart = match drawn {
        Err(ChartError::Empty { .. }) => return Ok(None),
        drawn => drawn.map_err(failed)?,
    };
    let picture = png(&chart.svg).map_err(failed)?;
    folder.write(&format!("charts/{name}.svg"), chart.svg.as_bytes())?;
    folder.write(&format!("charts/{name}.png"), &picture)?;
    if let Some(rows) = rows {
        folder.write(&format!("charts/{name}.csv"), &csv_text(name, rows)?)?;
    }
    Ok(Some(chart))
}
