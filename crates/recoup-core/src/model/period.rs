//! The order of a period, and of a life of T periods: `docs/model.md`, sections 3 to 8.

use crate::model::acquisition::Pools;
use crate::model::incidence::Learned;
use crate::model::kernel::Kernel;
use crate::model::money::{Account, Accounts, Activity, LastPeriod};
use crate::model::population::{Flow, Met, Population, Settled};
use crate::model::route::Service;
use crate::model::row::{Column, Row};
use crate::model::schedule::Schedule;
use crate::model::segment::{SegmentColumn, SegmentRow};
use crate::model::word_of_mouth::Stocks;
use crate::units::Tree;

/// What one life of a population comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Life {
    /// Present values by account, terminal value included.
    pub worth: Accounts,
    /// The terminal value in the accounts that it is made of, as present value.
    pub beyond: Accounts,
    /// Customers lost over the horizon.
    pub lost: f64,
    /// Market damage: yearly margin of the customers lost in excess, undiscounted money.
    pub lost_yearly_margin: f64,
    /// Customers active after the last period.
    pub active_after: f64,
    /// All episodes by route, outcome and stay; empty in the cohort engine.
    pub tree: Tree,
    /// Whether its worth beyond the horizon has no end, and is left out.
    pub endless: bool,
    /// By segment: what it came to.
    pub segments: Vec<SegmentRow>,
}

/// Buffers for one period, class by class.
struct Period {
    before: Vec<f64>,
    newcomers_before: Vec<f64>,
    stayers: Vec<f64>,
    organic: Vec<f64>,
    bought: Vec<f64>,
    met: Vec<Met>,
    settled: Vec<Settled>,
    /// By segment.
    activity: Vec<Activity>,
}

impl Period {
    fn new(kernel: &Kernel) -> Self {
        let zeros = || vec![0.0; kernel.classes.len()];
        Period {
            before: zeros(),
            newcomers_before: zeros(),
            stayers: zeros(),
            organic: zeros(),
            bought: zeros(),
            met: vec![Met::default(); kernel.classes.len()],
            settled: vec![Settled::default(); kernel.classes.len()],
            activity: vec![Activity::default(); kernel.segments],
        }
    }

    /// Notes who is there.
    fn begin(&mut self, kernel: &Kernel, population: &impl Population) {
        self.met.fill(Met::default());
        self.settled.fill(Settled::default());
        self.activity.fill(Activity::default());
        for (class, before) in self.before.iter_mut().enumerate() {
            *before = population.active(class);
            if kernel.customer.tenure.is_some() {
                self.newcomers_before[class] = population.newcomers(kernel, class);
            }
        }
    }

    /// Sums up what each segment's customers bought, cost and met.
    fn account(&mut self, kernel: &Kernel, population: &mut impl Population, t: u32) {
        let money = &kernel.money;
        for class in 0..self.before.len() {
            let segment = kernel.segment(class);
            let counted = money.counted.of(self.before[class], population.active(class));
            let activity = &mut self.activity[segment.0];
            activity.counted += counted;
            activity.retention += counted * money.retention[segment.0];
            activity.soliciting += counted * money.soliciting[segment.0];
            if let Some(tenure) = &kernel.customer.tenure {
                let after = population.newcomers(kernel, class);
                let newcomers = money.counted.of(self.newcomers_before[class], after);
                activity.retention += newcomers * (tenure.retention - 1.0) * money.retention[segment.0];
            }
            activity.margin += money.margin[segment.0] * population.purchases(kernel, t, class);
            activity.acquisition += kernel.acquisition.price(class, self.bought[class]);
            let (met, settled) = (&self.met[class], &self.settled[class]);
            activity.cases += met.cases;
            activity.invocations += met.invocations;
            activity.desk_cases += met.desk_cases;
            activity.compensation += settled.remedies;
        }
    }
}

/// Runs T periods and passes each one's row to `progress`.
pub fn live(schedule: &Schedule, population: &mut impl Population, mut progress: impl FnMut(u32, &Row)) -> Life {
    live_by_account(schedule, population, |t, row, _| progress(t, row))
}

/// [`live`], with the accounts of every period, undiscounted.
pub fn live_by_account(
    schedule: &Schedule,
    population: &mut impl Population,
    mut progress: impl FnMut(u32, &Row, &Accounts),
) -> Life {
    live_and_tell(schedule, population, &mut progress)
}

/// [`live_by_account`], compiled once for a kind of population, whoever listens.
fn live_and_tell(
    schedule: &Schedule,
    population: &mut impl Population,
    progress: &mut dyn FnMut(u32, &Row, &Accounts),
) -> Life {
    let mut phases = schedule.phases().iter().peekable();
    let mut kernel = schedule.first();
    let mut life = Life { segments: vec![SegmentRow::default(); kernel.segments], ..Life::default() };
    let mut learned = Learned::nothing(kernel.kinds);
    let mut incidence = kernel.incidence.incidence();
    // Whether the incidence that was read holds until the kernel changes.
    let mut is_steady = false;
    let mut stocks = Stocks::default();
    let mut pools = Pools { prospects: kernel.prospects, lapsed: 0.0, budget: 0.0 };
    let mut period = Period::new(kernel);
    for t in 0..kernel.periods {
        if let Some(phase) = phases.next_if(|phase| phase.first == t)
            && t > 0
        {
            kernel = &phase.kernel;
            population.adopt(kernel);
            is_steady = false;
        }
        period.begin(kernel, population);
        let active: f64 = period.before.iter().sum();
        // 1. Who meets a failure, and who speaks (sections 3, 4).
        if !is_steady {
            kernel.incidence.read(&learned, t, &mut incidence);
            is_steady = kernel.incidence.is_steady(kernel.periods);
        }
        let hearing = kernel.word_of_mouth.hearing(&stocks);
        population.meet_failures(kernel, t, &incidence, &hearing, &mut period.met);
        // 2. What the desk can do with so many cases (section 4).
        let service = kernel.desk.service(period.met.iter().map(|met| met.desk_cases).sum());
        // 3. How it ends, who stays, what is told (sections 4, 5, 6).
        let told = population.settle(kernel, t, service, &hearing, &mut period.settled);
        // 4. Who comes (section 7), from the stocks at the start of the period.
        for (class, stayed) in period.stayers.iter_mut().enumerate() {
            *stayed = population.active(class);
        }
        let joined = population.flow(t, Flow::Organic, pools.prospects, hearing.join);
        population.split_organic(t, joined, kernel, &mut period.organic);
        kernel.acquisition.fill_budget(&mut pools);
        kernel.acquisition.buy(t, &pools, &period.stayers, &period.organic, &mut period.bought);
        let returning = population.flow(t, Flow::Returning, pools.lapsed, kernel.acquisition.returning);
        let mut bought_all = 0.0;
        for class in 0..period.bought.len() {
            period.bought[class] = population.whole(period.bought[class]);
            bought_all += period.bought[class];
            population.welcome(kernel, t, class, period.organic[class] + period.bought[class]);
        }
        // 5. What it is worth (section 8).
        period.account(kernel, population, t);
        let mut accounts = Accounts::default();
        let horizon = kernel.money.horizon();
        let discount = horizon.discount_cash(t);
        for (segment, activity) in period.activity.iter().enumerate() {
            let own = kernel.money.accounts_of_segment(segment, activity);
            life.segments[segment].add_money(&own, discount);
            accounts.add_all(&own);
        }
        let begins = t == schedule.starts();
        kernel.money.add_shared(begins, &mut accounts);
        for (worth, amount) in life.worth.0.iter_mut().zip(&accounts.0) {
            *worth += discount * amount;
        }
        if begins {
            // Setup is paid when the strategy starts, whenever the cash of a period falls.
            let setup = accounts.get(Account::Setup);
            life.worth.add(Account::Setup, (horizon.discount(t) - discount) * setup);
        }
        let stayed: f64 = period.stayers.iter().sum();
        let lost = active - stayed;
        life.lost += lost;
        let mut settled = Settled::default();
        let mut met = Met::default();
        for class in 0..period.met.len() {
            let excess = period.settled[class].excess();
            life.lost_yearly_margin += excess * kernel.margin_per_period(class) * kernel.periods_per_year;
            let segment = &mut life.segments[kernel.segment(class).0];
            segment.add_period(t, period.before[class], &period.met[class], &period.settled[class]);
            met.add(&period.met[class]);
            settled.add(&period.settled[class]);
        }
        life.tree.add_all(&told.tree, 1.0);

        let mut row = Row::default();
        row.set(Column::Active, active);
        row.set(Column::Prospects, pools.prospects);
        row.set(Column::Lapsed, pools.lapsed);
        row.set(Column::Episodes, met.episodes);
        row.0[Column::Silent as usize..=Column::Quick as usize].copy_from_slice(&settled.outcomes);
        row.set(Column::LostNatural, settled.lost_natural);
        row.0[Column::LostSilent as usize..=Column::LostQuick as usize].copy_from_slice(&settled.lost_by_outcome);
        row.set(Column::LostWordOfMouth, settled.lost_word_of_mouth);
        row.set(Column::Organic, joined);
        row.set(Column::Bought, bought_all);
        row.set(Column::Nwom, told.negative);
        row.set(Column::Pwom, told.positive);
        row.set(Column::Contribution, accounts.contribution());
        row.set(Column::Programme, accounts.programme());
        row.set(Column::Setup, accounts.get(Account::Setup));
        set_desk(&mut row, &service);
        progress(t, &row, &accounts);

        // 6. On to the next period.
        kernel.acquisition.spend(&mut pools, accounts.get(Account::Acquisition));
        // Rounding must not leave a negative number of people.
        pools.prospects = (pools.prospects - joined - bought_all).max(0.0) + returning;
        pools.lapsed = pools.lapsed - returning + lost;
        kernel.word_of_mouth.tell(&mut stocks, told.negative, told.positive);
        kernel.incidence.learn(&mut learned, t);
        if t + 1 == kernel.periods {
            let counted = period.activity.iter().map(|activity| activity.counted).sum();
            for class in 0..kernel.classes.len() {
                let after = population.active(class);
                life.active_after += after;
                life.segments[kernel.segment(class).0].add(SegmentColumn::CustomersEnd, after);
            }
            let last = LastPeriod { accounts, active, counted, stayers: stayed, active_after: life.active_after };
            life.endless = kernel.money.add_terminal_value(kernel.periods, &last, &mut life.worth, &mut life.beyond);
        }
    }
    life
}

fn set_desk(row: &mut Row, service: &Service) {
    row.set(Column::DeskLoad, service.load);
    row.set(Column::DeskUtilisation, service.utilisation);
    row.set(Column::DeskServed, service.served);
    row.set(Column::DeskInTime, service.in_time);
}
