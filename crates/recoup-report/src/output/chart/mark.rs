//! Marks on the horizontal axis: a dashed upright through the panel, its words in a strip above it.

use crate::output::chart::ChartError;
use crate::output::chart::axis::Panel;
use crate::output::chart::board::{Align, Board};
use crate::output::chart::style::{INK, LABEL, QUIET};
use crate::output::chart::text::{shorten, width};

/// Height of one row of words.
pub(super) const ROW: f64 = 54.0;

/// Between an upright and its words.
const GAP: f64 = 14.0;

/// One mark.
pub(super) struct Mark {
    /// Horizontal value, in the panel's units.
    pub x: f64,
    /// Vertical value at which the upright begins, in the panel's units.
    pub from: f64,
    /// Words.
    pub text: String,
}

/// A mark's upright and the extent of its words, once a side is chosen.
#[derive(Clone, Copy)]
struct Placed {
    upright: f64,
    left: f64,
    right: f64,
    row: usize,
}

/// Room that the strip of so many marks needs above a panel.
pub(super) fn strip(marks: &[Mark]) -> f64 {
    marks.len() as f64 * ROW
}

/// Draws at most four marks above and through the panel, with words that neither overlap nor are crossed, where that can be.
pub(super) fn draw(board: &Board<'_>, panel: &Panel<'_>, marks: &[Mark]) -> Result<(), ChartError> {
    let marks: Vec<&Mark> = marks.iter().filter(|mark| panel.holds_x(mark.x)).take(4).collect();
    let texts: Vec<String> = marks.iter().map(|mark| shorten(&mark.text, panel.inner.width() * 0.9, &LABEL)).collect();
    let uprights: Vec<f64> = marks.iter().map(|mark| panel.at(mark.x, mark.from).0).collect();
    let widths: Vec<f64> = texts.iter().map(|text| width(text, &LABEL)).collect();
    let places = arrange(&uprights, &widths, panel.inner.left, panel.inner.right);
    for (((mark, text), upright), place) in marks.iter().zip(&texts).zip(&uprights).zip(places) {
        let foot = panel.at(mark.x, mark.from).1;
        let middle = panel.inner.top - ROW * (place.row as f64 + 0.5);
        board.dashes(&[(*upright, foot), (*upright, middle - ROW * 0.3)], QUIET, 3)?;
        board.text_at_mid(text, (place.left, middle), &LABEL.coloured(INK), Align::Left)?;
    }
    Ok(())
}

/// Tries every order of rows and both sides of each upright, and takes the arrangement with the fewest crossings, then the fewest
/// words left of their upright.
fn arrange(uprights: &[f64], widths: &[f64], low: f64, high: f64) -> Vec<Placed> {
    let number = uprights.len();
    let mut best: Option<(f64, Vec<Placed>)> = None;
    for rows in orders(number) {
        for sides in 0..1_u32 << number {
            let placed: Vec<Placed> = (0..number)
                .map(|i| {
                    let left = if sides >> i & 1 == 0 { uprights[i] + GAP } else { uprights[i] - GAP - widths[i] };
                    Placed { upright: uprights[i], left, right: left + widths[i], row: rows[i] }
                })
                .collect();
            let cost = crossings(&placed, low, high) * 100.0 + f64::from(sides.count_ones());
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, placed));
            }
        }
    }
    best.map(|(_, placed)| placed).unwrap_or_default()
}

/// Words outside the panel, and uprights through the words of others.
fn crossings(placed: &[Placed], low: f64, high: f64) -> f64 {
    let mut number = 0;
    for (i, a) in placed.iter().enumerate() {
        number += 2 * usize::from(a.left < low - 60.0 || a.right > high + 20.0);
        for (j, b) in placed.iter().enumerate() {
            // The upright of b passes the row of a's words only when b's row lies above.
            let through = b.upright > a.left - 8.0 && b.upright < a.right + 8.0;
            number += usize::from(i != j && b.row > a.row && through);
        }
    }
    number as f64
}

/// All orders of `0..number`, for a small number.
fn orders(number: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for value in 0..number {
        all = all
            .into_iter()
            .flat_map(|order: Vec<usize>| {
                (0..=order.len()).map(move |place| {
                    let mut longer = order.clone();
                    longer.insert(place, value);
                    longer
                })
            })
            .collect();
    }
    all
}

#[cfg(test)]
mod tests {
    use crate::output::chart::mark::{arrange, crossings, orders};

    #[test]
    fn words_are_neither_crossed_nor_outside() {
        for uprights in [[100.0, 200.0, 900.0], [10.0, 950.0, 980.0], [500.0, 510.0, 520.0]] {
            let placed = arrange(&uprights, &[300.0, 400.0, 200.0], 0.0, 1000.0);
            assert_eq!(crossings(&placed, 0.0, 1000.0), 0.0, "{uprights:?}");
        }
        assert!(arrange(&[], &[], 0.0, 1.0).is_empty());
    }

    #[test]
    fn every_order_is_tried() {
        assert_eq!(orders(3).len(), 6);
        assert_eq!(orders(0), vec![Vec::<usize>::new()]);
    }
}
