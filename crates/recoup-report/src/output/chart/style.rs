//! Sizes, colours and letters, in board units: half pixels of a slide of 1600 x 900.

use plotters::style::RGBColor;

/// Width of the board.
pub(super) const WIDTH: i32 = 3200;
/// Height of the board.
pub(super) const HEIGHT: i32 = 1800;
/// Empty border on every side.
pub(super) const MARGIN: f64 = 92.0;
/// Line height over letter size that plotters assumes and the embedded font has.
pub(super) const LINE_HEIGHT: f64 = 1.24;

/// Text and dark strokes.
pub(super) const INK: RGBColor = RGBColor(33, 37, 41);
/// Secondary text.
pub(super) const QUIET: RGBColor = RGBColor(92, 98, 104);
/// Grid lines.
pub(super) const GRID: RGBColor = RGBColor(226, 229, 232);
/// Zero lines and axes.
pub(super) const AXIS: RGBColor = RGBColor(110, 116, 122);
/// Behind everything.
pub(super) const PAPER: RGBColor = RGBColor(255, 255, 255);

/// Okabe-Ito orange; the palette is told apart by colour-blind readers too. Its yellow is too pale for paper.
pub(super) const ORANGE: RGBColor = RGBColor(230, 159, 0);
/// Okabe-Ito sky blue.
pub(super) const SKY: RGBColor = RGBColor(86, 180, 233);
/// Okabe-Ito bluish green.
pub(super) const GREEN: RGBColor = RGBColor(0, 158, 115);
/// Okabe-Ito blue.
pub(super) const BLUE: RGBColor = RGBColor(0, 114, 178);
/// Okabe-Ito vermillion.
pub(super) const VERMILLION: RGBColor = RGBColor(213, 94, 0);
/// Okabe-Ito reddish purple.
pub(super) const PURPLE: RGBColor = RGBColor(204, 121, 167);
/// For the reference, in place of black.
pub(super) const GREY: RGBColor = RGBColor(120, 126, 132);

/// A kind of text.
#[derive(Debug, Clone, Copy)]
pub struct Type {
    /// Letter size (em) in board units.
    pub size: f64,
    /// Heavy strokes.
    pub bold: bool,
    /// Colour.
    pub colour: RGBColor,
}

impl Type {
    /// The same letters in another colour.
    pub fn coloured(self, colour: RGBColor) -> Self {
        Self { colour, ..self }
    }

    /// The same letters in another size.
    pub fn sized(self, size: f64) -> Self {
        Self { size, ..self }
    }

    /// The same letters, heavier.
    pub fn heavy(self) -> Self {
        Self { bold: true, ..self }
    }

    /// From one baseline to the next.
    pub fn leading(&self) -> f64 {
        self.size * 1.25
    }
}

/// The finding.
pub(super) const TITLE: Type = Type { size: 80.0, bold: true, colour: INK };
/// What is drawn.
pub(super) const SUBTITLE: Type = Type { size: 46.0, bold: false, colour: QUIET };
/// Names of axes.
pub(super) const AXIS_TITLE: Type = Type { size: 42.0, bold: false, colour: QUIET };
/// Numbers on axes.
pub(super) const TICK: Type = Type { size: 40.0, bold: false, colour: QUIET };
/// Labels at what they name.
pub(super) const LABEL: Type = Type { size: 42.0, bold: false, colour: INK };
/// Study, seed and version.
pub(super) const FOOTER: Type = Type { size: 32.0, bold: false, colour: QUIET };

/// Most strategies that one chart shows; the rest stay in the tables.
pub(super) const MOST_SERIES: usize = 12;

/// How the strategy at a place of the study is drawn: colour, and whether its line is dashed (a second round of the palette).
pub(super) fn strategy_stroke(place: usize) -> (RGBColor, bool) {
    const ROUND: [RGBColor; 6] = [BLUE, ORANGE, GREEN, VERMILLION, PURPLE, SKY];
    match place {
        0 => (GREY, false),
        _ => (ROUND[(place - 1) % ROUND.len()], (place - 1) / ROUND.len() % 2 == 1),
    }
}

/// A colour dark enough for text on white (contrast at least 4.5).
pub(super) fn readable(colour: RGBColor) -> RGBColor {
    let mut share = 1.0;
    loop {
        let darker = scale(colour, share);
        if share < 0.1 || 1.05 / (luminance(darker) + 0.05) >= 4.5 {
            return darker;
        }
        share -= 0.05;
    }
}

/// The letters that stand out most from a ground of that colour.
pub(super) fn ink_on(ground: RGBColor) -> RGBColor {
    let contrast = |ink: RGBColor| {
        let (a, b) = (luminance(ink), luminance(ground));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    };
    if contrast(PAPER) > contrast(INK) { PAPER } else { INK }
}

/// A colour mixed with white: 1 leaves it, 0 is white. Opaque, so that what lies below does not show through.
pub(super) fn tint(colour: RGBColor, share: f64) -> RGBColor {
    let mix = |part: u8| (255.0 - (255.0 - f64::from(part)) * share).round() as u8;
    RGBColor(mix(colour.0), mix(colour.1), mix(colour.2))
}

fn scale(colour: RGBColor, share: f64) -> RGBColor {
    let mix = |part: u8| (f64::from(part) * share).round() as u8;
    RGBColor(mix(colour.0), mix(colour.1), mix(colour.2))
}

/// Relative luminance (WCAG 2).
fn luminance(colour: RGBColor) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
}

#[cfg(test)]
mod tests {
    use crate::output::chart::style::{BLUE, GREY, INK, ORANGE, PAPER, ink_on, luminance, readable, strategy_stroke};

    #[test]
    fn a_strategy_keeps_its_colour_and_the_second_round_is_dashed() {
        assert_eq!(strategy_stroke(0), (GREY, false));
        assert_eq!(strategy_stroke(1), (BLUE, false));
        assert_eq!(strategy_stroke(7), (BLUE, true));
        assert_eq!(strategy_stroke(99).0, strategy_stroke(3).0);
    }

    #[test]
    fn letters_stand_out_from_their_ground() {
        assert_eq!([BLUE, GREY, ORANGE].map(ink_on), [PAPER, PAPER, INK]);
    }

    #[test]
    fn text_colours_stand_out_from_white() {
        for place in 0..8 {
            assert!(1.05 / (luminance(readable(strategy_stroke(place).0)) + 0.05) >= 4.5);
        }
    }
}
