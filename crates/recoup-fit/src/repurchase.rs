//! Loyalty without a failure, and repurchase by how a failure ended.
//!
//! The estimators invert the model (section 5 of its reference). Without a failure, a customer of segment g stays over the
//! loyalty window w with probability l_g, at a constant rate. A failure multiplies that by rho*/l_g, where
//!
//! ```text
//! logit(rho*) = logit(rho) + logit(l_g) - logit(reference base)
//! ```
//!
//! and rho is the table's rate, which is sought. So that the fitted study does not lose customers twice:
//!
//! - **Natural churn.** l comes from the time without a failure alone: leavers over years in which no failure happened within
//!   the last `clean_days`.
//! - **Further failures.** After a failure, a customer is followed until the next one, where they are censored, and at most for
//!   the window. The Kaplan-Meier estimate at the end of the window is the probability to stay after this failure and no other.
//!   Failures do not depend on whether somebody is about to leave, as in the model, so that censoring says nothing.
//! - **Earlier failures.** A failure within `clean_days` of an earlier one is left out, because the model lowers its
//!   repurchase by `repeat_log_odds`.
//!
//! Up to l, the share that stays over the window with one failure is rho* itself. Above l, the model keeps it only as long as
//! the memory lasts, and rho* is found from its own recursion by period ([`Settings::stays`]).

use recoup_core::math::{exp, pow};
use recoup_core::stats::root::root;
use serde::Serialize;

use crate::estimate::{Caution, Estimate, Method, Spread, Z, about_size, logistic, logit};
use crate::lifetime::WithoutNotice;
use crate::log::{Checked, DAYS_PER_YEAR};
use crate::matching::{Ending, Episodes};
use crate::survival::{Lifetimes, at_day, retention};

/// Repurchase rates stay this far from 0 and 1.
const EDGE: f64 = 1e-4;
/// Step of the differences by which errors are carried over.
const STEP: f64 = 1e-4;

/// What the repurchase rates refer to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// `loyalty.window_years`.
    pub window_years: f64,
    /// `loyalty.memory_years`: how long delight lasts on average.
    pub memory_years: f64,
    /// Periods per year of the study, Y.
    pub periods_per_year: f64,
    /// Days after a failure from which a customer counts as one without; `None`: twice the window, so that few still remember it.
    pub clean_days: Option<u32>,
}

impl Default for Settings {
    /// One year each, by the month.
    fn default() -> Self {
        Settings { window_years: 1.0, memory_years: 1.0, periods_per_year: 12.0, clean_days: None }
    }
}

impl Settings {
    fn window_days(&self) -> u32 {
        (self.window_years * DAYS_PER_YEAR).round().max(1.0) as u32
    }

    fn clean_days(&self) -> u32 {
        self.clean_days.unwrap_or_else(|| 2 * self.window_days())
    }

    /// The share that stays over the window after one failure, of customers of base loyalty `base` whose rate is rho*
    /// (`rate`): section 5 of the model, by period, without word of mouth.
    pub fn stays(&self, rate: f64, base: f64, ending: Ending) -> f64 {
        let periods = (self.window_years * self.periods_per_year).round().max(1.0);
        if rate <= base {
            return rate;
        }
        let (b, kept) = (pow(base, 1.0 / periods), pow(rate, 1.0 / periods));
        if ending != Ending::Quick {
            return kept * pow(b, periods - 1.0);
        }
        let fades =
            if self.memory_years > 0.0 { 1.0 - exp(-1.0 / (self.memory_years * self.periods_per_year)) } else { 1.0 };
        let (mut delighted, mut clean) = (kept, 0.0);
        for _ in 1..periods as u32 {
            let stay = delighted * kept;
            (delighted, clean) = (stay * (1.0 - fades), stay * fades + clean * b);
        }
        delighted + clean
    }

    /// rho* from the share that stays over the window: the inverse of [`stays`](Settings::stays). Shares that no rate reaches
    /// give 1.
    pub fn rate(&self, stays: f64, base: f64, ending: Ending) -> f64 {
        if stays <= base {
            return stays.max(0.0);
        }
        let miss = |rate: f64| self.stays(rate, base, ending) - stays;
        if miss(1.0) <= 0.0 {
            return 1.0;
        }
        root(miss, [(base, base - stays), (1.0, miss(1.0))], 1e-12).unwrap_or(1.0)
    }
}

/// Loyalty without a failure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Base {
    /// By segment: l.
    pub by_segment: Vec<Option<Estimate>>,
    /// Share of customers by segment.
    pub shares: Vec<f64>,
    /// The mean of l by these shares: `loyalty.reference_base` where that is absent.
    pub reference: Option<f64>,
}

/// Repurchase after failures of one severity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// By ending (silent, unresolved, resolved, quick), for customers who were not found by the firm: the table's rate.
    pub rates: [Option<Estimate>; 4],
    /// The same for customers whose failure the firm noticed first; silent has none.
    pub noticed: [Option<Estimate>; 4],
    /// By ending: the share that stays over the window after this failure and no other, whatever the segment.
    pub stays: [Option<Estimate>; 4],
}

/// Loyalty and repurchase of a firm.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Loyalty {
    /// Without a failure.
    pub base: Base,
    /// By severity.
    pub by_severity: Vec<Table>,
}

/// Loyalty without a failure, by segment. n counts leavers.
pub fn base(log: &Checked<'_>, episodes: &Episodes, settings: &Settings) -> Base {
    let clean = settings.clean_days() as i32;
    let segments = log.segments.len();
    let mut sums = vec![(0_u64, 0_u64, 0.0_f64); segments];
    let mut from = 0;
    for (customer, &segment) in log.customers.segment.iter().enumerate() {
        let all = &episodes.all[from..];
        let count = all.iter().take_while(|episode| episode.customer as usize == customer).count();
        from += count;
        let (since, until) = log.observed(customer);
        if since >= until {
            continue;
        }
        let (customers, leavers, years) = &mut sums[segment as usize];
        *customers += 1;
        let mut start = since;
        for episode in &all[..count] {
            let stop = episode.day.clamp(since, until);
            *years += f64::from((stop - start).max(0)) / DAYS_PER_YEAR;
            start = start.max(episode.day.saturating_add(clean));
        }
        *years += f64::from((until - start).max(0)) / DAYS_PER_YEAR;
        *leavers += u64::from(log.left_within(customer).is_some_and(|left| left >= start));
    }
    let whole: u64 = sums.iter().map(|(customers, _, _)| customers).sum();
    let shares: Vec<f64> = sums.iter().map(|(customers, _, _)| *customers as f64 / (whole as f64).max(1.0)).collect();
    let one = |&(_, leavers, years): &(u64, u64, f64)| {
        let estimate = retention(leavers, years, settings.window_years)?;
        Some(if episodes.failures_known { estimate } else { estimate.with(Caution::UnseenFailures) })
    };
    let by_segment: Vec<Option<Estimate>> = sums.iter().map(one).collect();
    let reference = mean_base(&by_segment, &shares);
    Base { by_segment, shares, reference }
}

/// The mean of known base loyalties.
fn mean_base(by_segment: &[Option<Estimate>], shares: &[f64]) -> Option<f64> {
    let known = || by_segment.iter().zip(shares).filter_map(|(l, share)| l.as_ref().map(|l| (l.value, *share)));
    let weight: f64 = known().map(|(_, share)| share).sum();
    (weight > 0.0).then(|| known().map(|(l, share)| l * share).sum::<f64>() / weight)
}

/// Those who are followed after a failure: by severity, ending and segment; unprompted and noticed.
struct Followed {
    segments: usize,
    lifetimes: Vec<Lifetimes>,
    /// By severity: failures, and those whose window ends within the data.
    over: Vec<(u64, u64)>,
}

impl Followed {
    fn place(&self, severity: usize, noticed: bool, ending: Ending, segment: usize) -> usize {
        ((severity * 2 + usize::from(noticed)) * 4 + ending as usize) * self.segments + segment
    }

    fn of(log: &Checked<'_>, episodes: &Episodes, settings: &Settings) -> Followed {
        let (window, clean) = (settings.window_days(), settings.clean_days());
        let (severities, segments) = (log.severities.len(), log.segments.len());
        let mut followed = Followed {
            segments,
            lifetimes: vec![Lifetimes::new(window as usize + 1); severities * 8 * segments],
            over: vec![(0, 0); severities],
        };
        for (i, episode) in episodes.all.iter().enumerate() {
            let customer = episode.customer as usize;
            let earlier = i.checked_sub(1).map(|i| &episodes.all[i]).filter(|e| e.customer == episode.customer);
            let next = episodes.all.get(i + 1).filter(|e| e.customer == episode.customer);
            let (since, until) = log.observed(customer);
            let again = earlier.is_some_and(|e| episode.day.abs_diff(e.day) < clean);
            let Some(ending) = episode.ending.filter(|_| !again && since <= episode.day && episode.day <= until) else {
                continue;
            };
            let last = next.map_or(until, |next| next.day.min(until));
            let leaves = log.left_within(customer).is_some_and(|left| next.is_none_or(|next| left < next.day));
            let days = last.abs_diff(episode.day);
            let severity = log.severity_of_kind[episode.kind as usize] as usize;
            let (all, over) = &mut followed.over[severity];
            *all += 1;
            *over += u64::from(log.window.1.abs_diff(episode.day) >= window);
            let place = followed.place(severity, episode.noticed, ending, log.customers.segment[customer] as usize);
            followed.lifetimes[place].add(0, days.min(window + 1), leaves && days <= window);
        }
        followed
    }
}

/// The share that stays in one segment.
#[derive(Clone, Copy, Debug)]
struct Cell {
    segment: usize,
    n: f64,
    stays: f64,
    low: f64,
    high: f64,
}

impl Cell {
    fn of(segment: usize, lifetimes: &Lifetimes, window: u32) -> Option<(Cell, Estimate)> {
        let estimate = at_day(lifetimes, &lifetimes.curve(), window)?;
        let n = estimate.n as f64;
        let inside = |share: f64| share.clamp(0.5 / (n + 1.0), 1.0 - 0.5 / (n + 1.0));
        let cell = Cell { segment, n, stays: inside(estimate.value), low: estimate.low, high: estimate.high };
        Some((cell, estimate))
    }
}

/// The log-odds of the table's rate at which the model keeps, over all cells, as many customers as were kept; held where the
/// rate is as good as 0 or 1.
fn table_log_odds(cells: &[Cell], stays: &[f64], base: &[f64], reference: f64, fit: (&Settings, Ending)) -> f64 {
    let (settings, ending) = fit;
    let miss = |x: f64| -> f64 {
        let one = |(cell, stays): (&Cell, &f64)| {
            let l = base[cell.segment];
            let shift = if l == reference { 0.0 } else { logit(l) - logit(reference) };
            cell.n * (settings.stays(logistic(x + shift), l, ending) - stays)
        };
        cells.iter().zip(stays).map(one).sum()
    };
    let edge = logit(1.0 - EDGE);
    let ends = [-edge, edge].map(|x| (x, miss(x)));
    root(miss, ends, 1e-10).unwrap_or(if ends[1].1 < 0.0 { edge } else { -edge })
}

/// The table's rate from the shares that stay in the segments.
fn table_rate(cells: &[(Cell, Estimate)], base: &Base, settings: &Settings, ending: Ending) -> Option<Estimate> {
    let known: Vec<(Cell, &Estimate)> =
        cells.iter().filter(|(cell, _)| base.by_segment[cell.segment].is_some()).map(|(c, e)| (*c, e)).collect();
    if known.is_empty() {
        return None;
    }
    let only: Vec<Cell> = known.iter().map(|(cell, _)| *cell).collect();
    let l = |estimate: &Option<Estimate>| {
        estimate.as_ref().map_or(f64::NAN, |l| if l.value < 1.0 { l.value } else { l.spread.mean() })
    };
    let bases: Vec<f64> = base.by_segment.iter().map(l).collect();
    let reference = |bases: &[f64]| {
        let known = || bases.iter().zip(&base.shares).filter(|(l, _)| l.is_finite());
        known().map(|(l, share)| l * share).sum::<f64>() / known().map(|(_, share)| share).sum::<f64>()
    };
    let log_odds =
        |stays: &[f64], bases: &[f64]| table_log_odds(&only, stays, bases, reference(bases), (settings, ending));
    let at = |pick: &dyn Fn(&Cell) -> f64| log_odds(&only.iter().map(pick).collect::<Vec<f64>>(), &bases);
    let centre = at(&|cell| cell.stays);
    // Errors of several segments are independent: together they reach less far than each by itself.
    let reaches: Vec<f64> = only.iter().map(|cell| cell.n * (cell.high - cell.low)).collect();
    let shrink = reaches.iter().map(|r| r * r).sum::<f64>().sqrt() / reaches.iter().sum::<f64>();
    let low = at(&|cell| cell.stays + shrink * (cell.low.min(cell.stays) - cell.stays));
    let high = at(&|cell| cell.stays + shrink * (cell.high.max(cell.stays) - cell.stays));
    // What is not known of base loyalty.
    let mut from_base = 0.0;
    let stays: Vec<f64> = only.iter().map(|cell| cell.stays).collect();
    for (segment, estimate) in base.by_segment.iter().enumerate() {
        if let Some(estimate) = estimate {
            let mut moved = bases.clone();
            moved[segment] = (bases[segment] + STEP).min(1.0 - STEP * STEP);
            let above = log_odds(&stays, &moved);
            moved[segment] = bases[segment] - STEP;
            let slope = (above - log_odds(&stays, &moved)) / (2.0 * STEP);
            from_base += slope * estimate.standard_error * slope * estimate.standard_error;
        }
    }
    let reach = |end: f64| ((end - centre) * (end - centre) + Z * Z * from_base).sqrt();
    let (low, high) = (logistic(centre - reach(low)), logistic(centre + reach(high)));
    let (low, high) = (low.max(EDGE), high.min(1.0 - EDGE));
    let n = only.iter().map(|cell| cell.n as u64).sum();
    let mut cautions = about_size(n);
    for (_, estimate) in &known {
        for caution in &estimate.cautions {
            if !matches!(caution, Caution::FewObservations { .. }) && !cautions.contains(caution) {
                cautions.push(caution.clone());
            }
        }
    }
    let value = logistic(centre);
    if value >= 1.0 - 2.0 * EDGE {
        cautions.push(Caution::AtLimit { limit: 1.0 });
    }
    Some(Estimate {
        n,
        value,
        low,
        high,
        standard_error: (high - low) / (2.0 * Z),
        method: Method::RepurchaseTable,
        spread: if low < high { Spread::Interval { low, high } } else { Spread::Exact { value } },
        cautions,
    })
}

/// Loyalty without a failure and repurchase by ending, for firms that know who left. n counts failures.
///
/// Without a table of failures, nobody is known to be silent, and customers with a failure that the firm does not know of are
/// among those "without" ([`Caution::UnseenFailures`]).
pub fn loyalty(log: &Checked<'_>, episodes: &Episodes, settings: &Settings) -> Loyalty {
    let base = base(log, episodes, settings);
    let followed = Followed::of(log, episodes, settings);
    let window = settings.window_days();
    let table = |severity: usize| {
        let cells = |noticed: bool, ending: Ending| -> Vec<(Cell, Estimate)> {
            let cell = |segment: usize| {
                Cell::of(segment, &followed.lifetimes[followed.place(severity, noticed, ending, segment)], window)
            };
            (0..followed.segments).filter_map(cell).collect()
        };
        let (all, over) = followed.over[severity];
        let rate = |noticed: bool, ending: Ending| {
            if ending == Ending::Silent && (noticed || !episodes.failures_known) {
                return None;
            }
            let mut estimate = table_rate(&cells(noticed, ending), &base, settings, ending)?;
            if over < all {
                let share = 1.0 - over as f64 / all as f64;
                estimate.cautions.push(Caution::WindowNotOver { share });
            }
            Some(estimate)
        };
        let pooled = |ending: Ending| {
            let mut all = Lifetimes::new(window as usize + 1);
            (0..followed.segments).for_each(|segment| {
                all.merge(&followed.lifetimes[followed.place(severity, false, ending, segment)]);
            });
            at_day(&all, &all.curve(), window)
        };
        Table {
            rates: Ending::ALL.map(|ending| rate(false, ending)),
            noticed: Ending::ALL.map(|ending| rate(true, ending)),
            stays: Ending::ALL.map(pooled),
        }
    };
    Loyalty { by_severity: (0..log.severities.len()).map(table).collect(), base }
}

/// Loyalty without a failure and repurchase by ending, for firms whose customers leave without notice, from the models of
/// [`crate::lifetime`] by segment. n counts failures.
///
/// A rate is at most the base here: customers who stay longer after a quick recovery than without a failure cannot be told from
/// those who do not leave at it.
pub fn loyalty_without_notice(
    log: &Checked<'_>,
    episodes: &Episodes,
    settings: &Settings,
    models: &[Option<WithoutNotice>],
) -> Option<Loyalty> {
    let model = |segment: usize| models.get(segment)?.as_ref()?.lifetime.as_ref();
    let segments = log.segments.len();
    let mut counts = vec![0.0; segments];
    log.customers.segment.iter().for_each(|&segment| counts[segment as usize] += 1.0);
    let whole: f64 = counts.iter().sum();
    let shares: Vec<f64> = counts.iter().map(|n| n / whole.max(1.0)).collect();
    let by_segment: Vec<Option<Estimate>> =
        (0..segments).map(|segment| model(segment).map(|model| model.survival.clone())).collect();
    if by_segment.iter().all(Option::is_none) {
        return None;
    }
    let base = Base { reference: mean_base(&by_segment, &shares), by_segment, shares };
    let table = |severity: usize| {
        let rate = |ending: Ending| {
            if ending == Ending::Silent && !episodes.failures_known {
                return None;
            }
            let cell = |segment: usize| {
                let model = model(segment)?;
                let survives = model.survives.get(severity * 4 + ending as usize)?.as_ref()?;
                let at = |q: f64| (model.survival.value * q).clamp(EDGE, 1.0 - EDGE);
                let (stays, low, high) = (at(survives.value), at(survives.low), at(survives.high));
                Some((Cell { segment, n: survives.n as f64, stays, low, high }, survives.clone()))
            };
            table_rate(&(0..segments).filter_map(cell).collect::<Vec<_>>(), &base, settings, ending)
        };
        Table { rates: Ending::ALL.map(rate), noticed: [const { None }; 4], stays: [const { None }; 4] }
    };
    Some(Loyalty { by_severity: (0..log.severities.len()).map(table).collect(), base })
}

#[cfg(test)]
mod tests {
    use super::{Settings, loyalty};
    use crate::log::{Complaints, Customers, Failures, Log};
    use crate::matching::{Ending, Rules, episodes};

    #[test]
    fn the_model_is_inverted() {
        let settings = Settings::default();
        for ending in Ending::ALL {
            for base in [0.8, 0.87, 0.95] {
                for rate in [0.05, 0.37, 0.8, 0.87, 0.96, 0.999] {
                    let stays = settings.stays(rate, base, ending);
                    assert!((settings.rate(stays, base, ending) - rate).abs() < 1e-7, "{ending:?} {base} {rate}");
                }
            }
        }
        // By hand: two periods in the window, memory fades with probability f in each; the quick share 0.96 above base 0.81.
        let two = Settings { window_years: 1.0, memory_years: 1.0, periods_per_year: 2.0, clean_days: None };
        let fades = 1.0 - (-0.5_f64).exp();
        let kept = 0.96_f64.sqrt();
        let by_hand = kept * kept * (1.0 - fades) + kept * kept * fades;
        assert!((two.stays(0.96, 0.81, Ending::Quick) - by_hand).abs() < 1e-12);
        assert!((two.stays(0.96, 0.81, Ending::Resolved) - kept * 0.9).abs() < 1e-12);
        let three = Settings { periods_per_year: 3.0, ..two };
        let (kept, b, fades) = (0.96_f64.powf(1.0 / 3.0), 0.81_f64.powf(1.0 / 3.0), 1.0 - (-1.0_f64 / 3.0).exp());
        let by_hand = kept * kept * ((1.0 - fades) * kept + fades * b);
        assert!((three.stays(0.96, 0.81, Ending::Quick) - by_hand).abs() < 1e-12);
        assert_eq!(settings.rate(0.9999, 0.8, Ending::Resolved), 1.0);
    }

    #[test]
    fn a_small_firm_by_hand() {
        // Eight customers over 1,000 days. Customers 0 to 3 have a silent failure on day 100: one leaves on day 200, one has
        // another failure on day 300 and leaves on day 310 (that is the second failure's), two stay. 4 to 7 have none; 4 leaves
        // on day 500.
        let log = Log {
            segments: vec!["all".into()],
            kinds: vec!["late".into()],
            severities: vec!["minor".into()],
            severity_of_kind: vec![0],
            window: (0, 1000),
            customers: Customers {
                segment: vec![0; 8],
                since: vec![None; 8],
                left: vec![Some(200), Some(310), None, None, Some(500), None, None, None],
            },
            failures: Some(Failures {
                customer: vec![0, 1, 2, 3, 1],
                day: vec![100, 100, 100, 100, 300],
                kind: vec![0; 5],
                noticed: vec![],
            }),
            complaints: Complaints::default(),
            ..Log::default()
        };
        let log = log.check().expect("it is sound");
        let settings = Settings::default();
        let found = loyalty(&log, &episodes(&log, &Rules::default()), &settings);
        // Without a failure: 4 * 100 days before, two from day 830 on, 500 + 3 * 1000 of the others; one leaver.
        let years = (400.0 + 2.0 * 170.0 + 3500.0) / 365.25;
        let base = found.base.by_segment[0].as_ref().expect("there is exposure");
        assert!((base.value - (-1.0_f64 / years).exp()).abs() < 1e-12 && base.n == 1, "{base:?} {years}");
        let silent = found.by_severity[0].rates[0].as_ref().expect("there are failures");
        assert!((silent.value - 0.75).abs() < 1e-9 && silent.n == 4, "{silent:?}");
        assert!(silent.low < 0.6 && silent.high > 0.85 && found.by_severity[0].rates[1].is_none());
        let stays = found.by_severity[0].stays[0].as_ref().expect("there are failures");
        assert!((stays.value - 0.75).abs() < 1e-12, "{stays:?}");
    }
}
