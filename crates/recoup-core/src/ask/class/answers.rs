//! The file with the answers of a student: small, JSON, written by the page of the lab.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::ask::class::mark::GivenAnswer;
use crate::ask::class::{Asked, MOST_STUDENTS};

/// What a file of answers says it is.
pub const FORMAT: &str = "recoup-answers";
/// The version of the format.
pub const VERSION: u64 = 1;
/// Most bytes of a file of answers.
pub const MOST_BYTES: u64 = 64 * 1024;
/// Most characters of a student's name.
const MOST_NAME: usize = 200;

/// The answers of a student.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AnswersFile {
    /// [`FORMAT`].
    pub format: &'static str,
    /// [`VERSION`].
    pub version: u64,
    /// Name of the study.
    pub study: String,
    /// Hash of the study, [`Lesson::digest`](crate::ask::class::Lesson::digest).
    pub digest: String,
    /// Number of the student.
    pub student: u64,
    /// Their name, as they wrote it.
    pub name: String,
    /// What they answered, by question; questions may be left out.
    pub answers: BTreeMap<Asked, GivenAnswer>,
}

/// What is wrong with a file of answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Flaw {
    /// It is no file of answers, or of another version.
    Format(String),
    /// It belongs to another study.
    Study(String),
    /// The number of the student is none of the class.
    Student(String),
    /// An answer is none to its question.
    Answer(String),
}

impl AnswersFile {
    /// The answers in a text, for the study of that hash and a class of that many students.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(text: &str, digest: &str, students: u64) -> Result<Self, Vec<Flaw>> {
        let no_format = |what: String| vec![Flaw::Format(what)];
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let value: Value = serde_json::from_str(text).map_err(|error| no_format(format!("it is not JSON: {error}")))?;
        if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(no_format(format!("it does not say `\"format\": \"{FORMAT}\"`")));
        }
        let version = value.get("version").unwrap_or(&Value::Null);
        if version.as_u64() != Some(VERSION) {
            return Err(no_format(format!("its version is {version}, and this program reads {VERSION}")));
        }
        let mut flaws = Vec::new();
        let mut text_of = |key: &str| match value.get(key).and_then(Value::as_str) {
            Some(text) => text.to_string(),
            None => {
                flaws.push(Flaw::Format(format!("`{key}` is missing or no text")));
                String::new()
            }
        };
        let (study, of) = (text_of("study"), text_of("digest"));
        let name: String = text_of("name").chars().take(MOST_NAME).collect();
        if flaws.is_empty() && of != digest {
            flaws.push(Flaw::Study(format!("it answers the study `{study}` with other numbers or settings")));
        }
        let student = value.get("student").unwrap_or(&Value::Null);
        let number = student.as_u64().filter(|number| (1..=students.min(MOST_STUDENTS)).contains(number));
        if number.is_none() {
            flaws.push(Flaw::Student(format!("its student is {student}, not a number from 1 to {students}")));
        }
        let mut answers = BTreeMap::new();
        match value.get("answers").and_then(Value::as_object) {
            None => flaws.push(Flaw::Format("`answers` is missing or no table".into())),
            Some(given) => {
                for (question, given) in given {
                    // A question that was left out.
                    if given.is_null() {
                        continue;
                    }
                    match (Asked::of_name(question), GivenAnswer::deserialize(given)) {
                        (None, _) => flaws.push(Flaw::Answer(format!("there is no question `{question}`"))),
                        (_, Err(_)) => flaws.push(Flaw::Answer(format!(
                            "answer `{question}`: it is no number, text or list of numbers"
                        ))),
                        (Some(asked), Ok(given)) => drop(answers.insert(asked, given)),
                    }
                }
            }
        }
        match number {
            Some(student) if flaws.is_empty() => {
                Ok(AnswersFile { format: FORMAT, version: VERSION, study, digest: of, student, name, answers })
            }
            _ => Err(flaws),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ask::class::Asked;
    use crate::ask::class::answers::{AnswersFile, Flaw};
    use crate::ask::class::mark::GivenAnswer;

    fn text(change: impl Fn(&mut serde_json::Value)) -> String {
        let mut value = serde_json::json!({
            "format": "recoup-answers", "version": 1, "study": "s", "digest": "d", "student": 7, "name": "Ana",
            "answers": { "lever": "resolution", "everyone": 0.4, "curve": [0.1, 0.2], "complainers": null },
        });
        change(&mut value);
        value.to_string()
    }

    #[test]
    fn a_good_file_is_read_and_every_flaw_of_a_bad_one_is_said() {
        let read = AnswersFile::read(&text(|_| ()), "d", 60).unwrap();
        assert_eq!((read.student, &*read.name), (7, "Ana"));
        assert_eq!(read.answers[&Asked::Curve], GivenAnswer::Curve(vec![0.1, 0.2]));
        assert_eq!(read.answers.len(), 3);
        let again = serde_json::to_string(&read).unwrap();
        assert_eq!(AnswersFile::read(&again, "d", 60), Ok(read));
        let flaws = |text: &str| AnswersFile::read(text, "d", 60).unwrap_err();
        for bad in ["", "[]", "{}", "{\"format\": \"recoup-answers\", \"version\": 2}", "\u{0}"] {
            assert!(matches!(flaws(bad)[..], [Flaw::Format(_)]), "{bad}");
        }
        let bad = text(|value| {
            value["digest"] = "e".into();
            value["student"] = 61.into();
            value["answers"]["what"] = 1.into();
            value["answers"]["lever"] = serde_json::json!({ "a": 1 });
        });
        let found = flaws(&bad);
        assert!(matches!(found[..], [Flaw::Study(_), Flaw::Student(_), Flaw::Answer(_), Flaw::Answer(_)]), "{found:?}");
    }
}
