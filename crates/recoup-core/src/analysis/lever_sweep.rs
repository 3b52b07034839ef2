//! One lever or two moved over a range: ROI curves with the point of over-investment, and maps of the best
//! strategy.

use crate::analysis::lever::Lever;
use crate::analysis::summary::best_of;
use crate::analysis::sweep::{break_even, inner_peak, is_stepped, over_investment, roi_point, unit};
use crate::analysis::view::{LeverMap, MapCell, RoiCurve, RoiPoint};
use crate::engine::evaluate::{Evaluator, each};
use crate::engine::records::Record;
use crate::engine::simulate::Interrupted;
use crate::scenario::study::Scenario;
use crate::stats::moments::Moments;
use crate::stats::quantile::{quantile_of_sorted, sort};

/// A figure that not every parameter draw has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// 5, 50 and 95 % quantiles over the draws that have it; `None` where no draw has, or there is one draw.
    pub interval: Option<[f64; 3]>,
    /// Share of the draws that have it.
    pub share: f64,
}

impl Spread {
    /// The spread of what each draw has.
    pub(crate) fn of(draws: impl IntoIterator<Item = Option<f64>>) -> Self {
        let (mut found, mut all) = (Vec::new(), 0);
        for draw in draws {
            all += 1;
            found.extend(draw);
        }
        sort(&mut found);
        Spread {
            interval: (all > 1 && !found.is_empty())
                .then(|| [0.05, 0.50, 0.95].map(|level| quantile_of_sorted(&found, level))),
            share: found.len() as f64 / f64::from(all.max(1)),
        }
    }
}

/// What one lever does to one strategy.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverCurve {
    /// Mean and band of the NPV difference to the reference, ROI, break-even, over-investment.
    pub curve: RoiCurve,
    /// By level: what the next unit of programme cost returns, net; `None` where the next level costs no more.
    pub marginal_roi: Vec<Option<f64>>,
    /// The level beyond which the next unit loses money, over the draws that have it inside the range.
    pub over_investment: Spread,
}

/// A strategy at one level of a lever.
struct AtLevel {
    point: RoiPoint,
    /// Mean contribution and programme cost, less the reference's.
    means: [f64; 2],
    /// By draw: NPV less the reference's.
    differences: Vec<f64>,
}

impl AtLevel {
    fn of(x: f64, records: &[Record], reference: &[Record]) -> Self {
        let pairs = || records.iter().zip(reference);
        let mean = |part: fn(&Record) -> f64| pairs().map(|(a, b)| part(a) - part(b)).collect::<Moments>().mean();
        AtLevel {
            point: roi_point(x, records, reference),
            means: [mean(|r| r.contribution), mean(|r| r.programme)],
            differences: pairs().map(|(a, b)| a.npv() - b.npv()).collect(),
        }
    }
}

/// Sweeps `lever` over `values` in the strategies numbered by `strategies`, against the reference. Level by level, so that only
/// the differences of a level are kept.
///
/// # Errors
/// A stop was requested.
pub fn sweep_lever(
    evaluator: &Evaluator<'_>,
    scenario: &Scenario,
    lever: &Lever,
    strategies: &[usize],
    values: &[f64],
    draws: u64,
) -> Result<Vec<LeverCurve>, Interrupted> {
    let points = evaluator.draws(draws);
    let moved: Vec<usize> = strategies.iter().copied().filter(|&s| lever.moves(s)).collect();
    let at =
        |strategy: usize, x: f64| each(points.len(), |d| evaluator.record_with(strategy, &points[d], &[lever.at(x)]));
    let standing = if lever.moves(0) { Vec::new() } else { each(points.len(), |d| evaluator.record(0, &points[d])) };
    // By level, by strategy.
    let levels: Vec<Vec<AtLevel>> = each(values.len(), |level| {
        let x = values[level];
        let moving = if lever.moves(0) { at(0, x) } else { Vec::new() };
        let reference = if lever.moves(0) { &moving } else { &standing };
        let of = |&strategy: &usize| {
            let records = at(strategy, x);
            // Of a stopped work nothing is of use, and summing it up takes time.
            (!evaluator.is_stopped()).then(|| AtLevel::of(x, &records, reference))
        };
        moved.iter().map_while(of).collect()
    });
    if evaluator.is_stopped() {
        return Err(Interrupted);
    }
    let (is_stepped, drawn) = (is_stepped(&lever.key), points.len());
    let curve = |(place, &strategy): (usize, &usize)| {
        let points: Vec<RoiPoint> = levels.iter().map(|at| at[place].point).collect();
        let means: Vec<[f64; 2]> = levels.iter().map(|at| at[place].means).collect();
        let peak = |draw: usize| {
            let line = values.iter().zip(&levels).map(|(&x, at)| (x, at[place].differences[draw]));
            inner_peak(&line.collect::<Vec<_>>(), is_stepped)
        };
        LeverCurve {
            marginal_roi: (0..values.len()).map(|level| marginal_roi(&means, level)).collect(),
            over_investment: Spread::of(each(drawn, peak)),
            curve: RoiCurve {
                strategy: scenario.strategies[strategy].name.to_string(),
                key: lever.key.to_string(),
                key_label: None,
                unit: unit(&lever.key),
                break_even: break_even(&points, is_stepped),
                over_investment: over_investment(&points, is_stepped),
                current: scenario.strategies[strategy].parameters.point.clone().number_mut(&lever.key).copied(),
                points,
            },
        }
    };
    Ok(moved.iter().enumerate().map(curve).collect())
}

/// Net return on the next unit of programme cost around `level`, from mean [contribution, programme] by
/// level: central differences, one-sided at the ends.
pub(crate) fn marginal_roi(means: &[[f64; 2]], level: usize) -> Option<f64> {
    let (before, after) = (level.saturating_sub(1), (level + 1).min(means.len().saturating_sub(1)));
    let cost = means[after][1] - means[before][1];
    let scale = means.iter().map(|mean| mean[1].abs()).fold(0.0, f64::max);
    (cost > 1e-9 * scale && scale > 0.0).then(|| (means[after][0] - means[before][0] - cost) / cost)
}

/// Two levers moved over a grid, and the strategy with the highest mean NPV in each cell.
pub fn map_levers(
    evaluator: &Evaluator<'_>,
    scenario: &Scenario,
    levers: [&Lever; 2],
    values: [&[f64]; 2],
    draws: u64,
) -> LeverMap {
    let points = evaluator.draws(draws);
    let strategies = evaluator.strategies();
    let grid: Vec<[f64; 2]> = values[1].iter().flat_map(|&y| values[0].iter().map(move |&x| [x, y])).collect();
    // By cell: over the draws, every strategy's mean NPV and how often it is best.
    let cells = each(grid.len(), |cell| {
        let mut npv = vec![Moments::default(); strategies];
        let mut wins = vec![0.0; strategies];
        for values in &points {
            let at = |strategy: usize| {
                let moving = (0..2).filter(|&l| levers[l].moves(strategy));
                let moved: Vec<_> = moving.map(|l| levers[l].at(grid[cell][l])).collect();
                evaluator.record_with(strategy, values, &moved).npv()
            };
            let each: Vec<f64> = (0..strategies).map(at).collect();
            let most = each.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let winners = each.iter().filter(|&&x| x == most).count().max(1) as f64;
            for (i, x) in each.into_iter().enumerate() {
                npv[i].add(x);
                wins[i] += if x == most { 1.0 / winners } else { 0.0 };
            }
        }
        let mean: Vec<f64> = npv.iter().map(Moments::mean).collect();
        let best = best_of(&mean);
        MapCell {
            x: grid[cell][0],
            y: grid[cell][1],
            best,
            gain: mean[best] - mean[0],
            p_best: wins[best] / points.len().max(1) as f64,
            differences: mean.iter().map(|mine| mine - mean[0]).collect(),
        }
    });
    LeverMap {
        keys: levers.map(|lever| lever.key.to_string()),
        units: levers.map(|lever| unit(&lever.key)),
        strategies: scenario.strategies.iter().map(|s| s.name.to_string()).collect(),
        current: levers.map(|lever| lever.current),
        levels: values.map(<[f64]>::to_vec),
        cells,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::lever_sweep::{Spread, marginal_roi};

    #[test]
    fn marginal_roi_is_the_slope_of_contribution_over_cost() {
        // Contribution 10 sqrt(cost): marginal return 5 / sqrt(cost) - 1, zero at cost 25.
        let means: Vec<[f64; 2]> = (0..=100).map(|i| [10.0 * f64::from(i).sqrt(), f64::from(i)]).collect();
        assert!(marginal_roi(&means, 25).unwrap().abs() < 1e-3);
        assert!((marginal_roi(&means, 64).unwrap() - (5.0 / 8.0 - 1.0)).abs() < 1e-3);
        assert_eq!(marginal_roi(&[[1.0, 7.0], [2.0, 7.0]], 0), None, "no more cost, no return on it");
    }

    #[test]
    fn a_spread_counts_the_draws_that_have_none() {
        let spread = Spread::of([Some(1.0), None, Some(3.0), None]);
        assert_eq!((spread.share, spread.interval.map(|i| i[1])), (0.5, Some(2.0)));
        assert_eq!(Spread::of([None, None]), Spread { interval: None, share: 0.0 });
    }
}
