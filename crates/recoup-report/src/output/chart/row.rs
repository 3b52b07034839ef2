//! Charts of one row a strategy: names at the left, numbers at the right, a panel between.

use crate::output::chart::ChartError;
use crate::output::chart::axis::{Axis, Panel};
use crate::output::chart::board::{Align, Board, Bounds};
use crate::output::chart::clean::clean;
use crate::output::chart::style::{AXIS, LABEL, QUIET, Type};
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
    /// Height of one row's picture.
    pub height: f64,
    /// Height of the words above it.
    words: f64,
}

impl<'a> Rows<'a> {
    /// Writes names and numbers into `area` and opens the panel between them; above each row's picture where there is little room across.
    pub(super) fn lay(board: &Board<'a>, area: Bounds, rows: &[Row], x: &Axis) -> Result<Self, ChartError> {
        let number = rows.len().max(1);
        // Ticks and title below take about 120; the panel knows exactly, later.
        let rough = (area.height() - 120.0) / number as f64;
        if board.is_portrait() {
            return Self::lay_upright(board, area, rows, x, rough);
        }
        let kinds = Kinds::of((rough * 0.36).clamp(26.0, LABEL.size + 2.0));
        let Kinds { name, figure, note } = kinds;
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
            stack(board, &kinds.numbers(row, right), (area.right, middle), Align::Right)?;
        }
        Ok(Self { panel, height, words: 0.0 })
    }

    /// Names at the left and numbers at the right of a strip above each row's picture, which has the whole width.
    fn lay_upright(board: &Board<'a>, area: Bounds, rows: &[Row], x: &Axis, rough: f64) -> Result<Self, ChartError> {
        let has_notes = rows.iter().any(|row| !row.note.is_empty());
        let lines = if has_notes { 2.0 } else { 1.0 };
        let kinds = Kinds::of((rough * 0.55 / lines / 1.25).clamp(20.0, LABEL.size));
        let words = kinds.name.leading() * lines + 6.0;
        let panel = Panel::new(board, area, x, &Axis::rows(rows.len()), 0.0, 0.0)?;
        let whole = panel.inner.height() / rows.len().max(1) as f64;
        let laid = Self { panel, height: whole - words, words };
        let panel = &laid.panel;
        for [top, bottom] in laid.spans() {
            panel.uprights_within(board, x, Bounds { top, bottom, ..panel.inner })?;
        }
        for (index, row) in rows.iter().enumerate() {
            let middle = panel.inner.top + whole * index as f64 + words / 2.0;
            let numbers = kinds.numbers(row, area.width() * 0.62);
            let taken = numbers.iter().map(|(text, kind)| width(text, kind)).fold(0.0, f64::max);
            stack(board, &numbers, (area.right, middle), Align::Right)?;
            let room = area.width() - taken - 40.0;
            let named = wrap(&clean(&row.name), room, &kinds.name, lines as usize);
            let named: Vec<(String, Type)> = named.into_iter().map(|line| (line, kinds.name)).collect();
            stack(board, &named, (area.left, middle), Align::Left)?;
        }
        Ok(laid)
    }

    /// From where to where uprights may run: through all rows, or through each row's picture where words stand between them.
    pub(super) fn spans(&self) -> Vec<[f64; 2]> {
        let inner = self.panel.inner;
        let whole = self.height + self.words;
        if self.words <= 0.0 {
            return vec![[inner.top, inner.bottom]];
        }
        let rows = (inner.height() / whole).round() as usize;
        let span = |index: usize| inner.top + whole * index as f64;
        (0..rows).map(|index| [span(index) + self.words, span(index + 1)]).collect()
    }

    /// The zero line, stressed.
    pub(super) fn zero(&self, board: &Board<'_>) -> Result<(), ChartError> {
        if !self.panel.holds_x(0.0) {
            return Ok(());
        }
        let across = self.panel.at(0.0, 0.0).0;
        self.spans().into_iter().try_for_each(|[top, bottom]| board.line(&[(across, top), (across, bottom)], AXIS, 4))
    }

    /// Height on the board of the middle of row `index`.
    pub(super) fn middle(&self, index: usize) -> f64 {
        self.panel.inner.top + (self.height + self.words) * index as f64 + self.words + self.height * 0.5
    }
}

/// The letters of a row.
#[derive(Clone, Copy)]
struct Kinds {
    name: Type,
    figure: Type,
    note: Type,
}

impl Kinds {
    fn of(size: f64) -> Self {
        Kinds {
            name: LABEL.sized(size).heavy(),
            figure: LABEL.sized(size),
            note: LABEL.sized(size - 4.0).coloured(QUIET),
        }
    }

    /// The numbers of a row in so much room.
    fn numbers(&self, row: &Row, room: f64) -> Vec<(String, Type)> {
        let mut numbers = vec![(shorten(&row.figure, room, &self.figure), self.figure)];
        if !row.note.is_empty() {
            numbers.push((shorten(&row.note, room, &self.note), self.note));
        }
        numbers
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
