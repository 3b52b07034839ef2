//! Questions about a study, and their answers as data.
//!
//! A question is a struct with what a user may choose. It is asked of a [`Subject`], one scenario of a study, and gives an
//! [`Answer`]: a serde struct in plain units, with the study, version, stream, seed and currency behind it and the cautions
//! that go with it. What cannot be answered is an [`Unanswered`] with everything that is wrong. No sentence is written here:
//! a front end renders the answer in its language.
//!
//! ```
//! use recoup_core::ask::{Question, Subject};
//! use recoup_core::ask::breakeven::BreakEvenQuestion;
//! use recoup_core::input::{Request, load};
//!
//! let study = load(&Request::builtin("city-hotel")).expect("it is shipped").study;
//! let subject = Subject::new(&study, None)?.with_draws(Some(20));
//! let question = BreakEvenQuestion { key: "severity.minor.repurchase.silent".into(), ..Default::default() };
//! let answer = question.ask(&subject)?;
//! assert!(answer.found.break_even.is_some_and(|share| share > 0.0 && share < 1.0));
//! # Ok::<(), recoup_core::ask::Unanswered>(())
//! ```

pub mod breakeven;
pub mod cases;
pub mod class;
pub mod decide;
pub mod diff;
pub mod fmea;
pub mod game;
pub mod optimize;
pub mod paradox;
pub mod points;
pub mod run;
pub mod sensitivity;
pub mod story;
pub mod sweep;
pub mod synth;
mod translated;
pub mod variants;
pub mod why;

use serde::{Serialize, Serializer};

use crate::analysis::caution_checks::uncorrected;
use crate::analysis::cautions::Caution;
use crate::analysis::lever::Lever;
use crate::analysis::lever_sweep::Spread;
use crate::analysis::summary::best_of;
use crate::diagnostic::Diagnostic;
use crate::engine::evaluate::Evaluator;
use crate::engine::progress::{NoProgress, Progress};
use crate::engine::simulate::Interrupted;
use crate::input::hint::did_you_mean;
use crate::input::refuse_contagion;
use crate::random::address::STREAM;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{EngineKind, Scenario, Strategy, Study};
use crate::scenario::translation::Translated;

/// A question about one scenario of a study, or about all of them.
pub trait Question {
    /// What is found.
    type Found: Serialize + Clone + Translated;
    /// The command that asks it.
    const COMMAND: &'static str;
    /// Whether it is answered at the point values alone, so that draws have no effect.
    const IS_AT_POINT_VALUES: bool = false;

    /// The engine that the study should be loaded with, where the question needs a certain one.
    fn engine(&self) -> Option<EngineKind> {
        None
    }

    /// Asks it.
    ///
    /// # Errors
    /// What is asked for does not exist or cannot be answered, or a stop was requested.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Self::Found>, Unanswered>;
}

/// Why a question has no answer.
#[derive(Clone, Debug)]
pub enum Unanswered {
    /// The study or the question is refused: every problem, with its code and the way out.
    Refused(Vec<Diagnostic>),
    /// A stop was requested.
    Interrupted,
}

impl From<Diagnostic> for Unanswered {
    fn from(diagnostic: Diagnostic) -> Self {
        Unanswered::Refused(vec![diagnostic])
    }
}

impl From<Vec<Diagnostic>> for Unanswered {
    fn from(diagnostics: Vec<Diagnostic>) -> Self {
        Unanswered::Refused(diagnostics)
    }
}

impl From<Interrupted> for Unanswered {
    fn from(_: Interrupted) -> Self {
        Unanswered::Interrupted
    }
}

/// A question whose parameters contradict each other or lie outside what can be asked.
fn unanswerable(message: String, help: &str) -> Diagnostic {
    Diagnostic::error("S066", message).with_help(help)
}

/// What went right, or everything that went wrong.
pub fn all<T>(results: impl IntoIterator<Item = Result<T, Diagnostic>>) -> Result<Vec<T>, Vec<Diagnostic>> {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(value) => good.push(value),
            Err(diagnostic) => bad.push(diagnostic),
        }
    }
    if bad.is_empty() { Ok(good) } else { Err(bad) }
}

/// The scenario of that name, the first where none is named: its position.
///
/// # Errors
/// The study has no scenario of that name.
pub fn find_scenario(study: &Study, name: Option<&str>) -> Result<usize, Diagnostic> {
    let Some(name) = name else { return Ok(0) };
    study.scenarios.iter().position(|scenario| &*scenario.name == name).ok_or_else(|| {
        let mut diagnostic = Diagnostic::error("S064", format!("no scenario `{name}`"));
        diagnostic.help = did_you_mean(name, study.scenarios.iter().map(|s| &*s.name).collect::<Vec<_>>());
        diagnostic
    })
}

/// One scenario of a study, ready for questions.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    study: &'a Study,
    place: usize,
    draws: Option<u64>,
    progress: &'a dyn Progress,
    simulates_cautions: bool,
}

impl<'a> Subject<'a> {
    /// The scenario of that name, the first where none is named.
    ///
    /// # Errors
    /// The study has no such scenario.
    pub fn new(study: &'a Study, scenario: Option<&str>) -> Result<Self, Unanswered> {
        Ok(Subject {
            study,
            place: find_scenario(study, scenario)?,
            draws: None,
            progress: &NoProgress,
            simulates_cautions: true,
        })
    }

    /// The same with that many parameter draws; `None` leaves it to the question.
    pub fn with_draws(self, draws: Option<u64>) -> Self {
        Subject { draws, ..self }
    }

    /// The same without the cautions that take a simulation: for a front end that asks many times a second.
    pub fn without_simulated_cautions(self) -> Self {
        Subject { simulates_cautions: false, ..self }
    }

    /// The same with somebody who sees the progress and may request a stop.
    pub fn with_progress(self, progress: &'a dyn Progress) -> Self {
        Subject { progress, ..self }
    }

    /// The same scenario of the same study as a language shows them.
    pub fn in_language<'b>(self, study: &'b Study) -> Subject<'b>
    where
        'a: 'b,
    {
        Subject { study, ..self }
    }

    /// The study.
    pub fn study(&self) -> &'a Study {
        self.study
    }

    /// The scenario.
    pub fn scenario(&self) -> &'a Scenario {
        &self.study.scenarios[self.place]
    }

    /// A strategy of the scenario by its number, the reference first.
    pub fn strategy(&self, strategy: usize) -> &'a Strategy {
        &self.scenario().strategies[strategy]
    }

    /// Name of a strategy.
    pub fn name(&self, strategy: usize) -> &'a str {
        &self.strategy(strategy).name
    }

    fn names(&self, strategies: &[usize]) -> Vec<String> {
        strategies.iter().map(|&i| self.name(i).to_string()).collect()
    }

    fn point(&self, strategy: usize) -> &'a Parameters {
        &self.strategy(strategy).parameters.point
    }

    /// The number of the strategy of that name.
    ///
    /// # Errors
    /// The scenario has no such strategy.
    pub fn find_strategy(&self, name: &str) -> Result<usize, Diagnostic> {
        let strategies = &self.scenario().strategies;
        strategies.iter().position(|s| &*s.name == name).ok_or_else(|| {
            let mut diagnostic = Diagnostic::error("S042", format!("no strategy `{name}`"));
            diagnostic.help = did_you_mean(name, strategies.iter().map(|s| &*s.name).collect::<Vec<_>>());
            diagnostic
        })
    }

    /// The number of the strategy of that name, which must not be the reference.
    ///
    /// # Errors
    /// The scenario has no such strategy, or it is the reference.
    fn find_rival(&self, name: &str) -> Result<usize, Diagnostic> {
        match self.find_strategy(name)? {
            0 => Err(Diagnostic::error("S042", format!("`{name}` is the reference, whose levers do not move"))
                .with_help("name another strategy: it is compared with the reference")),
            strategy => Ok(strategy),
        }
    }

    /// The strategies of the scenario, ready to be evaluated by the expected engine.
    ///
    /// # Errors
    /// The study spreads by contagion, which the expected engine leaves out.
    pub fn evaluator(&self) -> Result<Evaluator<'a>, Unanswered> {
        refuse_contagion(self.study)?;
        Ok(Evaluator::new(self.study, self.scenario()).watched_by(self.progress))
    }

    /// Parameter draws: those asked for, else the study's, at most `usual`.
    pub fn draws(&self, usual: u64) -> u64 {
        self.draws.unwrap_or_else(|| self.study.settings.draws.min(usual))
    }

    /// The strategy with the highest mean NPV over `draws`, the reference left out; the first of equals.
    ///
    /// # Errors
    /// There is only the reference.
    fn best_rival(&self, evaluator: &Evaluator<'_>, draws: u64) -> Result<usize, Diagnostic> {
        if evaluator.strategies() < 2 {
            let diagnostic = Diagnostic::error("S042", "the study has no strategy besides the reference");
            return Err(diagnostic.with_help("add a second [[strategy]] to compare"));
        }
        let records = evaluator.records_at(&evaluator.draws(draws));
        let sum = |i: usize| records.iter().map(|draw| draw[i].npv()).sum::<f64>();
        Ok(1 + best_of(&(1..evaluator.strategies()).map(sum).collect::<Vec<f64>>()))
    }

    /// Two strategies by name: by default the best besides the reference, and the reference.
    fn pair(
        &self,
        evaluator: &Evaluator<'_>,
        draws: u64,
        strategy: Option<&str>,
        against: Option<&str>,
    ) -> Result<[usize; 2], Unanswered> {
        all([strategy, against].into_iter().flatten().map(|name| self.find_strategy(name)))?;
        let of = match strategy {
            Some(name) => self.find_strategy(name)?,
            None => self.best_rival(evaluator, draws)?,
        };
        let against = against.map_or(Ok(0), |name| self.find_strategy(name))?;
        if of == against {
            let message = format!("`{}` is compared with itself", self.name(of));
            return Err(unanswerable(message, "name two strategies").into());
        }
        Ok([of, against])
    }

    /// The caution about what the expected engine leaves out of the difference between the strategies of each pair.
    fn gap_caution(&self, pairs: &[[usize; 2]]) -> Result<Option<Caution>, Interrupted> {
        if !self.simulates_cautions {
            return Ok(None);
        }
        uncorrected(self.study, self.scenario(), pairs, self.progress)
    }

    /// The caution about a lever that costs nothing, as it stands in the last strategy in which it moves.
    fn free_lever(&self, lever: &Lever) -> Option<Caution> {
        let last = lever.moves_in.last()?;
        lever.caution(self.point(*last))
    }

    /// The answer, unless a stop was requested on the way.
    fn answer<T>(&self, found: T, cautions: Vec<Caution>) -> Result<Answer<T>, Unanswered> {
        if self.progress.is_stopped() {
            return Err(Unanswered::Interrupted);
        }
        let study = self.study;
        Ok(Answer {
            study: study.name.clone(),
            title: study.title.clone(),
            scenario: Some(self.scenario().name.to_string()),
            currency: study.currency.clone(),
            version: env!("CARGO_PKG_VERSION"),
            stream: STREAM,
            seed: study.settings.seed,
            found,
            cautions,
        })
    }
}

impl<T> Answer<T> {
    /// The same answer where it is one for all scenarios of the study.
    fn for_all_scenarios(self) -> Self {
        Answer { scenario: None, ..self }
    }
}

/// An answer, and what it rests on.
#[derive(Clone, Debug, Serialize)]
pub struct Answer<T> {
    /// Name of the study.
    pub study: String,
    /// Its title.
    pub title: String,
    /// Name of the scenario; `None` where all are answered for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scenario: Option<String>,
    /// Currency of all money.
    pub currency: String,
    /// Version of the program.
    pub version: &'static str,
    /// Version of the stream contract: the addresses of random numbers.
    pub stream: u32,
    /// Seed of all random numbers.
    pub seed: u64,
    /// What was found.
    #[serde(flatten)]
    pub found: T,
    /// What a reader should know before they act on it.
    #[serde(serialize_with = "with_codes")]
    pub cautions: Vec<Caution>,
}

fn with_codes<S: Serializer>(cautions: &[Caution], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(cautions.iter().map(WithCode::of))
}

/// A caution with the code of the list of diagnostics.
#[derive(Serialize)]
struct WithCode<'a> {
    code: &'static str,
    #[serde(flatten)]
    caution: &'a Caution,
}

impl<'a> WithCode<'a> {
    fn of(caution: &'a Caution) -> Self {
        WithCode { code: caution.concern.code(), caution }
    }
}

/// A figure that not every parameter draw has: its quantiles over the draws that have it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// 5 % quantile.
    pub p05: f64,
    /// Median.
    pub p50: f64,
    /// 95 % quantile.
    pub p95: f64,
    /// Share of the draws that have the figure.
    pub share_of_draws: f64,
}

impl Interval {
    /// The interval of a spread; `None` where no draw has the figure, or there is one draw.
    fn of(spread: &Spread) -> Option<Self> {
        spread.interval.map(|[p05, p50, p95]| Interval { p05, p50, p95, share_of_draws: spread.share })
    }
}
