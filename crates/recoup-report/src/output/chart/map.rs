//! A map of two levers: the best strategy in every cell, and by how much.

use crate::analysis::view::{ChartFrame, LeverMap, LeverUnit, MapCell};
use crate::language::{Locale, tr};
use crate::output::chart::axis::{Axis, Measure, Panel, drawable};
use crate::output::chart::board::{Align, Board, Bounds, Heading, compose, flow};
use crate::output::chart::clean::clean;
use crate::output::chart::style::{AXIS, INK, LABEL, PAPER, ink_on, strategy_stroke, tint};
use crate::output::chart::text::{brief, quoted, shorten, width};
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;
use crate::output::label::label_of;

const NAME: &str = "map";

/// Most cells across and down that carry numbers.
const MOST_NUMBERS: [usize; 2] = [16, 16];

/// A label without the place before its name, where both together are long.
fn short_label(label: &str) -> String {
    match label.rsplit_once([':', '：']) {
        Some((_, name)) if label.chars().count() > 40 => name.trim().to_string(),
        _ => label.to_string(),
    }
}

/// Draws one rectangle a cell in the colour of its best strategy, the darker the more it gains.
pub fn draw(frame: &ChartFrame, map: &LeverMap) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let names = [0, 1].map(|i| brief(&short_label(&label_of(&map.keys[i], locale)), 50));
    let [xs, ys] = [&map.levels[0], &map.levels[1]];
    if map.cells.is_empty() || map.cells.len() != xs.len() * ys.len() || !map.cells.iter().all(|c| drawable(c.gain)) {
        return Err(ChartError::Empty { chart: NAME });
    }
    let half = |levels: &[f64]| match levels {
        [first, .., last] => 0.5 * (last - first).abs() / (levels.len() - 1) as f64,
        _ => 0.5,
    };
    let halves = [half(xs), half(ys)];
    let axis = |i: usize, wanted: usize| {
        let levels = &map.levels[i];
        let ends = levels.iter().flat_map(|level| [level - halves[i], level + halves[i]]);
        let measure = if map.units[i] == LeverUnit::Share { Measure::Share } else { Measure::Number };
        let name = names[i].clone();
        let name = if map.units[i] == LeverUnit::Money { frame.in_currency(name) } else { name };
        Axis::over(locale, ends, 0.0, measure, wanted, name)
    };
    let (x, y) = (axis(0, 8), axis(1, 6));
    let mut subtitle = tr!(
        locale,
        "chart-map-subtitle",
        across = locale.quoted(&names[0]),
        down = locale.quoted(&names[1]),
        reference = quoted(locale, frame.reference(), 30),
        currency = &frame.currency,
    );
    let most = map.cells.iter().map(|cell| cell.gain).fold(0.0, f64::max);
    // Few cells carry their numbers; where there is no room for them, contours run.
    let kind = LABEL.sized(34.0);
    let numbers = xs.len() <= MOST_NUMBERS[0] && ys.len() <= MOST_NUMBERS[1];
    let levels = contour_levels(most);
    if let Some(step) = levels.first().filter(|_| !numbers) {
        subtitle = tr!(locale, "chart-map-contours", text = subtitle, step = locale.compact(*step));
    }
    let shade = |cell: &MapCell| {
        let strength = if most > 0.0 && cell.best > 0 { 0.25 + 0.75 * cell.gain / most } else { 0.35 };
        tint(strategy_stroke(cell.best).0, strength.clamp(0.2, 1.0))
    };
    compose(frame, Heading { name: NAME, title: finding(frame, map, names), subtitle }, |board, area| {
        let below = legend(board, area, map, locale)?;
        let panel = Panel::new(board, Bounds { top: below, ..area }, &x, &y, 0.0, 0.0)?;
        let corners = |cell: &MapCell| {
            let (left, top) = panel.at(cell.x - halves[0], cell.y + halves[1]);
            let (right, bottom) = panel.at(cell.x + halves[0], cell.y - halves[1]);
            Bounds { left, top, right, bottom }
        };
        for cell in &map.cells {
            let area = corners(cell);
            board.rectangle(area, shade(cell), 1.0)?;
        }
        if numbers {
            for cell in &map.cells {
                let area = corners(cell);
                let text = locale.signed(cell.gain);
                if area.width() > width(&text, &kind) + 16.0 {
                    let ink = ink_on(shade(cell));
                    let middle = ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0);
                    board.text_at_mid(&text, middle, &kind.coloured(ink), Align::Middle)?;
                }
            }
        } else {
            for [from, to] in levels.iter().flat_map(|level| contour(map, *level)) {
                let piece = [panel.at(from.0, from.1), panel.at(to.0, to.1)];
                board.line(&piece, PAPER, 9)?;
                board.line(&piece, AXIS, 4)?;
            }
        }
        // Borders between the realms of two strategies.
        for (place, cell) in map.cells.iter().enumerate() {
            let area = corners(cell);
            let (column, row) = (place % xs.len(), place / xs.len());
            if column + 1 < xs.len() && map.cells[place + 1].best != cell.best {
                let edge = if map.cells[place + 1].x > cell.x { area.right } else { area.left };
                board.line(&[(edge, area.top), (edge, area.bottom)], INK, 5)?;
            }
            if row + 1 < ys.len() && map.cells[place + xs.len()].best != cell.best {
                let edge = if map.cells[place + xs.len()].y > cell.y { area.top } else { area.bottom };
                board.line(&[(area.left, edge), (area.right, edge)], INK, 5)?;
            }
        }
        Ok(())
    })
}

/// Gains at which contours run: three to seven round steps up to the greatest.
fn contour_levels(most: f64) -> Vec<f64> {
    if !(most > 0.0 && most.is_finite()) {
        return Vec::new();
    }
    let power = 10_f64.powf((most / 4.0).log10().floor());
    let step = [5.0, 2.0, 1.0].iter().map(|digit| digit * power).find(|step| step * 3.0 <= most).unwrap_or(power);
    (1..8).map(|i| f64::from(i) * step).take_while(|level| *level < most).collect()
}

/// A piece of a contour, between two points of the map.
type Piece = [(f64, f64); 2];

/// Where the gain has that level: straight pieces between the middles of neighbouring cells (marching
/// squares; at a saddle the two rising corners stay apart).
fn contour(map: &LeverMap, level: f64) -> Vec<Piece> {
    let across = map.levels[0].len();
    let mut pieces = Vec::new();
    for row in 0..map.levels[1].len().saturating_sub(1) {
        for column in 0..across.saturating_sub(1) {
            let place = row * across + column;
            let corners = [place, place + 1, place + across + 1, place + across].map(|i| &map.cells[i]);
            let crossings: Vec<(f64, f64)> = (0..4)
                .filter_map(|i| {
                    let (a, b) = (corners[i], corners[(i + 1) % 4]);
                    if (a.gain < level) == (b.gain < level) {
                        return None;
                    }
                    let share = (level - a.gain) / (b.gain - a.gain);
                    Some((a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)))
                })
                .collect();
            match crossings[..] {
                [a, b] => pieces.push([a, b]),
                // The first corner above: its own two sides are the last crossing and the first.
                [a, b, c, d] if corners[0].gain >= level => pieces.extend([[d, a], [b, c]]),
                [a, b, c, d] => pieces.extend([[a, b], [c, d]]),
                _ => (),
            }
        }
    }
    pieces
}

/// The strategies that are best somewhere; returns where the map may begin.
fn legend(board: &Board<'_>, area: Bounds, map: &LeverMap, locale: &Locale) -> Result<f64, ChartError> {
    let kind = LABEL.sized(40.0);
    let shown = realms(map);
    // Names are shortened to one line where that is wide, and have a line each where it is not.
    let across = if board.is_portrait() { 1 } else { shown.len().max(1) };
    let room = area.width() / across as f64 - 120.0;
    let words = |(place, cells): &(usize, usize)| {
        let name = map.strategies.get(*place).map_or("", String::as_str);
        let share = locale.share_whole(*cells as f64 / map.cells.len() as f64);
        let realm = |name: String| tr!(locale, "chart-map-realm", name = name, share = &share);
        let rest = width(&realm(String::new()), &kind);
        realm(shorten(&clean(name), (room - rest).max(60.0), &kind))
    };
    let texts: Vec<String> = shown.iter().map(words).collect();
    let (places, below) = flow(area, &texts.iter().map(|text| 50.0 + width(text, &kind)).collect::<Vec<f64>>());
    for (((place, _), text), (left, middle)) in shown.iter().zip(&texts).zip(places) {
        let square = Bounds { left, top: middle - 18.0, right: left + 36.0, bottom: middle + 18.0 };
        board.rectangle(square, strategy_stroke(*place).0, 1.0)?;
        board.text_at_mid(text, (left + 50.0, middle), &kind, Align::Left)?;
    }
    Ok(below)
}

/// The strategies that are best somewhere, with the cells they hold, most first; at most six.
fn realms(map: &LeverMap) -> Vec<(usize, usize)> {
    let mut held: Vec<(usize, usize)> =
        (0..map.strategies.len()).map(|i| (i, map.cells.iter().filter(|cell| cell.best == i).count())).collect();
    held.retain(|(_, cells)| *cells > 0);
    held.sort_by_key(|(place, cells)| (usize::MAX - cells, *place));
    held.truncate(6);
    held
}

fn finding(frame: &ChartFrame, map: &LeverMap, [across, down]: [String; 2]) -> String {
    let locale = frame.locale();
    let Some(top) = map.cells.iter().max_by(|a, b| a.gain.total_cmp(&b.gain)) else { return String::new() };
    let name = |place: usize| quoted(locale, map.strategies.get(place).map_or("", String::as_str), 40);
    let level = |x: f64, unit: LeverUnit| match unit {
        LeverUnit::Share => locale.share_whole(x),
        LeverUnit::Money => locale.money(x, &frame.currency),
        LeverUnit::Number => locale.compact(x),
    };
    if top.best == 0 || top.gain <= 0.0 {
        return tr!(locale, "map-nowhere", reference = name(0));
    }
    let (place, cells) = realms(map).first().copied().unwrap_or((top.best, 0));
    let share = locale.share_whole(cells as f64 / map.cells.len() as f64);
    let amount = locale.compact_money(top.gain, &frame.currency);
    let (across_level, down_level) = (level(top.x, map.units[0]), level(top.y, map.units[1]));
    if place == top.best {
        tr!(
            locale,
            "chart-map-best",
            name = name(place),
            share = share,
            amount = amount,
            across = across,
            across_level = across_level,
            down = down,
            down_level = down_level,
        )
    } else {
        tr!(
            locale,
            "chart-map-other",
            name = name(place),
            share = share,
            other = name(top.best),
            amount = amount,
            across = across,
            across_level = across_level,
            down = down,
            down_level = down_level,
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::view::{LeverMap, LeverUnit, MapCell};
    use crate::output::chart::map::{contour, contour_levels};

    fn map(gain: impl Fn(f64, f64) -> f64) -> LeverMap {
        let levels: Vec<f64> = (0..11).map(f64::from).collect();
        let cell = |i: usize| {
            let (x, y) = (levels[i % 11], levels[i / 11]);
            MapCell { x, y, best: 1, gain: gain(x, y), p_best: 1.0, differences: vec![0.0, gain(x, y)] }
        };
        LeverMap {
            keys: ["a".into(), "b".into()],
            units: [LeverUnit::Number; 2],
            strategies: vec!["today".into(), "more".into()],
            current: [None, None],
            cells: (0..121).map(cell).collect(),
            levels: [levels.clone(), levels],
        }
    }

    #[test]
    fn contours_run_where_the_gain_has_their_level() {
        let plane = contour(&map(|x, y| 2.0 * x + y), 11.5);
        assert!(plane.len() >= 10);
        for (x, y) in plane.into_iter().flatten() {
            assert!((2.0 * x + y - 11.5).abs() < 1e-9, "{x} {y}");
        }
        // Around a peak the pieces close: every end is met twice.
        let around = contour(&map(|x, y| 100.0 - (x - 5.0).powi(2) - (y - 5.0).powi(2)), 91.3);
        let ends: Vec<(f64, f64)> = around.iter().flatten().copied().collect();
        let met = |p: &(f64, f64)| ends.iter().filter(|q| (p.0 - q.0).abs() + (p.1 - q.1).abs() < 1e-9).count();
        assert!(!ends.is_empty() && ends.iter().all(|end| met(end) == 2));
    }

    #[test]
    fn steps_are_round() {
        assert_eq!(contour_levels(1_576_465.0), [500_000.0, 1_000_000.0, 1_500_000.0]);
        assert!(contour_levels(0.0).is_empty());
        for most in [1.0, 3.7, 9.99, 2e5] {
            assert!((2..=7).contains(&contour_levels(most).len()), "{most}: {:?}", contour_levels(most));
        }
    }
}
