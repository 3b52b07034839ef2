//! Where the benefit comes from: the steps from one strategy's NPV to another's.

use crate::analysis::view::{BenefitSteps, ChartFrame};
use crate::language::tr;
use crate::output::chart::axis::{Axis, Measure, drawable};
use crate::output::chart::board::{Bounds, Heading, compose};
use crate::output::chart::row::{Row, Rows};
use crate::output::chart::style::{AXIS, BLUE, GREEN, VERMILLION};
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;

const NAME: &str = "benefit";

/// Draws one floating bar a step and the whole difference below.
pub fn draw(frame: &ChartFrame, data: &BenefitSteps) -> Result<Chart, ChartError> {
    let steps: Vec<&(String, f64)> = data.steps.iter().filter(|(_, amount)| drawable(*amount)).collect();
    if steps.is_empty() {
        return Err(ChartError::Empty { chart: NAME });
    }
    let locale = frame.locale();
    let total = data.total();
    let mut rows: Vec<Row> = steps
        .iter()
        .map(|(name, amount)| Row { name: name.clone(), figure: locale.signed(*amount), note: String::new() })
        .collect();
    rows.push(Row { name: tr!(locale, "npv-difference"), figure: locale.signed(total), note: String::new() });
    let mut sum = 0.0;
    let mut ends = vec![0.0, total];
    for (_, amount) in &steps {
        sum += amount;
        ends.push(sum);
    }
    let unit = if frame.currency.is_empty() { tr!(locale, "chart-benefit-axis") } else { frame.currency.clone() };
    let x = Axis::over(locale, ends, 0.02, Measure::Number, 7, unit);
    let subtitle = tr!(
        locale,
        "chart-benefit-subtitle",
        name = quoted(locale, &data.strategy, 40),
        against = quoted(locale, &data.against, 40),
        horizon = frame.horizon(),
    );
    compose(frame, Heading { name: NAME, title: finding(frame, data), subtitle }, |board, area| {
        let laid = Rows::lay(board, area, &rows, &x)?;
        let half = (laid.height * 0.32).min(80.0);
        let mut sum = 0.0;
        for index in 0..rows.len() {
            let (from, to, colour) = match steps.get(index) {
                Some((_, amount)) => (sum, sum + amount, if *amount < 0.0 { VERMILLION } else { GREEN }),
                None => (0.0, total, BLUE),
            };
            sum = to;
            let middle = laid.middle(index);
            let (a, b) = (laid.panel.at(from, 0.0).0, laid.panel.at(to, 0.0).0);
            // A step of nothing is a thin stroke.
            let (left, right) = (a.min(b).min(a.max(b) - 3.0), a.max(b));
            board.rectangle(Bounds { left, top: middle - half, right, bottom: middle + half }, colour, 1.0)?;
            if index + 1 < rows.len() {
                board.line(&[(b, middle + half), (b, laid.middle(index + 1) - half)], AXIS, 2)?;
            }
        }
        laid.zero(board)
    })
}

/// The title: the difference, and the step that brings or takes most.
fn finding(frame: &ChartFrame, data: &BenefitSteps) -> String {
    let locale = frame.locale();
    let total = data.total();
    let (name, against) = (quoted(locale, &data.strategy, 40), quoted(locale, &data.against, 40));
    let amount = locale.compact_money(total.abs(), &frame.currency);
    let toward = |amount: f64| if total < 0.0 { -amount } else { amount };
    let main = data.steps.iter().max_by(|a, b| toward(a.1).total_cmp(&toward(b.1)));
    let gains: f64 = data.steps.iter().map(|(_, amount)| toward(*amount).max(0.0)).sum();
    let Some((step, most)) = main.filter(|(_, most)| total != 0.0 && toward(*most) > 0.0) else {
        return tr!(locale, "chart-benefit-same", name = name, against = against);
    };
    let (share, step) = (locale.share_whole(toward(*most) / gains), locale.quoted(step));
    if total < 0.0 {
        tr!(locale, "chart-benefit-less", name = name, amount = amount, against = against, share = share, step = step)
    } else {
        tr!(locale, "chart-benefit-more", name = name, amount = amount, against = against, share = share, step = step)
    }
}
