//! Checks of numbers that belong together: correlations that can hold, and orders that draws can keep.

use crate::diagnostic::{Diagnostic, Place};
use crate::input::findings::{CaseId, Findings};
use crate::input::hint::listed;
use crate::input::tree::{Node, Value};
use crate::random::joint::{Block, blocks};
use crate::scenario::key::Key;
use crate::scenario::study::{Correlation, Study, UncertainParameters};
use crate::stats::linalg::Lower;

/// All pairs together are a correlation matrix: positive definite, pairs that are not named 0.
pub(crate) fn correlations(whole: &Node, correlations: &[Correlation], diagnostics: &mut Findings) {
    // Only connected keys can be at odds.
    let mut groups: Vec<Vec<&Correlation>> = Vec::new();
    for correlation in correlations {
        let (touching, mut apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.iter().any(|other| shares_key(other, correlation)));
        let mut group: Vec<&Correlation> = touching.into_iter().flatten().collect();
        group.push(correlation);
        apart.push(group);
        groups = apart;
    }
    for group in groups {
        let mut keys: Vec<&Key> = group.iter().flat_map(|correlation| &correlation.keys).collect();
        keys.sort();
        keys.dedup();
        let rho = |a: &Key, b: &Key| {
            let pair = group.iter().find(|c| c.keys.contains(a) && c.keys.contains(b));
            pair.map(|correlation| correlation.rho)
        };
        let entry = |a: &Key, b: &Key| if a == b { 1.0 } else { rho(a, b).unwrap_or(0.0) };
        let matrix: Vec<Vec<f64>> = keys.iter().map(|a| keys.iter().map(|b| entry(a, b)).collect()).collect();
        // A number that is not valid has been reported.
        if matrix.iter().flatten().any(|rho| rho.is_nan()) || Lower::of(&matrix).is_some() {
            continue;
        }
        let names = listed(keys.iter().map(|key| format!("`{key}`")));
        let pairs = || keys.iter().enumerate().flat_map(|(i, &a)| keys[i + 1..].iter().map(move |&b| (a, b)));
        let open = pairs().find(|(a, b)| rho(a, b).is_none());
        let help = match (group.iter().find(|c| c.rho.abs() >= 1.0), open) {
            (Some(_), _) => "a `rho` of 1 or -1 makes one number of two: take 0.99, or write one of them".to_string(),
            (None, Some((a, b))) => format!(
                "pairs that are not named have correlation 0: add a [[correlation]] of `{a}` and `{b}`, or lower the others"
            ),
            (None, None) => "bring the correlations nearer to 0".to_string(),
        };
        diagnostics.push(
            Diagnostic::error("S050", format!("the correlations of {names} cannot all hold together"))
                .with_place(row_with(whole, "correlation", &keys))
                .with_label("their matrix is not positive definite")
                .with_help(help),
        );
    }
}

fn shares_key(a: &Correlation, b: &Correlation) -> bool {
    a.keys.iter().any(|key| b.keys.contains(key))
}

/// The orders of every case are kept by enough draws.
pub(crate) fn orders(whole: &Node, study: &Study, diagnostics: &mut Findings) {
    // A broken number is in no order, and its error says so.
    if study.orders.is_empty() || diagnostics.has_errors() {
        return;
    }
    let mut judged: Vec<(Block, Option<f64>)> = Vec::new();
    let mut judge = |id: CaseId, parameters: &UncertainParameters, diagnostics: &mut Findings| {
        for (_, block) in blocks(parameters, &study.correlations, &study.orders) {
            let share = match judged.iter().find(|(known, _)| known.draws_like(&block)) {
                Some((_, share)) => *share,
                None => {
                    let share = block.too_few_in_order();
                    judged.push((block.clone(), share));
                    share
                }
            };
            let Some(share) = share else { continue };
            let keys = block.ordered_keys();
            let names = listed(keys.iter().map(|key| format!("`{key}`")));
            let found = if share == 0.0 { "no draw".to_string() } else { format!("{:.1} % of draws", 100.0 * share) };
            diagnostics.push_in(
                id,
                Diagnostic::error("S051", format!("the order of {names} is kept by {found}"))
                    .with_place(row_with(whole, "order", &keys))
                    .with_label("fewer than 1 in 100 draws")
                    .with_help("write the keys from the least to the greatest; narrow the numbers, or move them apart"),
            );
        }
    };
    for (s, scenario) in study.scenarios.iter().enumerate() {
        for (i, strategy) in scenario.strategies.iter().enumerate() {
            judge((s, i), &strategy.parameters, diagnostics);
        }
    }
    for sweep in &study.sweeps {
        for (s, swept) in sweep.scenarios.iter().enumerate() {
            for strategy in swept {
                // A bound moves between its ends.
                let ends = [strategy.cases.first(), strategy.cases.last()];
                ends.into_iter()
                    .flatten()
                    .for_each(|parameters| judge((s, strategy.strategy), parameters, diagnostics));
            }
        }
    }
}

/// The keys of the last row of `list` that names two of `keys`, or one beside a bound.
fn row_with(whole: &Node, list: &str, keys: &[&Key]) -> Option<Place> {
    let names = |row: &Node| {
        let Some(Value::List(items)) = row.at(&["keys"]).map(|node| &node.value) else { return false };
        let written = items.iter().filter_map(|item| Key::parse(item.as_text()?));
        written.filter(|key| keys.contains(&key)).count() >= keys.len().min(2)
    };
    whole.rows(list).iter().rev().find(|row| names(row)).and_then(|row| row.place(&["keys"]))
}
