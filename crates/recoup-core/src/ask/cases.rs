//! The shipped case studies: their stories in a language, as the authors write them. No study is needed to ask.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::input::marks::Marks;
use crate::input::shipped::{CASES, case_name, find};
use crate::input::source::not_shipped;
use crate::input::{Request, load};
use crate::scenario::case_study::Ranking;
use crate::scenario::language::Language;

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
    /// How many of its inputs are facts of the case, published evidence or assumptions.
    pub inputs: Marks,
}

/// All case studies in a language, in the order in which they are listed.
///
/// # Errors
/// A shipped case is refused: every problem, with its place.
pub fn cases(language: Language) -> Result<Vec<Case>, Vec<Diagnostic>> {
    CASES.iter().map(|(name, _)| read(name, language)).collect()
}

/// The case study of that name in a language, with or without `case:` before it.
///
/// # Errors
/// There is no such case, or it is refused.
pub fn case(name: &str, language: Language) -> Result<Case, Vec<Diagnostic>> {
    let name = case_name(name).unwrap_or(name);
    if find(CASES, name).is_none() {
        return Err(vec![not_shipped("case", name, CASES)]);
    }
    read(name, language)
}

fn read(name: &str, language: Language) -> Result<Case, Vec<Diagnostic>> {
    let study = load(&Request::builtin(&format!("case:{name}")))?.study;
    let study = study.in_language(language).into_owned();
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
        inputs: Marks::of(find(CASES, name).unwrap_or_default()),
    })
}
