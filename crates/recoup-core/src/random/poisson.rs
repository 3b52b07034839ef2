//! Poisson draws: inversion for small means, transformed rejection (PTRS) for large ones.
//!
//! PTRS: W. Hörmann, "The transformed rejection method for generating Poisson random variables",
//! Insurance: Mathematics and Economics 12 (1993). Ours for the reason given in
//! [`binomial`](crate::random::binomial).

use crate::math::factorial::ln_poisson;
use crate::math::{exp, ln};
use crate::random::address::Stream;
use crate::random::binomial::floor;

/// A Poisson number with that mean.
#[inline]
pub(crate) fn poisson(stream: &mut Stream, mean: f64) -> f64 {
    if !(mean > 0.0) {
        0.0
    } else if mean < 10.0 {
        let mut u = stream.uniform();
        let mut chance = exp(-mean);
        let mut k = 0.0;
        while u > chance {
            u -= chance;
            k += 1.0;
            chance *= mean / k;
            if chance <= 0.0 {
                break;
            }
        }
        k
    } else {
        transformed_rejection(stream, mean)
    }
}

fn transformed_rejection(stream: &mut Stream, mean: f64) -> f64 {
    let b = 0.931 + 2.53 * mean.sqrt();
    let a = -0.059 + 0.02483 * b;
    let v_r = 0.9277 - 3.6224 / (b - 2.0);
    loop {
        let u = stream.uniform() - 0.5;
        let v = stream.uniform();
        let us = 0.5 - u.abs();
        let k = floor((2.0 * a / us + b) * u + mean + 0.43);
        if us >= 0.07 && v <= v_r {
            return k;
        }
        if k < 0.0 || (us < 0.013 && v > us) {
            continue;
        }
        let inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
        if ln(v * inverse_alpha / (a / (us * us) + b)) <= ln_poisson(k, mean) {
            return k;
        }
    }
}

#[cfg(test)]
mod tests {
    use statrs::distribution::{DiscreteCDF, Poisson};

    use crate::math::normal;
    use crate::random::address::CommonNumbers;
    use crate::random::poisson::poisson;
    use crate::stats::goodness::assert_discrete_fit;

    #[test]
    fn draws_follow_the_poisson_distribution() {
        for (case, mean) in [0.05, 1.0, 9.9, 10.0, 33.3, 1200.0].into_iter().enumerate() {
            let exact = Poisson::new(mean).unwrap();
            let numbers = CommonNumbers::new(12, case as u64, 0);
            let draws: Vec<f64> = (0..100_000).map(|i| poisson(&mut numbers.at(0, 0, i), mean)).collect();
            assert_discrete_fit(&draws, |k| exact.cdf(k), &format!("poisson({mean})"));
        }
    }

    #[test]
    fn draws_with_a_mean_of_1e15_follow_the_normal_distribution() {
        let (numbers, n, mean) = (CommonNumbers::new(12, 7, 0), 100_000, 1e15_f64);
        let mut draws: Vec<f64> =
            (0..n).map(|i| (poisson(&mut numbers.at(0, 0, i), mean) - mean) / mean.sqrt()).collect();
        draws.sort_unstable_by(f64::total_cmp);
        let apart = draws.iter().enumerate().map(|(i, &z)| (normal::cdf(z) - i as f64 / n as f64).abs());
        let most = apart.fold(0.0, f64::max) * (n as f64).sqrt();
        assert!(most < 2.6, "{most}");
    }

    #[test]
    fn the_same_luck_with_a_nearby_mean_gives_a_nearby_number() {
        // What couples purchases between strategies. Separate random numbers would give a variance of 2 * 8,333.
        for (near, most) in [(8_334.0, 0.001), (8_400.0, 0.01), (7_500.0, 0.1)] {
            let numbers = CommonNumbers::new(12, 9, 0);
            let squares: f64 = (0..20_000)
                .map(|i| poisson(&mut numbers.at(0, 0, i), near) - poisson(&mut numbers.at(0, 0, i), 8_333.0))
                .map(|difference| (difference - (near - 8_333.0)).powi(2))
                .sum();
            let share = squares / 20_000.0 / (8_333.0 + near);
            assert!(share < most, "{near}: {share}");
        }
    }
}
