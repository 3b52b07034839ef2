//! Axes: round ticks, texts that do not collide, and panels that map rows to the board.

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingArea;
use plotters::prelude::SVGBackend;

use crate::language::Locale;
use crate::output::chart::ChartError;
use crate::output::chart::board::{Align, Board, Bounds, Point};
use crate::output::chart::style::{AXIS, AXIS_TITLE, GRID, TICK};
use crate::output::chart::text::{shorten, width};

/// What the numbers of an axis are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// Money, customers, anything counted or weighed.
    Number,
    /// Parts of a whole.
    Share,
    /// Periods, with as many in a year.
    Period(u32),
}

/// One axis.
#[derive(Debug, Clone)]
pub(super) struct Axis {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// What it shows, with its unit.
    pub title: String,
    ticks: Vec<(f64, String)>,
}

impl Axis {
    /// An axis over all finite `values`, its ticks written in the language of `words`, padded by `padding` of their span at both ends, with about `wanted` ticks.
    pub(super) fn over(
        locale: &'static Locale,
        values: impl IntoIterator<Item = f64>,
        padding: f64,
        measure: Measure,
        wanted: usize,
        title: impl Into<String>,
    ) -> Self {
        let (low, high) = span(values);
        let pad = (high - low) * padding;
        let (low, high) = (low - pad, high + pad);
        Self { low, high, title: title.into(), ticks: ticks(locale, low, high, measure, wanted) }
    }

    /// An axis with the ticks it is given.
    pub(super) fn ticked(low: f64, high: f64, ticks: Vec<(f64, String)>, title: impl Into<String>) -> Self {
        Self { low, high, title: title.into(), ticks }
    }

    /// An axis of so many rows, without ticks; row `i` from the top has its middle at `number - i - 0.5`.
    pub(super) fn rows(number: usize) -> Self {
        Self { low: 0.0, high: number.max(1) as f64, title: String::new(), ticks: Vec::new() }
    }

    /// The same axis without words, for a panel above one that has them.
    pub(super) fn bare(&self) -> Self {
        let ticks = self.ticks.iter().map(|(value, _)| (*value, String::new())).collect();
        Self { title: String::new(), ticks, ..self.clone() }
    }

    /// Whether any tick has a text.
    fn speaks(&self) -> bool {
        self.ticks.iter().any(|(_, text)| !text.is_empty())
    }

    /// Widest tick text in board units.
    fn widest(&self) -> f64 {
        self.ticks.iter().map(|(_, text)| width(text, &TICK)).fold(0.0, f64::max)
    }
}

/// Whether a number can take part in a chart: finite, and so small that sums and spans stay finite.
pub(super) fn drawable(value: f64) -> bool {
    value.is_finite() && value.abs() < 1e300
}

/// Lowest and highest drawable value, moved apart where they are (nearly) equal.
pub(super) fn span(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values.into_iter().filter(|v| drawable(*v)) {
        low = low.min(value);
        high = high.max(value);
    }
    if low > high {
        return (0.0, 1.0);
    }
    let size = low.abs().max(high.abs());
    if high - low <= size * 1e-9 {
        let apart = if size == 0.0 { 1.0 } else { size * 0.02 };
        return (low - apart, high + apart);
    }
    (low, high)
}

/// About `wanted` round values between `low` and `high`, with their texts.
fn ticks(locale: &'static Locale, low: f64, high: f64, measure: Measure, wanted: usize) -> Vec<(f64, String)> {
    let step = match measure {
        Measure::Period(year) => period_step(high - low, year, wanted),
        _ => round_step((high - low) / wanted.max(1) as f64),
    };
    let format = match measure {
        Measure::Share => locale.share_ticks(step),
        // Periods are numbered, not measured: in full.
        Measure::Period(_) => locale.ticks(0.0, step),
        Measure::Number => locale.ticks(low.abs().max(high.abs()), step),
    };
    let first = (low / step - 1e-9).ceil();
    let last = (high / step + 1e-9).floor();
    let number = ((last - first).max(0.0) as usize).min(60);
    (0..=number)
        .map(|index| (first + index as f64) * step)
        .filter(|value| *value <= high + step * 1e-6)
        .map(|value| (value, format.text(value)))
        .collect()
}

/// The next of 1, 2, 2.5, 5 times a power of ten.
fn round_step(rough: f64) -> f64 {
    if !(rough > 0.0 && rough.is_finite()) {
        return 1.0;
    }
    let power = 10f64.powf(rough.log10().floor());
    let factor = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|f| f * power >= rough * 0.999).unwrap_or(10.0);
    factor * power
}

/// Steps of the calendar: parts of a year, then years.
fn period_step(span: f64, year: u32, wanted: usize) -> f64 {
    let parts: &[u32] = match year {
        52 => &[1, 2, 4, 13, 26, 52],
        12 => &[1, 2, 3, 6, 12],
        4 => &[1, 2, 4],
        _ => &[1],
    };
    let rough = span / wanted.max(1) as f64;
    let part = parts.iter().map(|p| f64::from(*p)).find(|p| *p >= rough);
    part.unwrap_or_else(|| {
        let year = parts.last().map_or(1.0, |p| f64::from(*p));
        (round_step(rough / year) * year).round().max(1.0)
    })
}

/// Periods in a year, by the name of one.
pub(super) fn periods_per_year(name: &str) -> u32 {
    match name {
        "week" => 52,
        "month" => 12,
        "quarter" => 4,
        _ => 1,
    }
}

/// A rectangle with two axes.
pub(super) struct Panel<'a> {
    /// Where rows are drawn.
    pub inner: Bounds,
    plot: DrawingArea<SVGBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
    low: Point,
    high: Point,
}

impl<'a> Panel<'a> {
    /// Lays a panel into `outer` with grid, tick texts and titles; `left` widens the room for vertical tick texts so that panels
    /// below each other align, `strip` is room for marks above.
    pub(super) fn new(
        board: &Board<'a>,
        outer: Bounds,
        x: &Axis,
        y: &Axis,
        left: f64,
        strip: f64,
    ) -> Result<Self, ChartError> {
        let head = strip + if y.title.is_empty() { 0.0 } else { AXIS_TITLE.leading() + 18.0 };
        let foot = if x.speaks() { TICK.leading() + 16.0 } else { 20.0 };
        let foot = foot + if x.title.is_empty() { 0.0 } else { AXIS_TITLE.leading() + 8.0 };
        let inner = Bounds {
            left: outer.left + left.max(Self::room_for(y)),
            top: outer.top + head,
            right: outer.right,
            bottom: outer.bottom - foot,
        };
        let pixels = (
            (inner.left.round() as i32)..(inner.right.round() as i32),
            (inner.bottom.round() as i32)..(inner.top.round() as i32),
        );
        let plot = board.surface().apply_coord_spec(Cartesian2d::new(x.low..x.high, y.low..y.high, pixels));
        let panel = Self { inner, plot, low: (x.low, y.low), high: (x.high, y.high) };
        panel.vertical_axis(board, outer, y)?;
        panel.horizontal_axis(board, outer, x)?;
        Ok(panel)
    }

    /// Room that the tick texts of a vertical axis need.
    pub(super) fn room_for(y: &Axis) -> f64 {
        y.widest() + 22.0
    }

    /// The point of the board for a row's values, kept inside the panel.
    pub(super) fn at(&self, x: f64, y: f64) -> Point {
        let x = x.clamp(self.low.0, self.high.0);
        let y = y.clamp(self.low.1, self.high.1);
        let (across, down) = self.plot.map_coordinate(&(x, y));
        (f64::from(across), f64::from(down))
    }

    /// Whether a horizontal value lies within the panel.
    pub(super) fn holds_x(&self, x: f64) -> bool {
        x >= self.low.0 && x <= self.high.0
    }

    /// Whether a vertical value lies within the panel.
    pub(super) fn holds_y(&self, y: f64) -> bool {
        y >= self.low.1 && y <= self.high.1
    }

    /// The horizontal line at `y`, stressed: zero where signs matter.
    pub(super) fn level(&self, board: &Board<'_>, y: f64) -> Result<(), ChartError> {
        if !self.holds_y(y) {
            return Ok(());
        }
        board.line(&[self.at(self.low.0, y), self.at(self.high.0, y)], AXIS, 4)
    }

    /// Upright grid lines at the ticks of `x`, zero stressed.
    pub(super) fn uprights(&self, board: &Board<'_>, x: &Axis) -> Result<(), ChartError> {
        self.uprights_within(board, x, self.inner)
    }

    /// The same between two heights of the board.
    pub(super) fn uprights_within(&self, board: &Board<'_>, x: &Axis, part: Bounds) -> Result<(), ChartError> {
        let line = |value: f64, colour, stroke| {
            let across = self.at(value, self.low.1).0;
            board.line(&[(across, part.top), (across, part.bottom)], colour, stroke)
        };
        for (value, _) in &x.ticks {
            line(*value, GRID, 2)?;
        }
        if self.holds_x(0.0) { line(0.0, AXIS, 4) } else { Ok(()) }
    }

    fn vertical_axis(&self, board: &Board<'_>, outer: Bounds, y: &Axis) -> Result<(), ChartError> {
        let mut free = f64::INFINITY;
        for (value, text) in &y.ticks {
            let (left, down) = self.at(self.low.0, *value);
            board.line(&[(left, down), (self.inner.right, down)], GRID, 2)?;
            if down + TICK.size * 0.6 <= free {
                board.text_at_mid(text, (left - 18.0, down), &TICK, Align::Right)?;
                free = down - TICK.size * 0.6;
            }
        }
        let title = shorten(&y.title, outer.width(), &AXIS_TITLE);
        board.text(&title, (outer.left, outer.top + AXIS_TITLE.size * 0.8), &AXIS_TITLE, Align::Left)
    }

    fn horizontal_axis(&self, board: &Board<'_>, outer: Bounds, x: &Axis) -> Result<(), ChartError> {
        let bottom = self.inner.bottom;
        board.line(&[(self.inner.left, bottom), (self.inner.right, bottom)], AXIS, 2)?;
        let baseline = bottom + 14.0 + TICK.size;
        let mut free = 0.0;
        for (value, text) in &x.ticks {
            let across = self.at(*value, self.low.1).0;
            board.line(&[(across, bottom), (across, bottom + 12.0)], AXIS, 2)?;
            let wide = width(text, &TICK);
            let left = (across - wide / 2.0).min(board.width() - 30.0 - wide).max(30.0);
            if left >= free {
                board.text(text, (left, baseline), &TICK, Align::Left)?;
                free = left + wide + 24.0;
            }
        }
        let title = shorten(&x.title, outer.width(), &AXIS_TITLE);
        let middle = (self.inner.left + self.inner.right) / 2.0;
        let half = width(&title, &AXIS_TITLE) / 2.0;
        let middle = middle.max(outer.left + half).min(outer.right.max(outer.left + 2.0 * half) - half);
        board.text(&title, (middle, baseline + AXIS_TITLE.leading() + 6.0), &AXIS_TITLE, Align::Middle)
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{Language, Locale};
    use crate::output::chart::axis::{Axis, Measure, span, ticks};

    fn texts(low: f64, high: f64, measure: Measure, wanted: usize) -> Vec<String> {
        ticks(Locale::of(Language::English), low, high, measure, wanted).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn ticks_are_round_and_lie_inside() {
        assert_eq!(texts(-80e3, 310e3, Measure::Number, 5), ["0", "100 k", "200 k", "300 k"]);
        assert_eq!(texts(0.0, 1.0, Measure::Share, 5), ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]);
        for (low, high) in [(-1e12, 3e12), (0.0, 1e-7), (-5.0, -4.9), (1e15, 1e15 + 40.0)] {
            let made = ticks(Locale::of(Language::English), low, high, Measure::Number, 6);
            assert!(made.len() >= 2 && made.len() <= 13, "{low} {high} {}", made.len());
            assert!(
                made.iter()
                    .all(|(value, _)| *value >= low - 1e-6 * (high - low) && *value <= high + 1e-6 * (high - low))
            );
        }
    }

    #[test]
    fn periods_step_by_parts_of_the_year() {
        assert_eq!(texts(0.0, 36.0, Measure::Period(12), 8), ["0", "6", "12", "18", "24", "30", "36"]);
        assert_eq!(texts(0.0, 104.0, Measure::Period(52), 8), ["0", "13", "26", "39", "52", "65", "78", "91", "104"]);
        assert_eq!(texts(1.0, 10_000.0, Measure::Period(12), 8).len(), 4);
    }

    #[test]
    fn equal_and_missing_values_still_make_a_range() {
        assert_eq!(span([0.0, 0.0]), (-1.0, 1.0));
        assert_eq!(span([f64::NAN, f64::INFINITY]), (0.0, 1.0));
        let (low, high) = span([1e12, 1e12]);
        assert!(low < 1e12 && high > 1e12);
        let axis = Axis::over(Locale::of(Language::English), [5.0, 5.0], 0.05, Measure::Number, 5, "x");
        assert!(axis.high > axis.low && !axis.ticks.is_empty());
    }
}
