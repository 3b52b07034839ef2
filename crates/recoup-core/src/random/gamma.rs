//! Gamma draws.

use crate::math::{exp, ln, ln_1p};
use crate::random::address::Stream;
use crate::random::normal::standard_normal;

/// A gamma number of that shape, above 0, and scale 1.
///
/// Cubed normal with rejection: G. Marsaglia and W. Tsang, "A simple method for generating gamma
/// variables", ACM Transactions on Mathematical Software 26 (2000) 363; below shape 1 by their note there.
/// It grows with the first uniform number wherever the first candidate is taken, as about 19 of 20 are
/// or more.
pub(crate) fn gamma(stream: &mut Stream, shape: f64) -> f64 {
    if shape < 1.0 {
        let one_more = gamma(stream, shape + 1.0);
        return one_more * exp(ln(stream.uniform()) / shape);
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = standard_normal(stream);
        let t = c * x;
        if t <= -1.0 {
            continue;
        }
        let u = stream.uniform();
        let square = x * x;
        // d (1 - v + ln v) of v = (1 + t)^3, with the small terms first: d may be as large as 10^15.
        if u < 1.0 - 0.0331 * square * square || ln(u) < 0.5 * square + d * (3.0 * ln_1p(t) - t * (3.0 + t * (3.0 + t)))
        {
            let one = 1.0 + t;
            return d * (one * one * one);
        }
    }
}

#[cfg(test)]
mod tests {
    use rand_distr::{Distribution, Gamma};

    use crate::math::gamma::cdf;
    use crate::random::address::CommonNumbers;
    use crate::random::gamma::gamma;

    fn draws(shape: f64, number: u64) -> Vec<f64> {
        let numbers = CommonNumbers::new(21, 0, 0);
        let mut draws: Vec<f64> = (0..number).map(|i| gamma(&mut numbers.at(0, 0, i), shape)).collect();
        draws.sort_unstable_by(f64::total_cmp);
        draws
    }

    #[test]
    fn draws_follow_the_gamma_distribution() {
        // Kolmogorov's statistic: above 2.6 once in 700,000.
        for shape in [0.05, 0.84, 1.0, 4.2, 300.0, 1e9, 1e15] {
            let n = 100_000;
            let ours = draws(shape, n);
            let apart = ours.iter().enumerate().map(|(i, &x)| {
                let below =
                    if shape > 1e6 { crate::math::normal::cdf((x - shape) / shape.sqrt()) } else { cdf(shape, x)[0] };
                (below - i as f64 / n as f64).abs()
            });
            let most = apart.fold(0.0, f64::max) * (n as f64).sqrt();
            assert!(most < 2.6, "{shape}: {most}");
        }
    }

    #[test]
    fn draws_follow_those_of_another_library() {
        for shape in [0.3, 1.0, 2.5] {
            let n = 50_000;
            let numbers = CommonNumbers::new(22, 0, 0);
            let theirs = Gamma::new(shape, 1.0).unwrap();
            let mut theirs: Vec<f64> = (0..n).map(|i| theirs.sample(&mut numbers.at(0, 0, i))).collect();
            theirs.sort_unstable_by(f64::total_cmp);
            let share = |x: f64| theirs.partition_point(|y| *y <= x) as f64 / n as f64;
            let ours = draws(shape, n);
            let apart = ours.iter().enumerate().map(|(i, &x)| (share(x) - i as f64 / n as f64).abs());
            let most = apart.fold(0.0, f64::max) * (n as f64 / 2.0).sqrt();
            assert!(most < 2.6, "{shape}: {most}");
        }
    }

    #[test]
    fn the_same_luck_with_a_slightly_greater_shape_gives_hardly_more() {
        let numbers = CommonNumbers::new(23, 0, 0);
        for shape in [0.84, 20.0, 5_000.0] {
            let pairs = 10_000;
            let far = (0..pairs)
                .filter(|&i| {
                    let step = gamma(&mut numbers.at(0, 0, i), shape * 1.0001) - gamma(&mut numbers.at(0, 0, i), shape);
                    !(-1e-9 * shape..0.01 * shape.sqrt() + 0.001 * shape).contains(&step)
                })
                .count();
            assert!(far < pairs as usize / 100, "{far} of {pairs} at {shape}");
        }
    }
}
