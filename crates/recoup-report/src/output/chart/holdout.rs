//! The last year of a firm's data, predicted from the time before: intervals by month, and what happened.

use recoup_fit::holdout::{Holdout, Predicted, Series};

use crate::analysis::view::ChartFrame;
use crate::language::tr;
use crate::output::chart::axis::{Axis, Measure, Panel};
use crate::output::chart::board::{Board, Bounds, Heading, Point, compose};
use crate::output::chart::style::{BLUE, INK, VERMILLION};
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;

const NAME: &str = "holdout";

/// Draws complaints, and leavers (or contacts) where they are known.
pub fn draw(frame: &ChartFrame, data: &Holdout) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let other = data.leavers.as_ref().map(|series| ("leavers", series));
    let other = other.or(data.contacts.as_ref().map(|series| ("contacts", series)));
    let mut panels = vec![("complaints", &data.complaints)];
    panels.extend(other);
    let inside: usize = panels.iter().map(|(_, series)| series.months.iter().filter(|m| m.is_inside()).count()).sum();
    let all: usize = panels.iter().map(|(_, series)| series.months.len()).sum();
    if all == 0 {
        return Err(ChartError::Empty { chart: NAME });
    }
    let title = tr!(locale, "chart-holdout-title", inside = inside as u64, all = all as u64);
    let subtitle = tr!(locale, "chart-holdout-subtitle");
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        let axis = |(what, series): &(&str, &Series)| {
            let name = tr!(locale, "chart-holdout-axis", what = *what);
            Axis::over(locale, heights(series), 0.05, Measure::Number, 4, name)
        };
        let axes: Vec<Axis> = panels.iter().map(axis).collect();
        let left = axes.iter().map(Panel::room_for).fold(0.0, f64::max);
        let height = area.height() / panels.len() as f64;
        let months = panels[0].1.months.len();
        let ticks = (0..months).map(|month| (month as f64, (month + 1).to_string())).collect();
        let x = Axis::ticked(-0.6, months as f64 - 0.4, ticks, tr!(locale, "chart-holdout-month"));
        for (i, ((_, series), y)) in panels.iter().zip(&axes).enumerate() {
            let top = area.top + i as f64 * height;
            let bounds = Bounds { top, bottom: top + height - if i + 1 < panels.len() { 20.0 } else { 0.0 }, ..area };
            let x = if i + 1 < panels.len() { x.bare() } else { x.clone() };
            months_of(board, &Panel::new(board, bounds, &x, y, left, 0.0)?, series)?;
        }
        Ok(())
    })
}

fn heights(series: &Series) -> Vec<f64> {
    series.months.iter().flat_map(|month| [month.low, month.high, month.observed]).chain([0.0]).collect()
}

/// Intervals as bars, the mean as a line, what happened as dots: marked where they lie outside.
fn months_of(board: &Board<'_>, panel: &Panel<'_>, series: &Series) -> Result<(), ChartError> {
    for (i, month) in series.months.iter().enumerate() {
        let x = i as f64;
        let (top, bottom): (Point, Point) = (panel.at(x - 0.3, month.high), panel.at(x + 0.3, month.low));
        board.rectangle(Bounds { left: top.0, top: top.1, right: bottom.0, bottom: bottom.1 }, BLUE, 0.25)?;
        board.line(&[panel.at(x - 0.3, month.expected), panel.at(x + 0.3, month.expected)], BLUE, 6)?;
    }
    for (i, month) in series.months.iter().enumerate() {
        board.dot(panel.at(i as f64, month.observed), 15.0, colour(month))?;
    }
    Ok(())
}

fn colour(month: &Predicted) -> plotters::style::RGBColor {
    if month.is_inside() { INK } else { VERMILLION }
}
