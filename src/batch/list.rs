//! What a batch runs: files, folders, globs, tables of runs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::input::Request;
use crate::output::folder::file_name;

/// One run of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The name of its folder; no two are alike.
    pub name: String,
    /// The study, as it was named.
    pub study: String,
    /// What to load.
    pub request: Request,
}

/// The runs that `paths` name, in order: studies, folders of them, globs, tables of runs. `base` is what every
/// request starts from.
///
/// # Errors
/// A path names nothing, or a table of runs is wrong: every problem at once.
pub fn items(paths: &[String], base: impl Fn(&str) -> Request) -> Result<Vec<Item>, Error> {
    let (mut all, mut wrong) = (Vec::new(), Vec::new());
    for path in paths {
        if let Err(said) = read_path(path, &base, &mut all) {
            wrong.extend(said);
        }
    }
    if all.is_empty() && wrong.is_empty() {
        wrong
            .push(Diagnostic::error("S070", "there is no study to run").with_help("name studies, or a folder of them"));
    }
    if !wrong.is_empty() {
        return Err(Error::Refused(wrong));
    }
    Ok(named(all))
}

/// A run before its folder has a name.
struct Draft {
    name: Option<String>,
    study: String,
    request: Request,
}

fn read_path(path: &str, base: &impl Fn(&str) -> Request, all: &mut Vec<Draft>) -> Result<(), Vec<Diagnostic>> {
    let unreadable = |said: String| vec![Diagnostic::error("S006", format!("cannot read `{path}`: {said}"))];
    let mut add = |study: &Path| {
        let study = study.to_string_lossy().into_owned();
        all.push(Draft { name: None, request: base(&study), study });
    };
    if Path::new(path).is_dir() {
        let entries = fs::read_dir(path).map_err(|error| unreadable(error.to_string().to_lowercase()))?;
        let mut studies: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|p| is_study(p)).collect();
        studies.sort();
        if studies.is_empty() {
            return Err(vec![
                Diagnostic::error("S070", format!("no study in the folder `{path}`"))
                    .with_help("a study is a file that ends in .toml"),
            ]);
        }
        studies.iter().for_each(|study| add(study));
    } else if !Path::new(path).exists() && path.contains(['*', '?', '[']) {
        let found = glob::glob(path).map_err(|error| unreadable(error.msg.to_lowercase()))?;
        let mut studies: Vec<PathBuf> = found.flatten().filter(|path| path.is_file()).collect();
        studies.sort();
        if studies.is_empty() {
            return Err(vec![Diagnostic::error("S070", format!("no file is called as `{path}` says"))]);
        }
        studies.iter().for_each(|study| add(study));
    } else if path.ends_with(".csv") {
        all.extend(rows_of_csv(path)?.into_iter().map(|row| row.draft(path, base)).collect::<Result<Vec<_>, _>>()?);
    } else if let Some(rows) = rows_of_toml(path)? {
        all.extend(rows.into_iter().map(|row| row.draft(path, base)).collect::<Result<Vec<_>, _>>()?);
    } else {
        // A file, or the name of a study that the program carries; loading says what is wrong with it.
        all.push(Draft { name: None, study: path.to_string(), request: base(path) });
    }
    Ok(())
}

/// A `.toml` that is no table of runs.
fn is_study(path: &Path) -> bool {
    path.is_file()
        && path.extension().is_some_and(|ending| ending == "toml")
        && !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
        && !matches!(rows_of_toml(&path.to_string_lossy()), Ok(Some(_)) | Err(_))
}

/// One row of a table of runs.
#[derive(Default)]
struct Row {
    number: usize,
    name: Option<String>,
    study: Option<String>,
    seed: Option<String>,
    draws: Option<String>,
    replicates: Option<String>,
    set: Vec<String>,
}

impl Row {
    fn draft(self, table: &str, base: &impl Fn(&str) -> Request) -> Result<Draft, Vec<Diagnostic>> {
        let wrong = |message: String| {
            vec![
                Diagnostic::error("S071", format!("`{table}`, run {}: {message}", self.number))
                    .with_help("a run has `study`, and may have `name`, `seed`, `draws`, `replicates` and `set`"),
            ]
        };
        let Some(study) = &self.study else { return Err(wrong("`study` is missing".into())) };
        // Studies stand relative to the table, unless only a study that the program carries has the name.
        let beside = Path::new(table).parent().unwrap_or(Path::new("")).join(study);
        let looks_like_path = study.contains(['/', '\\']) || study.ends_with(".toml") || beside.exists();
        let study = if looks_like_path { beside.to_string_lossy().into_owned() } else { study.clone() };
        let mut request = base(&study);
        let whole = |key: &str, text: &Option<String>| match text {
            None => Ok(None),
            Some(text) => match text.replace('_', "").parse::<u64>() {
                Ok(number) => Ok(Some(number)),
                Err(_) => Err(wrong(format!("`{key}` is `{text}`, not a whole number"))),
            },
        };
        // What is said on the command line has the last word.
        request.seed = request.seed.or(whole("seed", &self.seed)?);
        request.draws = request.draws.or(whole("draws", &self.draws)?);
        request.replicates = request.replicates.or(whole("replicates", &self.replicates)?);
        request.set.splice(0..0, self.set);
        Ok(Draft { name: self.name, study, request })
    }
}

/// A table of runs as CSV: the columns `study`, `name`, `seed`, `draws`, `replicates`, `set` (settings divided by
/// `;`), and one column a key.
fn rows_of_csv(path: &str) -> Result<Vec<Row>, Vec<Diagnostic>> {
    let refuse = |error: csv::Error| {
        let known = matches!(error.kind(), csv::ErrorKind::Io(io) if io.kind() == std::io::ErrorKind::NotFound);
        let code = if known { "S001" } else { "S071" };
        vec![Diagnostic::error(code, format!("cannot read `{path}`: {}", error.to_string().to_lowercase()))]
    };
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(path).map_err(refuse)?;
    let head: Vec<String> =
        reader.headers().map_err(refuse)?.iter().map(|h| h.trim_start_matches('\u{feff}').to_string()).collect();
    let mut rows = Vec::new();
    for (i, record) in reader.records().enumerate() {
        let record = record.map_err(refuse)?;
        let mut row = Row { number: i + 1, ..Row::default() };
        for (column, cell) in head.iter().zip(&record) {
            let text = (!cell.is_empty()).then(|| cell.to_string());
            match column.as_str() {
                "name" => row.name = text,
                "study" => row.study = text,
                "seed" => row.seed = text,
                "draws" => row.draws = text,
                "replicates" => row.replicates = text,
                "set" => row.set.extend(cell.split(';').map(str::trim).filter(|s| !s.is_empty()).map(str::to_string)),
                key => row.set.extend(text.map(|text| format!("{key}={text}"))),
            }
        }
        rows.push(row);
    }
    Ok(rows)
}

/// A table of runs as TOML: `[[run]]` with `study`, `name`, `seed`, `draws`, `replicates`, `set` (a list of
/// settings, or a table of keys). `None` where the file is none, but a study.
fn rows_of_toml(path: &str) -> Result<Option<Vec<Row>>, Vec<Diagnostic>> {
    // What cannot be read, or is no TOML, is told when it is loaded as a study.
    let Some(text) = Path::new(path).is_file().then(|| fs::read_to_string(path).ok()).flatten() else {
        return Ok(None);
    };
    if !text.contains("[[run]]") {
        return Ok(None);
    }
    let Ok(table) = text.parse::<toml::Table>() else { return Ok(None) };
    let Some(runs) = table.get("run").and_then(toml::Value::as_array) else { return Ok(None) };
    let wrong =
        |i: usize, message: String| vec![Diagnostic::error("S071", format!("`{path}`, run {}: {message}", i + 1))];
    let plain = |value: &toml::Value| match value {
        toml::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut rows = Vec::new();
    for (i, run) in runs.iter().enumerate() {
        let mut row = Row { number: i + 1, ..Row::default() };
        for (key, value) in run.as_table().into_iter().flatten() {
            match (key.as_str(), value) {
                ("name", toml::Value::String(text)) => row.name = Some(text.clone()),
                ("study", toml::Value::String(text)) => row.study = Some(text.clone()),
                ("seed", value) => row.seed = Some(plain(value)),
                ("draws", value) => row.draws = Some(plain(value)),
                ("replicates", value) => row.replicates = Some(plain(value)),
                ("set", toml::Value::Array(settings)) => row.set.extend(settings.iter().map(plain)),
                ("set", toml::Value::Table(settings)) => {
                    row.set.extend(settings.iter().map(|(key, value)| format!("{key}={value}")));
                }
                (key, _) => return Err(wrong(i, format!("`{key}` is no key of a run, or of the wrong kind"))),
            }
        }
        rows.push(row);
    }
    Ok(Some(rows))
}

/// Names that stand for something else in the folder of a batch.
const TAKEN: [&str; 4] = ["tables", "batch.toml", "part.toml", "index.html"];

/// Gives every run a name of its own: the one it asks for, else the study's; where two would be alike, with the
/// folder's before it, and then with a number behind it.
fn named(drafts: Vec<Draft>) -> Vec<Item> {
    let short = |draft: &Draft| {
        let name = draft.name.clone().unwrap_or_else(|| draft.request.origin.study_name());
        let name = file_name(&name);
        if TAKEN.contains(&name.to_lowercase().as_str()) { format!("{name}-study") } else { name }
    };
    let long = |draft: &Draft| {
        let parent = Path::new(&draft.study).parent().and_then(Path::file_name).map(|name| name.to_string_lossy());
        match parent {
            Some(parent) if draft.name.is_none() => file_name(&format!("{parent}-{}", short(draft))),
            _ => short(draft),
        }
    };
    let count = |names: &[String]| {
        let mut count = BTreeMap::new();
        names.iter().for_each(|name| *count.entry(name.to_lowercase()).or_insert(0) += 1);
        count
    };
    let short: Vec<String> = drafts.iter().map(short).collect();
    let often = count(&short);
    let names: Vec<String> = drafts
        .iter()
        .zip(short)
        .map(|(draft, short)| if often[&short.to_lowercase()] > 1 { long(draft) } else { short })
        .collect();
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let often = count(&names);
    let items = drafts.into_iter().zip(names).map(|(draft, name)| {
        let mut free = name.clone();
        while taken.contains_key(&free.to_lowercase()) || (free != name && often.contains_key(&free.to_lowercase())) {
            let number = taken.entry(name.to_lowercase()).or_insert(1);
            *number += 1;
            free = format!("{name}-{number}");
        }
        taken.entry(free.to_lowercase()).or_insert(1);
        Item { name: free, study: draft.study, request: draft.request }
    });
    items.collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::batch::list::items;
    use crate::input::Request;

    fn names(paths: &[String]) -> Vec<String> {
        items(paths, Request::named).unwrap().into_iter().map(|item| item.name).collect()
    }

    #[test]
    fn files_folders_globs_and_tables_name_runs() {
        let home = tempfile::tempdir().unwrap();
        let path = |name: &str| home.path().join(name).to_string_lossy().into_owned();
        for folder in ["a", "b"] {
            fs::create_dir(path(folder)).unwrap();
            for study in ["x", "y"] {
                fs::write(path(&format!("{folder}/{study}.toml")), "extends = 'preset:tarp-major'").unwrap();
            }
        }
        fs::write(path("a/tables.toml"), "").unwrap();
        fs::write(path("a/notes.txt"), "").unwrap();
        assert_eq!(names(&[path("a")]), ["tables-study", "x", "y"]);
        assert_eq!(names(&[path("[ab]/x.toml"), path("b/y.toml")]), ["a-x", "b-x", "y"]);
        assert_eq!(names(&[path("a/x.toml"), path("a/x.toml")]), ["a-x", "a-x-2"]);
        fs::write(path("runs.csv"), "study,seed,voice.solicit,set\na/x.toml,7,0.5,\n\"a/x.toml\",,,\"horizon.periods=4; market.customers=10\"\n").unwrap();
        let found = items(&[path("runs.csv")], Request::named).unwrap();
        assert_eq!(
            (found[0].request.seed, &found[0].request.set[..]),
            (Some(7), &["voice.solicit=0.5".to_string()][..])
        );
        assert_eq!(found[1].request.set, ["horizon.periods=4", "market.customers=10"]);
        fs::write(path("runs.toml"), "[[run]]\nstudy = 'city-hotel'\nname = 'ten'\nset = { 'voice.solicit' = 0.1 }\n[[run]]\nstudy = 'b/y.toml'\n").unwrap();
        let found = items(&[path("runs.toml")], Request::named).unwrap();
        assert_eq!(
            (&*found[0].name, &*found[0].study, &*found[0].request.set[0]),
            ("ten", "city-hotel", "voice.solicit=0.1")
        );
        assert_eq!(found[1].study, path("b/y.toml"));
    }

    #[test]
    fn what_names_nothing_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let path = |name: &str| home.path().join(name).to_string_lossy().into_owned();
        fs::write(path("runs.csv"), "study,seed\ncity-hotel,many\n").unwrap();
        fs::write(path("more.toml"), "[[run]]\nstduy = 'x'\n").unwrap();
        for wrong in [
            home.path().to_string_lossy().into_owned(),
            path("*.nothing"),
            path("runs.csv"),
            path("more.toml"),
            path("none.csv"),
        ] {
            if wrong == *home.path().to_string_lossy() {
                continue;
            }
            assert!(items(std::slice::from_ref(&wrong), Request::named).is_err(), "{wrong}");
        }
    }
}
