//! The catalogues: complete, with the same variables in every language, and in step with what the source says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant};
use fluent_syntax::parser::parse;
use recoup::analysis::acceptability::Over;
use recoup::analysis::fmea::Kpi;
use recoup::analysis::paradox::conditions::Condition;
use recoup::analysis::paradox::thresholds::Moved;
use recoup::analysis::paradox::tree::{Dial, Meaning, Measure, Reach};
use recoup::engine::channels::Channel;
use recoup::evidence::ledger::{Kind, NAME, entries};
use recoup::evidence::paradox::PUBLICATIONS;
use recoup::input::diagnostic_codes::CODES;
use recoup::input::shipped::{CASES, PRESETS, RECIPES, STUDIES};
use recoup::model::money::ACCOUNT_NAMES;
use recoup::model::row::COLUMN_NAMES;
use recoup::model::segment::SEGMENT_COLUMN_NAMES;
use recoup::scenario::failure::Cause;
use recoup::scenario::horizon::Period;
use recoup::scenario::study::{EngineKind, Sampling};
use recoup::units::{Outcome, Route};

const LANGUAGES: [&str; 3] = ["en", "zh", "es"];

fn homes() -> [PathBuf; 3] {
    ["crates/recoup-core/src", "crates/recoup-report/src", "src"]
        .map(|home| Path::new(env!("CARGO_MANIFEST_DIR")).join(home))
}

/// What one message takes and leans on.
#[derive(Debug, Default, PartialEq)]
struct Message {
    file: String,
    /// All that it takes.
    variables: BTreeSet<String>,
    /// What of it stands in the text; the rest only selects.
    shown: BTreeSet<String>,
    messages: BTreeSet<String>,
    /// Keys of its variants, by the variable that selects, `[one]` and the like left out.
    variants: BTreeMap<String, BTreeSet<String>>,
}

impl Message {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                if let InlineExpression::VariableReference { id } = selector {
                    self.variables.insert(id.name.to_string());
                    let keys = variants.iter().map(|Variant { key, .. }| match key {
                        fluent_syntax::ast::VariantKey::Identifier { name } => name.to_string(),
                        fluent_syntax::ast::VariantKey::NumberLiteral { value } => value.to_string(),
                    });
                    let plural = ["zero", "one", "two", "few", "many", "other", "0", "1", "2"];
                    let keys = keys.filter(|key| !plural.contains(&key.as_str()));
                    self.variants.entry(id.name.to_string()).or_default().extend(keys);
                }
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_string());
                self.shown.insert(id.name.to_string());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.messages.insert(id.name.to_string());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            other => panic!("catalogues use no functions and no terms: {other:?}"),
        }
    }
}

/// The messages of a language by id; says what cannot be read or stands twice.
fn catalogue(language: &str) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    let folder = homes()[1].join("language").join(language);
    for file in fs::read_dir(folder).expect("a folder a language") {
        let path = file.expect("a file").path();
        let text = fs::read_to_string(&path).expect("a catalogue");
        let file = path.file_name().expect("a name").to_string_lossy().to_string();
        let resource = parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{language}/{file}: {errors:?}"));
        for entry in &resource.body {
            let Entry::Message(entry) = entry else { continue };
            let mut message = Message { file: file.clone(), ..Message::default() };
            message.pattern(entry.value.as_ref().expect("every message has a text"));
            let id = entry.id.name.to_string();
            assert!(messages.insert(id.clone(), message).is_none(), "{language}/{file}: `{id}` stands twice");
        }
    }
    messages
}

/// Every `tr!` of the source: its file, its id, its arguments.
fn diagnostics() -> Vec<(String, String, BTreeSet<String>)> {
    let mut all = Vec::new();
    for (path, text) in sources() {
        for (at, _) in text.match_indices("tr!(") {
            let arguments = arguments(&text[at + "tr!(".len()..]);
            let Some(id) = arguments.get(1).and_then(|id| id.strip_prefix('"')?.strip_suffix('"')) else {
                // A comment or the macro itself.
                continue;
            };
            let names = arguments[2..].iter().filter_map(|argument| {
                let (name, _) = argument.split_once('=')?;
                Some(name.trim().to_string())
            });
            all.push((path.clone(), id.to_string(), names.collect()));
        }
    }
    all
}

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
    let mut found = Vec::new();
    homes().iter().for_each(|home| walk(home, &mut found));
    let code = |text: String| {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    };
    let read = |path: &PathBuf| (path.display().to_string(), code(fs::read_to_string(path).expect("a source")));
    found.iter().map(read).collect()
}

/// The arguments of a macro call, from behind its opening bracket, split where no bracket or text is open.
fn arguments(rest: &str) -> Vec<String> {
    let (mut depth, mut in_text, mut escaped) = (0, false, false);
    let (mut all, mut argument) = (Vec::new(), String::new());
    for character in rest.chars() {
        match character {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            _ if in_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth > 0 => depth -= 1,
            ')' => break,
            ',' if depth == 0 => {
                all.push(argument.trim().to_string());
                argument.clear();
                continue;
            }
            _ => {}
        }
        argument.push(character);
    }
    all.push(argument.trim().to_string());
    all.retain(|argument| !argument.is_empty());
    all
}

#[test]
fn every_message_stands_in_every_language_with_the_same_variables() {
    let [english, others @ ..] = LANGUAGES.map(|language| (language, catalogue(language)));
    let mut wrong = Vec::new();
    for (language, messages) in &others {
        for (id, message) in &english.1 {
            match messages.get(id) {
                None => wrong.push(format!("{language}: no `{id}`")),
                Some(other) if other.file != message.file => {
                    wrong.push(format!("{language}: `{id}` in {}", other.file))
                }
                Some(other) if other.shown != message.shown => {
                    wrong.push(format!("{language}: `{id}` shows {:?}, not {:?}", other.shown, message.shown));
                }
                Some(_) => {}
            }
        }
        for id in messages.keys().filter(|id| !english.1.contains_key(*id)) {
            wrong.push(format!("{language}: `{id}` is no message of English"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_said_is_in_the_catalogues_with_its_arguments_and_nothing_else_is() {
    let diagnostics = diagnostics();
    assert!(!diagnostics.is_empty());
    let mut wrong = Vec::new();
    let mut messages = catalogue("en");
    for other in ["zh", "es"].map(catalogue) {
        for (id, message) in &mut messages {
            message.variables.extend(other.get(id).into_iter().flat_map(|other| other.variables.clone()));
        }
    }
    for (path, id, arguments) in &diagnostics {
        match messages.get(id) {
            None => wrong.push(format!("{path}: no message `{id}`")),
            Some(message) if message.variables != *arguments => {
                wrong.push(format!("{path}: `{id}` is given {arguments:?}, and takes {:?}", message.variables));
            }
            Some(_) => {}
        }
    }
    let spoken: BTreeSet<&String> = diagnostics.iter().map(|(_, id, _)| id).collect();
    let referred: BTreeSet<&String> = messages.values().flat_map(|message| &message.messages).collect();
    for id in messages.keys().filter(|id| !spoken.contains(id) && !referred.contains(id)) {
        wrong.push(format!("no code uses `{id}`"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn variants_are_those_of_english_or_fewer() {
    let english = catalogue("en");
    for language in ["zh", "es"] {
        for (id, message) in catalogue(language) {
            for (variable, keys) in &message.variants {
                let known = english.get(&id).and_then(|m| m.variants.get(variable));
                // A selector of words that English lacks may ask for anything that the source passes.
                if let Some(known) = known.filter(|known| !known.is_empty()) {
                    let more: Vec<_> = keys.difference(known).collect();
                    assert!(more.is_empty(), "{language}: `{id}` knows {more:?} of ${variable}");
                }
            }
        }
    }
}

/// Whether the catalogues of a language choose a text of their own for `word`.
fn chooses(message: &Message, variable: &str, word: &str) -> bool {
    message.variants.get(variable).is_some_and(|locale| locale.contains(word))
}

#[test]
fn every_key_account_column_and_cause_has_its_word_in_every_language() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let messages = catalogue(language);
        let mut ask = |id: &str, variable: &str, word: &str| {
            if !chooses(&messages[id], variable, word) {
                wrong.push(format!("{language}: `{id}` does not know `{word}`"));
            }
        };
        for account in ACCOUNT_NAMES {
            ask("account-name", "account", account);
        }
        for column in COLUMN_NAMES {
            ask("book-column", "column", column);
        }
        for column in SEGMENT_COLUMN_NAMES {
            ask("segment-column", "column", column);
        }
        for outcome in Outcome::ALL {
            ask("outcome-name", "outcome", outcome.name());
            ask("cause-name", "cause", outcome.name());
        }
        for route in Route::ALL {
            ask("route-name", "route", route.name());
        }
        // English says keys as they are written.
        let numbers = entries().iter().filter(|entry| matches!(entry.kind, Kind::Number | Kind::Whole));
        for part in numbers.flat_map(|entry| entry.parts()).filter(|part| *part != NAME && language != "en") {
            ask("key-word", "word", part);
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Messages that choose their text by a code word, and all the words that the code passes.
fn selected() -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
    let outcomes = Outcome::ALL.map(Outcome::name).to_vec();
    let routes = Route::ALL.map(Route::name).to_vec();
    let over = [Over::CustomerValue, Over::Horizon, Over::Budget].map(Over::name).to_vec();
    let dials = Dial::ALL.map(Dial::name).to_vec();
    let measures = Measure::ALL.map(Measure::name).to_vec();
    let periods = [Period::Week, Period::Month, Period::Quarter, Period::Year].map(Period::name).to_vec();
    let engines = [EngineKind::Expected, EngineKind::Cohort, EngineKind::Agents].map(EngineKind::name).to_vec();
    let moved = [Moved::BaseLoyalty, Moved::Drop, Moved::Quality].map(Moved::name);
    let moved = Dial::ALL.map(|dial| Moved::Dial(dial).name()).into_iter().chain(moved).collect();
    let reach = [Reach::Always, Reach::Never, Reach::Above(0.5), Reach::Below(0.5)].map(|reach| reach.name()).to_vec();
    let channels = Channel::ALL.map(Channel::name).into_iter().chain(["programme"]).collect();
    vec![
        ("channel-name", "channel", channels),
        ("chart-acceptability-always", "over", over.clone()),
        ("chart-acceptability-from", "over", over.clone()),
        ("chart-acceptability-subtitle", "over", over.clone()),
        ("chart-story-failure", "outcome", outcomes.clone()),
        ("chart-tree-most", "route", routes.clone()),
        ("decide-acceptability-over", "over", over),
        ("fmea-cause", "cause", Cause::ALL.map(Cause::name).to_vec()),
        ("fmea-kpi", "kpi", Kpi::ALL.map(Kpi::name).to_vec()),
        ("paradox-condition", "condition", Condition::ALL.map(Condition::name).to_vec()),
        ("paradox-head-of", "dial", dials.clone()),
        ("paradox-head-outcome", "outcome", outcomes.clone()),
        ("paradox-head-short", "measure", measures.clone()),
        ("paradox-holds", "reach", reach),
        ("paradox-lever", "dial", dials),
        ("paradox-meaning", "meaning", Meaning::ALL.map(Meaning::name).to_vec()),
        ("paradox-measure", "measure", measures.clone()),
        ("paradox-moved", "moved", moved),
        ("paradox-publication", "id", PUBLICATIONS.iter().map(|publication| publication.id).collect()),
        ("paradox-unit", "measure", measures),
        ("period-at", "period", periods.clone()),
        ("period-name", "period", periods.clone()),
        ("periods", "period", periods.clone()),
        ("run-engine", "engine", engines.clone()),
        ("run-how", "engine", engines),
        ("run-sampling", "sampling", [Sampling::Random, Sampling::Sobol, Sampling::Joint].map(Sampling::name).to_vec()),
        ("story-failed", "outcome", outcomes),
        ("story-failed", "period", periods.clone()),
        ("story-failed", "route", routes),
        ("story-period", "period", periods),
    ]
}

#[test]
fn every_code_that_chooses_a_text_has_one_of_its_own_in_every_language() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let messages = catalogue(language);
        for (id, variable, words) in selected() {
            let Some(message) = messages.get(id) else {
                wrong.push(format!("{language}: no message `{id}`"));
                continue;
            };
            // A language may write all alike, then the variable does not select.
            let is_selected = message.variants.get(variable).is_some_and(|variants| !variants.is_empty());
            let missing = words.into_iter().filter(|word| is_selected && !chooses(message, variable, word));
            wrong.extend(missing.map(|word| format!("{language}: `{id}` has no text for `{word}` of ${variable}")));
            if language == "en" && !is_selected {
                wrong.push(format!("en: `{id}` does not select by ${variable}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn arguments_of_a_call_are_told_apart() {
    let rest = r#"words, "a-b", name = f(1, 2), other = format!("x, {})", y)) + 1"#;
    assert_eq!(arguments(rest), ["words", "\"a-b\"", "name = f(1, 2)", "other = format!(\"x, {})\", y)"]);
}

#[test]
fn every_diagnostic_has_a_meaning_and_a_remedy_in_every_language() {
    let mut wrong = Vec::new();
    for language in ["zh", "es"] {
        let messages = catalogue(language);
        for code in CODES {
            for id in ["diagnostic-meaning", "diagnostic-remedy"] {
                if !chooses(&messages[id], "code", code.code) {
                    wrong.push(format!("{language}: `{id}` does not know {}", code.code));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The texts of all catalogues of a language.
fn all_texts(language: &str) -> String {
    let folder = homes()[1].join("language").join(language);
    let files = fs::read_dir(folder).expect("a folder a language");
    let texts = files.map(|file| fs::read_to_string(file.expect("a file").path()).expect("a catalogue"));
    texts.collect::<Vec<_>>().join("\n").to_lowercase()
}

#[test]
fn the_words_of_the_glossary_are_those_of_the_catalogues() {
    let glossary = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/glossary.md");
    let glossary = fs::read_to_string(glossary).expect("the glossary");
    let [chinese, spanish] = ["zh", "es"].map(all_texts);
    let rows: Vec<Vec<&str>> = glossary
        .lines()
        .filter(|line| line.starts_with("| "))
        .skip(1)
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() > 20);
    for row in rows {
        assert!(chinese.contains(row[2]), "no catalogue says {}", row[2]);
        assert!(spanish.contains(&row[3].to_lowercase()), "no catalogue says {}", row[3]);
    }
}

/// The names of the elements of a study, by their list.
fn names(study: &toml::Table, list: &str) -> Vec<String> {
    let elements = study.get(list).and_then(toml::Value::as_array).into_iter().flatten();
    elements.filter_map(|element| element.get("name")?.as_str().map(str::to_string)).collect()
}

#[test]
fn every_shipped_study_has_its_texts_in_every_language() {
    let shipped = [STUDIES, CASES, RECIPES, PRESETS].concat();
    for (name, text) in shipped {
        let study: toml::Table = text.parse().expect("a shipped study is TOML");
        for language in ["zh", "es"] {
            let translation = study["translation"].get(language).unwrap_or_else(|| panic!("{name}: no {language}"));
            for key in ["title", "summary"] {
                let text = translation.get(key).and_then(toml::Value::as_str).unwrap_or_default();
                // A title may be a name.
                let is_own = key == "title" || Some(text) != study[key].as_str();
                assert!(!text.is_empty() && is_own, "{name}: {key} in {language}");
            }
            let lines = translation.get("names").and_then(toml::Value::as_array).cloned().unwrap_or_default();
            let lines: Vec<&str> = lines.iter().filter_map(toml::Value::as_str).collect();
            for element in [names(&study, "strategy"), names(&study, "scenario")].concat() {
                let start = format!("{element} = ");
                assert!(lines.iter().any(|line| line.starts_with(&start)), "{name}: `{element}` in {language}");
            }
            let Some(case) = study.get("case") else { continue };
            for key in ["story", "facts", "teaches", "uncertain"] {
                let count = |case: &toml::Value| case.get(key).and_then(toml::Value::as_array).map_or(0, Vec::len);
                let translated = case.get(language).map_or(0, count);
                assert!(translated > 0 && translated == count(case), "{name}: case.{key} in {language}");
            }
            assert!(case.get(language).is_some_and(|texts| texts.get("compares").is_some()), "{name}: {language}");
        }
    }
}

/// The rows of the answer key of a lesson: the digits of each number, and its command.
fn answer_key(file: &str) -> Vec<(String, String)> {
    let lesson = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file);
    let lesson = fs::read_to_string(lesson).expect("the lesson");
    let row = |line: &str| {
        let digits = line.split("**").nth(1)?.chars().filter(|c| c.is_ascii_digit() || *c == '−').collect();
        let command = line.split('`').find(|part| part.starts_with("recoup paradox"))?.to_string();
        Some((digits, command))
    };
    lesson.lines().filter(|line| line.starts_with('|')).filter_map(row).collect()
}

#[test]
fn the_lesson_has_the_same_numbers_and_commands_in_every_language() {
    let english = answer_key("lesson-paradox.md");
    assert!(english.len() > 40);
    for language in ["zh", "es"] {
        assert_eq!(answer_key(&format!("lesson-paradox.{language}.md")), english, "{language}");
    }
}
