//! What a fitted study builds on: a preset, or another study.

use toml::{Table, Value};

/// A preset or a study whose values hold where the data say nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// What the fitted study writes after `extends`.
    pub extends: String,
    /// Whether it is a preset, which has no firm and no strategies.
    pub is_preset: bool,
    /// Its values, as `study.toml` of a result folder has them or as the preset has them.
    pub values: Table,
}

impl Base {
    /// The value under a path; elements of lists are found by name.
    pub fn get(&self, path: &[&str]) -> Option<&Value> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.values.get(*first)?, |value, part| match value {
            Value::Table(table) => table.get(*part),
            Value::Array(items) => items.iter().find(|item| item.get("name").and_then(Value::as_str) == Some(part)),
            _ => None,
        })
    }

    /// The number under a path; of an uncertain one, its point value is not known here.
    pub fn number(&self, path: &[&str]) -> Option<f64> {
        match self.get(path)? {
            Value::Float(x) => Some(*x),
            Value::Integer(n) => Some(*n as f64),
            _ => None,
        }
    }

    /// The text under a path.
    pub fn text(&self, path: &[&str]) -> Option<&str> {
        self.get(path)?.as_str()
    }

    /// Names under a list or table of named elements.
    pub fn names(&self, list: &str) -> Vec<String> {
        match self.values.get(list) {
            Some(Value::Array(items)) => {
                items.iter().filter_map(|item| item.get("name")?.as_str().map(str::to_string)).collect()
            }
            Some(Value::Table(table)) => table.keys().cloned().collect(),
            _ => Vec::new(),
        }
    }

    /// A value as a study writes it.
    pub fn written(&self, path: &[&str]) -> Option<String> {
        self.get(path).map(|value| match value {
            Value::Table(table) => {
                let parts: Vec<String> = table.iter().map(|(key, value)| format!("{key} = {value}")).collect();
                format!("{{ {} }}", parts.join(", "))
            }
            value => value.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn values_are_found_by_path_and_name() {
        let text =
            "[[segment]]\nname = \"a b\"\nmargin = 5\n[severity.minor]\ncomplain = { beta = [1, 9] }\nloss = 2.5\n";
        let base = Base { extends: "b.toml".into(), is_preset: false, values: text.parse().expect("it is TOML") };
        assert_eq!(base.number(&["segment", "a b", "margin"]), Some(5.0));
        assert_eq!(base.number(&["severity", "minor", "loss"]), Some(2.5));
        assert_eq!(base.written(&["severity", "minor", "complain"]).as_deref(), Some("{ beta = [1, 9] }"));
        assert_eq!((base.names("segment"), base.names("severity")), (vec!["a b".into()], vec!["minor".into()]));
        assert_eq!(base.get(&["segment", "c"]), None);
        assert_eq!(base.text(&["segment", "a b", "name"]), Some("a b"));
    }
}
