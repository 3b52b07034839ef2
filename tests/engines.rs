//! The cohort engine against the expected one, and against customers followed one by one.

use rand::{Rng, RngExt, SeedableRng};
use recoup::analysis::oracle::oracle_gaps;
use recoup::engine::chance::Fluid;
use recoup::engine::groups::Groups;
use recoup::model::period::live;
use recoup::model::row::Column;
use recoup::random::address::HistoryLuck;
use recoup::stats::goodness::assert_discrete_fit;
use recoup::stats::moments::Moments;
use statrs::distribution::{Binomial, DiscreteCDF};

use crate::build::{PLAIN, RICH, text};

/// 5 standard errors over some 2,000 comparisons of correlated columns: a false alarm in about a
/// thousand seeds; the seed is fixed.
#[test]
fn every_column_of_every_period_agrees_within_five_standard_errors() {
    for study in [text(PLAIN), text(RICH)] {
        let (_, results) = study.cohort(1, 1000).run();
        for gap in oracle_gaps(&results.scenarios[0].strategies[0]) {
            let distance = (gap.simulated - gap.expected).abs();
            if gap.standard_error > 0.0 {
                assert!(gap.z.abs() < 5.0, "{gap:?}");
            } else {
                assert!(distance < 1.0, "{gap:?}");
            }
        }
    }
}

#[test]
fn people_are_conserved_and_causes_add_up() {
    for study in [
        text(PLAIN),
        text(RICH),
        text(RICH).set("acquisition.policy", "replace").set("acquisition.return_per_year", 0.4),
    ] {
        let kernel = study.kernel();
        let all = kernel.customers + kernel.prospects;
        let watch = |exact: bool| {
            let mut next_active: Option<f64> = None;
            move |_: u32, row: &recoup::model::row::Row| {
                let active = row.get(Column::Active);
                let people = active + row.get(Column::Prospects) + row.get(Column::Lapsed);
                assert!((people - all).abs() <= 1e-9 * all, "{people} of {all}");
                if let Some(expected) = next_active {
                    assert!((active - expected).abs() <= 1e-6, "{active} is not {expected}");
                }
                assert!(exact || active.fract() == 0.0, "whole customers");
                next_active = Some(active - row.lost() + row.get(Column::Organic) + row.get(Column::Bought));
            }
        };
        live(&kernel, &mut Groups::new(&kernel, Fluid), watch(true));
        live(&kernel, &mut Groups::new(&kernel, HistoryLuck::new(9, 0, 0)), watch(false));
    }
}

/// Chi-square with a false alarm once in 100,000; the seed is fixed.
#[test]
fn outcomes_of_one_period_are_multinomial() {
    let study = text(PLAIN)
        .edit("periods = 36", "periods = 1")
        .edit("customers = 100_000", "customers = 400")
        .set("recovery.resolves", 0.6)
        .set("recovery.resolves_max", 0.6)
        .set("failure.trouble.rate", 1.5)
        .set("severity.major.complain", 0.4);
    let kernel = study.kernel();
    let mut counts = [const { Vec::new() }; 4];
    for i in 0..40_000 {
        live(&kernel, &mut Groups::new(&kernel, HistoryLuck::new(21, i, 0)), |_, row| {
            for (k, column) in
                [Column::Silent, Column::Unresolved, Column::Resolved, Column::Quick].into_iter().enumerate()
            {
                counts[k].push(row.get(column));
            }
        });
    }
    // P(episode) = 1 - exp(-1.5 * 2 / 12); each marginal of a multinomial is binomial.
    let p = 1.0 - (-0.25_f64).exp();
    for (k, share) in [0.6, 0.4 * 0.4, 0.4 * 0.6 * 0.5, 0.4 * 0.6 * 0.5].into_iter().enumerate() {
        let exact = Binomial::new(p * share, 400).unwrap();
        assert_discrete_fit(&counts[k], |x| exact.cdf(x), &format!("outcome {k}"));
    }
}

/// One customer at a time, with another generator: 300 customers over 4 quarters, replaced by nobody.
fn one_by_one(rng: &mut impl Rng) -> f64 {
    let quarter = |rate: f64| rate.powf(0.25);
    let (base, rho) = (0.87, [0.09, 0.19, 0.54, 0.82]);
    let b = quarter(base);
    let p = 1.0 - (-0.3_f64).exp();
    let (mut npv, mut active) = (0.0, 300);
    for t in 0..4 {
        let discount = 1.1_f64.powf(-f64::from(t) / 4.0);
        let mut cash = 0.0;
        let mut stayed = 0;
        // Purchases of all are Poisson with mean active * 3: by exponential gaps.
        let mut left = f64::from(active) * 3.0;
        loop {
            left += rng.random::<f64>().max(1e-300).ln();
            if left < 0.0 {
                break;
            }
            cash += 60.0;
        }
        cash -= f64::from(active) * 3.0;
        for _ in 0..active {
            let mut stay = b;
            if rng.random::<f64>() < p {
                let outcome = if rng.random::<f64>() < 0.4 {
                    cash -= 5.25;
                    if rng.random::<f64>() < 0.6 {
                        cash -= 10.0;
                        if rng.random::<f64>() < 0.5 { 3 } else { 2 }
                    } else {
                        1
                    }
                } else {
                    0
                };
                stay = rho[outcome] / base * b;
            }
            stayed += i32::from(rng.random::<f64>() < stay);
        }
        npv += discount * cash;
        active = stayed;
    }
    npv
}

/// Means within 5 standard errors (a false alarm once in a million), standard deviations within 5 of
/// theirs; the seeds are fixed.
#[test]
fn the_npv_has_the_mean_and_spread_of_customers_followed_one_by_one() {
    let study = text(PLAIN)
        .edit("period = \"month\"\nperiods = 36", "period = \"quarter\"\nperiods = 4")
        .edit("customers = 100_000", "customers = 300")
        .edit("purchases_per_year = 2.0", "purchases_per_year = 12.0")
        .set("failure.trouble.rate", 0.1)
        .set("severity.major.complain", 0.4)
        .set("severity.major.loss", 100)
        .set("recovery.compensation", 0.1)
        .set("recovery.resolves", 0.6)
        .set("recovery.resolves_max", 0.6)
        .set("loyalty.reference_base", 0.87)
        .set("acquisition.in_market_per_year", 0)
        .set("word_of_mouth.negative_impact", 0)
        .set("word_of_mouth.positive_impact", 0);
    let n = 20_000;
    let (_, results) = study.cohort(1, n).run();
    let ours: Moments = results.scenarios[0].strategies[0].histories.records.iter().map(|r| r.npv()).collect();
    let mut rng = named_generator();
    let theirs: Moments = (0..n).map(|_| one_by_one(&mut rng)).collect();
    let error = (ours.standard_error().powi(2) + theirs.standard_error().powi(2)).sqrt();
    assert!((ours.mean() - theirs.mean()).abs() < 5.0 * error, "{} and {} (error {error})", ours.mean(), theirs.mean());
    // The relative error of a standard deviation is about 1 / sqrt(2 n); both vary.
    let error = (1.0 / n as f64).sqrt();
    assert!((ours.sd() / theirs.sd() - 1.0).abs() < 5.0 * error, "{} and {}", ours.sd(), theirs.sd());
}

fn named_generator() -> impl Rng {
    rand::rngs::Xoshiro256PlusPlus::seed_from_u64(4)
}
