//! Amounts that come to the same.

/// Whether two amounts are the same but for rounding.
pub fn is_tie(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}
