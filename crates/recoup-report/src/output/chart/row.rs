//! Charts of one row a strategy: names at the left, numbers at the right, a panel between.

use crate::output::chart::ChartError;
use crate::output::chart::axis::{Axis, Panel};
use crate::output::chart::board::{Align, Board, Bounds};
use crate::output::chart::clean::clean;
use crate::output::chart::style::{LABEL, QUIET, Type};
use crate::output::chart::text::{shorten, width, wrap};

/// What stands beside one row's picture.
pub(super) struct Row {
    /// Strategy.
    pub name: String,
    /// First line of numbers.
    pub figure: String,
    /// Second line of numbers; may be empty.
    pub note: String,
}

/// Rows laid out.
pub(super) struct Rows<'a> {
    /// The panel between names and numbers; its vertical axis counts rows.
    pub panel: Panel<'a>,
    /// Height of one row.
    pub height: f64,
}

impl<'a> Rows<'a> {
    /// Writes names and numbers into `area` and opens the panel between them.
    pub(super) fn lay(board: &Board<'a>, area: Bounds, rows: &[Row], x: &Axis) -> Result<Self, ChartError> {
        let number = rows.len().max(1);
        // Ticks and title below take about 120; the panel knows exactly, later.
        let rough = (area.height() - 120.0) / number as f64;
        let size = (rough * 0.36).clamp(26.0, LABEL.size + 2.0);
        let name = LABEL.sized(size).heavy();
        let figure = LABEL.sized(size);
        let note = LABEL.sized(size - 4.0).coloured(QUIET);
        let most = ((rough - 6.0) / name.leading()).floor().clamp(1.0, 3.0) as usize;
        let names: Vec<Vec<String>> =
            rows.iter().map(|row| wrap(&clean(&row.name), area.width() * 0.28, &name, most)).collect();
        let widest = |lines: &mut dyn Iterator<Item = (&String, &Type)>| {
            lines.map(|(text, kind)| width(text, kind)).fold(0.0, f64::max)
        };
        let left = widest(&mut names.iter().flatten().map(|line| (line, &name)));
        let right = widest(&mut rows.iter().flat_map(|row| [(&row.figure, &figure), (&row.note, &note)]));
        let right = right.min(area.width() * 0.3);
        let outer = Bounds { right: area.right - right - 40.0, ..area };
        let panel = Panel::new(board, outer, x, &Axis::rows(number), left + 36.0, 0.0)?;
        panel.uprights(board, x)?;
        let height = panel.inner.height() / number as f64;
        for (index, (row, lines)) in rows.iter().zip(&names).enumerate() {
            let middle = panel.inner.top + height * (index as f64 + 0.5);
            let named: Vec<(String, Type)> = lines.iter().map(|line| (line.clone(), name)).collect();
            stack(board, &named, (panel.inner.left - 30.0, middle), Align::Right)?;
            let mut numbers = vec![(shorten(&row.figure, right, &figure), figure)];
            if !row.note.is_empty() {
                numbers.push((shorten(&row.note, right, &note), note));
            }
            stack(board, &numbers, (area.right, middle), Align::Right)?;
        }
        Ok(Self { panel, height })
    }

    /// Height on the board of the middle of row `index`.
    pub(super) fn middle(&self, index: usize) -> f64 {
        self.panel.inner.top + self.height * (index as f64 + 0.5)
    }
}

/// Lines of text centred together on a point.
fn stack(board: &Board<'_>, lines: &[(String, Type)], at: (f64, f64), align: Align) -> Result<(), ChartError> {
    let tall: f64 = lines.iter().map(|(_, kind)| kind.leading()).sum();
    let mut down = at.1 - tall / 2.0;
    for (text, kind) in lines {
        board.text_at_mid(text, (at.0, down + kind.leading() / 2.0), kind, align)?;
        down += kind.leading();
    }
    Ok(())
}
