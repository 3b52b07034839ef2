//! `[translation.zh]`, `[case.zh]`: the texts of a study in another language.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::input::case_study::{lines, texts};
use crate::input::draft::Draft;
use crate::input::findings::Findings;
use crate::input::hint::did_you_mean;
use crate::input::tree::Node;
use crate::scenario::language::Language;
use crate::scenario::translation::{CaseTexts, Translation};

/// The languages that texts are translated into.
fn languages() -> impl Iterator<Item = Language> {
    Language::ALL.into_iter().filter(|language| *language != Language::English)
}

/// Removes the translations of a study from its tree.
pub(crate) fn remove(tree: &mut Node) {
    tree.take("translation");
    if let Some(case) = tree.entries_mut().and_then(|entries| entries.get_mut("case")) {
        languages().for_each(|language| drop(case.take(language.code())));
    }
}

/// The translations of a study, by the code of the language; `whole` is its filled tree.
pub(crate) fn read(draft: &Draft, whole: &Node, diagnostics: &mut Findings) -> BTreeMap<String, Translation> {
    let mut translations = BTreeMap::new();
    for language in languages() {
        let code = language.code();
        let own = |key: &str| whole.text(&["translation", code, key]).map(str::to_string);
        let mut list = |key: &str| texts(whole, &["case", code, key], diagnostics);
        let case_study = CaseTexts {
            story: list("story"),
            facts: list("facts"),
            compares: whole.text(&["case", code, "compares"]).map(str::to_string),
            teaches: list("teaches"),
            uncertain: list("uncertain"),
        };
        let names = names(draft, whole, code, diagnostics);
        let translation = Translation { title: own("title"), summary: own("summary"), names, case_study };
        if translation != Translation::default() {
            translations.insert(code.to_string(), translation);
        }
    }
    translations
}

/// Title and names in a language, as the text of a resolved study has them; `known` are its strategies and scenarios.
pub fn of_resolved(text: &str, language: Language, known: &[&str]) -> Translation {
    let study: toml::Table = text.parse().unwrap_or_default();
    let own = study.get("translation").and_then(|all| all.get(language.code()));
    let get = |key: &str| own.and_then(|texts| texts.get(key));
    let lines: Vec<&str> = match get("names") {
        Some(toml::Value::Array(lines)) => lines.iter().filter_map(toml::Value::as_str).collect(),
        Some(toml::Value::String(lines)) => lines.lines().collect(),
        _ => Vec::new(),
    };
    let names = lines.into_iter().filter_map(|line| named(line.trim(), known.iter().copied()));
    Translation {
        title: get("title").and_then(toml::Value::as_str).map(str::to_string),
        names: names.map(|(name, text)| (name.to_string(), text.to_string())).collect(),
        ..Translation::default()
    }
}

/// The name that a line `NAME = TEXT` gives a text, the longest that fits, and the text.
fn named<'a>(line: &'a str, known: impl Iterator<Item = &'a str>) -> Option<(&'a str, &'a str)> {
    let after = |name: &str| line.strip_prefix(name)?.trim_start().strip_prefix('=').map(str::trim);
    known.filter_map(|name| Some((name, after(name)?))).max_by_key(|(name, _)| name.len())
}

/// `NAME = TEXT` by name, the longest name that fits.
fn names(draft: &Draft, whole: &Node, code: &str, diagnostics: &mut Findings) -> BTreeMap<String, String> {
    let known = || draft.strategies.keys().chain(draft.scenarios.keys()).map(String::as_str);
    let mut names = BTreeMap::new();
    for (line, node) in lines(whole, &["translation", code, "names"], diagnostics) {
        let found = named(&line, known());
        let refused = |trouble: String| {
            Diagnostic::error("S081", format!("`translation.{code}.names` {trouble}"))
                .with_place(node.place.clone())
                .with_help("write NAME = TEXT, one text for each name")
        };
        match found {
            None => {
                let name = line.split_once('=').map_or(line.as_str(), |(name, _)| name).trim();
                let short: String = name.chars().take(60).collect();
                let message = format!("`translation.{code}.names` names no strategy or scenario `{short}`");
                let mut unknown = Diagnostic::warning("W014", message).with_place(node.place.clone());
                unknown.help = did_you_mean(name, known()).or_else(|| Some("remove the line".to_string()));
                diagnostics.push(unknown);
            }
            Some((name, "")) => diagnostics.push(refused(format!("has no text for `{name}`"))),
            Some((name, text)) => {
                if names.insert(name.to_string(), text.to_string()).is_some() {
                    diagnostics.push(refused(format!("names `{name}` twice")));
                }
            }
        }
    }
    for group in [draft.strategies.keys().collect::<Vec<_>>(), draft.scenarios.keys().collect()] {
        let mut shown = BTreeMap::new();
        for name in group {
            let text = names.get(name).unwrap_or(name);
            if let Some(other) = shown.insert(text, name) {
                let message = format!("`translation.{code}.names` shows `{other}` and `{name}` alike");
                let place = whole.at(&["translation", code, "names"]).and_then(|node| node.place.clone());
                let help = "give them different texts";
                diagnostics.push(Diagnostic::error("S081", message).with_place(place).with_help(help));
            }
        }
    }
    names
}
