//! The recovery paradox in its three meanings.

use serde::Serialize;

use crate::analysis::caution_checks::of_paradox;
use crate::analysis::paradox::{Paradox, paradox};
use crate::ask::{Answer, Question, Subject, Unanswered};
use crate::evidence::paradox::PUBLICATIONS;

/// Parameter draws unless asked for.
const USUAL_DRAWS: u64 = 1_000;

/// Where does the recovery paradox hold, and what would it cost to act on it?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ParadoxQuestion;

/// The paradox in a scenario, and what was published about it.
#[derive(Clone, Debug, Serialize)]
pub struct ParadoxFound {
    /// What the model says.
    #[serde(flatten)]
    pub paradox: Paradox,
    /// What studies of real customers found.
    pub publications: Vec<PublishedFinding>,
}

/// A published study of the paradox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PublishedFinding {
    /// The citation.
    pub source: &'static str,
    /// What it measured.
    pub measured: &'static str,
    /// Whether it found the paradox.
    pub paradox: &'static str,
    /// How well that is known here.
    pub status: &'static str,
}

impl Question for ParadoxQuestion {
    type Found = ParadoxFound;
    const COMMAND: &'static str = "paradox";

    /// Asks it.
    ///
    /// # Errors
    /// A study that spreads by contagion, or a stop.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<ParadoxFound>, Unanswered> {
        let evaluator = subject.evaluator()?;
        let found = paradox(subject.study(), subject.scenario(), &evaluator, subject.draws(USUAL_DRAWS));
        let cautions = of_paradox(subject.scenario(), &found);
        let publications = PUBLICATIONS.iter().map(|publication| PublishedFinding {
            source: publication.source,
            measured: publication.measured.name(),
            paradox: publication.support.name(),
            status: publication.status(),
        });
        subject.answer(ParadoxFound { paradox: found, publications: publications.collect() }, cautions)
    }
}
