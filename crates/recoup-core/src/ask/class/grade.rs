//! The marks of a class: files of answers in, marks by student and their distribution by question out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::ask::class::answers::{AnswersFile, Flaw};
use crate::ask::class::mark::{GivenAnswer, Wrong};
use crate::ask::class::{Asked, Lesson, lesson, lessons, marks};
use crate::ask::{Answer, Question, Subject, Unanswered};
use crate::diagnostic::Diagnostic;

/// A file of answers: its name, and its text or why it cannot be read.
pub type NamedText = (String, Result<String, String>);

/// The marks of a class.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Graded {
    /// Hash of the study.
    pub digest: String,
    /// By number of the student.
    pub students: Vec<MarkedStudent>,
    /// By question.
    pub questions: Vec<QuestionMarks>,
    /// Files that were not marked, or not as they are; every problem with its file.
    pub unmarked: Vec<Unmarked>,
}

/// A student with their marks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MarkedStudent {
    /// Their number.
    pub student: u64,
    /// Their name, as they wrote it.
    pub name: String,
    /// Name of their file.
    pub file: String,
    /// By question, from 0 to 1; `None` where it was not answered, which is worth 0.
    pub marks: Vec<Option<f64>>,
    /// Sum of the marks.
    pub total: f64,
    /// What they answered.
    #[serde(skip)]
    pub answers: BTreeMap<Asked, GivenAnswer>,
    /// Their lesson.
    #[serde(skip)]
    pub lesson: Lesson,
}

/// How a class answered a question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuestionMarks {
    /// The question.
    pub asked: Asked,
    /// Mean mark; a question that was not answered counts 0.
    pub mean: f64,
    /// Students who have the full mark.
    pub full: usize,
    /// Students who have a part of it.
    pub part: usize,
    /// Students who answered and have no mark.
    pub none: usize,
    /// Students who did not answer.
    pub unanswered: usize,
}

/// A file that was not marked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unmarked {
    /// Its name.
    pub file: String,
    /// The code of the problem.
    pub code: &'static str,
    /// What is wrong with it.
    pub problem: String,
}

/// What are these files of answers worth?
#[derive(Clone, Debug)]
pub struct GradeQuestion {
    /// The files.
    pub files: Vec<NamedText>,
    /// How many students the class has.
    pub students: u64,
}

impl Question for GradeQuestion {
    type Found = Graded;
    const COMMAND: &'static str = "class --grade";
    const IS_AT_POINT_VALUES: bool = true;

    /// Asks it. Files with a problem are listed, and the others are marked.
    ///
    /// # Errors
    /// The study cannot be used for a class, no file can be marked, or a stop was requested.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Graded>, Unanswered> {
        // A study that no student can have a lesson of is refused first.
        lesson(subject, self.students)?;
        let digest = subject.study().hash_in_any_language();
        let mut unmarked = Vec::new();
        let single = self.single_files(&digest, &mut unmarked);
        let students: Vec<u64> = single.iter().map(|(_, answers)| answers.student).collect();
        let lessons = lessons(subject, &students)?;
        let mut marked = Vec::new();
        for ((file, answers), lesson) in single.into_iter().zip(lessons) {
            match marks(&lesson, &answers.answers) {
                Ok(marks) => marked.push(MarkedStudent {
                    student: answers.student,
                    name: answers.name,
                    file,
                    total: marks.iter().flatten().sum(),
                    marks,
                    answers: answers.answers,
                    lesson,
                }),
                Err(wrong) => {
                    let flaw = |(asked, wrong): (Asked, Wrong)| {
                        Flaw::Answer(format!("answer `{}`: {}", asked.name(), wrong.message()))
                    };
                    unmarked.extend(wrong.into_iter().map(|wrong| Unmarked::of(&file, flaw(wrong))));
                }
            }
        }
        unmarked.sort_by(|a, b| a.file.cmp(&b.file));
        if marked.is_empty() {
            return Err(Unanswered::Refused(none_marked(&unmarked)));
        }
        let questions = Asked::ALL.into_iter().map(|asked| QuestionMarks::of(asked, &marked)).collect();
        subject.answer(Graded { digest, students: marked, questions, unmarked }, Vec::new())
    }
}

impl GradeQuestion {
    /// By student: the file of those who have one. The others and what cannot be read go to `unmarked`.
    fn single_files(&self, digest: &str, unmarked: &mut Vec<Unmarked>) -> Vec<(String, AnswersFile)> {
        let mut read: BTreeMap<u64, Vec<(String, AnswersFile)>> = BTreeMap::new();
        for (file, text) in &self.files {
            let answers = match text {
                Ok(text) => AnswersFile::read(text, digest, self.students),
                Err(problem) => Err(vec![Flaw::Format(problem.clone())]),
            };
            match answers {
                Ok(answers) => read.entry(answers.student).or_default().push((file.clone(), answers)),
                Err(flaws) => unmarked.extend(flaws.into_iter().map(|flaw| Unmarked::of(file, flaw))),
            }
        }
        let mut single = Vec::new();
        for (student, mut files) in read {
            if files.len() == 1 {
                single.append(&mut files);
                continue;
            }
            for (file, _) in &files {
                let others = files.iter().map(|(other, _)| other).filter(|other| *other != file);
                let others: Vec<String> = others.map(|other| format!("`{other}`")).collect();
                let flaw = Flaw::Student(format!("student {student} has other files too: {}", others.join(", ")));
                unmarked.push(Unmarked::of(file, flaw));
            }
        }
        single
    }
}

fn none_marked(unmarked: &[Unmarked]) -> Vec<Diagnostic> {
    if unmarked.is_empty() {
        let none = Diagnostic::error("C001", "there is no file of answers: no name ends in `.json`");
        return vec![none.with_help("name the folder with the files that the students have downloaded")];
    }
    unmarked.iter().map(Unmarked::error).collect()
}

impl Unmarked {
    fn of(file: &str, flaw: Flaw) -> Self {
        let (code, problem) = match flaw {
            Flaw::Format(problem) => ("C001", problem),
            Flaw::Study(problem) => ("C002", problem),
            Flaw::Student(problem) => ("C003", problem),
            Flaw::Answer(problem) => ("C004", problem),
        };
        Unmarked { file: file.to_string(), code, problem }
    }

    /// The problem as the error that it is where no file is marked.
    fn error(&self) -> Diagnostic {
        let help = match self.code {
            "C001" => "let the student download their answers again",
            "C002" => "name the study and give the settings of the page that the student used",
            "C003" => "let the student use their own number, and leave only the file that counts in the folder",
            _ => "the documentation of the lesson has the form of every answer",
        };
        Diagnostic::error(self.code, format!("`{}`: {}", self.file, self.problem)).with_help(help)
    }
}

impl QuestionMarks {
    fn of(asked: Asked, students: &[MarkedStudent]) -> Self {
        let marks = || students.iter().map(|student| student.marks[asked as usize]);
        let count = |is: fn(f64) -> bool| marks().flatten().filter(|mark| is(*mark)).count();
        QuestionMarks {
            asked,
            mean: marks().flatten().sum::<f64>() / students.len() as f64,
            full: count(|mark| mark >= 1.0),
            part: count(|mark| mark > 0.0 && mark < 1.0),
            none: count(|mark| mark <= 0.0),
            unanswered: marks().filter(Option::is_none).count(),
        }
    }
}
