//! What a reader should be told about a result before they act on it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::decision::Decision;
use crate::analysis::gap::{Gap, LOOK, MANY, gaps, paired_simulations, widest};
use crate::analysis::oracle::oracle_gaps;
use crate::analysis::paradox::Paradox;
use crate::analysis::ranking::NOISE;
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::analysis::time_step::TimeStep;
use crate::diagnostic::Level;
use crate::engine::evaluate::expected_record;
use crate::engine::progress::{NoProgress, Progress};
use crate::engine::simulate::{Interrupted, ScenarioResults};
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{Scenario, Study};
use crate::units::period_number;

/// The range of returns published for service recovery: 30 to 150 %.
pub const PUBLISHED_ROI: [f64; 2] = [0.30, 1.50];

/// A strategy better than another in fewer draws than this share cannot be told apart from it ...
const APART: f64 = 0.60;
/// ... unless there is little to lose: choosing now costs less than this share of what the best gains over the reference ...
const LITTLE_OF_GAIN: f64 = 0.05;
/// ... or of its NPV.
const LITTLE_OF_NPV: f64 = 1e-4;
/// A pair whose difference has less variance with common random numbers by this factor is not made noisier by them.
const NOISIER: f64 = 0.9;

/// Something that a reader should know about a result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Caution {
    /// The scenario that it is about; `None` where the study has one.
    pub scenario: Option<Arc<str>>,
    /// What it is.
    pub concern: Concern,
}

/// What a caution is about. Amounts are NPV in the study's currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Concern {
    /// Two strategies come to the same.
    Identical {
        /// The first in the file.
        first: Arc<str>,
        /// The other.
        second: Arc<str>,
    },
    /// What is known does not tell the best strategy from another.
    Close {
        /// The best.
        first: Arc<str>,
        /// The one that beats it most often.
        second: Arc<str>,
        /// Share of draws in which the best is the better one.
        share: f64,
        /// Expected loss of choosing now.
        loss: f64,
    },
    /// The best strategy by simulations is another than by expectation.
    NoisyFirst {
        /// The best by simulations.
        name: Arc<str>,
    },
    /// The sign of a difference to the reference is noise.
    NoisySign {
        /// The strategy.
        name: Arc<str>,
        /// Its mean NPV difference.
        difference: f64,
        /// Standard error of that.
        standard_error: f64,
    },
    /// Common random numbers make a difference noisier.
    Noisier {
        /// One of the strategies.
        first: Arc<str>,
        /// The other.
        second: Arc<str>,
        /// Variance with common random numbers over that without.
        factor: f64,
    },
    /// The answer hangs on the length of a period.
    TimeStep {
        /// The best strategy.
        first: Arc<str>,
        /// The one it is compared with.
        second: Arc<str>,
        /// NPV difference at the point values.
        difference: f64,
        /// The same in periods of half the length.
        halved: f64,
    },
    /// A desk has more work than it can do.
    Overload {
        /// The strategy.
        name: Arc<str>,
        /// First such period, counted from 1.
        first: u64,
        /// How many there are.
        periods: usize,
    },
    /// The expected engine leaves out what agents know.
    Individuals,
    /// Chance among customers taken for knowledge.
    ChanceAsKnowledge {
        /// EVPI by plain means of simulations.
        seeming: f64,
        /// EVPI with chance taken out.
        worth: f64,
    },
    /// One more failure would pay.
    PopulationParadox {
        /// The kind of failure.
        failure: Arc<str>,
        /// The strategy.
        name: Arc<str>,
    },
    /// The expected engine misses part of a difference.
    Gap {
        /// The strategy.
        name: Arc<str>,
        /// What it is compared with.
        against: Arc<str>,
        /// Simulated, and what is missed of it.
        gap: Gap,
        /// Simulations behind it.
        simulations: u64,
        /// What became of it in the answer.
        remedy: GapRemedy,
    },
    /// A column of the simulations is not the expected one.
    Column {
        /// Name of the column.
        column: String,
        /// The strategy.
        name: Arc<str>,
        /// Simulated mean.
        simulated: f64,
        /// Expected mean.
        expected: f64,
        /// Period, counted from 1.
        period: u64,
    },
    /// A lever that nothing is paid for.
    FreeLever {
        /// Its key.
        key: String,
    },
    /// Closed form and simulation of the paradox disagree.
    Disagreement {
        /// The kind of failure.
        failure: String,
        /// What is measured, and of whom.
        measure: String,
    },
    /// Base loyalty is 1 in some segments: the paradox in repurchase has nothing to tell.
    ForeverLoyal {
        /// Their names.
        segments: Vec<String>,
    },
}

/// What becomes of the gap between simulations and expectation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GapRemedy {
    /// The decision analysis is corrected by it.
    Corrected,
    /// The answer is the expected engine's.
    Uncorrected,
    /// The whole run is the expected engine's.
    ExpectedAlone,
}

impl Concern {
    /// The code, listed in `docs/diagnostics.md`.
    pub fn code(&self) -> &'static str {
        match self {
            Concern::Close { .. } => "A001",
            Concern::NoisyFirst { .. } | Concern::NoisySign { .. } => "A002",
            Concern::PopulationParadox { .. } => "A003",
            Concern::Gap { .. } | Concern::Column { .. } => "A004",
            Concern::ChanceAsKnowledge { .. } => "A006",
            Concern::Individuals => "A008",
            Concern::Noisier { .. } => "A009",
            Concern::Identical { .. } => "A010",
            Concern::TimeStep { .. } => "A011",
            Concern::Overload { .. } => "A012",
            Concern::Disagreement { .. } => "A020",
            Concern::ForeverLoyal { .. } => "A021",
            Concern::FreeLever { .. } => "W004",
        }
    }

    /// How grave it is.
    pub fn level(&self) -> Level {
        match self {
            Concern::Individuals | Concern::ChanceAsKnowledge { .. } | Concern::Column { .. } => Level::Note,
            _ => Level::Warning,
        }
    }

    /// The caution about it in a scenario of a study.
    pub fn in_scenario(self, study: &Study, scenario: &Scenario) -> Caution {
        let several = study.scenarios.len() > 1;
        Caution { scenario: several.then(|| scenario.name.clone()), concern: self }
    }

    /// The caution about it where one scenario is asked about.
    pub fn anywhere(self) -> Caution {
        Caution { scenario: None, concern: self }
    }
}

impl Caution {
    /// Whether the author of the study knows it: its code is in `allow`.
    pub fn is_allowed(&self, study: &Study) -> bool {
        study.allow.iter().any(|code| code == self.concern.code())
    }
}

/// Why a return lies outside the published range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum UnusualReturn {
    /// Customers are kept at a cost above what they bring.
    TooDear {
        /// Mean number of customers kept.
        kept: f64,
    },
    /// No customers are kept.
    KeepsNone,
    /// The customers kept bring little more than the cost.
    Little {
        /// Mean number of customers kept.
        kept: f64,
    },
    /// Most of it is replacement cost saved.
    Replacement,
    /// The programme is cheap beside what is at stake.
    Cheap,
}

/// Why the ROI of a strategy lies outside [`PUBLISHED_ROI`]; `None` where it lies inside or where there is none.
pub fn unusual_return(summary: &StrategySummary) -> Option<UnusualReturn> {
    let roi = summary.roi.value?;
    let kept = summary.customers_kept.mean;
    if roi < PUBLISHED_ROI[0] {
        let loses = summary.difference.npv.mean < 0.0;
        Some(match kept > 0.0 {
            true if loses => UnusualReturn::TooDear { kept },
            true => UnusualReturn::Little { kept },
            false => UnusualReturn::KeepsNone,
        })
    } else if roi > PUBLISHED_ROI[1] {
        let saved = -summary.account_differences[2];
        let replaces = saved > 0.5 * summary.difference.contribution.mean;
        Some(if replaces { UnusualReturn::Replacement } else { UnusualReturn::Cheap })
    } else {
        None
    }
}

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
/// Somebody asked to stop.
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

/// What the cautions of a scenario are read from.
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
        let earlier = |twin: usize| self.comparison.equals(twin).first().copied().filter(|first| *first < twin);
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
        let by = self.comparison.by_histories.as_ref().filter(|by| by.evpi_uncorrected > 1.1 * by.evpi)?;
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
            let simulations = self.results.strategies[s].histories.records.len() as u64;
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

/// A case with a thousandth more failures of one kind, before and after the strategy starts.
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
