//! What a period asks of a population, whoever its members are.

use crate::model::incidence::Incidence;
use crate::model::period::Kernel;
use crate::model::route::Service;
use crate::model::word_of_mouth::Hearing;
use crate::units::Tree;

/// Failures met in a period, before the desk has opened the cases.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Met {
    /// Customers who met a failure.
    pub episodes: f64,
    /// Episodes that the firm hears of, save those that the guarantee settled.
    pub cases: f64,
    /// Episodes that the guarantee settled.
    pub invocations: f64,
    /// Cases that the front line did not settle on the spot.
    pub desk_cases: f64,
}

/// How the episodes of a period ended.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Settled {
    /// Customers by outcome: silent, unresolved, resolved, quick.
    pub outcomes: [f64; 4],
    /// What was paid on resolved cases, before [`RemedyRules::factor`](crate::model::remedy::RemedyRules::factor).
    pub remedies: f64,
    /// Customers lost without a cause in the model, the luck of the draw included.
    pub lost_natural: f64,
    /// Customers lost in excess after each outcome.
    pub lost_by_outcome: [f64; 4],
    /// Customers lost in excess by what they heard.
    pub lost_word_of_mouth: f64,
    /// Margin per period that the customers lost in excess would have brought, in money.
    pub lost_margin: f64,
    /// The episodes by route, outcome and stay; the cohort engine does not tell.
    pub tree: Tree,
    /// Negative messages sent.
    pub negative_messages: f64,
    /// Positive messages sent.
    pub positive_messages: f64,
}

impl Met {
    /// Adds what was met elsewhere in the same period.
    pub fn add(&mut self, other: &Met) {
        self.episodes += other.episodes;
        self.cases += other.cases;
        self.invocations += other.invocations;
        self.desk_cases += other.desk_cases;
    }
}

impl Settled {
    /// Adds what happened elsewhere in the same period.
    pub fn add(&mut self, other: &Settled) {
        for (sum, part) in self.outcomes.iter_mut().zip(other.outcomes) {
            *sum += part;
        }
        for (sum, part) in self.lost_by_outcome.iter_mut().zip(other.lost_by_outcome) {
            *sum += part;
        }
        self.remedies += other.remedies;
        self.lost_natural += other.lost_natural;
        self.lost_word_of_mouth += other.lost_word_of_mouth;
        self.lost_margin += other.lost_margin;
        self.tree.add_all(&other.tree, 1.0);
        self.negative_messages += other.negative_messages;
        self.positive_messages += other.positive_messages;
    }

    /// Customers lost in excess: by failures and by what was heard.
    pub fn excess(&self) -> f64 {
        self.lost_by_outcome.iter().sum::<f64>() + self.lost_word_of_mouth
    }
}

/// A flow between the pools outside the customer base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Prospects who become customers of their own accord.
    Organic,
    /// Lapsed customers who become prospects again.
    Returning,
}

/// The customers of one history: real numbers, whole numbers or records.
pub trait Population {
    /// Customers of a segment at the start of the period.
    fn active(&self, segment: usize) -> f64;

    /// Sections 3 and 4: who meets a failure, who speaks, whom the front line helps at once. Those who
    /// meet none stay, leave and forget by what they hear.
    fn meet_failures(&mut self, kernel: &Kernel, t: u32, incidence: &Incidence, hearing: &Hearing) -> Met;

    /// Those of them who are newcomers. Asked where tenure matters.
    fn newcomers(&self, kernel: &Kernel, segment: usize) -> f64;

    /// Purchases in period `t` of the customers of a segment who were active at its start, in purchases at the
    /// segment's margin. Asked after [`meet_failures`](Population::meet_failures), before
    /// [`settle`](Population::settle).
    fn purchases(&mut self, kernel: &Kernel, t: u32, segment: usize) -> f64;

    /// Sections 4 to 6: what the desk makes of it, who stays, what is remembered and told.
    fn settle(&mut self, kernel: &Kernel, t: u32, service: Service, hearing: &Hearing) -> Settled;

    /// Customers of a segment who stayed, after [`settle`](Population::settle).
    fn stayers(&self, segment: usize) -> f64;

    /// How many of a pool of `people` flow in period `t`, each with probability `p`.
    fn flow(&mut self, t: u32, flow: Flow, people: f64, p: f64) -> f64;

    /// Splits `organic` newcomers over the segments.
    fn split_organic(&mut self, t: u32, organic: f64, shares: &[f64], parts: &mut [f64]);

    /// As many of `people` as can be bought: whole ones where customers are whole.
    fn whole(&self, people: f64) -> f64;

    /// Lets newcomers of period `t` in, clean, active from the next one.
    fn welcome(&mut self, kernel: &Kernel, t: u32, segment: usize, newcomers: f64);
}
