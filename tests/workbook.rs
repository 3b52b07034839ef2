//! The living sheets of the workbook, recalculated by LibreOffice: its formulas against the simulated figures and against other
//! runs. Where LibreOffice is missing (`apt-get install libreoffice-calc-nogui`) these tests pass and say so.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

/// The row of the heads of the sheets Answer and Inputs, and that of the first input.
const HEAD: usize = 5;
const FIRST_INPUT: usize = 7;

struct Office {
    home: TempDir,
}

/// The rows of a sheet.
type Sheet = Vec<Vec<String>>;

impl Office {
    /// None, and a word about it, where LibreOffice is missing.
    fn new() -> Option<Self> {
        let found = Command::new("soffice").arg("--version").output().is_ok();
        if !found {
            eprintln!("skipped: LibreOffice is not here");
            return None;
        }
        let home = tempfile::tempdir().unwrap();
        // Formulas are always calculated, whatever values the file holds.
        let settings = home.path().join("profile/user");
        fs::create_dir_all(&settings).unwrap();
        fs::write(
            settings.join("registrymodifications.xcu"),
            r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#,
        )
        .unwrap();
        Some(Office { home })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Runs a study; gives its `result.json`.
    fn run(&self, out: &str, arguments: &[&str]) -> Value {
        let all = [&["run"], arguments, &["--quiet", "--lang", "en", "--out", out]].concat();
        let output = Command::new(env!("CARGO_BIN_EXE_recoup")).args(&all).current_dir(&self.home).output().unwrap();
        assert!(output.status.success(), "{all:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_str(&fs::read_to_string(self.path(out).join("result.json")).unwrap()).unwrap()
    }

    /// The sheets of workbooks as LibreOffice calculates them, by name, after other inputs were entered: row (from 1) on the
    /// sheet of inputs, and its value. What the formulas gave when they were written is taken out before. Its start takes
    /// longer than a workbook, so that it starts once for all of them.
    fn calculated(&self, books: &[(&str, &[(usize, f64)])]) -> Vec<BTreeMap<String, Sheet>> {
        let copies: Vec<PathBuf> = (0..books.len()).map(|i| self.path(&format!("copy{i}.xlsx"))).collect();
        for (copy, (out, inputs)) in copies.iter().zip(books) {
            fs::write(copy, changed(&self.path(out).join("report.xlsx"), inputs)).unwrap();
        }
        let sheets = self.path("sheets");
        let _ = fs::remove_dir_all(&sheets);
        let profile = format!("-env:UserInstallation=file://{}", self.path("profile").display());
        let output = Command::new("soffice")
            .args([&profile, "--headless", "--convert-to"])
            .arg("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1")
            .arg("--outdir")
            .arg(&sheets)
            .args(&copies)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let mut found = vec![BTreeMap::new(); books.len()];
        for entry in fs::read_dir(&sheets).unwrap() {
            let path = entry.unwrap().path();
            let stem = path.file_stem().unwrap().to_string_lossy();
            let (copy, name) = stem.split_once('-').unwrap();
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(&path).unwrap();
            let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_string).collect()).collect();
            found[copy["copy".len()..].parse::<usize>().unwrap()].insert(name.to_string(), rows);
        }
        found
    }
}

/// The workbook without the values of its formulas, and with other inputs.
fn changed(book: &Path, inputs: &[(usize, f64)]) -> Vec<u8> {
    let mut parts = zip::ZipArchive::new(fs::File::open(book).unwrap()).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut entered = 0;
    for i in 0..parts.len() {
        let mut part = parts.by_index(i).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let is_inputs = text.contains("<dataValidations");
        let mut cells: Vec<String> = text.split("<c ").map(str::to_string).collect();
        for cell in &mut cells {
            // Without formats, so that figures come out with all digits.
            if let Some((before, rest)) = cell.split_once(" s=\"")
                && !before.contains('>')
            {
                *cell = format!("{before}{}", rest.split_once('"').unwrap().1);
            }
            if let Some((formula, rest)) = cell.split_once("</f>") {
                let value = rest.split_once("</v>").map_or(rest, |(_, rest)| rest);
                *cell = format!("{}</f><v>0</v>{value}", formula.replace(" t=\"str\"", ""));
            }
            for (row, value) in inputs.iter().filter(|_| is_inputs) {
                let Some(rest) = cell.strip_prefix(&format!("r=\"B{row}\"")) else { continue };
                let (style, rest) = rest.split_once('>').unwrap();
                let after = rest.split_once("</v>").unwrap().1;
                *cell = format!("r=\"B{row}\"{}><v>{value}</v>{after}", style.replace(" t=\"s\"", ""));
                entered += 1;
            }
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(cells.join("<c ").as_bytes()).unwrap();
    }
    assert_eq!(entered, inputs.len(), "inputs that were entered");
    out.finish().unwrap().into_inner()
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok()
}

#[track_caller]
fn close(a: f64, b: f64, size: f64, what: &str) {
    assert!((a - b).abs() <= 1e-9 * size.abs().max(b.abs()), "{what}: {a} and {b}");
}

/// Strategies of the sheet Answer: name, formulas, figures as run.
fn answers(sheets: &BTreeMap<String, Sheet>) -> Vec<(String, Vec<String>, Vec<String>)> {
    let rows = sheets["Answer"].iter().skip(HEAD + 1).take_while(|row| !row[1].is_empty());
    rows.map(|row| (row[1].clone(), row[2..8].to_vec(), row[8..14].to_vec())).collect()
}

/// The formulas of a run with other inputs against another run at those inputs, strategy by strategy.
#[track_caller]
fn agree(sheets: &BTreeMap<String, Sheet>, run: &Value) {
    let answers = answers(sheets);
    assert_eq!(answers.len(), run["strategies"].as_array().unwrap().len());
    for ((name, formulas, _), strategy) in answers.iter().zip(run["strategies"].as_array().unwrap()) {
        let size = strategy["pv_contribution"]["mean"].as_f64().unwrap();
        let figures = [
            (0, &strategy["npv"]["mean"]),
            (2, &strategy["pv_contribution"]["mean"]),
            (3, &strategy["pv_programme"]["mean"]),
        ];
        for (column, figure) in figures {
            close(number(&formulas[column]).unwrap(), figure.as_f64().unwrap(), size, name);
        }
        if let Some(roi) = strategy["roi"].as_f64() {
            assert!(
                (number(&formulas[4]).unwrap() - roi).abs() < 1e-5 * roi.abs().max(1.0),
                "{name}: {formulas:?} {roi}"
            );
        }
        if let Some(period) = strategy["payback_period"].as_f64().filter(|_| number(&formulas[5]).is_some()) {
            assert_eq!(number(&formulas[5]), Some(period), "{name}");
        }
    }
}

#[test]
fn the_formulas_give_the_simulated_figures_at_the_inputs_of_the_study() {
    let Some(office) = Office::new() else { return };
    let studies: [&[&str]; 5] = [
        &["city-hotel", "--draws", "6"],
        &["triage-by-value", "--draws", "3"],
        &["case:scotiabank", "--draws", "3"],
        &["case:hilton", "--draws", "3", "--set", "horizon.terminal_value=clv"],
        &["tarp-major", "--draws", "5"],
    ];
    let outs: Vec<String> = (0..studies.len()).map(|i| format!("out-{i}")).collect();
    outs.iter().zip(studies).for_each(|(out, study)| drop(office.run(out, study)));
    let books: Vec<(&str, &[(usize, f64)])> = outs.iter().map(|out| (&out[..], &[][..])).collect();
    for (sheets, study) in office.calculated(&books).into_iter().zip(studies) {
        assert!(sheets["Answer"][2][0].starts_with("The inputs are those of the study"), "{study:?}");
        for (name, formulas, as_run) in answers(&sheets) {
            for (formula, figure) in formulas.iter().zip(&as_run) {
                match (number(formula), number(figure)) {
                    (Some(formula), Some(figure)) => {
                        let size = if figure.abs() < 1e3 { 1e3 } else { number(&as_run[2]).unwrap() };
                        close(formula, figure, size, &name);
                    }
                    _ => assert_eq!(formula, figure, "{study:?}: {name}"),
                }
            }
        }
        let years = sheets["Cash by year"].iter().skip(3).filter(|row| !row[0].is_empty());
        for row in years {
            for (formula, as_run) in [(7, 11), (10, 12)] {
                if let Some(figure) = number(&row[as_run]) {
                    close(number(&row[formula]).unwrap(), figure, 1e6, &row[1]);
                }
            }
        }
        assert!(sheets.values().flatten().flatten().all(|cell| !cell.starts_with('#') && !cell.starts_with("Err:")));
    }
}

/// A strategy that starts later and pays a setup, with two levers.
const STUDY: &str = r#"
title = "Living"
currency = "EUR"
extends = "preset:tarp-minor"
[horizon]
period = "month"
periods = 30
[market]
customers = 20_000
prospects = 100_000
[[segment]]
name = "homes"
share = 0.6
purchases_per_year = 4
margin = 30
retention_cost = 6
base_loyalty = 0.85
[[segment]]
name = "firms"
share = 0.4
purchases_per_year = 9
margin = 50
retention_cost = 9
base_loyalty = 0.9
[[failure]]
name = "late"
severity = "minor"
rate = 0.4
[recovery]
compensation_cost = 0.4
[costs]
per_contact = 6
fixed_per_year = 10_000
[[strategy]]
name = "today"
[[strategy]]
name = "better"
starts = 4
recovery = { compensation = 0.5, resolves = 0.6, resolves_max = 0.95, quick = 0.5 }
voice = { solicit = 0.4 }
costs = { setup = 20_000, fixed_per_year = 30_000 }
[[sweep]]
key = "recovery.compensation"
from = 0.0
to = 1.0
steps = 5
strategy = "better"
[[sweep]]
key = "voice.solicit"
from = 0.0
to = 1.0
steps = 3
strategy = "better"
"#;

#[test]
fn with_other_inputs_the_formulas_give_what_a_run_at_them_gives() {
    let Some(office) = Office::new() else { return };
    fs::write(office.path("living.toml"), STUDY).unwrap();
    let rate = "horizon.discount_rate=0.23";
    let margins = ["segment.homes.margin=37.5", "segment.firms.margin=62.5"];
    let costs = [
        "costs.per_contact=9",
        "costs.fixed_per_year=15_000",
        "recovery.compensation_cost=0.6",
        "strategy.better.costs.setup=30_000",
        "strategy.better.costs.fixed_per_year=45_000",
    ];
    let level = "strategy.better.recovery.compensation=0.25";
    let [rate_row, margin_row, cost_row, lever_row] = [0, 1, 2, 3].map(|i| FIRST_INPUT + i);
    for terminal in ["horizon.terminal_value=none", "horizon.terminal_value=clv"] {
        let run = |out: &str, set: &[&str], more: &[&str]| {
            let set = [terminal].iter().chain(set).flat_map(|set| ["--set", set]).collect::<Vec<_>>();
            let engine = ["living.toml", "--engine", "expected", "--draws", "1", "--force"];
            office.run(out, &[&engine, &set[..], more].concat())
        };
        let other = |set: &[&str]| run("other", set, &["--no-charts"]);
        let plain = run("plain", &[], &[]);
        let entered: [&[(usize, f64)]; 6] = [
            &[],
            &[(rate_row, 0.23)],
            &[(rate_row, 0.23), (margin_row, 1.25), (cost_row, 1.5)],
            &[(lever_row, 0.25)],
            &[(lever_row, 0.25), (lever_row + 1, 1.0)],
            &[(rate_row, 0.23), (margin_row, 1.25), (cost_row, 1.5), (lever_row, 0.25)],
        ];
        let [as_is, other_rate, others, other_level, two_levels, everything] =
            office.calculated(&entered.map(|inputs| ("plain", inputs))).try_into().unwrap();
        agree(&as_is, &plain);
        agree(&other_rate, &other(&[rate]));
        let all = [&[rate], &margins[..], &costs].concat();
        agree(&others, &other(&all));
        assert!(others["Answer"][2][0].starts_with("The inputs differ from the study"));
        // A level of the sweep, as the curve has it and as a run with it.
        agree(&other_level, &other(&[level]));
        let gain = number(&answers(&other_level)[1].1[1]).unwrap();
        let point = &plain["sweeps"][0]["points"][1];
        assert_eq!(point["value"], 0.25);
        close(gain, point["npv_difference"]["mean"].as_f64().unwrap(), 1e6, "the level");
        assert_eq!(other_level["Answer"][3][0], "");
        assert!(two_levels["Answer"][3][0].starts_with("Several levers are moved"));
        if terminal.ends_with("none") {
            agree(&everything, &other(&[&all[..], &[level]].concat()));
        }
    }
}
