//! Tables for Arrow, by the C stream interface: columns change hands without being copied.

use std::sync::Arc;

use polars_arrow::array::{Array, PrimitiveArray, StructArray, Utf8Array};
use polars_arrow::datatypes::{ArrowDataType, Field};
use polars_arrow::ffi::{ArrowArrayStream, export_iterator};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};
use recoup::engine::simulate::Results;
use recoup::output::table::{Chunk, Values, rows_of};
use recoup::output::tables::Histories;
use recoup::scenario::study::Study;

/// The simulations of a run, from whose records the rows are made chunk by chunk.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) study: Arc<Study>,
    pub(crate) results: Results,
    pub(crate) histories: Histories,
}

/// Where the rows of a table are.
#[derive(Clone, Debug)]
pub(crate) enum Rows {
    /// In columns.
    Columns(Arc<Vec<Chunk>>),
    /// In the records of a run.
    Records(Arc<Kept>),
}

impl Rows {
    fn chunks(&self) -> usize {
        match self {
            Rows::Columns(chunks) => chunks.len(),
            Rows::Records(kept) => kept.histories.chunks(),
        }
    }

    fn chunk(&self, number: usize) -> Chunk {
        match self {
            Rows::Columns(chunks) => chunks[number].clone(),
            Rows::Records(kept) => kept.histories.chunk(&kept.study, &kept.results, number),
        }
    }

    fn fields(&self) -> Vec<Field> {
        let first = if self.chunks() > 0 { self.chunk(0) } else { Default::default() };
        first.iter().map(|(name, values)| Field::new(name.as_str().into(), kind(values).1, true)).collect()
    }
}

/// A table of an answer.
#[pyclass(frozen, name = "_Table", module = "recoup._recoup")]
pub(crate) struct Table {
    #[pyo3(get)]
    name: String,
    rows: Rows,
}

impl Table {
    pub(crate) fn new(name: &str, rows: Rows) -> Self {
        Table { name: name.to_string(), rows }
    }
}

#[pymethods]
impl Table {
    fn __len__(&self) -> usize {
        match &self.rows {
            Rows::Columns(chunks) => chunks.iter().map(rows_of).sum(),
            Rows::Records(kept) => kept.histories.rows,
        }
    }

    /// Names of the columns.
    fn columns(&self) -> Vec<String> {
        self.rows.fields().into_iter().map(|field| field.name.to_string()).collect()
    }

    /// The columns as lists, by name.
    fn to_lists<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let all = PyDict::new(py);
        for number in 0..self.rows.chunks() {
            for (name, values) in self.rows.chunk(number) {
                let list = list(py, values)?;
                match all.get_item(&name)? {
                    None => all.set_item(&name, list)?,
                    Some(earlier) => drop(earlier.call_method1("extend", (list,))?),
                }
            }
        }
        Ok(all)
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // A producer may give its own schema where another is asked for.
        let _ = requested_schema;
        let rows = self.rows.clone();
        let dtype = ArrowDataType::Struct(rows.fields());
        let field = Field::new("".into(), dtype.clone(), false);
        let arrays = (0..rows.chunks()).map(move |number| {
            let chunk = rows.chunk(number);
            let length = rows_of(&chunk);
            let columns = chunk.into_iter().map(|(_, values)| array(values)).collect();
            StructArray::try_new(dtype.clone(), length, columns, None).map(|array| array.boxed())
        });
        let stream: ArrowArrayStream = export_iterator(Box::new(arrays), field);
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }
}

fn kind(values: &Values) -> (&'static str, ArrowDataType) {
    match values {
        Values::Text(_) => ("text", ArrowDataType::LargeUtf8),
        Values::MaybeText(_) => ("maybe text", ArrowDataType::LargeUtf8),
        Values::Whole(_) => ("whole", ArrowDataType::UInt64),
        Values::MaybeWhole(_) => ("maybe whole", ArrowDataType::UInt64),
        Values::Number(_) => ("number", ArrowDataType::Float64),
        Values::Maybe(_) => ("maybe", ArrowDataType::Float64),
    }
}

fn array(values: Values) -> Box<dyn Array> {
    match values {
        Values::Text(values) => Utf8Array::<i64>::from_slice(values).boxed(),
        Values::MaybeText(values) => Utf8Array::<i64>::from(values).boxed(),
        Values::Whole(values) => PrimitiveArray::from_vec(values).boxed(),
        Values::MaybeWhole(values) => PrimitiveArray::from(values).boxed(),
        Values::Number(values) => PrimitiveArray::from_vec(values).boxed(),
        Values::Maybe(values) => PrimitiveArray::from(values).boxed(),
    }
}

fn list<'py>(py: Python<'py>, values: Values) -> PyResult<Bound<'py, PyAny>> {
    match values {
        Values::Text(values) => values.into_pyobject(py),
        Values::MaybeText(values) => values.into_pyobject(py),
        Values::Whole(values) => values.into_pyobject(py),
        Values::MaybeWhole(values) => values.into_pyobject(py),
        Values::Number(values) => values.into_pyobject(py),
        Values::Maybe(values) => values.into_pyobject(py),
    }
}

/// A table as it is pickled: its chunks, each a list of columns with name, kind and values.
pub(crate) fn pickled<'py>(py: Python<'py>, chunks: &[Chunk]) -> PyResult<Bound<'py, PyList>> {
    let all = PyList::empty(py);
    for chunk in chunks {
        let columns = PyList::empty(py);
        for (name, values) in chunk {
            columns.append((name, kind(values).0, list(py, values.clone())?))?;
        }
        all.append(columns)?;
    }
    Ok(all)
}

/// A column as it is pickled.
type Column<'py> = (String, String, Bound<'py, PyAny>);

/// The table of what [`pickled`] gives.
pub(crate) fn unpickled(chunks: Vec<Vec<Column<'_>>>) -> PyResult<Vec<Chunk>> {
    let column = |(name, kind, values): Column<'_>| -> PyResult<(String, Values)> {
        let values = match kind.as_str() {
            "text" => Values::Text(values.extract()?),
            "maybe text" => Values::MaybeText(values.extract()?),
            "whole" => Values::Whole(values.extract()?),
            "maybe whole" => Values::MaybeWhole(values.extract()?),
            "number" => Values::Number(values.extract()?),
            "maybe" => Values::Maybe(values.extract()?),
            kind => return Err(PyValueError::new_err(format!("no kind of column `{kind}`"))),
        };
        Ok((name, values))
    };
    chunks.into_iter().map(|columns| columns.into_iter().map(column).collect()).collect()
}
