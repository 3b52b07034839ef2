//! The life of one customer under every strategy.

use std::ops::Range;
use std::sync::Arc;

use crate::engine::agents::chronicle::{Chronicle, Lives};
use crate::engine::agents::happening::{Happening, Seat, What};
use crate::engine::progress::Progress;
use crate::engine::simulate::Interrupted;
use crate::scenario::study::Scenario;
use crate::units::{SegmentIdx, StrategyIdx, memory};

/// One customer, strategy by strategy.
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

/// The stories of those customers, by their numbers.
pub fn stories(chronicle: &Chronicle, scenario: &Scenario, customers: &[u64], progress: &dyn Progress) -> Vec<Story> {
    let mut sorted: Vec<Range<u64>> = customers.iter().map(|&customer| customer..customer + 1).collect();
    sorted.sort_by_key(|range| range.start);
    sorted.dedup();
    let lives = chronicle.lives(&sorted, progress);
    customers.iter().map(|&customer| story(chronicle, scenario, customer, &lives)).collect()
}

/// The story of one customer, whose life is one of `lives`.
fn story(chronicle: &Chronicle, scenario: &Scenario, customer: u64, lives: &Lives) -> Story {
    let (segment, seat) = chronicle.seat(customer);
    let parameters = &scenario.strategies[0].parameters.point;
    let fates = scenario.strategies.iter().zip(lives).enumerate().map(|(i, (strategy, happenings))| Fate {
        strategy: strategy.name.clone(),
        ..fate(chronicle, StrategyIdx(i), seat, of_seat(happenings, seat), strategy.parameters.point.horizon.periods)
    });
    Story { customer, segment: parameters.segments[segment.0].name.clone(), fates: fates.collect() }
}

/// What happened to whoever has that seat.
fn of_seat(happenings: &[Happening], seat: Seat) -> &[Happening] {
    let from = happenings.partition_point(|happening| happening.seat < seat);
    let length = happenings[from..].partition_point(|happening| happening.seat == seat);
    &happenings[from..from + length]
}

fn fate(chronicle: &Chronicle, strategy: StrategyIdx, seat: Seat, happenings: &[Happening], periods: u32) -> Fate {
    let Some(mut segment) = chronicle.segment(strategy, seat) else {
        // Under this strategy nobody ever sat there at the start.
        let periods = vec![Presence::default(); periods as usize];
        return Fate { strategy: Arc::from(""), periods, happenings: Vec::new(), worth: 0.0 };
    };
    let lived = &chronicle.strategies[strategy.0];
    let mut ahead = happenings.iter().peekable();
    let (mut active, mut remembered, mut worth) = (true, memory::CLEAN, 0.0);
    let presence = (0..periods).map(|t| {
        let (here, of) = (active, segment);
        // Tenure is left out: who was there at the start is established.
        let kernel = lived.schedule.at(t);
        let (money, bought_for) = (&kernel.money, kernel.customer.spend(remembered));
        while let Some(happening) = ahead.next_if(|happening| happening.t == t) {
            match happening.what {
                What::Left => active = false,
                What::Joined { segment: joined, .. } => {
                    (active, segment, remembered) = (true, SegmentIdx(joined.into()), memory::CLEAN);
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
        let cash = purchases * spend * bought_for * money.margin[of.0] - money.retention[of.0];
        worth += money.horizon().discount_cash(t) * counted * cash;
        Presence { active: true, purchases }
    });
    let periods = presence.collect();
    Fate { strategy: Arc::from(""), periods, happenings: happenings.to_vec(), worth }
}

/// The numbers of the `most` customers whose lives differ most between strategies, in worth; none whose
/// lives do not differ.
///
/// # Errors
/// A stop was requested.
pub(crate) fn most_different(
    chronicle: &Chronicle,
    scenario: &Scenario,
    most: usize,
    progress: &dyn Progress,
) -> Result<Vec<u64>, Interrupted> {
    let spread = |customer: u64, lives: &Lives| {
        let worths = story(chronicle, scenario, customer, lives).fates.into_iter().map(|fate| fate.worth);
        let (low, high) = worths.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), w| (l.min(w), h.max(w)));
        high - low
    };
    let of_part = |customers: Range<u64>, lives: &Lives| {
        let differ = customers.filter(|&customer| {
            let seat = chronicle.seat(customer).1;
            // Lives differ where customers leave (or return) in different periods.
            let mut moves = lives.iter().map(|happenings| moves(of_seat(happenings, seat)));
            let first = moves.next();
            !progress.is_stopped() && first.is_some_and(|first| moves.any(|other| !first.clone().eq(other)))
        });
        let mut found: Vec<(f64, u64)> = differ.map(|customer| (spread(customer, lives), customer)).collect();
        keep_greatest(&mut found, most);
        found
    };
    let mut all: Vec<(f64, u64)> = Vec::new();
    chronicle.follow(progress, of_part, |found| {
        all.extend(found);
        keep_greatest(&mut all, most);
    })?;
    Ok(all.into_iter().map(|(_, customer)| customer).collect())
}

/// The periods in which somebody left or came back.
fn moves(happenings: &[Happening]) -> impl Iterator<Item = u32> + Clone + '_ {
    happenings.iter().filter(|h| matches!(h.what, What::Left | What::Joined { .. })).map(|h| h.t)
}

/// The greatest spreads, the first customer of equals.
fn keep_greatest(found: &mut Vec<(f64, u64)>, most: usize) {
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.truncate(most);
}
