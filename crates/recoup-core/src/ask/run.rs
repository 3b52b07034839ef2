//! A simulation of a study, and what its strategies come to.

use serde::{Serialize, Serializer};

use crate::analysis::findings::{Findings, analyse};
use crate::analysis::json::result_json;
use crate::analysis::summary::Comparison;
use crate::ask::{Answer, Question, Subject, Unanswered};
use crate::engine::simulate::simulate;

/// What do the strategies of a study come to? Simulates all scenarios with the engine, draws and seed of the study.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunQuestion;

/// A simulated study.
#[derive(Clone, Debug)]
pub struct Ran {
    /// All figures.
    pub findings: Findings,
    json: serde_json::Map<String, serde_json::Value>,
}

impl Ran {
    /// The strategies of each scenario, compared with the reference.
    pub fn comparisons(&self) -> &[Comparison] {
        &self.findings.comparisons
    }
}

/// The names of `result.json` that an answer does not have already.
impl Serialize for Ran {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl Question for RunQuestion {
    type Found = Ran;
    const COMMAND: &'static str = "run";

    /// Asks it.
    ///
    /// # Errors
    /// A stop was requested.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Ran>, Unanswered> {
        let results = simulate(subject.study(), subject.progress)?;
        let findings = analyse(subject.study(), &results);
        let cautions = findings.cautions.clone();
        let json = match result_json(subject.study(), &findings) {
            serde_json::Value::Object(json) => json,
            _ => serde_json::Map::new(),
        };
        let head = ["study", "currency", "version", "stream", "seed"];
        let json = json.into_iter().filter(|(name, _)| !head.contains(&name.as_str())).collect();
        Ok(subject.answer(Ran { findings, json }, cautions)?.for_all_scenarios())
    }
}
