//! Gaps by dimension: what customers perceive against what they expect and what they accept.

use plotters::style::RGBColor;

use crate::language::{Locale, tr};
use crate::output::chart::axis::{Axis, Measure, drawable};
use crate::output::chart::board::{Align, Board, Bounds, Heading, compose_over, flow};
use crate::output::chart::row::{Row, Rows};
use crate::output::chart::style::{BLUE, GREEN, INK, LABEL, ORANGE, VERMILLION, tint};
use crate::output::chart::survey::{SurveyFrame, with_left_out};
use crate::output::chart::text::{quoted, width};
use crate::output::chart::{Chart, ChartError};

const NAME: &str = "gaps";
/// Most dimensions that one chart shows: those with the greatest gaps.
const MOST_ROWS: usize = 14;

/// A dimension in the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionRow {
    /// Its name.
    pub name: String,
    /// Mean expectation.
    pub expectation: f64,
    /// Mean perception.
    pub perception: f64,
    /// The least that customers accept, in the mean; `None` where it was not asked.
    pub minimum: Option<f64>,
    /// Mean gap of the respondents, perception minus expectation, and its 90 % interval.
    pub gap: Option<[f64; 3]>,
}

impl DimensionRow {
    /// The mean gap of the respondents; the difference of the means where nobody answered both.
    pub fn gap(&self) -> f64 {
        self.gap.map_or(self.perception - self.expectation, |[gap, ..]| gap)
    }

    /// The interval of the gap around the perception.
    fn interval(&self) -> Option<[f64; 2]> {
        self.gap.map(|[gap, low, high]| [low, high].map(|end| self.perception + end - gap))
    }

    fn is_below_minimum(&self) -> bool {
        self.minimum.is_some_and(|minimum| self.perception < minimum)
    }

    fn colour(&self) -> RGBColor {
        if self.is_below_minimum() {
            VERMILLION
        } else if self.gap() < 0.0 {
            ORANGE
        } else {
            GREEN
        }
    }
}

/// Draws one row a dimension, the greatest gap first.
pub fn draw(frame: &SurveyFrame, dimensions: &[DimensionRow]) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let mut shown: Vec<&DimensionRow> =
        dimensions.iter().filter(|row| drawable(row.expectation) && drawable(row.perception)).collect();
    if shown.is_empty() {
        return Err(ChartError::Empty { chart: NAME });
    }
    shown.sort_by(|a, b| a.gap().total_cmp(&b.gap()));
    let has_zone = shown.iter().any(|row| row.minimum.is_some());
    let title = finding(locale, &shown);
    let left_out = shown.len().saturating_sub(MOST_ROWS);
    let zone = if has_zone { "yes" } else { "no" };
    let subtitle = with_left_out(locale, tr!(locale, "chart-gaps-subtitle", zone = zone), left_out);
    shown.truncate(MOST_ROWS);
    let row = |row: &&DimensionRow| Row {
        name: row.name.clone(),
        figure: locale.signed_fixed(row.gap(), 2),
        note: row.gap.map_or(String::new(), |[_, low, high]| {
            let [low, high] = [low, high].map(|end| locale.signed_fixed(end, 2));
            tr!(locale, "range", low = low, high = high)
        }),
    };
    let rows: Vec<Row> = shown.iter().map(row).collect();
    let ends = shown.iter().flat_map(|row| {
        let shifted = row.interval();
        [Some(row.expectation), Some(row.perception), row.minimum]
            .into_iter()
            .flatten()
            .chain(shifted.into_iter().flatten())
            .collect::<Vec<f64>>()
    });
    let x = Axis::over(locale, ends, 0.05, Measure::Number, 6, tr!(locale, "chart-gaps-axis"));
    compose_over(&frame.footer(), Heading { name: NAME, title, subtitle }, |board, area| {
        let below = legend(board, area, locale, has_zone)?;
        let laid = Rows::lay(board, Bounds { top: below, ..area }, &rows, &x)?;
        shown.iter().enumerate().try_for_each(|(index, row)| draw_row(board, &laid, index, row))
    })
}

fn draw_row(board: &Board<'_>, rows: &Rows<'_>, index: usize, row: &DimensionRow) -> Result<(), ChartError> {
    let at = |value: f64| rows.panel.at(value, 0.0).0;
    let middle = rows.middle(index);
    let half = (rows.height * 0.26).min(44.0);
    let expected = at(row.expectation);
    match row.minimum {
        Some(minimum) => {
            let (left, right) = (at(minimum).min(expected), at(minimum).max(expected));
            let zone = Bounds { left, right, top: middle - half, bottom: middle + half };
            board.rectangle(zone, tint(BLUE, 0.22), 1.0)?;
        }
        None => board.line(&[(at(row.perception), middle), (expected, middle)], tint(INK, 0.3), 6)?,
    }
    board.line(&[(expected, middle - half), (expected, middle + half)], BLUE, 7)?;
    if let Some([low, high]) = row.interval() {
        board.line(&[(at(low), middle), (at(high), middle)], INK, 5)?;
    }
    board.dot((at(row.perception), middle), (half * 0.6).clamp(8.0, 17.0), row.colour())
}

/// What the signs mean; returns where the rows may begin.
fn legend(board: &Board<'_>, area: Bounds, locale: &Locale, has_zone: bool) -> Result<f64, ChartError> {
    let kind = LABEL.sized(38.0);
    let mut signs = vec!["perceived", "expected"];
    signs.extend(has_zone.then_some("zone"));
    let names: Vec<String> = signs.iter().map(|sign| tr!(locale, "chart-gaps-sign", sign = *sign)).collect();
    let widths: Vec<f64> = names.iter().map(|name| 54.0 + width(name, &kind)).collect();
    let (places, below) = flow(area, &widths);
    for ((sign, name), (left, middle)) in signs.iter().zip(&names).zip(places) {
        let centre = left + 18.0;
        match *sign {
            "perceived" => board.dot((centre, middle), 13.0, ORANGE)?,
            "expected" => board.line(&[(centre, middle - 20.0), (centre, middle + 20.0)], BLUE, 7)?,
            _ => {
                let square = Bounds { left, top: middle - 18.0, right: left + 36.0, bottom: middle + 18.0 };
                board.rectangle(square, tint(BLUE, 0.22), 1.0)?;
            }
        }
        board.text_at_mid(name, (left + 54.0, middle), &kind, Align::Left)?;
    }
    Ok(below)
}

/// The title: which dimension falls shortest, and how many are below what customers accept.
fn finding(locale: &Locale, rows: &[&DimensionRow]) -> String {
    let Some(worst) = rows.first() else { return String::new() };
    let name = quoted(locale, &worst.name, 40);
    let gap = locale.fixed(worst.gap().abs(), 2);
    let is_short = if worst.gap() < 0.0 { "yes" } else { "no" };
    let zone = if rows.iter().any(|row| row.minimum.is_some()) { "yes" } else { "no" };
    let below = rows.iter().filter(|row| row.is_below_minimum()).count();
    tr!(
        locale,
        "chart-gaps-title",
        name = name,
        gap = gap,
        short = is_short,
        zone = zone,
        below = below,
        of = rows.len()
    )
}
