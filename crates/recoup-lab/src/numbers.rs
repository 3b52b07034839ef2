//! The numbers of a study that a reader may move: value, interval, limits, and what the evidence says.

use recoup_core::evidence::ledger::{Entry, Kind, NAME, entry_for};
use recoup_core::scenario::key::Key;
use recoup_core::scenario::study::{Study, UncertainParameters};
use serde::Serialize;
use toml::Value;

/// One number of a study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Number {
    /// What `--set` takes: the key, after `strategy.NAME.` where the strategy has its own.
    pub set: String,
    /// The key.
    pub key: String,
    /// Parts of the key, outermost first.
    pub parts: Vec<String>,
    /// By part: whether the author of the study gave it as a name.
    pub is_name: Vec<bool>,
    /// The strategy that has its own value; none for a number of all.
    pub strategy: Option<String>,
    /// Its point value.
    pub value: f64,
    /// 5 and 95 % quantiles, where it is uncertain.
    pub interval: Option<[f64; 2]>,
    /// Least and greatest value allowed.
    pub bounds: [f64; 2],
    /// Range that was published, or is plausible.
    pub range: Option<[f64; 2]>,
    /// `share`, `money`, `whole` or `number`.
    pub form: &'static str,
    /// Its unit in the words of the key reference.
    pub unit: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// Where the default comes from.
    pub source: String,
    /// How well the default is known.
    pub status: String,
}

/// Tables that are no numbers of the parameters.
const OTHERS: [&str; 8] = ["translation", "study", "strategy", "scenario", "variant", "sweep", "order", "correlation"];

/// The numbers of a study in the order of its text, then those that strategies change.
pub(crate) fn numbers(study: &Study) -> Vec<Number> {
    let text: toml::Table = study.resolved.parse().unwrap_or_default();
    let mut keys = Vec::new();
    for (name, value) in text.iter().filter(|(name, _)| !OTHERS.contains(&name.as_str())) {
        walk(&mut vec![name.clone()], value, &mut keys);
    }
    let strategies = &study.scenarios[0].strategies;
    let of_all = keys.iter().filter_map(|key| number(key, None, &strategies[0].parameters));
    let of_one = strategies.iter().flat_map(|strategy| {
        strategy.changes.iter().filter_map(|key| number(key, Some(&strategy.name), &strategy.parameters))
    });
    of_all.chain(of_one).collect()
}

/// Adds the keys of all leaves under `value`.
fn walk(path: &mut Vec<String>, value: &Value, keys: &mut Vec<Key>) {
    match value {
        // An uncertain number is an inline table: a leaf, as the ledger knows its key.
        Value::Table(_) if entry_for(&Key::from_parts(path.clone())).is_some() => {
            keys.push(Key::from_parts(path.clone()));
        }
        Value::Table(inner) => {
            for (name, value) in inner {
                path.push(name.clone());
                walk(path, value, keys);
                path.pop();
            }
        }
        Value::Array(elements) => {
            for element in elements.iter().filter_map(Value::as_table) {
                let Some(name) = element.get("name").and_then(Value::as_str) else { continue };
                path.push(name.to_string());
                for (key, value) in element.iter().filter(|(key, _)| *key != "name") {
                    path.push(key.clone());
                    walk(path, value, keys);
                    path.pop();
                }
                path.pop();
            }
        }
        _ => keys.push(Key::from_parts(path.clone())),
    }
}

fn number(key: &Key, strategy: Option<&str>, parameters: &UncertainParameters) -> Option<Number> {
    let entry = entry_for(key).filter(|entry| matches!(entry.kind, Kind::Number | Kind::Whole))?;
    let value = *parameters.point.clone().number_mut(key)?;
    let uncertain = parameters.uncertain.iter().find(|number| number.key == *key);
    let interval = uncertain
        .map(|number| [0.05, 0.95].map(|p| number.distribution.quantile(p).clamp(number.least, number.greatest)));
    let mut set = key.0.clone();
    if let Some(name) = strategy {
        set.splice(0..0, ["strategy".to_string(), name.to_string()]);
    }
    let (least, greatest) = entry.bounds();
    Some(Number {
        set: Key(set).to_string(),
        key: key.to_string(),
        parts: key.0.clone(),
        is_name: entry.parts().map(|part| part == NAME).collect(),
        strategy: strategy.map(str::to_string),
        value,
        interval,
        bounds: [least, greatest],
        range: entry.range,
        form: form(entry),
        unit: &entry.unit,
        meaning: &entry.meaning,
        source: entry.citation(),
        status: entry.status.to_string(),
    })
}

fn form(entry: &Entry) -> &'static str {
    match entry {
        _ if entry.is_probability() => "share",
        _ if entry.unit.starts_with("currency") => "money",
        _ if entry.kind == Kind::Whole => "whole",
        _ => "number",
    }
}
