//! Fits of a firm's files, and the shipped case studies.

use std::path::PathBuf;

use pyo3::prelude::*;
use recoup::engine::progress::Progress;
use recoup::error::Error;
use recoup::fitted::load_fitted;
use recoup::input::source::Origin;
use recoup::input::{Request as StudyRequest, guard::Stop};
use recoup::language::{Language, Locale};
use recoup::output::answer::Rendered;
use recoup::output::answer::fit::fit as render;
use recoup::output::json::json_text;
use recoup::output::report::{AnswerReport, answer_page};
use recoup::pipeline::refused;
use recoup_data::firm::{Request as Files, Stage};
use recoup_data::fit::{FitFiles, USUAL_BASE, fit_files};
use recoup_data::problem::Policy;
use serde::Deserialize;

use crate::answer::{Answer, Lazy, Shown};
use crate::errors::told;
use crate::job::{self, is_stopped_here};
use crate::options::{language, read};
use crate::study::Study;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arguments {
    customers: PathBuf,
    complaints: PathBuf,
    purchases: Option<PathBuf>,
    failures: Option<PathBuf>,
    map: Option<PathBuf>,
    base: Option<String>,
    set: Vec<String>,
    title: Option<String>,
    name: String,
    on_problem: Option<String>,
    lang: Option<String>,
}

/// Fits a firm's files; gives the answer of `recoup fit` and the study.
#[pyfunction]
#[pyo3(signature = (arguments, threads = None, progress = None))]
pub(crate) fn fit(
    py: Python<'_>,
    arguments: &str,
    threads: Option<usize>,
    progress: Option<Py<PyAny>>,
) -> PyResult<(Answer, Study)> {
    job::run(py, threads, progress, |watch| {
        let Arguments { customers, complaints, purchases, failures, map, .. } = read(arguments)?;
        let Arguments { base, set, title, name, on_problem, lang, .. } = read(arguments)?;
        let language = lang.as_deref().map(language).transpose()?;
        let on_problem = match on_problem.as_deref() {
            None => None,
            Some("drop") => Some(Policy::Drop),
            Some("refuse") => Some(Policy::Refuse),
            Some(other) => {
                return Err(Error::Usage(format!("no policy `{other}`: there is `drop` and `refuse`")));
            }
        };
        let base = base.unwrap_or_else(|| USUAL_BASE.to_string());
        if !base.starts_with("preset:") {
            return Err(Error::Usage(format!(
                "base `{base}` is no preset: a study that is in memory extends presets; `recoup fit` takes files too"
            )));
        }
        let stop = Stop(is_stopped_here);
        let files = Files { customers, purchases, failures, complaints, map, on_problem, stop };
        let title = title.unwrap_or_else(|| name.clone());
        let asked = FitFiles { files, base, folder: PathBuf::from("."), title, set };
        watch.stage("reading");
        let found = fit_files(&asked, &mut |_: Stage| watch.advances()).map_err(|wrong| refused(wrong, watch))?;
        if watch.is_stopped() {
            return Err(Error::Interrupted);
        }
        let (mut study, _, waived) = load_fitted(&found.fit.study, &name, |text| {
            let origin = Origin::Text { name: name.clone(), text: text.to_string() };
            let mut request = StudyRequest::new(origin);
            request.language = language;
            Study::read(request)
        })?;
        // The text says which language it is in.
        study.request.language = None;
        let locale = Locale::of(language.unwrap_or_default());
        let Rendered { document, charts, tables } = render(&found.fit, &found.data, &study.study, locale);
        let json = json_text(&found)?;
        let tables = tables.into_iter().map(|table| table.into_chunks());
        let tables = tables.map(|(name, chunks)| (name.into_owned(), chunks)).collect();
        let mut drawn = Vec::new();
        for chart in charts {
            drawn.extend(chart.into_chart()?);
        }
        let said: Vec<_> = waived.into_iter().collect();
        let told = told(&said, study.study.language);
        let checked = study.study.clone();
        let lazy = Lazy::new(move |_| {
            let pictures =
                drawn.iter().map(|one| (one.name.to_string(), one.chart.title.clone(), one.chart.svg.clone()));
            let pictures = pictures.collect();
            let charts = drawn.iter().map(|one| (one.section, one.chart.clone())).collect();
            let document = document.clone();
            let report = AnswerReport { study: &checked, scenario: None, document, charts, diagnostics: &said };
            Ok(Shown { charts: pictures, page: answer_page(report, locale)? })
        });
        Ok((Answer::new("fit", json, told, tables, lazy), study))
    })
}

/// The case studies as the JSON of `recoup cases`: all of them, or the one of that name.
#[pyfunction]
#[pyo3(signature = (name = None, lang = None))]
pub(crate) fn cases(py: Python<'_>, name: Option<&str>, lang: Option<&str>) -> PyResult<String> {
    use recoup::ask::cases::{case, cases};
    job::run(py, None, None, |_| {
        let language = lang.map(language).transpose()?.unwrap_or(Language::default());
        match name {
            Some(name) => json_text(&[&case(name, language).map_err(Error::Refused)?]),
            None => json_text(&cases(language).map_err(Error::Refused)?),
        }
    })
}
