//! The quiz as a QTI 1.2 package, the version that Canvas and other platforms import: a section for each question, of which the platform
//! picks the variant of one student at random.

use std::io::{Cursor, Write};

use askama::Template;
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::error::Error;
use crate::output::class::pages::{Item, ItemAnswer};

/// The questions of one place of the lesson.
struct Group<'a> {
    place: usize,
    topic: &'a str,
    items: Vec<&'a Item>,
}

#[derive(Template)]
#[template(path = "assessment.xml")]
struct Assessment<'a> {
    id: &'a str,
    title: &'a str,
    groups: Vec<Group<'a>>,
}

#[derive(Template)]
#[template(path = "imsmanifest.xml")]
struct Manifest<'a> {
    id: &'a str,
    title: &'a str,
}

/// The package: a manifest and the assessment. The same class gives the same bytes.
pub(super) fn package(quiz: &str, digest: &str, items: &[Item]) -> Result<Vec<u8>, Error> {
    let id = &format!("recoup-{}", &digest[..digest.len().min(16)]);
    let mut groups: Vec<Group<'_>> = Vec::new();
    for item in items {
        match groups.last_mut().filter(|group| group.place == item.place) {
            Some(group) => group.items.push(item),
            None => groups.push(Group { place: item.place, topic: &item.topic, items: vec![item] }),
        }
    }
    let not_made = |reason: String| Error::Report { what: "QTI package", reason };
    let made = |text: Result<String, askama::Error>| text.map_err(|error| not_made(error.to_string()));
    let files = [
        ("imsmanifest.xml".to_string(), made(Manifest { id, title: quiz }.render())?),
        (format!("{id}/{id}.xml"), made(Assessment { id, title: quiz, groups }.render())?),
    ];
    zipped(&files).map_err(|error| not_made(error.to_string()))
}

fn zipped(files: &[(String, String)]) -> Result<Vec<u8>, ZipError> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        out.start_file(name.as_str(), SimpleFileOptions::DEFAULT)?;
        out.write_all(text.as_bytes())?;
    }
    Ok(out.finish()?.into_inner())
}

impl Item {
    /// What the platform calls this type of question.
    fn question_type(&self) -> &'static str {
        match self.answer {
            ItemAnswer::Choice(_) => "multiple_choice_question",
            ItemAnswer::Number { .. } => "numerical_question",
        }
    }

    /// Its identifier, which no other has.
    fn id(&self) -> String {
        format!("question-{}-{}", self.place + 1, self.student)
    }
}
