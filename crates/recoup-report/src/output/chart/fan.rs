//! Active customers over time: does a strategy keep more of them, and how sure is that?

use crate::analysis::view::{ActiveFan, ChartFrame};
use crate::language::say;
use crate::output::chart::axis::{Axis, Measure};
use crate::output::chart::board::{Heading, compose};
use crate::output::chart::lines::{
    Lines, Series, choose_bands, foremost, heights, keep_foremost, time_axis, with_left_out,
};
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameWords;

const NAME: &str = "active-customers";

/// Draws all strategies on one chart, the reference among them.
pub fn draw(frame: &ChartFrame, data: &[ActiveFan]) -> Result<Chart, ChartError> {
    let words = frame.words();
    let mut series = Vec::new();
    for fan in data {
        let points = fan.points.iter().map(|(period, band)| (f64::from(*period), *band));
        let Some(mut line) = Series::new(frame, &fan.strategy, points) else { continue };
        let last = line.last();
        line.value = words.people_with_interval(last.mean, last.p05, last.p95);
        series.push(line);
    }
    let reference = series.iter().find(|line| line.name == frame.reference()).cloned();
    let left_out = keep_foremost(&mut series);
    let best = foremost(&series, |line| line.last().mean).cloned().ok_or(ChartError::Empty { chart: NAME })?;
    let title = finding(frame, &best, reference.as_ref(), series.len());

    let bands = choose_bands(words, &mut series, &best.name);
    let subtitle = say!(words, "chart-fan-subtitle", period = &frame.period_name, bands = bands);
    let subtitle = with_left_out(words, subtitle, left_out);
    let x = time_axis(frame, &series);
    let y = Axis::over(words, heights(&series), 0.05, Measure::Number, 6, say!(words, "chart-fan-axis"));
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        Lines { series: &series, x: &x, y: &y, marks: &[], left: 0.0 }.draw(board, area).map(|_| ())
    })
}

/// The title: who keeps most, against the reference; differences under a thousandth are none.
fn finding(frame: &ChartFrame, best: &Series, reference: Option<&Series>, number: usize) -> String {
    let words = frame.words();
    let name = quoted(words, &best.name, 60);
    let end = best.last().mean;
    let people = words.people(end);
    let when = frame.period(best.points.last().map_or(0.0, |(x, _)| *x));
    match reference {
        Some(line) if line.name != best.name => {
            let more = end - line.last().mean;
            if more <= line.last().mean.abs() * 1e-3 {
                return say!(words, "chart-fan-alike", when = when, people = people);
            }
            let than = quoted(words, &line.name, 40);
            say!(words, "chart-fan-more", name = name, people = words.people(more), reference = than, when = when)
        }
        Some(_) if number > 1 => say!(words, "chart-fan-most", when = when, name = name, people = people),
        _ => say!(words, "chart-fan-alone", name = name, when = when, people = people),
    }
}
