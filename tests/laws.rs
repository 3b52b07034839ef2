//! Laws of the model that hold whatever the numbers: conservation, and the signs that the literature agrees on.

use recoup::analysis::repurchase::mean_repurchase;
use recoup::engine::chance::MeanField;
use recoup::engine::cohort::CohortPopulation;
use recoup::engine::records::Record;
use recoup::model::loyalty::{Conditions, repurchase};
use recoup::model::period::live;
use recoup::model::remedy::compensation_effect;
use recoup::model::row::{Column, Row};
use recoup::model::satisfaction::{Seen, satisfaction_after};
use recoup::model::schedule::Schedule;
use recoup::random::address::CommonNumbers;
use recoup::scenario::recovery::CompensationCurve;
use recoup::units::Outcome;

use crate::build::{Build, PLAIN, RICH, builtin, text};

fn fluid_rows(kernel: &Schedule) -> (Record, Vec<Row>) {
    let mut rows = Vec::new();
    let life = live(kernel, &mut CohortPopulation::new(kernel.first(), MeanField), |_, row| rows.push(*row));
    (Record::of(&life), rows)
}

fn lucky_rows(kernel: &Schedule, replicate: u64) -> (Record, Vec<Row>) {
    let mut rows = Vec::new();
    let numbers = CommonNumbers::new(1, 0, replicate);
    let life = live(kernel, &mut CohortPopulation::new(kernel.first(), numbers), |_, row| rows.push(*row));
    (Record::of(&life), rows)
}

fn worth(build: &Build) -> Record {
    fluid_rows(&build.kernel()).0
}

fn people(row: &Row) -> f64 {
    row.get(Column::Active) + row.get(Column::Prospects) + row.get(Column::Lapsed)
}

/// Every kind of world: pools that flow, purses that end, desks that drown, growth.
fn worlds() -> Vec<(&'static str, Build)> {
    let bought = || text(RICH).edit("policy = \"none\"", "policy = \"replace\"");
    vec![
        ("plain", text(PLAIN)),
        ("rich", text(RICH)),
        ("replacing", bought()),
        (
            "growing on a budget",
            bought().set("acquisition.growth_per_year", 0.2).set("acquisition.budget_per_year", 3e5),
        ),
        ("no prospects left", bought().set("market.prospects", 500)),
        ("drowned desk", text(RICH).set("recovery.desk.agents", 2)),
        ("people return at once", text(RICH).set("acquisition.return_per_year", 50)),
        ("city hotel", builtin("city-hotel")),
        ("outage", builtin("one-off-outage")),
    ]
}

fn assert_conserved(name: &str, rows: &[Row], slack: f64) {
    let all = people(&rows[0]);
    for (t, pair) in rows.windows(2).enumerate() {
        let (now, next) = (&pair[0], &pair[1]);
        let close = |a: f64, b: f64, what: &str, slack: f64| {
            assert!((a - b).abs() <= slack * all, "{name}, period {t}: {what}: {a} is not {b}");
        };
        close(people(next), all, "people", slack);
        let came = now.get(Column::Organic) + now.get(Column::Bought);
        let stayers = next.get(Column::Active) - came;
        // The causes share out the losses in real numbers, in either engine.
        close(now.lost(), now.get(Column::Active) - stayers, "losses by cause", 1e-9);
        let flowed = now.get(Column::Prospects) - came;
        assert!(next.get(Column::Prospects) >= flowed - 1e-9 * all, "{name}, period {t}: nobody vanishes");
        let outcomes: f64 = Row::get(now, Column::Silent)
            + now.get(Column::Unresolved)
            + now.get(Column::Resolved)
            + now.get(Column::Quick);
        close(outcomes, now.get(Column::Episodes), "every episode ends", slack);
        for column in [Column::Active, Column::Prospects, Column::Lapsed, Column::Organic, Column::Bought] {
            assert!(now.get(column) >= 0.0, "{name}, period {t}: {column:?}");
        }
    }
}

#[test]
fn nobody_is_made_or_lost_in_the_expected_engine() {
    for (name, build) in worlds() {
        assert_conserved(name, &fluid_rows(&build.kernel()).1, 1e-9);
    }
}

#[test]
fn nobody_is_made_or_lost_in_the_cohort_engine_to_the_last_customer() {
    for (name, build) in worlds() {
        let kernel = build.kernel();
        for replicate in 0..20 {
            let (_, rows) = lucky_rows(&kernel, replicate);
            assert_conserved(name, &rows, 0.0);
            let whole = |column| rows.iter().all(|row| row.get(column).fract() == 0.0);
            for column in [Column::Active, Column::Prospects, Column::Lapsed, Column::Episodes, Column::Bought] {
                assert!(whole(column), "{name}: {column:?} counts whole people");
            }
        }
    }
}

#[test]
fn losses_of_a_life_are_the_sum_over_its_periods() {
    for (name, build) in worlds() {
        let kernel = build.kernel();
        for (record, rows) in [fluid_rows(&kernel), lucky_rows(&kernel, 7)] {
            let lost: f64 = rows.iter().map(Row::lost).sum();
            assert!((record.lost - lost).abs() < 1e-9 * people(&rows[0]), "{name}: {} and {lost}", record.lost);
        }
    }
}

#[test]
fn weeks_months_and_quarters_tell_the_same_three_years() {
    // No exposure above .05, no dated failure, prospects in plenty: 5 %, and 20 % for word of mouth.
    let run = |period: &str, per_year: usize| {
        let build = text(PLAIN)
            .edit("period = \"month\"", &format!("period = \"{period}\""))
            .edit("periods = 36", &format!("periods = {}", 3 * per_year));
        let (_, rows) = fluid_rows(&build.kernel());
        let sum = |column| rows.iter().map(|row| row.get(column)).sum::<f64>();
        let stay = |row: &Row| 1.0 - row.lost() / row.get(Column::Active);
        let loyalty: Vec<f64> = rows.chunks(per_year).map(|year| year.iter().map(stay).product()).collect();
        let lost: f64 = rows.iter().map(Row::lost).sum();
        ([sum(Column::Organic), lost, loyalty[0], loyalty[1], loyalty[2]], sum(Column::LostWordOfMouth))
    };
    let told = [run("week", 52), run("month", 12), run("quarter", 4)];
    for (a, b) in [(0, 1), (0, 2), (1, 2)] {
        for (i, what) in ["organic", "lost", "loyalty 1", "loyalty 2", "loyalty 3"].into_iter().enumerate() {
            let (x, y) = (told[a].0[i], told[b].0[i]);
            assert!((x / y - 1.0).abs() < 0.05, "{what}: {x} and {y}");
        }
        let (x, y) = (told[a].1, told[b].1);
        assert!(x > 0.0 && (y / x - 1.0).abs() < 0.20, "lost by word of mouth: {x} and {y}");
    }
}

#[test]
fn one_failure_in_one_window_leaves_exactly_the_repurchase_rate() {
    // Everybody fails in period 0; the window has gone by at the end of its last period.
    for (period, per_year) in [("week", 52), ("month", 12), ("quarter", 4), ("year", 1)] {
        for (outcome, complain, resolves, quick) in [
            (Outcome::Silent, 0, 0, 0),
            (Outcome::Unresolved, 1, 0, 0),
            (Outcome::Resolved, 1, 1, 0),
            (Outcome::Quick, 1, 1, 1),
        ] {
            for base in [0.87, 0.90] {
                let build = text(PLAIN)
                    .edit("period = \"month\"", &format!("period = \"{period}\""))
                    .edit("periods = 36", &format!("periods = {}", per_year + 1))
                    .edit(
                        "rate = 0.10",
                        &format!("rate = {}\nper = \"year\"\nfirst_period = 1\nlast_period = 1", 50 * per_year),
                    )
                    .set("segment.all.base_loyalty", base)
                    .set("severity.major.complain", complain)
                    .set("recovery.resolves", resolves)
                    .set("recovery.quick", quick)
                    .set("word_of_mouth.negative_impact", 0)
                    .set("word_of_mouth.positive_impact", 0)
                    .set("acquisition.in_market_per_year", 0);
                let case = build.case();
                let rho = repurchase(&case, 0, outcome, base, Conditions::default());
                assert!(rho < base, "the law speaks of rates below base loyalty");
                let (_, rows) = fluid_rows(&Schedule::new(&case));
                let kept = rows[per_year].get(Column::Active) / rows[0].get(Column::Active);
                assert!((kept - rho).abs() < 1e-9, "{outcome:?} by {period}, base {base}: {kept}, not {rho}");
            }
        }
    }
}

/// Satisfaction gained over the mean by a quick, generous, polite recovery.
fn paradox_in_satisfaction(build: &Build, stability: f64, control: f64, earlier: u32) -> f64 {
    let case = build.clone().set("recovery.compensation", 1).set("recovery.apology", 1).case();
    satisfaction_after(&case, 0, Outcome::Quick, Seen { stability, control, earlier, ..Seen::default() })
        - case.satisfaction.mean
}

fn minor() -> Build {
    text(PLAIN).edit("preset:tarp-major", "preset:tarp-minor").edit("severity = \"major\"", "severity = \"minor\"")
}

#[test]
fn the_paradox_of_satisfaction_needs_a_mild_first_failure_that_will_not_last_and_is_not_the_firms_doing() {
    assert!(paradox_in_satisfaction(&minor(), 0.0, 0.0, 0) > 0.0, "there is a paradox to lose");
    assert!(paradox_in_satisfaction(&text(PLAIN), 0.0, 0.0, 0) < 0.0, "a major failure");
    assert!(paradox_in_satisfaction(&minor(), 0.0, 0.0, 1) < 0.0, "a second failure");
    assert!(paradox_in_satisfaction(&minor(), 1.0, 0.0, 0) < 0.0, "a lasting cause");
    assert!(paradox_in_satisfaction(&minor(), 0.0, 1.0, 0) < 0.0, "the firm's own doing");
}

#[test]
fn only_a_recovery_lifts_satisfaction_again() {
    let case = text(PLAIN).case();
    let after = |outcome| satisfaction_after(&case, 0, outcome, Seen::default());
    assert_eq!(after(Outcome::Silent), after(Outcome::Unresolved));
    assert!(after(Outcome::Resolved) > after(Outcome::Unresolved));
    assert!(after(Outcome::Quick) > after(Outcome::Resolved));
}

/// The log-odds of the sign laws.
fn with_log_odds(build: Build) -> Build {
    build
        .set("loyalty.repeat_log_odds", 0.5)
        .set("loyalty.double_deviation_log_odds", 0.9)
        .set("loyalty.stability_log_odds", 1)
        .set("loyalty.control_log_odds", 1)
}

#[test]
fn the_paradox_of_repurchase_vanishes_with_severity_at_the_second_failure_and_with_stability_and_control() {
    let quick =
        |build: Build, conditions| repurchase(&with_log_odds(build).case(), 0, Outcome::Quick, 0.87, conditions);
    let first = Conditions::default();
    assert!(quick(minor(), first) > 0.87, "there is a paradox to lose");
    assert!(quick(text(PLAIN), first) < 0.87, "a major failure");
    assert!(quick(minor(), Conditions { remembers: true, ..first }) <= 0.87, "a second failure");
    let [stable, controlled, both] = [(1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
        .map(|(stability, control)| quick(minor(), Conditions { stability, control, ..first }));
    assert!(stable < quick(minor(), first) && controlled < quick(minor(), first));
    assert!(both < 0.87, "a lasting cause that is the firm's own doing");
}

#[test]
fn a_double_deviation_ends_below_silence() {
    let case = with_log_odds(text(PLAIN)).case();
    let silent = repurchase(&case, 0, Outcome::Silent, 0.87, Conditions::default());
    let twice = Conditions { remembers: true, aggrieved: true, ..Conditions::default() };
    let failed_twice = repurchase(&case, 0, Outcome::Unresolved, 0.87, twice);
    assert!(failed_twice < silent, "{failed_twice} and {silent}");
}

#[test]
fn bad_then_good_beats_good_then_bad() {
    for build in [text(PLAIN), minor()] {
        let case = with_log_odds(build).case();
        let first = Conditions::default();
        let both = |one, other, aggrieved| {
            let second = Conditions { remembers: true, aggrieved, ..first };
            repurchase(&case, 0, one, 0.87, first).min(0.87) * repurchase(&case, 0, other, 0.87, second)
        };
        let better = both(Outcome::Unresolved, Outcome::Quick, true);
        let worse = both(Outcome::Quick, Outcome::Unresolved, false);
        assert!(better > worse, "{better} and {worse}");
    }
}

#[test]
fn a_point_of_complaints_is_worth_59_points_of_speed_where_few_speak_and_5_where_half_do() {
    let mean = |c: f64, q: f64| {
        let build =
            text(PLAIN).set("severity.major.complain", c).set("recovery.resolves", 0.6).set("recovery.quick", q);
        mean_repurchase(&build.case(), 0, 0.87)
    };
    for (c, points) in [(0.04, 59.0), (0.50, 5.0)] {
        let ratio = (mean(c + 0.01, 0.5) - mean(c, 0.5)) / (mean(c, 0.51) - mean(c, 0.5));
        assert!((ratio - points).abs() < 0.5, "at {c}: {ratio}");
    }
}

#[test]
fn soliciting_without_capacity_destroys_value_where_an_unanswered_complaint_is_worse_than_silence() {
    let build = text(PLAIN)
        .set("severity.major.repurchase.silent", 0.30)
        .and("[recovery.desk]\nagents = 1\nhandle_minutes = 600\ncontacts_per_case = 1\nhours_per_week = 40");
    let npv = |solicit: f64| worth(&build.clone().set("voice.solicit", solicit).set("costs.per_contact", 0));
    let [none, some, many] = [0.0, 0.4, 0.8].map(npv);
    assert!(none.npv() > some.npv() && some.npv() > many.npv(), "asking costs nothing here, and yet");
    assert!(none.lost < some.lost && some.lost < many.lost);
    // With capacity for all the same asking pays: it is the missing capacity that destroys.
    let staffed = |solicit: f64| {
        worth(
            &text(PLAIN)
                .set("severity.major.repurchase.silent", 0.30)
                .set("voice.solicit", solicit)
                .set("costs.per_contact", 0),
        )
    };
    assert!(staffed(0.8).npv() > staffed(0.0).npv());
}

#[test]
fn compensation_pays_less_beyond_120_percent_of_the_loss_and_hurts_beyond_150() {
    for curve in ["concave", "s-shaped"] {
        let kept = |x: f64| {
            let build = text(PLAIN)
                .edit(
                    "[acquisition]",
                    &format!("[recovery]\nresolves_max = 0.95\ncompensation_curve = \"{curve}\"\n[acquisition]"),
                )
                .set("severity.major.complain", 0.5)
                .set("recovery.compensation", x);
            let record = worth(&build);
            (-record.lost, record.npv())
        };
        let [a, b, c, d, e] = [0.9, 1.2, 1.5, 1.8, 2.4].map(kept);
        assert!(b.0 - a.0 > c.0 - b.0 && c.0 > b.0, "{curve}: less beyond 120 %");
        assert!(d.0 < c.0 && e.0 < d.0, "{curve}: hurts beyond 150 %");
        assert!(d.1 < c.1 && e.1 < d.1, "{curve}: and costs money too");
    }
    for curve in [CompensationCurve::Concave, CompensationCurve::SShaped] {
        let peak = compensation_effect(curve, 1.5);
        assert!((0..400).all(|i| compensation_effect(curve, f64::from(i) / 100.0) <= peak));
    }
}

/// Worlds for laws of sign: complaints, answers, memory, desk, policy, two kinds.
fn grid() -> Vec<(String, Build)> {
    let mut grid = Vec::new();
    for complain in [0.0, 0.3, 0.9] {
        for resolves in [0.0, 0.5, 1.0] {
            for memory in [0.0, 0.5] {
                for desk in [
                    "",
                    "[recovery.desk]\nagents = 3\nhandle_minutes = 40\ncontacts_per_case = 1.5\nhours_per_week = 60",
                ] {
                    for policy in ["none", "replace"] {
                        let build = text(PLAIN)
                            .edit("policy = \"none\"", &format!("policy = \"{policy}\""))
                            .and(desk)
                            .set("severity.major.complain", complain)
                            .set("recovery.resolves", resolves)
                            .set("loyalty.repeat_log_odds", memory)
                            .set("voice.solicit", 0.1);
                        grid.push((
                            format!("c {complain}, r {resolves}, memory {memory}, {policy}, desk `{desk}`"),
                            build,
                        ));
                    }
                }
            }
        }
    }
    grid
}

#[test]
fn fewer_failures_never_lower_the_customers_kept() {
    // quick is .82, base loyalty .87: a failure never pays. Nobody is won by talk, so that the customers
    // kept can be counted: with newcomers, fewer failures mean more people, of whom more leave by nature.
    for (name, build) in grid() {
        let build = build.set("word_of_mouth.positive_impact", 0).set("acquisition.in_market_per_year", 0);
        let mut before: Option<(f64, f64)> = None;
        for rate in [0.0, 0.02, 0.05, 0.10, 0.20] {
            let (record, rows) = fluid_rows(&build.clone().set("failure.trouble.rate", rate).kernel());
            let active: f64 = rows.iter().map(|row| row.get(Column::Active)).sum();
            if let Some((lost, most)) = before {
                assert!(record.lost >= lost - 1e-6, "{name}, rate {rate}: {} lost after {lost}", record.lost);
                assert!(active <= most + 1e-6, "{name}, rate {rate}: {active} customer periods after {most}");
            }
            before = Some((record.lost, active));
        }
    }
}

#[test]
fn stronger_bad_talk_never_raises_the_worth() {
    // Unit contributions are positive: 2 * 60 - 12 a year, and 60 to buy a customer.
    for (name, build) in grid() {
        let mut before = f64::INFINITY;
        for impact in [0.0, 0.05, 0.10, 0.25, 0.60] {
            let npv = worth(&build.clone().set("word_of_mouth.negative_impact", impact)).npv();
            assert!(npv <= before + 1e-9 * npv.abs(), "{name}, impact {impact}: {npv} after {before}");
            before = npv;
        }
    }
}

#[test]
fn summaries_keep_their_identities() {
    let (study, results) = crate::build::builtin("city-hotel").cohort(100, 1).run();
    for (scenario, results) in study.scenarios.iter().zip(&results.scenarios) {
        let comparison = recoup::analysis::compare::compare(scenario, results);
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
