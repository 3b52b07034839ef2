//! Complainers are other people: how much of the difference between complainers and silent sufferers comes from who complains.
//!
//! The model takes `loyalty.selection_share` of the difference between unresolved cases and silent failures as selection. Two
//! adjusted differences are shown beside the raw one. Both compare customers who are alike in what was known before the failure:
//! severity, segment, tenure, and purchases in the year before.
//!
//! - **Stratified**: differences within strata, averaged with the weights of Mantel and Haenszel (Greenland and Robins,
//!   "Estimation of a common effect parameter from sparse follow-up data", Biometrics 41 (1985) 55).
//! - **Weighted**: complainers are weighted by (1 - p) / p, with p their propensity to complain from a logistic regression, so
//!   that they resemble the silent (Hirano, Imbens and Ridder, Econometrica 71 (2003) 1161; weights for the effect on the
//!   untreated).
//!
//! Neither sees what was not recorded. The range that is suggested for `selection_share` reaches from what the data explain to
//! twice that: what is not seen selects at most as strongly as what is (Altonji, Elder and Taber, "Selection on observed and
//! unobserved variables", Journal of Political Economy 113 (2005) 151). That is an assumption, not an estimate.

use recoup_core::math::{exp, ln_1p};
use recoup_core::stats::linalg::Lower;
use serde::Serialize;

use crate::estimate::{Caution, Estimate, FEW, Method, Spread, Z, logistic};
use crate::log::{Checked, DAYS_PER_YEAR, Day};
use crate::matching::{Ending, Episode, Episodes};
use crate::repurchase::{Loyalty, Settings};

/// Steps of the regression.
const STEPS: usize = 50;
/// Ridge of the regression, per observation.
const RIDGE: f64 = 1e-6;
/// An effective sample below this share of the group counts as little overlap.
const OVERLAP: f64 = 0.2;
/// The range of `selection_share` where the data say nothing: the plausible range of its key.
const UNKNOWN_SELECTION: (f64, f64) = (0.0, 0.7);
/// The range of `solicited_response` where the data say nothing, as the shipped studies have it.
const UNKNOWN_RESPONSE: (f64, f64, f64) = (0.3, 1.0, 1.3);
/// The least width of a suggested range.
const LEAST_WIDTH: f64 = 0.1;

/// The difference in staying between complainers whose case was not resolved and silent sufferers, raw and adjusted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contrasts {
    /// Complainers without a resolution, and silent sufferers.
    pub n: (u64, u64),
    /// The raw difference.
    pub raw: Estimate,
    /// The difference within strata.
    pub stratified: Option<Estimate>,
    /// The weighted difference.
    pub weighted: Option<Estimate>,
    /// Overlap of the two groups.
    pub overlap: Option<Overlap>,
    /// Share of the raw difference that goes away by weighting.
    pub explained: Option<Estimate>,
    /// What to write as `loyalty.selection_share`.
    pub selection_share: Estimate,
}

/// How far complainers and the silent overlap in what was known before.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Overlap {
    /// Propensity to complain of complainers: 5, 25, 50, 75 and 95 % quantiles.
    pub complainers: [f64; 5],
    /// The same of the silent.
    pub silent: [f64; 5],
    /// Effective number of complainers after weighting.
    pub effective: f64,
    /// The greatest standardised difference of means of anything known before, raw.
    pub imbalance: f64,
    /// The same after weighting.
    pub imbalance_weighted: f64,
}

/// One failure as the comparison sees it.
#[derive(Clone, Copy, Debug)]
struct Case {
    complained: bool,
    /// Complained without a resolution.
    unresolved: bool,
    stays: bool,
    segment: u32,
    severity: u32,
    /// Years as a customer; `None`: since before the data.
    tenure: Option<f32>,
    /// Purchases in the year before.
    purchases: u32,
}

/// Failures whose window is over, without an earlier one, with what was known before.
fn cases(log: &Checked<'_>, episodes: &Episodes, settings: &Settings) -> Vec<Case> {
    let window = (settings.window_years * DAYS_PER_YEAR).round().max(1.0) as Day;
    let mut bought: Vec<u64> = Vec::new();
    if let Some(purchases) = &log.purchases {
        bought = purchases
            .customer
            .iter()
            .zip(&purchases.day)
            .filter(|(_, day)| log.is_within(**day))
            .map(|(&customer, &day)| u64::from(customer) << 32 | u64::from(day.abs_diff(log.window.0)))
            .collect();
        bought.sort_unstable();
    }
    let key = |customer: u32, day: Day| u64::from(customer) << 32 | (day - log.window.0).max(0) as u64;
    let case = |(i, episode): (usize, &Episode)| {
        let earlier = i.checked_sub(1).is_some_and(|i| episodes.all[i].customer == episode.customer);
        let ending = episode.ending.filter(|_| !earlier && !episode.noticed)?;
        let customer = episode.customer as usize;
        let (since, until) = log.observed(customer);
        if episode.day + window > log.window.1 || episode.day < since || episode.day > until {
            return None;
        }
        let year_before = episode.day - DAYS_PER_YEAR as Day;
        let from = bought.partition_point(|&b| b < key(episode.customer, year_before));
        let to = bought.partition_point(|&b| b < key(episode.customer, episode.day));
        Some(Case {
            complained: ending != Ending::Silent,
            unresolved: ending == Ending::Unresolved,
            stays: log.left_within(customer).is_none_or(|left| left > episode.day + window),
            segment: log.customers.segment[customer],
            severity: log.severity_of_kind[episode.kind as usize],
            tenure: log.customers.since[customer].map(|start| ((episode.day - start) as f64 / DAYS_PER_YEAR) as f32),
            purchases: (to - from) as u32,
        })
    };
    episodes.all.iter().enumerate().filter_map(case).collect()
}

/// What was known before, as numbers: a constant, segments and severities but the first, tenure, its absence, purchases.
struct Features {
    width: usize,
    rows: Vec<f32>,
}

impl Features {
    fn of(cases: &[Case], segments: usize, severities: usize) -> Features {
        let width = 1 + (segments - 1) + (severities - 1) + 3;
        let mut rows = vec![0.0; cases.len() * width];
        for (row, case) in rows.chunks_mut(width).zip(cases) {
            row[0] = 1.0;
            if case.segment > 0 {
                row[case.segment as usize] = 1.0;
            }
            if case.severity > 0 {
                row[segments - 1 + case.severity as usize] = 1.0;
            }
            row[width - 3] = case.tenure.unwrap_or(0.0);
            row[width - 2] = f32::from(u8::from(case.tenure.is_none()));
            row[width - 1] = ln_1p(f64::from(case.purchases)) as f32;
        }
        let mut features = Features { width, rows };
        features.standardise();
        features
    }

    /// Mean 0 and standard deviation 1 of every column but the constant; a column that does not vary becomes 0.
    fn standardise(&mut self) {
        let n = (self.rows.len() / self.width).max(1) as f64;
        for column in 1..self.width {
            let values = || self.rows.iter().skip(column).step_by(self.width).map(|x| f64::from(*x));
            let mean = values().sum::<f64>() / n;
            let sd = (values().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n).sqrt();
            let scale = if sd > 1e-9 { 1.0 / sd } else { 0.0 };
            for x in self.rows.iter_mut().skip(column).step_by(self.width) {
                *x = ((f64::from(*x) - mean) * scale) as f32;
            }
        }
    }

    fn row(&self, i: usize) -> &[f32] {
        &self.rows[i * self.width..(i + 1) * self.width]
    }

    fn product(&self, i: usize, weights: &[f64]) -> f64 {
        self.row(i).iter().zip(weights).map(|(x, w)| f64::from(*x) * w).sum()
    }

    /// Logistic regression of `yes` on the features: Newton's method with a small ridge. `None` where it does not converge.
    fn regress(&self, yes: impl Fn(usize) -> bool) -> Option<Vec<f64>> {
        let (k, n) = (self.width, self.rows.len() / self.width);
        let mut weights = vec![0.0; k];
        for _ in 0..STEPS {
            let (mut gradient, mut information) = (vec![0.0; k], vec![vec![0.0; k]; k]);
            for i in 0..n {
                let p = logistic(self.product(i, &weights));
                let (miss, v) = (f64::from(u8::from(yes(i))) - p, p * (1.0 - p));
                let row = self.row(i);
                for a in 0..k {
                    let x = f64::from(row[a]);
                    gradient[a] += x * miss;
                    for (place, b) in information[a][..=a].iter_mut().zip(row) {
                        *place += v * x * f64::from(*b);
                    }
                }
            }
            for a in 0..k {
                gradient[a] -= RIDGE * n as f64 * weights[a];
                information[a][a] += RIDGE * n as f64;
                let own = information[a].clone();
                information[..a].iter_mut().zip(own).for_each(|(row, value)| row[a] = value);
            }
            let step = Lower::of(&information)?.solve(&gradient);
            weights.iter_mut().zip(&step).for_each(|(w, s)| *w += s.clamp(-2.0, 2.0));
            if step.iter().all(|s| s.abs() < 1e-8) {
                return Some(weights);
            }
        }
        None
    }
}

/// Five quantiles.
fn quantiles(mut values: Vec<f64>) -> [f64; 5] {
    values.sort_unstable_by(f64::total_cmp);
    let at = |u: f64| values.get(((u * values.len() as f64) as usize).min(values.len().saturating_sub(1)));
    [0.05, 0.25, 0.5, 0.75, 0.95].map(|u| at(u).copied().unwrap_or(f64::NAN))
}

/// Which third a value lies in, by the limits.
fn third(value: f64, [low, high]: [f64; 2]) -> usize {
    usize::from(value > low) + usize::from(value > high)
}

fn thirds(mut values: Vec<f64>) -> [f64; 2] {
    values.sort_unstable_by(f64::total_cmp);
    let n = values.len();
    if n == 0 { [0.0, 0.0] } else { [values[n / 3], values[2 * n / 3]] }
}

/// Counts of those compared and of those who stay: [complainers, silent].
type Counts = [(f64, f64); 2];

/// The difference within strata.
fn stratified(cases: &[Case], segments: usize, severities: usize, n: u64) -> Option<Estimate> {
    let tenure = thirds(cases.iter().filter_map(|case| case.tenure.map(f64::from)).collect());
    let bought = thirds(cases.iter().map(|case| f64::from(case.purchases)).collect());
    let mut strata: Vec<Counts> = vec![[(0.0, 0.0); 2]; segments * severities * 4 * 3];
    for case in cases.iter().filter(|case| case.unresolved || !case.complained) {
        let old = case.tenure.map_or(3, |years| third(f64::from(years), tenure));
        let place = (case.segment as usize * severities + case.severity as usize) * 4 + old;
        let (all, stay) =
            &mut strata[place * 3 + third(f64::from(case.purchases), bought)][usize::from(!case.complained)];
        *all += 1.0;
        *stay += f64::from(u8::from(case.stays));
    }
    let (mut sum, mut variance, mut weights) = (0.0, 0.0, 0.0);
    for [(n1, k1), (n0, k0)] in strata.into_iter().filter(|[one, zero]| one.0 > 0.0 && zero.0 > 0.0) {
        let weight = n1 * n0 / (n1 + n0);
        let (p1, p0) = (k1 / n1, k0 / n0);
        weights += weight;
        sum += weight * (p1 - p0);
        variance += weight * weight * (p1 * (1.0 - p1) / n1 + p0 * (1.0 - p0) / n0);
    }
    (weights > 0.0).then(|| Estimate::normal(n, sum / weights, variance.sqrt() / weights, Method::MantelHaenszel))
}

/// A suggested range.
fn range(n: u64, low: f64, high: f64) -> Estimate {
    let centre = 0.5 * (low + high);
    let half = (0.5 * (high - low)).max(0.5 * LEAST_WIDTH);
    let (low, high) = ((centre - half).max(0.0), (centre + half).min(1.0));
    let width = high - low;
    Estimate {
        n,
        value: 0.5 * (low + high),
        low: low + 0.05 * width,
        high: high - 0.05 * width,
        standard_error: width / 12_f64.sqrt(),
        method: Method::Judgement,
        spread: Spread::Uniform { low, high },
        cautions: Vec::new(),
    }
}

/// Raw and adjusted differences between complainers whose case was not resolved and silent sufferers, for firms that know who
/// left. `None` without a table of failures, or where one of the two groups is empty.
///
/// Losses by further failures are in both groups alike; they make all differences smaller by the same factor, and do not change
/// the share that is explained.
pub fn contrasts(log: &Checked<'_>, episodes: &Episodes, settings: &Settings) -> Option<Contrasts> {
    if !episodes.failures_known {
        return None;
    }
    let cases = cases(log, episodes, settings);
    let (segments, severities) = (log.segments.len(), log.severities.len());
    let count = |of: &dyn Fn(&Case) -> bool| cases.iter().filter(|case| of(case)).count() as f64;
    let (n1, n0) = (count(&|case| case.unresolved), count(&|case| !case.complained));
    if n1 == 0.0 || n0 == 0.0 {
        return None;
    }
    let (k1, k0) = (count(&|case| case.unresolved && case.stays), count(&|case| !case.complained && case.stays));
    let (p1, p0) = (k1 / n1, k0 / n0);
    let silent_variance = p0 * (1.0 - p0) / n0;
    let n = n1.min(n0) as u64;
    let raw_error = (p1 * (1.0 - p1) / n1 + silent_variance).sqrt();
    let raw = Estimate::normal(n, p1 - p0, raw_error, Method::KaplanMeier);
    let features = Features::of(&cases, segments, severities);
    let weights = features.regress(|i| cases[i].complained);
    let mut answer = Contrasts {
        n: (n1 as u64, n0 as u64),
        stratified: stratified(&cases, segments, severities, n),
        weighted: None,
        overlap: None,
        explained: None,
        selection_share: range(n, UNKNOWN_SELECTION.0, UNKNOWN_SELECTION.1).with(Caution::NoContrast),
        raw,
    };
    let Some(weights) = weights else { return Some(answer) };
    let odds_against = |i: usize| exp(-features.product(i, &weights));
    let (mut sum, mut squares, mut stay) = (0.0, 0.0, 0.0);
    for i in (0..cases.len()).filter(|&i| cases[i].unresolved) {
        let w = odds_against(i);
        sum += w;
        squares += w * w;
        stay += if cases[i].stays { w } else { 0.0 };
    }
    let like_silent = stay / sum;
    let (mut variance, mut of_difference) = (0.0, 0.0);
    for i in (0..cases.len()).filter(|&i| cases[i].unresolved) {
        let y = f64::from(u8::from(cases[i].stays));
        let weighted = odds_against(i) / sum * (y - like_silent);
        let difference = (y - p1) / n1 - weighted;
        variance += weighted * weighted;
        of_difference += difference * difference;
    }
    let effective = sum * sum / squares;
    let mut weighted =
        Estimate::normal(n, like_silent - p0, (variance + silent_variance).sqrt(), Method::InverseProbability);
    if effective < OVERLAP * n1 || effective < FEW as f64 {
        weighted.cautions.push(Caution::LittleOverlap { effective });
    }
    let propensity = |of: &dyn Fn(&Case) -> bool| {
        quantiles((0..cases.len()).filter(|&i| of(&cases[i])).map(|i| 1.0 / (1.0 + odds_against(i))).collect())
    };
    // Columns have standard deviation 1.
    let imbalance = |weight: &dyn Fn(usize) -> f64| {
        (1..features.width).fold(0.0_f64, |most, column| {
            let mean = |of: &dyn Fn(&Case) -> bool, weight: &dyn Fn(usize) -> f64| {
                let own = || (0..cases.len()).filter(|&i| of(&cases[i]));
                own().map(|i| weight(i) * f64::from(features.row(i)[column])).sum::<f64>()
                    / own().map(weight).sum::<f64>()
            };
            most.max((mean(&|case| case.unresolved, weight) - mean(&|case| !case.complained, &|_| 1.0)).abs())
        })
    };
    answer.overlap = Some(Overlap {
        complainers: propensity(&|case| case.complained),
        silent: propensity(&|case| !case.complained),
        effective,
        imbalance: imbalance(&|_| 1.0),
        imbalance_weighted: imbalance(&odds_against),
    });
    let contrast = answer.raw.value;
    if contrast > Z * raw_error {
        let gone = contrast - weighted.value;
        let share = gone / contrast;
        let error = (of_difference + share * share * raw_error * raw_error).sqrt() / contrast;
        let explained = Estimate::normal(n, share, error, Method::InverseProbability);
        let high = (2.0 * share).max(share + Z * error).clamp(0.0, 1.0);
        answer.selection_share = range(n, (share - Z * error).clamp(0.0, 1.0), high);
        answer.explained = Some(explained);
    }
    answer.weighted = Some(weighted);
    Some(answer)
}

/// What to write as `loyalty.solicited_response`: how customers react whom the firm found, compared with those who complained.
///
/// Where the log has failures that the firm noticed first, the response is (found - silent) / (complained - silent), over
/// severities and the outcomes resolved and quick, after `selection_share` of the difference between unresolved and silent is
/// taken off those who complained; weighted by the inverse of the variance. Otherwise it is not known.
pub fn solicited_response(loyalty: &Loyalty, selection_share: f64) -> Estimate {
    let (mut sum, mut weights, mut n) = (0.0, 0.0, 0);
    for table in &loyalty.by_severity {
        let [Some(silent), unresolved, ..] = &table.rates else { continue };
        let selected =
            unresolved.as_ref().map_or(0.0, |unresolved| selection_share * (unresolved.value - silent.value).max(0.0));
        for outcome in [Ending::Resolved as usize, Ending::Quick as usize] {
            if let (Some(own), Some(found)) = (&table.rates[outcome], &table.noticed[outcome]) {
                let whole = own.value - selected - silent.value;
                let response = (found.value - silent.value) / whole;
                let square = |x: f64| x * x;
                let variance = (square(found.standard_error)
                    + square(response * own.standard_error)
                    + square((response - 1.0) * silent.standard_error))
                    / square(whole);
                if whole > 0.0 && variance.is_finite() && variance > 0.0 {
                    sum += response / variance;
                    weights += 1.0 / variance;
                    n += found.n;
                }
            }
        }
    }
    let (low, mode, high) = UNKNOWN_RESPONSE;
    let error = 1.0 / weights.sqrt();
    // An interval wider than what is believed without data adds nothing.
    if !(weights > 0.0) || 2.0 * Z * error > high - low {
        let spread = Spread::Pert { low, mode, high };
        let value = spread.mean();
        let estimate = Estimate { spread, ..Estimate::normal(n, value, f64::NAN, Method::Judgement) };
        let end = |u: f64, otherwise: f64| estimate.spread.uncertain().map_or(otherwise, |pert| pert.quantile(u));
        let (low, high) = (end(0.05, low), end(0.95, high));
        return Estimate { low, high, ..estimate }.with(Caution::NoContrast);
    }
    Estimate::normal(n, (sum / weights).clamp(0.0, high), error, Method::RepurchaseTable)
}

#[cfg(test)]
mod tests {
    use super::{Contrasts, Features, contrasts, solicited_response};
    use crate::chance::Chance;
    use crate::estimate::{Caution, Spread, logistic, logit};
    use crate::firm::Truth;
    use crate::matching::{Rules, episodes};
    use crate::repurchase::{Settings, loyalty};

    /// A firm with one kind of failure and few repeated ones.
    fn firm() -> Truth {
        Truth {
            customers: 60_000,
            rate: vec![0.03],
            complain: vec![0.35],
            repurchase: vec![[0.45, 0.6, 0.75, 0.8]],
            per_year: vec![3.0, 3.0],
            base: vec![0.9, 0.9],
            resolves: 0.4,
            detected: 0.0,
            ..Truth::default()
        }
    }

    fn found(truth: &Truth, seed: u64) -> Contrasts {
        let log = truth.log(seed);
        let log = log.check().expect("it is sound");
        contrasts(&log, &episodes(&log, &Rules::default()), &Settings::default()).expect("both groups are there")
    }

    #[test]
    fn the_regression_finds_known_coefficients() {
        let mut chance = Chance::new(4);
        let n = 20_000;
        let rows: Vec<f32> = (0..n).flat_map(|_| [1.0, chance.normal() as f32, chance.normal() as f32]).collect();
        let features = Features { width: 3, rows };
        let truth = [-0.5, 0.8, 0.0];
        let yes: Vec<bool> = (0..n).map(|i| chance.yes(logistic(features.product(i, &truth)))).collect();
        let weights = features.regress(|i| yes[i]).expect("it converges");
        // Standard errors are about 0.017; 5 of them.
        assert!(weights.iter().zip(truth).all(|(w, t)| (w - t).abs() < 0.085), "{weights:?}");
    }

    #[test]
    fn what_was_recorded_is_adjusted_for() {
        // Customers of segment 1 complain more (log-odds 1.5) and stay more (1.0), whatever happens. The effect of complaining
        // on the silent, by hand: their mix of segments, and the difference of rho* within each.
        let truth = Truth { seen: [1.5, 1.0], ..firm() };
        let by_segment = |g: f64| {
            let silent = 1.0 - logistic(logit(0.35) + 1.5 * g);
            let rho = |o: usize| logistic(logit(truth.repurchase[0][o]) + g);
            (silent * truth.shares[g as usize], rho(1) - rho(0))
        };
        let (a, b) = (by_segment(0.0), by_segment(1.0));
        let effect = (a.0 * a.1 + b.0 * b.1) / (a.0 + b.0);
        let seen = found(&truth, 2);
        let (weighted, stratified) = (seen.weighted.expect("it converges"), seen.stratified.expect("strata overlap"));
        // 4 standard errors, and a tenth of the effect for losses by further failures.
        for estimate in [&weighted, &stratified] {
            assert!(
                (estimate.value - effect).abs() < 4.0 * estimate.standard_error + 0.1 * effect,
                "{estimate:?} {effect}"
            );
        }
        assert!(seen.raw.value > effect + 0.05 && !seen.raw.covers(effect), "{:?} {effect}", seen.raw);
        let overlap = seen.overlap.expect("it converges");
        assert!(overlap.imbalance > 0.3 && overlap.imbalance_weighted < 0.1, "{overlap:?}");
        assert!(overlap.effective > 300.0 && overlap.complainers[2] > overlap.silent[2]);
        let Spread::Uniform { low, high } = seen.selection_share.spread else { panic!("it is a range") };
        let selection = 1.0 - effect / seen.raw.value;
        assert!(low < selection && selection < high && low > 0.1, "{low} {high} {selection}");
    }

    #[test]
    fn what_was_not_recorded_stays_and_is_shown() {
        // A trait that nobody sees raises the log-odds of complaining and of staying by 1 per standard deviation. The effect of
        // complaining on the silent is a mean over their trait, by 20,000 values.
        let truth = Truth { unseen: [1.0, 1.0], ..firm() };
        let mut chance = Chance::new(9);
        let (mut sum, mut weights, mut silent_stay) = (0.0, 0.0, 0.0);
        for _ in 0..20_000 {
            let z = chance.normal();
            let silent = 1.0 - logistic(logit(0.35) + z);
            let rho = |o: usize| logistic(logit(truth.repurchase[0][o]) + z);
            weights += silent;
            sum += silent * (rho(1) - rho(0));
            silent_stay += silent * rho(0);
        }
        let effect = sum / weights;
        let seen = found(&truth, 3);
        let weighted = seen.weighted.expect("it converges");
        println!(
            "unseen selection: effect {effect:.3}, raw {:.3}, weighted {:.3} (standard error {:.3}), silent stay {:.3}",
            seen.raw.value,
            weighted.value,
            weighted.standard_error,
            silent_stay / weights
        );
        // The bias does not go away: adjusted and raw differ by less than a fifth of it, and it is many standard errors.
        let bias = weighted.value - effect;
        assert!(bias > 5.0 * weighted.standard_error && bias > 0.1, "{weighted:?} {effect}");
        assert!((seen.raw.value - weighted.value).abs() < 0.2 * bias, "{:?} {weighted:?}", seen.raw);
    }

    #[test]
    fn without_a_difference_the_share_is_not_known() {
        let truth = Truth { customers: 3_000, repurchase: vec![[0.5, 0.5, 0.7, 0.8]], ..firm() };
        // The raw difference is significant at 5 % by chance once in 20; these seeds are not among them.
        let seen = found(&truth, 1);
        assert_eq!(seen.selection_share.spread, Spread::Uniform { low: 0.0, high: 0.7 });
        assert!(seen.explained.is_none() && seen.selection_share.cautions.contains(&Caution::NoContrast));
    }

    #[test]
    fn the_response_of_those_found_is_measured_where_there_are_some() {
        // In these firms those found react as complainers do: 1. 4 standard errors.
        let truth = Truth { customers: 30_000, detected: 0.3, ..Truth::default() };
        let log = truth.log(6);
        let log = log.check().expect("it is sound");
        let found = loyalty(&log, &episodes(&log, &Rules::default()), &Settings::default());
        let response = solicited_response(&found, 0.0);
        assert!(
            (response.value - 1.0).abs() < 4.0 * response.standard_error && response.standard_error < 0.1,
            "{response:?}"
        );
        let mut none = found.clone();
        none.by_severity.iter_mut().for_each(|table| table.noticed = [const { None }; 4]);
        let response = solicited_response(&none, 0.0);
        assert_eq!(response.spread, Spread::Pert { low: 0.3, mode: 1.0, high: 1.3 });
    }
}
