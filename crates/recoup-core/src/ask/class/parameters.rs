//! The parameters of a student: round values from teaching ranges, drawn by number of the student and key.

use serde::Serialize;

use crate::random::address::student_uniform;
use crate::scenario::key::Key;
use crate::scenario::parameters::Parameters;

/// Complaint rates: mostly as low as firms report them, and some at which resolution or speed matter more than complaints.
const COMPLAIN: [f64; 14] = [0.04, 0.05, 0.06, 0.08, 0.10, 0.12, 0.15, 0.20, 0.25, 0.30, 0.40, 0.50, 0.70, 0.90];
/// Shares of complaints that are resolved.
const RESOLVED: [f64; 9] = [0.40, 0.45, 0.50, 0.55, 0.60, 0.65, 0.70, 0.75, 0.80];
/// Shares of resolved complaints that are resolved quickly.
const QUICK: [f64; 9] = [0.30, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60, 0.65, 0.70];
/// Percentage points by which the repurchase of silent customers differs from the study's.
const SILENT: [f64; 7] = [-6.0, -4.0, -2.0, 0.0, 2.0, 4.0, 6.0];
/// The loss of satisfaction, as a multiple of the study's.
const DROP: [f64; 4] = [0.6, 0.8, 1.0, 1.2];
/// Failure rates, as multiples of the study's.
const RATE: [f64; 6] = [0.5, 0.75, 1.0, 1.25, 1.5, 2.0];
/// Kinds of failure whose rates differ by student.
const MOST_RATES: usize = 2;

/// A number that a student has in place of the study's.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Setting {
    /// The key.
    pub key: String,
    /// Its value, in the unit of the key.
    pub value: f64,
    /// `KEY=VALUE`, as `--set` takes it.
    pub set: String,
}

/// The settings of a student, for questions about that kind of failure. The values of a key do not depend on those of the others.
pub(super) fn settings(point: &Parameters, kind: usize, seed: u64, student: u64) -> Vec<Setting> {
    let failure = &point.failures[kind];
    let severity = &point.severities[failure.severity];
    let name = &*severity.name;
    let mut ranges: Vec<(Key, Vec<f64>)> = vec![
        (Key::from_parts(["severity", name, "complain"]), COMPLAIN.to_vec()),
        (Key::from_parts(["recovery", "resolves"]), RESOLVED.to_vec()),
    ];
    // The load of a desk decides how many cases are quick.
    if point.recovery.desk.is_none() {
        ranges.push((Key::from_parts(["recovery", "quick"]), QUICK.to_vec()));
    }
    let table = &severity.repurchase;
    let values: Vec<f64> = SILENT.iter().map(|points| ((100.0 * table.silent).round() + points) / 100.0).collect();
    // A student's table tells the same story as the study's: silence stays better or worse than an unresolved complaint.
    let is_alike = |silent: &f64| {
        (0.0..table.resolved).contains(silent)
            && (table.silent < table.unresolved) == (*silent < table.unresolved)
            && *silent != table.unresolved
    };
    if !point.satisfaction.drives_repurchase {
        let silent = Key::from_parts(["severity", name, "repurchase", "silent"]);
        ranges.push((silent, values.into_iter().filter(is_alike).collect()));
    }
    let drop = DROP.map(|factor| (10.0 * factor * severity.satisfaction_drop).round() / 10.0);
    ranges.push((Key::from_parts(["severity", name, "satisfaction_drop"]), drop.to_vec()));
    let rates = std::iter::once(failure).chain(point.failures.iter().filter(|other| other.name != failure.name));
    for failure in rates.take(MOST_RATES) {
        let Some(rate) = failure.rate else { continue };
        let values = RATE.iter().filter_map(|factor| two_digits(factor * rate)).collect();
        ranges.push((Key::from_parts(["failure", &failure.name, "rate"]), values));
    }
    let drawn = ranges.into_iter().filter(|(_, values)| !values.is_empty()).map(|(key, values)| {
        let u = student_uniform(seed, student, key.address());
        let value = values[((u * values.len() as f64) as usize).min(values.len() - 1)];
        Setting { set: format!("{key}={value}"), key: key.to_string(), value }
    });
    drawn.collect()
}

/// A rate rounded to two significant digits; `None` where it is no rate of failures per purchase.
fn two_digits(rate: f64) -> Option<f64> {
    format!("{rate:.1e}").parse().ok().filter(|rate| (0.0..=1.0).contains(rate))
}

#[cfg(test)]
mod tests {
    use crate::ask::class::parameters::settings;
    use crate::input::{Request, load};

    #[test]
    fn a_student_has_the_same_round_numbers_every_time_and_others_have_others() {
        let study = load(&Request::builtin("paradox-class")).unwrap().study;
        let point = &study.scenarios[0].strategies[0].parameters.point;
        let of = |student| settings(point, 0, 1, student);
        assert_eq!(of(7), of(7));
        let keys: Vec<String> = of(7).into_iter().map(|setting| setting.key).collect();
        assert_eq!(
            keys,
            [
                "severity.minor.complain",
                "recovery.resolves",
                "recovery.quick",
                "severity.minor.repurchase.silent",
                "severity.minor.satisfaction_drop",
                "failure.\"late parcel\".rate",
                "failure.\"lost parcel\".rate",
            ]
        );
        for (place, key) in keys.iter().enumerate() {
            let values: std::collections::BTreeSet<String> = (1..=60).map(|n| of(n)[place].set.clone()).collect();
            assert!(values.len() > 3, "{key}: {values:?}");
            assert!(values.iter().all(|set| set.len() <= key.len() + 7), "{values:?}");
        }
        // Few pairs of a class of 60 share all numbers: there are about 900,000 sets of them.
        let all: std::collections::BTreeSet<String> = (1..=60).map(|n| format!("{:?}", of(n))).collect();
        assert_eq!(all.len(), 60);
    }
}
