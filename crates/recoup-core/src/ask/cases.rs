//! The shipped case studies: their stories, as the authors write them. No study is needed to ask.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::input::shipped::{CASES, case_name, find};
use crate::input::source::not_shipped;
use crate::input::{Request, load};
use crate::scenario::case_study::Ranking;

/// A case study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Case {
    /// The name by which it is run: `case:NAME`.
    pub case: String,
    /// Title of the study.
    pub title: String,
    /// The story, a sentence or two an item.
    pub story: Vec<String>,
    /// What is reported of the case, as quoted.
    pub facts: Vec<String>,
    /// What its strategies isolate.
    pub compares: String,
    /// What came out.
    pub came_out: Option<String>,
    /// The order of the strategies, by scenario.
    pub ranking: Vec<Ranking>,
    /// What a reader should take away.
    pub teaches: Vec<String>,
    /// What nobody knows here.
    pub uncertain: Vec<String>,
}

/// All case studies, in the order in which they are listed.
///
/// # Errors
/// A shipped case is refused: every problem, with its place.
pub fn cases() -> Result<Vec<Case>, Vec<Diagnostic>> {
    CASES.iter().map(|(name, _)| read(name)).collect()
}

/// The case study of that name, with or without `case:` before it.
///
/// # Errors
/// There is no such case, or it is refused.
pub fn case(name: &str) -> Result<Case, Vec<Diagnostic>> {
    let name = case_name(name).unwrap_or(name);
    if find(CASES, name).is_none() {
        return Err(vec![not_shipped("case", name, CASES)]);
    }
    read(name)
}

fn read(name: &str) -> Result<Case, Vec<Diagnostic>> {
    let study = load(&Request::builtin(&format!("case:{name}")))?.study;
    let text = study.case_study.unwrap_or_default();
    Ok(Case {
        case: format!("case:{}", study.name),
        title: study.title,
        story: text.story,
        facts: text.facts,
        compares: text.compares,
        came_out: study.summary,
        ranking: text.ranking,
        teaches: text.teaches,
        uncertain: text.uncertain,
    })
}
