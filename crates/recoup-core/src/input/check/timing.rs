//! Checks of when a strategy starts and how it ramps.

use crate::diagnostic::Diagnostic;
use crate::input::tree::Node;
use crate::scenario::horizon::TerminalValue;
use crate::scenario::key::Key;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::UncertainParameters;

/// Refuses a strategy that starts after the last period of its `tree`.
pub(crate) fn starts_late(name: &str, (over, tree): (&Node, &Node), parameters: &Parameters) -> Option<Diagnostic> {
    let (starts, periods) = (parameters.timing.starts, parameters.horizon.periods);
    let is_late = starts > 0 && starts >= periods && !tree.is_broken(&["horizon", "periods"]);
    is_late.then(|| {
        let message = format!("strategy `{name}` starts in period {}, after the last", u64::from(starts) + 1);
        Diagnostic::error("S055", message)
            .with_place(over.place(&["starts"]))
            .with_label(format!("the periods are 1 to {periods}"))
    })
}

/// Checks a strategy's case against the reference's, which holds before it.
pub(crate) fn check(
    name: &str,
    (over, tree): (&Node, &Node),
    parameters: &UncertainParameters,
    is_reference: bool,
) -> Vec<Diagnostic> {
    let timing = parameters.point.timing;
    let refuse = |message: String, key: &str| Diagnostic::error("S055", message).with_place(over.place(&[key]));
    let mut diagnostics = Vec::new();
    if timing.is_immediate() {
        return diagnostics;
    }
    let written = if timing.starts > 0 { "starts" } else { "ramp_periods" };
    if is_reference {
        diagnostics.push(
            refuse(format!("the reference `{name}` starts late or ramps"), written)
                .with_help("it is what the firm does until other strategies start: put what is done today first"),
        );
        return diagnostics;
    }
    let periods = parameters.point.horizon.periods;
    diagnostics.extend(starts_late(name, (over, tree), &parameters.point));
    let ends = u64::from(timing.starts) + u64::from(timing.ramp_periods);
    if parameters.point.horizon.terminal_value == TerminalValue::Clv
        && timing.ramp_periods > 0
        && ends >= u64::from(periods)
        && diagnostics.is_empty()
        && !tree.is_broken(&["horizon", "periods"])
    {
        let message = format!("strategy `{name}` is still ramping after the last period");
        diagnostics.push(
            Diagnostic::warning("W012", message)
                .with_place(over.place(&["ramp_periods"]))
                .with_label("its worth beyond the horizon is that of the last period, a ramp that stands still")
                .with_help("lengthen the horizon, or let it start sooner"),
        );
    }
    let Some(before) = &parameters.before else { return diagnostics };
    let (from, to) = (&before.point, &parameters.point);
    let segment = |parameters: &UncertainParameters, name: &str, key: &str| {
        let key = Key::from_parts(["segment", name, key]);
        let uncertain = parameters.uncertain.iter().find(|number| number.key == key);
        (parameters.point.clone().number_mut(&key).copied(), uncertain.map(|number| number.distribution.clone()))
    };
    // A value that was refused is not a number, and differs from nothing.
    let differs = |name: &str, key: &str| {
        let (old, new) = (segment(before, name, key), segment(parameters, name, key));
        old != new && ![&old, &new].iter().any(|found| found.0.is_some_and(f64::is_nan))
    };
    let names: Vec<_> = from.segments.iter().map(|segment| &segment.name).collect();
    let what = if !names.iter().copied().eq(to.segments.iter().map(|segment| &segment.name)) {
        Some("other segments".to_string())
    } else if names.iter().any(|name| differs(name, "share")) {
        Some("other shares of segments".to_string())
    } else if names.iter().any(|name| differs(name, "purchases_cv")) {
        Some("another `purchases_cv`".to_string())
    } else {
        let known = |name| to.severities.iter().any(|severity| severity.name == name);
        let lacking = from.severities.iter().find(|severity| !known(severity.name.clone()));
        lacking.map(|severity| format!("no severity `{}`", severity.name))
    };
    if let Some(what) = what {
        diagnostics.push(
            refuse(format!("strategy `{name}` starts late or ramps, and has {what} than the reference"), written)
                .with_help("customers live through its start: let it act at once, or keep what the reference has"),
        );
    }
    diagnostics
}
