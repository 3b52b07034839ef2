//! exp, ln and pow by table: as quick as a C library's, with the four operations alone.
//!
//! P. Tang, "Table-driven implementation of the exponential function in IEEE floating-point arithmetic", ACM
//! Transactions on Mathematical Software 15 (1989) 144, and "... of the logarithm function ...", 16 (1990) 378;
//! sums that need more digits are kept as two numbers (T. Dekker, Numerische Mathematik 18 (1971) 224).

use crate::math::tables::{LOGARITHMS, POWERS};

/// ln 2 as a whole number of 2^-42, and the rest.
const LN_2: [f64; 2] = [0.693_147_180_559_890_3, 5.497_923_018_708_371e-14];
/// ln(2) / 128, likewise.
const LN_2_128TH: [f64; 2] = [0.005_415_212_348_225_395_5, -1.008_228_146_099_776_9e-13];
/// Added, it rounds to a whole number, which is then in the lowest bits: 1.5 times 2^52.
const ROUNDER: f64 = 6_755_399_441_055_744.0;
/// Within this distance of 0, e^x is a normal number.
const USUAL: f64 = 708.0;
/// Bits of the least normal number, and of infinity.
const NORMAL: u64 = 1 << 52;
const INFINITE: u64 = 0x7ff << 52;
/// 2^54.
const LIFT: f64 = 18_014_398_509_481_984.0;

/// e^(x + rest) = 2^n scale (1 + more), for a small `rest`: n, the bits of the scale, and more.
#[inline]
fn powers(x: f64, rest: f64) -> (i64, u64, f64) {
    // x = (128 n + i) ln(2)/128 + r.
    let shifted = x * (128.0 / std::f64::consts::LN_2) + ROUNDER;
    let steps = shifted.to_bits().wrapping_sub(ROUNDER.to_bits()) as i64;
    let whole = shifted - ROUNDER;
    let r = (x - whole * LN_2_128TH[0]) - whole * LN_2_128TH[1] + rest;
    let (scale, tail) = POWERS[(steps & 127) as usize];
    let square = r * r;
    let more = tail + r + square * (0.5 + r * (1.0 / 6.0)) + square * square * (1.0 / 24.0 + r * (1.0 / 120.0));
    (steps >> 7, scale, more)
}

/// e^(x + rest); `rest` is of the order of the rounding of a sum or product x.
#[inline]
pub(super) fn exp(x: f64, rest: f64) -> f64 {
    if !(x.abs() < USUAL) {
        return unusual_exp(x, rest);
    }
    let (n, scale, more) = powers(x, rest);
    let scale = f64::from_bits(scale.wrapping_add((n as u64) << 52));
    scale + scale * more
}

#[cold]
fn unusual_exp(x: f64, rest: f64) -> f64 {
    if x < -746.0 {
        0.0
    } else if x > 710.0 {
        f64::INFINITY
    } else if x.is_nan() {
        x
    } else {
        // In two steps: the scale or the result may be no normal number.
        let (n, scale, more) = powers(x, rest);
        let power = |n: i64| f64::from_bits(((n + 1023) as u64) << 52);
        let scale = f64::from_bits(scale);
        (scale + scale * more) * power(n / 2) * power(n - n / 2)
    }
}

/// e^x - 1.
#[inline]
pub(super) fn exp_m1(x: f64) -> f64 {
    if x == 0.0 {
        x
    } else if x.abs() < 40.0 {
        let (n, scale, more) = powers(x, 0.0);
        let scale = f64::from_bits(scale.wrapping_add((n as u64) << 52));
        // Of two numbers less than a factor of 2 apart the difference is exact.
        (scale - 1.0) + scale * more
    } else {
        exp(x, 0.0) - 1.0
    }
}

/// x = 2^n c (1 + head + tail), n added to `lifted`, for the bits of a normal x.
struct Reduced {
    /// n ln 2 + ln c in two parts, the first with ten zeros at its end or more.
    ln: [f64; 2],
    /// In 22 digits.
    head: f64,
    tail: f64,
}

#[inline]
fn reduce(bits: u64, lifted: i64) -> Reduced {
    const START: u64 = 0x3fe6_0000_0000_0000;
    // x = 2^n z with z from 0.6875; z/c - 1 in two exact parts.
    let above = bits.wrapping_sub(START);
    let n = ((above as i64 >> 52) + lifted) as f64;
    let z = bits.wrapping_sub(above & (0xfff << 52));
    let [inverse, ln_c, ln_c_rest] = LOGARITHMS[(above >> 45 & 127) as usize];
    let upper = f64::from_bits((z + (1 << 31)) & (u64::MAX << 32));
    Reduced {
        ln: [n * LN_2[0] + ln_c, n * LN_2[1] + ln_c_rest],
        head: upper * inverse - 1.0,
        tail: (f64::from_bits(z) - upper) * inverse,
    }
}

/// [ln(1 + r) - r + r^2/2] / r^3.
#[inline]
fn series(r: f64) -> f64 {
    let square = r * r;
    (1.0 / 3.0 - r * 0.25) + square * ((0.2 - r * (1.0 / 6.0)) + square * (1.0 / 7.0 - r * 0.125))
}

/// The natural logarithm.
#[inline]
pub(super) fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    if bits.wrapping_sub(NORMAL) < INFINITE - NORMAL { normal_ln(bits, 0) } else { unusual_ln(x) }
}

/// ln of the normal number of those bits, times 2^lifted.
#[inline]
fn normal_ln(bits: u64, lifted: i64) -> f64 {
    let Reduced { ln: [ln, ln_rest], head, tail } = reduce(bits, lifted);
    let r = head + tail;
    let sum = ln + r;
    sum + ((ln - sum + r) + ln_rest + r * r * (r * series(r) - 0.5))
}

/// ln of what is no positive normal number.
#[cold]
fn unusual_ln(x: f64) -> f64 {
    if x == 0.0 {
        f64::NEG_INFINITY
    } else if !(x > 0.0) {
        f64::NAN
    } else if x == f64::INFINITY {
        x
    } else {
        normal_ln((x * LIFT).to_bits(), -54)
    }
}

/// ln x as the sum of two numbers, for positive finite x.
#[inline]
fn ln_parts(x: f64) -> (f64, f64) {
    let (bits, lifted) = if x.to_bits() < NORMAL { ((x * LIFT).to_bits(), -54) } else { (x.to_bits(), 0) };
    let Reduced { ln: [ln, ln_rest], head, tail } = reduce(bits, lifted);
    let r = head + tail;
    let sum = ln + r;
    let sum_rest = (ln - sum) + r + ((head - r) + tail);
    // r^2/2 in two parts, the first exact.
    let half_square = 0.5 * head * head;
    let half_square_rest = 0.5 * tail * (r + head);
    let hi = sum - half_square;
    let hi_rest = (sum - hi) - half_square;
    (hi, ln_rest + sum_rest + hi_rest - half_square_rest + r * r * r * series(r))
}

/// x^y for x >= 0; not a number below.
#[inline]
pub(super) fn pow(x: f64, y: f64) -> f64 {
    /// The upper 26 digits of a number, whose products with others are exact.
    fn upper(x: f64) -> f64 {
        f64::from_bits(x.to_bits() & (u64::MAX << 27))
    }
    if y == 0.0 || x == 1.0 {
        return 1.0;
    }
    if !(x > 0.0 && x < f64::INFINITY && y.abs() < 1e300) {
        let is_great = (x > 1.0) == (y > 0.0);
        return if x.is_nan() || y.is_nan() || x < 0.0 {
            f64::NAN
        } else if is_great {
            f64::INFINITY
        } else {
            0.0
        };
    }
    let (hi, lo) = ln_parts(x);
    let (y_head, head) = (upper(y), upper(hi));
    let tail = (hi - head) + lo;
    let product = y_head * head;
    exp(product, (y - y_head) * head + y * tail)
}
