//! The standard normal distribution.

use std::f64::consts::FRAC_1_SQRT_2;

use crate::math::ln;

/// Distribution function.
pub fn cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

/// Quantile; about 1e-16 relative error.
///
/// PPND16 of M. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied
/// Statistics 37 (1988) 477.
#[inline]
pub fn quantile(u: f64) -> f64 {
    let q = u - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180625 - q * q;
        return q * ratio(r, &CENTRE);
    }
    let r = (-ln(if q < 0.0 { u } else { 1.0 - u })).sqrt();
    if r == f64::INFINITY {
        return r.copysign(q);
    }
    let z = if r <= 5.0 { ratio(r - 1.6, &MIDDLE) } else { ratio(r - 5.0, &TAIL) };
    if q < 0.0 { -z } else { z }
}

#[inline]
fn ratio(r: f64, [above, below]: &[[f64; 8]; 2]) -> f64 {
    let value = |p: &[f64; 8]| p.iter().rev().fold(0.0, |sum, coefficient| sum * r + coefficient);
    value(above) / value(below)
}

const CENTRE: [[f64; 8]; 2] = [
    [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_6,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
];
const MIDDLE: [[f64; 8]; 2] = [
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
];
const TAIL: [[f64; 8]; 2] = [
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
];

#[cfg(test)]
mod tests {
    use statrs::distribution::{ContinuousCDF, Normal};

    use crate::math::normal::{cdf, quantile};

    #[test]
    fn values_by_50_digit_arithmetic() {
        for (u, exact) in QUANTILES {
            let ours = quantile(u);
            assert!((ours - exact).abs() <= 1e-15 * exact.abs(), "{u}: {ours} and {exact}");
        }
        for (z, exact) in PROBABILITIES {
            let ours = cdf(z);
            assert!((ours - exact).abs() <= 2e-13 * exact, "{z}: {ours:e} and {exact:e}");
        }
    }

    #[test]
    fn another_library_says_the_same() {
        let theirs = Normal::standard();
        for step in -80..=80 {
            let z = f64::from(step) * 0.1;
            // Theirs has ten digits of the distribution function.
            assert!((cdf(z) / theirs.cdf(z) - 1.0).abs() < 2e-10, "{z}");
            let u = cdf(z);
            assert!(!(u < 1.0) || (quantile(u) - theirs.inverse_cdf(u)).abs() < 1e-9, "{u}");
        }
        assert_eq!([quantile(0.0), quantile(1.0)], [f64::NEG_INFINITY, f64::INFINITY]);
    }

    const QUANTILES: [(f64, f64); 14] = [
        (5.551115123125783e-17, -8.292_361_075_813_595),
        (1e-09, -5.997_807_015_007_686_5),
        (0.001, -3.090_232_306_167_813_6),
        (0.05, -1.644_853_626_951_472_6),
        (0.3, -0.524_400_512_708_040_8),
        (0.5, 0.0),
        (0.77, 0.738_846_849_185_213_7),
        (0.95, 1.644_853_626_951_472_2),
        (0.9995, 3.290_526_731_491_926),
        (0.999_999_999_999_090_5, 7.047_700_256_664_409),
        (0.07, -1.475_791_028_179_170_6),
        (0.925, 1.439_531_470_938_456_1),
        (0.0749, -1.440_238_267_527_963_7),
        (1e-12, -7.034_483_825_301_132),
    ];
    const PROBABILITIES: [(f64, f64); 6] = [
        (-30.0, 4.906713927148187e-198),
        (-8.5, 9.479534822203318e-18),
        (-3.3, 0.000_483_424_142_383_777_5),
        (-0.2, 0.420_740_290_560_896_96),
        (2.2, 0.986_096_552_486_501_4),
        (6.0, 0.999_999_999_013_412_3),
    ];
}
