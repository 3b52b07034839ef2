//! A request: a study, a question, and the parameters of the question.

use std::cell::RefCell;
use std::rc::Rc;

use recoup_core::ask::game::GameQuestion;
use recoup_core::ask::paradox::ParadoxQuestion;
use recoup_core::ask::sensitivity::TornadoQuestion;
use recoup_core::ask::story::StoryQuestion;
use recoup_core::ask::sweep::{Levels, SweepQuestion};
use recoup_core::ask::variants::VariantsQuestion;
use recoup_core::ask::{Question, Subject, Unanswered};
use recoup_core::input::source::Origin;
use recoup_core::input::{Loaded, load};
use recoup_core::scenario::study::EngineKind;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::class::ClassText;
use crate::edit::Edit;
use crate::explore::explore;
use crate::game::GameText;
use crate::reply::Reply;
use crate::study::described;

/// A question about a study.
#[derive(Clone, Debug, Deserialize)]
pub struct Request {
    /// The study.
    pub study: StudyText,
    /// Name of the scenario; the first where none is named.
    #[serde(default)]
    pub scenario: Option<String>,
    /// Draws over which the question is asked, where they are not those of the study.
    #[serde(default)]
    pub draws: Option<u64>,
    /// What is asked: `study`, `explore`, `edit`, `tornado`, `game`, or the command of the program that asks the same.
    pub question: String,
    /// Parameters of the question.
    #[serde(default)]
    pub with: Value,
}

/// A study as text.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct StudyText {
    /// Its name, in messages and in answers.
    pub name: String,
    /// The TOML text; it may extend presets and cases only.
    pub text: String,
    /// `KEY=VALUE`, in order, as `--set` takes them.
    #[serde(default)]
    pub set: Vec<String>,
    /// The engine in place of the study's.
    #[serde(default)]
    pub engine: Option<String>,
    /// Draws in place of the study's.
    #[serde(default)]
    pub draws: Option<u64>,
    /// Seed in place of the study's.
    #[serde(default)]
    pub seed: Option<u64>,
}

#[derive(Deserialize)]
struct LevelsText {
    key: String,
    from: f64,
    to: f64,
    steps: usize,
}

#[derive(Deserialize)]
struct SweepText {
    lever: LevelsText,
    strategy: Option<String>,
}

#[derive(Deserialize)]
struct StoryText {
    customer: Option<u64>,
    most_different: Option<usize>,
}

thread_local! {
    /// The last study that was read: several questions are asked of one.
    static LAST: RefCell<Option<(StudyText, Rc<Loaded>)>> = const { RefCell::new(None) };
}

impl StudyText {
    /// The checked study.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub(crate) fn load(&self) -> Result<Rc<Loaded>, Unanswered> {
        let last = LAST.with_borrow(|last| last.as_ref().filter(|(text, _)| text == self).map(|(_, it)| it.clone()));
        if let Some(loaded) = last {
            return Ok(loaded);
        }
        let origin = Origin::Text { name: self.name.clone(), text: self.text.clone() };
        let mut request = recoup_core::input::Request::new(origin);
        request.set.clone_from(&self.set);
        if let Some(name) = &self.engine {
            // A name that is no engine is refused as a setting is, with the names that there are.
            match EngineKind::of_name(name) {
                Some(engine) => request.engine = Some(engine),
                None => request.set.push(format!("study.engine={name}")),
            }
        }
        (request.draws, request.seed) = (self.draws, self.seed);
        let loaded = Rc::new(load(&request).map_err(Unanswered::Refused)?);
        LAST.set(Some((self.clone(), Rc::clone(&loaded))));
        Ok(loaded)
    }
}

impl Request {
    /// The reply to the question.
    pub(crate) fn ask(&self) -> Reply {
        self.answered().unwrap_or_else(|reply| reply)
    }

    fn answered(&self) -> Result<Reply, Reply> {
        match self.question.as_str() {
            "study" => Ok(Reply::answer(&described(&*self.study.load()?))),
            "edit" => Ok(Reply::answer(&self.with::<Edit>()?.apply(&self.study)?)),
            "explore" => Ok(Reply::answer(&explore(&self.study.load()?.study, self.scenario())?)),
            "paradox" => self.put(&ParadoxQuestion),
            "variants" => self.put(&VariantsQuestion),
            "tornado" => self.put(&TornadoQuestion),
            "sweep" => {
                let SweepText { lever: LevelsText { key, from, to, steps }, strategy } = self.with()?;
                self.put(&SweepQuestion { lever: Levels { key, from, to, steps }, strategy })
            }
            "story" => {
                let StoryText { customer, most_different } = self.with()?;
                self.put(&StoryQuestion { customer, most_different: most_different.unwrap_or(1) })
            }
            "class" => self.put(&self.with::<ClassText>()?.question()?),
            "game" => self.put(&GameQuestion::from(self.with::<GameText>()?)),
            other => Err(Reply::no_question(other)),
        }
    }

    fn scenario(&self) -> Option<&str> {
        self.scenario.as_deref()
    }

    /// The parameters of the question.
    fn with<T: DeserializeOwned>(&self) -> Result<T, Reply> {
        let with = if self.with.is_null() { Value::Object(Default::default()) } else { self.with.clone() };
        serde_json::from_value(with).map_err(|error| Reply::unreadable(&error))
    }

    /// Asks a question of the program.
    fn put(&self, question: &impl Question) -> Result<Reply, Reply> {
        let mut text = self.study.clone();
        if let Some(engine) = question.engine() {
            text.engine = Some(engine.name().to_string());
        }
        let loaded = text.load()?;
        let subject = Subject::new(&loaded.study, self.scenario())?
            .with_draws(self.draws.or(self.study.draws))
            .without_simulated_cautions();
        Ok(Reply::answer(&question.ask(&subject)?))
    }
}
