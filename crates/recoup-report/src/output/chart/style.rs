//! Sizes, colours and letters, in board units: half pixels of a slide of 1600 x 900.

use plotters::style::RGBColor;

/// The shape of a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A slide, with title and footer.
    Slide,
    /// Upright, for a phone: the page around it has the title.
    Portrait,
}

impl Shape {
    /// Width and height.
    pub(super) fn size(self) -> (u32, u32) {
        match self {
            Shape::Slide => (WIDTH, 1800),
            Shape::Portrait => (1400, 1680),
        }
    }

    /// Empty border at both sides.
    pub(super) fn margin(self) -> f64 {
        match self {
            Shape::Slide => 92.0,
            Shape::Portrait => 44.0,
        }
    }
}

/// Width of a slide.
pub(super) const WIDTH: u32 = 3200;
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
/// Behind everything on a dark page, as in its style.
const DARK_PAPER: RGBColor = RGBColor(31, 36, 40);
/// Dark letters on a full colour.
const INK_ON_COLOUR: RGBColor = RGBColor(33, 37, 42);
/// Light letters on a full colour.
const PAPER_ON_COLOUR: RGBColor = RGBColor(255, 255, 254);

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

/// The letters that stand out most from a ground of that colour. On a full colour they differ from paper and ink by a shade that
/// nobody sees, since they stay dark where a dark page turns ink and paper around.
pub(super) fn ink_on(ground: RGBColor) -> RGBColor {
    let [paper, ink] = if is_pale(ground) { [PAPER, INK] } else { [PAPER_ON_COLOUR, INK_ON_COLOUR] };
    if contrast(paper, ground) > contrast(ink, ground) { paper } else { ink }
}

/// How far two colours stand out from each other (WCAG 2).
fn contrast(one: RGBColor, other: RGBColor) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Whether a colour is grey, or so near to paper that it is a ground and not a sign.
fn is_pale(colour: RGBColor) -> bool {
    let parts = [colour.0, colour.1, colour.2];
    let (least, most) = (parts.into_iter().min().unwrap_or(0), parts.into_iter().max().unwrap_or(0));
    most - least < 24 || least >= 170
}

/// The colour that stands for another on a dark page: paper, ink and greys turn around, pale grounds become dark ones, and full
/// colours become lighter until they stand out.
pub(super) fn on_dark(colour: RGBColor) -> RGBColor {
    if [PAPER_ON_COLOUR, INK_ON_COLOUR].contains(&colour) {
        return DARK_PAPER;
    }
    let mix =
        |from: u8, to: u8, share: f64| (f64::from(from) + (f64::from(to) - f64::from(from)) * share).round() as u8;
    if is_pale(colour) {
        // White becomes the dark paper, black the light ink; what a tint adds to a grey stays its own.
        let parts = [colour.0, colour.1, colour.2];
        let (least, most) = (parts.into_iter().min().unwrap_or(0), parts.into_iter().max().unwrap_or(0));
        let lift = f64::from(255 - most) * 0.88;
        let turn = |part: u8, paper: u8| (f64::from(paper) + lift + f64::from(part - least)).min(255.0).round() as u8;
        return RGBColor(turn(colour.0, DARK_PAPER.0), turn(colour.1, DARK_PAPER.1), turn(colour.2, DARK_PAPER.2));
    }
    let lighter =
        |share: f64| RGBColor(mix(colour.0, 255, share), mix(colour.1, 255, share), mix(colour.2, 255, share));
    let mut steps = (0..20).map(|step| lighter(f64::from(step) * 0.05));
    steps.find(|colour| contrast(*colour, DARK_PAPER) >= 4.5).unwrap_or(PAPER)
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
    use crate::output::chart::style::{
        BLUE, DARK_PAPER, GREEN, GREY, INK, INK_ON_COLOUR, ORANGE, PAPER, PAPER_ON_COLOUR, PURPLE, QUIET, SKY,
        VERMILLION, contrast, ink_on, luminance, on_dark, readable, strategy_stroke, tint,
    };

    #[test]
    fn a_strategy_keeps_its_colour_and_the_second_round_is_dashed() {
        assert_eq!(strategy_stroke(0), (GREY, false));
        assert_eq!(strategy_stroke(1), (BLUE, false));
        assert_eq!(strategy_stroke(7), (BLUE, true));
        assert_eq!(strategy_stroke(99).0, strategy_stroke(3).0);
    }

    #[test]
    fn letters_stand_out_from_their_ground() {
        assert_eq!([BLUE, GREY, ORANGE].map(ink_on), [PAPER_ON_COLOUR, PAPER, INK_ON_COLOUR]);
    }

    #[test]
    fn on_a_dark_page_everything_still_stands_out() {
        assert_eq!((on_dark(PAPER), on_dark(DARK_PAPER).0 > 200), (DARK_PAPER, true));
        for colour in [INK, QUIET, BLUE, ORANGE, GREEN, VERMILLION, PURPLE, SKY] {
            assert!(contrast(on_dark(colour), DARK_PAPER) >= 4.5, "{colour:?}");
            assert!(contrast(on_dark(readable(colour)), DARK_PAPER) >= 4.5, "{colour:?}");
        }
        let grounds =
            [BLUE, ORANGE, GREEN, VERMILLION, PURPLE, SKY, tint(BLUE, 0.25), tint(GREY, 0.1), tint(ORANGE, 0.6)];
        for ground in grounds {
            assert!(contrast(ink_on(ground), ground) >= 3.8, "{ground:?}");
            let dark = contrast(on_dark(ink_on(ground)), on_dark(ground));
            assert!(dark >= 4.5, "{ground:?}: {dark}");
        }
    }

    #[test]
    fn text_colours_stand_out_from_white() {
        for place in 0..8 {
            assert!(1.05 / (luminance(readable(strategy_stroke(place).0)) + 0.05) >= 4.5);
        }
    }
}
