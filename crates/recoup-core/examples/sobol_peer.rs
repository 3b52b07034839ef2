//! Sobol indices of test functions and of the city hotel, with the outputs they come from, as JSON: what
//! `benches/peers/sobol_salib.py` hands to another implementation.

#![expect(clippy::disallowed_methods, reason = "a test function for another program")]

use std::convert::Infallible;
use std::f64::consts::PI;

use recoup_core::analysis::sobol::sobol;
use recoup_core::engine::evaluate::Evaluator;
use recoup_core::input::{Request, load};
use recoup_core::random::address::parameter_uniform;
use serde_json::{Value, json};

const ROWS: u64 = 4096;

fn peer(dimensions: usize, f: impl Fn(&[Vec<f64>]) -> Vec<f64>, place: impl Fn(Vec<f64>) -> Vec<f64>) -> Value {
    let factors: Vec<Vec<usize>> = (0..dimensions).map(|i| vec![i]).collect();
    let point = |point| place((0..dimensions as u64).map(|i| parameter_uniform(7, point, i)).collect());
    let sample = |row| [point(2 * row), point(2 * row + 1)];
    let mut outputs = Vec::new();
    let Ok(found) = sobol(&factors, ROWS, sample, |points: &[Vec<f64>]| {
        let values = f(points);
        // From AB, A, B to the order A, AB, B.
        for row in values.chunks(dimensions + 2) {
            outputs.push(row[dimensions]);
            outputs.extend(&row[..dimensions]);
            outputs.push(row[dimensions + 1]);
        }
        Ok::<_, Infallible>(values.into_iter().map(|y| vec![y]).collect())
    });
    let part = |all: &[recoup_core::analysis::sobol::Estimate]| all.iter().map(|e| e.value).collect::<Vec<f64>>();
    json!({ "dimensions": dimensions, "outputs": outputs, "first": part(&found[0].first), "total": part(&found[0].total) })
}

fn main() -> Result<(), String> {
    let each = |f: fn(&[f64]) -> f64| move |points: &[Vec<f64>]| points.iter().map(|x| f(x)).collect::<Vec<f64>>();
    let ishigami = |u: &[f64]| {
        let x: Vec<f64> = u.iter().map(|u| PI * (2.0 * u - 1.0)).collect();
        x[0].sin() + 7.0 * x[1].sin().powi(2) + 0.1 * x[2].powi(4) * x[0].sin()
    };
    let g = |u: &[f64]| {
        let a = [0.0, 1.0, 4.5, 9.0, 99.0];
        u.iter().zip(a).map(|(u, a)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a)).product()
    };
    let study = load(&Request::builtin("city-hotel")).map_err(|_| "the built-in study loads")?.study;
    let evaluator = Evaluator::new(&study, &study.scenarios[0]);
    let difference = |points: &[Vec<f64>]| {
        evaluator.records_at(points).iter().map(|r| r[3].npv() - r[0].npv()).collect::<Vec<f64>>()
    };
    let inputs = evaluator.inputs().columns().len();
    println!(
        "{}",
        json!({
            "ishigami": peer(3, each(ishigami), |u| u),
            "sobol g": peer(5, each(g), |u| u),
            "city hotel": peer(inputs, difference, |u| evaluator.inputs().values_at(&u)),
        })
    );
    Ok(())
}
