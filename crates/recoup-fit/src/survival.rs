//! How long customers stay, where leaving is known: Kaplan-Meier, and a constant rate.
//!
//! Kaplan and Meier, "Nonparametric estimation from incomplete observations", Journal of the American Statistical Association
//! 53 (1958) 457, with Greenwood's variance and delayed entry (left truncation; Klein and Moeschberger, Survival Analysis,
//! 2003, sections 4.2 and 4.6). The interval is on the log-odds, so it stays within 0 and 1.

use recoup_core::math::{exp, gamma, ln, normal, pow};
use serde::Serialize;

use crate::estimate::{Caution, Estimate, Method, Spread, about_size};
use crate::log::{Checked, DAYS_PER_YEAR};

/// Shapes from which the normal approximation takes the place of the quantile of the gamma.
const LARGE: f64 = 1e6;

/// Quantile of a gamma of scale 1 and any shape (Wilson and Hilferty's for very large ones).
pub(crate) fn gamma_quantile(shape: f64, u: f64) -> f64 {
    if shape <= LARGE {
        return gamma::quantile(shape, u);
    }
    let root = 1.0 - 1.0 / (9.0 * shape) + normal::quantile(u) / (3.0 * shape.sqrt());
    shape * root * root * root
}

/// The survival curve by day.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Curve {
    /// Days at which somebody left, ascending.
    pub day: Vec<u32>,
    /// Probability to stay beyond that day.
    pub stays: Vec<f64>,
    /// Greenwood's sum: the variance of ln(stays).
    pub variance: Vec<f64>,
    /// At risk on that day.
    pub at_risk: Vec<u64>,
}

/// Counts by day: who enters after it, who leaves on it, who is observed no longer after it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lifetimes {
    entries: Vec<u64>,
    exits: Vec<u64>,
    events: Vec<u64>,
}

impl Lifetimes {
    pub(crate) fn new(days: usize) -> Self {
        Lifetimes { entries: vec![0; days + 1], exits: vec![0; days + 1], events: vec![0; days + 1] }
    }

    /// Someone who is observed from age `entry` to age `exit`, in days, and leaves then or not. Somebody who leaves on the day
    /// of entry is at risk on that day.
    pub(crate) fn add(&mut self, entry: u32, exit: u32, leaves: bool) {
        let last = self.exits.len() - 1;
        let (entry, exit) = ((entry as usize).min(last), (exit as usize).min(last));
        self.entries[entry] += 1;
        self.exits[exit] += 1;
        self.events[exit] += u64::from(leaves);
    }

    /// Adds those of `other`, which is as long.
    pub(crate) fn merge(&mut self, other: &Lifetimes) {
        let pairs =
            [(&mut self.entries, &other.entries), (&mut self.exits, &other.exits), (&mut self.events, &other.events)];
        for (ours, theirs) in pairs {
            ours.iter_mut().zip(theirs).for_each(|(a, b)| *a += b);
        }
    }

    /// The curve. On one day, entries come before events, and events before what is observed no longer.
    pub(crate) fn curve(&self) -> Curve {
        let mut curve = Curve::default();
        let (mut at_risk, mut stays, mut variance) = (0_u64, 1.0, 0.0);
        for day in 0..self.exits.len() {
            at_risk += self.entries[day];
            let (events, risk) = (self.events[day] as f64, at_risk as f64);
            if events > 0.0 {
                stays *= 1.0 - events / risk;
                variance += events / (risk * (risk - events));
                curve.day.push(day as u32);
                curve.stays.push(stays);
                curve.variance.push(variance);
                curve.at_risk.push(at_risk);
            }
            at_risk -= self.exits[day];
        }
        curve
    }

    /// At risk just before `day`.
    pub(crate) fn at_risk(&self, day: usize) -> u64 {
        let entered: u64 = self.entries[..=day].iter().sum();
        let gone: u64 = self.exits[..day].iter().sum();
        entered - gone
    }

    /// All who were ever observed.
    pub(crate) fn n(&self) -> u64 {
        self.entries.iter().sum()
    }
}

impl Curve {
    /// Probability to stay beyond `day`, and the variance of its logarithm.
    pub fn at(&self, day: u32) -> (f64, f64) {
        match self.day.partition_point(|&d| d <= day) {
            0 => (1.0, 0.0),
            i => (self.stays[i - 1], self.variance[i - 1]),
        }
    }
}

/// Events over exposure as a rate: Jeffreys' posterior gamma(events + 1/2, exposure). The interval is Garwood's exact Poisson
/// interval ("Fiducial limits for the Poisson distribution", Biometrika 28 (1936) 437).
pub fn rate(events: u64, exposure: f64) -> Option<Estimate> {
    if !(exposure > 0.0) {
        return None;
    }
    let d = events as f64;
    let mut cautions = about_size(events);
    if events == 0 {
        cautions.push(Caution::NoEvents);
    }
    Some(Estimate {
        n: events,
        value: d / exposure,
        low: if events == 0 { 0.0 } else { gamma_quantile(d, 0.05) / exposure },
        high: gamma_quantile(d + 1.0, 0.95) / exposure,
        standard_error: (d + 0.5).sqrt() / exposure,
        method: Method::Poisson,
        spread: Spread::gamma(d + 0.5, (d + 0.5) / exposure),
        cautions,
    })
}

/// The share who stay over `window_years` under a constant rate of leaving: e^(-rate window), with `events` leavers in
/// `years` of exposure. Value and interval come from the rate; the spread is the beta with the mean and standard deviation of
/// e^(-rate window) under the rate's gamma posterior. n counts leavers.
pub fn retention(events: u64, years: f64, window_years: f64) -> Option<Estimate> {
    let rate = rate(events, years)?;
    let shape = events as f64 + 0.5;
    let moment = |k: f64| exp(-shape * ln(1.0 + k * window_years / years));
    let (mean, square) = (moment(1.0), moment(2.0));
    let sd = (square - mean * mean).max(0.0).sqrt();
    Some(Estimate {
        value: exp(-rate.value * window_years),
        low: exp(-rate.high * window_years),
        high: exp(-rate.low * window_years),
        standard_error: sd,
        method: Method::Exponential,
        spread: Spread::beta_of(mean, sd),
        ..rate
    })
}

/// Where customers of a segment stay.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Staying {
    /// Customers observed.
    pub customers: u64,
    /// Leavers observed.
    pub leavers: u64,
    /// Share who stay for the window, under a constant rate.
    pub retention: Estimate,
    /// The share of new customers who stay for the window, by the survival curve; `None` where no customer is observed at the
    /// end of the window.
    pub retention_of_new: Option<Estimate>,
    /// Survival by days since the start as a customer, for customers whose first day is known.
    pub curve: Curve,
}

/// The estimate of a curve at `day`, of a share that stays.
pub(crate) fn at_day(lifetimes: &Lifetimes, curve: &Curve, day: u32) -> Option<Estimate> {
    let at_risk = lifetimes.at_risk(day as usize);
    let n = lifetimes.n();
    if n == 0 || (at_risk == 0 && curve.at(day).0 > 0.0) {
        return None;
    }
    let (stays, variance) = curve.at(day);
    // Of n alike, none or all: half an observation, as in Jeffreys' prior, keeps the interval inside.
    let (share, error) = if stays <= 0.0 || stays >= 1.0 {
        let half = 0.5 / (n as f64 + 1.0);
        let share = if stays <= 0.0 { half } else { 1.0 - half };
        (share, (1.0 / (n as f64 * share * (1.0 - share))).sqrt())
    } else {
        (stays, variance.sqrt() / (1.0 - stays))
    };
    let mut estimate = Estimate::on_logit(n, share, error, Method::KaplanMeier);
    estimate.value = stays;
    if stays <= 0.0 || stays >= 1.0 {
        estimate = estimate.with(Caution::NoEvents);
    }
    if at_risk < crate::estimate::FEW {
        estimate = estimate.with(Caution::ThinTail { at_risk });
    }
    Some(estimate)
}

/// By segment: how long customers stay, whatever happens to them. `None` for a segment without exposure.
pub fn by_segment(log: &Checked<'_>, window_years: f64) -> Vec<Option<Staying>> {
    let (first, end) = log.window;
    let oldest = log.customers.since.iter().flatten().min().map_or(0, |&since| end.abs_diff(since.min(end)));
    let segments = log.segments.len();
    let mut lifetimes = vec![Lifetimes::new(oldest as usize); segments];
    let mut sums = vec![(0_u64, 0_u64, 0.0_f64); segments];
    for (customer, &segment) in log.customers.segment.iter().enumerate() {
        let (since, until) = log.observed(customer);
        if until < since || since >= end || until < first {
            continue;
        }
        let leaves = log.left_within(customer).is_some();
        let (customers, leavers, years) = &mut sums[segment as usize];
        *customers += 1;
        *leavers += u64::from(leaves);
        *years += f64::from(until - since) / DAYS_PER_YEAR;
        if let Some(start) = log.customers.since[customer] {
            lifetimes[segment as usize].add(since.abs_diff(start), until.abs_diff(start), leaves);
        }
    }
    let window = (window_years * DAYS_PER_YEAR).round() as u32;
    let one = |((customers, leavers, years), lifetimes): ((u64, u64, f64), &Lifetimes)| {
        let curve = lifetimes.curve();
        let retention_of_new = if window <= oldest { at_day(lifetimes, &curve, window) } else { None };
        let retention = retention(leavers, years, window_years)?;
        Some(Staying { customers, leavers, retention, retention_of_new, curve })
    };
    sums.into_iter().zip(&lifetimes).map(one).collect()
}

/// The share who stay over `window_years` if `stays` is the share over `years`.
pub fn over_window(stays: f64, years: f64, window_years: f64) -> f64 {
    pow(stays, window_years / years)
}

#[cfg(test)]
mod tests {
    use super::{Lifetimes, at_day, by_segment, gamma_quantile, over_window, rate, retention};
    use crate::chance::Chance;
    use crate::estimate::Caution;
    use crate::log::{Customers, Log};

    /// Weeks in remission under 6-mercaptopurine: Freireich and others, Blood 21 (1963) 699. Published estimates: Klein and
    /// Moeschberger 2003, table 4.1.
    const REMISSION: [(u32, bool); 21] = [
        (6, true),
        (6, true),
        (6, true),
        (6, false),
        (7, true),
        (9, false),
        (10, true),
        (10, false),
        (11, false),
        (13, true),
        (16, true),
        (17, false),
        (19, false),
        (20, false),
        (22, true),
        (23, true),
        (25, false),
        (32, false),
        (32, false),
        (34, false),
        (35, false),
    ];

    #[test]
    fn the_published_curve_comes_out() {
        let mut lifetimes = Lifetimes::new(35);
        REMISSION.iter().for_each(|&(weeks, relapse)| lifetimes.add(0, weeks, relapse));
        let curve = lifetimes.curve();
        assert_eq!(curve.day, [6, 7, 10, 13, 16, 22, 23]);
        assert_eq!(curve.at_risk, [21, 17, 15, 12, 11, 7, 6]);
        let published = [
            (0.857, 0.0764),
            (0.807, 0.0869),
            (0.753, 0.0963),
            (0.690, 0.1068),
            (0.627, 0.1141),
            (0.538, 0.1282),
            (0.448, 0.1346),
        ];
        for (i, (stays, error)) in published.into_iter().enumerate() {
            let ours = curve.stays[i] * curve.variance[i].sqrt();
            assert!((curve.stays[i] - stays).abs() < 6e-4 && (ours - error).abs() < 1.1e-4, "{i}: {curve:?}");
        }
        assert_eq!(curve.at(5), (1.0, 0.0));
        let half = at_day(&lifetimes, &curve, 23).expect("somebody is left");
        assert!(half.covers(0.448) && half.cautions.contains(&Caution::ThinTail { at_risk: 6 }), "{half:?}");
    }

    #[test]
    fn delayed_entry_is_allowed_for() {
        // Rate of leaving 0.5 a year. Customers seen only from a later age on, if they live to it: the curve is as if they had
        // been seen from the start. 20,000 customers: the standard error of the share is below 0.005.
        let mut chance = Chance::new(8);
        let mut lifetimes = Lifetimes::new(730);
        for _ in 0..20_000 {
            let (age, entry) = (chance.exponential(0.5) * 365.25, chance.uniform() * 400.0);
            if age > entry {
                lifetimes.add(entry as u32, age.min(730.0) as u32, age < 730.0);
            }
        }
        let ours = at_day(&lifetimes, &lifetimes.curve(), 365).expect("somebody is left");
        assert!((ours.value - (-0.5_f64).exp()).abs() < 4.0 * 0.005, "{ours:?}");
    }

    #[test]
    fn garwood_has_the_published_interval() {
        // Garwood (1936), as in Biometrika Tables for Statisticians, table 40: 90 % limits for 10 events are 5.43 and 16.96,
        // for none 0 and 3.00.
        let ten = rate(10, 1.0).expect("there is exposure");
        assert!((ten.low - 5.43).abs() < 0.005 && (ten.high - 16.96).abs() < 0.005, "{ten:?}");
        let none = rate(0, 2.0).expect("there is exposure");
        assert!((none.high - 2.996 / 2.0).abs() < 1e-3 && none.cautions.contains(&Caution::NoEvents));
        assert!(rate(3, 0.0).is_none());
        assert!((gamma_quantile(1.1e6, 0.95) / (1.1e6 + 1.644_854 * 1.1e6_f64.sqrt()) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn retention_covers_the_truth() {
        // 400 firms with 60 customers each: the exact interval is conservative; below 344 of 400 would be under 90 % by more than
        // 2.6 standard errors even if coverage were exactly 90 %, by chance less than once in 200.
        let mut covered = 0;
        for seed in 0..400 {
            let mut chance = Chance::new(1000 + seed);
            let (mut events, mut years) = (0, 0.0);
            for _ in 0..60 {
                let (stay, censored) = (chance.exponential(0.15), 3.0 * chance.uniform());
                events += u64::from(stay < censored);
                years += stay.min(censored);
            }
            let estimate = retention(events, years, 1.0).expect("there is exposure");
            covered += u32::from(estimate.covers((-0.15_f64).exp()));
        }
        assert!((344..=392).contains(&covered), "{covered}");
        assert!((over_window(0.81, 2.0, 1.0) - 0.9).abs() < 1e-12);
    }

    #[test]
    fn a_log_gives_rate_and_curve() {
        let log = Log {
            segments: vec!["all".into(), "none".into()],
            window: (0, 1000),
            customers: Customers {
                segment: vec![0; 4],
                since: vec![None, Some(-200), Some(100), Some(500)],
                left: vec![Some(400), None, Some(600), None],
            },
            ..Log::default()
        };
        let log = log.check().expect("it is sound");
        let staying = by_segment(&log, 1.0);
        let all = staying[0].clone().expect("there is exposure");
        let years: f64 = (400.0 + 1000.0 + 500.0 + 500.0) / 365.25;
        assert!((all.retention.value - (-2.0 / years).exp()).abs() < 1e-12);
        assert_eq!((all.customers, all.leavers, all.curve.day, all.curve.at_risk), (4, 2, vec![500], vec![3]));
        assert!(staying[1].is_none());
    }
}
