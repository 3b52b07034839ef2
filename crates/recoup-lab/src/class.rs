//! The lesson of a student as a page asks for it.

use std::collections::BTreeMap;

use recoup_core::ask::Unanswered;
use recoup_core::ask::class::mark::GivenAnswer;
use recoup_core::ask::class::{Asked, ClassQuestion};
use recoup_core::diagnostic::Diagnostic;
use serde::Deserialize;

/// Parameters of the lesson.
#[derive(Deserialize)]
pub(crate) struct ClassText {
    student: u64,
    /// What they answered, by the name of the question in files.
    #[serde(default)]
    answers: BTreeMap<String, GivenAnswer>,
}

impl ClassText {
    /// The question.
    ///
    /// # Errors
    /// An answer to a question that there is not.
    pub(crate) fn question(self) -> Result<ClassQuestion, Unanswered> {
        let known = |(name, given): (String, GivenAnswer)| match Asked::of_name(&name) {
            Some(asked) => Ok((asked, given)),
            None => Err(Diagnostic::error("S066", format!("the lesson has no question `{name}`"))),
        };
        let answers = recoup_core::ask::all(self.answers.into_iter().map(known))?;
        Ok(ClassQuestion { student: self.student, answers: answers.into_iter().collect() })
    }
}
