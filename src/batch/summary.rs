//! What came of a batch, in words and as data.

use std::path::Path;

use serde_json::{Value, json};

use crate::batch::record::{Record, Split, State};
use crate::batch::run::left_from_before;
use crate::language::{Locale, tr};

/// What came of a batch, for other programs.
pub fn as_json(record: &Record, folder: &Path) -> Value {
    let studies = record.lines.iter().map(|line| {
        json!({
            "name": line.name,
            "study": line.study,
            "set": line.set,
            "state": line.state.word(),
            "problems": line.state.problems(),
            "address": (!line.address.is_empty()).then_some(&line.address),
            "folder": (line.state == State::Done).then(|| folder.join(&line.name).display().to_string()),
        })
    });
    json!({
        "batch": record.batch,
        "folder": folder.display().to_string(),
        "shard": record.shard.map(|(shard, _)| shard.to_string()),
        "split": record.shard.map(|(_, split)| split.word()),
        "done": record.count(|state| *state == State::Done),
        "failed": record.count(State::is_bad),
        "waiting": record.count(|state| *state == State::Waiting),
        "left_from_before": left_from_before(folder, record),
        "studies": studies.collect::<Vec<Value>>(),
    })
}

/// What came of a batch, for the terminal.
pub fn summary(record: &Record, path: &Path) -> String {
    let locale = Locale::of(record.language);
    let here = std::env::current_dir().unwrap_or_default();
    let folder = path.strip_prefix(&here).unwrap_or(path).display().to_string();
    let studies = |number: usize| tr!(locale, "batch-studies", number = number as u64);
    let (number, bad) = (record.count(|state| *state == State::Done), record.count(State::is_bad));
    let done = studies(number);
    let lines = match (record.shard, bad) {
        (Some((shard, Split::Studies)), 0) => {
            tr!(locale, "batch-part", shard = shard.to_string(), done = done, folder = folder)
        }
        (Some((shard, Split::Draws)), 0) => {
            tr!(locale, "batch-part-draws", shard = shard.to_string(), done = done, folder = folder)
        }
        (Some((shard, _)), bad) => {
            let bad = studies(bad);
            tr!(locale, "batch-part-but", shard = shard.to_string(), done = done, bad = bad, folder = folder)
        }
        (None, bad) => {
            let done = match bad {
                0 => tr!(locale, "batch-done", done = done),
                bad => tr!(locale, "batch-done-but", done = done, bad = studies(bad)),
            };
            let place = match number {
                0 => tr!(locale, "batch-where-why", folder = folder),
                _ => tr!(locale, "batch-where", folder = folder),
            };
            format!("{done}\n{place}")
        }
    };
    let mut text = format!("{lines}\n");
    let waiting = record.count(|state| *state == State::Waiting);
    if record.shard.is_none() && waiting > 0 {
        text.push_str(&format!("{}\n", tr!(locale, "batch-not-run", studies = studies(waiting))));
    }
    let left = left_from_before(path, record);
    if !left.is_empty() {
        let names = match &left[..] {
            [first @ .., _, _] if first.len() > 5 => format!("{}, …", first[..5].join(", ")),
            all => locale.list(all),
        };
        text.push_str(&format!("{}\n", tr!(locale, "batch-left", names = names)));
    }
    text
}
