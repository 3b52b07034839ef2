//! Answers: the JSON of the program, and the tables, charts and page that go with it.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use recoup::error::Error;
use recoup::output::table::Chunk;

use crate::arrow::{Kept, Rows, Table, pickled, unpickled};
use crate::errors::Told;
use crate::job;

/// A chart: name, finding, picture as SVG.
pub(crate) type Picture = (String, String, String);

/// What people read of an answer.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    pub(crate) charts: Vec<Picture>,
    pub(crate) page: String,
}

type Draw = Box<dyn FnOnce(&job::Watch) -> Result<Shown, Error> + Send>;

/// Charts and page, which are made when somebody asks for them.
pub(crate) struct Lazy {
    made: OnceLock<Shown>,
    make: Mutex<Option<Draw>>,
}

impl Lazy {
    pub(crate) fn new(make: impl FnOnce(&job::Watch) -> Result<Shown, Error> + Send + 'static) -> Self {
        Lazy { made: OnceLock::new(), make: Mutex::new(Some(Box::new(make))) }
    }

    fn known(shown: Shown) -> Self {
        Lazy { made: OnceLock::from(shown), make: Mutex::new(None) }
    }

    fn get(&self, py: Python<'_>) -> PyResult<&Shown> {
        if let Some(made) = self.made.get() {
            return Ok(made);
        }
        let made = job::run(py, None, None, |watch| {
            // Another thread may have made it while this one waited.
            let mut make = self.make.lock().unwrap_or_else(PoisonError::into_inner);
            match make.take() {
                Some(make) => make(watch).map(Some),
                None => Ok(None),
            }
        })?;
        if let Some(made) = made {
            return Ok(self.made.get_or_init(|| made));
        }
        self.made.get().ok_or_else(|| crate::errors::usage(py, "the page could not be made".into()))
    }
}

/// An answer of the program.
#[pyclass(frozen, name = "_Answer", module = "recoup._recoup")]
pub(crate) struct Answer {
    /// The command that gives it.
    #[pyo3(get)]
    kind: String,
    /// The JSON of the command.
    #[pyo3(get)]
    json: String,
    /// What is said of study and answer.
    #[pyo3(get)]
    diagnostics: Vec<Told>,
    tables: Vec<(String, Arc<Vec<Chunk>>)>,
    kept: Option<Arc<Kept>>,
    shown: Lazy,
}

impl Answer {
    pub(crate) fn new(
        kind: &str,
        json: String,
        diagnostics: Vec<Told>,
        tables: Vec<(String, Vec<Chunk>)>,
        shown: Lazy,
    ) -> Self {
        let tables = tables.into_iter().map(|(name, chunks)| (name, Arc::new(chunks))).collect();
        Answer { kind: kind.to_string(), json, diagnostics, tables, kept: None, shown }
    }

    pub(crate) fn with_histories(self, kept: Option<Kept>) -> Self {
        Answer { kept: kept.map(Arc::new), ..self }
    }
}

/// The table of all simulations.
const HISTORIES: &str = "histories";

/// A column of a pickled table: name, kind, values.
type PickledColumn<'py> = (String, String, Bound<'py, PyAny>);

#[pymethods]
impl Answer {
    /// Names of the tables.
    fn tables(&self) -> Vec<&str> {
        let kept = self.kept.iter().map(|_| HISTORIES);
        self.tables.iter().map(|(name, _)| name.as_str()).chain(kept).collect()
    }

    /// The table of that name.
    fn table(&self, name: &str) -> PyResult<Table> {
        if let (HISTORIES, Some(kept)) = (name, &self.kept) {
            return Ok(Table::new(name, Rows::Records(kept.clone())));
        }
        let found = self.tables.iter().find(|(known, _)| known == name);
        let found = found.map(|(name, chunks)| Table::new(name, Rows::Columns(chunks.clone())));
        found.ok_or_else(|| {
            let hint = if name == HISTORIES && self.kind == "run" { "; run with `histories=True`" } else { "" };
            PyKeyError::new_err(format!("no table `{name}`: there is {}{hint}", self.tables().join(", ")))
        })
    }

    /// Names of the charts.
    fn charts(&self, py: Python<'_>) -> PyResult<Vec<String>> {
        Ok(self.shown.get(py)?.charts.iter().map(|(name, ..)| name.clone()).collect())
    }

    /// The finding and the picture of the chart of that name.
    fn chart(&self, py: Python<'_>, name: &str) -> PyResult<(String, String)> {
        let charts = &self.shown.get(py)?.charts;
        let found = charts.iter().find(|(known, ..)| known == name);
        found.map(|(_, title, svg)| (title.clone(), svg.clone())).ok_or_else(|| {
            let names: Vec<&str> = charts.iter().map(|(name, ..)| name.as_str()).collect();
            PyKeyError::new_err(format!("no chart `{name}`: there is {}", names.join(", ")))
        })
    }

    /// The page as HTML.
    fn page(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.shown.get(py)?.page.clone())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let py = slf.py();
        let this = slf.get();
        let shown = this.shown.get(py)?;
        let tables = this.tables.iter().map(|(name, chunks)| Ok((name, pickled(py, chunks)?)));
        let tables = tables.collect::<PyResult<Vec<_>>>()?;
        let restore = py.import("recoup._recoup")?.getattr("restored")?;
        let state = (&this.kind, &this.json, this.diagnostics.clone(), tables, shown.charts.clone(), &shown.page);
        Ok((restore, state.into_pyobject(py)?))
    }
}

/// The answer of a pickle.
#[pyfunction]
pub(crate) fn restored(
    kind: &str,
    json: String,
    diagnostics: Vec<Told>,
    tables: Vec<(String, Vec<Vec<PickledColumn<'_>>>)>,
    charts: Vec<Picture>,
    page: String,
) -> PyResult<Answer> {
    let tables = tables.into_iter().map(|(name, chunks)| Ok((name, unpickled(chunks)?)));
    let tables = tables.collect::<PyResult<Vec<_>>>()?;
    Ok(Answer::new(kind, json, diagnostics, tables, Lazy::known(Shown { charts, page })))
}
