//! What is said of uncertainty, held against brute force: nested simulation, replicates, scaled firms.

use recoup::analysis::information::{PartialValue, partial_information};
use recoup::analysis::sensitivity::distinct_keys;
use recoup::engine::evaluate::{Evaluator, each};
use recoup::stats::moments::Moments;
use recoup::stats::smooth::Smooth;

use crate::build::{Build, text};

/// The city hotel's own text, to be edited.
fn hotel() -> Build {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/city-hotel.toml");
    text(&std::fs::read_to_string(path).expect("a shipped study"))
}

/// What knowing the inputs whose keys begin so is worth over the first 100 draws: by nested simulation, and by a
/// regression over 4,000 draws. The same draws, outside and (every so many of them) inside, so that only the regression is
/// compared; and what [`partial_information`] makes of the 4,000.
fn nested_and_fitted(hotel: &Build, prefix: &str, strategies: &[usize], stride: usize) -> (f64, f64, PartialValue) {
    let study = hotel.study();
    let evaluator = Evaluator::new(&study, &study.scenarios[0]);
    let parameters = evaluator.parameters();
    let (keys, key_of_column) = distinct_keys(parameters);
    let known: Vec<usize> =
        (0..key_of_column.len()).filter(|&c| keys[key_of_column[c]].to_string().starts_with(prefix)).collect();
    let draws = evaluator.draws(4_000);
    let payoffs: Vec<Vec<f64>> = {
        let records = evaluator.records_at(&draws);
        (0..evaluator.strategies()).map(|s| records.iter().map(|r| r[s].npv()).collect()).collect()
    };
    // Strategies that the input does not touch have the same mean whatever it is.
    let means: Vec<f64> = payoffs.iter().map(|p| p.iter().copied().collect::<Moments>().mean()).collect();
    let outer = 100;
    let given = each(outer, |o| {
        let mut given = means.clone();
        for &s in strategies {
            let npv = |inside: &Vec<f64>| {
                let mut values = inside.clone();
                known.iter().for_each(|&c| values[c] = draws[o][c]);
                evaluator.record(s, &values).npv()
            };
            given[s] = draws.iter().step_by(stride).map(npv).collect::<Moments>().mean();
        }
        given
    });
    let worth = |given: &[Vec<f64>]| {
        let best = |m: &[f64]| m.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let n = given.len() as f64;
        let all: Vec<f64> = (0..means.len()).map(|s| given.iter().map(|m| m[s]).sum::<f64>() / n).collect();
        given.iter().map(|m| best(m)).sum::<f64>() / n - best(&all)
    };
    let columns: Vec<Vec<f64>> = known.iter().map(|&c| draws.iter().map(|d| d[c]).collect()).collect();
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let differences: Vec<Vec<f64>> =
        payoffs.iter().map(|p| p.iter().zip(&payoffs[0]).map(|(a, b)| a - b).collect()).collect();
    let smooth = Smooth::fit(&columns, &differences).expect("the input varies");
    let fitted: Vec<Vec<f64>> = (0..outer).map(|o| smooth.fitted.iter().map(|f| f[o]).collect()).collect();
    (worth(&given), worth(&fitted), partial_information(&columns, &payoffs, 1))
}

#[test]
fn the_value_of_an_input_is_that_of_nested_simulation_however_skewed_it_is() {
    // Only `prevent`, number 4, has the response: over four powers of ten, over one, and not uncertain beside the cost of a
    // customer, which is bounded and moves every strategy.
    for (half, prefix, strategies, stride) in [
        ("{ low = 1_000, high = 10_000_000 }", "response.prevention.half", &[4][..], 2),
        ("{ low = 2e4, high = 2e5 }", "response.prevention.half", &[4], 2),
        ("60_000", "acquisition", &[0, 1, 2, 3, 4], 8),
    ] {
        let hotel = hotel().edit("half = 60_000", &format!("half = {half}"));
        let (nested, fitted, found) = nested_and_fitted(&hotel, prefix, strategies, stride);
        assert!(!found.is_poor() && found.is_distinguishable(), "{prefix} {half}: {found:?}");
        assert!((fitted - nested).abs() < 0.1 * nested, "{prefix} {half}: {fitted}, nested {nested}");
        // 100 draws have sqrt(40) times the error of 4,000.
        let error = 6.5 * found.value.standard_error;
        assert!((found.value.value - nested).abs() < 4.0 * error, "{prefix} {half}: {found:?}, nested {nested}");
    }
}
