//! `recoup diff`, `recoup new --full` and `recoup explain WORD` as a user meets them.

use std::fs;

use crate::cli::Desk;

fn desk_with_runs() -> Desk {
    let desk = Desk::new();
    let run = |out: &str, more: &[&str]| {
        let arguments = ["run", "tarp-major", "--draws", "40", "--no-charts", "--quiet", "--out", out];
        desk.expect(0, &[&arguments[..], more].concat());
    };
    run("old", &[]);
    run("new", &["--set", "market.customers=90_000", "--seed", "3"]);
    desk
}

#[test]
fn two_folders_differ_in_inputs_settings_and_answers() {
    let desk = desk_with_runs();
    let (printed, diagnostics) = desk.expect(0, &["diff", "old", "new"]);
    for words in ["market.customers", "90000", "study.seed", "The seeds differ", "One input changed", "ask"] {
        assert!(printed.contains(words), "{words}: {printed}");
    }
    assert!(diagnostics.is_empty(), "{diagnostics}");
    let (printed, _) = desk.expect(0, &["diff", "old", "new", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(json["inputs"][0]["key"], "market.customers");
    assert_eq!(json["settings"][0]["key"], "study.seed");
    let strategies = json["scenarios"][0]["strategies"].as_array().unwrap();
    let result: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(desk.path("new/result.json")).unwrap()).unwrap();
    for (found, run) in strategies.iter().zip(result["strategies"].as_array().unwrap()) {
        assert_eq!(found["npv_difference"][1], run["difference"]["npv"]);
        assert_eq!(found["p_best"][1], run["p_best"]);
    }
    for (language, word) in [("zh", "随机种子不同"), ("es", "Las semillas difieren")] {
        let (printed, _) = desk.expect(0, &["diff", "old", "new", "--lang", language]);
        assert!(printed.contains(word), "{printed}");
    }
}

#[test]
fn a_study_is_simulated_and_equals_its_own_run() {
    let desk = desk_with_runs();
    let (printed, _) = desk.expect(0, &["diff", "old", "tarp-major", "--draws", "40"]);
    assert!(printed.contains("The inputs are the same"), "{printed}");
    assert!(!printed.contains("Monte Carlo error"), "{printed}");
    let (printed, _) = desk.expect(0, &["diff", "tarp-major", "tarp-minor", "--draws", "20"]);
    assert!(printed.contains("Inputs that changed"), "{printed}");
}

#[test]
fn what_moves_no_number_is_no_input() {
    let desk = Desk::new();
    desk.expect(0, &["new", "base.toml"]);
    let with = |out: &str, client: &str, label: &str, title: &str| {
        desk.write(
            "study.toml",
            &format!(
                "extends = \"base.toml\"\n[report]\nclient = \"{client}\"\n\
                 [[input]]\nkey = \"market.customers\"\nlabel = \"{label}\"\n[translation.es]\ntitle = \"{title}\"\n"
            ),
        );
        desk.expect(0, &["run", "study.toml", "--draws", "20", "--no-charts", "--quiet", "--out", out]);
    };
    with("old", "Alpha", "guests", "Hotel");
    with("new", "Beta", "customers", "Casa");
    let (printed, _) = desk.expect(0, &["diff", "old", "new"]);
    assert!(printed.contains("The inputs are the same"), "{printed}");
}

#[test]
fn what_cannot_be_compared_is_refused_with_its_code() {
    let desk = desk_with_runs();
    fs::create_dir(desk.path("empty")).unwrap();
    let refused = |arguments: &[&str], codes: &[&str]| {
        let (printed, diagnostics) = desk.expect(2, arguments);
        assert!(printed.is_empty(), "{printed}");
        codes.iter().for_each(|code| assert!(diagnostics.contains(code), "{code}: {diagnostics}"));
    };
    refused(&["diff", "old", "empty"], &["R001"]);
    refused(&["diff", "nothing", "empty"], &["S007", "R001"]);
    refused(&["diff", "old", "new", "--seed", "2"], &["S066"]);
    desk.expect(0, &["decide", "tarp-major", "--draws", "20", "--quiet", "--out", "decision"]);
    refused(&["diff", "old", "decision"], &["R004"]);
    fs::write(desk.path("new/result.json"), "{}").unwrap();
    refused(&["diff", "old", "new"], &["R003"]);
    fs::remove_file(desk.path("new/study.toml")).unwrap();
    refused(&["diff", "old", "new"], &["R003", "study.toml", "result.json"]);
}

#[test]
fn the_full_starter_is_valid_and_cases_are_copied_whole() {
    let desk = Desk::new();
    desk.expect(0, &["new", "mine.toml", "--full"]);
    let (_, diagnostics) = desk.expect(0, &["check", "mine.toml"]);
    assert!(!diagnostics.contains("warning"), "{diagnostics}");
    let text = fs::read_to_string(desk.path("mine.toml")).unwrap();
    for words in ["#terminal_value", "published range", "unit: ", "source: ", "\n#[recovery.desk]\n", "# desk = false"]
    {
        assert!(text.contains(words), "{words}");
    }
    let (_, diagnostics) = desk.expect(2, &["new", "other.toml", "--full", "--from", "case:fedex"]);
    assert!(diagnostics.contains("S066") && !desk.path("other.toml").exists(), "{diagnostics}");
    desk.expect(2, &["new", "other.toml", "--full", "--from", "nothing"]);
}

#[test]
fn explain_finds_keys_by_meaning() {
    let desk = Desk::new();
    for (word, key) in
        [("churn", "base_loyalty"), ("代金券", "compensation_cost"), ("queja", "severity.<name>.complain")]
    {
        let (printed, _) = desk.expect(0, &["explain", word]);
        assert!(printed.contains(key), "{printed}");
        // The best one is shown in full below the list.
        assert!(printed.contains("status"), "{printed}");
    }
    let (printed, _) = desk.expect(0, &["explain", "cost"]);
    assert!(printed.lines().count() < 40, "{printed}");
    let (table, _) = desk.expect(0, &["explain", "recovery"]);
    assert!(table.contains("recovery.apology") && table.contains("recovery.desk.quick_hours"), "{table}");
    let (_, diagnostics) = desk.expect(2, &["explain", "klingon"]);
    assert!(diagnostics.contains("S010"), "{diagnostics}");
}
