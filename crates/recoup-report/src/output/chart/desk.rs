//! The desk over time: can its positions do the work, and is anybody answered in time?

use crate::analysis::view::{ChartFrame, DeskOverTime};
use crate::language::tr;
use crate::output::chart::axis::{Axis, Measure, Panel};
use crate::output::chart::board::{Board, Bounds, Heading, compose};
use crate::output::chart::lines::{Lines, Series, keep_foremost, time_axis, with_left_out};
use crate::output::chart::style::QUIET;
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;
use crate::stats::band::Band;

const NAME: &str = "desk";
/// Most lines that are named below too.
const MOST_NAMED: usize = 6;

/// Draws utilisation above and the share answered in time below, one line a strategy with a desk; `best` has the highest mean
/// NPV, which the title speaks of.
pub fn draw(frame: &ChartFrame, data: &[DeskOverTime], best: &str) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let line = |desk: &DeskOverTime, part: fn(&crate::analysis::view::DeskPeriod) -> f64| {
        let points = desk.points.iter().map(|point| (f64::from(point.period), Band::exact(part(point))));
        Series::new(frame, &desk.strategy, points)
    };
    let (mut loads, mut answered) = (Vec::new(), Vec::new());
    for desk in data {
        let (Some(mut load), Some(mut in_time)) = (line(desk, |p| p.utilisation), line(desk, |p| p.in_time)) else {
            continue;
        };
        load.value = tr!(locale, "chart-desk-at-most", share = locale.share_whole(desk.greatest_utilisation()));
        in_time.value = tr!(locale, "chart-desk-on-average", share = locale.share_whole(desk.in_time));
        loads.push(load);
        answered.push(in_time);
    }
    if loads.is_empty() {
        return Err(ChartError::Empty { chart: NAME });
    }
    let left_out = keep_foremost(&mut loads);
    answered.retain(|line| loads.iter().any(|load| load.name == line.name));
    let title = finding(frame, data, best);
    let subtitle = with_left_out(locale, tr!(locale, "chart-desk-subtitle"), left_out);
    let x = time_axis(frame, &loads);
    let bare = x.bare();
    let heights = |lines: &[Series]| {
        lines.iter().flat_map(|line| line.points.iter().map(|(_, band)| band.mean)).collect::<Vec<f64>>()
    };
    let full = heights(&loads).into_iter().chain([0.0, 1.0]);
    let up = Axis::over(locale, full, 0.03, Measure::Share, 5, tr!(locale, "chart-desk-utilisation"));
    let down = Axis::over(locale, [0.0, 1.0], 0.03, Measure::Share, 4, tr!(locale, "desk-in-time"));
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        let left = Panel::room_for(&up).max(Panel::room_for(&down));
        let parting = area.top + area.height() * 0.54;
        let upper = Bounds { bottom: parting, ..area };
        let lower = Bounds { top: parting + 26.0, ..area };
        let above = Lines { series: &loads, x: &bare, y: &up, marks: &[], left };
        let below = Lines { series: &answered, x: &x, y: &down, marks: &[], left };
        let is_named = answered.len() <= MOST_NAMED;
        let labels = above.labels(board, upper).max(if is_named { below.labels(board, lower) } else { 0.0 });
        let panel = above.draw_beside(board, upper, labels)?;
        limit(board, &panel)?;
        match is_named {
            true => below.draw_beside(board, lower, labels).map(|_| ()),
            false => below.draw_unnamed(board, lower, area.right - panel.inner.right).map(|_| ()),
        }
    })
}

/// The line at which the positions have no reserve.
fn limit(board: &Board<'_>, panel: &Panel<'_>) -> Result<(), ChartError> {
    let at = panel.at(0.0, 1.0).1;
    board.dashes(&[(panel.inner.left, at), (panel.inner.right, at)], QUIET, 4)
}

/// The title: how the desk of the best strategy fares, and which other desk has more work than it can do.
fn finding(frame: &ChartFrame, data: &[DeskOverTime], best: &str) -> String {
    let locale = frame.locale();
    let name = |desk: &DeskOverTime| quoted(locale, &desk.strategy, 40);
    let worst = data.iter().reduce(|a, b| if b.overloaded() > a.overloaded() { b } else { a });
    let shown = data.iter().find(|desk| desk.strategy == best).or(worst);
    let (Some(shown), Some(worst)) = (shown, worst) else { return String::new() };
    let periods = frame.horizon();
    if shown.overloaded() > 0 {
        return tr!(locale, "chart-desk-over", name = name(shown), over = shown.overloaded(), periods = periods);
    }
    let text = tr!(
        locale,
        "chart-desk-busy",
        name = name(shown),
        utilisation = locale.share_whole(shown.greatest_utilisation()),
        in_time = locale.share_whole(shown.in_time),
    );
    if worst.overloaded() == 0 {
        return text;
    }
    tr!(locale, "chart-desk-other", text = text, name = name(worst), over = worst.overloaded(), periods = periods)
}
