//! One simulation under one strategy, of which everything is kept: who was a customer when, what they bought, what failed.

use std::collections::HashMap;
use std::sync::Arc;

use crate::engine::agents::chronicle::{Watched, live_in_pool, place_in};
use crate::engine::agents::graph::Graph;
use crate::engine::agents::happening::{AtOnce, Happening, Purchase, Seat, What};
use crate::engine::agents::mixing::MixingPopulation;
use crate::engine::agents::network::NetworkPopulation;
use crate::engine::agents::numbers;
use crate::engine::progress::Progress;
use crate::engine::simulate::Interrupted;
use crate::model::acquisition::largest_remainder;
use crate::model::kernel::Kernel;
use crate::model::population::Population;
use crate::model::route::Service;
use crate::model::schedule::Schedule;
use crate::random::address::{CommonNumbers, Stream};
use crate::scenario::parameters::Parameters;
use crate::units::{KindIdx, Outcome, Route, SegmentIdx};

/// Everything that happened.
#[derive(Debug)]
pub(crate) struct Panel {
    numbers: CommonNumbers,
    /// The kernels, by period.
    pub(crate) schedule: Schedule,
    /// By period: what a case met at the desk.
    pub(crate) services: Vec<Service>,
    /// Everybody who was a customer: those of the start by class and seat, then newcomers in the order of time.
    pub(crate) customers: Vec<Member>,
    /// The failures, in the order of periods.
    pub(crate) failures: Vec<Met>,
    /// The purchases, in the order of periods and halves of them.
    pub(crate) purchases: Vec<Bought>,
}

/// Somebody who was a customer from when they joined to when they left.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// Their seat.
    pub(crate) seat: Seat,
    /// Their segment.
    pub(crate) segment: SegmentIdx,
    /// In which period they joined; `None`: they were there at the start.
    pub(crate) joined: Option<u32>,
    /// In which period they left; `None`: they stayed to the end.
    pub(crate) left: Option<u32>,
}

/// A failure that a customer met.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Met {
    /// The customer, by their place in [`Panel::customers`].
    pub(crate) customer: usize,
    /// In which period.
    pub(crate) t: u32,
    /// Its kind.
    pub(crate) kind: KindIdx,
    /// How the firm came to know.
    pub(crate) route: Route,
    /// Who settled it at once.
    pub(crate) at_once: AtOnce,
    /// How it ended.
    pub(crate) outcome: Outcome,
}

/// A purchase of a customer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bought {
    /// The customer, by their place in [`Panel::customers`].
    pub(crate) customer: usize,
    /// In which period.
    pub(crate) t: u32,
    /// Whether it is in the second half of the period.
    pub(crate) is_late: bool,
    /// What it brings, as a multiple of the segment's margin.
    pub(crate) worth: f64,
}

/// What about a seat and a period is dated by numbers of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Dated {
    /// That somebody joined.
    Joining,
    /// That somebody left.
    Leaving,
    /// Purchases in the first half.
    Early,
    /// Purchases in the second half.
    Late,
    /// A failure, and the work on its case.
    Failure,
}

impl Dated {
    fn number(self) -> u8 {
        match self {
            Dated::Joining => numbers::JOINED_WHEN,
            Dated::Leaving => numbers::LEFT_WHEN,
            Dated::Early => numbers::EARLY_WHEN,
            Dated::Late => numbers::LATE_WHEN,
            Dated::Failure => numbers::CASE_WHEN,
        }
    }
}

impl Panel {
    /// Simulates `parameters`, whose responses have acted, once, with the random numbers of the first replicate of the first
    /// draw under `seed`.
    ///
    /// # Errors
    /// A stop was requested.
    pub(crate) fn new(parameters: &Parameters, seed: u64, progress: &dyn Progress) -> Result<Self, Interrupted> {
        let numbers = CommonNumbers::new(seed, 0, 0);
        let schedule = Schedule::new(parameters);
        let kernel = schedule.first();
        progress.begins(u64::from(kernel.periods));
        let graph = Graph::new(parameters, seed, 0).map(Arc::new);
        let on_network = graph.is_some();
        let (services, happenings, purchases) = match graph {
            Some(graph) => {
                let mut people = NetworkPopulation::new(kernel, graph, numbers, true);
                people.follow_purchases();
                let services = simulate(&schedule, &mut people, progress);
                (services, people.take_happenings(), people.take_purchases())
            }
            None => {
                let mut mixing = MixingPopulation::with_purchases(kernel, numbers);
                let services = simulate(&schedule, &mut mixing, progress);
                (services, mixing.take_happenings(), mixing.take_purchases())
            }
        };
        if progress.is_stopped() {
            return Err(Interrupted);
        }
        let mut register = Register::at_start(kernel, on_network);
        register.replay(kernel, happenings, purchases);
        let Register { customers, failures, bought, .. } = register;
        Ok(Panel { numbers, services, customers, failures, purchases: bought, schedule })
    }

    /// The random numbers that date something at a seat in a period.
    pub(crate) fn dates(&self, t: u32, what: Dated, seat: Seat) -> Stream {
        self.numbers.at(t, what.number(), seat)
    }
}

/// Lives all periods: what a case met at the desk in each.
fn simulate(schedule: &Schedule, population: &mut (impl Population + Send), progress: &dyn Progress) -> Vec<Service> {
    let mut watched = Watched::new(population, progress);
    live_in_pool(schedule, &mut watched, |_, _| ());
    watched.periods.iter().map(|period| period.service).collect()
}

/// Who sits where, while a simulation is told again.
struct Register {
    customers: Vec<Member>,
    seated: HashMap<Seat, usize>,
    failures: Vec<Met>,
    bought: Vec<Bought>,
}

impl Register {
    /// Everybody who is a customer at the start.
    fn at_start(kernel: &Kernel, on_network: bool) -> Self {
        let starting = largest_remainder(kernel.customers, kernel.acquisition.shares());
        let starting: Vec<u64> = starting.iter().map(|&customers| customers as u64).collect();
        let member = |number: u64| {
            let (class, place) = place_in(&starting, number);
            let class = kernel.classes[class];
            let seat = if on_network { number } else { class.address << 32 | place };
            Member { seat, segment: class.segment, joined: None, left: None }
        };
        let customers: Vec<Member> = (0..starting.iter().sum()).map(member).collect();
        let seated = customers.iter().map(|member| member.seat).zip(0..).collect();
        Register { customers, seated, failures: Vec::new(), bought: Vec::new() }
    }

    /// Goes through what happened and was bought, period by period.
    fn replay(&mut self, kernel: &Kernel, mut happenings: Vec<Happening>, mut purchases: Vec<Purchase>) {
        // Within a period the log of a seat is in the order of time.
        happenings.sort_by_key(|happening| (happening.t, happening.seat));
        purchases.sort_by_key(|purchase| (purchase.t, purchase.is_late, purchase.seat));
        let (mut happenings, mut purchases) = (&happenings[..], &purchases[..]);
        let of_start = numbers::halves_counted(kernel.money.counted, true);
        let is_of_start =
            |purchase: &Purchase| of_start.contains(if purchase.is_late { &numbers::LATE } else { &numbers::EARLY });
        for t in 0..kernel.periods {
            let here;
            (here, purchases) = purchases.split_at(purchases.partition_point(|purchase| purchase.t <= t));
            let (of_start, of_end) = here.split_at(here.partition_point(is_of_start));
            self.buy(of_start);
            let happened;
            (happened, happenings) = happenings.split_at(happenings.partition_point(|happening| happening.t <= t));
            happened.iter().for_each(|happening| self.happen(happening));
            self.buy(of_end);
        }
    }

    fn buy(&mut self, purchases: &[Purchase]) {
        let seated = &self.seated;
        let bought = |&Purchase { seat, t, is_late, worth }: &Purchase| {
            seated.get(&seat).map(|&customer| Bought { customer, t, is_late, worth })
        };
        self.bought.extend(purchases.iter().filter_map(bought));
    }

    fn happen(&mut self, &Happening { seat, t, what }: &Happening) {
        match what {
            What::Failed { kind, route, at_once, outcome, .. } => {
                if let Some(&customer) = self.seated.get(&seat) {
                    self.failures.push(Met { customer, t, kind: KindIdx(kind.into()), route, at_once, outcome });
                }
            }
            What::Left => {
                if let Some(customer) = self.seated.remove(&seat) {
                    self.customers[customer].left = Some(t);
                }
            }
            What::Joined { segment, .. } => {
                self.seated.insert(seat, self.customers.len());
                let segment = SegmentIdx(segment.into());
                self.customers.push(Member { seat, segment, joined: Some(t), left: None });
            }
            What::Forgot => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use crate::engine::agents::chronicle::Chronicle;
    use crate::engine::agents::mixing::MixingPopulation;
    use crate::engine::agents::panel::{Bought, Panel};
    use crate::engine::progress::{NoProgress, Progress};
    use crate::input::build::StudyBuilder;
    use crate::model::money::Account;
    use crate::model::period::live_by_account;
    use crate::model::row::{Column, Row};
    use crate::model::schedule::Schedule;
    use crate::random::address::CommonNumbers;

    /// A study in which everything that differs between customers does.
    fn study() -> StudyBuilder {
        StudyBuilder::builtin("city-hotel")
            .set("study.engine", "\"agents\"")
            .set("market.customers", 3000)
            .set("horizon.periods", 18)
            .set("individuals.spend_cv", 0.5)
            .set("individuals.loyalty_sd", 0.4)
            .set("tenure.newcomer_margin", 0.6)
            .set("loyalty.spend.aggrieved", 0.7)
    }

    /// A stop is requested when it has been asked for so many times.
    struct StopAt(AtomicU64, u64);

    impl Progress for StopAt {
        fn begins(&self, _: u64) {}

        fn advances(&self) {}

        fn is_stopped(&self) -> bool {
            self.0.fetch_add(1, Ordering::Relaxed) >= self.1
        }
    }

    #[test]
    fn a_stop_may_come_at_any_time() {
        for network in ["mixing", "small-world"] {
            for counted in ["start", "average", "end"] {
                let study = study()
                    .set("network.kind", format!("\"{network}\""))
                    .set("market.customers", 100)
                    .set("market.prospects", 300)
                    .set("horizon.periods", 2)
                    .set("horizon.customers_counted", format!("\"{counted}\""))
                    .study();
                let scenario = &study.scenarios[0];
                let parameters = scenario.strategies[0].parameters.with_point_values();
                let whole = Chronicle::new(&study, scenario, &NoProgress).expect("nobody stops it");
                let (mut panels, mut chronicles) = (0, 0);
                for asked in 0..150 {
                    let stop = || StopAt(AtomicU64::new(0), asked);
                    panels += u32::from(Panel::new(&parameters, 5, &stop()).is_ok());
                    chronicles += u32::from(Chronicle::new(&study, scenario, &stop()).is_ok());
                    whole.lives(&[0..3, 50..57], &stop());
                }
                // Early stops interrupt, late ones come after the end.
                assert!((1..150).contains(&panels) && (1..150).contains(&chronicles), "{panels} {chronicles}");
            }
        }
    }

    #[test]
    fn a_panel_has_all_that_the_engine_counts() {
        for counted in ["start", "average", "end"] {
            let study = study().set("horizon.customers_counted", format!("\"{counted}\"")).study();
            let parameters = study.scenarios[0].strategies[3].parameters.with_point_values();
            let panel = Panel::new(&parameters, 5, &NoProgress).expect("nobody stops it");
            let schedule = Schedule::new(&parameters);
            let kernel = schedule.first();
            let mut mixing = MixingPopulation::new(kernel, CommonNumbers::new(5, 0, 0), false);
            let (mut rows, mut margins) = (Vec::new(), Vec::new());
            let life = live_by_account(&schedule, &mut mixing, |_, row: &Row, accounts| {
                rows.push(*row);
                margins.push(accounts.get(Account::Margin));
            });
            let sum = |column: Column| rows.iter().map(|row| row.get(column)).sum::<f64>();
            assert_eq!(panel.failures.len() as f64, sum(Column::Episodes), "{counted}");
            let outcomes = [Column::Silent, Column::Unresolved, Column::Resolved, Column::Quick].map(sum);
            for (outcome, number) in outcomes.into_iter().enumerate() {
                let found = panel.failures.iter().filter(|failure| failure.outcome as usize == outcome).count();
                assert_eq!(found as f64, number, "{counted}, {outcome}");
            }
            assert_eq!(panel.customers.iter().filter(|m| m.left.is_some()).count() as f64, life.lost, "{counted}");
            let joined = panel.customers.iter().filter(|m| m.joined.is_some()).count();
            assert_eq!(joined as f64, sum(Column::Organic) + sum(Column::Bought), "{counted}");
            // The margin of every period, purchase by purchase.
            for (t, &margin) in margins.iter().enumerate() {
                let bought = panel.purchases.iter().filter(|bought| bought.t as usize == t);
                let each =
                    |bought: &Bought| bought.worth * kernel.money.margin[panel.customers[bought.customer].segment.0];
                let found: f64 = bought.map(each).sum();
                assert!((found - margin).abs() < 1e-9 * margin, "{counted}, {t}: {found}, {margin}");
            }
            let worth: f64 = panel.purchases.iter().map(|b| b.worth).sum();
            assert!(worth > 0.0 && panel.purchases.len() as f64 > worth, "aggrieved guests and newcomers spend less");
        }
    }

    #[test]
    fn whoever_buys_or_meets_a_failure_is_a_customer_then() {
        for kind in ["mixing", "random"] {
            let study = study()
                .set("network.kind", format!("\"{kind}\""))
                .set("market.prospects", 4000)
                .set("acquisition.return_per_year", 0.3)
                .study();
            let parameters = study.scenarios[0].strategies[0].parameters.with_point_values();
            let panel = Panel::new(&parameters, 6, &NoProgress).expect("nobody stops it");
            assert!(panel.customers.iter().any(|member| member.joined.is_some() && member.left.is_some()), "{kind}");
            let is_there = |customer: usize, t: u32| {
                let member = &panel.customers[customer];
                member.joined.is_none_or(|joined| joined <= t) && member.left.is_none_or(|left| t <= left)
            };
            assert!(panel.failures.iter().all(|failure| is_there(failure.customer, failure.t)), "{kind}");
            assert!(panel.purchases.iter().all(|bought| is_there(bought.customer, bought.t)), "{kind}");
            // By two halves of a period, as many as the rate says: 4 standard errors.
            let kernel = panel.schedule.first();
            let years = |member: &super::Member| {
                let from = member.joined.map_or(0.0, |t| f64::from(t) + 0.5);
                let to = member.left.map_or(f64::from(kernel.periods), |t| f64::from(t) + 0.5);
                (to - from) / kernel.periods_per_year
            };
            let rate = |member: &super::Member| parameters.segments[member.segment.0].purchases_per_year;
            let mean: f64 = panel.customers.iter().map(|member| years(member) * rate(member)).sum();
            let number = panel.purchases.len() as f64;
            assert!((number - mean).abs() < 4.0 * mean.sqrt(), "{kind}: {number}, {mean}");
        }
    }
}
