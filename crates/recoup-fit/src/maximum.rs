//! Maximum likelihood in a few parameters.
//!
//! Newton's method with derivatives by central differences and Levenberg's damping (Nocedal and Wright, Numerical
//! Optimization, 2006, sections 3.4 and 10.3). Parameters should be on a scale on which they are of order 1 and unbounded,
//! such as logarithms.

use recoup_core::stats::linalg::Lower;

/// Most steps.
const STEPS: usize = 200;
/// Step of the differences; relative to a parameter of order 1.
const DIFFERENCE: f64 = 1e-4;
/// A gain in log-likelihood below this, per observation, ends the search.
const GAIN: f64 = 1e-13;
/// Longest step in one parameter.
const REACH: f64 = 2.0;

/// A maximum.
#[derive(Clone, Debug)]
pub(crate) struct Maximum {
    /// Where it is.
    pub at: Vec<f64>,
    /// The log-likelihood there.
    pub value: f64,
    /// Inverse of the observed information; `None` where the likelihood is flat.
    pub covariance: Option<Vec<Vec<f64>>>,
    /// Whether the search came to its end.
    pub settled: bool,
}

impl Maximum {
    /// Standard error of a function of the parameters, by the delta method; not a number where the likelihood is flat.
    pub(crate) fn error_of(&self, f: impl Fn(&[f64]) -> f64) -> f64 {
        let Some(covariance) = &self.covariance else { return f64::NAN };
        let mut at = self.at.clone();
        let mut slope = |i: usize| {
            let x = at[i];
            at[i] = x + DIFFERENCE;
            let above = f(&at);
            at[i] = x - DIFFERENCE;
            let below = f(&at);
            at[i] = x;
            (above - below) / (2.0 * DIFFERENCE)
        };
        let slopes: Vec<f64> = (0..self.at.len()).map(&mut slope).collect();
        let variance: f64 = slopes
            .iter()
            .zip(covariance)
            .map(|(a, row)| a * row.iter().zip(&slopes).map(|(c, b)| c * b).sum::<f64>())
            .sum();
        variance.sqrt()
    }

    /// Standard error of parameter `i`.
    pub(crate) fn error(&self, i: usize) -> f64 {
        self.covariance.as_ref().map_or(f64::NAN, |covariance| covariance[i][i].sqrt())
    }
}

/// The inverse of a symmetric positive definite matrix, scaled to a unit diagonal on the way.
fn inverse(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let scale: Vec<f64> = (0..matrix.len()).map(|i| matrix[i][i].sqrt()).collect();
    let unit = |i: usize, j: usize| matrix[i][j] / (scale[i] * scale[j]);
    let scaled: Vec<Vec<f64>> = (0..matrix.len()).map(|i| (0..matrix.len()).map(|j| unit(i, j)).collect()).collect();
    let inverse = Lower::of(&scaled)?.inverse();
    let back = |i: usize, j: usize| inverse[i][j] / (scale[i] * scale[j]);
    Some((0..matrix.len()).map(|i| (0..matrix.len()).map(|j| back(i, j)).collect()).collect())
}

/// Gradient, and the negative of the matrix of second derivatives.
fn derivatives(f: &mut impl FnMut(&[f64]) -> f64, at: &[f64], value: f64) -> (Vec<f64>, Vec<Vec<f64>>) {
    let k = at.len();
    let mut place = at.to_vec();
    let mut shifted = |shifts: &[(usize, f64)]| {
        shifts.iter().for_each(|&(i, h)| place[i] += h);
        let value = f(&place);
        place.copy_from_slice(at);
        value
    };
    let h = DIFFERENCE;
    let (mut gradient, mut curvature) = (vec![0.0; k], vec![vec![0.0; k]; k]);
    for i in 0..k {
        let (above, below) = (shifted(&[(i, h)]), shifted(&[(i, -h)]));
        gradient[i] = (above - below) / (2.0 * h);
        curvature[i][i] = (2.0 * value - above - below) / (h * h);
        let mixed = |j: usize| {
            let [pp, pm, mp, mm] = [(h, h), (h, -h), (-h, h), (-h, -h)].map(|(a, b)| shifted(&[(i, a), (j, b)]));
            (pm + mp - pp - mm) / (4.0 * h * h)
        };
        for (j, value) in (0..i).map(mixed).collect::<Vec<f64>>().into_iter().enumerate() {
            curvature[i][j] = value;
            curvature[j][i] = value;
        }
    }
    (gradient, curvature)
}

/// The maximum of the log-likelihood `f` of `n` observations, from `start`.
pub(crate) fn find(mut f: impl FnMut(&[f64]) -> f64, start: &[f64], n: f64) -> Maximum {
    let mut at = start.to_vec();
    let mut value = f(&at);
    let mut damping = 1e-3;
    let mut settled = false;
    for _ in 0..STEPS {
        let (gradient, curvature) = derivatives(&mut f, &at, value);
        let before = value;
        let mut moved = false;
        for _ in 0..40 {
            let mut damped = curvature.clone();
            for (i, row) in damped.iter_mut().enumerate() {
                row[i] = row[i].abs() * (1.0 + damping) + 1e-12 * n;
            }
            let step = inverse(&damped).map(|inverse| {
                inverse.iter().map(|row| row.iter().zip(&gradient).map(|(a, b)| a * b).sum()).collect::<Vec<f64>>()
            });
            if let Some(mut step) = step {
                let longest = step.iter().fold(0.0, |most: f64, s| most.max(s.abs()));
                step.iter_mut().for_each(|s| *s *= (REACH / longest).min(1.0));
                let next: Vec<f64> = at.iter().zip(&step).map(|(x, s)| x + s).collect();
                let reached = f(&next);
                if reached >= value {
                    (at, value, moved) = (next, reached, true);
                    damping = (0.2 * damping).max(1e-9);
                    break;
                }
            }
            damping *= 5.0;
        }
        if !moved || value - before <= GAIN * n.max(1.0) {
            settled = value.is_finite();
            break;
        }
    }
    let (_, curvature) = derivatives(&mut f, &at, value);
    Maximum { covariance: inverse(&curvature), at, value, settled }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn the_maximum_of_a_gaussian_has_its_covariance() {
        let f = |x: &[f64]| {
            let (a, b) = (x[0] - 3.0, x[1] + 1.0);
            -0.5 * (2.0 * a * a + 2.0 * a * b + 3.0 * b * b)
        };
        let maximum = find(f, &[0.0, 0.0], 1.0);
        let covariance = maximum.covariance.expect("it is curved");
        assert!(maximum.settled && (maximum.at[0] - 3.0).abs() < 1e-6 && (maximum.at[1] + 1.0).abs() < 1e-6);
        for (ours, exact) in covariance.concat().iter().zip([0.6, -0.2, -0.2, 0.4]) {
            assert!((ours - exact).abs() < 1e-6, "{covariance:?}");
        }
    }

    #[test]
    fn a_banana_is_climbed_and_a_plain_is_flat() {
        let banana = |x: &[f64]| -(1.0 - x[0]).powi(2) - 100.0 * (x[1] - x[0] * x[0]).powi(2);
        let maximum = find(banana, &[-1.2, 1.0], 1.0);
        assert!((maximum.at[0] - 1.0).abs() < 1e-4 && maximum.settled, "{maximum:?}");
        let ridge = find(|x| -(x[0] + x[1]).powi(2), &[1.0, 1.0], 1.0);
        assert!(ridge.covariance.is_none() && ridge.error(0).is_nan() && ridge.error_of(|x| x[0]).is_nan());
    }
}
