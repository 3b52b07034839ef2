//! What `recoup sensitivity` writes: one JSON object, tables, the tornado.

use serde_json::{Value, json};

use crate::analysis::picture::frame;
use crate::analysis::sensitivity::{OutputIndices, Sensitivity, Shares};
use crate::analysis::sobol::Estimate;
use crate::error::Error;
use crate::output::chart::tornado;
use crate::output::chart_file::write_chart;
use crate::output::folder::Folder;
use crate::output::table::{Chunk, Values, write_table};
use crate::scenario::study::{Scenario, Study};

/// The whole analysis as JSON.
pub fn sensitivity_json(study: &Study, found: &Sensitivity) -> Value {
    let name = |s: usize| &*found.strategies[s];
    let npv = |npv: &[f64]| -> Value {
        Value::Object(npv.iter().enumerate().map(|(s, x)| (name(s).to_string(), json!(x))).collect())
    };
    let tornado = found.tornado.iter().map(|bar| {
        let end = |end: &crate::analysis::tornado::End| json!({ "value": end.value, "npv": npv(&end.npv) });
        let flips = bar.bar.flips.iter().map(|flip| json!({ "value": flip.value, "best": name(flip.to) }));
        json!({
            "key": bar.key.to_string(),
            "point": bar.point,
            "low": end(&bar.bar.low),
            "high": end(&bar.bar.high),
            "flips": flips.collect::<Vec<_>>(),
        })
    });
    let mut value = json!({
        "study": study.name,
        "scenario": &*found.scenario,
        "currency": study.currency,
        "version": env!("CARGO_PKG_VERSION"),
        "seed": study.settings.seed,
        "strategies": found.strategies.iter().map(|s| &**s).collect::<Vec<_>>(),
        "best": name(found.best),
        "contender": name(found.contender),
        "reference": name(0),
        "point_values": { "best": name(found.best_at_point), "npv": npv(&found.point) },
        "tornado": tornado.collect::<Vec<_>>(),
        "rows": found.rows,
        "evaluations": found.evaluations,
    });
    let factors = |index: &dyn Fn(usize) -> Value| -> Value {
        found
            .factors
            .iter()
            .enumerate()
            .map(|(f, factor)| {
                let mut value = index(f);
                value["factor"] = json!(factor.name);
                value
            })
            .collect()
    };
    match &found.shares {
        Shares::Sobol(all) => {
            value["sobol"] = each(found, all, &|output| {
                let indices = &output.indices;
                let of = |f: usize| json!({ "first": estimate(indices.first[f]), "total": estimate(indices.total[f]) });
                json!({ "variance": indices.variance, "indices": factors(&of) })
            });
        }
        Shares::Morris(all) => {
            value["morris"] = each(found, all, &|output| {
                let of = |f: usize| {
                    let effect = output.indices[f];
                    json!({ "mu_star": estimate(effect.absolute), "mu": effect.mean, "sigma": effect.sd })
                };
                json!({ "effects": factors(&of) })
            });
        }
    }
    value
}

/// An index never stands without its interval.
fn estimate(estimate: Estimate) -> Value {
    json!({
        "estimate": estimate.value, "p05": estimate.p05, "p95": estimate.p95,
        "distinguishable_from_0": estimate.is_distinguishable(),
    })
}

fn each<T>(found: &Sensitivity, all: &[OutputIndices<T>], of: &dyn Fn(&OutputIndices<T>) -> Value) -> Value {
    let output = |output: &OutputIndices<T>| {
        let mut value = of(output);
        value["output"] = json!(if output.is_difference { "npv_difference" } else { "npv" });
        value["strategy"] = json!(&*found.strategies[output.strategy]);
        value
    };
    all.iter().map(output).collect()
}

/// Writes the tables and the tornado.
pub fn write_sensitivity(
    folder: &mut Folder,
    study: &Study,
    scenario: &Scenario,
    found: &Sensitivity,
) -> Result<(), Error> {
    let rows = tornado_rows(found);
    write_table(folder, "tornado", found.tornado.len(), std::iter::once(rows.clone()))?;
    let indices = index_rows(found);
    write_table(folder, "indices", found.factors.len(), std::iter::once(indices))?;
    write_chart(folder, "8-tornado", tornado::draw(&frame(study, scenario), found), &rows)
}

/// The rows behind a tornado.
pub fn tornado_rows(found: &Sensitivity) -> Chunk {
    let bars = &found.tornado;
    let number =
        |part: &dyn Fn(&crate::analysis::sensitivity::KeyBar) -> f64| Values::Number(bars.iter().map(part).collect());
    let mut chunk = vec![
        ("key".to_string(), Values::Text(bars.iter().map(|b| b.key.to_string()).collect())),
        ("point".to_string(), number(&|b| b.point)),
        ("low".to_string(), number(&|b| b.bar.low.value)),
        ("high".to_string(), number(&|b| b.bar.high.value)),
    ];
    for (s, name) in found.strategies.iter().enumerate() {
        chunk.push((format!("npv_at_low {name}"), number(&|b| b.bar.low.npv[s])));
        chunk.push((format!("npv_at_high {name}"), number(&|b| b.bar.high.npv[s])));
    }
    for (i, side) in ["first", "second"].into_iter().enumerate() {
        let flip = |b: &crate::analysis::sensitivity::KeyBar| b.bar.flips.get(i).copied();
        chunk.push((format!("{side}_flip"), Values::Maybe(bars.iter().map(|b| flip(b).map(|f| f.value)).collect())));
        let to = |b| flip(b).map_or(String::new(), |f| found.strategies[f.to].to_string());
        chunk.push((format!("{side}_flip_to"), Values::Text(bars.iter().map(to).collect())));
    }
    chunk
}

fn index_rows(found: &Sensitivity) -> Chunk {
    // What each column is, of one output and factor.
    let mut rows: Vec<(usize, bool, usize, Vec<f64>)> = Vec::new();
    let parts = |e: Estimate| [e.value, e.p05, e.p95];
    let names: &[&str] = match &found.shares {
        Shares::Sobol(all) => {
            for o in all {
                for f in 0..found.factors.len() {
                    let numbers = [parts(o.indices.first[f]), parts(o.indices.total[f])].concat();
                    rows.push((o.strategy, o.is_difference, f, numbers));
                }
            }
            &["first", "first_p05", "first_p95", "total", "total_p05", "total_p95"]
        }
        Shares::Morris(all) => {
            for o in all {
                for (f, effect) in o.indices.iter().enumerate() {
                    let mut numbers = parts(effect.absolute).to_vec();
                    numbers.extend([effect.mean, effect.sd]);
                    rows.push((o.strategy, o.is_difference, f, numbers));
                }
            }
            &["mu_star", "mu_star_p05", "mu_star_p95", "mu", "sigma"]
        }
    };
    let output = |difference: bool| if difference { "npv_difference" } else { "npv" }.to_string();
    let mut chunk = vec![
        ("output".to_string(), Values::Text(rows.iter().map(|r| output(r.1)).collect())),
        ("strategy".to_string(), Values::Text(rows.iter().map(|r| found.strategies[r.0].to_string()).collect())),
        ("factor".to_string(), Values::Text(rows.iter().map(|r| found.factors[r.2].name.clone()).collect())),
    ];
    for (i, name) in names.iter().enumerate() {
        chunk.push((name.to_string(), Values::Number(rows.iter().map(|r| r.3[i]).collect())));
    }
    chunk
}
