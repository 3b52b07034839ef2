//! Recoup as a Python module: the questions and answers of the program. This side converts; what people use is the package
//! `recoup` in `python/src`.

mod answer;
mod arrow;
mod ask;
mod batch;
mod errors;
mod evaluator;
mod fit;
mod job;
mod options;
mod program;
mod run;
mod study;

use pyo3::prelude::*;

/// The compiled part of the package `recoup`.
#[pymodule]
fn _recoup(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<study::Study>()?;
    module.add_class::<answer::Answer>()?;
    module.add_class::<arrow::Table>()?;
    module.add_class::<evaluator::Evaluator>()?;
    module.add_function(wrap_pyfunction!(answer::restored, module)?)?;
    module.add_function(wrap_pyfunction!(study::load, module)?)?;
    module.add_function(wrap_pyfunction!(study::toml_of, module)?)?;
    module.add_function(wrap_pyfunction!(study::parts, module)?)?;
    module.add_function(wrap_pyfunction!(study::path, module)?)?;
    module.add_function(wrap_pyfunction!(fit::fit, module)?)?;
    module.add_function(wrap_pyfunction!(fit::cases, module)?)?;
    module.add_function(wrap_pyfunction!(batch::batch, module)?)?;
    module.add_function(wrap_pyfunction!(batch::merge, module)?)?;
    module.add_function(wrap_pyfunction!(program::main, module)?)?;
    Ok(())
}
