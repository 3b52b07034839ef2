//! Named dots in a field of four parts: labels stand where they hide neither each other nor a dot.

use plotters::style::RGBColor;

use crate::output::chart::ChartError;
use crate::output::chart::axis::{Axis, Panel};
use crate::output::chart::board::{Align, Board, Bounds, Point};
use crate::output::chart::clean::clean;
use crate::output::chart::style::{GRID, INK, LABEL, PAPER, QUIET, Type, readable, tint};
use crate::output::chart::text::{shorten, width, wrap};

/// Letter sizes of labels: the greatest at which all of them have a place.
const SIZES: [f64; 6] = [40.0, 36.0, 32.0, 28.0, 25.0, 22.0];
/// Distances of a label from its dot that are tried, in letter sizes.
const DISTANCES: [f64; 5] = [0.0, 0.9, 1.8, 3.0, 4.5];
/// Radius of a dot.
const RADIUS: f64 = 15.0;

/// One dot.
pub(super) struct Dot {
    /// Its place, in the units of the axes.
    pub x: f64,
    pub y: f64,
    /// Its 90 % intervals along the axes, where they are known.
    pub across: Option<[f64; 2]>,
    pub up: Option<[f64; 2]>,
    /// Its name.
    pub name: String,
    /// Its colour.
    pub colour: RGBColor,
}

/// The field: its axes, where it is parted, and what its corners are called.
pub(super) struct Field {
    pub x: Axis,
    pub y: Axis,
    /// Where the four parts meet.
    pub parting: (f64, f64),
    /// Names of the parts: upper left, upper right, lower left, lower right.
    pub corners: [String; 4],
}

/// Where labels may not stand, and where they should not.
struct Obstacles {
    /// Dots and names of the parts.
    taken: Vec<Bounds>,
    /// Lines, which would cross a label.
    crossed: Vec<Bounds>,
}

/// A label with a place.
struct Placed {
    dot: usize,
    lines: Vec<String>,
    kind: Type,
    bounds: Bounds,
    /// Whether it is so far from its dot that a line joins them.
    is_far: bool,
}

/// Draws the field and its dots.
pub(super) fn draw(board: &Board<'_>, area: Bounds, field: &Field, dots: &[Dot]) -> Result<(), ChartError> {
    let panel = Panel::new(board, area, &field.x, &field.y, 0.0, 0.0)?;
    let inner = panel.inner;
    let (across, down) = panel.at(field.parting.0, field.parting.1);
    panel.uprights(board, &field.x)?;
    board.dashes(&[(across, inner.top), (across, inner.bottom)], QUIET, 3)?;
    board.dashes(&[(inner.left, down), (inner.right, down)], QUIET, 3)?;
    let mut taken = corners(board, inner, &field.corners)?;
    let mut crossed =
        vec![Bounds { left: across, right: across, ..inner }, Bounds { top: down, bottom: down, ..inner }];
    let at: Vec<Point> = dots.iter().map(|dot| panel.at(dot.x, dot.y)).collect();
    taken.extend(at.iter().map(|&at| around(at, RADIUS + 5.0)));
    for (dot, &(x, y)) in dots.iter().zip(&at) {
        let pale = tint(dot.colour, 0.45);
        if let Some([low, high]) = dot.across {
            let (left, right) = (panel.at(low, dot.y).0, panel.at(high, dot.y).0);
            board.line(&[(left, y), (right, y)], pale, 4)?;
            crossed.push(Bounds { left, right, top: y, bottom: y });
        }
        if let Some([low, high]) = dot.up {
            let (top, bottom) = (panel.at(dot.x, high).1, panel.at(dot.x, low).1);
            board.line(&[(x, top), (x, bottom)], pale, 4)?;
            crossed.push(Bounds { left: x, right: x, top, bottom });
        }
    }
    let labels = labels(dots, &at, inner, &Obstacles { taken, crossed });
    for label in labels.iter().filter(|label| label.is_far) {
        let to = nearest(label.bounds, at[label.dot]);
        board.line(&[at[label.dot], to], tint(dots[label.dot].colour, 0.6), 2)?;
    }
    for (dot, &at) in dots.iter().zip(&at) {
        board.dot(at, RADIUS, dot.colour)?;
    }
    for Placed { lines, kind, bounds, .. } in &labels {
        board.rectangle(*bounds, PAPER, 0.75)?;
        for (i, line) in lines.iter().enumerate() {
            let baseline = bounds.top + kind.leading() * (i as f64 + 0.8);
            board.text(line, (bounds.left, baseline), kind, Align::Left)?;
        }
    }
    Ok(())
}

/// Writes the names of the parts into their corners; where they stand.
fn corners(board: &Board<'_>, inner: Bounds, names: &[String; 4]) -> Result<Vec<Bounds>, ChartError> {
    let kind = LABEL.sized(38.0).heavy().coloured(tint(INK, 0.62));
    let mut taken = Vec::new();
    for (i, name) in names.iter().enumerate() {
        let name = shorten(&clean(name), inner.width() * 0.46, &kind);
        let wide = width(&name, &kind);
        let left = if i % 2 == 0 { inner.left + 18.0 } else { inner.right - 18.0 - wide };
        let top = if i < 2 { inner.top + 10.0 } else { inner.bottom - 10.0 - kind.leading() };
        board.text(&name, (left, top + kind.leading() * 0.8), &kind, Align::Left)?;
        taken.push(Bounds { left, top, right: left + wide, bottom: top + kind.leading() });
    }
    board.line(&[(inner.left, inner.top), (inner.right, inner.top)], GRID, 2)?;
    board.line(&[(inner.right, inner.top), (inner.right, inner.bottom)], GRID, 2)?;
    Ok(taken)
}

/// Places for the labels of all dots, at the greatest size at which all have one; at the smallest, those that have one.
fn labels(dots: &[Dot], at: &[Point], inner: Bounds, obstacles: &Obstacles) -> Vec<Placed> {
    let mut best = Vec::new();
    for size in SIZES {
        best = placed(dots, at, inner, obstacles, size);
        if best.len() == dots.len() {
            break;
        }
    }
    best
}

fn placed(dots: &[Dot], at: &[Point], inner: Bounds, obstacles: &Obstacles, size: f64) -> Vec<Placed> {
    let mut taken = obstacles.taken.clone();
    let mut placed = Vec::new();
    // Those in a crowd choose first.
    let near = |i: &usize| {
        let (x, y) = at[*i];
        at.iter().filter(|(a, b)| (a - x).abs() < 8.0 * size && (b - y).abs() < 3.0 * size).count()
    };
    let mut order: Vec<usize> = (0..dots.len()).collect();
    order.sort_by_key(|i| std::cmp::Reverse(near(i)));
    for dot in order {
        let kind = LABEL.sized(size).coloured(readable(dots[dot].colour));
        let lines = wrap(&clean(&dots[dot].name), inner.width() * 0.3, &kind, 2);
        let wide = lines.iter().map(|line| width(line, &kind)).fold(0.0, f64::max);
        let high = kind.leading() * lines.len() as f64;
        let is_free = |(bounds, _): &(Bounds, bool)| {
            is_inside(bounds, &inner) && taken.iter().all(|other| is_apart(bounds, other))
        };
        let free: Vec<(Bounds, bool)> = candidates(at[dot], wide, high, size).into_iter().filter(is_free).collect();
        let is_clear = |(bounds, _): &&(Bounds, bool)| obstacles.crossed.iter().all(|line| is_apart(bounds, line));
        let free = free.iter().find(is_clear).or(free.first()).copied();
        if let Some((bounds, is_far)) = free {
            taken.push(bounds);
            placed.push(Placed { dot, lines, kind, bounds, is_far });
        }
    }
    placed
}

/// Where a label so wide and high may stand, the best place first; and whether that is far from the dot.
fn candidates((x, y): Point, wide: f64, high: f64, size: f64) -> Vec<(Bounds, bool)> {
    let mut all = Vec::new();
    for far in DISTANCES {
        let gap = RADIUS + 10.0 + far * size;
        let slant = RADIUS + 2.0 + far * size;
        let boxes = [
            (x + gap, y - high / 2.0),
            (x - gap - wide, y - high / 2.0),
            (x - wide / 2.0, y - gap - high),
            (x - wide / 2.0, y + gap),
            (x + slant, y - slant - high),
            (x + slant, y + slant),
            (x - slant - wide, y - slant - high),
            (x - slant - wide, y + slant),
        ];
        let bounds = |(left, top): Point| Bounds { left, top, right: left + wide, bottom: top + high };
        all.extend(boxes.map(|place| (bounds(place), far > 0.0)));
    }
    all
}

fn around((x, y): Point, radius: f64) -> Bounds {
    Bounds { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
}

fn is_inside(bounds: &Bounds, inner: &Bounds) -> bool {
    bounds.left >= inner.left + 8.0
        && bounds.right <= inner.right - 8.0
        && bounds.top >= inner.top + 4.0
        && bounds.bottom <= inner.bottom - 4.0
}

fn is_apart(a: &Bounds, b: &Bounds) -> bool {
    a.left > b.right + 6.0 || b.left > a.right + 6.0 || a.top > b.bottom + 2.0 || b.top > a.bottom + 2.0
}

/// The point of a box that is nearest to another.
fn nearest(bounds: Bounds, (x, y): Point) -> Point {
    (x.clamp(bounds.left, bounds.right), y.clamp(bounds.top, bounds.bottom))
}
