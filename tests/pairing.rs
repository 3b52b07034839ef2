//! Strategies share their luck.

use crate::build::{RICH, text};

const STRATEGIES: &str = r#"
[[strategy]]
name = "today"
[[strategy]]
name = "ask"
voice = { solicit = 0.5 }
costs = { fixed_per_year = 1_000 }
"#;

#[test]
fn like_strategies_have_like_luck() {
    let (_, results) = text(RICH).and(STRATEGIES).cohort(1, 200).run();
    let npv = |i: usize| -> recoup::stats::moments::Moments {
        results.scenarios[0].strategies[i].simulations.records.iter().map(|r| r.npv()).collect()
    };
    let pairs = results.scenarios[0].strategies[1].simulations.records.iter();
    let difference: recoup::stats::moments::Moments =
        pairs.zip(&results.scenarios[0].strategies[0].simulations.records).map(|(a, b)| a.npv() - b.npv()).collect();
    let apart = npv(0).variance() + npv(1).variance();
    assert!(difference.variance() < 0.5 * apart, "{} against {apart}", difference.variance());
}
