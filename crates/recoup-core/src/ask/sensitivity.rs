//! Which inputs matter: tornado, and the share of variance that each uncertain input causes.

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::analysis::sensitivity::{
    OutputIndices, Sensitivity, SensitivityOptions, Shares, nothing_uncertain, one_at_a_time, sensitivity, with_draws,
};
use crate::analysis::sobol::Estimate;
use crate::ask::{Answer, Question, Subject, Unanswered};
use crate::input::refuse_contagion;
use crate::scenario::study::Scenario;

/// What matters in a scenario.
#[derive(Clone, Debug)]
pub struct Matters(pub Sensitivity);

impl Serialize for Matters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        as_json(&self.0).serialize(serializer)
    }
}

impl Question for SensitivityOptions {
    type Found = Matters;
    const COMMAND: &'static str = "sensitivity";

    /// Asks which inputs of the scenario matter.
    ///
    /// # Errors
    /// The scenario has nothing uncertain, the study spreads by contagion, or a stop.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Matters>, Unanswered> {
        refuse_contagion(subject.study())?;
        let scenario = subject.scenario();
        check_uncertain(scenario)?;
        // These methods draw for themselves, whatever the settings of the study say.
        let study = with_draws(subject.study());
        let subject = &Subject { study: &study, ..*subject };
        let found = sensitivity(&study, subject.scenario(), self, subject.progress)?;
        let pair = [[found.contender, 0]];
        let caution = if scenario.strategies.len() > 1 { subject.gap_caution(&pair)? } else { None };
        subject.answer(Matters(found), caution.into_iter().collect())
    }
}

/// What does each uncertain input do alone? The tornado of [`SensitivityOptions`] without its indices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TornadoQuestion;

/// Parameter draws over which the strategies are compared before one input is moved at a time.
const COMPARING: u64 = 100;

impl Question for TornadoQuestion {
    type Found = Matters;
    const COMMAND: &'static str = "sensitivity";

    /// Asks it.
    ///
    /// # Errors
    /// The scenario has nothing uncertain, the study spreads by contagion, or a stop.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Matters>, Unanswered> {
        let scenario = subject.scenario();
        let evaluator = subject.evaluator()?;
        check_uncertain(scenario)?;
        let records = evaluator.records_at(&evaluator.draws(subject.draws(COMPARING)));
        let mean = |i: usize| records.iter().map(|draw| draw[i].npv()).sum::<f64>() / records.len() as f64;
        let means: Vec<f64> = (0..evaluator.strategies()).map(mean).collect();
        let found = one_at_a_time(subject.study(), scenario, &evaluator, &means, subject.progress)?;
        subject.answer(Matters(found), Vec::new())
    }
}

/// Refuses a scenario in which nothing is uncertain.
fn check_uncertain(scenario: &Scenario) -> Result<(), Unanswered> {
    if scenario.strategies.iter().all(|s| s.parameters.uncertain.is_empty()) {
        return Err(nothing_uncertain().into());
    }
    Ok(())
}

fn as_json(found: &Sensitivity) -> Value {
    let name = |s: usize| &*found.strategies[s];
    let npv = |npv: &[f64]| -> Value {
        Value::Object(npv.iter().enumerate().map(|(s, x)| (name(s).to_string(), json!(x))).collect())
    };
    let tornado = found.tornado.iter().map(|bar| {
        let end = |end: &crate::analysis::tornado::End| json!({ "value": end.value, "npv": npv(&end.npv) });
        let flips = bar.bar.flips.iter().map(|flip| json!({ "value": flip.value, "best": name(flip.to) }));
        json!({
            "key": bar.key.to_string(),
            "point": bar.point,
            "low": end(&bar.bar.low),
            "high": end(&bar.bar.high),
            "flips": flips.collect::<Vec<_>>(),
        })
    });
    let mut value = json!({
        "strategies": found.strategies.iter().map(|s| &**s).collect::<Vec<_>>(),
        "best": name(found.best),
        "contender": name(found.contender),
        "reference": name(0),
        "point_values": { "best": name(found.best_at_point), "npv": npv(&found.point) },
        "tornado": tornado.collect::<Vec<_>>(),
        "rows": found.rows,
        "evaluations": found.evaluations,
    });
    let factors = |index: &dyn Fn(usize) -> Value| -> Value {
        found
            .factors
            .iter()
            .enumerate()
            .map(|(f, factor)| {
                let mut value = index(f);
                value["factor"] = json!(factor.name);
                value
            })
            .collect()
    };
    match &found.shares {
        Shares::Sobol(all) => {
            value["sobol"] = each(found, all, &|output| {
                let indices = &output.indices;
                let of = |f: usize| json!({ "first": estimate(indices.first[f]), "total": estimate(indices.total[f]) });
                json!({ "variance": indices.variance, "indices": factors(&of) })
            });
        }
        Shares::Morris(all) => {
            value["morris"] = each(found, all, &|output| {
                let of = |f: usize| {
                    let effect = output.indices[f];
                    json!({ "mu_star": estimate(effect.absolute), "mu": effect.mean, "sigma": effect.sd })
                };
                json!({ "effects": factors(&of) })
            });
        }
    }
    value
}

/// An index never stands without its interval.
fn estimate(estimate: Estimate) -> Value {
    json!({
        "estimate": estimate.value, "p05": estimate.p05, "p95": estimate.p95,
        "distinguishable_from_0": estimate.is_distinguishable(),
    })
}

fn each<T>(found: &Sensitivity, all: &[OutputIndices<T>], of: &dyn Fn(&OutputIndices<T>) -> Value) -> Value {
    let output = |output: &OutputIndices<T>| {
        let mut value = of(output);
        value["output"] = json!(if output.is_difference { "npv_difference" } else { "npv" });
        value["strategy"] = json!(&*found.strategies[output.strategy]);
        value
    };
    all.iter().map(output).collect()
}
