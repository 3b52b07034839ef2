//! Why a strategy is worth more: the parts sum to the whole, and each part is what it says.

use recoup::analysis::why::{Explanation, Grouping, explain};
use recoup::engine::channels::{CHANNELS, Channel, Mixture};
use recoup::engine::evaluate::{Evaluator, expected_record};
use recoup::scenario::study::Study;

use crate::build::{Build, RICH, builtin, text};

fn explained(study: &Study, scenario: usize, against: usize, of: usize, grouping: Grouping) -> Explanation {
    let scenario = &study.scenarios[scenario];
    let evaluator = Evaluator::new(study, scenario);
    explain(&evaluator, scenario, against, of, grouping, study.settings.draws, 1)
}

/// The mean NPV difference over draws, from plain records.
fn difference(study: &Study, scenario: usize, against: usize, of: usize) -> f64 {
    let evaluator = Evaluator::new(study, &study.scenarios[scenario]);
    let draws = evaluator.draws(study.settings.draws);
    let each = draws.iter().map(|v| evaluator.record(of, v).npv() - evaluator.record(against, v).npv());
    each.sum::<f64>() / draws.len() as f64
}

fn sums(study: &Study, scenario: usize, against: usize, of: usize, grouping: Grouping) {
    let e = explained(study, scenario, against, of, grouping);
    let name = |i: usize| &study.scenarios[scenario].strategies[i].name;
    let whole = difference(study, scenario, against, of);
    let near = |x: f64, what: &str| {
        assert!(
            (x - whole).abs() <= 1e-9 * whole.abs().max(1e3),
            "{} against {}, {what}: {x} {whole}",
            name(of),
            name(against)
        );
    };
    near(e.npv_difference, "difference");
    near(e.levers.iter().map(|p| p.npv).sum(), "levers");
    near(e.channels.iter().map(|p| p.total()).sum::<f64>() - e.programme_difference, "channels");
    let programme: f64 = e.levers.iter().map(|p| p.programme).sum();
    assert!((programme - e.programme_difference).abs() <= 1e-9 * programme.abs().max(1e3));
}

#[test]
fn levers_and_channels_sum_to_the_npv_difference() {
    let study = builtin("city-hotel").expected(7).study();
    for scenario in 0..2 {
        for against in 0..5 {
            for of in 0..5 {
                sums(&study, scenario, against, of, Grouping::Table);
            }
        }
    }
    sums(&study, 0, 0, 3, Grouping::Key);
}

/// Strategies that change what cases are made of: a desk taken away, a new kind of failure, severity and
/// segment worth, another policy, terminal value.
fn many_kinds() -> Build {
    text(RICH)
        .edit("periods = 12", "periods = 12\nterminal_value = \"clv\"\ndiscount_rate = 0.12")
        .edit("policy = \"none\"", "policy = \"replace\"\nbudget_per_year = 900_000")
        .and(
            r#"
[[strategy]]
name = "now"
[[strategy]]
name = "no desk"
recovery = { desk = false, quick = 0.9, compensation_curve = "s-shaped" }
acquisition = { policy = "none" }
[[strategy]]
name = "new trouble"
costs = { fixed_per_year = 20_000 }
[[strategy.failure]]
name = "chatbot"
severity = "slight"
rate = 0.02
[[strategy.failure]]
name = "delay"
severity = "slight"
[strategy.severity.slight]
loss = 5.0
satisfaction_drop = 0.5
complain = 0.3
repurchase = { silent = 0.6, unresolved = 0.5, resolved = 0.8, quick = 0.9 }
[[strategy.segment]]
name = "few"
margin = 85.0
[[strategy]]
name = "training"
word_of_mouth = { negative_impact = 0.05 }
[[strategy.response]]
name = "care"
key = "recovery.resolves"
spend_per_year = 30_000
limit = 0.8
half = 40_000
"#,
        )
}

#[test]
fn sums_hold_where_cases_are_built_differently() {
    let study = many_kinds().study();
    for against in 0..4 {
        for of in 0..4 {
            sums(&study, 0, against, of, Grouping::Key);
        }
    }
}

#[test]
fn a_mixture_of_one_strategy_is_its_life_to_the_last_bit() {
    let study = many_kinds().study();
    let evaluator = Evaluator::new(&study, &study.scenarios[0]);
    let values = evaluator.inputs().point_values();
    for strategy in 0..4 {
        let case = evaluator.parameters_at(strategy, &values);
        let mixture = Mixture::new(case.clone(), case.clone());
        let record = expected_record(&study.scenarios[0].strategies[strategy].parameters.with_point_values());
        for mixed in 0..1 << CHANNELS {
            let worth = mixture.worth(mixed);
            assert_eq!((worth.contribution(), worth.programme()), (record.contribution, record.programme));
        }
    }
}

/// The channels that carry anything, where the second strategy differs from the first by one setting.
fn carriers(edit: &str) -> Vec<Channel> {
    let strategies = format!("[[strategy]]\nname = \"a\"\n[[strategy]]\nname = \"b\"\n{edit}");
    let study = text(RICH).and(&strategies).study();
    let e = explained(&study, 0, 0, 1, Grouping::Key);
    let whole: f64 = e.channels.iter().map(|p| p.total().abs()).sum();
    e.channels.iter().filter(|p| p.total().abs() > 1e-9 * whole).map(|p| p.channel).collect()
}

#[test]
fn each_channel_carries_what_it_is_named_for() {
    // Nobody is replaced here, so replacement carries nothing.
    assert_eq!(carriers("word_of_mouth = { negative_impact = 0.2 }"), [Channel::WordOfMouth]);
    assert_eq!(
        carriers("word_of_mouth = { negative_impact = 0.2, positive_impact = 0.3 }\nlearning = { rate = 0.1 }"),
        [Channel::Failures, Channel::WordOfMouth]
    );
    assert_eq!(carriers("[[strategy.segment]]\nname = \"few\"\nmargin = 90.0"), [Channel::CustomerValue]);
    assert_eq!(carriers("recovery = { resolves = 0.7 }"), [Channel::Outcomes, Channel::WordOfMouth]);
    assert!(carriers("acquisition = { policy = \"replace\" }").contains(&Channel::Replacement));
}

#[test]
fn many_levers_are_sampled_and_still_sum_to_the_whole() {
    let strategies = r#"
[[strategy]]
name = "a"
[[strategy]]
name = "b"
voice = { solicit = 0.3, solicit_cost = 0.4 }
recovery = { front_line_share = 0.5, front_line_resolves = 0.6, resolves = 0.6, resolves_max = 0.9, compensation = 0.5 }
learning = { rate = 0.5 }
costs = { agent_per_year = 41_000, setup = 11_000, training_per_year = 6_000, fixed_per_year = 100, detection_per_customer_year = 0.2 }
[[strategy.failure]]
name = "delay"
rate = 0.05
"#;
    let study = text(RICH).and(strategies).study();
    let e = explained(&study, 0, 0, 1, Grouping::Key);
    assert_eq!(e.levers.len(), 14);
    assert!(e.levers.iter().all(|part| part.standard_error.is_some()));
    sums(&study, 0, 0, 1, Grouping::Key);
    // A plain cost has no company: its value is exact in every order.
    let setup = e.levers.iter().find(|part| part.keys[0].to_string() == "costs.setup").expect("it differs");
    assert!((setup.npv + 1_000.0).abs() < 1e-6, "{setup:?}");
}
