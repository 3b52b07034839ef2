//! `recoup fit` as a user meets it: from files to a study that runs.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::cli::Desk;

/// A desk with the sample files of the hotel.
fn hotel() -> Desk {
    let desk = Desk::new();
    for name in ["customers", "purchases", "failures", "complaints"] {
        let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/data/hotel");
        fs::copy(home.join(format!("{name}.csv")), desk.path(&format!("{name}.csv"))).unwrap();
    }
    desk
}

const FILES: [&str; 9] = [
    "fit",
    "--customers",
    "customers.csv",
    "--purchases",
    "purchases.csv",
    "--failures",
    "failures.csv",
    "--complaints",
    "complaints.csv",
];
const KEPT: [&str; 4] = ["--set", "segment.leisure.retention_cost=12", "--set", "segment.business.retention_cost=30"];

fn fitted<'a>(more: &[&'a str]) -> Vec<&'a str> {
    FILES.into_iter().chain(KEPT).chain(["--out", "hotel.toml"]).chain(more.iter().copied()).collect()
}

fn number<'a>(json: &'a Value, key: &str) -> &'a Value {
    json["fit"]["numbers"]
        .as_array()
        .unwrap()
        .iter()
        .find(|number| number["key"] == key)
        .unwrap_or_else(|| panic!("no {key}"))
}

#[test]
fn sample_files_become_a_study_that_decides() {
    let desk = hotel();
    let (printed, _) = desk.expect(0, &fitted(&["--report", "page"]));
    for words in ["numbers of the study come from", "Numbers of the study", "What the data cannot say", "Early warning"]
    {
        assert!(printed.contains(words), "{words}: {printed}");
    }
    let study = fs::read_to_string(desk.path("hotel.toml")).unwrap();
    for words in ["source = \"fitted from failures.csv, purchases.csv, n = ", "retention_cost = 12", "[[order]]"] {
        assert!(study.contains(words), "{words}: {study}");
    }
    for name in ["answer.html", "answer.xlsx", "result.json", "numbers.csv", "study.toml", "manifest.toml"] {
        assert!(desk.path("page").join(name).is_file() || desk.path("page/tables").join(name).is_file(), "{name}");
    }
    desk.expect(0, &["check", "hotel.toml"]);
    let (decided, _) = desk.expect(0, &["decide", "hotel.toml", "--draws", "60"]);
    assert!(decided.contains("listen and answer"), "{decided}");
}

#[test]
fn the_truth_behind_the_sample_lies_within_the_intervals() {
    let desk = hotel();
    let (printed, _) = desk.expect(0, &fitted(&["--json"]));
    let json: Value = serde_json::from_str(&printed).unwrap();
    let truth: toml::Table =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/data/hotel/truth.toml"))
            .unwrap()
            .parse()
            .unwrap();
    let severity = |name: &str, key: &str| truth["severity"][name][key].as_float();
    let failure = |name: &str| {
        truth["failure"].as_array().unwrap().iter().find(|f| f["name"].as_str() == Some(name)).unwrap()["rate"]
            .as_float()
    };
    let known = [
        ("severity.minor.complain", severity("minor", "complain")),
        ("severity.major.complain", severity("major", "complain")),
        ("failure.\"room not ready\".rate", failure("room not ready")),
        ("failure.\"lost booking\".rate", failure("lost booking")),
        ("recovery.resolves", truth["recovery"]["resolves"].as_float()),
    ];
    // Five pinned intervals of 99 %: three half widths of 90 % are 4.9 standard errors.
    for (key, truth) in known {
        let (number, truth) = (number(&json, key), truth.unwrap_or_else(|| panic!("{key} is no plain number")));
        let [low, value, high] = ["low", "value", "high"].map(|part| number["estimate"][part].as_f64().unwrap());
        assert!(truth > value - 3.0 * (value - low) && truth < value + 3.0 * (high - value), "{key}: {truth} {number}");
    }
    // No identity leaves the input.
    assert!(!printed.contains("C00"), "an identity is in the answer");
}

#[test]
fn what_is_missing_is_said_with_the_way_out_and_nothing_is_written() {
    let desk = hotel();
    let arguments: Vec<&str> = FILES.into_iter().chain(["--out", "hotel.toml"]).collect();
    let (_, said) = desk.expect(2, &arguments);
    for words in ["D002", "segment.leisure.retention_cost", "segment.business.retention_cost", "--set"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!desk.path("hotel.toml").exists());
    let left: Vec<String> = desk.entries().into_iter().filter(|name| name.starts_with(".recoup")).collect();
    assert!(left.is_empty(), "{left:?}");
    let (_, said) = desk.expect(2, &fitted(&["--set", "nonsense"]));
    assert!(said.contains("KEY=VALUE"), "{said}");
    let (_, said) = desk.expect(2, &fitted(&["--base", "preset:none"]));
    assert!(said.contains("none") && said.contains("tarp-major"), "{said}");
    desk.expect(0, &fitted(&["--quiet"]));
    let before = fs::read(desk.path("hotel.toml")).unwrap();
    let (_, said) = desk.expect(2, &fitted(&["--title", "Another"]));
    assert!(said.contains("--force"), "{said}");
    assert_eq!(fs::read(desk.path("hotel.toml")).unwrap(), before);
    desk.expect(0, &fitted(&["--title", "Another", "--force", "--quiet"]));
    assert!(fs::read_to_string(desk.path("hotel.toml")).unwrap().contains("title = \"Another\""));
}

#[test]
fn a_base_study_gives_strategies_and_costs() {
    let desk = hotel();
    desk.write("base.toml", include_str!("../scenarios/city-hotel.toml"));
    let arguments: Vec<&str> =
        FILES.into_iter().chain(["--base", "base.toml", "--out", "fitted.toml", "--json"]).collect();
    let (printed, _) = desk.expect(0, &arguments);
    let json: Value = serde_json::from_str(&printed).unwrap();
    // The base has a desk: speed follows from it.
    assert_eq!(number(&json, "recovery.quick")["unused"], "follows-from-desk");
    assert!(number(&json, "recovery.desk.handle_minutes")["unused"].is_null());
    assert_eq!(number(&json, "severity.minor.complain")["base"], "{ mean = 0.1, sd = 0.06 }");
    let text = fs::read_to_string(desk.path("fitted.toml")).unwrap();
    assert!(text.contains("extends = \"base.toml\"") && !text.contains("[[strategy]]"), "{text}");
    desk.expect(0, &["check", "fitted.toml"]);
    let foreign = include_str!("../scenarios/city-hotel.toml").replace("\"leisure\"", "\"tourists\"");
    desk.write("foreign.toml", &foreign);
    let arguments: Vec<&str> = FILES.into_iter().chain(["--base", "foreign.toml", "--out", "no.toml"]).collect();
    let (_, said) = desk.expect(2, &arguments);
    assert!(said.contains("D003") && said.contains("tourists"), "{said}");
}

#[test]
fn without_failures_the_share_who_complain_is_the_base_s() {
    let desk = hotel();
    let arguments: Vec<&str> = FILES
        .into_iter()
        .filter(|argument| !argument.contains("failures"))
        .chain(KEPT)
        .chain(["--out", "hotel.toml", "--json"])
        .collect();
    let (printed, _) = desk.expect(0, &arguments);
    let json: Value = serde_json::from_str(&printed).unwrap();
    let gaps = json["fit"]["gaps"].to_string();
    assert!(gaps.contains("complain-share") && gaps.contains("silent-customers"), "{gaps}");
    let text = fs::read_to_string(desk.path("hotel.toml")).unwrap();
    assert!(text.contains("rate = ") && !text.contains("complain = "), "{text}");
    let numbers = json["fit"]["numbers"].as_array().unwrap();
    assert!(!numbers.iter().any(|number| number["key"].as_str().unwrap().ends_with(".complain")));
}

#[test]
fn the_answer_speaks_three_languages() {
    let desk = hotel();
    for (language, words) in [("en", "come from"), ("zh", "个数值来自"), ("es", "números del estudio proceden")] {
        let (printed, _) = desk.expect(0, &fitted(&["--force", "--lang", language, "--details"]));
        assert!(printed.contains(words), "{printed}");
    }
}

#[test]
fn a_file_that_is_read_is_never_written_and_stray_dates_are_refused() {
    let desk = hotel();
    let before = fs::read(desk.path("customers.csv")).unwrap();
    let arguments: Vec<&str> = FILES.into_iter().chain(KEPT).chain(["--out", "customers.csv", "--force"]).collect();
    let (_, said) = desk.expect(2, &arguments);
    assert!(said.contains("choose another --out"), "{said}");
    assert_eq!(fs::read(desk.path("customers.csv")).unwrap(), before);
    let purchases = fs::read_to_string(desk.path("purchases.csv")).unwrap();
    desk.write("purchases.csv", &format!("{purchases}C000001,2099-01-01,60\n"));
    let (_, said) = desk.expect(2, &fitted(&[]));
    for words in ["D001", "2099-01-01", "window = ["] {
        assert!(said.contains(words), "{words}: {said}");
    }
    desk.write("map.toml", "window = [\"2023-01-01\", \"2025-12-31\"]\n");
    desk.expect(0, &fitted(&["--map", "map.toml", "--quiet"]));
}

#[test]
fn names_are_one_line_and_messages_name_the_study() {
    let desk = hotel();
    for name in ["failures.csv", "complaints.csv"] {
        let text = fs::read_to_string(desk.path(name)).unwrap().replace("lost booking", "\"lost\nbooking\"");
        desk.write(name, &text);
    }
    let (printed, said) = desk.expect(0, &fitted(&[]));
    assert!(printed.contains("lost booking") && !said.contains(".recoup-"), "{said}");
}
