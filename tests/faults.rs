//! Results under faults: killed at every step, a step that fails, a full disk, a cut of power, two writers, files that somebody adds.
//!
//! After each, and after the next start, the results at the target are the old ones whole or the new ones whole, and nothing of the
//! user's is gone. Every test prints a row of a table: `cargo test faults -- --nocapture`. `RECOUP_FAULTS=all` tries everything,
//! and not a part (minutes); `tests/faults/all.sh` shows the table of that.
//!
//! The steps are those of `output::disk`; `RECOUP_FAULT` says at which one the program ends or fails.

#![cfg(unix)]

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use recoup::output::finished::{Finished, Listed, MANIFEST};
use recoup::output::folder::Folder;
use recoup::output::standing::{Claim, Replaces};

use crate::cli::Desk;

/// Whether all is tried.
fn is_all() -> bool {
    std::env::var("RECOUP_FAULTS").is_ok_and(|which| which == "all")
}

/// A row of the table.
fn row(what: &str, tried: usize, counts: &str) {
    println!("| {what:<58} | {tried:>5} | {counts} |");
}

/// The files of a version: some are in both, each has one of its own.
fn names(version: &str) -> [String; 5] {
    let own = |folder: &str| format!("{folder}/{version}.csv");
    ["result.json".into(), "tables/summary.csv".into(), own("tables"), own("charts"), own(version)]
}

fn content(version: &str, name: &str) -> Vec<u8> {
    format!("{version} {name}\n").repeat(2000).into_bytes()
}

/// How a program ends that writes results.
fn write(target: &Path, version: &str, replaces: Replaces, meanwhile: impl FnOnce()) -> Result<(), String> {
    let claim = Claim { command: "run", study: "s".into(), replaces };
    let mut folder = Folder::open(target, claim).map_err(|error| error.to_string())?;
    meanwhile();
    let mut text = String::from("program = \"recoup\"\nstudy = \"s\"\ncommand = \"run\"\n");
    for name in names(version) {
        folder.write(&name, &content(version, &name)).map_err(|error| error.to_string())?;
        text.push_str(&Listed::of(&folder.path_aside(""), &name).unwrap().text());
    }
    folder.sync().map_err(|error| error.to_string())?;
    folder.write(MANIFEST, text.as_bytes()).map_err(|error| error.to_string())?;
    folder.finish().map(|_| ()).map_err(|error| error.to_string())
}

/// What the harness starts, and kills: the writer alone, in a process of its own.
#[test]
#[ignore = "the harness starts it"]
fn writer() {
    let said = |name: &str| std::env::var(name).ok();
    let Some(target) = said("WRITER_TARGET").map(PathBuf::from) else { return };
    let replaces = if said("WRITER_DAMAGED").is_some() { Replaces::Damaged } else { Replaces::Same };
    let meanwhile = || {
        if said("WRITER_NOTES").is_some() {
            fs::write(target.join("notes.txt"), "mine").unwrap();
            eprintln!("{NOTED}");
        }
    };
    match write(&target, &said("WRITER_VERSION").unwrap(), replaces, meanwhile) {
        Ok(()) => std::process::exit(0),
        Err(error) => {
            eprintln!("error: {error}");
            std::process::exit(1)
        }
    }
}

/// What the writer says once it has put a note of the user's into the target.
const NOTED: &str = "a note was added";

fn writer_of(target: &Path, version: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["faults::writer", "--exact", "--ignored", "--nocapture", "--test-threads=1"]);
    command.env("WRITER_TARGET", target).env("WRITER_VERSION", version).stdin(Stdio::null());
    command
}

/// What stands at a target.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    Absent,
    Whole(String),
    /// All files, one of them changed.
    Changed(String),
    Torn(String),
}

impl State {
    fn is(&self, version: &str) -> bool {
        matches!(self, State::Whole(found) if found == version)
    }
}

fn walk(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if fs::symlink_metadata(&path).unwrap().is_dir() {
            walk(&path, found);
        } else {
            found.insert(path);
        }
    }
}

/// What stands at `target`, files of the user's and folders aside left out.
fn state(target: &Path) -> State {
    if !target.is_dir() {
        return State::Absent;
    }
    let mut files = BTreeSet::new();
    walk(target, &mut files);
    let mut files: BTreeSet<String> =
        files.iter().map(|path| path.strip_prefix(target).unwrap().to_str().unwrap().to_string()).collect();
    files.retain(|name| !name.starts_with(".recoup-") && !name.starts_with("recoup-") && name != "notes.txt");
    if files.is_empty() {
        return State::Absent;
    }
    let Some(finished) = Finished::read(target) else { return State::Torn(format!("{files:?}")) };
    let mut listed: BTreeSet<String> = finished.files.iter().map(|file| file.name.clone()).collect();
    listed.insert(MANIFEST.into());
    let changed = finished.files.iter().filter(|file| !file.is_as_written(target).unwrap_or(false)).count();
    if listed != files || changed > 1 {
        return State::Torn(format!("{files:?}, {changed} changed"));
    }
    let own =
        |file: &Listed| file.name.split_once('/').filter(|(a, b)| *b == format!("{a}.csv")).map(|(a, _)| a.to_string());
    let version = finished.files.iter().find_map(own);
    let version = version.unwrap_or_default();
    if changed == 0 { State::Whole(version) } else { State::Changed(version) }
}

/// Whether a text stands in any file below a folder.
fn stands_somewhere(home: &Path, text: &str) -> bool {
    let mut files = BTreeSet::new();
    walk(home, &mut files);
    files.iter().any(|path| fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes()))
}

/// A folder to work in: in memory where that can be, as waiting for the disk takes most of the time.
fn home() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// What is left aside in a folder.
fn asides(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with(".recoup-")).collect()
}

/// How a target is before a writer starts, and how that writes.
#[derive(Clone, Copy, Debug)]
struct Case {
    what: &'static str,
    before: &'static str,
    exchanges: bool,
    stands_inside: bool,
    is_changed: bool,
    adds_notes: bool,
}

const PLAIN: Case =
    Case { what: "", before: "old", exchanges: true, stands_inside: false, is_changed: false, adds_notes: false };

const CASES: [Case; 8] = [
    Case { what: "nothing there", before: "nothing", ..PLAIN },
    Case { what: "old results, folders exchanged", ..PLAIN },
    Case { what: "old results, two renames", exchanges: false, ..PLAIN },
    Case { what: "an empty folder", before: "empty", ..PLAIN },
    Case { what: "old results, written into", stands_inside: true, ..PLAIN },
    Case { what: "old results with a changed file", is_changed: true, ..PLAIN },
    Case { what: "a changed file, written into", stands_inside: true, is_changed: true, ..PLAIN },
    Case { what: "a file is added meanwhile", adds_notes: true, ..PLAIN },
];

impl Case {
    /// Makes a home with the target in it, and a file of the user's beside.
    fn prepare(&self, home: &Path) -> PathBuf {
        let target = home.join("out");
        fs::write(home.join("thesis.txt"), "years of work").unwrap();
        match self.before {
            "old" => write(&target, "old", Replaces::Same, || ()).unwrap(),
            "empty" => fs::create_dir(&target).unwrap(),
            _ => {}
        }
        if self.is_changed {
            fs::write(target.join("result.json"), "edited").unwrap();
        }
        target
    }

    fn writer(&self, target: &Path) -> Command {
        let mut command = writer_of(target, "new");
        command.current_dir(if self.stands_inside { target } else { Path::new("/") });
        for (is_so, name) in [
            (!self.exchanges, "RECOUP_NO_EXCHANGE"),
            (self.is_changed, "WRITER_DAMAGED"),
            (self.adds_notes, "WRITER_NOTES"),
        ] {
            if is_so {
                command.env(name, "1");
            }
        }
        command
    }

    /// Checks what stands after a fault and after the next start; says which version it is.
    fn check(&self, home: &Path, output: &Output, fault: &str) -> &'static str {
        let target = home.join("out");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let what = format!("{}, {fault}: {said}", self.what);
        let found = state(&target);
        // The old results, where they were changed before.
        let is_old = |found: &State| match (self.before, self.is_changed) {
            ("old", false) => found.is("old"),
            ("old", true) => *found == State::Changed("old".into()),
            _ => *found == State::Absent,
        };
        if self.before == "old" && self.exchanges && !self.stands_inside {
            assert!(is_old(&found) || found.is("new"), "{what}\nat once: {found:?}");
        }
        if let Some(kept) = said.split("they are whole in `").nth(1) {
            let kept = Path::new(kept.split('`').next().unwrap());
            assert!(state(kept).is("new"), "{what}\nkept: {:?}", state(kept));
        }
        Folder::recover(&target);
        let found = state(&target);
        assert!(is_old(&found) || found.is("new"), "{what}\nafter the next start: {found:?}");
        assert_eq!(fs::read_to_string(home.join("thesis.txt")).unwrap(), "years of work", "{what}");
        assert!(!self.is_changed || stands_somewhere(home, "edited"), "{what}");
        assert!(!self.adds_notes || !output.status.success(), "{what}: it must not succeed");
        assert!(!said.contains(NOTED) || target.join("notes.txt").is_file(), "{what}: the note is gone");
        let mut left = asides(home);
        if target.is_dir() {
            left.extend(asides(&target));
        }
        assert!(left.is_empty(), "{what}\nleft: {left:?}");
        if found.is("new") { "new" } else { "old" }
    }

    /// Goes through every step with a kind of fault; counts tries, old and new.
    fn every_step(&self, kind: &str, steps: Option<u64>) -> (u64, usize, usize) {
        let (mut old, mut new) = (0, 0);
        let stride = if is_all() { 1 } else { steps.map_or(2, |_| 7) };
        let mut step = 1;
        loop {
            if steps.is_some_and(|steps| step > steps) {
                return (step - 1, old, new);
            }
            let home = home();
            let target = self.prepare(home.path());
            let fault = format!("{kind}:{step}");
            let output = self.writer(&target).env("RECOUP_FAULT", &fault).output().unwrap();
            let ended = output.status.code().is_some();
            match self.check(home.path(), &output, &fault) {
                "new" => new += 1,
                _ => old += 1,
            }
            if kind == "end" && ended {
                return (step - 1, old, new);
            }
            step += stride;
            assert!(step < 1000, "{}: {}", self.what, String::from_utf8_lossy(&output.stderr));
        }
    }
}

#[test]
fn at_every_step_of_writing_results_stay_whole() {
    for case in CASES {
        let (steps, old, new) = case.every_step("end", None);
        assert!(steps > 15, "{}: {steps} steps", case.what);
        row(&format!("killed: {}", case.what), old + new, &format!("old {old}, new {new}"));
        let (_, old, new) = case.every_step("fail", Some(steps));
        row(&format!("one step fails: {}", case.what), old + new, &format!("old {old}, new {new}"));
        let (_, old, new) = case.every_step("stuck", Some(steps));
        row(&format!("all fail from one on: {}", case.what), old + new, &format!("old {old}, new {new}"));
    }
}

/// Runs a shell script as root of a name space of its own, where that can be: mounts in it are gone with it. `None` where not.
fn with_mounts(script: &str, arguments: &[&std::ffi::OsStr]) -> Option<Output> {
    let output = |before: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(before).args(["--mount", "sh", "-c", script, "sh"]).args(arguments);
        command.stdin(Stdio::null()).output().ok()
    };
    let can = |before: &[&str]| {
        let script = "mount -t tmpfs -o size=64k tmpfs /mnt";
        let status =
            Command::new("unshare").args(before).args(["--mount", "sh", "-c", script]).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    };
    match [&[][..], &["--user", "--map-root-user"]].into_iter().find(|before| can(before)) {
        Some(before) => output(before),
        None => {
            println!("| skipped: nothing can be mounted here |");
            None
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_disk_of_any_size_results_stay_whole() {
    // A disk of so many KiB with old results, the user's file and the program that writes new ones.
    let script = r#"
        mount -t tmpfs -o size=$2k tmpfs "$1" && mkdir "$1/home" && cp -r "$3/." "$1/home" || exit 99
        WRITER_TARGET="$1/home/out" "$4" faults::writer --exact --ignored --nocapture --test-threads=1 2>"$5/said"
        code=$?
        cp -r "$1/home" "$5/after"
        exit $code
    "#;
    let (mut old, mut new) = (0, 0);
    let sizes = (0..64_u64).map(|i| 210 + i * 4);
    for (tried, size) in sizes.enumerate() {
        let home = tempfile::tempdir().unwrap();
        let path = |name: &str| home.path().join(name);
        for name in ["disk", "before", "result"] {
            fs::create_dir(path(name)).unwrap();
        }
        PLAIN.prepare(&path("before"));
        let program = std::env::current_exe().unwrap();
        let (disk, before, result, size_text) = (path("disk"), path("before"), path("result"), size.to_string());
        let arguments =
            [disk.as_os_str(), size_text.as_ref(), before.as_os_str(), program.as_os_str(), result.as_os_str()];
        let script = script.replace("WRITER_TARGET", "WRITER_VERSION=new WRITER_TARGET");
        let Some(output) = with_mounts(&script, &arguments) else { return };
        let said = fs::read_to_string(path("result/said")).unwrap_or_default();
        assert_ne!(output.status.code(), Some(99), "{tried}: {}", String::from_utf8_lossy(&output.stderr));
        let after = path("result/after");
        match (output.status.code(), state(&after.join("out"))) {
            (Some(0), State::Whole(version)) if version == "new" => new += 1,
            (Some(1), State::Whole(version)) if version == "old" => {
                assert!(said.contains("cannot "), "{size}: {said}");
                old += 1;
            }
            other => panic!("{size}: {other:?} {said}"),
        }
        assert_eq!(fs::read_to_string(after.join("thesis.txt")).unwrap(), "years of work");
        assert_eq!(fs::read_dir(&after).unwrap().count(), 2, "{size}: nothing is left");
    }
    assert!(old > 5 && new > 5, "old {old}, new {new}: sizes on both sides of what is needed");
    row("disks of 64 sizes", 64, &format!("old {old}, new {new}"));
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_finished_is_on_the_disk_when_the_power_is_cut() {
    // A copy of the image of a mounted file system is what the disk has when the power is cut.
    let script = r#"
        cd "$1" && mkdir disk cut && mount -o loop base.img disk || exit 99
        mkdir -p disk/home/out
        WRITER_TARGET="$1/disk/home/out" "$2" faults::writer --exact --ignored --nocapture --test-threads=1 2>said
        code=$?
        cp --sparse=always base.img cut.img && mount -o loop cut.img cut || exit 99
        cp -r cut/home after
        exit $code
    "#;
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name);
    fs::create_dir(path("before")).unwrap();
    for (name, case) in [("old", PLAIN), ("empty", CASES[3])] {
        fs::create_dir(path("before/home")).unwrap();
        case.prepare(&path("before/home"));
        fs::File::create(path(name)).unwrap().set_len(16 << 20).unwrap();
        let made = Command::new("mkfs.ext4").args(["-q", "-d"]).args([path("before"), path(name)]).status();
        if !made.is_ok_and(|made| made.success()) {
            println!("| skipped: no mkfs.ext4 |");
            return;
        }
        fs::remove_dir_all(path("before/home")).unwrap();
    }
    let program = std::env::current_exe().unwrap();
    for (what, image, settings) in [
        ("folders exchanged", "old", ""),
        ("two renames", "old", "RECOUP_NO_EXCHANGE=1"),
        ("an empty folder", "empty", ""),
    ] {
        let (mut old, mut new, mut tried, mut step) = (0, 0, 0, 1);
        loop {
            let trial = home.path().join("trial");
            fs::create_dir(&trial).unwrap();
            fs::copy(path(image), trial.join("base.img")).unwrap();
            let fault = format!("WRITER_VERSION=new RECOUP_FAULT=end:{step} {settings} WRITER_TARGET");
            let script = script.replace("WRITER_TARGET", &fault);
            let Some(output) = with_mounts(&script, &[trial.as_os_str(), program.as_os_str()]) else { return };
            if output.status.code() == Some(99) {
                println!("| skipped: no loop device: {} |", String::from_utf8_lossy(&output.stderr).trim());
                return;
            }
            let after = trial.join("after");
            let target = after.join("out");
            let what = format!("{what}, step {step}");
            Folder::recover(&target);
            let found = state(&target);
            match found {
                State::Whole(version) if version == "new" => new += 1,
                State::Whole(version) if version == "old" && image == "old" => old += 1,
                State::Absent if image == "empty" => old += 1,
                found => panic!("{what}: {found:?}"),
            }
            assert_eq!(fs::read_to_string(after.join("thesis.txt")).unwrap(), "years of work", "{what}");
            let is_finished = output.status.code() == Some(0);
            tried += 1;
            if is_finished {
                assert!(state(&target).is("new"), "{what}: finished, and not on the disk");
            }
            fs::remove_dir_all(&trial).unwrap();
            if is_finished {
                break;
            }
            step += if is_all() { 1 } else { 6 };
        }
        row(&format!("power cut: {what}"), tried, &format!("old {old}, new {new}, finished is new"));
    }
}

#[test]
fn of_many_writers_one_writes_at_a_time() {
    let (mut wrote, mut refused) = (0, 0);
    for round in 0..if is_all() { 40 } else { 6 } {
        let home = tempfile::tempdir().unwrap();
        let target = [CASES[0], PLAIN, CASES[3]][round % 3].prepare(home.path());
        let start = |i: usize| {
            let mut command = writer_of(&target, ["a", "b", "c", "d"][i]);
            command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        };
        let writers: Vec<_> = (0..4).map(start).collect();
        for writer in writers {
            let output = writer.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            match output.status.code() {
                Some(0) => wrote += 1,
                _ => {
                    assert!(said.contains("another run or batch is writing"), "{said}");
                    refused += 1;
                }
            }
        }
        assert!(matches!(state(&target), State::Whole(version) if version.len() == 1), "{:?}", state(&target));
        assert!(asides(home.path()).is_empty() && asides(&target).is_empty());
    }
    assert!(wrote > 0);
    row("four writers at once", wrote + refused, &format!("wrote {wrote}, refused {refused}"));
}

/// The permission bits of a path.
fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o7777
}

#[test]
fn modes_are_those_that_the_user_asks_for() {
    let home = tempfile::tempdir().unwrap();
    let place = home.path().join("place");
    fs::create_dir(&place).unwrap();
    let write = |umask: &str, name: &str| {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("umask {umask}; exec \"$0\" \"$@\"")]);
        let writer = writer_of(&place.join(name), "new");
        command.arg(writer.get_program()).args(writer.get_args());
        command.envs(writer.get_envs().filter_map(|(name, value)| Some((name, value?))));
        assert!(command.stdout(Stdio::null()).status().unwrap().success());
        let target = place.join(name);
        [mode(&target), mode(&target.join("tables")), mode(&target.join("result.json"))]
    };
    for parent in [0o777, 0o1777, 0o700] {
        fs::set_permissions(&place, fs::Permissions::from_mode(parent)).unwrap();
        assert_eq!(write("077", &format!("a{parent}")), [0o700, 0o700, 0o600]);
        assert_eq!(write("022", &format!("b{parent}")), [0o755, 0o755, 0o644]);
        assert_eq!(write("002", &format!("c{parent}")), [0o775, 0o775, 0o664]);
    }
    // A folder that was closed to others stays so; one that was open to all does not.
    fs::set_permissions(place.join("b511"), fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(write("022", "b511")[0], 0o700);
    fs::set_permissions(place.join("b511"), fs::Permissions::from_mode(0o777)).unwrap();
    assert_eq!(write("022", "b511")[0], 0o755);
    // The group that a folder passes on.
    fs::set_permissions(&place, fs::Permissions::from_mode(0o2775)).unwrap();
    if mode(&place) == 0o2775 && cfg!(target_os = "linux") {
        assert_eq!(write("022", "d")[..2], [0o2755, 0o2755]);
        assert_eq!(write("022", "d")[..2], [0o2755, 0o2755]);
    }
    row("modes: umask, /tmp, setgid", 14, "as asked for");
}

#[cfg(target_os = "linux")]
#[test]
fn a_mounted_volume_is_written_into_and_one_that_cannot_be_is_refused_before_the_work() {
    let script = r#"
        cd "$1" && mkdir volume && mount -t tmpfs -o size=8m tmpfs volume || exit 99
        set -e
        "$2" run tarp-minor --draws 2 --quiet --no-charts --out volume
        "$2" run tarp-minor --draws 3 --quiet --no-charts --out volume
        cp -r volume after
        mount -o remount,ro volume
        code=0
        "$2" run tarp-minor --draws 1000000 --out volume 2>said || code=$?
        ls -A volume >left
        exit $code
    "#;
    let home = tempfile::tempdir().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_recoup"));
    let Some(output) = with_mounts(script, &[home.path().as_os_str(), program.as_os_str()]) else { return };
    let said = fs::read_to_string(home.path().join("said")).unwrap_or_default();
    assert_eq!(output.status.code(), Some(1), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("cannot write to") && said.lines().count() == 1, "{said}");
    assert_eq!(state(&home.path().join("after")), State::Whole(String::new()));
    assert!(fs::read_to_string(home.path().join("left")).unwrap().lines().all(|name| !name.starts_with('.')));
    row("a volume: empty, with results, read-only", 3, "new, new, refused at once");
}

#[test]
fn the_program_killed_at_any_step_leaves_whole_results() {
    // What makes the results, the folder to look at, how far apart the steps are that are tried, and the commands.
    type Commands<'a> = [(&'a str, &'a str, u64, &'a [&'a [&'a str]]); 5];
    let commands: Commands<'_> = [
        ("run", "out", 41, &[&["run", "tarp-minor", "--draws", "2", "--no-charts", "--quiet", "--out", "out"]]),
        ("decide", "out", 127, &[&["decide", "tarp-major", "--draws", "20", "--quiet", "--out", "out"]]),
        (
            "report",
            "out",
            877,
            &[
                &["run", "tarp-minor", "--draws", "2", "--quiet", "--out", "out"],
                &["report", "out", "--lang", "es", "--quiet"],
            ],
        ),
        (
            "batch",
            "out/tarp-minor",
            67,
            &[&["batch", "tarp-minor", "--draws", "2", "--no-charts", "--quiet", "--threads", "1", "--out", "out"]],
        ),
        (
            "merge",
            "out/tarp-minor",
            67,
            &[
                &["batch", "tarp-minor", "--draws", "2", "--no-charts", "--quiet", "--shard", "1/1", "--out", "out"],
                &["merge", "out.parts", "--quiet", "--threads", "1", "--force"],
            ],
        ),
    ];
    for (name, target, stride, lines) in commands {
        let (last, before) = lines.split_last().unwrap();
        let (mut old, mut new, mut tried) = (0, 0, 0);
        let mut step = 1;
        loop {
            let desk = Desk::new();
            before.iter().for_each(|line| drop(desk.expect(0, line)));
            let at = state(&desk.path(target));
            let output = desk.command(last).env("RECOUP_FAULT", format!("end:{step}")).output().unwrap();
            let (what, said) = (format!("{name} at step {step}"), String::from_utf8_lossy(&output.stderr));
            let is_over = output.status.code().is_some();
            assert!(!is_over || output.status.success(), "{what}: {said}");
            let found = state(&desk.path(target));
            assert!(found == at || matches!(found, State::Whole(_)), "{what}: {found:?}");
            tried += 1;
            if found == at && !is_over {
                old += 1
            } else {
                new += 1
            }
            // The next start goes on, and leaves nothing aside.
            desk.expect(0, last);
            assert!(matches!(state(&desk.path(target)), State::Whole(_)), "{what}");
            let home = desk.path(target);
            let left: Vec<String> =
                [desk.path("."), desk.path("out"), home].iter().flat_map(|home| asides(home)).collect();
            assert!(left.is_empty(), "{what}: {left:?}");
            if is_over {
                break;
            }
            step += if is_all() { 1 } else { stride };
        }
        row(&format!("the program killed: {name}"), tried, &format!("as before {old}, new {new}"));
    }
}
