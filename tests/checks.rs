//! Checks of meaning: what is refused, what is warned of, and what is not.

use std::collections::BTreeSet;
use std::path::Path;

use recoup::diagnostic::{Diagnostic, Level};
use recoup::evidence::ledger::{self, Kind, entries};
use recoup::input::build::StudyBuilder;
use recoup::input::diagnostic_codes::{self, CODES};
use recoup::input::render::{one, rendered};
use recoup::input::source::Origin;
use recoup::input::{Request, load};
use recoup::scenario::acquisition::Acquisition;
use recoup::scenario::costs::{Costs, Learning, Response};
use recoup::scenario::failure::{ByOutcome, Failure, Severity};
use recoup::scenario::key::Key;
use recoup::scenario::loyalty::{ByMemory, Loyalty, Satisfaction};
use recoup::scenario::market::{Individuals, Market, Segment, Tenure};
use recoup::scenario::recovery::{Desk, Guarantee, Recovery, Voice};
use recoup::scenario::word_of_mouth::{Contagion, Network, WordOfMouth};

const FIRM: &str = r#"
[[segment]]
name = "guests"
share = 1.0
purchases_per_year = 2.0
margin = 60.0
retention_cost = 12.0
base_loyalty = 0.87

[[failure]]
name = "late"
severity = "minor"
per = "year"
rate = 0.06

[severity.minor]
loss = 40.0
complain = 0.04
repurchase = { silent = 0.37, unresolved = 0.46, resolved = 0.70, quick = 0.95 }
"#;

/// Everything said about the firm with more written below it.
fn diagnostics(more: &str) -> Vec<Diagnostic> {
    said_of(format!("{FIRM}\n{more}"))
}

fn said_of(text: String) -> Vec<Diagnostic> {
    match StudyBuilder::from_text(text).load() {
        Ok(loaded) => loaded.diagnostics,
        Err(diagnostic) => diagnostic,
    }
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

fn replaced(from: &str, to: &str) -> String {
    assert!(FIRM.contains(from));
    FIRM.replace(from, to)
}

#[test]
fn a_plain_firm_is_accepted_without_a_word() {
    assert_eq!(diagnostics(""), []);
}

#[test]
fn a_start_is_judged_by_numbers_that_stand_and_beside_other_errors() {
    let ask = "[[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\nvoice = { solicit = 0.2, solicit_cost = 1 }\n";
    let found = |more: &str| {
        diagnostics(&format!("{more}\n{ask}starts = 3")).iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>()
    };
    // A refused value says nothing of the start ...
    for refused in ["[horizon]\nperiods = 0", "[horizon]\nperiods = 1_000_000", "[segment]\npurchases_cv = -0.1"] {
        let text = match refused.strip_prefix("[segment]\n") {
            Some(line) => replaced("base_loyalty = 0.87", &format!("base_loyalty = 0.87\n{line}")) + ask + "starts = 3",
            None => format!("{FIRM}\n{refused}\n{ask}starts = 3"),
        };
        assert_eq!(codes(&said_of(text)), ["S012"], "{refused}");
    }
    // ... and another error does not hide it.
    assert_eq!(found("[horizon]\nperiods = 2\n[learning]\nrate = 1.01"), ["S012", "S055"]);
}

#[test]
fn a_bound_that_is_not_reached_is_said_to_be() {
    let more = "[[failure]]\nname = 'x'\nseverity = 'minor'\nper = 'year'\nshare = 1.0";
    let diagnostics = diagnostics(more);
    assert_eq!(codes(&diagnostics), ["S012"]);
    assert!(diagnostics[0].message.ends_with("must be below 1"), "{}", diagnostics[0].message);
}

#[test]
fn each_fault_has_its_code() {
    let cases: &[(&str, &[&str])] = &[
        ("[horizon]\nterminal_value = 'clv'\ndiscount_rate = 0.05", &[]),
        ("[horizon]\nterminal_value = 'clv'\ndiscount_rate = 0.0", &["S039", "W002"]),
        ("[horizon]\nperiods = 10_001", &["S012"]),
        ("[horizon]\nperiods = 10_000", &[]),
        ("[market]\ncustomers = 2e12", &["S012"]),
        ("[market]\ncustomers = 1_000_000_000_000\nprospects = 0", &[]),
        ("[market]\ncustomers = 0\nprospects = 0", &["S034"]),
        ("[market]\ncustomers = { low = 40_000, high = 60_000 }", &[]),
        ("[study]\ndraws = 10_000\nreplicates = 10_000", &[]),
        ("[study]\ndraws = 10_000\nreplicates = 10_001", &["S036"]),
        ("[study]\ndraws = 9_223_372_036_854_775_807\nreplicates = 2", &["S012"]),
        ("[study]\nseed = -1", &["S012"]),
        ("[study]\ndraws = 0", &["S012"]),
        ("[recovery]\nresolves_max = 0.6", &[]),
        ("[recovery]\nresolves_max = 0.59", &["S037"]),
        ("[recovery]\nresolves = { beta = [6, 4] }\nresolves_max = 0.7", &["W008"]),
        ("[recovery]\nresolves = { uniform = [0.5, 0.6] }\nresolves_max = { uniform = [0.7, 0.8] }", &[]),
        ("[recovery]\ncompensation = -0.1", &["S012"]),
        ("[recovery.desk]\nagents = 0", &["S038"]),
        ("[recovery.desk]\nagents = { uniform = [1, 3] }", &["S017"]),
        ("[recovery.desk]\nagents = 1.9", &[]),
        ("[recovery]\nquick = 0.4\n[recovery.desk]", &["N003"]),
        ("[recovery]\nquick = 0.5\n[recovery.desk]", &[]),
        ("[recovery.desk]\nhours_per_week = 0\nquick_hours = 0\nhandle_minutes = 0", &["S012", "S012", "S012"]),
        ("[word_of_mouth]\nretention_divisor_negative = 0\nretention_divisor_positive = -1", &["S012", "S012"]),
        ("[costs]\nagent_per_year = 100", &["N003"]),
        ("[recovery]\nfair_treatment = 0.5", &["N003"]),
        ("[recovery]\nfair_treatment = 0.5\nresolves_max = 0.9", &[]),
        ("[recovery]\nfair_treatment_saves = 0.95", &["S012"]),
        ("[recovery]\nlate_days = 3", &[]),
        ("[recovery]\nlate_days = 3\n[recovery.desk]", &["N003"]),
        ("[recovery]\nfront_line_limit = 20", &["N003"]),
        ("[recovery]\nfront_line_limit = 20\n[segment.recovery]\ncompensation = 0.5", &[]),
        ("[recovery]\nfront_line_resolves_max = 0.8", &["N003"]),
        ("[recovery]\nfront_line_resolves_max = 0.8\n[segment.recovery]\nfront_line_share = 0.5", &[]),
        ("[recovery]\nfront_line_limit = 20\ncompensation = 0.5", &[]),
        ("[recovery]\nfront_line_limit = -1\ncompensation = 0.5", &["S012"]),
        ("[[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\nguarantee = { invoked = 0.1 }", &["W004"]),
        ("[[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\nguarantee = { invoked = 0.1, refund = 30 }", &[]),
        ("[[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\nseverity.minor.compensation = 0.5", &[]),
        ("[[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\nloyalty.spend.aggrieved = 0.9", &["W004"]),
        ("[tenure]\nnewcomer_years = 2", &["N003"]),
        ("[tenure]\nnewcomer_years = 2\nnewcomer_margin = 0.8", &[]),
        ("[guarantee]\ninvoked = 1.2\nrefund = -1\nrepurchase = 2", &["S012", "S012", "S012"]),
        ("[loyalty]\nspend = { aggrieved = -0.1, calm = 1 }", &["S010", "S012"]),
        ("[acquisition]\ncost = 0", &["W003"]),
        ("[acquisition]\ncost = 0\npolicy = 'none'", &["N003"]),
        ("[acquisition]\ncost = 10\ncost_ratio = 4", &["N003"]),
        ("[[failure]]\nname = 'x'\nseverity = 'minor'\nrate = 0\nfirst_period = 37\nlast_period = 3", &["W005"]),
        ("[[failure]]\nname = 'x'\nseverity = 'minor'\nrate = 0\nfirst_period = 4\nlast_period = 4", &[]),
        ("[[failure]]\nname = 'x'\nseverity = 'minor'\nrate = 0\nfirst_period = 4\nlast_period = 3", &["S033"]),
        ("[[failure]]\nname = 'x'\nseverity = 'minor'\nper = 'year'\nrate = 5.94", &[]),
        ("[[failure]]\nname = 'x'\nseverity = 'minor'\nper = 'year'\nrate = 5.95", &["W001"]),
        // Dated apart, the two never add up.
        (
            "[[failure]]\nname = 'x'\nseverity = 'minor'\nper = 'year'\nrate = 5\nlast_period = 4\n\
          [[failure]]\nname = 'y'\nseverity = 'minor'\nper = 'year'\nrate = 5\nfirst_period = 5",
            &[],
        ),
        ("[[correlation]]\nkeys = ['voice.solicit', 'voice.solicit_cost']\nrho = 0.1", &["W009"]),
        ("[[correlation]]\nkeys = ['voice.solicit', 'voice.solicit']\nrho = 0.1", &["S044"]),
        ("[[order]]\nkeys = ['voice.solicit', 'recovery.resolves']\n[voice]\nsolicit = { mean = 0.1, sd = 0.1 }", &[]),
        ("[[order]]\nkeys = ['voice.solicit']", &["S044"]),
        ("[[scenario]]\nname = 'a'\nweight = 0\n[[scenario]]\nname = 'b'\nweight = 0", &["S045"]),
        ("[[scenario]]\nname = 'a'\nweight = 1\n[[scenario]]\nname = 'b'\nweight = 3", &[]),
        ("[loyalty]\nwindow_years = { normal = [1, 0.4] }", &["W006"]),
        ("[loyalty]\nwindow_years = { normal = [1, 0.3] }", &[]),
        ("[loyalty]\nrepeat_log_odds = { mean = -0.3, sd = 0.1 }", &["S016"]),
        ("[loyalty]\nrepeat_log_odds = { mean = 0.3, sd = 0.1 }", &[]),
        ("[learning]\nrate = 1.01", &["S012"]),
        ("[segment.severity.minor]\nloss = 0\ncompensation_amount = 5", &["S012"]),
        ("[segment.severity.minor]\nloss = 0\ncompensation_amount = 0", &[]),
        ("[[variant]]\nname = 'v'\nacquisition = { policy = 'contagion' }", &["S052"]),
        ("[[variant]]\nname = 'no replacement'\nacquisition = { policy = 'none' }", &["S054"]),
        (
            "[[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\nstarts = 3\nvoice = { solicit = 0.2, solicit_cost = 1 }\n\
             [[variant]]\nname = 'v'\nhorizon = { periods = 2 }",
            &["S055"],
        ),
        (
            "[horizon]\nterminal_value = 'clv'\n[[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\nstarts = 36\n\
             ramp_periods = 1\nvoice = { solicit = 0.2, solicit_cost = 1 }",
            &["W012"],
        ),
        (
            "[horizon]\nterminal_value = 'clv'\n[[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\nstarts = 36\n\
             voice = { solicit = 0.2, solicit_cost = 1 }",
            &[],
        ),
    ];
    for (more, expected) in cases {
        let diagnostics = diagnostics(more);
        let mut found = codes(&diagnostics);
        // Refusals tell no notes.
        let mut expected = expected.to_vec();
        if expected.iter().any(|code| code.starts_with('S')) {
            expected.retain(|code| !code.starts_with('N'));
        }
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{more}\n{}", rendered(&diagnostics, false));
    }
}

#[test]
fn the_order_of_outcomes_is_looked_at() {
    let outcomes =
        |text: &str| said_of(replaced("silent = 0.37, unresolved = 0.46, resolved = 0.70, quick = 0.95", text));
    let told = outcomes("silent = 0.45, unresolved = 0.40, resolved = 0.70, quick = 0.95");
    assert_eq!((codes(&told), told[0].level), (vec!["N001"], Level::Note));
    let told = outcomes("silent = 0.37, unresolved = 0.72, resolved = 0.70, quick = 0.95");
    assert_eq!((codes(&told), told[0].level), (vec!["W007"], Level::Warning));
    let told = outcomes("silent = 0.37, unresolved = 0.46, resolved = 0.90, quick = 0.86");
    assert_eq!((codes(&told), told[0].level), (vec!["W013"], Level::Warning));
    let told = outcomes("silent = 0.37, unresolved = 0.46, resolved = 0.90, quick = 0.84");
    assert_eq!((codes(&told), told[0].level), (vec!["S014"], Level::Error));
    assert_eq!(codes(&outcomes("silent = 0.37, unresolved = 0.46, resolved = 0.90, quick = 0.90")), [""; 0]);
}

#[test]
fn allow_silences_warnings_and_waives_what_can_be_waived() {
    let text = replaced("quick = 0.95", "quick = 0.50");
    assert_eq!(codes(&said_of(text.clone())), ["S014", "W002"]);
    assert_eq!(codes(&said_of(format!("allow = ['S014']\n{text}"))), ["W002"]);
    assert_eq!(codes(&said_of(format!("allow = ['S014', 'W002']\n{text}"))), [""; 0]);
    assert_eq!(codes(&said_of(format!("allow = ['S030', 'W002', 'X']\n{text}"))), ["S047", "S047", "S014"]);
}

#[test]
fn a_lever_at_no_cost_is_named() {
    let strategy =
        |text: &str| diagnostics(&format!("[[strategy]]\nname = 'today'\n[[strategy]]\nname = 'new'\n{text}"));
    for (text, named) in [
        ("voice = { solicit = 0.5 }", Some("`voice.solicit`")),
        ("voice = { solicit = 0.5, solicit_cost = 0.1 }", None),
        ("voice = { solicit_cost = 0.1 }\nrecovery = { resolves = 0.9 }", Some("`recovery.resolves`")),
        ("costs = { training_per_year = 10 }\nrecovery = { resolves = 0.9 }\nvoice = { solicit = 0.5 }", None),
        ("recovery = { compensation = 0.5, resolves_max = 0.9 }", None),
        ("recovery = { desk = { agents = 3 } }", Some("`recovery.desk.agents`, `recovery.desk.answer_within_minutes`")),
        ("recovery = { desk = { agents = 3 } }\ncosts = { agent_per_year = 40_000 }", None),
        ("costs = { per_contact = 3 }", None),
        ("failure = [{ name = 'late', rate = 0.05 }]", Some("`failure.late.rate`")),
        ("failure = [{ name = 'late', cause = 'people' }]", None),
        ("response = [{ name = 'r', key = 'failure.late.rate', spend_per_year = 10, limit = 0, half = 10 }]", None),
        ("response = [{ name = 'r', key = 'failure.late.rate', spend_per_year = 0, limit = 0, half = 10 }]", None),
    ] {
        let told = strategy(text);
        let warning = told.iter().find(|diagnostic| diagnostic.code == "W004");
        match named {
            Some(named) => {
                assert!(warning.is_some_and(|diagnostic| diagnostic.message.contains(named)), "{text}\n{told:?}")
            }
            None => assert!(warning.is_none(), "{text}\n{told:?}"),
        }
    }
}

#[test]
fn what_shows_in_some_cases_says_in_which_and_what_shows_in_all_is_told_once() {
    let more = "[[scenario]]\nname = 'x'\n[[scenario]]\nname = 'y'\nseverity = { minor = { repurchase = { quick = 0.1 } } }\n\
                [[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\n";
    let told = diagnostics(more);
    assert_eq!(told[0].message, "`quick` (0.1) is below `resolved` (0.7), in scenario `y`");
    let told = said_of(replaced("share = 1.0", "share = 0.5") + "[[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\n");
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].message, "the share of the only segment is 0.5 and not 1");
}

#[test]
fn what_is_broken_is_told_once_and_the_rest_is_checked_all_the_same() {
    let told =
        said_of(replaced("margin = 60.0", "margn = 60.0") + "[voice]\nsolicit = 'x'\n[recovery.desk]\nagents = 0\n");
    assert_eq!(codes(&told), ["S010", "S011", "S038"]);
}

#[test]
fn limits_hold_for_what_strategies_add() {
    let mut text = String::from("[[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\n");
    for i in 0..64 {
        text += &format!("[[strategy.failure]]\nname = 'f{i}'\nseverity = 'minor'\nrate = 0.0\n");
    }
    assert_eq!(codes(&diagnostics(&text)), ["S035", "W004"]);
}

#[test]
fn a_study_of_too_many_cases_is_refused_before_it_fills_the_memory() {
    let mut text = String::new();
    for i in 0..100 {
        text += &format!("[[strategy]]\nname = 's{i}'\n[[scenario]]\nname = 'w{i}'\n");
    }
    assert_eq!(codes(&diagnostics(&text)), [""; 0]);
    text += "[[sweep]]\nkey = 'voice.solicit'\nfrom = 0\nto = 1\nsteps = 1000\n";
    assert_eq!(codes(&diagnostics(&text)), ["S046"]);
}

#[test]
fn thousands_of_errors_are_cut_short() {
    let text: String = (0..5_000).map(|i| format!("unheard_of_{i} = 1\n")).collect();
    let told = said_of(text);
    assert!(told.len() < 250);
    assert_eq!(told[told.len() - 1].code, "S099");
    assert!(rendered(&told, false).contains("more errors"));
}

#[test]
fn what_is_no_study_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let big = folder.path().join("big.toml");
    std::fs::write(&big, vec![b'#'; 4 * 1024 * 1024 + 1]).unwrap();
    let just = folder.path().join("just.toml");
    std::fs::write(&just, vec![b'#'; 4 * 1024 * 1024]).unwrap();
    let missing = folder.path().join("missing.toml");
    for (path, code) in
        [(big.as_path(), "S005"), (just.as_path(), "S031"), (missing.as_path(), "S001"), (folder.path(), "S002")]
    {
        assert_eq!(load(&Request::file(path)).unwrap_err()[0].code, code, "{}", path.display());
    }
    assert_eq!(
        load(&Request::builtin("city-hotle")).unwrap_err()[0].help.as_deref(),
        Some("did you mean `city-hotel`?")
    );
}

#[cfg(unix)]
#[test]
fn devices_and_pipes_are_never_opened() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for path in [Path::new("/dev/zero"), &pipe] {
        assert_eq!(load(&Request::file(path)).unwrap_err()[0].code, "S002");
    }
    let circle = folder.path().join("circle");
    std::os::unix::fs::symlink(&circle, &circle).unwrap();
    assert_eq!(load(&Request::file(&circle)).unwrap_err()[0].code, "S006");
}

#[test]
fn a_chain_of_files_has_an_end() {
    let folder = tempfile::tempdir().unwrap();
    for i in 0..20 {
        std::fs::write(folder.path().join(format!("{i}.toml")), format!("extends = '{}.toml'\n", i + 1)).unwrap();
    }
    let diagnostics = load(&Request::file(folder.path().join("0.toml"))).unwrap_err();
    assert_eq!(codes(&diagnostics), ["S008"]);
}

#[test]
fn the_ledger_and_the_case_name_the_same_numbers() {
    let tables: [(&str, &[&str]); 27] = [
        ("market", Market::NUMBERS),
        ("segment.<name>", Segment::NUMBERS),
        ("failure.<name>", Failure::NUMBERS),
        ("severity.<name>", Severity::NUMBERS),
        ("severity.<name>", &["compensation", "compensation_amount"]),
        ("failure.<name>", &["rate", "share"]),
        ("severity.<name>.repurchase", ByOutcome::NUMBERS),
        ("loyalty", Loyalty::NUMBERS),
        ("loyalty.spend", ByMemory::NUMBERS),
        ("tenure", Tenure::NUMBERS),
        ("voice", Voice::NUMBERS),
        ("recovery", Recovery::NUMBERS),
        ("recovery", &["resolves_max", "front_line_limit", "front_line_resolves_max"]),
        ("guarantee", Guarantee::NUMBERS),
        ("guarantee", &["repurchase"]),
        ("recovery.desk", Desk::NUMBERS),
        ("word_of_mouth", WordOfMouth::NUMBERS),
        ("word_of_mouth.told", ByOutcome::NUMBERS),
        ("acquisition", Acquisition::NUMBERS),
        ("acquisition", &["cost", "budget_per_year"]),
        ("learning", Learning::NUMBERS),
        ("response.<name>", Response::NUMBERS),
        ("costs", Costs::NUMBERS),
        ("satisfaction", Satisfaction::NUMBERS),
        ("individuals", Individuals::NUMBERS),
        ("network", Network::NUMBERS),
        ("contagion", Contagion::NUMBERS),
    ];
    let mut of_case: BTreeSet<String> =
        tables.iter().flat_map(|(table, keys)| keys.iter().map(move |key| format!("{table}.{key}"))).collect();
    of_case.insert("horizon.discount_rate".into());
    // What a segment has in place of the study's numbers stands under the study's names.
    let of_segments = |path: &str| path.starts_with("segment.<name>.") && path.matches('.').count() > 2;
    let of_no_case = ["scenario.", "sweep.", "correlation."];
    let of_ledger: BTreeSet<String> = entries()
        .iter()
        .filter(|entry| {
            entry.kind == Kind::Number
                && !of_segments(&entry.path)
                && !of_no_case.iter().any(|list| entry.path.starts_with(list))
        })
        .map(|entry| entry.path.clone())
        .collect();
    assert_eq!(of_ledger, of_case);
}

#[test]
fn the_ledger_agrees_with_itself() {
    let mut paths = BTreeSet::new();
    for entry in entries() {
        assert!(paths.insert(&entry.path), "{} stands twice", entry.path);
        assert_eq!(entry.kind == Kind::Choice, !entry.choices.is_empty(), "{}", entry.path);
        assert!(!entry.meaning.is_empty(), "{}", entry.path);
        let (least, greatest) = entry.bounds();
        if let Some([low, high]) = entry.range {
            assert!(least <= low && low < high && high <= greatest, "{}", entry.path);
        }
        assert!(!entry.plausible || entry.range.is_some(), "{}: nothing is plausible", entry.path);
        if let Some(default) = entry.default.as_ref().and_then(|value| value.as_float()) {
            assert!(least <= default && default <= greatest, "{}", entry.path);
            let is_inside = entry.range.is_none_or(|[low, high]| low <= default && default <= high);
            assert!(is_inside, "{}: its own default draws a warning", entry.path);
        }
        if entry.kind == Kind::Choice
            && let Some(default) = &entry.default
        {
            assert!(entry.choices.iter().any(|choice| Some(choice.as_str()) == default.as_str()), "{}", entry.path);
        }
    }
    let key = Key::from_parts(["failure", "room not ready", "rate"]);
    assert_eq!(ledger::entry_for(&key).unwrap().path, "failure.<name>.rate");
}

#[test]
fn places_count_characters_and_carets_stand_under_wide_ones() {
    let text = format!("{FIRM}\n[[strategy]]\nname = \"今天\"\nvoice = {{ solicit = 0.3, \"征求意见\" = 0.2 }}\n");
    let told = said_of(text);
    let text = one(&told[0], false);
    assert!(text.contains("text:23:26"), "{text}");
    assert!(text.contains("                          ^^^^^^^^^^"), "{text}");
    assert!(one(&told[0], true).contains("\u{1b}["));
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    assert_eq!(said_of(format!("\u{feff}{FIRM}")), []);
    assert!(rendered(&said_of(format!("\u{feff}a = 1\n{FIRM}")), false).contains("text:1:1"));
}

#[test]
fn nothing_written_reaches_the_terminal_raw() {
    let name = "a\u{1b}[31m\u{202e}b".to_string();
    let text = "title = 'x' # \u{1b}\nvoice = { solicit = 'a\u{202e}b', \"\\u001b]0;x\" = 1 }\n".replace('\u{1b}', "");
    let request = Request { set: vec!["\u{1b}[2J=1".into()], ..Request::new(Origin::Text { name, text }) };
    let told = rendered(&load(&request).unwrap_err(), false);
    assert!(!told.contains('\u{1b}') && !told.contains('\u{202e}'), "{told}");
}

/// `cargo run --example generate` writes the page.
#[test]
fn the_diagnostics_page_is_fresh() {
    let page = std::fs::read_to_string("docs/diagnostics.md").unwrap_or_default();
    assert!(page == diagnostic_codes::page(), "docs/diagnostics.md is stale: cargo run --example generate");
}

#[test]
fn every_code_that_is_said_is_listed_and_every_one_listed_is_said() {
    fn read(folder: &Path, texts: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, texts);
            } else if !path.ends_with("code.rs") && path.extension().is_some_and(|ending| ending == "rs") {
                *texts += &std::fs::read_to_string(path).unwrap();
            }
        }
    }
    let mut texts = String::new();
    for folder in ["crates/recoup-core/src", "crates/recoup-data/src", "crates/recoup-report/src", "src"] {
        read(Path::new(folder), &mut texts);
    }
    let quoted: BTreeSet<&str> = texts
        .split('"')
        .filter(|word| {
            word.len() == 4
                && word.starts_with(['S', 'W', 'N', 'A', 'R', 'B', 'U', 'D', 'C'])
                && word[1..].bytes().all(|b| b.is_ascii_digit())
        })
        .collect();
    let listed: BTreeSet<&str> = CODES.iter().map(|code| code.code).collect();
    assert_eq!(quoted, listed);
    assert_eq!(listed.len(), CODES.len(), "a code stands twice");
}

#[test]
fn a_count_with_a_point_among_its_digits_is_refused_and_a_percentage_is_corrected() {
    let with = |key: &str| said_of(format!("{key}\n{FIRM}"));
    for (written, help) in [
        ("market.customers = 50.000", "write 50000, or 50 if that is meant"),
        ("market.prospects = 1.234", "write 1234, or 1.234 if that is meant"),
        ("study.draws = 2.000", "write 2000, or 2 if that is meant"),
        ("market.customers = { uniform = [40.000, 60_000] }", "write 40000, or 40 if that is meant"),
    ] {
        let diagnostics = with(written);
        assert_eq!(codes(&diagnostics), ["S011"], "{written}: {diagnostics:?}");
        assert_eq!(diagnostics[0].help.as_deref(), Some(help), "{written}");
    }
    for plain in ["market.customers = 50_000", "market.customers = 50.0", "market.customers = 5e4"] {
        assert_eq!(codes(&with(plain)), [""; 0], "{plain}");
    }
    for (written, code, help) in [
        ("voice.solicit = 5 %", "S009", "write 0.05"),
        ("voice.solicit = 0,05 # five of a hundred", "S009", "write 0.05"),
        ("voice.solicit = \"5 %\"", "S011", "write 0.05, without quotes"),
        ("voice.solicit = \"0,05\"", "S011", "write 0.05, without quotes"),
    ] {
        let diagnostics = with(written);
        let helps = || diagnostics.iter().filter_map(|diagnostic| diagnostic.help.as_deref());
        assert!(diagnostics.iter().all(|diagnostic| diagnostic.code == code), "{written}: {diagnostics:?}");
        assert_eq!(helps().collect::<Vec<_>>(), [help], "{written}");
    }
}

#[test]
fn a_percentage_is_read_in_a_setting() {
    let solicit = |value: &str| {
        let study = StudyBuilder::from_text(FIRM).set("voice.solicit", value).set("voice.solicit_cost", 1).study();
        study.scenarios[0].strategies[0].parameters.point.voice.solicit
    };
    assert_eq!((solicit("40 %"), solicit("2,5%"), solicit("0.4")), (0.4, 0.025, 0.4));
}

#[test]
fn elements_of_a_strategy_may_be_tables_by_name_as_their_paths_are_written() {
    let strategy = |text: &str| format!("{FIRM}\n[[strategy]]\nname = 'a'\n[[strategy]]\nname = 'b'\n{text}");
    let named = format!("{}costs = {{ setup = 10 }}\n[strategy.failure.\"late\"]\nrate = 0.02\n", strategy(""));
    let study = StudyBuilder::from_text(named).load().map_err(|d| rendered(&d, false)).unwrap().study;
    let rates: Vec<Option<f64>> =
        study.scenarios[0].strategies.iter().map(|strategy| strategy.parameters.point.failures[0].rate).collect();
    assert_eq!(rates[1], Some(0.02));
    assert_ne!(rates[0], rates[1]);
    let unknown = said_of(strategy("[strategy.failure.'late delivery']\nrate = 0.02\n"));
    assert_eq!(codes(&unknown), ["S021"]);
}

#[test]
fn uncertain_numbers_that_begin_at_zero_get_the_way_out() {
    let spread = |form: &str| diagnostics(&format!("[voice]\nsolicit_cost = 1\nsolicit = {form}"));
    for (form, way) in [
        ("{ low = 0, high = 0.2 }", "{ uniform = [0.0, 0.2] }"),
        ("{ low = 0.8, high = 1 }", "{ pert = [0.8, 0.9, 1.0] }"),
        ("{ beta = [0, 200] }", "{ beta = [0.5, 200.5] }"),
    ] {
        let found = spread(form);
        assert_eq!(codes(&found), ["S016"], "{form}");
        assert!(found[0].message.contains(way), "{form}: {}", found[0].message);
    }
}

#[test]
fn a_rate_per_purchase_above_one_is_questioned_and_one_per_year_is_not() {
    let rate = |text: &str| said_of(replaced("per = \"year\"\nrate = 0.06", text));
    for doubtful in ["rate = 5", "rate = 1.2", "rate = { lognormal = [0.05, 0.5] }", "rate = { uniform = [0.1, 1.3] }"]
    {
        assert!(codes(&rate(doubtful)).contains(&"W002"), "{doubtful}");
    }
    assert!(!codes(&rate("rate = 1.2\nper = 'year'")).contains(&"W002"));
    assert_eq!(codes(&rate("rate = { uniform = [0.01, 0.1] }")), [""; 0]);
}

#[test]
fn default_prices_are_noted_in_a_study_of_another_currency() {
    let priced = |currency: &str, more: &str| codes_of(said_of(format!("currency = '{currency}'\n{FIRM}\n{more}")));
    assert_eq!(priced("COP", ""), ["N007"]);
    assert_eq!(priced("COP", "[costs]\nper_contact = 20"), [""; 0]);
    assert_eq!(priced("USD", ""), [""; 0]);
}

fn codes_of(diagnostics: Vec<Diagnostic>) -> Vec<&'static str> {
    diagnostics.into_iter().map(|diagnostic| diagnostic.code).collect()
}
