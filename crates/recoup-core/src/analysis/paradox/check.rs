//! The closed forms against simulation: everybody meets the failure once, and every engine counts what follows.

use serde::Serialize;

use crate::analysis::paradox::situation::Situation;
use crate::analysis::paradox::tree::{Meaning, Measure, Values};
use crate::engine::evaluate::each;
use crate::engine::one_failure::{Aftermath, Cohort, Trial, live_through};
use crate::model::loyalty::Conditions;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::EngineKind;
use crate::units::{KindIdx, Outcome};

/// Customers in a simulated trial.
pub const CUSTOMERS: f64 = 20_000.0;
/// A z beyond this is an alarm. Of normal numbers one in 500 million is; of a hundred comparisons of 20,000 customers fewer
/// than one in a million sets gives a false alarm.
pub const ALARM: f64 = 6.0;
/// The expected engine may be off by rounding.
pub(crate) const ROUNDING: f64 = 1e-9;

/// One figure, four ways.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Check {
    /// Name of the failure.
    pub failure: String,
    /// Whose figure: an outcome, `complainers` or `all`.
    #[serde(rename = "whose")]
    pub cohort: &'static str,
    /// What is counted: mean satisfaction, or the share that stays over one window.
    pub measure: Measure,
    /// The closed form.
    pub closed_form: f64,
    /// By the engines expected, cohort and agents.
    pub simulated: [f64; 3],
    /// Of cohort and agents, in standard errors.
    pub z: [f64; 2],
}

impl Check {
    /// Whether the engines agree with the closed form.
    pub fn agrees(&self) -> bool {
        (self.simulated[0] - self.closed_form).abs() < ROUNDING && self.z.iter().all(|z| z.abs() <= ALARM)
    }
}

/// Every kind of failure: four outcomes, complainers and all, in both measures.
pub fn checks(parameters: &Parameters, situation: &Situation, seed: u64) -> Vec<Check> {
    let mut asked = vec![(Cohort::Complainers, "complainers"), (Cohort::All, "all")];
    asked.extend(Outcome::ALL.map(|outcome| (Cohort::Ended(outcome), outcome.name())));
    let all: Vec<(usize, Cohort, &'static str)> = (0..parameters.failures.len())
        .flat_map(|kind| asked.iter().map(move |&(cohort, name)| (kind, cohort, name)))
        .collect();
    let found = each(all.len(), |i| {
        let (kind, cohort, name) = all[i];
        check(parameters, situation, kind, cohort, name, seed)
    });
    found.into_iter().flatten().collect()
}

fn check(
    parameters: &Parameters,
    situation: &Situation,
    kind: usize,
    cohort: Cohort,
    name: &'static str,
    seed: u64,
) -> [Check; 2] {
    let trial = Trial { kind: KindIdx(kind), cohort, failures: 1, service: situation.service };
    let run = |engine| live_through(parameters, &trial, engine, CUSTOMERS, seed, 0);
    let runs = EngineKind::ALL.map(run);
    // In the trial every customer fails, whatever they buy: segments weigh by their shares.
    let bases: Vec<(f64, f64)> = parameters.segments.iter().map(|s| (s.base_loyalty, s.share)).collect();
    Measure::ALL.map(|measure| {
        let values = Values::of(parameters, kind, measure, &bases, Conditions::default());
        let (closed_form, between) = closed_form(&values, situation, kind, cohort);
        let figure = |run: &Aftermath| match measure {
            Measure::Satisfaction => run.mean_satisfaction(),
            Measure::Repurchase => run.repurchase(),
        };
        let variance = match measure {
            Measure::Satisfaction => parameters.satisfaction.sd * parameters.satisfaction.sd + between,
            Measure::Repurchase => closed_form * (1.0 - closed_form),
        };
        let error = (variance / CUSTOMERS).max(0.0).sqrt();
        let z = |run: &Aftermath| {
            let off = figure(run) - closed_form;
            if off.abs() < ROUNDING { 0.0 } else { off / error }
        };
        Check {
            failure: parameters.failures[kind].name.to_string(),
            cohort: name,
            measure,
            closed_form,
            simulated: [0, 1, 2].map(|i: usize| figure(&runs[i])),
            z: [z(&runs[1]), z(&runs[2])],
        }
    })
}

/// The figure, and its variance between ways to end.
fn closed_form(values: &Values, situation: &Situation, kind: usize, cohort: Cohort) -> (f64, f64) {
    let chances = &situation.kinds[kind].chances;
    let (meaning, squares) = match cohort {
        Cohort::Ended(Outcome::Silent) => return (values.silent, 0.0),
        Cohort::Ended(outcome) => return (values.voiced[outcome as usize - 1], 0.0),
        Cohort::Complainers => (Meaning::Complainers, values.squared()),
        Cohort::All => (Meaning::Population, values.squared()),
    };
    let mean = values.after(meaning, chances);
    (mean, (squares.after(meaning, chances) - mean * mean).max(0.0))
}
