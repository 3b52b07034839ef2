//! `recoup synth`: the files of a firm whose truth is known.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::cli::Desk;

const TABLES: [&str; 4] = ["customers", "purchases", "failures", "complaints"];
const SMALL: [&str; 6] = ["synth", "city-hotel", "--customers", "400", "--years", "1"];

fn small<'a>(more: &[&'a str]) -> Vec<&'a str> {
    SMALL.iter().chain(more).copied().collect()
}

/// The lines of a table, the head first.
fn lines(folder: &Path, table: &str) -> Vec<String> {
    let text = fs::read_to_string(folder.join(format!("{table}.csv"))).unwrap();
    text.lines().map(str::to_string).collect()
}

#[test]
fn the_files_have_the_columns_and_rows_that_are_reported() {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &small(&["--out", "a", "--json"]));
    let found: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(found["strategy"], "today");
    assert_eq!((found["start"].as_str(), found["end"].as_str()), (Some("2023-01-01"), Some("2024-01-01")));
    let heads = [
        "customer,segment,since,left",
        "customer,date,margin",
        "customer,date,kind,severity,noticed",
        "case,customer,opened,first_answer,closed,resolved,contacts,minutes,compensation,channel,kind",
    ];
    for (table, head) in TABLES.into_iter().zip(heads) {
        let lines = lines(&desk.path("a"), table);
        assert_eq!((&*lines[0], lines.len() as u64 - 1), (head, found[table].as_u64().unwrap()), "{table}");
        assert!(lines[1].starts_with(if table == "complaints" { "K000001," } else { "C" }), "{table}: {}", lines[1]);
    }
    assert_eq!(found["customers_start"], 400);
    let rows = lines(&desk.path("a"), "customers");
    let count = |column: usize| rows[1..].iter().filter(|row| !row.split(',').nth(column).unwrap().is_empty()).count();
    assert_eq!((Some(count(2) as u64), Some(count(3) as u64)), (found["joined"].as_u64(), found["left"].as_u64()));
    assert_eq!(fs::read_to_string(desk.path("a/result.json")).unwrap(), printed);
    // The truth is a study like any other.
    desk.expect(0, &["check", "a/truth.toml"]);
    let (again, _) = desk.expect(0, &["synth", "a/truth.toml", "--out", "b", "--json"]);
    assert_eq!(serde_json::from_str::<Value>(&again).unwrap()["kinds"], found["kinds"]);
    for table in TABLES {
        assert_eq!(lines(&desk.path("a"), table), lines(&desk.path("b"), table), "{table}");
    }
}

#[test]
fn the_same_seed_gives_the_same_files_on_any_number_of_threads() {
    let desk = Desk::new();
    let strategy = ["--strategy", "ask and answer", "--seed", "9"];
    for (folder, threads) in [("a", "1"), ("b", "3")] {
        desk.expect(0, &small(&[&strategy[..], &["--out", folder, "--threads", threads, "--quiet"]].concat()));
    }
    for file in TABLES.map(|table| format!("{table}.csv")).into_iter().chain(["truth.toml".to_string()]) {
        let [a, b] = ["a", "b"].map(|folder| fs::read(desk.path(folder).join(&file)).unwrap());
        assert!(a == b, "{file}");
    }
    // Parquet has the same rows, and without notice nobody is said to have left.
    desk.expect(0, &small(&[&strategy[..], &["--out", "c", "--format", "parquet", "--no-notice"]].concat()));
    assert!(TABLES.iter().all(|table| desk.path("c").join(format!("{table}.parquet")).is_file()));
    desk.expect(0, &small(&[&strategy[..], &["--out", "d", "--no-notice"]].concat()));
    assert!(lines(&desk.path("d"), "customers")[1..].iter().all(|row| row.ends_with(',')));
    assert_eq!(lines(&desk.path("d"), "purchases"), lines(&desk.path("a"), "purchases"));
}

#[test]
fn it_says_in_every_language_what_the_files_hold() {
    let desk = Desk::new();
    for (language, words) in [("en", "complaints"), ("zh", "件投诉"), ("es", "quejas")] {
        let (printed, _) = desk.expect(0, &small(&["--out", language, "--lang", language]));
        assert!(printed.contains(words) && printed.contains("truth.toml"), "{printed}");
    }
    let (printed, _) = desk.expect(0, &small(&["--out", "silent", "--no-notice"]));
    assert!(printed.contains("do not say who left"), "{printed}");
}

#[test]
fn what_cannot_be_asked_is_refused_before_anything_is_written() {
    let desk = Desk::new();
    for (more, word) in [
        (["--start", "2023-02-30"], "2023-02-30"),
        (["--strategy", "aks"], "aks"),
        (["--years", "0"], "--years"),
        (["--set", "market.customers=-1"], "market.customers"),
    ] {
        let (_, said) = desk.expect(2, &["synth", "city-hotel", "--out", "a", more[0], more[1]]);
        assert!(said.contains(word), "{said}");
        assert!(desk.entries().is_empty(), "{:?}", desk.entries());
    }
    desk.expect(2, &["synth", "city-hotel"]);
}

#[test]
fn the_sample_files_are_those_that_their_command_makes() {
    let desk = Desk::new();
    desk.expect(0, &["synth", "city-hotel", "--customers", "1200", "--years", "3", "--out", "hotel", "--quiet"]);
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/data/hotel");
    let mut bytes = 0;
    for table in TABLES.map(|table| format!("{table}.csv")) {
        let text = fs::read(shipped.join(&table)).unwrap();
        bytes += text.len();
        assert!(text == fs::read(desk.path("hotel").join(&table)).unwrap(), "{table}");
    }
    assert!(bytes < 400_000, "{bytes}");
}
