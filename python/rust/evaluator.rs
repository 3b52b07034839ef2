//! A study as a function of chosen numbers, over rows of 64-bit floats in memory.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use recoup::ask::points::{PointOutput, Points, PointsQuestion, study_of_points};
use recoup::ask::{Subject, Unanswered};
use recoup::diagnostic::Diagnostic;
use recoup::engine::estimate::Estimate;
use recoup::engine::evaluate::each;
use recoup::engine::progress::Progress;
use recoup::error::Error;
use recoup::scenario::study::Study as Checked;
use serde::Deserialize;

use crate::ask::NO_ENGINE;
use crate::errors::usage;
use crate::job::{self, Watch};
use crate::options::{Options, read};
use crate::study::Study;

/// Rows between two looks at whether to stop.
const ROWS_AT_ONCE: u64 = 4096;
/// Most values of an array.
const MOST_VALUES: u128 = 1_000_000_000;
/// Bytes that a value takes on its way: here and in Python.
const VALUE_BYTES: f64 = 16.0;

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
        act: impl FnOnce(&Points<'_>, &[f64], &Watch) -> Result<Vec<f64>, Unanswered> + Send,
    ) -> PyResult<Bound<'py, PyBytes>> {
        if !rows.len().is_multiple_of(8) {
            return Err(usage(py, format!("{} bytes are no 64-bit floats", rows.len())));
        }
        let numbers: Vec<f64> = rows.as_chunks::<8>().0.iter().map(|bytes| f64::from_ne_bytes(*bytes)).collect();
        let rows = (numbers.len() / self.names.len()) as u64;
        let values = job::run(py, threads, None, |watch| {
            self.has_room(rows)?;
            self.with_points(watch, |points| act(points, &numbers, watch))
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
        let estimate = Estimate { memory: values as f64 * VALUE_BYTES, periods: 0.0, of_customers: false };
        let within = estimate.within(self.options.most_memory()?);
        within.map_err(|beyond| Error::Refused(vec![beyond.with_help("ask for fewer rows at a time")]))
    }

    /// The first parameter draws, as [`Points::sample`] gives them.
    fn drawn(&self, count: u64, watch: &Watch) -> Result<Vec<f64>, Error> {
        self.has_room(count)?;
        let subject = Subject::new(&self.study, self.scenario.as_deref())?;
        let evaluator = subject.evaluator()?;
        let inputs = evaluator.inputs();
        let columns: Vec<Option<usize>> =
            self.names.iter().map(|name| inputs.columns().iter().position(|column| column == name)).collect();
        let row = |draw| {
            let values = inputs.values(draw);
            // A number that is not uncertain stays where it is.
            let number = |(column, &point): (&Option<usize>, &f64)| column.map_or(point, |column| values[column]);
            Ok(columns.iter().zip(&self.point).map(number).collect())
        };
        Ok(in_parts(watch, count, self.names.len(), row)?)
    }
}

fn bytes<'py>(py: Python<'py>, values: &[f64]) -> PyResult<Bound<'py, PyBytes>> {
    PyBytes::new_with(py, size_of_val(values), |written| {
        let places = written.as_chunks_mut::<8>().0;
        places.iter_mut().zip(values).for_each(|(place, value)| *place = value.to_ne_bytes());
        Ok(())
    })
}

/// The values of so many rows, over all cores, until a stop.
fn in_parts(
    watch: &Watch,
    rows: u64,
    columns: usize,
    row: impl Fn(u64) -> Result<Vec<f64>, Unanswered> + Sync + Send,
) -> Result<Vec<f64>, Unanswered> {
    let mut values = Vec::with_capacity(rows as usize * columns);
    for first in (0..rows).step_by(ROWS_AT_ONCE as usize) {
        if watch.is_stopped() {
            return Err(Unanswered::Interrupted);
        }
        let part = (rows - first).min(ROWS_AT_ONCE);
        for row in each(part as usize, |place| row(first + place as u64)) {
            values.extend(row?);
        }
    }
    Ok(values)
}

/// Quantiles of many rows, as [`Points::quantiles`] gives them.
fn quantiles(points: &Points<'_>, probabilities: &[f64], watch: &Watch) -> Result<Vec<f64>, Unanswered> {
    let columns = points.names().len();
    // What is wrong with all rows is wrong with the first.
    let is_whole = probabilities.len().is_multiple_of(columns);
    points.quantiles(if is_whole { &probabilities[..columns.min(probabilities.len())] } else { probabilities })?;
    in_parts(watch, (probabilities.len() / columns) as u64, columns, |number| {
        let row = &probabilities[number as usize * columns..][..columns];
        if let Some(outside) = row.iter().find(|&&u| !(u > 0.0 && u < 1.0)) {
            let message = format!("probability {outside} in row {number} does not lie between 0 and 1");
            return Err(Diagnostic::error("S066", message).with_help("give probabilities above 0 and below 1").into());
        }
        points.quantiles(row)
    })
}

#[pymethods]
impl Evaluator {
    /// The values at each point.
    #[pyo3(signature = (points, threads = None))]
    fn at<'py>(&self, py: Python<'py>, points: &[u8], threads: Option<usize>) -> PyResult<Bound<'py, PyBytes>> {
        self.floats(py, points, threads, |function, points, _| function.at(points))
    }

    /// The quantiles at each row of probabilities.
    fn quantiles<'py>(&self, py: Python<'py>, probabilities: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
        self.floats(py, probabilities, None, quantiles)
    }

    /// The first `count` parameter draws.
    fn sample<'py>(&self, py: Python<'py>, count: u64) -> PyResult<Bound<'py, PyBytes>> {
        let values = job::run(py, None, None, |watch| self.drawn(count, watch))?;
        bytes(py, &values)
    }
}
