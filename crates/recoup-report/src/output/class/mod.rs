//! The folder of a class: handouts, key, and the questions as a quiz for learning platforms.

mod gift;
mod pages;
mod qti;
pub mod words;

use crate::ask::class::mark::Form;
use crate::ask::class::{Lesson, Roll};
use crate::error::Error;
use crate::language::{Locale, tr};
use crate::output::class::gift::gift;
use crate::output::class::pages::{handouts, items};
use crate::output::class::qti::package;
use crate::output::folder::{Folder, Placed};
use crate::output::manifest::write_manifest;
use crate::output::report::document::{Document, paragraph};
use crate::output::report::page::page;
use crate::output::table::{Chunk, Values, csv_text};
use crate::scenario::study::Study;

/// What is written beside the key.
pub struct WrittenClass<'a> {
    /// The study, in the language of the class.
    pub study: &'a Study,
    /// The lessons.
    pub roll: &'a Roll,
    /// The answer as JSON.
    pub json: &'a str,
    /// The key.
    pub key: Document,
}

/// Writes handouts, key, quiz, `study.toml`, `result.json` and the manifest.
///
/// # Errors
/// When the folder cannot be used, or a file cannot be made.
pub fn write_class(mut folder: Folder, class: WrittenClass<'_>, locale: &Locale) -> Result<Placed, Error> {
    let WrittenClass { study, roll, json, key } = class;
    let title = paragraph(&study.title);
    let items = items(&roll.lessons, &study.currency, locale)?;
    let quiz = tr!(locale, "class-quiz", title = title.as_str());
    folder.write("handouts.html", handouts(&title, &roll.lessons, &study.currency, locale)?.as_bytes())?;
    folder.write("key.html", page(&key, &paragraph(&study.name), locale)?.as_bytes())?;
    folder.write("key.csv", &csv_text("key", &key_rows(&roll.lessons))?)?;
    folder.write("quiz.gift", gift(&quiz, &items).as_bytes())?;
    folder.write("quiz-qti.zip", &package(&quiz, &roll.digest, &items)?)?;
    folder.write("study.toml", study.resolved.as_bytes())?;
    folder.write("result.json", json.as_bytes())?;
    write_manifest(&mut folder, study)?;
    folder.finish()
}

/// By student: their settings and right answers, in the units of the answer's JSON; of a curve, where it reaches the base.
fn key_rows(lessons: &[Lesson]) -> Chunk {
    let Some(first) = lessons.first() else { return Vec::new() };
    let mut rows = vec![("student".to_string(), Values::Whole(lessons.iter().map(|lesson| lesson.student).collect()))];
    for (place, setting) in first.settings.iter().enumerate() {
        let values = lessons.iter().map(|lesson| lesson.settings[place].value);
        rows.push((setting.key.clone(), Values::Number(values.collect())));
    }
    for (place, question) in first.questions.iter().enumerate() {
        let forms = || lessons.iter().map(|lesson| &lesson.questions[place].form);
        let chosen = |form: &Form| if let Form::Choice { right, .. } = form { Some(right.to_string()) } else { None };
        let number = |form: &Form| match form {
            Form::Number { right, .. } => Some(*right),
            Form::Curve { crossing, .. } => *crossing,
            Form::Choice { .. } => None,
        };
        let values = match question.form {
            Form::Choice { .. } => Values::MaybeText(forms().map(chosen).collect()),
            _ => Values::Maybe(forms().map(number).collect()),
        };
        rows.push((question.asked.name().to_string(), values));
    }
    rows
}
