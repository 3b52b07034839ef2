//! The maps of the recovery paradox: who is better off after a failure than without one.

use plotters::style::RGBColor;

use crate::analysis::paradox::maps::{Frontier, ParadoxMap};
use crate::analysis::paradox::tree::{Meaning, Measure as Counted};
use crate::analysis::view::ChartFrame;
use crate::language::{Locale, tr};
use crate::output::chart::axis::{Axis, Measure, Panel, drawable};
use crate::output::chart::board::{Align, Board, Bounds, Heading, Point, compose, flow};
use crate::output::chart::clean::clean;
use crate::output::chart::mark::{self, Mark, strip};
use crate::output::chart::style::{BLUE, INK, LABEL, ORANGE, QUIET};
use crate::output::chart::text::{quoted, shorten, width};
use crate::output::chart::{Chart, ChartError};
use crate::output::frame::FrameLocale;

const SEVERITY: &str = "paradox-map";
const COMPLAINTS: &str = "paradox-complaints";
/// Most failures marked.
const MOST_MARKS: usize = 4;

/// Severity across, recovery quality up: where a recovered customer is happier, and where they return more.
pub fn severity(frame: &ChartFrame, map: &ParadoxMap) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let mut subtitle = tr!(locale, "paradox-map-subtitle");
    if !map.driven {
        subtitle = tr!(locale, "paradox-map-subtitle-tables", text = subtitle);
    }
    let axes = [tr!(locale, "paradox-map-across"), tr!(locale, "paradox-map-up")];
    draw(frame, map, Heading { name: SEVERITY, title: severity_finding(locale, map), subtitle }, axes, Measure::Number)
}

/// Complaint rate across, quick share up: where complainers, and where all with a failure are better off.
pub fn complaints(frame: &ChartFrame, map: &ParadoxMap) -> Result<Chart, ChartError> {
    let locale = frame.locale();
    let mut subtitle = tr!(locale, "paradox-complaints-subtitle", failure = failure(locale, map));
    let missing = map.frontiers.iter().filter(|f| !f.exists()).map(|f| words_of(locale, f, map));
    if let Some(list) = missing.reduce(|first, second| tr!(locale, "paradox-and", first = first, second = second)) {
        subtitle = tr!(locale, "paradox-complaints-nowhere", text = subtitle, list = list);
    }
    let axes = [tr!(locale, "paradox-head-rate"), tr!(locale, "paradox-complaints-up")];
    draw(
        frame,
        map,
        Heading { name: COMPLAINTS, title: complaints_finding(locale, map), subtitle },
        axes,
        Measure::Share,
    )
}

fn failure(locale: &Locale, map: &ParadoxMap) -> String {
    quoted(locale, map.failure.as_deref().unwrap_or_default(), 30)
}

fn draw(
    frame: &ChartFrame,
    map: &ParadoxMap,
    heading: Heading,
    titles: [String; 2],
    across: Measure,
) -> Result<Chart, ChartError> {
    let finite = |f: &Frontier| f.points.iter().all(|(x, y)| drawable(*x) && y.is_none_or(drawable));
    if map.frontiers.is_empty() || !map.frontiers.iter().all(finite) || map.across[1] <= map.across[0] {
        return Err(ChartError::Empty { chart: heading.name });
    }
    let speech = frame.locale();
    let [title_across, title_up] = titles;
    let x = Axis::over(speech, map.across, 0.0, across, 8, title_across);
    let y = Axis::over(speech, [0.0, 1.0], 0.0, Measure::Share, 5, title_up);
    let uprights: Vec<Mark> = map
        .marks
        .iter()
        .filter(|mark| mark.y.is_none() && drawable(mark.x))
        .take(MOST_MARKS)
        .map(|mark| Mark { x: mark.x, from: 0.0, text: quoted(speech, &mark.name, 40) })
        .collect();
    compose(frame, heading, |board, area| {
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
            let text = tr!(speech, "paradox-complaints-today", complain = complain, quick = quick);
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
    let on: Vec<Point> = frontier.points.iter().filter_map(|(x, y)| y.map(|y| panel.at(*x, y))).collect();
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

fn words_of(locale: &Locale, frontier: &Frontier, map: &ParadoxMap) -> String {
    let measure = match frontier.measure {
        Counted::Repurchase if map.driven && frontier.meaning == Meaning::Conditional => "driven",
        measure => measure.name(),
    };
    tr!(locale, "paradox-frontier", which = format!("{}-{measure}", frontier.meaning.name()))
}

/// The frontiers that there are; returns where the map may begin.
fn legend(board: &Board<'_>, area: Bounds, locale: &Locale, map: &ParadoxMap) -> Result<f64, ChartError> {
    let kind = LABEL.sized(38.0);
    let shown: Vec<&Frontier> = map.frontiers.iter().filter(|f| f.exists()).collect();
    if shown.is_empty() {
        let at = (area.left, area.top + 20.0);
        board.text_at_mid(&tr!(locale, "paradox-nowhere"), at, &kind.coloured(QUIET), Align::Left)?;
    }
    let mut entries: Vec<(Vec<&Frontier>, String)> =
        shown.iter().map(|frontier| (vec![*frontier], words_of(locale, frontier, map))).collect();
    // Two regions that lie over each other are a third one.
    if shown.len() == 2 && shown.iter().all(|f| f.meaning == Meaning::Conditional) {
        entries.push((shown, tr!(locale, "paradox-both")));
    }
    let across = if board.is_portrait() { 1 } else { entries.len().max(1) };
    let room = area.width() / across as f64 - 130.0;
    for (_, text) in &mut entries {
        *text = shorten(&clean(text), room.max(80.0), &kind);
    }
    let widths: Vec<f64> = entries.iter().map(|(_, text)| 72.0 + width(text, &kind)).collect();
    let (places, below) = flow(area, &widths);
    for ((regions, text), (left, middle)) in entries.iter().zip(places) {
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
        board.text_at_mid(text, (left + 72.0, middle), &kind, Align::Left)?;
    }
    Ok(below)
}

/// A frontier of the map.
fn of(map: &ParadoxMap, meaning: Meaning, measure: Counted) -> Option<&Frontier> {
    map.frontiers.iter().find(|f| f.meaning == meaning && f.measure == measure).filter(|f| f.exists())
}

fn severity_finding(locale: &Locale, map: &ParadoxMap) -> String {
    let reach = |measure| {
        let frontier = of(map, Meaning::Conditional, measure)?;
        let points = frontier.edge.map_or("any".to_string(), |drop| locale.fixed(drop, 1));
        Some(tr!(locale, "paradox-map-reach", points = points))
    };
    let [happier, returns] = Counted::ALL.map(reach);
    match (happier, returns) {
        (Some(place), Some(_)) if map.driven => tr!(locale, "paradox-map-title-driven", at = place),
        (Some(place), Some(_)) => tr!(locale, "paradox-map-title-both", at = place),
        (Some(place), None) => tr!(locale, "paradox-map-title-happier", at = place),
        (None, Some(place)) => tr!(locale, "paradox-map-title-returns", at = place),
        (None, None) => tr!(locale, "paradox-map-title-none"),
    }
}

fn complaints_finding(locale: &Locale, map: &ParadoxMap) -> String {
    let failure = failure(locale, map);
    let today = map.marks.first().map_or(0.0, |mark| mark.x);
    match of(map, Meaning::Population, Counted::Repurchase).map(|f| f.edge) {
        Some(Some(c)) => {
            let [share, today] = [c, today].map(|share| locale.share_whole(share));
            tr!(locale, "paradox-complaints-title-needs", failure = failure, share = share, today = today)
        }
        Some(None) => tr!(locale, "paradox-complaints-title-always", failure = failure),
        None if of(map, Meaning::Complainers, Counted::Repurchase).is_some() => {
            tr!(locale, "paradox-complaints-title-complainers", failure = failure)
        }
        None => tr!(locale, "paradox-complaints-title-never", failure = failure),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::paradox::levers::{BasePoint, BaseSweep, LeverPoint, LeverRanking};
    use crate::analysis::paradox::maps::{Frontier, MapMark, ParadoxMap};
    use crate::analysis::paradox::tree::{Crossing, Meaning, Measure};
    use crate::analysis::view::ChartFrame;
    use crate::language::{Language, tr};
    use crate::output::chart::layout::{collect, faults};
    use crate::output::chart::paradox::{complaints, severity};
    use crate::output::chart::paradox_lines::{bases, levers};
    use crate::output::chart::raster::parse;
    use crate::output::chart::{Chart, ChartError};
    use crate::output::frame::FrameLocale;

    fn frame(language: Language) -> ChartFrame {
        ChartFrame {
            study: "City <hotel> & \"inn\"".into(),
            scenario: "base".into(),
            strategies: vec!["today".into()],
            seed: 1,
            draws: 1_000,
            fewest_draws: None,
            version: "0.1.0".into(),
            digest: None,
            language,
            currency: "USD".into(),
            period_name: "month".into(),
            periods: 36,
            labels: std::collections::BTreeMap::new(),
        }
    }

    /// A line from `(low, from)` to `(edge, 1)`; nowhere where `edge` is none.
    fn frontier(meaning: Meaning, measure: Measure, low: f64, from: f64, edge: Option<f64>) -> Frontier {
        let points = match edge {
            Some(edge) => vec![(low, Some(from)), (edge, Some(1.0)), (edge + 0.01, None)],
            None => vec![(low, None), (low + 1.0, None)],
        };
        Frontier { meaning, measure, points, edge }
    }

    fn severity_map(names: &[&str], edges: [Option<f64>; 2], driven: bool) -> ParadoxMap {
        let frontiers = [(Measure::Satisfaction, 0.0), (Measure::Repurchase, 0.4)]
            .into_iter()
            .zip(edges)
            .map(|((measure, from), edge)| frontier(Meaning::Conditional, measure, 0.0, from, edge));
        let marks = names.iter().enumerate();
        let marks = marks.map(|(i, name)| MapMark { name: (*name).into(), x: 1.0 + 0.8 * i as f64, y: None });
        ParadoxMap { failure: None, across: [0.0, 3.0], frontiers: frontiers.collect(), marks: marks.collect(), driven }
    }

    fn complaint_map(name: &str, edges: [Option<f64>; 4], today: (f64, f64)) -> ParadoxMap {
        let kinds = Measure::ALL.iter().flat_map(|&m| [(Meaning::Complainers, m), (Meaning::Population, m)]);
        let frontiers = kinds.zip(edges).map(|((meaning, measure), edge)| match (meaning, edge) {
            (Meaning::Complainers, Some(q)) => {
                Frontier { meaning, measure, points: vec![(0.0, Some(q)), (1.0, Some(q))], edge: None }
            }
            (_, Some(c)) => {
                Frontier { meaning, measure, points: vec![(0.0, None), (c, Some(1.0)), (1.0, Some(0.7))], edge }
            }
            (_, None) => frontier(meaning, measure, 0.0, 0.0, None),
        });
        let mark = MapMark { name: name.into(), x: today.0, y: Some(today.1) };
        ParadoxMap {
            failure: Some(name.into()),
            across: [0.0, 1.0],
            frontiers: frontiers.collect(),
            marks: vec![mark],
            driven: false,
        }
    }

    fn ranking(name: &str, measure: Measure, complaints: f64) -> LeverRanking {
        let point = |i: u8| {
            let c = f64::from(i) / 100.0;
            LeverPoint { complaint_rate: c, worth: [complaints, 0.49 * c, 0.17 * c] }
        };
        LeverRanking {
            failure: name.into(),
            measure,
            resolved: 0.6,
            quick: 0.5,
            points: (4..=80).map(point).collect(),
            resolution_leads_from: Some(complaints / 0.49),
            speed_leads_from: Some(complaints / 0.17),
        }
    }

    fn sweep(name: &str, quick: f64) -> BaseSweep {
        let point = |i: u8| {
            let base = 0.80 + 0.005 * f64::from(i);
            BasePoint {
                base,
                quick_share: Crossing::linear(0.70 - base, quick - base),
                complaint_rate: Crossing::linear(0.37 - base, quick - base),
                gaps: [quick - base, 0.0, 0.0],
                conditional_gap_moved: 0.0,
            }
        };
        BaseSweep { failure: name.into(), points: (0..=24).map(point).collect() }
    }

    const NAMES: [&str; 3] = [
        "late",
        "a parcel that came late, or not at all, or to the neighbour's",
        "主动询问每位沉默的客人并在二十四小时内由一线员工当场快速答复",
    ];

    #[test]
    fn no_text_lies_over_another_in_any_language() {
        let mut wrong = Vec::new();
        for language in Language::ALL {
            let frame = frame(language);
            let mut charts: Vec<Result<Chart, ChartError>> = Vec::new();
            for edges in [[Some(2.0), Some(2.1)], [Some(2.0), None], [None, Some(1.5)], [None, None]] {
                charts.push(severity(&frame, &severity_map(&NAMES, edges, false)));
                charts.push(severity(&frame, &severity_map(&NAMES[..1], edges, true)));
            }
            for name in NAMES {
                let all = [Some(0.9), Some(0.95), Some(0.68), Some(0.862)];
                charts.push(complaints(&frame, &complaint_map(name, all, (0.04, 0.5))));
                charts.push(complaints(&frame, &complaint_map(name, [None, None, all[2], None], (0.97, 0.99))));
                charts.push(complaints(&frame, &complaint_map(name, [None; 4], (1.0, 0.0))));
                charts.push(levers(&frame, &ranking(name, Measure::Repurchase, 0.394)));
                charts.push(levers(&frame, &ranking(name, Measure::Repurchase, 0.05)));
                charts.push(levers(&frame, &ranking(name, Measure::Satisfaction, -0.02)));
                charts.push(bases(&frame, &sweep(name, 0.95)));
                charts.push(bases(&frame, &sweep(name, 0.82)));
            }
            for (i, chart) in charts.into_iter().enumerate() {
                match chart {
                    Ok(chart) => {
                        wrong.extend(faults(&chart.svg).into_iter().map(|fault| format!("{language:?} {i}: {fault}")))
                    }
                    Err(error) => wrong.push(format!("{language:?} {i}: {error}")),
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn titles_tell_the_finding() {
        let frame = frame(Language::English);
        let title = |chart: Result<Chart, ChartError>| chart.map(|chart| chart.title).unwrap_or_default();
        let needs = [None, None, Some(0.68), Some(0.862)];
        assert_eq!(
            title(complaints(&frame, &complaint_map("late parcel", needs, (0.04, 0.5)))),
            "“late parcel” would bring customers back more often only if 86 % complained and all were helped quickly; today 4 % complain"
        );
        assert_eq!(
            title(severity(&frame, &severity_map(&[], [Some(2.0), None], false))),
            "The best recovery leaves customers more satisfied where the failure costs less than 2.0 points, but nowhere more loyal"
        );
        assert_eq!(
            title(levers(&frame, &ranking("lost parcel", Measure::Repurchase, 0.394))),
            "“lost parcel”: where 4 % complain, one point of complaints is worth 58 points of speed; where 80 % complain, 2.9"
        );
        assert_eq!(
            title(bases(&frame, &sweep("late parcel", 0.95))),
            "If 80 % came back without a failure, “late parcel” would need 74 % complaining to raise repurchase; if 92 % did, 95 %"
        );
    }

    #[test]
    fn a_line_that_ends_early_is_labelled_at_its_end() {
        for language in Language::ALL {
            // Possible up to a base of 82 and of 91 %: far from the right edge, and close to it.
            for (quick, low, high) in [(0.82, 200.0, 800.0), (0.95, 1_100.0, 1_600.0)] {
                let chart = bases(&frame(language), &sweep("late", quick)).unwrap();
                let mut texts = Vec::new();
                collect(parse(&chart.svg).unwrap().root(), &mut texts);
                let locale = frame(language).locale();
                for id in [tr!(locale, "paradox-base-complaints"), tr!(locale, "paradox-base-quick")] {
                    let (_, ink) = texts.iter().find(|(text, _)| *text == id).expect("it is labelled");
                    assert!(ink.left() > low && ink.left() < high, "{language:?} {id} {quick}: {ink:?}");
                }
                assert_eq!(faults(&chart.svg), Vec::<String>::new());
            }
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_an_error() {
        let frame = frame(Language::English);
        let nothing = ParadoxMap { frontiers: Vec::new(), ..severity_map(&[], [None, None], false) };
        assert_eq!(severity(&frame, &nothing), Err(ChartError::Empty { chart: "paradox-map" }));
        let none = LeverRanking { points: Vec::new(), ..ranking("x", Measure::Repurchase, 0.1) };
        assert_eq!(levers(&frame, &none), Err(ChartError::Empty { chart: "paradox-levers" }));
        assert_eq!(bases(&frame, &sweep("x", 0.5)), Err(ChartError::Empty { chart: "paradox-base" }));
    }
}
