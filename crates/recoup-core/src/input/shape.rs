//! The shape of a study: which keys stand where, taken from the ledger.

use std::sync::LazyLock;

use indexmap::IndexMap;

use crate::evidence::ledger::{Entry, NAME, entries};

/// What may stand at one place of a study.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// A value.
    Leaf(&'static Entry),
    /// A table.
    Table(TableShape),
    /// Tables by name.
    Named(NamedShape),
    /// Tables without names, such as `[[sweep]]`.
    Rows(TableShape),
}

/// The keys of a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct TableShape {
    /// What stands under each key.
    pub keys: IndexMap<&'static str, Shape>,
    /// Whether `false` may stand in its place and remove it.
    pub removable: bool,
}

/// Tables by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct NamedShape {
    /// Each of them.
    pub element: TableShape,
    /// Whether they are written `[[segment]]` with a `name`, and not `[severity.NAME]`.
    pub listed: bool,
}

/// Written as tables by name, all others as arrays of tables with a `name`.
const TABLES_BY_NAME: &[&str] = &["severity"];

/// Arrays of tables without names.
const ROWS: &[&str] = &["input", "sweep", "correlation", "order"];

/// What belongs to the study as a whole and cannot be overlaid.
const STUDY_ONLY: &[&str] = &[
    "title",
    "summary",
    "currency",
    "language",
    "extends",
    "allow",
    "report",
    "input",
    "case",
    "study",
    "strategy",
    "scenario",
    "variant",
    "touchpoint",
    "sweep",
    "correlation",
    "order",
];

/// Tables of the study that a segment may carry for its own customers.
pub(crate) const OF_SEGMENTS: &[&str] = &["severity", "voice", "recovery", "word_of_mouth"];

/// What a scenario may overlay and a strategy may not.
pub(crate) const SCENARIO_ONLY: &[&str] = &["horizon", "market", "individuals", "network"];

/// A whole study file.
pub(crate) fn study() -> &'static TableShape {
    &SHAPES.study
}

/// One world: the study without titles, settings, strategies and what is asked of them.
pub(crate) fn parameters() -> &'static TableShape {
    &SHAPES.case
}

/// The overlay of a strategy.
pub(crate) fn strategy() -> &'static TableShape {
    &SHAPES.strategy
}

/// What `--set` may set.
pub(crate) fn set() -> &'static TableShape {
    &SHAPES.set
}

struct Shapes {
    study: TableShape,
    case: TableShape,
    strategy: TableShape,
    set: TableShape,
}

static SHAPES: LazyLock<Shapes> = LazyLock::new(|| {
    let mut study = TableShape::default();
    for entry in entries() {
        let parts: Vec<&'static str> = entry.path.split('.').collect();
        study.insert(&parts, entry);
    }
    let case = study.without(STUDY_ONLY);
    let strategy = case.without(SCENARIO_ONLY);
    for (key, overlay) in [("scenario", &case), ("variant", &case), ("strategy", &strategy)] {
        if let Some(Shape::Named(named)) = study.keys.get_mut(key) {
            named.element.keys.extend(overlay.keys.clone());
        }
    }
    let set =
        study.without(&["extends", "allow", "input", "case", "variant", "touchpoint", "sweep", "correlation", "order"]);
    let strategy = match study.keys.get("strategy") {
        Some(Shape::Named(named)) => named.element.clone(),
        _ => strategy,
    };
    Shapes { study, case, strategy, set }
});

impl TableShape {
    fn insert(&mut self, parts: &[&'static str], entry: &'static Entry) {
        let (Some(&first), rest) = (parts.first(), &parts[1..]) else { return };
        if rest.is_empty() {
            self.keys.insert(first, Shape::Leaf(entry));
        } else if ROWS.contains(&first) {
            let rows = self.keys.entry(first).or_insert_with(|| Shape::Rows(TableShape::default()));
            if let Shape::Rows(table) = rows {
                table.insert(rest, entry);
            }
        } else if rest[0] == NAME {
            let listed = !TABLES_BY_NAME.contains(&first);
            let named = self
                .keys
                .entry(first)
                .or_insert_with(|| Shape::Named(NamedShape { element: TableShape::default(), listed }));
            if let Shape::Named(named) = named {
                named.element.insert(&rest[1..], entry);
            }
        } else {
            let table = self.keys.entry(first).or_insert_with(|| Shape::Table(TableShape::default()));
            if let Shape::Leaf(_) = table {
                // A key that is a switch and a table at once, such as `recovery.desk`.
                *table = Shape::Table(TableShape { removable: true, ..TableShape::default() });
            }
            if let Shape::Table(table) = table {
                table.insert(rest, entry);
            }
        }
    }

    fn without(&self, keys: &[&str]) -> TableShape {
        let kept = self.keys.iter().filter(|(key, _)| !keys.contains(key));
        TableShape { keys: kept.map(|(key, shape)| (*key, shape.clone())).collect(), removable: self.removable }
    }

    /// The entry of the value at `parts`, names standing for themselves.
    pub(crate) fn entry_at<S: AsRef<str>>(&self, parts: &[S]) -> Option<&'static Entry> {
        let shape = self.keys.get(parts.first()?.as_ref())?;
        match (shape, &parts[1..]) {
            (Shape::Leaf(entry), []) => Some(entry),
            (Shape::Table(table), rest) => table.entry_at(rest),
            (Shape::Named(named), [_, rest @ ..]) => named.element.entry_at(rest),
            _ => None,
        }
    }

    /// Keys that must be written, as paths inside the table, names apart.
    pub(crate) fn required(&self) -> Vec<String> {
        let mut paths = Vec::new();
        for (key, shape) in &self.keys {
            match shape {
                Shape::Leaf(entry) if entry.is_required() && *key != "name" => paths.push((*key).to_string()),
                Shape::Table(table) if !table.removable => {
                    paths.extend(table.required().into_iter().map(|path| format!("{key}.{path}")));
                }
                _ => {}
            }
        }
        paths
    }
}
