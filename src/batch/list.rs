//! What a batch runs: files, folders, globs, tables of runs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use crate::batch::runs::{Row, is_csv, rows_of_csv, rows_of_toml};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::input::shipped::{STUDIES, find};
use crate::input::source::is_file_beside;
use crate::input::{Request, RowSettings};
use crate::output::folder::file_name;

/// One run of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The name of its folder; no two are alike.
    pub name: String,
    /// What it is called, as it is written (in Unicode's NFC); the name of its study where nothing is.
    pub label: String,
    /// The study, as it was named.
    pub study: String,
    /// What to load.
    pub request: Request,
    /// What is wrong with the row that asks for it: it is refused.
    pub wrong: Vec<Diagnostic>,
    /// What is to be known of it.
    pub notes: Vec<Diagnostic>,
}

/// The runs that `paths` name, in order: studies, folders of them, globs, tables of runs. `base` is what every
/// request starts from.
///
/// # Errors
/// A path names nothing, or a table of runs cannot be read: every problem at once.
pub fn items(paths: &[String], base: impl Fn(&str) -> Request) -> Result<Vec<Item>, Error> {
    let (mut all, mut wrong) = (Vec::new(), Vec::new());
    for path in paths {
        if let Err(diagnostics) = read_path(path, &base, &mut all) {
            wrong.extend(diagnostics);
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
    wrong: Vec<Diagnostic>,
}

fn read_path(path: &str, base: &impl Fn(&str) -> Request, all: &mut Vec<Draft>) -> Result<(), Vec<Diagnostic>> {
    let unreadable =
        |diagnostics: String| vec![Diagnostic::error("S006", format!("cannot read `{path}`: {diagnostics}"))];
    let mut add = |study: &Path| {
        let study = study.to_string_lossy().into_owned();
        all.push(Draft { name: None, request: base(&study), study, wrong: Vec::new() });
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
        let mut wrong = Vec::new();
        for study in studies {
            wrong.extend(read_path(&study.to_string_lossy(), base, all).err().unwrap_or_default());
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
    } else if is_csv(Path::new(path)) {
        all.extend(rows_of_csv(path)?.into_iter().map(|row| draft_of(row, path, base)));
    } else if let Some(rows) = rows_of_toml(path).transpose()? {
        all.extend(rows.into_iter().map(|row| draft_of(row, path, base)));
    } else {
        // A file, or the name of a study that the program carries; loading says what is wrong with it.
        all.push(Draft { name: None, study: path.to_string(), request: base(path), wrong: Vec::new() });
    }
    Ok(())
}

/// A `.toml` that is no table of runs.
fn is_study(path: &Path) -> bool {
    path.is_file()
        && path.extension().is_some_and(|ending| ending == "toml")
        && !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
        && rows_of_toml(&path.to_string_lossy()).is_none()
}

/// The run that a row of a table asks for.
fn draft_of(row: Row, table: &str, base: &impl Fn(&str) -> Request) -> Draft {
    let written = row.study.unwrap_or_default();
    // Studies stand relative to the table, unless only a study that the program carries has the name.
    let beside = Path::new(table).parent().unwrap_or(Path::new("")).join(&written);
    let looks_like_path = written.contains(['/', '\\']) || written.ends_with(".toml") || beside.is_file();
    let mut wrong = row.wrong;
    if !looks_like_path && find(STUDIES, &written).is_none() && is_file_beside(&beside) {
        let diagnostic =
            Diagnostic::error("S007", format!("no built-in study `{written}` ({table}, line {})", row.line));
        wrong.push(diagnostic.with_help(format!("did you mean the file `{written}.toml`?")));
    }
    let study = if looks_like_path { beside.to_string_lossy().into_owned() } else { written };
    let mut request = base(&study);
    // What is said on the command line has the last word: it acts after the row.
    let place = format!("{table}, line {}", row.line);
    request.row = (!row.set.is_empty()).then_some(RowSettings { place, set: row.set });
    let name = row.name.or(study.is_empty().then(|| format!("run-{}", row.number)));
    Draft { name, study, request, wrong }
}

/// Names that stand for something else in the folder of a batch.
const TAKEN: [&str; 4] = ["tables", "batch.toml", "part.toml", "index.html"];

/// Gives every run a name of its own: the one it asks for, else the study's; where two would be alike, with the
/// folder's before it, and then with a number behind it.
fn named(drafts: Vec<Draft>) -> Vec<Item> {
    // The same name may be written in several ways, as macOS does.
    let label = |draft: &Draft| -> String {
        draft.name.clone().unwrap_or_else(|| draft.request.origin.study_name()).nfc().collect()
    };
    let short = |draft: &Draft| {
        let name = file_name(&label(draft));
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
    let mut labels: BTreeMap<String, usize> = BTreeMap::new();
    drafts.iter().filter(|draft| draft.name.is_some()).for_each(|draft| *labels.entry(label(draft)).or_default() += 1);
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
        let label = if draft.name.is_some() { label(&draft) } else { free.clone() };
        let again = |number: usize| {
            let message = format!("{number} runs are called `{label}`: this one is in the folder `{free}`");
            Diagnostic::warning("W015", message).with_help("give them names of their own")
        };
        let notes = labels.get(&label).filter(|number| **number > 1).map(|number| again(*number));
        let notes = notes.filter(|_| draft.name.is_some()).into_iter().collect();
        Item { name: free, label, notes, study: draft.study, request: draft.request, wrong: draft.wrong }
    });
    items.collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::batch::list::{Item, items};
    use crate::error::Error;
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
        let set = |item: &Item| item.request.row.clone().map_or_else(Vec::new, |row| row.set);
        assert_eq!(set(&found[0]), ["study.seed=7", "voice.solicit=0.5"]);
        assert_eq!(set(&found[1]), ["horizon.periods=4", "market.customers=10"]);
        fs::write(path("runs.toml"), "[[run]]\nstudy = 'city-hotel'\nname = 'ten'\nset = { 'voice.solicit' = 0.1 }\n[[run]]\nstudy = 'b/y.toml'\n").unwrap();
        let found = items(&[path("runs.toml")], Request::named).unwrap();
        assert_eq!(
            (&*found[0].name, &*found[0].study, &*set(&found[0])[0]),
            ("ten", "city-hotel", "voice.solicit=0.1")
        );
        assert_eq!(found[1].study, path("b/y.toml"));
    }

    #[test]
    fn what_names_nothing_is_refused_all_at_once() {
        let home = tempfile::tempdir().unwrap();
        let path = |name: &str| home.path().join(name).to_string_lossy().into_owned();
        fs::create_dir(path("empty")).unwrap();
        fs::write(path("no-study.csv"), "stduy;seed\ncity-hotel;1\n").unwrap();
        fs::write(path("more.toml"), "seed = 3\n[[run]]\nstudy = 'city-hotel'\n[[runs]]\nstudy = 'x'\n").unwrap();
        fs::write(path("latin.csv"), b"study,name\ncity-hotel,caf\xe9\n").unwrap();
        let wrong = ["empty", "*.nothing", "no-study.csv", "none.csv", "latin.csv", "more.toml"].map(path);
        match items(&wrong, Request::named) {
            Err(Error::Refused(diagnostics)) => {
                let codes: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
                assert_eq!(codes, ["S070", "S070", "S071", "S001", "S071", "S071", "S071"], "{diagnostics:?}");
                assert!(diagnostics[2].help.as_ref().unwrap().contains("`study`"), "{diagnostics:?}");
                assert!(diagnostics[6].help.as_ref().unwrap().contains("[[run]]"), "{diagnostics:?}");
            }
            other => panic!("{other:?}"),
        }
        assert!(items(&[], Request::named).is_err());
    }

    #[test]
    fn what_is_wrong_with_a_row_is_that_runs_alone_and_all_of_it_is_told() {
        let home = tempfile::tempdir().unwrap();
        let path = |name: &str| home.path().join(name).to_string_lossy().into_owned();
        let csv = "sep=;\nStudy;seed;draws;voice.solicit\ncity-hotel;-1;1e3;\ncity-hotel;5;;0.4\n\n;;;\n;7;;\na;b\n";
        fs::write(path("runs.csv"), csv).unwrap();
        let toml = "[[run]]\nstduy = 'x'\nseed = true\nset = [1]\n[[run]]\nstudy = 'city-hotel'\nseed = 1_0\n\
                    set.voice.solicit = 0.3\nset.failure.'room not ready'.rate = {mean = 0.1, sd = 0.01}\nset.market.customers = 9\n";
        fs::write(path("runs.toml"), toml).unwrap();
        let found = items(&[path("runs.[ct]*")], Request::named).unwrap();
        let lines = |item: &Item| -> Vec<usize> {
            item.wrong.iter().map(|diagnostic| diagnostic.place.as_ref().unwrap().line_and_column().0).collect()
        };
        let told: Vec<Vec<usize>> = found.iter().map(lines).collect();
        assert_eq!(told, [vec![3, 3], vec![], vec![7], vec![8], vec![2, 3, 4], vec![]], "{found:#?}");
        let set = |i: usize| found[i].request.row.clone().unwrap().set.join("; ");
        assert_eq!(set(1), "study.seed=5; voice.solicit=0.4");
        assert_eq!((&*found[2].name, &*found[4].name), ("run-4", "run-1"));
        let last = "study.seed=10; voice.solicit=0.3; failure.\"room not ready\".rate={mean = 0.1, sd = 0.01}; market.customers=9";
        assert_eq!(set(5), last);
        assert_eq!(found[4].wrong[0].help.as_deref(), Some("did you mean `study`?"));
    }

    #[test]
    fn a_spreadsheets_numbers_are_read_or_refused_and_never_misread() {
        let home = tempfile::tempdir().unwrap();
        let path = |name: &str| home.path().join(name).to_string_lossy().into_owned();
        let csv = "Study;Note;#who;voice.solicit;market.customers;voice.solicit_cost\n\
                   city-hotel;why, not;me;0,05;50000;1,5\ncity-hotel;;;40 %;50.000;0.125\n";
        fs::write(path("runs.csv"), csv).unwrap();
        let found = items(&[path("runs.csv")], Request::named).unwrap();
        let set = |i: usize| found[i].request.row.clone().unwrap().set.join("; ");
        assert_eq!(set(0), "voice.solicit=0.05; market.customers=50000; voice.solicit_cost=1.5");
        assert_eq!(set(1), "voice.solicit=0.4; voice.solicit_cost=0.125");
        assert_eq!(found[1].wrong.len(), 1, "{found:#?}");
        assert_eq!(found[1].wrong[0].help.as_deref(), Some("write 50000, or 50 for the fraction"));
        assert_eq!(found[1].request.row.clone().unwrap().place, format!("{}, line 3", path("runs.csv")));
        fs::write(path("two.csv"), "study,voice.solicit,voice.solicit\ncity-hotel,0.1,0.2\n").unwrap();
        match items(&[path("two.csv")], Request::named) {
            Err(Error::Refused(diagnostics)) => assert!(diagnostics[0].message.contains("two columns `voice.solicit`")),
            other => panic!("{other:?}"),
        }
        fs::write(path("laden.toml"), "extends = 'case:tarp'\n").unwrap();
        fs::write(path("shops.csv"), "study\nladen\n").unwrap();
        let found = items(&[path("shops.csv")], Request::named).unwrap();
        assert_eq!(found[0].wrong[0].help.as_deref(), Some("did you mean the file `laden.toml`?"));
    }
}
