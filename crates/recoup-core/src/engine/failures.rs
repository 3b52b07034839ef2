//! What the failures of a strategy come to in the expected engine: how often each kind happens and how it ends, and the cases,
//! contacts and purchases beside it.

use crate::engine::chance::MeanField;
use crate::engine::cohort::CohortPopulation;
use crate::engine::observer::{Ended, Observer};
use crate::engine::records::Record;
use crate::model::incidence::Incidence;
use crate::model::kernel::Kernel;
use crate::model::loyalty::Standing;
use crate::model::period::live;
use crate::model::population::{Flow, Met, Population, Settled, Told};
use crate::model::route::Service;
use crate::model::row::Column;
use crate::model::schedule::Schedule;
use crate::model::word_of_mouth::Hearing;
use crate::units::{Outcome, Tree};

/// Customers whose failure of one kind ended, by what they remembered and by outcome.
pub(crate) type Endings = [[f64; Outcome::ALL.len()]; Standing::COUNT];

/// What happened over the horizon, in customers, purchases and contacts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Failures {
    /// What the strategy comes to.
    pub record: Record,
    /// By kind, in the order of the schedule.
    pub kinds: Vec<Endings>,
    /// By route and outcome.
    pub tree: Tree,
    /// Customers active at the start of a period, times its length in years.
    pub customer_years: f64,
    /// Purchases of the customers who are counted.
    pub purchases: f64,
    /// Cases that took a contact, false claims included; not those that the guarantee settled.
    pub cases: f64,
    /// Of these, cases that the front line settled on the spot.
    pub settled_on_spot: f64,
    /// Contacts that the cases took.
    pub contacts: f64,
    /// Whether some cases go to a front line at all.
    pub has_front_line: bool,
    /// Load of the desk, summed over periods, in erlang.
    pub desk_load: f64,
    /// The same, each period times its share of contacts answered in time.
    pub desk_load_in_time: f64,
}

impl Failures {
    /// What happens by a schedule.
    pub(crate) fn of(schedule: &Schedule) -> Self {
        let kernel = schedule.first();
        let counts = EndingCounts { kinds: vec![Endings::default(); kernel.kinds] };
        let mut population = Counted {
            groups: CohortPopulation::observed_by(kernel, MeanField, counts),
            before: vec![0.0; kernel.classes.len()],
            sums: Failures::default(),
        };
        let years = 1.0 / kernel.periods_per_year;
        let (mut customer_years, mut load, mut load_in_time) = (0.0, 0.0, 0.0);
        let life = live(schedule, &mut population, |_, row| {
            customer_years += years * row.get(Column::Active);
            load += row.get(Column::DeskLoad);
            load_in_time += row.get(Column::DeskLoad) * row.get(Column::DeskInTime);
        });
        Failures {
            record: Record::of(&life),
            kinds: population.groups.into_observer().kinds,
            tree: life.tree,
            customer_years,
            desk_load: load,
            desk_load_in_time: load_in_time,
            ..population.sums
        }
    }
}

/// Counts how failures end, by kind.
struct EndingCounts {
    kinds: Vec<Endings>,
}

impl Observer for EndingCounts {
    #[inline]
    fn observe(&mut self, ended: &Ended) {
        self.kinds[ended.kind.0][ended.standing as usize][ended.outcome as usize] += ended.customers;
    }
}

/// Groups of customers whose cases, contacts and purchases are counted.
struct Counted {
    groups: CohortPopulation<MeanField, EndingCounts>,
    /// By class: the customers at the start of the period.
    before: Vec<f64>,
    sums: Failures,
}

impl Population for Counted {
    fn adopt(&mut self, kernel: &Kernel) {
        self.groups.adopt(kernel);
    }

    fn active(&self, class: usize) -> f64 {
        self.groups.active(class)
    }

    fn meet_failures(&mut self, kernel: &Kernel, t: u32, incidence: &Incidence, hearing: &Hearing, met: &mut [Met]) {
        for (class, before) in self.before.iter_mut().enumerate() {
            *before = self.groups.active(class);
        }
        self.groups.meet_failures(kernel, t, incidence, hearing, met);
        for (class, met) in met.iter().enumerate() {
            self.sums.cases += met.cases;
            self.sums.settled_on_spot += met.cases - met.desk_cases;
            self.sums.contacts += kernel.money.contacts(kernel.segment(class).0, met.cases, met.desk_cases);
        }
        self.sums.has_front_line |= kernel.money.has_front_line();
    }

    fn newcomers(&self, kernel: &Kernel, class: usize) -> f64 {
        self.groups.newcomers(kernel, class)
    }

    fn settle(
        &mut self,
        kernel: &Kernel,
        t: u32,
        service: Service,
        hearing: &Hearing,
        settled: &mut [Settled],
    ) -> Told {
        self.groups.settle(kernel, t, service, hearing, settled)
    }

    fn flow(&mut self, t: u32, flow: Flow, people: f64, p: f64) -> f64 {
        self.groups.flow(t, flow, people, p)
    }

    fn split_organic(&mut self, t: u32, organic: f64, kernel: &Kernel, parts: &mut [f64]) {
        self.groups.split_organic(t, organic, kernel, parts);
    }

    fn whole(&self, people: f64) -> f64 {
        self.groups.whole(people)
    }

    fn welcome(&mut self, kernel: &Kernel, t: u32, class: usize, newcomers: f64) {
        self.groups.welcome(kernel, t, class, newcomers);
    }

    fn purchases(&mut self, kernel: &Kernel, t: u32, class: usize) -> f64 {
        let customers = kernel.money.counted.of(self.before[class], self.groups.active(class));
        self.sums.purchases += customers * kernel.money.purchases[class];
        self.groups.purchases(kernel, t, class)
    }
}
