//! The order of a period, and of a life of T periods: `docs/model.md`, sections 3 to 8.

use crate::model::acquisition::{AcquisitionRules, Pools};
use crate::model::customer::CustomerRules;
use crate::model::incidence::IncidenceRules;
use crate::model::loyalty::LoyaltyRules;
use crate::model::money::{Account, Accounts, Activity, LastPeriod, MoneyRules};
use crate::model::population::{Flow, Population};
use crate::model::remedy::RemedyRules;
use crate::model::route::{DeskRules, Routes};
use crate::model::row::{Column, Row};
use crate::model::word_of_mouth::{Stocks, WordOfMouthRules};
use crate::scenario::case::{AcquisitionPolicy, ByOutcome, Case, Contagion, Individuals};
use crate::units::Tree;

/// All that stays the same over the periods of one case, computed once.
#[derive(Clone, Debug)]
pub struct Kernel {
    /// T: number of periods.
    pub periods: u32,
    /// Y: periods per year.
    pub periods_per_year: f64,
    /// N0: customers at the start.
    pub customers: f64,
    /// P0: prospects at the start.
    pub prospects: f64,
    /// Number of segments.
    pub segments: usize,
    /// Number of kinds of failure.
    pub kinds: usize,
    /// Sections 5 and 8: states of customers, and what those bring and cost.
    pub customer: CustomerRules,
    /// Section 3.
    pub incidence: IncidenceRules,
    /// Section 4: routes by kind.
    pub routes: Vec<Routes>,
    /// Section 4: by kind and case route, shares voiced, solicited, detected.
    pub case_shares: Vec<[[f64; 3]; 2]>,
    /// Section 4: what is paid on cases and what the front line settles, by kind.
    pub remedies: RemedyRules,
    /// Section 4: the desk.
    pub desk: DeskRules,
    /// Section 5.
    pub loyalty: LoyaltyRules,
    /// Section 6.
    pub word_of_mouth: WordOfMouthRules,
    /// Section 6: mean messages by outcome.
    pub told: ByOutcome,
    /// Section 6: dispersion of messages.
    pub dispersion: f64,
    /// Section 6: share of unhappy customers who post in public.
    pub public_share: f64,
    /// Section 6: people a post reaches.
    pub public_audience: f64,
    /// Section 6: mean positive messages in a period of a customer without an episode who bears no grudge.
    pub praise: f64,
    /// Section 7.
    pub acquisition: AcquisitionRules,
    /// Section 8.
    pub money: MoneyRules,
    /// Section 9: how customers differ.
    pub individuals: Individuals,
    /// Section 9: how adoption spreads, under that policy.
    pub contagion: Option<Contagion>,
}

impl Kernel {
    /// The kernel of a case whose uncertain numbers are drawn and whose responses have acted.
    pub fn new(case: &Case) -> Self {
        let routes: Vec<Routes> = case.failures.iter().map(|failure| Routes::new(case, failure)).collect();
        let heard: Vec<f64> = routes.iter().map(Routes::heard).collect();
        let loyalty = LoyaltyRules::new(case);
        let remedies = RemedyRules::new(case);
        Kernel {
            periods: case.horizon.periods,
            periods_per_year: case.horizon.period.per_year(),
            customers: case.market.customers,
            prospects: case.market.prospects,
            segments: case.segments.len(),
            kinds: case.failures.len(),
            customer: CustomerRules::new(case),
            incidence: IncidenceRules::new(case, &heard),
            remedies,
            desk: DeskRules::new(case),
            case_shares: routes.iter().enumerate().map(|(k, r)| r.case_shares(loyalty.routes_alike(k))).collect(),
            loyalty,
            routes,
            word_of_mouth: WordOfMouthRules::new(case),
            told: case.word_of_mouth.told.clone(),
            dispersion: case.word_of_mouth.dispersion,
            public_share: case.word_of_mouth.public_share,
            public_audience: case.word_of_mouth.public_audience,
            praise: case.word_of_mouth.told_per_year_without_failure / case.horizon.period.per_year(),
            acquisition: AcquisitionRules::new(case),
            money: MoneyRules::new(case),
            individuals: case.individuals.clone(),
            contagion: (case.acquisition.policy == AcquisitionPolicy::Contagion).then(|| case.contagion.clone()),
        }
    }
}

/// What one life of a population comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Life {
    /// Present values by account, terminal value included.
    pub worth: Accounts,
    /// Customers lost over the horizon.
    pub lost: f64,
    /// Market damage: yearly margin of the customers lost in excess, undiscounted money.
    pub lost_yearly_margin: f64,
    /// Customers active after the last period.
    pub active_after: f64,
    /// All episodes by route, outcome and stay; the cohort engine does not tell.
    pub tree: Tree,
}

/// Lives T periods and shows each one's row to `watch`.
pub fn live(kernel: &Kernel, population: &mut impl Population, mut watch: impl FnMut(u32, &Row)) -> Life {
    let segments = kernel.segments;
    let mut life = Life::default();
    let mut rates = kernel.incidence.rates();
    let mut incidence = kernel.incidence.incidence();
    let mut stocks = Stocks::default();
    let mut pools = Pools { prospects: kernel.prospects, lapsed: 0.0, spent: 0.0 };
    let (mut organic, mut bought, mut stayers) = (vec![0.0; segments], vec![0.0; segments], vec![0.0; segments]);
    let mut last = None;
    for t in 0..kernel.periods {
        let mut activity = Activity::default();
        for g in 0..segments {
            let active = population.active(g);
            activity.active += active;
            activity.retention += active * kernel.money.retention[g];
            if let Some(tenure) = &kernel.customer.tenure {
                let newcomers = population.newcomers(kernel, g);
                activity.retention += newcomers * (tenure.retention - 1.0) * kernel.money.retention[g];
            }
        }
        // 1. Who meets a failure, and who speaks (sections 3, 4).
        kernel.incidence.read(&rates, t, &mut incidence);
        let hearing = kernel.word_of_mouth.hearing(&stocks);
        let met = population.meet_failures(kernel, t, &incidence, &hearing);
        for g in 0..segments {
            activity.margin += kernel.money.margin[g] * population.purchases(kernel, t, g);
        }
        // 2. What the desk can do with so many cases (section 4).
        let service = kernel.desk.service(met.desk_cases);
        // 3. How it ends, who stays, what is told (sections 4, 5, 6).
        let settled = population.settle(kernel, t, service, &hearing);
        // 4. Who comes (section 7), from the stocks at the start of the period.
        for (g, stayed) in stayers.iter_mut().enumerate() {
            *stayed = population.stayers(g);
        }
        let joined = population.flow(t, Flow::Organic, pools.prospects, hearing.join);
        population.split_organic(t, joined, kernel.acquisition.shares(), &mut organic);
        kernel.acquisition.buy(t, &pools, &stayers, &organic, &mut bought);
        let returning = population.flow(t, Flow::Returning, pools.lapsed, kernel.acquisition.returning);
        let mut bought_all = 0.0;
        for g in 0..segments {
            bought[g] = population.whole(bought[g]);
            bought_all += bought[g];
            activity.acquisition += kernel.acquisition.cost[g] * bought[g];
            population.welcome(kernel, t, g, organic[g] + bought[g]);
        }
        // 5. What it is worth (section 8).
        activity.cases = met.cases;
        activity.invocations = met.invocations;
        activity.desk_cases = met.desk_cases;
        activity.compensation = kernel.remedies.factor * settled.remedies;
        let accounts = kernel.money.accounts(t, &activity);
        let discount = kernel.money.discount(t);
        for (worth, amount) in life.worth.0.iter_mut().zip(&accounts.0) {
            *worth += discount * amount;
        }
        let stayed: f64 = stayers.iter().sum();
        let lost = activity.active - stayed;
        life.lost += lost;
        life.lost_yearly_margin += settled.lost_margin * kernel.periods_per_year;
        life.tree.add_all(&settled.tree, 1.0);

        let mut row = Row::default();
        row.set(Column::Active, activity.active);
        row.set(Column::Prospects, pools.prospects);
        row.set(Column::Lapsed, pools.lapsed);
        row.set(Column::Episodes, met.episodes);
        row.0[Column::Silent as usize..=Column::Quick as usize].copy_from_slice(&settled.outcomes);
        row.set(Column::LostNatural, settled.lost_natural);
        row.0[Column::LostSilent as usize..=Column::LostQuick as usize].copy_from_slice(&settled.lost_by_outcome);
        row.set(Column::LostWordOfMouth, settled.lost_word_of_mouth);
        row.set(Column::Organic, joined);
        row.set(Column::Bought, bought_all);
        row.set(Column::Nwom, settled.negative_messages);
        row.set(Column::Pwom, settled.positive_messages);
        row.set(Column::Contribution, accounts.contribution());
        row.set(Column::Programme, accounts.programme());
        watch(t, &row);

        // 6. On to the next period.
        pools.spent += accounts.get(Account::Acquisition);
        // Rounding must not leave less than nobody.
        pools.prospects = (pools.prospects - joined - bought_all).max(0.0) + returning;
        pools.lapsed = pools.lapsed - returning + lost;
        kernel.word_of_mouth.tell(&mut stocks, settled.negative_messages, settled.positive_messages);
        kernel.incidence.learn(&mut rates, t);
        if t + 1 == kernel.periods {
            let active_after = (0..segments).map(|g| population.active(g)).sum();
            life.active_after = active_after;
            last = Some(LastPeriod { accounts, active: activity.active, stayers: stayed, active_after });
        }
    }
    if let Some(last) = last {
        kernel.money.add_terminal_value(kernel.periods, &last, &mut life.worth);
    }
    life
}
