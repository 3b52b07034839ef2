//! Studies: what was asked for, and the study that came of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use pyo3::prelude::*;
use recoup::diagnostic::Diagnostic;
use recoup::error::Error;
use recoup::input::source::Origin;
use recoup::input::{Loaded, Request, load as load_study};
use recoup::scenario::key::Key;
use recoup::scenario::study::{EngineKind, Study as Checked};

use crate::answer::Answer;
use crate::errors::{Told, told, usage};
use crate::evaluator::Evaluator;
use crate::options::{Options, whole};
use crate::{ask, job, run};

/// A study that was read and checked. It never changes.
#[pyclass(frozen, name = "_Study", module = "recoup._recoup")]
#[derive(Clone, Debug)]
pub(crate) struct Study {
    pub(crate) request: Request,
    pub(crate) study: Arc<Checked>,
    diagnostics: Vec<Diagnostic>,
}

/// A study with the options of a question, and the most memory that the question may take.
pub(crate) struct Ready {
    pub(crate) study: Arc<Checked>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) memory: Option<u64>,
}

impl Study {
    /// Reads the study of a request.
    pub(crate) fn read(request: Request) -> Result<Self, Error> {
        let request = whole(request);
        let Loaded { study, diagnostics } = load_study(&request).map_err(Error::Refused)?;
        Ok(Study { request, study: Arc::new(study), diagnostics })
    }

    /// The study with these options; `needed` is the engine that a question needs.
    pub(crate) fn ready(&self, options: &Options, needed: Option<EngineKind>) -> Result<Ready, Error> {
        let request = options.on(&self.request, needed)?;
        let memory = request.memory;
        if !options.change_study() && needed.is_none() {
            return Ok(Ready { study: self.study.clone(), diagnostics: self.diagnostics.clone(), memory });
        }
        let Loaded { study, diagnostics } = load_study(&request).map_err(Error::Refused)?;
        self.is_as_it_was()?;
        Ok(Ready { study: Arc::new(study), diagnostics, memory })
    }

    /// Refuses a study whose files say something else than when it was read.
    pub(crate) fn is_as_it_was(&self) -> Result<(), Error> {
        if !matches!(self.request.origin, Origin::File(_)) {
            return Ok(());
        }
        match load_study(&self.request) {
            Ok(again) if again.study.resolved == self.study.resolved => Ok(()),
            Ok(_) => {
                let message = format!("`{}` was changed after it was loaded", self.study.name);
                Err(Error::Refused(vec![Diagnostic::error("S072", message).with_help("load the study again")]))
            }
            Err(wrong) => Err(Error::Refused(wrong)),
        }
    }
}

/// What is needed to read a study again: kind, name or path, text, settings, and the text of the study that came of it.
type State = (String, String, Option<String>, Vec<String>, String);

#[pymethods]
impl Study {
    /// Its name: the file without folder and ending.
    #[getter]
    fn name(&self) -> &str {
        &self.study.name
    }

    /// Its title.
    #[getter]
    fn title(&self) -> &str {
        &self.study.title
    }

    /// Currency of all money.
    #[getter]
    fn currency(&self) -> &str {
        &self.study.currency
    }

    /// Names of its scenarios.
    #[getter]
    fn scenarios(&self) -> Vec<String> {
        self.study.scenarios.iter().map(|scenario| scenario.name.to_string()).collect()
    }

    /// Names of its strategies, the reference first.
    #[getter]
    fn strategies(&self) -> Vec<String> {
        self.study.scenarios[0].strategies.iter().map(|strategy| strategy.name.to_string()).collect()
    }

    /// Keys of the uncertain numbers.
    #[getter]
    fn uncertain(&self) -> Vec<String> {
        let strategies = self.study.scenarios.iter().flat_map(|scenario| &scenario.strategies);
        let numbers = strategies.flat_map(|strategy| &strategy.parameters.uncertain);
        let keys: BTreeSet<&Key> = numbers.map(|number| &number.key).collect();
        keys.into_iter().map(ToString::to_string).collect()
    }

    /// Warnings and notes about it.
    #[getter]
    fn diagnostics(&self) -> Vec<Told> {
        told(&self.diagnostics, self.study.language)
    }

    /// Its settings, as KEY=VALUE.
    #[getter]
    fn settings(&self) -> Vec<String> {
        self.request.set.clone()
    }

    /// The whole study as TOML, with all that it extends.
    fn to_toml(&self) -> &str {
        &self.study.resolved
    }

    /// The same as JSON.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        let table: Result<toml::Table, _> = self.study.resolved.parse();
        let text = table
            .map_err(|error| error.to_string())
            .and_then(|table| serde_json::to_string(&table).map_err(|error| error.to_string()));
        text.map_err(|message| usage(py, message))
    }

    /// The same study with more settings, as KEY=VALUE.
    #[pyo3(name = "with_")]
    fn with(&self, py: Python<'_>, settings: Vec<String>) -> PyResult<Self> {
        let mut request = self.request.clone();
        request.set.extend(settings);
        job::run(py, None, None, |_| {
            let study = Study::read(request)?;
            self.is_as_it_was()?;
            Ok(study)
        })
    }

    /// The answer to the question that `command` asks.
    #[pyo3(signature = (command, arguments, options, threads = None, progress = None))]
    fn ask(
        &self,
        py: Python<'_>,
        command: &str,
        arguments: &str,
        options: &str,
        threads: Option<usize>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Answer> {
        job::run(py, threads, progress, |watch| ask::ask(self, command, arguments, &Options::read(options)?, watch))
    }

    /// The answer of `recoup run`.
    #[pyo3(signature = (options, histories = false, threads = None, progress = None))]
    fn run(
        &self,
        py: Python<'_>,
        options: &str,
        histories: bool,
        threads: Option<usize>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Answer> {
        job::run(py, threads, progress, |watch| run::run(self, &Options::read(options)?, histories, watch))
    }

    /// The expected engine as a function of chosen numbers.
    fn evaluator(&self, py: Python<'_>, arguments: &str, options: &str) -> PyResult<Evaluator> {
        job::run(py, None, None, |_| Evaluator::new(self, arguments, &Options::read(options)?))
    }

    /// What is needed to read it again.
    fn state(&self, py: Python<'_>) -> PyResult<State> {
        let (kind, name, text) = match &self.request.origin {
            Origin::File(path) => {
                let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
                let path = path.to_str().ok_or_else(|| usage(py, "the path of the study is no text".into()))?;
                ("file", path.to_string(), None)
            }
            Origin::Builtin(name) => ("builtin", name.clone(), None),
            Origin::Text { name, text } => ("text", name.clone(), Some(text.clone())),
        };
        Ok((kind.to_string(), name, text, self.request.set.clone(), self.study.resolved.clone()))
    }

    /// The study of a [`state`](Study::state).
    #[staticmethod]
    fn restore(py: Python<'_>, state: State) -> PyResult<Self> {
        let (kind, name, text, set, resolved) = state;
        job::run(py, None, None, move |_| {
            let mut request = Request::new(match (kind.as_str(), text) {
                ("text", Some(text)) => Origin::Text { name, text },
                ("builtin", _) => Origin::Builtin(name),
                _ => Origin::File(name.into()),
            });
            request.set = set;
            let study = Study::read(request)?;
            if study.study.resolved != resolved {
                let message = format!("`{}` is not as it was when it was pickled", study.study.name);
                let help = "load the study there, by the same version of recoup and from the same file";
                return Err(Error::Refused(vec![Diagnostic::error("S072", message).with_help(help)]));
            }
            Ok(study)
        })
    }
}

/// Reads a study: by a name or path as the program takes it, or a text.
#[pyfunction]
#[pyo3(signature = (name, text = None, settings = Vec::new()))]
pub(crate) fn load(py: Python<'_>, name: String, text: Option<String>, settings: Vec<String>) -> PyResult<Study> {
    job::run(py, None, None, move |_| {
        let mut request = match text {
            Some(text) => Request::new(Origin::Text { name, text }),
            None => Request::named(&name),
        };
        request.set = settings;
        Study::read(request)
    })
}

/// A value as TOML: of a table a document, of anything else what stands behind a key.
#[pyfunction]
pub(crate) fn toml_of(py: Python<'_>, json: &str, is_document: bool) -> PyResult<String> {
    let value: Result<toml::Value, String> = serde_json::from_str(json).map_err(|error| error.to_string());
    let text = value.and_then(|value| match value {
        toml::Value::Table(table) if is_document => toml::to_string(&table).map_err(|error| error.to_string()),
        value => Ok(on_one_line(&value)),
    });
    text.map_err(|message| usage(py, format!("it is no value of a study: {message}")))
}

/// A value on one line, as a setting has it.
fn on_one_line(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => basic_string(text),
        toml::Value::Array(items) => format!("[{}]", items.iter().map(on_one_line).collect::<Vec<_>>().join(", ")),
        toml::Value::Table(table) if table.is_empty() => "{}".to_string(),
        toml::Value::Table(table) => {
            let entry =
                |(key, value): (&String, &toml::Value)| format!("{} = {}", bare_or_quoted(key), on_one_line(value));
            format!("{{ {} }}", table.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

fn bare_or_quoted(key: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if !key.is_empty() && key.chars().all(is_bare) { key.to_string() } else { basic_string(key) }
}

/// A text in double quotes, control characters escaped.
fn basic_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The parts of a key.
#[pyfunction]
pub(crate) fn parts(py: Python<'_>, key: &str) -> PyResult<Vec<String>> {
    let parsed = Key::parse(key).map(|key| key.0);
    parsed.ok_or_else(|| usage(py, format!("`{key}` is no key: write it as failure.\"room not ready\".rate")))
}

/// The key of parts.
#[pyfunction]
pub(crate) fn path(parts: Vec<String>) -> String {
    Key(parts).to_string()
}
