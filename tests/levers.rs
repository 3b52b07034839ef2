//! Levers moved: the capacity trap, break-even values, splits of a budget.

use recoup::analysis::breakeven::{break_even, usual_range};
use recoup::analysis::decision::{DecisionOptions, decide};
use recoup::analysis::findings::analyse;
use recoup::analysis::flip::flip;
use recoup::analysis::lever::Lever;
use recoup::analysis::lever_sweep::{map_levers, sweep_lever};
use recoup::analysis::optimize::{Problem, Range, Risk};
use recoup::engine::evaluate::Evaluator;
use recoup::engine::progress::NoProgress;
use recoup::math::normal::cdf as standard_normal_cdf;
use recoup::scenario::study::Study;

use crate::build::{PLAIN, builtin, text};

fn lever(study: &Study, key: &str, strategy: usize) -> Lever {
    Lever::named(key, &study.scenarios[0], &[strategy]).expect("it is a lever")
}

#[test]
fn the_capacity_trap_flattens_under_one_sign_and_turns_to_loss_under_the_other() {
    let (study, results) = builtin("capacity-trap").run();
    let findings = analyse(&study, &results);
    let curve = |scenario: &str, strategy: &str| {
        let found = findings.curves.iter().find(|(s, c)| s == scenario && c.strategy == strategy);
        found.map(|(_, curve)| curve.clone()).expect("it is swept")
    };
    let (tarp, ccmc) = (curve("asking helps anyway", "ask"), curve("in vain is worse", "ask"));
    let golden: Vec<String> = [&tarp, &ccmc]
        .iter()
        .map(|c| {
            c.points.iter().step_by(4).map(|p| format!("{:.0}", p.npv_difference.mean)).collect::<Vec<_>>().join(" ")
        })
        .collect();
    assert_eq!(golden, ["-65230 18884 11069 -4841 -20955 -37177", "-65230 98 -84958 -184077 -283181 -382325"]);
    // Both peak near where one agent is busy; more agents move the peak out.
    for (curve, peak) in [(&tarp, 0.25), (&ccmc, 0.203)] {
        assert!((curve.over_investment.expect("it has a peak") - peak).abs() < 0.005);
    }
    assert!(curve("asking helps anyway", "ask and staff").over_investment > Some(0.5));
    // What follows the peak per level: contribution still rises under the one sign and falls under the other.
    let scenario = |i: usize| &study.scenarios[i];
    for (i, rises) in [(0, true), (1, false)] {
        let evaluator = Evaluator::new(&study, scenario(i));
        let solicit = Lever::named("voice.solicit", scenario(i), &[1]).expect("it is a lever");
        let at = |x: f64| evaluator.record_with(1, &[], &[solicit.at(x)]).contribution;
        assert_eq!(at(0.9) > at(0.4), rises);
    }
}

#[test]
fn a_sweep_by_command_is_the_sweep_of_the_study() {
    let (study, results) = builtin("city-hotel").expected(5).run();
    let findings = analyse(&study, &results);
    let (_, in_study) = &findings.curves.iter().find(|(_, c)| c.strategy == "prevent").expect("it is swept");
    let evaluator = Evaluator::new(&study, &study.scenarios[0]);
    let lever = lever(&study, &in_study.key, 4);
    let curves = sweep_lever(&evaluator, &study.scenarios[0], &lever, &[4], &study.sweeps[0].values, 5).unwrap();
    assert_eq!(curves[0].curve, *in_study);
    // Where the next unit loses money the marginal return is nothing.
    let peak = in_study.over_investment.expect("it has a peak");
    let at = study.sweeps[0].values.iter().position(|&x| x > peak).expect("it is inside");
    let around = [curves[0].marginal_roi[at - 1], curves[0].marginal_roi[at]].map(|roi| roi.expect("it costs"));
    assert!(around[0] > -0.05 && around[1] < 0.05 && around[0] > around[1], "{around:?}");
}

/// A firm with a linear difference: NPV of `b` less `a` is the fixed cost saved and the margin lost.
#[test]
fn break_even_is_where_the_closed_form_has_it() {
    // Nobody fails, so prevention is money for nothing: b costs 1,000 a year more and buys a margin of its own.
    let strategies = "[[strategy]]\nname = \"a\"\n[[strategy]]\nname = \"b\"\ncosts = { fixed_per_year = 1_000 }\n\
                      [[strategy.segment]]\nname = \"all\"\nmargin = 61.0";
    let study = text(PLAIN).edit("rate = 0.10", "rate = 0.0").and(strategies).study();
    let evaluator = Evaluator::new(&study, &study.scenarios[0]);
    let [a, b] = [0, 1].map(|i| evaluator.record(i, &[]));
    let fixed = lever(&study, "costs.fixed_per_year", 1);
    let found = break_even(&evaluator, &fixed, 0, 1, Some([0.0, 1e7]), 1);
    // Programme cost is proportional to the lever.
    let known = 1_000.0 * (b.contribution - a.contribution) / (b.programme - a.programme);
    assert!((found.value.expect("they tie") / known - 1.0).abs() < 1e-6, "{found:?} {known}");
    assert_eq!(found.by_draw.share, 1.0);
    let none = break_even(&evaluator, &fixed, 0, 1, Some([0.0, 1_000.0]), 1);
    assert_eq!((none.value, none.by_draw.share), (None, 0.0));
    assert!(none.at_ends[0] > none.at_ends[1] && none.at_ends[1] > 0.0);
    assert_eq!(usual_range(&lever(&study, "voice.solicit", 1)), [0.0, 1.0]);
}

#[test]
fn at_a_break_even_the_strategies_tie() {
    let study = builtin("city-hotel").expected(9).study();
    let evaluator = Evaluator::new(&study, &study.scenarios[0]);
    let key = lever(&study, "acquisition.cost_ratio", 4);
    let found = break_even(&evaluator, &key, 0, 4, None, 9);
    let x = found.value.expect("they tie");
    let tie = |values: &Vec<f64>| {
        let at = |i| evaluator.record_with(i, values, &[key.at(x)]).npv();
        at(4) - at(0)
    };
    let mean = evaluator.draws(9).iter().map(tie).sum::<f64>() / 9.0;
    assert!(mean.abs() < 1.0, "{mean}");
}

#[test]
fn levers_that_cannot_be_are_refused_with_a_way_out() {
    let study = builtin("city-hotel").expected(1).study();
    let scenario = &study.scenarios[0];
    for (key, help) in [
        ("voice.solict", "did you mean `voice.solicit`?"),
        ("segment.leisure.share", "write the shares as a [[scenario]]"),
        ("response.prevention.spend_per_year", "it is in `prevent`: ask with --strategy"),
    ] {
        let trouble = Lever::named(key, scenario, &[1]).expect_err(key);
        assert_eq!(trouble.help.as_deref(), Some(help), "{key}");
    }
    assert!(lever(&study, "voice.solicit", 1).accepts(1.5, scenario).is_err());
    assert!(lever(&study, "recovery.resolves", 1).accepts(0.9, scenario).is_err(), "above resolves_max");
    let price = |key: &str| lever(&study, key, 4).caution(&scenario.strategies[4].parameters.point).is_none();
    assert!(price("response.prevention.spend_per_year") && price("recovery.desk.agents") && !price("voice.solicit"));
}

/// Two responses compete for one budget.
const TWO: &str = r#"
[[strategy]]
name = "a"
[[strategy]]
name = "b"
[[strategy.response]]
name = "prevention"
key = "failure.trouble.rate"
spend_per_year = 0
limit = 0.03
half = 400_000
[[strategy.response]]
name = "training"
key = "recovery.resolves"
spend_per_year = 0
limit = 0.95
half = 150_000
"#;

fn two_levers(study: &Study, risk: Risk, check: impl Fn(&Problem<'_>)) {
    let evaluator = Evaluator::new(study, &study.scenarios[0]);
    let range = |name: &str| Range {
        lever: lever(study, &format!("response.{name}.spend_per_year"), 1),
        low: 0.0,
        high: 1_000_000.0,
    };
    let case = &study.scenarios[0].strategies[1].parameters.point;
    let points = evaluator.draws(study.settings.draws);
    check(&Problem {
        evaluator: &evaluator,
        strategy: 1,
        parameters: case,
        ranges: vec![range("prevention"), range("training")],
        risk,
        points,
    });
}

#[test]
fn the_best_split_of_a_budget_is_that_of_a_fine_grid() {
    let uncertain = text(PLAIN)
        .edit("rate = 0.10", "rate = { mean = 0.10, sd = 0.01 }")
        .and(TWO)
        .set("severity.major.complain", 0.6)
        .expected(12)
        .study();
    for (study, risk) in [
        (text(PLAIN).and(TWO).set("severity.major.complain", 0.6).study(), Risk::Mean),
        (uncertain.clone(), Risk::Mean),
        (uncertain.clone(), Risk::Cvar),
        (uncertain, Risk::WorstTenthOfGain),
    ] {
        two_levers(&study, risk, |problem| {
            let budget = 500_000.0;
            let found = problem.split(budget, None).expect("nothing is free");
            assert!(found.spent <= budget * (1.0 + 1e-9) && (problem.cost(&found.levels) - found.spent).abs() < 1e-6);
            let mut grid = f64::NEG_INFINITY;
            for i in 0..=50 {
                for j in 0..=50 - i {
                    grid = grid.max(problem.objective(&[f64::from(i) * 1e4, f64::from(j) * 1e4]));
                }
            }
            let idle = problem.objective(&[0.0, 0.0]);
            assert!(found.objective >= grid - 1e-3 * (grid - idle).abs(), "{risk:?} {found:?} {grid}");
            assert!(grid > idle, "there is something to gain");
        });
    }
}

#[test]
fn the_conditional_value_at_risk_is_that_of_a_decision() {
    let study = builtin("city-hotel").expected(100).study();
    let evaluator = Evaluator::new(&study, &study.scenarios[0]);
    let solicit = lever(&study, "voice.solicit", 3);
    let own = solicit.current.expect("the strategy sets it");
    let problem = Problem {
        evaluator: &evaluator,
        strategy: 3,
        parameters: &study.scenarios[0].strategies[3].parameters.point,
        ranges: vec![Range { lever: solicit, low: 0.0, high: 1.0 }],
        risk: Risk::Cvar,
        points: evaluator.draws(100),
    };
    let decision = decide(&study, &study.scenarios[0], &DecisionOptions::default(), None, &NoProgress).unwrap();
    let [found, decided] = [problem.objective(&[own]), decision.strategies[3].cvar];
    assert!((found - decided).abs() < 1e-9 * decided, "{found} against {decided}");
}

#[test]
fn ties_that_lie_close_together_are_found_draw_by_draw() {
    // In some of these draws two ties lie between two of the levels; without them the 5 % quantile is far lower.
    let study = builtin("city-hotel").expected(1000).study();
    let evaluator = Evaluator::new(&study, &study.scenarios[0]);
    let silent = lever(&study, "severity.minor.repurchase.silent", 4);
    let found = break_even(&evaluator, &silent, 0, 4, None, 1000);
    let [low, _, high] = found.by_draw.interval.expect("most draws tie");
    assert!((low - 0.605).abs() < 0.001 && (high - 0.932).abs() < 0.001, "{low} {high}");
}

#[test]
fn levers_inside_their_range_share_one_marginal_return_and_more_money_never_hurts() {
    let study = text(PLAIN).and(TWO).set("severity.major.complain", 0.6).study();
    two_levers(&study, Risk::Mean, |problem| {
        let found = problem.split(500_000.0, None).expect("nothing is free");
        let [a, b] = [found.marginal_roi[0], found.marginal_roi[1]].map(|roi| roi.expect("it costs"));
        assert!((a - b).abs() < 0.02 * (1.0 + a.abs()), "{a} {b}");
        let frontier = problem.frontier(&found);
        assert_eq!(frontier.len(), 7);
        for pair in frontier.windows(2) {
            assert!(pair[1].objective >= pair[0].objective - 1e-3 * pair[0].objective.abs(), "{pair:?}");
        }
    });
}

#[test]
fn the_flip_of_the_city_hotel_is_a_tie_and_nothing_flips_where_nothing_is_uncertain() {
    let study = builtin("city-hotel").expected(50).study();
    let evaluator = Evaluator::new(&study, &study.scenarios[0]);
    let found = flip(&evaluator, 3).expect("the inputs are uncertain");
    let there: Vec<f64> = found.inputs.iter().map(|input| input.value).collect();
    let gap = |values: &[f64]| evaluator.record(3, values).npv() - evaluator.record(found.rival, values).npv();
    let medians: Vec<f64> = found.inputs.iter().map(|input| input.median).collect();
    assert!(gap(&there).abs() < 1e-3 * gap(&medians).abs().max(1e3), "{}", gap(&there));
    let (moved, shares): (f64, f64) =
        found.inputs.iter().fold((0.0, 0.0), |(m, s), i| (m + i.moved * i.moved, s + i.importance));
    assert!((moved.sqrt() - found.distance.abs()).abs() < 1e-9 && (shares - 1.0).abs() < 1e-9);
    let certain = builtin("capacity-trap").study();
    assert_eq!(flip(&Evaluator::new(&certain, &certain.scenarios[0]), 2), None);
}

#[test]
fn a_map_has_in_every_cell_what_the_strategies_have_there() {
    let study = builtin("city-hotel").expected(3).study();
    let scenario = &study.scenarios[0];
    let evaluator = Evaluator::new(&study, scenario);
    let solicit = Lever::named("voice.solicit", scenario, &[1, 2, 3, 4]).expect("a lever");
    let ratio = Lever::named("acquisition.cost_ratio", scenario, &[1, 2, 3, 4]).expect("a lever");
    assert!(!solicit.moves(0) && ratio.moves(0), "the world moves for all, a lever for those who pull it");
    let map = map_levers(&evaluator, scenario, [&solicit, &ratio], [&[0.1, 0.5], &[2.0, 8.0, 14.0]], 3);
    assert_eq!(map.cells.len(), 6);
    let cell = &map.cells[5];
    let draws = evaluator.draws(3);
    let npv = |i: usize| {
        let moves = [solicit.at(0.5), ratio.at(14.0)];
        let moves = if i == 0 { &moves[1..] } else { &moves[..] };
        draws.iter().map(|values| evaluator.record_with(i, values, moves).npv()).sum::<f64>() / 3.0
    };
    for i in 0..5 {
        assert!((cell.differences[i] - (npv(i) - npv(0))).abs() < 1e-3);
        assert!(cell.gain >= cell.differences[i]);
    }
}

/// A hotel-like study in which `ask` and `ask too` are the same, and a share is one of three values.
fn twins(cost: &str) -> crate::build::Build {
    text(PLAIN).and(&format!(
        r#"
[loyalty]
selection_share = {{ choice = [0.0, 0.5, 0.9], weights = [0.3, 0.3, 0.4] }}
[[strategy]]
name = "today"
[[strategy]]
name = "ask"
voice = {{ solicit = 0.3, solicit_cost = 0.5 }}
costs = {{ fixed_per_year = {cost} }}
[[strategy]]
name = "ask too"
voice = {{ solicit = 0.3, solicit_cost = 0.5 }}
costs = {{ fixed_per_year = {cost} }}
"#
    ))
}

#[test]
fn a_choice_turns_the_decision_where_its_values_do() {
    // The strategies tie at some selection share between two of its values: the flip is the jump between them.
    let study = twins("0.0").edit("draws = 1\n", "draws = 400\n").study();
    let scenario = &study.scenarios[0];
    let evaluator = Evaluator::new(&study, scenario);
    let values: Vec<f64> =
        [0.0, 0.5, 0.9].map(|x| evaluator.record(1, &[x]).npv() - evaluator.record(0, &[x]).npv()).into();
    assert!(
        values.windows(2).all(|pair| pair[0] > pair[1]),
        "soliciting brings less, the more voice is selection: {values:?}"
    );
    // A cost between what it brings at .5 and at .9 makes the decision hang on the choice.
    let per_year = 0.5 * (values[1] + values[2]) / (values[1] - with_cost(&study, 1.0)).abs();
    let study = twins(&format!("{per_year:?}")).edit("draws = 1\n", "draws = 400\n").study();
    let evaluator = Evaluator::new(&study, &study.scenarios[0]);
    let found = flip(&evaluator, 1).expect("the choice turns it");
    // .9 begins at the 60 % quantile of the choice.
    assert!((found.distance - 0.253_347).abs() < 1e-5, "{found:?}");
    assert_eq!((found.inputs[0].median, found.inputs[0].value, found.rival), (0.5, 0.9, 0));
    assert!((found.inputs[0].importance - 1.0).abs() < 1e-12);
}

/// What the NPV difference of `ask` at the middle choice is, were it to cost `per_year` more.
fn with_cost(study: &Study, per_year: f64) -> f64 {
    let evaluator = Evaluator::new(study, &study.scenarios[0]);
    let lever = lever(study, "costs.fixed_per_year", 1);
    evaluator.record_with(1, &[0.5], &[lever.at(per_year)]).npv() - evaluator.record(0, &[0.5]).npv()
}

#[test]
fn one_key_with_two_distributions_is_one_input_of_a_flip() {
    let more = "[[strategy]]\nname = \"today\"\n[[strategy]]\nname = \"other\"\nvoice = { solicit = 0.3 }\nloyalty = { selection_share = { uniform = [0.2, 0.6] } }\ncosts = { fixed_per_year = 262_000 }\n";
    let study = text(PLAIN)
        .and("[loyalty]\nselection_share = { uniform = [0.0, 0.9] }\n")
        .and(more)
        .set("horizon.cash", "start")
        .set("horizon.customers_counted", "start")
        .edit("draws = 1\n", "draws = 50\n")
        .study();
    let evaluator = Evaluator::new(&study, &study.scenarios[0]);
    assert_eq!(evaluator.inputs().columns().len(), 2);
    // At that cost the two are nearly alike: a quarter of a standard deviation turns them, and both numbers of
    // the key stand at the same luck there.
    let found = flip(&evaluator, 1).expect("a little turns it");
    assert_eq!((found.inputs.len(), found.rival), (1, 0), "{found:?}");
    assert!((found.distance - 0.28).abs() < 0.02, "{found:?}");
    let u = standard_normal_cdf(found.inputs[0].moved);
    let [today, other] = [0.9 * u, 0.2 + 0.4 * u];
    let lead = evaluator.record(1, &[today, other]).npv() - evaluator.record(0, &[today, other]).npv();
    assert!(lead.abs() < 1.0 && (found.inputs[0].value - today).abs() < 1e-9, "{lead} {found:?}");
}

#[test]
fn strategies_that_come_to_the_same_are_said_to() {
    let (study, results) = twins("2_000.0").edit("draws = 1\n", "draws = 40\n").run();
    let findings = analyse(&study, &results);
    let comparison = &findings.comparisons[0];
    assert_eq!((comparison.equals(1), comparison.equals(0)), (vec![2], Vec::new()));
    assert_eq!(findings.cautions.iter().filter(|diagnostic| diagnostic.concern.code() == "A010").count(), 1);
    let decision = &findings.decisions[0];
    assert_eq!(decision.strategies[2].standing, recoup::analysis::frontier::Standing::Equal { to: 1 });
    assert_eq!((decision.best, decision.equals(), decision.second()), (1, vec![2], Some(0)));
}
