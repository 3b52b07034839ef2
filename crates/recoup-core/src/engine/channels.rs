//! Where the difference between two strategies comes from: the expected life under parameters with each part of
//! the mechanism taken from either.
//!
//! Each strategy's own expected life leaves a path: who meets a failure, what the desk makes of it, what is
//! heard, who is bought, period by period. A mixed life follows the path of the one strategy or of the
//! other, part by part. With every part of one strategy it is that strategy's life, to the last bit.

use std::cell::RefCell;

use crate::engine::chance::MeanField;
use crate::engine::cohort::CohortPopulation;
use crate::engine::observer::WorthAlone;
use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::money::{Account, Accounts};
use crate::model::period::live;
use crate::model::population::{Flow, Met, Population, Settled, Told};
use crate::model::route::Service;
use crate::model::schedule::{Phase, Schedule};
use crate::model::word_of_mouth::Hearing;
use crate::scenario::blend::align;
use crate::scenario::parameters::Parameters;

/// A part of the mechanism, the benefit blocks of complaint management (Stauss and Seidel, "Complaint
/// Management", the economics of it) as far as they are in the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// How many failures there are: prevention, and learning from what was heard.
    Failures = 0,
    /// What becomes of a failure: who speaks, how cases end, what the customer then does.
    Outcomes = 1,
    /// What others hear, and do upon it.
    WordOfMouth = 2,
    /// Who is bought in place of leavers, and at what price.
    Replacement = 3,
    /// What a customer is worth: margin, purchases, cost to serve, the segments' shares.
    CustomerValue = 4,
}

/// How many channels there are.
pub const CHANNELS: usize = 5;

impl Channel {
    /// All channels.
    pub const ALL: [Channel; CHANNELS] =
        [Channel::Failures, Channel::Outcomes, Channel::WordOfMouth, Channel::Replacement, Channel::CustomerValue];

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Channel::Failures => "failures",
            Channel::Outcomes => "outcomes",
            Channel::WordOfMouth => "word_of_mouth",
            Channel::Replacement => "replacement",
            Channel::CustomerValue => "customer_value",
        }
    }
}

/// What a strategy's own life did, by period.
#[derive(Clone, Debug, Default)]
struct Path {
    incidence: Vec<Incidence>,
    service: Vec<Service>,
    hearing: Vec<Hearing>,
    /// Customers bought, by period and class.
    bought: Vec<f64>,
}

/// Two strategies at the same values of their inputs, ready to be mixed.
#[derive(Clone, Debug)]
pub struct Mixture {
    schedules: [Schedule; 2],
    paths: [Path; 2],
    worths: [Accounts; 2],
}

/// A set of channels as bits: bit `c` set means that channel `c` is the second strategy's.
pub(crate) type FromSecond = u32;

impl Mixture {
    /// The first strategy and the second; numbers drawn, responses not yet applied.
    pub fn new(mut first: Parameters, mut second: Parameters) -> Self {
        align(&mut first, &mut second);
        first.apply_responses();
        second.apply_responses();
        let schedules = [Schedule::of(first), Schedule::of(second)];
        let lived = [0, 1].map(|i| {
            let mut player = Player::new(schedules[i].first(), None);
            let worth = live(&schedules[i], &mut player, |_, _| ()).worth;
            (player.path(), worth)
        });
        let worths = [lived[0].1, lived[1].1];
        Mixture { schedules, paths: lived.map(|(path, _)| path), worths }
    }

    /// Present values by account of the life with the channels of `from_second` taken from the second
    /// strategy. Programme cost is not mixed: those lines are the value strategy's own and mean nothing.
    pub fn worth(&self, from_second: FromSecond) -> Accounts {
        let of = |channel: Channel| usize::from(from_second >> channel as u32 & 1 == 1);
        let mixed = |t: u32| {
            let kernel = |channel: Channel| self.schedules[of(channel)].at(t);
            // Start from who is worth what, and put the other rules in; what they do is in the paths.
            let mut mixed = kernel(Channel::CustomerValue).clone();
            mixed.take_outcomes(kernel(Channel::Outcomes));
            let shares = mixed.acquisition.shares().to_vec();
            mixed.acquisition = kernel(Channel::Replacement).acquisition.with_shares(shares);
            Phase { first: t, kernel: mixed }
        };
        let mut firsts: Vec<u32> = self.schedules.iter().flat_map(|s| s.phases().iter().map(|p| p.first)).collect();
        firsts.sort_unstable();
        firsts.dedup();
        let starts = self.schedules[of(Channel::CustomerValue)].starts();
        let mixed = Schedule::of_phases(firsts.into_iter().map(mixed).collect(), starts);
        let script = Script {
            incidence: &self.paths[of(Channel::Failures)].incidence,
            service: &self.paths[of(Channel::Outcomes)].service,
            hearing: &self.paths[of(Channel::WordOfMouth)].hearing,
            bought: &self.paths[of(Channel::Replacement)].bought,
        };
        live(&mixed, &mut Player::new(mixed.first(), Some(script)), |_, _| ()).worth
    }

    /// Present values by account of each strategy's own life.
    pub fn own(&self) -> &[Accounts; 2] {
        &self.worths
    }
}

/// The lines of contribution in a life's worth: margin less retention cost of active customers with their
/// worth beyond the horizon, and acquisition cost as a negative amount.
pub(crate) fn contribution_lines(worth: &Accounts) -> [f64; 2] {
    let customers =
        worth.get(Account::Margin) - worth.get(Account::Retention) + worth.get(Account::TerminalContribution);
    [customers, -worth.get(Account::Acquisition)]
}

/// The paths that a mixed life follows.
#[derive(Clone, Copy)]
struct Script<'a> {
    incidence: &'a [Incidence],
    service: &'a [Service],
    hearing: &'a [Hearing],
    bought: &'a [f64],
}

/// Customers who live by the script, or by what the period asks of them; the latter leaves a path.
struct Player<'a> {
    groups: CohortPopulation<MeanField, WorthAlone>,
    script: Option<Script<'a>>,
    path: Path,
    /// Customers bought so far, by period and class: the period asks for them without changing anybody.
    bought: RefCell<Vec<f64>>,
}

impl<'a> Player<'a> {
    fn new(kernel: &Kernel, script: Option<Script<'a>>) -> Self {
        Player {
            groups: CohortPopulation::observed_by(kernel, MeanField, WorthAlone),
            script,
            path: Path::default(),
            bought: RefCell::default(),
        }
    }

    fn path(self) -> Path {
        Path { bought: self.bought.into_inner(), ..self.path }
    }
}

impl Population for Player<'_> {
    fn adopt(&mut self, kernel: &Kernel) {
        self.groups.adopt(kernel);
    }

    fn active(&self, class: usize) -> f64 {
        self.groups.active(class)
    }

    fn newcomers(&self, kernel: &Kernel, class: usize) -> f64 {
        self.groups.newcomers(kernel, class)
    }

    fn meet_failures(&mut self, kernel: &Kernel, t: u32, incidence: &Incidence, hearing: &Hearing, met: &mut [Met]) {
        match self.script {
            Some(script) => {
                let hearing = &script.hearing[t as usize];
                self.groups.meet_failures(kernel, t, &script.incidence[t as usize], hearing, met);
            }
            None => {
                self.path.incidence.push(incidence.clone());
                self.groups.meet_failures(kernel, t, incidence, hearing, met);
            }
        }
    }

    fn settle(
        &mut self,
        kernel: &Kernel,
        t: u32,
        service: Service,
        hearing: &Hearing,
        settled: &mut [Settled],
    ) -> Told {
        match self.script {
            Some(script) => {
                let (service, hearing) = (script.service[t as usize], &script.hearing[t as usize]);
                self.groups.settle(kernel, t, service, hearing, settled)
            }
            None => {
                self.path.service.push(service);
                self.path.hearing.push(*hearing);
                self.groups.settle(kernel, t, service, hearing, settled)
            }
        }
    }

    fn flow(&mut self, t: u32, flow: Flow, people: f64, p: f64) -> f64 {
        let p = match (flow, self.script) {
            (Flow::Organic, Some(script)) => script.hearing[t as usize].join,
            _ => p,
        };
        self.groups.flow(t, flow, people, p)
    }

    fn split_organic(&mut self, t: u32, organic: f64, kernel: &Kernel, parts: &mut [f64]) {
        self.groups.split_organic(t, organic, kernel, parts);
    }

    /// The period asks this once for every class, in their order: how many can be bought.
    fn whole(&self, people: f64) -> f64 {
        let mut bought = self.bought.borrow_mut();
        let number = self.script.map_or(people, |script| script.bought[bought.len()]);
        bought.push(number);
        number
    }

    fn welcome(&mut self, kernel: &Kernel, t: u32, class: usize, newcomers: f64) {
        self.groups.welcome(kernel, t, class, newcomers);
    }

    fn purchases(&mut self, kernel: &Kernel, t: u32, class: usize) -> f64 {
        self.groups.purchases(kernel, t, class)
    }
}
