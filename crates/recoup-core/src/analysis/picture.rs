//! From results to the rows that charts show.

use serde::{Deserialize, Serialize};

use crate::analysis::paired::subtract;
use crate::analysis::summary::{Comparison, DeskTotals, StrategySummary};
use crate::analysis::view::{
    ActiveFan, ChartFrame, CumulativeDifference, DeskOverTime, DeskPeriod, DifferenceDistribution, FailureTree,
    KeptCustomers, LossesByCause, TreeBranch,
};
use crate::engine::simulate::ScenarioResults;
use crate::model::money::Account;
use crate::model::row::{Column, Row};
use crate::scenario::acquisition::AcquisitionPolicy;
use crate::scenario::study::{Scenario, Study};
use crate::stats::band::Band;
use crate::units::{Outcome, Route, period_number};

/// Samples kept of a strategy for a chart of a distribution, at most: the first simulations.
const SAMPLES: usize = 20_000;
/// ... and of all strategies of a scenario together, so that what is kept for a report stays small.
const ALL_SAMPLES: usize = 240_000;

/// The source line of every chart of a scenario.
pub fn frame(study: &Study, scenario: &Scenario) -> ChartFrame {
    let horizon = &scenario.strategies[0].parameters.point.horizon;
    ChartFrame {
        study: study.title.clone(),
        scenario: scenario.name.to_string(),
        strategies: scenario.strategies.iter().map(|s| s.name.to_string()).collect(),
        seed: study.settings.seed,
        draws: study.settings.draws,
        fewest_draws: None,
        version: env!("CARGO_PKG_VERSION").to_string(),
        digest: Some(study.hash()),
        language: study.language,
        currency: study.currency.clone(),
        period_name: horizon.period.name().to_string(),
        periods: horizon.periods,
        labels: study.inputs.iter().filter_map(|input| Some((input.key.to_string(), input.label.clone()?))).collect(),
    }
}

/// The rows behind the charts of one scenario.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pictures {
    /// What all charts show about themselves.
    pub frame: ChartFrame,
    /// Chart 2.
    pub cumulative: Vec<CumulativeDifference>,
    /// Chart 3: the reference's tree and the best strategy's.
    pub trees: Vec<FailureTree>,
    /// Chart 4.
    pub fans: Vec<ActiveFan>,
    /// Chart 4 where leavers are replaced; empty elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<KeptCustomers>,
    /// Chart 5.
    pub losses: Vec<LossesByCause>,
    /// Chart 6.
    pub distributions: Vec<DifferenceDistribution>,
}

impl Pictures {
    /// The strategy with the highest mean NPV, the first of equals.
    pub fn best(&self) -> &str {
        self.trees.last().map_or("", |tree| &tree.strategy)
    }
}

/// The rows behind the charts of one scenario.
pub fn pictures(study: &Study, scenario: &Scenario, results: &ScenarioResults, comparison: &Comparison) -> Pictures {
    let horizon = &scenario.strategies[0].parameters.point.horizon;
    let periods = horizon.periods as usize;
    let reference = &results.strategies[0];
    let frame = frame(study, scenario);
    let others = comparison.strategies.iter().zip(&results.strategies).skip(1);
    let cumulative = others.clone().map(|(summary, result)| {
        let differences =
            result.simulations.traces.worth.chunks(periods).zip(reference.simulations.traces.worth.chunks(periods));
        // By simulation, the running sum of the discounted difference.
        let running: Vec<Vec<f64>> = differences
            .map(|(a, b)| {
                let mut sum = 0.0;
                a.iter()
                    .zip(b)
                    .map(|(x, y)| {
                        sum += x - y;
                        sum
                    })
                    .collect()
            })
            .collect();
        // The mean is over all simulations, the band over those whose periods were kept.
        let mut mean = 0.0;
        let points = (0..periods).map(|t| {
            mean += summary.discounted_difference[t];
            (period_number(t) as u32, Band { mean, ..Band::of(running.iter().map(|r| r[t]).collect()) })
        });
        CumulativeDifference {
            strategy: summary.name.to_string(),
            points: points.collect(),
            payback: summary.payback_period.filter(|_| summary.differs()).map(|t| period_number(t as usize) as u32),
            beyond: [Account::TerminalContribution, Account::TerminalProgramme]
                .map(|account| summary.account_differences[account as usize])
                .iter()
                .sum(),
        }
    });
    let fans = comparison.strategies.iter().zip(&results.strategies).map(|(summary, result)| ActiveFan {
        strategy: summary.name.to_string(),
        points: (0..=periods)
            .map(|t| {
                let sample =
                    result.simulations.traces.active.chunks(periods + 1).map(|simulation| simulation[t]).collect();
                (t as u32, Band { mean: active_at(&summary.periods, t), ..Band::of(sample) })
            })
            .collect(),
    });
    let losses = comparison.strategies.iter().map(|summary| {
        let [silent, unresolved, resolved, quick] = summary.lost.by_outcome;
        LossesByCause {
            strategy: summary.name.to_string(),
            natural: summary.lost.natural,
            silent,
            unresolved,
            resolved,
            quick,
            word_of_mouth: summary.lost.word_of_mouth,
        }
    });
    let distributions = others.map(|(summary, result)| DifferenceDistribution {
        strategy: summary.name.to_string(),
        band: summary.difference.npv,
        samples: subtract(&result.simulations.records, &reference.simulations.records)
            .take(SAMPLES.min(ALL_SAMPLES / results.strategies.len().max(1)))
            .map(|record| record.npv())
            .collect(),
    });
    let best = comparison.best();
    let shown = if best == 0 { vec![0] } else { vec![0, best] };
    let trees = shown.into_iter().map(|i| tree(&comparison.strategies[i].name, &results.strategies[i].expected.tree()));
    Pictures {
        cumulative: cumulative.collect(),
        trees: trees.collect(),
        fans: fans.collect(),
        kept: if replaces_all(scenario) { kept(comparison) } else { Vec::new() },
        losses: losses.collect(),
        distributions: distributions.collect(),
        frame,
    }
}

/// Whether every leaver is replaced under every strategy: the number of active customers then shows nothing.
fn replaces_all(scenario: &Scenario) -> bool {
    let mut acquisitions = scenario.strategies.iter().map(|strategy| &strategy.parameters.point.acquisition);
    acquisitions.all(|it| it.policy == AcquisitionPolicy::Replace && it.budget_per_year.is_none())
}

/// Customers kept by every strategy but the reference.
fn kept(comparison: &Comparison) -> Vec<KeptCustomers> {
    let reference = &comparison.strategies[0];
    let of_strategy = |summary: &StrategySummary| {
        let mut sum = 0.0;
        let lost = reference.periods.iter().zip(&summary.periods).enumerate();
        let points = lost.map(|(t, (there, here))| {
            sum += there.lost() - here.lost();
            (period_number(t) as u32, sum)
        });
        KeptCustomers { strategy: summary.name.to_string(), points: points.collect(), total: summary.customers_kept }
    };
    comparison.strategies[1..].iter().map(of_strategy).collect()
}

/// The desks of a scenario's strategies, of those that have one.
pub fn desks(comparison: &Comparison) -> Vec<DeskOverTime> {
    let of_strategy = |summary: &StrategySummary| {
        let totals = DeskTotals::of(summary)?;
        let busy = summary.periods.iter().enumerate().filter(|(_, row)| row.get(Column::DeskLoad) > 0.0);
        let points = busy.map(|(t, row)| DeskPeriod {
            period: period_number(t) as u32,
            utilisation: row.get(Column::DeskUtilisation),
            in_time: row.get(Column::DeskInTime),
        });
        Some(DeskOverTime { strategy: summary.name.to_string(), points: points.collect(), in_time: totals.in_time })
    };
    comparison.strategies.iter().filter_map(of_strategy).collect()
}

fn tree(strategy: &str, tree: &crate::units::Tree) -> FailureTree {
    let mut branches = Vec::new();
    for route in Route::ALL {
        for outcome in Outcome::ALL {
            let branch = tree.branch(route, outcome);
            if branch.customers > 0.0 {
                let left = branch.customers - branch.stayed;
                branches.push(TreeBranch { route, outcome, stayed: branch.stayed, left });
            }
        }
    }
    FailureTree { strategy: strategy.to_string(), branches }
}

/// Mean active customers at the start of period `t`, or after the last.
fn active_at(periods: &[Row], t: usize) -> f64 {
    match (periods.get(t), periods.last()) {
        (Some(row), _) => row.get(Column::Active),
        (None, Some(last)) => {
            last.get(Column::Active) - last.lost() + last.get(Column::Organic) + last.get(Column::Bought)
        }
        (None, None) => 0.0,
    }
}
