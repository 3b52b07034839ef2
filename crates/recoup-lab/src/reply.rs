//! What comes back: an answer, or everything that is wrong.

use recoup_core::ask::Unanswered;
use recoup_core::diagnostic::Diagnostic;
use serde::Serialize;
use serde_json::{Value, json};

/// An answer, or the reasons why there is none.
pub(crate) struct Reply(Value);

impl Reply {
    /// That answer.
    pub(crate) fn answer(found: &impl Serialize) -> Self {
        match serde_json::to_value(found) {
            Ok(found) => Reply(json!({ "answer": found })),
            Err(error) => Reply::unreadable(&error),
        }
    }

    /// A request that is no question.
    pub(crate) fn unreadable(error: &serde_json::Error) -> Self {
        Reply::refused(&[Diagnostic::error("S066", format!("the request cannot be read: {error}"))])
    }

    /// A question that there is not.
    pub(crate) fn no_question(name: &str) -> Self {
        Reply::refused(&[Diagnostic::error("S066", format!("there is no question `{name}`"))])
    }

    /// Everything that is wrong.
    pub(crate) fn refused(diagnostics: &[Diagnostic]) -> Self {
        Reply(json!({ "refused": listed(diagnostics) }))
    }

    /// The text that goes back.
    pub(crate) fn into_text(self) -> String {
        self.0.to_string()
    }
}

impl From<Unanswered> for Reply {
    fn from(unanswered: Unanswered) -> Self {
        match unanswered {
            Unanswered::Refused(diagnostics) => Reply::refused(&diagnostics),
            Unanswered::Interrupted => Reply(json!({ "interrupted": true })),
        }
    }
}

/// Diagnostics with code, level, message, help and place.
pub(crate) fn listed(diagnostics: &[Diagnostic]) -> Value {
    let one = |diagnostic: &Diagnostic| {
        let place = diagnostic.place.as_ref().map(|place| {
            let (line, column) = place.line_and_column();
            json!({ "source": place.source.name, "line": line, "column": column })
        });
        json!({
            "code": diagnostic.code,
            "level": diagnostic.level.to_string(),
            "message": diagnostic.message,
            "help": diagnostic.help,
            "place": place,
        })
    };
    diagnostics.iter().map(one).collect()
}
