//! Importance and performance: what is important and poor (Martilla and James, Journal of Marketing 41, 1977).

use plotters::style::RGBColor;
use recoup_fit::servqual::Quadrant;

use crate::language::{Locale, tr};
use crate::output::chart::axis::{Axis, Measure, drawable};
use crate::output::chart::board::{Heading, compose_over};
use crate::output::chart::scatter::{self, Dot, Field};
use crate::output::chart::style::{BLUE, GREEN, GREY, VERMILLION};
use crate::output::chart::survey::{SurveyFrame, with_left_out};
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};

const NAME: &str = "importance-performance";
/// Most items that one chart shows: the most important ones.
const MOST_ITEMS: usize = 30;

/// An item in the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemDot {
    /// Its name.
    pub name: String,
    /// Mean expectation: its importance.
    pub expectation: f64,
    /// Mean perception: its performance.
    pub perception: f64,
    /// Where it lies.
    pub quadrant: Quadrant,
}

/// Draws every item by its importance and performance; the field is parted at the means of all items.
pub fn draw(frame: &SurveyFrame, items: &[ItemDot]) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let mut shown: Vec<&ItemDot> =
        items.iter().filter(|item| drawable(item.expectation) && drawable(item.perception)).collect();
    if shown.is_empty() {
        return Err(ChartError::Empty { chart: NAME });
    }
    let mean = |of: fn(&ItemDot) -> f64| shown.iter().map(|item| of(item)).sum::<f64>() / shown.len() as f64;
    let parting = (mean(|item| item.perception), mean(|item| item.expectation));
    let title = finding(locale, &shown);
    let left_out = shown.len().saturating_sub(MOST_ITEMS);
    shown.sort_by(|a, b| b.expectation.total_cmp(&a.expectation));
    shown.truncate(MOST_ITEMS);
    let subtitle = with_left_out(locale, tr!(locale, "chart-importance-subtitle"), left_out);
    let axis = |of: fn(&ItemDot) -> f64, parting: f64, id: &str| {
        let values = shown.iter().map(|item| of(item)).chain([parting]);
        let title = tr!(locale, "chart-importance-axis", axis = id);
        Axis::over(locale, values, 0.14, Measure::Number, 5, title)
    };
    let corner = |quadrant: Quadrant| tr!(locale, "servqual-quadrant", quadrant = name(quadrant));
    let field = Field {
        x: axis(|item| item.perception, parting.0, "performance"),
        y: axis(|item| item.expectation, parting.1, "importance"),
        parting,
        corners: [Quadrant::Concentrate, Quadrant::KeepUp, Quadrant::LowPriority, Quadrant::Overkill].map(corner),
    };
    let dot = |item: &&ItemDot| Dot {
        x: item.perception,
        y: item.expectation,
        across: None,
        up: None,
        name: item.name.clone(),
        colour: colour(item.quadrant),
    };
    let dots: Vec<Dot> = shown.iter().map(dot).collect();
    compose_over(&frame.footer(), Heading { name: NAME, title, subtitle }, |board, area| {
        scatter::draw(board, area, &field, &dots)
    })
}

/// The name of a quadrant in messages.
pub(crate) fn name(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::Concentrate => "concentrate",
        Quadrant::KeepUp => "keep-up",
        Quadrant::LowPriority => "low-priority",
        Quadrant::Overkill => "overkill",
    }
}

fn colour(quadrant: Quadrant) -> RGBColor {
    match quadrant {
        Quadrant::Concentrate => VERMILLION,
        Quadrant::KeepUp => GREEN,
        Quadrant::LowPriority => GREY,
        Quadrant::Overkill => BLUE,
    }
}

/// The title: how many items are important and poor, and which of them falls shortest.
fn finding(locale: &Locale, items: &[&ItemDot]) -> String {
    let poor = items.iter().filter(|item| item.quadrant == Quadrant::Concentrate);
    let worst = poor.clone().min_by(|a, b| (a.perception - a.expectation).total_cmp(&(b.perception - b.expectation)));
    let name = worst.map_or(String::new(), |item| quoted(locale, &item.name, 40));
    tr!(locale, "chart-importance-title", number = poor.count(), of = items.len(), name = name)
}
