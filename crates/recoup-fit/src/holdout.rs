//! Does the past foretell the last year? Rates are taken from all but the last year, and what they predict for it is set beside
//! what happened.
//!
//! Leavers, newcomers, complaints and contacts of a month are counts. Each is predicted with the mean that the rates before give,
//! and with the variance of a Poisson number (times the dispersion of the counts by month before, where that is above 1) plus
//! that of the rate itself: dispersion * (mean + mean^2 / events before). The 90 % interval is that of a gamma distribution with
//! this mean and variance, rounded outwards to whole numbers.

use serde::Serialize;

use crate::log::{Checked, DAYS_PER_YEAR, Day, at, day_of};
use crate::survival::gamma_quantile;

/// Days of a month.
const MONTH: f64 = DAYS_PER_YEAR / 12.0;
/// Months held out.
const MONTHS: usize = 12;
/// Months before, at least.
const LEAST_BEFORE: usize = 6;

/// What was predicted and what happened.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Predicted {
    /// The mean.
    pub expected: f64,
    /// Lower end of the 90 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// What happened.
    pub observed: f64,
}

impl Predicted {
    /// Whether what happened lies in the interval.
    pub fn is_inside(&self) -> bool {
        self.low <= self.observed && self.observed <= self.high
    }
}

/// One count, month by month and in total.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Series {
    /// By month of the last year.
    pub months: Vec<Predicted>,
    /// The whole year.
    pub year: Predicted,
    /// Variance over mean of the counts by month before; at least 1.
    pub dispersion: f64,
}

impl Series {
    /// Share of months inside the interval.
    pub fn inside(&self) -> f64 {
        self.months.iter().filter(|month| month.is_inside()).count() as f64 / self.months.len() as f64
    }
}

/// The last year, predicted from the time before.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Holdout {
    /// The first day of the last year.
    pub split: Day,
    /// Customers who left; `None` where leaving is not known.
    pub leavers: Option<Series>,
    /// New customers.
    pub newcomers: Option<Series>,
    /// Complaints.
    pub complaints: Series,
    /// Contacts; `None` where they are not known.
    pub contacts: Option<Series>,
}

/// Counts by month before and in the last year.
#[derive(Clone, Debug)]
struct Counts {
    before: Vec<f64>,
    year: Vec<f64>,
}

/// The calendar of a fit: whole months back from the split, and twelve after it.
#[derive(Clone, Copy, Debug)]
struct Calendar {
    split: Day,
    before: usize,
}

impl Calendar {
    /// Of `day`: its month before (counted from the first) or in the last year.
    fn count(&self, counts: &mut Counts, day: Day, amount: f64) {
        let months = f64::from(day - self.split) / MONTH;
        if months >= 0.0 {
            if let Some(place) = counts.year.get_mut(months as usize) {
                *place += amount;
            }
        } else {
            let back = (-months).ceil() as usize;
            if let Some(place) = self.before.checked_sub(back) {
                counts.before[place] += amount;
            }
        }
    }

    fn none(&self) -> Counts {
        Counts { before: vec![0.0; self.before], year: vec![0.0; MONTHS] }
    }

    /// The first day of month `month` from the first before.
    fn day(&self, month: usize) -> Day {
        self.split + ((month as f64 - self.before as f64) * MONTH).ceil() as Day
    }
}

/// Variance over mean of counts whose means are in proportion to `exposure`; at least 1.
fn dispersion(counts: &[f64], exposure: &[f64]) -> f64 {
    let rate = counts.iter().sum::<f64>() / exposure.iter().sum::<f64>();
    let squares: f64 = counts
        .iter()
        .zip(exposure)
        .filter(|(_, e)| **e > 0.0)
        .map(|(k, e)| (k - rate * e) * (k - rate * e) / (rate * e))
        .sum();
    let dispersion = squares / (counts.len() as f64 - 1.0);
    if dispersion.is_finite() { dispersion.max(1.0) } else { 1.0 }
}

/// A count of that mean and variance, and what happened.
fn predicted(expected: f64, variance: f64, observed: f64) -> Predicted {
    if !(expected > 0.0 && variance > 0.0) {
        return Predicted { expected: 0.0, low: 0.0, high: 0.0, observed };
    }
    let (shape, scale) = (expected * expected / variance, variance / expected);
    let at = |u: f64| scale * gamma_quantile(shape.max(1e-3), u);
    Predicted { expected, low: at(0.05).floor(), high: at(0.95).ceil(), observed }
}

/// The series of `counts` whose means are in proportion to `exposure` before and in the last year.
fn series(counts: &Counts, exposure: &Counts) -> Option<Series> {
    let (events, exposed) = (counts.before.iter().sum::<f64>(), exposure.before.iter().sum::<f64>());
    if !(events > 0.0 && exposed > 0.0) {
        return None;
    }
    let dispersion = dispersion(&counts.before, &exposure.before);
    let one = |exposure: f64, observed: f64| {
        let mean = events / exposed * exposure;
        predicted(mean, dispersion * (mean + mean * mean / events), observed)
    };
    Some(Series {
        months: exposure.year.iter().zip(&counts.year).map(|(e, k)| one(*e, *k)).collect(),
        year: one(exposure.year.iter().sum(), counts.year.iter().sum()),
        dispersion,
    })
}

/// The last year of the data, predicted from the time before it. `None` with less than half a year before, or without a
/// complaint there.
///
/// The number of customers in the last year is itself predicted: from those present at its start, who leave and are joined by
/// newcomers as before.
pub fn holdout(log: &Checked<'_>) -> Option<Holdout> {
    let (first, end) = log.window;
    let split = end - DAYS_PER_YEAR.floor() as Day;
    let before = (f64::from(split - first) / MONTH).floor();
    if before < LEAST_BEFORE as f64 {
        return None;
    }
    let calendar = Calendar { split, before: before as usize };
    let from = calendar.day(0);
    let (mut leavers, mut newcomers, mut present) = (calendar.none(), calendar.none(), calendar.none());
    // Customers at the middle of each month before, by changes.
    let mut changes = vec![0.0; calendar.before + 1];
    let mut at_split = 0.0;
    let month =
        |day: Day| ((f64::from(day - split) / MONTH + before + 0.5).floor().max(0.0) as usize).min(calendar.before);
    for customer in 0..log.customers.segment.len() {
        let (since, until) = log.observed(customer);
        if since >= end {
            continue;
        }
        if let Some(left) = log.left_within(customer) {
            calendar.count(&mut leavers, left, 1.0);
        }
        if let Some(start) = log.customers.since[customer].filter(|&start| start >= from) {
            calendar.count(&mut newcomers, start, 1.0);
        }
        if since < split {
            at_split += f64::from(u8::from(until >= split));
            changes[month(since)] += 1.0;
            changes[month(until.min(split))] -= 1.0;
        }
    }
    let mut here = 0.0;
    for (place, change) in present.before.iter_mut().zip(&changes) {
        here += change;
        *place = here;
    }
    let total = |values: &[f64]| values.iter().sum::<f64>();
    let leaving = total(&leavers.before) / total(&present.before).max(1.0);
    let joining = total(&newcomers.before) / before;
    let mut now = at_split;
    for place in &mut present.year {
        let next = now * (1.0 - leaving) + joining;
        *place = 0.5 * (now + next);
        now = next;
    }
    let (mut complaints, mut contacts) = (calendar.none(), calendar.none());
    // Contacts of cases before: number, sum and squares.
    let (mut n, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for (row, &opened) in log.complaints.opened.iter().enumerate() {
        let day = day_of(opened);
        if day < from || day >= end {
            continue;
        }
        calendar.count(&mut complaints, day, 1.0);
        if let Some(number) = at(&log.complaints.contacts, row).map(f64::from) {
            calendar.count(&mut contacts, day, number);
            if day < split {
                n += 1.0;
                sum += number;
                squares += number * number;
            }
        }
    }
    let cases = series(&complaints, &present)?;
    let each = sum / n;
    let spread = squares / n - each * each;
    let (dispersion, before_split) = (cases.dispersion, total(&complaints.before));
    let of_contacts = |cases: &Predicted, observed: f64| {
        let mean = cases.expected;
        let variance = dispersion * (mean + mean * mean / before_split);
        let known = n / before_split;
        predicted(known * each * mean, (known * each) * (known * each) * variance + mean * spread, observed)
    };
    let contacts = (n > 1.0 && each > 0.0).then(|| Series {
        months: cases.months.iter().zip(&contacts.year).map(|(month, k)| of_contacts(month, *k)).collect(),
        year: of_contacts(&cases.year, total(&contacts.year)),
        dispersion: cases.dispersion,
    });
    let alike = Counts { before: vec![1.0; calendar.before], year: vec![1.0; MONTHS] };
    Some(Holdout {
        split,
        leavers: series(&leavers, &present).filter(|_| log.knows_leaving()),
        newcomers: series(&newcomers, &alike),
        complaints: cases,
        contacts,
    })
}

#[cfg(test)]
mod tests {
    use super::{Holdout, Series, holdout, predicted};
    use crate::firm::Truth;
    use crate::log::Log;

    fn of(log: &Log) -> Holdout {
        holdout(&log.check().expect("it is sound")).expect("there is a year before")
    }

    #[test]
    fn a_steady_firm_is_as_predicted() {
        // 60 firms, 12 months: the rounded interval covers 90 % or a little more of 720 months; they are independent within a
        // firm but for the rate, so below 84 % is beyond chance by more than 4 standard errors even if they were half as many.
        // Of 60 years, fewer than 45 is 4 standard errors below 90 %.
        let truth = Truth { customers: 2_500, ..Truth::default() };
        let (mut inside, mut years) = ([0.0; 4], [0; 4]);
        for seed in 0..60 {
            let found = of(&truth.log(seed));
            let all = [found.leavers, found.newcomers, Some(found.complaints), found.contacts];
            for (i, series) in all.into_iter().enumerate() {
                let series: Series = series.expect("it is known");
                inside[i] += series.inside() / 60.0;
                years[i] += u32::from(series.year.is_inside());
            }
        }
        assert!(inside.iter().all(|share| (0.84..0.99).contains(share)), "{inside:?}");
        assert!(years.iter().all(|n| *n >= 45), "{years:?}");
    }

    #[test]
    fn a_firm_that_changes_is_not() {
        // Twice the complaints in the last year.
        let mut log = Truth { customers: 2_500, ..Truth::default() }.log(1);
        let late: Vec<usize> =
            (0..log.complaints.opened.len()).filter(|&row| log.complaints.opened[row] >= (1096 - 365) * 1440).collect();
        let cases = &mut log.complaints;
        for row in late {
            cases.customer.push(cases.customer[row]);
            cases.kind.push(cases.kind[row]);
            cases.opened.push(cases.opened[row]);
            cases.closed.push(cases.closed[row]);
            cases.resolved.push(cases.resolved[row]);
            cases.contacts.push(cases.contacts[row]);
            cases.minutes.push(cases.minutes[row]);
            cases.compensation.push(cases.compensation[row]);
            cases.first_answer.push(cases.first_answer[row]);
        }
        let found = of(&log);
        assert!(found.complaints.inside() < 0.3 && !found.complaints.year.is_inside(), "{:?}", found.complaints);
        assert!(found.leavers.expect("it is known").inside() > 0.5);
    }

    #[test]
    fn intervals_are_those_of_the_gamma() {
        // Mean and variance 100: a gamma of shape 100, whose 5 and 95 % quantiles are 84.2 and 117.0.
        let year = predicted(100.0, 100.0, 117.0);
        assert_eq!((year.low, year.high, year.is_inside()), (84.0, 117.0, true));
        assert_eq!(predicted(0.0, 0.0, 0.0).high, 0.0);
    }

    #[test]
    fn a_short_log_is_not_held_out() {
        let log = Truth { customers: 100, days: 500, ..Truth::default() }.log(1);
        assert!(holdout(&log.check().expect("it is sound")).is_none());
    }
}
