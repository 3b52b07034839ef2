//! Normal draws.

use crate::math::normal::quantile;
use crate::random::address::Stream;

/// A standard normal number: the quantile of one uniform number, so that it grows with it.
#[inline]
pub(crate) fn standard_normal(stream: &mut Stream) -> f64 {
    quantile(stream.uniform())
}

#[cfg(test)]
mod tests {
    use crate::math::normal::cdf;
    use crate::random::address::CommonNumbers;
    use crate::random::normal::standard_normal;

    #[test]
    fn draws_follow_the_normal_distribution() {
        let (numbers, n) = (CommonNumbers::new(24, 0, 0), 100_000);
        let mut draws: Vec<f64> = (0..n).map(|i| standard_normal(&mut numbers.at(0, 0, i))).collect();
        draws.sort_unstable_by(f64::total_cmp);
        let apart = draws.iter().enumerate().map(|(i, &z)| (cdf(z) - i as f64 / n as f64).abs());
        assert!(apart.fold(0.0, f64::max) * (n as f64).sqrt() < 2.6);
    }
}
