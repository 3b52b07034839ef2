//! Smoothing by regression: the mean of responses given some inputs.
//!
//! One input: a cubic P-spline (P. Eilers and B. Marx, Statistical Science 11 (1996) 89). Several: the
//! sum of one spline each and, for the pairs, the product of their standardised values; or products of
//! hinges (`mars`), whichever predicts better. The smoothness is chosen by generalised cross-validation (P. Craven and G. Wahba,
//! Numerische Mathematik 31 (1979) 377), the splines' first, then the products'.
//!
//! Each input has the scale on which it predicts best by itself: a mean given an input is the mean given its rank.

use crate::math::powi;
use crate::stats::design::{Columns, Design, Scale};
use crate::stats::linalg::{Lower, dot, quadratic};
use crate::stats::mars::{Terms, mars};
use crate::stats::moments::Moments;

/// Fewest rows that are fitted.
pub(crate) const LEAST_ROWS: usize = 20;
/// A mean residual below this share of the response's standard deviation is no miss, however small its error.
const IMMATERIAL: f64 = 0.02;
/// A fit with a greater [`misfit`](Smooth::misfit) does not catch the shape.
pub(crate) const POOR: f64 = 4.0;
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

impl Smooth {
    /// Fits `responses` (each a number a row) on `inputs` (each a number a row); `None` where there are fewer than
    /// `LEAST_ROWS` rows or no input varies.
    pub fn fit(inputs: &[&[f64]], responses: &[Vec<f64>]) -> Option<Smooth> {
        let rows = responses.first()?.len();
        let inputs: Vec<&[f64]> = inputs.iter().copied().filter(|x| x.iter().any(|v| *v != x[0])).collect();
        if rows < LEAST_ROWS || inputs.is_empty() {
            return None;
        }
        let all: Vec<usize> = (0..rows).collect();
        let problem = Problem::new(responses, &all);
        let alone = |x: &[f64]| {
            let on = |scale: Scale| {
                let laid = scale.of(x);
                Some((problem.splines(&Columns::splines(std::slice::from_ref(&laid)), &all)?, laid))
            };
            Scale::ALL.into_iter().filter_map(on).min_by(|a, b| a.0.score.total_cmp(&b.0.score))
        };
        let mut found: Vec<(Solved, Vec<f64>)> = inputs.iter().filter_map(|x| alone(x)).collect();
        if found.len() < 2 {
            return Some(problem.fit(found.pop()?.0));
        }
        let laid: Vec<Vec<f64>> = found.into_iter().map(|(_, laid)| laid).collect();
        let splines = problem.splines(&Columns::splines(&laid), &all)?;
        let hinges = mars(&laid, responses, &all).and_then(|terms| problem.hinges(&terms, &all));
        match hinges {
            Some(hinges) if hinges.score < splines.score && hinges_predict_better(&laid, responses) => {
                Some(problem.fit(hinges))
            }
            _ => Some(problem.fit(splines)),
        }
    }

    /// Fitted values with coefficients moved as far as the data leave them uncertain: their posterior given
    /// the penalties is normal (S. Wood, Generalized Additive Models, 2nd ed. 2017, section 6.10). `normal`
    /// gives standard normal numbers.
    pub(crate) fn resampled(&self, mut normal: impl FnMut() -> f64) -> Vec<Vec<f64>> {
        let responses = self.fitted.len();
        let moves: Vec<Vec<f64>> = (0..responses)
            .map(|_| self.factor.transposed_solve(&(0..self.design.columns).map(|_| normal()).collect::<Vec<_>>()))
            .map(|move_| self.design.times(&move_))
            .collect();
        let means: Vec<f64> = (0..responses).map(|_| normal() / (self.design.rows as f64).sqrt()).collect();
        let root = Lower::of_ridged(&self.residual.concat(), responses, 1e-9);
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
    /// fitted values and of each input, in standard errors. Above [`POOR`] the shape is not caught. Misses of less than
    /// 2 % of the response's standard deviation do not count: next to no noise makes every miss one of many standard
    /// errors.
    pub(crate) fn misfit(&self, inputs: &[&[f64]], responses: &[Vec<f64>]) -> f64 {
        let ordered = |x: &[f64]| {
            let mut order: Vec<usize> = (0..x.len()).collect();
            order.sort_by(|a, b| x[*a].total_cmp(&x[*b]));
            order
        };
        let by_input: Vec<Vec<usize>> =
            inputs.iter().filter(|x| x.iter().any(|v| *v != x[0])).map(|x| ordered(x)).collect();
        let mut worst: f64 = 0.0;
        for (i, (fitted, y)) in self.fitted.iter().zip(responses).enumerate() {
            let sd = self.residual[i][i].sqrt();
            let spread = y.iter().copied().collect::<Moments>().sd();
            if !(sd > 1e-9 * spread) {
                continue;
            }
            for order in by_input.iter().chain([&ordered(fitted)]) {
                for tenth in order.chunks(order.len().div_ceil(10)) {
                    let mean = tenth.iter().map(|&r| y[r] - fitted[r]).sum::<f64>() / tenth.len() as f64;
                    if mean.abs() > IMMATERIAL * spread {
                        worst = worst.max(mean.abs() / (sd / (tenth.len() as f64).sqrt()));
                    }
                }
            }
        }
        worst
    }
}

/// Whether hinges predict half of the rows from the other half better than splines do, by more than a standard error.
///
/// A search among thousands of hinges finds some that fit noise: rows that it has not seen decide.
fn hinges_predict_better(inputs: &[Vec<f64>], responses: &[Vec<f64>]) -> bool {
    // Halves that have nothing to do with how draws are spread.
    let half = |row: usize| (row as u32).wrapping_mul(0x9E37_79B9) >> 31;
    let rows = responses[0].len();
    let splines = Columns::splines(inputs);
    let mut gains = Moments::default();
    for side in 0..2 {
        let (known, unseen): (Vec<usize>, Vec<usize>) = (0..rows).partition(|&row| half(row) == side);
        let problem = Problem::new(responses, &known);
        let Some(terms) = mars(inputs, responses, &known) else { return false };
        let Some(hinges) = problem.hinges(&terms, &known) else { return false };
        let Some(smooth) = problem.splines(&splines, &known) else { return true };
        let misses = |solved: &Solved, columns: &Columns| problem.misses(solved, columns, responses, &unseen);
        let terms = Columns { all: terms.columns, splines: Vec::new() };
        for (hinges, smooth) in misses(&hinges, &terms).into_iter().zip(misses(&smooth, &splines)) {
            gains.add(smooth - hinges);
        }
    }
    gains.mean() > gains.standard_error()
}

/// Responses to be fitted.
struct Problem {
    rows: f64,
    means: Vec<f64>,
    /// Less their means.
    centred: Vec<Vec<f64>>,
    /// Sums of squares of them.
    squares: Vec<f64>,
}

/// A design with its penalties chosen.
struct Solved {
    design: Design,
    factor: Lower,
    freedom: f64,
    /// The sum over responses of the cross-validated share of variance left.
    score: f64,
}

impl Problem {
    /// Of the given rows of all responses.
    fn new(responses: &[Vec<f64>], rows: &[usize]) -> Problem {
        let n = rows.len() as f64;
        let means: Vec<f64> = responses.iter().map(|y| rows.iter().map(|&row| y[row]).sum::<f64>() / n).collect();
        let centred: Vec<Vec<f64>> =
            responses.iter().zip(&means).map(|(y, m)| rows.iter().map(|&row| y[row] - m).collect()).collect();
        let squares = centred.iter().map(|y| y.iter().map(|v| v * v).sum()).collect();
        Problem { rows: n, means, centred, squares }
    }

    /// Of the given rows, by row: the sum over responses of squared prediction errors, as shares of the variance.
    fn misses(&self, solved: &Solved, columns: &Columns, responses: &[Vec<f64>], rows: &[usize]) -> Vec<f64> {
        let mut misses = vec![0.0; rows.len()];
        for (k, y) in responses.iter().enumerate().filter(|(k, _)| self.squares[*k] > 0.0) {
            let beta = solved.factor.solve(&solved.design.transposed_times(&self.centred[k]));
            for (miss, &row) in misses.iter_mut().zip(rows) {
                let parts = columns.all.iter().zip(&solved.design.centres).zip(&beta);
                let predicted: f64 = parts.map(|((column, centre), beta)| (column[row] - centre) * beta).sum();
                let error = y[row] - self.means[k] - predicted;
                *miss += error * error * self.rows / self.squares[k];
            }
        }
        misses
    }

    /// The factor of the normal equations, effective number of coefficients and score for given penalties; `cost` counts
    /// the coefficients where a search has chosen the columns.
    fn scored(
        &self,
        design: &Design,
        gram: &[f64],
        moments: &[Vec<f64>],
        penalties: [f64; 2],
        cost: Option<f64>,
    ) -> Option<(Lower, f64, f64)> {
        let factor = design.factor(gram, penalties)?;
        let freedom = 1.0 + factor.trace_of_inverse_times(gram);
        let slack = 1.0 - cost.unwrap_or(freedom) / self.rows;
        if !(slack > 0.0) {
            return None;
        }
        let left = moments.iter().zip(&self.squares).filter(|(_, s)| **s > 0.0).map(|(m, s)| {
            let beta = factor.solve(m);
            (s - 2.0 * dot(&beta, m) + quadratic(gram, &beta)) / s
        });
        let score = left.sum::<f64>() / (slack * slack);
        Some((factor, freedom, score))
    }

    /// Products of hinges, without penalty.
    fn hinges(&self, terms: &Terms, rows: &[usize]) -> Option<Solved> {
        let design = Design::new(&terms.columns, Vec::new(), rows);
        let gram = design.gram();
        let moments: Vec<Vec<f64>> = self.centred.iter().map(|y| design.transposed_times(y)).collect();
        let (factor, freedom, score) = self.scored(&design, &gram, &moments, [0.0; 2], Some(terms.cost))?;
        Some(Solved { design, factor, freedom, score })
    }

    /// Splines and products, their penalties chosen by cross-validation.
    fn splines(&self, columns: &Columns, rows: &[usize]) -> Option<Solved> {
        let design = Design::new(&columns.all, columns.splines.clone(), rows);
        let gram = design.gram();
        let moments: Vec<Vec<f64>> = self.centred.iter().map(|y| design.transposed_times(y)).collect();
        let grid = || POWERS.map(|power| self.rows * powi(10.0, power));
        let mut chosen = [self.rows * 1e-3, self.rows * 1e-1];
        let turns: &[usize] = if design.has_products() { &[0, 1, 0] } else { &[0] };
        for &which in turns {
            let tried = grid().filter_map(|penalty| {
                let mut penalties = chosen;
                penalties[which] = penalty;
                self.scored(&design, &gram, &moments, penalties, None).map(|(.., score)| (score, penalty))
            });
            chosen[which] = tried.min_by(|a, b| a.0.total_cmp(&b.0))?.1;
        }
        let (factor, freedom, score) = self.scored(&design, &gram, &moments, chosen, None)?;
        Some(Solved { design, factor, freedom, score })
    }

    fn fit(&self, solved: Solved) -> Smooth {
        let Solved { design, factor, freedom, .. } = solved;
        let mut fitted = Vec::with_capacity(self.centred.len());
        for (y, mean) in self.centred.iter().zip(&self.means) {
            let beta = factor.solve(&design.transposed_times(y));
            fitted.push(design.times(&beta).into_iter().map(|v| v + mean).collect::<Vec<f64>>());
        }
        let residual_of = |((y, fitted), mean): ((&Vec<f64>, &Vec<f64>), &f64)| {
            y.iter().zip(fitted).map(|(y, f)| y + mean - f).collect::<Vec<f64>>()
        };
        let residuals: Vec<Vec<f64>> = self.centred.iter().zip(&fitted).zip(&self.means).map(residual_of).collect();
        let free = (self.rows - freedom).max(1.0);
        let residual = residuals.iter().map(|a| residuals.iter().map(|b| dot(a, b) / free).collect()).collect();
        let explained = residuals
            .iter()
            .zip(&self.squares)
            .map(|(r, s)| if *s > 0.0 { (1.0 - dot(r, r) / s).max(0.0) } else { 0.0 })
            .collect();
        Smooth { fitted, explained, freedom, residual, design, factor }
    }
}

#[cfg(test)]
mod tests {
    use crate::random::address::parameter_uniform;
    use crate::stats::smooth::{POOR, Smooth};

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
        assert!(fit.misfit(&[&a, &b], &y) < 4.0 && fit.freedom < 30.0);
    }

    #[test]
    fn a_missed_shape_shows_along_an_input_too() {
        let (a, b): (Vec<f64>, Vec<f64>) = (0..2000).map(|r| (noise(r, 1), noise(r, 2))).unzip();
        let y: Vec<f64> = (0..2000).map(|r| 3.0 * a[r] + noise(r as u64, 3)).collect();
        let fit = Smooth::fit(&[&a, &b], std::slice::from_ref(&y)).unwrap();
        assert!(fit.misfit(&[&a, &b], std::slice::from_ref(&y)) < POOR);
        // A bump over a tenth of the other input: seven standard errors of a mean of 200 rows, 0.14 wide.
        let bumped: Vec<f64> = y.iter().zip(&b).map(|(y, b)| y + if *b > 0.4 { 0.15 } else { 0.0 }).collect();
        assert!(fit.misfit(&[&a, &b], std::slice::from_ref(&bumped)) > POOR);
        assert!(fit.misfit(&[&a], &[bumped]) < POOR, "seen along the other input alone");
    }

    #[test]
    fn a_scale_is_chosen_by_what_it_predicts() {
        // Straight in values over five powers of ten, and saturating on the same ones.
        let x: Vec<f64> = (0..1000).map(|r| (12.0 * noise(r, 1)).exp()).collect();
        let line: Vec<f64> = (0..1000).map(|r| x[r] + 5.0 * noise(r as u64, 2)).collect();
        let step: Vec<f64> = (0..1000).map(|r| x[r] / (1.0 + x[r]) + 0.2 * noise(r as u64, 2)).collect();
        for (y, least) in [(line, 0.999), (step, 0.95)] {
            let fit = Smooth::fit(&[&x], std::slice::from_ref(&y)).unwrap();
            assert!(fit.explained[0] > least && fit.misfit(&[&x], &[y]) < POOR, "{:?}", fit.explained);
        }
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
