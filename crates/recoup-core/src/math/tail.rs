//! The quantile of a distribution on the positive numbers from the logarithm of a tail.

use crate::math::exp;

/// The side that a tail lies on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Side {
    Below,
    Above,
}

/// A tail of a distribution at some x.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tail {
    /// ln of the probability below x, or of that above.
    pub ln: f64,
    /// Its derivative by ln x.
    pub slope: f64,
    /// The derivative of ln |slope| by ln x.
    pub bend: f64,
}

impl Tail {
    /// From x density(x) / tail, and the derivative of ln [x density(x)] by ln x.
    pub(super) fn new(side: Side, ln: f64, hazard: f64, bend: f64) -> Self {
        match side {
            Side::Below => Tail { ln, slope: hazard, bend: bend - hazard },
            Side::Above => Tail { ln, slope: -hazard, bend: bend + hazard },
        }
    }
}

/// The x below `high` where the tail on that `side` has the logarithm `target`, near `start`.
///
/// Halley's method in ln x, where tails are nearly straight; bisection where a step leaves the interval
/// known to hold x.
pub(super) fn solve(side: Side, target: f64, start: f64, mut high: f64, tail: impl Fn(f64) -> Tail) -> f64 {
    /// The error after a step is of the order of its cube.
    const SMALL_STEP: f64 = 1e-5;
    const MOST_STEPS: u32 = 200;
    let mut low = f64::MIN_POSITIVE;
    let mut x = start.clamp(low, high);
    for _ in 0..MOST_STEPS {
        let Tail { ln, slope, bend } = tail(x);
        let miss = ln - target;
        if miss == 0.0 {
            return x;
        }
        if (miss > 0.0) == (side == Side::Below) {
            high = x;
        } else {
            low = x;
        }
        let newton = miss / slope;
        let step = newton / (1.0 - (0.5 * newton * bend).clamp(-0.5, 0.5));
        let next = x * exp(-step);
        if step.abs() * bend.abs().max(1.0) < SMALL_STEP {
            return next;
        }
        x = if next > low && next < high { next } else { low.sqrt() * high.sqrt() };
    }
    x
}
