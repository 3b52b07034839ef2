//! Parts of the model that some cases need: tiered remedies, limits in money, late cost, fair treatment, guarantees,
//! spend after a failure, praise, forewarning, tenure.

use recoup::analysis::lever::Lever;
use recoup::analysis::story::stories;
use recoup::engine::agents::chronicle::Chronicle;
use recoup::engine::agents::graph::Graph;
use recoup::engine::agents::mixing::MixingPopulation;
use recoup::engine::agents::network::NetworkPopulation;
use recoup::engine::chance::MeanField;
use recoup::engine::channels::{CHANNELS, Mixture};
use recoup::engine::cohort::CohortPopulation;
use recoup::engine::progress::NoProgress;
use recoup::engine::tally::Tally;
use recoup::model::loyalty::{Conditions, repurchase};
use recoup::model::money::{ACCOUNT_NAMES, Account, Accounts};
use recoup::model::period::{Life, live};
use recoup::model::remedy::{RemedyRules, days_late, effect, within_limit};
use recoup::model::row::{COLUMN_NAMES, Column, Row};
use recoup::model::schedule::Schedule;
use recoup::random::address::CommonNumbers;
use recoup::scenario::key::Key;
use recoup::scenario::ramp::Views;
use recoup::stats::moments::Moments;
use recoup::units::{Outcome, Route};

use crate::build::{Build, PLAIN, RICH, text};

/// Every one of these parts at work at once, and no clamp binds.
fn full() -> Build {
    [
        ("severity.minor.compensation", 0.9),
        ("severity.minor.loss_sigma", 1.0),
        ("recovery.front_line_limit", 60.0),
        ("recovery.late_compensation_per_day", 0.05),
        ("recovery.fair_treatment", 0.6),
        ("guarantee.invoked", 0.1),
        ("guarantee.refund", 35.0),
        ("guarantee.repurchase", 0.93),
        ("loyalty.spend.recovered", 0.95),
        ("loyalty.spend.aggrieved", 0.8),
        ("loyalty.spend.delighted", 1.1),
        ("word_of_mouth.told_per_year_without_failure", 0.4),
        ("failure.delay.forewarned", 0.5),
        ("costs.forewarning_per_customer_year", 0.2),
        ("tenure.newcomer_years", 0.8),
        ("tenure.newcomer_margin", 0.7),
        ("tenure.newcomer_retention_cost", 1.6),
    ]
    .into_iter()
    .fold(text(RICH), |build, (key, value)| build.set(key, value))
}

/// One year told as one period, in which nearly everybody meets a failure, of PLAIN's ten thousand.
fn one_year() -> Build {
    text(PLAIN)
        .edit("period = \"month\"", "period = \"year\"")
        .edit("periods = 36", "periods = 1\ncash = \"start\"\ncustomers_counted = \"start\"")
        .edit("rate = 0.10", "rate = 40\nper = \"year\"")
        .set("market.customers", 10_000)
}

fn fluid(kernel: &Schedule) -> (Life, Vec<Row>) {
    let mut rows = Vec::new();
    let life = live(kernel, &mut CohortPopulation::new(kernel.first(), MeanField), |_, row| rows.push(*row));
    (life, rows)
}

fn near(found: f64, wanted: f64, what: &str) {
    assert!((found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0), "{what}: {found}, by hand {wanted}");
}

#[test]
fn cases_within_a_limit_are_a_part_of_the_lognormal() {
    let case = text(PLAIN).case();
    let severity = |loss: f64, sigma: f64| {
        let mut severity = case.severities[0].clone();
        (severity.loss, severity.loss_sigma) = (loss, sigma);
        severity
    };
    for (loss, sigma, share, limit) in [(150.0, 1.5, 1.0, 100.0), (40.0, 0.4, 0.5, 30.0), (500.0, 1.0, 1.2, 200.0)] {
        // By summing over a fine grid of the normal number behind the loss.
        let (mut within, mut losses, mut all) = (0.0, 0.0, 0.0);
        let step = 1e-4;
        for i in -100_000..100_000 {
            let z = (f64::from(i) + 0.5) * step;
            let weight = step * (-0.5 * z * z).exp() / std::f64::consts::TAU.sqrt();
            let lost = loss * (sigma * z - 0.5 * sigma * sigma).exp();
            all += weight * lost;
            if share * lost <= limit {
                within += weight;
                losses += weight * lost;
            }
        }
        assert!((all - loss).abs() < 1e-4 * loss, "the mean loss is `loss`: {all}");
        let found = within_limit(Some(limit), share, &severity(loss, sigma));
        assert!((found.share - within).abs() < 1e-4, "{found:?} {within}");
        assert!((found.mean - losses / within / loss).abs() < 1e-3, "{found:?} {losses} {within}");
    }
    // Edges: no limit, nothing to pay, all alike, no money.
    let of = |limit, share, sigma| within_limit(limit, share, &severity(100.0, sigma));
    assert_eq!((of(None, 1.0, 1.5).share, of(None, 1.0, 1.5).mean), (1.0, 1.0));
    assert_eq!(of(Some(0.0), 0.0, 1.5).share, 1.0);
    assert_eq!((of(Some(100.0), 1.0, 0.0).share, of(Some(99.9), 1.0, 0.0).share), (1.0, 0.0));
    assert_eq!(of(Some(0.0), 1.0, 1.5).share, 0.0);
    assert!(of(Some(1e15), 1.0, 1.5).share > 1.0 - 1e-12);
}

#[test]
fn front_line_and_desk_together_pay_the_mean_loss() {
    let build = text(PLAIN)
        .set("recovery.compensation", 0.8)
        .set("recovery.front_line_share", 0.9)
        .set("recovery.front_line_resolves", 0.7)
        .set("recovery.front_line_limit", 100);
    let rules = RemedyRules::new(&Views::new(&build.case()));
    let (e, remedy) = (rules.settled_on_spot[0], rules.kinds[0]);
    assert!(e > 0.0 && e < 0.63, "some are beyond the limit: {e}");
    assert!(remedy.on_spot < 0.6 * remedy.quick, "the front line has the small ones: {remedy:?}");
    near(e * remedy.on_spot + (1.0 - e) * remedy.quick, 0.8 * 150.0, "all cases");
    // Raising the limit tends to having none.
    let e_at = |limit: f64| {
        RemedyRules::new(&Views::new(&build.clone().set("recovery.front_line_limit", limit).case())).settled_on_spot[0]
    };
    assert!(e_at(50.0) < e && e < e_at(200.0) && (e_at(1e9) - 0.63).abs() < 1e-9);
}

#[test]
fn each_severity_has_its_own_remedy() {
    let build = text(RICH).set("severity.minor.compensation", 1.2);
    let case = build.case();
    assert_eq!((case.compensation(0), case.compensation(1)), (1.2, 0.4));
    let g = |x: f64| (1.0 - (-3.0 * x).exp()) / (1.0 - (-4.5_f64).exp());
    let rules = RemedyRules::new(&Views::new(&case));
    near(rules.resolves[0], 0.5 + 0.3 * g(1.2), "minor");
    near(rules.resolves[1], 0.5 + 0.3 * g(0.4), "major");
    near(rules.kinds[0].quick, 1.2 * 40.0, "paid on a minor case");
    near(rules.kinds[1].quick, 0.4 * 150.0, "paid on a major case");
    // Said twice it is the same to the last bit of the simulations, and to rounding in money.
    let (once, _) = fluid(&text(RICH).kernel());
    let tiers = text(RICH).set("severity.minor.compensation", 0.4).set("severity.major.compensation", 0.4);
    let (twice, _) = fluid(&tiers.kernel());
    assert_eq!((once.lost, once.tree), (twice.lost, twice.tree));
    near(twice.worth.programme(), once.worth.programme(), "programme");
}

#[test]
fn fair_treatment_does_the_work_of_more_money() {
    let with = |x: f64, fair: f64| {
        let case = text(RICH)
            .set("recovery.compensation", x)
            .set("recovery.fair_treatment", fair)
            .set("recovery.fair_treatment_saves", 0.4)
            .case();
        (effect(&case, 0), RemedyRules::new(&Views::new(&case)))
    };
    let (fair, rules) = with(0.6, 0.5);
    let (unfair, dearer) = with(0.75, 0.0);
    near(fair, unfair, "0.6 asked at fairness 0.5 is 0.75");
    near(rules.resolves[0], dearer.resolves[0], "resolved");
    near(rules.kinds[0].quick, 0.6 * 40.0, "what is paid stays");
    assert!(with(0.6, 1.0).0 > fair && fair > with(0.6, 0.0).0);
    // Never beyond the best compensation, and over-compensation hurts as before.
    near(with(1.4, 1.0).0, 1.0, "the best");
    assert_eq!(with(2.0, 1.0).0, with(2.0, 0.0).0);
    assert_eq!(with(0.0, 1.0).0, 0.0);
}

#[test]
fn late_recovery_costs_what_its_delay_says() {
    // Without a desk: major, c = .04, r = .6, q = .5, loss 150; half of the resolved are 3 days late.
    let build = one_year()
        .set("recovery.compensation", 0.2)
        .set("recovery.late_compensation_per_day", 0.1)
        .set("recovery.late_days", 3);
    let (life, _) = fluid(&build.kernel());
    let resolved = 10_000.0 * (1.0 - (-40_f64).exp()) * 0.04 * 0.6;
    near(life.worth.get(Account::Compensation), resolved * 150.0 * (0.2 + 0.5 * 0.1 * 3.0), "compensation");
    // With a desk the delay is the median of those that are late: half of them come later.
    let case = text(RICH).case();
    let desk = case.recovery.desk.as_ref().expect("RICH has one");
    let beyond = |hours: f64| 1.0 / (1.0 + (hours / desk.resolve_median_hours).powf(desk.resolve_shape));
    let median = desk.quick_hours + 24.0 * days_late(&case);
    near(beyond(median), 0.5 * beyond(desk.quick_hours), "half");
    let slower = text(RICH).set("recovery.desk.resolve_median_hours", 200).case();
    assert!(days_late(&slower) > 2.0 * days_late(&case), "the later the dearer");
}

#[test]
fn a_guarantee_by_hand() {
    // d = .2, i = .1, c = .04, sigma = .5, r = .6, q = .5; a refund of 60, a contact at 5.25.
    let build = one_year()
        .set("failure.trouble.detected", 0.2)
        .set("guarantee.invoked", 0.1)
        .set("guarantee.refund", 60)
        .set("guarantee.repurchase", 0.9)
        .set("voice.solicit", 0.5)
        .set("costs.per_contact", 5.25);
    let (life, rows) = fluid(&build.kernel());
    let n = 10_000.0 * (1.0 - (-40_f64).exp());
    let invoked = n * 0.8 * 0.1;
    let (voiced, solicited) = (n * 0.8 * 0.9 * 0.04, n * 0.8 * 0.9 * 0.96 * 0.5);
    let cases = n * 0.2 + voiced + solicited;
    near(life.worth.get(Account::Refunds), 60.0 * invoked, "refunds");
    near(life.worth.get(Account::Contacts), 5.25 * (invoked + cases), "contacts");
    near(rows[0].get(Column::Quick), invoked + cases * 0.3, "quick");
    near(rows[0].get(Column::Silent), n * 0.8 * 0.9 * 0.96 * 0.5, "silent");
    let stayed: f64 = Outcome::ALL.iter().map(|&o| life.tree.branch(Route::Voiced, o).stayed).sum();
    near(
        stayed,
        invoked * 0.87 * (0.9_f64 / 0.87).max(1.0) + voiced * (0.4 * 0.19 + 0.3 * 0.54 + 0.3 * 0.82),
        "stayed",
    );
    // Without a rate of its own, invoking is a quick answer.
    let like_quick = build.clone().set("guarantee.repurchase", 0.82);
    let mut case = like_quick.case();
    case.guarantee.repurchase = None;
    assert_eq!(fluid(&Schedule::new(&case)).0.lost, fluid(&like_quick.kernel()).0.lost);
    // Hampton's 4 refunds per 1,000 nights: 6 % failures, 1 in 15 invoked.
    let hampton = text(PLAIN)
        .edit("rate = 0.10", "rate = 0.06")
        .edit("periods = 36", "periods = 1")
        .set("guarantee.invoked", 0.0667)
        .set("guarantee.refund", 1)
        .kernel();
    let nights = 100_000.0 * 2.0 / 12.0;
    let per_thousand = 1000.0 * fluid(&hampton).0.worth.get(Account::Refunds) / nights;
    assert!((per_thousand - 4.0).abs() < 0.05, "{per_thousand}");
}

#[test]
fn spend_after_a_failure_by_hand() {
    // Everybody fails silently in the first of two years and remembers it; none leaves, none comes.
    let build = one_year()
        .edit("periods = 1\n", "periods = 2\n")
        .edit("rate = 40\n", "rate = 40\nfirst_period = 1\nlast_period = 1\n")
        .edit("base_loyalty = 0.87", "base_loyalty = 1.0")
        .set("loyalty.reference_base", 1)
        .set("severity.major.complain", 0)
        .set("severity.major.repurchase.silent", 1)
        .set("acquisition.in_market_per_year", 0)
        .set("word_of_mouth.negative_impact", 0)
        .set("horizon.discount_rate", 0)
        .set("loyalty.spend.aggrieved", 0.9);
    let (life, _) = fluid(&build.kernel());
    let failed = 1.0 - (-40_f64).exp();
    let margin = 60.0 * 2.0 * 10_000.0;
    near(life.worth.get(Account::Margin), margin * (1.0 + (1.0 - failed) + failed * 0.9), "margin");
}

#[test]
fn praise_comes_from_those_without_failure_or_grudge() {
    // Three months, one failure in the first: who met it silently bears a grudge afterwards.
    let build = text(PLAIN)
        .edit("periods = 36", "periods = 2")
        .edit("rate = 0.10", "rate = 0.6\nfirst_period = 1\nlast_period = 1")
        .edit("base_loyalty = 0.87", "base_loyalty = 1.0")
        .set("loyalty.reference_base", 1)
        .set("severity.major.complain", 0)
        .set("severity.major.repurchase.silent", 1)
        .set("loyalty.memory_years", 1e6)
        .set("acquisition.in_market_per_year", 0)
        .set("word_of_mouth.negative_impact", 0)
        .set("word_of_mouth.told_per_year_without_failure", 3);
    let (_, rows) = fluid(&build.kernel());
    let without = 100_000.0 * (-0.1_f64).exp();
    near(rows[0].get(Column::Pwom), without * 3.0 / 12.0, "first month");
    near(rows[1].get(Column::Pwom), without * 3.0 / 12.0, "second month: the same people");
    // And it brings customers.
    let organic = |told: f64| {
        let kernel = text(PLAIN).set("word_of_mouth.told_per_year_without_failure", told).kernel();
        fluid(&kernel).1.iter().map(|row| row.get(Column::Organic)).sum::<f64>()
    };
    assert!(organic(2.0) > organic(0.5) && organic(0.5) > organic(0.0));
}

#[test]
fn forewarning_lessens_the_damage_up_to_base_loyalty() {
    let build = text(PLAIN).set("loyalty.forewarned_log_odds", 0.7);
    let case = build.case();
    let logistic = |z: f64| 1.0 / (1.0 + (-z).exp());
    let rho = |outcome, share| {
        let conditions = Conditions { forewarned: share, ..Conditions::default() };
        repurchase(&case, 0, outcome, 0.87, conditions)
    };
    let told = logistic((0.09_f64 / 0.91).ln() + 0.7);
    near(rho(Outcome::Silent, 1.0), told, "all told");
    near(rho(Outcome::Silent, 0.25), 0.75 * 0.09 + 0.25 * told, "a quarter told");
    near(rho(Outcome::Quick, 1.0), 0.87, "up to base loyalty");
    assert_eq!(rho(Outcome::Silent, 0.0), 0.09);
    // What is above base loyalty stays there, and so does delight.
    let minor = text(RICH).case();
    let quick =
        |share| repurchase(&minor, 0, Outcome::Quick, 0.85, Conditions { forewarned: share, ..Conditions::default() });
    assert!(quick(0.0) > 0.85);
    assert_eq!(quick(1.0), quick(0.0));
    // In a whole life: fewer are lost, by a failure and not by nature, and telling costs what it says.
    let lived = |share: f64| {
        let build =
            text(PLAIN).set("failure.trouble.forewarned", share).set("costs.forewarning_per_customer_year", 1.2);
        let build = build.set("horizon.cash", "start").set("horizon.customers_counted", "start");
        fluid(&build.kernel())
    };
    let (untold, before) = lived(0.0);
    let (told, after) = lived(1.0);
    let lost = |rows: &[Row]| rows.iter().map(|row| row.get(Column::LostSilent)).sum::<f64>();
    assert!(told.lost < untold.lost && lost(&after) < 0.95 * lost(&before));
    let by_hand: f64 =
        after.iter().enumerate().map(|(t, row)| 1.1_f64.powf(-(t as f64) / 12.0) * row.get(Column::Active) * 0.1).sum();
    near(told.worth.get(Account::Forewarning), by_hand, "forewarning");
}

#[test]
fn newcomers_bring_less_until_they_are_established() {
    // Nothing fails and nobody hears: b of the customers stay each year, a tenth of the prospects join.
    let build = text(PLAIN)
        .edit("period = \"month\"", "period = \"year\"")
        .edit("periods = 36", "periods = 4\ncustomers_counted = \"start\"")
        .set("failure.trouble.rate", 0)
        .set("horizon.discount_rate", 0)
        .set("tenure.newcomer_years", 2)
        .set("tenure.newcomer_margin", 0.5)
        .set("tenure.newcomer_retention_cost", 3);
    let (life, rows) = fluid(&build.kernel());
    let (mut established, mut newcomers, mut margin, mut retention) = (100_000.0, 0.0, 0.0, 0.0);
    let settle = 1.0 - (-0.5_f64).exp();
    for row in &rows {
        near(row.get(Column::Active), established + newcomers, "active");
        margin += 120.0 * (established + 0.5 * newcomers);
        retention += 12.0 * (established + 3.0 * newcomers);
        (established, newcomers) =
            (0.87 * (established + settle * newcomers), 0.87 * (1.0 - settle) * newcomers + row.get(Column::Organic));
    }
    assert!(newcomers > 1000.0);
    near(life.worth.get(Account::Margin), margin, "margin");
    near(life.worth.get(Account::Retention), retention, "retention");
    // Where newcomers differ in nothing, nobody tells them apart.
    assert_eq!(text(PLAIN).set("tenure.newcomer_years", 9).kernel().first().customer.tenures(), 1);
}

#[test]
fn nothing_else_moves_when_only_money_tells_newcomers_apart() {
    let (plain, rows) = fluid(&text(RICH).kernel());
    let (told_apart, others) = fluid(&text(RICH).set("tenure.newcomer_margin", 0.999_999).kernel());
    near(told_apart.lost, plain.lost, "lost");
    for (a, b) in rows.iter().zip(&others) {
        for (column, name) in COLUMN_NAMES.iter().enumerate() {
            assert!((a.0[column] - b.0[column]).abs() <= 1e-6 * a.0[column].abs().max(1.0), "{name}");
        }
    }
}

#[test]
fn accounts_causes_and_pools_hold_with_every_part() {
    let kernel = full().kernel();
    let (life, rows) = fluid(&kernel);
    let sum: f64 = Account::ALL.iter().map(|&a| a.sign() * life.worth.get(a)).sum();
    near(life.worth.contribution() - life.worth.programme(), sum, "npv");
    for account in [Account::Refunds, Account::Forewarning, Account::Compensation] {
        assert!(life.worth.get(account) > 0.0, "{account:?}");
    }
    for (t, row) in rows.iter().enumerate() {
        let people = row.get(Column::Active) + row.get(Column::Prospects) + row.get(Column::Lapsed);
        near(people, 400_000.0, "people");
        let outcomes: f64 = row.0[Column::Silent as usize..=Column::Quick as usize].iter().sum();
        near(outcomes, row.get(Column::Episodes), "episodes");
        if let Some(next) = rows.get(t + 1) {
            let after = row.get(Column::Active) - row.lost() + row.get(Column::Organic) + row.get(Column::Bought);
            near(next.get(Column::Active), after, "active");
        }
    }
    let in_tree: f64 = Route::ALL.iter().flat_map(|&r| Outcome::ALL.map(|o| life.tree.branch(r, o).customers)).sum();
    near(in_tree, rows.iter().map(|row| row.get(Column::Episodes)).sum(), "tree");
}

/// Means of every column and account against the expected engine, 5 standard errors: as in tests/engines.rs.
fn means_hold(what: &str, tally: &Tally, expected: &Tally) {
    let mut varying = 0;
    let mut holds = |name: &str, found: f64, wanted: f64, error: f64| {
        varying += u32::from(error > 0.0);
        let tolerance = if error > 0.0 { 5.0 * error } else { 1e-6 * wanted.abs().max(1.0) };
        assert!((found - wanted).abs() <= tolerance, "{what}, {name}: {found} +- {error}, expected {wanted}");
    };
    for (t, (simulated, expected)) in tally.rows.iter().zip(&expected.rows).enumerate() {
        for (column, name) in COLUMN_NAMES.iter().enumerate() {
            let error = simulated.sd_at(column) / simulated.count().sqrt();
            holds(&format!("{name} in {t}"), simulated.means().0[column], expected.means().0[column], error);
        }
    }
    for (account, name) in Account::ALL.into_iter().zip(ACCOUNT_NAMES) {
        let moments = &tally.accounts[account as usize];
        holds(name, moments.mean(), expected.account(account), moments.standard_error());
    }
    assert!(varying > 100, "{what}: luck moves the columns");
}

#[test]
fn cohort_and_agents_have_the_means_of_the_expected_engine_with_every_part() {
    // Some 250 figures each. P(|z| >= 5) is 5.7e-7: a false alarm once in some 3,000 seeds.
    let run = |build: Build| build.run().1.scenarios.remove(0).strategies.remove(0);
    let cohort = run(full().cohort(1, 600).seed(3));
    means_hold("cohort", &cohort.simulations, &cohort.expected);
    let agents = run(full().set("market.customers", 20_000).agents(1, 100).seed(4));
    means_hold("agents", &agents.simulations, &agents.expected);
}

#[test]
fn customers_who_differ_in_spend_have_the_means_of_those_who_are_alike() {
    // The path of one customer at a time, against the expected engine that knows nobody.
    let build = full().set("market.customers", 20_000).set("individuals.spend_cv", 0.5);
    let result = build.agents(1, 100).seed(5).run().1.scenarios.remove(0).strategies.remove(0);
    means_hold("one by one", &result.simulations, &result.expected);
}

#[test]
fn people_on_a_network_have_the_same_means_where_talk_moves_nobody() {
    let build = full()
        .edit("[recovery.desk]\nagents = 60\nhandle_minutes = 20\ncontacts_per_case = 1.5\nhours_per_week = 60\n", "")
        .edit("customers = 100_000", "customers = 4_000")
        .edit("prospects = 300_000", "prospects = 4_000")
        .set("word_of_mouth.negative_impact", 0)
        .set("word_of_mouth.positive_impact", 0)
        .and("[network]\nkind = \"small-world\"\ndegree = 8\n")
        .agents(1, 1);
    let case = build.case();
    let kernel = Schedule::new(&case);
    let (wanted, _) = fluid(&kernel);
    let graph = std::sync::Arc::new(Graph::new(&case, 1, 0).expect("a network"));
    let mut worth = vec![Moments::default(); ACCOUNT_NAMES.len()];
    let (mut praise, mut lost) = (Moments::default(), Moments::default());
    for replicate in 0..60 {
        let numbers = CommonNumbers::new(8, 0, replicate);
        let mut sent = 0.0;
        let life =
            live(&kernel, &mut NetworkPopulation::new(kernel.first(), graph.clone(), numbers, false), |_, row| {
                sent += row.get(Column::Pwom);
            });
        praise.add(sent);
        lost.add(life.lost);
        for (moments, amount) in worth.iter_mut().zip(life.worth.0) {
            moments.add(amount);
        }
    }
    let pwom: f64 = fluid(&kernel).1.iter().map(|row| row.get(Column::Pwom)).sum();
    let holds = |what: &str, found: &Moments, wanted: f64| {
        let error = found.standard_error();
        assert!((found.mean() - wanted).abs() <= 5.0 * error + 1e-6 * wanted.abs(), "{what}: {found:?} {wanted}");
    };
    holds("praise and thanks", &praise, pwom);
    holds("lost", &lost, wanted.lost);
    for (account, moments) in Account::ALL.into_iter().zip(&worth) {
        holds(account.name(), moments, wanted.worth.get(account));
    }
}

#[test]
fn the_stories_of_all_customers_add_up_to_what_they_brought() {
    let build = text(RICH)
        .edit("customers = 100_000", "customers = 300")
        .edit("periods = 12", "periods = 12\ncustomers_counted = \"start\"")
        .edit("rate = 0.06", "rate = 0.5")
        .set("acquisition.in_market_per_year", 0)
        .set("loyalty.spend.recovered", 0.9)
        .set("loyalty.spend.aggrieved", 0.6)
        .set("loyalty.spend.delighted", 1.3)
        .seed(7);
    let study = build.study();
    let chronicle = Chronicle::new(&study, &study.scenarios[0], &NoProgress).unwrap();
    let customers: Vec<u64> = (0..chronicle.customers()).collect();
    let stories = stories(&chronicle, &study.scenarios[0], &customers, &NoProgress);
    let kernel = build.kernel();
    let life = live(&kernel, &mut MixingPopulation::new(kernel.first(), CommonNumbers::new(7, 0, 0), false), |_, _| ());
    let brought = life.worth.get(Account::Margin) - life.worth.get(Account::Retention);
    near(stories.iter().map(|story| story.fates[0].worth).sum(), brought, "all stories");
}

#[test]
fn channels_sum_and_blends_take_every_new_key() {
    let strategies = "[[strategy]]\nname = \"now\"\n[[strategy]]\nname = \"all\"\n\
        severity = { minor = { compensation = 0.9 } }\n\
        recovery = { front_line_limit = 60, late_compensation_per_day = 0.05, fair_treatment = 0.6 }\n\
        guarantee = { invoked = 0.1, refund = 35, repurchase = 0.93 }\n\
        loyalty = { spend = { aggrieved = 0.8 }, forewarned_log_odds = 0.9 }\n\
        word_of_mouth = { told_per_year_without_failure = 0.4 }\n\
        tenure = { newcomer_margin = 0.7 }\n\
        costs = { forewarning_per_customer_year = 0.2 }\n\
        [[strategy.failure]]\nname = \"delay\"\nforewarned = 0.5\n";
    let study = text(RICH).and(strategies).expected(1).study();
    let [now, all] = [0, 1].map(|i| study.scenarios[0].strategies[i].parameters.with_point_values());
    let mixture = Mixture::new(now.clone(), all.clone());
    let everything = (1 << CHANNELS) - 1;
    let contribution = |worth: &Accounts| worth.contribution();
    assert_eq!(contribution(&mixture.worth(0)), contribution(&mixture.own()[0]));
    assert_eq!(contribution(&mixture.worth(everything)), contribution(&mixture.own()[1]));
    // Key by key the one case becomes the other.
    let changes = &study.scenarios[0].strategies[1].changes;
    assert_eq!(changes.len(), 13, "{changes:?}");
    let (mut from, mut to) = (all.clone(), now.clone());
    for key in changes {
        recoup::scenario::blend::take(&mut to, &mut from, key);
    }
    assert_eq!(to, all);
    // And each of them can be set, the absent ones too.
    let mut case = now;
    for key in changes {
        let key = Key::parse(&key.to_string()).expect("a key");
        assert!(case.set_number(&key, 0.5), "{key}");
        assert_eq!(case.number_mut(&key).copied(), Some(0.5), "{key}");
    }
}

#[test]
fn every_new_key_may_be_uncertain_swept_and_ordered() {
    let build = text(RICH)
        .edit("resolves_max = 0.8", "resolves_max = 0.8\nfront_line_limit = { low = 30, high = 90 }")
        .edit("[word_of_mouth]", "[guarantee]\ninvoked = { beta = [2, 18] }\nrefund = 30\n[word_of_mouth]")
        .edit("memory_years = 0.7", "memory_years = 0.7\nspend = { aggrieved = { uniform = [0.9, 0.95] }, recovered = { uniform = [0.94, 1.0] } }")
        .and("[[order]]\nkeys = ['loyalty.spend.aggrieved', 'loyalty.spend.recovered']\n\
              [[strategy]]\nname = \"now\"\n[[strategy]]\nname = \"pay\"\nseverity.minor.compensation = { uniform = [0.5, 1.0] }\n\
              [[sweep]]\nkey = \"severity.major.compensation\"\nfrom = 0.0\nto = 1.5\nsteps = 4\n")
        .expected(20);
    let (_, results) = build.run();
    let columns = results.inputs.columns();
    for key in
        ["recovery.front_line_limit", "guarantee.invoked", "loyalty.spend.aggrieved", "severity.minor.compensation"]
    {
        assert!(columns.iter().any(|column| column == key), "{key} in {columns:?}");
    }
    let at = |key: &str| columns.iter().position(|column| column == key).expect("there");
    let (aggrieved, recovered) = (at("loyalty.spend.aggrieved"), at("loyalty.spend.recovered"));
    assert!((0..20).map(|draw| results.inputs.values(draw)).all(|v| v[aggrieved] <= v[recovered]));
}

#[test]
fn levers_know_the_new_keys() {
    let study = text(RICH).expected(1).study();
    let kinds = [
        ("recovery.front_line_limit", false, true),
        ("severity.minor.compensation", false, true),
        ("guarantee.invoked", false, true),
        ("guarantee.repurchase", true, false),
        ("failure.delay.forewarned", false, false),
        ("tenure.newcomer_margin", true, false),
        ("loyalty.spend.aggrieved", true, false),
    ];
    for (key, of_the_world, by_case) in kinds {
        let lever = Lever::named(key, &study.scenarios[0], &[0]);
        let lever = lever.unwrap_or_else(|diagnostic| panic!("{key}: {diagnostic:?}"));
        assert_eq!((lever.is_of_the_world(), lever.is_paid_by_case()), (of_the_world, by_case), "{key}");
    }
}
