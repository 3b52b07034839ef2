//! The recovery paradox in its three meanings.

use crate::analysis::cautions::of_paradox;
use crate::analysis::paradox::{Paradox, paradox};
use crate::ask::{Answer, Subject, Unanswered};

/// Parameter draws unless asked for.
const USUAL_DRAWS: u64 = 1_000;

/// Where does the recovery paradox hold, and what would it cost to act on it?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ParadoxQuestion;

impl ParadoxQuestion {
    /// Asks it.
    ///
    /// # Errors
    /// A study that spreads by contagion, or a stop.
    pub fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Paradox>, Unanswered> {
        let evaluator = subject.evaluator()?;
        let found = paradox(subject.study(), subject.scenario(), &evaluator, subject.draws(USUAL_DRAWS));
        let cautions = of_paradox(subject.scenario(), &found);
        subject.answer(found, cautions)
    }
}
