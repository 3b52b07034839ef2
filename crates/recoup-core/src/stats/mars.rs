//! Multivariate adaptive regression splines: products of hinges, found where the data bend.
//!
//! J. Friedman, Annals of Statistics 19 (1991) 1: terms are added in pairs, each a known term times the two hinges of an
//! input at a knot, then taken away one by one while generalised cross-validation falls. Several responses share their
//! terms. Beside Gaussian processes the choice of the R package `voi` for many inputs.

use std::collections::BTreeMap;

use crate::stats::linalg::{Lower, dot};

/// Rows by which terms are searched; the coefficients are fitted on all.
const SEARCHED: usize = 2_000;
/// Terms before pruning, the constant included.
const MOST_TERMS: usize = 41;
/// Rows a term, at least.
const ROWS_A_TERM: usize = 25;
/// Knots of an input: evenly spaced in its order.
const KNOTS: usize = 20;
/// Inputs in a product, at most.
const DEGREE: usize = 3;
/// What a knot costs beside its coefficient (Friedman: 2 to 4; the most, since a search in noise finds something).
const KNOT_COST: f64 = 4.0;
/// Terms that gain less of the variance are no longer added.
const LEAST_GAIN: f64 = 1e-4;
/// Columns whose part outside the known ones is smaller are no new ones.
const DEPENDENT: f64 = 1e-6;

/// The terms found, without the constant.
#[derive(Clone, Debug)]
pub(crate) struct Terms {
    /// By term, by row.
    pub columns: Vec<Vec<f64>>,
    /// Effective number of coefficients, the search counted, the constant included.
    pub cost: f64,
}

/// A product of hinges.
#[derive(Clone, Debug, Default)]
struct Term {
    /// Input, knot, and whether the hinge rises beyond the knot.
    hinges: Vec<(usize, f64, bool)>,
}

/// A term times an input, beside other vectors; by knot, sums over the rows beyond it.
struct Product {
    /// Squares of the term, times 1, the input and its square.
    squares: Vec<[f64; 3]>,
    /// By vector, known ones first: the term times the vector, times 1 and the input. Known vectors stay as they are, so that those
    /// sums are found once.
    sums: Vec<[f64; 2]>,
}

impl Term {
    fn at(&self, inputs: &[Vec<f64>], row: usize) -> f64 {
        let hinge = |&(input, knot, rises): &(usize, f64, bool)| {
            let beyond = inputs[input][row] - knot;
            if rises { beyond.max(0.0) } else { (-beyond).max(0.0) }
        };
        self.hinges.iter().map(hinge).product()
    }
}

/// The terms that explain `responses` by `inputs` (each a number a row, between 0 and 1), as found in `rows`; `None` where
/// none does.
pub(crate) fn mars(inputs: &[Vec<f64>], responses: &[Vec<f64>], rows: &[usize]) -> Option<Terms> {
    let stride = rows.len().div_ceil(SEARCHED).max(1);
    let thinned = |column: &Vec<f64>| rows.iter().step_by(stride).map(|&row| column[row]).collect::<Vec<f64>>();
    let search = Search::new(inputs.iter().map(thinned).collect(), responses.iter().map(thinned).collect());
    let (terms, cost) = search.pruned(search.grown());
    let all = inputs.first()?.len();
    let column = |term: &Term| (0..all).map(|row| term.at(inputs, row)).collect();
    (!terms.is_empty()).then(|| Terms { columns: terms.iter().map(column).collect(), cost })
}

struct Search {
    inputs: Vec<Vec<f64>>,
    /// Of variance 1 a row, those that vary.
    responses: Vec<Vec<f64>>,
    /// By input, rising.
    knots: Vec<Vec<f64>>,
    /// By input, by row: how many knots lie below the value.
    cells: Vec<Vec<usize>>,
    rows: usize,
}

impl Search {
    fn new(inputs: Vec<Vec<f64>>, responses: Vec<Vec<f64>>) -> Search {
        let rows = inputs.first().map_or(0, Vec::len);
        let standard = |y: Vec<f64>| {
            let mean = y.iter().sum::<f64>() / rows as f64;
            let squares: f64 = y.iter().map(|v| (v - mean) * (v - mean)).sum();
            (squares > 0.0).then(|| y.iter().map(|v| (v - mean) / (squares / rows as f64).sqrt()).collect())
        };
        let knots: Vec<Vec<f64>> = inputs
            .iter()
            .map(|x| {
                let mut sorted = x.clone();
                sorted.sort_unstable_by(f64::total_cmp);
                let mut knots: Vec<f64> = (1..=KNOTS).map(|i| sorted[i * (rows - 1) / (KNOTS + 1)]).collect();
                knots.dedup();
                // At the least value a hinge is a line that the other hinges make already.
                knots.retain(|knot| *knot > sorted[0] && *knot < sorted[rows - 1]);
                knots
            })
            .collect();
        let cell = |(x, knots): (&Vec<f64>, &Vec<f64>)| {
            x.iter().map(|v| knots.partition_point(|knot| knot < v)).collect::<Vec<usize>>()
        };
        let cells = inputs.iter().zip(&knots).map(cell).collect();
        Search { responses: responses.into_iter().filter_map(standard).collect(), inputs, knots, cells, rows }
    }

    fn column(&self, term: &Term) -> Vec<f64> {
        (0..self.rows).map(|row| term.at(&self.inputs, row)).collect()
    }

    /// The terms after the forward pass.
    fn grown(&self) -> Vec<Term> {
        let most = (self.rows / ROWS_A_TERM).min(MOST_TERMS);
        let constant = vec![1.0 / (self.rows as f64).sqrt(); self.rows];
        let (mut basis, mut residuals) = (vec![constant], self.responses.clone());
        let mut terms = vec![Term::default()];
        let mut columns = vec![vec![1.0; self.rows]];
        let mut products = BTreeMap::new();
        while terms.len() + 2 <= most && !self.responses.is_empty() {
            let Some((gain, parent, input, knot)) = self.best_pair(&terms, &columns, &basis, &residuals, &mut products)
            else {
                break;
            };
            if !(gain > LEAST_GAIN) {
                break;
            }
            for rises in [true, false] {
                let mut term = terms[parent].clone();
                term.hinges.push((input, knot, rises));
                let column = self.column(&term);
                // Twice, so that rounding leaves no trace of the others.
                let mut own = column.clone();
                for _ in 0..2 {
                    for known in &basis {
                        let part = dot(known, &own);
                        own.iter_mut().zip(known).for_each(|(o, k)| *o -= part * k);
                    }
                }
                let (length, whole) = (dot(&own, &own), dot(&column, &column));
                if !(length > DEPENDENT * whole) {
                    continue;
                }
                own.iter_mut().for_each(|o| *o /= length.sqrt());
                for residual in &mut residuals {
                    let part = dot(&own, residual);
                    residual.iter_mut().zip(&own).for_each(|(r, o)| *r -= part * o);
                }
                basis.push(own);
                columns.push(column);
                terms.push(term);
            }
        }
        terms
    }

    /// The pair of hinges that explains most: the share of variance gained (mean over the responses), the term that it
    /// multiplies, input and knot. A pair spans the term times the input, and the term times one hinge.
    fn best_pair(
        &self,
        terms: &[Term],
        columns: &[Vec<f64>],
        basis: &[Vec<f64>],
        residuals: &[Vec<f64>],
        products: &mut BTreeMap<[usize; 2], Product>,
    ) -> Option<(f64, usize, usize, f64)> {
        let mut best: Option<(f64, usize, usize, f64)> = None;
        let all = (self.rows * residuals.len()) as f64;
        let known = basis.len();
        for (parent, term) in terms.iter().enumerate().filter(|(_, term)| term.hinges.len() < DEGREE) {
            let column = &columns[parent];
            let there: Vec<usize> = (0..self.rows).filter(|&row| column[row] != 0.0).collect();
            for (input, x) in self.inputs.iter().enumerate() {
                let knots = &self.knots[input];
                if knots.is_empty() || term.hinges.iter().any(|hinge| hinge.0 == input) {
                    continue;
                }
                let cells = knots.len() + 1;
                let product = products.entry([parent, input]).or_insert_with(|| {
                    let square = |row: usize| column[row] * column[row];
                    let of = |row: usize| [square(row), square(row) * x[row], square(row) * x[row] * x[row]];
                    Product { squares: self.beyond(input, &there, of), sums: Vec::new() }
                });
                let Product { squares, sums } = product;
                for vector in basis[sums.len() / cells..].iter().chain(residuals) {
                    let part = |row: usize| column[row] * vector[row];
                    sums.extend(self.beyond(input, &there, |row| [part(row), part(row) * x[row]]));
                }
                // The line through all cells.
                let line = |v: usize| sums[v * cells][1];
                let line_whole = squares[0][2];
                let line_own = line_whole - (0..known).map(|v| line(v) * line(v)).sum::<f64>();
                let has_line = line_own > DEPENDENT * line_whole;
                let line_gain: f64 = match has_line {
                    true => (known..known + residuals.len()).map(|v| line(v) * line(v)).sum::<f64>() / line_own,
                    false => 0.0,
                };
                for (k, knot) in knots.iter().enumerate() {
                    let hinge = |v: usize| sums[v * cells + k + 1][1] - knot * sums[v * cells + k + 1][0];
                    let [s0, s1, s2] = squares[k + 1];
                    let whole = s2 - 2.0 * knot * s1 + knot * knot * s0;
                    // Its product with the line, and what both have outside the known vectors.
                    let mut with_line = s2 - knot * s1;
                    let mut own = whole;
                    for v in 0..known {
                        let part = hinge(v);
                        own -= part * part;
                        with_line -= part * line(v);
                    }
                    let slope = if has_line { with_line / line_own } else { 0.0 };
                    own -= slope * with_line;
                    let mut gain = line_gain;
                    if own > DEPENDENT * whole {
                        let new = |v: usize| hinge(v) - slope * line(v);
                        gain += (known..known + residuals.len()).map(|v| new(v) * new(v)).sum::<f64>() / own;
                    }
                    if best.is_none_or(|(most, ..)| gain / all > most) {
                        best = Some((gain / all, parent, input, *knot));
                    }
                }
                sums.truncate(known * cells);
            }
        }
        best
    }

    /// Sums of numbers of `rows`: all, then over those beyond each knot of an input.
    fn beyond<const N: usize>(&self, input: usize, rows: &[usize], of: impl Fn(usize) -> [f64; N]) -> Vec<[f64; N]> {
        let cells = &self.cells[input];
        let mut sums = vec![[0.0; N]; self.knots[input].len() + 1];
        for &row in rows {
            sums[cells[row]].iter_mut().zip(of(row)).for_each(|(sum, number)| *sum += number);
        }
        // From the highest cell down.
        for cell in (0..sums.len() - 1).rev() {
            let beyond = sums[cell + 1];
            sums[cell].iter_mut().zip(beyond).for_each(|(a, b)| *a += b);
        }
        sums
    }

    /// The terms, without the constant, that are left where generalised cross-validation is least, and their cost.
    fn pruned(&self, mut terms: Vec<Term>) -> (Vec<Term>, f64) {
        let cost = |terms: usize| terms as f64 + KNOT_COST * (terms as f64 - 1.0) / 2.0;
        let n = self.rows as f64;
        let score = |left: f64, terms: usize| {
            let slack = 1.0 - cost(terms) / n;
            if slack > 0.0 { left / (slack * slack) } else { f64::INFINITY }
        };
        let columns: Vec<Vec<f64>> = terms.iter().map(|term| self.column(term)).collect();
        let lengths: Vec<f64> =
            columns.iter().map(|column| dot(column, column).sqrt().max(f64::MIN_POSITIVE)).collect();
        let scaled = |i: usize, j: usize| dot(&columns[i], &columns[j]) / (lengths[i] * lengths[j]);
        let gram: Vec<Vec<f64>> = (0..terms.len()).map(|i| (0..terms.len()).map(|j| scaled(i, j)).collect()).collect();
        let Some(factor) = Lower::of(&gram) else { return (Vec::new(), 1.0) };
        let mut inverse = factor.inverse();
        // By response its coefficients, and what they leave of n.
        let mut coefficients: Vec<Vec<f64>> = Vec::new();
        let mut left = 0.0;
        for y in &self.responses {
            let moments: Vec<f64> = columns.iter().zip(&lengths).map(|(c, length)| dot(c, y) / length).collect();
            let beta: Vec<f64> = inverse.iter().map(|row| dot(row, &moments)).collect();
            left += (n - dot(&beta, &moments)).max(0.0);
            coefficients.push(beta);
        }
        let mut kept: Vec<usize> = (0..terms.len()).collect();
        let mut best = (score(left, kept.len()), kept.clone());
        while kept.len() > 1 {
            // The constant stays: what is lost by each of the others.
            let loss = |i: &usize| coefficients.iter().map(|beta| beta[*i] * beta[*i]).sum::<f64>() / inverse[*i][*i];
            let Some(gone) = (1..kept.len()).min_by(|a, b| loss(a).total_cmp(&loss(b))) else { break };
            left += loss(&gone);
            let row = inverse[gone].clone();
            for beta in &mut coefficients {
                let part = beta[gone] / row[gone];
                beta.iter_mut().zip(&row).for_each(|(b, r)| *b -= part * r);
                beta.remove(gone);
            }
            for (i, other) in inverse.iter_mut().enumerate() {
                let part = row[i] / row[gone];
                other.iter_mut().zip(&row).for_each(|(o, r)| *o -= part * r);
                other.remove(gone);
            }
            inverse.remove(gone);
            kept.remove(gone);
            let now = score(left, kept.len());
            if now <= best.0 {
                best = (now, kept.clone());
            }
        }
        let mut place = 0;
        terms.retain(|_| {
            place += 1;
            best.1.contains(&(place - 1))
        });
        let cost = cost(terms.len());
        (terms.split_off(1), cost)
    }
}

#[cfg(test)]
mod tests {
    use crate::random::address::parameter_uniform;
    use crate::stats::mars::{MOST_TERMS, Terms, mars};

    fn uniform(column: u64) -> Vec<f64> {
        (0..1000).map(|row| parameter_uniform(11, row, column)).collect()
    }

    fn found(inputs: &[Vec<f64>], y: Vec<f64>) -> Option<Terms> {
        mars(inputs, &[y], &(0..1000).collect::<Vec<usize>>())
    }

    fn centred(y: Vec<f64>) -> Vec<f64> {
        let mean = y.iter().sum::<f64>() / y.len() as f64;
        y.iter().map(|v| v - mean).collect()
    }

    #[test]
    fn a_product_of_hinges_is_found_among_idle_inputs() {
        // Bends at knots of the search's own grid are not needed: any knot nearby does.
        let inputs: Vec<Vec<f64>> = (0..8).map(uniform).collect();
        let truth = |row: usize| (inputs[2][row] - 0.4).max(0.0) * (0.7 - inputs[5][row]).max(0.0);
        let noise = uniform(20);
        let y: Vec<f64> = (0..1000).map(|row| 30.0 * truth(row) + noise[row]).collect();
        let found = found(&inputs, y).unwrap();
        assert!(found.columns.len() <= MOST_TERMS / 2, "{}", found.columns.len());
        // Some term is the product itself, or nearly.
        let target = centred((0..1000).map(truth).collect());
        let correlation = |column: &Vec<f64>| {
            let c = centred(column.clone());
            let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
            product(&c, &target) / (product(&c, &c) * product(&target, &target)).sqrt()
        };
        let best = found.columns.iter().map(correlation).fold(0.0, f64::max);
        assert!(best > 0.97, "{best}");
    }

    #[test]
    fn noise_has_few_terms() {
        let inputs: Vec<Vec<f64>> = (0..6).map(uniform).collect();
        let left: usize =
            (30..40).map(|column| found(&inputs, uniform(column)).map_or(0, |found| found.columns.len())).sum();
        assert!(left <= 60, "{left} terms in ten fits of noise, of 400 that are tried");
    }
}
