//! A class on the recovery paradox: parameters of their own for every student, six questions, the right answers, and marks.
//!
//! The parameters of a student are a function of the study, its seed and the number of the student. What is right for them is what
//! `recoup paradox` says with these settings at the point values.

pub mod answers;
pub mod grade;
pub mod mark;
mod parameters;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::paradox::cause::caused_once;
use crate::analysis::paradox::situation::{Kind, Situation};
use crate::analysis::paradox::tree::{Chances, Dial, Meaning, crossing, is_above, worth_of_a_point};
use crate::ask::class::mark::{Form, GivenAnswer, Unit, mark};
use crate::ask::class::parameters::settings;
use crate::ask::{Answer, Question, Subject, Unanswered, unanswerable};
use crate::diagnostic::Diagnostic;
use crate::engine::evaluate::{Evaluator, each};
use crate::input::source::Origin;
use crate::input::{Request, load};
use crate::scenario::failure::Per;
use crate::scenario::key::Key;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::Study;

pub use crate::ask::class::parameters::Setting;

/// Most students of a class.
pub const MOST_STUDENTS: u64 = 1_000;
/// Complaint rates at which the curve is drawn.
pub const DRAWN_AT: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];

/// Which parameters does a student have, what is right for them, and what are their answers worth?
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClassQuestion {
    /// Number of the student, from 1 to [`MOST_STUDENTS`].
    pub student: u64,
    /// What they answered, by question; may be empty.
    pub answers: BTreeMap<Asked, GivenAnswer>,
}

/// What is right for every student of a class?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RollQuestion {
    /// How many students there are; their numbers count from 1.
    pub students: u64,
}

/// The lessons of a class, in the order of the students' numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Roll {
    /// BLAKE3 of the resolved study, in whatever language it is shown.
    pub digest: String,
    /// One for each student.
    pub lessons: Vec<Lesson>,
}

/// A question of the lesson, in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// Are those who were helped quickly more satisfied, and do they return more often?
    HelpedQuickly,
    /// What share of those who complained returns?
    Complainers,
    /// What share of all with the failure returns?
    Everyone,
    /// What share returns, by complaint rate, if everybody who complains is helped quickly?
    Curve,
    /// What do more failures return, if they are recovered as today?
    Consultant,
    /// Of which rate is a point worth most?
    Lever,
}

impl Asked {
    /// All six, in order.
    pub const ALL: [Asked; 6] =
        [Asked::HelpedQuickly, Asked::Complainers, Asked::Everyone, Asked::Curve, Asked::Consultant, Asked::Lever];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        ["helped_quickly", "complainers", "everyone", "curve", "consultant", "lever"][self as usize]
    }

    /// The question of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Asked::ALL.into_iter().find(|asked| asked.name() == name)
    }
}

/// The answers to choose from when asked whether customers are better off than without a failure.
pub const BETTER: [&str; 4] = ["both", "satisfaction", "repurchase", "neither"];

/// The lesson of one student.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lesson {
    /// BLAKE3 of the resolved study of the class, before the settings of the student.
    pub digest: String,
    /// Number of the student.
    pub student: u64,
    /// The strategy under which the firm works: the reference.
    pub strategy: String,
    /// The kind of failure that the questions are about: the one that costs least satisfaction.
    pub failure: String,
    /// What is set for this student in place of the study's numbers.
    pub settings: Vec<Setting>,
    /// What the student is told.
    pub given: Given,
    /// The six questions with their right answers.
    pub questions: Vec<LessonQuestion>,
    /// The numbers that explain the answers.
    pub reasons: Reasons,
    /// By question: the mark from 0 to 1; `None` where it was not answered.
    pub marks: Vec<Option<f64>>,
}

/// A question with the form of its answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LessonQuestion {
    /// Which it is.
    pub asked: Asked,
    /// How it is answered, what is right, and the rule for marks.
    #[serde(flatten)]
    pub form: Form,
}

/// What a student is told before they predict.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Given {
    /// Customers at the start.
    pub customers: f64,
    /// Purchases of a customer in a year, mean over segments.
    pub purchases_per_year: f64,
    /// Share of customers without a failure who are customers a year later.
    pub base: f64,
    /// Mean satisfaction without a failure, points of 7.
    pub satisfaction: f64,
    /// Periods of the horizon.
    pub periods: u32,
    /// A period: `week`, `month`, `quarter` or `year`.
    pub period: &'static str,
    /// The kinds of failure, that of the questions first.
    pub kinds: Vec<GivenKind>,
}

/// What a student is told about a kind of failure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GivenKind {
    /// Its name.
    pub failure: String,
    /// Failures per purchase; `None` where they do not come with purchases.
    pub per_purchase: Option<f64>,
    /// Share of those with the failure who complain.
    pub complain: f64,
    /// Share of complaints that are resolved.
    pub resolved: f64,
    /// Share of resolved complaints that are resolved quickly.
    pub quick: f64,
    /// Satisfaction that the failure costs, points of 7.
    pub satisfaction_drop: f64,
    /// Satisfaction that a quick resolution gives back, points of 7.
    pub satisfaction_gain: f64,
    /// Share who return: silent, unresolved complaint, resolved, resolved quickly.
    pub repurchase: [f64; 4],
}

/// The numbers behind the answers, of the kind of failure that is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Reasons {
    /// Whether the shares who return are numbers of the study, and do not follow from satisfaction.
    pub from_table: bool,
    /// Mean satisfaction without a failure, points of 7.
    pub satisfaction_before: f64,
    /// Mean satisfaction after a quick resolution.
    pub satisfaction_quick: f64,
    /// Share of complaints that end unresolved, resolved slowly and resolved quickly.
    pub endings: [f64; 3],
    /// Share of all with the failure who complain.
    pub complain: f64,
    /// Share of complainers who return.
    pub complainers: f64,
    /// Share of all with the failure who return.
    pub everyone: f64,
    /// Complaint rate at which the curve meets the base; `None` where it does not between 0 and 1.
    pub crossing: Option<f64>,
    /// NPV of one more failure in every thousand purchases, money.
    pub npv: f64,
    /// Failures that this adds over the horizon.
    pub failures: f64,
    /// What a point of complaints, resolution and speed adds to the share of all with the failure who return, percentage points.
    pub worth: [f64; 3],
}

impl Question for ClassQuestion {
    type Found = Lesson;
    const COMMAND: &'static str = "class";
    const IS_AT_POINT_VALUES: bool = true;

    /// Asks it.
    ///
    /// # Errors
    /// A number beyond [`MOST_STUDENTS`], an answer that its question does not take, a study without a kind of failure, with
    /// contagion or a network from a file, or one that sets a key of the students itself.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Lesson>, Unanswered> {
        let mut lesson = lesson(subject, self.student)?;
        lesson.marks = marks(&lesson, &self.answers).map_err(|wrong| {
            let each = wrong.into_iter().map(|(asked, wrong)| {
                let message = format!("answer `{}`: {}", asked.name(), wrong.message());
                unanswerable(message, "see the form of the question in the answer of `recoup class --student`")
            });
            Unanswered::Refused(each.collect())
        })?;
        subject.answer(lesson, Vec::new())
    }
}

impl Question for RollQuestion {
    type Found = Roll;
    const COMMAND: &'static str = "class --students";
    const IS_AT_POINT_VALUES: bool = true;

    /// Asks it.
    ///
    /// # Errors
    /// Those of [`ClassQuestion::ask`], more than [`MOST_STUDENTS`], or a stop.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Roll>, Unanswered> {
        // What no student can have is said once.
        lesson(subject, self.students)?;
        let lessons = lessons(subject, &(1..=self.students).collect::<Vec<u64>>())?;
        subject.answer(Roll { digest: subject.study().hash_in_any_language(), lessons }, Vec::new())
    }
}

/// The lessons of students, in their order.
pub(crate) fn lessons(subject: &Subject<'_>, students: &[u64]) -> Result<Vec<Lesson>, Unanswered> {
    subject.progress.begins(students.len() as u64);
    let found = each(students.len(), |i| {
        if subject.progress.is_stopped() {
            return Err(Unanswered::Interrupted);
        }
        let lesson = lesson(subject, students[i]);
        subject.progress.advances();
        lesson
    });
    found.into_iter().collect()
}

/// By question: the mark of the answer given; every answer that its question does not take.
pub(crate) fn marks(
    lesson: &Lesson,
    answers: &BTreeMap<Asked, GivenAnswer>,
) -> Result<Vec<Option<f64>>, Vec<(Asked, mark::Wrong)>> {
    let mut wrong = Vec::new();
    let marks = lesson.questions.iter().map(|question| {
        let given = answers.get(&question.asked)?;
        mark(&question.form, given).map_err(|what| wrong.push((question.asked, what))).ok()
    });
    let marks: Vec<Option<f64>> = marks.collect();
    if wrong.is_empty() { Ok(marks) } else { Err(wrong) }
}

/// The lesson of a student, not yet marked.
pub(crate) fn lesson(subject: &Subject<'_>, student: u64) -> Result<Lesson, Unanswered> {
    if !(1..=MOST_STUDENTS).contains(&student) {
        let message = format!("there is no student {student}");
        return Err(unanswerable(message, "take a number from 1 to 1,000").into());
    }
    let study = subject.study();
    // The expected engine answers.
    subject.evaluator()?;
    if !study.networks.is_empty() {
        let message = "the study reads a network from a file, which students do not have".to_string();
        return Err(unanswerable(message, "choose another `network.kind`").into());
    }
    let point = subject.point(0);
    let Some(kind) = mildest(point) else {
        let message = "the study has no kind of failure".to_string();
        return Err(unanswerable(message, "add a [[failure]]").into());
    };
    let settings = settings(point, kind, study.settings.seed, student);
    let own = set(study, &settings)?;
    let subject = Subject { study: &own, ..*subject };
    check(&subject, &settings)?;
    let parameters = subject.strategy(0).parameters.with_point_values();
    let situation = Situation::of(&parameters);
    refuse_other_routes(&situation.kinds[kind].chances)?;
    let (questions, reasons) = answered(&subject, &parameters, &situation, kind);
    Ok(Lesson {
        digest: study.hash_in_any_language(),
        student,
        strategy: subject.name(0).to_string(),
        failure: parameters.failures[kind].name.to_string(),
        settings,
        given: given(&parameters, &situation, kind),
        marks: vec![None; questions.len()],
        questions,
        reasons,
    })
}

/// The kind of failure that costs least satisfaction, the first of equals.
fn mildest(parameters: &Parameters) -> Option<usize> {
    let drop = |kind: &usize| parameters.severities[parameters.failures[*kind].severity].satisfaction_drop;
    (0..parameters.failures.len()).min_by(|a, b| drop(a).total_cmp(&drop(b)))
}

/// The study with the settings of a student, as `--set` makes it.
fn set(study: &Study, settings: &[Setting]) -> Result<Study, Vec<Diagnostic>> {
    let mut request = Request::new(Origin::Text { name: study.name.clone(), text: study.resolved.clone() });
    request.set = settings.iter().map(|setting| setting.set.clone()).collect();
    Ok(load(&request)?.study)
}

/// Refuses a study whose scenario or reference says a key of the students itself, and so keeps its own number.
fn check(subject: &Subject<'_>, settings: &[Setting]) -> Result<(), Vec<Diagnostic>> {
    let mut point = subject.point(0).clone();
    let kept = settings.iter().filter(|setting| {
        let number = Key::parse(&setting.key).and_then(|key| point.number_mut(&key).copied());
        number != Some(setting.value)
    });
    let kept: Vec<Diagnostic> = kept
        .map(|setting| {
            let message =
                format!("`{}` cannot differ by student: scenario or reference have a number of their own", setting.key);
            unanswerable(message, "choose another scenario, or move the number to the top of the study")
        })
        .collect();
    if kept.is_empty() { Ok(()) } else { Err(kept) }
}

/// Refuses a reference under which customers are heard in other ways than by complaints: the explanations know no others.
fn refuse_other_routes(chances: &Chances) -> Result<(), Diagnostic> {
    if chances.detected == 0.0 && chances.invokes == 0.0 && chances.prompted == 0.0 {
        return Ok(());
    }
    let message = "under the reference, failures are detected, complaints solicited or a guarantee invoked".to_string();
    Err(unanswerable(message, "for a class, let the reference hear of failures by complaints alone"))
}

fn given(parameters: &Parameters, situation: &Situation, kind: usize) -> Given {
    let mut kinds: Vec<usize> = (0..parameters.failures.len()).collect();
    kinds.swap(0, kind);
    kinds[1..].sort_unstable();
    let of = |k: usize| {
        let (failure, kind) = (&parameters.failures[k], &situation.kinds[k]);
        let [satisfaction, values] = &kind.values;
        let [unresolved, resolved, quick] = values.voiced;
        let drop = parameters.severities[failure.severity].satisfaction_drop;
        let rate = failure.rate_in_force(parameters.horizon.period.per_year());
        GivenKind {
            failure: failure.name.to_string(),
            per_purchase: (failure.per == Per::Purchase).then_some(rate),
            complain: kind.chances.complains,
            resolved: kind.chances.resolved,
            quick: kind.chances.quick,
            satisfaction_drop: drop,
            satisfaction_gain: satisfaction.voiced[2] - (satisfaction.base - drop),
            repurchase: [values.silent, unresolved, resolved, quick],
        }
    };
    let [satisfaction, repurchase] = &situation.kinds[kind].values;
    let purchases: f64 = parameters.segments.iter().map(|segment| segment.share * segment.purchases_per_year).sum();
    Given {
        customers: parameters.market.customers,
        purchases_per_year: purchases,
        base: repurchase.base,
        satisfaction: satisfaction.base,
        periods: parameters.horizon.periods,
        period: parameters.horizon.period.name(),
        kinds: kinds.into_iter().map(of).collect(),
    }
}

/// The questions with their right answers, and the numbers behind them.
fn answered(
    subject: &Subject<'_>,
    parameters: &Parameters,
    situation: &Situation,
    kind: usize,
) -> (Vec<LessonQuestion>, Reasons) {
    let Kind { values: [satisfaction, repurchase], chances, .. } = &situation.kinds[kind];
    let best = Chances::textbook(1.0, 1.0, 1.0);
    let switch = crossing(repurchase, Meaning::Population, &best, Dial::ComplaintRate);
    let textbook = Chances::textbook(chances.complains, chances.resolved, chances.quick);
    let [npv, failures] = caused(subject, kind);
    let endings = chances.endings();
    let reasons = Reasons {
        from_table: !parameters.satisfaction.drives_repurchase,
        satisfaction_before: satisfaction.base,
        satisfaction_quick: satisfaction.after(Meaning::Conditional, chances),
        endings,
        complain: chances.complains,
        complainers: repurchase.after(Meaning::Complainers, chances),
        everyone: repurchase.after(Meaning::Population, chances),
        crossing: switch.at.filter(|at| (0.0..=1.0).contains(at)),
        npv,
        failures,
        worth: Dial::ALL.map(|dial| 100.0 * worth_of_a_point(repurchase, &textbook, dial)),
    };
    let better = [satisfaction, repurchase].map(|values| is_above(values.gap(Meaning::Conditional, chances)));
    let [both, feel, act, neither] = BETTER;
    let helped = match better {
        [true, true] => both,
        [true, false] => feel,
        [false, true] => act,
        [false, false] => neither,
    };
    let curve = DRAWN_AT.map(|rate| repurchase.after(Meaning::Population, &Dial::ComplaintRate.set(&best, rate)));
    let lever = (0..3).reduce(|best, i| if reasons.worth[i] > reasons.worth[best] { i } else { best }).unwrap_or(0);
    let levers = Dial::ALL.map(Dial::name);
    let forms = [
        Form::choice(&BETTER, helped),
        Form::number(Unit::Share, reasons.complainers),
        Form::number(Unit::Share, reasons.everyone),
        Form::curve(&DRAWN_AT, &curve, repurchase.base),
        Form::number(Unit::Money, npv),
        Form::choice(&levers, levers[lever]),
    ];
    let questions = Asked::ALL.into_iter().zip(forms).map(|(asked, form)| LessonQuestion { asked, form });
    (questions.collect(), reasons)
}

/// NPV and failures of one more failure in every thousand purchases, at the point values.
fn caused(subject: &Subject<'_>, kind: usize) -> [f64; 2] {
    let evaluator = Evaluator::new(subject.study(), subject.scenario());
    let mut parameters = evaluator.parameters_at(0, &evaluator.inputs().point_values());
    parameters.apply_responses();
    caused_once(&parameters, kind)
}
