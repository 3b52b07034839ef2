//! Layers: which module may import which, which modules may use a library, and that no files import each other in a circle.

use std::collections::{BTreeMap, BTreeSet};
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
    &["ask"],
    &["error", "language", "verify"],
    &["output"],
    &["cases", "fitted", "pipeline"],
    &["batch", "study"],
    &["cli"],
    &["lib", "main"],
];

/// A name, and the only files that may contain it.
const USERS: &[(&str, &[&str])] = &[
    ("polars::", &["output/table.rs"]),
    ("polars_", &["output/parquet.rs"]),
    ("plotters::", &["output/chart/"]),
    ("resvg::", &["output/chart/"]),
    ("ttf_parser::", &["output/chart/"]),
    ("askama::", &["output/report/page.rs", "output/batch_page/", "output/class/"]),
    ("sha2::", &["output/report/policy.rs"]),
    ("allsorts::", &["output/report/font.rs"]),
    ("rust_xlsxwriter::", &["output/report/workbook/", "output/report/answer_workbook.rs", "output/report/sheet.rs"]),
    ("clap::", &["cli/"]),
    ("csv::", &["batch/runs.rs", "input/edges.rs"]),
    ("glob::", &["batch/list.rs"]),
    ("clap_complete::", &["cli/"]),
    ("indicatif::", &["cli/"]),
    ("terminal_size::", &["cli/"]),
    ("unicode_width::", &["cli/"]),
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

#[test]
fn the_python_module_converts_and_nothing_else_knows_python() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("python/rust");
    let entries = fs::read_dir(folder).expect("the module is there");
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.expect("it can be read").path();
        (path.clone(), fs::read_to_string(path).expect("it is text"))
    };
    let module: Vec<(PathBuf, String)> = entries.map(read).collect();
    assert!(module.len() > 5, "{}", module.len());
    let foreign = ["clap::", "fluent_bundle::", "plotters::", "println!", "print!", "eprintln!", "unsafe"];
    for (path, code) in &module {
        let spoken: Vec<&str> = foreign.into_iter().filter(|word| speaks(code, word)).collect();
        assert!(spoken.is_empty(), "{} says {spoken:?}", path.display());
    }
    assert!(sources().iter().all(|(_, code)| !speaks(code, "pyo3::")));
}

/// Where a path begins at the root: the packages share one tree of modules, as each re-exports those of the one below.
const ROOTS: &[&str] = &["crate", "recoup", "recoup_core", "recoup_report"];

/// Folders of which the files import each other in a circle, one circle each. The commands take their options from `cli/mod.rs`,
/// which calls them.
const KNOWN_CIRCLES: &[&str] = &[];

/// For each file, the files that it imports, and by which paths.
type Imports = Vec<BTreeMap<usize, BTreeSet<String>>>;

/// The path of the module that is the file `name`.
fn module(name: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = name.trim_end_matches(".rs").split('/').collect();
    if parts.last() == Some(&"mod") || parts == ["lib"] {
        parts.pop();
    }
    parts
}

/// The first word of `text`, and what follows it.
fn word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len()))
}

/// Adds to `found` the paths that `text` begins with, each after `path`: one, or those of a group in braces. Returns the rest.
fn paths<'a>(text: &'a str, mut path: Vec<&'a str>, found: &mut Vec<Vec<&'a str>>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut group) = text.strip_prefix('{') {
        while !group.trim_start().starts_with('}') {
            let rest = paths(group, path.clone(), found);
            let end = rest.find([',', '}']).expect("a group ends");
            group = rest[end..].strip_prefix(',').unwrap_or(&rest[end..]);
        }
        return &group.trim_start()[1..];
    }
    let (name, rest) = word(text);
    if !name.is_empty() {
        path.push(name);
        if let Some(rest) = rest.strip_prefix("::") {
            return paths(rest, path, found);
        }
    }
    found.push(path);
    rest
}

/// The imports of each file: a path leads to the file of its longest part that is a module. It begins at the root, at `self` or
/// `super`, or at a module inside the file's own. Files that are compiled for tests alone import nothing.
fn imports(sources: &[(String, String)]) -> Imports {
    let files: BTreeMap<Vec<&str>, usize> =
        sources.iter().enumerate().map(|(i, (name, _))| (module(name), i)).collect();
    let of_tests = |here: &[&str]| {
        let Some((name, parent)) = here.split_last() else { return false };
        files.get(parent).is_some_and(|&i| sources[i].1.contains(&format!("#[cfg(test)]\nmod {name};")))
    };
    let of_file = |(from, (name, code)): (usize, &(String, String))| {
        let here = module(name);
        let mut found: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        if of_tests(&here) {
            return found;
        }
        for (at, _) in code.match_indices("::") {
            let before = &code[..at];
            let start = before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_').len();
            let first = &before[start..];
            let outermost = if ROOTS.contains(&first) {
                Vec::new()
            } else if ["self", "super"].contains(&first) || files.contains_key(&[&here[..], &[first]].concat()) {
                here.clone()
            } else {
                continue;
            };
            if before[..start].ends_with("::") {
                continue;
            }
            let mut written = Vec::new();
            paths(&code[start..], Vec::new(), &mut written);
            for path in written {
                let mut full = outermost.clone();
                for part in path.iter().filter(|part| !ROOTS.contains(part) && **part != "self") {
                    if *part == "super" {
                        full.pop();
                    } else {
                        full.push(part);
                    }
                }
                while !full.is_empty() && !files.contains_key(&full) {
                    full.pop();
                }
                if let Some(&to) = files.get(&full).filter(|to| **to != from) {
                    found.entry(to).or_default().insert(path.join("::"));
                }
            }
        }
        found
    };
    sources.iter().enumerate().map(of_file).collect()
}

/// The strongly connected components, by Tarjan: groups of files of which each imports each, directly or through others.
struct Components<'a> {
    imports: &'a Imports,
    /// When each file was visited.
    visits: BTreeMap<usize, usize>,
    stack: Vec<usize>,
    found: Vec<Vec<usize>>,
}

impl Components<'_> {
    /// Visits a file and all that it imports; gives the time of the earliest file on the stack that these reach.
    fn visit(&mut self, file: usize) -> usize {
        let time = self.visits.len();
        self.visits.insert(file, time);
        self.stack.push(file);
        let mut low = time;
        for &to in self.imports[file].keys() {
            low = match self.visits.get(&to) {
                None => low.min(self.visit(to)),
                Some(&seen) if self.stack.contains(&to) => low.min(seen),
                Some(_) => low,
            };
        }
        if low == time {
            let from = self.stack.iter().position(|&other| other == file).expect("it is on the stack");
            self.found.push(self.stack.split_off(from));
        }
        low
    }
}

/// The circles of imports: each with the imports that make it.
fn circles(sources: &[(String, String)]) -> Vec<Vec<String>> {
    let imports = imports(sources);
    let mut components =
        Components { imports: &imports, visits: BTreeMap::new(), stack: Vec::new(), found: Vec::new() };
    for file in 0..sources.len() {
        if !components.visits.contains_key(&file) {
            components.visit(file);
        }
    }
    let told = |circle: &Vec<usize>| {
        let mut lines = Vec::new();
        for from in circle {
            for (to, paths) in imports[*from].iter().filter(|(to, _)| circle.contains(to)) {
                let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
                lines.push(format!("{} imports {}: {}", sources[*from].0, sources[*to].0, paths.join(", ")));
            }
        }
        lines.sort();
        lines
    };
    components.found.iter().filter(|circle| circle.len() > 1).map(told).collect()
}

#[test]
fn files_import_each_other_in_no_circle() {
    let (known, circles): (Vec<_>, Vec<_>) = circles(&sources())
        .into_iter()
        .partition(|circle| KNOWN_CIRCLES.iter().any(|folder| circle.iter().all(|line| line.starts_with(folder))));
    assert!(circles.is_empty(), "{} circles: {circles:#?}", circles.len());
    assert_eq!(known.len(), KNOWN_CIRCLES.len(), "strike the circle that is gone off KNOWN_CIRCLES");
}

#[test]
fn a_circle_is_found() {
    let found = |files: &[(&str, &str)]| {
        circles(&files.iter().map(|(name, code)| (name.to_string(), code.to_string())).collect::<Vec<_>>())
    };
    let line = [("a.rs", "use crate::b::{self, B};"), ("b.rs", "use crate::c::d::D;"), ("c/mod.rs", "pub mod d;")];
    assert!(found(&line).is_empty());
    let back = [("c/d.rs", "fn f() -> crate::a::A {}"), ("e.rs", "use crate::a::A;")];
    assert_eq!(
        found(&[&line[..], &back].concat()),
        [[
            "a.rs imports b.rs: crate::b::B, crate::b::self",
            "b.rs imports c/d.rs: crate::c::d::D",
            "c/d.rs imports a.rs: crate::a::A"
        ]]
    );
    let parent = |code| found(&[("a/mod.rs", code), ("a/b.rs", "use super::{Done, c::{D, E as F}};"), ("a/c.rs", "")]);
    assert!(parent("mod b;\nmod c;").is_empty());
    for uses in ["mod b;\npub use crate::a::{b::B, c};", "mod b;\nfn f() { b::run() }", "mod b;\nuse self::b::B;"] {
        assert_eq!(parent(uses).len(), 1, "{uses}");
        assert_eq!(parent(uses)[0][0], "a/b.rs imports a/mod.rs: super::Done");
    }
    assert!(parent("#[cfg(test)]\nmod b;\nuse self::b::B;").is_empty());
}
