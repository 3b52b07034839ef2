//! A study as a Rust program uses it.

use std::path::Path;

use crate::ask::run::{Ran, RunQuestion};
use crate::ask::{Answer, Question, Subject};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::input::{Loaded, Request, load};
use crate::output::parquet::READ_PARQUET;

/// A study that was read and checked, ready for questions.
///
/// ```
/// let study = recoup::Study::shipped("city-hotel")?.with("study.draws", "20")?;
/// let answer = study.run()?;
/// let strategies = &answer.found.comparisons()[0].strategies;
/// assert_eq!(&*strategies[0].name, "today");
/// assert!(strategies.iter().any(|strategy| strategy.difference.npv.mean > 0.0));
/// # Ok::<(), recoup::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Study {
    request: Request,
    loaded: Loaded,
}

impl Study {
    fn read(mut request: Request) -> Result<Self, Error> {
        request.parquet = Some(READ_PARQUET);
        let loaded = load(&request).map_err(Error::Refused)?;
        Ok(Study { request, loaded })
    }

    /// The study in a file.
    ///
    /// ```no_run
    /// let study = recoup::Study::load("hotel.toml")?;
    /// println!("{}", study.name());
    /// # Ok::<(), recoup::Error>(())
    /// ```
    ///
    /// # Errors
    /// The file cannot be read, or the study is refused: [`Error::Refused`] has every problem with its place and code.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        Study::read(Request::file(path.as_ref()))
    }

    /// A study that the program carries, such as `city-hotel` or `case:fedex`.
    ///
    /// # Errors
    /// There is none of that name.
    pub fn shipped(name: &str) -> Result<Self, Error> {
        Study::read(Request::builtin(name))
    }

    /// The same study with a key set, as by `--set KEY=VALUE`. Text values stand in quotes.
    ///
    /// ```
    /// let study = recoup::Study::shipped("tarp-major")?.with("market.customers", "5_000")?;
    /// assert!(study.with("market.customers", "-1").is_err());
    /// # Ok::<(), recoup::Error>(())
    /// ```
    ///
    /// # Errors
    /// The key does not exist, or the value is refused.
    pub fn with(&self, key: &str, value: &str) -> Result<Self, Error> {
        let mut request = self.request.clone();
        request.set.push(format!("{key}={value}"));
        Study::read(request)
    }

    /// Its name: the file without folder and ending.
    pub fn name(&self) -> &str {
        &self.loaded.study.name
    }

    /// Warnings and notes about the study.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.loaded.diagnostics
    }

    /// The checked study behind it.
    pub fn data(&self) -> &crate::scenario::study::Study {
        &self.loaded.study
    }

    /// Simulates the study. For a result folder with tables, charts and report, see [`pipeline::run`](crate::pipeline::run).
    ///
    /// # Errors
    /// None but a stop, which nobody requests here.
    pub fn run(&self) -> Result<Answer<Ran>, Error> {
        self.ask(&RunQuestion)
    }

    /// Asks a question of the first scenario.
    ///
    /// ```
    /// use recoup::ask::sweep::{Levels, SweepQuestion};
    ///
    /// let study = recoup::Study::shipped("city-hotel")?.with("study.draws", "20")?;
    /// let lever = Levels { key: "voice.solicit".into(), from: 0.0, to: 1.0, steps: 5 };
    /// let answer = study.ask(&SweepQuestion { lever, strategy: Some("ask and answer".into()) })?;
    /// assert_eq!(answer.found.curves[0].points.len(), 5);
    /// # Ok::<(), recoup::Error>(())
    /// ```
    ///
    /// # Errors
    /// What is asked for does not exist or cannot be answered: [`Error::Refused`] has every problem.
    pub fn ask<Q: Question>(&self, question: &Q) -> Result<Answer<Q::Found>, Error> {
        Ok(question.ask(&Subject::new(&self.loaded.study, None)?)?)
    }

    /// Asks a question of the scenario of that name.
    ///
    /// # Errors
    /// Those of [`Study::ask`], or there is no such scenario.
    pub fn ask_in<Q: Question>(&self, scenario: &str, question: &Q) -> Result<Answer<Q::Found>, Error> {
        Ok(question.ask(&Subject::new(&self.loaded.study, Some(scenario))?)?)
    }
}
