//! Strategies against the reference, in one scenario: every figure of `docs/model.md`, section 8.

use crate::analysis::cash::CashFlow;
use crate::analysis::error_budget::ErrorBudget;
use crate::analysis::gap::{Correction, Gap, Residuals, Shifted, is_simulated_only, p_beats_independently};
use crate::analysis::means::{Controlled, Means};
use crate::analysis::noisy::{by_simulations, shares_of_best};
use crate::analysis::paired::{Differences, Numbers, Stretched, extra_cost, numbers, subtract};
use crate::analysis::ranking::places;
use crate::analysis::rates_of_return::{CashStream, internal_rate_of_return, payback_period};
use crate::analysis::selection::{Selection, selection};
use crate::analysis::summary::{
    Comparison, ControlledMeans, Lost, Pair, Ratio, SegmentSummary, StrategySummary, Worth,
};
use crate::engine::records::Record;
use crate::engine::records::{RecordSeries, Records};
use crate::engine::simulate::{ScenarioRecords, ScenarioResults, StrategyResults};
use crate::engine::tally::Tally;
use crate::model::money::{ACCOUNTS, Account};
use crate::model::row::{Column, Row};
use crate::scenario::study::{Scenario, Strategy};
use crate::stats::band::{Band, mean};
use crate::stats::moments::Moments;
use crate::stats::series::{Series, quantiles};

/// Compares the strategies of a scenario.
pub fn compare(scenario: &Scenario, results: &ScenarioResults) -> Comparison {
    let reference = &results.strategies[0];
    let correction = Correction::of(scenario, results);
    let p_best = probabilities_of_best(&results.strategies, correction.as_ref());
    let is_simulated_only = is_simulated_only(scenario);
    let reference_residuals = Residuals::of(reference);
    let reference_periods = mean_rows(&reference.simulations);
    let reference_lost = lost(&reference_periods);
    let horizon = &scenario.strategies[0].parameters.point.horizon;
    let all_records = results.records();
    let means = Means::of(&all_records);
    let summaries = scenario.strategies.iter().zip(&results.strategies).enumerate().map(|(i, (strategy, result))| {
        let periods = mean_rows(&result.simulations);
        let differences = differences(&result.simulations, &reference.simulations);
        let lost = lost(&periods);
        let both = || periods.iter().zip(&reference_periods).enumerate();
        let discounted: Vec<f64> =
            both().map(|(t, (a, b))| a.worth(horizon, t as u32) - b.worth(horizon, t as u32)).collect();
        let stream = CashStream {
            cash: both().map(|(_, (a, b))| a.cash() - b.cash()).collect(),
            at_start: both().map(|(_, (a, b))| b.get(Column::Setup) - a.get(Column::Setup)).collect(),
            delta: horizon.cash.delta(),
            per_year: horizon.per_year(),
        };
        let starts = strategy.parameters.point.timing.starts;
        let expected = self::differences(&result.expected, &reference.expected);
        let own_residuals = Residuals::of(result);
        let residuals = Differences { strategy: &own_residuals, reference: &reference_residuals };
        let [of_all, of_expected] = [&differences, &expected].map(|records| numbers(records, Record::npv));
        let mut error_budget = match is_simulated_only {
            true => ErrorBudget::unsplit(&of_all),
            false => ErrorBudget::of(&of_all, &of_expected, &numbers(&residuals, Record::npv)),
        };
        if means.are_special() {
            error_budget.standard_error = means.difference(i, 0, Record::npv).standard_error;
        }
        let (mut worth, mut difference) = (worth(&result.simulations.records), worth(&differences));
        let mut roi = ratio_of(&differences, |contribution, extra| (contribution - extra) / extra);
        let mut benefit_cost_ratio = ratio_of(&differences, |contribution, extra| contribution / extra);
        let control = means.control_of_npv(i).zip(means.control_of_difference(i)).map(|(npv, less)| ControlledMeans {
            npv: Controlled { simulated: worth.npv.mean, ..npv },
            difference: Controlled { simulated: difference.npv.mean, ..less },
        });
        if control.is_some() {
            let mean = |part| means.mean(i, part).mean;
            let difference_of = |part| means.difference(i, 0, part).mean;
            worth = with_means(worth, &mean);
            difference = with_means(difference, &difference_of);
            let cost = |s: usize| means.mean(s, |r| r.programme).mean;
            let extra = extra_cost(cost(i), cost(0));
            let contribution = difference.contribution.mean;
            roi.value = (extra > 0.0).then(|| (contribution - extra) / extra);
            benefit_cost_ratio.value = (extra > 0.0).then(|| contribution / extra);
        }
        let accounts = Account::ALL.map(|account| result.simulations.account(account));
        let mut account_differences = [0.0; ACCOUNTS];
        for (i, difference) in account_differences.iter_mut().enumerate() {
            *difference = accounts[i] - reference.simulations.account(Account::ALL[i]);
        }
        let is_reference = i == 0;
        StrategySummary {
            name: strategy.name.clone(),
            worth,
            difference,
            control,
            variance_reduction: (i > 0)
                .then(|| variance_reduction(&reference.simulations.records, &result.simulations.records))
                .flatten(),
            difference_standard_error: error_budget.standard_error,
            knowledge_share: error_budget.knowledge_share(),
            error_budget,
            roi,
            benefit_cost_ratio,
            payback_period: if is_reference { None } else { payback_period(&discounted, starts) },
            irr: if is_reference { None } else { internal_rate_of_return(&stream) },
            p_best: p_best[i],
            gap: Gap::of(results, i, 0),
            p_beats_independently: match is_reference || is_simulated_only {
                true => None,
                false => p_beats_independently(results, i, 0),
            },
            p_beats_reference: share(numbers(&differences, Record::npv).numbers(), |npv| npv > 0.0),
            customers_kept: Band::of_series(&numbers(&differences, |r| 0.0 - r.lost)),
            lost_difference: lost.less(&reference_lost),
            lost,
            lost_yearly_margin: result.simulations.lost_yearly_margin.mean(),
            accounts,
            account_differences,
            segments: segments(strategy, &result.simulations),
            time_step: None,
            starts,
            periods,
            cash: CashFlow::of(&result.simulations),
            discounted_difference: discounted,
        }
    });
    let pairs = (0..results.strategies.len()).flat_map(|a| (a + 1..results.strategies.len()).map(move |b| [a, b]));
    let pair = |strategies: [usize; 2]| {
        let [a, b] = strategies.map(|i| &results.strategies[i].simulations.records);
        Pair { strategies, variance_reduction: variance_reduction(a, b) }
    };
    let strategies = summaries.collect();
    let records: Vec<(&Records, &Records)> =
        results.strategies.iter().map(|s| (&s.simulations.records, &s.expected.records)).collect();
    let simulations: Vec<&Records> = records.iter().map(|(simulations, _)| *simulations).collect();
    Comparison {
        scenario: scenario.name.clone(),
        weight: scenario.weight,
        horizon: horizon.clone(),
        strategies,
        pairs: pairs.map(pair).collect(),
        selection: selection(&means, results.strategies.len()),
        further_draws: means.further_draws(),
        corrected_by: correction.map(|correction| correction.simulations),
        by_simulations: by_simulations(&npv_of(&each(&simulations)), draws_of(&records)),
    }
}

/// The same figures with other means: of NPV, contribution and programme cost, by the part of a record.
fn with_means(worth: Worth, mean: &dyn Fn(fn(&Record) -> f64) -> f64) -> Worth {
    let with = |band: Band, part: fn(&Record) -> f64| Band { mean: mean(part), ..band };
    Worth {
        npv: with(worth.npv, Record::npv),
        contribution: with(worth.contribution, |r| r.contribution),
        programme: with(worth.programme, |r| r.programme),
    }
}

/// Simulations of a strategy less the reference's, pair by pair.
fn differences<'a>(strategy: &'a Tally, reference: &'a Tally) -> Differences<'a, Records, Records> {
    Differences { strategy: &strategy.records, reference: &reference.records }
}

/// A ratio of extra contribution and extra programme cost.
fn ratio_of(differences: &Differences<'_, Records, Records>, ratio: fn(f64, f64) -> f64) -> Ratio {
    let contribution = mean(&numbers(differences, |r| r.contribution));
    let cost = |records: &Records| mean(&numbers(records, |r| r.programme));
    let extra = extra_cost(cost(differences.strategy), cost(differences.reference));
    let each = Existing { differences, ratio };
    let existing = each.count();
    Ratio {
        value: (extra > 0.0).then(|| ratio(contribution, extra)),
        interval: (existing > 0).then(|| quantiles(&each, [0.05, 0.50, 0.95])),
        share: existing as f64 / differences.count().max(1) as f64,
    }
}

/// The ratios of the pairs in which there is one.
struct Existing<'a> {
    differences: &'a Differences<'a, Records, Records>,
    ratio: fn(f64, f64) -> f64,
}

impl Series for Existing<'_> {
    fn count(&self) -> usize {
        self.numbers().count()
    }

    fn numbers(&self) -> impl Iterator<Item = f64> + '_ {
        let n = self.differences.count();
        let pairs = self.differences.strategy.stretched(n).zip(self.differences.reference.stretched(n));
        pairs.filter_map(|(own, reference)| {
            let extra = extra_cost(own.programme, reference.programme);
            (extra > 0.0).then(|| (self.ratio)(own.contribution - reference.contribution, extra))
        })
    }
}

fn worth(records: &impl RecordSeries) -> Worth {
    let band = |part| Band::of_series(&numbers(records, part));
    Worth { npv: band(Record::npv), contribution: band(|r| r.contribution), programme: band(|r| r.programme) }
}

fn segments(strategy: &Strategy, simulations: &Tally) -> Vec<SegmentSummary> {
    let named = strategy.parameters.point.segments.iter().zip(simulations.segments());
    named.map(|(segment, row)| SegmentSummary { name: segment.name.clone(), row }).collect()
}

fn mean_rows(tally: &Tally) -> Vec<Row> {
    tally.rows.iter().map(|moments| moments.means()).collect()
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
fn variance_reduction(a: &Records, b: &Records) -> Option<f64> {
    let variance = |records: &Records| records.iter().map(|record| record.npv()).collect::<Moments>().variance();
    let shared: Moments = subtract(b, a).map(|record| record.npv()).collect();
    let separate = variance(a) + variance(b);
    // What rounding leaves of a difference that does not vary is no variance.
    (shared.variance() > 1e-18 * separate).then(|| separate / shared.variance())
}

/// By strategy: the share of parameter draws in which none has a higher expected NPV; ties share.
fn probabilities_of_best(strategies: &[StrategyResults], correction: Option<&Correction>) -> Vec<f64> {
    let records: Vec<&Records> = strategies.iter().map(|s| &s.expected.records).collect();
    let records = each(&records);
    let npv = npv_of(&records);
    let Some(correction) = correction else { return shares_of_best(&npv) };
    let shifted = npv.iter().enumerate().map(|(s, series)| Shifted { series, by: correction.npv(s) });
    shares_of_best(&shifted.collect::<Vec<_>>())
}

/// By strategy, its records; one that stands for all is repeated.
fn each<'a>(strategies: &[&'a Records]) -> Vec<Stretched<'a>> {
    let count = strategies.iter().map(|records| records.len()).max().unwrap_or(0);
    strategies.iter().map(|records| Stretched { records, count }).collect()
}

/// By strategy, the NPV of every record.
fn npv_of<'a>(strategies: &'a [Stretched<'_>]) -> Vec<Numbers<'a, Stretched<'a>>> {
    strategies.iter().map(|records| numbers(records, Record::npv)).collect()
}

/// How sure the first place of a scenario is.
pub fn selection_of(records: &ScenarioRecords<'_>) -> Selection {
    selection(&Means::of(records), records.strategies.len())
}

/// The places of a scenario's strategies, the best first: see `places`.
pub fn places_of(results: &ScenarioResults) -> Vec<Vec<usize>> {
    places(&Means::of(&results.records()), results.strategies.len())
}

/// Parameter draws that differ; 1 where nothing is uncertain.
fn draws_of(strategies: &[(&Records, &Records)]) -> usize {
    strategies.iter().map(|(_, expected)| expected.len()).max().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use crate::analysis::compare::compare;
    use crate::analysis::summary::Comparison;
    use crate::engine::progress::NoProgress;
    use crate::engine::simulate::simulate;
    use crate::input::{Request, load};
    use crate::scenario::study::{Control, Sampling};
    use crate::stats::moments::Moments;

    fn compared(seed: u64, draws: u64, sampling: Sampling, control: Control) -> Comparison {
        let mut request = Request::builtin("tarp-major");
        request.draws = Some(draws);
        request.set = vec!["horizon.periods=12".to_string(), "study.engine=cohort".to_string()];
        let mut study = load(&request).expect("it is shipped").study;
        study.sweeps.clear();
        (study.settings.seed, study.settings.sampling, study.settings.control) = (seed, sampling, control);
        compare(&study.scenarios[0], &simulate(&study, &NoProgress).unwrap().scenarios[0])
    }

    #[test]
    fn control_moves_means_and_errors_and_nothing_else() {
        let [plain, controlled] =
            [Control::None, Control::Expected].map(|control| compared(1, 64, Sampling::Random, control));
        assert!(plain.further_draws.is_none() && controlled.further_draws.is_some_and(|draws| draws >= 64));
        for (a, b) in plain.strategies.iter().zip(&controlled.strategies).skip(1) {
            let control = b.control.unwrap();
            assert_eq!(control.difference.simulated, a.difference.npv.mean);
            let error = control.difference.simulated_standard_error;
            assert!((error / a.difference_standard_error - 1.0).abs() < 1e-9, "{error}");
            assert_eq!(control.difference.mean, b.difference.npv.mean);
            assert_eq!(control.difference.standard_error, b.difference_standard_error);
            assert_eq!(b.difference_standard_error, b.error_budget.standard_error);
            // Sums hold: NPV of its parts, and the difference of both NPVs.
            let (worth, difference) = (&b.worth, &b.difference);
            let apart = worth.npv.mean - controlled.strategies[0].worth.npv.mean;
            let scale = 1e-9 * worth.npv.mean.abs();
            assert!((worth.npv.mean - worth.contribution.mean + worth.programme.mean).abs() < scale);
            assert!((difference.npv.mean - apart).abs() < scale);
            if let Some(roi) = b.roi.value {
                assert!((roi - difference.npv.mean / difference.programme.mean).abs() < 1e-9 * roi.abs().max(1.0));
            }
            // What is left without the means is what it was.
            let quantiles = |band: &crate::stats::band::Band| [band.p05, band.p50, band.p95];
            assert_eq!(quantiles(&a.worth.npv), quantiles(&b.worth.npv));
            assert_eq!((a.p_best, a.roi.interval, &a.cash), (b.p_best, b.roi.interval, &b.cash));
        }
        let risk = |comparison: &Comparison| comparison.selection.risk.unwrap().probability_wrong;
        assert!(risk(&controlled) <= risk(&plain), "{} {}", risk(&controlled), risk(&plain));
    }

    #[test]
    fn means_scatter_over_seeds_as_their_errors_say() {
        // 30 seeds: the squares of standardised deviations from their mean are chi-squared with 29 degrees of freedom over 29,
        // but for the error of the errors: .4 and 2 are one in 1,000 on either side, and with errors by 8 scramblings the mean is
        // 7/5. Two kinds of draws, three differences.
        for (sampling, draws, most) in [(Sampling::Random, 32, 2.2), (Sampling::Joint, 64, 3.5)] {
            let [plain, controlled]: [Vec<Comparison>; 2] = [Control::None, Control::Expected]
                .map(|control| (1..=30).map(|seed| compared(seed, draws, sampling, control)).collect());
            for s in 1..4 {
                let means =
                    |of: &[Comparison]| of.iter().map(|c| c.strategies[s].difference.npv.mean).collect::<Moments>();
                let (all, simulated) = (means(&controlled), means(&plain));
                let squares: f64 = controlled
                    .iter()
                    .map(|c| {
                        ((c.strategies[s].difference.npv.mean - all.mean()) / c.strategies[s].difference_standard_error)
                            .powi(2)
                    })
                    .sum();
                assert!((0.35..most).contains(&(squares / 29.0)), "{sampling:?} {s}: {squares}");
                // Without bias: both means of 30 agree within four standard errors.
                let apart = (all.mean() - simulated.mean()).abs();
                assert!(apart < 4.0 * simulated.standard_error().hypot(all.standard_error()), "{all:?} {simulated:?}");
                let errors =
                    |of: &[Comparison]| of.iter().map(|c| c.strategies[s].difference_standard_error).sum::<f64>();
                let ratio = errors(&controlled) / errors(&plain);
                assert!(sampling == Sampling::Joint || ratio < 1.0, "{s}: {ratio}");
            }
        }
    }
}
