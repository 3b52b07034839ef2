//! One of two runs that are compared: a study that is simulated, or the files of a finished run.

use serde::{Deserialize, Serialize};
use toml::Table;

use crate::analysis::compare::compare;
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::ask::{Subject, Unanswered};
use crate::engine::simulate::simulate;
use crate::random::address::STREAM;
use crate::stats::band::Band;

/// One of two runs that are compared.
#[derive(Clone, Debug)]
pub struct Side {
    /// What people call it: the folder, or the study.
    pub name: String,
    /// Version of the program.
    pub version: String,
    /// Version of the stream contract.
    pub stream: u32,
    /// Currency of all money.
    pub currency: String,
    pub(super) study: Table,
    pub(super) scenarios: Vec<ScenarioFigures>,
}

/// What a scenario came to.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct ScenarioFigures {
    pub(super) name: String,
    pub(super) strategies: Vec<StrategyFigures>,
}

/// What a strategy came to, as `result.json` has it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct StrategyFigures {
    pub(super) name: String,
    pub(super) difference: Difference,
    pub(super) difference_standard_error: Option<f64>,
    pub(super) roi: Option<f64>,
    pub(super) roi_interval: Option<RoiInterval>,
    pub(super) p_best: f64,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Difference {
    pub(super) npv: Band,
}

/// 90 % interval of a return on investment over the draws that have it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoiInterval {
    /// 5 % quantile.
    pub p05: f64,
    /// 95 % quantile.
    pub p95: f64,
}

/// The part of `result.json` that is compared.
#[derive(Deserialize)]
struct ResultFile {
    version: String,
    stream: u32,
    currency: String,
    strategies: Vec<StrategyFigures>,
    scenarios: Option<Vec<ScenarioFigures>>,
}

impl Side {
    /// A study, simulated with its engine, draws and seed.
    ///
    /// # Errors
    /// A stop was requested.
    pub fn simulated(name: &str, subject: &Subject<'_>) -> Result<Self, Unanswered> {
        let study = subject.study();
        let results = simulate(study, subject.progress)?;
        let scenarios = study.scenarios.iter().zip(&results.scenarios);
        Ok(Side {
            name: name.to_string(),
            version: env!("CARGO_PKG_VERSION").to_string(),
            stream: STREAM,
            currency: study.currency.clone(),
            study: study.resolved.parse().unwrap_or_default(),
            scenarios: scenarios.map(|(scenario, results)| ScenarioFigures::of(&compare(scenario, results))).collect(),
        })
    }

    /// A finished run: the texts of its `study.toml` and `result.json`, of this version of the program or another.
    ///
    /// # Errors
    /// Why one of the texts cannot be read.
    pub fn finished(name: &str, study: &str, result: &str) -> Result<Self, String> {
        let study: Table = study.parse().map_err(|error: toml::de::Error| error.message().to_string())?;
        let result: ResultFile = serde_json::from_str(result).map_err(|error| error.to_string())?;
        let base = || vec![ScenarioFigures { name: "base".to_string(), strategies: result.strategies.clone() }];
        Ok(Side {
            name: name.to_string(),
            version: result.version.clone(),
            stream: result.stream,
            currency: result.currency.clone(),
            study,
            scenarios: result.scenarios.clone().filter(|scenarios| !scenarios.is_empty()).unwrap_or_else(base),
        })
    }
}

impl ScenarioFigures {
    fn of(comparison: &Comparison) -> Self {
        let strategies = comparison.strategies.iter().map(StrategyFigures::of).collect();
        ScenarioFigures { name: comparison.scenario.to_string(), strategies }
    }

    /// The names of the strategies from the highest mean NPV to the lowest.
    pub(super) fn ranking(&self) -> Vec<String> {
        let mut ranked: Vec<&StrategyFigures> = self.strategies.iter().collect();
        ranked.sort_by(|a, b| b.difference.npv.mean.total_cmp(&a.difference.npv.mean));
        ranked.into_iter().map(|strategy| strategy.name.clone()).collect()
    }
}

impl StrategyFigures {
    fn of(summary: &StrategySummary) -> Self {
        StrategyFigures {
            name: summary.name.to_string(),
            difference: Difference { npv: summary.difference.npv },
            difference_standard_error: Some(summary.difference_standard_error).filter(|error| error.is_finite()),
            roi: summary.roi.value,
            roi_interval: summary.roi.interval.map(|[p05, _, p95]| RoiInterval { p05, p95 }),
            p_best: summary.p_best,
        }
    }
}
