//! Why one strategy is worth more than another: by the levers that differ, and by the channels through which
//! they work. Both splits are exact: their parts sum to the NPV difference.

use crate::analysis::shapley::{MOST_EXACT, Sampled, from_orders, orders, shapley};
use crate::engine::channels::{CHANNELS, Channel, FromSecond, contribution_lines};
use crate::engine::evaluate::{Evaluator, each, expected_record};
use crate::scenario::blend::{align, differing, take};
use crate::scenario::key::Key;
use crate::scenario::study::Scenario;
use crate::stats::moments::Moments;

/// Evaluations of the expected engine that a split may take, about.
const MOST_EVALUATIONS: usize = 300_000;
/// Pairs of orders where there are too many levers for the exact split.
const ORDER_PAIRS: usize = 64;

/// How levers are put together before the difference is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// Every key by itself.
    Key,
    /// Keys of one table together, as in `recovery.desk`.
    Table,
}

/// What a lever, or a table of levers, adds.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverPart {
    /// The keys.
    pub keys: Vec<Key>,
    /// What it adds to the NPV difference, in money.
    pub npv: f64,
    /// Of that, what it adds to contribution.
    pub contribution: f64,
    /// Of that, what it takes as programme cost (positive: it costs).
    pub programme: f64,
    /// Standard error of `npv` where orders were sampled.
    pub standard_error: Option<f64>,
}

/// What a channel adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelPart {
    /// The channel.
    pub channel: Channel,
    /// What it adds through customers who are there: margin less retention cost, terminal worth included.
    pub customers: f64,
    /// What it adds by saving acquisition cost.
    pub acquisition: f64,
}

impl ChannelPart {
    /// All that it adds to contribution, in money.
    pub fn total(&self) -> f64 {
        self.customers + self.acquisition
    }
}

/// The difference between two strategies, explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Parameter draws behind the means.
    pub draws: usize,
    /// Mean NPV of the strategy less that of the other, in money.
    pub npv_difference: f64,
    /// Mean programme cost of the strategy less that of the other, in money.
    pub programme_difference: f64,
    /// By lever, in key order.
    pub levers: Vec<LeverPart>,
    /// By channel; with programme cost they sum to the difference. The value of a customer is left out
    /// where both strategies have the same.
    pub channels: Vec<ChannelPart>,
}

/// Explains by how much strategy `of` differs from strategy `against` in mean NPV over at most `most_draws`
/// parameter draws.
pub fn explain(
    evaluator: &Evaluator<'_>,
    scenario: &Scenario,
    against: usize,
    of: usize,
    grouping: Grouping,
    most_draws: u64,
    seed: u64,
) -> Explanation {
    let groups = lever_groups(scenario, against, of, grouping);
    let coalitions = if groups.len() <= MOST_EXACT { 1 << groups.len() } else { 2 * ORDER_PAIRS * (groups.len() + 1) };
    let affordable = (MOST_EVALUATIONS / coalitions).max(16) as u64;
    let points = evaluator.draws(most_draws.min(affordable));
    let blends = Blends { evaluator, against, of, groups: &groups, points: &points };
    let (levers, npv_difference) = blends.split(seed);
    let (channels, programme_difference) = split_by_channel(evaluator, against, of, &points);
    Explanation { draws: points.len(), npv_difference, programme_difference, levers, channels }
}

/// The levers that differ, grouped.
pub(crate) fn lever_groups(scenario: &Scenario, against: usize, of: usize, grouping: Grouping) -> Vec<Vec<Key>> {
    let (from, to) = (&scenario.strategies[against], &scenario.strategies[of]);
    let mut changes: Vec<Key> = from.changes.iter().chain(&to.changes).cloned().collect();
    changes.sort();
    changes.dedup();
    let (mut a, mut b) = (from.parameters.point.clone(), to.parameters.point.clone());
    align(&mut a, &mut b);
    let mut keys = differing(&a, &b, &changes);
    // Two distributions of one mean differ as well.
    let form = |strategy: usize, key: &Key| {
        let numbers = &scenario.strategies[strategy].parameters.uncertain;
        numbers.iter().find(|number| number.key == *key).map(|number| number.distribution.clone())
    };
    for key in changes {
        if !keys.contains(&key) && form(against, &key) != form(of, &key) {
            keys.push(key);
        }
    }
    keys.sort();
    let mut groups: Vec<Vec<Key>> = Vec::new();
    for key in keys {
        let table = |key: &Key| key.0[..key.0.len() - 1].to_vec();
        match groups.last_mut() {
            Some(group) if grouping == Grouping::Table && table(&group[0]) == table(&key) => group.push(key),
            _ => groups.push(vec![key]),
        }
    }
    groups
}

/// Contribution and programme cost, in money.
type Lines = [f64; 2];

fn npv([contribution, programme]: Lines) -> f64 {
    contribution - programme
}

/// Blends of two strategies: some groups of levers are `of`'s, the others `against`'s.
struct Blends<'a> {
    evaluator: &'a Evaluator<'a>,
    against: usize,
    of: usize,
    groups: &'a [Vec<Key>],
    /// By parameter draw, the values of the inputs.
    points: &'a [Vec<f64>],
}

impl Blends<'_> {
    /// What each group adds to the NPV difference, and that difference.
    fn split(&self, seed: u64) -> (Vec<LeverPart>, f64) {
        if self.groups.len() <= MOST_EXACT { self.split_exactly() } else { self.split_by_orders(seed) }
    }

    /// The Shapley values of all coalitions.
    fn split_exactly(&self) -> (Vec<LeverPart>, f64) {
        let players = self.groups.len();
        let members = |s: usize| (0..players).filter(|i| s >> i & 1 == 1).collect::<Vec<_>>();
        let worth = self.means(&(0..1 << players).map(members).collect::<Vec<_>>());
        let [contribution, programme] =
            [0, 1].map(|line| shapley(players, &worth.iter().map(|w| w[line]).collect::<Vec<_>>()));
        let parts = (0..players).map(|i| self.part(i, [contribution[i], programme[i]], None)).collect();
        (parts, npv(worth[worth.len() - 1]) - npv(worth[0]))
    }

    /// The Shapley values estimated from [`ORDER_PAIRS`] pairs of orders.
    fn split_by_orders(&self, seed: u64) -> (Vec<LeverPart>, f64) {
        let players = self.groups.len();
        let orders = orders(players, ORDER_PAIRS, seed);
        let first_members = |order: &Vec<usize>, n: usize| {
            let mut members = order[..n].to_vec();
            members.sort_unstable();
            members
        };
        let along = |order| (0..=players).map(move |n| first_members(order, n));
        let worth = self.means(&orders.iter().flat_map(along).collect::<Vec<_>>());
        let added = |value: &dyn Fn(Lines) -> f64| -> Vec<Sampled> {
            let rows = orders.iter().zip(worth.chunks(players + 1)).map(|(order, worth)| {
                let mut row = vec![0.0; players];
                for (&i, step) in order.iter().zip(worth.windows(2)) {
                    row[i] = value(step[1]) - value(step[0]);
                }
                row
            });
            from_orders(&rows.collect::<Vec<_>>())
        };
        let (whole, contribution, programme) = (added(&npv), added(&|lines| lines[0]), added(&|lines| lines[1]));
        let part = |i: usize| self.part(i, [contribution[i].value, programme[i].value], Some(whole[i].standard_error));
        ((0..players).map(part).collect(), npv(worth[players]) - npv(worth[0]))
    }

    fn part(&self, group: usize, lines: Lines, standard_error: Option<f64>) -> LeverPart {
        let [contribution, programme] = lines;
        LeverPart { keys: self.groups[group].clone(), npv: npv(lines), contribution, programme, standard_error }
    }

    /// The means over the draws, by coalition: the groups that are `of`'s.
    fn means(&self, coalitions: &[Vec<usize>]) -> Vec<Lines> {
        self.evaluator.begins(self.points.len() * coalitions.len());
        let by_draw = each(self.points.len(), |draw| self.at(draw, coalitions));
        (0..coalitions.len())
            .map(|s| [0, 1].map(|line| by_draw.iter().map(|draw| draw[s][line]).collect::<Moments>().mean()))
            .collect()
    }

    /// The same in one draw.
    fn at(&self, draw: usize, coalitions: &[Vec<usize>]) -> Vec<Lines> {
        let mut from = self.evaluator.parameters_at(self.against, &self.points[draw]);
        let mut to = self.evaluator.parameters_at(self.of, &self.points[draw]);
        align(&mut from, &mut to);
        let blend = |members: &Vec<usize>| {
            if self.evaluator.is_stopped() {
                return [0.0; 2];
            }
            self.evaluator.advances();
            let mut parameters = from.clone();
            for key in members.iter().flat_map(|&i| &self.groups[i]) {
                take(&mut parameters, &mut to, key);
            }
            parameters.apply_responses();
            let record = expected_record(&parameters);
            [record.contribution, record.programme]
        };
        coalitions.iter().map(blend).collect()
    }
}

fn split_by_channel(
    evaluator: &Evaluator<'_>,
    against: usize,
    of: usize,
    points: &[Vec<f64>],
) -> (Vec<ChannelPart>, f64) {
    // By draw: the two lines of contribution of every mixture, and the programme difference.
    evaluator.begins(points.len());
    let by_draw = each(points.len(), |draw| {
        if evaluator.is_stopped() {
            return (vec![[0.0; 2]; 1 << CHANNELS], 0.0);
        }
        evaluator.advances();
        let mixture = evaluator.mixture(against, of, &points[draw]);
        let lines: Vec<[f64; 2]> =
            (0..1 << CHANNELS).map(|s| contribution_lines(&mixture.worth(s as FromSecond))).collect();
        let [a, b] = mixture.own();
        (lines, b.programme() - a.programme())
    });
    let [customers, acquisition] = [0, 1].map(|line| {
        let mean = |s: usize| by_draw.iter().map(|(lines, _)| lines[s][line]).collect::<Moments>().mean();
        shapley(CHANNELS, &(0..1 << CHANNELS).map(mean).collect::<Vec<_>>())
    });
    let programme = by_draw.iter().map(|(_, programme)| *programme).collect::<Moments>().mean();
    let part = |channel: Channel| ChannelPart {
        channel,
        customers: customers[channel as usize],
        acquisition: acquisition[channel as usize],
    };
    let unmoved = |p: &ChannelPart| p.channel == Channel::CustomerValue && p.customers == 0.0 && p.acquisition == 0.0;
    (Channel::ALL.map(part).into_iter().filter(|part| !unmoved(part)).collect(), programme)
}
