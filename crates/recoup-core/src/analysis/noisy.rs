//! Decisions from noisy simulations: the chance of customers, taken for knowledge, makes the best of a draw
//! look better than it is.

use serde::{Deserialize, Serialize};

use crate::analysis::error_budget::anova;
use crate::stats::series::{Less, Series};

/// What replicated simulations, without the expected engine, give for the decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BySimulations {
    /// By strategy: the share of draws in which it is best, chance taken out.
    pub p_best: Vec<f64>,
    /// Expected value of perfect information, chance taken out, in money.
    pub evpi: f64,
    /// The same of the draws' plain means, which is too high.
    pub evpi_uncorrected: f64,
}

/// The decision by simulations of `draws` draws with replicates: per strategy the NPV of all its simulations,
/// draw by draw. `None` without replicates.
///
/// Every strategy is corrected by its difference to the one with the highest mean, on which the decision
/// turns.
pub(crate) fn by_simulations<S: Series>(npv: &[S], draws: usize) -> Option<BySimulations> {
    let replicates = npv.first()?.count() / draws.max(1);
    if draws < 2 || replicates < 2 {
        return None;
    }
    let sum = |simulations: &S| simulations.numbers().sum::<f64>();
    let best = npv.iter().max_by(|a, b| sum(a).total_cmp(&sum(b)))?;
    let differences: Vec<Less<'_, S, S>> = npv.iter().map(|strategy| Less(strategy, best)).collect();
    let plain: Vec<DrawMeans<'_, _>> =
        differences.iter().map(|simulations| DrawMeans { simulations, replicates }).collect();
    let shrunk: Vec<Shrunk<'_, _>> = differences.iter().map(|simulations| Shrunk::new(simulations, draws)).collect();
    Some(BySimulations { p_best: shares_of_best(&shrunk), evpi: evpi(&shrunk), evpi_uncorrected: evpi(&plain) })
}

/// The mean of every draw over its replicates.
pub(crate) struct DrawMeans<'a, S: ?Sized> {
    /// The simulations, draw by draw.
    pub simulations: &'a S,
    /// How many there are of each draw.
    pub replicates: usize,
}

impl<S: Series + ?Sized> Series for DrawMeans<'_, S> {
    fn count(&self) -> usize {
        self.simulations.count().div_ceil(self.replicates)
    }

    fn numbers(&self) -> impl Iterator<Item = f64> + '_ {
        let mut each = self.simulations.numbers();
        std::iter::from_fn(move || {
            let (mut sum, mut count) = (each.next()?, 1.0);
            for x in each.by_ref().take(self.replicates - 1) {
                sum += x;
                count += 1.0;
            }
            Some(sum / count)
        })
    }
}

/// The means of draws, drawn toward their common mean until they vary as much as the true ones.
///
/// Observed means vary by true variance plus chance. With B, the part that is not chance by analysis of
/// variance, deviations are multiplied by sqrt(B); B itself would give each draw its best guess, and all of
/// them too little spread (Louis, "Estimating a population of parameter values using Bayes and empirical
/// Bayes methods", JASA 79, 1984).
struct Shrunk<'a, S: ?Sized> {
    means: DrawMeans<'a, S>,
    /// The common mean, and the part of a deviation from it that is kept; none where all are kept whole.
    toward: Option<(f64, f64)>,
}

impl<'a, S: Series> Shrunk<'a, S> {
    fn new(simulations: &'a S, draws: usize) -> Self {
        let means = DrawMeans { simulations, replicates: (simulations.count() / draws.max(1)).max(1) };
        let toward = anova(simulations, draws).map(|anova| {
            let all = means.numbers().sum::<f64>() / means.count() as f64;
            (all, anova.reliability().sqrt())
        });
        Shrunk { means, toward }
    }
}

impl<S: Series> Series for Shrunk<'_, S> {
    fn count(&self) -> usize {
        self.means.count()
    }

    fn numbers(&self) -> impl Iterator<Item = f64> + '_ {
        let toward = self.toward;
        self.means.numbers().map(move |mean| toward.map_or(mean, |(all, part)| all + part * (mean - all)))
    }
}

/// Draw by draw, what every strategy comes to.
fn by_draw<S: Series>(npv: &[S], mut each: impl FnMut(&[f64])) {
    let mut strategies: Vec<_> = npv.iter().map(Series::numbers).collect();
    let mut draw = vec![0.0; npv.len()];
    for _ in 0..npv.first().map_or(0, Series::count) {
        for (place, numbers) in draw.iter_mut().zip(&mut strategies) {
            *place = numbers.next().unwrap_or_default();
        }
        each(&draw);
    }
}

fn most(draw: &[f64]) -> f64 {
    draw.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

/// By strategy: the share of draws in which no other is better; ties share.
pub(crate) fn shares_of_best<S: Series>(npv: &[S]) -> Vec<f64> {
    let mut wins = vec![0.0; npv.len()];
    by_draw(npv, |draw| {
        let most = most(draw);
        let winners = draw.iter().filter(|npv| **npv == most).count() as f64;
        for (win, npv) in wins.iter_mut().zip(draw) {
            if *npv == most {
                *win += 1.0 / winners;
            }
        }
    });
    let draws = npv.first().map_or(0, Series::count);
    wins.iter().map(|win| win / draws.max(1) as f64).collect()
}

/// The expected value of perfect information: the mean of the best of every draw less the best mean.
pub(crate) fn evpi<S: Series>(npv: &[S]) -> f64 {
    let draws = npv.first().map_or(0, Series::count);
    if draws == 0 {
        return 0.0;
    }
    let mut sum = 0.0;
    by_draw(npv, |draw| sum += most(draw));
    let informed = sum / draws as f64;
    let mean = |strategy: &S| strategy.numbers().sum::<f64>() / draws as f64;
    let uninformed = npv.iter().map(mean).fold(f64::NEG_INFINITY, f64::max);
    (informed - uninformed).max(0.0)
}

#[cfg(test)]
mod tests {
    use crate::analysis::noisy::{by_simulations, evpi, shares_of_best};
    use crate::dist::standard_normal_quantile;
    use crate::random::address::parameter_uniform;

    #[test]
    fn small_cases_come_out_by_hand() {
        let npv = [vec![0.0, 0.0, 0.0, 0.0], vec![3.0, -1.0, 0.0, 2.0]];
        assert_eq!(shares_of_best(&npv), [0.375, 0.625]);
        assert_eq!(evpi(&npv), 1.25 - 1.0);
    }

    #[test]
    fn luck_taken_for_knowledge_is_taken_out() {
        // True difference N(.5, 1) by draw, chance N(0, 2^2) in each of 4 replicates: the observed means have
        // variance 2. EVPI of N(m, s^2) against 0 is s (phi(m/s) - m/s Phi(-m/s)): .19780 true, .34909 by the
        // plain means; P(best) = Phi(m/s): .69146 true. 20,000 draws know these to .003 and .004; 4 of them.
        let normal = |draw, address| standard_normal_quantile(parameter_uniform(5, draw, address));
        let draws = 20_000;
        let simulations = |draw| (1..=4).map(move |i| 0.5 + normal(draw, 0) + 2.0 * normal(draw, i));
        let differences: Vec<f64> = (0..draws).flat_map(simulations).collect();
        let found = by_simulations(&[vec![0.0; differences.len()], differences], draws as usize).unwrap();
        assert!((found.evpi - 0.197_80).abs() < 0.012, "{found:?}");
        assert!((found.evpi_uncorrected - 0.349_09).abs() < 0.012, "{found:?}");
        assert!((found.p_best[1] - 0.691_46).abs() < 0.016, "{found:?}");
    }

    #[test]
    fn pure_luck_is_worth_nothing() {
        let differences: Vec<f64> = [1.0, -1.0, -1.0, 1.0, 2.0, -2.0].to_vec();
        let found = by_simulations(&[vec![0.0; 6], differences], 3).unwrap();
        assert_eq!((found.evpi, found.p_best), (0.0, vec![0.5, 0.5]));
        assert_eq!(by_simulations(&[vec![0.0; 6]], 6), None);
    }
}
