//! Checks of failures and of what they do to customers.

use crate::diagnostic::Diagnostic;
use crate::input::hint::did_you_mean;
use crate::input::leaf::shown;
use crate::input::tree::{Node, Value};
use crate::input::uncertain::share_outside;
use crate::scenario::classes::{CLASSES, fifths};
use crate::scenario::failure::{Failure, Per};
use crate::scenario::key::Key;
use crate::scenario::market::Segment;
use crate::scenario::parameters::Parameters;

/// More failures in a period than this are too many for one episode.
const MOST_EXPOSURE: f64 = 0.5;

/// Shares of a survey that differ by less can be equal: two standard errors of a share near one half among 400 answers.
const SURVEY_NOISE: f64 = 0.05;

/// Checks the failures of a set of parameters at its point values, responses applied.
pub(crate) fn check(tree: &Node, parameters: &Parameters, diagnostics: &mut Vec<Diagnostic>) {
    for failure in &parameters.failures {
        severity(tree, failure, diagnostics);
        dates(tree, parameters, failure, diagnostics);
        counted(tree, failure, diagnostics);
        per_purchase(tree, failure, diagnostics);
    }
    exposure(tree, parameters, diagnostics);
    for (number, severity) in parameters.severities.iter().enumerate() {
        let is_met = parameters.failures.iter().any(|failure| failure.severity == number);
        outcomes(tree, &severity.name, is_met, diagnostics);
    }
}

fn severity(tree: &Node, failure: &Failure, diagnostics: &mut Vec<Diagnostic>) {
    let path = ["failure", &*failure.name, "severity"];
    let (Some(name), Some(severities)) = (tree.text(&path), tree.at(&["severity"])) else { return };
    if severities.entries().is_some_and(|known| !known.contains_key(name)) {
        let short: String = name.chars().take(60).collect();
        let mut unknown = Diagnostic::error("S032", format!("no severity `{short}`")).with_place(tree.place(&path));
        unknown.help = did_you_mean(name, tree.named("severity").map(|(name, _)| name).collect::<Vec<_>>());
        diagnostics.push(unknown);
    }
}

fn dates(tree: &Node, parameters: &Parameters, failure: &Failure, diagnostics: &mut Vec<Diagnostic>) {
    let periods = parameters.horizon.periods;
    let path = |key| ["failure", &*failure.name, key].map(str::to_string);
    if failure.first_period >= periods {
        diagnostics.push(
            Diagnostic::warning("W005", format!("failure `{}` never happens", failure.name))
                .with_place(tree.place(&path("first_period")))
                .with_label(format!("the periods are 1 to {periods}"))
                .with_help("periods are counted from 1"),
        );
    } else if failure.last_period < failure.first_period {
        let message = format!(
            "`last_period` ({}) of failure `{}` comes before its `first_period` ({})",
            failure.last_period + 1,
            failure.name,
            failure.first_period + 1
        );
        diagnostics.push(Diagnostic::error("S033", message).with_place(tree.place(&path("last_period"))));
    }
}

/// A share of customers is counted per year or period, not per purchase.
fn counted(tree: &Node, failure: &Failure, diagnostics: &mut Vec<Diagnostic>) {
    if failure.share.is_some() && failure.per == Per::Purchase {
        diagnostics.push(
            Diagnostic::error("S012", format!("the share of failure `{}` cannot be per purchase", failure.name))
                .with_place(tree.place(&["failure", &*failure.name, "per"]))
                .with_help("a share of customers is hit per \"year\" or per \"period\"; a rate may be per purchase"),
        );
    }
}

/// Draws of a rate per purchase above 1 that go without a warning.
const TOLERATED: f64 = 0.01;

/// A purchase seldom meets more than one failure: a larger rate is most often a percentage, or counted per year.
fn per_purchase(tree: &Node, failure: &Failure, diagnostics: &mut Vec<Diagnostic>) {
    let path = ["failure", &*failure.name, "rate"];
    let Some(node) = tree.at(&path).filter(|_| failure.per == Per::Purchase) else { return };
    let Some(mean) = node.as_number() else { return };
    let key = Key::from_parts(path);
    let message = match &node.value {
        _ if mean > 1.0 => format!("`{key}` ({}) lies outside the plausible 0 to 1 failures per purchase", shown(mean)),
        Value::Uncertain(form) => {
            let above = share_outside(&form.distribution, (f64::NEG_INFINITY, 1.0)).unwrap_or_default();
            if above <= TOLERATED {
                return;
            }
            format!("{:.0} % of the draws of `{key}` lie above 1 failure per purchase", 100.0 * above)
        }
        _ => return,
    };
    diagnostics.push(
        Diagnostic::warning("W002", message)
            .with_place(node.place.clone())
            .with_help("5 % of purchases is 0.05; failures per customer and year are counted with per = \"year\""),
    );
}

/// x_gk: failures of one kind per customer of a segment and period.
fn exposure_of(segment: &Segment, failure: &Failure, per_year: f64) -> f64 {
    let rate = failure.rate_in_force(per_year);
    match failure.per {
        Per::Purchase => rate * most_purchases(segment) / per_year,
        Per::Year | Per::Period => rate / per_year,
    }
}

/// Purchases per year of those customers of a segment who buy most.
fn most_purchases(segment: &Segment) -> f64 {
    if segment.classes { fifths(segment)[CLASSES - 1] } else { segment.purchases_per_year }
}

fn exposure(tree: &Node, parameters: &Parameters, diagnostics: &mut Vec<Diagnostic>) {
    let per_year = parameters.horizon.period.per_year();
    // The busiest period is one in which some failure begins.
    let starts = parameters.failures.iter().map(|failure| failure.first_period);
    let mut worst: Option<(f64, &Segment, &Failure)> = None;
    for start in starts {
        let in_force = || {
            parameters
                .failures
                .iter()
                .filter(move |failure| (failure.first_period..=failure.last_period).contains(&start))
        };
        for segment in &parameters.segments {
            let x: f64 = in_force().map(|failure| exposure_of(segment, failure, per_year)).sum();
            let largest = in_force()
                .max_by(|a, b| exposure_of(segment, a, per_year).total_cmp(&exposure_of(segment, b, per_year)));
            if let Some(failure) = largest
                && x > worst.map_or(MOST_EXPOSURE, |(x, _, _)| x)
            {
                worst = Some((x, segment, failure));
            }
        }
    }
    if let Some((x, segment, failure)) = worst {
        let period = parameters.horizon.period.name();
        let advice = match period {
            "week" => "at most one failure per customer and week is counted: lower the rates".to_string(),
            _ => format!("at most one failure per customer and {period} is counted: take a shorter `horizon.period`"),
        };
        diagnostics.push(
            Diagnostic::warning(
                "W001",
                format!("a {period} is too long: {} failures for a customer of `{}` in one", shown(x), segment.name),
            )
            .with_place(tree.place(&["failure", &failure.name, if failure.share.is_some() { "share" } else { "rate" }]))
            .with_label("the largest part of them")
            .with_help(advice),
        );
    }
}

/// Better ends should keep more customers; unresolved and silent may stand either way round.
fn outcomes(tree: &Node, severity: &str, is_met: bool, diagnostics: &mut Vec<Diagnostic>) {
    let path = |outcome: &'static str| ["severity", severity, "repurchase", outcome].map(str::to_string);
    let number = |outcome| tree.number(&path(outcome));
    let (silent, unresolved, resolved, quick) =
        (number("silent"), number("unresolved"), number("resolved"), number("quick"));
    if quick < resolved && resolved - quick <= SURVEY_NOISE {
        let message = format!("`quick` ({}) is below `resolved` ({})", shown(quick), shown(resolved));
        diagnostics.push(
            Diagnostic::warning("W013", message)
                .with_place(tree.place(&path("quick")))
                .with_label("answering quickly would lose customers; the difference may be noise of a survey")
                .with_help("take one value for both, or give them a spread"),
        );
    } else if quick < resolved {
        diagnostics.push(
            Diagnostic::error("S014", format!("`quick` ({}) is below `resolved` ({})", shown(quick), shown(resolved)))
                .with_place(tree.place(&path("quick")))
                .with_label("quick recovery cannot keep fewer customers than slow recovery")
                .with_help("TARP (major problems) has 0.82 and 0.54; if you mean it, add `allow = [\"S014\"]`"),
        );
    }
    if resolved < unresolved {
        let message = format!("`resolved` ({}) is below `unresolved` ({})", shown(resolved), shown(unresolved));
        diagnostics.push(
            Diagnostic::warning("W007", message)
                .with_place(tree.place(&path("resolved")))
                .with_label("solving a problem would lose customers"),
        );
    }
    // A preset may have severities that no failure of the study has.
    if is_met && unresolved < silent {
        let message = format!("`unresolved` ({}) is below `silent` ({})", shown(unresolved), shown(silent));
        diagnostics.push(
            Diagnostic::note("N001", message)
                .with_place(tree.place(&path("unresolved")))
                .with_label("asking for complaints without solving them loses customers")
                .with_help("surveys find both signs: TARP 1979 the other, CCMC 2015 this one"),
        );
    }
}
