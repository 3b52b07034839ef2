//! `recoup class`: a lesson on the recovery paradox for a class, and the marks of the answers.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args};

use crate::ask::class::answers::MOST_BYTES;
use crate::ask::class::grade::{GradeQuestion, NamedText};
use crate::ask::class::{ClassQuestion, MOST_STUDENTS, RollQuestion};
use crate::cli::ask::{AskOptions, ScenarioOption};
use crate::cli::options::Done;
use crate::cli::stop::is_stopped;
use crate::error::Error;
use crate::input::guard::{Stop, read_text};
use crate::output::answer::class::{key, lesson, marks};
use crate::output::class::{WrittenClass, write_class};

/// Most files of a folder with answers.
const MOST_FILES: usize = 10_000;

#[derive(Args, Debug)]
#[command(group = ArgGroup::new("what").required(true).multiple(true))]
pub(super) struct Options {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "paradox-class")]
    study: String,
    #[command(flatten)]
    scenario: ScenarioOption,
    #[command(flatten)]
    asking: AskOptions,
    /// Students of the class: writes handouts, key and quiz to --out; with --grade, the highest number that is accepted
    #[arg(long, value_name = "N", group = "what", value_parser = clap::value_parser!(u64).range(1..=MOST_STUDENTS))]
    students: Option<u64>,
    /// Show the numbers and the right answers of one student
    #[arg(long, value_name = "NUMBER", group = "what", conflicts_with_all = ["students", "grade"], value_parser = clap::value_parser!(u64).range(1..=MOST_STUDENTS))]
    student: Option<u64>,
    /// Mark the files of answers in a folder: those whose names end in .json
    #[arg(long, value_name = "DIR", group = "what")]
    grade: Option<PathBuf>,
}

pub(super) fn run(options: &Options) -> Done {
    let (study, scenario, asking) = (&options.study, options.scenario.name(), &options.asking);
    if let Some(folder) = &options.grade {
        if asking.out.as_deref().is_some_and(|out| is_same(out, folder)) {
            let message = format!("`{}` is read, so it cannot be written too: choose another --out", folder.display());
            return Err(Error::Usage(message));
        }
        let question = GradeQuestion { files: files(folder)?, students: options.students.unwrap_or(MOST_STUDENTS) };
        return asking.ask(study, scenario, &question, marks);
    }
    if let Some(students) = options.students {
        if asking.out.is_none() {
            return Err(Error::Usage("--students writes files: name their folder with --out DIR".to_string()));
        }
        let request = asking.study_options.request(study);
        let question = RollQuestion { students };
        return asking.ask_and_write(request, scenario, &question, key, |folder, answer, written, locale| {
            let study = written.study.in_language(locale.language);
            let class =
                WrittenClass { study: &study, roll: &answer.found, json: written.json, key: written.rendered.document };
            write_class(folder, class, locale)
        });
    }
    let question = ClassQuestion { student: options.student.unwrap_or(1), ..ClassQuestion::default() };
    asking.ask(study, scenario, &question, lesson)
}

fn is_same(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// The files of answers in a folder, in the order of their names, each with its text or why it cannot be read.
fn files(folder: &Path) -> Result<Vec<NamedText>, Error> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::file("read", folder))? {
        let path = entry.map_err(Error::file("read", folder))?.path();
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
            paths.push(path);
        }
    }
    if paths.len() > MOST_FILES {
        let message = format!("`{}` has {} files of answers; at most 10,000 are marked", folder.display(), paths.len());
        return Err(Error::Usage(message));
    }
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().map_or(String::new(), |name| name.to_string_lossy().into_owned());
        (name, read_text(&path, MOST_BYTES, Stop(is_stopped)).map_err(|unread| unread.to_string()))
    };
    Ok(paths.into_iter().map(read).collect())
}
