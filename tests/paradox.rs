//! The recovery paradox: thresholds, conditions, what drives it, and the closed forms against every engine.

use std::fs;
use std::path::Path;

use recoup::analysis::paradox::check::{CUSTOMERS, checks};
use recoup::analysis::paradox::conditions::Condition;
use recoup::analysis::paradox::presets::preset_views;
use recoup::analysis::paradox::situation::Situation;
use recoup::analysis::paradox::thresholds::{Moved, Others};
use recoup::analysis::paradox::tree::{Chances, Dial, Meaning, Measure, Reach, Values, crossing, worth_of_a_point};
use recoup::analysis::paradox::{Paradox, paradox};
use recoup::ask::paradox::ParadoxQuestion;
use recoup::ask::{Question, Subject};
use recoup::engine::agents::person::satisfaction_before;
use recoup::engine::evaluate::Evaluator;
use recoup::engine::one_failure::{Cohort, Trial, live_through};
use recoup::model::loyalty::{Conditions, repurchase};
use recoup::random::address::CommonNumbers;
use recoup::scenario::failure::ByOutcome;
use recoup::scenario::parameters::Parameters;
use recoup::scenario::study::EngineKind;
use recoup::units::{KindIdx, Outcome};

use crate::build::{Build, PLAIN, RICH, builtin, text};

const MINOR: ByOutcome = ByOutcome { silent: 0.37, unresolved: 0.46, resolved: 0.70, quick: 0.95 };
const MAJOR: ByOutcome = ByOutcome { silent: 0.09, unresolved: 0.19, resolved: 0.54, quick: 0.82 };

fn found(build: &Build, scenario: usize, draws: u64) -> Paradox {
    let study = build.study();
    let scenario = &study.scenarios[scenario];
    paradox(&study, scenario, &Evaluator::new(&study, scenario), draws)
}

fn class() -> Paradox {
    found(&builtin("paradox-class").expected(1), 0, 1)
}

fn close(a: f64, b: f64, slack: f64, what: &str) {
    assert!((a - b).abs() <= slack, "{what}: {a}, not {b}");
}

#[test]
fn thresholds_of_the_minor_table_are_those_of_the_literature() {
    let best = Chances::textbook(1.0, 1.0, 1.0);
    for (base, q, c) in [(0.87, 0.68, 0.862_068_9), (0.80, 0.40, 0.741_379_3), (0.90, 0.80, 0.913_793_1)] {
        let values = Values::of_table(&MINOR, base);
        let at = |meaning, dial| crossing(&values, meaning, &best, dial);
        close(at(Meaning::Complainers, Dial::QuickShare).at.unwrap(), q, 1e-9, "q*");
        close(at(Meaning::Population, Dial::ComplaintRate).at.unwrap(), c, 1e-7, "c*");
        assert!(matches!(at(Meaning::Population, Dial::ComplaintRate).reach, Reach::Above(_)));
    }
    // Major problems: impossible, whatever the base above .82.
    let values = Values::of_table(&MAJOR, 0.87);
    assert!(values.gap(Meaning::Conditional, &best) < 0.0);
    assert_eq!(crossing(&values, Meaning::Complainers, &best, Dial::QuickShare).reach, Reach::Never);
    assert_eq!(crossing(&values, Meaning::Population, &best, Dial::ComplaintRate).reach, Reach::Never);
    let easy = Values::of_table(&MAJOR, 0.81);
    assert!(matches!(crossing(&easy, Meaning::Population, &best, Dial::ComplaintRate).reach, Reach::Above(_)));
}

#[test]
fn the_class_study_says_the_same_thresholds() {
    let found = class();
    let subject = &found.strategies[0].subjects[found.mildest()];
    let at = |measure, meaning, dial| {
        let threshold = subject.thresholds.iter().find(|t| {
            t.measure == measure && t.meaning == meaning && t.moved == Moved::Dial(dial) && t.others == Others::Best
        });
        threshold.expect("it is there").crossing.at.expect("it crosses")
    };
    close(at(Measure::Repurchase, Meaning::Complainers, Dial::QuickShare), 0.68, 1e-9, "q*");
    close(at(Measure::Repurchase, Meaning::Population, Dial::ComplaintRate), 0.50 / 0.58, 1e-9, "c*");
    let sweep = &found.bases[found.mildest()];
    for (base, c) in [(0.80, 0.43 / 0.58), (0.90, 0.53 / 0.58)] {
        let point = sweep.points.iter().find(|p| (p.base - base).abs() < 1e-9).expect("it is swept");
        close(point.complaint_rate.at.unwrap(), c, 1e-9, "c* by base");
    }
    // (i) is true while (iii) fails badly; the best that 4 % complaints can do is 39.3 %, 48 points below the base.
    let [conditional, population] =
        [Meaning::Conditional, Meaning::Population].map(|meaning| subject.claim(meaning, Measure::Repurchase));
    assert!(conditional.holds && !population.holds);
    let best = Values::of_table(&MINOR, 0.87).after(Meaning::Population, &Chances::textbook(0.04, 1.0, 1.0));
    close(best, 0.3932, 1e-9, "best at 4 %");
}

#[test]
fn what_a_point_is_worth_is_what_the_derivatives_say() {
    let values = Values::of_table(&MAJOR, 0.87);
    let worth = |c: f64, dial| 100.0 * worth_of_a_point(&values, &Chances::textbook(c, 0.6, 0.5), dial);
    for (c, complaints, resolution, speed) in [(0.04, 0.394, 0.020, 0.007), (0.50, 0.394, 0.245, 0.084)] {
        close(worth(c, Dial::ComplaintRate), complaints, 5e-4, "dR/dc");
        close(worth(c, Dial::Resolution), resolution, 5e-4, "dR/dr");
        close(worth(c, Dial::QuickShare), speed, 5e-4, "dR/dq");
    }
    close(worth(0.04, Dial::ComplaintRate) / worth(0.04, Dial::QuickShare), 58.6, 0.05, "59 to 1 against speed");
    // The class study ranks its grave failure so, and resolution overtakes at .394 / .49.
    let found = class();
    let grave = found.levers.iter().find(|l| l.failure == "lost parcel").expect("it is there");
    close(grave.at(0.50).unwrap().worth[1], 0.245, 5e-4, "the ranking's row");
    close(grave.resolution_leads_from.unwrap(), 0.394 / 0.49, 1e-9, "resolution leads");
    assert!(grave.speed_leads_from.unwrap() > 1.0);
}

#[test]
fn where_unresolved_is_below_silent_asking_pays_only_above_a_share_resolved() {
    // Evidence 2.1: unresolved = silent - .085; nothing, half, all of it quick.
    for (table, needed) in [(MINOR, [0.205, 0.157, 0.128]), (MAJOR, [0.159, 0.126, 0.104])] {
        let table = ByOutcome { unresolved: table.silent - 0.085, ..table };
        for (q, r) in [0.0, 0.5, 1.0].into_iter().zip(needed) {
            let values = Values::of_table(&table, table.silent);
            let at = crossing(&values, Meaning::Complainers, &Chances::textbook(1.0, 0.0, q), Dial::Resolution);
            close(at.at.unwrap(), r, 5e-4, "r from which a complaint is worth more than silence");
        }
    }
}

#[test]
fn the_presets_disagree() {
    let views = preset_views();
    let names: Vec<&str> = views.iter().map(|v| v.preset.as_str()).collect();
    assert_eq!(names, ["tarp-minor", "tarp-major", "airline-ba", "rage-2015"]);
    let gap = |i: usize, meaning: Meaning| views[i].gaps[Measure::Repurchase as usize][meaning as usize];
    assert!(gap(0, Meaning::Conditional) > 0.0 && gap(1, Meaning::Conditional) < 0.0);
    close(gap(2, Meaning::Conditional), 0.0, 1e-12, "British Airways ties");
    assert_eq!(views[2].complaint_rate_needed.reach, Reach::Never, "and a tie is no paradox");
    assert!(views[3].voice < 0.0 && views[0].voice > 0.0, "whether a complaint in vain is worse than silence");
    assert!((0..4).all(|i| gap(i, Meaning::Population) < -0.25), "nowhere do failures pay");
}

/// The closed forms of a case against the engines; of this many comparisons a false alarm is one in a million sets.
fn assert_simulated(name: &str, case: &Parameters, seed: u64) {
    let all = checks(case, &Situation::of(case), seed);
    assert_eq!(all.len(), 12 * case.failures.len());
    for check in &all {
        assert!(check.agrees(), "{name}: {check:?}");
    }
    // They do differ, so that agreement says something.
    let somewhere = all.iter().any(|check| check.z.iter().any(|z| z.abs() > 0.01));
    assert!(somewhere, "{name}: no luck at all");
}

/// Courtesy is a must-be need: no recovery lifts customers above the base, in the closed forms as in the engines.
#[test]
fn the_need_that_a_failure_disappoints_counts_in_the_closed_forms() {
    let parameters = builtin("case:hotel-standards").case();
    let values = |kind: usize, measure| {
        let base = parameters.segments[0].base_loyalty;
        Values::of(&parameters, kind, measure, &[(base, 1.0)], Conditions::default())
    };
    let kind = |name: &str| parameters.failures.iter().position(|failure| &*failure.name == name).unwrap();
    let (plain, must_be) = (kind("slow answer"), kind("attitude"));
    let [repurchase, satisfaction] = [Measure::Repurchase, Measure::Satisfaction].map(|m| values(must_be, m));
    assert!(repurchase.voiced.iter().all(|&value| value <= repurchase.base));
    let drop = |kind| values(kind, Measure::Satisfaction).silent - satisfaction.base;
    assert!((drop(must_be) / drop(plain) - parameters.satisfaction.must_be_factor).abs() < 1e-9);
    assert_simulated("needs", &parameters, 1);
}

#[test]
fn every_engine_simulates_what_the_closed_forms_say() {
    let driven = |build: Build| build.set("satisfaction.drives_repurchase", "true");
    for (name, build) in [
        ("plain", text(PLAIN)),
        ("rich", text(RICH)),
        ("rich, compensated", text(RICH).set("recovery.compensation", 1.2).set("recovery.apology", 0.9)),
        ("rich, driven", driven(text(RICH))),
        // A guarantee, a remedy of its own for one severity, a limit for the front line, customers told beforehand.
        (
            "rich, extended",
            text(RICH)
                .and("[guarantee]\ninvoked = 0.2\nrefund = 30\nrepurchase = 0.9")
                .set("severity.major.compensation", 0.8)
                .set("recovery.front_line_limit", 60)
                .set("recovery.fair_treatment", 0.5)
                .set("failure.loss.forewarned", 0.4)
                .set("loyalty.forewarned_log_odds", 0.7),
        ),
        ("city hotel", builtin("city-hotel")),
        ("class", builtin("paradox-class")),
        ("class, driven", driven(builtin("paradox-class"))),
        // Delighted customers stay with more than the base.
        (
            "delight, driven",
            driven(builtin("paradox-class")).set("recovery.compensation", 1).set("recovery.apology", 1),
        ),
    ] {
        assert_simulated(name, &build.case(), 7);
    }
}

#[test]
fn a_second_failure_is_simulated_with_the_memory_of_the_first() {
    // Two failures, a window apart: who stays through both.
    let case = text(PLAIN)
        .edit("preset:tarp-major", "preset:tarp-minor")
        .edit("severity = \"major\"", "severity = \"minor\"")
        .set("loyalty.repeat_log_odds", 0.5)
        .set("loyalty.double_deviation_log_odds", 0.9)
        .set("recovery.compensation", 0.5)
        .case();
    let service = Situation::of(&case).service;
    let base: f64 = 0.87;
    for outcome in Outcome::ALL {
        let trial = Trial { kind: KindIdx(0), cohort: Cohort::Ended(outcome), failures: 2, service };
        let first = repurchase(&case, 0, outcome, base, Conditions::default());
        let again = Conditions { remembers: true, aggrieved: !outcome.is_recovered(), ..Conditions::default() };
        let second = repurchase(&case, 0, outcome, base, again);
        let kept = first * second;
        let values = |conditions| {
            let values = Values::of(&case, 0, Measure::Satisfaction, &[(base, 1.0)], conditions);
            [values.silent, values.voiced[0], values.voiced[1], values.voiced[2]][outcome as usize]
        };
        for engine in [EngineKind::Expected, EngineKind::Cohort, EngineKind::Agents] {
            let run = live_through(&case, &trial, engine, CUSTOMERS, 11, 0);
            // False alarm: six standard errors, one in 500 million each of 24.
            let (error, feeling) = match engine {
                EngineKind::Expected => (1e-9, 1e-9),
                _ => (6.0 * (kept * (1.0 - kept) / CUSTOMERS).sqrt(), 6.0 / (CUSTOMERS * first).sqrt()),
            };
            close(run.repurchase(), kept, error, &format!("{outcome:?} twice by {engine:?}"));
            close(run.mean_satisfaction(), values(Conditions::default()), feeling, "satisfaction after the first");
            close(
                run.failures[1] / run.customers,
                first,
                if engine == EngineKind::Expected { 1e-9 } else { 0.03 },
                "met twice",
            );
            close(run.mean_satisfaction_again(), values(again), feeling, "satisfaction after the second");
        }
    }
}

#[test]
fn customers_feel_by_their_own_address() {
    let case = text(PLAIN).case();
    let numbers = CommonNumbers::new(3, 0, 0);
    let before = |seat, generation| satisfaction_before(&numbers, seat, generation, &case.satisfaction);
    assert_eq!(before(5, 0), before(5, 0));
    assert_ne!(before(5, 0), before(6, 0));
    assert_ne!(before(5, 0), before(5, 1), "the next one to sit there is somebody else");
    let n = 40_000;
    let sample: Vec<f64> = (0..n).map(|seat| before(seat, 0)).collect();
    let mean = sample.iter().sum::<f64>() / n as f64;
    let variance = sample.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n as f64;
    // Six standard errors: false alarm below one in 100 million.
    close(mean, 5.5, 6.0 / (n as f64).sqrt(), "mean");
    close(variance, 1.0, 6.0 * (2.0 / n as f64).sqrt(), "variance");
}

#[test]
fn where_satisfaction_drives_repurchase_the_paradox_emerges_and_vanishes() {
    let class = |set: &[(&str, f64)]| {
        let build = builtin("paradox-class").expected(1).set("satisfaction.drives_repurchase", "true");
        set.iter().fold(build, |build, (key, value)| build.set(key, value)).case()
    };
    let quick = |case: &Parameters, kind: usize| {
        let conditions = Conditions::default();
        let severity = case.failures[kind].severity;
        repurchase(case, severity, Outcome::Quick, 0.87, conditions) - 0.87
    };
    let [late, lost] = [0, 1];
    // The table says 95 %; a stingy recovery does not feel like that, a generous one does.
    let today = class(&[]);
    assert!(quick(&today, late) < 0.0, "it vanishes");
    let best = class(&[("recovery.compensation", 1.5), ("recovery.apology", 1.0)]);
    assert!(quick(&best, late) > 0.0, "it emerges");
    assert!(quick(&best, lost) < 0.0, "not after a grave failure");
    // Both follow logit rho = logit(l) + slope * (S1 - mean), in closed form.
    let logit = |p: f64| (p / (1.0 - p)).ln();
    close(logit(0.87 + quick(&best, late)) - logit(0.87), 2.0 - 1.0, 1e-9, "full gain less drop, slope 1");
    // With slope 0 nothing that is felt matters; the table is not asked.
    let deaf = class(&[("satisfaction.slope", 0.0)]);
    for outcome in Outcome::ALL {
        close(repurchase(&deaf, 0, outcome, 0.87, Conditions::default()), 0.87, 1e-12, "slope 0");
    }
    // A lasting cause, the firm's own doing and an earlier failure each take it away, by A alone.
    let mild = class(&[
        ("recovery.compensation", 1.5),
        ("recovery.apology", 1.0),
        ("loyalty.stability_log_odds", 0.0),
        ("loyalty.control_log_odds", 0.0),
    ]);
    let seen = |stability, control, remembers| {
        let conditions = Conditions { stability, control, remembers, ..Conditions::default() };
        repurchase(&mild, mild.failures[late].severity, Outcome::Quick, 0.87, conditions) - 0.87
    };
    assert!(seen(0.0, 0.0, false) > 0.0);
    assert!(seen(1.0, 0.0, false) < 1e-12 && seen(0.0, 1.0, false) < 1e-12 && seen(0.0, 0.0, true) < 1e-12);
}

#[test]
fn satisfaction_that_drives_repurchase_acts_in_every_engine() {
    // Nobody is bought and nobody talks: what is left of the customers says it.
    let world = |driven: bool| {
        text(PLAIN)
            .set("satisfaction.drives_repurchase", driven)
            .set("word_of_mouth.negative_impact", 0)
            .set("word_of_mouth.positive_impact", 0)
            .set("acquisition.in_market_per_year", 0)
    };
    let lost = |build: &Build| {
        let (_, results) = build.run();
        let tally = &results.scenarios[0].strategies[0].simulations;
        tally.records.iter().map(|record| record.lost).sum::<f64>() / tally.records.len() as f64
    };
    let [table, driven] = [false, true].map(|driven| lost(&world(driven).expected(1)));
    assert!(driven < 0.97 * table, "a drop of 2.5 points costs less than TARP's table: {driven} and {table}");
    // About half of 100,000 leave: six binomial standard errors are at most 950.
    for build in [world(true).cohort(1, 1), world(true).agents(1, 1)] {
        close(lost(&build), driven, 950.0, "lost");
    }
}

#[test]
fn two_failures_keep_the_signs_of_the_literature() {
    let found = class();
    for kind in &found.conditions {
        let of = |condition| kind.conditions.iter().find(|c| c.condition == condition).expect("all are there");
        let first = of(Condition::First);
        for condition in Condition::ALL.into_iter().skip(1) {
            for measure in [0, 1] {
                let (then, now) = (of(condition).quick[measure], first.quick[measure]);
                assert!(then <= now, "{condition:?} of {}: {then} after {now}", kind.failure);
            }
        }
        // No paradox at the second failure, in either measure.
        assert!(of(Condition::Second).quick_gap.iter().all(|gap| *gap < 1e-12));
        assert!(of(Condition::SecondAfterBad).unresolved[1] < kind.silent, "a double deviation ends below silence");
        let [good_bad, bad_good, bad_bad] = [kind.good_then_bad, kind.bad_then_good, kind.bad_then_bad];
        assert!(bad_good.repurchase > good_bad.repurchase && bad_good.satisfaction > good_bad.satisfaction);
        assert!(bad_bad.repurchase < good_bad.repurchase);
    }
}

#[test]
fn the_map_has_the_thresholds_on_it() {
    let found = class();
    let at = |measure: Measure, drop: f64| {
        let frontier = found.severity_map.frontiers.iter().find(|f| f.measure == measure).expect("it is there");
        let (above, below): (Vec<_>, Vec<_>) = frontier.points.iter().partition(|(x, _)| *x >= drop);
        let ((x0, y0), (x1, y1)) = (*below.last().expect("a point"), above[0]);
        y0.unwrap() + (y1.unwrap() - y0.unwrap()) * (drop - x0) / (x1 - x0)
    };
    close(at(Measure::Satisfaction, 1.0), 0.5, 1e-9, "drop 1 of gain 2");
    close(at(Measure::Repurchase, 1.0), 0.68, 1e-3, "q* where the minor failure stands");
    let edge = |measure| found.severity_map.frontiers.iter().find(|f| f.measure == measure).and_then(|f| f.edge);
    close(edge(Measure::Satisfaction).unwrap(), 2.0, 1e-9, "drop = gain");
    assert!(edge(Measure::Repurchase).unwrap() < 2.5, "none where the major failure stands");
    // Where satisfaction drives repurchase both lines are one.
    let driven = self::found(&builtin("paradox-class").expected(1), 2, 1);
    let [a, b] = [0, 1].map(|i: usize| &driven.severity_map.frontiers[i].points);
    for ((x, y), (x2, y2)) in a.iter().zip(b) {
        assert!((x - x2).abs() < 1e-9 && y.is_some() == y2.is_some(), "{x}");
    }
    let map = &found.complaint_maps[found.mildest()];
    let all = map.frontiers.iter().find(|f| f.meaning == Meaning::Population && f.measure == Measure::Repurchase);
    close(all.and_then(|f| f.edge).unwrap(), 0.50 / 0.58, 1e-9, "c* at the top of the map");
}

#[test]
fn to_cause_failures_costs_money_under_every_strategy() {
    let found = found(&builtin("paradox-class"), 0, 20);
    assert_eq!(found.caused.len(), 5 * 2);
    for caused in &found.caused {
        assert!(caused.npv.p95 < 0.0 && caused.loses == 1.0, "{caused:?}");
        close(caused.npv.mean, caused.contribution - caused.programme, 1e-6 * caused.npv.mean.abs(), "accounts");
        // One in 1,000 of 12 purchases a year, 20,000 customers, three years, fewer as they leave.
        assert!((300.0..720.0).contains(&caused.failures), "{caused:?}");
        close(caused.npv_per_failure.unwrap() * caused.failures, caused.npv.mean, 1e-6 * caused.npv.mean.abs(), "each");
        // The best recovery is the dearest one too: a lost parcel paid for in full costs more than a silent leaver.
        let better = caused.npv_per_failure_at_best.unwrap() > caused.npv_per_failure.unwrap();
        assert!(better || caused.failure == "lost parcel", "{caused:?}");
    }
    // No kind of failure: nothing to cause, and no question left open.
    let none = text(PLAIN).set("failure.trouble.rate", 0);
    let found = self::found(&none, 0, 1);
    assert!(found.caused[0].npv.mean < 0.0 && found.caused[0].failures > 0.0);
}

#[test]
fn probabilities_are_shares_of_draws_and_certain_studies_have_none_between() {
    let certain = found(&text(PLAIN), 0, 100);
    for subject in &certain.strategies[0].subjects {
        for claim in &subject.claims {
            assert_eq!(claim.probability, if claim.holds { 1.0 } else { 0.0 });
            close(claim.gap.mean, claim.value - claim.base, 1e-12, "gap");
        }
    }
    let uncertain = found(&builtin("paradox-class"), 0, 200);
    let claim = uncertain.strategies[0].subjects[0].claim(Meaning::Conditional, Measure::Satisfaction);
    assert!(claim.probability > 0.05 && claim.probability < 0.95);
    assert_eq!((200.0 * claim.probability).fract(), 0.0);
}

/// `KEY` of `docs/lesson-paradox.md`: a number, and the command that gives it.
struct Quoted {
    number: String,
    command: String,
}

/// Every row of the lesson that has a number in bold and a command.
fn quoted() -> Vec<Quoted> {
    let lesson = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/lesson-paradox.md");
    let lesson = fs::read_to_string(lesson).expect("the lesson is there");
    let row = |line: &str| {
        let number = line.split("**").nth(1)?.to_string();
        let command = line.split('`').find(|part| part.starts_with("recoup paradox"))?.replace("\\|", "|");
        Some(Quoted { number, command })
    };
    lesson.lines().filter(|line| line.starts_with('|')).filter_map(row).collect()
}

/// A number as the lesson writes it, its unit and the size of its last digit.
fn read(number: &str) -> (f64, f64) {
    let plain: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '.' || *c == '−').collect();
    let value: f64 = plain.replace('−', "-").parse().unwrap_or_else(|_| panic!("`{number}` is no number"));
    let decimals = plain.split('.').nth(1).map_or(0, str::len) as i32;
    let scale = if number.contains('%') || number.contains("pp") { 0.01 } else { 1.0 };
    (scale * value, scale * 0.1_f64.powi(decimals))
}

#[test]
fn the_numbers_in_the_instructors_key_are_what_the_program_says() {
    let mut answers: Vec<(String, serde_json::Value)> = Vec::new();
    let quoted = quoted();
    assert!(quoted.len() >= 20, "only {} numbers in the key", quoted.len());
    for Quoted { number, command } in &quoted {
        let (asked, path) = command.split_once(" | jq ").unwrap_or_else(|| panic!("`{command}` asks for no value"));
        if !answers.iter().any(|(known, _)| known == asked) {
            answers.push((asked.to_string(), answer(asked)));
        }
        let answer = &answers.iter().find(|(known, _)| known == asked).expect("it was asked").1;
        let value = walk(answer, path.trim().trim_matches('\''))
            .as_f64()
            .unwrap_or_else(|| panic!("`{command}` gives no number"));
        let (diagnostics, last) = read(number);
        assert!((value - diagnostics).abs() <= 0.5001 * last, "the key says {number}, `{command}` {value}");
    }
}

/// The JSON of `recoup paradox` with the options of `command`.
fn answer(command: &str) -> serde_json::Value {
    let mut build = builtin("paradox-class");
    let (mut scenario, mut draws) = (None, 1_000);
    let mut rest = command.trim_start_matches("recoup paradox").trim();
    while !rest.is_empty() {
        let (option, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let value = |text: &str| {
            let quoted = text.strip_prefix('"').and_then(|text| text.split_once('"'));
            let (value, after) = quoted.unwrap_or_else(|| text.split_once(' ').unwrap_or((text, "")));
            (value.to_string(), after.trim().to_string())
        };
        let (taken, after) = match option {
            "--json" => (String::new(), after.trim().to_string()),
            _ => value(after),
        };
        match option {
            "--json" => (),
            "--scenario" => scenario = Some(taken),
            "--draws" => draws = taken.parse().expect("a number of draws"),
            "--set" => build.0.set.push(taken),
            other => panic!("`{command}` has an option `{other}` that the test does not know"),
        }
        let place = rest.len() - after.len();
        rest = &rest[place..];
    }
    build.0.draws = Some(draws);
    let study = build.study();
    let subject = Subject::new(&study, scenario.as_deref()).expect("the scenario is there").with_draws(Some(draws));
    let answer = ParadoxQuestion.ask(&subject).expect("it is asked of a whole study");
    serde_json::to_value(answer).expect("answers are data")
}

/// The value at a path of jq: names and numbers of places.
fn walk<'a>(json: &'a serde_json::Value, path: &str) -> &'a serde_json::Value {
    let pointer = path.replace('[', "/").replace(']', "").replace('.', "/");
    json.pointer(&pointer).unwrap_or_else(|| panic!("no `{path}`"))
}
