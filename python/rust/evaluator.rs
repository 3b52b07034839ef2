//! A study as a function of chosen numbers, over rows of 64-bit floats in memory.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use recoup::ask::points::{PointOutput, Points, PointsQuestion, study_of_points};
use recoup::ask::{Subject, Unanswered};
use recoup::error::Error;
use recoup::scenario::study::Study as Checked;
use serde::Deserialize;

use crate::ask::NO_ENGINE;
use crate::errors::usage;
use crate::job::{self, Watch};
use crate::options::{Options, read};
use crate::study::Study;

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
        Ok(Evaluator { study: study.clone(), scenario, question, names, strategies, point, bounds })
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
        let values = job::run(py, threads, None, |watch| self.with_points(watch, |points| act(points, &numbers)))?;
        Ok(bytes(py, &values))
    }
}

fn bytes<'py>(py: Python<'py>, values: &[f64]) -> Bound<'py, PyBytes> {
    PyBytes::new(py, &values.iter().flat_map(|value| value.to_ne_bytes()).collect::<Vec<u8>>())
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
        let values = job::run(py, None, None, |watch| self.with_points(watch, |points| Ok(points.sample(count))))?;
        Ok(bytes(py, &values))
    }
}
