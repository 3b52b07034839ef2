//! The checks behind [`cautions`](crate::analysis::cautions): one function for each.

use std::sync::Arc;

use crate::analysis::cautions::{Caution, Concern, GapRemedy};
use crate::analysis::decision::Decision;
use crate::analysis::gap::{Gap, LOOK, MANY, gaps, paired_simulations, widest};
use crate::analysis::oracle::oracle_gaps;
use crate::analysis::paradox::Paradox;
use crate::analysis::ranking::NOISE;
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::analysis::time_step::TimeStep;
use crate::engine::evaluate::expected_record;
use crate::engine::progress::{NoProgress, Progress};
use crate::engine::simulate::{Interrupted, ScenarioResults};
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{Scenario, Study};
use crate::units::period_number;

/// A strategy better than another in fewer draws than this share is not distinguished from it ...
const APART: f64 = 0.60;
/// ... unless there is little to lose: choosing now costs less than this share of what the best gains over the reference ...
const LITTLE_OF_GAIN: f64 = 0.05;
/// ... or of its NPV.
const LITTLE_OF_NPV: f64 = 1e-4;
/// A pair whose difference has less variance with common random numbers by this factor is not made noisier by them.
const NOISIER: f64 = 0.9;

/// The caution about what the expected engine, which answers alone, misses in a scenario of few customers.
pub fn expected_alone(study: &Study, scenario: &Scenario, best: usize) -> Option<Caution> {
    let customers = scenario.strategies[0].parameters.point.market.customers;
    if study.has_chance() || study.has_contagion() || scenario.strategies.len() < 2 || customers > MANY {
        return None;
    }
    let found = gaps(&paired_simulations(study, scenario, [LOOK, 1], &NoProgress).ok()?);
    let s = widest(&found, best)?;
    let concern = gap_concern(scenario, [s, 0], &found[s], LOOK, GapRemedy::ExpectedAlone);
    Some(concern.in_scenario(study, scenario))
}

/// The caution about what the expected engine, whose answer stands uncorrected, misses of the difference between two
/// strategies, each of `pairs` the one asked about and what it is compared with: the widest, where one matters. By [`LOOK`]
/// simulations, a fraction of a second.
///
/// # Errors
/// A stop was requested.
pub fn uncorrected(
    study: &Study,
    scenario: &Scenario,
    pairs: &[[usize; 2]],
    progress: &dyn Progress,
) -> Result<Option<Caution>, Interrupted> {
    let simulated = paired_simulations(study, scenario, [LOOK, 1], progress)?;
    let gaps = pairs.iter().filter(|[of, against]| of != against);
    let gaps = gaps.map(|&[of, against]| ([of, against], Gap::of(&simulated, of, against)));
    let matter = gaps.filter(|(_, gap)| gap.matters());
    let widest = matter.max_by(|a, b| a.1.missed.abs().total_cmp(&b.1.missed.abs()));
    Ok(widest.map(|(pair, gap)| gap_concern(scenario, pair, &gap, LOOK, GapRemedy::Uncorrected).anywhere()))
}

/// The cautions about what a study's paradox rests on.
pub fn of_paradox(scenario: &Scenario, found: &Paradox) -> Vec<Caution> {
    let off = found.checks.iter().filter(|check| !check.agrees()).map(|check| {
        let measure = format!("{}, {}", check.measure.name(), check.cohort);
        Concern::Disagreement { failure: check.failure.to_string(), measure }
    });
    // On the log-odds nothing moves a base loyalty of 1, so that no ending of a failure is worse or better than none.
    let parameters = scenario.strategies[0].parameters.with_point_values();
    let loyal = parameters.segments.iter().filter(|segment| segment.share > 0.0 && segment.base_loyalty >= 1.0);
    let segments: Vec<String> = loyal.map(|segment| segment.name.to_string()).collect();
    let forever = (!segments.is_empty()).then_some(Concern::ForeverLoyal { segments });
    off.chain(forever).map(Concern::anywhere).collect()
}

/// What the expected engine misses of the difference between two strategies, `simulations` of which were made.
pub fn gap_concern(
    scenario: &Scenario,
    [of, against]: [usize; 2],
    gap: &Gap,
    simulations: u64,
    remedy: GapRemedy,
) -> Concern {
    let [name, against] = [of, against].map(|s| scenario.strategies[s].name.clone());
    Concern::Gap { name, against, gap: *gap, simulations, remedy }
}

/// What the cautions of a scenario are derived from.
struct Reading<'a> {
    study: &'a Study,
    scenario: &'a Scenario,
    results: &'a ScenarioResults,
    comparison: &'a Comparison,
}

/// The cautions of one scenario; `decision` is what its inputs leave open, where they do.
pub fn cautions(
    study: &Study,
    scenario: &Scenario,
    results: &ScenarioResults,
    comparison: &Comparison,
    decision: Option<&Decision>,
    time_step: Option<&TimeStep>,
) -> Vec<Caution> {
    let reading = Reading { study, scenario, results, comparison };
    let mut found = reading.identical();
    found.extend(decision.and_then(|decision| reading.close(decision)));
    found.extend(reading.noise());
    found.extend(reading.noisier());
    found.extend(time_step.and_then(|step| reading.time_step(step)));
    found.extend(reading.overload());
    if study.has_individuality() && !study.has_contagion() {
        found.push(Concern::Individuals);
    }
    found.extend(reading.chance_as_knowledge());
    found.extend(reading.population_paradox());
    found.extend(reading.gap());
    found.into_iter().map(|concern| concern.in_scenario(study, scenario)).collect()
}

impl Reading<'_> {
    fn best(&self) -> usize {
        self.comparison.best()
    }

    fn strategies(&self) -> &[StrategySummary] {
        &self.comparison.strategies
    }

    fn name(&self, strategy: usize) -> Arc<str> {
        self.strategies()[strategy].name.clone()
    }

    fn identical(&self) -> Vec<Concern> {
        let earlier = |s: usize| self.comparison.equals(s).first().copied().filter(|first| *first < s);
        let pairs = (1..self.strategies().len()).filter_map(|second| Some((earlier(second)?, second)));
        pairs.map(|(a, b)| Concern::Identical { first: self.name(a), second: self.name(b) }).collect()
    }

    /// The best strategy and the one that beats it most often, where choosing now may cost something.
    fn close(&self, decision: &Decision) -> Option<Concern> {
        let (best, strategies) = (self.best(), self.strategies());
        let equals = self.comparison.equals(best);
        let share = |rival: usize| {
            let pair =
                decision.pairs.iter().find(|pair| [pair.first, pair.second].iter().all(|s| [best, rival].contains(s)));
            pair.map(|pair| if pair.first == best { pair.p_first } else { 1.0 - pair.p_first })
        };
        let rivals = (0..strategies.len()).filter(|rival| *rival != best && !equals.contains(rival));
        let shares = rivals.filter_map(|rival| Some((rival, share(rival)?)));
        let (rival, share) = shares.min_by(|a, b| a.1.total_cmp(&b.1))?;
        let loss = decision.perfect.value;
        let gain = strategies[best].difference.npv.mean;
        let is_little = loss <= LITTLE_OF_GAIN * gain || loss <= LITTLE_OF_NPV * strategies[best].worth.npv.mean.abs();
        (share < APART && !is_little).then(|| Concern::Close {
            first: self.name(best),
            second: self.name(rival),
            share,
            loss,
        })
    }

    /// Monte Carlo noise that drives a result.
    fn noise(&self) -> Vec<Concern> {
        let best = self.best();
        let first = !self.study.is_uncertain() && self.strategies()[best].p_best < 0.5;
        let mut found: Vec<Concern> =
            first.then(|| Concern::NoisyFirst { name: self.name(best) }).into_iter().collect();
        let noisy = self.strategies()[1..].iter().filter(|summary| {
            let error = summary.difference_standard_error;
            error > 0.0 && summary.difference.npv.mean.abs() < NOISE * error
        });
        found.extend(noisy.map(|summary| Concern::NoisySign {
            name: summary.name.clone(),
            difference: summary.difference.npv.mean,
            standard_error: summary.difference_standard_error,
        }));
        found
    }

    fn noisier(&self) -> Vec<Concern> {
        let pairs = self.comparison.pairs.iter();
        let noisier = pairs.filter_map(|pair| {
            let reduction = pair.variance_reduction.filter(|factor| *factor < NOISIER)?;
            let [first, second] = pair.strategies.map(|s| self.name(s));
            Some(Concern::Noisier { first, second, factor: 1.0 / reduction })
        });
        noisier.collect()
    }

    /// Periods that are too long for the best strategy against the reference or the second.
    fn time_step(&self, step: &TimeStep) -> Option<Concern> {
        let best = self.best();
        let others = (0..self.strategies().len()).filter(|&s| s != best);
        let second = others.max_by(|&a, &b| step.npv[a].total_cmp(&step.npv[b]));
        let rivals = [(best > 0).then_some(0), second].into_iter().flatten();
        let rival = rivals.filter(|&rival| rival != best).find(|&rival| step.matters(best, rival))?;
        Some(Concern::TimeStep {
            first: self.name(best),
            second: self.name(rival),
            difference: step.npv[best] - step.npv[rival],
            halved: step.halved[best] - step.halved[rival],
        })
    }

    fn overload(&self) -> Vec<Concern> {
        let overloaded = self.strategies().iter().filter_map(|summary| {
            let first = summary.overloaded().next()?;
            let periods = summary.overloaded().count();
            Some(Concern::Overload { name: summary.name.clone(), first: period_number(first), periods })
        });
        overloaded.collect()
    }

    fn chance_as_knowledge(&self) -> Option<Concern> {
        let by = self.comparison.by_simulations.as_ref().filter(|by| by.evpi_uncorrected > 1.1 * by.evpi)?;
        Some(Concern::ChanceAsKnowledge { seeming: by.evpi_uncorrected, worth: by.evpi })
    }

    /// Failures of which one more would pay.
    fn population_paradox(&self) -> Vec<Concern> {
        let mut found = Vec::new();
        if self.study.has_contagion() {
            return found;
        }
        for (strategy, summary) in self.scenario.strategies.iter().zip(self.strategies()) {
            let parameters = strategy.parameters.with_point_values();
            let npv = npv(&parameters);
            for k in (0..parameters.failures.len()).filter(|&k| parameters.failures[k].rate_in_force(1.0) > 0.0) {
                if self::npv(&with_more_failures(&parameters, k)) > npv {
                    let failure = parameters.failures[k].name.clone();
                    found.push(Concern::PopulationParadox { failure, name: summary.name.clone() });
                }
            }
        }
        found
    }

    /// A difference that simulations and the expected engine do not share, of the best strategy rather than of others; or
    /// else a column.
    fn gap(&self) -> Vec<Concern> {
        let gaps: Vec<Gap> = self.strategies().iter().map(|summary| summary.gap).collect();
        if let Some(s) = widest(&gaps, self.best()) {
            let simulations = self.results.strategies[s].simulations.records.len() as u64;
            return vec![gap_concern(self.scenario, [s, 0], &gaps[s], simulations, GapRemedy::Corrected)];
        }
        if self.study.has_individuality() {
            return Vec::new();
        }
        let strategies = self.strategies().iter().zip(&self.results.strategies);
        let columns = strategies.filter_map(|(summary, result)| {
            let worst = oracle_gaps(result).into_iter().max_by(|a, b| a.z.abs().total_cmp(&b.z.abs()))?;
            let is_material = (worst.simulated - worst.expected).abs() > 0.02 * worst.expected.abs();
            (worst.z.abs() > 5.0 && is_material).then(|| Concern::Column {
                period: period_number(worst.period as usize),
                column: worst.column,
                name: summary.name.clone(),
                simulated: worst.simulated,
                expected: worst.expected,
            })
        });
        columns.collect()
    }
}

/// The parameters with a thousandth more failures of one kind, before and after the strategy starts.
fn with_more_failures(parameters: &Parameters, kind: usize) -> Parameters {
    let mut worse = parameters.clone();
    worse.failures[kind].scale_incidence(1.001);
    if let Some(before) = worse.before.as_mut().map(Arc::make_mut) {
        let same = before.failures.iter_mut().find(|failure| failure.name == parameters.failures[kind].name);
        if let Some(failure) = same {
            failure.scale_incidence(1.001);
        }
    }
    worse
}

fn npv(parameters: &Parameters) -> f64 {
    expected_record(parameters).npv()
}
