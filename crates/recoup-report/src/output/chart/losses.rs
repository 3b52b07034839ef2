//! Customers lost by cause: where do strategies lose them, and what does a better one win back?

use plotters::style::RGBColor;

use crate::analysis::view::{ChartFrame, LossesByCause};
use crate::language::{Locale, tr};
use crate::output::chart::axis::{Axis, Measure, drawable};
use crate::output::chart::board::{Align, Board, Bounds, Heading, compose, flow};
use crate::output::chart::lines::with_left_out;
use crate::output::chart::row::{Row, Rows};
use crate::output::chart::style::{
    GREEN, INK, LABEL, MOST_SERIES, ORANGE, PAPER, PURPLE, SKY, VERMILLION, ink_on, tint,
};
use crate::output::chart::text::{quoted, width};
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;

const NAME: &str = "losses";

/// A cause: its name in messages, its colour.
pub(super) struct Cause {
    name: &'static str,
    pub(super) colour: RGBColor,
    of: fn(&LossesByCause) -> f64,
}

/// In the order of the stack.
pub(super) const CAUSES: [Cause; 6] = [
    Cause { name: "natural", colour: RGBColor(190, 195, 200), of: |l| l.natural },
    Cause { name: "silent", colour: VERMILLION, of: |l| l.silent },
    Cause { name: "unresolved", colour: ORANGE, of: |l| l.unresolved },
    Cause { name: "resolved", colour: SKY, of: |l| l.resolved },
    Cause { name: "quick", colour: GREEN, of: |l| l.quick },
    Cause { name: "word-of-mouth", colour: PURPLE, of: |l| l.word_of_mouth },
];

/// Draws one bar a strategy, gains left of zero; `best` has the highest mean NPV, which the title speaks of.
pub fn draw(frame: &ChartFrame, data: &[LossesByCause], best: &str) -> Result<Chart, ChartError> {
    let whole = |row: &&LossesByCause| CAUSES.iter().all(|cause| drawable((cause.of)(row)));
    let mut shown: Vec<&LossesByCause> = data.iter().filter(whole).collect();
    if shown.is_empty() {
        return Err(ChartError::Empty { chart: NAME });
    }
    let title = finding(frame, &shown, best);
    let left_out = shown.len().saturating_sub(MOST_SERIES);
    keep_least(&[frame.reference(), best], &mut shown);
    let locale = frame.locale();
    let mut subtitle = tr!(locale, "chart-losses-subtitle", horizon = frame.horizon());
    let reference = shown.iter().find(|row| row.strategy == frame.reference()).map(|row| row.total());
    if reference.is_some() && shown.len() > 1 {
        let reference = quoted(locale, frame.reference(), 40);
        subtitle = tr!(locale, "chart-losses-against", text = subtitle, reference = reference);
    }
    let subtitle = with_left_out(locale, subtitle, left_out);
    let rows: Vec<Row> = shown
        .iter()
        .map(|row| Row {
            name: row.strategy.clone(),
            figure: locale.people(row.total()),
            note: match reference {
                Some(total) if row.strategy != frame.reference() => locale.signed_people(row.total() - total),
                _ => String::new(),
            },
        })
        .collect();
    let ends = shown.iter().flat_map(|row| {
        let parts = CAUSES.iter().map(|cause| (cause.of)(row));
        [parts.clone().filter(|v| *v < 0.0).sum::<f64>(), parts.filter(|v| *v > 0.0).sum(), 0.0]
    });
    let x = Axis::over(locale, ends, 0.01, Measure::Number, 7, tr!(locale, "chart-losses-axis"));
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        let below = legend(board, area, locale)?;
        let laid = Rows::lay(board, Bounds { top: below, ..area }, &rows, &x)?;
        for (index, row) in shown.iter().enumerate() {
            bar(board, &laid, index, row, locale)?;
        }
        laid.zero(board)
    })
}

/// Keeps those named and those who lose least, in their order.
fn keep_least(named: &[&str], rows: &mut Vec<&LossesByCause>) {
    let key =
        |row: &LossesByCause| if named.contains(&row.strategy.as_str()) { f64::NEG_INFINITY } else { row.total() };
    let mut totals: Vec<f64> = rows.iter().map(|row| key(row)).collect();
    totals.sort_by(f64::total_cmp);
    if let Some(most) = totals.get(MOST_SERIES - 1).copied() {
        let mut free = MOST_SERIES;
        rows.retain(|row| {
            let kept = key(row) <= most && free > 0;
            free -= usize::from(kept);
            kept
        });
    }
}

/// Coloured words; returns where the bars may begin.
fn legend(board: &Board<'_>, area: Bounds, locale: &Locale) -> Result<f64, ChartError> {
    let kind = LABEL.sized(40.0);
    let names = CAUSES.each_ref().map(|cause| tr!(locale, "cause-name", cause = cause.name));
    let (places, below) = flow(area, &names.each_ref().map(|name| 50.0 + width(name, &kind)));
    for ((cause, name), (left, middle)) in CAUSES.iter().zip(&names).zip(places) {
        let square = Bounds { left, top: middle - 18.0, right: left + 36.0, bottom: middle + 18.0 };
        board.rectangle(square, cause.colour, 1.0)?;
        board.text_at_mid(name, (left + 50.0, middle), &kind, Align::Left)?;
    }
    Ok(below)
}

fn bar(
    board: &Board<'_>,
    rows: &Rows<'_>,
    index: usize,
    row: &LossesByCause,
    locale: &Locale,
) -> Result<(), ChartError> {
    let middle = rows.middle(index);
    let half = (rows.height * 0.34).min(70.0);
    let (mut gains, mut losses) = (0.0, 0.0);
    for cause in &CAUSES {
        let value = (cause.of)(row);
        let from = if value < 0.0 { &mut gains } else { &mut losses };
        let (start, end) = (rows.panel.at(*from, 0.0).0, rows.panel.at(*from + value, 0.0).0);
        *from += value;
        let (left, right) = (start.min(end), start.max(end));
        if right - left < 1.0 {
            continue;
        }
        board.rectangle(Bounds { left, top: middle - half, right, bottom: middle + half }, cause.colour, 1.0)?;
        // A hairline of paper parts neighbours.
        if right - left > 8.0 {
            board.line(&[(end, middle - half), (end, middle + half)], PAPER, 2)?;
        }
        let kind = LABEL.sized((half * 0.9).clamp(24.0, 38.0));
        let text = locale.compact(value);
        if right - left > width(&text, &kind) + 24.0 {
            let kind = kind.coloured(ink_on(cause.colour));
            board.text_at_mid(&text, ((left + right) / 2.0, middle), &kind, Align::Middle)?;
        }
    }
    // A pale foot keeps an empty bar visible.
    if gains == 0.0 && losses == 0.0 {
        let (at, _) = rows.panel.at(0.0, 0.0);
        board.rectangle(
            Bounds { left: at, top: middle - half, right: at + 6.0, bottom: middle + half },
            tint(INK, 0.4),
            1.0,
        )?;
    }
    Ok(())
}

/// The title: what the strategy with the highest mean NPV wins back and where, and which one wins back more and
/// earns less; or the greatest cause.
fn finding(frame: &ChartFrame, rows: &[&LossesByCause], best: &str) -> String {
    let locale = frame.locale();
    let named = |name: &str| rows.iter().find(|row| row.strategy == name);
    let least = rows.iter().min_by(|a, b| a.total().total_cmp(&b.total()));
    if let (Some(reference), Some(least)) = (named(frame.reference()), least)
        && rows.len() > 1
    {
        let than = quoted(locale, &reference.strategy, 40);
        let kept = |row: &LossesByCause| reference.total() - row.total();
        let some = reference.total().abs() * 1e-6;
        if kept(least) <= some {
            return tr!(locale, "chart-losses-no-fewer", reference = than);
        }
        let keeps = |row: &LossesByCause| {
            let gain = |cause: &&Cause| (cause.of)(reference) - (cause.of)(row);
            let main = CAUSES.iter().max_by(|a, b| gain(a).total_cmp(&gain(b)));
            tr!(
                locale,
                "chart-losses-kept",
                name = quoted(locale, &row.strategy, 50),
                people = locale.people(kept(row)),
                reference = than.clone(),
                cause = main.map_or("", |cause| cause.name),
            )
        };
        let name = quoted(locale, &least.strategy, 50);
        return match named(best) {
            Some(best) if kept(least) - kept(best) <= some => keeps(best),
            Some(best) if kept(best) > some => {
                let more = locale.people(kept(least) - kept(best));
                tr!(locale, "chart-losses-more", text = keeps(best), name = name, people = more)
            }
            Some(best) => {
                tr!(locale, "chart-losses-dearer", text = keeps(least), best = quoted(locale, &best.strategy, 40))
            }
            None => keeps(least),
        };
    }
    let Some(row) = least else { return String::new() };
    let main = CAUSES[1..].iter().max_by(|a, b| (a.of)(row).total_cmp(&(b.of)(row)));
    let (lost, total) = (main.map_or(0.0, |cause| (cause.of)(row)), row.total());
    let name = quoted(locale, &row.strategy, 50);
    if !(lost > 0.0 && total > 0.0) {
        return tr!(locale, "chart-losses-no-failure", name = name, people = locale.people(total));
    }
    tr!(
        locale,
        "chart-losses-alone",
        name = name,
        people = locale.people(lost),
        cause = main.map_or("", |cause| cause.name),
        share = locale.share_whole(lost / total),
    )
}
