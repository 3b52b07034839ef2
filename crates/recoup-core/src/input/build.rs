//! A study for a test, which states only its edit.

use crate::diagnostic::Diagnostic;
use crate::input::render::rendered;
use crate::input::source::Origin;
use crate::input::{Loaded, Request, load};
use crate::scenario::study::Study;

/// A study to be loaded: `StudyBuilder::builtin("city-hotel").set("voice.solicit", 0.5).load()`.
#[derive(Clone, Debug)]
pub struct StudyBuilder {
    request: Request,
}

impl StudyBuilder {
    /// The study of that name that the program carries.
    pub fn builtin(name: &str) -> Self {
        StudyBuilder { request: Request::builtin(name) }
    }

    /// The study of a text.
    pub fn from_text(text: impl Into<String>) -> Self {
        StudyBuilder { request: Request::new(Origin::Text { name: "text".into(), text: text.into() }) }
    }

    /// A small firm with one segment, one failure and the preset of that name, whose severity is `severity`.
    pub fn preset(name: &str, severity: &str) -> Self {
        let text = format!(
            "extends = \"preset:{name}\"\n\
             [[segment]]\nname = \"all\"\nshare = 1.0\npurchases_per_year = 2.0\nmargin = 100.0\n\
             retention_cost = 20.0\nbase_loyalty = 0.87\n\
             [[failure]]\nname = \"failure\"\nseverity = \"{severity}\"\nper = \"year\"\nrate = 0.25\n"
        );
        StudyBuilder::from_text(text)
    }

    /// The same with `key` set to `value`, as if it were written in the text.
    pub fn set(mut self, key: &str, value: impl std::fmt::Display) -> Self {
        self.request.set.push(format!("{key}={value}"));
        self
    }

    /// Loads it.
    pub fn load(&self) -> Result<Loaded, Vec<Diagnostic>> {
        load(&self.request)
    }

    /// Loads it; for tests, in which a refusal is a bug.
    ///
    /// # Panics
    /// When the study is refused.
    pub fn study(&self) -> Study {
        match self.load() {
            Ok(loaded) => loaded.study,
            Err(diagnostic) => panic!("the study is refused:\n{}", rendered(&diagnostic, false)),
        }
    }
}
