//! The figures of one strategy.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::cash::CashFlow;
use crate::analysis::error_budget::ErrorBudget;
use crate::analysis::gap::Gap;
use crate::analysis::means::Controlled;
use crate::analysis::noisy::BySimulations;
use crate::analysis::selection::Selection;
use crate::model::money::ACCOUNTS;
use crate::model::row::{Column, Row};
use crate::model::segment::SegmentRow;
use crate::scenario::horizon::Horizon;
use crate::stats::band::Band;
use crate::stats::tie::is_tie;

/// Present values of a strategy, or of its difference to the reference, in money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Worth {
    /// Net present value.
    pub npv: Band,
    /// Present value of contribution.
    pub contribution: Band,
    /// Present value of programme cost.
    pub programme: Band,
}

/// What the expected engine as control variate makes of the means of a strategy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ControlledMeans {
    /// Of its NPV.
    pub npv: Controlled,
    /// Of its NPV less the reference's.
    pub difference: Controlled,
}

/// A ratio of means, with the interval of the draws in which it exists.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ratio {
    /// Ratio of the means; `None` where the programme does not cost more than the reference's.
    pub value: Option<f64>,
    /// 5, 50 and 95 % quantiles over the draws in which it exists.
    pub interval: Option<[f64; 3]>,
    /// Share of draws in which it exists.
    pub share: f64,
}

/// Customers lost, by cause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lost {
    /// Without a cause in the model.
    pub natural: f64,
    /// In excess after silent, unresolved, resolved, quick endings.
    pub by_outcome: [f64; 4],
    /// In excess by what they heard.
    pub word_of_mouth: f64,
}

impl Lost {
    /// All causes together.
    pub fn total(&self) -> f64 {
        self.natural + self.excess()
    }

    /// All but natural losses: TARP's market damage, in customers.
    pub fn excess(&self) -> f64 {
        self.by_outcome.iter().sum::<f64>() + self.word_of_mouth
    }

    /// Cause by cause, less `other`.
    pub(crate) fn less(&self, other: &Lost) -> Lost {
        let mut by_outcome = self.by_outcome;
        by_outcome.iter_mut().zip(other.by_outcome).for_each(|(a, b)| *a -= b);
        Lost {
            natural: self.natural - other.natural,
            by_outcome,
            word_of_mouth: self.word_of_mouth - other.word_of_mouth,
        }
    }
}

/// All figures of one strategy in one scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StrategySummary {
    /// Its name.
    pub name: Arc<str>,
    /// Present values.
    pub worth: Worth,
    /// Present values less the reference's, simulation by simulation with common random numbers.
    pub difference: Worth,
    /// What the expected engine as control variate makes of these means; `None` where it is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub control: Option<ControlledMeans>,
    /// Standard error of the mean NPV difference: how far more simulations could move it.
    pub difference_standard_error: f64,
    /// Variance of the NPV difference had the two strategies not shared their draws, over that which it
    /// has: the variance-reduction factor of common random numbers. `None` for the reference and where
    /// the difference does not vary.
    pub variance_reduction: Option<f64>,
    /// Share of the variance of the NPV difference that comes from the uncertain inputs, not from the
    /// chance of customers; `None` where the difference does not vary.
    pub knowledge_share: Option<f64>,
    /// What spreads the NPV difference: inputs, customers, too few simulations.
    pub error_budget: ErrorBudget,
    /// Return on investment against the reference.
    pub roi: Ratio,
    /// Benefit-cost ratio against the reference.
    pub benefit_cost_ratio: Ratio,
    /// First period, counted from 0, from which the cumulative discounted mean difference stays above 0.
    pub payback_period: Option<u32>,
    /// Annual effective internal rate of return of the mean difference.
    pub irr: Option<f64>,
    /// Probability, over the uncertain inputs, that no strategy has a higher expected NPV; ties share. Corrected for what the
    /// expected engine misses where that matters (see [`Comparison::corrected_by`]).
    pub p_best: f64,
    /// Share of simulations in which the NPV beats the reference's, both meeting the same chance events (common random
    /// numbers).
    pub p_beats_reference: f64,
    /// The same where each meets its own chance events, as two firms would; `None` for the reference and where chance cannot
    /// be separated from the inputs.
    pub p_beats_independently: Option<f64>,
    /// The difference to the reference, simulated and by the expected engine.
    pub gap: Gap,
    /// Customers lost by the reference less those lost here, over the horizon.
    pub customers_kept: Band,
    /// Mean customers lost over the horizon, by cause.
    pub lost: Lost,
    /// The same less the reference's.
    pub lost_difference: Lost,
    /// Mean yearly margin of the customers lost in excess over the horizon, in money.
    pub lost_yearly_margin: f64,
    /// Mean present values by account, in the order of [`Account::ALL`](crate::model::money::Account::ALL).
    pub accounts: [f64; ACCOUNTS],
    /// The same less the reference's.
    pub account_differences: [f64; ACCOUNTS],
    /// By segment: the mean of what it came to.
    pub segments: Vec<SegmentSummary>,
    /// What periods of half the length add to the NPV difference at the point values, in money; none where the expected
    /// engine does not apply.
    pub time_step: Option<f64>,
    /// The period, counted from 0, in which it starts.
    pub starts: u32,
    /// Mean rows by period.
    pub periods: Vec<Row>,
    /// Mean cash by account, period by period and beyond the horizon.
    pub cash: CashFlow,
    /// Mean discounted cash by period less the reference's.
    pub discounted_difference: Vec<f64>,
}

/// What one segment came to, in the mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SegmentSummary {
    /// Its name.
    pub name: Arc<str>,
    /// Over the horizon.
    pub row: SegmentRow,
}

/// A scenario's strategies side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Name of the scenario.
    pub scenario: Arc<str>,
    /// Weight of the scenario, as written.
    pub weight: Option<f64>,
    /// The span of the scenario, and how its cash is discounted.
    pub horizon: Horizon,
    /// The strategies, the reference first.
    pub strategies: Vec<StrategySummary>,
    /// By pair of strategies: the variance-reduction factor of common random numbers.
    pub pairs: Vec<Pair>,
    /// How sure the first place is against Monte Carlo error.
    pub selection: Selection,
    /// Draws of the expected engine beyond those of the simulations, where it is the control variate; `None` where it is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub further_draws: Option<u64>,
    /// Simulations by which P(best) is corrected for what the expected engine misses; `None` where that does not matter.
    pub corrected_by: Option<u64>,
    /// What replicated simulations alone give for the decision; `None` without replicates.
    pub by_simulations: Option<BySimulations>,
}

impl StrategySummary {
    /// Whether its programme costs less than the reference's, by more than rounding.
    pub fn costs_less(&self) -> bool {
        let own = self.worth.programme.mean;
        let extra = self.difference.programme.mean;
        extra < 0.0 && !is_tie(own, own - extra)
    }

    /// Whether a desk has work in some period.
    pub fn has_desk(&self) -> bool {
        self.periods.iter().any(|row| row.get(Column::DeskLoad) > 0.0)
    }

    /// Periods, counted from 0, in which the desk has at least as much work as its positions can do.
    pub(crate) fn overloaded(&self) -> impl Iterator<Item = usize> + '_ {
        let overloaded = |(_, row): &(usize, &Row)| row.get(Column::DeskUtilisation) >= 1.0;
        self.periods.iter().enumerate().filter(overloaded).map(|(t, _)| t)
    }

    /// Whether the strategy differs from the reference in money at all.
    pub fn differs(&self) -> bool {
        self.discounted_difference.iter().any(|x| *x != 0.0)
    }
}

/// What the desk of a strategy had to do over the horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DeskTotals {
    /// Mean load in erlang over the periods with any.
    pub mean_load: f64,
    /// Greatest load of a period, in erlang.
    pub greatest_load: f64,
    /// Greatest load by position of a period.
    pub greatest_utilisation: f64,
    /// Share of desk cases that are served, weighted by load.
    pub served: f64,
    /// Share of contacts answered in time, weighted by load.
    pub in_time: f64,
    /// Periods with at least as much work as the positions can do.
    pub overloaded: usize,
}

impl DeskTotals {
    /// Of a strategy; none without work for a desk.
    pub fn of(summary: &StrategySummary) -> Option<Self> {
        let busy = || summary.periods.iter().filter(|row| row.get(Column::DeskLoad) > 0.0);
        let load: f64 = busy().map(|row| row.get(Column::DeskLoad)).sum();
        let periods = busy().count();
        let greatest = |column| busy().map(|row| row.get(column)).fold(0.0, f64::max);
        let weighted = |column| busy().map(|row| row.get(Column::DeskLoad) * row.get(column)).sum::<f64>() / load;
        (periods > 0).then(|| DeskTotals {
            mean_load: load / periods as f64,
            greatest_load: greatest(Column::DeskLoad),
            greatest_utilisation: greatest(Column::DeskUtilisation),
            served: weighted(Column::DeskServed),
            in_time: weighted(Column::DeskInTime),
            overloaded: summary.overloaded().count(),
        })
    }
}

/// Two strategies and what common random numbers are worth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Numbers of the strategies.
    pub strategies: [usize; 2],
    /// Variance of their NPV difference with separate draws, over that with shared ones; `None` where
    /// the difference does not vary.
    pub variance_reduction: Option<f64>,
}

/// The place of the greatest number, the first of equals.
pub fn best_of(amounts: &[f64]) -> usize {
    (0..amounts.len()).fold(0, |best, i| if amounts[i] > amounts[best] { i } else { best })
}

impl Comparison {
    /// The other strategies that come to the same as `strategy`: same mean contribution, same mean programme cost.
    pub fn equals(&self, strategy: usize) -> Vec<usize> {
        let worth = |i: usize| &self.strategies[i].worth;
        let same = |i: &usize| {
            is_tie(worth(*i).contribution.mean, worth(strategy).contribution.mean)
                && is_tie(worth(*i).programme.mean, worth(strategy).programme.mean)
        };
        (0..self.strategies.len()).filter(|i| *i != strategy).filter(same).collect()
    }

    /// The strategy with the highest mean NPV; the first of equals.
    pub fn best(&self) -> usize {
        best_of(&self.strategies.iter().map(|s| s.worth.npv.mean).collect::<Vec<f64>>())
    }
}
