//! Designs of regressions: the columns that are computed from inputs, and their normal equations.
//!
//! A spline is a combination of cubic B-splines on evenly spaced knots, so the scale of an input decides where it can bend.

use crate::math::ln;
use crate::stats::linalg::{Lower, dot};
use crate::stats::moments::Moments;

/// Most inputs of which products of pairs are taken.
const MOST_PAIRED: usize = 12;

/// On what an input is laid out, from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scale {
    /// Its values: what is straight in them stays straight, however far they reach.
    Values,
    /// Its ranks: as many rows between any two knots, however skewed it is.
    Ranks,
    /// The log-odds of its ranks: more knots where rows are few.
    Tails,
}

impl Scale {
    pub(super) const ALL: [Scale; 3] = [Scale::Values, Scale::Ranks, Scale::Tails];

    /// `x`, which varies, on this scale.
    pub(super) fn of(self, x: &[f64]) -> Vec<f64> {
        let laid: Vec<f64> = match self {
            Scale::Values => x.to_vec(),
            Scale::Ranks => ranks(x),
            Scale::Tails => ranks(x).into_iter().map(|u| ln(u / (1.0 - u))).collect(),
        };
        let (low, high) = laid.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), &v| (l.min(v), h.max(v)));
        laid.into_iter().map(|v| (v - low) / (high - low)).collect()
    }
}

/// Ranks as shares between 0 and 1; equal values share theirs.
fn ranks(x: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..x.len()).collect();
    order.sort_unstable_by(|&a, &b| x[a].total_cmp(&x[b]));
    let mut ranks = vec![0.0; x.len()];
    let mut first = 0;
    for equal in order.chunk_by(|&a, &b| x[a] == x[b]) {
        let middle = first as f64 + 0.5 * equal.len() as f64;
        equal.iter().for_each(|&row| ranks[row] = middle / x.len() as f64);
        first += equal.len();
    }
    ranks
}

/// Columns of a design, before any rows are chosen.
pub(super) struct Columns {
    pub(super) all: Vec<Vec<f64>>,
    /// Where each spline's columns begin and end; the others come after the last.
    pub(super) splines: Vec<(usize, usize)>,
}

impl Columns {
    /// A spline for each input, which lies between 0 and 1, and products of pairs.
    pub(super) fn splines(inputs: &[Vec<f64>]) -> Columns {
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
        Columns { all, splines }
    }
}

fn standardised(x: &[f64]) -> Vec<f64> {
    let moments: Moments = x.iter().copied().collect();
    x.iter().map(|v| (v - moments.mean()) / moments.sd()).collect()
}

/// Cubic B-splines on equal segments from 0 to 1: `segments + 3` columns.
fn b_splines(x: &[f64], segments: usize) -> Vec<Vec<f64>> {
    let mut columns = vec![vec![0.0; x.len()]; segments + 3];
    for (row, v) in x.iter().enumerate() {
        let place = v * segments as f64;
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

/// Centred columns and their kinds, row by row.
#[derive(Clone, Debug)]
pub(super) struct Design {
    pub(super) rows: usize,
    pub(super) columns: usize,
    x: Vec<f64>,
    /// By column, what was taken off.
    pub(super) centres: Vec<f64>,
    /// Where each spline's columns begin and end; the products come after the last.
    pub(super) splines: Vec<(usize, usize)>,
}

impl Design {
    pub(super) fn new(all: &[Vec<f64>], splines: Vec<(usize, usize)>, rows: &[usize]) -> Design {
        let columns = all.len();
        let mut x = vec![0.0; rows.len() * columns];
        let mut centres = Vec::with_capacity(columns);
        for (j, column) in all.iter().enumerate() {
            let mean = rows.iter().map(|&row| column[row]).sum::<f64>() / rows.len() as f64;
            for (i, &row) in rows.iter().enumerate() {
                x[i * columns + j] = column[row] - mean;
            }
            centres.push(mean);
        }
        Design { rows: rows.len(), columns, x, centres, splines }
    }

    pub(super) fn has_products(&self) -> bool {
        self.splines.last().is_some_and(|last| last.1 < self.columns)
    }

    pub(super) fn gram(&self) -> Vec<f64> {
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
    pub(super) fn factor(&self, gram: &[f64], penalties: [f64; 2]) -> Option<Lower> {
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
        Lower::of_ridged(&a, p, 1e-9)
    }

    pub(super) fn times(&self, beta: &[f64]) -> Vec<f64> {
        self.x.chunks(self.columns).map(|row| dot(row, beta)).collect()
    }

    pub(super) fn transposed_times(&self, y: &[f64]) -> Vec<f64> {
        let mut product = vec![0.0; self.columns];
        for (row, v) in self.x.chunks(self.columns).zip(y) {
            product.iter_mut().zip(row).for_each(|(sum, x)| *sum += x * v);
        }
        product
    }
}

#[cfg(test)]
mod tests {
    use crate::stats::design::ranks;

    #[test]
    fn equal_values_share_their_rank() {
        assert_eq!(ranks(&[5.0, 1.0, 5.0, 9.0]), [0.5, 0.125, 0.5, 0.875]);
    }
}
