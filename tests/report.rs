//! The report as people get it: page, workbook, and both told again from the folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

use recoup::output::report::data::ReportData;
use recoup::random::address::STREAM;
use tempfile::TempDir;

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Desk(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs the program and insists on the exit code; gives what was said on stderr.
    fn expect(&self, code: i32, arguments: &[&str]) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_recoup"));
        let output = command.args(arguments).current_dir(self.0.path()).output().unwrap();
        let diagnostics = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "recoup {arguments:?}\n{diagnostics}");
        assert!(!diagnostics.contains("panicked"), "{diagnostics}");
        diagnostics
    }

    fn small(&self, out: &str) {
        self.expect(0, &["run", "tarp-major", "--draws", "20", "--quiet", "--out", out]);
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }
}

fn files(home: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(home: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(home, &path, found);
            } else {
                let name = path.strip_prefix(home).unwrap().to_string_lossy().into_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(home, home, &mut found);
    found
}

fn differing(a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names = a.keys().chain(b.keys());
    let mut differing: Vec<String> = names.filter(|name| a.get(*name) != b.get(*name)).cloned().collect();
    differing.sort();
    differing.dedup();
    differing
}

#[test]
fn a_report_told_again_has_the_bytes_of_the_run() {
    let desk = Desk::new();
    desk.small("out");
    let first = files(&desk.path("out"));
    for name in ["report.html", "report.xlsx", "report.json", "charts/8-tornado.svg"] {
        assert!(first.contains_key(name), "{name}: {:?}", first.keys());
    }
    assert!(desk.text("out/manifest.toml").contains("name = \"report.html\""));
    desk.expect(0, &["report", "out"]);
    assert_eq!(differing(&first, &files(&desk.path("out"))), [""; 0]);
    // What is told may be gone.
    fs::remove_file(desk.path("out/report.html")).unwrap();
    fs::remove_dir_all(desk.path("out/charts")).unwrap();
    desk.expect(0, &["report", "out"]);
    assert_eq!(differing(&first, &files(&desk.path("out"))), [""; 0]);
}

#[test]
fn a_report_is_told_in_another_language_and_back() {
    let desk = Desk::new();
    desk.small("out");
    let first = files(&desk.path("out"));
    for (language, tag, locale) in [("zh", "zh-Hans", "结论"), ("es", "es", "La respuesta")] {
        desk.expect(0, &["report", "out", "--lang", language, "--out", language]);
        let page = desk.text(&format!("{language}/report.html"));
        assert!(page.contains(&format!("<html lang=\"{tag}\">")) && page.contains(locale), "{language}");
        let told = files(&desk.path(language));
        assert_eq!(told.len(), first.len());
        let differ = differing(&first, &told);
        assert!(differ.contains(&"charts/2-cumulative-difference.svg".to_string()), "{differ:?}");
        let is_rendered =
            |name: &String| name.starts_with("charts/") || name.starts_with("report.") || name == "manifest.toml";
        assert!(differ.iter().all(is_rendered), "{differ:?}");
    }
    assert_eq!(differing(&first, &files(&desk.path("out"))), [""; 0], "what lies elsewhere is left as it is");
    desk.expect(0, &["report", "zh", "--lang", "en"]);
    assert_eq!(differing(&first, &files(&desk.path("zh"))), [""; 0]);
}

#[test]
fn what_is_no_finished_run_is_refused() {
    let desk = Desk::new();
    assert!(desk.expect(2, &["report", "nowhere"]).contains("R001"));
    fs::create_dir(desk.path("empty")).unwrap();
    assert!(desk.expect(2, &["report", "empty"]).contains("R001"));
    desk.small("out");
    let manifest = desk.text("out/manifest.toml");
    let with = |from: &str, to: &str| {
        assert!(manifest.contains(from));
        fs::write(desk.path("out/manifest.toml"), manifest.replacen(from, to, 1)).unwrap();
        let before = files(&desk.path("out"));
        let diagnostics = desk.expect(2, &["report", "out"]);
        assert_eq!(differing(&before, &files(&desk.path("out"))), [""; 0]);
        diagnostics
    };
    let version = concat!("version = \"", env!("CARGO_PKG_VERSION"), "\"");
    let diagnostics = with(version, "version = \"0.0.9\"");
    assert!(
        diagnostics.contains("R002") && diagnostics.contains("0.0.9") && diagnostics.contains("recoup run"),
        "{diagnostics}"
    );
    assert!(with(&format!("stream = {STREAM}"), "stream = 0").contains("R002"));
    assert!(with("program = \"recoup\"", "program = \"other\"").contains("R001"));
    // A manifest leads to nothing outside.
    assert!(with("name = \"charts/", "name = \"../charts/").contains("R001"));
    fs::write(desk.path("out/manifest.toml"), &manifest).unwrap();

    // Files that are not as they were written are named, all of them.
    fs::write(desk.path("out/tables/summary.csv"), "1").unwrap();
    fs::write(desk.path("out/report.html"), "mine").unwrap();
    fs::remove_file(desk.path("out/result.json")).unwrap();
    let diagnostics = desk.expect(2, &["report", "out"]);
    for name in ["tables/summary.csv", "report.html", "result.json"] {
        assert!(diagnostics.contains(name), "{diagnostics}");
    }
    assert_eq!(desk.text("out/report.html"), "mine");

    // A folder that holds more than the run is not replaced; elsewhere is fine.
    desk.small("more");
    fs::write(desk.path("more/thesis.txt"), "mine").unwrap();
    assert!(desk.expect(2, &["report", "more"]).contains("--out"));
    desk.expect(0, &["report", "more", "--out", "copy"]);
    assert!(desk.path("more/thesis.txt").exists() && desk.path("copy/report.html").exists());

    // The folder of another question tells no report.
    desk.expect(0, &["decide", "tarp-major", "--draws", "20", "--out", "asked"]);
    assert!(desk.expect(2, &["report", "asked"]).contains("R004"));
}

#[test]
fn what_is_kept_is_read_again_to_the_last_bit() {
    let desk = Desk::new();
    desk.expect(0, &["run", "city-hotel", "--draws", "10", "--quiet", "--out", "out"]);
    let text = desk.text("out/report.json");
    let data = ReportData::read(text.as_bytes()).unwrap();
    assert!(serde_json::to_string(&data).unwrap() == text);
    assert_eq!(data.findings.pictures.len(), 2);
}

/// A study whose every name tries to be something else.
const HOSTILE: &str = r#"
title = "<script>alert(1)</script> \u202Egnp.exe & 'quotes' \"too\" </title>"
summary = "<img src=x onerror=alert(1)>\n=1+1\t{{ 7 * 7 }} <style>*{display:none}</style>"
currency = "=U<b>"
extends = "preset:tarp-major"

[market]
customers = 2_000
prospects = 8_000

[[segment]]
name = "=cmd|' /C calc'!A0"
share = 1.0
purchases_per_year = 4.0
margin = 60.0
retention_cost = 12.0
base_loyalty = 0.87

[[failure]]
name = "<svg onload=alert(1)>"
severity = "major"
rate = { low = 0.005, high = 0.02 }

[[strategy]]
name = "=HYPERLINK(\"http://example.com\", \"x\")"

[[strategy]]
name = "+1\" onmouseover=\"alert(1)\u202E`b`"
voice = { solicit = 0.30, solicit_cost = 0.50 }

[[strategy]]
name = "-@</script><script>x"
costs = { fixed_per_year = 1_000 }

[[strategy]]
name = "מלון <b>"
voice = { solicit = 0.10, solicit_cost = 0.50 }

[[scenario]]
name = "@SUM(A1)"

[[scenario]]
name = "</svg><script>"
severity = { major = { complain = 0.2 } }

[[sweep]]
key = "voice.solicit"
from = 0.0
to = 1.0
steps = 3
"#;

/// Characters that nobody sees and that turn or join the text around them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The part of a page between two marks.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    rest.split_once(to).unwrap_or_else(|| panic!("no {to}")).0
}

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="#0067a3"/></svg>"##;

const BRIEF: &str = r#"
extends = "case:ecommerce-desk"

[report]
client = "Example <Ltd>"
author = "A. Analyst"
date = 2026-03-31
status = "draft"
logo = "logo.svg"

[[input]]
key = "severity.minor.complain"
label = "Customers who complain <b>"
source = "Service desk records"
note = "without repeat contacts"
"#;

#[test]
fn the_first_page_has_one_answer_and_what_the_study_says_of_the_report() {
    let desk = Desk::new();
    fs::write(desk.path("logo.svg"), LOGO).unwrap();
    fs::write(desk.path("brief.toml"), BRIEF).unwrap();
    desk.expect(0, &["run", "brief.toml", "--draws", "40", "--quiet", "--out", "out"]);
    let page = desk.text("out/report.html");
    let first = between(&page, "<body>", "class=\"argument\"");
    for text in ["Example &#60;Ltd&#62;", "A. Analyst", "2026-03-31", ">draft<", "src=\"data:image/svg+xml;base64,"] {
        assert!(first.contains(text) && page.matches(text).count() == 1, "{text}");
    }
    assert_eq!((first.matches("class=\"answer\"").count(), first.matches("<figure>").count()), (1, 1));
    let rests_on = between(first, "id=\"rests-on\"", "</ul>");
    assert_eq!(rests_on.matches("<li>").count(), 3);
    for part in ["id=\"caveat\"", "id=\"next\""] {
        assert_eq!(between(first, part, "</ul>").matches("<li>").count(), 1, "{part}");
    }
    // The argument comes before its methods.
    let at = |id: &str| page.find(&format!("<section id=\"{id}\"")).unwrap_or_else(|| panic!("no {id}"));
    let order = ["figures", "strategies", "cash", "decision", "appendix", "assumptions", "errors", "reproduce"].map(at);
    assert!(order.is_sorted(), "{order:?}");
    // Every chart twice, of which a screen shows one.
    assert_eq!(
        page.matches("<div class=\"chart wide\">").count(),
        page.matches("<div class=\"chart upright\">").count()
    );
    assert!(page.contains("@media screen and (prefers-color-scheme: dark) {\n.chart [fill="));

    // A label stands for its key, the author's source for the program's; the workbook has them too.
    let assumptions = between(&page, "<section id=\"assumptions\"", "</section>");
    let row = assumptions.split("<tr").find(|row| row.contains("severity.minor.complain")).unwrap();
    assert!(
        row.contains("Customers who complain &#60;b&#62;")
            && row.contains("Service desk records · without repeat contacts"),
        "{row}"
    );
    let book: String = parts(&desk.path("out/report.xlsx")).into_iter().map(|(_, part)| part).collect();
    assert!(book.contains("Customers who complain &lt;b&gt;") && book.contains("Service desk records"));

    // The folder holds all that its study needs, and tells its report again.
    assert_eq!(desk.text("out/logo.svg"), LOGO);
    let before = files(&desk.path("out"));
    desk.expect(0, &["report", "out"]);
    assert_eq!(differing(&before, &files(&desk.path("out"))), [""; 0]);
    desk.expect(0, &["run", "out/study.toml", "--quiet", "--out", "again"]);
    let again = desk.text("again/report.html");
    assert_eq!(between(&again, "<body>", "class=\"argument\""), first);
}

#[test]
fn the_weights_of_the_scenarios_decide_the_answer() {
    let desk = Desk::new();
    let weighted = "extends = \"tarp-major.toml\"\n[[scenario]]\nname = \"rare\"\nweight = 0.25\n[[scenario]]\nname = \"often\"\n\
                    weight = 0.75\nseverity = { major = { complain = 0.6 } }\n";
    let shipped = format!("{}/scenarios/tarp-major.toml", env!("CARGO_MANIFEST_DIR"));
    let plain = fs::read_to_string(shipped).unwrap();
    let plain = plain.split("[[scenario]]").next().unwrap();
    fs::write(desk.path("tarp-major.toml"), plain).unwrap();
    fs::write(desk.path("weighted.toml"), weighted).unwrap();
    desk.expect(0, &["run", "weighted.toml", "--draws", "40", "--quiet", "--out", "out"]);
    let page = desk.text("out/report.html");
    let answer = between(&page, "<p class=\"answer\">", "</p>");
    assert!(answer.starts_with("Weighted over the scenarios, "), "{answer}");
    assert!(between(&page, "id=\"figures\"", "</section>").contains("<p>In scenario <bdi>“rare”</bdi>: "), "{answer}");
}

#[test]
fn a_logo_that_could_run_or_is_missing_is_refused() {
    let desk = Desk::new();
    let run = |logo: &str| {
        fs::write(desk.path("brief.toml"), BRIEF.replace("logo.svg", logo)).unwrap();
        desk.expect(2, &["run", "brief.toml", "--draws", "2", "--quiet", "--out", "out"])
    };
    assert!(run("nowhere.png").contains("S057"));
    fs::create_dir(desk.path("folder.png")).unwrap();
    assert!(run("folder.png").contains("S057"));
    fs::write(desk.path("script.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")
        .unwrap();
    assert!(run("script.svg").contains("S057"));
    fs::write(desk.path("large.png"), vec![0_u8; 2 << 20]).unwrap();
    assert!(run("large.png").contains("S057"));
    assert!(!desk.path("out").exists());
}

#[test]
fn names_become_neither_markup_nor_formulas() {
    let desk = Desk::new();
    fs::write(desk.path("hostile.toml"), HOSTILE).unwrap();
    for language in ["en", "zh", "es"] {
        let arguments = ["run", "hostile.toml", "--draws", "6", "--quiet", "--out", "out", "--lang", language];
        desk.expect(0, &arguments);
        let page = desk.text("out/report.html");
        for markup in ["<script", "<img", "<b>", " onload=alert(1)>", "\" onmouseover=\"", "</title> ", "<style>*"] {
            assert!(!page.contains(markup), "{language}: {markup}");
        }
        assert!(page.contains("&#60;script&#62;alert(1)") || page.contains("&lt;script&gt;alert(1)"), "{language}");
        assert_eq!(page.matches("<style>").count(), 1);
        // Marks that turn text around, and control characters, are gone; what fences off names is an element.
        assert!(!page.chars().any(|c| is_invisible(c) || (c.is_control() && c != '\n')), "{language}");
        assert_eq!(page.matches("<bdi>").count(), page.matches("</bdi>").count());
        // Nothing is asked of anybody: an address in a name is text, whole or cut where a line of a chart ends.
        let tags: String = page.split('<').filter_map(|part| part.split_once('>')).map(|(tag, _)| tag).collect();
        for call in ["http:", "https:", " src=\"", "link rel=\"stylesheet"] {
            assert!(!tags.replace("http://example.com", "").contains(call), "{language}: {call}");
        }
        for call in ["@import", "url(h", "url('h", "url(\"h"] {
            assert!(!page.contains(call), "{language}: {call}");
        }
        for (name, part) in parts(&desk.path("out/report.xlsx")) {
            // Formulas hold no text of the study: references, numbers and words of the catalogues.
            for formula in
                part.split("<f>").skip(1).filter_map(|rest| rest.split_once("</f>")).map(|(formula, _)| formula)
            {
                for text in ["HYPERLINK", "alert", "cmd", "http", "script", "onload"] {
                    assert!(!formula.contains(text), "{language}: {formula} in {name}");
                }
            }
            assert!(!part.contains("<hyperlink"), "{language}: a link in {name}");
            assert!(!part.contains("<script") && !part.contains(is_invisible), "{language}: {name}");
        }
    }
}

#[test]
fn the_folder_of_an_answer_has_a_page_and_a_workbook_that_are_safe_and_repeatable() {
    let desk = Desk::new();
    fs::write(desk.path("hostile.toml"), HOSTILE).unwrap();
    let questions: [&[&str]; 4] =
        [&["sweep", "--over", "voice.solicit=0:1:3"], &["why"], &["decide", "--variants"], &["variants"]];
    for question in questions {
        let (command, options) = question.split_first().unwrap();
        for out in ["a", "b"] {
            let asked = [command, "hostile.toml", "--draws", "40", "--quiet", "--force", "--out", out];
            desk.expect(0, &[&asked[..], options].concat());
        }
        let (a, b) = (files(&desk.path("a")), files(&desk.path("b")));
        assert!(differing(&a, &b).is_empty(), "{command}: {:?}", differing(&a, &b));
        let page = desk.text("a/answer.html");
        for markup in ["<script", "<img", "<b>", " onload=alert(1)>", "\" onmouseover=\"", "</title> ", "<style>*"] {
            assert!(!page.contains(markup), "{command}: {markup}");
        }
        assert!(page.contains("<svg ") && page.contains("default-src 'none'; style-src 'sha256-"), "{command}");
        assert!(page.contains("<table>"), "{command}");
        let parts = parts(&desk.path("a/answer.xlsx"));
        for (name, part) in &parts {
            assert!(
                !part.contains("<f>") && !part.contains("<f ") && !part.contains("<hyperlink"),
                "{command}: {name}"
            );
        }
        // Figures are numbers: cells that have a value and no type.
        let table = &parts.iter().find(|(name, _)| name == "xl/worksheets/sheet2.xml").unwrap().1;
        assert!(table.split("<c ").any(|cell| cell.contains("<v>") && !cell.contains(" t=\"")), "{command}: {table}");
    }
}

#[test]
fn no_answer_has_a_number_as_text_in_its_workbook() {
    let desk = Desk::new();
    let questions: [&[&str]; 6] = [
        &["paradox", "tarp-minor"],
        &["sensitivity", "tarp-minor"],
        &["sensitivity", "city-hotel", "--method", "morris"],
        &["sweep", "tarp-minor", "--over", "voice.solicit=0:1:3"],
        &["breakeven", "tarp-minor", "--key", "market.customers"],
        &["why", "tarp-minor"],
    ];
    for question in questions {
        desk.expect(0, &[question, &["--draws", "20", "--quiet", "--force", "--out", "a"]].concat());
        let parts = parts(&desk.path("a/answer.xlsx"));
        let texts = &parts.iter().find(|(name, _)| name == "xl/sharedStrings.xml").unwrap().1;
        for text in texts.split("<si>").filter_map(|text| text.split_once('>')?.1.split_once('<').map(|(text, _)| text))
        {
            let number = text.trim_start_matches(['+', '−', '-', '±']).trim_end_matches([' ', '%', 'k', 'M']);
            let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || ",. ".contains(c));
            assert!(!is_number, "{question:?}: {text}");
        }
    }
}

/// The XML parts of a workbook.
fn parts(path: &Path) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let read = |name: String| {
        let mut text = String::new();
        archive.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        (name, text)
    };
    names.into_iter().map(read).collect()
}

#[test]
fn the_workbook_has_its_sheets_charts_and_no_clock() {
    let desk = Desk::new();
    desk.expect(0, &["run", "city-hotel", "--draws", "10", "--quiet", "--out", "out"]);
    let parts = parts(&desk.path("out/report.xlsx"));
    let count = |start: &str| parts.iter().filter(|(name, _)| name.starts_with(start)).count();
    assert_eq!((count("xl/worksheets/sheet"), count("xl/charts/chart")), (16, 6));
    let part = |name: &str| &parts.iter().find(|(n, _)| n == name).unwrap().1;
    assert!(!part("docProps/core.xml").contains("dcterms:"), "no date, neither of the clock nor a made-up one");
    let book = part("xl/workbook.xml");
    for name in ["discount_rate", "margin_factor", "programme_cost_factor", "lever_1", "lever_1_level"] {
        assert!(book.contains(&format!("<definedName name=\"{name}\">")), "{name}");
    }
    assert_eq!(count("xl/tables/table"), 3);
    // The last sheet, of the levers, is hidden.
    for sheet in 1..=15 {
        let text = part(&format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(
            text.contains("<pane ") && text.contains("fitToHeight=\"0\""),
            "sheet {sheet}: frozen, and printed one wide"
        );
    }
}

#[test]
fn the_source_of_a_key_is_not_that_of_a_value_that_the_study_sets() {
    let desk = Desk::new();
    let complain = "scenario.\"4 % complain\".severity.major.complain={ mean = 0.3, sd = 0.05 }";
    let run = ["run", "tarp-major", "--engine", "expected", "--draws", "20", "--set", complain, "--quiet"];
    for (language, own, range, preset, default) in [
        (
            "en",
            "the study’s own input · literature: 1.0 % to 85.0 %",
            "the range: J. Goodman",
            "from preset:tarp-major",
            "secondary source",
        ),
        (
            "es",
            "dato propio del estudio · en la literatura: de 1,0 % a 85,0 %",
            "el rango: J. Goodman",
            "como en preset:tarp-major",
            "de un texto que lo cita",
        ),
        (
            "zh",
            "研究自身的数据 · 已发表范围：1.0% 至 85.0%",
            "范围出处：J. Goodman",
            "与 preset:tarp-major 相同",
            "转引自其他文献",
        ),
    ] {
        desk.expect(0, &run.iter().copied().chain(["--lang", language, "--out", language]).collect::<Vec<_>>());
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        let page = plain(&desk.text(&format!("{language}/report.html")));
        let (_, assumptions) = page.split_once("<section id=\"assumptions\"").unwrap();
        let row =
            |key: &str| assumptions.split("<tr").find(|row| row.contains(key)).unwrap_or_else(|| panic!("no {key}"));
        let complain = row("severity.major.complain");
        assert!(complain.contains(own) && complain.contains(range), "{language}: {complain}");
        // The preset's table keeps TARP's numbers, and the ledger's source is not theirs.
        let silent = row("severity.major.repurchase.silent");
        assert!(silent.contains(preset) && !silent.contains("<small>TARP 1979"), "{language}: {silent}");
        // The default keeps its source.
        let told = row("word_of_mouth.told.quick");
        assert!(told.contains(default) && told.contains("White House Office"), "{language}: {told}");
        // The workbook says the same.
        let parts = parts(&desk.path(&format!("{language}/report.xlsx")));
        let book = plain(&parts.iter().map(|(_, part)| part.as_str()).collect::<String>());
        for diagnostic in [own.split(" · ").next().unwrap(), range, preset] {
            assert!(book.contains(diagnostic), "{language}: {diagnostic}");
        }
    }
}
