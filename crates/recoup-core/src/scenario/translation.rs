//! The texts of a study in another language: `[translation.zh]`, `[case.zh]`. Nothing of it moves a number.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::scenario::case_study::CaseStudy;

/// The texts of a study in another language; what is absent stays as the author wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// The title.
    pub title: Option<String>,
    /// The summary.
    pub summary: Option<String>,
    /// Strategies and scenarios as they are shown, by name.
    pub names: BTreeMap<String, String>,
    /// The texts of the case study. Not kept in files.
    #[serde(skip)]
    pub case_study: CaseTexts,
}

/// The texts of a case study in another language; empty ones stay as the author wrote them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseTexts {
    /// The story.
    pub story: Vec<String>,
    /// What the case reports.
    pub facts: Vec<String>,
    /// What the strategies isolate.
    pub compares: Option<String>,
    /// What a reader should take away.
    pub teaches: Vec<String>,
    /// What is not known.
    pub uncertain: Vec<String>,
}

impl Translation {
    /// A name as it is shown.
    pub fn name<'a>(&'a self, name: &'a str) -> &'a str {
        self.names.get(name).map_or(name, String::as_str)
    }

    /// Shows a name.
    pub fn shared(&self, name: &mut Arc<str>) {
        if let Some(shown) = self.names.get(&**name) {
            *name = Arc::from(shown.as_str());
        }
    }

    /// Shows a name.
    pub fn owned(&self, name: &mut String) {
        if let Some(shown) = self.names.get(name) {
            name.clone_from(shown);
        }
    }

    /// The case study in this language.
    pub fn case_study(&self, mut case: CaseStudy) -> CaseStudy {
        let texts = &self.case_study;
        let parts = [
            (&mut case.story, &texts.story),
            (&mut case.facts, &texts.facts),
            (&mut case.teaches, &texts.teaches),
            (&mut case.uncertain, &texts.uncertain),
        ];
        for (written, shown) in parts.into_iter().filter(|(_, shown)| !shown.is_empty()) {
            written.clone_from(shown);
        }
        if let Some(compares) = &texts.compares {
            case.compares.clone_from(compares);
        }
        for ranking in &mut case.ranking {
            self.shared(&mut ranking.scenario);
            ranking.places.iter_mut().flatten().for_each(|name| self.shared(name));
        }
        case
    }
}

/// Figures that carry names of strategies and scenarios.
pub trait Translated {
    /// Shows the names in a language.
    fn translate(&mut self, into: &Translation);
}

impl<T: Translated> Translated for Vec<T> {
    fn translate(&mut self, into: &Translation) {
        self.iter_mut().for_each(|one| one.translate(into));
    }
}

impl<T: Translated> Translated for Option<T> {
    fn translate(&mut self, into: &Translation) {
        self.iter_mut().for_each(|one| one.translate(into));
    }
}
