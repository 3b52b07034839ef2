//! A study of what a firm lives under: one scenario and one strategy, every number plain.

use indexmap::IndexMap;

use crate::diagnostic::Diagnostic;
use crate::input::draft::Draft;
use crate::input::findings::Findings;
use crate::input::overlay::{Unknown, overlay};
use crate::input::read_draft::read_draft;
use crate::input::shape;
use crate::input::source::Origin;
use crate::input::tree::{Node, Value};
use crate::input::write::toml_text;
use crate::input::{Loaded, Request, load};
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{EngineKind, Study};

/// What a study keeps beside its parameters.
const KEPT: [&str; 5] = ["title", "currency", "language", "allow", "study"];
/// What an overlay says of itself.
const OF_OVERLAYS: [&str; 2] = ["summary", "weight"];

/// Which firm it is: a scenario and a strategy of a study, and the values of uncertain numbers.
pub(crate) struct Lived<'a> {
    /// The study.
    pub study: &'a Study,
    /// Its scenario.
    pub scenario: usize,
    /// The strategy of the scenario.
    pub strategy: usize,
    /// The values under the reference, and under the strategy; responses have not acted.
    pub values: [Parameters; 2],
}

impl Lived<'_> {
    /// The study of that firm. Its first strategy is the one asked for; one that starts late has the reference before it.
    ///
    /// # Errors
    /// It cannot be written without the files beside the study.
    pub(crate) fn load(self) -> Result<Study, Vec<Diagnostic>> {
        let name = self.study.name.clone();
        let text = self.text()?;
        let Loaded { study, .. } = load(&Request::new(Origin::Text { name, text }))?;
        Ok(study)
    }

    fn text(mut self) -> Result<String, Vec<Diagnostic>> {
        if !self.study.networks.is_empty() {
            let diagnostic = Diagnostic::error("S066", "the study reads a network from a file, which the truth lacks");
            return Err(vec![diagnostic.with_help("choose another `network.kind`")]);
        }
        let mut findings = Findings::default();
        let origin = Origin::Text { name: self.study.name.clone(), text: self.study.resolved.clone() };
        let draft = read_draft(&Request::new(origin), &mut findings);
        let Some(draft) = draft.filter(|_| !findings.has_errors()) else { return Err(findings.ranked(&[], &[])) };
        let mut world = draft.whole();
        if let Some(entries) = world.entries_mut() {
            // A translation names strategies that are gone.
            let is_kept = |key: &str| KEPT.contains(&key) || shape::parameters().keys.contains_key(key);
            entries.retain(|key, _| key != "translation" && is_kept(key));
        }
        lay(&mut world, draft.scenarios.get_index(self.scenario).map(|(_, over)| over));
        let strategies = self.strategies(&mut world, &draft);
        if let Some(entries) = world.entries_mut() {
            entries.insert("strategy".into(), Node::new(Value::Table(strategies), None));
        }
        self.settings(&mut world);
        Ok(toml_text(&world, shape::study()))
    }

    /// The strategies that are left, and the numbers of the world made plain.
    fn strategies(&mut self, world: &mut Node, draft: &Draft) -> IndexMap<String, Node> {
        let over =
            |strategy: usize| draft.strategies.get_index(strategy).map(|(name, over)| (name.clone(), over.clone()));
        let timing = self.values[1].timing;
        let [reference, values] = &mut self.values;
        let mut strategies: IndexMap<String, Node> = IndexMap::new();
        if timing.is_immediate() {
            if let Some((name, mut over)) = over(self.strategy) {
                for key in ["starts", "ramp_periods"] {
                    over.take(key);
                }
                lay(world, Some(&over));
                strategies.insert(name, Node::table());
            }
            plain(world, values);
            reference_base(world, values);
        } else {
            plain(world, reference);
            reference_base(world, values);
            for (strategy, values) in [(0, reference), (self.strategy, values)] {
                strategies.extend(over(strategy).map(|(name, mut over)| {
                    plain(&mut over, values);
                    (name, over)
                }));
            }
        }
        strategies
    }

    /// One simulation of single customers.
    fn settings(&self, world: &mut Node) {
        let Some(entries) = world.entries_mut() else { return };
        let settings = entries.entry("study".into()).or_insert_with(Node::table);
        let Some(settings) = settings.entries_mut() else { return };
        let mut set = |key: &str, value: Value| drop(settings.insert(key.into(), Node::new(value, None)));
        set("engine", Value::Text(EngineKind::Agents.name().into()));
        set("seed", Value::Whole(self.study.settings.seed as i64));
        set("draws", Value::Whole(1));
        set("replicates", Value::Whole(1));
    }
}

/// Lays an overlay of parameters on a tree.
fn lay(tree: &mut Node, over: Option<&Node>) {
    let Some(over) = over else { return };
    let mut over = over.clone();
    for key in OF_OVERLAYS {
        over.take(key);
    }
    overlay(tree, &over, shape::parameters(), Unknown::AppendComplete, &mut |_| {});
}

/// The base loyalty that the repurchase table was measured at, where it follows from the study before any strategy.
fn reference_base(world: &mut Node, values: &Parameters) {
    let value = values.loyalty.reference_base;
    let loyalty = world.entries_mut().map(|entries| entries.entry("loyalty".into()).or_insert_with(Node::table));
    if let Some(entries) = loyalty.and_then(Node::entries_mut).filter(|_| value.is_finite()) {
        entries.insert("reference_base".into(), Node::new(Value::Number(value), None));
    }
}

/// Makes every uncertain number of a tree the value that the parameters have.
fn plain(tree: &mut Node, values: &mut Parameters) {
    let uncertain = |(key, node): (_, &Node)| matches!(node.value, Value::Uncertain(_)).then_some(key);
    let keys: Vec<_> = tree.leaves().into_iter().filter_map(uncertain).collect();
    for key in keys {
        let mut node = &mut *tree;
        let mut parts = key.0.iter();
        let leaf = loop {
            let Some(part) = parts.next() else { break Some(node) };
            match node.entries_mut().and_then(|entries| entries.get_mut(part)) {
                Some(inner) => node = inner,
                None => break None,
            }
        };
        if let (Some(leaf), Some(value)) = (leaf, values.number_mut(&key)) {
            leaf.value = Value::Number(*value);
        }
    }
}
