//! The answers of surveys: Kano and SERVQUAL.
//!
//! A file has one answer per row (long: respondent, item, answers), or one respondent per row (wide: two or three columns for each
//! item, named by the item and the question, as in `late check-out: functional`).

use std::collections::HashMap;
use std::path::Path;

use recoup_core::diagnostic::Diagnostic;
use recoup_core::input::guard::Stop;
use recoup_fit::kano::Answer;
use recoup_fit::servqual::{Item, Survey};
use serde::Serialize;

use crate::file::{File, FileReport, Row, Value, report};
use crate::map::Map;
use crate::problem::{Dropped, Effect, Policy, Problems, Reason};
use crate::source::{Cell, Source};
use crate::tables::{
    DYSFUNCTIONAL, EXPECTATION, FUNCTIONAL, KANO, MINIMUM, PERCEPTION, SERVQUAL, Spec, folded, kano, servqual, words,
};
use crate::value::{Decimal, is_blank, number};

/// Most items of a survey, and most respondents: each has a place for each.
const ITEMS: usize = 500;
const RESPONDENTS: usize = 200_000;

/// The dimension of items without one.
const PLAIN_DIMENSION: &str = "all";

/// The answers of a Kano survey.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Kano {
    /// The items, in the order of the file.
    pub items: Vec<KanoItem>,
    /// The file.
    pub file: FileReport,
}

/// The answers to the two questions about an item, respondent by respondent: the input of [`recoup_fit::kano::item`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct KanoItem {
    /// Its name.
    pub name: String,
    /// "How do you feel if it is there?"
    pub functional: Vec<Option<Answer>>,
    /// "How do you feel if it is not?"
    pub dysfunctional: Vec<Option<Answer>>,
}

/// The answers of a SERVQUAL survey.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Servqual {
    /// The survey, for [`recoup_fit::servqual`].
    #[serde(skip)]
    pub survey: Survey,
    /// Names of its items.
    pub items: Vec<String>,
    /// Least and greatest answer.
    pub scale: (f64, f64),
    /// Whether the map states the scale. Otherwise it is the usual one that contains all answers: from 0 or 1 to 5, 7, 9, 10 or 100.
    pub scale_is_stated: bool,
    /// The file.
    pub file: FileReport,
}

/// The five answers in three languages, in the order of the questionnaire.
const PHRASES: [&str; 5] = [
    "like|i like it|i like it that way|i enjoy it that way|喜欢|我喜欢|很喜欢|我很喜欢|我喜欢这样|\
     me gusta|me gusta así",
    "must be|it must be that way|i expect it|i expect it that way|expect|理应如此|应该如此|必须如此|\
     理所当然|必须|debe ser así|tiene que ser así|lo espero|lo doy por hecho",
    "neutral|i am neutral|indifferent|无所谓|中立|一般|我无所谓|neutro|me da igual|me es indiferente",
    "live with|i can live with it|i can live with it that way|i can tolerate it|tolerate|可以忍受|\
     能忍受|勉强接受|可以接受|能够忍受|puedo vivir con ello|puedo vivir así|lo tolero|puedo tolerarlo",
    "dislike|i dislike it|i dislike it that way|不喜欢|我不喜欢|很不喜欢|我很不喜欢|我不喜欢这样|\
     no me gusta|no me gusta así|me disgusta",
];

/// An answer: a number from 1 (like) to 5 (dislike), or a phrase.
fn answer(cell: &Cell<'_>) -> Value<Answer> {
    let of_number = |number: f64| {
        let whole = (1.0..=5.0).contains(&number) && number.fract() == 0.0;
        Answer::from_number(if whole { number as u32 } else { 0 })
    };
    let answer = match cell {
        Cell::Empty => return Value::Missing,
        Cell::Integer(number) => of_number(*number as f64),
        Cell::Number(number) => of_number(*number),
        Cell::Text(text) if is_blank(text) => return Value::Missing,
        Cell::Text(text) => {
            let said = folded(text);
            let place = PHRASES.iter().position(|phrases| words(phrases).any(|phrase| folded(phrase) == said));
            let place = place.map(|place| place as u32 + 1).and_then(Answer::from_number);
            place.or_else(|| number(text, Decimal::Point).and_then(of_number))
        }
        _ => None,
    };
    answer.map_or(Value::Unreadable, Value::Is)
}

/// Names with codes, in the order in which they appear.
#[derive(Default)]
struct Names {
    codes: HashMap<String, usize>,
    names: Vec<String>,
}

impl Names {
    fn code(&mut self, name: &str) -> usize {
        match self.codes.get(name) {
            Some(code) => *code,
            None => {
                self.codes.insert(name.to_string(), self.names.len());
                self.names.push(name.to_string());
                self.names.len() - 1
            }
        }
    }
}

/// Puts a value at a place of a column that may be shorter; false where there is one.
fn put<T: Clone>(column: &mut Vec<Option<T>>, place: usize, value: Option<T>) -> bool {
    if column.len() <= place {
        column.resize(place + 1, None);
    }
    if column[place].is_some() && value.is_some() {
        return false;
    }
    if value.is_some() {
        column[place] = value;
    }
    true
}

/// Refuses a survey of more than memory holds.
fn check_size(path: &str, items: usize, respondents: usize) -> Result<(), Vec<Diagnostic>> {
    if items <= ITEMS && respondents <= RESPONDENTS {
        return Ok(());
    }
    let message = format!("`{path}` has more than {ITEMS} items, or more than {RESPONDENTS} respondents");
    Err(vec![
        Diagnostic::error("D001", message).with_help("state the right columns as `item` and `respondent` in a map"),
    ])
}

/// Whether the file has one answer per row: a column of items.
fn is_long(spec: &Spec, source: &Source, map: &Map) -> bool {
    let item = &spec.fields[kano::ITEM];
    map.heading(spec, item.name).is_some() || source.headings().iter().any(|heading| item.is_named(heading))
}

/// A column of a wide file: which question of which item.
struct Question {
    column: usize,
    item: String,
    /// The place of the question among those of the survey.
    question: usize,
}

/// The columns of a wide file, from headings that end in the name of a question.
fn questions(source: &Source, names: &[(&str, &'static str)]) -> Vec<Question> {
    let question_of = |(column, heading): (usize, &String)| {
        let heading = heading.trim().trim_end_matches([')', '）', ']']);
        let (at, mark) = heading.char_indices().rfind(|(_, c)| ":-_( [：（".contains(*c))?;
        let said = folded(&heading[at + mark.len_utf8()..]);
        let item = heading[..at].trim().trim_end_matches([':', '-', '_', '：', '(', '（', '[']).trim().to_string();
        let is_said = |(name, others): &(&str, &'static str)| {
            folded(name) == said || words(others).any(|other| folded(other) == said)
        };
        let question = names.iter().position(is_said)?;
        (!item.is_empty()).then_some(Question { column, item, question })
    };
    source.headings().iter().enumerate().filter_map(question_of).collect()
}

/// The questions of a wide file, of which every item needs the first two.
fn complete(source: &Source, names: &[(&'static str, &'static str)]) -> Result<Vec<Question>, Vec<Diagnostic>> {
    let questions = questions(source, names);
    let path = &source.path;
    let [(first, _), (second, _), ..] = names else { return Ok(questions) };
    if questions.is_empty() {
        let message = format!("`{path}` has neither a column `item` nor columns `ITEM: {first}` and `ITEM: {second}`");
        return Err(vec![Diagnostic::error("D001", message).with_help(format!(
            "name the columns of each item so, or write one answer per row: respondent, item, {first}, {second}"
        ))]);
    }
    let mut errors = Vec::new();
    let count = |item: &str, question: usize| {
        questions.iter().filter(|other| other.item == item && other.question == question).count()
    };
    for (i, question) in questions.iter().enumerate() {
        let is_first = !questions[..i].iter().any(|other| other.item == question.item);
        for (wanted, (name, _)) in names.iter().enumerate().filter(|_| is_first) {
            let wrong = match count(&question.item, wanted) {
                0 if wanted < 2 => "no column",
                0 | 1 => continue,
                _ => "more than one column",
            };
            let message = format!("`{path}` has {wrong} `{}: {name}`", question.item);
            errors.push(Diagnostic::error("D001", message).with_help("each item has one column for each question"));
        }
    }
    if errors.is_empty() { Ok(questions) } else { Err(errors) }
}

/// Opens the file of a survey, with its map and what happens to problems.
fn open(spec: &Spec, path: &Path, map: Option<&Path>, stop: Stop) -> Result<(Source, Map, Policy), Vec<Diagnostic>> {
    let map = Map::read(map, stop)?;
    let source = Source::open(path, &map.options(spec), stop).map_err(|diagnostic| vec![diagnostic])?;
    let policy = map.on_problem.unwrap_or_default();
    Ok((source, map, policy))
}

/// Reads a wide file: `take` gets each row's number, the respondent from 0, and each question with its cell.
fn read_wide(
    spec: &Spec,
    mut source: Source,
    map: &Map,
    names: &[(&'static str, &'static str)],
    mut take: impl FnMut(usize, &Question, &Cell<'_>) -> Result<(), Dropped>,
) -> Result<(FileReport, Problems), Vec<Diagnostic>> {
    let questions = complete(&source, names)?;
    let used: Vec<(&'static str, usize)> =
        questions.iter().map(|question| (names[question.question].0, question.column)).collect();
    let mut report = report(spec, &source, &used, map);
    let mut problems = Problems::default();
    let wanted: Vec<usize> = questions.iter().map(|question| question.column).collect();
    let read = source.each(&wanted, &mut |at, is_overlong, content| {
        report.rows += 1;
        if is_overlong {
            problems.add((Reason::Malformed, None), Effect::RowDropped, at);
            return;
        }
        for (place, question) in questions.iter().enumerate() {
            if let Err(problem) = take(report.kept as usize, question, &content.cell(place)) {
                problems.add(problem, Effect::ValueDropped, at);
            }
        }
        report.kept += 1;
    });
    read.map_err(|diagnostic| vec![diagnostic])?;
    Ok((report, problems))
}

/// Reads the answers of a Kano survey.
///
/// # Errors
/// All that is wrong with the map or the file, or with its rows if the map says that they are refused.
pub fn read_kano(path: &Path, map: Option<&Path>, stop: Stop) -> Result<Kano, Vec<Diagnostic>> {
    let (source, map, policy) = open(&KANO, path, map, stop)?;
    let mut items: Vec<KanoItem> = Vec::new();
    let mut names = Names::default();
    let file = if is_long(&KANO, &source, &map) {
        let mut file = File::of(&KANO, source, &map)?;
        let mut respondents = Names::default();
        let has_respondent = file.has(kano::RESPONDENT);
        file.read(&mut |_| {}, |row| {
            let name = row.text(kano::ITEM).ok_or((Reason::Missing, Some("item")))?;
            let item = names.code(&name);
            if item == items.len() && item <= ITEMS {
                items.push(KanoItem { name: name.into_owned(), ..KanoItem::default() });
            }
            let item = &mut items[item.min(ITEMS)];
            let place = respondent(row, kano::RESPONDENT, has_respondent, &mut respondents, item.functional.len())?;
            let pair = [(kano::FUNCTIONAL, "functional"), (kano::DYSFUNCTIONAL, "dysfunctional")];
            let [functional, dysfunctional] = pair.map(|(field, name)| answer(&row.cell(field)).optional(name, row));
            let is_new = put(&mut item.functional, place, functional);
            if put(&mut item.dysfunctional, place, dysfunctional) && is_new {
                Ok(())
            } else {
                Err((Reason::DuplicateAnswer, Some("item")))
            }
        })
        .map_err(|diagnostic| vec![diagnostic])?;
        file.finish(policy)?
    } else {
        let questions = [("functional", FUNCTIONAL), ("dysfunctional", DYSFUNCTIONAL)];
        let (report, problems) = read_wide(&KANO, source, &map, &questions, |respondent, question, cell| {
            let item = names.code(&question.item);
            if item == items.len() {
                items.push(KanoItem { name: question.item.clone(), ..KanoItem::default() });
            }
            let item = &mut items[item];
            let (column, name) = match question.question {
                0 => (&mut item.functional, "functional"),
                _ => (&mut item.dysfunctional, "dysfunctional"),
            };
            put(column, respondent.min(RESPONDENTS), answer(cell).meaningful(name)?);
            Ok(())
        })?;
        report.finish(problems, policy)?
    };
    let respondents = items.iter().map(|item| item.functional.len().max(item.dysfunctional.len())).max().unwrap_or(0);
    check_size(&file.path, items.len(), respondents)?;
    for item in &mut items {
        item.functional.resize(respondents, None);
        item.dysfunctional.resize(respondents, None);
    }
    Ok(Kano { items, file })
}

/// The place of the respondent of a row; without a column of respondents, `next`.
fn respondent(
    row: &Row<'_, '_>,
    field: usize,
    has_column: bool,
    respondents: &mut Names,
    next: usize,
) -> Result<usize, Dropped> {
    // More are refused after all rows are read.
    if !has_column {
        return Ok(next.min(RESPONDENTS));
    }
    let name = row.text(field).ok_or((Reason::Missing, Some("respondent")))?;
    Ok(respondents.code(&name).min(RESPONDENTS))
}

/// A survey that is read.
#[derive(Default)]
struct Reading {
    items: Names,
    dimensions: Names,
    survey: Survey,
    /// By dimension: sum and number of its weights.
    weights: Vec<(f64, f64)>,
}

impl Reading {
    /// The place of an item of that name, in the dimension that the map, the file or nobody states.
    fn item(&mut self, name: &str, dimension: Option<&str>, map: &Map) -> (usize, bool) {
        let stated = map.dimension.get(name).map(|(dimension, _)| dimension.as_str()).or(dimension);
        let item = self.items.code(name);
        if item < self.survey.items.len() {
            let known = &self.dimensions.names[self.survey.items[item].dimension as usize];
            return (item, stated.is_none_or(|stated| stated == known));
        }
        let dimension = self.dimensions.code(stated.unwrap_or(PLAIN_DIMENSION));
        self.weights.resize(self.dimensions.names.len(), (0.0, 0.0));
        self.survey.items.push(Item { dimension: dimension as u32, ..Item::default() });
        (item, true)
    }

    /// The columns of an item, in the order of the questions.
    fn column(&mut self, item: usize, question: usize) -> &mut Vec<Option<f32>> {
        let item = &mut self.survey.items[item];
        match question {
            0 => &mut item.expectation,
            1 => &mut item.perception,
            _ => &mut item.minimum,
        }
    }

    /// The survey, its columns of one length; minimums where any is known.
    fn finish(mut self, map: &Map) -> (Survey, Vec<String>) {
        let items = &mut self.survey.items;
        let respondents = items.iter().map(|item| item.expectation.len().max(item.perception.len())).max().unwrap_or(0);
        for item in items {
            item.expectation.resize(respondents, None);
            item.perception.resize(respondents, None);
            if item.minimum.iter().any(Option::is_some) {
                item.minimum.resize(respondents, None);
            } else {
                item.minimum.clear();
            }
        }
        let weight = |(name, (sum, count)): (&String, &(f64, f64))| match map.weight.get(name) {
            Some((weight, _)) => Some(*weight),
            None => (*count > 0.0).then(|| sum / count),
        };
        let weights: Option<Vec<f64>> = self.dimensions.names.iter().zip(&self.weights).map(weight).collect();
        self.survey.weights = weights.filter(|weights| weights.iter().sum::<f64>() > 0.0).unwrap_or_default();
        self.survey.dimensions = self.dimensions.names;
        (self.survey, self.items.names)
    }
}

/// Reads the answers of a SERVQUAL survey.
///
/// Dimensions come from the map, from a column, or from headings such as `reliability: on time: expectation`; weights of dimensions
/// from the map or a column (their mean), for all dimensions or none.
///
/// # Errors
/// All that is wrong with the map or the file, or with its rows if the map says that they are refused.
pub fn read_servqual(path: &Path, map: Option<&Path>, stop: Stop) -> Result<Servqual, Vec<Diagnostic>> {
    use servqual::{
        DIMENSION, EXPECTATION as EXPECTED, ITEM, MINIMUM as LEAST, PERCEPTION as PERCEIVED, RESPONDENT, WEIGHT,
    };
    let (source, map, policy) = open(&SERVQUAL, path, map, stop)?;
    let mut reading = Reading::default();
    let in_scale = |value: f64| map.scale.is_none_or(|(low, high)| (low..=high).contains(&value));
    let file = if is_long(&SERVQUAL, &source, &map) {
        let mut file = File::of(&SERVQUAL, source, &map)?;
        let mut respondents = Names::default();
        file.read(&mut |_| {}, |row| {
            let name = row.text(ITEM).ok_or((Reason::Missing, Some("item")))?;
            if reading.items.names.len() > ITEMS {
                return Ok(());
            }
            let place = respondent(row, RESPONDENT, true, &mut respondents, 0)?;
            let (item, is_same) = reading.item(&name, row.text(DIMENSION).as_deref(), &map);
            if !is_same {
                row.note((Reason::OtherDimension, Some("dimension")), Effect::Noted);
            }
            let fields = [(EXPECTED, "expectation"), (PERCEIVED, "perception"), (LEAST, "minimum")];
            for (question, (field, name)) in fields.into_iter().enumerate() {
                let value = match row.number(field) {
                    Value::Is(value) if !in_scale(value) => Value::Unreadable,
                    value => value,
                };
                let value = value.optional(name, row).map(|value| value as f32);
                if !put(reading.column(item, question), place, value) {
                    return Err((Reason::DuplicateAnswer, Some("item")));
                }
            }
            if let Some(weight) = row.positive(WEIGHT) {
                let dimension = reading.survey.items[item].dimension as usize;
                let (sum, count) = reading.weights[dimension];
                reading.weights[dimension] = (sum + weight, count + 1.0);
            }
            Ok(())
        })
        .map_err(|diagnostic| vec![diagnostic])?;
        file.finish(policy)?
    } else {
        let decimal = map.options(&SERVQUAL).decimal;
        let questions = [("expectation", EXPECTATION), ("perception", PERCEPTION), ("minimum", MINIMUM)];
        let (report, problems) = read_wide(&SERVQUAL, source, &map, &questions, |respondent, question, cell| {
            let (dimension, name) = match question.item.split_once([':', '：']) {
                Some((dimension, name)) => (Some(dimension.trim()), name.trim()),
                None => (None, question.item.as_str()),
            };
            let (item, _) = reading.item(name, dimension, &map);
            let name = questions[question.question].0;
            let value = figure(cell, decimal).meaningful(name)?;
            if value.is_some_and(|value| !in_scale(value)) {
                return Err((Reason::Unreadable, Some(name)));
            }
            put(reading.column(item, question.question), respondent.min(RESPONDENTS), value.map(|value| value as f32));
            Ok(())
        })?;
        report.finish(problems, policy)?
    };
    let respondents = reading.survey.items.iter().map(|item| item.expectation.len()).max().unwrap_or(0);
    check_size(&file.path, reading.items.names.len(), respondents)?;
    let (survey, items) = reading.finish(&map);
    let scale = map.scale.unwrap_or_else(|| usual_scale(&survey));
    Ok(Servqual { survey, items, scale, scale_is_stated: map.scale.is_some(), file })
}

/// A number of a wide file, with either decimal sign unless one is stated: answers have no thousands.
fn figure(cell: &Cell<'_>, decimal: Option<Decimal>) -> Value<f64> {
    let value = match cell {
        Cell::Empty => return Value::Missing,
        Cell::Integer(number) => Some(*number as f64),
        Cell::Number(number) => Some(*number),
        Cell::Text(text) if is_blank(text) => return Value::Missing,
        Cell::Text(text) => match decimal {
            Some(decimal) => number(text, decimal),
            None => number(text, Decimal::Point).or_else(|| number(text, Decimal::Comma)),
        },
        _ => None,
    };
    value.filter(|value| value.is_finite()).map_or(Value::Unreadable, Value::Is)
}

/// The usual scale that contains all answers.
fn usual_scale(survey: &Survey) -> (f64, f64) {
    let columns = survey.items.iter().flat_map(|item| [&item.expectation, &item.perception, &item.minimum]);
    let answers = columns.flatten().flatten().map(|answer| f64::from(*answer));
    let (low, high) = answers.fold((f64::MAX, f64::MIN), |(low, high), answer| (low.min(answer), high.max(answer)));
    let low = if low >= 1.0 { 1.0 } else { low.min(0.0) };
    (low, [5.0, 7.0, 9.0, 10.0, 100.0].into_iter().find(|usual| *usual >= high).unwrap_or(high))
}
