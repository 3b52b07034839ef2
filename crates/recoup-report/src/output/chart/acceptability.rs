//! Acceptability: how likely is each strategy the best one, as the value of a customer, the horizon or the budget moves?

use crate::analysis::acceptability::{AcceptabilityCurve, AcceptabilityPoint, Over};
use crate::analysis::view::ChartFrame;
use crate::language::tr;
use crate::output::chart::axis::{Axis, Measure, periods_per_year};
use crate::output::chart::board::{Heading, compose};
use crate::output::chart::lines::{Lines, Series, keep_foremost, with_left_out};
use crate::output::chart::mark::Mark;
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;
use crate::stats::band::Band;

const NAME: &str = "acceptability";
/// Most places marked where the choice changes.
const MOST_MARKS: usize = 3;

/// A place from which on a strategy has the highest mean.
struct Choice {
    x: f64,
    strategy: usize,
}

/// Draws one curve a strategy, with the places where the strategy that is best on average changes.
pub fn draw(frame: &ChartFrame, data: &AcceptabilityCurve) -> Result<Chart, ChartError> {
    let shown = shown(data);
    let last = shown.last().ok_or(ChartError::Empty { chart: NAME })?;
    if frame.strategies.len() < 2 {
        return Err(ChartError::Empty { chart: NAME });
    }
    let locale = frame.locale();
    let beyond = if last.x > 0.0 { last.x * 1.15 } else { 1.0 };
    let mut series = Vec::new();
    for (s, name) in frame.strategies.iter().enumerate() {
        let mut points: Vec<(f64, Band)> = Vec::new();
        for point in shown {
            // What can be afforded changes in steps.
            if let (Over::Budget, Some(&(_, before))) = (data.over, points.last()) {
                points.push((point.x, before));
            }
            points.push((point.x, Band::exact(point.p_best[s])));
        }
        if let (Over::Budget, Some(&(_, before))) = (data.over, points.last()) {
            points.push((beyond, before));
        }
        let Some(mut line) = Series::new(frame, name, points) else { continue };
        line.value = locale.share_whole(line.last().mean);
        series.push(line);
    }
    let left_out = keep_foremost(&mut series);
    let choices = choices(&data.points);
    let title = finding(frame, data.over, &choices);
    let mut subtitle = tr!(locale, "chart-acceptability-subtitle", over = data.over.name());
    if choices.len() > 1 {
        subtitle = tr!(locale, "chart-acceptability-dashes", text = subtitle);
    }
    let subtitle = with_left_out(locale, subtitle, left_out);
    let (measure, name) = match data.over {
        Over::Horizon => {
            let name = tr!(locale, "period-name", period = &frame.period_name);
            (Measure::Period(periods_per_year(&frame.period_name)), name)
        }
        Over::CustomerValue | Over::Budget => {
            let name = tr!(locale, "chart-acceptability-over", over = data.over.name());
            (Measure::Number, frame.in_currency(name))
        }
    };
    let levels = series.iter().flat_map(|line| line.points.iter().map(|(x, _)| *x));
    let x = Axis::over(locale, levels, 0.0, measure, 9, name);
    let y = Axis::over(locale, [0.0, 1.0], 0.02, Measure::Share, 5, tr!(locale, "chart-acceptability-axis"));
    let mark = |choice: &Choice| Mark {
        x: choice.x,
        from: 0.0,
        text: tr!(
            locale,
            "chart-acceptability-mark",
            name = quoted(locale, &frame.strategies[choice.strategy], 24),
            from = at(frame, data.over, choice.x),
        ),
    };
    let first = choices.len().saturating_sub(MOST_MARKS).max(1);
    let marks: Vec<Mark> = choices.iter().skip(first).map(mark).collect();
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        Lines { series: &series, x: &x, y: &y, marks: &marks, left: 0.0 }.draw(board, area).map(|_| ())
    })
}

/// Probabilities that differ by less look the same.
const SETTLED: f64 = 0.02;

/// The points up to half as far again as the last change of choice, and until nothing changes any more: beyond, there is nothing to
/// see.
fn shown(data: &AcceptabilityCurve) -> &[AcceptabilityPoint] {
    let points = &data.points[..];
    let Some(last) = points.last().filter(|_| data.over != Over::Horizon) else { return points };
    let is_settled = |point: &AcceptabilityPoint| {
        point.p_best.iter().zip(&last.p_best).all(|(here, there)| (here - there).abs() <= SETTLED)
    };
    let settled = points.iter().rposition(|point| !is_settled(point)).map_or(0, |before| before + 1);
    let changes = choices(points);
    let change = if changes.len() > 1 { changes.last().map_or(0.0, |choice| choice.x) } else { 0.0 };
    let end = points[settled].x.max(change) * 1.5;
    if end <= 0.0 {
        return points;
    }
    let past = points.iter().position(|point| point.x >= end).map_or(points.len(), |at| at + 1);
    &points[..past]
}

fn choices(points: &[AcceptabilityPoint]) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for point in points {
        if choices.last().is_none_or(|last| last.strategy != point.best) {
            choices.push(Choice { x: point.x, strategy: point.best });
        }
    }
    choices
}

fn at(frame: &ChartFrame, over: Over, x: f64) -> String {
    match over {
        Over::Horizon => frame.period(x),
        _ => frame.locale().compact_money(x, &frame.currency),
    }
}

/// The title: what is the best choice at the end of the range, and from where on.
fn finding(frame: &ChartFrame, over: Over, choices: &[Choice]) -> String {
    let Some(last) = choices.last() else { return String::new() };
    let locale = frame.locale();
    let name = quoted(locale, &frame.strategies[last.strategy], 50);
    let Some(before) = choices.len().checked_sub(2) else {
        return tr!(locale, "chart-acceptability-always", name = name, over = over.name());
    };
    tr!(
        locale,
        "chart-acceptability-from",
        name = name,
        over = over.name(),
        from = at(frame, over, last.x),
        before = quoted(locale, &frame.strategies[choices[before].strategy], 40),
    )
}

#[cfg(test)]
mod tests {
    use crate::analysis::acceptability::{AcceptabilityCurve, AcceptabilityPoint, Over};
    use crate::output::chart::acceptability::shown;

    fn curve(over: Over, change: f64) -> AcceptabilityCurve {
        let point = |i: u32| {
            let x = f64::from(i) * 20.0;
            let other = if x < change { 0.1 } else { 1.0 };
            AcceptabilityPoint { x, p_best: vec![1.0 - other, other], best: usize::from(x >= change) }
        };
        AcceptabilityCurve { over, points: (0..=100).map(point).collect() }
    }

    #[test]
    fn the_axis_ends_a_little_beyond_the_last_change() {
        let last = |over, change| shown(&curve(over, change)).last().map(|point| point.x);
        assert_eq!(last(Over::CustomerValue, 100.0), Some(160.0));
        assert_eq!(last(Over::Budget, 1_900.0), Some(2_000.0));
        // Every horizon counts, and where nothing changes all is shown.
        assert_eq!(last(Over::Horizon, 100.0), Some(2_000.0));
        assert_eq!(last(Over::CustomerValue, 0.0), Some(2_000.0));
    }
}
