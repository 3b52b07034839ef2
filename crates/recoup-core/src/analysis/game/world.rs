//! The world of a game: the reference of a study over eight quarters, and what a plan makes of it.

use crate::analysis::game::levers::{GameLever, levers, most_compensation};
use crate::engine::chance::{Chance, MeanField};
use crate::engine::cohort::CohortPopulation;
use crate::engine::evaluate::expected_record_of;
use crate::model::money::Account;
use crate::model::period::live_by_account;
use crate::model::row::{Column, Row};
use crate::model::schedule::Schedule;
use crate::random::address::CommonNumbers;
use crate::scenario::horizon::{Period, TerminalValue};
use crate::scenario::parameters::Parameters;
use crate::scenario::study::Scenario;

/// Quarters of a game.
pub const QUARTERS: usize = 8;

/// Work of making the schedule of a plan, in periods of a class and kind of failure.
const SCHEDULE: f64 = 500.0;

/// Money a quarter for each lever, above what the reference spends; by quarter.
pub(crate) type Plan = Vec<Vec<f64>>;

/// The world that all teams share.
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// The reference at the point values over eight quarters, responses not yet applied.
    reference: Parameters,
    /// Periods in a quarter.
    pub periods: u32,
    /// What teams may pay for.
    pub levers: Vec<GameLever>,
    /// The chance of the customers, the same for all teams.
    chance: CommonNumbers,
}

/// What happened in a quarter: counts in customers, money.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Quarter {
    /// The sums of its periods; `active` of its first one.
    pub row: Row,
    /// Customers at its end.
    pub active_end: f64,
    /// Mean load of the desk by position.
    pub desk_utilisation: f64,
    /// Present value of all cash up to its end, without terminal value.
    pub npv: f64,
}

/// What a plan comes to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Course {
    /// By quarter.
    pub quarters: Vec<Quarter>,
    /// Net present value, terminal value included.
    pub npv: f64,
}

impl World {
    /// The world of a scenario's reference, with the chance of `seed`; `None` where its periods are longer than a quarter.
    pub(crate) fn new(scenario: &Scenario, seed: u64) -> Option<Self> {
        let mut reference = scenario.strategies[0].parameters.before_responses();
        let periods = match reference.horizon.period {
            Period::Week => 13,
            Period::Month => 3,
            Period::Quarter => 1,
            Period::Year => return None,
        };
        let ends = reference.horizon.periods.saturating_sub(1);
        reference.horizon.periods = periods * QUARTERS as u32;
        // What lasts to the end of the study's horizon lasts to the end of this one.
        for failure in reference.failures.iter_mut().filter(|failure| failure.last_period >= ends) {
            failure.last_period = u32::MAX;
        }
        let levers = levers(scenario, &reference);
        let mut world = World { reference, periods, levers, chance: CommonNumbers::new(seed, 0, 0) };
        if let Some((to, strategy)) = most_compensation(scenario, &world.reference) {
            let price = world.price_of_compensation(to);
            if price > 0.0 {
                world.levers.push(GameLever::compensation(&world.reference, to, strategy, price));
            }
        }
        world.levers.sort_by_key(|lever| lever.kind as u8);
        Some(world)
    }

    /// Length of a period.
    pub(crate) fn period(&self) -> Period {
        self.reference.horizon.period
    }

    /// Whether there is a service desk.
    pub(crate) fn has_desk(&self) -> bool {
        self.reference.recovery.desk.is_some()
    }

    /// Customers at the start.
    pub(crate) fn customers(&self) -> f64 {
        self.reference.market.customers
    }

    /// Whether customers at the end of the last quarter count for what they are worth beyond it.
    pub(crate) fn has_terminal_value(&self) -> bool {
        self.reference.horizon.terminal_value == TerminalValue::Clv
    }

    /// A plan of nothing.
    pub(crate) fn nothing(&self) -> Plan {
        vec![vec![0.0; self.levers.len()]; QUARTERS]
    }

    /// The money of a quarter that has an effect.
    pub(crate) fn spent(&self, row: &[f64]) -> f64 {
        self.levers.iter().zip(row).map(|(lever, &money)| lever.spent(money)).sum()
    }

    /// The parameters of a quarter, responses applied.
    fn parameters(&self, row: &[f64]) -> Parameters {
        let mut parameters = self.reference.clone();
        for (lever, &money) in self.levers.iter().zip(row) {
            lever.act(&mut parameters, money);
        }
        parameters.apply_responses();
        parameters
    }

    /// The schedule of a plan. Quarters that it leaves out have nothing.
    fn schedule(&self, plan: &[Vec<f64>]) -> Schedule {
        let nothing = vec![0.0; self.levers.len()];
        let mut before: Option<&Vec<f64>> = None;
        let mut cases = Vec::with_capacity(QUARTERS);
        for quarter in 0..QUARTERS {
            let row = plan.get(quarter).unwrap_or(&nothing);
            if before != Some(row) {
                cases.push((quarter as u32 * self.periods, self.parameters(row)));
            }
            before = Some(row);
        }
        Schedule::switching(cases)
    }

    /// What a plan is expected to come to: NPV by the expected engine, money.
    pub(crate) fn expected_npv(&self, plan: &[Vec<f64>]) -> f64 {
        expected_record_of(&self.schedule(plan)).npv()
    }

    /// How many plans the expected engine may evaluate for that much work, in periods of a class and kind of failure. A plan
    /// costs as much as `SCHEDULE` of them before it is lived.
    pub(crate) fn evaluations(&self, work: f64) -> usize {
        let schedule = Schedule::of(self.parameters(&vec![0.0; self.levers.len()]));
        let kernel = schedule.first();
        let each = f64::from(kernel.periods) * kernel.classes.len() as f64 * kernel.kinds as f64;
        (work / (SCHEDULE + each)) as usize
    }

    /// What was to be expected of a plan.
    pub(crate) fn expected(&self, plan: &[Vec<f64>]) -> Course {
        self.course(plan, MeanField)
    }

    /// What a plan comes to in the world that happens.
    pub(crate) fn played(&self, plan: &[Vec<f64>]) -> Course {
        self.course(plan, self.chance)
    }

    fn course(&self, plan: &[Vec<f64>], chance: impl Chance) -> Course {
        let schedule = self.schedule(plan);
        let horizon = schedule.first().money.horizon();
        let mut population = CohortPopulation::new(schedule.first(), chance);
        let mut quarters = vec![Quarter::default(); QUARTERS];
        let mut npv = 0.0;
        let life = live_by_account(&schedule, &mut population, |t, row, _| {
            let number = (t / self.periods) as usize;
            let active = row.get(Column::Active);
            if t % self.periods == 0 {
                quarters[number].row.set(Column::Active, active);
                if number > 0 {
                    quarters[number - 1].active_end = active;
                }
            }
            let quarter = &mut quarters[number];
            for column in Column::Episodes as usize..=Column::Setup as usize {
                quarter.row.0[column] += row.0[column];
            }
            quarter.desk_utilisation += row.get(Column::DeskUtilisation) / f64::from(self.periods);
            npv += row.worth(horizon, t);
            quarter.npv = npv;
        });
        quarters[QUARTERS - 1].active_end = life.active_after;
        Course { quarters, npv: life.worth.net() }
    }

    /// Money that compensation of `to` is expected to cost more than the reference's in the first quarter.
    fn price_of_compensation(&self, to: f64) -> f64 {
        let paid = |compensation: f64| {
            let mut parameters = self.reference.clone();
            parameters.recovery.compensation = compensation;
            parameters.apply_responses();
            let schedule = Schedule::of(parameters);
            let mut population = CohortPopulation::new(schedule.first(), MeanField);
            let mut sum = 0.0;
            live_by_account(&schedule, &mut population, |t, _, accounts| {
                if t < self.periods {
                    sum += accounts.get(Account::Compensation);
                }
            });
            sum
        };
        paid(to) - paid(self.reference.recovery.compensation)
    }
}
