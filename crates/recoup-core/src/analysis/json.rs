//! `result.json`: the one object that other programs read. Its names are documented in
//! `docs/results.md` and stay.

use serde_json::{Map, Value, json};

use crate::analysis::cash::CashFlow;
use crate::analysis::error_budget::ErrorBudget;
use crate::analysis::findings::Findings;
use crate::analysis::gap::Gap;
use crate::analysis::means::Controlled;
use crate::analysis::summary::{Comparison, Lost, Ratio, SegmentSummary, StrategySummary, Worth};
use crate::analysis::variants::{VariantResult, Variants};
use crate::analysis::view::RoiCurve;
use crate::model::money::{ACCOUNT_NAMES, Account, Accounts};
use crate::model::row::{Column, Row};
use crate::model::segment::SEGMENT_COLUMN_NAMES;
use crate::random::address::STREAM;
use crate::scenario::horizon::Horizon;
use crate::scenario::study::Study;
use crate::stats::band::Band;
use crate::units::period_number;

/// The whole result as JSON.
pub fn result_json(study: &Study, findings: &Findings) -> Value {
    let Findings { comparisons, across, curves, .. } = findings;
    let settings = &study.settings;
    let horizon = &study.scenarios[0].strategies[0].parameters.point.horizon;
    let mut result = json!({
        "study": study.name,
        "title": study.title,
        "currency": study.currency,
        "period": horizon.period.name(),
        "version": env!("CARGO_PKG_VERSION"),
        "stream": STREAM,
        "engine": settings.engine.name(),
        "seed": settings.seed,
        "draws": settings.draws,
        "replicates": settings.replicates,
        "sampling": settings.sampling.name(),
        "selection": selection(&comparisons[0]),
        "corrected_by_simulations": comparisons[0].corrected_by,
        "strategies": strategies(study, &comparisons[0]),
    });
    if let Some(control) = control(&comparisons[0]) {
        result["control"] = control;
    }
    let pairs = comparisons.iter().flat_map(|c| {
        c.pairs.iter().map(|pair| {
            let [a, b] = pair.strategies.map(|i| &*c.strategies[i].name);
            json!({ "scenario": &*c.scenario, "strategies": [a, b], "variance_reduction": pair.variance_reduction })
        })
    });
    result["pairs"] = Value::Array(pairs.collect());
    result["variants"] = findings.variants.first().map_or(Value::Null, variants);
    let scenarios = comparisons.iter().enumerate().map(|(i, c)| {
        let mut scenario = json!({
            "name": &*c.scenario,
            "weight": c.weight,
            "selection": selection(c),
            "corrected_by_simulations": c.corrected_by,
            "variants": findings.variants.get(i).map_or(Value::Null, variants),
            "strategies": strategies(study, c),
        });
        if let Some(control) = control(c) {
            scenario["control"] = control;
        }
        scenario
    });
    result["scenarios"] = Value::Array(scenarios.collect());
    if comparisons.len() > 1 {
        let regret = across.iter().map(|a| {
            json!({
                "strategy": &*a.strategy,
                "regret": a.regret,
                "greatest_regret": a.greatest_regret,
                "weighted_difference": a.weighted_difference,
            })
        });
        result["across_scenarios"] = Value::Array(regret.collect());
    }
    if !curves.is_empty() {
        result["sweeps"] = Value::Array(curves.iter().map(|(scenario, curve)| sweep(scenario, curve)).collect());
    }
    result
}

/// What the expected engine as control variate makes of the means, by strategy; nothing where it is none.
fn control(comparison: &Comparison) -> Option<Value> {
    let further_draws = comparison.further_draws?;
    let mean = |of: &Controlled| {
        json!({
            "mean": of.mean,
            "standard_error": of.standard_error,
            "simulated": of.simulated,
            "simulated_standard_error": of.simulated_standard_error,
            "variance_left": of.variance_left,
        })
    };
    let strategies = comparison.strategies.iter().filter_map(|summary| {
        let control = summary.control.as_ref()?;
        Some(json!({ "name": &*summary.name, "npv": mean(&control.npv), "difference": mean(&control.difference) }))
    });
    Some(json!({ "by": "expected", "extra_draws": further_draws, "strategies": strategies.collect::<Vec<_>>() }))
}

fn selection(comparison: &Comparison) -> Value {
    let selection = &comparison.selection;
    let by_simulations = comparison
        .by_simulations
        .as_ref()
        .map(|by| json!({ "p_best": by.p_best, "evpi": by.evpi, "evpi_uncorrected": by.evpi_uncorrected }));
    json!({
        "best": &*comparison.strategies[selection.best].name,
        "probability_wrong": selection.risk.map(|risk| risk.probability_wrong),
        "expected_loss": selection.risk.map(|risk| risk.expected_loss),
        "by_histories": by_simulations,
    })
}

fn strategies(study: &Study, comparison: &Comparison) -> Value {
    Value::Array(comparison.strategies.iter().map(|summary| strategy(study, &comparison.horizon, summary)).collect())
}

fn strategy(study: &Study, horizon: &Horizon, summary: &StrategySummary) -> Value {
    let mut value = json!({ "name": &*summary.name });
    let object = worth(&summary.worth);
    for (key, band) in object {
        value[key] = band;
    }
    value["difference"] = Value::Object(worth(&summary.difference));
    value["difference_standard_error"] = json!(summary.difference_standard_error);
    value["variance_reduction"] = json!(summary.variance_reduction);
    value["knowledge_share"] = json!(summary.knowledge_share);
    value["error_budget"] = error_budget(&summary.error_budget, summary.time_step);
    value["roi"] = json!(summary.roi.value);
    value["roi_interval"] = interval(&summary.roi);
    value["benefit_cost_ratio"] = json!(summary.benefit_cost_ratio.value);
    value["benefit_cost_ratio_interval"] = interval(&summary.benefit_cost_ratio);
    value["payback_period"] = json!(summary.payback_period.map(|t| period_number(t as usize)));
    value["irr"] = json!(summary.irr);
    value["p_best"] = json!(summary.p_best);
    value["p_beats_reference"] = json!(study.has_chance().then_some(summary.p_beats_reference));
    value["p_beats_reference_independently"] = json!(summary.p_beats_independently.filter(|_| study.has_chance()));
    value["expected_engine"] = if study.has_chance() { gap(&summary.gap) } else { Value::Null };
    value["customers_kept"] = band(&summary.customers_kept);
    value["lost"] = lost(&summary.lost);
    value["lost_difference"] = lost(&summary.lost_difference);
    value["market_damage"] = json!({ "customers": summary.lost.excess(), "yearly_margin": summary.lost_yearly_margin });
    value["accounts"] = accounts(&summary.accounts);
    value["account_differences"] = accounts(&summary.account_differences);
    value["cash"] = cash(&summary.cash, horizon);
    value["segments"] = Value::Array(summary.segments.iter().map(segment).collect());
    value["desk"] = match summary.has_desk() {
        true => Value::Array(summary.periods.iter().enumerate().map(|(t, row)| desk(t, row)).collect()),
        false => Value::Null,
    };
    value["periods"] = Value::Array(summary.periods.iter().enumerate().map(|(t, row)| period(t, row)).collect());
    value
}

/// The NPV differences of all strategies in every model variant that changes anything.
pub(crate) fn variants(variants: &Variants) -> Value {
    let one = |variant: &VariantResult| {
        json!({
            "name": variant.which.name(),
            "what": variant.which.what(),
            "differences": by_strategy(variants, &variant.differences),
            "best": &*variants.strategies[variant.best],
        })
    };
    Value::Array(variants.variants.iter().map(one).collect())
}

/// Amounts by the name of their strategy.
pub(crate) fn by_strategy(variants: &Variants, amounts: &[f64]) -> Value {
    let named = variants.strategies.iter().zip(amounts);
    Value::Object(named.map(|(name, amount)| (name.to_string(), json!(amount))).collect())
}

fn segment(segment: &SegmentSummary) -> Value {
    let mut value = json!({ "name": &*segment.name });
    for (name, amount) in SEGMENT_COLUMN_NAMES.iter().zip(segment.row.0) {
        value[*name] = json!(amount);
    }
    value
}

/// Shares of nothing are `null`: a period without work for a desk, or before there is one.
fn desk(t: usize, row: &Row) -> Value {
    let share = |column: Column| (!row.lacks(column as usize)).then(|| row.get(column));
    json!({
        "period": period_number(t),
        "load": row.get(Column::DeskLoad),
        "utilisation": row.get(Column::DeskUtilisation),
        "served": share(Column::DeskServed),
        "in_time": share(Column::DeskInTime),
    })
}

fn error_budget(budget: &ErrorBudget, time_step: Option<f64>) -> Value {
    let parts = budget.parts();
    json!({
        "time_step": time_step,
        "parameters_sd": parts.map(|[parameters, _]| parameters.sqrt()),
        "customers_sd": parts.map(|[_, customers]| customers.sqrt()),
        "standard_error": budget.standard_error,
        "split_by": budget.split.name(),
    })
}

fn gap(gap: &Gap) -> Value {
    json!({
        "npv_difference": gap.expected(),
        "missed": gap.missed,
        "missed_standard_error": gap.standard_error,
        "matters": gap.matters(),
    })
}

fn worth(worth: &Worth) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("npv".into(), band(&worth.npv));
    map.insert("pv_contribution".into(), band(&worth.contribution));
    map.insert("pv_programme".into(), band(&worth.programme));
    map
}

fn band(band: &Band) -> Value {
    json!({ "mean": band.mean, "p05": band.p05, "p50": band.p50, "p95": band.p95 })
}

fn interval(ratio: &Ratio) -> Value {
    match ratio.interval {
        Some([p05, p50, p95]) => json!({ "p05": p05, "p50": p50, "p95": p95, "share_of_draws": ratio.share }),
        None => Value::Null,
    }
}

fn accounts(amounts: &[f64]) -> Value {
    Value::Object(ACCOUNT_NAMES.iter().zip(amounts).map(|(name, amount)| (name.to_string(), json!(amount))).collect())
}

/// Cash by year, and what lies beyond the horizon.
fn cash(cash: &CashFlow, horizon: &Horizon) -> Value {
    let years = cash.years(horizon).into_iter().enumerate().map(|(year, of)| {
        let mut value = cash_of(&of.cash);
        value["year"] = json!(year + 1);
        value["present_value"] = json!(of.discounted.net());
        value
    });
    json!({ "years": years.collect::<Vec<_>>(), "beyond": cash_of(&cash.beyond) })
}

fn cash_of(accounts: &Accounts) -> Value {
    let mut value: Map<String, Value> =
        Account::of_periods().map(|account| (account.name().to_string(), json!(accounts.get(account)))).collect();
    let sums =
        [("contribution", accounts.contribution()), ("programme", accounts.programme()), ("net", accounts.net())];
    value.extend(sums.map(|(name, sum)| (name.to_string(), json!(sum))));
    Value::Object(value)
}

fn lost(lost: &Lost) -> Value {
    let [silent, unresolved, resolved, quick] = lost.by_outcome;
    json!({
        "natural": lost.natural, "silent": silent, "unresolved": unresolved, "resolved": resolved, "quick": quick,
        "word_of_mouth": lost.word_of_mouth, "total": lost.total(),
    })
}

fn period(t: usize, row: &Row) -> Value {
    json!({
        "period": period_number(t),
        "active": row.get(Column::Active),
        "prospects": row.get(Column::Prospects),
        "lapsed": row.get(Column::Lapsed),
        "episodes": row.get(Column::Episodes),
        "silent": row.get(Column::Silent),
        "unresolved": row.get(Column::Unresolved),
        "resolved": row.get(Column::Resolved),
        "quick": row.get(Column::Quick),
        "lost": {
            "natural": row.get(Column::LostNatural),
            "silent": row.get(Column::LostSilent),
            "unresolved": row.get(Column::LostUnresolved),
            "resolved": row.get(Column::LostResolved),
            "quick": row.get(Column::LostQuick),
            "word_of_mouth": row.get(Column::LostWordOfMouth),
        },
        "organic": row.get(Column::Organic),
        "bought": row.get(Column::Bought),
        "nwom": row.get(Column::Nwom),
        "pwom": row.get(Column::Pwom),
        "contribution": row.get(Column::Contribution),
        "programme": row.get(Column::Programme),
        "setup": row.get(Column::Setup),
    })
}

fn sweep(scenario: &str, curve: &RoiCurve) -> Value {
    let points = curve
        .points
        .iter()
        .map(|point| json!({ "value": point.x, "npv_difference": band(&point.npv_difference), "roi": point.roi }));
    json!({
        "scenario": scenario,
        "strategy": curve.strategy,
        "key": curve.key,
        "points": points.collect::<Vec<_>>(),
        "break_even": curve.break_even,
        "over_investment": curve.over_investment,
    })
}
