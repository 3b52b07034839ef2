//! The gamma distribution of scale 1.

use crate::math::factorial::{ln_gamma, ln_poisson};
use crate::math::tail::{Side, Tail, solve};
use crate::math::{exp, ln, ln_1p, normal};

/// The probabilities below and above x.
pub fn cdf(shape: f64, x: f64) -> [f64; 2] {
    if x <= 0.0 { [0.0, 1.0] } else { ln_tails(shape, x).map(exp) }
}

/// Quantile, for shapes from 1e-3 to 1e6.
pub fn quantile(shape: f64, u: f64) -> f64 {
    if u <= 0.0 || u >= 1.0 {
        return if u >= 1.0 { f64::INFINITY } else { 0.0 };
    }
    // Near 0 the distribution function is the power x^shape / Gamma(shape + 1).
    let power = exp((ln(u) + ln_gamma(shape + 1.0)) / shape);
    if power < 1e-20 {
        return power;
    }
    // E. Wilson and M. Hilferty, Proceedings of the National Academy of Sciences 17 (1931) 684.
    let ninth = 1.0 / (9.0 * shape);
    let cube = 1.0 - ninth + normal::quantile(u) * ninth.sqrt();
    let start = if shape < 1.0 || cube < 0.3 { power } else { shape * cube * cube * cube };
    let (target, side) = if u <= 0.5 { (ln(u), Side::Below) } else { (ln(1.0 - u), Side::Above) };
    solve(side, target, start, f64::MAX, |x| {
        let ln = ln_tails(shape, x)[side as usize];
        Tail::new(side, ln, exp(self::ln(shape) + ln_power(shape, x) - ln), shape - x)
    })
}

/// ln [x^shape e^-x / Gamma(shape + 1)].
fn ln_power(shape: f64, x: f64) -> f64 {
    if shape < 1.0 { shape * ln(x) - x - ln_gamma(shape + 1.0) } else { ln_poisson(shape, x) }
}

/// The logarithms of the probabilities below and above x: the smaller by its series or continued fraction
/// (DLMF 8.7.1 and 8.9.2), the other by complement.
fn ln_tails(shape: f64, x: f64) -> [f64; 2] {
    let ln_power = ln_power(shape, x);
    if x < shape + 1.0 {
        let (mut sum, mut term, mut n) = (1.0, 1.0, shape);
        while term > sum * 1e-17 {
            n += 1.0;
            term *= x / n;
            sum += term;
        }
        let below = ln_power + ln(sum);
        [below, ln_complement(below)]
    } else {
        // Lentz's method; W. Press and others, Numerical Recipes (2007), section 6.2.
        let (mut b, mut i) = (x + 1.0 - shape, 0.0);
        let (mut c, mut d) = (1e300, 1.0 / b);
        let mut fraction = d;
        loop {
            i += 1.0;
            let a = -i * (i - shape);
            b += 2.0;
            d = 1.0 / away(a * d + b);
            c = away(b + a / c);
            fraction *= c * d;
            if i > MOST_TERMS || !((c * d - 1.0).abs() > f64::EPSILON) {
                break;
            }
        }
        let above = ln_power + ln(shape * fraction);
        [ln_complement(above), above]
    }
}

/// Terms after which a continued fraction is left as it is; shapes up to 1e6 need some thousands.
pub(super) const MOST_TERMS: f64 = 1e5;

/// ln(1 - e^x); zero probability where rounding puts x at 0 or above.
pub(super) fn ln_complement(x: f64) -> f64 {
    if x < 0.0 { ln_1p(-exp(x)) } else { f64::NEG_INFINITY }
}

/// `x`, but away from zero.
pub(super) fn away(x: f64) -> f64 {
    if x.abs() < 1e-300 { 1e-300 } else { x }
}

#[cfg(test)]
mod tests {
    use statrs::distribution::{ContinuousCDF, Gamma};

    use crate::math::gamma::{cdf, quantile};

    #[test]
    fn quantiles_have_twelve_digits_at_every_shape_and_end() {
        // Shape, u, and the quantile by 50-digit arithmetic.
        for (shape, u, exact) in QUANTILES {
            let ours = quantile(shape, u);
            assert!((ours - exact).abs() <= 1e-12 * exact, "{shape} {u}: {ours:e} and {exact:e}");
        }
    }

    #[test]
    fn the_distribution_function_is_that_of_another_library() {
        for shape in [0.02, 0.5, 1.0, 7.3, 90.0, 2e4] {
            let theirs = Gamma::new(shape, 1.0).unwrap();
            for step in 1..40 {
                let x = shape * f64::from(step) * 0.05;
                let ([below, above], [b, a]) = (cdf(shape, x), [theirs.cdf(x), theirs.sf(x)]);
                assert!(
                    (below - b).abs() < 1e-12 + 1e-10 * b && (above - a).abs() < 1e-12 + 1e-10 * a,
                    "{shape} {x}: {below:e} {b:e} {above:e} {a:e}"
                );
            }
        }
    }

    #[test]
    fn quantile_and_distribution_function_undo_each_other() {
        for shape in [0.05, 0.9, 3.0, 57.0, 1e5] {
            for step in 1..200 {
                let u = f64::from(step) / 200.0;
                let [below, above] = cdf(shape, quantile(shape, u));
                assert!((below - u).abs() < 1e-13 && (above - (1.0 - u)).abs() < 1e-13, "{shape} {u}: {below} {above}");
            }
        }
        assert_eq!([quantile(2.0, 0.0), quantile(2.0, 1.0)], [0.0, f64::INFINITY]);
    }

    const QUANTILES: [(f64, f64, f64); 48] = [
        (0.001, 5.551115123125783e-17, 0.0),
        (0.001, 0.001, 0.0),
        (0.001, 0.3, 0.0),
        (0.001, 0.5, 5.244206408277979e-302),
        (0.001, 0.95, 2.9735875496467103e-23),
        (0.001, 0.999_999_999_999_090_5, 17.885_793_254_756_415),
        (0.02, 5.551115123125783e-17, 0.0),
        (0.02, 0.001, 5.706812442247299e-151),
        (0.02, 0.3, 4.096909168424127e-27),
        (0.02, 0.5, 5.068667656480183e-16),
        (0.02, 0.95, 0.045_909_823_599_740_54),
        (0.02, 0.999_999_999_999_090_5, 20.806_407_030_584_687),
        (0.5, 5.551115123125783e-17, 2.4201949458462156e-33),
        (0.5, 0.001, 7.85398574631245e-07),
        (0.5, 0.3, 0.074_235_930_916_272_72),
        (0.5, 0.5, 0.227_468_211_559_786_4),
        (0.5, 0.95, 1.920_729_410_347_062_2),
        (0.5, 0.999_999_999_999_090_5, 25.515_167_833_748_652),
        (1.0, 5.551115123125783e-17, 5.551115123125783e-17),
        (1.0, 0.001, 0.001_000_500_333_583_533_5),
        (1.0, 0.3, 0.356_674_943_938_732_34),
        (1.0, 0.5, std::f64::consts::LN_2),
        (1.0, 0.95, 2.995_732_273_553_99),
        (1.0, 0.999_999_999_999_090_5, 27.725_887_222_397_812),
        (2.5, 5.551115123125783e-17, 5.086073595556628e-07),
        (2.5, 0.001, 0.105_106_301_314_609_59),
        (2.5, 0.3, 1.499_954_066_379_953),
        (2.5, 0.5, 2.175_730_095_547_763_6),
        (2.5, 0.95, 5.535_248_846_758_176),
        (2.5, 0.999_999_999_999_090_5, 32.718_605_696_040_555),
        (16.3, 5.551115123125783e-17, 0.725_454_227_191_946_9),
        (16.3, 0.001, 6.591_056_176_299_862),
        (16.3, 0.3, 13.966_563_946_329_467),
        (16.3, 0.5, 15.967_905_787_579_816),
        (16.3, 0.95, 23.459_009_629_910_27),
        (16.3, 0.999_999_999_999_090_5, 62.557_554_733_280_14),
        (30_000.0, 5.551115123125783e-17, 28_586.225_937_388_46),
        (30_000.0, 0.001, 29_467.604_632_153_358),
        (30_000.0, 0.3, 29_908.930_064_962_224),
        (30_000.0, 0.5, 29_999.666_667_325_11),
        (30_000.0, 0.95, 30_285.464_385_902_26),
        (30_000.0, 0.999_999_999_999_090_5, 31_236.968_763_660_003),
        (1_000_000.0, 5.551115123125783e-17, 991_730.212_430_068_6),
        (1_000_000.0, 0.001, 996_912.617_319_815_2),
        (1_000_000.0, 0.3, 999_475.357_917_235_9),
        (1_000_000.0, 0.5, 999_999.666_666_686_4),
        (1_000_000.0, 0.95, 1_001_645.421_945_19),
        (1_000_000.0, 0.999_999_999_999_090_5, 1_007_063.931_960_257_6),
    ];
}
