//! The shipped cases: every reported fact is quoted and found in the study, and what a summary claims came out.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use recoup::analysis::compare::places_of;
use recoup::cases::cookbook::without_translation;
use recoup::cases::{CaseRun, run_all};
use recoup::engine::simulate::ScenarioResults;
use recoup::input::shipped::{CASES, POLICIES, STUDIES};
use recoup::scenario::case_study::{CaseStudy, Ranking};
use recoup::scenario::key::Key;
use recoup::scenario::study::{Scenario, Study};
use recoup::stats::moments::Moments;
use recoup::verify::published::{Unit, Verdict, published};
use serde::Deserialize;

use crate::build::builtin;

#[derive(Deserialize)]
struct Reported {
    case: Vec<Row>,
}

/// A case as it is told.
#[derive(Deserialize)]
struct Row {
    name: String,
    facts: String,
    compares: String,
    #[serde(default)]
    values: Vec<Value>,
}

/// A fact that is an input.
#[derive(Deserialize)]
struct Value {
    strategy: String,
    key: String,
    value: f64,
}

fn reported() -> Vec<Row> {
    let reported: Reported = toml::from_str(include_str!("cases.toml")).expect("the quotations are TOML");
    reported.case
}

fn text(name: &str) -> &'static str {
    CASES.iter().find(|(known, _)| *known == name).expect("it is shipped").1
}

fn study(name: &str) -> Study {
    builtin(&format!("case:{name}")).study()
}

/// The study without its table of quotations.
fn without_quotations(text: &str) -> String {
    let (before, rest) = text.split_once("\n[case]\n").expect("a case has [case]");
    let after = rest.find("\n[horizon]").expect("[horizon] comes after [case]");
    format!("{before}{}", without_translation(&rest[after..]))
}

/// The numbers of a text; `150,000`, `150_000` and `150000` are one.
fn numbers(text: &str) -> Vec<f64> {
    let mut found = Vec::new();
    for piece in text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '_'))) {
        let piece: String = piece.trim_matches(['.', ',', '_']).chars().filter(|c| !matches!(c, ',' | '_')).collect();
        found.extend(piece.parse::<f64>());
    }
    found
}

#[test]
fn every_case_that_is_told_of_is_shipped_and_no_other() {
    let told: Vec<String> = reported().into_iter().map(|row| row.name).collect();
    let shipped: Vec<&str> = CASES.iter().map(|(name, _)| *name).collect();
    assert_eq!(told, shipped);
    for (name, _) in CASES {
        assert!(STUDIES.iter().all(|(study, _)| study != name), "{name} is a study and a case");
    }
}

#[test]
fn facts_are_quoted_as_reported_and_all_of_them() {
    for row in reported() {
        let case = study(&row.name).case_study.expect("it tells its story");
        for fact in &case.facts {
            assert!(row.facts.contains(fact.as_str()), "{}: `{fact}` is no quotation", row.name);
        }
        let mut rest = row.facts.clone();
        for fact in &case.facts {
            rest = rest.replace(fact.as_str(), "");
        }
        let left: String = rest.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
        assert!(left.is_empty(), "{}: not quoted: {rest}", row.name);
        assert_eq!(case.compares, row.compares, "{}", row.name);
        assert!(!case.story.is_empty() && case.story.len() <= 5, "{}: a story in at most five lines", row.name);
        assert!(!case.teaches.is_empty() && !case.uncertain.is_empty(), "{}", row.name);
    }
}

#[test]
fn every_number_that_is_reported_is_found_in_the_study() {
    for row in reported() {
        let there = numbers(&without_quotations(text(&row.name)));
        let reported = numbers(&row.facts).into_iter().chain(numbers(&row.compares));
        for number in reported {
            let same = |other: &f64| [number, number / 100.0].iter().any(|n| (n - other).abs() <= 1e-9 * n.abs());
            assert!(there.iter().any(same), "{}: {number} is nowhere in the study", row.name);
        }
    }
}

#[test]
fn facts_that_are_inputs_stand_under_their_keys() {
    for row in reported() {
        let study = study(&row.name);
        for Value { strategy, key, value } in &row.values {
            let found = study.scenarios[0].strategies.iter().find(|s| &*s.name == strategy.as_str());
            let mut case = found.unwrap_or_else(|| panic!("{}: no {strategy}", row.name)).parameters.point.clone();
            let parsed = Key::parse(key).unwrap_or_else(|| panic!("{key} is no key"));
            let number = match key.as_str() {
                "recovery.front_line_limit" => case.recovery.front_line_limit,
                _ => match key.strip_prefix("severity.").and_then(|rest| rest.strip_suffix(".compensation_amount")) {
                    Some(name) => case.severities.iter().find(|s| &*s.name == name).and_then(|s| s.compensation_amount),
                    None => case.number_mut(&parsed).copied(),
                },
            };
            let number = number.unwrap_or_else(|| panic!("{}: no {key}", row.name));
            assert!((number - value).abs() < 1e-9, "{}: {key} of {strategy} is {number}, reported {value}", row.name);
        }
    }
}

/// Every case as it is run, simulated once for all tests.
pub(crate) static RUNS: LazyLock<Vec<CaseRun>> = LazyLock::new(|| run_all().expect("every case runs"));

/// The ranking that a case claims of a scenario.
fn claimed<'a>(case: &'a CaseStudy, scenario: &Scenario) -> &'a Ranking {
    case.ranking.iter().find(|ranking| ranking.scenario == scenario.name).expect("it is ranked")
}

/// What a ranking claims beside what came out, where they differ: the strategies of a place stand in any order.
fn contradiction(claimed: &Ranking, scenario: &Scenario, results: &ScenarioResults) -> Option<String> {
    let claims: Vec<BTreeSet<&str>> = claimed.places.iter().map(|place| place.iter().map(|s| &**s).collect()).collect();
    let name = |strategy: &usize| &*scenario.strategies[*strategy].name;
    let found: Vec<BTreeSet<&str>> = places_of(results).iter().map(|place| place.iter().map(name).collect()).collect();
    (claims != found).then(|| format!("{}: claimed {claims:?}, came out {found:?}", scenario.name))
}

#[test]
fn what_a_case_claims_came_out() {
    for CaseRun { study, told: case, results, .. } in &*RUNS {
        let name = &study.name;
        assert_eq!(case.ranking.len(), study.scenarios.len(), "{name}: one ranking a scenario");
        for (scenario, results) in study.scenarios.iter().zip(&results.scenarios) {
            assert_eq!(contradiction(claimed(case, scenario), scenario, results), None, "{name}");
        }
        let best = format!("\"{}\"", case.ranking[0].places[0][0]);
        let summary = study.summary.as_deref().unwrap_or_default();
        assert!(summary.contains(&best), "{name}: the summary does not name {best}: {summary}");
    }
}

#[test]
fn what_is_strictly_better_is_better_without_luck_too() {
    // Every simulation has the expected engine beside it, at the same parameter draws.
    for CaseRun { study, told: case, results, .. } in &*RUNS {
        let name = &study.name;
        for (scenario, results) in study.scenarios.iter().zip(&results.scenarios) {
            let npv = |name: &Arc<str>| {
                let strategy = scenario.strategies.iter().position(|s| s.name == *name).expect("it ran");
                results.strategies[strategy]
                    .expected
                    .records
                    .iter()
                    .map(|record| record.npv())
                    .collect::<Moments>()
                    .mean()
            };
            for pair in claimed(case, scenario).places.windows(2) {
                let least = pair[0].iter().map(npv).fold(f64::INFINITY, f64::min);
                let most = pair[1].iter().map(npv).fold(f64::NEG_INFINITY, f64::max);
                assert!(least > most, "{name}, {}: {:?} is not above {:?}", scenario.name, pair[0], pair[1]);
            }
        }
    }
}

#[test]
fn a_wrong_tie_or_a_missing_one_is_no_claim_that_came_out() {
    let run = RUNS.iter().find(|run| &*run.study.name == "leeds-hotel").expect("it is shipped");
    let CaseRun { study, results, .. } = run;
    let (scenario, results) = (&study.scenarios[0], &results.scenarios[0]);
    let is_true = |places: &[&[&str]]| {
        let places = places.iter().map(|place| place.iter().map(|s| Arc::from(*s)).collect()).collect();
        contradiction(&Ranking { scenario: scenario.name.clone(), places }, scenario, results).is_none()
    };
    let (scale, flat, empty, as_is) = ("faces scale", "flat remedy", "empty box", "as is");
    assert!(is_true(&[&[scale, flat], &[empty], &[as_is]]));
    assert!(is_true(&[&[flat, scale], &[empty], &[as_is]]), "in a place there is no order");
    assert!(!is_true(&[&[scale], &[flat], &[empty], &[as_is]]), "a near tie is claimed strictly");
    assert!(!is_true(&[&[scale, flat, empty], &[as_is]]), "a tie is claimed of what is far apart");
    assert!(!is_true(&[&[scale], &[flat, empty], &[as_is]]), "the wrong two are tied");
    assert!(!is_true(&[&[empty], &[scale, flat], &[as_is]]), "the order is wrong");
}

#[test]
fn numbers_say_whether_they_are_fact_evidence_or_assumption() {
    for (name, text) in CASES {
        for word in ["fact", "evidence", "assumption"] {
            assert!(without_quotations(text).contains(word), "{name} marks no {word}");
        }
    }
}

#[test]
fn every_policy_is_taken_by_a_case() {
    for (name, _) in POLICIES {
        let taken = format!("extends = \"strategy:{name}\"");
        assert!(CASES.iter().any(|(_, text)| text.contains(&taken)), "{name}");
    }
}

#[test]
fn every_case_has_its_chart() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/gallery/cases");
    for name in CASES.iter().map(|(name, _)| *name).chain(["returns"]) {
        assert!(folder.join(format!("{name}.png")).is_file(), "{name}: run `cargo run --example generate -- charts`");
    }
}

#[test]
fn published_results_are_set_beside_simulated_ones_and_inputs_come_out() {
    let rows = published();
    for row in &rows {
        let result = row.result;
        assert!(row.simulated.is_finite() && !result.why.is_empty(), "{}", result.what);
        assert!(result.figure[0] <= result.figure[1], "{}", result.what);
        if let Some([low, high]) = row.interval {
            assert!(low <= row.simulated && row.simulated <= high, "{}", result.what);
        }
        if row.verdict() == Verdict::ByInput {
            let [low, high] = result.figure;
            let slack = if result.unit == Unit::Times { 0.10 * high } else { 0.005 };
            assert!(
                row.simulated >= low - slack && row.simulated <= high + slack,
                "{}: {}",
                result.what,
                row.simulated
            );
        }
    }
    let number = |verdict| rows.iter().filter(|row| row.verdict() == verdict).count();
    assert!(number(Verdict::Reproduced) > 0 && number(Verdict::Missed) > 0, "both kinds are shown");
}
