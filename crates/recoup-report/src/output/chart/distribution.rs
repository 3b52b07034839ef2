//! Distribution of the NPV difference: how likely is a gain, and how bad can it get?

use crate::analysis::view::{ChartFrame, DifferenceDistribution};
use crate::language::tr;
use crate::output::chart::axis::{Axis, Measure, drawable};
use crate::output::chart::board::{Board, Heading, Point, compose};
use crate::output::chart::lines::with_left_out;
use crate::output::chart::row::{Row, Rows};
use crate::output::chart::style::{BLUE, INK, MOST_SERIES, VERMILLION};
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;

const NAME: &str = "npv-distribution";

/// Cells of the horizontal axis in which draws are counted.
const CELLS: usize = 360;

/// A strategy ready to draw.
struct Ridge<'d> {
    data: &'d DifferenceDistribution,
    gains: Option<f64>,
}

/// Draws one row a strategy, the highest mean first.
pub fn draw(frame: &ChartFrame, data: &[DifferenceDistribution]) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let mut ridges: Vec<Ridge<'_>> = data
        .iter()
        .filter(|row| row.strategy != frame.reference())
        .filter(|row| [row.band.mean, row.band.p05, row.band.p50, row.band.p95].into_iter().all(drawable))
        .map(|data| Ridge { data, gains: gain_share(&data.samples) })
        .collect();
    ridges.sort_by(|a, b| b.data.band.mean.total_cmp(&a.data.band.mean));
    let best = ridges.first().ok_or(ChartError::Empty { chart: NAME })?;
    let title = finding(frame, best, ridges.len());
    let left_out = ridges.len().saturating_sub(MOST_SERIES);
    ridges.truncate(MOST_SERIES);

    let reach = ridges.iter().flat_map(|ridge| reach(ridge.data)).chain([0.0]);
    let axis = frame.in_currency(tr!(locale, "npv-difference"));
    let x = Axis::over(locale, reach, 0.02, Measure::Number, 8, axis);
    let reference = quoted(locale, frame.reference(), 40);
    let subtitle = tr!(locale, "chart-distribution-subtitle", reference = reference, number = frame.draws);
    let subtitle = with_left_out(locale, subtitle, left_out);
    let rows: Vec<Row> = ridges
        .iter()
        .map(|ridge| {
            let band = ridge.data.band;
            Row {
                name: ridge.data.strategy.clone(),
                figure: locale.with_interval(band.mean, band.p05, band.p95),
                note: match ridge.gains {
                    Some(_) if is_level(ridge.data) => tr!(locale, "chart-distribution-row-level"),
                    Some(gains) => tr!(locale, "chart-distribution-row-gains", share = locale.share_whole(gains)),
                    None => String::new(),
                },
            }
        })
        .collect();
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        let laid = Rows::lay(board, area, &rows, &x)?;
        for (index, ridge) in ridges.iter().enumerate() {
            hill(board, &laid, index, ridge.data, &x)?;
            interval(board, &laid, index, ridge.data)?;
        }
        Ok(())
    })
}

/// Share of draws above zero, those at zero counted half; none without draws.
fn gain_share(samples: &[f64]) -> Option<f64> {
    let (mut number, mut gains) = (0_u64, 0.0);
    for sample in samples.iter().filter(|sample| sample.is_finite()) {
        number += 1;
        gains += if *sample > 0.0 { 1.0 } else { 0.5 * f64::from(u8::from(*sample == 0.0)) };
    }
    (number > 0).then(|| gains / number as f64)
}

/// Whether nothing differs from the reference.
fn is_level(data: &DifferenceDistribution) -> bool {
    [data.band.mean, data.band.p05, data.band.p95] == [0.0; 3]
}

/// From where to where a row is drawn: its draws, but no further than most of an interval beyond the interval.
fn reach(data: &DifferenceDistribution) -> [f64; 2] {
    let band = data.band;
    let beyond = 0.75 * (band.p95 - band.p05);
    let (mut low, mut high) = (band.p05.min(band.mean), band.p95.max(band.mean));
    for sample in data.samples.iter().filter(|sample| drawable(**sample)) {
        low = low.min(*sample);
        high = high.max(*sample);
    }
    [low.max(band.p05.min(band.mean) - beyond), high.min(band.p95.max(band.mean) + beyond)]
}

/// Density over the cells of the axis: draws counted, then smoothed by a normal kernel of Silverman's width
/// (1.06 s n^-1/5, s from the 90 % interval). There is none beyond the outermost draws, so that no loss is seen where
/// there was none.
fn density(data: &DifferenceDistribution, x: &Axis) -> Vec<f64> {
    let cell = (x.high - x.low) / CELLS as f64;
    let mut cells = vec![0.0; CELLS];
    let mut number = 0.0;
    for sample in data.samples.iter().filter(|sample| drawable(**sample)) {
        number += 1.0;
        let place = ((sample - x.low) / cell).floor();
        if place >= 0.0 && place < CELLS as f64 {
            cells[place as usize] += 1.0;
        }
    }
    if number == 0.0 {
        return cells;
    }
    let spread = (data.band.p95 - data.band.p05).abs() / 3.29;
    let width = (1.06 * spread * f64::powf(number, -0.2) / cell).clamp(0.7, CELLS as f64);
    let half = ((3.0 * width).ceil() as usize).min(CELLS);
    let first = cells.iter().position(|number| *number > 0.0).unwrap_or_default();
    let last = cells.iter().rposition(|number| *number > 0.0).unwrap_or_default();
    let kernel: Vec<f64> = (0..=half).map(|k| (-0.5 * (k as f64 / width).powi(2)).exp()).collect();
    (0..CELLS)
        .map(|place| {
            if place < first || place > last {
                return 0.0;
            }
            let near = place.saturating_sub(half)..(place + half + 1).min(CELLS);
            near.map(|other| cells[other] * kernel[other.abs_diff(place)]).sum()
        })
        .collect()
}

/// Where a row's hill stands; without a hill its dot is in the middle.
fn foot(rows: &Rows<'_>, index: usize, data: &DifferenceDistribution) -> f64 {
    let flat = data.samples.is_empty() || data.band.p05 == data.band.p95;
    rows.middle(index) + if flat { 0.0 } else { rows.height * 0.30 }
}

/// The hill of one row: losses in vermillion, gains in blue.
fn hill(
    board: &Board<'_>,
    rows: &Rows<'_>,
    index: usize,
    data: &DifferenceDistribution,
    x: &Axis,
) -> Result<(), ChartError> {
    let density = density(data, x);
    let top = density.iter().copied().fold(0.0, f64::max);
    // Without any spread the dot says all.
    if top <= 0.0 || data.band.p05 == data.band.p95 {
        return Ok(());
    }
    let foot = foot(rows, index, data);
    let tall = (rows.height * 0.72).min(260.0);
    let cell = (x.high - x.low) / CELLS as f64;
    let outline: Vec<(f64, f64)> = density
        .iter()
        .enumerate()
        .map(|(place, level)| (x.low + (place as f64 + 0.5) * cell, foot - tall * level / top))
        .collect();
    let across = |value: f64| rows.panel.at(value, 0.0).0;
    let at_zero = outline
        .windows(2)
        .find(|pair| pair[0].0 <= 0.0 && pair[1].0 > 0.0)
        .map(|pair| (pair, pair[0].1 + (pair[1].1 - pair[0].1) * (-pair[0].0 / (pair[1].0 - pair[0].0))))
        .filter(|(pair, _)| pair.iter().all(|(_, down)| *down < foot - 0.5))
        .map(|(_, down)| (across(0.0), down));
    for (colour, gains) in [(VERMILLION, false), (BLUE, true)] {
        let side: Vec<Point> = outline
            .iter()
            .filter(|(value, down)| (*value > 0.0) == gains && *down < foot - 0.5)
            .map(|(value, down)| (across(*value), *down))
            .collect();
        let (Some(first), Some(last)) = (side.first().copied(), side.last().copied()) else { continue };
        // Where the hill goes on beyond zero, both its sides end at one point of the zero line.
        let (mut left, mut right) = (first, last);
        if let Some(summit) = at_zero {
            if gains {
                left = summit;
            } else {
                right = summit;
            }
        }
        let ridge: Vec<Point> = [left].into_iter().chain(side.iter().copied()).chain([right]).collect();
        let mut area = vec![(left.0, foot)];
        area.extend(ridge.iter().copied());
        area.push((right.0, foot));
        board.polygon(&area, colour, 0.35)?;
        board.line(&ridge, colour, 4)?;
    }
    Ok(())
}

/// The interval bar, the mean's dot and the median's tick at the foot of the row.
fn interval(board: &Board<'_>, rows: &Rows<'_>, index: usize, data: &DifferenceDistribution) -> Result<(), ChartError> {
    let foot = foot(rows, index, data);
    let across = |value: f64| rows.panel.at(value, 0.0).0;
    let band = data.band;
    board.line(&[(across(band.p05), foot), (across(band.p95), foot)], INK, 7)?;
    let radius = (rows.height * 0.09).clamp(8.0, 12.0);
    board.dot((across(band.mean), foot), radius, INK)?;
    let tick = radius + 10.0;
    board.line(&[(across(band.p50), foot - tick), (across(band.p50), foot + tick)], INK, 4)
}

/// The title: how likely the best strategy gains, and how much.
fn finding(frame: &ChartFrame, best: &Ridge<'_>, number: usize) -> String {
    let locale = frame.locale();
    let band = best.data.band;
    let name = quoted(locale, &best.data.strategy, 60);
    let reference = quoted(locale, frame.reference(), 40);
    let amount = locale.compact_money(band.mean.abs(), &frame.currency);
    let alone = number == 1;
    if is_level(best.data) {
        return match alone {
            true => tr!(locale, "chart-distribution-level-alone", reference = reference),
            false => tr!(locale, "chart-distribution-level", reference = reference),
        };
    }
    let title = match best.gains {
        _ if band.mean <= 0.0 && alone => {
            tr!(locale, "chart-distribution-behind-alone", name = name, amount = amount, reference = reference)
        }
        _ if band.mean <= 0.0 => {
            tr!(locale, "chart-distribution-behind", name = name, amount = amount, reference = reference)
        }
        Some(1.0) => tr!(locale, "chart-distribution-every", name = name, amount = amount),
        Some(gains) => {
            let share = locale.share_whole(gains);
            tr!(locale, "chart-distribution-share", name = name, share = share, amount = amount)
        }
        None => tr!(locale, "chart-distribution-mean", name = name, amount = amount),
    };
    let (low, high) = (locale.signed(band.p05), locale.signed(band.p95));
    if low == high { title } else { tr!(locale, "chart-interval", text = title, low = low, high = high) }
}
