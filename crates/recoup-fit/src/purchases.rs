//! How often customers buy, how much they differ in it, and what a purchase brings.
//!
//! Purchases of a customer are Poisson with a rate that is gamma distributed over customers, so their number over an
//! exposure is negative binomial (Ehrenberg 1959; Schmittlein, Morrison and Colombo, "Counting your customers", Management
//! Science 33 (1987) 1). With mean m per year, shape k and exposure T in years,
//!
//! ```text
//! P(x) = Gamma(k + x) / (Gamma(k) x!) (k / (k + m T))^k (m T / (k + m T))^x
//! ```
//!
//! The coefficient of variation of the rate is k^(-1/2), the `purchases_cv` of a segment.

use recoup_core::math::{exp, ln};
use serde::Serialize;

use crate::estimate::{Caution, Estimate, Method, Spread, Z, about_size};
use crate::log::{Checked, DAYS_PER_YEAR, at};
use crate::maximum;

/// A coefficient of variation below this counts as none.
const LEAST_CV: f64 = 0.02;

/// Purchases of the customers of one segment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Purchasing {
    /// Purchases per year and customer.
    pub per_year: Estimate,
    /// Coefficient of variation of the customers' rates.
    pub cv: Estimate,
}

/// Customers with the same number of purchases and exposure.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cell {
    count: u32,
    /// In years.
    exposure: f64,
    customers: f64,
}

/// Customers by number of purchases and days observed, like ones together.
fn cells(mut keys: Vec<u64>) -> Vec<Cell> {
    keys.sort_unstable();
    let alike = keys.chunk_by(|a, b| a == b);
    let cell = |run: &[u64]| Cell {
        count: run[0] as u32,
        exposure: (run[0] >> 32) as f64 / DAYS_PER_YEAR,
        customers: run.len() as f64,
    };
    alike.map(cell).collect()
}

/// The purchasing of customers of which each has bought `count` times in `days`; customers of 0 days say nothing.
pub fn negative_binomial(customers: impl IntoIterator<Item = (u32, u32)>) -> Option<Purchasing> {
    let keys = customers.into_iter().filter(|&(_, days)| days > 0);
    fit(&cells(keys.map(|(count, days)| u64::from(days) << 32 | u64::from(count)).collect()))
}

fn fit(cells: &[Cell]) -> Option<Purchasing> {
    let sum = |of: &dyn Fn(&Cell) -> f64| cells.iter().map(|cell| cell.customers * of(cell)).sum::<f64>();
    let (n, total, exposure) = (sum(&|_| 1.0), sum(&|c| f64::from(c.count)), sum(&|c| c.exposure));
    if !(exposure > 0.0) {
        return None;
    }
    let customers = n as u64;
    let mean = total / exposure;
    if total == 0.0 {
        let none =
            Estimate { high: 3.0 / exposure, ..Estimate::normal(customers, 0.0, f64::NAN, Method::NegativeBinomial) };
        let none = none.with(Caution::NoEvents);
        return Some(Purchasing { cv: without_spread(customers, f64::NAN), per_year: none });
    }
    // Excess of the variance over that of Poisson numbers, by moments: where to start, and whether there is any.
    let excess = sum(&|c| {
        let (x, expected) = (f64::from(c.count), mean * c.exposure);
        (x - expected) * (x - expected) - x
    });
    let squares = sum(&|c| mean * c.exposure * mean * c.exposure);
    let cv_squared = excess / squares;
    // Standard error of that excess where nobody differs: a Poisson number x of mean e has Var[(x - e)^2 - x] = 2 e^2.
    let chance = (2.0 * squares).sqrt() / squares;
    let poisson = Estimate::positive_mean(customers, mean, total.sqrt() / exposure, Method::NegativeBinomial);
    if cv_squared <= LEAST_CV * LEAST_CV {
        return Some(Purchasing { per_year: poisson, cv: without_spread(customers, chance) });
    }
    // ln Gamma(k + x) - ln Gamma(k) is a sum over j < x of ln(k + j), weighted by how many have bought more than j times.
    let most = cells.iter().map(|cell| cell.count as usize).max().unwrap_or(0);
    let mut above = vec![0.0; most + 1];
    cells.iter().for_each(|cell| above[cell.count as usize] += cell.customers);
    for x in (0..most).rev() {
        above[x] += above[x + 1];
    }
    let likelihood = |at: &[f64]| {
        let (m, k) = (exp(at[0]), exp(at[1]));
        let factorials: f64 = above.iter().skip(1).enumerate().map(|(j, w)| w * ln(k + j as f64)).sum();
        let rest = sum(&|c| {
            let expected = m * c.exposure;
            let whole = ln(k + expected);
            k * (at[1] - whole) + f64::from(c.count) * (ln(expected) - whole)
        });
        factorials + rest
    };
    let maximum = maximum::find(likelihood, &[ln(mean), -ln(cv_squared)], n);
    let m = exp(maximum.at[0]);
    let per_year = Estimate::on_log(customers, m, maximum.error(0), Method::NegativeBinomial);
    let cv = exp(-0.5 * maximum.at[1]);
    let mut cv = Estimate::on_log(customers, cv, 0.5 * maximum.error(1), Method::NegativeBinomial);
    if cv_squared < 2.0 * chance {
        cv = cv.with(Caution::NoSpread);
    }
    if !maximum.settled {
        cv = cv.with(Caution::Unsettled);
    }
    Some(Purchasing { per_year, cv })
}

/// No spread between customers beyond chance; `chance` is the standard error of the squared coefficient of variation.
fn without_spread(customers: u64, chance: f64) -> Estimate {
    let mut cautions = about_size(customers);
    cautions.push(Caution::NoSpread);
    Estimate {
        n: customers,
        value: 0.0,
        low: 0.0,
        high: if chance.is_finite() { (Z * chance).sqrt() } else { 0.0 },
        standard_error: f64::NAN,
        method: Method::NegativeBinomial,
        spread: Spread::Exact { value: 0.0 },
        cautions,
    }
}

/// By customer: purchases within the time observed, and days observed. The first day as a customer does not count if it lies
/// within the data, because its purchase may be what made the customer.
pub(crate) fn counts(log: &Checked<'_>) -> Option<Vec<(u32, u32)>> {
    let purchases = log.purchases.as_ref()?;
    let customers = log.customers.segment.len();
    let span = |customer: usize| {
        let (since, until) = log.observed(customer);
        (since + i32::from(log.customers.since[customer].is_some_and(|day| day >= log.window.0)), until)
    };
    let mut counts: Vec<(u32, u32)> =
        (0..customers).map(&span).map(|(since, until)| (0, (until - since).max(0) as u32)).collect();
    for (&customer, &day) in purchases.customer.iter().zip(&purchases.day) {
        let (since, until) = span(customer as usize);
        if day >= since && day < until {
            counts[customer as usize].0 += 1;
        }
    }
    Some(counts)
}

/// By segment: how often its customers buy while they are customers. Leaving must be known; otherwise
/// [`bgnbd`](crate::bgnbd) estimates both. `None` without purchases, or for a segment without exposure.
pub fn by_segment(log: &Checked<'_>) -> Vec<Option<Purchasing>> {
    let Some(counts) = counts(log) else { return vec![None; log.segments.len()] };
    let mut keys = vec![Vec::new(); log.segments.len()];
    for (&(count, days), &segment) in counts.iter().zip(&log.customers.segment) {
        if days > 0 {
            keys[segment as usize].push(u64::from(days) << 32 | u64::from(count));
        }
    }
    keys.into_iter().map(|keys| fit(&cells(keys))).collect()
}

/// By segment: mean margin of a purchase. Purchases of one customer are alike, so the standard error is that of a ratio of
/// sums over customers (Cochran, Sampling Techniques, 1977, section 6.5). n counts purchases.
pub fn margins(log: &Checked<'_>) -> Vec<Option<Estimate>> {
    let mut none = vec![None; log.segments.len()];
    let Some(purchases) = &log.purchases else { return none };
    let mut by_customer = vec![(0_u32, 0.0_f64); log.customers.segment.len()];
    for row in 0..purchases.customer.len() {
        if let Some(margin) = at(&purchases.margin, row).filter(|_| log.is_within(purchases.day[row])) {
            let (count, sum) = &mut by_customer[purchases.customer[row] as usize];
            (*count, *sum) = (*count + 1, *sum + margin);
        }
    }
    for (segment, answer) in none.iter_mut().enumerate() {
        let own =
            || by_customer.iter().zip(&log.customers.segment).filter(|(_, s)| **s as usize == segment).map(|(c, _)| c);
        *answer = ratio(|| own().filter(|(count, _)| *count > 0).map(|&(count, sum)| (f64::from(count), sum)));
    }
    none
}

/// The ratio of sum y to sum x over clusters, given as (x, y).
pub(crate) fn ratio<I: Iterator<Item = (f64, f64)>>(clusters: impl Fn() -> I) -> Option<Estimate> {
    let (count, x, y) = clusters().fold((0_u64, 0.0, 0.0), |(n, x, y), (a, b)| (n + 1, x + a, y + b));
    if !(x > 0.0) {
        return None;
    }
    let value = y / x;
    let squares: f64 = clusters().map(|(a, b)| (b - value * a) * (b - value * a)).sum();
    let n = count as f64;
    let error = if count > 1 { (squares * n / (n - 1.0)).sqrt() / x } else { f64::NAN };
    let mut estimate = Estimate::positive_mean(x as u64, value, error, Method::ClusterMean);
    if count < crate::estimate::FEW && estimate.cautions.is_empty() {
        estimate.cautions = about_size(count);
    }
    Some(estimate)
}

#[cfg(test)]
mod tests {
    use super::{by_segment, margins, negative_binomial};
    use crate::chance::Chance;
    use crate::estimate::{Caution, Spread};
    use crate::log::{Customers, Log, Purchases};

    #[test]
    fn with_equal_exposure_the_mean_is_the_sample_mean() {
        // Closed form: with equal exposures the maximum likelihood estimate of the mean is the sample mean.
        let counts = [0, 0, 0, 1, 1, 2, 3, 7, 0, 12, 1, 0, 4];
        let fit = negative_binomial(counts.map(|x| (x, 731))).expect("there is exposure");
        let mean = f64::from(counts.iter().sum::<u32>()) / 13.0 / (731.0 / 365.25);
        assert!((fit.per_year.value / mean - 1.0).abs() < 1e-6, "{fit:?}");
        // Fisher's standard error of the mean: sqrt((m T + (m T)^2 / k) / n) / T, orthogonal to the shape.
        let expected = mean * 731.0 / 365.25;
        let error = ((expected + expected * expected * fit.cv.value.powi(2)) / 13.0).sqrt() / (731.0 / 365.25);
        assert!((fit.per_year.standard_error / error - 1.0).abs() < 1e-3, "{fit:?} {error}");
    }

    #[test]
    fn intervals_cover_the_truth() {
        // 300 samples of 400 customers. The number of intervals that cover is binomial; below 252 or above 288 of 300 it lies
        // outside 90 % by more than 3.4 standard errors: by chance less than once in 1,000 if coverage is 90 %.
        let (mut mean, mut cv) = (0, 0);
        for seed in 0..300 {
            let mut chance = Chance::new(seed);
            let customers = (0..400).map(|_| {
                let days = 100 + chance.below(900) as u32;
                let rate = chance.gamma(1.0 / 0.64, 2.5 * 0.64);
                (chance.poisson(rate * f64::from(days) / 365.25), days)
            });
            let fit = negative_binomial(customers.collect::<Vec<_>>()).expect("there is exposure");
            mean += u32::from(fit.per_year.covers(2.5));
            cv += u32::from(fit.cv.covers(0.8));
        }
        assert!((252..=288).contains(&mean) && (252..=288).contains(&cv), "{mean} {cv}");
    }

    #[test]
    fn customers_who_do_not_differ_have_no_spread() {
        let mut chance = Chance::new(3);
        let customers: Vec<_> = (0..5_000).map(|_| (chance.poisson(4.0), 365)).collect();
        let fit = negative_binomial(customers).expect("there is exposure");
        assert!(fit.cv.value < 0.2 && fit.cv.cautions.contains(&Caution::NoSpread), "{fit:?}");
        assert!(negative_binomial([(3, 0)]).is_none());
        let none = negative_binomial([(0, 100), (0, 50)]).expect("there is exposure");
        assert!(none.per_year.value == 0.0 && none.per_year.cautions.contains(&Caution::NoEvents));
    }

    #[test]
    fn margins_are_clustered_by_customer() {
        // Two customers with 50 purchases each, alike within a customer: as good as two observations, not as 100.
        let log = Log {
            segments: vec!["all".into()],
            window: (0, 1000),
            customers: Customers { segment: vec![0, 0], since: vec![None; 2], left: vec![None; 2] },
            purchases: Some(Purchases {
                customer: [[0; 50], [1; 50]].concat(),
                day: (0..100).collect(),
                margin: [[Some(10.0); 50], [Some(20.0); 50]].concat(),
            }),
            ..Log::default()
        };
        let log = log.check().expect("it is sound");
        let margin = margins(&log)[0].clone().expect("there are purchases");
        assert_eq!((margin.value, margin.n), (15.0, 100));
        assert!((margin.standard_error - 5.0).abs() < 1e-9, "{margin:?}");
        assert!(
            matches!(margin.spread, Spread::Gamma { .. }) && margin.cautions == [Caution::FewObservations { n: 2 }]
        );
        let per_year = by_segment(&log)[0].clone().expect("there is exposure").per_year;
        assert!((per_year.value / (50.0 / (1000.0 / 365.25)) - 1.0).abs() < 1e-6, "{per_year:?}");
    }
}
