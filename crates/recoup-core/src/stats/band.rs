//! A figure with its uncertainty.

use serde::{Deserialize, Serialize};

use crate::stats::series::{Series, quantiles};

/// Mean and 5, 50 and 95 % quantiles of a sample.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// Mean.
    pub mean: f64,
    /// 5 % quantile.
    pub p05: f64,
    /// Median.
    pub p50: f64,
    /// 95 % quantile.
    pub p95: f64,
}

impl Band {
    /// The band of a sample; zeros for an empty one.
    pub(crate) fn of(sample: Vec<f64>) -> Self {
        Band::of_series(&sample)
    }

    /// The same of numbers that need not be in memory together.
    pub(crate) fn of_series(series: &(impl Series + ?Sized)) -> Self {
        if series.numbers().next().is_none() {
            return Band::default();
        }
        let mean = mean(series);
        let [p05, p50, p95] = quantiles(series, [0.05, 0.50, 0.95]);
        Band { mean, p05, p50, p95 }
    }
}

impl Band {
    /// The band of a figure known exactly.
    pub fn exact(value: f64) -> Self {
        Band { mean: value, p05: value, p50: value, p95: value }
    }
}

/// The mean of numbers, which a constant sample keeps to the last bit; 0 for none.
pub(crate) fn mean(series: &(impl Series + ?Sized)) -> f64 {
    let Some(first) = series.numbers().next() else { return 0.0 };
    let (mut sum, mut count, mut is_constant) = (0.0, 0_u64, true);
    for x in series.numbers() {
        sum += x;
        count += 1;
        is_constant &= x == first;
    }
    if is_constant { first } else { sum / count as f64 }
}
