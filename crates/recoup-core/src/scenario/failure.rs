//! Kinds of service failure, and how grave they are.

use std::sync::Arc;

use crate::math::ln_1p;
use crate::scenario::table::table;
use crate::units::Outcome;

/// What a failure rate or share counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// Failures per purchase.
    Purchase,
    /// Failures per customer and year.
    Year,
    /// Failures per customer and period of the study.
    Period,
}

/// What kind of need a failure disappoints (Kano).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// More is better, less is worse.
    Performance,
    /// Taken for granted: nobody is delighted by its recovery.
    MustBe,
    /// A surprise: its absence costs little.
    Attractive,
}

/// What causes a kind of failure. A label: it moves no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Staff.
    People,
    /// The way of working.
    Process,
    /// The thing sold.
    Product,
    /// Systems.
    Technology,
    /// Outside the firm.
    External,
    /// Not stated.
    Unstated,
}

impl Cause {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Cause; 6] =
        [Cause::People, Cause::Process, Cause::Product, Cause::Technology, Cause::External, Cause::Unstated];

    /// The word in a scenario file; `unstated` where it has none.
    pub fn name(self) -> &'static str {
        match self {
            Cause::People => "people",
            Cause::Process => "process",
            Cause::Product => "product",
            Cause::Technology => "technology",
            Cause::External => "external",
            Cause::Unstated => "unstated",
        }
    }
}

table! {
    /// A kind of service failure.
    Failure {
        /// d: share that the firm notices before the customer speaks.
        detected,
        /// 0..1: seen as lasting.
        stability,
        /// 0..1: seen as the firm's own doing.
        control,
        /// Share of customers informed beforehand that it may happen, and what will then be done.
        forewarned,
        /// Share of such failures that the guarantee covers.
        guaranteed,
    } {
        /// phi(0): failures per purchase, or per customer and year or period; absent where the share is given.
        rate: Option<f64>,
        /// Share of customers hit at least once per year or period; absent where the rate is given.
        share: Option<f64>,
        /// Its name.
        name: Arc<str>,
        /// Index of its severity in [`Parameters::severities`](crate::scenario::parameters::Parameters::severities).
        severity: usize,
        /// What causes it.
        cause: Cause,
        /// What `rate` or `share` counts.
        per: Per,
        /// Kind of need that it disappoints.
        need: Need,
        /// Where in the customer's journey it happens.
        touchpoint: Option<Arc<str>>,
        /// First period in force, 0-based.
        first_period: u32,
        /// Last period in force, inclusive.
        last_period: u32,
    }
}

impl Failure {
    /// Gives it a share, or else a rate, and takes the other away; with the other goes what it counted.
    pub(crate) fn set_incidence(&mut self, is_share: bool, value: f64) {
        if is_share != self.share.is_some() {
            self.per = if is_share { Per::Year } else { Per::Purchase };
        }
        self.rate = (!is_share).then_some(value);
        self.share = is_share.then_some(value);
    }

    /// phi(0): failures per purchase, or per customer and year; `per_year` periods of the study's file a year.
    pub(crate) fn rate_in_force(&self, per_year: f64) -> f64 {
        let rate = match (self.share, self.rate) {
            (Some(share), _) => -ln_1p(-share),
            (None, rate) => rate.unwrap_or(f64::NAN),
        };
        if self.per == Per::Period { rate * per_year } else { rate }
    }

    /// Takes that much of its rate or share.
    pub(crate) fn scale_incidence(&mut self, factor: f64) {
        for number in [&mut self.rate, &mut self.share].into_iter().flatten() {
            *number *= factor;
        }
    }
}

table! {
    /// A number for each of the four outcomes of a failure.
    ByOutcome {
        /// Did not speak.
        silent,
        /// Spoke (or was found), and was not helped.
        unresolved,
        /// Was helped, slowly.
        resolved,
        /// Was helped quickly.
        quick,
    }
}

impl ByOutcome {
    /// All four numbers.
    pub(crate) fn numbers_mut(&mut self) -> [&mut f64; 4] {
        [&mut self.silent, &mut self.unresolved, &mut self.resolved, &mut self.quick]
    }

    /// The number of an outcome.
    pub(crate) fn after(&self, outcome: Outcome) -> f64 {
        match outcome {
            Outcome::Silent => self.silent,
            Outcome::Unresolved => self.unresolved,
            Outcome::Resolved => self.resolved,
            Outcome::Quick => self.quick,
        }
    }
}

table! {
    /// How grave a failure is.
    Severity {
        /// Money the customer loses.
        loss,
        /// Fall of satisfaction on 1..7.
        satisfaction_drop,
        /// c: probability of voice to someone who can act.
        complain,
        /// Sigma of the lognormal spread of losses round `loss`, their mean.
        loss_sigma,
    } {
        /// Its name.
        name: Arc<str>,
        /// x of this severity; absent = `recovery.compensation`.
        compensation: Option<f64>,
        /// Money paid on a resolved case, in place of `compensation`.
        compensation_amount: Option<f64>,
        /// Repurchase after a refund, by severity: only where two cases are mixed that differ in it.
        invoked_repurchase: Option<f64>,
        /// Whether it is the other set's, in one of two aligned sets of parameters: nothing fails with it here.
        borrowed: bool,
        /// rho: repurchase over the window after each outcome.
        repurchase: ByOutcome,
    }
}
