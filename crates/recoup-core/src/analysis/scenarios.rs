//! Strategies over several scenarios: what is lost by choosing before the world is known.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::summary::Comparison;

/// A strategy over all scenarios, in money of mean NPV.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AcrossScenarios {
    /// Its name.
    pub strategy: Arc<str>,
    /// By scenario: NPV of the best strategy there less this one's.
    pub regret: Vec<f64>,
    /// The greatest of them.
    pub greatest_regret: f64,
    /// NPV difference to the reference, weighted over scenarios, when they have weights.
    pub weighted_difference: Option<f64>,
}

/// The regret of every strategy over the scenarios.
pub(crate) fn across_scenarios(comparisons: &[Comparison]) -> Vec<AcrossScenarios> {
    let weights: Option<Vec<f64>> = comparisons.iter().map(|c| c.weight).collect();
    (0..comparisons.first().map_or(0, |c| c.strategies.len()))
        .map(|i| {
            let regret: Vec<f64> = comparisons
                .iter()
                .map(|c| c.strategies[c.best()].worth.npv.mean - c.strategies[i].worth.npv.mean)
                .collect();
            AcrossScenarios {
                strategy: comparisons[0].strategies[i].name.clone(),
                greatest_regret: regret.iter().copied().fold(0.0, f64::max),
                regret,
                weighted_difference: weights.as_ref().filter(|w| w.iter().sum::<f64>() > 0.0).map(|weights| {
                    let total: f64 = weights.iter().sum();
                    let differences = comparisons.iter().map(|c| c.strategies[i].difference.npv.mean);
                    differences.zip(weights).map(|(d, w)| d * w / total).sum()
                }),
            }
        })
        .collect()
}

/// The strategy whose greatest regret is least, by its place.
pub fn least_regret(strategies: &[AcrossScenarios]) -> Option<usize> {
    (0..strategies.len()).min_by(|&a, &b| strategies[a].greatest_regret.total_cmp(&strategies[b].greatest_regret))
}
