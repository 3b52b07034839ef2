//! How far the uncertain inputs must move together before another strategy is the best, by [`form`](crate::analysis::form).

use crate::analysis::form::{FARTHEST, design_point};
use crate::analysis::sensitivity::distinct_keys;
use crate::dist::{Uncertain, standard_normal_cdf, standard_normal_quantile};
use crate::engine::evaluate::Evaluator;
use crate::engine::records::Record;
use crate::stats::linalg::norm;

/// Combinations of the values of `choice` inputs that are looked at; of more, those nearest to the medians.
const MOST_COMBINATIONS: usize = 64;

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
    /// By key: value there, standard deviations moved, share of the change. Numbers of one key share a random number
    /// and move as one; the values are those of its first distribution.
    pub inputs: Vec<FlippedInput>,
    /// Whether the inputs keep every order of the study there.
    pub is_in_order: bool,
}

/// What one input does at the flip.
#[derive(Clone, Debug, PartialEq)]
pub struct FlippedInput {
    /// Its key.
    pub name: String,
    /// Its median.
    pub median: f64,
    /// Its value at the flip.
    pub value: f64,
    /// Standard deviations moved, in its standard-normal space.
    pub moved: f64,
    /// Share of the change that it carries: its part of the squared distance.
    pub importance: f64,
}

/// A value of every `choice` input: by key, standard deviations from the median to the nearest point that
/// has it.
type Choices = Vec<(usize, f64)>;

/// The flip from `best` to whichever rival is nearest; `None` where nothing is uncertain or no rival gets
/// ahead within [`FARTHEST`] standard deviations.
///
/// An input that is one of several values has no slope to follow: every combination of such values is held
/// in turn, at the point of theirs that is nearest to the medians, and the other inputs are searched.
pub fn flip(evaluator: &Evaluator<'_>, best: usize) -> Option<Flip> {
    flip_to(evaluator, best, &(0..evaluator.strategies()).filter(|&i| i != best).collect::<Vec<_>>())
}

/// The [`flip`] from `best` to whichever of `rivals` is nearest.
pub(crate) fn flip_to(evaluator: &Evaluator<'_>, best: usize, rivals: &[usize]) -> Option<Flip> {
    let inputs = evaluator.inputs();
    let (keys, key_of_column) = distinct_keys(inputs);
    let is_choice = |key: usize| {
        let mut numbers = inputs.numbers().iter().zip(&key_of_column).filter(|(_, k)| **k == key);
        numbers.any(|(number, _)| matches!(number.distribution, Uncertain::Choice { .. }))
    };
    let smooth: Vec<usize> = (0..keys.len()).filter(|&key| !is_choice(key)).collect();
    let values = |u: &[f64]| {
        let uniforms: Vec<f64> = key_of_column.iter().map(|&key| standard_normal_cdf(u[key])).collect();
        inputs.values_at(&uniforms)
    };
    let steps = |key: usize| {
        let numbers = inputs.numbers().iter().zip(&key_of_column).filter(move |(_, k)| **k == key);
        nearest_points(numbers.map(|(number, _)| &number.distribution))
    };
    let held =
        combinations(&(0..keys.len()).filter(|&key| is_choice(key)).map(|key| (key, steps(key))).collect::<Vec<_>>());
    let medians = values(&vec![0.0; keys.len()]);
    let at_medians: Vec<f64> = evaluator.records(&medians).iter().map(Record::npv).collect();
    // The closest rivals first: what is found for one is as far as anybody need look for the next.
    let mut in_turn = rivals.to_vec();
    in_turn.sort_by(|&a, &b| at_medians[b].total_cmp(&at_medians[a]));
    let mut nearest: Option<(usize, Vec<f64>, f64)> = None;
    for rival in in_turn {
        let is_ahead = at_medians[rival] > at_medians[best];
        let radius = match &nearest {
            Some((_, _, found)) if !is_ahead => found.max(0.0),
            _ => FARTHEST,
        };
        let lead = |u: &[f64]| {
            let values = values(u);
            evaluator.record(best, &values).npv() - evaluator.record(rival, &values).npv()
        };
        let found = nearest_flip(keys.len(), &smooth, &held, radius, lead);
        if let Some((u, distance)) = found
            && nearest.as_ref().is_none_or(|(_, _, found)| distance < *found)
        {
            nearest = Some((rival, u, distance));
        }
    }
    let (rival, u, distance) = nearest?;
    let there = values(&u);
    let squares: f64 = u.iter().map(|x| x * x).sum();
    let input = |key: usize| {
        let column = key_of_column.iter().position(|&k| k == key).unwrap_or_default();
        FlippedInput {
            name: keys[key].to_string(),
            median: medians[column],
            value: there[column],
            moved: u[key],
            importance: if squares > 0.0 { u[key] * u[key] / squares } else { 0.0 },
        }
    };
    Some(Flip {
        best,
        rival,
        distance,
        probability: standard_normal_cdf(-distance),
        inputs: (0..keys.len()).map(input).collect(),
        is_in_order: inputs.is_in_order(&there),
    })
}

/// The point of a standard-normal space of `inputs` dimensions, nearest to the origin, beyond which `lead`
/// changes its sign, and its distance: negative where `lead` is below 0 at the origin. `smooth` inputs are
/// searched for every combination of the others' that may be nearer than what was found.
fn nearest_flip(
    inputs: usize,
    smooth: &[usize],
    held: &[Choices],
    radius: f64,
    lead: impl Fn(&[f64]) -> f64 + Sync,
) -> Option<(Vec<f64>, f64)> {
    let at_origin = lead(&vec![0.0; inputs]);
    // A tie at the medians has no side to come from.
    if !(at_origin.abs() > 0.0) {
        return None;
    }
    let mut nearest: Option<(Vec<f64>, f64)> = None;
    for choices in held {
        let jumped: f64 = choices.iter().map(|(_, z)| z * z).sum();
        // What is left for the smooth inputs of the way that is worth going.
        let within = nearest.as_ref().map_or(radius, |(_, found)| *found);
        if jumped.sqrt() >= within {
            continue;
        }
        let left = (within * within - jumped).sqrt();
        let place = |part: &[f64]| {
            let mut u = vec![0.0; inputs];
            smooth.iter().zip(part).for_each(|(&key, x)| u[key] = *x);
            choices.iter().for_each(|&(key, z)| u[key] = z);
            u
        };
        let here = lead(&place(&vec![0.0; smooth.len()]));
        let point = if here * at_origin <= 0.0 {
            // The jump alone turns it.
            Some(vec![0.0; smooth.len()])
        } else {
            design_point(smooth.len(), left, |part| lead(&place(part))).map(|point| point.u)
        };
        if let Some(part) = point {
            let u = place(&part);
            let distance = norm(&u);
            if distance < within {
                nearest = Some((u, distance));
            }
        }
    }
    nearest.map(|(u, distance)| (u, distance.copysign(at_origin)))
}

/// For every stretch of the standard-normal line over which none of `distributions` that is a choice changes
/// its value, the point of it that is nearest to 0.
fn nearest_points<'a>(distributions: impl Iterator<Item = &'a Uncertain>) -> Vec<f64> {
    let mut ends: Vec<f64> = Vec::new();
    for distribution in distributions {
        let Uncertain::Choice { weights, .. } = distribution else { continue };
        let mut below = 0.0;
        for weight in &weights[..weights.len() - 1] {
            below += weight;
            if below > 0.0 && below < 1.0 {
                ends.push(standard_normal_quantile(below));
            }
        }
    }
    ends.sort_by(f64::total_cmp);
    ends.dedup();
    // Just inside: the end itself belongs to the stretch above it.
    let inside = 1e-9;
    let edges =
        std::iter::once(f64::NEG_INFINITY).chain(ends.iter().copied()).zip(ends.iter().copied().chain([f64::INFINITY]));
    edges
        .map(|(low, high)| {
            if low > 0.0 {
                low + inside
            } else if high <= 0.0 {
                high - inside
            } else {
                0.0
            }
        })
        .collect()
}

/// The combinations of the points of every key, the nearest to the origin first, at most
/// [`MOST_COMBINATIONS`]; one empty combination where there are no keys.
fn combinations(keys: &[(usize, Vec<f64>)]) -> Vec<Choices> {
    let distance = |choices: &Choices| choices.iter().map(|(_, z)| z * z).sum::<f64>();
    let mut all: Vec<Choices> = vec![Vec::new()];
    for (key, points) in keys {
        let with =
            |choices: &Choices| points.iter().map(|z| [choices.as_slice(), &[(*key, *z)]].concat()).collect::<Vec<_>>();
        all = all.iter().flat_map(with).collect();
        all.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
        all.truncate(MOST_COMBINATIONS);
    }
    all
}

#[cfg(test)]
mod tests {
    use crate::analysis::flip::{combinations, nearest_flip, nearest_points};
    use crate::analysis::form::FARTHEST;
    use crate::dist::Uncertain;

    #[test]
    fn a_choice_is_held_at_its_nearest_point() {
        // 20 % low, 60 % middle, 20 % high: the ends are the 20 and 80 % quantiles.
        let choice = Uncertain::choice(vec![1.0, 2.0, 3.0], Some(vec![0.2, 0.6, 0.2])).unwrap();
        let points = nearest_points([&choice].into_iter());
        assert_eq!(points.len(), 3);
        for (found, known) in points.iter().zip([-0.841_621, 0.0, 0.841_621]) {
            assert!((found - known).abs() < 1e-6, "{points:?}");
        }
        let held = combinations(&[(1, points.clone()), (2, points)]);
        assert_eq!((held.len(), &held[0]), (9, &vec![(1, 0.0), (2, 0.0)]));
        assert_eq!(combinations(&[]), [Vec::new()]);
    }

    #[test]
    fn a_jump_and_a_way_together_make_the_distance() {
        // Input 0 is smooth, input 1 jumps by 3 from .8416 on: 4 - x by itself, 1 - x after the jump.
        let lead = |u: &[f64]| 4.0 - u[0] - if u[1] > 0.841_621_2 { 3.0 } else { 0.0 };
        let held = [vec![(1, 0.0)], vec![(1, 0.841_621_3)]];
        let (u, distance) = nearest_flip(2, &[0], &held, FARTHEST, lead).unwrap();
        assert!((u[0] - 1.0).abs() < 1e-6 && (distance - 1.0_f64.hypot(0.841_621)).abs() < 1e-5, "{u:?}");
        // The jump alone is enough where it outweighs the lead.
        let (u, distance) = nearest_flip(2, &[0], &held, FARTHEST, |u| lead(u) - 2.0).unwrap();
        assert!(u[0] == 0.0 && (distance - 0.841_621).abs() < 1e-5, "{u:?}");
        // Seen from beyond, the distance is negative; a tie has none.
        assert!(nearest_flip(2, &[0], &held, FARTHEST, |u| -lead(u)).unwrap().1 < 0.0);
        assert_eq!(nearest_flip(2, &[0], &held, FARTHEST, |_| 0.0), None);
    }
}
