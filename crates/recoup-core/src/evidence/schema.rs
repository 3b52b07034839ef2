//! The JSON Schema of scenario files, made from the ledger: editors complete and check by it.

use serde_json::{Map, Value, json};

use crate::evidence::ledger::{Entry, Kind, NAME, entries};

/// Tables that hold named elements as arrays of tables.
const ARRAYS: [&str; 7] = ["segment", "failure", "touchpoint", "response", "strategy", "scenario", "variant"];
/// Arrays of tables without names.
const LISTS: [&str; 4] = ["input", "sweep", "correlation", "order"];
/// Tables of a study that neither a strategy nor a scenario has.
const OF_STUDY: [&str; 11] = [
    "report",
    "input",
    "translation",
    "case",
    "study",
    "sweep",
    "correlation",
    "order",
    "strategy",
    "scenario",
    "variant",
];

/// The file of the schema, which stands beside a new study; the first line of the study names it for editors.
pub const SCHEMA_FILE: &str = "study.schema.json";

/// The first line of a study, by which editors that know TOML complete and check it.
pub fn schema_line() -> String {
    format!("#:schema ./{SCHEMA_FILE}\n")
}

/// The schema as text.
pub fn schema_text() -> String {
    format!("{:#}\n", schema())
}

/// The schema of a study. Nothing but a name is required: the rest may come from what a study extends, and `recoup check` says what
/// is missing.
pub fn schema() -> Value {
    let mut study = Table::default();
    for entry in entries() {
        study.put(&entry.parts().collect::<Vec<_>>(), entry);
    }
    let overlay = |without: &[&str]| study.overlay(&[&OF_STUDY[..], without].concat()).value("");
    let (strategy, scenario) = (overlay(&["horizon", "market"]), overlay(&[]));
    let mut root = study.value("");
    for (name, overlay) in [("strategy", &strategy), ("scenario", &scenario), ("variant", &scenario)] {
        if let (Some(items), Some(more)) = (
            root.pointer_mut(&format!("/properties/{name}/items/properties")).and_then(Value::as_object_mut),
            overlay.pointer("/properties").and_then(Value::as_object),
        ) {
            for (key, value) in more {
                items.entry(key.clone()).or_insert_with(|| value.clone());
            }
        }
    }
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["title"] = json!("Recoup study");
    root["$defs"] = json!({ "uncertain": uncertain() });
    root
}

#[derive(Clone, Default)]
struct Table {
    entries: Vec<(String, &'static Entry)>,
    tables: Vec<(String, Table)>,
}

impl Table {
    fn put(&mut self, parts: &[&str], entry: &'static Entry) {
        match parts {
            [] => {}
            [name] => self.entries.push((name.to_string(), entry)),
            [name, rest @ ..] => {
                let at = self.tables.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
                    self.tables.push((name.to_string(), Table::default()));
                    self.tables.len() - 1
                });
                self.tables[at].1.put(rest, entry);
            }
        }
    }

    /// The table as an overlay: some tables missing.
    fn overlay(&self, without: &[&str]) -> Table {
        let mut overlay = self.clone();
        overlay.entries.clear();
        overlay.tables.retain(|(name, _)| !without.contains(&name.as_str()));
        overlay
    }

    /// The schema of the table named `name`.
    fn value(&self, name: &str) -> Value {
        let mut properties: Map<String, Value> =
            self.entries.iter().map(|(key, entry)| (key.clone(), entry_schema(entry))).collect();
        for (key, table) in &self.tables {
            if key == NAME {
                continue;
            }
            let value = if let Some((_, element)) = table.tables.iter().find(|(inner, _)| inner == NAME) {
                let mut element = element.value(key);
                if ARRAYS.contains(&key.as_str()) {
                    element["properties"]["name"] = json!({ "type": "string", "description": "Its name." });
                    element["required"] = json!(["name"]);
                    json!({ "type": "array", "items": element })
                } else {
                    json!({ "type": "object", "additionalProperties": element })
                }
            } else if LISTS.contains(&key.as_str()) {
                json!({ "type": "array", "items": table.value(key) })
            } else {
                table.value(key)
            };
            match properties.get_mut(key) {
                // `recovery.desk` is a table or `false`.
                Some(known) => *known = json!({ "anyOf": [value, { "const": false }] }),
                None => {
                    properties.insert(key.clone(), value);
                }
            }
        }
        let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
        if name.is_empty() {
            schema["description"] = json!("A study of service recovery.");
        }
        schema
    }
}

fn entry_schema(entry: &Entry) -> Value {
    let mut schema = match entry.kind {
        Kind::Text => json!({ "type": "string" }),
        Kind::Choice => json!({ "type": "string", "enum": entry.choices }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::List => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Texts => json!({ "type": ["string", "array"], "items": { "type": "string" } }),
        Kind::Whole => json!({ "type": "integer" }),
        Kind::Number => json!({ "type": "number" }),
    };
    if matches!(entry.kind, Kind::Number | Kind::Whole) {
        let (least, greatest) = entry.bounds();
        if least > -1e14 {
            schema["minimum"] = json!(least);
        }
        if greatest < 1e14 {
            schema["maximum"] = json!(greatest);
        }
        if !entry.certain {
            schema = json!({ "anyOf": [schema, { "$ref": "#/$defs/uncertain" }] });
        }
    }
    let mut description = entry.meaning.clone();
    if !entry.unit.is_empty() {
        description.push_str(&format!(" Unit: {}.", entry.unit));
    }
    schema["description"] = json!(description);
    if let Some(default) = &entry.default {
        schema["default"] = serde_json::to_value(default).unwrap_or(Value::Null);
    }
    schema
}

fn uncertain() -> Value {
    let numbers = |n: usize| json!({ "type": "array", "items": { "type": "number" }, "minItems": n, "maxItems": n });
    let form = |keys: &[(&str, Value)]| {
        let properties: Map<String, Value> = keys.iter().map(|(k, v)| (k.to_string(), v.clone())).collect();
        let required: Vec<&str> = keys.iter().map(|(k, _)| *k).filter(|k| *k != "weights").collect();
        json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
    };
    let number = json!({ "type": "number" });
    let list = json!({ "type": "array", "items": { "type": "number" }, "minItems": 1 });
    json!({
        "description": "A number that is not known for certain.",
        "oneOf": [
            form(&[("mean", number.clone()), ("sd", number.clone())]),
            form(&[("low", number.clone()), ("high", number)]),
            form(&[("beta", numbers(2))]),
            form(&[("gamma", numbers(2))]),
            form(&[("normal", numbers(2))]),
            form(&[("lognormal", numbers(2))]),
            form(&[("uniform", numbers(2))]),
            form(&[("triangular", numbers(3))]),
            form(&[("pert", numbers(3))]),
            form(&[("log_uniform", numbers(2))]),
            form(&[("choice", list.clone()), ("weights", list)]),
        ]
    })
}
