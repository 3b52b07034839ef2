//! The beta distribution.

use crate::math::factorial::{ln_binomial, ln_gamma, ln_gamma_ratio};
use crate::math::gamma::{MOST_TERMS, away, ln_complement};
use crate::math::tail::{Side, Tail, solve};
use crate::math::{exp, ln, ln_1p, normal};

/// The probabilities below and above x.
pub fn cdf(a: f64, b: f64, x: f64) -> [f64; 2] {
    if x <= 0.0 {
        [0.0, 1.0]
    } else if x >= 1.0 {
        [1.0, 0.0]
    } else {
        ln_tails(a, b, x, 1.0 - x).map(exp)
    }
}

/// Quantile, for shapes from 1e-3 to 1e6.
pub fn quantile(a: f64, b: f64, u: f64) -> f64 {
    if u <= 0.0 || u >= 1.0 {
        return u.clamp(0.0, 1.0);
    }
    let (x, y) = guess(a, b, u);
    if x <= y { lesser(a, b, u, 1.0 - u, x) } else { 1.0 - lesser(b, a, 1.0 - u, u, y) }
}

/// About the quantile, and one less it.
fn guess(a: f64, b: f64, u: f64) -> (f64, f64) {
    if a >= 1.0 && b >= 1.0 {
        // M. Abramowitz and I. Stegun, Handbook of Mathematical Functions (1964), 26.5.22.
        let z = -normal::quantile(u);
        let (in_a, in_b) = (1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0));
        let h = 2.0 / (in_a + in_b);
        let lambda = (z * z - 3.0) / 6.0;
        let w = z * (h + lambda).max(0.0).sqrt() / h - (in_b - in_a) * (lambda + 5.0 / 6.0 - 2.0 / (3.0 * h));
        let odds = (b * exp(2.0 * w)).clamp(1e-300, 1e300);
        (a / (a + odds), odds / (a + odds))
    } else {
        // By the power at the nearer end; Numerical Recipes (2007), section 6.14.
        let (at_0, at_1) = (exp(a * ln(a / (a + b))) / a, exp(b * ln(b / (a + b))) / b);
        let all = at_0 + at_1;
        if u < at_0 / all {
            let x = exp(ln(a * all * u) / a).min(1.0);
            (x, 1.0 - x)
        } else {
            let y = exp(ln(b * all * (1.0 - u)) / b).min(1.0);
            (1.0 - y, y)
        }
    }
}

/// The quantile where it is hardly above 1/2, from a guess; `above` is 1 - u.
fn lesser(a: f64, b: f64, u: f64, above: f64, guess: f64) -> f64 {
    if a < 1.0 {
        // Near 0 the distribution function is a power of x.
        let power = exp((ln(u) - ln_coefficient(a, b)) / a);
        if power * b.max(1.0) < 1e-20 {
            return power;
        }
    }
    let (target, side) = if u <= above { (ln(u), Side::Below) } else { (ln(above), Side::Above) };
    solve(side, target, guess, 1.0, |x| {
        let y = 1.0 - x;
        let ln = ln_tails(a, b, x, y)[side as usize];
        Tail::new(side, ln, exp(ln_power(a, b, x, y) + self::ln(a / y) - ln), a - (b - 1.0) * x / y)
    })
}

/// ln [1 / (a B(a, b))], for small a.
fn ln_coefficient(a: f64, b: f64) -> f64 {
    ln_gamma_ratio(b, a) - ln_gamma(a + 1.0)
}

/// ln [x^a y^b / (a B(a, b))], with y = 1 - x.
fn ln_power(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if a < 1.0 {
        a * ln(x) + b * if x < 0.5 { ln_1p(-x) } else { ln(y) } + ln_coefficient(a, b)
    } else {
        ln_binomial(a, b, x, y) + ln(b / (a + b))
    }
}

/// The logarithms of the probabilities below and above x, with y = 1 - x.
fn ln_tails(a: f64, b: f64, x: f64, y: f64) -> [f64; 2] {
    if x * (a + b + 2.0) <= a + 1.0 {
        let below = ln_power(a, b, x, y) + ln(a / fraction(a, b, x, y));
        [below, ln_complement(below)]
    } else {
        let above = ln_power(b, a, y, x) + ln(b / fraction(b, a, y, x));
        [ln_complement(above), above]
    }
}

/// x^a y^b / B(a, b) over the probability below x, for x up to (a + 1) / (a + b + 2), y = 1 - x: the
/// continued fraction of A. DiDonato and A. Morris, ACM Transactions on Mathematical Software 18 (1992)
/// 360, equation 9, by Lentz's method. No 1 is left of two large numbers subtracted.
fn fraction(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let lambda = a * y - b * x + 1.0;
    let mut value = away(a * lambda / (a + 1.0));
    let (mut c, mut d, mut m) = (value, 0.0, 0.0);
    loop {
        let above = (a + m) * (a + b + m) / ((a + 2.0 * m + 1.0) * (a + 2.0 * m + 1.0));
        m += 1.0;
        let step = m * (b - m) * x;
        let below = m + step / (a + 2.0 * m - 1.0) + (a + m) * (lambda + m * (1.0 + y)) / (a + 2.0 * m + 1.0);
        let above = above * step * x;
        d = 1.0 / away(below + above * d);
        c = away(below + above / c);
        value *= c * d;
        if m > MOST_TERMS || !((c * d - 1.0).abs() > f64::EPSILON) {
            return value;
        }
    }
}

#[cfg(test)]
mod tests {
    use statrs::distribution::{Beta, ContinuousCDF};

    use crate::math::beta::{cdf, quantile};

    #[test]
    fn quantiles_have_twelve_digits_at_every_shape_and_end() {
        // Shapes, u, and the quantile by 50-digit arithmetic.
        for (a, b, u, exact) in QUANTILES {
            let ours = quantile(a, b, u);
            assert!((ours - exact).abs() <= 1e-12 * exact, "{a} {b} {u}: {ours:e} and {exact:e}");
        }
    }

    #[test]
    fn the_distribution_function_is_that_of_another_library() {
        for (a, b) in [(0.05, 0.4), (0.5, 0.5), (1.0, 3.0), (38.0, 2.0), (15.0, 900.0), (4000.0, 3000.0)] {
            let theirs = Beta::new(a, b).unwrap();
            for step in 1..40 {
                let x = f64::from(step) / 40.0;
                let ([below, above], [t, s]) = (cdf(a, b, x), [theirs.cdf(x), theirs.sf(x)]);
                assert!(
                    (below - t).abs() < 1e-12 + 1e-10 * t && (above - s).abs() < 1e-12 + 1e-10 * s,
                    "{a} {b} {x}: {below:e} {t:e} {above:e} {s:e}"
                );
            }
        }
    }

    #[test]
    fn quantile_and_distribution_function_undo_each_other() {
        for (a, b) in [(0.2, 0.1), (0.9, 40.0), (3.0, 3.0), (1e5, 77.0), (2e5, 9e5)] {
            for step in 1..200 {
                let u = f64::from(step) / 200.0;
                let x = quantile(a, b, u);
                // Near 1 the numbers are too far apart for more digits.
                if x < 0.9 {
                    let [below, above] = cdf(a, b, x);
                    assert!(
                        (below - u).abs() < 1e-12 && (above - (1.0 - u)).abs() < 1e-12,
                        "{a} {b} {u}: {below} {above}"
                    );
                }
            }
        }
        assert_eq!([quantile(2.0, 3.0, 0.0), quantile(2.0, 3.0, 1.0)], [0.0, 1.0]);
    }

    const QUANTILES: [(f64, f64, f64, f64); 53] = [
        (0.001, 0.001, 5.551115123125783e-17, 0.0),
        (0.001, 0.001, 0.001, 0.0),
        (0.001, 0.001, 0.3, 1.4142853421408587e-222),
        (0.001, 0.001, 0.5, 0.5),
        (0.001, 0.001, 0.95, 1.0),
        (0.001, 0.001, 0.999_999_999_999_090_5, 1.0),
        (0.001, 1_000_000.0, 5.551115123125783e-17, 0.0),
        (0.001, 1_000_000.0, 0.001, 0.0),
        (0.001, 1_000_000.0, 0.3, 0.0),
        (0.001, 1_000_000.0, 0.5, 5.24420902776017e-308),
        (0.001, 1_000_000.0, 0.95, 2.9735890349543094e-29),
        (0.001, 1_000_000.0, 0.999_999_999_999_090_5, 1.788564223869419e-05),
        (0.5, 0.5, 5.551115123125783e-17, 7.603266662125618e-33),
        (0.5, 0.5, 0.001, 2.467399070916944e-06),
        (0.5, 0.5, 0.3, 0.206_107_373_853_763_43),
        (0.5, 0.5, 0.5, 0.5),
        (0.5, 0.5, 0.95, 0.993_844_170_297_568_9),
        (0.5, 0.5, 0.999_999_999_999_090_5, 1.0),
        (0.3, 7.0, 5.551115123125783e-17, 6.836110788917018e-56),
        (0.3, 7.0, 0.001, 1.0476309301387117e-11),
        (0.3, 7.0, 0.3, 0.001_910_306_157_634_264_2),
        (0.3, 7.0, 0.5, 0.010_927_106_706_896_401),
        (0.3, 7.0, 0.95, 0.186_172_553_367_538_74),
        (0.3, 7.0, 0.999_999_999_999_090_5, 0.972_946_589_525_441_3),
        (2.0, 38.0, 5.551115123125783e-17, 2.737039181779401e-10),
        (2.0, 38.0, 0.001, 0.001_178_678_967_997_700_5),
        (2.0, 38.0, 0.3, 0.028_103_401_464_043_57),
        (2.0, 38.0, 0.5, 0.042_662_382_377_487_69),
        (2.0, 38.0, 0.95, 0.115_952_148_757_924_1),
        (2.0, 38.0, 0.999_999_999_999_090_5, 0.555_634_554_515_143_1),
        (38.0, 2.0, 5.551115123125783e-17, 0.342_764_158_365_176_2),
        (38.0, 2.0, 0.001, 0.786_697_561_453_900_6),
        (38.0, 2.0, 0.3, 0.938_599_919_745_843_9),
        (38.0, 2.0, 0.5, 0.957_337_617_622_512_3),
        (38.0, 2.0, 0.95, 0.990_811_435_427_672_6),
        (38.0, 2.0, 0.999_999_999_999_090_5, 0.999_999_964_965_883_5),
        (1_000.0, 30_000.0, 5.551115123125783e-17, 0.024_608_997_921_704_484),
        (1_000.0, 30_000.0, 0.001, 0.029_243_009_865_034_086),
        (1_000.0, 30_000.0, 0.3, 0.031_724_621_222_178_014),
        (1_000.0, 30_000.0, 0.5, 0.032_248_005_959_264_73),
        (1_000.0, 30_000.0, 0.95, 0.033_925_632_545_405_746),
        (1_000.0, 30_000.0, 0.999_999_999_999_090_5, 0.039_824_344_159_548_15),
        (300_000.0, 5.0, 5.551115123125783e-17, 0.999_833_415_005_408_3),
        (300_000.0, 5.0, 0.001, 0.999_950_687_713_903_7),
        (300_000.0, 5.0, 0.3, 0.999_980_365_785_937),
        (300_000.0, 5.0, 0.5, 0.999_984_430_528_726_4),
        (300_000.0, 5.0, 0.95, 0.999_993_432_900_117_3),
        (300_000.0, 5.0, 0.999_999_999_999_090_5, 0.999_999_966_021_055_5),
        (1_000_000.0, 1_000_000.0, 5.551115123125783e-17, 0.497_068_232_458_925_7),
        (1_000_000.0, 1_000_000.0, 1e-09, 0.497_879_464_264_098_35),
        (1_000_000.0, 1_000_000.0, 0.001, 0.498_907_439_058_045_1),
        (1_000_000.0, 1_000_000.0, 0.05, 0.499_418_456_547_142_7),
        (1_000_000.0, 1_000_000.0, 0.3, 0.499_814_596_403_900_9),
    ];
}
