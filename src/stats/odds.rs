//! Log-odds of probabilities.

use crate::math::{exp, ln};

/// ln(p / (1 - p)).
pub fn logit(p: f64) -> f64 {
    ln(p / (1.0 - p))
}

/// The probability `p` with its log-odds moved by `shift`; 0 and 1 stay.
pub fn shift_log_odds(p: f64, shift: f64) -> f64 {
    if shift == 0.0 || p <= 0.0 || p >= 1.0 { p } else { 1.0 / (1.0 + exp(-(logit(p) + shift))) }
}
