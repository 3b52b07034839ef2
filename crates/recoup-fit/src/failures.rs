//! How often what fails, and who complains of it.
//!
//! Failures of a kind are Poisson in purchases or in time, so events over exposure with an exact Poisson interval
//! ([`survival::rate`]). Failures that come in waves (an outage that hits many at once) vary more; the
//! interval is then widened by the square root of the dispersion, the variance over the mean of the counts by month
//! (quasi-Poisson: McCullagh and Nelder, Generalized Linear Models, 1989, section 6.2.3).

use serde::Serialize;

use crate::estimate::{Caution, Estimate, Spread, Z};
use crate::log::{Checked, DAYS_PER_YEAR, Day};
use crate::matching::Episodes;
use crate::proportion;
use crate::survival;

/// Days of a month.
const MONTH: f64 = DAYS_PER_YEAR / 12.0;
/// Standard errors by which the dispersion must exceed 1 to count.
const CERTAIN: f64 = 3.0;

/// How often one kind of failure occurs, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Kind {
    /// Failures per purchase; `None` without purchases.
    pub per_purchase: Option<Estimate>,
    /// Failures per customer and year.
    pub per_year: Option<Estimate>,
    /// Share that the firm notices before the customer speaks; `None` where the failures do not say.
    pub detected: Option<Estimate>,
    /// Share of customers who complain if the firm does not notice the failure; `None` where failures are not known.
    pub complain: Option<Estimate>,
}

/// Exposure in months of the data.
struct Exposure {
    first: Day,
    /// By month: customer-years.
    years: Vec<f64>,
    /// By month: purchases.
    purchases: Option<Vec<f64>>,
}

impl Exposure {
    fn month(&self, day: Day) -> usize {
        ((f64::from(day - self.first) / MONTH) as usize).min(self.years.len() - 1)
    }

    fn of(log: &Checked<'_>) -> Exposure {
        let (first, end) = log.window;
        let months = ((f64::from(end - first) / MONTH).floor() as usize).max(1);
        let mut exposure = Exposure { first, years: vec![0.0; months], purchases: None };
        // Customers by day: +1 on the first, -1 after the last.
        let mut change = vec![0_i64; end.abs_diff(first) as usize + 1];
        for customer in 0..log.customers.segment.len() {
            let (since, until) = log.observed(customer);
            if since < until {
                change[since.abs_diff(first) as usize] += 1;
                change[until.abs_diff(first) as usize] -= 1;
            }
        }
        let mut present = 0;
        for day in first..end {
            present += change[day.abs_diff(first) as usize];
            let month = exposure.month(day);
            exposure.years[month] += present as f64 / DAYS_PER_YEAR;
        }
        if let Some(purchases) = &log.purchases {
            let mut counts = vec![0.0; months];
            for (&day, &customer) in purchases.day.iter().zip(&purchases.customer) {
                let (since, until) = log.observed(customer as usize);
                if since <= day && day < until {
                    counts[exposure.month(day)] += 1.0;
                }
            }
            exposure.purchases = Some(counts);
        }
        exposure
    }
}

/// The rate of `events` by month over `exposure` by month.
fn rate(events: &[u64], exposure: &[f64]) -> Option<Estimate> {
    let total: u64 = events.iter().sum();
    let mut estimate = survival::rate(total, exposure.iter().sum())?;
    let expected: Vec<f64> = exposure.iter().map(|e| estimate.value * e).collect();
    let usable: Vec<(f64, f64)> =
        events.iter().zip(&expected).filter(|(_, e)| **e > 0.0).map(|(k, e)| (*k as f64, *e)).collect();
    let freedom = usable.len() as f64 - 1.0;
    if freedom < 5.0 || total < 30 {
        return Some(estimate);
    }
    let dispersion = usable.iter().map(|(k, e)| (k - e) * (k - e) / e).sum::<f64>() / freedom;
    // The sum of squares over its mean has a variance of about 2 / freedom + 1 / (freedom * mean count).
    let sparse = usable.iter().map(|(_, e)| 1.0 / e).sum::<f64>() / (freedom * freedom);
    if dispersion > 1.0 + CERTAIN * (2.0 / freedom + sparse).sqrt() {
        let shape = (total as f64 + 0.5) / dispersion;
        estimate.standard_error *= dispersion.sqrt();
        let unit = estimate.value / shape;
        estimate.low = unit * survival::gamma_quantile(shape, 0.05);
        estimate.high =
            (unit * survival::gamma_quantile(shape, 0.95)).max(estimate.value + Z * estimate.standard_error);
        estimate.spread = Spread::gamma(shape, estimate.value);
        estimate.cautions.push(Caution::Overdispersed { dispersion });
    }
    Some(estimate)
}

/// By kind: how often it occurs, is noticed, and is complained of.
///
/// Without a table of failures, the rates are those of complaints, marked [`Caution::NeedsFailures`], and the share who
/// complain cannot be known: a survey may give it ([`proportion::share`]).
pub fn by_kind(log: &Checked<'_>, episodes: &Episodes) -> Vec<Kind> {
    let exposure = Exposure::of(log);
    let months = exposure.years.len();
    let kinds = log.kinds.len();
    let mut events = vec![vec![0_u64; months]; kinds];
    // By kind: said whether noticed, noticed, open to complaint, complained.
    let mut counts = vec![[0_u64; 4]; kinds];
    let says = log.failures.as_ref().is_some_and(|failures| failures.noticed.iter().any(Option::is_some));
    for episode in &episodes.all {
        let (since, until) = log.observed(episode.customer as usize);
        if episode.day < since || episode.day > until {
            continue;
        }
        let kind = episode.kind as usize;
        events[kind][exposure.month(episode.day)] += 1;
        let [said, noticed, open, complained] = &mut counts[kind];
        *said += u64::from(says);
        *noticed += u64::from(says && episode.noticed);
        *open += u64::from(!episode.noticed);
        *complained += u64::from(!episode.noticed && episode.case.is_some());
    }
    let one = |(events, [said, noticed, open, complained]): (&Vec<u64>, [u64; 4])| {
        let marked = |estimate: Estimate| {
            if episodes.failures_known { estimate } else { estimate.with(Caution::NeedsFailures) }
        };
        let complain = (episodes.failures_known && open > 0).then(|| {
            let estimate = proportion::share(complained, open);
            if episodes.unmatched > 0 {
                let (n, of) = (episodes.unmatched, episodes.complaints);
                return estimate.with(Caution::UnmatchedComplaints { n, of });
            }
            estimate
        });
        Kind {
            per_purchase: exposure.purchases.as_ref().and_then(|p| rate(events, p)).map(marked),
            per_year: rate(events, &exposure.years).map(marked),
            detected: (said > 0).then(|| proportion::share(noticed, said)),
            complain,
        }
    };
    events.iter().zip(counts).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::{by_kind, rate};
    use crate::chance::Chance;
    use crate::estimate::Caution;
    use crate::log::{Complaints, Customers, Failures, Log, Purchases};
    use crate::matching::{Rules, episodes};

    fn firm(seed: u64) -> Log {
        let mut chance = Chance::new(seed);
        let customers = 500;
        let mut log = Log {
            segments: vec!["all".into()],
            kinds: vec!["late".into()],
            severities: vec!["minor".into()],
            severity_of_kind: vec![0],
            window: (0, 731),
            customers: Customers {
                segment: vec![0; customers],
                since: vec![None; customers],
                left: vec![None; customers],
            },
            ..Log::default()
        };
        let (mut purchases, mut failures) = (Purchases::default(), Failures::default());
        let mut complaints = Complaints::default();
        for customer in 0..customers as u32 {
            for _ in 0..chance.poisson(6.0) {
                let day = chance.below(731) as i32;
                purchases.customer.push(customer);
                purchases.day.push(day);
                if chance.yes(0.08) {
                    failures.customer.push(customer);
                    failures.day.push(day);
                    failures.kind.push(0);
                    let noticed = chance.yes(0.25);
                    failures.noticed.push(Some(noticed));
                    if !noticed && chance.yes(0.3) {
                        complaints.customer.push(customer);
                        complaints.opened.push(day * 1440 + 600);
                    }
                }
            }
        }
        log.purchases = Some(purchases);
        log.failures = Some(failures);
        log.complaints = complaints;
        log
    }

    #[test]
    fn rates_and_shares_cover_the_truth() {
        // 300 firms; fewer than 249 or more than 291 of 300 are outside 90 % by more than 4 standard errors of a binomial, by
        // chance less than once in 10,000 for each of four. The exact Poisson interval covers a little more.
        let mut covered = [0; 4];
        for seed in 0..300 {
            let log = firm(seed);
            let log = log.check().expect("it is sound");
            let kind = &by_kind(&log, &episodes(&log, &Rules::default()))[0];
            let of = |estimate: &Option<crate::estimate::Estimate>, truth| {
                u32::from(estimate.as_ref().expect("it is known").covers(truth))
            };
            covered[0] += of(&kind.per_purchase, 0.08);
            covered[1] += of(&kind.per_year, 0.24 * 365.25 / 365.5);
            covered[2] += of(&kind.detected, 0.25);
            covered[3] += of(&kind.complain, 0.3);
        }
        assert!(covered.iter().all(|n| (249..=291).contains(n)), "{covered:?}");
    }

    #[test]
    fn without_failures_the_complaint_share_is_not_known() {
        let mut log = firm(1);
        log.failures = None;
        let log = log.check().expect("it is sound");
        let kind = &by_kind(&log, &episodes(&log, &Rules::default()))[0];
        assert!(kind.complain.is_none() && kind.detected.is_none());
        let per_year = kind.per_year.as_ref().expect("there is exposure");
        assert!(per_year.cautions.contains(&Caution::NeedsFailures));
    }

    #[test]
    fn waves_widen_the_interval() {
        // Months of 10 and one of 130, by hand: mean 20, (11 * 10^2 + 110^2) / 20 / 11 = 60.
        let mut events = [10; 12];
        events[7] = 130;
        let wave = rate(&events, &[100.0; 12]).expect("there is exposure");
        let calm = rate(&[20; 12], &[100.0; 12]).expect("there is exposure");
        assert_eq!(wave.cautions, [Caution::Overdispersed { dispersion: 60.0 }]);
        assert!(calm.cautions.is_empty() && (wave.standard_error / calm.standard_error - 60_f64.sqrt()).abs() < 1e-9);
        assert!(wave.low < calm.low && wave.high > calm.high && wave.value == calm.value);
    }
}
