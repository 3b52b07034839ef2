//! What is asked of a study beside its strategies: sweeps.

use indexmap::IndexMap;

use crate::diagnostic::{Diagnostic, Level, Place};
use crate::evidence::ledger::{Entry, Kind};
use crate::input::check;
use crate::input::findings::{CaseId, Findings};
use crate::input::hint::{did_you_mean, key_of, nearest, unknown_key};
use crate::input::leaf::{outside, shown};
use crate::input::overlay::{Unknown, fill_table, overlay};
use crate::input::resolve::{self, Frame};
use crate::input::shape;
use crate::input::tree::{Node, Value};
use crate::scenario::key::Key;
use crate::scenario::study::{Sweep, SweptStrategy};

/// Most values of a sweep.
const MOST_STEPS: i64 = 1_000;

/// A `[[sweep]]` as written, and the parameters found for it so far.
pub(crate) struct SweepPlan {
    key: Key,
    key_place: Option<Place>,
    entry: &'static Entry,
    ends: [(f64, Option<Place>); 2],
    values: Vec<f64>,
    strategy: Option<usize>,
    found: Vec<Vec<SweptStrategy>>,
}

impl SweepPlan {
    /// Reads one `[[sweep]]`; `None` when it is wrong, which is reported.
    pub(crate) fn read(
        row: &Node,
        strategies: &IndexMap<String, Node>,
        diagnostics: &mut Findings,
    ) -> Option<SweepPlan> {
        row.entries()?;
        for required in ["key", "from", "to", "steps"] {
            if row.at(&[required]).is_none() {
                let message = format!("a sweep lacks `{required}`");
                diagnostics.push(Diagnostic::error("S013", message).with_place(row.place.clone()));
            }
        }
        let strategy = match row.at(&["strategy"]) {
            Some(Node { value: Value::Text(name), place }) => {
                Some(swept_strategy(name, place, strategies, diagnostics)?)
            }
            Some(_) => return None,
            None => None,
        };
        let node = row.at(&["key"])?;
        let key = diagnostics.take(key_of(node.as_text()?, "a sweep", node.place.clone()))?;
        let entry = shape::strategy().entry_at(&key.0).filter(|entry| entry.kind == Kind::Number);
        let Some(entry) = entry else {
            diagnostics.push(not_a_lever(&key, node.place.clone()));
            return None;
        };
        let end = |name: &str| match row.at(&[name]) {
            Some(Node { value: Value::Number(x), place }) => Some((*x, place.clone())),
            _ => None,
        };
        let (from, to) = (end("from")?, end("to")?);
        let steps = row.whole(&["steps"])?;
        let mut wrong = false;
        for (name, (x, place)) in [("from", &from), ("to", &to)] {
            if let Some(trouble) = outside(*x, entry) {
                let message = format!("`{name}` of the sweep of `{key}` ({}) {trouble}", shown(*x));
                diagnostics.push(Diagnostic::error("S012", message).with_place(place.clone()));
                wrong = true;
            }
        }
        let trouble = match steps {
            1 if from.0 != to.0 => Some("a sweep of one step has no way from `from` to `to`"),
            1..=MOST_STEPS => None,
            _ => Some("a sweep has 2 to 1,000 steps"),
        };
        if let Some(trouble) = trouble {
            diagnostics.push(Diagnostic::error("S041", trouble).with_place(row.place(&["steps"])));
            return None;
        }
        if wrong {
            return None;
        }
        let last = (steps - 1).max(1) as f64;
        let values = (0..steps).map(|i| from.0 + (to.0 - from.0) * (i as f64 / last)).collect();
        let (key_place, ends) = (node.place.clone(), [from, to]);
        Some(SweepPlan { key, key_place, entry, ends, values, strategy, found: Vec::new() })
    }

    /// How many sets of parameters it asks for in one scenario.
    pub(crate) fn cases(&self, strategies: usize) -> usize {
        self.values.len() * if self.strategy.is_some() { 1 } else { strategies.saturating_sub(1) }
    }

    /// Opens the list of the next scenario.
    pub(crate) fn next_scenario(&mut self) {
        self.found.push(Vec::new());
    }

    /// Sweeps the strategy whose filled tree is given, if it is to be swept and has the lever.
    pub(crate) fn sweep(&mut self, parameters: CaseId, tree: &Node, frame: &Frame, diagnostics: &mut Findings) {
        let swept = match self.strategy {
            Some(strategy) => strategy == parameters.1,
            None => parameters.1 > 0,
        };
        if !swept {
            return;
        }
        let current = match tree.at(&self.key.0).map(|node| &node.value) {
            Some(Value::Number(x)) => Some(*x),
            _ => None,
        };
        for (end, place) in &self.ends {
            let Some(tree) = self.moved(tree, *end, place.clone()) else {
                if self.strategy.is_some() {
                    diagnostics
                        .push_in(parameters, unknown_key(&self.key, "a sweep", self.key_place.clone(), Some(tree)));
                }
                return;
            };
            let point = resolve::parameters(&tree);
            for diagnostic in check::parameters(&tree, &point) {
                if diagnostic.level == Level::Error {
                    diagnostics.push_in(parameters, diagnostic);
                }
            }
        }
        let Some(first) = self.moved(tree, self.values[0], self.ends[0].1.clone()) else { return };
        let mut first = resolve::uncertain_parameters(&first);
        frame.finish(&mut first);
        let mut cases = vec![first; self.values.len()];
        for (parameters, value) in cases.iter_mut().zip(&self.values) {
            if let Some(number) = parameters.point.number_mut(&self.key) {
                *number = *value;
            }
        }
        if let Some(found) = self.found.last_mut() {
            found.push(SweptStrategy { strategy: parameters.1, current, cases });
        }
    }

    /// The tree with the lever at `value`; nothing when the lever's element is not there.
    fn moved(&self, tree: &Node, value: f64, place: Option<Place>) -> Option<Node> {
        let mut lever = Node::new(Value::Number(value), place.clone());
        for part in self.key.0.iter().rev() {
            lever = Node::new(Value::Table([(part.clone(), lever)].into_iter().collect()), place.clone());
        }
        let mut moved = tree.clone();
        overlay(&mut moved, &lever, shape::strategy(), Unknown::Skip, &mut |_| {});
        fill_table(&mut moved, shape::parameters());
        moved.at(&self.key.0)?;
        Some(moved)
    }

    /// The sweep with all its parameters; reported when no strategy has the lever.
    pub(crate) fn finish(self, tree: &Node, diagnostics: &mut Findings) -> Sweep {
        if self.strategy.is_none() && self.found.iter().all(Vec::is_empty) {
            let message = format!("no strategy beside the reference has `{}` to sweep", self.key);
            let near = unknown_key(&self.key, "a sweep", self.key_place, Some(tree));
            diagnostics.push(Diagnostic { message, ..near });
        }
        debug_assert_eq!(self.entry.kind, Kind::Number);
        Sweep { key: self.key, from: self.ends[0].0, to: self.ends[1].0, values: self.values, scenarios: self.found }
    }
}

fn swept_strategy(
    name: &str,
    place: &Option<Place>,
    strategies: &IndexMap<String, Node>,
    diagnostics: &mut Findings,
) -> Option<usize> {
    let trouble = match strategies.get_index_of(name) {
        Some(0) => Diagnostic::error("S042", format!("the reference `{name}` is never swept"))
            .with_help("sweep another strategy: a curve shows what it gains over the reference"),
        Some(index) => return Some(index),
        None => {
            let mut unknown = Diagnostic::error("S042", format!("no strategy `{name}` to sweep"));
            unknown.help = did_you_mean(name, strategies.keys().skip(1).map(String::as_str));
            unknown
        }
    };
    diagnostics.push(trouble.with_place(place.clone()));
    None
}

fn not_a_lever(key: &Key, place: Option<Place>) -> Diagnostic {
    match shape::study().entry_at(&key.0) {
        Some(_) if key.0.first().is_some_and(|first| shape::SCENARIO_ONLY.contains(&first.as_str())) => {
            let message = format!("a sweep cannot move `{key}`");
            Diagnostic::error("S040", message)
                .with_place(place)
                .with_help("it is a fact of the world and no lever of a strategy: use a [[scenario]]")
        }
        Some(_) => {
            Diagnostic::error("S040", format!("a sweep cannot move `{key}`, which is no number")).with_place(place)
        }
        None => {
            let known: Vec<&str> = crate::evidence::ledger::entries().iter().map(|entry| entry.path.as_str()).collect();
            let mut diagnostic = unknown_key(key, "a sweep", place, None);
            diagnostic.help = nearest(&key.to_string(), known).map(|near| format!("did you mean `{near}`?"));
            diagnostic
        }
    }
}
