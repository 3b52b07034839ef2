//! Acceptability: how likely is each strategy the best one, as the value of a customer, the horizon or the budget moves?

use crate::analysis::acceptability::{AcceptabilityCurve, Over};
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
    let last = data.points.last().ok_or(ChartError::Empty { chart: NAME })?;
    if frame.strategies.len() < 2 {
        return Err(ChartError::Empty { chart: NAME });
    }
    let locale = frame.locale();
    let beyond = if last.x > 0.0 { last.x * 1.15 } else { 1.0 };
    let mut series = Vec::new();
    for (s, name) in frame.strategies.iter().enumerate() {
        let mut points: Vec<(f64, Band)> = Vec::new();
        for point in &data.points {
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
    let choices = choices(data);
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

fn choices(data: &AcceptabilityCurve) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for point in &data.points {
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
