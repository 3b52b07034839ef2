//! Answers as documents: what people read of each answer of the core, the charts that go with it, and the tables of its
//! folder. Terminal, page and folder render what is built here.

pub mod breakeven;
pub mod cases;
pub mod class;
pub mod decide;
pub mod diff;
pub mod explain;
pub mod fit;
pub mod fmea;
pub mod kano;
pub mod optimize;
pub mod paradox;
pub mod presets;
mod preview;
pub mod published;
pub mod run;
pub mod sensitivity;
pub mod servqual;
pub mod story;
pub mod sweep;
pub mod synth;
pub mod variants;
mod verdict;
pub mod verify;
pub mod why;

use crate::analysis::picture;
use crate::analysis::view::{ChartFrame, LeverUnit};
use crate::ask::{Interval, Subject};
use crate::language::{Locale, tr};
pub use crate::output::answer::preview::preview;
use crate::output::figures::Figure;
use crate::output::level::level;
pub use crate::output::rendered::Rendered;
use crate::output::report::document::{Document, Section};

/// A document of an answer: the sentences, and its tables.
fn document(title: &str, answer: Vec<String>, sections: Vec<Section>) -> Document {
    Document {
        title: title.to_string(),
        run: String::new(),
        summary: None,
        brief: None,
        answer,
        cards: Vec::new(),
        sections: sections.into_iter().filter(|section| !section.blocks.is_empty()).collect(),
    }
}

/// What the charts of an answer say about themselves.
fn frame(subject: &Subject<'_>, draws: u64) -> ChartFrame {
    ChartFrame { draws, ..picture::frame(subject.study(), subject.scenario()) }
}

/// " (90 % of draws a to b, which 97 % of draws have)"; nothing where no draw has it.
fn interval(locale: &Locale, interval: Option<&Interval>, unit: LeverUnit) -> String {
    let Some(Interval { p05, p95, share_of_draws, .. }) = interval else { return String::new() };
    let (low, high) = (level(locale, *p05, unit), level(locale, *p95, unit));
    let text = tr!(locale, "spread", low = low, high = high, share = locale.share_whole(*share_of_draws));
    tr!(locale, "bracketed", text = text)
}

/// A return, or nothing where there is none.
fn roi(roi: Option<f64>) -> Figure {
    roi.map_or(Figure::Nothing, Figure::Share)
}

/// Names in backticks, as a list.
fn names(locale: &Locale, names: &[String]) -> String {
    locale.series(&names.iter().map(|name| format!("`{name}`")).collect::<Vec<String>>())
}
