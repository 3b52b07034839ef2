//! Binomial draws: inversion for small means, transformed rejection (BTRS) for large ones.
//!
//! BTRS: W. Hörmann, "The generation of binomial random variates", Journal of Statistical Computation
//! and Simulation 46 (1993). Both ways grow with their first uniform number, so that two strategies
//! that use the same random number with slightly different probabilities get nearly the same count; that is
//! why the sampler is ours and not a library's.

use crate::math::factorial::ln_binomial;
use crate::math::{exp, ln, ln_1p, powi};
use crate::random::address::Stream;

/// Below this mean inversion is quicker, and BTRS not valid.
const INVERSION_LIMIT: f64 = 14.0;

/// How many of `n` (a whole number up to 2^53) succeed, each with probability `p`.
#[inline]
pub(crate) fn binomial(stream: &mut Stream, n: f64, p: f64) -> f64 {
    if !(n > 0.0) || !(p > 0.0) {
        0.0
    } else if p >= 1.0 {
        n
    } else if p <= 0.5 {
        draw(stream, n, p, false)
    } else {
        n - draw(stream, n, 1.0 - p, true)
    }
}

/// A draw for p <= 1/2; `mirrored` turns the uniform number round, so that the caller's complement
/// grows with it.
#[inline]
fn draw(stream: &mut Stream, n: f64, p: f64, mirrored: bool) -> f64 {
    if n * p < INVERSION_LIMIT {
        let u = stream.uniform();
        invert(n, p, if mirrored { 1.0 - u } else { u })
    } else {
        transformed_rejection(stream, n, p, mirrored)
    }
}

#[inline]
fn invert(n: f64, p: f64, mut u: f64) -> f64 {
    let q = 1.0 - p;
    let mut chance = if n <= 1e6 { powi(q, n as i32) } else { exp(n * ln_1p(-p)) };
    let odds = p / q;
    let mut k = 0.0;
    while u > chance {
        u -= chance;
        k += 1.0;
        chance *= (n + 1.0 - k) / k * odds;
        if k >= n || chance <= 0.0 {
            break;
        }
    }
    k
}

fn transformed_rejection(stream: &mut Stream, n: f64, p: f64, mirrored: bool) -> f64 {
    let q = 1.0 - p;
    let spread = (n * p * q).sqrt();
    let b = 1.15 + 2.53 * spread;
    let a = -0.0873 + 0.0248 * b + 0.01 * p;
    let c = n * p + 0.5;
    let v_r = 0.92 - 4.2 / b;
    loop {
        let mut u = stream.uniform() - 0.5;
        if mirrored {
            u = -u;
        }
        let v = stream.uniform();
        let us = 0.5 - u.abs();
        let k = floor((2.0 * a / us + b) * u + c);
        if us >= 0.07 && v <= v_r {
            return k;
        }
        if k < 0.0 || k > n {
            continue;
        }
        let alpha = (2.83 + 5.1 / b) * spread;
        let height = v * alpha / (a / (us * us) + b);
        let m = floor((n + 1.0) * p);
        // Accept below the ratio of the chances of `k` and of the mode `m`; near it, by recursion.
        let odds = p / q;
        if (k - m).abs() <= 15.0 {
            let (mut below, mut above, first) = (height, 1.0, (n + 1.0) * odds);
            let mut i = m.min(k);
            while i < m.max(k) {
                i += 1.0;
                let step = first / i - odds;
                if k > m { above *= step } else { below *= step }
            }
            if below <= above {
                return k;
            }
            continue;
        }
        let log_v = ln(height);
        // Far from it, most candidates are decided by bounds on the ratio of chances (Kachitvichyanukul and
        // Schmeiser 1988, step 5.2), without it.
        let (distance, variance) = ((k - m).abs(), spread * spread);
        if distance > 20.0 && distance < 0.5 * variance - 1.0 {
            let slack = distance / variance * ((distance * (distance / 3.0 + 0.625) + 1.0 / 6.0) / variance + 0.5);
            let middle = -distance * distance / (2.0 * variance);
            if log_v < middle - slack {
                return k;
            }
            if log_v > middle + slack {
                continue;
            }
        }
        let log_ratio = ln_binomial(k, n - k, p, q) - ln_binomial(m, n - m, p, q);
        if log_v <= log_ratio {
            return k;
        }
    }
}

/// The greatest whole number not above `x`, for |x| below 2^53; quicker than a call where the machine
/// has no instruction for it.
#[inline]
pub(crate) fn floor(x: f64) -> f64 {
    let whole = x as i64 as f64;
    if whole > x { whole - 1.0 } else { whole }
}

#[cfg(test)]
mod tests {
    use statrs::distribution::{Binomial, DiscreteCDF};

    use crate::random::address::CommonNumbers;
    use crate::random::binomial::binomial;
    use crate::stats::goodness::assert_discrete_fit;

    #[test]
    fn draws_follow_the_binomial_distribution() {
        for (case, (n, p)) in
            [(1, 0.3), (7, 0.5), (40, 0.02), (40, 0.9), (60, 0.4), (1000, 0.2), (1000, 0.85), (1_000_000, 0.000_005)]
                .into_iter()
                .enumerate()
        {
            let exact = Binomial::new(p, n).unwrap();
            let numbers = CommonNumbers::new(11, case as u64, 0);
            let draws: Vec<f64> = (0..100_000).map(|i| binomial(&mut numbers.at(0, 0, i), n as f64, p)).collect();
            assert_discrete_fit(&draws, |k| exact.cdf(k), &format!("binomial({n}, {p})"));
        }
    }

    #[test]
    fn mean_and_variance_hold_for_a_billion_customers() {
        let (n, p) = (1e9, 0.3);
        let numbers = CommonNumbers::new(3, 0, 0);
        let draws: Vec<f64> = (0..20_000).map(|i| binomial(&mut numbers.at(0, 0, i), n, p)).collect();
        let mean = draws.iter().sum::<f64>() / draws.len() as f64;
        let variance = draws.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (draws.len() - 1) as f64;
        let exact = n * p * (1.0 - p);
        assert!((mean - n * p).abs() < 5.0 * (exact / 20_000.0).sqrt());
        // The sd of a sample variance is exact * sqrt(2/n).
        assert!((variance / exact - 1.0).abs() < 5.0 * (2.0 / 20_000.0_f64).sqrt());
    }

    #[test]
    fn nothing_is_drawn_outside_the_range() {
        let numbers = CommonNumbers::new(5, 0, 0);
        for i in 0..10_000 {
            for (n, p) in [(0.0, 0.5), (3.0, 0.0), (3.0, 1.0), (3.0, 0.999), (25.0, 0.5), (1e15, 1e-15)] {
                let k = binomial(&mut numbers.at(0, 0, i), n, p);
                assert!(k >= 0.0 && k <= n && k.fract() == 0.0, "{n} {p} {k}");
            }
        }
    }

    #[test]
    fn the_same_luck_with_a_slightly_greater_chance_seldom_gives_less() {
        let numbers = CommonNumbers::new(7, 0, 0);
        for (n, p) in [(500.0, 0.01), (5000.0, 0.1), (5000.0, 0.4999), (5000.0, 0.9)] {
            let pairs = 10_000;
            let less = (0..pairs)
                .filter(|&i| {
                    binomial(&mut numbers.at(0, 0, i), n, p + 0.0002) < binomial(&mut numbers.at(0, 0, i), n, p)
                })
                .count();
            assert!(less < pairs as usize / 100, "{less} of {pairs} at {n}, {p}");
        }
    }
}
