//! How texts become cases: `extends`, overlays, `--set`, sweeps, and the resolved study.

use recoup::diagnostic::Diagnostic;
use recoup::dist::Uncertain;
use recoup::input::build::StudyBuilder;
use recoup::input::render::rendered;
use recoup::input::shipped::{PRESETS, STUDIES};
use recoup::input::source::Origin;
use recoup::input::{Loaded, Request, load};
use recoup::language::Language;
use recoup::scenario::acquisition::AcquisitionPolicy;
use recoup::scenario::failure::Per;
use recoup::scenario::key::Key;
use recoup::scenario::parameters::Parameters;
use recoup::scenario::study::{Study, UncertainParameters};

/// A firm that has everything it needs and nothing more.
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
"#;

fn firm(more: &str) -> StudyBuilder {
    StudyBuilder::from_text(format!("{FIRM}\n{more}"))
}

fn case(study: &Study, scenario: usize, strategy: usize) -> &Parameters {
    &study.scenarios[scenario].strategies[strategy].parameters.point
}

fn number(case: &Parameters, key: &str) -> f64 {
    case.clone().number_mut(&Key::parse(key).unwrap()).copied().unwrap_or_else(|| panic!("no {key}"))
}

fn refused(builder: &StudyBuilder) -> String {
    match builder.load() {
        Ok(_) => panic!("accepted"),
        Err(diagnostics) => rendered(&diagnostics, false),
    }
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

/// The study as it is, without what depends on where it was written.
fn without_places(mut study: Study) -> Study {
    let strategies =
        study.scenarios.iter_mut().flat_map(|scenario| &mut scenario.strategies).map(|s| &mut s.parameters);
    let swept = study.sweeps.iter_mut().flat_map(|sweep| &mut sweep.scenarios).flatten().flat_map(|s| &mut s.cases);
    for case in strategies.chain(swept) {
        forget_places(case);
    }
    study
}

fn forget_places(case: &mut UncertainParameters) {
    for number in &mut case.uncertain {
        number.place = None;
    }
    for other in [&mut case.before, &mut case.base].into_iter().flatten() {
        forget_places(std::sync::Arc::make_mut(other));
    }
}

fn again(study: &Study) -> Loaded {
    let origin = Origin::Text { name: study.name.clone(), text: study.resolved.clone() };
    load(&Request::new(origin))
        .unwrap_or_else(|diagnostic| panic!("{}\n{}", rendered(&diagnostic, false), study.resolved))
}

#[test]
fn a_study_without_strategies_and_scenarios_has_one_of_each() {
    let study = firm("").study();
    assert_eq!(study.scenarios.len(), 1);
    assert_eq!(&*study.scenarios[0].name, "base");
    assert_eq!(study.scenarios[0].weight, None);
    assert_eq!(study.scenarios[0].strategies.len(), 1);
    assert_eq!(&*study.scenarios[0].strategies[0].name, "as is");
    assert_eq!(study.title, "text");
    assert_eq!(study.currency, "USD");
}

#[test]
fn a_study_speaks_the_language_that_is_written_or_asked_for() {
    let english = firm("").study();
    assert_eq!(english.language, Language::English);
    assert!(!english.resolved.contains("language"));
    let hotel = STUDIES.iter().find(|(name, _)| *name == "city-hotel").unwrap().1;
    let text = format!("language = \"es-MX\"\n{hotel}");
    let written = load(&Request::new(Origin::Text { name: "text".into(), text })).unwrap().study;
    assert_eq!(written.language, Language::Spanish);
    let spanish =
        load(&Request { set: vec!["language=es_MX".into()], ..Request::builtin("city-hotel") }).unwrap().study;
    let english = load(&Request::builtin("city-hotel")).unwrap().study;
    assert_eq!(spanish.language, Language::Spanish);
    assert!(spanish.resolved.contains("language = \"es\""), "{}", spanish.resolved);
    assert_eq!((&spanish.scenarios, &spanish.settings), (&english.scenarios, &english.settings));
    let asked = Request { language: Some(Language::Chinese), ..Request::builtin("city-hotel") };
    let study = load(&asked).unwrap().study;
    assert_eq!(study.language, Language::Chinese);
    assert!(study.resolved.contains("language = \"zh\""), "{}", study.resolved);
}

#[test]
fn what_is_not_written_has_its_default() {
    let study = firm("").study();
    let case = case(&study, 0, 0);
    assert_eq!((case.horizon.periods, case.horizon.discount_rate), (36, 0.10));
    assert_eq!((case.market.customers, case.market.prospects), (50_000.0, 200_000.0));
    assert_eq!(case.failures[0].per, Per::Purchase);
    assert_eq!((case.failures[0].first_period, case.failures[0].last_period), (0, 35));
    assert_eq!(case.word_of_mouth.told.silent, 9.5);
    assert_eq!(case.recovery.resolves_max, None);
    assert_eq!((case.acquisition.cost, case.acquisition.budget_per_year), (None, None));
    assert_eq!(case.recovery.desk, None);
    assert_eq!(study.settings.draws, 1000);
}

#[test]
fn a_desk_has_its_defaults_once_its_table_is_there() {
    let study = firm("[recovery.desk]").study();
    let desk = case(&study, 0, 0).recovery.desk.clone().unwrap();
    assert_eq!((desk.agents, desk.handle_minutes, desk.quick_hours), (6.0, 20.0, 24.0));
}

#[test]
fn the_last_period_follows_the_horizon_of_each_scenario() {
    let study =
        firm("[[scenario]]\nname = 'short'\nhorizon = { periods = 12 }\n[[scenario]]\nname = 'as written'").study();
    assert_eq!(case(&study, 0, 0).failures[0].last_period, 11);
    assert_eq!(case(&study, 1, 0).failures[0].last_period, 35);
}

#[test]
fn tables_merge_key_by_key() {
    let study = firm(
        "[voice]\nsolicit = 0.1\nsolicit_cost = 0.2\n[[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\nvoice = { solicit = 0.3 }",
    )
    .study();
    assert_eq!(number(case(&study, 0, 0), "voice.solicit"), 0.1);
    assert_eq!(number(case(&study, 0, 1), "voice.solicit"), 0.3);
    assert_eq!(number(case(&study, 0, 1), "voice.solicit_cost"), 0.2);
}

#[test]
fn named_entries_merge_by_name_and_complete_new_ones_are_appended() {
    let study = firm(
        r#"
[[strategy]]
name = "a"
[[strategy]]
name = "b"
[[strategy.failure]]
name = "lost booking"
severity = "minor"
rate = 0.01
[[strategy.failure]]
name = "room not ready"
rate = 0.05
"#,
    )
    .study();
    assert_eq!(case(&study, 0, 0).failures.len(), 1);
    let failures = &case(&study, 0, 1).failures;
    assert_eq!(failures.len(), 2);
    assert_eq!((&*failures[0].name, failures[0].rate), ("room not ready", Some(0.05)));
    assert_eq!((&*failures[1].name, failures[1].rate), ("lost booking", Some(0.01)));
}

#[test]
fn uncertain_numbers_replace_whole_and_plain_numbers_replace_them() {
    let study = firm(
        r#"
[voice]
solicit = { mean = 0.2, sd = 0.1 }
[[strategy]]
name = "a"
[[strategy]]
name = "b"
voice = { solicit = { uniform = [0.2, 0.4] }, solicit_cost = 1 }
[[strategy]]
name = "c"
voice = { solicit = 0.3, solicit_cost = 1 }
"#,
    )
    .study();
    let uncertain = |i: usize| &study.scenarios[0].strategies[i].parameters.uncertain;
    assert!(matches!(uncertain(0)[0].distribution, Uncertain::Beta { .. }));
    assert_eq!((uncertain(0)[0].least, uncertain(0)[0].greatest), (0.0, 1.0));
    assert_eq!(uncertain(1)[0].distribution, Uncertain::Uniform { low: 0.2, high: 0.4 });
    assert!(uncertain(2).is_empty());
    assert_eq!(number(case(&study, 0, 1), "voice.solicit"), 0.5 * (0.2 + 0.4));
}

#[test]
fn a_desk_is_removed_by_false_and_a_later_one_starts_from_its_defaults() {
    let study = firm(
        r#"
[recovery.desk]
agents = 3
handle_minutes = 7
[[scenario]]
name = "with"
[[scenario]]
name = "without"
recovery = { desk = false }
[[strategy]]
name = "as written"
[[strategy]]
name = "none"
recovery = { desk = false, quick = 0.4, compensation = 0.1 }
[[strategy]]
name = "new"
recovery = { desk = { agents = 9 } }
costs = { setup = 1 }
"#,
    )
    .study();
    let desk = |i, j| case(&study, i, j).recovery.desk.as_ref().map(|desk| (desk.agents, desk.handle_minutes));
    assert_eq!([desk(0, 0), desk(0, 1), desk(0, 2)], [Some((3.0, 7.0)), None, Some((9.0, 7.0))]);
    assert_eq!([desk(1, 0), desk(1, 1), desk(1, 2)], [None, None, Some((9.0, 20.0))]);
}

#[test]
fn the_order_is_extends_then_study_then_setting_then_scenario_then_strategy() {
    let text = r#"
[severity.minor]
complain = 0.2
[recovery]
resolves = 0.51
quick = 0.3
[[scenario]]
name = "s"
recovery = { resolves = 0.52, front_line_share = 0.2 }
severity = { minor = { complain = 0.3 } }
[[strategy]]
name = "t"
recovery = { resolves = 0.53 }
"#;
    let firm = FIRM.split("[severity").next().unwrap();
    let builder = StudyBuilder::from_text(format!("extends = 'preset:tarp-minor'\n{firm}\n{text}"));
    let study = builder.study();
    assert_eq!(number(case(&study, 0, 0), "severity.minor.repurchase.quick"), 0.95);
    assert_eq!(number(case(&study, 0, 0), "severity.minor.complain"), 0.3);
    assert_eq!(number(case(&study, 0, 0), "recovery.resolves"), 0.53);
    assert_eq!(number(case(&study, 0, 0), "recovery.front_line_share"), 0.2);
    assert_eq!(number(case(&study, 0, 0), "recovery.quick"), 0.3);
    let set = builder.set("recovery.resolves", 0.6).set("recovery.quick", 0.4).set("severity.minor.complain", 0.4);
    let set = set.set("severity.minor.repurchase.quick", 0.9).study();
    assert_eq!(number(case(&set, 0, 0), "recovery.resolves"), 0.53);
    assert_eq!(number(case(&set, 0, 0), "recovery.quick"), 0.4);
    assert_eq!(number(case(&set, 0, 0), "severity.minor.complain"), 0.3);
    assert_eq!(number(case(&set, 0, 0), "severity.minor.repurchase.quick"), 0.9);
}

#[test]
fn files_extend_files_by_paths_relative_to_themselves() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("inner")).unwrap();
    std::fs::write(folder.path().join("base.toml"), format!("title = 'base'\n{FIRM}\n[[strategy]]\nname = 'first'\n"))
        .unwrap();
    let top = folder.path().join("inner/top study.toml");
    let text = "extends = '../base.toml'\nsummary = 'top'\nvoice = { solicit = 0.25 }\n[[strategy]]\nname = 'second'\n";
    std::fs::write(&top, text).unwrap();
    let study =
        load(&Request::file(&top)).unwrap_or_else(|diagnostic| panic!("{}", rendered(&diagnostic, false))).study;
    assert_eq!((study.name.as_str(), study.title.as_str()), ("top study", "base"));
    assert_eq!(study.summary.as_deref(), Some("top"));
    let names: Vec<&str> = study.scenarios[0].strategies.iter().map(|strategy| &*strategy.name).collect();
    assert_eq!(names, ["first", "second"]);
    assert_eq!(number(case(&study, 0, 0), "voice.solicit"), 0.25);
}

#[test]
fn a_text_cannot_reach_files() {
    let told = refused(&StudyBuilder::from_text("extends = '/etc/passwd'"));
    assert!(told.contains("S007") && !told.contains("root:"), "{told}");
}

#[test]
fn a_strategy_extends_another() {
    let study = firm(
        r#"
[[strategy]]
name = "a"
[[strategy]]
name = "c"
extends = "strategy:b"
costs = { setup = 5 }
[[strategy]]
name = "b"
voice = { solicit = 0.3, solicit_cost = 0.5 }
costs = { setup = 1, fixed_per_year = 2 }
"#,
    )
    .study();
    let c = case(&study, 0, 1);
    assert_eq!((c.voice.solicit, c.costs.setup, c.costs.fixed_per_year), (0.3, 5.0, 2.0));
}

#[test]
fn changes_are_the_keys_that_differ_from_the_reference() {
    let study = StudyBuilder::builtin("city-hotel").study();
    let keys = |i: usize| -> Vec<String> {
        study.scenarios[0].strategies[i].changes.iter().map(ToString::to_string).collect()
    };
    assert!(keys(0).is_empty());
    assert_eq!(keys(1), ["voice.solicit", "voice.solicit_cost"]);
    assert_eq!(keys(4).len(), 4);
    assert!(keys(4).iter().all(|key| key.starts_with("response.prevention.")));
}

#[test]
fn settings_take_names_words_quotes_and_spreads() {
    let study = StudyBuilder::builtin("city-hotel")
        .set("segment.leisure.margin", 70)
        .set("failure.\"lost booking\".rate", "{ uniform = [0.0, 0.02] }")
        .set("acquisition.policy", "none")
        .set("horizon.period", "\"week\"")
        .set("study.draws", 12)
        .set("title", "Another hotel")
        .set("strategy.prevent.response.prevention.spend_per_year", 90_000)
        .study();
    let last = case(&study, 0, 4);
    assert_eq!(case(&study, 1, 4).acquisition.policy, AcquisitionPolicy::None);
    assert_eq!(last.segments[0].margin, 70.0);
    assert_eq!(last.failures[1].rate, Some(0.01));
    assert_eq!(last.acquisition.policy, AcquisitionPolicy::None);
    assert_eq!(last.horizon.period.name(), "week");
    assert_eq!(last.responses[0].spend_per_year, 90_000.0);
    assert!(case(&study, 0, 0).responses.is_empty());
    assert_eq!((study.settings.draws, study.title.as_str()), (12, "Another hotel"));
}

#[test]
fn options_act_like_settings() {
    let request = Request {
        engine: Some(recoup::scenario::study::EngineKind::Expected),
        seed: Some(7),
        draws: Some(1),
        replicates: Some(2),
        ..Request::builtin("city-hotel")
    };
    let settings = load(&request).unwrap().study.settings;
    assert_eq!((settings.engine.name(), settings.seed, settings.draws, settings.replicates), ("expected", 7, 1, 2));
    let told = load(&Request { draws: Some(u64::MAX), ..Request::builtin("city-hotel") }).unwrap_err();
    assert_eq!(
        told.iter().filter(|diagnostic| diagnostic.code == "S011" || diagnostic.code == "S012").count(),
        1,
        "{told:?}"
    );
}

#[test]
fn a_setting_may_make_an_ordered_number_certain() {
    let order = "[[order]]\nkeys = ['severity.minor.repurchase.resolved', 'severity.minor.repurchase.quick']\n";
    let text =
        format!("{}\n{order}", recoup::input::shipped::find(recoup::input::shipped::STUDIES, "city-hotel").unwrap());
    let loaded = StudyBuilder::from_text(text).set("severity.minor.repurchase.quick", 0.9).load().unwrap();
    assert!(codes(&loaded.diagnostics).iter().all(|code| code.starts_with('N')), "{:?}", loaded.diagnostics);
}

#[test]
fn a_setting_that_is_none_is_refused() {
    for (setting, code) in [
        ("", "S022"),
        ("voice.solicit", "S022"),
        ("voice.solicit=", "S022"),
        ("=0.5", "S022"),
        ("a b=1", "S022"),
        ("voice.solicit=0.5\nseed=3", "S022"),
        ("voice.solicit=1.5", "S012"),
        ("voice.solicit=much", "S011"),
        ("voice.solict=0.5", "S010"),
        ("failure.lost.rate=0.5", "S021"),
        ("failure.lost.rate=0.5 # x", "S021"),
        ("response.prevention.spend_per_year=1", "S021"),
        ("sweep.steps=3", "S010"),
        ("acquisition.policy=buy", "S015"),
        ("voice={ solicit = 0.5, solcit = 1 }", "S010"),
    ] {
        let request = Request { set: vec![setting.into()], ..Request::builtin("city-hotel") };
        let diagnostics = load(&request).expect_err(setting);
        assert_eq!(codes(&diagnostics), [code], "{setting}: {}", rendered(&diagnostics, false));
    }
}

#[test]
fn a_sweep_moves_its_key_after_the_strategy() {
    let study = StudyBuilder::builtin("city-hotel").study();
    let sweep = &study.sweeps[1];
    assert_eq!(sweep.key.to_string(), "voice.solicit");
    assert_eq!((sweep.values.len(), sweep.values[0], sweep.values[20]), (21, 0.0, 1.0));
    assert_eq!(sweep.scenarios.len(), 2);
    let swept = &sweep.scenarios[1][0];
    assert_eq!((swept.strategy, swept.current), (3, Some(0.45)));
    assert_eq!(swept.cases[10].point.voice.solicit, 0.5);
    assert_eq!(swept.cases[10].point.recovery.front_line_share, 0.5);
    assert_eq!(swept.cases[10].point.acquisition.policy, AcquisitionPolicy::None);
}

#[test]
fn a_sweep_without_strategy_moves_all_but_the_reference() {
    let study = firm(
        r#"
[[strategy]]
name = "a"
[[strategy]]
name = "b"
voice = { solicit = { mean = 0.3, sd = 0.1 }, solicit_cost = 0.5 }
[[strategy]]
name = "c"
costs = { setup = 1 }
[[sweep]]
key = "voice.solicit"
from = 0.0
to = 1.0
steps = 3
[[sweep]]
key = "recovery.desk.agents"
from = 1
to = 3
steps = 3
"#,
    )
    .study();
    let swept = &study.sweeps[0].scenarios[0];
    assert_eq!(swept.iter().map(|s| (s.strategy, s.current)).collect::<Vec<_>>(), [(1, None), (2, Some(0.0))]);
    assert!(swept[0].cases.iter().all(|case| case.uncertain.is_empty()));
    // The lever brings its table: a desk where there was none.
    let desks = &study.sweeps[1].scenarios[0][0].cases;
    assert_eq!(
        desks.iter().map(|c| c.point.recovery.desk.as_ref().unwrap().agents).collect::<Vec<_>>(),
        [1.0, 2.0, 3.0]
    );
}

#[test]
fn every_shipped_study_is_accepted_without_warnings() {
    for (name, _) in STUDIES {
        let loaded =
            load(&Request::builtin(name)).unwrap_or_else(|diagnostic| panic!("{}", rendered(&diagnostic, false)));
        assert!(
            codes(&loaded.diagnostics).iter().all(|code| code.starts_with('N')),
            "{}",
            rendered(&loaded.diagnostics, false)
        );
        assert_eq!(loaded.study.name, *name);
    }
}

#[test]
fn every_preset_carries_a_small_firm_without_warnings() {
    for (name, text) in PRESETS {
        let severity = if text.contains("[severity.problem]") { "problem" } else { &name["tarp-".len()..] };
        let loaded = StudyBuilder::preset(name, severity).load();
        let loaded = loaded.unwrap_or_else(|diagnostic| panic!("{name}\n{}", rendered(&diagnostic, false)));
        assert!(
            codes(&loaded.diagnostics).iter().all(|code| code.starts_with('N')),
            "{}",
            rendered(&loaded.diagnostics, false)
        );
    }
}

#[test]
fn a_resolved_study_is_the_same_study() {
    let hotel = StudyBuilder::builtin("city-hotel");
    let outage = StudyBuilder::builtin("one-off-outage");
    let desks = firm(
        r#"
[recovery.desk]
agents = 3
[[segment]]
name = "odd \"name\" 房间"
share = 0.0
purchases_per_year = { low = 1, high = 3 }
margin = -1e-7
retention_cost = 1e12
base_loyalty = { low = 0.8, high = 0.9 }
[[scenario]]
name = "without"
weight = 0.3
recovery = { desk = false }
[[scenario]]
name = "with"
weight = 0.7
[[strategy]]
name = "a"
[[strategy]]
name = "b"
extends = "strategy:c"
recovery = { desk = { handle_minutes = 9 } }
[[strategy]]
name = "c"
summary = "two\nlines"
recovery = { desk = false, compensation = 0.2 }
[[strategy.failure]]
name = "new"
severity = "minor"
rate = 0.01
"#,
    );
    for builder in [
        hotel.clone(),
        hotel.clone().set("voice.solicit", 0.3).set("recovery.desk.agents", 4).set("acquisition.policy", "replace"),
        hotel
            .clone()
            .set("strategy.prevent.response.prevention.spend_per_year", 1e5)
            .set("horizon.periods", 12)
            .set("study.seed", 9),
        hotel.clone().set("failure.\"room not ready\".rate", "{ low = 0.03, high = 0.08 }"),
        outage.clone(),
        outage.set("recovery", "{ desk = false }"),
        StudyBuilder::builtin("tarp-major").set("severity.major.complain", 0.2),
        desks.clone(),
        desks.clone().set("recovery.desk.agents", 2),
        desks.clone().set("recovery.desk", false),
        desks
            .set("strategy.c.failure.new.rate", 0.02)
            .set("scenario.with.weight", 0.9)
            .set("voice.solicit", "{ choice = [0.1, 0.2], weights = [1, 3] }"),
    ] {
        let study = builder.study();
        let read = again(&study);
        assert_eq!(without_places(study.clone()), without_places(read.study), "{}", study.resolved);
        assert!(!study.resolved.contains("extends"), "{}", study.resolved);
    }
}
