//! What a point of each lever is worth as more customers complain, and what base loyalty does to the paradox.

use crate::analysis::paradox::levers::{BaseSweep, LeverRanking};
use crate::analysis::paradox::tree::{Dial, Measure as Counted};
use crate::analysis::view::ChartFrame;
use crate::output::chart::axis::{Axis, Measure, drawable};
use crate::output::chart::board::{Words, compose};
use crate::output::chart::lines::{Lines, Series, heights};
use crate::output::chart::mark::Mark;
use crate::output::chart::text::quoted;
use crate::output::chart::{Chart, ChartError};
use crate::output::format::{fixed, share_whole};
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
    let name = quoted(&ranking.failure, 30);
    let unit = if ranking.measure == Counted::Repurchase { "percentage points of repurchase" } else { "points of satisfaction" };
    let mut series = Vec::new();
    for (place, (dial, words)) in
        [(Dial::ComplaintRate, "more complain"), (Dial::Resolution, "more resolved"), (Dial::QuickShare, "more quick")]
            .into_iter()
            .enumerate()
    {
        let points = ranking.points.iter().map(|point| (point.complaint_rate, point.worth[dial as usize]));
        let Some(mut line) = line(words, place + 1, points) else { continue };
        let [low, high] = [first, last].map(|point| fixed(point.worth[dial as usize], 3));
        line.value = if low == high { low } else { format!("{low} to {high}") };
        series.push(line);
    }
    if series.is_empty() {
        return Err(empty);
    }
    let [complaints, _, speed] = first.worth;
    let rate = share_whole(first.complaint_rate);
    let title = if speed > 0.0 && complaints > 0.0 && last.worth[2] > 0.0 {
        format!(
            "{name}: where {rate} complain, one more complaint is worth {} quicker answers; where {} do, {}",
            fixed(complaints / speed, 0),
            share_whole(last.complaint_rate),
            fixed(last.worth[0] / last.worth[2], if last.worth[0] / last.worth[2] < 10.0 { 1 } else { 0 }),
        )
    } else if complaints < 0.0 {
        format!("{name}: every complaint more costs, as long as so few are resolved")
    } else {
        format!("{name}: what a point of each lever is worth hangs on how many complain")
    };
    let subtitle = format!(
        "What one point more of each lever adds to the mean over all who had the failure, {unit}; {} resolved, {} of them quickly",
        share_whole(ranking.resolved),
        share_whole(ranking.quick),
    );
    let x = Axis::over(ranking.points.iter().map(|p| p.complaint_rate), 0.0, Measure::Share, 8, "complaint rate");
    let y = Axis::over(heights(&series).chain([0.0]), 0.04, Measure::Number, 5, format!("worth of one point, {unit}"));
    let lead = |at: Option<f64>, words: &str| {
        at.filter(|c| *c > x.low && *c < x.high).map(|c| Mark {
            x: c,
            from: 0.0,
            text: format!("{words} leads from {}", share_whole(c)),
        })
    };
    let marks: Vec<Mark> = [lead(ranking.resolution_leads_from, "resolution"), lead(ranking.speed_leads_from, "speed")]
        .into_iter()
        .flatten()
        .collect();
    compose(frame, Words { name: LEVERS, title, subtitle }, |board, area| {
        Lines { series: &series, x: &x, y: &y, marks: &marks, left: 0.0 }.draw(board, area).map(|_| ())
    })
}

/// Two lines a kind of failure: the quick share and the complaint rate that the paradox needs.
pub fn bases(frame: &ChartFrame, sweeps: &[BaseSweep], shown: usize) -> Result<Chart, ChartError> {
    let mut series = Vec::new();
    for (kind, sweep) in sweeps.iter().enumerate() {
        let name = quoted(&sweep.failure, 24);
        let possible = |at: Option<f64>| at.filter(|y| (0.0..=1.0).contains(y));
        let quick = sweep.points.iter().filter_map(|p| possible(p.quick_share.at).map(|y| (p.base, y)));
        let complain = sweep.points.iter().filter_map(|p| possible(p.complaint_rate.at).map(|y| (p.base, y)));
        let place = 2 * kind + 1;
        series.extend(line(&format!("quick share for complainers, {name}"), place, quick));
        series.extend(line(&format!("complaint rate for all, {name}"), place + 1, complain));
    }
    for line in &mut series {
        if let [(_, first), .., (_, last)] = line.points.as_slice() {
            line.value = format!("{} to {}", share_whole(first.mean), share_whole(last.mean));
        }
    }
    let sweep = sweeps.get(shown).filter(|_| !series.is_empty()).ok_or(ChartError::Empty { chart: BASE })?;
    let name = quoted(&sweep.failure, 30);
    let ends = [sweep.points.first(), sweep.points.last()];
    let title = match ends.map(|end| end.and_then(|p| p.complaint_rate.at.map(|c| (p.base, c)))) {
        [Some((low, a)), Some((high, b))] if (0.0..=1.0).contains(&a) && (0.0..=1.0).contains(&b) => format!(
            "If {} came back without a failure, {name} would need {} complaining to pay; if {} did, {}",
            share_whole(low),
            share_whole(a),
            share_whole(high),
            share_whole(b),
        ),
        _ => format!("What base loyalty is assumed decides whether {name} can leave customers more loyal"),
    };
    let subtitle = "Where the paradox in repurchase begins: quick share if all complain and are resolved, complaint rate if all are \
                    helped quickly. The repurchase table stays; lines end where no share is enough"
        .to_string();
    let x = Axis::over(
        sweep.points.iter().map(|p| p.base),
        0.0,
        Measure::Share,
        8,
        "repurchase without a failure: an assumption, published range 80 to 92 %",
    );
    let y = Axis::over([0.0, 1.0], 0.0, Measure::Share, 5, "share needed");
    compose(frame, Words { name: BASE, title, subtitle }, |board, area| {
        Lines { series: &series, x: &x, y: &y, marks: &[], left: 0.0 }.draw(board, area).map(|_| ())
    })
}
