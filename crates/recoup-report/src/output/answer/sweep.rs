//! Levers swept: what each curve and map says, with their tables and charts.

use crate::ask::sweep::{Sweep, SweptCell, SweptMap, SweptPoint, SweptStrategy};
use crate::ask::{Answer, Subject};
use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document, frame, interval, names, roi};
use crate::output::chart::{map, roi_curve};
use crate::output::figures::{Column, Figure, Figures, Kind, Line};
use crate::output::label::named;
use crate::output::level::level;
use crate::output::rendered::{NamedChart, NamedTable};
use crate::output::report::document::Section;
use crate::output::table::{Chunk, Values};
use crate::stats::tie::is_tie;

/// Levels listed, about.
const LISTED: usize = 21;

fn moved(locale: &Locale, everywhere: bool, strategies: &[String]) -> String {
    if everywhere {
        tr!(locale, "moved-everywhere")
    } else {
        tr!(locale, "moved-in", names = names(locale, strategies))
    }
}

/// The curves of one lever.
pub fn curves(answer: &Answer<Sweep>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let found = &answer.found;
    let mut sentences = Vec::new();
    if found.is_free {
        sentences.push(tr!(locale, "sweep-free", key = named(&found.key, locale)));
    }
    sentences.extend(found.curves.iter().filter_map(|curve| sentence(answer, curve, locale)));
    sentences.push(tr!(
        locale,
        "sweep-how",
        key = named(&found.key, locale),
        number = found.curves.first().map_or(0, |curve| curve.points.len()),
        moved = moved(locale, found.moves_everywhere, &found.moved_in),
        draws = tr!(locale, "draws", number = found.draws),
    ));
    let sections = found.curves.iter().map(|curve| Section::of_figures("levels", levels(found, curve, locale)));
    let drawn: Vec<_> = found.curves.iter().map(|curve| curve.roi_curve(&found.key, found.unit)).collect();
    Rendered {
        document: document(&subject.study().title, sentences, sections.collect()),
        charts: vec![NamedChart::new("1-roi-curve", roi_curve::draw(&frame(subject, found.draws), &drawn))],
        tables: vec![NamedTable::new("sweep", curve_rows(found))],
    }
}

/// What a curve says.
fn sentence(answer: &Answer<Sweep>, curve: &SweptStrategy, locale: &Locale) -> Option<String> {
    let found = &answer.found;
    let (name, key, unit, reference) = (&curve.strategy, &named(&found.key, locale), found.unit, &found.reference);
    let mean = |point: &SweptPoint| point.npv_difference.mean;
    let best = curve.points.iter().max_by(|a, b| mean(a).total_cmp(&mean(b)))?;
    let amount = locale.in_currency(locale.signed(mean(best)), &answer.currency);
    if curve.points.iter().all(|point| is_tie(mean(point), mean(best))) {
        return Some(tr!(locale, "sweep-flat", key = key, name = name, amount = amount, reference = reference));
    }
    let free = if found.is_free { "yes" } else { "no" };
    let mut text = match curve.over_investment {
        Some(x) => tr!(
            locale,
            "sweep-peak",
            name = name,
            free = free,
            key = key,
            level = level(locale, x, unit),
            interval = interval(locale, curve.over_investment_interval.as_ref(), unit),
            amount = amount,
            reference = reference,
        ),
        None => tr!(
            locale,
            "sweep-end",
            name = name,
            free = free,
            key = key,
            level = level(locale, best.value, unit),
            amount = amount,
            reference = reference,
        ),
    };
    if let Some(x) = curve.break_even {
        text = tr!(locale, "sweep-breaks-even", text = text, level = level(locale, x, unit));
    }
    Some(locale.sentence(text))
}

fn levels(found: &Sweep, curve: &SweptStrategy, locale: &Locale) -> Figures {
    let columns = vec![
        Column::of_name(&curve.strategy, Kind::of_levels(found.unit)),
        Column::new(tr!(locale, "npv-difference"), Kind::Amount),
        Column::interval(locale, Kind::Amount),
        Column::new(tr!(locale, "head-roi"), Kind::Share),
        Column::new(tr!(locale, "head-marginal-roi"), Kind::Share),
    ];
    let (points, stride) = (&curve.points, curve.points.len().div_ceil(LISTED));
    let row = |p: &SweptPoint| {
        let band = &p.npv_difference;
        Line::new(vec![
            Figure::Level(p.value, found.unit),
            Figure::Signed(band.mean),
            Figure::interval(band, Figure::SignedShort),
            roi(p.roi),
            roi(p.marginal_roi),
        ])
    };
    let shown = points.iter().enumerate().filter(|(i, _)| i % stride == 0 || i + 1 == points.len());
    Figures::new(String::new(), columns, shown.map(|(_, point)| row(point)).collect())
}

fn curve_rows(found: &Sweep) -> Chunk {
    let rows: Vec<_> = found.curves.iter().flat_map(|c| c.points.iter().map(move |p| (c, p))).collect();
    let number = |part: fn(&SweptPoint) -> f64| Values::Number(rows.iter().map(|(_, p)| part(p)).collect());
    vec![
        ("strategy".to_string(), Values::Text(rows.iter().map(|(c, _)| c.strategy.clone()).collect())),
        ("key".to_string(), Values::Text(rows.iter().map(|_| found.key.clone()).collect())),
        ("value".to_string(), number(|p| p.value)),
        ("npv_difference".to_string(), number(|p| p.npv_difference.mean)),
        ("npv_difference_p05".to_string(), number(|p| p.npv_difference.p05)),
        ("npv_difference_p50".to_string(), number(|p| p.npv_difference.p50)),
        ("npv_difference_p95".to_string(), number(|p| p.npv_difference.p95)),
        ("roi".to_string(), Values::Maybe(rows.iter().map(|(_, p)| p.roi).collect())),
        ("marginal_roi".to_string(), Values::Maybe(rows.iter().map(|(_, p)| p.marginal_roi).collect())),
    ]
}

/// The map of two levers.
pub fn lever_map(answer: &Answer<SweptMap>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let found = &answer.found;
    let mut how = Vec::new();
    for ((key, strategies), everywhere) in found.keys.iter().zip(&found.moved_in).zip(found.moves_everywhere) {
        let moved = moved(locale, everywhere, strategies);
        how.push(tr!(locale, "map-moved", key = named(key, locale), moved = moved));
    }
    how.push(tr!(locale, "map-how", draws = tr!(locale, "draws", number = found.draws)));
    let sentences = map_sentence(answer, locale).into_iter().chain([locale.joined(how)]).collect();
    Rendered {
        document: document(&subject.study().title, sentences, vec![Section::of_figures("cells", cells(found, locale))]),
        charts: vec![NamedChart::new("map", map::draw(&frame(subject, found.draws), &found.map))],
        tables: vec![NamedTable::new("map", map_rows(found))],
    }
}

fn map_sentence(answer: &Answer<SweptMap>, locale: &Locale) -> Option<String> {
    let found = &answer.found;
    let top = found.cells.iter().max_by(|a, b| a.gain.total_cmp(&b.gain))?;
    let reference = found.strategies.first()?;
    if top.best == *reference {
        return Some(locale.sentence(tr!(locale, "map-nowhere", reference = format!("`{reference}`"))));
    }
    Some(tr!(
        locale,
        "map-most",
        name = &top.best,
        across = named(&found.keys[0], locale),
        across_level = level(locale, top.x, found.map.units[0]),
        down = named(&found.keys[1], locale),
        down_level = level(locale, top.y, found.map.units[1]),
        amount = locale.in_currency(locale.signed(top.gain), &answer.currency),
        reference = reference,
    ))
}

fn cells(found: &SweptMap, locale: &Locale) -> Figures {
    let columns = vec![
        Column::new(tr!(locale, "head-best-strategy"), Kind::Words),
        Column::new(tr!(locale, "head-cells"), Kind::Amount),
        Column::new(tr!(locale, "head-greatest-gain"), Kind::Amount),
        Column::new(tr!(locale, "head-there"), Kind::Words),
        Column::new(tr!(locale, "head-p-best-there"), Kind::Share),
    ];
    let row = |name: &String| {
        let held = found.cells.iter().filter(|cell| cell.best == *name);
        let top = held.clone().max_by(|a, b| a.gain.total_cmp(&b.gain))?;
        let (across, down) = (level(locale, top.x, found.map.units[0]), level(locale, top.y, found.map.units[1]));
        let cells = [
            Figure::Amount(held.count() as f64),
            Figure::Signed(top.gain),
            Figure::Text(tr!(locale, "map-there", across = across, down = down)),
            Figure::Chance(top.p_best),
        ];
        Some(Line::of(name, cells))
    };
    Figures::new(String::new(), columns, found.strategies.iter().filter_map(row).collect())
}

fn map_rows(found: &SweptMap) -> Chunk {
    let column = |part: &dyn Fn(&SweptCell) -> f64| Values::Number(found.cells.iter().map(part).collect());
    let mut chunk = vec![
        (found.keys[0].clone(), column(&|c| c.x)),
        (found.keys[1].clone(), column(&|c| c.y)),
        ("best".to_string(), Values::Text(found.cells.iter().map(|c| c.best.clone()).collect())),
        ("gain".to_string(), column(&|c| c.gain)),
        ("p_best".to_string(), column(&|c| c.p_best)),
    ];
    for (i, name) in found.strategies.iter().enumerate().skip(1) {
        chunk.push((format!("npv_difference of {name}"), column(&|c| c.npv_differences[i])));
    }
    chunk
}
