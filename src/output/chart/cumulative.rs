//! Cumulative discounted difference to the reference: when does a strategy pay back, and what has it earned by the end?

use crate::analysis::view::{ChartFrame, CumulativeDifference};
use crate::output::chart::axis::{Axis, Measure, periods_per_year};
use crate::output::chart::board::{Words, compose};
use crate::output::chart::lines::{Lines, Series, caveat, choose_bands, foremost, heights, keep_foremost};
use crate::output::chart::mark::Mark;
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::format::{compact, count, plural, with_interval};
use crate::stats::band::Band;

const NAME: &str = "cumulative";

/// Draws all strategies on one chart; the reference itself, all zero, may be left out.
pub fn draw(frame: &ChartFrame, data: &[CumulativeDifference]) -> Result<Chart, ChartError> {
    let mut series = Vec::new();
    let mut paybacks: Vec<(String, Option<u32>)> = Vec::new();
    for row in data.iter().filter(|row| row.strategy != frame.reference()) {
        let points = row.points.iter().map(|(period, band)| (f64::from(*period), *band));
        let Some(mut line) = Series::new(frame, &row.strategy, points) else { continue };
        let last = line.last();
        line.value = with_interval(last.mean, last.p05, last.p95);
        line.dots = row.payback.map(f64::from).into_iter().collect();
        paybacks.push((row.strategy.clone(), row.payback));
        series.push(line);
    }
    let left_out = keep_foremost(&mut series);
    let best = foremost(&series, |line| line.last().mean).cloned().ok_or(ChartError::Empty { chart: NAME })?;
    let payback = paybacks.iter().find(|(name, _)| *name == best.name).and_then(|(_, payback)| *payback);
    let alone = series.len() == 1;
    if let Some(mut line) =
        Series::new(frame, frame.reference(), best.points.iter().map(|(x, _)| (*x, Band::exact(0.0))))
    {
        line.value = "the reference".to_owned();
        series.insert(0, line);
    }
    let title = finding(frame, &best, payback, alone);

    let bands = choose_bands(&mut series, &best.name);
    let mut subtitle = format!("Discounted difference to {} so far; {bands}", quoted(frame.reference(), 40));
    if series.iter().any(|line| !line.dots.is_empty() && line.points.len() > 1) {
        subtitle.push_str(", dots = payback");
    }
    if left_out > 0 {
        subtitle.push_str(&format!("; {left_out} more strategies are in the tables"));
    }

    let year = periods_per_year(&frame.period_name);
    let times = series.iter().flat_map(|line| line.points.iter().map(|(x, _)| *x));
    let x = Axis::over(times, 0.0, Measure::Period(year), 9, &frame.period_name);
    let levels = heights(&series).chain([0.0]);
    let y = Axis::over(levels, 0.05, Measure::Number, 6, format!("difference to date, {}", frame.currency));
    let marks: Vec<Mark> = payback
        .filter(|period| *period > 1)
        .map(|period| Mark {
            x: f64::from(period),
            from: best.mean_at(f64::from(period)),
            text: format!("pays back in {} {}", frame.period_name, count(f64::from(period))),
        })
        .into_iter()
        .collect();
    compose(frame, Words { name: NAME, title, subtitle }, |board, area| {
        Lines { series: &series, x: &x, y: &y, marks: &marks, left: 0.0 }.draw(board, area).map(|_| ())
    })
}

/// The title: who pays back, when, and what it comes to.
fn finding(frame: &ChartFrame, best: &Series, payback: Option<u32>, alone: bool) -> String {
    let name = quoted(&best.name, 60);
    let reference = quoted(frame.reference(), 40);
    let period = &frame.period_name;
    let over = plural(best.points.last().map_or(0.0, |(x, _)| *x) as u64, period);
    let end = best.last();
    let amount = format!("{} {}", compact(end.mean.abs()), frame.currency);
    let caveat = caveat(end);
    match payback {
        _ if end.mean == 0.0 && alone => format!("{name} ends level with {reference} after {over}"),
        _ if end.mean == 0.0 => format!("No strategy is ahead of {reference} after {over}"),
        Some(1) if end.mean > 0.0 => {
            format!("{name} pays from the first {period} and earns {amount} over {over}{caveat}")
        }
        Some(when) if end.mean > 0.0 => {
            let when = count(f64::from(when));
            format!("{name} pays back in {period} {when} and earns {amount} over {over}{caveat}")
        }
        _ if end.mean > 0.0 => format!("{name} is {amount} ahead of {reference} after {over}{caveat}"),
        _ if alone => format!("{name} does not pay back within {over}: it ends {amount} behind {reference}"),
        _ => format!("No strategy pays back within {over}; {name} comes closest, {amount} behind {reference}"),
    }
}
