//! The board: title, subtitle and footer of every chart, and the primitives drawn between them.

use std::fmt::Display;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, DashedPathElement, PathElement, Polygon, Rectangle, Text};
use plotters::prelude::SVGBackend;
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor};

use crate::analysis::view::ChartFrame;
use crate::language::tr;
use crate::output::chart::clean::clean;
use crate::output::chart::font::{FAMILIES, register};
use crate::output::chart::style::{FOOTER, GRID, INK, LINE_HEIGHT, PAPER, SUBTITLE, Shape, TITLE, Type};
use crate::output::chart::text::{shorten, width, wrap, wrap_evenly};
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;

/// A point of the board.
pub(super) type Point = (f64, f64);

/// A rectangle of the board; `top < bottom`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Bounds {
    /// From left to right.
    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    /// From top to bottom.
    pub(super) fn height(&self) -> f64 {
        self.bottom - self.top
    }
}

/// Where a text stands from its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// The text begins at the point.
    Left,
    /// The text is centred on the point.
    Middle,
    /// The text ends at the point.
    Right,
}

/// A drawing surface of plotters.
pub(super) type Surface<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// A chart being drawn.
pub(super) struct Board<'a> {
    surface: Surface<'a>,
    shape: Shape,
}

/// The name of a chart and what stands above it.
pub(super) struct Heading {
    /// Name for files.
    pub name: &'static str,
    /// The finding.
    pub title: String,
    /// What is drawn.
    pub subtitle: String,
}

/// Draws a chart of a study in both shapes: words and footer here, what lies between by `draw` inside the bounds it is given.
pub(super) fn compose(
    frame: &ChartFrame,
    above: Heading,
    draw: impl Fn(&Board<'_>, Bounds) -> Result<(), ChartError>,
) -> Result<Chart, ChartError> {
    compose_over(&Footer::of(frame), above, draw)
}

/// What stands below a chart.
pub(super) struct Footer {
    /// At the left: what is shown.
    pub left: String,
    /// At the right: what it rests on.
    pub right: String,
}

impl Footer {
    /// Of a study's run.
    fn of(frame: &ChartFrame) -> Self {
        let locale = frame.locale();
        let draws = match frame.fewest_draws.filter(|fewest| *fewest < frame.draws) {
            Some(fewest) => tr!(locale, "chart-draws-range", fewest = fewest, most = frame.draws),
            None => tr!(locale, "chart-draws", number = frame.draws),
        };
        let version = &*frame.version;
        let mut right = match frame.draws {
            0 => tr!(locale, "chart-footer-version", version = version),
            _ => tr!(locale, "chart-footer-run", seed = frame.seed.to_string(), draws = draws, version = version),
        };
        if let Some(digest) = &frame.digest {
            let digest: String = digest.chars().take(8).collect();
            right = tr!(locale, "chart-footer-digest", run = right, digest = digest);
        }
        let (study, scenario) = (clean(&frame.study), clean(&frame.scenario));
        let left = match scenario.as_str() {
            "" => study,
            _ => tr!(locale, "chart-footer-study", study = study, scenario = scenario),
        };
        Footer { left, right }
    }
}

/// The same over a footer.
pub(super) fn compose_over(
    footer: &Footer,
    above: Heading,
    draw: impl Fn(&Board<'_>, Bounds) -> Result<(), ChartError>,
) -> Result<Chart, ChartError> {
    register()?;
    let picture = |shape: Shape| {
        let mut svg = String::new();
        {
            let board = Board { surface: SVGBackend::with_string(&mut svg, shape.size()).into_drawing_area(), shape };
            drawn(board.surface.fill(&PAPER))?;
            let (left, right) = (shape.margin(), board.width() - shape.margin());
            let (top, bottom) = match shape {
                Shape::Slide => (board.heading(&above.title, &above.subtitle)?, board.footer(footer)?),
                Shape::Portrait => (board.subtitle(&above.subtitle, 20.0, 6)? + 14.0, board.height() - 24.0),
            };
            draw(&board, Bounds { left, top, right, bottom })?;
            drawn(board.surface.present())?;
        }
        Ok::<String, ChartError>(finish(&svg, &above.title, shape))
    };
    Ok(Chart { svg: picture(Shape::Slide)?, portrait: picture(Shape::Portrait)?, name: above.name, title: above.title })
}

/// Where the entries of a legend so wide begin, each at the middle of its line: on as few lines as they need. Also where the chart
/// below may begin.
pub(super) fn flow(area: Bounds, widths: &[f64]) -> (Vec<Point>, f64) {
    const LINE: f64 = 58.0;
    let (mut left, mut middle) = (area.left, area.top + 24.0);
    let mut places = Vec::new();
    for wide in widths {
        if left > area.left && left + wide > area.right {
            (left, middle) = (area.left, middle + LINE);
        }
        places.push((left, middle));
        left += wide + 56.0;
    }
    (places, middle + 60.0)
}

impl<'a> Board<'a> {
    /// Whether it is upright, with little room across.
    pub(super) fn is_portrait(&self) -> bool {
        self.shape == Shape::Portrait
    }

    /// Width of the board.
    pub(super) fn width(&self) -> f64 {
        f64::from(self.shape.size().0)
    }

    /// Height of the board.
    fn height(&self) -> f64 {
        f64::from(self.shape.size().1)
    }

    /// Room between the borders at both sides.
    fn room(&self) -> f64 {
        self.width() - 2.0 * self.shape.margin()
    }

    /// The surface, for what draws with coordinates of its own.
    pub(super) fn surface(&self) -> &Surface<'a> {
        &self.surface
    }

    /// A line of text whose baseline passes through the point.
    pub(super) fn text(&self, text: &str, at: Point, kind: &Type, align: Align) -> Result<(), ChartError> {
        let text = clean(text);
        if text.is_empty() {
            return Ok(());
        }
        let left = match align {
            Align::Left => at.0,
            Align::Middle => at.0 - width(&text, kind) / 2.0,
            Align::Right => at.0 - width(&text, kind),
        };
        let weight = if kind.bold { FontStyle::Bold } else { FontStyle::Normal };
        let font = FontDesc::new(FontFamily::Name(FAMILIES), kind.size * LINE_HEIGHT, weight);
        // Text hangs from its top, which the SVG backend puts 0.76 em above the baseline in every viewer.
        let top = at.1 - 0.76 * kind.size;
        drawn(self.surface.draw(&Text::new(text, pixel((left, top)), font.color(&kind.colour))))
    }

    /// A line of text centred vertically on the point by its digits and capitals.
    pub(super) fn text_at_mid(&self, text: &str, at: Point, kind: &Type, align: Align) -> Result<(), ChartError> {
        self.text(text, (at.0, at.1 + 0.36 * kind.size), kind, align)
    }

    /// A filled rectangle.
    pub(super) fn rectangle(&self, area: Bounds, colour: RGBColor, opacity: f64) -> Result<(), ChartError> {
        let corners = [pixel((area.left, area.top)), pixel((area.right, area.bottom))];
        drawn(self.surface.draw(&Rectangle::new(corners, colour.mix(opacity).filled())))
    }

    /// A filled polygon.
    pub(super) fn polygon(&self, points: &[Point], colour: RGBColor, opacity: f64) -> Result<(), ChartError> {
        if points.len() < 3 {
            return Ok(());
        }
        let corners: Vec<(i32, i32)> = points.iter().copied().map(pixel).collect();
        drawn(self.surface.draw(&Polygon::new(corners, colour.mix(opacity).filled())))
    }

    /// A line through the points.
    pub(super) fn line(&self, points: &[Point], colour: RGBColor, stroke: u32) -> Result<(), ChartError> {
        let points: Vec<(i32, i32)> = points.iter().copied().map(pixel).collect();
        drawn(self.surface.draw(&PathElement::new(points, colour.stroke_width(stroke))))
    }

    /// A dashed line through the points.
    pub(super) fn dashes(&self, points: &[Point], colour: RGBColor, stroke: u32) -> Result<(), ChartError> {
        let points: Vec<(i32, i32)> = points.iter().copied().map(pixel).collect();
        drawn(self.surface.draw(&DashedPathElement::new(points, 22, 16, colour.stroke_width(stroke))))
    }

    /// A dot with a white rim.
    pub(super) fn dot(&self, at: Point, radius: f64, colour: RGBColor) -> Result<(), ChartError> {
        drawn(self.surface.draw(&Circle::new(pixel(at), (radius + 4.0) as i32, PAPER.filled())))?;
        drawn(self.surface.draw(&Circle::new(pixel(at), radius as i32, colour.filled())))
    }

    /// Title and subtitle; returns where the chart may begin.
    fn heading(&self, title: &str, subtitle: &str) -> Result<f64, ChartError> {
        let (room, margin) = (self.room(), self.shape.margin());
        let title = clean(title);
        let steps = [(80.0, 1), (74.0, 1), (76.0, 2), (66.0, 2), (60.0, 3)];
        let fits = steps.iter().find(|(size, most)| wrap(&title, room, &TITLE.sized(*size), usize::MAX).len() <= *most);
        let (size, most) = *fits.unwrap_or(&(60.0, 3));
        let kind = TITLE.sized(size);
        let mut baseline = margin - 0.2 * size;
        for line in wrap_evenly(&title, room, &kind, most) {
            baseline += if baseline < margin { 0.86 * size } else { 1.18 * size };
            self.text(&line, (margin, baseline), &kind, Align::Left)?;
        }
        self.subtitle(subtitle, baseline + 22.0, 2)
    }

    /// What is drawn, below that height and on so many lines; returns where the chart may begin.
    fn subtitle(&self, subtitle: &str, below: f64, most: usize) -> Result<f64, ChartError> {
        let mut baseline = below;
        for line in wrap_evenly(&clean(subtitle), self.room(), &SUBTITLE, most) {
            baseline += SUBTITLE.leading();
            self.text(&line, (self.shape.margin(), baseline), &SUBTITLE, Align::Left)?;
        }
        Ok(baseline + 52.0)
    }

    /// The footer; returns where the chart must end.
    fn footer(&self, footer: &Footer) -> Result<f64, ChartError> {
        let (room, margin) = (self.room(), self.shape.margin());
        let baseline = self.height() - 48.0;
        let rule = baseline - 50.0;
        self.line(&[(margin, rule), (margin + room, rule)], GRID, 2)?;
        let right = shorten(&clean(&footer.right), room * 0.55, &FOOTER);
        let taken = width(&right, &FOOTER);
        self.text(&right, (margin + room, baseline), &FOOTER, Align::Right)?;
        let study = FOOTER.coloured(INK);
        let left = shorten(&clean(&footer.left), room - taken - 60.0, &study);
        self.text(&left, (margin, baseline), &study, Align::Left)?;
        Ok(rule - 36.0)
    }
}

/// Ends an error of plotters at this wall.
pub(super) fn drawn<T, E: Display>(result: Result<T, E>) -> Result<T, ChartError> {
    result.map_err(|error| ChartError::Drawing(error.to_string()))
}

/// The nearest point that plotters can name; far beyond the board there is nothing to see.
fn pixel(point: Point) -> (i32, i32) {
    let place = |value: f64| value.round().clamp(-20_000.0, 20_000.0) as i32;
    (place(point.0), place(point.1))
}

/// Gives the SVG its size in slide pixels, its title for screen readers and round joins.
fn finish(svg: &str, title: &str, shape: Shape) -> String {
    let body = svg.find('>').map_or(svg, |end| &svg[end + 1..]);
    let title = clean(title).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let (wide, high) = shape.size();
    let (across, down) = (wide / 2, high / 2);
    format!(
        "<svg width=\"{across}\" height=\"{down}\" viewBox=\"0 0 {wide} {high}\" xmlns=\"http://www.w3.org/2000/svg\" \
         role=\"img\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n<title>{title}</title>{body}"
    )
}
