//! Where each random number lives: the stream contract, version [`STREAM`].
//!
//! A number is a function of (seed, draw, replicate, period, decision, who) and of nothing else: not of
//! the strategy, the scenario, the thread or what was drawn before. Strategies therefore share their
//! random numbers, and any split of the work gives the same numbers.

use std::convert::Infallible;

use rand::TryRng;

use crate::random::lanes::{Words, philox_in_place, philox_lanes};
use crate::random::philox::philox4x32;

/// The version of the mapping from addresses to numbers. It changes whenever a result would.
pub const STREAM: u32 = 3;

/// The version in which the keys changed last: parameter draws and groups of customers have the numbers of that one.
const KEYS: u32 = 2;

/// What a part of the seed is used for; keeps the parts independent.
#[derive(Clone, Copy, Debug)]
enum Purpose {
    Parameters = 1,
    Simulations = 2,
    Redraws = 3,
    Scrambling = 4,
    Students = 5,
}

fn key_for(seed: u64, purpose: Purpose, part: u32) -> [u32; 2] {
    let block = philox4x32([purpose as u32, KEYS, part, 0x5265_636f], [seed as u32, (seed >> 32) as u32]);
    [block[0], block[1]]
}

/// The uniform number, strictly between 0 and 1, that 64 random bits make.
pub(crate) fn unit_interval(bits: u64) -> f64 {
    // Through a signed number: one machine instruction.
    ((bits >> 11) as i64 as f64 + 0.5) * (1.0 / (1_u64 << 53) as f64)
}

/// The uniform number, strictly between 0 and 1, of one uncertain number in one parameter draw.
///
/// `address` is `Key::address`: adding keys, scenarios or
/// strategies moves nothing.
pub fn parameter_uniform(seed: u64, draw: u64, address: u64) -> f64 {
    unit_interval(parameter_bits(draw, address, key_for(seed, Purpose::Parameters, 0)))
}

/// The same for redraw `attempt`, from 1, of a number whose first draw was out of order.
pub(crate) fn redraw_uniform(seed: u64, draw: u64, address: u64, attempt: u32) -> f64 {
    unit_interval(parameter_bits(draw, address, key_for(seed, Purpose::Redraws, attempt)))
}

/// The uniform number, strictly between 0 and 1, of the key at `address` for a student of a class.
pub(crate) fn student_uniform(seed: u64, student: u64, address: u64) -> f64 {
    unit_interval(parameter_bits(student, address, key_for(seed, Purpose::Students, 0)))
}

/// The 64 random bits of a number in a draw under `key`.
fn parameter_bits(draw: u64, address: u64, key: [u32; 2]) -> u64 {
    let block = philox4x32([address as u32, (address >> 32) as u32, draw as u32, (draw >> 32) as u32], key);
    u64::from(block[0]) | u64::from(block[1]) << 32
}

/// 64 random bits for a node of the scrambling tree of the number at `address`: `side` distinguishes the trees of
/// a number apart, `level` and `prefix` say where in the tree.
pub(crate) fn scrambling_bits(key: [u32; 2], address: u64, side: u8, level: u8, prefix: u32) -> u64 {
    let place = u32::from(side) << 8 | u32::from(level);
    let block = philox4x32([address as u32, (address >> 32) as u32, prefix, place], key);
    u64::from(block[0]) | u64::from(block[1]) << 32
}

/// The key of all scrambling under `seed`.
pub(crate) fn scrambling_key(seed: u64) -> [u32; 2] {
    key_for(seed, Purpose::Scrambling, 0)
}

/// The random numbers of one simulation: one replicate of one parameter draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommonNumbers {
    key: [u32; 2],
}

impl CommonNumbers {
    /// The random numbers of replicate `replicate` of parameter draw `draw`.
    pub fn new(seed: u64, draw: u64, replicate: u64) -> Self {
        let counter = [draw as u32, (draw >> 32) as u32, replicate as u32, (replicate >> 32) as u32];
        let block = philox4x32(counter, key_for(seed, Purpose::Simulations, 0));
        CommonNumbers { key: [block[0], block[1]] }
    }

    /// The random numbers of one decision about `who` (a group or a customer) in `period`.
    #[inline]
    pub fn at(&self, period: u32, decision: u8, who: u64) -> Stream {
        Stream {
            key: self.key,
            counter: [0, period << 8 | u32::from(decision), who as u32, (who >> 32) as u32],
            spare: None,
        }
    }

    /// The four words of block `block` of one decision: [`at`](CommonNumbers::at), 32 bits at a time.
    #[inline]
    pub(crate) fn words(&self, block: u32, period: u32, decision: u8, who: u64) -> [u32; 4] {
        philox4x32([block, period << 8 | u32::from(decision), who as u32, (who >> 32) as u32], self.key)
    }

    /// The first four words of one decision about [`LANES`](crate::random::lanes::LANES) customers in a
    /// row, `first` and on.
    #[inline(always)]
    pub fn rows(&self, period: u32, decision: u8, first: u64, words: &mut Words) {
        philox_lanes(period << 8 | u32::from(decision), first as u32, (first >> 32) as u32, self.key, words);
    }

    /// The words of the blocks `block` and on of one decision about `who`.
    #[inline(always)]
    pub(crate) fn run<const N: usize>(&self, block: u32, period: u32, decision: u8, who: u64) -> [[u32; N]; 4] {
        let site = period << 8 | u32::from(decision);
        let mut words = [[block; N], [site; N], [who as u32; N], [(who >> 32) as u32; N]];
        for (i, block) in words[0].iter_mut().enumerate() {
            *block = block.wrapping_add(i as u32);
        }
        philox_in_place(&mut words, self.key);
        words
    }

    /// The words of block `block` of one decision about each of `who`: the lower halves of who they are, and the upper
    /// half of all.
    #[inline(always)]
    pub(crate) fn gather<const N: usize>(
        &self,
        block: u32,
        period: u32,
        decision: u8,
        who: &[u32; N],
        high: u32,
    ) -> [[u32; N]; 4] {
        let mut words = [[block; N], [period << 8 | u32::from(decision); N], *who, [high; N]];
        philox_in_place(&mut words, self.key);
        words
    }
}

/// The uniform number that a word stands for, strictly between 0 and 1.
#[inline]
pub(crate) fn unit(word: u32) -> f64 {
    (f64::from(word) + 0.5) * (1.0 / 4_294_967_296.0)
}

/// The number of words, of the 2^32 there are, that mean "yes" to a probability: the lowest ones.
#[inline]
pub(crate) fn yes_below(p: f64) -> u64 {
    (p * 4_294_967_296.0).round() as u64
}

/// The random numbers of one decision, as many as it needs.
#[derive(Clone, Debug)]
pub struct Stream {
    key: [u32; 2],
    counter: [u32; 4],
    spare: Option<u64>,
}

impl Stream {
    /// The next 64 bits.
    #[inline]
    pub fn bits(&mut self) -> u64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        let block = philox4x32(self.counter, self.key);
        self.counter[0] = self.counter[0].wrapping_add(1);
        self.spare = Some(u64::from(block[2]) | u64::from(block[3]) << 32);
        u64::from(block[0]) | u64::from(block[1]) << 32
    }

    /// The next uniform number, strictly between 0 and 1.
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        unit_interval(self.bits())
    }
}

impl TryRng for Stream {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.bits() >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.bits())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.bits().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::random::address::{CommonNumbers, parameter_uniform};

    #[test]
    fn the_stream_contract_is_pinned() {
        // Change these only together with STREAM.
        let mut stream = CommonNumbers::new(1, 2, 3).at(4, 5, 6);
        let drawn = [stream.bits(), stream.bits(), stream.bits()];
        assert_eq!(drawn, PINNED, "{drawn:?}");
        assert_eq!(parameter_uniform(1, 2, 3), PINNED_PARAMETER);
    }

    #[test]
    fn words_drawn_together_are_those_drawn_alone() {
        let numbers = CommonNumbers::new(5, 6, 7);
        let who = 9 << 32 | 4_294_967_290;
        let run = numbers.run::<16>(u32::MAX - 3, 8, 9, who);
        let gathered = numbers.gather::<16>(3, 8, 9, &std::array::from_fn(|i| 7 * i as u32), 2);
        for i in 0..16 {
            let block = (u32::MAX - 3).wrapping_add(i as u32);
            assert_eq!(run.map(|word| word[i]), numbers.words(block, 8, 9, who));
            assert_eq!(gathered.map(|word| word[i]), numbers.words(3, 8, 9, (2 << 32) | (7 * i as u64)));
        }
    }
    const PINNED: [u64; 3] = [1_888_670_797_105_139_560, 316_253_896_033_903_827, 671_989_462_365_394_579];
    const PINNED_PARAMETER: f64 = 0.5055294695366359;

    #[test]
    fn every_part_of_the_address_matters() {
        let numbers = |seed, draw, replicate, period, decision, who| {
            CommonNumbers::new(seed, draw, replicate).at(period, decision, who).bits()
        };
        let all = [
            numbers(1, 0, 0, 0, 0, 0),
            numbers(2, 0, 0, 0, 0, 0),
            numbers(1, 1, 0, 0, 0, 0),
            numbers(1, 0, 1, 0, 0, 0),
            numbers(1, 0, 0, 1, 0, 0),
            numbers(1, 0, 0, 0, 1, 0),
            numbers(1, 0, 0, 0, 0, 1),
            numbers(1, 0, 0, 0, 0, 1 << 32),
        ];
        for (i, a) in all.iter().enumerate() {
            assert!(all[..i].iter().all(|b| a != b));
        }
    }
}
