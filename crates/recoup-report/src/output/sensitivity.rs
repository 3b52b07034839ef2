//! The tables and the tornado of a sensitivity analysis.

use crate::analysis::sensitivity::{Sensitivity, Shares};
use crate::analysis::sobol::Estimate;
use crate::analysis::view::ChartFrame;
use crate::output::chart::tornado;
use crate::output::rendered::{NamedChart, NamedTable};
use crate::output::table::{Chunk, Values};

/// The tables of the folder.
pub fn tables(found: &Sensitivity) -> Vec<NamedTable> {
    vec![NamedTable::new("tornado", tornado_rows(found)), NamedTable::new("indices", index_rows(found))]
}

/// The tornado.
pub fn charts(frame: &ChartFrame, found: &Sensitivity) -> Vec<NamedChart> {
    vec![NamedChart::with_rows("8-tornado", tornado::draw(frame, found), tornado_rows(found))]
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
