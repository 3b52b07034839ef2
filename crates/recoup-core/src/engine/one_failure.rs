//! What one failure does, simulated: everybody meets it, and one window later it is counted how many stayed.
//!
//! The quantity behind the recovery paradox, by any engine: satisfaction right after the failure, and the share that stays
//! over one window. Nothing else happens: no other failure, no talk, nobody who joins, and what is remembered lasts. A period
//! is one window, so that the stay of a period is rho* itself, above base loyalty too. It is a simulation of its own, apart from
//! a study's results.

use crate::engine::agents::happening::What;
use crate::engine::agents::mixing::MixingPopulation;
use crate::engine::agents::person::satisfaction_before;
use crate::engine::chance::MeanField;
use crate::engine::cohort::CohortPopulation;
use crate::engine::observer::{Ended, Observer};
use crate::model::loyalty::{Conditions, Standing};
use crate::model::period::live;
use crate::model::remedy::RemedyRules;
use crate::model::route::Service;
use crate::model::satisfaction::change_after;
use crate::model::schedule::Schedule;
use crate::random::address::CommonNumbers;
use crate::random::normal::standard_normal;
use crate::scenario::acquisition::AcquisitionPolicy;
use crate::scenario::failure::Per;
use crate::scenario::horizon::{Counted, Period, Timing};
use crate::scenario::loyalty::Satisfaction;
use crate::scenario::market::Individuals;
use crate::scenario::parameters::Parameters;
use crate::scenario::ramp::Views;
use crate::scenario::study::EngineKind;
use crate::scenario::word_of_mouth::NetworkKind;
use crate::units::{KindIdx, Outcome};

/// Exposure of a customer in the period of a failure: nobody escapes (e^-50).
const EXPOSURE: f64 = 50.0;
/// What is added to the decision of who stays of a group, for that of its satisfaction; part of the stream contract.
const SATISFACTION: u8 = 100;

/// Who is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cohort {
    /// Everybody who had the failure, with the routes that the parameters give.
    All,
    /// Those who complain of their own accord, answered as the parameters say.
    Complainers,
    /// Those whose failure ended like that; a case is one that the customer brought.
    Ended(Outcome),
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Aftermath {
    /// Customers at the start.
    pub customers: f64,
    /// Failures met, by how many were remembered before: none, or one.
    pub failures: [f64; 2],
    /// Sum of the satisfaction of customers right after those failures.
    pub satisfaction: [f64; 2],
    /// Customers still there one window after the last failure.
    pub kept: f64,
}

impl Aftermath {
    /// Mean satisfaction after a first failure.
    pub fn mean_satisfaction(&self) -> f64 {
        self.satisfaction[0] / self.failures[0]
    }

    /// Mean satisfaction after a failure with an earlier one in mind.
    pub fn mean_satisfaction_again(&self) -> f64 {
        self.satisfaction[1] / self.failures[1]
    }

    /// Share of customers who stayed over the window.
    pub fn repurchase(&self) -> f64 {
        self.kept / self.customers
    }

    fn add(&mut self, earlier: bool, customers: f64, satisfaction: f64) {
        self.failures[usize::from(earlier)] += customers;
        self.satisfaction[usize::from(earlier)] += satisfaction;
    }
}

/// The failures to be met, and who is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Trial {
    /// Kind of failure.
    pub kind: KindIdx,
    /// Who.
    pub cohort: Cohort,
    /// Failures in a row, a window apart: one, or a second that meets the memory of the first.
    pub failures: u32,
    /// What the desk makes of a case.
    pub service: Service,
}

/// The world of a trial: `parameters` with no other failure.
pub(crate) fn trial_parameters(parameters: &Parameters, trial: &Trial, customers: f64) -> Parameters {
    let mut world = parameters.clone();
    world.horizon.period = Period::Year;
    world.horizon.periods = trial.failures;
    world.loyalty.window_years = 1.0;
    world.loyalty.memory_years = 1e15;
    world.market.customers = customers;
    world.market.prospects = 0.0;
    world.horizon.counted = Counted::Start;
    let mut failure = world.failures[trial.kind.0].clone();
    failure.set_incidence(false, EXPOSURE);
    failure.per = Per::Year;
    (failure.first_period, failure.last_period) = (0, trial.failures - 1);
    (world.timing, world.before) = (Timing::default(), None);
    world.learning.rate = 0.0;
    world.word_of_mouth.negative_impact = 0.0;
    world.word_of_mouth.positive_impact = 0.0;
    world.acquisition.policy = AcquisitionPolicy::None;
    world.acquisition.in_market_per_year = 0.0;
    world.acquisition.return_per_year = 0.0;
    world.network.kind = NetworkKind::Mixing;
    world.individuals = Individuals { loyalty_sd: 0.0, spend_cv: 0.0, voice_loyalty_rho: 0.0 };
    // The paradox is about the study's own numbers, and not those that a segment has in their place.
    world.segments.iter_mut().for_each(|segment| segment.own.clear());
    let resolves = RemedyRules::new(&Views::new(&world)).resolves[trial.kind.0];
    world.recovery.desk = None;
    world.recovery.resolves = trial.service.served * resolves;
    world.recovery.resolves_max = None;
    if let Some(quick) = trial.service.quick {
        world.recovery.quick = quick;
    }
    let severity = &mut world.severities[failure.severity];
    if trial.cohort != Cohort::All {
        failure.detected = 0.0;
        world.guarantee.invoked = 0.0;
        world.voice.solicit = 0.0;
        severity.complain = 1.0;
    }
    if let Cohort::Ended(outcome) = trial.cohort {
        severity.complain = f64::from(u8::from(outcome != Outcome::Silent));
        world.recovery.front_line_share = 0.0;
        world.recovery.resolves = f64::from(u8::from(outcome.is_recovered()));
        world.recovery.quick = f64::from(u8::from(outcome == Outcome::Quick));
    }
    world.failures = vec![failure];
    world
}

/// Runs `customers` through a trial by `engine`, in replicate `replicate` of `seed`.
pub fn live_through(
    parameters: &Parameters,
    trial: &Trial,
    engine: EngineKind,
    customers: f64,
    seed: u64,
    replicate: u64,
) -> Aftermath {
    let world = trial_parameters(parameters, trial, customers);
    let schedule = Schedule::new(&world);
    let kernel = schedule.first();
    let numbers = CommonNumbers::new(seed, 0, replicate);
    let mut aftermath = match engine {
        EngineKind::Expected => {
            let asked = Asked { parameters: &world, numbers: None, found: Aftermath::default() };
            let mut groups = CohortPopulation::observed_by(kernel, MeanField, asked);
            let kept = live(&schedule, &mut groups, |_, _| ()).active_after;
            Aftermath { kept, ..groups.into_observer().found }
        }
        EngineKind::Cohort => {
            let asked = Asked { parameters: &world, numbers: Some(numbers), found: Aftermath::default() };
            let mut groups = CohortPopulation::observed_by(kernel, numbers, asked);
            let kept = live(&schedule, &mut groups, |_, _| ()).active_after;
            Aftermath { kept, ..groups.into_observer().found }
        }
        EngineKind::Agents => {
            let mut mixing = MixingPopulation::with_log(kernel, numbers, false);
            let kept = live(&schedule, &mut mixing, |_, _| ()).active_after;
            let mut found = Aftermath { kept, ..Aftermath::default() };
            for happening in mixing.take_happenings() {
                if let What::Failed { kind, remembered, outcome, .. } = happening.what {
                    let standing = Standing::of(usize::from(remembered));
                    // Nobody joins: every customer is the first of their seat.
                    let before = satisfaction_before(&numbers, happening.seat, 0, &world.satisfaction);
                    let after = before + change(&world, KindIdx(kind.into()), standing, outcome);
                    found.add(standing != Standing::Clean, 1.0, after);
                }
            }
            found
        }
    };
    aftermath.customers = customers;
    aftermath
}

fn change(parameters: &Parameters, kind: KindIdx, standing: Standing, outcome: Outcome) -> f64 {
    let failure = &parameters.failures[kind.0];
    change_after(parameters, failure.severity, outcome, Conditions::of(failure, standing).seen())
}

/// Asks groups how satisfied they are.
struct Asked<'a> {
    parameters: &'a Parameters,
    /// None where customers are their mean.
    numbers: Option<CommonNumbers>,
    found: Aftermath,
}

impl Observer for Asked<'_> {
    fn observe(&mut self, ended: &Ended) {
        let Satisfaction { mean, sd, .. } = self.parameters.satisfaction;
        let n = ended.customers;
        // A sum of n normal numbers is one.
        let numbers = self.numbers.map_or(0.0, |numbers| {
            let z = standard_normal(&mut numbers.at(ended.t, SATISFACTION + ended.way, ended.who));
            n.sqrt() * sd * z
        });
        let after = n * (mean + change(self.parameters, ended.kind, ended.standing, ended.outcome)) + numbers;
        self.found.add(ended.standing != Standing::Clean, n, after);
    }
}
