//! Checks of recovery: the best that compensation can do, the desk, and keys without effect.

use crate::diagnostic::Diagnostic;
use crate::evidence::ledger::entry_for;
use crate::input::leaf::shown;
use crate::input::tree::{Node, Value};
use crate::scenario::acquisition::AcquisitionPolicy;
use crate::scenario::key::Key;
use crate::scenario::parameters::Parameters;
use crate::scenario::ramp::Views;
use crate::scenario::recovery::Maximum;

/// The quantiles that are compared where both numbers are uncertain.
const RARE: f64 = 0.001;

/// Checks the recovery of a set of parameters at its point values, responses applied.
pub(crate) fn check(tree: &Node, parameters: &Parameters, diagnostics: &mut Vec<Diagnostic>) {
    let recovery = &parameters.recovery;
    maxima(tree, parameters, diagnostics);
    if let Some((severity, segment)) = paid_on_nothing(parameters) {
        let of_segment = segment.map_or(String::new(), |name| format!(" in segment `{name}`"));
        let message = format!("severity `{severity}` pays an amount on a loss of 0{of_segment}");
        let own_place = segment.and_then(|name| tree.place(&["segment", name, "severity", severity]));
        diagnostics.push(
            Diagnostic::error("S012", message)
                .with_place(own_place.or_else(|| tree.place(&["severity", severity, "compensation_amount"])))
                .with_help("give the loss, by which the amount is judged, or take the amount away"),
        );
    }
    let is_least_below = || least(tree, "resolves_max") < greatest(tree, "resolves");
    if recovery.resolves_max.is_some_and(|most| most >= recovery.resolves) && is_least_below() {
        diagnostics.push(
            Diagnostic::warning("W008", "some draws of `resolves` lie above those of `resolves_max`")
                .with_place(tree.place(&["recovery", "resolves_max"]))
                .with_label("compensation makes recovery worse in such a draw"),
        );
    }
    if let Some(desk) = &recovery.desk
        && desk.agents < 1.0
    {
        diagnostics.push(
            Diagnostic::error("S038", format!("a desk without agents: `agents` is {}", shown(desk.agents)))
                .with_place(tree.place(&["recovery", "desk", "agents"]))
                .with_label("rounded down to 0")
                .with_help("`desk = false` takes the desk away"),
        );
    }
    for (path, because) in without_effect(parameters) {
        ignored(tree, path, because, diagnostics);
    }
}

/// The first severity, and the segment if it is one's alone, in which an amount is paid on a loss of 0.
pub(crate) fn paid_on_nothing(parameters: &Parameters) -> Option<(&str, Option<&str>)> {
    let wrong = |met: &Parameters, s: usize| {
        let severity = &met.severities[s];
        severity.compensation_amount.is_some_and(|amount| amount > 0.0) && severity.loss == 0.0
    };
    let first = |met: &Parameters| {
        (0..parameters.severities.len()).find(|&s| wrong(met, s)).map(|s| &*parameters.severities[s].name)
    };
    first(parameters).map(|severity| (severity, None)).or_else(|| {
        let views = Views::new(parameters);
        let mut segments = parameters.segments.iter().enumerate();
        segments.find_map(|(g, segment)| Some((first(views.for_segment(g))?, Some(&*segment.name))))
    })
}

/// The best that compensation can do is not below what is done without, at the front line and for every segment.
fn maxima(tree: &Node, parameters: &Parameters, diagnostics: &mut Vec<Diagnostic>) {
    let mut refuse = |maximum: Maximum, segment: Option<&str>| {
        let Maximum { key, most, plain_key, plain } = maximum;
        let path: Vec<&str> = match segment {
            Some(name) => vec!["segment", name, "recovery"],
            None => vec!["recovery", key],
        };
        let of_segment = segment.map_or(String::new(), |name| format!(" for segment `{name}`"));
        let message = format!("`{key}` ({}) is below `{plain_key}` ({}){of_segment}", shown(most), shown(plain));
        diagnostics.push(
            Diagnostic::error("S037", message)
                .with_place(tree.place(&path))
                .with_label("compensation would make recovery worse")
                .with_help(format!("leave `{key}` out where compensation does nothing")),
        );
    };
    let below = |parameters: &Parameters| parameters.recovery.maxima().filter(Maximum::is_below_plain);
    below(parameters).for_each(|maximum| refuse(maximum, None));
    for (g, segment) in parameters.segments.iter().enumerate().filter(|(_, segment)| !segment.own.is_empty()) {
        below(&parameters.for_segment(g)).for_each(|maximum| refuse(maximum, Some(&segment.name)));
    }
}

fn least(tree: &Node, key: &str) -> f64 {
    quantile(tree, key, RARE)
}

fn greatest(tree: &Node, key: &str) -> f64 {
    quantile(tree, key, 1.0 - RARE)
}

fn quantile(tree: &Node, key: &str, u: f64) -> f64 {
    match tree.at(&["recovery", key]).map(|node| &node.value) {
        Some(Value::Uncertain(form)) => form.distribution.quantile(u).clamp(0.0, 1.0),
        _ => tree.number(&["recovery", key]),
    }
}

/// Keys that have no effect here, and why.
fn without_effect(parameters: &Parameters) -> Vec<(&'static [&'static str], &'static str)> {
    let mut keys: Vec<(&[&str], &str)> = Vec::new();
    // A segment may have numbers of its own in which the study's key acts.
    let views = Views::new(parameters);
    let nobody = |meets: fn(&Parameters) -> bool| !(0..parameters.segments.len()).any(|g| meets(views.for_segment(g)));
    if parameters.recovery.desk.is_some() {
        keys.push((&["recovery", "quick"], "with [recovery.desk] the share of quick answers follows from its load"));
        keys.push((&["recovery", "late_days"], "with [recovery.desk] delay follows from its times to resolution"));
    } else {
        keys.push((&["costs", "agent_per_year"], "there is no [recovery.desk] to pay for"));
    }
    if nobody(|parameters| parameters.recovery.resolves_max.is_some()) {
        keys.push((
            &["recovery", "fair_treatment"],
            "without `recovery.resolves_max` compensation resolves nothing more",
        ));
    }
    if nobody(|parameters| (0..parameters.severities.len()).any(|severity| parameters.compensation(severity) != 0.0)) {
        keys.push((
            &["recovery", "front_line_limit"],
            "nothing is paid on a case, so that every one is within the limit",
        ));
    }
    if nobody(|parameters| parameters.recovery.front_line_share > 0.0) {
        keys.push((
            &["recovery", "front_line_resolves_max"],
            "no case is settled at the front line: `front_line_share` is 0",
        ));
    }
    if parameters.tenure.newcomer_margin == 1.0 && parameters.tenure.newcomer_retention_cost == 1.0 {
        keys.push((&["tenure", "newcomer_years"], "newcomers bring and cost what others do"));
    }
    if parameters.acquisition.policy == AcquisitionPolicy::None {
        for key in [
            &["acquisition", "cost"],
            &["acquisition", "budget_per_year"],
            &["acquisition", "growth_per_year"],
            &["acquisition", "cost_elasticity"],
        ] {
            keys.push((key, "nobody is bought: `acquisition.policy` is \"none\""));
        }
    } else if parameters.acquisition.cost.is_some() {
        keys.push((&["acquisition", "cost_ratio"], "`acquisition.cost` is given"));
    }
    keys
}

/// Notes that a number is without effect, if it is written and is not the default.
pub(crate) fn ignored(tree: &Node, path: &[&str], because: &str, diagnostics: &mut Vec<Diagnostic>) {
    let Some(node) = tree.at(path).filter(|node| node.place.is_some()) else { return };
    let key = Key::from_parts(path.iter().copied());
    let default = entry_for(&key).and_then(|entry| entry.default.as_ref()?.as_float());
    // A resolved study writes every default out.
    if let Value::Number(x) = node.value
        && Some(x) == default
    {
        return;
    }
    diagnostics.push(
        Diagnostic::note("N003", format!("`{key}` is without effect"))
            .with_place(node.place.clone())
            .with_label(because),
    );
}
