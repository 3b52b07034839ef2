//! The forms of answers, and what an answer is worth: a function of the question and the answer alone.

use serde::{Deserialize, Serialize};

/// Percentage points, as shares, within which a share is right, and half right.
pub const SHARE: [f64; 2] = [0.01, 0.05];
/// Distances from the right amount of money within which an amount is right, and half right, as shares of the right one.
pub const MONEY: [f64; 2] = [0.20, 0.60];
/// Mean distance of a drawn curve from the right one within which it is right, and half right.
pub const DISTANCE: [f64; 2] = [0.03, 0.08];
/// Distance of the point where a drawn curve meets the base from the right point, the same.
pub const CROSSING: [f64; 2] = [0.05, 0.10];
/// Amounts of money beyond this are refused.
const MOST_MONEY: f64 = 1e12;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A share, from 0 to 1.
    Share,
    /// An amount in the currency of the study.
    Money,
}

/// Distances from the right answer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Tolerance {
    /// Up to this distance an answer is worth 1.
    pub full: f64,
    /// Up to this distance it is worth a half; beyond, nothing.
    pub half: f64,
}

impl Tolerance {
    fn of([full, half]: [f64; 2]) -> Self {
        Tolerance { full, half }
    }

    /// What a distance is worth. An answer at the edge of a band is in it, whatever rounding does to the difference.
    fn worth(&self, distance: f64) -> f64 {
        let within = |limit: f64| distance <= limit * (1.0 + 1e-9) + 1e-12;
        if within(self.full) {
            1.0
        } else if within(self.half) {
            0.5
        } else {
            0.0
        }
    }
}

/// How a question is answered, what is right, and the rule for marks.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum Form {
    /// One of several: 1 for the right one, 0 for another.
    Choice {
        /// What can be chosen.
        options: Vec<&'static str>,
        /// The right one.
        right: &'static str,
    },
    /// A number, worth what its distance from the right one is.
    Number {
        /// What it counts.
        unit: Unit,
        /// The right number.
        right: f64,
        /// The bands.
        tolerance: Tolerance,
        /// Least number that is taken.
        least: f64,
        /// Greatest number that is taken.
        most: f64,
    },
    /// A curve, as shares at given places: half of the mark is for the mean distance from the right curve, half for the place where
    /// it first rises to the line.
    Curve {
        /// The places.
        x: Vec<f64>,
        /// The right curve at these.
        right: Vec<f64>,
        /// The line.
        line: f64,
        /// Where the right curve first rises to the line; `None` where it does not.
        crossing: Option<f64>,
        /// The bands of the mean distance.
        tolerance: Tolerance,
        /// The bands of the place.
        crossing_tolerance: Tolerance,
    },
}

impl Form {
    pub(super) fn choice(options: &[&'static str], right: &'static str) -> Self {
        Form::Choice { options: options.to_vec(), right }
    }

    pub(super) fn number(unit: Unit, right: f64) -> Self {
        let (tolerance, least, most) = match unit {
            Unit::Share => (Tolerance::of(SHARE), 0.0, 1.0),
            Unit::Money => (Tolerance::of(MONEY.map(|share| share * right.abs())), -MOST_MONEY, MOST_MONEY),
        };
        Form::Number { unit, right, tolerance, least, most }
    }

    pub(super) fn curve(x: &[f64], right: &[f64], line: f64) -> Self {
        Form::Curve {
            x: x.to_vec(),
            right: right.to_vec(),
            line,
            crossing: rises_to(x, right, line),
            tolerance: Tolerance::of(DISTANCE),
            crossing_tolerance: Tolerance::of(CROSSING),
        }
    }
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum GivenAnswer {
    /// A number.
    Number(f64),
    /// A choice.
    Choice(String),
    /// A curve at the places of its question.
    Curve(Vec<f64>),
}

/// Why an answer is none to its question.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// It has another form: the one that is wanted.
    Form(&'static str),
    /// It is none of the choices.
    Option(String, Vec<&'static str>),
    /// A number lies outside the range that is taken.
    Range(f64, [f64; 2]),
    /// A curve has that many points, and not as many as there are places.
    Points(usize, usize),
}

impl Wrong {
    /// In words, for a diagnostic.
    pub(crate) fn message(&self) -> String {
        match self {
            Wrong::Form(wanted) => format!("it should be {wanted}"),
            Wrong::Option(given, options) => format!("`{given}` is none of {}", options.join(", ")),
            Wrong::Range(given, [least, most]) => format!("{given} is not between {least} and {most}"),
            Wrong::Points(given, wanted) => format!("it has {given} points, not {wanted}"),
        }
    }
}

/// What an answer is worth, from 0 to 1.
///
/// # Errors
/// It is no answer to this question.
pub fn mark(form: &Form, given: &GivenAnswer) -> Result<f64, Wrong> {
    match (form, given) {
        (Form::Choice { options, right }, GivenAnswer::Choice(chosen)) => {
            if !options.contains(&chosen.as_str()) {
                return Err(Wrong::Option(chosen.clone(), options.clone()));
            }
            Ok(f64::from(u8::from(chosen == right)))
        }
        (Form::Number { right, tolerance, least, most, .. }, GivenAnswer::Number(number)) => {
            in_range(*number, [*least, *most])?;
            Ok(tolerance.worth((number - right).abs()))
        }
        (Form::Curve { x, right, line, crossing, tolerance, crossing_tolerance }, GivenAnswer::Curve(drawn)) => {
            if drawn.len() != x.len() {
                return Err(Wrong::Points(drawn.len(), x.len()));
            }
            drawn.iter().try_for_each(|&y| in_range(y, [0.0, 1.0]))?;
            let distance = drawn.iter().zip(right).map(|(drawn, right)| (drawn - right).abs()).sum::<f64>();
            let place = match (rises_to(x, drawn, *line), crossing) {
                (None, None) => 1.0,
                (Some(drawn), Some(right)) => crossing_tolerance.worth((drawn - right).abs()),
                _ => 0.0,
            };
            Ok(0.5 * (tolerance.worth(distance / x.len() as f64) + place))
        }
        (Form::Choice { .. }, _) => Err(Wrong::Form("one of the choices, as text")),
        (Form::Number { .. }, _) => Err(Wrong::Form("a number")),
        (Form::Curve { .. }, _) => Err(Wrong::Form("a list of numbers")),
    }
}

fn in_range(number: f64, range: [f64; 2]) -> Result<(), Wrong> {
    if (range[0]..=range[1]).contains(&number) { Ok(()) } else { Err(Wrong::Range(number, range)) }
}

/// Where a curve of straight lines between points first rises from below a line to it or above; `None` where it does not.
pub fn rises_to(x: &[f64], y: &[f64], line: f64) -> Option<f64> {
    let pieces = x.windows(2).zip(y.windows(2));
    let mut rises = pieces.filter(|(_, y)| y[0] < line && y[1] >= line);
    rises.next().map(|(x, y)| x[0] + (x[1] - x[0]) * (line - y[0]) / (y[1] - y[0]))
}

#[cfg(test)]
mod tests {
    use crate::ask::class::mark::{Form, GivenAnswer, Unit, Wrong, mark, rises_to};

    fn number(form: &Form, given: f64) -> f64 {
        mark(form, &GivenAnswer::Number(given)).unwrap()
    }

    #[test]
    fn numbers_are_worth_one_a_half_or_nothing_by_their_distance() {
        let share = Form::number(Unit::Share, 0.40);
        for (given, worth) in
            [(0.40, 1.0), (0.41, 1.0), (0.39, 1.0), (0.411, 0.5), (0.45, 0.5), (0.35, 0.5), (0.46, 0.0), (0.34, 0.0)]
        {
            assert_eq!(number(&share, given), worth, "{given}");
        }
        let money = Form::number(Unit::Money, -30_000.0);
        for (given, worth) in
            [(-30_000.0, 1.0), (-24_000.0, 1.0), (-36_001.0, 0.5), (-12_000.0, 0.5), (0.0, 0.0), (30_000.0, 0.0)]
        {
            assert_eq!(number(&money, given), worth, "{given}");
        }
        for (form, given) in [(&share, 40.0), (&share, -0.1), (&share, f64::NAN), (&money, f64::INFINITY)] {
            assert!(matches!(mark(form, &GivenAnswer::Number(given)), Err(Wrong::Range(..))), "{given}");
        }
    }

    #[test]
    fn a_choice_is_right_or_wrong_and_one_of_those_that_there_are() {
        let form = Form::choice(&["yes", "no"], "no");
        let given = |text: &str| mark(&form, &GivenAnswer::Choice(text.into()));
        assert_eq!((given("no"), given("yes")), (Ok(1.0), Ok(0.0)));
        assert_eq!(given("maybe"), Err(Wrong::Option("maybe".into(), vec!["yes", "no"])));
        assert!(matches!(mark(&form, &GivenAnswer::Number(1.0)), Err(Wrong::Form(_))));
    }

    #[test]
    fn a_curve_is_marked_by_its_distance_and_by_the_place_where_it_meets_the_line() {
        let x = [0.0, 0.5, 1.0];
        let form = Form::curve(&x, &[0.4, 0.6, 0.8], 0.7);
        let drawn = |y: [f64; 3]| mark(&form, &GivenAnswer::Curve(y.to_vec())).unwrap();
        assert_eq!(drawn([0.4, 0.6, 0.8]), 1.0);
        // Near on average, but it meets the line at 0.833: as far as 0.083 from 0.75.
        assert_eq!(drawn([0.4, 0.6, 0.75]), 0.75);
        // Flat: far away, and it never meets the line.
        assert_eq!(drawn([0.9, 0.9, 0.9]), 0.0);
        // The right place, far from the curve.
        assert_eq!(drawn([0.0, 0.4, 1.0]), 0.5);
        let never = Form::curve(&x, &[0.4, 0.5, 0.6], 0.7);
        assert_eq!(mark(&never, &GivenAnswer::Curve(vec![0.4, 0.5, 0.6])), Ok(1.0));
        assert_eq!(mark(&never, &GivenAnswer::Curve(vec![0.4, 0.5, 0.75])), Ok(0.25));
        assert_eq!(mark(&form, &GivenAnswer::Curve(vec![0.4])), Err(Wrong::Points(1, 3)));
        assert!(matches!(mark(&form, &GivenAnswer::Curve(vec![0.4, 1.6, 0.4])), Err(Wrong::Range(..))));
    }

    #[test]
    fn a_curve_rises_to_a_line_where_it_first_comes_from_below() {
        let x = [0.0, 1.0, 2.0, 3.0];
        assert_eq!(rises_to(&x, &[0.0, 1.0, 0.0, 1.0], 0.5), Some(0.5));
        assert_eq!(rises_to(&x, &[1.0, 0.0, 0.0, 1.0], 0.5), Some(2.5));
        assert_eq!(rises_to(&x, &[1.0, 1.0, 0.0, 0.0], 0.5), None);
    }
}
