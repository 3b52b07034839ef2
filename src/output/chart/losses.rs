//! Customers lost by cause: where do strategies lose them, and what does a better one win back?

use plotters::style::RGBColor;

use crate::analysis::view::{ChartFrame, LossesByCause};
use crate::output::chart::axis::{Axis, Measure, drawable};
use crate::output::chart::board::{Align, Board, Bounds, Words, compose};
use crate::output::chart::row::{Row, Rows};
use crate::output::chart::style::{
    GREEN, INK, LABEL, MOST_SERIES, ORANGE, PAPER, PURPLE, SKY, VERMILLION, readable, tint,
};
use crate::output::chart::text::{quoted, width};
use crate::output::chart::{Chart, ChartError};
use crate::output::format::{compact, people, plural, share_whole, signed_people};

const NAME: &str = "losses";

/// A cause: its word in the legend, its words in the title, its colour.
struct Cause {
    word: &'static str,
    phrase: &'static str,
    colour: RGBColor,
    of: fn(&LossesByCause) -> f64,
}

/// In the order of the stack.
const CAUSES: [Cause; 6] = [
    Cause { word: "natural churn", phrase: "from natural churn", colour: RGBColor(190, 195, 200), of: |l| l.natural },
    Cause { word: "silent failures", phrase: "after silent failures", colour: VERMILLION, of: |l| l.silent },
    Cause { word: "unresolved cases", phrase: "after unresolved cases", colour: ORANGE, of: |l| l.unresolved },
    Cause { word: "slow recoveries", phrase: "after slow recoveries", colour: SKY, of: |l| l.resolved },
    Cause { word: "quick recoveries", phrase: "after quick recoveries", colour: GREEN, of: |l| l.quick },
    Cause { word: "word of mouth", phrase: "through word of mouth", colour: PURPLE, of: |l| l.word_of_mouth },
];

/// Draws one bar a strategy, gains left of zero.
pub fn draw(frame: &ChartFrame, data: &[LossesByCause]) -> Result<Chart, ChartError> {
    let whole = |row: &&LossesByCause| CAUSES.iter().all(|cause| drawable((cause.of)(row)));
    let mut shown: Vec<&LossesByCause> = data.iter().filter(whole).collect();
    if shown.is_empty() {
        return Err(ChartError::Empty { chart: NAME });
    }
    let title = finding(frame, &shown);
    let left_out = shown.len().saturating_sub(MOST_SERIES);
    keep_least(frame, &mut shown);
    let mut subtitle = format!(
        "Customers lost over {} by cause; left of zero = more kept than without failure; numbers = all losses",
        plural(u64::from(frame.periods), &frame.period_name),
    );
    let reference = shown.iter().find(|row| row.strategy == frame.reference()).map(|row| row.total());
    if reference.is_some() && shown.len() > 1 {
        subtitle.push_str(&format!(", and against {}", quoted(frame.reference(), 40)));
    }
    if left_out > 0 {
        subtitle.push_str(&format!("; {left_out} more strategies are in the tables"));
    }
    let rows: Vec<Row> = shown
        .iter()
        .map(|row| Row {
            name: row.strategy.clone(),
            figure: people(row.total()),
            note: match reference {
                Some(total) if row.strategy != frame.reference() => signed_people(row.total() - total),
                _ => String::new(),
            },
        })
        .collect();
    let ends = shown.iter().flat_map(|row| {
        let parts = CAUSES.iter().map(|cause| (cause.of)(row));
        [parts.clone().filter(|v| *v < 0.0).sum::<f64>(), parts.filter(|v| *v > 0.0).sum(), 0.0]
    });
    let x = Axis::over(ends, 0.01, Measure::Number, 7, "customers");
    compose(frame, Words { name: NAME, title, subtitle }, |board, area| {
        let below = legend(board, area)?;
        let laid = Rows::lay(board, Bounds { top: below, ..area }, &rows, &x)?;
        for (index, row) in shown.iter().enumerate() {
            bar(board, &laid, index, row)?;
        }
        laid.panel.upright(board, 0.0)
    })
}

/// Keeps the reference and those who lose least, in their order.
fn keep_least(frame: &ChartFrame, rows: &mut Vec<&LossesByCause>) {
    let key = |row: &LossesByCause| if row.strategy == frame.reference() { f64::NEG_INFINITY } else { row.total() };
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

/// One line of coloured words; returns where the bars may begin.
fn legend(board: &Board<'_>, area: Bounds) -> Result<f64, ChartError> {
    let kind = LABEL.sized(40.0);
    let middle = area.top + 24.0;
    let mut left = area.left;
    for cause in &CAUSES {
        let square = Bounds { left, top: middle - 18.0, right: left + 36.0, bottom: middle + 18.0 };
        board.rectangle(square, cause.colour, 1.0)?;
        board.text_at_mid(cause.word, (left + 50.0, middle), &kind, Align::Left)?;
        left += 50.0 + width(cause.word, &kind) + 56.0;
    }
    Ok(area.top + 84.0)
}

fn bar(board: &Board<'_>, rows: &Rows<'_>, index: usize, row: &LossesByCause) -> Result<(), ChartError> {
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
        let text = compact(value);
        if right - left > width(&text, &kind) + 24.0 {
            let dark = readable(cause.colour) == cause.colour;
            let kind = kind.coloured(if dark { PAPER } else { INK });
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

/// The title: what the best strategy wins back and where, or the greatest cause.
fn finding(frame: &ChartFrame, rows: &[&LossesByCause]) -> String {
    let reference = rows.iter().find(|row| row.strategy == frame.reference());
    let best = rows.iter().min_by(|a, b| a.total().total_cmp(&b.total()));
    if let (Some(reference), Some(best)) = (reference, best)
        && rows.len() > 1
    {
        let kept = reference.total() - best.total();
        let than = quoted(&reference.strategy, 40);
        if kept <= reference.total().abs() * 1e-6 {
            return format!("No strategy loses fewer customers than {than}");
        }
        let gain = |cause: &&Cause| (cause.of)(reference) - (cause.of)(best);
        let main = CAUSES.iter().max_by(|a, b| gain(a).total_cmp(&gain(b)));
        return format!(
            "{} keeps {} customers that {than} loses, most of them {}",
            quoted(&best.strategy, 50),
            people(kept),
            main.map_or("", |cause| cause.phrase),
        );
    }
    let Some(row) = best else { return String::new() };
    let main = CAUSES[1..].iter().max_by(|a, b| (a.of)(row).total_cmp(&(b.of)(row)));
    let (lost, total) = (main.map_or(0.0, |cause| (cause.of)(row)), row.total());
    let name = quoted(&row.strategy, 50);
    if !(lost > 0.0 && total > 0.0) {
        return format!("{name} loses {} customers, none of them to failures", people(total));
    }
    format!(
        "Under {name} {} customers leave {}: {} of all losses",
        people(lost),
        main.map_or("", |cause| cause.phrase),
        share_whole(lost / total),
    )
}
