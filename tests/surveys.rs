//! `recoup kano` and `recoup servqual`: from the answers of a survey to a document and an overlay.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::cli::Desk;

fn sample(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/data").join(name).display().to_string()
}

#[test]
fn kano_says_which_need_each_item_meets_and_writes_it_for_a_study() {
    let desk = Desk::new();
    let answers = sample("kano.csv");
    let (printed, _) = desk.expect(0, &["kano", &answers, "--json", "--report", "report"]);
    let found: Value = serde_json::from_str(&printed).unwrap();
    let items = found["items"].as_array().unwrap();
    let category = |name: &str| items.iter().find(|item| item["name"] == name).unwrap()["category"].clone();
    assert_eq!((items.len(), found["respondents"].as_u64()), (8, Some(120)));
    assert_eq!(category("booking found"), "must-be");
    assert_eq!(category("free upgrade"), "attractive");
    assert_eq!(category("printed newspaper"), "indifferent");
    let weights: f64 = items.iter().filter_map(|item| item["weight"].as_f64()).sum();
    assert!((weights - 1.0).abs() < 1e-9);
    for file in ["answer.html", "answer.xlsx", "result.json", "manifest.toml", "charts/1-kano.svg", "tables/kano.csv"] {
        assert!(desk.path("report").join(file).is_file(), "{file}");
    }
    let page = fs::read_to_string(desk.path("report/answer.html")).unwrap();
    assert!(page.contains("120 respondents") && page.contains("late check-out"));
    // The overlay is a study that extends another.
    desk.write(
        "hotel.toml",
        &fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/city-hotel.toml")).unwrap(),
    );
    let failures = ["--failure", "room ready on arrival=room not ready", "--failure", "booking found=lost booking"];
    let overlay = ["kano", &answers, "--out", "needs.toml", "--extends", "hotel.toml"];
    let (printed, _) = desk.expect(0, &[&overlay[..], &failures].concat());
    assert!(printed.contains("needs.toml"), "{printed}");
    desk.expect(0, &["check", "needs.toml"]);
    assert_eq!(fs::read_to_string(desk.path("needs.toml")).unwrap().matches("need = \"must-be\"").count(), 2);
    // It is not replaced by chance.
    let (_, said) = desk.expect(2, &[&overlay[..], &failures].concat());
    assert!(said.contains("needs.toml"), "{said}");
    desk.expect(0, &[&overlay[..], &failures, &["--force"]].concat());
    let (_, said) = desk.expect(2, &["kano", &answers, "--failure", "booking fond=lost booking"]);
    assert!(said.contains("booking found"), "{said}");
}

#[test]
fn servqual_says_where_customers_get_less_than_they_accept_and_writes_failures() {
    let desk = Desk::new();
    let answers = sample("servqual.csv");
    let (printed, _) = desk.expect(0, &["servqual", &answers, "--json", "--report", "report"]);
    let found: Value = serde_json::from_str(&printed).unwrap();
    let dimensions = found["dimensions"].as_array().unwrap();
    let gap = |i: usize| dimensions[i]["gap"]["value"].as_f64().unwrap();
    assert_eq!((dimensions.len(), found["items"].as_array().unwrap().len()), (5, 15));
    assert_eq!(dimensions[1]["dimension"], "reliability");
    assert!((0..5).all(|i| gap(1) <= gap(i)), "reliability was drawn with the greatest gaps");
    for file in ["charts/1-gaps.png", "charts/2-importance-performance.svg", "tables/items.csv", "answer.html"] {
        assert!(desk.path("report").join(file).is_file(), "{file}");
    }
    let (again, _) = desk.expect(0, &["servqual", &answers, "--json"]);
    assert_eq!(again, printed, "the resampling follows the seed");
    desk.write(
        "hotel.toml",
        &fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/city-hotel.toml")).unwrap(),
    );
    desk.expect(0, &["servqual", &answers, "--out", "failures.toml", "--extends", "hotel.toml"]);
    desk.expect(0, &["check", "failures.toml"]);
    let overlay = fs::read_to_string(desk.path("failures.toml")).unwrap();
    assert_eq!(overlay.matches("[[failure]]").count(), 5, "{overlay}");
}

#[test]
fn surveys_are_read_and_explained_in_every_language() {
    let desk = Desk::new();
    for (language, kano, servqual) in
        [("en", "must-be", "importance"), ("zh", "必备", "重要性"), ("es", "obligatorio", "importancia")]
    {
        let (printed, _) = desk.expect(0, &["kano", &sample("kano.csv"), "--lang", language]);
        assert!(printed.contains(kano), "{printed}");
        let (printed, _) = desk.expect(0, &["servqual", &sample("servqual.csv"), "--lang", language, "--details"]);
        assert!(printed.contains(servqual), "{printed}");
    }
    desk.expect(2, &["kano", "nothing.csv"]);
}
