//! Screening of many inputs by elementary effects: M. Morris, Technometrics 33 (1991) 161, with the mean of
//! absolute effects of F. Campolongo, J. Cariboni and A. Saltelli, Environmental Modelling and Software 22 (2007)
//! 1509.

use serde::{Deserialize, Serialize};

use crate::analysis::sobol::Estimate;
use crate::random::address::parameter_uniform;

/// Levels of each coordinate: the middles of this many equal parts of its range.
const LEVELS: usize = 4;
/// Step: half of the range.
const STEP: f64 = 0.5;
/// The elementary effects of one factor on one output: change of the output over the share of the range moved, in
/// the output's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Effect {
    /// Mean of absolute effects (mu*): how much the factor matters.
    pub absolute: Estimate,
    /// Mean of effects (mu): which way.
    pub mean: f64,
    /// Standard deviation of effects (sigma): how much they depend on the others, or bend.
    pub sd: f64,
}

/// By output, by factor: the effects over `trajectories` paths, each moving every factor once.
///
/// A factor is a set of coordinates of the unit cube that move together, each its own way. `evaluate` gives the outputs at
/// points of the unit cube of `coordinates` dimensions: `trajectories` x (factors + 1) evaluations.
///
/// # Errors
/// Those of `evaluate`.
pub(crate) fn elementary_effects<E>(
    factors: &[Vec<usize>],
    coordinates: usize,
    trajectories: u64,
    seed: u64,
    mut evaluate: impl FnMut(&[Vec<f64>]) -> Result<Vec<Vec<f64>>, E>,
) -> Result<Vec<Vec<Effect>>, E> {
    // By output, by factor, by trajectory.
    let mut effects: Vec<Vec<Vec<f64>>> = Vec::new();
    for trajectory in 0..trajectories {
        let uniform = |what: usize| parameter_uniform(seed, trajectory, what as u64);
        let level = |c: usize| (uniform(c) * LEVELS as f64).floor();
        let mut point: Vec<f64> = (0..coordinates).map(|c| (level(c) + 0.5) / LEVELS as f64).collect();
        let mut order: Vec<usize> = (0..factors.len()).collect();
        order.sort_by(|a, b| uniform(coordinates + a).total_cmp(&uniform(coordinates + b)));
        let mut points = vec![point.clone()];
        let mut up = vec![true; factors.len()];
        for &factor in &order {
            up[factor] = factors[factor].first().is_none_or(|&c| point[c] < STEP);
            for &c in &factors[factor] {
                point[c] += if point[c] < STEP { STEP } else { -STEP };
            }
            points.push(point.clone());
        }
        let outputs = evaluate(&points)?;
        effects.resize_with(outputs[0].len(), || vec![Vec::new(); factors.len()]);
        for (step, &factor) in order.iter().enumerate() {
            for (o, effects) in effects.iter_mut().enumerate() {
                let change = outputs[step + 1][o] - outputs[step][o];
                effects[factor].push(if up[factor] { change } else { -change } / STEP);
            }
        }
    }
    Ok(effects.iter().map(|factors| factors.iter().map(|effects| effect(effects)).collect()).collect())
}

fn effect(effects: &[f64]) -> Effect {
    let sizes: Vec<f64> = effects.iter().map(|e| e.abs()).collect();
    let mean = sizes.iter().sum::<f64>() / sizes.len().max(1) as f64;
    let moments: crate::stats::moments::Moments = effects.iter().copied().collect();
    Effect { absolute: Estimate::with_influences(mean, &sizes), mean: moments.mean(), sd: moments.sd() }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use crate::analysis::screening::elementary_effects;

    #[test]
    fn a_plane_has_its_slopes_and_a_product_bends() {
        let f = |x: &Vec<f64>| vec![5.0 - 3.0 * x[0] + 2.0 * x[1], x[0] * x[1]];
        let evaluate = |points: &[Vec<f64>]| Ok::<_, Infallible>(points.iter().map(f).collect());
        let factors = [vec![0], vec![1], vec![2]];
        let Ok(found) = elementary_effects(&factors, 3, 64, 1, evaluate);
        for (i, slope) in [-3.0, 2.0, 0.0_f64].into_iter().enumerate() {
            let effect = found[0][i];
            assert!((effect.mean - slope).abs() < 1e-12 && (effect.absolute.value - slope.abs()).abs() < 1e-12);
            assert!(effect.sd < 1e-12);
        }
        // The effect of a product is the other input: four levels of mean 1/2 and variance 5/64.
        let effect = found[1][0];
        assert!((effect.mean - 0.5).abs() < 0.15 && (effect.sd - (5.0_f64 / 64.0).sqrt()).abs() < 0.06, "{effect:?}");
        assert_eq!(found[1][2].absolute.value, 0.0);
    }
}
