//! Model variants: which strategy is the best in which model?

use crate::analysis::variants::{VariantResult, Variants};
use crate::analysis::view::ChartFrame;
use crate::language::tr;
use crate::output::chart::axis::drawable;
use crate::output::chart::board::{Align, Board, Bounds, Heading, compose};
use crate::output::chart::clean::clean;
use crate::output::chart::style::{GREY, LABEL, QUIET, Type, ink_on, readable, strategy_stroke, tint};
use crate::output::chart::text::{brief, quoted, shorten, width, wrap};
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;
use crate::output::variant::{foremost, name};

const NAME: &str = "variants";
/// Rows shown: the model as it is, and variants.
const MOST_ROWS: usize = 24;
/// Columns shown, the reference's included.
const MOST_COLUMNS: usize = 8;
/// Lines of a strategy's name above its column.
const MOST_LINES: usize = 3;
/// Between cells, in board units.
const GAP: f64 = 6.0;

/// One model.
struct Row {
    name: String,
    differences: Vec<f64>,
    best: usize,
}

/// Draws one row a variant and one column a strategy, the model as it is on top; `best` is the answer of the study.
pub fn draw(frame: &ChartFrame, data: &Variants, best: usize) -> Result<Chart, ChartError> {
    let is_whole = |differences: &[f64]| differences.iter().all(|d| drawable(*d));
    let whole = |variant: &&VariantResult| is_whole(&variant.differences);
    let mut shown: Vec<&VariantResult> = data.variants.iter().filter(whole).collect();
    if data.strategies.len() < 2 || shown.is_empty() || !is_whole(&data.differences) {
        return Err(ChartError::Empty { chart: NAME });
    }
    let locale = frame.locale();
    let left_out = (shown.len() + 1).saturating_sub(MOST_ROWS);
    keep_turning(&mut shown, data.best);
    let mut strategies = vec![0];
    strategies.extend(foremost(data, MOST_COLUMNS - 1));
    if !strategies.contains(&best) {
        strategies.pop();
        strategies.push(best);
    }
    let mut subtitle = tr!(
        locale,
        "chart-variants-subtitle",
        reference = quoted(locale, frame.reference(), 40),
        horizon = frame.horizon(),
        currency = &frame.currency,
    );
    if left_out > 0 {
        subtitle = tr!(locale, "chart-variants-more", text = subtitle, number = left_out);
    }
    let as_is = Row { name: tr!(locale, "variant-as-is"), differences: data.differences.clone(), best: data.best };
    let variant = |variant: &&VariantResult| Row {
        name: name(locale, &variant.which),
        differences: variant.differences.clone(),
        best: variant.best,
    };
    let rows: Vec<Row> = std::iter::once(as_is).chain(shown.iter().map(variant)).collect();
    let title = finding(frame, data, best);
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        grid(board, area, frame, (data, &strategies), &rows)
    })
}

/// Keeps the variants that turn the answer, and the first of the others, in their order.
fn keep_turning(shown: &mut Vec<&VariantResult>, best: usize) {
    let turning = shown.iter().filter(|variant| variant.best != best).count();
    let mut free = (MOST_ROWS - 1).saturating_sub(turning);
    shown.retain(|variant| {
        let is_kept = variant.best != best || free > 0;
        free -= usize::from(variant.best == best && free > 0);
        is_kept
    });
    shown.truncate(MOST_ROWS - 1);
}

fn grid(
    board: &Board<'_>,
    area: Bounds,
    frame: &ChartFrame,
    (data, strategies): (&Variants, &[usize]),
    rows: &[Row],
) -> Result<(), ChartError> {
    let locale = frame.locale();
    let colour = |strategy: usize| strategy_stroke(frame.place(&data.strategies[strategy])).0;
    let head = LABEL.sized(36.0).heavy();
    let room = rows_room(area, rows, &LABEL.sized(40.0).heavy());
    let across = room / strategies.len() as f64;
    let heads: Vec<Vec<String>> = strategies
        .iter()
        .map(|&strategy| wrap(&clean(&data.strategies[strategy]), across - 24.0, &head, MOST_LINES))
        .collect();
    let lines = heads.iter().map(Vec::len).max().unwrap_or(1);
    let head_height = head.leading() * lines as f64 + 14.0;
    let height = ((area.height() - head_height - GAP) / rows.len() as f64).min(104.0);
    let plain = LABEL.sized((height * 0.47).clamp(24.0, 40.0));
    let left = area.right - room;
    for (column, lines) in heads.iter().enumerate() {
        let middle = left + across * (column as f64 + 0.5);
        let kind = head.coloured(readable(colour(strategies[column])));
        for (i, line) in lines.iter().rev().enumerate() {
            let baseline = area.top + head_height - 18.0 - kind.leading() * i as f64;
            board.text(line, (middle, baseline), &kind, Align::Middle)?;
        }
    }
    let top = area.top + head_height;
    for (index, row) in rows.iter().enumerate() {
        // The model as it is stands apart from its variants.
        let down = top + height * index as f64 + if index > 0 { GAP } else { 0.0 };
        let middle = down + height / 2.0;
        let kind = match row.best == data.best {
            true if index == 0 => plain.heavy(),
            true => plain,
            // In the colour of the strategy that becomes the best; the reference's grey would hide it.
            false if row.best == 0 => plain.heavy(),
            false => plain.heavy().coloured(readable(colour(row.best))),
        };
        named(board, row, (left - 30.0, middle), left - 30.0 - area.left, &kind, height)?;
        for (column, &strategy) in strategies.iter().enumerate() {
            let from = left + across * column as f64;
            let cell = Bounds {
                left: from + GAP / 2.0,
                top: down + GAP / 2.0,
                right: from + across - GAP / 2.0,
                bottom: down + height - GAP / 2.0,
            };
            let is_best = row.best == strategy;
            let fill = if is_best { colour(strategy) } else { tint(GREY, 0.10) };
            board.rectangle(cell, fill, 1.0)?;
            let ink = if is_best { ink_on(fill) } else { QUIET };
            let kind = if is_best { plain.heavy() } else { plain }.coloured(ink);
            let text = shorten(&locale.signed(row.differences[strategy]), cell.right - cell.left - 8.0, &kind);
            board.text_at_mid(&text, ((cell.left + cell.right) / 2.0, middle), &kind, Align::Middle)?;
        }
    }
    Ok(())
}

/// Room across for the cells, beside the names.
fn rows_room(area: Bounds, rows: &[Row], kind: &Type) -> f64 {
    let widest = rows.iter().map(|row| width(&clean(&row.name), kind)).fold(0.0, f64::max);
    area.width() - widest.min(area.width() * 0.3) - 36.0
}

/// A row's name, on two lines where it is long and the row is high.
fn named(
    board: &Board<'_>,
    row: &Row,
    (right, middle): (f64, f64),
    room: f64,
    kind: &Type,
    height: f64,
) -> Result<(), ChartError> {
    let most = (height / kind.leading()).floor().clamp(1.0, 2.0) as usize;
    let lines = wrap(&clean(&row.name), room, kind, most);
    let first = middle - kind.leading() * (lines.len() as f64 - 1.0) / 2.0;
    for (i, line) in lines.iter().enumerate() {
        board.text_at_mid(line, (right, first + kind.leading() * i as f64), kind, Align::Right)?;
    }
    Ok(())
}

/// The title: in how many variants the answer holds, and what turns it where that is one variant.
fn finding(frame: &ChartFrame, data: &Variants, best: usize) -> String {
    let locale = frame.locale();
    let strategy = |s: usize, limit: usize| quoted(locale, &data.strategies[s], limit);
    let (all, holding) = (data.variants.len(), data.holding(best));
    if data.best != best {
        let (name, other) = (strategy(best, 40), strategy(data.best, 40));
        return tr!(locale, "chart-variants-elsewhere", name = name, holding = holding, all = all, other = other);
    }
    if holding == all {
        return tr!(locale, "chart-variants-all", name = strategy(best, 60), all = all);
    }
    let text = tr!(locale, "chart-variants-some", name = strategy(best, 50), holding = holding, all = all);
    let mut turning = data.turning(best);
    match (turning.next(), turning.next()) {
        (Some(variant), None) => {
            let named = locale.quoted(&brief(&name(locale, &variant.which), 50));
            tr!(locale, "chart-variants-turned", text = text, variant = named, other = strategy(variant.best, 40))
        }
        _ => text,
    }
}
