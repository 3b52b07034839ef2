//! The heart of loading: the parameters of every scenario and strategy, checked, and swept.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Level};
use crate::input::case_study;
use crate::input::check;
use crate::input::coupling::{Numbers, correlations, orders};
use crate::input::draft::Draft;
use crate::input::findings::{CaseId, Findings};
use crate::input::overlay::{Unknown, fill_table, missing, names_nothing, overlay};
use crate::input::question::SweepPlan;
use crate::input::report;
use crate::input::resolve::{self, Frame};
use crate::input::shape;
use crate::input::translation;
use crate::input::tree::Node;
use crate::input::write::settings;
use crate::scenario::acquisition::AcquisitionPolicy;
use crate::scenario::key::Key;
use crate::scenario::language::Language;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{EngineKind, Scenario, Strategy, Study, UncertainParameters, VARIANT_NAMES, Variant};

/// Most bytes that all cases of a study may take together, roughly.
const MOST_MEMORY: usize = 512 * 1024 * 1024;

/// Makes every case; nothing when the study is too large to try.
pub(crate) fn study(draft: &Draft, diagnostics: &mut Findings) -> Option<Study> {
    let whole = draft.whole();
    let allowed = check::allow::codes(&whole, diagnostics);
    diagnostics.allow(allowed.clone());
    if !check::size::check(draft, &whole, diagnostics) {
        return None;
    }
    check::study::check(draft, diagnostics);
    let mut sweeps: Vec<SweepPlan> =
        whole.rows("sweep").iter().filter_map(|row| SweepPlan::read(row, &draft.strategies, diagnostics)).collect();
    if !fits(draft, &whole, &sweeps, diagnostics) {
        return None;
    }
    let engine = resolve::settings(&whole).engine;
    let mut builder = ParametersBuilder { draft, engine, sweeps: &mut sweeps, uncertain: BTreeSet::new(), diagnostics };
    let base = base(&draft.study);
    let scenarios: Vec<Scenario> = (0..draft.scenarios.len()).map(|i| builder.scenario(&base, i)).collect();
    let ParametersBuilder { uncertain, .. } = builder;
    let known = known(draft, base);
    let numbers = Numbers { uncertain: &uncertain, known: &known, set: &draft.set };
    let spreads = |strategy: &Strategy| strategy.parameters.point.acquisition.policy == AcquisitionPolicy::Contagion;
    if let Some(row) = whole.rows("sweep").first()
        && scenarios.iter().any(|scenario: &Scenario| scenario.strategies.iter().any(spreads))
    {
        diagnostics.push(
            Diagnostic::error("S052", "a sweep is read by the expected engine, which knows no contagion")
                .with_place(row.place.clone())
                .with_help("leave the sweep out, and compare strategies instead"),
        );
    }
    let title = whole.text(&["title"]).unwrap_or(&draft.name).to_string();
    let case_study = case_study::read(draft, &whole, diagnostics);
    let study = Study {
        case_study,
        translations: translation::read(draft, &whole, diagnostics),
        name: draft.name.clone(),
        summary: whole.text(&["summary"]).map(str::to_string),
        currency: whole.text(&["currency"]).unwrap_or_default().to_string(),
        language: whole.text(&["language"]).and_then(Language::of_tag).unwrap_or_default(),
        settings: resolve::settings(&whole),
        scenarios,
        sweeps: sweeps.into_iter().map(|sweep| sweep.finish(&known, diagnostics)).collect(),
        correlations: correlations(&whole, &numbers, diagnostics),
        orders: orders(&whole, &numbers, diagnostics),
        touchpoints: whole.named("touchpoint").map(|(name, _)| Arc::from(name)).collect(),
        report: report::texts(&whole),
        logo: draft.logo.clone(),
        inputs: report::inputs(&whole, &known, diagnostics),
        resolved: draft.resolved(&title),
        networks: draft.networks.iter().map(|network| (network.name.clone(), network.edges.clone())).collect(),
        title,
        allow: allowed.iter().map(ToString::to_string).collect(),
    };
    check::coupling::orders(&whole, &study, diagnostics);
    variant_names(draft, diagnostics);
    Some(study)
}

/// Variants have names of their own, beside those that every study is put to.
fn variant_names(draft: &Draft, diagnostics: &mut Findings) {
    for (name, variant) in draft.variants.iter().filter(|(name, _)| VARIANT_NAMES.contains(&name.as_str())) {
        let message = format!("the program itself puts every study to a variant `{name}`");
        let place = variant.place.clone();
        diagnostics.push(Diagnostic::error("S054", message).with_place(place).with_help("choose another name"));
    }
}

/// The tables of parameters alone.
fn base(study: &Node) -> Node {
    let mut base = study.clone();
    if let Some(entries) = base.entries_mut() {
        entries.retain(|key, _| shape::parameters().keys.contains_key(key.as_str()));
    }
    base
}

/// All that stands in any set of parameters, laid over each other: for what names may be meant.
fn known(draft: &Draft, base: Node) -> Node {
    let mut known = base;
    for over in draft.scenarios.values().chain(draft.strategies.values()).chain(draft.variants.values()) {
        overlay(&mut known, over, shape::parameters(), Unknown::AppendComplete, &mut |_| {});
    }
    fill_table(&mut known, shape::parameters());
    known
}

/// Whether all parameters fit into memory; reported when not.
fn fits(draft: &Draft, whole: &Node, sweeps: &[SweepPlan], diagnostics: &mut Findings) -> bool {
    let strategies = draft.strategies.len();
    let swept: usize = sweeps.iter().map(|sweep| sweep.cases(strategies)).sum();
    let cases = draft.scenarios.len() * (strategies * (1 + draft.variants.len()) + swept);
    let leaves = whole.leaves();
    let bytes_of = |node: &Node| if matches!(node.value, crate::input::tree::Value::Uncertain(_)) { 400 } else { 16 };
    let each: usize = 1_000 + leaves.iter().map(|(_, node)| bytes_of(node)).sum::<usize>();
    if cases.saturating_mul(each) <= MOST_MEMORY {
        return true;
    }
    let message = format!("the study asks for {cases} cases, more than fit: at most {}", MOST_MEMORY / each);
    diagnostics.push(
        Diagnostic::error("S046", message)
            .with_place(whole.rows("sweep").first().and_then(|row| row.place.clone()))
            .with_help("cases are scenarios times (strategies + swept strategies times steps): ask for fewer steps"),
    );
    false
}

/// A tree with every default filled in.
fn filled(tree: &Node) -> Node {
    let mut filled = tree.clone();
    fill_table(&mut filled, shape::parameters());
    filled
}

/// The parameters of a tree that no strategy was laid on.
fn plain_case(tree: &Node) -> Arc<UncertainParameters> {
    let mut parameters = resolve::uncertain_parameters(&filled(tree));
    if parameters.point.loyalty.reference_base.is_nan() {
        parameters.point.loyalty.reference_base = parameters.point.mean_base_loyalty();
    }
    Arc::new(parameters)
}

struct ParametersBuilder<'a> {
    draft: &'a Draft,
    engine: EngineKind,
    sweeps: &'a mut Vec<SweepPlan>,
    uncertain: BTreeSet<Key>,
    diagnostics: &'a mut Findings,
}

impl ParametersBuilder<'_> {
    fn scenario(&mut self, base: &Node, i: usize) -> Scenario {
        let draft = self.draft;
        let (name, over) = match draft.scenarios.get_index(i) {
            Some((name, over)) => (name.as_str(), over),
            None => ("base", base),
        };
        let mut world = base.clone();
        self.lay(&mut world, over, &format!("scenario `{name}`"));
        for sweep in self.sweeps.iter_mut() {
            sweep.next_scenario();
        }
        let plain = plain_case(&world);
        let mut reference: Option<(Node, Arc<UncertainParameters>)> = None;
        let mut strategies = Vec::new();
        // By variant: its world, and the parameters of each strategy in it.
        let mut variants: Vec<(Arc<UncertainParameters>, Vec<Parameters>)> = Vec::new();
        for (variant, over) in &draft.variants {
            let mut changed = world.clone();
            self.lay(&mut changed, over, &format!("variant `{variant}`"));
            variants.push((plain_case(&changed), Vec::new()));
        }
        for (j, (strategy, over)) in draft.strategies.iter().enumerate() {
            let mut tree = world.clone();
            self.lay(&mut tree, over, &format!("strategy `{strategy}`"));
            let laid = tree.clone();
            fill_table(&mut tree, shape::parameters());
            let timing = resolve::timing(over);
            let before =
                reference.as_ref().filter(|_| !timing.is_immediate()).map(|(_, parameters)| parameters.clone());
            let frame = Frame { timing, before, base: plain.clone() };
            let found =
                self.strategy((i, j), strategy, &tree, (&frame, over), reference.as_ref().map(|(tree, _)| tree));
            for ((name, variant), (base, cases)) in draft.variants.iter().zip(&mut variants) {
                let frame = Frame { base: base.clone(), ..frame.clone() };
                let parameters = self.variant((i, j), &laid, (name, variant), (strategy, over), &frame, cases);
                cases.push(parameters);
            }
            reference.get_or_insert_with(|| (tree, Arc::new(found.parameters.clone())));
            strategies.push(found);
        }
        let named = draft.variants.iter().zip(variants);
        let variants = named.map(|((name, over), (_, cases))| Variant {
            name: Arc::from(name.as_str()),
            what: over.text(&["summary"]).map_or_else(|| settings(over), str::to_string),
            cases,
        });
        let weight = over.at(&["weight"]).and_then(Node::as_number);
        Scenario { name: Arc::from(name), weight, strategies, variants: variants.collect() }
    }

    /// Lays the overlay of a scenario, variant or strategy on parameters.
    fn lay(&mut self, tree: &mut Node, over: &Node, by: &str) {
        let before = tree.clone();
        let diagnostics = &mut *self.diagnostics;
        overlay(tree, over, shape::parameters(), Unknown::AppendComplete, &mut |key| {
            names_nothing(&key, over, &before, shape::parameters(), by, diagnostics);
        });
        if let Some(entries) = tree.entries_mut() {
            for own in ["summary", "weight", "starts", "ramp_periods"] {
                entries.shift_remove(own);
            }
        }
    }

    fn strategy(
        &mut self,
        id: CaseId,
        name: &str,
        tree: &Node,
        (frame, over): (&Frame, &Node),
        reference: Option<&Node>,
    ) -> Strategy {
        let mut parameters = resolve::uncertain_parameters(tree);
        frame.finish(&mut parameters);
        self.read_network(tree, &mut parameters.point);
        let mut found = missing(tree, shape::parameters());
        found.extend(check::agents::check(tree, &parameters.point, self.engine));
        found.extend(check::parameters(tree, &parameters.point));
        found.extend(check::loyalty::check(tree, &parameters.point));
        // They name the strategy themselves.
        for diagnostic in check::timing::check(name, (over, tree), &parameters, reference.is_none()) {
            self.diagnostics.push(diagnostic);
        }
        let mut changes = Vec::new();
        if let Some(reference) = reference {
            changes = resolve::changes(reference, tree);
            // They name the strategy themselves.
            for diagnostic in check::lever::at_no_cost(name, &changes, reference, tree) {
                self.diagnostics.push(diagnostic);
            }
            for (key, differs) in [("ramp_periods", frame.timing.ramp_periods > 0), ("starts", frame.timing.starts > 0)]
            {
                if differs {
                    changes.push(Key::from_parts([key]));
                }
            }
            changes.sort();
        }
        for diagnostic in found {
            self.diagnostics.push_in(id, diagnostic);
        }
        for sweep in self.sweeps.iter_mut() {
            sweep.sweep(id, tree, frame, self.diagnostics);
        }
        self.uncertain.extend(parameters.uncertain.iter().map(|number| number.key.clone()));
        let summary = over.text(&["summary"]).map(str::to_string);
        Strategy { name: Arc::from(name), summary, parameters, changes }
    }

    /// The parameters of a strategy in a variant, at their point values; `cases` are those of the strategies before it.
    fn variant(
        &mut self,
        id: CaseId,
        laid: &Node,
        (name, variant): (&str, &Node),
        (strategy, over): (&str, &Node),
        frame: &Frame,
        cases: &[Parameters],
    ) -> Parameters {
        let mut tree = laid.clone();
        overlay(&mut tree, variant, shape::parameters(), Unknown::Skip, &mut |_| {});
        if let Some(entries) = tree.entries_mut() {
            entries.shift_remove("summary");
        }
        let tree = filled(&tree);
        let mut parameters = resolve::uncertain_parameters(&tree);
        frame.finish(&mut parameters);
        self.read_network(&tree, &mut parameters.point);
        let mut found = check::parameters(&tree, &parameters.point);
        if parameters.point.acquisition.policy == AcquisitionPolicy::Contagion {
            let message = "a variant with contagion: variants are the expected engine's, which knows none";
            found.push(
                Diagnostic::error("S052", message).with_help("simulate it: write a [[scenario]] in a study of its own"),
            );
        }
        let errors = found.into_iter().filter(|diagnostic| diagnostic.level == Level::Error);
        let in_variant = |mut diagnostic: Diagnostic| {
            diagnostic.message += &format!(", in variant `{name}`");
            diagnostic
        };
        errors.map(in_variant).for_each(|diagnostic| self.diagnostics.push_in(id, diagnostic));
        // The reference behind a late start is the variant's own: only the horizon is judged here.
        let late = check::timing::starts_late(strategy, (over, &tree), &parameters.point);
        late.map(in_variant).into_iter().for_each(|diagnostic| self.diagnostics.push(diagnostic));
        let mut parameters = UncertainParameters { before: None, ..parameters }.with_point_values();
        parameters.before =
            frame.before.as_ref().and_then(|_| cases.first()).map(|reference| Arc::new(reference.clone()));
        parameters
    }

    fn read_network(&self, tree: &Node, parameters: &mut Parameters) {
        let file = tree.text(&["network", "file"]);
        let network = self.draft.networks.iter().find(|network| file == Some(network.name.as_str()));
        parameters.network.edges = network.map(|network| network.edges.clone());
    }
}
