//! Laws of the second edition of the model: time, start and ramp, segments, classes, and the keys that are neutral.

use recoup::engine::agents::graph::Graph;
use recoup::engine::agents::mixing::MixingPopulation;
use recoup::engine::agents::network::NetworkPopulation;
use recoup::engine::chance::MeanField;
use recoup::engine::cohort::CohortPopulation;
use recoup::engine::simulate::Results;
use recoup::model::money::Account;
use recoup::model::period::{Life, live};
use recoup::model::row::{Column, Row};
use recoup::model::schedule::Schedule;
use recoup::model::segment::SegmentColumn;
use recoup::random::address::CommonNumbers;
use recoup::scenario::parameters::Parameters;
use recoup::scenario::word_of_mouth::NetworkKind;
use recoup::stats::moments::Moments;

use crate::build::{Build, PLAIN, RICH, builtin, text};

/// A firm whose strategy starts in period 5 and ramps over 6, with nearly every new key at work.
const EVERYTHING: &str = r#"
[[touchpoint]]
name = "at home"
[[strategy]]
name = "today"
[[strategy]]
name = "later"
starts = 5
ramp_periods = 6
voice = { solicit = 0.4, solicit_cost = 0.6 }
recovery = { resolves = 0.7, front_line_resolves = 0.6, compensation = 0.8, desk = { agents = 70, handle_minutes = 15 } }
guarantee = { invoked = 0.2, refund = 20, repurchase = 0.9 }
costs = { setup = 30_000 }
[[strategy.failure]]
name = "delay"
rate = 0.04
[[strategy.failure]]
name = "new kind"
severity = "minor"
share = 0.1
per = "period"
"#;

/// [`RICH`] with everything of the second edition in it.
fn everything() -> Build {
    text(RICH)
        .edit("purchases_per_year = 6.0", "purchases_per_year = 6.0\npurchases_cv = 0.8\nrecovery = { compensation = 0.9, resolves = 0.6 }\nseverity = { minor = { complain = 0.3 } }\nvoice = { solicit = 0.5 }\nword_of_mouth = { told = { silent = 4.0 }, public_share = 0.1 }")
        .edit("detected = 0.1", "detected = 0.1\nneed = \"must-be\"\ntouchpoint = \"at home\"\nguaranteed = 0.5")
        .edit("control = 1.0", "control = 1.0\nneed = \"attractive\"")
        .edit("front_line_share = 0.4", "front_line_share = 0.4\nfront_line_resolves_max = 0.8\ncompensation_cost = 0.7\nfalse_claims = 0.2")
        .edit("selection_share = 0.5", "selection_share = 0.5\nsolicited_response = 0.6\ntreatment_log_odds = 0.3\nreference_base = 0.87\nspend = { aggrieved = 0.8 }")
        .edit("policy = \"none\"", "policy = \"replace\"\ncost_elasticity = 0.5\nbudget_per_year = 90_000")
        .edit("[costs]", "[tenure]\nnewcomer_years = 1.0\nnewcomer_margin = 0.8\nnewcomer_retention_cost = 1.5\n[costs]")
        .edit("loss = 150.0", "loss = 150.0\ncompensation_amount = 60.0")
        .and(EVERYTHING)
}

fn fluid(case: &Parameters) -> (Life, Vec<Row>) {
    let schedule = Schedule::new(case);
    let mut rows = Vec::new();
    let life = live(&schedule, &mut CohortPopulation::new(schedule.first(), MeanField), |_, row| rows.push(*row));
    (life, rows)
}

fn npv(build: &Build) -> f64 {
    let (life, _) = fluid(&build.case());
    life.worth.contribution() - life.worth.programme()
}

fn case_of(build: &Build, strategy: usize) -> Parameters {
    build.study().scenarios[0].strategies[strategy].parameters.with_point_values()
}

/// Contribution, programme cost and losses of every simulation, bit by bit.
fn bits(results: &Results) -> Vec<[u64; 3]> {
    let strategies = results.scenarios.iter().flat_map(|scenario| &scenario.strategies);
    let records = strategies.flat_map(|strategy| strategy.simulations.records.to_vec());
    records.map(|r| [r.contribution.to_bits(), r.programme.to_bits(), r.lost.to_bits()]).collect()
}

#[test]
fn neutral_values_change_no_bit_in_any_engine() {
    let rich = || text(RICH).set("market.customers", 2_000).set("market.prospects", 6_000);
    let neutral = || {
        rich()
            .set("loyalty.solicited_response", "1.0")
            .set("loyalty.treatment_log_odds", "0.0")
            .set("loyalty.attractive_share", "0.7")
            .set("recovery.front_line_resolves_max", "0.5")
            .set("recovery.compensation_cost", "1.0")
            .set("recovery.false_claims", "0.0")
            .set("acquisition.cost_elasticity", "0.0")
            .set("segment.few.purchases_cv", "0.00005")
            .set("failure.delay.need", "performance")
            .set("failure.delay.guaranteed", "0.3")
            .set("satisfaction.must_be_factor", "9.0")
            .set("horizon.cash", "middle")
            .set("horizon.customers_counted", "average")
    };
    for engine in [|b: Build| b.expected(1), |b: Build| b.cohort(3, 2), |b: Build| b.agents(2, 1)] {
        assert_eq!(bits(&engine(rich()).run().1), bits(&engine(neutral()).run().1));
    }
}

#[test]
fn a_segment_that_repeats_the_numbers_of_the_study_changes_nothing() {
    let rich = || text(RICH).set("market.customers", 2_000).set("market.prospects", 6_000);
    let repeated = || {
        rich()
            .set("segment.few.severity.minor.complain", "0.2")
            .set("segment.few.severity.major.loss", "150.0")
            .set("segment.few.severity.major.repurchase.quick", "0.92")
            .set("segment.few.voice.solicit", "0.2")
            .set("segment.few.voice.solicit_cost", "0.3")
            .set("segment.few.recovery.resolves", "0.5")
            .set("segment.few.recovery.compensation", "0.4")
            .set("segment.few.word_of_mouth.told.silent", "9.5")
            .set("segment.few.word_of_mouth.public_share", "0.02")
    };
    for engine in [|b: Build| b.expected(1), |b: Build| b.cohort(3, 2), |b: Build| b.agents(2, 1)] {
        assert_eq!(bits(&engine(rich()).run().1), bits(&engine(repeated()).run().1));
    }
}

#[test]
fn a_segment_with_numbers_of_its_own_changes_its_own_customers_alone() {
    let own = text(RICH).set("segment.few.recovery.compensation", 1.2).set("segment.few.recovery.resolves", 0.7);
    let (plain, _) =
        fluid(&text(RICH).set("word_of_mouth.negative_impact", 0).set("word_of_mouth.positive_impact", 0).case());
    let (changed, _) =
        fluid(&own.set("word_of_mouth.negative_impact", 0).set("word_of_mouth.positive_impact", 0).case());
    // The desk is one for all, so that its speed moves a little.
    let lost = |life: &Life, segment: usize| life.segments[segment].lost();
    assert!(lost(&changed, 0) < lost(&plain, 0) - 1.0, "{} {}", lost(&changed, 0), lost(&plain, 0));
    assert!((lost(&changed, 1) / lost(&plain, 1) - 1.0).abs() < 0.01);
}

#[test]
fn segments_add_up_to_the_whole() {
    for strategy in 0..2 {
        let case = case_of(&everything(), strategy);
        let (life, rows) = fluid(&case);
        let sum = |column| life.segments.iter().map(|segment| segment.get(column)).sum::<f64>();
        let near = |a: f64, b: f64, what: &str| assert!((a - b).abs() < 1e-7 * a.abs().max(1.0), "{what}: {a} {b}");
        near(sum(SegmentColumn::CustomersStart), case.market.customers, "customers at the start");
        near(sum(SegmentColumn::CustomersEnd), life.active_after, "customers at the end");
        near(sum(SegmentColumn::Episodes), rows.iter().map(|row| row.get(Column::Episodes)).sum(), "episodes");
        near(life.segments.iter().map(|segment| segment.lost()).sum(), life.lost, "lost");
        near(sum(SegmentColumn::Contribution), life.worth.contribution(), "contribution");
        let shared = [
            Account::Agents,
            Account::Fixed,
            Account::Training,
            Account::Prevention,
            Account::Responses,
            Account::Setup,
        ];
        let of_segments = life.worth.programme() - shared.map(|account| life.worth.get(account)).iter().sum::<f64>();
        near(sum(SegmentColumn::Programme), of_segments, "programme");
    }
}

#[test]
fn nobody_is_made_or_lost_over_a_start_and_a_ramp_in_any_engine() {
    let build = everything().set("market.customers", 2_000).set("market.prospects", 6_000);
    let case = case_of(&build, 1);
    let schedule = Schedule::new(&case);
    assert!(schedule.phases().len() == 8, "before, six steps, fully");
    let people = |row: &Row| row.get(Column::Active) + row.get(Column::Prospects) + row.get(Column::Lapsed);
    let check = |rows: &[Row], slack: f64, what: &str| {
        for row in rows {
            assert!((people(row) - 8_000.0).abs() <= slack, "{what}: {}", people(row));
        }
        for pair in rows.windows(2) {
            let joined = pair[0].get(Column::Organic) + pair[0].get(Column::Bought);
            let lost = pair[0].get(Column::Active) + joined - pair[1].get(Column::Active);
            assert!((pair[0].lost() - lost).abs() < 1e-6, "{what}: {} {lost}", pair[0].lost());
        }
    };
    check(&fluid(&case).1, 1e-6, "expected");
    let numbers = CommonNumbers::new(4, 0, 0);
    let mut rows = Vec::new();
    live(&schedule, &mut CohortPopulation::new(schedule.first(), numbers), |_, row| rows.push(*row));
    check(&rows, 0.0, "cohort");
    rows.clear();
    live(&schedule, &mut MixingPopulation::new(schedule.first(), numbers, false), |_, row| rows.push(*row));
    check(&rows, 0.0, "agents");
    let mut on_network = case.clone();
    on_network.network.kind = NetworkKind::SmallWorld;
    let graph = std::sync::Arc::new(Graph::new(&on_network, 4, 0).expect("a network"));
    rows.clear();
    live(&schedule, &mut NetworkPopulation::new(schedule.first(), graph, numbers, false), |_, row| rows.push(*row));
    check(&rows, 0.0, "network");
}

/// Means and variances of figures over simulations agree: |z| < 5 for 60 figures, a false alarm in 30,000 runs.
#[test]
fn all_engines_tell_the_second_edition_alike() {
    let build = everything().set("market.customers", 3_000).set("market.prospects", 9_000);
    let case = case_of(&build, 1);
    let schedule = Schedule::new(&case);
    let simulations = 300;
    let figures = |life: &Life, rows: &[Row]| {
        let sum = |column| rows.iter().map(|row: &Row| row.get(column)).sum::<f64>();
        vec![
            life.worth.get(Account::Margin),
            life.worth.get(Account::Retention),
            life.worth.get(Account::Acquisition),
            life.worth.get(Account::Contacts),
            life.worth.get(Account::Compensation),
            life.worth.get(Account::Refunds),
            life.worth.get(Account::Soliciting),
            life.lost,
            sum(Column::Episodes),
            sum(Column::Quick),
            sum(Column::Resolved),
            sum(Column::Organic),
            sum(Column::Bought),
            sum(Column::Nwom),
            sum(Column::Pwom),
            rows[3].get(Column::Contribution),
            rows[9].get(Column::Programme),
            life.segments[0].get(SegmentColumn::Contribution),
        ]
    };
    let mut cohort = Vec::new();
    let mut agents = Vec::new();
    for replicate in 0..simulations {
        let numbers = CommonNumbers::new(21, 0, replicate);
        for (found, is_cohort) in [(&mut cohort, true), (&mut agents, false)] {
            let mut rows = Vec::new();
            let life = if is_cohort {
                live(&schedule, &mut CohortPopulation::new(schedule.first(), numbers), |_, row| rows.push(*row))
            } else {
                live(&schedule, &mut MixingPopulation::new(schedule.first(), numbers, false), |_, row| rows.push(*row))
            };
            found.push(figures(&life, &rows));
        }
    }
    for i in 0..cohort[0].len() {
        let [a, b]: [Moments; 2] = [&cohort, &agents].map(|all| all.iter().map(|figures| figures[i]).collect());
        let error = ((a.variance() + b.variance()) / simulations as f64).sqrt();
        assert!((a.mean() - b.mean()).abs() < 5.0 * error, "{i}: {} and {} +- {error}", a.mean(), b.mean());
        // The standard error of a log variance ratio is 2 / sqrt(n) for normal figures.
        let ratio = (a.variance() / b.variance()).ln();
        assert!(
            ratio.abs() < 5.0 * 2.0 / (simulations as f64).sqrt(),
            "{i}: variances {} {}",
            a.variance(),
            b.variance()
        );
    }
    let (life, rows) = fluid(&case);
    for (i, expected) in figures(&life, &rows).into_iter().enumerate() {
        let mean: Moments = cohort.iter().map(|figures| figures[i]).collect();
        // Whole customers and a budget keep the cohort near its fluid limit, not on it.
        assert!((mean.mean() / expected - 1.0).abs() < 0.06, "{i}: {} and {expected}", mean.mean());
    }
}

#[test]
fn purchases_of_who_leaves_and_joins_are_halved_in_every_engine() {
    // Nobody fails or talks: margin is margin * purchases * (n(t) + n(t+1)) / 2.
    let build = text(PLAIN)
        .set("market.customers", 4_000)
        .set("failure.trouble.rate", 0)
        .set("segment.all.base_loyalty", 0.4)
        .set("loyalty.reference_base", 0.4)
        .set("acquisition.in_market_per_year", 3.0);
    for counted in ["start", "average", "end"] {
        let case = build.clone().set("horizon.customers_counted", counted).case();
        let (_, rows) = fluid(&case);
        let schedule = Schedule::new(&case);
        let mean = |agents: bool| -> Moments {
            (0..200)
                .map(|replicate| {
                    let numbers = CommonNumbers::new(8, 0, replicate);
                    let life = if agents {
                        live(&schedule, &mut MixingPopulation::new(schedule.first(), numbers, false), |_, _| ())
                    } else {
                        live(&schedule, &mut CohortPopulation::new(schedule.first(), numbers), |_, _| ())
                    };
                    life.worth.get(Account::Margin)
                })
                .collect()
        };
        let horizon = &case.horizon;
        let fluid: f64 = (0..rows.len())
            .map(|t| {
                let after = rows.get(t + 1).map_or_else(
                    || rows[t].get(Column::Active) - rows[t].lost() + rows[t].get(Column::Organic),
                    |row| row.get(Column::Active),
                );
                let counted = case.horizon.counted.of(rows[t].get(Column::Active), after);
                horizon.discount_cash(t as u32) * counted * 60.0 * 2.0 / 12.0
            })
            .sum();
        for agents in [false, true] {
            let found = mean(agents);
            let z = (found.mean() - fluid) / found.standard_error();
            assert!(z.abs() < 4.5, "{counted}, agents {agents}: {} {fluid}, z {z}", found.mean());
        }
    }
}

/// A1 over year, quarter, month and week on five studies: the NPV differences of the new convention lie closer together.
#[test]
fn coarse_periods_tell_nearly_the_same_story() {
    let firm = |period: &str, periods: u32, convention: &str| {
        format!(
            "extends = \"preset:tarp-major\"\n[horizon]\nperiod = \"{period}\"\nperiods = {periods}\n{convention}\n\
             [market]\ncustomers = 20_000\nprospects = 80_000\n[[segment]]\nname = \"all\"\nshare = 1.0\n\
             purchases_per_year = 2.0\nmargin = 60.0\nretention_cost = 12.0\nbase_loyalty = 0.87\n\
             [[failure]]\nname = \"trouble\"\nseverity = \"major\"\nper = \"year\"\nrate = 0.04\n"
        )
    };
    let studies = [
        (
            "ask",
            "[acquisition]\npolicy = \"none\"\n[[strategy]]\nname = \"today\"\n[[strategy]]\nname = \"ask\"\nvoice = { solicit = 0.5, solicit_cost = 0.2 }\n",
        ),
        (
            "replace",
            "[[strategy]]\nname = \"today\"\n[[strategy]]\nname = \"solve\"\nrecovery = { resolves = 0.9, quick = 0.8 }\nseverity = { major = { complain = 0.5 } }\ncosts = { fixed_per_year = 20_000 }\n",
        ),
        (
            "prevent",
            "[acquisition]\npolicy = \"none\"\n[[strategy]]\nname = \"today\"\n[[strategy]]\nname = \"prevent\"\ncosts = { prevention_per_year = 5_000 }\nfailure = [{ name = \"trouble\", rate = 0.02 }]\n",
        ),
        (
            "compensate",
            "[acquisition]\npolicy = \"none\"\n[recovery]\nresolves_max = 0.9\n[[strategy]]\nname = \"today\"\n[[strategy]]\nname = \"pay\"\nrecovery = { compensation = 0.8 }\nseverity = { major = { complain = 0.4 } }\n",
        ),
        (
            "learn",
            "[acquisition]\npolicy = \"none\"\n[[strategy]]\nname = \"today\"\n[[strategy]]\nname = \"learn\"\nlearning = { rate = 0.5 }\nseverity = { major = { complain = 0.4 } }\ncosts = { fixed_per_year = 2_000, setup = 1_000 }\n",
        ),
    ];
    for (name, more) in studies {
        let differences = |convention: &str| -> Vec<f64> {
            [("year", 3), ("quarter", 12), ("month", 36), ("week", 156)]
                .into_iter()
                .map(|(period, periods)| {
                    let build = text(&firm(period, periods, convention)).and(more);
                    let npv = |strategy| {
                        let (life, _) = fluid(&case_of(&build, strategy));
                        life.worth.contribution() - life.worth.programme()
                    };
                    npv(1) - npv(0)
                })
                .collect()
        };
        // How far a year, a quarter and a month are from a week.
        let errors = |d: &[f64]| [0, 1, 2].map(|i| (d[i] / d[3] - 1.0).abs());
        let now = errors(&differences(""));
        let before = errors(&differences("cash = \"start\"\ncustomers_counted = \"start\""));
        // What compensation returns is the small difference of two large sums, whose errors count twice as much.
        let most = if name == "compensate" { [0.75, 0.16, 0.045] } else { [0.40, 0.10, 0.03] };
        for (i, most) in most.into_iter().enumerate() {
            assert!(now[i] < most, "{name}: {now:?}");
            assert!(now[i] < before[i], "{name}: {now:?} against {before:?}");
        }
    }
}

#[test]
fn halving_the_periods_is_the_same_case() {
    for name in ["city-hotel", "one-off-outage"] {
        let study = builtin(name).study();
        for strategy in &study.scenarios[0].strategies {
            let case = strategy.parameters.with_point_values();
            let halved = case.halved();
            assert_eq!(halved.horizon.per_year(), 2.0 * case.horizon.per_year());
            let [a, b] = [&case, &halved].map(|case| fluid(case).0);
            let npv = |life: &Life| life.worth.contribution() - life.worth.programme();
            assert!((npv(&b) / npv(&a) - 1.0).abs() < 0.02, "{name}, {}: {} {}", strategy.name, npv(&a), npv(&b));
        }
    }
    // A start and a ramp keep their dates.
    let case = case_of(&everything(), 1).halved();
    assert_eq!((case.timing.starts, case.timing.ramp_periods), (8, 12));
    assert_eq!((case.failures[2].first_period, case.failures[2].last_period), (6, 9));
}

#[test]
fn a_strategy_is_the_reference_until_it_starts() {
    let build = everything();
    let (_, reference) = fluid(&case_of(&build, 0));
    let (_, later) = fluid(&case_of(&build, 1));
    for t in 0..4 {
        for (column, (a, b)) in reference[t].0.iter().zip(later[t].0).enumerate() {
            let setup = column == Column::Setup as usize || column == Column::Programme as usize;
            assert!((a - b).abs() < 1e-6 * a.abs().max(1.0) || setup && t == 0, "{t} {column}: {a} {b}");
        }
    }
    assert_eq!((reference[0].get(Column::Setup), later[0].get(Column::Setup)), (10_000.0, 0.0));
    assert_eq!(later[4].get(Column::Setup), 30_000.0);
    assert!(later[4].get(Column::Episodes) != reference[4].get(Column::Episodes));
}

#[test]
fn a_ramp_of_nothing_and_a_start_at_once_are_the_strategy_itself() {
    let study = |timing: &str| {
        text(RICH).and(&format!(
            "[[strategy]]\nname = \"today\"\n[[strategy]]\nname = \"ask\"\n{timing}\nvoice = {{ solicit = 0.5 }}\n"
        ))
    };
    let at_once = case_of(&study(""), 1);
    let diagnostics = case_of(&study("starts = 1\nramp_periods = 0"), 1);
    assert_eq!(at_once, diagnostics);
    // A ramp comes nearer the shorter it is, and a start the sooner it is.
    let worth = |timing: &str| {
        let (life, _) = fluid(&case_of(&study(timing), 1));
        life.lost
    };
    let all =
        [worth(""), worth("ramp_periods = 2"), worth("ramp_periods = 8"), worth("starts = 9"), worth("starts = 12")];
    let reference = fluid(&case_of(&study(""), 0)).0.lost;
    assert!(
        all.windows(2).all(|pair| (pair[0] - reference).abs() > (pair[1] - reference).abs()),
        "{all:?} {reference}"
    );
}

#[test]
fn classes_of_purchases_keep_the_mean_purchases() {
    let build = text(RICH).set("failure.delay.rate", 0).set("failure.loss.rate", 0).set("failure.outage.rate", 0);
    let (plain, _) = fluid(&build.case());
    let (spread, _) = fluid(&build.clone().set("segment.few.purchases_cv", 1.3).case());
    let margin = |life: &Life| life.worth.get(Account::Margin);
    assert!((margin(&spread) / margin(&plain) - 1.0).abs() < 1e-9, "{} {}", margin(&spread), margin(&plain));
    // Who buys often meets more failures: with failures per purchase fewer customers meet one at all.
    let (plain, _) = fluid(&text(RICH).case());
    let (spread, _) = fluid(&text(RICH).set("segment.few.purchases_cv", 1.3).case());
    assert!(spread.segments[0].get(SegmentColumn::Episodes) < plain.segments[0].get(SegmentColumn::Episodes));
}

#[test]
fn dearer_replacement_never_makes_a_kept_customer_worth_less() {
    let solved = |eta: f64, complain: f64| {
        let build = text(PLAIN)
            .edit("policy = \"none\"", "policy = \"replace\"")
            .set("acquisition.cost_elasticity", eta)
            .set("severity.major.complain", complain)
            .set("recovery.resolves", 0.9);
        npv(&build)
    };
    let gains: Vec<f64> = [0.0, 0.5, 1.0, 2.0].iter().map(|&eta| solved(eta, 0.5) - solved(eta, 0.04)).collect();
    assert!(gains.windows(2).all(|pair| pair[1] >= pair[0]), "{gains:?}");
}

#[test]
fn a_budget_that_binds_is_spent_to_the_last_coin() {
    for eta in [0.0, 0.7, 3.0] {
        let build = text(PLAIN)
            .edit("policy = \"none\"", "policy = \"replace\"")
            .set("acquisition.budget_per_year", 60_000)
            .set("acquisition.in_market_per_year", 0)
            .set("acquisition.cost_elasticity", eta)
            .set("horizon.discount_rate", 0);
        let (life, _) = fluid(&build.case());
        let spent = life.worth.get(Account::Acquisition);
        assert!((spent - 180_000.0).abs() < 1e-6, "{eta}: {spent}");
    }
}

#[test]
fn who_was_asked_stays_the_more_the_stronger_they_react() {
    let lost = |delta: f64| {
        let build = text(PLAIN)
            .set("voice.solicit", 0.5)
            .set("recovery.resolves", 0.9)
            .set("loyalty.solicited_response", delta);
        fluid(&build.case()).0.lost
    };
    let all: Vec<f64> = [0.0, 0.3, 0.7, 1.0, 1.3].into_iter().map(lost).collect();
    assert!(all.windows(2).all(|pair| pair[1] < pair[0]), "{all:?}");
}

#[test]
fn false_claims_never_help_who_pays_more() {
    let gain = |claims: f64| {
        let with = |paid: f64| {
            npv(&text(PLAIN)
                .set("recovery.resolves_max", 0.9)
                .set("severity.major.complain", 0.5)
                .set("recovery.compensation", paid)
                .set("recovery.false_claims", claims))
        };
        with(0.9) - with(0.1)
    };
    let all: Vec<f64> = [0.0, 0.1, 0.3, 1.0].into_iter().map(gain).collect();
    assert!(all.windows(2).all(|pair| pair[1] < pair[0]), "{all:?}");
    let free = |claims: f64| npv(&text(PLAIN).set("recovery.false_claims", claims));
    assert_eq!(free(0.0), free(0.5), "nobody feigns where nothing is paid");
}

#[test]
fn a_must_be_need_never_delights_and_an_attractive_one_costs_less() {
    let lost = |need: &str| {
        let build = text(PLAIN).set("severity.major.repurchase.quick", 0.95).set("recovery.resolves", 0.9);
        fluid(&build.set("failure.trouble.need", need).case()).0.lost
    };
    let [must_be, performance, attractive] = ["must-be", "performance", "attractive"].map(lost);
    assert!(must_be > performance && performance > attractive, "{must_be} {performance} {attractive}");
}

#[test]
fn a_share_of_customers_is_the_share_that_is_hit() {
    // One period of a year, no other failure: exactly the share meets it.
    let build = text(PLAIN)
        .edit("period = \"month\"", "period = \"year\"")
        .edit("periods = 36", "periods = 1")
        .edit("rate = 0.10", "share = 0.2");
    let (_, rows) = fluid(&build.case());
    assert!((rows[0].get(Column::Episodes) - 20_000.0).abs() < 1e-6);
    let monthly = text(PLAIN).edit("rate = 0.10", "share = 0.2\nper = \"period\"");
    let (_, rows) = fluid(&monthly.case());
    assert!((rows[0].get(Column::Episodes) - 20_000.0).abs() < 1e-6);
    // An overlay that gives a rate takes the share away, and what it counted.
    let case = case_of(
        &monthly.and(
            "[[strategy]]\nname = \"a\"\n[[strategy]]\nname = \"b\"\nfailure = [{ name = \"trouble\", rate = 0.05 }]\n",
        ),
        1,
    );
    assert_eq!((case.failures[0].rate, case.failures[0].share), (Some(0.05), None));
    assert_eq!(case.failures[0].per, recoup::scenario::failure::Per::Purchase);
}

#[test]
fn a_late_and_ramping_strategy_that_customers_cannot_live_through_is_refused() {
    let refused = |more: &str| {
        let text = format!("{RICH}\n[[strategy]]\nname = \"today\"\n[[strategy]]\nname = \"later\"\n{more}");
        let found = recoup::input::load(&crate::build::text(&text).0).expect_err("it is refused");
        found.into_iter().map(|diagnostic| diagnostic.code).filter(|code| code.starts_with('S')).collect::<Vec<_>>()
    };
    assert_eq!(refused("starts = 13"), ["S055"]);
    assert_eq!(refused("starts = 2\nsegment = [{ name = \"few\", purchases_cv = 0.5 }]"), ["S055"]);
    let shares = "ramp_periods = 2\nsegment = [{ name = \"few\", share = 0.4 }, { name = \"many\", share = 0.6 }]";
    assert_eq!(refused(shares), ["S055"]);
    assert_eq!(refused("starts = 0"), ["S012"]);
}

#[test]
fn the_base_behind_the_table_follows_the_study_and_no_strategy() {
    let study = text(RICH).and(
        "[[strategy]]\nname = \"a\"\n[[strategy]]\nname = \"b\"\nsegment = [{ name = \"few\", base_loyalty = 0.94 }]\n",
    );
    let mean = 0.3 * 0.90 + 0.7 * 0.85;
    for strategy in 0..2 {
        assert!((case_of(&study, strategy).loyalty.reference_base - mean).abs() < 1e-15);
    }
    // By draw, where base loyalty is uncertain: of the study, whatever the strategy has.
    let study = text(&RICH.replace("base_loyalty = 0.90", "base_loyalty = { uniform = [0.86, 0.94] }"))
        .and("[[strategy]]\nname = \"a\"\n[[strategy]]\nname = \"b\"\nsegment = [{ name = \"few\", base_loyalty = 0.94 }]\n")
        .expected(4)
        .study();
    let scenario = &study.scenarios[0];
    let evaluator = recoup::engine::evaluate::Evaluator::new(&study, scenario);
    for values in evaluator.draws(4) {
        let bases = [0, 1].map(|strategy| evaluator.parameters_at(strategy, &values).loyalty.reference_base);
        assert!(bases[0] == bases[1] && bases[0] != mean, "{bases:?}");
    }
}
