//! What a reader should know about a result before they act on it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::gap::Gap;
use crate::diagnostic::Level;
use crate::scenario::study::{Scenario, Study};

/// Something that a reader should know about a result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Caution {
    /// The scenario that it is about; `None` where the study has one.
    pub scenario: Option<Arc<str>>,
    /// What it is.
    pub concern: Concern,
}

/// What a caution is about. Amounts are NPV in the study's currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Concern {
    /// Two strategies come to the same.
    Identical {
        /// The first in the file.
        first: Arc<str>,
        /// The other.
        second: Arc<str>,
    },
    /// What is known does not distinguish the best strategy from another.
    Close {
        /// The best.
        first: Arc<str>,
        /// The one that beats it most often.
        second: Arc<str>,
        /// Share of draws in which the best is the better one.
        share: f64,
        /// Expected loss of choosing now.
        loss: f64,
    },
    /// The best strategy by simulations is another than by expectation.
    NoisyFirst {
        /// The best by simulations.
        name: Arc<str>,
    },
    /// The sign of a difference to the reference is noise.
    NoisySign {
        /// The strategy.
        name: Arc<str>,
        /// Its mean NPV difference.
        difference: f64,
        /// Standard error of that.
        standard_error: f64,
    },
    /// Common random numbers make a difference noisier.
    Noisier {
        /// One of the strategies.
        first: Arc<str>,
        /// The other.
        second: Arc<str>,
        /// Variance with common random numbers over that without.
        factor: f64,
    },
    /// The answer hangs on the length of a period.
    TimeStep {
        /// The best strategy.
        first: Arc<str>,
        /// The one it is compared with.
        second: Arc<str>,
        /// NPV difference at the point values.
        difference: f64,
        /// The same in periods of half the length.
        halved: f64,
    },
    /// A desk has more work than it can do.
    Overload {
        /// The strategy.
        name: Arc<str>,
        /// First such period, counted from 1.
        first: u64,
        /// How many there are.
        periods: usize,
    },
    /// The expected engine leaves out what agents know.
    Individuals,
    /// Chance among customers taken for knowledge.
    ChanceAsKnowledge {
        /// EVPI by plain means of simulations.
        seeming: f64,
        /// EVPI with chance taken out.
        worth: f64,
    },
    /// One more failure would pay.
    PopulationParadox {
        /// The kind of failure.
        failure: Arc<str>,
        /// The strategy.
        name: Arc<str>,
    },
    /// The expected engine misses part of a difference.
    Gap {
        /// The strategy.
        name: Arc<str>,
        /// What it is compared with.
        against: Arc<str>,
        /// Simulated, and what is missed of it.
        gap: Gap,
        /// Simulations behind it.
        simulations: u64,
        /// What became of it in the answer.
        remedy: GapRemedy,
    },
    /// A column of the simulations is not the expected one.
    Column {
        /// Name of the column.
        column: String,
        /// The strategy.
        name: Arc<str>,
        /// Simulated mean.
        simulated: f64,
        /// Expected mean.
        expected: f64,
        /// Period, counted from 1.
        period: u64,
    },
    /// A lever that nothing is paid for.
    FreeLever {
        /// Its key.
        key: String,
    },
    /// Closed form and simulation of the paradox disagree.
    Disagreement {
        /// The kind of failure.
        failure: String,
        /// What is measured, and of whom.
        measure: String,
    },
    /// Base loyalty is 1 in some segments: the paradox in repurchase is not defined there.
    ForeverLoyal {
        /// Their names.
        segments: Vec<String>,
    },
}

/// What becomes of the gap between simulations and expectation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GapRemedy {
    /// The decision analysis is corrected by it.
    Corrected,
    /// The answer is the expected engine's.
    Uncorrected,
    /// The whole run is the expected engine's.
    ExpectedAlone,
}

impl Concern {
    /// The code, listed in `docs/diagnostics.md`.
    pub fn code(&self) -> &'static str {
        match self {
            Concern::Close { .. } => "A001",
            Concern::NoisyFirst { .. } | Concern::NoisySign { .. } => "A002",
            Concern::PopulationParadox { .. } => "A003",
            Concern::Gap { .. } | Concern::Column { .. } => "A004",
            Concern::ChanceAsKnowledge { .. } => "A006",
            Concern::Individuals => "A008",
            Concern::Noisier { .. } => "A009",
            Concern::Identical { .. } => "A010",
            Concern::TimeStep { .. } => "A011",
            Concern::Overload { .. } => "A012",
            Concern::Disagreement { .. } => "A020",
            Concern::ForeverLoyal { .. } => "A021",
            Concern::FreeLever { .. } => "W004",
        }
    }

    /// How grave it is.
    pub fn level(&self) -> Level {
        match self {
            Concern::Individuals | Concern::ChanceAsKnowledge { .. } | Concern::Column { .. } => Level::Note,
            _ => Level::Warning,
        }
    }

    /// The caution about it in a scenario of a study.
    pub fn in_scenario(self, study: &Study, scenario: &Scenario) -> Caution {
        let several = study.scenarios.len() > 1;
        Caution { scenario: several.then(|| scenario.name.clone()), concern: self }
    }

    /// The caution about it where one scenario is asked about.
    pub fn anywhere(self) -> Caution {
        Caution { scenario: None, concern: self }
    }
}

impl Caution {
    /// Whether the author of the study knows it: its code is in `allow`.
    pub fn is_allowed(&self, study: &Study) -> bool {
        study.allow.iter().any(|code| code == self.concern.code())
    }
}
