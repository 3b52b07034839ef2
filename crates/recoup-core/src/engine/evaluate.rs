//! The expected engine as a function of a scenario's uncertain inputs: what every method of decision
//! analysis asks, thousands of times.

use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::engine::chance::MeanField;
use crate::engine::channels::Mixture;
use crate::engine::cohort::CohortPopulation;
use crate::engine::failures::Failures;
use crate::engine::inputs::{PlannedParameters, UncertainInputs};
use crate::engine::observer::WorthAlone;
use crate::engine::progress::{NoProgress, Progress};
use crate::engine::records::Record;
use crate::engine::tally::CashSums;
use crate::model::period::{live, live_by_account};
use crate::model::row::Column;
use crate::model::schedule::Schedule;
use crate::scenario::key::Key;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{Scenario, Study};

/// A record, and the way to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Course {
    /// What it comes to.
    pub record: Record,
    /// Contribution less programme cost up to the end of each period, discounted money; without terminal value.
    pub cumulative: Vec<f64>,
}

/// The strategies of one scenario, ready to be evaluated at any values of their uncertain inputs.
#[derive(Clone)]
pub struct Evaluator<'a> {
    inputs: UncertainInputs,
    cases: Vec<PlannedParameters<'a>>,
    progress: &'a dyn Progress,
}

impl std::fmt::Debug for Evaluator<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Evaluator").field("inputs", &self.inputs).field("cases", &self.cases).finish_non_exhaustive()
    }
}

impl<'a> Evaluator<'a> {
    /// The strategies of `scenario`, one of `study`'s.
    pub fn new(study: &Study, scenario: &'a Scenario) -> Self {
        let mut inputs = UncertainInputs::new(study);
        let cases = scenario.strategies.iter().map(|s| inputs.plan(&s.parameters, &s.name)).collect();
        Evaluator { inputs, cases, progress: &NoProgress }
    }

    /// The same with a progress that counts every evaluation. After a request to stop, evaluations return at once, with an empty
    /// record: the caller must check [`Progress::is_stopped`] before it uses what was computed.
    pub(crate) fn watched_by(self, progress: &'a dyn Progress) -> Self {
        Evaluator { progress, ..self }
    }

    /// The uncertain inputs: names, distributions, draws.
    pub fn inputs(&self) -> &UncertainInputs {
        &self.inputs
    }

    /// Whether a stop was requested: what is computed after it is of no use.
    pub(crate) fn is_stopped(&self) -> bool {
        self.progress.is_stopped()
    }

    /// Says that so many evaluations are ahead, as far as that is known.
    pub(crate) fn begins(&self, evaluations: usize) {
        self.progress.begins(evaluations as u64);
    }

    /// Says that an evaluation of another kind than a record is done.
    pub(crate) fn advances(&self) {
        self.progress.advances();
    }

    /// How many strategies there are.
    pub fn strategies(&self) -> usize {
        self.cases.len()
    }

    /// The record of every strategy, the reference first, where the inputs have `values` (in the order of
    /// [`UncertainInputs::columns`]).
    pub(crate) fn records(&self, values: &[f64]) -> Vec<Record> {
        (0..self.cases.len()).map(|strategy| self.record(strategy, values)).collect()
    }

    /// The record of one strategy where the inputs have `values`.
    pub fn record(&self, strategy: usize, values: &[f64]) -> Record {
        if self.progress.is_stopped() {
            return Record::default();
        }
        self.progress.advances();
        expected_record_of(&Schedule::of(self.cases[strategy].with_values(values)))
    }

    /// The course of every strategy at each of `points`, in their order, over all cores.
    pub(crate) fn courses_at(&self, points: &[Vec<f64>]) -> Vec<Vec<Course>> {
        let courses =
            |values: &Vec<f64>| self.cases.iter().map(|parameters| course(parameters.with_values(values))).collect();
        each(points.len(), |i| courses(&points[i]))
    }

    /// The parameters of one strategy where the inputs have `values`, responses not yet applied.
    pub fn parameters_at(&self, strategy: usize, values: &[f64]) -> Parameters {
        self.cases[strategy].before_responses(values)
    }

    /// The record of one strategy where the inputs have `values` and then each lever its value; a lever
    /// that the strategy does not have stays out.
    pub fn record_with(&self, strategy: usize, values: &[f64], levers: &[Moved<'_>]) -> Record {
        if self.progress.is_stopped() {
            return Record::default();
        }
        self.progress.advances();
        let mut parameters = self.parameters_at(strategy, values);
        if parameters.before.is_some() && levers.iter().any(|lever| lever.in_reference) {
            // What moves in the reference moves in what holds before a strategy starts.
            let in_reference = levers.iter().filter(|lever| lever.in_reference);
            let before = moved(self.parameters_at(0, values), in_reference);
            parameters.before = Some(Arc::new(before));
        }
        expected_record_of(&Schedule::of(moved(parameters, levers.iter())))
    }

    /// The record of one strategy where the inputs have `values` and kinds of failure of those names happen `factor` times as
    /// often, before it starts too. Responses have acted before.
    pub(crate) fn record_with_failures_scaled(
        &self,
        strategy: usize,
        values: &[f64],
        kinds: &[Arc<str>],
        factor: f64,
    ) -> Record {
        if self.progress.is_stopped() {
            return Record::default();
        }
        self.progress.advances();
        let parameters = self.cases[strategy].with_values(values);
        expected_record_of(&Schedule::edited(parameters, |parameters| {
            let failures = parameters.failures.iter_mut().filter(|failure| kinds.contains(&failure.name));
            failures.for_each(|failure| failure.scale_incidence(factor));
        }))
    }

    /// What the failures of one strategy come to where the inputs have `values`; empty after a request to stop.
    pub(crate) fn failures(&self, strategy: usize, values: &[f64]) -> Failures {
        if self.progress.is_stopped() {
            return Failures::default();
        }
        self.progress.advances();
        Failures::of(&Schedule::of(self.cases[strategy].with_values(values)))
    }

    /// The parameters of one strategy where the inputs have `values`, responses applied.
    pub(crate) fn parameters_in_force(&self, strategy: usize, values: &[f64]) -> Parameters {
        self.cases[strategy].with_values(values)
    }

    /// Two strategies where the inputs have `values`, to be mixed part by part.
    pub(crate) fn mixture(&self, first: usize, second: usize, values: &[f64]) -> Mixture {
        Mixture::new(self.parameters_at(first, values), self.parameters_at(second, values))
    }

    /// The values of the inputs in the first `count` parameter draws, over all cores; one point where nothing is uncertain. After a
    /// request to stop, the points that are left are all the first one.
    pub fn draws(&self, count: u64) -> Vec<Vec<f64>> {
        let certain = self.inputs.numbers().is_empty();
        let count = if certain { 1 } else { count.max(1) };
        let first = self.inputs.values(0);
        each(count as usize, |draw| if self.is_stopped() { first.clone() } else { self.inputs.values(draw as u64) })
    }

    /// The records of every strategy at each of `points`, in their order, over all cores.
    pub fn records_at(&self, points: &[Vec<f64>]) -> Vec<Vec<Record>> {
        each(points.len(), |i| self.records(&points[i]))
    }
}

/// `work` for every number below `count`, over all cores, in their order.
pub fn each<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    // What rayon makes of the loop is compiled once, not once for every `work`.
    let places: Vec<Mutex<Option<T>>> = (0..count).map(|_| Mutex::new(None)).collect();
    fill(count, &|i| {
        let done = work(i);
        *places[i].lock().expect("nobody else has this place") = Some(done);
    });
    let taken = |place: Mutex<Option<T>>| place.into_inner().expect("nobody has this place").expect("all is done");
    places.into_iter().map(taken).collect()
}

fn fill(count: usize, place: &(dyn Fn(usize) + Sync)) {
    (0..count).into_par_iter().for_each(place);
}

/// A lever at a value.
#[derive(Clone, Copy, Debug)]
pub struct Moved<'a> {
    /// Its key.
    pub key: &'a Key,
    /// Its value.
    pub value: f64,
    /// Whether it moves in the reference too.
    pub in_reference: bool,
}

/// The parameters with every lever at its value, responses applied.
fn moved<'a>(mut parameters: Parameters, levers: impl Iterator<Item = &'a Moved<'a>>) -> Parameters {
    for lever in levers {
        parameters.set_number(lever.key, lever.value);
    }
    parameters.apply_responses();
    parameters
}

/// The result of a set of parameters in the expected engine; numbers are drawn and responses have acted.
pub fn expected_record(parameters: &Parameters) -> Record {
    expected_record_of(&Schedule::new(parameters))
}

/// [`expected_record`], and adds its cash to `sums`.
pub fn expected_record_and_cash(parameters: Parameters, sums: &mut CashSums) -> Record {
    let schedule = Schedule::of(parameters);
    let mut groups = CohortPopulation::observed_by(schedule.first(), MeanField, WorthAlone);
    let life = live_by_account(&schedule, &mut groups, |t, _, accounts| sums.periods[t as usize].add_all(accounts));
    sums.beyond.add_all(&life.beyond);
    Record::of(&life)
}

/// What a schedule comes to in the expected engine.
pub(crate) fn expected_record_of(schedule: &Schedule) -> Record {
    Record::of(&live(schedule, &mut CohortPopulation::observed_by(schedule.first(), MeanField, WorthAlone), |_, _| ()))
}

/// [`expected_record`], and the customers who met a failure over the horizon.
pub(crate) fn expected_record_and_failures(parameters: &Parameters) -> (Record, f64) {
    let schedule = Schedule::new(parameters);
    let mut groups = CohortPopulation::observed_by(schedule.first(), MeanField, WorthAlone);
    let mut failures = 0.0;
    let life = live(&schedule, &mut groups, |_, row| failures += row.get(Column::Episodes));
    (Record::of(&life), failures)
}

fn course(parameters: Parameters) -> Course {
    let schedule = Schedule::of(parameters);
    let horizon = schedule.first().money.horizon();
    let mut cumulative = Vec::with_capacity(horizon.periods as usize);
    let mut sum = 0.0;
    let life =
        live(&schedule, &mut CohortPopulation::observed_by(schedule.first(), MeanField, WorthAlone), |t, row| {
            sum += row.worth(horizon, t);
            cumulative.push(sum);
        });
    Course { record: Record::of(&life), cumulative }
}
