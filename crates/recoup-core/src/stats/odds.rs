//! Log-odds of probabilities.

use crate::math::{exp, ln};

/// ln(p / (1 - p)).
pub(crate) fn logit(p: f64) -> f64 {
    ln(p / (1.0 - p))
}

/// How far the log-odds of `p` are above those of `reference`; 0 where the two are equal, be they 0 or 1.
pub(crate) fn log_odds_above(reference: f64, p: f64) -> f64 {
    let odds = |p: f64| p / (1.0 - p);
    if p == reference { 0.0 } else { ln(odds(p) / odds(reference)) }
}

/// The probability `p` with its log-odds moved by `shift`; 0 and 1 stay.
pub(crate) fn shift_log_odds(p: f64, shift: f64) -> f64 {
    OddsShift::default().shifted(p, shift)
}

/// [`shift_log_odds`] for many probabilities: the exponential of the last shift is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OddsShift {
    shift: f64,
    factor: f64,
}

impl Default for OddsShift {
    fn default() -> Self {
        OddsShift { shift: 0.0, factor: 1.0 }
    }
}

impl OddsShift {
    /// The probability `p` with its log-odds moved by `shift`; 0 and 1 stay.
    #[inline]
    pub(crate) fn shifted(&mut self, p: f64, shift: f64) -> f64 {
        if shift == 0.0 || p <= 0.0 || p >= 1.0 {
            return p;
        }
        if shift != self.shift {
            *self = OddsShift { shift, factor: exp(-shift) };
        }
        1.0 / (1.0 + (1.0 - p) / p * self.factor)
    }
}
