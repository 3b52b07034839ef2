//! Coverage of `recoup fit` on the files of `recoup synth`, whose truth is known.
//!
//! The tests fit eight firms, and two whose customers give no notice. `RECOUP_FIRMS=200 cargo test --release --test all -- --nocapture coverage::` prints the table of
//! docs/data-to-study.md.

use std::collections::BTreeMap;
use std::fs;

use recoup_fit::base::Base;
use serde_json::Value;

use crate::cli::Desk;

/// How often the interval of a key has its truth.
#[derive(Default)]
struct Tally {
    firms: u32,
    covered: u32,
    /// Sum of (estimate - truth) / standard error, over those that have one.
    error: f64,
    errors: u32,
    truth: f64,
}

/// The number under a dotted path of a study.
fn truth(study: &Base, key: &str) -> Option<f64> {
    study.number(&recoup::scenario::key::Key::parse(key)?.parts())
}

fn fit(desk: &Desk, name: &str, seed: u64, notice: bool, tallies: &mut BTreeMap<String, Tally>) {
    let seed = seed.to_string();
    let mut synth =
        vec!["synth", "city-hotel", "--customers", "4000", "--years", "4", "--seed", &seed, "--out", name, "--quiet"];
    if !notice {
        synth.push("--no-notice");
    }
    // Word of mouth moves everybody's loyalty, which a log cannot tell from a base: without it the truth is what is estimated.
    for set in [
        "word_of_mouth.negative_impact=0",
        "word_of_mouth.positive_impact=0",
        "failure.\"room not ready\".detected=0.1",
    ] {
        synth.extend(["--set", set]);
    }
    desk.expect(0, &synth);
    let file = |table: &str| format!("{name}/{table}.csv");
    let (customers, purchases, failures, complaints) =
        (file("customers"), file("purchases"), file("failures"), file("complaints"));
    let (base, out) = (format!("{name}/truth.toml"), format!("{name}.toml"));
    let arguments = [
        "fit",
        "--customers",
        &customers,
        "--purchases",
        &purchases,
        "--failures",
        &failures,
        "--complaints",
        &complaints,
        "--base",
        &base,
        "--out",
        &out,
        "--json",
    ];
    let (printed, _) = desk.expect(0, &arguments);
    let json: Value = serde_json::from_str(&printed).unwrap();
    let values = fs::read_to_string(desk.path(&base)).unwrap().parse().unwrap();
    let study = Base { extends: base, is_preset: false, values };
    for number in json["fit"]["numbers"].as_array().unwrap() {
        let (key, estimate) = (number["key"].as_str().unwrap(), &number["estimate"]);
        if !number["unused"].is_null() {
            continue;
        }
        let Some(truth) = truth(&study, key) else { continue };
        let part = |name: &str| estimate[name].as_f64();
        let (Some(low), Some(value), Some(high)) = (part("low"), part("value"), part("high")) else { continue };
        if low >= high {
            continue;
        }
        let tally = tallies.entry(key.to_string()).or_default();
        tally.firms += 1;
        tally.truth = truth;
        tally.covered += u32::from(low <= truth && truth <= high);
        if let Some(error) = part("standard_error").filter(|error| *error > 0.0) {
            tally.error += (value - truth) / error;
            tally.errors += 1;
        }
    }
}

/// Coefficients of variation of 0, the end of their range: an interval on the logarithm does not contain it.
const AT_THE_END: [&str; 2] = ["segment.leisure.purchases_cv", "segment.business.purchases_cv"];

fn covered(notice: bool, usual: u64) -> BTreeMap<String, Tally> {
    let firms: u64 = std::env::var("RECOUP_FIRMS").ok().and_then(|firms| firms.parse().ok()).unwrap_or(usual);
    let desk = Desk::new();
    let mut tallies = BTreeMap::new();
    for seed in 1..=firms {
        let name = format!("firm-{seed}");
        fit(&desk, &name, seed, notice, &mut tallies);
        fs::remove_dir_all(desk.path(&name)).unwrap();
    }
    tallies.retain(|key, _| !AT_THE_END.contains(&key.as_str()));
    println!("| key | truth | firms | interval has the truth | mean error in standard errors |\n|---|--:|--:|--:|--:|");
    for (key, tally) in &tallies {
        let share = 100.0 * f64::from(tally.covered) / f64::from(tally.firms);
        let error = tally.error / f64::from(tally.errors.max(1));
        println!("| `{key}` | {} | {} | {share:.1} % | {error:+.2} |", tally.truth, tally.firms);
    }
    tallies
}

/// The share of all intervals that contain their truth.
fn pooled(tallies: &BTreeMap<String, Tally>) -> f64 {
    let sum = |part: fn(&Tally) -> u32| f64::from(tallies.values().map(part).sum::<u32>());
    sum(|tally| tally.covered) / sum(|tally| tally.firms)
}

/// Of 200 firms, 87 % of all intervals contain the truth. With 8 firms and 28 keys, 76 % is 4.9 standard errors below.
#[test]
fn intervals_contain_the_truth_of_synthetic_firms() {
    let tallies = covered(true, 8);
    assert!(tallies.len() >= 25, "{:?}", tallies.keys().collect::<Vec<_>>());
    assert!(pooled(&tallies) >= 0.76, "{}", pooled(&tallies));
}

/// Where nobody gives notice, base loyalty and repurchase rest on the model of purchases, which takes some seconds a firm. With 2
/// firms and 27 keys, 64 % is 4.9 standard errors below 87 %.
#[test]
fn intervals_of_firms_whose_customers_give_no_notice() {
    let tallies = covered(false, 2);
    assert!(tallies.len() >= 20, "{:?}", tallies.keys().collect::<Vec<_>>());
    assert!(pooled(&tallies) >= 0.64, "{}", pooled(&tallies));
}
