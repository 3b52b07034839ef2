//! Smoothing by penalised regression: the mean of responses given some inputs.
//!
//! One input: a cubic P-spline (P. Eilers and B. Marx, Statistical Science 11 (1996) 89). Several: the
//! sum of one spline each and, for the pairs, the product of their standardised values. The smoothness
//! is chosen by generalised cross-validation (P. Craven and G. Wahba, Numerische Mathematik 31 (1979)
//! 377), the splines' first, then the products'.

use crate::math::powi;
use crate::stats::moments::Moments;

/// Fewest rows that are fitted.
pub const LEAST_ROWS: usize = 20;
/// A mean residual below this share of the response's standard deviation is no miss, however small its error.
const IMMATERIAL: f64 = 0.02;
/// Most inputs of which products of pairs are taken.
const MOST_PAIRED: usize = 12;
/// Powers of ten tried for the penalties, times the number of rows.
const POWERS: std::ops::RangeInclusive<i32> = -8..=3;

/// A smooth fit of several responses on the same inputs.
#[derive(Clone, Debug)]
pub struct Smooth {
    /// By response, by row: the mean given the inputs. Its own mean is that of the response.
    pub fitted: Vec<Vec<f64>>,
    /// By response: share of the variance that the inputs explain (R squared); 0 where it does not vary.
    pub explained: Vec<f64>,
    /// Effective number of coefficients, the mean included.
    pub freedom: f64,
    /// Covariance of the residuals of the responses.
    residual: Vec<Vec<f64>>,
    design: Design,
    /// Cholesky factor of the penalised normal equations.
    factor: Lower,
}

/// Centred columns and their kinds, row by row.
#[derive(Clone, Debug)]
struct Design {
    rows: usize,
    columns: usize,
    x: Vec<f64>,
    /// Where each spline's columns begin and end; the products come after the last.
    splines: Vec<(usize, usize)>,
}

/// A lower triangular matrix, row by row.
#[derive(Clone, Debug)]
struct Lower {
    n: usize,
    l: Vec<f64>,
}

impl Smooth {
    /// Fits `responses` (each a number a row) on `inputs` (each a number a row); `None` where there are fewer than
    /// [`LEAST_ROWS`] rows or no input varies.
    pub fn fit(inputs: &[&[f64]], responses: &[Vec<f64>]) -> Option<Smooth> {
        let rows = responses.first()?.len();
        let inputs: Vec<&[f64]> = inputs.iter().copied().filter(|x| x.iter().any(|v| *v != x[0])).collect();
        if rows < LEAST_ROWS || inputs.is_empty() {
            return None;
        }
        let design = Design::new(&inputs, rows);
        let gram = design.gram();
        let means: Vec<f64> = responses.iter().map(|y| y.iter().sum::<f64>() / rows as f64).collect();
        let centred: Vec<Vec<f64>> =
            responses.iter().zip(&means).map(|(y, m)| y.iter().map(|v| v - m).collect()).collect();
        let squares: Vec<f64> = centred.iter().map(|y| y.iter().map(|v| v * v).sum()).collect();
        let moments: Vec<Vec<f64>> = centred.iter().map(|y| design.transposed_times(y)).collect();
        // The sum over responses of the cross-validated share of variance left.
        let score = |penalties: [f64; 2]| {
            let factor = design.factor(&gram, penalties)?;
            let freedom = 1.0 + factor.trace_of_inverse_times(&gram, design.columns);
            let slack = 1.0 - freedom / rows as f64;
            if !(slack > 0.0) {
                return None;
            }
            let left = moments.iter().zip(&squares).filter(|(_, s)| **s > 0.0).map(|(m, s)| {
                let beta = factor.solve(m);
                (s - 2.0 * dot(&beta, m) + quadratic(&gram, &beta)) / s
            });
            Some((left.sum::<f64>() / (slack * slack), freedom, factor))
        };
        let unit = rows as f64;
        let grid = || POWERS.map(|power| unit * powi(10.0, power));
        let mut chosen = [unit * 1e-3, unit * 1e-1];
        let turns: &[usize] = if design.has_products() { &[0, 1, 0] } else { &[0] };
        for &which in turns {
            let tried = grid().filter_map(|penalty| {
                let mut penalties = chosen;
                penalties[which] = penalty;
                score(penalties).map(|(score, ..)| (score, penalty))
            });
            chosen[which] = tried.min_by(|a, b| a.0.total_cmp(&b.0))?.1;
        }
        let (_, freedom, factor) = score(chosen)?;
        let mut fitted = Vec::with_capacity(responses.len());
        for (moment, mean) in moments.iter().zip(&means) {
            let beta = factor.solve(moment);
            fitted.push(design.times(&beta).into_iter().map(|v| v + mean).collect::<Vec<f64>>());
        }
        let residuals: Vec<Vec<f64>> =
            responses.iter().zip(&fitted).map(|(y, f)| y.iter().zip(f).map(|(a, b)| a - b).collect()).collect();
        let free = (unit - freedom).max(1.0);
        let residual = residuals.iter().map(|a| residuals.iter().map(|b| dot(a, b) / free).collect()).collect();
        let explained = residuals
            .iter()
            .zip(&squares)
            .map(|(r, s)| if *s > 0.0 { (1.0 - dot(r, r) / s).max(0.0) } else { 0.0 })
            .collect();
        Some(Smooth { fitted, explained, freedom, residual, design, factor })
    }

    /// Fitted values with coefficients moved as far as the data leave them uncertain: their posterior given
    /// the penalties is normal (S. Wood, Generalized Additive Models, 2nd ed. 2017, section 6.10). `normal`
    /// gives standard normal numbers.
    pub fn resampled(&self, mut normal: impl FnMut() -> f64) -> Vec<Vec<f64>> {
        let responses = self.fitted.len();
        let moves: Vec<Vec<f64>> = (0..responses)
            .map(|_| self.factor.transposed_solve(&(0..self.design.columns).map(|_| normal()).collect::<Vec<_>>()))
            .map(|move_| self.design.times(&move_))
            .collect();
        let means: Vec<f64> = (0..responses).map(|_| normal() / (self.design.rows as f64).sqrt()).collect();
        let root = Lower::of(&self.residual.concat(), responses, 1e-9);
        (0..responses)
            .map(|i| {
                let part = |j: usize| root.as_ref().map_or(0.0, |root| root.at(i, j));
                (0..self.design.rows)
                    .map(|row| {
                        let moved: f64 = (0..=i).map(|j| part(j) * (moves[j][row] + means[j])).sum();
                        self.fitted[i][row] + moved
                    })
                    .collect()
            })
            .collect()
    }

    /// How badly the fit misses: the greatest mean residual of a tenth of the rows, taken in the order of the
    /// fitted values, in standard errors. Above 4 the shape is not caught. Misses of less than 2 % of the response's
    /// standard deviation do not count: next to no noise makes every miss one of many standard errors.
    pub fn misfit(&self, responses: &[Vec<f64>]) -> f64 {
        let mut worst: f64 = 0.0;
        for (i, (fitted, y)) in self.fitted.iter().zip(responses).enumerate() {
            let sd = self.residual[i][i].sqrt();
            let spread = y.iter().copied().collect::<Moments>().sd();
            if !(sd > 1e-9 * spread) {
                continue;
            }
            let mut order: Vec<usize> = (0..fitted.len()).collect();
            order.sort_by(|a, b| fitted[*a].total_cmp(&fitted[*b]));
            for tenth in order.chunks(order.len().div_ceil(10)) {
                let mean = tenth.iter().map(|&r| y[r] - fitted[r]).sum::<f64>() / tenth.len() as f64;
                if mean.abs() > IMMATERIAL * spread {
                    worst = worst.max(mean.abs() / (sd / (tenth.len() as f64).sqrt()));
                }
            }
        }
        worst
    }
}

impl Design {
    fn new(inputs: &[&[f64]], rows: usize) -> Design {
        let segments = match inputs.len() {
            1 => 12,
            2..=5 => 6,
            _ => 3,
        };
        let mut all: Vec<Vec<f64>> = Vec::new();
        let mut splines = Vec::new();
        for x in inputs {
            let start = all.len();
            all.extend(b_splines(x, segments));
            splines.push((start, all.len()));
        }
        if (2..=MOST_PAIRED).contains(&inputs.len()) {
            let standard: Vec<Vec<f64>> = inputs.iter().map(|x| standardised(x)).collect();
            for (i, a) in standard.iter().enumerate() {
                for b in &standard[..i] {
                    all.push(a.iter().zip(b).map(|(u, v)| u * v).collect());
                }
            }
        }
        let columns = all.len();
        let mut x = vec![0.0; rows * columns];
        for (j, column) in all.iter().enumerate() {
            let mean = column.iter().sum::<f64>() / rows as f64;
            for (row, value) in column.iter().enumerate() {
                x[row * columns + j] = value - mean;
            }
        }
        Design { rows, columns, x, splines }
    }

    fn has_products(&self) -> bool {
        self.splines.last().is_some_and(|last| last.1 < self.columns)
    }

    fn gram(&self) -> Vec<f64> {
        let p = self.columns;
        let mut gram = vec![0.0; p * p];
        for row in self.x.chunks(p) {
            for i in 0..p {
                let a = row[i];
                for (g, b) in gram[i * p..=i * p + i].iter_mut().zip(row) {
                    *g += a * b;
                }
            }
        }
        for i in 0..p {
            for j in 0..i {
                gram[j * p + i] = gram[i * p + j];
            }
        }
        gram
    }

    /// The factor of the normal equations: second differences of spline coefficients and squares of the
    /// products' cost their penalty.
    fn factor(&self, gram: &[f64], penalties: [f64; 2]) -> Option<Lower> {
        let p = self.columns;
        let mut a = gram.to_vec();
        for &(start, end) in &self.splines {
            for i in start + 2..end {
                for (u, c) in [(i - 2, 1.0), (i - 1, -2.0), (i, 1.0)] {
                    for (v, d) in [(i - 2, 1.0), (i - 1, -2.0), (i, 1.0)] {
                        a[u * p + v] += penalties[0] * c * d;
                    }
                }
            }
        }
        for i in self.splines.last().map_or(0, |last| last.1)..p {
            a[i * p + i] += penalties[1];
        }
        // Splines sum to a constant, which centring took away: a breath of ridge fixes what no data fix.
        Lower::of(&a, p, 1e-9)
    }

    fn times(&self, beta: &[f64]) -> Vec<f64> {
        self.x.chunks(self.columns).map(|row| dot(row, beta)).collect()
    }

    fn transposed_times(&self, y: &[f64]) -> Vec<f64> {
        let mut product = vec![0.0; self.columns];
        for (row, v) in self.x.chunks(self.columns).zip(y) {
            product.iter_mut().zip(row).for_each(|(sum, x)| *sum += x * v);
        }
        product
    }
}

impl Lower {
    /// The Cholesky factor of a symmetric matrix, `ridge` times its greatest diagonal element added to each.
    fn of(a: &[f64], n: usize, ridge: f64) -> Option<Lower> {
        let greatest = (0..n).map(|i| a[i * n + i]).fold(0.0, f64::max);
        let mut l = vec![0.0; n * n];
        for i in 0..n {
            for j in 0..=i {
                let sum = a[i * n + j] - dot(&l[i * n..i * n + j], &l[j * n..j * n + j]);
                if i == j {
                    let square = sum + ridge * greatest;
                    if !(square > 0.0) {
                        return None;
                    }
                    l[i * n + i] = square.sqrt();
                } else {
                    l[i * n + j] = sum / l[j * n + j];
                }
            }
        }
        Some(Lower { n, l })
    }

    fn at(&self, i: usize, j: usize) -> f64 {
        self.l[i * self.n + j]
    }

    fn forward(&self, b: &[f64]) -> Vec<f64> {
        let mut x = Vec::with_capacity(self.n);
        for (i, right) in b.iter().enumerate() {
            let sum = dot(&self.l[i * self.n..i * self.n + i], &x);
            x.push((right - sum) / self.at(i, i));
        }
        x
    }

    fn transposed_solve(&self, b: &[f64]) -> Vec<f64> {
        let mut x = b.to_vec();
        for i in (0..self.n).rev() {
            x[i] /= self.at(i, i);
            for j in 0..i {
                x[j] -= self.at(i, j) * x[i];
            }
        }
        x
    }

    fn solve(&self, b: &[f64]) -> Vec<f64> {
        self.transposed_solve(&self.forward(b))
    }

    fn trace_of_inverse_times(&self, gram: &[f64], n: usize) -> f64 {
        (0..n).map(|j| self.solve(&gram[j * n..(j + 1) * n])[j]).sum()
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn quadratic(a: &[f64], x: &[f64]) -> f64 {
    a.chunks(x.len()).zip(x).map(|(row, v)| v * dot(row, x)).sum()
}

fn standardised(x: &[f64]) -> Vec<f64> {
    let moments: crate::stats::moments::Moments = x.iter().copied().collect();
    x.iter().map(|v| (v - moments.mean()) / moments.sd()).collect()
}

/// Cubic B-splines on equal segments of the range of `x`: `segments + 3` columns.
fn b_splines(x: &[f64], segments: usize) -> Vec<Vec<f64>> {
    let (low, high) = x.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), &v| (l.min(v), h.max(v)));
    let mut columns = vec![vec![0.0; x.len()]; segments + 3];
    for (row, v) in x.iter().enumerate() {
        let place = (v - low) / (high - low) * segments as f64;
        let segment = (place.floor() as usize).min(segments - 1);
        let t = place - segment as f64;
        let s = 1.0 - t;
        let parts = [
            s * s * s / 6.0,
            (3.0 * t * t * t - 6.0 * t * t + 4.0) / 6.0,
            (3.0 * s * s * s - 6.0 * s * s + 4.0) / 6.0,
            t * t * t / 6.0,
        ];
        for (i, part) in parts.into_iter().enumerate() {
            columns[segment + i][row] = part;
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use crate::random::address::parameter_uniform;
    use crate::stats::smooth::Smooth;

    fn noise(row: u64, column: u64) -> f64 {
        parameter_uniform(5, row, column) - 0.5
    }

    #[test]
    fn a_straight_line_is_found_exactly() {
        let x: Vec<f64> = (0..200).map(|r| noise(r, 1)).collect();
        let y = vec![x.iter().map(|v| 3.0 - 7.0 * v).collect::<Vec<f64>>()];
        let fit = Smooth::fit(&[&x], &y).unwrap();
        assert!(fit.fitted[0].iter().zip(&y[0]).all(|(a, b)| (a - b).abs() < 1e-3), "{:?}", fit.explained);
        assert!(fit.explained[0] > 0.999_999);
    }

    #[test]
    fn a_wave_and_a_product_are_found_under_noise() {
        let (a, b): (Vec<f64>, Vec<f64>) = (0..2000).map(|r| (noise(r, 1), noise(r, 2))).unzip();
        let truth: Vec<f64> = a.iter().zip(&b).map(|(a, b)| (6.0 * a).sin() + 8.0 * a * b).collect();
        let y = vec![truth.iter().enumerate().map(|(r, t)| t + noise(r as u64, 3)).collect::<Vec<f64>>()];
        let fit = Smooth::fit(&[&a, &b], &y).unwrap();
        let squares = |other: &[f64]| other.iter().zip(&truth).map(|(f, t)| (f - t) * (f - t)).sum::<f64>() / 2000.0;
        // The noise has variance 1/12; two dozen coefficients of 2,000 rows leave a hundredth of it.
        assert!(squares(&fit.fitted[0]) < 0.03 / 12.0, "{}", squares(&fit.fitted[0]));
        assert!(fit.misfit(&y) < 4.0 && fit.freedom < 30.0);
    }

    #[test]
    fn an_input_without_effect_explains_next_to_nothing() {
        let x: Vec<f64> = (0..1000).map(|r| noise(r, 1)).collect();
        let y = vec![(0..1000).map(|r| noise(r, 2)).collect::<Vec<f64>>()];
        let fit = Smooth::fit(&[&x], &y).unwrap();
        assert!(fit.explained[0] < 0.02);
        assert!(Smooth::fit(&[&vec![1.0; 1000]], &y).is_none(), "a constant explains nothing");
    }
}
