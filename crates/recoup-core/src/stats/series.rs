//! Numbers that can be gone through again and again: what figures of very many simulations are made of, without
//! holding them all.

use crate::stats::quantile::{quantile_of_sorted, sort};

/// Numbers in an order, each time the same.
pub(crate) trait Series {
    /// How many there are.
    fn count(&self) -> usize;

    /// All of them.
    fn numbers(&self) -> impl Iterator<Item = f64> + '_;
}

impl Series for [f64] {
    fn count(&self) -> usize {
        self.len()
    }

    fn numbers(&self) -> impl Iterator<Item = f64> + '_ {
        self.iter().copied()
    }
}

impl Series for Vec<f64> {
    fn count(&self) -> usize {
        self.len()
    }

    fn numbers(&self) -> impl Iterator<Item = f64> + '_ {
        self.iter().copied()
    }
}

/// One series less another, number by number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Less<'a, A: ?Sized, B: ?Sized>(pub &'a A, pub &'a B);

impl<A: Series + ?Sized, B: Series + ?Sized> Series for Less<'_, A, B> {
    fn count(&self) -> usize {
        self.0.count().min(self.1.count())
    }

    fn numbers(&self) -> impl Iterator<Item = f64> + '_ {
        self.0.numbers().zip(self.1.numbers()).map(|(a, b)| a - b)
    }
}

/// Numbers that are sorted in memory, at most; more are selected.
const SORTED: usize = 1 << 20;
/// Bins of one pass.
const BINS: usize = 1 << 16;

/// The quantiles at `levels` (0 to 1), rising, exactly those of
/// [`quantile_of_sorted`]; 0 for no numbers. None may be NaN.
///
/// Few numbers are sorted. Of many the order statistics are found by counting: a pass counts how many fall into
/// each of 65,536 bins, the next takes out the bins in which the wanted ones lie.
pub(crate) fn quantiles<const N: usize>(series: &(impl Series + ?Sized), levels: [f64; N]) -> [f64; N] {
    if series.count() <= SORTED {
        let mut sorted: Vec<f64> = series.numbers().collect();
        sort(&mut sorted);
        return levels.map(|level| quantile_of_sorted(&sorted, level));
    }
    selected(&|| series.numbers(), levels, SORTED)
}

/// The number at `rank`, counted from 0 among the sorted ones; the greatest for a rank beyond, 0 for no numbers.
pub(crate) fn order_statistic(series: &(impl Series + ?Sized), rank: usize) -> f64 {
    let (mut low, mut high, mut count) = (u64::MAX, 0, 0_usize);
    for key in series.numbers().map(key) {
        (low, high, count) = (low.min(key), high.max(key), count + 1);
    }
    let Some(last) = count.checked_sub(1) else { return 0.0 };
    let found = order_statistics(&|| series.numbers(), low, high, &[rank.min(last)], SORTED);
    found.first().map_or(0.0, |&key| number(key))
}

fn selected<I: Iterator<Item = f64>, const N: usize>(
    numbers: &impl Fn() -> I,
    levels: [f64; N],
    most: usize,
) -> [f64; N] {
    let (mut count, mut low, mut high) = (0_usize, u64::MAX, 0);
    for key in numbers().map(key) {
        count += 1;
        (low, high) = (low.min(key), high.max(key));
    }
    let Some(last) = count.checked_sub(1) else { return [0.0; N] };
    // The two order statistics between which each quantile lies.
    let places = levels.map(|level| level.clamp(0.0, 1.0) * last as f64);
    let mut ranks: Vec<usize> =
        places.iter().flat_map(|place| [place.floor() as usize, (place.floor() as usize + 1).min(last)]).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let found = order_statistics(numbers, low, high, &ranks, most);
    let at = |rank: usize| number(found[ranks.binary_search(&rank).unwrap_or_default()]);
    places.map(|place| {
        let below = place.floor() as usize;
        let part = place - below as f64;
        let least = at(below);
        if part == 0.0 { least } else { least + part * (at((below + 1).min(last)) - least) }
    })
}

/// The keys at `ranks`, rising, counted from 0 among the numbers whose keys lie from `low` to `high`.
fn order_statistics<I: Iterator<Item = f64>>(
    numbers: &impl Fn() -> I,
    low: u64,
    high: u64,
    ranks: &[usize],
    most: usize,
) -> Vec<u64> {
    let width = (high - low) / BINS as u64 + 1;
    let inside = || numbers().map(key).filter(|key| (low..=high).contains(key));
    let mut counts = vec![0_usize; BINS];
    inside().for_each(|key| counts[((key - low) / width) as usize] += 1);
    // Ranks by bin, each counted from the bin's first.
    let mut wanted: Vec<(usize, Vec<usize>)> = Vec::new();
    let (mut bin, mut before) = (0, 0);
    for &rank in ranks {
        while before + counts[bin] <= rank {
            before += counts[bin];
            bin += 1;
        }
        match wanted.last_mut() {
            Some((last, ranks)) if *last == bin => ranks.push(rank - before),
            _ => wanted.push((bin, vec![rank - before])),
        }
    }
    // Bins that are small enough together are taken out in one pass.
    let fits = width > 1 && wanted.iter().map(|(bin, _)| counts[*bin]).sum::<usize>() <= most;
    let mut taken: Vec<Vec<u64>> = vec![Vec::new(); wanted.len()];
    if fits {
        let mut place = vec![usize::MAX; BINS];
        wanted.iter().enumerate().for_each(|(i, (bin, _))| place[*bin] = i);
        for key in inside() {
            if let Some(taken) = taken.get_mut(place[((key - low) / width) as usize]) {
                taken.push(key);
            }
        }
    }
    let each = wanted.into_iter().zip(taken).flat_map(|((bin, ranks), mut taken)| {
        let start = low + bin as u64 * width;
        if width == 1 {
            vec![start; ranks.len()]
        } else if fits {
            taken.sort_unstable();
            ranks.into_iter().map(|rank| taken[rank]).collect()
        } else {
            order_statistics(numbers, start, (start + (width - 1)).min(high), &ranks, most)
        }
    });
    each.collect()
}

/// A whole number that orders as `f64::total_cmp` does.
fn key(x: f64) -> u64 {
    let bits = x.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

fn number(key: u64) -> f64 {
    f64::from_bits(if key >> 63 == 1 { key & !(1 << 63) } else { !key })
}

#[cfg(test)]
mod tests {
    use crate::stats::quantile::{quantile_of_sorted, sort};
    use crate::stats::series::{Less, Series, order_statistic, quantiles, selected};

    const LEVELS: [f64; 5] = [0.0, 0.05, 0.5, 0.95, 1.0];

    fn sorted(mut numbers: Vec<f64>) -> [u64; 5] {
        sort(&mut numbers);
        LEVELS.map(|level| quantile_of_sorted(&numbers, level).to_bits())
    }

    #[test]
    fn selecting_equals_sorting_to_the_last_bit() {
        let wave = |i: u32| (f64::from(i) * 0.731).sin() * 1e6 - 2e5;
        let samples: [Vec<f64>; 7] = [
            (0..5000).map(wave).collect(),
            // Ties, zeros of both signs, one number, constants, far apart.
            (0..5000).map(|i| f64::from(i % 3) - 1.0).collect(),
            (0..999).map(|i| if i % 2 == 0 { 0.0 } else { -0.0 }).collect(),
            vec![-7.25],
            vec![3.5; 400],
            (0..2001).map(|i| 10_f64.powi(i % 600 - 300) * if i % 7 == 0 { -1.0 } else { 1.0 }).collect(),
            (0..3000).map(|i| 1.0 + f64::from(i % 50) * f64::EPSILON).collect(),
        ];
        for (i, sample) in samples.into_iter().enumerate() {
            // Bins that hold more than `most` are cut again.
            for most in [1, 10, 10_000] {
                let found = selected(&|| sample.iter().copied(), LEVELS, most);
                assert_eq!(found.map(f64::to_bits), sorted(sample.clone()), "sample {i}, {most}");
            }
            assert_eq!(quantiles(&sample, LEVELS).map(f64::to_bits), sorted(sample.clone()));
        }
        assert_eq!(selected(&std::iter::empty, [0.5], 10), [0.0]);
    }

    #[test]
    fn a_rank_is_a_place_among_the_sorted() {
        let numbers: Vec<f64> = [5.0, -2.0, 5.0, 0.5].into();
        assert_eq!([0, 1, 2, 3, 9].map(|rank| order_statistic(&numbers, rank)), [-2.0, 0.5, 5.0, 5.0, 5.0]);
        assert_eq!(order_statistic(&Vec::new(), 3), 0.0);
    }

    #[test]
    fn a_difference_is_number_by_number() {
        let (a, b) = (vec![3.0, 5.0], vec![1.0, 1.5, 9.0]);
        assert_eq!(Less(&a, &b).numbers().collect::<Vec<_>>(), [2.0, 3.5]);
        assert_eq!(Less(&a, &b).count(), 2);
    }
}
