//! Questions in JSON: one text in, one text out, for the page that runs the engine in a browser.
//!
//! A [`Request`] names a study by its text, a scenario, a question and the parameters of the question. The reply is an object
//! with `answer`, or with `refused`, the list of everything that is wrong. Answers are those of [`recoup_core::ask`], as the
//! program writes them with `--json`, and three that only a page needs: `study`, `explore` and `edit`.
//!
//! ```
//! let reply = recoup_lab::ask(r#"{"study": {"name": "shop", "text": "extends = \"preset:tarp-major\""}, "question": "study"}"#);
//! assert!(reply.contains("refused") && reply.contains("segment"), "{reply}");
//! ```
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "a test computes by other means"))]

mod class;
mod edit;
mod explore;
mod game;
mod numbers;
mod question;
mod reply;
mod study;

pub use crate::question::{Request, StudyText};

use crate::reply::Reply;

/// Asks the question that a request states, and gives the reply as JSON.
pub fn ask(request: &str) -> String {
    let reply = match serde_json::from_str::<Request>(request) {
        Ok(request) => request.ask(),
        Err(error) => Reply::unreadable(&error),
    };
    reply.into_text()
}
