//! How far the uncertain inputs must move together before another strategy is the best: the first-order
//! reliability method (Hasofer and Lind 1974) in the inputs' standard-normal space.

use crate::dist::standard_normal_cdf;
use crate::engine::evaluate::{Evaluator, each};

/// Standard deviations beyond which no change is looked for.
pub const FARTHEST: f64 = 6.0;
/// Steps of the search from one start.
const STEPS: usize = 60;
/// Half-width of the central differences, in standard deviations.
const NUDGE: f64 = 0.01;

/// The nearest point of a limit state g(u) = 0.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignPoint {
    /// Where it is, in standard deviations of each input.
    pub u: Vec<f64>,
    /// Its distance from the medians: the reliability index. Negative where the medians themselves lie
    /// beyond the limit (g < 0 there).
    pub index: f64,
    /// The squared direction cosines: which inputs carry the change. They sum to 1.
    pub importance: Vec<f64>,
}

/// The point of g(u) = 0 nearest to the origin of a standard-normal space of `inputs` dimensions, within
/// [`FARTHEST`]; `None` where none was found.
///
/// The Hasofer-Lind-Rackwitz-Fiessler iteration with the merit function of Zhang and Der Kiureghian (1995),
/// from the origin and from a point along each axis; what it ends in is put on the limit exactly by a
/// search along its ray.
pub fn design_point(inputs: usize, g: impl Fn(&[f64]) -> f64) -> Option<DesignPoint> {
    let origin = vec![0.0; inputs];
    let at_origin = g(&origin);
    if inputs == 0 || !at_origin.is_finite() {
        return None;
    }
    let slope = gradient(&g, &origin);
    let mut starts = vec![origin.clone()];
    for (i, slope) in slope.iter().enumerate() {
        // Toward the limit, as far as one sees it from here.
        let mut start = origin.clone();
        start[i] = 2.0 * if slope * at_origin > 0.0 { -1.0 } else { 1.0 };
        starts.push(start);
    }
    let found = starts.into_iter().filter_map(|start| descend(&g, start, at_origin));
    let nearest = found.min_by(|a, b| norm(a).total_cmp(&norm(b)))?;
    let normal = gradient(&g, &nearest);
    let length = norm(&normal);
    Some(DesignPoint {
        index: norm(&nearest).copysign(at_origin),
        importance: normal.iter().map(|x| if length > 0.0 { (x / length).powi(2) } else { 0.0 }).collect(),
        u: nearest,
    })
}

fn descend(g: &impl Fn(&[f64]) -> f64, start: Vec<f64>, scale: f64) -> Option<Vec<f64>> {
    let scale = scale.abs().max(f64::MIN_POSITIVE);
    let mut u = start;
    let mut value = g(&u);
    for _ in 0..STEPS {
        let slope = gradient(g, &u);
        let steepness = norm(&slope);
        if !(steepness > 1e-12 * scale) {
            return None;
        }
        let reach = (dot(&slope, &u) - value) / (steepness * steepness);
        let target: Vec<f64> = slope.iter().map(|s| reach * s).collect();
        let change: Vec<f64> = target.iter().zip(&u).map(|(a, b)| a - b).collect();
        if norm(&change) < 1e-6 && value.abs() < 1e-6 * scale {
            break;
        }
        let weight =
            2.0 * (norm(&u) / steepness).max(0.5 * norm(&target).powi(2) / value.abs().max(1e-9 * scale)) + 1e-9;
        let merit = |u: &[f64], value: f64| 0.5 * dot(u, u) + weight * value.abs();
        let before = merit(&u, value);
        let mut step = 1.0;
        loop {
            let mut next: Vec<f64> = u.iter().zip(&change).map(|(a, c)| a + step * c).collect();
            // No farther than anybody looks.
            let far = norm(&next) / FARTHEST;
            if far > 1.0 {
                next.iter_mut().for_each(|x| *x /= far);
            }
            let next_value = g(&next);
            if merit(&next, next_value) < before || step < 1e-3 {
                (u, value) = (next, next_value);
                break;
            }
            step *= 0.5;
        }
    }
    on_the_limit(g, &u)
}

/// The point of the limit on the ray through `u` that lies nearest to it.
fn on_the_limit(g: &impl Fn(&[f64]) -> f64, u: &[f64]) -> Option<Vec<f64>> {
    let length = norm(u);
    if !(length > 0.0) {
        return None;
    }
    let at = |s: f64| u.iter().map(|x| x / length * s).collect::<Vec<f64>>();
    let f = |s: f64| g(&at(s));
    let mut width = 0.02;
    while width < 2.0 * FARTHEST {
        let (low, high) = ((length - width).max(0.0), (length + width).min(FARTHEST));
        if let Some(s) = crate::stats::root::root(f, [(low, f(low)), (high, f(high))], 1e-9) {
            return Some(at(s));
        }
        width *= 2.0;
    }
    None
}

fn gradient(g: &impl Fn(&[f64]) -> f64, u: &[f64]) -> Vec<f64> {
    let mut at = u.to_vec();
    (0..u.len())
        .map(|i| {
            at[i] = u[i] + NUDGE;
            let above = g(&at);
            at[i] = u[i] - NUDGE;
            let below = g(&at);
            at[i] = u[i];
            (above - below) / (2.0 * NUDGE)
        })
        .collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn norm(a: &[f64]) -> f64 {
    dot(a, a).sqrt()
}

/// The smallest joint change of the inputs after which another strategy is worth more.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// The strategy that is overtaken.
    pub best: usize,
    /// The one that overtakes it.
    pub rival: usize,
    /// The distance in standard deviations; negative where the rival is ahead at the medians.
    pub distance: f64,
    /// Probability of the rival being ahead, to first order: that of a standard normal number beyond the
    /// distance.
    pub probability: f64,
    /// By input, in the order of the columns: value there, standard deviations moved, share of the change.
    pub inputs: Vec<FlippedInput>,
}

/// What one input does at the flip.
#[derive(Clone, Debug, PartialEq)]
pub struct FlippedInput {
    /// Its name.
    pub name: String,
    /// Its median.
    pub median: f64,
    /// Its value at the flip.
    pub value: f64,
    /// Standard deviations moved, in its standard-normal space.
    pub moved: f64,
    /// Share of the change that it carries: the squared direction cosine.
    pub importance: f64,
}

/// The flip from `best` to whichever rival is nearest; `None` where nothing is uncertain or no rival gets
/// ahead within [`FARTHEST`] standard deviations.
pub fn flip(evaluator: &Evaluator<'_>, best: usize) -> Option<Flip> {
    let parameters = evaluator.parameters();
    let inputs = parameters.columns().len();
    let values = |u: &[f64]| parameters.values_at(&u.iter().map(|&z| standard_normal_cdf(z)).collect::<Vec<f64>>());
    let rivals: Vec<usize> = (0..evaluator.strategies()).filter(|&i| i != best).collect();
    let points = each(rivals.len(), |i| {
        design_point(inputs, |u| {
            let values = values(u);
            evaluator.record(best, &values).npv() - evaluator.record(rivals[i], &values).npv()
        })
    });
    let nearest = rivals.iter().zip(points).filter_map(|(&rival, point)| Some((rival, point?)));
    let (rival, point) = nearest.min_by(|a, b| a.1.index.total_cmp(&b.1.index))?;
    let (medians, there) = (values(&vec![0.0; inputs]), values(&point.u));
    let input = |i: usize| FlippedInput {
        name: parameters.columns()[i].clone(),
        median: medians[i],
        value: there[i],
        moved: point.u[i],
        importance: point.importance[i],
    };
    Some(Flip {
        best,
        rival,
        distance: point.index,
        probability: standard_normal_cdf(-point.index),
        inputs: (0..inputs).map(input).collect(),
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::flip::design_point;

    #[test]
    fn a_linear_limit_has_its_closed_form() {
        // g = a0 + sum a_i x_i, x_i normal: index = mean / sd, importance = a_i^2 sd_i^2 / sum.
        let (means, sds, factors) = ([4.0, -1.0, 2.0], [1.0, 2.0, 0.5], [1.0, 0.7, -2.0]);
        let g = |u: &[f64]| 3.0 + (0..3).map(|i| factors[i] * (means[i] + sds[i] * u[i])).sum::<f64>();
        let mean = 3.0 + (0..3).map(|i| factors[i] * means[i]).sum::<f64>();
        let parts: Vec<f64> = (0..3).map(|i| (factors[i] * sds[i]).powi(2)).collect();
        let variance: f64 = parts.iter().sum();
        let point = design_point(3, g).unwrap();
        assert!((point.index - mean / variance.sqrt()).abs() < 1e-6, "{point:?}");
        for (found, part) in point.importance.iter().zip(parts) {
            assert!((found - part / variance).abs() < 1e-6);
        }
        // Seen from beyond the limit the index is negative.
        let beyond = design_point(3, |u| -g(u)).unwrap();
        assert!((beyond.index + mean / variance.sqrt()).abs() < 1e-6);
    }

    #[test]
    fn a_curved_limit_of_the_literature_has_its_published_index() {
        // g = x1^3 + x2^3 - 18 with x1, x2 ~ N(10, 5): by symmetry x = 9^(1/3), index 2.2401.
        let g = |u: &[f64]| u.iter().map(|u| (10.0 + 5.0 * u).powi(3)).sum::<f64>() - 18.0;
        let point = design_point(2, g).unwrap();
        let known = 2f64.sqrt() * (10.0 - 9f64.cbrt()) / 5.0;
        assert!((point.index - known).abs() < 1e-4, "{point:?} {known}");
    }

    #[test]
    fn the_nearer_of_two_limits_is_found() {
        // A parabola with its far branch straight ahead: nearest at the side.
        let g = |u: &[f64]| (3.0 - u[0]).min(2.0 + u[1]);
        let point = design_point(2, g).unwrap();
        assert!((point.index - 2.0).abs() < 1e-6 && (point.u[1] + 2.0).abs() < 1e-6, "{point:?}");
    }

    #[test]
    fn out_of_reach_or_without_inputs_there_is_none() {
        assert_eq!(design_point(2, |u| 50.0 + u[0]), None);
        assert_eq!(design_point(2, |_| 1.0), None);
        assert_eq!(design_point(0, |_| 1.0), None);
    }
}
