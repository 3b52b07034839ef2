//! What `recoup decide` writes: one JSON object, tables, acceptability curves.

use serde_json::{Value, json};

use crate::analysis::acceptability::AcceptabilityCurve;
use crate::analysis::decision::{Decision, Known};
use crate::analysis::frontier::Standing;
use crate::analysis::information::{PartialValue, Value as Worth};
use crate::analysis::json::variants as variants_json;
use crate::analysis::picture::frame;
use crate::analysis::scenarios::AcrossScenarios;
use crate::analysis::variants::Variants;
use crate::error::Error;
use crate::output::chart::{self, acceptability};
use crate::output::chart_file::write_chart;
use crate::output::folder::{Folder, file_name};
use crate::output::table::{Chunk, Values, write_table};
use crate::output::variant_chart::VARIANTS_CHART;
use crate::output::variant_chart::variant_rows;
use crate::scenario::study::Study;

/// All decisions as JSON, one a scenario.
pub fn decision_json(
    study: &Study,
    decisions: &[Decision],
    variants: &[Variants],
    across: &[AcrossScenarios],
) -> Value {
    let mut value = json!({
        "study": study.name,
        "currency": study.currency,
        "version": env!("CARGO_PKG_VERSION"),
        "seed": study.settings.seed,
        "draws": study.settings.draws,
        "scenarios": decisions.iter().map(decision).collect::<Vec<_>>(),
    });
    for (scenario, found) in variants.iter().enumerate() {
        value["scenarios"][scenario]["variants"] = variants_json(found);
    }
    if decisions.len() > 1 {
        let regret = |a: &AcrossScenarios| {
            json!({ "strategy": &*a.strategy, "regret": a.regret, "greatest_regret": a.greatest_regret,
                "weighted_difference": a.weighted_difference })
        };
        value["across_scenarios"] = across.iter().map(regret).collect();
    }
    value
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
    let point = |point: &crate::analysis::acceptability::AcceptabilityPoint| json!({ "x": point.x, "p_best": point.p_best, "best": &*found.strategies[point.best].name });
    json!({ "over": curve.over.name(), "points": curve.points.iter().map(point).collect::<Vec<_>>() })
}

/// Writes the tables and the charts of every scenario.
pub fn write_decisions(
    folder: &mut Folder,
    study: &Study,
    decisions: &[Decision],
    variants: &[Variants],
) -> Result<(), Error> {
    write_decision_tables(folder, decisions)?;
    for (s, (found, scenario)) in decisions.iter().zip(&study.scenarios).enumerate() {
        let prefix = if s == 0 { String::new() } else { format!("{}-{}/", s + 1, file_name(&found.scenario)) };
        let frame = frame(study, scenario);
        for curve in &found.acceptability {
            let name = format!("{prefix}7-acceptability-{}", curve.over.name().replace('_', "-"));
            write_chart(folder, &name, acceptability::draw(&frame, curve), &curve_rows(found, curve))?;
        }
        if let Some(other_models) = variants.get(s) {
            let drawn = chart::variants::draw(&frame, other_models, found.best);
            write_chart(folder, &format!("{prefix}{VARIANTS_CHART}"), drawn, &variant_rows(other_models))?;
        }
    }
    Ok(())
}

/// Writes the tables of every scenario.
pub fn write_decision_tables(folder: &mut Folder, decisions: &[Decision]) -> Result<(), Error> {
    write_table(folder, "decision", decisions.len(), decisions.iter().map(strategy_rows))?;
    write_table(folder, "pairs", decisions.len(), decisions.iter().map(pair_rows))?;
    write_table(folder, "information", decisions.len(), decisions.iter().map(information_rows))
}

fn scenario_column(found: &Decision, rows: usize) -> (String, Values) {
    ("scenario".to_string(), Values::Text(vec![found.scenario.to_string(); rows]))
}

fn strategy_rows(found: &Decision) -> Chunk {
    let all = &found.strategies;
    let number = |part: &dyn Fn(&crate::analysis::decision::StrategyDecision) -> f64| {
        Values::Number(all.iter().map(part).collect())
    };
    let standing = |s: &crate::analysis::decision::StrategyDecision| match s.standing {
        Standing::Efficient { .. } => "efficient",
        Standing::Equal { .. } => "equal",
        Standing::Dominated { .. } => "dominated",
        Standing::ExtendedlyDominated { .. } => "extendedly dominated",
    };
    let roi = |s: &crate::analysis::decision::StrategyDecision| match s.standing {
        Standing::Efficient { incremental_roi, .. } => incremental_roi,
        _ => None,
    };
    vec![
        scenario_column(found, all.len()),
        ("strategy".to_string(), Values::Text(all.iter().map(|s| s.name.to_string()).collect())),
        ("npv".to_string(), number(&|s| s.npv.mean)),
        ("npv_p05".to_string(), number(&|s| s.npv.p05)),
        ("npv_p50".to_string(), number(&|s| s.npv.p50)),
        ("npv_p95".to_string(), number(&|s| s.npv.p95)),
        ("pv_contribution".to_string(), number(&|s| s.contribution)),
        ("pv_programme".to_string(), number(&|s| s.programme)),
        ("p_best".to_string(), number(&|s| s.p_best)),
        ("expected_loss".to_string(), number(&|s| s.expected_loss)),
        ("greatest_regret".to_string(), number(&|s| s.greatest_regret)),
        ("cvar_5".to_string(), number(&|s| s.cvar)),
        ("frontier".to_string(), Values::Text(all.iter().map(|s| standing(s).to_string()).collect())),
        ("incremental_roi".to_string(), Values::Maybe(all.iter().map(roi).collect())),
    ]
}

fn pair_rows(found: &Decision) -> Chunk {
    let all = &found.pairs;
    let name = |s: usize| found.strategies[s].name.to_string();
    let number =
        |part: &dyn Fn(&crate::analysis::decision::Pair) -> f64| Values::Number(all.iter().map(part).collect());
    vec![
        scenario_column(found, all.len()),
        ("first".to_string(), Values::Text(all.iter().map(|p| name(p.first)).collect())),
        ("second".to_string(), Values::Text(all.iter().map(|p| name(p.second)).collect())),
        ("difference".to_string(), number(&|p| p.difference.mean)),
        ("difference_p05".to_string(), number(&|p| p.difference.p05)),
        ("difference_p50".to_string(), number(&|p| p.difference.p50)),
        ("difference_p95".to_string(), number(&|p| p.difference.p95)),
        ("p_first_better".to_string(), number(&|p| p.p_first)),
    ]
}

fn information_rows(found: &Decision) -> Chunk {
    let perfect = PartialValue { value: found.perfect, explained: 1.0, ..PartialValue::default() };
    let mut rows: Vec<(&str, String, PartialValue)> = vec![("perfect", "everything".to_string(), perfect)];
    rows.extend(found.inputs.iter().map(|k| ("input", k.name.clone(), k.worth)));
    rows.extend(found.groups.iter().map(|k| ("group", k.name.clone(), k.worth)));
    let survey = |s: &crate::analysis::decision::Survey| format!("{} of {} customers", s.key, s.worth.customers);
    rows.extend(found.surveys.iter().map(|s| ("survey", survey(s), s.worth.sample)));
    let number = |part: &dyn Fn(&PartialValue) -> f64| Values::Number(rows.iter().map(|r| part(&r.2)).collect());
    vec![
        scenario_column(found, rows.len()),
        ("kind".to_string(), Values::Text(rows.iter().map(|r| r.0.to_string()).collect())),
        ("known".to_string(), Values::Text(rows.iter().map(|r| r.1.clone()).collect())),
        ("value".to_string(), number(&|v| v.value.value)),
        ("standard_error".to_string(), number(&|v| v.value.standard_error)),
        ("bias".to_string(), number(&|v| v.bias)),
        ("r_squared".to_string(), number(&|v| v.explained)),
        ("misfit".to_string(), number(&|v| v.misfit)),
    ]
}

/// The rows behind an acceptability curve.
pub fn curve_rows(found: &Decision, curve: &AcceptabilityCurve) -> Chunk {
    let points = &curve.points;
    let mut chunk = vec![(curve.over.name().to_string(), Values::Number(points.iter().map(|p| p.x).collect()))];
    for (s, strategy) in found.strategies.iter().enumerate() {
        let p_best = Values::Number(points.iter().map(|p| p.p_best[s]).collect());
        chunk.push((format!("p_best {}", strategy.name), p_best));
    }
    let best = points.iter().map(|p| found.strategies[p.best].name.to_string());
    chunk.push(("best_on_average".to_string(), Values::Text(best.collect())));
    chunk
}
