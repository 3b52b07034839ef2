//! All runs of a batch in one table and one page.

use std::fs;
use std::path::Path;

use crate::batch::index::{batch, scenarios};
use crate::batch::record::{Line, Record, State};
use crate::batch::result::{RunResult, Strategy};
use crate::error::Error;
use crate::language::Locale;
use crate::output::batch_page::page;
use crate::output::folder::Folder;
use crate::output::table::{CHUNK, Chunk, Values, write_table};
use crate::stats::band::Band;

/// Writes `tables/runs`, a row for every strategy of every run, and `index.html`, a row for every run.
pub fn write_overview(folder: &Path, record: &Record) -> Result<(), Error> {
    let mut aside = Folder::inside(folder)?;
    let done = || record.lines.iter().filter(|line| line.state == State::Done);
    let mut runs = Vec::new();
    let mut rows = 0;
    // One pass for the page and the number of rows, one for the table: results are not held in memory.
    for line in done() {
        let result = RunResult::read(&folder.join(&line.name))?;
        rows += result.rows();
        runs.extend(scenarios(folder, line, result));
    }
    let mut lines = done();
    let mut trouble = None;
    let chunks = std::iter::from_fn(|| {
        let mut chunk = Rows::default();
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
    write_table(&mut aside, "runs", rows, chunks)?;
    if let Some(error) = trouble {
        return Err(error);
    }
    let tables = aside.files();
    let page = page(&batch(record, runs), &tables, Locale::of(record.language))?;
    aside.write("index.html", page.as_bytes())?;
    aside.spread()?;
    // What an earlier batch wrote, and this one does not.
    let stale =
        TABLES.into_iter().filter(|name| !tables.iter().any(|table| table == name)).map(|name| folder.join(name));
    for path in stale.filter(|path| path.is_file()) {
        fs::remove_file(&path).map_err(Error::file("remove", &path))?;
    }
    Ok(())
}

/// The table of all, as written.
const TABLES: [&str; 2] = ["tables/runs.parquet", "tables/runs.csv"];

/// Rows of the table of all.
#[derive(Default)]
struct Rows(Vec<(String, String, String, String, Strategy)>);

impl Rows {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn add(&mut self, line: &Line, result: RunResult) {
        for scenario in result.scenarios() {
            for strategy in scenario.strategies {
                let set = line.set.join("; ");
                self.0.push((line.name.clone(), line.study.clone(), set, scenario.name.clone(), strategy));
            }
        }
    }

    fn chunk(&self) -> Chunk {
        let text = |part: fn(&(String, String, String, String, Strategy)) -> &String| {
            Values::Text(self.0.iter().map(|row| part(row).clone()).collect())
        };
        let maybe = |part: &dyn Fn(&Strategy) -> Option<f64>| {
            Values::Maybe(self.0.iter().map(|(.., strategy)| part(strategy)).collect())
        };
        let mut chunk: Chunk = vec![
            ("run".into(), text(|row| &row.0)),
            ("study".into(), text(|row| &row.1)),
            ("set".into(), text(|row| &row.2)),
            ("scenario".into(), text(|row| &row.3)),
            ("strategy".into(), text(|row| &row.4.name)),
        ];
        let bands = |s: &Strategy| [s.npv, s.difference.npv, s.customers_kept];
        for (i, name) in ["npv", "npv_difference", "customers_kept"].into_iter().enumerate() {
            let mut number = |name: String, part: fn(&Band) -> f64| {
                chunk.push((name, Values::Number(self.0.iter().map(|(.., s)| part(&bands(s)[i])).collect())));
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
