//! Running a study: the answer of `recoup run`, without a folder.

use std::sync::Arc;

use recoup::engine::estimate::Estimate;
use recoup::engine::progress::Progress;
use recoup::engine::records::{RECORDS_IN_MEMORY, Store};
use recoup::engine::simulate::Simulation;
use recoup::error::Error;
use recoup::input::Loaded;
use recoup::output::charts::draw_charts;
use recoup::output::contents::Keep;
use recoup::output::decision;
use recoup::output::json::json_text;
use recoup::output::report::page_text;
use recoup::output::tables::{Histories, run_tables};
use recoup::pipeline::{Analysed, analysed, stopped};

use crate::answer::{Answer, Lazy, Shown};
use crate::arrow::Kept;
use crate::ask::NO_ENGINE;
use crate::errors::told;
use crate::job::Watch;
use crate::options::Options;
use crate::study::{Ready, Study};

/// Runs a study; keeps its simulations where `histories` says so.
pub(crate) fn run(study: &Study, options: &Options, histories: bool, watch: &Watch) -> Result<Answer, Error> {
    let Ready { study, diagnostics, memory } = study.ready(options, NO_ENGINE)?;
    Estimate::of_run(&study).within(memory).map_err(|beyond| Error::Refused(vec![beyond]))?;
    watch.stage("simulating");
    let store = Store::with_budget(RECORDS_IN_MEMORY, &std::env::temp_dir());
    let mut simulation = Simulation::kept_in(&study, &store);
    simulation.run_to(study.settings.draws, watch).map_err(|_| stopped(&store))?;
    let results = simulation.results();
    watch.stage("analysing");
    let loaded = Loaded { study: (*study).clone(), diagnostics };
    let Analysed { study: own, data, diagnostics, json } = analysed(loaded, &results, true);
    let keep = if histories { Keep::Histories } else { Keep::Periods };
    let tables = run_tables(&own, &results, &data.findings.comparisons, keep).into_iter();
    // Simulations stay in the records of the run.
    let tables = tables.filter(|table| table.name != "histories");
    let mut tables: Vec<_> = tables.map(|table| (table.name.to_string(), table.chunks.collect())).collect();
    let decided = decision::tables(&data.findings.decisions).into_iter().map(|table| table.into_chunks());
    tables.extend(decided.map(|(name, chunks)| (name.into_owned(), chunks)));
    // What people look at first.
    tables.sort_by_key(|(name, _)| name != "summary");
    let json = json_text(&json)?;
    let told = told(&diagnostics, own.language);
    let kept =
        histories.then(|| Kept { histories: Histories::new(&study, &results), study: Arc::clone(&study), results });
    if watch.is_stopped() || store.has_failed() {
        return Err(stopped(&store));
    }
    let lazy = Lazy::new(move |watch| {
        let shown = data.shown_in(own.language);
        let charts = draw_charts(&data.findings, &shown.findings, false, watch)?;
        let page = page_text(&shown, &charts, own.language)?;
        let pictures = charts.into_iter().map(|drawn| (drawn.name, drawn.chart.title, drawn.chart.svg));
        Ok(Shown { charts: pictures.collect(), page })
    });
    Ok(Answer::new("run", json, told, tables, lazy).with_histories(kept))
}
