//! A lesson in words: what a student is told, the questions, the right answers and the reasons.

use crate::ask::class::mark::{CROSSING, DISTANCE, Form, GivenAnswer, MONEY, SHARE, Unit, rises_to};
use crate::ask::class::{Asked, Lesson, LessonQuestion};
use crate::language::{Locale, tr};
use crate::math::powi;

/// A table of words.
#[derive(Clone, Debug)]
pub struct Words {
    /// What it shows.
    pub caption: String,
    /// Heads of the columns.
    pub head: Vec<String>,
    /// Rows, each with a name first.
    pub rows: Vec<Vec<String>>,
}

/// What a student is told, in sentences.
pub fn story(locale: &Locale, lesson: &Lesson) -> String {
    let given = &lesson.given;
    tr!(
        locale,
        "class-story",
        customers = locale.count(given.customers),
        purchases = plain(locale, given.purchases_per_year),
        base = per_cent(locale, given.base),
        satisfaction = locale.fixed(given.satisfaction, 2),
    )
}

/// What a student is told, in tables: the failures and what becomes of them, and who returns.
pub fn tables(locale: &Locale, lesson: &Lesson) -> [Words; 2] {
    let kinds = &lesson.given.kinds;
    let heads = |columns: &[&str]| columns.iter().map(|column| head(locale, column)).collect();
    let failures = kinds.iter().map(|kind| {
        let rate = kind.per_purchase.map_or("–".to_string(), |rate| plain(locale, 1_000.0 * rate));
        let shares = [kind.complain, kind.resolved, kind.quick].map(|share| per_cent(locale, share));
        let [complain, resolved, quick] = shares;
        let points = [kind.satisfaction_drop, kind.satisfaction_gain].map(|points| locale.fixed(points, 2));
        let [drop, gain] = points;
        vec![kind.failure.clone(), rate, complain, resolved, quick, drop, gain]
    });
    let returns = kinds.iter().map(|kind| {
        let shares = kind.repurchase.map(|share| per_cent(locale, share));
        std::iter::once(kind.failure.clone()).chain(shares).collect()
    });
    [
        Words {
            caption: tr!(locale, "class-given"),
            head: heads(&["failure", "rate", "complain", "resolved", "quick", "drop", "gain"]),
            rows: failures.collect(),
        },
        Words {
            caption: tr!(locale, "class-returns"),
            head: heads(&["failure", "silent", "unresolved", "resolved_after", "quick_after"]),
            rows: returns.collect(),
        },
    ]
}

/// The head of a column.
pub fn head(locale: &Locale, column: &str) -> String {
    tr!(locale, "class-head", column = column)
}

/// A question in a word or two.
pub fn topic(locale: &Locale, asked: Asked) -> String {
    tr!(locale, "class-topic", question = asked.name())
}

/// A question; names stand in backticks.
pub fn question(locale: &Locale, lesson: &Lesson, asked: Asked) -> String {
    asked_as(locale, lesson, asked.name())
}

/// The question for the place where the curve reaches the base, which stands for the curve where nothing can be drawn.
pub fn threshold(locale: &Locale, lesson: &Lesson) -> String {
    asked_as(locale, lesson, "threshold")
}

fn asked_as(locale: &Locale, lesson: &Lesson, question: &str) -> String {
    let given = &lesson.given;
    tr!(
        locale,
        "class-question",
        question = question,
        failure = &*lesson.failure,
        base = per_cent(locale, given.base),
        horizon = locale.periods(u64::from(given.periods), given.period),
    )
}

/// A choice, in full.
pub fn option(locale: &Locale, option: &str) -> String {
    tr!(locale, "class-option", option = option)
}

/// What a number is answered in.
pub fn unit(locale: &Locale, unit: Unit, currency: &str) -> String {
    let name = if unit == Unit::Share { "share" } else { "money" };
    tr!(locale, "class-unit", unit = name, currency = currency)
}

/// The right answer to a question, short.
pub fn right(locale: &Locale, question: &LessonQuestion, currency: &str) -> String {
    match &question.form {
        Form::Choice { right, .. } => tr!(locale, "class-option-short", option = *right),
        Form::Number { unit, right, .. } => number(locale, *unit, *right, currency),
        Form::Curve { crossing, .. } => reaches(locale, *crossing),
    }
}

/// An answer that was given to a question, short.
pub fn given(locale: &Locale, question: &LessonQuestion, answer: &GivenAnswer, currency: &str) -> String {
    match (&question.form, answer) {
        (_, GivenAnswer::Choice(chosen)) => tr!(locale, "class-option-short", option = chosen.as_str()),
        (Form::Number { unit, .. }, GivenAnswer::Number(given)) => number(locale, *unit, *given, currency),
        (Form::Curve { x, line, .. }, GivenAnswer::Curve(drawn)) => reaches(locale, rises_to(x, drawn, *line)),
        _ => String::new(),
    }
}

fn number(locale: &Locale, unit: Unit, number: f64, currency: &str) -> String {
    match unit {
        Unit::Share => locale.share(number),
        Unit::Money => locale.money(number, currency),
    }
}

fn reaches(locale: &Locale, crossing: Option<f64>) -> String {
    match crossing {
        Some(rate) => tr!(locale, "class-reaches", rate = locale.share(rate)),
        None => tr!(locale, "class-reaches-not"),
    }
}

/// Why the right answers are right, by question.
pub fn reasons(locale: &Locale, lesson: &Lesson, currency: &str) -> [String; 6] {
    let (reasons, given) = (&lesson.reasons, &lesson.given.kinds[0]);
    let share = |x: f64| per_cent(locale, x);
    let points = |x: f64| locale.fixed(x, 3);
    let [silent, unresolved, resolved, quick] = given.repurchase;
    let [ends_unresolved, ends_slow, ends_quick] = reasons.endings;
    let quick_then = tr!(
        locale,
        "class-why-quick",
        after = locale.fixed(reasons.satisfaction_quick, 2),
        before = locale.fixed(reasons.satisfaction_before, 2),
        drop = locale.fixed(given.satisfaction_drop, 2),
        gain = locale.fixed(given.satisfaction_gain, 2),
        quick = share(quick),
        base = share(lesson.given.base),
        table = if reasons.from_table { "yes" } else { "no" },
    );
    let complainers = tr!(
        locale,
        "class-why-complainers",
        unresolved = share(ends_unresolved),
        after_unresolved = share(unresolved),
        slow = share(ends_slow),
        after_slow = share(resolved),
        fast = share(ends_quick),
        after_fast = share(quick),
        complainers = share(reasons.complainers),
    );
    let everyone = tr!(
        locale,
        "class-why-everyone",
        complain = share(reasons.complain),
        complainers = share(reasons.complainers),
        quiet = share(1.0 - reasons.complain),
        silent = share(silent),
        everyone = share(reasons.everyone),
    );
    let (silent, quick, base) = (share(silent), share(quick), share(lesson.given.base));
    let curve = match reasons.crossing {
        Some(rate) => {
            tr!(locale, "class-why-curve", silent = silent, quick = quick, base = base, rate = locale.share(rate))
        }
        None => tr!(locale, "class-why-curve-not", silent = silent, quick = quick, base = base),
    };
    let each = if reasons.failures > 0.0 { reasons.npv / reasons.failures } else { 0.0 };
    let consultant = tr!(
        locale,
        "class-why-consultant",
        failures = locale.count(reasons.failures),
        npv = locale.money(reasons.npv, currency),
        each = locale.in_currency(locale.fixed(each, 2), currency),
        fast = share(reasons.complain * ends_quick),
    );
    let [complaints, resolution, speed] = reasons.worth.map(points);
    let lever = tr!(locale, "class-why-lever", complaints = complaints, resolution = resolution, speed = speed);
    [quick_then, complainers, everyone, curve, consultant, lever]
}

/// The rules for marks, one for each form of an answer.
pub fn rules(locale: &Locale) -> Vec<String> {
    let points = |shares: [f64; 2]| shares.map(|share| plain(locale, 100.0 * share));
    let ([full, half], [money_full, money_half]) = (points(SHARE), MONEY.map(|share| locale.share_whole(share)));
    let ([near, far], [rate_full, rate_half]) = (points(DISTANCE), points(CROSSING));
    vec![
        tr!(locale, "class-rule-choice"),
        tr!(locale, "class-rule-share", full = full, half = half),
        tr!(locale, "class-rule-money", full = money_full, half = money_half),
        tr!(locale, "class-rule-curve", full = near, half = far, rate_full = rate_full, rate_half = rate_half),
    ]
}

/// A share: whole per cent where it is that, one decimal otherwise.
pub fn per_cent(locale: &Locale, share: f64) -> String {
    let points = 100.0 * share;
    if (points - points.round()).abs() < 1e-9 { locale.share_whole(share) } else { locale.share(share) }
}

/// A number with as few decimals as it needs, at most three.
pub fn plain(locale: &Locale, number: f64) -> String {
    let is_enough = |decimals: &i32| {
        let scaled = number * powi(10.0, *decimals);
        (scaled - scaled.round()).abs() < 1e-6
    };
    let decimals = (0..3).find(is_enough).unwrap_or(3);
    locale.fixed(number, decimals as usize)
}
