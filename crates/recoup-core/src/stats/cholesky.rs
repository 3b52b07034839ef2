//! Cholesky's factorisation of small matrices.

/// Pivots below are as good as 0.
const LEAST_PIVOT: f64 = 1e-10;

/// The lower triangular L with L L' = `matrix`, row by row up to the diagonal; `None` where the symmetric
/// matrix is not positive definite. Golub and Van Loan, Matrix Computations, section 4.2.
pub fn cholesky(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let mut factor: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
    for (i, row) in matrix.iter().enumerate() {
        let mut lower = Vec::with_capacity(i + 1);
        for (j, &entry) in row.iter().enumerate().take(i) {
            let known: f64 = lower.iter().zip(&factor[j]).map(|(a, b): (&f64, &f64)| a * b).sum();
            lower.push((entry - known) / factor[j][j]);
        }
        let pivot = row[i] - lower.iter().map(|x| x * x).sum::<f64>();
        if !(pivot > LEAST_PIVOT) {
            return None;
        }
        lower.push(pivot.sqrt());
        factor.push(lower);
    }
    Some(factor)
}

#[cfg(test)]
mod tests {
    use crate::stats::cholesky::cholesky;

    #[test]
    fn a_known_matrix_has_its_factor() {
        let matrix = [vec![4.0, 12.0, -16.0], vec![12.0, 37.0, -43.0], vec![-16.0, -43.0, 98.0]];
        assert_eq!(cholesky(&matrix), Some(vec![vec![2.0], vec![6.0, 1.0], vec![-8.0, 5.0, 3.0]]));
    }

    #[test]
    fn what_cannot_be_a_correlation_matrix_is_none() {
        // a with b, b with c, but a not with c.
        assert_eq!(cholesky(&[vec![1.0, 0.9, 0.0], vec![0.9, 1.0, 0.9], vec![0.0, 0.9, 1.0]]), None);
        assert_eq!(cholesky(&[vec![1.0, 1.0], vec![1.0, 1.0]]), None);
        assert_eq!(cholesky(&[vec![f64::NAN]]), None);
    }
}
