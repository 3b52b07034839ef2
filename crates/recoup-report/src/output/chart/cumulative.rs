//! Cumulative discounted difference to the reference: when does a strategy pay back, and what has it earned by the end?

use crate::analysis::view::{ChartFrame, CumulativeDifference};
use crate::language::tr;
use crate::output::chart::axis::{Axis, Measure};
use crate::output::chart::board::{Heading, compose};
use crate::output::chart::lines::{
    Lines, Series, choose_bands, foremost, heights, keep_foremost, time_axis, with_caveat, with_left_out,
};
use crate::output::chart::mark::Mark;
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;
use crate::stats::band::Band;

const NAME: &str = "cumulative";

/// Draws all strategies on one chart; the reference itself, all zero, may be left out.
pub fn draw(frame: &ChartFrame, data: &[CumulativeDifference]) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let mut series = Vec::new();
    let mut paybacks: Vec<(String, Option<u32>)> = Vec::new();
    for row in data.iter().filter(|row| row.strategy != frame.reference()) {
        let points = row.points.iter().map(|(period, band)| (f64::from(*period), *band));
        let Some(mut line) = Series::new(frame, &row.strategy, points) else { continue };
        let last = line.last();
        line.value = locale.with_interval(last.mean, last.p05, last.p95);
        line.dots = row.payback.map(f64::from).into_iter().collect();
        paybacks.push((row.strategy.clone(), row.payback));
        series.push(line);
    }
    let left_out = keep_foremost(&mut series);
    let best = foremost(&series, |line| line.last().mean).cloned().ok_or(ChartError::Empty { chart: NAME })?;
    let payback = paybacks.iter().find(|(name, _)| *name == best.name).and_then(|(_, payback)| *payback);
    let alone = series.len() == 1;
    if let Some(mut line) =
        Series::new(frame, frame.reference(), best.points.iter().map(|(x, _)| (*x, Band::exact(0.0))))
    {
        line.value = tr!(locale, "chart-cumulative-reference");
        series.insert(0, line);
    }
    let title = finding(frame, &best, payback, alone);

    let bands = choose_bands(locale, &mut series, &best.name, frame.reference());
    let reference = quoted(locale, frame.reference(), 40);
    let mut subtitle = tr!(locale, "chart-cumulative-subtitle", reference = reference, bands = bands);
    if series.iter().any(|line| !line.dots.is_empty() && line.points.len() > 1) {
        subtitle = tr!(locale, "chart-cumulative-dots", text = subtitle);
    }
    let beyond = data.iter().find(|row| row.strategy == best.name).map_or(0.0, |row| row.beyond);
    if data.iter().any(|row| row.beyond != 0.0) {
        let amount = locale.signed(beyond);
        subtitle = tr!(
            locale,
            "chart-cumulative-beyond",
            text = subtitle,
            name = quoted(locale, &best.name, 40),
            amount = locale.in_currency(amount, &frame.currency)
        );
    }
    let subtitle = with_left_out(locale, subtitle, left_out);

    let x = time_axis(frame, &series);
    let levels = heights(&series).chain([0.0]);
    let axis = frame.in_currency(tr!(locale, "chart-cumulative-axis"));
    let y = Axis::over(locale, levels, 0.05, Measure::Number, 6, axis);
    let marks: Vec<Mark> = payback
        .filter(|period| *period > 1)
        .map(|period| Mark {
            x: f64::from(period),
            from: best.mean_at(f64::from(period)),
            text: tr!(locale, "chart-cumulative-mark", when = frame.period(f64::from(period))),
        })
        .into_iter()
        .collect();
    compose(frame, Heading { name: NAME, title, subtitle }, |board, area| {
        Lines { series: &series, x: &x, y: &y, marks: &marks, left: 0.0 }.draw(board, area).map(|_| ())
    })
}

/// The title: who pays back, when, and what it comes to.
fn finding(frame: &ChartFrame, best: &Series, payback: Option<u32>, alone: bool) -> String {
    let locale = frame.locale();
    let name = quoted(locale, &best.name, 60);
    let reference = quoted(locale, frame.reference(), 40);
    let horizon = locale.periods(best.points.last().map_or(0.0, |(x, _)| *x) as u64, &frame.period_name);
    let end = best.last();
    let amount = locale.compact_money(end.mean.abs(), &frame.currency);
    if end.mean == 0.0 {
        return match alone {
            true => tr!(locale, "chart-cumulative-level-alone", name = name, reference = reference, horizon = horizon),
            false => tr!(locale, "chart-cumulative-level", reference = reference, horizon = horizon),
        };
    }
    if end.mean < 0.0 {
        return match alone {
            true => tr!(
                locale,
                "chart-cumulative-behind-alone",
                name = name,
                horizon = horizon,
                amount = amount,
                reference = reference
            ),
            false => tr!(
                locale,
                "chart-cumulative-behind",
                name = name,
                horizon = horizon,
                amount = amount,
                reference = reference
            ),
        };
    }
    let title = match payback {
        Some(1) => tr!(
            locale,
            "chart-cumulative-first",
            name = name,
            period = &frame.period_name,
            amount = amount,
            horizon = horizon
        ),
        Some(when) => {
            let when = frame.period(f64::from(when));
            tr!(locale, "chart-cumulative-payback", name = name, when = when, amount = amount, horizon = horizon)
        }
        None => {
            tr!(
                locale,
                "chart-cumulative-ahead",
                name = name,
                amount = amount,
                reference = reference,
                horizon = horizon
            )
        }
    };
    with_caveat(locale, title, end)
}
