//! How often customers of a segment buy: the fifths of a gamma distribution.

use crate::math::gamma::{cdf, quantile};
use crate::scenario::market::{LEAST_CV, Segment};

/// Classes of a segment whose customers differ in how often they buy.
pub(crate) const CLASSES: usize = 5;

/// Mean purchases per year in each fifth of a gamma distribution with the segment's mean and coefficient of variation cv:
/// with a = 1/cv^2 and q_i the quantile at i/5, 5 mu (F(q_i; a + 1) - F(q_(i-1); a + 1)).
pub(crate) fn fifths(segment: &Segment) -> [f64; CLASSES] {
    let (mean, cv) = (segment.purchases_per_year, segment.purchases_cv);
    if !(cv >= LEAST_CV) {
        return [mean; CLASSES];
    }
    let shape = 1.0 / (cv * cv);
    let mut below = 0.0;
    std::array::from_fn(|i| {
        let up_to =
            if i + 1 == CLASSES { 1.0 } else { cdf(shape + 1.0, quantile(shape, (i + 1) as f64 / CLASSES as f64))[0] };
        let part = CLASSES as f64 * mean * (up_to - below);
        below = up_to;
        part
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::scenario::classes::fifths;
    use crate::scenario::market::Segment;

    fn segment(cv: f64) -> Segment {
        let number = |key: &str| match key {
            "purchases_per_year" => 6.0,
            "purchases_cv" => cv,
            _ => 1.0,
        };
        Segment::read(number, Arc::from("all"), true, Vec::new())
    }

    #[test]
    fn classes_keep_the_mean_and_rise() {
        for cv in [0.0, 0.01, 0.3, 1.0, 2.0] {
            let means = fifths(&segment(cv));
            assert!((means.iter().sum::<f64>() / 5.0 - 6.0).abs() < 1e-9, "{cv}: {means:?}");
            assert!(means.windows(2).all(|pair| pair[0] <= pair[1]), "{cv}: {means:?}");
        }
    }

    #[test]
    fn an_exponential_distribution_has_its_known_fifths() {
        // cv = 1: mean between quantiles of an exponential distribution, x F - integral in closed form.
        let means = fifths(&segment(1.0));
        let up_to = |p: f64| if p < 1.0 { p + (1.0 - p) * (1.0 - p).ln() } else { 1.0 };
        for (i, mean) in means.into_iter().enumerate() {
            let exact = 30.0 * (up_to((i + 1) as f64 / 5.0) - up_to(i as f64 / 5.0));
            assert!((mean - exact).abs() < 1e-9, "{i}: {mean} {exact}");
        }
    }
}
