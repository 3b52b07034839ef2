//! The engines against closed forms and against each other: what `recoup verify` prints.

pub mod all;
pub mod published;

use serde::Serialize;

use crate::analysis::compare::compare;
use crate::analysis::oracle::{OracleGap, oracle_gaps};
use crate::analysis::paradox::tree::{Chances, Dial, Meaning, Values, crossing};
use crate::analysis::repurchase::mean_repurchase;
use crate::analysis::summary::StrategySummary;
use crate::engine::progress::NoProgress;
use crate::engine::simulate::{Results, simulate};
use crate::input::source::Origin;
use crate::input::{Request, load};
use crate::math::powi;
use crate::random::address::CommonNumbers;
use crate::random::negative_binomial::negative_binomial_sum;
use crate::scenario::failure::ByOutcome;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{EngineKind, Study};
use crate::stats::moments::Moments;
use crate::units::period_number;

/// One check.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Check {
    /// Its short name, such as `E5`.
    #[serde(rename = "check")]
    pub name: String,
    /// What is compared.
    pub what: String,
    /// The closed form, the published figure, or the mean-field limit.
    pub expected: f64,
    /// What came out.
    pub found: f64,
    /// Greatest allowed distance.
    pub allowed: f64,
    /// The same in words.
    #[serde(skip)]
    pub allowed_in_words: String,
    /// Whether it holds.
    pub holds: bool,
}

/// Half of the last digit of a figure that is published with that many decimals.
fn printed(decimals: i32) -> f64 {
    0.5 * powi(10.0, -decimals)
}

fn check(name: &str, what: impl Into<String>, expected: f64, found: f64, allowed: f64) -> Check {
    Check {
        name: name.into(),
        what: what.into(),
        expected,
        found,
        allowed,
        allowed_in_words: format!("{allowed:.1e}"),
        // A hair for the rounding of the sum itself.
        holds: (found - expected).abs() <= allowed * (1.0 + 1e-9),
    }
}

fn within_errors(name: &str, what: impl Into<String>, expected: f64, found: f64, error: f64) -> Check {
    Check {
        allowed_in_words: format!("5 standard errors ({:.2e})", 5.0 * error),
        ..check(name, what, expected, found, 5.0 * error)
    }
}

/// Runs every check. Deterministic: the seeds are fixed.
pub fn verify() -> Vec<Check> {
    let mut checks = repurchase_checks();
    checks.extend(return_checks("E5", 20.0, 138_390.0, 42_000.0));
    checks.extend(return_checks("E6", 30.0, 138_390.0, 67_000.0));
    checks.extend(paradox_checks());
    checks.extend(lifetime_value_checks());
    checks.extend(sum_checks());
    checks.extend(message_checks());
    checks.extend(engine_checks());
    checks
}

const TARP_MAJOR: [f64; 4] = [0.09, 0.19, 0.54, 0.82];
const TARP_MINOR: [f64; 4] = [0.37, 0.46, 0.70, 0.95];

/// A firm of 10,000 with one failure each in the first of two years, and nothing else that moves.
fn one_failure_each(table: [f64; 4], strategies: &[(f64, f64, f64, f64)]) -> String {
    let [silent, unresolved, resolved, quick] = table;
    let mut text = format!(
        r#"
title = "One failure each"
[horizon]
period = "year"
periods = 2
discount_rate = 0
cash = "start"
customers_counted = "start"
[market]
customers = 10_000
prospects = 0
[[segment]]
name = "all"
share = 1.0
purchases_per_year = 1
margin = 100
retention_cost = 0
base_loyalty = 1
[[failure]]
name = "problem"
severity = "problem"
rate = 40
per = "year"
first_period = 1
last_period = 1
[severity.problem]
loss = 0
complain = 0.04
repurchase = {{ silent = {silent}, unresolved = {unresolved}, resolved = {resolved}, quick = {quick} }}
[loyalty]
reference_base = 1
[word_of_mouth]
negative_impact = 0
positive_impact = 0
[acquisition]
policy = "none"
in_market_per_year = 0
[study]
draws = 1
"#
    );
    for (i, (c, r, q, per_case)) in strategies.iter().enumerate() {
        text.push_str(&format!(
            "[[strategy]]\nname = \"{i}\"\nseverity.problem.complain = {c}\nrecovery = {{ resolves = {r}, resolves_max = {r}, quick = {q} }}\ncosts.per_contact = {per_case}\n"
        ));
    }
    text
}

fn study(text: String, engine: EngineKind, replicates: u64) -> Option<Study> {
    let mut request = Request::new(Origin::Text { name: "verify".into(), text });
    request.engine = Some(engine);
    request.replicates = Some(replicates);
    load(&request).ok().map(|loaded| loaded.study)
}

fn point_case(table: [f64; 4], c: f64, r: f64, q: f64) -> Option<Parameters> {
    let study = study(one_failure_each(table, &[(c, r, q, 0.0)]), EngineKind::Expected, 1)?;
    Some(study.scenarios[0].strategies[0].parameters.with_point_values())
}

/// E1 to E4: mean repurchase after a failure.
fn repurchase_checks() -> Vec<Check> {
    [
        ("E1", TARP_MAJOR, 0.04, 0.6, 0.5, 0.10576),
        ("E2", TARP_MAJOR, 0.25, 0.9, 0.8, 0.24415),
        ("E3", TARP_MAJOR, 0.50, 0.6, 0.5, 0.2870),
        ("E3", TARP_MAJOR, 0.50, 1.0, 1.0, 0.4550),
        ("E4", TARP_MINOR, 0.04, 0.6, 0.5, 0.38236),
    ]
    .into_iter()
    .map(|(name, table, c, r, q, expected)| {
        let found = point_case(table, c, r, q).map_or(f64::NAN, |parameters| mean_repurchase(&parameters, 0, 1.0));
        let which = if table == TARP_MAJOR { "major" } else { "minor" };
        check(name, format!("repurchase after a {which} failure, c {c}, r {r}, q {q}"), expected, found, 1e-9)
    })
    .collect()
}

/// E5 and E6: the return of E1 -> E2, through both engines.
fn return_checks(name: &str, per_case: f64, gain: f64, cost: f64) -> Vec<Check> {
    let text = one_failure_each(TARP_MAJOR, &[(0.04, 0.6, 0.5, 20.0), (0.25, 0.9, 0.8, per_case)]);
    let mut checks = Vec::new();
    if let Some((study, results)) = study(text.clone(), EngineKind::Expected, 1).and_then(run) {
        let summary = &compare(&study.scenarios[0], &results.scenarios[0]).strategies[1];
        let found = [
            ("customers kept", 1383.9, summary.customers_kept.mean),
            ("gain", gain, summary.difference.contribution.mean),
            ("cost", cost, summary.difference.programme.mean),
            ("return", (gain - cost) / cost, summary.roi.value.unwrap_or(f64::NAN)),
        ];
        // The rate of 40 leaves exp(-40) of the customers without a failure.
        checks.extend(found.map(|(what, e, f)| check(name, format!("{what}, expected engine"), e, f, 1e-9 * e.abs())));
    }
    if let Some((study, results)) = study(text, EngineKind::Cohort, 1000).and_then(run) {
        let summary = &compare(&study.scenarios[0], &results.scenarios[0]).strategies[1];
        let strategies = &results.scenarios[0].strategies;
        let pairs = || strategies[1].simulations.records.iter().zip(&strategies[0].simulations.records);
        let lost: Moments = pairs().map(|(a, b)| a.lost - b.lost).collect();
        let programme: Moments = pairs().map(|(a, b)| a.programme - b.programme).collect();
        checks.push(within_errors(
            name,
            "customers kept, cohort engine",
            1383.9,
            summary.customers_kept.mean,
            lost.standard_error(),
        ));
        checks.push(within_errors(
            name,
            "NPV difference, cohort engine",
            gain - cost,
            summary.difference.npv.mean,
            summary.difference_standard_error,
        ));
        checks.push(within_errors(
            name,
            "cost, cohort engine",
            cost,
            summary.difference.programme.mean,
            programme.standard_error(),
        ));
    }
    if checks.len() < 7 {
        checks.push(check(name, "runs", 1.0, 0.0, 0.0));
    }
    checks
}

fn run(study: Study) -> Option<(Study, Results)> {
    let results = simulate(&study, &NoProgress).ok()?;
    Some((study, results))
}

/// E7: where the paradox switches, minor problems, base .87.
fn paradox_checks() -> Vec<Check> {
    let [silent, unresolved, resolved, quick] = TARP_MINOR;
    let values = Values::of_table(&ByOutcome { silent, unresolved, resolved, quick }, 0.87);
    let switches =
        |meaning, dial| crossing(&values, meaning, &Chances::textbook(1.0, 1.0, 1.0), dial).at.unwrap_or(f64::NAN);
    vec![
        check(
            "E7",
            "q*: quick share from which complainers return more",
            0.68,
            switches(Meaning::Complainers, Dial::QuickShare),
            1e-9,
        ),
        check(
            "E7",
            "c*: complaint rate from which failures pay",
            0.8621,
            switches(Meaning::Population, Dial::ComplaintRate),
            printed(4),
        ),
    ]
}

/// E9: lifetime value at 10 % discount, through the terminal value of the expected engine.
fn lifetime_value_checks() -> Vec<Check> {
    [(0.90, 5.5), (0.95, 22.0 / 3.0)]
        .into_iter()
        .map(|(retention, years)| {
            let what = format!("lifetime value in yearly margins, retention {retention}");
            check("E9", what, years, lifetime_value(retention), 1e-9)
        })
        .collect()
}

/// Lifetime value of a customer in yearly margins, by the expected engine.
fn lifetime_value(retention: f64) -> f64 {
    let text = one_failure_each(TARP_MAJOR, &[])
        .replace("base_loyalty = 1\n", &format!("base_loyalty = {retention}\n"))
        .replace("rate = 40", "rate = 0")
        .replace("reference_base = 1\n", &format!("reference_base = {retention}\n"))
        .replace("discount_rate = 0\n", "discount_rate = 0.10\nterminal_value = \"clv\"\n");
    let npv = study(text, EngineKind::Expected, 1)
        .and_then(run)
        .and_then(|(_, results)| results.scenarios[0].strategies[0].simulations.records.iter().next())
        .map_or(f64::NAN, |record| record.npv());
    npv / 1e6
}

/// E8, E11 to E13: sums that are published as closed forms.
fn sum_checks() -> Vec<Check> {
    let mut checks = vec![check(
        "E8",
        "folk ripple: 7 unhappy, each tells 9, one more, one in four lost",
        16.0,
        (7.0 * 9.0 + 1.0) * 0.25,
        1e-9,
    )];
    let at_risk = one_failure_each([0.75; 4], &[])
        .replace("customers = 10_000", "customers = 100_000")
        .replace("rate = 40", "rate = 0.5108256237659907");
    let lost = study(at_risk, EngineKind::Expected, 1).and_then(run).map_or(f64::NAN, |(study, results)| {
        compare(&study.scenarios[0], &results.scenarios[0]).strategies[0].lost.total()
    });
    checks.push(check("E11", "customers at risk: 100,000, 40 % problems, 25 points", 10_000.0, lost, 1e-5));
    // All complain; of 10,000 complaints in vain all are answered quickly, at that cost each.
    for (cost, roi) in [(63.0 / 1.3, 0.30), (31.5, 1.0), (25.2, 1.5), (63.0 / 11.0, 10.0)] {
        let found = moved(TARP_MAJOR, (1.0, 0.0, 0.0, 0.0), (1.0, 1.0, 1.0, cost)).and_then(|s| s.roi.value);
        checks.push(check(
            "E12",
            format!("return of a case moved from unresolved to quick at {cost:.1}"),
            roi,
            found.unwrap_or(f64::NAN),
            1e-9,
        ));
    }
    // Break-even: handled at so much of a customer's worth, a case brings what it costs.
    for (table, [voice, resolve, speed]) in [(TARP_MAJOR, [0.10, 0.35, 0.28]), (TARP_MINOR, [0.09, 0.24, 0.25])] {
        let which = if table == TARP_MAJOR { "major" } else { "minor" };
        for (what, cost, before, after) in [
            ("a voice", voice, (0.0, 0.0, 0.0), (1.0, 0.0, 0.0)),
            ("a resolution", resolve, (1.0, 0.0, 0.0), (1.0, 1.0, 0.0)),
            ("speed", speed, (1.0, 1.0, 0.0), (1.0, 1.0, 1.0)),
        ] {
            let with = |(c, r, q): (f64, f64, f64), cost: f64| (c, r, q, 100.0 * cost);
            let found = moved(table, with(before, 0.0), with(after, cost)).map(|s| s.difference.npv.mean / 1e6);
            checks.push(check(
                "E13",
                format!("net worth of {what} at its break-even cost, {which}"),
                0.0,
                found.unwrap_or(f64::NAN),
                1e-9,
            ));
        }
    }
    checks
}

/// The second of two ways to meet 10,000 failures, each (complaint rate, resolved, quick, cost of a contact).
fn moved(table: [f64; 4], before: (f64, f64, f64, f64), after: (f64, f64, f64, f64)) -> Option<StrategySummary> {
    let (study, results) = study(one_failure_each(table, &[before, after]), EngineKind::Expected, 1).and_then(run)?;
    compare(&study.scenarios[0], &results.scenarios[0]).strategies.into_iter().nth(1)
}

/// E10: the published spread of how many are told.
fn message_checks() -> Vec<Check> {
    let numbers = CommonNumbers::new(1, 0, 0);
    let told: Vec<f64> =
        (0..200_000).map(|i| negative_binomial_sum(&mut numbers.at(0, 0, i), 1.0, 9.5, 0.84)).collect();
    let share = |hit: fn(f64) -> bool| told.iter().filter(|&&x| hit(x)).count() as f64 / told.len() as f64;
    let error = |p: f64| (p * (1.0 - p) / told.len() as f64).sqrt() + printed(3) / 5.0;
    vec![
        within_errors("E10", "share who tell more than 20 people", 0.130, share(|x| x > 20.0), error(0.130)),
        within_errors("E10", "share who tell nobody", 0.121, share(|x| x == 0.0), error(0.121)),
    ]
}

/// Cohort against expected: every column of every period, 1,000 simulations of 100,000 customers.
///
/// Nobody is bought: replacement near 0 is a clamp, and the expected engine, the mean-field limit, is not
/// the mean of whole numbers there.
fn engine_checks() -> Vec<Check> {
    let mut checks = Vec::new();
    for (name, scenarios) in [("tarp-major", 2), ("tarp-minor", 2), ("one-off-outage", 1), ("city-hotel", 1)] {
        let mut request = Request::builtin(name);
        request.set = ["market.customers=100_000", "market.prospects=400_000", "acquisition.policy=none"]
            .map(String::from)
            .to_vec();
        (request.draws, request.replicates) = (Some(1), Some(1000));
        request.engine = Some(EngineKind::Cohort);
        let Some((study, results)) = load(&request).ok().and_then(|loaded| run(loaded.study)) else {
            checks.push(check("engines", format!("{name} runs"), 1.0, 0.0, 0.0));
            continue;
        };
        for (scenario, results) in study.scenarios.iter().zip(&results.scenarios).take(scenarios) {
            for (strategy, result) in scenario.strategies.iter().zip(&results.strategies) {
                let place = format!("{name}, {}, {}", scenario.name, strategy.name);
                checks.extend(widest_gap(&place, &oracle_gaps(result)));
            }
        }
    }
    checks
}

/// The widest gap of all columns: five standard errors, one customer where a column does not vary.
fn widest_gap(place: &str, gaps: &[OracleGap]) -> Option<Check> {
    let distance = |gap: &OracleGap| (gap.simulated - gap.expected).abs();
    let allowed = |gap: &OracleGap| if gap.standard_error > 0.0 { 5.0 * gap.standard_error } else { 1.0 };
    let widest = gaps.iter().max_by(|a, b| (distance(a) / allowed(a)).total_cmp(&(distance(b) / allowed(b))))?;
    Some(Check {
        name: "engines".into(),
        what: format!(
            "{place}: widest gap of all columns, {} in period {}",
            widest.column,
            period_number(widest.period as usize)
        ),
        expected: widest.expected,
        found: widest.simulated,
        allowed: allowed(widest),
        allowed_in_words: format!("5 standard errors (z {:.1})", widest.z),
        holds: distance(widest) <= allowed(widest),
    })
}
