//! The value of a number at which two strategies are worth the same.

use crate::analysis::lever::Lever;
use crate::analysis::lever_sweep::Spread;
use crate::analysis::sweep::is_stepped;
use crate::engine::evaluate::{Evaluator, each};
use crate::evidence::ledger::entry_for;
use crate::math::powi;
use crate::scenario::study::Order;
use crate::stats::root::{dip, root};
use crate::stats::tie::is_tie;

/// Levels at which the difference is looked at before roots are refined.
const LEVELS: usize = 33;
/// Whole levels looked at, of a lever that moves in steps.
const MOST_STEPS: usize = 400;
/// Times a range that was not given is made ten times as wide.
const WIDENED: usize = 6;
/// Draws by which a range is widened.
const SCOUTS: u64 = 50;
/// Values beyond are no bound that anybody means.
const BOUNDLESS: f64 = 1e9;

/// Where two strategies tie.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakEven {
    /// The range searched.
    pub range: [f64; 2],
    /// Values at which the mean NPV difference is zero, rising; of a lever in whole steps the first step on the
    /// other side of zero.
    pub roots: Vec<f64>,
    /// The mean NPV difference at each of them: 0 but for a lever in whole steps.
    pub at_roots: Vec<f64>,
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

impl BreakEven {
    /// Whether the lever moves nothing: the difference is the same at both ends and as the study is written.
    pub(crate) fn is_flat(&self) -> bool {
        self.roots.is_empty() && self.at_ends.iter().all(|&end| is_tie(end, self.difference))
    }
}

/// Times the upper end of the range in the evidence within which a tie is looked for.
const BEYOND_EVIDENCE: f64 = 10.0;
/// Times what the study has, where the evidence knows no range.
const BEYOND_STUDY: f64 = 30.0;

/// The range in which a tie is looked for when none is given: the lever's domain where it is bounded, else
/// from nothing to ten times the range in the evidence, else to thirty times what the study has.
pub fn usual_range(lever: &Lever) -> [f64; 2] {
    let [least, greatest] = lever.bounds;
    let size = lever.current.map(f64::abs).filter(|x| *x > 0.0).unwrap_or(1.0);
    let low = if least <= -BOUNDLESS { -BEYOND_STUDY * size } else { least };
    let high = match published(lever) {
        _ if greatest < BOUNDLESS => greatest,
        Some([_, most]) => (BEYOND_EVIDENCE * most).max(3.0 * size),
        None => BEYOND_STUDY * size,
    };
    [low, high.max(low)]
}

/// The range that the ledger has for a lever.
fn published(lever: &Lever) -> Option<[f64; 2]> {
    entry_for(&lever.key)?.range
}

/// Where strategy `of` and strategy `against` tie as `lever` moves over `range`; where none is given, over the
/// usual range, or a wider one where there is no tie in it.
pub fn break_even(
    evaluator: &Evaluator<'_>,
    lever: &Lever,
    against: usize,
    of: usize,
    range: Option<[f64; 2]>,
    draws: u64,
) -> BreakEven {
    if let Some(range) = range {
        return break_even_within(evaluator, lever, against, of, range, draws);
    }
    let mut range = usual_range(lever);
    // Beyond what the evidence knows by far, no value means anything.
    let widened = if published(lever).is_some() { 0 } else { WIDENED };
    for _ in 0..widened {
        let found = break_even_within(evaluator, lever, against, of, range, SCOUTS.min(draws));
        let [low, high] =
            [0, 1].map(|end| if range[end] == lever.bounds[end] { range[end] } else { 10.0 * range[end] });
        if !found.roots.is_empty() || found.is_flat() || [low, high] == range || high >= BOUNDLESS {
            break;
        }
        range = [low, high];
    }
    break_even_within(evaluator, lever, against, of, range, draws)
}

/// The share of `draws` in which one of `orders` does not hold in one of `strategies` once `lever` stands at `x`
/// there.
pub(crate) fn share_out_of_order(
    evaluator: &Evaluator<'_>,
    orders: &[Order],
    lever: &Lever,
    strategies: &[usize],
    x: f64,
    draws: u64,
) -> f64 {
    let orders: Vec<&Order> = orders.iter().filter(|order| order.keys.contains(&lever.key)).collect();
    if orders.is_empty() {
        return 0.0;
    }
    let points = evaluator.draws(draws);
    let breaks = |draw: usize, strategy: usize| {
        let mut parameters = evaluator.parameters_at(strategy, &points[draw]);
        parameters.set_number(&lever.key, x);
        orders.iter().any(|order| {
            let values: Vec<f64> = order.keys.iter().filter_map(|key| parameters.number_mut(key).copied()).collect();
            values.windows(2).any(|pair| pair[0] > pair[1])
        })
    };
    let moved = || strategies.iter().filter(|&&strategy| lever.moves(strategy));
    let broken = each(points.len(), |draw| !evaluator.is_stopped() && moved().any(|&strategy| breaks(draw, strategy)));
    broken.iter().filter(|is_broken| **is_broken).count() as f64 / points.len() as f64
}

fn break_even_within(
    evaluator: &Evaluator<'_>,
    lever: &Lever,
    against: usize,
    of: usize,
    range: [f64; 2],
    draws: u64,
) -> BreakEven {
    let stepped = is_stepped(&lever.key);
    let points = evaluator.draws(draws);
    let npv = |strategy: usize, d: usize, x: Option<f64>| {
        let moved = x.filter(|_| lever.moves(strategy)).map(|x| lever.at(x));
        evaluator.record_with(strategy, &points[d], moved.as_slice()).npv()
    };
    let one = |d: usize, x: f64| npv(of, d, Some(x)) - npv(against, d, Some(x));
    let mean = |x: f64| each(points.len(), |d| one(d, x)).iter().sum::<f64>() / points.len() as f64;
    let levels = if stepped { steps(range) } else { levels(range, lever.current) };
    let tolerance = 1e-9 * range[0].abs().max(range[1].abs());
    // What is looked for between the levels comes on top.
    evaluator.begins(2 * points.len() * levels.len());
    let by_draw: Vec<Vec<f64>> = each(points.len(), |d| match evaluator.is_stopped() {
        true => vec![0.0; levels.len()],
        false => levels.iter().map(|&x| one(d, x)).collect(),
    });
    let means: Vec<f64> =
        (0..levels.len()).map(|i| by_draw.iter().map(|draw| draw[i]).sum::<f64>() / points.len() as f64).collect();
    let roots = if stepped { crossings(&levels, &means) } else { roots(&levels, &means, tolerance, mean) };
    let at_root = |x: &f64| levels.iter().position(|level| level == x).filter(|_| stepped).map_or(0.0, |i| means[i]);
    let at_roots = roots.iter().map(at_root).collect();
    let centre = lever.current.unwrap_or(0.5 * (range[0] + range[1]));
    let nearest =
        |roots: &[f64], to: f64| roots.iter().copied().min_by(|a, b| (a - to).abs().total_cmp(&(b - to).abs()));
    let value = nearest(&roots, centre);
    let each_root = each(points.len(), |d| {
        if stepped {
            return nearest(&crossings(&levels, &by_draw[d]), value.unwrap_or(centre));
        }
        let found = self::roots(&levels, &by_draw[d], tolerance.max(1e-7 * (range[1] - range[0])), |x| one(d, x));
        nearest(&found, value.unwrap_or(centre))
    });
    let differences = each(points.len(), |d| npv(of, d, None) - npv(against, d, None));
    BreakEven {
        range,
        value,
        roots,
        at_roots,
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
        let around = (-8..=8).map(|i| current * powi(1.25, i)).filter(|x| (low..=high).contains(x));
        levels.extend(around);
    }
    levels.sort_by(f64::total_cmp);
    levels.dedup();
    levels
}

/// The whole levels of a range.
fn steps([low, high]: [f64; 2]) -> Vec<f64> {
    let (first, last) = (low.ceil(), high.floor().max(low.ceil()));
    let stride = ((last - first) / MOST_STEPS as f64).ceil().max(1.0);
    (0..=((last - first) / stride) as usize).map(|i| first + stride * i as f64).collect()
}

/// The levels at which the sign is no longer that of the level before.
fn crossings(levels: &[f64], values: &[f64]) -> Vec<f64> {
    let crosses = |i: &usize| values[i - 1] != 0.0 && values[i - 1] * values[*i] <= 0.0;
    (1..levels.len()).filter(crosses).map(|i| levels[i]).collect()
}

/// Part of the way to the next level at which an end of the range is looked at again.
const BESIDE: f64 = 1e-3;

/// The levels and values, with a place between for every pair of roots that the signs at the levels do not give away:
/// wherever the values come nearest to 0 and turn, it is looked whether they cross it.
fn with_dips(levels: &[f64], values: &[f64], tolerance: f64, mut f: impl FnMut(f64) -> f64) -> Vec<(f64, f64)> {
    let at = |i: usize| (levels[i], values[i]);
    let mut all: Vec<(f64, f64)> = (0..levels.len()).map(at).collect();
    let last = levels.len().saturating_sub(1);
    let turns = |[a, x, b]: [(f64, f64); 3]| {
        let is_one_side = a.1 * x.1 > 0.0 && x.1 * b.1 > 0.0;
        is_one_side && x.1.abs() <= a.1.abs().min(b.1.abs()) && x.1.abs() < a.1.abs().max(b.1.abs())
    };
    for i in 0..levels.len() {
        let three = if last == 0 {
            continue;
        } else if i == 0 || i == last {
            // At an end a value a little inside tells whether they turn.
            let (end, inside) = (at(i), at(if i == 0 { 1 } else { last - 1 }));
            if !(end.1 * inside.1 > 0.0) || end.1.abs() >= inside.1.abs() {
                continue;
            }
            let x = end.0 + BESIDE * (inside.0 - end.0);
            let beside = (x, f(x));
            if end.1 * beside.1 < 0.0 {
                all.push(beside);
                continue;
            }
            if i == 0 { [end, beside, inside] } else { [inside, beside, end] }
        } else {
            [at(i - 1), at(i), at(i + 1)]
        };
        if turns(three) {
            all.extend(dip(&mut f, three, tolerance));
        }
    }
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all
}

/// Every root: where neighbours differ in sign, and in pairs where the values dip below 0 between them.
fn roots(levels: &[f64], values: &[f64], tolerance: f64, mut f: impl FnMut(f64) -> f64) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::new();
    for pair in with_dips(levels, values, tolerance, &mut f).windows(2) {
        let (fa, fb) = (pair[0].1, pair[1].1);
        // A tie over a whole stretch is no break-even.
        if (fa == 0.0) == (fb == 0.0) && !(fa * fb < 0.0) {
            continue;
        }
        if let Some(x) = root(&mut f, [pair[0], pair[1]], tolerance)
            && found.last().is_none_or(|last| (x - last).abs() > 2.0 * tolerance)
        {
            found.push(x);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::analysis::breakeven::{crossings, levels, roots, steps};

    #[test]
    fn a_lever_in_steps_changes_places_at_a_step() {
        let levels = steps([0.5, 6.0]);
        assert_eq!(levels, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        assert_eq!(crossings(&levels, &[3.0, 1.0, -1.0, -2.0, 0.0, 1.0]), [3.0, 5.0]);
        assert!(steps([0.0, 1e6]).len() <= 402);
    }

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

    #[test]
    fn close_pairs_of_roots_are_found_wherever_they_lie() {
        // Between any two of the 33 levels, at the ends too; as deep as a millionth.
        for (a, b) in [(0.5123, 0.5131), (0.0001, 0.004), (0.981, 0.9992), (0.2501, 0.2502), (0.7, 0.7 + 2e-4)] {
            for sign in [1.0, -1.0] {
                let f = |x: f64| sign * (x - a) * (x - b);
                let levels = levels([0.0, 1.0], None);
                let values: Vec<f64> = levels.iter().map(|&x| f(x)).collect();
                let found = roots(&levels, &values, 1e-10, f);
                assert_eq!(found.len(), 2, "{a}, {b}: {found:?}");
                assert!((found[0] - a).abs() < 1e-8 && (found[1] - b).abs() < 1e-8, "{found:?}");
            }
        }
        // A curve that turns before it crosses has none, and a line is looked at little more than at its levels.
        let levels = levels([0.0, 1.0], None);
        let mut looks = 0;
        let mut count = |x: f64| {
            looks += 1;
            1.0 + x
        };
        let values: Vec<f64> = levels.iter().map(|&x| count(x)).collect();
        assert!(roots(&levels, &values, 1e-10, &mut count).is_empty());
        assert!(looks <= levels.len() + 2, "{looks}");
        let above = |x: f64| (x - 0.37) * (x - 0.37) + 1e-6;
        let values: Vec<f64> = levels.iter().map(|&x| above(x)).collect();
        assert!(roots(&levels, &values, 1e-10, above).is_empty());
    }
}
