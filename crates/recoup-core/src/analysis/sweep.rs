//! ROI curves: a strategy against the reference while one lever moves.

use crate::analysis::paired::{Differences, extra_cost, numbers, return_on};
use crate::analysis::view::{LeverUnit, RoiCurve, RoiPoint};
use crate::engine::records::Record;
use crate::engine::records::RecordSeries;
use crate::engine::simulate::Results;
use crate::evidence::ledger::entry_for;
use crate::scenario::key::Key;
use crate::scenario::study::Study;
use crate::stats::band::{Band, mean};

/// Every curve of the study's sweeps, with the scenario it holds in.
pub fn roi_curves(study: &Study, results: &Results) -> Vec<(String, RoiCurve)> {
    let mut curves = Vec::new();
    for (sweep, by_scenario) in study.sweeps.iter().zip(&results.sweeps) {
        for (s, swept_results) in by_scenario.iter().enumerate() {
            let scenario = &study.scenarios[s];
            let reference = &results.scenarios[s].strategies[0].expected.records;
            for (swept, values) in sweep.scenarios[s].iter().zip(swept_results) {
                let points: Vec<RoiPoint> =
                    sweep.values.iter().zip(values).map(|(&x, records)| roi_point(x, records, reference)).collect();
                let curve = RoiCurve {
                    strategy: scenario.strategies[swept.strategy].name.to_string(),
                    key: sweep.key.to_string(),
                    key_label: None,
                    unit: unit(&sweep.key),
                    break_even: break_even(&points, is_stepped(&sweep.key)),
                    over_investment: over_investment(&points, is_stepped(&sweep.key)),
                    current: swept.current,
                    points,
                };
                curves.push((scenario.name.to_string(), curve));
            }
        }
    }
    curves
}

/// One level of a lever, from the records of every draw and the reference's.
pub(crate) fn roi_point(
    x: f64,
    records: &(impl RecordSeries + ?Sized),
    reference: &(impl RecordSeries + ?Sized),
) -> RoiPoint {
    let differences = Differences { strategy: records, reference };
    let mean = |part| mean(&numbers(&differences, part));
    let extra =
        extra_cost(self::mean(&numbers(records, |r| r.programme)), self::mean(&numbers(reference, |r| r.programme)));
    RoiPoint {
        x,
        npv_difference: Band::of_series(&numbers(&differences, Record::npv)),
        roi: return_on(mean(|d| d.contribution), extra),
    }
}

/// Whether a lever moves in whole steps that matter, so that nothing lies between them: positions at the desk.
pub(crate) fn is_stepped(key: &Key) -> bool {
    key.parts() == ["recovery", "desk", "agents"]
}

/// The last value at which the mean difference crosses zero inside the range, by straight lines; of a stepped
/// lever the first step on the other side.
pub(crate) fn break_even(points: &[RoiPoint], stepped: bool) -> Option<f64> {
    let crossing = |pair: &[RoiPoint]| {
        let (a, b) = (pair[0].npv_difference.mean, pair[1].npv_difference.mean);
        let crosses = (a < 0.0 && b >= 0.0) || (a > 0.0 && b <= 0.0);
        crosses.then(|| {
            let x = pair[0].x + (pair[1].x - pair[0].x) * a / (a - b);
            if stepped { pair[1].x.floor() } else { x }
        })
    };
    points.windows(2).rev().find_map(crossing)
}

/// The value beyond which the next unit loses money: the inner maximum of the mean difference, by a
/// parabola through the best point and its neighbours.
pub(crate) fn over_investment(points: &[RoiPoint], stepped: bool) -> Option<f64> {
    inner_peak(&points.iter().map(|p| (p.x, p.npv_difference.mean)).collect::<Vec<_>>(), stepped)
}

/// The inner maximum of a curve over evenly spaced levels, by a parabola through the best level and its
/// neighbours; `None` where the curve is best at an end, or flat. Of a stepped lever it is the best step itself.
pub(crate) fn inner_peak(points: &[(f64, f64)], stepped: bool) -> Option<f64> {
    let y = |i: usize| points[i].1;
    let best = (0..points.len()).max_by(|&a, &b| y(a).total_cmp(&y(b)))?;
    if best == 0 || best + 1 == points.len() {
        return None;
    }
    let (x, step) = (points[best].0, points[best + 1].0 - points[best].0);
    let (fall_left, fall_right) = (y(best) - y(best - 1), y(best) - y(best + 1));
    if stepped {
        return Some(x.floor()).filter(|x| *x > points[0].0);
    }
    // A curve that is flat all around has no peak.
    (fall_left + fall_right > 0.0).then(|| x + 0.5 * step * (fall_left - fall_right) / (fall_left + fall_right))
}

/// What the lever is measured in.
pub fn unit(key: &Key) -> LeverUnit {
    match entry_for(key) {
        Some(entry) if entry.is_probability() => LeverUnit::Share,
        Some(entry) if entry.unit.contains("currency") => LeverUnit::Money,
        _ => LeverUnit::Number,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::sweep::{break_even, over_investment};
    use crate::analysis::view::RoiPoint;
    use crate::stats::band::Band;

    fn curve(f: impl Fn(f64) -> f64) -> Vec<RoiPoint> {
        (0..=10)
            .map(|i| RoiPoint { x: f64::from(i), npv_difference: Band::exact(f(f64::from(i))), roi: None })
            .collect()
    }

    #[test]
    fn a_parabola_gives_its_own_peak_and_root() {
        let points = curve(|x| x * (7.0 - x));
        assert!((over_investment(&points, false).unwrap() - 3.5).abs() < 1e-12);
        assert_eq!(break_even(&points, false), Some(7.0));
    }

    #[test]
    fn a_curve_that_only_rises_has_neither() {
        let points = curve(|x| 1.0 + x);
        assert_eq!((over_investment(&points, false), break_even(&points, false)), (None, None));
    }

    #[test]
    fn a_stepped_lever_has_whole_answers() {
        let points = curve(|x| (x.floor() - 1.0) * (6.6 - x.floor()));
        assert_eq!((over_investment(&points, true), break_even(&points, true)), (Some(4.0), Some(7.0)));
        // The same step twice, and then a fall: best at the beginning, which is no inner peak.
        let at = |x: f64| RoiPoint { x, npv_difference: Band::exact(-x.floor()), roi: None };
        assert_eq!(over_investment(&[0.0, 0.5, 1.0].map(at), true), None);
    }
}
