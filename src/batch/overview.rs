//! All runs of a batch in one table and one page.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use indexmap::IndexSet;

use crate::batch::index::{batch, scenarios};
use crate::batch::record::{Line, Record, State};
use crate::batch::result::{RunResult, Strategy};
use crate::error::Error;
use crate::input::guard::{REPORT_BYTES, Stop, read_text};
use crate::language::Locale;
use crate::output::batch_page::{MARK, page, workbook};
use crate::output::finished::Listed;
use crate::output::folder::Folder;
use crate::output::table::{CHUNK, Chunk, Values, write_table_for_spreadsheets};
use crate::stats::band::Band;

/// Writes `tables/runs`, a row for every strategy of every run, and `index.html`, a row for every run; the record says that the
/// batch wrote them.
///
/// # Errors
/// A result cannot be read, a file cannot be written, or one that no batch wrote stands in its place.
pub fn write_overview(folder: &Path, record: &mut Record, force: bool) -> Result<(), Error> {
    let mut aside = Folder::inside(folder)?;
    let done = || record.lines.iter().filter(|line| line.state == State::Done);
    let mut runs = Vec::new();
    let mut rows = 0;
    // One pass for the page and the number of rows, one for the table: results are not held in memory.
    for line in done() {
        let result = RunResult::read(&folder.join(&line.name))?;
        rows += result.rows();
        runs.extend(scenarios(folder, line, result, record.language));
    }
    let keys = keys_of(done());
    let mut lines = done();
    let mut trouble = None;
    let chunks = std::iter::from_fn(|| {
        let mut chunk = Rows { keys: &keys, rows: Vec::new() };
        for line in lines.by_ref() {
            match RunResult::read(&folder.join(&line.name)) {
                Ok(result) => chunk.add(line, result),
                Err(error) => {
                    trouble.get_or_insert(error);
                    return None;
                }
            }
            if chunk.len() >= CHUNK {
                break;
            }
        }
        (chunk.len() > 0).then(|| chunk.chunk())
    });
    write_table_for_spreadsheets(&mut aside, "runs", rows, chunks)?;
    if let Some(error) = trouble {
        return Err(error);
    }
    let tables = aside.files();
    let (shown, locale) = (batch(record, runs), Locale::of(record.language));
    aside.write(FILES[0], page(&shown, &tables, locale)?.as_bytes())?;
    aside.write(FILES[3], &workbook(&shown, locale)?)?;
    let of_now = |name: &String| Listed::of(&aside.path_aside(""), name).map_err(Error::file("read", name));
    let now = aside.files().iter().map(of_now).collect::<Result<Vec<Listed>, Error>>()?;
    refuse_others(folder, &record.files, force)?;
    // While files are replaced both the old and the new ones are the batch's.
    let before = std::mem::replace(&mut record.files, now.clone());
    record.files.extend(before.iter().filter(|file| !now.contains(file)).cloned());
    record.write(folder)?;
    aside.spread()?;
    for path in before.iter().filter(|old| now.iter().all(|new| new.name != old.name)).map(|old| folder.join(&old.name))
    {
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(Error::file("remove", &path)(error)),
            _ => {}
        }
    }
    record.files = now;
    record.write(folder)
}

/// The files of all runs together.
const FILES: [&str; 4] = ["index.html", "tables/runs.parquet", "tables/runs.csv", "runs.xlsx"];

/// Refuses files in the places of those of all runs together, unless the batch wrote them, as `written` says; one that was changed
/// since is replaced by `force`.
///
/// # Errors
/// There is such a file.
pub fn refuse_others(folder: &Path, written: &[Listed], force: bool) -> Result<(), Error> {
    let path = folder.to_path_buf();
    // Version 0.2 did not say what it wrote.
    let is_of_before = || {
        let page = read_text(&folder.join(FILES[0]), REPORT_BYTES, Stop::NEVER).unwrap_or_default();
        written.is_empty() && page.contains(MARK)
    };
    for name in FILES.into_iter().filter(|name| fs::symlink_metadata(folder.join(name)).is_ok()) {
        let mut known = written.iter().filter(|file| file.name == name).peekable();
        if known.peek().is_none() && !is_of_before() {
            return Err(Error::Foreign { path, why: format!("no batch wrote `{name}`, which is in it") });
        }
        if known.peek().is_some() && !force && !known.any(|file| file.is_as_written(folder).unwrap_or(false)) {
            return Err(Error::Occupied { path, why: format!("`{name}` in it was changed since it was written") });
        }
    }
    Ok(())
}

/// The keys that runs set, in the order in which they come.
fn keys_of<'a>(lines: impl Iterator<Item = &'a Line>) -> IndexSet<&'a str> {
    lines.flat_map(|line| line.settings()).map(|(key, _)| key).collect()
}

/// Rows of the table of all: a run, one of its scenarios, a strategy.
struct Rows<'a> {
    /// The keys that some run sets: a column each.
    keys: &'a IndexSet<&'a str>,
    rows: Vec<(&'a Line, String, Strategy)>,
}

impl<'a> Rows<'a> {
    fn len(&self) -> usize {
        self.rows.len()
    }

    fn add(&mut self, line: &'a Line, result: RunResult) {
        for scenario in result.scenarios() {
            let name = scenario.name;
            self.rows.extend(scenario.strategies.into_iter().map(|strategy| (line, name.clone(), strategy)));
        }
    }

    fn chunk(&self) -> Chunk {
        let text =
            |part: &dyn Fn(&(&Line, String, Strategy)) -> String| Values::Text(self.rows.iter().map(part).collect());
        let maybe = |part: &dyn Fn(&Strategy) -> Option<f64>| {
            Values::Maybe(self.rows.iter().map(|(.., strategy)| part(strategy)).collect())
        };
        let mut chunk: Chunk = vec![
            ("run".into(), text(&|row| row.0.label.clone())),
            ("folder".into(), text(&|row| row.0.name.clone())),
            ("study".into(), text(&|row| row.0.study.clone())),
        ];
        let set = |line: &Line, key: &str| {
            line.settings().filter(|(set, _)| *set == key).last().map(|(_, to)| to.to_string())
        };
        chunk.extend(self.keys.iter().map(|key| {
            let values = text(&|row| set(row.0, key).unwrap_or_default());
            (key.to_string(), values)
        }));
        chunk.push(("scenario".into(), text(&|row| row.1.clone())));
        chunk.push(("strategy".into(), text(&|row| row.2.name.clone())));
        let bands = |s: &Strategy| [s.npv, s.difference.npv, s.customers_kept];
        for (i, name) in ["npv", "npv_difference", "customers_kept"].into_iter().enumerate() {
            let mut number = |name: String, part: fn(&Band) -> f64| {
                chunk.push((name, Values::Number(self.rows.iter().map(|(.., s)| part(&bands(s)[i])).collect())));
            };
            number(name.to_string(), |band| band.mean);
            number(format!("{name}_p05"), |band| band.p05);
            number(format!("{name}_p50"), |band| band.p50);
            number(format!("{name}_p95"), |band| band.p95);
        }
        chunk.push(("roi".into(), maybe(&|s| s.roi)));
        chunk.push(("benefit_cost_ratio".into(), maybe(&|s| s.benefit_cost_ratio)));
        chunk.push(("payback_period".into(), maybe(&|s| s.payback_period.map(|number| number as f64))));
        chunk.push(("irr".into(), maybe(&|s| s.irr)));
        chunk.push(("p_best".into(), maybe(&|s| Some(s.p_best))));
        chunk.push(("p_beats_reference".into(), maybe(&|s| s.p_beats_reference)));
        chunk
    }
}
