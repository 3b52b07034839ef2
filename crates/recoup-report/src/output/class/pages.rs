//! The pages that students get: handouts to print, and every question with its lesson as a piece of HTML for a quiz.

use askama::Template;

use crate::ask::class::mark::{Form, Unit};
use crate::ask::class::{Asked, Lesson, LessonQuestion};
use crate::error::Error;
use crate::language::{Locale, tr};
use crate::output::class::words::{self, Words};
use crate::output::report::document::requoted;
use crate::output::report::font::font_faces;
use crate::output::report::page::STYLE as PAGE_STYLE;
use crate::output::report::policy::hash;

const STYLE: &str = include_str!("handouts.css");
/// Left and right, upper and lower end of the empty chart, in its units.
const FIELD: [f64; 4] = [52.0, 392.0, 12.0, 182.0];

/// A question of the quiz.
pub(super) struct Item {
    /// Its place in the lesson, from 0.
    pub place: usize,
    /// Its topic.
    pub topic: String,
    /// Number of the student whose lesson it is of.
    pub student: u64,
    /// A name that no other has.
    pub name: String,
    /// Lesson and question, HTML on one line.
    pub html: String,
    /// Why the right answer is right, plain.
    pub reason: String,
    /// How it is answered.
    pub answer: ItemAnswer,
}

/// The answer to a question of the quiz.
pub(super) enum ItemAnswer {
    /// One of several: each with its code and whether it is right.
    Choice(Vec<(&'static str, String, bool)>),
    /// A number, the range that is right too, and how far from it is right and half right; percentages as such.
    Number { right: f64, range: [f64; 2], full: f64, half: f64 },
}

#[derive(Template)]
#[template(path = "item.html")]
struct ItemPage<'a> {
    story: String,
    tables: &'a [Words],
    question: String,
}

/// The questions as a quiz, by question and student. A curve is asked for by the place where it reaches the base, and left out where it
/// does not.
pub(super) fn items(lessons: &[Lesson], currency: &str, locale: &Locale) -> Result<Vec<Item>, Error> {
    let mut items = Vec::new();
    for (place, asked) in Asked::ALL.into_iter().enumerate() {
        for lesson in lessons {
            let question = &lesson.questions[place];
            let Some(answer) = answer(question, locale) else { continue };
            let words = match &question.form {
                Form::Curve { .. } => words::threshold(locale, lesson),
                _ => words::question(locale, lesson, asked),
            };
            let counted = match &question.form {
                Form::Number { unit, .. } => Some(*unit),
                Form::Curve { .. } => Some(Unit::Share),
                Form::Choice { .. } => None,
            };
            let unit = counted.map(|counted| format!(" ({})", words::unit(locale, counted, currency)));
            let page = ItemPage {
                story: words::story(locale, lesson),
                tables: &words::tables(locale, lesson),
                question: requoted(locale, &words) + &unit.unwrap_or_default(),
            };
            let html = page.render().map_err(not_made)?;
            let topic = words::topic(locale, asked);
            items.push(Item {
                place,
                student: lesson.student,
                name: tr!(
                    locale,
                    "class-quiz-item",
                    place = place + 1,
                    topic = topic.as_str(),
                    number = lesson.student.to_string()
                ),
                topic,
                html: html.split_whitespace().collect::<Vec<_>>().join(" "),
                reason: words::reasons(locale, lesson, currency)[place].clone(),
                answer,
            });
        }
    }
    Ok(items)
}

fn answer(question: &LessonQuestion, locale: &Locale) -> Option<ItemAnswer> {
    // Hundredths of a per cent are enough, and of money, whole units.
    let rounded = |x: f64, unit: Unit| match unit {
        Unit::Share => (1e4 * x).round() / 1e2,
        Unit::Money => x.round(),
    };
    let number = |right: f64, [full, half]: [f64; 2], unit: Unit| ItemAnswer::Number {
        right: rounded(right, unit),
        range: [rounded(right - full, unit), rounded(right + full, unit)],
        full: rounded(full, unit),
        half: rounded(half, unit),
    };
    match &question.form {
        Form::Choice { options, right } => {
            let option = |option: &&'static str| (*option, words::option(locale, option), option == right);
            Some(ItemAnswer::Choice(options.iter().map(option).collect()))
        }
        Form::Number { unit, right, tolerance, .. } => Some(number(*right, [tolerance.full, tolerance.half], *unit)),
        Form::Curve { crossing, crossing_tolerance: tolerance, .. } => {
            crossing.map(|at| number(at, [tolerance.full, tolerance.half], Unit::Share))
        }
    }
}

fn not_made(error: askama::Error) -> Error {
    Error::Report { what: "page", reason: error.to_string() }
}

/// A student's page.
#[derive(Clone)]
struct Handout {
    student: String,
    settings: String,
    story: String,
    tables: [Words; 2],
    questions: Vec<HandoutQuestion>,
}

impl Handout {
    /// What the student is told.
    fn tables(&self) -> &[Words] {
        &self.tables
    }
}

/// A question on a student's page.
#[derive(Clone)]
struct HandoutQuestion {
    text: String,
    options: Vec<String>,
    unit: Option<String>,
    chart: Option<EmptyChart>,
}

/// The chart that a curve is drawn on.
#[derive(Clone)]
struct EmptyChart {
    ticks: Vec<Tick>,
    base: f64,
    base_label: String,
    rate: String,
    share: String,
}

/// A place on the axes of the empty chart.
#[derive(Clone)]
struct Tick {
    label: String,
    x: f64,
    y: f64,
}

#[derive(Clone, Template)]
#[template(path = "handouts.html")]
struct Handouts<'a> {
    tag: &'static str,
    title: &'a str,
    name: String,
    advice: String,
    settings_title: String,
    pages: &'a [Handout],
    field: [f64; 4],
    style: String,
    style_hash: String,
}

impl Handouts<'_> {
    /// The page with its fonts, which hold the characters that it has without them.
    fn text(&self) -> Result<String, askama::Error> {
        let style = [&font_faces(&self.render()?), PAGE_STYLE, STYLE].concat();
        Handouts { style_hash: hash(&style), style, ..self.clone() }.render()
    }
}

/// The handouts: a printed page for every student.
pub(super) fn handouts(title: &str, lessons: &[Lesson], currency: &str, locale: &Locale) -> Result<String, Error> {
    let pages: Vec<Handout> = lessons.iter().map(|lesson| handout(lesson, currency, locale)).collect();
    let page = Handouts {
        tag: locale.language.tag(),
        title,
        name: tr!(locale, "class-name"),
        advice: tr!(locale, "class-handout"),
        settings_title: requoted(locale, &tr!(locale, "class-settings")),
        pages: &pages,
        field: FIELD,
        style: String::new(),
        style_hash: String::new(),
    };
    page.text().map_err(not_made)
}

fn handout(lesson: &Lesson, currency: &str, locale: &Locale) -> Handout {
    let question = |question: &LessonQuestion| {
        let (options, unit, chart) = match &question.form {
            Form::Choice { options, .. } => {
                (options.iter().map(|option| words::option(locale, option)).collect(), None, None)
            }
            Form::Number { unit, .. } => (Vec::new(), Some(words::unit(locale, *unit, currency)), None),
            Form::Curve { x, line, .. } => (Vec::new(), None, Some(empty_chart(x, *line, lesson, locale))),
        };
        let text = requoted(locale, &words::question(locale, lesson, question.asked));
        HandoutQuestion { text, options, unit, chart }
    };
    Handout {
        student: tr!(locale, "class-student", number = lesson.student.to_string()),
        settings: lesson.settings.iter().map(|setting| setting.set.as_str()).collect::<Vec<_>>().join("   "),
        story: words::story(locale, lesson),
        tables: words::tables(locale, lesson),
        questions: lesson.questions.iter().map(question).collect(),
    }
}

fn empty_chart(places: &[f64], line: f64, lesson: &Lesson, locale: &Locale) -> EmptyChart {
    let [left, right, upper, lower] = FIELD;
    let (x, y) = (|share: f64| left + share * (right - left), |share: f64| lower - share * (lower - upper));
    let tick = |&place: &f64| Tick { label: locale.share_whole(place), x: x(place), y: y(place) };
    EmptyChart {
        ticks: places.iter().map(tick).collect(),
        base: y(line),
        base_label: tr!(locale, "class-axis-base", base = words::per_cent(locale, lesson.given.base)),
        rate: tr!(locale, "class-axis-rate"),
        share: tr!(locale, "class-axis-share"),
    }
}
