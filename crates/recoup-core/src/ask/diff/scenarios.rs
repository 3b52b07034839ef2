//! What scenarios and strategies came to in two runs, compared with the Monte Carlo error.

use serde::Serialize;

use crate::ask::diff::elements::{ElementChange, name_now};
use crate::ask::diff::side::{RoiInterval, ScenarioFigures, Side, StrategyFigures};
use crate::stats::band::Band;
use crate::stats::tie::is_tie;

/// The answers of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScenarioDiff {
    /// Its names in the two runs.
    pub names: [String; 2],
    /// The strategies with the highest mean NPV.
    pub best: [String; 2],
    /// The strategies from the highest mean NPV to the lowest.
    pub ranking: [Vec<String>; 2],
    /// Whether the strategies that both have are in another order.
    pub is_reordered: bool,
    /// Whether both compare with the same strategy, the first of each.
    pub has_same_reference: bool,
    /// The strategies that both have.
    pub strategies: Vec<StrategyDiff>,
}

/// What a strategy came to in the two runs, compared with the reference of each.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StrategyDiff {
    /// Its names in the two runs.
    pub names: [String; 2],
    /// Mean and quantiles of the NPV difference, in money.
    pub npv_difference: [Band; 2],
    /// Standard errors of the mean NPV differences; `None` where they are not known.
    pub standard_error: [Option<f64>; 2],
    /// Later less earlier mean, in money; `None` where currencies or references differ.
    pub change: Option<f64>,
    /// Standard error of the change, as if the runs shared no random numbers: at most a little too large where they do.
    pub change_standard_error: Option<f64>,
    /// Whether the change is larger than the Monte Carlo error.
    pub verdict: Verdict,
    /// Return on investment.
    pub roi: [Option<f64>; 2],
    /// Its 90 % interval.
    pub roi_interval: [Option<RoiInterval>; 2],
    /// Probability of being the best.
    pub p_best: [f64; 2],
}

/// How a change compares with the Monte Carlo error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The figures are the same.
    Same,
    /// The change lies within 1.96 of its standard errors: chance can explain it.
    WithinError,
    /// The change is larger.
    BeyondError,
    /// The figures cannot be compared, or their errors are not known.
    Unknown,
}

impl Verdict {
    /// The word in messages.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Same => "same",
            Verdict::WithinError => "within",
            Verdict::BeyondError => "beyond",
            Verdict::Unknown => "unknown",
        }
    }

    fn of(change: Option<f64>, error: Option<f64>, old: f64, new: f64) -> Self {
        match (change, error) {
            (Some(_), _) if is_tie(old, new) => Verdict::Same,
            (Some(change), Some(error)) if change.abs() <= 1.96 * error => Verdict::WithinError,
            (Some(_), Some(_)) => Verdict::BeyondError,
            _ => Verdict::Unknown,
        }
    }
}

/// The scenarios that both runs have.
pub(super) fn scenarios(old: &Side, new: &Side, elements: &[ElementChange]) -> Vec<ScenarioDiff> {
    let pair = |before: &ScenarioFigures| {
        let name = name_now(elements, "scenario", &before.name);
        let now = new.scenarios.iter().find(|scenario| scenario.name == name)?;
        Some(scenario(before, now, old.currency == new.currency, elements))
    };
    let pairs: Vec<ScenarioDiff> = old.scenarios.iter().filter_map(pair).collect();
    match (&pairs[..], &old.scenarios[..], &new.scenarios[..]) {
        // Without a name in common the first ones are the base of each.
        ([], [before, ..], [now, ..]) => vec![scenario(before, now, old.currency == new.currency, elements)],
        _ => pairs,
    }
}

fn scenario(
    old: &ScenarioFigures,
    new: &ScenarioFigures,
    has_one_currency: bool,
    elements: &[ElementChange],
) -> ScenarioDiff {
    let now = |name: &str| name_now(elements, "strategy", name).to_string();
    let reference = |figures: &ScenarioFigures| figures.strategies.first().map(|first| first.name.clone());
    let has_same_reference = reference(old).map(|name| now(&name)) == reference(new);
    let ranking = [old.ranking(), new.ranking()];
    let common = |name: &String| ranking[1].contains(name);
    let before: Vec<String> = ranking[0].iter().map(|name| now(name)).filter(common).collect();
    let after: Vec<String> = ranking[1].iter().filter(|name| before.contains(name)).cloned().collect();
    let best = ranking.each_ref().map(|ranking| ranking.first().cloned().unwrap_or_default());
    let pairs = old.strategies.iter().filter_map(|before| {
        let name = now(&before.name);
        Some((before, new.strategies.iter().find(|after| after.name == name)?))
    });
    let strategies = pairs.map(|(before, after)| strategy([before, after], has_one_currency && has_same_reference));
    ScenarioDiff {
        names: [old.name.clone(), new.name.clone()],
        best,
        is_reordered: before != after,
        has_same_reference,
        strategies: strategies.collect(),
        ranking,
    }
}

fn strategy(sides: [&StrategyFigures; 2], is_comparable: bool) -> StrategyDiff {
    let npv_difference = sides.map(|side| side.difference.npv);
    let standard_error = sides.map(|side| side.difference_standard_error);
    let [old, new] = npv_difference.map(|band| band.mean);
    let change = is_comparable.then_some(new - old);
    let error = match standard_error {
        [Some(a), Some(b)] if is_comparable => Some((a * a + b * b).sqrt()),
        _ => None,
    };
    StrategyDiff {
        names: sides.map(|side| side.name.clone()),
        npv_difference,
        standard_error,
        change,
        change_standard_error: error,
        verdict: Verdict::of(change, error, old, new),
        roi: sides.map(|side| side.roi),
        roi_interval: sides.map(|side| side.roi_interval),
        p_best: sides.map(|side| side.p_best),
    }
}
