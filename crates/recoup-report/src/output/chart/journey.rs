//! The journey map: touchpoints in the order of the customer's journey, and at each how often something fails, how satisfied
//! customers are afterwards and how much money is at risk.

use plotters::style::RGBColor;

use crate::analysis::fmea::{FailureGroup, FailureModes};
use crate::analysis::view::ChartFrame;
use crate::language::{Locale, tr};
use crate::output::chart::axis::{drawable, span};
use crate::output::chart::board::{Align, Board, Bounds, Heading, Point, compose};
use crate::output::chart::clean::clean;
use crate::output::chart::style::{AXIS, BLUE, GRID, INK, LABEL, ORANGE, QUIET, Type, VERMILLION, ink_on, tint};
use crate::output::chart::text::{brief, quoted, shorten, width, wrap};
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;

const NAME: &str = "journey";
/// Most touchpoints shown.
const MOST_STOPS: usize = 8;
/// Ends of the scale of satisfaction.
const SATISFACTION: [f64; 2] = [1.0, 7.0];

/// What is shown of a touchpoint in one lane.
struct Sign {
    /// The figure drawn; none where there is nothing to draw.
    value: Option<f64>,
    /// Its interval; none where it is exact.
    interval: Option<[f64; 2]>,
    figure: String,
    note: String,
}

/// How a lane draws its figures.
#[derive(Clone, Copy, PartialEq)]
enum Drawn {
    /// Bars from zero, in a colour.
    Bars(RGBColor),
    /// Dots between the ends of the scale of satisfaction, with a line at this value.
    Dots(f64),
}

/// One figure of all touchpoints.
struct Lane {
    title: String,
    drawn: Drawn,
    signs: Vec<Sign>,
    low: f64,
    high: f64,
}

impl Lane {
    /// A lane whose ends hold all that is drawn.
    fn new(title: String, drawn: Drawn, signs: Vec<Sign>) -> Self {
        let (low, high) = match drawn {
            Drawn::Bars(_) => span(
                signs.iter().flat_map(|s| s.value.into_iter().chain(s.interval.into_iter().flatten())).chain([0.0]),
            ),
            Drawn::Dots(_) => (SATISFACTION[0], SATISFACTION[1]),
        };
        // Equal figures are moved apart by the span; bars begin at zero all the same.
        let low = if matches!(drawn, Drawn::Bars(_)) && signs.iter().all(is_not_below) { 0.0 } else { low };
        Lane { title, drawn, signs, low, high }
    }

    /// Where `x` lies between the ends, from 0 to 1.
    fn part(&self, x: f64) -> f64 {
        ((x - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

fn is_not_below(sign: &Sign) -> bool {
    sign.value.into_iter().chain(sign.interval.into_iter().flatten()).all(|x| x >= 0.0)
}

/// Draws one column a touchpoint, upright one row.
pub fn draw(frame: &ChartFrame, strategy: &str, found: &FailureModes) -> Result<Chart, ChartError> {
    let is_whole = |group: &&FailureGroup| {
        let band = group.npv_at_risk;
        [band.mean, band.p05, band.p95, group.incidence.failures_per_1000_customers].into_iter().all(drawable)
    };
    let all: Vec<&FailureGroup> = found.touchpoints.iter().filter(is_whole).collect();
    if all.is_empty() {
        return Err(ChartError::Empty { chart: NAME });
    }
    let shown = &all[..all.len().min(MOST_STOPS)];
    let locale = frame.locale();
    let name = quoted(locale, strategy, 40);
    let mut subtitle = tr!(locale, "chart-journey-subtitle", name = name, horizon = frame.horizon());
    if all.len() > shown.len() {
        subtitle = tr!(locale, "chart-journey-more", text = subtitle, number = all.len() - shown.len());
    }
    let names: Vec<String> = shown.iter().map(|group| named(group, locale)).collect();
    let lanes = lanes(frame, shown, found.satisfaction_before);
    let title = finding(frame, found);
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        if board.is_portrait() { upright(board, area, &names, &lanes) } else { across(board, area, &names, &lanes) }
    })
}

/// The name of a touchpoint, or of none.
fn named(group: &FailureGroup, locale: &Locale) -> String {
    group.name.as_ref().map_or_else(|| tr!(locale, "fmea-no-touchpoint"), |name| clean(name))
}

fn lanes(frame: &ChartFrame, shown: &[&FailureGroup], before: f64) -> [Lane; 3] {
    let locale = frame.locale();
    let failures = |group: &&FailureGroup| {
        let x = group.incidence.failures_per_1000_customers;
        let figure = if x >= 100.0 { locale.compact(x) } else { locale.fixed(x, 1) };
        Sign { value: Some(x), interval: None, figure, note: String::new() }
    };
    let satisfaction = |group: &&FailureGroup| {
        let value = group.incidence.satisfaction_after.filter(|x| drawable(*x));
        let figure = value.map_or(String::new(), |x| locale.fixed(x, 1));
        Sign { value, interval: None, figure, note: String::new() }
    };
    let money = |group: &&FailureGroup| {
        let band = group.npv_at_risk;
        let is_exact = band.p05 == band.p95;
        let [low, high] = [band.p05, band.p95].map(|x| locale.compact(x));
        Sign {
            value: Some(band.mean),
            interval: (!is_exact).then_some([band.p05, band.p95]),
            figure: locale.compact(band.mean),
            note: if is_exact { String::new() } else { tr!(locale, "range", low = low, high = high) },
        }
    };
    let of = |sign: &dyn Fn(&&FailureGroup) -> Sign| shown.iter().map(sign).collect::<Vec<Sign>>();
    [
        Lane::new(tr!(locale, "chart-journey-failures"), Drawn::Bars(ORANGE), of(&failures)),
        Lane::new(
            tr!(locale, "chart-journey-satisfaction", before = locale.fixed(before, 1)),
            Drawn::Dots(before),
            of(&satisfaction),
        ),
        Lane::new(frame.in_currency(tr!(locale, "chart-journey-money")), Drawn::Bars(VERMILLION), of(&money)),
    ]
}

/// Touchpoints from left to right, lanes from top to bottom.
fn across(board: &Board<'_>, area: Bounds, names: &[String], lanes: &[Lane; 3]) -> Result<(), ChartError> {
    const HEAD: f64 = 128.0;
    const BESIDE: f64 = 470.0;
    let wide = (area.right - area.left - BESIDE) / names.len() as f64;
    let column = |i: usize| area.left + BESIDE + wide * i as f64;
    for (i, name) in names.iter().enumerate() {
        let place = Bounds { left: column(i), top: area.top, right: column(i) + wide - 12.0, bottom: area.top + HEAD };
        stop(board, place, name)?;
    }
    let top = area.top + HEAD + 24.0;
    let high = (area.bottom - top) / lanes.len() as f64;
    for (number, lane) in lanes.iter().enumerate() {
        let place = Bounds {
            left: area.left,
            top: top + high * number as f64,
            right: area.right,
            bottom: top + high * (number + 1) as f64 - 26.0,
        };
        if number > 0 {
            board.line(&[(area.left, place.top - 13.0), (area.right, place.top - 13.0)], GRID, 2)?;
        }
        title(board, (place.left, (place.top + place.bottom) / 2.0), &lane.title, BESIDE - 50.0)?;
        let middles: Vec<f64> = (0..names.len()).map(|i| column(i) + wide / 2.0).collect();
        match lane.drawn {
            Drawn::Bars(colour) => {
                for (sign, middle) in lane.signs.iter().zip(&middles) {
                    upright_bar(board, lane, sign, (*middle, wide), place, colour)?;
                }
                let zero = level(lane, place, 0.0);
                board.line(&[(column(0), zero), (area.right, zero)], AXIS, 3)?;
            }
            Drawn::Dots(before) => {
                let y = level(lane, place, before);
                board.dashes(&[(column(0), y), (area.right, y)], QUIET, 3)?;
                dots(board, lane, &middles, place, y)?;
            }
        }
    }
    Ok(())
}

/// A touchpoint as an arrow with its name in it.
fn stop(board: &Board<'_>, place: Bounds, name: &str) -> Result<(), ChartError> {
    const TIP: f64 = 36.0;
    let ground = tint(BLUE, 0.16);
    let middle = (place.top + place.bottom) / 2.0;
    let corners = [
        (place.left, place.top),
        (place.right - TIP, place.top),
        (place.right, middle),
        (place.right - TIP, place.bottom),
        (place.left, place.bottom),
        (place.left + TIP, middle),
    ];
    board.polygon(&corners, ground, 1.0)?;
    let room = place.width() - 2.0 * TIP - 16.0;
    let kind = fitting(name, room, LABEL.heavy().coloured(ink_on(ground)));
    lines(board, &wrap(name, room, &kind, 2), &kind, ((place.left + place.right) / 2.0, middle), Align::Middle)
}

/// Letters small enough that no word of a name is cut, as far as that is readable.
fn fitting(name: &str, room: f64, kind: Type) -> Type {
    let widest = name.split_whitespace().map(|word| width(word, &kind)).fold(0.0, f64::max);
    if widest > room { kind.sized((kind.size * room / widest).max(28.0)) } else { kind }
}

/// Lines of a text centred on a point.
fn lines(board: &Board<'_>, lines: &[String], kind: &Type, at: Point, align: Align) -> Result<(), ChartError> {
    let first = at.1 - kind.leading() * (lines.len() as f64 - 1.0) / 2.0;
    for (i, line) in lines.iter().enumerate() {
        board.text_at_mid(line, (at.0, first + kind.leading() * i as f64), kind, align)?;
    }
    Ok(())
}

/// What a lane shows.
fn title(board: &Board<'_>, at: Point, text: &str, room: f64) -> Result<(), ChartError> {
    let kind = LABEL.sized(38.0);
    lines(board, &wrap(text, room, &kind, 5), &kind, at, Align::Left)
}

/// Room for figure and note above the highest sign of a lane.
const ABOVE: f64 = 100.0;

/// Height on the board of a value of a lane.
fn level(lane: &Lane, place: Bounds, x: f64) -> f64 {
    let (top, bottom) = (place.top + ABOVE, place.bottom - 6.0);
    bottom - lane.part(x) * (bottom - top)
}

/// A bar from zero with its interval, figure and note.
fn upright_bar(
    board: &Board<'_>,
    lane: &Lane,
    sign: &Sign,
    (middle, wide): (f64, f64),
    place: Bounds,
    colour: RGBColor,
) -> Result<(), ChartError> {
    let Some(value) = sign.value else { return Ok(()) };
    let half = (wide * 0.2).min(90.0);
    let (zero, end) = (level(lane, place, 0.0), level(lane, place, value));
    let (top, bottom) = (zero.min(end), zero.max(end));
    board.rectangle(Bounds { left: middle - half, top, right: middle + half, bottom }, colour, 1.0)?;
    let mut above = top;
    if let Some(ends) = sign.interval {
        let [low, high] = ends.map(|x| level(lane, place, x));
        above = above.min(high);
        whisker(board, [(middle, low), (middle, high)], 16.0)?;
    }
    let kind = LABEL.heavy();
    let note = LABEL.sized(34.0).coloured(QUIET);
    let mut baseline = above - 16.0;
    if !sign.note.is_empty() {
        board.text(&shorten(&sign.note, wide - 12.0, &note), (middle, baseline), &note, Align::Middle)?;
        baseline -= note.leading();
    }
    board.text(&shorten(&sign.figure, wide - 12.0, &kind), (middle, baseline), &kind, Align::Middle)
}

/// A line with ends across it.
fn whisker(board: &Board<'_>, ends: [Point; 2], half: f64) -> Result<(), ChartError> {
    board.line(&ends, INK, 4)?;
    let is_upright = ends[0].0 == ends[1].0;
    for (x, y) in ends {
        let cap = if is_upright { [(x - half, y), (x + half, y)] } else { [(x, y - half), (x, y + half)] };
        board.line(&cap, INK, 4)?;
    }
    Ok(())
}

/// Dots joined by a line, each with its figure away from the line at `before`.
fn dots(board: &Board<'_>, lane: &Lane, middles: &[f64], place: Bounds, before: f64) -> Result<(), ChartError> {
    let at = |(sign, middle): (&Sign, &f64)| sign.value.map(|x| (*middle, level(lane, place, x)));
    let points: Vec<Option<Point>> = lane.signs.iter().zip(middles).map(at).collect();
    for pair in points.windows(2) {
        if let [Some(from), Some(to)] = pair {
            board.line(&[*from, *to], tint(BLUE, 0.55), 5)?;
        }
    }
    let kind = LABEL.heavy();
    for (point, sign) in points.iter().zip(&lane.signs) {
        let Some((x, y)) = point else { continue };
        board.dot((*x, *y), 20.0, BLUE)?;
        let above = y - 52.0;
        let is_free = (above - before).abs() > 40.0 && above > place.top + 24.0;
        let beside = if is_free { above } else { y + 54.0 };
        board.text_at_mid(&sign.figure, (*x, beside), &kind, Align::Middle)?;
    }
    Ok(())
}

/// Touchpoints from top to bottom, lanes from left to right.
fn upright(board: &Board<'_>, area: Bounds, names: &[String], lanes: &[Lane; 3]) -> Result<(), ChartError> {
    const BETWEEN: f64 = 36.0;
    let head = LABEL.sized(34.0).coloured(QUIET);
    let wide = (area.width() - 2.0 * BETWEEN) / lanes.len() as f64;
    let left = |lane: usize| area.left + (wide + BETWEEN) * lane as f64;
    let heads: Vec<Vec<String>> = lanes.iter().map(|lane| wrap(&lane.title, wide, &head, 5)).collect();
    let most = heads.iter().map(Vec::len).max().unwrap_or(0) as f64;
    for (number, lines) in heads.iter().enumerate() {
        for (i, line) in lines.iter().enumerate() {
            let baseline = area.top + head.leading() * (i as f64 + 0.8);
            board.text(line, (left(number), baseline), &head, Align::Left)?;
        }
    }
    let top = area.top + head.leading() * most + 30.0;
    let high = ((area.bottom - top) / names.len() as f64).min(330.0);
    let size = (high * 0.26).clamp(28.0, 42.0);
    let kind = LABEL.sized(size).heavy();
    let has_notes = lanes.iter().flat_map(|lane| &lane.signs).any(|sign| !sign.note.is_empty());
    for (i, name) in names.iter().enumerate() {
        let start = top + high * i as f64;
        board.line(&[(area.left, start), (area.right, start)], GRID, 2)?;
        let named = shorten(name, area.width(), &kind);
        board.text(&named, (area.left, start + kind.leading()), &kind, Align::Left)?;
        for (number, lane) in lanes.iter().enumerate() {
            let place = Bounds {
                left: left(number),
                top: start + kind.leading() + 0.2 * size,
                right: left(number) + wide,
                bottom: start + high - 10.0,
            };
            cell(board, lane, &lane.signs[i], place, has_notes)?;
        }
    }
    Ok(())
}

/// One figure upright: what is drawn from left to right, figure below, and room for a note where some figure has one.
fn cell(board: &Board<'_>, lane: &Lane, sign: &Sign, place: Bounds, has_notes: bool) -> Result<(), ChartError> {
    let figure = LABEL.sized((place.height() * 0.3).clamp(26.0, 38.0));
    let note = figure.sized((figure.size * 0.8).max(24.0)).coloured(QUIET);
    let written = figure.leading() + if has_notes { note.leading() } else { 0.0 };
    let thick = (place.height() - written - 12.0).clamp(14.0, 44.0);
    let middle = place.top + 6.0 + thick / 2.0;
    let at = |x: f64| place.left + 8.0 + lane.part(x) * (place.width() - 16.0);
    if let Some(value) = sign.value {
        match lane.drawn {
            Drawn::Bars(colour) => {
                let (a, b) = (at(0.0), at(value));
                let bar = Bounds {
                    left: a.min(b),
                    top: middle - thick / 2.0,
                    right: a.max(b).max(a.min(b) + 3.0),
                    bottom: middle + thick / 2.0,
                };
                board.rectangle(bar, colour, 1.0)?;
                if let Some(ends) = sign.interval {
                    whisker(board, ends.map(|x| (at(x), middle)), thick * 0.3)?;
                }
            }
            Drawn::Dots(before) => {
                board.line(&[(at(lane.low), middle), (at(lane.high), middle)], GRID, 4)?;
                let x = at(before);
                board.line(&[(x, middle - thick / 2.0), (x, middle + thick / 2.0)], QUIET, 3)?;
                board.dot((at(value), middle), (thick * 0.4).min(16.0), BLUE)?;
            }
        }
    }
    let mut baseline = middle + thick / 2.0 + figure.size;
    board.text(&shorten(&sign.figure, place.width(), &figure), (place.left, baseline), &figure, Align::Left)?;
    if !sign.note.is_empty() {
        baseline += note.leading();
        board.text(&shorten(&sign.note, place.width(), &note), (place.left, baseline), &note, Align::Left)?;
    }
    Ok(())
}

/// The title: where most money is at risk, and how much of all.
fn finding(frame: &ChartFrame, found: &FailureModes) -> String {
    let locale = frame.locale();
    let first = found.touchpoints.iter().max_by(|a, b| a.npv_at_risk.mean.total_cmp(&b.npv_at_risk.mean));
    let Some(first) = first.filter(|group| group.npv_at_risk.mean > 0.0) else {
        return tr!(locale, "chart-journey-nothing");
    };
    let name = locale.quoted(&brief(&named(first, locale), 40));
    let amount = locale.compact_money(first.npv_at_risk.mean, &frame.currency);
    let all = found.all.npv_at_risk.mean;
    if found.touchpoints.len() < 2 || all <= 0.0 {
        return tr!(locale, "chart-journey-alone", name = name, amount = amount);
    }
    let share = locale.share_whole((first.npv_at_risk.mean / all).min(1.0));
    tr!(locale, "chart-journey-most", name = name, amount = amount, share = share)
}
