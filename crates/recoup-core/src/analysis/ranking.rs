//! Strategies in order of their mean NPV; those too close to order share a place.

use crate::analysis::means::{MeanEstimate, Means};
use crate::engine::records::Record;
use crate::stats::tie::is_tie;

/// Standard errors of a mean difference within which its sign is Monte Carlo noise.
pub(crate) const NOISE: f64 = 2.0;

/// The least part of what the better of two strategies gains over the reference that the other must gain to be
/// as good for every purpose: the indifference zone of ranking and selection (Bechhofer, "A single-sample
/// multiple decision procedure for ranking means of normal populations with known variances", Annals of
/// Mathematical Statistics 25(1), 1954).
pub(crate) const AS_GOOD: f64 = 0.95;

/// The places of strategies, the best first, each with its strategies by falling mean NPV.
///
/// Two neighbours in the order of their means are a near tie, and share a place, where one of these holds:
/// - *noise*: their mean paired difference is no more than [`NOISE`] of its Monte Carlo standard errors;
/// - *indifference*: both gain over the reference, and the second gains at least [`AS_GOOD`] of what the first does.
pub(crate) fn places(means: &Means<'_>, strategies: usize) -> Vec<Vec<usize>> {
    let npv: Vec<f64> = (0..strategies).map(|strategy| means.mean(strategy, Record::npv).mean).collect();
    places_by(&npv, &|better, worse| means.difference(better, worse, Record::npv))
}

/// The places by the means of strategies, the reference's first, and the differences of two of them.
fn places_by(means: &[f64], less: &dyn Fn(usize, usize) -> MeanEstimate) -> Vec<Vec<usize>> {
    let is_near_tie = |better: usize, worse: usize| {
        let MeanEstimate { mean: difference, standard_error: error, .. } = less(better, worse);
        let [first, second] = [better, worse].map(|strategy| means[strategy] - means[0]);
        let is_noise = difference <= NOISE * error || is_tie(means[better], means[worse]);
        is_noise || (second > 0.0 && second >= AS_GOOD * first)
    };
    let mut order: Vec<usize> = (0..means.len()).collect();
    order.sort_by(|a, b| means[*b].total_cmp(&means[*a]));
    let mut places: Vec<Vec<usize>> = Vec::new();
    for strategy in order {
        match places.last_mut() {
            Some(place) if place.last().is_some_and(|last| is_near_tie(*last, strategy)) => place.push(strategy),
            _ => places.push(vec![strategy]),
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use crate::analysis::error_budget::mean_and_error;
    use crate::analysis::means::MeanEstimate;
    use crate::analysis::ranking::places_by;
    use crate::stats::series::Less;

    /// The places by the simulations of strategies, `draws` of which differ.
    fn places(npv: &[Vec<f64>], draws: usize) -> Vec<Vec<usize>> {
        let means: Vec<f64> = npv.iter().map(|simulations| mean_and_error(simulations, draws).0).collect();
        places_by(&means, &|better, worse| {
            let (mean, standard_error) = mean_and_error(&Less(&npv[better], &npv[worse]), draws);
            MeanEstimate { mean, standard_error, ..MeanEstimate::default() }
        })
    }

    /// 400 numbers of mean `mean` and standard deviation 20: the mean's standard error is 1.
    fn simulations(mean: f64) -> Vec<f64> {
        let sd = 20.0 * (399.0_f64 / 400.0).sqrt();
        (0..400).map(|i| if i % 2 == 0 { mean + sd } else { mean - sd }).collect()
    }

    #[test]
    fn a_difference_within_two_standard_errors_is_a_tie() {
        let reference = vec![0.0; 400];
        assert_eq!(places(&[reference.clone(), simulations(-1.9)], 400), [[0, 1]]);
        assert_eq!(places(&[reference.clone(), simulations(-2.1)], 400), [[0], [1]]);
        assert_eq!(places(&[reference, simulations(2.1)], 400), [[1], [0]]);
    }

    #[test]
    fn replicates_of_one_draw_are_not_independent_simulations() {
        // Two hundred pairs of equal numbers: the standard error is 1.41 and not 1.
        let doubled: Vec<f64> = simulations(0.0).iter().take(200).flat_map(|x| [x + 2.5; 2]).collect();
        assert_eq!(places(&[vec![0.0; 400], doubled.clone()], 400), [[1], [0]]);
        assert_eq!(places(&[vec![0.0; 400], doubled], 200), [[1, 0]]);
    }

    #[test]
    fn gains_that_are_as_good_are_a_tie_and_losses_are_none() {
        let sure = |mean: f64| vec![mean; 400];
        assert_eq!(places(&[sure(0.0), sure(100.0), sure(96.0)], 400), [vec![1, 2], vec![0]]);
        assert_eq!(places(&[sure(0.0), sure(94.0), sure(100.0)], 400), [[2], [1], [0]]);
        assert_eq!(places(&[sure(0.0), sure(-100.0), sure(-96.0)], 400), [[0], [2], [1]]);
        assert_eq!(places(&[sure(7.0), sure(7.0)], 400), [[0, 1]]);
    }

    #[test]
    fn neighbours_make_a_place_though_its_ends_are_far_apart() {
        let sure = |mean: f64| vec![mean; 400];
        assert_eq!(places(&[sure(0.0), sure(100.0), sure(96.0), sure(92.0)], 400), [vec![1, 2, 3], vec![0]]);
    }
}
