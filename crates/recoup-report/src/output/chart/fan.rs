//! Active customers over time: does a strategy keep more of them, and how sure is that?

use crate::analysis::view::{ActiveFan, ChartFrame};
use crate::language::tr;
use crate::output::chart::axis::{Axis, Measure};
use crate::output::chart::board::{Heading, compose};
use crate::output::chart::lines::{
    Lines, Series, choose_bands, foremost, heights, keep_foremost, time_axis, with_left_out,
};
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;

const NAME: &str = "active-customers";

/// Draws all strategies on one chart, the reference among them.
pub fn draw(frame: &ChartFrame, data: &[ActiveFan]) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let mut series = Vec::new();
    for fan in data {
        let points = fan.points.iter().map(|(period, band)| (f64::from(*period), *band));
        let Some(mut line) = Series::new(frame, &fan.strategy, points) else { continue };
        let last = line.last();
        line.value = locale.people_with_interval(last.mean, last.p05, last.p95);
        series.push(line);
    }
    let reference = series.iter().find(|line| line.name == frame.reference()).cloned();
    let left_out = keep_foremost(&mut series);
    let best = foremost(&series, |line| line.last().mean).cloned().ok_or(ChartError::Empty { chart: NAME })?;
    let title = finding(frame, &best, reference.as_ref(), series.len());

    let bands = choose_bands(locale, &mut series, &best.name, frame.reference());
    let subtitle = tr!(locale, "chart-fan-subtitle", period = &frame.period_name, bands = bands);
    let subtitle = with_left_out(locale, subtitle, left_out);
    let x = time_axis(frame, &series);
    let y =
        Axis::over(locale, at_least_wide(heights(&series)), 0.05, Measure::Number, 6, tr!(locale, "chart-fan-axis"));
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        Lines { series: &series, x: &x, y: &y, marks: &[], left: 0.0 }.draw(board, area).map(|_| ())
    })
}

/// Least span of the axis, as a share of the level: below lies noise.
const LEAST_SPAN: f64 = 1e-3;

/// The ends of the values, no closer to each other than [`LEAST_SPAN`].
fn at_least_wide(values: impl Iterator<Item = f64>) -> [f64; 2] {
    let (low, high) =
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let slack = (0.5 * (LEAST_SPAN * high.abs() - (high - low))).max(0.0);
    [low - slack, high + slack]
}

/// The title: who keeps most, against the reference; differences under a thousandth are none.
fn finding(frame: &ChartFrame, best: &Series, reference: Option<&Series>, number: usize) -> String {
    let locale = frame.locale();
    let name = quoted(locale, &best.name, 60);
    let end = best.last().mean;
    let people = locale.people(end);
    let when = frame.period(best.points.last().map_or(0.0, |(x, _)| *x));
    match reference {
        Some(line) if line.name != best.name => {
            let more = end - line.last().mean;
            if more <= line.last().mean.abs() * 1e-3 {
                return tr!(locale, "chart-fan-alike", when = when, people = people);
            }
            let than = quoted(locale, &line.name, 40);
            tr!(locale, "chart-fan-more", name = name, people = locale.people(more), reference = than, when = when)
        }
        Some(_) if number > 1 => tr!(locale, "chart-fan-most", when = when, name = name, people = people),
        _ => tr!(locale, "chart-fan-alone", name = name, when = when, people = people),
    }
}

#[cfg(test)]
mod tests {
    use crate::output::chart::fan::at_least_wide;

    #[test]
    fn the_axis_does_not_magnify_noise() {
        let [low, high] = at_least_wide([2_000_000.00, 2_000_000.06].into_iter());
        assert!((high - low - 2_000.0).abs() < 1.0 && low < 2_000_000.0, "{low} {high}");
        assert_eq!(at_least_wide([1_000.0, 2_000.0].into_iter()), [1_000.0, 2_000.0]);
    }
}
