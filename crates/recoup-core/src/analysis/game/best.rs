//! The best plan that is found for a budget: coordinate ascent on the expected NPV.

use crate::analysis::game::world::{Plan, QUARTERS, World};
use crate::engine::progress::Progress;

/// Parts of the budget by which money moves, one after the other.
const PARTS: [f64; 6] = [0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015_625];
/// Most work of a search: periods of classes of customers and kinds of failure, which take about the same time each.
const WORK: f64 = 1.2e7;
/// A gain below this share of the NPV is none: rounding.
const LEAST_GAIN: f64 = 1e-10;

/// A plan, and its expected NPV.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// Money by quarter and lever.
    pub plan: Plan,
    /// Net present value by the expected engine, money.
    pub npv: f64,
}

/// The best plan found for `budget` a quarter; it is not worse than nothing. The same world gives the same plan.
///
/// Money moves into a lever, out of it, or from one to another, in all quarters, from a quarter on, or in one quarter, as
/// long as the expected NPV rises; then by smaller amounts. A local search: no proof of an optimum.
pub(crate) fn best(world: &World, budget: f64, progress: &dyn Progress) -> Found {
    // More than all levers take is no budget.
    let budget = budget.min(world.levers.iter().map(|lever| lever.most).sum());
    let mut search = Search { world, budget, left: world.evaluations(WORK), progress };
    let nothing = world.nothing();
    let mut found = Found { npv: world.expected_npv(&nothing), plan: nothing };
    // The same in every quarter first, from nothing and from each lever alone.
    let constant = std::iter::once(0..QUARTERS).collect::<Vec<_>>();
    let mut starts = vec![found.clone()];
    for lever in 0..world.levers.len() {
        let mut row = vec![0.0; world.levers.len()];
        row[lever] = world.levers[lever].spent(world.levers[lever].most.min(budget));
        let plan = vec![row; QUARTERS];
        starts.push(Found { npv: search.npv(&plan), plan });
    }
    for mut start in starts {
        for part in &PARTS[..4] {
            search.climb(&mut start, part * budget, &constant);
        }
        if start.npv > found.npv {
            found = start;
        }
    }
    // Then from a quarter on, and quarter by quarter.
    let from_on = (0..QUARTERS).map(|first| first..QUARTERS);
    let scopes: Vec<_> = from_on.chain((0..QUARTERS).map(|quarter| quarter..quarter + 1)).collect();
    for part in PARTS {
        search.climb(&mut found, part * budget, &scopes);
    }
    found
}

struct Search<'a> {
    world: &'a World,
    budget: f64,
    /// Evaluations that are left.
    left: usize,
    progress: &'a dyn Progress,
}

impl Search<'_> {
    fn npv(&mut self, plan: &Plan) -> f64 {
        self.left = self.left.saturating_sub(1);
        self.progress.advances();
        self.world.expected_npv(plan)
    }

    fn is_over(&self) -> bool {
        self.left == 0 || self.progress.is_stopped()
    }

    /// Moves money by `amount` within each of `scopes` as long as that pays.
    fn climb(&mut self, found: &mut Found, amount: f64, scopes: &[std::ops::Range<usize>]) {
        let levers = self.world.levers.len();
        let ends: Vec<Option<usize>> = std::iter::once(None).chain((0..levers).map(Some)).collect();
        loop {
            let mut has_risen = false;
            for scope in scopes {
                for &from in &ends {
                    for &to in ends.iter().filter(|to| **to != from) {
                        if self.is_over() {
                            return;
                        }
                        has_risen |= self.step(found, amount, scope, (from, to));
                    }
                }
            }
            if !has_risen {
                return;
            }
        }
    }

    /// Moves money between two ends in the quarters of `scope` where that can be, if it pays.
    fn step(
        &mut self,
        found: &mut Found,
        amount: f64,
        scope: &std::ops::Range<usize>,
        ends: (Option<usize>, Option<usize>),
    ) -> bool {
        let mut plan = found.plan.clone();
        let mut has_moved = false;
        for row in &mut plan[scope.clone()] {
            if let Some(moved) = self.moved(row, amount, ends) {
                *row = moved;
                has_moved = true;
            }
        }
        if !has_moved {
            return false;
        }
        let npv = self.npv(&plan);
        let pays = npv > found.npv + LEAST_GAIN * found.npv.abs();
        if pays {
            *found = Found { plan, npv };
        }
        pays
    }

    /// A quarter with about `amount` moved from one lever to another; `None` for one end: unspent money. `None` where nothing
    /// can move.
    fn moved(&self, row: &[f64], amount: f64, (from, to): (Option<usize>, Option<usize>)) -> Option<Vec<f64>> {
        let levers = &self.world.levers;
        let free = self.budget - row.iter().sum::<f64>();
        let mut moved = row.to_vec();
        let into = to.map_or(0.0, |to| levers[to].step().unwrap_or_else(|| amount.min(levers[to].most - row[to])));
        let into =
            if from.is_none() && to.is_some_and(|to| levers[to].step().is_none()) { into.min(free) } else { into };
        let room = |to: usize| levers[to].most - row[to];
        let least = 1e-9 * self.budget;
        if to.is_some_and(|to| into <= least || into > room(to) + least) {
            return None;
        }
        let needed = (into - free).max(0.0);
        if let Some(from) = from {
            let out = match levers[from].step() {
                Some(step) => (needed / step - 1e-9).ceil().max(1.0) * step,
                None => amount.max(needed).min(row[from]),
            };
            if out <= least || out < needed - least || out > row[from] + least {
                return None;
            }
            moved[from] = (row[from] - out).max(0.0);
        } else if needed > least {
            return None;
        }
        if let Some(to) = to {
            moved[to] = (row[to] + into).min(levers[to].most);
        }
        Some(moved)
    }
}
