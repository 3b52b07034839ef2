//! Charts: plain rows in, one finding a picture out, as SVG and PNG at slide size (1600 x 900).
//!
//! The only room that knows plotters and resvg. Every chart file has one `draw`; its title is computed from the rows, its colours
//! come from the strategy's place in the study, and what cannot be shown is an error, never a panic.

#![expect(clippy::disallowed_methods, reason = "pictures show rounded numbers; no result is read from them")]

pub mod acceptability;
mod axis;
mod board;
pub mod clean;
pub mod colour;
pub mod control;
pub mod cumulative;
pub mod desk;
pub mod distribution;
pub mod error;
pub mod fan;
#[cfg(test)]
mod finding;
pub mod font;
#[cfg(test)]
mod gallery;
pub mod gaps;
pub mod holdout;
pub mod importance;
pub mod journey;
pub mod kano;
pub mod kept;
mod label;
#[cfg(test)]
mod layout;
mod lines;
pub mod losses;
pub mod map;
mod mark;
pub mod paradox;
pub mod paradox_lines;
pub mod ranks;
mod raster;
pub mod returns;
pub mod roi_curve;
mod row;
mod scatter;
pub mod story;
mod style;
pub mod survey;
pub mod text;
pub mod tornado;
pub mod tree;
pub mod variants;
pub mod waterfall;

pub use crate::output::chart::error::ChartError;
pub use crate::output::chart::font::missing_glyphs;
pub use crate::output::chart::raster::{png, png_at};

use plotters::style::RGBColor;

use crate::output::chart::style::on_dark;

/// The colour that a dark page shows in place of one that a chart names, such as `#0072B2`; none where that is no colour.
pub(crate) fn dark_colour(name: &str) -> Option<String> {
    let part = |at: usize| u8::from_str_radix(name.get(at..at + 2)?, 16).ok();
    let RGBColor(red, green, blue) = on_dark(RGBColor(part(1)?, part(3)?, part(5)?));
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
}

/// One finished chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Short name for files, such as `cumulative`; the caller adds what tells several apart.
    pub name: &'static str,
    /// The finding, in a sentence.
    pub title: String,
    /// The picture: text is kept as text and names its fonts.
    pub svg: String,
    /// The same upright and without its title, for the page on a phone.
    pub portrait: String,
}
