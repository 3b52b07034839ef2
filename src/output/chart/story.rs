//! One customer under every strategy: how long does he stay, and what befell him?

use plotters::style::RGBColor;

use crate::analysis::story::{Fate, Story};
use crate::analysis::view::ChartFrame;
use crate::engine::agents::happening::What;
use crate::output::chart::axis::{Axis, Measure, periods_per_year};
use crate::output::chart::board::{Align, Board, Bounds, Words, compose};
use crate::output::chart::row::{Row, Rows};
use crate::output::chart::style::{GREEN, GREY, INK, LABEL, MOST_SERIES, ORANGE, SKY, VERMILLION, tint};
use crate::output::chart::text::{quoted, width};
use crate::output::chart::{Chart, ChartError};
use crate::output::format::{compact, count};
use crate::units::Outcome;

const NAME: &str = "story";

/// Word and colour of each outcome, in their order.
const ENDS: [(&str, RGBColor); 4] = [
    ("failure, silent", VERMILLION),
    ("failure, unresolved", ORANGE),
    ("failure, resolved", SKY),
    ("failure, resolved quickly", GREEN),
];

/// Draws one lane a strategy.
pub fn draw(frame: &ChartFrame, story: &Story) -> Result<Chart, ChartError> {
    let shown = &story.fates[..story.fates.len().min(MOST_SERIES)];
    if shown.is_empty() {
        return Err(ChartError::Empty { chart: NAME });
    }
    let title = finding(frame, story);
    let mut subtitle = format!(
        "Customer {} ({}); a lane is his time as a customer, a stroke a purchase; worth = present value in {}",
        count(story.customer as f64),
        story.segment,
        frame.currency
    );
    if story.fates.len() > shown.len() {
        subtitle.push_str(&format!("; {} more strategies are not shown", story.fates.len() - shown.len()));
    }
    let rows: Vec<Row> = shown
        .iter()
        .map(|fate| Row {
            name: fate.strategy.to_string(),
            figure: compact(fate.worth),
            note: match fate.left() {
                Some(t) => format!("left, {} {}", frame.period_name, count(f64::from(t) + 1.0)),
                None => "stayed".to_string(),
            },
        })
        .collect();
    let year = periods_per_year(&frame.period_name);
    let x = Axis::over([0.0, f64::from(frame.periods)], 0.0, Measure::Period(year), 9, &frame.period_name);
    compose(frame, Words { name: NAME, title, subtitle }, |board, area| {
        let below = legend(board, area)?;
        let laid = Rows::lay(board, Bounds { top: below, ..area }, &rows, &x)?;
        for (index, fate) in shown.iter().enumerate() {
            lane(board, &laid, index, fate)?;
        }
        Ok(())
    })
}

fn legend(board: &Board<'_>, area: Bounds) -> Result<f64, ChartError> {
    let kind = LABEL.sized(40.0);
    let middle = area.top + 24.0;
    let mut left = area.left;
    for (word, colour) in ENDS {
        board.dot((left + 18.0, middle), 18.0, colour)?;
        board.text_at_mid(word, (left + 54.0, middle), &kind, Align::Left)?;
        left += 54.0 + width(word, &kind) + 56.0;
    }
    cross(board, (left + 18.0, middle), 16.0)?;
    board.text_at_mid("left", (left + 54.0, middle), &kind, Align::Left)?;
    Ok(area.top + 84.0)
}

fn cross(board: &Board<'_>, (x, y): (f64, f64), half: f64) -> Result<(), ChartError> {
    board.line(&[(x - half, y - half), (x + half, y + half)], INK, 8)?;
    board.line(&[(x - half, y + half), (x + half, y - half)], INK, 8)
}

fn lane(board: &Board<'_>, rows: &Rows<'_>, index: usize, fate: &Fate) -> Result<(), ChartError> {
    let middle = rows.middle(index);
    let half = (rows.height * 0.22).min(46.0);
    let at = |t: f64| rows.panel.at(t, 0.0).0;
    let mut start = 0;
    for stay in fate.periods.chunk_by(|a, b| a.active == b.active) {
        let (left, right) = (at(start as f64), at((start + stay.len()) as f64));
        start += stay.len();
        if stay[0].active {
            let bounds = Bounds { left, top: middle - half, right, bottom: middle + half };
            board.rectangle(bounds, tint(GREY, 0.30), 1.0)?;
        }
    }
    for (t, period) in fate.periods.iter().enumerate().filter(|(_, period)| period.active) {
        let (left, right) = (at(t as f64), at(t as f64 + 1.0));
        let strokes = period.purchases.min(6.0) as usize;
        for stroke in 0..strokes {
            let x = left + (right - left) * (stroke as f64 + 0.5) / strokes as f64;
            board.line(&[(x, middle - half * 0.7), (x, middle + half * 0.7)], GREY, 5)?;
        }
    }
    for happening in &fate.happenings {
        let x = at(f64::from(happening.t) + 0.5);
        match happening.what {
            What::Failed { outcome, .. } => board.dot((x, middle), half.min(30.0), ENDS[outcome as usize].1)?,
            What::Left => cross(board, (at(f64::from(happening.t) + 1.0) + 30.0, middle), half.min(26.0))?,
            What::Forgot | What::Joined { .. } => (),
        }
    }
    Ok(())
}

/// Who keeps him longest, and what that is worth.
fn finding(frame: &ChartFrame, story: &Story) -> String {
    let who = format!("Customer {}", count(story.customer as f64));
    let stays = |fate: &Fate| fate.left().unwrap_or(u32::MAX);
    let (Some(best), Some(worst)) = (
        story.fates.iter().max_by(|a, b| a.worth.total_cmp(&b.worth)),
        story.fates.iter().min_by(|a, b| a.worth.total_cmp(&b.worth)),
    ) else {
        return who;
    };
    if stays(best) == stays(worst) {
        return match best.left() {
            Some(t) => format!("{who} leaves in {} {} whatever is done", frame.period_name, count(f64::from(t) + 1.0)),
            None => format!("{who} stays whatever is done"),
        };
    }
    let more = format!("{} {}", compact(best.worth - worst.worth), frame.currency);
    let end = match best.left() {
        Some(t) => format!("stays until {} {}", frame.period_name, count(f64::from(t) + 1.0)),
        None => "stays".to_string(),
    };
    let because = worst.happenings.iter().rev().find_map(|happening| match happening.what {
        What::Failed { outcome, .. } if Some(happening.t) == worst.left() => Some(outcome),
        _ => None,
    });
    let because = match because {
        Some(Outcome::Silent) => ", where silence loses him",
        Some(Outcome::Unresolved) => ", where nobody helps him",
        Some(Outcome::Resolved | Outcome::Quick) | None => "",
    };
    format!(
        "Under {} {} {end}, worth {more} more than under {}{because}",
        quoted(&best.strategy, 40),
        who.to_lowercase(),
        quoted(&worst.strategy, 40)
    )
}
