//! Small linear algebra: products of vectors, and Cholesky's factor of a symmetric matrix.
//!
//! Golub and Van Loan, Matrix Computations, section 4.2.

/// Pivots of a correlation matrix below this are as good as 0.
const LEAST_PIVOT: f64 = 1e-10;

/// The product of two vectors.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// The length of a vector.
pub(crate) fn norm(a: &[f64]) -> f64 {
    dot(a, a).sqrt()
}

/// x' A x of a square matrix A, row by row.
pub(crate) fn quadratic(a: &[f64], x: &[f64]) -> f64 {
    a.chunks(x.len()).zip(x).map(|(row, v)| v * dot(row, x)).sum()
}

/// A lower triangular matrix L.
#[derive(Clone, Debug, PartialEq)]
pub struct Lower {
    n: usize,
    /// Row by row, each up to the diagonal.
    entries: Vec<f64>,
}

impl Lower {
    /// L with L L' = `matrix`; `None` where the symmetric matrix is not positive definite.
    pub fn of(matrix: &[Vec<f64>]) -> Option<Lower> {
        Lower::factor(matrix.len(), |i, j| matrix[i][j], 0.0, LEAST_PIVOT)
    }

    /// L with L L' = the symmetric matrix `a` of `n` rows, `ridge` times its greatest diagonal element added to each.
    pub(crate) fn of_ridged(a: &[f64], n: usize, ridge: f64) -> Option<Lower> {
        let greatest = (0..n).map(|i| a[i * n + i]).fold(0.0, f64::max);
        Lower::factor(n, |i, j| a[i * n + j], ridge * greatest, 0.0)
    }

    fn factor(n: usize, entry: impl Fn(usize, usize) -> f64, ridge: f64, least_pivot: f64) -> Option<Lower> {
        let mut lower = Lower { n, entries: Vec::with_capacity(Lower::start(n)) };
        for i in 0..n {
            let start = Lower::start(i);
            for j in 0..i {
                let left = entry(i, j) - dot(&lower.entries[start..], lower.row(j));
                lower.entries.push(left / lower.at(j, j));
            }
            let own = &lower.entries[start..];
            let pivot = entry(i, i) - dot(own, own) + ridge;
            if !(pivot > least_pivot) {
                return None;
            }
            lower.entries.push(pivot.sqrt());
        }
        Some(lower)
    }

    /// Where row `i` starts.
    fn start(i: usize) -> usize {
        i * (i + 1) / 2
    }

    /// Row `i` up to the diagonal.
    pub(crate) fn row(&self, i: usize) -> &[f64] {
        &self.entries[Lower::start(i)..Lower::start(i + 1)]
    }

    /// The element in row `i` and column `j`, which is at most `i`.
    pub(crate) fn at(&self, i: usize, j: usize) -> f64 {
        self.entries[Lower::start(i) + j]
    }

    /// x of L x = b.
    fn forward(&self, b: &[f64]) -> Vec<f64> {
        let mut x = Vec::with_capacity(self.n);
        for (i, right) in b.iter().enumerate() {
            let sum = dot(self.row(i), &x);
            x.push((right - sum) / self.at(i, i));
        }
        x
    }

    /// x of L' x = b.
    pub(crate) fn transposed_solve(&self, b: &[f64]) -> Vec<f64> {
        let mut x = b.to_vec();
        for i in (0..self.n).rev() {
            x[i] /= self.at(i, i);
            let (before, rest) = x.split_at_mut(i);
            before.iter_mut().zip(self.row(i)).for_each(|(x, l)| *x -= l * rest[0]);
        }
        x
    }

    /// x of L L' x = b.
    pub fn solve(&self, b: &[f64]) -> Vec<f64> {
        self.transposed_solve(&self.forward(b))
    }

    /// The inverse of L L', row by row.
    pub fn inverse(&self) -> Vec<Vec<f64>> {
        let unit = |i: usize| (0..self.n).map(|j| f64::from(u8::from(i == j))).collect::<Vec<f64>>();
        let column = |i: usize| {
            let mut x = self.forward(&unit(i));
            for i in (0..self.n).rev() {
                let known: f64 = (i + 1..self.n).map(|j| self.at(j, i) * x[j]).sum();
                x[i] = (x[i] - known) / self.at(i, i);
            }
            x
        };
        (0..self.n).map(column).collect()
    }

    /// The trace of the inverse of L L' times a symmetric matrix.
    pub(crate) fn trace_of_inverse_times(&self, matrix: &[f64]) -> f64 {
        let n = self.n;
        (0..n).map(|j| self.solve(&matrix[j * n..(j + 1) * n])[j]).sum()
    }
}

#[cfg(test)]
mod tests {
    use crate::stats::linalg::Lower;

    #[test]
    fn a_known_matrix_has_its_factor() {
        let matrix = [vec![4.0, 12.0, -16.0], vec![12.0, 37.0, -43.0], vec![-16.0, -43.0, 98.0]];
        let factor = Lower::of(&matrix).unwrap();
        assert_eq!((factor.row(0), factor.row(1), factor.row(2)), (&[2.0][..], &[6.0, 1.0][..], &[-8.0, 5.0, 3.0][..]));
        assert_eq!(Lower::of_ridged(&matrix.concat(), 3, 0.0), Some(factor.clone()));
        assert_eq!(factor.solve(&[0.0, 6.0, 39.0]), [1.0, 1.0, 1.0]);
        for (row, inverse) in matrix.iter().zip(factor.inverse()) {
            let product: f64 = row.iter().zip(inverse).map(|(a, b)| a * b).sum();
            assert!((product - 1.0).abs() < 1e-9, "{product}");
        }
    }

    #[test]
    fn what_cannot_be_a_correlation_matrix_is_none() {
        // a with b, b with c, but a not with c.
        assert_eq!(Lower::of(&[vec![1.0, 0.9, 0.0], vec![0.9, 1.0, 0.9], vec![0.0, 0.9, 1.0]]), None);
        assert_eq!(Lower::of(&[vec![1.0, 1.0], vec![1.0, 1.0]]), None);
        assert_eq!(Lower::of(&[vec![f64::NAN]]), None);
    }
}
