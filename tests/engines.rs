//! The two engines against each other, against exact distributions, and against a simulation customer by
//! customer that shares no code with them. Seeds are fixed: a test that passes once passes always. The false-alarm
//! rates say how often a right engine would fail under a new seed.

use std::f64::consts::TAU;

use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use recoup::engine::cohort::CohortPopulation;
use recoup::engine::records::Record;
use recoup::engine::simulate::Results;
use recoup::model::period::live;
use recoup::model::row::{COLUMN_NAMES, Column, Row};
use recoup::model::schedule::Schedule;
use recoup::random::address::CommonNumbers;
use recoup::stats::goodness::assert_discrete_fit;
use recoup::stats::moments::Moments;
use statrs::distribution::{ChiSquared, ContinuousCDF};

use crate::build::{Build, PLAIN, RICH, builtin, text};

/// Simulations of one kernel, each with its own luck.
fn simulations(kernel: &Schedule, seed: u64, n: u64, mut see: impl FnMut(u64, &[Row], &Record)) {
    let mut rows = Vec::new();
    for i in 0..n {
        rows.clear();
        let numbers = CommonNumbers::new(seed, 0, i);
        let life = live(kernel, &mut CohortPopulation::new(kernel.first(), numbers), |_, row| rows.push(*row));
        see(i, &rows, &Record::of(&life));
    }
}

fn without_clamps() -> Vec<(&'static str, Build)> {
    let large = |build: Build| build.set("market.customers", 100_000).set("market.prospects", 400_000);
    vec![
        ("plain", text(PLAIN)),
        ("plain, half speak", text(PLAIN).set("severity.major.complain", 0.5).set("voice.solicit", 0.3)),
        ("rich", text(RICH)),
        (
            "rich by week",
            text(RICH).edit("period = \"quarter\"", "period = \"week\"").edit("periods = 12", "periods = 40"),
        ),
        ("tarp-minor", large(builtin("tarp-minor").set("acquisition.policy", "\"none\""))),
        (
            "outage",
            large(builtin("one-off-outage").set("scenario.\"leavers are bought back\".acquisition.policy", "\"none\"")),
        ),
    ]
}

#[test]
fn cohort_means_are_the_expected_engine() {
    // About 20,000 figures, many of them dependent or without variance. P(|z| >= 5) is 5.7e-7 for each: a false alarm
    // about once in 100 seeds at worst.
    for (name, build) in without_clamps() {
        let build = build.cohort(1, 1000).seed(1);
        let (study, results) = build.run();
        let mut varying = 0;
        for (scenario, results) in study.scenarios.iter().zip(&results.scenarios) {
            for (strategy, result) in scenario.strategies.iter().zip(&results.strategies) {
                for (t, (simulated, expected)) in result.simulations.rows.iter().zip(&result.expected.rows).enumerate()
                {
                    assert_eq!(simulated.count(), 1000.0);
                    // Of the desk's columns the mean is not that of the mean load.
                    for (column, what) in COLUMN_NAMES.into_iter().enumerate().take(Column::DeskLoad as usize) {
                        let (found, wanted) = (simulated.means().0[column], expected.means().0[column]);
                        let error = simulated.sd_at(column) / 1000_f64.sqrt();
                        let holds = if error > 0.0 {
                            varying += 1;
                            (found - wanted).abs() < 5.0 * error
                        } else {
                            (found - wanted).abs() <= 1.0
                        };
                        let place = format!("{name}, {}, {}", scenario.name, strategy.name);
                        assert!(holds, "{place}, {what} in period {t}: {found} +- {error}, expected {wanted}");
                    }
                }
            }
        }
        assert!(varying > 100, "{name}: luck moves the columns");
    }
}

#[test]
fn the_gap_to_the_fluid_limit_falls_as_one_over_the_number_of_customers() {
    // Strong talk among few people: newcomers are convex in it. A relative gap of order 1/N is an absolute gap of
    // organic customers that does not depend on N. False-alarm rate: below 1e-6 for each of the two comparisons.
    let gap = |customers: f64| {
        let kernel = text(PLAIN)
            .set("market.customers", customers)
            .set("market.prospects", customers)
            .set("failure.trouble.rate", 0.4)
            .set("acquisition.in_market_per_year", 2)
            .set("acquisition.preference", 0.5)
            .set("word_of_mouth.negative_impact", 1)
            .set("word_of_mouth.positive_impact", 0)
            .edit("periods = 36", "periods = 8")
            .kernel();
        let mut fluid = 0.0;
        let chance = recoup::engine::chance::MeanField;
        live(&kernel, &mut CohortPopulation::new(kernel.first(), chance), |_, row| fluid += row.get(Column::Organic));
        let mut organic = Moments::default();
        simulations(&kernel, 5, 60_000, |_, rows, _| {
            organic.add(rows.iter().map(|row| row.get(Column::Organic)).sum())
        });
        (organic.mean() - fluid, organic.standard_error(), fluid)
    };
    let (small, small_error, small_fluid) = gap(50.0);
    let (large, large_error, large_fluid) = gap(500.0);
    assert!((large_fluid / small_fluid - 10.0).abs() < 1e-6);
    assert!(small > 5.0 * small_error, "a gap to speak of: {small} +- {small_error}");
    let error = small_error.hypot(large_error);
    // Terms of order 1/N^2 still count among 50.
    assert!((small - large).abs() < 5.0 * error + 0.25 * small, "{small} +- {small_error}, {large} +- {large_error}");
    // Had the gap not fallen, it would be ten times as large in customers; at 1/sqrt(N) three times.
    assert!(large < 10_f64.sqrt() * small - 4.0 * large_error, "{small}, {large} +- {large_error}");
}

#[test]
fn outcomes_of_a_period_are_exactly_multinomial() {
    // Three customers, one period, two kinds: all 35 ways to share three over no failure and four outcomes.
    // False-alarm rate 1e-5.
    let build = text(PLAIN)
        .edit("periods = 36", "periods = 1")
        .edit("[acquisition]", "[[failure]]\nname = \"other\"\nseverity = \"major\"\nrate = 3\nper = \"year\"\ndetected = 0.5\n[acquisition]")
        .set("market.customers", 3)
        .set("failure.trouble.rate", 3)
        .set("severity.major.complain", 0.4)
        .set("voice.solicit", 0.3)
        .set("recovery.front_line_share", 0.5)
        .set("recovery.front_line_resolves", 0.4);
    // By hand, from sections 3 and 4: exposures 3 * 2 / 12 and 3 / 12, e = .2, r = .6, q = .5.
    let (a, b) = (0.5, 0.25);
    let episode = 1.0 - f64::exp(-(a + b));
    let silent = (a * 0.6 * 0.7 + b * 0.5 * 0.6 * 0.7) / (a + b);
    let case = 1.0 - silent;
    let p = [
        1.0 - episode,
        episode * silent,
        episode * case * 0.8 * 0.4,
        episode * case * 0.8 * 0.6 * 0.5,
        episode * case * (0.2 + 0.8 * 0.6 * 0.5),
    ];
    assert!((p.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    let n = 40_000;
    let mut counts = std::collections::BTreeMap::new();
    simulations(&build.kernel(), 11, n, |_, rows, _| {
        let row = &rows[0];
        let by_outcome =
            [Column::Silent, Column::Unresolved, Column::Resolved, Column::Quick].map(|c| row.get(c) as u32);
        *counts.entry(by_outcome).or_insert(0.0) += 1.0;
    });
    let factorial = |n: u32| (1..=n).map(f64::from).product::<f64>();
    let (mut statistic, mut cells, mut pooled) = (0.0, 0, [0.0; 2]);
    for code in 0..4_u32.pow(4) {
        let k = [0, 1, 2, 3].map(|i| code / 4_u32.pow(i) % 4);
        let spoken: u32 = k.iter().sum();
        if spoken > 3 {
            continue;
        }
        let none = 3 - spoken;
        let ways = 6.0 / (factorial(none) * k.iter().map(|&k| factorial(k)).product::<f64>());
        let chance = ways * p[0].powi(none as i32) * (0..4).map(|i| p[i + 1].powi(k[i] as i32)).product::<f64>();
        let (expected, found) = (n as f64 * chance, counts.remove(&k).unwrap_or(0.0));
        if expected >= 10.0 {
            statistic += (found - expected).powi(2) / expected;
            cells += 1;
        } else {
            pooled = [pooled[0] + expected, pooled[1] + found];
        }
    }
    assert!(counts.is_empty(), "nothing else can happen");
    if pooled[0] > 0.0 {
        statistic += (pooled[1] - pooled[0]).powi(2) / pooled[0];
        cells += 1;
    }
    assert!(cells > 20);
    let p_value = 1.0 - ChiSquared::new(f64::from(cells - 1)).unwrap().cdf(statistic);
    assert!(p_value > 1e-5, "chi-square {statistic} over {cells} cells, p = {p_value}");
}

/// The distribution function of a sum of `n` negative binomials of that mean and dispersion each.
fn negative_binomial_cdf(n: f64, mean: f64, dispersion: f64) -> impl Fn(u64) -> f64 {
    let k = n * dispersion;
    let miss = mean / (mean + dispersion);
    let mut density = (1.0 - miss).powf(k);
    let mut sum = 0.0;
    let mut cdf = Vec::new();
    for j in 0..20_000 {
        sum += density;
        cdf.push(sum.min(1.0));
        density *= miss * (f64::from(j) + k) / (f64::from(j) + 1.0);
    }
    move |j| cdf[(j as usize).min(cdf.len() - 1)]
}

#[test]
fn told_messages_are_negative_binomial() {
    // Everybody has one episode (but for exp(-40)). False-alarm rate 1e-5 for each of the six fits.
    for customers in [1.0, 4.0] {
        for (complain, resolves, column, mean) in
            [(0, 0, Column::Nwom, 9.5), (1, 0, Column::Nwom, 7.0), (1, 1, Column::Pwom, 5.0)]
        {
            let kernel = text(PLAIN)
                .edit("period = \"month\"", "period = \"year\"")
                .edit("periods = 36", "periods = 1")
                .edit("rate = 0.10", "rate = 40\nper = \"year\"")
                .set("market.customers", customers)
                .set("word_of_mouth.told.unresolved", 7)
                .set("severity.major.complain", complain)
                .set("recovery.resolves", resolves)
                .kernel();
            let mut told = Vec::new();
            simulations(&kernel, 3, 20_000, |_, rows, _| told.push(rows[0].get(column)));
            let what = format!("{customers} customers, mean {mean}");
            assert_discrete_fit(&told, negative_binomial_cdf(customers, mean, 0.84), &what);
        }
    }
}

#[test]
fn purchases_are_poisson() {
    // Margin 1, no other money: contribution counts purchases. False-alarm rate 1e-5.
    let kernel = text(PLAIN)
        .edit("period = \"month\"", "period = \"quarter\"")
        .edit("periods = 36", "periods = 1\ncash = \"start\"\ncustomers_counted = \"start\"")
        .set("market.customers", 3)
        .set("segment.all.purchases_per_year", 10)
        .set("segment.all.margin", 1)
        .set("segment.all.retention_cost", 0)
        .set("acquisition.cost", 1)
        .set("failure.trouble.rate", 0)
        .kernel();
    let mut bought = Vec::new();
    simulations(&kernel, 3, 40_000, |_, rows, _| bought.push(rows[0].get(Column::Contribution)));
    let mean: f64 = 7.5;
    let cdf = |k: u64| {
        let (mut density, mut sum) = ((-mean).exp(), 0.0);
        for j in 0..=k {
            sum += density;
            density *= mean / (j as f64 + 1.0);
        }
        sum
    };
    assert_discrete_fit(&bought, cdf, "purchases");
}

/// A small firm, customer by customer, from the page of the model and nothing else.
mod by_hand {
    use super::*;

    pub(super) const FIRM: &str = r#"
[horizon]
period = "quarter"
periods = 8
discount_rate = 0.08
cash = "start"
customers_counted = "start"
[market]
customers = 200
prospects = 300
[[segment]]
name = "all"
share = 1.0
purchases_per_year = 4.0
margin = 50.0
retention_cost = 20.0
base_loyalty = 0.80
[[failure]]
name = "trouble"
severity = "minor"
rate = 0.35
stability = 0.5
[severity.minor]
loss = 30.0
satisfaction_drop = 1.0
complain = 0.4
repurchase = { silent = 0.30, unresolved = 0.40, resolved = 0.70, quick = 0.95 }
[loyalty]
reference_base = 0.80
selection_share = 0.5
repeat_log_odds = 1.2
double_deviation_log_odds = 0.9
stability_log_odds = 0.4
memory_years = 0.5
[voice]
solicit = 0.3
solicit_cost = 1.0
[recovery]
front_line_share = 0.5
front_line_resolves = 0.4
resolves = 0.5
resolves_max = 0.5
quick = 0.5
compensation = 0.6
[word_of_mouth]
negative_impact = 0.5
positive_impact = 0.05
public_share = 0.1
public_audience = 30
[acquisition]
policy = "none"
in_market_per_year = 1.0
preference = 0.3
return_per_year = 0.5
[costs]
per_contact = 6.0
fixed_per_year = 1_000
setup = 500
[study]
draws = 1
"#;

    #[derive(Clone, Copy, PartialEq)]
    enum Memory {
        Clean,
        Recovered,
        Aggrieved,
        Delighted,
    }

    fn logit(p: f64) -> f64 {
        (p / (1.0 - p)).ln()
    }

    fn yes(rng: &mut Xoshiro256PlusPlus, p: f64) -> bool {
        rng.random::<f64>() < p
    }

    fn poisson(rng: &mut Xoshiro256PlusPlus, mean: f64) -> f64 {
        // Knuth, in parts of at most 20 so that exp(-mean) stays a fair number.
        let mut left = mean;
        let mut count = 0.0;
        while left > 0.0 {
            let part = left.min(20.0);
            left -= part;
            let floor = (-part).exp();
            let mut product: f64 = rng.random();
            while product > floor {
                count += 1.0;
                product *= rng.random::<f64>();
            }
        }
        count
    }

    /// Marsaglia and Tsang, with the boost for shapes below one.
    fn gamma(rng: &mut Xoshiro256PlusPlus, shape: f64) -> f64 {
        let boost = if shape < 1.0 { (1.0 - rng.random::<f64>()).powf(1.0 / shape) } else { 1.0 };
        let d = if shape < 1.0 { shape + 1.0 } else { shape } - 1.0 / 3.0;
        loop {
            let (u, v): (f64, f64) = (1.0 - rng.random::<f64>(), rng.random());
            let normal = (-2.0 * u.ln()).sqrt() * (TAU * v).cos();
            let cube = (1.0 + normal / (9.0 * d).sqrt()).powi(3);
            let accept: f64 = 1.0 - rng.random::<f64>();
            if cube > 0.0 && accept.ln() < 0.5 * normal * normal + d - d * cube + d * cube.ln() {
                return boost * d * cube;
            }
        }
    }

    /// NPV, and customers lost.
    pub(super) fn history(rng: &mut Xoshiro256PlusPlus) -> (f64, f64) {
        let (years, base): (f64, f64) = (0.25, 0.80);
        let quiet = base.powf(years);
        let persistence = 0.77_f64.powi(3);
        let everyone = 500.0;
        let rho = |outcome: usize, prompted: bool, memory: Memory, stability: f64| {
            let mut rho: f64 = [0.30, 0.40, 0.70, 0.95][outcome];
            if prompted {
                rho -= 0.5 * (0.40 - 0.30);
            }
            let mut z = logit(rho);
            if outcome >= 2 {
                z -= 0.4 * stability;
            }
            if memory != Memory::Clean {
                z -= 1.2;
            }
            if memory == Memory::Aggrieved && outcome < 2 {
                z -= 0.9;
            }
            let rho = 1.0 / (1.0 + (-z).exp());
            if memory == Memory::Clean { rho } else { rho.min(base) }
        };
        let delighted = rho(3, false, Memory::Clean, 0.0);
        let (mut customers, mut prospects, mut lapsed) = (vec![Memory::Clean; 200], 300_u32, 0_u32);
        let (mut bad, mut good) = (0.0, 0.0);
        let (mut npv, mut lost_all) = (0.0, 0.0);
        for t in 0..8 {
            let hear = |stock: f64| (1.0 - persistence) * stock / everyone;
            let remember = |stock: f64| hear(stock) / -persistence.ln();
            let (new_bad, new_good) = (hear(bad), hear(good));
            let win = 1.0 - 0.7 * (-0.05 * remember(good)).exp();
            let join = 1.0 - (-years * win * (-0.5 * remember(bad)).exp()).exp();
            let active = customers.len() as f64;
            let (mut sent_bad, mut sent_good, mut cost) = (0.0, 0.0, 0.0);
            let mut revenue = 0.0;
            let mut stayers = Vec::new();
            for &memory in &customers {
                revenue += 50.0 * poisson(rng, 1.0);
                let mut stay = quiet;
                let mut remembers = memory;
                if yes(rng, 1.0 - (-0.35_f64).exp()) {
                    let voiced = yes(rng, 0.4);
                    let prompted = !voiced && yes(rng, 0.3);
                    let mut outcome = 0;
                    if voiced || prompted {
                        outcome = 1;
                        cost += 6.0 * 0.5;
                        if yes(rng, 0.5 * 0.4) {
                            outcome = 3;
                        } else {
                            cost += 6.0;
                            if yes(rng, 0.5) {
                                outcome = if yes(rng, 0.5) { 3 } else { 2 };
                            }
                        }
                        if outcome >= 2 {
                            cost += 0.6 * 30.0;
                        }
                    }
                    let rate = rho(outcome, prompted, memory, 0.5);
                    stay = if rate <= base { rate / base * quiet } else { rate.powf(years) };
                    remembers = match outcome {
                        0 | 1 => Memory::Aggrieved,
                        3 if rate > base => Memory::Delighted,
                        _ => Memory::Recovered,
                    };
                    let mean = if outcome < 2 { 9.5 } else { 5.0 };
                    let heat = gamma(rng, 0.84) * mean / 0.84;
                    let told = poisson(rng, heat);
                    if outcome < 2 {
                        sent_bad += told;
                        if yes(rng, 0.1) {
                            sent_bad += 30.0;
                        }
                    } else {
                        sent_good += told;
                    }
                } else {
                    if memory == Memory::Delighted {
                        stay = delighted.powf(years);
                    }
                    if yes(rng, 1.0 - (-years / 0.5).exp()) {
                        remembers = Memory::Clean;
                    }
                }
                // Good talk acts over the window, a year of four periods; bad talk at once.
                let kept = (1.0 - (1.0 - stay) * (-0.05 * new_good * 4.0 / 2.0).exp()) * (-0.5 * new_bad / 4.0).exp();
                if yes(rng, kept) {
                    stayers.push(remembers);
                }
            }
            let joined = (0..prospects).filter(|_| yes(rng, join)).count() as u32;
            let returning = (0..lapsed).filter(|_| yes(rng, 1.0 - (-0.5 * years).exp())).count() as u32;
            let lost = customers.len() - stayers.len();
            lost_all += lost as f64;
            let contribution = revenue - active * 20.0 * years;
            let programme = cost + 1000.0 * years + active * 1.0 * years + if t == 0 { 500.0 } else { 0.0 };
            npv += 1.08_f64.powf(-f64::from(t) * years) * (contribution - programme);
            prospects = prospects - joined + returning;
            lapsed = lapsed - returning + lost as u32;
            stayers.extend(std::iter::repeat_n(Memory::Clean, joined as usize));
            customers = stayers;
            (bad, good) = (persistence * bad + sent_bad, persistence * good + sent_good);
        }
        (npv, lost_all)
    }
}

#[test]
fn worth_and_losses_have_the_mean_and_spread_of_a_simulation_customer_by_customer() {
    // Two samples of 20,000. Means within 4.9 joint errors: a false alarm once in a million each. Standard deviations
    // within 5 joint errors, sd / sqrt(2n) each for nearly normal sums: as seldom.
    let n = 20_000_u32;
    let (mut npv, mut lost) = (Moments::default(), Moments::default());
    simulations(&text(by_hand::FIRM).kernel(), 17, u64::from(n), |_, _, record| {
        npv.add(record.npv());
        lost.add(record.lost);
    });
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(17);
    let (mut npv_by_hand, mut lost_by_hand) = (Moments::default(), Moments::default());
    for _ in 0..n {
        let (npv, lost) = by_hand::history(&mut rng);
        npv_by_hand.add(npv);
        lost_by_hand.add(lost);
    }
    for (what, engine, hand) in [("NPV", npv, npv_by_hand), ("lost", lost, lost_by_hand)] {
        let z = (engine.mean() - hand.mean()) / engine.standard_error().hypot(hand.standard_error());
        assert!(z.abs() < 4.9, "{what}: mean {} and {}, z {z}", engine.mean(), hand.mean());
        let error = engine.sd().hypot(hand.sd()) / (2.0 * f64::from(n)).sqrt();
        let z = (engine.sd() - hand.sd()) / error;
        assert!(z.abs() < 5.0, "{what}: sd {} and {}, z {z}", engine.sd(), hand.sd());
    }
}

fn records(study: &recoup::scenario::study::Study, results: &Results, scenario: &str, strategy: &str) -> Vec<Record> {
    let s = study.scenarios.iter().position(|s| &*s.name == scenario).expect("the scenario is there");
    let i = study.scenarios[s].strategies.iter().position(|s| &*s.name == strategy).expect("the strategy is there");
    results.scenarios[s].strategies[i].simulations.records.to_vec()
}

const ASK: &str = "[[strategy]]\nname = \"ask\"\nvoice = { solicit = 0.3 }\n";
const PAY: &str = "[[strategy]]\nname = \"pay\"\nrecovery = { compensation = 0.8 }\n";
const NOW: &str = "[[strategy]]\nname = \"today\"\n";
const COPY: &str = "[[strategy]]\nname = \"same again\"\n";
const WORLDS: &str = "[[scenario]]\nname = \"base\"\n[[scenario]]\nname = \"loud\"\nseverity.minor.complain = 0.6\n";
const WORLDS_TURNED: &str = "[[scenario]]\nname = \"loud\"\nseverity.minor.complain = 0.6\n[[scenario]]\nname = \"third\"\nvoice.solicit = 0.01\n[[scenario]]\nname = \"base\"\n";

/// The rich study with one uncertain number.
fn uncertain() -> Build {
    text(RICH)
        .edit("solicit_cost = 0.3", "solicit_cost = { mean = 0.3, sd = 0.1 }")
        .set("market.customers", 2000)
        .cohort(80, 2)
        .seed(9)
}

#[test]
fn a_strategy_against_itself_differs_by_nothing() {
    let (study, results) = uncertain().and(NOW).and(COPY).and(ASK).run();
    let comparison = recoup::analysis::compare::compare(&study.scenarios[0], &results.scenarios[0]);
    let zero = recoup::stats::band::Band::default();
    let same = &comparison.strategies[1];
    assert_eq!([same.difference.npv, same.difference.contribution, same.difference.programme], [zero; 3]);
    assert_eq!((same.customers_kept, same.p_beats_reference, same.difference_standard_error), (zero, 0.0, 0.0));
    assert_eq!(same.account_differences, [0.0; recoup::model::money::ACCOUNTS]);
    let other = &comparison.strategies[2];
    assert!(other.difference.npv.p95 != 0.0 && other.customers_kept.mean != 0.0, "others do differ");
}

#[test]
fn strategies_and_scenarios_come_and_go_without_moving_the_others() {
    let base = uncertain().and(NOW).and(ASK).and(PAY).and(WORLDS);
    let (study, results) = base.run();
    let variants = [
        ("reordered", uncertain().and(PAY).and(ASK).and(NOW).and(WORLDS)),
        ("added", uncertain().and(NOW).and(COPY).and(ASK).and(PAY).and(WORLDS)),
        ("scenarios turned", uncertain().and(NOW).and(ASK).and(PAY).and(WORLDS_TURNED)),
    ];
    for (what, variant) in variants {
        let (other_study, other) = variant.run();
        for scenario in ["base", "loud"] {
            for strategy in ["today", "ask", "pay"] {
                let before = records(&study, &results, scenario, strategy);
                let after = records(&other_study, &other, scenario, strategy);
                assert_eq!(before.len(), 160);
                assert!(before == after, "{what}: {scenario}, {strategy}");
            }
        }
    }
    let removed = uncertain().and(NOW).and(PAY);
    let (other_study, other) = removed.run();
    for strategy in ["today", "pay"] {
        let before = records(&study, &results, "base", strategy);
        assert!(before == records(&other_study, &other, "base", strategy), "removed: {strategy}");
    }
    let ask = records(&study, &results, "base", "ask");
    assert!(ask != records(&study, &results, "base", "today"), "strategies are told apart");
}

#[test]
fn an_uncertain_number_more_leaves_the_draws_of_the_others() {
    // One strategy alone is made uncertain in one number more: nobody else moves, and its older numbers keep their luck.
    let base = uncertain().and(NOW).and(ASK).and(PAY);
    let more = uncertain().and(NOW).and(&ASK.replace("0.3", "{ beta = [3, 7] }")).and(PAY);
    let ((study, results), (more_study, more_results)) = (base.run(), more.run());
    for strategy in ["today", "pay"] {
        let before = records(&study, &results, "base", strategy);
        assert!(before == records(&more_study, &more_results, "base", strategy), "{strategy}");
    }
    assert_eq!(results.inputs.columns().len() + 1, more_results.inputs.columns().len());
    let column = |results: &Results| {
        let at = results.inputs.columns().iter().position(|c| c == "voice.solicit_cost").expect("it is uncertain");
        (0..80).map(|draw| results.inputs.values(draw)[at]).collect::<Vec<_>>()
    };
    assert_eq!(column(&results), column(&more_results));
}
