//! ROI curve: what the next unit of a lever earns, where it breaks even and where it begins to lose money.

use crate::analysis::view::{ChartFrame, LeverUnit, RoiCurve};
use crate::language::{Locale, tr};
use crate::output::chart::axis::{Axis, Measure, Panel, drawable};
use crate::output::chart::board::{Board, Bounds, Heading, Point, compose};
use crate::output::chart::clean::clean;
use crate::output::chart::label::{EndLabel, LabelColumn};
use crate::output::chart::lines::{
    Lines, Series, choose_bands, foremost, heights, keep_foremost, with_caveat, with_left_out,
};
use crate::output::chart::mark::Mark;
use crate::output::chart::style::strategy_stroke;
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;
use crate::output::level::short_level;
use crate::stats::band::Band;

const NAME: &str = "roi-curve";

/// Most curves whose last return is written.
const MOST_RETURNS: usize = 4;

/// Draws curves over one and the same lever: the NPV difference above, the ROI below.
pub fn draw(frame: &ChartFrame, data: &[RoiCurve]) -> Result<Chart, ChartError> {
    let first = data.first().ok_or(ChartError::Empty { chart: NAME })?;
    if let Some(other) = data.iter().find(|curve| curve.key != first.key) {
        return Err(ChartError::MixedKeys { chart: NAME, first: first.key.clone(), second: other.key.clone() });
    }
    let locale = frame.locale();
    let mut series = Vec::new();
    for curve in data {
        let points = curve.points.iter().map(|point| (point.x, point.npv_difference));
        let Some(mut line) = Series::new(frame, &curve.strategy, points) else { continue };
        let (x, top) = peak(&line);
        line.value =
            tr!(locale, "chart-roi-peak", amount = locale.signed(top.mean), level = short_level(locale, x, curve.unit));
        line.dots = vec![x];
        series.push(line);
    }
    let left_out = keep_foremost(&mut series);
    let best = foremost(&series, |line| peak(line).1.mean).cloned().ok_or(ChartError::Empty { chart: NAME })?;
    let curve = data.iter().find(|curve| curve.strategy == best.name).unwrap_or(first);
    let title = finding(frame, curve, &best);
    let bands = choose_bands(locale, &mut series, &best.name, frame.reference());
    let subtitle = tr!(
        locale,
        "chart-roi-subtitle",
        reference = quoted(locale, frame.reference(), 40),
        horizon = frame.horizon(),
        bands = bands,
    );
    let subtitle = with_left_out(locale, subtitle, left_out);

    let lever = clean(&frame.lever(curve));
    let (measure, axis) = match curve.unit {
        LeverUnit::Share => (Measure::Share, lever),
        LeverUnit::Money => (Measure::Number, frame.in_currency(lever)),
        LeverUnit::Number => (Measure::Number, lever),
    };
    let levels = series.iter().flat_map(|line| line.points.iter().map(|(x, _)| *x));
    let x = Axis::over(locale, levels, 0.0, measure, 9, axis);
    let bare = x.bare();
    let axis = frame.in_currency(tr!(locale, "npv-difference"));
    let y = Axis::over(locale, heights(&series).chain([0.0]), 0.05, Measure::Number, 5, axis);
    let returns = returns(data, &series);
    let below = roi_axis(locale, &returns);
    let marks = marks(locale, curve, &best, &x);
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        let Some(below) = &below else {
            return Lines { series: &series, x: &x, y: &y, marks: &marks, left: 0.0 }.draw(board, area).map(|_| ());
        };
        let left = Panel::room_for(&y).max(Panel::room_for(below));
        let parting = area.top + area.height() * 0.62;
        let upper = Lines { series: &series, x: &bare, y: &y, marks: &marks, left }
            .draw(board, Bounds { bottom: parting, ..area })?;
        let outer = Bounds { top: parting + 26.0, right: upper.inner.right, ..area };
        let panel = Panel::new(board, outer, &x, below, left, 0.0)?;
        roi_lines(board, &panel, &returns, (below, locale), area.right)
    })
}

/// The lowest level with the highest mean, and its band.
fn peak(line: &Series) -> (f64, Band) {
    let top = line.points.iter().reduce(|best, point| if point.1.mean > best.1.mean { point } else { best });
    top.copied().unwrap_or((0.0, Band::exact(0.0)))
}

/// Break-even, the level of the study and the end of profitable growth, of the curve in the title.
fn marks(locale: &Locale, curve: &RoiCurve, best: &Series, x: &Axis) -> Vec<Mark> {
    let shown = |at: &f64| drawable(*at) && *at >= x.low && *at <= x.high;
    let mut marks = Vec::new();
    let mut mark = |at: Option<f64>, from: Option<f64>, text: &dyn Fn(String) -> String| {
        if let Some(x) = at.filter(shown) {
            let from = from.unwrap_or_else(|| best.mean_at(x));
            marks.push(Mark { x, from, text: text(short_level(locale, x, curve.unit)) });
        }
    };
    let rising = curve.break_even.is_none_or(|x| best.last().mean >= 0.0 || peak(best).0 > x);
    mark(curve.break_even, Some(0.0), &|level| match rising {
        true => tr!(locale, "chart-roi-break-even", level = level),
        false => tr!(locale, "chart-roi-pays-up-to", level = level),
    });
    mark(curve.current, None, &|level| tr!(locale, "chart-roi-now", level = level));
    mark(curve.over_investment, None, &|level| tr!(locale, "chart-roi-loses", level = level));
    marks
}

/// A strategy's ROI by level, in the colour of its place.
struct Returns {
    name: String,
    place: usize,
    points: Vec<(f64, Option<f64>)>,
}

fn returns(data: &[RoiCurve], shown: &[Series]) -> Vec<Returns> {
    data.iter()
        .filter_map(|curve| {
            let line = shown.iter().find(|line| line.name == curve.strategy)?;
            let mut points: Vec<(f64, Option<f64>)> =
                curve.points.iter().filter(|p| drawable(p.x)).map(|p| (p.x, p.roi.filter(|r| drawable(*r)))).collect();
            points.sort_by(|a, b| a.0.total_cmp(&b.0));
            Some(Returns { name: curve.strategy.clone(), place: line.place, points })
        })
        .collect()
}

/// The axis of returns. Near no spend a return can be of any size: the outermost tenths are cut where they lie far out, so that the rest
/// can be read. None without returns.
fn roi_axis(locale: &'static Locale, returns: &[Returns]) -> Option<Axis> {
    let mut values: Vec<f64> = returns.iter().flat_map(|r| r.points.iter().filter_map(|(_, roi)| *roi)).collect();
    values.sort_by(f64::total_cmp);
    let (least, most) = (*values.first()?, *values.last()?);
    let tenth = values.len() / 10;
    let (low, high) = (values[tenth], values[values.len() - 1 - tenth]);
    let beyond = (high - low) * 0.3;
    let shown = [least.max(low - beyond), most.min(high + beyond), 0.0];
    Some(Axis::over(locale, shown, 0.06, Measure::Share, 4, tr!(locale, "return-on-investment")))
}

/// Lines of returns, broken where there is none and cut at the panel's edges.
fn roi_lines(
    board: &Board<'_>,
    panel: &Panel<'_>,
    returns: &[Returns],
    (y, locale): (&Axis, &Locale),
    right: f64,
) -> Result<(), ChartError> {
    panel.level(board, 0.0)?;
    let mut labels = Vec::new();
    for line in returns {
        let (colour, dashed) = strategy_stroke(line.place);
        for pair in line.points.windows(2) {
            let [(from, Some(a)), (to, Some(b))] = pair else { continue };
            let Some(part) = within((*from, *a), (*to, *b), y.low, y.high) else { continue };
            let ends = part.map(|(x, roi)| panel.at(x, roi));
            if dashed { board.dashes(&ends, colour, 6)? } else { board.line(&ends, colour, 6)? }
        }
        if let [(x, Some(only))] = line.points.as_slice() {
            board.dot(panel.at(*x, *only), 13.0, colour)?;
        }
        let last = line.points.iter().rev().find_map(|(x, roi)| roi.map(|roi| (*x, roi)));
        if let Some((x, roi)) = last {
            let value = tr!(locale, "chart-roi-return", share = locale.share_whole(roi));
            let name = if returns.len() == 1 { value.clone() } else { clean(&line.name) };
            let value = if returns.len() == 1 { String::new() } else { value };
            labels.push(EndLabel { at: panel.at(x, roi), name, value, colour });
        }
    }
    // Many lines are named in the panel above, in the same colours.
    if returns.len() > MOST_RETURNS {
        return Ok(());
    }
    let inner = panel.inner;
    LabelColumn::fit(&labels, right - inner.right, inner.height() + 40.0).draw(board, inner)
}

/// The part of a straight line whose heights lie in `low..=high`.
fn within(a: Point, b: Point, low: f64, high: f64) -> Option<[Point; 2]> {
    let (mut start, mut end) = (0.0_f64, 1.0_f64);
    let rise = b.1 - a.1;
    if rise == 0.0 {
        return (a.1 >= low && a.1 <= high).then_some([a, b]);
    }
    let (enter, leave) = ((low - a.1) / rise, (high - a.1) / rise);
    start = start.max(enter.min(leave));
    end = end.min(enter.max(leave));
    let point = |share: f64| (a.0 + (b.0 - a.0) * share, a.1 + rise * share);
    (start <= end).then(|| [point(start), point(end)])
}

/// The title: the best level and whether more still pays.
fn finding(frame: &ChartFrame, curve: &RoiCurve, best: &Series) -> String {
    let locale = frame.locale();
    let name = quoted(locale, &best.name, 50);
    let lever = quoted(locale, &frame.lever(curve), 50);
    let (x, top) = peak(best);
    let amount = locale.compact_money(top.mean.abs(), &frame.currency);
    let at = level_in(frame, x, curve.unit);
    let reference = quoted(locale, frame.reference(), 40);
    if top.mean == 0.0 {
        return tr!(locale, "chart-roi-level", lever = lever, name = name, reference = reference);
    }
    if top.mean < 0.0 {
        return tr!(locale, "chart-roi-behind", lever = lever, name = name, amount = amount, reference = reference);
    }
    if let Some(title) = falling(frame, curve, best) {
        return title;
    }
    let last = best.points.last().map_or(x, |(x, _)| *x);
    let title = match curve.over_investment {
        Some(_) => tr!(locale, "chart-roi-turning", name = name, amount = amount, lever = lever, level = at),
        None if x >= last => tr!(locale, "chart-roi-rising", name = name, amount = amount, lever = lever, level = at),
        None => tr!(locale, "chart-roi-most", name = name, amount = amount, lever = lever, level = at),
    };
    with_caveat(locale, title, top)
}

/// A level with its currency.
fn level_in(frame: &ChartFrame, x: f64, unit: LeverUnit) -> String {
    match unit {
        LeverUnit::Money => frame.locale().compact_money(x, &frame.currency),
        _ => short_level(frame.locale(), x, unit),
    }
}

/// The title of a curve that falls from its lowest level on: to call that the best says nothing. How far it pays, and
/// what the study's level comes to; or how much the levels differ.
fn falling(frame: &ChartFrame, curve: &RoiCurve, best: &Series) -> Option<String> {
    let (first, last) = (best.points.first()?, best.points.last()?);
    if best.points.len() < 2 || best.points.windows(2).any(|pair| pair[1].1.mean > pair[0].1.mean) {
        return None;
    }
    let locale = frame.locale();
    let name = quoted(locale, &best.name, 50);
    let lever = quoted(locale, &frame.lever(curve), 50);
    let money = |amount: f64| locale.compact_money(amount.abs(), &frame.currency);
    let at = |x: f64| level_in(frame, x, curve.unit);
    if let Some(end) = curve.break_even.filter(|_| last.1.mean < 0.0) {
        let title = tr!(locale, "chart-roi-pays", name = name, lever = lever, level = at(end));
        let Some(now) = curve.current.filter(|now| (first.0..=last.0).contains(now)) else { return Some(title) };
        let band = best.band_at(now);
        let (now, amount) = (at(now), money(band.mean));
        return Some(match band.mean < 0.0 {
            true => {
                let reference = quoted(locale, frame.reference(), 40);
                tr!(locale, "chart-roi-now-behind", text = title, level = now, amount = amount, reference = reference)
            }
            false => {
                let title = tr!(locale, "chart-roi-now-ahead", text = title, level = now, amount = amount);
                with_caveat(locale, title, band)
            }
        });
    }
    let fallen = tr!(
        locale,
        "chart-roi-falling",
        name = name,
        lever = lever,
        amount = money(first.1.mean),
        level = at(first.0),
        least = money(last.1.mean),
        highest = at(last.0),
    );
    (last.1.mean >= 0.0 && last.1.mean < first.1.mean).then(|| with_caveat(locale, fallen, first.1))
}

#[cfg(test)]
mod tests {
    use crate::output::chart::roi_curve::within;

    #[test]
    fn a_line_is_cut_where_it_leaves_the_panel() {
        assert_eq!(within((0.0, 0.0), (1.0, 2.0), 0.0, 1.0), Some([(0.0, 0.0), (0.5, 1.0)]));
        assert_eq!(within((0.0, 3.0), (1.0, 2.0), 0.0, 1.0), None);
        assert_eq!(within((0.0, 0.5), (1.0, 0.5), 0.0, 1.0), Some([(0.0, 0.5), (1.0, 0.5)]));
    }
}
