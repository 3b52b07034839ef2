//! Which strategy to choose in every scenario, and what more information is worth.

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::analysis::acceptability::{AcceptabilityCurve, AcceptabilityPoint};
use crate::analysis::caution_checks::gap_concern;
use crate::analysis::cautions::{Caution, GapRemedy};
use crate::analysis::decision::{Decision, DecisionOptions, Known, across, decide, refusals};
use crate::analysis::frontier::Standing;
use crate::analysis::gap::{CORRECTING, Correction, gaps, paired_simulations, widest};
use crate::analysis::information::{PartialValue, Value as Worth};
use crate::analysis::json::variants as variants_json;
use crate::analysis::scenarios::AcrossScenarios;
use crate::analysis::sensitivity::nothing_uncertain;
use crate::analysis::variants::{Variants, variants};
use crate::ask::{Answer, Question, Subject, Unanswered};
use crate::engine::progress::Progress;
use crate::engine::simulate::Interrupted;
use crate::input::refuse_contagion;
use crate::scenario::study::{Scenario, Study};

/// What to do, by scenario.
#[derive(Clone, Debug)]
pub struct Decided {
    /// Parameter draws.
    pub draws: u64,
    /// By scenario.
    pub decisions: Vec<Decision>,
    /// By strategy, over the scenarios.
    pub across: Vec<AcrossScenarios>,
    /// Whether the choice holds in other models, by scenario; none unless asked for.
    pub variants: Vec<Variants>,
}

impl Serialize for Decided {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut value = json!({
            "draws": self.draws,
            "scenarios": self.decisions.iter().map(decision).collect::<Vec<_>>(),
        });
        for (scenario, found) in self.variants.iter().enumerate() {
            value["scenarios"][scenario]["variants"] = variants_json(found);
        }
        if self.decisions.len() > 1 {
            let regret = |a: &AcrossScenarios| {
                json!({ "strategy": &*a.strategy, "regret": a.regret, "greatest_regret": a.greatest_regret,
                    "weighted_difference": a.weighted_difference })
            };
            value["across_scenarios"] = self.across.iter().map(regret).collect();
        }
        value.serialize(serializer)
    }
}

impl Question for DecisionOptions {
    type Found = Decided;
    const COMMAND: &'static str = "decide";

    /// Asks which strategy to choose, in every scenario of the subject's study.
    ///
    /// # Errors
    /// The study has one strategy or nothing uncertain, a group or survey names nothing that is uncertain, or a stop.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Decided>, Unanswered> {
        let (study, progress) = (subject.study(), subject.progress);
        refuse_contagion(study)?;
        let mut wrong = refusals(study, &study.scenarios[0], self);
        // Variants stand at the point values, and ask for no draws.
        if !study.is_uncertain() && !self.variants {
            let strategies = || study.scenarios.iter().flat_map(|scenario| &scenario.strategies);
            let is_spread = strategies().any(|strategy| !strategy.parameters.uncertain.is_empty());
            let help = "its uncertain numbers stand at their means: take more than one draw, with `--draws 2000`";
            wrong.push(if is_spread { nothing_uncertain().with_help(help) } else { nothing_uncertain() });
        }
        if !wrong.is_empty() {
            return Err(Unanswered::Refused(wrong));
        }
        let mut decisions = Vec::with_capacity(study.scenarios.len());
        let mut cautions = Vec::new();
        for scenario in &study.scenarios {
            let (decision, caution) = corrected(study, scenario, self, progress)?;
            decisions.push(decision);
            cautions.extend(caution);
        }
        let across = across(study, &decisions);
        let variants = match self.variants {
            true => study.scenarios.iter().map(variants).collect(),
            false => Vec::new(),
        };
        let draws = study.settings.draws;
        let answer = subject.answer(Decided { draws, decisions, across, variants }, cautions)?;
        Ok(answer.for_all_scenarios())
    }
}

/// What to do in one scenario, corrected by simulations for what the expected engine misses, where that matters; then with
/// the caution that says so.
fn corrected(
    study: &Study,
    scenario: &Scenario,
    options: &DecisionOptions,
    progress: &dyn Progress,
) -> Result<(Decision, Option<Caution>), Interrupted> {
    let draws = study.settings.draws.min(CORRECTING);
    let replicates = study.settings.replicates.min(CORRECTING / draws).max(1);
    let simulated = paired_simulations(study, scenario, [draws, replicates], progress)?;
    let correction = Correction::of(scenario, &simulated);
    let decision = decide(study, scenario, options, correction.as_ref(), progress)?;
    let found = gaps(&simulated);
    let caution = widest(&found, decision.best).map(|s| {
        let concern = gap_concern(scenario, [s, 0], &found[s], draws * replicates, GapRemedy::Corrected);
        concern.in_scenario(study, scenario)
    });
    Ok((decision, caution))
}

fn decision(found: &Decision) -> Value {
    let name = |s: usize| &*found.strategies[s].name;
    let strategies = found.strategies.iter().map(|s| {
        json!({
            "name": &*s.name, "npv": s.npv, "pv_contribution": s.contribution, "pv_programme": s.programme,
            "p_best": s.p_best, "expected_loss": s.expected_loss, "greatest_regret": s.greatest_regret,
            "cvar_5": s.cvar, "frontier": standing(found, s.standing),
        })
    });
    let pairs = found.pairs.iter().map(|pair| {
        json!({ "first": name(pair.first), "second": name(pair.second), "difference": pair.difference,
            "p_first_better": pair.p_first })
    });
    let known = |known: &Known| {
        let mut value = partial(&known.worth);
        value["name"] = json!(known.name);
        value["inputs"] = json!(known.inputs);
        value
    };
    let surveys = found.surveys.iter().map(|survey| {
        json!({
            "key": survey.key.to_string(), "customers": survey.worth.customers, "evsi": partial(&survey.worth.sample),
            "cost": survey.cost, "net": survey.cost.map(|cost| survey.worth.sample.value.value - cost),
            "sd_before": survey.worth.sd_before, "sd_after": survey.worth.sd_after,
        })
    });
    json!({
        "scenario": &*found.scenario,
        "corrected_by_simulations": found.corrected_by,
        "best": name(found.best),
        "least_greatest_regret": name(found.least_regret()),
        "strategies": strategies.collect::<Vec<_>>(),
        "pairs": pairs.collect::<Vec<_>>(),
        "acceptability": found.acceptability.iter().map(|curve| acceptability_json(found, curve)).collect::<Vec<_>>(),
        "evpi": worth(found.perfect),
        "evppi": found.inputs.iter().map(known).collect::<Vec<_>>(),
        "evppi_groups": found.groups.iter().map(known).collect::<Vec<_>>(),
        "surveys": surveys.collect::<Vec<_>>(),
    })
}

fn standing(found: &Decision, standing: Standing) -> Value {
    let name = |s: usize| &*found.strategies[s].name;
    match standing {
        Standing::Efficient { after, incremental_roi } => {
            json!({ "standing": "efficient", "after": after.map(name), "incremental_roi": incremental_roi })
        }
        Standing::Equal { to } => json!({ "standing": "equal", "to": name(to) }),
        Standing::Dominated { by } => json!({ "standing": "dominated", "by": [name(by)] }),
        Standing::ExtendedlyDominated { by } => {
            json!({ "standing": "extendedly_dominated", "by": by.map(name) })
        }
    }
}

fn worth(worth: Worth) -> Value {
    json!({ "value": worth.value, "standard_error": worth.standard_error })
}

fn partial(found: &PartialValue) -> Value {
    json!({
        "value": found.value.value, "standard_error": found.value.standard_error, "bias": found.bias,
        "r_squared": found.explained, "misfit": found.misfit, "coefficients": found.freedom,
    })
}

fn acceptability_json(found: &Decision, curve: &AcceptabilityCurve) -> Value {
    let point = |point: &AcceptabilityPoint| json!({ "x": point.x, "p_best": point.p_best, "best": &*found.strategies[point.best].name });
    json!({ "over": curve.over.name(), "points": curve.points.iter().map(point).collect::<Vec<_>>() })
}
