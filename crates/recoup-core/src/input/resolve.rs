//! From a filled tree to typed parameters.
//!
//! It always succeeds: a number that is missing or broken, which has been reported, becomes NaN, and no check
//! complains of NaN.

use std::sync::Arc;

use crate::input::shape;
use crate::input::tree::{Node, Value};
use crate::scenario::acquisition::{Acquisition, AcquisitionPolicy};
use crate::scenario::costs::{Costs, Learning, Response};
use crate::scenario::failure::{ByOutcome, Cause, Failure, Need, Per, Severity};
use crate::scenario::horizon::{Cash, Counted, Horizon, Period, TerminalValue, Timing};
use crate::scenario::key::Key;
use crate::scenario::loyalty::{ByMemory, Loyalty, Satisfaction};
use crate::scenario::market::{Individuals, LEAST_CV, Market, Segment, Tenure};
use crate::scenario::parameters::Parameters;
use crate::scenario::recovery::{CompensationCurve, Desk, Guarantee, Recovery, Voice};
use crate::scenario::study::{Control, EngineKind, Sampling, Settings, UncertainNumber, UncertainParameters};
use crate::scenario::word_of_mouth::{Contagion, Network, NetworkKind, WordOfMouth};

/// The parameters of a filled tree, with its uncertain numbers in key order.
pub(crate) fn uncertain_parameters(tree: &Node) -> UncertainParameters {
    let mut uncertain: Vec<UncertainNumber> = tree
        .leaves()
        .into_iter()
        .filter_map(|(key, node)| match &node.value {
            Value::Uncertain(form) => {
                let (least, greatest) = shape::parameters().entry_at(&key.0)?.bounds();
                let distribution = form.distribution.clone();
                Some(UncertainNumber { key, distribution, least, greatest, place: node.place.clone() })
            }
            _ => None,
        })
        .collect();
    uncertain.sort_by(|a, b| a.key.cmp(&b.key));
    let point = parameters(tree);
    uncertain.retain(|number| !point.acquisition.replaces(&number.key));
    UncertainParameters { point, uncertain, before: None, base: None }
}

/// What parameters take from the study and the reference, beside their own tree.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// When the strategy acts.
    pub timing: Timing,
    /// The reference's parameters, which apply until then; none where it acts at once.
    pub before: Option<Arc<UncertainParameters>>,
    /// The study's parameters in the scenario, before any strategy.
    pub base: Arc<UncertainParameters>,
}

impl Frame {
    /// Fills in what a tree does not contain: when it acts, and the base loyalty behind the repurchase table where
    /// it is not written.
    pub(crate) fn finish(&self, parameters: &mut UncertainParameters) {
        parameters.point.timing = self.timing;
        parameters.before = self.before.clone();
        if parameters.point.loyalty.reference_base.is_nan() {
            parameters.point.loyalty.reference_base = self.base.point.mean_base_loyalty();
            let follows = |key: &Key| matches!(key.parts().as_slice(), ["segment", _, "base_loyalty"]);
            parameters.base = self.base.uncertain.iter().any(|number| follows(&number.key)).then(|| self.base.clone());
        }
    }
}

/// When the strategy of that overlay acts.
pub(crate) fn timing(over: &Node) -> Timing {
    let whole = |key: &str| over.whole(&[key]).and_then(|n| u32::try_from(n).ok());
    Timing { starts: whole("starts").unwrap_or(1).saturating_sub(1), ramp_periods: whole("ramp_periods").unwrap_or(0) }
}

/// The parameters at their point values.
pub(crate) fn parameters(tree: &Node) -> Parameters {
    let periods = tree.whole(&["horizon", "periods"]).and_then(|n| u32::try_from(n).ok()).unwrap_or(1);
    let severities: Vec<Severity> = tree.named("severity").map(|(name, node)| severity(name, node)).collect();
    Parameters {
        horizon: Horizon {
            period: period(tree.text(&["horizon", "period"])),
            periods,
            discount_rate: tree.number(&["horizon", "discount_rate"]),
            terminal_value: match tree.text(&["horizon", "terminal_value"]) {
                Some("clv") => TerminalValue::Clv,
                _ => TerminalValue::None,
            },
            cash: match tree.text(&["horizon", "cash"]) {
                Some("start") => Cash::Start,
                Some("end") => Cash::End,
                _ => Cash::Middle,
            },
            counted: match tree.text(&["horizon", "customers_counted"]) {
                Some("start") => Counted::Start,
                Some("end") => Counted::End,
                _ => Counted::Average,
            },
            parts: 1,
        },
        // Whole, also where they are uncertain: the point value counts people.
        market: Market::read(|key| tree.number(&["market", key]).round()),
        segments: tree.named("segment").map(|(name, node)| segment(name, node)).collect(),
        failures: tree.named("failure").map(|(name, node)| failure(name, node, &severities, periods)).collect(),
        severities,
        loyalty: Loyalty::read(
            |key| tree.number(&["loyalty", key]),
            ByMemory::read(|key| tree.number(&["loyalty", "spend", key])),
        ),
        tenure: Tenure::read(|key| tree.number(&["tenure", key])),
        voice: Voice::read(|key| tree.number(&["voice", key])),
        recovery: recovery(tree),
        guarantee: Guarantee::read(
            |key| tree.number(&["guarantee", key]),
            tree.at(&["guarantee", "repurchase"]).and_then(Node::as_number),
        ),
        word_of_mouth: WordOfMouth::read(
            |key| tree.number(&["word_of_mouth", key]),
            ByOutcome::read(|key| tree.number(&["word_of_mouth", "told", key])),
        ),
        acquisition: acquisition(tree),
        learning: Learning::read(|key| tree.number(&["learning", key])),
        responses: tree.named("response").map(|(name, node)| response(name, node)).collect(),
        costs: Costs::read(|key| tree.number(&["costs", key])),
        satisfaction: Satisfaction::read(
            |key| tree.number(&["satisfaction", key]),
            tree.flag(&["satisfaction", "drives_repurchase"]).unwrap_or(false),
        ),
        individuals: Individuals::read(|key| tree.number(&["individuals", key])),
        network: Network::read(|key| tree.number(&["network", key]), network_kind(tree), None),
        contagion: Contagion::read(|key| tree.number(&["contagion", key])),
        timing: Timing::default(),
        before: None,
    }
}

/// The settings of `[study]`.
pub(crate) fn settings(tree: &Node) -> Settings {
    let whole = |key: &str| tree.whole(&["study", key]).and_then(|n| u64::try_from(n).ok()).unwrap_or(1);
    Settings {
        engine: match tree.text(&["study", "engine"]) {
            Some("expected") => EngineKind::Expected,
            Some("agents") => EngineKind::Agents,
            _ => EngineKind::Cohort,
        },
        seed: whole("seed"),
        draws: whole("draws"),
        replicates: whole("replicates"),
        sampling: match tree.text(&["study", "sampling"]) {
            Some("sobol") => Sampling::Sobol,
            Some("joint") => Sampling::Joint,
            _ => Sampling::Random,
        },
        control: match tree.text(&["study", "control"]) {
            Some("expected") => Control::Expected,
            _ => Control::None,
        },
        variants: tree.flag(&["study", "variants"]).unwrap_or(true),
    }
}

fn period(word: Option<&str>) -> Period {
    match word {
        Some("week") => Period::Week,
        Some("quarter") => Period::Quarter,
        Some("year") => Period::Year,
        _ => Period::Month,
    }
}

fn network_kind(tree: &Node) -> NetworkKind {
    match tree.text(&["network", "kind"]) {
        Some("random") => NetworkKind::Random,
        Some("small-world") => NetworkKind::SmallWorld,
        Some("scale-free") => NetworkKind::ScaleFree,
        Some("circles") => NetworkKind::Circles,
        Some("edges") => NetworkKind::Edges,
        _ => NetworkKind::Mixing,
    }
}

fn segment(name: &str, node: &Node) -> Segment {
    let mut segment = Segment::read(|k| node.number(&[k]), name.into(), false, Vec::new());
    // Uncertain: above 0 in some draw.
    segment.classes = match node.at(&["purchases_cv"]).map(|node| &node.value) {
        Some(Value::Uncertain(form)) => form.mean > 0.0,
        _ => segment.purchases_cv >= LEAST_CV,
    };
    for table in shape::OF_SEGMENTS {
        let Some(own) = node.at(&[*table]) else { continue };
        for (key, number) in own.leaves() {
            if let Some(number) = number.as_number() {
                segment.set_own(Key::from_parts([*table].into_iter().chain(key.parts())), number);
            }
        }
    }
    segment
}

fn severity(name: &str, node: &Node) -> Severity {
    let optional = |key: &str| node.at(&[key]).and_then(Node::as_number);
    Severity::read(
        |key| node.number(&[key]),
        Arc::from(name),
        optional("compensation"),
        optional("compensation_amount"),
        None,
        false,
        ByOutcome::read(|key| node.number(&["repurchase", key])),
    )
}

fn failure(name: &str, node: &Node, severities: &[Severity], periods: u32) -> Failure {
    let severity = node.text(&["severity"]).unwrap_or_default();
    let cause = node.text(&["cause"]).and_then(|word| Cause::ALL.into_iter().find(|cause| cause.name() == word));
    let number = |key: &str| node.at(&[key]).and_then(Node::as_number);
    let share = number("share");
    let per = match node.text(&["per"]) {
        Some("year") => Per::Year,
        Some("period") => Per::Period,
        Some(_) => Per::Purchase,
        None if share.is_some() => Per::Year,
        None => Per::Purchase,
    };
    let need = match node.text(&["need"]) {
        Some("must-be") => Need::MustBe,
        Some("attractive") => Need::Attractive,
        _ => Need::Performance,
    };
    // Periods count from 1 in files and from 0 here.
    let period = |key: &str| node.whole(&[key]).map(|n| u32::try_from(n - 1).unwrap_or(u32::MAX));
    Failure::read(
        |key| node.number(&[key]),
        // Without either the rate is missing, which is reported elsewhere.
        if share.is_some() { None } else { Some(number("rate").unwrap_or(f64::NAN)) },
        share,
        Arc::from(name),
        severities.iter().position(|s| &*s.name == severity).unwrap_or(0),
        cause.unwrap_or(Cause::Unstated),
        per,
        need,
        node.text(&["touchpoint"]).map(Arc::from),
        period("first_period").unwrap_or(0),
        period("last_period").unwrap_or(periods.saturating_sub(1)),
    )
}

fn recovery(tree: &Node) -> Recovery {
    let curve = match tree.text(&["recovery", "compensation_curve"]) {
        Some("s-shaped") => CompensationCurve::SShaped,
        _ => CompensationCurve::Concave,
    };
    let desk = tree.at(&["recovery", "desk"]).filter(|node| node.entries().is_some());
    let optional = |key: &str| tree.at(&["recovery", key]).and_then(Node::as_number);
    Recovery::read(
        |key| tree.number(&["recovery", key]),
        optional("front_line_resolves_max"),
        optional("front_line_limit"),
        optional("resolves_max"),
        curve,
        desk.map(|desk| Desk::read(|key| desk.number(&[key]))),
    )
}

fn acquisition(tree: &Node) -> Acquisition {
    let policy = match tree.text(&["acquisition", "policy"]) {
        Some("none") => AcquisitionPolicy::None,
        Some("contagion") => AcquisitionPolicy::Contagion,
        _ => AcquisitionPolicy::Replace,
    };
    let optional = |key: &str| tree.at(&["acquisition", key]).and_then(Node::as_number);
    Acquisition::read(|key| tree.number(&["acquisition", key]), policy, optional("cost"), optional("budget_per_year"))
}

fn response(name: &str, node: &Node) -> Response {
    let key = node.text(&["key"]).and_then(Key::parse).unwrap_or(Key(Vec::new()));
    Response::read(|number| node.number(&[number]), Arc::from(name), Arc::new(key))
}

/// Keys whose value differs between two filled trees, in key order.
pub(crate) fn changes(reference: &Node, strategy: &Node) -> Vec<Key> {
    let before: std::collections::BTreeMap<Key, &Node> = reference.leaves().into_iter().collect();
    let after: std::collections::BTreeMap<Key, &Node> = strategy.leaves().into_iter().collect();
    let mut changed: Vec<Key> = after
        .iter()
        .filter(|(key, node)| before.get(*key).is_none_or(|old| old.value != node.value))
        .map(|(key, _)| key.clone())
        .collect();
    changed.extend(before.into_keys().filter(|key| !after.contains_key(key)));
    changed.sort();
    changed
}
