//! What a setting touches: `--set`, columns of a table of runs, `extends` of strategies, costs set twice.

use recoup::diagnostic::{Diagnostic, Level};
use recoup::engine::progress::NoProgress;
use recoup::engine::simulate::simulate;
use recoup::input::build::StudyBuilder;
use recoup::input::render::rendered;
use recoup::input::source::Origin;
use recoup::input::{Loaded, Request, load};
use recoup::scenario::key::Key;
use recoup::scenario::parameters::Parameters;
use recoup::scenario::study::Study;

/// A firm with two worlds; `fast` and `both` build on others.
const FIRM: &str = r#"
[[segment]]
name = "guests"
share = 1.0
purchases_per_year = 2.0
margin = 60.0
retention_cost = 12.0
base_loyalty = 0.87

[[failure]]
name = "room not ready"
severity = "minor"
rate = 0.06

[severity.minor]
loss = 40.0
complain = 0.04
repurchase = { silent = 0.37, unresolved = 0.46, resolved = 0.70, quick = 0.95 }

[[scenario]]
name = "base"
[[scenario]]
name = "half complain"
severity = { minor = { complain = 0.5 } }

[[strategy]]
name = "as is"
[[strategy]]
name = "ask 30 %"
voice = { solicit = 0.3, solicit_cost = 0.5 }
costs = { fixed_per_year = 50_000 }
[[strategy]]
name = "fast"
recovery = { front_line_share = 0.5, front_line_resolves = 0.8, desk = { agents = 2 } }
costs = { fixed_per_year = 80_000, training_per_year = 1_000 }
[[strategy]]
name = "both"
extends = ["strategy:ask 30 %", "strategy:fast"]
"#;

fn firm() -> StudyBuilder {
    StudyBuilder::from_text(FIRM)
}

fn loaded(builder: &StudyBuilder) -> Loaded {
    builder.load().unwrap_or_else(|diagnostic| panic!("{}", rendered(&diagnostic, false)))
}

fn refused(text: &str, set: &str) -> Vec<Diagnostic> {
    let origin = Origin::Text { name: "text".into(), text: text.into() };
    let settings = if set.is_empty() { Vec::new() } else { vec![set.to_string()] };
    match load(&Request { set: settings, ..Request::new(origin) }) {
        Ok(_) => panic!("accepted with `{set}`: {text}"),
        Err(diagnostic) => diagnostic,
    }
}

fn case<'a>(study: &'a Study, scenario: usize, strategy: &str) -> &'a Parameters {
    let found = study.scenarios[scenario].strategies.iter().find(|s| &*s.name == strategy);
    &found.unwrap_or_else(|| panic!("no strategy {strategy}")).parameters.point
}

/// The number under every strategy of the first scenario.
fn numbers(study: &Study, key: &str) -> Vec<f64> {
    let key = Key::parse(key).unwrap();
    let strategies = study.scenarios[0].strategies.iter();
    strategies.map(|s| *s.parameters.point.clone().number_mut(&key).unwrap_or_else(|| panic!("no {key}"))).collect()
}

fn notes<'a>(diagnostics: &'a [Diagnostic], code: &str) -> Vec<&'a str> {
    let notes = diagnostics.iter().filter(|diagnostic| diagnostic.code == code && diagnostic.level == Level::Note);
    notes.map(|diagnostic| diagnostic.message.as_str()).collect()
}

#[test]
fn a_setting_edits_the_study_and_strategies_keep_what_they_say_themselves() {
    let Loaded { study, diagnostics } = loaded(&firm().set("voice.solicit", 0.4));
    assert_eq!(numbers(&study, "voice.solicit"), [0.4, 0.3, 0.4, 0.3]);
    assert_eq!(notes(&diagnostics, "N004"), ["strategies `ask 30 %` and `both` keep their own `voice.solicit`"]);
    let help = diagnostics.iter().find(|diagnostic| diagnostic.code == "N004").unwrap().help.clone().unwrap();
    assert!(help.contains("`strategy.\"ask 30 %\".voice.solicit`"), "{help}");
    // What nobody else says holds everywhere, and is no matter for a note.
    let Loaded { study, diagnostics } = loaded(&firm().set("costs.per_contact", 4).set("voice.solicit_cost", 0.5));
    assert_eq!(numbers(&study, "costs.per_contact"), [4.0; 4]);
    assert_eq!(notes(&diagnostics, "N004"), [""; 0], "the same value is nobody's own");
}

#[test]
fn a_reference_that_says_a_key_itself_is_not_moved() {
    let text = FIRM.replace("name = \"as is\"\n", "name = \"as is\"\nvoice = { solicit = 0.1 }\n");
    let before = StudyBuilder::from_text(&text).study();
    let Loaded { study, diagnostics } = loaded(&StudyBuilder::from_text(&text).set("voice.solicit", 0.4));
    assert_eq!(case(&study, 0, "as is"), case(&before, 0, "as is"));
    assert_eq!(case(&study, 0, "fast").voice.solicit, 0.4);
    assert_eq!(
        notes(&diagnostics, "N004"),
        ["strategies `as is`, `ask 30 %` and `both` keep their own `voice.solicit`"]
    );
    let all = text.replace("name = \"fast\"\n", "name = \"fast\"\nvoice = { solicit = 0.2 }\n");
    let Loaded { study, diagnostics } = loaded(&StudyBuilder::from_text(&all).set("voice.solicit", 0.4));
    assert_eq!(study.scenarios, StudyBuilder::from_text(&all).study().scenarios);
    assert_eq!(notes(&diagnostics, "N004"), ["all 4 strategies keep their own `voice.solicit`"]);
}

#[test]
fn a_scenario_keeps_its_own_too() {
    let Loaded { study, diagnostics } = loaded(&firm().set("severity.minor.complain", 0.2));
    assert_eq!([0, 1].map(|i| case(&study, i, "fast").severities[0].complain), [0.2, 0.5]);
    assert_eq!(notes(&diagnostics, "N004"), ["scenario `half complain` keeps its own `severity.minor.complain`"]);
    // A desk that is taken away, or brought, is said of all that is in it.
    let without = FIRM.replace("desk = { agents = 2 }", "desk = false");
    let Loaded { study, diagnostics } = loaded(&StudyBuilder::from_text(without).set("recovery.desk.agents", 3));
    assert_eq!(case(&study, 0, "as is").recovery.desk.as_ref().map(|desk| desk.agents), Some(3.0));
    assert_eq!(case(&study, 0, "fast").recovery.desk, None);
    assert_eq!(notes(&diagnostics, "N004"), ["strategies `fast` and `both` keep their own `recovery.desk.agents`"]);
    let Loaded { study, diagnostics } = loaded(&firm().set("recovery", "{ desk = false }"));
    assert_eq!(case(&study, 0, "fast").recovery.desk.as_ref().map(|desk| desk.agents), Some(2.0));
    assert_eq!(notes(&diagnostics, "N004"), ["strategies `fast` and `both` keep their own `recovery.desk`"]);
    // A study may take notes of this kind as seen.
    let silent = StudyBuilder::from_text(format!("allow = [\"N004\"]\n{FIRM}")).set("voice.solicit", 0.4);
    assert_eq!(notes(&loaded(&silent).diagnostics, "N004"), [""; 0]);
}

#[test]
fn one_strategy_or_scenario_is_edited_by_its_name() {
    let before = firm().study();
    let build = firm().set("strategy.\"ask 30 %\".voice.solicit", 0.6).set("strategy.fast.costs.training_per_year", 7);
    let study = build.study();
    // What extends an edited strategy has the edit too; the reference has not.
    assert_eq!(numbers(&study, "voice.solicit"), [0.0, 0.6, 0.0, 0.6]);
    assert_eq!(numbers(&study, "costs.training_per_year"), [0.0, 0.0, 7.0, 7.0]);
    assert_eq!(case(&study, 0, "as is"), case(&before, 0, "as is"));
    let build = firm()
        .set("scenario.\"half complain\".severity.minor.complain", 0.9)
        .set("scenario.base.weight", 1)
        .set("scenario.\"half complain\".weight", 2)
        .set("scenario.\"half complain\".horizon.periods", 12)
        .set("scenario.\"half complain\".voice.solicit", 0.2);
    let Loaded { study, diagnostics } = loaded(&build);
    assert_eq!([0, 1].map(|i| case(&study, i, "fast").severities[0].complain), [0.04, 0.9]);
    assert_eq!([0, 1].map(|i| case(&study, i, "fast").horizon.periods), [36, 12]);
    assert_eq!([0, 1].map(|i| study.scenarios[i].weight), [Some(1.0), Some(2.0)]);
    assert_eq!(["as is", "ask 30 %"].map(|name| case(&study, 1, name).voice.solicit), [0.2, 0.3]);
    assert_eq!(notes(&diagnostics, "N004"), ["strategies `ask 30 %` and `both` keep their own `voice.solicit`"]);
    // A strategy may be given what it builds on, and an uncertain number.
    let build = firm()
        .set("strategy.fast.extends", "\"strategy:ask 30 %\"")
        .set("strategy.\"ask 30 %\".voice.solicit", "{ uniform = [0.2, 0.6] }");
    let study = build.study();
    assert_eq!(case(&study, 0, "fast").voice.solicit, 0.4);
    assert_eq!(study.scenarios[0].strategies[2].parameters.uncertain.len(), 1);
}

#[test]
fn what_a_setting_names_must_be_there() {
    for (set, code, hint) in [
        ("strategy.fest.voice.solicit=0.5", "S021", "did you mean `fast`?"),
        ("strategy.\"ask 30\".voice.solicit=0.5", "S021", "did you mean `ask 30 %`?"),
        ("scenario.worst.severity.minor.complain=0.5", "S021", "there is `base` and `half complain`"),
        ("strategy.fast.voice.solict=0.5", "S010", "did you mean `solicit`?"),
        ("strategy.fast.horizon.periods=12", "S019", "overlay them in a [[scenario]]"),
        ("strategy.fast.failure.lost.rate=0.5", "S021", "there is `room not ready`"),
        ("strategy.fast.extends=\"strategy:slow\"", "S023", "`both`"),
        ("strategy.fast.name=\"slow\"", "S020", "rename it in the study"),
        ("strategy.fast=1", "S011", "must be a table"),
        ("strategy=1", "S011", "must be a list of tables"),
        ("strategy.fast.voice=1", "S011", "must be a table"),
        ("segment.guests.name=\"people\"", "S020", ""),
        ("failure.lost.rate=0.5", "S021", "there is `room not ready`"),
        ("failure.\"room not reddy\".rate=0.5", "S021", "did you mean `room not ready`?"),
    ] {
        let diagnostics = refused(FIRM, set);
        let told = rendered(&diagnostics, false);
        assert!(diagnostics.iter().all(|diagnostic| diagnostic.code == code), "{set}: {told}");
        assert!(told.contains(hint) && told.contains("--> --set:1:"), "{set}: {told}");
    }
    let alone = FIRM.split("[[scenario]]").next().unwrap();
    let told = rendered(&refused(alone, "strategy.\"as is\".voice.solicit=0.5"), false);
    assert!(told.contains("S021") && told.contains("no [[strategy]]: name the key alone"), "{told}");
}

#[test]
fn a_setting_may_bring_an_element_that_is_complete() {
    let study = firm().set("failure.lost.rate", 0.01).set("failure.lost.severity", "minor").study();
    assert!(
        study.scenarios.iter().flat_map(|s| &s.strategies).all(|s| &*s.parameters.point.failures[1].name == "lost")
    );
    // What only one strategy has is set there.
    let text = format!("{FIRM}[[strategy.failure]]\nname = \"lost\"\nseverity = \"minor\"\nrate = 0.01\n");
    let told = rendered(&refused(&text, "failure.lost.rate=0.02"), false);
    assert!(told.contains("only strategy `both` has") && told.contains("strategy.both.failure.lost.rate="), "{told}");
    let study = StudyBuilder::from_text(text).set("strategy.both.failure.lost.rate", 0.02).study();
    assert_eq!(case(&study, 0, "both").failures[1].rate, Some(0.02));
}

#[test]
fn overlays_that_a_strategy_extends_are_laid_in_their_order_and_its_own_last() {
    let study = firm().study();
    let both = case(&study, 0, "both");
    assert_eq!((both.voice.solicit, both.recovery.front_line_share), (0.3, 0.5));
    assert_eq!((both.costs.fixed_per_year, both.costs.training_per_year), (80_000.0, 1_000.0));
    let other = FIRM.replace(
        "[\"strategy:ask 30 %\", \"strategy:fast\"]",
        "[\"strategy:fast\", \"strategy:ask 30 %\"]\nsummary = \"own\"\nvoice = { solicit_cost = 0.9 }",
    );
    let study = StudyBuilder::from_text(&other).study();
    let both = case(&study, 0, "both");
    assert_eq!((both.voice.solicit, both.voice.solicit_cost), (0.3, 0.9));
    assert_eq!((both.costs.fixed_per_year, both.costs.training_per_year), (50_000.0, 1_000.0));
    assert!(study.resolved.contains("name = \"both\"\nsummary = \"own\"\n"), "{}", study.resolved);
    // Shipped policies can be taken together, and what one of them takes over comes along.
    let more = "[[strategy]]\nname = \"all\"\nextends = [\"strategy:both\", \"strategy:learning-loop\"]\n\
                [[strategy]]\nname = \"none\"\nextends = []\n";
    let study = StudyBuilder::from_text(format!("{FIRM}{more}")).study();
    let all = case(&study, 0, "all");
    assert_eq!((all.voice.solicit, all.recovery.front_line_share, all.learning.rate), (0.3, 0.5, 0.3));
    assert_eq!(case(&study, 0, "none"), case(&study, 0, "as is"));
}

#[test]
fn what_cannot_be_extended_is_refused_where_it_is_named() {
    for (extends, code, at, hint) in [
        ("[\"strategy:fast\", \"strategy:fest\"]", "S023", "\"strategy:fest\"", "did you mean `fast`?"),
        ("[\"strategy:fast\", \"strategy:both\"]", "S008", "\"strategy:both\"", "`both` extends `both`"),
        ("[\"strategy:fast\", \"fast\"]", "S023", "\"fast\"", "a list of such texts"),
        ("[\"strategy:fast\", 1]", "S011", "[\"strategy:fast\", 1]", "a text in quotes, or a list of them"),
        ("{ strategy = \"fast\" }", "S011", "{ strategy = \"fast\" }", "a text in quotes, or a list of them"),
    ] {
        let diagnostics = refused(&FIRM.replace("[\"strategy:ask 30 %\", \"strategy:fast\"]", extends), "");
        let told = rendered(&diagnostics, false);
        assert_eq!(diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(), [code], "{told}");
        let place = diagnostics[0].place.as_ref().unwrap();
        assert_eq!(&place.source.text[place.start..place.end], at, "{told}");
        assert!(told.contains(hint), "{told}");
    }
    let circle = FIRM.replace("name = \"fast\"\n", "name = \"fast\"\nextends = [\"strategy:both\"]\n");
    let diagnostics = refused(&circle, "");
    assert_eq!(diagnostics.len(), 1, "{}", rendered(&diagnostics, false));
    assert!(diagnostics[0].message.ends_with("`fast` extends `both` extends `fast`"), "{}", diagnostics[0].message);
    let many = format!("[{}]", vec!["\"strategy:fast\""; 101].join(", "));
    let diagnostics = refused(&FIRM.replace("[\"strategy:ask 30 %\", \"strategy:fast\"]", &many), "");
    assert_eq!(diagnostics[0].code, "S035");
}

#[test]
fn strategies_that_extend_many_times_over_are_followed_once_each() {
    // Every strategy names the one before twice: 2^98 ways to the first.
    let each =
        |i: usize| format!("[[strategy]]\nname = \"s{i}\"\nextends = [\"strategy:s{0}\", \"strategy:s{0}\"]\n", i - 1);
    let chain: String = (1..99).map(each).collect();
    let head = FIRM.split("[[strategy]]").next().unwrap();
    let text = format!("{head}[[strategy]]\nname = \"s0\"\nvoice = {{ solicit = 0.3, solicit_cost = 1 }}\n{chain}");
    assert_eq!(numbers(&StudyBuilder::from_text(text).study(), "voice.solicit"), [0.3; 99]);
}

#[test]
fn costs_that_replace_one_another_are_noted() {
    assert_eq!(
        notes(&loaded(&firm()).diagnostics, "N005"),
        ["in strategy `both`, `costs.fixed_per_year` of 50000 and 80000 makes 80000, not 130000"]
    );
    // Its own sum is what the strategy costs, and is noted at the sum.
    let own = format!("{FIRM}costs = {{ fixed_per_year = 130_000 }}\n");
    let diagnostics = loaded(&StudyBuilder::from_text(&own)).diagnostics;
    let note = diagnostics.iter().find(|diagnostic| diagnostic.code == "N005").unwrap();
    assert_eq!(
        note.message,
        "in strategy `both`, `costs.fixed_per_year` of 50000, 80000 and 130000 makes 130000, not 260000"
    );
    let place = note.place.as_ref().unwrap();
    assert_eq!(&place.source.text[place.start..place.end], "130_000");
    // Uncertain costs have no sum to show; equal ones, and other tables, are no matter for a note.
    let spread = FIRM.replace("fixed_per_year = 80_000", "fixed_per_year = { low = 1_000, high = 2_000 }");
    assert_eq!(
        notes(&loaded(&StudyBuilder::from_text(spread)).diagnostics, "N005"),
        ["in strategy `both`, `costs.fixed_per_year` of 50000 and { low = 1000.0, high = 2000.0 } \
          makes { low = 1000.0, high = 2000.0 }, not their sum"]
    );
    let equal = FIRM.replace("fixed_per_year = 80_000", "fixed_per_year = 50_000");
    assert_eq!(notes(&loaded(&StudyBuilder::from_text(&equal)).diagnostics, "N005"), [""; 0]);
    // A setting counts as if the file said it; whoever takes a strategy over is not told again.
    let more = format!("{equal}[[strategy]]\nname = \"the same\"\nextends = \"strategy:both\"\n");
    let set = StudyBuilder::from_text(more).set("strategy.fast.costs.fixed_per_year", 60_000);
    assert_eq!(
        notes(&loaded(&set).diagnostics, "N005"),
        ["in strategy `both`, `costs.fixed_per_year` of 50000 and 60000 makes 60000, not 110000"]
    );
    // A policy that is taken over with a cost of its own is one of the overlays.
    let policy =
        "[[strategy]]\nname = \"learn\"\nextends = \"strategy:learning-loop\"\ncosts = { fixed_per_year = 9 }\n";
    let diagnostics = loaded(&StudyBuilder::from_text(format!("{equal}{policy}"))).diagnostics;
    assert_eq!(
        notes(&diagnostics, "N005"),
        ["in strategy `learn`, `costs.fixed_per_year` of 80000 and 9 makes 9, not 80009"]
    );
}

#[test]
fn what_was_set_is_in_the_resolved_study() {
    let build = firm()
        .set("voice.solicit", 0.4)
        .set("strategy.\"ask 30 %\".voice.solicit", "{ uniform = [0.2, 0.6] }")
        .set("scenario.\"half complain\".severity.minor.complain", 0.9)
        .set("failure.lost.rate", 0.01)
        .set("failure.lost.severity", "minor")
        .set("horizon.periods", 6)
        .set("study.draws", 20);
    let study = build.study();
    let origin = Origin::Text { name: study.name.clone(), text: study.resolved.clone() };
    let Loaded { study: again, diagnostics } = load(&Request::new(origin)).unwrap();
    assert_eq!(notes(&diagnostics, "N004"), [""; 0]);
    assert_eq!((&again.resolved, again.hash()), (&study.resolved, study.hash()));
    let records = |study: &Study| {
        let results = simulate(study, &NoProgress).expect("nobody stops it");
        let strategies = results.scenarios.into_iter().flat_map(|scenario| scenario.strategies);
        strategies
            .map(|strategy| strategy.simulations.records.iter().map(|r| r.npv()).collect())
            .collect::<Vec<Vec<f64>>>()
    };
    assert_eq!(records(&again), records(&study));
    assert_ne!(study.hash(), firm().study().hash());
}
