//! One value held against its entry of the ledger: domain, limits, words, range.

use crate::diagnostic::{Diagnostic, Place};
use crate::evidence::ledger::{Domain, Entry, GREATEST, Kind, LEAST_POSITIVE};
use crate::input::findings::Findings;
use crate::input::hint::did_you_mean;
use crate::input::tree::Value;
use crate::input::uncertain;
use crate::scenario::key::Key;
use crate::scenario::language::Language;

/// Longest text, in characters.
const LONGEST_TEXT: usize = 5_000;

/// Longest title or currency, in characters.
const LONGEST_TITLE: usize = 200;

/// A whole number written as a float.
pub(crate) fn whole(x: f64) -> Option<i64> {
    if x.fract() == 0.0 && x.abs() <= 9e15 { Some(x as i64) } else { None }
}

/// The value when it may stand under `key`; reported and broken when it may not.
pub(crate) fn check(key: &Key, entry: &Entry, value: Value, place: Option<Place>, diagnostics: &mut Findings) -> Value {
    let trouble = match &value {
        Value::Number(x) => outside(*x, entry).map(|trouble| format!("`{key}` ({}) {trouble}", shown(*x))),
        Value::Whole(n) => outside(*n as f64, entry).map(|trouble| format!("`{key}` ({n}) {trouble}")),
        Value::Uncertain(form) => {
            let mean = form.mean;
            outside(mean, entry).map(|trouble| format!("the mean of `{key}` ({}) {trouble}", shown(mean)))
        }
        Value::Text(tag) if entry.path == "language" && Language::of_tag(tag).is_some() => {
            let language = Language::of_tag(tag).unwrap_or_default();
            return Value::Text(language.code().to_string());
        }
        Value::Text(text) if entry.kind == Kind::Choice => {
            if entry.choices.iter().any(|choice| choice == text) {
                None
            } else {
                let choices = entry.choices.iter().map(String::as_str);
                let message = format!("`{key}` cannot be `{}`", text.chars().take(60).collect::<String>());
                let mut diagnostic = Diagnostic::error("S015", message).with_place(place);
                diagnostic.help = did_you_mean(text, choices);
                diagnostics.push(diagnostic);
                return Value::Broken;
            }
        }
        Value::Text(text) => unusable(entry, text).map(|trouble| format!("`{key}` {trouble}")),
        _ => None,
    };
    if let Some(message) = trouble {
        diagnostics.push(Diagnostic::error("S012", message).with_place(place));
        return Value::Broken;
    }
    warn(key, entry, &value, place, diagnostics);
    value
}

/// What is wrong with `x`, in words that follow the name of the key.
pub(crate) fn outside(x: f64, entry: &Entry) -> Option<String> {
    let (least, greatest) = entry.bounds();
    if !x.is_finite() {
        return Some("must be a finite number".into());
    }
    if x >= least && x <= greatest {
        return None;
    }
    if x.abs() > GREATEST {
        return Some(format!("is absurdly large: at most {GREATEST:e}"));
    }
    Some(match (entry.domain, entry.min, entry.max) {
        (Domain::Probability, None, None) => "must lie between 0 and 1".into(),
        (Domain::PositiveProbability, None, None) => "must be above 0 and at most 1".into(),
        (Domain::Positive, _, _) if x <= 0.0 => "must be above 0".into(),
        (Domain::Positive, _, _) if x < LEAST_POSITIVE => format!("is as good as 0: at least {LEAST_POSITIVE:e}"),
        (Domain::NonNegative, _, _) if x < 0.0 => "must not be negative".into(),
        _ if x < least => format!("must be at least {}", shown(least)),
        _ if shown(greatest).parse() != Ok(greatest) => format!("must be below {}", shown(greatest)),
        _ => format!("must be at most {}", shown(greatest)),
    })
}

fn unusable(entry: &Entry, text: &str) -> Option<String> {
    let is_short =
        matches!(entry.path.as_str(), "title" | "currency" | "input.label") || entry.path.starts_with("report.");
    let longest = if is_short { LONGEST_TITLE } else { LONGEST_TEXT };
    let remark = entry.name() == "summary";
    if text.chars().count() > longest {
        Some(format!("has at most {longest} characters, not {}", text.chars().count()))
    } else if text.chars().any(|c| c.is_control() && !(remark && matches!(c, '\n' | '\t' | '\r'))) {
        Some("must not hold control characters".into())
    } else {
        None
    }
}

fn warn(key: &Key, entry: &Entry, value: &Value, place: Option<Place>, diagnostics: &mut Findings) {
    let (number, what) = match value {
        Value::Number(x) => (*x, ""),
        Value::Whole(n) => (*n as f64, ""),
        Value::Uncertain(form) => (form.mean, "the mean of "),
        _ => return,
    };
    // A shipped preset names its sources itself.
    let from_preset = place.as_ref().is_some_and(|place| place.source.name.starts_with("preset:"));
    if let Some([low, high]) = entry.range
        && !from_preset
        && !(number >= low && number <= high)
    {
        if number == 0.0 {
            diagnostics.push_zero(key, place.clone());
            return;
        }
        let kind = if entry.plausible { "plausible" } else { "published" };
        let message = format!("{what}`{key}` ({}) lies outside the {kind} {low} to {high}", shown(number));
        let source = format!("{} ({})", entry.citation(), entry.status);
        let help = match (entry.plausible, entry.source.is_empty()) {
            (false, true) => None,
            (false, false) => Some(format!("source: {source}")),
            (true, true) => Some("nobody published this range, it is a judgement".to_string()),
            (true, false) => Some(format!("nobody published this range, it is a judgement; see {source}")),
        };
        let mut diagnostic = Diagnostic::warning("W002", message).with_place(place.clone());
        diagnostic.help = help;
        diagnostics.push(diagnostic);
    }
    if let Value::Uncertain(form) = value
        && let Some(share) = uncertain::share_outside(&form.distribution, entry.bounds())
    {
        let (least, greatest) = entry.bounds();
        let bounds = match (least <= -GREATEST, greatest >= GREATEST) {
            (_, true) => format!("below {}", shown(least)),
            (true, _) => format!("above {}", shown(greatest)),
            _ => format!("outside {} to {}", shown(least), shown(greatest)),
        };
        let message = format!("{:.1} % of the draws of `{key}` fall {bounds} and are set to that limit", 100.0 * share);
        diagnostics.push(Diagnostic::warning("W006", message).with_place(place));
    }
}

/// A number as a reader would write it, to six digits.
pub(crate) fn shown(x: f64) -> String {
    let rounded: f64 = format!("{x:.5e}").parse().unwrap_or(x);
    if x != 0.0 && (x.abs() >= 1e15 || x.abs() < 1e-6) { format!("{rounded:e}") } else { rounded.to_string() }
}
