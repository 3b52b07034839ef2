//! Negative-binomial sums: what a group of customers tells others.

use crate::random::address::Stream;
use crate::random::gamma::gamma;
use crate::random::poisson::poisson;

/// The messages of `senders` customers, each a negative-binomial number with that mean and dispersion k.
///
/// The sum of n such numbers is negative binomial with mean n * mean and dispersion n * k: one
/// gamma-mixed Poisson draw, exact for any n.
pub(crate) fn negative_binomial_sum(stream: &mut Stream, senders: f64, mean: f64, dispersion: f64) -> f64 {
    if !(senders > 0.0) || !(mean > 0.0) {
        return 0.0;
    }
    let (shape, scale) = (senders * dispersion, mean / dispersion);
    if !(shape > 0.0 && shape.is_finite() && scale > 0.0 && scale.is_finite()) {
        // Shapes beyond the reach of f64 have no spread left.
        return (senders * mean).round();
    }
    let rate = scale * gamma(stream, shape);
    poisson(stream, rate)
}

#[cfg(test)]
mod tests {
    use statrs::distribution::{DiscreteCDF, NegativeBinomial};

    use crate::random::address::CommonNumbers;
    use crate::random::negative_binomial::negative_binomial_sum;
    use crate::stats::goodness::assert_discrete_fit;

    #[test]
    fn a_group_tells_the_sum_of_what_its_members_tell() {
        let (mean, k) = (9.5, 0.84);
        for (case, senders) in [1.0, 3.0, 40.0].into_iter().enumerate() {
            let exact = NegativeBinomial::new(senders * k, k / (k + mean)).unwrap();
            let numbers = CommonNumbers::new(13, case as u64, 0);
            let draws: Vec<f64> =
                (0..100_000).map(|i| negative_binomial_sum(&mut numbers.at(0, 0, i), senders, mean, k)).collect();
            assert_discrete_fit(&draws, |x| exact.cdf(x), &format!("negative binomial of {senders}"));
        }
    }

    #[test]
    fn the_published_dispersion_has_13_percent_telling_more_than_20() {
        // E10: P(> 20) = .130, P(0) = .121; sd of a share of 100,000 is .0011.
        let numbers = CommonNumbers::new(14, 0, 0);
        let told: Vec<f64> =
            (0..100_000).map(|i| negative_binomial_sum(&mut numbers.at(0, 0, i), 1.0, 9.5, 0.84)).collect();
        let share = |hit: &dyn Fn(f64) -> bool| told.iter().filter(|&&x| hit(x)).count() as f64 / 1e5;
        assert!((share(&|x| x > 20.0) - 0.130).abs() < 0.005);
        assert!((share(&|x| x == 0.0) - 0.121).abs() < 0.005);
    }
}
