//! Failure modes and effects: how often each kind of failure happens, how often nobody hears of it, and the money at risk
//! beside the risk priority number.
//!
//! The number is severity x occurrence x detection, each from 1 to 10 (AIAG, *Potential Failure Mode and Effects Analysis*,
//! 4th edition, 2008). The money is what the strategy would be worth without the kind, less what it is worth now, over the
//! same draws of the uncertain inputs. Prevention is free in it: it is the most that prevention may cost.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::engine::evaluate::{Evaluator, each};
use crate::engine::failures::{Endings, Failures};
use crate::math::ln;
use crate::model::loyalty::{Conditions, Standing};
use crate::model::satisfaction::change_after;
use crate::scenario::failure::Cause;
use crate::scenario::market::Segment;
use crate::scenario::parameters::Parameters;
use crate::scenario::ramp::Pair;
use crate::stats::band::Band;
use crate::units::{Outcome, Route};

/// Where the ranks of a scale begin: rank 2 at the first bound, rank 10 at the last.
pub type Bounds = [f64; 9];

/// Scale of severity: the customer's loss, in margins of a purchase. Even steps of the logarithm, 1-2-5.
pub const SEVERITY: Bounds = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0];
/// Scale of occurrence: failures per purchase; rank 2 is anything above 0. The table of AIAG, 4th edition, for incidents per
/// item.
pub const OCCURRENCE: Bounds = [0.0, 1e-5, 1e-4, 5e-4, 0.002, 0.01, 0.02, 0.05, 0.1];
/// Scale of detection: the share of failures that nobody hears of, in tenths.
pub const DETECTION: Bounds = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/// The rank of `x` on a scale, 1 to 10; nothing at all has rank 1.
pub fn rank_on(bounds: &Bounds, x: f64) -> u32 {
    1 + bounds.iter().filter(|bound| x > 0.0 && x >= **bound).count() as u32
}

/// The failure modes of a strategy.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FailureModes {
    /// The scales of the risk priority number: where ranks 2 to 10 begin.
    pub scales: Scales,
    /// Margin of a purchase, mean over purchases at the start, money: the unit of the scale of severity.
    pub margin_per_purchase: f64,
    /// Mean satisfaction of a customer before a failure, on 1..7.
    pub satisfaction_before: f64,
    /// The kinds of failure, by money at risk, the most first.
    pub modes: Vec<FailureMode>,
    /// By touchpoint, in the order of the customer's journey; failures without one come last.
    pub touchpoints: Vec<FailureGroup>,
    /// By cause, in the order of [`Cause::ALL`]; only causes that some kind has.
    pub causes: Vec<FailureGroup>,
    /// All kinds together.
    pub all: FailureGroup,
    /// Pairs of kinds that the two rankings put in opposite order, those farthest apart first; each kind is in few of them.
    pub disagreements: Vec<Disagreement>,
}

/// The scales of the risk priority number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Scales {
    /// Of the customer's loss in margins of a purchase.
    pub severity: Bounds,
    /// Of failures per purchase; the first bound is exclusive.
    pub occurrence: Bounds,
    /// Of the share of failures that nobody hears of.
    pub detection: Bounds,
}

impl Default for Scales {
    fn default() -> Self {
        Scales { severity: SEVERITY, occurrence: OCCURRENCE, detection: DETECTION }
    }
}

/// How often failures happen and how they end, in the mean over draws and over the horizon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Incidence {
    /// Failures per year.
    pub failures_per_year: f64,
    /// Failures per 1,000 customers and year.
    pub failures_per_1000_customers: f64,
    /// Failures per purchase; `None` where nothing is bought.
    pub failures_per_purchase: Option<f64>,
    /// Share of failures that nobody hears of: the customer stays silent and the firm does not notice. `None` where there is
    /// no failure.
    pub unheard: Option<f64>,
    /// Mean satisfaction right after a failure and what the firm made of it, on 1..7; `None` where there is no failure.
    pub satisfaction_after: Option<f64>,
}

/// A kind of failure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FailureMode {
    /// Its name.
    pub kind: String,
    /// What causes it.
    #[serde(serialize_with = "cause_name")]
    pub cause: Cause,
    /// Where it happens; `None` where the study does not say.
    pub touchpoint: Option<String>,
    /// Name of its severity.
    pub severity: String,
    /// How often.
    #[serde(flatten)]
    pub incidence: Incidence,
    /// NPV without the kind less NPV now, money.
    pub npv_at_risk: Band,
    /// NPV with half of its rate less NPV now, money.
    pub npv_of_halving: Band,
    /// Mean NPV at risk by failure, money; `None` where there is no failure.
    pub npv_per_failure: Option<f64>,
    /// What the customer loses, money, mean over segments.
    pub loss: f64,
    /// Ranks on the three scales.
    pub ranks: Ranks,
    /// The risk priority number: the product of the ranks.
    pub rpn: u32,
    /// Place by money at risk, 1 for the most; equals share the first of their places.
    pub place_by_money: usize,
    /// Place by the risk priority number.
    pub place_by_rpn: usize,
}

/// Ranks on the scales, 1 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Ranks {
    /// Of the customer's loss.
    pub severity: u32,
    /// Of how often it happens.
    pub occurrence: u32,
    /// Of how often nobody hears of it.
    pub detection: u32,
}

impl Ranks {
    /// Their product, 1 to 1,000.
    pub fn rpn(self) -> u32 {
        self.severity * self.occurrence * self.detection
    }
}

/// Kinds of failure that have a touchpoint or a cause in common.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FailureGroup {
    /// Name of the touchpoint or word of the cause; `None` for failures without a touchpoint, and for all together.
    pub name: Option<String>,
    /// Names of the kinds.
    pub kinds: Vec<String>,
    /// How often.
    #[serde(flatten)]
    pub incidence: Incidence,
    /// NPV without all these kinds less NPV now, money. Groups need not sum to the whole: kinds of failure act on each other.
    pub npv_at_risk: Band,
}

/// Two kinds that the two rankings put in opposite order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Disagreement {
    /// The kind that puts more money at risk.
    pub dearer: String,
    /// The kind that has the higher risk priority number.
    pub higher: String,
    /// What makes most of the difference.
    pub reason: Reason,
    /// How the gap is made up; `None` where the second kind puts no money at risk.
    pub parts: Option<Parts>,
}

/// Why the money and the number disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Each failure costs the firm more than the loss of the customer shows.
    Cost,
    /// It is more frequent than ranks of occurrence show.
    Frequency,
    /// The other is heard less often, which the number counts on top.
    Detection,
    /// The other puts no money at risk.
    NoLoss,
}

impl Reason {
    /// All of them.
    pub const ALL: [Reason; 4] = [Reason::Cost, Reason::Frequency, Reason::Detection, Reason::NoLoss];

    /// The word in tables.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Cost => "cost",
            Reason::Frequency => "frequency",
            Reason::Detection => "detection",
            Reason::NoLoss => "no-loss",
        }
    }
}

/// ln(money ratio) - ln(ratio of risk priority numbers) of two kinds, in three parts that sum to it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Parts {
    /// Of the money per failure, less that of the ranks of severity.
    pub cost: f64,
    /// Of the number of failures, less that of the ranks of occurrence.
    pub frequency: f64,
    /// Less that of the ranks of detection, which money does not have.
    pub detection: f64,
}

impl Parts {
    fn largest(self) -> Reason {
        if self.cost >= self.frequency && self.cost >= self.detection {
            Reason::Cost
        } else if self.frequency >= self.detection {
            Reason::Frequency
        } else {
            Reason::Detection
        }
    }
}

/// What a strategy's service comes to; each `None` where the model of the study has nothing of the kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Kpis {
    /// Name of the strategy.
    pub strategy: String,
    /// Share of cases that the front line settles on the spot, of all cases; `None` where no case goes to a front line.
    pub first_contact_resolution: Option<Band>,
    /// Contacts per case, at front line and desk; `None` without cases.
    pub contacts_per_case: Option<Band>,
    /// Customers who complained, asked or unasked, or invoked the guarantee, per 1,000 purchases.
    pub complaints_per_1000_purchases: Option<Band>,
    /// Share of contacts that the desk answers in time, weighted by its load; `None` without work for a desk.
    pub answered_in_time: Option<Band>,
    /// Share of failures heard of that are resolved quickly.
    pub resolved_quickly: Option<Band>,
    /// Share of failures that nobody hears of.
    pub unheard: Option<Band>,
    /// Share of customers with a failure who are still customers at the end of that period.
    pub repurchase_after_failure: Option<Band>,
}

/// A figure of [`Kpis`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kpi {
    /// First-contact resolution.
    FirstContact,
    /// Contacts per case.
    Contacts,
    /// Complaints per 1,000 purchases.
    Complaints,
    /// Answered in time.
    InTime,
    /// Resolved quickly.
    Quickly,
    /// Unheard failures.
    Unheard,
    /// Repurchase after a failure.
    Repurchase,
}

impl Kpi {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Kpi; 7] =
        [Kpi::FirstContact, Kpi::Contacts, Kpi::Complaints, Kpi::InTime, Kpi::Quickly, Kpi::Unheard, Kpi::Repurchase];

    /// Its name in tables and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Kpi::FirstContact => "first_contact_resolution",
            Kpi::Contacts => "contacts_per_case",
            Kpi::Complaints => "complaints_per_1000_purchases",
            Kpi::InTime => "answered_in_time",
            Kpi::Quickly => "resolved_quickly",
            Kpi::Unheard => "unheard",
            Kpi::Repurchase => "repurchase_after_failure",
        }
    }

    /// Whether it is a part of a whole.
    pub fn is_share(self) -> bool {
        !matches!(self, Kpi::Contacts | Kpi::Complaints)
    }

    /// It in one draw.
    fn of(self, failures: &Failures) -> Option<f64> {
        let episodes = total(&failures.kinds);
        let unheard = unheard(&failures.kinds);
        let heard = episodes - unheard;
        match self {
            Kpi::FirstContact if !failures.has_front_line => None,
            Kpi::FirstContact => ratio(failures.settled_on_spot, failures.cases),
            Kpi::Contacts => ratio(failures.contacts, failures.cases),
            Kpi::Complaints => {
                let spoke = |route| Outcome::ALL.map(|outcome| failures.tree.branch(route, outcome).customers);
                let complaints: f64 = [Route::Voiced, Route::Solicited].into_iter().flat_map(spoke).sum();
                ratio(1_000.0 * complaints, failures.purchases)
            }
            Kpi::InTime => ratio(failures.desk_load_in_time, failures.desk_load),
            Kpi::Quickly => ratio(by_outcome(&failures.kinds, Outcome::Quick), heard),
            Kpi::Unheard => ratio(unheard, episodes),
            Kpi::Repurchase => {
                let branches = failures.tree.branches().iter().flatten();
                ratio(branches.map(|branch| branch.stayed).sum(), episodes)
            }
        }
    }
}

impl Kpis {
    /// One of them.
    pub fn get(&self, kpi: Kpi) -> Option<&Band> {
        match kpi {
            Kpi::FirstContact => self.first_contact_resolution.as_ref(),
            Kpi::Contacts => self.contacts_per_case.as_ref(),
            Kpi::Complaints => self.complaints_per_1000_purchases.as_ref(),
            Kpi::InTime => self.answered_in_time.as_ref(),
            Kpi::Quickly => self.resolved_quickly.as_ref(),
            Kpi::Unheard => self.unheard.as_ref(),
            Kpi::Repurchase => self.repurchase_after_failure.as_ref(),
        }
    }

    /// Of a strategy over the draws at `points`.
    fn of(name: &str, strategy: usize, evaluator: &Evaluator<'_>, points: &[Vec<f64>]) -> Self {
        let draws = each(points.len(), |i| {
            let failures = evaluator.failures(strategy, &points[i]);
            Kpi::ALL.map(|kpi| kpi.of(&failures))
        });
        let band = |kpi: Kpi| {
            let values: Vec<f64> = draws.iter().filter_map(|draw| draw[kpi as usize]).collect();
            (!values.is_empty()).then(|| Band::of(values))
        };
        Kpis {
            strategy: name.to_string(),
            first_contact_resolution: band(Kpi::FirstContact),
            contacts_per_case: band(Kpi::Contacts),
            complaints_per_1000_purchases: band(Kpi::Complaints),
            answered_in_time: band(Kpi::InTime),
            resolved_quickly: band(Kpi::Quickly),
            unheard: band(Kpi::Unheard),
            repurchase_after_failure: band(Kpi::Repurchase),
        }
    }
}

/// The figures of every strategy of that name, at the draws of `points`.
pub fn kpis(evaluator: &Evaluator<'_>, names: &[&str], points: &[Vec<f64>]) -> Vec<Kpis> {
    evaluator.begins(points.len() * names.len());
    names.iter().enumerate().map(|(strategy, name)| Kpis::of(name, strategy, evaluator, points)).collect()
}

fn cause_name<S: Serializer>(cause: &Cause, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(cause.name())
}

fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

fn by_outcome(kinds: &[Endings], outcome: Outcome) -> f64 {
    kinds.iter().flatten().map(|outcomes| outcomes[outcome as usize]).sum()
}

fn total(kinds: &[Endings]) -> f64 {
    kinds.iter().flatten().flatten().sum()
}

fn unheard(kinds: &[Endings]) -> f64 {
    by_outcome(kinds, Outcome::Silent)
}

/// The parameters of a strategy with the kinds of the reference where it starts later, in the order of its schedule.
fn with_all_kinds(mut parameters: Parameters) -> Parameters {
    let is_immediate = parameters.timing.is_immediate();
    match parameters.before.take().filter(|_| !is_immediate) {
        Some(before) => Pair::new(Arc::unwrap_or_clone(before), parameters).to,
        None => parameters,
    }
}

/// A group of kinds before it is counted: its name, and the places of the kinds.
type Members = (Option<String>, Vec<usize>);

/// The kinds by touchpoint, in the order of `journey`; unknown touchpoints and failures without one come after.
fn by_touchpoint(parameters: &Parameters, journey: &[Arc<str>]) -> Vec<Members> {
    let mut groups: Vec<Members> = journey.iter().map(|name| (Some(name.to_string()), Vec::new())).collect();
    let mut without = Vec::new();
    for (kind, failure) in parameters.failures.iter().enumerate() {
        let Some(touchpoint) = failure.touchpoint.as_deref() else {
            without.push(kind);
            continue;
        };
        match groups.iter_mut().find(|(name, _)| name.as_deref() == Some(touchpoint)) {
            Some((_, kinds)) => kinds.push(kind),
            None => groups.push((Some(touchpoint.to_string()), vec![kind])),
        }
    }
    if !without.is_empty() && !groups.is_empty() {
        groups.push((None, without));
    }
    groups
}

fn by_cause(parameters: &Parameters) -> Vec<Members> {
    let of = |cause: Cause| {
        let failures = parameters.failures.iter().enumerate();
        let kinds: Vec<usize> = failures.filter(|(_, failure)| failure.cause == cause).map(|(kind, _)| kind).collect();
        (Some(cause.name().to_string()), kinds)
    };
    Cause::ALL.map(of).into_iter().filter(|(_, kinds)| !kinds.is_empty()).collect()
}

/// What one draw comes to.
struct Draw {
    failures: Failures,
    /// By kind: sum of the satisfaction of customers right after their failure.
    satisfaction: Vec<f64>,
    satisfaction_before: f64,
    /// By set of kinds: NPV without them less NPV now.
    gone: Vec<f64>,
    /// By kind: NPV with half of it less NPV now.
    halved: Vec<f64>,
}

/// What is evaluated of a strategy, draw by draw.
struct Plan<'a> {
    evaluator: &'a Evaluator<'a>,
    strategy: usize,
    names: Vec<Arc<str>>,
    /// Sets of kinds that are taken away together, each once; the first are the single kinds.
    sets: Vec<Vec<usize>>,
}

impl Plan<'_> {
    fn names_of(&self, set: &[usize]) -> Vec<Arc<str>> {
        set.iter().map(|&kind| self.names[kind].clone()).collect()
    }

    /// Evaluations of a draw.
    fn evaluations(&self) -> usize {
        1 + self.sets.len() + self.names.len()
    }

    fn draw(&self, values: &[f64]) -> Draw {
        let failures = self.evaluator.failures(self.strategy, values);
        let now = failures.record.npv();
        let with = |set: &[usize], factor: f64| {
            if set.is_empty() {
                return 0.0;
            }
            let kinds = self.names_of(set);
            self.evaluator.record_with_failures_scaled(self.strategy, values, &kinds, factor).npv() - now
        };
        let parameters = with_all_kinds(self.evaluator.parameters_in_force(self.strategy, values));
        Draw {
            satisfaction: satisfaction(&parameters, &failures.kinds),
            satisfaction_before: parameters.satisfaction.mean,
            gone: self.sets.iter().map(|set| with(set, 0.0)).collect(),
            halved: (0..self.names.len()).map(|kind| with(&[kind], 0.5)).collect(),
            failures,
        }
    }
}

/// By kind, the sum of the satisfaction of customers right after their failure, by the study's own numbers.
fn satisfaction(parameters: &Parameters, kinds: &[Endings]) -> Vec<f64> {
    let of = |(kind, endings): (usize, &Endings)| {
        let failure = &parameters.failures[kind];
        let mut sum = 0.0;
        for (standing, outcomes) in Standing::ALL.into_iter().zip(endings) {
            let seen = Conditions::of(failure, standing).seen();
            for (outcome, customers) in Outcome::ALL.into_iter().zip(outcomes) {
                let change = change_after(parameters, failure.severity, outcome, seen);
                sum += customers * (parameters.satisfaction.mean + change);
            }
        }
        sum
    };
    kinds.iter().enumerate().map(of).collect()
}

/// What the draws sum to.
struct Sums {
    years: f64,
    customer_years: f64,
    purchases: f64,
    /// By kind: failures, those unheard, and the satisfaction after them.
    kinds: Vec<[f64; 3]>,
}

impl Sums {
    fn of(draws: &[Draw], kinds: usize, years: f64) -> Self {
        let mut sums = Sums { years: 0.0, customer_years: 0.0, purchases: 0.0, kinds: vec![[0.0; 3]; kinds] };
        for draw in draws {
            sums.years += years;
            sums.customer_years += draw.failures.customer_years;
            sums.purchases += draw.failures.purchases;
            let counted = sums.kinds.iter_mut().zip(&draw.failures.kinds).zip(&draw.satisfaction);
            for ((sum, endings), satisfaction) in counted {
                let of_kind = std::slice::from_ref(endings);
                let parts = [total(of_kind), unheard(of_kind), *satisfaction];
                sum.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
            }
        }
        sums
    }

    fn incidence(&self, kinds: &[usize]) -> Incidence {
        let sum = |part: usize| kinds.iter().map(|&kind| self.kinds[kind][part]).sum::<f64>();
        let failures = sum(0);
        Incidence {
            failures_per_year: ratio(failures, self.years).unwrap_or(0.0),
            failures_per_1000_customers: ratio(1_000.0 * failures, self.customer_years).unwrap_or(0.0),
            failures_per_purchase: ratio(failures, self.purchases),
            unheard: ratio(sum(1), failures),
            satisfaction_after: ratio(sum(2), failures),
        }
    }
}

/// The failure modes of a strategy at the draws of `points`; `journey` has the touchpoints in their order.
pub fn failure_modes(
    evaluator: &Evaluator<'_>,
    strategy: usize,
    point: Parameters,
    journey: &[Arc<str>],
    points: &[Vec<f64>],
) -> FailureModes {
    let point = with_all_kinds(point);
    let all: Vec<usize> = (0..point.failures.len()).collect();
    let (touchpoints, causes) = (by_touchpoint(&point, journey), by_cause(&point));
    let mut sets: Vec<Vec<usize>> = all.iter().map(|&kind| vec![kind]).collect();
    for (_, kinds) in touchpoints.iter().chain(&causes).chain([&(None, all.clone())]) {
        if !kinds.is_empty() && !sets.contains(kinds) {
            sets.push(kinds.clone());
        }
    }
    let names = point.failures.iter().map(|failure| failure.name.clone()).collect();
    let plan = Plan { evaluator, strategy, names, sets };
    evaluator.begins(points.len() * plan.evaluations());
    let draws = each(points.len(), |i| plan.draw(&points[i]));
    let years = f64::from(point.horizon.periods) / point.horizon.per_year();
    let sums = Sums::of(&draws, all.len(), years);
    let at_risk = |kinds: &[usize]| match plan.sets.iter().position(|set| set == kinds) {
        Some(set) => Band::of(draws.iter().map(|draw| draw.gone[set]).collect()),
        None => Band::default(),
    };
    let group = |(name, kinds): Members| FailureGroup {
        name,
        kinds: kinds.iter().map(|&kind| point.failures[kind].name.to_string()).collect(),
        incidence: sums.incidence(&kinds),
        npv_at_risk: at_risk(&kinds),
    };
    let margin = margin_per_purchase(&point);
    let mode = |&kind: &usize| {
        let halving = Band::of(draws.iter().map(|draw| draw.halved[kind]).collect());
        let failures = ratio(sums.kinds[kind][0], draws.len() as f64).unwrap_or(0.0);
        mode_of(&point, kind, margin, sums.incidence(&[kind]), [at_risk(&[kind]), halving], failures)
    };
    let mut modes: Vec<FailureMode> = all.iter().map(mode).collect();
    place(&mut modes);
    let before: f64 = draws.iter().map(|draw| draw.satisfaction_before).sum();
    FailureModes {
        scales: Scales::default(),
        margin_per_purchase: margin,
        satisfaction_before: ratio(before, draws.len() as f64).unwrap_or(0.0),
        disagreements: disagreements(&modes),
        modes,
        touchpoints: touchpoints.into_iter().map(group).collect(),
        causes: causes.into_iter().map(group).collect(),
        all: group((None, all)),
    }
}

/// A mode without its places; `failures` of it over the horizon.
fn mode_of(
    parameters: &Parameters,
    kind: usize,
    margin: f64,
    incidence: Incidence,
    [npv_at_risk, npv_of_halving]: [Band; 2],
    failures: f64,
) -> FailureMode {
    let failure = &parameters.failures[kind];
    let loss = mean_loss(parameters, kind);
    let ranks = Ranks {
        // Without a margin every loss is beyond it.
        severity: rank_on(&SEVERITY, if loss > 0.0 { loss / margin.max(0.0) } else { 0.0 }),
        occurrence: rank_on(&OCCURRENCE, incidence.failures_per_purchase.unwrap_or(0.0)),
        detection: rank_on(&DETECTION, incidence.unheard.unwrap_or(0.0)),
    };
    FailureMode {
        kind: failure.name.to_string(),
        cause: failure.cause,
        touchpoint: failure.touchpoint.as_deref().map(str::to_string),
        severity: parameters.severities[failure.severity].name.to_string(),
        incidence,
        npv_at_risk,
        npv_of_halving,
        npv_per_failure: ratio(npv_at_risk.mean, failures).filter(|_| failures > 0.0),
        loss,
        ranks,
        rpn: ranks.rpn(),
        place_by_money: 0,
        place_by_rpn: 0,
    }
}

/// Margin of a purchase, weighted by who buys at the start; by customers where nobody buys.
fn margin_per_purchase(parameters: &Parameters) -> f64 {
    let purchases: f64 = parameters.segments.iter().map(|s| s.share * s.purchases_per_year).sum();
    let margin: f64 = parameters.segments.iter().map(|s| s.share * s.purchases_per_year * s.margin).sum();
    ratio(margin, purchases).unwrap_or_else(|| parameters.segments.iter().map(|s| s.share * s.margin).sum())
}

/// What a customer loses by a failure of that kind, mean over the segments by their share.
fn mean_loss(parameters: &Parameters, kind: usize) -> f64 {
    let severity = parameters.failures[kind].severity;
    let plain = parameters.severities[severity].loss;
    let of = |(g, segment): (usize, &Segment)| {
        let loss = if segment.own.is_empty() { plain } else { parameters.for_segment(g).severities[severity].loss };
        // A difference, so that equal losses stay what they are.
        segment.share * (loss - plain)
    };
    plain + parameters.segments.iter().enumerate().map(of).sum::<f64>()
}

/// Puts modes in order of the money at risk and gives them their places.
fn place(modes: &mut [FailureMode]) {
    modes.sort_by(|a, b| b.npv_at_risk.mean.total_cmp(&a.npv_at_risk.mean).then(b.rpn.cmp(&a.rpn)));
    let money: Vec<f64> = modes.iter().map(|mode| mode.npv_at_risk.mean).collect();
    let numbers: Vec<u32> = modes.iter().map(|mode| mode.rpn).collect();
    for mode in modes {
        mode.place_by_money = 1 + money.iter().filter(|other| **other > mode.npv_at_risk.mean).count();
        mode.place_by_rpn = 1 + numbers.iter().filter(|other| **other > mode.rpn).count();
    }
}

/// The pairs in opposite order, farthest apart first. A pair of two kinds that were both told already is left out.
fn disagreements(modes: &[FailureMode]) -> Vec<Disagreement> {
    let mut pairs = Vec::new();
    for (i, dearer) in modes.iter().enumerate() {
        for (j, higher) in modes.iter().enumerate() {
            if dearer.npv_at_risk.mean > higher.npv_at_risk.mean && dearer.rpn < higher.rpn {
                let apart = dearer.place_by_rpn - higher.place_by_rpn + higher.place_by_money - dearer.place_by_money;
                pairs.push((apart, i, j));
            }
        }
    }
    pairs.sort_by_key(|&(apart, i, j)| (std::cmp::Reverse(apart), i, j));
    let mut told = vec![false; modes.len()];
    let mut found = Vec::new();
    for (_, i, j) in pairs {
        if told[i] && told[j] {
            continue;
        }
        (told[i], told[j]) = (true, true);
        found.push(disagreement(&modes[i], &modes[j]));
    }
    found
}

fn disagreement(dearer: &FailureMode, higher: &FailureMode) -> Disagreement {
    let parts = parts(dearer, higher);
    Disagreement {
        dearer: dearer.kind.clone(),
        higher: higher.kind.clone(),
        reason: parts.map_or(Reason::NoLoss, Parts::largest),
        parts,
    }
}

/// How the gap between two kinds is made up: money is failures times money per failure, the number a product of ranks.
fn parts(dearer: &FailureMode, higher: &FailureMode) -> Option<Parts> {
    let of_logs = |of: &dyn Fn(&FailureMode) -> f64| ln(of(dearer)) - ln(of(higher));
    let is_at_risk = |mode: &FailureMode| mode.npv_per_failure.is_some_and(|money| money > 0.0);
    if !is_at_risk(dearer) || !is_at_risk(higher) {
        return None;
    }
    Some(Parts {
        cost: of_logs(&|mode| mode.npv_per_failure.unwrap_or(1.0)) - of_logs(&|mode| f64::from(mode.ranks.severity)),
        frequency: of_logs(&|mode| mode.incidence.failures_per_year)
            - of_logs(&|mode| f64::from(mode.ranks.occurrence)),
        detection: -of_logs(&|mode| f64::from(mode.ranks.detection)),
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::fmea::{
        DETECTION, FailureMode, Incidence, OCCURRENCE, Parts, Ranks, Reason, SEVERITY, disagreements, place, rank_on,
    };
    use crate::scenario::failure::Cause;
    use crate::stats::band::Band;

    fn mode(kind: &str, money: f64, failures: f64, [severity, occurrence, detection]: [u32; 3]) -> FailureMode {
        let ranks = Ranks { severity, occurrence, detection };
        FailureMode {
            kind: kind.to_string(),
            cause: Cause::Unstated,
            touchpoint: None,
            severity: "minor".to_string(),
            incidence: Incidence { failures_per_year: failures, ..Incidence::default() },
            npv_at_risk: Band::exact(money),
            npv_of_halving: Band::exact(money / 2.0),
            npv_per_failure: (failures > 0.0).then(|| money / failures),
            loss: 0.0,
            ranks,
            rpn: ranks.rpn(),
            place_by_money: 0,
            place_by_rpn: 0,
        }
    }

    #[test]
    fn ranks_begin_at_their_bounds() {
        for bounds in [SEVERITY, OCCURRENCE, DETECTION] {
            assert!(bounds.windows(2).all(|pair| pair[0] < pair[1]));
            assert_eq!((rank_on(&bounds, 0.0), rank_on(&bounds, f64::INFINITY)), (1, 10));
            for (place, bound) in bounds.into_iter().enumerate().skip(1) {
                assert_eq!(rank_on(&bounds, bound), place as u32 + 2);
                assert_eq!(rank_on(&bounds, bound * (1.0 - 1e-12)), place as u32 + 1);
            }
        }
        // The table of AIAG: 1 in 10 is 10, 1 in 2,000 is 5, 1 in 1,000,000 is 2, none at all is 1.
        assert_eq!([0.1, 1.0 / 2_000.0, 1e-6, 0.0].map(|x| rank_on(&OCCURRENCE, x)), [10, 5, 2, 1]);
    }

    #[test]
    fn equals_share_a_place_and_the_gap_is_the_sum_of_its_parts() {
        // Rare and dear; frequent and cheap; frequent, cheap and unheard.
        let mut modes = vec![
            mode("cheap", 100.0, 1_000.0, [3, 9, 2]),
            mode("dear", 900.0, 30.0, [6, 5, 5]),
            mode("unheard", 100.0, 900.0, [3, 9, 10]),
        ];
        place(&mut modes);
        let places: Vec<_> = modes.iter().map(|m| (m.kind.as_str(), m.place_by_money, m.place_by_rpn)).collect();
        assert_eq!(places, [("dear", 1, 2), ("unheard", 2, 1), ("cheap", 2, 3)]);
        let found = disagreements(&modes);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].dearer.as_str(), found[0].higher.as_str()), ("dear", "unheard"));
        assert_eq!(found[0].reason, Reason::Cost);
        let Parts { cost, frequency, detection } = found[0].parts.unwrap();
        let gap = (900.0_f64 / 100.0).ln() - (150.0_f64 / 270.0).ln();
        assert!((cost + frequency + detection - gap).abs() < 1e-12);
    }

    #[test]
    fn each_reason_is_the_largest_part() {
        let reason = |dearer: FailureMode, higher: FailureMode| {
            let mut modes = vec![dearer, higher];
            place(&mut modes);
            disagreements(&modes).first().map(|found| found.reason)
        };
        let other = || mode("other", 100.0, 10.0, [5, 5, 5]);
        assert_eq!(reason(mode("dear", 500.0, 10.0, [4, 5, 5]), other()), Some(Reason::Cost));
        assert_eq!(reason(mode("frequent", 500.0, 50.0, [4, 6, 5]), other()), Some(Reason::Frequency));
        assert_eq!(reason(mode("heard", 110.0, 10.0, [5, 5, 1]), other()), Some(Reason::Detection));
        assert_eq!(
            reason(mode("any", 110.0, 10.0, [2, 2, 2]), mode("gain", -5.0, 9.0, [5, 5, 5])),
            Some(Reason::NoLoss)
        );
        assert_eq!(reason(mode("both", 500.0, 10.0, [6, 5, 5]), other()), None);
    }
}
