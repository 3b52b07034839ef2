//! The life of one customer under every strategy.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::engine::agents::chronicle::Chronicle;
use crate::engine::agents::happening::{Happening, Seat, What};
use crate::scenario::study::Scenario;
use crate::units::memory;

/// One customer, told strategy by strategy.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Their number.
    pub customer: u64,
    /// Name of their segment.
    pub segment: Arc<str>,
    /// What became of them under each strategy, the reference first.
    pub fates: Vec<Fate>,
}

/// What became of a customer under one strategy.
#[derive(Clone, Debug, PartialEq)]
pub struct Fate {
    /// Name of the strategy.
    pub strategy: Arc<str>,
    /// By period: whether they were a customer and how often they bought.
    pub periods: Vec<Presence>,
    /// What happened to them, in order.
    pub happenings: Vec<Happening>,
    /// Present value of their purchases less what it costs to serve and keep them, in money.
    pub worth: f64,
}

/// One period of a customer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Presence {
    /// Whether they were a customer at its start.
    pub active: bool,
    /// Purchases.
    pub purchases: f64,
}

impl Fate {
    /// The period in which they left for good, if they did.
    pub fn left(&self) -> Option<u32> {
        let last = self.happenings.iter().rev().find(|h| matches!(h.what, What::Left | What::Joined { .. }))?;
        (last.what == What::Left).then_some(last.t)
    }
}

/// The story of customer number `customer`.
pub fn story(chronicle: &Chronicle, scenario: &Scenario, customer: u64) -> Story {
    let (segment, seat) = chronicle.seat(customer);
    let parameters = &scenario.strategies[0].parameters.point;
    let fates = scenario.strategies.iter().enumerate().map(|(i, strategy)| Fate {
        strategy: strategy.name.clone(),
        ..fate(chronicle, i, seat, strategy.parameters.point.horizon.periods)
    });
    Story { customer, segment: parameters.segments[segment].name.clone(), fates: fates.collect() }
}

fn fate(chronicle: &Chronicle, strategy: usize, seat: Seat, periods: u32) -> Fate {
    let Some(mut segment) = chronicle.segment(strategy, seat) else {
        // Under this strategy nobody ever sat there at the start.
        let periods = vec![Presence::default(); periods as usize];
        return Fate { strategy: Arc::from(""), periods, happenings: Vec::new(), worth: 0.0 };
    };
    let told = &chronicle.strategies[strategy];
    let from = told.happenings.partition_point(|happening| happening.seat < seat);
    let mut happenings: Vec<Happening> =
        told.happenings[from..].iter().take_while(|happening| happening.seat == seat).copied().collect();
    if !chronicle.on_network
        && let Some(left) = happenings.iter().position(|happening| happening.what == What::Left)
    {
        // Who sits there next is somebody else.
        happenings.truncate(left + 1);
    }
    let (mut active, mut remembered, mut worth) = (true, memory::CLEAN, 0.0);
    let presence = (0..periods).map(|t| {
        let (here, of) = (active, segment);
        // Tenure is left out: who was there at the start is established.
        let kernel = told.schedule.at(t);
        let (money, bought_for) = (&kernel.money, kernel.customer.spend(remembered));
        for happening in happenings.iter().filter(|happening| happening.t == t) {
            match happening.what {
                What::Left => active = false,
                What::Joined { segment: joined, .. } => {
                    (active, segment, remembered) = (true, usize::from(joined), memory::CLEAN);
                }
                What::Failed { remembers, .. } => remembered = usize::from(remembers),
                What::Forgot => remembered = memory::CLEAN,
            }
        }
        if !here {
            return Presence::default();
        }
        let (purchases, spend) = chronicle.purchases(strategy, of, seat, t);
        let counted = money.counted.of(1.0, if active { 1.0 } else { 0.0 });
        let cash = purchases * spend * bought_for * money.margin[of] - money.retention[of];
        worth += money.horizon().discount_cash(t) * counted * cash;
        Presence { active: true, purchases }
    });
    let periods = presence.collect();
    Fate { strategy: Arc::from(""), periods, happenings, worth }
}

/// The numbers of the `most` customers whose lives differ most between strategies, in worth; none whose
/// lives do not differ.
pub fn most_different(chronicle: &Chronicle, scenario: &Scenario, most: usize) -> Vec<u64> {
    // Lives differ where customers leave (or return) in different periods.
    let mut moves: BTreeMap<u64, Vec<Vec<u32>>> = BTreeMap::new();
    let strategies = chronicle.strategies.len();
    for (i, told) in chronicle.strategies.iter().enumerate() {
        for happening in &told.happenings {
            if !matches!(happening.what, What::Left | What::Joined { .. }) {
                continue;
            }
            let Some(customer) = chronicle.customer(happening.seat) else { continue };
            let of_customer = &mut moves.entry(customer).or_insert_with(|| vec![Vec::new(); strategies])[i];
            // With mixing only the first customer of a seat is followed.
            if chronicle.on_network || of_customer.is_empty() {
                of_customer.push(happening.t);
            }
        }
    }
    moves.retain(|_, by_strategy| by_strategy.windows(2).any(|pair| pair[0] != pair[1]));
    let spread = |customer: u64| {
        let worths = story(chronicle, scenario, customer).fates.into_iter().map(|fate| fate.worth);
        let (low, high) = worths.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), w| (l.min(w), h.max(w)));
        high - low
    };
    let mut found: Vec<(f64, u64)> = moves.into_keys().map(|customer| (spread(customer), customer)).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.into_iter().take(most).map(|(_, customer)| customer).collect()
}
