//! Early warning: control charts of complaints or failures by kind.
//!
//! - **u-chart**: the rate of a period against limits at three standard errors of a Poisson rate (Montgomery, Introduction to
//!   Statistical Quality Control, 2013, section 7.3). It sees great changes at once.
//! - **EWMA**: an exponentially weighted moving average of the counts, with limits by its own variance (Borror, Champ and Rigdon,
//!   "Poisson EWMA control charts", Journal of Quality Technology 30 (1998) 352). It sees small changes after some periods.
//!
//! The average run length is the mean number of periods until an alarm. In control it says how often an alarm is false. It is
//! computed, for the mean exposure: exactly for the u-chart, and for the EWMA as the absorption time of a Markov chain over the
//! interval between its limits (Brook and Evans, Biometrika 59 (1972) 539).

use recoup_core::math::factorial::ln_gamma;
use recoup_core::math::{exp, ln, powi};
use serde::Serialize;

/// Width of the u-chart, in standard errors.
const WIDTH: f64 = 3.0;
/// States of the Markov chain.
const STATES: usize = 101;

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Rules {
    /// Periods at the start from which the rate in control is taken; 0: all.
    pub baseline: usize,
    /// Weight of the newest period in the moving average, above 0 and up to 1.
    pub weight: f64,
    /// Mean number of periods between false alarms of the moving average.
    pub run_length: f64,
}

impl Default for Rules {
    /// All periods, weight 0.2, a false alarm in 370 periods (as three standard errors of a normal number).
    fn default() -> Self {
        Rules { baseline: 0, weight: 0.2, run_length: 370.0 }
    }
}

/// Which way an alarm points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More than expected.
    Up,
    /// Fewer than expected.
    Down,
}

/// An alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Alarm {
    /// The period, from 0.
    pub period: usize,
    /// Which way.
    pub direction: Direction,
}

/// One period of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Events.
    pub count: u64,
    /// Exposure: purchases, or customer-years.
    pub exposure: f64,
    /// Events per exposure; `None` without exposure.
    pub rate: Option<f64>,
    /// Lower and upper limit of the rate.
    pub limits: Option<(f64, f64)>,
    /// Moving average of the counts over that of the counts expected; 1 in control.
    pub average: f64,
    /// Lower and upper limit of the average.
    pub average_limits: (f64, f64),
}

/// A chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chart {
    /// The rate in control.
    pub centre: f64,
    /// The periods.
    pub points: Vec<Point>,
    /// Alarms of the u-chart.
    pub alarms: Vec<Alarm>,
    /// Alarms of the moving average.
    pub average_alarms: Vec<Alarm>,
    /// Average run length of the u-chart in control.
    pub run_length: f64,
    /// The same if the rate is half as high again.
    pub run_length_worse: f64,
    /// Width of the limits of the moving average, in its standard errors.
    pub average_width: f64,
    /// Average run length of the moving average in control.
    pub average_run_length: f64,
    /// The same if the rate is half as high again.
    pub average_run_length_worse: f64,
}

/// Probability of each count from 0 to `most` of a Poisson number.
fn poisson(mean: f64, most: usize) -> Vec<f64> {
    (0..=most).map(|k| exp(k as f64 * ln(mean) - mean - ln_gamma(k as f64 + 1.0))).collect()
}

/// Counts beyond this have no probability to speak of.
fn farthest(mean: f64) -> usize {
    (mean + 10.0 * mean.sqrt() + 20.0) as usize
}

/// Average run length of a chart that gives an alarm at counts outside `low` to `high`.
pub fn shewhart_run_length(mean: f64, low: f64, high: f64) -> f64 {
    let inside: f64 = poisson(mean, farthest(mean))
        .iter()
        .enumerate()
        .filter(|(k, _)| (low..=high).contains(&(*k as f64)))
        .map(|(_, p)| p)
        .sum();
    1.0 / (1.0 - inside).max(1e-300)
}

/// Average run length of a Poisson EWMA: `mean` is the true mean of the counts, `centre` that in control at which it starts,
/// `weight` that of the newest count, `width` that of the limits in standard errors of the average.
pub fn ewma_run_length(mean: f64, centre: f64, weight: f64, width: f64) -> f64 {
    let reach = width * (centre * weight / (2.0 - weight)).sqrt();
    let (low, high) = ((centre - reach).max(0.0), centre + reach);
    let step = (high - low) / STATES as f64;
    let chances = poisson(mean, farthest(mean));
    // From the middle of state i, count x leads to (1 - weight) * middle + weight * x.
    let state = |z: f64| {
        let place = ((z - low) / step).floor();
        // An average at its upper limit is no alarm.
        if z == high { Some(STATES - 1) } else { (place >= 0.0 && place < STATES as f64).then_some(place as usize) }
    };
    let mut chain = vec![0.0; STATES * STATES];
    for i in 0..STATES {
        let kept = (1.0 - weight) * (low + (i as f64 + 0.5) * step);
        for (x, p) in chances.iter().enumerate() {
            if let Some(j) = state(kept + weight * x as f64) {
                chain[i * STATES + j] += p;
            }
        }
    }
    // Run lengths solve L = 1 + Q L.
    let Some(start) = state(centre) else { return 1.0 };
    solve(chain).map_or(f64::INFINITY, |lengths| lengths[start])
}

/// x of (I - Q) x = 1, by Gaussian elimination; I - Q is an M-matrix, so it needs no pivots.
fn solve(mut q: Vec<f64>) -> Option<Vec<f64>> {
    let n = STATES;
    q.iter_mut().for_each(|x| *x = -*x);
    (0..n).for_each(|i| q[i * n + i] += 1.0);
    let mut x = vec![1.0; n];
    for i in 0..n {
        let pivot = q[i * n + i];
        if !(pivot > 1e-14) {
            return None;
        }
        let (above, below) = q.split_at_mut((i + 1) * n);
        let row = &above[i * n..];
        for (k, other) in below.chunks_mut(n).enumerate() {
            let factor = other[i] / pivot;
            if factor != 0.0 {
                other[i..].iter_mut().zip(&row[i..]).for_each(|(a, b)| *a -= factor * b);
                x[i + 1 + k] -= factor * x[i];
            }
        }
    }
    for i in (0..n).rev() {
        let known: f64 = (i + 1..n).map(|j| q[i * n + j] * x[j]).sum();
        x[i] = (x[i] - known) / q[i * n + i];
    }
    Some(x)
}

/// The width at which the average run length in control is `run_length`.
fn width_for(mean: f64, weight: f64, run_length: f64) -> f64 {
    let (mut low, mut high) = (0.5, 8.0);
    for _ in 0..30 {
        let middle = 0.5 * (low + high);
        if ewma_run_length(mean, mean, weight, middle) < run_length {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// The chart of `counts` over `exposure`, period by period. `None` where nothing happens or nothing is exposed.
pub fn chart(counts: &[u64], exposure: &[f64], rules: &Rules) -> Option<Chart> {
    let periods = counts.len().min(exposure.len());
    let base = if rules.baseline == 0 { periods } else { rules.baseline.min(periods) };
    let weight = rules.weight.clamp(0.01, 1.0);
    let events: u64 = counts[..base].iter().sum();
    let exposed: f64 = exposure[..base].iter().sum();
    if events == 0 || !(exposed > 0.0) {
        return None;
    }
    let centre = events as f64 / exposed;
    let mean = events as f64 / base as f64;
    let width = width_for(mean, weight, rules.run_length);
    let reach = WIDTH * mean.sqrt();
    let mut chart = Chart {
        centre,
        points: Vec::with_capacity(periods),
        alarms: Vec::new(),
        average_alarms: Vec::new(),
        run_length: shewhart_run_length(mean, mean - reach, mean + reach),
        run_length_worse: shewhart_run_length(1.5 * mean, mean - reach, mean + reach),
        average_width: width,
        average_run_length: ewma_run_length(mean, mean, weight, width),
        average_run_length_worse: ewma_run_length(1.5 * mean, mean, weight, width),
    };
    // Moving averages of counts and of what is expected, and the limit of the variance as weights of the past sum up. It starts
    // in control with the variance of a long past, as the run length assumes.
    let (mut average, mut expected) = (mean, mean);
    let mut variance = mean * weight / (2.0 - weight);
    for (period, (&count, &exposure)) in counts.iter().zip(exposure).enumerate() {
        let due = centre * exposure.max(0.0);
        average = (1.0 - weight) * average + weight * count as f64;
        expected = (1.0 - weight) * expected + weight * due;
        variance = powi(1.0 - weight, 2) * variance + weight * weight * due;
        let rate = (exposure > 0.0).then(|| count as f64 / exposure);
        let limits = (exposure > 0.0).then(|| {
            let reach = WIDTH * (centre / exposure).sqrt();
            ((centre - reach).max(0.0), centre + reach)
        });
        let reach = width * variance.sqrt() / expected;
        let average_limits = ((1.0 - reach).max(0.0), 1.0 + reach);
        let relative = average / expected;
        let direction = |value: f64, (low, high): (f64, f64)| {
            if value > high {
                Some(Direction::Up)
            } else if value < low {
                Some(Direction::Down)
            } else {
                None
            }
        };
        if let Some(direction) = rate.zip(limits).and_then(|(rate, limits)| direction(rate, limits)) {
            chart.alarms.push(Alarm { period, direction });
        }
        if let Some(direction) = direction(relative, average_limits) {
            chart.average_alarms.push(Alarm { period, direction });
        }
        chart.points.push(Point { count, exposure, rate, limits, average: relative, average_limits });
    }
    Some(chart)
}

#[cfg(test)]
mod tests {
    use super::{Alarm, Direction, Rules, chart, ewma_run_length, shewhart_run_length, width_for};
    use crate::chance::Chance;

    /// Mean run length of a simulated EWMA, and its standard error.
    fn simulated(seed: u64, mean: f64, centre: f64, weight: f64, width: f64) -> (f64, f64) {
        let mut chance = Chance::new(seed);
        let reach = width * (centre * weight / (2.0 - weight)).sqrt();
        let (mut sum, mut squares, runs) = (0.0, 0.0, 4_000.0);
        for _ in 0..4_000 {
            let (mut z, mut length) = (centre, 0.0);
            loop {
                length += 1.0;
                z = (1.0 - weight) * z + weight * f64::from(chance.poisson(mean));
                if z > centre + reach || z < (centre - reach).max(0.0) {
                    break;
                }
            }
            sum += length;
            squares += length * length;
        }
        let average = sum / runs;
        (average, ((squares / runs - average * average) / runs).sqrt())
    }

    #[test]
    fn run_lengths_are_those_of_simulation() {
        // In and out of control. 4 standard errors of simulation (by chance less than once in 4,000 over four) and 2 % for the
        // chain's 101 states.
        for (seed, mean, centre, weight, width) in
            [(1, 6.0, 6.0, 0.2, 2.7), (2, 9.0, 6.0, 0.2, 2.7), (3, 20.0, 20.0, 0.1, 2.4), (4, 4.0, 4.0, 0.5, 2.6)]
        {
            let ours = ewma_run_length(mean, centre, weight, width);
            let (theirs, error) = simulated(seed, mean, centre, weight, width);
            assert!((ours - theirs).abs() < 4.0 * error + 0.02 * ours, "{mean} {weight}: {ours} {theirs} ({error})");
        }
    }

    #[test]
    fn with_weight_one_it_is_the_chart_of_shewhart() {
        // Limits away from whole counts and from the edges of states.
        let (mean, width) = (9.0_f64, 2.9);
        let reach = width * mean.sqrt();
        let exact = shewhart_run_length(mean, mean - reach, mean + reach);
        assert!((ewma_run_length(mean, mean, 1.0, width) / exact - 1.0).abs() < 1e-9);
        // By hand: a Poisson number of mean 1 is above 3 with 1 - e^-1 (1 + 1 + 1/2 + 1/6) = 0.018988.
        assert!((shewhart_run_length(1.0, 0.0, 3.0) - 1.0 / 0.018_988_2).abs() < 1e-2);
    }

    #[test]
    fn the_width_gives_the_run_length_asked_for() {
        let width = width_for(12.0, 0.2, 370.0);
        let reached = ewma_run_length(12.0, 12.0, 0.2, width);
        // Counts are whole, so run lengths move in steps.
        assert!((365.0..430.0).contains(&reached), "{width} {reached}");
    }

    #[test]
    fn a_jump_and_a_drift_are_dated() {
        let calm = |i: usize| 20 + [0, 3, -2, 4, -4, 1, -3, 2][i % 8];
        let mut jump: Vec<u64> = (0..40).map(|i| calm(i) as u64).collect();
        jump[25] = 45;
        let rules = Rules { baseline: 24, ..Rules::default() };
        let found = chart(&jump, &[1.0; 40], &rules).expect("there are events");
        assert_eq!(found.alarms, [Alarm { period: 25, direction: Direction::Up }]);
        assert!((found.centre - 20.125).abs() < 0.2 && found.run_length > 200.0, "{found:?}");
        // A third more from period 25 on: never above the limit of a single period, soon above that of the average.
        let drift: Vec<u64> = (0..40).map(|i| if i < 25 { calm(i) } else { calm(i) + 7 } as u64).collect();
        let found = chart(&drift, &[1.0; 40], &rules).expect("there are events");
        assert!(found.alarms.is_empty(), "{:?}", found.alarms);
        let first = found.average_alarms.first().expect("it is seen");
        assert!((26..33).contains(&first.period) && first.direction == Direction::Up, "{first:?}");
        assert!(found.average_run_length_worse < 10.0 && found.average_run_length > 300.0, "{found:?}");
        assert!(chart(&[0; 5], &[1.0; 5], &rules).is_none() && chart(&[1; 5], &[0.0; 5], &rules).is_none());
    }

    #[test]
    fn exposure_is_allowed_for() {
        // Twice the customers, twice the failures: no alarm.
        let counts: Vec<u64> = (0..30).map(|i| if i < 15 { 20 } else { 40 }).collect();
        let exposure: Vec<f64> = (0..30).map(|i| if i < 15 { 100.0 } else { 200.0 }).collect();
        let found = chart(&counts, &exposure, &Rules::default()).expect("there are events");
        assert!(found.alarms.is_empty() && found.average_alarms.is_empty());
        assert!(found.points.iter().all(|point| (point.average - 1.0).abs() < 0.35), "{:?}", found.points);
    }
}
