//! Elementary functions whose bits are the same on every platform.
//!
//! The functions of f64 in the standard library are those of the platform's C library or compiler, and
//! their last digits differ from one to the next. These are computed with the four operations and the
//! square root, which IEEE 754 fixes to the bit, in a fixed order: the port of FreeBSD's msun in the crate
//! `libm`, within one unit in the last place. All that enters a result uses them; `clippy.toml` sees to it.

pub mod beta;
pub mod factorial;
pub mod gamma;
pub mod normal;
mod tail;

/// e^x.
#[inline]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// 2^x.
#[inline]
pub fn exp2(x: f64) -> f64 {
    libm::exp2(x)
}

/// e^x - 1, exact for small x too.
#[inline]
pub fn exp_m1(x: f64) -> f64 {
    libm::expm1(x)
}

/// The natural logarithm.
#[inline]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// ln(1 + x), exact for small x too.
#[inline]
pub fn ln_1p(x: f64) -> f64 {
    libm::log1p(x)
}

/// The logarithm to base 10.
#[inline]
pub fn log10(x: f64) -> f64 {
    libm::log10(x)
}

/// x^y.
#[inline]
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// x^n by repeated squaring.
#[inline]
pub fn powi(x: f64, n: i32) -> f64 {
    let (mut base, mut left, mut result) = (x, n.unsigned_abs(), 1.0);
    while left > 0 {
        // By table and not by branch: the bits of a count cannot be predicted.
        result *= [1.0, base][(left & 1) as usize];
        base *= base;
        left >>= 1;
    }
    if n < 0 { 1.0 / result } else { result }
}

/// sqrt(x^2 + y^2) without overflow.
#[inline]
pub fn hypot(x: f64, y: f64) -> f64 {
    libm::hypot(x, y)
}

#[cfg(test)]
mod tests {
    use crate::math::{exp, exp_m1, exp2, hypot, ln, ln_1p, log10, pow, powi};

    #[test]
    fn the_bits_are_pinned() {
        // Of results: a new version of the crate must not move them without a new STREAM.
        let bits = [
            exp(0.7),
            exp2(-0.37),
            exp_m1(-3e-3),
            ln(7.3),
            ln_1p(-0.2),
            log10(4.7),
            pow(1.08, -0.4),
            powi(0.7, 13),
            powi(1.3, -7),
            hypot(0.3, 0.7),
        ]
        .map(f64::to_bits);
        assert_eq!(bits, PINNED, "{bits:#x?}");
    }
    const PINNED: [u64; 10] = [
        0x4000_1c2a_6126_8987,
        0x3fe8_c2d3_82bb_2f2b,
        0xbf68_8a07_3b23_1839,
        0x3fff_ce55_551e_156e,
        0xbfcc_8ff7_c79a_9a22,
        0x3fe5_81d3_5df1_753c,
        0x3fef_07a7_fecb_d353,
        0x3f83_d7c6_48d4_f70b,
        0x3fc4_661d_8e09_725e,
        0x3fe8_5ed7_614b_038c,
    ];

    #[test]
    fn they_agree_with_the_platform_to_the_last_digits() {
        let near = |ours: f64, theirs: f64, what: &str, x: f64| {
            assert!(
                (ours - theirs).abs() <= (2.0 * f64::EPSILON * theirs.abs()).max(1e-322),
                "{what}({x}): {ours:e} and {theirs:e}"
            );
        };
        for i in 1..20_000 {
            let x = f64::from(i) * 0.0371;
            near(exp(-x), (-x).exp(), "exp", -x);
            near(exp2(-x), (-x).exp2(), "exp2", -x);
            near(exp_m1(-x), (-x).exp_m1(), "exp_m1", -x);
            near(ln(x), x.ln(), "ln", x);
            near(ln_1p(x), x.ln_1p(), "ln_1p", x);
            near(log10(x), x.log10(), "log10", x);
            near(pow(x, 0.37), x.powf(0.37), "pow", x);
            near(hypot(x, 1.0), x.hypot(1.0), "hypot", x);
        }
    }

    #[test]
    fn whole_powers_are_products() {
        assert_eq!([powi(3.0, 0), powi(3.0, 1), powi(3.0, 13), powi(2.0, -3)], [1.0, 3.0, 1_594_323.0, 0.125]);
        assert_eq!([powi(0.0, 0), powi(0.5, 1000), powi(10.0, 22)], [1.0, 0.5_f64.powi(1000), 1e22]);
    }
}
