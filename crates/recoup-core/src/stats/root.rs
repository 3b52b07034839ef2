//! Roots of a function of one number.

/// Most evaluations of a search for a dip.
const LOOKS: usize = 60;
/// (3 - sqrt(5)) / 2, the lesser part of a golden section.
const GOLDEN: f64 = 0.381_966_011_250_105_1;

/// A place between the first and the last of three at which `f` has the other sign than at all three, where the middle one
/// is the nearest to 0: two roots lie around it that the signs do not give away. `None` where `f` turns before it crosses.
///
/// Brent's minimiser (Brent 1973, "Algorithms for Minimization without Derivatives", chapter 5) of |f|, which stops at the
/// first value of the other sign, or where it knows the turning point to within `tolerance`.
pub(crate) fn dip(mut f: impl FnMut(f64) -> f64, three: [(f64, f64); 3], tolerance: f64) -> Option<(f64, f64)> {
    let [(mut a, fa), (mut x, fx), (mut b, _)] = three;
    let sign = fa.signum();
    let (mut fx, mut w, mut v) = (sign * fx, x, x);
    let (mut fw, mut fv) = (fx, fx);
    let (mut step, mut before) = (0.0_f64, 0.0_f64);
    for _ in 0..LOOKS {
        let middle = 0.5 * (a + b);
        let least = f64::EPSILON.sqrt() * x.abs() + 0.25 * tolerance;
        if (x - middle).abs() <= 2.0 * least - 0.5 * (b - a) {
            return None;
        }
        let (r, q) = ((x - w) * (fx - fv), (x - v) * (fx - fw));
        let mut p = (x - v) * q - (x - w) * r;
        let mut q = 2.0 * (q - r);
        if q > 0.0 {
            p = -p;
        }
        q = q.abs();
        // A parabola through three points, where it stays inside and its steps shrink.
        if before.abs() > least && p.abs() < (0.5 * q * before).abs() && p > q * (a - x) && p < q * (b - x) {
            (before, step) = (step, p / q);
            if x + step - a < 2.0 * least || b - x - step < 2.0 * least {
                step = least.copysign(middle - x);
            }
        } else {
            before = if x < middle { b - x } else { a - x };
            step = GOLDEN * before;
        }
        let u = x + if step.abs() >= least { step } else { least.copysign(step) };
        let value = f(u);
        let fu = sign * value;
        if fu < 0.0 {
            return Some((u, value));
        }
        if fu.is_nan() {
            return None;
        }
        if fu <= fx {
            if u < x {
                b = x
            } else {
                a = x
            }
            (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu);
        } else {
            if u < x {
                a = u
            } else {
                b = u
            }
            if fu <= fw || w == x {
                (v, fv, w, fw) = (w, fw, u, fu);
            } else if fu <= fv || v == x || v == w {
                (v, fv) = (u, fu);
            }
        }
    }
    None
}

/// A root of `f` between `a` and `b`, where it has opposite signs, to within `tolerance`: Brent's method
/// (Brent 1973, "Algorithms for Minimization without Derivatives", chapter 4). `fa` and `fb` are `f(a)` and
/// `f(b)`. `None` where the signs agree or a value is no number.
pub fn root(mut f: impl FnMut(f64) -> f64, ends: [(f64, f64); 2], tolerance: f64) -> Option<f64> {
    let [(mut a, mut fa), (mut b, mut fb)] = ends;
    if fa == 0.0 {
        return Some(a);
    }
    if fb == 0.0 {
        return Some(b);
    }
    if !(fa * fb < 0.0) {
        return None;
    }
    let (mut c, mut fc) = (a, fa);
    let mut step = b - a;
    let mut last = step;
    for _ in 0..200 {
        if fc.abs() < fb.abs() {
            (a, b, c) = (b, c, b);
            (fa, fb, fc) = (fb, fc, fb);
        }
        let least = 2.0 * f64::EPSILON * b.abs() + 0.5 * tolerance;
        let half = 0.5 * (c - b);
        if half.abs() <= least || fb == 0.0 {
            return Some(b);
        }
        if last.abs() < least || fa.abs() <= fb.abs() {
            (step, last) = (half, half);
        } else {
            let s = fb / fa;
            let (mut p, mut q) = if a == c {
                (2.0 * half * s, 1.0 - s)
            } else {
                let (q, r) = (fa / fc, fb / fc);
                (s * (2.0 * half * q * (q - r) - (b - a) * (r - 1.0)), (q - 1.0) * (r - 1.0) * (s - 1.0))
            };
            if p > 0.0 {
                q = -q
            } else {
                p = -p
            }
            if 2.0 * p < (3.0 * half * q - (least * q).abs()).min((last * q).abs()) {
                (last, step) = (step, p / q);
            } else {
                (step, last) = (half, half);
            }
        }
        (a, fa) = (b, fb);
        b += if step.abs() > least { step } else { least.copysign(half) };
        fb = f(b);
        if fb.is_nan() {
            return None;
        }
        if (fb > 0.0) == (fc > 0.0) {
            (c, fc) = (a, fa);
            step = b - a;
            last = step;
        }
    }
    Some(b)
}

#[cfg(test)]
mod tests {
    use crate::stats::root::{dip, root};

    fn solve(f: fn(f64) -> f64, a: f64, b: f64) -> Option<f64> {
        root(f, [(a, f(a)), (b, f(b))], 1e-13)
    }

    #[test]
    fn known_roots_are_found() {
        assert!((solve(|x| x * x - 2.0, 0.0, 2.0).unwrap() - 2f64.sqrt()).abs() < 1e-12);
        assert!((solve(|x| x.cos() - x, 0.0, 1.0).unwrap() - 0.739_085_133_215_160_6).abs() < 1e-12);
        // Brent's own hard one: flat at the root.
        assert!((solve(|x| (x - 1.0).powi(9), 0.0, 3.0).unwrap() - 1.0).abs() < 1e-3);
        // A jump: where the sign changes.
        assert!((solve(|x| if x < 0.3 { -1.0 } else { 4.0 }, 0.0, 1.0).unwrap() - 0.3).abs() < 1e-12);
    }

    #[test]
    fn a_dip_below_zero_is_found_and_one_above_is_none() {
        let three = |f: fn(f64) -> f64| [0.0, 0.4, 1.0].map(|x| (x, f(x)));
        let deep = |x: f64| (x - 0.3) * (x - 0.301);
        let (x, value) = dip(deep, three(deep), 1e-9).unwrap();
        assert!(value < 0.0 && (0.3..0.301).contains(&x), "{x}");
        // Upside down, and with a kink.
        let cap = |x: f64| 2e-4 - (x - 0.61).abs();
        let (x, value) = dip(cap, three(cap), 1e-9).unwrap();
        assert!(value > 0.0 && (x - 0.61).abs() < 2e-4, "{x}");
        let dry = |x: f64| (x - 0.3) * (x - 0.3) + 1e-9;
        assert_eq!(dip(dry, three(dry), 1e-9), None);
        assert_eq!(dip(|_| f64::NAN, three(dry), 1e-9), None);
    }

    #[test]
    fn without_a_change_of_sign_there_is_none() {
        assert_eq!(solve(|x| x * x + 1.0, -1.0, 1.0), None);
        assert_eq!(solve(|_| f64::NAN, -1.0, 1.0), None);
    }
}
