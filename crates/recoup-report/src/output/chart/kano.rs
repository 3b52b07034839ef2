//! Kano: what satisfies if it is there, and what dissatisfies if it is not.

use plotters::style::RGBColor;
use recoup_fit::kano::Category;

use crate::language::{Locale, tr};
use crate::output::chart::axis::{Axis, Measure};
use crate::output::chart::board::{Heading, compose_over};
use crate::output::chart::scatter::{self, Dot, Field};
use crate::output::chart::style::{BLUE, GREEN, GREY, PURPLE, VERMILLION};
use crate::output::chart::survey::{SurveyFrame, with_left_out};
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};

const NAME: &str = "kano";
/// Most items that one chart shows: those that matter most.
const MOST_ITEMS: usize = 30;

/// An item in the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct KanoDot {
    /// Its name.
    pub name: String,
    /// Its most frequent category.
    pub category: Category,
    /// Better: value and 90 % interval.
    pub better: [f64; 3],
    /// Worse, without its sign: value and 90 % interval.
    pub worse: [f64; 3],
}

/// Draws every item by its coefficients, coloured by its category.
pub fn draw(frame: &SurveyFrame, items: &[KanoDot]) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let mut shown: Vec<&KanoDot> = items.iter().collect();
    if shown.is_empty() {
        return Err(ChartError::Empty { chart: NAME });
    }
    let left_out = shown.len().saturating_sub(MOST_ITEMS);
    shown.sort_by(|a, b| (b.better[0] + b.worse[0]).total_cmp(&(a.better[0] + a.worse[0])));
    shown.truncate(MOST_ITEMS);
    let title = finding(locale, &shown);
    let subtitle = with_left_out(locale, tr!(locale, "chart-kano-subtitle"), left_out);
    let axis = |id: &str| {
        let title = tr!(locale, "chart-kano-axis", axis = id);
        Axis::over(locale, [0.0, 1.0], 0.08, Measure::Share, 5, title)
    };
    let corner = |category: Category| tr!(locale, "kano-category", category = name(category));
    let field = Field {
        x: axis("worse"),
        y: axis("better"),
        parting: (0.5, 0.5),
        corners: [Category::Attractive, Category::OneDimensional, Category::Indifferent, Category::MustBe].map(corner),
    };
    let dot = |item: &&KanoDot| Dot {
        x: item.worse[0],
        y: item.better[0],
        across: Some([item.worse[1], item.worse[2]]),
        up: Some([item.better[1], item.better[2]]),
        name: item.name.clone(),
        colour: colour(item.category),
    };
    let dots: Vec<Dot> = shown.iter().map(dot).collect();
    compose_over(&frame.footer(), Heading { name: NAME, title, subtitle }, |board, area| {
        scatter::draw(board, area, &field, &dots)
    })
}

/// The name of a category in messages.
pub(crate) fn name(category: Category) -> &'static str {
    match category {
        Category::MustBe => "must-be",
        Category::OneDimensional => "one-dimensional",
        Category::Attractive => "attractive",
        Category::Indifferent => "indifferent",
        Category::Reverse => "reverse",
        Category::Questionable => "questionable",
    }
}

fn colour(category: Category) -> RGBColor {
    match category {
        Category::MustBe => VERMILLION,
        Category::OneDimensional => BLUE,
        Category::Attractive => GREEN,
        Category::Reverse | Category::Questionable => PURPLE,
        Category::Indifferent => GREY,
    }
}

/// The title: whose absence dissatisfies most, and whose presence satisfies most.
fn finding(locale: &Locale, items: &[&KanoDot]) -> String {
    let most = |of: fn(&KanoDot) -> f64| items.iter().max_by(|a, b| of(a).total_cmp(&of(b)));
    let (Some(missed), Some(liked)) = (most(|item| item.worse[0]), most(|item| item.better[0])) else {
        return String::new();
    };
    tr!(
        locale,
        "chart-kano-title",
        missed = quoted(locale, &missed.name, 40),
        liked = quoted(locale, &liked.name, 40),
        same = if missed.name == liked.name { "yes" } else { "no" },
    )
}
