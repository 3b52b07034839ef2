//! The maps of the recovery paradox: who is better off after a failure than without one.

use plotters::style::RGBColor;

use crate::analysis::paradox::maps::{Frontier, ParadoxMap};
use crate::analysis::paradox::tree::{Meaning, Measure as Counted};
use crate::analysis::view::ChartFrame;
use crate::output::chart::axis::{Axis, Measure, Panel, drawable};
use crate::output::chart::board::{Align, Board, Bounds, Point, Words, compose};
use crate::output::chart::mark::{self, Mark, strip};
use crate::output::chart::style::{BLUE, INK, LABEL, ORANGE, QUIET};
use crate::output::chart::text::{clean, quoted, shorten, width};
use crate::output::chart::{Chart, ChartError};
use crate::output::format::{fixed, share_whole};

const SEVERITY: &str = "paradox-map";
const COMPLAINTS: &str = "paradox-complaints";
/// Most failures marked.
const MOST_MARKS: usize = 4;

/// Severity across, recovery quality up: where a recovered customer is happier, and where he returns more.
pub fn severity(frame: &ChartFrame, map: &ParadoxMap) -> Result<Chart, ChartError> {
    let mut subtitle = "Meaning (i): a resolved case against no failure. Quality = share of what money and apology can do, and \
                        probability to be quick. A first failure, its cause neither lasting nor the firm's doing"
        .to_string();
    if !map.driven {
        subtitle.push_str("; repurchase by the study's tables, on the log-odds between them");
    }
    let words = Words { name: SEVERITY, title: severity_finding(map), subtitle };
    let axes = ["severity: satisfaction that the failure costs, points of 7", "quality of the recovery"];
    draw(frame, map, words, axes, Measure::Number)
}

/// Complaint rate across, quick share up: where complainers, and where all with a failure are better off.
pub fn complaints(frame: &ChartFrame, map: &ParadoxMap) -> Result<Chart, ChartError> {
    let name = quoted(map.failure.as_deref().unwrap_or_default(), 30);
    let mut subtitle = format!("{name}: every complaint is resolved, nobody is asked or found");
    let missing: Vec<&str> = map.frontiers.iter().filter(|f| !f.exists()).map(|f| words_of(f, map)).collect();
    if !missing.is_empty() {
        subtitle.push_str(&format!("; nowhere on the map: {}", missing.join(", ")));
    }
    let words = Words { name: COMPLAINTS, title: complaints_finding(map), subtitle };
    draw(frame, map, words, ["complaint rate", "share of resolutions that are quick"], Measure::Share)
}

fn draw(
    frame: &ChartFrame,
    map: &ParadoxMap,
    words: Words,
    titles: [&str; 2],
    across: Measure,
) -> Result<Chart, ChartError> {
    let finite = |f: &Frontier| f.points.iter().all(|(x, y)| drawable(*x) && y.is_none_or(drawable));
    if map.frontiers.is_empty() || !map.frontiers.iter().all(finite) || map.across[1] <= map.across[0] {
        return Err(ChartError::Empty { chart: words.name });
    }
    let x = Axis::over(map.across, 0.0, across, 8, titles[0]);
    let y = Axis::over([0.0, 1.0], 0.0, Measure::Share, 5, titles[1]);
    let uprights: Vec<Mark> = map
        .marks
        .iter()
        .filter(|mark| mark.y.is_none() && drawable(mark.x))
        .take(MOST_MARKS)
        .map(|mark| Mark { x: mark.x, from: 0.0, text: quoted(&mark.name, 40) })
        .collect();
    compose(frame, words, |board, area| {
        let below = legend(board, area, map)?;
        let area = Bounds { top: below, ..area };
        let panel = Panel::new(board, area, &x, &y, 0.0, strip(&uprights))?;
        for frontier in map.frontiers.iter().filter(|f| f.exists()) {
            region(board, &panel, frontier)?;
        }
        mark::draw(board, &panel, &uprights)?;
        for mark in &map.marks {
            let Some(up) = mark.y.filter(|up| drawable(*up) && drawable(mark.x)) else { continue };
            let at = panel.at(mark.x, up);
            board.dot(at, 16.0, INK)?;
            let text = format!("today: {} complain, {} quick", share_whole(mark.x), share_whole(up));
            let beside = LABEL.heavy();
            let fits = at.0 + 40.0 + width(&text, &beside) < panel.inner.right;
            let (left, align) = if fits { (at.0 + 34.0, Align::Left) } else { (at.0 - 34.0, Align::Right) };
            board.text_at_mid(&text, (left, at.1 - 44.0), &beside, align)?;
        }
        Ok(())
    })
}

/// What lies above a frontier, and the frontier.
fn region(board: &Board<'_>, panel: &Panel<'_>, frontier: &Frontier) -> Result<(), ChartError> {
    let (colour, opacity, dashed) = style(frontier);
    let on: Vec<Point> =
        frontier.points.iter().filter_map(|(x, y)| y.map(|y| panel.at(*x, y))).collect();
    if let (Some(first), Some(last)) = (on.first(), on.last()) {
        let top = panel.inner.top;
        let mut outline = on.clone();
        outline.extend([(last.0, top), (first.0, top)]);
        board.polygon(&outline, colour, opacity)?;
        // Where it begins or ends at the top, the line closes up to it.
        if dashed { board.dashes(&on, colour, 7)? } else { board.line(&on, colour, 7)? }
    }
    Ok(())
}

/// Colour by measure; complainers are a broken line, all the others a full one.
fn style(frontier: &Frontier) -> (RGBColor, f64, bool) {
    let colour = if frontier.measure == Counted::Satisfaction { BLUE } else { ORANGE };
    let opacity = match frontier.meaning {
        Meaning::Conditional => 0.28,
        Meaning::Complainers => 0.10,
        Meaning::Population => 0.30,
    };
    (colour, opacity, frontier.meaning == Meaning::Complainers)
}

fn words_of(frontier: &Frontier, map: &ParadoxMap) -> &'static str {
    match (frontier.meaning, frontier.measure) {
        (Meaning::Conditional, Counted::Satisfaction) => "happier than before",
        (Meaning::Conditional, Counted::Repurchase) if map.driven => "returns more, driven by satisfaction",
        (Meaning::Conditional, Counted::Repurchase) => "returns more: an input of the tables",
        (Meaning::Complainers, Counted::Satisfaction) => "complainers happier",
        (Meaning::Complainers, Counted::Repurchase) => "complainers return more",
        (Meaning::Population, Counted::Satisfaction) => "all with a failure happier",
        (Meaning::Population, Counted::Repurchase) => "all with a failure return more",
    }
}

/// The frontiers that there are, in one line; returns where the map may begin.
fn legend(board: &Board<'_>, area: Bounds, map: &ParadoxMap) -> Result<f64, ChartError> {
    let kind = LABEL.sized(38.0);
    let middle = area.top + 20.0;
    let shown: Vec<&Frontier> = map.frontiers.iter().filter(|f| f.exists()).collect();
    if shown.is_empty() {
        board.text_at_mid("nowhere on the map", (area.left, middle), &kind.coloured(QUIET), Align::Left)?;
    }
    let room = area.width() / shown.len().max(1) as f64 - 110.0;
    let mut left = area.left;
    for frontier in shown {
        let (colour, opacity, dashed) = style(frontier);
        let square = Bounds { left, top: middle - 20.0, right: left + 56.0, bottom: middle + 20.0 };
        board.rectangle(square, colour, opacity)?;
        let line = [(left, middle + 20.0), (left + 56.0, middle + 20.0)];
        if dashed { board.dashes(&line, colour, 6)? } else { board.line(&line, colour, 6)? }
        let text = shorten(&clean(words_of(frontier, map)), room.max(80.0), &kind);
        board.text_at_mid(&text, (left + 72.0, middle), &kind, Align::Left)?;
        left += 72.0 + width(&text, &kind) + 48.0;
    }
    Ok(area.top + 76.0)
}

/// A frontier of the map.
fn of(map: &ParadoxMap, meaning: Meaning, measure: Counted) -> Option<&Frontier> {
    map.frontiers.iter().find(|f| f.meaning == meaning && f.measure == measure).filter(|f| f.exists())
}

fn severity_finding(map: &ParadoxMap) -> String {
    let reach = |measure| of(map, Meaning::Conditional, measure).map(|f| f.edge.map(|drop| fixed(drop, 1)));
    match (reach(Counted::Satisfaction), reach(Counted::Repurchase)) {
        (Some(a), Some(b)) if map.driven => match (a, b) {
            (Some(a), Some(b)) if a == b => {
                format!("Where feelings decide, recovery beats no failure in both up to a loss of {a} points: mild failures only")
            }
            _ => "Where feelings decide, the best recovery beats no failure in satisfaction and in repurchase".to_string(),
        },
        (Some(a), Some(b)) => format!(
            "The best recovery leaves customers happier {}; that they also return more is what the tables put in{}",
            up_to(a),
            b.map(|b| format!(", up to {b}")).unwrap_or_default()
        ),
        (Some(a), None) => format!("The best recovery leaves customers happier {}, but nowhere more loyal", up_to(a)),
        (None, Some(b)) => format!("Recovery leaves nobody happier than before; that he returns more {} is what the tables put in", up_to(b)),
        (None, None) => "No recovery leaves customers better off than no failure".to_string(),
    }
}

fn up_to(points: Option<String>) -> String {
    points.map_or("whatever the failure costs".to_string(), |points| {
        format!("where the failure costs less than {points} points")
    })
}

fn complaints_finding(map: &ParadoxMap) -> String {
    let name = quoted(map.failure.as_deref().unwrap_or_default(), 30);
    let today = map.marks.first().map(|mark| format!("; today {} complain", share_whole(mark.x))).unwrap_or_default();
    match of(map, Meaning::Population, Counted::Repurchase).map(|f| f.edge) {
        Some(Some(c)) => format!(
            "{name} would pay only if {} complained and every one were helped quickly{today}",
            share_whole(c)
        ),
        Some(None) => format!("{name} pays whoever complains, by these tables: no table of a real firm says so"),
        None if of(map, Meaning::Complainers, Counted::Repurchase).is_some() => {
            format!("Complainers about {name} can return more than others, all customers with the failure cannot")
        }
        None => format!("However many complain and are helped quickly, {name} never leaves customers more loyal"),
    }
}
