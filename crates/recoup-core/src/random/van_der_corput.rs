//! Quasi-random draws: a scrambled van der Corput sequence for every uncertain number (`sampling = "sobol"` in a study).
//!
//! A number's point is a function of (seed, draw, address of its key) and of nothing else. Van der Corput's
//! sequence is the first dimension of Sobol's. A dimension of Sobol's picked by the address would be picked by
//! another number too, sooner or later, and two numbers on one dimension move together. So every number has a
//! sequence of its own: values and order both scrambled by trees that belong to the address. This is the padding
//! of Burley, "Practical hash-based Owen scrambling", JCGT 9(4), 2020, with one dimension a block: each number
//! alone is stratified at every power of two, and numbers are paired at random. `sampling = "joint"` gives numbers
//! dimensions of one sequence instead, by their places among all: see [`sobol`](crate::random::sobol).

use crate::random::address::{parameter_uniform, scrambling_bits, scrambling_key, unit_interval};

/// Levels of a tree that one block of random bits serves: 2^6 - 1 nodes.
const CHUNK: u32 = 6;

/// The uniform number, strictly between 0 and 1, of the number at `address` in draw `draw`, below 2^32.
///
/// The first 2^m draws have one point in each of the 2^m equal parts of the unit interval, and so has
/// every later block of 2^m draws that begins at a multiple of 2^m.
pub(crate) fn van_der_corput_uniform(seed: u64, draw: u64, address: u64) -> f64 {
    let key = scrambling_key(seed);
    let place = scrambled(draw as u32, |level, prefix| scrambling_bits(key, address, 0, level, prefix));
    let point = scrambled(place.reverse_bits(), |level, prefix| scrambling_bits(key, address, 1, level, prefix));
    // Below the last level of the tree points are random.
    let rest = (parameter_uniform(seed, draw, address) * (1_u64 << 32) as f64) as u64;
    unit_interval(u64::from(point) << 32 | rest)
}

/// Nested uniform scrambling in base 2 (A. B. Owen, "Randomly permuted (t, m, s)-nets and (t, s)-sequences",
/// 1995): each bit is turned or not by a random bit that belongs to all bits above it.
pub(super) fn scrambled(x: u32, node_bits: impl Fn(u8, u32) -> u64) -> u32 {
    let mut out = x;
    let mut level = 0;
    while level < u32::BITS {
        let above = if level == 0 { 0 } else { x >> (u32::BITS - level) };
        let turns = node_bits(level as u8, above);
        let mut node = 1;
        for depth in level..(level + CHUNK).min(u32::BITS) {
            let at = u32::BITS - 1 - depth;
            out ^= ((turns >> node & 1) as u32) << at;
            node = node << 1 | (x >> at & 1);
        }
        level += CHUNK;
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::random::address::parameter_uniform;
    use crate::random::van_der_corput::van_der_corput_uniform;

    /// Root mean square error of the mean of `f` over `n` draws of two numbers, over 200 seeds.
    fn error(n: u64, uniform: fn(u64, u64, u64) -> f64, f: fn(f64, f64) -> f64, truth: f64) -> f64 {
        let mean = |seed| {
            let value = |draw| f(uniform(seed, draw, 11), uniform(seed, draw, 12));
            (0..n).map(value).sum::<f64>() / n as f64
        };
        let squares: f64 = (1..=200).map(|seed| (mean(seed) - truth).powi(2)).sum();
        (squares / 200.0).sqrt()
    }

    #[test]
    fn every_aligned_block_of_draws_has_one_point_in_each_part() {
        for (first, n) in [(0, 1), (0, 2), (0, 64), (64, 64), (0, 1024), (3072, 512)] {
            let mut parts: Vec<u64> =
                (first..first + n).map(|draw| (van_der_corput_uniform(7, draw, 99) * n as f64) as u64).collect();
            parts.sort_unstable();
            assert_eq!(parts, (0..n).collect::<Vec<_>>(), "{n} draws from {first}");
        }
    }

    #[test]
    fn the_sequence_is_pinned() {
        // Change these only together with STREAM.
        let drawn: Vec<f64> = (0..3).map(|draw| van_der_corput_uniform(1, draw, 3)).collect();
        assert_eq!(drawn, PINNED, "{drawn:?}");
    }
    const PINNED: [f64; 3] = [0.12089682395802531, 0.9231689394193623, 0.5750735671039506];

    #[test]
    fn the_error_of_a_sum_falls_faster_than_monte_carlo() {
        // exp(x) + y^2 has mean e - 1 + 1/3. Scrambled: variance of order n^-3, plain: n^-1
        // (Owen, "Scrambled net variance for integrals of smooth functions", 1997). Over 16 times the draws
        // the error falls by 64 and by 4. 200 seeds know each error to 5 %.
        let (f, truth): (fn(f64, f64) -> f64, f64) = (|x, y| x.exp() + y * y, std::f64::consts::E - 1.0 + 1.0 / 3.0);
        let fall = |uniform| error(64, uniform, f, truth) / error(1024, uniform, f, truth);
        let (even, random) = (fall(van_der_corput_uniform), fall(parameter_uniform));
        assert!((40.0..100.0).contains(&even) && (3.0..5.5).contains(&random), "{even}, {random}");
        assert!(error(1024, van_der_corput_uniform, f, truth) < 0.01 * error(1024, parameter_uniform, f, truth));
    }

    #[test]
    fn what_numbers_do_only_together_is_left_to_chance() {
        let (f, truth): (fn(f64, f64) -> f64, f64) = (|x, y| (x - 0.5) * (y - 0.5), 0.0);
        let ratio = error(1024, van_der_corput_uniform, f, truth) / error(1024, parameter_uniform, f, truth);
        assert!((0.8..1.6).contains(&ratio), "{ratio}");
    }

    #[test]
    fn two_numbers_are_not_correlated() {
        let n = 4096;
        for address in 20..60 {
            let sum: f64 = (0..n)
                .map(|draw| {
                    (van_der_corput_uniform(1, draw, 3) - 0.5) * (van_der_corput_uniform(1, draw, address) - 0.5)
                })
                .sum();
            // Standard deviation of a correlation 1/64, somewhat more within blocks: 5 of them.
            let correlation = 12.0 * sum / f64::from(n as u32);
            assert!(correlation.abs() < 5.0 * 1.5 / 64.0, "{address}: {correlation}");
        }
    }
}
