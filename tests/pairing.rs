//! Strategies share their luck, and nobody else's presence moves them.

use crate::build::{RICH, text};

const STRATEGIES: &str = r#"
[[strategy]]
name = "today"
[[strategy]]
name = "ask"
voice = { solicit = 0.5 }
costs = { fixed_per_year = 1_000 }
[[strategy]]
name = "again today"
"#;

fn records(more: &str, strategy: &str) -> Vec<recoup::engine::tally::Record> {
    let (study, results) =
        text(RICH).and(more).set("voice.solicit_cost", "{ mean = 0.3, sd = 0.1 }").cohort(70, 2).run();
    let place = study.scenarios[0].strategies.iter().position(|s| &*s.name == strategy).expect("it is there");
    results.scenarios[0].strategies[place].histories.records.clone()
}

#[test]
fn a_strategy_against_itself_differs_by_exactly_nothing() {
    assert_eq!(records(STRATEGIES, "today"), records(STRATEGIES, "again today"));
    assert_ne!(records(STRATEGIES, "today"), records(STRATEGIES, "ask"));
}

#[test]
fn adding_and_reordering_strategies_moves_no_other() {
    let alone = "[[strategy]]\nname = \"ask\"\nvoice = { solicit = 0.5 }\ncosts = { fixed_per_year = 1_000 }\n";
    assert_eq!(records(STRATEGIES, "ask"), records(alone, "ask"));
    let turned = format!("{alone}[[strategy]]\nname = \"today\"\n");
    assert_eq!(records(STRATEGIES, "today"), records(&turned, "today"));
}

#[test]
fn further_scenarios_and_uncertain_numbers_move_nothing() {
    let before = records(STRATEGIES, "ask");
    let scenarios = "[[scenario]]\nname = \"as it is\"\n[[scenario]]\nname = \"other\"\nlearning = { rate = 0.9 }\n";
    assert_eq!(before, records(&format!("{STRATEGIES}{scenarios}"), "ask"));
    // An uncertain number that acts on nothing: apology moves satisfaction only.
    let (_, results) = text(RICH)
        .and(STRATEGIES)
        .set("voice.solicit_cost", "{ mean = 0.3, sd = 0.1 }")
        .set("recovery.apology", "{ mean = 0.4, sd = 0.1 }")
        .cohort(70, 2)
        .run();
    assert_eq!(before, results.scenarios[0].strategies[1].histories.records);
}

#[test]
fn like_strategies_have_like_luck() {
    let (_, results) = text(RICH).and(STRATEGIES).cohort(1, 200).run();
    let npv = |i: usize| -> recoup::stats::moments::Moments {
        results.scenarios[0].strategies[i].histories.records.iter().map(|r| r.npv()).collect()
    };
    let pairs = results.scenarios[0].strategies[1].histories.records.iter();
    let difference: recoup::stats::moments::Moments =
        pairs.zip(&results.scenarios[0].strategies[0].histories.records).map(|(a, b)| a.npv() - b.npv()).collect();
    let apart = npv(0).variance() + npv(1).variance();
    assert!(difference.variance() < 0.5 * apart, "{} against {apart}", difference.variance());
}
