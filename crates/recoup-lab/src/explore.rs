//! The first view of the page: the strategies of one scenario side by side, and the rows of its charts.

use recoup_core::analysis::compare::compare;
use recoup_core::analysis::picture::{Pictures, pictures};
use recoup_core::analysis::summary::Comparison;
use recoup_core::ask::{Unanswered, find_scenario};
use recoup_core::engine::progress::NoProgress;
use recoup_core::engine::simulate::simulate;
use recoup_core::scenario::study::Study;
use serde::Serialize;

/// The strategies of a scenario, and the rows of its charts.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Explored {
    /// The number of the best strategy.
    best: usize,
    /// Its figures, and those of its rivals. They are those of `recoup run`, to the last bit.
    comparison: Comparison,
    /// Rows behind the charts.
    pictures: Pictures,
    /// Draws of the inputs.
    draws: u64,
    /// Name of the engine.
    engine: &'static str,
}

/// Simulates one scenario with the engine and the draws of the study, without its sweeps.
///
/// # Errors
/// There is no scenario of that name.
pub(crate) fn explore(study: &Study, scenario: Option<&str>) -> Result<Explored, Unanswered> {
    let place = find_scenario(study, scenario)?;
    // A scenario is simulated as if it were alone: addresses of random numbers do not depend on its neighbours.
    let alone = Study { scenarios: vec![study.scenarios[place].clone()], sweeps: Vec::new(), ..study.clone() };
    let results = simulate(&alone, &NoProgress)?;
    let (scenario, results) = (&alone.scenarios[0], &results.scenarios[0]);
    let comparison = compare(scenario, results);
    Ok(Explored {
        best: comparison.best(),
        pictures: pictures(&alone, scenario, results, &comparison),
        comparison,
        draws: alone.settings.draws,
        engine: alone.settings.engine.name(),
    })
}
