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
    /// The scenario that has its own value; none for a number of all.
    pub scenario: Option<String>,
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

/// What has a number of its own.
#[derive(Clone, Copy)]
enum Owner<'a> {
    Study,
    Scenario(&'a str),
    Strategy(&'a str),
}

/// The numbers of a study in the order of its text, then those that scenarios change, then those that strategies change.
/// `text` is the resolved study.
pub(crate) fn numbers(study: &Study, text: &toml::Table) -> Vec<Number> {
    let strategies = &study.scenarios[0].strategies;
    let of_all = keys(text);
    let of_all = of_all.iter().filter_map(|key| number(key, Owner::Study, &strategies[0].parameters));
    let of_scenarios = study.scenarios.iter().flat_map(|scenario| {
        let parameters = &scenario.strategies[0].parameters;
        let own = element(text, "scenario", &scenario.name).map(keys).unwrap_or_default();
        own.into_iter().filter_map(|key| number(&key, Owner::Scenario(&scenario.name), parameters))
    });
    let of_strategies = strategies.iter().flat_map(|strategy| {
        let own = strategy.changes.iter();
        own.filter_map(|key| number(key, Owner::Strategy(&strategy.name), &strategy.parameters))
    });
    of_all.chain(of_scenarios).chain(of_strategies).collect()
}

/// The element of that name in a list of tables.
fn element<'a>(text: &'a toml::Table, list: &str, name: &str) -> Option<&'a toml::Table> {
    let mut elements = text.get(list)?.as_array()?.iter().filter_map(Value::as_table);
    elements.find(|element| element.get("name").and_then(Value::as_str) == Some(name))
}

/// The keys of all leaves of a table of parameters.
fn keys(table: &toml::Table) -> Vec<Key> {
    let mut keys = Vec::new();
    for (name, value) in table.iter().filter(|(name, _)| !OTHERS.contains(&name.as_str())) {
        walk(&mut vec![name.clone()], value, &mut keys);
    }
    keys
}

/// Adds the keys of all leaves under `value`.
fn walk(path: &mut Vec<String>, value: &Value, keys: &mut Vec<Key>) {
    match value {
        // An uncertain number is an inline table: a leaf, as the ledger knows its key.
        Value::Table(_) if is_number(path) => keys.push(Key::from_parts(path.clone())),
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

/// Whether a path is the key of a number: other tables, such as that of a desk, may have an entry too.
fn is_number(path: &[String]) -> bool {
    let entry = entry_for(&Key::from_parts(path.iter().cloned()));
    entry.is_some_and(|entry| matches!(entry.kind, Kind::Number | Kind::Whole))
}

fn number(key: &Key, owner: Owner<'_>, parameters: &UncertainParameters) -> Option<Number> {
    let entry = entry_for(key).filter(|entry| matches!(entry.kind, Kind::Number | Kind::Whole))?;
    let value = *parameters.point.clone().number_mut(key)?;
    let uncertain = parameters.uncertain.iter().find(|number| number.key == *key);
    let interval = uncertain
        .map(|number| [0.05, 0.95].map(|p| number.distribution.quantile(p).clamp(number.least, number.greatest)));
    let mut set = key.0.clone();
    let (scenario, strategy) = match owner {
        Owner::Study => (None, None),
        Owner::Scenario(name) => (Some(name), None),
        Owner::Strategy(name) => (None, Some(name)),
    };
    for (list, name) in [("scenario", scenario), ("strategy", strategy)] {
        if let Some(name) = name {
            set.splice(0..0, [list.to_string(), name.to_string()]);
        }
    }
    let (least, greatest) = entry.bounds();
    Some(Number {
        set: Key(set).to_string(),
        key: key.to_string(),
        parts: key.0.clone(),
        is_name: entry.parts().map(|part| part == NAME).collect(),
        strategy: strategy.map(str::to_string),
        scenario: scenario.map(str::to_string),
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
        _ if entry.is_money() => "money",
        _ if entry.kind == Kind::Whole => "whole",
        _ => "number",
    }
}

#[cfg(test)]
mod tests {
    use recoup_core::input::{Request, load};

    use recoup_core::scenario::study::Study;

    use super::{Number, numbers};

    fn of(study: &str) -> Vec<Number> {
        read(&load(&Request::builtin(study)).expect("it is shipped").study)
    }

    fn read(study: &Study) -> Vec<Number> {
        numbers(study, &study.resolved.parse().expect("a resolved study is TOML"))
    }

    #[test]
    fn every_number_can_be_set_as_it_is_named_and_has_the_value_that_is_said() {
        for name in ["city-hotel", "paradox-class", "case:fedex", "capacity-trap"] {
            let found = of(name);
            assert!(found.len() > 40, "{name}: {}", found.len());
            for number in &found {
                let mut request = Request::builtin(name);
                request.set = vec![format!("{} = {}", number.set, number.value)];
                let same = load(&request).unwrap_or_else(|refused| panic!("{name}: {}: {refused:?}", number.set)).study;
                let again = read(&same);
                let value = again.iter().find(|it| it.set == number.set).map(|it| it.value);
                assert_eq!(value, Some(number.value), "{name}: {}", number.set);
            }
        }
    }

    #[test]
    fn a_desk_has_numbers_and_scenarios_have_their_own() {
        let hotel = of("city-hotel");
        assert!(hotel.iter().any(|it| it.set == "recovery.desk.agents" && it.form != "share"), "{hotel:?}");
        let class = of("paradox-class");
        assert!(class.iter().any(|it| it.scenario.is_some() && it.set.starts_with("scenario.")), "{class:?}");
    }
}
