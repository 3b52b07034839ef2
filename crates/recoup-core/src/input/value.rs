//! From one TOML value to one value of the tree.

use std::ops::Range;

use toml::de::{DeFloat, DeInteger, DeTable, DeValue};

use crate::evidence::ledger::{Entry, Kind};
use crate::input::leaf;
use crate::input::reader::Reader;
use crate::input::tree::{Node, Value};
use crate::input::uncertain::{self, Part};
use crate::input::written::{correction, is_grouped, without_groups};
use crate::scenario::key::Key;

impl Reader<'_> {
    /// Reads the value of a key; reported and broken when it may not stand there.
    pub(crate) fn leaf(&mut self, name: &str, entry: &'static Entry, found: &DeValue<'_>, span: Range<usize>) -> Value {
        let full = self.key(name);
        let place = self.place(span.clone());
        if let DeValue::Float(x) = found
            && self.is_grouped(&full, entry, x.as_str(), span.clone())
        {
            return Value::Broken;
        }
        let value = match (entry.kind, found) {
            (Kind::Number, DeValue::Integer(n)) => number_of_integer(n).map(Value::Number),
            (Kind::Number, DeValue::Float(x)) => number_of_float(x).map(Value::Number),
            (Kind::Number, DeValue::Table(table)) => return self.uncertain(&full, entry, table, span),
            (Kind::Whole, DeValue::Integer(n)) => i64::from_str_radix(n.as_str(), n.radix()).ok().map(Value::Whole),
            (Kind::Whole, DeValue::Float(x)) => number_of_float(x).and_then(leaf::whole).map(Value::Whole),
            (Kind::Text | Kind::Choice | Kind::Texts, DeValue::String(text)) => Some(Value::Text(text.to_string())),
            (Kind::Text, DeValue::Datetime(date)) if entry.path == "report.date" => Some(Value::Text(date.to_string())),
            (Kind::Flag, DeValue::Boolean(flag)) => Some(Value::Flag(*flag)),
            (Kind::List | Kind::Texts, DeValue::Array(array)) => {
                let items = array.iter().map(|item| match item.get_ref() {
                    DeValue::String(text) => Some(Node::new(Value::Text(text.to_string()), self.place(item.span()))),
                    _ => None,
                });
                items.collect::<Option<Vec<Node>>>().map(Value::List)
            }
            _ => None,
        };
        let Some(value) = value else {
            let message = format!("`{full}` must be {}, not {}", expected(entry), described(found));
            let mut diagnostic = self.error("S011", message, span);
            if matches!((entry.kind, found), (Kind::Whole, DeValue::Table(_))) {
                diagnostic = diagnostic.with_help("this number may not be uncertain");
            }
            if let (Kind::Number | Kind::Whole, DeValue::String(text)) = (entry.kind, found) {
                diagnostic.help = correction(text).map(|number| format!("write {number}, without quotes"));
            }
            self.diagnostics.push(diagnostic);
            return Value::Broken;
        };
        leaf::check(&full, entry, value, place, self.diagnostics)
    }

    /// Refuses a count that can be read with groups of thousands, such as 50.000.
    fn is_grouped(&mut self, key: &Key, entry: &Entry, written: &str, span: Range<usize>) -> bool {
        let is_grouped = entry.is_count() && is_grouped(written);
        if is_grouped {
            let (whole, point) = (without_groups(written), number_text(written));
            let message = format!("`{key}` is written {written}, which is {point} in TOML");
            let help = format!("write {whole}, or {point} if that is meant");
            let diagnostic = self.error("S011", message, span).with_help(help);
            self.diagnostics.push(diagnostic);
        }
        is_grouped
    }

    fn uncertain(&mut self, key: &Key, entry: &'static Entry, table: &DeTable<'_>, span: Range<usize>) -> Value {
        if entry.certain {
            let diagnostic =
                self.error("S017", format!("`{key}` may not be uncertain"), span).with_help("write a plain number");
            self.diagnostics.push(diagnostic);
            return Value::Broken;
        }
        let mut parts = Vec::new();
        let mut wrong = None;
        for (name, value) in table {
            let numbers = match value.get_ref() {
                DeValue::Array(array) => array.iter().collect(),
                _ => vec![value],
            };
            for number in numbers {
                if let DeValue::Float(x) = number.get_ref()
                    && self.is_grouped(key, entry, x.as_str(), number.span())
                {
                    return Value::Broken;
                }
            }
            let part = match value.get_ref() {
                DeValue::Integer(n) => number_of_integer(n).map(Part::One),
                DeValue::Float(x) => number_of_float(x).map(Part::One),
                DeValue::Array(array) => {
                    let numbers = array.iter().map(|item| match item.get_ref() {
                        DeValue::Integer(n) => number_of_integer(n),
                        DeValue::Float(x) => number_of_float(x),
                        _ => None,
                    });
                    numbers.collect::<Option<Vec<f64>>>().map(Part::Many)
                }
                _ => None,
            };
            match part {
                Some(part) => parts.push((name.get_ref().to_string(), part)),
                None => wrong = wrong.or(Some((name.get_ref().to_string(), value.span()))),
            }
        }
        if let Some((name, span)) = wrong {
            let message = format!("`{name}` in the uncertain number `{key}` must be a number or a list of numbers");
            let diagnostic = self.error("S016", message, span).with_help(uncertain::FORMS);
            self.diagnostics.push(diagnostic);
            return Value::Broken;
        }
        match uncertain::form(&parts, entry) {
            Ok(form) => leaf::check(key, entry, Value::Uncertain(form), self.place(span), self.diagnostics),
            Err(trouble) => {
                let message = format!("`{key}` is no uncertain number: {}", trouble.message);
                let mut diagnostic = self.error("S016", message, span);
                if trouble.unknown_form {
                    diagnostic = diagnostic.with_help(uncertain::FORMS);
                }
                self.diagnostics.push(diagnostic);
                Value::Broken
            }
        }
    }
}

fn number_of_integer(n: &DeInteger<'_>) -> Option<f64> {
    match i64::from_str_radix(n.as_str(), n.radix()) {
        Ok(n) => Some(n as f64),
        Err(_) => n.as_str().parse().ok(),
    }
}

fn number_of_float(x: &DeFloat<'_>) -> Option<f64> {
    x.as_str().parse().ok()
}

/// A decimal number without the zeros at its end.
fn number_text(written: &str) -> &str {
    written.trim_end_matches('0').trim_end_matches('.')
}

fn expected(entry: &Entry) -> &'static str {
    match entry.kind {
        Kind::Number if entry.certain => "a number",
        Kind::Number => "a number, or an uncertain one such as { mean = 0.5, sd = 0.1 }",
        Kind::Whole => "a whole number",
        Kind::Text | Kind::Choice => "a text in quotes",
        Kind::Flag => "true or false",
        Kind::List => "a list of texts",
        Kind::Texts => "a text in quotes, or a list of them",
    }
}

/// What was found, in words.
pub(crate) fn described(found: &DeValue<'_>) -> String {
    match found {
        DeValue::String(_) => "a text".into(),
        DeValue::Integer(n) => format!("the number {}", shortened(&n.to_string())),
        DeValue::Float(x) => format!("the number {}", shortened(x.as_str())),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(_) => "a date".into(),
        DeValue::Array(_) => "a list".into(),
        DeValue::Table(_) => "a table".into(),
    }
}

fn shortened(number: &str) -> String {
    if number.len() > 24 { format!("{}...", &number[..20]) } else { number.to_string() }
}
