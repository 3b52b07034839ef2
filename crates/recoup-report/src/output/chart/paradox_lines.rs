//! What a point of each lever is worth as more customers complain, and what base loyalty does to the paradox.

use crate::analysis::paradox::levers::{BASES, BaseSweep, LeverRanking};
use crate::analysis::paradox::tree::{Crossing, Dial};
use crate::analysis::view::ChartFrame;
use crate::language::tr;
use crate::output::chart::axis::{Axis, Measure, drawable};
use crate::output::chart::board::{Heading, compose};
use crate::output::chart::lines::{Lines, Series, heights};
use crate::output::chart::mark::Mark;
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;
use crate::stats::band::Band;

const LEVERS: &str = "paradox-levers";
const BASE: &str = "paradox-base";

/// A line without a band.
fn line(name: &str, place: usize, points: impl Iterator<Item = (f64, f64)>) -> Option<Series> {
    let points: Vec<(f64, Band)> =
        points.filter(|(x, y)| drawable(*x) && drawable(*y)).map(|(x, y)| (x, Band::exact(y))).collect();
    (points.len() > 1).then(|| Series {
        name: name.to_string(),
        place,
        points,
        value: String::new(),
        band: false,
        dots: Vec::new(),
    })
}

/// One line a lever: complaints, resolution, speed.
pub fn levers(frame: &ChartFrame, ranking: &LeverRanking) -> Result<Chart, ChartError> {
    let empty = ChartError::Empty { chart: LEVERS };
    let (first, last) = match ranking.points.as_slice() {
        [first, .., last] => (first, last),
        _ => return Err(empty),
    };
    let locale = frame.locale();
    let failure = quoted(locale, &ranking.failure, 30);
    let mut series = Vec::new();
    for (place, dial) in Dial::ALL.into_iter().enumerate() {
        let name = tr!(locale, "paradox-lever", dial = dial.name());
        let points = ranking.points.iter().map(|point| (point.complaint_rate, point.worth[dial as usize]));
        let Some(mut line) = line(&name, place + 1, points) else { continue };
        let [low, high] = [first, last].map(|point| locale.fixed(point.worth[dial as usize], 3));
        line.value = if low == high { low } else { tr!(locale, "range", low = low, high = high) };
        series.push(line);
    }
    if series.is_empty() {
        return Err(empty);
    }
    let [complaints, _, speed] = first.worth;
    let title = if speed > 0.0 && complaints > 0.0 && last.worth[2] > 0.0 {
        let [rate, last_rate] = [first, last].map(|point| locale.share_whole(point.complaint_rate));
        let [points, fewer] = [first, last].map(|point| {
            let times = point.worth[0] / point.worth[2];
            locale.fixed(times, if times < 10.0 { 1 } else { 0 })
        });
        tr!(
            locale,
            "paradox-levers-title",
            failure = failure,
            rate = rate,
            points = points,
            last = last_rate,
            fewer = fewer
        )
    } else if complaints < 0.0 {
        tr!(locale, "paradox-levers-title-costs", failure = failure)
    } else {
        tr!(locale, "paradox-levers-title-plain", failure = failure)
    };
    let [resolved, quick] = [ranking.resolved, ranking.quick].map(|share| locale.share_whole(share));
    let subtitle = tr!(locale, "paradox-levers-subtitle", resolved = resolved, quick = quick);
    let unit = tr!(locale, "paradox-unit", measure = ranking.measure.name());
    let rates = ranking.points.iter().map(|p| p.complaint_rate);
    let x = Axis::over(locale, rates, 0.0, Measure::Share, 8, tr!(locale, "paradox-head-rate"));
    let up = tr!(locale, "paradox-levers-up", unit = unit);
    let y = Axis::over(locale, heights(&series).chain([0.0]), 0.04, Measure::Number, 5, up);
    let lead = |(dial, at): (Dial, Option<f64>)| {
        let x = at.filter(|c| *c > x.low && *c < x.high)?;
        let text = tr!(locale, "paradox-levers-lead", dial = dial.name(), rate = locale.share_whole(x));
        Some(Mark { x, from: 0.0, text })
    };
    let leads = [(Dial::Resolution, ranking.resolution_leads_from), (Dial::QuickShare, ranking.speed_leads_from)];
    let marks: Vec<Mark> = leads.into_iter().filter_map(lead).collect();
    compose(frame, Heading { name: LEVERS, title, subtitle }, |board, area| {
        Lines { series: &series, x: &x, y: &y, marks: &marks, left: 0.0 }.draw(board, area).map(|_| ())
    })
}

/// Two lines: the quick share and the complaint rate that the paradox needs.
pub fn bases(frame: &ChartFrame, sweep: &BaseSweep) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let possible = |crossing: &Crossing| crossing.at.filter(|y| (0.0..=1.0).contains(y));
    let quick = sweep.points.iter().filter_map(|p| possible(&p.quick_share).map(|y| (p.base, y)));
    let complain = sweep.points.iter().filter_map(|p| possible(&p.complaint_rate).map(|y| (p.base, y)));
    let mut series: Vec<Series> = Vec::new();
    series.extend(line(&tr!(locale, "paradox-base-complaints"), 1, complain));
    series.extend(line(&tr!(locale, "paradox-base-quick"), 2, quick));
    for line in &mut series {
        if let [(_, first), .., (_, last)] = line.points.as_slice() {
            let [low, high] = [first, last].map(|band| locale.share_whole(band.mean));
            line.value = tr!(locale, "range", low = low, high = high);
        }
    }
    if series.is_empty() {
        return Err(ChartError::Empty { chart: BASE });
    }
    let failure = quoted(locale, &sweep.failure, 30);
    let ends = [sweep.points.first(), sweep.points.last()];
    let title = match ends.map(|end| end.and_then(|p| possible(&p.complaint_rate).map(|c| (p.base, c)))) {
        [Some((low, first)), Some((high, last))] => {
            let [low, first, high, last] = [low, first, high, last].map(|share| locale.share_whole(share));
            tr!(locale, "paradox-base-title", low = low, failure = failure, first = first, high = high, last = last)
        }
        _ => tr!(locale, "paradox-base-title-plain", failure = failure),
    };
    let subtitle = tr!(locale, "paradox-base-subtitle", failure = quoted(locale, &sweep.failure, 30));
    let [low, high] = BASES.map(|base| locale.share_whole(base));
    let across = tr!(locale, "paradox-base-across", low = low, high = high);
    let x = Axis::over(locale, sweep.points.iter().map(|p| p.base), 0.0, Measure::Share, 8, across);
    let y = Axis::over(locale, [0.0, 1.0], 0.0, Measure::Share, 5, tr!(locale, "paradox-base-up"));
    compose(frame, Heading { name: BASE, title, subtitle }, |board, area| {
        Lines { series: &series, x: &x, y: &y, marks: &[], left: 0.0 }.draw(board, area).map(|_| ())
    })
}
