//! Layers: which module may import which, and which modules may use a library.

use std::fs;
use std::path::{Path, PathBuf};

/// Top-level modules from the lowest layer up; a module imports only from lower layers, or from its own.
const LAYERS: &[&[&str]] = &[
    &["math"],
    &["diagnostic", "dist", "stats", "units"],
    &["scenario"],
    &["evidence", "random"],
    &["input", "model"],
    &["engine"],
    &["analysis"],
    &["error", "language", "verify"],
    &["output"],
    &["cases", "pipeline"],
    &["batch"],
    &["cli"],
    &["lib", "main"],
];

/// A name, and the only files that may contain it.
const USERS: &[(&str, &[&str])] = &[
    ("polars::", &["output/table.rs", "output/parquet.rs"]),
    ("plotters::", &["output/chart/"]),
    ("resvg::", &["output/chart/"]),
    ("ttf_parser::", &["output/chart/"]),
    ("askama::", &["output/report/page.rs"]),
    ("allsorts::", &["output/report/font.rs"]),
    ("rust_xlsxwriter::", &["output/report/workbook.rs", "output/report/sheet.rs"]),
    ("clap::", &["cli/"]),
    ("csv::", &["batch/runs.rs", "input/edges.rs"]),
    ("glob::", &["batch/list.rs"]),
    ("clap_complete::", &["cli/"]),
    ("indicatif::", &["cli/"]),
    ("comfy_table::", &["cli/"]),
    ("signal_hook::", &["cli/"]),
    ("fluent_bundle::", &["language/"]),
    ("unic_langid::", &["language/"]),
    ("libm::", &["math/"]),
    ("rayon::", &["engine/", "output/charts.rs"]),
    ("println!", &["cli/"]),
    ("print!", &["cli/"]),
    ("eprintln!", &["cli/"]),
    ("eprint!", &["cli/"]),
    ("std::time", &["cli/"]),
    ("rand::rng", &[]),
    ("thread_rng", &[]),
];

/// The source files, by path inside `src`, without comments and without the tests at their end.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let homes = ["crates/recoup-core/src", "crates/recoup-report/src", "src"];
    let homes = homes.map(|home| Path::new(env!("CARGO_MANIFEST_DIR")).join(home));
    let mut found = Vec::new();
    homes.iter().for_each(|home| walk(home, &mut found));
    found.sort();
    let read = |path: &PathBuf| {
        let inside = homes.iter().filter_map(|home| path.strip_prefix(home).ok()).next().expect("it is inside");
        let name = inside.to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(path).expect("it is text");
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        (name, code.collect::<Vec<_>>().join("\n"))
    };
    found.iter().map(read).collect()
}

fn top(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or_default()
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// Whether `code` speaks `name` as a word of its own.
fn speaks(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

#[test]
fn every_module_has_a_layer() {
    let homeless: Vec<String> =
        sources().into_iter().map(|(name, _)| name).filter(|name| layer(top(name)).is_none()).collect();
    assert!(homeless.is_empty(), "{homeless:?}");
}

#[test]
fn imports_point_down() {
    let mut wrong = Vec::new();
    for (name, code) in sources() {
        let here = top(&name);
        for part in code.split("crate::").skip(1) {
            let there: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let Some(to) = layer(&there) else { continue };
            if there != here && Some(to) >= layer(here) {
                wrong.push(format!("src/{name} imports crate::{there}"));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn libraries_clocks_and_printing_stay_where_they_belong() {
    let sources = sources();
    let mut wrong = Vec::new();
    for (word, users) in USERS {
        for (name, code) in &sources {
            if speaks(code, word) && !users.iter().any(|user| name.starts_with(user)) {
                wrong.push(format!("src/{name} says `{word}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_word_inside_another_is_not_spoken() {
    assert!(speaks("use clap::Args;", "clap::") && speaks("println!(1)", "println!"));
    assert!(!speaks("eprintln!(1)", "println!") && !speaks("my_clap::x", "clap::"));
}
