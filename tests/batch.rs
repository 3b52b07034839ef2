//! Batches: nothing twice, killed at any moment, in shards, side by side, on a full disk.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

use recoup::batch::list::{Item, items};
use recoup::batch::merge::{Joined, Options as Joining, merge};
use recoup::batch::record::{Record, Split, State};
use recoup::batch::run::{Follow, Options, parts_of, run_batch};
use recoup::engine::progress::{NoProgress, Progress};
use recoup::engine::records::Store;
use recoup::engine::shard::Shard;
use recoup::engine::simulate::{Simulation, simulate};
use recoup::error::Error;
use recoup::input::Request;
use recoup::language::Language;
use recoup::output::contents::{Contents, Keep};

use crate::build::{RICH, text};
use crate::cli::Desk;

const BARE: Contents = Contents { keep: Keep::Histories, charts: false };

/// A small study with two strategies, several batches of simulations and something uncertain.
fn study(seed: u32) -> String {
    format!(
        "{RICH}seed = {seed}\n[[strategy]]\nname = \"<b>as is</b>\"\n[[strategy]]\nname = \"<b>ask & pay</b>\"\nvoice = {{ solicit = 0.4, solicit_cost = 0.3 }}\n"
    )
    .replace("draws = 1\n", "draws = 150\n")
    .replace("solicit = 0.2\n", "solicit = { beta = [4, 16] }\n")
    .replace("margin = 80.0", "margin = { normal = [80, 5] }")
    .replace("periods = 12", "periods = 4")
}

fn write_studies(folder: &Path, many: u32) {
    fs::create_dir_all(folder).unwrap();
    for i in 1..=many {
        fs::write(folder.join(format!("s{i}.toml")), study(i)).unwrap();
    }
}

fn items_of(folder: &Path) -> Vec<Item> {
    items(&[folder.to_string_lossy().into_owned()], Request::named).unwrap()
}

fn options(out: &Path, shard: Option<(u32, u32, Split)>) -> Options {
    let shard = shard.map(|(number, of, split)| (Shard { number, of }, split));
    Options {
        out: out.to_path_buf(),
        language: Language::English,
        contents: BARE,
        force: false,
        fail_fast: false,
        shard,
    }
}

fn joining(parts: &[PathBuf], out: Option<&Path>) -> Joining {
    Joining { parts: parts.to_vec(), out: out.map(Path::to_path_buf), force: false }
}

/// Every file in a folder, without the lock.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fn walk(home: &Path, folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(home, &path, found);
            } else if path.file_name().unwrap() != ".lock" {
                found.insert(path.strip_prefix(home).unwrap().to_path_buf(), fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, folder, &mut found);
    found
}

fn assert_same(one: &Path, other: &Path, what: &str) {
    let (one, other) = (files(one), files(other));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{what}");
    let differ: Vec<_> = one.iter().filter(|(name, bytes)| other[*name] != **bytes).map(|(name, _)| name).collect();
    assert!(differ.is_empty(), "{what}: {differ:?}");
}

/// When every file under a folder was written.
fn times(folder: &Path) -> BTreeMap<String, std::time::SystemTime> {
    let when = |path: &Path| fs::metadata(path.join("manifest.toml")).and_then(|m| m.modified()).unwrap();
    let runs = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    runs.filter(|path| path.join("manifest.toml").is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), when(&path)))
        .collect()
}

#[test]
fn what_is_there_and_whole_is_not_run_again() {
    let home = tempfile::tempdir().unwrap();
    let (studies, out) = (home.path().join("studies"), home.path().join("out"));
    write_studies(&studies, 3);
    run_batch(&items_of(&studies), &options(&out, None), &NoProgress).unwrap();
    let (first, before) = (times(&out), files(&out));
    assert_eq!(first.len(), 3);
    let record = run_batch(&items_of(&studies), &options(&out, None), &NoProgress).unwrap();
    assert_eq!(times(&out), first);
    assert_eq!(files(&out), before);
    assert_eq!(record.count(|state| *state == State::Done), 3);
    // A study that changed, a file that was damaged, a file that is gone: each alone is run again.
    for (damage, name) in [0, 1, 2].iter().zip(["s1", "s2", "s3"]) {
        let before = times(&out);
        match damage {
            0 => fs::write(studies.join("s1.toml"), study(77)).unwrap(),
            1 => fs::write(out.join("s2/tables/summary.csv"), "x").unwrap(),
            _ => fs::remove_file(out.join("s3/result.json")).unwrap(),
        }
        run_batch(&items_of(&studies), &options(&out, None), &NoProgress).unwrap();
        let now = times(&out);
        let changed: Vec<&String> = now.iter().filter(|(name, time)| before[*name] != **time).map(|(n, _)| n).collect();
        assert_eq!(changed, [name]);
    }
    let before = times(&out);
    run_batch(&items_of(&studies), &Options { force: true, ..options(&out, None) }, &NoProgress).unwrap();
    assert!(times(&out).iter().all(|(name, time)| before[name] != *time));
}

#[test]
fn killed_at_any_moment_the_next_start_goes_on_and_ends_the_same() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 8);
    let arguments = |out: &'static str| ["batch", "studies", "--no-charts", "--quiet", "--threads", "2", "--out", out];
    desk.expect(0, &arguments("whole/night"));
    let (mut kills, mut ended) = (0, false);
    for attempt in 0..60_u64 {
        let mut child = desk.command(&arguments("killed/night")).stderr(Stdio::null()).spawn().unwrap();
        // Uneven steps over the length of a run.
        std::thread::sleep(Duration::from_millis(10 + attempt * 7919 % 241));
        ended = child.try_wait().unwrap().is_some();
        if ended {
            break;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        kills += 1;
        // What stands under its name is whole.
        let Ok(entries) = fs::read_dir(desk.path("killed/night")) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !name.starts_with('.') && name != "tables" {
                assert_same(&path, &desk.path("whole/night").join(&name), &name);
            }
        }
    }
    desk.expect(0, &arguments("killed/night"));
    assert!(kills > 0 || ended);
    assert_same(&desk.path("killed/night"), &desk.path("whole/night"), &format!("{kills} kills"));
}

#[test]
fn shards_joined_are_the_run_without_shards() {
    let home = tempfile::tempdir().unwrap();
    let studies = home.path().join("studies");
    write_studies(&studies, 4);
    let items = items_of(&studies);
    let one = home.path().join("one/night");
    run_batch(&items, &options(&one, None), &NoProgress).unwrap();
    for (of, split) in [(1, Split::Studies), (2, Split::Draws), (3, Split::Studies), (5, Split::Draws)] {
        let out = home.path().join(format!("{of}/night"));
        // Any order: the last first.
        for number in (1..=of).rev() {
            run_batch(&items, &options(&out, Some((number, of, split))), &NoProgress).unwrap();
        }
        let Joined { folder, record, left_out } = merge(&joining(&[parts_of(&out)], None), &NoProgress).unwrap();
        assert!(left_out.is_empty());
        assert_eq!(folder.canonicalize().unwrap(), out.canonicalize().unwrap());
        assert_eq!(record.count(|state| *state == State::Done), 4);
        assert_same(&out, &one, &format!("{of} shards"));
    }
}

#[test]
fn every_shipped_study_can_be_split_by_draws() {
    let home = tempfile::tempdir().unwrap();
    let names: Vec<String> =
        ["capacity-trap", "one-off-outage", "tarp-major", "tarp-minor"].map(ToString::to_string).into();
    let request = |name: &str| Request { draws: Some(40), replicates: Some(4), ..Request::named(name) };
    let items = items(&names, request).unwrap();
    let (one, out) = (home.path().join("one/night"), home.path().join("many/night"));
    run_batch(&items, &options(&one, None), &NoProgress).unwrap();
    for number in [2, 3, 1] {
        run_batch(&items, &options(&out, Some((number, 3, Split::Draws))), &NoProgress).unwrap();
    }
    merge(&joining(&[parts_of(&out)], None), &NoProgress).unwrap();
    assert_same(&out, &one, "3 shards of shipped studies");
}

#[test]
fn charts_and_report_of_joined_shards_are_those_of_one_run() {
    let home = tempfile::tempdir().unwrap();
    let request = |name: &str| Request { draws: Some(20), ..Request::named(name) };
    // A study of which a note is said.
    let items = items(&["one-off-outage".to_string()], request).unwrap();
    let (one, out) = (home.path().join("one/night"), home.path().join("many/night"));
    let all = |out: &Path, shard| Options { contents: Contents::default(), ..options(out, shard) };
    run_batch(&items, &all(&one, None), &NoProgress).unwrap();
    for number in [2, 1] {
        run_batch(&items, &all(&out, Some((number, 2, Split::Draws))), &NoProgress).unwrap();
    }
    merge(&joining(&[parts_of(&out)], None), &NoProgress).unwrap();
    assert!(one.join("one-off-outage/report.html").is_file());
    assert_same(&out, &one, "charts and report");
}

#[test]
fn parts_that_do_not_belong_together_are_refused_by_name() {
    let home = tempfile::tempdir().unwrap();
    let studies = home.path().join("studies");
    write_studies(&studies, 3);
    let out = home.path().join("night");
    let run = |number, of, out: &Path| {
        run_batch(&items_of(&studies), &options(out, Some((number, of, Split::Studies))), &NoProgress).unwrap();
    };
    let refused = |parts: &[PathBuf]| match merge(&joining(parts, Some(&home.path().join("merged"))), &NoProgress) {
        Err(error @ Error::Parts(_)) => error.to_string(),
        other => panic!("{other:?}"),
    };
    let parts = parts_of(&out);
    run(1, 3, &out);
    run(3, 3, &out);
    let diagnostics = refused(std::slice::from_ref(&parts));
    assert!(
        diagnostics.contains("part 2/3") && diagnostics.contains("missing") && !diagnostics.contains("1/3"),
        "{diagnostics}"
    );
    run(2, 3, &out);
    // One that is there twice, one of another number of shards, one of other studies.
    let copy = home.path().join("copy/2-of-3");
    fs::create_dir_all(&copy).unwrap();
    fs::copy(parts.join("2-of-3/part.toml"), copy.join("part.toml")).unwrap();
    let diagnostics = refused(&[parts.clone(), copy.clone()]);
    assert!(diagnostics.contains("part 2/3 is there more than once") && diagnostics.contains("copy"), "{diagnostics}");
    // One left from another split hinders nothing, unless no set is whole.
    run(1, 2, &out);
    let joined = merge(&joining(std::slice::from_ref(&parts), None), &NoProgress).unwrap();
    assert_eq!(joined.left_out, [parts.join("1-of-2")]);
    assert_eq!(joined.record.count(|state| *state == State::Done), 3);
    let diagnostics = refused(&[parts.join("1-of-2"), parts.join("2-of-3"), parts.join("3-of-3")]);
    assert!(diagnostics.contains("1-of-2` is of the same batch, split otherwise"), "{diagnostics}");
    assert!(
        diagnostics.contains("part 1/3 of `night` is missing") && diagnostics.contains("name the folders"),
        "{diagnostics}"
    );
    fs::remove_dir_all(parts.join("1-of-2")).unwrap();
    let text = fs::read_to_string(studies.join("s1.toml")).unwrap();
    fs::write(studies.join("s1.toml"), study(99)).unwrap();
    let changed = home.path().join("changed");
    run(2, 3, &changed);
    let diagnostics = refused(&[parts.join("1-of-3"), parts_of(&changed), parts.join("3-of-3")]);
    assert!(
        diagnostics.contains("changed.parts") && diagnostics.contains("other studies or settings"),
        "{diagnostics}"
    );
    fs::write(studies.join("s1.toml"), text).unwrap();
    // Whole sets of two batches: it is not for the program to choose.
    let renamed = home.path().join("renamed");
    fs::rename(studies.join("s1.toml"), studies.join("s0.toml")).unwrap();
    [1, 2].into_iter().for_each(|number| run(number, 2, &renamed));
    fs::rename(studies.join("s0.toml"), studies.join("s1.toml")).unwrap();
    let diagnostics = refused(&[parts.clone(), parts_of(&renamed)]);
    assert!(
        diagnostics.contains("renamed.parts/1-of-2") && diagnostics.contains("renamed.parts/2-of-2"),
        "{diagnostics}"
    );
    // A result that was damaged, a record that was changed by hand.
    fs::write(parts.join("2-of-3/s2/result.json"), "{}").unwrap();
    let diagnostics = refused(std::slice::from_ref(&parts));
    assert!(diagnostics.contains("s2") && diagnostics.contains("--shard 2/3"), "{diagnostics}");
    let path = parts.join("1-of-3/part.toml");
    let record = Record::read(&path).unwrap();
    fs::write(&path, fs::read_to_string(&path).unwrap().replace("s3", "s4")).unwrap();
    assert!(refused(std::slice::from_ref(&parts)).contains("changed by hand"));
    // With a hash that fits, and names that lead out of the batch or to one folder.
    for name in ["../planted", "/planted", "s2"] {
        let mut forged = record.clone();
        forged.lines[0].name = name.into();
        fs::write(&path, forged.text()).unwrap();
        assert!(refused(std::slice::from_ref(&parts)).contains("changed by hand"), "{name}");
    }
    assert!(refused(&[studies]).contains("no part of a batch"));
}

#[test]
fn one_bad_study_fails_alone_and_is_told_at_once() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 2);
    desk.write("studies/bad.toml", "[market]\ncustomers = -1\n");
    let (printed, diagnostics) = desk.expect(1, &["batch", "studies", "--keep", "summary", "--no-charts"]);
    assert!(diagnostics.contains("study `bad`") && diagnostics.contains("studies/bad.toml:2"), "{diagnostics}");
    assert!(diagnostics.find("study `bad`") < diagnostics.find("3 studies, 2 to do"), "{diagnostics}");
    assert!(printed.contains("2 studies done, 1 study failed"), "{printed}");
    let batch: toml::Table = fs::read_to_string(desk.path("output/studies/batch.toml")).unwrap().parse().unwrap();
    let states: Vec<&str> = batch["run"].as_array().unwrap().iter().map(|run| run["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["refused", "done", "done"]);
    let (_, diagnostics) = desk.expect(1, &["batch", "studies", "--fail-fast", "--out", "fast"]);
    assert!(diagnostics.contains("1 of 3 studies failed"), "{diagnostics}");
    assert!(!desk.path("fast/s1").exists() && desk.path("fast/batch.toml").exists());
    // What is kept is what was asked for.
    assert!(desk.path("output/studies/s1/tables/summary.csv").is_file());
    for gone in ["tables/histories.parquet", "tables/periods.csv", "charts"] {
        assert!(!desk.path("output/studies/s1").join(gone).exists(), "{gone}");
    }
}

#[test]
fn the_page_of_all_is_safe_and_needs_no_network() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 2);
    desk.write("runs.csv", "name,study,seed,voice.solicit_cost\n\"=cmd|' /C calc'!A0\",studies/s1.toml,5,0.1\n<img src=x>,studies/s2.toml,,\n");
    desk.expect(0, &["batch", "runs.csv", "--no-charts", "--keep", "summary", "--out", "night"]);
    let page = fs::read_to_string(desk.path("night/index.html")).unwrap();
    assert!(page.contains("&#60;b&#62;as") && !page.contains("<b>as"), "{page}");
    assert!(!page.contains("<img") && !page.contains("http:") && !page.contains("https:"), "{page}");
    let table = fs::read_to_string(desk.path("night/tables/runs.csv")).unwrap();
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 5, "{table}");
    assert!(lines[0].ends_with(",irr,p_best,p_beats_reference"), "{table}");
    assert!(lines[0].contains("folder,study,study.seed,voice.solicit_cost,scenario,strategy,npv,npv_p05"), "{table}");
    assert!(lines[1].contains(",studies/s1.toml,5,0.1,base,"), "{table}");
    assert!(!lines.iter().any(|line| line.starts_with('=')), "{table}");
    assert!(desk.path("night/tables/runs.parquet").is_file());
}

#[test]
fn two_batches_on_one_folder_do_not_meet() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 1);
    let arguments = ["batch", "studies", "--no-charts", "--out", "night", "--quiet"];
    desk.expect(0, &arguments);
    let before = files(&desk.path("night"));
    let lock = File::options().append(true).open(desk.path("night/.lock")).unwrap();
    lock.lock().unwrap();
    let (_, diagnostics) = desk.expect(1, &arguments);
    assert!(diagnostics.contains("another run or batch is writing") && diagnostics.contains("night"), "{diagnostics}");
    assert_eq!(files(&desk.path("night")), before);
    drop(lock);
    desk.expect(0, &arguments);
}

#[test]
fn a_folder_that_is_no_batch_is_left_alone() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 1);
    desk.write("file", "x");
    let (_, diagnostics) = desk.expect(2, &["batch", "studies", "--out", "studies"]);
    assert!(diagnostics.contains("no folder of a batch"), "{diagnostics}");
    let (_, diagnostics) = desk.expect(1, &["batch", "studies", "--out", "file/night"]);
    assert!(diagnostics.contains("cannot create"), "{diagnostics}");
    let (_, diagnostics) = desk.expect(2, &["batch", "nothing-*.toml"]);
    assert!(diagnostics.contains("S070"), "{diagnostics}");
    // What stands where a run should go is not replaced; the others go on.
    desk.expect(0, &["batch", "studies", "--out", "night", "--no-charts"]);
    fs::remove_dir_all(desk.path("night/s1")).unwrap();
    fs::create_dir(desk.path("night/s1")).unwrap();
    desk.write("night/s1/thesis.txt", "x");
    let (_, diagnostics) = desk.expect(1, &["batch", "studies", "--out", "night", "--no-charts"]);
    assert!(diagnostics.contains("no `manifest.toml`"), "{diagnostics}");
    assert_eq!(fs::read_to_string(desk.path("night/s1/thesis.txt")).unwrap(), "x");
    // A lock makes no batch, and a table of runs is the user's unless the batch wrote it.
    fs::create_dir_all(desk.path("own/tables")).unwrap();
    desk.write("own/.lock", "");
    desk.write("own/tables/runs.csv", "study\ncity-hotel\n");
    let arguments = ["batch", "studies", "--out", "own", "--no-charts"];
    desk.expect(2, &arguments);
    fs::copy(desk.path("night/batch.toml"), desk.path("own/batch.toml")).unwrap();
    let (_, diagnostics) = desk.expect(2, &[&arguments[..], &["--force"]].concat());
    assert!(diagnostics.contains("`tables/runs.csv`"), "{diagnostics}");
    assert_eq!(fs::read_to_string(desk.path("own/tables/runs.csv")).unwrap(), "study\ncity-hotel\n");
}

#[test]
fn a_run_stays_out_of_a_batch_that_lives_and_a_batch_waits_for_a_run() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 1);
    let batch = ["batch", "studies", "--no-charts", "--out", "night", "--quiet"];
    let run = ["run", "studies/s1.toml", "--no-charts", "--out", "night/s1", "--quiet"];
    desk.expect(0, &batch);
    desk.expect(0, &run);
    let lock = File::options().append(true).open(desk.path("night/.lock")).unwrap();
    lock.lock().unwrap();
    let (_, diagnostics) = desk.expect(1, &run);
    assert!(diagnostics.contains("another run or batch is writing") && diagnostics.contains("night"), "{diagnostics}");
    drop(lock);
    let mut child = desk.command(&[&run[..], &["--draws", "1000000"]].concat()).stderr(Stdio::null()).spawn().unwrap();
    let is_aside =
        |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().to_string_lossy().ends_with(".partial");
    while !fs::read_dir(desk.path("night")).unwrap().any(is_aside) {
        assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
        std::thread::sleep(Duration::from_millis(5));
    }
    desk.expect(1, &batch);
    child.kill().unwrap();
    child.wait().unwrap();
    desk.expect(0, &batch);
    assert!(!fs::read_dir(desk.path("night")).unwrap().any(is_aside), "what was killed is swept away");
}

/// Stops, or takes the studies away, when the runs begin.
struct Saboteur {
    studies: PathBuf,
    ended: Mutex<RefCell<Vec<String>>>,
}

impl Progress for Saboteur {
    fn begins(&self, _: u64) {}

    fn advances(&self) {}

    fn is_stopped(&self) -> bool {
        false
    }
}

impl Follow for Saboteur {
    fn begins_runs(&self, _: usize, _: usize, _: usize) {
        fs::remove_file(self.studies.join("s1.toml")).unwrap();
        fs::write(self.studies.join("s2.toml"), study(50)).unwrap();
    }

    fn ends(&self, name: &str, outcome: Result<(), &Error>) {
        let diagnostics = outcome.map_or_else(|error| format!("{name}: {error:?}"), |()| format!("{name}: done"));
        self.ended.lock().unwrap().borrow_mut().push(diagnostics);
    }
}

#[test]
fn a_study_that_vanishes_or_changes_after_the_check_is_told_and_the_rest_go_on() {
    let home = tempfile::tempdir().unwrap();
    let (studies, out) = (home.path().join("studies"), home.path().join("out"));
    write_studies(&studies, 3);
    let follow = Saboteur { studies: studies.clone(), ended: Mutex::default() };
    let record = run_batch(&items_of(&studies), &options(&out, None), &follow).unwrap();
    let problems = |i: usize| match &record.lines[i].state {
        State::Refused(problems) => problems.join("; "),
        other => format!("{other:?}"),
    };
    assert!(problems(0).contains("S001") && problems(1).contains("S072") && problems(2) == "Done", "{record:?}");
    assert!(!out.join("s1").exists() && !out.join("s2").exists() && out.join("s3/manifest.toml").is_file());
    assert_eq!(follow.ended.lock().unwrap().borrow().len(), 3);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_nothing_half_written_stays() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 2);
    // No file may grow beyond 8 KiB: what a write meets on a full disk.
    let limited = "trap '' XFSZ; ulimit -f 8; exec \"$0\" batch studies --no-charts --out night";
    let output = Command::new("bash")
        .args(["-c", limited, env!("CARGO_BIN_EXE_recoup")])
        .current_dir(desk.path("."))
        .output()
        .unwrap();
    let diagnostics = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{diagnostics}");
    assert!(
        diagnostics.contains("study `s1`") && diagnostics.contains("cannot write") && !diagnostics.contains("panicked"),
        "{diagnostics}"
    );
    let left: Vec<String> = files(&desk.path("night")).keys().map(|path| path.display().to_string()).collect();
    assert!(left.iter().all(|name| ["batch.toml", "index.html"].contains(&&**name)), "{left:?}");
    desk.expect(0, &["batch", "studies", "--no-charts", "--out", "night"]);
    desk.expect(0, &["batch", "studies", "--no-charts", "--out", "other/night"]);
    assert_same(&desk.path("night"), &desk.path("other/night"), "after a full disk");
}

#[test]
fn records_in_a_file_give_the_bits_of_records_in_memory() {
    let home = tempfile::tempdir().unwrap();
    // More than a block of records, and a sweep.
    let sweep = "[[sweep]]\nkey = \"voice.solicit_cost\"\nfrom = 0.1\nto = 2\nsteps = 3\n";
    for build in [
        text(&study(3)).set("study.draws", 300).set("study.replicates", 20),
        text(&study(3)).set("study.draws", 5000).set("study.engine", "\"expected\"").and(sweep),
    ] {
        let study = build.study();
        let whole = simulate(&study, &NoProgress).unwrap();
        let store = Store::with_budget(0, home.path());
        let mut simulation = Simulation::kept_in(&study, &store);
        simulation.run_to(study.settings.draws, &NoProgress).unwrap();
        let aside = simulation.results();
        assert!(aside.scenarios[0].strategies[1].simulations.records.len() > 4096);
        for (a, b) in aside.scenarios[0].strategies.iter().zip(&whole.scenarios[0].strategies) {
            assert!(a.simulations == b.simulations && a.expected == b.expected);
        }
        assert!(aside.sweeps == whole.sweeps);
        let findings = |results| recoup::analysis::findings::analyse(&study, results).comparisons;
        assert_eq!(findings(&aside), findings(&whole));
        assert!(!store.has_failed());
    }
}

#[test]
fn an_unknown_place_for_records_ends_the_run() {
    let home = tempfile::tempdir().unwrap();
    let study = text(&study(1)).expected(5000).study();
    let store = Store::with_budget(0, &home.path().join("gone"));
    let mut simulation = Simulation::kept_in(&study, &store);
    assert!(simulation.run_to(5000, &NoProgress).is_err());
    assert!(matches!(recoup::pipeline::stopped(&store), Error::File { .. }));
}

#[test]
fn scripts_for_slurm_are_shell_and_say_what_to_run() {
    let desk = Desk::new();
    write_studies(&desk.path("my studies"), 3);
    let (printed, _) = desk.expect(
        0,
        &[
            "batch",
            "my studies",
            "--set",
            "voice.solicit_cost=0.5",
            "--slurm",
            "--shards",
            "2",
            "--sbatch=--partition=long",
        ],
    );
    assert!(printed.contains("2 tasks"), "{printed}");
    let folder = desk.path("output/my-studies.parts/slurm");
    for script in ["array.sh", "merge.sh", "submit.sh"] {
        let path = folder.join(script);
        assert!(Command::new("sh").arg("-n").arg(&path).status().unwrap().success(), "{script}");
    }
    let array = fs::read_to_string(folder.join("array.sh")).unwrap();
    for part in ["--array=1-2", "--partition=long", "--requeue", "'my studies'", "--set voice.solicit_cost=0.5"] {
        assert!(array.contains(part), "{part}: {array}");
    }
    let (_, diagnostics) = desk.expect(2, &["batch", "my studies", "--shards", "2"]);
    assert!(diagnostics.contains("--slurm"), "{diagnostics}");
}

#[test]
fn a_record_reads_back_as_it_was_written() {
    let home = tempfile::tempdir().unwrap();
    let studies = home.path().join("studies");
    write_studies(&studies, 2);
    let out = home.path().join("night");
    let record = run_batch(&items_of(&studies), &options(&out, Some((1, 2, Split::Studies))), &NoProgress).unwrap();
    assert_eq!(Record::read(&parts_of(&out).join("1-of-2/part.toml")), Ok(record));
}

#[test]
fn files_of_somebody_else_are_never_written_over() {
    let desk = Desk::new();
    write_studies(&desk.path("own"), 1);
    // A table of runs that has the name of the record, and a page that is nobody's.
    let table = "[[run]]\nname = \"p\"\nstudy = \"s1.toml\"\n";
    fs::write(desk.path("own/batch.toml"), table).unwrap();
    let (_, diagnostics) = desk.expect(2, &["batch", "own/batch.toml", "--draws", "3", "--no-charts", "--out", "own"]);
    assert!(diagnostics.contains("move it away"), "{diagnostics}");
    assert_eq!(fs::read_to_string(desk.path("own/batch.toml")).unwrap(), table);
    desk.expect(0, &["batch", "own/s1.toml", "--draws", "3", "--no-charts", "--out", "out"]);
    fs::write(desk.path("out/index.html"), "mine").unwrap();
    desk.expect(2, &["batch", "own/s1.toml", "--draws", "3", "--no-charts", "--out", "out"]);
    assert_eq!(fs::read_to_string(desk.path("out/index.html")).unwrap(), "mine");
}

#[test]
fn a_part_that_is_made_again_goes_on_without_force() {
    let home = tempfile::tempdir().unwrap();
    let studies = home.path().join("studies");
    write_studies(&studies, 4);
    let items = items_of(&studies);
    let out = home.path().join("night");
    let part = options(&out, Some((1, 2, Split::Studies)));
    run_batch(&items, &part, &NoProgress).unwrap();
    let folder = parts_of(&out).join("1-of-2");
    // Stopped before it has done anything: what was there is gone, and made by the next start.
    assert!(run_batch(&items, &Options { force: true, ..part.clone() }, &Stopped::in_the_check()).is_err());
    assert!(!folder.join("s1").exists() && !folder.join("s3").exists());
    run_batch(&items, &part, &NoProgress).unwrap();
    assert!(folder.join("s1/manifest.toml").is_file() && folder.join("s3/manifest.toml").is_file());
}

/// Asks to stop when the check begins.
#[derive(Default)]
struct Stopped(std::sync::atomic::AtomicBool);

impl Stopped {
    fn in_the_check() -> Self {
        Stopped::default()
    }
}

impl Progress for Stopped {
    fn begins(&self, _: u64) {}

    fn advances(&self) {}

    fn is_stopped(&self) -> bool {
        self.0.load(std::sync::atomic::Ordering::SeqCst)
    }
}

impl Follow for Stopped {
    fn checks(&self, _: usize) {
        self.0.store(true, std::sync::atomic::Ordering::SeqCst);
    }
}

#[test]
fn merging_again_joins_what_is_not_there_and_all_by_force() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 2);
    for shard in ["1/2", "2/2"] {
        desk.expect(0, &["batch", "studies", "--no-charts", "--quiet", "--shard", shard]);
    }
    let (_, diagnostics) = desk.expect(0, &["merge", "output/studies.parts"]);
    assert!(diagnostics.contains("2 studies, 2 to do"), "{diagnostics}");
    let before = times(&desk.path("output/studies"));
    let (_, diagnostics) = desk.expect(0, &["merge", "output/studies.parts"]);
    assert!(diagnostics.contains("2 already complete, 0 to do"), "{diagnostics}");
    // Joined results of whole studies are the files of the part.
    let summary = desk.path("output/studies/s1/tables/summary.csv");
    fs::remove_file(&summary).unwrap();
    fs::write(&summary, "x").unwrap();
    desk.expect(0, &["merge", "output/studies.parts"]);
    assert_ne!(fs::read_to_string(&summary).unwrap(), "x");
    assert_eq!(times(&desk.path("output/studies")), before);
    // Results of another build at the same address.
    let manifest = desk.path("output/studies/s2/manifest.toml");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::remove_file(&manifest).unwrap();
    fs::write(&manifest, format!("{text}# of another build\n")).unwrap();
    desk.expect(0, &["merge", "output/studies.parts"]);
    assert!(fs::read_to_string(&manifest).unwrap().ends_with("# of another build\n"));
    desk.expect(0, &["merge", "output/studies.parts", "--force"]);
    assert_eq!(fs::read_to_string(&manifest).unwrap(), text);
}

#[test]
fn a_report_in_another_language_is_told_apart_from_damage() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 1);
    desk.expect(0, &["batch", "studies", "--set", "study.draws=10", "--quiet", "--shard", "1/1"]);
    desk.expect(0, &["report", "output/studies.parts/1-of-1/s1", "--lang", "es", "--quiet"]);
    let (_, diagnostics) = desk.expect(2, &["merge", "output/studies.parts"]);
    assert!(diagnostics.contains("in another language") && diagnostics.contains("--shard 1/1"), "{diagnostics}");
}

#[test]
fn a_lost_manifest_and_a_strange_file_are_named() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 2);
    let arguments = ["batch", "studies", "--no-charts", "--force"];
    desk.expect(0, &arguments);
    fs::write(desk.path("output/studies/s1/manifest.toml"), "torn").unwrap();
    fs::create_dir(desk.path("output/studies/s2/notes")).unwrap();
    desk.write("output/studies/s2/notes/mine.txt", "x");
    let (_, diagnostics) = desk.expect(1, &arguments);
    assert!(
        diagnostics.contains("studies/s1` is not replaced: it holds files, and no `manifest.toml`"),
        "{diagnostics}"
    );
    assert!(diagnostics.contains("no run of recoup wrote `notes/mine.txt`"), "{diagnostics}");
    assert_eq!(diagnostics.matches("move it away").count(), 2, "{diagnostics}");
}

#[test]
fn a_bad_row_fails_alone() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 1);
    desk.write("runs.csv", "name;study;seed;draws\na;studies/s1.toml;1;10\nb;studies/s1.toml;-1;1e3\nc;;1;1\n");
    let (printed, diagnostics) = desk.expect(1, &["batch", "runs.csv", "--no-charts"]);
    assert_eq!(diagnostics.matches("S071").count(), 3, "{diagnostics}");
    assert!(diagnostics.contains("runs.csv:3:1") && diagnostics.contains("`draws` is `1e3`"), "{diagnostics}");
    assert!(printed.contains("1 study done, 2 studies failed"), "{printed}");
    assert!(desk.path("output/runs/a/manifest.toml").is_file());
}

#[test]
fn runs_of_one_long_name_are_kept_apart_and_their_record_is_read() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 1);
    let name = "a-long-name-".repeat(8);
    desk.write("runs.csv", &format!("name,study,draws\n{name},studies/s1.toml,10\n{name},studies/s1.toml,20\n"));
    desk.expect(0, &["batch", "runs.csv", "--no-charts", "--keep", "summary"]);
    let record = Record::read(&desk.path("output/runs/batch.toml")).unwrap();
    let [first, second] = &record.lines[..] else { panic!("{record:?}") };
    assert!(first.name.len() < name.len() && second.name == format!("{}-2", first.name), "{record:?}");
}

#[test]
fn what_came_of_a_batch_is_told_to_programs_and_people() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 2);
    desk.expect(0, &["batch", "studies", "--no-charts", "--quiet"]);
    fs::remove_file(desk.path("studies/s2.toml")).unwrap();
    desk.write("studies/bad.toml", "[market]\ncustomers = -1\n");
    let (printed, _) = desk.expect(1, &["batch", "studies", "--no-charts"]);
    assert!(printed.contains("not in the tables: s2"), "{printed}");
    let (printed, _) = desk.expect(1, &["batch", "studies", "--no-charts", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!((&told["done"], &told["failed"], &told["waiting"]), (&1.into(), &1.into(), &0.into()), "{printed}");
    assert_eq!(told["studies"][0]["state"], "refused");
    let problems = told["studies"][0]["problems"].as_array().unwrap();
    assert!(
        problems.iter().any(|diagnostic| diagnostic.as_str().unwrap().starts_with("studies/bad.toml:2:13: S012")),
        "{printed}"
    );
    assert!(desk.path(told["studies"][1]["folder"].as_str().unwrap()).join("result.json").is_file());
    assert_eq!(told["left_from_before"], serde_json::json!(["s2"]));
    assert!(desk.path("output/studies/tables/runs.csv").is_file());
    // When no study is good, no table of an earlier night stays.
    fs::remove_file(desk.path("studies/s1.toml")).unwrap();
    let (printed, _) = desk.expect(1, &["batch", "studies", "--no-charts"]);
    assert!(printed.contains("batch.toml lists") && !desk.path("output/studies/tables/runs.csv").exists(), "{printed}");
    assert!(!fs::read_to_string(desk.path("output/studies/index.html")).unwrap().contains("runs.csv"));
    write_studies(&desk.path("studies"), 1);
    // Ended early, what the message says is there.
    let (printed, _) = desk.expect(1, &["batch", "studies", "--no-charts", "--fail-fast", "--out", "fast"]);
    assert!(printed.contains("1 study not run") && !printed.contains("index.html"), "{printed}");
    assert!(printed.contains("batch.toml") && desk.path("fast/batch.toml").is_file());
}

#[test]
fn nothing_goes_to_slurm_unchecked() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 1);
    desk.write("studies/bad.toml", "[market]\ncustomers = -1\n");
    let (printed, diagnostics) = desk.expect(1, &["batch", "studies", "--slurm"]);
    assert!(diagnostics.contains("studies/bad.toml:2") && printed.contains("for 1 study"), "{diagnostics}{printed}");
    fs::remove_dir_all(desk.path("output")).unwrap();
    for arguments in [&["batch", "studies", "--slurm", "--fail-fast"][..], &["batch", "studies/bad.toml", "--submit"]] {
        let (_, diagnostics) = desk.expect(1, arguments);
        assert!(diagnostics.contains("studies/bad.toml:2"), "{diagnostics}");
        assert!(!desk.path("output").exists());
    }
    let odd = ["batch", "studies/s1.toml", "--slurm", "--sbatch=--time=1\nx", "--out", "a\"b"];
    let (_, diagnostics) = desk.expect(2, &odd);
    assert!(diagnostics.matches("error[U002]: ").count() == 2 && !desk.path("a\"b.parts").exists(), "{diagnostics}");
}

#[cfg(unix)]
#[test]
fn asked_to_stop_it_leaves_nothing_half_written() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 1);
    let arguments = ["run", "studies/s1.toml", "--draws", "1000000", "--quiet", "--out", "results/s1"];
    // A program that `nohup` started takes no hangup, and neither do those that it starts.
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).map(str::trim).unwrap_or_default();
    let ignores_hangups = u64::from_str_radix(ignored, 16).is_ok_and(|mask| mask & 1 == 1);
    for signal in ["-INT", "-TERM", "-HUP"].into_iter().filter(|signal| *signal != "-HUP" || !ignores_hangups) {
        let mut child = desk.command(&arguments).stderr(Stdio::piped()).spawn().unwrap();
        // Until it has begun.
        while !fs::read_dir(desk.path("results")).is_ok_and(|mut entries| entries.next().is_some()) {
            assert!(child.try_wait().unwrap().is_none());
            std::thread::sleep(Duration::from_millis(10));
        }
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(130), "{signal}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("nothing was written"), "{signal}");
        assert_eq!(fs::read_dir(desk.path("results")).unwrap().count(), 0, "{signal}");
    }
}

#[test]
fn the_command_line_has_the_last_word_over_a_table() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 1);
    desk.write("runs.csv", "study,draws,seed,voice.solicit_cost\nstudies/s1.toml,12,3,-1\n");
    let (_, diagnostics) = desk.expect(1, &["batch", "runs.csv", "--no-charts"]);
    assert!(diagnostics.contains("runs.csv, line 2:1:"), "{diagnostics}");
    desk.write("runs.csv", "study,draws,seed,voice.solicit_cost\nstudies/s1.toml,12,3,2\n");
    let arguments = ["batch", "runs.csv", "--no-charts", "--set", "voice.solicit_cost=1", "--set", "study.draws=10"];
    desk.expect(0, &[&arguments[..], &["--seed", "4"]].concat());
    let manifest: toml::Table = fs::read_to_string(desk.path("output/runs/s1/manifest.toml")).unwrap().parse().unwrap();
    assert_eq!((manifest["draws"].as_integer(), manifest["seed"].as_integer()), (Some(10), Some(4)));
}

#[test]
fn columns_edit_the_study_or_one_of_its_strategies() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 1);
    desk.write(
        "runs.csv",
        "name,study,draws,voice.solicit_cost,\"strategy.\"\"<b>ask & pay</b>\"\".voice.solicit\"\n\
         a,studies/s1.toml,10,,0.1\nb,studies/s1.toml,10,,0.6\nc,studies/s1.toml,10,0.4,0.6\nd,studies/s1.toml,10,0.5,\n",
    );
    let (_, diagnostics) = desk.expect(0, &["batch", "runs.csv", "--no-charts"]);
    let npv = |run: &str, strategy: usize| {
        let result = fs::read_to_string(desk.path("output/runs").join(run).join("result.json")).unwrap();
        let result: serde_json::Value = serde_json::from_str(&result).unwrap();
        result["strategies"][strategy]["npv"]["mean"].as_f64().unwrap()
    };
    assert_eq!(npv("a", 0), npv("b", 0), "the reference is not touched by what is set in another strategy");
    assert_ne!(npv("a", 1), npv("b", 1));
    assert_ne!(npv("b", 0), npv("c", 0), "the study is edited");
    assert_eq!(npv("b", 1), npv("c", 1), "the strategy keeps its own");
    // That is told once, with the runs that it holds for.
    assert_eq!(diagnostics.matches("N004").count(), 1, "{diagnostics}");
    assert!(
        diagnostics.contains("study `c` and 1 more:")
            && diagnostics.contains("strategy `<b>ask & pay</b>` keeps its own"),
        "{diagnostics}"
    );
    let (_, diagnostics) = desk.expect(0, &["batch", "runs.csv", "--no-charts", "--quiet"]);
    assert_eq!(diagnostics, "");
    // The same as a table of keys.
    desk.write(
        "runs.toml",
        "[[run]]\nname = \"b\"\nstudy = \"studies/s1.toml\"\ndraws = 10\n\
         set = { strategy.\"<b>ask & pay</b>\".voice.solicit = 0.6 }\n",
    );
    let same = fs::read(desk.path("output/runs/b/study.toml")).unwrap();
    desk.expect(0, &["batch", "runs.toml", "--no-charts", "--out", "again"]);
    assert_eq!(fs::read(desk.path("again/b/study.toml")).unwrap(), same);
}

#[test]
fn parts_belong_together_however_the_paths_were_spelt() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 2);
    let run = |path: &str, shard: &str| {
        desk.expect(0, &["batch", path, "--no-charts", "--quiet", "--out", "n/night", "--shard", shard]);
    };
    run("studies", "1/2");
    run("./studies", "2/2");
    desk.expect(0, &["merge", "n/night.parts"]);
    // A part is no place for the whole, and the whole none for a part.
    let (_, diagnostics) = desk.expect(2, &["merge", "n/night.parts", "--out", "n/night.parts/1-of-2"]);
    assert!(diagnostics.contains("a part of one"), "{diagnostics}");
    desk.expect(2, &["batch", "studies", "--no-charts", "--out", "n/night.parts/1-of-2"]);
    desk.expect(0, &["merge", "n/night.parts", "--force"]);
}

#[cfg(unix)]
#[test]
fn a_folder_above_is_the_one_that_the_text_says() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 1);
    fs::create_dir_all(desk.path("far/real")).unwrap();
    std::os::unix::fs::symlink(desk.path("far/real"), desk.path("link")).unwrap();
    desk.expect(0, &["batch", "studies", "--no-charts", "--out", "link/../night"]);
    assert!(desk.path("night/s1/manifest.toml").is_file() && desk.path("night/.lock").is_file());
    assert!(!desk.path("far/night").exists());
}

#[test]
fn amounts_of_two_currencies_are_not_ranked_together() {
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 1);
    desk.write(
        "runs.csv",
        "name,study,currency\na,studies/s1.toml,JPY\nb,studies/s1.toml,EUR\nc,studies/s1.toml,JPY\n",
    );
    desk.expect(0, &["batch", "runs.csv", "--no-charts", "--keep", "summary"]);
    let page = fs::read_to_string(desk.path("output/runs/index.html")).unwrap();
    assert!(page.contains("Amounts are in EUR and JPY") && !page.contains("The largest gain is in"), "{page}");
    let place = |name: &str| page.find(&format!(">{name}</a>")).unwrap();
    assert!(place("b") < place("a") && place("a") < place("c"));
}

/// The manifests for Kubernetes are YAML, and what they start is a command of this program.
#[test]
fn deployment_manifests_start_commands_that_there_are() {
    use saphyr::{LoadableYamlNode, Yaml};
    let desk = Desk::new();
    write_studies(&desk.path("studies"), 1);
    let mut kinds = Vec::new();
    for name in ["kubernetes.yaml", "kubernetes-merge.yaml"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy").join(name);
        let text = fs::read_to_string(path).unwrap();
        for document in Yaml::load_from_str(&text).unwrap() {
            let kind = document["kind"].as_str().unwrap().to_string();
            if kind == "Job" {
                let container = &document["spec"]["template"]["spec"]["containers"][0];
                let locale: Vec<&str> =
                    container["args"].as_vec().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
                let command = if locale.len() == 1 {
                    let command = locale[0].strip_prefix("exec recoup ").unwrap();
                    command.replace("\"$((JOB_COMPLETION_INDEX + 1))/8\"", "1/8")
                } else {
                    locale.join(" ")
                };
                let command: Vec<&str> = command.split_whitespace().chain(["--quiet"]).collect();
                // The merge of the one part of eight says which are missing.
                let code = if command[0] == "merge" { 2 } else { 0 };
                let (_, diagnostics) = desk.expect(code, &command);
                assert!(code == 0 || diagnostics.contains("part 2/8 of `studies` is missing"), "{diagnostics}");
            }
            kinds.push(kind);
        }
    }
    assert_eq!(kinds, ["PersistentVolumeClaim", "Job", "Job"]);
}
