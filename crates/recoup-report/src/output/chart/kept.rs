//! Customers kept against the reference over time: drawn in place of active customers where every leaver is replaced, so that their
//! number hardly differs.

use crate::analysis::view::{ChartFrame, KeptCustomers};
use crate::language::tr;
use crate::output::chart::axis::{Axis, Measure};
use crate::output::chart::board::{Heading, compose};
use crate::output::chart::lines::{Lines, Series, foremost, heights, keep_foremost, time_axis, with_left_out};
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;
use crate::stats::band::Band;

const NAME: &str = "customers-kept";

/// Draws all strategies but the reference, which is the zero line.
pub fn draw(frame: &ChartFrame, data: &[KeptCustomers]) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let mut series = Vec::new();
    for kept in data {
        // Every line starts at the start.
        let start = (0.0, Band::exact(0.0));
        let points = kept.points.iter().map(|(period, mean)| (f64::from(*period), Band::exact(*mean)));
        let Some(mut line) = Series::new(frame, &kept.strategy, [start].into_iter().chain(points)) else { continue };
        let total = kept.total;
        line.value = locale.people_with_interval(total.mean, total.p05, total.p95);
        series.push(line);
    }
    let left_out = keep_foremost(&mut series);
    let best = foremost(&series, |line| line.last().mean).cloned().ok_or(ChartError::Empty { chart: NAME })?;
    let reference = quoted(locale, frame.reference(), 40);
    let when = frame.period(best.points.last().map_or(0.0, |(x, _)| *x));
    let kept = best.last().mean;
    let title = match kept > 0.0 {
        true => {
            let (name, people) = (quoted(locale, &best.name, 60), locale.people(kept));
            tr!(locale, "chart-kept-most", name = name, people = people, reference = reference.clone(), when = when)
        }
        false => tr!(locale, "chart-kept-none", reference = reference.clone(), when = when),
    };
    let subtitle = tr!(locale, "chart-kept-subtitle", reference = reference);
    let subtitle = with_left_out(locale, subtitle, left_out);
    let x = time_axis(frame, &series);
    let levels = heights(&series).chain([0.0]);
    let y = Axis::over(locale, levels, 0.05, Measure::Number, 6, tr!(locale, "chart-kept-axis"));
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        Lines { series: &series, x: &x, y: &y, marks: &[], left: 0.0 }.draw(board, area).map(|_| ())
    })
}
