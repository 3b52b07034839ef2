//! The charts of a result folder, each as SVG and PNG, with the rows that it shows as CSV.

use indexmap::IndexSet;
use rayon::prelude::*;

use crate::analysis::findings::Findings;
use crate::analysis::picture::desks;
use crate::analysis::view::{DeskOverTime, KeptCustomers, RoiCurve};
use crate::diagnostic::Diagnostic;
use crate::engine::progress::Progress;
use crate::error::Error;
use crate::language::{Locale, tr};
use crate::output::chart::{
    Chart, ChartError, acceptability, cumulative, desk, distribution, fan, kept, losses, missing_glyphs, png,
    roi_curve, tornado, tree, variants,
};
use crate::output::decision::curve_rows;
use crate::output::folder::{Folder, file_name};
use crate::output::sensitivity::tornado_rows;
use crate::output::table::{Chunk, Values, csv_text};
use crate::output::variant_chart::{VARIANTS_CHART, variant_rows};
use crate::scenario::study::Study;
use crate::stats::band::Band;

/// The chart of active customers.
pub const ACTIVE_CHART: &str = "4-active-customers";
/// The chart in its place where every leaver is replaced.
pub const KEPT_CHART: &str = "4-customers-kept";
/// The chart of the desk.
pub const DESK_CHART: &str = "12-desk";

/// A chart to draw: its file name, how to draw it, and its rows.
struct Planned<'a> {
    name: String,
    draw: Box<dyn Fn() -> Result<Chart, ChartError> + Sync + Send + 'a>,
    rows: Chunk,
}

/// A drawn chart, with what is written of it.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Name of its files, inside `charts/`.
    pub name: String,
    /// The chart.
    pub chart: Chart,
    /// The picture as PNG; empty where none was asked for.
    pub picture: Vec<u8>,
    /// The rows it shows.
    pub rows: Chunk,
}

/// Draws every chart that has something to show, with the names of `shown`; files and rows have those of `findings`. The
/// pictures are left out where `has_pictures` says so.
///
/// # Errors
/// When one cannot be drawn, or somebody asked to stop.
pub fn draw_charts(
    findings: &Findings,
    shown: &Findings,
    has_pictures: bool,
    progress: &dyn Progress,
) -> Result<Vec<Drawn>, Error> {
    let draw = |planned: Planned<'_>| {
        if progress.is_stopped() {
            return Err(Error::Interrupted);
        }
        let failed = |error: ChartError| Error::Chart { chart: planned.name.clone(), reason: error.to_string() };
        match (planned.draw)() {
            Ok(chart) => {
                let picture = if has_pictures { png(&chart.svg).map_err(failed)? } else { Vec::new() };
                Ok(Some(Drawn { name: planned.name, chart, picture, rows: planned.rows }))
            }
            // A study may have nothing to show here: one strategy, or no failures.
            Err(ChartError::Empty { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    };
    let planned: Vec<Planned<'_>> = match std::ptr::eq(findings, shown) {
        true => plan(findings),
        false => plan(findings)
            .into_iter()
            .zip(plan(shown))
            .map(|(named, shown)| Planned { draw: shown.draw, ..named })
            .collect(),
    };
    let drawn: Vec<Option<Drawn>> = planned.into_par_iter().map(draw).collect::<Result<_, _>>()?;
    Ok(drawn.into_iter().flatten().collect())
}

/// Draws every chart that has something to show, with the names of `shown`; files and rows have those of `findings`. Returns also
/// what `beside` does in the meantime. No chart is returned when one cannot be drawn, or somebody asked to stop.
pub fn draw_charts_beside<T: Send>(
    findings: &Findings,
    shown: &Findings,
    progress: &dyn Progress,
    beside: impl FnOnce() -> T + Send,
) -> (Result<Vec<Drawn>, Error>, T) {
    rayon::join(|| draw_charts(findings, shown, true, progress), beside)
}

/// Writes charts.
///
/// # Errors
/// When a file cannot be written.
pub fn write_charts(folder: &mut Folder, charts: &[Drawn]) -> Result<(), Error> {
    for drawn in charts {
        folder.write(&format!("charts/{}.svg", drawn.name), drawn.chart.svg.as_bytes())?;
        folder.write(&format!("charts/{}.png", drawn.name), &drawn.picture)?;
        folder.write(&format!("charts/{}.csv", drawn.name), &csv_text(&drawn.name, &drawn.rows)?)?;
    }
    Ok(())
}

/// Which characters of the study's names the chart font lacks: all of them, said once.
pub fn missing(study: &Study) -> Option<Diagnostic> {
    let study = &*study.in_language(study.language);
    let mut texts = IndexSet::from([study.title.as_str(), study.currency.as_str()]);
    for scenario in &study.scenarios {
        texts.insert(&scenario.name);
        texts.extend(scenario.variants.iter().map(|variant| &*variant.name));
        for strategy in &scenario.strategies {
            texts.insert(&strategy.name);
            let parameters = &strategy.parameters.point;
            texts.extend(parameters.segments.iter().map(|segment| &*segment.name));
            texts.extend(parameters.failures.iter().map(|failure| &*failure.name));
            texts.extend(parameters.severities.iter().map(|severity| &*severity.name));
        }
    }
    let missing: IndexSet<char> = texts.into_iter().flat_map(missing_glyphs).collect();
    if missing.is_empty() {
        return None;
    }
    let list: Vec<String> = missing.iter().map(|c| format!("`{c}`")).collect();
    let locale = Locale::of(study.language);
    let diagnostic =
        Diagnostic::warning("A005", tr!(locale, "caution-font", characters = locale.series(&list))).translated();
    Some(diagnostic.with_help(tr!(locale, "caution-font-help")))
}

fn plan(findings: &Findings) -> Vec<Planned<'_>> {
    let mut all = Vec::new();
    for (s, picture) in findings.pictures.iter().enumerate() {
        // The first scenario's charts stand on top, the others' in folders of their names.
        let prefix = if s == 0 { String::new() } else { format!("{}/", scenario_folder(findings, s)) };
        let frame = &picture.frame;
        let curves: Vec<&RoiCurve> =
            findings.curves.iter().filter(|(scenario, _)| *scenario == frame.scenario).map(|(_, c)| c).collect();
        for (i, group) in by_key(&curves).into_iter().enumerate() {
            let number = if i == 0 { String::new() } else { format!("-{}", i + 1) };
            all.push(Planned {
                name: format!("{prefix}1-roi-curve{number}"),
                rows: roi_rows(&group),
                draw: Box::new(move || roi_curve::draw(frame, &group)),
            });
        }
        let mut add = |name: &str, draw: Box<dyn Fn() -> Result<Chart, ChartError> + Sync + Send>, rows| {
            all.push(Planned { name: format!("{prefix}{name}"), draw, rows });
        };
        let (f, data) = (frame.clone(), picture.cumulative.clone());
        let rows = banded(
            picture.cumulative.iter().map(|c| (c.strategy.as_str(), c.points.as_slice())),
            "cumulative_difference",
        );
        add("2-cumulative-difference", Box::new(move || cumulative::draw(&f, &data)), rows);
        for (i, tree) in picture.trees.iter().enumerate() {
            let (f, data) = (frame.clone(), tree.clone());
            let number = if i == 0 { "reference" } else { "best" };
            let rows = tree_rows(tree);
            add(&format!("3-failure-tree-{number}"), Box::new(move || tree::draw(&f, &data)), rows);
        }
        if picture.kept.is_empty() {
            let (f, data) = (frame.clone(), picture.fans.clone());
            let rows = banded(picture.fans.iter().map(|c| (c.strategy.as_str(), c.points.as_slice())), "active");
            add(ACTIVE_CHART, Box::new(move || fan::draw(&f, &data)), rows);
        } else {
            let (f, data) = (frame.clone(), picture.kept.clone());
            add(KEPT_CHART, Box::new(move || kept::draw(&f, &data)), kept_rows(&picture.kept));
        }
        let (f, data, best) = (frame.clone(), picture.losses.clone(), picture.best().to_string());
        let column = |part: fn(&crate::analysis::view::LossesByCause) -> f64| {
            Values::Number(picture.losses.iter().map(part).collect())
        };
        let rows = vec![
            ("strategy".to_string(), Values::Text(picture.losses.iter().map(|l| l.strategy.clone()).collect())),
            ("natural".to_string(), column(|l| l.natural)),
            ("silent".to_string(), column(|l| l.silent)),
            ("unresolved".to_string(), column(|l| l.unresolved)),
            ("resolved".to_string(), column(|l| l.resolved)),
            ("quick".to_string(), column(|l| l.quick)),
            ("word_of_mouth".to_string(), column(|l| l.word_of_mouth)),
        ];
        add("5-losses-by-cause", Box::new(move || losses::draw(&f, &data, &best)), rows);
        let (f, data) = (frame.clone(), picture.distributions.clone());
        let bands: Vec<(&str, Band)> = picture.distributions.iter().map(|d| (d.strategy.as_str(), d.band)).collect();
        let mut rows = vec![("strategy".to_string(), Values::Text(bands.iter().map(|b| b.0.to_string()).collect()))];
        rows.extend(band_columns("npv_difference", bands.iter().map(|b| b.1)));
        add("6-npv-difference", Box::new(move || distribution::draw(&f, &data)), rows);
        if let Some(found) = findings.decisions.get(s) {
            for curve in &found.acceptability {
                let (f, data) = (frame.clone(), curve.clone());
                let name = format!("7-acceptability-{}", curve.over.name().replace('_', "-"));
                add(&name, Box::new(move || acceptability::draw(&f, &data)), curve_rows(found, curve));
            }
        }
        if let Some(found) = findings.tornados.get(s) {
            let (f, data) = (frame.clone(), found.clone());
            add("8-tornado", Box::new(move || tornado::draw(&f, &data)), tornado_rows(found));
        }
        let comparison = &findings.comparisons[s];
        if let Some(found) = findings.variants.get(s) {
            let (f, data, best) = (frame.clone(), found.clone(), comparison.best());
            add(VARIANTS_CHART, Box::new(move || variants::draw(&f, &data, best)), variant_rows(found));
        }
        let desks = desks(comparison);
        let (f, rows, best) = (frame.clone(), desk_rows(&desks), picture.best().to_string());
        add(DESK_CHART, Box::new(move || desk::draw(&f, &desks, &best)), rows);
    }
    all
}

fn desk_rows(desks: &[DeskOverTime]) -> Chunk {
    let each = || desks.iter().flat_map(|desk| desk.points.iter().map(move |point| (desk, point)));
    vec![
        ("strategy".to_string(), Values::Text(each().map(|(desk, _)| desk.strategy.clone()).collect())),
        ("period".to_string(), Values::Whole(each().map(|(_, point)| u64::from(point.period)).collect())),
        ("utilisation".to_string(), Values::Number(each().map(|(_, point)| point.utilisation).collect())),
        ("in_time".to_string(), Values::Number(each().map(|(_, point)| point.in_time).collect())),
    ]
}

fn kept_rows(kept: &[KeptCustomers]) -> Chunk {
    let each = || kept.iter().flat_map(|kept| kept.points.iter().map(move |point| (kept, point)));
    vec![
        ("strategy".to_string(), Values::Text(each().map(|(kept, _)| kept.strategy.clone()).collect())),
        ("period".to_string(), Values::Whole(each().map(|(_, (period, _))| u64::from(*period)).collect())),
        ("kept".to_string(), Values::Number(each().map(|(_, (_, mean))| *mean).collect())),
    ]
}

/// A folder name of its own for every scenario but the first.
fn scenario_folder(findings: &Findings, s: usize) -> String {
    let name = |s: usize| file_name(&findings.pictures[s].frame.scenario);
    let taken = (1..s).filter(|&earlier| name(earlier) == name(s)).count();
    if taken == 0 { name(s) } else { format!("{}-{}", name(s), taken + 1) }
}

/// Curves over one lever share a chart.
fn by_key(curves: &[&RoiCurve]) -> Vec<Vec<RoiCurve>> {
    let mut groups: Vec<Vec<RoiCurve>> = Vec::new();
    for curve in curves {
        let same =
            |group: &Vec<RoiCurve>| group[0].key == curve.key && group.iter().all(|c| c.strategy != curve.strategy);
        match groups.iter_mut().find(|group| same(group)) {
            Some(group) => group.push((*curve).clone()),
            None => groups.push(vec![(*curve).clone()]),
        }
    }
    groups
}

fn band_columns(name: &str, bands: impl Iterator<Item = Band> + Clone) -> Chunk {
    let column = |part: fn(Band) -> f64| Values::Number(bands.clone().map(part).collect());
    vec![
        (name.to_string(), column(|b| b.mean)),
        (format!("{name}_p05"), column(|b| b.p05)),
        (format!("{name}_p50"), column(|b| b.p50)),
        (format!("{name}_p95"), column(|b| b.p95)),
    ]
}

fn banded<'a>(lines: impl Iterator<Item = (&'a str, &'a [(u32, Band)])>, name: &str) -> Chunk {
    let rows: Vec<(&str, u32, Band)> =
        lines.flat_map(|(strategy, points)| points.iter().map(move |&(t, band)| (strategy, t, band))).collect();
    let mut chunk = vec![
        ("strategy".to_string(), Values::Text(rows.iter().map(|r| r.0.to_string()).collect())),
        ("period".to_string(), Values::Whole(rows.iter().map(|r| u64::from(r.1)).collect())),
    ];
    chunk.extend(band_columns(name, rows.iter().map(|r| r.2)));
    chunk
}

fn roi_rows(curves: &[RoiCurve]) -> Chunk {
    let rows: Vec<_> = curves.iter().flat_map(|c| c.points.iter().map(move |p| (c, p))).collect();
    let mut chunk = vec![
        ("strategy".to_string(), Values::Text(rows.iter().map(|r| r.0.strategy.clone()).collect())),
        ("key".to_string(), Values::Text(rows.iter().map(|r| r.0.key.clone()).collect())),
        ("value".to_string(), Values::Number(rows.iter().map(|r| r.1.x).collect())),
    ];
    chunk.extend(band_columns("npv_difference", rows.iter().map(|r| r.1.npv_difference)));
    chunk.push(("roi".to_string(), Values::Maybe(rows.iter().map(|r| r.1.roi).collect())));
    chunk
}

fn tree_rows(tree: &crate::analysis::view::FailureTree) -> Chunk {
    let branches = &tree.branches;
    vec![
        ("strategy".to_string(), Values::Text(vec![tree.strategy.clone(); branches.len()])),
        ("route".to_string(), Values::Text(branches.iter().map(|b| b.route.name().to_string()).collect())),
        ("outcome".to_string(), Values::Text(branches.iter().map(|b| b.outcome.name().to_string()).collect())),
        ("stayed".to_string(), Values::Number(branches.iter().map(|b| b.stayed).collect())),
        ("left".to_string(), Values::Number(branches.iter().map(|b| b.left).collect())),
    ]
}
