//! A study as a function of chosen numbers, over rows of 64-bit floats in memory.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use recoup::ask::points::{PointOutput, Points, PointsQuestion, study_of_points};
use recoup::ask::{Subject, Unanswered};
use recoup::engine::estimate::Estimate;
use recoup::error::Error;
use recoup::scenario::study::Study as Checked;
use serde::Deserialize;

use crate::ask::NO_ENGINE;
use crate::errors::usage;
use crate::job::{self, Watch};
use crate::options::{Options, read};
use crate::study::Study;

/// Most values of an array.
const MOST_VALUES: u128 = 1_000_000_000;
/// Bytes that a value takes on its way: in its row, among all and in Python.
const VALUE_BYTES: f64 = 24.0;
/// Bytes that a row takes beside its values.
const ROW_BYTES: f64 = 40.0;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arguments {
    keys: Vec<String>,
    strategies: Vec<String>,
    output: String,
}

/// The expected engine as a function of chosen numbers.
#[pyclass(frozen, name = "_Evaluator", module = "recoup._recoup")]
pub(crate) struct Evaluator {
    study: Arc<Checked>,
    scenario: Option<String>,
    question: PointsQuestion,
    options: Options,
    /// The numbers, as the study writes them.
    #[pyo3(get)]
    names: Vec<String>,
    /// Names of the strategies.
    #[pyo3(get)]
    strategies: Vec<String>,
    /// Point values of the numbers.
    #[pyo3(get)]
    point: Vec<f64>,
    /// 5 % and 95 % quantiles of the numbers, or their domains.
    #[pyo3(get)]
    bounds: Vec<(f64, f64)>,
}

impl Evaluator {
    pub(crate) fn new(study: &Study, arguments: &str, options: &Options) -> Result<Self, Error> {
        let Arguments { keys, strategies, output } = read(arguments)?;
        let output = PointOutput::named(&output).map_err(|wrong| Error::Refused(vec![wrong]))?;
        let study = Arc::new(study_of_points(&study.ready(options, NO_ENGINE)?.study));
        let question = PointsQuestion { keys, strategies, output };
        let points = Points::new(&Subject::new(&study, options.scenario.as_deref())?, &question)?;
        let strategies = points.strategies().into_iter().map(str::to_string).collect();
        let (names, point) = (points.names().to_vec(), points.point());
        let bounds = points.bounds().into_iter().map(|[low, high]| (low, high)).collect();
        let scenario = options.scenario.clone();
        let options = options.clone();
        Ok(Evaluator { study: study.clone(), scenario, question, options, names, strategies, point, bounds })
    }

    fn with_points<T>(
        &self,
        watch: &Watch,
        act: impl FnOnce(&Points<'_>) -> Result<T, Unanswered>,
    ) -> Result<T, Error> {
        let subject = Subject::new(&self.study, self.scenario.as_deref())?.with_progress(watch);
        Ok(act(&Points::new(&subject, &self.question)?)?)
    }

    fn floats<'py>(
        &self,
        py: Python<'py>,
        rows: &[u8],
        threads: Option<usize>,
        act: impl FnOnce(&Points<'_>, &[f64]) -> Result<Vec<f64>, Unanswered> + Send,
    ) -> PyResult<Bound<'py, PyBytes>> {
        if !rows.len().is_multiple_of(8) {
            return Err(usage(py, format!("{} bytes are no 64-bit floats", rows.len())));
        }
        let numbers: Vec<f64> = rows.as_chunks::<8>().0.iter().map(|bytes| f64::from_ne_bytes(*bytes)).collect();
        let rows = (numbers.len() / self.names.len()) as u64;
        let values = job::run(py, threads, None, |watch| {
            self.has_room(rows)?;
            self.with_points(watch, |points| act(points, &numbers))
        })?;
        bytes(py, &values)
    }

    /// Refuses more rows than an array or the memory has room for.
    fn has_room(&self, rows: u64) -> Result<(), Error> {
        let columns = self.names.len().max(self.strategies.len());
        let values = u128::from(rows) * columns as u128;
        if values > MOST_VALUES {
            let message = format!("{rows} rows of {columns} values are more than {MOST_VALUES} values");
            return Err(Error::Usage(message));
        }
        let estimate = Estimate {
            memory: values as f64 * VALUE_BYTES + rows as f64 * ROW_BYTES,
            periods: 0.0,
            of_customers: false,
        };
        let within = estimate.within(self.options.most_memory()?);
        within.map_err(|beyond| Error::Refused(vec![beyond.with_help("ask for fewer rows at a time")]))
    }
}

fn bytes<'py>(py: Python<'py>, values: &[f64]) -> PyResult<Bound<'py, PyBytes>> {
    PyBytes::new_with(py, size_of_val(values), |written| {
        let places = written.as_chunks_mut::<8>().0;
        places.iter_mut().zip(values).for_each(|(place, value)| *place = value.to_ne_bytes());
        Ok(())
    })
}

#[pymethods]
impl Evaluator {
    /// The values at each point.
    #[pyo3(signature = (points, threads = None))]
    fn at<'py>(&self, py: Python<'py>, points: &[u8], threads: Option<usize>) -> PyResult<Bound<'py, PyBytes>> {
        self.floats(py, points, threads, |function, points| function.at(points))
    }

    /// The quantiles at each row of probabilities.
    fn quantiles<'py>(&self, py: Python<'py>, probabilities: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
        self.floats(py, probabilities, None, |function, probabilities| function.quantiles(probabilities))
    }

    /// The first `count` parameter draws.
    fn sample<'py>(&self, py: Python<'py>, count: u64) -> PyResult<Bound<'py, PyBytes>> {
        let values = job::run(py, None, None, |watch| {
            self.has_room(count)?;
            self.with_points(watch, |points| points.sample(count))
        })?;
        bytes(py, &values)
    }
}
