//! The recovery paradox: three meanings, two measures, what switches each, and what it would cost to act on it.
//!
//! Everything is a closed form of the parameters, but for two things: the expected engine computes what failures cost, and all
//! engines simulate one failure to check the closed forms.

pub mod cause;
pub mod check;
pub mod conditions;
pub mod levers;
pub mod maps;
pub mod presets;
pub mod situation;
pub mod thresholds;
pub mod tree;

use serde::Serialize;

use crate::analysis::paradox::cause::{Caused, caused};
use crate::analysis::paradox::check::{Check, checks};
use crate::analysis::paradox::conditions::{Conditioned, conditioned};
use crate::analysis::paradox::levers::{BaseSweep, LeverRanking, base_sweeps, lever_rankings};
use crate::analysis::paradox::maps::{ParadoxMap, complaint_map, severity_map};
use crate::analysis::paradox::presets::{PresetView, preset_views};
use crate::analysis::paradox::situation::Situation;
use crate::analysis::paradox::thresholds::{Threshold, thresholds};
use crate::analysis::paradox::tree::{Meaning, Measure, is_above};
use crate::engine::evaluate::{Evaluator, each};
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{Scenario, Study};
use crate::stats::band::Band;

/// One meaning in one measure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Claim {
    /// The meaning.
    pub meaning: Meaning,
    /// The measure.
    pub measure: Measure,
    /// After the failure, at the point values.
    pub value: f64,
    /// Without one, at the point values.
    pub base: f64,
    /// Whether the value is above the base.
    pub holds: bool,
    /// Value less base over the study's draws.
    pub gap: Band,
    /// P(it holds): share of draws in which the value is above the base.
    pub probability: f64,
    /// In repurchase: the gap at the point values if satisfaction drove repurchase and does not, or the other way round.
    pub gap_otherwise: Option<f64>,
}

/// One kind of failure under one strategy, or all kinds as they are met.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Subject {
    /// Name of the failure; none for the mix of all.
    pub failure: Option<String>,
    /// Its severity; none for the mix.
    pub severity: Option<String>,
    /// Its share of all failures met.
    pub share: f64,
    /// The six claims: by measure, then by meaning.
    pub claims: Vec<Claim>,
    /// What switches them; empty for the mix.
    pub thresholds: Vec<Threshold>,
}

impl Subject {
    /// One of its claims.
    pub fn claim(&self, meaning: Meaning, measure: Measure) -> &Claim {
        &self.claims[3 * measure as usize + meaning as usize]
    }
}

/// One strategy.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StrategyParadox {
    /// Its name.
    pub strategy: String,
    /// Complaint rate, resolution and quick share of each kind, as the strategy has them at the start.
    pub dials: Vec<[f64; 3]>,
    /// Every kind, then the mix of all.
    pub subjects: Vec<Subject>,
}

impl StrategyParadox {
    /// The mix of all kinds.
    pub fn mix(&self) -> &Subject {
        &self.subjects[self.subjects.len() - 1]
    }
}

/// The paradox in one scenario of a study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Paradox {
    /// The scenario.
    pub scenario: String,
    /// Parameter draws behind every probability and interval.
    pub draws: usize,
    /// Whether satisfaction drives repurchase under the reference.
    pub driven: bool,
    /// By strategy, the reference first.
    pub strategies: Vec<StrategyParadox>,
    /// By strategy and kind: what more failures cost.
    pub caused: Vec<Caused>,
    /// By kind, under the reference.
    pub conditions: Vec<Conditioned>,
    /// By kind and measure, under the reference.
    pub levers: Vec<LeverRanking>,
    /// By kind, under the reference.
    pub bases: Vec<BaseSweep>,
    /// Severity across, recovery quality up, under the reference.
    pub severity_map: ParadoxMap,
    /// Complaint rate across, quick share up, under the reference: by kind.
    pub complaint_maps: Vec<ParadoxMap>,
    /// The shipped repurchase tables.
    pub presets: Vec<PresetView>,
    /// Closed forms against simulation, under the reference.
    pub checks: Vec<Check>,
}

impl Paradox {
    /// The number of the mildest kind: that which costs least satisfaction.
    pub fn mildest(&self) -> usize {
        let drop = |kind: &usize| self.severity_map.marks[*kind].x;
        (0..self.severity_map.marks.len()).min_by(|a, b| drop(a).total_cmp(&drop(b))).unwrap_or(0)
    }
}

/// The paradox in a scenario of a study, over the first `draws` parameter draws.
pub fn paradox(study: &Study, scenario: &Scenario, evaluator: &Evaluator<'_>, draws: u64) -> Paradox {
    let points = evaluator.draws(draws);
    let names: Vec<String> = scenario.strategies.iter().map(|strategy| strategy.name.to_string()).collect();
    let reference = scenario.strategies[0].parameters.with_point_values();
    let situation = Situation::of(&reference);
    evaluator.begins(2 * names.len() * points.len());
    let strategies = scenario.strategies.iter().enumerate().map(|(i, strategy)| {
        let at_points = each(points.len(), |draw| {
            if evaluator.is_stopped() {
                return situation.clone();
            }
            evaluator.advances();
            let mut parameters = evaluator.parameters_at(i, &points[draw]);
            parameters.apply_responses();
            Situation::of(&parameters)
        });
        of_strategy(&strategy.name, &strategy.parameters.with_point_values(), &at_points)
    });
    Paradox {
        scenario: scenario.name.to_string(),
        draws: points.len(),
        driven: reference.satisfaction.drives_repurchase,
        strategies: strategies.collect(),
        caused: caused(evaluator, &names, &points),
        conditions: conditioned(&reference, &situation),
        levers: lever_rankings(&reference, &situation),
        bases: base_sweeps(&reference, &situation),
        severity_map: severity_map(&reference, &situation),
        complaint_maps: (0..reference.failures.len()).map(|kind| complaint_map(&reference, &situation, kind)).collect(),
        presets: preset_views(),
        checks: if evaluator.is_stopped() { Vec::new() } else { checks(&reference, &situation, study.settings.seed) },
    }
}

fn of_strategy(name: &str, parameters: &Parameters, draws: &[Situation]) -> StrategyParadox {
    let situation = Situation::of(parameters);
    let mut other = parameters.clone();
    other.satisfaction.drives_repurchase = !parameters.satisfaction.drives_repurchase;
    let otherwise = Situation::of(&other);
    let all: f64 = situation.kinds.iter().map(|kind| kind.frequency).sum();
    let claims = |kind: Option<usize>| {
        let claim = |measure: Measure, meaning: Meaning| {
            let [value, base] = situation.claim(kind, meaning, measure);
            let gap = |situation: &Situation| {
                let [value, base] = situation.claim(kind, meaning, measure);
                value - base
            };
            let gaps: Vec<f64> = draws.iter().map(gap).collect();
            let holding = gaps.iter().filter(|&&gap| is_above(gap)).count();
            Claim {
                meaning,
                measure,
                value,
                base,
                holds: is_above(value - base),
                probability: holding as f64 / gaps.len().max(1) as f64,
                gap: Band::of(gaps),
                gap_otherwise: (measure == Measure::Repurchase).then(|| gap(&otherwise)),
            }
        };
        Measure::ALL.iter().flat_map(|&m| Meaning::ALL.iter().map(move |&meaning| claim(m, meaning))).collect()
    };
    let mut subjects: Vec<Subject> = Vec::new();
    for (k, (kind, failure)) in situation.kinds.iter().zip(&parameters.failures).enumerate() {
        subjects.push(Subject {
            failure: Some(failure.name.to_string()),
            severity: Some(parameters.severities[failure.severity].name.to_string()),
            share: if all > 0.0 { kind.frequency / all } else { 0.0 },
            claims: claims(Some(k)),
            thresholds: thresholds(parameters, failure, kind),
        });
    }
    subjects.push(Subject { failure: None, severity: None, share: 1.0, claims: claims(None), thresholds: Vec::new() });
    let dials = situation.kinds.iter().map(|kind| [kind.chances.complains, kind.chances.resolved, kind.chances.quick]);
    StrategyParadox { strategy: name.to_string(), dials: dials.collect(), subjects }
}
