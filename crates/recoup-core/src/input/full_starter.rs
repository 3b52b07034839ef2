//! The study that `recoup new --full` writes: every key of the ledger, with what is known about it.

use toml::{Table, Value};

use crate::evidence::ledger::{Domain, Entry, Kind, NAME, entries};
use crate::evidence::words::facts;
use crate::input::shape::{self, Shape};
use crate::input::source::Origin;
use crate::input::starter::starter;
use crate::input::{Request, load};

/// Width of a comment.
const WIDTH: usize = 100;

/// Values that the starter can hold where there is no default and the preset has none: by path.
const EXAMPLES: &[(&str, &str)] = &[
    ("summary", "'What the study asks, and what came out'"),
    ("report.client", "'Board of Example Ltd'"),
    ("report.author", "'A. Analyst'"),
    ("report.date", "2026-03-31"),
    ("report.status", "'draft'"),
    ("report.logo", "'logo.png'"),
    ("input.key", "'acquisition.cost_ratio'"),
    ("input.label", "'Cost of a new customer over that of keeping one'"),
    ("input.source", "'Marketing accounts of last year'"),
    ("input.note", "'Advertising and sales, without overheads'"),
    ("case.ranking", "['ask and answer > ask > as is']"),
    ("failure.<name>.touchpoint", "'delivery'"),
    ("touchpoint.<name>.name", "'delivery'"),
    ("response.<name>.name", "'careful packing'"),
    ("response.<name>.key", "'failure.\"late delivery\".rate'"),
    ("response.<name>.limit", "0.01"),
    ("recovery.front_line_resolves_max", "0.9"),
    ("network.file", "'ties.csv'"),
    ("strategy.<name>.extends", "'strategy:listening-posts'"),
    ("scenario.<name>.name", "'base'"),
    ("variant.<name>.name", "'margin of today'"),
    ("correlation.keys", "['failure.\"late delivery\".rate', 'acquisition.cost_ratio']"),
    ("correlation.rho", "0.5"),
    ("order.keys", "['failure.\"late delivery\".rate', 'acquisition.cost_ratio']"),
];

/// A runnable study on that preset with every key of the ledger: what the short starter writes is in force, all else is
/// commented out under its meaning, unit, range, default and source. `None` when there is no such preset.
///
/// A line that begins with `#` and a blank is a comment; one that begins with `#` and no blank is a key or a heading, and
/// counts once the `#` is deleted.
pub fn full_starter(preset: &str) -> Option<String> {
    let short = starter(preset)?;
    let written: Table = short.parse().ok()?;
    let origin = Origin::Text { name: "starter".into(), text: short };
    let resolved: Table = load(&Request::new(origin)).ok()?.study.resolved.parse().ok()?;
    let known = Known { preset, written, resolved };
    let mut text = HEAD.replace("@PRESET@", preset);
    for (path, table) in tables() {
        known.write(&path, &table, &mut text);
    }
    Some(text)
}

const HEAD: &str = "\
# A study of service recovery with every key: what do failures cost, and which strategy pays?
#
# Change the numbers, then:   recoup check THIS-FILE   and   recoup run THIS-FILE
# Equations of the keys:      docs/model.md
#
# A line that begins with `#` and no blank is a key, or the heading of a table: delete the `#` and it counts. A key needs the
# heading above it. A key that is commented out shows the
# value that holds without it, its default or that of preset:@PRESET@, or else an example. Any number may be uncertain, unless
# its comment says no: instead of 0.06 write { mean = 0.06, sd = 0.01 }, { low = 0.04, high = 0.09 } or { pert = [0.03, 0.06, 0.12] }.
";

/// The entries by table, in the order of the key reference.
fn tables() -> Vec<(Vec<&'static str>, Vec<&'static Entry>)> {
    let mut tables: Vec<(Vec<&str>, Vec<&Entry>)> = Vec::new();
    for entry in entries() {
        let mut path: Vec<&str> = entry.path.split('.').collect();
        path.pop();
        match tables.iter_mut().find(|(known, _)| *known == path) {
            Some((_, table)) => table.push(entry),
            None => {
                // Tables of one kind stay together, parents first.
                let first = path.first().copied();
                let after = tables.iter().rposition(|(known, _)| first.is_some() && known.first().copied() == first);
                let at = after.map_or(tables.len(), |after| after + 1);
                tables.insert(at, (path, vec![entry]));
            }
        }
    }
    tables
}

/// What the study holds.
struct Known<'a> {
    preset: &'a str,
    /// By the short starter.
    written: Table,
    /// With preset and defaults.
    resolved: Table,
}

impl Known<'_> {
    /// The table at `path`, with its heading.
    fn write(&self, path: &[&str], table: &[&'static Entry], text: &mut String) {
        let is_list = path.len() == 2 && path[1] == NAME && path[0] != "severity";
        let is_row = path.len() == 1 && matches!(shape::study().keys.get(path[0]), Some(Shape::Rows(_)));
        let mut lines = String::new();
        let mut is_in_force = false;
        for entry in table {
            let (line, counts) = self.key(entry);
            is_in_force |= counts;
            lines.push_str(&line);
        }
        let mut elements: &[Value] = &[];
        if is_list && let Some(Value::Array(written)) = self.written.get(path[0]) {
            elements = written;
        }
        // What the starter writes beside the keys of the ledger: the overlay of a strategy.
        if let Some(Value::Table(last)) = elements.last() {
            for (key, value) in last.iter().filter(|(key, _)| !table.iter().any(|entry| entry.name() == *key)) {
                let is_table_of_ledger =
                    tables().iter().any(|(known, _)| known.starts_with(path) && known.get(2) == Some(&key.as_str()));
                if !is_table_of_ledger || path[0] == "strategy" {
                    lines.push_str(&format!("{key} = {value}\n"));
                }
            }
        }
        let heading = match path {
            [] => String::new(),
            _ if is_list || is_row => format!("[[{}]]", path[0]),
            _ => format!("[{}]", self.heading(path)),
        };
        if path.len() == 1 || is_list || path.is_empty() {
            text.push_str(&format!("\n# {}\n", "-".repeat(WIDTH - 2)));
        }
        for element in elements.iter().rev().skip(1).rev() {
            text.push_str(&format!("{heading}\n{}\n", plain(element)));
        }
        if !heading.is_empty() {
            text.push_str(&format!("{}{heading}\n", if is_in_force || is_harmless(path) { "" } else { "#" }));
        }
        text.push_str(&lines);
    }

    /// A heading with names filled in; elements of lists stand in the last one above.
    fn heading(&self, path: &[&str]) -> String {
        let mut parts = Vec::new();
        for (i, part) in path.iter().enumerate() {
            match *part {
                NAME if i > 0 && path[i - 1] == "severity" => parts.push(self.severity()),
                NAME => {}
                part => parts.push(part.to_string()),
            }
        }
        parts.join(".")
    }

    /// The severity of the preset.
    fn severity(&self) -> String {
        let severities = self.resolved.get("severity").and_then(Value::as_table);
        severities.and_then(|table| table.keys().next().cloned()).unwrap_or_default()
    }

    /// The comment and the line of a key, and whether the line counts.
    fn key(&self, entry: &Entry) -> (String, bool) {
        let of_the_study = entry.in_place_of();
        let written = self.value(&self.written, &entry.path);
        let held = self.value(&self.resolved, &entry.path);
        let mut lines = match of_the_study {
            Some(path) => comment(&format!("In place of {path}, for the customers of this segment.")),
            None => {
                described(entry, self.preset, written.is_none() && held.is_some() && held != entry.default.as_ref())
            }
        };
        // A switch that is a table too: its keys are below.
        if entries().iter().any(|other| other.path.starts_with(&format!("{}.", entry.path))) {
            lines.push_str(&format!("# {} = false\n", entry.name()));
            return (lines, false);
        }
        let held = held.or_else(|| of_the_study.and_then(|path| self.value(&self.resolved, path)));
        let counts = written.is_some();
        let value = written.or(held).cloned().unwrap_or_else(|| example(entry));
        lines.push_str(&format!("{}{} = {}\n", if counts { "" } else { "#" }, entry.name(), shown(&value)));
        (lines, counts)
    }

    /// The value at a path of the ledger: in the last element of a list, as that of a strategy which changes something.
    fn value<'t>(&self, table: &'t Table, path: &str) -> Option<&'t Value> {
        let mut parts = path.split('.');
        let mut value = table.get(parts.next()?)?;
        for part in parts {
            value = match (part, value) {
                (NAME, Value::Array(elements)) => elements.last()?,
                (NAME, Value::Table(named)) => named.values().next()?,
                (part, Value::Array(rows)) => rows.first()?.get(part)?,
                (part, value) => value.get(part)?,
            };
        }
        Some(value)
    }
}

/// Whether the heading of a table changes nothing without a key below it.
fn is_harmless(path: &[&str]) -> bool {
    let is_switch = entries().iter().any(|entry| entry.path == path.join("."));
    let is_alone = path.len() == 1 && matches!(shape::study().keys.get(path[0]), Some(Shape::Table(_)));
    (is_alone && path[0] != "case")
        || (path.len() > 1 && path[0] != "segment" && !is_switch && !path.ends_with(&[NAME]))
        || path == ["severity", NAME]
}

/// The keys of an element of a list, one a line.
fn plain(element: &Value) -> String {
    let table = element.as_table();
    table.into_iter().flatten().map(|(key, value)| format!("{key} = {value}\n")).collect()
}

/// A value as people write it.
fn shown(value: &Value) -> String {
    match value {
        Value::Float(x) if x.fract() == 0.0 && x.abs() < 1e15 => format!("{x:.1}"),
        value => value.to_string(),
    }
}

/// Everything known of a key, as comments.
fn described(entry: &Entry, preset: &str, is_from_preset: bool) -> String {
    let facts = facts(entry);
    let mut lines = format!("\n{}", comment(&entry.meaning));
    let shown = |(name, _): &&(&str, String)| !["meaning", "note"].contains(name);
    let mut rest: Vec<String> = facts.iter().filter(shown).map(|(name, value)| format!("{name}: {value}")).collect();
    if is_from_preset {
        rest.push(format!("value here: that of preset:{preset}"));
    }
    lines.push_str(&comment(&rest.join("; ")));
    lines
}

/// A text as wrapped comments.
fn comment(text: &str) -> String {
    let (mut lines, mut column) = (String::new(), 0);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column == 0 || column + 1 + length > WIDTH {
            lines.push_str(if column == 0 { "#" } else { "\n#" });
            column = 1;
        }
        lines.push_str(&format!(" {word}"));
        column += 1 + length;
    }
    lines + "\n"
}

/// A value for a key that has none.
fn example(entry: &Entry) -> Value {
    if let Some(default) = &entry.default {
        return default.clone();
    }
    if let Some((_, text)) = EXAMPLES.iter().find(|(path, _)| entry.path == *path || entry.in_place_of() == Some(path))
    {
        let line: Table = format!("x = {text}").parse().unwrap_or_default();
        return line.get("x").cloned().unwrap_or(Value::Boolean(false));
    }
    let (least, greatest) = entry.bounds();
    let number = match (entry.range, entry.domain) {
        (Some([low, high]), _) => low + (high - low) / 2.0,
        (None, Domain::Probability | Domain::PositiveProbability) => 0.5,
        (None, _) => 1.0,
    };
    let number = number.clamp(least, greatest);
    match entry.kind {
        Kind::Number => Value::Float(number),
        Kind::Whole => Value::Integer(number.ceil() as i64),
        Kind::Choice => Value::String(entry.choices.first().cloned().unwrap_or_default()),
        Kind::Flag => Value::Boolean(true),
        Kind::List => Value::Array(Vec::new()),
        Kind::Text | Kind::Texts => Value::String("…".into()),
    }
}

#[cfg(test)]
mod tests {
    use crate::evidence::ledger::entries;
    use crate::input::full_starter::{EXAMPLES, full_starter};
    use crate::input::shipped::PRESETS;
    use crate::input::source::Origin;
    use crate::input::{Request, load};

    fn loaded(text: String) -> Result<crate::input::Loaded, Vec<crate::diagnostic::Diagnostic>> {
        load(&Request::new(Origin::Text { name: "full".into(), text }))
    }

    #[test]
    fn every_preset_gives_a_full_study_that_runs() {
        for (name, _) in PRESETS {
            let loaded = loaded(full_starter(name).unwrap());
            assert!(loaded.is_ok(), "{name}: {loaded:#?}");
        }
        assert_eq!(full_starter("no such preset"), None);
    }

    #[test]
    fn every_key_stands_once() {
        let text = full_starter("tarp-major").unwrap();
        for (path, _) in EXAMPLES {
            assert!(entries().iter().any(|entry| entry.path == *path), "{path}");
        }
        let mut keys: Vec<String> = Vec::new();
        for line in text.lines() {
            let bare = line.trim_start_matches('#');
            let name = bare.trim_start().split([' ', '=']).next().unwrap_or_default();
            if (!line.starts_with("# ") && bare.contains(" = ")) || line == "# desk = false" {
                keys.push(name.to_string());
            }
        }
        for entry in entries() {
            let wanted = entries().iter().filter(|other| other.name() == entry.name()).count();
            let found = keys.iter().filter(|key| *key == entry.name()).count();
            assert!(found >= wanted, "{}: {found} of {wanted}", entry.path);
        }
    }

    #[test]
    fn with_every_line_uncommented_it_is_read() {
        for (name, _) in PRESETS {
            let text = full_starter(name).unwrap();
            let (mut whole, mut heading) = (String::new(), String::new());
            for line in text.lines() {
                let bare = line.strip_prefix('#').filter(|rest| !rest.is_empty() && !rest.starts_with(' '));
                let key = bare.unwrap_or(line);
                if key.starts_with('[') {
                    heading = key.to_string();
                }
                // Of two keys that exclude each other the first stays; the file is the user's own.
                let is_second = key.starts_with("compensation_amount =")
                    || heading == "[[failure]]" && key.starts_with("share =")
                    || heading == "[network]" && key.starts_with("file =")
                    || heading == "[report]" && key.starts_with("logo =");
                whole.push_str(&format!("{}\n", if is_second { "" } else { key }));
            }
            let table = whole.parse::<toml::Table>();
            assert!(table.is_ok(), "{name}: {table:?}");
            let diagnostics = loaded(whole).err().unwrap_or_default();
            let left: Vec<String> = diagnostics.iter().map(|d| format!("{} {}", d.code, d.message)).collect();
            assert!(left.is_empty(), "{left:#?}");
        }
    }
}
