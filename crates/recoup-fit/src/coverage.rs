//! Simulated firms of known truth, fitted: how often 90 % intervals contain the truth.

use crate::estimate::Estimate;
use crate::firm::Truth;
use crate::fit::{Fit, Question, fit};
use crate::repurchase::Settings;

/// Firms simulated.
const FIRMS: u64 = 200;
/// The least number of intervals that must contain the truth: 4 standard errors of a binomial number below 90 % of 200. By
/// chance, one number falls below it less than once in 10,000; one of 40, less than once in 250.
const LEAST: usize = 163;

/// One number: its name, the truth, and where the fit has it.
type Number = (String, f64, Box<dyn Fn(&Fit) -> Option<&Estimate>>);

fn number(name: impl Into<String>, truth: f64, of: impl Fn(&Fit) -> Option<&Estimate> + 'static) -> Number {
    (name.into(), truth, Box::new(of))
}

fn numbers(truth: &Truth) -> Vec<Number> {
    let mut all = Vec::new();
    for g in 0..truth.shares.len() {
        all.push(number(format!("segment {g} purchases per year"), truth.per_year[g], move |fit| {
            fit.segments[g].purchasing.as_ref().map(|p| &p.per_year)
        }));
        all.push(number(format!("segment {g} purchases cv"), truth.cv, move |fit| {
            fit.segments[g].purchasing.as_ref().map(|p| &p.cv)
        }));
        all.push(number(format!("segment {g} margin"), truth.margin[g], move |fit| fit.segments[g].margin.as_ref()));
        all.push(number(format!("segment {g} base loyalty"), truth.base[g], move |fit| {
            fit.loyalty.as_ref().and_then(|loyalty| loyalty.base.by_segment[g].as_ref())
        }));
    }
    for k in 0..truth.rate.len() {
        all.push(number(format!("kind {k} rate per purchase"), truth.rate[k], move |fit| {
            fit.kinds[k].per_purchase.as_ref()
        }));
        all.push(number(format!("kind {k} detected"), truth.detected, move |fit| fit.kinds[k].detected.as_ref()));
        all.push(number(format!("severity {k} complain"), truth.complain[k], move |fit| fit.complain[k].as_ref()));
        for (o, name) in ["silent", "unresolved", "resolved", "quick"].into_iter().enumerate() {
            all.push(number(format!("severity {k} repurchase {name}"), truth.repurchase[k][o], move |fit| {
                fit.loyalty.as_ref().and_then(|loyalty| loyalty.by_severity[k].rates[o].as_ref())
            }));
        }
    }
    all.push(number("resolved", truth.resolves, |fit| fit.recovery.resolved.as_ref()));
    all.push(number("quick", truth.quick(), |fit| fit.recovery.quick.as_ref()));
    all.push(number("contacts per case", truth.contacts, |fit| fit.recovery.contacts_per_case.as_ref()));
    all.push(number("handle minutes", truth.minutes, |fit| fit.recovery.handle_minutes.as_ref()));
    all.push(number("median hours", truth.median_hours, |fit| fit.recovery.resolve_median_hours.as_ref()));
    all.push(number("shape of hours", truth.shape, |fit| fit.recovery.resolve_shape.as_ref()));
    all.push(number("compensation", truth.compensation, |fit| fit.recovery.compensation.as_ref()));
    all
}

/// Coverage, mean and mean standard error of a number over all firms.
struct Row {
    name: String,
    truth: f64,
    covered: usize,
    mean: f64,
    error: f64,
}

fn table(truth: &Truth, numbers: &[Number], firms: u64) -> Vec<Row> {
    // The firm lives in continuous time: periods of a day.
    let settings = Settings { periods_per_year: 365.25, ..Settings::default() };
    let question = Question { loss: vec![Some(truth.loss); truth.rate.len()], settings, ..Question::default() };
    let mut rows: Vec<Row> = numbers
        .iter()
        .map(|(name, truth, _)| Row { name: name.clone(), truth: *truth, covered: 0, mean: 0.0, error: 0.0 })
        .collect();
    for seed in 0..firms {
        let log = truth.log(seed);
        let fit = fit(&log.check().expect("it is sound"), &question);
        for (row, (name, truth, of)) in rows.iter_mut().zip(numbers) {
            let estimate = of(&fit).unwrap_or_else(|| panic!("{name} is not estimated"));
            row.covered += usize::from(estimate.covers(*truth));
            row.mean += estimate.value / firms as f64;
            row.error += estimate.standard_error / firms as f64;
        }
    }
    println!("| number | truth | mean estimate | mean standard error | intervals that cover |");
    println!("|---|---|---|---|---|");
    for row in &rows {
        let share = 100.0 * row.covered as f64 / firms as f64;
        println!("| {} | {} | {:.4} | {:.4} | {share:.1} % |", row.name, row.truth, row.mean, row.error);
    }
    rows
}

#[test]
fn intervals_of_two_hundred_firms_cover_the_truth() {
    let truth = Truth::default();
    let rows = table(&truth, &numbers(&truth), FIRMS);
    for row in rows {
        assert!(row.covered >= LEAST, "{}: {} of {FIRMS}, mean {}", row.name, row.covered, row.mean);
    }
}

#[test]
fn firms_whose_customers_leave_without_notice_are_fitted_too() {
    // The mean over 8 firms lies within 4 standard errors of the truth: 13 numbers, by chance less than once in 1,000. What the
    // model of leaving without notice cannot give is a rate above the base: the quick rate of severity 0 ends at its limit.
    let firms = 8;
    let truth = Truth { notice: false, customers: 6_000, ..Truth::default() };
    let numbers: Vec<Number> = numbers(&truth)
        .into_iter()
        .filter(|(name, _, _)| ["base", "purchases", "repurchase"].iter().any(|word| name.contains(word)))
        .collect();
    for row in table(&truth, &numbers, firms) {
        if row.name == "severity 0 repurchase quick" {
            assert!(row.mean < truth.reference(), "{}: {}", row.name, row.mean);
            continue;
        }
        let allowed = 4.0 * row.error / (firms as f64).sqrt();
        assert!((row.mean - row.truth).abs() < allowed, "{}: {} and not {}", row.name, row.mean, row.truth);
    }
}
