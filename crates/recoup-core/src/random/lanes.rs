//! The random numbers of many customers at once, for loops that the compiler turns into wide
//! instructions. The numbers are those of `CommonNumbers::at`.

use crate::random::philox::{MULTIPLIERS, WEYL};

/// Customers in a row.
pub const LANES: usize = 64;

/// Four words for each of [`LANES`] customers.
pub(crate) type Words = [[u32; LANES]; 4];

/// Philox4x32-10 of the counters `[0, site, first + i, high]`, i = 0..[`LANES`].
#[inline(always)]
pub(crate) fn philox_lanes(site: u32, first: u32, high: u32, key: [u32; 2], words: &mut Words) {
    let [a, b, c, d] = words;
    a.fill(0);
    b.fill(site);
    d.fill(high);
    for (i, c) in c.iter_mut().enumerate() {
        *c = first.wrapping_add(i as u32);
    }
    philox_in_place(words, key);
}

/// Philox4x32-10 of the counters in `words`, in their place.
#[inline(always)]
pub(crate) fn philox_in_place<const N: usize>(words: &mut [[u32; N]; 4], mut key: [u32; 2]) {
    let [a, b, c, d] = words;
    for round in 0..10 {
        if round > 0 {
            key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
        }
        for i in 0..N {
            let (x, y) = (MULTIPLIERS[0] * u64::from(a[i]), MULTIPLIERS[1] * u64::from(c[i]));
            a[i] = (y >> 32) as u32 ^ b[i] ^ key[0];
            b[i] = y as u32;
            c[i] = (x >> 32) as u32 ^ d[i] ^ key[1];
            d[i] = x as u32;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::random::lanes::{LANES, philox_lanes};
    use crate::random::philox::philox4x32;

    #[test]
    fn lanes_hold_the_same_numbers_as_one_at_a_time() {
        let key = [0xa409_3822, 0x299f_31d0];
        let mut words = [[0; LANES]; 4];
        philox_lanes(0x0012_3407, 4_294_967_280, 9, key, &mut words);
        for lane in 0..LANES {
            let alone = philox4x32([0, 0x0012_3407, 4_294_967_280_u32.wrapping_add(lane as u32), 9], key);
            assert_eq!(words.map(|word| word[lane]), alone);
        }
    }
}
