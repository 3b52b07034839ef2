//! A figure with its uncertainty.

use serde::{Deserialize, Serialize};

use crate::stats::quantile::{quantile_of_sorted, sort};

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
    /// The band of a sample, which is sorted on the way; zeros for an empty one.
    pub fn of(mut sample: Vec<f64>) -> Self {
        if sample.is_empty() {
            return Band::default();
        }
        // A constant sample keeps its value to the last bit.
        let mean = if sample.iter().all(|&x| x == sample[0]) {
            sample[0]
        } else {
            sample.iter().sum::<f64>() / sample.len() as f64
        };
        sort(&mut sample);
        Band {
            mean,
            p05: quantile_of_sorted(&sample, 0.05),
            p50: quantile_of_sorted(&sample, 0.50),
            p95: quantile_of_sorted(&sample, 0.95),
        }
    }
}

impl Band {
    /// The band of a figure known exactly.
    pub fn exact(value: f64) -> Self {
        Band { mean: value, p05: value, p50: value, p95: value }
    }

    /// Whether every part is a finite number.
    pub fn is_finite(&self) -> bool {
        [self.mean, self.p05, self.p50, self.p95].iter().all(|v| v.is_finite())
    }
}
