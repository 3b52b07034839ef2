//! Uncertain numbers as written: `{ mean = 0.04, sd = 0.01 }` and its kin.

use crate::dist::{Uncertain, Z95};
use crate::evidence::ledger::{Domain, Entry, GREATEST};
use crate::input::tree::Form;

/// A value inside the inline table of an uncertain number.
pub(crate) enum Part {
    /// A number.
    One(f64),
    /// A list of numbers.
    Many(Vec<f64>),
}

/// What every form looks like, for messages.
pub(crate) const FORMS: &str = "forms are { mean, sd }, { low, high }, { beta = [a, b] }, { gamma = [shape, scale] }, \
                         { normal = [mean, sd] }, { lognormal = [mu, sigma] }, { uniform = [low, high] }, \
                         { triangular = [low, mode, high] }, { pert = [low, mode, high] }, \
                         { log_uniform = [low, high] }, { choice = [values], weights = [weights] }";

/// Most values of a choice.
const MOST_VALUES: usize = 10_000;

/// Draws outside the domain that go without a warning.
const TOLERATED: f64 = 0.001;

/// Why an inline table is no uncertain number.
pub(crate) struct Trouble {
    /// What is wrong.
    pub message: String,
    /// Whether the form itself is unknown, and not only its numbers.
    pub unknown_form: bool,
}

impl From<String> for Trouble {
    fn from(message: String) -> Self {
        Trouble { message, unknown_form: false }
    }
}

/// Reads the parts of an inline table as the distribution of `entry`'s number.
pub(crate) fn form(parts: &[(String, Part)], entry: &Entry) -> Result<Form, Trouble> {
    let numbers = parts.iter().flat_map(|(_, part)| match part {
        Part::One(x) => std::slice::from_ref(x),
        Part::Many(numbers) => numbers.as_slice(),
    });
    for x in numbers.copied() {
        if !x.is_finite() {
            return Err(format!("{x} is not a finite number").into());
        }
        if x != 0.0 && !(1.0 / GREATEST..=GREATEST).contains(&x.abs()) {
            return Err(format!("{x:e} is too large or too close to 0").into());
        }
    }
    let distribution = distribution(parts, entry)?;
    let mean = distribution.mean();
    if !mean.is_finite() {
        return Err(String::from("the distribution has no finite mean").into());
    }
    let written: Vec<String> = parts.iter().map(|(key, part)| format!("{key} = {}", text(part))).collect();
    Ok(Form { text: format!("{{ {} }}", written.join(", ")), distribution, mean })
}

fn distribution(parts: &[(String, Part)], entry: &Entry) -> Result<Uncertain, Trouble> {
    let named: Vec<(&str, &Part)> = parts.iter().map(|(key, part)| (key.as_str(), part)).collect();
    let distribution = match named.as_slice() {
        [("mean", Part::One(mean)), ("sd", Part::One(sd))] | [("sd", Part::One(sd)), ("mean", Part::One(mean))] => {
            if entry.is_probability() {
                Uncertain::beta_from_mean(*mean, *sd)
            } else if entry.domain == Domain::Real && !(*mean > 0.0) {
                Err(format!("a mean that is not positive needs a normal: write {{ normal = [{mean:?}, {sd:?}] }}"))
            } else {
                Uncertain::gamma_from_mean(*mean, *sd)
            }
        }
        [("low", Part::One(low)), ("high", Part::One(high))] | [("high", Part::One(high)), ("low", Part::One(low))] => {
            if entry.is_probability() {
                Uncertain::probability_interval(*low, *high)
            } else if entry.domain == Domain::Real && !(*low > 0.0) {
                let (mean, sd) = (0.5 * (low + high), (high - low) / (2.0 * Z95));
                Err(format!(
                    "an interval that is not positive needs a normal: write {{ normal = [{mean:?}, {sd:.6}] }}"
                ))
            } else {
                Uncertain::positive_interval(*low, *high)
            }
        }
        [("choice", Part::Many(values))] => choice(values, None),
        [("choice", Part::Many(values)), ("weights", Part::Many(weights))]
        | [("weights", Part::Many(weights)), ("choice", Part::Many(values))] => choice(values, Some(weights)),
        [(name, Part::Many(numbers))] => match (*name, numbers.as_slice()) {
            ("beta", [a, b]) => Uncertain::beta(*a, *b),
            ("gamma", [shape, scale]) => Uncertain::gamma(*shape, *scale),
            ("normal", [mean, sd]) => Uncertain::normal(*mean, *sd),
            ("lognormal", [mu, sigma]) => Uncertain::lognormal(*mu, *sigma),
            ("uniform", [low, high]) => Uncertain::uniform(*low, *high),
            ("triangular", [low, mode, high]) => Uncertain::triangular(*low, *mode, *high),
            ("pert", [low, mode, high]) => Uncertain::pert(*low, *mode, *high),
            ("log_uniform", [low, high]) => Uncertain::log_uniform(*low, *high),
            ("beta" | "gamma" | "normal" | "lognormal" | "uniform" | "log_uniform", _) => {
                Err(format!("`{name}` takes 2 numbers, not {}", numbers.len()))
            }
            ("triangular" | "pert", _) => Err(format!("`{name}` takes 3 numbers, not {}", numbers.len())),
            _ => return Err(unknown(&named)),
        },
        _ => return Err(unknown(&named)),
    };
    Ok(distribution?)
}

fn choice(values: &[f64], weights: Option<&Vec<f64>>) -> Result<Uncertain, String> {
    if values.len() > MOST_VALUES {
        return Err(format!("a choice has at most {MOST_VALUES} values, not {}", values.len()));
    }
    Uncertain::choice(values.to_vec(), weights.cloned())
}

fn unknown(parts: &[(&str, &Part)]) -> Trouble {
    let keys: Vec<&str> = parts.iter().map(|(key, _)| *key).take(4).collect();
    let message = match keys.as_slice() {
        [] => "the table is empty".to_string(),
        [key] => format!("there is no form `{key}`"),
        keys => format!("there is no form of `{}`", keys.join("`, `")),
    };
    Trouble { message, unknown_form: true }
}

fn text(part: &Part) -> String {
    match part {
        Part::One(x) => format!("{x:?}"),
        Part::Many(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(|x| format!("{x:?}")).collect();
            format!("[{}]", numbers.join(", "))
        }
    }
}

/// The share of draws outside `bounds`, when it is worth a warning.
pub(crate) fn share_outside(distribution: &Uncertain, (least, greatest): (f64, f64)) -> Option<f64> {
    let below =
        if distribution.quantile(0.5 * TOLERATED) < least { probability_below(distribution, least) } else { 0.0 };
    let above = if distribution.quantile(1.0 - 0.5 * TOLERATED) > greatest {
        1.0 - probability_below(distribution, greatest)
    } else {
        0.0
    };
    let outside = below + above;
    if outside > TOLERATED { Some(outside) } else { None }
}

/// The probability of a value below `x`, by bisection of the quantile function.
fn probability_below(distribution: &Uncertain, x: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..30 {
        let middle = 0.5 * (low + high);
        if distribution.quantile(middle) < x {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}
