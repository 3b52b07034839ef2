//! Shares.
//!
//! Jeffreys' interval and Wilson's: Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical
//! Science 16 (2001) 101. Shares of several categories: the Dirichlet posterior under Jeffreys' prior, whose marginals are
//! betas. Simultaneous intervals: Goodman, "On simultaneous confidence intervals for multinomial proportions",
//! Technometrics 7 (1965) 247.

use recoup_core::math::{beta, normal};

use crate::estimate::{Caution, Estimate, Method, Spread, Z, about_size};

/// Shapes from which the normal approximation takes the place of the quantile of the beta.
const LARGE: f64 = 1e6;

/// Quantile of a beta of any size.
pub(crate) fn beta_quantile(a: f64, b: f64, u: f64) -> f64 {
    if a.max(b) <= LARGE {
        return beta::quantile(a, b, u);
    }
    let mean = a / (a + b);
    let sd = (mean * (1.0 - mean) / (a + b + 1.0)).sqrt();
    (mean + normal::quantile(u) * sd).clamp(0.0, 1.0)
}

/// The share `k` of `n` with Jeffreys' 90 % interval: from 0 where there is no success, up to 1 where there is no failure.
/// The spread is the posterior beta(k + 1/2, n - k + 1/2).
pub fn share(k: u64, n: u64) -> Estimate {
    let (yes, no) = (k as f64, n.saturating_sub(k) as f64);
    let (a, b) = (yes + 0.5, no + 0.5);
    let value = if n == 0 { 0.5 } else { yes / (yes + no) };
    let mean = a / (a + b);
    let mut cautions = about_size(n);
    if k == 0 || k >= n {
        cautions.push(Caution::NoEvents);
    }
    Estimate {
        n,
        value,
        low: if k == 0 { 0.0 } else { beta_quantile(a, b, 0.05) },
        high: if k >= n { 1.0 } else { beta_quantile(a, b, 0.95) },
        standard_error: (mean * (1.0 - mean) / (a + b + 1.0)).sqrt(),
        method: Method::Jeffreys,
        spread: Spread::beta(a, b),
        cautions,
    }
}

/// Wilson's 90 % interval for the share `k` of `n`.
pub fn wilson(k: u64, n: u64) -> (f64, f64) {
    score_interval(k as f64, n as f64, Z * Z)
}

/// Where the score test with that chi-squared quantile does not reject.
fn score_interval(k: f64, n: f64, chi_squared: f64) -> (f64, f64) {
    if n <= 0.0 {
        return (0.0, 1.0);
    }
    let p = k / n;
    let centre = p + 0.5 * chi_squared / n;
    let reach = (chi_squared * (p * (1.0 - p) / n + 0.25 * chi_squared / (n * n))).sqrt();
    let whole = 1.0 + chi_squared / n;
    (((centre - reach) / whole).max(0.0), ((centre + reach) / whole).min(1.0))
}

/// The shares of several categories. Each has the marginal of the Dirichlet posterior under Jeffreys' prior.
pub fn shares(counts: &[u64]) -> Vec<Estimate> {
    let n: u64 = counts.iter().sum();
    let whole = n as f64 + 0.5 * counts.len() as f64;
    let one = |&k: &u64| {
        let (a, b) = (k as f64 + 0.5, whole - k as f64 - 0.5);
        let mut estimate = share(k, n);
        if counts.len() > 1 {
            estimate.spread = Spread::beta(a, b);
            estimate.low = if k == 0 { 0.0 } else { beta_quantile(a, b, 0.05) };
            estimate.high = if k == n { 1.0 } else { beta_quantile(a, b, 0.95) };
            estimate.standard_error = (a * b / (whole * whole * (whole + 1.0))).sqrt();
        }
        Estimate { method: Method::Dirichlet, ..estimate }
    };
    counts.iter().map(one).collect()
}

/// Goodman's simultaneous 90 % intervals for the shares of several categories: all hold together with at least 90 %.
pub fn goodman(counts: &[u64]) -> Vec<(f64, f64)> {
    let n: u64 = counts.iter().sum();
    let z = normal::quantile(1.0 - 0.05 / counts.len().max(1) as f64);
    counts.iter().map(|&k| score_interval(k as f64, n as f64, z * z)).collect()
}

#[cfg(test)]
mod tests {
    use super::{goodman, share, shares, wilson};
    use crate::chance::Chance;
    use crate::estimate::Spread;

    /// ln of n choose k, by addition.
    fn ln_choose(n: u64, k: u64) -> f64 {
        (1..=k).map(|i| ((n - k + i) as f64 / i as f64).ln()).sum()
    }

    #[test]
    fn wilson_solves_its_own_equation() {
        for (k, n) in [(0, 10), (3, 40), (999, 1000)] {
            let p = k as f64 / n as f64;
            let (low, high) = wilson(k, n);
            for end in [low, high].into_iter().filter(|end| *end > 0.0 && *end < 1.0) {
                let z = (p - end).abs() / (end * (1.0 - end) / n as f64).sqrt();
                assert!((z - 1.644_853_626_951_472_2).abs() < 1e-9, "{k} of {n}: {z}");
            }
        }
    }

    #[test]
    fn jeffreys_has_the_published_interval() {
        // Brown, Cai and DasGupta (2001), table 5 of limits is at 95 %; here by its definition at 90 %: 5 % of the posterior
        // lies outside either end. The posterior is integrated by Simpson's rule.
        let estimate = share(7, 25);
        let density = |p: f64| (6.5 * p.ln() + 17.5 * (1.0 - p).ln() + 20.0).exp();
        let integral = |from: f64, to: f64| {
            let h = (to - from) / 20_000.0;
            let inner = |i: u32| f64::from(2 + 2 * (i % 2)) * density(from + f64::from(i) * h);
            (density(from) + density(to) + (1..20_000).map(inner).sum::<f64>()) * h / 3.0
        };
        let whole = integral(1e-12, 1.0 - 1e-12);
        assert!((integral(1e-12, estimate.low) / whole - 0.05).abs() < 1e-9, "{estimate:?}");
        assert!((integral(estimate.high, 1.0 - 1e-12) / whole - 0.05).abs() < 1e-9);
        assert_eq!(estimate.spread, Spread::Beta { a: 7.5, b: 18.5 });
        assert_eq!((share(0, 9).low, share(9, 9).high), (0.0, 1.0));
    }

    #[test]
    fn coverage_is_near_ninety_per_cent() {
        // Exact: the probabilities of all k. Jeffreys' mean coverage over p is close to nominal.
        let mut mean = 0.0;
        for step in 0..50 {
            let p = 0.02 + 0.0192 * f64::from(step);
            let n = 100;
            let covered: f64 = (0..=n)
                .filter(|&k| share(k, n).covers(p))
                .map(|k| (ln_choose(n, k) + k as f64 * p.ln() + (n - k) as f64 * (1.0 - p).ln()).exp())
                .sum();
            assert!((0.8..0.97).contains(&covered), "{p}: {covered}");
            mean += covered / 50.0;
        }
        assert!((mean - 0.9).abs() < 0.01, "{mean}");
    }

    #[test]
    fn shares_sum_to_one_and_hold_together() {
        let all = shares(&[50, 30, 20, 0]);
        assert!((all.iter().map(|share| share.value).sum::<f64>() - 1.0).abs() < 1e-12);
        let means: f64 = all.iter().map(|share| share.spread.mean()).sum();
        assert!((means - 1.0).abs() < 1e-12);
        // All of Goodman's intervals hold together in at least 90 % of samples: 4,000 samples, so the share has a standard
        // error below 0.0048; it fails by chance less than once in 10^6 even where the truth is exactly 90 %.
        let mut chance = Chance::new(11);
        let (truth, samples) = ([0.5, 0.3, 0.15, 0.05], 4_000);
        let held = (0..samples).filter(|_| {
            let mut counts = [0_u64; 4];
            for _ in 0..200 {
                counts[chance.choice(&truth)] += 1;
            }
            goodman(&counts).iter().zip(truth).all(|((low, high), p)| *low <= p && p <= *high)
        });
        let held = held.count() as f64 / f64::from(samples);
        assert!(held > 0.9 - 5.0 * 0.0048, "{held}");
    }

    #[test]
    fn ten_million_are_no_trouble() {
        let estimate = share(3_000_000, 10_000_000);
        assert!((estimate.value - 0.3).abs() < 1e-12 && estimate.low < 0.3 && estimate.high > 0.3);
        assert!((estimate.standard_error / (0.21_f64 / 1e7).sqrt() - 1.0).abs() < 1e-6);
        assert!(estimate.spread.uncertain().is_some());
    }
}
