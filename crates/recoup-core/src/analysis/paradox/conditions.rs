//! What the paradox needs: a first failure, a cause that will not last and is not the firm's doing; and what two failures do.

use serde::Serialize;

use crate::analysis::paradox::situation::Situation;
use crate::analysis::paradox::tree::{Measure, Values};
use crate::model::loyalty::Conditions;
use crate::scenario::parameters::Parameters;

/// Under what a failure is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// As the study has it, nothing remembered.
    First,
    /// An earlier failure is remembered that was put right.
    Second,
    /// An earlier failure is remembered that ended badly.
    SecondAfterBad,
    /// The cause is seen as lasting.
    Lasting,
    /// The cause is seen as the firm's own doing.
    Controllable,
    /// Both.
    LastingAndControllable,
}

impl Condition {
    /// All, the first being what the others are compared with.
    pub const ALL: [Condition; 6] = [
        Condition::First,
        Condition::Second,
        Condition::SecondAfterBad,
        Condition::Lasting,
        Condition::Controllable,
        Condition::LastingAndControllable,
    ];

    /// The word in tables.
    pub fn name(self) -> &'static str {
        match self {
            Condition::First => "first",
            Condition::Second => "second",
            Condition::SecondAfterBad => "second_after_bad",
            Condition::Lasting => "lasting",
            Condition::Controllable => "controllable",
            Condition::LastingAndControllable => "lasting_and_controllable",
        }
    }

    fn conditions(self) -> Conditions {
        let remembers = matches!(self, Condition::Second | Condition::SecondAfterBad);
        let lasting = matches!(self, Condition::Lasting | Condition::LastingAndControllable);
        let controllable = matches!(self, Condition::Controllable | Condition::LastingAndControllable);
        Conditions {
            remembers,
            aggrieved: self == Condition::SecondAfterBad,
            stability: f64::from(u8::from(lasting)),
            control: f64::from(u8::from(controllable)),
            ..Conditions::default()
        }
    }
}

/// What a failure leaves under a condition, by [`Measure`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnderCondition {
    /// The condition.
    pub condition: Condition,
    /// After a quick recovery.
    pub quick: [f64; 2],
    /// [`quick`](Self::quick) less the base.
    pub quick_gap: [f64; 2],
    /// After a complaint in vain.
    pub unresolved: [f64; 2],
}

/// Two failures of one kind, a window apart, the first still remembered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct InARow {
    /// Satisfaction after the second, points.
    pub satisfaction: f64,
    /// Share still there after both windows.
    pub repurchase: f64,
}

/// What a kind of failure does under every condition, and twice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Conditioned {
    /// Name of the failure.
    pub failure: String,
    /// The base, by [`Measure`].
    pub base: [f64; 2],
    /// Repurchase of a customer who stays silent about a first failure.
    pub silent: f64,
    /// By condition.
    pub conditions: Vec<UnderCondition>,
    /// Quickly recovered, then complained in vain.
    pub good_then_bad: InARow,
    /// Complained in vain, then quickly recovered.
    pub bad_then_good: InARow,
    /// Complained in vain twice.
    pub bad_then_bad: InARow,
}

impl Conditioned {
    /// The three orders of two failures, by their words in tables.
    pub fn in_a_row(&self) -> [(&'static str, InARow); 3] {
        [
            ("good_then_bad", self.good_then_bad),
            ("bad_then_good", self.bad_then_good),
            ("bad_then_bad", self.bad_then_bad),
        ]
    }
}

/// Every kind of failure.
pub(crate) fn conditioned(parameters: &Parameters, situation: &Situation) -> Vec<Conditioned> {
    (0..parameters.failures.len()).map(|kind| of_kind(parameters, situation, kind)).collect()
}

fn of_kind(parameters: &Parameters, situation: &Situation, kind: usize) -> Conditioned {
    let bases = &situation.kinds[kind].bases;
    let values = |condition: Condition| {
        Measure::ALL.map(|measure| Values::of(parameters, kind, measure, bases, condition.conditions()))
    };
    let first = values(Condition::First);
    let conditions = Condition::ALL.map(|condition| {
        let values = values(condition);
        UnderCondition {
            condition,
            quick: values.map(|v| v.voiced[2]),
            quick_gap: values.map(|v| v.voiced[2] - v.base),
            unresolved: values.map(|v| v.voiced[0]),
        }
    });
    // Customers of one base loyalty stay for both windows or not; means are taken after.
    let in_a_row = |one: usize, other: usize, memory: Condition| {
        let kept = bases.iter().map(|&(base, weight)| {
            let of = |condition: Condition, ending: usize| {
                let alone = [(base, 1.0)];
                Values::of(parameters, kind, Measure::Repurchase, &alone, condition.conditions()).voiced[ending]
            };
            (of(Condition::First, one) * of(memory, other), weight)
        });
        InARow {
            satisfaction: values(memory)[Measure::Satisfaction as usize].voiced[other],
            repurchase: crate::analysis::paradox::tree::mean(kept),
        }
    };
    Conditioned {
        failure: parameters.failures[kind].name.to_string(),
        base: first.map(|v| v.base),
        silent: first[Measure::Repurchase as usize].silent,
        conditions: conditions.to_vec(),
        good_then_bad: in_a_row(2, 0, Condition::Second),
        bad_then_good: in_a_row(0, 2, Condition::SecondAfterBad),
        bad_then_bad: in_a_row(0, 0, Condition::SecondAfterBad),
    }
}
