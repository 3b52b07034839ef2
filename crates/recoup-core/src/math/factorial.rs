//! Factorials and the chances made of them, without the loss of digits of large logarithms subtracted.
//!
//! The saddle-point form of C. Loader, "Fast and accurate computation of binomial probabilities" (2000):
//! x^a e^-x / a! = e^(-stirling_error(a) - deviance(a, x)) / sqrt(2 pi a).

use std::f64::consts::TAU;

use crate::math::{exp, ln, ln_1p};

/// ln of the gamma function, for x > 0.
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// ln z! - (z + 1/2) ln z + z - ln(2 pi)/2, for z > 0: the error of Stirling's formula.
pub(crate) fn stirling_error(z: f64) -> f64 {
    /// By whole z from 1; the entry of 0 is not used.
    const WHOLE: [f64; 16] = [
        0.0,
        0.081_061_466_795_327_26,
        0.041_340_695_955_409_29,
        0.027_677_925_684_998_34,
        0.020_790_672_103_765_09,
        0.016_644_691_189_821_19,
        0.013_876_128_823_070_75,
        0.011_896_709_945_891_77,
        0.010_411_265_261_972_09,
        0.009_255_462_182_712_733,
        0.008_330_563_433_362_87,
        0.007_573_675_487_951_84,
        0.006_942_840_107_209_53,
        0.006_408_994_188_004_207,
        0.005_951_370_112_758_848,
        0.005_554_733_551_962_801,
    ];
    if z >= 16.0 {
        let square = 1.0 / (z * z);
        let series = [-1.0 / 1680.0, 1.0 / 1260.0, -1.0 / 360.0, 1.0 / 12.0];
        series.into_iter().fold(1.0 / 1188.0, |sum, term| sum * square + term) / z
    } else if z.fract() == 0.0 {
        WHOLE[z as usize]
    } else {
        ln_gamma(z + 1.0) - (z + 0.5) * ln(z) + z - 0.5 * ln(TAU)
    }
}

/// x ln(x / mean) + mean - x, for x > 0: half the deviance of a Poisson number.
pub(crate) fn deviance(x: f64, mean: f64) -> f64 {
    deviance_at(x, mean, x - mean)
}

/// The same from the difference of the two, which may be known better than they are.
fn deviance_at(x: f64, mean: f64, difference: f64) -> f64 {
    let sum = x + mean;
    if !(difference.abs() < 0.1 * sum) {
        return x * ln(x / mean) - difference;
    }
    let v = difference / sum;
    let square = v * v;
    let (mut total, mut term, mut odd) = (difference * v, 2.0 * x * v, 1.0);
    loop {
        term *= square;
        odd += 2.0;
        let next = total + term / odd;
        if next == total {
            return next;
        }
        total = next;
    }
}

/// ln of the chance that a Poisson number with that mean is `k`; `k` need not be whole.
pub(crate) fn ln_poisson(k: f64, mean: f64) -> f64 {
    if k == 0.0 { -mean } else { -stirling_error(k) - deviance(k, mean) - 0.5 * ln(TAU * k) }
}

/// ln of the chance that of n trials, each with chance `p`, `k` succeed and the `other` fail, n = k + other;
/// neither need be whole. `q` is 1 - p.
pub(crate) fn ln_binomial(k: f64, other: f64, p: f64, q: f64) -> f64 {
    let n = k + other;
    if k == 0.0 {
        n * ln_1p(-p)
    } else if other == 0.0 {
        n * ln(p)
    } else {
        let (mean, other_mean) = (n * p, n * q);
        let difference = if p < q { k - mean } else { other_mean - other };
        stirling_error(n)
            - stirling_error(k)
            - stirling_error(other)
            - deviance_at(k, mean, difference)
            - deviance_at(other, other_mean, -difference)
            + 0.5 * ln(n / (TAU * k * other))
    }
}

/// ln [Gamma(x + step) / Gamma(x)], also for steps as small as 1e-3.
pub(crate) fn ln_gamma_ratio(mut x: f64, step: f64) -> f64 {
    let mut below = 0.0;
    while x < 16.0 {
        below += ln_1p(step / x);
        x += 1.0;
    }
    let sum = x + step;
    stirling_error(sum) - stirling_error(x) + step * ln(sum) + ((x - 0.5) * ln_1p(step / x) - step) - below
}

/// The chance of [`ln_poisson`].
pub(crate) fn poisson_chance(k: f64, mean: f64) -> f64 {
    exp(ln_poisson(k, mean))
}

#[cfg(test)]
mod tests {
    use crate::math::factorial::{ln_binomial, ln_gamma_ratio, ln_poisson, stirling_error};

    /// Exact values are by 60-digit arithmetic.
    #[track_caller]
    fn near(ours: f64, exact: f64, what: &str) {
        assert!((ours - exact).abs() <= 4e-15 * exact.abs().max(1.0), "{what}: {ours} and {exact}");
    }

    #[test]
    fn chances_keep_their_digits_up_to_1e15() {
        for (k, mean, exact) in POISSON {
            near(ln_poisson(k, mean), exact, &format!("Poisson {k} {mean}"));
        }
        for (k, other, p, exact) in BINOMIAL {
            near(ln_binomial(k, other, p, 1.0 - p), exact, &format!("binomial {k} {other} {p}"));
        }
    }

    #[test]
    fn factorials_and_their_ratios() {
        for (z, exact) in STIRLING {
            near(stirling_error(z), exact, &format!("Stirling {z}"));
        }
        for (x, step, exact) in RATIOS {
            let ours = ln_gamma_ratio(x, step);
            assert!((ours - exact).abs() <= 1e-14 * exact.abs(), "{x} {step}: {ours:e} and {exact:e}");
        }
    }

    const POISSON: [(f64, f64, f64); 7] = [
        (0.0, 3.5, -3.5),
        (1.0, 0.25, -1.636_294_361_119_890_6),
        (17.0, 20.5, -2.657_850_385_682_726_5),
        (1_000_000.0, 1_001_000.0, -8.326_360_811_986_977),
        (1_000_000_094_868_331.0, 1_000_000_000_000_000.0, -22.688_326_749_154_466),
        (12.3, 9.0, -2.722_720_368_235_115_5),
        (1_000_000_000.0, 1_000_000_000.0, -11.280_571_451_761_212),
    ];
    const BINOMIAL: [(f64, f64, f64, f64); 7] = [
        (0.0, 9.0, 0.25, -2.589_138_652_066_028_4),
        (9.0, 0.0, 0.25, -12.476_649_250_079_015),
        (40.0, 60.0, 0.375, -2.642_825_458_078_679),
        (2.5, 0.5, 0.75, -0.700_784_257_173_171_6),
        (249_999_100.0, 750_000_900.0, 0.25, -10.445_742_036_977_558),
        (250_000_040_000_000.0, 749_999_960_000_000.0, 0.25, -21.618_005_082_170_484),
        (0.001, 1_000_000.0, 6.103515625e-05, -61.032_331_126_815_016),
    ];
    const STIRLING: [(f64, f64); 9] = [
        (0.001, 2.542_270_467_967_094_7),
        (0.5, 0.153_426_409_720_027_36),
        (1.0, 0.081_061_466_795_327_26),
        (2.7, 0.030_728_119_827_808_33),
        (15.0, 0.005_554_733_551_962_801),
        (15.99, 0.005_210_911_892_923_721_4),
        (16.0, 0.005_207_655_919_609_640_4),
        (40.25, 0.002_070_350_783_207_253_3),
        (1_000_000.0, 8.333333333333056e-08),
    ];
    const RATIOS: [(f64, f64, f64); 6] = [
        (0.001, 0.001, -0.693_721_931_624_493_7),
        (0.5, 1.5, -0.572_364_942_924_700_1),
        (16.0, 0.001, 0.002_741_045_574_526_183),
        (3.0, 200.0, 873.150_412_617_305_8),
        (1_000_000.0, 0.001, 0.013_815_510_058_464_191),
        (2.5, 0.001, 0.0007034017801652782),
    ];
}
