//! Answers: the JSON of the program, and the tables, charts and page that go with it.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::{self, ThreadId};

use pyo3::exceptions::{PyKeyError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use recoup::error::Error;
use recoup::output::table::Chunk;

use crate::arrow::{Kept, Rows, Table, pickled, unpickled};
use crate::errors::{Told, usage};
use crate::job;

/// A chart: name, finding, picture as SVG.
pub(crate) type Picture = (String, String, String);

/// What people read of an answer.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    pub(crate) charts: Vec<Picture>,
    pub(crate) page: String,
}

type Draw = dyn Fn(&job::Watch) -> Result<Shown, Error> + Send + Sync;

/// Charts and page, which are made when somebody asks for them.
///
/// One thread at a time makes them. It claims them before its work goes to a pool, and the others wait in their own threads: a
/// lock that is held in a pool could be asked for again by the same thread, which does other work of the pool while it waits.
pub(crate) struct Lazy {
    made: OnceLock<Shown>,
    making: Mutex<Making>,
    freed: Condvar,
}

/// How charts and page are made, and who is at it.
struct Making {
    /// Gone once they are made.
    draw: Option<Arc<Draw>>,
    by: Option<Maker>,
}

/// A thread of a process: after a fork the others are gone.
#[derive(PartialEq, Eq)]
struct Maker {
    process: u32,
    thread: ThreadId,
}

impl Maker {
    fn here() -> Self {
        Maker { process: std::process::id(), thread: thread::current().id() }
    }
}

/// The right to make charts and page, which ends with it.
struct Claim<'a> {
    lazy: &'a Lazy,
    draw: Arc<Draw>,
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        let mut making = self.lazy.making();
        making.by = None;
        if self.lazy.made.get().is_some() {
            making.draw = None;
        }
        drop(making);
        self.lazy.freed.notify_all();
    }
}

impl Lazy {
    pub(crate) fn new(make: impl Fn(&job::Watch) -> Result<Shown, Error> + Send + Sync + 'static) -> Self {
        Lazy::with(OnceLock::new(), Some(Arc::new(make)))
    }

    fn known(shown: Shown) -> Self {
        Lazy::with(OnceLock::from(shown), None)
    }

    fn with(made: OnceLock<Shown>, draw: Option<Arc<Draw>>) -> Self {
        Lazy { made, making: Mutex::new(Making { draw, by: None }), freed: Condvar::new() }
    }

    fn making(&self) -> MutexGuard<'_, Making> {
        self.making.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn get(&self, py: Python<'_>) -> PyResult<&Shown> {
        loop {
            if let Some(made) = self.made.get() {
                return Ok(made);
            }
            if let Some(claim) = self.claim(py)? {
                let shown = job::run(py, None, None, |watch| (claim.draw)(watch))?;
                return Ok(self.made.get_or_init(|| shown));
            }
            py.detach(|| self.wait());
            py.check_signals()?;
        }
    }

    /// The right to make them, unless somebody else has it or has made them by now.
    fn claim(&self, py: Python<'_>) -> PyResult<Option<Claim<'_>>> {
        let mut making = self.making();
        let here = Maker::here();
        match &making.by {
            // A handler of a signal, or what is called by the collector of garbage.
            Some(by) if *by == here => return Err(usage(py, "the page is being made by this thread".into())),
            Some(by) if by.process == here.process => return Ok(None),
            _ => {}
        }
        let claim = making.draw.clone().map(|draw| Claim { lazy: self, draw });
        if claim.is_some() {
            making.by = Some(here);
        }
        Ok(claim)
    }

    /// Waits a moment for who makes them.
    fn wait(&self) {
        let making = self.making();
        if making.by.is_some() {
            drop(self.freed.wait_timeout(making, job::EVERY));
        }
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

    /// An answer does not change: a copy is the same.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let py = slf.py();
        let this = slf.get();
        if this.kept.is_some() {
            let message = "histories are not pickled: write the table to a file, or run without `histories=True`";
            return Err(PyTypeError::new_err(message));
        }
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
