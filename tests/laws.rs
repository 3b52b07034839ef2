//! The sign laws of `docs/model.md`, section 11, and other laws of the model.

use recoup::analysis::compare::compare;
use recoup::analysis::repurchase::mean_repurchase;
use recoup::engine::chance::Fluid;
use recoup::engine::groups::Groups;
use recoup::model::loyalty::{Conditions, repurchase};
use recoup::model::period::{Kernel, Life, live};
use recoup::model::row::Column;
use recoup::model::satisfaction::satisfaction_after;
use recoup::scenario::case::Case;
use recoup::units::Outcome;

use crate::build::{Build, PLAIN, text};

fn life(case: &Case) -> Life {
    let kernel = Kernel::new(case);
    live(&kernel, &mut Groups::new(&kernel, Fluid), |_, _| ())
}

fn npv(case: &Case) -> f64 {
    let life = life(case);
    life.worth.contribution() - life.worth.programme()
}

fn conditions() -> Build {
    text(PLAIN)
        .set("loyalty.repeat_log_odds", 0.5)
        .set("loyalty.double_deviation_log_odds", 0.9)
        .set("loyalty.stability_log_odds", 1)
        .set("loyalty.control_log_odds", 1)
}

#[test]
fn a_second_bad_ending_is_worse_than_silence_once() {
    let case = conditions().case();
    let once = repurchase(&case, 0, Outcome::Silent, 0.87, Conditions::default());
    let twice = Conditions { remembers: true, aggrieved: true, ..Conditions::default() };
    assert!(repurchase(&case, 0, Outcome::Silent, 0.87, twice) < once);
    assert!(repurchase(&case, 0, Outcome::Unresolved, 0.87, twice) < once);
}

#[test]
fn bad_then_good_beats_good_then_bad() {
    let case = conditions().case();
    let aggrieved = Conditions { remembers: true, aggrieved: true, ..Conditions::default() };
    let recovered = Conditions { remembers: true, ..Conditions::default() };
    let good_last = repurchase(&case, 0, Outcome::Quick, 0.87, aggrieved);
    let bad_last = repurchase(&case, 0, Outcome::Unresolved, 0.87, recovered);
    assert!(good_last > bad_last, "{good_last} and {bad_last}");
}

#[test]
fn the_behavioural_paradox_vanishes_with_severity_memory_stability_and_control() {
    let minor = conditions()
        .edit("preset:tarp-major", "preset:tarp-minor")
        .edit("severity = \"major\"", "severity = \"minor\"");
    let quick = |case: &Case, conditions| repurchase(case, 0, Outcome::Quick, 0.87, conditions);
    let (case, grave) = (minor.case(), conditions().case());
    let first = Conditions::default();
    assert!(quick(&case, first) > 0.87, "it is there for a first, minor failure");
    assert!(quick(&grave, first) < 0.87, "not for a major one");
    assert!(quick(&case, Conditions { remembers: true, ..first }) <= 0.87, "not for a second one");
    assert!(quick(&case, Conditions { stability: 1.0, control: 1.0, ..first }) < quick(&case, first));
    assert!(quick(&case, Conditions { stability: 1.0, control: 1.0, ..first }) < 0.87);
}

#[test]
fn the_paradox_of_satisfaction_vanishes_alike() {
    let study = |drop: f64| {
        conditions()
            .set("severity.major.satisfaction_drop", drop)
            .set("recovery.compensation", 1.0)
            .set("recovery.apology", 1)
            .case()
    };
    let (minor, major) = (study(1.0), study(2.5));
    let after = |case: &Case, stability, control, earlier| {
        satisfaction_after(case, 0, Outcome::Quick, stability, control, earlier) - case.satisfaction.mean
    };
    assert!(after(&minor, 0.0, 0.0, 0) > 0.0);
    for gone in [after(&major, 0.0, 0.0, 0), after(&minor, 0.0, 0.0, 1), after(&minor, 1.0, 1.0, 0)] {
        assert!(gone < 0.0, "{gone}");
    }
}

#[test]
fn at_four_percent_voice_is_worth_far_more_than_speed() {
    let slope = |c: f64, key: &str, from: f64| {
        let at = |value: f64| {
            let build = text(PLAIN)
                .set("severity.major.complain", c)
                .set("recovery.resolves", 0.6)
                .set("recovery.resolves_max", 0.6)
                .set("recovery.quick", 0.5)
                .set(key, value);
            mean_repurchase(&build.case(), 0, 0.87)
        };
        at(from + 0.005) - at(from - 0.005)
    };
    let ratio = |c: f64| slope(c, "severity.major.complain", c) / slope(c, "recovery.quick", 0.5);
    assert!((ratio(0.04) - 59.0).abs() < 1.0, "{}", ratio(0.04));
    assert!((ratio(0.50) - 4.7).abs() < 0.3, "{}", ratio(0.50));
}

#[test]
fn soliciting_without_capacity_destroys_value_where_unresolved_is_below_silent() {
    let firm = |solicit: f64| {
        text(PLAIN)
            .set("severity.major.repurchase.unresolved", 0.005)
            .set("severity.major.complain", 0.3)
            .set("recovery.desk.agents", 1)
            .set("recovery.desk.handle_minutes", 60)
            .set("voice.solicit", solicit)
            .case()
    };
    let values: Vec<f64> = [0.0, 0.3, 0.6, 1.0].map(|solicit| npv(&firm(solicit))).into();
    assert!(values.windows(2).all(|pair| pair[1] < pair[0]), "{values:?}");
}

#[test]
fn compensation_pays_less_beyond_120_percent_and_hurts_beyond_150() {
    let contribution = |x: f64| {
        let case = text(PLAIN)
            .set("severity.major.complain", 0.5)
            .set("recovery.resolves", 0.4)
            .set("recovery.resolves_max", 0.9)
            .set("recovery.compensation", x)
            .case();
        life(&case).worth.contribution()
    };
    let gain = |from: f64, to: f64| contribution(to) - contribution(from);
    assert!(gain(0.9, 1.2) > gain(1.2, 1.5) && gain(1.2, 1.5) > 0.0);
    assert!(gain(1.5, 1.8) < 0.0);
}

#[test]
fn fewer_failures_never_lower_the_customers_kept_without_a_paradox() {
    let lost = |rate: f64| {
        life(&text(PLAIN).set("failure.trouble.rate", rate).set("word_of_mouth.positive_impact", 0).case()).lost
    };
    let all: Vec<f64> = [0.0, 0.02, 0.1, 0.3, 1.0, 2.0].map(lost).into();
    assert!(all.windows(2).all(|pair| pair[0] <= pair[1]), "{all:?}");
}

#[test]
fn worse_word_of_mouth_never_raises_the_npv() {
    let values: Vec<f64> =
        [0.0, 0.02, 0.1, 0.3].map(|k| npv(&text(PLAIN).set("word_of_mouth.negative_impact", k).case())).into();
    assert!(values.windows(2).all(|pair| pair[1] <= pair[0]), "{values:?}");
}

#[test]
fn three_years_told_by_week_month_or_quarter_agree() {
    let told = |period: &str, periods: u32| {
        let study = text(PLAIN)
            .edit("period = \"month\"\nperiods = 36", &format!("period = \"{period}\"\nperiods = {periods}"))
            .set("acquisition.return_per_year", 0.2);
        let kernel = study.kernel();
        let (mut organic, mut lost, mut wom) = (0.0, 0.0, 0.0);
        live(&kernel, &mut Groups::new(&kernel, Fluid), |_, row| {
            organic += row.get(Column::Organic);
            lost += row.lost();
            wom += row.get(Column::LostWordOfMouth);
        });
        [organic, lost, wom]
    };
    let month = told("month", 36);
    for other in [told("week", 156), told("quarter", 12)] {
        for (i, within) in [0.05, 0.05, 0.20].into_iter().enumerate() {
            assert!((other[i] / month[i] - 1.0).abs() < within, "{i}: {other:?} and {month:?}");
        }
    }
}

#[test]
fn loyalty_over_one_window_with_one_failure_is_the_rate_of_the_table() {
    // Everybody fails once, in the first month, stays silent and hears nothing.
    let study = text(PLAIN)
        .edit("rate = 0.10", "rate = 600\nper = \"year\"\nfirst_period = 0\nlast_period = 0")
        .edit("periods = 36", "periods = 12")
        .set("severity.major.complain", 0)
        .set("word_of_mouth.negative_impact", 0)
        .set("acquisition.in_market_per_year", 0);
    let kernel = study.kernel();
    let mut last = (0.0, 0.0);
    live(&kernel, &mut Groups::new(&kernel, Fluid), |_, row| last = (row.get(Column::Active), row.lost()));
    let loyalty = (last.0 - last.1) / kernel.customers;
    assert!((loyalty - 0.09).abs() < 1e-9, "{loyalty}");
}

#[test]
fn summaries_keep_their_identities() {
    let (study, results) = crate::build::builtin("city-hotel").cohort(100, 1).run();
    for (scenario, results) in study.scenarios.iter().zip(&results.scenarios) {
        let comparison = compare(scenario, results);
        let p_best: f64 = comparison.strategies.iter().map(|s| s.p_best).sum();
        assert!((p_best - 1.0).abs() < 1e-12);
        let reference = &comparison.strategies[0].worth;
        for s in &comparison.strategies {
            let (w, d) = (&s.worth, &s.difference);
            let size = w.contribution.mean.abs();
            assert!((w.npv.mean - (w.contribution.mean - w.programme.mean)).abs() < 1e-9 * size);
            assert!((d.npv.mean - (w.npv.mean - reference.npv.mean)).abs() < 1e-9 * size);
            for band in [w.npv, w.contribution, w.programme, d.npv] {
                assert!(band.p05 <= band.p50 && band.p50 <= band.p95);
            }
            let accounts = recoup::model::money::Accounts(s.accounts);
            assert!((accounts.contribution() - w.contribution.mean).abs() < 1e-9 * size);
            assert!((accounts.programme() - w.programme.mean).abs() < 1e-9 * size);
            assert!((s.lost.total() - (comparison.strategies[0].lost.total() - s.customers_kept.mean)).abs() < 1e-6);
        }
    }
}
