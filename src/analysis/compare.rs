//! Strategies against the reference, in one scenario: every figure of `docs/model.md`, section 8.

use crate::analysis::error_budget::ErrorBudget;
use crate::analysis::noisy::{by_histories, shares_of_best};
use crate::analysis::rates_of_return::{internal_rate_of_return, payback_period};
use crate::analysis::selection::{Selection, selection};
use crate::analysis::summary::{Comparison, Lost, Pair, Ratio, StrategySummary, Worth};
use crate::engine::simulate::{ScenarioResults, StrategyResults};
use crate::engine::tally::{Record, Tally};
use crate::model::money::{ACCOUNTS, Account};
use crate::model::row::{Column, Row};
use crate::scenario::study::Scenario;
use crate::stats::band::Band;
use crate::stats::moments::Moments;
use crate::stats::quantile::{quantile_of_sorted, sort};

/// Compares the strategies of a scenario.
pub fn compare(scenario: &Scenario, results: &ScenarioResults) -> Comparison {
    let reference = &results.strategies[0];
    let p_best = probabilities_of_best(&results.strategies);
    let reference_periods = mean_rows(&reference.histories);
    let reference_lost = lost(&reference_periods);
    let horizon = &scenario.strategies[0].case.point.horizon;
    let per_year = horizon.period.per_year();
    let discount = |t: usize| horizon.discount(t as u32);
    let summaries = scenario.strategies.iter().zip(&results.strategies).enumerate().map(|(i, (strategy, result))| {
        let periods = mean_rows(&result.histories);
        let differences = Differences::new(&result.histories, &reference.histories);
        let lost = lost(&periods);
        let cash: Vec<f64> = periods.iter().zip(&reference_periods).map(|(a, b)| net(a) - net(b)).collect();
        let discounted: Vec<f64> = cash.iter().enumerate().map(|(t, x)| x * discount(t)).collect();
        let expected = subtract(&result.expected.records, &reference.expected.records);
        let error_budget = ErrorBudget::of(
            &differences.npv().collect::<Vec<f64>>(),
            &expected.map(|record| record.npv()).collect::<Vec<f64>>(),
        );
        let accounts = Account::ALL.map(|account| result.histories.account(account));
        let mut account_differences = [0.0; ACCOUNTS];
        for (i, difference) in account_differences.iter_mut().enumerate() {
            *difference = accounts[i] - reference.histories.account(Account::ALL[i]);
        }
        let is_reference = i == 0;
        StrategySummary {
            name: strategy.name.clone(),
            worth: worth(&result.histories.records),
            difference: worth(&differences.0),
            variance_reduction: (i > 0)
                .then(|| variance_reduction(&reference.histories.records, &result.histories.records))
                .flatten(),
            difference_standard_error: error_budget.standard_error,
            knowledge_share: error_budget.knowledge_share(),
            error_budget,
            roi: differences.ratio(|r| (r.contribution - r.programme) / r.programme),
            benefit_cost_ratio: differences.ratio(|r| r.contribution / r.programme),
            payback_period: if is_reference { None } else { payback_period(&discounted) },
            irr: if is_reference { None } else { internal_rate_of_return(&cash, per_year) },
            p_best: p_best[i],
            p_beats_reference: share(differences.npv(), |npv| npv > 0.0),
            customers_kept: Band::of(differences.0.iter().map(|r| 0.0 - r.lost).collect()),
            lost_difference: lost.less(&reference_lost),
            lost,
            lost_yearly_margin: result.histories.lost_yearly_margin.mean(),
            accounts,
            account_differences,
            periods,
            discounted_difference: discounted,
        }
    });
    let pairs = (0..results.strategies.len()).flat_map(|a| (a + 1..results.strategies.len()).map(move |b| [a, b]));
    let pair = |strategies: [usize; 2]| {
        let [a, b] = strategies.map(|i| &results.strategies[i].histories.records);
        Pair { strategies, variance_reduction: variance_reduction(a, b) }
    };
    let strategies = summaries.collect();
    let records: Vec<(&[Record], &[Record])> =
        results.strategies.iter().map(|s| (&s.histories.records[..], &s.expected.records[..])).collect();
    let histories: Vec<&[Record]> = records.iter().map(|(histories, _)| *histories).collect();
    Comparison {
        scenario: scenario.name.clone(),
        weight: scenario.weight,
        strategies,
        pairs: pairs.map(pair).collect(),
        selection: selection_of(&records),
        by_histories: by_histories(&npv_of(&histories), draws_of(&records)),
    }
}

/// Histories of a strategy less the reference's, pair by pair.
struct Differences(Vec<Record>);

impl Differences {
    fn new(strategy: &Tally, reference: &Tally) -> Self {
        Differences(subtract(&strategy.records, &reference.records).collect())
    }

    fn npv(&self) -> impl Iterator<Item = f64> + '_ {
        self.0.iter().map(Record::npv)
    }

    fn ratio(&self, ratio: impl Fn(&Record) -> f64) -> Ratio {
        let mean = |part: fn(&Record) -> f64| Band::of(self.0.iter().map(part).collect()).mean;
        let means = Record { contribution: mean(|r| r.contribution), programme: mean(|r| r.programme), lost: 0.0 };
        let mut each: Vec<f64> = self.0.iter().filter(|r| r.programme > 0.0).map(&ratio).collect();
        let share = each.len() as f64 / self.0.len().max(1) as f64;
        sort(&mut each);
        Ratio {
            value: (means.programme > 0.0).then(|| ratio(&means)),
            interval: (!each.is_empty()).then(|| [0.05, 0.50, 0.95].map(|level| quantile_of_sorted(&each, level))),
            share,
        }
    }
}

/// Record by record, the strategy's less the reference's; one certain record stands for all.
pub fn subtract<'a>(strategy: &'a [Record], reference: &'a [Record]) -> impl Iterator<Item = Record> + 'a {
    let n = strategy.len().max(reference.len());
    (0..n).map(move |i| {
        let (a, b) = (strategy[i.min(strategy.len() - 1)], reference[i.min(reference.len() - 1)]);
        Record {
            contribution: a.contribution - b.contribution,
            programme: a.programme - b.programme,
            lost: a.lost - b.lost,
        }
    })
}

fn worth(records: &[Record]) -> Worth {
    let band = |part: fn(&Record) -> f64| Band::of(records.iter().map(part).collect());
    Worth { npv: band(Record::npv), contribution: band(|r| r.contribution), programme: band(|r| r.programme) }
}

fn mean_rows(tally: &Tally) -> Vec<Row> {
    tally.rows.iter().map(|moments| moments.means()).collect()
}

fn net(row: &Row) -> f64 {
    row.get(Column::Contribution) - row.get(Column::Programme)
}

fn lost(periods: &[Row]) -> Lost {
    let sum = |column| periods.iter().map(|row| row.get(column)).sum();
    Lost {
        natural: sum(Column::LostNatural),
        by_outcome: [Column::LostSilent, Column::LostUnresolved, Column::LostResolved, Column::LostQuick].map(sum),
        word_of_mouth: sum(Column::LostWordOfMouth),
    }
}

fn share(numbers: impl Iterator<Item = f64>, hit: impl Fn(f64) -> bool) -> f64 {
    let (mut hits, mut all) = (0.0, 0.0);
    for x in numbers {
        all += 1.0;
        hits += f64::from(u8::from(hit(x)));
    }
    if all > 0.0 { hits / all } else { 0.0 }
}

/// Variance of the difference of two strategies with separate draws, over that with the draws they share.
fn variance_reduction(a: &[Record], b: &[Record]) -> Option<f64> {
    let variance = |records: &[Record]| records.iter().map(Record::npv).collect::<Moments>().variance();
    let shared: Moments = subtract(b, a).map(|record| record.npv()).collect();
    let separate = variance(a) + variance(b);
    // What rounding leaves of a difference that does not vary is no variance.
    (shared.variance() > 1e-18 * separate).then(|| separate / shared.variance())
}

/// By strategy: the share of parameter draws in which none has a higher expected NPV; ties share.
fn probabilities_of_best(strategies: &[StrategyResults]) -> Vec<f64> {
    let records: Vec<&[Record]> = strategies.iter().map(|s| &s.expected.records[..]).collect();
    shares_of_best(&npv_of(&records))
}

/// By strategy, the NPV of every record; one that stands for all is repeated.
fn npv_of(strategies: &[&[Record]]) -> Vec<Vec<f64>> {
    let most = strategies.iter().map(|records| records.len()).max().unwrap_or(0);
    let npv = |records: &&[Record]| (0..most).map(|i| records[i.min(records.len() - 1)].npv()).collect();
    strategies.iter().map(npv).collect()
}

/// How sure the first place of a scenario is; by strategy the records of all histories and of the expected
/// engine.
pub fn selection_of(strategies: &[(&[Record], &[Record])]) -> Selection {
    let histories: Vec<&[Record]> = strategies.iter().map(|(histories, _)| *histories).collect();
    selection(&npv_of(&histories), draws_of(strategies))
}

/// Parameter draws that differ; 1 where nothing is uncertain.
fn draws_of(strategies: &[(&[Record], &[Record])]) -> usize {
    strategies.iter().map(|(_, expected)| expected.len()).max().unwrap_or(1)
}
