//! Log-odds of probabilities.

use crate::math::{exp, ln};

/// ln(p / (1 - p)).
pub fn logit(p: f64) -> f64 {
    ln(p / (1.0 - p))
}

/// How far the log-odds of `p` are above those of `reference`; 0 where the two are equal, be they 0 or 1.
pub fn log_odds_above(reference: f64, p: f64) -> f64 {
    let odds = |p: f64| p / (1.0 - p);
    if p == reference { 0.0 } else { ln(odds(p) / odds(reference)) }
}

/// The probability `p` with its log-odds moved by `shift`; 0 and 1 stay.
pub fn shift_log_odds(p: f64, shift: f64) -> f64 {
    if shift == 0.0 || p <= 0.0 || p >= 1.0 { p } else { 1.0 / (1.0 + (1.0 - p) / p * exp(-shift)) }
}
