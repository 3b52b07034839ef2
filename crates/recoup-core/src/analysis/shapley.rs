//! Shapley values: a difference split fairly over what made it (Shapley 1953). They sum to the whole.

use crate::random::philox::philox4x32;

/// Most players of the exact computation: 2^12 = 4,096 coalitions.
pub(crate) const MOST_EXACT: usize = 12;

/// The Shapley values of `players` players from the worth of every coalition, player `i` in it where bit `i`
/// of its number is set.
///
/// phi_i = sum over S without i of |S|! (n - |S| - 1)! / n! * (v(S + i) - v(S)).
pub(crate) fn shapley(players: usize, worth: &[f64]) -> Vec<f64> {
    let mut weights = vec![1.0 / players.max(1) as f64; players.max(1)];
    for s in 1..players {
        // |S|! (n - |S| - 1)! / n!, from the one before.
        weights[s] = weights[s - 1] * s as f64 / (players - s) as f64;
    }
    (0..players)
        .map(|i| {
            let without = (0..worth.len()).filter(|coalition| coalition >> i & 1 == 0);
            without.map(|s| weights[s.count_ones() as usize] * (worth[s | 1 << i] - worth[s])).sum()
        })
        .collect()
}

/// A Shapley value from sampled orders.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sampled {
    /// The estimate; estimates of all players sum to the whole.
    pub value: f64,
    /// Its standard error.
    pub standard_error: f64,
}

/// Orders in which `players` join, in pairs of one and its reverse (which cancels much of the noise).
pub(crate) fn orders(players: usize, pairs: usize, seed: u64) -> Vec<Vec<usize>> {
    let key = [seed as u32, (seed >> 32) as u32 ^ 0x5348_4150];
    let mut orders = Vec::with_capacity(2 * pairs);
    for pair in 0..pairs {
        let mut order: Vec<usize> = (0..players).collect();
        for i in (1..players).rev() {
            let bits = philox4x32([i as u32, pair as u32, 0, 0], key)[0];
            order.swap(i, ((u64::from(bits) * (i as u64 + 1)) >> 32) as usize);
        }
        let mut reverse = order.clone();
        reverse.reverse();
        orders.extend([order, reverse]);
    }
    orders
}

/// Shapley values from what each player added in each of [`orders`] (by order, then by player).
pub(crate) fn from_orders(added: &[Vec<f64>]) -> Vec<Sampled> {
    let players = added.first().map_or(0, Vec::len);
    (0..players)
        .map(|i| {
            let pairs: crate::stats::moments::Moments =
                added.chunks(2).map(|pair| pair.iter().map(|row| row[i]).sum::<f64>() / pair.len() as f64).collect();
            Sampled { value: pairs.mean(), standard_error: pairs.standard_error() }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::analysis::shapley::{from_orders, orders, shapley};

    /// Shoes, left and right (Shapley's glove game): one left glove, two right ones.
    fn gloves(coalition: usize) -> f64 {
        f64::from(u8::from(coalition & 1 == 1 && coalition >> 1 != 0))
    }

    #[test]
    fn the_glove_game_has_its_known_values() {
        let worth: Vec<f64> = (0..8).map(gloves).collect();
        let values = shapley(3, &worth);
        for (value, known) in values.iter().zip([2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]) {
            assert!((value - known).abs() < 1e-15);
        }
    }

    #[test]
    fn values_sum_to_the_whole_and_additive_games_give_each_his_own() {
        let own = [3.0, -1.0, 0.5, 7.0, 2.0];
        let worth: Vec<f64> = (0..32_usize).map(|s| (0..5).filter(|i| s >> i & 1 == 1).map(|i| own[i]).sum()).collect();
        for (value, own) in shapley(5, &worth).iter().zip(own) {
            assert!((value - own).abs() < 1e-12);
        }
        assert!(shapley(0, &[4.0]).is_empty());
    }

    #[test]
    fn sampled_orders_agree_with_the_exact_values_within_four_standard_errors() {
        // A game of eight with pairs and a threshold; false alarm below 1 in 1,000 for eight players.
        let worth = |s: usize| {
            let n = s.count_ones() as f64;
            n * n + if s & 0b11 == 0b11 { 5.0 } else { 0.0 } + if n >= 6.0 { 9.0 } else { 0.0 }
        };
        let exact = shapley(8, &(0..256).map(worth).collect::<Vec<_>>());
        let added: Vec<Vec<f64>> = orders(8, 2_000, 1)
            .iter()
            .map(|order| {
                let mut added = vec![0.0; 8];
                let mut coalition = 0;
                for &i in order {
                    added[i] = worth(coalition | 1 << i) - worth(coalition);
                    coalition |= 1 << i;
                }
                added
            })
            .collect();
        let sampled = from_orders(&added);
        for (sampled, exact) in sampled.iter().zip(&exact) {
            assert!((sampled.value - exact).abs() <= 4.0 * sampled.standard_error.max(1e-12), "{sampled:?} {exact}");
        }
        assert!((sampled.iter().map(|s| s.value).sum::<f64>() - worth(255)).abs() < 1e-9);
    }
}
