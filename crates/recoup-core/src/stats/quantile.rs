//! Sample quantiles.

/// Sorts numbers in place; none may be NaN.
pub(crate) fn sort(numbers: &mut [f64]) {
    numbers.sort_unstable_by(f64::total_cmp);
}

/// The quantile of sorted numbers at `level` (0 to 1) by linear interpolation between order statistics
/// (type 7 of Hyndman and Fan, the default of R and NumPy); 0 for no numbers.
pub(crate) fn quantile_of_sorted(sorted: &[f64], level: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let place = level.clamp(0.0, 1.0) * last as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(last);
    let part = place - below as f64;
    if part == 0.0 { sorted[below] } else { sorted[below] + part * (sorted[above] - sorted[below]) }
}

#[cfg(test)]
mod tests {
    use crate::stats::quantile::quantile_of_sorted;

    #[test]
    fn quantiles_interpolate_between_order_statistics() {
        let sorted = [1.0, 2.0, 4.0, 8.0];
        assert_eq!(quantile_of_sorted(&sorted, 0.0), 1.0);
        assert_eq!(quantile_of_sorted(&sorted, 0.5), 3.0);
        assert_eq!(quantile_of_sorted(&sorted, 1.0), 8.0);
        assert_eq!(quantile_of_sorted(&[7.0], 0.05), 7.0);
        assert_eq!(quantile_of_sorted(&[], 0.5), 0.0);
    }
}
