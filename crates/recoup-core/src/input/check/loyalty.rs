//! What the base behind the repurchase table does to its rates.

use crate::diagnostic::Diagnostic;
use crate::input::leaf::shown;
use crate::input::tree::Node;
use crate::scenario::parameters::Parameters;
use crate::stats::odds::{log_odds_above, shift_log_odds};

/// A rate that is read as another one is reported where the two are farther apart than this: a point.
const LEAST_SHIFT: f64 = 0.01;

/// Notes, by segment, the rate of the table that is moved most by how far its base loyalty is from the table's.
pub(crate) fn check(tree: &Node, parameters: &Parameters) -> Vec<Diagnostic> {
    let reference = parameters.loyalty.reference_base;
    let mut diagnostics = Vec::new();
    if parameters.satisfaction.drives_repurchase || !(reference < 1.0) {
        return diagnostics;
    }
    for (g, segment) in parameters.segments.iter().enumerate() {
        let base = segment.base_loyalty;
        if base == reference || !(base < 1.0) {
            continue;
        }
        let own = if segment.own.is_empty() { None } else { Some(parameters.for_segment(g)) };
        let mut most: Option<(f64, String)> = None;
        for severity in &own.as_ref().unwrap_or(parameters).severities {
            let table = &severity.repurchase;
            for (outcome, rate) in [
                ("silent", table.silent),
                ("unresolved", table.unresolved),
                ("resolved", table.resolved),
                ("quick", table.quick),
            ] {
                let read = shift_log_odds(rate, log_odds_above(reference, base));
                let shift = (read - rate).abs();
                if shift > most.as_ref().map_or(LEAST_SHIFT, |(most, _)| *most) {
                    let rates = format!("{outcome} {} is read as {}", shown(rate), shown((read * 1e4).round() / 1e4));
                    most = Some((shift, format!("severity `{}`: {rates}", severity.name)));
                }
            }
        }
        let Some((_, rates)) = most else { continue };
        let because = format!(
            "because the base loyalty of segment `{}` is {}, and that behind the table {}",
            segment.name,
            shown(base),
            shown(reference)
        );
        diagnostics.push(
            Diagnostic::note("N006", format!("{rates}, {because}"))
                .with_place(tree.place(&["segment", &*segment.name, "base_loyalty"]))
                .with_help(
                    "the other rates are moved likewise, on the log-odds; `loyalty.reference_base` says whose they are",
                ),
        );
    }
    diagnostics
}
