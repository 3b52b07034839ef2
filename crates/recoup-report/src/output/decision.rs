//! The tables of a decision and its charts: acceptability curves and model variants.

use crate::analysis::acceptability::AcceptabilityCurve;
use crate::analysis::decision::Decision;
use crate::analysis::frontier::Standing;
use crate::analysis::information::PartialValue;
use crate::analysis::picture::frame;
use crate::analysis::variants::Variants;
use crate::output::chart::{self, acceptability};
use crate::output::folder::file_name;
use crate::output::rendered::{NamedChart, NamedTable};
use crate::output::table::{Chunk, Values};
use crate::output::variant_chart::{VARIANTS_CHART, variant_rows};
use crate::scenario::study::Study;

/// The charts of every scenario; those of the first one stand at the top.
pub fn charts(study: &Study, decisions: &[Decision], variants: &[Variants]) -> Vec<NamedChart> {
    let mut charts = Vec::new();
    for (s, (found, scenario)) in decisions.iter().zip(&study.scenarios).enumerate() {
        let prefix = if s == 0 { String::new() } else { format!("{}-{}/", s + 1, file_name(&found.scenario)) };
        let frame = frame(study, scenario);
        for curve in &found.acceptability {
            let name = format!("{prefix}7-acceptability-{}", curve.over.name().replace('_', "-"));
            let chart = NamedChart::with_rows(name, acceptability::draw(&frame, curve), curve_rows(found, curve));
            charts.push(chart.opening("acceptability"));
        }
        if let Some(other_models) = variants.get(s) {
            let drawn = chart::variants::draw(&frame, other_models, found.best);
            let name = format!("{prefix}{VARIANTS_CHART}");
            charts.push(NamedChart::with_rows(name, drawn, variant_rows(other_models)).opening("variants"));
        }
    }
    charts
}

/// The tables of every scenario.
pub fn tables(decisions: &[Decision]) -> Vec<NamedTable> {
    let all = |rows: fn(&Decision) -> Chunk| decisions.iter().map(rows).collect();
    vec![
        NamedTable::of_chunks("decision", all(strategy_rows)),
        NamedTable::of_chunks("pairs", all(pair_rows)),
        NamedTable::of_chunks("information", all(information_rows)),
    ]
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
