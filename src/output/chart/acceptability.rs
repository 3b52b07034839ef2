//! Acceptability: how likely is each strategy the best one, as the value of a customer, the horizon or the budget moves?

use crate::analysis::acceptability::{AcceptabilityCurve, Over};
use crate::analysis::view::ChartFrame;
use crate::output::chart::axis::{Axis, Measure, periods_per_year};
use crate::output::chart::board::{Words, compose};
use crate::output::chart::lines::{Lines, Series, keep_foremost};
use crate::output::chart::mark::Mark;
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::format::{compact, count, share_whole};
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
        line.value = share_whole(line.last().mean);
        series.push(line);
    }
    let left_out = keep_foremost(&mut series);
    let choices = choices(data);
    let title = finding(frame, data.over, &choices);
    let mut subtitle =
        format!("Probability of being the best, over draws of what is uncertain; {}", over_words(data.over));
    if choices.len() > 1 {
        subtitle.push_str("; dashes = another strategy becomes the best on average");
    }
    if left_out > 0 {
        subtitle.push_str(&format!("; {left_out} more strategies are in the tables"));
    }
    let (measure, name) = match data.over {
        Over::CustomerValue => (Measure::Number, format!("value of a customer kept, {}", frame.currency)),
        Over::Horizon => (Measure::Period(periods_per_year(&frame.period_name)), frame.period_name.clone()),
        Over::Budget => {
            (Measure::Number, format!("what the programme may cost more than the reference’s, {}", frame.currency))
        }
    };
    let x = Axis::over(series.iter().flat_map(|line| line.points.iter().map(|(x, _)| *x)), 0.0, measure, 9, name);
    let y = Axis::over([0.0, 1.0], 0.02, Measure::Share, 5, "probability of being the best");
    let mark = |choice: &Choice| Mark {
        x: choice.x,
        from: 0.0,
        text: format!("{} from {}", quoted(&frame.strategies[choice.strategy], 24), at(frame, data.over, choice.x)),
    };
    let first = choices.len().saturating_sub(MOST_MARKS).max(1);
    let marks: Vec<Mark> = choices.iter().skip(first).map(mark).collect();
    compose(frame, Words { name: NAME, title, subtitle }, |board, area| {
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

fn over_words(over: Over) -> &'static str {
    match over {
        Over::CustomerValue => "net = value x customers kept − extra programme cost",
        Over::Horizon => "discounted cash up to each period",
        Over::Budget => "the best NPV among what can be afforded",
    }
}

fn at(frame: &ChartFrame, over: Over, x: f64) -> String {
    match over {
        Over::Horizon => format!("{} {}", frame.period_name, count(x)),
        _ => format!("{} {}", compact(x), frame.currency),
    }
}

/// The title: what is the best choice at the end of the range, and from where on.
fn finding(frame: &ChartFrame, over: Over, choices: &[Choice]) -> String {
    let Some(last) = choices.last() else { return String::new() };
    let name = quoted(&frame.strategies[last.strategy], 50);
    let before = choices.len().checked_sub(2).map(|i| quoted(&frame.strategies[choices[i].strategy], 40));
    let from = at(frame, over, last.x);
    match (over, before) {
        (Over::CustomerValue, None) => format!("{name} is the best on average whatever a customer kept is worth"),
        (Over::CustomerValue, Some(before)) => {
            format!("{name} is the best on average once a customer kept is worth {from}; below that {before}")
        }
        (Over::Horizon, None) => format!("{name} is the best on average over every horizon"),
        (Over::Horizon, Some(before)) => format!("{name} is the best on average from {from} on; before that {before}"),
        (Over::Budget, None) => format!("{name} is the best on average whatever the budget"),
        (Over::Budget, Some(before)) => {
            format!("{name} is the best on average with {from} to spend; with less {before}")
        }
    }
}
