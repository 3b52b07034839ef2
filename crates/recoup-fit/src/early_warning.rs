//! Early warning: control charts of complaints, by kind and for all together.

use serde::Serialize;

use crate::control_chart::{Chart, Rules, chart};
use crate::log::{Checked, DAYS_PER_YEAR, Day, day_of};

/// Days of a period: four weeks, so that every period has the same weekdays.
pub const PERIOD_DAYS: i32 = 28;
/// Periods of about a year.
const YEAR: usize = 13;

/// What the number of complaints is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exposure {
    /// Purchases.
    Purchases,
    /// Years of customers.
    CustomerYears,
}

/// The control charts of a log.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Watch {
    /// What the rates are per.
    pub exposure: Exposure,
    /// The first day of every period.
    pub starts: Vec<Day>,
    /// Periods from which the rate in control is taken.
    pub baseline: usize,
    /// All complaints, then those of each kind that occur; kinds by number.
    pub charts: Vec<(Option<u32>, Chart)>,
}

/// Control charts of the complaints of a log, in periods of four weeks that end with the data. The rate in control is that of the
/// first 13 periods where there are at least twice as many, otherwise that of all. `None` with fewer than four periods, or
/// without complaints or exposure.
pub fn watch(log: &Checked<'_>) -> Option<Watch> {
    let (first, end) = log.window;
    let periods = usize::try_from((end - first) / PERIOD_DAYS).ok().filter(|&periods| periods >= 4)?;
    let start = end - periods as i32 * PERIOD_DAYS;
    let period =
        |day: Day| usize::try_from(day - start).ok().map(|d| d / PERIOD_DAYS as usize).filter(|&p| p < periods);
    let mut exposure = vec![0.0; periods];
    let kind_of_exposure = match &log.purchases {
        Some(purchases) if !purchases.day.is_empty() => {
            purchases.day.iter().filter_map(|&day| period(day)).for_each(|p| exposure[p] += 1.0);
            Exposure::Purchases
        }
        _ => {
            for customer in 0..log.customers.segment.len() {
                let (since, until) = log.observed(customer);
                for (p, years) in exposure.iter_mut().enumerate() {
                    let from = start + p as i32 * PERIOD_DAYS;
                    let days = until.min(from + PERIOD_DAYS) - since.max(from);
                    *years += f64::from(days.max(0)) / DAYS_PER_YEAR;
                }
            }
            Exposure::CustomerYears
        }
    };
    let mut counts = vec![vec![0_u64; periods]; log.kinds.len() + 1];
    let cases = &log.complaints;
    for (row, &opened) in cases.opened.iter().enumerate() {
        let Some(p) = period(day_of(opened)) else { continue };
        counts[0][p] += 1;
        if let Some(kind) = cases.kind.get(row).copied().flatten() {
            counts[kind as usize + 1][p] += 1;
        }
    }
    let baseline = if periods >= 2 * YEAR { YEAR } else { 0 };
    let rules = Rules { baseline, ..Rules::default() };
    let charts: Vec<_> = counts
        .iter()
        .enumerate()
        .filter_map(|(i, counts)| Some((i.checked_sub(1).map(|kind| kind as u32), chart(counts, &exposure, &rules)?)))
        .collect();
    (!charts.is_empty()).then(|| Watch {
        exposure: kind_of_exposure,
        starts: (0..periods).map(|p| start + p as i32 * PERIOD_DAYS).collect(),
        baseline: if baseline == 0 { periods } else { baseline },
        charts,
    })
}

#[cfg(test)]
mod tests {
    use super::{Exposure, PERIOD_DAYS, watch};
    use crate::control_chart::Direction;
    use crate::log::{Complaints, Customers, Log, MINUTES_PER_DAY};

    /// 26 periods after two days; `per_period` complaints of kind 0 in the middle of each.
    fn log(per_period: impl Fn(usize) -> u32) -> Log {
        let mut complaints = Complaints::default();
        for period in 0..26 {
            for _ in 0..per_period(period) {
                complaints.customer.push(0);
                complaints.kind.push(Some(0));
                complaints.opened.push((2 + period as i32 * PERIOD_DAYS + 14) * MINUTES_PER_DAY);
            }
        }
        Log {
            segments: vec!["all".into()],
            kinds: vec!["late".into(), "lost".into()],
            severities: vec!["minor".into()],
            severity_of_kind: vec![0, 0],
            window: (0, 2 + 26 * PERIOD_DAYS),
            customers: Customers { segment: vec![0; 10], since: vec![None; 10], left: vec![None; 10] },
            complaints,
            ..Log::default()
        }
    }

    #[test]
    fn a_jump_is_dated_and_a_kind_without_complaints_has_no_chart() {
        let log = log(|period| if period == 20 { 40 } else { 10 });
        let watch = watch(&log.check().expect("it is sound")).expect("there are complaints");
        assert_eq!((watch.exposure, watch.baseline, watch.starts.len()), (Exposure::CustomerYears, 13, 26));
        assert_eq!(watch.charts.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), [None, Some(0)]);
        let (_, all) = &watch.charts[0];
        assert_eq!(all.alarms.iter().map(|a| (a.period, a.direction)).collect::<Vec<_>>(), [(20, Direction::Up)]);
        assert_eq!(watch.starts[20], 2 + 20 * PERIOD_DAYS);
        // Ten customers for four weeks each.
        assert!((all.points[3].exposure - 10.0 * 28.0 / 365.25).abs() < 1e-9);
    }

    #[test]
    fn a_short_log_has_no_charts() {
        let mut log = log(|_| 10);
        log.window = (0, 3 * PERIOD_DAYS);
        assert_eq!(watch(&log.check().expect("it is sound")), None);
        log.window = (0, 26 * PERIOD_DAYS);
        log.complaints = Complaints::default();
        assert_eq!(watch(&log.check().expect("it is sound")), None);
    }
}
