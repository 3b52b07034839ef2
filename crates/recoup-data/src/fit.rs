//! From the files of a firm to a study: reads them, fits them over a base, and says what is wrong in one go.

use std::path::{Path, PathBuf};

use recoup_core::diagnostic::Diagnostic;
use recoup_core::input::guard::Stop;
use recoup_core::input::shipped::{PRESETS, find};
use recoup_core::input::source::not_shipped;
use recoup_core::input::{Request as StudyRequest, load};
use recoup_core::scenario::horizon::Period;
use recoup_core::scenario::key::Key;
use recoup_core::scenario::study::Study;
use recoup_fit::answer::{Fitted, Request as FitRequest, fitted};
use recoup_fit::base::Base;
use recoup_fit::fit::Question;
use recoup_fit::study::{Table, Trouble};
use serde::Serialize;

use crate::date::Date;
use crate::firm::{Firm, Request, Stage, read_log};

/// The preset that a study builds on unless another is named.
pub const USUAL_BASE: &str = "preset:frontline-realistic";

/// What a firm's files are fitted with.
#[derive(Clone, Debug)]
pub struct FitFiles {
    /// The files.
    pub files: Request,
    /// `preset:NAME`, or the path of a study.
    pub base: String,
    /// The folder of the fitted study, from which it names its base.
    pub folder: PathBuf,
    /// Title of the study.
    pub title: String,
    /// Values given by hand, as KEY=VALUE.
    pub set: Vec<String>,
}

/// A firm's files, and what they say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FirmFit {
    /// What was found in the files.
    pub data: Firm,
    /// What the data say.
    pub fit: Fitted,
}

/// Reads and fits a firm's files. `progress` gets each stage of reading.
///
/// # Errors
/// Everything that is wrong with base and settings, or else with the files, or else what keeps the study from being written.
pub fn fit_files(asked: &FitFiles, progress: &mut dyn FnMut(Stage)) -> Result<FirmFit, Vec<Diagnostic>> {
    let (base, given) = match (base(asked), given(&asked.set)) {
        (Ok(base), Ok(given)) => (base, given),
        (base, given) => return Err(base.err().into_iter().chain(given.err()).flatten().collect()),
    };
    let mut data = read_log(&asked.files, progress)?;
    let question = question(&base);
    let files: Vec<(Table, String)> =
        data.files.iter().filter_map(|file| Some((table(file.table)?, name(&file.path)))).collect();
    let first = data.first_day.days();
    let mut log = std::mem::take(&mut data.log);
    let request = FitRequest {
        title: &asked.title,
        currency: data.currency.as_deref(),
        base: &base,
        files: &files,
        given: &given,
        loss: &data.loss,
        question,
        date: &|day| Date::from_days(first + day).to_string(),
    };
    let fit = fitted(&mut log, &request)
        .map_err(|troubles| troubles.iter().map(|trouble| refused(trouble, asked)).collect::<Vec<_>>())?;
    data.log = log;
    Ok(FirmFit { data, fit })
}

fn table(name: &str) -> Option<Table> {
    match name {
        "customers" => Some(Table::Customers),
        "purchases" => Some(Table::Purchases),
        "failures" => Some(Table::Failures),
        "complaints" => Some(Table::Complaints),
        _ => None,
    }
}

/// The name of a file without its folder.
fn name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(|| path.to_string(), |name| name.to_string_lossy().into_owned())
}

/// KEY=VALUE as pairs of a key and a TOML value.
fn given(set: &[String]) -> Result<Vec<(String, String)>, Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let mut pairs = Vec::new();
    for text in set {
        // A value may contain `=`, as in { mean = 1, sd = 0.1 }: the key ends where the rest is a value.
        let split = text
            .match_indices('=')
            .map(|(at, _)| (text[..at].trim(), text[at + 1..].trim()))
            .filter(|(_, value)| format!("x = {value}").parse::<toml::Table>().is_ok())
            .find_map(|(key, value)| Some((Key::parse(key)?.to_string(), value)));
        match split {
            Some((key, value)) => pairs.push((key, value.to_string())),
            None => wrong.push(
                Diagnostic::error("S022", format!("`{text}` is not KEY=VALUE"))
                    .with_help("write it as in a study, such as segment.all.retention_cost=12"),
            ),
        }
    }
    if wrong.is_empty() { Ok(pairs) } else { Err(wrong) }
}

/// The base, read and ready to be named in `extends`.
fn base(asked: &FitFiles) -> Result<Base, Vec<Diagnostic>> {
    if let Some(name) = asked.base.strip_prefix("preset:") {
        let text = find(PRESETS, name).ok_or_else(|| vec![not_shipped("preset", name, PRESETS)])?;
        let values = text.parse().unwrap_or_default();
        return Ok(Base { extends: asked.base.clone(), is_preset: true, values });
    }
    let path = Path::new(&asked.base);
    let study = read_study(path, asked.files.stop)?;
    let values = study.resolved.parse().unwrap_or_default();
    Ok(Base { extends: relative(path, &asked.folder), is_preset: false, values })
}

fn read_study(path: &Path, stop: Stop) -> Result<Study, Vec<Diagnostic>> {
    let mut request = StudyRequest::file(path);
    request.stop = stop;
    load(&request).map(|loaded| loaded.study)
}

/// The path of the base from the folder of the study, with `/`.
fn relative(path: &Path, folder: &Path) -> String {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let (Ok(to), Ok(from)) = (path.canonicalize(), folder.canonicalize()) else {
        return path.to_string_lossy().into_owned();
    };
    let (to, from): (Vec<_>, Vec<_>) = (to.components().collect(), from.components().collect());
    let common = to.iter().zip(&from).take_while(|(a, b)| a == b).count();
    let up = from[common..].iter().map(|_| "..".to_string());
    let down = to[common..].iter().map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// The times of the base where it has them.
fn question(base: &Base) -> Question {
    let mut question = Question::default();
    let take = |path: &[&str], number: &mut f64| {
        if let Some(x) = base.number(path) {
            *number = x;
        }
    };
    take(&["loyalty", "window_years"], &mut question.settings.window_years);
    take(&["loyalty", "memory_years"], &mut question.settings.memory_years);
    take(&["recovery", "desk", "quick_hours"], &mut question.rules.quick_hours);
    take(&["recovery", "desk", "answer_within_minutes"], &mut question.answer_minutes);
    let period = base.text(&["horizon", "period"]);
    let named = |candidate: &Period| Some(candidate.name()) == period;
    let period = [Period::Week, Period::Month, Period::Quarter, Period::Year].into_iter().find(named);
    question.settings.periods_per_year = period.unwrap_or(Period::Month).per_year();
    question
}

fn refused(trouble: &Trouble, asked: &FitFiles) -> Diagnostic {
    match trouble {
        Trouble::Missing { key } => {
            Diagnostic::error("D002", format!("neither the data nor the base `{}` give `{key}`", asked.base)).with_help(
                format!("add --set '{key}=VALUE', name a study that has it with --base, or give the file that it comes from"),
            )
        }
        Trouble::ForeignSegment { segment } => {
            let message = format!("the base `{}` has the segment `{segment}`, which the customers do not have", asked.base);
            Diagnostic::error("D003", message)
                .with_help("name the segments of the customers as the base does, or choose a base without segments, such as a preset")
        }
        Trouble::CannotSet { key } => Diagnostic::error("D002", format!("`{key}` cannot be set here"))
            .with_help("set keys of the data's segments, failures and severities, or of tables such as costs; put all else into the fitted study"),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{given, relative};

    #[test]
    fn settings_are_split_at_the_sign_that_leaves_a_value() {
        let set = ["market.prospects=5".to_string(), "severity.\"a=b\".loss = { mean = 5, sd = 1 }".to_string()];
        let expected = [("market.prospects", "5"), ("severity.\"a=b\".loss", "{ mean = 5, sd = 1 }")];
        let pairs = given(&set).expect("they are settings");
        assert_eq!(pairs.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect::<Vec<_>>(), expected);
        for wrong in ["x", "x=", "=5", "x=[", "a b=5"] {
            assert_eq!(given(&[wrong.to_string()]).expect_err("it is none").len(), 1, "{wrong}");
        }
    }

    #[test]
    fn a_base_is_named_from_the_folder_of_the_study() {
        let folder = tempfile::tempdir().expect("there is room");
        let path = |name: &str| folder.path().join(name);
        std::fs::create_dir_all(path("a/b")).expect("there is room");
        std::fs::write(path("a/base.toml"), "").expect("there is room");
        assert_eq!(relative(&path("a/base.toml"), &path("a/b")), "../base.toml");
        assert_eq!(relative(&path("a/base.toml"), &path("a")), "base.toml");
        assert_eq!(relative(Path::new("none.toml"), &path("a")), "none.toml");
    }
}
