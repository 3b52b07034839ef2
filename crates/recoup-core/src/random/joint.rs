//! Uncertain numbers that are drawn together: blocks of numbers tied by correlations and orders.

use crate::dist::{standard_normal_cdf, standard_normal_quantile};
use crate::random::address::{parameter_uniform, redraw_uniform};
use crate::scenario::key::Key;
use crate::scenario::study::{Correlation, Order, UncertainNumber, UncertainParameters};
use crate::stats::linalg::Lower;

/// An order that fewer than this share of draws keep is refused.
pub(crate) const LEAST_ACCEPTANCE: f64 = 0.01;

/// Draws by which an order's acceptance is judged.
const TRIALS: u64 = 4096;

/// Redraws at most. A block that is not refused runs out of them once in e^100 draws.
const MOST_ATTEMPTS: u32 = 10_000;

/// Numbers drawn together. One that nothing ties is a block of its own.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    numbers: Vec<UncertainNumber>,
    /// Cholesky factor of their correlations; `None` where nothing is correlated.
    factor: Option<Lower>,
    orders: Vec<Vec<Term>>,
}

/// What stands in an order.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Term {
    /// A number of the block, by its place there.
    Number(usize),
    /// A certain number.
    Bound(f64),
}

impl Block {
    /// The numbers, in key order.
    pub(crate) fn numbers(&self) -> &[UncertainNumber] {
        &self.numbers
    }

    /// Whether two blocks draw the same: same keys, distributions, correlations and orders.
    pub(crate) fn draws_like(&self, other: &Block) -> bool {
        let same = |a: &UncertainNumber, b: &UncertainNumber| a.key == b.key && a.distribution == b.distribution;
        self.numbers.len() == other.numbers.len()
            && self.numbers.iter().zip(&other.numbers).all(|(a, b)| same(a, b))
            && self.factor == other.factor
            && self.orders == other.orders
    }

    /// The values in draw `draw`, whose point has the coordinate `first` of a key's address.
    ///
    /// The first attempt takes the draw's point; where it is out of order all numbers of the block are
    /// drawn again, at random, until they are in order. Every further attempt is a function of seed, draw, key and
    /// attempt.
    pub(crate) fn values(&self, first: &dyn Fn(u64) -> f64, seed: u64, draw: u64) -> Vec<f64> {
        let mut values = self.values_where(first);
        for attempt in 1..MOST_ATTEMPTS {
            if self.is_in_order(&values) {
                break;
            }
            values = self.values_where(|address| redraw_uniform(seed, draw, address, attempt));
        }
        values
    }

    fn values_where(&self, uniform: impl Fn(u64) -> f64) -> Vec<f64> {
        self.values_at(&self.numbers.iter().map(|number| uniform(number.key.address())).collect::<Vec<_>>())
    }

    /// The values at independent uniform numbers: correlated, each the quantile of its distribution inside
    /// its bounds, in whatever order.
    pub(crate) fn values_at(&self, uniforms: &[f64]) -> Vec<f64> {
        let value =
            |number: &UncertainNumber, u: f64| number.distribution.quantile(u).clamp(number.least, number.greatest);
        let Some(factor) = &self.factor else {
            return self.numbers.iter().zip(uniforms).map(|(number, &u)| value(number, u)).collect();
        };
        let normals: Vec<f64> = uniforms.iter().map(|&u| standard_normal_quantile(u)).collect();
        let coupled = |i: usize| {
            let row = factor.row(i);
            // A number that follows no other keeps its own to the last bit.
            if row[..i].iter().all(|&weight| weight == 0.0) {
                return uniforms[i];
            }
            let z = row.iter().zip(&normals).map(|(weight, z)| weight * z).sum();
            standard_normal_cdf(z).clamp(f64::MIN_POSITIVE, 1.0 - f64::EPSILON)
        };
        self.numbers.iter().enumerate().map(|(i, number)| value(number, coupled(i))).collect()
    }

    /// Whether values of the block's numbers keep its orders.
    pub(crate) fn is_in_order(&self, values: &[f64]) -> bool {
        let value = |term: &Term| match term {
            Term::Number(i) => values[*i],
            Term::Bound(bound) => *bound,
        };
        self.orders.iter().all(|terms| terms.windows(2).all(|pair| value(&pair[0]) <= value(&pair[1])))
    }

    /// The keys that stand in an order.
    pub(crate) fn ordered_keys(&self) -> Vec<&Key> {
        let is_ordered = |i: usize| self.orders.iter().any(|terms| terms.contains(&Term::Number(i)));
        self.numbers.iter().enumerate().filter(|(i, _)| is_ordered(*i)).map(|(_, number)| &number.key).collect()
    }

    /// The share of draws in order, when it is below [`LEAST_ACCEPTANCE`]; judged by 4,096 draws of a
    /// seed of their own, so that no study is refused for its seed.
    pub(crate) fn too_few_in_order(&self) -> Option<f64> {
        if self.orders.is_empty() {
            return None;
        }
        let enough = (LEAST_ACCEPTANCE * TRIALS as f64).ceil() as u64;
        let mut kept = 0;
        for draw in 0..TRIALS {
            kept += u64::from(self.is_in_order(&self.values_where(|address| parameter_uniform(0, draw, address))));
            if kept >= enough {
                return None;
            }
        }
        Some(kept as f64 / TRIALS as f64)
    }
}

/// The blocks of a set of parameters, each with the places of its numbers among the uncertain ones.
///
/// Keys that the parameters do not have, or has for certain, drop out of correlations; certain numbers are
/// bounds in orders.
pub(crate) fn blocks(
    parameters: &UncertainParameters,
    correlations: &[Correlation],
    orders: &[Order],
) -> Vec<(Vec<usize>, Block)> {
    let numbers = &parameters.uncertain;
    let find = |key: &Key| numbers.binary_search_by(|number| number.key.cmp(key)).ok();
    let pairs: Vec<([usize; 2], f64)> = correlations
        .iter()
        .filter(|c| c.rho != 0.0)
        .filter_map(|c| Some(([find(&c.keys[0])?, find(&c.keys[1])?], c.rho)))
        .collect();
    let mut point = parameters.point.clone();
    let mut term = |key: &Key| match find(key) {
        Some(i) => Some(Term::Number(i)),
        None => point.number_mut(key).map(|x| Term::Bound(*x)),
    };
    let orders: Vec<Vec<Term>> = orders
        .iter()
        .map(|order| order.keys.iter().filter_map(&mut term).collect::<Vec<Term>>())
        .filter(|terms| terms.len() > 1)
        .collect();
    // Who is tied to whom: everybody carries the least place of their block.
    let mut head: Vec<usize> = (0..numbers.len()).collect();
    let mut tie = |a: usize, b: usize| {
        let (from, to) = (head[a].max(head[b]), head[a].min(head[b]));
        head.iter_mut().filter(|h| **h == from).for_each(|h| *h = to);
    };
    pairs.iter().for_each(|(pair, _)| tie(pair[0], pair[1]));
    for terms in &orders {
        let mut members = numbers_of(terms);
        if let Some(first) = members.next() {
            members.for_each(|next| tie(first, next));
        }
    }
    let is_head = |&i: &usize| head[i] == i;
    let block = |first: usize| {
        let members: Vec<usize> = (first..numbers.len()).filter(|&i| head[i] == first).collect();
        let place = |i: usize| members.binary_search(&i).unwrap_or(0);
        let here: Vec<_> = pairs.iter().filter(|(pair, _)| head[pair[0]] == first).collect();
        let mut matrix = vec![vec![0.0; members.len()]; members.len()];
        (0..members.len()).for_each(|i| matrix[i][i] = 1.0);
        for &&([a, b], rho) in &here {
            matrix[place(a)][place(b)] = rho;
            matrix[place(b)][place(a)] = rho;
        }
        let renamed = |term: &Term| match *term {
            Term::Number(i) => Term::Number(place(i)),
            bound => bound,
        };
        let orders = orders.iter().filter(|terms| numbers_of(terms).next().is_some_and(|i| head[i] == first));
        let block = Block {
            numbers: members.iter().map(|&i| numbers[i].clone()).collect(),
            // Validation refuses matrices without a factor.
            factor: if here.is_empty() { None } else { Lower::of(&matrix) },
            orders: orders.map(|terms| terms.iter().map(renamed).collect()).collect(),
        };
        (members, block)
    };
    (0..numbers.len()).filter(is_head).map(block).collect()
}

fn numbers_of(terms: &[Term]) -> impl Iterator<Item = usize> + '_ {
    terms.iter().filter_map(|term| match term {
        Term::Number(i) => Some(*i),
        Term::Bound(_) => None,
    })
}
