//! Batches of studies, as `recoup batch` and `recoup merge` run them.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};

use pyo3::prelude::*;
use recoup::batch::list::items;
use recoup::batch::merge::{Joined, Options as Joining, merge as join};
use recoup::batch::record::{Record, Split};
use recoup::batch::run::{Options as How, run_batch};
use recoup::batch::summary::as_json;
use recoup::engine::shard::Shard;
use recoup::error::Error;
use recoup::input::Request;
use recoup::input::source::Origin;
use recoup::output::contents::{Contents, Keep};
use recoup::output::folder::absolute;
use serde::Deserialize;

use crate::ask::NO_ENGINE;
use crate::job::{self, BatchWatch, has_shared_threads};
use crate::options::{Options, language, read, whole};
use crate::study::Study;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Arguments {
    out: PathBuf,
    shard: Option<String>,
    split: Option<String>,
    keep: String,
    charts: bool,
    force: bool,
    fail_fast: bool,
    lang: Option<String>,
}

/// A study of a batch: one that is loaded, or what the program takes on its command line.
#[derive(FromPyObject)]
pub(crate) enum Member<'py> {
    /// A study that is loaded.
    Loaded(PyRef<'py, Study>),
    /// A path, a glob, a folder, a table of runs or a name.
    Named(String),
}

/// Runs a batch, or a part of one; gives the record as the program prints it.
#[pyfunction]
#[pyo3(signature = (members, arguments, options, threads = None, progress = None))]
pub(crate) fn batch(
    py: Python<'_>,
    members: Vec<Member<'_>>,
    arguments: &str,
    options: &str,
    threads: Option<usize>,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let mut paths = Vec::new();
    let mut studies = Vec::new();
    let mut loaded: BTreeMap<String, VecDeque<Request>> = BTreeMap::new();
    for (number, member) in members.into_iter().enumerate() {
        match member {
            Member::Named(name) => paths.push(name),
            Member::Loaded(study) => {
                let path = called(&study.request.origin, number);
                loaded.entry(path.clone()).or_default().push_back(study.request.clone());
                paths.push(path);
                studies.push(study.clone());
            }
        }
    }
    job::run(py, threads, progress, move |watch| {
        has_shared_threads()?;
        studies.iter().try_for_each(Study::is_as_it_was)?;
        let options = Options::read(options)?;
        let Arguments { out, shard, split, keep, charts, force, fail_fast, lang } = read(arguments)?;
        let keep = match keep.as_str() {
            "summary" => Keep::Summary,
            "periods" => Keep::Periods,
            "histories" => Keep::Histories,
            other => {
                let message = format!("no level `{other}`: there is `summary`, `periods` and `histories`");
                return Err(Error::Usage(message));
            }
        };
        let split = match split.as_deref() {
            None => None,
            Some("studies") => Some(Split::Studies),
            Some("draws") => Some(Split::Draws),
            Some(other) => return Err(Error::Usage(format!("no split `{other}`: there is `studies` and `draws`"))),
        };
        let language = lang.as_deref().map(language).transpose()?.unwrap_or_default();
        let shard: Option<Shard> = shard.map(|text| text.parse().map_err(Error::Usage)).transpose()?;
        let waiting = RefCell::new(loaded);
        let wrong = RefCell::new(None);
        let items = items(&paths, |name| {
            let own = waiting.borrow_mut().get_mut(name).and_then(VecDeque::pop_front);
            let request = own.unwrap_or_else(|| whole(Request::named(name)));
            options.on(&request, NO_ENGINE).unwrap_or_else(|error| {
                wrong.borrow_mut().get_or_insert(error);
                request
            })
        })?;
        if let Some(wrong) = wrong.into_inner() {
            return Err(wrong);
        }
        let usual = |of| split.unwrap_or_else(|| Split::usual(items.len(), of));
        let how = How {
            out: absolute(&out).map_err(Error::file("use", "."))?,
            language,
            contents: Contents { keep, charts },
            force,
            fail_fast,
            shard: shard.map(|shard| (shard, usual(shard.of))),
        };
        let record = run_batch(&items, &how, &BatchWatch(watch.clone()))?;
        Ok(printed(&record, &how.folder()))
    })
}

/// Joins the parts of a batch; gives the record as the program prints it.
#[pyfunction]
#[pyo3(signature = (parts, out = None, force = false, threads = None, progress = None))]
pub(crate) fn merge(
    py: Python<'_>,
    parts: Vec<PathBuf>,
    out: Option<PathBuf>,
    force: bool,
    threads: Option<usize>,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    job::run(py, threads, progress, move |watch| {
        has_shared_threads()?;
        let Joined { folder, record, .. } = join(&Joining { parts, out, force }, &BatchWatch(watch.clone()))?;
        Ok(printed(&record, &folder))
    })
}

fn printed(record: &Record, folder: &Path) -> String {
    format!("{:#}\n", as_json(record, folder))
}

/// What a loaded study is called among the paths of a batch, where it must name nothing else.
fn called(origin: &Origin, number: usize) -> String {
    match origin {
        Origin::File(path) => path.display().to_string(),
        Origin::Builtin(name) | Origin::Text { name, .. } if !Path::new(name).exists() => name.clone(),
        Origin::Builtin(name) | Origin::Text { name, .. } => format!("{name} ({number})"),
    }
}
