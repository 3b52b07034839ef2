//! When something may happen at the seats of a block, without a word for every seat.
//!
//! Something happens at a seat in a period with probability 1 - exp(-h), where h is its hazard. Imagine points at random
//! over seats and heights, on average one for each seat and unit of height: something happens where a point lies below
//! h. Heights are cut into fixed strips. Of a strip, the number of points in a block of seats is Poisson, and each point
//! lies at a seat and a height of its own. Points belong to block and period and not to the strategy: strategies share
//! all that happens up to the lower of their hazards.

use std::sync::LazyLock;

use crate::math::{exp_m1, ln_1p};
use crate::random::address::{CommonNumbers, unit, unit_interval, yes_below};
use crate::random::counts::CountTable;
use crate::random::poisson::poisson;

/// Seats of a block, at most.
pub(in crate::engine) const BLOCK: usize = 8192;
/// Seats of the first block: it and the next one are the smallest. Further ones double, up to [`BLOCK`].
const SMALLEST: usize = 512;
/// Blocks that are smaller than [`BLOCK`].
const SMALL_BLOCKS: usize = (BLOCK / SMALLEST).ilog2() as usize + 1;

/// Upper edge of the first strip; each further strip is as wide as all below it.
const FIRST: f64 = 1.0 / 64.0;
/// How many there are.
const STRIPS: usize = 5;
/// Upper edge of the last one. Greater hazards take a word for every seat.
const TOP: f64 = FIRST * (1_u32 << (STRIPS - 1)) as f64;

/// Points that are drawn together.
pub(in crate::engine::agents) const TOGETHER: usize = 64;
/// States that a byte may have.
const STATES: usize = 256;

/// First seat and size of block number `block`, counted from 0 within a class.
pub(in crate::engine::agents) fn extent(block: usize) -> (u64, usize) {
    if block < SMALL_BLOCKS {
        let first = if block == 0 { 0 } else { SMALLEST << (block - 1) };
        (first as u64, first.max(SMALLEST))
    } else {
        (((block + 1 - SMALL_BLOCKS) * BLOCK) as u64, BLOCK)
    }
}

/// The number of the block of a seat, counted from 0 within a class.
pub(in crate::engine::agents) fn block_of(seat: u64) -> usize {
    if seat < BLOCK as u64 {
        (seat / SMALLEST as u64).checked_ilog2().map_or(0, |halvings| halvings as usize + 1)
    } else {
        (seat / BLOCK as u64) as usize + SMALL_BLOCKS - 1
    }
}

/// The hazard of what happens with probability `p`.
pub(in crate::engine::agents) fn hazard(p: f64) -> f64 {
    if p < 1.0 { -ln_1p(-p) } else { f64::INFINITY }
}

fn lower(strip: usize) -> f64 {
    if strip == 0 { 0.0 } else { FIRST * f64::from(1_u32 << (strip - 1)) }
}

fn width(strip: usize) -> f64 {
    FIRST * f64::from(1_u32 << strip.saturating_sub(1))
}

/// Numbers of points of the strips in blocks of each size.
static NUMBERS: LazyLock<Vec<[CountTable; STRIPS]>> = LazyLock::new(|| {
    let sizes = (0..SMALL_BLOCKS).map(|doublings| (SMALLEST << doublings) as f64);
    let table = |mean: f64| CountTable::poisson(mean).unwrap_or_default();
    sizes.map(|size| std::array::from_fn(|strip| table(size * width(strip)))).collect()
});

/// Heights of points that mean that something happens, by state of whoever sits there.
#[derive(Debug)]
pub(in crate::engine::agents) struct Taking {
    /// By strip and state: words below mean a height below the hazard.
    strips: Vec<Heights>,
    /// The same of heights above all strips, of which every seat has a word.
    above: Option<Box<Heights>>,
}

#[derive(Debug)]
struct Heights {
    below: [u64; STATES],
    /// Whether a point is taken whatever its height, or not at all.
    whole: bool,
}

impl Heights {
    fn new(hazards: &[(u8, f64)], share: impl Fn(f64) -> f64) -> Self {
        let mut heights = Heights { below: [0; STATES], whole: true };
        for &(state, hazard) in hazards {
            let words = yes_below(share(hazard));
            heights.below[usize::from(state)] = words;
            heights.whole &= words == 0 || words == 1 << 32;
        }
        heights
    }
}

impl Taking {
    /// States and their hazards; of others nothing is taken.
    pub(in crate::engine::agents) fn new(hazards: &[(u8, f64)]) -> Self {
        let most = hazards.iter().map(|&(_, hazard)| hazard).fold(0.0, f64::max);
        let strip =
            |strip: usize| Heights::new(hazards, |hazard| ((hazard - lower(strip)) / width(strip)).clamp(0.0, 1.0));
        let above = || Heights::new(hazards, |hazard| if hazard > TOP { -exp_m1(TOP - hazard) } else { 0.0 });
        let used = (0..STRIPS).take_while(|&strip| lower(strip) < most).count();
        Taking {
            // The number is known, so that the vector is allocated once and each strip is built in its place.
            strips: (0..used).map(strip).collect(),
            above: (most > TOP).then(|| Box::new(above())),
        }
    }

    /// The hazards of the first so many states by their probabilities.
    pub(in crate::engine::agents) fn by_state(states: usize, p: impl Fn(usize) -> f64) -> Self {
        let hazards: Vec<(u8, f64)> = (0..states).map(|state| (state as u8, hazard(p(state)))).collect();
        Taking::new(&hazards)
    }

    /// The same for hazards of the first so many states that are at most `most`: the height of every point counts.
    pub(in crate::engine::agents) fn up_to(most: f64, states: usize) -> Self {
        let hazards: Vec<(u8, f64)> = (0..states).map(|state| (state as u8, most)).collect();
        Taking::new(&hazards).with_heights()
    }

    /// The same for hazards that are bounds: the height of every point counts.
    pub(in crate::engine::agents) fn with_heights(mut self) -> Self {
        self.strips.iter_mut().for_each(|strip| strip.whole = false);
        self
    }
}

/// What a point says.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine::agents) struct Point {
    /// Its strip; [`STRIPS`] stands for what is above.
    strip: usize,
    word: u32,
}

impl Point {
    /// How high it lies.
    #[inline]
    pub(in crate::engine::agents) fn height(self) -> f64 {
        let u = unit(self.word);
        if self.strip < STRIPS { lower(self.strip) + width(self.strip) * u } else { TOP - ln_1p(-u) }
    }

    /// Whether it lies below the hazard of what happens with probability `p`.
    #[inline]
    pub(in crate::engine::agents) fn is_below(self, p: f64) -> bool {
        let height = self.height();
        // p <= h <= p / (1 - p); mostly that decides.
        height < p || (height * (1.0 - p) < p && height < hazard(p))
    }
}

/// The random points of one decision in one block of seats and period.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine::agents) struct Points<'a> {
    pub numbers: &'a CommonNumbers,
    pub t: u32,
    pub decision: u8,
    /// The first seat of the block, and how many there are: a power of two.
    pub first: u64,
    pub seats: usize,
}

impl Points<'_> {
    /// Those for one class of customers, where seats are not of a class.
    pub(in crate::engine::agents) fn of_class(self, class: u64) -> Self {
        Points { first: self.first | class << 32, ..self }
    }

    /// The first block of words of a strip; the numbers of points have blocks before all strips.
    fn begin(strip: usize) -> u32 {
        (strip as u32 + 1) << 24
    }

    /// How many points the strips have.
    #[inline(always)]
    fn counts(&self, strips: usize) -> [u32; STRIPS] {
        let tables = &NUMBERS[(self.seats / SMALLEST).ilog2() as usize];
        let mut counts = [0; STRIPS];
        let mut words = [0; 4];
        for (strip, (count, table)) in counts.iter_mut().zip(tables).take(strips).enumerate() {
            if strip % 2 == 0 {
                words = self.numbers.words(strip as u32 / 2, self.t, self.decision, self.first);
            }
            let bits = u64::from(words[strip % 2 * 2]) << 32 | u64::from(words[strip % 2 * 2 + 1]);
            *count = table.count(unit_interval(bits));
        }
        counts
    }

    /// The places of points number 64 `chunk` and on of a strip.
    #[inline(always)]
    fn places(&self, strip: usize, chunk: u32) -> [u16; TOGETHER] {
        let words = self.numbers.run::<8>(Self::begin(strip) + 8 * chunk, self.t, self.decision, self.first);
        let mask = (self.seats - 1) as u32;
        let mut places = [0; TOGETHER];
        for (i, words) in words.iter().enumerate() {
            for (lane, &word) in words.iter().enumerate() {
                places[16 * i + lane] = (word & mask) as u16;
                places[16 * i + 8 + lane] = (word >> 16 & mask) as u16;
            }
        }
        places
    }

    /// The words of their heights.
    #[inline(always)]
    fn heights(&self, strip: usize, chunk: u32) -> [u32; TOGETHER] {
        let begin = Self::begin(strip) + (1 << 23) + 16 * chunk;
        let words = self.numbers.run::<16>(begin, self.t, self.decision, self.first);
        let mut heights = [0; TOGETHER];
        for (heights, words) in heights.as_chunks_mut::<16>().0.iter_mut().zip(&words) {
            *heights = *words;
        }
        heights
    }

    /// Calls `act` with what `block` is, place and point, for each point that is taken where it lies; `state` says who
    /// sits there.
    #[inline(always)]
    pub(in crate::engine::agents) fn each<B>(
        &self,
        taking: &Taking,
        block: &mut B,
        state: impl Fn(&B) -> &[u8],
        mut act: impl FnMut(&mut B, usize, Point),
    ) {
        let counts = self.counts(taking.strips.len());
        for (strip, (rule, &count)) in taking.strips.iter().zip(&counts).enumerate() {
            for chunk in 0..count.div_ceil(TOGETHER as u32) {
                let places = self.places(strip, chunk);
                let heights = if rule.whole { [0; TOGETHER] } else { self.heights(strip, chunk) };
                let points = (count as usize - TOGETHER * chunk as usize).min(TOGETHER);
                let (mut taken, mut n) = ([0_u8; TOGETHER], 0);
                {
                    let states = state(block);
                    for (i, (&place, &height)) in places.iter().zip(&heights).take(points).enumerate() {
                        let who = states[usize::from(place)];
                        taken[n] = i as u8;
                        n += usize::from(u64::from(height) < rule.below[usize::from(who)]);
                    }
                }
                for &i in &taken[..n] {
                    let (place, word) = (usize::from(places[usize::from(i)]), heights[usize::from(i)]);
                    // An earlier point may have changed who sits there.
                    if u64::from(word) < rule.below[usize::from(state(block)[place])] {
                        act(block, place, Point { strip, word });
                    }
                }
            }
        }
        let Some(rule) = &taking.above else { return };
        for row in 0..self.seats / TOGETHER {
            let words = self.heights(STRIPS, row as u32);
            for (i, &word) in words.iter().enumerate() {
                let place = TOGETHER * row + i;
                if u64::from(word) < rule.below[usize::from(state(block)[place])] {
                    act(block, place, Point { strip: STRIPS, word });
                }
            }
        }
    }

    /// How many points there are in all if `mean` is their number at a seat on average.
    pub(in crate::engine::agents) fn number(&self, mean: f64) -> f64 {
        poisson(&mut self.numbers.at(self.t, self.decision, self.first), mean * self.seats as f64)
    }

    /// Calls `act` with the place of each of `number` points.
    #[inline(always)]
    pub(in crate::engine::agents) fn each_of(&self, number: f64, mut act: impl FnMut(usize)) {
        let mut left = number as usize;
        for chunk in 0.. {
            if left == 0 {
                break;
            }
            let points = left.min(TOGETHER);
            // A loop, not `for_each`: a closure this large is not inlined, and is compiled without wide instructions then.
            for &place in &self.places(0, chunk)[..points] {
                act(place.into());
            }
            left -= points;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::agents::points::{BLOCK, Points, TOP, Taking, block_of, extent, hazard};
    use crate::random::address::CommonNumbers;

    /// The periods in which something happens at each seat of a block, by its probability in each.
    fn happenings(seats: usize, periods: u32, p: impl Fn(u32) -> f64, numbers: &CommonNumbers) -> Vec<Vec<u32>> {
        let mut found = vec![Vec::new(); seats];
        let mut state = vec![0_u8; seats];
        for t in 0..periods {
            let points = Points { numbers, t, decision: 9, first: 3 << 32, seats };
            // Whoever is hit has another state, as in the engine.
            let taking = Taking::new(&[(0, hazard(p(t)))]);
            points.each(
                &taking,
                &mut state,
                |state| state,
                |state, place, point| {
                    assert!(point.is_below(p(t)));
                    state[place] = 1;
                    found[place].push(t);
                },
            );
            state.fill(0);
        }
        found
    }

    #[test]
    fn blocks_follow_each_other_and_hold_their_seats() {
        let mut next = 0;
        for block in 0..20 {
            let (first, seats) = extent(block);
            assert!(first == next && seats.is_power_of_two() && seats <= BLOCK);
            next = first + seats as u64;
            assert!([first, first + seats as u64 / 2, next - 1].iter().all(|&seat| block_of(seat) == block));
        }
    }

    #[test]
    fn something_happens_as_often_as_the_hazard_says_and_independently_of_what_happened() {
        let numbers = CommonNumbers::new(8, 0, 0);
        for (seats, p) in [(512, 0.3), (1024, 0.004), (1024, 0.015), (2048, 0.05), (512, 0.2), (1024, 0.5)] {
            let periods = 300;
            let all = happenings(seats, periods, |_| p, &numbers);
            let within = |found: f64, of: f64, p: f64, what: &str| {
                let error = (of * p * (1.0 - p)).sqrt();
                assert!((found - of * p).abs() < 5.0 * error, "{p}, {what}: {found} of {of}");
            };
            let mut by_period = vec![0.0; periods as usize];
            let (mut before, mut both) = (0.0, 0.0);
            for found in &all {
                assert!(found.windows(2).all(|pair| pair[0] < pair[1]), "at most once");
                found.iter().for_each(|&t| by_period[t as usize] += 1.0);
                before += found.iter().filter(|&&t| t + 1 < periods).count() as f64;
                both += found.windows(2).filter(|pair| pair[0] + 1 == pair[1]).count() as f64;
            }
            within(by_period.iter().sum(), (seats * periods as usize) as f64, p, "all");
            within(both, before, p, "in the next period");
            // Numbers of a period are binomial: seats are independent.
            let variance = by_period.iter().map(|n| (n - seats as f64 * p).powi(2)).sum::<f64>() / f64::from(periods);
            let ratio = variance / (seats as f64 * p * (1.0 - p));
            assert!((ratio - 1.0).abs() < 5.0 * (2.0 / f64::from(periods)).sqrt() + 0.1, "{p}: {ratio}");
            for (t, &found) in by_period.iter().enumerate() {
                within(found, seats as f64, p, &format!("period {t}"));
            }
        }
    }

    #[test]
    fn more_hazard_takes_all_that_less_hazard_takes() {
        let numbers = CommonNumbers::new(9, 0, 0);
        let less = |t: u32| 0.01 + 0.1 * f64::from(t % 4);
        let more = |t: u32| if t == 7 { 1.0 } else { 1.2 * less(t) };
        let (less, more) = (happenings(1024, 60, less, &numbers), happenings(1024, 60, more, &numbers));
        for (less, more) in less.iter().zip(&more) {
            assert!(more.contains(&7), "it is certain then");
            assert!(less.iter().all(|t| more.contains(t)), "{less:?} and {more:?}");
        }
    }

    #[test]
    fn whether_a_point_is_taken_can_be_asked_in_both_ways() {
        let numbers = CommonNumbers::new(10, 0, 0);
        let points = Points { numbers: &numbers, t: 3, decision: 9, first: 0, seats: 1024 };
        for p in [0.01, 0.1, 1.0 - (-TOP).exp(), 0.6] {
            let take = |taking: Taking, all: &mut Vec<usize>| {
                let mut state = vec![0_u8; 1024];
                points.each(
                    &taking,
                    &mut state,
                    |state| state,
                    |_, place, point| {
                        if point.is_below(p) {
                            all.push(place);
                        }
                    },
                );
            };
            let (mut known, mut asked) = (Vec::new(), Vec::new());
            take(Taking::new(&[(0, hazard(p))]), &mut known);
            take(Taking::up_to(2.0, 1), &mut asked);
            assert!(!known.is_empty() && known == asked, "{p}");
        }
    }

    #[test]
    fn points_of_purchases_are_as_many_as_said() {
        let numbers = CommonNumbers::new(11, 0, 0);
        let mut all = 0.0;
        for t in 0..200 {
            let points = Points { numbers: &numbers, t, decision: 9, first: 0, seats: 256 };
            let (number, mut found) = (points.number(1.7), 0.0);
            points.each_of(number, |place| {
                assert!(place < 256);
                found += 1.0;
            });
            assert_eq!(found, number);
            all += number;
        }
        let mean = 1.7 * 256.0 * 200.0;
        assert!((all - mean).abs() < 5.0 * f64::sqrt(mean), "{all} of {mean}");
    }
}
