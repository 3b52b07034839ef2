//! Tornado: which uncertain input moves the result most, and where does it make another strategy the best?

use crate::analysis::sensitivity::Sensitivity;
use crate::analysis::sweep::unit;
use crate::analysis::tornado::Flip;
use crate::analysis::view::ChartFrame;
use crate::language::tr;
use crate::output::chart::axis::{Axis, Measure, drawable};
use crate::output::chart::board::{Align, Board, Bounds, Heading, compose, flow};
use crate::output::chart::row::{Row, Rows};
use crate::output::chart::style::{BLUE, INK, LABEL, QUIET, SKY, VERMILLION};
use crate::output::chart::text::{brief, quoted, width};
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;
use crate::output::label::label;
use crate::output::level::even_level;
use crate::scenario::key::Key;

const NAME: &str = "tornado";
/// Most inputs shown.
const MOST_BARS: usize = 10;

/// The key with names of its author shortened, so that what it is of them can be read.
fn brief_key(key: &Key) -> Key {
    Key::from_parts(key.parts().into_iter().map(|part| brief(part, 30)))
}

/// An input in words.
fn named(frame: &ChartFrame, key: &Key) -> String {
    match frame.labels.get(&key.to_string()) {
        Some(label) => brief(label, 60),
        None => label(&brief_key(key), frame.locale()),
    }
}

/// Draws one bar an input, the widest first.
pub fn draw(frame: &ChartFrame, data: &Sensitivity) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let contender = data.contender;
    // With one strategy its own NPV is shown.
    let shown = |npv: &[f64]| if contender > 0 { npv[contender] - npv[0] } else { npv[0] };
    let whole = |bar: &&_| {
        let bar: &crate::analysis::sensitivity::KeyBar = bar;
        drawable(shown(&bar.bar.low.npv)) && drawable(shown(&bar.bar.high.npv))
    };
    let bars: Vec<_> = data.tornado.iter().filter(whole).take(MOST_BARS).collect();
    let base = shown(&data.point);
    if bars.is_empty() || !drawable(base) {
        return Err(ChartError::Empty { chart: NAME });
    }
    let name = |s: usize| quoted(locale, &data.strategies[s], 30);
    let mut subtitle = match contender {
        0 => tr!(locale, "chart-tornado-subtitle-alone", name = name(0)),
        other => tr!(locale, "chart-tornado-subtitle", name = name(other), reference = name(0)),
    };
    let left_out = data.tornado.len() - bars.len();
    if left_out > 0 {
        subtitle = tr!(locale, "chart-tornado-more", text = subtitle, number = left_out);
    }
    let row = |bar: &&crate::analysis::sensitivity::KeyBar| {
        let ends = [bar.bar.low.value, bar.bar.high.value];
        let level = |value: f64| even_level(locale, value, unit(&bar.key), ends);
        let flip = |flip: &Flip| tr!(locale, "chart-tornado-flip", name = name(flip.to), level = level(flip.value));
        let flips: Vec<String> = bar.bar.flips.iter().map(flip).collect();
        let [low, high] = ends.map(level);
        Row {
            name: named(frame, &bar.key),
            figure: tr!(locale, "range", low = low, high = high),
            note: flips.join(", "),
        }
    };
    let rows: Vec<Row> = bars.iter().map(row).collect();
    let ends = bars.iter().flat_map(|bar| [shown(&bar.bar.low.npv), shown(&bar.bar.high.npv), base]);
    let axis = if contender > 0 { tr!(locale, "npv-difference") } else { tr!(locale, "head-npv") };
    let axis_title = frame.in_currency(axis);
    let x = Axis::over(locale, ends, 0.04, Measure::Number, 7, axis_title);
    let title = finding(frame, data, &bars, shown);
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        let below = legend(board, area, base, frame, bars.iter().any(|bar| !bar.bar.flips.is_empty()))?;
        let laid = Rows::lay(board, Bounds { top: below, ..area }, &rows, &x)?;
        let half = (laid.height * 0.3).min(46.0);
        let at = |value: f64| laid.panel.at(value, 0.0).0;
        for (index, bar) in bars.iter().enumerate() {
            let middle = laid.middle(index);
            for (end, colour, share) in [(&bar.bar.low, SKY, 1.0), (&bar.bar.high, BLUE, 0.62)] {
                let (from, to) = (at(base), at(shown(&end.npv)));
                let (left, right) = (from.min(to), from.max(to));
                // Both ends may lie on one side: the narrower bar keeps the other visible.
                let tall = half * share;
                board.rectangle(Bounds { left, top: middle - tall, right, bottom: middle + tall }, colour, 1.0)?;
            }
        }
        for [top, bottom] in laid.spans() {
            board.dashes(&[(at(base), top), (at(base), bottom)], QUIET, 3)?;
        }
        for (index, bar) in bars.iter().enumerate() {
            for flip in &bar.bar.flips {
                let difference =
                    if data.best_at_point == contender { flip.difference } else { flip_shown(data, bar, flip.value) };
                board.dot((at(difference), laid.middle(index)), 15.0, VERMILLION)?;
            }
        }
        Ok(())
    })
}

/// Where a flip lies on the axis when the best strategy at the point values is not the one shown: by a straight line.
fn flip_shown(data: &Sensitivity, bar: &crate::analysis::sensitivity::KeyBar, value: f64) -> f64 {
    let shown = |npv: &[f64]| npv[data.contender] - npv[0];
    let end = if (value < bar.point) == (bar.bar.low.value < bar.point) { &bar.bar.low } else { &bar.bar.high };
    let way = end.value - bar.point;
    let part = if way == 0.0 { 0.0 } else { (value - bar.point) / way };
    shown(&data.point) + part * (shown(&end.npv) - shown(&data.point))
}

/// Coloured words; returns where the bars may begin.
fn legend(board: &Board<'_>, area: Bounds, base: f64, frame: &ChartFrame, flips: bool) -> Result<f64, ChartError> {
    let kind = LABEL.sized(40.0).coloured(INK);
    let locale = frame.locale();
    let amount = locale.in_currency(locale.signed(base), &frame.currency);
    let mut words = vec![
        tr!(locale, "chart-tornado-low"),
        tr!(locale, "chart-tornado-high"),
        tr!(locale, "chart-tornado-point", amount = amount),
    ];
    if flips {
        words.push(tr!(locale, "chart-tornado-turns"));
    }
    let widths: Vec<f64> = words.iter().map(|word| 50.0 + width(word, &kind)).collect();
    let (places, below) = flow(area, &widths);
    for (i, (word, (left, middle))) in words.iter().zip(places).enumerate() {
        let sample = |tall: f64| Bounds { left, top: middle - tall, right: left + 36.0, bottom: middle + tall };
        match i {
            0 => board.rectangle(sample(18.0), SKY, 1.0)?,
            1 => board.rectangle(sample(11.0), BLUE, 1.0)?,
            2 => board.dashes(&[(left + 18.0, middle - 26.0), (left + 18.0, middle + 26.0)], QUIET, 3)?,
            _ => board.dot((left + 18.0, middle), 15.0, VERMILLION)?,
        }
        board.text_at_mid(word, (left + 50.0, middle), &kind, Align::Left)?;
    }
    Ok(below)
}

/// The title: what moves the result most, and what can change the choice.
fn finding(
    frame: &ChartFrame,
    data: &Sensitivity,
    bars: &[&crate::analysis::sensitivity::KeyBar],
    shown: impl Fn(&[f64]) -> f64,
) -> String {
    let Some(first) = bars.first() else { return String::new() };
    let (low, high) = (shown(&first.bar.low.npv), shown(&first.bar.high.npv));
    let locale = frame.locale();
    let moves = tr!(
        locale,
        "chart-tornado-most",
        input = locale.quoted(&named(frame, &first.key)),
        low = locale.signed(low.min(high)),
        high = locale.in_currency(locale.signed(low.max(high)), &frame.currency),
    );
    if data.strategies.len() < 2 {
        return moves;
    }
    let flipping = data.tornado.iter().filter(|bar| !bar.bar.flips.is_empty()).count();
    let best = quoted(locale, &data.strategies[data.best_at_point], 40);
    tr!(locale, "chart-tornado-lead", text = moves, number = flipping, best = best)
}
