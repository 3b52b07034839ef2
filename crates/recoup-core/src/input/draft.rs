//! A study as read: its chain of files laid over each other, its overlays, its settings.

use indexmap::IndexMap;

use crate::input::edges::NetworkFile;
use crate::input::overlay::fill_table;
use crate::input::shape;
use crate::input::tree::{Node, Value};
use crate::input::write::toml_text;
use crate::scenario::report::Logo;

/// Most strategies, and most scenarios.
pub(crate) const MOST_OVERLAYS: usize = 100;

/// A study before it is taken apart into cases.
pub(crate) struct Draft {
    /// Its name.
    pub name: String,
    /// The study with its settings, without overlays, nothing filled in.
    pub study: Node,
    /// Overlays of scenarios, by name; at least one.
    pub scenarios: IndexMap<String, Node>,
    /// Overlays of strategies, by name, their own `extends` followed; at least one.
    pub strategies: IndexMap<String, Node>,
    /// Overlays of model variants, by name.
    pub variants: IndexMap<String, Node>,
    /// What `--set` and the like have set, in the study and in its overlays.
    pub set: Node,
    /// Whether the study names scenarios and strategies itself.
    pub named: (bool, bool),
    /// The network files that it names.
    pub networks: Vec<NetworkFile>,
    /// The logo that it names.
    pub logo: Option<Logo>,
}

impl Draft {
    /// The study with its own keys filled in: not yet parameters.
    pub(crate) fn whole(&self) -> Node {
        let mut whole = self.study.clone();
        fill_table(&mut whole, shape::set());
        whole
    }

    /// The whole study as one runnable text: `extends` followed, settings and defaults written out.
    pub(crate) fn resolved(&self, title: &str) -> String {
        let mut whole = self.whole();
        for (key, overlays, named) in
            [("scenario", &self.scenarios, self.named.0), ("strategy", &self.strategies, self.named.1)]
        {
            if let (true, Some(entries)) = (named, whole.entries_mut()) {
                entries.insert(key.into(), Node::new(Value::Table(overlays.clone()), None));
            }
        }
        if let (false, Some(entries)) = (self.variants.is_empty(), whole.entries_mut()) {
            entries.insert("variant".into(), Node::new(Value::Table(self.variants.clone()), None));
        }
        if let Some(entries) = whole.entries_mut() {
            entries.insert("title".into(), Node::new(Value::Text(title.into()), None));
        }
        toml_text(&whole, shape::study())
    }
}
