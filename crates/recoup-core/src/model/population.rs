//! What a period asks of a population, whatever its representation.

use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::route::Service;
use crate::model::word_of_mouth::Hearing;
use crate::units::{Outcome, Tree};

/// Failures met in a period by the customers of a class, before the desk has opened the cases.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Met {
    /// Customers who met a failure.
    pub episodes: f64,
    /// Cases that took a contact at the front line: episodes that the firm hears of, save those that the guarantee
    /// settled, and false claims.
    pub cases: f64,
    /// Episodes that the guarantee settled.
    pub invocations: f64,
    /// Cases that the front line did not settle on the spot, false claims included.
    pub desk_cases: f64,
}

/// How the episodes of a class ended in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Settled {
    /// Customers by outcome: silent, unresolved, resolved, quick.
    pub outcomes: [f64; 4],
    /// What was paid on resolved cases, in money.
    pub remedies: f64,
    /// Customers lost without a cause in the model, chance included.
    pub lost_natural: f64,
    /// Customers lost in excess after each outcome.
    pub lost_by_outcome: [f64; 4],
    /// Customers lost in excess by what they heard.
    pub lost_word_of_mouth: f64,
}

/// What all customers told others in a period, and how their failures ended.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Told {
    /// Negative messages sent.
    pub negative: f64,
    /// Positive messages sent.
    pub positive: f64,
    /// The episodes by route, outcome and stay; empty in the cohort engine.
    pub tree: Tree,
}

impl Met {
    /// Adds what was met elsewhere in the same period.
    pub(crate) fn add(&mut self, other: &Met) {
        self.episodes += other.episodes;
        self.cases += other.cases;
        self.invocations += other.invocations;
        self.desk_cases += other.desk_cases;
    }
}

/// The probability to stay in a period, in three steps.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stay {
    /// Without an episode.
    pub quiet: f64,
    /// After the ending of the episode; `quiet` where there was none.
    pub ended: f64,
    /// After what the customer heard as well.
    pub heard: f64,
}

impl Stay {
    /// Of customers without an episode.
    #[inline]
    pub(crate) fn without_episode(quiet: f64, hearing: &Hearing) -> Stay {
        Stay { quiet, ended: quiet, heard: hearing.stay(quiet) }
    }

    /// Of customers whose episode ended.
    #[inline]
    pub(crate) fn after_episode(quiet: f64, ended: f64, hearing: &Hearing) -> Stay {
        Stay { quiet, ended, heard: hearing.stay(ended) }
    }
}

impl Settled {
    /// Counts `customers` whose episode ended, and those lost in excess by it.
    #[inline]
    pub(crate) fn end(&mut self, outcome: Outcome, customers: f64, stay: Stay) {
        self.outcomes[outcome as usize] += customers;
        self.lost_by_outcome[outcome as usize] += customers * (stay.quiet - stay.ended);
    }

    /// Counts the mean number of `customers` who are lost by what they heard and without a cause.
    #[inline]
    pub(crate) fn lose(&mut self, customers: f64, stay: Stay) {
        self.lost_word_of_mouth += customers * (stay.ended - stay.heard);
        self.lost_natural += customers * (1.0 - stay.quiet);
    }

    /// Counts what chance adds to that mean: it is natural.
    #[inline]
    pub(crate) fn lose_by_chance(&mut self, expected_to_stay: f64, stayed: f64) {
        self.lost_natural += expected_to_stay - stayed;
    }

    /// Both for one customer.
    #[inline]
    pub(crate) fn lose_one(&mut self, stay: Stay, stays: bool) {
        self.lost_word_of_mouth += stay.ended - stay.heard;
        self.lost_natural += 1.0 - stay.quiet + stay.heard - f64::from(u8::from(stays));
    }

    /// Adds what happened elsewhere in the same period.
    pub(crate) fn add(&mut self, other: &Settled) {
        for (sum, part) in self.outcomes.iter_mut().zip(other.outcomes) {
            *sum += part;
        }
        for (sum, part) in self.lost_by_outcome.iter_mut().zip(other.lost_by_outcome) {
            *sum += part;
        }
        self.remedies += other.remedies;
        self.lost_natural += other.lost_natural;
        self.lost_word_of_mouth += other.lost_word_of_mouth;
    }

    /// Customers lost in excess: by failures and by what was heard.
    pub(crate) fn excess(&self) -> f64 {
        self.lost_by_outcome.iter().sum::<f64>() + self.lost_word_of_mouth
    }
}

impl Told {
    /// Adds what was told elsewhere in the same period.
    pub(crate) fn add(&mut self, other: &Told) {
        self.negative += other.negative;
        self.positive += other.positive;
        self.tree.add_all(&other.tree, 1.0);
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

/// The customers of one simulation: real numbers, whole numbers or records.
pub trait Population {
    /// Another kernel holds from now on: what was kept of the last one is made anew.
    fn adopt(&mut self, kernel: &Kernel);

    /// Customers of a class: at the start of a period, and those who stayed after [`settle`](Population::settle).
    fn active(&self, class: usize) -> f64;

    /// Sections 3 and 4: who meets a failure, who speaks, whom the front line helps at once; adds to what each class
    /// `met`. Those who meet none stay, leave and forget by what they hear.
    fn meet_failures(&mut self, kernel: &Kernel, t: u32, incidence: &Incidence, hearing: &Hearing, met: &mut [Met]);

    /// Those of them who are newcomers. Asked where tenure matters.
    fn newcomers(&self, kernel: &Kernel, class: usize) -> f64;

    /// Sections 4 to 6: what the desk makes of it, who stays, what is remembered and told; adds to what each class came
    /// to.
    fn settle(&mut self, kernel: &Kernel, t: u32, service: Service, hearing: &Hearing, settled: &mut [Settled])
    -> Told;

    /// How many of a pool of `people` flow in period `t`, each with probability `p`.
    fn flow(&mut self, t: u32, flow: Flow, people: f64, p: f64) -> f64;

    /// Splits `organic` newcomers over the classes.
    fn split_organic(&mut self, t: u32, organic: f64, kernel: &Kernel, parts: &mut [f64]);

    /// As many of `people` as can be bought: whole ones where customers are whole.
    fn whole(&self, people: f64) -> f64;

    /// Lets newcomers of period `t` in, clean, active from the next one.
    fn welcome(&mut self, kernel: &Kernel, t: u32, class: usize, newcomers: f64);

    /// Purchases in period `t` of the customers of a class who are counted in it, in purchases at the segment's margin.
    /// Asked last, after [`welcome`](Population::welcome).
    fn purchases(&mut self, kernel: &Kernel, t: u32, class: usize) -> f64;
}
