//! What is said of uncertainty, held against brute force: nested simulation, replicates, scaled firms.

use recoup::analysis::compare::compare;
use recoup::analysis::findings::{Findings, analyse};
use recoup::analysis::information::{PartialValue, partial_information};
use recoup::analysis::sensitivity::distinct_keys;
use recoup::engine::evaluate::{Evaluator, each};
use recoup::engine::progress::NoProgress;
use recoup::engine::simulate::{Results, simulate};
use recoup::language::Locale;
use recoup::output::caution::diagnostic;
use recoup::scenario::study::Study;
use recoup::stats::moments::Moments;
use recoup::stats::smooth::Smooth;

use crate::build::{Build, text};

/// The city hotel's own text, to be edited.
fn hotel() -> Build {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/city-hotel.toml");
    text(&std::fs::read_to_string(path).expect("a shipped study"))
}

/// Runs the first scenarios of a study, so many of them, without its sweeps: no test here looks at those.
fn run_first(scenarios: usize, build: Build) -> (Study, Results) {
    let mut study = build.study();
    study.scenarios.truncate(scenarios);
    study.sweeps.clear();
    let results = simulate(&study, &NoProgress).expect("nobody stops it");
    (study, results)
}

/// What knowing the inputs whose keys begin so is worth over the first 100 draws: by nested simulation, and by a
/// regression over 4,000 draws. The same draws, outside and (every so many of them) inside, so that only the regression is
/// compared; and what [`partial_information`] makes of the 4,000.
fn nested_and_fitted(hotel: &Build, prefix: &str, strategies: &[usize], stride: usize) -> (f64, f64, PartialValue) {
    let study = hotel.study();
    let evaluator = Evaluator::new(&study, &study.scenarios[0]);
    let inputs = evaluator.inputs();
    let (keys, key_of_column) = distinct_keys(inputs);
    let known: Vec<usize> =
        (0..key_of_column.len()).filter(|&c| keys[key_of_column[c]].to_string().starts_with(prefix)).collect();
    let draws = evaluator.draws(4_000);
    let payoffs: Vec<Vec<f64>> = {
        let records = evaluator.records_at(&draws);
        (0..evaluator.strategies()).map(|s| records.iter().map(|r| r[s].npv()).collect()).collect()
    };
    // Strategies that the input does not touch have the same mean whatever it is.
    let means: Vec<f64> = payoffs.iter().map(|p| p.iter().copied().collect::<Moments>().mean()).collect();
    let outer = 100;
    let given = each(outer, |o| {
        let mut given = means.clone();
        for &s in strategies {
            let npv = |inside: &Vec<f64>| {
                let mut values = inside.clone();
                known.iter().for_each(|&c| values[c] = draws[o][c]);
                evaluator.record(s, &values).npv()
            };
            given[s] = draws.iter().step_by(stride).map(npv).collect::<Moments>().mean();
        }
        given
    });
    let worth = |given: &[Vec<f64>]| {
        let best = |m: &[f64]| m.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let n = given.len() as f64;
        let all: Vec<f64> = (0..means.len()).map(|s| given.iter().map(|m| m[s]).sum::<f64>() / n).collect();
        given.iter().map(|m| best(m)).sum::<f64>() / n - best(&all)
    };
    let columns: Vec<Vec<f64>> = known.iter().map(|&c| draws.iter().map(|d| d[c]).collect()).collect();
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let differences: Vec<Vec<f64>> =
        payoffs.iter().map(|p| p.iter().zip(&payoffs[0]).map(|(a, b)| a - b).collect()).collect();
    let smooth = Smooth::fit(&columns, &differences).expect("the input varies");
    let fitted: Vec<Vec<f64>> = (0..outer).map(|o| smooth.fitted.iter().map(|f| f[o]).collect()).collect();
    (worth(&given), worth(&fitted), partial_information(&columns, &payoffs, 1))
}

#[test]
fn the_value_of_an_input_is_that_of_nested_simulation_however_skewed_it_is() {
    // Only `prevent`, number 4, has the response: over four powers of ten, over one, and not uncertain beside the cost of a
    // customer, which is bounded and moves every strategy. The less an input explains, the less a fit knows it.
    for (half, prefix, strategies, stride, share) in [
        ("{ low = 1_000, high = 10_000_000 }", "response.prevention.half", &[4][..], 8, 0.12),
        ("{ low = 2e4, high = 2e5 }", "response.prevention.half", &[4], 8, 0.25),
        ("60_000", "acquisition", &[0, 1, 2, 3, 4], 8, 0.25),
    ] {
        let hotel = hotel().edit("half = 60_000", &format!("half = {half}"));
        let (nested, fitted, found) = nested_and_fitted(&hotel, prefix, strategies, stride);
        assert!(!found.is_poor() && found.is_distinguishable(), "{prefix} {half}: {found:?}");
        assert!((fitted - nested).abs() < share * nested, "{prefix} {half}: {fitted}, nested {nested}");
        // 100 draws have sqrt(40) times the error of 4,000.
        let error = 6.5 * found.value.standard_error;
        assert!((found.value.value - nested).abs() < 4.0 * error, "{prefix} {half}: {found:?}, nested {nested}");
    }
}

/// The hotel with so many guests and everything that grows with them: prospects, money spent, the work of a position.
fn scaled(guests: u32) -> Build {
    let part = f64::from(guests) / 50_000.0;
    hotel()
        .edit("customers = 50_000", &format!("customers = {guests}"))
        .edit("prospects = 200_000", &format!("prospects = {}", 4 * guests))
        .edit("training_per_year = 60_000", &format!("training_per_year = {}", 60_000.0 * part))
        .edit("agent_per_year = 40_000", &format!("agent_per_year = {}", 40_000.0 * part))
        .edit("handle_minutes = 30.0", &format!("handle_minutes = {}", 30.0 / part))
        .edit("spend_per_year = 60_000", &format!("spend_per_year = {}", 60_000.0 * part))
        .edit("half = 60_000", &format!("half = {}", 60_000.0 * part))
        .edit("to = 300_000", &format!("to = {}", 300_000.0 * part))
}

fn cautions(study: &Study, found: &Findings) -> Vec<String> {
    let shown = |caution| diagnostic(caution, Locale::of(study.language), &study.currency);
    found.cautions.iter().map(shown).map(|caution| format!("{}: {}", caution.code, caution.message)).collect()
}

#[test]
fn a_small_firm_is_decided_by_what_its_simulations_say() {
    let small = scaled(500);
    let (study, results) = run_first(1, small.clone().cohort(1000, 1));
    let comparison = compare(&study.scenarios[0], &results.scenarios[0]);
    let best = &comparison.strategies[3];
    assert_eq!(&*best.name, "ask and answer");
    // The expected engine misses a third of the difference.
    assert!(best.gap.matters() && best.gap.missed > 0.25 * best.gap.simulated, "{:?}", best.gap);
    assert!((best.gap.simulated - best.difference.npv.mean).abs() < 1e-6);
    assert_eq!(comparison.corrected_by, Some(1000));
    // What many simulations of every draw say; the expected engine alone says .52.
    let (scenarios, replicated) = run_first(1, small.clone().cohort(200, 20));
    let by_simulations = compare(&scenarios.scenarios[0], &replicated.scenarios[0]).by_simulations.unwrap();
    let truth = by_simulations.p_best[3];
    assert!(truth > 0.55 && (best.p_best - truth).abs() < 0.10, "{} against {truth}", best.p_best);
    let (study_alone, alone) = run_first(1, small.clone().expected(1000));
    let alone = compare(&study_alone.scenarios[0], &alone.scenarios[0]);
    assert!(alone.strategies[3].p_best < truth - 0.12, "{}", alone.strategies[3].p_best);
    // The decision has the simulated means, its frontier and curves too, and says so.
    let found = analyse(&study, &results);
    let decision = &found.decisions[0];
    assert_eq!(decision.corrected_by, Some(1000));
    for (decided, compared) in decision.strategies.iter().zip(&comparison.strategies) {
        let tolerance = 1e-6 * compared.worth.npv.mean.abs();
        assert!((decided.npv.mean - compared.worth.npv.mean).abs() < tolerance, "{}", decided.name);
        assert!((decided.programme - compared.worth.programme.mean).abs() < 1e-6 * decided.programme.max(1.0));
    }
    let diagnostics = cautions(&study, &found);
    assert!(diagnostics.iter().any(|s| s.starts_with("A004: `ask and answer` minus `today`")), "{diagnostics:?}");
    // Where the expected engine answers alone it says that it misses something.
    let diagnostics = cautions(&study_alone, &analyse(&study_alone, &run_first(1, small.expected(50)).1));
    assert!(diagnostics.iter().any(|s| s.starts_with("A004")), "{diagnostics:?}");
}

#[test]
fn a_large_firm_is_decided_by_the_expected_engine() {
    let (study, results) = run_first(2, hotel().cohort(400, 1));
    for (scenario, results) in study.scenarios.iter().zip(&results.scenarios) {
        let comparison = compare(scenario, results);
        assert_eq!(
            comparison.corrected_by,
            None,
            "{:?}",
            comparison.strategies.iter().map(|s| s.gap).collect::<Vec<_>>()
        );
    }
    let found = analyse(&study, &results);
    assert!(found.decisions.iter().all(|d| d.corrected_by.is_none()));
    assert!(cautions(&study, &found).iter().all(|s| !s.contains("` less `")));
}

#[test]
fn every_question_to_the_expected_engine_warns_a_small_firm() {
    let desk = crate::cli::Desk::new();
    let write = |name: &str, build: Build| {
        let recoup::input::source::Origin::Text { text, .. } = build.0.origin else { panic!("it is a text") };
        desk.write(name, &text);
    };
    write("small.toml", scaled(500));
    write("large.toml", hotel());
    for study in ["small.toml", "large.toml"] {
        for command in [
            &["decide"][..],
            &["sensitivity", "--rows", "64"],
            &["sweep", "--over", "voice.solicit=0:0.9:3", "--strategy", "ask and answer"],
            &["breakeven", "--key", "voice.solicit", "--strategy", "ask and answer"],
            &["optimize", "--budget", "1000", "--lever", "voice.solicit=0:0.9", "--strategy", "ask and answer"],
            &["why"],
        ] {
            let arguments = [&command[..1], &[study, "--draws", "60"], &command[1..]].concat();
            let (_, diagnostics) = desk.expect(0, &arguments);
            let is_warned = diagnostics.contains("A004") && diagnostics.contains("` minus `");
            assert_eq!(is_warned, study == "small.toml", "{arguments:?}: {diagnostics}");
        }
    }
}

#[test]
fn chance_among_customers_is_that_within_draws() {
    // 200 draws told apart by the expected engine, against the spread of 30 simulations of each of 60 draws.
    let (study, results) = run_first(2, hotel().cohort(200, 1));
    let (_, replicated) = run_first(2, hotel().cohort(60, 30));
    for ((scenario, results), replicated) in study.scenarios.iter().zip(&results.scenarios).zip(&replicated.scenarios) {
        let (found, truth) = (compare(scenario, results), compare(scenario, replicated));
        for (found, truth) in found.strategies.iter().zip(&truth.strategies).skip(1) {
            let [found_sd, truth_sd] = [found, truth].map(|s| s.error_budget.customers.sqrt());
            // A standard deviation of 200 numbers is known to a twentieth, of unlike ones to less: a quarter. That of 60 times 30 is
            // known to a sixtieth.
            let apart = (found_sd / truth_sd - 1.0).abs();
            assert!(apart < 0.25, "{}, {}: {found_sd} against {truth_sd}", scenario.name, found.name);
        }
    }
}

#[test]
fn two_firms_have_chance_events_of_their_own() {
    // One simulation a draw, by residuals of other draws, against two of each draw paired crosswise.
    let (study, single) = run_first(1, hotel().cohort(800, 1));
    let (_, double) = run_first(1, hotel().cohort(800, 2));
    let scenario = &study.scenarios[0];
    let (single, double) = (compare(scenario, &single.scenarios[0]), compare(scenario, &double.scenarios[0]));
    for (single, double) in single.strategies.iter().zip(&double.strategies).skip(1) {
        let [a, b] = [single, double].map(|s| s.p_beats_independently.unwrap());
        // Both have the same draws of the inputs; chance is known to some .02 by the second.
        assert!((a - b).abs() < 0.08, "{}: {a} by residuals, {b} crosswise", single.name);
    }
    // Where chance is wide beside the inputs, common random numbers say nearly sure what two firms would hardly tell.
    let (study, results) = run_first(1, hotel().cohort(1, 400));
    let found = compare(&study.scenarios[0], &results.scenarios[0]);
    let loser = &found.strategies[2];
    assert!(loser.p_beats_reference < 0.01 && loser.p_beats_independently.unwrap() > 0.1, "{loser:?}");
}

#[test]
fn a_near_twin_is_no_reason_to_hesitate() {
    // Beside `ask and answer` the same for a little less: better in every draw, and best in as many as it was.
    let twin = "[[strategy]]\nname = 'the same cheaper'\nextends = 'strategy:ask and answer'\n\
                costs = { training_per_year = 59_990 }\n[[scenario]]";
    let with_twin = hotel().edit("[[scenario]]\nname = \"base\"", &format!("{twin}\nname = \"base\""));
    let (study, results) = run_first(2, with_twin.cohort(200, 1));
    let found = analyse(&study, &results);
    let comparison = &found.comparisons[0];
    let best = &comparison.strategies[comparison.best()];
    assert_eq!(&*best.name, "the same cheaper");
    assert!(best.p_best < 0.6);
    let close: Vec<String> = cautions(&study, &found).into_iter().filter(|s| s.starts_with("A001")).collect();
    assert!(close.iter().all(|s| !s.contains("`ask and answer`")), "{close:?}");
}

/// Two strategies beside doing nothing, one of them with a cost that may be as high as twice the other's.
fn toss_up(cost: u32) -> Build {
    let strategy = |name: &str, cost: String| {
        format!(
            "[[strategy]]\nname = '{name}'\nvoice = {{ solicit = 0.3, solicit_cost = 0.2 }}\n[strategy.costs]\nfixed_per_year = {cost}\n"
        )
    };
    text(crate::build::PLAIN)
        .and("[[strategy]]\nname = 'today'\n")
        .and(&strategy("known", cost.to_string()))
        .and(&strategy("unknown", format!("{{ uniform = [0, {}] }}", 2 * cost + cost / 50)))
}

#[test]
fn a_toss_up_is_a_reason_to_hesitate_where_there_is_something_to_lose() {
    for (cost, warns) in [(200_000, true), (500, false)] {
        let (study, results) = toss_up(cost).cohort(200, 1).run();
        let found = analyse(&study, &results);
        let decision = &found.decisions[0];
        let pair = decision.pairs.iter().find(|p| (p.first, p.second) == (2, 1)).unwrap();
        assert!((0.4..0.6).contains(&pair.p_first) && decision.perfect.value > 0.0, "{pair:?}");
        let diagnostics = cautions(&study, &found);
        let close = diagnostics.iter().find(|s| s.starts_with("A001"));
        assert_eq!(close.is_some(), warns, "{diagnostics:?}");
        assert!(
            close.is_none_or(|s| s.contains("`known`") && s.contains("`unknown`") && s.contains("USD")),
            "{diagnostics:?}"
        );
    }
}
