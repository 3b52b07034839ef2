//! What the cases return: the best strategy of each against the range that is published.

use crate::analysis::unusual_return::PUBLISHED_ROI;
use crate::analysis::view::{CaseReturn, ChartFrame};
use crate::language::tr;
use crate::output::chart::axis::Axis;
use crate::output::chart::board::{Bounds, Heading, compose};
use crate::output::chart::lines::with_left_out;
use crate::output::chart::row::{Row, Rows};
use crate::output::chart::style::{BLUE, GREEN, INK};
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;

const NAME: &str = "returns";
/// Rows shown: those with the highest returns.
const MOST_ROWS: usize = 30;
/// Returns at ticks, shares.
const TICKS: [f64; 9] = [-0.75, -0.5, 0.0, 0.3, 1.5, 4.0, 9.0, 19.0, 49.0];
/// The scale ends at these returns; what lies beyond is drawn at the end.
const ENDS: [f64; 2] = [-0.85, 59.0];

/// Benefit per cost, on a scale on which each doubling is as wide: returns run from -100 % to many times.
fn place(roi: f64) -> f64 {
    (1.0 + roi.clamp(ENDS[0], ENDS[1])).log2()
}

/// Draws one row a case, the highest return first, with the published range behind them.
pub fn draw(frame: &ChartFrame, data: &[CaseReturn]) -> Result<Chart, ChartError> {
    if data.is_empty() {
        return Err(ChartError::Empty { chart: NAME });
    }
    let locale = frame.locale();
    let mut shown: Vec<&CaseReturn> = data.iter().collect();
    let order = |row: &CaseReturn| row.roi.filter(|_| !row.is_reference).unwrap_or(f64::NEG_INFINITY);
    shown.sort_by(|a, b| order(b).total_cmp(&order(a)));
    let [low, high] = PUBLISHED_ROI.map(|roi| locale.share_whole(roi));
    let returns: Vec<f64> = shown.iter().filter(|row| !row.is_reference).filter_map(|row| row.roi).collect();
    let within = returns.iter().filter(|&&roi| (PUBLISHED_ROI[0]..=PUBLISHED_ROI[1]).contains(&roi)).count();
    let above = returns.iter().filter(|&&roi| roi > PUBLISHED_ROI[1]).count();
    let mut title = tr!(
        locale,
        "returns-title",
        number = shown.len(),
        low = low.clone(),
        high = high.clone(),
        within = within,
        above = above,
        below = returns.len() - within - above,
    );
    if returns.len() < shown.len() {
        title = tr!(locale, "returns-title-none", title = title, none = shown.len() - returns.len());
    }
    let subtitle = with_left_out(
        locale,
        tr!(locale, "returns-subtitle", low = low, high = high),
        shown.len().saturating_sub(MOST_ROWS),
    );
    shown.truncate(MOST_ROWS);
    let rows: Vec<Row> = shown
        .iter()
        .map(|row| Row {
            name: tr!(locale, "returns-row", case = row.case.clone(), strategy = locale.quoted(&row.strategy)),
            figure: match (row.is_reference, row.roi) {
                (true, _) => tr!(locale, "returns-none-pays"),
                (_, Some(roi)) => locale.share_whole(roi),
                (_, None) => tr!(locale, "costs-less"),
            },
            note: String::new(),
        })
        .collect();
    let ticks = TICKS.iter().map(|&roi| (place(roi), locale.share_whole(roi))).collect();
    let x = Axis::ticked(place(ENDS[0]), place(ENDS[1]), ticks, tr!(locale, "return-on-investment"));
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        let laid = Rows::lay(board, area, &rows, &x)?;
        let at = |roi: f64| laid.panel.at(place(roi), 0.0).0;
        let [left, right] = PUBLISHED_ROI.map(at);
        for [top, bottom] in laid.spans() {
            board.rectangle(Bounds { left, right, top, bottom }, GREEN, 0.16)?;
        }
        laid.zero(board)?;
        for (index, row) in shown.iter().enumerate() {
            let (false, Some(roi)) = (row.is_reference, row.roi) else { continue };
            let middle = laid.middle(index);
            if let Some([low, high]) = row.interval {
                board.line(&[(at(low), middle), (at(high), middle)], INK, 5)?;
            }
            board.dot((at(roi), middle), (laid.height * 0.24).min(15.0), BLUE)?;
        }
        Ok(())
    })
}
