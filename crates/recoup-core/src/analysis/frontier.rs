//! The efficiency frontier: what each strategy costs against what it brings, by the rules of health economics
//! (M. Weinstein, Medical Decision Making 10 (1990) 207; S. Cantor, ibid. 14 (1994) 259): strong and extended dominance.

use serde::{Deserialize, Serialize};

/// Costs, or contributions, that differ by less than this share of the greatest of those compared are equal: what rounding
/// of means over draws may come to, and far less than anybody would decide by.
pub(crate) const EQUAL: f64 = 1e-9;

/// Where a strategy stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Standing {
    /// On the frontier, after `after` (none for the cheapest), with the incremental return on what it costs more:
    /// (extra contribution - extra cost) / extra cost.
    Efficient {
        /// The strategy before it on the frontier.
        after: Option<usize>,
        /// Incremental return on investment, a share.
        incremental_roi: Option<f64>,
    },
    /// It costs and brings what an earlier strategy does.
    Equal {
        /// That strategy, the first of them.
        to: usize,
    },
    /// Another strategy brings at least as much for no more money.
    Dominated {
        /// That strategy.
        by: usize,
    },
    /// A mixture of two strategies on the frontier brings more for the same money.
    ExtendedlyDominated {
        /// Those strategies, the cheaper first.
        by: [usize; 2],
    },
}

/// The standing of every strategy from its mean programme `cost` and mean `contribution`, in the same money.
///
/// A strategy on the line between two others, within [`EQUAL`], is on the frontier: their mixture brings the same, not
/// more.
pub(crate) fn frontier(cost: &[f64], contribution: &[f64]) -> Vec<Standing> {
    let n = cost.len();
    let slack = |amounts: &[f64], of: &[usize]| EQUAL * of.iter().fold(0.0, |most: f64, &s| most.max(amounts[s].abs()));
    let same = |a: usize, b: usize| {
        [cost, contribution].iter().all(|amounts| (amounts[a] - amounts[b]).abs() <= slack(amounts, &[a, b]))
    };
    let identical = |b: usize| (0..b).find(|&a| same(a, b));
    let dominates = |a: usize, b: usize| {
        let no_dearer = cost[a] <= cost[b] + slack(cost, &[a, b]);
        let brings_no_less = contribution[a] >= contribution[b] - slack(contribution, &[a, b]);
        no_dearer && brings_no_less && !same(a, b)
    };
    // The strategy that dominates and brings most is itself on no worse a place.
    let dominator = |b: usize| {
        let all = (0..n).filter(|&a| dominates(a, b));
        all.reduce(|x, y| if contribution[y] - cost[y] > contribution[x] - cost[x] { y } else { x })
    };
    let mut left: Vec<usize> = (0..n).filter(|&s| identical(s).is_none() && dominator(s).is_none()).collect();
    left.sort_by(|&a, &b| cost[a].total_cmp(&cost[b]));
    // The upper hull: contribution per unit of cost does not rise along it.
    let rise = |a: usize, b: usize| (contribution[b] - contribution[a]) / (cost[b] - cost[a]);
    // What a mixture of `a` and `c` that costs as much as `b` brings more.
    let lead = |a: usize, b: usize, c: usize| contribution[a] + rise(a, c) * (cost[b] - cost[a]) - contribution[b];
    let mut hull: Vec<usize> = Vec::new();
    for &next in &left {
        while let [.., a, b] = hull[..]
            && lead(a, b, next) > slack(contribution, &[a, b, next])
        {
            hull.pop();
        }
        hull.push(next);
    }
    (0..n)
        .map(|s| {
            if let Some(to) = identical(s) {
                return Standing::Equal { to };
            }
            if let Some(by) = dominator(s) {
                return Standing::Dominated { by };
            }
            match hull.iter().position(|&h| h == s) {
                Some(0) => Standing::Efficient { after: None, incremental_roi: None },
                Some(i) => {
                    Standing::Efficient { after: Some(hull[i - 1]), incremental_roi: Some(rise(hull[i - 1], s) - 1.0) }
                }
                None => {
                    let above = hull.iter().position(|&h| cost[h] > cost[s]).unwrap_or(hull.len() - 1).max(1);
                    Standing::ExtendedlyDominated { by: [hull[above - 1], hull[above.min(hull.len() - 1)]] }
                }
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::analysis::frontier::{Standing, frontier};

    /// The strategies on the frontier, the cheapest first.
    fn on_frontier(standings: &[Standing], cost: &[f64]) -> Vec<usize> {
        let mut on: Vec<usize> =
            (0..standings.len()).filter(|&s| matches!(standings[s], Standing::Efficient { .. })).collect();
        on.sort_by(|&a, &b| cost[a].total_cmp(&cost[b]));
        on
    }

    #[test]
    fn an_absurd_strategy_makes_no_others_equal() {
        let cost = [0.0, 10_000.0, 40_000.0, 1e15];
        let contribution = [0.0, 19_000.0, 58_000.0, 60_000.0];
        let found = frontier(&cost, &contribution);
        assert!(found.iter().all(|standing| matches!(standing, Standing::Efficient { .. })), "{found:?}");
        let alone = frontier(&cost[..3], &contribution[..3]);
        assert_eq!(found[..3], alone[..]);
    }

    #[test]
    fn strong_and_extended_dominance_are_told_apart() {
        // A teaching example: B at (10, 40), C at (20, 50) lies below the line B to D, E costs more than D for less.
        let cost = [0.0, 10.0, 20.0, 30.0, 35.0];
        let contribution = [0.0, 40.0, 50.0, 80.0, 70.0];
        let found = frontier(&cost, &contribution);
        assert_eq!(found[0], Standing::Efficient { after: None, incremental_roi: None });
        assert_eq!(found[1], Standing::Efficient { after: Some(0), incremental_roi: Some(3.0) });
        assert_eq!(found[2], Standing::ExtendedlyDominated { by: [1, 3] });
        assert_eq!(found[3], Standing::Efficient { after: Some(1), incremental_roi: Some(1.0) });
        assert_eq!(found[4], Standing::Dominated { by: 3 });
        assert_eq!(on_frontier(&found, &cost), [0, 1, 3]);
    }

    #[test]
    fn a_chain_of_extended_dominance_falls_as_a_whole() {
        let cost = [0.0, 10.0, 20.0, 30.0];
        let found = frontier(&cost, &[0.0, 1.0, 3.0, 30.0]);
        assert_eq!(found[1], Standing::ExtendedlyDominated { by: [0, 3] });
        assert_eq!(found[2], Standing::ExtendedlyDominated { by: [0, 3] });
    }

    #[test]
    fn a_strategy_on_the_line_between_two_others_is_on_the_frontier_in_any_money() {
        // Money of any size, a third of it or a tenth: rounding falls on either side of the line.
        for size in [1e-3, 0.1, 1.0 / 3.0, 1.0, 7.0, 1e5 / 3.0, 1e9, 3.7e12] {
            for (start, part, slope) in
                [(0.0, 0.1, 3.0), (0.2, 1.0 / 3.0, 1.1), (1.7, 0.7, 10.0 / 7.0), (0.6, 0.5, 0.3)]
            {
                let cost = [start * size, (start + part) * size, (start + 1.0) * size];
                let brought = |x: f64| size * (30.0 + slope * x);
                let line = [brought(0.0), brought(part), brought(1.0)];
                let on = |shift: f64| frontier(&cost, &[line[0], line[1] + shift * size, line[2]])[1];
                let case = format!("size {size}, start {start}, part {part}");
                assert!(matches!(on(0.0), Standing::Efficient { after: Some(0), .. }), "{case}: {:?}", on(0.0));
                assert!(matches!(on(1e-12), Standing::Efficient { .. }), "{case}");
                assert!(matches!(on(-1e-12), Standing::Efficient { .. }), "{case}");
                assert_eq!(on(-1e-5), Standing::ExtendedlyDominated { by: [0, 2] }, "{case}");
                // Costs that differ by rounding alone are equal costs.
                let cheaper = frontier(&[cost[1] * (1.0 + 1e-15), cost[1]], &[line[1], line[0]]);
                assert_eq!(cheaper[1], Standing::Dominated { by: 0 }, "{case}");
            }
        }
    }

    #[test]
    fn of_equals_the_first_stays_and_a_cheaper_better_one_beats_all() {
        let equals = frontier(&[5.0, 5.0, 9.0, 9.0], &[7.0, 7.0, 6.0, 6.0]);
        assert_eq!(equals[0], Standing::Efficient { after: None, incremental_roi: None });
        assert_eq!(equals[1], Standing::Equal { to: 0 });
        assert_eq!(equals[2], Standing::Dominated { by: 0 });
        assert_eq!(equals[3], Standing::Equal { to: 2 });
        let found = frontier(&[5.0, 4.0, 9.0], &[7.0, 8.0, 8.0]);
        assert_eq!(found[0], Standing::Dominated { by: 1 });
        assert_eq!(found[2], Standing::Dominated { by: 1 });
        assert_eq!(on_frontier(&found, &[5.0, 4.0, 9.0]), [1]);
    }
}
