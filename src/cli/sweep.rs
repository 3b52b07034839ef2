//! `recoup sweep`.

use clap::Args;
use serde_json::{Value, json};

use crate::analysis::cautions::Caution;
use crate::analysis::lever::Lever;
use crate::analysis::lever_sweep::{LeverCurve, map_levers, sweep_lever};
use crate::analysis::picture;
use crate::analysis::summary::is_tie;
use crate::analysis::sweep::unit;
use crate::analysis::view::LeverMap;
use crate::cli::Done;
use crate::cli::question::{Question, QuestionOptions, all, key_and_numbers, level, spread_json, spread_words};
use crate::cli::table::table;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::language::{Language, Locale, tr};
use crate::output::chart::{map, roi_curve};
use crate::output::table::{Chunk, Values};

/// Most levels of one lever.
const MOST_STEPS: f64 = 1_000.0;
/// Most cells of a map.
const MOST_CELLS: usize = 10_000;
/// Parameter draws of a curve and of a map, unless asked for.
const USUAL_DRAWS: [u64; 2] = [1_000, 100];

#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    question: QuestionOptions,
    /// A lever and its levels; twice for a map of the best strategy
    #[arg(long, value_name = "KEY=FROM:TO:STEPS", required = true)]
    over: Vec<String>,
    /// The strategy whose lever moves [default: all but the reference]
    #[arg(long, value_name = "NAME")]
    strategy: Option<String>,
}

pub fn run(options: &Options) -> Done {
    let question = options.question.load()?;
    if options.over.len() > 2 {
        return Err(Error::Usage("--over is taken once for a curve, twice for a map".to_string()));
    }
    let strategies: Vec<usize> = match &options.strategy {
        Some(name) => all(vec![question.strategy(name).and_then(|i| {
            if i > 0 {
                return Ok(i);
            }
            Err(Diagnostic::error("S042", format!("the reference `{name}` is never swept"))
                .with_help("sweep another strategy: a curve shows what it gains over the reference"))
        })])?,
        None => (1..question.scenario().strategies.len()).collect(),
    };
    if strategies.is_empty() {
        question.best_rival(&question.evaluator(), 1)?;
    }
    let levers = all(options.over.iter().map(|text| lever(&question, text, &strategies)).collect())?;
    if let [(x, _), (y, _)] = levers.as_slice()
        && x.key == y.key
    {
        return Err(Error::Usage(format!("--over takes `{}` twice: a map needs two levers", x.key)));
    }
    match levers.as_slice() {
        [(lever, values)] => curve(question, lever, values, &strategies),
        [(x, xs), (y, ys)] if xs.len() * ys.len() <= MOST_CELLS => lever_map(question, [x, y], [xs, ys]),
        _ => Err(Error::Usage(format!(
            "a map has at most {} cells",
            Locale::of(Language::English).count(MOST_CELLS as f64)
        ))),
    }
}

fn lever(question: &Question, text: &str, strategies: &[usize]) -> Result<(Lever, Vec<f64>), Diagnostic> {
    let (key, numbers) = key_and_numbers("--over", text, "KEY=FROM:TO:STEPS")?;
    let (from, to, steps) = (numbers[0], numbers[1], numbers[2]);
    if !(2.0..=MOST_STEPS).contains(&steps) || steps.fract() != 0.0 || from == to {
        return Err(Diagnostic::error("S041", format!("`{text}` has no way from {from} to {to} in {steps} steps"))
            .with_help("write KEY=FROM:TO:STEPS with 2 to 1,000 steps"));
    }
    let lever = Lever::named(&key, question.scenario(), strategies)?;
    lever.accepts(from, question.scenario())?;
    lever.accepts(to, question.scenario())?;
    let (low, high) = (from.min(to), from.max(to));
    Ok((lever, (0..steps as usize).map(|i| low + (high - low) * (i as f64 / (steps - 1.0))).collect()))
}

fn cautions(question: &Question, levers: &[&Lever]) -> Vec<Caution> {
    let parameters =
        |lever: &Lever| &question.scenario().strategies[lever.moves_in[lever.moves_in.len() - 1]].parameters.point;
    levers.iter().filter_map(|lever| lever.caution(parameters(lever))).collect()
}

fn moved(question: &Question, lever: &Lever) -> String {
    let locale = question.locale();
    if lever.moves(0) {
        return tr!(locale, "moved-everywhere");
    }
    let names: Vec<String> = lever.moves_in.iter().map(|&i| format!("`{}`", question.name(i))).collect();
    tr!(locale, "moved-in", names = locale.series(&names))
}

fn curve(question: Question, lever: &Lever, values: &[f64], strategies: &[usize]) -> Done {
    let draws = question.draws(USUAL_DRAWS[0]);
    let curves = sweep_lever(&question.evaluator(), question.scenario(), lever, strategies, values, draws);
    let locale = question.locale();
    let unit = unit(&lever.key);
    let free = !cautions(&question, &[lever]).is_empty();
    let mut text = String::new();
    if free {
        text.push_str(&format!("{}\n", tr!(locale, "sweep-free", key = lever.key.to_string())));
    }
    for c in &curves {
        text.push_str(&sentence(c, &question, free));
    }
    let how = tr!(
        locale,
        "sweep-how",
        key = lever.key.to_string(),
        number = values.len(),
        moved = moved(&question, lever),
        draws = tr!(locale, "draws", number = draws),
    );
    text.push_str(&format!("{how}\n"));
    for c in &curves {
        let head = [
            c.curve.strategy.clone(),
            tr!(locale, "npv-difference"),
            tr!(locale, "head-interval"),
            tr!(locale, "head-roi"),
            tr!(locale, "head-marginal-roi"),
        ];
        let mut rows = table(&head, 0..5);
        let stride = values.len().div_ceil(21);
        for (i, p) in c.curve.points.iter().enumerate().filter(|(i, _)| i % stride == 0 || i + 1 == values.len()) {
            let band = p.npv_difference;
            let or_none = |roi: Option<f64>| roi.map_or("–".to_string(), |roi| locale.share(roi));
            rows.add_row([
                level(locale, p.x, unit),
                locale.signed_count(band.mean),
                tr!(locale, "range", low = locale.signed(band.p05), high = locale.signed(band.p95)),
                or_none(p.roi),
                or_none(c.marginal_roi[i]),
            ]);
        }
        text.push_str(&format!("\n{rows}\n"));
    }
    let json = json!({
        "study": question.study.name,
        "scenario": &*question.scenario().name,
        "draws": draws,
        "key": lever.key.to_string(),
        "moved_in": lever.moves_in.iter().map(|&i| question.name(i)).collect::<Vec<_>>(),
        "curves": curves.iter().map(curve_json).collect::<Vec<_>>(),
    });
    let mut frame = picture::frame(&question.study, question.scenario());
    frame.draws = draws;
    let drawn: Vec<_> = curves.iter().map(|c| c.curve.clone()).collect();
    let charts = vec![("1-roi-curve", roi_curve::draw(&frame, &drawn))];
    let against_reference: Vec<[usize; 2]> = strategies.iter().map(|&s| [s, 0]).collect();
    let mut cautions = cautions(&question, &[lever]);
    cautions.extend(question.gap_caution(&against_reference));
    let tables = vec![("sweep", curve_rows(&curves))];
    question.answer(text, json, cautions, tables, charts)
}

/// What the curve says, in a sentence.
fn sentence(c: &LeverCurve, question: &Question, free: bool) -> String {
    let locale = question.locale();
    let (name, key, unit) = (&c.curve.strategy, &c.curve.key, c.curve.unit);
    let points = &c.curve.points;
    let best = points.iter().max_by(|a, b| a.npv_difference.mean.total_cmp(&b.npv_difference.mean));
    let Some(best) = best else { return String::new() };
    let amount = locale.in_currency(locale.signed_count(best.npv_difference.mean), &question.study.currency);
    let reference = question.name(0);
    let is_flat = points.iter().all(|p| is_tie(p.npv_difference.mean, best.npv_difference.mean));
    if is_flat {
        let flat = tr!(locale, "sweep-flat", key = key, name = name, amount = amount, reference = reference);
        return format!("{flat}\n");
    }
    let free = if free { "yes" } else { "no" };
    let mut text = match c.curve.over_investment {
        Some(x) => tr!(
            locale,
            "sweep-peak",
            name = name,
            free = free,
            key = key,
            level = level(locale, x, unit),
            interval = spread_words(locale, &c.over_investment, unit),
            amount = amount,
            reference = reference,
        ),
        None => tr!(
            locale,
            "sweep-end",
            name = name,
            free = free,
            key = key,
            level = level(locale, best.x, unit),
            amount = amount,
            reference = reference,
        ),
    };
    if let Some(x) = c.curve.break_even {
        text = tr!(locale, "sweep-breaks-even", text = text, level = level(locale, x, unit));
    }
    format!("{}\n", locale.sentence(text))
}

fn curve_json(c: &LeverCurve) -> Value {
    let points = c.curve.points.iter().zip(&c.marginal_roi).map(|(p, marginal)| {
        let b = p.npv_difference;
        json!({
            "value": p.x,
            "npv_difference": { "mean": b.mean, "p05": b.p05, "p50": b.p50, "p95": b.p95 },
            "roi": p.roi,
            "marginal_roi": marginal,
        })
    });
    json!({
        "strategy": c.curve.strategy,
        "points": points.collect::<Vec<_>>(),
        "break_even": c.curve.break_even,
        "over_investment": c.curve.over_investment,
        "over_investment_interval": spread_json(&c.over_investment),
    })
}

fn curve_rows(curves: &[LeverCurve]) -> Chunk {
    let rows: Vec<_> = curves.iter().flat_map(|c| (0..c.curve.points.len()).map(move |i| (c, i))).collect();
    let number =
        |part: &dyn Fn(&LeverCurve, usize) -> f64| Values::Number(rows.iter().map(|(c, i)| part(c, *i)).collect());
    vec![
        ("strategy".to_string(), Values::Text(rows.iter().map(|(c, _)| c.curve.strategy.clone()).collect())),
        ("key".to_string(), Values::Text(rows.iter().map(|(c, _)| c.curve.key.clone()).collect())),
        ("value".to_string(), number(&|c, i| c.curve.points[i].x)),
        ("npv_difference".to_string(), number(&|c, i| c.curve.points[i].npv_difference.mean)),
        ("npv_difference_p05".to_string(), number(&|c, i| c.curve.points[i].npv_difference.p05)),
        ("npv_difference_p50".to_string(), number(&|c, i| c.curve.points[i].npv_difference.p50)),
        ("npv_difference_p95".to_string(), number(&|c, i| c.curve.points[i].npv_difference.p95)),
        ("roi".to_string(), Values::Maybe(rows.iter().map(|(c, i)| c.curve.points[*i].roi).collect())),
        ("marginal_roi".to_string(), Values::Maybe(rows.iter().map(|(c, i)| c.marginal_roi[*i]).collect())),
    ]
}

fn lever_map(question: Question, levers: [&Lever; 2], values: [&[f64]; 2]) -> Done {
    let draws = question.draws(USUAL_DRAWS[1]);
    let found = map_levers(&question.evaluator(), question.scenario(), levers, values, draws);
    let mut text = map_sentence(&found, &question);
    let locale = question.locale();
    for lever in levers {
        let moved = tr!(locale, "map-moved", key = lever.key.to_string(), moved = moved(&question, lever));
        text.push_str(&format!("{moved} "));
    }
    text.push_str(&format!("{}\n", tr!(locale, "map-how", draws = tr!(locale, "draws", number = draws))));
    let head = [
        tr!(locale, "head-best-strategy"),
        tr!(locale, "head-cells"),
        tr!(locale, "head-greatest-gain"),
        tr!(locale, "head-there"),
        tr!(locale, "head-p-best-there"),
    ];
    let mut rows = table(&head, [1, 2, 4]);
    for (i, name) in found.strategies.iter().enumerate() {
        let held = found.cells.iter().filter(|cell| cell.best == i);
        let Some(top) = held.clone().max_by(|a, b| a.gain.total_cmp(&b.gain)) else { continue };
        let (across, down) = (level(locale, top.x, found.units[0]), level(locale, top.y, found.units[1]));
        rows.add_row([
            name.clone(),
            locale.count(held.count() as f64),
            locale.signed_count(top.gain),
            tr!(locale, "map-there", across = across, down = down),
            locale.share_whole(top.p_best),
        ]);
    }
    text.push_str(&format!("\n{rows}\n"));
    let cells = found.cells.iter().map(|cell| {
        json!({ "x": cell.x, "y": cell.y, "best": found.strategies[cell.best], "gain": cell.gain, "p_best": cell.p_best, "npv_differences": cell.differences })
    });
    let json = json!({
        "study": question.study.name,
        "scenario": &*question.scenario().name,
        "draws": draws,
        "keys": found.keys,
        "strategies": found.strategies,
        "cells": cells.collect::<Vec<_>>(),
    });
    let mut frame = picture::frame(&question.study, question.scenario());
    frame.draws = draws;
    let charts = vec![("map", map::draw(&frame, &found))];
    let column =
        |part: &dyn Fn(&crate::analysis::view::MapCell) -> f64| Values::Number(found.cells.iter().map(part).collect());
    let mut chunk = vec![
        (found.keys[0].clone(), column(&|c| c.x)),
        (found.keys[1].clone(), column(&|c| c.y)),
        ("best".to_string(), Values::Text(found.cells.iter().map(|c| found.strategies[c.best].clone()).collect())),
        ("gain".to_string(), column(&|c| c.gain)),
        ("p_best".to_string(), column(&|c| c.p_best)),
    ];
    for i in 1..found.strategies.len() {
        chunk.push((format!("npv_difference of {}", found.strategies[i]), column(&|c| c.differences[i])));
    }
    let mut cautions = cautions(&question, &levers);
    let against_reference: Vec<[usize; 2]> = (1..question.scenario().strategies.len()).map(|s| [s, 0]).collect();
    cautions.extend(question.gap_caution(&against_reference));
    question.answer(text, json, cautions, vec![("map", chunk)], charts)
}

fn map_sentence(found: &LeverMap, question: &Question) -> String {
    let Some(top) = found.cells.iter().max_by(|a, b| a.gain.total_cmp(&b.gain)) else { return String::new() };
    let locale = question.locale();
    let told = if top.best == 0 {
        locale.sentence(tr!(locale, "map-nowhere", reference = format!("`{}`", question.name(0))))
    } else {
        tr!(
            locale,
            "map-most",
            name = &found.strategies[top.best],
            across = &found.keys[0],
            across_level = level(locale, top.x, found.units[0]),
            down = &found.keys[1],
            down_level = level(locale, top.y, found.units[1]),
            amount = locale.in_currency(locale.signed_count(top.gain), &question.study.currency),
            reference = question.name(0),
        )
    };
    format!("{told}\n")
}
