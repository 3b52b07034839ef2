//! Sobol's sequence, scrambled: points of many dimensions that fill the unit cube evenly, together and not one by one.
//!
//! I. M. Sobol', USSR Computational Mathematics and Mathematical Physics 7(4) (1967) 86, with the direction numbers of
//! [`direction_numbers`](crate::random::direction_numbers). Every dimension is scrambled by a tree of its own (A. B. Owen,
//! 1995), so each point is uniform, and the means of several independent scramblings tell how far a mean may be off.

use std::sync::LazyLock;

use crate::random::address::{scrambling_bits, scrambling_key, unit_interval};
use crate::random::direction_numbers::POLYNOMIALS;
use crate::random::van_der_corput::scrambled;

/// Independent scramblings of one design: as many parts of equal size, whose means are independent.
pub(crate) const SCRAMBLINGS: u64 = 8;

/// Dimensions with direction numbers. Those beyond are dimensions of further sequences whose points come in an order of
/// their own: within such a block of dimensions points are as even as in the first, and blocks are paired at random.
const DIMENSIONS: usize = POLYNOMIALS.len() + 1;

/// By dimension: what every bit of a point's number turns, the lowest first.
static DIRECTIONS: LazyLock<Vec<[u32; 32]>> = LazyLock::new(|| {
    let first = std::array::from_fn(|bit| 1_u32 << (31 - bit));
    std::iter::once(first).chain(POLYNOMIALS.iter().map(|&(inner, initial)| directions(inner, initial))).collect()
});

/// The directions of a dimension by the recurrence of its polynomial (Joe and Kuo 2008, equation 3).
fn directions(inner: u32, initial: &[u32]) -> [u32; 32] {
    let degree = initial.len();
    let mut v = [0_u32; 32];
    for bit in 0..32 {
        v[bit] = match initial.get(bit) {
            Some(number) => number << (31 - bit),
            None => {
                let coefficient = |k: usize| inner >> (degree - 1 - k) & 1;
                let inside = (1..degree).filter(|&k| coefficient(k) == 1).fold(0, |sum, k| sum ^ v[bit - k]);
                inside ^ v[bit - degree] ^ v[bit - degree] >> degree
            }
        };
    }
    v
}

/// What a design is for. Scramblings of different ones have nothing to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Design {
    /// The parameter draws of a run.
    Draws = 2,
    /// Both samples of Sobol indices.
    PickFreeze = 4,
}

/// The uniform number, strictly between 0 and 1, of `dimension` in row `row` of a design. Row r is point r / 8 of scrambling
/// r modulo 8, so that the first rows, however many, are as many points of every scrambling, give or take one. `row` is below
/// 2^35.
pub(crate) fn sobol_uniform(design: Design, seed: u64, row: u64, dimension: usize) -> f64 {
    let key = scrambling_key(seed);
    let (scrambling, point) = (row % SCRAMBLINGS, (row / SCRAMBLINGS) as u32);
    let (block, place) = (dimension / DIMENSIONS, dimension % DIMENSIONS);
    let address = |what: usize| scrambling << 32 | what as u64;
    let point = match block {
        0 => point,
        block => {
            scrambled(point, |level, prefix| scrambling_bits(key, address(block), design as u8 + 1, level, prefix))
        }
    };
    let turned = DIRECTIONS[place].iter().enumerate().filter(|(bit, _)| point >> bit & 1 == 1);
    let plain = turned.fold(0, |x, (_, direction)| x ^ direction);
    let tree = |level, prefix| scrambling_bits(key, address(dimension), design as u8, level, prefix);
    let high = scrambled(plain, tree);
    // Below the last level of the tree points are random.
    let rest = tree(u32::BITS as u8, plain) & 0xffff_ffff;
    unit_interval(u64::from(high) << 32 | rest)
}

#[cfg(test)]
mod tests {
    use crate::random::sobol::{DIMENSIONS, DIRECTIONS, Design, SCRAMBLINGS, sobol_uniform};

    /// The numbers of one scrambling: by point, all dimensions.
    fn points(seed: u64, scrambling: u64, count: u64, dimensions: &[usize]) -> Vec<Vec<f64>> {
        let row = |point| SCRAMBLINGS * point + scrambling;
        let at = |point| dimensions.iter().map(|&d| sobol_uniform(Design::Draws, seed, row(point), d)).collect();
        (0..count).map(at).collect()
    }

    #[test]
    fn directions_are_those_of_the_publication() {
        // Joe and Kuo's own example (their notes of 2008, page 2): x^3 + x + 1 (a = 1), m = 1, 3, 7 gives m_4 = 5, m_5 = 7.
        let v = super::directions(1, &[1, 3, 7]);
        let m = |i: u32| v[i as usize - 1] >> (32 - i);
        assert_eq!([m(1), m(2), m(3), m(4), m(5)], [1, 3, 7, 5, 7]);
        assert_eq!(DIRECTIONS.len(), DIMENSIONS);
    }

    #[test]
    fn each_dimension_is_even_at_every_power_of_two_of_each_scrambling() {
        for dimension in [0, 1, 2, 17, 35, 127, 128, 200, 300] {
            for scrambling in [0, 5] {
                for n in [1_u64, 2, 64, 512] {
                    let all = points(3, scrambling, n, &[dimension]);
                    let mut parts: Vec<u64> = all.iter().map(|x| (x[0] * n as f64) as u64).collect();
                    parts.sort_unstable();
                    assert_eq!(parts, (0..n).collect::<Vec<_>>(), "dimension {dimension}, {n} points");
                }
            }
        }
    }

    #[test]
    fn pairs_of_dimensions_are_even_in_boxes() {
        // Dimensions 1 and 2 are a (0, m, 2)-net: 256 points have one in every box of area 1/256.
        let all = points(9, 2, 256, &[0, 1]);
        for wide in 0..=8 {
            let (columns, rows) = (1 << wide, 256 >> wide);
            let at = |x: &Vec<f64>| (x[0] * f64::from(columns)) as i32 * rows + (x[1] * f64::from(rows)) as i32;
            let mut boxes: Vec<i32> = all.iter().map(at).collect();
            boxes.sort_unstable();
            assert_eq!(boxes, (0..256).collect::<Vec<_>>(), "{columns} columns");
        }
    }

    #[test]
    fn scramblings_and_designs_differ_and_each_number_is_uniform() {
        // A single point over 4,000 seeds: the largest distance from the uniform distribution (Kolmogorov and Smirnov) is
        // above 1.95 / sqrt(n) once in 1,000. Six looks.
        for (row, dimension) in [(0, 0), (3, 0), (8, 1), (1001, 20), (77, 128), (4096, 300)] {
            let mut found: Vec<f64> =
                (0..4000).map(|seed| sobol_uniform(Design::PickFreeze, seed, row, dimension)).collect();
            found.sort_by(f64::total_cmp);
            let away = |(i, u): (usize, &f64)| (u - i as f64 / 4000.0).abs().max((u - (i + 1) as f64 / 4000.0).abs());
            let distance = found.iter().enumerate().map(away).fold(0.0, f64::max);
            assert!(distance < 1.95 / 4000.0_f64.sqrt(), "row {row}, dimension {dimension}: {distance}");
        }
        let numbers = [
            sobol_uniform(Design::Draws, 1, 0, 0),
            sobol_uniform(Design::Draws, 1, 1, 0),
            sobol_uniform(Design::Draws, 1, 0, 1),
            sobol_uniform(Design::Draws, 2, 0, 0),
            sobol_uniform(Design::PickFreeze, 1, 0, 0),
        ];
        assert!(numbers.iter().enumerate().all(|(i, a)| numbers[..i].iter().all(|b| a != b)));
    }

    #[test]
    fn products_are_known_better_too() {
        // (x - 1/2)(y - 1/2) of 18 dimensions' first and last, over 100 seeds with 8 x 128 points: pairing at random has the
        // standard deviation 1 / (12 sqrt(1024)) = .0026. A standard deviation of 100 is known to 7 %.
        let mean = |seed| {
            let one = |row| {
                let [x, y] = [0, 17].map(|d| sobol_uniform(Design::Draws, seed, row, d) - 0.5);
                x * y
            };
            (0..1024).map(one).sum::<f64>() / 1024.0
        };
        let squares: f64 = (1..=100).map(|seed| mean(seed) * mean(seed)).sum();
        let error = (squares / 100.0).sqrt();
        assert!(error < 0.4 * 0.0026, "{error}");
    }

    #[test]
    fn the_sequence_is_pinned() {
        // Change these only together with STREAM.
        let drawn = [(0, 0), (9, 3), (1000, 130)].map(|(row, d)| sobol_uniform(Design::Draws, 1, row, d));
        assert_eq!(drawn, PINNED, "{drawn:?}");
    }
    const PINNED: [f64; 3] = [0.05626948936390225, 0.17315203780619443, 0.5510925715294608];
}
