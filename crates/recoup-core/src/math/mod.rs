//! Elementary functions whose bits are the same on every platform.
//!
//! The functions of f64 in the standard library are those of the platform's C library or compiler, and
//! their last digits differ from one to the next. These are computed with the four operations and the
//! square root, which IEEE 754 fixes to the bit, in a fixed order, within one unit in the last place
//! (`exp_m1`: two). The frequent ones are our own, by table and as quick as a C library's; the others are
//! those of the crate `libm`, a port of FreeBSD's. All that enters a result uses them; `clippy.toml` sees
//! to it.

pub mod beta;
pub mod factorial;
mod fast;
pub mod gamma;
pub mod normal;
mod tables;
mod tail;

/// e^x.
#[inline]
pub fn exp(x: f64) -> f64 {
    fast::exp(x, 0.0)
}

/// 2^x.
#[inline]
pub fn exp2(x: f64) -> f64 {
    libm::exp2(x)
}

/// e^x - 1, exact for small x too.
#[inline]
pub fn exp_m1(x: f64) -> f64 {
    fast::exp_m1(x)
}

/// The natural logarithm.
#[inline]
pub fn ln(x: f64) -> f64 {
    fast::ln(x)
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

/// x^y for x >= 0; not a number below.
#[inline]
pub fn pow(x: f64, y: f64) -> f64 {
    fast::pow(x, y)
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

/// The cube root.
#[inline]
pub(crate) fn cbrt(x: f64) -> f64 {
    libm::cbrt(x)
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
        // A change moves results: only together with STREAM. Each is a digest of all its bits at 20,000 places.
        let digest = |f: &dyn Fn(f64) -> f64| {
            (1..=20_000).fold(0, |all: u64, i| all.rotate_left(5) ^ f(f64::from(i) * 0.0371).to_bits())
        };
        let digests = [
            digest(&|x| exp(x - 40.0)),
            digest(&|x| exp2(-x)),
            digest(&|x| exp_m1(2.0 - x)),
            digest(&|x| ln(x * x)),
            digest(&|x| ln_1p(x - 0.03)),
            digest(&log10),
            digest(&|x| pow(x, 3.7 - 0.01 * x)),
            digest(&|x| powi(1.0 + 0.001 * x, 13)),
            digest(&|x| hypot(x, 7.0)),
            digest(&|x| crate::math::normal::cdf(0.02 * x - 7.0)),
        ];
        assert_eq!(digests, PINNED, "{digests:#x?}");
    }
    const PINNED: [u64; 10] = [
        0xb616_1494_8858_020c,
        0xa848_ac17_0404_ae17,
        0x1150_7854_74a4_fa05,
        0xf9ed_6a62_bc42_8150,
        0x85d0_7d13_8753_740e,
        0xbd1f_9746_470b_fd98,
        0x83c8_f0c2_3286_bb75,
        0x16d6_6662_9893_a2ef,
        0x70cc_0501_7869_e136,
        0xebe3_001b_59d8_7040,
    ];

    #[test]
    fn they_agree_with_the_platform_to_the_last_digits() {
        let near = |ours: f64, theirs: f64, what: &str, x: f64| {
            let allowed = (2.5 * f64::EPSILON * theirs.abs()).max(1e-323);
            assert!(ours == theirs || (ours - theirs).abs() <= allowed, "{what}({x}): {ours:e} and {theirs:e}");
        };
        for i in 1..40_000 {
            let x = f64::from(i) * 0.0371 - 745.0;
            near(exp(x), x.exp(), "exp", x);
            near(exp2(x), x.exp2(), "exp2", x);
            near(exp_m1(x), x.exp_m1(), "exp_m1", x);
            near(exp_m1(0.001 * x), (0.001 * x).exp_m1(), "exp_m1", 0.001 * x);
            let x = f64::from(i) * 0.000_371;
            near(ln_1p(x - 0.9), (x - 0.9).ln_1p(), "ln_1p", x - 0.9);
            near(hypot(x, 1.0), x.hypot(1.0), "hypot", x);
            for scale in [1.0, 1e-310, 1e-50, 1e300] {
                let x = x * scale;
                near(ln(x), x.ln(), "ln", x);
                near(log10(x), x.log10(), "log10", x);
                near(pow(x, 0.37), x.powf(0.37), "pow", x);
            }
            near(pow(x, 40.0), x.powf(40.0), "pow", x);
            near(pow(1.08, -x), 1.08_f64.powf(-x), "pow", -x);
        }
    }

    #[test]
    fn ends_and_corners() {
        let (infinity, nan) = (f64::INFINITY, f64::NAN);
        assert_eq!(
            [exp(-infinity), exp(0.0), exp(infinity), exp(-746.0), exp(710.0)],
            [0.0, 1.0, infinity, 0.0, infinity]
        );
        assert_eq!([exp(-745.1), exp(709.7)], [(-745.1_f64).exp(), 709.7_f64.exp()]);
        assert_eq!(
            [exp_m1(-infinity), exp_m1(-50.0), exp_m1(infinity), exp_m1(1e-300)],
            [-1.0, -1.0, infinity, 1e-300]
        );
        assert_eq!([exp_m1(-0.0), exp_m1(0.0)].map(f64::to_bits), [-0.0_f64, 0.0].map(f64::to_bits));
        assert_eq!([ln(0.0), ln(-0.0), ln(1.0), ln(infinity)], [-infinity, -infinity, 0.0, infinity]);
        assert_eq!([pow(0.0, 0.0), pow(0.0, 2.0), pow(0.0, -2.0), pow(infinity, 2.0)], [1.0, 0.0, infinity, infinity]);
        assert_eq!(
            [pow(infinity, -1.0), pow(0.5, infinity), pow(2.0, infinity), pow(1.0, nan)],
            [0.0, 0.0, infinity, 1.0]
        );
        assert_eq!([pow(2.0, 1100.0), pow(2.0, -1100.0), pow(0.3, 1.0), pow(4.0, 0.5)], [infinity, 0.0, 0.3, 2.0]);
        for none in [exp(nan), exp_m1(nan), ln(nan), ln(-1.0), pow(nan, 1.0), pow(2.0, nan), pow(-1.0, 0.5)] {
            assert!(none.is_nan());
        }
    }

    #[test]
    fn whole_powers_are_products() {
        assert_eq!([powi(3.0, 0), powi(3.0, 1), powi(3.0, 13), powi(2.0, -3)], [1.0, 3.0, 1_594_323.0, 0.125]);
        assert_eq!([powi(0.0, 0), powi(0.5, 1000), powi(10.0, 22)], [1.0, 0.5_f64.powi(1000), 1e22]);
    }
}
