//! The program as a user meets it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn recoup(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_recoup")).current_dir(folder).args(arguments).output().expect("it starts")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("it ends by itself")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("text")
}

#[test]
fn a_bare_call_prints_a_short_help() {
    let home = tempfile::tempdir().unwrap();
    let done = recoup(home.path(), &[]);
    assert_eq!(code(&done), 0);
    assert!(out(&done).contains("recoup run") && out(&done).lines().count() < 40);
}

#[test]
fn a_run_leaves_a_whole_folder_and_prints_what_it_wrote() {
    let home = tempfile::tempdir().unwrap();
    let done = recoup(home.path(), &["run", "--draws", "20", "--json"]);
    assert_eq!(code(&done), 0, "{}", err(&done));
    let folder = home.path().join("output/city-hotel");
    for name in [
        "manifest.toml",
        "study.toml",
        "result.json",
        "tables/histories.parquet",
        "tables/histories.csv",
        "tables/inputs.csv",
        "tables/periods.csv",
        "tables/summary.parquet",
        "charts/1-roi-curve.svg",
        "charts/2-cumulative-difference.png",
        "charts/6-npv-difference.csv",
        "charts/lost-for-good/5-losses-by-cause.png",
    ] {
        assert!(folder.join(name).is_file(), "{name}");
    }
    assert_eq!(out(&done), fs::read_to_string(folder.join("result.json")).unwrap());
    let manifest: toml::Table = fs::read_to_string(folder.join("manifest.toml")).unwrap().parse().unwrap();
    for file in manifest["file"].as_array().unwrap() {
        let bytes = fs::read(folder.join(file["name"].as_str().unwrap())).unwrap();
        assert_eq!(file["blake3"].as_str().unwrap(), blake3::hash(&bytes).to_hex().as_str());
    }
    // What it resolved runs again to the same numbers.
    let again = recoup(home.path(), &["run", "output/city-hotel/study.toml", "--out", "again", "--json"]);
    let strategies = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap()["strategies"].clone();
    assert_eq!(strategies(&out(&again)), strategies(&out(&done)), "{}", err(&again));
    assert_eq!(fs::read_dir(home.path().join("output")).unwrap().count(), 1, "nothing is left aside");
}

#[test]
fn the_answer_comes_first() {
    let home = tempfile::tempdir().unwrap();
    let done = recoup(home.path(), &["run", "--draws", "50"]);
    let text = out(&done);
    assert!(text.find("pays best").unwrap() < text.find("NPV").unwrap());
    assert!(recoup(home.path(), &["run", "--draws", "5", "--quiet"]).stdout.is_empty());
}

#[test]
fn what_is_refused_leaves_nothing_and_says_why() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("bad.toml"), "[voice]\nsolicit = 2\nsolict = 1\n").unwrap();
    let done = recoup(home.path(), &["run", "bad.toml"]);
    assert_eq!(code(&done), 2);
    assert!(err(&done).contains("bad.toml:2:11") && err(&done).contains("solict"), "{}", err(&done));
    assert_eq!(code(&recoup(home.path(), &["run", "no-such-study"])), 2);
    assert_eq!(code(&recoup(home.path(), &["run", "--threads", "0"])), 2);
    assert_eq!(code(&recoup(home.path(), &["run", "--set", "nonsense"])), 2);
    assert_eq!(code(&recoup(home.path(), &["check", "bad.toml", "city-hotel"])), 2);
    assert!(!home.path().join("output").exists());
}

#[test]
fn folders_of_others_are_left_alone() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("thesis")).unwrap();
    fs::write(home.path().join("thesis/text"), "years of work").unwrap();
    let done = recoup(home.path(), &["run", "--draws", "2", "--out", "thesis"]);
    assert_eq!(code(&done), 2);
    assert!(err(&done).contains("no result folder"), "{}", err(&done));
    assert_eq!(fs::read_to_string(home.path().join("thesis/text")).unwrap(), "years of work");
}

#[test]
fn a_new_study_runs_and_is_never_overwritten() {
    let home = tempfile::tempdir().unwrap();
    assert_eq!(code(&recoup(home.path(), &["new", "mine.toml", "--from", "rage-2015"])), 0);
    let text = fs::read_to_string(home.path().join("mine.toml")).unwrap();
    assert_eq!(code(&recoup(home.path(), &["new", "mine.toml"])), 2);
    assert_eq!(fs::read_to_string(home.path().join("mine.toml")).unwrap(), text);
    assert_eq!(code(&recoup(home.path(), &["check", "mine.toml"])), 0);
    assert_eq!(code(&recoup(home.path(), &["run", "mine.toml", "--draws", "3", "--engine", "expected"])), 0);
}

#[test]
fn small_commands_answer() {
    let home = tempfile::tempdir().unwrap();
    assert!(out(&recoup(home.path(), &["explain", "acquisition.cost_ratio"])).contains("published range"));
    let unknown = recoup(home.path(), &["explain", "voice.solicitt"]);
    assert!(code(&unknown) == 2 && err(&unknown).contains("did you mean `voice.solicit`"), "{}", err(&unknown));
    assert!(out(&recoup(home.path(), &["presets"])).contains("tarp-major"));
    assert!(out(&recoup(home.path(), &["presets", "tarp-major"])).contains("0.09"));
    assert!(serde_json::from_str::<serde_json::Value>(&out(&recoup(home.path(), &["schema"]))).is_ok());
    assert!(out(&recoup(home.path(), &["completions", "bash"])).contains("recoup"));
    let verified = recoup(home.path(), &["verify"]);
    assert!(code(&verified) == 0 && out(&verified).contains("checks hold"), "{}", out(&verified));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let home = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_recoup"))
        .current_dir(home.path())
        .args(["explain"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{}", err(&done));
}
