//! The first-order reliability method (Hasofer and Lind 1974): the point of a limit state that is nearest to the origin of a
//! standard-normal space.

use crate::engine::evaluate::each;
use crate::math::powi;
use crate::stats::linalg::{dot, norm};
use crate::stats::root::root;

/// Standard deviations beyond which no change is looked for.
pub const FARTHEST: f64 = 6.0;
/// Steps of the search from one start.
const STEPS: usize = 60;
/// Half-width of the central differences, in standard deviations.
const NUDGE: f64 = 0.01;
/// Axes from whose sides the search starts too: the steepest ones.
const MOST_STARTS: usize = 6;
/// Starts whose leads differ by less than this share of the lead at the origin are one.
const ALIKE: f64 = 1e-9;
/// A search ends where, beyond the second share of the radius, the slope as measured undoes less than the first share
/// of the lead within it, or where so many measured slopes put the limit beyond it.
const HOPELESS: f64 = 0.1;
const FAR_OUT: f64 = 0.9;
const MOST_OUT_OF_REACH: usize = 3;
/// Share of the distance that a step along the limit must gain.
const GAIN: f64 = 1e-7;
/// How far along its axis such a start lies, in standard deviations.
const AXIS_START: f64 = 2.0;
/// A step shorter than this ends a search, in standard deviations; the ray search makes its end exact.
const SETTLED: f64 = 1e-4;
/// The nearest point of a limit state g(u) = 0.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DesignPoint {
    /// Where it is, in standard deviations of each input.
    pub u: Vec<f64>,
    /// Its distance from the medians: the reliability index. Negative where the medians themselves lie
    /// beyond the limit (g < 0 there).
    pub index: f64,
    /// The squared direction cosines: which inputs carry the change. They sum to 1.
    pub importance: Vec<f64>,
}

/// The point of g(u) = 0 nearest to the origin of a standard-normal space of `inputs` dimensions, within `radius` of it;
/// `None` where none was found.
///
/// The Hasofer-Lind-Rackwitz-Fiessler iteration with the merit function of Zhang and Der Kiureghian (1995),
/// from the origin and from a point along each of the steepest axes; what it ends in is put on the limit
/// exactly by a search along its ray.
pub(crate) fn design_point(inputs: usize, radius: f64, g: impl Fn(&[f64]) -> f64 + Sync) -> Option<DesignPoint> {
    let origin = vec![0.0; inputs];
    let at_origin = g(&origin);
    if inputs == 0 || !at_origin.is_finite() {
        return None;
    }
    let slope = gradient(&g, &origin);
    let mut axes: Vec<usize> = (0..inputs).collect();
    axes.sort_by(|&a, &b| slope[b].abs().total_cmp(&slope[a].abs()));
    let mut starts = vec![(origin.clone(), at_origin)];
    for &i in axes.iter().take(MOST_STARTS) {
        // Toward the limit, as far as one sees it from here.
        let mut start = origin.clone();
        start[i] = AXIS_START.min(radius) * if slope[i] * at_origin > 0.0 { -1.0 } else { 1.0 };
        let value = g(&start);
        // Inputs that act alike make mirror images of one search.
        if starts.iter().all(|(_, known)| (known - value).abs() > ALIKE * at_origin.abs()) {
            starts.push((start, value));
        }
    }
    let mut nearest: Option<Place> = None;
    for (u, value) in starts {
        let within = nearest.as_ref().map_or(radius, |place| norm(&place.u));
        // What a start to the side is for: the slope is another one there.
        let slope = if norm(&u) == 0.0 { slope.clone() } else { gradient(&g, &u) };
        let from = Place { u, value, slope, is_measured: true };
        if let Some(place) = descend(&g, from, within, at_origin.abs())
            && norm(&place.u) < within
        {
            nearest = Some(place);
        }
    }
    let nearest = nearest?;
    let length = norm(&nearest.slope);
    Some(DesignPoint {
        index: norm(&nearest.u).copysign(at_origin),
        importance: nearest.slope.iter().map(|x| if length > 0.0 { powi(x / length, 2) } else { 0.0 }).collect(),
        u: nearest.u,
    })
}

/// A place in the space, and what is known of the limit state there.
struct Place {
    u: Vec<f64>,
    value: f64,
    slope: Vec<f64>,
    /// Whether the slope was measured here; else it is that of an earlier place, corrected on the way.
    is_measured: bool,
}

impl Place {
    /// The point of the limit nearest to the origin, were the limit as straight as it looks from here; and the way there.
    fn toward_the_limit(&self) -> (Vec<f64>, Vec<f64>) {
        let squared = dot(&self.slope, &self.slope);
        let reach = if squared > 0.0 { (dot(&self.slope, &self.u) - self.value) / squared } else { 0.0 };
        let target: Vec<f64> = self.slope.iter().map(|s| reach * s).collect();
        let way = target.iter().zip(&self.u).map(|(a, b)| a - b).collect();
        (target, way)
    }

    /// The whole way, then half of it, and so on: farther by a slope that was measured here.
    fn steps_along(&self, way: &[f64]) -> impl Iterator<Item = Vec<f64>> {
        let halvings = if self.is_measured { 6 } else { 2 };
        (0..=halvings).map(move |n| self.u.iter().zip(way).map(|(a, w)| a + powi(0.5, n) * w).collect())
    }

    fn measure(&mut self, g: &(impl Fn(&[f64]) -> f64 + Sync)) {
        self.slope = gradient(g, &self.u);
        self.is_measured = true;
    }

    /// Goes to `u`. The slope is corrected along the way gone, and only there (Broyden 1965).
    fn go(&mut self, u: Vec<f64>, value: f64) {
        let way: Vec<f64> = u.iter().zip(&self.u).map(|(to, from)| to - from).collect();
        let unexplained = value - self.value - dot(&self.slope, &way);
        let length = dot(&way, &way);
        if length > 0.0 {
            self.slope.iter_mut().zip(&way).for_each(|(s, w)| *s += unexplained / length * w);
        }
        (self.u, self.value, self.is_measured) = (u, value, false);
    }
}

/// The search from one place, within `radius`: to the limit, then along it.
fn descend(g: &(impl Fn(&[f64]) -> f64 + Sync), at: Place, radius: f64, scale: f64) -> Option<Place> {
    let mut at = approach(g, at, radius, scale.max(f64::MIN_POSITIVE))?;
    let u = on_the_limit(g, &at.u)?;
    let value = g(&u);
    at.go(u, value);
    Some(follow(g, at))
}

/// From one place to where the limit is, or as near to it as `radius` lets one come; `None` where the slope
/// says that the limit is out of reach.
fn approach(g: &(impl Fn(&[f64]) -> f64 + Sync), mut at: Place, radius: f64, scale: f64) -> Option<Place> {
    let mut out_of_reach = 0;
    for _ in 0..STEPS {
        let steepness = norm(&at.slope);
        if !(steepness > 1e-12 * scale) {
            if at.is_measured {
                return None;
            }
            at.measure(g);
            continue;
        }
        let (mut target, mut change) = at.toward_the_limit();
        let far = norm(&target) / radius;
        if far > 1.0 {
            // No farther than anybody looks.
            target.iter_mut().for_each(|x| *x /= far);
            change = target.iter().zip(&at.u).map(|(a, b)| a - b).collect();
            if at.is_measured {
                out_of_reach += 1;
                // Only far out does the slope decide: a lead that is flat at the medians may fall steeply there.
                let is_far_out = norm(&at.u) > FAR_OUT * radius;
                let undone = dot(&at.slope, &change).abs();
                if is_far_out && undone < HOPELESS * at.value.abs() || out_of_reach > MOST_OUT_OF_REACH {
                    return None;
                }
            }
        }
        let is_settled = norm(&change) < SETTLED;
        if is_settled && at.is_measured {
            break;
        }
        let weight =
            2.0 * (norm(&at.u) / steepness).max(0.5 * powi(norm(&target), 2) / at.value.abs().max(1e-9 * scale)) + 1e-9;
        let merit = |u: &[f64], value: f64| 0.5 * dot(u, u) + weight * value.abs();
        let before = merit(&at.u, at.value);
        let next = (!is_settled).then(|| {
            at.steps_along(&change).find_map(|next| {
                let value = g(&next);
                (merit(&next, value) < before).then_some((next, value))
            })
        });
        match next.flatten() {
            Some((next, value)) => at.go(next, value),
            None if at.is_measured => break,
            None => at.measure(g),
        }
    }
    Some(at)
}

/// From a place on the limit along it, as long as that comes nearer to the origin.
fn follow(g: &(impl Fn(&[f64]) -> f64 + Sync), mut at: Place) -> Place {
    for _ in 0..STEPS {
        let (_, change) = at.toward_the_limit();
        let length = norm(&at.u);
        let next = (norm(&change) > SETTLED).then(|| {
            at.steps_along(&change).find_map(|next| {
                let next = on_the_limit(g, &next)?;
                (norm(&next) < length * (1.0 - GAIN)).then_some(next)
            })
        });
        match next.flatten() {
            Some(next) => {
                let value = g(&next);
                at.go(next, value);
            }
            None if at.is_measured => break,
            None => at.measure(g),
        }
    }
    at
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
        if let Some(s) = root(f, [(low, f(low)), (high, f(high))], 1e-9) {
            return Some(at(s));
        }
        width *= 2.0;
    }
    None
}

/// The slope of `g` at `u`.
fn gradient(g: &(impl Fn(&[f64]) -> f64 + Sync), u: &[f64]) -> Vec<f64> {
    each(u.len(), |i| {
        let beside = |nudge: f64| {
            let mut at = u.to_vec();
            at[i] += nudge;
            g(&at)
        };
        (beside(NUDGE) - beside(-NUDGE)) / (2.0 * NUDGE)
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use crate::analysis::form::{FARTHEST, design_point};

    #[test]
    fn a_linear_limit_has_its_closed_form() {
        // g = a0 + sum a_i x_i, x_i normal: index = mean / sd, importance = a_i^2 sd_i^2 / sum.
        let (means, sds, factors) = ([4.0, -1.0, 2.0], [1.0, 2.0, 0.5], [1.0, 0.7, -2.0]);
        let g = |u: &[f64]| 3.0 + (0..3).map(|i| factors[i] * (means[i] + sds[i] * u[i])).sum::<f64>();
        let mean = 3.0 + (0..3).map(|i| factors[i] * means[i]).sum::<f64>();
        let parts: Vec<f64> = (0..3).map(|i| (factors[i] * sds[i]).powi(2)).collect();
        let variance: f64 = parts.iter().sum();
        let point = design_point(3, FARTHEST, g).unwrap();
        assert!((point.index - mean / variance.sqrt()).abs() < 1e-6, "{point:?}");
        for (found, part) in point.importance.iter().zip(parts) {
            assert!((found - part / variance).abs() < 1e-6);
        }
        // Seen from beyond the limit the index is negative.
        let beyond = design_point(3, FARTHEST, |u| -g(u)).unwrap();
        assert!((beyond.index + mean / variance.sqrt()).abs() < 1e-6);
    }

    #[test]
    fn a_curved_limit_of_the_literature_has_its_published_index() {
        // g = x1^3 + x2^3 - 18 with x1, x2 ~ N(10, 5): by symmetry x = 9^(1/3), index 2.2401.
        let g = |u: &[f64]| u.iter().map(|u| (10.0 + 5.0 * u).powi(3)).sum::<f64>() - 18.0;
        let point = design_point(2, FARTHEST, g).unwrap();
        let known = 2f64.sqrt() * (10.0 - 9f64.cbrt()) / 5.0;
        assert!((point.index - known).abs() < 1e-4, "{point:?} {known}");
    }

    #[test]
    fn the_nearer_of_two_limits_is_found() {
        // A parabola with its far branch straight ahead: nearest at the side.
        let g = |u: &[f64]| (3.0 - u[0]).min(2.0 + u[1]);
        let point = design_point(2, FARTHEST, g).unwrap();
        assert!((point.index - 2.0).abs() < 1e-6 && (point.u[1] + 2.0).abs() < 1e-6, "{point:?}");
    }

    #[test]
    fn inputs_that_hardly_slope_at_first_count_in_the_end() {
        // 39 slight inputs beside a strong one: index and importances of the linear case all the same.
        let factor = |i: usize| if i == 0 { 1.0 } else { 0.004 };
        let g = |u: &[f64]| 2.0 + u.iter().enumerate().map(|(i, u)| factor(i) * u).sum::<f64>();
        let length = (0..40).map(|i| factor(i) * factor(i)).sum::<f64>().sqrt();
        let point = design_point(40, FARTHEST, g).unwrap();
        assert!((point.index - 2.0 / length).abs() < 1e-6, "{}", point.index);
        assert!((point.importance[7] - (0.004 / length).powi(2)).abs() < 1e-9);
    }

    #[test]
    fn many_inputs_take_few_evaluations() {
        // 49 inputs of skewed distributions, as rates of failure are: the least joint change that makes their sum
        // 12 more, or 1000 more, which no change within reach does.
        let asked = AtomicUsize::new(0);
        let short_of = |limit: f64| {
            let asked = &asked;
            move |u: &[f64]| {
                asked.fetch_add(1, Ordering::Relaxed);
                let weight = |i: usize| 0.5 + (i % 7) as f64 / 10.0;
                limit - u.iter().enumerate().map(|(i, u)| weight(i) * ((0.3 * u).exp() - 1.0)).sum::<f64>()
            }
        };
        let point = design_point(49, FARTHEST, short_of(12.0)).unwrap();
        // At the nearest point every input moves in proportion to its slope there.
        let slope = |i: usize| (0.5 + (i % 7) as f64 / 10.0) * 0.3 * (0.3 * point.u[i]).exp();
        let factor = point.u[0] / slope(0);
        for i in 0..49 {
            assert!((point.u[i] - factor * slope(i)).abs() < 1e-3, "{i}: {} {}", point.u[i], factor * slope(i));
        }
        assert!(short_of(12.0)(&point.u).abs() < 1e-6);
        let for_one = asked.swap(0, Ordering::Relaxed);
        assert_eq!(design_point(49, FARTHEST, short_of(1000.0)), None);
        let for_none = asked.load(Ordering::Relaxed);
        assert!(for_one < 5_000 && for_none < 2_000, "{for_one} {for_none}");
    }

    #[test]
    fn a_limit_that_only_shows_itself_far_out_is_found() {
        // At the medians the slope undoes a sixteenth of the lead within reach; far out one input alone undoes all of it.
        let g = |u: &[f64]| 200.0 - u.iter().map(|u| (1.5 * u).exp() - 1.0).sum::<f64>();
        let point = design_point(2, FARTHEST, g).unwrap();
        assert!(g(&point.u).abs() < 1e-6 && point.index <= 201f64.ln() / 1.5 + 1e-6, "{point:?}");
    }

    #[test]
    fn a_limit_with_an_edge_is_followed_to_its_nearest_point() {
        // Two planes meet in an edge; the nearest point lies on it, at (2, 2), where neither plane's own foot is.
        let g = |u: &[f64]| (4.0 - u[0] - u[1]).max(8.0 - 3.0 * u[0] - u[1]).max(8.0 - u[0] - 3.0 * u[1]);
        let point = design_point(2, FARTHEST, g).unwrap();
        assert!((point.index - 8f64.sqrt()).abs() < 1e-4, "{point:?}");
    }

    #[test]
    fn out_of_reach_or_without_inputs_there_is_none() {
        assert_eq!(design_point(2, FARTHEST, |u: &[f64]| 50.0 + u[0]), None);
        assert_eq!(design_point(2, FARTHEST, |_| 1.0), None);
        assert_eq!(design_point(0, FARTHEST, |_| 1.0), None);
    }
}
