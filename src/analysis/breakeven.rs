//! The value of a number at which two strategies are worth the same.

use crate::analysis::lever::Lever;
use crate::analysis::lever_sweep::Spread;
use crate::engine::evaluate::{Evaluator, each};
use crate::stats::root::root;

/// Levels at which the difference is looked at before roots are refined.
const LEVELS: usize = 33;
/// Values beyond are no bound that anybody means.
const BOUNDLESS: f64 = 1e9;

/// Where two strategies tie.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEven {
    /// The range searched.
    pub range: [f64; 2],
    /// Values at which the mean NPV difference is zero, rising.
    pub roots: Vec<f64>,
    /// The one nearest to what the study has.
    pub value: Option<f64>,
    /// The values at which single parameter draws tie, the nearest to `value` of each.
    pub by_draw: Spread,
    /// The mean NPV difference as the study is written.
    pub difference: f64,
    /// The mean NPV difference at both ends of the range.
    pub at_ends: [f64; 2],
    /// Parameter draws.
    pub draws: usize,
}

/// The range in which a tie is looked for when nobody says: the lever's domain where it is bounded, else
/// from nothing to thirty times what the study has.
pub fn usual_range(lever: &Lever) -> [f64; 2] {
    let [least, greatest] = lever.bounds;
    let size = lever.current.map(f64::abs).filter(|x| *x > 0.0).unwrap_or(1.0);
    let low = if least <= -BOUNDLESS { -30.0 * size } else { least };
    let high = if greatest >= BOUNDLESS { 30.0 * size } else { greatest };
    [low, high.max(low)]
}

/// Where strategy `of` and strategy `against` tie as `lever` moves over `range`.
pub fn break_even(
    evaluator: &Evaluator<'_>,
    lever: &Lever,
    against: usize,
    of: usize,
    range: [f64; 2],
    draws: u64,
) -> BreakEven {
    let points = evaluator.draws(draws);
    let npv = |strategy: usize, d: usize, x: Option<f64>| {
        let moved = x.filter(|_| lever.moves(strategy)).map(|x| (&lever.key, x));
        evaluator.record_with(strategy, &points[d], moved.as_slice()).npv()
    };
    let one = |d: usize, x: f64| npv(of, d, Some(x)) - npv(against, d, Some(x));
    let mean = |x: f64| each(points.len(), |d| one(d, x)).iter().sum::<f64>() / points.len() as f64;
    let levels = levels(range, lever.current);
    let tolerance = 1e-9 * range[0].abs().max(range[1].abs());
    let by_draw: Vec<Vec<f64>> = each(points.len(), |d| levels.iter().map(|&x| one(d, x)).collect());
    let means: Vec<f64> =
        (0..levels.len()).map(|i| by_draw.iter().map(|draw| draw[i]).sum::<f64>() / points.len() as f64).collect();
    let roots = roots(&levels, &means, tolerance, mean);
    let centre = lever.current.unwrap_or(0.5 * (range[0] + range[1]));
    let nearest =
        |roots: &[f64], to: f64| roots.iter().copied().min_by(|a, b| (a - to).abs().total_cmp(&(b - to).abs()));
    let value = nearest(&roots, centre);
    let each_root = each(points.len(), |d| {
        let found = self::roots(&levels, &by_draw[d], tolerance.max(1e-7 * (range[1] - range[0])), |x| one(d, x));
        nearest(&found, value.unwrap_or(centre))
    });
    let differences = each(points.len(), |d| npv(of, d, None) - npv(against, d, None));
    BreakEven {
        range,
        value,
        roots,
        by_draw: Spread::of(each_root),
        difference: differences.iter().sum::<f64>() / points.len() as f64,
        at_ends: [means[0], means[means.len() - 1]],
        draws: points.len(),
    }
}

/// Levels over the range: even, and closer around what the study has where the range is wide.
fn levels([low, high]: [f64; 2], current: Option<f64>) -> Vec<f64> {
    let mut levels: Vec<f64> = (0..LEVELS).map(|i| low + (high - low) * (i as f64 / (LEVELS - 1) as f64)).collect();
    if let Some(current) = current.filter(|x| (low..=high).contains(x) && *x != 0.0) {
        let around = (-8..=8).map(|i| current * 1.25_f64.powi(i)).filter(|x| (low..=high).contains(x));
        levels.extend(around);
    }
    levels.sort_by(f64::total_cmp);
    levels.dedup();
    levels
}

/// Every root that a change of sign between neighbours gives away.
fn roots(levels: &[f64], values: &[f64], tolerance: f64, mut f: impl FnMut(f64) -> f64) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::new();
    for i in 1..levels.len() {
        let (fa, fb) = (values[i - 1], values[i]);
        // A tie over a whole stretch is no break-even.
        if (fa == 0.0) == (fb == 0.0) && !(fa * fb < 0.0) {
            continue;
        }
        if let Some(x) = root(&mut f, [(levels[i - 1], fa), (levels[i], fb)], tolerance)
            && found.last().is_none_or(|last| (x - last).abs() > 2.0 * tolerance)
        {
            found.push(x);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::analysis::breakeven::{levels, roots};

    #[test]
    fn all_roots_of_a_cubic_are_found() {
        let f = |x: f64| (x - 0.2) * (x - 0.5) * (x - 0.9);
        let levels = levels([0.0, 1.0], Some(0.3));
        let values: Vec<f64> = levels.iter().map(|&x| f(x)).collect();
        let found = roots(&levels, &values, 1e-12, f);
        assert_eq!(found.len(), 3);
        for (found, known) in found.iter().zip([0.2, 0.5, 0.9]) {
            assert!((found - known).abs() < 1e-10);
        }
        assert!(roots(&levels, &vec![0.0; levels.len()], 1e-12, |_| 0.0).is_empty(), "equal everywhere");
    }
}
