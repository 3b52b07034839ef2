//! Joining the parts of a batch: what comes out is what one run without shards writes, to the last byte.

use std::fs;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use crate::batch::part::{PART as PART_FILE, SAID, read_part, read_said};
use crate::batch::record::{Line, PART, Record, Split, State};
use crate::batch::run::{Follow, caught, close, is_share, load_named, open_folder, replaces, state_of};
use crate::engine::records::{RECORDS_IN_MEMORY, Store};
use crate::engine::shard::Shard;
use crate::engine::side_by_side::{side_by_side, threads};
use crate::engine::simulate::Simulation;
use crate::error::Error;
use crate::input::Request;
use crate::output::contents::Contents;
use crate::output::finished::{Finished, MANIFEST};
use crate::output::folder::Folder;
use crate::output::manifest::{address, is_whole};
use crate::output::standing::Claim;
use crate::pipeline::{LEFT_BEHIND, claim_of_run, finish, left_behind, stopped};

/// A part, and where it stands.
#[derive(Debug)]
struct Found {
    folder: PathBuf,
    shard: Shard,
    split: Split,
    record: Record,
}

/// What is joined, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Folders of parts, or folders that hold them.
    pub parts: Vec<PathBuf>,
    /// The folder of the whole batch, unless it is the one beside the folder of the parts.
    pub out: Option<PathBuf>,
    /// Joins everything, also what is there.
    pub force: bool,
}

/// What came of joining.
#[derive(Debug)]
pub struct Joined {
    /// The folder of the whole batch.
    pub folder: PathBuf,
    /// What came of each run.
    pub record: Record,
    /// Parts that were not used: the same batch was also split otherwise.
    pub left_out: Vec<PathBuf>,
}

/// Joins parts.
///
/// # Errors
/// A part is missing, unfinished, doubled, damaged or of another batch: all of them by name. The folder cannot be
/// used, or somebody asked to stop.
pub fn merge(options: &Options, follow: &impl Follow) -> Result<Joined, Error> {
    let (parts, left_out) = complete(find(&options.parts)?)?;
    let out = match &options.out {
        Some(out) => out.clone(),
        None => whole_of(&parts[0].folder).ok_or_else(|| {
            Error::Usage(format!("`{}` does not stand in a folder NAME.parts: say `--out`", parts[0].folder.display()))
        })?,
    };
    let opened = open_folder(&out, false, options.force)?;
    let first = &parts[0].record;
    let mut lines: Vec<Line> = first.lines.clone();
    for (i, line) in lines.iter_mut().enumerate() {
        let of_part = |part: &&Found| is_share(i, part.shard, part.split);
        let states: Vec<&State> = parts.iter().filter(of_part).map(|part| &part.record.lines[i].state).collect();
        // One bad part makes a bad run.
        let state = states.iter().find(|state| state.is_bad()).or(states.first());
        line.state = state.map_or(State::Waiting, |state| (*state).clone());
    }
    let (batch, language, contents) = (first.batch.clone(), first.language, first.contents);
    let mut record = Record { batch, language, contents, shard: None, lines, files: opened.files.clone() };
    let done: Vec<usize> = (0..record.lines.len()).filter(|i| record.lines[*i].state == State::Done).collect();
    let mut ahead = Vec::new();
    side_by_side(
        &done,
        || follow.is_stopped(),
        |i| !options.force && is_whole(&out.join(&record.lines[*i].name), &[("address", &record.lines[*i].address)]),
        |place, is_there| ahead.extend((!is_there).then_some(done[place])),
    );
    ahead.sort_unstable();
    follow.begins_runs(record.lines.len(), done.len() - ahead.len(), ahead.len());
    let mut outcomes = Vec::new();
    let work = |i: &usize| caught(|| join(*i, &record.lines[*i], &parts, &out, options.force, follow));
    side_by_side(
        &ahead,
        || follow.is_stopped(),
        work,
        |place, outcome: Result<(), Error>| {
            let i = ahead[place];
            if !matches!(outcome, Err(Error::Parts(_))) {
                follow.ends(&record.lines[i].name, outcome.as_ref().copied());
            }
            outcomes.push((i, outcome));
        },
    );
    if follow.is_stopped() {
        return Err(Error::Halted { done: outcomes.len(), of: ahead.len() });
    }
    let mut wrong = Vec::new();
    for (i, outcome) in outcomes {
        match outcome {
            Ok(()) => (),
            Err(Error::Parts(lines)) => wrong.extend(lines),
            Err(error) => record.lines[i].state = state_of(&error),
        }
    }
    if !wrong.is_empty() {
        wrong.sort();
        return Err(Error::Parts(wrong));
    }
    close(&out, &mut record, options.force)?;
    Ok(Joined { folder: out, record, left_out })
}

/// The folder of the batch whose parts stand in `NAME.parts`.
fn whole_of(part: &Path) -> Option<PathBuf> {
    let part = fs::canonicalize(part).ok()?;
    let parts = part.parent()?;
    let name = parts.file_name()?.to_str()?.strip_suffix(".parts").filter(|name| !name.is_empty())?;
    Some(parts.with_file_name(name))
}

/// All parts in the folders named.
fn find(paths: &[PathBuf]) -> Result<Vec<Found>, Error> {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for path in paths {
        let mut folders = Vec::new();
        if path.join(PART).is_file() {
            folders.push(path.clone());
        } else {
            let entries = fs::read_dir(path).map_err(Error::file("read", path))?;
            folders.extend(entries.flatten().map(|entry| entry.path()).filter(|folder| folder.join(PART).is_file()));
            folders.sort();
            if folders.is_empty() {
                wrong.push(format!("  `{}` is no part of a batch, and holds none", path.display()));
            }
        }
        for folder in folders {
            match Record::read(&folder.join(PART)) {
                Ok(record) => match record.shard {
                    Some((shard, split)) => found.push(Found { folder, shard, split, record }),
                    None => wrong.push(format!("  `{}` is no part of a batch", folder.display())),
                },
                Err(why) => wrong.push(format!("  `{}` cannot be used: {why}", folder.display())),
            }
        }
    }
    if wrong.is_empty() { Ok(found) } else { Err(Error::Parts(wrong)) }
}

/// What makes parts those of one batch: the hash of their records, and what is kept.
type Batch = (String, Contents);

/// The parts of one batch in order, none missing, and those of another split of it, which are left out; else all
/// that is wrong.
fn complete(parts: Vec<Found>) -> Result<(Vec<Found>, Vec<PathBuf>), Error> {
    // Parts that belong together, by batch and split, in the order of finding.
    let mut sets: IndexMap<(Batch, (u32, Split)), Vec<Found>> = IndexMap::new();
    for part in parts {
        let batch = (part.record.address(), part.record.contents);
        sets.entry((batch, (part.shard.of, part.split))).or_default().push(part);
    }
    sets.values_mut().for_each(|set| set.sort_by_key(|part| part.shard.number));
    let mut batches = sets.keys().map(|(batch, _)| batch);
    let first = batches.next();
    let is_one_batch = batches.all(|batch| Some(batch) == first);
    // Of whole sets of one batch, all of which give the same bytes, the one in which least went wrong.
    let bad = |set: &[Found]| set.iter().map(|part| part.record.count(State::is_bad)).sum::<usize>();
    let whole =
        (0..sets.len()).filter(|i| is_one_batch && missing(&sets[*i]).is_empty()).min_by_key(|i| bad(&sets[*i]));
    if let Some((_, set)) = whole.and_then(|i| sets.shift_remove_index(i)) {
        return Ok((set, sets.into_values().flatten().map(|part| part.folder).collect()));
    }
    let most = sets.iter().rev().max_by_key(|(_, set)| set.len());
    let Some(((batch, split), most)) = most else { return Err(Error::Parts(vec!["  there is no part".into()])) };
    let mut wrong = Vec::new();
    for ((other, otherwise), set) in &sets {
        let why = match other == batch {
            true if otherwise == split => continue,
            true => "is of the same batch, split otherwise",
            false => "is of another batch than most: other studies or settings",
        };
        wrong.extend(set.iter().map(|part| format!("  `{}` {why}", part.folder.display())));
    }
    if !wrong.is_empty() {
        wrong.push("  (take those away, or name the folders of the parts that belong together)".into());
    }
    wrong.extend(missing(most));
    Err(Error::Parts(wrong))
}

/// What a set of parts of one split lacks to be whole; nothing where it is.
fn missing(set: &[Found]) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(first) = set.first() else { return wrong };
    let (of, batch) = (first.shard.of, &first.record.batch);
    for number in 1..=of {
        let these: Vec<&Found> = set.iter().filter(|part| part.shard.number == number).collect();
        match these[..] {
            [] => {
                wrong.push(format!("  part {number}/{of} of `{batch}` is missing: run it with `--shard {number}/{of}`"))
            }
            [part] => {
                let lines = part.record.lines.iter().enumerate();
                let waiting: Vec<&String> = lines
                    .filter(|(i, line)| is_share(*i, part.shard, part.split) && line.state == State::Waiting)
                    .map(|(_, line)| &line.name)
                    .collect();
                if let Some(name) = waiting.first() {
                    let folder = part.folder.display();
                    let others = waiting.len() - 1;
                    let more = if others > 0 { format!(" and {others} more") } else { String::new() };
                    wrong.push(format!(
                        "  `{folder}` is not finished: `{name}`{more}; run `--shard {number}/{of}` again"
                    ));
                }
            }
            [..] => {
                let folders: Vec<String> = these.iter().map(|part| format!("`{}`", part.folder.display())).collect();
                wrong.push(format!("  part {number}/{of} is there more than once: {}", folders.join(", ")));
            }
        }
    }
    wrong
}

/// Brings the results of one run into `out`.
fn join(i: usize, line: &Line, parts: &[Found], out: &Path, force: bool, follow: &impl Follow) -> Result<(), Error> {
    let target = out.join(&line.name);
    let damaged = |part: &Found| {
        let (folder, shard) = (part.folder.join(&line.name), part.shard);
        let retold = Finished::read(&folder).is_some_and(|finished| finished.word("address").is_none());
        let why = if retold { "has its report in another language now" } else { "is damaged or gone" };
        Error::Parts(vec![format!("  `{}` {why}: run `--shard {shard}` again", folder.display())])
    };
    if parts[0].split == Split::Studies {
        let Some(part) = parts.iter().find(|part| is_share(i, part.shard, part.split)) else { return Ok(()) };
        let from = part.folder.join(&line.name);
        if !is_whole(&from, &[("address", &line.address)]) {
            return Err(damaged(part));
        }
        let claim = Claim { command: "run", study: line.name.clone(), replaces: replaces(force) };
        let left = adopt(&from, &target, claim)?;
        left_behind(&left, parts[0].record.language).iter().for_each(|left| follow.notes(&[&line.name], left));
        return Ok(());
    }
    for part in parts {
        let lines = [("address", &*line.address), ("shard", &*part.shard.to_string())];
        if !is_whole(&part.folder.join(&line.name), &lines) {
            return Err(damaged(part));
        }
    }
    let of = parts[0].folder.join(&line.name);
    let mut loaded = load_named(&Request::file(of.join("study.toml")), &line.name)?;
    let diagnostics = of.join(SAID);
    loaded.diagnostics = read_said(&diagnostics).map_err(Error::file("read", &diagnostics))?;
    let contents: Contents = parts[0].record.contents;
    if address(&loaded.study, &contents) != line.address {
        return Err(damaged(&parts[0]));
    }
    let folder = Folder::open_unit(&target, claim_of_run(&loaded.study, replaces(force)))?;
    let store = Store::with_budget(RECORDS_IN_MEMORY / threads(), &folder.path_aside(""));
    let mut simulation = Simulation::kept_in(&loaded.study, &store);
    for part in parts {
        let path = part.folder.join(&line.name).join(PART_FILE);
        let read = read_part(&path, &simulation).map_err(Error::file("read", &path))?;
        simulation.join(read).map_err(|_| damaged(part))?;
        if follow.is_stopped() || store.has_failed() {
            return Err(stopped(&store));
        }
    }
    simulation.control(follow).map_err(|_| stopped(&store))?;
    let results = simulation.results();
    let run = finish(loaded, &results, folder, &contents, &store, follow, |_| ())?;
    let left = run.diagnostics.into_iter().find(|diagnostic| diagnostic.code == LEFT_BEHIND);
    left.iter().for_each(|left| follow.notes(&[&line.name], left));
    Ok(())
}

/// The same result folder in another place: files are linked where that is possible, copied elsewhere. Says what is left of
/// earlier results.
fn adopt(from: &Path, target: &Path, claim: Claim) -> Result<Vec<PathBuf>, Error> {
    let mut folder = Folder::open_unit(target, claim)?;
    let files = Finished::read(from).map(|finished| finished.files).unwrap_or_default();
    for name in files.iter().map(|file| file.name.as_str()).chain([MANIFEST]) {
        folder.keep(from, name, true)?;
    }
    folder.finish().map(|placed| placed.left)
}
