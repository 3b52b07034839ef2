//! Active customers over time: does a strategy keep more of them, and how sure is that?

use crate::analysis::view::{ActiveFan, ChartFrame};
use crate::output::chart::axis::{Axis, Measure, periods_per_year};
use crate::output::chart::board::{Words, compose};
use crate::output::chart::lines::{Lines, Series, choose_bands, foremost, heights, keep_foremost};
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::format::{count, people, people_with_interval};

const NAME: &str = "active-customers";

/// Draws all strategies on one chart, the reference among them.
pub fn draw(frame: &ChartFrame, data: &[ActiveFan]) -> Result<Chart, ChartError> {
    let mut series = Vec::new();
    for fan in data {
        let points = fan.points.iter().map(|(period, band)| (f64::from(*period), *band));
        let Some(mut line) = Series::new(frame, &fan.strategy, points) else { continue };
        let last = line.last();
        line.value = people_with_interval(last.mean, last.p05, last.p95);
        series.push(line);
    }
    let reference = series.iter().find(|line| line.name == frame.reference()).cloned();
    let left_out = keep_foremost(&mut series);
    let best = foremost(&series, |line| line.last().mean).cloned().ok_or(ChartError::Empty { chart: NAME })?;
    let title = finding(frame, &best, reference.as_ref(), series.len());

    let bands = choose_bands(&mut series, &best.name);
    let mut subtitle = format!("Active customers at the end of each {}; {bands}", frame.period_name);
    if left_out > 0 {
        subtitle.push_str(&format!("; {left_out} more strategies are in the tables"));
    }
    let year = periods_per_year(&frame.period_name);
    let times = series.iter().flat_map(|line| line.points.iter().map(|(x, _)| *x));
    let x = Axis::over(times, 0.0, Measure::Period(year), 9, &frame.period_name);
    let y = Axis::over(heights(&series), 0.05, Measure::Number, 6, "active customers");
    compose(frame, Words { name: NAME, title, subtitle }, |board, area| {
        Lines { series: &series, x: &x, y: &y, marks: &[], left: 0.0 }.draw(board, area).map(|_| ())
    })
}

/// The title: who keeps most, against the reference; differences under a thousandth are none.
fn finding(frame: &ChartFrame, best: &Series, reference: Option<&Series>, number: usize) -> String {
    let name = quoted(&best.name, 60);
    let end = best.last().mean;
    let last = best.points.last().map_or(0.0, |(x, _)| *x);
    let when = format!("{} {}", frame.period_name, count(last));
    match reference {
        Some(line) if line.name != best.name => {
            let more = end - line.last().mean;
            if more <= line.last().mean.abs() * 1e-3 {
                return format!("Every strategy ends {when} with about as many customers: {}", people(end));
            }
            let than = quoted(&line.name, 40);
            format!("{name} has {} more active customers than {than} in {when}", people(more))
        }
        Some(_) if number > 1 => format!("No strategy ends {when} with more customers than {name}: {}", people(end)),
        _ => format!("{name} ends {when} with {} active customers", people(end)),
    }
}
