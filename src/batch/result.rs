//! What a batch reads of the results of its runs.

use std::io::BufReader;
use std::path::Path;

use serde::Deserialize;

use crate::error::Error;
use crate::input::guard::{Guarded, Stop};
use crate::stats::band::Band;

/// One strategy of one run, as its `result.json` says.
#[derive(Clone, Debug, Deserialize)]
pub struct Strategy {
    /// Its name.
    pub name: String,
    /// Net present value, money.
    pub npv: Band,
    /// Less the reference's.
    pub difference: Difference,
    /// Return on investment against the reference.
    pub roi: Option<f64>,
    /// Benefit-cost ratio against the reference.
    pub benefit_cost_ratio: Option<f64>,
    /// First period, counted from 1, from which it has paid back.
    pub payback_period: Option<u64>,
    /// Internal rate of return per year.
    pub irr: Option<f64>,
    /// Probability of being the best.
    pub p_best: f64,
    /// Share of simulations that beat the reference's.
    pub p_beats_reference: Option<f64>,
    /// Customers kept against the reference.
    pub customers_kept: Band,
}

/// Present values less the reference's.
#[derive(Clone, Debug, Deserialize)]
pub struct Difference {
    /// Net present value, money.
    pub npv: Band,
}

/// One scenario of a run.
#[derive(Clone, Debug, Deserialize)]
pub struct Scenario {
    /// Its name.
    #[serde(default = "base")]
    pub name: String,
    /// Its strategies, the reference first.
    pub strategies: Vec<Strategy>,
}

fn base() -> String {
    "base".into()
}

/// What is read of a `result.json`.
#[derive(Clone, Debug, Deserialize)]
pub struct RunResult {
    /// Title of the study.
    pub title: String,
    /// Currency code.
    pub currency: String,
    /// Length of a period: `week`, `month`, `quarter` or `year`.
    pub period: String,
    #[serde(default)]
    scenarios: Vec<Scenario>,
    strategies: Vec<Strategy>,
}

impl RunResult {
    /// The result in the folder of a run.
    pub fn read(folder: &Path) -> Result<Self, Error> {
        let path = folder.join("result.json");
        let file =
            Guarded::open(&path, u64::MAX, Stop::NEVER).map_err(|unread| Error::file("read", &path)(unread.into()))?;
        serde_json::from_reader(BufReader::new(file)).map_err(|error| Error::file("read", &path)(error.into()))
    }

    /// How many strategies it has, over all scenarios.
    pub fn rows(&self) -> usize {
        match &self.scenarios[..] {
            [] => self.strategies.len(),
            scenarios => scenarios.iter().map(|scenario| scenario.strategies.len()).sum(),
        }
    }

    /// The names of its strategies and scenarios.
    pub fn names(&self) -> Vec<&str> {
        let scenarios = self.scenarios.iter();
        let strategies = scenarios.clone().flat_map(|scenario| &scenario.strategies).chain(&self.strategies);
        scenarios.map(|scenario| scenario.name.as_str()).chain(strategies.map(|s| s.name.as_str())).collect()
    }

    /// The scenarios, one where the study names none.
    pub fn scenarios(mut self) -> Vec<Scenario> {
        if self.scenarios.is_empty() {
            self.scenarios.push(Scenario { name: base(), strategies: std::mem::take(&mut self.strategies) });
        }
        self.scenarios
    }
}
