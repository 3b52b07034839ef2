//! What the first users of the program met with, point by point: a test for each, or the test that holds it elsewhere.
//!
//! Numbers and labels that contradicted each other:
//!
//! | point | held by |
//! |---|---|
//! | account names in all languages | `language::every_key_account_column_and_cause_has_its_word_in_every_language` |
//! | one formatter of levels, by unit | `output::level::tests::levels_have_the_digits_that_their_size_asks_for` |
//! | IRR without meaning | `rates_of_return` of the core |
//! | near tie in the first sentences | `answers::near_ties_are_told_in_text_and_json` |
//! | point values and means disagree | the verdict of `run`: `cases` and `cookbook` have studies of which it says so |
//! | signs | `language::number` of the report: `signs_are_shown_where_gains_and_losses_meet`; `what_costs_is_told_as_a_cost` |
//! | value beyond the horizon | `payback_says_that_it_leaves_out_what_lies_beyond_the_horizon`; in the picture `chart::finding` of the report |
//! | rounding noise in chart 4 | `chart::fan` of the report: `the_axis_does_not_magnify_noise` |
//! | replaced customers in chart 4 | `where_leavers_are_replaced_customers_kept_are_drawn`, `chart::finding` of the report |
//! | the tree counts failures | `the_tree_has_as_many_ways_as_there_are_failures`, `chart::finding` of the report |
//! | chance too small to measure | `figures` of the report: `a_part_of_the_spread_that_rounds_to_nothing_is_too_small_to_measure` |
//! | two greatest regrets | `each_greatest_regret_says_over_what_it_is_taken` |
//! | accounts by name | `accounts_have_names_and_no_places` |
//! | the best with weights | `report::the_weights_of_the_scenarios_decide_the_answer` |
//! | replaced inputs | `a_number_that_another_replaces_is_no_assumption` |
//! | every message has a code | `what_is_wrong_with_a_command_line_has_a_code`; `checks` compares the codes with the page |
//! | one code for a mistake | `an_unknown_scenario_is_the_same_mistake_everywhere` |
//! | a stop in order | `every_command_that_works_listens_for_a_stop`, `parts` and `faults` for what is left behind |
//!
//! Traps: networks are held by `input::edges` and `networks_are_read_as_people_write_them`, quick below resolved by `refusals`
//! (S014, and W013 within noise), `low = 0` and `beta = [0, 200]` by `uncertain_numbers_that_begin_at_0_have_a_way_out`,
//! rates above 1 by `failure_rates_above_1_are_questioned`; numbers as spreadsheets write them are held by `input::written` and `checks`, doubled and remark columns by
//! `batch::runs`, default prices by `checks::default_prices_are_noted_in_a_study_of_another_currency`.

use std::fs;
use std::process::Command;

use crate::cli::Desk;

/// Columns that a line takes; the texts of these tests are Latin.
fn columns(line: &str) -> usize {
    line.chars().count()
}

fn at_width(desk: &Desk, width: &str, arguments: &[&str]) -> String {
    let output = desk.command(arguments).env("COLUMNS", width).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

const HOTEL: [&str; 7] = ["run", "city-hotel", "--draws", "60", "--no-charts", "--out", "out"];

#[test]
fn at_80_and_120_columns_nothing_is_cut() {
    let desk = Desk::new();
    for (width, most) in [("80", 80), ("120", 120)] {
        for details in [&[][..], &["--details"]] {
            let text = at_width(&desk, width, &[&HOTEL[..], details].concat());
            let long: Vec<&str> = text.lines().filter(|line| columns(line) > most).collect();
            assert!(long.is_empty(), "{width}: {long:?}");
            // Names, intervals and heads stay whole.
            for whole in ["ask and answer", "reference", "payback", "market", " k to +"] {
                assert!(text.contains(whole), "{width}: `{whole}`\n{text}");
            }
        }
    }
    for command in [&["decide", "city-hotel", "--draws", "30"][..], &["explain", "churn"], &["cases"], &["presets"]] {
        let text = at_width(&desk, "80", command);
        let long: Vec<&str> = text.lines().filter(|line| columns(line) > 80).collect();
        assert!(long.is_empty(), "{command:?}: {long:?}");
    }
}

#[test]
fn what_is_left_out_is_said_and_details_have_it() {
    let desk = Desk::new();
    let narrow = at_width(&desk, "80", &HOTEL);
    assert!(narrow.contains("Not shown, for width: customers kept. `--details` shows them."), "{narrow}");
    assert!(!at_width(&desk, "120", &HOTEL).contains("Not shown"));
    let details = at_width(&desk, "80", &[&HOTEL[..], &["--details"]].concat());
    assert!(!details.contains("Not shown"), "{details}");
    for only in
        ["Customers lost over the horizon by cause", "erlang", "lost for good`: comparison", "Common random numbers"]
    {
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat(&details).contains(only) && !flat(&narrow).contains(only), "{only}");
    }
}

#[test]
fn an_answer_takes_one_screen_and_a_half() {
    let desk = Desk::new();
    let output = desk.command(&HOTEL).env_remove("COLUMNS").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.lines().count() <= 60 && text.lines().all(|line| columns(line) <= 100), "{text}");
}

#[test]
fn colours_are_for_terminals_or_for_those_who_ask() {
    let desk = Desk::new();
    let coloured = |more: &[&str]| {
        let output = desk.command(&[&HOTEL[..], more].concat()).output().unwrap();
        [output.stdout, output.stderr].map(|bytes| bytes.contains(&0x1b))
    };
    assert_eq!(coloured(&[]), [false, false]);
    assert_eq!(coloured(&["--color", "always"]), [true, true]);
    let text = at_width(&desk, "100", &[&HOTEL[..], &["--color", "always"]].concat());
    let winner = text.lines().find(|line| line.contains("\u{1b}[1;32m")).unwrap();
    assert!(winner.contains("ask and answer"), "{winner}");
}

#[test]
fn a_table_is_no_study() {
    let desk = Desk::new();
    desk.write("complaints.csv", "id,date\n1,2\n");
    let (_, diagnostics) = desk.expect(2, &["run", "complaints.csv"]);
    assert!(diagnostics.contains("`complaints.csv` is a table, not a study"), "{diagnostics}");
    assert_eq!(diagnostics.matches("error[").count(), 1, "{diagnostics}");
}

#[test]
fn a_near_file_is_suggested() {
    let desk = Desk::new();
    desk.expect(0, &["new", "shop.toml"]);
    for asked in ["shop", "shopp.toml"] {
        let (_, diagnostics) = desk.expect(2, &["run", asked]);
        assert!(diagnostics.contains("did you mean") && diagnostics.contains("`shop.toml`"), "{diagnostics}");
    }
}

#[test]
fn an_unknown_scenario_is_the_same_mistake_everywhere() {
    let desk = Desk::new();
    for command in [
        &["story"][..],
        &["why"],
        &["variants"],
        &["sensitivity"],
        &["sweep", "--over", "voice.solicit=0:1:3"],
        &["breakeven", "--key", "voice.solicit"],
        &["optimize", "--budget", "1", "--lever", "voice.solicit=0:1"],
    ] {
        let (_, diagnostics) = desk.expect(2, &[command, &["--scenario", "none"]].concat());
        assert!(diagnostics.contains("error[S064]"), "{command:?}: {diagnostics}");
    }
}

#[test]
fn every_answer_says_what_it_rests_on() {
    let desk = Desk::new();
    let few = ["--draws", "20", "--json"];
    for command in [
        &["run", "--no-charts", "--out", "out"][..],
        &["decide"],
        &["why"],
        &["sensitivity", "--rows", "64"],
        &["sweep", "--over", "voice.solicit=0:1:3"],
        &["breakeven", "--key", "voice.solicit"],
        &["optimize", "--budget", "100000", "--lever", "voice.solicit=0:1"],
        &["paradox"],
    ] {
        let (printed, _) = desk.expect(0, &[command, &few].concat());
        for key in ["study", "title", "currency", "seed", "version", "stream"] {
            assert!(!json(&printed)[key].is_null(), "{command:?} {key}");
        }
    }
}

#[test]
fn an_option_without_effect_is_said() {
    let (_, diagnostics) = Desk::new().expect(0, &["variants", "tarp-major", "--draws", "5"]);
    assert!(diagnostics.contains("W011") && diagnostics.contains("`--draws`"), "{diagnostics}");
}

#[test]
fn a_tie_is_looked_for_near_what_is_known() {
    let arguments = ["breakeven", "city-hotel", "--key", "horizon.discount_rate", "--draws", "20", "--json"];
    let (printed, _) = Desk::new().expect(0, &arguments);
    // Ten times the 5 to 15 % of the evidence.
    assert_eq!(json(&printed)["range"], serde_json::json!([0.0, 1.5]));
}

#[test]
fn few_draws_tell_nothing_of_many_inputs() {
    let desk = Desk::new();
    let decide = ["decide", "tarp-major", "--draws", "20"];
    let (printed, _) = desk.expect(0, &decide);
    assert!(!printed.contains("Value of knowing several inputs together"), "{printed}");
    let (_, diagnostics) = desk.expect(2, &[&decide[..], &["--group", "word_of_mouth"]].concat());
    assert!(diagnostics.contains("S065") && diagnostics.contains("takes 60 draws, not 20"), "{diagnostics}");
}

#[test]
fn a_best_level_at_the_end_of_its_range_is_said() {
    let desk = Desk::new();
    let optimize = |lever: &str| {
        let arguments = ["optimize", "city-hotel", "--budget", "200000", "--draws", "20", "--lever", lever];
        desk.expect(0, &arguments).0
    };
    let end = "at the end of the range given: the best level may lie beyond it";
    assert!(optimize("voice.solicit=0:0.6").contains(end));
    // Beyond 1 there is nothing.
    assert!(!optimize("voice.solicit=0:1").contains(end));
}

#[test]
fn numbers_that_are_zero_are_one_warning() {
    let desk = Desk::new();
    let set = ["--set", "word_of_mouth.negative_impact=0", "--set", "word_of_mouth.positive_impact=0"];
    let (_, diagnostics) = desk.expect(0, &[&["check", "tarp-major"][..], &set].concat());
    assert_eq!(diagnostics.matches("W002").count(), 1, "{diagnostics}");
    assert!(
        diagnostics.contains("`word_of_mouth.negative_impact` and `word_of_mouth.positive_impact` are 0"),
        "{diagnostics}"
    );
}

#[test]
fn one_warning_is_no_plural() {
    let (printed, _) = Desk::new().expect(0, &["check", "tarp-major", "--set", "word_of_mouth.negative_impact=0"]);
    assert!(printed.contains("1 warning,"), "{printed}");
}

#[test]
fn the_same_caution_in_several_scenarios_is_said_once() {
    let (_, diagnostics) = Desk::new().expect(0, &HOTEL);
    assert_eq!(diagnostics.matches("A012").count(), 1, "{diagnostics}");
    assert!(diagnostics.contains("(scenarios `base` and `lost for good`)"), "{diagnostics}");
}

#[test]
fn a_setting_reaches_one_strategy() {
    let desk = Desk::new();
    desk.write(
        "runs.csv",
        "study,name,strategy.ask.voice.solicit,comment\ntarp-major,low,0.1,x\ntarp-major,high,40 %,\n",
    );
    let batch = ["batch", "runs.csv", "--no-charts", "--keep", "summary", "--out", "night", "--draws", "4", "--quiet"];
    desk.expect(0, &batch);
    let study = |run: &str| fs::read_to_string(desk.path(&format!("night/{run}/study.toml"))).unwrap();
    assert!(study("low").contains("solicit = 0.1") && study("high").contains("solicit = 0.4"));
    let table = fs::read_to_string(desk.path("night/tables/runs.csv")).unwrap();
    let head = table.lines().next().unwrap();
    assert!(head.starts_with("\u{feff}run,folder,study,strategy.ask.voice.solicit,"), "{head}");
    assert!(table.lines().nth(1).unwrap().starts_with("low,low,tarp-major,0.1,"), "{table}");
    assert!(!head.contains("comment"), "{head}");
}

#[test]
fn runs_keep_their_names_as_written() {
    let desk = Desk::new();
    // The second name of Köln writes ö as o and a diaeresis, as macOS does; the last stands twice.
    desk.write(
        "runs.csv",
        "study,name,seed\ntarp-major,Köln Süd,1\ntarp-major,Ko\u{308}ln/Süd,2\ntarp-major,Köln-Süd,3\ntarp-major,Bonn,4\ntarp-major,Bonn,5\n",
    );
    let batch = ["batch", "runs.csv", "--no-charts", "--keep", "summary", "--out", "night", "--draws", "2"];
    let (_, diagnostics) = desk.expect(0, &batch);
    assert!(diagnostics.contains("2 runs are called `Bonn`"), "{diagnostics}");
    let table = fs::read_to_string(desk.path("night/tables/runs.csv")).unwrap();
    for row in ["Köln Süd,Köln-Süd,", "Köln/Süd,Köln-Süd-2,", "Köln-Süd,Köln-Süd-3,", "Bonn,Bonn,", "Bonn,Bonn-2,"]
    {
        assert!(table.contains(row), "{row}\n{table}");
    }
    let record = fs::read_to_string(desk.path("night/batch.toml")).unwrap();
    assert!(record.contains("label = \"Köln/Süd\""), "{record}");
    assert!(fs::read_to_string(desk.path("night/index.html")).unwrap().contains("Köln/Süd"));
    // The second start finds all of it.
    let (_, diagnostics) = desk.expect(0, &batch);
    assert!(diagnostics.contains("5 already complete"), "{diagnostics}");
}

#[test]
fn a_batch_leaves_a_workbook() {
    let desk = Desk::new();
    let batch = ["batch", "tarp-major", "tarp-minor", "--no-charts", "--out", "night", "--draws", "2", "--quiet"];
    desk.expect(0, &batch);
    let mut book = zip::ZipArchive::new(fs::File::open(desk.path("night/runs.xlsx")).unwrap()).unwrap();
    let mut strings = String::new();
    std::io::Read::read_to_string(&mut book.by_name("xl/sharedStrings.xml").unwrap(), &mut strings).unwrap();
    assert!(strings.contains("tarp-major") && strings.contains("tarp-minor"), "{strings}");
    let first = fs::read(desk.path("night/runs.xlsx")).unwrap();
    desk.expect(0, &[&batch[..], &["--force"]].concat());
    assert_eq!(fs::read(desk.path("night/runs.xlsx")).unwrap(), first);
}

#[test]
fn what_is_wrong_with_runs_is_said_in_their_order() {
    let desk = Desk::new();
    let rows: String = (1..=12).map(|i| format!("tarp-major,r{i:02},-{i}\n")).collect();
    desk.write("runs.csv", &format!("study,name,market.customers\n{rows}"));
    let (_, diagnostics) = desk.expect(1, &["batch", "runs.csv", "--no-charts", "--out", "night"]);
    let at: Vec<usize> = (1..=12).map(|i| diagnostics.find(&format!("study `r{i:02}`")).unwrap()).collect();
    assert!(at.is_sorted(), "{diagnostics}");
}

#[test]
fn a_new_study_names_its_schema() {
    let desk = Desk::new();
    desk.expect(0, &["new", "mine.toml"]);
    assert!(fs::read_to_string(desk.path("mine.toml")).unwrap().starts_with("#:schema ./study.schema.json\n"));
    let schema = fs::read_to_string(desk.path("study.schema.json")).unwrap();
    assert_eq!(schema, fs::read_to_string("docs/study.schema.json").unwrap());
    // A second study takes the schema that is there.
    desk.expect(0, &["new", "other.toml", "--full"]);
    desk.expect(0, &["check", "mine.toml", "other.toml"]);
}

/// What is required may come by `extends`, and arrays of tables are arrays.
#[test]
fn the_schema_requires_names_alone() {
    fn walk(value: &serde_json::Value, path: &str) {
        match value {
            serde_json::Value::Object(all) => {
                for (key, inner) in all {
                    if key == "required" && inner.is_array() && !path.starts_with("/$defs") {
                        assert_eq!(inner, &serde_json::json!(["name"]), "{path}");
                    }
                    walk(inner, &format!("{path}/{key}"));
                }
            }
            serde_json::Value::Array(all) => all.iter().for_each(|inner| walk(inner, path)),
            _ => {}
        }
    }
    let schema = json(&fs::read_to_string("docs/study.schema.json").unwrap());
    walk(&schema, "");
    for array in ["segment", "failure", "touchpoint", "response", "strategy", "scenario", "variant"] {
        assert_eq!(schema["properties"][array]["type"], "array", "{array}");
    }
}

/// Results of an older model are not taken for those of this one: the pinned numbers and the revision of the model change together.
#[test]
fn the_model_has_the_revision_of_its_numbers() {
    let mut names: Vec<_> = fs::read_dir("tests/snapshots").unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.to_string_lossy().contains("golden"));
    names.sort();
    let mut numbers = blake3::Hasher::new();
    for path in &names {
        let text = fs::read_to_string(path).unwrap();
        // What stands above is insta's.
        numbers.update(text.split("---").last().unwrap_or_default().trim().as_bytes());
    }
    let now = format!("{} {}", recoup::model::REVISION, numbers.finalize());
    let known = fs::read_to_string("tests/model-revisions.txt").unwrap();
    let known: Vec<&str> = known.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(names.len() > 20);
    assert_eq!(known.last().copied(), Some(now.as_str()), "raise `model::REVISION`, and add the line `{now}`");
    let revisions: Vec<u32> = known.iter().map(|line| line.split(' ').next().unwrap().parse().unwrap()).collect();
    assert!(revisions.windows(2).all(|pair| pair[0] < pair[1]), "{revisions:?}");
}

#[test]
fn networks_are_read_as_people_write_them() {
    let desk = Desk::new();
    desk.expect(0, &["new", "net.toml"]);
    for (ties, counts_from_1) in
        [("a;b;weight\n0;1;0,5\n", false), ("0\t1\n", false), ("0 1\n", false), ("1 2\n", true)]
    {
        desk.write("ties.csv", ties);
        let set = ["--engine", "agents", "--set", "network.kind=\"edges\"", "--set", "network.file=\"ties.csv\""];
        let (_, diagnostics) = desk.expect(0, &[&["check", "net.toml"][..], &set].concat());
        assert_eq!(diagnostics.contains("N008"), counts_from_1, "{ties}: {diagnostics}");
    }
}

#[test]
fn what_is_wrong_with_a_command_line_has_a_code() {
    let desk = Desk::new();
    desk.write("there.toml", "");
    for (arguments, code) in [
        (&["run", "--nope"][..], "U001"),
        (&["run", "--engine", "steam"], "U001"),
        (&["walk"], "U001"),
        (&["new", "there.toml"], "U002"),
        (&["batch", "tarp-major", "--shards", "2"], "U002"),
    ] {
        let (_, diagnostics) = desk.expect(2, arguments);
        assert!(diagnostics.starts_with(&format!("error[{code}]: ")), "{arguments:?}: {diagnostics}");
    }
    let (_, diagnostics) = desk.expect(2, &["new", "there.toml", "--lang", "es"]);
    assert!(diagnostics.starts_with("error[U002]: "), "{diagnostics}");
}

#[test]
fn what_costs_is_told_as_a_cost() {
    let (printed, _) = Desk::new().expect(0, &["paradox", "city-hotel", "--draws", "20"]);
    let flat = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = flat.split("would cost ").nth(1).unwrap();
    let told = &told[..told.find("for each failure").unwrap()];
    assert!(told.contains("(90 %: +") && !told.contains('−'), "{told}");
}

#[test]
fn payback_says_that_it_leaves_out_what_lies_beyond_the_horizon() {
    let desk = Desk::new();
    let said = "payback and the cumulative difference do not";
    let run = |more: &[&str]| {
        let (printed, _) = desk.expect(0, &[&HOTEL[..], more].concat());
        printed.split_whitespace().collect::<Vec<_>>().join(" ").contains(said)
    };
    assert!(!run(&[]));
    assert!(run(&["--set", "horizon.terminal_value=\"clv\"", "--force"]));
    // What pays only by the value beyond the horizon is not paid back "never".
    desk.expect(0, &["run", "case:british-airways", "--draws", "40", "--quiet", "--out", "airline"]);
    let page = fs::read_to_string(desk.path("airline/report.html")).unwrap().replace('\u{a0}', " ");
    let strip = page.split_once("<dl class=\"strip\">").unwrap().1.split_once("</dl>").unwrap().0;
    assert!(strip.contains("<dd>after month 60</dd>") && !strip.contains("never"), "{strip}");
}

#[test]
fn where_leavers_are_replaced_customers_kept_are_drawn() {
    let desk = Desk::new();
    let run = |out: &str, more: &[&str]| {
        let few = ["run", "city-hotel", "--draws", "20", "--quiet", "--out", out];
        desk.expect(0, &[&few[..], more].concat());
        let page = fs::read_to_string(desk.path(&format!("{out}/report.html"))).unwrap();
        let is_drawn = |name: &str| desk.path(&format!("{out}/charts/{name}.csv")).is_file();
        (page, [is_drawn("4-customers-kept"), is_drawn("4-active-customers")])
    };
    let (page, drawn) = run("replace", &[]);
    assert_eq!(drawn, [true, false]);
    assert!(page.contains("How many customers are kept?") && !page.contains("How many customers are there?"));
    // What is drawn last is the figure of the answer.
    let rows = fs::read_to_string(desk.path("replace/charts/4-customers-kept.csv")).unwrap();
    let last = rows.lines().rfind(|line| line.starts_with("ask and answer,36,")).unwrap();
    let drawn: f64 = last.rsplit(',').next().unwrap().parse().unwrap();
    let result = json(&fs::read_to_string(desk.path("replace/result.json")).unwrap());
    let kept = result["strategies"][3]["customers_kept"]["mean"].as_f64().unwrap();
    assert!((drawn - kept).abs() < 1e-6 * kept, "{drawn} {kept}");
    let (page, drawn) = run("none", &["--set", "acquisition.policy=\"none\""]);
    assert_eq!(drawn, [false, true]);
    assert!(page.contains("How many customers are there?"));
}

/// A customer with two failures is two ways through the tree.
#[test]
fn the_tree_has_as_many_ways_as_there_are_failures() {
    let desk = Desk::new();
    let expected = ["--set", "study.engine=\"expected\"", "--draws", "1", "--out", "out", "--quiet"];
    desk.expect(0, &[&["run", "city-hotel"][..], &expected].concat());
    let rows = fs::read_to_string(desk.path("out/charts/3-failure-tree-reference.csv")).unwrap();
    let ways: f64 =
        rows.lines().skip(1).flat_map(|row| row.split(',').skip(3)).map(|n| n.parse::<f64>().unwrap()).sum();
    let result = json(&fs::read_to_string(desk.path("out/result.json")).unwrap());
    let periods = result["strategies"][0]["periods"].as_array().unwrap();
    let failures: f64 = periods.iter().map(|period| period["episodes"].as_f64().unwrap()).sum();
    assert!((ways - failures).abs() < 1e-6 * failures, "{ways} {failures}");
    let page = fs::read_to_string(desk.path("out/report.html")).unwrap();
    assert!(page.contains("Widths are failures over the whole horizon (a customer counts once per failure)"));
}

#[test]
fn each_greatest_regret_says_over_what_it_is_taken() {
    let (printed, _) = Desk::new().expect(0, &["decide", "city-hotel", "--draws", "60", "--details"]);
    let flat = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("minimises the greatest regret across the scenarios"), "{flat}");
    for named in flat.split("greatest regret").skip(1) {
        // Beside these sentences, the words are heads of columns.
        let is_told = !flat.contains(&format!("minimises the greatest regret{named}"));
        let over = ["across the scenarios", "over the draws"];
        assert!(is_told || over.iter().any(|over| named.trim_start().starts_with(over)), "{named}");
    }
}

#[test]
fn accounts_have_names_and_no_places() {
    let (printed, _) = Desk::new().expect(0, &[&HOTEL[..], &["--json"]].concat());
    let result = json(&printed);
    for strategy in result["strategies"].as_array().unwrap() {
        for accounts in ["accounts", "account_differences"] {
            let names: Vec<&String> = strategy[accounts].as_object().unwrap().keys().collect();
            for name in ["margin", "acquisition", "compensation", "training"] {
                assert!(names.iter().any(|known| *known == name), "{accounts} {names:?}");
            }
        }
    }
}

#[test]
fn the_first_page_says_what_each_strategy_does() {
    let desk = Desk::new();
    let page = |out: &str, more: &[&str]| {
        desk.expect(0, &[&["run", "city-hotel", "--draws", "60", "--quiet", "--out", out][..], more].concat());
        let page = fs::read_to_string(desk.path(&format!("{out}/report.html"))).unwrap();
        let first =
            page.split_once("id=\"strategies-do\"").unwrap().1.split_once("id=\"rests-on\"").unwrap().0.to_string();
        (first.replace('\u{a0}', " "), page)
    };
    let (first, whole) = page("en", &[]);
    for told in ["silent customers who respond when asked 0 % → 45 %", "desk positions 1 → 2", "the reference"] {
        assert!(first.contains(told), "{told}: {first}");
    }
    // Labels, no key paths.
    assert!(!first.contains("voice.solicit") && !first.contains("none"), "{first}");
    // What the next unit of money brings stands in the argument.
    let argument = whole.split_once("id=\"pays\"").unwrap().1.split_once("id=\"cash\"").unwrap().0;
    assert!(argument.contains("What each costlier strategy brings beyond the next cheaper one"), "{argument}");
    assert!(argument.contains("on the increment"), "{argument}");
    let (first, _) = page("es", &["--lang", "es"]);
    assert!(first.contains("puestos de atención 1 → 2"), "{first}");
    // The words of the author come first.
    let words = "strategy.ask.summary=\"Leave a card in every room\"";
    let (first, _) = page("own", &["--set", words]);
    assert!(first.contains("Leave a card in every room") && !first.contains("0 % → 45 %; cost"), "{first}");
}

#[test]
fn presets_and_policies_speak_the_language() {
    let desk = Desk::new();
    for (language, preset, policy) in [
        ("zh", "TARP，严重问题。经典的数字", "一线员工当场解决"),
        ("es", "TARP, problemas graves. Las cifras", "El personal de primera línea"),
    ] {
        let (printed, _) = desk.expect(0, &["presets", "--lang", language]);
        assert!(printed.contains(preset) && printed.contains(policy), "{printed}");
    }
}

#[test]
fn the_page_of_a_batch_speaks_its_language() {
    let desk = Desk::new();
    let batch = ["batch", "city-hotel", "--draws", "4", "--no-charts", "--keep", "summary", "--quiet"];
    desk.expect(0, &[&batch[..], &["--out", "zh", "--lang", "zh"]].concat());
    let page = fs::read_to_string(desk.path("zh/index.html")).unwrap();
    for told in ["城市酒店", "征求并答复", "一去不返"] {
        assert!(page.contains(told), "{told}");
    }
    assert!(!page.contains("lost for good") && !page.contains("。 "), "{page}");
    // Tables keep the names as written.
    let table = fs::read_to_string(desk.path("zh/tables/runs.csv")).unwrap();
    assert!(table.contains("ask and answer") && !table.contains("征求并答复"), "{table}");
    // The rule of the report that hides wide charts on a phone does not meet the table.
    assert!(!page.contains("class=\"wide\""));
}

#[test]
fn verify_and_cases_can_be_quiet() {
    let desk = Desk::new();
    for command in [&["verify"][..], &["cases"], &["cases", "hilton"]] {
        let (printed, diagnostics) = desk.expect(0, &[command, &["--quiet"]].concat());
        assert!(printed.is_empty() && diagnostics.is_empty(), "{command:?} {printed} {diagnostics}");
        let (printed, _) = desk.expect(0, &[command, &["--quiet", "--json"]].concat());
        let found = json(&printed);
        if command == ["verify"] {
            let checks = found["checks"].as_array().unwrap();
            for name in ["E8", "E11", "E12", "E13"] {
                assert!(checks.iter().any(|check| check["check"] == name), "the published sum {name}");
            }
            assert!(checks.iter().all(|check| check["holds"] == true), "{checks:#?}");
        }
    }
    let (printed, _) = desk.expect(0, &["verify"]);
    let last = printed.trim_end().lines().last().unwrap_or_default();
    assert!(printed.contains("TARP") && printed.contains(" E12 "), "{printed}");
    assert!(last.starts_with("all ") && last.ends_with(" checks pass"), "{last}");
}

#[test]
fn the_paradox_has_a_short_form() {
    let desk = Desk::new();
    let short = at_width(&desk, "100", &["paradox", "--draws", "20"]);
    assert!(short.lines().count() <= 60, "{short}");
    assert!(short.contains("Three claims") && short.contains("Causing failures"), "{short}");
    let details = at_width(&desk, "100", &["paradox", "--draws", "20", "--details"]);
    for only in ["rage-2015", "Mount 2012"] {
        assert!(details.contains(only) && !short.contains(only), "{only}");
    }
}

#[test]
fn answers_speak_in_labels() {
    let desk = Desk::new();
    let sweep = ["sweep", "city-hotel", "--draws", "10", "--over", "voice.solicit=0:0.6:2"];
    let map = [&sweep[..], &["--over", "recovery.desk.agents=1:2:2"]].concat();
    let breakeven = ["breakeven", "city-hotel", "--draws", "10", "--key", "acquisition.cost_ratio"];
    for (question, key) in
        [(&sweep[..], "voice.solicit"), (&map, "voice.solicit"), (&breakeven, "acquisition.cost_ratio")]
    {
        let (printed, _) = desk.expect(0, question);
        // Keys are heads of tables alone.
        let sentences = printed.split("──").next().unwrap();
        let last = sentences.rfind("\n\n").unwrap();
        assert!(!sentences[..last].contains(key), "{printed}");
    }
}

#[test]
fn a_number_that_another_replaces_is_no_assumption() {
    let cost = ["--set", "acquisition.cost=300", "--details"];
    let (printed, _) = Desk::new().expect(0, &[&HOTEL[..], &cost].concat());
    assert!(printed.contains("acquisition.cost ") && !printed.contains("acquisition.cost_ratio"), "{printed}");
}

#[test]
fn uncertain_numbers_that_begin_at_0_have_a_way_out() {
    for (form, way_out) in
        [("{low=0,high=5}", "write { uniform = [0"), ("{beta=[0,200]}", "write { beta = [0.5, 200.5] }")]
    {
        let set = format!("acquisition.cost_ratio={form}");
        let (_, diagnostics) = Desk::new().expect(2, &["check", "city-hotel", "--set", &set]);
        let flat = diagnostics.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(way_out), "{diagnostics}");
    }
}

#[test]
fn failure_rates_above_1_are_questioned() {
    for rate in ["1.2", "{lognormal=[0.05,0.5]}"] {
        let set = format!("failure.\"room not ready\".rate={rate}");
        let (_, diagnostics) = Desk::new().expect(0, &["check", "city-hotel", "--set", &set]);
        assert!(diagnostics.contains("warning[W002]"), "{diagnostics}");
    }
}

#[test]
fn a_misspelt_key_is_one_message() {
    let (_, diagnostics) = Desk::new().expect(2, &["check", "tarp-major", "--set", "market.custmers=5"]);
    assert_eq!(diagnostics.matches("]: ").count(), 1, "{diagnostics}");
}

/// Waits until a process takes SIGTERM and has worked for half a second, in which a study is loaded several times over.
#[cfg(unix)]
fn wait_until_it_works(process: u32) {
    let status = format!("/proc/{process}/status");
    let listens = || {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let caught = text.lines().find_map(|line| line.strip_prefix("SigCgt:")).map(str::trim);
        // Where the system does not tell, the time below must do.
        caught.and_then(|mask| u64::from_str_radix(mask, 16).ok()).is_none_or(|mask| mask >> (15 - 1) & 1 == 1)
    };
    // Hundredths of a second in the program, of all its threads.
    let works = || {
        let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        let after_name = text.rsplit_once(')')?.1;
        after_name.split_whitespace().nth(11)?.parse::<u64>().ok()
    };
    for _ in 0..1_000 {
        if listens() && works().is_none_or(|hundredths| hundredths >= 50) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    if works().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(1_000));
    }
}

#[cfg(unix)]
#[test]
fn every_command_that_works_listens_for_a_stop() {
    let desk = Desk::new();
    let long = ["--set", "study.draws=1_000_000"];
    for command in [
        &["run", "city-hotel", "--no-charts", "--quiet", "--out", "out"][..],
        &["story", "city-hotel", "--set", "market.customers=2_000_000", "--memory", "100G"],
        &["sensitivity", "city-hotel", "--rows", "1000000"],
        &["decide", "city-hotel", "--draws", "1000000", "--memory", "100G"],
        &["sweep", "city-hotel", "--over", "voice.solicit=0:1:500", "--draws", "100000"],
        &["breakeven", "city-hotel", "--key", "voice.solicit", "--draws", "1000000"],
        &["optimize", "city-hotel", "--budget", "100000", "--lever", "voice.solicit=0:1", "--draws", "100000"],
        &["why", "city-hotel", "--draws", "1000000"],
        &["diff", "city-hotel", "tarp-major", "--draws", "1000000"],
    ] {
        let is_run = command[0] == "run";
        let arguments = if is_run { [command, &long, &["--memory", "100G"]].concat() } else { command.to_vec() };
        let mut child = desk.command(&arguments).stdout(std::process::Stdio::null()).spawn().unwrap();
        wait_until_it_works(child.id());
        assert!(child.try_wait().unwrap().is_none(), "{command:?} was too quick for this test");
        Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(130), "{command:?}");
    }
}
