//! Acceptability: the probability that each strategy is the best one, as something moves that the model does not decide:
//! the value of a customer kept, the horizon, the budget (B. van Hout et al., Health Economics 3 (1994) 309).

use serde::{Deserialize, Serialize};

use crate::analysis::paired::extra_cost;
use crate::analysis::summary::best_of;
use crate::engine::records::Record;
use crate::math::{log10, powi};
use crate::units::StrategyIdx;

/// Steps of the value of a customer.
const STEPS: usize = 40;

/// What moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Over {
    /// Money put on a customer kept over the horizon; the margin that the model earns is left out: net = value x
    /// customers kept - extra programme cost.
    CustomerValue,
    /// Periods over which discounted cash is counted, terminal value left out.
    Horizon,
    /// Mean present value that the programme may cost more than the reference's.
    Budget,
}

impl Over {
    /// A short name for files and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Over::CustomerValue => "customer_value",
            Over::Horizon => "horizon",
            Over::Budget => "budget",
        }
    }
}

/// One place of a curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AcceptabilityPoint {
    /// Money, or periods.
    pub x: f64,
    /// By strategy: probability over the uncertain inputs that it is the best; ties share; 0 where it cannot be afforded.
    pub p_best: Vec<f64>,
    /// The strategy with the highest mean: what to choose there (the acceptability frontier).
    pub best: usize,
}

/// The probabilities of being best as one thing moves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AcceptabilityCurve {
    /// What moves.
    pub over: Over,
    /// Rising in `x`.
    pub points: Vec<AcceptabilityPoint>,
}

/// By strategy: counts of draws in which it is best, and sums of what it comes to.
#[derive(Clone, Debug)]
pub(crate) struct Wins {
    draws: f64,
    wins: Vec<f64>,
    sums: Vec<f64>,
}

impl Wins {
    /// None yet, of so many strategies.
    pub(crate) fn new(strategies: usize) -> Self {
        Wins { draws: 0.0, wins: vec![0.0; strategies], sums: vec![0.0; strategies] }
    }

    /// Adds what every strategy comes to in one draw; -infinity for one that cannot be had. Ties share.
    pub(crate) fn add(&mut self, payoffs: &[f64]) {
        let most = payoffs[best_of(payoffs)];
        let winners = payoffs.iter().filter(|p| **p == most).count() as f64;
        self.draws += 1.0;
        for ((win, sum), &payoff) in self.wins.iter_mut().zip(&mut self.sums).zip(payoffs) {
            *sum += payoff;
            if payoff == most {
                *win += 1.0 / winners;
            }
        }
    }

    /// By strategy: the share of draws in which it is best.
    pub(crate) fn p_best(&self) -> Vec<f64> {
        self.wins.iter().map(|win| win / self.draws.max(1.0)).collect()
    }

    /// The place on a curve that these draws make.
    pub(crate) fn point(&self, x: f64) -> AcceptabilityPoint {
        AcceptabilityPoint { x, p_best: self.p_best(), best: best_of(&self.sums) }
    }
}

/// `payoff`: what a strategy comes to in a draw.
fn point_at(x: f64, draws: usize, strategies: usize, payoff: impl Fn(StrategyIdx, usize) -> f64) -> AcceptabilityPoint {
    let mut wins = Wins::new(strategies);
    for draw in 0..draws {
        wins.add(&(0..strategies).map(|s| payoff(StrategyIdx(s), draw)).collect::<Vec<f64>>());
    }
    wins.point(x)
}

fn mean(records: &[Record], part: impl Fn(&Record) -> f64) -> f64 {
    records.iter().map(part).sum::<f64>() / records.len().max(1) as f64
}

/// Over the value of a customer kept, from 0 to about twice the value at which the dearest strategy pays; `None` where no
/// strategy keeps customers at a cost. `records`: by strategy, by draw.
pub(crate) fn over_customer_value(records: &[Vec<Record>]) -> Option<AcceptabilityCurve> {
    let reference = &records[0];
    let worth = |s: &Vec<Record>| {
        let kept = mean(reference, |r| r.lost) - mean(s, |r| r.lost);
        let extra = extra_cost(mean(s, |r| r.programme), mean(reference, |r| r.programme));
        (kept > 0.0 && extra > 0.0).then(|| extra / kept)
    };
    let dearest = records[1..].iter().filter_map(worth).fold(0.0, f64::max);
    if !(dearest > 0.0 && dearest.is_finite()) {
        return None;
    }
    let step = round_up(2.0 * dearest / STEPS as f64);
    let mut values: Vec<f64> = (0..=STEPS).map(|i| step * i as f64).collect();
    values.extend(changes(records).into_iter().filter(|value| *value < step * STEPS as f64));
    values.sort_by(f64::total_cmp);
    let points = values.into_iter().map(|value| {
        point_at(value, reference.len(), records.len(), |StrategyIdx(s), d| {
            let (here, there) = (&records[s][d], &reference[d]);
            value * (there.lost - here.lost) - (here.programme - there.programme)
        })
    });
    Some(AcceptabilityCurve { over: Over::CustomerValue, points: points.collect() })
}

/// The values of a customer, from 0 on, beyond which another strategy has the highest mean net: where straight lines cross.
fn changes(records: &[Vec<Record>]) -> Vec<f64> {
    let kept: Vec<f64> = records.iter().map(|r| -mean(r, |r| r.lost)).collect();
    let cost: Vec<f64> = records.iter().map(|r| mean(r, |r| r.programme)).collect();
    let mut best = best_of(&cost.iter().map(|c| -c).collect::<Vec<f64>>());
    let mut changes = Vec::new();
    loop {
        let cross = |s: usize| (cost[s] - cost[best]) / (kept[s] - kept[best]);
        let rivals = (0..records.len()).filter(|&s| kept[s] > kept[best]);
        let Some(next) = rivals.min_by(|&a, &b| cross(a).total_cmp(&cross(b))) else { return changes };
        // A breath beyond the tie.
        changes.push(cross(next) * (1.0 + 1e-9));
        best = next;
    }
}

/// Over the budget: what each mean extra programme cost makes affordable. The best of what is affordable wins.
pub(crate) fn over_budget(records: &[Vec<Record>]) -> AcceptabilityCurve {
    let cost = |s: usize| extra_cost(mean(&records[s], |r| r.programme), mean(&records[0], |r| r.programme));
    let costs: Vec<f64> = (0..records.len()).map(cost).collect();
    let mut budgets: Vec<f64> = costs.iter().map(|c| c.max(0.0)).collect();
    budgets.sort_by(f64::total_cmp);
    budgets.dedup();
    let points = budgets.into_iter().map(|budget| {
        point_at(budget, records[0].len(), records.len(), |StrategyIdx(s), d| {
            if costs[s] <= budget { records[s][d].npv() } else { f64::NEG_INFINITY }
        })
    });
    AcceptabilityCurve { over: Over::Budget, points: points.collect() }
}

/// The next of 1, 2, 5 times a power of ten.
fn round_up(x: f64) -> f64 {
    let power = powi(10.0, log10(x).floor() as i32);
    [1.0, 2.0, 5.0].into_iter().map(|f| f * power).find(|r| *r >= x).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use crate::analysis::acceptability::{over_budget, over_customer_value};
    use crate::engine::records::Record;

    fn record(contribution: f64, programme: f64, lost: f64) -> Record {
        Record { contribution, programme, lost }
    }

    #[test]
    fn a_strategy_is_taken_when_a_customer_is_worth_what_keeping_him_costs() {
        // Keeps 10 customers for 100 in one draw and for 300 in the other: worth it from 10, and from 30.
        let records = vec![
            vec![record(0.0, 0.0, 50.0), record(0.0, 0.0, 50.0)],
            vec![record(0.0, 100.0, 40.0), record(0.0, 300.0, 40.0)],
        ];
        let curve = over_customer_value(&records).unwrap();
        let at = |x: f64| curve.points.iter().find(|p| p.x == x).unwrap();
        assert_eq!(at(0.0).p_best, [1.0, 0.0]);
        assert_eq!(at(10.0).p_best, [0.75, 0.25], "a tie is shared");
        // On average it is worth taking from 20.
        assert!(curve.points.iter().all(|p| (p.best == 1) == (p.x > 20.0)));
        assert_eq!((at(20.0).p_best[1], at(40.0).p_best[1], at(40.0).best), (0.5, 1.0, 1));
        assert!(over_customer_value(&records[..1]).is_none());
    }

    #[test]
    fn a_budget_of_nothing_buys_the_reference_and_what_costs_less() {
        let records = vec![vec![record(10.0, 0.0, 0.0)], vec![record(99.0, 20.0, 0.0)], vec![record(40.0, 5.0, 0.0)]];
        let curve = over_budget(&records);
        let best: Vec<(f64, usize)> = curve.points.iter().map(|p| (p.x, p.best)).collect();
        assert_eq!(best, [(0.0, 0), (5.0, 2), (20.0, 1)]);
        assert_eq!(curve.points[0].p_best, [1.0, 0.0, 0.0]);
    }
}
