//! What an answer says beside its figures: model variants, the desk, segments, when a strategy starts, numbers of periods.

use std::fs;
use std::sync::LazyLock;

use recoup::analysis::variants::{BuiltIn, Which};
use recoup::language::{Language, Locale};
use recoup::output::variant;
use serde_json::Value;

use crate::cli::Desk;

const LATE: [&str; 4] = ["--set", "strategy.prevent.starts=7", "--set", "strategy.prevent.ramp_periods=6"];

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A run of the city hotel with all details.
struct Hotel {
    printed: String,
    result: Value,
    page: String,
    /// The names of the files in `charts`.
    charts: Vec<String>,
}

static HOTEL: LazyLock<Hotel> = LazyLock::new(|| {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &["run", "city-hotel", "--draws", "50", "--out", "out", "--details"]);
    let text = |name: &str| fs::read_to_string(desk.path("out").join(name)).unwrap();
    let names = |folder: &str| {
        let entries = fs::read_dir(desk.path("out").join(folder)).unwrap();
        let name = move |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
        let folder = folder.to_string();
        entries.map(name).map(move |name| format!("{folder}/{name}"))
    };
    let charts = names("charts").chain(names("charts/lost-for-good")).collect();
    Hotel { result: json(&text("result.json")), page: text("report.html"), printed, charts }
});

/// The words of the first row of a printed table that begins with `name`.
fn row<'a>(printed: &'a str, name: &str) -> Vec<&'a str> {
    let begins = |line: &&str| line.trim_start().starts_with(&format!("{name} "));
    let line = printed.lines().find(begins).unwrap_or_else(|| panic!("no row of {name}\n{printed}"));
    line.split_whitespace().collect()
}

#[test]
fn periods_count_from_1_wherever_people_read_them() {
    let desk = Desk::new();
    let run = ["run", "city-hotel", "--draws", "20", "--out", "out"];
    let (printed, _) = desk.expect(0, &[&run[..], &LATE].concat());
    let result = json(&fs::read_to_string(desk.path("out/result.json")).unwrap());
    let prevent = result["strategies"].as_array().unwrap().iter().find(|s| s["name"] == "prevent").unwrap();
    let payback = prevent["payback_period"].as_u64().expect("prevention pays back");
    assert!(payback >= 7, "not before it starts: {payback}");
    let numbers = |periods: &Value| -> Vec<u64> {
        periods.as_array().unwrap().iter().map(|period| period["period"].as_u64().unwrap()).collect()
    };
    assert_eq!(numbers(&prevent["periods"]), (1..=36).collect::<Vec<u64>>());
    assert_eq!(numbers(&prevent["desk"]), (1..=36).collect::<Vec<u64>>());
    assert!(row(&printed, "prevent").contains(&payback.to_string().as_str()), "{printed}");
    assert!(printed.contains("starts in month 7 and ramps up over 6 months"), "{printed}");
    let page = fs::read_to_string(desk.path("out/report.html")).unwrap();
    assert!(page.contains("starts in month 7 and ramps up over 6 months"));
    for table in ["tables/periods.csv", "charts/12-desk.csv", "charts/2-cumulative-difference.csv"] {
        let text = fs::read_to_string(desk.path("out").join(table)).unwrap();
        let mut lines = text.lines();
        let column = lines.next().unwrap().split(',').position(|name| name == "period").unwrap();
        let periods: Vec<u64> = lines.map(|line| line.split(',').nth(column).unwrap().parse().unwrap()).collect();
        assert_eq!((periods.iter().min(), periods.iter().max()), (Some(&1), Some(&36)), "{table}");
    }
    // A batch reads its payback from result.json.
    desk.write("late.toml", &fs::read_to_string(desk.path("out/study.toml")).unwrap());
    desk.expect(0, &["batch", "late.toml", "--no-charts", "--keep", "summary", "--out", "night"]);
    let table = fs::read_to_string(desk.path("night/tables/runs.csv")).unwrap();
    let head: Vec<&str> = table.lines().next().unwrap().split(',').collect();
    let [strategy, scenario, column] =
        ["strategy", "scenario", "payback_period"].map(|name| head.iter().position(|h| *h == name).unwrap());
    let mut lines = table.lines().map(|line| line.split(',').collect::<Vec<&str>>());
    let line = lines.find(|cells| cells[strategy] == "prevent" && cells[scenario] == "base").unwrap();
    assert_eq!(line[column].parse::<f64>().unwrap(), payback as f64);
    let best = result["selection"]["best"].as_str().unwrap();
    let best = result["strategies"].as_array().unwrap().iter().find(|s| s["name"] == best).unwrap();
    let index = fs::read_to_string(desk.path("night/index.html")).unwrap();
    let english = Locale::of(Language::English);
    let payback = english.periods(best["payback_period"].as_u64().unwrap(), "month");
    assert!(index.contains(&format!(">{payback}<")), "{payback}: {index}");
}

#[test]
fn a_story_counts_its_periods_from_1() {
    let desk = Desk::new();
    let (told, _) = desk.expect(0, &["story", "city-hotel", "--out", "out", "--json"]);
    let told: String = told.split_whitespace().collect();
    assert!(told.contains("\"period\":") && told.contains("\"left\":"), "{told}");
    assert!(!told.contains("\"period\":0,") && !told.contains("\"left\":0,"), "{told}");
    let mut tables = fs::read_dir(desk.path("out/tables")).unwrap().map(|entry| entry.unwrap().path());
    let csv = tables.find(|path| path.extension().is_some_and(|ending| ending == "csv")).unwrap();
    let text = fs::read_to_string(csv).unwrap();
    let periods: Vec<&str> = text.lines().skip(1).map(|line| line.split(',').nth(1).unwrap()).collect();
    assert!(periods.contains(&"1") && periods.contains(&"36") && !periods.contains(&"0"), "{text}");
}

#[test]
fn the_second_sentence_says_whether_the_answer_holds_in_other_models() {
    let Hotel { printed, result, page, charts } = &*HOTEL;
    let (best, variants) = (&result["selection"]["best"], result["variants"].as_array().unwrap());
    let holding = variants.iter().filter(|variant| variant["best"] == *best).count();
    let answer: Vec<&str> = printed.lines().skip_while(|line| !line.contains("on average")).collect();
    let all = variants.len();
    assert!(holding < all, "the city hotel is turned by cheaper replacement");
    let sentence = format!("It stays best in {holding} of {all} model variants; ");
    assert!(answer[1].starts_with(&sentence), "{printed}");
    assert!(answer[1].contains("`new customers cost half as much`"), "{printed}");
    let shown = |variant: &serde_json::Value| {
        let name = variant["name"].as_str().unwrap().to_string();
        let built_in = BuiltIn::ALL.into_iter().find(|built_in| built_in.name() == name);
        built_in.map_or(name, |built_in| variant::name(Locale::of(Language::English), &Which::BuiltIn(built_in)))
    };
    // The table below has the turning ones alone, and the report all.
    for variant in variants {
        let (name, turns) = (shown(variant), variant["best"] != *best);
        let is_row = printed.lines().any(|line| line.trim_start().starts_with(&format!("{name}  ")));
        assert_eq!(is_row, turns, "{name}\n{printed}");
    }
    assert!(page.contains(&sentence), "{sentence}");
    for name in variants.iter().map(shown) {
        assert!(page.contains(&name), "{name}");
    }
    for file in ["svg", "png", "csv"] {
        for folder in ["charts", "charts/lost-for-good"] {
            assert!(charts.contains(&format!("{folder}/11-variants.{file}")), "{folder}, {file}: {charts:?}");
        }
    }
    let desk = Desk::new();
    let off = ["run", "city-hotel", "--draws", "20", "--set", "study.variants=false", "--out", "off", "--details"];
    let (printed, _) = desk.expect(0, &off);
    assert!(!printed.contains("model variant") && !desk.path("off/charts/11-variants.svg").exists(), "{printed}");
}

#[test]
fn variants_need_nothing_uncertain() {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &["decide", "capacity-trap", "--variants"]);
    assert!(printed.contains("no word of mouth"), "{printed}");
    desk.expect(2, &["decide", "capacity-trap"]);
}

#[test]
fn decide_puts_the_choice_to_all_variants_when_asked() {
    let desk = Desk::new();
    let asked = ["decide", "city-hotel", "--draws", "50"];
    let (printed, _) = desk.expect(0, &asked);
    assert!(!printed.contains("model variant"), "{printed}");
    let (text, _) = desk.expect(0, &[&asked[..], &["--variants", "--json", "--out", "out"]].concat());
    let found = json(&text);
    let scenarios = found["scenarios"].as_array().unwrap();
    assert_eq!(scenarios.len(), 2);
    for scenario in scenarios {
        for variant in scenario["variants"].as_array().unwrap() {
            let differences = variant["differences"].as_object().unwrap();
            let best = variant["best"].as_str().unwrap();
            assert!(differences.values().all(|d| d.as_f64() <= differences[best].as_f64()), "{variant}");
            assert!(!variant["what"].as_str().unwrap().is_empty());
        }
    }
    assert!(desk.path("out/charts/11-variants.svg").is_file() && desk.path("out/charts/11-variants.csv").is_file());
    let languages = [
        ("en", "no word of mouth", "model variants"),
        ("zh", "没有口碑", "模型变体"),
        ("es", "sin boca a boca", "variantes del modelo"),
    ];
    for (language, name, sentence) in languages {
        let (printed, _) = desk.expect(0, &[&asked[..], &["--variants", "--lang", language]].concat());
        assert!(printed.contains(name) && printed.contains(sentence), "{printed}");
        assert!(printed.contains("loyalty.solicited_response = 0.5"), "{printed}");
    }
}

#[test]
fn desk_and_segments_are_shown_where_they_are() {
    let Hotel { printed, page, .. } = &*HOTEL;
    assert!(printed.contains("overloaded periods") && printed.contains("By segment"), "{printed}");
    let mut ask = printed.lines().filter(|line| line.trim_start().starts_with("ask  "));
    assert!(ask.any(|line| line.trim_end().ends_with(" 36")), "every month is overloaded: {printed}");
    assert!(page.contains("id=\"segments\"") && page.contains("id=\"desk\"") && page.contains("id=\"variants\""));
    // One segment, no desk.
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &["run", "tarp-major", "--draws", "20", "--out", "none", "--details"]);
    assert!(!printed.contains("overloaded periods") && !printed.contains("By segment"), "{printed}");
    let page = fs::read_to_string(desk.path("none/report.html")).unwrap();
    assert!(!page.contains("id=\"segments\"") && !page.contains("id=\"desk\""));
    assert!(!desk.path("none/charts/12-desk.svg").exists());
    let result = json(&fs::read_to_string(desk.path("none/result.json")).unwrap());
    assert_eq!(result["strategies"][0]["desk"], Value::Null);
}

#[test]
fn the_error_of_the_time_step_stands_beside_the_others() {
    let Hotel { printed, result, page, .. } = &*HOTEL;
    let error = result["strategies"][3]["error_budget"]["time_step"].as_f64().unwrap();
    let written = Locale::of(Language::English).signed_count(error);
    assert!(error != 0.0 && printed.contains("error of the time step"), "{printed}");
    let mut rows = printed.lines().filter(|line| line.contains("ask and answer"));
    assert!(rows.any(|line| line.trim_end().ends_with(&written)), "{written}: {printed}");
    assert!(page.contains("Error of the time step") && page.contains(&written));
    // At the point values nothing else is left to say.
    let point = ["run", "city-hotel", "--draws", "1", "--engine", "expected", "--no-charts", "--details"];
    let (printed, _) = Desk::new().expect(0, &point);
    assert!(printed.contains("error of the time step") && !printed.contains("Monte Carlo error"), "{printed}");
}
