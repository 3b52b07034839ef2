//! One customer under every strategy: how long does they stay, and what befell them?

use plotters::style::RGBColor;

use crate::analysis::story::{Fate, Story};
use crate::analysis::view::ChartFrame;
use crate::engine::agents::happening::What;
use crate::language::{Locale, tr};
use crate::output::chart::axis::{Axis, Measure, periods_per_year};
use crate::output::chart::board::{Align, Board, Bounds, Heading, compose, flow};
use crate::output::chart::row::{Row, Rows};
use crate::output::chart::style::{GREEN, GREY, INK, LABEL, MOST_SERIES, ORANGE, SKY, VERMILLION, tint};
use crate::output::chart::text::{quoted, width};
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;
use crate::units::{Outcome, period_number};

const NAME: &str = "story";

/// Colour of each outcome, in their order.
const ENDS: [RGBColor; 4] = [VERMILLION, ORANGE, SKY, GREEN];

/// Draws one lane a strategy.
pub fn draw(frame: &ChartFrame, story: &Story) -> Result<Chart, ChartError> {
    let shown = &story.fates[..story.fates.len().min(MOST_SERIES)];
    if shown.is_empty() {
        return Err(ChartError::Empty { chart: NAME });
    }
    let title = finding(frame, story);
    let locale = frame.locale();
    let mut subtitle = tr!(
        locale,
        "chart-story-subtitle",
        customer = story.customer,
        segment = &*story.segment,
        currency = &frame.currency
    );
    if story.fates.len() > shown.len() {
        subtitle = tr!(locale, "chart-story-more", text = subtitle, number = story.fates.len() - shown.len());
    }
    let rows: Vec<Row> = shown
        .iter()
        .map(|fate| Row {
            name: fate.strategy.to_string(),
            figure: locale.compact(fate.worth),
            note: match fate.left() {
                Some(t) => tr!(locale, "chart-story-left-in", when = frame.period(period_number(t as usize) as f64)),
                None => tr!(locale, "chart-story-stayed"),
            },
        })
        .collect();
    let year = periods_per_year(&frame.period_name);
    let axis = tr!(locale, "period-name", period = &frame.period_name);
    // Room for the cross of one who leaves at the very end.
    let x = Axis::over(locale, [0.0, f64::from(frame.periods) * 1.04], 0.0, Measure::Period(year), 9, axis);
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        let below = legend(board, area, locale)?;
        let laid = Rows::lay(board, Bounds { top: below, ..area }, &rows, &x)?;
        for (index, fate) in shown.iter().enumerate() {
            lane(board, &laid, index, fate)?;
        }
        Ok(())
    })
}

fn legend(board: &Board<'_>, area: Bounds, locale: &Locale) -> Result<f64, ChartError> {
    let kind = LABEL.sized(40.0);
    let mut words: Vec<String> =
        Outcome::ALL.iter().map(|outcome| tr!(locale, "chart-story-failure", outcome = outcome.name())).collect();
    words.push(tr!(locale, "chart-story-left"));
    let (places, below) = flow(area, &words.iter().map(|word| 54.0 + width(word, &kind)).collect::<Vec<f64>>());
    for (i, (word, (left, middle))) in words.iter().zip(places).enumerate() {
        match ENDS.get(i) {
            Some(colour) => board.dot((left + 18.0, middle), 18.0, *colour)?,
            None => cross(board, (left + 18.0, middle), 16.0)?,
        }
        board.text_at_mid(word, (left + 54.0, middle), &kind, Align::Left)?;
    }
    Ok(below)
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
            What::Failed { outcome, .. } => board.dot((x, middle), half.min(30.0), ENDS[outcome as usize])?,
            What::Left => cross(board, (at(f64::from(happening.t) + 1.0) + 30.0, middle), half.min(26.0))?,
            What::Forgot | What::Joined { .. } => (),
        }
    }
    Ok(())
}

/// Who keeps them longest, and what that is worth.
fn finding(frame: &ChartFrame, story: &Story) -> String {
    let locale = frame.locale();
    let stays = |fate: &Fate| fate.left().unwrap_or(u32::MAX);
    let (Some(best), Some(worst)) = (
        story.fates.iter().max_by(|a, b| a.worth.total_cmp(&b.worth)),
        story.fates.iter().min_by(|a, b| a.worth.total_cmp(&b.worth)),
    ) else {
        return String::new();
    };
    let when = best.left().map(|t| frame.period(period_number(t as usize) as f64));
    if stays(best) == stays(worst) {
        return match when {
            Some(when) => tr!(locale, "chart-story-leaves-anyway", customer = story.customer, when = when),
            None => tr!(locale, "chart-story-stays-anyway", customer = story.customer),
        };
    }
    let because = worst.happenings.iter().rev().find_map(|happening| match happening.what {
        What::Failed { outcome, .. } if Some(happening.t) == worst.left() => Some(outcome),
        _ => None,
    });
    tr!(
        locale,
        "chart-story-better",
        name = quoted(locale, &best.strategy, 40),
        customer = story.customer,
        end = if when.is_some() { "leaves" } else { "stays" },
        when = when.unwrap_or_default(),
        amount = locale.compact_money(best.worth - worst.worth, &frame.currency),
        other = quoted(locale, &worst.strategy, 40),
        because = because.map_or("", Outcome::name),
    )
}
