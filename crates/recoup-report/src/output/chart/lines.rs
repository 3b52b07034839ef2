//! Lines over time or over a lever: means with bands, labelled at their ends.

use crate::analysis::view::ChartFrame;
use crate::language::{Locale, tr};
use crate::output::chart::ChartError;
use crate::output::chart::axis::{Axis, Measure, Panel, drawable, periods_per_year};
use crate::output::chart::board::{Board, Bounds, Point};
use crate::output::chart::clean::clean;
use crate::output::chart::label::{EndLabel, LabelColumn};
use crate::output::chart::mark::{self, Mark, strip};
use crate::output::chart::style::{MOST_SERIES, strategy_stroke};
use crate::output::frame::FrameLocale;
use crate::stats::band::Band;

/// Share of the width that labels take at most.
fn most_labels(board: &Board<'_>) -> f64 {
    if board.is_portrait() { 0.38 } else { 0.33 }
}

/// Between the upright intervals of a single period.
const BESIDE: f64 = 90.0;

/// Points beyond which a line is thinned: more than two a pixel tell nothing.
const MOST_POINTS: usize = 1_200;

/// One line.
#[derive(Debug, Clone)]
pub(super) struct Series {
    /// Strategy.
    pub name: String,
    /// Its place in the study.
    pub place: usize,
    /// Horizontal value and band, rising.
    pub points: Vec<(f64, Band)>,
    /// What it comes to, for its label.
    pub value: String,
    /// Whether its band is shown.
    pub band: bool,
    /// Horizontal values at which a dot is set on the mean.
    pub dots: Vec<f64>,
}

impl Series {
    /// A line over the drawable points among `points`; none when there are none.
    pub(super) fn new(frame: &ChartFrame, name: &str, points: impl IntoIterator<Item = (f64, Band)>) -> Option<Self> {
        let mut points: Vec<(f64, Band)> = points
            .into_iter()
            .filter(|(x, band)| drawable(*x) && [band.mean, band.p05, band.p50, band.p95].into_iter().all(drawable))
            .collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        if points.is_empty() {
            return None;
        }
        let place = frame.place(name);
        Some(Self { name: name.to_owned(), place, points, value: String::new(), band: false, dots: Vec::new() })
    }

    /// The last band.
    pub(super) fn last(&self) -> Band {
        self.points.last().map_or(Band::exact(0.0), |(_, band)| *band)
    }

    /// Where it ends, across.
    fn end(&self) -> f64 {
        self.points.last().map_or(0.0, |(x, _)| *x)
    }

    /// The mean at `x`, on the straight line between its neighbours.
    pub(super) fn mean_at(&self, x: f64) -> f64 {
        self.band_at(x).mean
    }

    /// The band at `x`, on straight lines between its neighbours.
    pub(super) fn band_at(&self, x: f64) -> Band {
        let after = self.points.partition_point(|(at, _)| *at < x);
        match (after.checked_sub(1).and_then(|i| self.points.get(i)), self.points.get(after)) {
            (Some((from, a)), Some((to, b))) => {
                let between = |a: f64, b: f64| a + (b - a) * ((x - from) / (to - from));
                Band {
                    mean: between(a.mean, b.mean),
                    p05: between(a.p05, b.p05),
                    p50: between(a.p50, b.p50),
                    p95: between(a.p95, b.p95),
                }
            }
            (Some((_, only)), None) | (None, Some((_, only))) => *only,
            (None, None) => Band::exact(0.0),
        }
    }

    fn thinned(&self) -> Vec<(f64, Band)> {
        let stride = self.points.len().div_ceil(MOST_POINTS).max(1);
        let last = self.points.len().saturating_sub(1);
        self.points.iter().enumerate().filter(|(i, _)| i % stride == 0 || *i == last).map(|(_, point)| *point).collect()
    }
}

/// Keeps the series with the highest last means where there are too many, in their order; tells how many were left out.
pub(super) fn keep_foremost(series: &mut Vec<Series>) -> usize {
    let left_out = series.len().saturating_sub(MOST_SERIES);
    if left_out > 0 {
        let mut ends: Vec<f64> = series.iter().map(|s| s.last().mean).collect();
        ends.sort_by(|a, b| b.total_cmp(a));
        let least = ends[MOST_SERIES - 1];
        let mut free = MOST_SERIES;
        series.retain(|s| {
            let kept = s.last().mean >= least && free > 0;
            free -= usize::from(kept);
            kept
        });
    }
    left_out
}

/// The first series whose `height` no other exceeds.
pub(super) fn foremost(series: &[Series], height: impl Fn(&Series) -> f64) -> Option<&Series> {
    series.iter().reduce(|best, line| if height(line) > height(best) { line } else { best })
}

/// Shows the bands of `best` and of the runner-up by their last means, for more lie over each other; returns what the subtitle says of
/// them.
pub(super) fn choose_bands(locale: &Locale, series: &mut [Series], best: &str, reference: &str) -> String {
    let rivals = series.iter().filter(|line| line.name != best && line.name != reference);
    let next = rivals.reduce(|next, line| if line.last().mean > next.last().mean { line } else { next });
    let shown: Vec<String> = [best.to_owned()].into_iter().chain(next.map(|next| next.name.clone())).collect();
    for line in series.iter_mut() {
        line.band = shown.contains(&line.name);
    }
    let kind = match series.iter().filter(|line| line.name != reference).count() {
        _ if series.iter().all(|line| line.points.len() == 1) => "single",
        0..=2 => "few",
        _ => "many",
    };
    tr!(locale, "chart-bands", kind = kind)
}

/// A title, with what is to be added where a gain on average may be a loss.
pub(super) fn with_caveat(locale: &Locale, title: String, band: Band) -> String {
    if band.mean > 0.0 && band.p05 < 0.0 {
        tr!(locale, "chart-caveat", text = title, low = locale.signed(band.p05))
    } else {
        title
    }
}

/// A subtitle, with how many strategies the chart leaves out.
pub(super) fn with_left_out(locale: &Locale, subtitle: String, left_out: usize) -> String {
    match left_out {
        0 => subtitle,
        _ => tr!(locale, "chart-more-strategies", text = subtitle, number = left_out),
    }
}

/// The axis of periods under series over time.
pub(super) fn time_axis(frame: &ChartFrame, series: &[Series]) -> Axis {
    let locale = frame.locale();
    let times = series.iter().flat_map(|line| line.points.iter().map(|(x, _)| *x));
    let measure = Measure::Period(periods_per_year(&frame.period_name));
    Axis::over(locale, times, 0.0, measure, 9, tr!(locale, "period-name", period = &frame.period_name))
}

/// All vertical values that the series will draw.
pub(super) fn heights(series: &[Series]) -> impl Iterator<Item = f64> + '_ {
    series.iter().flat_map(|line| {
        line.points.iter().flat_map(|(_, band)| {
            let shown = if line.band || line.points.len() == 1 { [band.p05, band.p95] } else { [band.mean; 2] };
            [shown[0], band.mean, shown[1]]
        })
    })
}

/// A panel of lines to be.
pub(super) struct Lines<'s> {
    /// The lines.
    pub series: &'s [Series],
    /// Horizontal axis.
    pub x: &'s Axis,
    /// Vertical axis.
    pub y: &'s Axis,
    /// Marks on the horizontal axis.
    pub marks: &'s [Mark],
    /// Least room for vertical tick texts, so that panels below each other align.
    pub left: f64,
}

impl Lines<'_> {
    /// Draws all in `area`, each line labelled at its end: at the panel's right edge where it ends there, inside where it
    /// ends before and the label has room; returns the panel.
    pub(super) fn draw<'a>(&self, board: &Board<'a>, area: Bounds) -> Result<Panel<'a>, ChartError> {
        self.draw_beside(board, area, 0.0)
    }

    /// Room that the labels of the lines take at the right of `area`.
    pub(super) fn labels(&self, board: &Board<'_>, area: Bounds) -> f64 {
        let labels: Vec<EndLabel> = self.series.iter().map(|line| label(line, (0.0, 0.0))).collect();
        LabelColumn::fit(&labels, area.width() * most_labels(board), area.height() - strip(self.marks) - 120.0).width()
    }

    /// Draws the lines alone, with so much room beside them: a panel above names them in the same colours.
    pub(super) fn draw_unnamed<'a>(
        &self,
        board: &Board<'a>,
        area: Bounds,
        beside: f64,
    ) -> Result<Panel<'a>, ChartError> {
        let bounds = Bounds { right: area.right - beside, ..area };
        let panel = Panel::new(board, bounds, self.x, self.y, self.left, 0.0)?;
        self.strokes(board, &panel)?;
        Ok(panel)
    }

    fn strokes(&self, board: &Board<'_>, panel: &Panel<'_>) -> Result<(), ChartError> {
        for (index, line) in self.series.iter().enumerate() {
            let aside = (index as f64 - (self.series.len() as f64 - 1.0) / 2.0) * BESIDE;
            stroke(board, panel, line, aside)?;
        }
        Ok(())
    }

    /// [`Lines::draw`] with at least so much room for labels, so that panels below each other align.
    pub(super) fn draw_beside<'a>(&self, board: &Board<'a>, area: Bounds, least: f64) -> Result<Panel<'a>, ChartError> {
        let strip = strip(self.marks);
        let room = area.width() * most_labels(board);
        let left = Panel::room_for(self.y).max(self.left);
        let fit = |ends: &[EndLabel]| LabelColumn::fit(ends, room, area.height() - strip - 120.0);
        // The labels' width decides where the panel ends, and so where the labels stand: they are fitted once for each.
        let edge = |lines: &[&Series]| {
            let ends: Vec<EndLabel> = lines.iter().map(|line| label(line, (0.0, 0.0))).collect();
            (area.right - fit(&ends).width().max(least)).max(area.left + left + 200.0)
        };
        let all: Vec<&Series> = self.series.iter().collect();
        let narrowest = edge(&all);
        let (inside, beside): (Vec<&Series>, Vec<&Series>) = all.into_iter().partition(|line| {
            let along = (line.end() - self.x.low) / (self.x.high - self.x.low);
            let end = area.left + left + along * (narrowest - area.left - left);
            line.points.len() > 1 && end + fit(&[label(line, (0.0, 0.0))]).width() < narrowest
        });
        let bounds = Bounds { right: edge(&beside), ..area };
        let panel = Panel::new(board, bounds, self.x, self.y, self.left, strip)?;
        for line in self.series.iter().filter(|line| line.band) {
            band(board, &panel, line)?;
        }
        if self.y.low < 0.0 && self.y.high > 0.0 {
            panel.level(board, 0.0)?;
        }
        mark::draw(board, &panel, self.marks)?;
        self.strokes(board, &panel)?;
        let ends = |lines: &[&Series]| {
            let at = |line: &Series| {
                panel.at(if line.points.len() > 1 { line.end() } else { self.x.high }, line.last().mean)
            };
            fit(&lines.iter().map(|line| label(line, at(line))).collect::<Vec<_>>())
        };
        ends(&beside).draw(board, panel.inner)?;
        ends(&inside).draw_inside(board, panel.inner)?;
        Ok(panel)
    }
}

/// The label of a line that ends at a point of the board.
fn label(line: &Series, at: Point) -> EndLabel {
    EndLabel { at, name: clean(&line.name), value: line.value.clone(), colour: strategy_stroke(line.place).0 }
}

fn band(board: &Board<'_>, panel: &Panel<'_>, line: &Series) -> Result<(), ChartError> {
    let points = line.thinned();
    let upper = points.iter().map(|(x, band)| panel.at(*x, band.p95));
    let lower = points.iter().rev().map(|(x, band)| panel.at(*x, band.p05));
    let outline: Vec<Point> = upper.chain(lower).collect();
    board.polygon(&outline, strategy_stroke(line.place).0, 0.14)
}

/// A line on its mean; a single period has none: its interval stands upright, moved `aside` so that all can be seen.
fn stroke(board: &Board<'_>, panel: &Panel<'_>, line: &Series, aside: f64) -> Result<(), ChartError> {
    let (colour, dashed) = strategy_stroke(line.place);
    let points: Vec<Point> = line.thinned().iter().map(|(x, band)| panel.at(*x, band.mean)).collect();
    match line.points.as_slice() {
        [(x, only)] => {
            let beside = |level: f64| (panel.at(*x, level).0 + aside, panel.at(*x, level).1);
            board.line(&[beside(only.p05), beside(only.p95)], colour, 6)?;
            return board.dot(beside(only.mean), 14.0, colour);
        }
        _ if dashed => board.dashes(&points, colour, 7)?,
        _ => board.line(&points, colour, 7)?,
    }
    for x in line.dots.iter().filter(|x| panel.holds_x(**x)) {
        board.dot(panel.at(*x, line.mean_at(*x)), 13.0, colour)?;
    }
    Ok(())
}
