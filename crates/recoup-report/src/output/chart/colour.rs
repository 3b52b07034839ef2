//! The colours of the charts for other media, as 0xRRGGBB.

use plotters::style::RGBColor;

use crate::output::chart::losses::CAUSES;
use crate::output::chart::style::strategy_stroke;

/// The colour of the strategy at a place of the study, and whether its line is dashed.
pub fn of_strategy(place: usize) -> (u32, bool) {
    let (colour, is_dashed) = strategy_stroke(place);
    (number(colour), is_dashed)
}

/// The colours of the causes of loss, in the order of the stack.
pub fn of_causes() -> [u32; CAUSES.len()] {
    CAUSES.map(|cause| number(cause.colour))
}

fn number(RGBColor(red, green, blue): RGBColor) -> u32 {
    u32::from_be_bytes([0, red, green, blue])
}
