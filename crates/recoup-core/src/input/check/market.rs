//! Checks of the market, its segments, and what customers cost.

use crate::diagnostic::Diagnostic;
use crate::input::check::size;
use crate::input::hint::did_you_mean;
use crate::input::leaf::shown;
use crate::input::tree::Node;
use crate::scenario::acquisition::AcquisitionPolicy;
use crate::scenario::classes::{CLASSES, fifths};
use crate::scenario::horizon::TerminalValue;
use crate::scenario::parameters::Parameters;

/// Most purchases of a customer in a year.
const MOST_PURCHASES: f64 = 1000.0;

/// Farthest that the sum of shares may lie from 1.
const SHARES_WITHIN: f64 = 1e-9;

/// Checks the market of a set of parameters.
pub(crate) fn check(tree: &Node, point: &Parameters, diagnostics: &mut Vec<Diagnostic>) {
    elements(tree, diagnostics);
    classes(point, tree, diagnostics);
    own_severities(tree, diagnostics);
    shares(tree, point, diagnostics);
    people(tree, point, diagnostics);
    acquisition(tree, point, diagnostics);
    let horizon = &point.horizon;
    if horizon.terminal_value == TerminalValue::Clv && horizon.discount_rate == 0.0 {
        diagnostics.push(
            Diagnostic::error("S039", "`terminal_value = \"clv\"` needs a `discount_rate` above 0")
                .with_place(tree.place(&["horizon", "terminal_value"]))
                .with_help("customers who never leave would be worth an infinite sum"),
        );
    }
}

fn elements(tree: &Node, diagnostics: &mut Vec<Diagnostic>) {
    for (list, plural) in size::LISTS {
        let (count, place) = size::elements(tree, list);
        if count > size::MOST_ELEMENTS {
            let message = format!("{count} {plural}: at most {}", size::MOST_ELEMENTS);
            diagnostics.push(Diagnostic::error("S035", message).with_place(place));
        }
        let broken = tree.at(&[list]).is_some_and(|node| node.entries().is_none());
        if count == 0 && list != "response" && !broken {
            let how = if list == "severity" {
                "write [severity.minor] and so on, or take a preset: extends = \"preset:tarp-minor\"".to_string()
            } else {
                format!("write at least one [[{list}]]")
            };
            let message = format!("the study has no {list}");
            diagnostics.push(Diagnostic::error("S031", message).with_place(tree.place.clone()).with_help(how));
        }
    }
}

/// Segments whose customers differ are lived by several classes each.
fn classes(point: &Parameters, tree: &Node, diagnostics: &mut Vec<Diagnostic>) {
    let count: usize = point.segments.iter().map(|segment| if segment.classes { CLASSES } else { 1 }).sum();
    if count > size::MOST_ELEMENTS {
        let message = format!("{count} classes of customers: at most {}", size::MOST_ELEMENTS);
        let place = point.segments.iter().rfind(|segment| segment.classes);
        let place = place.and_then(|segment| tree.place(&["segment", &*segment.name, "purchases_cv"]));
        diagnostics.push(
            Diagnostic::error("S035", message)
                .with_place(place)
                .with_help(format!("a segment with `purchases_cv` is lived by {CLASSES} classes")),
        );
    }
    for segment in point.segments.iter().filter(|segment| segment.classes) {
        let most = fifths(segment)[CLASSES - 1];
        if most > MOST_PURCHASES {
            let message = format!(
                "the fifth of `{}` that buys most makes {} purchases a year: at most 1,000",
                segment.name,
                shown(most)
            );
            let place = tree.place(&["segment", &*segment.name, "purchases_cv"]);
            diagnostics.push(Diagnostic::error("S012", message).with_place(place));
        }
    }
}

/// A segment's own tables speak of severities that the study has.
fn own_severities(tree: &Node, diagnostics: &mut Vec<Diagnostic>) {
    let known: Vec<&str> = tree.named("severity").map(|(name, _)| name).collect();
    for (segment, node) in tree.named("segment") {
        for (severity, own) in node.named("severity") {
            if known.contains(&severity) {
                continue;
            }
            let message = format!("segment `{segment}` has numbers for severity `{severity}`, which the study lacks");
            let mut unknown = Diagnostic::error("S056", message).with_place(own.place.clone());
            unknown.help = did_you_mean(severity, known.iter().copied());
            diagnostics.push(unknown);
        }
    }
}

fn shares(tree: &Node, point: &Parameters, diagnostics: &mut Vec<Diagnostic>) {
    let sum: f64 = point.segments.iter().map(|segment| segment.share).sum();
    if (sum - 1.0).abs() > SHARES_WITHIN && !point.segments.is_empty() {
        let last = &point.segments[point.segments.len() - 1].name;
        let (message, label) = match point.segments.as_slice() {
            [_] => (format!("the share of the only segment is {} and not 1", shown(sum)), "must be 1".to_string()),
            _ => (
                format!("the shares of the {} segments sum to {} and not to 1", point.segments.len(), exact(sum)),
                format!(
                    "the last of them; {} would do",
                    exact(point.segments[point.segments.len() - 1].share + 1.0 - sum)
                ),
            ),
        };
        diagnostics.push(
            Diagnostic::error("S030", message).with_place(tree.place(&["segment", last, "share"])).with_label(label),
        );
    }
}

/// A sum close to 1, with the digits that tell them apart.
fn exact(x: f64) -> String {
    let rounded: f64 = format!("{x:.12}").parse().unwrap_or(x);
    rounded.to_string()
}

fn people(tree: &Node, point: &Parameters, diagnostics: &mut Vec<Diagnostic>) {
    let market = &point.market;
    if market.customers + market.prospects < 1.0 {
        diagnostics.push(
            Diagnostic::error("S034", "the study has 0 customers and 0 prospects")
                .with_place(tree.place(&["market", "customers"]))
                .with_help("somebody has to be there at the start"),
        );
    }
    for key in ["customers", "prospects"] {
        let written = tree.number(&["market", key]);
        let certain =
            tree.at(&["market", key]).is_some_and(|node| matches!(node.value, crate::input::tree::Value::Number(_)));
        if certain && written.fract() != 0.0 {
            let message = format!("`market.{key}` ({}) must be a whole number", shown(written));
            diagnostics.push(Diagnostic::error("S012", message).with_place(tree.place(&["market", key])));
        }
    }
}

fn acquisition(tree: &Node, point: &Parameters, diagnostics: &mut Vec<Diagnostic>) {
    let acquisition = &point.acquisition;
    if acquisition.policy != AcquisitionPolicy::Replace {
        return;
    }
    for segment in &point.segments {
        let cost = acquisition.cost.unwrap_or(acquisition.cost_ratio * segment.retention_cost);
        if cost == 0.0 {
            let path: Vec<&str> = if acquisition.cost.is_some() {
                vec!["acquisition", "cost"]
            } else if segment.retention_cost == 0.0 {
                vec!["segment", &segment.name, "retention_cost"]
            } else {
                vec!["acquisition", "cost_ratio"]
            };
            diagnostics.push(
                Diagnostic::warning(
                    "W003",
                    format!("customers of segment `{}` are replaced for nothing", segment.name),
                )
                .with_place(tree.place(&path))
                .with_label("makes the acquisition cost 0")
                .with_help(
                    "a lost customer then costs next to nothing: set `acquisition.cost`, or `policy = \"none\"`",
                ),
            );
        }
    }
}
