//! `recoup lab`: the page is written whole, its texts are there in three languages, and what is committed belongs to the sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use fluent_syntax::ast::Entry;
use recoup::output::chart::missing_glyphs;

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_recoup"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_page_is_one_file_that_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let write = |arguments: &[&str]| program().current_dir(&folder).arg("lab").args(arguments).output().unwrap();
    let first = write(&[]);
    assert!(first.status.success(), "{}", String::from_utf8_lossy(&first.stderr));
    let page = fs::read_to_string(folder.path().join("lab.html")).unwrap();
    assert!(page.contains("City hotel") && page.len() < 4_000_000, "{}", page.len());
    let second = write(&["case:fedex"]);
    assert_eq!(second.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&second.stderr).contains("--force"));
    assert_eq!(fs::read_to_string(folder.path().join("lab.html")).unwrap(), page);
    assert!(write(&["--class", "--lang", "zh", "--force"]).status.success());
    let page = fs::read_to_string(folder.path().join("lab.html")).unwrap();
    assert!(page.contains("\"class\":true") && page.contains("\"language\":\"zh\""));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn a_study_that_is_refused_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let refused = program().current_dir(&folder).args(["lab", "--set", "voice.solicit=7"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
}

#[test]
fn the_page_asks_for_nothing_and_allows_nothing_else() {
    let page = fs::read_to_string(root().join("lab/dist/page.html")).unwrap();
    let policy = page.split_once("Content-Security-Policy\" content=\"").unwrap().1.split_once('"').unwrap().0;
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
    assert!(
        !policy.contains("unsafe-inline") && !policy.contains("unsafe-eval'") || policy.contains("'wasm-unsafe-eval'")
    );
    assert!(!policy.contains("http") && !policy.contains('*'), "{policy}");
    let markup = page.split_once("<script").unwrap().0;
    assert!(!markup.contains("src=") && !markup.contains("@import"), "{markup}");
}

/// Catalogues of the program that the page uses, and how the ids of those messages begin: as in `lab/page/build.mjs`.
const SHARED: [(&str, &[&str]); 5] = [
    ("terms", &[""]),
    ("paradox", &["paradox-"]),
    ("questions", &["story-"]),
    ("charts", &["chart-story-", "chart-tornado-"]),
    ("class", &["class-"]),
];

/// The catalogues of the page in a language: message to text, and the variables of each.
fn catalogues(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let folder = root().join("lab/page/src/language").join(language);
    let own = fs::read_dir(folder).unwrap().map(|file| (file.unwrap().path(), [""].as_slice()));
    let shared = SHARED.map(|(name, beginnings)| {
        (root().join(format!("crates/recoup-report/src/language/{language}/{name}.ftl")), beginnings)
    });
    let mut files: Vec<(PathBuf, &[&str])> = own.chain(shared).collect();
    files.sort();
    for (file, beginnings) in files {
        let text = fs::read_to_string(&file).unwrap();
        let resource =
            fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{file:?}: {errors:?}"));
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            if !beginnings.iter().any(|beginning| message.id.name.starts_with(beginning)) {
                continue;
            }
            let written =
                fluent_syntax::serializer::serialize(&fluent_syntax::ast::Resource { body: vec![entry.clone()] });
            let variables = written.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect::<String>()
            });
            let before = found.insert(message.id.name.to_string(), variables.collect());
            assert!(before.is_none(), "`{}` is there twice, the second time in {}", message.id.name, file.display());
        }
        assert_eq!(missing_glyphs(&text.replace(['\n', '\t'], " ")), Vec::<char>::new(), "{}", file.display());
    }
    found
}

#[test]
fn every_text_of_the_page_is_there_in_three_languages() {
    let english = catalogues("en");
    for language in ["zh", "es"] {
        let other = catalogues(language);
        let ids = |of: &BTreeMap<String, BTreeSet<String>>| of.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(ids(&other), ids(&english), "{language}");
        // A message of the program may count in one language what another need not.
        for (id, variables) in other.iter().filter(|(id, _)| *id != "variants-impossible") {
            assert!(variables.is_subset(&english[id]), "{language}: {id}: {variables:?} beside {:?}", english[id]);
        }
    }
}

#[test]
fn every_text_that_the_page_names_is_there() {
    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "ts" || ending == "tsx") {
                found.push(path);
            }
        }
    }
    let mut files = Vec::new();
    sources(&root().join("lab/page/src"), &mut files);
    let known = catalogues("en");
    let mut named = 0;
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for (at, call) in text.match_indices("t(\"") {
            // The function `t` itself, not one whose name ends so.
            if text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.') {
                continue;
            }
            let id = text[at + call.len()..].split('"').next().unwrap();
            if id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
                assert!(known.contains_key(id), "{}: no text `{id}`", file.display());
                named += 1;
            }
        }
    }
    assert!(named > 80, "{named}");
}

#[cfg(unix)]
#[test]
fn what_is_committed_belongs_to_the_sources() {
    if !root().join(".git").exists() {
        return;
    }
    let check = Command::new("bash").arg("lab/build.sh").arg("--check").current_dir(root()).output().unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
}
