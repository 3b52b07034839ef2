//! Running a batch: check all, do what is not there, say what came of each.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use indexmap::IndexMap;

use crate::batch::list::Item;
use crate::batch::overview::{refuse_others, write_overview};
use crate::batch::part::{PART as PART_FILE, SAID, said_text, write_part};
use crate::batch::record::{BATCH, HEADER, Line, PART, Record, Split, State};
use crate::diagnostic::{Diagnostic, Level};
use crate::engine::estimate::Estimate;
use crate::engine::progress::Progress;
use crate::engine::records::{RECORDS_IN_MEMORY, Store};
use crate::engine::shard::Shard;
use crate::engine::side_by_side::{side_by_side, threads};
use crate::engine::simulate::Simulation;
use crate::error::Error;
use crate::input::guard::{Stop, TABLE_BYTES, read_text};
use crate::input::set::KEPT;
use crate::input::{Loaded, Request, load};
use crate::language::Language;
use crate::output::aside::holds_nothing_but;
use crate::output::contents::Contents;
use crate::output::finished::{Listed, MANIFEST};
use crate::output::folder::{Folder, Placed};
use crate::output::lock::{BATCH_LOCK, batch_lock};
use crate::output::manifest::{address, is_whole, write_manifest_with};
use crate::output::standing::{Claim, Replaces};
use crate::output::tables::copies;
use crate::pipeline::{LEFT_BEHIND, claim_of_run, left_behind, run_loaded, stopped};

/// How a batch is run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The folder of the whole batch; parts stand beside it.
    pub out: PathBuf,
    /// Language of its page.
    pub language: Language,
    /// What the folders of its runs hold.
    pub contents: Contents,
    /// Runs everything, also what is there.
    pub force: bool,
    /// Ends at the first study that goes wrong.
    pub fail_fast: bool,
    /// The part to run, and how the batch is split.
    pub shard: Option<(Shard, Split)>,
}

impl Options {
    /// The folder that is written: the batch's, or that of its part.
    pub fn folder(&self) -> PathBuf {
        self.shard.map_or(self.out.clone(), |(shard, _)| {
            parts_of(&self.out).join(format!("{}-of-{}", shard.number, shard.of))
        })
    }

    /// The batch's name.
    pub fn name(&self) -> String {
        self.out.file_name().map_or("batch".into(), |name| name.to_string_lossy().into_owned())
    }
}

/// The folder of the parts of the batch in `out`.
pub fn parts_of(out: &Path) -> PathBuf {
    let mut name = out.file_name().unwrap_or_default().to_os_string();
    name.push(".parts");
    out.with_file_name(name)
}

/// Follows a batch. As a [`Progress`] it sees the batches of simulations of a study that runs alone.
pub trait Follow: Progress {
    /// So many studies are checked before the first run.
    fn checks(&self, _runs: usize) {}

    /// One more is checked, and good.
    fn checked(&self) {}

    /// The check notes something that holds for these runs.
    fn notes(&self, _names: &[&str], _said: &Diagnostic) {}

    /// What the runs ahead will take: all periods, and the memory of those that run at once.
    fn estimates(&self, _whole: &Estimate) {}

    /// Of `all` runs of this batch or part `there` are whole already, and `ahead` are to be run.
    fn begins_runs(&self, _all: usize, _there: usize, _ahead: usize) {}

    /// A run has ended, well or not, or its study was refused by the check.
    fn ends(&self, _name: &str, _outcome: Result<(), &Error>) {}
}

impl Follow for crate::engine::progress::NoProgress {}

/// Runs a batch, or a part of it; what is there and whole is not run again.
///
/// # Errors
/// The folder cannot be used or is in use, or somebody asked to stop. Studies that go wrong are no error: the
/// record says which.
pub fn run_batch(items: &[Item], options: &Options, follow: &impl Follow) -> Result<Record, Error> {
    let folder = options.folder();
    let opened = open_folder(&folder, options.shard.is_some(), options.force)?;
    let mine = |i: usize| options.shard.is_none_or(|(shard, split)| is_share(i, shard, split));
    // A part that is made again loses what was there, so that a second start goes on with it without `force`.
    if options.force && options.shard.is_some() {
        let names = (0..items.len()).filter(|i| mine(*i)).map(|i| &items[i].name);
        // What cannot be removed is told when its study is run.
        names.for_each(|name| drop(Folder::remove(&folder.join(name))));
    }
    let is_there = |i: usize, address: &str| {
        mine(i) && !options.force && is_whole_unit(&folder, &items[i].name, address, options.shard)
    };
    let (mut record, estimates) = check(items, options, is_there, follow)?;
    record.files = opened.files.clone();
    if options.fail_fast && record.count(State::is_bad) > 0 {
        close(&folder, &mut record, options.force)?;
        return Ok(record);
    }
    let all = (0..items.len()).filter(|i| mine(*i)).count();
    let ahead: Vec<usize> = (0..items.len()).filter(|i| mine(*i) && record.lines[*i].state == State::Waiting).collect();
    follow.begins_runs(all, (0..items.len()).filter(|i| record.lines[*i].state == State::Done).count(), ahead.len());
    let runs = ahead.iter().filter_map(|&i| estimates[i]).collect();
    follow.estimates(&Estimate::of_several(runs, threads()));
    record.write(&folder)?;
    let has_failed = AtomicBool::new(false);
    let progress = Within { follow, ends: &has_failed, is_alone: ahead.len() == 1 };
    let mut failures = 0_usize;
    let work = |i: &usize| {
        let (item, address) = (&items[*i], &record.lines[*i].address);
        caught(|| run_item(item, address, options, &folder, &progress))
    };
    let mut states: Vec<(usize, State)> = Vec::new();
    // The record on disk is renewed at the first failures, then whenever they double.
    let renew = |failures: usize, states: &[(usize, State)]| {
        if failures > 10 && !failures.is_power_of_two() {
            return Ok(());
        }
        let mut sofar = record.clone();
        states.iter().for_each(|(i, state)| sofar.lines[*i].state = state.clone());
        sofar.write(&folder)
    };
    side_by_side(
        &ahead,
        || progress.is_stopped(),
        work,
        |place, outcome| {
            let i = ahead[place];
            let state = match &outcome {
                Ok(()) => State::Done,
                Err(Error::Interrupted) => return,
                Err(error) => state_of(error),
            };
            follow.ends(&items[i].name, outcome.as_ref().copied());
            let is_bad = state.is_bad();
            states.push((i, state));
            if is_bad {
                failures += 1;
                has_failed.fetch_or(options.fail_fast, Ordering::SeqCst);
                // Should this fail for good, the last record fails too, and is told.
                drop(renew(failures, &states));
            }
        },
    );
    states.into_iter().for_each(|(i, state)| record.lines[i].state = state);
    if follow.is_stopped() {
        record.write(&folder)?;
        let done = (0..items.len()).filter(|i| mine(*i) && record.lines[*i].state != State::Waiting).count();
        return Err(Error::Halted { done, of: all });
    }
    close(&folder, &mut record, options.force)?;
    Ok(record)
}

/// Writes what came of a batch: the record, and, unless it is a part, what is seen of all.
pub fn close(folder: &Path, record: &mut Record, force: bool) -> Result<(), Error> {
    record.write(folder)?;
    if record.shard.is_none() { write_overview(folder, record, force) } else { Ok(()) }
}

/// Finished runs in `folder` that are none of the batch's: studies that it had once.
pub fn left_from_before(folder: &Path, record: &Record) -> Vec<String> {
    let named: BTreeSet<&str> = record.lines.iter().map(|line| line.name.as_str()).collect();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let runs = entries.filter(|entry| entry.path().join(MANIFEST).is_file());
    let mut names: Vec<String> = runs.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !named.contains(name.as_str()) && !name.starts_with('.'));
    names.sort();
    names
}

/// Checks every study of a batch, and runs and writes nothing.
///
/// # Errors
/// Somebody asked to stop.
pub fn validate(items: &[Item], options: &Options, follow: &impl Follow) -> Result<Record, Error> {
    Ok(check(items, options, |_, _| false, follow)?.0)
}

/// Whether run `i` is one of the shard's.
pub fn is_share(i: usize, shard: Shard, split: Split) -> bool {
    split == Split::Draws || i % shard.of as usize == shard.number as usize - 1
}

/// The lock of a folder, until it is dropped. Unlocked by hand: another process may be on its way, and hold the same
/// file for a moment.
pub struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

/// The folder of a batch, or of a part of one, opened to be written.
pub struct Opened {
    _lock: Lock,
    /// The files of all runs together that an earlier batch wrote there.
    pub files: Vec<Listed>,
}

/// Makes the folder of a batch, or of a part of one, and locks it; ends what killed runs began there.
///
/// # Errors
/// It cannot be written to, somebody else writes to it, or it holds files and is no folder of a batch.
pub fn open_folder(folder: &Path, is_part: bool, force: bool) -> Result<Opened, Error> {
    fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    let foreign = |why: String| Err(Error::Foreign { path: folder.to_path_buf(), why });
    let (own, other) = if is_part { (PART, BATCH) } else { (BATCH, PART) };
    if is_record(&folder.join(other)) {
        return foreign(format!(
            "`{other}` says that it is {}",
            if is_part { "a whole batch" } else { "a part of one" }
        ));
    }
    let record = folder.join(own);
    // A table of runs may be called `batch.toml` too.
    if fs::symlink_metadata(&record).is_ok() && !is_record(&record) {
        return foreign(format!("no batch wrote `{own}`, which is in it"));
    }
    if !is_record(&record) && !holds_nothing(folder).map_err(Error::file("read", folder))? {
        return foreign("it holds files, and is no folder of a batch".into());
    }
    let path = folder.join(BATCH_LOCK);
    let file = batch_lock(folder).map_err(Error::file("lock", &path))?;
    match file.try_lock() {
        Ok(()) => (),
        Err(TryLockError::WouldBlock) => return Err(Error::Busy(folder.to_path_buf())),
        // Some network file systems have no locks.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => (),
        Err(TryLockError::Error(error)) => return Err(Error::file("lock", path)(error)),
    }
    let lock = Lock(file);
    Folder::sweep(folder)?;
    let files = Record::read(&record).map(|record| record.files).unwrap_or_default();
    refuse_others(folder, &files, force)?;
    Ok(Opened { _lock: lock, files })
}

/// Whether a file is the record of a batch.
fn is_record(path: &Path) -> bool {
    read_text(path, TABLE_BYTES, Stop::NEVER).is_ok_and(|text| text.starts_with(HEADER))
}

/// Whether there is nothing in a folder but what a batch leaves that ended before its record was written.
fn holds_nothing(folder: &Path) -> std::io::Result<bool> {
    holds_nothing_but(folder, |entry| Ok(entry.file_name() == BATCH_LOCK && entry.metadata()?.len() == 0))
}

/// Loads every study once, and looks which results are there. Studies are let go: they are loaded again to be run.
fn check(
    items: &[Item],
    options: &Options,
    is_there: impl Fn(usize, &str) -> bool + Sync,
    follow: &impl Follow,
) -> Result<(Record, Vec<Option<Estimate>>), Error> {
    let lines = items.iter().map(Line::waiting).collect();
    let mut estimates = vec![None; items.len()];
    let (batch, language, contents, shard) = (options.name(), options.language, options.contents, options.shard);
    let mut record = Record { batch, language, contents, shard, lines, files: Vec::new() };
    follow.checks(items.len());
    let is_ended = AtomicBool::new(false);
    let numbered: Vec<(usize, &Item)> = items.iter().enumerate().collect();
    let work = |(i, item): &(usize, &Item)| {
        if !item.wrong.is_empty() {
            return Err(Error::Refused(item.wrong.clone()));
        }
        let Loaded { study, mut diagnostics } = load_named(&item.request, &item.name)?;
        let address = address(&study, &contents);
        let is_there = is_there(*i, &address);
        diagnostics.retain(|diagnostic| diagnostic.code == KEPT);
        diagnostics.extend(item.notes.iter().cloned());
        Ok((address, is_there, diagnostics, Estimate::of_run(&study)))
    };
    let mut checked = 0;
    let mut notes: Vec<(usize, Diagnostic)> = Vec::new();
    // What is wrong is said in the order of the runs, whichever is checked first.
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    let mut take = |i: usize, outcome: Result<(String, bool, Vec<Diagnostic>, Estimate), Error>| {
        checked += 1;
        let line = &mut record.lines[i];
        match outcome {
            Ok((address, is_there, diagnostics, estimate)) => {
                estimates[i] = Some(estimate);
                follow.checked();
                notes.extend(diagnostics.into_iter().map(|diagnostic| (i, diagnostic)));
                line.address = address;
                line.state = if is_there { State::Done } else { State::Waiting };
            }
            Err(error) => {
                line.state = state_of(&error);
                is_ended.fetch_or(options.fail_fast, Ordering::SeqCst);
                follow.ends(&items[i].name, Err(&error));
            }
        }
    };
    side_by_side(
        &numbered,
        || follow.is_stopped() || is_ended.load(Ordering::SeqCst),
        |item| caught(|| work(item)),
        |i, outcome| {
            waiting.insert(i, outcome);
            while let Some(outcome) = waiting.remove(&next) {
                take(next, outcome);
                next += 1;
            }
        },
    );
    if follow.is_stopped() {
        return Err(Error::Halted { done: 0, of: items.len() });
    }
    debug_assert!(checked == items.len() || options.fail_fast);
    tell_notes(items, notes, follow);
    Ok((record, estimates))
}

/// Tells what the check notes, each thing once, with the runs that it holds for in their order.
fn tell_notes(items: &[Item], mut notes: Vec<(usize, Diagnostic)>, follow: &impl Follow) {
    notes.sort_by_key(|(i, _)| *i);
    let mut alike: IndexMap<String, (Diagnostic, Vec<&str>)> = IndexMap::new();
    for (i, diagnostic) in notes {
        let (_, names) = alike.entry(diagnostic.message.clone()).or_insert_with(|| (diagnostic, Vec::new()));
        names.push(&items[i].name);
    }
    alike.into_values().for_each(|(diagnostic, names)| follow.notes(&names, &diagnostic));
}

/// Whether a run's results, or its part of them, are there and as they were written.
fn is_whole_unit(folder: &Path, name: &str, address: &str, shard: Option<(Shard, Split)>) -> bool {
    match shard {
        Some((shard, Split::Draws)) => {
            is_whole(&folder.join(name), &[("address", address), ("shard", &shard.to_string())])
        }
        _ => is_whole(&folder.join(name), &[("address", address)]),
    }
}

/// Loads a study under the name of its run.
pub fn load_named(request: &Request, name: &str) -> Result<Loaded, Error> {
    let mut loaded = load(request).map_err(Error::Refused)?;
    Estimate::of_run(&loaded.study).within(request.memory).map_err(|beyond| Error::Refused(vec![beyond]))?;
    loaded.study.name = name.to_string();
    Ok(loaded)
}

fn run_item(
    item: &Item,
    expected: &str,
    options: &Options,
    folder: &Path,
    progress: &Within<'_, impl Follow>,
) -> Result<(), Error> {
    let loaded = load_named(&item.request, &item.name)?;
    let address = address(&loaded.study, &options.contents);
    if address != expected {
        let message = format!("`{}` was changed after it was checked", item.study);
        return Err(Error::Refused(vec![Diagnostic::error("S072", message).with_help("run the batch again")]));
    }
    let claim = claim_of_run(&loaded.study, replaces(options.force));
    let bytes = RECORDS_IN_MEMORY / threads();
    let target = folder.join(&item.name);
    let Some((shard, Split::Draws)) = options.shard else {
        let unit = Folder::open_unit(&target, claim)?;
        let run = run_loaded(loaded, &options.contents, unit, bytes, progress, |_| ())?;
        let left = run.diagnostics.into_iter().find(|diagnostic| diagnostic.code == LEFT_BEHIND);
        left.iter().for_each(|left| progress.follow.notes(&[&item.name], left));
        return Ok(());
    };
    let mut unit = Folder::open_unit(&target, Claim { command: "batch", ..claim })?;
    let store = Store::with_budget(bytes, &unit.path_aside(""));
    let simulation = Simulation::kept_in(&loaded.study, &store);
    let part = simulation.run_shard(shard, progress).map_err(|_| stopped(&store))?;
    let path = unit.file(PART_FILE)?;
    write_part(&path, &part).map_err(Error::file("write", &path))?;
    unit.write(SAID, said_text(&loaded.diagnostics).as_bytes())?;
    unit.write("study.toml", loaded.study.resolved.as_bytes())?;
    copies(&mut unit, &loaded.study)?;
    if progress.is_stopped() || store.has_failed() {
        return Err(stopped(&store));
    }
    let lines = [("address", address), ("shard", shard.to_string())];
    write_manifest_with(&mut unit, &loaded.study, &lines)?;
    let Placed { left, .. } = unit.finish()?;
    left_behind(&left, options.language).iter().for_each(|left| progress.follow.notes(&[&item.name], left));
    Ok(())
}

/// What a batch replaces in its folder: a run that is damaged is run again, and what was changed is kept aside.
pub fn replaces(force: bool) -> Replaces {
    if force { Replaces::Any } else { Replaces::Damaged }
}

/// A panic in one study is that study's failure.
pub fn caught<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<&str>().map(ToString::to_string);
        let text = text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
        Err(Error::Broken(text))
    })
}

/// What an error makes of a run.
pub fn state_of(error: &Error) -> State {
    match error {
        Error::Refused(diagnostics) => {
            let errors = diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error);
            State::Refused(errors.map(in_one_line).collect())
        }
        other => State::Failed(other.to_string()),
    }
}

fn in_one_line(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref().map(|place| {
        let (line, column) = place.line_and_column();
        format!("{}:{line}:{column}: ", place.source.name)
    });
    format!("{}{} {}", place.unwrap_or_default(), diagnostic.code, diagnostic.message)
}

/// What a run of a batch is watched by.
pub struct Within<'a, F> {
    follow: &'a F,
    ends: &'a AtomicBool,
    is_alone: bool,
}

impl<F: Follow> Progress for Within<'_, F> {
    fn begins(&self, steps: u64) {
        if self.is_alone {
            self.follow.begins(steps);
        }
    }

    fn advances(&self) {
        if self.is_alone {
            self.follow.advances();
        }
    }

    fn is_stopped(&self) -> bool {
        self.follow.is_stopped() || self.ends.load(Ordering::Relaxed)
    }
}
