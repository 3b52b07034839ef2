//! A class in words: the lesson of one student, the key for all of them, and the marks of their answers.

use crate::ask::class::grade::{Graded, MarkedStudent, QuestionMarks, Unmarked};
use crate::ask::class::mark::{Form, GivenAnswer};
use std::collections::BTreeSet;

use crate::ask::class::{Asked, Lesson, Roll};
use crate::ask::{Answer, Subject};
use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document};
use crate::output::class::words::{self, head};
use crate::output::figures::{Column, Figure, Figures, Kind, Line};
use crate::output::rendered::NamedTable;
use crate::output::report::document::{Block, Section, Show};
use crate::output::table::{Chunk, Values};

/// The lesson of one student, with the right answers.
pub fn lesson(answer: &Answer<Lesson>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let found = &answer.found;
    let mut numbers = Section::new("numbers", tr!(locale, "class-settings"));
    numbers.blocks.push(Block::Code(found.settings.iter().map(|s| s.set.as_str()).collect::<Vec<_>>().join("\n")));
    let mut answers = Section::new("answers", tr!(locale, "class-answers"));
    answers.figures(one_key(locale, found, &answer.currency));
    let mut reasons = Section::new("reasons", tr!(locale, "class-reasons"));
    reasons.list(words::reasons(locale, found, &answer.currency).to_vec());
    let one = tr!(locale, "class-one", number = found.student.to_string(), study = &*answer.study);
    let sentences = vec![one, how(locale, found, answer.seed)];
    Rendered {
        document: document(&subject.study().title, sentences, vec![numbers, answers, reasons, rules(locale)]),
        charts: Vec::new(),
        tables: Vec::new(),
    }
}

/// The key of a class.
pub fn key(answer: &Answer<Roll>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let lessons = &answer.found.lessons;
    let mut sentences = vec![tr!(locale, "class-key", students = lessons.len())];
    let mut sections = Vec::new();
    if let Some(first) = lessons.first() {
        sentences.push(how(locale, first, answer.seed));
        let mut answers = Section::new("answers", tr!(locale, "class-answers"));
        answers.figures(whole_key(locale, lessons, &answer.currency));
        let mut numbers = Section::new("numbers", tr!(locale, "class-numbers")).shown(Show::Details);
        numbers.figures(settings(locale, lessons));
        let title = tr!(locale, "class-reasons-of", number = first.student.to_string());
        let mut reasons = Section::new("reasons", title).shown(Show::Details);
        reasons.list(words::reasons(locale, first, &answer.currency).to_vec());
        sections = vec![answers.shown(Show::Details), numbers, reasons, rules(locale)];
    }
    Rendered { document: document(&subject.study().title, sentences, sections), charts: Vec::new(), tables: Vec::new() }
}

/// The marks of a class.
pub fn marks(answer: &Answer<Graded>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let Graded { students, questions, unmarked, .. } = &answer.found;
    let mean = students.iter().map(|student| student.total).sum::<f64>() / students.len().max(1) as f64;
    let (mean, most) = (locale.fixed(mean, 1), locale.count(questions.len() as f64));
    let mut sentences = vec![tr!(locale, "class-marked", students = students.len(), mean = mean, most = most)];
    if let Some(hardest) = questions.iter().min_by(|a, b| a.mean.total_cmp(&b.mean)) {
        let topic = words::topic(locale, hardest.asked);
        sentences.push(tr!(locale, "class-hardest", topic = topic, mark = locale.fixed(hardest.mean, 2)));
    }
    let files: BTreeSet<&str> = unmarked.iter().map(|unmarked| &*unmarked.file).collect();
    if !files.is_empty() {
        sentences.push(tr!(locale, "class-not-marked", files = files.len()));
    }
    let currency = &answer.currency;
    let sections = vec![
        Section::of_figures("questions", by_question(locale, questions, students, currency)),
        Section::of_figures("students", by_student(locale, students)),
        Section::of_figures("files", by_file(locale, unmarked)),
        rules(locale),
    ];
    Rendered {
        document: document(&subject.study().title, sentences, sections),
        charts: Vec::new(),
        tables: vec![
            NamedTable::new("marks", mark_rows(students)),
            NamedTable::new("questions", question_rows(questions)),
            NamedTable::new("unmarked", unmarked_rows(unmarked)),
        ],
    }
}

fn how(locale: &Locale, lesson: &Lesson, seed: u64) -> String {
    tr!(locale, "class-how", seed = seed.to_string(), strategy = &*lesson.strategy)
}

fn rules(locale: &Locale) -> Section {
    let mut section = Section::new("rules", tr!(locale, "class-rules")).shown(Show::Details);
    section.list(words::rules(locale));
    section
}

fn one_key(locale: &Locale, lesson: &Lesson, currency: &str) -> Figures {
    let columns =
        vec![Column::new(head(locale, "question"), Kind::Prose), Column::new(head(locale, "answer"), Kind::Words)];
    let rows = lesson.questions.iter().map(|question| {
        let text = words::question(locale, lesson, question.asked);
        Line::new(vec![Figure::Text(text), Figure::Text(words::right(locale, question, currency))])
    });
    Figures::new(String::new(), columns, rows.collect())
}

/// The column of students' numbers, and one for each question.
fn columns_by_question(locale: &Locale, kind: impl Fn(usize) -> Kind) -> Vec<Column> {
    let topics =
        Asked::ALL.into_iter().enumerate().map(|(place, asked)| Column::new(words::topic(locale, asked), kind(place)));
    std::iter::once(Column::new(head(locale, "student"), Kind::Words)).chain(topics).collect()
}

fn whole_key(locale: &Locale, lessons: &[Lesson], currency: &str) -> Figures {
    let columns = columns_by_question(locale, |_| Kind::Words);
    let row = |lesson: &Lesson| {
        let right = lesson.questions.iter().map(|question| Figure::Text(words::right(locale, question, currency)));
        Line::of(&lesson.student.to_string(), right)
    };
    Figures::new(String::new(), columns, lessons.iter().map(row).collect())
}

fn settings(locale: &Locale, lessons: &[Lesson]) -> Option<Figures> {
    let keys = lessons.first()?.settings.iter().map(|setting| Column::of_name(&setting.key, Kind::Number));
    let columns = std::iter::once(Column::new(head(locale, "student"), Kind::Words)).chain(keys).collect();
    let row = |lesson: &Lesson| {
        let values = lesson.settings.iter().map(|s| Figure::Worded(s.value, words::plain(locale, s.value)));
        Line::of(&lesson.student.to_string(), values)
    };
    Some(Figures::new(String::new(), columns, lessons.iter().map(row).collect()))
}

fn by_question(locale: &Locale, questions: &[QuestionMarks], students: &[MarkedStudent], currency: &str) -> Figures {
    let mut columns =
        vec![Column::new(head(locale, "question"), Kind::Words), Column::new(head(locale, "mean"), Kind::Number)];
    let counts = ["full", "part", "none", "unanswered"];
    columns.extend(counts.map(|column| Column::new(head(locale, column), Kind::Amount)));
    columns.push(Column::new(head(locale, "common"), Kind::Words));
    let row = |question: &QuestionMarks| {
        let counts = [question.full, question.part, question.none, question.unanswered];
        let counts = counts.map(|number| Figure::Amount(number as f64));
        let typical = typical(locale, question.asked, students, currency).map_or(Figure::Nothing, Figure::Text);
        let cells = [vec![Figure::Number(question.mean, 2)], counts.to_vec(), vec![typical]].concat();
        Line::of(&words::topic(locale, question.asked), cells)
    };
    let mut figures = Figures::new(tr!(locale, "class-by-question"), columns, questions.iter().map(row).collect());
    figures.remarks.push(tr!(locale, "class-unanswered-remark"));
    figures
}

/// The choice made most often, the first of equals, or the median of numbers and of the points of curves.
fn typical(locale: &Locale, asked: Asked, students: &[MarkedStudent], currency: &str) -> Option<String> {
    let given = || students.iter().filter_map(|student| student.answers.get(&asked));
    let question = &students.first()?.lesson.questions[asked as usize];
    let median = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        let (low, high) = (values.get(values.len().checked_sub(1)? / 2)?, values.get(values.len() / 2)?);
        Some((low + high) / 2.0)
    };
    let answer = match &question.form {
        Form::Choice { options, .. } => {
            let count = |option: &str| given().filter(|g| **g == GivenAnswer::Choice(option.to_string())).count();
            let most = options.iter().rev().max_by_key(|option| count(option)).filter(|option| count(option) > 0)?;
            GivenAnswer::Choice((*most).to_string())
        }
        Form::Number { .. } => {
            let numbers = given().filter_map(|given| if let GivenAnswer::Number(x) = given { Some(*x) } else { None });
            GivenAnswer::Number(median(numbers.collect())?)
        }
        Form::Curve { x, .. } => {
            let at = |place: usize| {
                let drawn = given().filter_map(|given| match given {
                    GivenAnswer::Curve(drawn) => drawn.get(place).copied(),
                    _ => None,
                });
                median(drawn.collect())
            };
            GivenAnswer::Curve((0..x.len()).map(at).collect::<Option<_>>()?)
        }
    };
    Some(words::given(locale, question, &answer, currency))
}

fn by_student(locale: &Locale, students: &[MarkedStudent]) -> Figures {
    let mut columns = columns_by_question(locale, |_| Kind::Number);
    columns.insert(1, Column::new(head(locale, "name"), Kind::Words));
    columns.push(Column::new(head(locale, "total"), Kind::Number));
    let row = |student: &MarkedStudent| {
        let mark = |mark: &Option<f64>| mark.map_or(Figure::Nothing, |mark| Figure::Number(mark, 2));
        let marks = student.marks.iter().map(mark).chain([Figure::Number(student.total, 2)]);
        let name = if student.name.trim().is_empty() { Figure::Nothing } else { Figure::Text(student.name.clone()) };
        Line::of(&student.student.to_string(), std::iter::once(name).chain(marks))
    };
    Figures::new(tr!(locale, "class-by-student"), columns, students.iter().map(row).collect())
}

fn by_file(locale: &Locale, unmarked: &[Unmarked]) -> Figures {
    let columns = vec![
        Column::new(head(locale, "file"), Kind::Words),
        Column::new(head(locale, "code"), Kind::Words),
        Column::new(head(locale, "problem"), Kind::Prose),
    ];
    let row = |unmarked: &Unmarked| {
        Line::of(&unmarked.file, [Figure::Text(unmarked.code.to_string()), Figure::Text(unmarked.problem.clone())])
    };
    Figures::new(tr!(locale, "class-by-file"), columns, unmarked.iter().map(row).collect())
}

fn mark_rows(students: &[MarkedStudent]) -> Chunk {
    let texts = |of: fn(&MarkedStudent) -> &String| Values::Text(students.iter().map(of).cloned().collect());
    let mut rows = vec![
        ("student".to_string(), Values::Whole(students.iter().map(|student| student.student).collect())),
        ("name".to_string(), texts(|student| &student.name)),
        ("file".to_string(), texts(|student| &student.file)),
    ];
    for asked in Asked::ALL {
        let marks = students.iter().map(|student| student.marks[asked as usize]).collect();
        rows.push((asked.name().to_string(), Values::Maybe(marks)));
    }
    rows.push(("total".to_string(), Values::Number(students.iter().map(|student| student.total).collect())));
    rows
}

fn question_rows(questions: &[QuestionMarks]) -> Chunk {
    let counts = |of: fn(&QuestionMarks) -> usize| Values::Whole(questions.iter().map(|q| of(q) as u64).collect());
    vec![
        ("question".to_string(), Values::Text(questions.iter().map(|q| q.asked.name().to_string()).collect())),
        ("mean".to_string(), Values::Number(questions.iter().map(|q| q.mean).collect())),
        ("full".to_string(), counts(|q| q.full)),
        ("part".to_string(), counts(|q| q.part)),
        ("none".to_string(), counts(|q| q.none)),
        ("unanswered".to_string(), counts(|q| q.unanswered)),
    ]
}

fn unmarked_rows(unmarked: &[Unmarked]) -> Chunk {
    let texts = |of: fn(&Unmarked) -> &str| Values::Text(unmarked.iter().map(|u| of(u).to_string()).collect());
    vec![
        ("file".to_string(), texts(|u| &u.file)),
        ("code".to_string(), texts(|u| u.code)),
        ("problem".to_string(), texts(|u| &u.problem)),
    ]
}
