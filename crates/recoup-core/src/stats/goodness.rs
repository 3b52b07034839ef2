//! Tests of fit with a stated false-alarm rate.

use crate::math::{gamma, powi};

/// The p-value of Pearson's chi-square test that whole-number `draws` follow the distribution with
/// distribution function `cdf`; cells are pooled until each expects at least ten.
pub(crate) fn discrete_fit(draws: &[f64], cdf: impl Fn(u64) -> f64) -> f64 {
    let n = draws.len() as f64;
    let mut sorted = draws.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let below = |k: f64| sorted.partition_point(|&x| x <= k) as f64;
    let (mut statistic, mut cells) = (0.0, 0_u32);
    let (mut start_cdf, mut start_count) = (0.0, 0.0);
    let last = sorted.last().copied().unwrap_or(0.0) as u64;
    for k in 0..=last {
        let (c, count) = (cdf(k), below(k as f64));
        let expected = n * (c - start_cdf);
        if expected >= 10.0 && n * (1.0 - c) >= 10.0 {
            statistic += powi(count - start_count - expected, 2) / expected;
            cells += 1;
            (start_cdf, start_count) = (c, count);
        }
    }
    let expected = n * (1.0 - start_cdf);
    if expected > 0.0 {
        statistic += powi(n - start_count - expected, 2) / expected;
        cells += 1;
    }
    // A chi-square number is twice a gamma number of half its degrees of freedom.
    gamma::cdf(0.5 * f64::from(cells.max(2) - 1), 0.5 * statistic)[1]
}

/// Panics when `discrete_fit` is below 1e-5: a false alarm once in 100,000 tests. For tests.
pub fn assert_discrete_fit(draws: &[f64], cdf: impl Fn(u64) -> f64, what: &str) {
    let p = discrete_fit(draws, cdf);
    assert!(p > 1e-5, "{what}: chi-square p = {p}");
}
