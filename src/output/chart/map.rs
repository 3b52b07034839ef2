//! A map of two levers: the best strategy in every cell, and by how much.

use crate::analysis::view::{ChartFrame, LeverMap, LeverUnit, MapCell};
use crate::output::chart::axis::{Axis, Measure, Panel, drawable};
use crate::output::chart::board::{Align, Board, Bounds, Words, compose};
use crate::output::chart::style::{INK, LABEL, PAPER, readable, strategy_stroke, tint};
use crate::output::chart::text::{clean, quoted, shorten, width};
use crate::output::chart::{Chart, ChartError};
use crate::output::format::{compact, count, share_whole, signed};

const NAME: &str = "map";

/// Draws one rectangle a cell in the colour of its best strategy, the darker the more it gains.
pub fn draw(frame: &ChartFrame, map: &LeverMap) -> Result<Chart, ChartError> {
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
        let money = if map.units[i] == LeverUnit::Money { format!(", {}", frame.currency) } else { String::new() };
        Axis::over(ends, 0.0, measure, wanted, format!("{}{money}", clean(&map.labels[i])))
    };
    let (x, y) = (axis(0, 8), axis(1, 6));
    let subtitle = format!(
        "Strategy with the highest mean NPV where {} and {} move; darker = more ahead of {}, in {}",
        quoted(&map.labels[0], 40),
        quoted(&map.labels[1], 40),
        quoted(frame.reference(), 30),
        frame.currency,
    );
    let most = map.cells.iter().map(|cell| cell.gain).fold(0.0, f64::max);
    compose(frame, Words { name: NAME, title: finding(frame, map), subtitle }, |board, area| {
        let below = legend(board, area, map)?;
        let panel = Panel::new(board, Bounds { top: below, ..area }, &x, &y, 0.0, 0.0)?;
        let corners = |cell: &MapCell| {
            let (left, top) = panel.at(cell.x - halves[0], cell.y + halves[1]);
            let (right, bottom) = panel.at(cell.x + halves[0], cell.y - halves[1]);
            Bounds { left, top, right, bottom }
        };
        for cell in &map.cells {
            let area = corners(cell);
            let strength = if most > 0.0 && cell.best > 0 { 0.25 + 0.75 * cell.gain / most } else { 0.35 };
            let colour = tint(strategy_stroke(cell.best).0, strength.clamp(0.2, 1.0));
            board.rectangle(area, colour, 1.0)?;
            let kind = LABEL.sized(34.0);
            let text = signed(cell.gain);
            if area.width() > width(&text, &kind) + 16.0 && area.height() > 52.0 {
                let dark = readable(colour) == colour;
                let middle = ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0);
                board.text_at_mid(&text, middle, &kind.coloured(if dark { PAPER } else { INK }), Align::Middle)?;
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

/// One line of the strategies that are best somewhere; returns where the map may begin.
fn legend(board: &Board<'_>, area: Bounds, map: &LeverMap) -> Result<f64, ChartError> {
    let kind = LABEL.sized(40.0);
    let middle = area.top + 24.0;
    let shown = realms(map);
    let room = area.width() / shown.len().max(1) as f64 - 120.0;
    let mut left = area.left;
    for (place, cells) in shown {
        let square = Bounds { left, top: middle - 18.0, right: left + 36.0, bottom: middle + 18.0 };
        board.rectangle(square, strategy_stroke(place).0, 1.0)?;
        let name = map.strategies.get(place).map_or("", String::as_str);
        let share = share_whole(cells as f64 / map.cells.len() as f64);
        let text = shorten(&format!("{} ({share})", clean(name)), room.max(60.0), &kind);
        board.text_at_mid(&text, (left + 50.0, middle), &kind, Align::Left)?;
        left += 50.0 + width(&text, &kind) + 56.0;
    }
    Ok(area.top + 84.0)
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

fn finding(frame: &ChartFrame, map: &LeverMap) -> String {
    let Some(top) = map.cells.iter().max_by(|a, b| a.gain.total_cmp(&b.gain)) else { return String::new() };
    let name = |place: usize| quoted(map.strategies.get(place).map_or("", String::as_str), 40);
    let level = |x: f64, unit: LeverUnit| match unit {
        LeverUnit::Share => share_whole(x),
        LeverUnit::Money => format!("{} {}", count(x), frame.currency),
        LeverUnit::Number => compact(x),
    };
    if top.best == 0 || top.gain <= 0.0 {
        return format!("Nowhere on the map does a strategy beat {}", name(0));
    }
    let (place, cells) = realms(map).first().copied().unwrap_or((top.best, 0));
    let holds = share_whole(cells as f64 / map.cells.len() as f64);
    let first = format!("{} is the best strategy on {holds} of the map", name(place));
    let most = format!(
        "{} {} with {} at {} and {} at {}",
        compact(top.gain),
        frame.currency,
        clean(&map.labels[0]),
        level(top.x, map.units[0]),
        clean(&map.labels[1]),
        level(top.y, map.units[1]),
    );
    if place == top.best {
        format!("{first}; it gains most, {most}")
    } else {
        format!("{first}; the most is gained by {}, {most}", name(top.best))
    }
}
