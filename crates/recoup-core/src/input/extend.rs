//! Strategies that take over others: `extends`.

use indexmap::{IndexMap, IndexSet};

use crate::diagnostic::{Diagnostic, Place, Source};
use crate::input::draft::MOST_OVERLAYS;
use crate::input::findings::Findings;
use crate::input::hint::{did_you_mean, listed};
use crate::input::leaf::shown;
use crate::input::overlay::overlay_all;
use crate::input::read::read;
use crate::input::shape;
use crate::input::shipped::{POLICIES, find};
use crate::input::tree::{Node, Value};

/// The overlays of all strategies, each laid over those that it extends.
pub(crate) fn extended(written: &IndexMap<String, Node>, diagnostics: &mut Findings) -> IndexMap<String, Node> {
    let mut extender = Extender { written, whole: IndexMap::new(), way: Vec::new(), diagnostics };
    written.keys().map(|name| (name.clone(), extender.whole(name).unwrap_or_else(Node::table))).collect()
}

struct Extender<'a> {
    written: &'a IndexMap<String, Node>,
    /// Overlays that are whole, those of policies too.
    whole: IndexMap<String, Node>,
    /// From the strategy asked for to the one that is followed now.
    way: Vec<String>,
    diagnostics: &'a mut Findings,
}

/// One overlay of a strategy: what it extends, or its own.
struct Layer {
    overlay: Node,
    /// Where `extends` names it; none for its own.
    named: Option<Place>,
}

impl Extender<'_> {
    /// The overlay of a strategy or policy, laid over those that it extends; nothing when there is none of that name.
    fn whole(&mut self, name: &str) -> Option<Node> {
        if let Some(whole) = self.whole.get(name) {
            return Some(whole.clone());
        }
        let mut own = self.written.get(name).cloned().or_else(|| policy(name, self.diagnostics))?;
        let (summary, place) = (own.take("summary"), own.place.clone());
        let references = self.references(name, own.take("extends"));
        self.way.push(name.to_string());
        let mut layers: Vec<Layer> = references.iter().filter_map(|reference| self.layer(name, reference)).collect();
        self.way.pop();
        layers.push(Layer { overlay: own, named: None });
        self.note_costs(name, &layers);
        let mut layers = layers.into_iter().map(|layer| layer.overlay);
        let mut whole = layers.next()?;
        layers.for_each(|overlay| overlay_all(&mut whole, &overlay, shape::strategy()));
        // A summary is of its own strategy alone.
        whole.take("summary");
        if let (Some(summary), Some(entries)) = (summary, whole.entries_mut()) {
            entries.insert("summary".into(), summary);
        }
        whole.place = place;
        self.whole.insert(name.to_string(), whole.clone());
        Some(whole)
    }

    /// What `extends` names: one text, or the texts of a list.
    fn references(&mut self, name: &str, extends: Option<Node>) -> Vec<Node> {
        match extends {
            Some(Node { value: Value::List(items), place }) if items.len() > MOST_OVERLAYS => {
                let message = format!("strategy `{name}` extends {} strategies: at most {MOST_OVERLAYS}", items.len());
                self.diagnostics.push(Diagnostic::error("S035", message).with_place(place));
                Vec::new()
            }
            Some(Node { value: Value::List(items), .. }) => items,
            Some(node) => vec![node],
            None => Vec::new(),
        }
    }

    /// The overlay that one reference of strategy `name` names; reported when there is none.
    fn layer(&mut self, name: &str, reference: &Node) -> Option<Layer> {
        let (text, place) = (reference.as_text()?, &reference.place);
        let Some(other) = text.strip_prefix("strategy:") else {
            let message = format!("strategy `{name}` cannot extend `{text}`");
            let diagnostic = Diagnostic::error("S023", message).with_place(place.clone());
            self.diagnostics.push(diagnostic.with_help("write extends = \"strategy:NAME\", or a list of such texts"));
            return None;
        };
        if let Some(first) = self.way.iter().position(|earlier| earlier == other) {
            let names: Vec<String> =
                self.way[first..].iter().map(String::as_str).chain([other]).map(|name| format!("`{name}`")).collect();
            let message = format!("`extends` forms a cycle: {}", names.join(" extends "));
            self.diagnostics.push(Diagnostic::error("S008", message).with_place(place.clone()));
            return None;
        }
        let Some(overlay) = self.whole(other) else {
            let known = self.written.keys().map(String::as_str).filter(|known| *known != name);
            let mut diagnostic =
                Diagnostic::error("S023", format!("no strategy `{other}` to extend")).with_place(place.clone());
            diagnostic.help = did_you_mean(other, known.chain(POLICIES.iter().map(|(name, _)| *name)));
            self.diagnostics.push(diagnostic);
            return None;
        };
        Some(Layer { overlay, named: place.clone() })
    }

    /// Notes every cost that the overlays of a strategy set to different values: the last one replaces the others.
    fn note_costs(&mut self, name: &str, layers: &[Layer]) {
        let costs = |layer: &Layer| layer.overlay.at(&["costs"]).and_then(Node::entries).cloned().unwrap_or_default();
        let keys: IndexSet<String> = layers.iter().flat_map(|layer| costs(layer).into_keys()).collect();
        for key in keys {
            let at = |layer: &Layer| layer.overlay.at(&["costs", &key]).cloned();
            let set: Vec<(Node, &Layer)> = layers.iter().filter_map(|layer| Some((at(layer)?, layer))).collect();
            let Some((last, layer)) = set.last() else { continue };
            let values: Vec<&Value> = set.iter().map(|(node, _)| &node.value).collect();
            if values.iter().all(|value| **value == last.value) || values.contains(&&Value::Broken) {
                continue;
            }
            let certain = set.iter().map(|(node, _)| match node.value {
                Value::Number(x) => Some(x),
                _ => None,
            });
            let sum = certain.sum::<Option<f64>>().map_or("their sum".to_string(), shown);
            let message = format!(
                "in strategy `{name}`, `costs.{key}` of {} makes {}, not {sum}",
                listed(values.into_iter().map(written)),
                written(&last.value)
            );
            let place = layer.named.clone().or_else(|| last.place.clone());
            self.diagnostics.push(Diagnostic::note("N005", message).with_place(place).with_help(format!(
                "an overlay replaces what was laid before it: where all of them are paid, write the sum in [costs] of `{name}`"
            )));
        }
    }
}

/// A cost as a reader would write it.
fn written(value: &Value) -> String {
    match value {
        Value::Number(x) => shown(*x),
        Value::Uncertain(form) => form.text.clone(),
        _ => String::new(),
    }
}

/// A policy that the program carries.
fn policy(name: &str, diagnostics: &mut Findings) -> Option<Node> {
    let text = find(POLICIES, name)?.to_string();
    // The texts in other languages are the last tables of a policy, and say nothing of the strategy that takes it.
    let text = text.split("\n[translation.").next().unwrap_or_default().to_string();
    let source = std::sync::Arc::new(Source { name: format!("strategy:{name}"), text });
    read(&source, shape::strategy(), false, diagnostics)
}
