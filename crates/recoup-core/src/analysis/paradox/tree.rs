//! The tree from a failure to its ending in closed form (TARP's tree, with detection, asking and a front line), and what
//! switches the paradox in it.

use serde::Serialize;

use crate::model::loyalty::{Conditions, Standing, repurchase};
use crate::model::remedy::RemedyRules;
use crate::model::route::{Routes, Service};
use crate::model::satisfaction::satisfaction_after;
use crate::scenario::failure::ByOutcome;
use crate::scenario::parameters::Parameters;
use crate::scenario::ramp::Views;
use crate::units::Outcome;

/// The claim that a failure leaves customers better off than none would have, in its three meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// (i) One who was helped quickly is better off than one without a failure.
    Conditional = 0,
    /// (ii) Those who complain are, on average.
    Complainers = 1,
    /// (iii) All who had a failure are, on average: "failures pay".
    Population = 2,
}

impl Meaning {
    /// All three, in order.
    pub const ALL: [Meaning; 3] = [Meaning::Conditional, Meaning::Complainers, Meaning::Population];

    /// The word in tables.
    pub fn name(self) -> &'static str {
        ["conditional", "complainers", "population"][self as usize]
    }
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Mean satisfaction after the failure against the mean before, points on 1..7.
    Satisfaction = 0,
    /// Repurchase over the window against base loyalty, a share.
    Repurchase = 1,
}

impl Measure {
    /// Both, in order.
    pub const ALL: [Measure; 2] = [Measure::Satisfaction, Measure::Repurchase];

    /// The word in tables.
    pub fn name(self) -> &'static str {
        ["satisfaction", "repurchase"][self as usize]
    }
}

/// Differences smaller than this are rounding: a tie is no paradox.
const ROUNDING: f64 = 1e-12;

/// Whether a difference to the base is a paradox.
pub(crate) fn is_above(gap: f64) -> bool {
    gap > ROUNDING
}

/// What can happen to a failure, as probabilities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chances {
    /// d: the firm notices first.
    pub detected: f64,
    /// i: the customer invokes the guarantee, unless the firm noticed.
    pub invokes: f64,
    /// c: they complain, unless they did that.
    pub complains: f64,
    /// sigma: they are brought to speak, if they would not.
    pub prompted: f64,
    /// e: the front line settles a case on the spot.
    pub on_spot: f64,
    /// gamma * r: the desk resolves a case that it gets.
    pub resolved: f64,
    /// q: it does so quickly, given that it does.
    pub quick: f64,
}

impl Chances {
    /// The chances of a failure of kind `kind` where the desk makes that of a case.
    pub(crate) fn of(parameters: &Parameters, kind: usize, service: Service) -> Self {
        let routes = Routes::new(parameters, &parameters.failures[kind]);
        let remedies = RemedyRules::new(&Views::new(parameters));
        Chances {
            detected: routes.detected,
            invokes: routes.invokes,
            complains: routes.complains,
            prompted: routes.prompted,
            on_spot: remedies.settled_on_spot[kind],
            resolved: service.served * remedies.resolves[kind],
            quick: service.quick.unwrap_or(parameters.recovery.quick),
        }
    }

    /// The tree of the textbooks: nobody notices, asks or settles on the spot.
    pub fn textbook(complains: f64, resolved: f64, quick: f64) -> Self {
        Chances { detected: 0.0, invokes: 0.0, complains, prompted: 0.0, on_spot: 0.0, resolved, quick }
    }

    /// Shares of all failures that end silent, that end by the guarantee, and that become a case the customer brought, or
    /// was brought to.
    pub(crate) fn routes(&self) -> [f64; 4] {
        let hidden = 1.0 - self.detected;
        let open = hidden * (1.0 - self.invokes);
        let (voiced, quiet) = (open * self.complains, open * (1.0 - self.complains));
        [quiet * (1.0 - self.prompted), hidden * self.invokes, voiced, self.detected + quiet * self.prompted]
    }

    /// How a case ends: unresolved, resolved, quick.
    pub(crate) fn endings(&self) -> [f64; 3] {
        let (e, r, q) = (self.on_spot, self.resolved, self.quick);
        [(1.0 - e) * (1.0 - r), (1.0 - e) * r * (1.0 - q), e + (1.0 - e) * r * q]
    }
}

/// What each ending leaves of a measure, and what there is without a failure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Values {
    /// The customer stayed silent.
    pub silent: f64,
    /// The guarantee was invoked.
    pub invoked: f64,
    /// Unresolved, resolved, quick, where the customer complained of their own accord.
    pub voiced: [f64; 3],
    /// The same, where they were found or brought to speak.
    pub prompted: [f64; 3],
    /// No failure.
    pub base: f64,
}

impl Values {
    /// A repurchase table as it is, against `base`.
    pub fn of_table(table: &ByOutcome, base: f64) -> Self {
        let cases = [table.unresolved, table.resolved, table.quick];
        Values { silent: table.silent, invoked: table.quick, voiced: cases, prompted: cases, base }
    }

    /// What a failure of kind `kind` leaves of a measure, met under `conditions` (its remembered failures, and
    /// stability and control where they exceed the kind's; the rest is the kind's); means over customers of base loyalties and weights `bases`, whose weights need not sum to 1.
    pub fn of(
        parameters: &Parameters,
        kind: usize,
        measure: Measure,
        bases: &[(f64, f64)],
        conditions: Conditions,
    ) -> Self {
        let failure = &parameters.failures[kind];
        let own = Conditions::of(failure, Standing::Clean);
        let conditions = Conditions {
            stability: conditions.stability.max(own.stability),
            control: conditions.control.max(own.control),
            remembers: conditions.remembers,
            aggrieved: conditions.aggrieved,
            ..own
        };
        match measure {
            Measure::Satisfaction => {
                let after = |outcome| satisfaction_after(parameters, failure.severity, outcome, conditions.seen());
                let [silent, cases @ ..] = Outcome::ALL.map(after);
                Values { silent, invoked: cases[2], voiced: cases, prompted: cases, base: parameters.satisfaction.mean }
            }
            Measure::Repurchase => {
                let over_bases =
                    |value: &dyn Fn(f64) -> f64| mean(bases.iter().map(|&(base, weight)| (value(base), weight)));
                let after = |outcome, prompted| {
                    let conditions = Conditions { prompted, ..conditions };
                    over_bases(&|base| repurchase(parameters, failure.severity, outcome, base, conditions))
                };
                let [silent, cases @ ..] = Outcome::ALL;
                Values {
                    silent: after(silent, false),
                    invoked: over_bases(&|base| {
                        let conditions = Conditions { invoked: true, ..conditions };
                        repurchase(parameters, failure.severity, Outcome::Quick, base, conditions)
                    }),
                    voiced: cases.map(|outcome| after(outcome, false)),
                    prompted: cases.map(|outcome| after(outcome, true)),
                    base: over_bases(&|base| base),
                }
            }
        }
    }

    /// The value that a meaning of the paradox compares with the base.
    pub fn after(&self, meaning: Meaning, chances: &Chances) -> f64 {
        let ended =
            |cases: [f64; 3]| chances.endings().iter().zip(cases).map(|(share, value)| share * value).sum::<f64>();
        match meaning {
            Meaning::Conditional => self.voiced[2],
            Meaning::Complainers => ended(self.voiced),
            Meaning::Population => {
                let [silent, invoked, voiced, prompted] = chances.routes();
                silent * self.silent
                    + invoked * self.invoked
                    + voiced * ended(self.voiced)
                    + prompted * ended(self.prompted)
            }
        }
    }

    /// The squares of all.
    pub(crate) fn squared(&self) -> Values {
        let square = |x: f64| x * x;
        Values {
            silent: square(self.silent),
            invoked: square(self.invoked),
            voiced: self.voiced.map(square),
            prompted: self.prompted.map(square),
            base: square(self.base),
        }
    }

    /// [`after`](Values::after) less the base.
    pub fn gap(&self, meaning: Meaning, chances: &Chances) -> f64 {
        self.after(meaning, chances) - self.base
    }
}

/// A mean of values with weights; of equal weights where all are 0.
pub(crate) fn mean(weighted: impl Iterator<Item = (f64, f64)> + Clone) -> f64 {
    let all: f64 = weighted.clone().map(|(_, weight)| weight).sum();
    if all > 0.0 {
        weighted.map(|(value, weight)| value * weight).sum::<f64>() / all
    } else {
        let count = weighted.clone().count().max(1) as f64;
        weighted.map(|(value, _)| value).sum::<f64>() / count
    }
}

/// A chance that a firm moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Dial {
    /// c: share of failures complained of.
    ComplaintRate = 0,
    /// r: share of cases resolved.
    Resolution = 1,
    /// q: share of resolutions that are quick.
    QuickShare = 2,
}

impl Dial {
    /// All three.
    pub const ALL: [Dial; 3] = [Dial::ComplaintRate, Dial::Resolution, Dial::QuickShare];

    /// The word in tables.
    pub fn name(self) -> &'static str {
        ["complaint_rate", "resolution", "quick_share"][self as usize]
    }

    /// The chances with this one at `x`.
    pub(crate) fn set(self, chances: &Chances, x: f64) -> Chances {
        let mut moved = *chances;
        match self {
            Dial::ComplaintRate => moved.complains = x,
            Dial::Resolution => moved.resolved = x,
            Dial::QuickShare => moved.quick = x,
        }
        moved
    }

    /// Where it stands.
    pub(crate) fn at(self, chances: &Chances) -> f64 {
        [chances.complains, chances.resolved, chances.quick][self as usize]
    }
}

/// Where between 0 and 1 a paradox begins.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "holds", content = "at", rename_all = "snake_case")]
pub enum Reach {
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
    /// Above that value.
    Above(f64),
    /// Below that value.
    Below(f64),
}

impl Reach {
    /// The word in tables.
    pub fn name(self) -> &'static str {
        match self {
            Reach::Always => "always",
            Reach::Never => "never",
            Reach::Above(_) => "above",
            Reach::Below(_) => "below",
        }
    }
}

/// What moves a paradox, and where it switches.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Crossing {
    /// Where value and base are equal, on the straight line; may lie outside 0..1, none where nothing moves.
    pub at: Option<f64>,
    /// Where the paradox holds.
    pub reach: Reach,
}

impl Crossing {
    /// Of a gap that is `at0` at 0, `at1` at 1 and linear between.
    pub fn linear(at0: f64, at1: f64) -> Self {
        let reach = match (is_above(at0), is_above(at1)) {
            (true, true) => Reach::Always,
            (false, false) => Reach::Never,
            (false, true) => Reach::Above(at0 / (at0 - at1)),
            (true, false) => Reach::Below(at0 / (at0 - at1)),
        };
        let slope = at1 - at0;
        Crossing { at: (slope.abs() > ROUNDING).then(|| -at0 / slope), reach }
    }
}

/// Where a meaning switches as one dial moves and `chances` keep the others: every value is linear in each.
pub fn crossing(values: &Values, meaning: Meaning, chances: &Chances, dial: Dial) -> Crossing {
    let [at0, at1] = [0.0, 1.0].map(|x| values.gap(meaning, &dial.set(chances, x)));
    Crossing::linear(at0, at1)
}

/// What one point (0.01) more of a dial adds to the mean over all who had a failure.
pub fn worth_of_a_point(values: &Values, chances: &Chances, dial: Dial) -> f64 {
    let at = |x| values.after(Meaning::Population, &dial.set(chances, x));
    0.01 * (at(1.0) - at(0.0))
}
