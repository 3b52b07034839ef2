//! From text to tree: every key and value held against the shape, every problem reported with its place.

use std::ops::Range;
use std::sync::Arc;

use indexmap::IndexMap;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Place, Source};
use crate::evidence::ledger::entries;
use crate::input::findings::Findings;
use crate::input::hint::{did_you_mean, nearest};
use crate::input::reader::Reader;
use crate::input::shape::{self, NamedShape, Shape, TableShape};
use crate::input::tree::{Node, Value};
use crate::input::value::described;
use crate::input::written::correction;
use crate::scenario::key::Key;

/// Longest name of a segment, failure, strategy and so on, in characters.
const LONGEST_NAME: usize = 120;

/// Reads a TOML text; nothing when it is not TOML.
///
/// `by_name` also takes elements of arrays as tables by name, as in `--set segment.leisure.margin=70`.
pub(crate) fn read(
    source: &Arc<Source>,
    shape: &TableShape,
    by_name: bool,
    diagnostics: &mut Findings,
) -> Option<Node> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    if errors.is_empty() {
        let mut reader = Reader { source, by_name, diagnostics, path: Vec::new() };
        let whole = Place::of(source, 0..0);
        return Some(Node::new(Value::Table(reader.table(table.get_ref(), shape)), Some(whole)));
    }
    let mut helped = None;
    for error in &errors {
        let message = error.message().replace(['\n', '\r'], " ");
        let message = if message.trim().is_empty() { "this is not TOML".to_string() } else { message };
        let mut diagnostic = Diagnostic::error("S009", message);
        if let Some(span) = error.span() {
            let line = line_around(&source.text, span.start);
            // One line gives several errors, of which the first gets the help.
            if helped.as_ref() != Some(&line) {
                diagnostic.help = number_of_line(&source.text[line.clone()]).map(|number| format!("write {number}"));
                helped = diagnostic.help.is_some().then_some(line).or(helped);
            }
            diagnostic.place = Some(Place::of(source, span));
        }
        diagnostics.push(diagnostic);
    }
    None
}

/// The bytes of the line that `at` is in.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let at = at.min(bytes.len());
    let start = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |newline| at + newline);
    start..end
}

/// The number that a line such as `rate = 5 %` or `rate = 0,05` means, as TOML writes it.
fn number_of_line(line: &str) -> Option<String> {
    let (_, value) = line.split_once('=')?;
    correction(value.split('#').next()?.trim())
}

impl Reader<'_> {
    fn table(&mut self, table: &DeTable<'_>, shape: &TableShape) -> IndexMap<String, Node> {
        let mut entries = IndexMap::new();
        for (key, value) in table {
            let name: &str = key.get_ref();
            match shape.keys.get(name) {
                Some(inner) => {
                    let node = self.value(name, key, value, inner);
                    entries.insert(name.to_string(), node);
                }
                None => {
                    if let Some(meant) = self.unknown(key, shape) {
                        // A typing error is reported once, and not as a missing key too.
                        entries.entry(meant).or_insert_with(|| Node::new(Value::Broken, None));
                    }
                }
            }
        }
        self.one_of_two(table, &entries, shape);
        entries
    }

    /// Tells of two keys of which only one may stand.
    fn one_of_two(&mut self, table: &DeTable<'_>, entries: &IndexMap<String, Node>, shape: &TableShape) {
        for (key, _) in table {
            let name: &str = key.get_ref();
            let Some(Shape::Leaf(entry)) = shape.keys.get(name) else { continue };
            let Some(other) = entry.instead.as_deref().filter(|other| entries.contains_key(*other)) else { continue };
            // Told once, at the second.
            if entries.get_index_of(other) < entries.get_index_of(name) {
                let message = format!("`{}` and `{other}` say the same in two ways", self.key(name));
                let diagnostic = self.error("S054", message, key.span()).with_help("write one of the two");
                self.diagnostics.push(diagnostic);
            }
        }
    }

    /// Tells of a key that is not known here; gives the one that was probably meant.
    fn unknown(&mut self, key: &Spanned<DeString<'_>>, shape: &TableShape) -> Option<String> {
        let name: &str = key.get_ref();
        let full = self.key(name);
        if let Some(overlay @ ("strategy" | "scenario")) = self.path.first().map(String::as_str)
            && self.path.len() == 2
            && shape::study().keys.contains_key(name)
        {
            let message = format!("a {overlay} may not overlay `{name}`");
            let help = if shape::SCENARIO_ONLY.contains(&name) {
                "the horizon and the market are facts of the world: overlay them in a [[scenario]]"
            } else {
                "it belongs to the study as a whole"
            };
            let diagnostic = self.error("S019", message, key.span()).with_help(help);
            self.diagnostics.push(diagnostic);
            return None;
        }
        let short = if name.len() > LONGEST_NAME { self.key("...") } else { full };
        let unknown = self.error("S010", format!("unknown key `{short}`"), key.span());
        if self.diagnostics.is_full() {
            self.diagnostics.push(unknown);
            return None;
        }
        let meant = nearest(name, shape.keys.keys().copied()).map(str::to_string);
        let elsewhere = || {
            let same = entries().iter().find(|entry| entry.name() == name)?;
            Some(format!("there is `{}`", same.path))
        };
        self.diagnostics.push_helped(unknown, || match &meant {
            Some(meant) => Some(format!("did you mean `{meant}`?")),
            None => elsewhere().or_else(|| did_you_mean(name, shape.keys.keys().copied())),
        });
        meant
    }

    fn value(&mut self, name: &str, key: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>, shape: &Shape) -> Node {
        let place = self.place(value.span());
        let node = match (shape, value.get_ref()) {
            (Shape::Leaf(entry), found) => self.leaf(name, entry, found, value.span()),
            (Shape::Table(inner), DeValue::Table(table)) => self.inside(name, |reader| reader.table(table, inner)),
            (Shape::Table(inner), DeValue::Boolean(false)) if inner.removable => Value::Flag(false),
            (Shape::Named(named), DeValue::Array(array)) if named.listed => {
                let tables: Vec<&Spanned<DeValue<'_>>> = array.iter().collect();
                self.inside(name, |reader| reader.elements(&tables, named))
            }
            (Shape::Named(named), DeValue::Table(table)) if !named.listed || self.by_name || self.is_overlay() => {
                self.inside(name, |reader| reader.tables_by_name(table, named))
            }
            (Shape::Rows(inner), DeValue::Array(array)) => {
                self.path.push(name.to_string());
                let rows = array.iter().map(|row| self.row(row, inner)).collect();
                self.path.pop();
                Value::Rows(rows)
            }
            (shape, found) => {
                let expected = match shape {
                    Shape::Table(table) if table.removable => format!("a table, as in [{name}], or false"),
                    Shape::Table(_) => format!("a table, as in [{name}]"),
                    Shape::Named(named) if !named.listed => format!("tables by name, as in [{name}.NAME]"),
                    Shape::Leaf(_) | Shape::Named(_) | Shape::Rows(_) => format!("a list of tables, as in [[{name}]]"),
                };
                let message = format!("`{}` must be {expected}, not {}", self.key(name), described(found));
                let diagnostic = self.error("S011", message, value.span());
                self.diagnostics.push(diagnostic);
                Value::Broken
            }
        };
        // A table is best shown by its key, a value by itself.
        let place = if matches!(node, Value::Table(_)) && !matches!(shape, Shape::Leaf(_)) {
            self.place(key.span())
        } else {
            place
        };
        Node::new(node, place)
    }

    fn inside(&mut self, name: &str, read: impl FnOnce(&mut Self) -> IndexMap<String, Node>) -> Value {
        self.path.push(name.to_string());
        let entries = read(self);
        self.path.pop();
        Value::Table(entries)
    }

    fn row(&mut self, row: &Spanned<DeValue<'_>>, shape: &TableShape) -> Node {
        let place = self.place(row.span());
        match row.get_ref() {
            DeValue::Table(table) => Node::new(Value::Table(self.table(table, shape)), place),
            found => {
                let message = format!("`{}` must hold tables, not {}", Key(self.path.clone()), described(found));
                let diagnostic = self.error("S011", message, row.span());
                self.diagnostics.push(diagnostic);
                Node::new(Value::Broken, place)
            }
        }
    }

    fn tables_by_name(&mut self, table: &DeTable<'_>, shape: &NamedShape) -> IndexMap<String, Node> {
        let mut elements = IndexMap::new();
        for (key, value) in table {
            let name: &str = key.get_ref();
            let usable = self.usable_name(name, key.span());
            let value = match value.get_ref() {
                DeValue::Table(inner) if usable => self.inside(name, |reader| reader.table(inner, &shape.element)),
                DeValue::Table(_) => Value::Broken,
                found => {
                    let full = self.key(name);
                    let expected = nearest(name, shape.element.keys.keys().copied());
                    let message = format!("`{full}` must be a table, as in [{full}], not {}", described(found));
                    let mut diagnostic = self.error("S011", message, value.span());
                    diagnostic.help = expected
                        .map(|key| format!("`{key}` belongs to one of them, as in [{}.NAME]", Key(self.path.clone())));
                    self.diagnostics.push(diagnostic);
                    Value::Broken
                }
            };
            let mut node = Node::new(value, self.place(key.span()));
            if shape.listed && node.take("name").is_some() {
                let message = format!("`{}.name` cannot be set: the element is named by it", self.key(name));
                let diagnostic = self.error("S020", message, key.span()).with_help("rename it in the study");
                self.diagnostics.push(diagnostic);
            }
            elements.insert(name.to_string(), node);
        }
        elements
    }

    fn elements(&mut self, tables: &[&Spanned<DeValue<'_>>], shape: &NamedShape) -> IndexMap<String, Node> {
        let mut elements: IndexMap<String, Node> = IndexMap::new();
        for spanned in tables {
            let DeValue::Table(table) = spanned.get_ref() else {
                let row = self.row(spanned, &shape.element);
                debug_assert_eq!(row.value, Value::Broken);
                continue;
            };
            let Some((name, span)) = self.name_of(table, spanned.span()) else { continue };
            let place = self.place(span.clone());
            let mut value = self.inside(&name, |reader| reader.table(table, &shape.element));
            if let Value::Table(entries) = &mut value {
                entries.shift_remove("name");
            }
            if let Some(first) = elements.get(&name) {
                let line = |place: &Place| if self.diagnostics.is_full() { 0 } else { place.line_and_column().0 };
                let line = first.place.as_ref().map_or(0, line);
                let message = format!("`{}` has two entries named `{name}`", Key(self.path.clone()));
                let diagnostic =
                    self.error("S018", message, span).with_label(format!("the first stands in line {line}"));
                self.diagnostics.push(diagnostic);
                continue;
            }
            elements.insert(name, Node::new(value, place));
        }
        elements
    }

    /// The name of an element of an array; reported when it has none.
    fn name_of(&mut self, table: &DeTable<'_>, whole: Range<usize>) -> Option<(String, Range<usize>)> {
        let list = Key(self.path.clone());
        match table.get("name").map(|name| (name.get_ref(), name.span())) {
            Some((DeValue::String(name), span)) => {
                if self.usable_name(name, span.clone()) {
                    Some((name.to_string(), span))
                } else {
                    None
                }
            }
            Some((found, span)) => {
                let message = format!("the `name` in `{list}` must be a text, not {}", described(found));
                let diagnostic = self.error("S011", message, span);
                self.diagnostics.push(diagnostic);
                None
            }
            None => {
                let diagnostic = self
                    .error("S013", format!("an entry of `{list}` has no `name`"), whole)
                    .with_help("elements of arrays go by their names: write name = \"...\"");
                self.diagnostics.push(diagnostic);
                None
            }
        }
    }

    fn usable_name(&mut self, name: &str, span: Range<usize>) -> bool {
        let trouble = if name.trim().is_empty() {
            "a name must not be empty".to_string()
        } else if name.chars().count() > LONGEST_NAME {
            format!("a name has at most {LONGEST_NAME} characters, not {}", name.chars().count())
        } else if name.chars().any(char::is_control) {
            "a name must not hold control characters".to_string()
        } else {
            return true;
        };
        let diagnostic = self.error("S020", trouble, span);
        self.diagnostics.push(diagnostic);
        false
    }
}
