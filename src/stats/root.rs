//! Roots of a function of one number.

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
    use crate::stats::root::root;

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
    fn without_a_change_of_sign_there_is_none() {
        assert_eq!(solve(|x| x * x + 1.0, -1.0, 1.0), None);
        assert_eq!(solve(|_| f64::NAN, -1.0, 1.0), None);
    }
}
