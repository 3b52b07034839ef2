//! The program as a user meets it: words, files, exit codes.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder to work in.
pub(crate) struct Desk(TempDir);

impl Desk {
    pub(crate) fn new() -> Self {
        Desk(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_recoup"));
        // Sentences stay in one line.
        command.args(arguments).current_dir(self.0.path()).stdin(Stdio::null()).env("COLUMNS", "4000");
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs and insists on the exit code; gives what was printed and what was said.
    pub(crate) fn expect(&self, code: i32, arguments: &[&str]) -> (String, String) {
        let output = self.run(arguments);
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let (printed, diagnostics) = (text(&output.stdout), text(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "recoup {arguments:?}\n{printed}\n{diagnostics}");
        assert!(!diagnostics.contains("panicked"), "{diagnostics}");
        (printed, diagnostics)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    pub(crate) fn entries(&self) -> BTreeSet<String> {
        fs::read_dir(self.0.path()).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }
}

const SMALL: [&str; 6] = ["run", "tarp-major", "--draws", "20", "--out", "out"];

fn small<'a>(more: &[&'a str]) -> Vec<&'a str> {
    SMALL.iter().chain(more).copied().collect()
}

fn files(folder: &Path, ending: &str) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    entries.filter(|e| e.as_ref().unwrap().path().extension() == Some(OsStr::new(ending))).count()
}

#[test]
fn alone_it_prints_help() {
    let (printed, diagnostics) = Desk::new().expect(0, &[]);
    for word in [
        "run",
        "sensitivity",
        "decide",
        "check",
        "new",
        "explain",
        "cases",
        "presets",
        "schema",
        "verify",
        "completions",
    ] {
        assert!(printed.contains(word), "{word}");
    }
    assert!(diagnostics.is_empty(), "{diagnostics}");
}

#[test]
fn a_run_leaves_a_whole_result_folder() {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &small(&[]));
    assert!(printed.contains("ask"), "{printed}");
    for name in ["manifest.toml", "study.toml", "result.json"] {
        assert!(fs::metadata(desk.path("out").join(name)).unwrap().len() > 0, "{name}");
    }
    let out = desk.path("out");
    for name in ["histories", "inputs", "periods", "summary"] {
        for ending in ["parquet", "csv"] {
            assert!(out.join(format!("tables/{name}.{ending}")).is_file(), "tables/{name}.{ending}");
        }
    }
    assert!(files(&out.join("charts"), "svg") >= 5 && files(&out.join("charts"), "png") >= 5);
    assert_eq!(desk.entries(), BTreeSet::from(["out".to_string()]), "nothing is left beside");
    let manifest: toml::Table = fs::read_to_string(out.join("manifest.toml")).unwrap().parse().unwrap();
    for file in manifest["file"].as_array().unwrap() {
        let bytes = fs::metadata(out.join(file["name"].as_str().unwrap())).unwrap().len();
        assert_eq!(file["bytes"].as_integer(), Some(bytes as i64), "{file}");
    }
}

#[test]
fn the_folder_is_output_and_the_name_unless_told_otherwise() {
    let desk = Desk::new();
    desk.expect(0, &["run", "tarp-minor", "--engine", "expected", "--draws", "1", "--quiet", "--no-charts"]);
    assert!(desk.path("output/tarp-minor/manifest.toml").is_file());
}

#[test]
fn printed_json_is_the_file() {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &small(&["--json", "--no-charts"]));
    assert_eq!(printed, fs::read_to_string(desk.path("out/result.json")).unwrap());
    let json: serde_json::Value = serde_json::from_str(&printed).unwrap();
    for key in ["study", "version", "stream", "engine", "seed", "draws", "replicates", "strategies"] {
        assert!(!json[key].is_null(), "{key}");
    }
    assert_eq!((json["engine"].as_str(), json["draws"].as_u64()), (Some("cohort"), Some(20)));
}

#[test]
fn the_resolved_study_runs_again_to_the_same_result() {
    let desk = Desk::new();
    let (first, _) = desk.expect(0, &small(&["--json", "--no-charts", "--set", "voice.solicit=0.3"]));
    let (again, _) = desk.expect(0, &["run", "out/study.toml", "--out", "again", "--json", "--no-charts"]);
    let strategies = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap()["strategies"].clone();
    assert_eq!(strategies(&first), strategies(&again));
}

#[test]
fn every_answer_says_who_keeps_their_own_value_of_what_was_set() {
    let desk = Desk::new();
    let set = ["--set", "voice.solicit=0.3"];
    for command in [
        &["run", "city-hotel", "--draws", "5", "--no-charts", "--out", "r"][..],
        &["decide", "city-hotel", "--draws", "20"],
        &["sensitivity", "city-hotel", "--rows", "64", "--draws", "5"],
        &["story", "city-hotel"],
        &["why", "city-hotel", "--draws", "20"],
        &["check", "city-hotel"],
    ] {
        let (_, diagnostics) = desk.expect(0, &[command, &set[..]].concat());
        let told = diagnostics.matches("strategies `ask` and `ask and answer` keep their own `voice.solicit`").count();
        assert_eq!(told, 1, "{command:?}: {diagnostics}");
    }
}

#[test]
fn quiet_says_nothing() {
    let (printed, diagnostics) = Desk::new().expect(0, &small(&["--quiet"]));
    assert_eq!((printed.as_str(), diagnostics.as_str()), ("", ""));
}

#[test]
fn an_unknown_study_is_refused() {
    let desk = Desk::new();
    let (printed, diagnostics) = desk.expect(2, &["run", "city-hotle"]);
    assert!(
        printed.is_empty() && diagnostics.contains("city-hotle") && diagnostics.contains("city-hotel"),
        "{diagnostics}"
    );
    let (_, diagnostics) = desk.expect(2, &["run", "none.toml"]);
    assert!(diagnostics.contains("none.toml"), "{diagnostics}");
    assert!(desk.entries().is_empty());
}

#[test]
fn a_refused_study_leaves_no_folder() {
    let desk = Desk::new();
    desk.write("bad.toml", "[market]\ncustomers = -1\n");
    let (_, diagnostics) = desk.expect(2, &["run", "bad.toml", "--out", "out"]);
    assert!(diagnostics.contains("bad.toml:2"), "{diagnostics}");
    assert_eq!(desk.entries(), BTreeSet::from(["bad.toml".to_string()]));
}

#[test]
fn a_foreign_folder_is_left_alone() {
    let desk = Desk::new();
    fs::create_dir(desk.path("out")).unwrap();
    desk.write("out/thesis.txt", "years of work");
    let (_, diagnostics) = desk.expect(2, &small(&[]));
    assert!(diagnostics.contains("out") && diagnostics.contains("--out"), "{diagnostics}");
    assert_eq!(fs::read_to_string(desk.path("out/thesis.txt")).unwrap(), "years of work");
    assert_eq!(fs::read_dir(desk.path("out")).unwrap().count(), 1);
    assert_eq!(desk.entries().len(), 1);
}

#[test]
fn a_rerun_replaces_an_earlier_one_whole() {
    let desk = Desk::new();
    desk.expect(0, &small(&["--quiet"]));
    let first = fs::read(desk.path("out/result.json")).unwrap();
    // A reader's own notes are not the run's to throw away.
    desk.write("out/notes.txt", "what the board said");
    let other = small(&["--quiet", "--seed", "2", "--no-charts"]);
    desk.expect(2, &other);
    assert!(desk.path("out/notes.txt").exists() && desk.path("out/charts").exists());
    fs::remove_file(desk.path("out/notes.txt")).unwrap();
    desk.expect(0, &other);
    assert!(!desk.path("out/charts").exists(), "nothing is left of the first");
    assert_ne!(first, fs::read(desk.path("out/result.json")).unwrap());
    assert_eq!(desk.entries().len(), 1);
}

#[test]
fn other_results_are_replaced_by_force_alone() {
    let desk = Desk::new();
    desk.expect(0, &small(&["--quiet", "--no-charts"]));
    let first = fs::read(desk.path("out/result.json")).unwrap();
    for other in [&["run", "tarp-minor", "--draws", "2"][..], &["decide", "tarp-major", "--draws", "20"]] {
        let other = [other, &["--out", "out", "--quiet"]].concat();
        let (_, diagnostics) = desk.expect(2, &other);
        assert!(
            diagnostics.contains("the `run` of study `tarp-major`") && diagnostics.contains("--force"),
            "{diagnostics}"
        );
        assert_eq!(fs::read(desk.path("out/result.json")).unwrap(), first);
    }
    // An edited file of ours.
    desk.write("out/result.json", "edited");
    let (_, diagnostics) = desk.expect(2, &small(&["--quiet"]));
    assert!(diagnostics.contains("`result.json` in it was changed"), "{diagnostics}");
    assert_eq!(fs::read_to_string(desk.path("out/result.json")).unwrap(), "edited");
    desk.expect(0, &["decide", "tarp-major", "--draws", "20", "--out", "out", "--quiet", "--force"]);
    assert!(desk.path("out/tables/decision.csv").is_file() && desk.entries().len() == 1);
}

#[test]
fn the_current_folder_can_be_written_to_again_and_again() {
    let desk = Desk::new();
    let run = ["run", "tarp-minor", "--draws", "2", "--no-charts", "--out", "."];
    let (printed, _) = desk.expect(0, &run);
    assert!(printed.contains("result.json") && !printed.contains("report.html"), "{printed}");
    desk.expect(0, &run);
    let names = ["manifest.toml", "result.json", "study.toml", "tables"].map(str::to_string);
    assert_eq!(desk.entries(), BTreeSet::from(names));
    desk.write("thesis.txt", "years of work");
    desk.expect(2, &run);
    assert_eq!(fs::read_to_string(desk.path("thesis.txt")).unwrap(), "years of work");
}

#[cfg(target_os = "linux")]
#[test]
fn names_need_not_be_text() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    let name = OsStr::from_bytes(b"caf\xe9");
    let run = || {
        let mut command = desk.command(&["run", "tarp-minor", "--draws", "2", "--no-charts", "--quiet", "--out"]);
        command.arg(name).status().unwrap().code()
    };
    assert_eq!((run(), run()), (Some(0), Some(0)));
    fs::write(desk.0.path().join(name).join(OsStr::from_bytes(b"n\xf6tes")), "mine").unwrap();
    assert_eq!(run(), Some(2));
    // A study whose name is no text is refused, and its folder still is a batch's.
    fs::create_dir(desk.path("studies")).unwrap();
    fs::write(desk.path("studies").join(OsStr::from_bytes(b"x\xe9.toml")), "extends = 'preset:tarp-minor'").unwrap();
    let (_, diagnostics) = desk.expect(1, &["batch", "studies", "--no-charts", "--out", "night"]);
    assert!(diagnostics.contains("S001"), "{diagnostics}");
}

#[cfg(unix)]
#[test]
fn what_cannot_be_removed_is_a_warning() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.expect(0, &small(&["--quiet", "--no-charts"]));
    let closed = |mode| fs::set_permissions(desk.path("out/tables"), fs::Permissions::from_mode(mode)).unwrap();
    closed(0o555);
    let output = desk.run(&small(&["--no-charts"]));
    // Who may do everything removes it all the same.
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert_eq!(said.contains("R005"), desk.entries().len() > 1, "{said}");
    for entry in fs::read_dir(desk.path(".")).unwrap() {
        let folder = entry.unwrap().path().join("new/out/tables");
        drop(fs::set_permissions(folder, fs::Permissions::from_mode(0o755)));
    }
    desk.expect(0, &small(&["--quiet", "--no-charts"]));
    assert_eq!(desk.entries(), BTreeSet::from(["out".to_string()]), "the next start removes it");
}

#[cfg(target_os = "linux")]
#[test]
fn nohup_keeps_a_run_going() {
    let desk = Desk::new();
    let mut command = Command::new("sh");
    let line = "trap '' HUP; exec \"$0\" run tarp-minor --draws 500 --no-charts --quiet --out out";
    command.args(["-c", line, env!("CARGO_BIN_EXE_recoup")]).current_dir(desk.path("."));
    let mut child = command.spawn().unwrap();
    while desk.entries().is_empty() {
        assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
        std::thread::yield_now();
    }
    Command::new("kill").args(["-HUP", &child.id().to_string()]).status().unwrap();
    assert!(child.try_wait().unwrap().is_none(), "it was too quick for this test");
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(desk.path("out/manifest.toml").is_file());
}

#[test]
fn check_tells_good_from_bad() {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &["check", "city-hotel", "tarp-major"]);
    assert_eq!(printed.matches("valid (").count(), 2, "{printed}");
    desk.write("bad.toml", "[voice]\nsolicitt = 0.1\nsolicit_cost = -1\n");
    let (_, diagnostics) = desk.expect(2, &["check", "bad.toml"]);
    assert!(diagnostics.contains("did you mean") && diagnostics.contains("solicit"), "{diagnostics}");
    assert!(
        diagnostics.contains("bad.toml:2") && diagnostics.contains("bad.toml:3"),
        "all problems at once: {diagnostics}"
    );
}

#[test]
fn new_writes_a_study_that_runs_and_never_overwrites() {
    let desk = Desk::new();
    desk.expect(0, &["new", "mine.toml", "--from", "rage-2015"]);
    let text = fs::read_to_string(desk.path("mine.toml")).unwrap();
    assert!(text.contains("preset:rage-2015"));
    desk.expect(0, &["check", "mine.toml"]);
    desk.expect(0, &["run", "mine.toml", "--draws", "10", "--quiet"]);
    assert!(desk.path("output/mine/manifest.toml").is_file());
    let (_, diagnostics) = desk.expect(2, &["new", "mine.toml"]);
    assert!(diagnostics.contains("mine.toml"), "{diagnostics}");
    assert_eq!(fs::read_to_string(desk.path("mine.toml")).unwrap(), text);
    let (_, diagnostics) = desk.expect(2, &["new", "other.toml", "--from", "nothing"]);
    assert!(diagnostics.contains("tarp-major"), "{diagnostics}");
    assert!(!desk.path("other.toml").exists());
}

#[test]
fn explain_knows_every_key_and_guesses_at_others() {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &["explain", "voice.solicit"]);
    assert!(printed.contains("voice.solicit"), "{printed}");
    let (all, _) = desk.expect(0, &["explain"]);
    assert!(all.contains("costs.per_contact") && all.lines().count() > 60);
    let (_, diagnostics) = desk.expect(2, &["explain", "voice.solicitt"]);
    assert!(diagnostics.contains("did you mean `voice.solicit"), "{diagnostics}");
}

#[test]
fn presets_are_listed_and_shown() {
    let desk = Desk::new();
    let (list, _) = desk.expect(0, &["presets"]);
    for (name, _) in recoup::input::shipped::PRESETS {
        assert!(list.contains(name), "{name}");
        let (text, _) = desk.expect(0, &["presets", name]);
        assert!(text.parse::<toml::Table>().is_ok(), "{name}");
    }
    desk.expect(2, &["presets", "nothing"]);
}

#[test]
fn policies_are_listed_beside_presets_and_shown() {
    let desk = Desk::new();
    let (list, _) = desk.expect(0, &["presets"]);
    for (name, _) in recoup::input::shipped::POLICIES {
        assert!(list.contains(name), "{name}");
        let (text, _) = desk.expect(0, &["presets", &format!("strategy:{name}")]);
        assert!(text.parse::<toml::Table>().is_ok(), "{name}");
    }
    desk.expect(2, &["presets", "strategy:nothing"]);
}

#[test]
fn a_slip_in_the_name_of_what_is_shipped_is_answered_with_what_was_meant() {
    let desk = Desk::new();
    let slips: [(&[&str], &str); 5] = [
        (&["cases", "britsh-airways"], "british-airways"),
        (&["new", "x.toml", "--from", "case:starbuks"], "starbucks"),
        (&["new", "x.toml", "--from", "preset:tarp-mjor"], "tarp-major"),
        (&["presets", "rage-2105"], "rage-2015"),
        (&["presets", "strategy:face-scale"], "faces-scale"),
    ];
    for (arguments, meant) in slips {
        let (_, diagnostics) = desk.expect(2, arguments);
        assert!(diagnostics.contains(&format!("did you mean `{meant}`?")), "{arguments:?}: {diagnostics}");
    }
    assert!(!desk.path("x.toml").exists());
}

#[test]
fn characters_that_charts_cannot_show_are_said_once_and_all_of_them() {
    let desk = Desk::new();
    let study = format!(
        "title = \"{} 龘\"\nextends = \"preset:tarp-major\"\n[[segment]]\nname = \"all 鑫\"\nshare = 1.0\n\
         purchases_per_year = 2.0\nmargin = 60.0\nretention_cost = 12.0\nbase_loyalty = 0.87\n[[failure]]\n\
         name = \"trouble 鱻\"\nseverity = \"major\"\nrate = 0.1\n[[strategy]]\nname = \"as is, as it has been for many and many a year 鬻\"\n[[strategy]]\n\
         name = \"ask 🙂\"\nvoice = {{ solicit = 0.3, solicit_cost = 0.5 }}\n[[scenario]]\nname = \"base\"\n\
         [[scenario]]\nname = \"龖\"\n",
        "long ".repeat(35)
    );
    desk.write("odd.toml", &study);
    desk.write("sure.toml", &study.replace("rate = 0.1", "rate = { beta = [2, 18] }"));
    let (four, some) = (&["odd.toml", "--draws", "4"][..], &["sure.toml", "--draws", "30"][..]);
    let commands = [("run", four), ("paradox", four), ("decide", some), ("sensitivity", some)];
    for (command, arguments) in commands.into_iter().chain([("story", &["odd.toml"][..])]) {
        let (_, diagnostics) = desk.expect(0, &[&[command], arguments, &["--out", command]].concat());
        assert_eq!(diagnostics.matches("A005").count(), 1, "{diagnostics}");
        for character in ["龘", "鑫", "鱻", "鬻", "🙂", "龖"] {
            assert!(diagnostics.contains(&format!("`{character}`")), "{command:?}: {character}: {diagnostics}");
        }
    }
    let (_, diagnostics) = desk.expect(0, &["run", "odd.toml", "--draws", "4", "--no-charts", "--out", "bare"]);
    assert!(!diagnostics.contains("A005"), "{diagnostics}");
}

#[test]
fn a_base_loyalty_of_one_leaves_the_paradox_nothing_to_tell_and_that_is_said() {
    let desk = Desk::new();
    let asked = |base: &str| {
        let set = format!("segment.\"all customers\".base_loyalty={base}");
        desk.expect(0, &["paradox", "tarp-minor", "--draws", "4", "--set", &set]).1
    };
    let diagnostics = asked("1");
    assert!(diagnostics.contains("A021") && diagnostics.contains("`all customers`"), "{diagnostics}");
    assert!(!asked("0.95").contains("A021"));
}

#[test]
fn near_ties_are_told_in_text_and_json() {
    let desk = Desk::new();
    let told = |arguments: &[&str]| desk.expect(0, arguments).0;
    let airline = told(&["cases", "british-airways"]);
    assert!(airline.contains("over a lifetime: all > listening posts = database and speed > before"), "{airline}");
    assert!(airline.contains("= joins strategies that are nearly tied"), "{airline}");
    assert!(!told(&["cases", "fedex"]).contains("nearly tied"));
    let json: serde_json::Value = serde_json::from_str(&told(&["cases", "british-airways", "--json"])).unwrap();
    let places = serde_json::json!([["all"], ["listening posts", "database and speed"], ["before"]]);
    assert_eq!(json[0]["ranking"][0]["places"], places);
}

#[test]
fn cases_are_listed_told_copied_and_run_by_name() {
    let desk = Desk::new();
    let (list, _) = desk.expect(0, &["cases"]);
    for (name, _) in recoup::input::shipped::CASES {
        assert!(list.contains(&format!("case:{name}")), "{name}");
    }
    let (told, _) = desk.expect(0, &["cases", "case:starbucks"]);
    assert!(told.contains("a refused request grew to newspaper advertisements"), "{told}");
    let (chinese, _) = desk.expect(0, &["cases", "starbucks", "--lang", "zh"]);
    assert!(chinese.contains("启示"), "{chinese}");
    let (json, _) = desk.expect(0, &["cases", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json.as_array().map(Vec::len), Some(recoup::input::shipped::CASES.len()));
    let (_, diagnostics) = desk.expect(2, &["cases", "nothing"]);
    assert!(diagnostics.contains("no case `nothing`") && diagnostics.contains("there is `tarp`"), "{diagnostics}");

    desk.expect(0, &["check", "case:starbucks"]);
    desk.expect(0, &["run", "case:starbucks", "--engine", "expected", "--draws", "1", "--quiet", "--no-charts"]);
    assert!(desk.path("output/starbucks/manifest.toml").is_file());
    let (_, diagnostics) = desk.expect(2, &["run", "starbucks"]);
    assert!(diagnostics.contains("`case:starbucks`"), "{diagnostics}");
    desk.expect(0, &["new", "mine.toml", "--from", "case:starbucks"]);
    desk.expect(0, &["check", "mine.toml"]);
    desk.expect(2, &["new", "other.toml", "--from", "case:nothing"]);
    desk.write("on-top.toml", "extends = \"case:starbucks\"\n[market]\ncustomers = 50_000\n");
    desk.expect(0, &["check", "on-top.toml"]);
}

#[test]
fn the_schema_is_json() {
    let (printed, _) = Desk::new().expect(0, &["schema"]);
    let schema: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert!(schema["properties"]["word_of_mouth"].is_object());
}

#[test]
fn completions_name_the_commands() {
    let (printed, _) = Desk::new().expect(0, &["completions", "bash"]);
    assert!(printed.contains("_recoup") && printed.contains("presets"));
}

#[test]
fn senseless_options_are_refused() {
    let desk = Desk::new();
    for arguments in [
        small(&["--threads", "0"]),
        small(&["--draws", "0"]),
        small(&["--set", "voice.solicit=2"]),
        small(&["--set", "voice.solicitt=0.2"]),
        small(&["--engine", "crystal-ball"]),
        vec!["runn"],
    ] {
        let (_, diagnostics) = desk.expect(2, &arguments);
        assert!(!diagnostics.is_empty(), "{arguments:?}");
    }
    assert!(desk.entries().is_empty());
}

#[test]
fn threads_move_no_byte() {
    let desk = Desk::new();
    let (one, _) = desk.expect(0, &small(&["--json", "--no-charts", "--threads", "1"]));
    let (seven, _) = desk.expect(0, &small(&["--json", "--no-charts", "--threads", "7"]));
    assert_eq!(one, seven);
}

#[cfg(unix)]
#[test]
fn a_reader_who_leaves_is_no_error() {
    let desk = Desk::new();
    for arguments in [&["explain"][..], &["schema"], &["completions", "bash"], &[], &["--help"]] {
        let mut child = desk.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let diagnostics = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && diagnostics.is_empty(), "{arguments:?}: {:?} {diagnostics}", output.status);
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_nothing() {
    let desk = Desk::new();
    let arguments = ["run", "city-hotel", "--draws", "10000000", "--out", "out"];
    let mut child = desk.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // The folder aside shows that the run is under way.
    while desk.entries().is_empty() {
        assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
        std::thread::yield_now();
    }
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(desk.entries().is_empty(), "{:?}", desk.entries());
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let desk = Desk::new();
    desk.write("file", "no folder");
    let (_, diagnostics) = desk.expect(1, &["run", "tarp-major", "--draws", "2", "--out", "file/out"]);
    assert!(diagnostics.contains("file") && diagnostics.contains("cannot"), "{diagnostics}");
    assert_eq!(fs::read_to_string(desk.path("file")).unwrap(), "no folder");
}

#[test]
fn sensitivity_says_what_matters_and_never_a_bare_negative_index() {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &["sensitivity", "city-hotel", "--rows", "64", "--draws", "50", "--out", "s"]);
    assert!(printed.contains("matters most") && printed.contains("not distinguishable from 0"), "{printed}");
    let shares = printed.split("Sobol indices").nth(1).unwrap();
    assert!(!shares.contains('−'), "{shares}");
    for name in ["tables/tornado.csv", "tables/indices.parquet", "charts/8-tornado.png", "result.json"] {
        assert!(desk.path("s").join(name).is_file(), "{name}");
    }
    let json = ["sensitivity", "city-hotel", "--rows", "64", "--draws", "50", "--method", "morris", "--json"];
    let json: serde_json::Value = serde_json::from_str(&desk.expect(0, &json).0).unwrap();
    assert!(json["morris"][0]["effects"][0]["mu_star"]["p95"].is_number() && json["sobol"].is_null());
    // The best strategy flips where the two best are worth the same.
    let flip = &json["tornado"][0]["flips"][0];
    let key = format!("{}={}", json["tornado"][0]["key"].as_str().unwrap(), flip["value"]);
    let run = ["run", "city-hotel", "--draws", "1", "--engine", "expected", "--json", "--out", "r", "--set", &key];
    let run: serde_json::Value = serde_json::from_str(&desk.expect(0, &run).0).unwrap();
    let npv = |name: &serde_json::Value| {
        let all = run["strategies"].as_array().unwrap();
        all.iter().find(|s| s["name"] == *name).unwrap()["npv"]["mean"].as_f64().unwrap()
    };
    assert!((npv(&flip["best"]) - npv(&json["point_values"]["best"])).abs() < 1.0);
}

#[test]
fn decide_says_what_to_do_and_what_knowing_is_worth() {
    let desk = Desk::new();
    let survey = "severity.minor.repurchase.silent=400";
    let asked = ["--survey", survey, "--survey-cost", "6000", "--group", "severity.minor,severity.major"];
    let all: Vec<&str> = ["decide", "city-hotel", "--draws", "200", "--out", "d"].into_iter().chain(asked).collect();
    let (printed, _) = desk.expect(0, &all);
    assert!(printed.contains("Choose `") && printed.contains("and costs 6,000 USD"), "{printed}");
    for name in ["tables/decision.csv", "tables/information.parquet", "charts/7-acceptability-budget.png"] {
        assert!(desk.path("d").join(name).is_file(), "{name}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(desk.path("d/result.json")).unwrap()).unwrap();
    for scenario in json["scenarios"].as_array().unwrap() {
        let strategies = scenario["strategies"].as_array().unwrap();
        let number = |value: &serde_json::Value| value.as_f64().unwrap();
        assert!((strategies.iter().map(|s| number(&s["p_best"])).sum::<f64>() - 1.0).abs() < 1e-12);
        // What knowing everything is worth is the expected loss of the best choice, and parts are worth no more.
        let least = strategies.iter().map(|s| number(&s["expected_loss"])).fold(f64::INFINITY, f64::min);
        let evpi = number(&scenario["evpi"]["value"]);
        assert!((least - evpi).abs() < 1e-6 * evpi.max(1.0));
        for known in ["evppi", "evppi_groups"].iter().flat_map(|list| scenario[list].as_array().unwrap()) {
            assert!(number(&known["value"]) <= evpi * 1.2 + number(&known["standard_error"]) * 5.0, "{known}");
        }
    }
}

#[test]
fn decide_prints_the_pairs_that_a_choice_is_made_by() {
    let desk = Desk::new();
    let asked = ["decide", "city-hotel", "--draws", "100"];
    let (json, _) = desk.expect(0, &[&asked[..], &["--json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let first = &json["scenarios"][0];
    let (reference, best) = ("today", first["best"].as_str().unwrap());
    assert_ne!(reference, best);
    let pairs = first["pairs"].as_array().unwrap();
    assert_eq!(pairs.len(), 10);
    for (language, rest) in [("en", "3 more pairs are"), ("es", "3 pares más están"), ("zh", "另有 3 对")] {
        let (printed, _) = desk.expect(0, &[&asked[..], &["--lang", language]].concat());
        assert!(printed.contains(rest), "{printed}");
        // A row begins with the names of both.
        let rows: Vec<String> = printed.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        for pair in pairs {
            let names = [&pair["first"], &pair["second"]].map(|name| name.as_str().unwrap());
            let is_deciding = names.contains(&reference) || names.contains(&best);
            let begins = format!("{} {} ", names[0], names[1]);
            // `ask` is the beginning of `ask and answer`: what follows the names is a number.
            let is_row = |row: &String| row.strip_prefix(&begins).is_some_and(|rest| rest.starts_with(['+', '−', '0']));
            // In other languages strategies have other names.
            assert!(language != "en" || rows.iter().any(is_row) == is_deciding, "{begins}\n{printed}");
        }
    }
}

#[test]
fn a_survey_that_changes_no_decision_is_said_to() {
    let desk = Desk::new();
    let asked = ["decide", "city-hotel", "--draws", "300", "--survey", "severity.minor.repurchase.silent=400"];
    let (json, _) = desk.expect(0, &[&asked[..], &["--json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["scenarios"][0]["surveys"][0]["evsi"]["value"], 0.0);
    for (language, none, pays) in [
        ("en", "changes no decision", "it pays"),
        ("es", "no cambia ninguna decisión", "es rentable si"),
        ("zh", "都不改变决策", "即值得"),
    ] {
        let (printed, _) = desk.expect(0, &[&asked[..], &["--lang", language]].concat());
        assert!(printed.contains(none) && !printed.contains(pays), "{printed}");
    }
    let (printed, _) = desk.expect(0, &[&asked[..], &["--survey-cost", "6000"]].concat());
    assert!(printed.contains("changes no decision") && !printed.contains("it pays"), "{printed}");
    assert!(printed.contains("USD"), "{printed}");
    // Where the value is lost in its error, so is the verdict.
    let asked = ["decide", "city-hotel", "--draws", "300", "--survey", "loyalty.selection_share=1000"];
    let (printed, _) = desk.expect(0, &[&asked[..], &["--survey-cost", "100"]].concat());
    assert!(printed.contains("not distinguishable from 0") && printed.contains("do not say"), "{printed}");
    assert!(!printed.contains(": it pays,"), "{printed}");
}

#[test]
fn a_break_even_that_breaks_an_order_says_so_and_a_lever_that_moves_nothing_too() {
    let desk = Desk::new();
    let asked = |key| ["breakeven", "city-hotel", "--draws", "60", "--key", key];
    let silent = asked("severity.minor.repurchase.silent");
    let (json, _) = desk.expect(0, &[&silent[..], &["--json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    // The tie lies above what most draws have for failures put right.
    assert!(json["break_even"].as_f64().unwrap() > 0.7 && json["share_out_of_order"].as_f64().unwrap() > 0.5, "{json}");
    for language in ["en", "es", "zh"] {
        let (printed, _) = desk.expect(0, &[&silent[..], &["--lang", language]].concat());
        assert!(printed.contains("[[order]]"), "{printed}");
    }
    let (printed, _) = desk.expect(0, &asked("acquisition.cost_ratio"));
    assert!(!printed.contains("[[order]]"), "{printed}");
    let flat = ["breakeven", "case:starbucks", "--draws", "20", "--key", "acquisition.cost_ratio"];
    let (printed, _) = desk.expect(0, &flat);
    assert!(printed.contains("does not affect the difference") && !printed.contains("000,000"), "{printed}");
}

#[test]
fn what_turns_a_decision_is_told_in_digits_that_show_the_move() {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &["why", "case:scotiabank", "--draws", "30"]);
    let shown = [" severity.problem.repurchase", " failure.\"wrong entry\".rate"];
    let rows: Vec<&str> = printed.lines().filter(|l| shown.iter().any(|key| l.starts_with(key))).collect();
    assert!(rows.len() > 3, "{printed}");
    for row in rows {
        let numbers: Vec<&str> = row.split_whitespace().filter(|word| word.parse::<f64>().is_ok()).collect();
        assert_ne!(numbers[0], numbers[1], "{row}");
    }
}

#[test]
fn what_cannot_be_analysed_is_refused_with_the_way_out() {
    let desk = Desk::new();
    let (_, diagnostics) = desk.expect(2, &["sensitivity", "one-off-outage", "--scenario", "nowhere"]);
    assert!(diagnostics.contains("S064"), "{diagnostics}");
    let wrong = ["decide", "city-hotel", "--survey", "market.customers=5", "--survey", "x", "--group", "nothing"];
    let (_, diagnostics) = desk.expect(2, &wrong);
    assert!(
        diagnostics.matches("S062").count() == 2
            && diagnostics.contains("S063")
            && diagnostics.contains("severity.minor.complain"),
        "{diagnostics}"
    );
    let (_, diagnostics) = desk.expect(2, &["decide", "city-hotel", "--draws", "1"]);
    assert!(diagnostics.contains("S060") && diagnostics.contains("--draws"), "{diagnostics}");
}

#[test]
fn questions_about_levers_are_answered_in_a_sentence_and_as_json() {
    let desk = Desk::new();
    for (arguments, sentence, key) in [
        (vec!["sweep", "--over", "voice.solicit=0:1:3", "--strategy", "ask"], "compared with `today`", "curves"),
        (
            vec!["sweep", "--over", "voice.solicit=0:1:3", "--over", "costs.per_contact=1:9:2"],
            "the greatest gain on the map",
            "cells",
        ),
        (vec!["breakeven", "--key", "acquisition.cost_ratio", "--strategy", "prevent"], "tie at", "break_even"),
        (vec!["why"], "is worth", "levers"),
        (
            vec!["optimize", "--budget", "90000", "--lever", "response.prevention.spend_per_year=0:200000"],
            "does best by spending",
            "frontier",
        ),
    ] {
        let mut command = vec![arguments[0], "city-hotel", "--draws", "4"];
        command.extend(&arguments[1..]);
        let (printed, _) = desk.expect(0, &command);
        assert!(printed.contains(sentence), "{printed}");
        command.push("--json");
        let (printed, _) = desk.expect(0, &command);
        let json: serde_json::Value = serde_json::from_str(&printed).unwrap();
        assert!(!json[key].is_null(), "{printed}");
    }
    let (_, diagnostics) = desk.expect(0, &["sweep", "--over", "voice.solicit=0:1:3", "--draws", "2"]);
    assert!(diagnostics.contains("W004"), "{diagnostics}");
    desk.expect(0, &["why", "--draws", "3", "--out", "out"]);
    for name in ["charts/10-benefit.png", "tables/channels.csv", "tables/flip.csv", "result.json", "manifest.toml"] {
        assert!(desk.path("out").join(name).is_file(), "{name}");
    }
}

#[test]
fn questions_that_cannot_be_answered_are_refused_with_a_way_out() {
    let desk = Desk::new();
    for (arguments, word) in [
        (vec!["sweep", "--over", "voice.solicit"], "KEY=FROM:TO:STEPS"),
        (vec!["sweep", "--over", "voice.solicit=0:2:5"], "S012"),
        (vec!["sweep", "--over", "voice.solict=0:1:5"], "did you mean"),
        (vec!["sweep", "--over", "voice.solicit=0:1:5", "--strategy", "today"], "is the reference"),
        (vec!["breakeven", "--key", "segment.leisure.share"], "shares sum to 1"),
        (vec!["breakeven", "--key", "voice.solicit", "--strategy", "today"], "compared with itself"),
        (vec!["why", "--strategy", "aks"], "did you mean `ask`"),
        (vec!["why", "--scenario", "nowhere"], "no scenario"),
        (vec!["optimize", "--budget", "0", "--lever", "voice.solicit=0:1"], "above 0"),
        (vec!["optimize", "--budget", "9", "--lever", "costs.training_per_year=100:200"], "more than the budget of"),
        (vec!["why", "one-off-outage", "--strategy", "none such"], "no strategy"),
    ] {
        let (_, diagnostics) = desk.expect(2, &arguments);
        assert!(diagnostics.contains(word), "{arguments:?}: {diagnostics}");
    }
}

#[test]
fn questions_say_what_they_do_not_use_and_recommend_no_free_lever() {
    let desk = Desk::new();
    let (_, diagnostics) = desk.expect(0, &["decide", "--draws", "30", "--engine", "agents"]);
    assert!(diagnostics.contains("warning[W011]: `--engine` has no effect here"), "{diagnostics}");
    let twice = ["sweep", "--draws", "4", "--over", "voice.solicit=0:1:3", "--over", "voice.solicit=0:1:3"];
    assert!(desk.expect(2, &twice).1.contains("`voice.solicit` is given twice"));
    let free = ["sweep", "--draws", "4", "--over", "voice.solicit=0:1:3", "--strategy", "ask"];
    assert!(desk.expect(0, &free).0.contains("\n\nNo recommendation: `voice: solicit` has no price"));
    let free = ["optimize", "--draws", "4", "--budget", "9000", "--lever", "voice.solicit=0:0.5", "--strategy", "ask"];
    assert!(desk.expect(0, &free).0.contains("\n\nNo recommendation: `voice: solicit` has no price"));
}

#[test]
fn values_of_single_inputs_need_draws_and_uncertain_studies() {
    let desk = Desk::new();
    let (printed, _) = desk.expect(0, &["decide", "--draws", "2"]);
    assert!(printed.contains("The value of single inputs needs 20 draws or more."), "{printed}");
    let asked = ["decide", "--draws", "10", "--survey", "severity.minor.complain=40"];
    assert!(desk.expect(2, &asked).1.contains("error[S065]"));
    // What could help is said: more draws where there is something to draw, a spread where there is none.
    assert!(desk.expect(2, &["decide", "--draws", "1"]).1.contains("take more than one draw"));
    desk.expect(0, &["new", "certain.toml"]);
    let text = fs::read_to_string(desk.path("certain.toml")).unwrap();
    let certain = text.replace("{ low = 0.03, high = 0.06 }", "0.04").replace("{ pert = [2, 2, 20] }", "5.0");
    desk.write("certain.toml", &certain);
    let (_, diagnostics) = desk.expect(2, &["decide", "certain.toml"]);
    assert!(
        diagnostics.contains("error[S060]")
            && diagnostics.contains("give a spread")
            && !diagnostics.contains("more than one draw")
    );
}

#[test]
fn the_paradox_is_answered_in_every_language_with_its_folder() {
    let desk = Desk::new();
    let asked = ["paradox", "--draws", "20", "--out", "answer"];
    let (printed, diagnostics) = desk.expect(0, &asked);
    assert!(
        printed.contains("because the repurchase table sets it at this base loyalty")
            && printed.contains("failures do not raise repurchase"),
        "{printed}"
    );
    assert!(diagnostics.is_empty(), "{diagnostics}");
    assert!(files(&desk.path("answer/charts"), "png") >= 4 && files(&desk.path("answer/tables"), "parquet") >= 10);
    let (printed, _) = desk.expect(0, &["paradox", "--draws", "20", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(json["strategies"].as_array().map(Vec::len), Some(5));
    for (lang, word) in [("zh", "再购率"), ("es", "recompra")] {
        let (printed, _) = desk.expect(0, &["paradox", "--draws", "20", "--lang", lang]);
        assert!(printed.contains(word) && !printed.contains("repurchase"), "{printed}");
    }
    // A study of its own, and one that cannot be asked.
    let (printed, _) = desk.expect(0, &["paradox", "city-hotel", "--draws", "20"]);
    assert!(printed.contains("room not ready"), "{printed}");
    let (_, diagnostics) = desk.expect(2, &["paradox", "bad-news"]);
    assert!(diagnostics.contains("S052"), "{diagnostics}");
}

#[test]
fn nobody_is_advised_to_choose_a_fact_or_to_move_the_reference() {
    let desk = Desk::new();
    let optimize = |lever: &str, strategy: &str| {
        desk.expect(2, &["optimize", "--budget", "90000", "--draws", "4", "--lever", lever, "--strategy", strategy]).1
    };
    for fact in ["acquisition.cost_ratio=1:10", "segment.leisure.margin=0:100", "costs.per_contact=0:10"] {
        let diagnostics = optimize(fact, "ask");
        assert!(
            diagnostics.contains("error[S040]") && diagnostics.contains("which no strategy chooses"),
            "{diagnostics}"
        );
    }
    assert!(optimize("recovery.desk.agents=0:3", "today").contains("`today` is the reference"));
}

#[test]
fn a_break_even_is_looked_for_far_enough_and_in_whole_steps() {
    let desk = Desk::new();
    let ask = |more: &[&str]| {
        let (printed, _) =
            desk.expect(0, &[&["breakeven", "--draws", "20", "--strategy", "prevent", "--json"], more].concat());
        serde_json::from_str::<serde_json::Value>(&printed).unwrap()
    };
    // A cost of nothing today: the tie lies tens of thousands away.
    let cost = ask(&["--key", "costs.fixed_per_year"]);
    assert!(cost["break_even"].as_f64().unwrap() > 10_000.0, "{cost}");
    let staff = ask(&["--key", "recovery.desk.agents"]);
    let at = staff["break_even"].as_f64().unwrap();
    assert_eq!(at, at.round(), "{staff}");
}

#[test]
fn a_break_even_of_a_maximum_is_looked_for_above_what_is_resolved_without() {
    let desk = Desk::new();
    let set = ["--set", "recovery.front_line_resolves=0.3", "--set", "recovery.front_line_resolves_max=0.8"];
    let range = |key: &str| {
        let asked = ["breakeven", "--strategy", "prevent", "--draws", "4", "--json", "--key", key];
        let (printed, _) = desk.expect(0, &[&asked[..], &set].concat());
        serde_json::from_str::<serde_json::Value>(&printed).unwrap()["range"].clone()
    };
    assert_eq!(range("recovery.front_line_resolves_max"), serde_json::json!([0.3, 1.0]));
    assert_eq!(range("recovery.front_line_resolves"), serde_json::json!([0.0, 0.8]));
}

#[test]
fn answers_and_charts_speak_the_language_that_is_asked_for_and_no_number_moves() {
    let desk = Desk::new();
    let mut results = Vec::new();
    for (language, sentence, table) in [
        ("en", "nearly tied", "customers kept"),
        ("zh-CN", "几乎不分上下", "留住的客户"),
        ("es", "casi empatadas", "clientes conservados"),
    ] {
        let (printed, diagnostics) =
            desk.expect(0, &["run", "city-hotel", "--draws", "40", "--out", language, "--lang", language]);
        assert!(printed.contains(sentence) && printed.contains(table), "{printed}\n{diagnostics}");
        let svg = fs::read_to_string(desk.path(language).join("charts/2-cumulative-difference.svg")).unwrap();
        let footer = ["seed 1", "种子 1", "semilla 1"];
        assert_eq!(footer.iter().filter(|footer| svg.contains(**footer)).count(), 1, "{language}");
        results.push(fs::read(desk.path(language).join("result.json")).unwrap());
    }
    assert!(results[0] == results[1] && results[0] == results[2]);
    for (language, word) in [("zh", "选择"), ("es", "Elija")] {
        let (printed, _) = desk.expect(0, &["decide", "city-hotel", "--draws", "30", "--lang", language]);
        assert!(printed.contains(word), "{printed}");
    }
    let (printed, _) = desk.expect(0, &["explain", "voice.solicit", "--lang", "es"]);
    assert!(printed.contains("significado"), "{printed}");
    let (_, diagnostics) = desk.expect(2, &["run", "city-hotel", "--lang", "klingon"]);
    assert!(diagnostics.contains("`zh`"), "{diagnostics}");
}
