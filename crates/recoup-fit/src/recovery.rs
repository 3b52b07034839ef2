//! What the firm does about complaints: how many it resolves, how fast, with how much work, and what it pays.
//!
//! Times to resolution are log-logistic, as in the model: of the cases that are resolved, the share 1 / (1 + (m / t)^k) is
//! resolved within t, with median m and shape k. Cases that are still open count as longer than they have lasted (right
//! censoring; Klein and Moeschberger, Survival Analysis, 2003, sections 2.5 and 12.4). Times known only by the day count as an
//! interval.

use recoup_core::math::{exp, ln, ln_1p, pow};
use serde::Serialize;

use crate::estimate::{Caution, Estimate, Method};
use crate::log::{Checked, at, day_of};
use crate::matching::{Ending, Rules, ending_of_case};
use crate::maximum;
use crate::proportion;
use crate::purchases::ratio;

/// A duration of at least this many times its precision is taken as exact.
const FINE: f64 = 20.0;
/// Share of closed cases that a case must have had the time for, to count among the resolved or unresolved.
const SETTLED: f64 = 0.99;

/// What becomes of complaints.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Recovery {
    /// Share of cases that are resolved.
    pub resolved: Option<Estimate>,
    /// Share of resolved cases that are resolved quickly.
    pub quick: Option<Estimate>,
    /// Share of cases with a first answer within the limit.
    pub answered_in_time: Option<Estimate>,
    /// Contacts per case.
    pub contacts_per_case: Option<Estimate>,
    /// Working minutes per contact.
    pub handle_minutes: Option<Estimate>,
    /// Median hours from the first answer (from the opening, where none is known) to the resolution.
    pub resolve_median_hours: Option<Estimate>,
    /// Shape of the times to resolution.
    pub resolve_shape: Option<Estimate>,
    /// Compensation of a resolved case as a share of the loss.
    pub compensation: Option<Estimate>,
    /// Compensation of a resolved case, in currency.
    pub compensation_amount: Option<Estimate>,
    /// Share of cases that were resolved at the first contact.
    pub first_contact: Option<Estimate>,
}

/// How long something took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Duration {
    /// Length, in any unit.
    pub length: f64,
    /// Whether it had ended; otherwise it lasts longer.
    pub ended: bool,
}

/// A fitted log-logistic distribution.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LogLogistic {
    /// Median, in the unit of the durations.
    pub median: Estimate,
    /// Shape.
    pub shape: Estimate,
    /// The log-likelihood.
    pub log_likelihood: f64,
}

/// Durations of one length, together.
#[derive(Clone, Copy, Debug)]
struct Group {
    ln: f64,
    /// Logarithms of the ends of the interval in which a coarse length lies; the first may be minus infinity.
    around: Option<(f64, f64)>,
    ended: bool,
    n: f64,
}

/// ln(1 + e^x).
fn ln_1p_exp(x: f64) -> f64 {
    if x > 0.0 { x + ln_1p(exp(-x)) } else { ln_1p(exp(x)) }
}

fn log_likelihood(groups: &[Group], mu: f64, ln_shape: f64) -> f64 {
    let k = exp(ln_shape);
    let z = |x: f64| k * (x - mu);
    let one = |group: &Group| {
        let own = z(group.ln);
        match (group.ended, group.around) {
            (false, _) => -ln_1p_exp(own),
            (true, None) => ln_shape + own - 2.0 * ln_1p_exp(own) - group.ln,
            (true, Some((low, high))) => {
                let below = |x: f64| if x == f64::NEG_INFINITY { 0.0 } else { 1.0 / (1.0 + exp(-z(x))) };
                let above = |x: f64| if x == f64::NEG_INFINITY { 1.0 } else { 1.0 / (1.0 + exp(z(x))) };
                // From the side where no digits are lost.
                let chance = if own > 0.0 { above(low) - above(high) } else { below(high) - below(low) };
                ln(chance.max(1e-300))
            }
        }
    };
    groups.iter().map(|group| group.n * one(group)).sum()
}

/// Fits a log-logistic distribution to `durations` that are known to within `precision`, in their unit. Ones of 0 lie between
/// 0 and half the precision. `None` with fewer than two that had ended, or if all those are equal.
pub fn log_logistic(durations: &[Duration], precision: f64) -> Option<LogLogistic> {
    weighted_log_logistic(durations, precision, 1.0)
}

/// The same, where durations that have not ended count `weight` each.
fn weighted_log_logistic(durations: &[Duration], precision: f64, weight: f64) -> Option<LogLogistic> {
    let half = 0.5 * precision;
    let mut sorted: Vec<(f64, bool)> =
        durations.iter().filter(|d| d.ended || d.length > 0.0).map(|d| (d.length, d.ended)).collect();
    sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let group = |run: &[(f64, bool)]| {
        let (length, ended) = run[0];
        let around = (ended && length < FINE * precision).then(|| {
            let low = if length > half { ln(length - half) } else { f64::NEG_INFINITY };
            (low, ln(length + half))
        });
        Group { ln: ln(length.max(0.5 * half)), around, ended, n: run.len() as f64 * if ended { 1.0 } else { weight } }
    };
    let groups: Vec<Group> = sorted.chunk_by(|a, b| a == b).map(group).collect();
    let ended = || groups.iter().filter(|group| group.ended);
    let n: f64 = ended().map(|group| group.n).sum();
    if n < 2.0 || ended().count() < 2 {
        return None;
    }
    let mean = ended().map(|group| group.n * group.ln).sum::<f64>() / n;
    let variance = ended().map(|group| group.n * (group.ln - mean) * (group.ln - mean)).sum::<f64>() / n;
    // The logarithm is logistic with standard deviation pi / (sqrt(3) k).
    let start = [mean, ln(std::f64::consts::PI / (3.0 * variance).sqrt())];
    let maximum = maximum::find(|at| log_likelihood(&groups, at[0], at[1]), &start, n);
    let cases = n as u64;
    let mut median = Estimate::on_log(cases, exp(maximum.at[0]), maximum.error(0), Method::LogLogistic);
    let mut shape = Estimate::on_log(cases, exp(maximum.at[1]), maximum.error(1), Method::LogLogistic);
    for estimate in [&mut median, &mut shape] {
        if !maximum.settled {
            estimate.cautions.push(Caution::Unsettled);
        }
        if maximum.covariance.is_none() {
            estimate.cautions.push(Caution::Flat);
        }
    }
    Some(LogLogistic { median, shape, log_likelihood: maximum.value })
}

/// The length below which the share [`SETTLED`] of closed cases lies, in minutes.
fn settling_minutes(log: &Checked<'_>, rows: &[usize]) -> i32 {
    let cases = &log.complaints;
    let mut lengths: Vec<i32> =
        rows.iter().filter_map(|&row| at(&cases.closed, row).map(|closed| closed - cases.opened[row])).collect();
    if lengths.is_empty() {
        return 0;
    }
    let place = ((lengths.len() as f64 * SETTLED) as usize).min(lengths.len() - 1);
    *lengths.select_nth_unstable(place).1
}

/// What becomes of the complaints within the data. `answer_minutes` is the limit for an answer in time, `loss` the loss by kind
/// in currency, where it is known.
pub fn recovery(log: &Checked<'_>, rules: &Rules, answer_minutes: f64, loss: &[Option<f64>]) -> Recovery {
    let cases = &log.complaints;
    let precision = cases.precision.max(1);
    let rows: Vec<usize> = (0..cases.customer.len()).filter(|&row| log.is_within(day_of(cases.opened[row]))).collect();
    let end = log.window.1.saturating_mul(crate::log::MINUTES_PER_DAY);
    let settling = settling_minutes(log, &rows);
    // Cases that have had the time to be settled: open ones among them count as unresolved, so that fast cases at the end of
    // the data do not count more than slow ones.
    let ripe = || rows.iter().copied().filter(|&row| cases.opened[row] < end.saturating_sub(settling));
    let (mut resolved, mut settled, mut quick, mut unknown) = (0, 0, 0, 0);
    for row in ripe() {
        let ending = ending_of_case(log, row, rules);
        match (ending, at(&cases.closed, row)) {
            (None, Some(_)) => unknown += 1,
            (None, None) | (Some(Ending::Silent | Ending::Unresolved), _) => settled += 1,
            (Some(ending), _) => {
                settled += 1;
                resolved += 1;
                quick += u64::from(ending == Ending::Quick);
            }
        }
    }
    let open = rows.iter().filter(|&&row| at(&cases.closed, row).is_none()).count() as u64;
    let noted = |mut estimate: Estimate| {
        if unknown > 0 {
            estimate.cautions.push(Caution::UnknownOutcome { n: unknown });
        }
        if open > 0 {
            estimate.cautions.push(Caution::OpenCases { n: open });
        }
        if precision > 1 {
            estimate.cautions.push(Caution::CoarseTimes { minutes: precision });
        }
        estimate
    };
    let answers = rows.iter().filter_map(|&row| at(&cases.first_answer, row).map(|answer| answer - cases.opened[row]));
    let in_time = answers.clone().filter(|minutes| f64::from(*minutes) <= answer_minutes).count() as u64;
    let answered = answers.count() as u64;
    let with_contacts = || rows.iter().filter_map(|&row| at(&cases.contacts, row).map(|contacts| (row, contacts)));
    let worked = || {
        with_contacts().filter_map(|(row, contacts)| {
            at(&cases.minutes, row).map(|minutes| (f64::from(contacts), f64::from(minutes)))
        })
    };
    let first_contact = |&(row, contacts): &(usize, u32)| contacts <= 1 && at(&cases.resolved, row) == Some(true);
    let closed_with_contacts = || with_contacts().filter(|&(row, _)| at(&cases.resolved, row).is_some());
    let times = times_to_resolution(log, &rows, end, precision);
    let paid = || {
        rows.iter()
            .filter(|&&row| at(&cases.resolved, row) == Some(true))
            .filter_map(|&row| at(&cases.compensation, row).map(|paid| (row, paid)))
    };
    let lost = |row: usize| {
        let kind = at(&cases.kind, row).or((log.kinds.len() == 1).then_some(0))?;
        loss.get(kind as usize).copied().flatten().filter(|loss| *loss > 0.0)
    };
    Recovery {
        resolved: (settled > 0).then(|| noted(proportion::share(resolved, settled))),
        quick: (resolved > 0).then(|| noted(proportion::share(quick, resolved))),
        answered_in_time: (answered > 0).then(|| proportion::share(in_time, answered)),
        contacts_per_case: ratio(|| with_contacts().map(|(_, contacts)| (1.0, f64::from(contacts)))),
        handle_minutes: ratio(|| worked().filter(|(contacts, _)| *contacts > 0.0)),
        resolve_median_hours: times.as_ref().map(|times| noted(times.median.clone())),
        resolve_shape: times.as_ref().map(|times| noted(times.shape.clone())),
        compensation: ratio(|| paid().filter_map(|(row, paid)| lost(row).map(|lost| (lost, paid))))
            .map(|estimate| Estimate { n: paid().filter(|(row, _)| lost(*row).is_some()).count() as u64, ..estimate }),
        compensation_amount: ratio(|| paid().map(|(_, paid)| (1.0, paid))),
        first_contact: {
            let n = closed_with_contacts().count() as u64;
            (n > 0).then(|| proportion::share(closed_with_contacts().filter(first_contact).count() as u64, n))
        },
    }
}

/// Hours from the first answer to the resolution. Open cases last longer; those closed without a resolution are left out,
/// because the model's times are those of cases that are resolved. Of the open cases, only those that will be resolved have such
/// a time: each counts as the share of closed cases that were resolved.
fn times_to_resolution(log: &Checked<'_>, rows: &[usize], end: i32, precision: u32) -> Option<LogLogistic> {
    let cases = &log.complaints;
    let duration = |&row: &usize| {
        let start = at(&cases.first_answer, row).unwrap_or(cases.opened[row]);
        match (at(&cases.closed, row), at(&cases.resolved, row)) {
            (Some(closed), Some(true)) => {
                Some(Duration { length: f64::from((closed - start).max(0)) / 60.0, ended: true })
            }
            (None, None) => Some(Duration { length: f64::from((end - start).max(0)) / 60.0, ended: false }),
            _ => None,
        }
    };
    let durations: Vec<Duration> = rows.iter().filter_map(duration).collect();
    let closed =
        || rows.iter().filter(|&&row| at(&cases.closed, row).is_some()).filter_map(|&row| at(&cases.resolved, row));
    let resolved = closed().filter(|&resolved| resolved).count() as f64 / (closed().count() as f64).max(1.0);
    weighted_log_logistic(&durations, f64::from(precision) / 60.0, resolved)
}

/// Share of a log-logistic time that is below `time`.
pub fn within(median: f64, shape: f64, time: f64) -> f64 {
    1.0 / (1.0 + pow(median / time, shape))
}

#[cfg(test)]
mod tests {
    use super::{Duration, log_logistic, recovery, within};
    use crate::chance::Chance;
    use crate::estimate::Caution;
    use crate::log::{Complaints, Customers, Log};
    use crate::matching::Rules;

    fn ended(length: f64) -> Duration {
        Duration { length, ended: true }
    }

    #[test]
    fn uncensored_times_have_the_closed_form() {
        // Symmetric logarithms: the estimate of the median is their centre. Fisher's standard error of ln median is
        // sqrt(3 / n) / k (the logistic location; Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2,
        // section 23.10). On the quantiles of the distribution itself the observed information is near the expected.
        let n = 4_000;
        let quantile = |i: u32| {
            let u = (f64::from(i) + 0.5) / f64::from(n);
            20.0 * (u / (1.0 - u)).powf(1.0 / 1.5)
        };
        let fit = log_logistic(&(0..n).map(|i| ended(quantile(i))).collect::<Vec<_>>(), 1e-9).expect("they differ");
        assert!((fit.median.value / 20.0 - 1.0).abs() < 1e-6 && (fit.shape.value / 1.5 - 1.0).abs() < 2e-3, "{fit:?}");
        let error = 20.0 * (3.0 / f64::from(n)).sqrt() / 1.5;
        assert!((fit.median.standard_error / error - 1.0).abs() < 0.01, "{fit:?} {error}");
        // Of ln k: sqrt(9 / (n (3 + pi^2))).
        let error = 1.5 * (9.0 / (f64::from(n) * (3.0 + std::f64::consts::PI.powi(2)))).sqrt();
        assert!((fit.shape.standard_error / error - 1.0).abs() < 0.02, "{fit:?} {error}");
        assert_eq!(within(20.0, 1.5, 20.0), 0.5);
    }

    #[test]
    fn censored_and_coarse_times_cover_the_truth() {
        // 300 samples of 300 cases each: open at the end, and known only by the day. Outside 249 to 291 of 300 is more than 4
        // standard errors from 90 %: by chance less than once in 10,000 for each of four.
        let mut covered = [0; 4];
        for seed in 0..300 {
            let mut chance = Chance::new(seed);
            let times: Vec<f64> = (0..300).map(|_| chance.log_logistic(60.0, 1.4)).collect();
            let censored: Vec<Duration> = times
                .iter()
                .map(|&time| {
                    let open = 200.0 * chance.uniform();
                    Duration { length: time.min(open), ended: time <= open }
                })
                .collect();
            let days: Vec<Duration> = times
                .iter()
                .map(|&time| {
                    let start = 24.0 * chance.uniform();
                    ended((((start + time) / 24.0).floor() - (start / 24.0).floor()) * 24.0)
                })
                .collect();
            for (i, (durations, precision)) in [(censored, 1.0 / 60.0), (days, 24.0)].into_iter().enumerate() {
                let fit = log_logistic(&durations, precision).expect("they differ");
                covered[2 * i] += u32::from(fit.median.covers(60.0));
                covered[2 * i + 1] += u32::from(fit.shape.covers(1.4));
            }
        }
        assert!(covered.iter().all(|n| (249..=291).contains(n)), "{covered:?}");
    }

    #[test]
    fn what_cannot_be_fitted_is_none() {
        assert!(log_logistic(&[], 1.0).is_none());
        assert!(log_logistic(&[ended(5.0), ended(5.0)], 1.0).is_none());
        assert!(log_logistic(&[ended(5.0), Duration { length: 9.0, ended: false }], 1.0).is_none());
    }

    #[test]
    fn a_small_log_by_hand() {
        let day = 1440;
        let log = Log {
            segments: vec!["all".into()],
            kinds: vec!["late".into()],
            severities: vec!["minor".into()],
            severity_of_kind: vec![0],
            window: (0, 100),
            customers: Customers { segment: vec![0], since: vec![None], left: vec![None] },
            complaints: Complaints {
                customer: vec![0; 6],
                opened: vec![0, day, 2 * day, 3 * day, 4 * day, 99 * day],
                first_answer: vec![Some(3), Some(day + 30), None, None, None, None],
                closed: vec![Some(600), Some(3 * day), Some(2 * day + 60), Some(4 * day), None, None],
                resolved: vec![Some(true), Some(true), Some(true), Some(false), None, None],
                contacts: vec![Some(1), Some(3), Some(1), Some(5), None, None],
                minutes: vec![Some(10.0), Some(60.0), Some(20.0), None, None, None],
                compensation: vec![Some(10.0), Some(0.0), None, None, None, None],
                ..Complaints::default()
            },
            ..Log::default()
        };
        let log = log.check().expect("it is sound");
        let found = recovery(&log, &Rules::default(), 5.0, &[Some(40.0)]);
        let value = |estimate: &Option<crate::estimate::Estimate>| estimate.as_ref().map(|e| (e.value, e.n));
        // The case of the last day has not had the time; the open one of day 4 has.
        assert_eq!(value(&found.resolved), Some((0.6, 5)));
        assert_eq!(value(&found.quick), Some((2.0 / 3.0, 3)));
        assert_eq!(value(&found.answered_in_time), Some((0.5, 2)));
        assert_eq!(value(&found.contacts_per_case), Some((2.5, 4)));
        assert_eq!(value(&found.handle_minutes), Some((18.0, 5)));
        assert_eq!(value(&found.compensation), Some((0.125, 2)));
        assert_eq!(value(&found.compensation_amount), Some((5.0, 2)));
        assert_eq!(value(&found.first_contact), Some((0.5, 4)));
        let median = found.resolve_median_hours.expect("there are three");
        assert!(median.cautions.contains(&Caution::OpenCases { n: 2 }), "{median:?}");
    }
}
