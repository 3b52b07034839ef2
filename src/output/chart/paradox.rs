//! The maps of the recovery paradox: who is better off after a failure than without one.

use plotters::style::RGBColor;

use crate::analysis::paradox::maps::{Frontier, ParadoxMap};
use crate::analysis::paradox::tree::{Meaning, Measure as Counted};
use crate::analysis::view::ChartFrame;
use crate::language::{self, say};
use crate::output::chart::axis::{Axis, Measure, Panel, drawable};
use crate::output::chart::board::{Align, Board, Bounds, Point, Words, compose};
use crate::output::chart::mark::{self, Mark, strip};
use crate::output::chart::style::{BLUE, INK, LABEL, ORANGE, QUIET};
use crate::output::chart::text::{clean, quoted, shorten, width};
use crate::output::chart::{Chart, ChartError};

const SEVERITY: &str = "paradox-map";
const COMPLAINTS: &str = "paradox-complaints";
/// Most failures marked.
const MOST_MARKS: usize = 4;

/// Severity across, recovery quality up: where a recovered customer is happier, and where he returns more.
pub fn severity(frame: &ChartFrame, map: &ParadoxMap) -> Result<Chart, ChartError> {
    let words = frame.words();
    let mut subtitle = say!(words, "paradox-map-subtitle");
    if !map.driven {
        subtitle = say!(words, "paradox-map-subtitle-tables", text = subtitle);
    }
    let axes = [say!(words, "paradox-map-across"), say!(words, "paradox-map-up")];
    draw(frame, map, Words { name: SEVERITY, title: severity_finding(words, map), subtitle }, axes, Measure::Number)
}

/// Complaint rate across, quick share up: where complainers, and where all with a failure are better off.
pub fn complaints(frame: &ChartFrame, map: &ParadoxMap) -> Result<Chart, ChartError> {
    let words = frame.words();
    let mut subtitle = say!(words, "paradox-complaints-subtitle", failure = failure(map));
    let missing = map.frontiers.iter().filter(|f| !f.exists()).map(|f| words_of(words, f, map));
    if let Some(list) = missing.reduce(|first, second| say!(words, "paradox-and", first = first, second = second)) {
        subtitle = say!(words, "paradox-complaints-nowhere", text = subtitle, list = list);
    }
    let axes = [say!(words, "paradox-complaints-across"), say!(words, "paradox-complaints-up")];
    draw(frame, map, Words { name: COMPLAINTS, title: complaints_finding(words, map), subtitle }, axes, Measure::Share)
}

fn failure(map: &ParadoxMap) -> String {
    quoted(map.failure.as_deref().unwrap_or_default(), 30)
}

fn draw(
    frame: &ChartFrame,
    map: &ParadoxMap,
    words: Words,
    titles: [String; 2],
    across: Measure,
) -> Result<Chart, ChartError> {
    let finite = |f: &Frontier| f.points.iter().all(|(x, y)| drawable(*x) && y.is_none_or(drawable));
    if map.frontiers.is_empty() || !map.frontiers.iter().all(finite) || map.across[1] <= map.across[0] {
        return Err(ChartError::Empty { chart: words.name });
    }
    let [title_across, title_up] = titles;
    let x = Axis::over(map.across, 0.0, across, 8, title_across);
    let y = Axis::over([0.0, 1.0], 0.0, Measure::Share, 5, title_up);
    let speech = frame.words();
    let uprights: Vec<Mark> = map
        .marks
        .iter()
        .filter(|mark| mark.y.is_none() && drawable(mark.x))
        .take(MOST_MARKS)
        .map(|mark| Mark { x: mark.x, from: 0.0, text: quoted(&mark.name, 40) })
        .collect();
    compose(frame, words, |board, area| {
        let below = legend(board, area, speech, map)?;
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
            let [complain, quick] = [mark.x, up].map(|share| speech.share_whole(share));
            let text = say!(speech, "paradox-complaints-today", complain = complain, quick = quick);
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

fn words_of(words: &language::Words, frontier: &Frontier, map: &ParadoxMap) -> String {
    let measure = match frontier.measure {
        Counted::Repurchase if map.driven && frontier.meaning == Meaning::Conditional => "driven",
        measure => measure.name(),
    };
    say!(words, "paradox-frontier", which = format!("{}-{measure}", frontier.meaning.name()))
}

/// The frontiers that there are, in one line; returns where the map may begin.
fn legend(board: &Board<'_>, area: Bounds, words: &language::Words, map: &ParadoxMap) -> Result<f64, ChartError> {
    let kind = LABEL.sized(38.0);
    let middle = area.top + 20.0;
    let shown: Vec<&Frontier> = map.frontiers.iter().filter(|f| f.exists()).collect();
    if shown.is_empty() {
        board.text_at_mid(&say!(words, "paradox-nowhere"), (area.left, middle), &kind.coloured(QUIET), Align::Left)?;
    }
    // Two regions that lie over each other are a third one.
    let over = shown.len() == 2 && shown.iter().all(|f| f.meaning == Meaning::Conditional);
    let room = area.width() / (shown.len().max(1) + usize::from(over)) as f64 - 130.0;
    let mut left = area.left;
    let mut entry = |regions: &[&Frontier], text: String| {
        let square = Bounds { left, top: middle - 20.0, right: left + 56.0, bottom: middle + 20.0 };
        for frontier in regions {
            let (colour, opacity, dashed) = style(frontier);
            board.rectangle(square, colour, opacity)?;
            let line = [(left, middle + 20.0), (left + 56.0, middle + 20.0)];
            match (regions.len(), dashed) {
                (1, true) => board.dashes(&line, colour, 6)?,
                (1, false) => board.line(&line, colour, 6)?,
                _ => (),
            }
        }
        let text = shorten(&clean(&text), room.max(80.0), &kind);
        board.text_at_mid(&text, (left + 72.0, middle), &kind, Align::Left)?;
        left += 72.0 + width(&text, &kind) + 48.0;
        Ok::<(), ChartError>(())
    };
    for frontier in &shown {
        entry(&[frontier], words_of(words, frontier, map))?;
    }
    if over {
        entry(&shown, say!(words, "paradox-both"))?;
    }
    Ok(area.top + 76.0)
}

/// A frontier of the map.
fn of(map: &ParadoxMap, meaning: Meaning, measure: Counted) -> Option<&Frontier> {
    map.frontiers.iter().find(|f| f.meaning == meaning && f.measure == measure).filter(|f| f.exists())
}

fn severity_finding(words: &language::Words, map: &ParadoxMap) -> String {
    let reach = |measure| {
        let frontier = of(map, Meaning::Conditional, measure)?;
        let points = frontier.edge.map_or("any".to_string(), |drop| words.fixed(drop, 1));
        Some(say!(words, "paradox-map-reach", points = points))
    };
    let [happier, returns] = Counted::ALL.map(reach);
    match (happier, returns) {
        (Some(place), Some(_)) if map.driven => say!(words, "paradox-map-title-driven", at = place),
        (Some(place), Some(_)) => say!(words, "paradox-map-title-both", at = place),
        (Some(place), None) => say!(words, "paradox-map-title-happier", at = place),
        (None, Some(place)) => say!(words, "paradox-map-title-returns", at = place),
        (None, None) => say!(words, "paradox-map-title-none"),
    }
}

fn complaints_finding(words: &language::Words, map: &ParadoxMap) -> String {
    let failure = failure(map);
    let today = map.marks.first().map_or(0.0, |mark| mark.x);
    match of(map, Meaning::Population, Counted::Repurchase).map(|f| f.edge) {
        Some(Some(c)) => {
            let [share, today] = [c, today].map(|share| words.share_whole(share));
            say!(words, "paradox-complaints-title-needs", failure = failure, share = share, today = today)
        }
        Some(None) => say!(words, "paradox-complaints-title-always", failure = failure),
        None if of(map, Meaning::Complainers, Counted::Repurchase).is_some() => {
            say!(words, "paradox-complaints-title-complainers", failure = failure)
        }
        None => say!(words, "paradox-complaints-title-never", failure = failure),
    }
}
